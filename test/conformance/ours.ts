/** What our code needs around a call: a client with a fixed token, no retries' waits, and the environment of a step. */
import { systemClock } from '../../src/clock.ts';
import { createHttpClient, type HttpClient } from '../../src/http.ts';

export const TOKEN = 'ya29.conformance';

/** Runs the work with a client of ours and closes it. */
export async function withHttp<T>(work: (http: HttpClient) => Promise<T>): Promise<T> {
  const http = createHttpClient({
    clock: systemClock,
    signal: new AbortController().signal,
    userAgent: 'orchestra-actions',
    accessToken: async () => TOKEN,
  });
  try {
    return await work(http);
  } finally {
    await http.close();
  }
}
