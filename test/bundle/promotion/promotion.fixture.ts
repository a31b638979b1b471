/** A source with its image repository, and the repository `live` of a target. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { runStep, type StepResult } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';

export const [A, B, C] = COMMITS;
const auth = { 'workload-identity-provider': DEFAULTS.provider, 'service-account': DEFAULTS.serviceAccount };

export interface PromotionFixture extends Fixture {
  /** `HOST/PROJECT/REPOSITORY` of the source's images. */
  readonly repository: string;
  /** A step of the action, in a run of the commit `sha`. */
  promote(inputs: Record<string, string>, sha?: string): Promise<StepResult>;
  /** Publishes a site of one page. */
  publish(bucket: string, commit: string, page: string): Promise<void>;
}

/** Input `services` with one service that runs the image `server`. */
export const listOf = (service: string): string => JSON.stringify([{ name: 'server', service }]);

export async function createPromotionFixture(): Promise<PromotionFixture> {
  const fixture = await createFixture();
  const { emulator, workspace } = fixture;
  const repository = (await fixture.image('one')).replace(/\/server@.*/, '');
  emulator.seed.repository({ id: 'live' });
  return Object.assign(fixture, {
    repository,
    promote: (inputs: Record<string, string>, sha: string = B) =>
      runStep('promotion', {
        workspace,
        with: {
          ...auth,
          'from-project': DEFAULTS.project,
          'from-region': DEFAULTS.region,
          'from-image-repository': repository,
          'github-token': emulator.github.token,
          ...inputs,
        },
        env: { ...emulator.env, GITHUB_SHA: sha },
      }),
    async publish(bucket: string, commit: string, page: string) {
      const site = join(workspace, bucket);
      mkdirSync(site, { recursive: true });
      writeFileSync(join(site, 'index.html'), page);
      const result = await runStep('publish-frontend', {
        workspace,
        with: { ...auth, project: DEFAULTS.project, bucket, path: bucket, 'github-token': emulator.github.token },
        env: { ...emulator.env, GITHUB_SHA: commit },
      });
      expect(result.exitCode, logOf(result)).toBe(0);
    },
  });
}
