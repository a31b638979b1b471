/** Rooms and doors: who may import whom, who may read inputs, who may touch `process`. */
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, read } from './sources.ts';

const sources = ['actions', 'src', 'packages/emulator/src'].flatMap((folder) => filesBelow(folder, '.ts'));

/** The room of a file: an action or a package by its name, or a top folder. */
function room(file: string): string {
  const [top, second] = file.split('/');
  return top === 'actions' || top === 'packages' ? `${top}/${second}` : (top as string);
}

describe('rooms and doors', () => {
  test.each(sources)('%s imports only what its room may', (file) => {
    const own = room(file);
    const foreign = importsOf(file)
      .map(room)
      .filter((target) => target !== own);
    const allowed = own.startsWith('actions/') ? ['src'] : [];
    expect(foreign.filter((target) => !allowed.includes(target))).toEqual([]);
  });

  test.each(sources.filter((file) => /^actions\/[^/]+\/(main|post)\.ts$/.test(file)))(
    '%s is an entry of 15 lines at most',
    (file) => {
      expect(read(file).trim().split('\n').length).toBeLessThanOrEqual(15);
    },
  );

  test.each(sources.filter((file) => !file.startsWith('packages/')))('%s leaves process to the entries', (file) => {
    if (/^actions\/[^/]+\/(main|post)\.ts$/.test(file)) return;
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
