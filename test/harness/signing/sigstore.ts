/** A local Sigstore: certificate authority, certificate log, transparency log and timestamp authority, over HTTP. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleToJSON } from '@sigstore/bundle';
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
  rekorHandler,
  tsaHandler,
} from '@sigstore/mock';
import { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness } from '@sigstore/sign';

export type Claims = Readonly<Record<string, string>>;

export interface Signing {
  readonly claims: Claims;
  readonly payloadType?: string;
  /** The witness of the signature; default: the transparency log. */
  readonly witnesses?: readonly ('log' | 'timestamp')[];
}

export interface Sigstore extends AsyncDisposable {
  readonly url: string;
  /** In Sigstore's JSON; `parts` omits the transparency log or the timestamps. */
  trustedRoot(parts?: { readonly log?: boolean; readonly timestamp?: boolean }): Record<string, unknown>;
  /** A bundle as JSON. */
  sign(payload: unknown, signing: Signing): Promise<Record<string, unknown>>;
  /** Path and body of each call. */
  readonly calls: { readonly path: string; readonly body: string }[];
}

const EVER = { start: '2000-01-01T00:00:00Z' };
const keys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const base64 = (bytes: ArrayBufferView) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** `issued` is the issue time of certificates; log entries and timestamps have the current time. */
export async function startSigstore(options: { readonly issued?: Date } = {}): Promise<Sigstore> {
  const [caKeys, logKeys, tsaKeys] = [keys(), keys(), keys()];
  const ctlog = await initializeCTLog(caKeys, options.issued);
  const ca = await initializeCA(caKeys, ctlog, options.issued);
  const tlog = await initializeTLog('https://rekor.sigstore.dev', logKeys);
  // A whole second, since the verifier's parser refuses the mock's format of fractions; within the validity of the certificates.
  const tsa = await initializeTSA(tsaKeys, new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000));
  const handlers = [
    fulcioHandler(ca),
    rekorHandler({ ...tlog, log: (entry) => tlog.log(canonical(entry)) }),
    tsaHandler(tsa),
  ];
  const calls: { path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    // The body of a step that was killed has no end.
    const body = await request.toArray().then(
      (chunks) => Buffer.concat(chunks).toString(),
      () => undefined,
    );
    if (body === undefined) return;
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    calls.push({ path, body });
    const handler = handlers.find((one) => one.path === path);
    const reply = (await handler?.fn(body)) ?? { statusCode: 404, response: 'not found' };
    response.writeHead(reply.statusCode, { 'content-type': reply.contentType ?? 'text/plain' });
    response.end(typeof reply.response === 'string' ? reply.response : Buffer.from(reply.response.buffer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = (spki: Uint8Array) => ({
    rawBytes: Buffer.from(spki).toString('base64'),
    keyDetails: 'PKIX_ECDSA_P256_SHA_256',
    validFor: EVER,
  });
  const spki = (pair: ReturnType<typeof keys>) => pair.publicKey.export({ format: 'der', type: 'spki' });
  return {
    url,
    calls,
    trustedRoot: ({ log = true, timestamp = true } = {}) => ({
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      certificateAuthorities: [
        {
          subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
          uri: 'https://fulcio.sigstore.dev',
          certChain: { certificates: [{ rawBytes: base64(ca.rootCertificate) }] },
          validFor: EVER,
        },
      ],
      tlogs: log
        ? [
            {
              baseUrl: 'https://rekor.sigstore.dev',
              hashAlgorithm: 'SHA2_256',
              publicKey: key(spki(logKeys)),
              logId: { keyId: sha256(spki(logKeys)).toString('base64') },
            },
          ]
        : [],
      ctlogs: [
        {
          baseUrl: 'https://ctfe.sigstore.dev',
          hashAlgorithm: 'SHA2_256',
          publicKey: key(ctlog.publicKey),
          logId: { keyId: base64(ctlog.logID) },
        },
      ],
      timestampAuthorities: timestamp
        ? [
            {
              subject: { organization: 'sigstore.mock', commonName: 'tsa' },
              uri: 'https://timestamp.sigstore.dev',
              certChain: {
                certificates: [{ rawBytes: base64(tsa.intCertificate) }, { rawBytes: base64(tsa.rootCertificate) }],
              },
              validFor: EVER,
            },
          ]
        : [],
    }),
    async sign(payload, { claims, payloadType = 'application/vnd.in-toto+json', witnesses = ['log'] }) {
      const signer = new FulcioSigner({
        fulcioBaseURL: url,
        identityProvider: { getToken: async () => identityToken(claims) },
      });
      const builder = new DSSEBundleBuilder({
        signer,
        witnesses: witnesses.map((one) =>
          one === 'log' ? new RekorWitness({ rekorBaseURL: url }) : new TSAWitness({ tsaBaseURL: url }),
        ),
      });
      const data = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
      const bundle = await builder.create({ data, type: payloadType });
      return bundleToJSON(bundle) as unknown as Record<string, unknown>;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A token. Its signature is not checked here. */
export function identityToken(claims: Claims): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.${Buffer.from('nobody checks this').toString('base64url')}`;
}

interface ProposedEntry {
  readonly kind: string;
  readonly apiVersion: string;
  readonly spec: { readonly proposedContent?: { readonly envelope: string; readonly verifiers: readonly string[] } };
}

/**
 * Rekor's canonical form of a proposed entry
 * (https://github.com/sigstore/rekor/blob/main/pkg/types/dsse/v0.0.1/dsse_v0_0_1_schema.json).
 */
function canonical(entry: object): object {
  const { kind, apiVersion, spec } = entry as ProposedEntry;
  if (kind !== 'dsse' || !spec.proposedContent) return entry;
  const { envelope: text, verifiers } = spec.proposedContent;
  const envelope = JSON.parse(text) as { payload: string; signatures: { sig: string }[] };
  const hash = (bytes: Uint8Array) => ({ algorithm: 'sha256', value: sha256(bytes).toString('hex') });
  return {
    kind,
    apiVersion,
    spec: {
      envelopeHash: hash(Buffer.from(text)),
      payloadHash: hash(Buffer.from(envelope.payload, 'base64')),
      signatures: envelope.signatures.map(({ sig }, i) => ({ signature: sig, verifier: verifiers[i] })),
    },
  };
}
