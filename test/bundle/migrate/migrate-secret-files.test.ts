/** Secrets as files of the job, through the bundle. */
import { expect, it } from 'vitest';
import { createFixture, JOB } from './migrate.fixture.ts';

it('a secret is mounted as a file of the job, at the number of its version; a rotated one repeats the migration', async () => {
  await using fixture = await createFixture();
  const given = { secrets: '/secrets/db=database-url:latest\nTOKEN=database-url:latest' };
  const result = await fixture.step({ with: given });
  expect(result.exitCode, result.log).toBe(0);
  const task = () => fixture.emulator.run.jobs.get(JOB)?.doc.template?.template;
  const mounted = (version: string) => [{ secret: 'database-url', items: [{ path: 'db', version }] }];
  expect(task()?.volumes?.map(({ secret }) => secret)).toMatchObject(mounted('1'));
  expect(task()?.containers?.[0]?.volumeMounts).toEqual([{ name: task()?.volumes?.[0]?.name, mountPath: '/secrets' }]);
  expect((await fixture.step({ with: given })).outputs['already-applied']).toBe('true');
  fixture.emulator.seed.secret('database-url', 'rotated');
  expect((await fixture.step({ with: given })).outputs['already-applied']).toBe('false');
  expect(task()?.volumes?.map(({ secret }) => secret)).toMatchObject(mounted('2'));
  expect(fixture.migrations()).toHaveLength(2);
});

it('mode docker refuses files, and says how the program gets its secrets', async () => {
  await using fixture = await createFixture();
  const result = await fixture.step({
    with: { mode: 'docker', job: '', region: '', secrets: '/secrets/db=database-url' },
  });
  expect(result.exitCode).toBe(1);
  expect(result.errors.map(({ message }) => message).join()).toMatch(
    /secrets: is only allowed with mode: job\..*pass .* in env/,
  );
});
