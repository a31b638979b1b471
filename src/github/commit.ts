/** Full commit SHAs, and how texts shorten them. */

export const isCommit = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

/** Whether it can be the beginning of a commit SHA, or all of it. */
export const isCommitPrefix = (text: string): boolean => /^[0-9a-f]{7,40}$/.test(text);

/** A commit by its first 12 digits; other text, such as the name of a release, as it is. */
export const shortCommit = (commit: string): string => (isCommit(commit) ? commit.slice(0, 12) : commit);
