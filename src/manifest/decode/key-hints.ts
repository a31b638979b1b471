/** Where a key belongs that stands in the wrong place, found in the tables of its kind. */
import { below, type Table } from './table.ts';

export interface KeyPlace {
  /** `autoscaling.knative.dev/maxScale`. */
  readonly key: string;
  /** The mapping that holds it: `spec.template.metadata.annotations`, `spec.template.spec.containers[].resources.limits`. */
  readonly parent: string;
  /** False for a key that says nothing there: it is refused, left out, or only the server sets it. */
  readonly useful: boolean;
}

/** Flags of gcloud, fields of other systems and of v2, each with the key of a manifest that means the same. Both in plain letters. */
const SYNONYMS: Readonly<Record<string, string>> = {
  accelerators: 'accelerator',
  activedeadlineseconds: 'timeoutseconds',
  alwaysallocatedcpu: 'cputhrottling',
  automaticupdates: 'buildenableautomaticupdates',
  backofflimit: 'maxretries',
  baseimage: 'baseimages',
  binaryauthorizationpolicy: 'binaryauthorization',
  breakglass: 'binaryauthorizationbreakglass',
  buildenvvars: 'buildenvironmentvariables',
  cloudsqlinstance: 'cloudsqlinstances',
  completions: 'taskcount',
  concurrency: 'containerconcurrency',
  cmek: 'encryptionkey',
  container: 'containers',
  cpualwaysallocated: 'cputhrottling',
  cpuboost: 'startupcpuboost',
  cpuidle: 'cputhrottling',
  cpulimit: 'cpu',
  customaudience: 'customaudiences',
  defaulturl: 'defaulturldisabled',
  dependson: 'containerdependencies',
  deployhealthcheck: 'healthcheckdisabled',
  entrypoint: 'command',
  environment: 'env',
  environmentvariables: 'env',
  envvars: 'env',
  envvarsfile: 'env',
  function: 'buildfunctiontarget',
  gputype: 'accelerator',
  gpuzonalredundancy: 'gpuzonalredundancydisabled',
  healthcheck: 'startupprobe',
  iap: 'iapenabled',
  invokeriamcheck: 'invokeriamdisabled',
  key: 'encryptionkey',
  kmskey: 'encryptionkey',
  maxconcurrency: 'containerconcurrency',
  maximuminstances: 'maxscale',
  maxinstancecount: 'maxscale',
  maxinstancerequestconcurrency: 'containerconcurrency',
  maxinstances: 'maxscale',
  memorylimit: 'memory',
  minimuminstances: 'minscale',
  mininstancecount: 'minscale',
  mininstances: 'minscale',
  network: 'networkinterfaces',
  networktags: 'networkinterfaces',
  port: 'containerport',
  replicas: 'minscale',
  requesttimeout: 'timeoutseconds',
  scaling: 'scalingmode',
  serviceaccount: 'serviceaccountname',
  setsecrets: 'secretkeyref',
  subnet: 'networkinterfaces',
  subnetwork: 'networkinterfaces',
  target: 'containerconcurrency',
  tasks: 'taskcount',
  tasktimeout: 'timeoutseconds',
  timeout: 'timeoutseconds',
  version: 'key',
  volume: 'volumes',
  volumemount: 'volumemounts',
  vpcconnector: 'vpcaccessconnector',
  vpcegress: 'vpcaccessegress',
};

const NOT_ON_CLOUD_RUN = 'Cloud Run has nothing like it. Remove it.';

/** What is no key of a manifest at all: an input or another command sets it, or Kubernetes has it and Cloud Run does not. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  affinity: NOT_ON_CLOUD_RUN,
  automountserviceaccounttoken: NOT_ON_CLOUD_RUN,
  dnspolicy: NOT_ON_CLOUD_RUN,
  ephemeralstorage: 'Mount an emptyDir of medium Disk with a sizeLimit.',
  fieldref: 'Cloud Run sets K_SERVICE, K_REVISION and PORT itself.',
  hostpath: 'Use emptyDir, a bucket (csi) or nfs.',
  initcontainers: 'Use a sidecar with a startup probe, and run.googleapis.com/container-dependencies.',
  lifecycle: 'Cloud Run sends SIGTERM 10 s before it stops an instance: handle it in the application.',
  persistentvolumeclaim: 'Use a bucket (csi) or nfs.',
  resourcefieldref: 'Write the value into env.',
  restartpolicy: NOT_ON_CLOUD_RUN,
  stdin: NOT_ON_CLOUD_RUN,
  terminationgraceperiodseconds: 'Cloud Run stops an instance 10 s after SIGTERM. Remove it.',
  tolerations: NOT_ON_CLOUD_RUN,
  topologyspreadconstraints: NOT_ON_CLOUD_RUN,
  tty: NOT_ON_CLOUD_RUN,
  allowunauthenticated: 'Use the input allow-unauthenticated.',
  executenow: 'Remove it: deploy-run runs the job.',
  http2: 'Name the port h2c: ports: [{name: h2c, containerPort: 8080}].',
  public: 'Use the input allow-unauthenticated.',
  project: 'Use the input project.',
  region: 'Use the input region.',
  revisionsuffix: 'Remove it: revisions are named by the commit.',
  traffic: 'Use the input no-traffic.',
  wait: 'Remove it: deploy-run waits until the job has ended.',
};

/** What gcloud's flags and other tools put before the name of a setting. */
const PREFIX = /^(?:no|add|set|use|enable|disable)(?=\w{3})/;

/** The namespaces of Cloud Run's keys, and what is written by mistake for them: `run.googleapi.com`, `knative.dev`. */
const LOOKS_LIKE_CLOUD_RUN = /(?:^|\.)(?:cloudrun|run\.google\w*|google\w*|knative)\.\w+$/;

export interface Places {
  /** The place of exactly this key nearest to `from`, a mapping in the manifest's words. */
  exact(key: string, from: string): KeyPlace | undefined;
  /** What to write in place of an unknown key, as a sentence. */
  hint(key: string, from: string): string | undefined;
  /** The annotation of Cloud Run that was probably meant by one that is the user's own and sets nothing, such as `ingress`. */
  meant(key: string, from: string): KeyPlace | undefined;
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
      const spellings = spellingsOf(key);
      const place = spellings
        .map((word) => nearest(from, (one) => one.parent !== '' && [word, SYNONYMS[word]].includes(plainWord(one.key))))
        .find(Boolean);
      const other = spellings.map((word) => ELSEWHERE[word]).find((advice) => advice !== undefined);
      if (!place || (other !== undefined && plainWord(place.key) !== spellings[0])) return other;
      return place.parent === general(from)
        ? `Did you mean ${place.key}?`
        : `It is ${below(place.parent, place.key)} in a manifest.`;
    },
    meant(key, from) {
      const slash = key.lastIndexOf('/');
      if (slash >= 0 && !LOOKS_LIKE_CLOUD_RUN.test(key.slice(0, slash))) return undefined;
      const wanted = new Set([plainWord(key), SYNONYMS[plainWord(key)]]);
      return nearest(
        from,
        (one) => one.key.includes('/') && one.parent.endsWith('annotations') && wanted.has(plainWord(one.key)),
      );
    },
  };
}

/** `no-cpu-throttling` → `nocputhrottling`, `cputhrottling`. */
function spellingsOf(key: string): string[] {
  const words = [plainWord(key)];
  for (let last = ''; last !== words.at(-1); ) {
    last = words.at(-1) ?? '';
    const bare = last.replace(PREFIX, '');
    if (bare !== last) words.push(bare);
  }
  return words;
}

function collect({ rows }: Table, parent: string): KeyPlace[] {
  return Object.entries(rows).flatMap(([key, row]) => {
    const here = below(parent, key);
    const inner =
      row.does === 'nest' ? collect(row.table, here) : row.does === 'list' ? collect(row.table, `${here}[]`) : [];
    return [{ key, parent, useful: !['refuse', 'strip', 'drop', 'reserve'].includes(row.does) }, ...inner];
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
