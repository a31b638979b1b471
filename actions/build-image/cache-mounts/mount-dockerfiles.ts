/**
 * The Dockerfiles that put content into cache mounts and take it out again. BuildKit has no other way to their content
 * (https://github.com/moby/buildkit/issues/1512): a step that mounts them copies it. The steps run in the image that the user's
 * own stage rests on, which is there anyway. Pure.
 *
 * These builds must not have `--no-cache`, which discards the mounts. A build argument with a new value has the same effect.
 */
import type { FoundMounts, StageMounts } from './find-mounts.ts';

/** Build argument that is new for each build, so that its steps run. */
export const RUN_ARGUMENT = 'ORCHESTRA_RUN';
/** Secret with the texts that no cache mount may hold, one per line. */
export const SECRETS_ID = 'orchestra-secrets';
/** Begins a line that says why a step failed. */
export const FAILED = 'orchestra-failed: ';
const KEPT_MOUNT = '--mount=type=bind,from=orchestra-kept,target=/orchestra/kept';
/**
 * The files of a mount, a line for each: bytes, path. Times do not count, since Go renews those of all files that it uses once an hour
 * (https://go.dev/src/cmd/go/internal/cache/cache.go): nearly all of them would be new in each run.
 */
const LIST_FILES = `list="/orchestra/out/$key.list"
(cd "$mount" && find . -type f -exec stat -c '%s %n' {} + | sort) >"$list"`;
/** The stage that each Dockerfile ends with. */
export const LAST_STAGE = 'orchestra-result';

/** Puts the content of `kept`, an image by digest, into those mounts that are empty. Gives a file for each stage. */
export function restoreDockerfile(found: FoundMounts, kept: string): string {
  return assemble(found, keptStage(kept), {
    flags: [KEPT_MOUNT],
    command: `if [ -z "$(ls -A "$mount")" ]; then
  tar -xpf "/orchestra/kept/$key.tar" -C "$mount" || { find "$mount" -mindepth 1 -delete; exit 1; }
fi
echo "$key" >>/orchestra/out/restored`,
    result: (i) => `COPY --from=orchestra-${i} /orchestra/out/restored /restored-${i}`,
  });
}

/**
 * Measures the mounts, beside what is `kept` of them. Gives a file for each stage, with a line for each mount:
 * `KEY KIBIBYTES FILES SECRET FINGERPRINT CHANGED`, the last in KiB of files that are new or gone since.
 */
export function reportDockerfile(found: FoundMounts, kept: string | undefined): string {
  return assemble(found, keptStage(kept), {
    flags: [`--mount=type=secret,id=${SECRETS_ID},target=/orchestra/secrets`, ...(kept ? [KEPT_MOUNT] : [])],
    command: `secret=no
if [ -s /orchestra/secrets ]; then grep -rqFf /orchestra/secrets "$mount" && secret=yes || [ $? = 1 ]; fi
size=$(du -sk "$mount" | cut -f1)
files=$(find "$mount" -type f | wc -l)
${LIST_FILES}
sum=$(sha256sum <"$list" | cut -c 1-64)
changed=$size
if [ -f "/orchestra/kept/$key.list" ]; then
changed=0
sort "$list" "/orchestra/kept/$key.list" | uniq -u >/orchestra/changes
while read -r bytes rest; do
case $bytes in ''|*[!0-9]*) continue;; esac
changed=$((changed + (bytes + 4095) / 4096 * 4))
done </orchestra/changes
fi
echo $key $size $files $secret $sum $changed >>/orchestra/out/report`,
    result: (i) => `COPY --from=orchestra-${i} /orchestra/out/report /report-${i}`,
  });
}

/**
 * An image with an archive of each mount and the list of its files, in a layer of their own. Mounts in `carried` have hardly
 * changed: their layers are those of `kept`, so that they are not uploaded again.
 */
export function keepDockerfile(
  found: FoundMounts,
  fresh: ReadonlySet<string>,
  carried: ReadonlySet<string>,
  kept: string | undefined,
): string {
  const archived = onlyMounts(found, fresh);
  const layers = archived.stages.flatMap(({ mounts }, i) =>
    mounts.map(({ key }) => `COPY --link --from=orchestra-${i} ${archive('/orchestra/out', key)} /`),
  );
  const others = [...carried].map((key) => `COPY --link --from=orchestra-kept ${archive('', key)} /`);
  return assemble(archived, keptStage(kept), {
    flags: [],
    command: `${LIST_FILES}
tar -cf "/orchestra/out/$key.tar" -C "$mount" .`,
    result: (i) => (i === 0 ? [...layers, ...others].join('\n') : ''),
  });
}

/** What was found, with those mounts alone. */
export const onlyMounts = (found: FoundMounts, keys: ReadonlySet<string>): FoundMounts => ({
  ...found,
  stages: found.stages.flatMap((stage) => {
    const mounts = stage.mounts.filter(({ key }) => keys.has(key));
    return mounts.length > 0 ? [{ ...stage, mounts }] : [];
  }),
});

const archive = (folder: string, key: string): string => `${folder}/${key}.tar ${folder}/${key}.list`;

const keptStage = (kept: string | undefined): string[] =>
  kept === undefined ? [] : [`FROM ${kept} AS orchestra-kept`];

interface Step {
  readonly flags: readonly string[];
  /** Run for each mount, with `$key` and `$mount`. */
  readonly command: string;
  /** Lines of the last stage for the stage of that number. */
  readonly result: (stage: number) => string;
}

function assemble({ globals, stages }: FoundMounts, before: readonly string[], step: Step): string {
  const built = stages.map((stage, i) => stageLines(stage, i, step));
  return [
    ...globals,
    ...before,
    ...built,
    `FROM scratch AS ${LAST_STAGE}`,
    ...(stages.length > 0 ? stages.map((_, i) => step.result(i)) : [step.result(0)]),
    '',
  ].join('\n');
}

function stageLines({ from, context, mounts }: StageMounts, index: number, { flags, command }: Step): string {
  const script = `set -eu
export LC_ALL=C
for tool in du find grep sha256sum sort stat tar uniq; do
command -v "$tool" >/dev/null || { echo "${FAILED}the image that the stage rests on has no $tool" >&2; exit 127; }
done
mkdir -p /orchestra/out
for key in ${mounts.map(({ key }) => key).join(' ')}; do
mount="/orchestra/mounts/$key"
${command}
done`;
  const own = mounts.map(({ key, options }) => `--mount=type=cache,${options},target=/orchestra/mounts/${key}`);
  return [
    `${from} AS orchestra-${index}`,
    ...context,
    `ARG ${RUN_ARGUMENT}`,
    'USER 0',
    `RUN --network=none ${[...own, ...flags].join(' ')} ${JSON.stringify(['/bin/sh', '-c', script])}`,
  ].join('\n');
}
