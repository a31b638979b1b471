/**
 * Base URLs of the APIs. Each can be overridden by the gcloud SDK's own variable
 * (https://cloud.google.com/sdk/docs/properties#setting_properties_via_environment_variables), which serves
 * Private Service Connect and the emulator alike.
 */
import { InputError, type Problem } from './errors.ts';

export const APIS = {
  run: ['RUN', 'https://run.googleapis.com'],
  storage: ['STORAGE', 'https://storage.googleapis.com'],
  compute: ['COMPUTE', 'https://compute.googleapis.com'],
  artifactregistry: ['ARTIFACTREGISTRY', 'https://artifactregistry.googleapis.com'],
  secretmanager: ['SECRETMANAGER', 'https://secretmanager.googleapis.com'],
  iamcredentials: ['IAMCREDENTIALS', 'https://iamcredentials.googleapis.com'],
  sts: ['STS', 'https://sts.googleapis.com'],
  logging: ['LOGGING', 'https://logging.googleapis.com'],
} as const satisfies Record<string, readonly [suffix: string, url: string]>;

export type Api = keyof typeof APIS;

/** Base URL of each API, without a trailing slash. */
export type Endpoints = Readonly<Record<Api, string>>;

/** Reads the overrides. Throws `InputError` for one that is not an http or https URL. */
export function readEndpoints(env: Readonly<Record<string, string | undefined>>): Endpoints {
  const problems: Problem[] = [];
  const entries = Object.entries(APIS).map(([api, [suffix, standard]]) => {
    const variable = `CLOUDSDK_API_ENDPOINT_OVERRIDES_${suffix}`;
    const value = env[variable]?.trim() || standard;
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
      problems.push({
        subject: `Variable ${variable}`,
        message: `"${value}" is not a URL. Write for instance ${standard}/.`,
      });
    }
    return [api, value.replace(/\/+$/, '')] as const;
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(entries) as Endpoints;
}
