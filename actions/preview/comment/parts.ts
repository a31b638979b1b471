/** Reads the current state of a preview from Cloud Run and Cloud Storage. */
import { shortCommit } from '../../../src/github/commit.ts';
import { createServices } from '../../../src/google/run/services.ts';
import { previewTag } from '../../../src/records/preview-names.ts';
import { isTagOf } from '../../../src/records/preview-owners.ts';
import { readSiteState } from '../../../src/records/sites.ts';
import type { Cloud } from '../../../src/runtime/context.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import type { ShownPart } from './lines.ts';
import type { Page } from './site.ts';

/** A service that this run deployed. */
export interface DeployedService {
  readonly service: string;
  readonly region: string;
  readonly revision?: string;
  /** The name of its entry. */
  readonly name?: string;
  readonly 'tag-url'?: string;
}

export interface PreviewParts {
  /** Full names. */
  readonly services: readonly string[];
  readonly pages: readonly Page[];
  readonly deployed: readonly DeployedService[];
  /** Names of the frontends that this run published. */
  readonly published: ReadonlySet<string>;
  readonly number: number;
  readonly repository: string;
}

export async function readParts(parts: PreviewParts, cloud: Cloud): Promise<ShownPart[]> {
  const run = createServices(cloud.http, cloud.endpoints.run);
  return await Promise.all([
    ...parts.services.map(async (full): Promise<ShownPart> => {
      const [, , , region = '', , name = ''] = full.split('/');
      const part = { name, where: region, current: false, url: undefined, version: undefined };
      return await readable(part, async () => {
        const tag = previewTag(parts);
        const service = await run.get(full);
        const shown =
          service && isTagOf(service, tag, parts.repository) && service.trafficStatuses?.find((one) => one.tag === tag);
        if (!shown) return part;
        const made = parts.deployed.find((one) => one.service === name && one.region === region);
        const current = made?.revision !== undefined && made.revision === shown.revision;
        return { ...part, url: shown.uri, version: shown.revision, current };
      });
    }),
    ...parts.pages.map(async ({ name, bucket, prefix, url }): Promise<ShownPart> => {
      const part = { name, where: `gs://${bucket}`, current: false, url: undefined, version: undefined };
      return await readable(part, async () => {
        const site = { name, bucket, prefix: `${prefix}/` };
        const state = await readSiteState({ http: cloud.http, endpoint: cloud.endpoints.storage }, site);
        if (!state?.current) return part;
        return { ...part, url, version: shortCommit(state.current), current: parts.published.has(name) };
      });
    }),
  ]);
}

async function readable(part: ShownPart, read: () => Promise<ShownPart>): Promise<ShownPart> {
  try {
    return await read();
  } catch (error) {
    // A record that a newer version wrote is as unknown as one without permission to read it.
    if (!(error instanceof CloudError || error instanceof OutcomeError)) throw error;
    return { ...part, unknown: true };
  }
}
