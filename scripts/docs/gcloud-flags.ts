/** The tables of docs/guides/gcloud-run-deploy.md, from the table that `orchestra init` translates with. */
import { GCLOUD_COMMANDS } from '../../cli/gcloud/commands.ts';
import type { FlagRow } from '../../cli/gcloud/flags/row.ts';

export function flagTable(command: 'run deploy' | 'run jobs deploy' | 'run worker-pools deploy'): string {
  const { flags = {} } = GCLOUD_COMMANDS.find(({ words }) => words.join(' ') === command) ?? {};
  const rows = Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1));
  const translated = rows.flatMap(([name, row]) =>
    row.becomes === undefined ? [] : [`| ${flag(name, row)} | ${inCode(row.becomes)} |`],
  );
  const left = Map.groupBy(
    rows.filter(([, { instead }]) => instead !== undefined),
    ([, { instead }]) => instead,
  );
  return [
    ['| gcloud | Manifest or input |', '| --- | --- |', ...translated].join('\n'),
    [
      '| Not translated | Why |',
      '| --- | --- |',
      ...[...left].map(([why, names]) => `| ${names.map(([name, row]) => flag(name, row)).join(', ')} | ${why} |`),
    ].join('\n'),
  ].join('\n\n');
}

const flag = (name: string, { takes }: FlagRow): string =>
  takes === 'toggle' ? `\`--${name}\`, \`--no-${name}\`` : `\`--${name}\``;

/** Keys of a manifest as code; sentences as they are. */
const inCode = (text: string): string => (/`|^input | and |, read| or | \(/.test(text) ? text : `\`${text}\``);
