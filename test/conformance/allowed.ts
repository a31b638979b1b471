/**
 * The differences from the official clients that are meant, each with its reason and a source. A difference that is not here
 * fails its pair; an entry that no pair meets any more fails the suite.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Difference } from './compare.ts';

export interface Allowed {
  /** Which pairs, by their names. */
  readonly pairs: RegExp;
  /** Where, as in `Difference.at`, in whichever request of the call. */
  readonly at: string | RegExp;
  /** The value that our code sends, if only that one is allowed. */
  readonly ours?: unknown;
  /** The value that the official client sends, likewise. */
  readonly official?: unknown;
  /** What the two values still have in common. */
  readonly alike?: (ours: string, official: string) => boolean;
  readonly reason: string;
  /** Where the reason can be checked. */
  readonly source: string;
}

/** Recorded, see `pairs/storage-python.ts`. */
const PYTHON = /^storage \(Python\)/;
const RESUMABLE = /^storage: a large file/;

/** Index and image, each in OCI's and in Docker's form. */
const ACCEPTED = [
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
].join(', ');

export const ALLOWED: readonly Allowed[] = [
  {
    pairs: /./,
    at: 'headers.accept',
    ours: undefined,
    reason: 'A request without Accept takes any type, which is what the other clients write out.',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1',
  },
  {
    pairs: /./,
    at: 'headers.accept-encoding',
    ours: undefined,
    reason: 'Responses are small and are read uncompressed; without the header a server may send them as they are.',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3',
  },
  {
    pairs: /^storage: content of an object/,
    at: 'headers.cache-control',
    ours: undefined,
    reason: 'Only state of our own is read, and its objects are stored with no-store, so no cache may hold them.',
    source: 'https://cloud.google.com/storage/docs/caching',
  },
  {
    pairs: /^storage.*: (a copy|upload of|a large file|new headers)/,
    at: 'query.fields',
    reason:
      'A partial response: thousands of uploads read one field of it. The official client has no option for it here.',
    source: 'https://cloud.google.com/storage/docs/json_api#partial-response',
  },
  {
    pairs: /^storage: a copy/,
    at: 'query.ifSourceGenerationMatch',
    reason:
      'The copy must fail if the source was overwritten since it was listed; the official client has no option for it.',
    source: 'https://cloud.google.com/storage/docs/json_api/v1/objects/rewrite',
  },
  ...['query.ifGenerationMatch', 'body.contentType', 'body.cacheControl'].map((at) => ({
    pairs: /^storage: a copy/,
    at,
    reason: 'Further rounds of a rewrite may leave out what the first one said, or say the same again, as ours do.',
    source: 'https://cloud.google.com/storage/docs/json_api/v1/objects/rewrite',
  })),
  {
    pairs: /^storage: a copy/,
    at: 'body.token',
    ours: undefined,
    reason: 'The API knows no such field: the client copies its own option into the body. The token is a parameter.',
    source: 'https://github.com/googleapis/nodejs-storage/blob/main/src/file.ts',
  },
  {
    pairs: /^storage: upload of/,
    at: 'framing',
    ours: 'content-length',
    reason:
      'The official client streams the body; ours is in memory, so its length is known. Both frame the same bytes.',
    source: 'https://www.rfc-editor.org/rfc/rfc9112#section-6',
  },
  {
    pairs: /^storage.*: upload of/,
    at: 'body.parts.0.headers.content-type',
    ours: 'application/json; charset=utf-8',
    reason: 'JSON is UTF-8 with or without the parameter; the documentation of the upload writes it out.',
    source: 'https://cloud.google.com/storage/docs/uploading-objects#uploading-an-object',
  },
  {
    pairs: RESUMABLE,
    at: 'headers.authorization',
    ours: 'Bearer *',
    reason:
      'The official client sends a token to hosts of Google alone when it uploads in a session; the recorder is none.',
    source: 'https://github.com/googleapis/nodejs-storage/blob/main/src/resumable-upload.ts',
  },
  {
    pairs: RESUMABLE,
    at: 'body.contentType',
    ours: 'text/html; charset=utf-8',
    reason: 'Said in X-Upload-Content-Type, too, with the same value; the metadata is the same object for all uploads.',
    source: 'https://cloud.google.com/storage/docs/performing-resumable-uploads#initiate-session',
  },
  {
    pairs: /^storage: a large file whose second piece/,
    at: 'headers.content-range',
    ours: `bytes */${8 * 1024 * 1024 + 1000}`,
    reason: 'The status query names the size, as its documentation says; the official client leaves it open.',
    source: 'https://cloud.google.com/storage/docs/performing-resumable-uploads#status-check',
  },
  {
    pairs: /^(run|secret manager|kms|monitoring|artifact registry: (tags|deletion).*):?/,
    at: 'headers.x-goog-request-params',
    ours: undefined,
    reason: 'Routes gRPC calls, whose path says nothing of the resource. The path of a REST call does.',
    source: 'https://google.aip.dev/client-libraries/4222',
  },
  {
    pairs: /^(run|secret manager|kms|monitoring|artifact registry: (tags|deletion).*):?/,
    at: 'headers.content-type',
    ours: undefined,
    official: 'application/json',
    reason: 'The generated clients say it of GET requests, too, which have no content.',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-8.3',
  },
  {
    pairs: /^run: (creation|validation|update|the schema record)/,
    at: /^body\.(.+\.)?(labels|annotations|limits|environmentVariables)$/,
    ours: undefined,
    official: {},
    reason:
      'In the JSON mapping of protobuf an empty map is the same as an absent one; the generated clients write it out.',
    source: 'https://protobuf.dev/programming-guides/json/#presence',
  },
  {
    pairs: /^run: creation from the manifest nulls/,
    at: 'body.template.containers.0.env',
    ours: [],
    official: undefined,
    reason: 'In the JSON mapping of protobuf an empty list is the same as an absent one.',
    source: 'https://protobuf.dev/programming-guides/json/#presence',
  },
  {
    pairs: /^run: (validation of a changed|update|the schema record)/,
    at: 'body.name',
    official: undefined,
    reason: 'The resource goes back as it was read, with its name, which the address names as well.',
    source: 'https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services/patch',
  },
  {
    pairs: /^run: creation from the manifest exported-service/,
    at: /^body\.template\.client(Version)?$/,
    official: undefined,
    reason: 'The REST API has the field; the protobuf definition of the generated client leaves it out.',
    source: 'https://run.googleapis.com/$discovery/rest?version=v2',
  },
  {
    pairs: PYTHON,
    at: 'path',
    alike: (ours, official) => decodeURIComponent(ours) === decodeURIComponent(official),
    reason: "Python encodes !'()* in names; in a path they may stand as they are, as Node's client leaves them, too.",
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.3',
  },
  {
    pairs: PYTHON,
    at: 'query.prettyPrint',
    ours: undefined,
    reason: 'Only the white space of the response.',
    source: 'https://cloud.google.com/apis/docs/system-parameters',
  },
  {
    pairs: PYTHON,
    at: 'query.projection',
    ours: undefined,
    reason: 'Which access controls a response shows; ours names its fields, and they are none of them.',
    source: 'https://cloud.google.com/storage/docs/json_api/v1/objects/list',
  },
  {
    pairs: PYTHON,
    at: 'query.name',
    official: undefined,
    reason: 'The name of a new object is a parameter, as with Node, or a field of the metadata.',
    source: 'https://cloud.google.com/storage/docs/json_api/v1/objects/insert',
  },
  {
    pairs: PYTHON,
    at: /^body\.(parts\.0\.body\.)?name$/,
    ours: undefined,
    reason: 'As above: said in the parameter.',
    source: 'https://cloud.google.com/storage/docs/json_api/v1/objects/insert',
  },
  {
    pairs: PYTHON,
    at: 'headers.x-upload-content-type',
    ours: undefined,
    reason: 'Python says it in every request of an upload; it has a meaning where a session begins.',
    source: 'https://cloud.google.com/storage/docs/performing-resumable-uploads#initiate-session',
  },
  {
    pairs: PYTHON,
    at: 'framing',
    ours: 'none',
    official: 'content-length',
    reason: 'A DELETE without content: a length of 0 says the same.',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-8.6',
  },
  {
    pairs: /^storage \(Python\): a large file/,
    at: 'headers.content-type',
    alike: (ours, official) => ours === 'undefined' || official.startsWith(ours),
    reason: 'JSON is UTF-8 with or without the parameter; pieces have the type that the session began with.',
    source: 'https://cloud.google.com/storage/docs/performing-resumable-uploads#chunked-upload',
  },
  {
    pairs: /^storage \(Python\): a large file/,
    at: 'body.md5Hash',
    official: undefined,
    reason: 'The recording asks for no checksum; ours lets the server check one.',
    source: 'https://cloud.google.com/storage/docs/json_api/v1/objects/insert',
  },
  {
    pairs: /^registry: a configuration/,
    at: 'headers.referer',
    ours: undefined,
    reason: "Go's HTTP client adds it when it follows a redirect; no registry asks for it.",
    source: 'https://pkg.go.dev/net/http#Client',
  },
  {
    pairs: /^registry: tags/,
    at: 'query.n',
    ours: '1000',
    official: undefined,
    reason: 'Asks for large pages, so that a repository with many tags takes few calls.',
    source: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags',
  },
  {
    pairs: /^registry: a digest/,
    at: 'headers.accept',
    ours: ACCEPTED,
    official: `*/*, ${ACCEPTED}`,
    reason: 'Responses of other types are of no use to us; the types that we know are the same.',
    source: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests',
  },
];

export function isAllowed({ pairs, at, alike, ...values }: Allowed, pair: string, difference: Difference): boolean {
  const place = difference.at.replace(/^\[\d+\]\./, '');
  if (!pairs.test(pair) || !(typeof at === 'string' ? at === place : at.test(place))) return false;
  if (alike && !alike(String(difference.ours), String(difference.official))) return false;
  return (['ours', 'official'] as const).every(
    (side) => !(side in values) || isDeepStrictEqual(values[side], difference[side]),
  );
}
