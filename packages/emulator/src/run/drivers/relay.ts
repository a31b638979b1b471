/**
 * Runs in the network namespace of an instance, as its first container, and connects it with the emulator over unix
 * sockets. Inbound: a client of SOCKET names a port, gets `+` once 127.0.0.1:port has accepted the connection, and is then
 * connected to it. Outbound: 127.0.0.1:PORT in the instance is forwarded to the same port of the host through OUTSIDE.
 * Arguments: SOCKET OUTSIDE [PORT…]. This file has no imports, since only it is mounted into the container.
 */
import { connect, createServer, type Socket } from 'node:net';

const [socket = '', outside = '', ...ports] = process.argv.slice(2);

function join(a: Socket, b: Socket): void {
  a.pipe(b).pipe(a);
  a.once('close', () => b.destroy());
  b.once('close', () => a.destroy());
}

createServer((outer) => {
  outer.on('error', () => {});
  outer.once('data', (line) => {
    outer.pause();
    const inner = connect(Number(line.toString()), '127.0.0.1', () => {
      outer.write('+');
      join(outer, inner);
    });
    inner.on('error', () => outer.destroy());
  });
}).listen(socket);

for (const port of ports) {
  createServer((inner) => {
    inner.on('error', () => {});
    const outer = connect(outside, () => {
      outer.write(`${port}\n`);
      join(inner, outer);
    });
    outer.on('error', () => inner.destroy());
  })
    // A port on which the instance itself listens has precedence.
    .on('error', () => {})
    .listen(Number(port), '127.0.0.1');
}

// The first process of a container ignores signals that it does not handle.
process.on('SIGTERM', () => process.exit(0));
