/** Whether a run may sign, and in which log: a private repository must not be named in the public one by default. */
import { describe, expect, it } from 'vitest';
import { signingInstance, signingObstacle, tokenObstacle } from '../../../actions/build-image/plan/signing.ts';
import type { JobClaims } from '../../../src/provenance/slsa.ts';

const GITHUB = 'https://github.com';
const GHES = 'https://github.example.com';
const ISSUER = 'https://token.actions.githubusercontent.com';
const TOKEN = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.test', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };
const obstacle = (eventName: string, serverUrl = GITHUB, env: Record<string, string> = TOKEN, key?: string) =>
  signingObstacle({ serverUrl, eventName }, env, key);

describe('a run signs', () => {
  it.each(['push', 'workflow_dispatch', 'schedule', 'release', 'merge_group', 'pull_request'])('after %s', (event) =>
    expect(obstacle(event)).toBeUndefined(),
  );
  it('with a key on GitHub Enterprise Server', () =>
    expect(obstacle('push', GHES, TOKEN, 'projects/p/…/1')).toBeUndefined());
});

describe('a run does not sign', () => {
  it.each(['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion', 'fork', 'watch'])(
    'after %s, neither by its identity nor with a key',
    (event) => {
      expect(obstacle(event)).toContain(`a run started by ${event} carries the ref of the default branch`);
      expect(obstacle(event, GITHUB, TOKEN, 'projects/p/…/1')).toContain(event);
    },
  );
  it.each(Object.keys(TOKEN))('without %s', (name) =>
    expect(obstacle('push', GITHUB, { ...TOKEN, [name]: '' })).toContain('id-token: write'),
  );
  it('by its identity on GitHub Enterprise Server', () =>
    expect(obstacle('push', GHES)).toMatch(/GitHub Enterprise Server.*sign-key/));
});

it.each([
  [ISSUER, true],
  [`${ISSUER}/acme`, true],
  [`${ISSUER}.example.com`, false],
  [`${GHES}/_services/token`, false],
])('a token of %s is accepted: %s', (iss, accepted) =>
  expect(tokenObstacle({ iss } as JobClaims, GITHUB)).toBe(
    accepted ? undefined : `the job's token is of ${iss}, which Sigstore does not know`,
  ),
);

it.each([
  ['public', 'auto', 'public-good'],
  ['private', 'auto', 'github'],
  ['internal', 'auto', 'github'],
  [undefined, 'auto', 'github'],
  ['private', 'public', 'public-good'],
] as const)('a repository that is %s, with sign-log: %s, is signed by %s', (visibility, signLog, instance) => {
  expect(signingInstance({ repository_visibility: visibility } as JobClaims, signLog)).toBe(instance);
});
