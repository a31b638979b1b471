/**
 * A one-line change of the sample's server (Go) and engine (Rust), built on a new builder: with only the layer cache, and
 * with cache mounts, too. The whole step is measured, restoring and saving the mounts included. The registry is local, so transferring
 * the mounts takes almost no time; their size is in the row.
 */
import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import { startNewEngine } from '../../../scripts/parts/engine.ts';
import { ensureBaseImages, removeImages } from '../../../scripts/parts/images.ts';
import { projectDir } from '../../../scripts/parts/local.ts';
import { runStep } from '../../harness/runner.ts';
import { ms, type Row } from '../measure.ts';

interface Subject {
  readonly name: string;
  readonly dockerfile: string;
  /** The file to which a line is added. */
  readonly source: string;
}

/** The usual Dockerfile of a Rust image with cache mounts: no dependency layer; the target folder is a mount. */
const ENGINE = `FROM rust:1.80-alpine AS builder
RUN apk add --no-cache musl-dev protobuf-dev
WORKDIR /app
COPY proto/ /proto/
COPY engine/Cargo.toml engine/Cargo.lock engine/build.rs ./
COPY engine/src/ ./src/
RUN --mount=type=cache,target=/app/target \\
    touch src/main.rs && cargo build --release --locked && cp target/release/orchestra-engine /orchestra-engine
FROM alpine:3.20
COPY --from=builder /orchestra-engine .
`;

const SUBJECTS: readonly Subject[] = [
  { name: 'server (Go)', dockerfile: 'deploy/docker/Dockerfile.server', source: 'cmd/server/main.go' },
  { name: 'engine (Rust)', dockerfile: 'Dockerfile.engine', source: 'engine/src/main.rs' },
];

export async function benchCacheMounts(): Promise<Row[]> {
  const engine = await startNewEngine();
  const emulator = await startEmulator();
  const workspace = mkdtempSync(join(tmpdir(), 'bench-mounts-'));
  try {
    await ensureBaseImages(engine, ['alpine', 'golang', 'rust']);
    cpSync(join(projectDir, 'examples/orchestra'), workspace, { recursive: true });
    writeFileSync(join(workspace, 'Dockerfile.engine'), ENGINE);
    const rows: Row[] = [];
    for (const subject of SUBJECTS) rows.push(await benchSubject({ engine, emulator, workspace }, subject));
    return rows;
  } finally {
    rmSync(workspace, { recursive: true });
    await emulator.stop();
    await engine.stop();
  }
}

interface Place {
  readonly engine: Awaited<ReturnType<typeof startNewEngine>>;
  readonly emulator: Emulator;
  readonly workspace: string;
}

async function benchSubject({ engine, emulator, workspace }: Place, subject: Subject): Promise<Row> {
  let count = 0;
  /** Milliseconds of the step after a change, on a builder that has only the base images. */
  const build = async (cacheMounts: boolean): Promise<{ milliseconds: number; log: string }> => {
    appendFileSync(join(workspace, subject.source), `// ${++count}\n`);
    await removeImages(engine, emulator.registryHost);
    const env = { ...process.env, ...engine.env };
    await promisify(execFile)('docker', ['buildx', 'prune', '--all', '--force'], { env });
    const result = await runStep('build-image', {
      workspace,
      env: { ...emulator.env, ...engine.env, GITHUB_SHA: count.toString(16).padStart(40, '0') },
      with: {
        'workload-identity-provider': DEFAULTS.provider,
        'service-account': DEFAULTS.serviceAccount,
        project: DEFAULTS.project,
        region: DEFAULTS.region,
        image: `${emulator.registryHost}/${DEFAULTS.project}/${DEFAULTS.repository}/${subject.name.split(' ')[0]}`,
        file: subject.dockerfile,
        sbom: 'false',
        'cache-mounts': String(cacheMounts),
        'extra-args': '--network=none',
      },
    });
    if (result.exitCode !== 0 || result.warnings.length > 0) throw new Error(result.log);
    return { milliseconds: result.duration, log: result.log };
  };
  const first = await build(true);
  const kept = /Saved the cache mounts, (\d+ MiB)/.exec(first.log)?.[1];
  if (kept === undefined) throw new Error(`nothing was kept:\n${first.log}`);
  const ours = await build(true);
  if (!ours.log.includes('Restored the cache mounts')) throw new Error(`nothing was restored:\n${ours.log}`);
  const theirs = await build(false);
  return {
    what: `one line of the ${subject.name}, new builder`,
    ours: `${ms(ours.milliseconds)} (${kept} kept)`,
    against: `${ms(theirs.milliseconds)} (layer cache alone)`,
    ratio: (ours.milliseconds / theirs.milliseconds).toFixed(2),
    aim: 'at most 0.3',
  };
}
