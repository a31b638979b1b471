import { InputError } from '../../../src/runtime/errors.ts';

/** Label that holds the reuse key of the inputs that an image was built from. */
export const KEY_LABEL = 'dev.orchestra.actions.inputs';
/** Label that holds when an image was built (RFC 3339), by which its age is judged. */
export const CREATED_LABEL = 'org.opencontainers.image.created';

/** Label that holds the commit that an image was built from. */
export const REVISION_LABEL = 'org.opencontainers.image.revision';

/** Annotations of an image index that repeat these labels. Their names are ours alone: no input may set them. */
export const INDEX_ANNOTATIONS: ReadonlyMap<string, string> = new Map([
  [KEY_LABEL, KEY_LABEL],
  [CREATED_LABEL, 'dev.orchestra.actions.created'],
  [REVISION_LABEL, 'dev.orchestra.actions.commit'],
]);

/** Milliseconds that two clocks may differ. */
const CLOCK_SKEW = 300_000;

/** Whether a time is later than `now` (milliseconds) by more than clocks differ. */
export const isInFuture = (time: Date, now: number): boolean => time.getTime() - now > CLOCK_SKEW;

/**
 * Throws `InputError` where the labels of the user date the image in the future: its age would be unknown forever. A time
 * that has passed is fine, for reproducible builds.
 */
export function checkCreated(labels: ReadonlyMap<string, string>, now: number): void {
  const created = labels.get(CREATED_LABEL);
  if (created === undefined || !isInFuture(new Date(created), now)) return;
  throw new InputError([
    {
      subject: 'Input labels',
      message: `${CREATED_LABEL} is ${created}, which is in the future, and reuse-max-age judges images by it. Set a time in the past, or remove it: this action sets the time of the build.`,
    },
  ]);
}
