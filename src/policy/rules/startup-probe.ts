/** The rule startup-probe. */
import { containersOf } from '../../manifest/image.ts';
import type { Path } from '../../manifest/index.ts';
import { isDefaultStartupProbe } from '../../manifest/startup-probe.ts';
import type { PolicyFacts, PolicyFinding, PolicySubject } from '../types.ts';
import { mainIndex, placedContainers } from './containers.ts';

export function missingStartupProbe(subject: PolicySubject, { probed }: PolicyFacts): PolicyFinding[] {
  if (subject.kind !== 'Service') return [];
  const index = mainIndex(subject);
  const probe = containersOf(subject.resource)[index]?.startupProbe;
  if (probe?.httpGet || probe?.grpc) return [];
  const path: Path = ['template', 'containers', index, ...(probe ? ['startupProbe'] : [])];
  const has = probe?.tcpSocket
    ? 'only a TCP startup probe, which passes as soon as the port is open'
    : 'no startup probe';
  const lenient = probed || isDefaultStartupProbe(probe);
  // It cannot be combined with probe: startup.
  const fix = probed ? 'Set the input probe-path' : 'Remove probe: startup and set the input probe-path';
  const why = probed
    ? ' This deploy checks the health of the revision, but instances that start later are not checked.'
    : '';
  return [
    {
      message: `The container that takes requests has ${has}. ${fix}, which adds an HTTP startup probe, or add a startupProbe with httpGet or grpc.${why}`,
      path,
      targets: [placedContainers(subject)[index]?.target ?? 'containers[0]'],
      ...(lenient && { lenient }),
    },
  ];
}
