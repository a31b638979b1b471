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

// shared:src/container/image-reference.ts
var require_image_reference = __commonJS({
  "shared:src/container/image-reference.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/image-reference.ts"];
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

// actions/preview/inputs.ts
function readInputs(reader, context) {
  const task = reader.oneOf("task", TASKS, "clean-up");
  const { pull_request: pull } = context.github.payload;
  const number = pull?.number;
  const auth = (0, import_shared.readAuthInputs)(reader);
  const project = (0, import_shared.readRequired)(reader, "project", import_shared.parseProject);
  const region = (0, import_shared.readRequired)(reader, "region", import_shared.parseRegion);
  const repository = reader.text("image-repository")?.replace(/\/+$/, "");
  const images = reader.parseList("images", (name) => (0, import_image_reference.parseImageName)(`${repository ?? ""}/${name}`));
  const services = (0, import_services.readServiceNames)(reader, {
    project,
    region,
    commit: context.github.sha,
    workspace: (0, import_node_path.resolve)(context.github.workspace || ".")
  });
  const deployed = reader.parse("deployed", (text) => JSON.parse(text), "[]");
  const pages = reader.parse("pages", (text) => JSON.parse(text), "[]");
  const found = reader.parse("previews", parsePreviews, "{}");
  const inputs = {
    task,
    auth,
    project,
    region,
    services: [.../* @__PURE__ */ new Set([...services, ...deployed.map((one) => fullName(one, project))])],
    images,
    buckets: [.../* @__PURE__ */ new Set([...reader.parseList("buckets", parseBucket), ...pages.map(({ bucket }) => bucket)])],
    gone: found.size > 0 || number === void 0 ? found : /* @__PURE__ */ new Map([[number, "closed"]]),
    maxAge: reader.duration("max-age"),
    githubToken: (0, import_shared.readGitHubToken)(reader),
    migrations: reader.boolean("migrations", "false"),
    number: number ?? 0,
    commit: pull?.head?.sha ?? context.github.sha,
    pages,
    deployed,
    published: reader.parse("published", (text) => JSON.parse(text), "[]"),
    results: reader.parse("results", (text) => JSON.parse(text), "{}"),
    pageTimeout: reader.duration("page-timeout", "60s"),
    unfinished: reader.boolean("unfinished", "false")
  };
  if (images.length > 0 && !repository) reader.problem("image-repository", "is missing. It is required with images.");
  if ((task === "check" || task === "comment") && number === void 0)
    reader.problem("task", `${task} is only allowed on the event pull_request, and this run has no pull request.`);
  if (task === "clean-up" && inputs.gone.size === 0)
    reader.problem(
      "previews",
      "names no pull request. Pass the output previews of find, or run on the event pull_request."
    );
  reader.done();
  return inputs;
}
function parseBucket(text) {
  if (/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(text)) return text;
  throw new Error(`"${text}" is not the name of a bucket.`);
}
function parsePreviews(text) {
  const value = JSON.parse(text);
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.map(([key, why]) => {
      if (!/^[1-9]\d*$/.test(key) || why !== "closed" && why !== "inactive")
        throw new Error("is not the output previews of find.");
      return [Number(key), why];
    })
  );
}
var import_node_path, import_image_reference, import_services, import_shared, TASKS, fullName;
var init_inputs = __esm({
  "actions/preview/inputs.ts"() {
    "use strict";
    import_node_path = require("node:path");
    import_image_reference = __toESM(require_image_reference(), 1);
    import_services = __toESM(require_services(), 1);
    import_shared = __toESM(require_shared(), 1);
    TASKS = ["check", "buckets", "comment", "find", "clean-up"];
    fullName = ({ service, region }, project) => `projects/${project}/locations/${region}/services/${service}`;
  }
});

// shared:src/github/commit.ts
var require_commit = __commonJS({
  "shared:src/github/commit.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/commit.ts"];
  }
});

// shared:src/github/open.ts
var require_open = __commonJS({
  "shared:src/github/open.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/github/open.ts"];
  }
});

// src/records/preview-names.ts
function numberOfTag(tag) {
  const found = /^pr-([1-9]\d*)$/.exec(tag)?.[1];
  return found === void 0 ? void 0 : Number(found);
}
function parsePreviewImageTag(tag) {
  const [, repositoryId, number, commit] = /^preview-(\d*)-([1-9]\d*)-([0-9a-f]{40})-\d+-\d+$/.exec(tag) ?? [];
  if (repositoryId === void 0 || commit === void 0) return void 0;
  return { repositoryId, number: Number(number), commit };
}
function numberOfJob(job, repositoryId) {
  const [, id, number] = /^preview-(\d*)-([1-9]\d*)-/.exec(job) ?? [];
  return id === repositoryId ? Number(number) : void 0;
}
var previewTag, previewJobPrefix, CLEAN_UP_VARIABLE, urlVariable, previewsFolder, previewFolder, commentedSite;
var init_preview_names = __esm({
  "src/records/preview-names.ts"() {
    "use strict";
    previewTag = ({ number }) => `pr-${number}`;
    previewJobPrefix = ({ repositoryId, number }) => `preview-${repositoryId}-${number}-`;
    CLEAN_UP_VARIABLE = "PREVIEW_CLEAN_UP_ARGS";
    urlVariable = (name) => `URL_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
    previewsFolder = ({ repository }) => `${repository.toLowerCase()}/`;
    previewFolder = (key) => `${previewsFolder(key)}${previewTag(key)}/`;
    commentedSite = ({ bucket, prefix }) => `gs://${bucket}/${prefix.replace(/\/$/, "").split("/").at(-1)}`;
  }
});

// shared:src/runtime/context.ts
var require_context = __commonJS({
  "shared:src/runtime/context.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/context.ts"];
  }
});

// shared:src/runtime/errors.ts
var require_errors = __commonJS({
  "shared:src/runtime/errors.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/errors.ts"];
  }
});

// shared:src/runtime/summary.ts
var require_summary = __commonJS({
  "shared:src/runtime/summary.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/summary.ts"];
  }
});

// src/github/preview-comment.ts
async function writePreviewComment(github, log, { number, services, removed = false }, lines) {
  const early = removed ? services.filter((name) => name.startsWith("projects/")) : services.slice(0, 1);
  const known = /* @__PURE__ */ new Set([...services, ...early.map((name) => name.split("/").at(-1))]);
  const alike = (line) => /^<!-- orchestra preview (.*) -->/.exec(line)?.[1]?.split(" ").some((name) => known.has(name)) ?? false;
  try {
    const marker = `<!-- orchestra preview ${services.join(" ")} -->`;
    await github.upsertComment({ issue: number, marker, body: lines.join("\n"), alike, every: removed });
    return void 0;
  } catch (error) {
    if (!(error instanceof import_errors.CloudError)) throw error;
    log.warning(
      `The comment on pull request #${number} could not be written: ${error.message}.${error.permission ? ' Add "pull-requests: write" to the permissions of the job.' : ""}`
    );
    return error;
  }
}
var import_errors;
var init_preview_comment = __esm({
  "src/github/preview-comment.ts"() {
    "use strict";
    import_errors = __toESM(require_errors(), 1);
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

// shared:src/runtime/interruption.ts
var require_interruption = __commonJS({
  "shared:src/runtime/interruption.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/interruption.ts"];
  }
});

// shared:src/runtime/report.ts
var require_report = __commonJS({
  "shared:src/runtime/report.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/report.ts"];
  }
});

// shared:src/container/registry.ts
var require_registry = __commonJS({
  "shared:src/container/registry.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/registry.ts"];
  }
});

// shared:src/google/errors/not-found.ts
var require_not_found = __commonJS({
  "shared:src/google/errors/not-found.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/google/errors/not-found.ts"];
  }
});

// src/google/http/pages.ts
async function* pagesOf(read) {
  let pageToken;
  do {
    const page = await read(pageToken ? { pageToken } : {});
    yield page;
    pageToken = page.nextPageToken;
  } while (pageToken);
}
var init_pages = __esm({
  "src/google/http/pages.ts"() {
    "use strict";
  }
});

// src/google/artifact-versions.ts
function createArtifactVersions(http, endpoint, repository) {
  const nameOf = (image) => `${repository}/packages/${encodeURIComponent(image)}`;
  const facts = (image, verb) => ({
    resource: `image ${image} of ${repository}`,
    permission: `artifactregistry.${verb}`,
    role: ROLE
  });
  return {
    async tags(image) {
      const found = [];
      const pages = pagesOf(async (next) => {
        const url = `${endpoint}/v1/${nameOf(image)}/tags?${new URLSearchParams({ pageSize: "1000", ...next })}`;
        return await (0, import_not_found.absent)(http.json({ method: "GET", url, ...facts(image, "tags.list") })) ?? {};
      });
      for await (const { tags = [] } of pages)
        for (const { name = "", version = "" } of tags)
          found.push({ tag: name.split("/").at(-1) ?? "", digest: version.split("/").at(-1) ?? "" });
      return found;
    },
    async removeTag(image, tag) {
      await (0, import_not_found.absent)(
        http.json({
          method: "DELETE",
          url: `${endpoint}/v1/${nameOf(image)}/tags/${tag}`,
          ...facts(image, "tags.delete")
        })
      );
    },
    async removeVersion(image, digest) {
      try {
        await (0, import_not_found.absent)(
          http.json({
            method: "DELETE",
            url: `${endpoint}/v1/${nameOf(image)}/versions/${encodeURIComponent(digest)}`,
            ...facts(image, "versions.delete")
          })
        );
        return true;
      } catch (error) {
        if (error instanceof import_errors2.CloudError && error.status === 400 && isInUse(error)) return false;
        throw error;
      }
    }
  };
}
var import_errors2, import_not_found, ROLE, isInUse;
var init_artifact_versions = __esm({
  "src/google/artifact-versions.ts"() {
    "use strict";
    import_errors2 = __toESM(require_errors(), 1);
    import_not_found = __toESM(require_not_found(), 1);
    init_pages();
    ROLE = "roles/artifactregistry.repoAdmin";
    isInUse = ({ code: code2, message }) => code2 === "FAILED_PRECONDITION" || /still referenced/.test(message);
  }
});

// shared:src/provenance/attestation-tag.ts
var require_attestation_tag = __commonJS({
  "shared:src/provenance/attestation-tag.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/attestation-tag.ts"];
  }
});

// actions/preview/plan/images.ts
function planImageRemoval(all, gone) {
  const byDigest = Map.groupBy(all, ({ digest }) => digest);
  const plans = [...byDigest].map(
    ([digest, tags]) => planVersion(
      digest,
      tags.map(({ tag }) => tag),
      gone
    )
  );
  return { versions: plans.flatMap(({ versions }) => versions), tags: plans.flatMap(({ tags }) => tags) };
}
function planVersion(digest, tags, gone) {
  const previews = tags.flatMap((tag) => {
    const parsed = parsePreviewImageTag(tag);
    return parsed ? [{ tag, ...parsed }] : [];
  });
  const mine = previews.filter((one) => isGone(one, gone));
  if (mine.length === 0) return { versions: [], tags: [] };
  const kept = previews.filter((one) => !mine.includes(one)).map(({ commit }) => commit);
  const commits = mine.map(({ commit }) => commit).filter((commit) => !kept.includes(commit));
  const free = commits.filter((commit) => !gone.merged.has(commit));
  const own = /* @__PURE__ */ new Set([...mine.map(({ tag }) => tag), ...free.flatMap(tagsOfCommit)]);
  const others = tags.filter((tag) => !own.has(tag) && !/^inputs-[0-9a-f]{40}$/.test(tag));
  if (others.length > 0) return { versions: [], tags: tags.filter((tag) => own.has(tag)) };
  const last = mine.map(({ tag }) => tag);
  return { versions: [{ digest, tags: [...tags.filter((tag) => !last.includes(tag)), ...last] }], tags: [] };
}
function attestationsOf(all, images) {
  const prefixes = new Set(images.map(import_attestation_tag.attestationTagPrefix));
  return byVersion(all.filter(({ tag }) => prefixes.has(tag.slice(0, tag.lastIndexOf("-") + 1))));
}
function leftOverCaches(all) {
  const isCache = ({ tag }) => tag.startsWith("buildcache-") || tag.startsWith(import_attestation_tag.ATTESTATION_TAG);
  return all.every(isCache) ? byVersion(all) : [];
}
var import_attestation_tag, isGone, tagsOfCommit, attestedImages, byVersion;
var init_images = __esm({
  "actions/preview/plan/images.ts"() {
    "use strict";
    import_attestation_tag = __toESM(require_attestation_tag(), 1);
    init_preview_names();
    isGone = ({ repositoryId, number }, gone) => repositoryId === gone.repositoryId && gone.numbers.has(number);
    tagsOfCommit = (commit) => [commit, commit.slice(0, 7)];
    attestedImages = (all) => [
      ...new Set(all.map(({ tag }) => (0, import_attestation_tag.attestedImage)(tag)).filter((digest) => digest !== void 0))
    ];
    byVersion = (tags) => [...Map.groupBy(tags, ({ digest }) => digest)].map(([digest, of]) => ({ digest, tags: of.map(({ tag }) => tag) }));
  }
});

// actions/preview/clean-up/limits.ts
var AT_A_TIME, IMAGES_GRACE;
var init_limits = __esm({
  "actions/preview/clean-up/limits.ts"() {
    "use strict";
    AT_A_TIME = 24;
    IMAGES_GRACE = 6500;
  }
});

// actions/preview/clean-up/images.ts
function openImage({ http, endpoints }, image, region) {
  const repository = (0, import_image_reference2.artifactRegistryRepository)(image, region);
  if (!repository) return void 0;
  const id = repository.split("/").at(-1) ?? "";
  const name = (0, import_image_reference2.registryPath)(image).split(`/${id}/`).slice(1).join(`/${id}/`);
  return { image, name, versions: createArtifactVersions(http, endpoints.artifactregistry, repository) };
}
async function readTags(cloud, image, region) {
  const opened = openImage(cloud, image, region);
  return opened && { ...opened, tags: await opened.versions.tags(opened.name) };
}
async function removeImages({ http }, opened, gone, caches, signal) {
  const { image, name, versions, tags: all } = opened;
  const plan = planImageRemoval(all, gone);
  const registry = (0, import_registry.createRegistry)(http);
  const digests = plan.versions.map(({ digest }) => digest);
  const manifests = await inParallel(digests, AT_A_TIME, (digest) => registry.manifest(image, digest));
  await inParallel(plan.tags, AT_A_TIME, (tag) => versions.removeTag(name, tag));
  const removed = await inParallel(
    plan.versions,
    AT_A_TIME,
    async (version) => !signal.aborted && await removeTagged(opened, version)
  );
  const tagged = new Set(all.map(({ digest }) => digest));
  const children = manifests.filter((_, i) => removed[i]).flatMap((manifest) => manifest?.manifests ?? []).map(({ digest }) => digest);
  const orphans = [...new Set(children)].filter((digest) => !tagged.has(digest));
  const lost = await inParallel(orphans, AT_A_TIME, (digest) => versions.removeVersion(name, digest));
  const subjects = [...digests.filter((_, i) => removed[i]), ...orphans.filter((_, i) => lost[i])];
  const unseen = attestedImages(all).filter((digest) => !tagged.has(digest) && !subjects.includes(digest));
  const exist = await inParallel(unseen, AT_A_TIME, (digest) => registry.digest(image, digest));
  const attested = [...subjects, ...unseen.filter((_, i) => exist[i] === void 0)];
  await inParallel(attestationsOf(all, attested), AT_A_TIME, (version) => removeTagged(opened, version));
  if (caches && !signal.aborted) {
    const left = all.filter(({ tag, digest }) => !plan.tags.includes(tag) && !digests.includes(digest));
    await inParallel(leftOverCaches(left), AT_A_TIME, (version) => removeTagged(opened, version));
  }
  return removed.filter(Boolean).length;
}
async function removeTagged({ name, versions }, { digest, tags }) {
  for (const tag of tags) await versions.removeTag(name, tag);
  return await versions.removeVersion(name, digest);
}
var import_image_reference2, import_registry;
var init_images2 = __esm({
  "actions/preview/clean-up/images.ts"() {
    "use strict";
    import_image_reference2 = __toESM(require_image_reference(), 1);
    import_registry = __toESM(require_registry(), 1);
    init_artifact_versions();
    init_in_parallel();
    init_images();
    init_limits();
  }
});

// shared:google-auth-library
var require_google_auth_library = __commonJS({
  "shared:google-auth-library"(exports2, module2) {
    module2.exports = require("../shared/google-auth.cjs")["google-auth-library"];
  }
});

// shared:src/runtime/retry.ts
var require_retry = __commonJS({
  "shared:src/runtime/retry.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/retry.ts"];
  }
});

// shared:src/google/errors/cloud-error.ts
var require_cloud_error = __commonJS({
  "shared:src/google/errors/cloud-error.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/errors/cloud-error.ts"];
  }
});

// shared:src/google/errors/error-body.ts
var require_error_body = __commonJS({
  "shared:src/google/errors/error-body.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/errors/error-body.ts"];
  }
});

// shared:src/google/http/auth-transport.ts
var require_auth_transport = __commonJS({
  "shared:src/google/http/auth-transport.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/auth-transport.ts"];
  }
});

// shared:src/google/http/invalid-response.ts
var require_invalid_response = __commonJS({
  "shared:src/google/http/invalid-response.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"];
  }
});

// src/google/run/clients.ts
async function clientOptions(auth, endpoint) {
  const url = new URL(endpoint);
  return {
    fallback: true,
    auth: new import_google_auth_library.GoogleAuth({ authClient: await auth.client() }),
    apiEndpoint: url.hostname,
    port: Number(url.port || (url.protocol === "http:" ? 80 : 443)),
    protocol: url.protocol.replace(":", "")
  };
}
async function called(caller, facts, call) {
  const { clock, signal, auth } = caller;
  const end = clock.now() + (facts.deadline ?? READ_DEADLINE);
  let refused;
  let last;
  const heard = async (work2) => {
    try {
      return await (0, import_interruption.orAborted)(work2, signal);
    } catch (error) {
      throw signal.aborted ? (0, import_interruption.interrupted)(signal, facts.resource, last) : error;
    }
  };
  const work = async () => {
    signal.throwIfAborted();
    let token;
    try {
      token = await heard(auth.accessToken(refused));
      return await heard(call());
    } catch (error) {
      if (signal.aborted) throw error;
      last = toCloudError(facts, error, auth.member());
      if (last.status !== 401 || token === void 0 || refused !== void 0) throw last;
      refused = token;
      return await work();
    }
  };
  const { reads = false, resource } = facts;
  return await (0, import_retry.retry)(work, { clock, signal, resource, until: end, mayPass: (error) => reads && (0, import_retry.isTransient)(error) });
}
function toCloudError(facts, error, member) {
  if (error instanceof import_errors3.CloudError) return error;
  if (error instanceof import_errors3.InputError) throw error;
  const unusable = (0, import_auth_transport.transportError)(error);
  if (unusable) return (0, import_invalid_response.about)(facts.resource, unusable, error);
  const { code: code2, httpStatusCode } = error;
  const canonical = typeof code2 === "number" ? CODES[code2] : void 0;
  if (!canonical) throw error;
  const status = httpStatusCode ?? canonical[1];
  return (0, import_cloud_error.cloudError)(facts, { status, body: bodyOf(error), code: canonical[0], member, cause: error });
}
function bodyOf(error) {
  const raw = error[RAW];
  if (typeof raw === "string" && raw.trim() !== "") return (0, import_error_body.readErrorBody)(raw);
  if (typeof raw === "object" && raw !== null) return (0, import_error_body.readJson)(raw);
  const { reason, errorInfoMetadata: metadata, statusDetails } = error;
  const details = [
    ...Array.isArray(statusDetails) ? statusDetails : [],
    ...reason !== void 0 ? [{ reason, metadata }] : []
  ];
  return (0, import_error_body.readJson)({ error: { message: error.message.replace(/^\d+ [A-Z_]+: /, ""), details } });
}
var import_google_auth_library, import_errors3, import_interruption, import_retry, import_cloud_error, import_error_body, import_auth_transport, import_invalid_response, once, CODES, READ_DEADLINE, RAW;
var init_clients = __esm({
  "src/google/run/clients.ts"() {
    "use strict";
    import_google_auth_library = __toESM(require_google_auth_library(), 1);
    import_errors3 = __toESM(require_errors(), 1);
    import_interruption = __toESM(require_interruption(), 1);
    import_retry = __toESM(require_retry(), 1);
    import_cloud_error = __toESM(require_cloud_error(), 1);
    import_error_body = __toESM(require_error_body(), 1);
    import_auth_transport = __toESM(require_auth_transport(), 1);
    import_invalid_response = __toESM(require_invalid_response(), 1);
    once = () => ({ timeout: 3e4 });
    CODES = [
      ["OK", 200],
      ["CANCELLED", 499],
      ["UNKNOWN", 500],
      ["INVALID_ARGUMENT", 400],
      ["DEADLINE_EXCEEDED", 0],
      ["NOT_FOUND", 404],
      ["ALREADY_EXISTS", 409],
      ["PERMISSION_DENIED", 403],
      ["RESOURCE_EXHAUSTED", 429],
      ["FAILED_PRECONDITION", 400],
      ["ABORTED", 409],
      ["OUT_OF_RANGE", 400],
      ["UNIMPLEMENTED", 501],
      ["INTERNAL", 500],
      ["UNAVAILABLE", 0],
      ["DATA_LOSS", 500],
      ["UNAUTHENTICATED", 401]
    ];
    READ_DEADLINE = 6e4;
    RAW = /* @__PURE__ */ Symbol.for("google-gax.rawHttpResponsePayload");
  }
});

// shared:@google-cloud/run/build/src/v2/executions_client.js
var require_executions_client = __commonJS({
  "shared:@google-cloud/run/build/src/v2/executions_client.js"(exports2, module2) {
    module2.exports = require("../shared/google-run.cjs")["@google-cloud/run/build/src/v2/executions_client.js"];
  }
});

// shared:@google-cloud/run/build/src/v2/tasks_client.js
var require_tasks_client = __commonJS({
  "shared:@google-cloud/run/build/src/v2/tasks_client.js"(exports2, module2) {
    module2.exports = require("../shared/google-run.cjs")["@google-cloud/run/build/src/v2/tasks_client.js"];
  }
});

// src/google/run/executions.ts
function createExecutions(http, caller, endpoint) {
  const facts = (name, permission) => ({
    resource: `execution ${name}`,
    permission,
    role: "roles/run.developer"
  });
  const reading = (name, permission) => ({
    ...facts(name, permission),
    reads: true,
    deadline: READ_DEADLINE2
  });
  const load = async () => {
    const { ExecutionsClient } = await Promise.resolve().then(() => __toESM(require_executions_client(), 1));
    return new ExecutionsClient(await clientOptions(caller.auth, endpoint));
  };
  let loaded;
  const executionsClient = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    async get(name) {
      const client = await executionsClient();
      const found = await (0, import_not_found2.absent)(
        called(caller, reading(name, "run.executions.get"), async () => await client.getExecution({ name }, once()))
      );
      return found && toState(found[0]);
    },
    async list(job) {
      const { executions = [] } = await http.json({
        method: "GET",
        url: `${endpoint}/v2/${job}/executions?pageSize=100`,
        ...facts(job, "run.executions.list")
      });
      return executions.map((execution) => ({
        ...toState(execution),
        template: execution.template ?? {},
        createTime: execution.createTime ?? ""
      }));
    },
    async cancel(name) {
      const client = await executionsClient();
      await called(
        caller,
        facts(name, "run.executions.cancel"),
        async () => await client.cancelExecution({ name }, once())
      );
    },
    async taskResults(name) {
      const { TasksClient } = await Promise.resolve().then(() => __toESM(require_tasks_client(), 1));
      const tasks = new TasksClient(await clientOptions(caller.auth, endpoint));
      const [found] = await called(
        caller,
        reading(name, "run.tasks.list"),
        async () => await tasks.listTasks({ parent: name, pageSize: 100 }, { ...once(), autoPaginate: false })
      );
      return found.flatMap(
        ({ lastAttemptResult: result }) => result ? [{ exitCode: result.exitCode ?? 0, signal: result.termSignal ?? 0, message: result.status?.message ?? "" }] : []
      );
    }
  };
}
function toState(execution) {
  const conditions = (execution.conditions ?? []).map(toCondition);
  return {
    name: execution.name ?? "",
    labels: execution.labels ?? {},
    annotations: execution.annotations ?? {},
    taskCount: execution.taskCount ?? 0,
    succeeded: execution.succeededCount ?? 0,
    failed: execution.failedCount ?? 0,
    cancelled: execution.cancelledCount ?? 0,
    running: execution.runningCount ?? 0,
    ended: Boolean(execution.completionTime),
    deleted: Boolean(execution.deleteTime),
    logUri: execution.logUri || void 0,
    completed: conditions.find((condition) => condition.type === "Completed"),
    conditions
  };
}
function toCondition(condition) {
  const reason = condition.executionReason ?? condition.reason ?? condition.revisionReason ?? "";
  return {
    type: condition.type ?? "",
    state: String(condition.state ?? ""),
    message: condition.message ?? "",
    reason: String(reason)
  };
}
var import_not_found2, READ_DEADLINE2;
var init_executions = __esm({
  "src/google/run/executions.ts"() {
    "use strict";
    import_not_found2 = __toESM(require_not_found(), 1);
    init_clients();
    READ_DEADLINE2 = 12e4;
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
    get: (name) => (0, import_not_found3.absent)(http.json({ method: "GET", url: `${endpoint}/v2/${name}`, ...facts(name, "get") })),
    create: (name, job, validateOnly) => write(target, "create", name, withoutTokens(job), [], validateOnly),
    update: (name, job, validateOnly) => write(target, "update", name, withoutTokens(job), [], validateOnly),
    async list(location) {
      const jobs = [];
      const read = (next) => http.json({
        method: "GET",
        url: `${endpoint}/v2/${location}/jobs?${new URLSearchParams({ pageSize: "100", ...next })}`,
        resource: `jobs in ${location}`,
        permission: "run.jobs.list",
        role: "roles/run.viewer"
      });
      for await (const page of pagesOf(read)) jobs.push(...page.jobs ?? []);
      return jobs;
    },
    async remove(name) {
      await (0, import_not_found3.absent)(http.json({ method: "DELETE", url: `${endpoint}/v2/${name}`, ...facts(name, "delete") }));
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
      throw new import_errors4.CloudError({ message: "the response contains no execution", status: 200, resource: `job ${name}` });
    }
  };
}
function withoutTokens({ startExecutionToken: _, runExecutionToken: __, ...job }) {
  return job;
}
var import_errors4, import_not_found3;
var init_jobs = __esm({
  "src/google/run/jobs.ts"() {
    "use strict";
    import_errors4 = __toESM(require_errors(), 1);
    import_not_found3 = __toESM(require_not_found(), 1);
    init_pages();
    init_calls();
  }
});

// actions/preview/clean-up/jobs.ts
async function findMigrationJobs({ http, endpoints }, {
  project,
  region,
  repositoryId
}) {
  const all = await createJobs(http, endpoints.run).list(`projects/${project}/locations/${region}`);
  return all.flatMap(({ name = "" }) => {
    const number = numberOfJob(name.split("/").at(-1) ?? "", repositoryId);
    return number === void 0 ? [] : [{ name, number }];
  });
}
async function removeMigrationJobs(cloud, context, place, numbers, isGone2) {
  const { repositoryId } = context.github;
  const found = (await findMigrationJobs(cloud, { ...place, repositoryId })).filter(
    ({ number }) => numbers.has(number)
  );
  const jobs = createJobs(cloud.http, cloud.endpoints.run);
  const failures = /* @__PURE__ */ new Map();
  let count = 0;
  for (const { name, number } of found) {
    if (!await isGone2(number)) continue;
    if (!name.includes(`/jobs/${previewJobPrefix({ repositoryId, number })}`))
      throw new Error(`${name} is not the job of a preview`);
    try {
      const job = await jobs.get(name);
      if (!job) continue;
      await removeDatabase(name, job, cloud, context);
      await jobs.remove(name);
      count++;
    } catch (error) {
      if (!(error instanceof import_errors5.CloudError)) throw error;
      failures.set(number, error);
    }
  }
  return { count, failures };
}
async function removeDatabase(name, job, cloud, { clock, signal, endpoints }) {
  const [container] = job.template?.template?.containers ?? [];
  const text = container?.env?.find((one) => one.name === CLEAN_UP_VARIABLE)?.value;
  if (!container || text === void 0) return;
  const args = JSON.parse(text);
  const jobs = createJobs(cloud.http, endpoints.run);
  const executions = createExecutions(cloud.http, { clock, signal, auth: cloud.auth }, endpoints.run);
  const execution = await jobs.run(name, void 0, [{ container: container.name, args }]);
  const done = await (0, import_retry2.poll)(
    async () => {
      const state = await executions.get(execution);
      return !state || state.ended ? state ?? {} : void 0;
    },
    { clock, signal, until: clock.now() + PATIENCE }
  );
  const { completed, logUri = execution } = done ?? {};
  if (completed?.state === "CONDITION_SUCCEEDED") return;
  throw new import_errors5.CloudError({
    message: `the execution that deletes its database ${done ? `failed: ${completed?.message ?? "it is gone"}` : "has not ended"}. Its log: ${logUri}. The job stays, so that a re-run tries again`,
    status: 200,
    resource: `job ${name}`
  });
}
var import_errors5, import_retry2, PATIENCE;
var init_jobs2 = __esm({
  "actions/preview/clean-up/jobs.ts"() {
    "use strict";
    init_executions();
    init_jobs();
    init_preview_names();
    import_errors5 = __toESM(require_errors(), 1);
    import_retry2 = __toESM(require_retry(), 1);
    PATIENCE = 6e5;
  }
});

// actions/preview/clean-up/merged-commits.ts
async function mergedCommits(numbers, { payload: { action, pull_request: event } }, github) {
  const commits = await inParallel(
    numbers,
    AT_A_TIME,
    async (number) => number === event?.number && action === "closed" ? event.merge_commit_sha : (await github?.pull(number))?.mergeCommit
  );
  return new Set(commits.filter((commit) => typeof commit === "string"));
}
var init_merged_commits = __esm({
  "actions/preview/clean-up/merged-commits.ts"() {
    "use strict";
    init_in_parallel();
    init_limits();
  }
});

// actions/preview/clean-up/objects.ts
async function listFolders(bucket, folder) {
  const pages = await list(bucket, { prefix: folder, delimiter: "/", fields: "nextPageToken,prefixes" });
  return pages.flatMap(({ prefixes = [] }) => prefixes);
}
async function listObjects(bucket, folder) {
  const pages = await list(bucket, { prefix: folder, delimiter: "/", fields: "nextPageToken,items(name)" });
  return pages.flatMap(({ items = [] }) => items.map(({ name }) => name));
}
async function removePreviewFolder(bucket, folder) {
  if (!/^[^/]+\/[^/]+\/pr-\d+\/$/.test(folder)) throw new Error(`${folder} is not the folder of a preview`);
  const pages = await list(bucket, { prefix: folder, fields: "nextPageToken,items(name,generation)" });
  const objects = pages.flatMap(({ items = [] }) => items);
  const gone = await inParallel(objects, AT_A_TIME, (object) => remove(bucket, object));
  return gone.filter(Boolean).length;
}
async function list({ http, endpoint, bucket }, query) {
  const pages = [];
  const read = (next) => http.json({
    method: "GET",
    url: `${endpoint}/storage/v1/b/${bucket}/o?${new URLSearchParams({ ...query, maxResults: "1000", ...next })}`,
    resource: `bucket ${bucket}`,
    permission: "storage.objects.list",
    role: ROLE2
  });
  for await (const page of pagesOf(read)) pages.push(page);
  return pages;
}
async function remove({ http, endpoint, bucket }, { name, generation }) {
  try {
    await http.text({
      method: "DELETE",
      url: `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?ifGenerationMatch=${generation}`,
      resource: `object gs://${bucket}/${name}`,
      permission: "storage.objects.delete",
      role: ROLE2
    });
    return true;
  } catch (error) {
    if (error instanceof import_errors6.CloudError && error.status === 404) return true;
    if (error instanceof import_errors6.CloudError && error.status === 412) return false;
    throw error;
  }
}
var import_errors6, ROLE2;
var init_objects = __esm({
  "actions/preview/clean-up/objects.ts"() {
    "use strict";
    init_in_parallel();
    init_pages();
    import_errors6 = __toESM(require_errors(), 1);
    init_limits();
    ROLE2 = "roles/storage.objectUser";
  }
});

// actions/preview/comment/pull.ts
async function pullNow({ number, commit }, { github: run2, log }, github) {
  const { action, pull_request: event } = run2.payload;
  let open = action !== "closed";
  let head;
  let newest = true;
  try {
    const pull = await github?.pull(number);
    const age = (pull?.updatedAt ?? Number.NaN) - Date.parse(event?.updated_at ?? "");
    if (age < 0) return { open, current: open, head: commit };
    open = pull?.open ?? open;
    head = pull?.head;
    if (head !== void 0 && head !== commit) newest = !(age > 0) && await github?.compare(head, commit) === "ahead";
  } catch (error) {
    if (!(error instanceof import_errors7.CloudError)) throw error;
    log.warning(
      `Whether pull request ${number} is still open could not be read, so it is treated as ${open ? "open" : "closed"}. ${(0, import_report.describeCloudError)(error)}`
    );
  }
  return { open, current: open && newest, head };
}
var import_errors7, import_report;
var init_pull = __esm({
  "actions/preview/comment/pull.ts"() {
    "use strict";
    import_errors7 = __toESM(require_errors(), 1);
    import_report = __toESM(require_report(), 1);
  }
});

// actions/preview/plan/stale.ts
function stalePreviews(found, open, now, maxAge) {
  const byNumber = new Map(open.map((pull) => [pull.number, pull]));
  const stale = found.flatMap((number) => {
    const pull = byNumber.get(number);
    if (!pull) return [[number, "closed"]];
    return maxAge !== void 0 && now - pull.updatedAt > maxAge ? [[number, "inactive"]] : [];
  });
  return new Map(stale.sort(([a], [b]) => a - b));
}
var init_stale = __esm({
  "actions/preview/plan/stale.ts"() {
    "use strict";
  }
});

// actions/preview/clean-up/still-gone.ts
async function stillGone(inputs, context, github) {
  const { gone, maxAge = 0 } = inputs;
  if (isOfEvent(inputs)) return (await pullNow(inputs, context, github)).open ? /* @__PURE__ */ new Map() : gone;
  if (!github) return gone;
  const now = stalePreviews([...gone.keys()], await github.openPulls(), context.clock.now(), maxAge);
  return new Map([...gone].filter(([number, why]) => now.get(number) === why || now.get(number) === "closed"));
}
function gonePulls(inputs, { clock, log }, github) {
  const { gone, maxAge = 0 } = inputs;
  const returned = /* @__PURE__ */ new Set();
  const isGone2 = async (number) => {
    if (!github || isOfEvent(inputs)) return true;
    if (returned.has(number)) return false;
    let pull;
    try {
      pull = await github.pull(number);
    } catch (error) {
      if (error instanceof import_errors8.CloudError) return true;
      throw error;
    }
    const why = stalePreviews([number], pull?.open ? [pull] : [], clock.now(), maxAge).get(number);
    if (why === "closed" || why === gone.get(number)) return true;
    returned.add(number);
    log.notice(`#${number}: open or active again, so the rest of its preview stays.`);
    return false;
  };
  return { isGone: isGone2, returned };
}
var import_errors8, isOfEvent;
var init_still_gone = __esm({
  "actions/preview/clean-up/still-gone.ts"() {
    "use strict";
    import_errors8 = __toESM(require_errors(), 1);
    init_pull();
    init_stale();
    isOfEvent = ({ gone, number }) => gone.size === 1 && gone.get(number) === "closed";
  }
});

// actions/preview/clean-up/clean-up.ts
async function cleanUp(inputs, cloud, context, github) {
  const grace = () => (0, import_interruption2.graceAfter)(context.signal, IMAGES_GRACE, context.clock);
  const registry = inputs.images.length > 0 ? { ...cloud, http: cloud.client({ signal: grace() }) } : cloud;
  const images = await Promise.allSettled(inputs.images.map((image) => readTags(registry, image, inputs.region)));
  const gone = await stillGone(inputs, context, github);
  const { summary, log } = context;
  const back = [...inputs.gone.keys()].filter((number) => !gone.has(number)).map((number) => `#${number}`);
  if (back.length > 0) log.notice(`${back.join(", ")}: open or active again, so the preview stays.`);
  if (gone.size === 0) return;
  const numbers = [...gone.keys()];
  const { sites, unread } = await sitesOf(inputs, numbers, cloud, context);
  const { isGone: isGone2, returned } = gonePulls(inputs, context, github);
  const cleanOne = async (bucket) => unread.get(bucket) ?? await cleanBucket(bucket, numbers, isGone2, cloud, context);
  const buckets = await Promise.all(inputs.buckets.map(cleanOne));
  const jobs = await cleanJobs(inputs, numbers, isGone2, cloud, context);
  const removed = numbers.filter((number) => !returned.has(number));
  const unused = removed.filter((number) => !jobs.left.has(number));
  const imageParts = await cleanImages(inputs.images, images, unused, registry, context, github);
  const parts = [...buckets, ...jobs.parts, ...imageParts];
  summary.heading(import_summary.md`Previews removed`);
  summary.paragraph(
    import_summary.md`Pull requests: ${(0, import_summary.listed)(
      removed.map((number) => (0, import_summary.plain)(`#${number}`)),
      ", "
    )}`
  );
  summary.table(
    ["Where", "Deleted", ""],
    parts.map(({ what, count, failure }) => [(0, import_summary.plain)(what), count, failure && (0, import_summary.plain)((0, import_report2.describeCloudError)(failure))])
  );
  for (const { what, count } of parts) log.info(`${what}: ${count} deleted.`);
  const left = parts.flatMap(({ what, failure }) => failure === void 0 ? [] : [{ what, failure }]);
  const placesOf = (number) => [...inputs.services, ...sites.get(number) ?? []];
  await writeComments(removed, gone, placesOf, context, github, left);
  const isNew = ({ status, retryAfterMs }) => status === 403 && retryAfterMs === void 0 && context.github.payload.pull_request !== void 0;
  const messages = left.map(({ what, failure }) => ({
    text: `${what} could not be cleaned up: ${(0, import_report2.describeCloudError)(failure)}`,
    fails: !isNew(failure)
  }));
  for (const { text, fails } of messages) if (!fails) log.warning(text);
  const failures = messages.filter(({ fails }) => fails);
  if (failures.length > 0) throw new import_errors9.OutcomeError(failures.map(({ text }) => text).join("\n"));
}
async function sitesOf({ pages, buckets }, numbers, { http, endpoints }, { github: { repository } }) {
  const unread = /* @__PURE__ */ new Map();
  if (pages.length > 0) return { sites: new Map(numbers.map((number) => [number, pages.map(commentedSite)])), unread };
  const found = await inParallel(numbers, AT_A_TIME, async (number) => {
    const folder = previewFolder({ repository, number });
    const names = await Promise.all(
      buckets.map(async (bucket) => {
        let folders = [];
        const part = await attempt(bucketPart(bucket), async () => {
          folders = await listFolders({ http, endpoint: endpoints.storage, bucket }, folder);
          return 0;
        });
        if (part.failure) unread.set(bucket, part);
        return folders.map((prefix) => commentedSite({ bucket, prefix }));
      })
    );
    return [number, names.flat()];
  });
  return { sites: new Map(found), unread };
}
async function cleanBucket(bucket, numbers, isGone2, { http, endpoints }, { github }) {
  const { repository } = github;
  return await attempt(bucketPart(bucket), async () => {
    let count = 0;
    for (const number of numbers)
      if (await isGone2(number))
        count += await removePreviewFolder(
          { http, endpoint: endpoints.storage, bucket },
          previewFolder({ repository, number })
        );
    return count;
  });
}
async function cleanJobs({ migrations, project, region }, numbers, isGone2, cloud, context) {
  if (!migrations) return { parts: [], left: /* @__PURE__ */ new Set() };
  const what = "Databases and their jobs";
  let left = /* @__PURE__ */ new Map();
  const part = await attempt(what, async () => {
    const { count, failures } = await removeMigrationJobs(
      cloud,
      context,
      { project, region },
      new Set(numbers),
      isGone2
    );
    left = failures;
    return count;
  });
  if (part.failure) return { parts: [part], left: new Set(numbers) };
  const failed = [...left].map(([number, failure]) => ({ what: `Database of #${number}`, count: 0, failure }));
  return { parts: [part, ...failed], left: new Set(left.keys()) };
}
async function cleanImages(images, tagged, numbers, cloud, { github: run2, signal }, github) {
  if (images.length === 0) return [];
  const merged = mergedCommits(numbers, run2, github);
  const caches = run2.payload.pull_request === void 0;
  const parts = await Promise.all(
    images.map(
      (image, i) => attempt(`Image ${(0, import_image_reference3.formatImageName)(image)}`, async () => {
        const read = tagged[i];
        if (read?.status === "rejected") throw read.reason;
        const previews = { repositoryId: run2.repositoryId, numbers: new Set(numbers), merged: await merged };
        return read?.value ? await removeImages(cloud, read.value, previews, caches, signal) : 0;
      })
    )
  );
  signal.throwIfAborted();
  return parts;
}
async function attempt(what, work) {
  try {
    return { what, count: await work(), failure: void 0 };
  } catch (error) {
    if (!(error instanceof import_errors9.CloudError)) throw error;
    return { what, count: 0, failure: error };
  }
}
async function writeComments(removed, gone, placesOf, { log, github: { runUrl } }, github, left) {
  const numbers = removed.filter((number) => placesOf(number).length > 0);
  if (!github) return;
  for (const [i, number] of numbers.entries()) {
    const failure = await writePreviewComment(github, log, { number, services: placesOf(number), removed: true }, [
      gone.get(number) === "inactive" ? import_summary.md`**Preview** was removed, because this pull request had no recent activity. Push to it, or close and reopen it, to get another one.` : import_summary.md`**Preview** was removed.`,
      ...left.map(({ what }) => import_summary.md`- ⚠️ ${(0, import_summary.plain)(what)} could not be cleaned up (${(0, import_summary.plain)(runUrl)}).`)
    ]);
    const rest = numbers.slice(i + 1);
    if (failure?.retryAfterMs === void 0 || rest.length === 0) continue;
    log.warning(
      `The comments on ${rest.map((one) => `#${one}`).join(", ")} still show previews that were removed: GitHub's rate limit is reached.`
    );
    return;
  }
}
var import_image_reference3, import_errors9, import_interruption2, import_report2, import_summary, bucketPart;
var init_clean_up = __esm({
  "actions/preview/clean-up/clean-up.ts"() {
    "use strict";
    import_image_reference3 = __toESM(require_image_reference(), 1);
    init_preview_comment();
    init_in_parallel();
    init_preview_names();
    import_errors9 = __toESM(require_errors(), 1);
    import_interruption2 = __toESM(require_interruption(), 1);
    import_report2 = __toESM(require_report(), 1);
    import_summary = __toESM(require_summary(), 1);
    init_images2();
    init_jobs2();
    init_limits();
    init_merged_commits();
    init_objects();
    init_still_gone();
    bucketPart = (bucket) => `Bucket ${bucket}`;
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
    get: (name) => (0, import_not_found4.absent)(http.json({ method: "GET", url: url(name), ...facts(name, "get", "roles/run.viewer") })),
    create: (name, service, options = {}) => write(target, "create", name, service, [], options.validateOnly),
    update: (name, service, mask, options = {}) => write(target, "update", name, service, mask, options.validateOnly),
    async remove(name, etag) {
      await (0, import_not_found4.absent)(
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
var import_not_found4;
var init_services = __esm({
  "src/google/run/services.ts"() {
    "use strict";
    import_not_found4 = __toESM(require_not_found(), 1);
    init_calls();
  }
});

// shared:src/records/annotations.ts
var require_annotations = __commonJS({
  "shared:src/records/annotations.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/records/annotations.ts"];
  }
});

// src/records/revision-names.ts
var DIGITS, OWN;
var init_revision_names = __esm({
  "src/records/revision-names.ts"() {
    "use strict";
    DIGITS = 12;
    OWN = new RegExp(`-[0-9a-f]{7,${DIGITS}}-\\d+$`);
  }
});

// src/records/preview-owners.ts
function ownersOf(service) {
  const tags = new Set(targetsOf(service).map(({ tag }) => tag));
  return Object.fromEntries(Object.entries(recordedOwners(service)).filter(([tag]) => tags.has(tag)));
}
var import_errors10, import_annotations, PREVIEWS, PREVIEW_SERVICE, recordedOwners, targetsOf, ownerOf, isTagOf, tagsOwnedBy;
var init_preview_owners = __esm({
  "src/records/preview-owners.ts"() {
    "use strict";
    import_errors10 = __toESM(require_errors(), 1);
    import_annotations = __toESM(require_annotations(), 1);
    init_revision_names();
    PREVIEWS = `${import_annotations.ANNOTATION_PREFIX}previews`;
    PREVIEW_SERVICE = `${import_annotations.ANNOTATION_PREFIX}preview-service`;
    recordedOwners = (service) => (0, import_annotations.readAnnotation)(service, PREVIEWS, (value) => !Array.isArray(value)) ?? {};
    targetsOf = ({ traffic = [], trafficStatuses = [] }) => [...traffic, ...trafficStatuses];
    ownerOf = (service, tag) => Object.entries(ownersOf(service)).find(([name]) => name === tag)?.[1];
    isTagOf = (service, tag, repository) => (ownerOf(service, tag) ?? repository).toLowerCase() === repository.toLowerCase();
    tagsOwnedBy = (service, repository) => Object.entries(ownersOf(service)).filter(([, owner]) => owner.toLowerCase() === repository.toLowerCase()).map(([tag]) => tag);
  }
});

// actions/preview/clean-up/find.ts
async function findPreviews({ services, images, buckets, project, region, migrations }, cloud, { github }) {
  const { http, endpoints } = cloud;
  const { repository, repositoryId } = github;
  const run2 = createServices(http, endpoints.run);
  const found = await Promise.all([
    ...services.map(async (name) => {
      const service = await run2.get(name);
      return service ? tagsOwnedBy(service, repository).map(numberOfTag) : [];
    }),
    ...images.map(async (image) => {
      const opened = openImage(cloud, image, region);
      const tags = await opened?.versions.tags(opened.name) ?? [];
      return tags.map(({ tag }) => parsePreviewImageTag(tag)).map((tag) => tag?.repositoryId === repositoryId ? tag.number : void 0);
    }),
    ...buckets.map(async (bucket) => {
      const folder = previewsFolder({ repository });
      const folders = await listFolders({ http, endpoint: endpoints.storage, bucket }, folder);
      return folders.map((one) => numberOfTag(one.slice(folder.length, -1)));
    }),
    migrations ? findMigrationJobs(cloud, { project, region, repositoryId }).then((jobs) => jobs.map(({ number }) => number)) : []
  ]);
  return [...new Set(found.flat())].filter((number) => number !== void 0);
}
var init_find = __esm({
  "actions/preview/clean-up/find.ts"() {
    "use strict";
    init_services();
    init_preview_names();
    init_preview_owners();
    init_images2();
    init_jobs2();
    init_objects();
  }
});

// actions/preview/comment/own-bucket.ts
async function foreignPage(bucket) {
  let folders = [""];
  for (let depth = 0; depth <= DEPTH; depth++) {
    const pages = await inParallel(folders, AT_A_TIME, async (folder) => {
      const names = await listObjects(bucket, folder);
      return names.find((name) => /(?:^|\/)(?:index\.html|state\.json)$/.test(name));
    });
    const found = pages.find((name) => name !== void 0);
    if (found !== void 0) return `gs://${bucket.bucket}/${found}`;
    if (depth === DEPTH) break;
    const below = await inParallel(folders, AT_A_TIME, (folder) => listFolders(bucket, folder));
    folders = below.flat();
  }
  return void 0;
}
var DEPTH;
var init_own_bucket = __esm({
  "actions/preview/comment/own-bucket.ts"() {
    "use strict";
    init_in_parallel();
    init_limits();
    init_objects();
    DEPTH = 2;
  }
});

// actions/preview/comment/lines.ts
function commentLines(state, { commit, runUrl, parts }) {
  const short = (0, import_summary2.plain)((0, import_commit.shortCommit)(commit));
  const run2 = (0, import_summary2.link)("run", runUrl);
  if (state.phase === "ready")
    return [
      import_summary2.md`**Preview** of ${short} (${run2})`,
      import_summary2.md``,
      import_summary2.md`| Name | Where | URL |`,
      import_summary2.md`| --- | --- | --- |`,
      ...parts.map(
        ({ name, where, url }) => import_summary2.md`| ${(0, import_summary2.plain)(name)} | ${(0, import_summary2.plain)(where)} | ${url ? (0, import_summary2.link)(url, url) : (0, import_summary2.plain)("none")} |`
      )
    ];
  const shown = parts.filter(({ url, unknown }) => url !== void 0 || unknown || state.phase === "failed").map(partLine);
  const gap = shown.length > 0 ? [import_summary2.md``, ...shown] : [];
  if (state.phase === "building") return [import_summary2.md`⏳ **Preview** of ${short} is being built (${run2}).`, ...gap];
  return [import_summary2.md`❌ **Preview** of ${short} failed (${run2}). ${(0, import_summary2.plain)(state.reasons.join(" "))}`, ...gap];
}
function partLine({ name, where, url, version, current, unknown }) {
  const place = import_summary2.md`${(0, import_summary2.plain)(name)} in ${(0, import_summary2.plain)(where)}`;
  if (unknown) return import_summary2.md`- ${place}: what its preview shows could not be read.`;
  if (url === void 0) return import_summary2.md`- ${place}: no preview.`;
  if (current) return import_summary2.md`- ${place}: ${(0, import_summary2.link)(url, url)}`;
  return import_summary2.md`- ${place}: ${(0, import_summary2.link)(url, url)} still shows ${version ? (0, import_summary2.code)(version) : (0, import_summary2.plain)("an earlier commit")}.`;
}
function failuresOf(results) {
  const failed = Object.entries(results).filter(([, result]) => result === "failure");
  const cancelled = failed.length === 0 && Object.values(results).includes("cancelled");
  return cancelled ? [CANCELLED] : failed.map(([name]) => FAILURES[name] ?? `The step ${name} failed. ${FIX}`);
}
var import_commit, import_summary2, FIX, FAILURES, CANCELLED;
var init_lines = __esm({
  "actions/preview/comment/lines.ts"() {
    "use strict";
    import_commit = __toESM(require_commit(), 1);
    import_summary2 = __toESM(require_summary(), 1);
    FIX = "Fix it and push, or re-run the failed jobs.";
    FAILURES = {
      lists: "The inputs of the workflow are not valid. The log of the run names each of them.",
      images: `An image could not be built. ${FIX}`,
      buckets: "A bucket contains another site. Set another bucket for the frontends; the log says why.",
      migrate: `The migration failed, and no service was deployed. ${FIX}`,
      deploy: `The services could not be deployed. ${FIX}`,
      frontends: `A frontend could not be built. ${FIX}`,
      download: "The build of a frontend could not be downloaded. Re-run all jobs.",
      publish: `The frontends could not be published. ${FIX}`
    };
    CANCELLED = "The run was cancelled or exceeded its time limit. Re-run the failed jobs.";
  }
});

// shared:src/inputs/duration.ts
var require_duration = __commonJS({
  "shared:src/inputs/duration.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/duration.ts"];
  }
});

// shared:src/freeze/freeze.ts
var require_freeze = __commonJS({
  "shared:src/freeze/freeze.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/freeze.ts"];
  }
});

// src/google/run/revisions.ts
var import_not_found5;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    import_not_found5 = __toESM(require_not_found(), 1);
  }
});

// src/records/live-release.ts
var import_commit2, import_annotations2;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    import_commit2 = __toESM(require_commit(), 1);
    init_revisions();
    import_annotations2 = __toESM(require_annotations(), 1);
  }
});

// src/records/canaries.ts
var import_annotations3;
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    import_annotations3 = __toESM(require_annotations(), 1);
    init_live_release();
  }
});

// src/records/holds.ts
var import_freeze, import_commit3, import_not_found6, import_errors11, import_annotations4, HOLD_ANNOTATION;
var init_holds = __esm({
  "src/records/holds.ts"() {
    "use strict";
    import_freeze = __toESM(require_freeze(), 1);
    import_commit3 = __toESM(require_commit(), 1);
    import_not_found6 = __toESM(require_not_found(), 1);
    import_errors11 = __toESM(require_errors(), 1);
    import_annotations4 = __toESM(require_annotations(), 1);
    init_canaries();
    HOLD_ANNOTATION = `${import_annotations4.ANNOTATION_PREFIX}hold`;
  }
});

// src/records/sites.ts
async function readBytes({ http, endpoint }, bucket, name, maxBytes) {
  const url = `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  const headers = { "accept-encoding": "gzip", "cache-control": "no-store" };
  const resource = `object ${name} of bucket ${bucket}`;
  const response = await (0, import_not_found7.absent)(
    http.text({ method: "GET", url, headers, resource, ...READER, ...maxBytes !== void 0 && { maxBytes } })
  );
  return response?.bytes;
}
async function readSiteState(bucket, site) {
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}${SITE_STATE}`);
  return bytes && parse(bytes, `The state of the ${siteLabel(site)}`);
}
function parse(bytes, what) {
  const value = JSON.parse(bytes.toString("utf8"));
  if (value.format === 1) return value;
  throw new import_errors12.OutcomeError(`${what} has format ${value.format}, and this version reads format 1. Use a newer version.`);
}
var import_commit4, import_not_found7, import_duration, import_errors12, SITE_STATE, READER, siteLabel;
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    import_commit4 = __toESM(require_commit(), 1);
    import_not_found7 = __toESM(require_not_found(), 1);
    import_duration = __toESM(require_duration(), 1);
    import_errors12 = __toESM(require_errors(), 1);
    init_holds();
    SITE_STATE = ".releases/state.json";
    READER = { permission: "storage.objects.get", role: "roles/storage.objectViewer" };
    siteLabel = ({ name, bucket, prefix }) => `site ${name} in gs://${bucket}/${prefix}`;
  }
});

// actions/preview/comment/parts.ts
async function readParts(parts, cloud) {
  const run2 = createServices(cloud.http, cloud.endpoints.run);
  return await Promise.all([
    ...parts.services.map(async (full) => {
      const [, , , region = "", , name = ""] = full.split("/");
      const part = { name, where: region, current: false, url: void 0, version: void 0 };
      return await readable(part, async () => {
        const tag = previewTag(parts);
        const service = await run2.get(full);
        const shown = service && isTagOf(service, tag, parts.repository) && service.trafficStatuses?.find((one) => one.tag === tag);
        if (!shown) return part;
        const made = parts.deployed.find((one) => one.service === name && one.region === region);
        const current = made?.revision !== void 0 && made.revision === shown.revision;
        return { ...part, url: shown.uri, version: shown.revision, current };
      });
    }),
    ...parts.pages.map(async ({ name, bucket, prefix, url }) => {
      const part = { name, where: `gs://${bucket}`, current: false, url: void 0, version: void 0 };
      return await readable(part, async () => {
        const site = { name, bucket, prefix: `${prefix}/` };
        const state = await readSiteState({ http: cloud.http, endpoint: cloud.endpoints.storage }, site);
        if (!state?.current) return part;
        return { ...part, url, version: (0, import_commit5.shortCommit)(state.current), current: parts.published.has(name) };
      });
    })
  ]);
}
async function readable(part, read) {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof import_errors13.CloudError || error instanceof import_errors13.OutcomeError)) throw error;
    return { ...part, unknown: true };
  }
}
var import_commit5, import_errors13;
var init_parts = __esm({
  "actions/preview/comment/parts.ts"() {
    "use strict";
    import_commit5 = __toESM(require_commit(), 1);
    init_services();
    init_preview_names();
    init_preview_owners();
    init_sites();
    import_errors13 = __toESM(require_errors(), 1);
  }
});

// shared:src/google/http/client.ts
var require_client = __commonJS({
  "shared:src/google/http/client.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/client.ts"];
  }
});

// shared:src/google/http/read-bounded.ts
var require_read_bounded = __commonJS({
  "shared:src/google/http/read-bounded.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/read-bounded.ts"];
  }
});

// actions/preview/comment/site.ts
async function startPageHash(bucket, prefix) {
  const object = await (0, import_not_found8.absent)(
    bucket.http.json({
      method: "GET",
      url: `${objectUrl(bucket, `${prefix}/index.html`)}?fields=md5Hash,contentEncoding`,
      ...factsOf(bucket.bucket)
    })
  );
  return object?.contentEncoding ? void 0 : object?.md5Hash;
}
async function pageProblem(bucket, { name, prefix, url }, { clock, signal }, timeout) {
  const expected = await startPageHash(bucket, prefix);
  let problem;
  const seen = await (0, import_retry3.poll)(
    async () => {
      problem = await look(bucket.http, url, expected, clock);
      return problem === void 0 ? true : void 0;
    },
    { clock, signal, until: clock.now() + timeout }
  );
  return seen ? void 0 : `${name}: ${url} ${problem}`;
}
async function look(http, url, expected, clock) {
  try {
    const response = await http.raw({
      method: "GET",
      url,
      authenticated: false,
      headers: { "cache-control": "no-cache" },
      attemptTimeout: REQUEST_TIMEOUT,
      resource: url
    });
    const { bytes } = await (0, import_read_bounded.readBounded)(response.body, { maxBytes: MOST_BYTES, timeout: REQUEST_TIMEOUT, clock });
    if (response.status === 401 || response.status >= 300 && response.status < 400) return void 0;
    if (response.status >= 400)
      return `responds with ${response.status}. Let its visitors read the bucket (roles/storage.objectViewer, for instance for allUsers), or set url to the address where the bucket is served.`;
    if (expected !== void 0 && (0, import_node_crypto.createHash)("md5").update(bytes).digest("base64") !== expected)
      return "responds with a different page than the one that was published. Set url to a host that serves only the bucket of previews.";
    return void 0;
  } catch (error) {
    if (!(0, import_client.isConnectionFault)(error)) throw error;
    return `does not respond (${error.message || error.code}). Check the host in url.`;
  }
}
var import_node_crypto, import_not_found8, import_client, import_read_bounded, import_retry3, REQUEST_TIMEOUT, MOST_BYTES, objectUrl, factsOf;
var init_site = __esm({
  "actions/preview/comment/site.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_not_found8 = __toESM(require_not_found(), 1);
    import_client = __toESM(require_client(), 1);
    import_read_bounded = __toESM(require_read_bounded(), 1);
    import_retry3 = __toESM(require_retry(), 1);
    REQUEST_TIMEOUT = 1e4;
    MOST_BYTES = 16e6;
    objectUrl = ({ endpoint, bucket }, name) => `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`;
    factsOf = (bucket) => ({
      resource: `bucket ${bucket}`,
      permission: "storage.objects.get",
      role: "roles/storage.objectUser"
    });
  }
});

// actions/preview/comment/write.ts
async function writeComment(inputs, cloud, context, github) {
  const { number, commit, pages, results, unfinished } = inputs;
  const pull = await pullNow(inputs, context, github);
  const published = new Set(inputs.published.filter(isLive).map(({ name }) => name));
  const parts = await readParts({ ...inputs, published, number, repository: context.github.repository }, cloud);
  const failures = failuresOf(results);
  const problems = failures.length > 0 || unfinished ? [] : await pageProblems(inputs, published, cloud, context);
  const reasons = [...failures, ...problems];
  const state = reasons.length > 0 ? { phase: "failed", reasons } : { phase: unfinished ? "building" : "ready" };
  const lines = commentLines(state, { commit, runUrl: context.github.runUrl, parts });
  const places = inputs.services.length > 0 ? inputs.services : pages.map(commentedSite);
  if (github && pull.current && places.length > 0)
    await writePreviewComment(github, context.log, { number, services: [...new Set(places)] }, lines);
  context.output("urls", JSON.stringify(urlsOf(inputs, parts)));
  context.summary.heading(import_summary3.md`Preview`);
  for (const { name, where, url } of parts)
    context.summary.paragraph(import_summary3.md`- ${(0, import_summary3.plain)(name)} in ${(0, import_summary3.plain)(where)}: ${(0, import_summary3.plain)(url ?? "no preview")}`);
  if (problems.length > 0) throw new import_errors14.OutcomeError(problems.join("\n"));
}
async function pageProblems({ pages, pageTimeout }, published, { http, endpoints }, context) {
  const mine = pages.filter(({ name }) => published.has(name));
  const found = await Promise.all(
    mine.map(
      (page) => pageProblem({ http, endpoint: endpoints.storage, bucket: page.bucket }, page, context, pageTimeout)
    )
  );
  return found.filter((problem) => problem !== void 0);
}
function urlsOf({ deployed, pages }, parts) {
  const urls = /* @__PURE__ */ new Map();
  const named = deployed.flatMap(
    ({ name, service, "tag-url": url }) => [name, service].map((one) => [one, url])
  );
  const sites = parts.flatMap(
    ({ name, url, current }) => current && pages.some((page) => page.name === name) ? [[name, url]] : []
  );
  const taken = /* @__PURE__ */ new Set();
  for (const [name, url] of [...named, ...sites]) {
    if (!name || !url || taken.has(urlVariable(name))) continue;
    taken.add(urlVariable(name));
    urls.set(name, url);
  }
  return Object.fromEntries(urls);
}
var import_errors14, import_summary3, isLive;
var init_write = __esm({
  "actions/preview/comment/write.ts"() {
    "use strict";
    init_preview_comment();
    init_preview_names();
    import_errors14 = __toESM(require_errors(), 1);
    import_summary3 = __toESM(require_summary(), 1);
    init_lines();
    init_parts();
    init_pull();
    init_site();
    isLive = ({ status }) => status === "live" || status === "unchanged";
  }
});

// actions/preview/run.ts
async function run(inputs, context) {
  switch (inputs.task) {
    case "check":
      return await check(inputs, context);
    case "buckets":
      return await checkBuckets(inputs, context);
    case "comment":
      return await writeComment(inputs, (0, import_context.connect)(context, inputs.auth), context, await githubOf(inputs, context));
    case "find":
      return await find(inputs, context);
    case "clean-up":
      return await cleanUp(inputs, (0, import_context.connect)(context, inputs.auth), context, await githubOf(inputs, context));
  }
}
async function githubOf({ githubToken }, context) {
  return await (0, import_open.openGitHub)(githubToken, context)?.();
}
async function check(inputs, context) {
  const { number, commit } = inputs;
  const { open, current, head } = await pullNow(inputs, context, await githubOf(inputs, context));
  if (!open) context.log.notice(`Pull request ${number} is closed: no preview is deployed.`);
  else if (!current)
    context.log.notice(
      `Pull request ${number} is at ${(0, import_commit6.shortCommit)(head ?? "another commit")} now, which has a run of its own: ${(0, import_commit6.shortCommit)(commit)} is not deployed.`
    );
  context.output("open", open);
  context.output("current", current);
}
async function checkBuckets({ buckets, auth }, context) {
  const { http, endpoints } = (0, import_context.connect)(context, auth);
  const found = await Promise.all(
    buckets.map(async (bucket) => [bucket, await foreignPage({ http, endpoint: endpoints.storage, bucket })])
  );
  const problems = found.flatMap(
    ([bucket, page]) => page === void 0 ? [] : [
      {
        subject: "Input frontends",
        message: `the bucket ${bucket} contains another site, ${page}, whose host pages of pull requests would share. Nothing was published. Use a bucket that contains only previews.`
      }
    ]
  );
  if (problems.length > 0) throw new import_errors15.InputError(problems);
}
async function find(inputs, context) {
  const github = await githubOf(inputs, context);
  if (!github)
    throw new import_errors15.InputError([
      { subject: "Input github-token", message: "is missing. It is needed to read which pull requests are open." }
    ]);
  const [found, open] = await Promise.all([
    findPreviews(inputs, (0, import_context.connect)(context, inputs.auth), context),
    github.openPulls()
  ]);
  const stale = stalePreviews(found, open, context.clock.now(), inputs.maxAge);
  const { summary, log } = context;
  const describe = (why) => [...stale].filter(([, one]) => one === why).map(([number]) => `#${number}`);
  summary.heading(import_summary4.md`Previews`);
  summary.table(
    ["", "Pull requests"],
    [
      [import_summary4.md`Have a preview`, found.length],
      [import_summary4.md`Closed`, (0, import_summary4.listed)(describe("closed").map(import_summary4.plain), ", ")],
      [import_summary4.md`Inactive`, (0, import_summary4.listed)(describe("inactive").map(import_summary4.plain), ", ")]
    ]
  );
  log.info(
    `${found.length} pull requests have a preview; ${stale.size} are to be removed: ${[...stale.keys()].join(", ") || "none"}.`
  );
  context.output("previews", stale.size > 0 ? Object.fromEntries(stale) : "");
  context.output("services", inputs.services.length > 0 ? inputs.services.map(asEntry) : "");
  context.output("tags", [...stale.keys()].map((number) => previewTag({ number })).join("\n"));
}
function asEntry(name) {
  const [, , , region = "", , service = ""] = name.split("/");
  return { service, region };
}
var import_commit6, import_open, import_context, import_errors15, import_summary4;
var init_run = __esm({
  "actions/preview/run.ts"() {
    "use strict";
    import_commit6 = __toESM(require_commit(), 1);
    import_open = __toESM(require_open(), 1);
    init_preview_names();
    import_context = __toESM(require_context(), 1);
    import_errors15 = __toESM(require_errors(), 1);
    import_summary4 = __toESM(require_summary(), 1);
    init_clean_up();
    init_find();
    init_own_bucket();
    init_pull();
    init_write();
    init_stale();
  }
});

// actions/preview/main.ts
var main_exports = {};
var import_node_process, import_action;
var init_main = __esm({
  "actions/preview/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    import_action = __toESM(require_action(), 1);
    init_inputs();
    init_run();
    void (0, import_action.runAction)({ name: "preview", readInputs, run }, import_node_process.default);
  }
});

// actions/preview/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
