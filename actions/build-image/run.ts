/** build-image: reuses the image of the same inputs, or builds and pushes it, and outputs its digest. */

import { resolve } from 'node:path';
import { createDocker } from '../../src/container/docker.ts';
import { configureDocker } from '../../src/container/docker-config.ts';
import type { DockerConfig } from '../../src/container/docker-program.ts';
import { DIGEST } from '../../src/container/image-reference.ts';
import { createRegistry } from '../../src/container/registry.ts';
import { warnOfOtherCheckout } from '../../src/github/checkout.ts';
import { readTextFile } from '../../src/inputs/read-file.ts';
import { BUILD_CACHE, CACHE_MOUNTS } from '../../src/provenance/statement.ts';
import { type Context, connect } from '../../src/runtime/context.ts';
import { OutcomeError } from '../../src/runtime/errors.ts';
import { ahead } from '../../src/runtime/retry.ts';
import { claimFolder } from '../../src/runtime/temporary-folder.ts';
import { withTimeLimit } from '../../src/runtime/time-limit.ts';
import { type Builder, chooseBuilder, firstBuilder } from './build/builder.ts';
import { checkPushTarget, tagsToPush } from './build/push-target.ts';
import { completeTags, readBack, tagReused } from './build/pushed-image.ts';
import { createLogins } from './build/registry-logins.ts';
import { build, reportWarnings } from './build/run-build.ts';
import { type CacheMounts, findSavedMounts, restoreCacheMounts, saveCacheMounts } from './cache-mounts/cache-mounts.ts';
import type { MountBuilder } from './cache-mounts/mount-builds.ts';
import { BUILD_STATE } from './clean-up.ts';
import type { BuildInputs } from './inputs.ts';
import { mergePlatforms } from './merge/merge-platforms.ts';
import { planBuild, planLabels, planTags, type TrustedCache } from './plan/build-command.ts';
import { unsignedTag } from './plan/own-tags.ts';
import { unusedBuildArgs } from './plan/unused-build-args.ts';
import { type BuildSession, finish, finishDryRun, finishLocal } from './report/outputs.ts';
import { contextWarnings } from './reuse/context-warnings.ts';
import type { UntrustedImage } from './reuse/find-image.ts';
import { gatherIngredients, reuseKey } from './reuse/key.ts';
import { checkCreated } from './reuse/key-label.ts';
import { lookUp, tagInputs } from './reuse/look-up.ts';
import { describeMove, readTagged, type TaggedImage } from './reuse/moved-tag.ts';
import { mustBeSigned, trustCache } from './reuse/trusted-reuse.ts';
import { checkSigning, signImage } from './sign/sign-image.ts';

export async function run(inputs: BuildInputs, untimed: Context, pid: number): Promise<void> {
  const context = withTimeLimit(untimed, inputs.timeout);
  for (const warning of inputs.policy.warnings) context.log.warning(warning);
  for (const exception of inputs.policy.exceptions) context.log.notice(exception);
  for (const value of inputs.secrets.values()) context.mask(value);
  for (const variable of inputs.secretEnvs.values()) context.mask(context.env[variable] ?? '');
  checkCreated(inputs.labels, context.clock.now());
  const cloud = connect(context, inputs.auth);
  const work: BuildSession = {
    inputs,
    context,
    cloud,
    pid,
    registry: createRegistry(cloud.http),
    key: inputs.push ? reuseKey(gatherIngredients(inputs, context.env.SOURCE_DATE_EPOCH)) : undefined,
    tags: planTags(inputs),
    started: context.clock.now(),
  };
  checkSigning(work);
  if (inputs.merge.size > 0) return await mergePlatforms(work, inputs.merge);
  warnOfOtherCheckout(inputs.commit, context.github, context.log);
  for (const warning of contextWarnings(inputs)) context.log.warning(warning);
  // Read before anything is tagged.
  const tagged = inputs.push ? ahead(readTagged(work.registry, inputs.image, work.tags[0] as string)) : undefined;
  const found = await lookUp(work, tagged);
  if (!inputs.dryRun && !found.hit) return await buildAfresh(work, tagged, found.untrusted);
  const before = await tagged;
  if (inputs.dryRun) {
    await checkPushTarget(work);
    return finishDryRun(work, found);
  }
  if (found.hit && (await tagReused(work.registry, inputs.image, found.manifest, work.tags))) {
    context.log.info(
      `Reusing the image of commit ${found.commit}, ${found.manifest.digest}: its inputs are unchanged.`,
    );
    const notes = warnOfMove(work, before, found.manifest.digest);
    if (found.isUnfinished) await tagInputs(work, found.manifest);
    return await finish(work, { manifest: found.manifest, tagged: undefined, reused: found, notes });
  }
  await buildAfresh(work, tagged, undefined);
}

/** A moved tag of a commit surprises users who deploy by tag. */
function warnOfMove({ inputs, context, key }: BuildSession, before: TaggedImage | undefined, digest: string): string[] {
  const warning = describeMove(inputs.image, before, digest, key);
  if (warning === undefined) return [];
  context.log.warning(warning);
  return [warning];
}

/** `tagged` is what the tag of the commit points at before the push. */
async function buildAfresh(
  work: BuildSession,
  tagged: Promise<TaggedImage | undefined> | undefined,
  untrusted: UntrustedImage | undefined,
): Promise<void> {
  const { inputs, context, registry } = work;
  // Whether the image gets its tags only once it is signed must be known before the build starts.
  const target = mustBeSigned(work) && inputs.push && !inputs.load ? await checkPushTarget(work) : undefined;
  const pushedAs = target?.immutableTags ? unsignedTag(context.random.uuid()) : undefined;
  // The build runs in parallel with the checks of the push target and the read of the tag. Docker gets no login, so nothing is pushed,
  // before both have ended.
  // It starts first: Google's client, which the checks load, takes the processor for as long as docker needs to start.
  const buildStarted = Promise.withResolvers<void>();
  const checked = buildStarted.promise
    .then(() => target ?? checkPushTarget(work))
    .then(async (repository) => {
      await tagged;
      return await tagsToPush(work, repository, untrusted);
    });
  const refused = new AbortController();
  checked.catch((error: Error) => refused.abort(error));
  const signal = AbortSignal.any([context.signal, refused.signal]);
  const logins = createLogins(work.cloud, context, checked);
  const config = await configureDocker(context, inputs.image.host, work.pid, logins.token);
  claimFolder(context, BUILD_STATE.dockerConfig, config.dir);
  let keep = false;
  const onMade = (builder: string) => {
    keep = true;
    context.saveState(BUILD_STATE.builder, builder);
  };
  try {
    // buildx pushes tag by tag, each with a login of its own. All but the first are added through the registry's API, once
    // the digest was seen there; an engine that is to have the image gets all of them.
    const built = pushedAs ? [pushedAs] : inputs.push && !inputs.load ? work.tags.slice(0, 1) : work.tags;
    const savedMounts = ahead(findSavedMounts(work));
    const trustedCache = await trustCache(work);
    const { metadata, steps, notes, cacheDigest, mountBuilder } = await buildWith(work, built, {
      trustedCache,
      savedMounts,
      config,
      onMade,
      onLoginRefused: logins.refused,
      onStart: buildStarted.resolve,
      signal,
    });
    const digest = String(metadata['containerimage.digest'] ?? '');
    if (!inputs.push) return finishLocal(work, digest, metadata);
    if (!DIGEST.test(digest))
      throw new OutcomeError(
        'The build succeeded and its push returned no digest, so there is nothing to deploy. Run this step again.',
      );
    const manifest = await readBack(registry, inputs.image, digest);
    const added = (await checked).filter((tag) => !built.includes(tag));
    const complete = () => completeTags(registry, inputs.image, manifest, built, added);
    const meanwhile = pushedAs === undefined ? complete() : undefined;
    const moved = warnOfMove(work, await tagged, digest);
    meanwhile?.catch(() => {});
    const cacheMounts = await savedMounts;
    const mountsDigest = cacheMounts && mountBuilder && (await saveCacheMounts(work, cacheMounts, steps, mountBuilder));
    // A cache is trusted later only if everything in it was verified.
    const caches = [
      { digest: trustedCache?.write ? cacheDigest : undefined, predicateType: BUILD_CACHE },
      { digest: mustBeSigned(work) ? mountsDigest : undefined, predicateType: CACHE_MOUNTS },
    ].flatMap(({ digest: one, predicateType }) => (one === undefined ? [] : [{ digest: one, predicateType }]));
    const [signed] = await Promise.all([signImage(work, manifest, { metadata, caches }), meanwhile]);
    await finish(work, {
      manifest,
      tagged: ahead(meanwhile ?? complete()),
      metadata,
      steps,
      signed,
      notes: [...notes, ...moved],
    });
  } finally {
    // A builder that was made for this step needs its configuration until post removes both.
    config.close(keep);
  }
}

interface BuildSetup {
  readonly trustedCache: TrustedCache | undefined;
  readonly savedMounts: Promise<CacheMounts | undefined>;
  readonly config: DockerConfig;
  readonly onMade: (builder: string) => void;
  readonly onLoginRefused: () => void;
  /** Docker was started. */
  readonly onStart: () => void;
  /** Ends the build. */
  readonly signal: AbortSignal;
}

async function buildWith(
  work: BuildSession,
  tags: readonly string[],
  { config, onMade, onLoginRefused, onStart, signal, trustedCache, savedMounts }: BuildSetup,
) {
  const { inputs, context } = work;
  const docker = createDocker(context, inputs.workspace, signal);
  const notes: string[] = [];
  const note = (text: string) => {
    notes.push(text);
    context.log.warning(text);
  };
  const noCache = cacheNote(work);
  if (noCache !== undefined) note(noCache);
  unusedBuildArgs(readTextFile(resolve(inputs.workspace, inputs.file)), inputs.buildArgs.keys()).forEach(note);
  const choose = () => chooseBuilder(inputs, docker, config.env, config.dir, context.random, onMade);
  const mountBuilder = (): MountBuilder => ({ docker, env: config.env, builder: builder.name, folder: config.dir });
  let builder: Builder = firstBuilder(inputs);
  let chosen = false;
  if (inputs.cacheMounts && inputs.push) {
    // The mounts are restored in the builder of the build, so its capabilities are read first.
    onStart();
    const [cacheMounts, inspected] = await Promise.all([savedMounts, choose()]);
    builder = inspected;
    if (builder.missing) note(builder.missing);
    chosen = true;
    if (cacheMounts && builder.capable) await restoreCacheMounts(work, cacheMounts, mountBuilder());
  }
  const labels = planLabels(inputs, context.github, new Date(work.started), work.key);
  const cache = noCache === undefined ? inputs.cache : 'off';
  const result = await build({
    docker,
    env: config.env,
    plan: (attempt) =>
      planBuild(inputs, tags, labels, {
        builder: builder.name,
        capable: builder.capable,
        cache,
        trustedCache,
        ...attempt,
      }),
    folder: config.dir,
    dockerfile: inputs.file,
    sbom: inputs.sbom,
    async anotherBuilder() {
      if (chosen) return false;
      const { name, capable } = builder;
      builder = await choose();
      if (builder.missing) note(builder.missing);
      return builder.name !== name || builder.capable !== capable;
    },
    onLoginRefused,
    onStart,
    log: context.log,
    clock: context.clock,
    signal,
  });
  const located = result.warnings.map(({ message, location }) => ({
    message,
    location: location && { ...location, file: inputs.file },
  }));
  reportWarnings(located, context.log);
  return { ...result, notes, mountBuilder: builder.capable ? mountBuilder() : undefined };
}

/** Why GitHub's cache is not used: it needs a token that the runner gives to actions alone. */
function cacheNote({ inputs, context: { env } }: BuildSession): string | undefined {
  if (inputs.cache !== 'gha' || (env.ACTIONS_RUNTIME_TOKEN && (env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL)))
    return undefined;
  return "Built without cache: gha, because this runner has no access to GitHub's cache.";
}
