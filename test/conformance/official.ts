/** What the official clients need so that they talk to the recorder: an endpoint, and credentials that ask nobody. */

import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { protobuf, serializer } from 'google-gax';

export const TOKEN = 'ya29.conformance';

/** Credentials with a fixed token. */
export function fixedToken(): OAuth2Client {
  const client = new OAuth2Client();
  client.setCredentials({ access_token: TOKEN, expiry_date: Date.now() + 3_600_000 });
  return client;
}

/** Options of a generated `@google-cloud` client over REST. */
export function restOptions(url: string) {
  const { hostname, port, protocol } = new URL(url);
  const auth = new GoogleAuth({ authClient: fixedToken() as never }) as never;
  return { fallback: true, auth, apiEndpoint: hostname, port: Number(port), protocol: protocol.slice(0, -1) } as const;
}

/** Options of a `@googleapis` client. */
export const discoveryOptions = (url: string) => ({ rootUrl: `${url}/`, auth: fixedToken() as never, retry: false });

/**
 * A generated client that writes enums by name, as our code does. By itself it writes their numbers, which the JSON mapping
 * takes as well; so each name of ours is checked against the number of the API's own definition.
 */
export function named<Client extends object>(client: Client): Client {
  (client as { _gaxGrpc: { numericEnums: boolean } })._gaxGrpc.numericEnums = false;
  return client;
}

/** Definitions are large: each is read once. */
const roots = new Map<object, protobuf.Root>();

/**
 * A resource in the JSON of the REST API as the message that a generated client takes, by the protobuf JSON mapping
 * (https://protobuf.dev/programming-guides/json/). Fields that the API's definition does not know are left out, and so
 * become differences.
 */
export function message(protos: object, type: string, json: object): object {
  const root = roots.get(protos) ?? protobuf.Root.fromJSON(protos as protobuf.INamespace);
  roots.set(protos, root);
  root.resolveAll();
  const found = root.lookupType(type);
  return found.toObject(serializer.fromProto3JSON(found, known(found, json) as never) as never);
}

function known(type: protobuf.Type, json: object): object {
  const entries = Object.entries(json).flatMap(([name, value]) => {
    const field = type.fields[name];
    const inner = field?.resolve().resolvedType;
    if (!field) return [];
    if (!(inner instanceof protobuf.Type) || inner.fullName.startsWith('.google.protobuf.')) return [[name, value]];
    return [
      [name, field.repeated ? (value as object[]).map((one) => known(inner, one)) : known(inner, value as object)],
    ];
  });
  return Object.fromEntries(entries);
}
