/** Tests of the bundle tier whose writes differ from run to run, so that test/golden/ leaves them out. */

const UNSTABLE: readonly (readonly [tests: RegExp, reason: string])[] = [
  [
    /^deploy-run-sweep > /,
    'three lanes kill runs side by side, and a state that one lane tried is left out by the others',
  ],
  [/^publish-frontend-death > /, 'sites are killed side by side, at each of their calls'],
];

/** Whether a test, as `FILE > NAME`, is one of them. */
export const isUnstable = (test: string): boolean => UNSTABLE.some(([tests]) => tests.test(test));
