/** Large and many files, through the bundle: uploads in chunks that survive faults, with constant memory. */
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { md5OfFile } from '../../../actions/publish-frontend/site/digest.ts';
import { createFixture, dashboard, errors, type Fixture, logOf } from './publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture({ keepLargeObjects: false });
});
afterAll(() => fixture.stop());
beforeEach(() => {
  fixture.emulator.core.faults.clear();
  fixture.emulator.core.calls.clear();
});

const MEGABYTE = 1024 * 1024;
/** Chunk size of a resumable upload. */
const PIECE = { api: 'storage', method: 'PUT', path: 'upload_id' } as const;

/** A sparse file with a mark in each chunk. */
function largeFile(file: string, size: number): void {
  writeFileSync(file, '');
  truncateSync(file, size);
  const descriptor = openSync(file, 'r+');
  for (let at = 0; at < size; at += 5 * MEGABYTE) writeSync(descriptor, `mark ${at}`, at);
  closeSync(descriptor);
}

/** Measures the peak memory of the process, in megabytes. */
function watchMemory() {
  let peak = 0;
  return {
    onStart(child: ChildProcess) {
      const timer = setInterval(() => {
        try {
          peak = Math.max(
            peak,
            Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
          );
        } catch {
          clearInterval(timer);
        }
      }, 20);
      child.on('close', () => clearInterval(timer));
    },
    peak: () => peak,
  };
}

describe('a large file', () => {
  test('survives cut and refused pieces, a lost response and a lost session; memory stays flat', {
    timeout: 180_000,
  }, async () => {
    const site = fixture.site('large-file');
    site.build(dashboard(1));
    const file = join(fixture.workspace, 'large-file', 'film.mp4');
    largeFile(file, 400 * MEGABYTE + 12_345);
    const { faults } = fixture.emulator.core;
    faults.add({ ...PIECE, nth: 3, reset: true });
    faults.add({ ...PIECE, nth: 7, status: 503 });
    faults.add({ ...PIECE, nth: 11, dropResponse: true });
    faults.add({ ...PIECE, nth: 15, resetAfterBytes: 3 * MEGABYTE });
    faults.add({ ...PIECE, nth: 19, status: 410, message: 'session gone' });
    const memory = watchMemory();
    const result = await site.run('a', { path: site.bucket }, { onStart: memory.onStart });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(site.object('film.mp4')?.content).toMatchObject({ size: 400 * MEGABYTE + 12_345, md5: md5OfFile(file) });
    expect(site.object('film.mp4')?.metadata.contentType).toBe('video/mp4');
    expect(memory.peak()).toBeGreaterThan(40);
    expect(memory.peak()).toBeLessThan(200);
  });

  test('whose last response is lost is not sent again', { timeout: 60_000 }, async () => {
    const site = fixture.site('last-response');
    site.build(dashboard(1));
    largeFile(join(fixture.workspace, 'last-response', 'film.mp4'), 20 * MEGABYTE);
    fixture.emulator.core.faults.add({ ...PIECE, nth: 3, dropResponse: true });
    const result = await site.run('a', { path: site.bucket });
    expect(result.exitCode, logOf(result)).toBe(0);
    const puts = fixture.emulator.core.calls.list.filter(({ method }) => method === 'PUT');
    expect(puts).toHaveLength(4);
  });

  test('that changes while it is sent is refused by its hash', { timeout: 60_000 }, async () => {
    const site = fixture.site('large-moving');
    site.build(dashboard(1));
    const file = join(fixture.workspace, 'large-moving', 'film.mp4');
    largeFile(file, 20 * MEGABYTE);
    const remove = fixture.emulator.core.calls.onCall(({ method }) => {
      if (method !== 'PUT') return;
      remove();
      const descriptor = openSync(file, 'r+');
      writeSync(descriptor, 'other', 18 * MEGABYTE);
      closeSync(descriptor);
    });
    const result = await site.run('a', { path: site.bucket });
    expect(errors(result)).toMatch(/film.mp4 changed while it was published/);
    expect(site.names()).not.toContain('film.mp4');
  });
});

describe('many files', () => {
  test('are sent despite faults, each retried separately, within bounded memory', {
    timeout: 120_000,
  }, async () => {
    const site = fixture.site('many-files');
    site.build(dashboard(1));
    const folder = join(fixture.workspace, 'many-files', 'assets');
    mkdirSync(folder, { recursive: true });
    for (let i = 0; i < 6100; i++)
      writeFileSync(join(folder, `c-${i.toString(16).padStart(8, '0')}a1.js`), `export default ${i};`.padEnd(4000));
    const faults = [{ status: 503 }, { reset: true }, { dropResponse: true }, { status: 429 }];
    for (let i = 0; i < 40; i++)
      fixture.emulator.core.faults.add({ api: 'storage', path: '^/upload/', nth: 10 + i * 140, ...faults[i % 4] });
    let besideManifest = -1;
    const remove = fixture.emulator.core.calls.onCall(async ({ query }) => {
      if (!query.includes('manifest.json')) return;
      remove();
      await new Promise((resolve) => setTimeout(resolve, 200));
      besideManifest = fixture.emulator.core.calls.list.filter((call) => call.query.includes('assets')).length;
    });
    const memory = watchMemory();
    const result = await site.run('a', { path: site.bucket }, { onStart: memory.onStart });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.outputs.uploaded).toBe('6105');
    expect(Object.keys(await site.live())).toHaveLength(6105);
    // A manifest of this size is not uploaded together with hundreds of files.
    expect(besideManifest).toBe(0);
    expect(memory.peak()).toBeLessThan(180);

    // All seven pages of the listing are read, so nothing is uploaded again.
    fixture.emulator.core.calls.clear();
    const again = await site.run('a', { path: site.bucket });
    expect(again.outputs).toMatchObject({ uploaded: '0', unchanged: '6105', bytes: '0' });
    const pages = fixture.emulator.core.calls.list.filter(({ query }) => query.includes('maxResults=1000'));
    expect(pages).toHaveLength(7);
  });
});
