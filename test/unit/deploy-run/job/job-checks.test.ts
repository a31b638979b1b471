/** A Job in a freeze, or without provenance. Google's time comes from the read that the write needs anyway. */
import { expect, test } from 'vitest';
import { deployJob } from '../../../../actions/deploy-run/job/deploy-job.ts';
import { checkProvenance } from '../../../../actions/deploy-run/preflight/provenance.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import { parseFreezeWindow } from '../../../../src/freeze/windows.ts';
import { readManifest } from '../../../../src/manifest/index.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { createSummary } from '../../../../src/runtime/summary.ts';

const manifest = readManifest({
  file: 'job.yaml',
  project: 'p',
  region: 'r',
  substitutions: new Map(),
  text: `apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: report }
spec: { template: { spec: { template: { spec: { containers: [{ image: "example.com/report@sha256:${'b'.repeat(64)}" }] } } } } }
`,
});

/** The calls of a dry run whose first response says that it is Christmas. */
async function deploy(
  force: boolean,
  provenance: object = { mode: 'off' },
): Promise<{ calls: string[]; error: unknown }> {
  const calls: string[] = [];
  let now = Date.UTC(2026, 0, 1);
  const call = (method: string) => async () => {
    calls.push(method);
    now = Date.UTC(2026, 11, 25);
    return method === 'GET' ? undefined : { name: 'operation' };
  };
  const http = { json: (request: { method?: string }) => call(request.method ?? 'GET')() };
  const log = new Proxy({}, { get: () => () => {} });
  const { signal } = new AbortController();
  const context = { log, clock: systemClock, signal, summary: createSummary(), output() {}, github: {} };
  const clients = {
    cloud: { http, auth: {}, endpoints: { run: 'http://run' } },
    googleClock: { now: () => now },
    registry: { manifest: async () => ({ manifests: [] }) },
  };
  const freeze = [parseFreezeWindow('2026-12-20 - 2027-01-02: holidays')];
  const inputs = { project: 'p', commit: 'a'.repeat(40), dryRun: true, freeze, force };
  const shared = { rollout: { probe: { given: [] } }, provenance };
  const request = {
    images: [],
    imageRepositories: { allowed: [], scope: 'all' },
    secretsLatest: 'keep',
    execute: false,
  };
  const error = await deployJob(
    [{ region: 'r', manifest: manifest as never, judged: [] }],
    request as never,
    { context, clients, inputs: { ...inputs, ...shared }, signal } as never,
  ).catch((reason: unknown) => reason);
  return { calls, error };
}

test('a freeze by Google’s time refuses the deploy after one read', async () => {
  const { calls, error } = await deploy(false);
  expect(String(error)).toMatch(/holidays.*Nothing was changed/s);
  expect(calls).toEqual(['GET']);
});

test('an image without the provenance that is required is refused before the job is written', async () => {
  const identity = { workflows: ['acme/shop/.github/workflows/deploy.yml'], refs: ['refs/heads/main'] };
  const { calls, error } = await deploy(true, { mode: 'enforce', identity, trustedRoots: [], keys: [] });
  expect(String(error)).toMatch(/is not in Artifact Registry, where attestations are read/);
  const tagged = { containers: [{ image: 'example.com/report:v1' }] };
  const step = { inputs: { provenance: { mode: 'enforce' } } } as unknown as StepContext;
  await expect(checkProvenance(step, tagged)).rejects.toThrow(/"example.com\/report:v1" has no digest/);
  expect(calls).toEqual([]);
});

test('with force, the job is read once and written', async () => {
  const { calls, error } = await deploy(true);
  expect(error).toBeUndefined();
  expect(calls).toEqual(['GET', 'POST']);
});
