/** Rooms and doors: who may import whom, who may read inputs, who may touch `process`. */
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, read } from './sources.ts';

const sources = ['actions', 'src', 'cli', 'packages/emulator/src'].flatMap((folder) => filesBelow(folder, '.ts'));

/** The room of a file: an action or a package by its name, or a top folder. */
function room(file: string): string {
  const [top, second] = file.split('/');
  return top === 'actions' || top === 'packages' ? `${top}/${second}` : (top as string);
}

/** Modules that pause by themselves, each with its reason. No other may; whoever moves one to `retry` or `poll` takes it from here. */
const PAUSES: Readonly<Record<string, string>> = {
  'src/runtime/retry.ts': 'the place for it',
  'src/github/client.ts': 'the pause between two writes that GitHub asks for',
  'actions/migrate/docker/migrate-in-docker.ts': 'a time limit, nothing is repeated',
  'actions/deploy-run/analysis/watch.ts': 'the pause between two looks at a canary',
  'actions/deploy-run/probe/probe.ts': 'the probe interval, which is an input',
  'actions/deploy-run/release/canary.ts': 'the rest of a step that can no longer be judged',
  'actions/deploy-run/rollout/rollout.ts': 'the step interval, which is an input',
};

/**
 * What the command line takes from actions: it runs one by its inputs, as a workflow does, and reads with the pure functions
 * that decide what a deploy does.
 */
const DOORS =
  /^actions\/[^/]+\/(?:run\.ts|inputs\.ts|plan\/.*|service\/worker-pools\.ts|store\/(?:site-state|object-names)\.ts)$/;

/** What the pipeline takes from actions: their readers of inputs, so that a call is refused as a whole before anything is built. */
const READERS = /^actions\/(?:build-image|migrate|deploy-run|publish-frontend)\/inputs\.ts$/;

/** Modules that call time, chance, files, programs or the network themselves; all others in actions and src get them from the context. */
const REACHES: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly allowed: Readonly<Record<string, string>>;
}[] = [
  {
    what: 'the clock',
    pattern: /\bDate\.now\b|new Date\(\)|\bset(Timeout|Interval)\(|performance\.now|AbortSignal\.timeout|\bas delay\b/,
    allowed: { 'src/runtime/clock.ts': 'the clock' },
  },
  {
    what: 'randomness',
    pattern: /\bMath\.random\b|\brandom(Bytes|UUID|Int)\b|getRandomValues/,
    allowed: {
      'src/runtime/clock.ts': 'the random values of the context',
      'src/runtime/log.ts': "secret words of the runner's protocol",
      'src/runtime/temporary-folder.ts': 'the secret that proves who made a folder',
      'actions/publish-frontend/store/upload/multipart-body.ts':
        'a boundary that no file contains; nothing is decided by it',
    },
  },
  {
    what: 'files',
    pattern: /from 'node:(fs|os)[^']*'/,
    allowed: {
      'src/runtime/log.ts': "the runner's command files",
      'src/runtime/summary.ts': "the runner's summary file",
      'src/runtime/temporary-folder.ts': 'folders between main and post',
      'src/github/run.ts': "the event's file",
      'src/github/checkout.ts': "git's files in the checkout",
      'src/inputs/read-file.ts': 'files that inputs name',
      'src/container/docker-config.ts': "docker's configuration",
      'actions/build-image/build/builder.ts': 'configuration of a builder',
      'actions/build-image/build/run-build.ts': "docker's metadata file",
      'actions/build-image/cache-mounts/mount-builds.ts': "Dockerfiles of our own, and docker's output",
      'actions/build-image/reuse/context-files.ts': 'the build context',
      'actions/migrate/migrations/migration-files.ts': 'migration files',
      'actions/pipeline/check-builds.ts': 'folders of downloaded builds',
      'actions/promotion/fetch/write-inside.ts': 'the site',
      'actions/publish-frontend/site/scan-folder.ts': 'the site',
      'actions/publish-frontend/site/encoded-content.ts': 'the site',
      'actions/publish-frontend/site/digest.ts': 'the site',
      'actions/publish-frontend/site/artifact-digest.ts': 'the site',
      'actions/publish-frontend/store/upload/upload.ts': 'the site',
      'actions/publish-frontend/store/upload/resumable-upload.ts': 'the site',
    },
  },
  {
    what: 'programs',
    pattern: /from '(node:child_process|@actions\/exec)'/,
    allowed: {
      'src/container/docker.ts': 'docker',
      'src/container/docker-config.ts': 'credential helpers',
      'actions/publish-frontend/site/build-command.ts': 'the build of the site',
    },
  },
  {
    what: 'the network',
    pattern: /from '(node:(net|dns|http|https|http2|tls)[^']*|undici)'/,
    allowed: {
      'src/google/http/client.ts': 'HTTP',
      'src/container/docker-config.ts': 'reads a named pipe; connects to nothing',
      'actions/deploy-run/probe/grpc.ts': 'gRPC health checks',
      'src/policy/rules/public-databases.ts': 'parses addresses and connects to none',
    },
  },
];

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

const withoutTypeImports = (code: string): string => code.replace(/^(import|export) type [^;]*;$/gm, '');

/** Files of the tree that are loaded with the file; imports of types are not. */
function valueImportsOf(file: string): string[] {
  const specifiers = [...withoutTypeImports(read(file)).matchAll(/(?:from|import)[\s(]*'(\.[^']+)'/g)];
  return specifiers.map(([, specifier = '']) => posix.normalize(posix.join(posix.dirname(file), specifier)));
}

describe('rooms and doors', () => {
  test('only src/runtime/retry.ts pauses and tries again, and the modules named above', () => {
    const pausing = sources.filter((file) => !file.startsWith('packages/') && /\.sleep\(/.test(read(file)));
    expect(pausing.filter((file) => !(file in PAUSES))).toEqual([]);
    // Those that no longer pause leave the list.
    expect(Object.keys(PAUSES).filter((file) => !pausing.includes(file))).toEqual([]);
  });

  test.each(sources.filter((file) => file.includes('/plan/')))('%s reaches no client or file', (file) => {
    const seen = new Set([file]);
    for (const next of seen) for (const target of valueImportsOf(next)) seen.add(target);
    const effects =
      /from '(node:(fs|child_process|net|http|dns|timers)[^']*|undici|@google-cloud\/[^']*|@actions\/[^']*)'/;
    const reached = [...seen].filter((one) => effects.test(withoutTypeImports(read(one))));
    expect(reached).toEqual([]);
  });

  test.each(sources)('%s imports only what its room may', (file) => {
    const own = room(file);
    const foreign = importsOf(file)
      .map(room)
      .filter((target) => target !== own);
    const allowed = own.startsWith('actions/') || own === 'cli' ? ['src'] : [];
    const door = own === 'cli' ? DOORS : file === 'actions/pipeline/action-inputs.ts' ? READERS : undefined;
    const doors = importsOf(file)
      .filter((target) => door?.test(target))
      .map(room);
    expect(foreign.filter((target) => !allowed.includes(target) && !doors.includes(target))).toEqual([]);
  });

  test.each(sources.filter((file) => file.startsWith('cli/')))('%s uses an action through its doors', (file) => {
    const inside = importsOf(file).filter((target) => target.startsWith('actions/'));
    expect(inside.filter((target) => !DOORS.test(target))).toEqual([]);
  });

  test.each(sources.filter((file) => /^actions\/[^/]+\/(main|post)\.ts$/.test(file)))(
    '%s is an entry of 15 lines at most',
    (file) => {
      expect(read(file).trim().split('\n').length).toBeLessThanOrEqual(15);
    },
  );

  test.each(sources.filter((file) => !file.startsWith('packages/')))('%s leaves process to the entries', (file) => {
    if (/^(?:actions\/[^/]+|cli)\/(main|post)\.ts$/.test(file)) return;
    // Comments and the text of programs that are written out do not touch this process.
    const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`/g, '');
    const touch = /(?<![\w.'`-])process\.(env|exit|argv|on|cwd|stdout|stderr|pid|kill)\b|from 'node:process'/;
    expect(code.match(touch)?.[0]).toBeUndefined();
  });

  test.each(REACHES)('only the modules named above reach $what by themselves', ({ pattern, allowed }) => {
    const own = sources.filter((file) => /^(actions|src)\//.test(file) && !file.endsWith('/inputs.ts'));
    const reaching = own.filter((file) => pattern.test(withoutTypeImports(withoutComments(read(file)))));
    expect(
      reaching.filter((file) => !(file in allowed)),
      'take it from the context (clock, random), or name the module with its reason',
    ).toEqual([]);
    expect(
      Object.keys(allowed).filter((file) => !reaching.includes(file)),
      'no longer needed: remove them from the list',
    ).toEqual([]);
  });

  test.each(sources.filter((file) => file.startsWith('actions/')))('%s leaves inputs to inputs.ts', (file) => {
    if (file.endsWith('/inputs.ts') || /^actions\/[^/]+\/inputs\//.test(file)) return;
    expect(read(file)).not.toMatch(
      /\bgetInput\b|INPUT_[A-Z]|reader\.(text|required|map|list|boolean|duration|integer|oneOf|parse)\(/,
    );
  });
});
