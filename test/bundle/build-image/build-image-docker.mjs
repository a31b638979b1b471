/**
 * Stands in for `docker` where there is no engine: a real process that records its arguments, asks the credential helper as
 * docker does, and pushes what BuildKit would push (an index of one image with an attestation) to the registry. Of builds that
 * measure cache mounts it gives the report, in which each mount has changed.
 * FAKE_DOCKER names a folder: `plan.json` says what to do, `calls.jsonl` is what was called, `requested` is there once a login was
 * requested.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const folder = process.env.FAKE_DOCKER ?? '';
const args = process.argv.slice(2);
const plan = existsSync(join(folder, 'plan.json')) ? JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) : {};
const calls = existsSync(join(folder, 'calls.jsonl'))
  ? readFileSync(join(folder, 'calls.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
const secrets = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name.startsWith('ORCHESTRA_SECRET_')),
);
const inputs = Object.keys(process.env).filter((name) => name.startsWith('INPUT_'));
appendFileSync(
  join(folder, 'calls.jsonl'),
  `${JSON.stringify({ args, secrets, inputs, config: process.env.DOCKER_CONFIG, pid: process.pid })}\n`,
);

const values = (flag) => args.flatMap((arg, i) => (arg === flag ? [args[i + 1]] : []));
const sha = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function fail(text, code = 1) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

/** As docker asks: the helper is found on the PATH by the name in the configuration. */
function login(host) {
  writeFileSync(join(folder, 'requested'), '');
  const { credHelpers = {} } = JSON.parse(readFileSync(join(process.env.DOCKER_CONFIG, 'config.json'), 'utf8'));
  return JSON.parse(execFileSync(`docker-credential-${credHelpers[host]}`, ['get'], { input: host, encoding: 'utf8' }))
    .Secret;
}

async function call(url, options, token) {
  const response = await fetch(url, {
    ...options,
    headers: { ...options.headers, authorization: `Bearer ${token}` },
  }).catch((error) =>
    fail(`ERROR: failed to solve: failed to push ${url}: ${error.cause?.message}: connection reset by peer`),
  );
  if (!response.ok)
    fail(
      `ERROR: failed to solve: failed to push ${url}: unexpected status: ${response.status} ${await response.text()}`,
    );
  return response;
}

/** `sbom`: BuildKit attaches one, as https://docs.docker.com/build/metadata/attestations/sbom describes. */
async function push(sbom, tags = values('--tag')) {
  const [, host, path] = /^([^/]+)\/(.*):[^:]+$/.exec(tags[0]);
  const base = `http://${host}/v2/${path}`;
  const token = login(host);
  const blob = async (content) => {
    const bytes = Buffer.from(content);
    const start = await call(`${base}/blobs/uploads/`, { method: 'POST' }, token);
    const location = new URL(start.headers.get('location'), base);
    location.searchParams.set('digest', sha(bytes));
    await call(
      location,
      { method: 'PUT', body: bytes, headers: { 'content-type': 'application/octet-stream' } },
      token,
    );
    return { digest: sha(bytes), size: bytes.length };
  };
  const put = async (reference, document) => {
    const bytes = JSON.stringify(document);
    await call(
      `${base}/manifests/${reference ?? sha(bytes)}`,
      { method: 'PUT', body: bytes, headers: { 'content-type': document.mediaType } },
      token,
    );
    return { digest: sha(bytes), size: bytes.length, mediaType: document.mediaType };
  };
  const IMAGE = 'application/vnd.oci.image.manifest.v1+json';
  const image = async (config, content) => ({
    schemaVersion: 2,
    mediaType: IMAGE,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...(await blob(JSON.stringify(config))) },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', ...(await blob(content)) }],
  });
  const labels = Object.fromEntries(
    values('--label').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const platforms = values('--platform')[0].split(',');
  const manifests = [];
  for (const platform of platforms) {
    const [os, architecture] = platform.split('/');
    const config = { os, architecture, config: { Labels: labels }, history: [{ created_by: 'COPY . /' }] };
    const child = await put(undefined, await image(config, `layer of ${platform}`));
    manifests.push({ ...child, platform: { os, architecture } });
    const attached = await image({}, 'provenance');
    if (sbom) {
      const predicateType = 'https://spdx.dev/Document';
      const document = {
        _type: 'https://in-toto.io/Statement/v0.1',
        predicateType,
        predicate: { name: platform, ...sbom },
      };
      const annotations = { 'in-toto.io/predicate-type': predicateType };
      attached.layers.push({
        mediaType: 'application/vnd.in-toto+json',
        ...(await blob(JSON.stringify(document))),
        annotations,
      });
    }
    const attestation = await put(undefined, attached);
    const annotations = {
      'vnd.docker.reference.type': 'attestation-manifest',
      'vnd.docker.reference.digest': child.digest,
    };
    manifests.push({ ...attestation, annotations, platform: { os: 'unknown', architecture: 'unknown' } });
  }
  // https://docs.docker.com/build/exporters/image-registry/#annotations
  const annotations = Object.fromEntries(
    values('--output')
      .flatMap((output) => output.split(','))
      .flatMap((field) => {
        const [, key, value] = /^annotation-index\.([^=]+)=(.*)$/.exec(field) ?? [];
        return key ? [[key, value]] : [];
      }),
  );
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests,
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
  let digest = '';
  for (const tag of tags) ({ digest } = await put(tag.slice(tag.lastIndexOf(':') + 1), index));
  return digest;
}

function reportMounts() {
  const [, keys] = /for key in ([0-9a-f ]+); do/.exec(
    readFileSync(values('--file')[0], 'utf8').replaceAll('\\n', '\n'),
  );
  return keys
    .split(' ')
    .map((key) => `${key} 8 1 no ${calls.length} 8\n`)
    .join('');
}

async function build() {
  const builds = calls.filter((one) => one.args[1] === 'build').length;
  const step = plan.builds?.[Math.min(builds, plan.builds.length - 1)] ?? {};
  const now = new Date().toISOString();
  process.stderr.write(
    `${JSON.stringify({ vertexes: [{ digest: 'a', name: step.name ?? '[1/1] COPY . /', started: now, completed: now }], warnings: step.warnings }, undefined, 2)}\n`,
  );
  // As buildx 0.13 responds for an engine without the containerd image store, before it builds.
  const wants = values('--provenance')[0] !== 'false' || args.includes('--cache-to');
  if (plan.plain && wants && !args.includes('--builder'))
    fail('ERROR: Attestation is not supported for the docker driver.\nSwitch to a different driver, and try again.');
  if (step.sleepMs) await sleep(step.sleepMs);
  if (step.stderr) fail(step.stderr);
  const outputs = values('--output').join();
  const folder = /^type=local,dest=(.*)$/.exec(outputs)?.[1];
  if (folder) writeFileSync(join(folder, 'report-0'), reportMounts());
  const kept = /^type=image,name=([^,]+),push=true/.exec(outputs)?.[1];
  const digest = kept ? await push(undefined, [kept]) : args.includes('--push') ? await push(step.sbom) : undefined;
  const metadata = { 'containerimage.digest': step.digest ?? digest, 'buildx.build.ref': 'default/default/x' };
  if (step.digest === null) delete metadata['containerimage.digest'];
  writeFileSync(values('--metadata-file')[0], JSON.stringify(metadata));
}

if (plan.stderr) fail(plan.stderr);
if (plan.inspect && args[1] === 'inspect') fail(plan.inspect);
if (plan.create && args[1] === 'create') fail(plan.create);
if (args[1] === 'inspect') {
  const labels = plan.plain ? '' : 'Labels:\n org.mobyproject.buildkit.worker.snapshotter: overlayfs\n';
  process.stdout.write(`Name: default\nDriver:        docker\n\n${labels}`);
}
if (args[1] === 'build') await build();
