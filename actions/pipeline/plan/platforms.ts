/** Images of several platforms, each built on a runner of its own by a job of its own, and then merged. Pure. */
import { DIGEST } from '../../../src/container/image-reference.ts';
import { type Entry, type ListProblem, type Read, SLOTS } from './lists.ts';

/** An entry of the workflow's input `platforms`. */
export interface PlatformRunner {
  /** `linux/arm64`. */
  readonly platform: string;
}

const EXAMPLE =
  '[{"platform": "linux/amd64", "runner": "ubuntu-24.04"}, {"platform": "linux/arm64", "runner": "ubuntu-24.04-arm"}]';

/** Reads the input `platforms` and checks it for these services. */
export function readRunners(text: string, services: readonly Entry[]): Read<readonly PlatformRunner[]> {
  const list = parseList(text);
  const platforms = list.map(({ platform }) => String(platform));
  const messages = [
    ...list
      .filter((one) => !isPlatformRunner(one))
      .map(
        (one) =>
          `has ${JSON.stringify(one)}. Expected a platform and the runner that builds it in each entry: ${EXAMPLE}.`,
      ),
    ...platforms
      .filter((one, i) => platforms.indexOf(one) !== i)
      .map((one) => `has ${one} twice. List each platform once.`),
    ...(services.length * platforms.length > SLOTS
      ? [
          `makes ${services.length * platforms.length} builds of ${services.length} services, and one call takes at most ${SLOTS}, GitHub's limit of jobs in a matrix. Split the list of services into two calls.`,
        ]
      : []),
  ];
  const problems: ListProblem[] = [
    ...messages.map((message) => ({ input: 'platforms', message })),
    ...services.flatMap((service) => runnerProblems(service, platforms)),
  ];
  return { value: problems.length > 0 ? [] : platforms.map((platform) => ({ platform })), problems };
}

/** Platforms of a service that are built each on its own runner; empty for one that is built as a whole. */
export function ownRunners(service: Entry, runners: readonly PlatformRunner[]): readonly string[] {
  const known = runners.map(({ platform }) => platform);
  const requested = platformsOf(service);
  return requested === undefined ? known : known.filter((one) => requested.includes(one));
}

/** Number of the output that passes on the digest of a platform. */
export const platformSlot = (service: number, platform: string, runners: readonly PlatformRunner[]): number =>
  service * runners.length + runners.findIndex((one) => one.platform === platform);

/** The results of jobs, as `toJSON(needs)` gives them. */
export type JobResults = Readonly<
  Record<string, { readonly result?: string; readonly outputs?: Readonly<Record<string, string>> }>
>;

/**
 * Input `merge` of build-image for a service: what the job `platforms` passed on. Empty where that job did not run, and the image is built
 * as a whole.
 */
export function mergeLines(
  service: Entry,
  index: number,
  runners: readonly PlatformRunner[],
  needs: JobResults,
): Read<readonly string[]> {
  const { result, outputs = {} } = needs.platforms ?? {};
  if (result !== 'success') return { value: [], problems: [] };
  const jobs = ownRunners(service, runners).map((platform) => ({
    platform,
    digest: outputs[`s${platformSlot(index, platform, runners)}`] ?? '',
  }));
  return {
    value: jobs.map(({ platform, digest }) => `${platform}=${digest}`),
    problems: jobs
      .filter(({ digest }) => !DIGEST.test(digest))
      .map(({ platform }) => ({
        input: 'needs',
        message: `the job "Image ${service.name} for ${platform}" returned no digest. Re-run all jobs.`,
      })),
  };
}

/** What is no list of objects stands as one entry, which is refused as such. */
function parseList(text: string): readonly Entry[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value.map((one: unknown) => (typeof one === 'object' ? { ...one } : { one }));
  } catch {
    // Refused below.
  }
  return [{ text }];
}

/** The runner is a label, or what `runs-on` takes else. */
const isPlatformRunner = ({ platform, runner, ...others }: Entry): boolean =>
  /^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9]+)?$/.test(String(platform)) && Boolean(runner) && Object.keys(others).length === 0;

function platformsOf({ platforms }: Entry): readonly string[] | undefined {
  if (platforms === undefined) return undefined;
  return (Array.isArray(platforms) ? platforms.map(String) : String(platforms).split('\n')).map((one) => one.trim());
}

/** A service is built on its own runners as a whole, or not at all. */
function runnerProblems(service: Entry, known: readonly string[]): ListProblem[] {
  const requested = platformsOf(service) ?? [];
  const without = requested.filter((one) => !known.includes(one));
  if (without.length === 0 || without.length === requested.length) return [];
  const message = `${service.name} is built for ${without.join(', ')}, which has no runner in the input platforms, and for others that have one. Add the runner, or leave the input platforms out.`;
  return [{ input: 'services', message }];
}
