/** Package registries on loopback with a certificate of a private CA, as behind a company proxy. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificate } from './signing/certificates.ts';

export interface PrivateRegistry {
  /** Serves npm's package `greeting` 1.0.0, which holds `index.html`, and the versions of Go's module `example.com/greeting`. */
  readonly url: string;
  /** The CA's certificate, as PEM. */
  readonly caFile: string;
  /** The requested paths. */
  readonly requested: readonly string[];
  stop(): Promise<void>;
}

export async function startPrivateRegistry(): Promise<PrivateRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'private-registry-'));
  const file = (name: string) => join(folder, name);
  const { caFile, key, cert } = createCertificate(folder, ['IP:127.0.0.1', 'DNS:localhost']);

  mkdirSync(file('package'));
  writeFileSync(join(file('package'), 'package.json'), JSON.stringify({ name: 'greeting', version: '1.0.0' }));
  writeFileSync(join(file('package'), 'index.html'), '<p>from the private registry');
  execFileSync('tar', ['-czf', 'greeting.tgz', 'package'], { cwd: folder });
  const tarball = readFileSync(file('greeting.tgz'));

  const requested: string[] = [];
  let url = '';
  const server = createServer({ key, cert }, (request, response) => {
    const path = request.url ?? '';
    requested.push(path);
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    const dist = { tarball: `${url}/greeting/-/greeting-1.0.0.tgz`, integrity };
    const version = { name: 'greeting', version: '1.0.0', dist };
    const contents: Readonly<Record<string, string | Buffer>> = {
      '/greeting': JSON.stringify({
        name: 'greeting',
        'dist-tags': { latest: '1.0.0' },
        versions: { '1.0.0': version },
      }),
      '/greeting/-/greeting-1.0.0.tgz': tarball,
      // https://go.dev/ref/mod#goproxy-protocol
      '/example.com/greeting/@v/list': 'v1.0.0\n',
      '/example.com/greeting/@v/v1.0.0.info': JSON.stringify({ Version: 'v1.0.0', Time: '2026-01-01T00:00:00Z' }),
      '/example.com/greeting/@latest': JSON.stringify({ Version: 'v1.0.0', Time: '2026-01-01T00:00:00Z' }),
      '/example.com/greeting/@v/v1.0.0.mod': 'module example.com/greeting\n',
    };
    const content = contents[path];
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    caFile,
    requested,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
