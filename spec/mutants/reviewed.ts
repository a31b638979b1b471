/**
 * Mutants that nothing notices, with the reason why that is right. The key is the id of the site, as `npm run mutants -- --list`
 * prints it; one that no site has any more is an error.
 */
export const REVIEWED: Readonly<Record<string, string>> = {};
