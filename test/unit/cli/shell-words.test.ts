/** A command line as text, split into words. */
import { describe, expect, it } from 'vitest';
import { shellWords } from '../../../cli/gcloud/shell-words.ts';

describe('a shell line', () => {
  it.each([
    ['a \'b c\' "d \\"e\\"" f\\ g', ['a', 'b c', 'd "e"', 'f g']],
    ['a \\\n  --b=c \\\n  d', ['a', '--b=c', 'd']],
    ["--x='a b',c", ['--x=a b,c']],
    ['a ${{ vars.X }}/b', ['a', '${{ vars.X }}/b']],
    ["''", ['']],
    ['a --b="\\\nC=1,\\\nD=2" --e=F=3,\\\nG=4', ['a', '--b=C=1,D=2', '--e=F=3,G=4']],
    ['--a=`b c` $(d | e)', ['--a=`b c`', '$(d | e)']],
    ['      - name: x\n        run: |\n          gcloud a \\\n            --b', ['gcloud', 'a', '--b']],
    ['gcloud a\n  --b c\n', ['gcloud', 'a', '--b', 'c']],
    ['gcloud a --b=c;\n', ['gcloud', 'a', '--b=c']],
    ['gcloud a --command gcloud --args b', ['gcloud', 'a', '--command', 'gcloud', '--args', 'b']],
  ])('%j', (text, words) => {
    expect(shellWords(text)).toEqual({ words });
  });
  it.each([
    ["a 'b", /not closed/],
    ['a && b', /more than one command/],
    ['gcloud a\n  gcloud b', /more than one command: "gcloud b"/],
    ['gcloud a --b=c;gcloud d', /more than one command: ";gcloud d"/],
    ['gcloud a --b=c&& d', /more than one command: "&& d"/],
    ['a > out.json', /redirection: "> out.json"/],
    ['a 2>&1', /redirection: "2>&1"/],
  ])('%j is refused', (text, says) => {
    expect(shellWords(text).problem).toMatch(says);
  });
});
