/** Parsers of this action's own inputs. Each throws an Error with a message for the user. */
import { parseImageDigest } from '../../../src/container/image-reference.ts';
import { parseList } from '../../../src/inputs/lists.ts';
import { parseBoolean } from '../../../src/runtime/inputs.ts';
import { serviceProblem } from '../plan/names.ts';
import type { Approval, NamedImage, StatusRange } from '../plan/request.ts';

export function parseService(text: string): string {
  const value = text.trim();
  const problem = serviceProblem(value);
  if (problem) throw new Error(problem);
  return value;
}

/** `IMAGE@sha256:…`, or `CONTAINER=IMAGE@sha256:…`. */
export function parseNamedImage(text: string): NamedImage {
  const match = /^([a-z0-9-]+)=(.*)$/.exec(text.trim());
  return { container: match?.[1], image: parseImageDigest(match?.[2] ?? text) };
}

/** `200`, `200-299`, `200,204`. */
export function parseStatuses(text: string): StatusRange[] {
  return parseList(text.replaceAll(',', '\n')).map((item) => {
    const match = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replaceAll(' ', ''));
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || from > to)
      throw new Error(`"${item}" is not an HTTP status. Write for instance 200, 200-299 or 200,204.`);
    return { from, to };
  });
}

/** `true`, `false`, or the output `approvals`. */
export function parseApproval(text: string): Approval {
  const all = parseBoolean(text);
  if (all) return 'all';
  const named = all === false ? [] : parseList(text);
  const unknown = named.find((one) => !/^[^\s@]+@\d+$/.test(one));
  if (unknown === undefined) return new Set(named);
  throw new Error(`"${unknown}" is not an approval. Expected true, false, or the output approvals of this action.`);
}

export function parsePath(text: string): string {
  const value = text.trim();
  if (value.startsWith('/') && !/\s/.test(value)) return value;
  throw new Error(`"${text}" is not a path. Write for instance /health.`);
}

/** `1`, `0.5` or `500m`, as gcloud's `--cpu` takes it. */
export function parseCpu(text: string): string {
  const value = text.trim();
  if (/^(?:\d+(?:\.\d+)?|\d+m)$/.test(value)) return value;
  throw new Error(`"${text}" is not a number of CPUs. Write for instance 1, 0.5 or 500m.`);
}

/** `512Mi` or `2Gi`, as gcloud's `--memory` takes it. */
export function parseMemory(text: string): string {
  const value = text.trim();
  if (/^\d+(?:\.\d+)?(?:[KMGT]i|[kMGT])$/.test(value)) return value;
  throw new Error(`"${text}" is not an amount of memory. Write for instance 512Mi or 2Gi.`);
}

const INGRESS: Readonly<Record<string, string>> = {
  all: 'INGRESS_TRAFFIC_ALL',
  internal: 'INGRESS_TRAFFIC_INTERNAL_ONLY',
  'internal-and-cloud-load-balancing': 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
};

/** Translates gcloud's value to the API's. */
export function parseIngress(text: string): string {
  const value = INGRESS[text.trim()];
  if (value) return value;
  throw new Error(`"${text}" is not known. Write one of: ${Object.keys(INGRESS).join(', ')}.`);
}
