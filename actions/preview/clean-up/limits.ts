/** How many requests a clean-up makes at a time: so many that a server refuses none for being too many. */
export const AT_A_TIME = 24;
