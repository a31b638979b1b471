import { describe, expect, it } from 'vitest';
import { readBuildError } from '../../../actions/build-image/build/build-error.ts';
import { createProgress } from '../../../actions/build-image/build/progress.ts';
import { cacheHits, formatSize } from '../../../actions/build-image/report/summary.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const at = (second: number) => new Date(1_700_000_000_000 + second * 1000).toISOString();

const STATUS = [
  { vertexes: [{ digest: 'a', name: '[1/2] COPY . /', started: at(0), completed: at(1), cached: true }] },
  { vertexes: [{ digest: 'b', name: '[2/2] RUN make', started: at(1) }] },
  {
    logs: [
      { vertex: 'b', data: base64('first li') },
      { vertex: 'b', data: base64('ne\r\nsecönd\n') },
    ],
  },
  { vertexes: [{ digest: 'b', name: '[2/2] RUN make', started: at(1), completed: at(3.5), error: 'exit code: 2' }] },
  {
    warnings: [
      {
        short: base64('FromAsCasing: casing'),
        detail: [base64('The casing should match.')],
        url: 'https://docs.docker.com/go/x/',
        sourceInfo: { filename: 'Dockerfile' },
        range: [{ start: { line: 3 } }],
      },
    ],
  },
];
const ERROR = `Dockerfile:4
--------------------
   3 |     COPY . /
   4 | >>> RUN make
--------------------
ERROR: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2
`;

function read(output: string, size: number) {
  const lines: string[] = [];
  const progress = createProgress((line) => lines.push(line));
  const bytes = Buffer.from(output);
  for (let i = 0; i < bytes.length; i += size) progress.write(bytes.subarray(i, i + size));
  progress.end();
  return { lines, progress };
}

describe.each([
  ['one object a line', STATUS.map((status) => `${JSON.stringify(status)}\n`).join('')],
  ['objects on several lines', STATUS.map((status) => `${JSON.stringify(status, undefined, 2)}\n`).join('')],
])('progress as %s', (_name, objects) => {
  it.each([1, 7, 100_000])('is read in pieces of %i bytes', (size) => {
    const { lines, progress } = read(objects + ERROR, size);
    expect(lines).toEqual([
      '#1 [1/2] COPY . /',
      '#1 CACHED 1.0s',
      '#2 [2/2] RUN make',
      '#2 first line',
      '#2 secönd',
      '#2 ERROR: exit code: 2 2.5s',
    ]);
    expect(progress.steps()).toEqual([
      { name: '[1/2] COPY . /', cached: true, failed: false, duration: 1000 },
      { name: '[2/2] RUN make', cached: false, failed: true, duration: 2500 },
    ]);
    expect(progress.warnings()).toEqual([
      {
        message: 'FromAsCasing: casing The casing should match. https://docs.docker.com/go/x/',
        location: { file: 'Dockerfile', line: 3 },
      },
    ]);
    expect(progress.text()).toBe(ERROR.trim());
  });
});

describe('text that looks like an object', () => {
  it('is kept as text', () => {
    expect(read('{not json}\nERROR: x\n', 5).progress.text()).toBe('{not json}\nERROR: x');
  });
});

const PUSH = 'ERROR: failed to solve: failed to push europe-docker.pkg.dev/a/b/c:d:';
const CASES: readonly (readonly [name: string, text: string, kind: string, line?: number])[] = [
  ['a failing instruction', ERROR, 'instruction', 4],
  [
    'an unknown instruction',
    'ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: COPI',
    'instruction',
    2,
  ],
  [
    'a push that lost its login',
    `${PUSH} unexpected status from POST request to https://x/v2/: 401 Unauthorized`,
    'registry',
  ],
  [
    'a push whose token had expired, in the words of containerd',
    'ERROR: push access denied, repository does not exist or may require authorization: server message: invalid_token: authorization failed',
    'registry',
  ],
  [
    'a push beyond our rights, in the words of containerd',
    'ERROR: push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    'other',
  ],
  ['a push to what is not there yet', `${PUSH} unexpected status: 404 Not Found`, 'registry'],
  ['a push that came too often', `${PUSH} 429 Too Many Requests`, 'registry'],
  [
    'a registry that is overloaded',
    `${PUSH} unexpected status from PUT request to https://x/v2/: 503 Service Unavailable`,
    'registry',
  ],
  ['a connection that was reset', `${PUSH} write tcp 1.2.3.4:5: write: connection reset by peer`, 'registry'],
  ['a connection that ended', `${PUSH} failed to do request: Put "https://x": EOF`, 'registry'],
  [
    'a token that could not be fetched',
    'ERROR: failed to solve: failed to fetch oauth token: unexpected status: 503',
    'registry',
  ],
  [
    'a push by the engine whose token had expired',
    'ERROR: Error response from daemon: errors:\nunauthorized: authentication required\nunauthorized: authentication failed',
    'registry',
  ],
  [
    'a push by the engine to a registry that does not respond',
    'ERROR: Get "http://127.0.0.1:9/v2/": dial tcp 127.0.0.1:9: connect: connection refused',
    'registry',
  ],
  [
    'a push by the engine that is forbidden',
    'ERROR: Error response from daemon: denied: Permission "artifactregistry.repositories.uploadArtifacts" denied',
    'other',
  ],
  [
    'a push that is forbidden',
    `${PUSH} denied: Permission "artifactregistry.repositories.uploadArtifacts" denied`,
    'other',
  ],
  [
    'a scanner that cannot be had',
    'ERROR: failed to solve: failed to resolve source metadata for docker.io/docker/buildkit-syft-scanner:stable-1: no such host',
    'scanner',
  ],
  ['an instruction whose own text says 503', ERROR.replace('exit code: 2', 'curl: 503'), 'instruction', 4],
  ['anything else', 'ERROR: no builder "x" found', 'other'],
  ['no words at all', '', 'other'],
];

describe('the error of buildx', () => {
  it.each(CASES.map(([name, text, kind, line]) => ({ name, text, kind, line })))(
    'is distinguished: $name',
    ({ text, kind, line }) => {
      const error = readBuildError(text, 'deploy/Dockerfile.server', 1);
      expect(error.kind).toBe(kind);
      expect(error.location).toEqual(line === undefined ? undefined : { file: 'deploy/Dockerfile.server', line });
    },
  );

  it("keeps the builder's own words", () => {
    expect(readBuildError(ERROR, 'Dockerfile', 1).message).toBe(
      'failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
    );
  });
});

it('counts a step that ran as such, though its result is named as cached later', () => {
  const progress = createProgress(() => {});
  const vertex = { digest: 'a', name: '[1/1] RUN make', started: at(0), completed: at(2) };
  for (const one of [vertex, { ...vertex, cached: true }])
    progress.write(Buffer.from(`${JSON.stringify({ vertexes: [one] })}\n`));
  progress.end();
  expect(progress.steps()).toMatchObject([{ name: '[1/1] RUN make', cached: false }]);
});

it.each([
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_999, '1.0 MB'],
  [999_999_999, '1.0 GB'],
])('%i bytes are %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));

it('only steps of the Dockerfile count as cached', () => {
  const step = (name: string, cached: boolean) => ({ name, cached, duration: 1 });
  const steps = [
    step('[internal] load build definition', true),
    step('[auth] token', true),
    step('[build 1/2] FROM x', true),
    step('[build 2/2] RUN make', false),
    step('exporting to image', true),
  ];
  expect(cacheHits(steps as never)).toBe('1 of 2 steps from the cache');
});
