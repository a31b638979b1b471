/** The project, regions and service of a command. */
import { parseProject, parseRegion } from '../../src/inputs/shared.ts';
import type { Env } from '../../src/runtime/context.ts';
import { InputError, type Problem } from '../../src/runtime/errors.ts';
import type { Arguments } from './command.ts';

export interface Target {
  readonly project: string;
  readonly regions: readonly string[];
}

/** The project of the command line or the environment; undefined if neither names one. */
export const givenProject = (args: Arguments, env: Env): string | undefined =>
  args.text('project') ?? env.GOOGLE_CLOUD_PROJECT ?? env.CLOUDSDK_CORE_PROJECT;

/** Throws `InputError` with all problems. */
export function readTarget(args: Arguments, env: Env): Target {
  const problems: Problem[] = [];
  const attempt = <T>(subject: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push({ subject, message: (error as Error).message });
      return undefined;
    }
  };
  const project = givenProject(args, env) ?? '';
  if (project === '')
    problems.push({
      subject: 'Option --project',
      message: 'is missing. Set the id of the Google Cloud project, or set GOOGLE_CLOUD_PROJECT.',
    });
  else attempt('Option --project', () => parseProject(project));
  const given = args.list('region');
  const regions = given.length > 0 ? given : [env.CLOUDSDK_RUN_REGION ?? ''].filter(Boolean);
  if (regions.length === 0)
    problems.push({
      subject: 'Option --region',
      message: 'is missing. Set a region, for instance us-central1, or set CLOUDSDK_RUN_REGION.',
    });
  for (const region of regions) attempt('Option --region', () => parseRegion(region));
  if (problems.length > 0) throw new InputError(problems);
  return { project, regions };
}

/** The first positional argument. Throws `InputError` without one. */
export function readService({ positionals: [service] }: Arguments, command: string): string {
  if (service !== undefined) return service;
  throw new InputError([
    { subject: 'Argument SERVICE', message: `is missing. Write for instance orchestra ${command} web.` },
  ]);
}
