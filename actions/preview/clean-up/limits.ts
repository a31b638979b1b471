/** Number of concurrent requests of a clean-up, below the servers' rate limits. */
export const AT_A_TIME = 24;
