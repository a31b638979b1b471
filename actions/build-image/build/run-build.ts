/** Runs the build: calls buildx, repeats pushes after transient errors, and explains failures. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Docker } from '../../../src/container/docker-program.ts';
import { isPublicByName } from '../../../src/policy/secrets/variable-names.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { withHeartbeat } from '../../../src/runtime/output/heartbeat.ts';
import { retry } from '../../../src/runtime/retry.ts';
import type { BuildPlan, BuildSettings } from '../plan/build-command.ts';
import { type BuildError, readBuildError } from './build-error.ts';
import { type BuildProgress, type BuildWarning, createProgress, type Step } from './progress.ts';

export interface BuildResult {
  /** What buildx wrote to its metadata file. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Steps of the first attempt, in which the work was done. */
  readonly steps: readonly Step[];
  readonly warnings: readonly BuildWarning[];
  /** Of the build cache that was written. */
  readonly cacheDigest: string | undefined;
  readonly attempts: number;
}

/** Milliseconds from the first refusal in which a push is repeated. */
const PUSH_DEADLINE = 120_000;
const PAUSES = [1000, 2000, 4000, 8000, 16_000, 30_000];

export interface Builds {
  readonly docker: Docker;
  readonly env: Readonly<Record<string, string>>;
  readonly plan: (settings: Pick<BuildSettings, 'again' | 'sbom' | 'metadataFile'>) => BuildPlan;
  readonly folder: string;
  readonly dockerfile: string;
  readonly sbom: string;
  /** Called once, after a failure that the builder may have caused: whether the next attempt uses another one. */
  readonly anotherBuilder: () => Promise<boolean>;
  /** Called when a push was refused because of its login. */
  readonly onLoginRefused: () => void;
  /** Called when docker was started. */
  readonly onStart: () => void;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** State that the attempts of a build share. */
interface BuildState {
  sbom: string;
  /** The first attempt whose push was refused: the work was done in it. */
  first?: Pick<BuildResult, 'steps' | 'warnings'>;
  /** Milliseconds since 1970 after which no push begins; set by the first refusal. */
  deadline?: number;
  /** How often docker was run. */
  runs: number;
  builderAsked: boolean;
}

/** The registry refused the push, which may be transient. */
class PushRefusedError extends Error {}

/**
 * Builds and pushes. After a push that was refused the same command runs again: all steps come from the builder's own
 * cache, so nothing is built twice.
 */
export async function build(builds: Builds): Promise<BuildResult> {
  const { log, clock, signal } = builds;
  const state: BuildState = { sbom: builds.sbom, runs: 0, builderAsked: false };
  const pauseAfter = () => PAUSES[Math.min(state.runs, PAUSES.length) - 1] as number;
  try {
    return await retry(() => attemptBuild(builds, state), {
      clock,
      signal,
      resource: 'push of the image',
      pauseAfter,
      mayPass: (error) =>
        error instanceof PushRefusedError && clock.now() + pauseAfter() <= (state.deadline ?? Number.POSITIVE_INFINITY),
      onRetry: ({ message }, pause) =>
        log.info(
          `The registry refused the push: ${message}. The image is not rebuilt; next attempt in ${pause / 1000} s.`,
        ),
    });
  } catch (error) {
    if (!(error instanceof PushRefusedError)) throw error;
    throw new OutcomeError(
      `The push failed for ${PUSH_DEADLINE / 1000} s, in ${state.runs} attempts. ${error.message}`,
      { cause: error },
    );
  }
}

/** One push: runs docker, again at once where another builder or no SBOM may help. */
async function attemptBuild(builds: Builds, state: BuildState): Promise<BuildResult> {
  const { log, clock } = builds;
  const { exitCode, progress, metadataFile } = await runDocker(builds, state);
  state.runs++;
  const done = { steps: progress.steps(), warnings: progress.warnings() };
  if (exitCode === 0)
    return {
      ...(state.first ?? done),
      metadata: readMetadata(metadataFile),
      cacheDigest: progress.cacheDigest(),
      attempts: state.runs,
    };
  const error = readBuildError(progress.text(), builds.dockerfile, exitCode);
  if (error.kind === 'scanner' && state.sbom === 'true') {
    log.warning(
      `Built without SBOM: the scanner's image could not be pulled (${error.message}). Set sbom to false, or to generator=IMAGE.`,
    );
    state.sbom = 'false';
    return await attemptBuild(builds, state);
  }
  if (error.kind === 'other' && !state.builderAsked) {
    state.builderAsked = true;
    if (await builds.anotherBuilder()) return await attemptBuild(builds, state);
  }
  if (error.kind !== 'registry') throw failure(error, progress.warnings(), log);
  if (/\b401\b|unauthorized|invalid_token/i.test(error.message)) builds.onLoginRefused();
  state.first ??= done;
  state.deadline ??= clock.now() + PUSH_DEADLINE;
  throw new PushRefusedError(error.message);
}

/** Runs `docker buildx build` once, with its progress in the log. */
async function runDocker(
  builds: Builds,
  { sbom, deadline }: BuildState,
): Promise<{ exitCode: number; progress: BuildProgress; metadataFile: string }> {
  const { log, clock } = builds;
  const metadataFile = join(builds.folder, 'metadata.json');
  rmSync(metadataFile, { force: true });
  const plan = builds.plan({ again: deadline !== undefined, sbom, metadataFile });
  let printed = () => {};
  const progress = createProgress((line) => {
    log.output(line);
    printed();
  });
  const { exitCode } = await withHeartbeat(
    () => progress.running() ?? 'docker buildx build',
    // The step's name is the Dockerfile's text.
    { log: { info: log.output }, clock },
    (onPrint) => {
      printed = onPrint;
      return builds.docker(plan.args, {
        env: { ...builds.env, ...plan.env },
        onStart: builds.onStart,
        onOutput: (chunk) => progress.write(chunk),
      });
    },
  );
  progress.end();
  return { exitCode, progress, metadataFile };
}

function failure(error: BuildError, warnings: readonly BuildWarning[], log: Log): OutcomeError {
  reportWarnings(warnings, log);
  return new OutcomeError(
    `ERROR: ${error.message}${hint(error.message)}`,
    error.location ? { location: error.location } : {},
  );
}

/** Explains messages of the builder. */
function hint(message: string): string {
  if (/exec format error/.test(message))
    return '\nThis runner cannot run programs of that platform. Add docker/setup-qemu-action before this step.';
  const [, secret] = /\bsecret (\S+): not found/.exec(message) ?? [];
  if (secret !== undefined)
    return `\nPass it in secrets, as ${secret}=VALUE; in pipeline.yml, in the secret build-env.`;
  if (/unexpected key '[^']+' in /.test(message))
    return '\nThis builder does not know that option yet. Let the Dockerfile begin with the line # syntax=docker/dockerfile:1.';
  if (/network\.host is not allowed/.test(message)) return '\nAdd --allow=network.host to extra-args.';
  return '';
}

export function reportWarnings(warnings: readonly BuildWarning[], log: Log): void {
  for (const { message, location } of warnings) if (!isAboutPublicKey(message)) log.warning(message, location);
}

/**
 * BuildKit goes by the name, and takes `VITE_API_KEY` for a secret
 * (https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/). The policy judges names and values.
 */
function isAboutPublicKey(message: string): boolean {
  const [, name] = /^SecretsUsedInArgOrEnv: .*\((?:ARG|ENV) "([^"]+)"\)/.exec(message) ?? [];
  return name !== undefined && isPublicByName(name);
}

function readMetadata(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    throw new OutcomeError(
      'The build succeeded without metadata, so the digest is unknown. Check that buildx is 0.13 or newer.',
      { cause },
    );
  }
}
