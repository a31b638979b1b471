/** Settings that a manifest has once for all containers, over sidecars that have their own. */
import { expect, test } from 'vitest';
import { withSidecarSettings } from '../../../../actions/deploy-run/plan/settings/sidecar-settings.ts';
import type { Container } from '../../../../src/google/run/resources.ts';

type Resources = NonNullable<Container['resources']>;
const service = (...containers: Container[]) => ({ template: { containers } });
const app = (resources: Resources) => ({ name: 'app', ports: [{ containerPort: 8080 }], resources });
const proxy = (resources: Resources) => ({ name: 'proxy', resources });
const on = { cpuIdle: true, startupCpuBoost: true };
const none = new Set<string>();

test('a sidecar keeps its deployed settings if the main container does not change', () => {
  const wanted = service(app(on), proxy({ limits: { cpu: '1' }, ...on }));
  const live = service(app(on), proxy({ limits: { cpu: '2' }, cpuIdle: false })).template;
  expect(withSidecarSettings(wanted, live, none).template?.containers?.[1]?.resources).toEqual({
    limits: { cpu: '1' },
    cpuIdle: false,
  });
});

test('a setting that changes is changed in all containers, and the others are kept', () => {
  const wanted = service(
    app({ cpuIdle: false, startupCpuBoost: true }),
    proxy({ cpuIdle: false, startupCpuBoost: true }),
  );
  const live = service(app(on), proxy({})).template;
  expect(withSidecarSettings(wanted, live, none).template?.containers?.[1]?.resources).toEqual({ cpuIdle: false });
});

test('what an earlier manifest set on the sidecar is set again', () => {
  const wanted = service(app(on), proxy(on));
  const live = service(app(on), proxy({ cpuIdle: false })).template;
  const named = new Set(['template.containers[proxy].resources.cpuIdle']);
  expect(withSidecarSettings(wanted, live, named).template?.containers?.[1]?.resources).toEqual({ cpuIdle: true });
});

test('a new sidecar and a new service get the settings of the manifest', () => {
  const wanted = service(app(on), proxy(on));
  expect(withSidecarSettings(wanted, service(app(on)).template, none)).toEqual(wanted);
  expect(withSidecarSettings(wanted, undefined, none)).toEqual(wanted);
});
