/**
 * The Dockerfiles that restore and save the content of cache mounts. BuildKit has no other access to it
 * (https://github.com/moby/buildkit/issues/1512): a step that mounts them copies it. The steps run in the base image of the user's
 * stage, which the build pulls in any case. Pure.
 *
 * These builds must not have `--no-cache`, which discards the mounts. A build argument with a new value runs the steps again.
 */
import type { FoundMounts, StageMounts } from './find-mounts.ts';

/** Build argument that is new for each build, so that its steps run. */
export const RUN_ARGUMENT = 'ORCHESTRA_RUN';
/** Secret with the texts that no cache mount may contain, one per line. */
export const SECRETS_ID = 'orchestra-secrets';
/** Prefix of the line with the reason why a step failed. */
export const FAILED = 'orchestra-failed: ';
const SAVED_MOUNT = '--mount=type=bind,from=orchestra-kept,target=/orchestra/kept';
/**
 * Lists the files of a mount, one per line: bytes, path. Times are left out: Go updates the times of used files once an hour
 * (https://go.dev/src/cmd/go/internal/cache/cache.go), so nearly all files would differ in each run.
 */
const LIST_FILES = `list="/orchestra/out/$key.list"
(cd "$mount" && find . -type f -exec stat -c '%s %n' {} + | sort) >"$list"`;
/** The last stage of each Dockerfile. */
export const LAST_STAGE = 'orchestra-result';

/** Restores the content of `saved`, an image by digest, into the mounts that are empty. Writes one file per stage. */
export function restoreDockerfile(found: FoundMounts, saved: string): string {
  return assemble(found, savedStage(saved), {
    flags: [SAVED_MOUNT],
    command: `if [ -z "$(ls -A "$mount")" ]; then
  tar -xpf "/orchestra/kept/$key.tar" -C "$mount" || { find "$mount" -mindepth 1 -delete; exit 1; }
fi
echo "$key" >>/orchestra/out/restored`,
    result: (i) => `COPY --from=orchestra-${i} /orchestra/out/restored /restored-${i}`,
  });
}

/**
 * Measures the mounts, and compares them with `saved`. Writes one file per stage, with one line per mount:
 * `KEY KIBIBYTES FILES SECRET FINGERPRINT CHANGED`. CHANGED is the size of the files that are new or were removed, in KiB.
 */
export function reportDockerfile(found: FoundMounts, saved: string | undefined): string {
  return assemble(found, savedStage(saved), {
    flags: [`--mount=type=secret,id=${SECRETS_ID},target=/orchestra/secrets`, ...(saved ? [SAVED_MOUNT] : [])],
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
 * An image with one layer per mount: an archive, and the list of its files. The mounts in `reused` have the layers of `saved`, which are
 * not uploaded again.
 */
export function saveDockerfile(
  found: FoundMounts,
  fresh: ReadonlySet<string>,
  reused: ReadonlySet<string>,
  saved: string | undefined,
): string {
  const archived = onlyMounts(found, fresh);
  const layers = archived.stages.flatMap(({ mounts }, i) =>
    mounts.map(({ key }) => `COPY --link --from=orchestra-${i} ${archive('/orchestra/out', key)} /`),
  );
  const others = [...reused].map((key) => `COPY --link --from=orchestra-kept ${archive('', key)} /`);
  return assemble(archived, savedStage(saved), {
    flags: [],
    command: `${LIST_FILES}
tar -cf "/orchestra/out/$key.tar" -C "$mount" .`,
    result: (i) => (i === 0 ? [...layers, ...others].join('\n') : ''),
  });
}

/** Only the mounts with these keys. */
export const onlyMounts = (found: FoundMounts, keys: ReadonlySet<string>): FoundMounts => ({
  ...found,
  stages: found.stages.flatMap((stage) => {
    const mounts = stage.mounts.filter(({ key }) => keys.has(key));
    return mounts.length > 0 ? [{ ...stage, mounts }] : [];
  }),
});

const archive = (folder: string, key: string): string => `${folder}/${key}.tar ${folder}/${key}.list`;

const savedStage = (saved: string | undefined): string[] =>
  saved === undefined ? [] : [`FROM ${saved} AS orchestra-kept`];

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
command -v "$tool" >/dev/null || { echo "${FAILED}the base image of the stage has no $tool" >&2; exit 127; }
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
