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
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
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

// src/container/image-reference.ts
function parseImageName(text) {
  const expected = "Write HOST/PROJECT/REPOSITORY/NAME, for instance us-central1-docker.pkg.dev/acme/apps/server";
  const value = text.trim();
  if (value.includes("@")) throw new Error(`"${text}" has a digest. ${expected}; the digest is what the build makes.`);
  const slash = value.indexOf("/");
  const host = slash < 0 ? "" : value.slice(0, slash);
  if (!HOST.test(host)) throw new Error(`"${text}" contains no registry. ${expected}.`);
  const path = value.slice(slash + 1);
  if (path.split("/").at(-1)?.includes(":"))
    throw new Error(`"${text}" has a tag. ${expected}, and tags in the input tags.`);
  const components = path.split("/");
  const bad = components.find(
    (component, i) => !COMPONENT.test(component) && !(i === 0 && PROJECT_DOMAIN.test(component))
  );
  if (bad !== void 0) {
    const hint = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : "";
    throw new Error(`"${text}" is not an image name.${hint} ${expected}.`);
  }
  return { host, path };
}
function splitPath(image) {
  const [first = "", ...rest] = registryPath(image).split("/");
  if (!first.includes(".")) return { project: first, rest };
  return { project: `${first}:${rest[0] ?? ""}`, rest: rest.slice(1) };
}
function artifactRegistryRepository(image, region) {
  const location = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(image.host)?.[1] ?? (isLoopback(image.host) ? region : void 0);
  const { project, rest } = splitPath(image);
  const [repository, name] = rest;
  if (!location || !repository || !name) return void 0;
  return `projects/${project}/locations/${location}/repositories/${repository}`;
}
function isLoopback(host) {
  const name = host.replace(/:\d+$/, "");
  return /^127\.\d+\.\d+\.\d+$/.test(name) || name === "localhost" || name.endsWith(".localhost");
}
var HOST, COMPONENT, PROJECT_DOMAIN, registryPath, formatImageName;
var init_image_reference = __esm({
  "src/container/image-reference.ts"() {
    "use strict";
    HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)$/;
    COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
    PROJECT_DOMAIN = /^[a-z0-9.-]+:[a-z0-9-]+$/;
    registryPath = ({ path }) => path.replace(/^([^/:]+):/, "$1/");
    formatImageName = (image) => `${image.host}/${registryPath(image)}`;
  }
});

// shared:src/manifest/index.ts
var TABLES, containersOf, differences, ingressIndex, readManifest, withImage, withServerDefaults;
var init_manifest = __esm({
  "shared:src/manifest/index.ts"() {
    ({ TABLES, containersOf, differences, ingressIndex, readManifest, withImage, withServerDefaults } = require("../shared/manifest.cjs")["src/manifest/index.ts"]);
  }
});

// shared:src/inputs/lists.ts
var LineError, parseList, parseMap, writeList, writeMap;
var init_lists = __esm({
  "shared:src/inputs/lists.ts"() {
    ({ LineError, parseList, parseMap, writeList, writeMap } = require("../shared/runtime.cjs")["src/inputs/lists.ts"]);
  }
});

// shared:src/inputs/read-file.ts
var readTextFile;
var init_read_file = __esm({
  "shared:src/inputs/read-file.ts"() {
    ({ readTextFile } = require("../shared/runtime.cjs")["src/inputs/read-file.ts"]);
  }
});

// src/inputs/service-manifest.ts
function readManifestName(line, place) {
  const { kind, name, region } = readNamedManifest(line, place);
  const collection = COLLECTIONS[kind];
  return collection && `projects/${place.project}/locations/${region}/${collection}/${name}`;
}
function readNamedManifest(line, place) {
  const { manifest, region = place.region, substitutions } = parseEntry(line);
  if (!region) throw new Error(`${line} does not say its region. Write ${EXPECTED}.`);
  const { kind, name } = readManifest({
    text: read(manifest, place.workspace),
    file: manifest,
    project: place.project,
    region,
    substitutions: new Map([
      ["PROJECT", place.project],
      ["REGION", region],
      ["COMMIT", place.commit],
      ...substitutions
    ])
  });
  return { kind, name, region };
}
function parseEntry(line) {
  const refusal = new Error(`${line} is not a service by its manifest. Write ${EXPECTED}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal;
  }
  const { manifest, region, substitutions = {}, ...others } = value;
  const known = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known || region !== void 0 && typeof region !== "string") throw refusal;
  const map = typeof substitutions === "string" ? parseMap(substitutions) : new Map(Object.entries(substitutions).map(([name, text]) => [name, String(text)]));
  return { manifest, ...region && { region }, substitutions: map };
}
function read(file, workspace) {
  try {
    return readTextFile((0, import_node_path.resolve)(workspace, file));
  } catch (error) {
    if (error.code === "NOT_A_FILE")
      throw new Error(`"${file}" cannot be read: ${error.message}.`);
    throw new Error(
      `there is no file "${file}". Give its path from the root of the repository, and run actions/checkout before.`
    );
  }
}
var import_node_path, EXPECTED, COLLECTIONS;
var init_service_manifest = __esm({
  "src/inputs/service-manifest.ts"() {
    "use strict";
    import_node_path = require("node:path");
    init_manifest();
    init_lists();
    init_read_file();
    EXPECTED = '{"manifest": "PATH", "region": "REGION", "substitutions": {"NAME": "value"}}';
    COLLECTIONS = {
      Service: "services",
      WorkerPool: "workerPools",
      Job: void 0
    };
  }
});

// shared:src/runtime/errors.ts
var CancelledError, CloudError, InputError, OutcomeError, PolicyError, TimedOutError, allAtOnce, isAbort, mergeErrors, stateAfter, withState;
var init_errors = __esm({
  "shared:src/runtime/errors.ts"() {
    ({ CancelledError, CloudError, InputError, OutcomeError, PolicyError, TimedOutError, allAtOnce, isAbort, mergeErrors, stateAfter, withState } = require("../shared/runtime.cjs")["src/runtime/errors.ts"]);
  }
});

// src/github/freshness.ts
var init_freshness = __esm({
  "src/github/freshness.ts"() {
    "use strict";
    init_errors();
  }
});

// shared:src/github/run.ts
var readGitHubRun, resolveCommit;
var init_run = __esm({
  "shared:src/github/run.ts"() {
    ({ readGitHubRun, resolveCommit } = require("../shared/runtime.cjs")["src/github/run.ts"]);
  }
});

// shared:src/google/auth.ts
var createAuth, parseProvider, parseServiceAccount;
var init_auth = __esm({
  "shared:src/google/auth.ts"() {
    ({ createAuth, parseProvider, parseServiceAccount } = require("../shared/runtime.cjs")["src/google/auth.ts"]);
  }
});

// shared:src/google/credential-file.ts
var checkCredentialFile, parseServiceAccountKey;
var init_credential_file = __esm({
  "shared:src/google/credential-file.ts"() {
    ({ checkCredentialFile, parseServiceAccountKey } = require("../shared/runtime.cjs")["src/google/credential-file.ts"]);
  }
});

// src/inputs/shared.ts
function readAuthInputs(reader) {
  const key = reader.parse("credentials-json", parseServiceAccountKey);
  for (const name of ["workload-identity-provider", "service-account"])
    if (reader.given("credentials-json") && reader.given(name))
      reader.problem("credentials-json", `cannot be combined with ${name}. Keep ${name}, and remove the key.`);
  return {
    workloadIdentityProvider: reader.parse("workload-identity-provider", parseProvider),
    serviceAccount: reader.parse("service-account", parseServiceAccount),
    ...key && { key }
  };
}
function readGitHubToken(reader) {
  const expanded = (text) => text.trim() === GITHUB_TOKEN ? void 0 : text.trim();
  return reader.parse("github-token", expanded, GITHUB_TOKEN);
}
function parseProject(text) {
  const value = text.trim();
  if (/^(?:[a-z][a-z0-9-]{4,28}|[a-z0-9.-]+:(?:[a-z][a-z0-9-]*)?)[a-z0-9]$/.test(value)) return value;
  throw new Error(
    `"${text}" is not a project id. Write the id (6 to 30 lower-case letters, digits and hyphens), not the name or number.`
  );
}
function parseRegion(text) {
  const value = text.trim();
  if (/^[a-z]+-[a-z]+\d+$/.test(value)) return value;
  throw new Error(`"${text}" is not a region. Write for instance us-central1 or europe-west1.`);
}
var GITHUB_TOKEN;
var init_shared = __esm({
  "src/inputs/shared.ts"() {
    "use strict";
    init_freshness();
    init_run();
    init_auth();
    init_credential_file();
    init_errors();
    GITHUB_TOKEN = "${{ github.token }}";
  }
});

// src/inputs/services.ts
function readServiceNames(reader, place, input = "services") {
  const names = reader.parseList(input, (line) => readServiceName(line, place));
  return [...new Set(names.filter((name) => name !== void 0))];
}
function readServiceName(line, place) {
  const { project } = place;
  if (!line.startsWith("{")) return parseServiceName(line, place);
  if (!project) throw new Error(`${line} needs the input project.`);
  return readManifestName(line, { ...place, project });
}
function parseServiceName(line, place) {
  const text = line.trim();
  const full = /^projects\/([^/]+)\/locations\/([^/]+)\/(services|workerPools)\/([^/]+)$/.exec(text);
  const [, project, location, collection, fullName2] = full ?? [];
  if (project && location && collection && fullName2)
    return `projects/${parseProject(project)}/locations/${parseLocation(location)}/${collection}/${parseName(fullName2, text)}`;
  const parts = text.split("/");
  if (parts.length > 2)
    throw new Error(
      `"${text}" is not a service. Write NAME, REGION/NAME, or projects/PROJECT/locations/REGION/services/NAME.`
    );
  const name = parseName(parts.at(-1) ?? "", text);
  if (!place.project)
    throw new Error(
      `"${text}" does not say its project. Set the input project, or write projects/PROJECT/locations/REGION/services/${name}.`
    );
  const region = parts.length === 2 ? parseRegion(parts[0] ?? "") : place.region;
  if (!region)
    throw new Error(`"${text}" does not say its region. Write REGION/${name}, for instance us-central1/${name}.`);
  return `projects/${place.project}/locations/${region}/services/${name}`;
}
function parseLocation(text) {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new Error(`"${text}" is not a region. Write for instance us-central1 or europe-west1.`);
}
function parseName(name, line) {
  if (/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(name)) return name;
  throw new Error(
    `"${line}" is not a service. Write NAME, REGION/NAME, or projects/PROJECT/locations/REGION/services/NAME; a name has lower-case letters, digits and hyphens.`
  );
}
var init_services = __esm({
  "src/inputs/services.ts"() {
    "use strict";
    init_service_manifest();
    init_shared();
  }
});

// actions/preview/inputs.ts
function readInputs(reader, context) {
  const task = reader.oneOf("task", TASKS, "clean-up");
  const { pull_request: pull } = context.github.payload;
  const number = pull?.number;
  const auth = readAuthInputs(reader);
  const project = required(reader, "project", parseProject);
  const region = required(reader, "region", parseRegion);
  const repository = reader.text("image-repository")?.replace(/\/+$/, "");
  const images = reader.parseList("images", (name) => parseImageName(`${repository ?? ""}/${name}`));
  const services = readServiceNames(reader, {
    project,
    region,
    commit: context.github.sha,
    workspace: (0, import_node_path2.resolve)(context.github.workspace || ".")
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
    githubToken: readGitHubToken(reader),
    migrations: reader.boolean("migrations", "false"),
    number: number ?? 0,
    commit: pull?.head?.sha ?? context.github.sha,
    pages,
    deployed,
    published: reader.parse("published", (text) => JSON.parse(text), "[]"),
    results: reader.parse("results", (text) => JSON.parse(text), "{}"),
    pageTimeout: reader.duration("page-timeout", "60s") ?? 0,
    unfinished: reader.boolean("unfinished", "false")
  };
  if (images.length > 0 && !repository) reader.problem("image-repository", "is missing. It is required with images.");
  if ((task === "check" || task === "comment") && number === void 0)
    reader.problem("task", `${task} is only allowed on the event pull_request, and this run has no pull request.`);
  if (task === "clean-up" && inputs.gone.size === 0)
    reader.problem(
      "previews",
      "names no pull request. Give the output previews of find, or run on the event pull_request."
    );
  reader.done();
  return inputs;
}
function required(reader, name, parser) {
  return reader.required(name) === "" ? "" : reader.parse(name, parser) ?? "";
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
var import_node_path2, TASKS, fullName;
var init_inputs = __esm({
  "actions/preview/inputs.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_image_reference();
    init_services();
    init_shared();
    TASKS = ["check", "buckets", "comment", "find", "clean-up"];
    fullName = ({ service, region }, project) => `projects/${project}/locations/${region}/services/${service}`;
  }
});

// src/google/errors/not-found.ts
async function absent(answer) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CloudError && error.status === 404) return void 0;
    throw error;
  }
}
var init_not_found = __esm({
  "src/google/errors/not-found.ts"() {
    "use strict";
    init_errors();
  }
});

// shared:@actions/github
var require_github = __commonJS({
  "shared:@actions/github"(exports2, module2) {
    module2.exports = require("../shared/github.cjs")["@actions/github"];
  }
});

// shared:src/google/errors/error-body.ts
var readErrorBody, readJson;
var init_error_body = __esm({
  "shared:src/google/errors/error-body.ts"() {
    ({ readErrorBody, readJson } = require("../shared/runtime.cjs")["src/google/errors/error-body.ts"]);
  }
});

// shared:src/google/http/invalid-response.ts
var about, notJson, parseAnswer, redirected, tooLarge, tooSlow;
var init_invalid_response = __esm({
  "shared:src/google/http/invalid-response.ts"() {
    ({ about, notJson, parseAnswer, redirected, tooLarge, tooSlow } = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"]);
  }
});

// shared:src/google/http/retry-after.ts
var retryAfter;
var init_retry_after = __esm({
  "shared:src/google/http/retry-after.ts"() {
    ({ retryAfter } = require("../shared/runtime.cjs")["src/google/http/retry-after.ts"]);
  }
});

// shared:src/inputs/duration.ts
var formatDuration, formatMinute, parseDuration, parseSeconds;
var init_duration = __esm({
  "shared:src/inputs/duration.ts"() {
    ({ formatDuration, formatMinute, parseDuration, parseSeconds } = require("../shared/runtime.cjs")["src/inputs/duration.ts"]);
  }
});

// shared:src/runtime/interruption.ts
var graceAfter, interrupted, orAborted;
var init_interruption = __esm({
  "shared:src/runtime/interruption.ts"() {
    ({ graceAfter, interrupted, orAborted } = require("../shared/runtime.cjs")["src/runtime/interruption.ts"]);
  }
});

// shared:src/runtime/retry.ts
var ahead, backoff, isTransient, poll, retry;
var init_retry = __esm({
  "shared:src/runtime/retry.ts"() {
    ({ ahead, backoff, isTransient, poll, retry } = require("../shared/runtime.cjs")["src/runtime/retry.ts"]);
  }
});

// shared:src/google/http/client.ts
var createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups;
var init_client = __esm({
  "shared:src/google/http/client.ts"() {
    ({ createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups } = require("../shared/runtime.cjs")["src/google/http/client.ts"]);
  }
});

// shared:src/google/http/read-bounded.ts
var readBounded;
var init_read_bounded = __esm({
  "shared:src/google/http/read-bounded.ts"() {
    ({ readBounded } = require("../shared/runtime.cjs")["src/google/http/read-bounded.ts"]);
  }
});

// shared:src/google/http/text-request.ts
var LargeAnswerError, NoAnswerError, SlowAnswerError, createExchange;
var init_text_request = __esm({
  "shared:src/google/http/text-request.ts"() {
    ({ LargeAnswerError, NoAnswerError, SlowAnswerError, createExchange } = require("../shared/runtime.cjs")["src/google/http/text-request.ts"]);
  }
});

// src/github/bounded-fetch.ts
function boundedFetch(send, clock) {
  return async (input, options = {}) => {
    const late = new AbortController();
    const cancel = clock.timer(TIMEOUT, () => late.abort(new NoAnswerError(TIMEOUT)));
    const signal = AbortSignal.any([...options.signal ? [options.signal] : [], late.signal]);
    try {
      let at = String(input);
      for (let hops = 0; ; hops++) {
        const answer = await send(at, { ...options, signal, redirect: "manual" });
        const about2 = { resource: `GitHub's API`, url: at, status: answer.status };
        if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) {
          const next = locationOf(at, answer.headers.get("location") ?? void 0);
          const same = next !== void 0 && new URL(next).origin === new URL(at).origin;
          const reads = (options.method ?? "GET") === "GET";
          if (!same || !reads || hops >= MOST_REDIRECTS) throw redirected(about2, next);
          at = next;
          continue;
        }
        if (!answer.body) return answer;
        const { bytes, end } = await readBounded(answer.body, { maxBytes: MOST_BYTES, timeout: TIMEOUT, clock });
        if (end === "too-large") throw tooLarge(about2, MOST_BYTES);
        if (end === "too-slow") throw tooSlow(about2, TIMEOUT);
        if (answer.status < 300 && bytes.length > 0 && !/^\s*[{[]/.test(bytes.subarray(0, 1e3).toString()))
          throw notJson(about2, bytes.subarray(0, 1e3).toString());
        const whole = new Response(bytes, { status: answer.status, headers: answer.headers });
        return Object.defineProperty(whole, "url", { value: answer.url });
      }
    } finally {
      cancel();
    }
  };
}
var MOST_BYTES, TIMEOUT, MOST_REDIRECTS;
var init_bounded_fetch = __esm({
  "src/github/bounded-fetch.ts"() {
    "use strict";
    init_client();
    init_invalid_response();
    init_read_bounded();
    init_text_request();
    MOST_BYTES = 16e6;
    TIMEOUT = 3e4;
    MOST_REDIRECTS = 3;
  }
});

// src/github/client.ts
function createGitHubClient(run2, token, { signal, clock, deadline = Number.POSITIVE_INFINITY }) {
  const [owner = "", repo = ""] = run2.repository.split("/");
  const octokit = (0, import_github.getOctokit)(token, {
    baseUrl: run2.apiUrl,
    request: { signal, fetch: boundedFetch((...call) => fetch(...call), clock) }
  });
  const repeated = async ({ resource, permission, reads }, call) => {
    const patience = Math.min(clock.now() + RATE_LIMIT_PATIENCE, deadline);
    let last;
    const work = async () => {
      try {
        return await orAborted(call(), signal);
      } catch (error) {
        if (signal.aborted) throw interrupted(signal, resource, last);
        last = toCloudError(error, resource, permission, clock.now());
        throw last;
      }
    };
    const enough = clock.now() + FAULT_PATIENCE;
    const mayPass = (error, attempt2) => error instanceof CloudError && (error.retryAfterMs !== void 0 || reads && error.status >= 500 && !error.final && attempt2 < MOST_RETRIES && clock.now() < enough);
    return await retry(work, { clock, signal, resource, until: patience, mayPass });
  };
  const read2 = (resource, permission, call) => repeated({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read: read2 };
}
function toCloudError(error, resource, permission, now) {
  const { status, message, response, cause } = error;
  if (cause instanceof CloudError) return about(resource, cause, cause);
  if (typeof status !== "number") throw error;
  const wait = rateLimit(status, response, now);
  const denied = wait === void 0 && (status === 401 || status === 403);
  const text = response?.data === void 0 ? message : readJson(response.data).message || message;
  return new CloudError(
    {
      message: text || `HTTP ${status}`,
      status,
      resource,
      permission: denied ? permission : void 0,
      member: denied ? "the job's GITHUB_TOKEN" : void 0,
      retryAfterMs: wait,
      advice: wait === void 0 ? void 0 : `GitHub's rate limit is reached: it takes requests again in ${formatDuration(wait)}. Run this step again then, or run fewer jobs with this token at a time.`
    },
    { cause: error }
  );
}
function rateLimit(status, response, now) {
  if (status !== 403 && status !== 429) return void 0;
  const headers = response?.headers ?? {};
  const asked = retryAfter(headers, now);
  if (asked !== void 0) return asked;
  const reset = Number(headers["x-ratelimit-reset"]) * 1e3;
  if (String(headers["x-ratelimit-remaining"]) === "0")
    return Number.isFinite(reset) ? Math.max(0, reset - now) : SECONDARY_LIMIT_PAUSE;
  const secondary = /rate limit|abuse detection/i.test(readJson(response?.data ?? "").message);
  return status === 429 || secondary ? SECONDARY_LIMIT_PAUSE : void 0;
}
var import_github, MOST_RETRIES, FAULT_PATIENCE, RATE_LIMIT_PATIENCE, SECONDARY_LIMIT_PAUSE;
var init_client2 = __esm({
  "src/github/client.ts"() {
    "use strict";
    import_github = __toESM(require_github(), 1);
    init_error_body();
    init_invalid_response();
    init_retry_after();
    init_duration();
    init_errors();
    init_interruption();
    init_retry();
    init_bounded_fetch();
    MOST_RETRIES = 3;
    FAULT_PATIENCE = 6e4;
    RATE_LIMIT_PATIENCE = 3e5;
    SECONDARY_LIMIT_PAUSE = 6e4;
  }
});

// src/github/api.ts
var api_exports = {};
__export(api_exports, {
  createGitHub: () => createGitHub
});
function createGitHub(run2, token, options) {
  const { octokit, rest, at, read: read2, repeated } = createGitHubClient(run2, token, options);
  const ownOf = async (marked) => {
    const bots = marked.find(({ user }) => user?.login === ACTIONS_BOT && user.type === "Bot");
    if (bots || marked.length === 0) return bots;
    const login = await read2(
      "the owner of github-token",
      "",
      () => octokit.graphql("{ viewer { login } }")
    ).then(
      (answer) => answer?.viewer?.login,
      () => void 0
    );
    if (!login) return void 0;
    const app = token.startsWith("ghs_");
    return marked.find(
      ({ user }) => user?.type === "Bot" ? user.login?.replace(/\[bot\]$/, "") === login.replace(/\[bot\]$/, "") : !app && user?.login === login
    );
  };
  return {
    async compare(base, head) {
      const comparison = read2(
        `commits of ${run2.repository}`,
        "contents: read",
        () => rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}`, per_page: 1 })
      );
      return (await absent(comparison))?.data.status;
    },
    async file(path, commit) {
      const found = read2(
        `files of ${run2.repository}`,
        "contents: read",
        () => rest.repos.getContent({ ...at, path, ref: commit })
      );
      const data = (await absent(found))?.data;
      return data?.encoding === "base64" ? Buffer.from(data.content ?? "", "base64").toString("utf8") : void 0;
    },
    async checks(commit) {
      const [runs, { data: combined }] = await read2(
        `checks of ${run2.repository}`,
        "checks: read and statuses: read",
        () => Promise.all([
          octokit.paginate(rest.checks.listForRef, { ...at, ref: commit, filter: "latest", per_page: 100 }),
          rest.repos.getCombinedStatusForRef({ ...at, ref: commit, per_page: 100 })
        ])
      );
      return [
        ...runs.map(({ name, conclusion, app }) => ({
          name,
          conclusion: conclusion ?? void 0,
          apps: [app?.slug, app?.name].filter((one) => Boolean(one))
        })),
        ...combined.statuses.map(({ context, state }) => ({
          name: context,
          conclusion: state === "pending" ? void 0 : state,
          apps: []
        }))
      ];
    },
    async pull(number) {
      const found = read2(
        `pull request #${number} of ${run2.repository}`,
        "pull-requests: read",
        () => rest.pulls.get({ ...at, pull_number: number })
      );
      const pull = await absent(found);
      return pull && toPullRequest(pull.data);
    },
    async openPulls() {
      const found = await read2(
        `pull requests of ${run2.repository}`,
        "pull-requests: read",
        () => octokit.paginate(rest.pulls.list, { ...at, state: "open", per_page: 100 })
      );
      return found.map(toPullRequest);
    },
    async rerun(runId) {
      await repeated(
        { resource: `run ${runId} of ${run2.repository}`, permission: "actions: write", reads: false },
        () => rest.actions.reRunWorkflow({ ...at, run_id: Number(runId) })
      );
    },
    async addDeploymentStatus(commit, environment, { state, description, logUrl }) {
      const resource = `deployments of ${run2.repository}`;
      const permission = "deployments: write";
      const { data } = await read2(
        resource,
        permission,
        () => rest.repos.listDeployments({ ...at, sha: commit, environment, per_page: 1 })
      );
      const [newest] = data;
      if (!newest) return false;
      await repeated(
        { resource, permission, reads: false },
        () => rest.repos.createDeploymentStatus({
          ...at,
          deployment_id: newest.id,
          state,
          description: description.slice(0, 140),
          log_url: logUrl,
          auto_inactive: false
        })
      );
      return true;
    },
    async upsertComment(issue, marker, body, alike) {
      const resource = `comments of ${run2.repository}#${issue}`;
      const comments = await read2(
        resource,
        "pull-requests: write",
        () => octokit.paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 })
      );
      const own = (is) => ownOf(comments.filter((comment2) => is(comment2.body?.split(/\r?\n/, 1)[0] ?? "")));
      const mine = await own((line) => line.startsWith(marker)) ?? (alike ? await own(alike) : void 0);
      const text = `${marker}
${body}`;
      await repeated({ resource, permission: "pull-requests: write", reads: false }, async () => {
        if (!mine) await rest.issues.createComment({ ...at, issue_number: issue, body: text });
        else if (mine.body !== text) await rest.issues.updateComment({ ...at, comment_id: mine.id, body: text });
      });
    }
  };
}
function toPullRequest(pull) {
  return {
    number: pull.number,
    open: pull.state === "open",
    updatedAt: Date.parse(pull.updated_at),
    mergeCommit: pull.merge_commit_sha ?? void 0,
    head: pull.head?.sha
  };
}
var ACTIONS_BOT;
var init_api = __esm({
  "src/github/api.ts"() {
    "use strict";
    init_not_found();
    init_client2();
    ACTIONS_BOT = "github-actions[bot]";
  }
});

// src/github/open.ts
function openGitHub(token, { github: run2, signal, clock, deadline }) {
  if (!token || !run2.repository) return void 0;
  let opened;
  return () => {
    opened ??= Promise.resolve().then(() => (init_api(), api_exports)).then(({ createGitHub: createGitHub2 }) => createGitHub2(run2, token, { signal, clock, deadline }));
    return opened;
  };
}
var init_open = __esm({
  "src/github/open.ts"() {
    "use strict";
  }
});

// src/records/preview-names.ts
function numberOfTag(tag) {
  const found = /^pr-([1-9]\d*)$/.exec(tag)?.[1];
  return found === void 0 ? void 0 : Number(found);
}
function parsePreviewImageTag(tag) {
  const [, repositoryId, number, commit] = /^preview-(\d*)-([1-9]\d*)-([0-9a-f]{40})$/.exec(tag) ?? [];
  if (repositoryId === void 0 || commit === void 0) return void 0;
  return { repositoryId, number: Number(number), commit };
}
function numberOfJob(job, repositoryId) {
  const [, id, number] = /^preview-(\d*)-([1-9]\d*)-/.exec(job) ?? [];
  return id === repositoryId ? Number(number) : void 0;
}
var previewTag, previewJobPrefix, CLEAN_UP_VARIABLE, urlVariable, previewsFolder, previewFolder;
var init_preview_names = __esm({
  "src/records/preview-names.ts"() {
    "use strict";
    previewTag = ({ number }) => `pr-${number}`;
    previewJobPrefix = ({ repositoryId, number }) => `preview-${repositoryId}-${number}-`;
    CLEAN_UP_VARIABLE = "PREVIEW_CLEAN_UP_ARGS";
    urlVariable = (name) => `URL_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
    previewsFolder = ({ repository }) => `${repository.toLowerCase()}/`;
    previewFolder = (key) => `${previewsFolder(key)}${previewTag(key)}/`;
  }
});

// src/google/server-clock.ts
function createServerClock(clock, servers, log) {
  const origins = new Set(servers.map((url) => new URL(url).origin));
  let ahead2 = 0;
  let warned2 = false;
  return {
    clock: {
      ...clock,
      now() {
        if (ahead2 !== 0 && !warned2) {
          warned2 = true;
          log.warning(
            `The runner's clock is ${formatDuration(Math.abs(ahead2))} ${ahead2 > 0 ? "ahead of" : "behind"} Google's, so Google's is used. Synchronize the runner's clock.`
          );
        }
        return clock.now() - ahead2;
      }
    },
    hear({ url, sent, received, date = "" }) {
      const time = Date.parse(date);
      if (!Number.isFinite(time) || !origins.has(new URL(url).origin)) return;
      const found = sent > time ? sent - time : Math.min(0, received - time);
      if (Math.abs(found - ahead2) >= TOLERATED) ahead2 = Math.abs(found) < TOLERATED ? 0 : found;
    }
  };
}
var TOLERATED;
var init_server_clock = __esm({
  "src/google/server-clock.ts"() {
    "use strict";
    init_duration();
    TOLERATED = 1e4;
  }
});

// src/runtime/context.ts
function warnOfKey({ log }, { key }) {
  if (!key || warned.has(key)) return;
  warned.add(key);
  log.warning(
    `credentials-json holds a service account key of ${key.client_email}, which does not expire. Set up Workload Identity Federation, give workload-identity-provider and service-account, and delete the key: https://github.com/orchestra/actions/blob/main/docs/guides/trial.md`
  );
}
function connect(context, inputs, options = {}) {
  warnOfKey(context, inputs);
  const google = createServerClock(context.clock, Object.values(context.endpoints), context.log);
  const auth = context.identity ?? createAuth(inputs, context.endpoints, context.env, context.mask, context.clock);
  const client = (own) => createHttpClient({
    clock: context.clock,
    userAgent: "orchestra-actions",
    env: context.env,
    ...context.transport && { transport: context.transport },
    accessToken: async (refused) => {
      const token = await auth.accessToken(refused);
      context.mask(token);
      return token;
    },
    member: () => auth.member(),
    onAnswer: google.hear,
    ...own,
    signal: own.signal ?? context.signal
  });
  return { auth, http: client(options), client, endpoints: context.endpoints, clock: google.clock };
}
var warned;
var init_context = __esm({
  "src/runtime/context.ts"() {
    "use strict";
    init_auth();
    init_client();
    init_server_clock();
    warned = /* @__PURE__ */ new WeakSet();
  }
});

// shared:src/runtime/summary.ts
var code, createSummary, link, listed, md, mermaidLabel, plain, writeSummary;
var init_summary = __esm({
  "shared:src/runtime/summary.ts"() {
    ({ code, createSummary, link, listed, md, mermaidLabel, plain, writeSummary } = require("../shared/runtime.cjs")["src/runtime/summary.ts"]);
  }
});

// src/github/preview-comment.ts
async function writePreviewComment(github, log, { number, services }, lines) {
  const known = /* @__PURE__ */ new Set([...services, services[0]?.split("/").at(-1)]);
  const alike = (line) => /^<!-- orchestra preview (.*) -->/.exec(line)?.[1]?.split(" ").some((name) => known.has(name)) ?? false;
  try {
    await github.upsertComment(number, `<!-- orchestra preview ${services.join(" ")} -->`, lines.join("\n"), alike);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `The comment on the pull request could not be written: ${error.message}.${error.permission ? ' Add "pull-requests: write" to the permissions of the job.' : ""}`
    );
  }
}
var init_preview_comment = __esm({
  "src/github/preview-comment.ts"() {
    "use strict";
    init_errors();
  }
});

// shared:src/runtime/report.ts
var describeCloudError, reportError;
var init_report = __esm({
  "shared:src/runtime/report.ts"() {
    ({ describeCloudError, reportError } = require("../shared/runtime.cjs")["src/runtime/report.ts"]);
  }
});

// src/container/registry-calls.ts
function createRegistryCalls(client) {
  const ask = async (call) => {
    try {
      return await client.text({ ...PATIENCE, ...call });
    } catch (error) {
      if (!(error instanceof CloudError) || error.status !== 0) throw error;
      const { host } = new URL(call.url);
      const message = `the registry ${host} could not be reached: ${error.message}. Check the host in the name of the image, and that this runner can reach it`;
      throw new CloudError({ message, status: 0, resource: error.resource }, { cause: error });
    }
  };
  const settled = (call, answer) => {
    if (answer.status < 300) return answer;
    throw redirected({ ...call, status: answer.status }, locationOf(call.url, answer.headers.location));
  };
  const url = (image, path) => `${isLoopback(image.host) ? "http" : "https"}://${image.host}/v2/${registryPath(image)}${path}`;
  return {
    url,
    send: async (call) => settled(call, await ask(call)),
    async blob(image, digest, maxBytes, resource) {
      const call = { method: "GET", url: url(image, `/blobs/${digest}`), resource, maxBytes, ...READ };
      const answer = await ask(call);
      if (answer.status < 300) return answer;
      const location = locationOf(call.url, answer.headers.location);
      if (location === void 0) return settled(call, answer);
      const signed = { ...call, url: location, authenticated: false };
      return settled(signed, await ask(signed));
    }
  };
}
var READ, WRITE, PATIENCE;
var init_registry_calls = __esm({
  "src/container/registry-calls.ts"() {
    "use strict";
    init_client();
    init_invalid_response();
    init_errors();
    init_image_reference();
    READ = {
      permission: "artifactregistry.repositories.downloadArtifacts",
      role: "roles/artifactregistry.reader"
    };
    WRITE = {
      permission: "artifactregistry.repositories.uploadArtifacts",
      role: "roles/artifactregistry.writer"
    };
    PATIENCE = { attemptTimeout: 1e4, deadline: 2e4 };
  }
});

// src/container/registry.ts
function createRegistry(client) {
  const once2 = rememberFound();
  const calls = createRegistryCalls(client);
  const resource = (image, reference) => `image ${formatReference(image, reference)}`;
  const read2 = (image, reference, method) => absent(
    calls.send({
      method,
      url: calls.url(image, `/manifests/${reference}`),
      headers: { accept: MANIFEST_TYPES },
      resource: resource(image, reference),
      maxBytes: MOST_MANIFEST,
      ...READ
    })
  );
  const readManifest2 = async (image, reference) => {
    const answer = await read2(image, reference, "GET");
    if (!answer) return void 0;
    const { bytes, status, headers } = answer;
    const about2 = { resource: resource(image, reference), url: calls.url(image, ""), status };
    parseAnswer(about2, answer.text || "nothing");
    const manifest = parseImageManifest(bytes, headers["content-type"] ?? "");
    if (reference.startsWith("sha256:") && manifest.digest !== reference)
      throw new OutcomeError(
        `The registry answered ${formatReference(image, reference)} with content of another digest, ${manifest.digest}.`
      );
    return manifest;
  };
  return {
    manifest: (image, reference) => reference.startsWith("sha256:") ? once2(formatReference(image, reference), () => readManifest2(image, reference)) : readManifest2(image, reference),
    async digest(image, reference) {
      const answer = await read2(image, reference, "HEAD");
      const digest = answer?.headers["docker-content-digest"];
      if (!answer || digest) return digest;
      return (await this.manifest(image, reference))?.digest;
    },
    async tag(image, manifest, tag) {
      await calls.send({
        method: "PUT",
        url: calls.url(image, `/manifests/${tag}`),
        headers: { "content-type": manifest.mediaType },
        body: manifest.bytes,
        resource: `tag ${formatReference(image, tag)}`,
        ...WRITE
      });
    },
    async config(image, manifest) {
      if (!manifest.config) throw new Error(`${manifest.digest} is an index and has no configuration`);
      const about2 = resource(image, manifest.digest);
      const { digest } = manifest.config;
      return await once2(`config of ${formatReference(image, digest)}`, async () => {
        const { text, status } = await calls.blob(image, digest, MOST_CONFIG, about2);
        return parseAnswer({ resource: about2, url: calls.url(image, ""), status }, text);
      });
    }
  };
}
function rememberFound() {
  const known = /* @__PURE__ */ new Map();
  return (key, read2) => {
    const found = known.get(key) ?? read2();
    known.set(key, found);
    const forget = () => void (known.get(key) === found && known.delete(key));
    found.then((value) => value === void 0 && forget(), forget);
    return found;
  };
}
function parseImageManifest(bytes, contentType) {
  const document = JSON.parse(bytes.toString("utf8"));
  return {
    mediaType: document.mediaType ?? contentType.split(";")[0]?.trim() ?? OCI_MANIFEST,
    digest: `sha256:${(0, import_node_crypto.createHash)("sha256").update(bytes).digest("hex")}`,
    bytes,
    annotations: document.annotations ?? {},
    manifests: document.manifests ?? [],
    config: document.config,
    layers: document.layers ?? []
  };
}
var import_node_crypto, OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST, MANIFEST_TYPES, MOST_MANIFEST, MOST_CONFIG, formatReference;
var init_registry = __esm({
  "src/container/registry.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    init_not_found();
    init_invalid_response();
    init_errors();
    init_image_reference();
    init_registry_calls();
    OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST].join(", ");
    MOST_MANIFEST = 4 * 1024 * 1024;
    MOST_CONFIG = 16e6;
    formatReference = (image, reference) => `${formatImageName(image)}${reference.startsWith("sha256:") ? "@" : ":"}${reference}`;
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
        return await absent(http.json({ method: "GET", url, ...facts(image, "tags.list") })) ?? {};
      });
      for await (const { tags = [] } of pages)
        for (const { name = "", version = "" } of tags)
          found.push({ tag: name.split("/").at(-1) ?? "", digest: version.split("/").at(-1) ?? "" });
      return found;
    },
    async removeTag(image, tag) {
      await absent(
        http.json({
          method: "DELETE",
          url: `${endpoint}/v1/${nameOf(image)}/tags/${tag}`,
          ...facts(image, "tags.delete")
        })
      );
    },
    async removeVersion(image, digest) {
      try {
        await absent(
          http.json({
            method: "DELETE",
            url: `${endpoint}/v1/${nameOf(image)}/versions/${encodeURIComponent(digest)}?force=true`,
            ...facts(image, "versions.delete")
          })
        );
        return true;
      } catch (error) {
        if (error instanceof CloudError && error.status === 400 && /still referenced/.test(error.message)) return false;
        throw error;
      }
    }
  };
}
var ROLE;
var init_artifact_versions = __esm({
  "src/google/artifact-versions.ts"() {
    "use strict";
    init_errors();
    init_not_found();
    init_pages();
    ROLE = "roles/artifactregistry.repoAdmin";
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
  return others.length === 0 ? { versions: [digest], tags: [] } : { versions: [], tags: tags.filter((tag) => own.has(tag)) };
}
function leftOverCaches(all) {
  const isCache = ({ tag }) => tag.startsWith("buildcache-");
  return all.every(isCache) ? [...new Set(all.map(({ digest }) => digest))] : [];
}
var isGone, tagsOfCommit;
var init_images = __esm({
  "actions/preview/plan/images.ts"() {
    "use strict";
    init_preview_names();
    isGone = ({ repositoryId, number }, gone) => repositoryId === gone.repositoryId && gone.numbers.has(number);
    tagsOfCommit = (commit) => [commit, commit.slice(0, 7)];
  }
});

// actions/preview/clean-up/limits.ts
var AT_A_TIME;
var init_limits = __esm({
  "actions/preview/clean-up/limits.ts"() {
    "use strict";
    AT_A_TIME = 24;
  }
});

// actions/preview/clean-up/images.ts
function openImage({ http, endpoints }, image, region) {
  const repository = artifactRegistryRepository(image, region);
  if (!repository) return void 0;
  const id = repository.split("/").at(-1) ?? "";
  const name = registryPath(image).split(`/${id}/`).slice(1).join(`/${id}/`);
  return { image, name, versions: createArtifactVersions(http, endpoints.artifactregistry, repository) };
}
async function removeImages({ http }, { image, versions, name }, gone, caches) {
  const all = await versions.tags(name);
  const plan = planImageRemoval(all, gone);
  const registry = createRegistry(http);
  const manifests = await inParallel(plan.versions, AT_A_TIME, (digest) => registry.manifest(image, digest));
  await inParallel(plan.tags, AT_A_TIME, (tag) => versions.removeTag(name, tag));
  await inParallel(plan.versions, AT_A_TIME, (digest) => versions.removeVersion(name, digest));
  const tagged = new Set(all.map(({ digest }) => digest));
  const children = manifests.flatMap((manifest) => manifest?.manifests ?? []).map(({ digest }) => digest);
  const orphans = [...new Set(children)].filter((digest) => !tagged.has(digest));
  await inParallel(orphans, AT_A_TIME, (digest) => versions.removeVersion(name, digest));
  if (caches) {
    const left = all.filter(({ tag, digest }) => !plan.tags.includes(tag) && !plan.versions.includes(digest));
    await inParallel(leftOverCaches(left), AT_A_TIME, (digest) => versions.removeVersion(name, digest));
  }
  return plan.versions.length;
}
var init_images2 = __esm({
  "actions/preview/clean-up/images.ts"() {
    "use strict";
    init_image_reference();
    init_registry();
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

// shared:src/google/errors/cloud-error.ts
var cloudError;
var init_cloud_error = __esm({
  "shared:src/google/errors/cloud-error.ts"() {
    ({ cloudError } = require("../shared/runtime.cjs")["src/google/errors/cloud-error.ts"]);
  }
});

// shared:src/google/http/auth-transport.ts
var authTransport, transportError;
var init_auth_transport = __esm({
  "shared:src/google/http/auth-transport.ts"() {
    ({ authTransport, transportError } = require("../shared/runtime.cjs")["src/google/http/auth-transport.ts"]);
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
      return await orAborted(work2, signal);
    } catch (error) {
      throw signal.aborted ? interrupted(signal, facts.resource, last) : error;
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
      last = toCloudError2(facts, error, auth.member());
      if (last.status !== 401 || token === void 0 || refused !== void 0) throw last;
      refused = token;
      return await work();
    }
  };
  const { reads = false, resource } = facts;
  return await retry(work, { clock, signal, resource, until: end, mayPass: (error) => reads && isTransient(error) });
}
function toCloudError2(facts, error, member) {
  if (error instanceof CloudError) return error;
  if (error instanceof InputError) throw error;
  const unusable = transportError(error);
  if (unusable) return about(facts.resource, unusable, error);
  const { code: code2, httpStatusCode } = error;
  const canonical = typeof code2 === "number" ? CODES[code2] : void 0;
  if (!canonical) throw error;
  const status = httpStatusCode ?? canonical[1];
  return cloudError(facts, { status, body: bodyOf(error), code: canonical[0], member, cause: error });
}
function bodyOf(error) {
  const raw = error[RAW];
  if (typeof raw === "string" && raw.trim() !== "") return readErrorBody(raw);
  if (typeof raw === "object" && raw !== null) return readJson(raw);
  const { reason, errorInfoMetadata: metadata, statusDetails } = error;
  const details = [
    ...Array.isArray(statusDetails) ? statusDetails : [],
    ...reason !== void 0 ? [{ reason, metadata }] : []
  ];
  return readJson({ error: { message: error.message.replace(/^\d+ [A-Z_]+: /, ""), details } });
}
var import_google_auth_library, once, CODES, READ_DEADLINE, RAW;
var init_clients = __esm({
  "src/google/run/clients.ts"() {
    "use strict";
    import_google_auth_library = __toESM(require_google_auth_library(), 1);
    init_errors();
    init_interruption();
    init_retry();
    init_cloud_error();
    init_error_body();
    init_auth_transport();
    init_invalid_response();
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
      const found = await absent(
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
var READ_DEADLINE2;
var init_executions = __esm({
  "src/google/run/executions.ts"() {
    "use strict";
    init_not_found();
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
    // A write answers as soon as its operation exists.
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
async function removeMigrationJobs(cloud, context, place, numbers) {
  const { repositoryId } = context.github;
  const found = (await findMigrationJobs(cloud, { ...place, repositoryId })).filter(
    ({ number }) => numbers.has(number)
  );
  const jobs = createJobs(cloud.http, cloud.endpoints.run);
  for (const { name, number } of found) {
    if (!name.includes(`/jobs/${previewJobPrefix({ repositoryId, number })}`))
      throw new Error(`${name} is no job of a preview`);
    const job = await jobs.get(name);
    if (!job) continue;
    await removeDatabase(name, job, cloud, context);
    await jobs.remove(name);
  }
  return found.length;
}
async function removeDatabase(name, job, cloud, { clock, signal, endpoints }) {
  const [container] = job.template?.template?.containers ?? [];
  const text = container?.env?.find((one) => one.name === CLEAN_UP_VARIABLE)?.value;
  if (!container || text === void 0) return;
  const args = JSON.parse(text);
  const jobs = createJobs(cloud.http, endpoints.run);
  const executions = createExecutions(cloud.http, { clock, signal, auth: cloud.auth }, endpoints.run);
  const execution = await jobs.run(name, void 0, [{ container: container.name, args }]);
  const done = await poll(
    async () => {
      const state = await executions.get(execution);
      return !state || state.ended ? state ?? {} : void 0;
    },
    { clock, signal, until: clock.now() + PATIENCE2 }
  );
  const { completed, logUri = execution } = done ?? {};
  if (completed?.state === "CONDITION_SUCCEEDED") return;
  throw new CloudError({
    message: `the execution that deletes its database ${done ? `failed: ${completed?.message ?? "it is gone"}` : "has not ended"}. Its log: ${logUri}. The job stays, so that a re-run tries again`,
    status: 200,
    resource: `job ${name}`
  });
}
var PATIENCE2;
var init_jobs2 = __esm({
  "actions/preview/clean-up/jobs.ts"() {
    "use strict";
    init_executions();
    init_jobs();
    init_preview_names();
    init_errors();
    init_retry();
    PATIENCE2 = 6e5;
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
  if (!/^[^/]+\/[^/]+\/pr-\d+\/$/.test(folder)) throw new Error(`${folder} is no folder of a preview`);
  const pages = await list(bucket, { prefix: folder, fields: "nextPageToken,items(name,generation)" });
  const objects = pages.flatMap(({ items = [] }) => items);
  const gone = await inParallel(objects, AT_A_TIME, (object) => remove(bucket, object));
  return gone.filter(Boolean).length;
}
async function list({ http, endpoint, bucket }, query) {
  const pages = [];
  const read2 = (next) => http.json({
    method: "GET",
    url: `${endpoint}/storage/v1/b/${bucket}/o?${new URLSearchParams({ ...query, maxResults: "1000", ...next })}`,
    resource: `bucket ${bucket}`,
    permission: "storage.objects.list",
    role: ROLE2
  });
  for await (const page of pagesOf(read2)) pages.push(page);
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
    if (error instanceof CloudError && error.status === 404) return true;
    if (error instanceof CloudError && error.status === 412) return false;
    throw error;
  }
}
var ROLE2;
var init_objects = __esm({
  "actions/preview/clean-up/objects.ts"() {
    "use strict";
    init_in_parallel();
    init_pages();
    init_errors();
    init_limits();
    ROLE2 = "roles/storage.objectUser";
  }
});

// actions/preview/clean-up/clean-up.ts
async function cleanUp(inputs, cloud, context, github) {
  const numbers = [...inputs.gone.keys()];
  const parts = [
    ...await Promise.all(inputs.buckets.map((bucket) => cleanBucket(bucket, numbers, cloud, context))),
    ...await cleanJobs(inputs, numbers, cloud, context),
    ...await cleanImages(inputs, cloud, context, github)
  ];
  const { summary, log } = context;
  summary.heading(md`Previews removed`);
  summary.paragraph(
    md`Pull requests: ${listed(
      numbers.map((number) => plain(`#${number}`)),
      ", "
    )}`
  );
  summary.table(
    ["Where", "Deleted", ""],
    parts.map(({ what, count, failure }) => [plain(what), count, failure && plain(describeCloudError(failure))])
  );
  for (const { what, count } of parts) log.info(`${what}: ${count} deleted.`);
  const left = parts.flatMap(({ what, failure }) => failure === void 0 ? [] : [{ what, failure }]);
  for (const [number, why] of inputs.gone)
    await comment(inputs, context, github, number, [
      why === "inactive" ? md`**Preview** was removed, because this pull request had no recent activity. Push to it, or close and reopen it, to get another one.` : md`**Preview** was removed.`,
      ...left.map(({ what }) => md`- \u26a0\ufe0f ${plain(what)} could not be cleaned up (${plain(context.github.runUrl)}).`)
    ]);
  const isNew = ({ status }) => status === 403 && context.github.payload.pull_request !== void 0;
  const messages = left.map(({ what, failure }) => ({
    text: `${what} could not be cleaned up: ${describeCloudError(failure)}`,
    fails: !isNew(failure)
  }));
  for (const { text, fails } of messages) if (!fails) log.warning(text);
  const failures = messages.filter(({ fails }) => fails);
  if (failures.length > 0) throw new OutcomeError(failures.map(({ text }) => text).join("\n"));
}
async function cleanBucket(bucket, numbers, { http, endpoints }, { github }) {
  const { repository } = github;
  return await attempt(`Bucket ${bucket}`, async () => {
    let count = 0;
    for (const number of numbers)
      count += await removePreviewFolder(
        { http, endpoint: endpoints.storage, bucket },
        previewFolder({ repository, number })
      );
    return count;
  });
}
async function cleanJobs({ migrations, project, region }, numbers, cloud, context) {
  if (!migrations) return [];
  return [
    await attempt(
      "Databases and their jobs",
      () => removeMigrationJobs(cloud, context, { project, region }, new Set(numbers))
    )
  ];
}
async function cleanImages({ images, region, gone }, cloud, { github: run2 }, github) {
  if (images.length === 0) return [];
  const merged = await mergedCommits([...gone.keys()], run2, github);
  const previews = { repositoryId: run2.repositoryId, numbers: new Set(gone.keys()), merged };
  const caches = run2.payload.pull_request === void 0;
  return await Promise.all(
    images.map(
      (image) => attempt(`Image ${formatImageName(image)}`, async () => {
        const opened = openImage(cloud, image, region);
        return opened ? await removeImages(cloud, opened, previews, caches) : 0;
      })
    )
  );
}
async function attempt(what, work) {
  try {
    return { what, count: await work(), failure: void 0 };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { what, count: 0, failure: error };
  }
}
async function comment({ services, buckets }, { log }, github, number, lines) {
  const places = services.length > 0 ? services : buckets.map((bucket) => `gs://${bucket}`);
  if (github && places.length > 0) await writePreviewComment(github, log, { number, services: places }, lines);
}
var init_clean_up = __esm({
  "actions/preview/clean-up/clean-up.ts"() {
    "use strict";
    init_image_reference();
    init_preview_comment();
    init_preview_names();
    init_errors();
    init_report();
    init_summary();
    init_images2();
    init_jobs2();
    init_merged_commits();
    init_objects();
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

// shared:src/records/annotations.ts
var ANNOTATION_PREFIX, COMMIT_LABEL, isReserved, isReservedPath, readAnnotation;
var init_annotations = __esm({
  "shared:src/records/annotations.ts"() {
    ({ ANNOTATION_PREFIX, COMMIT_LABEL, isReserved, isReservedPath, readAnnotation } = require("../shared/manifest.cjs")["src/records/annotations.ts"]);
  }
});

// src/records/preview-owners.ts
function ownersOf(service) {
  const owners = readAnnotation(service, PREVIEWS, (value) => !Array.isArray(value)) ?? {};
  const targets = [...service.traffic ?? [], ...service.trafficStatuses ?? []];
  const tags = new Set(targets.map(({ tag }) => tag));
  return Object.fromEntries(Object.entries(owners).filter(([tag]) => tags.has(tag)));
}
var PREVIEWS, PREVIEW_SERVICE, ownerOf, isTagOf, tagsOwnedBy;
var init_preview_owners = __esm({
  "src/records/preview-owners.ts"() {
    "use strict";
    init_errors();
    init_annotations();
    PREVIEWS = `${ANNOTATION_PREFIX}previews`;
    PREVIEW_SERVICE = `${ANNOTATION_PREFIX}preview-service`;
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
    init_services2();
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

// actions/preview/comment/pull.ts
async function pullNow({ number, commit }, { github: run2, log }, github) {
  let open = run2.payload.action !== "closed";
  let head;
  let newest = true;
  try {
    const pull = await github?.pull(number);
    open = pull?.open ?? open;
    head = pull?.head;
    if (head !== void 0 && head !== commit) newest = await github?.compare(head, commit) === "ahead";
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `Whether pull request ${number} is still open could not be read, so it is treated as ${open ? "open" : "closed"}. ${describeCloudError(error)}`
    );
  }
  return { open, current: open && newest, head };
}
var init_pull = __esm({
  "actions/preview/comment/pull.ts"() {
    "use strict";
    init_errors();
    init_report();
  }
});

// actions/preview/comment/lines.ts
function commentLines(state, { commit, runUrl, parts }) {
  const short = plain(commit.slice(0, 12));
  const run2 = link("run", runUrl);
  if (state.phase === "ready")
    return [
      md`**Preview** of ${short} (${run2})`,
      md``,
      md`| Name | Where | URL |`,
      md`| --- | --- | --- |`,
      ...parts.map(
        ({ name, where, url }) => md`| ${plain(name)} | ${plain(where)} | ${url ? link(url, url) : plain("none")} |`
      )
    ];
  const shown = parts.filter(({ url, unknown }) => url !== void 0 || unknown || state.phase === "failed").map(partLine);
  const gap = shown.length > 0 ? [md``, ...shown] : [];
  if (state.phase === "building") return [md`\u23f3 **Preview** of ${short} is being built (${run2}).`, ...gap];
  return [md`\u274c **Preview** of ${short} failed (${run2}). ${plain(state.reasons.join(" "))}`, ...gap];
}
function partLine({ name, where, url, version, current, unknown }) {
  const place = md`${plain(name)} in ${plain(where)}`;
  if (unknown) return md`- ${place}: what its preview shows could not be read.`;
  if (url === void 0) return md`- ${place}: no preview.`;
  if (current) return md`- ${place}: ${link(url, url)}`;
  return md`- ${place}: ${link(url, url)} still shows ${version ? code(version) : plain("an earlier commit")}.`;
}
function failuresOf(results) {
  return Object.entries(results).filter(([, result]) => result === "failure").map(([name]) => FAILURES[name] ?? `The step ${name} failed. ${FIX}`);
}
var FIX, FAILURES;
var init_lines = __esm({
  "actions/preview/comment/lines.ts"() {
    "use strict";
    init_summary();
    FIX = "Fix it and push, or re-run the failed jobs.";
    FAILURES = {
      lists: "The inputs of the workflow are not valid. The log of the run names each of them.",
      images: `An image could not be built. ${FIX}`,
      buckets: "A bucket contains another site. Give the frontends another bucket; the log says why.",
      migrate: `The migration failed, and no service was deployed. ${FIX}`,
      deploy: `The services could not be deployed. ${FIX}`,
      frontends: `A frontend could not be built. ${FIX}`,
      download: "The build of a frontend could not be downloaded. Re-run all jobs.",
      publish: `The frontends could not be published. ${FIX}`
    };
  }
});

// src/freeze/windows.ts
var WEEK;
var init_windows = __esm({
  "src/freeze/windows.ts"() {
    "use strict";
    WEEK = 7 * 24 * 60;
  }
});

// src/freeze/freeze.ts
var FREEZE_ANNOTATION;
var init_freeze = __esm({
  "src/freeze/freeze.ts"() {
    "use strict";
    init_annotations();
    init_errors();
    init_windows();
    FREEZE_ANNOTATION = `${ANNOTATION_PREFIX}freeze`;
  }
});

// src/google/run/revisions.ts
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    init_not_found();
  }
});

// src/records/live-release.ts
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    init_revisions();
    init_annotations();
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
var HOLD_ANNOTATION;
var init_holds = __esm({
  "src/records/holds.ts"() {
    "use strict";
    init_freeze();
    init_not_found();
    init_errors();
    init_annotations();
    init_canaries();
    HOLD_ANNOTATION = `${ANNOTATION_PREFIX}hold`;
  }
});

// src/records/sites.ts
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
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}.releases/state.json`);
  return bytes && parse(bytes, `The state of the ${siteLabel(site)}`);
}
function parse(bytes, what) {
  const value = JSON.parse(bytes.toString("utf8"));
  if (value.format === 1) return value;
  throw new OutcomeError(`${what} has format ${value.format}, and this version reads format 1. Use a newer version.`);
}
var READER, siteLabel;
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    init_not_found();
    init_duration();
    init_errors();
    init_holds();
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
        return { ...part, url, version: state.current.slice(0, 12), current: parts.published.has(name) };
      });
    })
  ]);
}
async function readable(part, read2) {
  try {
    return await read2();
  } catch (error) {
    if (!(error instanceof CloudError || error instanceof OutcomeError)) throw error;
    return { ...part, unknown: true };
  }
}
var init_parts = __esm({
  "actions/preview/comment/parts.ts"() {
    "use strict";
    init_services2();
    init_preview_names();
    init_preview_owners();
    init_sites();
    init_errors();
  }
});

// actions/preview/comment/site.ts
async function startPageHash(bucket, prefix) {
  const object = await absent(
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
  const seen = await poll(
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
    const answer = await http.raw({
      method: "GET",
      url,
      authenticated: false,
      headers: { "cache-control": "no-cache" },
      attemptTimeout: REQUEST_TIMEOUT,
      resource: url
    });
    const { bytes } = await readBounded(answer.body, { maxBytes: MOST_BYTES2, timeout: REQUEST_TIMEOUT, clock });
    if (answer.status === 401 || answer.status >= 300 && answer.status < 400) return void 0;
    if (answer.status >= 400)
      return `answers ${answer.status}. Let its visitors read the bucket (roles/storage.objectViewer, for instance for allUsers), or give url, where the bucket is served.`;
    if (expected !== void 0 && (0, import_node_crypto2.createHash)("md5").update(bytes).digest("base64") !== expected)
      return "answers with another page than the one that was published. Give url, a host that serves the bucket of previews and nothing else.";
    return void 0;
  } catch (error) {
    if (!isConnectionFault(error)) throw error;
    return `does not answer (${error.message || error.code}). Check the host in url.`;
  }
}
var import_node_crypto2, REQUEST_TIMEOUT, MOST_BYTES2, objectUrl, factsOf;
var init_site = __esm({
  "actions/preview/comment/site.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    init_not_found();
    init_client();
    init_read_bounded();
    init_retry();
    REQUEST_TIMEOUT = 1e4;
    MOST_BYTES2 = 16e6;
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
  const places = inputs.services.length > 0 ? inputs.services : pages.map(({ bucket }) => `gs://${bucket}`);
  if (github && pull.current && places.length > 0)
    await writePreviewComment(github, context.log, { number, services: [...new Set(places)] }, lines);
  context.output("urls", JSON.stringify(urlsOf(inputs, parts)));
  context.summary.heading(md`Preview`);
  for (const { name, where, url } of parts)
    context.summary.paragraph(md`- ${plain(name)} in ${plain(where)}: ${plain(url ?? "no preview")}`);
  if (problems.length > 0) throw new OutcomeError(problems.join("\n"));
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
var isLive;
var init_write = __esm({
  "actions/preview/comment/write.ts"() {
    "use strict";
    init_preview_comment();
    init_preview_names();
    init_errors();
    init_summary();
    init_lines();
    init_parts();
    init_pull();
    init_site();
    isLive = ({ status }) => status === "live" || status === "unchanged";
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

// actions/preview/run.ts
async function run(inputs, context) {
  switch (inputs.task) {
    case "check":
      return await check(inputs, context);
    case "buckets":
      return await checkBuckets(inputs, context);
    case "comment":
      return await writeComment(inputs, connect(context, inputs.auth), context, await githubOf(inputs, context));
    case "find":
      return await find(inputs, context);
    case "clean-up":
      return await cleanUp(inputs, connect(context, inputs.auth), context, await githubOf(inputs, context));
  }
}
async function githubOf({ githubToken }, context) {
  return await openGitHub(githubToken, context)?.();
}
async function check(inputs, context) {
  const { number, commit } = inputs;
  const { open, current, head } = await pullNow(inputs, context, await githubOf(inputs, context));
  if (!open) context.log.notice(`Pull request ${number} is closed: no preview is deployed.`);
  else if (!current)
    context.log.notice(
      `Pull request ${number} is at ${head?.slice(0, 12)} now, which has a run of its own: ${commit.slice(0, 12)} is not deployed.`
    );
  context.output("open", open);
  context.output("current", current);
}
async function checkBuckets({ buckets, auth }, context) {
  const { http, endpoints } = connect(context, auth);
  const found = await Promise.all(
    buckets.map(async (bucket) => [bucket, await foreignPage({ http, endpoint: endpoints.storage, bucket })])
  );
  const problems = found.flatMap(
    ([bucket, page]) => page === void 0 ? [] : [
      {
        subject: "Input frontends",
        message: `the bucket ${bucket} has another site, ${page}, which pages of pull requests would share a host with. Nothing was published. Give a bucket that has previews alone.`
      }
    ]
  );
  if (problems.length > 0) throw new InputError(problems);
}
async function find(inputs, context) {
  const github = await githubOf(inputs, context);
  if (!github)
    throw new InputError([
      { subject: "Input github-token", message: "is missing. It is needed to read which pull requests are open." }
    ]);
  const [found, open] = await Promise.all([
    findPreviews(inputs, connect(context, inputs.auth), context),
    github.openPulls()
  ]);
  const stale = stalePreviews(found, open, context.clock.now(), inputs.maxAge);
  const { summary, log } = context;
  const describe = (why) => [...stale].filter(([, one]) => one === why).map(([number]) => `#${number}`);
  summary.heading(md`Previews`);
  summary.table(
    ["", "Pull requests"],
    [
      [md`Have a preview`, found.length],
      [md`Closed`, listed(describe("closed").map(plain), ", ")],
      [md`Inactive`, listed(describe("inactive").map(plain), ", ")]
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
var init_run2 = __esm({
  "actions/preview/run.ts"() {
    "use strict";
    init_open();
    init_preview_names();
    init_context();
    init_errors();
    init_summary();
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
var import_node_process;
var init_main = __esm({
  "actions/preview/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs();
    init_run2();
    void runAction({ name: "preview", readInputs, run }, import_node_process.default);
  }
});

// actions/preview/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
