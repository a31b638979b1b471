/** The job summary of build-image. */

import { formatImageName } from '../../../src/container/image-reference.ts';
import { shortCommit } from '../../../src/github/commit.ts';
import { type RunLinks, runLinks, writeLinks } from '../../../src/github/run-links.ts';
import { code, listed, type Markdown, md, plain, type Summary } from '../../../src/runtime/summary.ts';
import type { Step } from '../build/progress.ts';
import { type PlatformImage, totalSize } from '../build/pushed-image.ts';
import type { BuildInputs } from '../inputs.ts';

export interface ImageFacts {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly platforms: readonly PlatformImage[];
  /** The image of the previous commit, if it is in the registry. */
  readonly previous: readonly PlatformImage[];
  readonly reused: { readonly commit: string; readonly created: Date } | undefined;
  readonly steps: readonly Step[];
  readonly notes: readonly string[];
  /** What was signed, in one sentence. */
  readonly signed: string | undefined;
  readonly milliseconds: number;
  readonly run: RunLinks;
}

const SLOWEST = 10;

export function summarizeBuild(summary: Summary, inputs: BuildInputs, facts: ImageFacts): void {
  const name = formatImageName(inputs.image);
  summary.heading(md`Image ${code(name)}`);
  if (!facts.reused)
    summary.paragraph(md`✅ The image of commit ${code(shortCommit(inputs.commit))} is built and pushed.`);
  else
    summary.paragraph(
      md`♻️ The inputs of this image are unchanged since commit ${code(shortCommit(facts.reused.commit))} (${plain(facts.reused.created.toISOString())}). That image got the new tags. It keeps the labels and provenance of the commit that built it.`,
    );
  writeLinks(summary, runLinks(facts.run, inputs.commit));
  for (const note of facts.notes) summary.paragraph(md`⚠️ ${plain(note)}`);
  if (facts.signed) summary.paragraph(md`🔏 ${plain(facts.signed)}`);
  summary.table(
    ['', ''],
    [
      [md`Digest`, code(facts.digest)],
      [md`Tags`, listed(facts.tags.map(code), ' ')],
      ...facts.platforms.map((platform) => [
        plain(platform.platform),
        md`${code(platform.digest)} ${plain(formatSize(totalSize(platform)))}${comparison(platform, facts.previous)}`,
      ]),
      [md`Time`, seconds(facts.milliseconds)],
      ...(facts.steps.length > 0 ? [[md`Cache`, plain(cacheHits(facts.steps))]] : []),
    ],
  );
  const known = new Set(facts.previous.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
  // The layers of a reused image are in the summary of the run that built it.
  for (const { platform, layers } of facts.reused ? [] : facts.platforms) {
    summary.collapsed(`Layers of ${platform}`, () =>
      summary.table(
        ['Size', 'Made by', facts.previous.length > 0 ? 'New' : ''],
        layers.map(({ size, digest, instruction }) => [
          plain(formatSize(size)),
          code(shorten(instruction ?? digest)),
          facts.previous.length > 0 && !known.has(digest) ? md`new` : undefined,
        ]),
      ),
    );
  }
  const slow = facts.steps.filter((step) => !step.cached).sort((a, b) => b.duration - a.duration);
  if (slow.length > 0) {
    summary.collapsed('Slowest steps', () =>
      summary.table(
        ['Time', 'Step'],
        slow.slice(0, SLOWEST).map((step) => [seconds(step.duration), code(shorten(step.name))]),
      ),
    );
  }
}

function comparison(platform: PlatformImage, previous: readonly PlatformImage[]): Markdown {
  const before = previous.find((candidate) => candidate.platform === platform.platform);
  if (!before) return md``;
  const change = totalSize(platform) - totalSize(before);
  if (change === 0) return md`, the same size as the previous image`;
  return md`, ${plain(formatSize(Math.abs(change)))} ${change > 0 ? md`larger` : md`smaller`} than the previous image`;
}

/** Steps of the Dockerfile are named `[stage 1/5] RUN …`; all others are the builder's. */
export function cacheHits(steps: readonly Step[]): string {
  const own = steps.filter((step) => /^\[(?!internal\]|auth\])/.test(step.name));
  return `${own.filter((step) => step.cached).length} of ${own.length} steps from the cache`;
}

export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  // The unit is that of the rounded number: 999,999 bytes are 1.0 MB.
  const [divisor, unit] =
    bytes < 999_950 ? [1000, 'kB'] : bytes < 999_950_000 ? [1_000_000, 'MB'] : [1_000_000_000, 'GB'];
  return `${(bytes / divisor).toFixed(1)} ${unit}`;
}

const seconds = (ms: number): Markdown => plain(`${(ms / 1000).toFixed(1)} s`);
const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
