/** Values that are not secrets, even if their name suggests it. */

/** A placeholder for a secret, or a word for no secret. */
export function isPlaceholder(value: string): boolean {
  // The scheme of a header is not part of the secret (https://www.rfc-editor.org/rfc/rfc9110#section-11.4).
  const text = value.trim().replace(/^(?:Bearer|Basic|Token|ApiKey)\s+(?=[$`<{])/i, '');
  return (
    text === '' ||
    /^(?:<[^<>]*>|<<[^<>]*>>|\[[\w -]*\]|\{[\w .-]*\}|\{\{[^{}]*\}\}|\$\{[^}]*\}|\$\{\{[^}]*\}\}|\$\w+|\$\([^)]*\)|`[^`]*`|#\{[^}]*\}#?|__[A-Z0-9_]+__|[*x.…_?-]+|%\w+%|%[sdv]|%\(\w+\)s|:\w+)$/i.test(
      text,
    ) ||
    /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|placeholder|dummy|example|sample|todo|tbd|none|null|nil|unset|undefined|disabled|redacted|removed|n\/a)$/i.test(
      text,
    ) ||
    /^(?:your|my|insert|enter|replace|change)[-_ ].*(?:here|secret|key|token|password|me)$/i.test(text) ||
    /^(?:sk|pk|rk|sk_live|sk_test|whsec|phc|sk-ant)[-_](?:\.{3}|…|x+)$/i.test(text)
  );
}

/**
 * The name of a resource, such as a key in Cloud KMS or a secret in Secret Manager: it opens nothing without a permission
 * (https://cloud.google.com/apis/design/resource_names).
 */
export function isResourceName(value: string): boolean {
  const text = value.trim();
  return (
    /^(?:\/\/[\w.-]+\/)?(?:v\d+\/)?(?:projects|folders|organizations|billingAccounts|locations|secrets?|keyRings)\/[^\s=&?]+$/i.test(
      text,
    ) ||
    /^(?:secret:|sm:\/\/|gcp-?sm:|gcp-kms:|aws-?sm:|ssm:|vault:|op:\/\/|berglas:\/\/|alias\/|arn:[\w-]+:|ref\+|@Microsoft\.KeyVault\()/i.test(
      text,
    )
  );
}

/**
 * A key that its issuer makes for the code that visitors receive, told by its prefix: Stripe
 * (https://docs.stripe.com/keys), Mapbox (https://docs.mapbox.com/help/glossary/access-token/), PostHog
 * (https://posthog.com/docs/api), Datadog (https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens), Supabase
 * (https://supabase.com/docs/guides/api/api-keys), and public keys of web push (a point of P-256: https://www.rfc-editor.org/rfc/rfc8292).
 */
export const isPublishable = (value: string): boolean =>
  /^(?:pk_(?:live|test)_\w+|pk\.eyJ[\w-]+\.[\w-]+|phc_\w+|pub[0-9a-f]{32}|sb_publishable_[\w-]+|B[\w-]{86})$/.test(
    value.trim(),
  );

/** An account or a contract of Ethereum; keys are longer. */
const CHAIN_ADDRESS = /^0x[0-9a-f]{40}$/i;

const PUBLIC_KEY = /^\s*-----BEGIN (?:[A-Z]+ )?(?:PUBLIC KEY|CERTIFICATE)-----/;

/**
 * A document that says which public keys sign: a `JWT_SECRET` in the name only
 * (https://hasura.io/docs/2.0/auth/authentication/jwt/#hasura-jwt-format).
 */
export const hasPublicKeys = (fields: readonly (readonly [name: string, value: string])[]): boolean =>
  fields.some(([name, value]) => /^jwks?_ur[il]$/.test(name) || (name === 'key' && PUBLIC_KEY.test(value)));

/** It identifies an Application Insights resource, and is not a secret (https://learn.microsoft.com/azure/azure-monitor/app/connection-strings). */
const isApplicationInsights = (value: string): boolean =>
  /(?:^|;)InstrumentationKey=/i.test(value) &&
  value
    .split(';')
    .every((pair) =>
      /^\s*(?:(?:InstrumentationKey|ApplicationId)=[0-9a-f-]{36}|\w+Endpoint=https?:\/\/[^\s@]+|Authorization=ikey|(?:EndpointSuffix|Location|AADAudience)=[\w.:/-]+)?\s*$/i.test(
        pair,
      ),
    );

/** A switch, a number, a place, an address, a public key. */
export function isHarmless(value: string): boolean {
  const text = value.trim();
  return (
    isResourceName(text) ||
    isApplicationInsights(text) ||
    /^(?:true|false|yes|no|on|off|enabled|required|optional|auto|default|basic|bearer|include|omit|same-origin|header|cookie|query|env|file|vault)$/i.test(
      text,
    ) ||
    /^\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(text) ||
    CHAIN_ADDRESS.test(text) ||
    PUBLIC_KEY.test(text) ||
    /^(?:\.{0,2}\/|~\/|file:|[A-Z]:\\)/.test(text) ||
    /^env:[A-Z]\w*$/i.test(text) ||
    /^[\w./-]{1,200}\.(?:json|pem|key|crt|cer|p12|pfx|jks|txt|ya?ml|env|toml|ini|conf|properties)$/i.test(text) ||
    /^[a-z][a-z0-9+.-]*:\/\/[^\s@]+$/i.test(text)
  );
}

/** One run of letters of both cases and digits, in no order that words or identifiers have. */
export function isRandom(value: string): boolean {
  const text = value.trim().replace(/=+$/, '');
  // A digest, as package managers and browsers write it.
  if (/^(?:sha\d{1,3}|md5|h1)[-:]/.test(text) || CHAIN_ADDRESS.test(text)) return false;
  if (!/^[A-Za-z0-9+/_-]{32,}$/.test(text)) return false;
  if (!(/[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text))) return false;
  const kinds = [...text].map((char) =>
    /\d/.test(char) ? 'digit' : /[a-z]/.test(char) ? 'lower' : /[A-Z]/.test(char) ? 'upper' : 'mark',
  );
  const changes = kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
  return changes / (text.length - 1) >= 0.4 && entropy(text) >= 4;
}

/** Shannon's, in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
