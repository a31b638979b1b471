/** Carries out the build: runs buildx, repeats what a registry refused for a moment, and says what a failure means. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Docker } from '../../../src/container/docker.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { withHeartbeat } from '../../../src/runtime/output/heartbeat.ts';
import type { BuildPlan, BuildSettings } from '../plan/build-command.ts';
import { type BuildError, readBuildError } from './build-error.ts';
import { type BuildWarning, createProgress, type Step } from './progress.ts';

export interface BuildResult {
  /** What buildx wrote to its metadata file. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Steps of the first attempt, in which the work was done. */
  readonly steps: readonly Step[];
  readonly warnings: readonly BuildWarning[];
  readonly attempts: number;
}

/** Milliseconds from the first refusal on in which a push is tried again. */
const PUSH_DEADLINE = 120_000;
const PAUSES = [1000, 2000, 4000, 8000, 16_000, 30_000];

export interface Builds {
  readonly docker: Docker;
  readonly env: Readonly<Record<string, string>>;
  readonly plan: (settings: Pick<BuildSettings, 'again' | 'sbom' | 'metadataFile'>) => BuildPlan;
  readonly folder: string;
  readonly dockerfile: string;
  readonly sbom: string;
  /** Asked once, after a failure that may be the builder's: whether the next attempt has another. */
  readonly anotherBuilder: () => Promise<boolean>;
  /** Told when a push was refused for its login. */
  readonly onLoginRefused: () => void;
  /** Told when docker was started. */
  readonly onStart: () => void;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Builds and pushes. After a push that was refused the same command runs again: all steps come from the builder's own
 * cache, so nothing is built twice.
 */
export async function build(builds: Builds): Promise<BuildResult> {
  const { log, clock } = builds;
  let sbom = builds.sbom;
  let first: { steps: Step[]; warnings: BuildWarning[] } | undefined;
  let deadline: number | undefined;
  let asked = false;
  for (let attempts = 1; ; attempts++) {
    const metadataFile = join(builds.folder, 'metadata.json');
    rmSync(metadataFile, { force: true });
    const plan = builds.plan({ again: deadline !== undefined, sbom, metadataFile });
    let printed = () => {};
    const progress = createProgress((line) => {
      log.output(line);
      printed();
    });
    const env = { ...builds.env, ...plan.env };
    const { exitCode } = await withHeartbeat(
      () => progress.running() ?? 'docker buildx build',
      // The step's name is the Dockerfile's text.
      { info: log.output },
      (onPrint) => {
        printed = onPrint;
        return builds.docker(plan.args, {
          env,
          onStart: builds.onStart,
          onOutput: (chunk) => progress.write(chunk),
        });
      },
    );
    progress.end();
    const done = { steps: progress.steps(), warnings: progress.warnings() };
    if (exitCode === 0) return { ...(first ?? done), metadata: readMetadata(metadataFile), attempts };
    const error = readBuildError(progress.text(), builds.dockerfile);
    if (error.kind === 'scanner' && sbom === 'true') {
      log.warning(
        `Built without SBOM: the scanner's image could not be had (${error.message}). Set sbom to false, or to generator=IMAGE.`,
      );
      sbom = 'false';
      continue;
    }
    if (error.kind === 'other' && !asked) {
      asked = true;
      if (await builds.anotherBuilder()) continue;
    }
    if (error.kind !== 'registry') throw failure(error, progress.warnings(), log);
    if (/\b401\b|unauthorized|invalid_token/i.test(error.message)) builds.onLoginRefused();
    first ??= done;
    deadline ??= clock.now() + PUSH_DEADLINE;
    const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] as number;
    if (clock.now() + pause > deadline)
      throw new OutcomeError(
        `The push did not get through in ${PUSH_DEADLINE / 1000} s, in ${attempts} attempts. ${error.message}`,
      );
    log.info(
      `The registry refused the push: ${error.message}. Nothing is built again; next attempt in ${pause / 1000} s.`,
    );
    await clock.sleep(pause, builds.signal);
  }
}

function failure(error: BuildError, warnings: readonly BuildWarning[], log: Log): OutcomeError {
  reportWarnings(warnings, log);
  return new OutcomeError(
    `ERROR: ${error.message}${hint(error.message)}`,
    error.location ? { location: error.location } : {},
  );
}

/** What the builder's words mean where they do not say it. */
function hint(message: string): string {
  if (/exec format error/.test(message))
    return '\nThis runner cannot run programs of that platform. Add docker/setup-qemu-action before this step.';
  if (/network\.host is not allowed/.test(message)) return '\nAdd --allow=network.host to extra-args.';
  return '';
}

export function reportWarnings(warnings: readonly BuildWarning[], log: Log): void {
  for (const { message, location } of warnings) log.warning(message, location);
}

function readMetadata(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    throw new OutcomeError(
      'The build ended well and left no metadata, so its digest is unknown. Is buildx 0.13 or newer?',
      { cause },
    );
  }
}
