/** Plain English: phrases that the product does not use, with what it says instead. CONTRIBUTING.md has the glossary's rules. */
import { describe, expect, test } from 'vitest';
import { filesBelow, read } from './sources.ts';

/** What is banned, and the standard term. Words of Google's own messages are left out by lookaheads. */
const BANNED: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\bproved (to be )?healthy\b/i, 'passed its health checks'],
  [/\btime between two questions\b/i, 'probe interval'],
  [/\bpasses in a row\b/i, 'consecutive successes'],
  [/\b(is|are) (all )?red\b/i, 'failed'],
  [/\b(is|are|be) (all )?green\b/i, 'succeeded'],
  [/\b(one|NAME=value|KEY=VALUE|resource) an? (line|file)\b/i, 'one per line, one per file'],
  [/\bmend(s|ed|ing)?\b/i, 'fix'],
  [/\b(rules?|laws?) of the house\b|\bhouse rules?\b/i, 'policy'],
  [/\b(meets?|met|makes?) (a|the) hold\b/i, 'checks, sets or is blocked by a hold'],
  [/\bbeing changed by others\b/i, 'modified concurrently'],
  [/\bnot ended in time\b/i, 'timed out; still running'],
  [/\beverybody may\b/i, 'allows unauthenticated invocations; publicly readable'],
  [/\bbe somebody\b/i, 'authenticate'],
  [/\b(is|are) due\b(?! to)/i, 'required'],
  [/\bthere (is|are) none\b/i, 'not found'],
  [/\bmay not\b(?! exist| be updated)/i, 'not allowed; has no permission to'],
  [/\bwhat serves\b|\bwhat is new\b/i, 'baseline revision, candidate revision, or live revisions'],
  [/\bsome(body|one)\b/i, 'another run, another user'],
  [/\b(asked|taken|takes|take) back\b(?!ing)/i, 'reset, restored, rolled back'],
  [/\bfor no rule of ours\b/i, 'unknown key; did you mean'],
  [/\bcommit that this step works for\b|\b40 hexadecimal digits\b/i, 'commit SHA'],
  [/\bwaits for all and stops all\b/i, 'takes an ACCESS EXCLUSIVE lock that blocks reads and writes'],
  [/\btakes away what\b/i, 'incompatible with the running version'],
  [/\bwithout a word\b/i, 'silently'],
  [/\b(is|are) (said|told) (at )?once\b/i, 'reported together'],
  [/\breads? the fixture\b/i, 'reads the current state'],
  [/\b(does|do) not go with\b/i, 'cannot be combined with'],
  [/\btouched nothing\b/i, 'made no changes'],
  [/\b(is|are) used up\b/i, 'is exceeded'],
  [/\bfor want of\b/i, 'because it ran out of'],
  [/\b(goes|went) on\b/i, 'continues'],
  [/\bfor ever\b/i, 'forever'],
  [/\bside by side\b/i, 'in parallel'],
  [/\bin spite of\b/i, 'despite'],
  [/\ball the same\b/i, 'anyway, despite'],
  [/\bnobody can tell\b/i, 'unknown'],
  [/\bin vain\b/i, 'without success'],
  [/\bsees to\b/i, 'handles'],
  [/\bunder way\b/i, 'in progress'],
  [/\blegs?\b/i, 'job of a matrix, platform'],
  [/\bgoes with \S+( \S+){0,5} only\b/i, 'is only allowed with'],
  [/\b(brings?|brought|bringing) (\S+ ){0,6}to (its|their) ends?\b/i, 'end, finish, restore'],
  [/\bwhat (became|becomes) of\b/i, 'result of'],
  [/\bwords for (the|a) user\b/i, 'message for the user'],
  [/\bnobody (needs|wants)\b/i, 'no longer needed'],
];

const files = [
  ...['README.md', 'CONTRIBUTING.md', 'RELEASING.md', 'SECURITY.md'],
  ...filesBelow('docs', '.md'),
  ...filesBelow('.github/workflows', '.yml'),
  ...['actions', 'src', 'cli', 'scripts', 'packages', 'spec', 'test'].flatMap((folder) =>
    ['.md', '.yml', '.ts'].flatMap((ending) => filesBelow(folder, ending)),
  ),
].filter((file) => file !== 'test/contract/english.test.ts' && !file.startsWith('test/fixtures/'));

/** A phrase can be wrapped, also in a comment. Headings of the troubleshooting page quote messages, which another test compares. */
const lines = (text: string): string => text.replace(/\*\*`[^`]+`\*\*/g, '').replace(/\n\s*(?:\/\/|\*|#)?\s*/g, ' ');

const findings = (text: string): string[] =>
  BANNED.flatMap(([phrase, instead]) => {
    const [found] = phrase.exec(lines(text)) ?? [];
    return found ? [`"${found}": say "${instead}"`] : [];
  });

describe('plain English', () => {
  test('no text uses a banned phrase', () => {
    const found = files.flatMap((file) => findings(read(file)).map((finding) => `${file}: ${finding}`));
    expect(found).toEqual([]);
  });

  test('finds a phrase that is wrapped in a comment', () => {
    expect(findings('// the revision was proved\n  // healthy')).toHaveLength(1);
  });
});
