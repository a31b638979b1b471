/** The job summary of migrate. */
import { code, type Summary } from '../../src/summary.ts';
import type { Inputs } from './inputs.ts';

export interface Facts {
  readonly inputs: Inputs;
  /** Full name of the job; undefined on the runner. */
  readonly job: string | undefined;
  readonly execution: string | undefined;
  readonly logUri: string | undefined;
  readonly version: string | undefined;
  readonly applied: boolean;
}

export function summarize(summary: Summary, { inputs, job, execution, logUri, version, applied }: Facts): void {
  summary.heading('Migration');
  summary.paragraph(
    applied
      ? `✅ The migrations of commit ${code(inputs.commit.slice(0, 12))} were applied before; nothing ran.`
      : `✅ The migrations of commit ${code(inputs.commit.slice(0, 12))} are applied.`,
  );
  summary.table(
    ['', ''],
    [
      ['Image', code(inputs.image.digest)],
      ...(job ? [['Job', code(job)]] : []),
      ...(execution ? [['Execution', code(execution.split('/').at(-1) ?? '')]] : []),
      ...(version !== undefined ? [['Schema version', code(version)]] : []),
      ...(logUri ? [['Logs', `[Cloud Logging](${logUri})`]] : []),
    ],
  );
}
