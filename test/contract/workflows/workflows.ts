/** Workflows as data, for the tests. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, unknown>;
}

export interface Job {
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Record<string, unknown>;
  readonly steps?: readonly Step[];
  readonly needs?: string | readonly string[];
  readonly permissions?: unknown;
  readonly outputs?: Record<string, string>;
  readonly strategy?: { readonly matrix?: Record<string, string> };
  readonly environment?: unknown;
  readonly concurrency?: { readonly group: string };
}

export interface Workflow {
  readonly on?: { readonly workflow_call?: { readonly inputs?: Record<string, { readonly required?: boolean }> } };
  readonly permissions?: unknown;
  readonly jobs: Record<string, Job>;
}

export const parseWorkflow = (text: string): Workflow => parse(text) as Workflow;

/** All uses with their `with`, of steps and of jobs. */
export function usesOf(workflow: Workflow): { readonly uses: string; readonly with: Record<string, unknown> }[] {
  return Object.values(workflow.jobs).flatMap((job) => [
    ...(job.uses ? [{ uses: job.uses, with: job.with ?? {} }] : []),
    ...(job.steps ?? []).flatMap((step) => (step.uses ? [{ uses: step.uses, with: step.with ?? {} }] : [])),
  ]);
}

export interface ScriptRun {
  readonly ok: boolean;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: what the other jobs read with fromJSON
  readonly outputs: Record<string, any>;
}

/** Runs a script as the runner does; outputs that are JSON are parsed. */
export function runScript(script: string, env: Readonly<Record<string, string>>): ScriptRun {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  const [file, output] = [join(folder, 'script.sh'), join(folder, 'output')];
  writeFileSync(file, script);
  writeFileSync(output, '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GITHUB_OUTPUT: output, ...env },
  });
  const noise = stderr.split('\n').filter((line) => line && !line.startsWith('::error::'));
  if (noise.length > 0) throw new Error(noise.join('\n'));
  const text = readFileSync(output, 'utf8');
  rmSync(folder, { recursive: true });
  const found = text.matchAll(/^(?:([\w-]+)=(.*)|([\w-]+)<<(\S+)\n([\s\S]*?)\n\4)$/gm);
  return {
    ok: status === 0,
    warnings: [...stdout.matchAll(/^::warning::(.*)$/gm)].map((match) => match[1] as string),
    errors: [...(stdout + stderr).matchAll(/^::error::(.*)$/gm)].map((match) => match[1] as string),
    outputs: Object.fromEntries([...found].map((at) => [at[1] ?? at[3], parsed(at[2] ?? at[5] ?? '')])),
  };
}

const parsed = (text: string): unknown => (/^[[{].*$/.test(text) ? JSON.parse(text) : text);
