/**
 * The artifacts of one run in the folder `E2E_ARTIFACTS`, by the rules of the real actions. Artifacts belong to the run,
 * not to a job or an attempt: every job of every called workflow sees the same ones. Sources:
 * - a name exists once per run, 409 otherwise; `overwrite` deletes the old one, and the new one gets a new id:
 *   https://github.com/actions/upload-artifact#overwriting-an-artifact
 * - names: https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts
 * - by name, ids, pattern or all, and into which folders:
 *   https://github.com/actions/download-artifact/blob/v8.0.0/src/download-artifact.ts
 * Called as `node artifacts.mjs upload` or `download`, with the action's inputs as `ARTIFACT_…` variables.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, matchesGlob, relative } from 'node:path';

const root = process.env.E2E_ARTIFACTS;
const names = join(root, 'names');
const input = (name) => process.env[`ARTIFACT_${name}`] ?? '';
const on = (name) => input(name) === 'true';
const output = (name, value) => appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);

class Failure extends Error {}

/** Files below a path as [name in the artifact, path]; symbolic links are followed. */
function filesOf(source, hidden) {
  if (!existsSync(source)) return [];
  if (statSync(source).isFile()) return [[basename(source), source]];
  return readdirSync(source, { recursive: true })
    .map((name) => [name, join(source, name)])
    .filter(([, path]) => existsSync(path) && statSync(path).isFile())
    .filter(([name]) => hidden || !name.split('/').some((part) => part.startsWith('.')))
    .sort();
}

const digestOf = (files) => {
  const hash = createHash('sha256');
  for (const [name, path] of files) hash.update(`${name}\0`).update(readFileSync(path));
  return hash.digest('hex');
};

/** All artifacts of the run, `{ id, name, digest }`. A name is claimed by its file, so that of two uploads one wins. */
const listed = () =>
  existsSync(names)
    ? readdirSync(names)
        .map((file) => JSON.parse(readFileSync(join(names, file), 'utf8') || 'null'))
        .filter(Boolean)
    : [];

function upload() {
  const name = input('NAME') || 'artifact';
  if (/["<>:|*?\r\n\\/]/.test(name)) throw new Failure(`The artifact name is not valid: ${name}.`);
  const files = filesOf(input('PATH'), on('INCLUDE_HIDDEN_FILES'));
  if (files.length === 0) {
    const message = `No files were found with the provided path: ${input('PATH')}. No artifacts will be uploaded.`;
    if (input('IF_NO_FILES_FOUND') === 'error') throw new Failure(message);
    return console.log(message);
  }
  mkdirSync(names, { recursive: true });
  const claim = join(names, encodeURIComponent(name));
  const old = on('OVERWRITE') && listed().find((artifact) => artifact.name === name);
  if (old) {
    rmSync(claim);
    rmSync(join(root, String(old.id)), { recursive: true });
  }
  try {
    writeFileSync(claim, '', { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    throw new Failure(
      'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
    );
  }
  let id = 1;
  while (!claimed(join(root, String(id)))) id++;
  for (const [file, path] of files) {
    const target = join(root, String(id), file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(path, target, { dereference: true });
  }
  const digest = digestOf(files);
  writeFileSync(claim, JSON.stringify({ id, name, digest }));
  output('artifact-id', id);
  output('artifact-digest', digest);
  console.log(`Artifact ${name} is uploaded. Id ${id}, digest ${digest}`);
}

/** An id is never used again, also once its artifact is deleted. */
function claimed(folder) {
  try {
    mkdirSync(`${folder}.id`);
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function download() {
  const [name, ids, pattern] = [input('NAME'), input('ARTIFACT_IDS'), input('PATTERN')];
  if (name && ids)
    throw new Failure("Inputs 'name' and 'artifact-ids' cannot be used together. Please specify only one.");
  let found = listed();
  if (name) {
    found = found.filter((artifact) => artifact.name === name);
    if (found.length === 0) throw new Failure(`Artifact '${name}' not found`);
  } else if (ids) {
    const wanted = ids.split(',').map((id) => Number.parseInt(id.trim(), 10));
    if (wanted.some(Number.isNaN)) throw new Failure(`Invalid artifact ID: '${ids}'. Must be a number.`);
    found = found.filter((artifact) => wanted.includes(artifact.id));
    if (found.length === 0) throw new Failure('None of the provided artifact IDs were found');
  } else if (pattern) found = found.filter((artifact) => matchesGlob(artifact.name, pattern));
  const target = input('PATH');
  for (const artifact of found) {
    const flat = name || on('MERGE_MULTIPLE') || found.length === 1;
    const source = join(root, String(artifact.id));
    if (digestOf(filesOf(source, true)) !== artifact.digest)
      throw new Failure(`Digest validation failed for artifact(s): ${artifact.name}.`);
    const folder = flat ? target : join(target, artifact.name);
    mkdirSync(folder, { recursive: true });
    cpSync(source, folder, { recursive: true });
    console.log(`Artifact ${artifact.name} (id ${artifact.id}) is in ${relative('.', folder) || '.'}`);
  }
}

try {
  ({ upload, download })[process.argv[2]]();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.log(`::error::${error.message}`);
  process.exit(1);
}
