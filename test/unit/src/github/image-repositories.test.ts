import { describe, expect, test } from 'vitest';
import { readInputs as readDeploy } from '../../../../actions/deploy-run/inputs.ts';
import { readInputs as readMigrate } from '../../../../actions/migrate/inputs.ts';
import { readGitHubRun } from '../../../../src/github/run.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { createInputReader } from '../../../../src/runtime/inputs.ts';

const APPS = 'us-central1-docker.pkg.dev/acme/apps';
const DIGEST = `sha256:${'a'.repeat(64)}`;

/** What an action says to its inputs; '' if they are fine. */
function complaint(action: 'deploy-run' | 'migrate', image: string, repositories: string): string {
  const env = {
    GITHUB_SHA: 'c'.repeat(40),
    INPUT_PROJECT: 'acme-prod',
    INPUT_REGION: 'us-central1',
    INPUT_IMAGE: image,
    'INPUT_IMAGE-REPOSITORIES': repositories,
    ...(action === 'migrate' ? { INPUT_JOB: 'migrate' } : { INPUT_SERVICE: 'web' }),
  };
  const context = { env, github: readGitHubRun(env), clock: systemClock };
  try {
    if (action === 'migrate') readMigrate(createInputReader(env), context);
    else readDeploy(createInputReader(env), context);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe.each(['deploy-run', 'migrate'] as const)('%s', (action) => {
  test.each([
    ['any, without repositories', 'docker.io/evil/miner', ''],
    ['one of the repository', `${APPS}/web`, APPS],
    ['one of a folder of it', `${APPS}/team/web`, `${APPS}/`],
    ['one of the second', `${APPS}/web`, `us-central1-docker.pkg.dev/acme/other\n${APPS}`],
  ])('takes an image: %s', (_, name, repositories) => {
    expect(complaint(action, `${name}@${DIGEST}`, repositories)).toBe('');
  });

  test.each([
    ['another registry', 'docker.io/evil/miner'],
    ['the repository of another tenant, whose name begins alike', `${APPS}-eu/web`],
    ['another project', 'us-central1-docker.pkg.dev/evil/apps/web'],
    ['a host that ends alike', 'evil.us-central1-docker.pkg.dev/acme/apps/web'],
  ])('refuses an image of %s', (_, name) => {
    expect(complaint(action, `${name}@${DIGEST}`, APPS)).toContain(
      `Input image: ${name}@${DIGEST} is not in ${APPS}. Pass an image from there, or add its repository to image-repositories.`,
    );
  });

  test('names the format of a repository', () => {
    expect(complaint(action, `${APPS}/web@${DIGEST}`, 'apps')).toContain(
      'Input image-repositories: "apps" is not a repository. Write HOST/PROJECT/REPOSITORY',
    );
  });
});

test('deploy-run judges the image of each container', () => {
  const images = `${APPS}/web@${DIGEST}\nproxy=docker.io/evil/miner@${DIGEST}`;
  expect(complaint('deploy-run', images, APPS)).toContain('docker.io/evil/miner');
});
