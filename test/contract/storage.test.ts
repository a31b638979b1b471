/** The table of docs/architecture.md names all that is stored: each name is taken from the code. */
import { describe, expect, test } from 'vitest';
import { planBuild, planLabels } from '../../actions/build-image/plan/build-command.ts';
import { keyTag, unsignedTag } from '../../actions/build-image/plan/own-tags.ts';
import * as layout from '../../actions/publish-frontend/store/object-names.ts';
import { attestationTagPrefix } from '../../src/provenance/attestation-tag.ts';
import { ANNOTATION_PREFIX, isReserved } from '../../src/records/annotations.ts';
import { previewImageTag } from '../../src/records/preview-names.ts';
import { filesBelow, read } from './sources.ts';
import { parseWorkflow } from './workflows/workflows.ts';

const code = ['actions', 'src']
  .flatMap((folder) => filesBelow(folder, '.ts'))
  .map((file) => ({ file, text: read(file) }));
const rows = read('docs/architecture.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));
/** Column `Where` and, as some names stand in keys, the whole row. */
const table = rows.map((row) => row.join(' | ')).join('\n');

const found = (pattern: RegExp): string[] =>
  [...new Set(code.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] as string)))].sort();

/** Annotations by name, written with the prefix or with its constant. */
const annotations = found(/(?:actions\.orchestra\.dev\/|\$\{ANNOTATION_PREFIX\})([a-z][a-z-]*)/g);

/** Values of `const NAME = 'text'` and of `const NAME = { key: 'text' }`. */
function constantOf(file: string, expression: string): string {
  const literal = /^'([^']+)'$/.exec(expression)?.[1];
  if (literal !== undefined) return literal;
  const [name, key] = expression.split('.');
  const own = code.find((one) => one.file === file)?.text ?? '';
  const all = [own, ...code.map(({ text }) => text).filter((text) => text !== own)];
  // Where it is imported from: two actions have a constant of one name.
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[./]*/([^']+)'`).exec(own)?.[1];
  const texts = from ? code.filter((one) => one.file.endsWith(from)).map(({ text }) => text) : all;
  for (const text of texts) {
    const value = new RegExp(key ? `const ${name} = \\{[^}]*\\b${key}: '([^']+)'` : `const ${name} = '([^']+)'`).exec(
      text,
    );
    if (value?.[1]) return value[1];
  }
  throw new Error(`${file}: what is ${expression}?`);
}

/** Names of what `main` leaves for `post`. */
const states = code.flatMap(({ file, text }) =>
  file.endsWith('temporary-folder.ts')
    ? []
    : [...text.matchAll(/(?:\bsaveState\(|claimFolder\(context, )([^,\s:]+),/g)].map((match) =>
        constantOf(file, match[1] as string),
      ),
);

const inputs = {
  commit: 'a'.repeat(40),
  labels: new Map(),
  image: { host: 'h', path: 'p' },
  platforms: ['linux/amd64'],
  buildArgs: new Map(),
  buildContexts: new Map(),
  secrets: new Map(),
  secretEnvs: new Map(),
  secretFiles: new Map(),
  ssh: [],
  annotations: new Map(),
  extraArgs: [],
  push: true,
} as unknown as Parameters<typeof planBuild>[0];
const labels = [
  ...planLabels(inputs, { serverUrl: 'https://github.com', repository: 'a/b' }, new Date(0), 'key').keys(),
];
const args = planBuild(inputs, [], new Map(), {
  builder: undefined,
  capable: true,
  cache: 'registry',
  sbom: 'false',
  again: false,
  metadataFile: 'm',
}).args;

const workflows = ['pipeline', 'preview', 'preview-clean-up', 'rollback', 'promote'].map((name) =>
  parseWorkflow(read(`.github/workflows/${name}.yml`)),
);
const jobs = workflows.flatMap((workflow) => Object.values(workflow.jobs));
const steps = jobs.flatMap((job) => job.steps ?? []);
const withOf = (action: string, input: string) =>
  steps.filter(({ uses }) => uses?.startsWith(action)).map((step) => String(step.with?.[input]));

describe('docs/architecture.md names all that is stored', () => {
  test('the tables of annotations, states and workflows that are compared are not empty', () => {
    expect(annotations).toContain('hold');
    expect(states).toContain('rollout');
    expect(rows.length).toBeGreaterThan(20);
  });

  test.each(annotations)('the annotation %s', (name) => {
    expect(table).toContain(`\`${ANNOTATION_PREFIX}${name}`);
  });

  test.each(found(/^(?:export )?const COMMIT_LABEL = '([^']+)'/gm).concat(found(/'(managed-by)':/g)))(
    'the label %s',
    (name) => {
      expect(isReserved('labels', name)).toBe(true);
      expect(table).toContain(`label \`${name}\``);
    },
  );

  test.each(labels)('the image label %s', (name) => {
    const last = name.replace(/.*\./, '');
    expect([`\`${name}\``, `\`….${last}\``].some((written) => table.includes(written))).toBe(true);
  });

  test('the tags of images', () => {
    expect(keyTag('0'.repeat(64))).toBe(`inputs-${'0'.repeat(40)}`);
    expect(table).toContain('`inputs-KEY` (40 digits)');
    expect(unsignedTag('UUID')).toBe('unsigned-UUID');
    expect(table).toContain('`unsigned-UUID`');
    expect(args.join(' ')).toContain(':buildcache-linux-amd64');
    expect(table).toContain('`buildcache-PLATFORMS`');
    expect(attestationTagPrefix(`sha256:${'a'.repeat(64)}`)).toBe(`attestation-${'a'.repeat(64)}-`);
    expect(table).toContain('`attestation-HEX-ID`');
    expect(previewImageTag({ repositoryId: 'ID', number: 7, commit: 'COMMIT' }, 'RUN-2')).toBe(
      'preview-ID-7-COMMIT-RUN-2',
    );
    expect(table).toContain('`preview-REPOSITORY_ID-NUMBER-COMMIT-RUN-ATTEMPT`');
    const tags = withOf('./actions/build-image', 'tags').filter((one) => one.includes('preview-'));
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags)
      expect(tag).toBe(
        'preview-${{ github.repository_id }}-${{ github.event.pull_request.number }}-${{ github.event.pull_request.head.sha }}-${{ github.run_id }}-${{ github.run_attempt }}',
      );
  });

  test.each([
    layout.stateName({ bucket: 'b', prefix: 'PREFIX/' }),
    layout.manifestName({ bucket: 'b', prefix: 'PREFIX/' }, 'ID'),
    layout.replacedName({ bucket: 'b', prefix: 'PREFIX/' }, 'ID').replace(/.*\//, ''),
    layout.keptName({ bucket: 'b', prefix: 'PREFIX/' }, 'ID/files/HASH'),
    `${layout.siteRoot({ bucket: 'b', prefix: 'PREFIX/' }, 'ID', true)}…`,
  ])('the object %s', (name) => {
    expect(table).toContain(`\`${name}\``);
  });

  test.each(states)('the state %s of a step', (name) => {
    expect(table).toMatch(new RegExp(`runner state.*\`${name}\``));
  });

  test.each(found(/`<!-- (\w+ \w+) /g))('the comment %s', (name) => {
    expect(table).toContain(`\`<!-- ${name} `);
  });

  test.each(jobs.flatMap((job) => job.concurrency?.group.replace(/\/.*/s, '') ?? []))(
    'the concurrency group %s',
    (name) => {
      expect(table).toMatch(new RegExp(`concurrency groups.*\`${name}/…\``));
    },
  );

  test('artifacts and caches of the workflows', () => {
    const part = (text: string) =>
      text
        .replace(/\$\{\{ runner\.(\w+) \}\}/g, (_, name: string) => name.toUpperCase())
        .replace(/\$\{\{ hashFiles\(.*?\) \}\}/g, 'LOCKFILES')
        .replace(/\$\{\{ (?:fromJSON\([\w.-]+\)\.)?(?:[\w-]+\.)*([\w-]+) \}\}/g, (_, name: string) =>
          name.toUpperCase(),
        )
        .replace('/NAME/', '/CHECK/');
    const names = new Set(
      [...withOf('actions/upload-artifact@', 'name'), ...withOf('actions/cache@', 'key')].map(part),
    );
    expect([...names].filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
    expect(names.size).toBe(3);
  });
});
