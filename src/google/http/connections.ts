/**
 * Opens connections, also before there is a request for them: the handshakes of many transfers then run while other answers
 * are awaited. What is opened ahead is handed to the first requests for the same origin.
 */
import type { Socket } from 'node:net';
import { setImmediate as breathe } from 'node:timers/promises';
import type { buildConnector } from 'undici';

export interface Connector {
  /** As undici calls it for a request that finds no free connection. */
  readonly connect: buildConnector.connector;
  /** Sees that `count` connections to the origin are ready or being opened. */
  openAhead(origin: string, count: number): Promise<void>;
  /** Closes what was opened ahead and not used. */
  close(): void;
}

/** The connections ahead to one origin. */
interface Ahead {
  ready: Socket[];
  /** How many are being opened. */
  opening: number;
  /** Requests that wait for one that is being opened, the first first. */
  readonly waiting: buildConnector.Callback[];
}

/** How many are opened before the event loop gets its turn. */
const OPEN_TOGETHER = 8;

/** `open` opens one connection. */
export function createConnector(open: buildConnector.connector): Connector {
  const origins = new Map<string, Ahead>();
  let closed = false;
  const aheadTo = ({ protocol, host }: Pick<buildConnector.Options, 'protocol' | 'host'>): Ahead => {
    const origin = `${protocol}//${host}`;
    const ahead = origins.get(origin) ?? { ready: [], opening: 0, waiting: [] };
    origins.set(origin, ahead);
    return ahead;
  };
  const arrive = (ahead: Ahead, error: Error | null, socket: Socket | null) => {
    ahead.opening--;
    if (!socket) {
      // As many as are still being opened may wait on; another would only find the same after as long again.
      if (ahead.waiting.length > ahead.opening) ahead.waiting.shift()?.(error ?? new Error('no connection'), null);
      return;
    }
    const next = ahead.waiting.shift();
    if (next) next(null, socket);
    else if (closed) socket.destroy();
    else ahead.ready.push(socket);
  };
  return {
    connect(target, callback) {
      const ahead = aheadTo(target);
      for (let socket = ahead.ready.shift(); socket; socket = ahead.ready.shift())
        if (!socket.destroyed) return callback(null, socket);
      if (ahead.waiting.length < ahead.opening) ahead.waiting.push(callback);
      else open(target, callback);
    },
    async openAhead(origin, count) {
      const { protocol, host, hostname, port } = new URL(origin);
      const ahead = aheadTo({ protocol, host });
      ahead.ready = ahead.ready.filter(({ destroyed }) => !destroyed);
      const missing = count - ahead.ready.length - ahead.opening;
      for (let opened = 1; opened <= missing && !closed; opened++) {
        ahead.opening++;
        open({ protocol, host, hostname, port }, (error, socket) => arrive(ahead, error, socket));
        // Requests that are ready leave in between.
        if (opened % OPEN_TOGETHER === 0) await breathe();
      }
    },
    close() {
      closed = true;
      for (const { ready } of origins.values()) for (const socket of ready) socket.destroy();
      origins.clear();
    },
  };
}
