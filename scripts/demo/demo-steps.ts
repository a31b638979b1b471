/** The steps of the demonstration: five commits and a rollback. Each step checks its result, and throws if it is wrong. */
import type { StepResult } from '../../test/harness/runner.ts';
import { fetchText, IMAGES, type Pipeline } from './pipeline.ts';
import { expect, type Report } from './report.ts';
import type { Repository } from './repository.ts';

interface Story {
  readonly report: Report;
  readonly repository: Repository;
  readonly pipeline: Pipeline;
  /** Base URL of the site through the CDN. */
  readonly siteUrl: string;
}

const short = (commit: string) => commit.slice(0, 7);

export async function play({ report, repository, pipeline, siteUrl }: Story): Promise<void> {
  const images = new Map<string, string>();
  let serverUrl = '';

  const succeeded = (result: StepResult, what: string): StepResult => {
    expect(
      result.exitCode === 0,
      `${what} failed: ${result.errors.map((error) => error.message).join(' ') || result.log.slice(-1500)}`,
    );
    return result;
  };
  const failed = (result: StepResult, what: string): string => {
    expect(result.exitCode !== 0, `${what} succeeded, expected a failure`);
    return result.errors.map((error) => error.message).join(' ');
  };
  const build = async (names: readonly string[], commit: string) => {
    const results = await Promise.all(
      names.map(async (name) => [name, succeeded(await pipeline.build(name, commit), `build of ${name}`)] as const),
    );
    for (const [name, { outputs }] of results) {
      const digest = `${outputs.image}`;
      expect(/@sha256:[0-9a-f]{64}$/.test(digest), `${name} has no digest: ${digest}`);
      images.set(name, digest);
    }
    return results.map(([, result]) => result);
  };
  const image = (name: string) => images.get(name) ?? '';
  const deployServer = (commit: string) =>
    pipeline.deploy('server.yaml', image('server'), commit, {
      'probe-path': '/health',
      'allow-unauthenticated': 'true',
    });
  const serverServes = async (commit: string) => {
    const { status, text } = await fetchText(`${serverUrl}/version`);
    expect(
      status === 200 && text.includes(commit),
      `${serverUrl}/version responds with ${status} ${text}, not ${commit}`,
    );
  };
  const siteShows = async (commit: string) => {
    const { status, text } = await fetchText(`${siteUrl}/dashboard/index.html`);
    expect(
      status === 200 && text.includes(commit),
      `the site responds with ${status} and without ${commit}:\n${text.slice(0, 400)}`,
    );
  };

  report.section('Commit 1: everything, from source to traffic');
  const first = repository.commit('Commit 1', () => {});
  await report.step('build server, worker and engine; push under the SHA', async () => {
    const results = await build(IMAGES, first);
    for (const { outputs } of results)
      expect(`${outputs.tags}`.includes(`:${first}`), `no tag of the full SHA in ${outputs.tags}`);
    return IMAGES.map((name) => `${name}@${image(name).split('@')[1]?.slice(0, 19)}`).join(', ');
  });
  await report.step('migrate PostgreSQL with the new image, in a Cloud Run job', async () => {
    const { outputs } = succeeded(await pipeline.migrate(image('server'), first), 'the migration');
    return `schema version ${outputs['schema-version']}`;
  });
  // In parallel, as the pipeline's matrix does it.
  await Promise.all([
    report.step('deploy the server: 0 %, ready, probed, then traffic', async () => {
      const { outputs } = succeeded(await deployServer(first), 'the deploy');
      serverUrl = `${outputs.url}`;
      await serverServes(first);
      return `${outputs.revision} serves ${serverUrl}`;
    }),
    report.step('deploy the engine, probed over gRPC', async () => {
      const result = await pipeline.deploy('engine.yaml', image('engine'), first, { probe: 'grpc' });
      return `${succeeded(result, 'the deploy').outputs.revision}`;
    }),
    report.step('deploy the worker as a worker pool', async () => {
      const result = await pipeline.deploy('worker.yaml', image('worker'), first);
      return `${succeeded(result, 'the deploy').outputs.revision}`;
    }),
  ]);
  await report.step('build and publish the dashboard', async () => {
    const { outputs } = succeeded(await pipeline.publish(first), 'the publish');
    await siteShows(first);
    return `release ${short(`${outputs.release}`)}, ${outputs.uploaded} files`;
  });

  report.section('Commit 2: /health responds with 500');
  const second = repository.commit('Commit 2', (files) =>
    files.replace('app/health.go', 'if err != nil {', 'if err == nil {'),
  );
  const healthy = image('server');
  await report.step('its revision never gets traffic; commit 1 still serves', async () => {
    await build(['server'], second);
    const result = await deployServer(second);
    const reason = failed(result, 'the deploy of an unhealthy revision');
    expect(result.log.includes('health:'), `the container's last log lines are missing:\n${result.log.slice(-2000)}`);
    await serverServes(first);
    return reason.split('\n')[0]?.slice(0, 160) ?? '';
  });
  images.set('server', healthy);

  report.section('Commit 3: only the dashboard changes');
  const third = repository.commit('Commit 3', (files) =>
    files.replace('resources/dashboard/src/text.ts', /greeting: '[^']*'/, "greeting: 'The third movement.'"),
  );
  await report.step('no image is rebuilt: the digests stay', async () => {
    const before = IMAGES.map(image);
    const results = await build(IMAGES, third);
    expect(
      results.every(({ outputs }) => outputs.reused === 'true'),
      'an image was built again',
    );
    expect(IMAGES.map(image).join() === before.join(), 'a digest changed');
    return 'three images reused, tagged with the new commit';
  });
  await report.step('the server is left alone: nothing but the commit would differ', async () => {
    const { outputs } = succeeded(await deployServer(third), 'the deploy');
    expect(outputs.digest === image('server').split('@')[1], `it is ${outputs.digest}`);
    expect(outputs.changed === 'false', 'a revision was made');
    await serverServes(first);
    return `${outputs.revision} keeps serving`;
  });
  await report.step('the site switches', async () => {
    const { outputs } = succeeded(await pipeline.publish(third), 'the publish');
    await siteShows(third);
    return `${outputs.uploaded} files sent, ${outputs.unchanged} unchanged`;
  });

  report.section('Commit 4: a migration fails');
  const fourth = repository.commit('Commit 4', (files) =>
    files.write('database/migrations/000004_break.up.sql', 'ALTER TABLE no_such_table ADD COLUMN movement integer;\n'),
  );
  await report.step('the migration fails, and so nothing is deployed', async () => {
    await build(['server'], fourth);
    const reason = failed(await pipeline.migrate(image('server'), fourth), 'a broken migration');
    await serverServes(first);
    await siteShows(third);
    return reason.split('\n')[0]?.slice(0, 160) ?? '';
  });

  report.section('Commit 5: a good change, and the way back');
  const fifth = repository.commit('Commit 5', (files) =>
    files.replace('app/version.go', 'package app\n', 'package app\n\n// The fifth.\n'),
  );
  await report.step('the server of commit 5 takes over, in steps of 25, 50 and 100 %', async () => {
    await build(['server'], fifth);
    const { outputs } = succeeded(
      await pipeline.deploy('server.yaml', image('server'), fifth, {
        'probe-path': '/health',
        'allow-unauthenticated': 'true',
        strategy: 'canary',
        steps: '25,50,100',
        'step-interval': '500ms',
      }),
      'the deploy',
    );
    await serverServes(fifth);
    return `${outputs.revision}`;
  });
  await report.step('roll the server back to commit 1', async () => {
    const { outputs } = succeeded(
      await pipeline.run('deploy-run', fifth, {
        region: 'us-central1',
        service: 'orchestra-server',
        'rollback-to': first,
        reason: 'The demonstration goes back.',
        'probe-path': '/health',
      }),
      'the rollback',
    );
    await serverServes(first);
    return `${outputs.revision} serves again`;
  });
  await report.step('roll the dashboard back to commit 1', async () => {
    const { outputs } = succeeded(
      await pipeline.run('publish-frontend', fifth, {
        bucket: 'orchestra-dashboard',
        prefix: 'dashboard',
        'url-map': 'orchestra-dashboard',
        host: 'app.orchestra.localhost',
        'rollback-to': first,
        reason: 'The demonstration goes back.',
      }),
      'the rollback',
    );
    await siteShows(first);
    return `release ${short(`${outputs.release}`)} is live again`;
  });
  const sixth = repository.commit('Commit 6', (files) =>
    files.replace('app/version.go', 'package app\n', 'package app\n\n// The sixth.\n'),
  );
  await report.step('the next automatic deploy is refused by the hold, and says how to release it', async () => {
    await build(['server'], sixth);
    const reason = failed(await deployServer(sixth), 'a deploy under a hold');
    expect(reason.includes('release-hold'), `it does not say how to release the hold: ${reason}`);
    await serverServes(first);
    return reason.split('\n')[0]?.slice(0, 160) ?? '';
  });
  await report.step('so is the next automatic publish', async () => {
    const reason = failed(await pipeline.publish(sixth), 'a publish under a hold');
    expect(reason.includes('release-hold'), `it does not say how to release the hold: ${reason}`);
    await siteShows(first);
    return reason.split('\n')[0]?.slice(0, 160) ?? '';
  });
}
