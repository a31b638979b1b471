/** The status as text. Pure. */
import { shortCommit } from '../../src/github/commit.ts';
import { servicePlace } from '../../src/records/holds.ts';
import type { AppliedSchema, ServiceStatus } from './describe.ts';
import type { SiteRecord } from './describe-site.ts';

const SHOWN_RELEASES = 3;
const short = (commit: string): string => (commit === '' ? 'unknown commit' : `commit ${shortCommit(commit)}`);
const minute = (at: string): string => at.replace(/T(\d\d:\d\d).*$/, ' $1 UTC');

export function statusText(
  services: readonly ServiceStatus[],
  schemas: readonly AppliedSchema[],
  sites: readonly SiteRecord[],
): string {
  const sections = [...services.map(serviceText), ...sites.map(siteText)];
  if (schemas.length > 0) sections.push(['Schema', ...schemas.map(schemaText)].join('\n'));
  return sections.join('\n\n');
}

function serviceText(status: ServiceStatus): string {
  const { service, kind, region, url, tags, hold, canary, freeze, rollout, releases, problem } = status;
  const lines: [label: string, text: string][] = [];
  if (url) lines.push(['url', url]);
  if (status.serving.length === 0) lines.push(['serves', 'nothing']);
  for (const { revision, percent, commit, released, image } of status.serving) {
    lines.push([
      'serves',
      `${percent} %  ${revision}  ${short(commit)}${released ? `  released ${minute(released)}` : ''}`,
    ]);
    if (image) lines.push(['', image]);
  }
  for (const { tag, revision, url: at } of tags) lines.push(['tag', `${tag}  ${revision}  ${at}`]);
  if (hold) lines.push(['hold', `${hold.reason} (${hold.by}, ${minute(hold.at)}, ${hold.runUrl})`]);
  if (canary) {
    const { percent, since, due, overdue, nextPercent, approval, waiting } = canary;
    const step = `${percent} % since ${minute(since)}, ${nextPercent} % ${overdue ? 'overdue since' : 'from'} ${minute(due)}${approval ? ' with an approval' : ''}`;
    lines.push(['canary', `${short(canary.commit)}: ${step}`]);
    if (waiting) lines.push(['', `${short(waiting)} waits for the decision`]);
  }
  if (freeze) lines.push(['freeze', freeze.replaceAll('\n', '; ')]);
  if (rollout) {
    const { kind: what, commit, by, since, candidate } = rollout;
    lines.push([
      'rollout',
      `${what} of ${short(commit)} by ${by || 'another user'} since ${minute(since)}: ${candidate}`,
    ]);
  }
  releases.slice(0, SHOWN_RELEASES).forEach(({ revision, commit, at, withdrawn }, i) => {
    const note = withdrawn === undefined ? '' : `  rolled back from: ${withdrawn}`;
    lines.push([i === 0 ? 'releases' : '', `${minute(at)}  ${revision}  ${short(commit)}${note}`]);
  });
  if (releases.length > SHOWN_RELEASES) lines.push(['', `and ${releases.length - SHOWN_RELEASES} earlier`]);
  if (problem) lines.push(['problem', problem]);
  const what = kind === 'WorkerPool' ? ' (worker pool)' : '';
  return section(`${service} in ${region}${what}`, lines);
}

function siteText({ site, serving, hold, run, switching, staged, releases }: SiteRecord): string {
  const lines: [label: string, text: string][] = [];
  if (serving) {
    const since = serving.at ? `  published ${minute(serving.at)}` : '';
    lines.push(['serves', `${releaseText(serving)}${since}`]);
  } else lines.push(['serves', 'no complete release']);
  if (hold)
    lines.push(['hold', `${hold.reason || 'no reason given'} (${hold.by}, ${minute(hold.at)}, ${hold.runUrl})`]);
  if (staged) {
    lines.push(['staged', `${releaseText(staged)}  since ${minute(staged.at)}  (${staged.runUrl})`]);
    lines.push(['', `goes live once its canary on the ${servicePlace(staged.service)} has all traffic`]);
  }
  if (switching !== null) lines.push(['switch', `to release ${switching}, not finished`]);
  if (run) lines.push(['run', `${run.runUrl} (${run.work})`]);
  releases.slice(0, SHOWN_RELEASES).forEach((one, i) => {
    const note = one.withdrawn ? '  rolled back from' : '';
    lines.push([i === 0 ? 'releases' : '', `${minute(one.at)}  ${releaseText(one)}${note}`]);
  });
  if (releases.length > SHOWN_RELEASES) lines.push(['', `and ${releases.length - SHOWN_RELEASES} earlier`]);
  return section(`site ${site}`, lines);
}

/** A release is named after its commit, if the step gave it no name. */
function releaseText({ release, commit }: { readonly release: string; readonly commit: string }): string {
  return release === commit ? short(commit) : `${release}  ${short(commit)}`;
}

function section(title: string, lines: readonly (readonly [label: string, text: string])[]): string {
  return [title, ...lines.map(([label, text]) => `  ${label.padEnd(9)} ${text}`)].join('\n');
}

function schemaText({ job, region, commit, version, state, at }: AppliedSchema): string {
  return `  ${job} in ${region}: ${version ? `version ${version}, ` : ''}${short(commit)}, ${state} ${minute(at)}`;
}
