/** `spec.traffic[]` of a Service and `spec.instanceSplits[]` of a WorkerPool. */
import type { TrafficTarget } from '../../google/run/resources.ts';
import { LATEST, REVISION } from '../../google/run/resources.ts';
import { carry, check, Invalid, type Row, refuse, type Scope, strip, type Table } from '../decode/table.ts';
import { boolean, describe, integer, matching, nonEmpty, text } from '../decode/values.ts';

export const SPLIT_LATEST = 'INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST';
export const SPLIT_REVISION = 'INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION';

/** `latestRevision` and `revisionName` become one `type`; without either v1 takes the latest revision. */
const target = (types: { latest: string; revision: string }, rows: Readonly<Record<string, Row>>): Table => ({
  rows: {
    latestRevision: carry('type', (node) => (boolean(node) ? types.latest : types.revision)),
    revisionName: carry('revision', nonEmpty),
    percent: carry('percent', integer({ min: 0, max: 100 })),
    ...rows,
  },
  finish: ({ at, words, get, set, problem, atKey }) => {
    const revision = get<string>('revision');
    const latest = get<string>('type') === types.latest;
    if (latest && revision !== undefined)
      problem(at, words, 'has latestRevision: true and a revisionName. Keep one of the two.');
    else if (get('type') === types.revision && revision === undefined)
      problem(at, words, 'has latestRevision: false and no revisionName. Name the revision.');
    else
      set(
        'type',
        revision === undefined ? types.latest : types.revision,
        revision === undefined ? at : atKey('revisionName'),
      );
  },
});

export const trafficTarget: Table = target(
  { latest: LATEST, revision: REVISION },
  {
    tag: carry(
      'tag',
      matching(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/, 'lower-case letters, digits and hyphens, no hyphen first or last'),
    ),
    configurationName: check((node) => {
      if (text(node) !== '')
        throw new Invalid(`is ${describe(node)}. Cloud Run has no configurations: use latestRevision or revisionName.`);
    }),
    url: strip(text),
  },
);

export const instanceSplit: Table = target(
  { latest: SPLIT_LATEST, revision: SPLIT_REVISION },
  { tag: refuse('cannot be combined with a worker pool, which has no URL. Remove it.') },
);

/** Checks of a whole list; https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration for the tags. */
export function finishTargets({ get, locate, problem, words, name }: Scope, field: 'traffic' | 'instanceSplits'): void {
  const targets = get<TrafficTarget[]>(field);
  // An empty list says what none says: all to the latest revision.
  if (!targets || targets.length === 0) return;
  const here = `${words}.${field}`;
  const sum = targets.reduce((total, { percent = 0 }) => total + percent, 0);
  if (sum !== 100) problem(locate(field), here, `adds up to ${sum} %. Expected 100 %.`);
  targets.forEach(({ tag }, i) => {
    if (tag === undefined) return;
    const at = locate([field, i, 'tag']);
    if (tag.length < 3) problem(at, `${here}[${i}].tag`, `is "${tag}". Expected at least 3 characters.`);
    if (tag.length + name.length > 46)
      problem(
        at,
        `${here}[${i}].tag`,
        `is "${tag}", which together with the service's name has ${tag.length + name.length} characters. At most 46 fit into the tag's URL.`,
      );
    if (targets.findIndex((other) => other.tag === tag) !== i)
      problem(at, `${here}[${i}].tag`, `is "${tag}" again. A tag names one revision.`);
  });
}
