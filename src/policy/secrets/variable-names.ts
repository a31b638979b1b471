/** What the name of a variable, a field or a flag says about its value. */

/** `jwtSecret`, `JWT-SECRET`, `spring.datasource.password` → `JWT_SECRET`, … */
export const words = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();

const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PASSCODE|PASS|PWD|PW|SECRET|SECRETS|TOKEN|PAT|CREDENTIALS?|CREDS|API_?KEY|APIKEY|AUTH_?KEY|(?:PRIVATE|SECRET|ACCESS|ENCRYPTION|DECRYPTION|SIGNING|MASTER|SESSION|COOKIE|HMAC|ACCOUNT|SERVICE|SERVICE_ROLE|ROOT|ADMIN|SSH|DEPLOY|JWT|LICENSE|INGEST(?:ION)?)_?KEY(?:_BASE)?|SECRET_KEY_BASE|CONNECTION_STRING|AUTHORIZATION|BEARER)$|(?:^|_)(?:PGPASSWORD|REQUIREPASS|MASTERAUTH|MNEMONIC|PEPPER|SEED_?PHRASE)$|(?:DB|ADMIN|ROOT|USER|SMTP|MAIL|FTP|SQL)_?PASS$|\w(?:PASSWORD|PASSWD|SECRET|TOKEN)$|(?:TRUST|KEY)_?STORE_?PASSWORD$|^X_HONEYCOMB_TEAM$|^NPM_CONFIG_AUTH$|(?:^|_)REDISCLI_AUTH$/;
/** A number or a quality may follow: PASSWORD_1, TOKEN_PRODUCTION. */
const QUALITY = /_(?:\d+|OLD|NEW|PREVIOUS|CURRENT|PROD|PRODUCTION|STAGING|DEV|VALUE|BASE64|B64|HEX)$/;

/**
 * Names that contain "token" or "secret" for values that are not secret: names of clusters (https://etcd.io/docs/latest/op-guide/configuration/), pages of
 * lists, repeated requests, symbols of tokenizers, currencies, and secrets of Kubernetes by their names.
 */
const IDENTIFIER =
  /(?:^|_)(?:INITIAL_CLUSTER|NEXT_PAGE|CONTINUATION|CLIENT_REQUEST|IDEMPOTENCY|EOS|BOS|PAD|UNK|SEP|CLS|MASK|STOP|DELIMITER|NATIVE|REWARD|GAS|QUOTE)_TOKEN$|(?:^|_)IMAGE_PULL_SECRETS?$/;

/** `BUNDLE_GEMS__ACME__COM`: the login at a gem server, by its host (https://bundler.io/man/bundle-config.1.html). */
const GEM_SERVER = /^BUNDLE_(?!(?:BUILD|GEM|LOCAL|MIRROR|PLUGINS?)__)\w+__[A-Z]{2,}$/;

/** The name ends in what holds the secret. */
export function saysSecret(name: string): boolean {
  if (GEM_SERVER.test(name)) return true;
  const plain = words(name).replace(QUALITY, '');
  return SECRET_NAME.test(plain) && !IDENTIFIER.test(plain);
}

/** What bundlers put into the code for browsers, by their documentation. */
const BROWSER =
  /^(?:(?:NEXT|NUXT|EXPO|SNOWPACK|PLASMO|BUN)_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|NG_APP|NUXT_ENV|REDWOOD_ENV|GATSBY|STORYBOOK|SANITY_STUDIO|MIX)_/;

/** The value is in the code that every visitor receives. */
export const isForBrowsers = (name: string): boolean => BROWSER.test(name);

/** The public half of a pair of keys. */
export const isPublicByName = (name: string): boolean =>
  isForBrowsers(name) ||
  /(?:^|_)(?:PUBLIC|PUBLISHABLE|PUB|ANON|SITE|SEARCH|SEARCH_ONLY)_(?:API_)?(?:KEY|KEYS|TOKEN|PEM|CERT|CERTIFICATE|JWK|ID)(?:_|$)/.test(
    words(name),
  ) ||
  /(?:^|_)PUBLIC_\w+_KEY$/.test(words(name)) ||
  FOR_BROWSERS.test(words(name));

/**
 * What these issuers make for browsers: Firebase (https://firebase.google.com/docs/projects/api-keys), Segment
 * (https://segment.com/docs/connections/find-writekey/), Mixpanel (https://docs.mixpanel.com/docs/orgs-and-projects/managing-projects),
 * Amplitude (https://amplitude.com/docs/apis/authentication), Bugsnag, Rollbar, Datadog and reCAPTCHA; with Shopify, the id of the client.
 */
const FOR_BROWSERS =
  /(?:^|_)(?:FIREBASE_(?:WEB_)?API_?KEY|SEGMENT_(?:\w+_)?WRITE_KEY|MIXPANEL_(?:PROJECT_)?TOKEN|AMPLITUDE_(?:API_)?KEY|BUGSNAG_(?:API_)?KEY|(?:ROLLBAR|DD|DATADOG)_(?:\w+_)?CLIENT_TOKEN|SHOPIFY_API_KEY|RECAPTCHA_(?:ENTERPRISE_)?KEY)$/;

/** An identifier, such as that of an OAuth client. A secret in such a variable is still found by its format. */
export const isIdentifier = (name: string): boolean => /_(?:ID|IDS|UUID)$/.test(words(name));

/** A UUID in such a variable is a key. Others are made of UUIDs that identify something. */
export const mayHoldKey = (name: string): boolean => {
  const plain = words(name).replace(QUALITY, '');
  return (
    /(?:_KEYS?|(?:^|_)(?:TOKENS?|SECRETS?|(?:VAULT|APP_?ROLE)_SECRET_ID))$/.test(plain) &&
    !OF_IDENTITY.test(plain) &&
    !IDENTIFIER.test(plain)
  );
};
const OF_IDENTITY =
  /(?:^|_)(?:ACCOUNT|APP|APPLICATION|CACHE|CLIENT|CORRELATION|CUSTOMER|DATA|DATASET|DEDUP\w*|DEFAULT|DEVICE|ENTITY|ENV|ENVIRONMENT|EVENT|FEATURE|FLAG|FOREIGN|GROUP|HASH|INDEX|IDEMPOTENCY|INSTRUMENTATION|LOCK|LOOKUP|MESSAGE|NAMESPACE|OBJECT|ORG|ORGANI[SZ]ATION|PARTITION|PRIMARY|PROJECT|REQUEST|ROUTING|ROW|SEGMENT|SHARD|SORT|TEMPLATE|TENANT|TRACE|USER|WORKSPACE)_?KEYS?$/;

/** A key in a key management service is known by its name. */
export const isKeyManagement = (name: string): boolean => /(?:^|_)KMS(?:_|$)/.test(words(name));

/** A variable that holds a user and a password at once, such as `NEO4J_AUTH=neo4j/password`. */
export const holdsLogin = (name: string): boolean =>
  /(?:^|_)(?:BASIC_?AUTH|AUTH|AUTHORIZATION|LOGIN|USER_?PASS(?:WORD)?|CREDS|CREDENTIALS)$/.test(words(name));

const VOCABULARY = new Set(
  'PASSWORD PASSWD PASS PWD SECRET SECRETS TOKEN KEY KEYS API ACCESS PRIVATE CREDENTIAL CREDENTIALS AUTH'.split(' '),
);

/**
 * True if the value is what a team would call the secret in a secret store: `JWT_SECRET=jwt-secret`,
 * `DB_PASSWORD=prod-db-password`, `DB_PASSWORD_SECRET=db-password`.
 */
export function isIdFor(name: string, value: string): boolean {
  const text = value.trim();
  if (!/^[a-z]+(?:[-_][a-z]+)+$/.test(text)) return false;
  const variable = words(name);
  const own = variable.split('_').filter((word) => !VOCABULARY.has(word));
  if (own.length > 0 && `_${words(text)}_`.includes(`_${variable}_`)) return true;
  return /_(?:PASSWORD|KEY|TOKEN|CREDENTIALS|URL|DSN|STRING)_SECRET$/.test(variable) && hasSecretWord(text);
}

const hasSecretWord = (text: string): boolean =>
  words(text)
    .split('_')
    .some((word) => VOCABULARY.has(word) || word === 'URL' || word === 'DSN');
