/** Reads the live release of the source, or copies it to the target. */

import { join } from 'node:path';
import { parseImageName } from '../../src/container/image-reference.ts';
import { shortCommit } from '../../src/github/commit.ts';
import { type Cloud, type Context, connect } from '../../src/runtime/context.ts';
import { OutcomeError } from '../../src/runtime/errors.ts';
import { code, md, plain } from '../../src/runtime/summary.ts';
import { copyImage } from './fetch/copy-image.ts';
import { writeInside } from './fetch/write-inside.ts';
import type { PromotionInputs } from './inputs.ts';
import { builtInProblem, findHosts, isText } from './plan/built-in-hosts.ts';
import { choosePromotion, laterProblems, type Promotion, type SourceMember } from './plan/choose-source.ts';
import { checkHistory } from './source/history.ts';
import { readMembers } from './source/read-members.ts';
import { readSourceSite } from './source/source-site.ts';
import { visitSite } from './source/visit-site.ts';
import { checkTarget } from './target/check-target.ts';

type Found = Parameters<typeof laterProblems>[0];

export async function run(inputs: PromotionInputs, context: Context): Promise<void> {
  const cloud = connect(context, inputs.auth);
  const { http, endpoints } = cloud;
  // The target is checked first, without reading the source.
  if (inputs.task === 'fetch') await checkTarget(inputs, context, cloud);
  const [members, sites] = await Promise.all([
    readMembers(inputs, http, endpoints.run),
    Promise.all(inputs.sites.map((site) => readSourceSite({ http, endpoint: endpoints.storage }, site, inputs.commit))),
  ]);
  if (inputs.task === 'source') return describeSource(inputs, { members, sites }, context, cloud);
  refuse(laterProblems({ members, sites }));
  await fetchSites(inputs, hostsOf(members), context, cloud);
  await copyImages(inputs, context, cloud);
}

async function describeSource(inputs: PromotionInputs, found: Found, context: Context, cloud: Cloud): Promise<void> {
  const chosen = choosePromotion({ ...inputs, ...found });
  const { promotion } = chosen;
  const { commit, digests, releases } = promotion;
  const builtIn =
    chosen.problems.length === 0 ? await findBuiltIn(inputs, promotion, hostsOf(found.members), cloud) : [];
  const problems = [...chosen.problems, ...builtIn];
  const { summary, log } = context;
  if (problems.length > 0) {
    summary.heading(md`Nothing was promoted`);
    for (const problem of problems) summary.paragraph(plain(problem));
  }
  refuse(problems);
  await checkHistory(commit, inputs.githubToken, context);
  log.info(`${inputs.commit === undefined ? 'The source serves' : 'The source served'} commit ${commit}.`);
  summary.heading(md`Promotion of ${plain(shortCommit(commit))}`);
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
      ...inputs.rebuilt.map(({ name }) => [
        plain(`Site ${name}`),
        plain('not in from-sites'),
        plain('built for the target'),
      ]),
    ],
  );
  context.output('commit', commit);
  context.output('digests', digests);
  context.output('releases', Object.fromEntries(inputs.sites.map(({ name, slot }) => [slot, releases[name]])));
  context.output('rebuilt', JSON.stringify(inputs.rebuilt.map(({ place }) => place)));
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new OutcomeError(`Nothing was promoted or changed. ${problems.join(' ')}`);
}

const hostsOf = (members: readonly SourceMember[]): string[] =>
  members.flatMap(({ state }) => (state.kind === 'found' ? state.hosts : []));

/** What is wrong with sites that were built for the source: said to the reviewer, who would approve it without success. */
async function findBuiltIn(
  { sites }: PromotionInputs,
  { releases }: Promotion,
  hosts: readonly string[],
  { http, endpoints }: Cloud,
): Promise<string[]> {
  const problems = await Promise.all(
    sites.map(async (site) => {
      const found: string[] = [];
      await visitSite(
        { http, endpoint: endpoints.storage },
        site,
        releases[site.name] ?? '',
        (file, content) => found.push(...findHosts(file, content, hosts).map((host) => `${file} names ${host}`)),
        isText,
      );
      return builtInProblem(`site ${site.name}`, found);
    }),
  );
  return problems.filter((one) => one !== undefined);
}

async function copyImages(inputs: PromotionInputs, { log }: Context, { http }: Cloud): Promise<void> {
  const { repository, target, images, digests } = inputs;
  for (const { name, slot } of images) {
    const digest = digests[slot] ?? '';
    const [from, to] = [parseImageName(`${repository}/${name}`), parseImageName(`${target.repository}/${name}`)];
    const { copied, attestations } = await copyImage(http, from, to, digest);
    const beside = attestations > 0 ? `, with ${attestations} attestations` : '';
    log.info(`${target.repository}/${name}@${digest} ${copied ? 'was copied' : 'is there already'}${beside}.`);
  }
}

/** `hosts` are those of the source's services, which no file may name. */
async function fetchSites(
  { sites, releases, folder }: PromotionInputs,
  hosts: readonly string[],
  { log }: Context,
  { http, endpoints }: Cloud,
): Promise<void> {
  const problems: string[] = [];
  for (const site of sites) {
    const release = releases[site.slot] ?? '';
    const found: string[] = [];
    const files = await visitSite({ http, endpoint: endpoints.storage }, site, release, (file, content) => {
      found.push(...findHosts(file, content, hosts).map((host) => `${file} names ${host}`));
      writeInside(join(folder, site.name), file, content);
    });
    const problem = builtInProblem(`site ${site.name}`, found);
    if (problem !== undefined) problems.push(problem);
    log.info(`Site ${site.name}: ${files} files of release ${release}.`);
  }
  refuse(problems);
}
