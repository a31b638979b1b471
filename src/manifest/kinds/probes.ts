/** Startup, liveness and readiness probes (https://cloud.google.com/run/docs/configuring/healthchecks). */
import { carry, Invalid, list, nest, type Row, refuse, type Scope, type Table } from '../decode/table.ts';
import { describe, integer, nonEmpty, text } from '../decode/values.ts';

export type ProbeKind = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

const port: Row = carry('port', integer({ min: 1, max: 65_535 }));
const path: Row = carry('path', (node) => {
  const value = text(node);
  if (!value.startsWith('/')) throw new Invalid(`is ${describe(node)}. Expected a path that starts with "/".`);
  return value;
});
const NO_HOST = 'is not supported: Cloud Run probes the container itself, over plain HTTP or TCP. Remove it.';

/** v2 has no such field, so only what the server does anyway can be said. */
const successThreshold = (always: number): Row =>
  carry([], (node) => {
    if (integer()(node) !== always)
      throw new Invalid(`is ${describe(node)}. The Cloud Run v2 API knows only ${always}.`);
    return undefined;
  });

/** Upper limits are the API's, which judges them before anything is changed. Zero means to v2 that nothing was given. */
export function probeTable(kind: ProbeKind): Table {
  return {
    rows: {
      initialDelaySeconds:
        kind === 'readinessProbe'
          ? refuse('is not supported for a readiness probe. Remove it.')
          : carry('initialDelaySeconds', integer({ min: 0 })),
      timeoutSeconds: carry('timeoutSeconds', integer({ min: 1 })),
      periodSeconds: carry('periodSeconds', integer({ min: 1 })),
      failureThreshold: carry('failureThreshold', integer({ min: 1 })),
      successThreshold: successThreshold(kind === 'readinessProbe' ? 2 : 1),
      httpGet: nest('httpGet', {
        rows: {
          path,
          port,
          httpHeaders: list('httpHeaders', {
            rows: { name: carry('name', nonEmpty), value: carry('value', text) },
            finish: ({ at, words, get, problem }) => {
              if (get('name') === undefined) problem(at, words, 'has no name.');
            },
          }),
          host: refuse(NO_HOST),
          scheme: refuse(NO_HOST),
        },
      }),
      tcpSocket:
        kind === 'startupProbe'
          ? nest('tcpSocket', { rows: { port, host: refuse(NO_HOST) } })
          : refuse('is supported for a startup probe only. Use httpGet or grpc.'),
      grpc: nest('grpc', { rows: { port, service: carry('service', text) } }),
      exec: refuse('is not supported by Cloud Run. Use httpGet or grpc.'),
    },
    finish: (scope) => finishProbe(scope, kind),
  };
}

function finishProbe({ at, words, has, get, problem }: Scope, kind: ProbeKind): void {
  const handlers = ['httpGet', 'tcpSocket', 'grpc'].filter((handler) => get(handler) !== undefined);
  const refused = has('exec') || (kind !== 'startupProbe' && has('tcpSocket'));
  if (handlers.length !== 1 && !refused)
    problem(
      at,
      words,
      `has ${handlers.length === 0 ? 'no check' : handlers.join(' and ')}. Expected one of httpGet, grpc${kind === 'startupProbe' ? ', tcpSocket' : ''}.`,
    );
}
