/** Who may work on a site: waiting, taking over from the dead, losing the claim. The bucket is one object in memory. */
import { hash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { SiteClients } from '../../../actions/publish-frontend/clients.ts';
import { type CheckedRollback, holdSites } from '../../../actions/publish-frontend/run/rollback.ts';
import { type ClaimOptions, takeClaim, waitUntilFree } from '../../../actions/publish-frontend/store/claim.ts';
import { type Claim, parseState, serializeState } from '../../../actions/publish-frontend/store/site-state.ts';
import type { Store } from '../../../actions/publish-frontend/store/storage-client.ts';
import type { HttpRequest } from '../../../src/google/http/client.ts';
import { systemClock, systemRandom } from '../../../src/runtime/clock.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { LAYOUT, object } from './fixtures.ts';

const ALIVE: Claim = {
  run: 'https://github.test/run/9',
  attempt: 1,
  job: 'deploy',
  work: 'upload',
  beat: 0,
  token: 'x',
};

function fixture(claim?: Claim) {
  let text = claim && serializeState({ published: [], claim });
  let generation = claim ? 1 : 0;
  let now = 0;
  const messages: string[] = [];
  const lost: Error[] = [];
  let eachSecond = () => {};
  let assertOurs = () => {};
  let overtaker: Claim | undefined;
  let paused = 0;
  const store = {
    bucket: 'site',
    endpoint: '',
    deadline: () => 1000,
    signal: new AbortController().signal,
    readText: async () => {
      const read = text === undefined ? undefined : { text, generation: String(generation) };
      if (now > 0 && paused > 0) {
        now += paused;
        paused = 0;
        eachSecond();
      }
      return read;
    },
    stat: async () => object('state', text ?? '', { md5: hash('md5', text ?? '', 'base64') }),
    http: {
      async json({ url, body }: HttpRequest) {
        const expected = new URL(url, 'http://x').searchParams.get('ifGenerationMatch');
        if (expected !== String(generation))
          throw new CloudError({ message: 'conditionNotMet', status: 412, resource: 'state' });
        text = /\{\n[\s\S]*\n\}\n/.exec(String(body))?.[0];
        if (overtaker) {
          // The write is done, its response lost, and the repetition comes too late.
          text = serializeState({ ...parseState(text ?? ''), claim: overtaker });
          generation += 2;
          throw new CloudError({ message: 'conditionNotMet', status: 412, resource: 'state' });
        }
        return { generation: String(++generation) };
      },
    },
  } as unknown as Store;
  const options: ClaimOptions = {
    store,
    layout: LAYOUT,
    dryRun: false,
    random: systemRandom,
    clock: {
      ...systemClock,
      now: () => now,
      sleep: async (ms) => {
        now += ms;
        eachSecond();
      },
    },
    github: { runUrl: 'https://github.test/run/1', runAttempt: 1, job: 'deploy' } as ClaimOptions['github'],
    log: { info: (line: string) => messages.push(line), warning: (line: string) => messages.push(line) } as never,
    onLost: (error) => lost.push(error),
    onWritten: () => {},
    onHeld: (check) => {
      assertOurs = check;
    },
  };
  return {
    options,
    said: messages,
    lost,
    assertOurs: () => assertOurs(),
    now: () => now,
    state: () => parseState(text ?? ''),
    /** What another run does while this one waits. */
    meanwhile(work: () => void) {
      eachSecond = work;
    },
    write(next: Claim | undefined) {
      text = serializeState({ published: [], ...(next && { claim: next }) });
      generation++;
    },
    /** The next write is carried out, but before its sender knows, another run claims the site. */
    overtake(by: Claim) {
      overtaker = by;
    },
    forward(ms: number) {
      now += ms;
    },
    /** The response to the second read is there at once, but this machine handles it so much later. */
    pause(ms: number) {
      paused = ms;
    },
  };
}

describe('a free site', () => {
  test('is claimed and released', async () => {
    const { options, state } = fixture();
    const held = await takeClaim(options, await waitUntilFree(options), 'upload');
    expect(state().claim).toMatchObject({ run: 'https://github.test/run/1', work: 'upload' });
    await held?.update((now) => now, 'switch');
    expect(state().claim).toMatchObject({ work: 'switch' });
    await held?.release();
    expect(state()).not.toHaveProperty('claim');
  });

  test('goes to the faster run', async () => {
    const { options } = fixture();
    const free = await waitUntilFree(options);
    expect(await takeClaim(options, free, 'upload')).toBeDefined();
    expect(await takeClaim(options, free, 'upload')).toBeUndefined();
  });
});

describe('a site that another run works on', () => {
  test('is waited for while they renew their claim, then it is free', async () => {
    const it = fixture(ALIVE);
    it.meanwhile(() => {
      if (it.now() < 100_000) it.write({ ...ALIVE, beat: it.now() });
      else it.write(undefined);
    });
    expect((await waitUntilFree(it.options)).state.claim).toBeUndefined();
    expect(it.now()).toBe(100_000);
    expect(it.said).toEqual(['Waiting for another run on this site: https://github.test/run/9 (upload).']);
  });

  test('is taken over when the claim has stood still for long', async () => {
    const it = fixture(ALIVE);
    expect((await waitUntilFree(it.options)).state.claim).toEqual(ALIVE);
    expect(it.now()).toBe(46_000);
    expect(it.said[1]).toMatch(/stopped before it finished on this site. This run takes over/);
  });

  test('is not taken over because this machine paused before it handled a response', async () => {
    const it = fixture(ALIVE);
    it.pause(60_000);
    it.meanwhile(() => {
      if (it.now() === 1_000) return;
      if (it.now() < 100_000) it.write({ ...ALIVE, beat: it.now() });
      else it.write(undefined);
    });
    expect((await waitUntilFree(it.options)).state.claim).toBeUndefined();
    expect(it.said).toHaveLength(1);
  });

  test('is given up after ten minutes', async () => {
    const it = fixture(ALIVE);
    it.meanwhile(() => it.write({ ...ALIVE, beat: it.now() }));
    await expect(waitUntilFree(it.options)).rejects.toThrow(/is still running on this site. Nothing was changed/);
  });

  test('is taken at once from an earlier attempt of our own, and where the caller allows it', async () => {
    const own = fixture({ ...ALIVE, run: 'https://github.test/run/1', attempt: 0 });
    await waitUntilFree(own.options);
    expect(own.now()).toBe(0);
    const allowed = fixture(ALIVE);
    await waitUntilFree(allowed.options, ({ work }) => work === 'upload');
    expect(allowed.now()).toBe(0);
  });
});

describe('a claim', () => {
  test('that another run has taken over is lost: reported at once, and nothing more is written', async () => {
    const it = fixture();
    const held = await takeClaim(it.options, await waitUntilFree(it.options), 'upload');
    it.write(ALIVE);
    await expect(held?.update((now) => now)).rejects.toThrow(
      /Another run, for instance a rollback, took over this site/,
    );
    expect(it.lost).toHaveLength(1);
    expect(it.assertOurs).toThrow(/Another run, .* took over/);
    await expect(held?.release()).rejects.toThrow(/Another run/);
    expect(it.state().claim).toEqual(ALIVE);
  });

  test('whose end was not written, because another run has claimed the site meanwhile, is lost', async () => {
    const it = fixture();
    const held = await takeClaim(it.options, await waitUntilFree(it.options), 'upload');
    it.write(ALIVE);
    const live = { release: 'r1', commit: '', at: '2026-01-01T00:00:00.000Z' };
    await expect(held?.release((state) => ({ ...state, current: 'r1', published: [live] }))).rejects.toThrow(
      /Another run, .* took over/,
    );
    expect(it.lost).toHaveLength(1);
  });

  test('that could not be renewed is not trusted, well before anyone would take it over', async () => {
    vi.useFakeTimers();
    const it = fixture();
    const held = await takeClaim(it.options, await waitUntilFree(it.options), 'upload');
    it.forward(29_000);
    await vi.advanceTimersByTimeAsync(1_000);
    it.assertOurs();
    expect(it.lost).toEqual([]);
    it.forward(2_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(it.assertOurs).toThrow(/could not be renewed in time/);
    expect(it.lost.map(({ message }) => message)).toEqual([
      expect.stringMatching(/could not be renewed in time, so this step stopped/),
    ]);
    // Giving it back is safe: that write names the generation, and finds out whether another run has taken over.
    await held?.release();
    expect(it.state()).not.toHaveProperty('claim');
    vi.useRealTimers();
  });

  test('whose end is written, but the response is lost and another run continues from there: it was ours', async () => {
    const it = fixture();
    const held = await takeClaim(it.options, await waitUntilFree(it.options), 'upload');
    const live = { release: 'r1', commit: '', at: '2026-01-01T00:00:00.000Z' };
    it.overtake(ALIVE);
    await held?.release((state) => ({ ...state, current: 'r1', published: [live] }));
    expect(it.lost).toEqual([]);
    expect(it.state()).toMatchObject({ current: 'r1', claim: ALIVE });
  });

  test('is renewed while the work continues', async () => {
    vi.useFakeTimers();
    const it = fixture();
    const held = await takeClaim(it.options, await waitUntilFree(it.options), 'upload');
    it.forward(25_000);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(it.state().claim?.beat).toBe(2);
    it.forward(10_000);
    expect(it.assertOurs).not.toThrow();
    await held?.release();
    vi.useRealTimers();
  });
});

describe('a rollback', () => {
  /** It has read the site with this claim, which is renewed before it writes. */
  function hold(claim: Claim) {
    const it = fixture(claim);
    const stored = { state: it.state(), generation: '1' };
    it.write({ ...claim, beat: 1 });
    it.meanwhile(() => it.write({ ...claim, beat: it.now() }));
    const context = { clock: it.options.clock, github: { ...it.options.github, actor: 'ann' } };
    const clients = { claims: it.options, context, timings: { time: (_: string, work: () => unknown) => work() } };
    const site = {
      inputs: { layout: LAYOUT, reason: '' } as CheckedRollback['inputs'],
      clients: clients as unknown as SiteClients,
      stored,
      waits: false,
      found: { stored, target: { release: 'r1' } } as CheckedRollback['found'],
      planned: {} as CheckedRollback['planned'],
    };
    return { ...it, held: holdSites([site], { on: (_, work) => work(), held: () => {}, kept: () => {} }) };
  }

  test('takes the renewed claim of a run that only uploads', async () => {
    const it = hold(ALIVE);
    await (await it.held)[0]?.held.release();
    expect(it.state()).toMatchObject({ hold: { release: 'r1', by: 'ann' } });
  });

  test('waits for a run that switches and renews its claim', async () => {
    const it = hold({ ...ALIVE, work: 'switch' });
    await expect(it.held).rejects.toThrow(/is still running on this site. Nothing was changed/);
    expect(it.state()).toMatchObject({ claim: { run: ALIVE.run, work: 'switch' } });
  });
});
