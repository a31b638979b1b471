/** Workflows as data, for the tests. */
import { parse } from 'yaml';

export interface Step {
  readonly if?: string;
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, unknown>;
}

export interface Job {
  readonly uses?: string;
  readonly name?: string;
  readonly 'runs-on'?: unknown;
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
