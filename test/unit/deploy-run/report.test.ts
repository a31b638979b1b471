/** The report on a service, made from the events of a step. */
import { describe, expect, test } from 'vitest';
import { describeVerdict } from '../../../actions/deploy-run/analysis/describe-evaluation.ts';
import type { RolloutPlan } from '../../../actions/deploy-run/plan/rollout-plan.ts';
import { summarizeRelease } from '../../../actions/deploy-run/report/release-summary.ts';
import { reportOn } from '../../../actions/deploy-run/report/report.ts';
import { summarizeService } from '../../../actions/deploy-run/report/summary.ts';
import { createdRevision, type ServiceEvent, sharesBefore } from '../../../actions/deploy-run/service/outcome.ts';
import { createSummary } from '../../../src/runtime/summary.ts';

const identity = (service: string) =>
  ({
    kind: 'Service',
    project: 'p',
    region: 'r',
    service,
    name: `projects/p/locations/r/services/${service}`,
  }) as const;
const web = identity('web');
const planned = (revision: string, notes: string[] = []): ServiceEvent => ({
  name: web.name,
  kind: 'planned',
  plan: { service: web, serving: [{ revision, percent: 100 }], notes, changes: [] } as unknown as RolloutPlan,
});

const markdown = (events: readonly ServiceEvent[]): string => {
  const summary = createSummary();
  summarizeService(summary, reportOn(web, events), 'Deploy');
  return summary.text();
};

test('several services that were not planned: their live revisions are unknown, which is not "nothing"', () => {
  const summary = createSummary();
  const ending = { kind: 'failed', state: 'Nothing was changed for web in r.' } as const;
  const failed = reportOn(web, [{ name: web.name, kind: 'ended', ending }]);
  const first = {
    ...planned('x'),
    plan: { service: web, serving: [], notes: [], changes: [], candidate: { kind: 'new' } },
  } as never;
  const isNew = reportOn(web, [first, { name: web.name, kind: 'ended', ending }]);
  summarizeRelease(summary, [failed, isNew], { title: 'Rollback', id: '1' });
  expect(summary.text()).toContain('| web | r | unknown | – | unknown |\n| web | r | nothing | – | unknown |');
});

test.each([
  ['Deploy', '❌ Deploy failed: 2 services are deployed together or not at all. The'],
  ['Canary', '❌ Canary failed. The'],
])('the verdict of %s on several services', (title, verdict) => {
  const summary = createSummary();
  summarizeRelease(summary, [reportOn(web, []), reportOn(identity('api'), [])], { title, id: '1' });
  expect(summary.text()).toContain(verdict);
});

test.each<[string, ServiceEvent & { kind: 'ended' }, string]>([
  [
    'a rollback',
    { name: web.name, kind: 'ended', ending: { kind: 'deployed', revision: 'web-1', first: false } },
    '❌ Rollback: 1 of 2 services are rolled back. The live revisions are below.',
  ],
  [
    'its dry run',
    { name: web.name, kind: 'ended', ending: { kind: 'dry-run' } },
    'Dry run: nothing was changed. This is the plan.',
  ],
])('the verdict of %s that leaves out a region without response', (_, ended, verdict) => {
  const summary = createSummary();
  const ending = { kind: 'failed', state: 'api in r was not rolled back: it did not respond.' } as const;
  const left = reportOn(identity('api'), [{ name: identity('api').name, kind: 'ended', ending }]);
  summarizeRelease(summary, [reportOn(web, [ended]), left], { title: 'Rollback', id: '1' });
  expect(summary.text()).toContain(verdict);
});

describe('events of a step', () => {
  const { name } = web;
  const events: ServiceEvent[] = [
    planned('web-1', ['an outdated note']),
    { name: identity('api').name, kind: 'created', revision: 'api-9' },
    planned('web-2', ['a note']),
    { name, kind: 'created', revision: 'web-3' },
    { name, kind: 'phase', phase: 'create', ms: 1200 },
  ];

  test('the last plan of the service itself counts', () => {
    expect(sharesBefore(events, name)).toEqual([{ revision: 'web-2', percent: 100 }]);
    expect(createdRevision(events, name)).toBe('web-3');
    expect(createdRevision([], name)).toBeUndefined();
    expect(sharesBefore([], name)).toEqual([]);
  });

  test('of a step that stopped in the middle show what came before', () => {
    const text = markdown(events);
    expect(text).toContain('> a note');
    expect(text).not.toContain('outdated');
    expect(text).toMatch(/\| create \| 1\.2 ?s \|/);
    expect(text).toContain('[revision web-3](https://console.cloud.google.com/run/detail/r/web/');
  });

  test('the verdict stands first, and text of others in it is inert', () => {
    const ended = (state: string): ServiceEvent => ({ name, kind: 'ended', ending: { kind: 'failed', state } });
    const text = markdown([...events, ended('<b>web-2</b> serves web in r as before.')]);
    expect(text.split('\n\n')[1]).toContain(
      '❌ Deploy failed. &#60;b&#62;web-2&#60;/b&#62; serves web in r as before.',
    );
  });

  test('a failure starts with the live revision, the reason, and the fix', () => {
    const reason = 'https://x/health failed its health check: 3 probe requests.';
    const ending = { kind: 'failed', state: 'web-2 serves web in r as before.', reason, next: 'Push a fix.' } as const;
    const parts = markdown([...events, { name, kind: 'ended', ending }]).split('\n\n');
    expect(parts[1]).toBe('❌ Deploy failed. web-2 serves web in r as before.');
    expect(parts[2]).toMatch(/^\*\*Why:\*\* .*failed its health check/);
    expect(parts[3]).toBe('**What to do:** Push a fix.');
    expect(parts[4]).toMatch(/revision web-3.*its logs/);
  });

  test('links lead to the revision, its logs, the commit and the run', () => {
    const summary = createSummary();
    const commit = 'a'.repeat(40);
    const plan = {
      service: web,
      serving: [],
      notes: [],
      changes: [],
      commit,
      candidate: { kind: 'new' },
    } as unknown as RolloutPlan;
    const all: ServiceEvent[] = [
      { name, kind: 'planned', plan },
      { name, kind: 'ended', ending: { kind: 'deployed', revision: 'web-3', first: false } },
    ];
    const run = {
      serverUrl: 'https://github.com',
      repository: 'acme/shop',
      runUrl: 'https://github.com/acme/shop/actions/runs/42',
    };
    summarizeService(summary, reportOn(web, all), 'Deploy', run);
    expect(summary.text()).toMatch(
      /revision web-3\]\(https:.* · \[its logs\]\(https:\/\/console.*web-3.* · \[commit a{12}\]\(https:\/\/github.com\/acme\/shop\/commit\/a{40}\) · \[run\]\(https:/,
    );
  });

  test('a long list of settings is behind a title', () => {
    const changes = [...'abcdefghij'].map((field) => ({ field, before: '', after: '1' }));
    const plan = {
      service: web,
      serving: [],
      notes: [],
      changes,
      candidate: { kind: 'new' },
    } as unknown as RolloutPlan;
    expect(markdown([{ name, kind: 'planned', plan }])).toMatch(
      /<details><summary>10 settings change<\/summary>\n\n\| Setting/,
    );
    const short = { ...plan, changes: changes.slice(0, 3) } as RolloutPlan;
    expect(markdown([{ name, kind: 'planned', plan: short }])).not.toContain('<details>');
  });

  test('the live revisions are those that were read last', () => {
    const serves = (revision: string): ServiceEvent => ({
      name,
      kind: 'serves',
      shares: [{ revision, percent: 100 }],
      tags: [{ tag: 'pr-7', revision: 'web-3' }],
    });
    const text = markdown([...events, serves('web-3'), serves('web-2')]);
    expect(text).toContain('| `web-2` | 100 % | 100 % |');
    expect(text).toContain('| `web-3` (tag `pr-7`) | – | – |');
    expect(text).toContain('console.cloud.google.com/run/detail/r/web/');
  });
});

test('an inconclusive canary names the required number of requests, and the settings to change', () => {
  const result = { name: '5xx', restores: true, serverErrors: true, required: 400, candidate: { requests: 12 } };
  const verdict = { kind: 'inconclusive', results: [result], serverErrors: 1 };
  const watched = [{ watched: { service: 'web', region: 'r' }, percent: 5, results: [result] }];
  expect(describeVerdict(verdict as never, watched as never, 0.01)).toMatch(
    /^The canary web in r at 5 % had too little traffic for a verdict \(5xx\): 12 requests, 1 server errors\. A verdict needs about 400/,
  );
});
