/** Checks the signature and the expiry of a file for the input trusted-root. */
import { readTextFile } from '../../src/inputs/read-file.ts';
import { expiryOf, isSignedRoots } from '../../src/provenance/signed-roots-file.ts';
import type { RequirementState } from './check.ts';

const DAY = 86_400_000;
const SOON = 30;

export function checkTrustedRoot(path: string, now: number): RequirementState & { readonly command: string } {
  const what = `trusted root ${path}`;
  const command = `npx github:orchestra/actions#v1 trusted-root > ${path}`;
  const missing = (detail: string) => ({ state: 'missing', what, detail, command }) as const;
  let file: unknown;
  try {
    file = JSON.parse(readTextFile(path));
  } catch {
    return missing('is not a readable file of signed trusted roots');
  }
  if (!isSignedRoots(file)) return missing('is not signed, so nothing says how long it may be used');
  const end = expiryOf(file);
  const date = new Date(end).toISOString().slice(0, 10);
  const days = Math.floor((end - now) / DAY);
  if (end <= now) return missing(`expired on ${date}; deploys that require provenance are refused`);
  if (days < SOON) return missing(`expires on ${date}, in ${days} days`);
  return { state: 'ok', what: `${what}, until ${date}`, detail: '', command: '' };
}
