/** Inputs of a service without a manifest: environment, secrets, labels and settings. */
import { parseServiceAccount } from '../../../src/google/auth.ts';
import { isFilePath, type SecretFile, secretFileProblems } from '../../../src/google/run/secret-files.ts';
import { commaMapHints } from '../../../src/inputs/comma-lists.ts';
import { envNameProblem, secretNameProblem } from '../../../src/inputs/environment-names.ts';
import { parseSecretReference, type SecretReference } from '../../../src/inputs/secret-reference.ts';
import { isReserved } from '../../../src/records/annotations.ts';
import type { InputReader } from '../../../src/runtime/inputs.ts';
import type { ServiceSource } from '../plan/request.ts';
import type { ServiceSettings } from '../plan/settings/service-settings.ts';
import { parseCpu, parseIngress, parseMemory } from './formats.ts';

/** Settings of the service, named like the flags of gcloud unless another input has that name. */
export const SETTINGS = [
  'port',
  'cpu',
  'memory',
  'min-instances',
  'max-instances',
  'concurrency',
  'runtime-service-account',
  'ingress',
] as const;

export function readServiceSource(reader: InputReader, service: string): ServiceSource {
  const secrets = reader.map('secrets');
  const parsed = new Map<string, SecretReference>();
  const secretFiles: SecretFile[] = [];
  for (const [name, value] of secrets) {
    try {
      const reference = parseSecretReference(value, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...reference });
      else parsed.set(name, reference);
    } catch (error) {
      reader.problem('secrets', `${name}: ${(error as Error).message}`);
    }
  }
  const env = reader.map('env');
  for (const name of env.keys())
    if (parsed.has(name)) reader.problem('secrets', `${name} is also in env. Remove one of the two.`);
  for (const problem of secretFileProblems(secretFiles)) reader.problem('secrets', problem);
  for (const name of env.keys()) {
    const problem = envNameProblem(name, 'service');
    if (problem) reader.problem('env', problem);
  }
  for (const name of parsed.keys()) {
    const problem = secretNameProblem(name, 'service');
    if (problem) reader.problem('secrets', problem);
  }
  const labels = readLabels(reader);
  return {
    from: 'service',
    service,
    env,
    secrets: parsed,
    secretFiles,
    labels,
    settings: readSettings(reader),
    hints: [...commaMapHints('env', env), ...commaMapHints('labels', labels)],
  };
}

/** Only their form is checked here. Cloud Run checks its limits with `validateOnly` before anything changes. */
function readSettings(reader: InputReader): ServiceSettings {
  const count = (name: string, min: number) => reader.integer(name, undefined, { min, max: 2 ** 31 - 1 });
  const all = {
    port: reader.integer('port', undefined, { min: 1, max: 65_535 }),
    cpu: reader.parse('cpu', parseCpu),
    memory: reader.parse('memory', parseMemory),
    minInstances: count('min-instances', 0),
    maxInstances: count('max-instances', 1),
    concurrency: count('concurrency', 1),
    runtimeServiceAccount: reader.parse('runtime-service-account', parseServiceAccount),
    ingress: reader.parse('ingress', parseIngress),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function readLabels(reader: InputReader): ReadonlyMap<string, string> {
  const labels = reader.map('labels');
  for (const name of labels.keys())
    if (isReserved('labels', name))
      reader.problem('labels', `${name} is set by this action, which reads it as its own record. Remove it.`);
  return labels;
}
