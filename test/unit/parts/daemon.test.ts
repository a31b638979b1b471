/** Servers on ports that others want, too. */
import { expect, test } from 'vitest';
import { onFreePort } from '../../../scripts/parts/processes/daemon.ts';

test('a port that another process took is replaced once', async () => {
  const ports: number[] = [];
  const start = async (port: number) => {
    ports.push(port);
    if (ports.length === 1) throw new Error(`listen tcp 127.0.0.1:${port}: bind: address already in use`);
    return { url: `http://127.0.0.1:${port}`, stop: async () => {} };
  };
  const { url } = await onFreePort(start);
  expect(ports).toHaveLength(2);
  expect(url).toBe(`http://127.0.0.1:${ports[1]}`);
});

test('another failure is not repeated', async () => {
  let starts = 0;
  const failing = onFreePort(async () => {
    starts++;
    throw new Error('no space left on device');
  });
  await expect(failing).rejects.toThrow('no space');
  expect(starts).toBe(1);
});
