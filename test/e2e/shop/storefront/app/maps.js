'use client';

/** Runs in the browser, so its key is public and stands in the script. */
export function Maps() {
  return <p id="maps">{process.env.NEXT_PUBLIC_MAPS_KEY}</p>;
}
