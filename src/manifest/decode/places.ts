/** Where a key belongs that stands in the wrong place, found in the tables of its kind. */
import { below, type Table } from './table.ts';

export interface KeyPlace {
  /** `autoscaling.knative.dev/maxScale`. */
  readonly key: string;
  /** The mapping that holds it: `spec.template.metadata.annotations`, `spec.template.spec.containers[].resources.limits`. */
  readonly parent: string;
  /** False for a key that says nothing there: it is refused, or only the server sets it. */
  readonly useful: boolean;
}

/** Flags of gcloud, fields of other systems and of v2, each with the key of a manifest that means the same. Both in plain letters. */
const SYNONYMS: Readonly<Record<string, string>> = {
  accelerators: 'accelerator',
  addcloudsqlinstances: 'cloudsqlinstances',
  alwaysallocatedcpu: 'cputhrottling',
  binaryauthorizationpolicy: 'binaryauthorization',
  cloudsqlinstance: 'cloudsqlinstances',
  concurrency: 'containerconcurrency',
  cpuboost: 'startupcpuboost',
  cpuidle: 'cputhrottling',
  dependson: 'containerdependencies',
  environment: 'env',
  environmentvariables: 'env',
  envvars: 'env',
  gputype: 'accelerator',
  healthcheck: 'startupprobe',
  iap: 'iapenabled',
  invokeriamcheck: 'invokeriamdisabled',
  maxinstancecount: 'maxscale',
  maxinstancerequestconcurrency: 'containerconcurrency',
  maxinstances: 'maxscale',
  mininstancecount: 'minscale',
  mininstances: 'minscale',
  network: 'networkinterfaces',
  networktags: 'networkinterfaces',
  nocputhrottling: 'cputhrottling',
  port: 'containerport',
  replicas: 'minscale',
  serviceaccount: 'serviceaccountname',
  setcloudsqlinstances: 'cloudsqlinstances',
  setenvvars: 'env',
  setsecrets: 'secretkeyref',
  subnet: 'networkinterfaces',
  subnetwork: 'networkinterfaces',
  tasks: 'taskcount',
  tasktimeout: 'timeoutseconds',
  timeout: 'timeoutseconds',
  vpcconnector: 'vpcaccessconnector',
  vpcegress: 'vpcaccessegress',
};

/** What is no key of a manifest at all, since an input or another command sets it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  allowunauthenticated: 'Use the input allow-unauthenticated.',
  project: 'Use the input project.',
  region: 'Use the input region.',
  revisionsuffix: 'Remove it: revisions are named by the commit.',
};

export interface Places {
  /** The place of exactly this key nearest to `from`, a mapping in the manifest's words. */
  exact(key: string, from: string): KeyPlace | undefined;
  /** What to write in place of an unknown key, as a sentence. */
  hint(key: string, from: string): string | undefined;
}

export function placesOf(root: Table): Places {
  const places = collect(root, '');
  const nearest = (from: string, matches: (place: KeyPlace) => boolean) =>
    places
      .filter((place) => place.useful && matches(place))
      .sort((a, b) => apart(a.parent, from) - apart(b.parent, from) || a.parent.length - b.parent.length)[0];
  return {
    exact: (key, from) => nearest(from, (place) => place.key === key),
    hint(key, from) {
      const word = plainWord(key);
      const other = ELSEWHERE[word];
      if (other !== undefined) return other;
      const wanted = new Set([word, SYNONYMS[word]]);
      const place = nearest(from, (one) => one.parent !== '' && wanted.has(plainWord(one.key)));
      if (!place) return undefined;
      return place.parent === general(from)
        ? `Did you mean ${place.key}?`
        : `It is ${below(place.parent, place.key)} in a manifest.`;
    },
  };
}

function collect({ rows }: Table, parent: string): KeyPlace[] {
  return Object.entries(rows).flatMap(([key, row]) => {
    const here = below(parent, key);
    const inner =
      row.does === 'nest' ? collect(row.table, here) : row.does === 'list' ? collect(row.table, `${here}[]`) : [];
    return [{ key, parent, useful: !['refuse', 'strip', 'reserve'].includes(row.does) }, ...inner];
  });
}

/** `run.googleapis.com/max-scale` → `maxscale`. */
const plainWord = (key: string): string =>
  key
    .slice(key.lastIndexOf('/') + 1)
    .replace(/[-_.]/g, '')
    .toLowerCase();

/** `containers[0]` → `containers[]`. */
const general = (words: string): string => words.replace(/\[\d+\]/g, '[]');

/** How many steps lie between two mappings. */
function apart(a: string, b: string): number {
  const [one, other] = [general(a).split('.'), general(b).split('.')];
  const common = one.findIndex((part, i) => part !== other[i]);
  const shared = common < 0 ? one.length : common;
  return one.length - shared + (other.length - shared);
}
