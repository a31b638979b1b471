/**
 * Reads what `docker buildx build --progress rawjson` writes: JSON objects with the state of the steps
 * (https://pkg.go.dev/github.com/moby/buildkit/client#SolveStatus), and after a failure the error as text.
 */
import { StringDecoder } from 'node:string_decoder';
import type { Location } from '../../../src/runtime/errors.ts';

interface SolveStatus {
  readonly vertexes?: readonly Vertex[];
  readonly logs?: readonly { readonly vertex: string; readonly data?: string }[];
  readonly statuses?: readonly { readonly id?: string }[];
  readonly warnings?: readonly {
    readonly short?: string;
    readonly detail?: readonly string[];
    readonly url?: string;
    readonly sourceInfo?: { readonly filename?: string };
    readonly range?: readonly { readonly start?: { readonly line?: number } }[];
  }[];
}

interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly started?: string;
  readonly completed?: string;
  readonly cached?: boolean;
  readonly error?: string;
}

/** A step of the build. Times in milliseconds. */
export interface Step {
  readonly name: string;
  readonly cached: boolean;
  readonly failed: boolean;
  readonly duration: number;
}

export interface BuildWarning {
  readonly message: string;
  readonly location: Location | undefined;
}

export interface BuildProgress {
  /** Takes output as it arrives, cut anywhere. */
  write(chunk: Buffer): void;
  /** Takes the end of the output. */
  end(): void;
  steps(): Step[];
  /** The step that runs, if one does, as the log names it. */
  running(): string | undefined;
  warnings(): BuildWarning[];
  /** Digest of the build cache that the builder wrote to the registry; undefined if it wrote none. */
  cacheDigest(): string | undefined;
  /** Output other than the progress: after a failure, the builder's messages. */
  text(): string;
}

/** `print` receives lines for the log, numbered like those of `--progress plain`. */
export function createProgress(print: (line: string) => void): BuildProgress {
  const decoder = new StringDecoder('utf8');
  const vertices = new Map<
    string,
    { number: number; vertex: Vertex; busy: number; announced: boolean; closed: boolean; ran: boolean }
  >();
  const partial = new Map<string, string>();
  const warnings = new Map<string, BuildWarning>();
  const text: string[] = [];
  let cacheDigest: string | undefined;
  let rest = '';
  let object = '';

  const entryOf = (digest: string) => {
    let entry = vertices.get(digest);
    if (!entry) {
      entry = {
        number: vertices.size + 1,
        vertex: { digest, name: '' },
        busy: 0,
        announced: false,
        closed: false,
        ran: false,
      };
      vertices.set(digest, entry);
    }
    return entry;
  };

  const onVertex = (vertex: Vertex) => {
    const entry = entryOf(vertex.digest);
    entry.vertex = { ...entry.vertex, ...vertex };
    if (vertex.started && !entry.announced) {
      entry.announced = true;
      print(`#${entry.number} ${vertex.name}`);
    }
    if (!vertex.completed || !vertex.started) return;
    entry.busy = Date.parse(vertex.completed) - Date.parse(vertex.started);
    // A step that ran may be named again, as cached, when its result is used: by an export, or an attestation.
    entry.ran ||= !vertex.cached;
    if (entry.closed) return;
    entry.closed = true;
    const outcome = vertex.error ? `ERROR: ${vertex.error}` : vertex.cached ? 'CACHED' : 'DONE';
    print(`#${entry.number} ${outcome} ${(entry.busy / 1000).toFixed(1)}s`);
  };

  const onLog = (digest: string, data: string) => {
    const lines = ((partial.get(digest) ?? '') + data).split(/\r?\n/);
    partial.set(digest, lines.pop() ?? '');
    for (const line of lines) print(`#${entryOf(digest).number} ${line.slice(line.lastIndexOf('\r') + 1)}`);
  };

  const onStatus = (status: SolveStatus) => {
    for (const vertex of status.vertexes ?? []) onVertex(vertex);
    for (const log of status.logs ?? []) onLog(log.vertex, decode(log.data ?? ''));
    // https://github.com/moby/buildkit/blob/v0.17.0/cache/remotecache/export.go
    for (const { id = '' } of status.statuses ?? [])
      cacheDigest = /^writing cache (?:image )?manifest (sha256:[0-9a-f]{64})$/.exec(id)?.[1] ?? cacheDigest;
    for (const warning of status.warnings ?? []) {
      const location = warning.sourceInfo?.filename
        ? { file: warning.sourceInfo.filename, ...lineOf(warning.range?.[0]?.start?.line) }
        : undefined;
      const detail = (warning.detail ?? []).map(decode);
      const message = [decode(warning.short ?? ''), ...detail, warning.url].filter(Boolean).join(' ');
      warnings.set(`${message} ${location?.line}`, { message, location });
    }
  };

  // An object is on one line or, with some versions of buildx, on several from "{" to "}".
  const onLine = (line: string) => {
    if (object === '' && !line.startsWith('{')) {
      text.push(line);
      return;
    }
    object += `${line}\n`;
    if (!line.endsWith('}') || (line !== '}' && !line.startsWith('{'))) return;
    const status = parse(object);
    if (!status && line !== '}') return;
    if (status) onStatus(status);
    else text.push(object.trimEnd());
    object = '';
  };

  return {
    write(chunk) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    },
    end() {
      if (rest !== '') onLine(rest);
      if (object !== '') text.push(object.trimEnd());
      rest = '';
      object = '';
    },
    running() {
      const entry = [...vertices.values()].findLast(({ announced, closed }) => announced && !closed);
      return entry && `#${entry.number} ${entry.vertex.name}`;
    },
    steps: () =>
      [...vertices.values()]
        .filter(({ vertex }) => vertex.completed)
        .map(({ vertex, busy, ran }) => ({
          name: vertex.name,
          cached: (vertex.cached ?? false) && !ran,
          failed: Boolean(vertex.error),
          duration: busy,
        })),
    cacheDigest: () => cacheDigest,
    warnings: () => [...warnings.values()],
    text: () => text.join('\n').trim(),
  };
}

const decode = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
const lineOf = (line: number | undefined): { line?: number } => (line ? { line } : {});

function parse(object: string): SolveStatus | undefined {
  try {
    return JSON.parse(object) as SolveStatus;
  } catch {
    return undefined;
  }
}
