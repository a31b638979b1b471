/** Text of others cannot get past the log: nothing else of ours writes to the runner, and no child inherits its ears. */
import { describe, expect, test } from 'vitest';
import { filesBelow, read } from './sources.ts';

const sources = ['actions', 'src'].flatMap((folder) => filesBelow(folder, '.ts'));
const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');

describe('only src/runtime/log.ts writes workflow commands', () => {
  test.each(sources)('%s', (file) => {
    const text = code(file);
    // src/runtime/action.ts hands standard output to the log and takes it from all others.
    if (file !== 'src/runtime/action.ts')
      expect(text).not.toMatch(/\b(stdout|stderr)\.write\b|process\.(stdout|stderr|_rawDebug)/);
    expect(text).not.toMatch(
      /\bconsole\.(log|info|warn|error|debug|trace|dir|table)\b|@actions\/core|\/dev\/(stdout|stderr|fd)/,
    );
    expect(text).not.toMatch(/(writeSync|writeFileSync|appendFileSync)\(\s*[012]\b/);
    if (file !== 'src/runtime/log.ts') expect(text).not.toMatch(/GITHUB_(OUTPUT|STATE|ENV|PATH)\b(?!')/);
    if (file !== 'src/runtime/log.ts') expect(text).not.toMatch(/(stop-commands|add-mask|set-output|save-state)/);
  });

  test.each(sources.filter((file) => /\b(exec|spawn|fork)\(\s*['"]/.test(code(file))))(
    '%s keeps what its programs print',
    (file) => {
      const text = code(file);
      expect(text).not.toMatch(/stdio:|inherit|silent: false|from 'node:child_process'.*(exec|spawn)/);
      const calls = text.match(/(?<![.\w])(exec|spawn|fork)\(\s*['"]/g) ?? [];
      expect(text.match(/silent: true/g)?.length).toBe(calls.length);
    },
  );
});
