/**
 * The job's own identity token
 * (https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token). `getIDToken` of @actions/core
 * prints the mask by itself, which the runner ignores while commands are stopped: so the token is asked for here.
 */
import { HttpClient } from '@actions/http-client';
import { BearerCredentialHandler } from '@actions/http-client/lib/auth';

/** Asks the runner for a token with this audience, and masks it before anyone sees it. */
export async function requestIdToken(
  env: Readonly<Record<string, string | undefined>>,
  audience: string,
  mask: (value: string) => void,
): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = '' } = env;
  const client = new HttpClient('orchestra-actions', [new BearerCredentialHandler(bearer)], {
    allowRetries: true,
    maxRetries: 10,
  });
  const { result } = await client.getJson<{ value?: string }>(`${url}&audience=${encodeURIComponent(audience)}`);
  if (!result?.value) throw new Error("The runner's answer holds no identity token.");
  mask(result.value);
  return result.value;
}
