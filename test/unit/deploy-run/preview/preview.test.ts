/** A preview reads the service again when it writes, and the revision once it is ready. */
import { describe, expect, test } from 'vitest';
import { deployPreview } from '../../../../actions/deploy-run/preview/preview.ts';
import type { RegionalDeploy } from '../../../../actions/deploy-run/release/plan-members.ts';
import type { PlannedRollout } from '../../../../actions/deploy-run/service/planned-rollout.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
import { fakeService } from '../fake-service.ts';

const TAG = 'pr-7';
const image = (digit: string) => `registry.test/p/web/web@sha256:${digit.repeat(64)}`;
const LIVE = [{ type: REVISION, revision: 'web-b', percent: 100 }];
const SERVICE: Service = { traffic: LIVE, trafficStatuses: LIVE, labels: { 'managed-by': 'github-actions' } };

/** Deploys `web-c` under the tag. `now` is the service when this run writes; `runs` is the image of the revision. */
function preview(now: Service, runs: string) {
  const written: Service[] = [];
  let service = now;
  const fake = fakeService(
    () => service,
    async (_, sent) => {
      written.push(sent);
      service = {
        ...sent,
        trafficStatuses: (sent.traffic ?? []).map((one) => ({ ...one, uri: `https://${one.tag}.test` })),
      };
      return {};
    },
  );
  const revision = {
    containers: [{ image: runs }],
    conditions: [{ type: 'Ready', state: 'CONDITION_SUCCEEDED' }],
  };
  const github = { payload: {}, repository: 'acme/shop', runUrl: 'u' };
  const context = { ...fake.regional.context, github };
  const regional = { ...fake.regional, context, clients: { revisions: { get: async () => revision } } };
  const plan = {
    service: { name: regional.name, service: 'web', region: 'r' },
    current: SERVICE,
    desired: { service: SERVICE, template: {} },
    candidate: { kind: 'existing', revision: 'web-c' },
    template: { containers: [{ image: image('1') }] },
    accepted: new Map(),
    serving: [],
    notes: [],
    tag: TAG,
    claim: { tag: TAG, repository: 'acme/shop', force: false },
    commit: 'c'.repeat(40),
  };
  const inputs = {
    request: { kind: 'deploy', tag: TAG },
    services: [],
    rollout: { probe: { kind: 'startup' } },
    previewComment: false,
    commit: plan.commit,
    dryRun: false,
  };
  const deploy = {
    regional,
    inputs,
    after: [],
    prepare: async () => ({ regional, plan }) as unknown as PlannedRollout,
  };
  const step = { inputs, context } as unknown as StepContext;
  return { written, ends: deployPreview([deploy as unknown as RegionalDeploy], { tag: TAG }, step, []) };
}

test('a preview sets its tag, and leaves the traffic as it is', async () => {
  const { written, ends } = preview(SERVICE, image('1'));
  expect(await ends).toMatchObject([{ revision: 'web-c', tag: TAG }]);
  expect(written).toMatchObject([{ traffic: [...LIVE, { type: REVISION, revision: 'web-c', tag: TAG }] }]);
});

describe('a preview fails', () => {
  test('if another repository took its tag after it was planned, and does not change it', async () => {
    const target = [...LIVE, { type: REVISION, revision: 'web-z', tag: TAG }];
    const taken = {
      ...SERVICE,
      traffic: target,
      trafficStatuses: target,
      annotations: { 'actions.orchestra.dev/previews': JSON.stringify({ [TAG]: 'acme/other' }) },
    };
    const { written, ends } = preview(taken, image('1'));
    await expect(ends).rejects.toThrow('pr-7 is a preview of the repository acme/other');
    expect(written).toEqual([]);
  });

  test('if its revision runs another image, and removes the tag', async () => {
    const { written, ends } = preview(SERVICE, image('2'));
    await expect(ends).rejects.toThrow(`The revision runs ${image('2')} in the container 0, not ${image('1')}`);
    expect(written.at(-1)?.traffic).toEqual(LIVE);
  });
});
