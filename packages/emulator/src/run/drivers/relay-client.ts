/** The host side of relay.ts: unix sockets for connections into the instances, and one for connections out of them. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dialLoopback } from '../../http/dual-server.ts';

/** Accepts connections from the instances. Each first names a port, and is connected to it on the host's loopback. */
export async function serveOutbound(path: string): Promise<Server> {
  const server = createServer((from) => {
    from.on('error', () => {});
    from.once('data', (chunk) => {
      from.pause();
      const end = chunk.indexOf('\n');
      const rest = chunk.subarray(end + 1);
      dialLoopback(Number(chunk.subarray(0, end).toString())).then(
        (to) => {
          if (rest.length > 0) to.write(rest);
          from.pipe(to).pipe(from);
          from.once('close', () => to.destroy());
          to.once('close', () => from.destroy());
        },
        () => from.destroy(),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  server.unref();
  return server;
}

/** A connection to a port inside an instance, through its relay. */
export function dialInside(path: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => socket.write(`${port}\n`));
    const refused = () => reject(new Error(`connect ECONNREFUSED 127.0.0.1:${port}`));
    socket.on('error', refused);
    socket.once('close', refused);
    socket.once('readable', () => {
      if (socket.read(1) !== null) resolve(socket);
    });
  });
}
