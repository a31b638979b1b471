/** A certificate of a private CA for a server on loopback, made with openssl. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ServerCertificate {
  /** The CA's certificate, as PEM. */
  readonly caFile: string;
  /** Options of the server. */
  readonly key: Buffer;
  readonly cert: Buffer;
}

/** Writes CA and certificate into `folder`. `names`: what the certificate is for, such as `IP:127.0.0.1` and `DNS:localhost`. */
export function createCertificate(folder: string, names: readonly string[]): ServerCertificate {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=CA of a test');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=server of a test');
  writeFileSync(file('extensions'), `subjectAltName=${names.join(',')}\nextendedKeyUsage=serverAuth\n`);
  const ca = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'extensions'];
  openssl('x509', '-req', '-in', 'server.csr', ...ca, '-out', 'server.pem');
  return { caFile: file('ca.pem'), key: readFileSync(file('server.key')), cert: readFileSync(file('server.pem')) };
}
