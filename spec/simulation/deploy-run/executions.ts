/** The executions of a release's jobs: who started each, so that none is left running without a warning, and no run cancels another run's. */
import type { InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import type { Actor } from '../engine/actors.ts';
import { Violation } from '../engine/schedule.ts';
import { JOBS } from './cloud.ts';

export interface ExecutionWatch {
  /** Called before a write; returns a function to call after it. */
  around(actor: Actor | undefined, request: { readonly url: URL; readonly sent?: number }): (() => void) | undefined;
  /** Checked after all processes have ended, `post` included. */
  atTheEnd(): void;
}

/** `A-deploy` of the process `A-deploy.post`. */
const runOf = ({ name }: Actor): string => name.split('.')[0] as string;

export function createExecutionWatch({ emulator }: InProcessEmulator, actors: readonly Actor[]): ExecutionWatch {
  /** By the full name of the execution. */
  const startedBy = new Map<string, Actor>();
  const sentBefore = new Set<string>();
  const executionsOf = (job: string) => [...(emulator.run.jobs.get(job)?.executions.values() ?? [])];
  return {
    around(actor, { url, sent }) {
      const [, name = '', verb] = /^\/v2\/(.*\/jobs\/[^:]+):(run|cancel)$/.exec(url.pathname) ?? [];
      if (!actor || !Object.values(JOBS).some((job) => name.includes(`/jobs/${job}`))) return undefined;
      const owner = startedBy.get(name);
      if (verb === 'cancel' && owner && runOf(owner) !== runOf(actor))
        return () => {
          throw new Violation('no run cancels the jobs of another', `${actor.name} cancels ${name} of ${owner.name}`);
        };
      // A duplicated request starts two executions, of which its sender knows only one.
      const call = `${actor.name} ${sent}`;
      if (verb === 'cancel' || sentBefore.has(call)) return undefined;
      sentBefore.add(call);
      const known = new Set(executionsOf(name));
      return () => {
        for (const one of executionsOf(name)) if (!known.has(one)) startedBy.set(one.doc.name ?? '', actor);
      };
    },
    atTheEnd() {
      for (const [name, starter] of startedBy) {
        const [job = ''] = name.split('/executions/');
        const execution = executionsOf(job).find(({ doc }) => doc.name === name);
        if (!execution || execution.doc.completionTime !== undefined) continue;
        const run = actors.filter((one) => runOf(one) === runOf(starter));
        // A run whose last process was killed can clean up nothing.
        if (run.at(-1)?.end === 'killed') continue;
        if (!run.some((one) => mentions(one.printed, job.split('/').at(-1) ?? '')))
          throw new Violation('no job is left running without a warning', `${run.at(-1)?.name} has left ${name}`);
      }
    },
  };
}

/** Whether it warns that an execution of the job may be running. */
const mentions = (printed: string, job: string): boolean =>
  new RegExp(`^::(?:warning|error)::.*${job}\\b.*running`, 'm').test(printed);
