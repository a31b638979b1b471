/** What a case of a row is made of, and the texts that many refusals share. */
import type { TABLES } from '../../../../src/manifest/index.ts';

export type Kind = keyof typeof TABLES;

export interface Case {
  /** The key below the section, as in the manifest; lists with their index. */
  readonly key: string;
  readonly good: unknown;
  /** v2 path below the section's → value; or what happens to the key. */
  readonly becomes: Readonly<Record<string, unknown>> | 'dropped' | 'stripped' | 'checked';
  readonly bad?: unknown;
  readonly says?: RegExp;
  /** Other keys of the section that the row needs, for the good value and the bad one. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly only?: readonly Kind[];
}

/** A key that is refused whatever its value. */
export interface Refused {
  readonly key: string;
  readonly value: unknown;
  readonly says: RegExp;
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly only?: readonly Kind[];
}

export interface Section {
  readonly v1: Readonly<Partial<Record<Kind, string>>>;
  readonly v2: Readonly<Partial<Record<Kind, string>>>;
  readonly cases: readonly Case[];
  readonly refused: readonly Refused[];
}

export const run = (key: string) => `annotations["run.googleapis.com/${key}"]`;
export const scale = (key: string) => `annotations["autoscaling.knative.dev/${key}"]`;
export const OUTPUT = ['creationTimestamp', 'deletionTimestamp', 'resourceVersion', 'uid', 'selfLink'];
export const NOT_SUPPORTED = /not supported/;
export const NO_V2 = /no equivalent in the Cloud Run v2 API/;
export const NUMBER = /Expected a whole number/;
export const TEXT = /Expected text/;
export const BOOLEAN_TEXT = /Expected "true" or "false"/;
export const MAPPING = /Expected keys and values below it/;

/** One path of the result with its value. */
export const at = (path: string, becomes: unknown): Record<string, unknown> => ({ [path]: becomes });

/** An annotation that only services have. */
export function service(key: string, good: unknown, becomes: Case['becomes'], bad: unknown, says: RegExp): Case[] {
  return [{ key: run(key), good, becomes, bad, says, only: ['Service'] }];
}
