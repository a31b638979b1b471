/** How a revision is rolled out: its steps, its health checks and the analysis of a canary. */
import { parseServiceAccount } from '../../../src/google/auth.ts';
import type { SharedInputs } from '../../../src/inputs/shared.ts';
import { parseSteps } from '../../../src/inputs/steps.ts';
import type { InputReader } from '../../../src/runtime/inputs.ts';
import { type AnalysisOptions, ERRORS } from '../analysis/conditions.ts';
import { parseAnalysis, parseFalseAlarmRate } from '../analysis/parse-conditions.ts';
import type { ProbeOptions, RolloutOptions } from '../plan/request.ts';
import { parsePath, parseStatuses } from './formats.ts';

export function readRollout(reader: InputReader, shared: SharedInputs): RolloutOptions {
  const strategy = reader.oneOf('strategy', ['direct', 'canary'], 'direct');
  const { steps, held } = reader.parse('steps', parseSteps) ?? { steps: [5, 25, 100], held: [] };
  const given = reader.duration('step-interval') ?? 60_000;
  const stepInterval = held.length > 0 ? Math.min(...held.slice(0, -1).map(({ ms }) => ms)) : given;
  if (held.length > 0 && reader.given('step-interval'))
    reader.problem('step-interval', 'cannot be combined with steps that have their own times.');
  if (strategy === 'direct')
    for (const name of ['steps', 'step-interval'])
      if (reader.given(name)) reader.problem(name, 'is only allowed with strategy: canary.');
  const kind = reader.oneOf('probe', ['http', 'grpc', 'startup'], 'http');
  const probe: ProbeOptions = {
    kind,
    path: reader.parse('probe-path', parsePath),
    statuses: reader.parse('probe-status', parseStatuses) ?? [{ from: 200, to: 200 }],
    passes: reader.integer('probe-passes', '3', { min: 1, max: 100 }),
    interval: reader.duration('probe-interval', '1s'),
    timeout: reader.duration('probe-timeout', '60s'),
    contains: reader.text('probe-contains'),
    account: reader.parse('probe-service-account', parseServiceAccount) ?? shared.auth.serviceAccount,
    given: ['probe-path', 'probe-status', 'probe-contains'].filter((name) => reader.given(name)),
  };
  if (kind !== 'http')
    for (const name of ['probe-path', 'probe-status', 'probe-contains'])
      if (reader.given(name)) reader.problem(name, 'is only allowed with probe: http.');
  return {
    steps: strategy === 'direct' ? [100] : steps,
    stepInterval,
    held: strategy === 'direct' ? [] : held,
    onCanary: reader.oneOf('on-canary', ['wait', 'supersede']) ?? 'wait',
    overdueAfter: reader.duration('overdue-after', '1d'),
    probe,
    analysis: readAnalysis(reader, strategy, steps),
    timeout: reader.duration('timeout', '10m'),
  };
}

function readAnalysis(reader: InputReader, strategy: 'direct' | 'canary', steps: readonly number[]): AnalysisOptions {
  const given = reader.parse('analysis', parseAnalysis);
  const rest = {
    explicit: given !== undefined,
    onInconclusive: reader.oneOf('on-inconclusive', ['extend', 'restore', 'proceed'], 'extend'),
    falseAlarmRate: reader.parse('false-alarm-rate', parseFalseAlarmRate) ?? 0.01,
  };
  if (strategy === 'canary' && steps.length < 2 && given && given.length > 0)
    reader.problem(
      'analysis',
      'needs a step below 100, in which both revisions get requests. Write for instance steps: 5,25,100.',
    );
  if (strategy === 'canary') return { ...rest, conditions: given ?? ERRORS };
  if (given && given.length > 0) reader.problem('analysis', 'is only allowed with strategy: canary.');
  return { ...rest, conditions: [] };
}
