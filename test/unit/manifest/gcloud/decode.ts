/** gcloud's own decoder, offline, where gcloud is installed. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SUBSTITUTIONS } from '../documents.ts';

export const hasGcloud = (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
  try {
    return readdirSync(folder).includes('gcloud');
  } catch {
    return false;
  }
});

/** For each text the reason for which gcloud refuses it, or null. Substitutions are ours: they are put in before. */
export function decodeByGcloud(texts: readonly string[]): (string | null)[] {
  const input = texts.map((text) =>
    text.replace(/\$\$\{|\$\{(\w+)\}/g, (match, name: string | undefined) =>
      name === undefined ? '${' : (SUBSTITUTIONS.get(name) ?? match),
    ),
  );
  const script = path.join(import.meta.dirname, 'decode.py');
  return JSON.parse(execFileSync('python3', [script], { input: JSON.stringify(input), encoding: 'utf8' })) as (
    | string
    | null
  )[];
}
