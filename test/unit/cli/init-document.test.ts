/** What `init` does with the manifest that it found. */
import { expect, test } from 'vitest';
import { shellWords } from '../../../cli/gcloud/shell-words.ts';
import { deploymentOf } from '../../../cli/init/deployment.ts';
import { hideSecretWords, podOf } from '../../../cli/init/document.ts';
import { manifestFile, workflowFile } from '../../../cli/init/files.ts';
import { fromLive } from '../../../cli/init/from-live.ts';
import { fromGcloud } from '../../../cli/init/new-service.ts';
import type { Found } from '../../../cli/init/plan.ts';
import type { Service } from '../../../src/google/run/resources.ts';

const found = (...containers: object[]): Found => ({
  kind: 'Service',
  name: 'web',
  project: 'acme-prod',
  region: 'us-central1',
  document: { metadata: { name: 'web' }, spec: { template: { spec: { containers } } } } as never,
  inputs: {},
  open: undefined,
  origin: 'the live service web',
  notes: [],
});

test('words of a command that look like secrets are in no manifest', () => {
  const live = found(
    { image: 'a', command: ['mysqldump'], args: ['-uroot', '-phunter2', 'shop'] },
    { name: 'side', image: 'b', command: ['serve', '--db-password', 'hunter2'], args: ['--port=80'] },
    { name: 'shell', image: 'c', command: ['sh', '-c'], args: ['curl -u admin:hunter2 https://x.example.com'] },
  );
  const hidden = hideSecretWords(live.document);
  expect(hidden).toEqual([
    { container: undefined, field: 'args', name: 'ARGUMENT_1' },
    { container: 'side', field: 'command', name: 'COMMAND_2' },
    { container: 'shell', field: 'args', name: 'ARGUMENT_3' },
  ]);
  const { content } = manifestFile({ ...live, otherNames: hidden.map(({ name }) => name) });
  expect(content).not.toContain('hunter2');
  for (const word of ['- ${ARGUMENT_1}', '- ${COMMAND_2}', '- ${ARGUMENT_3}', '- shop', '- --port=80'])
    expect(content).toContain(word);
});

test('other commands stay as they are', () => {
  const live = found({ image: 'a', command: ['sh', '-c'], args: ['exec node server.js --port "$PORT"'] });
  expect(hideSecretWords(live.document)).toEqual([]);
  expect(manifestFile(live).content).toContain('exec node server.js --port "$PORT"');
});

test('the commit of a live service is followed, unless its settings have ${COMMIT} as a text', () => {
  const commit = 'a'.repeat(40);
  const textFor = (args: readonly string[]) => {
    const container = { image: 'x', args, env: [{ name: 'RELEASE', value: `web-${commit}` }] };
    const resource = { template: { labels: { 'commit-sha': commit }, containers: [container] } } as unknown as Service;
    const name = 'projects/acme/locations/us-central1/services/web';
    const found = fromLive(
      { kind: 'Service', name, resource },
      'web',
      { project: 'acme', region: 'us-central1' },
      true,
    );
    return manifestFile(found).content;
  };
  expect(textFor(['${HOME}'])).toMatch(/- \$\$\{HOME\}[\s\S]*value: web-\$\{COMMIT\}/);
  expect(textFor(['${COMMIT}'])).toMatch(/- \$\$\{COMMIT\}[\s\S]*value: web-a{40}/);
});

test('expressions that have no value in the new workflow are named', () => {
  const line = `gcloud run deploy web --image i --set-env-vars A=\${{ env.A }},B=\${{ vars.B }},C=\${{ github.sha }}`;
  const place = { name: undefined, project: 'acme-prod', region: 'us-central1' };
  const { notes } = fromGcloud(shellWords(line).words, place, '/');
  expect(notes).toEqual([expect.stringMatching(/^\$\{\{ env\.A \}\} has no value in the new workflow/)]);
});

test.each([
  ['the one that takes requests', 'gcr.io/acme/web:1', 'gcr.io/acme/app', ''],
  ['the only one with an image of a project', 'nginx:1.27', 'us-docker.pkg.dev/acme/web/app', 'app='],
  ['the one that takes requests, if all images are public', 'nginx:1.27', 'docker.io/redis:7', ''],
])('the workflow builds the image of %s', (_, front, app, container) => {
  const line = `gcloud run deploy web --container front --image ${front} --port 80 --container app --image ${app}`;
  const from = fromGcloud(shellWords(line).words, { name: undefined, project: 'acme', region: 'us-central1' }, '.');
  const deployment = deploymentOf(from, { repository: 'acme/web', deployer: undefined }, []);
  expect(workflowFile(from, deployment, undefined).content).toContain(
    `          image: ${container}\${{ steps.build.outputs.image }}\n`,
  );
});

test('a service account that is named alone gets its address', () => {
  const words = shellWords('gcloud run deploy web --image gcr.io/acme/web --service-account web-sa').words;
  const { document } = fromGcloud(words, { name: undefined, project: 'acme.com:shop', region: 'us-central1' }, '.');
  expect(podOf(document).serviceAccountName).toBe('web-sa@shop.acme.com.iam.gserviceaccount.com');
});
