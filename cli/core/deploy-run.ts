/** Runs deploy-run with inputs, like a workflow, so the command line has the action's rules, locks and records. */
import { readInputs } from '../../actions/deploy-run/inputs.ts';
import { run } from '../../actions/deploy-run/run.ts';
import type { Context } from '../../src/runtime/context.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { createInputReader, variable } from '../../src/runtime/inputs.ts';

/** The options of the command line that give the action's inputs, where the names differ. */
const OPTIONS: Readonly<Record<string, string>> = {
  'Input rollback-to': 'Option --to',
  'Input service': 'Argument SERVICE',
  'Input probe-service-account': 'Option --probe-service-account',
};

/** Returns the outputs. Absent inputs have the action's defaults. */
export async function runDeployRun(
  inputs: Readonly<Record<string, string | undefined>>,
  context: Context,
): Promise<Readonly<Record<string, unknown>>> {
  const outputs: Record<string, unknown> = {};
  const own: Context = {
    ...context,
    output: (name, value) => {
      if (value !== undefined) outputs[name] = value;
    },
    log: { ...context.log, notice: (message, at) => context.log.notice(inOptions(message), at) },
  };
  const given = Object.entries(inputs).flatMap(([name, value]) =>
    value === undefined ? [] : [[variable(name), value] as const],
  );
  try {
    await run(readInputs(createInputReader(Object.fromEntries(given)), own), own);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((problem) => ({
        ...problem,
        subject: OPTIONS[problem.subject] ?? problem.subject.replace(/^Input /, 'Option --'),
        message: inOptions(problem.message),
      })),
      { cause: error },
    );
  }
  return outputs;
}

/** The action's advice, with options of the command line instead of inputs. */
export const inOptions = (message: string): string =>
  message
    .replace(
      'Set the input workload-identity-provider, or run google-github-actions/auth before this step.',
      'Run gcloud auth application-default login, or name a credential file in GOOGLE_APPLICATION_CREDENTIALS.',
    )
    .replaceAll('Set probe-service-account', 'Pass --probe-service-account')
    .replaceAll('set probe-service-account', 'pass --probe-service-account')
    .replace(/\bSet (\w+)=VALUE in the input substitutions/g, 'Pass --set $1=VALUE')
    .replaceAll('force: true', '--force')
    .replaceAll('a run with release-hold: true', 'orchestra release-hold')
    .replaceAll('this action with release-hold: true', 'orchestra release-hold')
    .replaceAll('as rollback-to', 'as --to')
    .replace(/\bprobe: (startup|grpc|http)\b/g, '--probe $1');
