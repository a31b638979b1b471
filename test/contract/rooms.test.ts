/** Rooms and doors: who may import whom, who may read inputs, who may touch `process`. */
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, read } from './sources.ts';

const sources = ['actions', 'src', 'cli', 'packages/emulator/src'].flatMap((folder) => filesBelow(folder, '.ts'));

/** The room of a file: an action or a package by its name, or a top folder. */
function room(file: string): string {
  const [top, second] = file.split('/');
  return top === 'actions' || top === 'packages' ? `${top}/${second}` : (top as string);
}

/** Modules that pause by themselves, each with its reason. No other may; whoever moves one to `retry` or `poll` takes it from here. */
const PAUSES: Readonly<Record<string, string>> = {
  'src/runtime/retry.ts': 'the place for it',
  'actions/migrate/docker/migrate-in-docker.ts': 'a time limit, nothing is repeated',
  'actions/deploy-run/probe/probe.ts': 'the probe interval, which is an input',
  'actions/deploy-run/rollout/rollout.ts': 'the step interval, which is an input',
};

/**
 * What the command line takes from actions: it runs one by its inputs, as a workflow does, and reads with the pure functions
 * that decide what a deploy does.
 */
const DOORS = /^actions\/[^/]+\/(?:run\.ts|inputs\.ts|plan\/.*|service\/worker-pools\.ts)$/;

const withoutTypeImports = (code: string): string => code.replace(/^(import|export) type [^;]*;$/gm, '');

/** Files of the tree that are loaded with the file; imports of types are not. */
function valueImportsOf(file: string): string[] {
  const specifiers = [...withoutTypeImports(read(file)).matchAll(/(?:from|import)[\s(]*'(\.[^']+)'/g)];
  return specifiers.map(([, specifier = '']) => posix.normalize(posix.join(posix.dirname(file), specifier)));
}

describe('rooms and doors', () => {
  test('only src/runtime/retry.ts pauses and tries again, and the modules named above', () => {
    const pausing = sources.filter((file) => !file.startsWith('packages/') && /\.sleep\(/.test(read(file)));
    expect(pausing.filter((file) => !(file in PAUSES))).toEqual([]);
    // Those that no longer pause leave the list.
    expect(Object.keys(PAUSES).filter((file) => !pausing.includes(file))).toEqual([]);
  });

  test.each(sources.filter((file) => file.includes('/plan/')))('%s reaches no client or file', (file) => {
    const seen = new Set([file]);
    for (const next of seen) for (const target of valueImportsOf(next)) seen.add(target);
    const effects =
      /from '(node:(fs|child_process|net|http|dns|timers)[^']*|undici|@google-cloud\/[^']*|@actions\/[^']*)'/;
    const reached = [...seen].filter((one) => effects.test(withoutTypeImports(read(one))));
    expect(reached).toEqual([]);
  });

  test.each(sources)('%s imports only what its room may', (file) => {
    const own = room(file);
    const foreign = importsOf(file)
      .map(room)
      .filter((target) => target !== own);
    const allowed = own.startsWith('actions/') || own === 'cli' ? ['src'] : [];
    const doors =
      own === 'cli'
        ? importsOf(file)
            .filter((target) => DOORS.test(target))
            .map(room)
        : [];
    expect(foreign.filter((target) => !allowed.includes(target) && !doors.includes(target))).toEqual([]);
  });

  test.each(sources.filter((file) => file.startsWith('cli/')))('%s uses an action through its doors', (file) => {
    const inside = importsOf(file).filter((target) => target.startsWith('actions/'));
    expect(inside.filter((target) => !DOORS.test(target))).toEqual([]);
  });

  test.each(sources.filter((file) => /^actions\/[^/]+\/(main|post)\.ts$/.test(file)))(
    '%s is an entry of 15 lines at most',
    (file) => {
      expect(read(file).trim().split('\n').length).toBeLessThanOrEqual(15);
    },
  );

  test.each(sources.filter((file) => !file.startsWith('packages/')))('%s leaves process to the entries', (file) => {
    if (/^(?:actions\/[^/]+|cli)\/(main|post)\.ts$/.test(file)) return;
    // Comments and the text of programs that are written out do not touch this process.
    const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`/g, '');
    const touch = /(?<![\w.'`-])process\.(env|exit|argv|on|cwd|stdout|stderr|pid|kill)\b|from 'node:process'/;
    expect(code.match(touch)?.[0]).toBeUndefined();
  });

  test.each(sources.filter((file) => file.startsWith('actions/')))('%s leaves inputs to inputs.ts', (file) => {
    if (file.endsWith('/inputs.ts')) return;
    expect(read(file)).not.toMatch(
      /\bgetInput\b|INPUT_[A-Z]|reader\.(text|required|map|list|boolean|duration|integer|oneOf|parse)\(/,
    );
  });
});
