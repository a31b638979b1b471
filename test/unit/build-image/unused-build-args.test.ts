/** Which build arguments a Dockerfile does not take. */
import { expect, test } from 'vitest';
import { unusedBuildArgs } from '../../../actions/build-image/plan/unused-build-args.ts';

const missing = (name: string) =>
  `Build argument ${name} is not used: the Dockerfile has no ARG ${name}. Write ARG ${name} before the step that uses it, or remove it from build-args.`;

test.each<[string, string, string[], string[]]>([
  ['declared in a stage', 'FROM a\nARG KEY\nRUN b', ['KEY'], []],
  ['declared in any stage, with a default, among others', 'FROM a\nFROM b\nARG X=1 KEY="a b"\n', ['KEY', 'X'], []],
  ['not declared', 'FROM a\nRUN echo $KEY', ['KEY'], [missing('KEY')]],
  ['a longer name is another', 'FROM a\nARG KEY_TWO', ['KEY'], [missing('KEY')]],
  ['in a comment, in a heredoc', 'FROM a\n# ARG KEY\nRUN <<EOF\nARG KEY\nEOF', ['KEY'], [missing('KEY')]],
  [
    'after heredocs of any name',
    'FROM a\nRUN <<END-1 cat >x 3<<"@@"\nb\nEND-1\nARG X\n@@\nARG KEY',
    ['KEY', 'X'],
    [missing('X')],
  ],
  ['after a here-string', 'FROM a\nRUN cat <<<"text"\nRUN cat <<<text\nARG KEY', ['KEY'], []],
  ['after a shift', 'FROM a\nRUN echo $((1<<N)) $(( 1 <<N ))\nARG KEY', ['KEY'], []],
  ['after what only looks like a heredoc', "FROM a\nRUN echo 'a <<EOF b'\nARG KEY", ['KEY'], []],
  ['before FROM, for FROM', 'ARG BASE=a\nFROM ${BASE}\nRUN b', ['BASE'], []],
  ['before FROM, for a platform', 'ARG P\nFROM --platform=$P a', ['P'], []],
  ['before FROM, for another argument', 'ARG V\nARG BASE=a:$V\nFROM $BASE', ['V', 'BASE'], []],
  [
    'before FROM alone',
    'ARG KEY\nFROM a\nRUN echo $KEY',
    ['KEY'],
    [
      'Build argument KEY is not used: ARG KEY is before the first FROM, where only FROM lines can use it. Repeat ARG KEY after the FROM of the stage that uses it.',
    ],
  ],
  ['before FROM and after it', 'ARG KEY\nFROM a\nARG KEY', ['KEY'], []],
  [
    'what the builder takes by itself',
    'FROM a',
    ['HTTPS_PROXY', 'no_proxy', 'BUILDKIT_INLINE_CACHE', 'TARGETARCH'],
    [],
  ],
  ['another frontend', '# syntax=ghcr.io/acme/frontend\nKEY', ['KEY'], []],
  ['Docker’s frontend, with spaces', '# syntax = docker.io/docker/dockerfile:1\nFROM a', ['KEY'], [missing('KEY')]],
  ['Docker’s frontend', '# syntax=docker/dockerfile:1\nFROM a', ['KEY'], [missing('KEY')]],
])('%s', (_, text, names, expected) => expect(unusedBuildArgs(text, names)).toEqual(expected));
