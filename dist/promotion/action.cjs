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
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
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
var require_action = __commonJS({
  "shared:src/runtime/action.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/action.ts"];
  }
});

// shared:src/github/commit.ts
var require_commit = __commonJS({
  "shared:src/github/commit.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/commit.ts"];
  }
});

// shared:src/inputs/lists.ts
var require_lists = __commonJS({
  "shared:src/inputs/lists.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/lists.ts"];
  }
});

// shared:src/inputs/service-manifest.ts
var require_service_manifest = __commonJS({
  "shared:src/inputs/service-manifest.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/inputs/service-manifest.ts"];
  }
});

// shared:src/inputs/services.ts
var require_services = __commonJS({
  "shared:src/inputs/services.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/inputs/services.ts"];
  }
});

// shared:src/inputs/shared.ts
var require_shared = __commonJS({
  "shared:src/inputs/shared.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/inputs/shared.ts"];
  }
});

// shared:src/google/errors/not-found.ts
var require_not_found = __commonJS({
  "shared:src/google/errors/not-found.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/google/errors/not-found.ts"];
  }
});

// shared:src/inputs/duration.ts
var require_duration = __commonJS({
  "shared:src/inputs/duration.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/duration.ts"];
  }
});

// shared:src/runtime/errors.ts
var require_errors = __commonJS({
  "shared:src/runtime/errors.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/errors.ts"];
  }
});

// shared:src/freeze/freeze.ts
var require_freeze = __commonJS({
  "shared:src/freeze/freeze.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/freeze.ts"];
  }
});

// shared:src/records/annotations.ts
var require_annotations = __commonJS({
  "shared:src/records/annotations.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/records/annotations.ts"];
  }
});

// src/google/run/revisions.ts
function createRevisions(http, endpoint) {
  return {
    get: (name) => (0, import_not_found.absent)(
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
var import_not_found, shortName;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    import_not_found = __toESM(require_not_found(), 1);
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
var import_commit, import_annotations, recordedReleases, servingRevisions;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    import_commit = __toESM(require_commit(), 1);
    init_revisions();
    import_annotations = __toESM(require_annotations(), 1);
    recordedReleases = (resource) => (0, import_annotations.readAnnotation)(resource, `${import_annotations.ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];
    servingRevisions = (resource) => revisionsOf(resource, resource.trafficStatuses ?? resource.instanceSplitStatuses);
  }
});

// src/records/canaries.ts
var import_annotations2;
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    import_annotations2 = __toESM(require_annotations(), 1);
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
    if (error instanceof import_errors.CloudError && error.status === 403) return void 0;
    throw error;
  }
}
function get(http, endpoint, name) {
  const pool = name.includes("/workerPools/");
  return (0, import_not_found2.absent)(
    http.json({
      method: "GET",
      url: `${endpoint}/v2/${name}`,
      resource: `${pool ? "worker pool" : "service"} ${name}`,
      permission: pool ? "run.workerpools.get" : "run.services.get",
      role: "roles/run.viewer"
    })
  );
}
var import_freeze, import_commit2, import_not_found2, import_errors, import_annotations3, HOLD_ANNOTATION, holdOf, describeServiceHold, readNamedServices, holdsOf;
var init_holds = __esm({
  "src/records/holds.ts"() {
    "use strict";
    import_freeze = __toESM(require_freeze(), 1);
    import_commit2 = __toESM(require_commit(), 1);
    import_not_found2 = __toESM(require_not_found(), 1);
    import_errors = __toESM(require_errors(), 1);
    import_annotations3 = __toESM(require_annotations(), 1);
    init_canaries();
    HOLD_ANNOTATION = `${import_annotations3.ANNOTATION_PREFIX}hold`;
    holdOf = (resource) => (0, import_annotations3.readAnnotation)(resource, HOLD_ANNOTATION, (value) => typeof value.at === "string");
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
  const response = await (0, import_not_found3.absent)(
    http.text({ method: "GET", url, headers, resource, ...READER, ...maxBytes !== void 0 && { maxBytes } })
  );
  return response?.bytes;
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
  throw new import_errors2.OutcomeError(`${what} has format ${value.format}, and this version reads format 1. Use a newer version.`);
}
var import_commit3, import_not_found3, import_duration, import_errors2, SITE_STATE, READER, siteLabel, describeSiteHold;
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    import_commit3 = __toESM(require_commit(), 1);
    import_not_found3 = __toESM(require_not_found(), 1);
    import_duration = __toESM(require_duration(), 1);
    import_errors2 = __toESM(require_errors(), 1);
    init_holds();
    SITE_STATE = ".releases/state.json";
    READER = { permission: "storage.objects.get", role: "roles/storage.objectViewer" };
    siteLabel = ({ name, bucket, prefix }) => `site ${name} in gs://${bucket}/${prefix}`;
    describeSiteHold = ({ release, at, by, reason }) => `${release} since ${at}, by ${by}${reason === "" ? "" : `. Reason: ${reason}`}`;
  }
});

// actions/promotion/plan/entries.ts
function sourceRegions({ region }, usual) {
  const own = [region ?? ""].flat().flatMap((text) => String(text).split(/\s+/));
  const named = own.filter((one) => one !== "");
  return named.length > 0 ? named : usual;
}
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
  const auth = (0, import_shared.readAuthInputs)(reader);
  const services = reader.parse("services", parseEntries, "[]");
  const jobs = reader.parse("jobs", parseEntries, "[]");
  const frontends = reader.parse("frontends", parseEntries, "[]");
  const migration = reader.parse("migration", parseObject, "{}");
  const project = (0, import_shared.readRequired)(reader, "from-project", import_shared.parseProject);
  const sourceRegion = reader.parse("from-region", import_shared.parseRegion);
  const targetRegions = reader.parseList("region", import_shared.parseRegion);
  const usual = sourceRegion === void 0 ? targetRegions : [sourceRegion];
  const repository = reader.parse("from-image-repository", parseRepository) ?? "";
  const named = reader.parse("from-services", import_lists.parseMap, "");
  const givenJob = reader.text("from-migration-job");
  const places = reader.parse("from-sites", import_lists.parseMap, "");
  const commit = reader.parse("commit", parseCommit);
  const targetRepository = reader.text("image-repository") ?? "";
  const targetProject = reader.parse("project", import_shared.parseProject);
  const workspace = (0, import_node_path.resolve)(context.github.workspace || ".");
  const targetServices = (0, import_services.readServiceNames)(
    reader,
    { project: targetProject, region: void 0, commit: commit ?? "", workspace },
    "target-services"
  );
  const digests = reader.parse("digests", parseTexts, "{}");
  const releases = reader.parse("releases", parseTexts, "{}");
  const folder = reader.text("folder") ?? "";
  const githubToken = (0, import_shared.readGitHubToken)(reader);
  for (const name of named.keys())
    if (![...services, ...jobs].some((entry) => entry.name === name))
      reader.problem("from-services", unknownName(name, [...services, ...jobs]));
  for (const name of places.keys())
    if (!frontends.some((entry) => entry.name === name)) reader.problem("from-sites", unknownName(name, frontends));
  const place = { project, region: usual[0], commit: commit ?? context.github.sha, workspace };
  const ofManifest = (entry) => nameIn(entry, place);
  const ofEntry = (entry) => named.get(String(entry.name)) ?? String(entry.service ?? entry.job ?? ofManifest(entry) ?? entry.name);
  const slotOf = (name) => `s${frontends.findIndex((entry) => entry.name === name)}`;
  const referenceTo = (entry) => ({
    entry: String(entry.name),
    service: ofEntry(entry),
    regions: sourceRegion === void 0 ? sourceRegions(entry, usual) : usual
  });
  const migrationJob = givenJob ?? migrationJobOf(migration, services, { ofEntry, ofManifest });
  if (migration.image !== void 0 && migrationJob === void 0)
    reader.problem(
      "from-migration-job",
      "is required, because neither job, manifest nor from-service names the migration job. Set its name at the source."
    );
  const images = services.flatMap(
    (entry, i) => entry.image === void 0 ? [{ name: String(entry.name), slot: `s${i}` }] : []
  );
  const references = services.filter(({ manifest, service }) => manifest !== void 0 || service !== void 0).map(referenceTo);
  const jobReferences = jobs.filter(({ manifest, job }) => manifest !== void 0 || job !== void 0).map(referenceTo);
  const migrations = migration.image === void 0 || migrationJob === void 0 ? [] : [{ entry: migrationJob, service: migrationJob, regions: usual.slice(0, 1) }];
  const nowhere = [...references, ...jobReferences, ...migrations].filter(({ regions }) => regions.length === 0);
  if (nowhere.length > 0 && !reader.given("region") && !reader.given("from-region"))
    reader.problem("region", `is missing, and nothing says where ${nowhere[0]?.entry} is. Set it, or from-region.`);
  if (images.length > 0 && repository === "" && !reader.given("from-image-repository"))
    reader.problem(
      "from-image-repository",
      `is missing, but the call promotes images: ${images.map(({ name }) => name).join(", ")}. Set it, or image-repository: REGION-docker.pkg.dev/PROJECT/REPOSITORY.`
    );
  reader.done();
  return {
    task,
    auth,
    project,
    repository,
    images,
    services: references,
    jobs: jobReferences,
    migrationJob: migrations[0],
    sites: [...places].map(([name, place2]) => ({ name, slot: slotOf(name), ...parseSitePlace(place2) })),
    rebuilt: frontends.map(({ name }, place2) => ({ name: String(name), place: place2 })).filter(({ name }) => !places.has(name)),
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
    return (0, import_service_manifest.readNamedManifest)(JSON.stringify({ manifest, substitutions }), place).name;
  } catch {
    return void 0;
  }
}
function parseCommit(text) {
  if ((0, import_commit4.isCommitPrefix)(text)) return text;
  throw new Error(`"${text}" is not a commit. Set its SHA, in full or at least its first 7 digits.`);
}
function parseRepository(text) {
  const repository = text.replace(/\/+$/, "");
  if (/^[^/\s]+\/[^\s@]+$/.test(repository)) return repository;
  throw new Error(`"${text}" is not a repository. Write it as REGION-docker.pkg.dev/PROJECT/REPOSITORY.`);
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
var import_node_path, import_commit4, import_lists, import_service_manifest, import_services, import_shared, withoutNull, parseTexts;
var init_inputs = __esm({
  "actions/promotion/inputs.ts"() {
    "use strict";
    import_node_path = require("node:path");
    import_commit4 = __toESM(require_commit(), 1);
    import_lists = __toESM(require_lists(), 1);
    import_service_manifest = __toESM(require_service_manifest(), 1);
    import_services = __toESM(require_services(), 1);
    import_shared = __toESM(require_shared(), 1);
    init_sites();
    init_entries();
    withoutNull = (entry) => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
    parseTexts = (text) => Object.fromEntries(Object.entries(parseObject(text)).map(([key, value]) => [key, String(value ?? "")]));
  }
});

// shared:src/container/image-reference.ts
var require_image_reference = __commonJS({
  "shared:src/container/image-reference.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/image-reference.ts"];
  }
});

// shared:src/runtime/context.ts
var require_context = __commonJS({
  "shared:src/runtime/context.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/context.ts"];
  }
});

// shared:src/runtime/summary.ts
var require_summary = __commonJS({
  "shared:src/runtime/summary.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/summary.ts"];
  }
});

// shared:src/container/registry.ts
var require_registry = __commonJS({
  "shared:src/container/registry.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/registry.ts"];
  }
});

// shared:src/google/http/client.ts
var require_client = __commonJS({
  "shared:src/google/http/client.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/client.ts"];
  }
});

// shared:src/google/http/invalid-response.ts
var require_invalid_response = __commonJS({
  "shared:src/google/http/invalid-response.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"];
  }
});

// shared:src/container/registry-calls.ts
var require_registry_calls = __commonJS({
  "shared:src/container/registry-calls.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/registry-calls.ts"];
  }
});

// src/container/registry-artifacts.ts
function createRegistryArtifacts(client) {
  const calls = (0, import_registry_calls.createRegistryCalls)(client);
  const resource = (image) => `image ${(0, import_image_reference.formatImageName)(image)}`;
  return {
    async tags(image, prefix) {
      const found = [];
      let url = calls.url(image, `/tags/list?n=${PAGE}&last=${prefix.slice(0, -1)}`);
      for (let pages = 0; url !== void 0 && pages < MOST_PAGES; pages++) {
        const at = url;
        const response = await (0, import_not_found4.absent)(
          calls.send({ method: "GET", url: at, resource: resource(image), maxBytes: MOST_LIST, ...import_registry_calls.READ })
        );
        if (!response) return [];
        const about = { resource: resource(image), url: at, status: response.status };
        const { tags } = (0, import_invalid_response.parseResponse)(about, response.text);
        const page = (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === "string");
        found.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = (0, import_client.locationOf)(at, /<([^>]+)>; *rel="?next"?/.exec(response.headers.link ?? "")?.[1]);
        if (next !== void 0 && new URL(next).origin !== new URL(at).origin) throw (0, import_invalid_response.redirected)(about, next);
        const past = page.length > 0 && page.at(-1) > `${prefix}\uFFFF` && isSorted(page);
        url = past ? void 0 : next;
      }
      return [...new Set(found)];
    },
    async referrers(image, digest, artifactType) {
      const url = calls.url(image, `/referrers/${digest}?artifactType=${encodeURIComponent(artifactType)}`);
      try {
        const response = await calls.send({
          method: "GET",
          url,
          resource: resource(image),
          maxBytes: MOST_LIST,
          ...import_registry_calls.READ
        });
        const about = { resource: resource(image), url, status: response.status };
        const { manifests } = (0, import_invalid_response.parseResponse)(
          about,
          response.text
        );
        return (Array.isArray(manifests) ? manifests : []).flatMap(
          ({ digest: one }) => typeof one === "string" ? [one] : []
        );
      } catch (error) {
        if (error instanceof import_errors3.CloudError && error.status >= 200 && error.status < 500) return [];
        throw error;
      }
    },
    async blob(image, digest, maxBytes) {
      const response = await (0, import_not_found4.absent)(calls.blob(image, digest, maxBytes, resource(image)));
      return response && sha256Digest(response.bytes) === digest ? response.bytes : void 0;
    },
    async pushBlob(image, mediaType, content) {
      const digest = sha256Digest(content);
      const about = { resource: resource(image), ...import_registry_calls.WRITE };
      const descriptor = { mediaType, digest, size: content.length };
      const begin = calls.url(image, "/blobs/uploads/");
      const started = await calls.send({ ...about, method: "POST", url: begin, idempotent: true });
      const session = (0, import_client.locationOf)(begin, started.headers.location);
      if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
        throw (0, import_invalid_response.redirected)({ ...about, url: begin, status: started.status }, session);
      const put = new URL(session);
      put.searchParams.set("digest", digest);
      await calls.send({
        ...about,
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
        headers: { "content-type": import_registry.OCI_MANIFEST },
        body: manifest,
        resource: `tag ${(0, import_image_reference.formatImageName)(image)}:${tag}`,
        ...import_registry_calls.WRITE
      });
    }
  };
}
var import_node_crypto, import_not_found4, import_client, import_invalid_response, import_errors3, import_image_reference, import_registry, import_registry_calls, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_not_found4 = __toESM(require_not_found(), 1);
    import_client = __toESM(require_client(), 1);
    import_invalid_response = __toESM(require_invalid_response(), 1);
    import_errors3 = __toESM(require_errors(), 1);
    import_image_reference = __toESM(require_image_reference(), 1);
    import_registry = __toESM(require_registry(), 1);
    import_registry_calls = __toESM(require_registry_calls(), 1);
    PAGE = 1e3;
    MOST_PAGES = 1e3;
    MOST_LIST = 256e6;
    sha256Digest = (bytes) => `sha256:${(0, import_node_crypto.createHash)("sha256").update(bytes).digest("hex")}`;
    isSorted = (texts) => texts.every((text, i) => i === 0 || (texts[i - 1] ?? "") <= text);
  }
});

// shared:src/provenance/attestation-tag.ts
var require_attestation_tag = __commonJS({
  "shared:src/provenance/attestation-tag.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/attestation-tag.ts"];
  }
});

// actions/promotion/fetch/copy-image.ts
async function copyImage(http, from, to, digest) {
  const registry = (0, import_registry2.createRegistry)(http);
  const artifacts = createRegistryArtifacts(http);
  const there = await registry.digest(to, digest) !== void 0;
  if (!there) await copyManifest(digest);
  if ((0, import_image_reference2.formatImageName)(from) === (0, import_image_reference2.formatImageName)(to)) return { copied: false, attestations: 0 };
  const prefix = (0, import_attestation_tag.attestationTagPrefix)(digest);
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
      throw new import_errors4.OutcomeError(
        `The image ${(0, import_registry2.formatReference)(from, reference)} no longer exists. Nothing was deployed. Release it at the source again.`
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
  const calls = (0, import_registry_calls2.createRegistryCalls)(http);
  const about = { resource: `image ${(0, import_image_reference2.formatImageName)(to)}`, ...import_registry_calls2.WRITE };
  const there = await (0, import_not_found5.absent)(
    calls.send({ ...about, ...import_registry_calls2.READ, method: "HEAD", url: calls.url(to, `/blobs/${blob.digest}`) })
  );
  if (there) return;
  const mount = from.host === to.host ? `?mount=${blob.digest}&from=${encodeURIComponent((0, import_image_reference2.registryPath)(from))}` : "";
  const begin = calls.url(to, `/blobs/uploads/${mount}`);
  const started = await calls.send({ ...about, method: "POST", url: begin, idempotent: true });
  if (started.status === 201) return;
  const session = (0, import_client2.locationOf)(begin, started.headers.location);
  if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
    throw new import_errors4.OutcomeError(`The registry ${to.host} returned no upload URL on its own host for a layer.`);
  const put = new URL(session);
  put.searchParams.set("digest", blob.digest);
  await calls.send({
    ...about,
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
  const calls = (0, import_registry_calls2.createRegistryCalls)(http);
  const url = calls.url(image, `/blobs/${digest}`);
  const about = { method: "GET", resource: `image ${(0, import_image_reference2.formatImageName)(image)}`, ...import_registry_calls2.READ };
  const read2 = async () => {
    const response = await http.raw({ ...about, url });
    const location = response.status < 300 ? void 0 : (0, import_client2.locationOf)(url, String(response.headers.location ?? ""));
    if (location !== void 0) await response.body.dump();
    const found = location === void 0 ? response : await http.raw({ ...about, url: location, authenticated: false });
    if (found.status >= 300) {
      await found.body.dump();
      throw new import_errors4.OutcomeError(`A layer of ${(0, import_image_reference2.formatImageName)(image)} could not be read: status ${found.status}.`);
    }
    await (0, import_promises.pipeline)(found.body, content);
  };
  read2().catch((error) => content.destroy(error));
  return content;
}
var import_node_stream, import_promises, import_image_reference2, import_registry2, import_registry_calls2, import_not_found5, import_client2, import_attestation_tag, import_errors4, LAYER_DEADLINE;
var init_copy_image = __esm({
  "actions/promotion/fetch/copy-image.ts"() {
    "use strict";
    import_node_stream = require("node:stream");
    import_promises = require("node:stream/promises");
    import_image_reference2 = __toESM(require_image_reference(), 1);
    import_registry2 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    import_registry_calls2 = __toESM(require_registry_calls(), 1);
    import_not_found5 = __toESM(require_not_found(), 1);
    import_client2 = __toESM(require_client(), 1);
    import_attestation_tag = __toESM(require_attestation_tag(), 1);
    import_errors4 = __toESM(require_errors(), 1);
    LAYER_DEADLINE = 30 * 6e4;
  }
});

// actions/promotion/fetch/write-inside.ts
function writeInside(folder, path, bytes) {
  const file = (0, import_node_path2.resolve)(folder, path);
  if (!file.startsWith((0, import_node_path2.resolve)(folder) + import_node_path2.sep)) throw new import_errors5.OutcomeError(`${path} is not a path inside the site.`);
  (0, import_node_fs.mkdirSync)((0, import_node_path2.dirname)(file), { recursive: true });
  (0, import_node_fs.writeFileSync)(file, bytes);
}
var import_node_fs, import_node_path2, import_errors5;
var init_write_inside = __esm({
  "actions/promotion/fetch/write-inside.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path2 = require("node:path");
    import_errors5 = __toESM(require_errors(), 1);
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
  const listed = found.toSorted().slice(0, 5).join("; ");
  return `The ${label} was built for the source and cannot be promoted: ${listed}. Let it read its configuration at run time, or remove it from from-sites, so that it is built for the target.`;
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
      `The source serves different commits: ${[...commits].map(([one, labels]) => `${(0, import_commit5.shortCommit)(one)} (${labels.join(", ")})`).join("; ")}. Release one commit there first.`
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
    return [
      `The ${label} does not exist. Release there first, or correct from-services, from-region or from-migration-job.`
    ];
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
var import_commit5, laterProblems, withdrawn, held;
var init_choose_source = __esm({
  "actions/promotion/plan/choose-source.ts"() {
    "use strict";
    import_commit5 = __toESM(require_commit(), 1);
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
var require_open = __commonJS({
  "shared:src/github/open.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/github/open.ts"];
  }
});

// actions/promotion/source/history.ts
async function checkHistory(commit, token, context) {
  const what = `Nothing was promoted or changed. The source serves commit ${(0, import_commit6.shortCommit)(commit)}`;
  const { github: run2 } = context;
  if (commit === run2.sha) return;
  const open = (0, import_open.openGitHub)(token, context);
  if (!open)
    throw new import_errors6.OutcomeError(
      `${what}, and without github-token its history cannot be read. Grant the job contents: read.`
    );
  const relation = await (await open()).compare(run2.sha, commit);
  if (relation === "behind" || relation === "identical") return;
  throw new import_errors6.OutcomeError(
    `${what}, which is not in the history of ${(0, import_commit6.shortCommit)(run2.sha)} (${run2.ref}), the commit of this run. Release a commit of that branch at the source, or start the promotion on the branch that the source was released from.`
  );
}
var import_commit6, import_open, import_errors6;
var init_history = __esm({
  "actions/promotion/source/history.ts"() {
    "use strict";
    import_commit6 = __toESM(require_commit(), 1);
    import_open = __toESM(require_open(), 1);
    import_errors6 = __toESM(require_errors(), 1);
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
    get: (name) => (0, import_not_found6.absent)(http.json({ method: "GET", url: `${endpoint}/v2/${name}`, ...facts(name, "get") })),
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
      await (0, import_not_found6.absent)(http.json({ method: "DELETE", url: `${endpoint}/v2/${name}`, ...facts(name, "delete") }));
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
      throw new import_errors7.CloudError({ message: "the response contains no execution", status: 200, resource: `job ${name}` });
    }
  };
}
function withoutTokens({ startExecutionToken: _, runExecutionToken: __, ...job }) {
  return job;
}
var import_errors7, import_not_found6;
var init_jobs = __esm({
  "src/google/run/jobs.ts"() {
    "use strict";
    import_errors7 = __toESM(require_errors(), 1);
    import_not_found6 = __toESM(require_not_found(), 1);
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
    get: (name) => (0, import_not_found7.absent)(http.json({ method: "GET", url: url(name), ...facts(name, "get", "roles/run.viewer") })),
    create: (name, service, options = {}) => write(target, "create", name, service, [], options.validateOnly),
    update: (name, service, mask, options = {}) => write(target, "update", name, service, mask, options.validateOnly),
    async remove(name, etag) {
      await (0, import_not_found7.absent)(
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
var import_not_found7;
var init_services = __esm({
  "src/google/run/services.ts"() {
    "use strict";
    import_not_found7 = __toESM(require_not_found(), 1);
    init_calls();
  }
});

// actions/promotion/plan/choose-release.ts
function chooseSourceRelease(releases, serving, wanted) {
  if (wanted === void 0)
    return serving && serving.withdrawn === void 0 && (0, import_commit7.isCommit)(serving.commit) ? { kind: "chosen", ...serving } : {
      kind: "none",
      why: "has no recorded release that serves all requests. Only live releases are promoted. Release it there first."
    };
  const matching = releases.filter(({ commit }) => (0, import_commit7.isCommit)(commit) && commit.startsWith(wanted));
  const commits = new Set(matching.map(({ commit }) => commit));
  if (commits.size > 1)
    return {
      kind: "none",
      why: `has several commits that begin with ${wanted}: ${[...commits].join(", ")}. Use more digits.`
    };
  const found = matching.at(-1);
  if (found?.withdrawn !== void 0)
    return {
      kind: "none",
      withdrawn: true,
      why: `was rolled back from commit ${(0, import_commit7.shortCommit)(found.commit)}: ${found.withdrawn}. Promote another commit.`
    };
  if (found) return { kind: "chosen", ...found };
  const known = new Set(releases.filter(({ commit }) => (0, import_commit7.isCommit)(commit)).map(({ commit }) => (0, import_commit7.shortCommit)(commit)));
  return {
    kind: "none",
    why: `has no recorded release of commit ${(0, import_commit7.shortCommit)(wanted)}. It has: ${[...known].reverse().join(", ") || "none"}.`
  };
}
var import_commit7;
var init_choose_release = __esm({
  "actions/promotion/plan/choose-release.ts"() {
    "use strict";
    import_commit7 = __toESM(require_commit(), 1);
  }
});

// actions/promotion/source/read-members.ts
async function readMembers({ services, jobs, migrationJob, project, commit }, http, endpoint) {
  const reading = {
    services: createServices(http, endpoint),
    revisions: createRevisions(http, endpoint),
    jobs: createJobs(http, endpoint),
    project,
    wanted: commit
  };
  const migration = migrationJob === void 0 ? [] : [migrationJob];
  const read2 = await Promise.all([
    ...services.map((one) => inEach(one, reading, readService)),
    // A job has no history: once another commit was chosen, the latest one that it ran says nothing.
    ...migration.map(
      (one) => inEach(one, reading, (place) => readJob(place, reading, { optional: commit !== void 0 }))
    ),
    ...jobs.map((one) => inEach(one, reading, (place) => readJob(place, reading, { optional: true })))
  ]);
  return read2.flat();
}
async function inEach({ entry, service, regions }, reading, read2) {
  const { project } = reading;
  const members = await Promise.all(
    regions.map(
      (region) => read2(
        { entry, service, location: `projects/${project}/locations/${region}`, where: `in ${region} of ${project}` },
        reading
      )
    )
  );
  const found = members.filter(({ state }) => state.kind === "found");
  return found.length > 0 ? found : members.slice(0, 1);
}
async function readService(place, reading) {
  const { entry, service, location, where } = place;
  const name = `${location}/services/${service}`;
  const label = `service ${service} ${where}`;
  const live = await reading.services.get(name);
  if (!live) return readJob(place, reading, { optional: false, absent: label });
  const choice = chooseSourceRelease(recordedReleases(live), liveRelease(live), reading.wanted);
  const release = choice.kind === "chosen" ? choice : void 0;
  const revision = release && await reading.revisions.get(`${name}/revisions/${release.revision}`);
  const rollout = live.annotations?.[`${import_annotations4.ANNOTATION_PREFIX}rollout`];
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
async function readJob({ entry, service, location, where }, { jobs, wanted }, { optional, absent: absent8 }) {
  const label = `job ${service} ${where}`;
  const job = await jobs.get(`${location}/jobs/${service}`);
  if (!job) return { entry, label: absent8 ?? label, optional, state: { kind: "absent" } };
  const images = imagesOf(job.template?.template?.containers);
  const latest = { commit: job.labels?.[import_annotations4.COMMIT_LABEL] ?? "" };
  const choice = chooseSourceRelease([latest], latest, wanted);
  return {
    entry,
    label,
    optional,
    state: { kind: "found", choice, images, hold: void 0, rollout: void 0, hosts: [] }
  };
}
function liveCommits(live) {
  const rollout = (0, import_annotations4.readAnnotation)(
    live,
    `${import_annotations4.ANNOTATION_PREFIX}rollout`,
    (value) => typeof value.commit === "string"
  );
  const commits = [liveRelease(live)?.commit, rollout?.kind === "deploy" ? rollout.commit : void 0];
  return commits.filter((commit) => commit !== void 0);
}
function describeRollout(text) {
  try {
    const { kind = "rollout", commit = "", actor = "" } = JSON.parse(text);
    return `a ${kind} of ${(0, import_commit8.shortCommit)(commit)} by ${actor}`;
  } catch {
    return "its record cannot be read";
  }
}
var import_commit8, import_annotations4, besides, imagesOf, hostsOf;
var init_read_members = __esm({
  "actions/promotion/source/read-members.ts"() {
    "use strict";
    import_commit8 = __toESM(require_commit(), 1);
    init_jobs();
    init_revisions();
    init_services();
    import_annotations4 = __toESM(require_annotations(), 1);
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
    throw new import_errors8.OutcomeError(
      `Release ${release} of the site ${site.name} no longer has a manifest. Nothing was changed. Promote a newer commit.`
    );
  const files = Object.entries(manifest.files).filter(([path]) => wanted(path));
  const root = manifest.atomic ? `${site.prefix}releases/${release}/` : site.prefix;
  await inParallel(files, CONCURRENCY, async ([path, { md5, kept }]) => {
    const name = kept === void 0 ? root + path : `${site.prefix}.releases/${kept}`;
    const stored = await readBytes(bucket, site.bucket, name, MOST_FILE);
    const bytes = stored && contentWith(md5, stored);
    if (!bytes)
      throw new import_errors8.OutcomeError(
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
var import_node_crypto2, import_node_zlib, import_errors8, MOST_FILE, CONCURRENCY;
var init_visit_site = __esm({
  "actions/promotion/source/visit-site.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_node_zlib = require("node:zlib");
    init_in_parallel();
    init_sites();
    import_errors8 = __toESM(require_errors(), 1);
    MOST_FILE = 1e9;
    CONCURRENCY = 16;
  }
});

// shared:src/freeze/occurrences.ts
var require_occurrences = __commonJS({
  "shared:src/freeze/occurrences.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/occurrences.ts"];
  }
});

// src/freeze/next-freeze.ts
function nextFreeze(windows, now) {
  const coming = windows.flatMap((window2) => {
    const occurrence2 = (0, import_occurrences.occurrenceAt)(window2, now);
    return occurrence2 ? [{ window: window2, occurrence: occurrence2 }] : [];
  });
  const first = coming.find(({ occurrence: occurrence2 }) => (0, import_occurrences.isActive)(occurrence2, now)) ?? coming.toSorted((a, b) => a.occurrence.from - b.occurrence.from)[0];
  if (!first) return void 0;
  const { window, occurrence } = first;
  return {
    window,
    active: (0, import_occurrences.isActive)(occurrence, now),
    from: occurrence.from,
    until: endOf(windows, occurrence)
  };
}
function describeFreezeTimes({ window: { text, reason }, active, from, until }) {
  const end = until === void 0 ? "without a known end" : `until ${(0, import_duration2.formatMinute)(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${(0, import_duration2.formatMinute)(from)} ${end}`;
  return `${what} (${text}): ${reason.replace(/\.?$/, ".")}`;
}
function endOf(windows, { until }) {
  let end = until;
  for (let i = 0; i < MOST_IN_A_ROW; i++) {
    const following = windows.map((window) => (0, import_occurrences.occurrenceAt)(window, end)).find((one) => (0, import_occurrences.isActive)(one, end));
    if (!following) return end;
    end = following.until;
  }
  return void 0;
}
var import_duration2, import_occurrences, MOST_IN_A_ROW;
var init_next_freeze = __esm({
  "src/freeze/next-freeze.ts"() {
    "use strict";
    import_duration2 = __toESM(require_duration(), 1);
    import_occurrences = __toESM(require_occurrences(), 1);
    MOST_IN_A_ROW = 50;
  }
});

// shared:src/freeze/windows.ts
var require_windows = __commonJS({
  "shared:src/freeze/windows.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/windows.ts"];
  }
});

// src/freeze/standing.ts
function noteStanding(summary, { place, hold, resource }, clock) {
  summary.closing(
    `hold ${place}`,
    hold === void 0 ? void 0 : import_summary.md`🔒 The ${(0, import_summary.plain)(place)} is on hold. ${(0, import_summary.plain)(hold)}`
  );
  const freeze = freezeOfAnnotation(resource, clock);
  summary.closing(
    `freeze ${place}`,
    freeze === void 0 ? void 0 : import_summary.md`📅 On the ${(0, import_summary.plain)(place)}: ${(0, import_summary.plain)(freeze)}`
  );
}
function noteService(summary, { name, resource }, clock) {
  const hold = holdOf(resource);
  noteStanding(summary, { place: servicePlace(name), hold: hold && describeServiceHold(hold), resource }, clock);
}
function freezeOfAnnotation(resource, clock) {
  try {
    const next = nextOf((0, import_freeze2.freezeLines)(resource).map(import_windows.parseFreezeWindow), clock);
    return next && describeFreezeTimes(next);
  } catch (error) {
    return `Deploys are frozen until the annotation is corrected. ${error.message}`;
  }
}
var import_summary, import_freeze2, import_windows, nextOf;
var init_standing = __esm({
  "src/freeze/standing.ts"() {
    "use strict";
    init_holds();
    import_summary = __toESM(require_summary(), 1);
    import_freeze2 = __toESM(require_freeze(), 1);
    init_next_freeze();
    import_windows = __toESM(require_windows(), 1);
    nextOf = (windows, clock) => windows.length > 0 ? nextFreeze(windows, clock.now()) : void 0;
  }
});

// shared:src/github/freshness.ts
var require_freshness = __commonJS({
  "shared:src/github/freshness.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/github/freshness.ts"];
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
  const frozen = services.map(({ resource }) => (0, import_freeze3.freezeOn)(resource, [], clock));
  (0, import_freeze3.checkFreeze)(
    frozen.find((text) => text !== void 0),
    { force: false, consequence: "Nothing was copied or changed.", log }
  );
  const held2 = holdsOf(services);
  if (held2.length > 0) throw new import_errors9.OutcomeError(holdMessage(held2, "Nothing was copied or changed."));
  const heldSites = sites.flatMap(
    ({ label, hold }) => hold === void 0 ? [] : [`The ${label} is on hold: ${hold}`]
  );
  if (heldSites.length > 0)
    throw new import_errors9.OutcomeError(
      `${heldSites.join(" ")} Nothing was copied or changed. To release the hold, run the rollback workflow with release-hold: true, and then run this again.`
    );
  const known = [
    ...services.flatMap(({ resource }) => resource ? liveCommits(resource) : []),
    ...sites.flatMap(({ choice }) => choice.kind === "chosen" ? [choice.commit] : [])
  ];
  await (0, import_freshness.checkFreshness)(commit, known.filter(import_commit9.isCommit), {
    github: (0, import_open2.openGitHub)(githubToken, context),
    log,
    force: false,
    onUnknownHistory: "warn",
    done: "deployed",
    wayBack: "To go back on purpose, run the rollback workflow at the target."
  });
}
var import_freeze3, import_commit9, import_freshness, import_open2, import_errors9;
var init_check_target = __esm({
  "actions/promotion/target/check-target.ts"() {
    "use strict";
    import_freeze3 = __toESM(require_freeze(), 1);
    init_standing();
    import_commit9 = __toESM(require_commit(), 1);
    import_freshness = __toESM(require_freshness(), 1);
    import_open2 = __toESM(require_open(), 1);
    init_holds();
    import_errors9 = __toESM(require_errors(), 1);
    init_read_members();
    init_source_site();
  }
});

// actions/promotion/run.ts
async function run(inputs, context) {
  const cloud = (0, import_context.connect)(context, inputs.auth);
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
    summary.heading(import_summary2.md`Nothing was promoted`);
    for (const problem of problems) summary.paragraph((0, import_summary2.plain)(problem));
  }
  refuse(problems);
  await checkHistory(commit, inputs.githubToken, context);
  log.info(`${inputs.commit === void 0 ? "The source serves" : "The source served"} commit ${commit}.`);
  summary.heading(import_summary2.md`Promotion of ${(0, import_summary2.plain)((0, import_commit10.shortCommit)(commit))}`);
  summary.table(
    ["What", "From", "As"],
    [
      ...inputs.images.map(({ name, slot }) => [
        (0, import_summary2.plain)(`Image ${name}`),
        (0, import_summary2.code)(`${inputs.repository}/${name}`),
        (0, import_summary2.code)(digests[slot] ?? "")
      ]),
      ...inputs.sites.map(({ name, bucket, prefix }) => [
        (0, import_summary2.plain)(`Site ${name}`),
        (0, import_summary2.code)(`gs://${bucket}/${prefix}`),
        (0, import_summary2.code)(releases[name] ?? "")
      ]),
      ...inputs.rebuilt.map(({ name }) => [
        (0, import_summary2.plain)(`Site ${name}`),
        (0, import_summary2.plain)("not in from-sites"),
        (0, import_summary2.plain)("built for the target")
      ])
    ]
  );
  context.output("commit", commit);
  context.output("digests", digests);
  context.output("releases", Object.fromEntries(inputs.sites.map(({ name, slot }) => [slot, releases[name]])));
  context.output("rebuilt", JSON.stringify(inputs.rebuilt.map(({ place }) => place)));
}
function refuse(problems) {
  if (problems.length > 0) throw new import_errors10.OutcomeError(`Nothing was promoted or changed. ${problems.join(" ")}`);
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
    const [from, to] = [(0, import_image_reference3.parseImageName)(`${repository}/${name}`), (0, import_image_reference3.parseImageName)(`${target.repository}/${name}`)];
    const { copied, attestations } = await copyImage(http, from, to, digest);
    const beside = attestations > 0 ? `, with ${attestations} attestations` : "";
    log.info(`${target.repository}/${name}@${digest} ${copied ? "was copied" : "is there already"}${beside}.`);
  }
}
async function fetchSites({ sites, releases, folder }, hosts, { log }, { http, endpoints }) {
  const problems = [];
  for (const site of sites) {
    const release = releases[site.slot] ?? "";
    const found = [];
    const files = await visitSite({ http, endpoint: endpoints.storage }, site, release, (file, content) => {
      found.push(...findHosts(file, content, hosts).map((host) => `${file} names ${host}`));
      writeInside((0, import_node_path3.join)(folder, site.name), file, content);
    });
    const problem = builtInProblem(`site ${site.name}`, found);
    if (problem !== void 0) problems.push(problem);
    log.info(`Site ${site.name}: ${files} files of release ${release}.`);
  }
  refuse(problems);
}
var import_node_path3, import_image_reference3, import_commit10, import_context, import_errors10, import_summary2, hostsOf2;
var init_run = __esm({
  "actions/promotion/run.ts"() {
    "use strict";
    import_node_path3 = require("node:path");
    import_image_reference3 = __toESM(require_image_reference(), 1);
    import_commit10 = __toESM(require_commit(), 1);
    import_context = __toESM(require_context(), 1);
    import_errors10 = __toESM(require_errors(), 1);
    import_summary2 = __toESM(require_summary(), 1);
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
var import_node_process, import_action;
var init_main = __esm({
  "actions/promotion/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    import_action = __toESM(require_action(), 1);
    init_inputs();
    init_run();
    void (0, import_action.runAction)({ name: "promotion", readInputs, run }, import_node_process.default);
  }
});

// actions/promotion/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
