/** `npm ci` is quiet for a reason: the packages fit the Node that runs them, and none is deprecated. Tests draw nothing by chance. */
import { describe, expect, test } from 'vitest';
import { filesBelow, read } from './sources.ts';

interface Package {
  readonly engines?: { readonly node?: string };
  readonly deprecated?: string;
}

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const manifest = JSON.parse(read('package.json')) as {
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};
const parts = (version: string) => version.split('.').map((part) => Number.parseInt(part, 10) || 0);

function compare(a: readonly number[], b: readonly number[]): number {
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a version is in a range of npm: `>=20`, `^22.12.0 || ^24.0.0`, `>=0.6.11 <=0.7.0`. */
function satisfies(version: string, range: string): boolean {
  const one = (comparator: string) => {
    const [, operator = '', bound = ''] = /^(>=|<=|>|<|\^|=)?v?([\d.]+)$/.exec(comparator) ?? [];
    if (bound === '') return comparator === '*';
    const order = compare(parts(version), parts(bound));
    const sameMajor = parts(version)[0] === parts(bound)[0];
    return {
      '>=': order >= 0,
      '>': order > 0,
      '<=': order <= 0,
      '<': order < 0,
      '^': sameMajor && order >= 0,
      '=': order === 0,
      '': sameMajor && bound.split('.').every((part, index) => Number(part) === parts(version)[index]),
    }[operator] as boolean;
  };
  return range
    .replaceAll(/(>=|<=|>|<)\s+/g, '$1')
    .replaceAll(/\.[x*]/g, '')
    .split('||')
    .some((set) => set.trim().split(/\s+/).every(one));
}

describe('the packages', () => {
  const node = manifest.devDependencies.node as string;

  test('fit the Node that the scripts run on', () => {
    const unfit = Object.entries(packages).filter(([, { engines }]) => engines?.node && !satisfies(node, engines.node));
    expect(unfit.map(([name]) => name)).toEqual([]);
    expect(satisfies(node, '>=20')).toBe(true);
    for (const range of ['>=26', '^22.12.0', '<24', '>=0.6.11 <=0.7.0']) expect(satisfies(node, range)).toBe(false);
  });

  test('are not deprecated', () => {
    expect(Object.entries(packages).filter(([, { deprecated }]) => deprecated)).toEqual([]);
  });
});

test('tests draw only from test/harness/seeded.ts, so that none passes or fails by chance', () => {
  const drawing = filesBelow('test', '.ts')
    .filter((file) => !['test/harness/seeded.ts', import.meta.filename.split('/').slice(-3).join('/')].includes(file))
    .filter((file) => /from 'fast-check'|\bMath\.random\(|\brandom(Bytes|Int|FillSync)\(/.test(read(file)));
  expect(drawing).toEqual([]);
});

test("scripts that start servers take the place of npm's shell: a shell in between swallows npm's signals", () => {
  for (const name of ['demo', 'emulator', 'test']) expect(manifest.scripts[name]).toMatch(/^exec node /);
});
