/** The inputs that all four actions have, read the same way everywhere. */

import { ON_UNKNOWN_HISTORY, type OnUnknownHistory } from '../github/freshness.ts';
import { resolveCommit } from '../github/run.ts';
import { type AuthInputs, parseProvider, parseServiceAccount } from '../google/auth.ts';
import { parseServiceAccountKey } from '../google/credential-file.ts';
import type { Context } from '../runtime/context.ts';
import { InputError } from '../runtime/errors.ts';
import type { InputReader } from '../runtime/inputs.ts';

export interface SharedInputs {
  readonly auth: AuthInputs;
  /** Project id. */
  readonly project: string;
  /** A full commit SHA. */
  readonly commit: string;
  readonly dryRun: boolean;
}

/** Reads the auth inputs, `project`, `commit` and `dry-run`. `region` differs (deploy-run takes several) and stays with the action. */
export function readSharedInputs(reader: InputReader, context: Pick<Context, 'github' | 'env'>): SharedInputs {
  return {
    auth: readAuthInputs(reader),
    project: reader.parse('project', parseProject) ?? context.env.GOOGLE_CLOUD_PROJECT ?? missingProject(reader),
    commit: readCommit(reader, context),
    dryRun: reader.boolean('dry-run', 'false'),
  };
}

/** A required input, read with `parser`; `''` with a problem. */
export function readRequired(reader: InputReader, name: string, parser: (text: string) => string): string {
  return reader.required(name) === '' ? '' : (reader.parse(name, parser) ?? '');
}

export function readAuthInputs(reader: InputReader): AuthInputs {
  const key = reader.parse('credentials-json', parseServiceAccountKey);
  for (const name of ['workload-identity-provider', 'service-account'])
    if (reader.given('credentials-json') && reader.given(name))
      reader.problem('credentials-json', `cannot be combined with ${name}. Keep ${name}, and remove the key.`);
  return {
    workloadIdentityProvider: reader.parse('workload-identity-provider', parseProvider),
    serviceAccount: reader.parse('service-account', parseServiceAccount),
    ...(key && { key }),
  };
}

export interface HistoryInputs {
  /** Undefined without the input. */
  readonly githubToken: string | undefined;
  readonly onUnknownHistory: OnUnknownHistory;
}

/** The manifests' default, which the runner expands before it hands the input over. */
const GITHUB_TOKEN = '${{ github.token }}';

/** Reads `github-token`; undefined if the runner filled none in. */
export function readGitHubToken(reader: InputReader): string | undefined {
  const expanded = (text: string) => (text.trim() === GITHUB_TOKEN ? undefined : text.trim());
  return reader.parse('github-token', expanded, GITHUB_TOKEN);
}

/** Reads the inputs of the freshness check. */
export function readHistoryInputs(reader: InputReader): HistoryInputs {
  return {
    githubToken: readGitHubToken(reader),
    onUnknownHistory: reader.oneOf('on-unknown-history', ON_UNKNOWN_HISTORY, 'warn'),
  };
}

/**
 * https://cloud.google.com/resource-manager/docs/creating-managing-projects#before_you_begin. Projects of a domain
 * (`example.com:proj`) are older than that rule, and may be shorter.
 */
export function parseProject(text: string): string {
  const value = text.trim();
  if (/^(?:[a-z][a-z0-9-]{4,28}|[a-z0-9.-]+:(?:[a-z][a-z0-9-]*)?)[a-z0-9]$/.test(value)) return value;
  throw new Error(
    `"${text}" is not a project id. Write the id (6 to 30 lower-case letters, digits and hyphens), not the name or number.`,
  );
}

/** A region such as `europe-west1`. */
export function parseRegion(text: string): string {
  const value = text.trim();
  if (/^[a-z]+-[a-z]+\d+$/.test(value)) return value;
  // Lines of a list are read one by one.
  if (value.includes('\n'))
    throw new Error(
      `only one region is allowed here, got ${value.split(/\s+/).join(', ')}. Entries of services can name several of their own.`,
    );
  if (/[\s,]/.test(value)) throw new Error(`"${text}" is not a region. Write one region per line.`);
  throw new Error(`"${text}" is not a region. Write for instance us-central1 or europe-west1.`);
}

function missingProject(reader: InputReader): string {
  if (!reader.given('project')) reader.problem('project', 'is missing. Set the id of the Google Cloud project.');
  return '';
}

function readCommit(reader: InputReader, context: Pick<Context, 'github'>): string {
  const given = reader.text('commit');
  try {
    return resolveCommit(given, context.github);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    reader.problem('commit', error.problems[0]?.message ?? error.message);
    return '';
  }
}
