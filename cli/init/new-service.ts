/** `init` for a service that does not exist yet, and from a gcloud command line. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { imageNameOf, splitPath } from '../../src/container/image-reference.ts';
import type { ManifestDocument } from '../../src/manifest/encode/index.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { translate } from '../gcloud/translate.ts';
import { accountDomain } from './deployment.ts';
import { builtContainer, defaultImage, isGoogles, podOf } from './document.ts';
import type { Found } from './plan.ts';

interface Place {
  readonly project: string;
  readonly region: string;
}

/** A service with one container that listens on PORT, which Cloud Run sets to 8080. */
export function fromNothing(name: string, place: Place): Found {
  return {
    kind: 'Service',
    name,
    ...place,
    document: {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: { name },
      spec: {
        template: {
          spec: {
            serviceAccountName: `runtime@${accountDomain(place.project)}.iam.gserviceaccount.com`,
            containers: [
              {
                image: defaultImage(name, place),
                ports: [{ containerPort: 8080 }],
                resources: { limits: { cpu: '1', memory: '512Mi' } },
              },
            ],
          },
        },
      },
    },
    inputs: {},
    open: undefined,
    origin: 'nothing',
    notes: [],
  };
}

const ORIGINS = { Service: 'run deploy', Job: 'run jobs deploy', WorkerPool: 'run worker-pools deploy' } as const;

/** `words` is the pasted command line. */
export function fromGcloud(
  words: readonly string[],
  given: {
    readonly name: string | undefined;
    readonly project: string | undefined;
    readonly region: string | undefined;
  },
  folder: string,
): Found {
  const translated = translate(words, given, (path) => readFileSync(resolve(folder, path), 'utf8'));
  const name = translated.name || given.name || '';
  const container = builtContainer(translated.document as ManifestDocument);
  const image = imageNameOf(String(container.image ?? ''));
  const { region } = translated;
  // gcloud has a default project on the machine where it runs, which is not this one.
  const guessed = translated.project
    ? undefined
    : image && isGoogles(image.host)
      ? splitPath(image).project
      : undefined;
  const project = translated.project ?? guessed;
  const missing = [
    ...(name === ''
      ? ['the name: write it after the command, for instance gcloud run deploy web, or before it, after init']
      : []),
    ...(project ? [] : ['the project: add --project PROJECT']),
    ...(region ? [] : ['the region: add --region REGION']),
  ];
  if (missing.length > 0 || !project || !region)
    throw new InputError([{ subject: 'gcloud command', message: `does not say ${missing.join('; ')}.` }]);
  const document = { ...translated.document, metadata: { ...(translated.document.metadata as object), name } };
  // gcloud takes the name alone; a manifest and the commands of the setup have the whole address.
  const pod = podOf(document as ManifestDocument);
  const account = pod.serviceAccountName;
  if (typeof account === 'string' && /^[\w-]+$/.test(account))
    pod.serviceAccountName = `${account}@${accountDomain(project)}.iam.gserviceaccount.com`;
  const built = container.image === undefined;
  if (built) container.image = defaultImage(name, { project, region });
  return {
    kind: translated.kind,
    name,
    project,
    region,
    document: document as ManifestDocument,
    inputs: translated.workflow,
    substitutions: translated.substitutions,
    githubSecrets: translated.secrets,
    open: undefined,
    origin: `gcloud ${ORIGINS[translated.kind]}`,
    notes: [
      ...(guessed
        ? [
            `The command has no --project: ${guessed}, from the image. If the service is in another project, add --project.`,
          ]
        : []),
      ...Object.values(translated.substitutions)
        .filter((expression) => /\b(?:env|steps|needs|inputs|matrix|strategy)\b/.test(expression))
        .map(
          (expression) =>
            `${expression} has no value in the new workflow. Copy what sets it from your own workflow, or write the value into the manifest.`,
        ),
      ...translated.left.filter(({ harmless }) => !harmless).map(({ flag, why }) => `${flag} was left out. ${why}`),
    ],
  };
}
