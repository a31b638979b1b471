/** Reads the cause of a failed `docker buildx build` from its output, for annotations and retries of pushes. */
import type { Location } from '../../../src/runtime/errors.ts';

export interface BuildError {
  readonly kind:
    | 'instruction' // a Dockerfile step failed, or the Dockerfile is wrong
    | 'registry' // the registry refused or dropped a push, which may be transient
    | 'scanner' // the image that creates the SBOM could not be pulled
    | 'other';
  /** The builder's own text after `ERROR:`. */
  readonly message: string;
  readonly location: Location | undefined;
}

const TRANSIENT =
  /\b(401|404|408|429|500|502|503|504)\b|unauthorized|invalid_token|connection reset|connection refused|broken pipe|unexpected EOF|: EOF|i\/o timeout|TLS handshake timeout|context deadline exceeded|too many requests|temporar/i;
const PUSHING =
  /failed to push|error: failed to (copy|authorize)|failed to fetch (oauth|anonymous) token|pushing |push access/i;
/** With the builder inside Docker the engine pushes, with its own messages; pulls go through BuildKit. */
const ENGINE_PUSHING = /^(Error response from daemon: |Get "https?:\/\/[^/"]+\/v2\/)/;

/** `text` is what buildx wrote beside its progress; `dockerfile` the path that annotations should name. */
export function readBuildError(text: string, dockerfile: string, exitCode: number): BuildError {
  const message = (
    /^ERROR: ([\s\S]*)/m.exec(text)?.[1] ??
    (text.split('\n').filter(Boolean).at(-1) || withoutMessage(exitCode))
  ).trim();
  if (
    /buildkit-syft-scanner|sbom.*scanner/i.test(message) &&
    /failed to (resolve|do request|fetch|pull)/i.test(message)
  )
    return { kind: 'scanner', message, location: undefined };
  if ((PUSHING.test(message) || ENGINE_PUSHING.test(message)) && TRANSIENT.test(message))
    return { kind: 'registry', message, location: undefined };
  // A frame such as "Dockerfile:12" over a line of dashes stands before the error of an instruction.
  const frame = /^(\S.*):(\d+)\n-{4,}/m.exec(text);
  const inText = /dockerfile parse error on line (\d+)|parse error.* line (\d+)/i.exec(message);
  const line = Number(frame?.[2] ?? inText?.[1] ?? inText?.[2] ?? Number.NaN);
  if (!Number.isNaN(line)) return { kind: 'instruction', message, location: { file: dockerfile, line } };
  return { kind: 'other', message, location: undefined };
}

/** https://tldp.org/LDP/abs/html/exitcodes.html: 128 and the number of the signal that ended it. */
const withoutMessage = (exitCode: number): string =>
  `docker buildx ended with exit code ${exitCode} and without a message.${exitCode === 137 ? ' It was killed: the runner may have run out of memory.' : ''} Run this step again.`;
