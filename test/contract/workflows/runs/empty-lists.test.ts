/** An empty text is an empty list, as where the caller passes a variable that is not set: GitHub's fromJSON refuses it. */
import { expect, test } from 'vitest';
import { read } from '../../sources.ts';
import { parseWorkflow } from '../workflows.ts';
import { runJobs } from './runner-model.ts';

const LISTS = ['checks', 'services', 'jobs', 'frontends', 'platforms'] as const;
const FULL = {
  checks: '[{"name": "Tests", "run": "make"}]',
  services: '[{"name": "web", "service": "web"}]',
  jobs: '[{"name": "sync", "job": "sync"}]',
  frontends: '[{"name": "site", "path": "dist", "bucket": "b"}]',
  platforms: '[{"platform": "linux/amd64", "runner": "ubuntu-latest"}]',
};
const github = {
  repository: 'acme/shop',
  event: { action: 'opened', pull_request: { head: { repo: { full_name: 'acme/shop' } } } },
};
const outputs = { deploy: { result: 'success' }, source: { rebuilt: '[]' } };

test.each(['pipeline', 'checks', 'preview', 'promote'])('%s.yml runs the same jobs', (name) => {
  const workflow = parseWorkflow(read(`.github/workflows/${name}.yml`));
  const ran = (lists: object) => {
    const inputs = { ...FULL, ...lists, name: '', migration: '', deploy: true };
    return runJobs(workflow, { inputs, github, outputs }).ran;
  };
  const none = (value: string) => Object.fromEntries(LISTS.map((list) => [list, value]));
  expect(ran(none(''))).toEqual(ran(none('[]')));
  for (const list of LISTS) expect(ran({ [list]: '' }), list).toEqual(ran({ [list]: '[]' }));
});

test('no expression reads a list without it', () => {
  for (const name of ['pipeline', 'checks', 'preview', 'promote', 'rollback']) {
    const text = read(`.github/workflows/${name}.yml`);
    const bare = text.match(new RegExp(`(?:fromJSON\\(|\\|\\| )inputs\\.(?:${LISTS.join('|')})\\)`, 'g'));
    expect(bare, name).toBeNull();
  }
});
