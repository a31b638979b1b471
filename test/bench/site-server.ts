/**
 * The emulated cloud as a separate process for the benchmarks, so that it does not share a core with the measured program.
 * `node site-server.ts LATENCY` delays each response by so many milliseconds and prints its environment and a token as JSON.
 */
import { startEmulator } from '../../packages/emulator/src/start.ts';

const latency = Number(process.argv[2] ?? '0');
const emulator = await startEmulator();
emulator.core.calls.onCall(async ({ api, number }) => {
  // Cleared, since the log grows with every call.
  if (number % 1000 === 0) (emulator.core.calls.list as unknown[]).length = 0;
  if (latency > 0 && api === 'storage') await new Promise((resolve) => setTimeout(resolve, latency));
});
console.log(JSON.stringify({ env: emulator.env, token: emulator.token({ lifetimeSeconds: 36_000 }) }));
process.on('SIGTERM', () => process.exit(0));
process.on('message', (name: string) => {
  emulator.seed.bucket(name);
  process.send?.(name);
});
