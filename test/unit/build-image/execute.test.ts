/** Repeating a push, on a clock of our own and a docker that says scripted responses. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { build } from '../../../actions/build-image/build/run-build.ts';
import type { Docker } from '../../../src/container/docker-program.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'execute-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const REFUSED = 'ERROR: failed to solve: failed to push h/n:t: unexpected status: 503 Service Unavailable';

/** Each response is what buildx writes, or undefined for success. */
async function run(
  responses: readonly (string | undefined)[],
  metadata = '{"containerimage.digest":"sha256:x"}',
  another = false,
  working: (print: (chunk: Buffer) => void) => void = () => {},
) {
  let now = 0;
  const began = Date.now();
  const sleeps: number[] = [];
  const attempts: { again: boolean; sbom: string }[] = [];
  const messages: string[] = [];
  const docker: Docker = async (args, options) => {
    const response = responses[Math.min(attempts.length - 1, responses.length - 1)];
    working((chunk) => options?.onOutput?.(chunk));
    if (response === undefined) writeFileSync(String(args[0]), metadata);
    else options?.onOutput?.(Buffer.from(response));
    return { exitCode: response === undefined ? 0 : 1, stdout: '', stderr: response ?? '' };
  };
  const say = (message: string) => void messages.push(message);
  const log = { info: say, output: say, debug: say, notice: say, warning: say, error: say } as unknown as Log;
  const result = build({
    docker,
    env: {},
    plan: ({ again, sbom, metadataFile }) => {
      attempts.push({ again, sbom });
      return { args: [metadataFile], env: {} };
    },
    folder,
    dockerfile: 'Dockerfile',
    sbom: 'true',
    anotherBuilder: async () => {
      messages.push('builder inspected');
      return another;
    },
    onLoginRefused: () => void messages.push('login refused'),
    onStart: () => {},
    log,
    clock: {
      ...systemClock,
      now: () => now + (vi.isFakeTimers() ? Date.now() - began : 0),
      sleep: async (ms) => {
        sleeps.push(ms);
        now += ms;
      },
    },
    signal: new AbortController().signal,
  });
  const outcome = await result.catch((error: Error) => error);
  return { outcome, attempts, sleeps, said: messages, now: () => now };
}

describe('a build', () => {
  it('that works is run once', async () => {
    const { outcome, attempts } = await run([undefined]);
    expect(outcome).toMatchObject({ attempts: 1, metadata: { 'containerimage.digest': 'sha256:x' } });
    expect(attempts).toEqual([{ again: false, sbom: 'true' }]);
  });

  it('without output reports every 30 s which step is still running', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const step = { digest: 'sha256:1', name: '[2/3] RUN cargo build', started: '2026-01-01T00:00:00Z' };
    const { said } = await run([undefined], undefined, false, (print) => {
      vi.advanceTimersByTime(30_000);
      print(Buffer.from(`${JSON.stringify({ vertexes: [step] })}\n`));
      vi.advanceTimersByTime(60_000);
    });
    vi.advanceTimersByTime(60_000);
    expect(said).toEqual([
      'docker buildx build: still running, 30 s',
      '#1 [2/3] RUN cargo build',
      '#1 [2/3] RUN cargo build: still running, 60 s',
      '#1 [2/3] RUN cargo build: still running, 90 s',
    ]);
  });

  it('whose push is temporarily refused is repeated with the finished build', async () => {
    const { outcome, attempts, sleeps } = await run([REFUSED, REFUSED, undefined]);
    expect(outcome).toMatchObject({ attempts: 3 });
    expect(attempts.map(({ again }) => again)).toEqual([false, true, true]);
    expect(sleeps).toEqual([1000, 2000]);
  });

  it('whose login is refused requests another token', async () => {
    const { outcome, said } = await run([REFUSED.replace('503 Service Unavailable', '401 Unauthorized'), undefined]);
    expect(outcome).toMatchObject({ attempts: 2 });
    expect(said).toContain('login refused');
  });

  it('whose push is refused for good ends after one deadline, with the words of the registry', async () => {
    const { outcome, now } = await run([REFUSED]);
    expect(String(outcome)).toMatch(/The push failed for 120 s.*503 Service Unavailable/);
    expect(now()).toBeLessThanOrEqual(120_000);
    expect(now()).toBeGreaterThan(60_000);
  });

  it('whose instruction fails is not repeated', async () => {
    const { outcome, attempts } = await run(['Dockerfile:3\n--------------------\nERROR: exit code: 1']);
    expect(attempts).toHaveLength(1);
    expect(outcome).toMatchObject({ name: 'OutcomeError', location: { file: 'Dockerfile', line: 3 } });
  });

  it('that is forbidden to push is not repeated', async () => {
    const { attempts } = await run(['ERROR: failed to push h/n:t: denied: Permission denied']);
    expect(attempts).toHaveLength(1);
  });

  it('that the builder cannot do is repeated with another, once', async () => {
    const refusal = 'ERROR: Attestation is not supported for the docker driver.';
    const metadata = '{"containerimage.digest":"sha256:x"}';
    const better = await run([refusal, undefined], metadata, true);
    expect(better.outcome).toMatchObject({ attempts: 2 });
    expect(better.attempts.map(({ again }) => again)).toEqual([false, false]);
    const none = await run([refusal], metadata, false);
    expect(none.attempts).toHaveLength(1);
    expect(String(none.outcome)).toContain('not supported for the docker driver');
    const worse = await run([refusal], metadata, true);
    expect(worse.attempts).toHaveLength(2);
    expect(worse.said.filter((line) => line === 'builder inspected')).toHaveLength(1);
  });

  it('without access to the scanner continues without SBOM, and says so', async () => {
    const { outcome, attempts, said } = await run([
      'ERROR: failed to solve: failed to resolve source metadata for docker.io/docker/buildkit-syft-scanner:stable-1: no such host',
      undefined,
    ]);
    expect(outcome).toMatchObject({ attempts: 2 });
    expect(attempts.map(({ sbom }) => sbom)).toEqual(['true', 'false']);
    expect(said.join()).toContain('Built without SBOM');
  });

  it('that leaves no metadata is a failure', async () => {
    const { outcome } = await run([undefined], 'not json');
    expect(String(outcome)).toContain('without metadata');
  });
});
