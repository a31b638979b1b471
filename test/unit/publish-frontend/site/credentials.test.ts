/** Credentials are found by what is in a file; code and pages that only speak of them pass. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { credentialIn, maySearch } from '../../../../actions/publish-frontend/site/forbidden/credentials.ts';
import { contentType } from '../../../../actions/publish-frontend/site/headers.ts';
import { readSite, type SiteNotes } from '../../../../actions/publish-frontend/site/read-site.ts';
import { scanFolder } from '../../../../actions/publish-frontend/site/scan-folder.ts';
import { sourceFiles } from '../../../../actions/publish-frontend/site/source-files.ts';
import { RULES } from '../fixtures.ts';

/** Made of parts, so that no scanner of this repository takes them for real. */
const join2 = (...parts: string[]) => parts.join('');
const BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const begin = (kind: string) => join2('-----BEGIN ', kind, 'PRIVATE KEY-----');
const PEM = `${begin('')}\n${BODY}\n${BODY}\n${begin('').replace('BEGIN', 'END')}\n`;
const USER = '"type": "authorized_user"';
const REFRESH = join2('"refresh_token": "1//0', 'abcdefghijklmnop"');
const SECRET = join2('GOCSPX', '-abcdefghijklmnopqrstuvwx');

const supabase = (role: string, more = '') =>
  join2(
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
    '.',
    Buffer.from(JSON.stringify({ iss: `supabase${more}`, ref: 'abcdefghijklmnopqrst', role, iat: 1 })).toString(
      'base64url',
    ),
    '.abcdefghijklmnopqrstuvwxyz0123456789abcdefg',
  );

const search = (path: string, text: string) =>
  maySearch(path) ? credentialIn(path, Buffer.from(text, 'latin1')) : undefined;

describe('is found', () => {
  it.each<[string, string]>([
    ['key.pem', PEM],
    ['notes.txt', PEM],
    ['config.js', `export const key = ${JSON.stringify(PEM)};`],
    ['config.js', `const key = "${begin('')}\\n" +\n  "${BODY}\\n";`],
    ['config.mjs', `const key = \`${PEM}\`;`],
    ['chunk-1a2b.js', `e.exports=JSON.parse('{"private_key":"${begin('')}\\\\n${BODY}\\\\n"}')`],
    ['deploy.yaml', `tls:\n  key: |\n    ${PEM.replaceAll('\n', '\n    ')}`],
    ['server.key.bak', PEM],
    ['backup', `${begin('RSA ')}\r\n${BODY}\r\n`],
    ['id', `${begin('OPENSSH ')}\n${BODY}\n`],
    ['old.key', `${begin('RSA ')}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,ABCDEF\n\n${BODY}\n`],
    ['account.json', join2('{"private_key": "', begin(''), '\\nMII"}')],
    ['empty.pem', begin('RSA ')],
    ['adc.txt', `{${USER}, "client_id": "1", ${REFRESH}}`],
    ['adc.json.bak', `{${REFRESH},\n ${USER}}`],
    ['adc.yaml', join2('type: authorized_user\nrefresh_token: 1//0', 'abcdefghijklmnop\n')],
    ['adc.js', join2("const adc = {type:'authorized_user',refresh_token:'1//0", "abcdefghijklmnop'}")],
    ['client.js', `const secret="${SECRET}"`],
    ['aws.ini', `[default]\naws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'}\n`],
    ['cluster.yaml', `users:\n- user:\n    client-key-data: ${BODY}${BODY}\n`],
    ['docker.txt', '{"auths": {"ghcr.io": {"auth": "dXNlcjpwYXNzd29yZA=="}}}'],
    ['app.js', join2('const stripe=Stripe("sk', '_live_', 'abcdefghijklmnopqrstuvwx")')],
    ['app.js', join2('r="rk', '_live_', 'abcdefghijklmnopqrstuvwx"')],
    ['app.js', join2('headers:{Authorization:"token ghp', '_abcdefghijklmnopqrstuvwxyz0123456789"}')],
    ['app.js', join2('t="github', '_pat_', 'a'.repeat(82), '"')],
    ['config.json', join2('{"token":"glpat', '-abcdefghij0123456789"}')],
    ['app.js', join2('slack="xoxb', '-123456789012-123456789012-abcdefghijklmnopqrstuvwx"')],
    ['app.js', join2('k="SG', '.', 'a'.repeat(22), '.', 'b'.repeat(43), '"')],
    ['app.js', join2('k="sk', '-ant-', 'api03-', 'a'.repeat(95), '"')],
    ['app.js', join2('k="sk', '-proj-', 'a'.repeat(48), '"')],
    ...['', 'a', 'ab'].map((more): [string, string] => [
      'app.js',
      `createClient(u,"${supabase('service_role', more)}")`,
    ]),
    ['npm.txt', join2('//registry.npmjs.org/:_authToken=npm', '_abcdefghijklmnopqrstuvwxyz\n')],
  ])('in %s', (path, text) => {
    expect(search(path, text)).toBeDefined();
  });
});

describe('passes', () => {
  it.each([
    ['app.js', `createClient(u,"${supabase('anon')}")`],
    ['app.js', join2('Stripe("pk', '_live_', 'abcdefghijklmnopqrstuvwx")')],
    ['app.js', 'placeholder:"sk_live_…",test:/^sk_live_/.test(e)'],
    ['app.js', 'if(role==="service_role")throw Error("not in a browser")'],
    ['jose.js', `const n="${begin('')}\\n"+t+"\\n-----END PRIVATE KEY-----";`],
    ['jose.js', `if(e.indexOf("${begin('')}")!==0)throw new TypeError("must be PKCS8");`],
    [
      'forge.js',
      `r.privateKeyInfoToPem=function(e){return t("PRIVATE KEY",{body:e})};var a=/-----BEGIN (RSA |EC )?PRIVATE KEY-----/`,
    ],
    ['template.js', 'const pem = `-----BEGIN PRIVATE KEY-----\\n${base64}\\n`'],
    ['cert.txt', `-----BEGIN CERTIFICATE-----\n${BODY}\n`],
    ['public.pem', `-----BEGIN PUBLIC KEY-----\n${BODY}\n`],
    ['guide.html', `<pre>${PEM}</pre>`],
    ['guide.md', PEM],
    ['auth.js', 'const a={type:"authorized_user",client_id:e,refresh_token:refreshToken,client_secret:t}'],
    ['auth.js', 'if(t.type==="authorized_user")this.fromJSON(t);else if(!t.refresh_token)throw Error("x")'],
    ['oauth.js', 'const pattern = /GOCSPX-[A-Za-z0-9_-]+/'],
    ['docker.js', 'const config = {"auths": {}}'],
    ['logo.png', PEM],
    ['aws.js', 'const keys = ["aws_access_key_id", "aws_secret_access_key"]'],
  ])('%s', (path, text) => {
    expect(search(path, text)).toBeUndefined();
  });
});

const rules = { ...RULES, exampleCredentials: ['docs/**'] };
async function read(files: Readonly<Record<string, string>>, notes: SiteNotes = {}) {
  const root = mkdtempSync(join(tmpdir(), 'credentials-'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  writeFileSync(join(root, 'index.html'), 'page');
  const scan = await scanFolder({ folder: root, given: 'out', prefix: '', sourceMaps: false, index: 'required' });
  return readSite(scan.root, sourceFiles(scan.files, rules).files, rules, new AbortController().signal, notes);
}

describe('a site', () => {
  it('with credentials is refused, all of them named', async () => {
    const files = { 'a.js': `x="${PEM.replaceAll('\n', '\\n')}"`, 'b.bak': PEM, 'c.js': 'fine' };
    await expect(read(files)).rejects.toThrow(/a\.js contains a private key.*\n.*b\.bak contains a private key/);
  });
  it('with tokens, which 1.0 published, is published and named; with a key beside a token it is refused', async () => {
    const token = join2('k="sk', '_live_', 'abcdefghijklmnopqrstuvwx"');
    const named: string[] = [];
    const notes = { token: (path: string, what: string) => named.push(`${path}: ${what}`) };
    expect(await read({ 'a.js': token, 'b.js': 'fine' }, notes)).toHaveLength(3);
    expect(named).toEqual(['a.js: a secret key of Stripe']);
    const far = `${token}${'x'.repeat(2_000_000)}${PEM}`;
    await expect(read({ 'a.js': far })).rejects.toThrow('a.js contains a private key');
  });
  it('is searched in large files, too, also where two pieces meet', async () => {
    const large = (at: number) => 'x'.repeat(at) + PEM + 'x'.repeat(2_000_000);
    for (const at of [10, 1024 * 1024 - 40, 1_500_000])
      await expect(read({ 'vendor.js': large(at) })).rejects.toThrow('vendor.js contains a private key');
  });
  it.each(['__proto__', 'constructor', 'toString', '__proto__.js', 'hasOwnProperty.txt'])(
    'may have a file called %s',
    async (name) => {
      const site = await read({ [name]: 'text' });
      expect(site.map(({ path }) => path).sort()).toEqual([name, 'index.html'].sort());
      expect(typeof contentType(name)).toBe('string');
    },
  );
});
