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

// shared:actions/publish-frontend/inputs.ts
var require_inputs = __commonJS({
  "shared:actions/publish-frontend/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/frontend-inputs.cjs")["actions/publish-frontend/inputs.ts"];
  }
});

// shared:src/runtime/context.ts
var require_context = __commonJS({
  "shared:src/runtime/context.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/context.ts"];
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

// src/runtime/time-limit.ts
function withDeadline(context, ms, shown = ms) {
  const over = new AbortController();
  context.clock.timer(ms, () => over.abort(new import_errors.TimedOutError(shown)));
  return {
    ...context,
    signal: AbortSignal.any([context.signal, over.signal]),
    deadline: context.clock.now() + ms,
    timeout: shown
  };
}
var import_duration, import_errors, withTimeLimit;
var init_time_limit = __esm({
  "src/runtime/time-limit.ts"() {
    "use strict";
    import_duration = __toESM(require_duration(), 1);
    import_errors = __toESM(require_errors(), 1);
    withTimeLimit = (context, ms) => ms === void 0 ? context : withDeadline(context, ms);
  }
});

// shared:src/github/open.ts
var require_open = __commonJS({
  "shared:src/github/open.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/github/open.ts"];
  }
});

// shared:src/runtime/interruption.ts
var require_interruption = __commonJS({
  "shared:src/runtime/interruption.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/interruption.ts"];
  }
});

// actions/publish-frontend/cdn/backend-bucket.ts
function checkBackend(backend, { bucket, uncompressed }) {
  const where = `backend bucket ${backend.name}`;
  if (backend.bucketName !== bucket)
    return { errors: [`${where} serves gs://${backend.bucketName}, not gs://${bucket}.`], warnings: [], cached: false };
  if (!backend.enableCdn)
    return { errors: [], warnings: [`Cloud CDN is off in ${where}; nothing is invalidated.`], cached: false };
  const { cacheMode = "CACHE_ALL_STATIC", clientTtl, maxTtl } = backend.cdnPolicy ?? {};
  if (cacheMode === "FORCE_CACHE_ALL") {
    const fix = `gcloud compute backend-buckets update ${backend.name} --cache-mode=USE_ORIGIN_HEADERS`;
    return {
      errors: [
        `${where} has the cache mode FORCE_CACHE_ALL, which ignores no-cache, so old pages would stay cached. Run: ${fix}`
      ],
      warnings: [],
      cached: true
    };
  }
  const warnings = [];
  if (uncompressed && backend.compressionMode !== "AUTOMATIC")
    warnings.push(
      `${where} does not compress and compress is off, so text is served uncompressed. Run: gcloud compute backend-buckets update ${backend.name} --compression-mode=AUTOMATIC; or set compress: gzip.`
    );
  if (cacheMode === "CACHE_ALL_STATIC") {
    const limit = Math.min(clientTtl ?? 3600, maxTtl ?? 86400);
    if (limit < LONGEST)
      warnings.push(
        `${where} has the cache mode CACHE_ALL_STATIC, whose TTLs (client ${clientTtl ?? 3600} s, maximum ${maxTtl ?? 86400} s) are shorter than the max-age of ${LONGEST} s of hashed files. Run: gcloud compute backend-buckets update ${backend.name} --cache-mode=USE_ORIGIN_HEADERS`
      );
  }
  return { errors: [], warnings, cached: true };
}
var LONGEST;
var init_backend_bucket = __esm({
  "actions/publish-frontend/cdn/backend-bucket.ts"() {
    "use strict";
    LONGEST = 31536e3;
  }
});

// shared:src/runtime/retry.ts
var require_retry = __commonJS({
  "shared:src/runtime/retry.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/retry.ts"];
  }
});

// actions/publish-frontend/cdn/compute-operations.ts
function projectUrl({ endpoint, project }) {
  return `${endpoint}/compute/v1/projects/${project}/global`;
}
async function waitForOperation(compute, operation, what) {
  const { http, clock, signal } = compute;
  let now = operation;
  const look = async () => {
    if (now.status === "DONE") return now;
    now = await http.json({
      method: "POST",
      url: `${projectUrl(compute)}/operations/${operation.name}/wait`,
      idempotent: true,
      attemptTimeout: 15e4,
      deadline: 3e5,
      resource: `operation ${operation.name}`,
      permission: "compute.globalOperations.get",
      role: LOAD_BALANCER_ROLE
    });
    return now.status === "DONE" ? now : void 0;
  };
  const done = await (0, import_retry.poll)(look, { clock, signal, until: clock.now() + WAIT_FOR, first: 0, longest: 0 });
  if (!done) throw new import_errors2.OutcomeError(`The ${what} timed out after 10 minutes; it is still running.`);
  throwFailure(done, what);
}
function throwFailure({ error }, what) {
  const first = error?.errors?.[0];
  if (first)
    throw new import_errors2.CloudError({
      message: first.message ?? "the operation failed",
      code: first.code,
      status: 0,
      resource: what
    });
}
var import_errors2, import_retry, LOAD_BALANCER_ROLE, WAIT_FOR;
var init_compute_operations = __esm({
  "actions/publish-frontend/cdn/compute-operations.ts"() {
    "use strict";
    import_errors2 = __toESM(require_errors(), 1);
    import_retry = __toESM(require_retry(), 1);
    LOAD_BALANCER_ROLE = "roles/compute.loadBalancerAdmin";
    WAIT_FOR = 6e5;
  }
});

// actions/publish-frontend/cdn/url-map.ts
function siteRoutes(map, host) {
  const index = host === void 0 ? -1 : matcherIndex(map, host);
  const routes = [];
  const add = (service, action, at, place2, shared = false) => {
    const backendBucket = /\/backendBuckets\/([^/]+)$/.exec(service ?? "")?.[1];
    if (backendBucket === void 0 || !at.endsWith("/")) return;
    const rewrite = action?.urlRewrite?.pathPrefixRewrite;
    routes.push({ backendBucket, at, to: (rewrite ?? at).slice(1), place: place2, shared });
  };
  const matcher3 = map.pathMatchers?.[index];
  if (!matcher3) {
    add(map.defaultService, map.defaultRouteAction, "/", ["defaultRouteAction"]);
    return routes;
  }
  const place = ["pathMatchers", index];
  matcher3.routeRules?.forEach((rule, i) => {
    const prefixes = (rule.matchRules ?? []).map(({ prefixMatch }) => prefixMatch);
    if (prefixes.length === 1 && prefixes[0] !== void 0)
      add(rule.service, rule.routeAction, prefixes[0], [...place, "routeRules", i, "routeAction"]);
  });
  matcher3.pathRules?.forEach((rule, i) => {
    const folders = (rule.paths ?? []).filter((path4) => path4.endsWith("/*"));
    for (const folder of folders) {
      const action = [...place, "pathRules", i, "routeAction"];
      add(rule.service, rule.routeAction, folder.slice(0, -1), action, folders.length > 1);
    }
  });
  add(matcher3.defaultService, matcher3.defaultRouteAction, "/", [...place, "defaultRouteAction"]);
  return routes;
}
function hasHostRule(map, host) {
  return matcherIndex(map, host) >= 0;
}
function matcherIndex(map, host) {
  let best = { length: -1, name: "" };
  for (const { hosts, pathMatcher } of map.hostRules ?? []) {
    for (const pattern of hosts) {
      const matches = pattern === host || pattern === "*" || pattern.startsWith("*") && host.endsWith(pattern.slice(1));
      const length = pattern === host ? Number.POSITIVE_INFINITY : pattern.length;
      if (matches && length > best.length) best = { length, name: pathMatcher };
    }
  }
  return map.pathMatchers?.findIndex(({ name }) => name === best.name) ?? -1;
}
function publicPath(route, object) {
  return object.startsWith(route.to) ? route.at + encodePath(object.slice(route.to.length)) : void 0;
}
function encodePath(path4) {
  return path4.split("/").map(encodeURIComponent).join("/");
}
function withRewrite(map, route, to) {
  const copy = structuredClone(map);
  let at = copy;
  for (const step of route.place) {
    moveErrorPages(at, route, to);
    at[step] ??= {};
    at = at[step];
  }
  at.urlRewrite = { ...at.urlRewrite, pathPrefixRewrite: `/${to}` };
  return copy;
}
function moveErrorPages(level, route, to) {
  for (const name of ["defaultCustomErrorResponsePolicy", "customErrorResponsePolicy"]) {
    const policy = level[name];
    if (!policy?.errorService?.endsWith(`/backendBuckets/${route.backendBucket}`)) continue;
    for (const rule of policy.errorResponseRules ?? [])
      if (rule.path?.startsWith(`/${route.to}`)) rule.path = `/${to}${rule.path.slice(route.to.length + 1)}`;
  }
}
var init_url_map = __esm({
  "actions/publish-frontend/cdn/url-map.ts"() {
    "use strict";
  }
});

// actions/publish-frontend/cdn/load-balancer.ts
async function openCdn(options) {
  const map = await readUrlMap(options);
  if (options.host !== void 0 && map.hostRules && !hasHostRule(map, options.host))
    options.log.notice(
      `No host rule of URL map ${options.urlMap} matches ${options.host}. Its default rule is checked and invalidated instead.`
    );
  const routes = siteRoutes(map, options.host).filter(
    ({ to }) => to.startsWith(options.prefix) || options.prefix.startsWith(to)
  );
  const names = [...new Set(routes.map(({ backendBucket }) => backendBucket))];
  const backends = await Promise.all(names.map((name) => readBackend(options, name)));
  const ours = new Map(
    backends.filter(({ bucketName }) => bucketName === options.bucket).map((one) => [one.name, one])
  );
  const leading = routes.filter(({ backendBucket }) => ours.has(backendBucket));
  if (leading.length === 0) {
    const where = options.host === void 0 ? "its default rule" : `host ${options.host}`;
    const found = backends.map(({ name, bucketName }) => `${name} (gs://${bucketName})`).join(", ") || "none";
    throw new import_errors3.InputError([
      {
        subject: "Input url-map",
        message: `${options.urlMap} has no route from ${where} to gs://${options.bucket}/${options.prefix}. Backend buckets there: ${found}. Fix host, bucket or prefix, or add the route.`
      }
    ]);
  }
  const checks = [...ours.values()].map((backend) => checkBackend(backend, options));
  const problems = checks.flatMap(
    ({ errors }) => errors.map((message) => ({ subject: "Input url-map", message }))
  );
  if (problems.length > 0) throw new import_errors3.InputError(problems);
  for (const { warnings } of checks) for (const warning of warnings) options.log.warning(warning);
  return { ...options, map, routes: leading, cached: checks.some(({ cached }) => cached) };
}
function mapUrl(options) {
  return `${projectUrl(options)}/urlMaps/${options.urlMap}`;
}
async function readUrlMap(options) {
  const { urlMap, project } = options;
  const resource = `URL map ${urlMap}`;
  try {
    return await options.http.json({
      method: "GET",
      url: mapUrl(options),
      resource,
      permission: "compute.urlMaps.get",
      role: LOAD_BALANCER_ROLE
    });
  } catch (error) {
    if (!(error instanceof import_errors3.CloudError) || error.status !== 404 || error.resource !== resource) throw error;
    const message = `"${urlMap}" is not a global URL map of project ${project} (404). List the URL maps with: gcloud compute url-maps list --global --project=${project}`;
    throw new import_errors3.InputError([{ subject: "Input url-map", message }], { cause: error });
  }
}
function readBackend(options, name) {
  return options.http.json({
    method: "GET",
    url: `${projectUrl(options)}/backendBuckets/${name}`,
    resource: `backend bucket ${name}`,
    permission: "compute.backendBuckets.get",
    role: LOAD_BALANCER_ROLE
  });
}
var import_errors3;
var init_load_balancer = __esm({
  "actions/publish-frontend/cdn/load-balancer.ts"() {
    "use strict";
    import_errors3 = __toESM(require_errors(), 1);
    init_backend_bucket();
    init_compute_operations();
    init_url_map();
  }
});

// shared:src/freeze/freeze.ts
var require_freeze = __commonJS({
  "shared:src/freeze/freeze.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/freeze.ts"];
  }
});

// shared:src/github/commit.ts
var require_commit = __commonJS({
  "shared:src/github/commit.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/commit.ts"];
  }
});

// shared:src/google/errors/not-found.ts
var require_not_found = __commonJS({
  "shared:src/google/errors/not-found.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/google/errors/not-found.ts"];
  }
});

// shared:src/records/annotations.ts
var require_annotations = __commonJS({
  "shared:src/records/annotations.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/records/annotations.ts"];
  }
});

// src/google/run/revisions.ts
var import_not_found;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    import_not_found = __toESM(require_not_found(), 1);
  }
});

// src/records/live-release.ts
var import_commit, import_annotations, recordedReleases;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    import_commit = __toESM(require_commit(), 1);
    init_revisions();
    import_annotations = __toESM(require_annotations(), 1);
    recordedReleases = (resource) => (0, import_annotations.readAnnotation)(resource, `${import_annotations.ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];
  }
});

// src/records/canaries.ts
function undecidedCanary(name, resource) {
  const { id = "", commit, release } = rolloutOn(resource) ?? {};
  if (commit === void 0 || (release?.format ?? 0) < 3 || release?.aborted) return void 0;
  const [lead] = release?.members ?? [];
  const place = name.split("/").slice(0, 3).join("/");
  return { commit, release: id, lead: lead === void 0 ? name : `${place}/${lead}` };
}
function canaryDecision(lead, release) {
  const rollout = rolloutOn(lead);
  if (rollout?.id === release) return rollout.release?.aborted ? "restored" : "undecided";
  const recorded = lead && recordedReleases(lead).find(({ rollout: id }) => id === release);
  return recorded && recorded.withdrawn === void 0 ? "promoted" : "restored";
}
var import_annotations2, rolloutOn;
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    import_annotations2 = __toESM(require_annotations(), 1);
    init_live_release();
    rolloutOn = (resource) => (0, import_annotations2.readAnnotation)(resource, `${import_annotations2.ANNOTATION_PREFIX}rollout`, () => true);
  }
});

// src/records/holds.ts
async function checkHolds(check) {
  const { freeze, clock, names, consequence } = check;
  const services = await readNamedServices(check.http, check.endpoint, names);
  check.onRead(services);
  for (const { name, resource } of services) {
    const canary = undecidedCanary(name, resource);
    if (canary !== void 0 && !check.waitsFor?.(canary))
      throw new import_errors4.OutcomeError(
        `The canary of ${(0, import_commit2.shortCommit)(canary.commit)} on ${servicePlace(name)} is undecided. ${consequence} Run this again once it is decided. To wait for it without a failure, put a step of deploy-run with advance: true and on-canary: wait before this one, and skip this one if its output waiting is true.`
      );
  }
  const frozen = [void 0, ...services.map(({ resource }) => resource)].map((resource) => (0, import_freeze.freezeOn)(resource, freeze, clock)).find((text) => text !== void 0);
  (0, import_freeze.checkFreeze)(frozen, check);
  const held = holdsOf(services);
  if (held.length > 0 && !check.force) throw new import_errors4.OutcomeError(holdMessage(held, check.consequence));
  for (const { name, hold } of held)
    check.log.notice(
      `Forced: the hold on ${servicePlace(name)} was overridden and is still set. ${describeServiceHold(hold)}`
    );
  return services;
}
function holdMessage(held, consequence) {
  const services = held.map(({ name, hold }) => `The ${servicePlace(name)} is on hold. ${describeServiceHold(hold)}`);
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
    if (error instanceof import_errors4.CloudError && error.status === 403) return void 0;
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
var import_freeze, import_commit2, import_not_found2, import_errors4, import_annotations3, HOLD_ANNOTATION, holdOf, describeServiceHold, readNamedServices, holdsOf;
var init_holds = __esm({
  "src/records/holds.ts"() {
    "use strict";
    import_freeze = __toESM(require_freeze(), 1);
    import_commit2 = __toESM(require_commit(), 1);
    import_not_found2 = __toESM(require_not_found(), 1);
    import_errors4 = __toESM(require_errors(), 1);
    import_annotations3 = __toESM(require_annotations(), 1);
    init_canaries();
    HOLD_ANNOTATION = `${import_annotations3.ANNOTATION_PREFIX}hold`;
    holdOf = (resource) => (0, import_annotations3.readAnnotation)(resource, HOLD_ANNOTATION, (value) => typeof value.at === "string");
    describeServiceHold = (hold) => `${hold.by} put the service on hold at ${hold.at}: ${hold.reason} (${hold.runUrl}).`;
    readNamedServices = (http, endpoint, names) => Promise.all(names.map(async (name) => ({ name, resource: await read(http, endpoint, name) })));
    holdsOf = (services) => services.flatMap(({ name, resource }) => {
      const hold = holdOf(resource);
      return hold ? [{ name, hold }] : [];
    });
  }
});

// shared:src/runtime/summary.ts
var require_summary = __commonJS({
  "shared:src/runtime/summary.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/summary.ts"];
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
function noteFreeze(summary, windows, clock) {
  const next = nextOf(windows, clock);
  summary.closing("freeze", next && import_summary.md`📅 ${(0, import_summary.plain)(describeFreezeTimes(next))}`);
}
function freezeOfAnnotation(resource, clock) {
  try {
    const next = nextOf((0, import_freeze2.freezeLines)(resource).map(import_windows.parseFreezeWindow), clock);
    return next && describeFreezeTimes(next);
  } catch (error) {
    return `Deploys are frozen until the annotation is corrected. ${error.message}`;
  }
}
var import_summary, import_freeze2, import_windows, noteServices, nextOf;
var init_standing = __esm({
  "src/freeze/standing.ts"() {
    "use strict";
    init_holds();
    import_summary = __toESM(require_summary(), 1);
    import_freeze2 = __toESM(require_freeze(), 1);
    init_next_freeze();
    import_windows = __toESM(require_windows(), 1);
    noteServices = ({ summary, clock }, freeze) => (services) => {
      noteFreeze(summary, freeze, clock);
      for (const service of services) noteService(summary, service, clock);
    };
    nextOf = (windows, clock) => windows.length > 0 ? nextFreeze(windows, clock.now()) : void 0;
  }
});

// src/records/sites.ts
function describeStaged({ release, commit, at, run: run2, canary: { lead } }) {
  const short = (0, import_commit3.shortCommit)(commit);
  const name = release === commit ? `commit ${short}` : `release ${release} (commit ${short})`;
  return `${name} has been staged since ${(0, import_duration3.formatMinute)(Date.parse(at))} (${run2}). It goes live once its canary on the ${servicePlace(lead)} has all traffic. Another publish replaces it.`;
}
var import_commit3, import_not_found3, import_duration3, import_errors5;
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    import_commit3 = __toESM(require_commit(), 1);
    import_not_found3 = __toESM(require_not_found(), 1);
    import_duration3 = __toESM(require_duration(), 1);
    import_errors5 = __toESM(require_errors(), 1);
    init_holds();
  }
});

// actions/publish-frontend/store/site-state.ts
function describeHold({ release, at, by, run: run2, reason }) {
  return `${release} since ${at}, by ${by} (${run2})${reason === "" ? "" : `. Reason: ${reason}`}`;
}
function endOfHold(hold, reason) {
  return `${describeHold(hold)}${reason === "" ? "" : `. Released: ${reason}`}`;
}
function parseState(text) {
  const { format, ...state } = JSON.parse(text);
  if (format !== 1) throw new Error(`its format is ${format}, and this version of publish-frontend reads format 1`);
  return state;
}
function serializeState(state) {
  return `${JSON.stringify({ format: 1, ...state }, void 0, 2)}
`;
}
function isOurEarlierAttempt(claim, ours) {
  return claim.run === ours.run && claim.attempt < ours.attempt;
}
function isRenewalOf(now, before) {
  const still = ({ claim, ...rest }) => JSON.stringify({ ...rest, claim: claim && { ...claim, beat: 0 } });
  return still(now) === still(before);
}
function continuesFrom(now, ours, before) {
  const has = ({ published }, one) => published.some(({ release, at }) => release === one.release && at === one.at);
  const newest = ours.published.at(-1);
  if (newest && !has(before, newest)) return has(now, newest);
  return now.current === ours.current && now.hold?.at === ours.hold?.at;
}
function stoppedWork({ claim, current, unfinished }) {
  const stopped = (release, work2) => ({ release, work: work2 });
  const deleting = claim?.work === "prune" ? current : unfinished?.pruning;
  const pruning = deleting === void 0 ? [] : [stopped(deleting, "prune")];
  if (!unfinished) return pruning;
  const { from, to } = unfinished;
  if (to === current) return from.length === 0 ? [stopped(to, "either")] : pruning;
  const work = claim?.work === "switch" ? "switch" : "either";
  return [...pruning, ...[...from.filter((release) => release !== current), to].map((one) => stopped(one, work))];
}
function givenBack({ claim, ...state }) {
  const { current, unfinished } = state;
  if (claim?.work !== "prune" || current === void 0 || unfinished) return state;
  return { ...state, unfinished: { from: [], to: current, pruning: current } };
}
function onlyOwnPagesArrive({ current, unfinished }, release) {
  if (!unfinished) return true;
  const { from, to, pruning } = unfinished;
  return from.every((one) => one === current) && (to === release || to === current && to === pruning);
}
function beginSwitch(state, to) {
  const { current, unfinished } = state;
  const from = /* @__PURE__ */ new Set([
    ...unfinished?.from ?? [],
    ...unfinished ? [unfinished.to] : [],
    ...current ? [current] : []
  ]);
  from.delete(to);
  const pruning = unfinished?.pruning;
  return { ...state, unfinished: { from: [...from], to, ...pruning !== void 0 && { pruning } } };
}
function finishSwitch(state, published, atomic, settled) {
  const { unfinished, staged: _, released: __, ...rest } = state;
  return {
    ...rest,
    current: published.release,
    atomic,
    published: [...markUndone(state).filter(({ release }) => release !== published.release), published],
    ...!settled && unfinished && { unfinished }
  };
}
function markUndone({ published, current }) {
  const at = published.findIndex(({ release }) => release === current);
  return published.map(
    ({ undone, ...one }, index) => undone && index !== at || at >= 0 && index > at ? { ...one, undone: true } : one
  );
}
function finishRollback(state, release, atomic, settled) {
  const { unfinished, ...rest } = state;
  return { ...rest, current: release, atomic, ...!settled && unfinished && { unfinished } };
}
function previousRelease({ published, current }) {
  const at = published.findIndex(({ release }) => release === current);
  return published.slice(0, Math.max(at, 0)).findLast(({ undone }) => !undone)?.release;
}
function liveReleases({ current, unfinished }) {
  return [.../* @__PURE__ */ new Set([current, ...unfinished?.from ?? [], unfinished?.to])].filter(
    (release) => release !== void 0
  );
}
function unsettled({
  current,
  unfinished,
  hold
}) {
  return current !== void 0 && unfinished?.to === current && !hold ? { release: current, changed: [] } : void 0;
}
function withHold({ staged: _, released: __, ...state }, hold) {
  return { ...state, hold };
}
function withoutHold({ hold, ...state }) {
  return hold ? { ...state, released: { release: hold.release, run: hold.run } } : state;
}
function withStaged(state, staged) {
  return { ...state, staged };
}
function withoutStaged({ staged: _, ...state }) {
  return state;
}
function withClaim(state, claim) {
  return { ...state, claim };
}
function withoutClaim({ claim: _, ...state }) {
  return state;
}
function withoutReleases(state, pruned) {
  return { ...state, published: state.published.filter(({ release }) => !pruned.has(release)) };
}
var EMPTY;
var init_site_state = __esm({
  "actions/publish-frontend/store/site-state.ts"() {
    "use strict";
    EMPTY = { published: [] };
  }
});

// actions/publish-frontend/report/standing.ts
function noteSite({ summary, clock }, { bucket, prefix }, { hold, staged }) {
  const place = `site gs://${bucket}/${prefix}`;
  const standing = { place, hold: hold && `It stays at release ${describeHold(hold).replace(/\.?$/, ".")}` };
  noteStanding(summary, standing, clock);
  summary.closing(`staged ${place}`, staged && import_summary2.md`⏸️ On the ${(0, import_summary2.plain)(place)}: ${(0, import_summary2.plain)(describeStaged(staged))}`);
}
var import_summary2;
var init_standing2 = __esm({
  "actions/publish-frontend/report/standing.ts"() {
    "use strict";
    init_standing();
    init_sites();
    import_summary2 = __toESM(require_summary(), 1);
    init_site_state();
  }
});

// actions/publish-frontend/report/timings.ts
function createTimings(clock, log) {
  const durations = /* @__PURE__ */ new Map();
  return {
    async time(name, work) {
      const start = clock.now();
      try {
        return await work();
      } finally {
        durations.set(name, (durations.get(name) ?? 0) + clock.now() - start);
      }
    },
    progress(name, total) {
      let loggedAt = clock.now();
      return (done) => {
        if (clock.now() - loggedAt < SAY_EVERY || done === total) return;
        loggedAt = clock.now();
        log.info(`${name}: ${done} of ${total}`);
      };
    },
    rows: () => [...durations].map(([name, ms]) => [name, (0, import_duration4.formatDuration)(ms)])
  };
}
var import_duration4, SAY_EVERY;
var init_timings = __esm({
  "actions/publish-frontend/report/timings.ts"() {
    "use strict";
    import_duration4 = __toESM(require_duration(), 1);
    SAY_EVERY = 5e3;
  }
});

// src/google/http/pages.ts
async function* pagesOf(read4) {
  let pageToken;
  do {
    const page = await read4(pageToken ? { pageToken } : {});
    yield page;
    pageToken = page.nextPageToken;
  } while (pageToken);
}
var init_pages = __esm({
  "src/google/http/pages.ts"() {
    "use strict";
  }
});

// actions/publish-frontend/store/stored-object.ts
function withChanges(listing, changes) {
  if (changes.size === 0) return listing;
  const changed = new Map(listing);
  for (const [name, object] of changes) {
    if (object) changed.set(name, object);
    else changed.delete(name);
  }
  return changed;
}
function metadataOf(headers, from) {
  return {
    contentType: headers.contentType,
    cacheControl: headers.cacheControl,
    ...from.contentEncoding !== void 0 && { contentEncoding: from.contentEncoding },
    ...from.sourceMd5 !== void 0 && { metadata: { [SOURCE_MD5]: from.sourceMd5 } }
  };
}
function intern(value) {
  if (value === void 0) return void 0;
  const kept = known.get(value);
  if (kept !== void 0) return kept;
  known.set(value, value);
  return value;
}
function toObject(resource) {
  return {
    name: resource.name,
    size: Number(resource.size ?? 0),
    md5: resource.md5Hash,
    crc32c: resource.md5Hash === void 0 ? resource.crc32c : void 0,
    generation: resource.generation,
    metageneration: resource.metageneration,
    contentType: intern(resource.contentType) ?? "",
    cacheControl: intern(resource.cacheControl) ?? "",
    contentEncoding: intern(resource.contentEncoding),
    sourceMd5: resource.metadata?.[SOURCE_MD5],
    updated: resource.updated === void 0 ? 0 : Date.parse(resource.updated)
  };
}
function contentMd5({ sourceMd5, md5: md52 }) {
  return sourceMd5 ?? md52;
}
function mayHold(object, md52) {
  return (contentMd5(object) ?? md52) === md52;
}
function sameBytes(a, b) {
  if (a.contentEncoding !== b.contentEncoding || a.size !== b.size) return false;
  return a.md5 === void 0 || b.md5 === void 0 ? a.crc32c !== void 0 && a.crc32c === b.crc32c : a.md5 === b.md5;
}
function sameHeaders(a, b) {
  return a.contentType === b.contentType && a.cacheControl === b.cacheControl;
}
function holds({ contentEncoding, sourceMd5, md5: md52, crc32c, size }, file, fileCrc32c) {
  if (file.gzip) return sourceMd5 === file.md5 && (contentEncoding ?? "gzip") === "gzip";
  if (contentEncoding !== file.contentEncoding) return false;
  if (contentEncoding !== void 0 && sourceMd5 !== void 0) return sourceMd5 === file.md5;
  if (md52 !== void 0) return md52 === (file.storedMd5 ?? file.md5);
  return size === file.size && crc32c !== void 0 && crc32c === fileCrc32c;
}
var ABSENT, FIELDS, SOURCE_MD5, known;
var init_stored_object = __esm({
  "actions/publish-frontend/store/stored-object.ts"() {
    "use strict";
    ABSENT = "0";
    FIELDS = "name,size,md5Hash,crc32c,generation,metageneration,contentType,cacheControl,contentEncoding,metadata,updated";
    SOURCE_MD5 = "source-md5";
    known = /* @__PURE__ */ new Map();
  }
});

// actions/publish-frontend/store/preconditions.ts
function hasStatus(error, status2) {
  return error instanceof import_errors6.CloudError && error.status === status2;
}
function generationOf(object) {
  return object?.generation ?? ABSENT;
}
function preconditionFailure(error, name, explained) {
  const { message, code: code3 } = error;
  return new import_errors6.OutcomeError(
    explained ? `Object ${name} was changed by another run or user while this step ran. Every page still loads; run this step again to finish.` : `Cloud Storage refused to write object ${name} (412${code3 === void 0 ? "" : ` ${code3}`}): ${message} The object has not changed since this step read it, so no other run is the reason. Check the policies of the bucket and of its organization.`,
    { cause: error }
  );
}
var import_errors6;
var init_preconditions = __esm({
  "actions/publish-frontend/store/preconditions.ts"() {
    "use strict";
    import_errors6 = __toESM(require_errors(), 1);
    init_stored_object();
  }
});

// actions/publish-frontend/store/storage-client.ts
function createStore(options) {
  const { http, endpoint, bucket, deadline } = options;
  const url = (name) => objectUrl(endpoint, bucket, name);
  const call = (permission, name) => ({
    resource: name === void 0 ? `bucket ${bucket}` : `object gs://${bucket}/${name}`,
    permission: `storage.objects.${permission}`,
    role: STORAGE_ROLE,
    deadline: deadline()
  });
  const stat2 = (name) => absentAsUndefined(
    bucket,
    async () => toObject(
      await http.json({ ...call("get", name), method: "GET", url: `${url(name)}?fields=${FIELDS}` })
    )
  );
  const listPage = async (query) => {
    try {
      return await http.json({
        ...call("list"),
        method: "GET",
        url: `${endpoint}/storage/v1/b/${bucket}/o?${new URLSearchParams(query)}`
      });
    } catch (error) {
      throw isBucketMissing(error) ? noBucket(bucket, error) : error;
    }
  };
  return {
    ...options,
    stat: stat2,
    async list(prefix) {
      const listing = /* @__PURE__ */ new Map();
      const query = { prefix, fields: `nextPageToken,items(${FIELDS})`, maxResults: "1000" };
      for await (const { items = [] } of pagesOf((next) => listPage({ ...query, ...next })))
        for (const item of items) listing.set(item.name, toObject(item));
      return listing;
    },
    async isEmpty(prefix) {
      const { items, nextPageToken } = await listPage({ prefix, fields: "nextPageToken,items(name)", maxResults: "1" });
      return (items ?? []).length === 0 && nextPageToken === void 0;
    },
    readText: (name) => absentAsUndefined(bucket, async () => {
      const { text, headers } = await http.text({
        ...call("get", name),
        method: "GET",
        url: `${url(name)}?alt=media`,
        // The manifest of a release names each file of the site.
        maxBytes: 256e6
      });
      return { text, generation: headers["x-goog-generation"] ?? "" };
    }),
    async copy(from, to, headers, replaces) {
      const query = new URLSearchParams({
        ifGenerationMatch: replaces,
        ifSourceGenerationMatch: from.generation,
        fields: `done,rewriteToken,resource(${FIELDS})`
      });
      const same = (object) => sameBytes(object, from) && sameHeaders(object, headers);
      const explains = async (now) => generationOf(now) !== replaces || generationOf(await stat2(from.name)) !== from.generation;
      return unlessDone(to, same, explains, async () => {
        for (; ; ) {
          const response = await http.json({
            ...call("create", to),
            method: "POST",
            url: `${url(from.name)}/rewriteTo/b/${bucket}/o/${encodeURIComponent(to)}?${query}`,
            json: metadataOf(headers, from),
            idempotent: true
          });
          if (response.done) return toObject(response.resource);
          query.set("rewriteToken", response.rewriteToken ?? "");
        }
      });
    },
    patch: (object, headers) => unlessDone(
      object.name,
      (now) => now.generation === object.generation && sameHeaders(now, headers),
      async (now) => now?.generation !== object.generation || now.metageneration !== object.metageneration,
      async () => toObject(
        await http.json({
          ...call("update", object.name),
          method: "PATCH",
          url: `${url(object.name)}?ifGenerationMatch=${object.generation}&ifMetagenerationMatch=${object.metageneration}&fields=${FIELDS}`,
          json: { contentType: headers.contentType, cacheControl: headers.cacheControl },
          idempotent: true
        })
      )
    ),
    async remove({ name, generation }) {
      try {
        await http.text({
          ...call("delete", name),
          method: "DELETE",
          url: `${url(name)}?ifGenerationMatch=${generation}`
        });
      } catch (error) {
        if (hasStatus(error, 404)) return;
        if (!hasStatus(error, 412)) throw error;
        const now = await stat2(name);
        if (now) throw preconditionFailure(error, name, now.generation !== generation);
      }
    }
  };
  async function unlessDone(name, done, explains, work) {
    try {
      return await work();
    } catch (error) {
      if (!hasStatus(error, 412)) throw error;
      const now = await stat2(name);
      if (now && done(now)) return now;
      throw preconditionFailure(error, name, await explains(now));
    }
  }
}
function objectUrl(endpoint, bucket, name) {
  return `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`;
}
function isBucketMissing(error) {
  return hasStatus(error, 404) && error.message.startsWith("The specified bucket");
}
function noBucket(bucket, cause) {
  const message = `"${bucket}" does not exist (404). Fix the name, or create the bucket: gcloud storage buckets create gs://${bucket}`;
  return new import_errors7.InputError([{ subject: "Input bucket", message }], { cause });
}
async function absentAsUndefined(bucket, work) {
  try {
    return await work();
  } catch (error) {
    if (isBucketMissing(error)) throw noBucket(bucket, error);
    if (hasStatus(error, 404)) return void 0;
    throw error;
  }
}
var import_errors7, STORAGE_ROLE;
var init_storage_client = __esm({
  "actions/publish-frontend/store/storage-client.ts"() {
    "use strict";
    init_pages();
    import_errors7 = __toESM(require_errors(), 1);
    init_preconditions();
    init_stored_object();
    STORAGE_ROLE = "roles/storage.objectUser";
  }
});

// actions/publish-frontend/clients.ts
function createDeadline(clock) {
  const end = clock.now() + RUN_DEADLINE;
  return (needed = 0) => Math.max(0, Math.min(Math.max(CALL_DEADLINE, needed), end - clock.now()));
}
function openClients(inputs, context, { client, clock: googleClock }) {
  const { clock, random, endpoints, log, github: run2 } = context;
  const stopped = new AbortController();
  const stop = (reason) => stopped.abort(reason);
  const signal = AbortSignal.any([context.signal, stopped.signal]);
  let mayStart = () => {
  };
  const http = client({ signal, connections: inputs.concurrency, mayStart: () => mayStart() });
  const record = client({ signal: (0, import_interruption.graceAfter)(context.signal, RECORD_GRACE, clock), connections: 4 });
  const { layout, githubToken, dryRun } = inputs;
  const store = createStore({
    http,
    endpoint: endpoints.storage,
    bucket: layout.bucket,
    deadline: createDeadline(clock),
    clock,
    signal
  });
  return {
    context,
    googleClock,
    http,
    store,
    timings: createTimings(clock, log),
    stop,
    claims: {
      store: createStore({ ...store, http: record }),
      layout,
      dryRun,
      clock,
      random,
      github: run2,
      log,
      onLost: stop,
      onHeld: (assertOurs) => {
        mayStart = assertOurs;
      },
      onWritten: (state) => noteSite(context, layout, state)
    },
    github: (0, import_open.openGitHub)(githubToken, { ...context, signal }),
    async openCdn(uncompressed) {
      if (!inputs.cdn) return void 0;
      const { urlMap, host } = inputs.cdn;
      const { project } = inputs;
      return openCdn({
        http,
        endpoint: endpoints.compute,
        project,
        urlMap,
        host,
        ...layout,
        uncompressed,
        log,
        clock,
        random,
        signal
      });
    }
  };
}
var import_open, import_interruption, RUN_DEADLINE, CALL_DEADLINE, RECORD_GRACE;
var init_clients = __esm({
  "actions/publish-frontend/clients.ts"() {
    "use strict";
    import_open = __toESM(require_open(), 1);
    import_interruption = __toESM(require_interruption(), 1);
    init_load_balancer();
    init_standing2();
    init_timings();
    init_storage_client();
    RUN_DEADLINE = 60 * 6e4;
    CALL_DEADLINE = 12e4;
    RECORD_GRACE = 6500;
  }
});

// actions/publish-frontend/report/outcome.ts
var NO_CHANGES;
var init_outcome = __esm({
  "actions/publish-frontend/report/outcome.ts"() {
    "use strict";
    NO_CHANGES = {
      sent: [],
      patched: [],
      removed: [],
      unchanged: 0,
      bytes: 0,
      deleted: 0,
      invalidated: [],
      pruned: []
    };
  }
});

// actions/publish-frontend/report/outputs.ts
function setSiteOutputs(context, { results }) {
  const [first] = results;
  if (!first) return;
  const outcome = doneOn(first);
  context.output("release", outcome.release);
  context.output("previous-release", outcome.previous);
  context.output("uploaded", outcome.sent.length);
  context.output("unchanged", outcome.unchanged);
  context.output("deleted", outcome.deleted);
  context.output("bytes", outcome.bytes);
  context.output("invalidated", outcome.invalidated);
  context.output("sites", results.map(describeSite));
}
function doneOn({ status: status2, outcome }) {
  if (status2 === "staged" && outcome.task === "publish")
    return { ...outcome, release: outcome.previous, previous: void 0 };
  if (status2 !== "failed" && status2 !== "not-started") return outcome;
  const release = status2 === "failed" ? void 0 : outcome.previous;
  return { ...NO_CHANGES, task: outcome.task, release, previous: void 0 };
}
function describeSite(result) {
  const { name, layout } = result.inputs;
  const outcome = doneOn(result);
  return {
    name,
    bucket: layout.bucket,
    prefix: layout.prefix.replace(/\/$/, ""),
    status: result.status,
    release: outcome.release,
    "previous-release": outcome.previous,
    uploaded: outcome.sent.length,
    unchanged: outcome.unchanged,
    deleted: outcome.deleted,
    bytes: outcome.bytes,
    invalidated: outcome.invalidated,
    url: result.outcome.link
  };
}
var init_outputs = __esm({
  "actions/publish-frontend/report/outputs.ts"() {
    "use strict";
    init_outcome();
  }
});

// src/github/run-links.ts
function writeLinks(summary, [first, ...others]) {
  if (first) summary.paragraph(others.reduce((all, one) => import_summary3.md`${all} · ${one}`, first));
}
var import_summary3, import_commit4, runLinks;
var init_run_links = __esm({
  "src/github/run-links.ts"() {
    "use strict";
    import_summary3 = __toESM(require_summary(), 1);
    import_commit4 = __toESM(require_commit(), 1);
    runLinks = (run2, commit) => [
      ...commit && run2?.repository ? [(0, import_summary3.link)(`commit ${(0, import_commit4.shortCommit)(commit)}`, `${run2.serverUrl}/${run2.repository}/commit/${commit}`)] : [],
      ...run2?.runUrl ? [(0, import_summary3.link)("run", run2.runUrl)] : []
    ];
  }
});

// actions/publish-frontend/report/summary.ts
function summarizeSite({ summary, log, github }, outcome, inputs, timings) {
  const [sign, verdict] = siteVerdict(outcome, inputs.dryRun);
  log.info(verdict);
  summary.heading(import_summary4.md`Frontend: ${(0, import_summary4.code)(`gs://${inputs.layout.bucket}/${inputs.layout.prefix}`)}`);
  summary.paragraph(import_summary4.md`${(0, import_summary4.plain)(sign)} ${(0, import_summary4.plain)(verdict)}`);
  writeLinks(summary, runLinks(github, inputs.commit));
  if (outcome.holdEnded !== void 0) {
    const ended = `${inputs.dryRun ? "Hold to release" : "Released hold"}: at release ${outcome.holdEnded}.`;
    log.info(ended);
    summary.paragraph((0, import_summary4.plain)(ended));
  }
  if (outcome.task === "release-hold" || outcome.task === "settle" && outcome.note) return;
  const rows = [
    [import_summary4.md`Release`, (0, import_summary4.code)(outcome.release ?? "")],
    [import_summary4.md`Previous release`, (0, import_summary4.code)(outcome.previous ?? "")],
    [import_summary4.md`New or changed`, outcome.sent.length],
    [import_summary4.md`Headers changed`, outcome.patched.length],
    [import_summary4.md`Unchanged`, outcome.unchanged],
    [import_summary4.md`Pages removed`, outcome.removed.length],
    [import_summary4.md`Uploaded`, (0, import_summary4.plain)(formatBytes(outcome.bytes))],
    [import_summary4.md`Deleted objects`, outcome.deleted],
    [import_summary4.md`Pruned releases`, (0, import_summary4.listed)(outcome.pruned.map(import_summary4.code), ", ")],
    [import_summary4.md`Invalidated paths`, list(outcome.invalidated)],
    [import_summary4.md`Link`, outcome.link ? (0, import_summary4.link)(outcome.link, outcome.link) : void 0]
  ];
  summary.table(
    ["", ""],
    rows.filter(([, value]) => value !== void 0 && value !== "")
  );
  showChanges({ summary, log }, outcome, inputs);
  summary.collapsed(
    "Times",
    () => summary.table(
      ["Phase", "Time"],
      timings.map(([name, duration]) => [(0, import_summary4.plain)(name), (0, import_summary4.plain)(duration)])
    )
  );
}
function showChanges({ summary, log }, outcome, inputs) {
  const changes = [
    ...outcome.sent.map((path4) => `+ ${path4}`),
    ...outcome.patched.map((path4) => `~ ${path4}`),
    ...outcome.removed.map((path4) => `- ${path4}`)
  ];
  if (changes.length > 0) {
    const more = changes.length - SHOWN;
    summary.block([...changes.slice(0, SHOWN), ...more > 0 ? [`\u2026 and ${more} more`] : []].join("\n"), "diff");
    if (inputs.dryRun) for (const change of changes) log.info(change);
  }
}
function siteVerdict(outcome, dryRun) {
  const { task, release, sent, patched, removed, holdEnded, failure, note } = outcome;
  if (note) return dryRun ? ["\u2139\uFE0F", `Dry run: nothing was changed. ${note[1]}`] : note;
  if (task === "release-hold") {
    if (holdEnded === void 0) return ["\u2705", "The site has no hold."];
    return dryRun ? ["\u2139\uFE0F", "Dry run: the hold would be released."] : ["\u2705", "The hold is released."];
  }
  const changes = sent.length + patched.length + removed.length;
  if (dryRun) {
    const verb = task === "rollback" ? "roll back to" : "publish";
    return ["\u2139\uFE0F", `Dry run: would ${verb} release ${release} and change ${changes} files.`];
  }
  if (failure !== void 0)
    return ["\u26A0\uFE0F", `Release ${release} is live, but not all changed paths were invalidated. Run this step again.`];
  if (task === "rollback")
    return ["\u2705", `Rolled back to release ${release}. A hold blocks publishing until a run with release-hold: true.`];
  return ["\u2705", changes === 0 ? `Release ${release} is live; nothing changed.` : `Release ${release} is live.`];
}
function list(paths) {
  if (paths.length === 0) return void 0;
  const more = paths.length > SHOWN ? import_summary4.md` … and ${paths.length - SHOWN} more` : import_summary4.md``;
  return import_summary4.md`${(0, import_summary4.listed)(paths.slice(0, SHOWN).map(import_summary4.code), " ")}${more}`;
}
function formatBytes(bytes) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1e3 && unit < units.length - 1) {
    value /= 1e3;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
var import_summary4, SHOWN;
var init_summary = __esm({
  "actions/publish-frontend/report/summary.ts"() {
    "use strict";
    init_run_links();
    import_summary4 = __toESM(require_summary(), 1);
    SHOWN = 20;
  }
});

// actions/publish-frontend/report/sites-summary.ts
function summarizeSites(context, { results, failure }, several) {
  const [only] = results;
  if (!several && only) {
    summarizeSite(context, only.outcome, only.inputs, only.timings);
    return;
  }
  const { summary, log } = context;
  summary.heading(import_summary5.md`Frontends`);
  for (const result of results) log.info(`${result.inputs.name}: ${sentenceFor(result)}`);
  const done = results.filter(({ status: status2 }) => status2 !== "failed" && status2 !== "not-started").length;
  const dryRun = results.some(({ inputs }) => inputs.dryRun);
  const verdict = dryRun ? `Dry run of ${results.length} sites. Nothing was changed.` : `${done} of ${results.length} sites are done.`;
  summary.paragraph(import_summary5.md`${(0, import_summary5.plain)(failure !== void 0 ? "\u274C" : dryRun ? "\u2139\uFE0F" : "\u2705")} ${(0, import_summary5.plain)(verdict)}`);
  summary.table(
    ["", "Site", "Was", "Release", "New or changed", "Unchanged", "Pages removed", "Invalidated paths", "Result"],
    results.map(rowOf)
  );
  for (const { inputs, outcome } of results) showChanges(context, outcome, inputs);
}
function rowOf(result) {
  const { inputs, status: status2, outcome } = result;
  const place = `gs://${inputs.layout.bucket}/${inputs.layout.prefix}`;
  const name = outcome.link ? (0, import_summary5.link)(inputs.name, outcome.link) : (0, import_summary5.plain)(inputs.name);
  return [
    (0, import_summary5.plain)(SIGNS[status2]),
    import_summary5.md`${name} ${(0, import_summary5.code)(place)}`,
    (0, import_summary5.code)(outcome.previous ?? ""),
    (0, import_summary5.code)(outcome.release ?? ""),
    outcome.sent.length + outcome.patched.length,
    outcome.unchanged,
    outcome.removed.length,
    outcome.invalidated.length,
    (0, import_summary5.plain)(sentenceFor(result))
  ];
}
function sentenceFor({ inputs, status: status2, outcome }) {
  const serves = outcome.previous === void 0 ? "nothing" : `release ${outcome.previous}`;
  if (status2 === "failed") return "Failed. Run this step again to finish.";
  if (status2 === "not-started" && !outcome.note) return `Not switched: it still serves (${serves}).`;
  const [, verdict] = siteVerdict(outcome, inputs.dryRun);
  return outcome.holdEnded === void 0 ? verdict : `${verdict} ${inputs.dryRun ? "Hold to release" : "Released hold"}: at release ${outcome.holdEnded}.`;
}
var import_summary5, SIGNS;
var init_sites_summary = __esm({
  "actions/publish-frontend/report/sites-summary.ts"() {
    "use strict";
    import_summary5 = __toESM(require_summary(), 1);
    init_summary();
    SIGNS = {
      live: "\u2705",
      unchanged: "\u2705",
      kept: "\u26A0\uFE0F",
      released: "\u2705",
      planned: "\u2139\uFE0F",
      failed: "\u274C",
      "not-started": "\u23F8\uFE0F",
      staged: "\u23F8\uFE0F",
      dropped: "\u2139\uFE0F"
    };
  }
});

// actions/publish-frontend/site/artifact-digest.ts
async function artifactDigest(folder) {
  const digest = (0, import_node_crypto.createHash)("sha256");
  for (const path4 of filesOf(folder).sort(Buffer.compare)) {
    const content = (0, import_node_crypto.createHash)("sha256");
    await (0, import_promises.pipeline)((0, import_node_fs.createReadStream)(Buffer.concat([Buffer.from(`${folder}/`), path4])), content);
    digest.update(checksumLine(content.digest("hex"), path4));
  }
  return `sha256:${digest.digest("hex")}`;
}
function filesOf(root) {
  const files = [];
  const walk = (path4, ancestors) => {
    const folder = Buffer.concat([Buffer.from(`${root}/`), path4]);
    const real = (0, import_node_fs.realpathSync)(folder);
    if (ancestors.includes(real)) return;
    for (const name of (0, import_node_fs.readdirSync)(folder, { encoding: "buffer" })) {
      const inner = Buffer.concat([path4, Buffer.from("/"), name]);
      const status2 = (0, import_node_fs.statSync)(Buffer.concat([Buffer.from(`${root}/`), inner]), { throwIfNoEntry: false });
      if (status2?.isDirectory()) walk(inner, [...ancestors, real]);
      else if (status2?.isFile()) files.push(inner);
    }
  };
  walk(Buffer.from("."), []);
  return files;
}
function checksumLine(hash3, path4) {
  const text = path4.toString("latin1");
  const escaped = text.replace(/[\\\n\r]/g, (char) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r" })[char]);
  return Buffer.from(`${escaped === text ? "" : "\\"}${hash3}  ${escaped}
`, "latin1");
}
var import_node_crypto, import_node_fs, import_promises;
var init_artifact_digest = __esm({
  "actions/publish-frontend/site/artifact-digest.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_node_fs = require("node:fs");
    import_promises = require("node:stream/promises");
  }
});

// actions/publish-frontend/preflight/artifact.ts
async function verifyArtifact({ name, path: path4, folder, artifactDigest: expected }) {
  if (expected === void 0) return;
  let found;
  try {
    found = await artifactDigest(folder);
  } catch (error) {
    const { code: code3 } = error;
    if (code3 === void 0) throw error;
    throw new import_errors8.InputError([
      { subject: "Input path", message: `"${path4}" cannot be read (${code3}). Set the folder of the artifact.` }
    ]);
  }
  if (found === expected) return;
  throw new import_errors8.InputError([
    {
      subject: "Input artifact-digest",
      message: `The artifact is not what the job that built ${name} uploaded: expected ${expected}, got ${found}. Nothing was published. Re-run all jobs.`
    }
  ]);
}
var import_errors8;
var init_artifact = __esm({
  "actions/publish-frontend/preflight/artifact.ts"() {
    "use strict";
    import_errors8 = __toESM(require_errors(), 1);
    init_artifact_digest();
  }
});

// actions/publish-frontend/preflight/holds.ts
function checkSiteHold(inputs, { hold }) {
  if (!hold || inputs.releaseHold) return;
  throw new import_errors9.OutcomeError(
    `This site is on hold at release ${describeHold(hold)}. Nothing was published. To release the hold, run this action once with release-hold: true.`
  );
}
async function checkServiceHolds(inputs, { http, context, googleClock }) {
  let ours;
  await checkHolds({
    http,
    endpoint: context.endpoints.run,
    names: inputs.services,
    freeze: inputs.freeze,
    clock: googleClock,
    force: inputs.force,
    consequence: "Nothing was published.",
    log: context.log,
    onRead: noteServices({ summary: context.summary, clock: googleClock }, inputs.freeze),
    waitsFor: (canary) => {
      const isOurs = inputs.onCanary !== "refuse" && canary.commit === inputs.commit;
      if (isOurs) ours = canary;
      return isOurs;
    }
  });
  return ours;
}
async function readOwnCanary({ services, commit, deployed }, { http, context }) {
  const read4 = await readNamedServices(http, context.endpoints.run, services);
  const undecided = read4.map(({ name, resource }) => undecidedCanary(name, resource));
  return [...undecided, deployed].find((canary) => canary?.commit === commit);
}
async function checkServicesAgain({ services, force }, { http, context }) {
  const read4 = await readNamedServices(http, context.endpoints.run, services);
  for (const { name, resource } of read4) {
    const canary = undecidedCanary(name, resource);
    if (canary !== void 0)
      throw new import_errors9.OutcomeError(
        `A canary of ${(0, import_commit5.shortCommit)(canary.commit)} on ${servicePlace(name)} was started while this step was running. Nothing was published. Run this step again: it does what on-canary says.`
      );
  }
  const held = holdsOf(read4);
  if (held.length > 0 && !force) throw new import_errors9.OutcomeError(holdMessage(held, "Nothing was published."));
}
var import_commit5, import_errors9;
var init_holds2 = __esm({
  "actions/publish-frontend/preflight/holds.ts"() {
    "use strict";
    init_standing();
    import_commit5 = __toESM(require_commit(), 1);
    init_canaries();
    init_holds();
    import_errors9 = __toESM(require_errors(), 1);
    init_site_state();
  }
});

// shared:src/github/run.ts
var require_run = __commonJS({
  "shared:src/github/run.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/run.ts"];
  }
});

// src/github/checkout.ts
function warnOfOtherCheckout(commit, run2, log) {
  const git = (0, import_node_path.join)((0, import_node_path.resolve)(run2.workspace || "."), ".git");
  const head = (0, import_node_fs2.existsSync)(git) && isOf(run2.repository, gitConfig(git)) ? headCommit(git) : void 0;
  if (head === void 0 || head === commit || head === run2.sha && isMergeOfPull(run2)) return;
  log.warning(
    `The workspace has commit ${(0, import_commit6.shortCommit)(head)}, but this step is for commit ${(0, import_commit6.shortCommit)(commit)}, so its results would have the name of the wrong commit. Check out ${(0, import_commit6.shortCommit)(commit)} (actions/checkout with ref: ${commit}), or set the input commit to the one that is checked out.`
  );
}
function gitConfig(git) {
  const folders = gitFolders(git);
  return folders ? textOf((0, import_node_path.join)(folders.common, "config")) : "";
}
function headCommit(git) {
  const folders = gitFolders(git);
  if (!folders) return void 0;
  const head = textOf((0, import_node_path.join)(folders.own, "HEAD")).trim();
  const branch = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  const commit = branch === void 0 ? head : textOf((0, import_node_path.join)(folders.common, branch)).trim() || packed(folders.common, branch);
  return (0, import_commit6.isCommit)(commit) ? commit : void 0;
}
function gitFolders(git) {
  if ((0, import_node_fs2.statSync)(git).isDirectory()) return { own: git, common: git };
  const target = /^gitdir: (.+)$/m.exec(textOf(git))?.[1];
  if (target === void 0) return void 0;
  const own = (0, import_node_path.resolve)((0, import_node_path.dirname)(git), target);
  return { own, common: (0, import_node_path.resolve)(own, textOf((0, import_node_path.join)(own, "commondir")).trim()) };
}
var import_node_fs2, import_node_path, import_commit6, import_run, isMergeOfPull, packed, textOf, isOf;
var init_checkout = __esm({
  "src/github/checkout.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    import_node_path = require("node:path");
    import_commit6 = __toESM(require_commit(), 1);
    import_run = __toESM(require_run(), 1);
    isMergeOfPull = ({ eventName, payload: { pull_request: pull } }) => pull !== void 0 && eventName !== "pull_request_target";
    packed = (folder, branch) => textOf((0, import_node_path.join)(folder, "packed-refs")).split("\n").find((line) => line.endsWith(` ${branch}`))?.split(" ")[0] ?? "";
    textOf = (path4) => (0, import_node_fs2.existsSync)(path4) ? (0, import_node_fs2.readFileSync)(path4, "utf8") : "";
    isOf = (repository, config) => [...config.matchAll(/^\s*url\s*=\s*(\S+?)(?:\.git)?\/?\s*$/gm)].some(
      ([, url = ""]) => ["/", ":"].some((before) => url.toLowerCase().endsWith(before + repository.toLowerCase()))
    );
  }
});

// node_modules/@actions/io/lib/io-util.js
function exists(fsPath) {
  return __awaiter(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path.dirname(filePath);
            const upperName = path.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}
var fs, path, __awaiter, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    fs = __toESM(require("fs"), 1);
    path = __toESM(require("path"), 1);
    __awaiter = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve3) {
          resolve3(value);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    ({ chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises);
    IS_WINDOWS = process.platform === "win32";
    READONLY = fs.constants.O_RDONLY;
  }
});

// node_modules/@actions/io/lib/io.js
function which(tool, check) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path2.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(path2.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path2.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path2.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}
var path2, __awaiter2;
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    path2 = __toESM(require("path"), 1);
    init_io_util();
    __awaiter2 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve3) {
          resolve3(value);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// node_modules/@actions/exec/lib/toolrunner.js
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped = false;
  let arg = "";
  function append(c) {
    if (escaped && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var os, events, child, path3, import_timers, __awaiter3, IS_WINDOWS2, ToolRunner, ExecState;
var init_toolrunner = __esm({
  "node_modules/@actions/exec/lib/toolrunner.js"() {
    os = __toESM(require("os"), 1);
    events = __toESM(require("events"), 1);
    child = __toESM(require("child_process"), 1);
    path3 = __toESM(require("path"), 1);
    init_io();
    init_io_util();
    import_timers = require("timers");
    __awaiter3 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve3) {
          resolve3(value);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    IS_WINDOWS2 = process.platform === "win32";
    ToolRunner = class extends events.EventEmitter {
      constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
          throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
      }
      _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
          this.options.listeners.debug(message);
        }
      }
      _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? "" : "[command]";
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            cmd += toolPath;
            for (const a of args) {
              cmd += ` ${a}`;
            }
          } else if (options.windowsVerbatimArguments) {
            cmd += `"${toolPath}"`;
            for (const a of args) {
              cmd += ` ${a}`;
            }
          } else {
            cmd += this._windowsQuoteCmdArg(toolPath);
            for (const a of args) {
              cmd += ` ${this._windowsQuoteCmdArg(a)}`;
            }
          }
        } else {
          cmd += toolPath;
          for (const a of args) {
            cmd += ` ${a}`;
          }
        }
        return cmd;
      }
      _processLineBuffer(data, strBuffer, onLine) {
        try {
          let s = strBuffer + data.toString();
          let n = s.indexOf(os.EOL);
          while (n > -1) {
            const line = s.substring(0, n);
            onLine(line);
            s = s.substring(n + os.EOL.length);
            n = s.indexOf(os.EOL);
          }
          return s;
        } catch (err) {
          this._debug(`error processing line. Failed with error ${err}`);
          return "";
        }
      }
      _getSpawnFileName() {
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            return process.env["COMSPEC"] || "cmd.exe";
          }
        }
        return this.toolPath;
      }
      _getSpawnArgs(options) {
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
            for (const a of this.args) {
              argline += " ";
              argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
            }
            argline += '"';
            return [argline];
          }
        }
        return this.args;
      }
      _endsWith(str, end) {
        return str.endsWith(end);
      }
      _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
      }
      _windowsQuoteCmdArg(arg) {
        if (!this._isCmdFile()) {
          return this._uvQuoteCmdArg(arg);
        }
        if (!arg) {
          return '""';
        }
        const cmdSpecialChars = [
          " ",
          "	",
          "&",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "^",
          "=",
          ";",
          "!",
          "'",
          "+",
          ",",
          "`",
          "~",
          "|",
          "<",
          ">",
          '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
          if (cmdSpecialChars.some((x) => x === char)) {
            needsQuotes = true;
            break;
          }
        }
        if (!needsQuotes) {
          return arg;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
            quoteHit = true;
            reverse += '"';
          } else {
            quoteHit = false;
          }
        }
        reverse += '"';
        return reverse.split("").reverse().join("");
      }
      _uvQuoteCmdArg(arg) {
        if (!arg) {
          return '""';
        }
        if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
          return arg;
        }
        if (!arg.includes('"') && !arg.includes("\\")) {
          return `"${arg}"`;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
            quoteHit = true;
            reverse += "\\";
          } else {
            quoteHit = false;
          }
        }
        reverse += '"';
        return reverse.split("").reverse().join("");
      }
      _cloneExecOptions(options) {
        options = options || {};
        const result = {
          cwd: options.cwd || process.cwd(),
          env: options.env || process.env,
          silent: options.silent || false,
          windowsVerbatimArguments: options.windowsVerbatimArguments || false,
          failOnStdErr: options.failOnStdErr || false,
          ignoreReturnCode: options.ignoreReturnCode || false,
          delay: options.delay || 1e4
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
      }
      _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
          result.argv0 = `"${toolPath}"`;
        }
        return result;
      }
      /**
       * Exec a tool.
       * Output will be streamed to the live console.
       * Returns promise with return code
       *
       * @param     tool     path to tool to exec
       * @param     options  optional exec options.  See ExecOptions
       * @returns   number
       */
      exec() {
        return __awaiter3(this, void 0, void 0, function* () {
          if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
            this.toolPath = path3.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
          }
          this.toolPath = yield which(this.toolPath, true);
          return new Promise((resolve3, reject) => __awaiter3(this, void 0, void 0, function* () {
            this._debug(`exec tool: ${this.toolPath}`);
            this._debug("arguments:");
            for (const arg of this.args) {
              this._debug(`   ${arg}`);
            }
            const optionsNonNull = this._cloneExecOptions(this.options);
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
            }
            const state = new ExecState(optionsNonNull, this.toolPath);
            state.on("debug", (message) => {
              this._debug(message);
            });
            if (this.options.cwd && !(yield exists(this.options.cwd))) {
              return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
            }
            const fileName = this._getSpawnFileName();
            const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
            let stdbuffer = "";
            if (cp.stdout) {
              cp.stdout.on("data", (data) => {
                if (this.options.listeners && this.options.listeners.stdout) {
                  this.options.listeners.stdout(data);
                }
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                  optionsNonNull.outStream.write(data);
                }
                stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                  if (this.options.listeners && this.options.listeners.stdline) {
                    this.options.listeners.stdline(line);
                  }
                });
              });
            }
            let errbuffer = "";
            if (cp.stderr) {
              cp.stderr.on("data", (data) => {
                state.processStderr = true;
                if (this.options.listeners && this.options.listeners.stderr) {
                  this.options.listeners.stderr(data);
                }
                if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
                  const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                  s.write(data);
                }
                errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                  if (this.options.listeners && this.options.listeners.errline) {
                    this.options.listeners.errline(line);
                  }
                });
              });
            }
            cp.on("error", (err) => {
              state.processError = err.message;
              state.processExited = true;
              state.processClosed = true;
              state.CheckComplete();
            });
            cp.on("exit", (code3) => {
              state.processExitCode = code3;
              state.processExited = true;
              this._debug(`Exit code ${code3} received from tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            cp.on("close", (code3) => {
              state.processExitCode = code3;
              state.processExited = true;
              state.processClosed = true;
              this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            state.on("done", (error, exitCode) => {
              if (stdbuffer.length > 0) {
                this.emit("stdline", stdbuffer);
              }
              if (errbuffer.length > 0) {
                this.emit("errline", errbuffer);
              }
              cp.removeAllListeners();
              if (error) {
                reject(error);
              } else {
                resolve3(exitCode);
              }
            });
            if (this.options.input) {
              if (!cp.stdin) {
                throw new Error("child process missing stdin");
              }
              cp.stdin.end(this.options.input);
            }
          }));
        });
      }
    };
    ExecState = class _ExecState extends events.EventEmitter {
      constructor(options, toolPath) {
        super();
        this.processClosed = false;
        this.processError = "";
        this.processExitCode = 0;
        this.processExited = false;
        this.processStderr = false;
        this.delay = 1e4;
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
          throw new Error("toolPath must not be empty");
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
          this.delay = options.delay;
        }
      }
      CheckComplete() {
        if (this.done) {
          return;
        }
        if (this.processClosed) {
          this._setResult();
        } else if (this.processExited) {
          this.timeout = (0, import_timers.setTimeout)(_ExecState.HandleTimeout, this.delay, this);
        }
      }
      _debug(message) {
        this.emit("debug", message);
      }
      _setResult() {
        let error;
        if (this.processExited) {
          if (this.processError) {
            error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
          } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
            error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
          } else if (this.processStderr && this.options.failOnStdErr) {
            error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
          }
        }
        if (this.timeout) {
          clearTimeout(this.timeout);
          this.timeout = null;
        }
        this.done = true;
        this.emit("done", error, this.processExitCode);
      }
      static HandleTimeout(state) {
        if (state.done) {
          return;
        }
        if (!state.processClosed && state.processExited) {
          const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
          state._debug(message);
        }
        state._setResult();
      }
    };
  }
});

// node_modules/@actions/exec/lib/exec.js
function exec(commandLine, args, options) {
  return __awaiter4(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}
var __awaiter4;
var init_exec = __esm({
  "node_modules/@actions/exec/lib/exec.js"() {
    init_toolrunner();
    __awaiter4 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve3) {
          resolve3(value);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// src/container/docker.ts
async function interruptible(call, args, signal, onStart) {
  const started = [];
  const onSpawn = (message) => {
    started.push(message.process);
    onStart?.();
  };
  (0, import_node_diagnostics_channel.subscribe)("child_process", onSpawn);
  const running = call();
  const aborted = Promise.withResolvers();
  const abort = () => {
    const own = started.find((child2) => JSON.stringify(child2.spawnargs?.slice(1)) === JSON.stringify(args));
    own?.kill("SIGINT");
    aborted.reject(signal.reason);
  };
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([running, aborted.promise]);
  } finally {
    (0, import_node_diagnostics_channel.unsubscribe)("child_process", onSpawn);
    signal.removeEventListener("abort", abort);
  }
}
var import_node_diagnostics_channel, import_errors10;
var init_docker = __esm({
  "src/container/docker.ts"() {
    "use strict";
    import_node_diagnostics_channel = require("node:diagnostics_channel");
    init_exec();
    import_errors10 = __toESM(require_errors(), 1);
  }
});

// shared:src/inputs/read-file.ts
var require_read_file = __commonJS({
  "shared:src/inputs/read-file.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/read-file.ts"];
  }
});

// shared:src/runtime/output/foreign-text.ts
var require_foreign_text = __commonJS({
  "shared:src/runtime/output/foreign-text.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/output/foreign-text.ts"];
  }
});

// src/runtime/output/heartbeat.ts
async function withHeartbeat(what, { log, clock }, work) {
  const began = clock.now();
  let cancel = () => {
  };
  const waitAgain = () => {
    cancel();
    cancel = clock.timer(SILENCE, () => {
      log.info(`${what()}: still running, ${Math.round((clock.now() - began) / 1e3)} s`);
      waitAgain();
    });
  };
  waitAgain();
  try {
    return await work(waitAgain);
  } finally {
    cancel();
  }
}
var SILENCE;
var init_heartbeat = __esm({
  "src/runtime/output/heartbeat.ts"() {
    "use strict";
    SILENCE = 3e4;
  }
});

// actions/publish-frontend/site/build-command.ts
async function buildSite(build, { env, log, clock, signal }) {
  if (!(0, import_read_file.isDirectory)(build.folder)) {
    const message = `${build.folder} is not a folder, so build-command cannot run there. Set a folder in the checkout, relative to the workspace.`;
    throw new import_errors11.InputError([{ subject: "Input working-directory", message }]);
  }
  const own = Object.entries(env).filter(
    (entry) => entry[1] !== void 0 && !withheld(entry[0])
  );
  const [out, err] = [(0, import_foreign_text.createLines)(log.output), (0, import_foreign_text.createLines)(log.output)];
  let code3;
  try {
    const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", build.command];
    const work = (printed) => {
      const shown = (write2) => (chunk) => {
        write2(chunk);
        printed();
      };
      const call = () => exec("bash", args, {
        cwd: build.folder,
        env: Object.fromEntries(own),
        ignoreReturnCode: true,
        silent: true,
        listeners: { stdout: shown(out.write), stderr: shown(err.write) }
      });
      return interruptible(call, args, signal);
    };
    code3 = await withHeartbeat(() => "build-command", { log, clock }, work);
    out.end();
    err.end();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new import_errors11.OutcomeError(`build-command could not be started: ${error.message}`, { cause: error });
  }
  if (code3 !== 0) throw new import_errors11.OutcomeError(`build-command failed with exit code ${code3}. Nothing was published.`);
}
var import_read_file, import_errors11, import_foreign_text, withheld;
var init_build_command = __esm({
  "actions/publish-frontend/site/build-command.ts"() {
    "use strict";
    init_exec();
    init_docker();
    import_read_file = __toESM(require_read_file(), 1);
    import_errors11 = __toESM(require_errors(), 1);
    import_foreign_text = __toESM(require_foreign_text(), 1);
    init_heartbeat();
    withheld = (name) => /^(?:(?:INPUT|STATE|ACTIONS)_|GITHUB_(?:OUTPUT|STATE)$)/.test(name);
  }
});

// actions/publish-frontend/site/forbidden/project-folder.ts
function projectFile(paths) {
  return paths.includes("package.json") ? paths.find((path4) => OF_A_PROJECT.test(path4)) : void 0;
}
var OF_A_PROJECT;
var init_project_folder = __esm({
  "actions/publish-frontend/site/forbidden/project-folder.ts"() {
    "use strict";
    OF_A_PROJECT = /^(?:node_modules\/.*|(?:package-lock|npm-shrinkwrap)\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|(?:vite|next|nuxt|astro|svelte|webpack|rollup|vue)\.config\.[cm]?[jt]s|angular\.json|tsconfig\.json)$/;
  }
});

// actions/publish-frontend/site/heap-settings.ts
function limitHeapGrowth(files) {
  if (files !== MANY_FILES) return;
  (0, import_node_v8.setFlagsFromString)("--semi-space-growth-factor=1");
  (0, import_node_v8.setFlagsFromString)("--heap-growing-percent=30");
}
var import_node_v8, MANY_FILES;
var init_heap_settings = __esm({
  "actions/publish-frontend/site/heap-settings.ts"() {
    "use strict";
    import_node_v8 = require("node:v8");
    MANY_FILES = 3e3;
  }
});

// actions/publish-frontend/site/forbidden/forbidden-files.ts
function neverPublished(path4) {
  for (const part of path4.split("/")) {
    const hit = NEVER.find(([name]) => name.test(part));
    if (hit) return hit[1];
  }
  return void 0;
}
function badName(name) {
  if (Buffer.byteLength(name) > 1024) return "is longer than 1024 bytes";
  if (name.includes("\uFFFD")) return "is not UTF-8";
  if (/[\u0000-\u001f\u007f-\u009f]/.test(name)) return "contains a control character";
  if (name.startsWith(".well-known/acme-challenge/"))
    return "starts with .well-known/acme-challenge/, which Cloud Storage refuses";
  return void 0;
}
var NEVER;
var init_forbidden_files = __esm({
  "actions/publish-frontend/site/forbidden/forbidden-files.ts"() {
    "use strict";
    NEVER = [
      [/^\.env/i, "an environment file"],
      [/^\.git$/i, "a git repository"],
      [/^gha-creds-.*\.json$/i, "a credential file of google-github-actions/auth"],
      [/^(application_default_credentials|credentials)\.json$/i, "a credential file"],
      [/^(\.npmrc|\.netrc|\.pypirc|\.pgpass|\.htpasswd|\.git-credentials|\.dockercfg)$/i, "a credential file"],
      [/^(\.ssh|\.aws|\.gnupg|\.docker|\.kube)$/i, "a folder of credentials"],
      [/^id_(rsa|dsa|ecdsa|ed25519)$/i, "a private key"],
      [/\.(p12|pfx|jks|keystore)$/i, "a key store"]
    ];
  }
});

// actions/publish-frontend/site/scan-folder.ts
async function scanFolder(options) {
  const root = realFolder(options);
  const problems = [];
  const files = [];
  let sourceMaps = 0;
  const refuse = (path4, why) => {
    problems.push({ subject: "Input path", message: `${path4} ${why}` });
  };
  const add = (path4, size) => {
    if (SOURCE_MAP.test(path4) && !options.sourceMaps) {
      sourceMaps++;
      return;
    }
    if (keptForReleases(path4)) return refuse(path4, "is reserved for releases. Rename it.");
    files.push({ path: path4, size });
    options.onFound?.(files.length);
  };
  let seen = 0;
  const walk = async (folder, prefix, ancestors) => {
    for (const entry of readFolder(folder, prefix)) {
      if (++seen % SEEN_TOGETHER === 0) await (0, import_promises2.setImmediate)();
      const path4 = prefix + entry.name;
      const file = `${folder}/${entry.name}`;
      const objection = objectionTo(entry.name, options.prefix + path4);
      const target = objection ?? follow(entry, file, root);
      if (typeof target === "string") refuse(path4, target);
      else if (target.folder) {
        const real = entry.isSymbolicLink() ? (0, import_node_fs3.realpathSync)(file) : file;
        if (ancestors.includes(real)) refuse(path4, "is a link to a folder that contains it. Remove the link.");
        else await walk(file, `${path4}/`, [...ancestors, real]);
      } else add(path4, target.size);
    }
  };
  await walk(root, "", [root]);
  if (problems.length === 0) {
    if (files.length === 0) refuse(options.given, "has no files. Build the site first, or set another folder.");
    else if (options.index === "required" && !files.some(({ path: path4 }) => path4 === "index.html"))
      refuse(
        options.given,
        "has no index.html, the entry page of the site. Build the site first, or set the folder that contains it. If the site has none, such as a build with one folder per language, set index: optional."
      );
  }
  if (problems.length > 0) throw new import_errors12.InputError(problems);
  files.sort((a, b) => a.path < b.path ? -1 : 1);
  return { root, files, sourceMaps };
}
function objectionTo(name, object) {
  const secret = neverPublished(name);
  if (secret !== void 0) return `is ${secret} and must not be published. Remove it from the folder.`;
  const bad = badName(object);
  return bad === void 0 ? void 0 : `${bad}, so it cannot be an object. Rename it.`;
}
function readFolder(folder, path4) {
  try {
    return (0, import_node_fs3.readdirSync)(folder, { withFileTypes: true });
  } catch (error) {
    const { code: code3 } = error;
    throw new import_errors12.InputError([
      {
        subject: "Input path",
        message: `${path4} cannot be read (${code3}). Fix its permissions, or build the site again.`
      }
    ]);
  }
}
function keptForReleases(path4) {
  return path4.startsWith(".releases/") || path4.endsWith("/.releases/state.json");
}
function realFolder({ folder, given }) {
  let real;
  try {
    real = (0, import_node_fs3.realpathSync)(folder);
    if ((0, import_node_fs3.statSync)(real).isDirectory()) return real;
  } catch (error) {
    const { code: code3 } = error;
    const why = code3 === "ENOENT" ? "does not exist" : `cannot be read (${code3})`;
    throw new import_errors12.InputError([
      {
        subject: "Input path",
        message: `"${given}" ${why}. Set the folder that the build wrote, relative to the workspace.`
      }
    ]);
  }
  throw new import_errors12.InputError([
    { subject: "Input path", message: `"${given}" is a file. Set the folder that the build wrote.` }
  ]);
}
function follow(entry, file, root) {
  if (entry.isDirectory()) return { folder: true };
  if (entry.isSymbolicLink()) {
    let real;
    try {
      real = (0, import_node_fs3.realpathSync)(file);
    } catch {
      return "is a broken symbolic link. Remove it.";
    }
    const inside = (0, import_node_path2.relative)(root, real);
    if (inside.startsWith(`..${import_node_path2.sep}`) || inside === "..")
      return "is a symbolic link that leaves the folder. Replace it with a copy of its target.";
    const secret = inside.split(import_node_path2.sep).map(neverPublished).find((what) => what !== void 0);
    if (secret !== void 0) return `is a link to ${secret}, which must not be published. Remove it.`;
    const status2 = (0, import_node_fs3.statSync)(real);
    if (status2.isDirectory()) return { folder: true };
    if (status2.isFile()) return { folder: false, size: status2.size };
  } else if (entry.isFile()) return { folder: false, size: (0, import_node_fs3.statSync)(file).size };
  return "is neither a file nor a folder. Remove it.";
}
var import_node_fs3, import_node_path2, import_promises2, import_errors12, SOURCE_MAP, SEEN_TOGETHER;
var init_scan_folder = __esm({
  "actions/publish-frontend/site/scan-folder.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_node_path2 = require("node:path");
    import_promises2 = require("node:timers/promises");
    import_errors12 = __toESM(require_errors(), 1);
    init_forbidden_files();
    SOURCE_MAP = /\.map(?:\.(?:gz|br|zst))?$/i;
    SEEN_TOGETHER = 200;
  }
});

// actions/publish-frontend/site/clean-urls.ts
function withCleanUrls(files, taken = () => {
}) {
  const contents = new Map(files.map(({ path: path4, md5: md52 }) => [path4, md52]));
  const pages = files.flatMap((file) => {
    const path4 = file.path.replace(/\.html$/i, "");
    const index = /(^|\/)index$/i.test(path4) || path4 === "" || path4.endsWith("/");
    if (path4 === file.path || index || keptForReleases(path4)) return [];
    const md52 = contents.get(path4);
    if (md52 === void 0) {
      contents.set(path4, file.md5);
      return [{ ...file, path: path4 }];
    }
    if (md52 !== file.md5) taken(file.path, path4);
    return [];
  });
  return [...files, ...pages].sort((a, b) => a.path < b.path ? -1 : 1);
}
var init_clean_urls = __esm({
  "actions/publish-frontend/site/clean-urls.ts"() {
    "use strict";
    init_scan_folder();
  }
});

// actions/publish-frontend/site/digest.ts
function md5OfFile(file, inspect) {
  const descriptor = (0, import_node_fs4.openSync)(file, "r");
  try {
    const first = fill(descriptor);
    if (first < PIECE) {
      const content = buffer.subarray(0, first);
      inspect?.(content);
      return (0, import_node_crypto2.hash)("md5", content, "base64");
    }
    const digest = (0, import_node_crypto2.createHash)("md5");
    let end = Buffer.alloc(0);
    for (let read4 = first; read4 > 0; read4 = fill(descriptor)) {
      const piece = buffer.subarray(0, read4);
      digest.update(piece);
      if (!inspect) continue;
      inspect(Buffer.concat([end, piece]));
      end = Buffer.from(piece.subarray(-OVERLAP));
    }
    return digest.digest("base64");
  } finally {
    (0, import_node_fs4.closeSync)(descriptor);
  }
}
function crc32cOfFile(file) {
  const descriptor = (0, import_node_fs4.openSync)(file, "r");
  try {
    let crc = ~0;
    for (let read4 = fill(descriptor); read4 > 0; read4 = fill(descriptor)) crc = update(crc, buffer.subarray(0, read4));
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(~crc >>> 0);
    return bytes.toString("base64");
  } finally {
    (0, import_node_fs4.closeSync)(descriptor);
  }
}
function fill(descriptor) {
  let length = 0;
  while (length < PIECE) {
    const read4 = (0, import_node_fs4.readSync)(descriptor, buffer, length, PIECE - length, null);
    if (read4 === 0) break;
    length += read4;
  }
  return length;
}
function update(crc, bytes) {
  let value = crc;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ value >>> 8;
  return value;
}
var import_node_crypto2, import_node_fs4, PIECE, OVERLAP, buffer, TABLE;
var init_digest = __esm({
  "actions/publish-frontend/site/digest.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_node_fs4 = require("node:fs");
    PIECE = 1024 * 1024;
    OVERLAP = 4096;
    buffer = Buffer.allocUnsafe(PIECE);
    TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
      let value = byte;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 2197175160 : value >>> 1;
      return value;
    });
  }
});

// actions/publish-frontend/site/encoded-content.ts
async function digestEncoded(file, encoding, inspect) {
  const stored = (0, import_node_crypto3.createHash)("md5");
  const content = (0, import_node_crypto3.createHash)("md5");
  let waiting = [];
  let size = 0;
  const look = () => {
    const piece = Buffer.concat(waiting);
    inspect(piece);
    waiting = [Buffer.from(piece.subarray(-OVERLAP2))];
    size = 0;
  };
  try {
    await (0, import_promises4.pipeline)(
      (0, import_node_fs5.createReadStream)(file),
      async function* (bytes) {
        for await (const chunk of bytes) {
          stored.update(chunk);
          yield chunk;
        }
      },
      DECODERS[encoding].stream(),
      async (decoded) => {
        for await (const chunk of decoded) {
          content.update(chunk);
          waiting.push(chunk);
          size += chunk.length;
          if (size >= PIECE2) look();
        }
        if (size > 0) look();
      }
    );
  } catch (error) {
    if (error.syscall !== void 0) throw error;
    return void 0;
  }
  return { stored: stored.digest("base64"), content: content.digest("base64") };
}
async function readDecoded(file, encoding) {
  const bytes = await (0, import_promises3.readFile)(file);
  if (encoding === void 0) return bytes.toString();
  return DECODERS[encoding].whole(bytes).toString();
}
var import_node_crypto3, import_node_fs5, import_promises3, import_promises4, import_node_zlib, EXTENSIONS, ZSTD, DECODERS, PIECE2, OVERLAP2;
var init_encoded_content = __esm({
  "actions/publish-frontend/site/encoded-content.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    import_node_fs5 = require("node:fs");
    import_promises3 = require("node:fs/promises");
    import_promises4 = require("node:stream/promises");
    import_node_zlib = require("node:zlib");
    EXTENSIONS = { gzip: ".gz", br: ".br", zstd: ".zst" };
    ZSTD = { params: { [import_node_zlib.constants.ZSTD_d_windowLogMax]: 23 } };
    DECODERS = {
      gzip: { stream: import_node_zlib.createGunzip, whole: import_node_zlib.gunzipSync },
      br: { stream: import_node_zlib.createBrotliDecompress, whole: import_node_zlib.brotliDecompressSync },
      zstd: { stream: () => (0, import_node_zlib.createZstdDecompress)(ZSTD), whole: import_node_zlib.zstdDecompressSync }
    };
    PIECE2 = 1024 * 1024;
    OVERLAP2 = 4096;
  }
});

// actions/publish-frontend/site/forbidden/credentials.ts
function credentialIn(path4, content) {
  const found = CREDENTIALS.find(
    ({ mark, pattern }) => content.includes(mark) && pattern.test(content.toString("latin1"))
  );
  if (found) return found;
  const small = content.length < 65536 && KEY_FILE.test(path4) && content.includes("PRIVATE KEY");
  return small && /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(content.toString("latin1")) ? { what: "a private key", refused: true } : void 0;
}
var LINE_END, FIELD, USER, REFRESH, SERVICE_ROLE, CREDENTIALS, NOT_SEARCHED, KEY_FILE, maySearch;
var init_credentials = __esm({
  "actions/publish-frontend/site/forbidden/credentials.ts"() {
    "use strict";
    LINE_END = String.raw`(?:\\{1,2}[rn]|["'\`+,\s]|&#10;){1,40}`;
    FIELD = String.raw`["']?\s{0,8}[:=]\s{0,8}`;
    USER = `type${FIELD}["']?authorized_user\\b`;
    REFRESH = `refresh_token${FIELD}(?:["'][\\w/.-]{10,}["']|1//[\\w-]{10})`;
    SERVICE_ROLE = ["c2VydmljZV9yb2xl", "NlcnZpY2Vfcm9sZ", "zZXJ2aWNlX3JvbG"];
    CREDENTIALS = [
      {
        mark: "PRIVATE KEY",
        pattern: new RegExp(
          `-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:${LINE_END}[A-Za-z-]{1,20}: [^\\n]{1,200}){0,4}${LINE_END}[A-Za-z0-9+/]{40}`
        ),
        what: "a private key",
        refused: true
      },
      {
        mark: "authorized_user",
        pattern: new RegExp(`${USER}[\\s\\S]{0,2000}${REFRESH}|${REFRESH}[\\s\\S]{0,2000}${USER}`),
        what: "Application Default Credentials of a user",
        refused: true
      },
      { mark: "GOCSPX-", pattern: /\bGOCSPX-[\w-]{20}/, what: "the secret of an OAuth client" },
      {
        mark: "aws_secret_access_key",
        pattern: /aws_secret_access_key["']?\s{0,8}[:=]\s{0,8}["']?[A-Za-z0-9+/]{40}\b/,
        what: "a secret access key of AWS"
      },
      {
        mark: "client-key-data",
        pattern: /client-key-data["']?:\s{0,8}["']?[A-Za-z0-9+/]{64}/,
        what: "the key of a Kubernetes client"
      },
      {
        mark: '"auths"',
        pattern: /"auths"\s{0,8}:\s{0,8}\{\s{0,8}"[^"]{1,200}"\s{0,8}:\s{0,8}\{[^{}]{0,400}"(?:auth|identitytoken)"\s{0,8}:\s{0,8}"[\w+/=.-]{8}/,
        what: "a login of Docker"
      },
      { mark: "k_live_", pattern: /\b[sr]k_live_[A-Za-z0-9]{24}/, what: "a secret key of Stripe" },
      { mark: "ghp_", pattern: /\bghp_[A-Za-z0-9]{36}/, what: "a token of GitHub" },
      { mark: "github_pat_", pattern: /\bgithub_pat_\w{60}/, what: "a token of GitHub" },
      { mark: "glpat-", pattern: /\bglpat-[\w-]{20}/, what: "a token of GitLab" },
      { mark: "xoxb-", pattern: /\bxoxb-\d{10,14}-\d{10,14}-\w{20}/, what: "a token of Slack" },
      { mark: "SG.", pattern: /\bSG\.[\w-]{22}\.[\w-]{43}/, what: "a key of SendGrid" },
      { mark: "sk-ant-", pattern: /\bsk-ant-\w{3,10}-[\w-]{60}/, what: "a key of Anthropic" },
      { mark: "sk-proj-", pattern: /\bsk-proj-[\w-]{40}/, what: "a key of OpenAI" },
      ...SERVICE_ROLE.map((mark) => ({
        mark,
        pattern: new RegExp(`\\beyJ[\\w-]{10,500}\\.eyJ[\\w-]{0,500}${mark}[\\w-]{0,500}\\.[\\w-]{20}`),
        what: "a service_role key of Supabase, which bypasses all policies"
      })),
      {
        mark: "_authToken",
        pattern: /^\s{0,8}\/\/[\w.:/-]{1,200}:_authToken\s{0,4}=\s{0,4}["']?[\w-]{20}/m,
        what: "a token of a package registry"
      }
    ];
    NOT_SEARCHED = /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|heic|mp[34]|m4[av]|mov|webm|ogg|wav|flac|woff2?|ttf|otf|eot|wasm|zip|gz|br|zst|bz2|xz|7z|pdf|html?|xhtml|mdx?|rst)$/i;
    KEY_FILE = /\.(?:json|pem|key)$/i;
    maySearch = (path4) => !NOT_SEARCHED.test(path4);
  }
});

// shared:actions/publish-frontend/site/headers.ts
var require_headers = __commonJS({
  "shared:actions/publish-frontend/site/headers.ts"(exports2, module2) {
    module2.exports = require("../shared/frontend-inputs.cjs")["actions/publish-frontend/site/headers.ts"];
  }
});

// actions/publish-frontend/site/hashed-names.ts
function contentHashesOf(paths) {
  const folders = Map.groupBy(
    paths.filter((path4) => CODE.test(path4)),
    folderOf
  );
  const built = new Set(
    [...folders].flatMap(
      ([folder, files]) => files.some(hasContentHash) && files.every((file) => BASE64URL.test(file)) ? [folder] : []
    )
  );
  return (path4) => {
    if (hasContentHash(path4)) return true;
    const file = path4.replace(/\.map$/, "");
    const hash3 = built.has(folderOf(file)) && CODE.test(file) ? BASE64URL.exec(file)?.[1] : void 0;
    return hash3 !== void 0 && /(?!^)[A-Z]/.test(hash3) && !isPronounceable(hash3);
  };
}
function hasContentHash(path4) {
  if (/\.html?$/i.test(path4)) return false;
  if (HASHED_FOLDERS.test(path4) || BASE32_CODE.test(path4)) return true;
  const name = path4.slice(path4.lastIndexOf("/") + 1);
  const base64url = BASE64URL.exec(name)?.[1];
  if (base64url !== void 0 && looksRandom(base64url)) return true;
  const part = LAST_PART.exec(name)?.[1];
  return part !== void 0 && (isHex(part) || /^[A-Z0-9]{8}$/.test(part) && looksRandom(part));
}
function isHex(part) {
  return /^[0-9a-f]{8,64}$/.test(part) && /\d/.test(part) && /[a-f]/.test(part);
}
function looksRandom(part) {
  if (isHex(part)) return true;
  if (!/[A-Z]/.test(part)) return false;
  if (/^[A-Z0-9]+$/.test(part) && !/^[A-Z2-7]+$/.test(part)) return false;
  return !part.split(/[-_]/).every(isWord);
}
function isWord(text) {
  if (/^(?:\d*|v\d+|[A-Z]+(?:s|\d*))$/.test(text)) return true;
  return /^[A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d{0,4}$/.test(text) && /[a-z]{3}|^[A-Z]?[a-z]+\d?$/.test(text);
}
function isPage(path4, contentType2 = "") {
  return /\.html?$/i.test(path4) || /^text\/html\b/i.test(contentType2);
}
var HASHED_FOLDERS, LAST_PART, BASE32_CODE, BASE64URL, CODE, folderOf, ONSET, SYLLABLE, PRONOUNCEABLE, ABBREVIATION, isPronounceable;
var init_hashed_names = __esm({
  "actions/publish-frontend/site/hashed-names.ts"() {
    "use strict";
    HASHED_FOLDERS = /(^|\/)(_next\/static|_nuxt|_astro|_app\/immutable)\//;
    LAST_PART = /[-._]([A-Za-z0-9]+)((?:\.(?:chunk|module|min|esm|bundle|p))?\.[A-Za-z0-9]+(?:\.map)?)$/;
    BASE32_CODE = /-[A-Z2-7]{8}\.(?:m?js|css)(?:\.map)?$/;
    BASE64URL = /[-.]([A-Za-z0-9_-]{8})(?:\.[A-Za-z0-9]+){1,2}$/;
    CODE = /\.(?:[cm]?js|css)$/;
    folderOf = (path4) => path4.slice(0, path4.lastIndexOf("/") + 1);
    ONSET = "(?:[bcdfghjklmnpqrstvwxyz]|[bcfgps]l|[bcdfgpt]r|s[cklmnpqtw]|[cpstwg]h|s[ct]r|s[ph][lr]|squ|thr|chr|qu|tw|dw|kn|wr|gn|ps)?";
    SYLLABLE = `${ONSET}[aeiouy]{1,3}(?:[bcdfghjklmnpqrstvwxz]|[lmnr][a-z]|[cdfgklmnpst]s|ck|ct|ft|gh|ht|ll|ng|ph|pt|sh|sk|sp|ss|st|tt|th|x){0,2}`;
    PRONOUNCEABLE = new RegExp(`^(?:${SYLLABLE})+$`);
    ABBREVIATION = /^(?:btn|cdn|cfg|cms|crm|css|csv|ctx|db|dns|fn|gpt|graphql|grpc|html|https?|img|jpg|js|json|jsx|jwt|llm|md|mdx|msg|mysql|nft|pdf|pkg|png|qr|rpc|rss|sdk|sms|sql|src|ssl|sso|ssr|str|svg|tls|ts|tsx|tts|tv|vr|wasm|ws|xhr|xml|yml)$/i;
    isPronounceable = (hash3) => hash3.split(/[-_\d]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter(Boolean).every((word) => PRONOUNCEABLE.test(word.toLowerCase()) || ABBREVIATION.test(word));
  }
});

// actions/publish-frontend/site/source-files.ts
function sourceFiles(files, rules) {
  const sizes = new Map(files.map(({ path: path4, size }) => [path4, size]));
  const ruled = (path4) => (0, import_headers.headerOf)(rules.contentEncoding, path4);
  const isCopy = (path4) => COMPRESSED.test(path4) && sizes.has(path4) && sizes.has(path4.replace(COMPRESSED, "")) && ruled(path4) === void 0;
  const published = [];
  const downloads = [];
  let leftOut = 0;
  for (const { path: path4, size } of files) {
    const copy = isCopy(path4);
    if (copy && rules.precompressed !== "off") {
      leftOut++;
      continue;
    }
    const rule = ruled(path4);
    const of = path4.replace(COMPRESSED, "");
    if (rule === void 0 && of !== path4 && (copy || LOADED.test(of))) downloads.push({ path: path4, of, beside: copy });
    if (rule !== void 0) {
      const encoded = rule === "none" ? {} : { contentEncoding: rule };
      published.push({ path: path4, size, source: path4, ...encoded });
      continue;
    }
    const encoding = PREFERRED[rules.precompressed].find((one) => isCopy(path4 + EXTENSIONS[one]));
    if (encoding === void 0) published.push({ path: path4, size, source: path4 });
    else {
      const source = path4 + EXTENSIONS[encoding];
      published.push({ path: path4, size: sizes.get(source) ?? 0, source, contentEncoding: encoding, original: path4 });
    }
  }
  return { files: published, leftOut, downloads };
}
function contentPath({ path: path4, contentEncoding }) {
  return contentEncoding === void 0 ? path4 : path4.replace(COMPRESSED, "");
}
var import_headers, LOADED, COMPRESSED, PREFERRED;
var init_source_files = __esm({
  "actions/publish-frontend/site/source-files.ts"() {
    "use strict";
    init_encoded_content();
    import_headers = __toESM(require_headers(), 1);
    LOADED = /\.(?:m?js|css|wasm|html?|data)$/i;
    COMPRESSED = /\.(?:gz|br|zst)$/i;
    PREFERRED = {
      off: [],
      gzip: ["gzip"],
      br: ["br", "gzip"],
      zstd: ["zstd", "br", "gzip"]
    };
  }
});

// actions/publish-frontend/site/site-files.ts
function mutableRules(mutable) {
  return mutable.map((text) => {
    const hashed = text.startsWith("!");
    const glob = hashed ? text.slice(1) : text;
    return { glob, hashed, matches: (0, import_headers2.matcher)(glob) };
  });
}
function hashedBy(mutable, paths) {
  const rules = mutableRules(mutable);
  const hasContentHash2 = contentHashesOf(paths);
  return (path4) => !isPage(path4) && (rules.findLast((rule) => rule.matches(path4))?.hashed ?? hasContentHash2(path4));
}
function unmatchedGlobs(files, { mutable, cacheControl, contentType: contentType2, contentEncoding }) {
  const inputs = {
    mutable: mutableRules(mutable),
    "cache-control": cacheControl,
    "content-type": contentType2,
    "content-encoding": contentEncoding
  };
  return Object.entries(inputs).flatMap(
    ([input, rules]) => rules.filter(({ matches }) => !files.some(({ path: path4 }) => matches(path4))).map(({ glob }) => ({ input, glob }))
  );
}
function maybePage(path4, html, rules) {
  return html === true && rules.barePages === void 0 && (0, import_headers2.hasNoType)(path4) && (0, import_headers2.headerOf)(rules.contentType, path4) === void 0;
}
function describeFile(file, { html, ...digests }, hashed, rules) {
  const { path: path4, size, contentEncoding } = file;
  const type = (0, import_headers2.headerOf)(rules.contentType, path4) ?? (html && rules.barePages && (0, import_headers2.hasNoType)(path4) ? import_headers2.HTML : (0, import_headers2.contentType)(contentPath(file)));
  const page = isPage(path4, type);
  const once = !page && hashed(path4);
  return {
    ...file,
    ...digests,
    contentType: type,
    cacheControl: (0, import_headers2.headerOf)(rules.cacheControl, path4) ?? (once ? import_headers2.FOREVER : import_headers2.REVALIDATE),
    hashed: once,
    page,
    gzip: rules.gzip && contentEncoding === void 0 && (0, import_headers2.mayCompress)(type, size)
  };
}
var import_headers2;
var init_site_files = __esm({
  "actions/publish-frontend/site/site-files.ts"() {
    "use strict";
    init_hashed_names();
    import_headers2 = __toESM(require_headers(), 1);
    init_source_files();
  }
});

// actions/publish-frontend/site/read-site.ts
async function readContent(root, file, examples) {
  const { source, original, contentEncoding } = file;
  const name = contentPath(file);
  const examined = maySearch(name) && !examples(file.path);
  const sniffed = (0, import_headers3.hasNoType)(name);
  let credential;
  let html;
  const inspect = (content) => {
    if (sniffed) html ??= (0, import_headers3.looksLikeHtml)(content.subarray(0, 4096));
    if (examined && !credential?.refused) credential = credentialIn(name, content) ?? credential;
  };
  const plain5 = contentEncoding === void 0 || original !== void 0 ? md5OfFile(`${root}/${original ?? source}`, examined || sniffed ? inspect : void 0) : void 0;
  const digests = contentEncoding && await digestEncoded(`${root}/${source}`, contentEncoding, plain5 === void 0 ? inspect : () => {
  });
  const found = (content) => ({
    content: { ...content, ...html && { html } },
    token: credential && !credential.refused ? credential.what : void 0,
    problem: credential?.refused ? `${file.path} contains ${credential.what} and must not be published. Remove it from the folder. If it is an example for readers, name the file in example-credentials.` : void 0
  });
  if (contentEncoding === void 0) return found({ md5: plain5 ?? "" });
  if (digests === void 0)
    return {
      content: void 0,
      problem: `${source} cannot be decoded as ${contentEncoding}. Build the site again, or fix content-encoding.`
    };
  if (plain5 !== void 0 && plain5 !== digests.content)
    return {
      content: void 0,
      problem: `${source} has other content than ${original}, from which it was compressed. Delete it, and build the site again.`
    };
  return found({ md5: digests.content, storedMd5: digests.stored });
}
async function readOrExplain(...args) {
  try {
    return await readContent(...args);
  } catch (error) {
    const { code: code3 } = error;
    if (code3 === void 0) throw error;
    const { path: path4 } = args[1];
    const problem = `${path4} cannot be read (${code3}). Fix its permissions, or build the site again.`;
    throw new import_errors13.InputError([{ subject: "Input path", message: problem }]);
  }
}
async function readSite(root, files, rules, signal, notes = {}) {
  const hashed = hashedBy(
    rules.mutable,
    files.map(({ path: path4 }) => path4)
  );
  const exampleGlobs = rules.exampleCredentials.map(import_headers3.matcher);
  const examples = (path4) => exampleGlobs.some((matches) => matches(path4));
  const problems = [];
  const site = [];
  let sinceBreath = 0;
  for (const file of files) {
    const { content, problem, token } = await readOrExplain(root, file, examples);
    if (problem !== void 0) problems.push({ subject: "Input path", message: problem });
    if (content) site.push(describeFile(file, content, hashed, rules));
    if (token !== void 0) notes.token?.(file.path, token);
    if (maybePage(file.path, content?.html, rules)) notes.maybePage?.(file.path);
    sinceBreath += file.size + 4096;
    if (sinceBreath > 256 * 1024) {
      sinceBreath = 0;
      await (0, import_promises5.setImmediate)();
      signal.throwIfAborted();
    }
  }
  if (problems.length > 0) throw new import_errors13.InputError(problems);
  return rules.cleanUrls ? withCleanUrls(site, notes.addressTaken) : site;
}
var import_promises5, import_errors13, import_headers3;
var init_read_site = __esm({
  "actions/publish-frontend/site/read-site.ts"() {
    "use strict";
    import_promises5 = require("node:timers/promises");
    import_errors13 = __toESM(require_errors(), 1);
    init_clean_urls();
    init_digest();
    init_encoded_content();
    init_credentials();
    import_headers3 = __toESM(require_headers(), 1);
    init_site_files();
    init_source_files();
  }
});

// shared:actions/publish-frontend/store/object-names.ts
var require_object_names = __commonJS({
  "shared:actions/publish-frontend/store/object-names.ts"(exports2, module2) {
    module2.exports = require("../shared/frontend-inputs.cjs")["actions/publish-frontend/store/object-names.ts"];
  }
});

// actions/publish-frontend/store/read-state.ts
async function readState(store, layout) {
  const name = (0, import_object_names.stateName)(layout);
  const found = await store.readText(name);
  if (!found) return { state: EMPTY, generation: ABSENT };
  try {
    return { state: parseState(found.text), generation: found.generation };
  } catch (error) {
    throw new import_errors14.OutcomeError(`Object ${name} is not a valid site state: ${error.message}.`, { cause: error });
  }
}
var import_errors14, import_object_names;
var init_read_state = __esm({
  "actions/publish-frontend/store/read-state.ts"() {
    "use strict";
    import_errors14 = __toESM(require_errors(), 1);
    import_object_names = __toESM(require_object_names(), 1);
    init_site_state();
    init_stored_object();
  }
});

// shared:src/github/freshness.ts
var require_freshness = __commonJS({
  "shared:src/github/freshness.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/github/freshness.ts"];
  }
});

// actions/publish-frontend/store/release-manifest.ts
function serializeReleaseManifest(manifest) {
  const { release, commit, run: run2, atomic, carried } = manifest;
  const headers = /* @__PURE__ */ new Map();
  const blocks = [];
  let block = "";
  for (const [path4, { md5: md52, size, hashed, contentType: contentType2, cacheControl, contentEncoding, kept }] of manifest.files) {
    const key = JSON.stringify({ contentType: contentType2, cacheControl });
    const index = headers.get(key) ?? headers.size;
    headers.set(key, index);
    const file = { md5: md52, size, headers: index, contentEncoding, hashed: hashed || void 0, kept };
    block += `${block === "" && blocks.length === 0 ? "" : ",\n"}${JSON.stringify(path4)}:${JSON.stringify(file)}`;
    if (block.length < BLOCK) continue;
    blocks.push(Buffer.from(block));
    block = "";
  }
  const head = JSON.stringify({ format: 1, release, commit, run: run2, atomic, carried });
  const start = `${head.slice(0, -1)},
"files":{
`;
  const end = `${block}
},
"headers":[
${[...headers.keys()].join(",\n")}
]}
`;
  return [Buffer.from(start), ...blocks, Buffer.from(end)];
}
function parseReleaseManifest(text) {
  const json = JSON.parse(text);
  if (json.format !== 1)
    throw new Error(`its format is ${json.format}, and this version of publish-frontend reads format 1`);
  const files = /* @__PURE__ */ new Map();
  for (const [path4, { headers, ...file }] of Object.entries(json.files))
    files.set(path4, { ...file, hashed: file.hashed === true, ...json.headers[headers] });
  return {
    release: json.release,
    commit: json.commit,
    run: json.run,
    atomic: json.atomic,
    files,
    carried: json.carried
  };
}
function sameFiles(a, b) {
  if (a.files.size !== b.files.size || a.atomic !== b.atomic) return false;
  for (const [path4, file] of a.files) {
    const other = b.files.get(path4);
    if (!other || other.kept !== file.kept || !sameFile(file, other)) return false;
  }
  return true;
}
function sameFile(a, b) {
  return a.md5 === b.md5 && a.contentEncoding === b.contentEncoding && sameHeaders(a, b);
}
var BLOCK;
var init_release_manifest = __esm({
  "actions/publish-frontend/store/release-manifest.ts"() {
    "use strict";
    init_stored_object();
    BLOCK = 64 * 1024;
  }
});

// actions/publish-frontend/store/read-manifests.ts
async function readReleaseManifest(store, layout, release) {
  return read2(store, (0, import_object_names2.manifestName)(layout, release));
}
async function readReleaseManifests(store, layout, releases) {
  return readAll(
    store,
    releases.map((release) => (0, import_object_names2.manifestName)(layout, release))
  );
}
async function readLiveManifests(store, layout, state) {
  const { unfinished } = state;
  return readAll(store, [
    ...liveReleases(state).map((release) => (0, import_object_names2.manifestName)(layout, release)),
    ...unfinished ? [(0, import_object_names2.replacedName)(layout, unfinished.to)] : []
  ]);
}
async function readAll(store, names) {
  const manifests = await Promise.all(names.map((name) => read2(store, name)));
  return manifests.filter((manifest) => manifest !== void 0);
}
async function read2(store, name) {
  const found = await store.readText(name);
  if (!found) return void 0;
  try {
    return parseReleaseManifest(found.text);
  } catch (error) {
    throw new import_errors15.OutcomeError(`Object ${name} is not a valid release manifest: ${error.message}.`, {
      cause: error
    });
  }
}
var import_errors15, import_object_names2;
var init_read_manifests = __esm({
  "actions/publish-frontend/store/read-manifests.ts"() {
    "use strict";
    import_errors15 = __toESM(require_errors(), 1);
    import_object_names2 = __toESM(require_object_names(), 1);
    init_release_manifest();
    init_site_state();
  }
});

// actions/publish-frontend/preflight/freshness.ts
async function checkCommitOrder(inputs, clients, state) {
  await (0, import_freshness.checkFreshness)(inputs.commit, await liveCommits(inputs, clients, state), {
    github: clients.github,
    log: clients.context.log,
    force: inputs.force,
    onUnknownHistory: inputs.onUnknownHistory,
    done: "published"
  });
}
async function liveCommits({ layout }, { store }, state) {
  const { current, unfinished, hold, published } = state;
  const commits = [];
  const unfinishedRollback = unfinished !== void 0 && hold?.release === unfinished.to;
  if (!unfinishedRollback) commits.push(published.find(({ release }) => release === current)?.commit);
  if (unfinished) commits.push((await readReleaseManifest(store, layout, unfinished.to))?.commit);
  return commits.filter((commit) => (0, import_commit7.isCommit)(commit ?? ""));
}
var import_commit7, import_freshness;
var init_freshness = __esm({
  "actions/publish-frontend/preflight/freshness.ts"() {
    "use strict";
    import_commit7 = __toESM(require_commit(), 1);
    import_freshness = __toESM(require_freshness(), 1);
    init_read_manifests();
  }
});

// actions/publish-frontend/preflight/local-site.ts
async function buildIfAsked(inputs, clients) {
  const { build, layout } = inputs;
  if (!build) return;
  const { claims, timings, context } = clients;
  const { state } = await readState(claims.store, layout);
  checkSiteHold(inputs, state);
  await Promise.all([checkCommitOrder(inputs, clients, state), checkServiceHolds(inputs, clients)]);
  warnOfOtherCheckout(inputs.commit, context.github, context.log);
  await timings.time("Build", () => buildSite(build, context));
}
async function readLocalSite(inputs, { context, timings }) {
  const { folder, path: given, layout, sourceMaps, index, rules } = inputs;
  const scan = await timings.time(
    "Scan",
    () => scanFolder({ folder, given, prefix: layout.prefix, sourceMaps, index, onFound: limitHeapGrowth })
  );
  if (scan.sourceMaps > 0)
    context.log.info(`${scan.sourceMaps} source maps are left out. Set source-maps: true to publish them.`);
  for (const { input, glob } of unmatchedGlobs(scan.files, rules))
    context.log.notice(`Input ${input}: "${glob}" matches no file of ${given}.`);
  warnOfProject(given, projectFile(scan.files.map(({ path: path4 }) => path4)), context.log);
  const sources = sourceFiles(scan.files, rules);
  tellOfCompressed(sources, context.log);
  const files = timings.time("Read", async () => {
    const maybePages = [];
    const tokens = [];
    const site = await readSite(scan.root, sources.files, rules, context.signal, {
      maybePage: (file) => maybePages.push(file),
      addressTaken: (page, path4) => context.log.warning(
        `Input clean-urls: ${page} is not published as ${path4}, because the site has a file ${path4} with other content, which is served there. Rename one of the two.`
      ),
      token: (file, what) => tokens.push([file, what])
    });
    warnOfPages(maybePages, context.log);
    warnOfTokens(tokens, context.log);
    return site;
  });
  files.catch(() => {
  });
  return { root: scan.root, files };
}
function warnOfProject(folder, file, log) {
  if (file === void 0) return;
  log.warning(
    `Input path: ${folder} contains package.json and ${file}, so it looks like the project folder, not the build output. All its files are published, including sources and packages. Set path to the folder that the build writes, for instance dist.`
  );
}
function warnOfPages(files, log) {
  const [first, ...others] = files;
  if (first === void 0) return;
  const what = others.length === 0 ? `${first} begins like a page, but has no extension. It is served as` : `${files.length} files, such as ${first}, begin like pages, but have no extension. They are served as`;
  log.warning(
    `${what} application/octet-stream, which browsers download. Set pages-without-extension: true to serve ${others.length === 0 ? "it" : "them"} as text/html, or false to keep this without a warning. In version 2, true will be the default.`
  );
}
function warnOfTokens(found, log) {
  for (const [file, what] of found.slice(0, 10))
    log.warning(
      `${file} contains ${what}, and every visitor of the site can read it. Revoke it, and leave it out of the build. If it is an example for readers, name the file in example-credentials. In version 2, such files will be refused.`
    );
  if (found.length > 10) log.warning(`${found.length - 10} more files contain tokens or keys.`);
}
function tellOfCompressed({ leftOut, downloads }, log) {
  if (leftOut > 0)
    log.info(
      `${leftOut} compressed copies are not published under their own names: visitors get them under the names of the original files.`
    );
  const [copy] = downloads.filter(({ beside }) => beside);
  if (copy)
    log.notice(
      `${copy.path} is published as a download, and ${copy.of} uncompressed. Set precompressed: gzip, br or zstd to serve ${copy.of} compressed, or leave compressed copies out of the build.`
    );
  const [alone] = downloads.filter(({ beside }) => !beside);
  if (alone)
    log.notice(
      `${alone.path} is published as a download, without a Content-Encoding. If pages load it, set content-encoding: "*.br=br", "*.gz=gzip" or "*.zst=zstd". If they load ${alone.of}, keep ${alone.of} in the build.`
    );
}
var init_local_site = __esm({
  "actions/publish-frontend/preflight/local-site.ts"() {
    "use strict";
    init_checkout();
    init_build_command();
    init_project_folder();
    init_heap_settings();
    init_read_site();
    init_scan_folder();
    init_site_files();
    init_source_files();
    init_read_state();
    init_freshness();
    init_holds2();
  }
});

// actions/publish-frontend/preflight/overlaps.ts
function checkOverlaps(sites) {
  if (sites.length < 2) return;
  const owners = /* @__PURE__ */ new Map();
  const problems = sites.flatMap(({ inputs, found }) => {
    const { layout, release, name } = inputs;
    const { manifest } = found.plan;
    const root = `gs://${layout.bucket}/${(0, import_object_names3.siteRoot)(layout, release, manifest.atomic)}`;
    const names = [...manifest.files.keys()].map((path4) => root + path4);
    const first = names.find((object) => owners.has(object));
    for (const object of names) owners.set(object, name);
    if (first === void 0) return [];
    const message = `${first} is also a file of another site of this step. Nothing was changed. Remove it from one of the sites, or change the prefix of one.`;
    return [{ subject: `Input sites, ${name}, path`, message }];
  });
  if (problems.length > 0) throw new import_errors16.InputError(problems);
}
var import_errors16, import_object_names3;
var init_overlaps = __esm({
  "actions/publish-frontend/preflight/overlaps.ts"() {
    "use strict";
    import_errors16 = __toESM(require_errors(), 1);
    import_object_names3 = __toESM(require_object_names(), 1);
  }
});

// shared:src/runtime/report.ts
var require_report = __commonJS({
  "shared:src/runtime/report.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/report.ts"];
  }
});

// actions/publish-frontend/run/each-site.ts
async function onEverySite(sites, work) {
  const ends = await Promise.allSettled(sites.map(work));
  const problems = [];
  const done = [];
  for (const [i, end] of ends.entries()) {
    if (end.status === "fulfilled") done.push(end.value);
    else if (sites.length === 1) throw end.reason;
    else problems.push(...problemsOf(end.reason, sites[i]?.inputs.name ?? ""));
  }
  if (problems.length > 0) throw new import_errors17.InputError(problems);
  return done;
}
function inOrderOfClaims(sites) {
  const key = ({ inputs: { layout } }) => `${layout.bucket}/${layout.prefix}`;
  return sites.toSorted((a, b) => key(a) < key(b) ? -1 : 1);
}
function problemsOf(error, name) {
  if (error instanceof import_errors17.InputError)
    return error.problems.map((problem) => ({
      ...problem,
      subject: problem.subject.replace(/^Input (?!sites\b)/, `Input sites, ${name}, `)
    }));
  const message = messageOf(error);
  if (message === void 0) throw error;
  return [{ subject: `Site ${name}`, message }];
}
function messageOf(error) {
  if (error instanceof import_errors17.CloudError) return (0, import_report.describeCloudError)(error);
  return error instanceof import_errors17.OutcomeError ? error.message : void 0;
}
function failureOf(error, name, results) {
  if (results.length === 1) return error;
  const named2 = (status2) => results.filter((result) => result.status === status2).map(({ inputs }) => inputs.name);
  const [live, waiting] = [named2("live"), named2("not-started")];
  const sentences = [
    ...live.length > 0 ? [`Live: ${live.join(", ")}.`] : [],
    ...waiting.length > 0 ? [`Not switched, still serving their previous release: ${waiting.join(", ")}.`] : [],
    "Run this step again to finish."
  ].join(" ");
  if ((0, import_errors17.isAbort)(error)) return new import_errors17.OutcomeError(`${error.message} ${sentences}`, { cause: error });
  if (error instanceof import_errors17.InputError)
    return new import_errors17.InputError([...problemsOf(error, name), { subject: "Input sites", message: sentences }]);
  const message = messageOf(error);
  return message === void 0 ? error : new import_errors17.OutcomeError(`${name}: ${message} ${sentences}`, { cause: error });
}
var import_errors17, import_report;
var init_each_site = __esm({
  "actions/publish-frontend/run/each-site.ts"() {
    "use strict";
    import_errors17 = __toESM(require_errors(), 1);
    import_report = __toESM(require_report(), 1);
  }
});

// shared:actions/publish-frontend/cdn/path-patterns.ts
var require_path_patterns = __commonJS({
  "shared:actions/publish-frontend/cdn/path-patterns.ts"(exports2, module2) {
    module2.exports = require("../shared/frontend-inputs.cjs")["actions/publish-frontend/cdn/path-patterns.ts"];
  }
});

// actions/publish-frontend/cdn/changed-paths.ts
function pathsToInvalidate(cdn, inputs, changed) {
  if (!cdn?.cached || !inputs || changed.length === 0) return [];
  return (0, import_path_patterns.groupPaths)(inputs.invalidate ?? addresses(cdn, changed));
}
function addresses(cdn, objects) {
  const paths = /* @__PURE__ */ new Set();
  for (const object of objects) {
    for (const route of cdn.routes) {
      const path4 = publicPath(route, object);
      if (path4 !== void 0) for (const pattern of (0, import_path_patterns.patternsOf)(path4)) paths.add(pattern);
    }
  }
  return paths;
}
function siteLink(cdn, { bucket, prefix }, { files }) {
  const entry = files.has("index.html") ? "index.html" : [...files].find(([path4, { contentType: contentType2 }]) => isPage(path4, contentType2))?.[0] ?? "";
  const route = cdn?.routes[0];
  if (!cdn?.host || !route) return `https://storage.googleapis.com/${bucket}/${prefix}${entry}`;
  return `https://${cdn.host}${publicPath(route, prefix + entry) ?? route.at + entry}`;
}
var import_path_patterns;
var init_changed_paths = __esm({
  "actions/publish-frontend/cdn/changed-paths.ts"() {
    "use strict";
    init_hashed_names();
    import_path_patterns = __toESM(require_path_patterns(), 1);
    init_url_map();
  }
});

// actions/publish-frontend/store/parallel-transfers.ts
function concurrencyFor(count, concurrency) {
  return Math.min(concurrency, count, Math.ceil(10 * Math.sqrt(count)));
}
async function transferAll(items, { concurrency, memory = () => 0 }, work) {
  let next = 0;
  let used = 0;
  let failure;
  const waiting = [];
  const wake = () => {
    for (const resolve3 of waiting.splice(0)) resolve3();
  };
  const worker = async () => {
    while (next < items.length && !failure) {
      const item = items[next++];
      const size = memory(item);
      while (used > 0 && used + size > MEMORY && !failure) await new Promise((resolve3) => waiting.push(resolve3));
      if (failure) return;
      used += size;
      try {
        await work(item);
      } catch (reason) {
        failure ??= { reason };
      } finally {
        used -= size;
        if (waiting.length > 0) wake();
      }
    }
  };
  const workers = [];
  const width = concurrencyFor(items.length, concurrency);
  while (workers.length < width && next < items.length && !failure) {
    workers.push(worker());
  }
  await Promise.all(workers);
  if (failure) throw failure.reason;
}
var MEMORY;
var init_parallel_transfers = __esm({
  "actions/publish-frontend/store/parallel-transfers.ts"() {
    "use strict";
    MEMORY = 64 * 1024 * 1024;
  }
});

// actions/publish-frontend/cdn/invalidate.ts
async function invalidate(cdn, paths, wait) {
  const done = /* @__PURE__ */ new Set();
  const refused = [];
  let failure;
  try {
    await transferAll(paths, { concurrency: 8 }, async (path4) => {
      try {
        await invalidateOne(cdn, path4, wait);
        done.add(path4);
      } catch (error) {
        if (!(error instanceof import_errors18.CloudError) || error.status !== 400) throw error;
        refused.push({ path: path4, error });
      }
    });
  } catch (error) {
    failure = error;
  }
  const invalidated = paths.filter((path4) => done.has(path4));
  const [first] = refused;
  if (failure !== void 0 || !first) return { invalidated, failure };
  if (refused.length === 1) return { invalidated, failure: first.error };
  const list2 = refused.map(({ path: path4, error }) => `${path4} (${error.message})`).join(", ");
  const message = `URL map ${cdn.urlMap} refused to invalidate ${refused.length} of ${paths.length} paths: ${list2}.`;
  return { invalidated, failure: new import_errors18.OutcomeError(message, { cause: first.error }) };
}
async function invalidateOne(cdn, path4, wait) {
  const { http, host, random } = cdn;
  const operation = await http.json({
    method: "POST",
    // The id makes a repetition after a lost response harmless.
    url: `${mapUrl(cdn)}/invalidateCache?requestId=${random.uuid()}`,
    json: { path: path4, ...host !== void 0 && { host } },
    idempotent: true,
    resource: `invalidation of ${path4} in URL map ${cdn.urlMap}`,
    permission: "compute.urlMaps.invalidateCache",
    role: LOAD_BALANCER_ROLE
  });
  if (wait) await waitForOperation(cdn, operation, `invalidation of ${path4}`);
  else throwFailure(operation, `invalidation of ${path4}`);
}
var import_errors18;
var init_invalidate = __esm({
  "actions/publish-frontend/cdn/invalidate.ts"() {
    "use strict";
    import_errors18 = __toESM(require_errors(), 1);
    init_parallel_transfers();
    init_compute_operations();
    init_load_balancer();
  }
});

// actions/publish-frontend/cdn/switch-route.ts
function ownRoute(cdn) {
  const { prefix, urlMap, bucket, below = [] } = cdn;
  const isRelease = (to) => to.startsWith(`${prefix}releases/`) && /^[^/]+\/$/.test(to.slice(prefix.length + 9)) && !below.includes(to);
  const own = cdn.routes.filter(({ to }) => to === prefix || isRelease(to));
  const [route] = own;
  if (route && own.length === 1 && !route.shared) return route;
  const found = cdn.routes.map(({ at, to }) => `${at}* to gs://${bucket}/${to}`).join(", ");
  throw new import_errors19.InputError([
    {
      subject: "Input atomic",
      message: `URL map ${urlMap} must have exactly one route to gs://${bucket}/${prefix} that serves only this site, because atomic changes its rewrite. Found: ${found}.`
    }
  ]);
}
function withRoute(cdn, folder) {
  const own = ownRoute(cdn);
  return { ...cdn, routes: cdn.routes.map((route) => route === own ? { ...route, to: folder } : route) };
}
async function switchRoute(cdn, folder) {
  let now = ownRoute(cdn).to === folder ? await readAgain(cdn) : cdn;
  for (let tries = 0; ; tries++) {
    const route = ownRoute(now);
    if (route.to === folder) return now;
    let refusal;
    try {
      await write(now, route, folder);
    } catch (error) {
      if (!(error instanceof import_errors19.CloudError) || error.status !== 412) throw error;
      refusal = error;
    }
    const read4 = await readAgain(cdn);
    if (refusal && read4.map.fingerprint === now.map.fingerprint) throw refusal;
    now = read4;
    if (tries === TRIES && ownRoute(now).to !== folder)
      throw new import_errors19.OutcomeError(
        `URL map ${cdn.urlMap} was modified concurrently; gave up after ${TRIES + 1} attempts. Run this step again.`,
        { cause: refusal }
      );
  }
}
async function readAgain(cdn) {
  const map = await readUrlMap(cdn);
  const ours = new Set(cdn.routes.map(({ backendBucket }) => backendBucket));
  return { ...cdn, map, routes: siteRoutes(map, cdn.host).filter((one) => ours.has(one.backendBucket)) };
}
async function write(cdn, route, folder) {
  const operation = await cdn.http.json({
    method: "PUT",
    url: mapUrl(cdn),
    json: withRewrite(cdn.map, route, folder),
    // With the fingerprint, repeating an executed write is a 412.
    idempotent: true,
    resource: `URL map ${cdn.urlMap}`,
    permission: "compute.urlMaps.update",
    role: LOAD_BALANCER_ROLE
  });
  await waitForOperation(cdn, operation, `update of URL map ${cdn.urlMap}`);
}
var import_errors19, TRIES;
var init_switch_route = __esm({
  "actions/publish-frontend/cdn/switch-route.ts"() {
    "use strict";
    import_errors19 = __toESM(require_errors(), 1);
    init_compute_operations();
    init_load_balancer();
    init_url_map();
    TRIES = 4;
  }
});

// actions/publish-frontend/run/switch-site.ts
async function switchSite(inputs, clients, held, plan, cdn, changedBefore = []) {
  const { timings } = clients;
  const [objects, switchedCdn] = await timings.time("Switch", async () => [
    await switchObjects(inputs, clients, plan.objects),
    cdn && plan.route ? await moveRoute(cdn, plan.root, held) : cdn
  ]);
  const { replaced, patched, removed, interrupted, rerouted } = plan;
  const changed = [...replaced, ...patched, ...removed, ...changedBefore, ...interrupted, ...rerouted];
  const paths = pathsToInvalidate(
    switchedCdn,
    inputs.cdn,
    changed.map((path4) => plan.root + path4)
  );
  const { invalidated, failure } = await timings.time(
    "Invalidate",
    async () => switchedCdn && paths.length > 0 ? await invalidate(switchedCdn, paths, inputs.cdn?.wait === true) : { invalidated: [], failure: void 0 }
  );
  return { objects, deleted: plan.objects.remove.length, invalidated, failure };
}
async function moveRoute(cdn, root, held) {
  try {
    return await switchRoute(cdn, root);
  } catch (error) {
    const refused = error instanceof import_errors20.CloudError && error.status >= 400 && error.status < 500;
    if (!refused && !(error instanceof import_errors20.InputError)) held.abandon();
    throw error;
  }
}
function invalidationsOf({ cdn: inputs }, { root, route }, cdn, changed) {
  return pathsToInvalidate(
    cdn && route ? withRoute(cdn, root) : cdn,
    inputs,
    changed.map((path4) => root + path4)
  );
}
async function switchObjects({ concurrency }, { store, context, timings }, plan) {
  for (const path4 of plan.foreign)
    context.log.warning(
      `${path4} is no longer part of the site, but belongs to another site or was changed by another user. It is kept.`
    );
  const objects = /* @__PURE__ */ new Map();
  const progress = timings.progress("Switched", plan.loaded.length + plan.pages.length);
  let done = 0;
  const apply = async (step) => {
    const object = step.kind === "copy" ? await store.copy(step.from, step.to, step.headers, step.replaces) : await store.patch(step.object, step.headers);
    objects.set(object.name, object);
    progress(++done);
  };
  const isEntry = ({ path: path4 }) => path4 === "index.html";
  await transferAll(plan.loaded, { concurrency }, apply);
  await transferAll(
    plan.pages.filter((step) => !isEntry(step)),
    { concurrency },
    apply
  );
  await transferAll(plan.pages.filter(isEntry), { concurrency }, apply);
  await transferAll(plan.remove, { concurrency }, async ({ object }) => {
    await store.remove(object);
    objects.set(object.name, void 0);
  });
  return objects;
}
async function releaseClaim(held, { context }) {
  try {
    await held.release(givenBack);
  } catch (error) {
    context.log.debug(`The lock on the site could not be released: ${error.message}`);
  }
}
var import_errors20;
var init_switch_site = __esm({
  "actions/publish-frontend/run/switch-site.ts"() {
    "use strict";
    import_errors20 = __toESM(require_errors(), 1);
    init_changed_paths();
    init_invalidate();
    init_switch_route();
    init_parallel_transfers();
    init_site_state();
  }
});

// actions/publish-frontend/run/ledger.ts
function createLedger(sites) {
  const claims = [];
  const entries = new Map(
    sites.map(({ inputs, planned }) => [inputs, { status: "not-started", outcome: planned }])
  );
  const results = () => sites.flatMap(({ inputs, clients }) => {
    const entry = entries.get(inputs);
    return entry ? [{ inputs, ...entry, timings: clients.timings.rows() }] : [];
  });
  const note = ({ inputs }, status2, outcome) => void entries.set(inputs, { status: status2, outcome });
  return {
    note,
    hold(site) {
      claims.push({ held: site.held, site });
      return site;
    },
    planned(outcomeOf) {
      for (const site of sites)
        if (entries.get(site.inputs)?.status === "not-started") note(site, "planned", outcomeOf(site));
      return { results: results() };
    },
    async carryOut(work) {
      let current;
      const on = (site, doIt) => {
        current = site;
        return doIt();
      };
      try {
        await work(on);
      } catch (error) {
        if (sites.length === 1 || !current) throw error;
        const entry = entries.get(current.inputs);
        if (entry && entry.status !== "live") entry.status = "failed";
        const now2 = results();
        return { results: now2, failure: failureOf(error, current.inputs.name, now2) };
      } finally {
        for (const { held, site } of claims) await releaseClaim(held, site.clients);
      }
      const now = results();
      const stale = now.find(({ outcome }) => outcome.failure !== void 0);
      return stale ? { results: now, failure: failureOf(stale.outcome.failure, stale.inputs.name, now) } : { results: now };
    }
  };
}
var init_ledger = __esm({
  "actions/publish-frontend/run/ledger.ts"() {
    "use strict";
    init_each_site();
    init_switch_site();
  }
});

// actions/publish-frontend/plan/neighboring-sites.ts
function belongsToOther(name, { below, live }) {
  return live.has(name) || below.some((prefix) => name.startsWith(prefix));
}
function sharedObjects(names, { live }) {
  const shared = [];
  if (live.size === 0) return shared;
  for (const name of names) {
    const prefix = live.get(name);
    if (prefix !== void 0) shared.push({ name, prefix });
  }
  return shared;
}
function recordOfOther(names, { below }) {
  if (below.length === 0) return void 0;
  for (const name of names) {
    const prefix = below.find((one) => name.startsWith((0, import_object_names4.releasesRoot)({ prefix: one })));
    if (prefix !== void 0) return { name, prefix };
  }
  return void 0;
}
var import_object_names4, ALONE;
var init_neighboring_sites = __esm({
  "actions/publish-frontend/plan/neighboring-sites.ts"() {
    "use strict";
    import_object_names4 = __toESM(require_object_names(), 1);
    ALONE = { below: [], live: /* @__PURE__ */ new Map() };
  }
});

// actions/publish-frontend/plan/switch.ts
function planSwitch(layout, manifest, before, listing, stopped = [], neighbors = ALONE, pruned = []) {
  const loaded2 = [];
  const pages = [];
  let unchanged = 0;
  for (const [path4, file] of manifest.files) {
    const contested = stopped.some((run2) => isContested(run2, path4, file));
    if (file.kept === void 0) {
      const live = listing.get(layout.prefix + path4);
      if (contested && live) loaded2.push(renewalOf(path4, file, live));
      else if (live && !sameHeaders(live, file)) loaded2.push(patchOf(path4, file, live));
      continue;
    }
    const step = stepFor(layout, path4, file, file.kept, listing, contested);
    if (!step) unchanged++;
    else (isPage(path4, file.contentType) ? pages : loaded2).push(step);
  }
  const { remove, foreign } = removedPages(layout, manifest, before, listing, neighbors);
  const left = removedPages(layout, manifest, pruned, listing, neighbors).remove;
  const removed = new Map([...remove, ...left].map((step) => [step.path, step]));
  return { loaded: loaded2, pages, unchanged, remove: [...removed.values()], foreign };
}
function removedPages(layout, manifest, before, listing, neighbors = ALONE) {
  const remove = /* @__PURE__ */ new Map();
  const foreign = /* @__PURE__ */ new Set();
  for (const old of before) {
    for (const [path4, file] of old.files) {
      const object = listing.get(layout.prefix + path4);
      if (manifest.files.has(path4) || !isPage(path4, file.contentType) || !object) continue;
      if (contentMd5(object) === file.md5 && !belongsToOther(object.name, neighbors))
        remove.set(path4, { path: path4, object });
      else foreign.add(path4);
    }
  }
  return { remove: [...remove.values()], foreign: [...foreign].filter((path4) => !remove.has(path4)) };
}
function isContested({ manifest, work }, path4, file) {
  const theirs = manifest.files.get(path4);
  if (!theirs && work !== "switch") return true;
  if (work === "prune" || file.kept === void 0) return false;
  return !(theirs && sameFile(theirs, file));
}
function renewalOf(path4, headers, live) {
  return { kind: "copy", path: path4, from: live, to: live.name, headers, replaces: live.generation };
}
function stepFor(layout, path4, file, kept, listing, contested) {
  const from = listing.get((0, import_object_names5.keptName)(layout, kept));
  if (!from) throw new Error(`${kept} is not in the listing`);
  const to = layout.prefix + path4;
  const live = listing.get(to);
  const headers = { contentType: file.contentType, cacheControl: file.cacheControl };
  if (!live || contested || !sameBytes(live, from))
    return { kind: "copy", path: path4, from, to, headers, replaces: live?.generation ?? ABSENT };
  return sameHeaders(live, headers) ? void 0 : patchOf(path4, headers, live);
}
function patchOf(path4, { contentType: contentType2, cacheControl }, object) {
  return { kind: "patch", path: path4, object, headers: { contentType: contentType2, cacheControl } };
}
function differingPaths(before, manifest) {
  const paths = /* @__PURE__ */ new Set();
  for (const old of before) {
    for (const path4 of [...old.files.keys(), ...manifest.files.keys()]) {
      const [a, b] = [old.files.get(path4), manifest.files.get(path4)];
      const mutable = [a, b].some((file) => file?.hashed === false);
      const same = mutable ? a && b && sameFile(a, b) : !(a && b) || a.md5 === b.md5 && sameHeaders(a, b);
      if (!same) paths.add(path4);
    }
  }
  return [...paths];
}
function changedPaths(before, manifest) {
  if (before.length > 0) return differingPaths(before, manifest);
  return [...manifest.files].filter(([, { hashed }]) => !hashed).map(([path4]) => path4);
}
var import_object_names5;
var init_switch = __esm({
  "actions/publish-frontend/plan/switch.ts"() {
    "use strict";
    init_hashed_names();
    import_object_names5 = __toESM(require_object_names(), 1);
    init_release_manifest();
    init_stored_object();
    init_neighboring_sites();
  }
});

// actions/publish-frontend/plan/site-switch.ts
function planSiteSwitch(input) {
  const { layout, manifest, before, listing, state, stopped, neighbors, pruned } = input;
  const objects = manifest.atomic ? NO_STEPS : planSwitch(layout, manifest, before, listing, stopped, neighbors, pruned);
  const route = movesRoute(manifest, state, before);
  const steps = [...objects.loaded, ...objects.pages];
  const pathsOf = (kind) => steps.filter((step) => step.kind === kind).map(({ path: path4 }) => path4);
  return {
    root: (0, import_object_names6.siteRoot)(layout, manifest.release, manifest.atomic),
    objects,
    route,
    replaced: manifest.atomic ? changedPaths(before, manifest) : pathsOf("copy"),
    patched: pathsOf("patch"),
    removed: objects.remove.map(({ path: path4 }) => path4),
    interrupted: state.unfinished ? interruptedPaths(state, before, manifest) : [],
    rerouted: route && !manifest.atomic ? differingPaths(before, manifest) : []
  };
}
function interruptedPaths({ published }, before, manifest) {
  const isFirst = published.every(({ release }) => release === manifest.release);
  return isFirst ? changedPaths([], manifest) : differingPaths(before, manifest);
}
function movesRoute({ atomic }, state, before) {
  return atomic || state.atomic === true || before.some((old) => old.atomic);
}
var import_object_names6, NO_STEPS;
var init_site_switch = __esm({
  "actions/publish-frontend/plan/site-switch.ts"() {
    "use strict";
    import_object_names6 = __toESM(require_object_names(), 1);
    init_switch();
    NO_STEPS = { loaded: [], pages: [], remove: [], foreign: [], unchanged: 0 };
  }
});

// actions/publish-frontend/plan/prune.ts
function prunedReleases(layout, state, listing, rules, now) {
  const spared = /* @__PURE__ */ new Set([
    state.current,
    previousRelease(state),
    state.hold?.release,
    state.unfinished?.to,
    ...state.unfinished?.from ?? [],
    ...rules.keepReleases > 0 ? state.published.slice(-rules.keepReleases).map(({ release }) => release) : []
  ]);
  const published = new Map(state.published.map(({ release, at }) => [release, Date.parse(at)]));
  const madeAt = (release) => published.get(release) ?? listing.get((0, import_object_names7.manifestName)(layout, release))?.updated ?? now;
  const age = (release) => published.get(release) ?? 0;
  return (0, import_object_names7.releasesIn)(layout, listing.keys()).filter((release) => !spared.has(release) && now - madeAt(release) >= rules.keepDays * DAY).sort((a, b) => age(a) - age(b));
}
function planPrune(layout, pruned, named2, listing, maxDelete, neighbors = ALONE) {
  const remove = [];
  const seen = /* @__PURE__ */ new Set();
  const deleted = /* @__PURE__ */ new Set();
  const foreign = /* @__PURE__ */ new Set();
  const done = [];
  const begun = [];
  let postponed = 0;
  for (const manifest of pruned) {
    let complete = true;
    let touched = false;
    const own = [import_object_names7.replacedName, import_object_names7.manifestName].map((nameOf) => ({
      name: nameOf(layout, manifest.release),
      md5: void 0
    }));
    for (const { name, md5: md52 } of [...objectsOf(layout, manifest), ...own]) {
      const object = listing.get(name);
      if (deleted.has(name)) touched = true;
      if (!object || named2.has(name) || seen.has(name)) continue;
      if (md52 !== void 0 && !mayHold(object, md52) || belongsToOther(name, neighbors)) {
        foreign.add(name);
        continue;
      }
      seen.add(name);
      if (remove.length < maxDelete) {
        remove.push(object);
        deleted.add(name);
        touched = true;
      } else {
        postponed++;
        complete = false;
      }
    }
    if (complete) done.push(manifest.release);
    else if (touched) begun.push(manifest.release);
  }
  return { remove, pruned: done, begun, postponed, foreign: [...foreign].filter((name) => !seen.has(name)) };
}
function* objectsOf(layout, manifest) {
  const root = (0, import_object_names7.siteRoot)(layout, manifest.release, manifest.atomic);
  for (const [path4, { md5: md52, kept }] of manifest.files) {
    yield { name: root + path4, md5: md52 };
    if (kept !== void 0) yield { name: (0, import_object_names7.keptName)(layout, kept) };
  }
  for (const path4 of manifest.carried) yield { name: root + path4 };
}
var import_object_names7, DAY;
var init_prune = __esm({
  "actions/publish-frontend/plan/prune.ts"() {
    "use strict";
    import_object_names7 = __toESM(require_object_names(), 1);
    init_site_state();
    init_stored_object();
    init_neighboring_sites();
    DAY = 864e5;
  }
});

// actions/publish-frontend/plan/atomic.ts
function planAtomic(facts, earlier) {
  const { layout, release, site, listing, spared } = facts;
  const isSafe = (name) => spared === void 0 || spared.has(name);
  const root = (0, import_object_names8.siteRoot)(layout, release, true);
  const elsewhere = contentsBelow(`${layout.prefix}releases/`, listing);
  const uploads = [];
  const copies = [];
  const patches = [];
  const overwritten = [];
  const files = /* @__PURE__ */ new Map();
  for (const file of site) {
    const { path: path4, md5: md52, contentType: contentType2, cacheControl } = file;
    const headers = { contentType: contentType2, cacheControl };
    files.set(path4, file);
    const to = root + path4;
    const there = listing.get(to);
    const same = there && holds(there, file, facts.crc32c.get(path4));
    if (there && same && isSafe(to)) {
      if (!sameHeaders(there, headers)) patches.push({ object: there, headers });
      continue;
    }
    if (there && !same) overwritten.push(path4);
    const replaces = there?.generation ?? ABSENT;
    const from = elsewhere.get(md52)?.find((object) => holds(object, file) && isSafe(object.name));
    if (from) copies.push({ from, to, headers, replaces });
    else uploads.push({ name: to, file, headers: file, replaces });
  }
  const carried = planCarried(layout, files, earlier, listing);
  for (const [path4, from] of carried) {
    const there = listing.get(root + path4);
    if (there && isSafe(root + path4)) continue;
    copies.push({ from, to: root + path4, headers: from, replaces: there?.generation ?? ABSENT });
  }
  const manifest = { release, commit: facts.commit, run: facts.run, atomic: true, files, carried: [...carried.keys()] };
  return { manifest, uploads, copies, patches, overwritten };
}
function contentsBelow(folder, listing) {
  const contents = /* @__PURE__ */ new Map();
  for (const [name, object] of listing) {
    const md52 = contentMd5(object);
    if (md52 === void 0 || !name.startsWith(folder)) continue;
    const same = contents.get(md52);
    if (same) same.push(object);
    else contents.set(md52, [object]);
  }
  return contents;
}
function planCarried(layout, files, earlier, listing) {
  const carried = /* @__PURE__ */ new Map();
  for (const manifest of earlier) {
    const root = (0, import_object_names8.siteRoot)(layout, manifest.release, manifest.atomic);
    for (const [path4, { hashed }] of manifest.files) {
      const object = listing.get(root + path4);
      if (hashed && object && !files.has(path4)) carried.set(path4, object);
    }
  }
  return carried;
}
var import_object_names8;
var init_atomic = __esm({
  "actions/publish-frontend/plan/atomic.ts"() {
    "use strict";
    import_object_names8 = __toESM(require_object_names(), 1);
    init_stored_object();
  }
});

// actions/publish-frontend/plan/in-place.ts
function planInPlace(facts) {
  const { layout, release, site, listing, spared } = facts;
  const kept = keptContents(layout, spared ? [...listing.keys()].filter((name) => spared.has(name)) : listing.keys());
  const files = /* @__PURE__ */ new Map();
  const assets = [];
  const patches = [];
  const keeps = [];
  const clashes = [];
  const added = [];
  const changing = [];
  const headersChanged = [];
  for (const file of site) {
    const { path: path4, md5: md52, size, contentType: contentType2, cacheControl } = file;
    const live = listing.get(layout.prefix + path4);
    if (file.hashed) {
      files.set(path4, file);
      if (live && differs(live, file, facts.crc32c.get(path4))) clashes.push(path4);
      else if (!live || !holds(live, file, facts.crc32c.get(path4)))
        assets.push({ name: layout.prefix + path4, file, headers: file, replaces: live?.generation ?? ABSENT });
      else if (!sameHeaders(live, file)) patches.push({ object: live, headers: { contentType: contentType2, cacheControl } });
      continue;
    }
    if (!live) added.push(path4);
    else if (!holds(live, file, facts.crc32c.get(path4))) changing.push(path4);
    else if (!sameHeaders(live, file)) headersChanged.push(path4);
    const content = contentKey(file);
    let key = kept.get(content);
    if (key === void 0) {
      key = `${release}/files/${content}`;
      kept.set(content, key);
      keeps.push({
        name: (0, import_object_names9.keptName)(layout, key),
        file,
        headers: { contentType: contentType2, cacheControl: "no-store" },
        // The new object has another generation than the one that may still be deleted.
        replaces: listing.get((0, import_object_names9.keptName)(layout, key))?.generation ?? ABSENT
      });
    }
    const encoded = file.contentEncoding && { contentEncoding: file.contentEncoding };
    files.set(path4, { md5: md52, size, hashed: false, contentType: contentType2, cacheControl, ...encoded, kept: key });
  }
  const manifest = { release, commit: facts.commit, run: facts.run, atomic: false, files, carried: [] };
  return { manifest, assets, patches, keeps, clashes, added, changing, headersChanged };
}
function contentKey({ md5: md52, gzip: gzip2, contentEncoding }) {
  const hash3 = Buffer.from(md52, "base64").toString("hex");
  if (contentEncoding !== void 0) return `${hash3}.${contentEncoding}`;
  return gzip2 ? `${hash3}.gz` : hash3;
}
function keptContents(layout, names) {
  const root = (0, import_object_names9.releasesRoot)(layout);
  const kept = /* @__PURE__ */ new Map();
  for (const name of names) {
    const at = name.startsWith(root) ? name.lastIndexOf("/files/") : -1;
    if (at > 0) kept.set(name.slice(at + "/files/".length), name.slice(root.length));
  }
  return kept;
}
function differs(object, file, crc32c) {
  if (object.sourceMd5 !== void 0) return object.sourceMd5 !== file.md5;
  if (object.contentEncoding !== void 0) return false;
  if (object.md5 !== void 0) return object.md5 !== file.md5;
  if (file.contentEncoding !== void 0) return false;
  return object.size !== file.size || object.crc32c !== void 0 && object.crc32c !== crc32c;
}
var import_object_names9;
var init_in_place = __esm({
  "actions/publish-frontend/plan/in-place.ts"() {
    "use strict";
    import_object_names9 = __toESM(require_object_names(), 1);
    init_stored_object();
  }
});

// actions/publish-frontend/plan/publish.ts
function planPublishInPlace(input, before, neighbors) {
  const plan = planInPlace(input);
  const { layout, listing, root } = input;
  const removed = removedPages(layout, plan.manifest, before, listing, neighbors).remove.map(({ path: path4 }) => path4);
  const pathOf = ({ name }) => name.slice(layout.prefix.length);
  const patchedAssets = plan.patches.map(({ object }) => pathOf(object));
  const encodedAnew = plan.assets.filter(({ replaces }) => replaces !== ABSENT).map(pathOf);
  const isAsset = (path4) => plan.manifest.files.get(path4)?.hashed === true;
  const changedByStaging = [
    .../* @__PURE__ */ new Set([...patchedAssets, ...encodedAnew, ...differingPaths(before, plan.manifest).filter(isAsset)])
  ];
  const sent = [...plan.assets.map(pathOf), ...plan.added, ...plan.changing];
  const patched = [...patchedAssets, ...plan.headersChanged];
  return {
    manifest: plan.manifest,
    stage: { folder: root, uploads: plan.assets, keeps: plan.keeps, copies: [], patches: plan.patches },
    clashes: plan.clashes,
    overwritten: [],
    changing: plan.changing,
    sent,
    patched,
    removed,
    changedByStaging,
    changed: [.../* @__PURE__ */ new Set([...plan.added, ...plan.changing, ...changedByStaging, ...patched, ...removed])],
    isEmpty: sent.length + patched.length + removed.length + plan.keeps.length === 0
  };
}
function planPublishAtomic(input, before, earlier) {
  const { manifest, uploads, copies, patches, overwritten } = planAtomic(input, earlier);
  const root = (0, import_object_names10.siteRoot)(input.layout, input.release, true);
  const pathOf = ({ name }) => name.slice(root.length);
  return {
    manifest,
    stage: { folder: input.root, uploads, keeps: [], copies, patches },
    clashes: [],
    overwritten,
    changing: [],
    sent: uploads.map(pathOf),
    patched: patches.map(({ object }) => pathOf(object)),
    removed: [
      ...new Set(
        before.flatMap(
          ({ files }) => [...files].flatMap(
            ([path4, { contentType: contentType2 }]) => isPage(path4, contentType2) && !manifest.files.has(path4) ? [path4] : []
          )
        )
      )
    ],
    changedByStaging: [],
    changed: changedPaths(before, manifest),
    isEmpty: uploads.length + copies.length + patches.length === 0
  };
}
var import_object_names10;
var init_publish = __esm({
  "actions/publish-frontend/plan/publish.ts"() {
    "use strict";
    init_hashed_names();
    import_object_names10 = __toESM(require_object_names(), 1);
    init_stored_object();
    init_atomic();
    init_in_place();
    init_switch();
  }
});

// shared:src/runtime/clock.ts
var require_clock = __commonJS({
  "shared:src/runtime/clock.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/clock.ts"];
  }
});

// actions/publish-frontend/store/upload/multipart-body.ts
function multipart(metadata, size, fill2) {
  const head = `--${BOUNDARY}\r
content-type: application/json; charset=utf-8\r
\r
${JSON.stringify(metadata)}\r
--${BOUNDARY}\r
content-type: ${metadata.contentType}\r
\r
`;
  const start = Buffer.byteLength(head);
  const body = Buffer.allocUnsafe(start + size + TAIL.length);
  body.write(head, 0);
  fill2(body.subarray(start, start + size));
  body.write(TAIL, start + size);
  return body;
}
var import_node_crypto4, BOUNDARY, TAIL, CONTENT_TYPE;
var init_multipart_body = __esm({
  "actions/publish-frontend/store/upload/multipart-body.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    BOUNDARY = (0, import_node_crypto4.randomUUID)();
    TAIL = `\r
--${BOUNDARY}--\r
`;
    CONTENT_TYPE = `multipart/related; boundary=${BOUNDARY}`;
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

// actions/publish-frontend/store/upload/resumable-upload.ts
async function sendInPieces(store, path4, item, stored) {
  const call = {
    resource: `object gs://${store.bucket}/${item.name}`,
    permission: item.replaces === ABSENT ? "storage.objects.create" : "storage.objects.delete",
    role: STORAGE_ROLE
  };
  const file = await (0, import_promises6.open)(path4);
  try {
    for (let sessions = 0; ; sessions++) {
      const session = await startSession(store, item, stored, call);
      const generation = await sendAll(store, stored.size, session, call, (buffer2, at) => readFully(file, buffer2, at));
      if (generation === void 0 && sessions < 3) continue;
      if (generation === void 0)
        throw new import_errors21.CloudError({
          message: "the upload session was lost 4 times",
          status: 410,
          resource: call.resource
        });
      return {
        contentType: item.headers.contentType,
        cacheControl: item.headers.cacheControl,
        ...stored,
        name: item.name,
        crc32c: void 0,
        generation,
        metageneration: "1",
        updated: 0
      };
    }
  } finally {
    await file.close();
  }
}
async function startSession(store, item, stored, call) {
  const url = `${store.endpoint}/upload/storage/v1/b/${store.bucket}/o?uploadType=resumable&name=${encodeURIComponent(item.name)}&ifGenerationMatch=${item.replaces}&fields=generation`;
  const { status: status2, headers } = await store.http.text({
    ...call,
    method: "POST",
    url,
    headers: { "x-upload-content-length": String(stored.size), "x-upload-content-type": item.headers.contentType },
    json: { md5Hash: stored.md5, ...metadataOf(item.headers, stored) },
    idempotent: true,
    deadline: store.deadline()
  });
  const session = (0, import_client.locationOf)(url, headers.location);
  if (session === void 0)
    throw new import_errors21.CloudError({
      message: "the response to a resumable upload has no Location header",
      status: status2,
      resource: call.resource
    });
  if (new URL(session).origin !== new URL(url).origin) throw (0, import_invalid_response.redirected)({ ...call, url, status: status2 }, session);
  return session;
}
async function sendAll(store, size, session, call, read4) {
  const buffer2 = Buffer.allocUnsafe(Math.min(PIECE3, size));
  let offset = 0;
  let failures = 0;
  for (; ; ) {
    const piece = await read4(buffer2, offset);
    const range = `bytes ${offset}-${offset + piece.length - 1}/${size}`;
    let result;
    try {
      result = await (0, import_retry2.retry)(
        (attempt) => attempt === 0 ? put(store, session, call, range, piece) : status(store, size, session, call),
        {
          clock: store.clock,
          signal: store.signal,
          resource: call.resource,
          until: store.clock.now() + store.deadline(Number.POSITIVE_INFINITY),
          // Counted by `pauseAfter`, which is called first.
          mayPass: (error) => (0, import_retry2.isTransient)(error) && failures <= MAX_FAILURES,
          pauseAfter: () => (0, import_retry2.backoff)(failures++, store.clock)
        }
      );
    } catch (error) {
      if (hasStatus(error, 404) || hasStatus(error, 410)) return void 0;
      throw error;
    }
    if (result.status !== 308)
      return (0, import_invalid_response.parseResponse)({ ...call, url: session, status: result.status }, result.text).generation;
    const received = /^bytes=0-(\d+)$/.exec(result.headers.range ?? "")?.[1];
    const next = received === void 0 ? 0 : Number(received) + 1;
    if (next > offset) failures = 0;
    offset = next;
  }
}
function status(store, size, session, call) {
  return put(store, session, call, `bytes */${size}`, Buffer.alloc(0));
}
async function put(store, session, call, range, body) {
  return store.http.text({
    ...call,
    method: "PUT",
    url: session,
    headers: { "content-range": range },
    body,
    // After a fault the server's progress is read before the next piece.
    idempotent: false
  });
}
async function readFully(file, buffer2, at) {
  let length = 0;
  while (length < buffer2.length) {
    const { bytesRead } = await file.read(buffer2, length, buffer2.length - length, at + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer2.subarray(0, length);
}
var import_promises6, import_client, import_invalid_response, import_errors21, import_retry2, PIECE3, MAX_FAILURES;
var init_resumable_upload = __esm({
  "actions/publish-frontend/store/upload/resumable-upload.ts"() {
    "use strict";
    import_promises6 = require("node:fs/promises");
    import_client = __toESM(require_client(), 1);
    import_invalid_response = __toESM(require_invalid_response(), 1);
    import_errors21 = __toESM(require_errors(), 1);
    import_retry2 = __toESM(require_retry(), 1);
    init_preconditions();
    init_storage_client();
    init_stored_object();
    PIECE3 = 8 * 1024 * 1024;
    MAX_FAILURES = 10;
  }
});

// actions/publish-frontend/store/upload/upload.ts
function memoryOf({ file: { size, gzip: compress } }) {
  return compress ? 2 * size : Math.min(2 * size, PIECE3);
}
async function upload(store, root, item) {
  const { source, md5: md52, storedMd5 = md52 } = item.file;
  for (let tries = 0; ; tries++) {
    try {
      return await send(store, root, item);
    } catch (error) {
      if (hasStatus(error, 412)) {
        const now = await store.stat(item.name);
        if (now && holds(now, item.file)) return now;
        throw preconditionFailure(error, item.name, generationOf(now) !== item.replaces);
      }
      const { code: code3 } = error;
      if (code3 === "EMFILE" || code3 === "ENFILE")
        throw new import_errors22.OutcomeError(
          `Too many files and connections are open (${code3}). Lower concurrency, or increase the runner's limit (ulimit -n). Run this step again to finish.`,
          { cause: error }
        );
      if (!hasStatus(error, 400) || !/md5|hash|checksum/i.test(error.message)) throw error;
      if (md5OfFile(`${root}/${source}`) !== storedMd5)
        throw new import_errors22.OutcomeError(
          `${source} changed while it was published. Make sure that no other process writes to the folder, and run this step again.`
        );
      if (tries === 2) throw error;
    }
  }
}
async function send(store, root, item) {
  const { source, size, md5: md52, storedMd5 = md52, contentEncoding, gzip: compress } = item.file;
  const file = `${root}/${source}`;
  const compressed = compress || contentEncoding !== void 0;
  const plain5 = { size, md5: storedMd5, contentEncoding, sourceMd5: compressed ? md52 : void 0 };
  if (!compress && size > PIECE3) return sendInPieces(store, file, item, plain5);
  const packed2 = compress ? await (0, import_node_util.promisify)(import_node_zlib2.gzip)(await (0, import_promises7.readFile)(file), { level: 9 }) : void 0;
  if (packed2 === void 0 || packed2.length >= 0.9 * size)
    return sendWhole(store, item, plain5, (room) => read3(file, room));
  const stored = { ...plain5, size: packed2.length, md5: (0, import_node_crypto5.hash)("md5", packed2, "base64"), contentEncoding: "gzip" };
  return sendWhole(store, item, stored, (room) => packed2.copy(room));
}
function read3(file, room) {
  const descriptor = (0, import_node_fs6.openSync)(file, "r");
  try {
    for (let at = 0, got = 1; at < room.length && got > 0; at += got)
      got = (0, import_node_fs6.readSync)(descriptor, room, at, room.length - at, null);
  } finally {
    (0, import_node_fs6.closeSync)(descriptor);
  }
}
async function uploadJson(store, name, blocks, replaces) {
  const digest = (0, import_node_crypto5.createHash)("md5");
  for (const block of blocks) digest.update(block);
  const md52 = digest.digest("base64");
  const size = blocks.reduce((sum, block) => sum + block.length, 0);
  const stored = { size, md5: md52, contentEncoding: void 0, sourceMd5: void 0 };
  const fill2 = (room) => {
    let at = 0;
    for (const block of blocks) at += block.copy(room, at);
  };
  try {
    return await sendWhole(store, { name, headers: JSON_HEADERS, replaces }, stored, fill2);
  } catch (error) {
    if (!hasStatus(error, 412)) throw error;
    const now = await store.stat(name);
    if (now?.md5 === md52) return now;
    throw generationOf(now) === replaces ? preconditionFailure(error, name, false) : error;
  }
}
function attemptTimeoutFor(bytes) {
  return 6e4 + Math.min(bytes, 54e4);
}
async function sendWhole(store, item, stored, fill2) {
  const body = multipart({ md5Hash: stored.md5, ...metadataOf(item.headers, stored) }, stored.size, fill2);
  const response = await store.http.json({
    method: "POST",
    url: `${store.endpoint}/upload/storage/v1/b/${store.bucket}/o?uploadType=multipart&name=${encodeURIComponent(item.name)}&ifGenerationMatch=${item.replaces}&fields=generation`,
    headers: { "content-type": CONTENT_TYPE },
    body,
    // The precondition makes it so: a second try of what was done is refused.
    idempotent: true,
    resource: `object gs://${store.bucket}/${item.name}`,
    permission: item.replaces === ABSENT ? "storage.objects.create" : "storage.objects.delete",
    role: STORAGE_ROLE,
    attemptTimeout: attemptTimeoutFor(stored.size),
    deadline: store.deadline(attemptTimeoutFor(stored.size))
  });
  return {
    ...stored,
    name: item.name,
    crc32c: void 0,
    generation: response.generation,
    metageneration: "1",
    contentType: item.headers.contentType,
    cacheControl: item.headers.cacheControl,
    updated: 0
  };
}
var import_node_crypto5, import_node_fs6, import_promises7, import_node_util, import_node_zlib2, import_errors22, JSON_HEADERS;
var init_upload = __esm({
  "actions/publish-frontend/store/upload/upload.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    import_node_fs6 = require("node:fs");
    import_promises7 = require("node:fs/promises");
    import_node_util = require("node:util");
    import_node_zlib2 = require("node:zlib");
    import_errors22 = __toESM(require_errors(), 1);
    init_digest();
    init_preconditions();
    init_storage_client();
    init_stored_object();
    init_multipart_body();
    init_resumable_upload();
    JSON_HEADERS = { contentType: "application/json; charset=utf-8", cacheControl: "no-store" };
  }
});

// actions/publish-frontend/store/claim.ts
async function waitUntilFree(options, mayTake = () => false) {
  const { store, layout, clock, log } = options;
  if (options.dryRun) return await readState(store, layout);
  const ours = newClaim(options, "upload");
  let seen = { generation: "", since: 0 };
  let holder = "";
  const look = async () => {
    const sent = clock.now();
    const stored = await readState(store, layout);
    const { claim } = stored.state;
    if (!claim || isOurEarlierAttempt(claim, ours) || mayTake(claim)) return stored;
    if (seen.generation !== stored.generation) {
      if (seen.generation === "") log.info(`Waiting for another run on this site: ${claim.run} (${claim.work}).`);
      seen = { generation: stored.generation, since: clock.now() };
    }
    if (sent - seen.since > DEAD_AFTER) {
      log.warning(`${claim.run} stopped before it finished on this site. This run takes over.`);
      return stored;
    }
    holder = claim.run;
    return void 0;
  };
  const until = clock.now() + WAIT_FOR2;
  const free = await (0, import_retry3.poll)(look, { clock, signal: store.signal, until, first: LOOK_EVERY, longest: LOOK_EVERY });
  if (free) return free;
  throw new import_errors23.OutcomeError(
    `Timed out: ${holder} is still running on this site. Nothing was changed. Run this step again later.`
  );
}
async function untilClaimed(work) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const done = await work(attempt);
    if (done !== void 0) return done;
  }
  throw new import_errors23.OutcomeError(
    `The site was modified concurrently by other runs; gave up after ${ATTEMPTS} attempts. Run this step again.`
  );
}
async function takeClaim(options, from, work, change = (state) => state) {
  const { store, layout, clock } = options;
  let { generation } = from;
  const claim = newClaim(options, work);
  let state = withClaim(change(givenBack(from.state)), claim);
  let renewed = clock.now();
  let lost;
  let released = false;
  const write2 = async (next) => {
    const before = clock.now();
    ({ generation } = await uploadJson(store, (0, import_object_names11.stateName)(layout), [Buffer.from(serializeState(next))], generation));
    state = next;
    renewed = before;
    options.onWritten(next);
  };
  try {
    await write2(state);
  } catch (error) {
    if (hasStatus(error, 412)) return void 0;
    throw error;
  }
  const wasDone = async (next) => {
    if (next.claim) return false;
    const { state: now } = await readState(store, layout);
    return now.claim?.token !== claim.token && continuesFrom(now, next, state);
  };
  let queue = Promise.resolve();
  const enqueue = (next) => {
    queue = queue.catch(() => void 0).then(async () => {
      if (lost) throw lost;
      const wanted = next();
      try {
        await write2(wanted);
      } catch (error) {
        if (!hasStatus(error, 412)) throw error;
        if (await wasDone(wanted)) return;
        lost = new import_errors23.OutcomeError(
          "Another run, for instance a rollback, took over this site, so this step stopped. Every page of the site still loads.",
          { cause: error }
        );
        options.onLost(lost);
        throw lost;
      }
    });
    return queue;
  };
  const beat = () => ({ ...state, ...state.claim && { claim: { ...state.claim, beat: state.claim.beat + 1 } } });
  const stopBeats = (0, import_clock.every)(clock, RENEW_EVERY, () => void enqueue(beat).catch(() => void 0));
  const assertOurs = () => {
    if (lost) throw lost;
    if (clock.now() - renewed <= TRUST_FOR) return;
    throw new import_errors23.OutcomeError(
      "The lock on this site could not be renewed in time, so this step stopped. Run this step again."
    );
  };
  const stopWatch = (0, import_clock.every)(clock, DOUBT_EVERY, () => {
    try {
      assertOurs();
    } catch (error) {
      stopWatch();
      options.onLost(error);
    }
  });
  options.onHeld(assertOurs);
  const stop = () => {
    stopBeats();
    stopWatch();
  };
  return {
    get state() {
      return state;
    },
    update: (change2, to) => enqueue(() => {
      const next = change2(state);
      return to && next.claim ? { ...next, claim: { ...next.claim, work: to } } : next;
    }),
    get released() {
      return released;
    },
    async release(change2 = (same) => same) {
      if (released) return;
      stop();
      await enqueue(() => withoutClaim(change2(state)));
      released = true;
    },
    abandon() {
      stop();
      released = true;
    }
  };
}
function newClaim({ github, random }, work) {
  return { run: github.runUrl, attempt: github.runAttempt, job: github.job, work, beat: 0, token: random.uuid() };
}
var import_clock, import_errors23, import_retry3, import_object_names11, RENEW_EVERY, TRUST_FOR, DEAD_AFTER, LOOK_EVERY, DOUBT_EVERY, WAIT_FOR2, isLeftByThisRun, ATTEMPTS;
var init_claim = __esm({
  "actions/publish-frontend/store/claim.ts"() {
    "use strict";
    import_clock = __toESM(require_clock(), 1);
    import_errors23 = __toESM(require_errors(), 1);
    import_retry3 = __toESM(require_retry(), 1);
    import_object_names11 = __toESM(require_object_names(), 1);
    init_preconditions();
    init_read_state();
    init_site_state();
    init_upload();
    RENEW_EVERY = 1e4;
    TRUST_FOR = 3e4;
    DEAD_AFTER = 45e3;
    LOOK_EVERY = 1e3;
    DOUBT_EVERY = 1e3;
    WAIT_FOR2 = 6e5;
    isLeftByThisRun = ({ claim }, { runUrl }) => claim?.work === "upload" && claim.run === runUrl;
    ATTEMPTS = 5;
  }
});

// actions/publish-frontend/store/neighboring-sites.ts
async function readNeighbors(store, layout, listing) {
  const live = /* @__PURE__ */ new Map();
  const add = async (prefix) => {
    const site = { ...layout, prefix };
    const names = await namesOf(store, site, (state) => readLiveManifests(store, site, state));
    for (const name of names) if (name.startsWith(layout.prefix)) live.set(name, prefix);
  };
  const [below] = await Promise.all([
    listing.then(async (objects) => {
      const prefixes = nestedPrefixes(layout, objects.keys());
      await Promise.all(prefixes.map(add));
      return prefixes;
    }),
    ...prefixesAbove(layout).map(add)
  ]);
  return { below, live };
}
async function readKeptAbove(store, layout) {
  const kept = /* @__PURE__ */ new Set();
  for (const prefix of prefixesAbove(layout)) {
    const site = { ...layout, prefix };
    const read4 = ({ published }) => readReleaseManifests(
      store,
      site,
      published.map(({ release }) => release)
    );
    for (const name of await namesOf(store, site, read4)) kept.add(name);
  }
  return kept;
}
function nestedPrefixes(layout, names) {
  const state = (0, import_object_names12.stateName)({ ...layout, prefix: "" });
  const found = [];
  for (const name of names)
    if (name.endsWith(`/${state}`) && name.length > layout.prefix.length + state.length && name.startsWith(layout.prefix))
      found.push(name.slice(0, -state.length));
  return found;
}
function prefixesAbove({ prefix }) {
  const parts = prefix.split("/").slice(0, -1);
  return parts.map(
    (_, i) => parts.slice(0, i).map((part) => `${part}/`).join("")
  );
}
async function namesOf(store, layout, read4) {
  try {
    const { state } = await readState(store, layout);
    const manifests = await read4(state);
    return manifests.flatMap(
      ({ release, atomic, files, carried }) => [...files.keys(), ...carried].map((path4) => (0, import_object_names12.siteRoot)(layout, release, atomic) + path4)
    );
  } catch (error) {
    if (error instanceof import_errors24.OutcomeError || error instanceof import_errors24.CloudError && error.status === 403) return [];
    throw error;
  }
}
var import_errors24, import_object_names12;
var init_neighboring_sites2 = __esm({
  "actions/publish-frontend/store/neighboring-sites.ts"() {
    "use strict";
    import_errors24 = __toESM(require_errors(), 1);
    import_object_names12 = __toESM(require_object_names(), 1);
    init_read_manifests();
    init_read_state();
  }
});

// actions/publish-frontend/site/dependencies/page-references.ts
function pageReferences(html, page, prefix) {
  const paths = /* @__PURE__ */ new Set();
  let base = addressOf(page);
  for (const { name, attributes, text } of tags(html)) {
    if (name === "base") base = URL.parse(attributes.get("href") ?? "", base)?.href ?? base;
    for (const target of loaded(name, attributes, text)) addPaths(paths, target, base, prefix);
  }
  return paths;
}
function importsOf(code3, path4, prefix) {
  const paths = /* @__PURE__ */ new Set();
  for (const target of /\.css$/i.test(path4) ? cssImports(code3) : scriptImports(code3))
    addPaths(paths, target, addressOf(path4), prefix);
  return paths;
}
function loaded(name, attributes, text) {
  const given = (attribute) => [attributes.get(attribute)].filter((value) => value !== void 0);
  if (name === "style") return cssImports(text);
  if (name === "script") {
    if (attributes.has("src")) return given("src");
    return attributes.get("type")?.toLowerCase() === "importmap" ? mapped(text) : scriptImports(text);
  }
  if (name !== "link") return [];
  const rel = attributes.get("rel")?.toLowerCase().split(/\s+/) ?? [];
  const preloaded = rel.includes("preload") && /^(script|style)$/i.test(attributes.get("as") ?? "");
  return preloaded || rel.includes("stylesheet") || rel.includes("modulepreload") ? given("href") : [];
}
function scriptImports(code3) {
  const found = code3.matchAll(
    /(?:\b(?:from|import)\s*(?:\(\s*(?:\/\*[^*]*\*\/\s*)?)?|\bnew\s+URL\(\s*)(["'`])([^"'`\n$]+)\1/g
  );
  return [...found].map(([, , target = ""]) => target).filter((target) => /^(\.{0,2}\/|https?:)/.test(target));
}
function cssImports(code3) {
  const found = code3.matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/gi);
  return [...found].map(([, target = ""]) => target);
}
function mapped(json) {
  return [...json.matchAll(/:\s*"([^"]+)"/g)].map(([, target = ""]) => target);
}
function addressOf(path4) {
  return `${ORIGIN}/${encodeURI(path4)}`;
}
function addPaths(paths, target, base, prefix) {
  const url = URL.parse(target, base);
  if (url?.origin !== ORIGIN) return;
  let path4;
  try {
    path4 = decodeURIComponent(url.pathname.slice(1));
  } catch {
    return;
  }
  paths.add(path4);
  if (prefix !== "" && path4.startsWith(prefix)) paths.add(path4.slice(prefix.length));
}
function* tags(html) {
  const tag = new RegExp(TAG, "g");
  const lower = html.toLowerCase();
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    if (match[1] === void 0) continue;
    const name = match[1].toLowerCase();
    const attributes = /* @__PURE__ */ new Map();
    for (const [, key = "", double, single, bare] of (match[2] ?? "").matchAll(ATTRIBUTE)) {
      const attribute = key.toLowerCase();
      if (!attributes.has(attribute)) attributes.set(attribute, unescapeEntities(double ?? single ?? bare ?? ""));
    }
    if (!/^(script|style|textarea|title)$/.test(name)) {
      yield { name, attributes, text: "" };
      continue;
    }
    const start = tag.lastIndex;
    const end = lower.indexOf(`</${name}`, start);
    yield { name, attributes, text: html.slice(start, end < 0 ? void 0 : end) };
    if (end < 0) return;
    tag.lastIndex = end;
  }
}
function unescapeEntities(value) {
  return value.replaceAll("&amp;", "&").replaceAll("&#38;", "&").trim();
}
var ORIGIN, TAG, ATTRIBUTE;
var init_page_references = __esm({
  "actions/publish-frontend/site/dependencies/page-references.ts"() {
    "use strict";
    ORIGIN = "https://site.invalid";
    TAG = /<!--[\s\S]*?(?:-->|$)|<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/;
    ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  }
});

// actions/publish-frontend/site/dependencies/unhashed-dependencies.ts
async function unhashedDependencies(root, files, changing, prefix) {
  const suspects = new Set(changing.filter((path4) => CODE2.test(path4)));
  if (suspects.size === 0) return [];
  const code3 = new Map(files.filter(({ path: path4 }) => CODE2.test(path4)).map((file) => [file.path, file]));
  const imports = /* @__PURE__ */ new Map();
  const read4 = ({ source, contentEncoding }) => readDecoded(`${root}/${source}`, contentEncoding);
  const found = [];
  for (const file of files) {
    const { page, path: path4 } = file;
    if (!page) continue;
    const seen = /* @__PURE__ */ new Set();
    const open3 = [...pageReferences(await read4(file), path4, prefix)];
    for (let next = open3.pop(); next !== void 0; next = open3.pop()) {
      const script = code3.get(next);
      if (seen.has(next) || !script) continue;
      seen.add(next);
      if (suspects.has(next)) found.push({ page: path4, on: next });
      const imported = imports.get(next) ?? importsOf(await read4(script), next, prefix);
      imports.set(next, imported);
      open3.push(...imported);
    }
  }
  return found;
}
var CODE2;
var init_unhashed_dependencies = __esm({
  "actions/publish-frontend/site/dependencies/unhashed-dependencies.ts"() {
    "use strict";
    init_encoded_content();
    init_page_references();
    CODE2 = /\.(m?js|css)$/i;
  }
});

// actions/publish-frontend/preflight/dependencies.ts
async function checkDependencies({ strict, layout }, { context }, root, files, changing) {
  const problems = (await unhashedDependencies(root, files, changing, layout.prefix)).map(({ page, on }) => ({
    subject: "Input strict",
    message: `${page} loads ${on}, which changes and has no content hash in its name: old and new pages share it. Configure the build to add a content hash to its name.`
  }));
  if (strict && problems.length > 0) throw new import_errors25.InputError(problems);
  const shown = problems.slice(0, MAX_WARNINGS);
  for (const { message } of shown) context.log.warning(message);
  if (problems.length > shown.length)
    context.log.warning(`${problems.length - shown.length} more pages load unhashed files that change.`);
}
var import_errors25, MAX_WARNINGS;
var init_dependencies = __esm({
  "actions/publish-frontend/preflight/dependencies.ts"() {
    "use strict";
    import_errors25 = __toESM(require_errors(), 1);
    init_unhashed_dependencies();
    MAX_WARNINGS = 10;
  }
});

// actions/publish-frontend/preflight/overwrites.ts
function checkSharedObjects(names, neighbors, { layout, force }, { context }) {
  const record = recordOfOther(names, neighbors);
  if (record)
    throw new import_errors26.InputError([
      {
        subject: "Input path",
        message: `${record.name} is a record of another site, gs://${layout.bucket}/${record.prefix}. Nothing was changed. Remove the folder ${record.prefix}.releases from the files.`
      }
    ]);
  const shared = sharedObjects(names, neighbors);
  const [first] = shared;
  if (!first) return;
  const message = `${shared.length} of the files belong to another site, gs://${layout.bucket}/${first.prefix}, for instance ${first.name}.`;
  if (force) {
    context.log.warning(`${message} They are overwritten because force is true.`);
    return;
  }
  throw new import_errors26.InputError([
    {
      subject: "Input prefix",
      message: `${message} Nothing was changed. Remove these files from one of the sites, set another prefix for this site, or set force: true to overwrite them.`
    }
  ]);
}
function checkHashedNames({ clashes }) {
  if (clashes.length === 0) return;
  throw new import_errors26.InputError(
    clashes.map((path4) => ({
      subject: "Input mutable",
      message: `${path4} has what looks like a content hash in its name, but the bucket has other content under this name. If the name stays when the content changes, add "${path4}" to mutable.`
    }))
  );
}
var import_errors26;
var init_overwrites = __esm({
  "actions/publish-frontend/preflight/overwrites.ts"() {
    "use strict";
    import_errors26 = __toESM(require_errors(), 1);
    init_neighboring_sites();
  }
});

// actions/publish-frontend/preflight/route.ts
function requireRoute(cdn, needed) {
  if (!needed) return void 0;
  if (cdn) return ownRoute(cdn);
  throw new import_errors27.InputError([
    {
      subject: "Input url-map",
      message: "is required. This site is published with atomic: true, which switches it by a write to the URL map."
    }
  ]);
}
function checkLiveRelease({ manifest: { release, atomic }, overwritten }, route, layout, { current, atomic: inFolder }) {
  const live = route?.to === (0, import_object_names13.siteRoot)(layout, release, atomic) || atomic && inFolder === true && current === release;
  if (overwritten.length === 0 || !live) return;
  throw new import_errors27.InputError([
    {
      subject: "Input release",
      message: `${release} is live, and this build differs from it in ${overwritten.length} files, for instance ${overwritten[0]}. A live release cannot change atomically. Set another name for this release.`
    }
  ]);
}
var import_errors27, import_object_names13, besideSites;
var init_route = __esm({
  "actions/publish-frontend/preflight/route.ts"() {
    "use strict";
    import_errors27 = __toESM(require_errors(), 1);
    init_switch_route();
    import_object_names13 = __toESM(require_object_names(), 1);
    besideSites = (cdn, { below }) => cdn && { ...cdn, below };
  }
});

// actions/publish-frontend/preflight/preflight.ts
function awaitFreeSite(inputs, clients) {
  const { layout, atomic } = inputs;
  const { store, claims, timings } = clients;
  return timings.time("Connect", async () => {
    const empty = store.isEmpty(layout.prefix);
    empty.catch(() => {
    });
    const cdn = atomic ? void 0 : readCdn(inputs, clients);
    cdn?.catch(() => {
    });
    let waited = false;
    const isOther = () => {
      waited = true;
      return false;
    };
    const stored = await waitUntilFree(claims, isOther);
    const isStale = waited || stored.state.atomic === true || stored.state.unfinished !== void 0;
    return { stored, empty: stored.generation === ABSENT && await empty, cdn: isStale ? void 0 : cdn };
  });
}
async function preflight(inputs, clients, { root, files: reading }, { stored, empty, cdn: read4 }) {
  const { store, timings, context } = clients;
  const { layout, atomic } = inputs;
  const { state } = stored;
  noteSite(context, layout, state);
  checkSiteHold(inputs, state);
  const listed2 = empty ? Promise.resolve(/* @__PURE__ */ new Map()) : store.list(layout.prefix);
  const [opened, listing, files, before, earlier, neighbors, , canary] = await timings.time(
    "Compare",
    () => Promise.all([
      read4 ?? readCdn(inputs, clients),
      listed2,
      reading,
      readLiveManifests(store, layout, state),
      atomic ? readReleaseManifests(store, layout, recentReleases(state)) : [],
      readNeighbors(store, layout, listed2),
      checkCommitOrder(inputs, clients, state),
      checkServiceHolds(inputs, clients)
    ])
  );
  const cdn = besideSites(opened, neighbors);
  const stopped = stoppedRuns(state, before);
  const planInput = {
    layout,
    root,
    release: inputs.release,
    commit: inputs.commit,
    run: context.github.runUrl,
    site: files,
    listing,
    crc32c: composedHashes(root, layout.prefix, files, listing),
    spared: sparedBy(stopped, layout, state)
  };
  const route = requireRoute(cdn, movesRoute({ atomic }, state, before));
  const names = files.map(({ path: path4 }) => (0, import_object_names14.siteRoot)(layout, inputs.release, atomic) + path4);
  checkSharedObjects(names, neighbors, inputs, clients);
  const plan = atomic ? planPublishAtomic(planInput, before, earlier) : planPublishInPlace(planInput, before, neighbors);
  checkLiveRelease(plan, route, layout, state);
  checkHashedNames(plan);
  await checkDependencies(inputs, clients, root, files, plan.changing);
  const replaced = await replacedManifest(store, layout, plan.manifest, state, before);
  return { stored, listing, cdn, before, stopped, neighbors, plan, replaced, canary };
}
function sparedBy(stopped, layout, { current }) {
  const pruned = stopped.filter(
    ({ manifest, work }) => work === "prune" || work === "either" && manifest.release === current
  );
  if (pruned.length === 0) return void 0;
  return new Set(pruned.flatMap(({ manifest }) => [...objectsOf(layout, manifest)].map(({ name }) => name)));
}
async function replacedManifest(store, layout, manifest, state, before) {
  const isOurs = ({ release }) => release === manifest.release;
  if (!state.published.some(isOurs)) return void 0;
  const old = before.find(isOurs) ?? await readReleaseManifest(store, layout, manifest.release);
  return old && !sameFiles(old, manifest) ? old : void 0;
}
function stoppedRuns(state, before) {
  return stoppedWork(state).flatMap(
    ({ release, work }) => before.filter((manifest) => manifest.release === release).map((manifest) => ({ manifest, work }))
  );
}
function recentReleases({ published }) {
  return published.slice(-CARRIED).map(({ release }) => release);
}
function composedHashes(root, prefix, files, listing) {
  const hashes = /* @__PURE__ */ new Map();
  for (const { path: path4, source, size } of files) {
    const object = listing.get(prefix + path4);
    if (object && object.md5 === void 0 && object.size === size) hashes.set(path4, crc32cOfFile(`${root}/${source}`));
  }
  return hashes;
}
var import_object_names14, CARRIED, readCdn;
var init_preflight = __esm({
  "actions/publish-frontend/preflight/preflight.ts"() {
    "use strict";
    init_prune();
    init_publish();
    init_site_switch();
    init_standing2();
    init_digest();
    init_claim();
    init_neighboring_sites2();
    import_object_names14 = __toESM(require_object_names(), 1);
    init_read_manifests();
    init_release_manifest();
    init_site_state();
    init_stored_object();
    init_dependencies();
    init_freshness();
    init_holds2();
    init_overwrites();
    init_route();
    CARRIED = 10;
    readCdn = ({ rules }, { openCdn: openCdn2 }) => openCdn2(!rules.gzip && rules.precompressed === "off");
  }
});

// actions/publish-frontend/run/prune.ts
function prunable({ layout, release, ...rules }, { context }, before, state, listing) {
  if (rules.maxDelete === 0 || !onlyOwnPagesArrive(before, release)) return [];
  return prunedReleases(layout, state, listing, rules, context.clock.now());
}
async function prune(inputs, clients, held, listing, manifests) {
  const { store, context, timings } = clients;
  const { layout, maxDelete, concurrency } = inputs;
  const pruned = new Set(manifests.map(({ release }) => release));
  const kept = (0, import_object_names15.releasesIn)(layout, listing.keys()).filter((release) => !pruned.has(release));
  const named2 = /* @__PURE__ */ new Set();
  await transferAll(kept, { concurrency: 8 }, async (release) => {
    const manifest = await readReleaseManifest(store, layout, release);
    if (manifest) for (const { name } of objectsOf(layout, manifest)) named2.add(name);
  });
  for (const name of await readKeptAbove(store, layout)) named2.add(name);
  const neighbors = { below: nestedPrefixes(layout, listing.keys()), live: /* @__PURE__ */ new Map() };
  const plan = planPrune(layout, manifests, named2, listing, maxDelete, neighbors);
  const forgotten = /* @__PURE__ */ new Set([...plan.pruned, ...plan.begun]);
  if (forgotten.size > 0) await held.update((state) => withoutReleases(state, forgotten));
  const progress = timings.progress("Pruned", plan.remove.length);
  let done = 0;
  const [files, records] = [false, true].map(
    (wanted) => plan.remove.filter(({ name }) => name.endsWith("/manifest.json") === wanted)
  );
  for (const objects of [files, records]) {
    await transferAll(objects ?? [], { concurrency }, async (object) => {
      await store.remove(object);
      progress(++done);
    });
  }
  if (plan.foreign.length > 0)
    context.log.warning(
      `${plan.foreign.length} objects have names of pruned releases, but belong to another site or were changed by another user. They are kept, for instance ${plan.foreign[0]}.`
    );
  if (plan.postponed > 0)
    context.log.notice(
      `${plan.postponed} more objects of old releases are left for the next run (max-delete: ${maxDelete}).`
    );
  return { deleted: plan.remove.length, releases: plan.pruned };
}
var import_object_names15;
var init_prune2 = __esm({
  "actions/publish-frontend/run/prune.ts"() {
    "use strict";
    init_prune();
    init_neighboring_sites2();
    import_object_names15 = __toESM(require_object_names(), 1);
    init_parallel_transfers();
    init_read_manifests();
    init_site_state();
  }
});

// actions/publish-frontend/run/stage.ts
async function stageRelease(inputs, clients, { plan, listing, replaced }) {
  if (replaced) return stage(inputs, clients, plan.stage);
  const manifest = writeManifest(inputs, clients, plan.manifest, listing);
  manifest.catch(clients.stop);
  let files;
  try {
    if (plan.manifest.files.size > UPLOAD_BESIDE_FILES) await manifest;
    files = await stage(inputs, clients, plan.stage);
  } finally {
    await manifest;
  }
  return { bytes: files.bytes, objects: withObject(files.objects, await manifest) };
}
async function replaceManifest(inputs, clients, { stored, plan }, listing) {
  const { layout, release } = inputs;
  const old = listing.get((0, import_object_names16.manifestName)(layout, release));
  if (old && stored.state.unfinished?.to !== release) {
    const kept = (0, import_object_names16.replacedName)(layout, release);
    await clients.store.copy(old, kept, JSON_HEADERS, listing.get(kept)?.generation ?? ABSENT);
  }
  return withObject(/* @__PURE__ */ new Map(), await writeManifest(inputs, clients, plan.manifest, listing));
}
async function stage(inputs, { store, timings }, plan) {
  const { concurrency } = inputs;
  const uploads = [...plan.uploads, ...plan.keeps];
  const kept = new Set(plan.keeps);
  const objects = /* @__PURE__ */ new Map();
  const progress = timings.progress("Uploaded", uploads.length + plan.copies.length);
  let bytes = 0;
  let done = 0;
  await transferAll(uploads, { concurrency, memory: memoryOf }, async (item) => {
    const object = await upload(store, plan.folder, item);
    if (kept.has(item) || item.replaces !== ABSENT) objects.set(object.name, object);
    bytes += object.size;
    progress(++done);
  });
  await transferAll(plan.copies, { concurrency }, async ({ from, to, headers, replaces }) => {
    await store.copy(from, to, headers, replaces);
    progress(++done);
  });
  await transferAll(plan.patches, { concurrency }, async ({ object, headers }) => {
    objects.set(object.name, await store.patch(object, headers));
  });
  return { bytes, objects };
}
async function writeManifest({ layout }, { claims }, manifest, listing) {
  const name = (0, import_object_names16.manifestName)(layout, manifest.release);
  const replaces = listing.get(name)?.generation ?? ABSENT;
  return uploadJson(claims.store, name, serializeReleaseManifest(manifest), replaces);
}
function withObject(changes, object) {
  return new Map([...changes, [object.name, object]]);
}
var import_object_names16, UPLOAD_BESIDE_FILES;
var init_stage = __esm({
  "actions/publish-frontend/run/stage.ts"() {
    "use strict";
    import_object_names16 = __toESM(require_object_names(), 1);
    init_parallel_transfers();
    init_release_manifest();
    init_stored_object();
    init_upload();
    UPLOAD_BESIDE_FILES = 6e3;
  }
});

// actions/publish-frontend/run/publish.ts
async function checkSite(site) {
  const { inputs, clients } = site;
  const free = awaitFreeSite(inputs, clients);
  free.catch(() => {
  });
  const local = await readLocalSite(inputs, clients);
  return checkAgainst(site, local, await free);
}
async function checkAgainst({ inputs, clients }, local, free) {
  const found = await preflight(inputs, clients, local, free);
  const { stored, plan } = found;
  const { state } = stored;
  const planned = {
    ...NO_CHANGES,
    task: "publish",
    release: inputs.release,
    previous: state.current === inputs.release ? previousRelease(state) : state.current,
    link: siteLink(found.cdn, inputs.layout, plan.manifest),
    sent: plan.sent,
    patched: plan.patched,
    removed: plan.removed,
    unchanged: plan.manifest.files.size - plan.sent.length,
    ...state.hold && { holdEnded: endOfHold(state.hold, inputs.reason) }
  };
  return { inputs, clients, local, found, planned, complete: isComplete(inputs, clients, found) };
}
function dryRunOf({ inputs, clients, found, planned, complete }) {
  return complete ? planned : { ...planned, ...dryRunOutcome(inputs, clients, found) };
}
async function claimSite(checked, switches = true) {
  let site = checked;
  return await untilClaimed(async (attempt) => {
    const { inputs, clients, local } = site;
    if (attempt > 0) site = await checkAgainst(site, local, await awaitFreeSite(inputs, clients));
    if (site.complete) return site;
    const held = await takeClaim(clients.claims, site.found.stored, "upload", (now) => {
      const free = inputs.releaseHold ? withoutHold(now) : now;
      return switches && isFirstPublish(now) ? beginSwitch(free, inputs.release) : free;
    });
    if (!held) return void 0;
    return { ...site, held };
  });
}
async function stageSite(site) {
  const { inputs, clients, found } = site;
  const { bytes, objects } = await clients.timings.time("Upload", () => stageRelease(inputs, clients, found));
  return { ...site, bytes, listing: withChanges(found.listing, objects) };
}
async function switchStaged(site) {
  const { inputs, clients, held, found, planned, bytes } = site;
  const { layout } = inputs;
  const { plan, before, cdn, stopped, neighbors } = found;
  const { state } = found.stored;
  const { manifest } = plan;
  let { listing } = site;
  const published = publishedRecord(inputs, clients);
  const dropped = held.state.staged;
  if (dropped && dropped.release !== inputs.release)
    clients.context.log.notice(
      `Release ${dropped.release}, staged for the canary of ${(0, import_commit8.shortCommit)(dropped.commit)}, is no longer staged: release ${inputs.release} replaces it.`
    );
  if (!isFirstPublish(state)) await held.update((now) => beginSwitch(now, inputs.release), "switch");
  if (found.replaced) listing = withChanges(listing, await replaceManifest(inputs, clients, found, listing));
  const finish = (now, settled) => finishSwitch(now, published, manifest.atomic, settled);
  const old = prunable(inputs, clients, state, finish(held.state, true), listing);
  const pruned = await readReleaseManifests(clients.store, layout, old);
  const siteSwitch = planSiteSwitch({ layout, manifest, before, listing, state, stopped, neighbors, pruned });
  const switched = await switchSite(inputs, clients, held, siteSwitch, cdn, plan.changedByStaging);
  listing = withChanges(listing, switched.objects);
  const { deleted, invalidated, failure } = switched;
  const finishNow = (now) => finish(now, failure === void 0);
  if (failure !== void 0 || pruned.length === 0) await held.release(finishNow);
  else await held.update(finishNow, "prune");
  return { ...site, listing, pruned, outcome: { ...planned, bytes, deleted, invalidated, failure } };
}
async function pruneSite({
  inputs,
  clients,
  held,
  listing,
  outcome,
  pruned: old
}) {
  if (held.released) return outcome;
  const pruned = await clients.timings.time("Prune", () => prune(inputs, clients, held, listing, old));
  await held.release();
  return { ...outcome, deleted: outcome.deleted + pruned.deleted, pruned: pruned.releases };
}
function publishedRecord({ release, commit }, { context }) {
  return { release, commit, at: new Date(context.clock.now()).toISOString() };
}
function dryRunOutcome(inputs, clients, { stored, listing, plan: { manifest, changed }, cdn, before }) {
  const state = finishSwitch(stored.state, publishedRecord(inputs, clients), manifest.atomic, true);
  const root = (0, import_object_names17.siteRoot)(inputs.layout, inputs.release, manifest.atomic);
  const route = movesRoute(manifest, stored.state, before);
  return {
    invalidated: invalidationsOf(inputs, { root, route }, cdn, changed),
    pruned: prunable(inputs, clients, stored.state, state, listing)
  };
}
function isFirstPublish({ current }) {
  return current === void 0;
}
function isComplete(inputs, clients, found) {
  const { stored, plan, before, listing, cdn } = found;
  const { current, unfinished, claim, hold } = stored.state;
  const { manifest } = plan;
  const root = (0, import_object_names17.siteRoot)(inputs.layout, inputs.release, manifest.atomic);
  if (cdn && movesRoute(manifest, stored.state, before) && ownRoute(cdn).to !== root) return false;
  if (!plan.isEmpty || current !== inputs.release || unfinished || claim || hold) return false;
  const live = before.find(({ release }) => release === current);
  return live !== void 0 && sameFiles(live, manifest) && prunable(inputs, clients, stored.state, stored.state, listing).length === 0;
}
var import_commit8, import_object_names17;
var init_publish2 = __esm({
  "actions/publish-frontend/run/publish.ts"() {
    "use strict";
    import_commit8 = __toESM(require_commit(), 1);
    init_changed_paths();
    init_switch_route();
    init_site_switch();
    init_local_site();
    init_preflight();
    init_outcome();
    init_claim();
    import_object_names17 = __toESM(require_object_names(), 1);
    init_read_manifests();
    init_release_manifest();
    init_site_state();
    init_stored_object();
    init_prune2();
    init_stage();
    init_switch_site();
  }
});

// actions/publish-frontend/run/release-hold.ts
async function releaseSiteHold(inputs, clients) {
  const { claims, context } = clients;
  return await untilClaimed(async () => {
    const stored = await waitUntilFree(claims);
    const { current, hold } = stored.state;
    noteSite(context, inputs.layout, stored.state);
    const outcome = {
      ...NO_CHANGES,
      task: "release-hold",
      release: current,
      previous: void 0,
      ...hold && { holdEnded: endOfHold(hold, inputs.reason) }
    };
    if (!hold) context.log.info("This site has no hold.");
    if (!hold && !isLeftByThisRun(stored.state, context.github) || inputs.dryRun) return outcome;
    const held = await takeClaim(claims, stored, "upload", withoutHold);
    if (!held) return void 0;
    await held.release();
    return outcome;
  });
}
var init_release_hold = __esm({
  "actions/publish-frontend/run/release-hold.ts"() {
    "use strict";
    init_outcome();
    init_standing2();
    init_claim();
    init_site_state();
  }
});

// actions/publish-frontend/plan/rollback.ts
function chooseRelease(state, wanted, run2, stays = false) {
  const releases = state.published.map(({ release }) => release);
  if (wanted === "previous") {
    const previous = begunTarget(state, run2) ?? (stays ? state.current : void 0) ?? previousRelease(state);
    if (previous !== void 0) return previous;
    throw new NoEarlierRelease(
      state.current === void 0 ? "There is nothing to roll back to: nothing was published here yet." : `There is nothing to roll back to: no release before ${state.current} is kept.`
    );
  }
  const matches = releases.includes(wanted) ? [wanted] : startingWith(wanted, state);
  if (matches.length === 1 && matches[0] !== void 0) return matches[0];
  const choices = releases.length > 0 ? `Kept releases, newest first: ${releases.toReversed().join(", ")}.` : "No release is kept.";
  const Refusal = matches.length === 0 && previousRelease(state) === void 0 ? NoEarlierRelease : import_errors28.OutcomeError;
  throw new Refusal(
    matches.length > 1 ? `Release ${wanted} is ambiguous: ${matches.join(", ")}.` : `Release ${wanted} cannot be rolled back to: it was never completely published here, or was pruned. ${choices}`
  );
}
function staysLive(site, step, run2) {
  const stays = ({ state, waits }) => {
    const target = begunTarget(state, run2);
    return target === void 0 ? waits : target === state.current;
  };
  const commit = liveCommit(site.state);
  return site.waits || step.some((other) => commit !== void 0 && stays(other) && liveCommit(other.state) === commit);
}
function begunTarget(state, run2) {
  const own = state.hold ?? state.released;
  return own?.run === run2 ? own.release : unfinishedTarget(state);
}
function startingWith(wanted, { published }) {
  if (wanted.length < 7) return [];
  const releasesWhere = (matches) => [
    ...new Set(published.filter(matches).map(({ release }) => release))
  ];
  const named2 = releasesWhere(({ release }) => release.startsWith(wanted));
  return named2.length > 0 ? named2 : releasesWhere(({ commit }) => commit.startsWith(wanted));
}
function unfinishedTarget({ unfinished, hold, current }) {
  if (!unfinished) return void 0;
  if (hold?.release === unfinished.to) return unfinished.to;
  return unfinished.to === current ? void 0 : current;
}
function missingFiles(layout, manifest, listing) {
  const root = (0, import_object_names18.siteRoot)(layout, manifest.release, manifest.atomic);
  const missing = [];
  for (const [path4, file] of manifest.files) {
    const object = listing.get(file.kept === void 0 ? root + path4 : (0, import_object_names18.keptName)(layout, file.kept));
    if (!object || !mayHold(object, file.md5)) missing.push(path4);
  }
  return missing;
}
var import_errors28, import_object_names18, NoEarlierRelease, liveCommit;
var init_rollback = __esm({
  "actions/publish-frontend/plan/rollback.ts"() {
    "use strict";
    import_errors28 = __toESM(require_errors(), 1);
    import_object_names18 = __toESM(require_object_names(), 1);
    init_site_state();
    init_stored_object();
    NoEarlierRelease = class extends import_errors28.OutcomeError {
    };
    liveCommit = ({ published, current }) => published.find(({ release }) => release === current)?.commit;
  }
});

// actions/publish-frontend/run/stored-release.ts
async function readStoredRelease(inputs, clients, stored, release, why) {
  const { store, timings } = clients;
  const { layout } = inputs;
  const { state } = stored;
  const listed2 = store.list(layout.prefix);
  const [opened, listing, target, before, neighbors] = await timings.time(
    "Compare",
    () => Promise.all([
      clients.openCdn(false),
      listed2,
      readReleaseManifest(store, layout, release),
      readLiveManifests(store, layout, state),
      readNeighbors(store, layout, listed2)
    ])
  );
  if (!target) throw new import_errors29.OutcomeError(`Release ${release} ${why}: its manifest is missing.`);
  const missing = missingFiles(layout, target, listing);
  if (missing.length > 0)
    throw new import_errors29.OutcomeError(
      `Release ${release} ${why}: ${missing.length} of its ${target.files.size} files are missing or changed, for instance ${missing[0]}. Nothing was changed.`
    );
  const cdn = besideSites(opened, neighbors);
  const root = (0, import_object_names19.siteRoot)(layout, release, target.atomic);
  const names = [...target.files.keys()].map((path4) => root + path4);
  checkSharedObjects(names, neighbors, inputs, clients);
  const stopped = stoppedRuns(state, before);
  const plan = planSiteSwitch({ layout, manifest: target, before, listing, state, stopped, neighbors });
  requireRoute(cdn, plan.route);
  return { stored, listing, cdn, target, before, stopped, neighbors, plan };
}
var import_errors29, import_object_names19, plannedSwitch, invalidationsOfStored;
var init_stored_release = __esm({
  "actions/publish-frontend/run/stored-release.ts"() {
    "use strict";
    import_errors29 = __toESM(require_errors(), 1);
    init_changed_paths();
    init_rollback();
    init_site_switch();
    init_overwrites();
    init_preflight();
    init_route();
    init_outcome();
    init_neighboring_sites2();
    import_object_names19 = __toESM(require_object_names(), 1);
    init_read_manifests();
    init_switch_site();
    plannedSwitch = (task, { layout }, { stored, cdn, target, plan }) => ({
      ...NO_CHANGES,
      task,
      release: target.release,
      previous: stored.state.current,
      link: siteLink(cdn, layout, target),
      sent: plan.replaced,
      patched: plan.patched,
      removed: plan.removed,
      unchanged: target.files.size - plan.replaced.length
    });
    invalidationsOfStored = (inputs, { cdn, plan }, changed = []) => invalidationsOf(inputs, plan, cdn, [
      ...plan.replaced,
      ...plan.patched,
      ...plan.removed,
      ...plan.rerouted,
      ...changed
    ]);
  }
});

// actions/publish-frontend/run/staged.ts
async function markStaged({ inputs, clients, held, found, planned, bytes }, canary, services) {
  const { clock, github } = clients.context;
  const { release, lead } = canary;
  const staged = {
    release: inputs.release,
    commit: inputs.commit,
    at: new Date(clock.now()).toISOString(),
    run: github.runUrl,
    canary: { release, lead },
    services,
    changed: found.plan.changedByStaging
  };
  await held.release((now) => withStaged(now, staged));
  return { ...planned, bytes, note: stagedNote(staged) };
}
async function decisionFor({ canary }, { http, context }) {
  const [lead] = await readNamedServices(http, context.endpoints.run, [canary.lead]);
  return canaryDecision(lead?.resource, canary.release);
}
async function stillUndecided(canary, { inputs: { onCanary }, clients }) {
  const decision = await decisionFor({ canary }, clients);
  const the = `The canary of ${(0, import_commit9.shortCommit)(canary.commit)}`;
  if (decision === "restored")
    throw new import_errors30.OutcomeError(
      `${the} was restored before this step published. Nothing was published. To try the commit again, deploy it again, and then run this step.`
    );
  if (decision === "undecided" && onCanary === "refuse")
    throw new import_errors30.OutcomeError(
      `${the} is undecided. Nothing was published. Run this step again once it is decided, or set on-canary: stage.`
    );
  return decision === "undecided" ? canary : void 0;
}
async function checkStaged({ inputs, clients }) {
  const { claims, timings } = clients;
  const stored = await timings.time("Connect", () => waitUntilFree(claims));
  const { state } = stored;
  const { staged, current } = state;
  const settles = staged ?? unsettled(state);
  noteSite(clients.context, inputs.layout, state);
  const still = (todo, note) => ({
    inputs,
    clients,
    stored,
    settles,
    todo,
    planned: { ...NO_CHANGES, task: "settle", release: current, previous: void 0, note }
  });
  if (!settles) return still("nothing", ["\u2705", "Nothing is staged."]);
  if (staged) {
    const decision = await decisionFor(staged, clients);
    const why = `the canary of ${(0, import_commit9.shortCommit)(staged.commit)}`;
    if (decision === "undecided") return still("wait", stagedNote(staged));
    if (decision === "restored")
      return still("drop", ["\u2139\uFE0F", `Release ${staged.release} is no longer staged: ${why} was restored.`]);
    const blocked = state.hold ? `This site is on hold at release ${describeHold(state.hold)}.` : await blockedBy(staged, inputs, clients);
    if (blocked !== void 0)
      return still("wait", [
        "\u23F8\uFE0F",
        `Release ${staged.release} stays staged, although ${why} has all traffic. ${blocked}`
      ]);
  }
  const found = await readStoredRelease(inputs, clients, stored, settles.release, "cannot go live");
  return {
    inputs,
    clients,
    stored,
    settles,
    todo: found,
    planned: {
      ...plannedSwitch("settle", inputs, found),
      ...inputs.dryRun && { invalidated: invalidationsOfStored(inputs, found, settles.changed) }
    }
  };
}
async function blockedBy({ services }, { freeze, force }, { http, context, googleClock }) {
  const { endpoints, log } = context;
  try {
    await checkHolds({
      http,
      endpoint: endpoints.run,
      names: services,
      freeze,
      clock: googleClock,
      force,
      consequence: "Nothing was published.",
      log,
      onRead: () => {
      },
      // A later canary runs beside the release that was promoted.
      waitsFor: () => true
    });
    return void 0;
  } catch (error) {
    if (error instanceof import_errors30.OutcomeError) return error.message;
    throw error;
  }
}
async function settleStaged(checked, hold) {
  let site = checked;
  return await untilClaimed(async (attempt) => {
    if (attempt > 0) site = await checkStaged(site);
    const { inputs, clients, stored, settles, todo, planned } = site;
    if (todo === "nothing" || !settles) {
      if (isLeftByThisRun(stored.state, clients.context.github)) {
        const left = await takeClaim(clients.claims, stored, "upload");
        if (!left) return void 0;
        await left.release();
      }
      return { status: "unchanged", outcome: planned };
    }
    if (todo === "wait") return { status: "staged", outcome: planned };
    const { release, changed } = settles;
    const held = await takeClaim(
      clients.claims,
      stored,
      "upload",
      (now) => todo === "drop" ? withoutStaged(now) : isFirstPublish(now) ? beginSwitch(now, release) : now
    );
    if (!held) return void 0;
    hold({ ...site, held });
    if (todo === "drop") {
      await held.release();
      return { status: "dropped", outcome: planned };
    }
    const own = { ...inputs, release, commit: todo.target.commit, maxDelete: 0, keepReleases: 1, keepDays: 0 };
    const plan = { manifest: todo.target, changedByStaging: changed };
    const found = { ...todo, plan, replaced: void 0 };
    const switched = await switchStaged({
      inputs: own,
      clients,
      held,
      planned,
      bytes: 0,
      listing: todo.listing,
      found
    });
    return { status: "live", outcome: switched.outcome };
  });
}
var import_commit9, import_errors30, stagedNote;
var init_staged = __esm({
  "actions/publish-frontend/run/staged.ts"() {
    "use strict";
    import_commit9 = __toESM(require_commit(), 1);
    init_canaries();
    init_holds();
    import_errors30 = __toESM(require_errors(), 1);
    init_outcome();
    init_standing2();
    init_claim();
    init_site_state();
    init_publish2();
    init_stored_release();
    stagedNote = ({ release, commit }) => [
      "\u23F8\uFE0F",
      `Release ${release} is staged: it goes live once the canary of ${(0, import_commit9.shortCommit)(commit)} has all traffic.`
    ];
  }
});

// actions/publish-frontend/run/rollback.ts
async function checkRollbacks(sites) {
  return await checkBeside(sites, []);
}
async function checkBeside(sites, held) {
  const read4 = await readInOrder(sites);
  const step = [...held, ...read4].map(known2);
  return await onEverySite(read4, (site) => checkRollbackOrKeep(site, step));
}
async function readInOrder(sites) {
  let last = Promise.resolve();
  const reads = /* @__PURE__ */ new Map();
  for (const site of inOrderOfClaims(sites)) {
    const read4 = last.then(() => readSite2(site));
    reads.set(site.inputs, read4);
    last = read4.catch(() => {
    });
  }
  return await onEverySite(sites, ({ inputs }) => reads.get(inputs));
}
async function checkRollbackOrKeep(site, step) {
  try {
    return await checkRollback(site, step);
  } catch (error) {
    if (!(error instanceof NoEarlierRelease) || site.inputs.onNoEarlierRelease === "refuse") throw error;
    return { inputs: site.inputs, clients: site.clients, planned: keptSite(site) };
  }
}
function keptSite({ clients, stored }) {
  const { current } = stored.state;
  const verdict = current === void 0 ? "The site stays as it is: nothing was published here yet." : `The site stays on release ${current}: no earlier release is kept.`;
  clients.context.log.warning(verdict);
  return { ...NO_CHANGES, task: "rollback", release: current, previous: current, note: ["\u26A0\uFE0F", verdict] };
}
async function holdSites(checked, { on, held, kept }) {
  const done = [];
  for (let left = inOrderOfClaims(checked); left.length > 0; ) {
    await untilClaimed(async (attempt) => {
      if (attempt > 0) {
        const again = await checkBeside(left, done);
        for (const site2 of again) if (!isChecked(site2)) kept(site2);
        left = again.filter(isChecked);
      }
      const [site] = left;
      if (!site) return true;
      const now = await on(site, () => holdSite(site));
      if (!now) return void 0;
      held(now);
      done.push(now);
      left = left.slice(1);
      return true;
    });
  }
  return done;
}
async function holdSite(site) {
  const { inputs, clients, found } = site;
  const held = await claimWithHold(inputs, clients, found.stored, found.target.release);
  return held && { ...site, stored: { ...site.stored, state: held.state }, held };
}
async function switchBack({ inputs, clients, found, planned, held }) {
  const { plan, cdn, target } = found;
  const { deleted, invalidated, failure } = await switchSite(inputs, clients, held, plan, cdn);
  await held.release((now) => finishRollback(now, target.release, target.atomic, failure === void 0));
  return { ...planned, deleted, invalidated, failure };
}
async function readSite2({ inputs, clients }) {
  const { claims, timings, context } = clients;
  const stored = await timings.time("Connect", () => waitUntilFree(claims, canBeStopped));
  const { state } = stored;
  noteSite(context, inputs.layout, state);
  const waits = state.staged !== void 0 && await mayGoLive(state.staged, clients);
  return { inputs, clients, stored, waits };
}
async function checkRollback(site, step) {
  const { inputs, clients, stored } = site;
  const run2 = clients.context.github.runUrl;
  const release = chooseRelease(stored.state, inputs.to, run2, staysLive(known2(site), step, run2));
  const found = await readStoredRelease(inputs, clients, stored, release, "cannot be rolled back to");
  return { ...site, found, planned: plannedSwitch("rollback", inputs, found) };
}
async function mayGoLive(staged, clients) {
  try {
    return await decisionFor(staged, clients) !== "restored";
  } catch (error) {
    if (!(error instanceof import_errors31.CloudError)) throw error;
    clients.context.log.warning(
      `Release ${staged.release} is staged for a canary that cannot be read (${error.message}). previous means the live release.`
    );
    return true;
  }
}
async function claimWithHold(inputs, { claims, context }, stored, release) {
  const hold = {
    release,
    reason: inputs.reason,
    by: context.github.actor,
    run: context.github.runUrl,
    at: new Date(context.clock.now()).toISOString()
  };
  const begin = (now) => beginSwitch(withHold(now, hold), release);
  let held = await takeClaim(claims, stored, "switch", begin);
  const { claim } = stored.state;
  for (let attempt = 0; !held && claim && canBeStopped(claim) && attempt < ATTEMPTS; attempt++) {
    const now = await readState(claims.store, inputs.layout);
    if (!isRenewalOf(now.state, stored.state)) return void 0;
    held = await takeClaim(claims, now, "switch", begin);
  }
  return held;
}
var import_errors31, known2, dryRunOfRollback, isChecked, canBeStopped;
var init_rollback2 = __esm({
  "actions/publish-frontend/run/rollback.ts"() {
    "use strict";
    import_errors31 = __toESM(require_errors(), 1);
    init_rollback();
    init_outcome();
    init_standing2();
    init_claim();
    init_read_state();
    init_site_state();
    init_each_site();
    init_staged();
    init_stored_release();
    init_switch_site();
    known2 = ({ stored: { state }, waits }) => ({ state, waits });
    dryRunOfRollback = ({ inputs, found, planned }) => ({
      ...planned,
      invalidated: invalidationsOfStored(inputs, found)
    });
    isChecked = (site) => "found" in site;
    canBeStopped = (claim) => claim.work === "upload";
  }
});

// actions/publish-frontend/run/sites.ts
async function publishSites(sites) {
  const [first] = sites;
  const onlyStages = first?.inputs.onCanary === "stage-only";
  const begun = first && (first.inputs.onCanary !== "refuse" || first.inputs.deployed) ? await readOwnCanary(first.inputs, first.clients) : void 0;
  if (onlyStages && !begun) return nothingToStage(sites);
  await onEverySite(sites, ({ inputs }) => verifyArtifact(inputs));
  for (const { inputs, clients } of sites) await buildIfAsked(inputs, clients);
  const checked = await onEverySite(sites, checkSite);
  checkOverlaps(checked);
  const ledger = createLedger(checked);
  const found = checked.find((site) => site.found.canary)?.found.canary;
  if (onlyStages && !found) return nothingToStage(sites);
  const canary = found ?? (first && begun ? await stillUndecided(begun, first) : void 0);
  if (isDryRun(sites)) {
    for (const { clients, found: found2 } of checked) {
      const { staged } = found2.stored.state;
      if (staged) clients.context.log.info(describeStaged(staged));
    }
    return ledger.planned((site) => ({ ...dryRunOf(site), ...canary && { note: stagedNote(site.inputs) } }));
  }
  return ledger.carryOut(async (on) => {
    const claimed = /* @__PURE__ */ new Map();
    for (const site of inOrderOfClaims(checked)) {
      if (canary && site.found.replaced) {
        ledger.note(site, "not-started", { ...site.planned, note: notStagedNote(site.inputs) });
        continue;
      }
      if (canary) await on(site, () => settleEarlier(site, canary, ledger.hold));
      const now = await on(site, () => claimSite(site, canary === void 0));
      if ("held" in now) claimed.set(site.inputs, ledger.hold(now));
      else ledger.note(site, "unchanged", now.planned);
    }
    const staged = [];
    for (const { inputs } of checked) {
      const site = claimed.get(inputs);
      if (site) staged.push(await on(site, () => stageSite(site)));
    }
    if (canary) {
      const services = first?.inputs.services ?? [];
      for (const site of staged) ledger.note(site, "staged", await on(site, () => markStaged(site, canary, services)));
      return;
    }
    const [next] = staged;
    if (first && next) await on(next, () => checkServicesAgain(first.inputs, first.clients));
    const switched = [];
    for (const site of staged) {
      const now = await on(site, () => switchStaged(site));
      ledger.note(site, "live", now.outcome);
      switched.push(now);
    }
    for (const site of switched) ledger.note(site, "live", await on(site, () => pruneSite(site)));
  });
}
async function nothingToStage(sites) {
  const note = ["\u2705", "Nothing was staged or published: no canary of this commit is undecided."];
  const planned = { ...NO_CHANGES, task: "publish", release: void 0, previous: void 0, note };
  const ledger = createLedger(sites.map((site) => ({ ...site, planned })));
  return await ledger.carryOut(async () => {
  });
}
async function settleEarlier({ inputs, clients, found }, canary, hold) {
  const { staged } = found.stored.state;
  if (!staged || staged.canary.release === canary.release) return;
  await settleStaged(await checkStaged({ inputs: { ...inputs, task: "settle" }, clients }), hold);
}
async function settleSites(sites) {
  const checked = await onEverySite(sites, checkStaged);
  const ledger = createLedger(checked);
  if (isDryRun(sites)) return ledger.planned(({ planned }) => planned);
  return ledger.carryOut(async (on) => {
    for (const site of inOrderOfClaims(checked)) {
      const { status: status2, outcome } = await on(site, () => settleStaged(site, ledger.hold));
      ledger.note(site, status2, outcome);
    }
  });
}
async function rollBackSites(sites) {
  const found = await checkRollbacks(sites);
  const checked = found.filter(isChecked);
  warnOfCommits(checked);
  const ledger = createLedger(found);
  const keep = (site) => ledger.note(site, "kept", site.planned);
  for (const site of found) if (!isChecked(site)) keep(site);
  if (isDryRun(sites)) return ledger.planned((site) => isChecked(site) ? dryRunOfRollback(site) : site.planned);
  return ledger.carryOut(async (on) => {
    const held = await holdSites(checked, { on, held: ledger.hold, kept: keep });
    for (const { inputs } of checked) {
      const site = held.find((one) => one.inputs === inputs);
      if (site) ledger.note(site, "live", await on(site, () => switchBack(site)));
    }
  });
}
async function releaseSiteHolds(sites) {
  const planned = { ...NO_CHANGES, task: "release-hold", release: void 0, previous: void 0 };
  const ledger = createLedger(sites.map((site) => ({ ...site, planned })));
  return ledger.carryOut(async (on) => {
    for (const site of sites) {
      const outcome = await on(site, () => releaseSiteHold(site.inputs, site.clients));
      const status2 = outcome.holdEnded === void 0 ? "unchanged" : isDryRun(sites) ? "planned" : "released";
      ledger.note(site, status2, outcome);
    }
  });
}
function warnOfCommits(sites) {
  const commits = sites.map(({ found: { target }, inputs }) => `${inputs.name}: ${target.commit}`);
  if (new Set(sites.map(({ found }) => found.target.commit)).size < 2) return;
  sites[0]?.clients.context.log.warning(`The sites go back to releases of different commits. ${commits.join(", ")}.`);
}
var notStagedNote, isDryRun;
var init_sites2 = __esm({
  "actions/publish-frontend/run/sites.ts"() {
    "use strict";
    init_sites();
    init_artifact();
    init_holds2();
    init_local_site();
    init_overlaps();
    init_outcome();
    init_each_site();
    init_ledger();
    init_publish2();
    init_release_hold();
    init_rollback2();
    init_staged();
    notStagedNote = ({ release }) => [
      "\u26A0\uFE0F",
      `Release ${release} was already published with other files, so it cannot be staged now. Run this step again once the canary has all traffic.`
    ];
    isDryRun = (sites) => sites.some(({ inputs }) => inputs.dryRun);
  }
});

// actions/publish-frontend/run.ts
async function run(inputs, context) {
  const result = await perform(inputs, withTimeLimit(context, inputs.sites[0]?.timeout));
  setSiteOutputs(context, result);
  summarizeSites(context, result, inputs.several);
  if (result.failure !== void 0) throw result.failure;
}
function perform(inputs, context) {
  const { auth } = inputs.sites[0];
  const cloud = (0, import_context.connect)(context, auth);
  const open3 = (site) => ({
    inputs: site,
    clients: openClients(site, inputs.several ? named(context, site.name) : context, cloud)
  });
  if (inputs.task === "publish") return publishSites(inputs.sites.map(open3));
  if (inputs.task === "settle") return settleSites(inputs.sites.map(open3));
  if (inputs.task === "rollback") return rollBackSites(inputs.sites.map(open3));
  return releaseSiteHolds(inputs.sites.map(open3));
}
function named(context, name) {
  const { log } = context;
  const say = (level) => (message) => log[level](`${name}: ${message}`);
  return { ...context, log: { ...log, info: say("info"), notice: say("notice"), warning: say("warning") } };
}
var import_context;
var init_run = __esm({
  "actions/publish-frontend/run.ts"() {
    "use strict";
    import_context = __toESM(require_context(), 1);
    init_time_limit();
    init_clients();
    init_outputs();
    init_sites_summary();
    init_sites2();
  }
});

// actions/publish-frontend/main.ts
var main_exports = {};
var import_node_process, import_action, import_inputs;
var init_main = __esm({
  "actions/publish-frontend/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    import_action = __toESM(require_action(), 1);
    import_inputs = __toESM(require_inputs(), 1);
    init_run();
    void (0, import_action.runAction)({ name: "publish-frontend", readInputs: import_inputs.readInputs, run }, import_node_process.default);
  }
});

// actions/publish-frontend/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
