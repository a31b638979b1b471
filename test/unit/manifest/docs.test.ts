/** What docs/manifests.md says is so. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { TABLES } from '../../../src/manifest/index.ts';
import { judge } from '../../../src/policy/evaluate.ts';
import { RULES } from '../../../src/policy/rules.ts';
import { read } from './documents.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../../docs/manifests.md'), 'utf8');
const manifests = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => read(text));

it('its manifests are accepted', () => {
  expect(manifests).toHaveLength(2);
  for (const { warnings } of manifests) expect(warnings).toEqual([]);
});

it('its exception is one', () => {
  const facts = { production: true, probed: false, now: Date.parse('2027-01-01T00:00:00Z') };
  expect(judge(manifests[1] as (typeof manifests)[0], facts)).toContainEqual(
    expect.objectContaining({
      rule: 'startup-probe',
      exception: { target: 'bridge', until: '2027-05-31', reason: expect.stringContaining('MQTT') },
    }),
  );
});

it('it names every kind', () => {
  for (const kind of Object.keys(TABLES)) expect(page).toMatch(new RegExp(`^\\| \`${kind}\` +\\|`, 'm'));
});

it('it says what every rule wants', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| ([A-Z].*\.) +\|$/gm)].map(([, rule, wants]) => [rule, wants]);
  expect(rows).toEqual(Object.entries(RULES).map(([rule, { wants }]) => [rule, wants]));
});
