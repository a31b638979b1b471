/** The report on a service, made from the events of a step. */
import { describe, expect, test } from 'vitest';
import type { RolloutPlan } from '../../../actions/deploy-run/plan/rollout-plan.ts';
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
    // Nothing was read after the failure, so there is no page of the service to look at.
    expect(text).not.toContain('console');
  });

  test('the verdict stands first, and text of others in it is inert', () => {
    const ended = (state: string): ServiceEvent => ({ name, kind: 'ended', ending: { kind: 'failed', state } });
    const text = markdown([...events, ended('<b>web-2</b> serves web in r as before.')]);
    expect(text.split('\n\n')[1]).toContain('❌ &#60;b&#62;web-2&#60;/b&#62; serves web in r as before.');
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
