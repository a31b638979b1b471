var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// shared:src/runtime/action.ts
var readSurroundings, runAction;
var init_action = __esm({
  "shared:src/runtime/action.ts"() {
    ({ readSurroundings, runAction } = require("../shared/runtime.cjs")["src/runtime/action.ts"]);
  }
});

// shared:src/inputs/lists.ts
var LineError, parseList, parseMap, writeList, writeMap;
var init_lists = __esm({
  "shared:src/inputs/lists.ts"() {
    ({ LineError, parseList, parseMap, writeList, writeMap } = require("../shared/runtime.cjs")["src/inputs/lists.ts"]);
  }
});

// shared:src/inputs/service-manifest.ts
var readManifestName, readNamedManifest;
var init_service_manifest = __esm({
  "shared:src/inputs/service-manifest.ts"() {
    ({ readManifestName, readNamedManifest } = require("../shared/inputs.cjs")["src/inputs/service-manifest.ts"]);
  }
});

// shared:src/inputs/services.ts
var parseServiceName, readServiceName, readServiceNames;
var init_services = __esm({
  "shared:src/inputs/services.ts"() {
    ({ parseServiceName, readServiceName, readServiceNames } = require("../shared/inputs.cjs")["src/inputs/services.ts"]);
  }
});

// shared:src/inputs/shared.ts
var parseProject, parseRegion, readAuthInputs, readGitHubToken, readHistoryInputs, readSharedInputs;
var init_shared = __esm({
  "shared:src/inputs/shared.ts"() {
    ({ parseProject, parseRegion, readAuthInputs, readGitHubToken, readHistoryInputs, readSharedInputs } = require("../shared/inputs.cjs")["src/inputs/shared.ts"]);
  }
});

// shared:src/google/errors/not-found.ts
var absent;
var init_not_found = __esm({
  "shared:src/google/errors/not-found.ts"() {
    ({ absent } = require("../shared/inputs.cjs")["src/google/errors/not-found.ts"]);
  }
});

// shared:src/inputs/duration.ts
var formatDuration, formatMinute, parseDuration, parseSeconds;
var init_duration = __esm({
  "shared:src/inputs/duration.ts"() {
    ({ formatDuration, formatMinute, parseDuration, parseSeconds } = require("../shared/runtime.cjs")["src/inputs/duration.ts"]);
  }
});

// shared:src/runtime/errors.ts
var CancelledError, CloudError, InputError, OutcomeError, PolicyError, TimedOutError, allAtOnce, isAbort, mergeErrors, stateAfter, withState;
var init_errors = __esm({
  "shared:src/runtime/errors.ts"() {
    ({ CancelledError, CloudError, InputError, OutcomeError, PolicyError, TimedOutError, allAtOnce, isAbort, mergeErrors, stateAfter, withState } = require("../shared/runtime.cjs")["src/runtime/errors.ts"]);
  }
});

// shared:src/freeze/freeze.ts
var BlockedError, FREEZE_ANNOTATION, checkFreeze, freezeLines, freezeOn, readFreeze;
var init_freeze = __esm({
  "shared:src/freeze/freeze.ts"() {
    ({ BlockedError, FREEZE_ANNOTATION, checkFreeze, freezeLines, freezeOn, readFreeze } = require("../shared/inputs.cjs")["src/freeze/freeze.ts"]);
  }
});

// shared:src/records/annotations.ts
var ANNOTATION_PREFIX, COMMIT_LABEL, isReserved, isReservedPath, readAnnotation;
var init_annotations = __esm({
  "shared:src/records/annotations.ts"() {
    ({ ANNOTATION_PREFIX, COMMIT_LABEL, isReserved, isReservedPath, readAnnotation } = require("../shared/manifest.cjs")["src/records/annotations.ts"]);
  }
});

// src/google/run/revisions.ts
function createRevisions(http, endpoint) {
  return {
    get: (name) => absent(
      http.json({
        method: "GET",
        url: `${endpoint}/v2/${name}`,
        resource: `revision ${name}`,
        permission: "run.revisions.get",
        role: "roles/run.viewer"
      })
    )
  };
}
var shortName;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    init_not_found();
    shortName = (name) => name.slice(name.lastIndexOf("/") + 1);
  }
});

// src/records/live-release.ts
function liveRelease(resource) {
  const [revision, ...others] = servingRevisions(resource);
  if (others.length > 0) return void 0;
  return recordedReleases(resource).findLast((release) => release.revision === revision);
}
function revisionsOf({ latestReadyRevision = "" }, targets = []) {
  const shares = targets.filter(({ percent = 0 }) => percent > 0);
  return [...new Set(shares.map(({ revision }) => shortName(revision || latestReadyRevision)))];
}
var recordedReleases, servingRevisions;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    init_revisions();
    init_annotations();
    recordedReleases = (resource) => readAnnotation(resource, `${ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];
    servingRevisions = (resource) => revisionsOf(resource, resource.trafficStatuses ?? resource.instanceSplitStatuses);
  }
});

// src/records/canaries.ts
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    init_annotations();
    init_live_release();
  }
});

// src/records/holds.ts
function holdMessage(held2, consequence) {
  const services = held2.map(({ name, hold }) => `The ${servicePlace(name)} is on hold. ${describeServiceHold(hold)}`);
  return `${services.join(" ")} ${consequence} To release the hold, run the rollback workflow or deploy-run with release-hold: true, and then run this again. To continue once despite the hold, set force: true.`;
}
function servicePlace(name) {
  const [, project, , region, collection, service] = name.split("/");
  return `${collection === "workerPools" ? "worker pool" : "service"} ${service} in ${region} of ${project}`;
}
async function read(http, endpoint, name) {
  if (name.includes("/workerPools/")) return await get(http, endpoint, name);
  const service = await get(http, endpoint, name);
  if (service) return service;
  try {
    return await get(http, endpoint, name.replace("/services/", "/workerPools/"));
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return void 0;
    throw error;
  }
}
function get(http, endpoint, name) {
  const pool = name.includes("/workerPools/");
  return absent(
    http.json({
      method: "GET",
      url: `${endpoint}/v2/${name}`,
      resource: `${pool ? "worker pool" : "service"} ${name}`,
      permission: pool ? "run.workerpools.get" : "run.services.get",
      role: "roles/run.viewer"
    })
  );
}
var HOLD_ANNOTATION, holdOf, describeServiceHold, readNamedServices, holdsOf;
var init_holds = __esm({
  "src/records/holds.ts"() {
    "use strict";
    init_freeze();
    init_not_found();
    init_errors();
    init_annotations();
    init_canaries();
    HOLD_ANNOTATION = `${ANNOTATION_PREFIX}hold`;
    holdOf = (resource) => readAnnotation(resource, HOLD_ANNOTATION, (value) => typeof value.at === "string");
    describeServiceHold = (hold) => `${hold.by} put the service on hold at ${hold.at}: ${hold.reason} (${hold.runUrl}).`;
    readNamedServices = (http, endpoint, names2) => Promise.all(names2.map(async (name) => ({ name, resource: await read(http, endpoint, name) })));
    holdsOf = (services) => services.flatMap(({ name, resource }) => {
      const hold = holdOf(resource);
      return hold ? [{ name, hold }] : [];
    });
  }
});

// src/records/sites.ts
function parseSitePlace(text) {
  const [bucket = "", ...folders] = text.replace(/^gs:\/\//, "").split("/").filter((part) => part !== "");
  return { bucket, prefix: folders.map((folder) => `${folder}/`).join("") };
}
async function readBytes({ http, endpoint }, bucket, name, maxBytes) {
  const url = `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  const headers = { "accept-encoding": "gzip", "cache-control": "no-store" };
  const resource = `object ${name} of bucket ${bucket}`;
  const answer = await absent(
    http.text({ method: "GET", url, headers, resource, ...READER, ...maxBytes !== void 0 && { maxBytes } })
  );
  return answer?.bytes;
}
async function readSiteState(bucket, site) {
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}${SITE_STATE}`);
  return bytes && parse(bytes, `The state of the ${siteLabel(site)}`);
}
async function readSiteManifest(bucket, site, release) {
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}.releases/${release}/manifest.json`);
  return bytes && parse(bytes, `The manifest of ${release} of the site ${site.name}`);
}
function parse(bytes, what) {
  const value = JSON.parse(bytes.toString("utf8"));
  if (value.format === 1) return value;
  throw new OutcomeError(`${what} has format ${value.format}, and this version reads format 1. Use a newer version.`);
}
var SITE_STATE, READER, siteLabel, describeSiteHold;
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    init_not_found();
    init_duration();
    init_errors();
    init_holds();
    SITE_STATE = ".releases/state.json";
    READER = { permission: "storage.objects.get", role: "roles/storage.objectViewer" };
    siteLabel = ({ name, bucket, prefix }) => `site ${name} in gs://${bucket}/${prefix}`;
    describeSiteHold = ({ release, at, by, reason }) => `${release} since ${at}, by ${by}${reason === "" ? "" : `. Reason: ${reason}`}`;
  }
});

// actions/promotion/plan/entries.ts
function migrationJobOf({ job, manifest, "from-service": from }, services, { ofEntry, ofManifest }) {
  if (job !== void 0) return String(job);
  if (manifest !== void 0) return ofManifest({ manifest });
  if (from === void 0) return void 0;
  const entry = services.find((one) => one.manifest === from || one.service === from);
  const service = entry ? ofEntry(entry) : /[/.]/.test(String(from)) ? ofManifest({ manifest: from }) : String(from);
  return service && `${service}-migrate`;
}
var unknownName;
var init_entries = __esm({
  "actions/promotion/plan/entries.ts"() {
    "use strict";
    unknownName = (name, entries) => `names ${name}, which is not in the list. It has: ${entries.map((entry) => entry.name).join(", ") || "nothing"}.`;
  }
});

// actions/promotion/inputs.ts
function readInputs(reader, context) {
  const task = reader.oneOf("task", ["source", "fetch"], "source");
  const auth = readAuthInputs(reader);
  const services = reader.parse("services", parseEntries, "[]");
  const jobs = reader.parse("jobs", parseEntries, "[]");
  const frontends = reader.parse("frontends", parseEntries, "[]");
  const migration = reader.parse("migration", parseObject, "{}");
  const project = given(reader, "from-project", parseProject);
  const region = given(reader, "from-region", parseRegion);
  const repository = given(reader, "from-image-repository", parseRepository);
  const named = reader.parse("from-services", parseMap, "");
  const givenJob = reader.text("from-migration-job");
  const places = reader.parse("from-sites", parseMap, "");
  const commit = reader.parse("commit", parseCommit);
  const targetRepository = reader.text("image-repository") ?? "";
  const targetProject = reader.parse("project", parseProject);
  const workspace = (0, import_node_path.resolve)(context.github.workspace || ".");
  const targetServices = readServiceNames(
    reader,
    { project: targetProject, region: void 0, commit: commit ?? "", workspace },
    "target-services"
  );
  const digests = reader.parse("digests", parseTexts, "{}");
  const releases = reader.parse("releases", parseTexts, "{}");
  const folder = reader.text("folder") ?? "";
  const githubToken = readGitHubToken(reader);
  for (const name of named.keys())
    if (![...services, ...jobs].some((entry) => entry.name === name))
      reader.problem("from-services", unknownName(name, [...services, ...jobs]));
  for (const name of places.keys())
    if (!frontends.some((entry) => entry.name === name)) reader.problem("from-sites", unknownName(name, frontends));
  const place = { project, region, commit: commit ?? context.github.sha, workspace };
  const ofManifest = (entry) => nameIn(entry, place);
  const ofEntry = (entry) => named.get(String(entry.name)) ?? String(entry.service ?? entry.job ?? ofManifest(entry) ?? entry.name);
  const migrationJob = givenJob ?? migrationJobOf(migration, services, { ofEntry, ofManifest });
  if (migration.image !== void 0 && migrationJob === void 0)
    reader.problem(
      "from-migration-job",
      "is required, because neither job, manifest nor from-service names the migration job. Give its name at the source."
    );
  reader.done();
  return {
    task,
    auth,
    project,
    region,
    repository,
    images: services.flatMap(
      (entry, i) => entry.image === void 0 ? [{ name: String(entry.name), slot: `s${i}` }] : []
    ),
    services: services.filter(({ manifest, service }) => manifest !== void 0 || service !== void 0).map((entry) => ({ entry: String(entry.name), service: ofEntry(entry) })),
    jobs: jobs.filter(({ manifest, job }) => manifest !== void 0 || job !== void 0).map((entry) => ({ entry: String(entry.name), service: ofEntry(entry) })),
    migrationJob: migration.image === void 0 ? void 0 : migrationJob,
    sites: [...places].map(([name, place2]) => ({ name, ...parseSitePlace(place2) })),
    rebuilt: frontends.map(({ name }) => String(name)).filter((name) => !places.has(name)),
    commit,
    githubToken,
    target: {
      repository: targetRepository.replace(/\/+$/, ""),
      services: targetServices,
      sites: frontends.map(({ name, bucket, prefix = "" }) => ({
        name: String(name),
        ...parseSitePlace(`${bucket}/${prefix}`)
      }))
    },
    digests,
    releases,
    folder
  };
}
function nameIn({ manifest, substitutions }, place) {
  if (manifest === void 0) return void 0;
  try {
    return readNamedManifest(JSON.stringify({ manifest, substitutions }), place).name;
  } catch {
    return void 0;
  }
}
function given(reader, name, parser) {
  return reader.required(name) === "" ? "" : reader.parse(name, parser) ?? "";
}
function parseCommit(text) {
  if (/^[0-9a-f]{7,40}$/.test(text)) return text;
  throw new Error(`"${text}" is not a commit. Give its SHA, in full or at least its first 7 digits.`);
}
function parseRepository(text) {
  const repository = text.replace(/\/+$/, "");
  if (/^[^/\s]+\/[^\s@]+$/.test(repository)) return repository;
  throw new Error(`"${text}" is not a repository. Give it as REGION-docker.pkg.dev/PROJECT/REPOSITORY.`);
}
function parseEntries(text) {
  const list = JSON.parse(text);
  if (Array.isArray(list) && list.every((entry) => typeof entry === "object" && entry !== null))
    return list.map(withoutNull);
  throw new Error("is not a JSON list of objects.");
}
function parseObject(text) {
  const value = text === "" ? {} : JSON.parse(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return withoutNull(value);
  throw new Error("is not a JSON object.");
}
var import_node_path, withoutNull, parseTexts;
var init_inputs = __esm({
  "actions/promotion/inputs.ts"() {
    "use strict";
    import_node_path = require("node:path");
    init_lists();
    init_service_manifest();
    init_services();
    init_shared();
    init_sites();
    init_entries();
    withoutNull = (entry) => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
    parseTexts = (text) => Object.fromEntries(Object.entries(parseObject(text)).map(([key, value]) => [key, String(value ?? "")]));
  }
});

// shared:src/container/image-reference.ts
var DIGEST, TAG, artifactRegistryRepository, formatImageDigest, formatImageName, imageNameOf, isDigestReference, isLoopback, parseImageDigest, parseImageName, registryPath, splitPath;
var init_image_reference = __esm({
  "shared:src/container/image-reference.ts"() {
    ({ DIGEST, TAG, artifactRegistryRepository, formatImageDigest, formatImageName, imageNameOf, isDigestReference, isLoopback, parseImageDigest, parseImageName, registryPath, splitPath } = require("../shared/inputs.cjs")["src/container/image-reference.ts"]);
  }
});

// shared:src/runtime/context.ts
var connect;
var init_context = __esm({
  "shared:src/runtime/context.ts"() {
    ({ connect } = require("../shared/runtime.cjs")["src/runtime/context.ts"]);
  }
});

// shared:src/runtime/summary.ts
var code, createSummary, link, listed, md, mermaidLabel, plain, writeSummary;
var init_summary = __esm({
  "shared:src/runtime/summary.ts"() {
    ({ code, createSummary, link, listed, md, mermaidLabel, plain, writeSummary } = require("../shared/runtime.cjs")["src/runtime/summary.ts"]);
  }
});

// shared:src/container/registry.ts
var MANIFEST_TYPES, OCI_INDEX, OCI_MANIFEST, createRegistry, formatPlatform, formatReference, imageLabels, isAttestation, parseImageManifest;
var init_registry = __esm({
  "shared:src/container/registry.ts"() {
    ({ MANIFEST_TYPES, OCI_INDEX, OCI_MANIFEST, createRegistry, formatPlatform, formatReference, imageLabels, isAttestation, parseImageManifest } = require("../shared/inputs.cjs")["src/container/registry.ts"]);
  }
});

// shared:src/google/http/client.ts
var createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups;
var init_client = __esm({
  "shared:src/google/http/client.ts"() {
    ({ createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups } = require("../shared/runtime.cjs")["src/google/http/client.ts"]);
  }
});

// shared:src/google/http/invalid-response.ts
var about, notJson, parseAnswer, redirected, tooLarge, tooSlow;
var init_invalid_response = __esm({
  "shared:src/google/http/invalid-response.ts"() {
    ({ about, notJson, parseAnswer, redirected, tooLarge, tooSlow } = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"]);
  }
});

// shared:src/container/registry-calls.ts
var READ, WRITE, createRegistryCalls;
var init_registry_calls = __esm({
  "shared:src/container/registry-calls.ts"() {
    ({ READ, WRITE, createRegistryCalls } = require("../shared/inputs.cjs")["src/container/registry-calls.ts"]);
  }
});

// src/container/registry-artifacts.ts
function createRegistryArtifacts(client) {
  const calls = createRegistryCalls(client);
  const resource = (image) => `image ${formatImageName(image)}`;
  return {
    async tags(image, prefix) {
      const found = [];
      let url = calls.url(image, `/tags/list?n=${PAGE}&last=${prefix.slice(0, -1)}`);
      for (let pages = 0; url !== void 0 && pages < MOST_PAGES; pages++) {
        const at = url;
        const answer = await absent(
          calls.send({ method: "GET", url: at, resource: resource(image), maxBytes: MOST_LIST, ...READ })
        );
        if (!answer) return [];
        const about2 = { resource: resource(image), url: at, status: answer.status };
        const { tags } = parseAnswer(about2, answer.text);
        const page = (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === "string");
        found.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = locationOf(at, /<([^>]+)>; *rel="?next"?/.exec(answer.headers.link ?? "")?.[1]);
        if (next !== void 0 && new URL(next).origin !== new URL(at).origin) throw redirected(about2, next);
        const past = page.length > 0 && page.at(-1) > `${prefix}\uFFFF` && isSorted(page);
        url = past ? void 0 : next;
      }
      return [...new Set(found)];
    },
    async referrers(image, digest, artifactType) {
      const url = calls.url(image, `/referrers/${digest}?artifactType=${encodeURIComponent(artifactType)}`);
      try {
        const answer = await calls.send({
          method: "GET",
          url,
          resource: resource(image),
          maxBytes: MOST_LIST,
          ...READ
        });
        const about2 = { resource: resource(image), url, status: answer.status };
        const { manifests } = parseAnswer(about2, answer.text);
        return (Array.isArray(manifests) ? manifests : []).flatMap(
          ({ digest: one }) => typeof one === "string" ? [one] : []
        );
      } catch (error) {
        if (error instanceof CloudError && error.status >= 200 && error.status < 500) return [];
        throw error;
      }
    },
    async blob(image, digest, maxBytes) {
      const answer = await absent(calls.blob(image, digest, maxBytes, resource(image)));
      return answer && sha256Digest(answer.bytes) === digest ? answer.bytes : void 0;
    },
    async pushBlob(image, mediaType, content) {
      const digest = sha256Digest(content);
      const about2 = { resource: resource(image), ...WRITE };
      const descriptor = { mediaType, digest, size: content.length };
      const begin = calls.url(image, "/blobs/uploads/");
      const started = await calls.send({ ...about2, method: "POST", url: begin, idempotent: true });
      const session = locationOf(begin, started.headers.location);
      if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
        throw redirected({ ...about2, url: begin, status: started.status }, session);
      const put = new URL(session);
      put.searchParams.set("digest", digest);
      await calls.send({
        ...about2,
        method: "PUT",
        url: put.href,
        headers: { "content-type": "application/octet-stream" },
        body: content
      });
      return descriptor;
    },
    async pushManifest(image, tag, manifest) {
      await calls.send({
        method: "PUT",
        url: calls.url(image, `/manifests/${tag}`),
        headers: { "content-type": OCI_MANIFEST },
        body: manifest,
        resource: `tag ${formatImageName(image)}:${tag}`,
        ...WRITE
      });
    }
  };
}
var import_node_crypto, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    init_not_found();
    init_client();
    init_invalid_response();
    init_errors();
    init_image_reference();
    init_registry();
    init_registry_calls();
    PAGE = 1e3;
    MOST_PAGES = 1e3;
    MOST_LIST = 256e6;
    sha256Digest = (bytes) => `sha256:${(0, import_node_crypto.createHash)("sha256").update(bytes).digest("hex")}`;
    isSorted = (texts) => texts.every((text, i) => i === 0 || (texts[i - 1] ?? "") <= text);
  }
});

// shared:src/provenance/attestation-tag.ts
var ATTESTATION_TAG;
var init_attestation_tag = __esm({
  "shared:src/provenance/attestation-tag.ts"() {
    ({ ATTESTATION_TAG } = require("../shared/inputs.cjs")["src/provenance/attestation-tag.ts"]);
  }
});

// src/provenance/attestation-store.ts
var EMPTY, attestationTagPrefix;
var init_attestation_store = __esm({
  "src/provenance/attestation-store.ts"() {
    "use strict";
    init_registry();
    init_registry_artifacts();
    init_errors();
    init_attestation_tag();
    EMPTY = Buffer.from("{}");
    attestationTagPrefix = (digest) => `${ATTESTATION_TAG}${digest.replace("sha256:", "")}-`;
  }
});

// actions/promotion/fetch/copy-image.ts
async function copyImage(http, from, to, digest) {
  const registry = createRegistry(http);
  const artifacts = createRegistryArtifacts(http);
  const there = await registry.digest(to, digest) !== void 0;
  if (!there) await copyManifest(digest);
  if (formatImageName(from) === formatImageName(to)) return { copied: false, attestations: 0 };
  const prefix = attestationTagPrefix(digest);
  const [tags, known] = await Promise.all([artifacts.tags(from, prefix), artifacts.tags(to, prefix)]);
  const missing = tags.filter((tag) => !known.includes(tag));
  for (const tag of missing) {
    const manifest = await registry.manifest(from, tag);
    if (!manifest) continue;
    await copyBlobs(manifest);
    await artifacts.pushManifest(to, tag, manifest.bytes);
  }
  return { copied: !there, attestations: missing.length };
  async function copyManifest(reference) {
    const manifest = await registry.manifest(from, reference);
    if (!manifest)
      throw new OutcomeError(
        `The image ${formatReference(from, reference)} no longer exists. Nothing was deployed. Release it at the source again.`
      );
    for (const child of manifest.manifests) await copyManifest(child.digest);
    await copyBlobs(manifest);
    await registry.tag(to, manifest, reference);
  }
  async function copyBlobs({ config, layers }) {
    const blobs = new Map([...config ? [config] : [], ...layers].map((blob) => [blob.digest, blob]));
    await Promise.all([...blobs.values()].map((blob) => copyBlob(http, from, to, blob)));
  }
}
async function copyBlob(http, from, to, blob) {
  const calls = createRegistryCalls(http);
  const about2 = { resource: `image ${formatImageName(to)}`, ...WRITE };
  const there = await absent(
    calls.send({ ...about2, ...READ, method: "HEAD", url: calls.url(to, `/blobs/${blob.digest}`) })
  );
  if (there) return;
  const mount = from.host === to.host ? `?mount=${blob.digest}&from=${encodeURIComponent(registryPath(from))}` : "";
  const begin = calls.url(to, `/blobs/uploads/${mount}`);
  const started = await calls.send({ ...about2, method: "POST", url: begin, idempotent: true });
  if (started.status === 201) return;
  const session = locationOf(begin, started.headers.location);
  if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
    throw new OutcomeError(`The registry ${to.host} returned no upload URL on its own host for a layer.`);
  const put = new URL(session);
  put.searchParams.set("digest", blob.digest);
  await calls.send({
    ...about2,
    method: "PUT",
    url: put.href,
    headers: { "content-type": "application/octet-stream", "content-length": String(blob.size) },
    body: () => streamOf(http, from, blob),
    deadline: LAYER_DEADLINE,
    attemptTimeout: LAYER_DEADLINE
  });
}
function streamOf(http, image, { digest }) {
  const content = new import_node_stream.PassThrough();
  const calls = createRegistryCalls(http);
  const url = calls.url(image, `/blobs/${digest}`);
  const about2 = { method: "GET", resource: `image ${formatImageName(image)}`, ...READ };
  const read2 = async () => {
    const answer = await http.raw({ ...about2, url });
    const location = answer.status < 300 ? void 0 : locationOf(url, String(answer.headers.location ?? ""));
    if (location !== void 0) await answer.body.dump();
    const found = location === void 0 ? answer : await http.raw({ ...about2, url: location, authenticated: false });
    if (found.status >= 300) {
      await found.body.dump();
      throw new OutcomeError(`A layer of ${formatImageName(image)} could not be read: status ${found.status}.`);
    }
    await (0, import_promises.pipeline)(found.body, content);
  };
  read2().catch((error) => content.destroy(error));
  return content;
}
var import_node_stream, import_promises, LAYER_DEADLINE;
var init_copy_image = __esm({
  "actions/promotion/fetch/copy-image.ts"() {
    "use strict";
    import_node_stream = require("node:stream");
    import_promises = require("node:stream/promises");
    init_image_reference();
    init_registry();
    init_registry_artifacts();
    init_registry_calls();
    init_not_found();
    init_client();
    init_attestation_store();
    init_errors();
    LAYER_DEADLINE = 30 * 6e4;
  }
});

// actions/promotion/fetch/write-inside.ts
function writeInside(folder, path, bytes) {
  const file = (0, import_node_path2.resolve)(folder, path);
  if (!file.startsWith((0, import_node_path2.resolve)(folder) + import_node_path2.sep)) throw new OutcomeError(`${path} is not a path inside the site.`);
  (0, import_node_fs.mkdirSync)((0, import_node_path2.dirname)(file), { recursive: true });
  (0, import_node_fs.writeFileSync)(file, bytes);
}
var import_node_fs, import_node_path2;
var init_write_inside = __esm({
  "actions/promotion/fetch/write-inside.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path2 = require("node:path");
    init_errors();
  }
});

// actions/promotion/plan/built-in-hosts.ts
function findHosts(path, content, hosts) {
  if (hosts.length === 0 || !isText(path)) return [];
  const text = content.toString("latin1").toLowerCase();
  return hosts.filter((host) => names(text, host.toLowerCase()));
}
function names(text, host) {
  for (let at = text.indexOf(host); at >= 0; at = text.indexOf(host, at + 1)) {
    const before = text[at - 1] ?? "";
    const after = text.slice(at + host.length, at + host.length + 2);
    if (!/[a-z0-9.-]/.test(before) && !/^(?:[a-z0-9-]|\.[a-z0-9])/.test(after)) return true;
  }
  return false;
}
function builtInProblem(label, found) {
  if (found.length === 0) return void 0;
  const listed2 = found.toSorted().slice(0, 5).join("; ");
  return `The ${label} was built for the source and cannot be promoted: ${listed2}. Let it read its configuration at run time, or remove it from from-sites, so that it is built for the target.`;
}
var TEXT, isText;
var init_built_in_hosts = __esm({
  "actions/promotion/plan/built-in-hosts.ts"() {
    "use strict";
    TEXT = /\.(?:html?|[cm]?js|css|json|webmanifest|xml|txt|svg|map)$/i;
    isText = (path) => TEXT.test(path);
  }
});

// actions/promotion/plan/choose-source.ts
function choosePromotion(source) {
  const { members, sites } = source;
  const commits = /* @__PURE__ */ new Map();
  const note = (choice, label) => {
    if (choice.kind === "chosen") commits.set(choice.commit, [...commits.get(choice.commit) ?? [], label]);
  };
  for (const { label, state, optional } of members) if (state.kind === "found" && !optional) note(state.choice, label);
  for (const { label, choice } of sites) note(choice, label);
  const commit = [...commits.keys()][0] ?? "";
  const digests = source.images.map((image) => [image, digestOf(image, commit, source)]);
  const problems = [
    ...members.flatMap((member) => member.optional ? [] : memberProblems(member, source)),
    ...sites.flatMap((site) => siteProblems(site, source)),
    ...commits.size > 1 ? [
      `The source serves different commits: ${[...commits].map(([one, labels]) => `${one.slice(0, 12)} (${labels.join(", ")})`).join("; ")}. Release one commit there first.`
    ] : [],
    ...members.every(({ optional }) => optional) && sites.length === 0 ? [
      "No service, and no site in from-sites, says which commit the source serves. Name the source of one frontend in from-sites."
    ] : [],
    ...digests.flatMap(([image, found]) => typeof found === "string" ? [] : [imageProblem(image, found, source)])
  ];
  return {
    promotion: {
      commit,
      digests: Object.fromEntries(
        digests.flatMap(([{ slot }, found]) => typeof found === "string" ? [[slot, found]] : [])
      ),
      releases: Object.fromEntries(
        sites.flatMap(({ name, choice }) => choice.kind === "chosen" ? [[name, choice.release]] : [])
      )
    },
    problems
  };
}
function memberProblems({ label, state }, { commit }) {
  if (state.kind === "absent")
    return [`The ${label} does not exist. Release there first, or correct from-services or from-migration-job.`];
  const { choice, hold, rollout } = state;
  const moving = commit === void 0 ? rollout : void 0;
  return [
    ...held(label, hold),
    ...moving === void 0 ? [] : [`The ${label} has a rollout in progress: ${moving}. Promote after it has ended.`],
    ...choice.kind === "none" && moving === void 0 ? [`The ${label} ${choice.why}`] : []
  ];
}
function siteProblems({ label, choice, hold, unfinished }, { commit }) {
  return [
    ...held(label, hold),
    ...unfinished && commit === void 0 ? [`The ${label} is being switched. Promote once that is done.`] : [],
    ...choice.kind === "none" ? [`The ${label} ${choice.why}`] : []
  ];
}
function digestOf({ name }, commit, { repository, members }) {
  const start = `${repository}/${name}@`;
  const images = members.flatMap(
    ({ state }) => state.kind === "found" && state.choice.kind === "chosen" && state.choice.commit === commit ? state.images : []
  );
  const digests = new Set(images.filter((image) => image.startsWith(start)).map((image) => image.slice(start.length)));
  const [only, ...others] = digests;
  return only !== void 0 && others.length === 0 ? only : [...digests];
}
function imageProblem({ name }, found, { repository }) {
  const image = `${repository}/${name}`;
  return found.length === 0 ? `No service or job of the source runs the image ${image}. Correct from-image-repository, or remove the service ${name}.` : `The source runs the image ${image} with ${found.length} different digests: ${found.join(", ")}. Release one commit there first.`;
}
var laterProblems, withdrawn, held;
var init_choose_source = __esm({
  "actions/promotion/plan/choose-source.ts"() {
    "use strict";
    laterProblems = ({ members, sites }) => [
      ...members.flatMap(
        ({ label, state }) => state.kind === "found" ? [...held(label, state.hold), ...withdrawn(label, state.choice)] : []
      ),
      ...sites.flatMap(({ label, hold, choice }) => [...held(label, hold), ...withdrawn(label, choice)])
    ];
    withdrawn = (label, choice) => choice.kind === "none" && choice.withdrawn ? [`The ${label} ${choice.why}`] : [];
    held = (label, hold) => hold === void 0 ? [] : [`The ${label} is on hold: ${hold}`];
  }
});

// shared:src/github/open.ts
var openGitHub;
var init_open = __esm({
  "shared:src/github/open.ts"() {
    ({ openGitHub } = require("../shared/inputs.cjs")["src/github/open.ts"]);
  }
});

// actions/promotion/source/history.ts
async function checkHistory(commit, token, context) {
  const short2 = (sha) => sha.slice(0, 12);
  const what = `Nothing is promoted, and nothing was changed. The source serves commit ${short2(commit)}`;
  const { github: run2 } = context;
  if (commit === run2.sha) return;
  const open = openGitHub(token, context);
  if (!open)
    throw new OutcomeError(
      `${what}, and without github-token its history cannot be read. Grant the job contents: read.`
    );
  const relation = await (await open()).compare(run2.sha, commit);
  if (relation === "behind" || relation === "identical") return;
  throw new OutcomeError(
    `${what}, which is not in the history of ${short2(run2.sha)} (${run2.ref}), the commit of this run. Release a commit of that branch at the source, or start the promotion on the branch that the source was released from.`
  );
}
var init_history = __esm({
  "actions/promotion/source/history.ts"() {
    "use strict";
    init_open();
    init_errors();
  }
});

// src/google/http/pages.ts
async function* pagesOf(read2) {
  let pageToken;
  do {
    const page = await read2(pageToken ? { pageToken } : {});
    yield page;
    pageToken = page.nextPageToken;
  } while (pageToken);
}
var init_pages = __esm({
  "src/google/http/pages.ts"() {
    "use strict";
  }
});

// src/google/run/calls.ts
async function write(target, method, name, resource, mask, validateOnly = false) {
  const { http, endpoint, collection, word, permission } = target;
  const [parent, id] = name.split(`/${collection}/`);
  const query = new URLSearchParams();
  if (method === "create") query.set(`${collection.slice(0, -1)}Id`, id);
  else if (mask.length > 0) query.set("updateMask", mask.join(","));
  if (validateOnly) query.set("validateOnly", "true");
  return await http.json({
    method: method === "create" ? "POST" : "PATCH",
    url: `${endpoint}/v2/${method === "create" ? `${parent}/${collection}` : name}${query.size > 0 ? `?${query}` : ""}`,
    json: resource,
    idempotent: validateOnly,
    // A write returns as soon as its operation exists.
    attemptTimeout: 3e4,
    deadline: 6e4,
    resource: `${word} ${name}`,
    permission: `${permission}.${method}`,
    role: "roles/run.developer"
  });
}
var init_calls = __esm({
  "src/google/run/calls.ts"() {
    "use strict";
  }
});

// src/google/run/jobs.ts
function createJobs(http, endpoint) {
  const target = { http, endpoint, collection: "jobs", word: "job", permission: "run.jobs" };
  const facts = (name, verb) => ({
    resource: `job ${name}`,
    permission: `run.jobs.${verb}`,
    role: "roles/run.developer"
  });
  return {
    get: (name) => absent(http.json({ method: "GET", url: `${endpoint}/v2/${name}`, ...facts(name, "get") })),
    create: (name, job, validateOnly) => write(target, "create", name, withoutTokens(job), [], validateOnly),
    update: (name, job, validateOnly) => write(target, "update", name, withoutTokens(job), [], validateOnly),
    async list(location) {
      const jobs = [];
      const read2 = (next) => http.json({
        method: "GET",
        url: `${endpoint}/v2/${location}/jobs?${new URLSearchParams({ pageSize: "100", ...next })}`,
        resource: `jobs in ${location}`,
        permission: "run.jobs.list",
        role: "roles/run.viewer"
      });
      for await (const page of pagesOf(read2)) jobs.push(...page.jobs ?? []);
      return jobs;
    },
    async remove(name) {
      await absent(http.json({ method: "DELETE", url: `${endpoint}/v2/${name}`, ...facts(name, "delete") }));
    },
    async run(name, etag, overrides = []) {
      const containerOverrides = overrides.map(({ container, ...rest }) => ({
        ...container && { name: container },
        ...rest
      }));
      const operation = await http.json({
        method: "POST",
        url: `${endpoint}/v2/${name}:run`,
        json: {
          etag,
          ...containerOverrides.length > 0 && { overrides: { containerOverrides } }
        },
        attemptTimeout: 3e4,
        deadline: 6e4,
        ...facts(name, overrides.length > 0 ? "runWithOverrides" : "run")
      });
      const execution = operation.metadata?.name;
      if (typeof execution === "string" && execution !== "") return execution;
      throw new CloudError({ message: "the response contains no execution", status: 200, resource: `job ${name}` });
    }
  };
}
function withoutTokens({ startExecutionToken: _, runExecutionToken: __, ...job }) {
  return job;
}
var init_jobs = __esm({
  "src/google/run/jobs.ts"() {
    "use strict";
    init_errors();
    init_not_found();
    init_pages();
    init_calls();
  }
});

// src/google/run/services.ts
function createServices(http, endpoint) {
  const target = { http, endpoint, collection: "services", word: "service", permission: "run.services" };
  const url = (name) => `${endpoint}/v2/${name}`;
  const facts = (name, verb, role) => ({
    resource: `service ${name}`,
    permission: `run.services.${verb}`,
    role
  });
  return {
    get: (name) => absent(http.json({ method: "GET", url: url(name), ...facts(name, "get", "roles/run.viewer") })),
    create: (name, service, options = {}) => write(target, "create", name, service, [], options.validateOnly),
    update: (name, service, mask, options = {}) => write(target, "update", name, service, mask, options.validateOnly),
    async remove(name, etag) {
      await absent(
        http.json({
          method: "DELETE",
          url: `${url(name)}?${new URLSearchParams({ etag })}`,
          ...facts(name, "delete", "roles/run.developer")
        })
      );
    },
    // Version 3 shows conditional bindings as they are, so that none is lost in the write
    // (https://cloud.google.com/iam/docs/policies#versions).
    getIamPolicy: (name) => http.json({
      method: "GET",
      url: `${url(name)}:getIamPolicy?options.requestedPolicyVersion=3`,
      ...facts(name, "getIamPolicy", "roles/run.viewer")
    }),
    setIamPolicy: (name, policy) => http.json({
      method: "POST",
      url: `${url(name)}:setIamPolicy`,
      json: { policy },
      ...facts(name, "setIamPolicy", "roles/run.admin")
    })
  };
}
var init_services2 = __esm({
  "src/google/run/services.ts"() {
    "use strict";
    init_not_found();
    init_calls();
  }
});

// actions/promotion/plan/choose-release.ts
function chooseSourceRelease(releases, serving, wanted) {
  if (wanted === void 0)
    return serving && serving.withdrawn === void 0 && COMMIT.test(serving.commit) ? { kind: "chosen", ...serving } : {
      kind: "none",
      why: "has no recorded release that serves all requests. Only live releases are promoted. Release it there first."
    };
  const matching = releases.filter(({ commit }) => COMMIT.test(commit) && commit.startsWith(wanted));
  const commits = new Set(matching.map(({ commit }) => commit));
  if (commits.size > 1)
    return {
      kind: "none",
      why: `has several commits that begin with ${wanted}: ${[...commits].join(", ")}. Give more digits.`
    };
  const found = matching.at(-1);
  if (found?.withdrawn !== void 0)
    return {
      kind: "none",
      withdrawn: true,
      why: `was rolled back from commit ${short(found.commit)}: ${found.withdrawn}. Promote another commit.`
    };
  if (found) return { kind: "chosen", ...found };
  const known = new Set(releases.filter(({ commit }) => COMMIT.test(commit)).map(({ commit }) => short(commit)));
  return {
    kind: "none",
    why: `has no recorded release of commit ${short(wanted)}. It has: ${[...known].reverse().join(", ") || "none"}.`
  };
}
var COMMIT, short;
var init_choose_release = __esm({
  "actions/promotion/plan/choose-release.ts"() {
    "use strict";
    COMMIT = /^[0-9a-f]{40}$/;
    short = (commit) => commit.slice(0, 12);
  }
});

// actions/promotion/source/read-members.ts
async function readMembers({ services, jobs, migrationJob, project, region, commit }, http, endpoint) {
  const reading = {
    services: createServices(http, endpoint),
    revisions: createRevisions(http, endpoint),
    jobs: createJobs(http, endpoint),
    location: `projects/${project}/locations/${region}`,
    where: `in ${region} of ${project}`,
    wanted: commit
  };
  const migration = migrationJob === void 0 ? [] : [{ entry: migrationJob, service: migrationJob }];
  return Promise.all([
    ...services.map((one) => readService(one, reading)),
    // A job has no history: once another commit was chosen, the latest one that it ran says nothing.
    ...migration.map((one) => readJob(one, reading, { optional: commit !== void 0 })),
    ...jobs.map((one) => readJob(one, reading, { optional: true }))
  ]);
}
async function readService({ entry, service }, reading) {
  const name = `${reading.location}/services/${service}`;
  const label = `service ${service} ${reading.where}`;
  const live = await reading.services.get(name);
  if (!live) return readJob({ entry, service }, reading, { optional: false, absent: label });
  const choice = chooseSourceRelease(recordedReleases(live), liveRelease(live), reading.wanted);
  const release = choice.kind === "chosen" ? choice : void 0;
  const revision = release && await reading.revisions.get(`${name}/revisions/${release.revision}`);
  const rollout = live.annotations?.[`${ANNOTATION_PREFIX}rollout`];
  const hold = holdOf(live);
  return {
    entry,
    label,
    optional: false,
    state: {
      kind: "found",
      choice,
      images: release ? [release.image, ...besides(release.image, revision?.containers)] : [],
      hold: hold && describeServiceHold(hold),
      rollout: rollout === void 0 ? void 0 : describeRollout(rollout),
      hosts: hostsOf(live)
    }
  };
}
async function readJob({ entry, service }, { jobs, location, where, wanted }, { optional, absent: absent2 }) {
  const label = `job ${service} ${where}`;
  const job = await jobs.get(`${location}/jobs/${service}`);
  if (!job) return { entry, label: absent2 ?? label, optional, state: { kind: "absent" } };
  const images = imagesOf(job.template?.template?.containers);
  const latest = { commit: job.labels?.[COMMIT_LABEL] ?? "" };
  const choice = chooseSourceRelease([latest], latest, wanted);
  return {
    entry,
    label,
    optional,
    state: { kind: "found", choice, images, hold: void 0, rollout: void 0, hosts: [] }
  };
}
function liveCommits(live) {
  const rollout = readAnnotation(
    live,
    `${ANNOTATION_PREFIX}rollout`,
    (value) => typeof value.commit === "string"
  );
  const commits = [liveRelease(live)?.commit, rollout?.kind === "deploy" ? rollout.commit : void 0];
  return commits.filter((commit) => commit !== void 0);
}
function describeRollout(text) {
  try {
    const { kind = "rollout", commit = "", actor = "" } = JSON.parse(text);
    return `a ${kind} of ${commit.slice(0, 12)} by ${actor}`;
  } catch {
    return "its record cannot be read";
  }
}
var besides, imagesOf, hostsOf;
var init_read_members = __esm({
  "actions/promotion/source/read-members.ts"() {
    "use strict";
    init_jobs();
    init_revisions();
    init_services2();
    init_annotations();
    init_holds();
    init_live_release();
    init_choose_release();
    besides = (image, containers = []) => imagesOf(containers).filter((one) => one.split("@")[0] !== image.split("@")[0]);
    imagesOf = (containers = []) => containers.flatMap(({ image }) => image === void 0 ? [] : [image]);
    hostsOf = ({ uri, urls = [] }) => [
      ...new Set([uri, ...urls].flatMap((url) => URL.parse(url ?? "")?.host ?? []))
    ];
  }
});

// actions/promotion/source/source-site.ts
async function readSourceSite(bucket, site, wanted) {
  const label = siteLabel(site);
  const state = await readSiteState(bucket, site);
  if (state?.current === void 0) {
    const why = "was never published. Publish there first, or correct from-sites.";
    return { name: site.name, label, choice: { kind: "none", why }, hold: void 0, unfinished: false };
  }
  const { current, published = [], hold, unfinished } = state;
  const manifest = await readSiteManifest(bucket, site, current);
  const live = { release: current, commit: manifest?.commit ?? "" };
  const releases = published.map(({ release, commit, undone }) => ({
    release,
    commit,
    ...undone && { withdrawn: "something else was published after the rollback" }
  }));
  return {
    name: site.name,
    label,
    choice: chooseSourceRelease(releases, live, wanted),
    hold: hold && describeSiteHold(hold),
    unfinished: unfinished !== void 0
  };
}
var init_source_site = __esm({
  "actions/promotion/source/source-site.ts"() {
    "use strict";
    init_sites();
    init_choose_release();
  }
});

// src/google/http/in-parallel.ts
async function inParallel(items, limit, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]);
  };
  const end = () => {
    next = items.length;
  };
  await Promise.all(
    Array.from(
      { length: Math.min(limit, items.length) },
      () => worker().catch((error) => {
        end();
        throw error;
      })
    )
  );
  return results;
}
var init_in_parallel = __esm({
  "src/google/http/in-parallel.ts"() {
    "use strict";
  }
});

// actions/promotion/source/visit-site.ts
async function visitSite(bucket, site, release, visit, wanted = () => true) {
  const manifest = await readSiteManifest(bucket, site, release);
  if (!manifest)
    throw new OutcomeError(
      `Release ${release} of the site ${site.name} no longer has a manifest. Nothing was changed. Promote a newer commit.`
    );
  const files = Object.entries(manifest.files).filter(([path]) => wanted(path));
  const root = manifest.atomic ? `${site.prefix}releases/${release}/` : site.prefix;
  await inParallel(files, CONCURRENCY, async ([path, { md5, kept }]) => {
    const name = kept === void 0 ? root + path : `${site.prefix}.releases/${kept}`;
    const stored = await readBytes(bucket, site.bucket, name, MOST_FILE);
    const bytes = stored && contentWith(md5, stored);
    if (!bytes)
      throw new OutcomeError(
        `Release ${release} of the site ${site.name} is not complete: ${path} is ${stored ? "changed" : "gone"}. Nothing was changed. Publish it at the source again.`
      );
    visit(path, bytes);
  });
  return files.length;
}
function contentWith(md5, bytes) {
  const hash = (content2) => (0, import_node_crypto2.createHash)("md5").update(content2).digest("base64");
  if (hash(bytes) === md5) return bytes;
  const isGzip = bytes[0] === 31 && bytes[1] === 139;
  const content = isGzip ? (0, import_node_zlib.gunzipSync)(bytes, { maxOutputLength: MOST_FILE }) : void 0;
  return content && hash(content) === md5 ? content : void 0;
}
var import_node_crypto2, import_node_zlib, MOST_FILE, CONCURRENCY;
var init_visit_site = __esm({
  "actions/promotion/source/visit-site.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_node_zlib = require("node:zlib");
    init_in_parallel();
    init_sites();
    init_errors();
    MOST_FILE = 1e9;
    CONCURRENCY = 16;
  }
});

// shared:src/freeze/windows.ts
var activeFreeze, describeFreeze, holdsAt, localTime, parseFreezeWindow;
var init_windows = __esm({
  "shared:src/freeze/windows.ts"() {
    ({ activeFreeze, describeFreeze, holdsAt, localTime, parseFreezeWindow } = require("../shared/inputs.cjs")["src/freeze/windows.ts"]);
  }
});

// src/freeze/next-freeze.ts
function nextFreeze(windows, now) {
  const current = activeFreeze(windows, now);
  if (current) return { window: current, active: true, from: now, until: endOf(windows, current, now) };
  const coming = windows.flatMap((window) => {
    const from = startOf(window, now);
    return from === void 0 ? [] : [{ window, from }];
  }).toSorted((a, b) => a.from - b.from);
  const [first] = coming;
  return first && { ...first, active: false, until: endOf(windows, first.window, first.from) };
}
function describeFreezeTimes({ window: { text, reason }, active, from, until }) {
  const end = until === void 0 ? "without a known end" : `until ${formatMinute(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${formatMinute(from)} ${end}`;
  return `${what} (${text}): ${reason.replace(/\.?$/, ".")}`;
}
function endOf(windows, first, at) {
  let window = first;
  let end = at;
  for (let i = 0; i < MOST_IN_A_ROW; i++) {
    end = ownEnd(window, end);
    window = activeFreeze(windows, end);
    if (!window) return end;
  }
  return void 0;
}
function ownEnd({ from, to, zone }, at) {
  if (from.kind === "date" || to.kind === "date") return to.kind === "date" ? instantOf(parse2(to.text), zone) : at;
  const span = from.day === void 0 ? DAY : WEEK;
  const minutes = minutesUntil(to.minute, localTime(at, zone).minute, span);
  return later(at, minutes, zone);
}
function startOf(window, now) {
  const { from, zone } = window;
  if (from.kind === "date") {
    const start2 = instantOf(parse2(from.text), zone);
    return start2 > now ? start2 : void 0;
  }
  const span = from.day === void 0 ? DAY : WEEK;
  const minutes = minutesUntil(from.minute, localTime(now, zone).minute, span);
  const start = later(now, minutes, zone);
  return holdsAt(window, start) ? start : later(start, 60, zone);
}
function instantOf(local, zone) {
  const shown = (at) => parse2(localTime(at, zone).date);
  const guess = local - (shown(local) - local);
  return guess - (shown(guess) - local);
}
function parse2(text) {
  const [, day = "", hour = 0, minutes = 0] = /^(\S+) (\d\d):(\d\d)$/.exec(text) ?? [];
  return Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minutes)) * MINUTE;
}
var MINUTE, DAY, WEEK, MOST_IN_A_ROW, minutesUntil, later;
var init_next_freeze = __esm({
  "src/freeze/next-freeze.ts"() {
    "use strict";
    init_duration();
    init_windows();
    MINUTE = 6e4;
    DAY = 24 * 60;
    WEEK = 7 * DAY;
    MOST_IN_A_ROW = 50;
    minutesUntil = (moment, now, span) => ((moment - now) % span + span) % span || span;
    later = (at, minutes, zone) => instantOf(parse2(localTime(at, zone).date) + minutes * MINUTE, zone);
  }
});

// src/freeze/standing.ts
function noteStanding(summary, { place, hold, resource }, clock) {
  summary.closing(
    `hold ${place}`,
    hold === void 0 ? void 0 : md`\ud83d\udd12 The ${plain(place)} is on hold. ${plain(hold)}`
  );
  const freeze = freezeOfAnnotation(resource, clock);
  summary.closing(
    `freeze ${place}`,
    freeze === void 0 ? void 0 : md`\ud83d\udcc5 On the ${plain(place)}: ${plain(freeze)}`
  );
}
function noteService(summary, { name, resource }, clock) {
  const hold = holdOf(resource);
  noteStanding(summary, { place: servicePlace(name), hold: hold && describeServiceHold(hold), resource }, clock);
}
function freezeOfAnnotation(resource, clock) {
  try {
    const next = nextOf(freezeLines(resource).map(parseFreezeWindow), clock);
    return next && describeFreezeTimes(next);
  } catch (error) {
    return `Deploys are frozen until the annotation is corrected. ${error.message}`;
  }
}
var nextOf;
var init_standing = __esm({
  "src/freeze/standing.ts"() {
    "use strict";
    init_holds();
    init_summary();
    init_freeze();
    init_next_freeze();
    init_windows();
    nextOf = (windows, clock) => windows.length > 0 ? nextFreeze(windows, clock.now()) : void 0;
  }
});

// shared:src/github/freshness.ts
var ON_UNKNOWN_HISTORY, checkFreshness;
var init_freshness = __esm({
  "shared:src/github/freshness.ts"() {
    ({ ON_UNKNOWN_HISTORY, checkFreshness } = require("../shared/inputs.cjs")["src/github/freshness.ts"]);
  }
});

// actions/promotion/target/check-target.ts
async function checkTarget({ target, commit = "", githubToken }, context, { http, endpoints, clock }) {
  const { log, summary } = context;
  const [services, sites] = await Promise.all([
    readNamedServices(http, endpoints.run, target.services),
    Promise.all(target.sites.map((site) => readSourceSite({ http, endpoint: endpoints.storage }, site, void 0)))
  ]);
  for (const service of services) noteService(summary, service, clock);
  for (const { label, hold } of sites) noteStanding(summary, { place: label, hold }, clock);
  const frozen = services.map(({ resource }) => freezeOn(resource, [], clock));
  checkFreeze(
    frozen.find((text) => text !== void 0),
    { force: false, consequence: "Nothing was copied or changed.", log }
  );
  const held2 = holdsOf(services);
  if (held2.length > 0) throw new OutcomeError(holdMessage(held2, "Nothing was copied or changed."));
  const heldSites = sites.flatMap(
    ({ label, hold }) => hold === void 0 ? [] : [`The ${label} is on hold: ${hold}`]
  );
  if (heldSites.length > 0)
    throw new OutcomeError(
      `${heldSites.join(" ")} Nothing was copied or changed. To release the hold, run the rollback workflow with release-hold: true, and then run this again.`
    );
  const known = [
    ...services.flatMap(({ resource }) => resource ? liveCommits(resource) : []),
    ...sites.flatMap(({ choice }) => choice.kind === "chosen" ? [choice.commit] : [])
  ];
  await checkFreshness(
    commit,
    known.filter((one) => /^[0-9a-f]{40}$/.test(one)),
    {
      github: openGitHub(githubToken, context),
      log,
      force: false,
      onUnknownHistory: "warn",
      words: { live: "serves", done: "deployed" },
      wayBack: "To go back on purpose, run the rollback workflow at the target."
    }
  );
}
var init_check_target = __esm({
  "actions/promotion/target/check-target.ts"() {
    "use strict";
    init_freeze();
    init_standing();
    init_freshness();
    init_open();
    init_holds();
    init_errors();
    init_read_members();
    init_source_site();
  }
});

// actions/promotion/run.ts
async function run(inputs, context) {
  const cloud = connect(context, inputs.auth);
  const { http, endpoints } = cloud;
  if (inputs.task === "fetch") await checkTarget(inputs, context, cloud);
  const [members, sites] = await Promise.all([
    readMembers(inputs, http, endpoints.run),
    Promise.all(inputs.sites.map((site) => readSourceSite({ http, endpoint: endpoints.storage }, site, inputs.commit)))
  ]);
  if (inputs.task === "source") return describeSource(inputs, { members, sites }, context, cloud);
  refuse(laterProblems({ members, sites }));
  await fetchSites(inputs, hostsOf2(members), context, cloud);
  await copyImages(inputs, context, cloud);
}
async function describeSource(inputs, found, context, cloud) {
  const chosen = choosePromotion({ ...inputs, ...found });
  const { promotion } = chosen;
  const { commit, digests, releases } = promotion;
  const builtIn = chosen.problems.length === 0 ? await findBuiltIn(inputs, promotion, hostsOf2(found.members), cloud) : [];
  const problems = [...chosen.problems, ...builtIn];
  const { summary, log } = context;
  if (problems.length > 0) {
    summary.heading(md`Nothing is promoted`);
    for (const problem of problems) summary.paragraph(plain(problem));
  }
  refuse(problems);
  await checkHistory(commit, inputs.githubToken, context);
  log.info(`${inputs.commit === void 0 ? "The source serves" : "The source served"} commit ${commit}.`);
  summary.heading(md`Promotion of ${plain(commit.slice(0, 12))}`);
  summary.table(
    ["What", "From", "As"],
    [
      ...inputs.images.map(({ name, slot }) => [
        plain(`Image ${name}`),
        code(`${inputs.repository}/${name}`),
        code(digests[slot] ?? "")
      ]),
      ...inputs.sites.map(({ name, bucket, prefix }) => [
        plain(`Site ${name}`),
        code(`gs://${bucket}/${prefix}`),
        code(releases[name] ?? "")
      ]),
      ...inputs.rebuilt.map((name) => [
        plain(`Site ${name}`),
        plain("not in from-sites"),
        plain("built for the target")
      ])
    ]
  );
  context.output("commit", commit);
  context.output("digests", digests);
  context.output("releases", releases);
  context.output("rebuilt", JSON.stringify(inputs.rebuilt.map((name) => ({ name }))));
}
function refuse(problems) {
  if (problems.length > 0)
    throw new OutcomeError(`Nothing is promoted, and nothing was changed. ${problems.join(" ")}`);
}
async function findBuiltIn({ sites }, { releases }, hosts, { http, endpoints }) {
  const problems = await Promise.all(
    sites.map(async (site) => {
      const found = [];
      await visitSite(
        { http, endpoint: endpoints.storage },
        site,
        releases[site.name] ?? "",
        (file, content) => found.push(...findHosts(file, content, hosts).map((host) => `${file} names ${host}`)),
        isText
      );
      return builtInProblem(`site ${site.name}`, found);
    })
  );
  return problems.filter((one) => one !== void 0);
}
async function copyImages(inputs, { log }, { http }) {
  const { repository, target, images, digests } = inputs;
  for (const { name, slot } of images) {
    const digest = digests[slot] ?? "";
    const [from, to] = [parseImageName(`${repository}/${name}`), parseImageName(`${target.repository}/${name}`)];
    const { copied, attestations } = await copyImage(http, from, to, digest);
    const beside = attestations > 0 ? `, with ${attestations} attestations` : "";
    log.info(`${target.repository}/${name}@${digest} ${copied ? "was copied" : "is there already"}${beside}.`);
  }
}
async function fetchSites({ sites, releases, folder }, hosts, { log }, { http, endpoints }) {
  const problems = [];
  for (const site of sites) {
    const release = releases[site.name] ?? "";
    const found = [];
    const files = await visitSite({ http, endpoint: endpoints.storage }, site, release, (file, content) => {
      found.push(...findHosts(file, content, hosts).map((host) => `${file} names ${host}`));
      writeInside((0, import_node_path3.join)(folder, site.name), file, content);
    });
    problems.push(...[builtInProblem(`site ${site.name}`, found)].filter((one) => one !== void 0));
    log.info(`Site ${site.name}: ${files} files of release ${release}.`);
  }
  refuse(problems);
}
var import_node_path3, hostsOf2;
var init_run = __esm({
  "actions/promotion/run.ts"() {
    "use strict";
    import_node_path3 = require("node:path");
    init_image_reference();
    init_context();
    init_errors();
    init_summary();
    init_copy_image();
    init_write_inside();
    init_built_in_hosts();
    init_choose_source();
    init_history();
    init_read_members();
    init_source_site();
    init_visit_site();
    init_check_target();
    hostsOf2 = (members) => members.flatMap(({ state }) => state.kind === "found" ? state.hosts : []);
  }
});

// actions/promotion/main.ts
var main_exports = {};
var import_node_process;
var init_main = __esm({
  "actions/promotion/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs();
    init_run();
    void runAction({ name: "promotion", readInputs, run }, import_node_process.default);
  }
});

// actions/promotion/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
