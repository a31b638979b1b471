/** The registry, GitHub, and the content of each commit. */
import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { createInProcessEmulator, type InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import { addressOf } from '../engine/network.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import type { ImageSettings } from './schedule.ts';

export const IMAGE_COMMITS = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40));

/** Commits 1 and 2 have the same content. */
export const contentOf = (commit: number): string => `content ${commit === 2 ? 1 : commit}`;

/** `PROJECT/REPOSITORY/NAME`, and with its host. */
export const IMAGE_PATH = `${DEFAULTS.project}/${DEFAULTS.repository}/web`;
export const IMAGE = `${new URL(addressOf('registry')).host}/${IMAGE_PATH}`;

/** Signs images; the same in every process. */
const SIGN_KEY = `projects/${DEFAULTS.project}/locations/us-central1/keyRings/provenance/cryptoKeys/main/cryptoKeyVersions/1`;

function privateKey(): KeyObject {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(createHash('sha256').update('simulation').digest());
  const point = pair.getPublicKey();
  const text = (part: Buffer) => part.toString('base64url');
  const key = { d: text(pair.getPrivateKey()), x: text(point.subarray(1, 33)), y: text(point.subarray(33)) };
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', ...key } });
}

/** What a runner gives to a job with `id-token: write`. */
export const SIGNING_ENV = {
  GITHUB_WORKFLOW_REF: 'orchestra/orchestra/.github/workflows/deploy.yml@refs/heads/main',
  ACTIONS_ID_TOKEN_REQUEST_URL: addressOf('oidc'),
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
};

export function signingInputs(sign: 'auto' | 'required'): Readonly<Record<string, string>> {
  const key = join(folder(), 'provenance.pem');
  if (!existsSync(key)) writeFileSync(key, createPublicKey(privateKey()).export({ type: 'spki', format: 'pem' }));
  return { sign, 'sign-key': SIGN_KEY, 'provenance-key': key, 'provenance-identity': 'ref=refs/heads/main' };
}

export function createImageCloud(scheduler: Scheduler, { immutableTags }: ImageSettings): InProcessEmulator {
  const clock = { now: () => scheduler.now(), sleep: (ms: number) => scheduler.sleep(ms) };
  const cloud = createInProcessEmulator({ clock, imagesInMemory: true }, addressOf);
  const { emulator } = cloud;
  emulator.seed.serviceAccount();
  emulator.seed.repository({ immutableTags });
  emulator.kms.create(SIGN_KEY, undefined, privateKey());
  for (const [i, commit] of IMAGE_COMMITS.entries())
    emulator.github.commit(commit, IMAGE_COMMITS.slice(0, i).slice(-1));
  emulator.core.report = (error) => {
    throw error;
  };
  return cloud;
}

let root: string | undefined;

/** The folder for all files of this process. */
function folder(): string {
  if (root !== undefined) return root;
  root = mkdtempSync(join(tmpdir(), 'simulation-images-'));
  process.once('exit', () => rmSync(root as string, { recursive: true, force: true }));
  return root;
}

const checkouts = new Map<string, string>();

const CACHE_MOUNT = 'RUN --mount=type=cache,target=/cache compile app.txt\n';

/** The checkout of a commit. */
export function checkoutOf(commit: number, { mounts }: ImageSettings): string {
  const name = `commit-${commit}${mounts ? '-mounts' : ''}`;
  const known = checkouts.get(name);
  if (known !== undefined) return known;
  const path = join(folder(), name);
  mkdirSync(path);
  const [base, last] = mounts ? ['alpine', CACHE_MOUNT] : ['scratch', ''];
  writeFileSync(join(path, 'Dockerfile'), `FROM ${base}\nARG VARIANT\nCOPY app.txt /\n${last}`);
  writeFileSync(join(path, 'app.txt'), contentOf(commit));
  checkouts.set(name, path);
  return path;
}

/** The temporary folder of a runner. */
export const runnerFolder = (): string => mkdtempSync(join(folder(), 'runner-'));
