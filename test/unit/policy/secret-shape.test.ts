import { describe, expect, it } from 'vitest';
import { looksLikeSecret } from '../../../src/policy/secrets/looks-like-secret.ts';
import { processorTime } from '../../harness/processor-time.ts';
import fc, { seededBytes } from '../../harness/seeded.ts';

/** Made of parts, so that no scanner of this repository takes them for real. */
const join = (...parts: string[]) => parts.join('');
const KEY = 'q8Zr1vT0xYb7Lm3NcD5fGh2JkP9sWe4A';

describe('secrets', () => {
  it.each([
    ['DATABASE_URL', 'postgres://orchestra:orchestra@localhost:5432/orchestra?sslmode=disable', /password/],
    ['URL', 'postgresql+asyncpg://app:p%40ss@10.0.0.3/app', /password/],
    ['REDIS_URL', 'rediss://:hunter2hunter2@10.0.0.4:6379/0', /password/],
    ['AMQP', 'amqp://guest:guest@rabbit:5672', /password/],
    ['PROXY', 'http://user:secret1@proxy.internal:3128', /password/],
    ['DSN', 'host=10.0.0.1 user=app password=hunter2 dbname=app', /password/],
    ['CONNECTION', 'Server=db;Database=app;User Id=sa;Password=hunter2;', /password/],
    ['JDBC', 'jdbc:postgresql://db/app?user=app&password=hunter2', /password/],
    ['STORAGE', 'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abc123==;', /password/],
    ['ARG', '--password=hunter2', /password/],
    ['CERT', join('-----BEGIN ', 'RSA PRIVATE KEY-----\nMIIE'), /private key/],
    ['GOOGLE', join('{"type":"service_account","private_key":"-----BEGIN ', 'PRIVATE KEY-----\\nMII"}'), /private key/],
    [
      'SESSION',
      join('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0', '.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'),
      /JSON Web Token/,
    ],
    ['STRIPE', join('sk_', 'live_', 'abcdefghij0123456789'), /Stripe key/],
    ['STRIPE', join('sk_', 'test_', 'abcdefghij0123456789'), /Stripe key/],
    ['HOOK', join('whsec_', 'abcdefghij0123456789'), /webhook/],
    ['AI', join('sk-', 'ant-', 'api03-abcdefghij0123456789'), /AI provider/],
    ['GH', join('ghp_', 'abcdefghijklmnopqrstuvwxyz0123456789'), /GitHub token/],
    ['GL', join('glpat-', 'abcdefghij0123456789'), /GitLab/],
    ['SLACK', join('xoxb-', '123456789012-abcdefghij'), /Slack token/],
    ['ALERTS', join('https://hooks.slack.com/services/', 'T000/B000/', 'XXXXabc123'), /Slack webhook/],
    ['ID', join('AKIA', 'IOSFODNN7EXAMPLE'), /AWS/],
    ['MAPS', join('AIza', 'SyA1234567890abcdefghijklmnopqrstuv'), /Google API key/],
    ['MAIL', join('SG.', 'abcdefghijklmnop', '.abcdefghijklmnopqrstuvwxyz'), /SendGrid/],
    ['JWT_SECRET', 'correct horse battery staple', /name says/],
    ['jwtSecret', 'correct-horse', /name says/],
    ['DB_PASSWORD', 'hunter2', /name says/],
    ['PGPASSWORD', 'hunter2', /name says/],
    ['db-passwd', 'hunter2', /name says/],
    ['API_KEY', 'abc123def456', /name says/],
    ['STRIPE_APIKEY', 'abc123def456', /name says/],
    ['AUTH_TOKEN', 'abc123def456', /name says/],
    ['APP_SECRET_1', 'abc123def456', /name says/],
    ['SESSION_SECRET_OLD', 'abc123def456', /name says/],
    ['SECRET_KEY_BASE', 'abc123def456', /name says/],
    ['ENCRYPTION_KEY', '0123456789abcdef0123456789abcdef', /name says/],
    ['GOOGLE_CREDENTIALS', '{"a":"b"}', /name says/],
    ['KEY', '0123456789abcdef0123456789abcdef', /a key/],
    ['SEASONING', KEY, /random/],
    ['CONFIG', `${KEY}==`, /random/],
  ])('%s is one: %s', (name, value, reason) => {
    const found = looksLikeSecret(name, value);
    expect(found).toMatch(reason);
    expect(found).not.toContain(value);
  });
});

describe('no secrets', () => {
  it.each([
    ['APP_VERSION', '3f786850e387550fdab836ed7e6dc881de23001b'],
    ['GIT_SHA', '3f78685'],
    ['CHECKSUM', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['IMAGE', 'r.example/p/i@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['INTEGRITY', 'sha256-deadbeef'],
    ['TENANT_ID', '8c7f3f1e-5e2b-4b0e-9a57-0d5a1f6f7b11'],
    ['DATABASE_URL', 'postgres://orchestra@10.0.0.3:5432/orchestra'],
    ['DATABASE_URL', 'postgres://orchestra:${PASSWORD}@10.0.0.3:5432/orchestra'],
    ['DATABASE_URL', 'postgres://user:<password>@host/db'],
    ['DATABASE_URL', 'postgres:///app?host=/cloudsql/p:r:i'],
    ['API_URL', 'https://api.example.com:8443/v1?page=2'],
    ['SENTRY_DSN', 'https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/42'],
    ['POSTHOG_API_HOST', 'https://eu.posthog.com'],
    ['TOKEN_URL', 'https://auth.example.com/oauth/token'],
    ['TOKEN', 'https://auth.example.com/oauth/token'],
    ['JWT_EXPIRY', '24h'],
    ['JWT_SECRET_VERSION', '3'],
    ['JWT_SECRET_FILE', '/secrets/jwt'],
    ['JWT_SECRET', '/secrets/jwt'],
    ['JWT_SECRET', 'projects/acme/secrets/jwt'],
    ['PASSWORD_MIN_LENGTH', '12'],
    ['PASSWORD_POLICY', 'strong'],
    ['MAX_TOKENS', '4096'],
    ['TOKEN_TTL', '15m'],
    ['REQUIRE_PASSWORD', 'true'],
    ['USE_TOKEN', 'true'],
    ['SECRET_NAME', 'jwt-secret'],
    ['CACHE_KEY', 'users'],
    ['PRIMARY_KEY', 'id'],
    ['KEY_PREFIX', 'orchestra:'],
    ['PUBLIC_KEY', KEY],
    ['STRIPE_PUBLISHABLE_KEY', 'pk_live_51H8xyzABCdef'],
    ['VITE_PUBLIC_POSTHOG_TOKEN', 'phc_abcdefghijklmnop'],
    ['JWT_SECRET', ''],
    ['JWT_SECRET', 'changeme'],
    ['JWT_SECRET', 'your-dev-secret'],
    ['JWT_SECRET', '<your secret>'],
    ['JWT_SECRET', '${JWT_SECRET}'],
    ['STRIPE_SECRET_KEY', 'sk_test_...'],
    ['API_KEY', 'xxxxxxxx'],
    ['API_KEY', '***'],
    ['API_KEY', 'replace-me'],
    ['CLASS', 'com.example.orchestra.server.HttpServerFactoryBean'],
    ['FEATURES', 'newDashboardLayout2024,betaSearchIndexRebuild,fastCheckoutFlow'],
    ['NAME', 'MyVeryLongServiceClassNameForJava2Implementation'],
    ['REGION', 'europe-west1'],
    ['BUCKET', 'gs://orchestra-storage-production-europe-west1'],
    ['SQL', 'acme:us-central1:orchestra-db'],
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['JAVA_OPTS', '-Xmx512m -XX:MaxMetaspaceSize=128m'],
    ['EMAIL', 'deploy@acme.iam.gserviceaccount.com'],
    ['CRON', '0 3 * * 1-5'],
    ['GREETING', 'The quick brown fox jumps over the lazy dog'],
    ['ALPHABET', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'],
    ['NODE_ENV', 'production'],
    ['PATTERN', 'aB1'.repeat(12)],
    ['COMPASS', 'north'],
    ['BYPASS', 'internal'],
  ])('%s=%s passes', (name, value) => {
    expect(looksLikeSecret(name, value)).toBeUndefined();
  });
});

it('a random key of 32 bytes is found under any name, in base64 and base64url', () => {
  const missed = Array.from({ length: 500 }, (_, index) => seededBytes(`key ${index}`, 32)).filter(
    (bytes) =>
      !looksLikeSecret('SETTING', bytes.toString('base64')) || !looksLikeSecret('SETTING', bytes.toString('base64url')),
  );
  expect(missed.length).toBeLessThanOrEqual(2);
});

it('never shows the value', () => {
  fc.assert(
    fc.property(fc.constantFrom('DB_PASSWORD', 'X', 'API_KEY'), fc.string({ minLength: 6 }), (name, value) => {
      expect(looksLikeSecret(name, value) ?? '').not.toContain(value);
    }),
  );
});

it('takes time in proportion to the length', () => {
  const time = processorTime(() => {
    for (const part of ['a', 'a:', '://', '=', 'password=', 'eyJ', '/', ' ', '{{'])
      looksLikeSecret('X', part.repeat(32_768 / part.length));
  });
  expect(time).toBeLessThan(2000);
});
