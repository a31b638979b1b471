/** actionlint and zizmor (pedantic) have nothing to say, about our workflows and about the sample's. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { which } from '../../../scripts/parts/local.ts';
import { ensureActionlint, ensureZizmor, toolsBin } from '../../../scripts/parts/tools.ts';
import { filesBelow, root } from '../sources.ts';

const WORKFLOWS = [
  ...filesBelow('.github/workflows', '.yml'),
  ...filesBelow('examples/orchestra/.github/workflows', '.yml'),
];

const LINTERS = [
  {
    name: 'actionlint',
    ensure: ensureActionlint,
    args: ['-no-color', '-config-file', '.github/actionlint.yaml', ...WORKFLOWS],
  },
  {
    name: 'zizmor',
    ensure: ensureZizmor,
    args: [
      ...['--offline', '--no-progress', '--persona=pedantic', '--config', '.github/zizmor.yml'],
      ...['.github', 'examples/orchestra/.github', 'actions', 'test/e2e/stand-ins'],
    ],
  },
];

test.for(LINTERS)('$name finds nothing', async ({ name, ensure, args }, { skip }) => {
  const program = process.env.CI === 'true' ? await ensure() : ((await which(name, toolsBin)) ?? (await which(name)));
  if (!program) return skip(`${name} is not installed; scripts/setup.sh installs it`);
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
