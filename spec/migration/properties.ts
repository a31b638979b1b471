/** The properties of migrations: safety in every step, liveness in every state in which all actors have stopped. */
import type { Liveness, Safety } from '../explore.ts';
import { type MigrationProperties, runToCompletion } from './model.ts';
import type { MigrationFences } from './protocol.ts';
import { isOver, type MigrationSystem } from './system.ts';

/** The execution that this step added. */
const added = (before: MigrationSystem, after: MigrationSystem) => after.executions[before.executions.length];

const SAFETY: readonly Safety<MigrationSystem>[] = [
  {
    name: 'no two migrations run at the same time',
    check: (before, { state }) => {
      const one = added(before, state);
      if (one === undefined || one.byHand) return undefined;
      const other = before.executions.find((execution) => execution.state === 'running');
      return other && `${one.of} starts while ${other.of} runs`;
    },
  },
  {
    name: 'a migration that succeeded is not run again',
    check: (before, { state }) => {
      const one = added(before, state);
      if (one === undefined || one.byHand) return undefined;
      const applied = before.executions.some(({ of, state: as }) => of === one.of && as === 'succeeded');
      return applied ? `${one.of} is applied, and starts again` : undefined;
    },
  },
  {
    name: 'what starts is what a step wants',
    check: (before, { label, state }) => {
      const one = added(before, state);
      const step = before.steps.find(({ name }) => label.startsWith(`${name}: `));
      return one && step && one.of !== step.commit ? `${step.name} starts ${one.of}` : undefined;
    },
  },
  {
    name: 'what runs is recorded',
    check: (before, { state }) => {
      const one = added(before, state);
      return one && !state.job.recorded.includes(one.of) ? `${one.of} starts, and no record says so` : undefined;
    },
  },
  {
    name: 'no record is lost',
    check: ({ job, executions }, { label, state }) => {
      const gone = job.recorded.find((one) => !state.job.recorded.includes(one));
      const withdrawn = label.includes('withdraw') && !executions.some(({ of }) => of === gone);
      return gone === undefined || withdrawn ? undefined : `the record of ${gone} is gone`;
    },
  },
  {
    name: 'the outcome is the truth',
    check: (before, { state }) => {
      const index = state.steps.findIndex((step, i) => step.outcome !== before.steps[i]?.outcome);
      const step = state.steps[index];
      if (step?.kind === 'rollback' || (step?.outcome !== 'succeeded' && step?.outcome !== 'applied')) return undefined;
      return state.executions.some(({ of, state: as }) => of === step.commit && as === 'succeeded')
        ? undefined
        : `${step.name} ends as ${step.outcome}, and ${step.commit} was never applied`;
    },
  },
  {
    name: 'old code never meets a schema that was contracted after the traffic',
    check: (_, { state }) => {
      if (state.service.serves === 'new') return undefined;
      const contracting = state.steps.filter(({ kind }) => kind === 'migrate-after').map(({ commit }) => commit);
      const one = state.executions.find(({ of, byHand }) => !byHand && contracting.includes(of));
      return one && `${one.of} has run, and the revision before it serves`;
    },
  },
];

const livenessOf = (fences: MigrationFences): readonly Liveness<MigrationSystem>[] => [
  {
    name: 'every stop ends applied after one re-run',
    due: ({ steps }) => steps.every(isOver),
    check: (system) => {
      for (const step of system.steps) {
        const { name, kind } = step;
        if (kind === 'person') continue;
        const ended = runToCompletion(system, step, fences);
        if (ended === undefined) return `a re-run of ${name} does not end`;
        const outcome = ended.steps[0]?.outcome;
        // A rollback and an after-traffic migration refuse each other.
        const { serves, held } = system.service;
        const mayRefuse = kind === 'rollback' || (kind === 'migrate-after' && (held || serves === 'old'));
        if (outcome === 'refused' && mayRefuse) continue;
        if (outcome !== 'succeeded' && outcome !== 'applied') return `a re-run of ${name} ends as ${outcome}`;
      }
      return undefined;
    },
  },
];

export const MIGRATION_PROPERTIES: MigrationProperties = { safety: SAFETY, liveness: livenessOf };
