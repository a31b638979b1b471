/** Configurations of Terraform, validated and planned by OpenTofu with the schemas of Google's provider, and nothing of the network. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { which } from '../../../scripts/parts/local.ts';
import { ensureSchemaProvider, ensureTofu } from '../../../scripts/parts/terraform/tofu.ts';
import { toolsBin } from '../../../scripts/parts/tools.ts';
import { filesBelow, read, root } from '../sources.ts';

/** The versions whose schemas are in `schema/`. */
const PROVIDERS = { google: '6.50.0', time: '0.13.1' } as const;

export interface Resource {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly expressions: Readonly<Record<string, unknown>>;
  readonly depends_on?: readonly string[];
  readonly provider_config_key: string;
}

export interface Module {
  readonly resources?: readonly Resource[];
  readonly module_calls?: Readonly<Record<string, { readonly module: Module }>>;
}

export interface Planned {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

interface PlannedModule {
  readonly resources?: readonly Planned[];
  readonly child_modules?: readonly PlannedModule[];
}

export interface Plan {
  /** Every module of the configuration, by its name; `''` is the root. */
  readonly modules: ReadonlyMap<string, readonly Resource[]>;
  /** Every resource that would be created, with values that are known before. */
  readonly planned: readonly Planned[];
}

const IDS = { github_repository_id: '1001', github_owner_id: '2002' };

/** Variables of the sample's setup. */
export const SAMPLE = {
  ...IDS,
  project: 'acme-prod',
  preview_project: 'acme-previews',
  canary_frontends: 'true',
  preview_frontends: 'true',
  preview_databases: 'true',
};

/** The configurations that users apply. */
export const ROOTS: readonly (readonly [path: string, variables: Readonly<Record<string, string>>])[] = [
  ['docs/setup', SAMPLE],
  ['docs/setup/one-service', { ...IDS, project: 'acme-prod', service: 'web' }],
];

/** The text of all files of a configuration. */
export const filesOf = (path: string): string =>
  filesBelow(path, '.tf')
    .filter((file) => path.includes('one-service') || !file.includes('one-service'))
    .map(read)
    .join('\n');

/** The module that a planned resource is of; `''` is the root. */
export const moduleOf = ({ address }: Planned): string => /^module\.(\w+)/.exec(address)?.[1] ?? '';

/** The program, and the folder of its providers. */
export interface Tofu {
  readonly tofu: string;
  readonly home: string;
}

/** Finds OpenTofu and makes its providers; undefined where they are not installed, outside of CI. */
export async function prepareTofu(): Promise<Tofu | undefined> {
  const installed = (name: string) => which(name, toolsBin);
  const ci = process.env.CI === 'true';
  const tofu = ci ? await ensureTofu() : await installed('tofu');
  const provider = ci ? await ensureSchemaProvider() : await installed('terraform-provider-schema');
  if (!tofu || !provider) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'tofu-'));
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
  for (const [name, version] of Object.entries(PROVIDERS)) {
    const folder = join(home, 'mirror/registry.opentofu.org/hashicorp', name, version, platform);
    mkdirSync(folder, { recursive: true });
    // A copy: it reads the schema beside the file that it is.
    copyFileSync(provider, join(folder, `terraform-provider-${name}_v${version}`));
    cpSync(join(import.meta.dirname, `schema/${name}.json`), join(folder, 'schema.json'));
  }
  writeFileSync(
    join(home, 'rc'),
    `provider_installation {\n  filesystem_mirror {\n    path = "${home}/mirror"\n  }\n}\n`,
  );
  return { tofu, home };
}

/** Runs OpenTofu in a folder; throws what it printed if it fails. */
function runTofu({ tofu, home }: Tofu, folder: string, args: readonly string[]): string {
  const env = { PATH: process.env.PATH, HOME: home, TF_CLI_CONFIG_FILE: join(home, 'rc'), CHECKPOINT_DISABLE: '1' };
  try {
    return execFileSync(tofu, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', env, maxBuffer: 1 << 28 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}${stderr}`.replace(/\s*[│╷╵]\s?/g, ' ').replace(/\s+/g, ' '));
  }
}

/** Validates a configuration and plans it from nothing. `edit` changes a copy of it before. */
export function planOf(
  tofu: Tofu,
  path: string,
  variables: Readonly<Record<string, string>>,
  edit: (folder: string) => void = () => {},
): Plan {
  const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  try {
    cpSync(join(root, path), folder, { recursive: true });
    edit(folder);
    runTofu(tofu, folder, ['fmt', '-check', '-recursive']);
    runTofu(tofu, folder, ['init', '-backend=false', '-no-color']);
    runTofu(tofu, folder, ['validate', '-no-color']);
    const given = Object.entries(variables).map(([name, value]) => `-var=${name}=${value}`);
    runTofu(tofu, folder, ['plan', '-no-color', '-refresh=false', '-input=false', '-out=plan', ...given]);
    const shown = JSON.parse(runTofu(tofu, folder, ['show', '-json', 'plan'])) as {
      configuration: { root_module: Module };
      planned_values: { root_module: PlannedModule };
    };
    return {
      modules: new Map(modulesOf('', shown.configuration.root_module)),
      planned: plannedOf(shown.planned_values.root_module),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const modulesOf = (name: string, module: Module): (readonly [string, readonly Resource[]])[] => [
  [name, module.resources ?? []],
  ...Object.entries(module.module_calls ?? {}).flatMap(([call, one]) => modulesOf(call, one.module)),
];

const plannedOf = (module: PlannedModule): Planned[] => [
  ...(module.resources ?? []),
  ...(module.child_modules ?? []).flatMap(plannedOf),
];

/** Addresses of the resources of the same module that a resource refers to or depends on. */
export function references(resource: Resource, all: readonly Resource[]): string[] {
  const texts = [...JSON.stringify(resource.expressions).matchAll(/"([\w.-]+(?:\[[^\]]*\])?[\w.]*)"/g)].map(
    (match) => match[1] as string,
  );
  const named = [...texts, ...(resource.depends_on ?? [])];
  return all
    .map(({ address }) => address)
    .filter((address) =>
      named.some((text) => text === address || text.startsWith(`${address}.`) || text.startsWith(`${address}[`)),
    );
}
