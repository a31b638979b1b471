/** The calls of a log that change something, as the trace check reads them. */

/** One write that was sent. */
export interface Call {
  /** `deploy-run`, or whichever action sent it; empty for a person. */
  readonly action: string;
  /** `main` or `post`. */
  readonly phase: string;
  /** Who sent it: number of the step in the log, or name of the actor. Attempts of one run differ. */
  readonly by: string;
  /** `run`, `storage`, `compute`, `registry`. */
  readonly api: string;
  readonly method: string;
  /** Path and query, decoded. */
  readonly target: string;
  /** HTTP status of the answer, or `cut`. */
  readonly status: string;
  /** JSON, for multipart bodies a list of the parts; undefined for none. */
  readonly body: unknown;
  /** When the server took it, in milliseconds; undefined where no time is kept. */
  readonly at?: number;
  /** When it was sent. */
  readonly sent?: number;
}

/** Calls that change nothing although they are POST. */
export const READING_POSTS =
  /\/v1\/token$|\/entries:list$|:(generateIdToken|generateAccessToken|testIamPermissions|access)$|\/operations\/[^/]+\/wait$/;

/** A run that has ended well. */
export interface Success {
  readonly by: string;
  readonly began: number;
  readonly ended: number;
}

/** Facts about a log that it does not contain. */
export interface TraceFacts {
  /** The log has every write since the resource was made, in the order in which they were carried out, and names who sent it. */
  readonly complete?: boolean;
  /** No run was forced past a hold, a freeze or a newer commit, but for those that are named here. */
  readonly unforced?: boolean;
  /** Whether a run may release holds, and was forced. */
  readonly releases?: (by: string) => boolean;
  readonly forced?: (by: string) => boolean;
  /** Whether a run is a rollback. */
  readonly rollsBack?: (by: string) => boolean;
  readonly succeeded?: readonly Success[];
  /** All runs have ended, and what was interrupted was run again: no rollout is left in the middle. */
  readonly settled?: boolean;
  /** A rollback goes back to what the site and others served together. */
  readonly siteOfSeveral?: boolean;
  /** Who was refused a write since another had changed the service: it wrote again, with the plan that it had. */
  readonly refused?: ReadonlySet<string>;
  /** The number of the run that an actor, or the id of a rollout, belongs to. */
  readonly runOf?: (by: string) => string;
  /** The place in the history of the commit that a revision or a release is named by. */
  readonly ageOf?: (name: string) => number | undefined;
  /** The tags that a run gives the image that it builds, reuses or merges. */
  readonly tagsOf?: (by: string) => readonly string[];
}

/** What the server did with it: a refused write changes nothing; an answer of 5xx, or none, says nothing about that. */
export const isRefused = ({ status }: Call): boolean => /^4/.test(status);
export const isAnswered = ({ status }: Call): boolean => /^2/.test(status);

/** A parameter of the query; undefined if it is not named. */
export const parameter = ({ target }: Call, name: string): string | undefined =>
  new RegExp(`[?&]${name}=([^&]*)`).exec(target)?.[1];

export const pathOf = ({ target }: Call): string => target.replace(/\?[\w$]+=.*$/, '');

const LINE = /^(\S+) ([A-Z]+) (.*?) → (\S+)(?: (.*))?$/s;

/** A line of a log: a server was put back into an earlier state. */
export const RESET = '= reset';

/** The lines between which no server was put back. */
export function historiesOf(lines: readonly string[]): string[][] {
  const histories: string[][] = [[]];
  for (const line of lines) {
    if (line === RESET) histories.push([]);
    else histories.at(-1)?.push(line);
  }
  return histories;
}

/** The writes of one test, as `test/golden/` has them; reads are left out. */
export function callsOf(lines: readonly string[]): Call[] {
  let step = { action: '', phase: '', by: '' };
  let number = 0;
  return lines.flatMap((line): Call[] => {
    const [, action = '', phase = ''] = /^= (\S+) (\S+)/.exec(line) ?? [];
    if (action !== '') step = { action, phase, by: `step ${++number}` };
    const [, api = '', method = '', target = '', status = '', body = ''] = LINE.exec(line) ?? [];
    if (action !== '' || api === '' || step.action === '') return [];
    return [{ ...step, api, method, target, status, body: parsed(body) }];
  });
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
