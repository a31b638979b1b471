/**
 * Writes shared inputs into each action.yml and the keys that the workflows' lists allow (`docs/shared-inputs.yml`), then the tables of
 * inputs and outputs in each action's README from its action.yml, between the markers
 * `<!-- inputs -->` … `<!-- /inputs -->` and `<!-- outputs -->` … `<!-- /outputs -->`.
 * The guide of gcloud's flags has its tables from `cli/gcloud/`. `npm run docs` writes; a contract test compares.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { renderChecks } from './docs/checks-workflow.ts';
import { flagTable } from './docs/gcloud-flags.ts';
import { setupCommands } from './docs/setup-commands.ts';
import { renderKeys, renderManifest } from './docs/shared-inputs.ts';

interface Manifest {
  readonly inputs?: Record<
    string,
    { readonly description: string; readonly required?: boolean; readonly default?: string }
  >;
  readonly outputs?: Record<string, { readonly description: string }>;
}

/** The page of one service with its commands. */
export const renderSetup = (page: string): string => replaceSection(page, 'setup', setupCommands());

/** The guide with the tables of gcloud's flags. */
export function renderGuide(guide: string): string {
  const services = replaceSection(guide, 'run-deploy', flagTable('run deploy'));
  const jobs = replaceSection(services, 'run-jobs-deploy', flagTable('run jobs deploy'));
  return replaceSection(jobs, 'run-worker-pools-deploy', flagTable('run worker-pools deploy'));
}

/** The README with regenerated tables. Throws if a marker is missing. */
export function renderReadme(readme: string, manifest: Manifest): string {
  const inputs = Object.entries(manifest.inputs ?? {}).map(([name, { description, required, default: standard }]) => [
    `\`${name}\``,
    description.trim().replaceAll('\n', ' '),
    required ? '**required**' : standard ? `\`${standard.trim().replaceAll('\n', '`, `')}\`` : '',
  ]);
  const outputs = Object.entries(manifest.outputs ?? {}).map(([name, { description }]) => [
    `\`${name}\``,
    description.trim().replaceAll('\n', ' '),
  ]);
  const withInputs = replaceSection(readme, 'inputs', table(['Input', 'What it is', 'Default'], inputs));
  return replaceSection(withInputs, 'outputs', table(['Output', 'What it is'], outputs));
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

function replaceSection(text: string, name: string, content: string): string {
  const pattern = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  if (!pattern.test(text)) throw new Error(`the marker <!-- ${name} --> … <!-- /${name} --> is missing`);
  return text.replace(pattern, () => `<!-- ${name} -->\n${content}\n<!-- /${name} -->`);
}

if (import.meta.main) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const rewrite = (file: string, render: (text: string) => string): string => {
    const text = render(readFileSync(file, 'utf8'));
    writeFileSync(file, text);
    return text;
  };
  rewrite(join(root, 'docs/guides/gcloud-run-deploy.md'), renderGuide);
  rewrite(join(root, 'docs/setup/one-service.md'), renderSetup);
  writeFileSync(join(root, 'actions/pipeline/plan/keys.ts'), renderKeys());
  const workflows = join(root, '.github/workflows');
  writeFileSync(join(workflows, 'checks.yml'), renderChecks(readFileSync(join(workflows, 'pipeline.yml'), 'utf8')));
  for (const name of readdirSync(join(root, 'actions'))) {
    const folder = join(root, 'actions', name);
    if (!existsSync(join(folder, 'README.md'))) continue;
    // The action that lists checks calls no server, so it has none of the shared inputs.
    const render = ['pipeline', 'promotion', 'preview'].includes(name) ? (text: string) => text : renderManifest;
    const manifest = parse(rewrite(join(folder, 'action.yml'), render)) as Manifest;
    rewrite(join(folder, 'README.md'), (text) => renderReadme(text, manifest));
  }
}
