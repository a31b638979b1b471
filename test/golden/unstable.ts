/** Tests of the bundle tier that test/golden/ leaves out: their writes differ from run to run, or are too many to review. */

const LEFT_OUT: readonly (readonly [tests: RegExp, reason: string])[] = [
  [
    /^deploy-run-sweep > /,
    'three lanes kill runs side by side; a state that one lane tried is not tried by the others',
  ],
  [/^publish-frontend-death > /, 'sites are killed side by side, at each of their calls'],
  [/^publish-frontend-large > /, 'thousands of objects, through faults that hit whichever upload comes first'],
  [/^migrate > a migration > of two runs at once/, 'two runs race'],
  [/^migrate > a migration > of another commit is waited for/, 'two runs race'],
  [/^migrate-faults > .* > two commits come at the same moment/, 'two runs race'],
  [/^publish-frontend-race > a second publisher > that begins at the same moment/, 'two runs race'],
  [/^private-registry > /, 'installs a package over the network'],
];

/** Whether a test, as `FILE > NAME`, is one of them. */
export const isUnstable = (test: string): boolean => LEFT_OUT.some(([tests]) => tests.test(test));
