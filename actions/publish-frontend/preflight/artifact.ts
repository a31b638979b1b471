/** Checks first, without any call, that the folder equals the artifact of the job that built it. */
import { InputError } from '../../../src/runtime/errors.ts';
import type { PublishInputs } from '../inputs.ts';
import { artifactDigest } from '../site/artifact-digest.ts';

/** Throws `InputError` if `artifact-digest` is given and the folder has other content. */
export async function verifyArtifact({ name, path, folder, artifactDigest: expected }: PublishInputs): Promise<void> {
  if (expected === undefined) return;
  let found: string;
  try {
    found = await artifactDigest(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError([
      { subject: 'Input path', message: `"${path}" cannot be read (${code}). Set the folder of the artifact.` },
    ]);
  }
  if (found === expected) return;
  throw new InputError([
    {
      subject: 'Input artifact-digest',
      message: `The artifact is not what the job that built ${name} uploaded: expected ${expected}, got ${found}. Nothing was published. Re-run all jobs.`,
    },
  ]);
}
