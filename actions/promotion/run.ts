/** Says what the source serves, or brings it to the target. */
import { join } from 'node:path';
import { parseImageName } from '../../src/container/image-reference.ts';
import { type Cloud, type Context, connect } from '../../src/runtime/context.ts';
import { OutcomeError } from '../../src/runtime/errors.ts';
import { code, md, plain } from '../../src/runtime/summary.ts';
import { copyImage } from './fetch/copy-image.ts';
import { downloadSite } from './fetch/download-site.ts';
import type { PromotionInputs } from './inputs.ts';
import { builtInProblem, findHosts } from './plan/built-in-hosts.ts';
import { choosePromotion, holdProblems } from './plan/choose-source.ts';
import { checkHistory } from './source/history.ts';
import { readMembers } from './source/read-members.ts';
import { readSiteState } from './source/site-records.ts';

export async function run(inputs: PromotionInputs, context: Context): Promise<void> {
  const cloud = connect(context, inputs.auth);
  const { http, endpoints } = cloud;
  const [members, sites] = await Promise.all([
    readMembers(inputs, http, endpoints.run),
    Promise.all(inputs.sites.map((site) => readSiteState({ http, endpoint: endpoints.storage }, site))),
  ]);
  if (inputs.task === 'source') return describeSource(inputs, { members, sites }, context);
  const problems = holdProblems({ members, sites });
  if (problems.length > 0)
    throw new OutcomeError(`Nothing is promoted, and nothing was changed. ${problems.join(' ')}`);
  const hosts = members.flatMap(({ state }) => (state.kind === 'found' ? state.hosts : []));
  await fetchSites(inputs, hosts, context, cloud);
  await copyImages(inputs, context, cloud);
}

async function describeSource(
  inputs: PromotionInputs,
  found: Parameters<typeof holdProblems>[0],
  context: Context,
): Promise<void> {
  const { promotion, problems } = choosePromotion({ ...inputs, ...found });
  const { summary, log } = context;
  if (problems.length > 0) {
    summary.heading(md`Nothing is promoted`);
    for (const problem of problems) summary.paragraph(plain(problem));
    throw new OutcomeError(`Nothing is promoted, and nothing was changed. ${problems.join(' ')}`);
  }
  const { commit, digests, releases } = promotion;
  await checkHistory(commit, inputs.githubToken, context);
  log.info(`The source serves commit ${commit}.`);
  summary.heading(md`Promotion of ${plain(commit.slice(0, 12))}`);
  summary.table(
    ['What', 'From', 'As'],
    [
      ...inputs.images.map(({ name, slot }) => [
        plain(`Image ${name}`),
        code(`${inputs.repository}/${name}`),
        code(digests[slot] ?? ''),
      ]),
      ...inputs.sites.map(({ name, bucket, prefix }) => [
        plain(`Site ${name}`),
        code(`gs://${bucket}/${prefix}`),
        code(releases[name] ?? ''),
      ]),
    ],
  );
  context.output('commit', commit);
  context.output('digests', digests);
  context.output('releases', releases);
}

async function copyImages(inputs: PromotionInputs, { log }: Context, { http }: Cloud): Promise<void> {
  const { repository, targetRepository, images, digests } = inputs;
  if (repository === targetRepository) return;
  for (const { name, slot } of images) {
    const digest = digests[slot] ?? '';
    const [from, to] = [parseImageName(`${repository}/${name}`), parseImageName(`${targetRepository}/${name}`)];
    const { copied, attestations } = await copyImage(http, from, to, digest);
    const beside = attestations > 0 ? `, with ${attestations} attestations` : '';
    log.info(`${targetRepository}/${name}@${digest} ${copied ? 'was copied' : 'is there already'}${beside}.`);
  }
}

/** `hosts` are those of the source's services, which no file may name. */
async function fetchSites(
  inputs: PromotionInputs,
  hosts: readonly string[],
  context: Context,
  { http, endpoints }: Cloud,
): Promise<void> {
  const { sites, releases, folder } = inputs;
  const builds: Record<string, string> = {};
  const problems: string[] = [];
  for (const site of sites) {
    const path = join(folder, site.name);
    const release = releases[site.name] ?? '';
    const found: string[] = [];
    const files = await downloadSite({ http, endpoint: endpoints.storage }, site, release, path, (file, content) =>
      found.push(...findHosts(file, content, hosts).map((host) => `${file} names ${host}`)),
    );
    problems.push(...[builtInProblem(`site ${site.name}`, found)].filter((one) => one !== undefined));
    context.log.info(`Site ${site.name}: ${files} files of release ${release}.`);
    builds[site.slot] = `folder ${path}`;
  }
  if (problems.length > 0)
    throw new OutcomeError(`Nothing is promoted, and nothing was changed. ${problems.join(' ')}`);
  context.output('builds', builds);
}
