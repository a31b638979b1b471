/** What the inputs about settings make of a service, and the startup probe that follows from `probe-path`. */
import { describe, expect, it } from 'vitest';
import type { ProbeOptions } from '../../../actions/deploy-run/plan/request.ts';
import { withSettings } from '../../../actions/deploy-run/plan/settings/service-settings.ts';
import { startupProbeNote, withStartupProbe } from '../../../actions/deploy-run/plan/settings/startup-probe.ts';
import { leftAloneNote, settingsLeftAlone } from '../../../actions/deploy-run/plan/settings/unchanged-settings.ts';
import type { Container, Probe, Service } from '../../../src/google/run/resources.ts';

const of = (...containers: Container[]): Service => ({ template: { containers } });
const TCP: Probe = { timeoutSeconds: 240, periodSeconds: 240, failureThreshold: 1, tcpSocket: { port: 8080 } };

describe('settings', () => {
  it('leave what they do not name', () => {
    const service = { ...of({ image: 'a', resources: { cpuIdle: false } }), ingress: 'x' };
    expect(withSettings(service, {})).toEqual(service);
  });

  it('keep the CPU idle between requests on a container that had no resources', () => {
    const { template } = withSettings(of({ image: 'a' }), { memory: '1Gi' });
    expect(template?.containers?.[0]?.resources).toEqual({ cpuIdle: true, limits: { memory: '1Gi' } });
  });

  it('concern the container that takes requests', () => {
    const { template } = withSettings(of({ name: 'side' }, { name: 'app', ports: [{ containerPort: 1 }] }), {
      cpu: '2',
    });
    expect(template?.containers?.map(({ resources }) => resources?.limits?.cpu)).toEqual([undefined, '2']);
  });

  it('move the probes of the old port, and only those', () => {
    const ports = [{ name: 'http1', containerPort: 8080 }];
    const { template } = withSettings(of({ ports, startupProbe: TCP, livenessProbe: { httpGet: { port: 9090 } } }), {
      port: 3000,
    });
    expect(template?.containers?.[0]).toMatchObject({
      ports: [{ name: 'http1', containerPort: 3000 }],
      startupProbe: { tcpSocket: { port: 3000 } },
      livenessProbe: { httpGet: { port: 9090 } },
    });
  });

  it('remove a minimum of instances with 0, and keep the maximum', () => {
    const service = { template: { scaling: { minInstanceCount: 2, maxInstanceCount: 9 } } };
    expect(withSettings(service, { minInstances: 0 }).template?.scaling).toEqual({ maxInstanceCount: 9 });
    expect(withSettings(service, { maxInstances: 5 }).template?.scaling).toEqual({
      minInstanceCount: 2,
      maxInstanceCount: 5,
    });
  });
});

describe('the startup probe', () => {
  const probe = (options: Partial<ProbeOptions> = {}) =>
    ({ kind: 'http', path: '/health', statuses: [{ from: 200, to: 200 }], ...options }) as ProbeOptions;
  const derived = (container: Container, options?: Partial<ProbeOptions>) =>
    withStartupProbe(of(container), probe(options)).template?.containers?.[0]?.startupProbe;
  const OURS = derived({});

  it.each([
    ['none', {}, { path: '/health' }],
    ['the default TCP one', { startupProbe: TCP }, { path: '/health', port: 8080 }],
    ['a derived one of another path', { startupProbe: { ...OURS, httpGet: { path: '/old' } } }, { path: '/health' }],
  ])('follows from probe-path where there is %s', (_, container, httpGet) => {
    expect(derived(container)).toEqual({ timeoutSeconds: 5, periodSeconds: 10, failureThreshold: 24, httpGet });
  });

  it.each<[string, Container, Partial<ProbeOptions>]>([
    ['a TCP probe of its own', { startupProbe: { tcpSocket: { port: 8080 }, periodSeconds: 5 } }, {}],
    ['an HTTP probe of its own', { startupProbe: { httpGet: { path: '/up' } } }, {}],
    ['HTTP/2 only', { ports: [{ name: 'h2c', containerPort: 1 }] }, {}],
    ['no probe-path', { startupProbe: TCP }, { path: undefined }],
    ['probe: grpc', { startupProbe: TCP }, { kind: 'grpc' }],
    [
      'a status that the startup probe takes for a failure',
      { startupProbe: TCP },
      { statuses: [{ from: 401, to: 401 }] },
    ],
  ])('stays where there is %s', (_, container, options) => {
    expect(derived(container, options)).toEqual(container.startupProbe);
  });

  it('is named once in the plan, when it appears', () => {
    const template = { containers: [{ ...(OURS && { startupProbe: OURS }) }] };
    expect(startupProbeNote(template, { containers: [{ startupProbe: TCP }] }, probe())).toMatch(
      /only the default TCP/,
    );
    expect(startupProbeNote(template, undefined, probe())).toMatch(/had none/);
    expect(startupProbeNote(template, template, probe())).toBeUndefined();
  });
});

it('names settings that a deploy does not change, and counts the rest', () => {
  const env = [...'abcdefghijklmn'].map((name) => ({ name, value: 'x' }));
  const current = { ...of({ image: 'a', env }), ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY', labels: { team: 'x' } };
  const names = settingsLeftAlone(current, [
    { field: 'spec.template.spec.containers[0].env[a]', before: '"x"', after: '"y"' },
  ]);
  expect(names).toContain('ingress');
  expect(names).toContain('env[b]');
  expect(names).not.toContain('env[a]');
  expect(leftAloneNote(names)).toMatch(/^Left as it is: .*, and \d+ more\.$/);
  expect(leftAloneNote([])).toBeUndefined();
});
