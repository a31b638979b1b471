/** What the three services have in common: an HTTP server that responds with a text. */
import { createServer } from 'node:http';

export const greet = (name) => `common=1 ${name}`;

export function serve(name) {
  const server = createServer((_request, response) => response.end(greet(name)));
  server.listen(Number(process.env.PORT));
  process.on('SIGTERM', () => server.close());
}
