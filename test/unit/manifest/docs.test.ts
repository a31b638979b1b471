/** What docs/manifests.md says is so. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { judge } from '../../../actions/deploy-run/policy/evaluate.ts';
import { RULES } from '../../../actions/deploy-run/policy/rules.ts';
import { TABLES } from '../../../src/manifest/index.ts';
import { read } from './documents.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../../docs/manifests.md'), 'utf8');
const manifests = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => read(text));

it('its manifests are accepted', () => {
  expect(manifests).toHaveLength(2);
  for (const { warnings } of manifests) expect(warnings).toEqual([]);
});

it('its exception is one', () => {
  expect(judge(manifests[1] as (typeof manifests)[0], { production: true })).toContainEqual(
    expect.objectContaining({ rule: 'startup-probe', excuse: expect.stringContaining('MQTT') }),
  );
});

it('it names every kind', () => {
  for (const kind of Object.keys(TABLES)) expect(page).toMatch(new RegExp(`^\\| \`${kind}\` +\\|`, 'm'));
});

it('it says what every rule wants', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| ([A-Z].*\.) +\|$/gm)].map(([, rule, wants]) => [rule, wants]);
  expect(rows).toEqual(Object.entries(RULES).map(([rule, { wants }]) => [rule, wants]));
});
