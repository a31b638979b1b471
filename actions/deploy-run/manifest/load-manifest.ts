/** Reads the manifest for a region, with the substitutions that are built in. */
import { resolve } from 'node:path';
import { readTextFile } from '../../../src/inputs/read-file.ts';
import { type Manifest, readManifest } from '../../../src/manifest/index.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import type { DeployInputs, ManifestSource } from '../plan/request.ts';

export function loadManifest(source: ManifestSource, region: string, inputs: DeployInputs, context: Context): Manifest {
  const manifest = readManifest({
    text: read(source.file, context.github.workspace),
    file: source.file,
    project: inputs.project,
    region,
    substitutions: new Map([
      ['PROJECT', inputs.project],
      ['REGION', region],
      ['COMMIT', inputs.commit],
      ...source.substitutions,
    ]),
  });
  return manifest.kind === 'Service' ? withoutTraffic(manifest) : manifest;
}

function read(file: string, workspace: string): string {
  try {
    return readTextFile(resolve(workspace, file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'does not exist'
        : code === 'EISDIR'
          ? 'is a folder'
          : code === 'NOT_A_FILE'
            ? 'is a pipe, a socket or a device'
            : `cannot be read (${code})`;
    const hint = code === 'ENOENT' ? ' Is actions/checkout a step before this one?' : '';
    throw new InputError([
      { subject: 'Input manifest', message: `the file ${file} ${why}. Set its path relative to the workspace.${hint}` },
    ]);
  }
}

/** deploy-run manages traffic: a manifest can only state the default, and the traffic of an exported manifest is dropped. */
function withoutTraffic(manifest: Manifest & { kind: 'Service' }): Manifest {
  const traffic = manifest.resource.traffic;
  const all = traffic?.length === 1 && traffic[0]?.percent === 100 && !traffic[0].revision && !traffic[0].tag;
  if (!traffic || traffic.length === 0 || all) return manifest;
  if (manifest.exported) {
    const location = manifest.locate(['traffic']);
    const message = 'of the export is left out: this action manages traffic.';
    return { ...manifest, warnings: [...manifest.warnings, { subject: 'spec.traffic', message, location }] };
  }
  throw new InputError([
    {
      subject: 'manifest',
      message:
        'spec.traffic names revisions or tags, but this action manages traffic. Remove it; use strategy and steps, tag, or rollback-to.',
      location: manifest.locate(['traffic']),
    },
  ]);
}
