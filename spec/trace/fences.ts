/**
 * Checks that each write of a call log has its fence: a value that the server compares, so that no update is lost. An accepted
 * write outdates its etag, generation or fingerprint, so no other accepted write can name it.
 */
import { type Call, isAccepted, isRefused, parameter, pathOf } from './calls.ts';

/** The target of a write and the value that it compares; `missing` names a missing fence. */
interface Fenced {
  readonly resource: string;
  readonly missing?: string;
  /** Undefined for a write that changes nothing, or whose fence does not change. */
  readonly compares?: string | undefined;
}

export function unfencedWrites(calls: readonly Call[]): string[] {
  const used = new Map<string, Set<string>>();
  return calls.flatMap((call, i) => {
    const fenced = call.action === '' ? undefined : fenceOf(call);
    if (!fenced) return [];
    const { resource, missing, compares } = fenced;
    const finding = (wrong: string) => [
      `write ${i + 1}, ${call.method} ${call.target.slice(0, 140)} by ${call.by}: ${wrong}`,
    ];
    if (missing !== undefined) return finding(`it names no ${missing}`);
    if (compares === undefined || isRefused(call)) return [];
    const known = used.get(resource) ?? new Set();
    used.set(resource, known);
    if (known.has(compares)) return finding(`it names ${compares}, which a write before it has replaced`);
    if (isAccepted(call)) known.add(compares);
    return [];
  });
}

function fenceOf(call: Call): Fenced | undefined {
  if (call.api === 'run') return fenceOfRun(call);
  if (call.api === 'storage') return fenceOfObject(call);
  if (call.api !== 'compute' || call.method !== 'PUT' || !call.target.includes('/urlMaps/')) return undefined;
  const { fingerprint } = (call.body ?? {}) as { fingerprint?: string };
  return fingerprint ? { resource: pathOf(call), compares: fingerprint } : { resource: '', missing: 'fingerprint' };
}

function fenceOfRun(call: Call): Fenced | undefined {
  const { method, action, target } = call;
  const resource = pathOf(call);
  const body = (call.body ?? {}) as { etag?: string; policy?: { etag?: string } };
  const isTried = parameter(call, 'validateOnly') === 'true';
  const withEtag = (etag: string | undefined, replaces: boolean): Fenced =>
    etag ? { resource, compares: replaces && !isTried ? etag : undefined } : { resource, missing: 'etag' };
  if (method === 'PATCH' && /\/(services|workerPools)\/[^/]+$/.test(resource)) {
    const mask = parameter(call, 'updateMask') ?? '';
    return /^\w+(,\w+)*$/.test(mask) ? withEtag(body.etag, true) : { resource, missing: 'update mask' };
  }
  if (method === 'PATCH' && /\/jobs\/[^/]+$/.test(resource)) return withEtag(body.etag, true);
  // deploy-run executes the job even after a concurrent change; a migration must be the planned one.
  if (resource.endsWith(':run') && action === 'migrate') return withEtag(body.etag, false);
  // All empty policies have the same etag.
  if (target.endsWith(':setIamPolicy')) return withEtag(body.policy?.etag, false);
  return undefined;
}

/** https://cloud.google.com/storage/docs/request-preconditions */
function fenceOfObject(call: Call): Fenced | undefined {
  const write = objectWrite(call);
  if (!write) return undefined;
  const needs = {
    upload: ['ifGenerationMatch'],
    copy: ['ifGenerationMatch', 'ifSourceGenerationMatch'],
    patch: ['ifGenerationMatch', 'ifMetagenerationMatch'],
    delete: ['ifGenerationMatch'],
  }[write.kind];
  const resource = `${write.bucket}/${write.name}`;
  const missing = needs.find((name) => !parameter(call, name));
  if (missing !== undefined) return { resource, missing };
  const generation = parameter(call, 'ifGenerationMatch');
  // A deleted object can be created again; a change of metadata keeps the generation.
  const replaces = generation !== '0' && write.kind !== 'patch';
  return { resource, compares: replaces ? generation : undefined };
}

/** A write of an object of Cloud Storage. */
export interface ObjectWrite {
  readonly bucket: string;
  readonly name: string;
  readonly kind: 'upload' | 'copy' | 'patch' | 'delete';
  /** The source of a copy. */
  readonly from?: string;
}

/** Undefined for other calls, and for later chunks of an upload. */
export function objectWrite(call: Call): ObjectWrite | undefined {
  const path = pathOf(call);
  const copy = /^\/storage\/v1\/b\/([^/]+)\/o\/(.+)\/rewriteTo\/b\/[^/]+\/o\/(.+)$/s.exec(path);
  if (copy) return { bucket: copy[1] ?? '', kind: 'copy', from: copy[2] ?? '', name: copy[3] ?? '' };
  const upload = /^\/upload\/storage\/v1\/b\/([^/]+)\/o$/.exec(path);
  const name = parameter(call, 'name');
  if (upload) return name === undefined ? undefined : { bucket: upload[1] ?? '', kind: 'upload', name };
  const object = /^\/storage\/v1\/b\/([^/]+)\/o\/(.+)$/s.exec(path);
  if (!object || (call.method !== 'PATCH' && call.method !== 'DELETE')) return undefined;
  return { bucket: object[1] ?? '', kind: call.method === 'PATCH' ? 'patch' : 'delete', name: object[2] ?? '' };
}
