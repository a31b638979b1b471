/** Manifests that deploy-run refuses: one clear message with the line for each, and nothing is changed. */
import { describe } from 'vitest';
import { type BadInput, good, testBadInput } from './bad-input.ts';

const CASES: readonly BadInput[] = [
  {
    name: 'a manifest that does not exist',
    with: { manifest: 'nowhere.yaml' },
    says: /^Input manifest: the file nowhere\.yaml does not exist.*actions\/checkout/,
  },
  { name: 'a manifest that is a folder', with: { manifest: '.' }, says: /^Input manifest: the file \. is a folder/ },
  {
    name: 'a manifest that is not YAML',
    with: { manifest: 'm.yaml' },
    manifest: () => 'kind: Service\n\tname: web\n',
    says: /^manifest: /,
    line: 2,
  },
  {
    name: 'a manifest that is no Service',
    with: { manifest: 'm.yaml' },
    manifest: (fixture) => good(fixture).replace('kind: Service', 'kind: Deployment'),
    says: /^manifest: has the kind "Deployment"\. Expected Service, Job, WorkerPool/,
    line: 3,
  },
  {
    name: 'the namespace of another project, by its number',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: (fixture) => good(fixture).replace('\nmetadata:\n', "\nmetadata:\n  namespace: '987654321098'\n"),
    says: /^metadata\.namespace: is 987654321098, but the number of the project to deploy to, orchestra-dev, is 123456789012\./,
    line: 5,
  },
  {
    name: 'a key that is not known',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: (fixture) => good(fixture).replace('containerConcurrency', 'containerConcurency'),
    says: /containerConcurency.*Did you mean containerConcurrency/,
    line: 14,
  },
  {
    name: 'a substitution without a value',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: (fixture) => good(fixture).replace('shop', '${TEAM}'),
    says: /TEAM/,
    line: 7,
  },
  {
    name: 'a plain secret',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: (fixture) =>
      fixture.manifest({ env: '\n            - name: API_TOKEN\n              value: hunter2hunter2' }),
    says: /^no-plain-secrets: .*API_TOKEN/,
    line: 27,
  },
  {
    name: 'no startup probe',
    with: { manifest: 'm.yaml', image: 'IMAGE', probe: 'startup' },
    manifest: (fixture) => good(fixture).replace(/ {10}startupProbe:[\s\S]*/, ''),
    says: /^startup-probe: .*The container that takes requests has no startup probe/,
  },
  {
    name: 'a TCP startup probe',
    with: { manifest: 'm.yaml', image: 'IMAGE', probe: 'startup' },
    manifest: (fixture) => fixture.manifest({ probe: '            tcpSocket:\n              port: 3000' }),
    says: /^startup-probe: /,
  },
  {
    name: 'latest in the manifest and no image',
    with: { manifest: 'm.yaml' },
    manifest: good,
    says: /^no-latest: .*can be another image at any time/,
    line: 17,
  },
  {
    name: 'a name that leaves no room for a tag',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: (fixture) => fixture.manifest({ name: 'w'.repeat(45) }),
    says: /^Service name: w+ leaves no room for a traffic tag/,
  },
  {
    name: 'traffic in the manifest',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: (fixture) => `${good(fixture)}  traffic:\n    - revisionName: web-1\n      percent: 100\n`,
    says: /^manifest: spec\.traffic names revisions or tags/,
  },
];

describe('bad manifest', () => {
  testBadInput(CASES);
});
