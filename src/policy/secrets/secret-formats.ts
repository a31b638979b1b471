/** Secrets that are recognized by what their issuers write into them, wherever they stand. */

export interface Shape {
  readonly pattern: RegExp;
  /** Completes "the value …". */
  readonly is: string;
  /** True for keys that a browser may receive: they name an application, and are restricted where they are issued. */
  readonly browser?: true;
}

/** Prefixes are the issuers' own; see for instance https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns. */
const SHAPES: readonly Shape[] = [
  { pattern: /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY/, is: 'holds a private key' },
  { pattern: /^PuTTY-User-Key-File-\d: /m, is: 'holds a private key' },
  { pattern: /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/, is: 'holds a private key' },
  { pattern: /\b(?:sk|rk)_(?:live|test)_\w{10,}/, is: 'is a Stripe key' },
  { pattern: /\bwhsec_[\w+/=]{16,}/, is: 'is a Stripe webhook secret' },
  { pattern: /\bsk-(?:ant-|proj-|or-)?[\w-]{20,}/, is: 'is an API key of an AI provider' },
  { pattern: /\b(?:gsk_\w{40,}|r8_\w{30,}|hf_[A-Za-z0-9]{30,})/, is: 'is an API key of an AI provider' },
  { pattern: /\b(?:gh[pousr]_\w{30,}|github_pat_\w{30,})/, is: 'is a GitHub token' },
  { pattern: /\bgl(?:pat|ptt|dt|rt|cbt|ft|soat)-[\w-]{20,}/, is: 'is a GitLab token' },
  { pattern: /\bxox[abeprs]-[\w-]{10,}|\bxapp-\d-[A-Z0-9]+-\d+-\w{20,}/, is: 'is a Slack token' },
  { pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, is: 'is an AWS access key' },
  { pattern: /\bAIza[\w-]{35}/, is: 'is a Google API key', browser: true },
  {
    pattern: /\b(?:ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}|1\/\/0[\w-]{30,})/,
    is: 'is a Google OAuth secret',
  },
  { pattern: /\bhc[a-z]ik_\w{50,}/, is: 'is a Honeycomb key' },
  { pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/, is: 'is a SendGrid key' },
  { pattern: /\bkey-[0-9a-f]{32}\b/, is: 'is a Mailgun key' },
  { pattern: /\b[0-9a-f]{32}-us\d{1,2}\b/, is: 'is a Mailchimp key' },
  { pattern: /\bre_[A-Za-z0-9]{6,}_[A-Za-z0-9]{16,}/, is: 'is a Resend key' },
  { pattern: /\bSK[0-9a-f]{32}\b/, is: 'is a Twilio key' },
  { pattern: /\b\d{8,10}:AA[\w-]{32,34}\b/, is: 'is a Telegram bot token' },
  { pattern: /\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}/, is: 'is a Discord bot token' },
  { pattern: /\bsk\.eyJ[\w-]{20,}\.[\w-]{10,}/, is: 'is a secret Mapbox token' },
  { pattern: /\bsb(?:p_[0-9a-f]{40}|_secret_[\w-]{16,})/, is: 'is a Supabase secret key' },
  { pattern: /\bpscale_(?:tkn|pw|oauth)_[\w.-]{20,}/, is: 'is a PlanetScale password' },
  { pattern: /\bATATT3[\w=-]{40,}/, is: 'is an Atlassian token' },
  { pattern: /\bpypi-AgE[\w-]{30,}/, is: 'is a PyPI token' },
  { pattern: /\b\w{3}8Q~[\w.~-]{30,}/, is: 'is a client secret of Microsoft Entra' },
  { pattern: /\b(?:hv[sbr]\.[\w-]{20,}|s\.[A-Za-z0-9]{24}\b)/, is: 'is a Vault token' },
  { pattern: /\btskey-(?:auth|client|api|scim|webhook)-\w{10,}-\w{10,}/, is: 'is a Tailscale key' },
  {
    pattern:
      /\$(?:2[abxy]\$\d\d\$[./\w]{22,}|apr1\$[./\w]{1,8}\$[./\w]{16,}|argon2(?:id|i|d)\$[\w=,$]+\$[A-Za-z0-9+/]{8,}\$|[56]\$[./\w]{1,16}\$[./\w]{40,})/,
    is: 'holds the hash of a password',
  },
  { pattern: /^base64:[A-Za-z0-9+/]{40,}={0,2}$/, is: 'is a Laravel application key' },
  {
    pattern:
      /\b(?:npm_\w{36}|dop_v1_\w{60,}|shp(?:at|ca|pa|ss)_\w{30,}|phx_\w{30,}|sntry[su]_[\w+/=]{30,}|dapi[0-9a-f]{32}\b|lin_api_\w{30,}|PMAK-[0-9a-f]{24}-[0-9a-f]{34}|ntn_\w{40,}|secret_[A-Za-z0-9]{40,}|glsa_\w{30,}|NRAK-[A-Z0-9]{27}|dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]+\.)?\w{30,}|pat\w{14}\.[0-9a-f]{64}|sq0csp-[\w-]{30,}|ops_eyJ\w{30,}|oy2[a-z0-9]{43}\b)/,
    is: 'is an access token',
  },
  {
    pattern:
      /\b(?:dckr_(?:pat|oat)_[\w-]{20,}|do[or]_v1_\w{60,}|nfp_\w{30,}|figd_[\w-]{30,}|fo1_[\w-]{40,}|FlyV1 fm\d_[\w+/=-]{40,}|rnd_\w{28,}|CCIPAT_\w{20,}|xkeysib-[0-9a-f]{60,}|pcsk_\w{40,}|tvly-(?:\w+-)?\w{28,}|pplx-\w{40,}|xai-\w{60,}|sdk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|[0-9a-f]{36}NRAL\b|EAA[A-Za-z0-9]{80,})/,
    is: 'is an access token',
  },
  {
    pattern:
      /\b(?:rubygems_[0-9a-f]{48}|pul-[0-9a-f]{40}|lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}|vercel_blob_rw_\w{16,}|HRKU-AA[\w-]{58}|dt0c01\.[A-Z0-9]{24}\.[A-Z0-9]{64})/i,
    is: 'is an access token',
  },
];

/** Addresses that anyone who knows them can use. */
const WEBHOOKS: readonly Shape[] = [
  {
    pattern: /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[A-Z]\w+\/\w+\/\w+/,
    is: 'is a Slack webhook, which anyone who knows it can use',
  },
  {
    pattern: /discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]{20,}/,
    is: 'is a Discord webhook, which anyone who knows it can use',
  },
  {
    pattern:
      /\.webhook\.office\.com\/webhookb2\/[\w@-]{20,}|outlook\.office(?:365)?\.com\/webhook\/[\w@-]{20,}|hooks\.zapier\.com\/hooks\/\w+\/\d+\/\w+|hook\.[\w.-]{0,20}(?:make|integromat)\.com\/[a-z0-9]{20,}|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[\w-]{16,}|maker\.ifttt\.com\/trigger\/[\w%-]+\/(?:json\/)?with\/key\/[\w-]{10,}|events\.pagerduty\.com\/integration\/[0-9a-f]{32}|api\.vercel\.com\/v1\/integrations\/deploy\/\w+\/\w+|api\.netlify\.com\/build_hooks\/[0-9a-f]{16,}/,
    is: 'is a webhook, which anyone who knows it can use',
  },
  { pattern: /api\.telegram\.org\/bot\d+:[\w-]{20,}/, is: 'has a Telegram bot token in it' },
];

/** Any other: a path that says webhook, and then a word that no one would choose. */
const WEBHOOK_PATH =
  /https?:\/\/[^\s/?#]{1,255}\/(?:[\w.-]{1,64}\/){0,6}(?:web)?hooks?\/(?:[\w.-]{1,64}\/){0,3}([\w-]{16,})/i;

/** The shape that the value has, or has in it. */
export function shapeOf(value: string): Shape | undefined {
  return [...SHAPES, ...WEBHOOKS].find(({ pattern }) => pattern.test(value)) ?? webhook(value) ?? jsonWebToken(value);
}

function webhook(value: string): Shape | undefined {
  const word = WEBHOOK_PATH.exec(value)?.[1];
  if (word === undefined || !/\d/.test(word) || !/[a-z]/i.test(word) || /^[a-z]+(?:-[a-z]+)*-?v?\d{1,2}$/i.test(word))
    return undefined;
  return { pattern: WEBHOOK_PATH, is: 'is a webhook with a token in it, which anyone who knows it can use' };
}

const JSON_WEB_TOKEN = /\beyJ[\w-]{10,}\.(eyJ[\w-]{10,})\.[\w-]{10,}/;

/**
 * The keys of a Supabase project are such tokens: `anon` is for browsers, `service_role` passes all rules
 * (https://supabase.com/docs/guides/api/api-keys).
 */
function jsonWebToken(value: string): Shape | undefined {
  const payload = JSON_WEB_TOKEN.exec(value)?.[1];
  if (payload === undefined) return undefined;
  const role = roleIn(payload);
  if (role === 'anon') return undefined;
  if (role === 'service_role')
    return { pattern: JSON_WEB_TOKEN, is: 'is a service_role key, which bypasses all policies' };
  return { pattern: JSON_WEB_TOKEN, is: 'is a JSON Web Token', browser: true };
}

function roleIn(payload: string): unknown {
  try {
    return (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { role?: unknown }).role;
  } catch {
    return undefined;
  }
}
