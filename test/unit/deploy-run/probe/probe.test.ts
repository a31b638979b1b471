/** How a health check goes by the responses that it gets, at a clock that the test moves. */
import { expect, test } from 'vitest';
import { type ProbeResponse, probeUntilHealthy } from '../../../../actions/deploy-run/probe/probe.ts';

const OPTIONS = { passes: 2, interval: 400, timeout: 1000 };

/** Probes with these responses, each of which takes `took` milliseconds or all that it may. */
function probeWith(
  responses: readonly (ProbeResponse & { took: number })[],
  options = OPTIONS,
  onProgress: (line: string) => void = () => {},
) {
  let now = 0;
  let request = 0;
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const respond = async (limit: number): Promise<ProbeResponse> => {
    const { took, ...response } = responses[Math.min(request++, responses.length - 1)] as ProbeResponse & {
      took: number;
    };
    now += Math.min(took, limit);
    return took > limit ? { healthy: false, timedOut: true, detail: `no response within ${limit}ms` } : response;
  };
  return probeUntilHealthy('http://web', respond, options, clock as never, new AbortController().signal, onProgress);
}

test('the last full response is reported, not that the time for the last request was short', async () => {
  const bad = { healthy: false, detail: '500, expected 200', took: 50 };
  await expect(probeWith([bad, bad, { ...bad, took: 500 }])).rejects.toThrow('500, expected 200');
});

test('a revision that does not respond at all is reported as such', async () => {
  const silent = { healthy: true, detail: '', took: 60_000 };
  await expect(probeWith([silent])).rejects.toThrow('no response within 1000ms');
  await expect(probeWith([silent], { ...OPTIONS, timeout: 35_000 })).rejects.toThrow('no response within 30000ms');
});

test('a revision that stops responding is reported as such', async () => {
  const good = { healthy: true, detail: '200', took: 10 };
  const options = { passes: 3, interval: 400, timeout: 40_000 };
  await expect(probeWith([good, { ...good, took: 60_000 }], options)).rejects.toThrow('no response within 30000ms');
});

test('a failing response is shown immediately, then every 10 s with the elapsed time; a passing check shows nothing', async () => {
  const lines: string[] = [];
  const missing = { healthy: false, detail: '404, expected 200', took: 100 };
  const options = { passes: 3, interval: 900, timeout: 25_000 };
  await expect(probeWith([missing], options, (line) => lines.push(line))).rejects.toThrow(
    'http://web failed its health check: 25 probe requests in 24.1s, 0 of 3 consecutive successes. The last response: 404, expected 200.',
  );
  expect(lines).toEqual(
    ['100ms', '10.1s', '20.1s'].map(
      (used) =>
        `Health check of http://web not passed yet: 404, expected 200. Probing until it passes or probe-timeout (25.0s) is over; ${used} used.`,
    ),
  );
  const good = { healthy: true, detail: '200', took: 10 };
  await probeWith([good], options, (line) => lines.push(line));
  expect(lines).toHaveLength(3);
});
