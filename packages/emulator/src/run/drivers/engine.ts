/** The parts of the Docker Engine's HTTP API that the driver needs. https://docs.docker.com/reference/api/engine/ */
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';

export interface Engine {
  /** Sends JSON (or a tar archive) and reads JSON. A status from 400 on is an error with the engine's message. */
  call<T = unknown>(
    method: string,
    path: string,
    options?: { body?: unknown; tar?: Buffer; headers?: Record<string, string>; accept?: readonly number[] },
  ): Promise<T>;
  /** Pulls an image unless it exists, and returns whether it did. Registries without authentication ignore `auth`. */
  pull(reference: string, auth: { username: string; password: string }): Promise<boolean>;
  /** Both output streams of a container, line by line, until it ends. */
  follow(container: string, onLine: (stream: 'stdout' | 'stderr', line: string) => void): Promise<void>;
}

/** `host` is a `DOCKER_HOST`: `unix:///path` or `tcp://127.0.0.1:2375`. */
export function connectEngine(host: string | undefined): Engine {
  const url = new URL(host || 'unix:///var/run/docker.sock');
  const where = url.protocol === 'unix:' ? { socketPath: url.pathname } : { host: url.hostname, port: url.port };

  function send(
    method: string,
    path: string,
    options: { body?: unknown; tar?: Buffer; headers?: Record<string, string> } = {},
  ): Promise<IncomingMessage> {
    const payload = options.tar ?? (options.body === undefined ? undefined : Buffer.from(JSON.stringify(options.body)));
    const headers = {
      ...(payload && {
        'content-type': options.tar ? 'application/x-tar' : 'application/json',
        'content-length': payload.length,
      }),
      ...options.headers,
    };
    return new Promise((resolve, reject) => {
      const call = request({ ...where, method, path, headers, agent: false }, resolve);
      call.once('error', reject);
      call.end(payload);
    });
  }

  async function call<T>(method: string, path: string, options: Parameters<Engine['call']>[2] = {}): Promise<T> {
    const response = await send(method, path, options);
    const text = await readText(response);
    const status = response.statusCode ?? 0;
    if (status >= 400 && !options.accept?.includes(status)) {
      throw new Error(
        (parse(text) as { message?: string } | undefined)?.message ?? `${method} ${path}: ${status} ${text}`,
      );
    }
    return parse(text) as T;
  }

  return {
    call,
    async pull(reference, auth) {
      const there = await send('GET', `/images/${reference}/json`);
      there.resume();
      if (there.statusCode === 200) return false;
      const encoded = Buffer.from(
        JSON.stringify({ ...auth, serveraddress: reference.slice(0, reference.indexOf('/')) }),
      ).toString('base64url');
      const response = await send('POST', `/images/create?fromImage=${encodeURIComponent(reference)}`, {
        headers: { 'x-registry-auth': encoded },
      });
      const text = await readText(response);
      // A pull responds with 200 and reports its failure in the stream.
      const lines = text.split('\n').map((line) => parse(line) as { error?: string; message?: string } | undefined);
      const failure =
        lines.find((line) => line?.error)?.error ??
        ((response.statusCode ?? 0) >= 400 ? (lines[0]?.message ?? text) : undefined);
      if (failure) throw new Error(failure);
      return true;
    },
    async follow(container, onLine) {
      const response = await send('GET', `/containers/${container}/logs?follow=1&stdout=1&stderr=1`);
      const { stdout, stderr } = split(response);
      await Promise.all([
        eachLine(stdout, (line) => onLine('stdout', line)),
        eachLine(stderr, (line) => onLine('stderr', line)),
      ]);
    },
  };
}

/** Decodes the engine's multiplexed stream: frames of one byte for the stream, three unused, four for the length, then data. */
function split(source: Readable): { stdout: Readable; stderr: Readable } {
  const out = new PassThrough();
  const err = new PassThrough();
  let rest = Buffer.alloc(0);
  source.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 8 && rest.length >= 8 + rest.readUInt32BE(4)) {
      const end = 8 + rest.readUInt32BE(4);
      (rest[0] === 2 ? err : out).write(rest.subarray(8, end));
      rest = rest.subarray(end);
    }
  });
  const close = () => {
    out.end();
    err.end();
  };
  source.once('end', close);
  source.once('error', close);
  return { stdout: out, stderr: err };
}

async function eachLine(stream: Readable, onLine: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) onLine(line);
}

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
