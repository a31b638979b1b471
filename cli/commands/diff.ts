/** `diff`: what a deploy of a manifest would change. */

import { desireManifest, VERSION } from '../../actions/deploy-run/plan/desired-service.ts';
import { checkNamespace } from '../../src/google/project-number.ts';
import type { Container, Job, Json, Service } from '../../src/google/run/resources.ts';
import { resolveSecrets, type SecretHolder } from '../../src/google/run/secret-versions.ts';
import { createSecretManager } from '../../src/google/secret-manager.ts';
import { parseMap } from '../../src/inputs/lists.ts';
import { type Change, containersOf, differences, type Manifest } from '../../src/manifest/index.ts';
import { merge } from '../../src/manifest/merge.ts';
import { COMMIT_LABEL, namedBefore } from '../../src/records/annotations.ts';
import type { Cloud, Context } from '../../src/runtime/context.ts';
import { CloudError, InputError } from '../../src/runtime/errors.ts';
import { type Command, EXIT, REGION } from '../core/command.ts';
import { connectLocally } from '../core/context.ts';
import { type LiveResource, readLiveResource } from '../core/live-resource.ts';
import { readManifestFile } from '../core/manifest-file.ts';
import { readTarget } from '../core/target.ts';

export const diff: Command = {
  name: 'diff',
  summary: 'Show what a deploy of a manifest would change',
  operands: 'MANIFEST',
  mostOperands: 1,
  description:
    'Compares a manifest with what is deployed, in the keys of the manifest. What a deploy adds itself does not count as a difference: the digest of an image that the manifest names by tag, and the commit. Exit code 3 if something differs.',
  options: {
    region: REGION,
    'ignore-images': {
      about: 'Do not compare images, for instance because the workflow sets them.',
    },
    set: { value: 'NAME=VALUE', about: 'Value of ${NAME} in the manifest. May be given several times.', many: true },
  },
  examples: ['diff deploy/web.yaml --ignore-images --project acme-prod --region us-central1'],
  async run(args, { context, folder }) {
    const { project, regions } = readTarget(args, context.env);
    const [file] = args.positionals;
    if (file === undefined)
      throw new InputError([
        { subject: 'Argument MANIFEST', message: 'is missing. Write for instance orchestra diff deploy/web.yaml.' },
      ]);
    const substitutions = parseMap(args.all('set').join('\n'));
    const cloud = connectLocally(context);
    const results = await Promise.all(
      regions.map(async (region): Promise<RegionResult> => {
        const read = (commit: string) => readManifestFile(file, folder, { project, region, commit }, substitutions);
        const manifest = read(context.github.sha);
        const { kind, name } = manifest;
        await checkNamespace(manifest, { project, region }, cloud, context.log);
        const live = await readLiveResource(cloud, kind, `projects/${project}/locations/${region}`, name);
        if (!live) return { region, kind, name, exists: false, changes: [] };
        // Uses the live commit, so that fields that depend on it are equal.
        const commit = live.resource.labels?.[COMMIT_LABEL] ?? context.github.sha;
        const changes = await changesOf(read(commit), live, commit, {
          ignoreImages: args.has('ignore-images'),
          ...{ cloud, project, log: context.log },
        });
        return { region, kind, name, exists: true, changes };
      }),
    );
    const differs = results.some(({ exists, changes }) => !exists || changes.length > 0);
    return {
      data: { project, manifest: file, differs, results },
      text: results.map(resultText).join('\n\n'),
      exitCode: differs ? EXIT.found : EXIT.done,
    };
  },
};

interface RegionResult {
  readonly region: string;
  readonly kind: string;
  readonly name: string;
  readonly exists: boolean;
  readonly changes: readonly Change[];
}

function resultText({ region, kind, name, exists, changes }: RegionResult): string {
  const what = `${kind} ${name} in ${region}`;
  if (!exists) return `${what} does not exist. A deploy creates it.`;
  if (changes.length === 0) return `${what}: no difference.`;
  const lines = changes.map(
    ({ field, before, after }) => `  ${field}\n    - ${before || '(not set)'}\n    + ${after || '(not set)'}`,
  );
  return [`${what}: ${changes.length} difference${changes.length === 1 ? '' : 's'}.`, ...lines].join('\n');
}

/** The labels of every deploy. */
const isNews = ({ field }: Change): boolean => !/labels(?:\.|\[")(?:commit-sha|managed-by)/.test(field);

async function changesOf(
  { kind, resource }: Manifest,
  live: LiveResource,
  commit: string,
  options: {
    readonly ignoreImages: boolean;
    readonly cloud: Cloud;
    readonly project: string;
    readonly log: Context['log'];
  },
): Promise<readonly Change[]> {
  const desired =
    kind === 'Job'
      ? merge<Json>(live.resource, resource, namedBefore(live.resource))
      : desireManifest(
          live.resource as Service,
          { template: live.resource.template ?? {}, revision: undefined, from: 'template' },
          resource as Service,
          commit,
        ).service;
  keepWhatADeploySets(containersOf(desired), containersOf(live.resource), options.ignoreImages);
  const { template } = desired as Service & Job;
  const holder = (kind === 'Job' ? template?.template : template) as SecretHolder | undefined;
  if (holder) Object.assign(holder, await resolved(holder, options));
  return differences(kind, live.resource, desired).filter(isNews);
}

/** A deploy replaces `latest` by the current version number. Without the permission to read it, `latest` is shown. */
async function resolved(
  holder: SecretHolder,
  { cloud, project, log }: { readonly cloud: Cloud; readonly project: string; readonly log: Context['log'] },
): Promise<SecretHolder> {
  const manager = createSecretManager(cloud.http, cloud.endpoints.secretmanager);
  try {
    return (await resolveSecrets(holder, { manager, project, mode: 'resolve', log })).template;
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 403) throw error;
    log.warning(`Versions "latest" of secrets are shown as they are: ${error.message}`);
    return holder;
  }
}

/** Takes over the fields that a deploy sets: an image by digest where the manifest names a tag, and the version of the code. */
function keepWhatADeploySets(
  desired: readonly Container[],
  deployed: readonly Container[],
  ignoreImages: boolean,
): void {
  desired.forEach((container, i) => {
    const before = deployed.find(({ name }) => name !== undefined && name === container.name) ?? deployed[i];
    const { image = '' } = container;
    if (before?.image !== undefined && (ignoreImages || !image.includes('@'))) container.image = before.image;
    const version = before?.env?.find(({ name }) => name === VERSION);
    if (version && !container.env?.some(({ name }) => name === VERSION))
      container.env = [...(container.env ?? []), version];
  });
}
