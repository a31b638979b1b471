/**
 * Base URLs of the APIs. Each can be overridden by the gcloud SDK's own variable
 * (https://cloud.google.com/sdk/docs/properties#setting_properties_via_environment_variables), which serves
 * Private Service Connect and the emulator alike.
 */
import { InputError, type Problem } from '../runtime/errors.ts';
import { isLoopback } from './http/loopback.ts';

/**
 * For each API the end of its variable's name, its own base URL, and the path that gcloud's default endpoint has beyond it:
 * `https://storage.googleapis.com/storage/v1/`, `https://run.googleapis.com/v1/` (`BASE_URL` in gcloud's
 * `googlecloudsdk/generated_clients/apis/API/VERSION/resources.py`). Our calls name that path themselves.
 */
export const APIS = {
  run: ['RUN', 'https://run.googleapis.com', /\/v\d\w*$/],
  storage: ['STORAGE', 'https://storage.googleapis.com', /\/storage\/v\d\w*$/],
  compute: ['COMPUTE', 'https://compute.googleapis.com', /\/compute\/(?:v\d\w*|alpha|beta)$/],
  artifactregistry: ['ARTIFACTREGISTRY', 'https://artifactregistry.googleapis.com', /\/v\d\w*$/],
  secretmanager: ['SECRETMANAGER', 'https://secretmanager.googleapis.com', /\/v\d\w*$/],
  iamcredentials: ['IAMCREDENTIALS', 'https://iamcredentials.googleapis.com', /\/v\d\w*$/],
  sts: ['STS', 'https://sts.googleapis.com', /\/v\d\w*$/],
  logging: ['LOGGING', 'https://logging.googleapis.com', /\/v\d\w*$/],
  monitoring: ['MONITORING', 'https://monitoring.googleapis.com', /\/v\d\w*$/],
  iam: ['IAM', 'https://iam.googleapis.com', /\/v\d\w*$/],
  cloudresourcemanager: ['CLOUDRESOURCEMANAGER', 'https://cloudresourcemanager.googleapis.com', /\/v\d\w*$/],
  cloudkms: ['CLOUDKMS', 'https://cloudkms.googleapis.com', /\/v\d\w*$/],
  serviceusage: ['SERVICEUSAGE', 'https://serviceusage.googleapis.com', /\/v\d\w*$/],
} as const satisfies Record<string, readonly [suffix: string, url: string, versionPath: RegExp]>;

export type Api = keyof typeof APIS;

/** Base URL of each API, without a trailing slash. */
export type Endpoints = Readonly<Record<Api, string>>;

/**
 * Reads the overrides, with or without the path of gcloud's default endpoint. Throws `InputError` for those that are
 * not https URLs, or http URLs of this machine.
 */
export function readEndpoints(env: Readonly<Record<string, string | undefined>>): Endpoints {
  const problems: Problem[] = [];
  const entries = Object.entries(APIS).map(([api, [suffix, standard, versionPath]]) => {
    const variable = `CLOUDSDK_API_ENDPOINT_OVERRIDES_${suffix}`;
    const value = env[variable]?.trim() || standard;
    const problem = problemOf(variable, value, `${standard}/`);
    if (problem) problems.push(problem);
    return [api, value.replace(/\/+$/, '').replace(versionPath, '').replace(/\/+$/, '')] as const;
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(entries) as Endpoints;
}

/** Where keys and refresh tokens are exchanged; gcloud's variable for its property `auth/token_host` overrides it. */
export const TOKEN_ENDPOINT = 'https://oauth2.googleapis.com/token';

/** Throws `InputError` for an override that is not an https URL, or an http URL of this machine. */
export function readTokenEndpoint(env: Readonly<Record<string, string | undefined>>): string {
  const variable = 'CLOUDSDK_AUTH_TOKEN_HOST';
  const value = env[variable]?.trim() || TOKEN_ENDPOINT;
  const problem = problemOf(variable, value, TOKEN_ENDPOINT);
  if (problem) throw new InputError([problem]);
  return value;
}

/** Calls carry tokens and keys, so they leave this machine only encrypted. */
function problemOf(variable: string, value: string, example: string): Problem | undefined {
  const { protocol = '', host = '' } = URL.canParse(value) ? new URL(value) : {};
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(host))) return undefined;
  const message =
    protocol === 'http:'
      ? `"${value}" would send credentials to ${host} without encryption. Expected an https URL; http is allowed only for a host of this machine, such as 127.0.0.1. Write https://${host}, or make the server reachable at a port of this machine.`
      : `"${value}" is not a URL. Write for instance ${example}.`;
  return { subject: `Variable ${variable}`, message };
}
