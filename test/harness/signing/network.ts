/**
 * The network of a signing step: a proxy that maps Sigstore's and GitHub's public names to local servers, and the
 * runner's token endpoint, which issues GitHub's tokens for Sigstore and the emulator's for Google.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificate } from './certificates.ts';
import { type Claims, identityToken, type Sigstore } from './sigstore.ts';

export interface SigningNetwork extends AsyncDisposable {
  /** Variables of the step. */
  readonly env: Readonly<Record<string, string>>;
  /** `POST fulcio.sigstore.dev/api/v2/signingCert`, of each call to a public name. */
  readonly calls: readonly string[];
  /** Claims of the token for Sigstore; change them as a test needs. */
  claims: Claims;
}

/** `runner` are the emulator's variables. */
export async function startSigningNetwork(
  sigstore: Sigstore,
  claims: Claims,
  runner: Readonly<Record<string, string>>,
): Promise<SigningNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'signing-network-'));
  const { caFile, key, cert } = createCertificate(folder, [
    'DNS:*.sigstore.dev',
    'DNS:*.githubapp.com',
    'DNS:api.github.com',
  ]);

  const calls: string[] = [];
  const tls = createTlsServer({ key, cert }, (request, response) => {
    calls.push(`${request.method} ${request.headers.host}${request.url}`);
    const onward = send(
      `${sigstore.url}${request.url}`,
      { method: request.method, headers: request.headers },
      (upstream) => {
        response.writeHead(upstream.statusCode ?? 502, upstream.headers);
        upstream.pipe(response);
      },
    );
    // After a step was killed, or a server has stopped. Without a listener, the error would end the tests.
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  const proxy = createServer((_, response) => response.writeHead(405).end());
  proxy.on('connect', (_, socket, head) => {
    const { port } = tls.address() as AddressInfo;
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const one of [socket, onward]) one.on('error', () => one.destroy());
  });
  const tokens = createServer(async (request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    response.setHeader('content-type', 'application/json');
    if (['sigstore', 'orchestra-provenance'].includes(query.get('audience') ?? ''))
      return void response.end(JSON.stringify({ value: identityToken(network.claims) }));
    const url = `${runner.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(query.get('audience') ?? '')}`;
    try {
      const download = await fetch(url, { headers: { authorization: request.headers.authorization ?? '' } });
      response.writeHead(download.status).end(await download.text());
    } catch {
      response.destroy();
    }
  });
  const port = (server: { address(): unknown; listen(port: number, host: string, done: () => void): unknown }) =>
    new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    );
  const [, proxyPort, tokenPort] = await Promise.all([port(tls), port(proxy), port(tokens)]);
  const network: SigningNetwork = {
    calls,
    claims,
    env: {
      HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: caFile,
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${tokenPort}/?api-version=2.0`,
    },
    async [Symbol.asyncDispose]() {
      for (const server of [tls, proxy, tokens]) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return network;
}
