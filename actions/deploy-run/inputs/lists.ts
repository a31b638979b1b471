/** The inputs `services`, `jobs` and `verify`: one set of inputs for each entry. */
import { readEntry } from '../../../src/inputs/entries.ts';
import { parseRegion } from '../../../src/inputs/shared.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { InputError, type Problem } from '../../../src/runtime/errors.ts';
import { type InputReader, variable } from '../../../src/runtime/inputs.ts';
import type { DeployInputs, JobInputs, ServiceInputs } from '../plan/request.ts';
import { ENTRY_ONLY, JOB_INHERITS, parseJobEntries, parseServiceEntries } from './entries.ts';

const ENTRIES = { entryOnly: ENTRY_ONLY, lists: ['services', 'jobs', 'verify'] };

/** The part of the context that inputs are read with. */
type Surroundings = Pick<Context, 'github' | 'env' | 'clock'>;

/** Reads the inputs of one entry like those of a step. */
export type ReadOne = (reader: InputReader, context: Surroundings) => DeployInputs;

/** One set of inputs per entry of `services`: those of the step, overridden by those of the entry. */
export function readServices(
  text: string,
  reader: InputReader,
  context: Surroundings,
  readOne: ReadOne,
): ServiceInputs[] {
  const problems: Problem[] = [];
  for (const name of ENTRY_ONLY)
    if (reader.given(name))
      problems.push({
        subject: `Input ${name}`,
        message: 'cannot be combined with services. Write it in the entry of its service.',
      });
  const inherited = Object.entries(context.env).filter(([key]) => !ENTRY_ONLY.some((name) => variable(name) === key));
  const read = (own: InputReader) => readOne(own, context);
  const entries = parseServiceEntries(text).flatMap((entry) => {
    const inputs = readEntry({ list: 'services', entry, inherited, ...ENTRIES, read }, problems);
    return inputs ? [{ inputs, name: entry.name, after: entry.after }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}

/** `first` are the inputs of the step, of which an entry without a manifest has all but its regions. */
export function readJobs(
  list: JobInputs['list'],
  text: string,
  first: DeployInputs | undefined,
  context: Surroundings,
  readOne: ReadOne,
): JobInputs[] {
  const problems: Problem[] = [];
  const names = new Set([...JOB_INHERITS].map(variable));
  const inherited = Object.entries(context.env).filter(([key]) => !key.startsWith(variable('')) || names.has(key));
  const read = (own: InputReader) => readOne(own, context);
  const entries = parseJobEntries(text, list === 'verify' ? 'before-traffic' : undefined).flatMap((entry) => {
    const { source, label, when, onFailure } = entry;
    const common = { source, list, label, when, onFailure };
    if (source.kind !== 'manifest') {
      const regions = entry.values.get('region')?.split('\n').map(parseRegion) ?? first?.regions.slice(0, 1) ?? [];
      if (!first)
        problems.push({
          subject: `Input ${list}`,
          message: `${label} needs a service of this step. Set services or service, or add a manifest to this entry.`,
        });
      return first ? [{ ...common, inputs: { ...first, regions } }] : [];
    }
    const values = new Map([...entry.values, ['execute', String(entry.execute)] as const]);
    const inputs = readEntry({ list, entry: { ...entry, values }, inherited, ...ENTRIES, read }, problems);
    return inputs ? [{ ...common, inputs }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}
