/** The gRPC probe: `grpc.health.v1.Health/Check` (https://github.com/grpc/grpc/blob/master/doc/health-checking.md). */
import { connect } from 'node:http2';
import { loopbackAwareLookup } from '../../../src/google/http/client.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { orAborted } from '../../../src/runtime/interruption.ts';
import { accessHint, INTERNAL_INGRESS, type ProbeAccess } from './access-hint.ts';
import type { ProbeResponse } from './probe.ts';

/** An empty HealthCheckRequest in a length-prefixed frame: the health of the whole server. */
const REQUEST = Buffer.alloc(5);
const SERVING = 1;
/** Number of bytes of a response, which has seven. */
const MOST_BYTES = 10_000;
/** https://grpc.io/docs/guides/health-checking */
const STATES = ['UNKNOWN', 'SERVING', 'NOT_SERVING', 'SERVICE_UNKNOWN'];
/** https://grpc.io/docs/guides/status-codes */
const UNIMPLEMENTED = '12';

/** `token` gives an identity token for a service that is not public. */
export function grpcProbe(
  url: string,
  token: () => Promise<string | undefined>,
  { signal, clock, open }: { signal: AbortSignal; clock: Pick<Clock, 'timer'>; open: boolean | undefined },
): (timeout: number) => Promise<ProbeResponse> {
  return async (timeout) => orAborted(check(url, { bearer: await token(), open }, timeout, clock), signal);
}

function check(
  url: string,
  { bearer, open }: { bearer: string | undefined; open: boolean | undefined },
  timeout: number,
  clock: Pick<Clock, 'timer'>,
): Promise<ProbeResponse> {
  return new Promise((resolve) => {
    const session = connect(url, { lookup: loopbackAwareLookup });
    const end = (response: ProbeResponse) => {
      cancel();
      session.destroy();
      resolve(response);
    };
    const failed = (why: string, timedOut = false) => end({ healthy: false, timedOut, detail: `no response (${why})` });
    const cancel = clock.timer(timeout, () => failed(`none within ${timeout}ms`, true));
    session.once('error', (error) => failed(error.message));
    const stream = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
      ...(bearer && { 'x-serverless-authorization': `Bearer ${bearer}` }),
    });
    let http = 0;
    let grpc: string | undefined;
    const chunks: Buffer[] = [];
    const noteStatus = (headers: Record<string, unknown>) => {
      if (headers['grpc-status'] !== undefined) grpc = String(headers['grpc-status']);
    };
    stream.on('response', (headers) => {
      http = Number(headers[':status']);
      noteStatus(headers);
    });
    stream.on('trailers', noteStatus);
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES)
        end({ healthy: false, detail: `more than ${MOST_BYTES} bytes, too many for a health check` });
      else chunks.push(chunk);
    });
    stream.once('error', (error) => failed(error.message));
    stream.once('close', () =>
      end(judgeGrpc(http, grpc, Buffer.concat(chunks), { tokenSent: bearer !== undefined, open })),
    );
    stream.end(REQUEST);
  });
}

/** The health that a response reports. Pure. */
export function judgeGrpc(http: number, grpc: string | undefined, body: Buffer, access: ProbeAccess): ProbeResponse {
  if (http === 401 || http === 403)
    return {
      healthy: false,
      detail: `HTTP ${http}: ${accessHint(access, 'let grpc.health.v1.Health be called without a login')}`,
    };
  if (http !== 200)
    return {
      healthy: false,
      detail: `HTTP ${http}, which is not a response of a gRPC server${http === 404 ? ` (${INTERNAL_INGRESS})` : ''}`,
    };
  if (grpc === UNIMPLEMENTED)
    return {
      healthy: false,
      detail: 'the server does not implement grpc.health.v1.Health; choose probe: startup if it cannot',
    };
  if (grpc !== '0') return { healthy: false, detail: `gRPC status ${grpc ?? 'missing'}` };
  const status = healthStatus(body.subarray(5));
  return { healthy: status === SERVING, detail: STATES[status] ?? `health status ${status}` };
}

/** Field 1 of HealthCheckResponse, a varint; absent is 0. */
const healthStatus = (message: Buffer): number => (message[0] === 0x08 ? (message[1] ?? 0) : 0);
