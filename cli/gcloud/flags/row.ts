/** The translation of each flag of gcloud, as data for parsing, translation and documentation. */

import { numberValue } from '../flag-values.ts';
import { type Draft, mappingOf } from '../manifest-draft.ts';

export interface FlagRow {
  /** `toggle` is `--NAME` and `--no-NAME`. */
  readonly takes: 'value' | 'switch' | 'toggle';
  /** Its target, for the documentation: a key of the manifest, or an input of an action. */
  readonly becomes?: string;
  /** Why it is not translated, and what replaces it. */
  readonly instead?: string;
  /** Whether it can be left out without changing the resource. */
  readonly harmless?: boolean;
  /** Which variables `apply` understands: expressions of the workflow (`${{ vars.X }}`), or any; without it none. */
  readonly variables?: 'workflow' | 'any';
  /** `value` of a toggle is `true` or `false`. Throws an Error with a message for the user. */
  readonly apply?: (draft: Draft, value: string) => void;
}

export type FlagTable = Readonly<Record<string, FlagRow>>;

const TEMPLATE = 'spec.template.metadata.annotations';
const RUN = 'run.googleapis.com/';
const same = (value: string): string => value;

/** An annotation of the revision. */
export const onTemplate = (key: string, convert = same, takes: FlagRow['takes'] = 'value'): FlagRow => ({
  takes,
  becomes: `${TEMPLATE}["${key.includes('/') ? key : RUN + key}"]`,
  apply: (draft, value) => {
    if (value !== 'default') draft.templateAnnotations[key.includes('/') ? key : RUN + key] = convert(value);
  },
});

/** An annotation of the service or job itself. */
export const onResource = (key: string, convert = same, takes: FlagRow['takes'] = 'value'): FlagRow => ({
  takes,
  becomes: `metadata.annotations["${RUN}${key}"]`,
  apply: (draft, value) => {
    if (value !== 'default') draft.annotations[RUN + key] = convert(value);
  },
});

/** A key next to `containers`; `path` is for the documentation. */
export const onPod = (key: string, convert: (value: string) => unknown = same): FlagRow => ({
  takes: 'value',
  becomes: `spec.template.spec.${key}`,
  apply: (draft, value) => {
    if (value !== 'default') draft.pod[key] = convert(value);
  },
});

/** A key of the container. */
export const onContainer = (key: string, apply: (draft: Draft, value: string) => void): FlagRow => ({
  takes: 'value',
  becomes: `containers[].${key}`,
  apply,
});

export const limit = (name: string, convert = same): FlagRow =>
  onContainer(`resources.limits["${name}"]`.replace(/\["([a-z]+)"\]/, '.$1'), ({ container }, value) => {
    mappingOf(mappingOf(container, 'resources'), 'limits')[name] = convert(value);
  });

/** An input of deploy-run. */
export const toWorkflow = (
  input: string,
  takes: FlagRow['takes'],
  value: (given: string) => string = same,
): FlagRow => ({
  takes,
  becomes: `input \`${input}\` of deploy-run`,
  apply: (draft, given) => {
    draft.workflow[input] = value(given);
  },
});

export const notTranslated = (takes: FlagRow['takes'], instead: string): FlagRow => ({ takes, instead });
/** Configures gcloud itself, not the deployed resource. */
export const ignored = (takes: FlagRow['takes'], instead: string): FlagRow => ({ takes, instead, harmless: true });

export const opposite = (value: string): string => String(value !== 'true');
export const numberText = (value: string): string => String(numberValue(value));
