/**
 * True for a host of this machine, with or without a port: only these are reached over plain HTTP. `*.localhost` never leaves the machine
 * either (https://datatracker.ietf.org/doc/html/rfc6761#section-6.3).
 */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return /^127\.\d+\.\d+\.\d+$/.test(name) || name === '[::1]' || name === 'localhost' || name.endsWith('.localhost');
}
