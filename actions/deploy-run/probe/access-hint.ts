/** Advice for a probe request that was refused with 401, 403 or 404. Pure. */

export interface ProbeAccess {
  readonly tokenSent: boolean;
  readonly open: boolean | undefined;
}

/** For 404 (https://cloud.google.com/run/docs/securing/ingress). */
export const INTERNAL_INGRESS = 'With internal ingress, requests from outside get 404: use probe: startup';

/** Who refused a request with 401 or 403, Cloud Run or the application; `remedy` is for the application's own refusal. */
export function accessHint({ tokenSent, open }: ProbeAccess, remedy: string): string {
  if (tokenSent)
    return `the identity token was refused: grant the probing service account roles/run.invoker on the service. If it has that role, the application itself refused the request: ${remedy}`;
  if (open)
    return `the application itself refused the request, since the service allows unauthenticated invocations: ${remedy}`;
  return `if the service requires authentication, set probe-service-account, so that the probe carries an identity token; if it allows unauthenticated invocations, the application itself refused the request: ${remedy}`;
}
