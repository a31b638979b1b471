/**
 * Opens connections, also before there is a request for them: the handshakes of many transfers then run while other answers
 * are awaited. What is opened ahead is handed to the first requests for the same origin.
 */
import type { Socket } from 'node:net';
import { setImmediate as breathe } from 'node:timers/promises';
import { buildConnector } from 'undici';

export interface Connector {
  /** As undici calls it for a request that finds no free connection. */
  readonly connect: buildConnector.connector;
  /** Sees that `count` connections to the origin are ready or being opened. One that fails is left to its request. */
  openAhead(origin: string, count: number): Promise<void>;
  /** Closes what was opened ahead and not used. */
  close(): void;
}

/** How many are opened before the event loop gets its turn. */
const OPEN_TOGETHER = 8;

export function createConnector(options: buildConnector.BuildOptions): Connector {
  const open = buildConnector(options);
  const ahead = new Map<string, Promise<Socket | undefined>[]>();
  const aheadTo = ({ protocol, host }: Pick<buildConnector.Options, 'protocol' | 'host'>) => {
    const origin = `${protocol}//${host}`;
    const sockets = ahead.get(origin) ?? [];
    ahead.set(origin, sockets);
    return sockets;
  };
  return {
    connect(target, callback) {
      const next = aheadTo(target).shift();
      if (!next) open(target, callback);
      else
        void next.then((socket) => {
          if (!socket || socket.destroyed) open(target, callback);
          else callback(null, socket);
        });
    },
    async openAhead(origin, count) {
      const { protocol, host, hostname, port } = new URL(origin);
      const sockets = aheadTo({ protocol, host });
      const missing = count - sockets.length;
      for (let opened = 1; opened <= missing; opened++) {
        sockets.push(
          new Promise((resolve) =>
            open({ protocol, host, hostname, port }, (_, socket) => resolve(socket ?? undefined)),
          ),
        );
        // Requests that are ready leave in between.
        if (opened % OPEN_TOGETHER === 0) await breathe();
      }
    },
    close() {
      for (const socket of [...ahead.values()].flat()) void socket.then((open) => open?.destroy());
      ahead.clear();
    },
  };
}
