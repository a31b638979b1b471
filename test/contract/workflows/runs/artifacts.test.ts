/** Which artifacts a release downloads after "Re-run failed jobs", where some of them are of an earlier attempt. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readInputs } from '../../../../actions/pipeline/inputs.ts';
import { artifactName, readCall } from '../../../../actions/pipeline/plan/call.ts';
import { planReleaseInputs } from '../../../../actions/pipeline/plan/release.ts';
import { run } from '../../../../actions/pipeline/run.ts';
import { readSurroundings } from '../../../../src/runtime/action.ts';
import type { Context } from '../../../../src/runtime/context.ts';
import { createInputReader, variable } from '../../../../src/runtime/inputs.ts';
import { read } from '../../sources.ts';
import { parseWorkflow, type Step } from '../workflows.ts';

const WORKFLOWS = ['pipeline', 'promote', 'preview'];
const CALL = 'c0ffee';
const DIGEST = `sha256:${'a'.repeat(64)}`;

interface Artifact {
  readonly id: number;
  readonly name: string;
}

const stepsOf = (workflow: string, job: string): readonly Step[] =>
  parseWorkflow(read(`.github/workflows/${workflow}.yml`)).jobs[job]?.steps ?? [];

/** The artifact of a frontend, by the name that the workflow gives it, and the slot that its job sets. */
function build(workflow: string, frontend: string, attempt: number, id: number) {
  const values: Record<string, string> = {
    'steps.entry.outputs.call': CALL,
    'matrix.frontend.name': frontend,
    'fromJSON(steps.entry.outputs.entry).name': frontend,
    'github.run_attempt': String(attempt),
    'steps.upload.outputs.artifact-id': String(id),
  };
  const steps = stepsOf(workflow, 'frontends');
  const fill = (text = '') => text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, path: string) => values[path] ?? path);
  const upload = steps.find(({ uses = '' }) => uses.startsWith('actions/upload-artifact@'));
  const slot = steps.find((step) => step.id === 'slot');
  const { ID = '', ATTEMPT = '' } = (slot?.env ?? {}) as Record<string, string>;
  const written = /echo "value=(.*)" >>/.exec(slot?.run ?? '')?.[1] ?? '';
  return {
    artifact: { id, name: fill(String(upload?.with?.name)) },
    slot: written.replace('$ID', fill(ID)).replace('$ATTEMPT', fill(ATTEMPT)).replace('sha256:$digest', DIGEST),
  };
}

/**
 * The folders that actions/download-artifact makes. Of artifacts with one name, it knows only the one with the highest id
 * (https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/find/list-artifacts.ts), and one that it does not know is
 * a warning where it knows another (https://github.com/actions/download-artifact/blob/v8.0.0/src/download-artifact.ts).
 */
function download(all: readonly Artifact[], ids: readonly string[], path: string): string[] {
  const latest = [...Map.groupBy(all, ({ name }) => name).values()].map((same) =>
    same.reduce((one, other) => (other.id > one.id ? other : one)),
  );
  const found = latest.filter(({ id }) => ids.includes(String(id)));
  if (found.length === 0) throw new Error('None of the provided artifact IDs were found');
  return found.map(({ name }) => (found.length === 1 ? path : `${path}/${name}`));
}

function plan(slots: readonly string[], folder: string) {
  const frontends = ['site', 'docs'].map((name) => ({ name, path: 'dist', bucket: 'b' }));
  const { lists } = readCall({
    checks: '[]',
    services: '[]',
    jobs: '[]',
    frontends: JSON.stringify(frontends),
    migration: '',
  });
  const { inputs, problems } = planReleaseInputs({
    lists,
    region: 'us-central1',
    imageRepository: '',
    digests: {},
    builds: Object.fromEntries(slots.map((slot, i) => [`s${i}`, slot])),
    folder,
    promotion: undefined,
    artifactName: (frontend, attempt) => artifactName(CALL, frontend, attempt),
    jobManifests: new Set(),
  });
  expect(problems).toEqual([]);
  return inputs;
}

// Ids of artifacts do not grow with time (https://github.com/Systemorph/MeshWeaver/issues/4303).
test.each(WORKFLOWS)('%s.yml: that of the repeated job, and those of the others', (workflow) => {
  const site = build(workflow, 'site', 1, 17);
  const failed = build(workflow, 'docs', 1, 99);
  const docs = build(workflow, 'docs', 2, 42);
  const { artifacts, folders } = plan([site.slot, docs.slot], '/tmp/frontends');
  expect(artifacts).toEqual(['17', '42']);
  const made = download([site.artifact, failed.artifact, docs.artifact], artifacts, '/tmp/frontends');
  expect(made).toEqual(folders);
});

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'artifacts-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

test.each(['pipeline', 'promote'])(
  '%s.yml: one that is missing stops the release before anything changes',
  async (workflow) => {
    const steps = stepsOf(workflow, 'release');
    const at = steps.findIndex(({ name }) => name === 'Check the builds');
    const before = steps.slice(0, at).map(({ uses = '' }) => uses.split('@')[0]);
    expect(before).toEqual(['actions/checkout', './actions/pipeline', 'actions/download-artifact']);
    expect(steps[at]?.if).toContain("steps.download.outcome == 'failure'");
    const site = build(workflow, 'site', 1, 17);
    const docs = build(workflow, 'docs', 2, 42);
    const { artifacts, folders } = plan([site.slot, docs.slot], scratch);
    const values: Record<string, string> = {
      'steps.lists.outputs.artifacts': artifacts.join(','),
      'steps.lists.outputs.folders': folders.join('\n'),
    };
    const check = async (all: readonly Artifact[], outcome = 'success') => {
      for (const folder of download(all, artifacts, scratch)) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'index.html'), 'x');
      }
      const given = Object.entries(steps[at]?.with ?? {}).map(([name, value]) => [
        variable(name),
        String(value).replace(/^\$\{\{ (.*) \}\}$/, (_, path: string) => values[path] ?? outcome),
      ]);
      const context = readSurroundings({}) as unknown as Context;
      await run(readInputs(createInputReader(Object.fromEntries(given)), context), context);
    };
    await expect(check([site.artifact])).rejects.toThrow(/^Nothing was changed\. .* \(17,42\) cannot be downloaded/);
    await expect(check([site.artifact, docs.artifact], 'failure')).rejects.toThrow('Nothing was changed.');
    await check([site.artifact, docs.artifact]);
  },
);
