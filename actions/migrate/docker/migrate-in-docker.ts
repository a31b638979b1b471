/** Migrates in a container on the runner, for a database that the runner can reach. */

import { createDocker } from '../../../src/container/docker.ts';
import { configureDocker } from '../../../src/container/docker-config.ts';
import type { Docker } from '../../../src/container/docker-program.ts';
import { formatImageDigest } from '../../../src/container/image-reference.ts';
import { isLoopback } from '../../../src/google/http/loopback.ts';
import { looksLikeSecret } from '../../../src/policy/secrets/looks-like-secret.ts';
import { requireProvenance } from '../../../src/provenance/require-provenance.ts';
import { type Cloud, type Context, connect } from '../../../src/runtime/context.ts';
import { isAbort, OutcomeError } from '../../../src/runtime/errors.ts';
import { createLines } from '../../../src/runtime/output/foreign-text.ts';
import { claimFolder } from '../../../src/runtime/temporary-folder.ts';
import { expiring } from '../../../src/runtime/time-limit.ts';
import type { MigrateInputs } from '../inputs.ts';
import { checkMigrations } from '../migrations/check-migrations.ts';

import { dirtyMessage, parseStatus } from '../migrations/schema-version.ts';
import type { SchemaStatus } from '../migrations/status-formats.ts';
import { DEFAULT_TIMEOUT } from '../plan/job.ts';
import { summarizeMigration } from '../report/summary.ts';
import { checkServices } from '../services.ts';

export const CONFIG_STATE = 'docker-config';

export async function runInDocker(inputs: MigrateInputs, context: Context, pid: number): Promise<void> {
  for (const warning of inputs.judged.warnings) context.log.warning(warning);
  for (const exception of inputs.judged.exceptions) context.log.notice(exception);
  // Not all: a mask of "1" or "production" would make the log unreadable.
  for (const [name, value] of inputs.env) if (looksLikeSecret(name, value)) context.mask(value);
  const cloud = connect(context, inputs.auth);
  await checkServices(inputs, context, cloud);
  await requireProvenance([inputs.image], inputs.provenance, { http: cloud.http, log: context.log });
  if (inputs.dryRun) {
    await checkMigrations(inputs, context, { version: undefined, files: undefined });
    context.log.info(`Dry run. docker ${planContainer(inputs, 'NAME', inputs.args).join(' ')}`);
    return;
  }
  const docker = createDocker(context, inputs.workspace, context.signal);
  await pull(inputs, context, cloud, docker, pid);
  const env = Object.fromEntries([...inputs.env].filter(([name]) => !READ_BY_DOCKER.test(name)));
  const call: Call = { inputs, context, docker, env };

  const before = await askStatus(call);
  if (before?.dirty) throw new OutcomeError(dirtyMessage(before));
  const migrations = await checkMigrations(inputs, context, { version: before?.version, files: undefined });
  const { exitCode } = await runContainer(call, inputs.args, (line) => context.log.output(line));
  if (exitCode !== 0)
    throw new OutcomeError(`The migration failed with exit code ${exitCode}. Do not deploy this commit.`);
  const after = await askStatus(call);
  if (after?.dirty) throw new OutcomeError(dirtyMessage(after));

  const version = after?.version ?? migrations?.newest;
  context.output('schema-version', version);
  context.output('already-applied', false);
  summarizeMigration(context.summary, {
    run: context.github,
    inputs,
    notes: inputs.judged.exceptions,
    job: undefined,
    execution: undefined,
    logUri: undefined,
    version,
    applied: undefined,
  });
}

interface Call {
  readonly inputs: MigrateInputs;
  readonly context: Context;
  readonly docker: Docker;
  readonly env: Readonly<Record<string, string>>;
}

/** Pulls the image if it is not here already; from Artifact Registry with a login of its own. */
async function pull(
  inputs: MigrateInputs,
  context: Context,
  { auth }: Pick<Cloud, 'auth'>,
  docker: Docker,
  pid: number,
): Promise<void> {
  const image = formatImageDigest(inputs.image);
  if ((await docker(['image', 'inspect', image])).exitCode === 0) return;
  const known = inputs.image.host.endsWith('-docker.pkg.dev') || isLoopback(inputs.image.host);
  if (!known) return await pullWith(docker, image, {});
  const token = async () => {
    const minted = await auth.accessToken();
    context.mask(minted);
    return minted;
  };
  const config = await configureDocker(context, inputs.image.host, pid, token);
  claimFolder(context, CONFIG_STATE, config.dir);
  try {
    await pullWith(docker, image, config.env);
  } finally {
    config.close(false);
  }
}

async function pullWith(docker: Docker, image: string, env: Readonly<Record<string, string>>): Promise<void> {
  const { exitCode, stderr } = await docker(['pull', '--quiet', image], { env });
  if (exitCode !== 0) throw new OutcomeError(`The image ${image} could not be pulled: ${stderr.trim()}`);
}

/** Variables that the docker program itself reads, and that hold no secret: its own must not be replaced. */
const READ_BY_DOCKER = /^(?:HOME|PATH|DOCKER_(?!AUTH_CONFIG$).*)$/;

/** Values of other variables stay out of the arguments: docker takes them from its own environment. */
export function planContainer(inputs: MigrateInputs, name: string, args: readonly string[]): string[] {
  const [entrypoint, ...rest] = inputs.command;
  return [
    'run',
    '--rm',
    '--name',
    name,
    '--network',
    'host',
    ...[...inputs.env].flatMap(([variable, value]) => [
      '--env',
      READ_BY_DOCKER.test(variable) ? `${variable}=${value}` : variable,
    ]),
    ...(entrypoint ? ['--entrypoint', entrypoint] : []),
    formatImageDigest(inputs.image),
    ...rest,
    ...args,
  ];
}

async function runContainer(
  { inputs, context, docker, env }: Call,
  args: readonly string[],
  print: (line: string) => void,
): Promise<{ exitCode: number; lines: string[] }> {
  const name = `migrate-${context.github.runId || 'local'}-${context.clock.now().toString(36)}`;
  const limit = inputs.timeout ?? DEFAULT_TIMEOUT;
  const lines: string[] = [];
  const output = createLines((line) => {
    lines.push(line);
    print(line);
  });
  const expired = new AbortController();
  const timer = context.clock.sleep(limit, expired.signal).then(() => 'expired' as const);
  try {
    const result = await Promise.race([
      docker(planContainer(inputs, name, args), { env, onOutput: output.write, both: true }),
      timer,
    ]);
    output.end();
    if (result === 'expired') {
      await stop(context, inputs, name);
      throw new OutcomeError(`The migration timed out after ${limit / 1000} s and was stopped.`);
    }
    return { exitCode: result.exitCode, lines };
  } catch (error) {
    if (isAbort(error)) await stop(context, inputs, name);
    throw error;
  } finally {
    expired.abort();
    timer.catch(() => {});
  }
}

/** A container on the runner would end with the runner, at any moment: so it is stopped now, with time to end well. */
async function stop(context: Context, inputs: MigrateInputs, name: string): Promise<void> {
  const docker = createDocker(context, inputs.workspace, expiring(context.clock, 8000, 'Stopping the container'));
  await docker(['stop', '--time', '5', name]).catch(() => {});
}

async function askStatus(call: Call): Promise<SchemaStatus | undefined> {
  const { statusArgs } = call.inputs;
  if (statusArgs.length === 0) return undefined;
  const { exitCode, lines } = await runContainer(call, statusArgs, (line) => call.context.log.debug(line));
  // golang-migrate says "no migration" with exit code 1: what was printed counts.
  const status = parseStatus(lines);
  if (!status && exitCode !== 0)
    throw new OutcomeError(`status-args failed with exit code ${exitCode}: ${lines.at(-1) ?? 'it printed nothing'}`);
  if (status) call.context.log.info(`Schema: version ${status.version}${status.dirty ? ', dirty' : ''}`);
  return status;
}
