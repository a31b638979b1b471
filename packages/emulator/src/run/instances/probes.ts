/** Startup probes: HTTP GET, TCP connect, gRPC health check. https://cloud.google.com/run/docs/configuring/healthchecks */
import { request } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import type { Socket } from 'node:net';
import type { Probe } from '../types.ts';

export interface ProbeTarget {
  /** Connects to a port of the container under test; rejects if nothing listens there. */
  dial(port: number): Promise<Socket>;
  /** Returns the status of a GET without a connection, for drivers without network; rejects if nothing listens. */
  get?(path: string): Promise<number>;
  /** The container's port, the default of the probe. */
  readonly defaultPort: number | undefined;
}

export interface ProbeTiming {
  /** Duration of one second of the probe's settings, in milliseconds. */
  readonly secondMs: number;
  readonly minTimeoutMs: number;
  sleep(ms: number): Promise<void>;
  /** Resolves when probing has become pointless, for instance because the container ended. */
  readonly givenUp: Promise<unknown>;
}

/** The result of a probe; `detail` reads like Cloud Run's log line. */
export interface ProbeOutcome {
  readonly passed: boolean;
  readonly detail: string;
}

/** Repeats the probe every period until it passes or has failed `failureThreshold` times in a row. */
export async function runStartupProbe(
  probe: Probe,
  target: ProbeTarget,
  container: string,
  timing: ProbeTiming,
): Promise<ProbeOutcome> {
  const { initialDelaySeconds = 0, periodSeconds = 10, timeoutSeconds = 1, failureThreshold = 3 } = probe;
  const { secondMs, sleep } = timing;
  let over = false;
  const stopped = timing.givenUp.then(() => {
    over = true;
  });
  const what = describe(probe, target.defaultPort, container);
  if (initialDelaySeconds > 0) await Promise.race([sleep(initialDelaySeconds * secondMs), stopped]);
  let cause = '';
  for (let attempt = 1; attempt <= failureThreshold && !over; attempt++) {
    const due = Date.now() + periodSeconds * secondMs;
    // A refused connection is retried within the attempt, since the process may be starting.
    const deadline = Date.now() + timeoutSeconds * secondMs;
    for (;;) {
      cause = await attemptProbe(probe, target, Math.max(timing.minTimeoutMs, deadline - Date.now()));
      if (cause === '')
        return { passed: true, detail: `${what} succeeded after ${attempt} attempt${attempt === 1 ? '' : 's'}.` };
      if (over || cause !== REFUSED || Date.now() >= deadline) break;
      await Promise.race([sleep(Math.min(50, secondMs / 20)), stopped]);
    }
    if (attempt < failureThreshold && !over) await Promise.race([sleep(Math.max(0, due - Date.now())), stopped]);
  }
  return {
    passed: false,
    detail: `${what} failed ${failureThreshold} time${failureThreshold === 1 ? '' : 's'} consecutively: ${cause}. The instance was not started.`,
  };
}

const REFUSED = 'Connection failed with status ERROR_CONNECTION_FAILED';
const TIMED_OUT = 'Connection failed with status DEADLINE_EXCEEDED';

function describe(probe: Probe, defaultPort: number | undefined, container: string): string {
  const kind = probe.httpGet ? 'HTTP' : probe.grpc ? 'GRPC' : 'TCP';
  const port = portOf(probe, defaultPort);
  const path = probe.httpGet ? ` path "${probe.httpGet.path ?? '/'}"` : '';
  return `STARTUP ${kind} probe for container "${container}" on port ${port}${path}`;
}

const portOf = (probe: Probe, defaultPort: number | undefined) =>
  probe.httpGet?.port ?? probe.tcpSocket?.port ?? probe.grpc?.port ?? defaultPort ?? 8080;

/** Empty if the probe passed, otherwise the reason. */
async function attemptProbe(probe: Probe, target: ProbeTarget, timeoutMs: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(TIMED_OUT), timeoutMs);
  });
  if (target.get) {
    const requested = target.get(probe.httpGet?.path ?? '/').then(
      (status) => (!probe.httpGet || (status >= 200 && status < 400) ? '' : `HTTP status ${status}`),
      () => REFUSED,
    );
    return await Promise.race([requested, late]).finally(() => clearTimeout(timer));
  }
  const dialled = target.dial(portOf(probe, target.defaultPort));
  const made = dialled.then(
    (socket) => {
      if (probe.httpGet) return probeHttp(probe.httpGet, socket);
      return probe.grpc ? probeGrpc(probe.grpc.service ?? '', socket) : '';
    },
    () => REFUSED,
  );
  try {
    return await Promise.race([made, late]);
  } finally {
    clearTimeout(timer);
    dialled.then((socket) => socket.destroy()).catch(() => {});
  }
}

function probeHttp(action: NonNullable<Probe['httpGet']>, socket: Socket): Promise<string> {
  const headers: Record<string, string[]> = {};
  for (const { name, value = '' } of action.httpHeaders ?? []) headers[name] = [...(headers[name] ?? []), value];
  return new Promise((resolve) => {
    const call = request(
      {
        createConnection: () => socket,
        path: action.path ?? '/',
        headers: { host: 'localhost', 'user-agent': 'GoogleHC/1.0', ...headers },
      },
      (response) => {
        response.resume();
        const status = response.statusCode ?? 0;
        resolve(status >= 200 && status < 400 ? '' : `HTTP status ${status}`);
      },
    );
    call.once('error', () => resolve(REFUSED));
    call.end();
  });
}

/** `grpc.health.v1.Health/Check`, with its two messages encoded manually. */
function probeGrpc(service: string, socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    const session = connectHttp2('http://localhost', { createConnection: () => socket });
    const end = (result: string) => {
      session.destroy();
      resolve(result);
    };
    session.once('error', () => end(REFUSED));
    const name = Buffer.from(service);
    const message = name.length > 0 ? Buffer.concat([Buffer.from([0x0a, name.length]), name]) : Buffer.alloc(0);
    const frame = Buffer.alloc(5);
    frame.writeUInt32BE(message.length, 1);
    const stream = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    let status = '';
    const chunks: Buffer[] = [];
    stream.on('response', (headers) => {
      status = String(headers['grpc-status'] ?? status);
    });
    stream.on('trailers', (headers) => {
      status = String(headers['grpc-status'] ?? status);
    });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('error', () => end(REFUSED));
    stream.once('end', () => {
      const body = Buffer.concat(chunks).subarray(5);
      const serving = body[0] === 0x08 && body[1] === 1;
      setImmediate(() => {
        if (status !== '0') end(`gRPC status ${status || 'missing'}`);
        else end(serving ? '' : `gRPC health status ${body[1] ?? 0}, not SERVING`);
      });
    });
    stream.end(Buffer.concat([frame, message]));
  });
}
