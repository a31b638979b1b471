/**
 * `exceptions: base`: in a pull request, only exceptions that the same manifest has on the base branch count, so that no one allows
 * their own change before its review (by code owners, where a CODEOWNERS file names them).
 */

import { posix } from 'node:path';
import type { GitHub } from '../github/api.ts';
import { shortCommit } from '../github/commit.ts';
import type { GitHubRun } from '../github/run.ts';
import { type Node, parseDocument } from '../manifest/document.ts';
import { InputError } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import { exceptionsIn } from './exceptions.ts';
import type { ExceptionText } from './types.ts';

/** The base commit of the pull request; undefined if the run belongs to none. */
export function baseOf({ payload, sha }: Pick<GitHubRun, 'payload' | 'sha'>): string | undefined {
  const { pull_request: pull, workflow_run: run } = payload;
  if (pull) return pull.merged ? undefined : pull.base?.sha;
  // A workflow_run runs on the default branch, but its code may come from any pull request.
  return run?.event === 'pull_request' ? sha : undefined;
}

/** The exceptions of the base branch. Others that are written `here` do not count, and a warning names them. */
export async function exceptionsOfBase(
  here: readonly ExceptionText[],
  from: {
    readonly base: string;
    /** Of the manifest, from the root of the repository; undefined without a manifest. */
    readonly file: string | undefined;
    readonly openGitHub: (() => Promise<Pick<GitHub, 'file'>>) | undefined;
    readonly log: Pick<Log, 'warning'>;
  },
): Promise<ExceptionText[]> {
  const { base, file, openGitHub, log } = from;
  if (here.length > 0 && file && !openGitHub)
    throw new InputError([
      {
        subject: 'Input exceptions',
        message:
          'is base, which reads the manifest of the base branch and needs github-token. Pass ${{ github.token }}.',
      },
    ]);
  const text = here.length > 0 && file ? await (await openGitHub?.())?.file(posix.normalize(file), base) : undefined;
  const there = exceptionsIn(text === undefined ? {} : annotationsIn(text));
  const known = new Set(there.map(keyOf));
  const others = here.filter((one) => !known.has(keyOf(one)));
  if (others.length > 0)
    log.warning(
      `Exceptions are read from the base branch (exceptions: base), at ${shortCommit(base)}. These are not in it and do not apply: ${[...new Set(others.map(({ where }) => where))].join(', ')}. Merge them first, in a separate pull request.`,
    );
  return there;
}

/** `metadata.annotations` of a manifest, whatever else is in it. */
function annotationsIn(text: string): Record<string, string> {
  const entriesOf = (node: Node | undefined) => (node?.kind === 'map' ? node.entries : undefined);
  const { root } = parseDocument(text, '', new Map());
  const metadata = entriesOf(entriesOf(root)?.get('metadata')?.value);
  const annotations = entriesOf(metadata?.get('annotations')?.value) ?? new Map();
  return Object.fromEntries(
    [...annotations].flatMap(([key, { value }]) =>
      value.kind === 'scalar' && value.type === 'text' ? [[key, value.value]] : [],
    ),
  );
}

const keyOf = ({ rule, text }: ExceptionText): string => `${rule} ${text.trim()}`;
