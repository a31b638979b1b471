/** Links services of one preview: `${URL_NAME}` in a variable is the URL of another service's tag. Pure. */
import type { Service } from '../../../src/google/run/resources.ts';
import { urlVariable } from '../../../src/records/preview-names.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import type { DeployRequest } from './request.ts';
import { tagUrl } from './traffic.ts';

/** A service in one region, with the names that others use for it. */
export interface LinkedService {
  readonly service: string;
  readonly region: string;
  /** The name of its entry in `services`. */
  readonly alias?: string | undefined;
}

/** Name of a variable → region → URL. */
export type TagUrls = ReadonlyMap<string, ReadonlyMap<string, string>>;

const PLACEHOLDER = /\$\{(URL_[A-Z0-9_]+)\}/g;

/** By its entry, and by its own name. */
export const namesOf = ({ alias, service }: LinkedService): string[] => [
  ...new Set([...(alias === undefined ? [] : [urlVariable(alias)]), urlVariable(service)]),
];

/** The variables `URL_NAME` that values of the service's environment name. */
export function linksIn({ source }: DeployRequest, resource: Service | undefined): string[] {
  const values = [
    ...(source.from === 'service' ? source.env.values() : []),
    ...(resource?.template?.containers ?? []).flatMap(({ env = [] }) => env.flatMap(({ value }) => value ?? [])),
  ];
  return [...new Set(values.flatMap((value) => [...value.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')))];
}

/** The URL of a name, in the same region or else the first. */
export function fill(value: string, urls: TagUrls, region: string): string {
  return value.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const known = urls.get(name);
    return known?.get(region) ?? known?.values().next().value ?? whole;
  });
}

export function linkedRequest(request: DeployRequest, urls: TagUrls, region: string): DeployRequest {
  const { source } = request;
  if (source.from !== 'service') return request;
  const env = new Map([...source.env].map(([name, value]) => [name, fill(value, urls, region)]));
  return { ...request, source: { ...source, env } };
}

export function linkedResource(resource: Service, urls: TagUrls, region: string): Service {
  const copy = structuredClone(resource);
  for (const { env = [] } of copy.template?.containers ?? [])
    for (const variable of env) if (variable.value) variable.value = fill(variable.value, urls, region);
  return copy;
}

/**
 * The URL that the tag has or will have: its host begins with the tag
 * (https://docs.cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration#tags). Undefined for a service without a URL.
 */
export function urlOfTag(service: Service, tag: string): string | undefined {
  const { uri } = service;
  return tagUrl(service, tag) ?? uri?.replace('://', `://${tag}---`);
}

/** A service that waits for the URLs of others. */
interface Waiting {
  readonly names: readonly string[];
  readonly links: readonly string[];
  readonly label: string;
}

/** Throws `InputError` unless each service can be deployed once the URLs that it names are known. */
export function checkLinks(services: readonly Waiting[], known: ReadonlySet<string>): void {
  const all = new Set(services.flatMap(({ names }) => names));
  const unknown = services.flatMap(({ label, links }) =>
    links.filter((link) => !all.has(link)).map((link) => ({ label, link })),
  );
  if (unknown.length > 0)
    throw new InputError(
      unknown.map(({ label, link }) => ({
        subject: 'Input services',
        message: `${label} uses \${${link}}, and the preview has no such service. There are ${[...all].join(', ')}.`,
      })),
    );
  const done = new Set(known);
  let left = [...services];
  for (;;) {
    const ready = left.filter(({ links }) => links.every((link) => done.has(link)));
    if (ready.length === 0) break;
    for (const { names } of ready) for (const name of names) done.add(name);
    left = left.filter((one) => !ready.includes(one));
  }
  if (left.length === 0) return;
  throw new InputError([
    {
      subject: 'Input services',
      message: `${left.map(({ label }) => label).join(' and ')} need each other's URLs, and a service has one only once it exists. Nothing was changed. Create one of them first, with any image, for instance with gcloud run deploy ${left[0]?.label} --image=us-docker.pkg.dev/cloudrun/container/hello.`,
    },
  ]);
}
