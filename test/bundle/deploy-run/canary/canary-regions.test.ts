/** A region whose API is down in the middle of a canary of hours. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  A,
  B,
  bad,
  createLongCanary,
  good,
  type LongCanary,
  OVER_AN_HOUR,
} from '../../releases/long-canary.fixture.ts';
import { SERVICE } from '../deploy-run.fixture.ts';

const [LEAD, OTHER] = ['us-central1', 'europe-west1'] as const;
const region = `${LEAD}\n${OTHER}`;
const BEFORE = `${SERVICE}-aaaaaaaaaaaa-1=100`;
const AT_5 = `${SERVICE}-aaaaaaaaaaaa-1=95 ${SERVICE}-bbbbbbbbbbbb-1=5`;

let canary: LongCanary;
beforeEach(async () => {
  canary = await createLongCanary();
  const manifest = canary.file('web.yaml', canary.manifest({ name: SERVICE }));
  await good(canary.run(A, { region, manifest, image: await canary.image('one') }));
  await good(canary.begin(B, { region, steps: '5@1h,100' }));
  canary.pass(OVER_AN_HOUR);
});
afterEach(() => canary.stop());

const serving = () => [LEAD, OTHER].map((place) => canary.serves(SERVICE, place));
const faults = () => canary.emulator.core.faults;
/** A pause that is longer than any deadline ends each call at once. */
const goesDown = (place: string) =>
  faults().add({
    api: 'run',
    path: `/locations/${place}/`,
    status: 503,
    headers: { 'retry-after': '86400' },
    times: Number.POSITIVE_INFINITY,
  });

test('of a member: a canary that is no worse does not continue until it can be read', async () => {
  goesDown(OTHER);
  const { summary } = await bad(
    canary.advance({ region }),
    /europe-west1\/services\/web: 503 .* judged in its other services and regions, and not continued/,
  );
  expect(summary).toContain('was judged in its other services and regions, and not continued. Nothing was changed.');
  expect(serving()).toEqual([AT_5, AT_5]);
  faults().clear();
  await good(canary.advance({ region }));
  expect(serving()).toEqual([`${SERVICE}-bbbbbbbbbbbb-1=100`, `${SERVICE}-bbbbbbbbbbbb-1=100`]);
});

test('of a member: a canary that fails is restored elsewhere, and there by the next run', async () => {
  canary.breaks('two');
  goesDown(OTHER);
  await bad(
    canary.advance({ region }),
    /failed its health check.* serves web in us-central1 as before\. The traffic of web in europe-west1 could not be restored: service \S+: 503 .* The next run with advance: true tries again\./,
  );
  expect(serving()).toEqual([BEFORE, AT_5]);
  faults().clear();
  await good(canary.advance({ region }));
  expect(serving()).toEqual([BEFORE, BEFORE]);
});

test('of the lead, which has the record: nothing changes, and the error says so', async () => {
  canary.breaks('two');
  goesDown(LEAD);
  await bad(
    canary.advance({ region }),
    /503 .* Nothing was judged or changed, since web in us-central1 has the record/,
  );
  expect(serving()).toEqual([AT_5, AT_5]);
  faults().clear();
  await bad(canary.advance({ region }), /failed its health check/);
  expect(serving()).toEqual([BEFORE, BEFORE]);
});
