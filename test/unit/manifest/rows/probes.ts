/** Rows of the probes of a container. */
import { at, type Case, type Kind, MAPPING, NOT_SUPPORTED, NUMBER, type Refused, TEXT } from './types.ts';

type ProbeKey = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

export function probeCases(probe: ProbeKey, only?: readonly Kind[]): Case[] {
  const get = { [`${probe}.httpGet.path`]: '/h' };
  const field = (
    key: string,
    good: unknown,
    becomes: Case['becomes'],
    bad: unknown,
    says: RegExp,
    beside: Case['beside'] = get,
  ): Case => ({
    key: `${probe}${key}`,
    good,
    becomes,
    bad,
    says,
    beside,
    ...(only && { only }),
  });
  return [
    field('', { grpc: {} }, at(probe, { grpc: {} }), {}, /Expected one of httpGet/, {}),
    ...(probe === 'readinessProbe'
      ? []
      : [field('.initialDelaySeconds', 0, at(`${probe}.initialDelaySeconds`, 0), -1, /at least 0/)]),
    field('.timeoutSeconds', 5, at(`${probe}.timeoutSeconds`, 5), 0, /at least 1/),
    field('.periodSeconds', 20, at(`${probe}.periodSeconds`, 20), 0, /at least 1/),
    field('.failureThreshold', 2, at(`${probe}.failureThreshold`, 2), 0, /at least 1/),
    field('.successThreshold', probe === 'readinessProbe' ? 2 : 1, 'checked', 3, /knows only/),
    field('.httpGet', { path: '/x' }, at(`${probe}.httpGet`, { path: '/x' }), '/x', MAPPING, {}),
    field('.httpGet.path', '/x', at(`${probe}.httpGet.path`, '/x'), 'x', /starts with "\/"/, {}),
    field('.httpGet.port', 80, at(`${probe}.httpGet.port`, 80), 'http', NUMBER),
    field(
      '.httpGet.httpHeaders',
      [{ name: 'H', value: 'v' }],
      at(`${probe}.httpGet.httpHeaders`, [{ name: 'H', value: 'v' }]),
      [{ value: 'v' }],
      /has no name/,
    ),
    field('.httpGet.httpHeaders[0].name', 'H', at(`${probe}.httpGet.httpHeaders.0.name`, 'H'), '', TEXT),
    field('.httpGet.httpHeaders[0].value', 'v', at(`${probe}.httpGet.httpHeaders.0.value`, 'v'), 5, TEXT, {
      ...get,
      [`${probe}.httpGet.httpHeaders[0].name`]: 'H',
    }),
    field('.grpc', { service: 's' }, at(`${probe}.grpc`, { service: 's' }), [1], MAPPING, {}),
    field('.grpc.port', 90, at(`${probe}.grpc.port`, 90), 0, /from 1/, {}),
    field('.grpc.service', 's', at(`${probe}.grpc.service`, 's'), 5, TEXT, {}),
  ];
}

export function probeRefused(probe: ProbeKey, only?: readonly Kind[]): Refused[] {
  const get = { [`${probe}.httpGet.path`]: '/h' };
  const item = (key: string, value: unknown): Refused => ({
    key: `${probe}.${key}`,
    value,
    says: NOT_SUPPORTED,
    beside: get,
    ...(only && { only }),
  });
  return [
    item('httpGet.host', 'h'),
    item('httpGet.scheme', 'HTTPS'),
    item('exec', { command: ['true'] }),
    ...(probe === 'readinessProbe' ? [item('initialDelaySeconds', 1)] : []),
    ...(probe === 'startupProbe' ? [] : [{ ...item('tcpSocket', { port: 1 }), says: /startup probe only/ }]),
  ];
}
