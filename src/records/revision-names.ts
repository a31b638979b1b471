/** Names of the revisions that deploy-run creates: `SERVICE-COMMIT-NUMBER`. Pure. */

/** https://cloud.google.com/run/quotas */
const LONGEST = 63;
/** Digits of the commit, as far as there is room. */
const DIGITS = 12;
const OWN = new RegExp(`-[0-9a-f]{7,${DIGITS}}-\\d+$`);

/** The revision `n` of a commit, with fewer digits of the commit if the service has a long name. */
export function revisionName(service: string, commit: string, n: number): string {
  const room = LONGEST - service.length - String(n).length - 2;
  return `${service}-${commit.slice(0, Math.min(DIGITS, room))}-${n}`;
}

/** True for the name of a revision, short or full, that deploy-run created. */
export const isOwnRevision = (name: string): boolean => OWN.test(name);

/** The highest number of the revisions of a commit among these names (short or full); 0 without any. */
export function lastNumber(service: string, commit: string, names: readonly (string | undefined)[]): number {
  const numbers = names.flatMap((name = '') => {
    const number = /-(\d+)$/.exec(name)?.[1];
    return number !== undefined && name.endsWith(revisionName(service, commit, Number(number))) ? [Number(number)] : [];
  });
  return Math.max(0, ...numbers);
}
