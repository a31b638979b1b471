/** What a build of our own says when it fails. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runMountBuild } from '../../../../actions/build-image/cache-mounts/mount-builds.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mount-builds-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `said`: what the step wrote. */
const fail = (message: string) =>
  runMountBuild(
    { platforms: ['linux/amd64'], buildArgs: new Map(), buildContexts: new Map() },
    {
      env: {},
      builder: undefined,
      folder,
      docker: async (_, options) => {
        const log = { vertex: 'sha256:a', stream: 2, data: Buffer.from(message).toString('base64') };
        options?.onOutput?.(
          Buffer.from(`${JSON.stringify({ vertexes: [{ digest: 'sha256:a', name: 'RUN' }], logs: [log] })}\n`),
        );
        options?.onOutput?.(
          Buffer.from('ERROR: failed to solve: process "/bin/sh -c …" did not complete successfully: exit code: 127\n'),
        );
        return { exitCode: 127, stdout: '', stderr: '' };
      },
    },
    { dockerfile: 'FROM scratch', output: () => [], salt: '0' },
  );

it('names the tool that the image lacks, else gives the words of the builder', async () => {
  await expect(fail('orchestra-failed: the base image of the stage has no uniq\n')).rejects.toThrow(
    /^the base image of the stage has no uniq$/,
  );
  await expect(fail('tar: no space left\n')).rejects.toThrow(/^failed to solve: process/);
});
