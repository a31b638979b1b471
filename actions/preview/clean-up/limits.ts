/** Number of concurrent requests of a clean-up, below the servers' rate limits. */
export const AT_A_TIME = 24;

/** Milliseconds after a cancellation in which begun images are deleted to the end: the runner waits 7.5 s until SIGTERM, and 2.5 s after it. */
export const IMAGES_GRACE = 6500;
