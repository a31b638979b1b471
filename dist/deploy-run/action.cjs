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

// shared:actions/deploy-run/inputs.ts
var require_inputs = __commonJS({
  "shared:actions/deploy-run/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/inputs.ts"];
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

// shared:src/runtime/errors.ts
var require_errors = __commonJS({
  "shared:src/runtime/errors.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/errors.ts"];
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
function readiness(revision) {
  const condition = revision.conditions?.find(({ type }) => type === "Ready");
  if (!condition) return { state: "pending" };
  if (condition.state === "CONDITION_SUCCEEDED") return { state: "ready", condition };
  if (condition.state === "CONDITION_FAILED") return { state: "failed", condition };
  return { state: "pending", condition };
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
var import_commit, import_annotations;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    import_commit = __toESM(require_commit(), 1);
    init_revisions();
    import_annotations = __toESM(require_annotations(), 1);
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
function servicePlace(name) {
  const [, project, , region, collection, service] = name.split("/");
  return `${collection === "workerPools" ? "worker pool" : "service"} ${service} in ${region} of ${project}`;
}
var import_freeze, import_commit2, import_not_found2, import_errors, import_annotations3, HOLD_ANNOTATION, holdOf, describeServiceHold;
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
  }
});

// shared:src/runtime/summary.ts
var require_summary = __commonJS({
  "shared:src/runtime/summary.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/summary.ts"];
  }
});

// shared:src/inputs/duration.ts
var require_duration = __commonJS({
  "shared:src/inputs/duration.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/duration.ts"];
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
  const end = until === void 0 ? "without a known end" : `until ${(0, import_duration.formatMinute)(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${(0, import_duration.formatMinute)(from)} ${end}`;
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
var import_duration, import_occurrences, MOST_IN_A_ROW;
var init_next_freeze = __esm({
  "src/freeze/next-freeze.ts"() {
    "use strict";
    import_duration = __toESM(require_duration(), 1);
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

// src/runtime/time-limit.ts
function withDeadline(context, ms, shown = ms) {
  const over = new AbortController();
  context.clock.timer(ms, () => over.abort(new import_errors2.TimedOutError(shown)));
  return {
    ...context,
    signal: AbortSignal.any([context.signal, over.signal]),
    deadline: context.clock.now() + ms,
    timeout: shown
  };
}
function expiring(clock, ms, what) {
  const over = new AbortController();
  clock.timer(ms, () => over.abort(new Error(`${what} took longer than ${(0, import_duration2.formatDuration)(ms)}`)));
  return over.signal;
}
var import_duration2, import_errors2, RESTORE_GRACE, CALL_GRACE, describeTimeout;
var init_time_limit = __esm({
  "src/runtime/time-limit.ts"() {
    "use strict";
    import_duration2 = __toESM(require_duration(), 1);
    import_errors2 = __toESM(require_errors(), 1);
    RESTORE_GRACE = 2e4;
    CALL_GRACE = 2500;
    describeTimeout = ({ timeout = 0 }) => `${(0, import_duration2.formatDuration)(timeout)} (input timeout, for the whole step)`;
  }
});

// shared:src/runtime/report.ts
var require_report = __commonJS({
  "shared:src/runtime/report.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/report.ts"];
  }
});

// actions/deploy-run/plan/records.ts
function foundRelease(service, live) {
  const revision = live?.name?.slice(live.name.lastIndexOf("/") + 1);
  if (!live || !revision || rolloutOf(service)) return void 0;
  if (releasesOf(service).some((release) => release.revision === revision)) return void 0;
  return {
    revision,
    commit: /^[0-9a-f]{40}$/.exec(live.labels?.[import_annotations4.COMMIT_LABEL] ?? "")?.[0] ?? "",
    image: live.containers?.[0]?.image ?? "",
    at: live.createTime ?? "",
    runUrl: "",
    rollout: ""
  };
}
function withRecords(annotations, records) {
  const result = { ...annotations };
  const put = (key, value) => {
    if (value === null) delete result[key];
    else if (value !== void 0) result[key] = JSON.stringify(value);
  };
  put(ROLLOUT, records.rollout);
  put(RELEASES, records.releases?.slice(-KEPT_RELEASES));
  put(HOLD_ANNOTATION, records.hold);
  put(NEXT, records.next);
  return result;
}
var import_commit3, import_annotations4, ROLLOUT, RELEASES, NEXT, MANAGED_BY, KEPT_RELEASES, listShares, describeServing, RELEASE_FORMAT, CANARY_FORMAT, LATER_JOBS_FORMAT, rolloutOf, describeRollout, waitingOn, releasesOf;
var init_records = __esm({
  "actions/deploy-run/plan/records.ts"() {
    "use strict";
    import_commit3 = __toESM(require_commit(), 1);
    import_annotations4 = __toESM(require_annotations(), 1);
    init_holds();
    ROLLOUT = `${import_annotations4.ANNOTATION_PREFIX}rollout`;
    RELEASES = `${import_annotations4.ANNOTATION_PREFIX}releases`;
    NEXT = `${import_annotations4.ANNOTATION_PREFIX}next`;
    MANAGED_BY = { "managed-by": "github-actions" };
    KEPT_RELEASES = 30;
    listShares = (shares) => shares.map(({ revision, percent }) => percent === 100 ? revision : `${revision} (${percent} %)`).join(" and ") || "nothing";
    describeServing = (shares, { service, region }) => `${listShares(shares)} ${shares.length > 1 ? "serve" : "serves"} ${service} in ${region}`;
    RELEASE_FORMAT = 2;
    CANARY_FORMAT = 3;
    LATER_JOBS_FORMAT = 4;
    rolloutOf = (service) => (0, import_annotations4.readAnnotation)(
      service,
      ROLLOUT,
      (value) => typeof value.id === "string" && Array.isArray(value.baseline)
    );
    describeRollout = ({ kind, commit: commit2, actor, runUrl }) => `The ${kind} of ${(0, import_commit3.shortCommit)(commit2)} by ${actor || "another run"} (${runUrl})`;
    waitingOn = (service) => (0, import_annotations4.readAnnotation)(service, NEXT, (value) => typeof value.commit === "string");
    releasesOf = (service) => (0, import_annotations4.readAnnotation)(service, RELEASES, (value) => Array.isArray(value)) ?? [];
  }
});

// shared:src/container/image-reference.ts
var require_image_reference = __commonJS({
  "shared:src/container/image-reference.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/image-reference.ts"];
  }
});

// shared:src/google/run/secret-files.ts
var require_secret_files = __commonJS({
  "shared:src/google/run/secret-files.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/google/run/secret-files.ts"];
  }
});

// shared:src/manifest/index.ts
var require_manifest = __commonJS({
  "shared:src/manifest/index.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/manifest/index.ts"];
  }
});

// src/manifest/merge.ts
function merge(deployed, wanted, named4, at = "") {
  const result = {};
  for (const [key, value] of Object.entries(deployed)) {
    const path = at + key;
    if (key in wanted || !(named4.has(path) || alternativeOf(key, wanted))) result[key] = value;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const path = at + key;
    const old = result[key];
    if (isObject(value) && isObject(old)) result[key] = merge(old, value, named4, `${path}.`);
    else if (isNamedList(key, value) && Array.isArray(old))
      result[key] = mergeList(key, old, value, named4, path);
    else result[key] = value;
  }
  for (const [key, value] of Object.entries(result))
    if (!(key in wanted) && isObject(value)) result[key] = without(value, named4, `${at}${key}.`);
  return result;
}
function namedPaths(wanted, at = "") {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const path = at + key;
    if (isObject(value)) return [...SHARED.has(key) ? [] : [path], ...namedPaths(value, `${path}.`)];
    if (isNamedList(key, value))
      return [
        path,
        ...value.flatMap((item, i) => namedPaths(item, `${itemPath(path, item, KEYS[key], i)}.`))
      ];
    return [path];
  });
}
function mergeList(key, deployed, wanted, named4, path) {
  const by = KEYS[key];
  return wanted.map((item, i) => {
    const twin2 = deployed.find((other) => (other[by] ?? "") === (item[by] ?? "")) ?? (key === "containers" ? sameContainer(deployed, wanted, i) : void 0);
    return twin2 ? merge(twin2, item, named4, `${itemPath(path, item, by, i)}.`) : item;
  });
}
function sameContainer(deployed, wanted, i) {
  if (deployed.length !== wanted.length) return void 0;
  if (wanted.length === 1) return deployed[0];
  const candidate = deployed[i];
  return wanted[i]?.name === void 0 && wanted.every(({ name }) => name !== candidate?.name) ? candidate : void 0;
}
function without(value, named4, at) {
  const kept = Object.entries(value).filter(([key]) => !named4.has(at + key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, isObject(item) ? without(item, named4, `${at}${key}.`) : item])
  );
}
function isNamedList(key, value) {
  return key in KEYS && Array.isArray(value) && value.every(isObject);
}
var KEYS, SHARED, ALTERNATIVES, itemPath, alternativeOf, isObject;
var init_merge = __esm({
  "src/manifest/merge.ts"() {
    "use strict";
    KEYS = { containers: "name", volumes: "name", ports: "containerPort" };
    SHARED = /* @__PURE__ */ new Set(["template", "scaling", "labels", "annotations", "resources", "limits"]);
    ALTERNATIVES = [
      ["httpGet", "tcpSocket", "grpc"],
      ["secret", "cloudSqlInstance", "emptyDir", "nfs", "gcs"],
      ["connector", "networkInterfaces"],
      ["useDefault", "policy"]
    ];
    itemPath = (path, item, by, i) => `${path}[${String(item[by] ?? i)}]`;
    alternativeOf = (key, wanted) => ALTERNATIVES.some((group) => group.includes(key) && group.some((other) => other !== key && other in wanted));
    isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  }
});

// actions/deploy-run/plan/settings/service-settings.ts
function withSettings(service, settings) {
  const { template = {} } = service;
  const containers = template.containers ?? [];
  const index = Math.max(0, (0, import_manifest.ingressIndex)(containers));
  const { concurrency, runtimeServiceAccount, ingress } = settings;
  return {
    ...service,
    ...ingress !== void 0 && { ingress },
    template: {
      ...template,
      ...scalingOf(template, settings),
      ...concurrency !== void 0 && { maxInstanceRequestConcurrency: concurrency },
      ...runtimeServiceAccount !== void 0 && { serviceAccount: runtimeServiceAccount },
      containers: containers.map((container, i) => i === index ? withResources(container, settings) : container)
    }
  };
}
function scalingOf({ scaling }, { minInstances, maxInstances }) {
  if (minInstances === void 0 && maxInstances === void 0) return {};
  const { minInstanceCount, ...rest } = scaling ?? {};
  const min = minInstances ?? minInstanceCount ?? 0;
  return {
    scaling: {
      ...rest,
      ...min > 0 && { minInstanceCount: min },
      ...maxInstances !== void 0 && { maxInstanceCount: maxInstances }
    }
  };
}
function withResources(container, { port, cpu, memory }) {
  const { resources } = container;
  return {
    ...port === void 0 ? container : withPort(container, port),
    ...(cpu !== void 0 || memory !== void 0) && {
      resources: {
        // The default of true is lost as soon as a client sends `resources` (https://cloud.google.com/run/docs/configuring/cpu-allocation).
        ...resources ?? { cpuIdle: true },
        limits: { ...resources?.limits, ...cpu !== void 0 && { cpu }, ...memory !== void 0 && { memory } }
      }
    }
  };
}
function withPort(container, port) {
  const [old, ...others] = container.ports ?? [];
  const before = old?.containerPort;
  const moved = { ...container, ports: [{ ...old, containerPort: port }, ...others] };
  for (const kind of ["startupProbe", "livenessProbe", "readinessProbe"]) {
    const probe = container[kind];
    if (probe) moved[kind] = withProbePort(probe, before, port);
  }
  return moved;
}
function withProbePort(probe, before, port) {
  const moved = { ...probe };
  for (const check2 of ["httpGet", "tcpSocket", "grpc"]) {
    const given = probe[check2];
    if (given && given.port !== void 0 && given.port === before) moved[check2] = { ...given, port };
  }
  return moved;
}
var import_manifest;
var init_service_settings = __esm({
  "actions/deploy-run/plan/settings/service-settings.ts"() {
    "use strict";
    import_manifest = __toESM(require_manifest(), 1);
  }
});

// actions/deploy-run/plan/settings/sidecar-settings.ts
function withSidecarSettings(wanted, deployed, named4) {
  const containers = wanted.template?.containers ?? [];
  const live = deployed?.containers ?? [];
  const main = (0, import_manifest2.ingressIndex)(containers);
  const mainLive = live[(0, import_manifest2.ingressIndex)(live)];
  if (containers.length < 2 || !containers[main] || !mainLive) return wanted;
  const kept = FIELDS.filter((field) => settingOf(containers[main], field) === settingOf(mainLive, field));
  const twin2 = (container, i) => live.find(({ name }) => name !== void 0 && name === container.name) ?? (container.name === void 0 ? live[i] : void 0);
  return {
    ...wanted,
    template: {
      ...wanted.template,
      containers: containers.map((container, i) => {
        const other = i === main ? void 0 : twin2(container, i);
        if (!other) return container;
        const own = kept.filter(
          (field) => !named4.has(`template.containers[${container.name ?? i}].resources.${field}`)
        );
        return own.reduce((all, field) => withSetting(all, field, other.resources?.[field]), container);
      })
    }
  };
}
function withSetting(container, field, value) {
  const { [field]: _, ...others } = container.resources ?? {};
  return { ...container, resources: { ...others, ...value !== void 0 && { [field]: value } } };
}
var import_manifest2, FIELDS, settingOf;
var init_sidecar_settings = __esm({
  "actions/deploy-run/plan/settings/sidecar-settings.ts"() {
    "use strict";
    import_manifest2 = __toESM(require_manifest(), 1);
    FIELDS = ["cpuIdle", "startupCpuBoost"];
    settingOf = (container, field) => container?.resources?.[field] === true;
  }
});

// actions/deploy-run/plan/desired-service.ts
function withoutWithheld({ invokerIamDisabled: _, defaultUriDisabled: __, ...service }) {
  return service;
}
function withImages(resource, images) {
  return images.reduce((all, { container, image }) => (0, import_manifest3.withImage)(all, container, (0, import_image_reference.formatImageDigest)(image)), resource);
}
function withVersion(resource, images, commit2) {
  const copy = structuredClone(resource);
  const containers = copy.template?.containers ?? [];
  for (const { container } of images) {
    const target = container === void 0 ? containers[(0, import_manifest3.ingressIndex)(containers)] : containers.find(({ name }) => name === container);
    if (target && !target.env?.some(({ name }) => name === VERSION))
      target.env = [...target.env ?? [], { name: VERSION, value: commit2 }];
  }
  return copy;
}
function desireManifest(current, base, resource, commit2) {
  const named4 = (0, import_annotations5.namedBefore)(current);
  const { traffic: _, ...wanted } = withSidecarSettings(resource, base?.template, named4);
  const { template: __, ...settings } = current ?? {};
  const merged = merge({ ...settings, ...base && { template: base.template } }, wanted, named4);
  const annotations = { ...merged.annotations, [import_annotations5.NAMED_ANNOTATION]: JSON.stringify(namedPaths(wanted)) };
  return stamp({ ...merged, annotations }, commit2);
}
function desireService(current, base, source, images, commit2) {
  const found2 = base ? structuredClone(base.template) : { containers: newContainers(images) };
  const changed2 = withSettings(
    withVersion(withImages({ ...current, template: found2 }, images), images, commit2),
    source.settings
  );
  const containers = changed2.template?.containers ?? [];
  const index = Math.max(0, (0, import_manifest3.ingressIndex)(containers));
  const container = containers[index];
  if (container) setEnv(container, source, found2.labels?.[import_annotations5.COMMIT_LABEL], commit2);
  const template = (0, import_secret_files.mountSecretFiles)(changed2.template ?? {}, index, source.secretFiles);
  const labels = Object.fromEntries(source.labels);
  return stamp(
    {
      ...changed2,
      labels: { ...changed2.labels, ...labels },
      template: { ...template, labels: { ...template.labels, ...labels } }
    },
    commit2
  );
}
function newContainers(images) {
  if (images.length > 1)
    throw new import_errors3.InputError([
      {
        subject: "Input image",
        message: "is for several containers of a service that does not exist yet. Its first deploy needs a manifest."
      }
    ]);
  const name = images[0]?.container;
  return [name === void 0 ? {} : { name }];
}
function setEnv(container, source, oldCommit, commit2) {
  const env = new Map((container.env ?? []).map((entry) => [entry.name ?? "", entry]));
  for (const [name, entry] of env)
    if (oldCommit !== void 0 && entry.value === oldCommit) env.set(name, { ...entry, value: commit2 });
  for (const [name, value] of source.env) env.set(name, { name, value });
  for (const [name, secretKeyRef] of source.secrets) env.set(name, { name, valueSource: { secretKeyRef } });
  if (env.size > 0) container.env = [...env.values()];
}
function stamp(service, commit2) {
  const { revision: _, ...given } = service.template ?? {};
  const template = marked(given, commit2);
  return { service: { ...marked(service, commit2), template }, template };
}
function marked(resource, commit2) {
  return { ...resource, labels: { ...resource.labels, ...MANAGED_BY, [import_annotations5.COMMIT_LABEL]: commit2 } };
}
function desirePreview(current, wanted) {
  const { launchStage } = wanted.service;
  const service = { ...current, ...launchStage && { launchStage }, template: wanted.template };
  const left = (0, import_manifest3.differences)("Service", { ...current, template: {} }, { ...wanted.service, template: {} });
  return {
    desired: { service, template: wanted.template },
    left: left.filter(({ field }) => !(0, import_annotations5.isReservedPath)(field.replace(/^metadata\./, "")))
  };
}
function withEarlyFields(now, before, desired) {
  const late = /* @__PURE__ */ new Set([...LATE_FIELDS, "template", "traffic"]);
  return withChanges(now, before, desired, (field) => !late.has(field));
}
function withLateFields(now, before, desired) {
  const late = new Set(LATE_FIELDS);
  return withChanges(now, before, desired, (field) => late.has(field));
}
function withChanges(now, before, desired, chosen) {
  const result = { ...now };
  for (const field of /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(desired)])) {
    if (!chosen(field) || JSON.stringify(before[field]) === JSON.stringify(desired[field])) continue;
    if (field === "labels" || field === "annotations")
      result[field] = changeMap(now[field] ?? {}, before[field] ?? {}, desired[field] ?? {});
    else if (field in desired) result[field] = desired[field];
    else delete result[field];
  }
  return result;
}
function changeMap(now, before, desired) {
  const result = { ...now };
  for (const key of Object.keys(before)) if (!(key in desired)) delete result[key];
  for (const [key, value] of Object.entries(desired)) if (before[key] !== value) result[key] = value;
  return result;
}
function servesAlready(wanted, live) {
  const own = live.labels?.[import_annotations5.COMMIT_LABEL];
  if (own !== void 0) return sameButCommit(wanted, { template: live, commit: own });
  const { template, commit: commit2 } = wanted;
  return sameButCommit(
    { template: withoutAddedVersion(template, live, commit2), commit: commit2 },
    { template: marked(live, commit2), commit: commit2 }
  );
}
function withoutAddedVersion(template, live, commit2) {
  const containers = template.containers?.map((container, i) => {
    if (live.containers?.[i]?.env?.some(({ name }) => name === VERSION)) return container;
    const env = container.env?.filter(({ name, value }) => name !== VERSION || value !== commit2);
    return { ...container, ...env && { env } };
  });
  return { ...template, ...containers && { containers } };
}
function sameButCommit(a, b) {
  return canonical(a) === canonical(b);
}
function canonical({ template, commit: commit2 }) {
  const { revision: _, ...rest } = template;
  const text = JSON.stringify(
    rest,
    (_key, value) => value !== null && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(
      Object.entries(value).filter(([, item]) => !isDefault(item)).sort(([x], [y]) => x < y ? -1 : 1)
    ) : value
  );
  return commit2 ? text.replaceAll(commit2, "${COMMIT}") : text;
}
var import_image_reference, import_secret_files, import_manifest3, import_annotations5, import_errors3, LATE_FIELDS, WITHHELD_FIELDS, VERSION, isDefault;
var init_desired_service = __esm({
  "actions/deploy-run/plan/desired-service.ts"() {
    "use strict";
    import_image_reference = __toESM(require_image_reference(), 1);
    import_secret_files = __toESM(require_secret_files(), 1);
    import_manifest3 = __toESM(require_manifest(), 1);
    init_merge();
    import_annotations5 = __toESM(require_annotations(), 1);
    import_errors3 = __toESM(require_errors(), 1);
    init_records();
    init_service_settings();
    init_sidecar_settings();
    LATE_FIELDS = [
      "labels",
      "annotations",
      "description",
      "ingress",
      "scaling",
      "invokerIamDisabled",
      "iapEnabled",
      "defaultUriDisabled",
      "customAudiences"
    ];
    WITHHELD_FIELDS = ["invokerIamDisabled", "defaultUriDisabled"];
    VERSION = "APP_VERSION";
    isDefault = (value) => value === false || value === 0 || value === "" || Array.isArray(value) && value.length === 0;
  }
});

// shared:src/google/run/resources.ts
var require_resources = __commonJS({
  "shared:src/google/run/resources.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/google/run/resources.ts"];
  }
});

// actions/deploy-run/plan/traffic.ts
function serving(service) {
  const shares = /* @__PURE__ */ new Map();
  for (const { revision, percent } of inEffect(service))
    if (percent > 0) shares.set(revision, (shares.get(revision) ?? 0) + percent);
  return [...shares].map(([revision, percent]) => ({ revision, percent })).sort((a, b) => b.percent - a.percent);
}
function requestedTraffic(service) {
  return named(service.traffic, service.latestCreatedRevision).flatMap(
    ({ revision, percent }) => percent > 0 ? [{ revision, percent }] : []
  );
}
function isMoving(service) {
  const record3 = rolloutOf(service);
  if (!service.reconciling || record3 && explains(record3, service)) return false;
  return !sameShares(requestedTraffic(service), serving(service));
}
function tagsInEffect(service) {
  return inEffect(service).flatMap(({ tag, revision }) => tag ? [{ tag, revision }] : []);
}
function tagsPending(service) {
  const effective = new Set(tagsInEffect(service).map(({ tag, revision }) => `${tag} ${revision}`));
  return (service.traffic ?? []).flatMap(({ tag, revision, type }) => {
    const name = revision || (type === import_resources.LATEST ? shortName(service.latestCreatedRevision ?? "") : "");
    return tag && name && !effective.has(`${tag} ${name}`) ? [{ tag, revision: name }] : [];
  });
}
function named(targets2, latest) {
  return (targets2 ?? []).flatMap(({ type, revision, percent = 0, tag }) => {
    const name = revision || (type === import_resources.LATEST ? shortName(latest ?? "") : "");
    return name ? [{ revision: name, percent, tag }] : [];
  });
}
function planBaseline(service) {
  if (!service) return [];
  const record3 = rolloutOf(service);
  return record3 && explains(record3, service) ? record3.baseline : serving(service);
}
function movedTo(record3, service) {
  const { candidate, baseline, found: found2 = [] } = record3;
  const known = /* @__PURE__ */ new Set([candidate, ...found2, ...baseline.map(({ revision }) => revision)]);
  const shares = [...service.reconciling ? requestedTraffic(service) : [], ...serving(service)];
  return shares.find(({ revision }) => !known.has(revision))?.revision;
}
function planTraffic(plan) {
  const others = plan.baseline.filter(({ revision }) => revision !== plan.candidate);
  const percent = others.length === 0 ? 100 : plan.percent;
  const shares = [...scale(others, 100 - percent), { revision: plan.candidate, percent }];
  return [...targets(shares), ...plan.tags.map(({ tag, revision }) => ({ type: import_resources.REVISION, revision, tag }))];
}
function planRestoredTraffic(baseline, tags) {
  return [...targets(scale(baseline, 100)), ...tags.map(({ tag, revision }) => ({ type: import_resources.REVISION, revision, tag }))];
}
function scale(shares, total) {
  const sum = shares.reduce((all, { percent }) => all + percent, 0);
  if (sum === 0 || total === 0) return [];
  const exact = shares.map(({ revision, percent }) => ({ revision, exact: percent * total / sum }));
  const result = exact.map(({ revision, exact: exact2 }) => ({ revision, percent: Math.floor(exact2) }));
  let left = total - result.reduce((all, { percent }) => all + percent, 0);
  const byRemainder = exact.map(({ exact: exact2 }, i) => [exact2 - Math.floor(exact2), i]).sort((a, b) => b[0] - a[0]);
  for (const [, i] of byRemainder) {
    if (left-- <= 0) break;
    const share = result[i];
    share.percent++;
  }
  return result.filter(({ percent }) => percent > 0);
}
var import_resources, sameShares, shareKey, inEffect, explains, targets, tagUrl;
var init_traffic = __esm({
  "actions/deploy-run/plan/traffic.ts"() {
    "use strict";
    import_resources = __toESM(require_resources(), 1);
    init_revisions();
    init_records();
    sameShares = (a, b) => shareKey(a) === shareKey(b);
    shareKey = (shares) => shares.map(({ revision, percent }) => `${revision}=${percent}`).sort().join();
    inEffect = (service) => named(service.trafficStatuses, service.latestReadyRevision);
    explains = (record3, service) => movedTo(record3, service) === void 0;
    targets = (shares) => shares.filter(({ percent }) => percent > 0).map(({ revision, percent }) => ({ type: import_resources.REVISION, revision, percent }));
    tagUrl = (service, tag) => service.trafficStatuses?.find((status) => status.tag === tag)?.uri;
  }
});

// actions/deploy-run/plan/release/decision.ts
function parseMemberKey(key) {
  const [region = "", collection, service = ""] = key.split("/");
  return { kind: collection === "workerPools" ? "WorkerPool" : "Service", region, service };
}
function describeMember(key) {
  const { region, service } = parseMemberKey(key);
  return `${service} in ${region}`;
}
function decisionOf(lead, id) {
  const record3 = rolloutOf(lead);
  if (record3?.id === id) return record3.release?.aborted ? "aborted" : "undecided";
  const recorded = releasesOf(lead).some(({ rollout, restoredBy }) => rollout === id || restoredBy?.id === id);
  return recorded ? "committed" : "aborted";
}
function releaseOn(service) {
  const record3 = rolloutOf(service);
  if (!record3?.release) return void 0;
  const { format, members, aborted } = record3.release;
  if (format > LATER_JOBS_FORMAT)
    throw new import_errors4.OutcomeError(
      `The record of the release ${record3.id} has format ${format}, and this version reads formats up to ${LATER_JOBS_FORMAT}. Use the version of deploy-run that wrote it, or a newer one.`
    );
  return {
    id: record3.id,
    kind: record3.kind,
    members,
    by: describeRollout(record3),
    baseline: record3.baseline,
    ...format >= CANARY_FORMAT && !aborted && { outlasts: true }
  };
}
function lastLed(service) {
  const releases = releasesOf(service);
  const deployed = releases.findLast(({ members }) => members);
  const restored = releases.findLast(({ restoredBy }) => restoredBy)?.restoredBy;
  return [
    ...deployed?.members ? [{ id: deployed.rollout, kind: "deploy", members: Object.keys(deployed.members) }] : [],
    ...restored ? [{ ...restored, kind: "rollback" }] : []
  ];
}
function wasReleasedTogether(service) {
  const [main] = serving(service);
  const newest = releasesOf(service).findLast(({ revision }) => revision === main?.revision);
  return newest?.lead !== void 0 || Object.keys(newest?.members ?? {}).length > 1;
}
function planClaim(plan, members, canary) {
  const { current = {}, desired, hold, releaseChange, allowUnauthenticated } = plan;
  const isLead = members[0] === memberKey(plan.service.name);
  const format = !canary ? RELEASE_FORMAT : canary.jobs ? LATER_JOBS_FORMAT : CANARY_FORMAT;
  const fields = plan.current ? LATE_FIELDS : WITHHELD_FIELDS;
  if (releaseChange.kind === "withdraw")
    return { format, members, end: { kind: "rollback", reason: releaseChange.reason } };
  const differing = fields.filter(
    (field) => JSON.stringify(current[field]) !== JSON.stringify(desired?.service[field])
  );
  const pick = (service) => Object.fromEntries(differing.flatMap((field) => field in service ? [[field, service[field]]] : []));
  return {
    format,
    members,
    ...canary && isLead && { canary: { plan: canary } },
    end: {
      kind: "deploy",
      image: releaseChange.image,
      before: differenceOf(pick(current), pick(desired?.service ?? {})),
      after: differenceOf(pick(desired?.service ?? {}), pick(current)),
      ...hold === null && { releasesHold: true },
      ...canary && allowUnauthenticated !== void 0 && { access: allowUnauthenticated },
      ...releaseChange.found && { found: releaseChange.found }
    }
  };
}
function differenceOf(one, other) {
  const entries = Object.entries(one).map(([field, value]) => {
    if (field !== "labels" && field !== "annotations") return [field, value];
    const others = other[field] ?? {};
    return [field, Object.fromEntries(Object.entries(value).filter(([key, text]) => others[key] !== text))];
  });
  return Object.fromEntries(entries);
}
function planSnapshot(members) {
  return Object.fromEntries(
    members.map(({ plan, revision }) => {
      const [main, ...others] = plan.baseline;
      const before = main && others.length === 0 ? main.revision : void 0;
      return [memberKey(plan.service.name), { revision, ...before && { before } }];
    })
  );
}
function planLayers(members) {
  const refuse = (message) => new import_errors4.InputError([{ subject: "Input services", message }]);
  const named4 = (name) => {
    const services = members.filter(({ service }) => service === name);
    return services.length > 0 ? services : members.filter(({ alias }) => alias === name);
  };
  for (const { service, after: after2 } of members) {
    const unknown = after2.find((name) => named4(name).length === 0);
    if (unknown) throw refuse(`${service} has after: ${unknown}, which is not in the list.`);
  }
  const layers = [];
  const done = /* @__PURE__ */ new Set();
  for (let left = [...members]; left.length > 0; ) {
    const layer = left.filter(
      ({ after: after2 }) => after2.every((name) => named4(name).every(({ service }) => done.has(service)))
    );
    if (layer.length === 0)
      throw refuse(`after: ${left.map(({ service }) => service).join(", ")} wait for each other. Remove an after.`);
    layers.push(layer);
    left = left.filter((member) => !layer.includes(member));
    for (const { service } of layer) if (left.every((member) => member.service !== service)) done.add(service);
  }
  return layers;
}
var import_errors4, memberKey;
var init_decision = __esm({
  "actions/deploy-run/plan/release/decision.ts"() {
    "use strict";
    import_errors4 = __toESM(require_errors(), 1);
    init_desired_service();
    init_records();
    init_traffic();
    memberKey = (name) => name.split("/").slice(3).join("/");
  }
});

// shared:src/runtime/retry.ts
var require_retry = __commonJS({
  "shared:src/runtime/retry.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/retry.ts"];
  }
});

// src/google/http/pages.ts
async function* pagesOf(read3) {
  let pageToken;
  do {
    const page = await read3(pageToken ? { pageToken } : {});
    yield page;
    pageToken = page.nextPageToken;
  } while (pageToken);
}
var init_pages = __esm({
  "src/google/http/pages.ts"() {
    "use strict";
  }
});

// src/google/logging.ts
function createLogReader(cloud) {
  const list = async (filter, orderBy, pageSize, next = {}) => await cloud.http.json({
    method: "POST",
    url: `${cloud.endpoints.logging}/v2/entries:list`,
    json: {
      resourceNames: [`projects/${cloud.project}`],
      filter,
      orderBy,
      pageSize,
      ...next
    },
    idempotent: true,
    deadline: 2e4,
    resource: `logs of project ${cloud.project}`,
    permission: "logging.logEntries.list",
    role: "roles/logging.viewer"
  });
  return {
    async tail(filter, count) {
      const { entries = [] } = await list(filter, "timestamp desc", count);
      return entries.map(toLine).filter(hasText).slice(0, count).reverse();
    },
    async exists(filter, from, to) {
      const { entries = [], nextPageToken } = await list(within(filter, from, to), "timestamp desc", 1);
      return entries.length > 0 || Boolean(nextPageToken);
    },
    async times(filter, from, to) {
      const found2 = [];
      const pages = pagesOf((next) => list(within(filter, from, to), "timestamp desc", 1e3, next));
      for await (const { entries = [] } of pages) {
        for (const { resource, timestamp = "" } of entries)
          found2.push({ revision: resource?.labels?.revision_name ?? "", at: Date.parse(timestamp) });
        if (found2.length >= MOST_COUNTED) return { moments: found2, since: (found2.at(-1)?.at ?? to) + 1 };
      }
      return { moments: found2, since: from };
    },
    async follow(filter, onLine, done) {
      const seen = /* @__PURE__ */ new Set();
      let since = "";
      const read3 = async () => {
        const window = since === "" ? filter : `${filter} AND timestamp>="${since}"`;
        for await (const { entries = [] } of pagesOf((next) => list(window, "timestamp asc", 1e3, next)))
          for (const line of entries.map(toLine).filter(hasText)) {
            if (seen.has(line.id)) continue;
            seen.add(line.id);
            onLine(line);
            since = earlier(line.timestamp, 1e4);
          }
      };
      try {
        const { clock } = cloud;
        await (0, import_retry.poll)(read3, { clock, signal: done, first: FIRST_PAUSE, longest: LONGEST_PAUSE }).catch(
          (error) => {
            if (error instanceof import_errors5.CloudError || !done.aborted) throw error;
          }
        );
        await read3();
        return void 0;
      } catch (error) {
        if (error instanceof import_errors5.CloudError) return error;
        throw error;
      }
    }
  };
}
function executionFilter(name) {
  const [, , , region, , job, , execution] = name.split("/");
  return `resource.type="cloud_run_job" AND resource.labels.location="${region}" AND resource.labels.job_name="${job}" AND labels."run.googleapis.com/execution_name"="${execution}"`;
}
function revisionResource({ kind, region, service }, revision) {
  const [type, label] = kind === "Service" ? ["revision", "service_name"] : ["worker_pool", "worker_pool_name"];
  return [
    `resource.type="cloud_run_${type}"`,
    ...region === "global" ? [] : [`resource.labels.location="${region}"`],
    `resource.labels.${label}="${service}"`,
    `resource.labels.revision_name="${revision}"`
  ];
}
function toLine(entry) {
  const timestamp = entry.timestamp ?? entry.receiveTimestamp ?? "";
  const text = payloadText(entry);
  return { id: entry.insertId ?? `${timestamp} ${text}`, timestamp, severity: entry.severity ?? "DEFAULT", text };
}
function payloadText({ textPayload, jsonPayload }) {
  if (textPayload !== void 0) return textPayload;
  if (!jsonPayload) return "";
  const { message, error } = jsonPayload;
  if (typeof message !== "string") return JSON.stringify(jsonPayload);
  return typeof error === "string" && !message.includes(error) ? `${message}: ${error}` : message;
}
var import_errors5, import_retry, MOST_COUNTED, FIRST_PAUSE, LONGEST_PAUSE, within, revisionFilter, hasText, earlier;
var init_logging = __esm({
  "src/google/logging.ts"() {
    "use strict";
    import_errors5 = __toESM(require_errors(), 1);
    import_retry = __toESM(require_retry(), 1);
    init_pages();
    MOST_COUNTED = 1e4;
    FIRST_PAUSE = 1e3;
    LONGEST_PAUSE = 5e3;
    within = (filter, from, to) => `${filter} AND timestamp>="${new Date(from).toISOString()}" AND timestamp<"${new Date(to).toISOString()}"`;
    revisionFilter = (place, revision) => [
      ...revisionResource(place, revision),
      ...place.kind === "Service" ? ['NOT log_id("run.googleapis.com/requests")'] : []
    ].join(" AND ");
    hasText = (line) => line.text !== "";
    earlier = (timestamp, ms) => Number.isNaN(Date.parse(timestamp)) ? "" : new Date(Date.parse(timestamp) - ms).toISOString();
  }
});

// src/records/revision-names.ts
function revisionName(service, commit2, n) {
  const room = LONGEST - service.length - String(n).length - 2;
  return `${service}-${commit2.slice(0, Math.min(DIGITS, room))}-${n}`;
}
function lastNumber(service, commit2, names) {
  const numbers = names.flatMap((name = "") => {
    const number = /-(\d+)$/.exec(name)?.[1];
    return number !== void 0 && name.endsWith(revisionName(service, commit2, Number(number))) ? [Number(number)] : [];
  });
  return Math.max(0, ...numbers);
}
var LONGEST, DIGITS, OWN, isOwnRevision;
var init_revision_names = __esm({
  "src/records/revision-names.ts"() {
    "use strict";
    LONGEST = 63;
    DIGITS = 12;
    OWN = new RegExp(`-[0-9a-f]{7,${DIGITS}}-\\d+$`);
    isOwnRevision = (name) => OWN.test(name);
  }
});

// shared:actions/deploy-run/service/multi-region.ts
var require_multi_region = __commonJS({
  "shared:actions/deploy-run/service/multi-region.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/service/multi-region.ts"];
  }
});

// actions/deploy-run/service/worker-pools.ts
function toService({ instanceSplits, instanceSplitStatuses, ...pool }) {
  return {
    ...pool,
    ...instanceSplits && { traffic: instanceSplits.map((split) => rename(split, SPLIT, TRAFFIC)) },
    ...instanceSplitStatuses && {
      trafficStatuses: instanceSplitStatuses.map((split) => rename(split, SPLIT, TRAFFIC))
    }
  };
}
function toWorkerPool({ traffic, trafficStatuses, ...service }) {
  return {
    ...service,
    ...traffic && { instanceSplits: traffic.map((target) => rename(target, TRAFFIC, SPLIT)) },
    ...trafficStatuses && { instanceSplitStatuses: trafficStatuses.map((target) => rename(target, TRAFFIC, SPLIT)) }
  };
}
function poolsAsServices(pools) {
  return {
    async get(name) {
      const pool = await pools.get(name);
      return pool && toService(pool);
    },
    create: (name, service, options) => pools.create(name, toWorkerPool(service), options),
    update: (name, service, mask, options) => pools.update(
      name,
      toWorkerPool(service),
      mask.map((field) => field === "traffic" ? "instanceSplits" : field),
      options
    )
  };
}
function rename(target, from, to) {
  return { ...target, ...target.type && { type: target.type.replace(from, to) } };
}
var TRAFFIC, SPLIT;
var init_worker_pools = __esm({
  "actions/deploy-run/service/worker-pools.ts"() {
    "use strict";
    TRAFFIC = "TRAFFIC_TARGET_";
    SPLIT = "INSTANCE_SPLIT_";
  }
});

// actions/deploy-run/service/regional-service.ts
function createRegionalService(regional) {
  const collection = regional.kind === "Service" ? "services" : "workerPools";
  return {
    ...regional,
    name: `projects/${regional.project}/locations/${regional.region}/${collection}/${regional.service}`,
    api: apiOf(regional, regional.clients)
  };
}
function apiOf({ kind, onAccess }, clients) {
  const api = kind === "Service" ? clients.services : poolsAsServices(clients.workerPools);
  if (!onAccess) return api;
  return {
    ...api,
    get: async (name) => {
      const resource = await api.get(name);
      onAccess(name, resource);
      return resource;
    },
    update: async (name, resource, mask, options) => {
      const operation = await api.update(name, resource, mask, options);
      if (!options?.validateOnly) onAccess(name, resource);
      return operation;
    }
  };
}
async function getRevision(regional, revision) {
  const found2 = await revisionsIn(regional, revision);
  const inState = (state) => found2.find((one) => one && readiness(one).state === state);
  return inState("failed") ?? (found2.includes(void 0) ? void 0 : inState("pending") ?? found2[0]);
}
async function revisionsIn(regional, revision) {
  const { api, clients } = regional;
  const places = await (0, import_multi_region.regionalNames)(regional, api.get);
  return await Promise.all(places.map((name) => clients.revisions.get(`${name}/revisions/${revision}`)));
}
async function freeRevision(regional, commit2) {
  for (let n = 1; ; n++) {
    const name = revisionName(regional.service, commit2, n);
    if ((await revisionsIn(regional, name)).every((found2) => found2 === void 0)) return name;
  }
}
function consoleUrl({ kind, project, region, service }) {
  const path = kind === "Service" ? "detail" : "worker-pools/detail";
  return `https://console.cloud.google.com/run/${path}/${region}/${service}/revisions?project=${project}`;
}
function logsUrl(place, revision) {
  const query = revisionResource(place, revision).join("\n");
  return `https://console.cloud.google.com/logs/query;query=${encodeURIComponent(query)}?project=${place.project}`;
}
function changedFields(current, next) {
  const fields = /* @__PURE__ */ new Set([...Object.keys(current), ...Object.keys(next)]);
  return [...fields].filter((field) => JSON.stringify(current[field]) !== JSON.stringify(next[field]));
}
var import_multi_region, identityOf, withClients;
var init_regional_service = __esm({
  "actions/deploy-run/service/regional-service.ts"() {
    "use strict";
    init_logging();
    init_revisions();
    init_revision_names();
    import_multi_region = __toESM(require_multi_region(), 1);
    init_worker_pools();
    identityOf = ({ kind, project, region, service, name }) => ({
      kind,
      project,
      region,
      service,
      name
    });
    withClients = (regional, clients) => ({
      ...regional,
      clients,
      api: apiOf(regional, clients)
    });
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

// shared:src/container/registry.ts
var require_registry = __commonJS({
  "shared:src/container/registry.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/registry.ts"];
  }
});

// shared:src/google/http/invalid-response.ts
var require_invalid_response = __commonJS({
  "shared:src/google/http/invalid-response.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"];
  }
});

// src/google/monitoring.ts
function createMetricReader(cloud) {
  const { http, endpoints, project } = cloud;
  const list = (filter, from, to, more) => {
    const interval = {
      "interval.startTime": new Date(from).toISOString(),
      "interval.endTime": new Date(to).toISOString()
    };
    return http.json({
      method: "GET",
      url: `${endpoints.monitoring}/v3/projects/${project}/timeSeries?${new URLSearchParams({ filter, ...interval, ...more })}`,
      deadline: 3e4,
      resource: `metrics of project ${project}`,
      permission: "monitoring.timeSeries.list",
      role: VIEWER
    });
  };
  return {
    async read(filter, from, to, { deltasOf } = {}) {
      const points = [];
      const deltas = deltasOf !== void 0 && {
        "aggregation.alignmentPeriod": `${deltasOf / 1e3}s`,
        "aggregation.perSeriesAligner": "ALIGN_DELTA"
      };
      for await (const { timeSeries = [] } of pagesOf((next) => list(filter, from, to, { ...deltas, ...next })))
        for (const series of timeSeries) points.push(...pointsOf(series));
      return points;
    },
    async exists(filter, from, to) {
      const { timeSeries = [], nextPageToken } = await list(filter, from, to, { view: "HEADERS", pageSize: "1" });
      return timeSeries.length > 0 || Boolean(nextPageToken);
    },
    async timing(metric) {
      const url = `${endpoints.monitoring}/v3/projects/${project}/metricDescriptors/${metric}`;
      const { status, text } = await http.text({
        method: "GET",
        url,
        deadline: 3e4,
        resource: `metric ${metric} of project ${project}`,
        permission: "monitoring.metricDescriptors.get",
        role: VIEWER
      });
      const { metadata, metricKind, valueType } = (0, import_invalid_response.parseResponse)(
        { resource: `metric ${metric} of project ${project}`, url, status },
        text
      );
      return {
        metricKind,
        valueType,
        samplePeriod: (0, import_duration3.parseSeconds)(metadata?.samplePeriod) ?? DOCUMENTED.samplePeriod,
        ingestDelay: (0, import_duration3.parseSeconds)(metadata?.ingestDelay) ?? DOCUMENTED.ingestDelay
      };
    }
  };
}
function pointsOf({ metric, resource, points = [] }) {
  return points.map(({ interval, value = {} }) => {
    const end = Date.parse(interval?.endTime ?? "");
    return {
      labels: metric?.labels ?? {},
      resourceLabels: resource?.labels ?? {},
      start: Date.parse(interval?.startTime ?? "") || end,
      end,
      value: value.distributionValue ? histogram(value.distributionValue) : Number(value.int64Value ?? value.doubleValue ?? 0)
    };
  });
}
function histogram({ count = "0", bucketOptions = {}, bucketCounts = [] }) {
  const bounds = [...upperBounds(bucketOptions), Number.POSITIVE_INFINITY];
  return { count: Number(count), bounds, counts: bounds.map((_, i) => Number(bucketCounts[i] ?? 0)) };
}
function upperBounds({
  linearBuckets,
  exponentialBuckets,
  explicitBuckets
}) {
  const rising = (buckets, bound) => Array.from({ length: buckets + 1 }, (_, i) => bound(i));
  if (linearBuckets) {
    const { numFiniteBuckets = 0, width = 1, offset = 0 } = linearBuckets;
    return rising(numFiniteBuckets, (i) => offset + width * i);
  }
  if (exponentialBuckets) {
    const { numFiniteBuckets = 0, growthFactor = 2, scale: scale2 = 1 } = exponentialBuckets;
    return rising(numFiniteBuckets, (i) => scale2 * growthFactor ** i);
  }
  return [...explicitBuckets?.bounds ?? []];
}
var import_duration3, import_invalid_response, VIEWER, DOCUMENTED;
var init_monitoring = __esm({
  "src/google/monitoring.ts"() {
    "use strict";
    import_duration3 = __toESM(require_duration(), 1);
    import_invalid_response = __toESM(require_invalid_response(), 1);
    init_pages();
    VIEWER = "roles/monitoring.viewer";
    DOCUMENTED = { samplePeriod: 6e4, ingestDelay: 18e4 };
  }
});

// src/google/run/operations.ts
function createOperations(http, endpoint) {
  return {
    get: (name) => (0, import_not_found3.absent)(
      http.json({
        method: "GET",
        url: `${endpoint}/v2/${name}`,
        deadline: 5e3,
        resource: `operation ${name}`,
        permission: "run.operations.get",
        role: "roles/run.viewer"
      })
    )
  };
}
var import_not_found3;
var init_operations = __esm({
  "src/google/run/operations.ts"() {
    "use strict";
    import_not_found3 = __toESM(require_not_found(), 1);
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

// src/google/run/worker-pools.ts
function createWorkerPools(http, endpoint) {
  const target = {
    http,
    endpoint,
    collection: "workerPools",
    word: "worker pool",
    permission: "run.workerpools"
  };
  return {
    get: (name) => (0, import_not_found5.absent)(
      http.json({
        method: "GET",
        url: `${endpoint}/v2/${name}`,
        resource: `worker pool ${name}`,
        permission: "run.workerpools.get",
        role: "roles/run.viewer"
      })
    ),
    create: (name, pool, options = {}) => write(target, "create", name, pool, [], options.validateOnly),
    update: (name, pool, mask, options = {}) => write(target, "update", name, pool, mask, options.validateOnly)
  };
}
var import_not_found5;
var init_worker_pools2 = __esm({
  "src/google/run/worker-pools.ts"() {
    "use strict";
    import_not_found5 = __toESM(require_not_found(), 1);
    init_calls();
  }
});

// src/google/secret-manager.ts
function createSecretManager(http, endpoint) {
  return {
    async version(secret, version) {
      const found2 = await (0, import_not_found6.absent)(
        http.json({
          method: "GET",
          url: `${endpoint}/v1/${secret}/versions/${version}`,
          resource: `secret ${secret}, version ${version}`,
          permission: "secretmanager.versions.get",
          role: "roles/secretmanager.viewer"
        })
      );
      if (!found2) return void 0;
      const { name = `${secret}/versions/${version}`, state = "ENABLED", createTime = "" } = found2;
      return { name, version: name.slice(name.lastIndexOf("/") + 1), state, createTime };
    }
  };
}
var import_not_found6;
var init_secret_manager = __esm({
  "src/google/secret-manager.ts"() {
    "use strict";
    import_not_found6 = __toESM(require_not_found(), 1);
  }
});

// shared:src/runtime/context.ts
var require_context = __commonJS({
  "shared:src/runtime/context.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/context.ts"];
  }
});

// actions/deploy-run/service/clients.ts
function createClients(context, inputs, signal) {
  const cloud = (0, import_context.connect)(context, inputs.auth, { signal });
  const { http, endpoints } = cloud;
  return {
    cloud,
    services: createServices(http, endpoints.run),
    workerPools: createWorkerPools(http, endpoints.run),
    revisions: createRevisions(http, endpoints.run),
    operations: createOperations(http, endpoints.run),
    secrets: createSecretManager(http, endpoints.secretmanager),
    registry: (0, import_registry.createRegistry)(http),
    metrics: createMetricReader({ http, endpoints, project: inputs.project }),
    logs: createLogReader({ http, endpoints, clock: context.clock, project: inputs.project }),
    googleClock: cloud.clock
  };
}
function extraTime(context, inputs, what) {
  const left = Math.min(LEISURE, context.deadline - context.clock.now());
  const limit = context.cancelled.aborted ? HURRY : Math.max(RESTORE_GRACE, left);
  const signal = AbortSignal.any([
    expiring(context.clock, limit, what),
    // Work in progress when the step is cancelled has until the runner kills the process.
    (0, import_interruption.graceAfter)(context.cancelled, HURRY, context.clock)
  ]);
  const own = { ...context, signal, deadline: context.clock.now() + limit };
  return { context: own, clients: createClients(own, inputs, signal) };
}
var import_registry, import_context, import_interruption, HURRY, LEISURE;
var init_clients = __esm({
  "actions/deploy-run/service/clients.ts"() {
    "use strict";
    import_registry = __toESM(require_registry(), 1);
    init_logging();
    init_monitoring();
    init_operations();
    init_revisions();
    init_services();
    init_worker_pools2();
    init_secret_manager();
    import_context = __toESM(require_context(), 1);
    import_interruption = __toESM(require_interruption(), 1);
    init_time_limit();
    HURRY = 6500;
    LEISURE = 12e4;
  }
});

// actions/deploy-run/service/step-context.ts
function createStepContext(context, inputs) {
  const { github: run2, clock, random, log } = context;
  const id = `${run2.runId || "local"}-${run2.runAttempt}-${random.hex(4)}`;
  const signal = (0, import_interruption2.graceAfter)(context.signal, CALL_GRACE, clock);
  const stop = new AbortController();
  const stoppable = { ...context, signal: AbortSignal.any([context.signal, stop.signal]) };
  const clients = createClients(context, inputs, signal);
  const open = (0, import_open.openGitHub)(inputs.githubToken, { ...context, signal });
  return {
    context,
    inputs,
    id,
    clients,
    signal,
    openGitHub: open,
    freshness: {
      github: open,
      log,
      force: inputs.force,
      onUnknownHistory: inputs.onUnknownHistory,
      done: "deployed"
    },
    settledReleases: /* @__PURE__ */ new Set(),
    unreachable: /* @__PURE__ */ new Map(),
    runningExecutions: /* @__PURE__ */ new Set(),
    stopOthers: (error) => stop.abort(error),
    regionalService: (kind, region, service) => createRegionalService({
      ...{ context: stoppable, clients, kind, project: inputs.project, region, service },
      // The summary ends with the hold and the freeze in the last read or write of the service.
      onAccess: (name, resource) => noteService(context.summary, { name, resource }, clients.googleClock)
    })
  };
}
async function readIfReachable({ api, name }, unreachable) {
  const known = unreachable.get(name);
  if (known) return known;
  try {
    return await api.get(name);
  } catch (error) {
    if (!(0, import_retry2.isTransient)(error)) throw error;
    unreachable.set(name, error);
    return error;
  }
}
var import_open, import_interruption2, import_retry2;
var init_step_context = __esm({
  "actions/deploy-run/service/step-context.ts"() {
    "use strict";
    init_standing();
    import_open = __toESM(require_open(), 1);
    import_interruption2 = __toESM(require_interruption(), 1);
    import_retry2 = __toESM(require_retry(), 1);
    init_time_limit();
    init_clients();
    init_regional_service();
  }
});

// actions/deploy-run/preflight/interrupted-release.ts
async function checkInterrupted(regional, current, settled, unreachable) {
  const found2 = releaseOn(current);
  if (found2 && !settled.has(found2.id)) throw new InterruptedReleaseError(found2, regional);
  for (const { id, kind, members } of lastLed(current)) {
    if (settled.has(id)) continue;
    const others = members.filter((key) => key !== memberKey(regional.name));
    const unfinished = await Promise.all(
      others.map(async (key) => rolloutOf(await readMember(regional, key, unreachable))?.id === id)
    );
    if (unfinished.includes(true))
      throw new InterruptedReleaseError({ id, kind, members, by: `The release ${id}` }, regional);
  }
}
function memberOf(regional, key) {
  const { context, clients, project } = regional;
  return createRegionalService({ context, clients, project, ...parseMemberKey(key) });
}
async function readMember(regional, key, unreachable) {
  const member = memberOf(regional, key);
  if (!unreachable) return await member.api.get(member.name);
  const known = unreachable.has(member.name);
  const read3 = await readIfReachable(member, unreachable);
  if (!(read3 instanceof import_errors6.CloudError)) return read3;
  if (!known)
    regional.context.log.warning(
      `${describeMember(key)} did not respond, so it is unknown whether its last release has ended there. A later run that reads it ends that release.`
    );
  return void 0;
}
var import_errors6, InterruptedReleaseError;
var init_interrupted_release = __esm({
  "actions/deploy-run/preflight/interrupted-release.ts"() {
    "use strict";
    import_errors6 = __toESM(require_errors(), 1);
    init_records();
    init_decision();
    init_regional_service();
    init_step_context();
    InterruptedReleaseError = class extends Error {
      found;
      /** The service on which it was found. */
      regional;
      constructor(found2, regional) {
        super(`the release ${found2.id} has not ended on all its members`);
        this.found = found2;
        this.regional = regional;
      }
    };
  }
});

// actions/deploy-run/plan/release/long-canary.ts
function canaryOn(lead, id) {
  const record3 = rolloutOf(lead);
  const canary = record3?.release?.canary;
  if (!record3 || !canary?.at || record3.release?.aborted || id !== void 0 && record3.id !== id) return void 0;
  return { record: record3, canary: { ...canary, at: canary.at } };
}
function timesOf({ plan, at }) {
  const { percent, ms, approval } = plan.steps[at.step];
  const since = Date.parse(at.since);
  const due = since + ms * (at.extended ? 2 : 1);
  return {
    percent,
    since,
    due,
    overdue: due + plan.overdueAfter,
    approval,
    next: plan.steps[at.step + 1]?.percent ?? 100
  };
}
function spansOf({ plan, at }) {
  const { percent } = plan.steps[at.step];
  return [...at.spans, { step: at.step, percent, from: Date.parse(at.since), to: void 0 }];
}
function describeTimes(times, now) {
  const { percent, since, due, overdue, approval, next } = times;
  const after2 = approval ? ", with an approval" : "";
  const step = now < due ? `next step: ${next} % at ${(0, import_duration4.formatMinute)(due)}${after2}, in ${(0, import_duration4.formatDuration)(due - now)}` : now <= overdue ? `next step: ${next} %, planned for ${(0, import_duration4.formatMinute)(due)}${after2}` : `overdue: ${next} % was planned for ${(0, import_duration4.formatMinute)(due)}${after2}`;
  return `${percent} % since ${(0, import_duration4.formatMinute)(since)}; ${step}`;
}
var import_duration4, planCanary;
var init_long_canary = __esm({
  "actions/deploy-run/plan/release/long-canary.ts"() {
    "use strict";
    import_duration4 = __toESM(require_duration(), 1);
    init_records();
    planCanary = (rollout, layers, jobs = []) => ({
      steps: rollout.held,
      analysis: rollout.analysis,
      probe: rollout.probe,
      overdueAfter: rollout.overdueAfter,
      layers,
      ...jobs.length > 0 && { jobs }
    });
  }
});

// actions/deploy-run/service/fenced-write.ts
async function writeService(regional, write3) {
  const { context, api, name, service, region } = regional;
  let sent = false;
  let conflicts = 0;
  let faults = 0;
  let known = write3.known?.reconciling ? void 0 : write3.known;
  const work = async () => {
    const from = known;
    known = void 0;
    try {
      if (from) return await send(from);
    } catch (error) {
      if (!sent || !isConflict(error)) throw error;
      conflicts++;
    }
    const again = sent;
    sent = false;
    const current = await api.get(name);
    if (!current) throw new import_errors7.OutcomeError(`The service ${service} in ${region} was deleted during this run.`);
    if (again && write3.landed(current)) return { service: current, operation: void 0 };
    return await send(current);
  };
  const send = async (current) => {
    const next = await write3.plan(current);
    const mask = next ? changedFields(current, next) : [];
    if (!next || mask.length === 0) return { service: current, operation: void 0 };
    sent = true;
    return { service: next, operation: await api.update(name, next, mask) };
  };
  try {
    return await (0, import_retry3.retry)(work, {
      ...waitingOf(regional),
      // Reads are repeated by their client; a plan throws to stop.
      mayPass: (error) => sent && (isConflict(error) ? ++conflicts < MOST_CONFLICTS : (0, import_retry3.isTransient)(error) && ++faults < MOST_FAULTS),
      onRetry: ({ message }) => context.log.info(`Writing again: ${message}`)
    });
  } catch (error) {
    if (!sent || !isConflict(error)) throw error;
    throw new import_errors7.OutcomeError(
      `The service ${service} in ${region} was modified concurrently; gave up after ${conflicts} attempts. Run this step again.`,
      { cause: error }
    );
  }
}
async function createService(regional, wanted, landed) {
  const { api, name, service, region } = regional;
  const work = async () => {
    try {
      return { service: wanted, operation: await api.create(name, wanted) };
    } catch (error) {
      if (!isConflict(error) && !(0, import_retry3.isTransient)(error)) throw error;
      const current = await api.get(name);
      if (current && landed(current)) return { service: current, operation: void 0 };
      if (!current) throw error;
      throw new import_errors7.OutcomeError(
        `The service ${service} in ${region} was created by another run meanwhile. Run this step again.`,
        { cause: error }
      );
    }
  };
  return await (0, import_retry3.retry)(work, {
    ...waitingOf(regional),
    attempts: MOST_FAULTS,
    mayPass: (error) => isConflict(error) || (0, import_retry3.isTransient)(error)
  });
}
var import_errors7, import_retry3, MOST_CONFLICTS, MOST_FAULTS, waitingOf, isConflict;
var init_fenced_write = __esm({
  "actions/deploy-run/service/fenced-write.ts"() {
    "use strict";
    import_errors7 = __toESM(require_errors(), 1);
    import_retry3 = __toESM(require_retry(), 1);
    init_regional_service();
    MOST_CONFLICTS = 6;
    MOST_FAULTS = 5;
    waitingOf = ({ context: { clock, signal }, service }) => ({
      clock,
      signal,
      resource: `service ${service}`,
      pauseAfter: (attempt) => (0, import_retry3.backoff)(Math.min(3, attempt), clock)
    });
    isConflict = (error) => error instanceof import_errors7.CloudError && (error.status === 409 || error.status === 412);
  }
});

// actions/deploy-run/rollout/lease.ts
function keepLease(lead, id) {
  const ended = new AbortController();
  const { clock, log } = lead.context;
  const signal = AbortSignal.any([lead.context.signal, ended.signal]);
  let begun = false;
  const beat = async () => {
    if (!begun) {
      begun = true;
      return void 0;
    }
    try {
      let ours = true;
      await writeService(
        { ...lead, context: { ...lead.context, signal } },
        {
          landed: () => true,
          plan: (now) => {
            const record3 = rolloutOf(now);
            ours = record3?.id === id && !record3.release?.aborted;
            if (!record3 || !ours || ended.signal.aborted) return void 0;
            return {
              ...now,
              annotations: withRecords(now.annotations, { rollout: { ...record3, write: record3.write + 1 } })
            };
          }
        }
      );
      return ours ? void 0 : true;
    } catch (error) {
      if (error instanceof import_errors8.CloudError) log.debug(`The lease was not renewed: ${error.message}`);
      return void 0;
    }
  };
  (0, import_retry4.poll)(beat, { clock, signal, first: BEAT, longest: BEAT }).catch(() => {
  });
  return { stop: () => ended.abort(new Error("the release ended")) };
}
async function watchLease(lead, id) {
  const { clock, signal } = lead.context;
  let first;
  const look = async () => {
    const sent = clock.now();
    const now = await lead.api.get(lead.name);
    const write3 = decisionOf(now, id) === "undecided" ? rolloutOf(now)?.write : void 0;
    if (write3 === void 0) return "moving";
    first ??= { write: write3, at: clock.now() };
    if (write3 !== first.write) return "moving";
    return sent - first.at >= LEASE ? write3 : void 0;
  };
  return await (0, import_retry4.poll)(look, { clock, signal, first: 1e3, longest: 3e3 });
}
function checkExpired({ id, write: write3 }, expired) {
  if (expired !== void 0 && write3 !== expired) throw new RolloutContinuesError(`the rollout ${id} continues`);
}
var import_errors8, import_retry4, BEAT, LEASE, RolloutContinuesError;
var init_lease = __esm({
  "actions/deploy-run/rollout/lease.ts"() {
    "use strict";
    import_errors8 = __toESM(require_errors(), 1);
    import_retry4 = __toESM(require_retry(), 1);
    init_records();
    init_decision();
    init_fenced_write();
    BEAT = 2e4;
    LEASE = 6e4;
    RolloutContinuesError = class extends Error {
    };
  }
});

// actions/deploy-run/service/tags.ts
async function keptTags(regional, service, ...without2) {
  const pending = tagsPending(service).filter(({ tag }) => !without2.includes(tag));
  const alive = await Promise.all(
    pending.map(async ({ revision }) => {
      const found2 = await getRevision(regional, revision);
      return found2 !== void 0 && readiness(found2).state !== "failed";
    })
  );
  const starting = pending.filter((_, i) => alive[i]);
  const moving = new Set(starting.map(({ tag }) => tag));
  const effective = tagsInEffect(service).filter(({ tag }) => !without2.includes(tag) && !moving.has(tag));
  return [...effective, ...starting];
}
var init_tags = __esm({
  "actions/deploy-run/service/tags.ts"() {
    "use strict";
    init_revisions();
    init_traffic();
    init_regional_service();
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
    get: (name) => (0, import_not_found7.absent)(http.json({ method: "GET", url: `${endpoint}/v2/${name}`, ...facts(name, "get") })),
    create: (name, job, validateOnly) => write(target, "create", name, withoutTokens(job), [], validateOnly),
    update: (name, job, validateOnly) => write(target, "update", name, withoutTokens(job), [], validateOnly),
    async list(location) {
      const jobs = [];
      const read3 = (next) => http.json({
        method: "GET",
        url: `${endpoint}/v2/${location}/jobs?${new URLSearchParams({ pageSize: "100", ...next })}`,
        resource: `jobs in ${location}`,
        permission: "run.jobs.list",
        role: "roles/run.viewer"
      });
      for await (const page of pagesOf(read3)) jobs.push(...page.jobs ?? []);
      return jobs;
    },
    async remove(name) {
      await (0, import_not_found7.absent)(http.json({ method: "DELETE", url: `${endpoint}/v2/${name}`, ...facts(name, "delete") }));
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
      throw new import_errors9.CloudError({ message: "the response contains no execution", status: 200, resource: `job ${name}` });
    }
  };
}
function withoutTokens({ startExecutionToken: _, runExecutionToken: __, ...job }) {
  return job;
}
var import_errors9, import_not_found7;
var init_jobs = __esm({
  "src/google/run/jobs.ts"() {
    "use strict";
    import_errors9 = __toESM(require_errors(), 1);
    import_not_found7 = __toESM(require_not_found(), 1);
    init_pages();
    init_calls();
  }
});

// src/records/schema.ts
function readRecord(annotation) {
  if (annotation === void 0) return { history: [] };
  try {
    const { history, files } = JSON.parse(annotation);
    return { history: Array.isArray(history) ? history : [], ...Array.isArray(files) && { files } };
  } catch {
    return { history: [] };
  }
}
async function readSchemaRecords(http, endpoint, location) {
  const jobs = await createJobs(http, endpoint).list(location);
  return jobs.flatMap(
    ({ annotations }) => annotations?.[SCHEMA_ANNOTATION] ? [readRecord(annotations[SCHEMA_ANNOTATION])] : []
  );
}
function migratedSince({ history }, commit2, released) {
  const own = history.findLastIndex((entry) => entry.commit === commit2);
  const newer = own >= 0 ? history.slice(0, own) : history.filter(({ at }) => released !== void 0 && at > released);
  return newer.filter(
    (entry) => (entry.state !== "failed" || entry.when === "after-traffic") && entry.commit !== commit2
  );
}
var import_annotations6, SCHEMA_ANNOTATION;
var init_schema = __esm({
  "src/records/schema.ts"() {
    "use strict";
    init_jobs();
    import_annotations6 = __toESM(require_annotations(), 1);
    SCHEMA_ANNOTATION = `${import_annotations6.ANNOTATION_PREFIX}schema`;
  }
});

// actions/deploy-run/plan/rollback-target.ts
function planRollback(service, to, force, restored) {
  const releases = releasesOf(service);
  const found2 = to === "previous" ? previous(service, releases, restored) : named2(releases, to);
  if (found2)
    return {
      revision: found2.revision,
      release: found2,
      withdrawn: after(releases, found2),
      others: (0, import_commit4.isCommitPrefix)(to) ? otherImages(releases, found2) : []
    };
  if (to === "previous") throw refusal(`there is no earlier release to go back to.`, releases);
  if ((0, import_commit4.isCommitPrefix)(to)) throw refusal(`no release of the commit ${to} is recorded on this service.`, releases);
  if (!force)
    throw refusal(
      `the revision ${to} is not recorded as healthy on this service. If you know that it is, set force: true.`,
      releases
    );
  return { revision: to, release: void 0, withdrawn: [], others: [] };
}
function mayCheckLater({ revision, release }, service) {
  if (!release?.commit || serving(service)[0]?.revision === revision) return false;
  const first = planTraffic({ baseline: planBaseline(service), candidate: revision, percent: 0, tags: [] });
  return sameShares(requestedTraffic({ traffic: first }), requestedTraffic(service));
}
function servedBeforeDeploy(service) {
  const record3 = rolloutOf(service);
  return record3?.kind === "deploy" && explains(record3, service) ? record3.baseline[0]?.revision : void 0;
}
function revisionBefore(restored, { name, live, alone }) {
  const before = restored.get(name);
  if (alone && before !== void 0 && before !== live) return void 0;
  return restored.size === 0 ? void 0 : before ?? live;
}
function previous(service, releases, restored) {
  const healthy = releases.filter(({ withdrawn }) => withdrawn === void 0);
  if (restored !== void 0) return healthy.findLast((release) => release.revision === restored);
  const record3 = rolloutOf(service);
  const revision = servedBeforeDeploy(service);
  if (record3 && revision !== void 0)
    return healthy.findLast((release) => release.revision === revision) ?? // The revision of another tool is recorded only at the end of our first deploy.
    (releases.length === 0 ? { revision, commit: "", image: "", at: record3.startedAt, runUrl: "", rollout: "" } : void 0);
  const left = record3?.kind === "rollback" && explains(record3, service) ? record3.baseline[0]?.revision : void 0;
  const current = left ?? serving(service)[0]?.revision;
  const position = releases.findLastIndex(({ revision: revision2 }) => revision2 === current);
  const earlier2 = position < 0 ? releases : releases.slice(0, position);
  return earlier2.findLast(({ revision: revision2, withdrawn }) => revision2 !== current && withdrawn === void 0);
}
function named2(releases, to) {
  const matching = releases.filter(
    ({ commit: commit2, revision, rollout }) => (0, import_commit4.isCommitPrefix)(to) ? commit2.startsWith(to) : revision === to || rollout === to
  );
  const commits = [...new Set(matching.map(({ commit: commit2 }) => commit2))];
  if ((0, import_commit4.isCommitPrefix)(to) && commits.length > 1)
    throw refusal(`${to} matches more than one commit: ${commits.join(", ")}. Write more digits.`, releases);
  return matching.findLast(({ withdrawn }) => withdrawn === void 0) ?? matching.at(-1);
}
function otherImages(releases, target) {
  return releases.filter(
    ({ commit: commit2, revision, image }) => commit2 === target.commit && revision !== target.revision && digestOf(image) !== digestOf(target.image)
  );
}
function after(releases, target) {
  const position = releases.lastIndexOf(target);
  return releases.slice(position + 1).filter(({ revision }) => revision !== target.revision);
}
function planReleasesAfterRollback(releases, target, reason) {
  const gone = new Set(target.withdrawn.map(({ revision }) => revision));
  return releases.map((release) => {
    const { withdrawn: _, ...clean } = release;
    if (release.revision === target.revision) return clean;
    return gone.has(release.revision) ? { ...clean, withdrawn: reason } : release;
  });
}
function checkSchema(target, records, force) {
  const { release, revision } = target;
  if (!release) return [];
  const since = migrationsSince(release, records);
  const contracting = contractedSince(target, records);
  if (contracting && !force)
    throw new import_errors10.InputError([
      {
        subject: "Input rollback-to",
        message: `the migrations of ${(0, import_commit4.shortCommit)(contracting.commit)} contracted the database schema${afterTraffic(contracting)}, and ${revision} is older: it may fail on the new schema. Deploy a fix in a new commit, or set force: true if you know that it works.`
      }
    ]);
  if (since.length === 0) return [];
  const commits = [...new Set(since.map(({ commit: commit2 }) => (0, import_commit4.shortCommit)(commit2)))];
  const forced = contracting ? ` Those of ${(0, import_commit4.shortCommit)(contracting.commit)} contracted it, so ${revision} might fail; force: true continues.` : "";
  return [
    `The database schema stays as it is: a rollback undoes no migration. Migrations of these commits ran since ${revision}: ${commits.join(", ")}.${forced}`
  ];
}
function refusal(message, releases) {
  const known = releases.filter(({ withdrawn }) => withdrawn === void 0).slice(-5).map(({ revision, commit: commit2 }) => commit2 ? `${revision} (${(0, import_commit4.shortCommit)(commit2)})` : revision);
  const choices = known.length > 0 ? ` Recorded: ${known.join(", ")}.` : " No release is recorded yet.";
  return new import_errors10.InputError([{ subject: "Input rollback-to", message: message + choices }]);
}
var import_commit4, import_errors10, digestOf, contractedSince, migrationsSince, afterTraffic;
var init_rollback_target = __esm({
  "actions/deploy-run/plan/rollback-target.ts"() {
    "use strict";
    import_commit4 = __toESM(require_commit(), 1);
    init_schema();
    import_errors10 = __toESM(require_errors(), 1);
    init_records();
    init_traffic();
    digestOf = (image) => image.split("@")[1] ?? image;
    contractedSince = ({ release }, records) => release && migrationsSince(release, records).find((entry) => entry.contracting);
    migrationsSince = ({ commit: commit2, at }, records) => records.flatMap((record3) => migratedSince(record3, commit2, at));
    afterTraffic = ({ when }) => when === "after-traffic" ? " once it had all traffic, and since then it only rolls forward" : "";
  }
});

// actions/deploy-run/plan/rollout-plan.ts
function planReleasesAfter({ releaseChange: change, commit: commit2 }, before, revision, at, release) {
  const members = release?.members;
  if (change.kind === "add") {
    const { image, runUrl, rollout, found: found2 } = change;
    const known = before.some((entry2) => entry2.revision === found2?.revision) || found2?.revision === revision;
    const lead = release?.lead;
    const entry = { revision, commit: commit2, image, at, runUrl, rollout, ...members && { members }, ...lead && { lead } };
    return [...before, ...found2 && !known ? [found2] : [], entry];
  }
  const after2 = planReleasesAfterRollback(before, change.target, change.reason);
  if (!release || !members) return after2;
  const restoredBy = { id: release.id, members: Object.keys(members) };
  const position = after2.findLastIndex((entry) => entry.revision === revision);
  if (position >= 0) return after2.with(position, { ...after2[position], restoredBy });
  return [...after2, { revision, commit: commit2, image: "", at, runUrl: "", rollout: release.id, restoredBy }];
}
var isFirst;
var init_rollout_plan = __esm({
  "actions/deploy-run/plan/rollout-plan.ts"() {
    "use strict";
    init_rollback_target();
    isFirst = ({ baseline }) => baseline.length === 0;
  }
});

// actions/deploy-run/rollout/record-release.ts
var withRelease;
var init_record_release = __esm({
  "actions/deploy-run/rollout/record-release.ts"() {
    "use strict";
    init_records();
    init_rollout_plan();
    withRelease = ({ context: { clock } }, now, annotations, { plan, revision, release, releasesHold }) => withRecords(annotations, {
      rollout: null,
      releases: planReleasesAfter(plan, releasesOf(now), revision, new Date(clock.now()).toISOString(), release),
      ...releasesHold && { hold: null }
    });
  }
});

// actions/deploy-run/rollout/finish-member.ts
async function finishMember(regional, id, lead) {
  const { service } = await writeService(regional, {
    landed: (now) => lead ? decisionOf(now, id) === "committed" : rolloutOf(now)?.id !== id,
    plan: async (now) => {
      const record3 = rolloutOf(now);
      const end = record3?.release?.end;
      lead?.check(now);
      if (record3?.id !== id || !end) return void 0;
      const { candidate, commit: commit2, tag, keepTag } = record3;
      const [leadKey, ...others] = record3.release?.members ?? [];
      const next = end.kind === "deploy" ? withLateFields(now, end.before, end.after) : now;
      return {
        ...next,
        traffic: planTraffic({
          baseline: [],
          candidate,
          percent: 100,
          tags: await keptTags(regional, now, keepTag ? void 0 : tag)
        }),
        ...end.kind === "rollback" && { labels: { ...now.labels, [import_annotations7.COMMIT_LABEL]: commit2 } },
        annotations: withRelease(regional, now, next.annotations, {
          plan: { commit: commit2, releaseChange: changeOf(record3, end, releasesOf(now)) },
          revision: candidate,
          release: {
            id,
            ...lead ? lead.members && { members: lead.members } : leadKey && others.length > 0 && { lead: leadKey }
          },
          releasesHold: end.kind === "deploy" && end.releasesHold === true
        })
      };
    }
  });
  return service;
}
function changeOf(record3, end, releases) {
  if (end.kind === "deploy") {
    const { image, found: found2 } = end;
    return { kind: "add", image, runUrl: record3.runUrl, rollout: record3.id, ...found2 && { found: found2 } };
  }
  const position = releases.findLastIndex(({ revision }) => revision === record3.candidate);
  const withdrawn = position < 0 ? [] : releases.slice(position + 1);
  const target = {
    revision: record3.candidate,
    release: releases[position],
    withdrawn: withdrawn.filter(({ revision }) => revision !== record3.candidate),
    others: []
  };
  return { kind: "withdraw", target, reason: end.reason };
}
var import_annotations7;
var init_finish_member = __esm({
  "actions/deploy-run/rollout/finish-member.ts"() {
    "use strict";
    import_annotations7 = __toESM(require_annotations(), 1);
    init_desired_service();
    init_records();
    init_decision();
    init_traffic();
    init_fenced_write();
    init_tags();
    init_record_release();
  }
});

// actions/deploy-run/service/ownership.ts
function ourRollout(service, id) {
  const record3 = rolloutOf(service);
  if (record3?.id === id && record3.release?.aborted)
    throw new OvertakenError("Another run has ended this release. This run stopped.");
  if (record3?.id === id) return record3;
  const who = record3 ? `${describeRollout(record3)} has taken the service over.` : "Another run has ended this rollout.";
  throw new OvertakenError(`${who} This run stopped and made no further changes.`);
}
function isOwnHold({ kind, runUrl, candidate, startedAt }, hold) {
  return kind === "rollback" && hold?.runUrl === runUrl && hold.revision === candidate && hold.at <= startedAt;
}
function holdBeforeRollback(service) {
  const record3 = rolloutOf(service);
  const hold = holdOf(service);
  return record3 && isOwnHold(record3, hold) ? record3.holdBefore : hold;
}
function newHoldOn(service, known) {
  const hold = holdOf(service);
  return isSameHold(hold, known) ? void 0 : hold;
}
function checkNoNewHold(service, known) {
  const hold = newHoldOn(service, known);
  if (!hold) return;
  throw new OvertakenError(`${describeServiceHold(hold)} This run stopped and made no further changes.`);
}
var import_errors11, OvertakenError, isOurs, isSameHold;
var init_ownership = __esm({
  "actions/deploy-run/service/ownership.ts"() {
    "use strict";
    init_holds();
    import_errors11 = __toESM(require_errors(), 1);
    init_records();
    OvertakenError = class extends import_errors11.OutcomeError {
    };
    isOurs = (service, id) => rolloutOf(service)?.id === id;
    isSameHold = (a, b) => a !== void 0 && a.at === b?.at && a.runUrl === b.runUrl;
  }
});

// actions/deploy-run/service/poll.ts
var import_retry5, LONGEST2, pollService;
var init_poll = __esm({
  "actions/deploy-run/service/poll.ts"() {
    "use strict";
    import_retry5 = __toESM(require_retry(), 1);
    LONGEST2 = 1e3;
    pollService = ({ context }, look) => (0, import_retry5.poll)(look, { clock: context.clock, signal: context.signal, until: context.deadline, longest: LONGEST2 });
  }
});

// actions/deploy-run/rollout/undo.ts
function planUndo(record3, before, after2) {
  const commit2 = before.labels?.[import_annotations8.COMMIT_LABEL];
  const releases = releasesOf(after2);
  return {
    record: record3,
    hold: holdOf(after2),
    ...commit2 !== void 0 && { commit: commit2 },
    releases: digestOf2(releases),
    withdrawn: releasesOf(before).flatMap(
      ({ withdrawn }, i) => withdrawn === releases[i]?.withdrawn ? [] : [[i, withdrawn ?? null]]
    )
  };
}
function checkAsWritten(now, undo) {
  if (rolloutOf(now)) ourRollout(now, undo.record.id);
  checkNoNewHold(now, undo.hold);
  if (!isAsWritten(now, undo))
    throw new OvertakenError(
      "Another run or user has changed the traffic or the releases of the service. This run stopped and made no further changes."
    );
}
function isAsWritten(now, { record: record3, releases }) {
  const all = [{ revision: record3.candidate, percent: 100 }];
  return rolloutOf(now) === void 0 && sameShares(requestedTraffic(now), all) && digestOf2(releasesOf(now)) === releases;
}
function undoRecords(now, { commit: commit2, withdrawn }) {
  const { [import_annotations8.COMMIT_LABEL]: _, ...labels } = now.labels ?? {};
  const before = new Map(withdrawn);
  const releases = releasesOf(now).map((release, i) => {
    const reason = before.get(i);
    if (reason === void 0) return release;
    const { withdrawn: _2, ...clean } = release;
    return { ...clean, ...reason !== null && { withdrawn: reason } };
  });
  return {
    labels: { ...labels, ...commit2 !== void 0 && { [import_annotations8.COMMIT_LABEL]: commit2 } },
    annotations: withdrawn.length > 0 ? withRecords(now.annotations, { releases }) : { ...now.annotations }
  };
}
function isRollbackUndo(value) {
  const { record: record3, hold, releases, withdrawn } = value ?? {};
  return typeof record3?.id === "string" && typeof record3.candidate === "string" && Array.isArray(record3.baseline) && typeof hold?.at === "string" && typeof releases === "string" && Array.isArray(withdrawn) && withdrawn.every(Array.isArray);
}
var import_node_crypto, import_annotations8, isUndoable, digestOf2;
var init_undo = __esm({
  "actions/deploy-run/rollout/undo.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_annotations8 = __toESM(require_annotations(), 1);
    init_holds();
    init_records();
    init_traffic();
    init_ownership();
    isUndoable = (now, undo) => isAsWritten(now, undo) && isSameHold(holdOf(now), undo.hold);
    digestOf2 = (releases) => (0, import_node_crypto.createHash)("sha256").update(JSON.stringify(releases)).digest("hex");
  }
});

// actions/deploy-run/rollout/restore.ts
async function restore(regional, id, { expired, undo } = {}) {
  const mayUndo = (now) => undo !== void 0 && isUndoable(now, undo);
  const isLeft = (now) => isOurs(now, id) || mayUndo(now);
  let outcome = { kind: "not-ours", shares: [] };
  await writeService(regional, {
    // Another run may have ended this rollout before and changed the traffic.
    landed: (now) => !isLeft(now) && outcome.kind === "restored" && sameShares(requestedTraffic(now), outcome.shares),
    plan: async (now) => {
      const undoing = mayUndo(now) ? undo : void 0;
      const record3 = undoing?.record ?? rolloutOf(now);
      if (record3?.id !== id || !explains(record3, now)) {
        outcome = { kind: "not-ours", shares: serving(now) };
        return void 0;
      }
      checkExpired(record3, expired);
      if (record3.baseline.length === 0) {
        outcome = { kind: "nothing-before", shares: serving(now) };
        return void 0;
      }
      outcome = { kind: "restored", shares: scale(record3.baseline, 100) };
      const tags = (await keptTags(regional, now, record3.tag)).filter(
        ({ revision }) => revision !== record3.candidate || record3.kind === "rollback" || record3.baseline.some((share) => share.revision === revision)
      );
      const before = undoing ? { ...now, ...undoRecords(now, undoing) } : now;
      return {
        ...before,
        traffic: planRestoredTraffic(record3.baseline, tags),
        annotations: withRecords(before.annotations, {
          rollout: null,
          ...isOwnHold(record3, holdOf(now)) && { hold: record3.holdBefore ?? null }
        })
      };
    }
  });
  const wanted = outcome;
  return wanted.kind === "restored" ? await readBack(regional, isLeft, wanted.shares) : wanted;
}
async function readBack(regional, isLeft, shares) {
  const back = await pollService(regional, async () => {
    const service = await regional.api.get(regional.name);
    if (!service) return void 0;
    if (sameShares(serving(service), shares)) return { kind: "restored", shares };
    const overtaken = !isLeft(service) && !sameShares(requestedTraffic(service), shares);
    return overtaken ? { kind: "not-ours", shares: serving(service) } : void 0;
  });
  if (!back)
    throw new import_errors12.OutcomeError(
      `The traffic of ${regional.service} in ${regional.region} was reset to ${listShares(shares)}, and Cloud Run has not executed that yet. Check the service in the console now.`
    );
  return back;
}
var import_errors12;
var init_restore = __esm({
  "actions/deploy-run/rollout/restore.ts"() {
    "use strict";
    init_holds();
    import_errors12 = __toESM(require_errors(), 1);
    init_records();
    init_traffic();
    init_fenced_write();
    init_ownership();
    init_poll();
    init_tags();
    init_lease();
    init_undo();
  }
});

// actions/deploy-run/release/finish-or-restore.ts
async function conclude(id, members, options) {
  const [lead, ...others] = members;
  if (!lead) return { decision: "aborted", members: [] };
  if (others.length === 0) return { decision: "aborted", members: [await goBack(lead, id, options)] };
  const deciding = (0, import_retry6.ahead)(decide(lead, id, options.expired));
  if (!options.mayBeCommitted) await inTime(deciding, lead);
  else {
    try {
      if (await deciding === "committed")
        return {
          decision: "committed",
          members: await Promise.all(members.map((regional) => goForward(regional, id)))
        };
    } catch (error) {
      const left = { kind: "left", error };
      return { decision: "unknown", members: members.map((regional) => ({ regional, ...left })) };
    }
  }
  const layers = (options.layers ?? [others]).map((layer) => layer.filter((one) => one !== lead)).toReversed();
  const restored = [];
  for (const layer of layers) {
    const restoring = Promise.all(layer.map((regional) => goBack(regional, id)));
    restored.push(restoring);
    await inTime(restoring, lead);
  }
  restored.unshift(Promise.all([goBack(lead, id)]));
  return { decision: "aborted", members: (await Promise.all(restored)).flat() };
}
async function inTime(work, { context: { clock, signal } }) {
  let done = false;
  const end = () => {
    done = true;
  };
  work.then(end, end);
  const look = async () => done ? true : void 0;
  await (0, import_retry6.poll)(look, { clock, signal, until: clock.now() + PATIENCE, first: 5, longest: 200 }).catch(() => {
  });
}
async function decide(lead, id, expired) {
  let decision = "aborted";
  await writeService(lead, {
    landed: (now) => decisionOf(now, id) === "aborted",
    plan: (now) => {
      const found2 = decisionOf(now, id);
      const record3 = rolloutOf(now);
      decision = found2 === "committed" ? "committed" : "aborted";
      if (found2 !== "undecided" || !record3?.release) return void 0;
      checkExpired(record3, expired);
      const release = { ...record3.release, aborted: true };
      return {
        ...now,
        annotations: withRecords(now.annotations, { rollout: { ...record3, write: record3.write + 1, release } })
      };
    }
  });
  return decision;
}
async function goForward(regional, id) {
  try {
    return { regional, kind: "finished", shares: serving(await finishMember(regional, id)) };
  } catch (error) {
    return { regional, kind: "failed", error };
  }
}
async function goBack(regional, id, options) {
  try {
    return { regional, ...await restore(regional, id, options) };
  } catch (error) {
    return { regional, kind: "failed", error };
  }
}
var import_retry6, PATIENCE;
var init_finish_or_restore = __esm({
  "actions/deploy-run/release/finish-or-restore.ts"() {
    "use strict";
    import_retry6 = __toESM(require_retry(), 1);
    init_records();
    init_decision();
    init_traffic();
    init_finish_member();
    init_lease();
    init_restore();
    init_fenced_write();
    PATIENCE = 3e3;
  }
});

// actions/deploy-run/release/earlier-release.ts
async function settleRelease(found2, regional, step) {
  const { context, inputs } = step;
  const [lead, ...others] = found2.members.map((key) => memberOf(regional, key));
  const silent = step.inputs.request.kind === "rollback" ? step.unreachable : /* @__PURE__ */ new Map();
  if (silent.has(lead.name))
    throw new import_errors13.OutcomeError(
      `${found2.by} was interrupted, and ${lead.service} in ${lead.region}, which records whether it was committed, did not respond. Nothing was changed. Run this step again once it responds.`
    );
  const members = [lead, ...others.filter(({ name }) => !silent.has(name))];
  const canary = canaryOn(await lead.api.get(lead.name), found2.id);
  const { kind } = inputs.request;
  if (canary && kind !== "rollback" && inputs.rollout.onCanary === "wait") throw new UndecidedCanaryError(found2);
  const mustWait = !canary && kind !== "rollback" && !isEarlierAttempt(found2.id, context.github);
  const expired = mustWait ? await waitForLease(found2, lead, context) : void 0;
  context.log.info(`Ending the release ${found2.id} of ${found2.members.map(describeMember).join(", ")}.`);
  const { decision, members: ended } = await conclude(found2.id, members, { mayBeCommitted: true, expired });
  const outcomes = await Promise.all(
    ended.map(
      async (outcome) => outcome.regional.name === regional.name && await wasRestored(outcome, found2) ? { ...outcome, kind: "restored", shares: found2.baseline ?? [] } : outcome
    )
  );
  const restored = /* @__PURE__ */ new Map();
  const failed = [];
  for (const outcome of outcomes) {
    const { service, region, name } = outcome.regional;
    if ("error" in outcome && outcome.error instanceof RolloutContinuesError) throw inProgress(found2);
    if (kind === "rollback" && outcome.kind === "failed" && outcome.regional !== lead && (0, import_retry7.isTransient)(outcome.error)) {
      silent.set(name, outcome.error);
      context.log.warning(
        `${service} in ${region} did not respond, so ${found2.by} has not ended there. A later run that reads it ends that release.`
      );
      continue;
    }
    if (outcome.kind === "failed" || outcome.kind === "left")
      failed.push(`${service} in ${region}: ${outcome.error.message}`);
    if (outcome.kind !== (found2.kind === "deploy" ? "restored" : "finished")) continue;
    const [main] = outcome.shares;
    if (main) restored.set(name, main.revision);
  }
  if (failed.length > 0)
    throw new import_errors13.OutcomeError(
      `${found2.by} was interrupted, and could not be ended. Nothing else was changed. ${failed.join(" ")} Run this step again.`
    );
  const became = decision === "committed" ? "was committed, and is finished" : "was restored to what served before";
  const serves = outcomes.flatMap(
    (outcome) => outcome.kind === "restored" || outcome.kind === "finished" ? [describeServing(outcome.shares, outcome.regional)] : []
  );
  const why = canary ? `${found2.by} was an undecided canary, which this ${kind} ended.` : `${found2.by} was interrupted.`;
  const left = "Another user or run has moved its traffic since, which was left as it is.";
  context.log.notice(`${why} ${serves.length > 0 ? `It ${became}: ${serves.join(", ")}.` : left}`);
  return restored;
}
async function wasRestored({ kind, regional: { api, name } }, found2) {
  if (kind !== "not-ours" || found2.kind !== "deploy" || !found2.baseline?.length) return false;
  const now = await api.get(name);
  return now !== void 0 && sameShares(requestedTraffic(now), scale(found2.baseline, 100));
}
function isEarlierAttempt(id, { runId, runAttempt }) {
  const [run2, attempt] = id.split("-");
  return runId !== "" && run2 === String(runId) && Number(attempt) < Number(runAttempt);
}
async function waitForLease(found2, lead, { log }) {
  if (decisionOf(await lead.api.get(lead.name), found2.id) !== "undecided") return void 0;
  log.info(`${found2.by} is not decided. Waiting for a minute to see whether it is still running.`);
  const watched = await watchLease(lead, found2.id);
  if (watched === "moving") throw inProgress(found2);
  return watched;
}
var import_errors13, import_retry7, UndecidedCanaryError, ReleaseInProgressError, inProgress;
var init_earlier_release = __esm({
  "actions/deploy-run/release/earlier-release.ts"() {
    "use strict";
    import_errors13 = __toESM(require_errors(), 1);
    import_retry7 = __toESM(require_retry(), 1);
    init_records();
    init_decision();
    init_long_canary();
    init_traffic();
    init_interrupted_release();
    init_lease();
    init_finish_or_restore();
    UndecidedCanaryError = class extends Error {
      found;
      constructor(found2) {
        super(`the canary ${found2.id} is undecided`);
        this.found = found2;
      }
    };
    ReleaseInProgressError = class extends import_errors13.OutcomeError {
    };
    inProgress = ({ by, members }) => new ReleaseInProgressError(
      `${by} is in progress on ${members.map(describeMember).join(", ")}, and nothing was changed. Wait until it has ended and run this step again, or end it with rollback-to: previous.`
    );
  }
});

// actions/deploy-run/service/outcome.ts
function sharesBefore(events, name) {
  const planned = events.findLast((event) => event.kind === "planned" && event.name === name);
  return planned?.kind === "planned" ? planned.plan.serving : [];
}
function createdRevision(events, name) {
  const created = events.findLast((event) => event.kind === "created" && event.name === name);
  return created?.kind === "created" ? created.revision : void 0;
}
function withResults(error, known) {
  if (error instanceof Error) knownResults.set(error, known);
  return error;
}
var approvalName, knownResults, resultsAfter;
var init_outcome = __esm({
  "actions/deploy-run/service/outcome.ts"() {
    "use strict";
    approvalName = (release, step) => `${release}@${step}`;
    knownResults = /* @__PURE__ */ new WeakMap();
    resultsAfter = (error) => error instanceof Error && knownResults.get(error) || [];
  }
});

// actions/deploy-run/report/next-step.ts
function nextStep(error, kind) {
  if (error instanceof import_errors14.InputError || error instanceof import_errors14.PolicyError || error instanceof import_freeze3.BlockedError) return void 0;
  if (error instanceof OvertakenError) return "No action is needed unless that run fails.";
  if (error instanceof import_errors14.TimedOutError)
    return "Run this step again: it continues where this one stopped. Or increase the input timeout.";
  if ((0, import_errors14.isAbort)(error)) return "Run this step again if the deploy is still wanted.";
  if (kind === "rollback" && (0, import_retry8.isTransient)(error))
    return "Run the rollback again now: of several services, it leaves out those that do not respond, and rolls back the others.";
  if (error instanceof import_errors14.CloudError) return "Fix the cause that the message names, then run this step again.";
  if (error instanceof import_errors14.OutcomeError && /failed its health check/.test(error.message))
    return "Check the last response and the log of the revision. If the application has an error, push a fix. If it was slow to start, increase probe-timeout. If the path is wrong, correct probe-path.";
  return "Fix the cause that the message names, then run this step again. This is always safe.";
}
var import_freeze3, import_errors14, import_retry8;
var init_next_step = __esm({
  "actions/deploy-run/report/next-step.ts"() {
    "use strict";
    import_freeze3 = __toESM(require_freeze(), 1);
    import_errors14 = __toESM(require_errors(), 1);
    import_retry8 = __toESM(require_retry(), 1);
    init_ownership();
  }
});

// actions/deploy-run/release/describe-failure.ts
function recordFailure(names, sentences2, { error, events, step }) {
  if (sentences2.length === 0) return;
  const ending = {
    kind: "failed",
    state: sentences2.join(" "),
    reason: reasonOf(error),
    next: nextStep(error, step.inputs.request.kind)
  };
  for (const name of names) events.push({ name, kind: "ended", ending });
}
function reasonOf(error) {
  if (error instanceof import_errors15.CloudError) return (0, import_report.describeCloudError)(error);
  if ((0, import_errors15.isAbort)(error) && !(error instanceof import_errors15.TimedOutError)) return "The step was cancelled.";
  return error.message;
}
function explainFailure(error, sentences2, { context: { log }, inputs }) {
  if (sentences2.length === 0) return error;
  const next = nextStep(error, inputs.request.kind);
  const state = [...sentences2, ...next ? [`What to do: ${next}`] : []].join(" ");
  if (error instanceof import_errors15.OutcomeError) return new import_errors15.OutcomeError(`${error.message} ${state}`, { cause: error });
  if (error instanceof import_errors15.TimedOutError) return new import_errors15.OutcomeError(`${error.message} ${state}`, { cause: error });
  if ((0, import_errors15.isAbort)(error)) return new import_errors15.OutcomeError(`The step was cancelled. ${state}`);
  if (error instanceof import_errors15.CloudError) return new import_errors15.OutcomeError(`${(0, import_report.describeCloudError)(error)} ${state}`, { cause: error });
  if (error instanceof import_errors15.InputError || error instanceof import_errors15.PolicyError) log.notice(state);
  return error;
}
var import_errors15, import_report;
var init_describe_failure = __esm({
  "actions/deploy-run/release/describe-failure.ts"() {
    "use strict";
    import_errors15 = __toESM(require_errors(), 1);
    import_report = __toESM(require_report(), 1);
    init_next_step();
  }
});

// src/google/run/secret-versions.ts
async function resolveSecrets(template, options) {
  const copy = structuredClone(template);
  const found2 = /* @__PURE__ */ new Map();
  const versions = /* @__PURE__ */ new Map();
  const look = (reference) => {
    const key = keyOf(reference);
    const known = found2.get(key) ?? lookUp(reference, options);
    found2.set(key, known);
    return known;
  };
  await (0, import_errors16.allAtOnce)(
    secretReferences(copy, options.project).map(async (reference) => {
      const found3 = await look(reference);
      if (found3 === "unreadable") return;
      const version = usableVersion(found3, reference, options.locate);
      if (found3) versions.set(keyOf(reference), found3);
      if (options.mode === "resolve") reference.resolve(version);
    })
  );
  return { template: copy, versions };
}
function withRunningVersions(template, createTime, { project, versions }) {
  const created = Date.parse(createTime ?? "");
  const copy = structuredClone(template);
  for (const reference of secretReferences(copy, project)) {
    const version = /^\d+$/.test(reference.version) ? void 0 : versions.get(keyOf(reference));
    if (version && Date.parse(version.createTime) < created) reference.resolve(version.version);
  }
  return copy;
}
function usableVersion(found2, { secret, version, where, path }, locate) {
  if (found2?.state === "ENABLED") return found2.version;
  const message = found2 ? `is ${found2.state.toLowerCase()}. Enable it, or name another version.` : "does not exist. Create it, or correct its name.";
  const location = locate?.(path);
  throw new import_errors16.InputError([
    { subject: where, message: `the secret ${secret}, version ${version}, ${message}`, ...location && { location } }
  ]);
}
async function lookUp({ secret, version }, { manager, mode, log }) {
  try {
    return await manager.version(secret, version);
  } catch (error) {
    const needed = mode === "resolve" && !/^\d+$/.test(version);
    if (!(error instanceof import_errors16.CloudError && error.status === 403) || needed) throw error;
    log.warning(
      `Whether the secret ${secret}, version ${version}, exists could not be checked: no permission ${error.permission ?? "to read it"}. Grant ${error.role ?? "roles/secretmanager.viewer"} on the secret.`
    );
    return "unreadable";
  }
}
function secretReferences(template, project) {
  const full = (secret) => fullSecretName(secret, project);
  const fromEnv = (template.containers ?? []).flatMap(
    (container, i) => (container.env ?? []).flatMap(({ name, valueSource }, n) => {
      const ref = valueSource?.secretKeyRef;
      if (!ref?.secret) return [];
      const resolve2 = (version) => {
        ref.version = version;
      };
      return [
        {
          secret: full(ref.secret),
          version: ref.version ?? "latest",
          where: `Environment variable ${name}`,
          path: ["containers", i, "env", n, "valueSource", "secretKeyRef"],
          resolve: resolve2
        }
      ];
    })
  );
  const fromVolumes = (template.volumes ?? []).flatMap(({ name, secret }, i) => {
    if (!secret?.secret) return [];
    const where = `Volume ${name}`;
    const id = full(secret.secret);
    if (!secret.items || secret.items.length === 0) {
      const path = id.slice(id.lastIndexOf("/") + 1);
      const resolve2 = (version) => {
        secret.items = [{ path, version }];
      };
      return [{ secret: id, version: "latest", where, path: ["volumes", i, "secret"], resolve: resolve2 }];
    }
    return secret.items.map((item, n) => ({
      secret: id,
      version: item.version ?? "latest",
      where,
      path: ["volumes", i, "secret", "items", n],
      resolve: (version) => {
        item.version = version;
      }
    }));
  });
  return [...fromEnv, ...fromVolumes];
}
var import_errors16, keyOf, fullSecretName;
var init_secret_versions = __esm({
  "src/google/run/secret-versions.ts"() {
    "use strict";
    import_errors16 = __toESM(require_errors(), 1);
    keyOf = ({ secret, version }) => `${secret}/${version}`;
    fullSecretName = (secret, project) => secret.includes("/") ? secret : `projects/${project}/secrets/${secret}`;
  }
});

// shared:actions/deploy-run/plan/names.ts
var require_names = __commonJS({
  "shared:actions/deploy-run/plan/names.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/plan/names.ts"];
  }
});

// actions/deploy-run/plan/serving-template.ts
function planServingTemplate(service, mainRevision) {
  const own = templateRevision(service);
  const main = mainRevision?.name ? shortName(mainRevision.name) : void 0;
  if (mainRevision === void 0 || main === own)
    return { template: withoutName(service.template ?? {}), revision: own, from: "template" };
  return { template: templateOf(mainRevision), revision: main, from: "revision" };
}
function templateOf(revision) {
  const entries = Object.entries(revision).filter(([field]) => !OUTPUT_ONLY.has(field));
  return Object.fromEntries(
    entries.map(([field, value]) => [field, field === "containers" ? stripBuild(value) : value])
  );
}
function withoutName({ revision: _, ...template }) {
  return template;
}
var OUTPUT_ONLY, templateRevision, stripBuild;
var init_serving_template = __esm({
  "actions/deploy-run/plan/serving-template.ts"() {
    "use strict";
    init_revisions();
    OUTPUT_ONLY = /* @__PURE__ */ new Set([
      "name",
      "uid",
      "generation",
      "createTime",
      "updateTime",
      "deleteTime",
      "expireTime",
      "launchStage",
      "service",
      "reconciling",
      "conditions",
      "observedGeneration",
      "logUri",
      "satisfiesPzs",
      "etag",
      "creator",
      "scalingStatus",
      "workerPool"
    ]);
    templateRevision = (service) => service.template?.revision || (service.latestCreatedRevision ? shortName(service.latestCreatedRevision) : void 0);
    stripBuild = (containers) => containers.map(({ buildInfo: _, ...container }) => container);
  }
});

// shared:src/google/auth.ts
var require_auth = __commonJS({
  "shared:src/google/auth.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/auth.ts"];
  }
});

// actions/deploy-run/service/access.ts
async function setAccess(regional, open) {
  for (const name of await (0, import_multi_region2.regionalNames)(regional, regional.api.get)) await setAccessTo(name, regional, open);
}
async function setAccessTo(name, regional, open) {
  const {
    clients: { services },
    context: { clock, signal, log }
  } = regional;
  const work = async () => {
    const next = planPolicy(await services.getIamPolicy(name), open);
    if (!next) return;
    try {
      await services.setIamPolicy(name, next);
    } catch (error) {
      throw error instanceof import_errors17.CloudError && !mayPass(error) ? explain(error, open) : error;
    }
    log.info(`The service ${open ? "now" : "no longer"} allows unauthenticated invocations.`);
  };
  try {
    await (0, import_retry9.retry)(work, { clock, signal, resource: `IAM policy of ${regional.service}`, attempts: MOST_TRIES, mayPass });
  } catch (error) {
    throw error instanceof import_errors17.CloudError && mayPass(error) ? explain(error, open) : error;
  }
}
async function readPublicAccess(regional, service, policy) {
  return service.invokerIamDisabled || await (policy ?? readOpenPolicy(regional, service));
}
async function readOpenPolicy(regional, service) {
  try {
    const places = await (0, import_multi_region2.regionalNames)(regional, async () => service);
    const policies = await Promise.all(places.map((name) => regional.clients.services.getIamPolicy(name)));
    return policies.every(allowsEveryone);
  } catch (error) {
    if (error instanceof import_errors17.CloudError && error.status === 403) return void 0;
    throw error;
  }
}
function planPolicy(policy, open) {
  const bindings = policy.bindings ?? [];
  if (allowsEveryone(policy) === open) return void 0;
  const existing = bindings.find(isInvoker);
  if (open && !existing) return { ...policy, bindings: [...bindings, { role: INVOKER, members: [EVERYONE] }] };
  const changed2 = bindings.map((binding) => {
    const { members = [] } = binding;
    if (open) return binding === existing ? { ...binding, members: [...members, EVERYONE] } : binding;
    return isInvoker(binding) ? { ...binding, members: members.filter((member) => member !== EVERYONE) } : binding;
  });
  return { ...policy, bindings: changed2.filter(({ members = [] }) => members.length > 0) };
}
function explain(error, open) {
  if (!open || error.status !== 400) return error;
  return new import_errors17.OutcomeError(
    `Unauthenticated invocations could not be allowed: ${error.message} If an organization policy forbids allUsers (domain restricted sharing), set the annotation run.googleapis.com/invoker-iam-disabled: "true" in the manifest instead of allow-unauthenticated.`,
    { cause: error }
  );
}
var import_errors17, import_retry9, import_multi_region2, INVOKER, EVERYONE, MOST_TRIES, mayPass, isInvoker, allowsEveryone;
var init_access = __esm({
  "actions/deploy-run/service/access.ts"() {
    "use strict";
    import_errors17 = __toESM(require_errors(), 1);
    import_retry9 = __toESM(require_retry(), 1);
    import_multi_region2 = __toESM(require_multi_region(), 1);
    INVOKER = "roles/run.invoker";
    EVERYONE = "allUsers";
    MOST_TRIES = 6;
    mayPass = (error) => (0, import_retry9.isTransient)(error) || error instanceof import_errors17.CloudError && error.status === 409;
    isInvoker = ({ role, condition }) => role === INVOKER && !condition;
    allowsEveryone = ({ bindings = [] }) => bindings.some((binding) => isInvoker(binding) && (binding.members ?? []).includes(EVERYONE));
  }
});

// actions/deploy-run/probe/identity-token.ts
function identityTokens(context, inputs, account, signal) {
  const ownAccount = account === inputs.auth.serviceAccount;
  const { http, endpoints } = (0, import_context2.connect)(
    context,
    ownAccount ? { ...inputs.auth, serviceAccount: void 0 } : inputs.auth,
    {
      signal
    }
  );
  const minted = /* @__PURE__ */ new Map();
  return async (audience) => {
    const known = minted.get(audience);
    if (known && context.clock.now() - known.at < FRESH_FOR) return known.token;
    const { token } = await http.json({
      method: "POST",
      url: `${endpoints.iamcredentials}/v1/projects/-/serviceAccounts/${account}:generateIdToken`,
      json: { audience, includeEmail: true },
      idempotent: true,
      resource: `identity token of ${account}`,
      permission: "iam.serviceAccounts.getOpenIdToken",
      role: "roles/iam.serviceAccountOpenIdTokenCreator"
    });
    context.mask(token);
    minted.set(audience, { token, at: context.clock.now() });
    return token;
  };
}
async function probeIdentity(regional, step, current, policy) {
  const { inputs } = step;
  const { probe } = inputs.rollout;
  if (!sendsRequests(regional, inputs)) return { identityToken: void 0, open: void 0 };
  if (current?.defaultUriDisabled)
    throw new import_errors18.InputError([
      {
        subject: "Input probe",
        message: `the default URL of ${regional.service} is disabled, so neither it nor a tag has a URL to probe. Set probe: startup to rely on the startup probe alone.`
      }
    ]);
  const open = current ? await readPublicAccess(regional, current, policy) : false;
  const { context } = regional;
  const account = probe.account ?? (open === false ? (0, import_auth.callingAccount)(inputs.auth, context.env) : void 0);
  if (open || !account && open === void 0) return { identityToken: void 0, open };
  if (account) return { identityToken: identityTokens(context, inputs, account, step.signal), open };
  const why = current ? `the service ${regional.service} is not public` : `the first deploy of ${regional.service} stays private until it has passed its health checks`;
  throw new import_errors18.InputError([
    {
      subject: "Input probe-service-account",
      message: `is missing: ${why}, so the health check needs an identity token, which only a service account can get. Set probe-service-account: an account with roles/run.invoker on the service, on which the caller has roles/iam.serviceAccountOpenIdTokenCreator. Or set probe: startup to rely on the startup probe alone.`
    }
  ]);
}
var import_auth, import_context2, import_errors18, FRESH_FOR, sendsRequests;
var init_identity_token = __esm({
  "actions/deploy-run/probe/identity-token.ts"() {
    "use strict";
    import_auth = __toESM(require_auth(), 1);
    import_context2 = __toESM(require_context(), 1);
    import_errors18 = __toESM(require_errors(), 1);
    init_access();
    FRESH_FOR = 40 * 6e4;
    sendsRequests = ({ kind }, { rollout }) => kind === "Service" && rollout.probe.kind !== "startup";
  }
});

// actions/deploy-run/plan/image-digests.ts
function withKnownImages(template, wanted, accepted, running) {
  const spelled = (image, i) => {
    const requested = wanted.containers?.[i]?.image ?? "";
    const runs = image?.includes("@") ? image : running?.containers?.[i]?.image ?? image;
    return image !== requested && accepted.get(requested)?.has(digestOf3(runs)) ? requested : image;
  };
  const containers = template.containers?.map((container, i) => {
    const image = spelled(container.image, i);
    return { ...container, ...image !== void 0 && { image } };
  });
  return { ...template, ...containers && { containers } };
}
function checkDigests(template, revision, accepted) {
  (template.containers ?? []).forEach((container, i) => {
    const [entry] = imageByDigest(container);
    if (!entry) return;
    const [text, image] = entry;
    const running = twin(revision, container, i)?.image ?? "";
    const known = accepted.get(text) ?? /* @__PURE__ */ new Set([image.digest]);
    if (!known.has(digestOf3(running)))
      throw new import_errors19.OutcomeError(
        `The revision runs ${running || "no image"} in the container ${container.name ?? i}, not ${text}. Another tool or run created it. Run this step again.`
      );
  });
}
function imageByDigest({ image = "" }) {
  try {
    return [[image, (0, import_image_reference2.parseImageDigest)(image)]];
  } catch {
    return [];
  }
}
function leftBehind(template, images) {
  return (template.containers ?? []).flatMap((container) => {
    const known = (0, import_image_reference2.imageNameOf)(container.image ?? "");
    const name = known && (0, import_image_reference2.formatImageName)(known);
    const [newer] = images.filter(({ image }) => (0, import_image_reference2.formatImageName)(image) === name).map(({ image }) => image);
    if (!newer || images.some(({ image }) => digestOf3(container.image) === image.digest)) return [];
    const whose = container.name ? `The container ${container.name}` : "A container without a name";
    return `${whose} also runs ${name}, and stays on another version of it. To deploy the same image to both, add the line ${container.name ?? "CONTAINER"}=IMAGE to the input image.`;
  });
}
var import_image_reference2, import_errors19, digestOf3, twin;
var init_image_digests = __esm({
  "actions/deploy-run/plan/image-digests.ts"() {
    "use strict";
    import_image_reference2 = __toESM(require_image_reference(), 1);
    import_errors19 = __toESM(require_errors(), 1);
    digestOf3 = (image = "") => image.slice(image.indexOf("@") + 1);
    twin = (revision, container, i) => (revision.containers ?? []).find(({ name }) => name !== void 0 && name === container.name) ?? revision.containers?.[i];
  }
});

// actions/deploy-run/preflight/images.ts
function prefetchImages(registry, images, region) {
  for (const { image } of images)
    if ((0, import_image_reference3.artifactRegistryRepository)(image, region)) void (0, import_retry10.ahead)(registry.manifest(image, image.digest));
}
async function findImages(registry, template, region, known = /* @__PURE__ */ new Map()) {
  const accepted = /* @__PURE__ */ new Map();
  const images = new Map((template.containers ?? []).flatMap(imageByDigest));
  await (0, import_errors20.allAtOnce)(
    [...images].map(async ([text, image]) => {
      if (!(0, import_image_reference3.artifactRegistryRepository)(image, region)) return;
      const holder = [...known.values()].find((digests) => digests.has(image.digest));
      if (holder) return void accepted.set(text, holder);
      const manifest = await registry.manifest(image, image.digest);
      if (!manifest)
        throw new import_errors20.InputError([
          {
            subject: "Image",
            message: `${(0, import_image_reference3.formatImageDigest)(image)} does not exist in the registry. Was it built, and pushed to this repository?`
          }
        ]);
      accepted.set(text, /* @__PURE__ */ new Set([image.digest, ...manifest.manifests.map((child) => child.digest)]));
    })
  );
  return accepted;
}
var import_image_reference3, import_errors20, import_retry10;
var init_images = __esm({
  "actions/deploy-run/preflight/images.ts"() {
    "use strict";
    import_image_reference3 = __toESM(require_image_reference(), 1);
    import_errors20 = __toESM(require_errors(), 1);
    import_retry10 = __toESM(require_retry(), 1);
    init_image_digests();
  }
});

// shared:src/google/http/client.ts
var require_client = __commonJS({
  "shared:src/google/http/client.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/client.ts"];
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
  const resource = (image) => `image ${(0, import_image_reference4.formatImageName)(image)}`;
  return {
    async tags(image, prefix) {
      const found2 = [];
      let url = calls.url(image, `/tags/list?n=${PAGE}&last=${prefix.slice(0, -1)}`);
      for (let pages = 0; url !== void 0 && pages < MOST_PAGES; pages++) {
        const at = url;
        const response = await (0, import_not_found8.absent)(
          calls.send({ method: "GET", url: at, resource: resource(image), maxBytes: MOST_LIST, ...import_registry_calls.READ })
        );
        if (!response) return [];
        const about2 = { resource: resource(image), url: at, status: response.status };
        const { tags } = (0, import_invalid_response2.parseResponse)(about2, response.text);
        const page = (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === "string");
        found2.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = (0, import_client.locationOf)(at, /<([^>]+)>; *rel="?next"?/.exec(response.headers.link ?? "")?.[1]);
        if (next !== void 0 && new URL(next).origin !== new URL(at).origin) throw (0, import_invalid_response2.redirected)(about2, next);
        const past = page.length > 0 && page.at(-1) > `${prefix}\uFFFF` && isSorted(page);
        url = past ? void 0 : next;
      }
      return [...new Set(found2)];
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
        const about2 = { resource: resource(image), url, status: response.status };
        const { manifests } = (0, import_invalid_response2.parseResponse)(
          about2,
          response.text
        );
        return (Array.isArray(manifests) ? manifests : []).flatMap(
          ({ digest: one }) => typeof one === "string" ? [one] : []
        );
      } catch (error) {
        if (error instanceof import_errors21.CloudError && error.status >= 200 && error.status < 500) return [];
        throw error;
      }
    },
    async blob(image, digest, maxBytes) {
      const response = await (0, import_not_found8.absent)(calls.blob(image, digest, maxBytes, resource(image)));
      return response && sha256Digest(response.bytes) === digest ? response.bytes : void 0;
    },
    async pushBlob(image, mediaType, content) {
      const digest = sha256Digest(content);
      const about2 = { resource: resource(image), ...import_registry_calls.WRITE };
      const descriptor = { mediaType, digest, size: content.length };
      const begin = calls.url(image, "/blobs/uploads/");
      const started = await calls.send({ ...about2, method: "POST", url: begin, idempotent: true });
      const session = (0, import_client.locationOf)(begin, started.headers.location);
      if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
        throw (0, import_invalid_response2.redirected)({ ...about2, url: begin, status: started.status }, session);
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
        headers: { "content-type": import_registry2.OCI_MANIFEST },
        body: manifest,
        resource: `tag ${(0, import_image_reference4.formatImageName)(image)}:${tag}`,
        ...import_registry_calls.WRITE
      });
    }
  };
}
var import_node_crypto2, import_not_found8, import_client, import_invalid_response2, import_errors21, import_image_reference4, import_registry2, import_registry_calls, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_not_found8 = __toESM(require_not_found(), 1);
    import_client = __toESM(require_client(), 1);
    import_invalid_response2 = __toESM(require_invalid_response(), 1);
    import_errors21 = __toESM(require_errors(), 1);
    import_image_reference4 = __toESM(require_image_reference(), 1);
    import_registry2 = __toESM(require_registry(), 1);
    import_registry_calls = __toESM(require_registry_calls(), 1);
    PAGE = 1e3;
    MOST_PAGES = 1e3;
    MOST_LIST = 256e6;
    sha256Digest = (bytes) => `sha256:${(0, import_node_crypto2.createHash)("sha256").update(bytes).digest("hex")}`;
    isSorted = (texts) => texts.every((text, i) => i === 0 || (texts[i - 1] ?? "") <= text);
  }
});

// shared:src/google/http/loopback.ts
var require_loopback = __commonJS({
  "shared:src/google/http/loopback.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/loopback.ts"];
  }
});

// shared:src/provenance/attestation-tag.ts
var require_attestation_tag = __commonJS({
  "shared:src/provenance/attestation-tag.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/attestation-tag.ts"];
  }
});

// src/provenance/attestation-store.ts
function createAttestationStore(registry, artifacts) {
  return {
    list: (image, digest) => artifacts.tags(image, (0, import_attestation_tag.attestationTagPrefix)(digest)),
    listReferrers: (image, digest) => artifacts.referrers(image, digest, BUNDLE_TYPE),
    async read(image, digest, reference) {
      const none = (problem) => ({ reference, bundle: void 0, problem });
      const manifest = await registry.manifest(image, reference).catch((error) => {
        if (error instanceof import_errors22.CloudError && (error.status === 0 || error.status >= 400)) throw error;
        return void 0;
      });
      if (!manifest) return none("gone");
      if (reference.startsWith(import_attestation_tag.ATTESTATION_TAG) && reference !== attestationTag(digest, manifest.digest))
        return none("overwritten: its tag names another attestation");
      const [layer] = Array.isArray(manifest.layers) ? manifest.layers : [];
      if (layer?.mediaType !== BUNDLE_TYPE || typeof layer.digest !== "string") return none("no Sigstore bundle");
      const embedded = typeof layer.data === "string" ? Buffer.from(layer.data, "base64") : void 0;
      if (embedded && sha256Digest(embedded) === layer.digest) return { reference, bundle: embedded };
      if (!(layer.size <= MOST_BUNDLE)) return none(`larger than ${MOST_BUNDLE} bytes`);
      const bundle = await artifacts.blob(image, layer.digest, MOST_BUNDLE);
      return bundle ? { reference, bundle } : none("incomplete: its content is gone");
    },
    async write(image, subject, digests, { bundle, predicateType, created }) {
      const content = Buffer.from(bundle);
      const [config, layer] = await Promise.all([
        artifacts.pushBlob(image, EMPTY_TYPE, EMPTY),
        artifacts.pushBlob(image, BUNDLE_TYPE, content)
      ]);
      const embedded = content.length <= MOST_EMBEDDED ? { data: content.toString("base64") } : {};
      const manifest = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: import_registry3.OCI_MANIFEST,
          artifactType: BUNDLE_TYPE,
          config: { ...config, data: EMPTY.toString("base64") },
          layers: [{ ...layer, ...embedded }],
          subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
          annotations: {
            "org.opencontainers.image.created": created,
            "dev.sigstore.bundle.content": "dsse-envelope",
            "dev.sigstore.bundle.predicateType": predicateType
          }
        })
      );
      const own = sha256Digest(manifest);
      const tags = digests.map((digest) => attestationTag(digest, own));
      const last = attestationTag(subject.digest, own);
      for (const some of [tags.filter((tag) => tag !== last), tags.filter((tag) => tag === last)])
        await Promise.all(some.map((tag) => putOnce(tag, own, () => artifacts.pushManifest(image, tag, manifest))));
      return tags;
      async function putOnce(tag, digest, push) {
        try {
          await push();
        } catch (error) {
          if (!(error instanceof import_errors22.CloudError) || await registry.digest(image, tag) !== digest) throw error;
        }
      }
    }
  };
}
var import_registry3, import_errors22, import_attestation_tag, BUNDLE_TYPE, EMPTY_TYPE, EMPTY, MOST_BUNDLE, MOST_EMBEDDED, attestationTag;
var init_attestation_store = __esm({
  "src/provenance/attestation-store.ts"() {
    "use strict";
    import_registry3 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    import_errors22 = __toESM(require_errors(), 1);
    import_attestation_tag = __toESM(require_attestation_tag(), 1);
    BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
    EMPTY = Buffer.from("{}");
    MOST_BUNDLE = 4e6;
    MOST_EMBEDDED = 1e5;
    attestationTag = (digest, manifest) => `${(0, import_attestation_tag.attestationTagPrefix)(digest)}${manifest.replace("sha256:", "").slice(0, 32)}`;
  }
});

// src/provenance/check-image.ts
async function checkImage(store, verify, image, expected) {
  const { digest } = image;
  const reasons = /* @__PURE__ */ new Map();
  let read3 = 0;
  const judge2 = async (reference) => {
    const { bundle, problem } = await store.read(image, digest, reference);
    read3++;
    const verdict = bundle ? verify(bundle, { ...expected, digest }) : void 0;
    if (verdict?.verified) return verdict.build;
    const reason = verdict?.reason ?? problem ?? "empty";
    if (!reason.startsWith("of type ")) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return void 0;
  };
  const search = async (references) => {
    let found2;
    let next = 0;
    const work = async () => {
      while (!found2 && next < references.length) found2 ??= await judge2(references[next++]);
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    return found2;
  };
  const tags = await store.list(image, digest);
  const build = await search(tags.slice(0, MOST)) ?? await search((await store.listReferrers(image, digest)).slice(0, MOST));
  if (build) return { verified: true, build };
  const name = (0, import_image_reference5.formatImageDigest)(image);
  const what = expected.predicateType;
  if (read3 === 0) return { verified: false, reason: `no attestation is attached to ${name}` };
  const counted = [...reasons].sort(([, a], [, b]) => b - a);
  const listed2 = counted.slice(0, MOST_REASONS).map(([reason, count]) => `${count} is ${reason}`);
  const rest = counted.length > MOST_REASONS ? [`${counted.length - MOST_REASONS} more reasons`] : [];
  return {
    verified: false,
    reason: `${read3} attestation${read3 === 1 ? " is" : "s are"} attached to ${name}, and none counts as ${what}${counted.length > 0 ? `: ${[...listed2, ...rest].join("; ")}` : ""}`
  };
}
var import_image_reference5, PARALLEL, MOST, MOST_REASONS;
var init_check_image = __esm({
  "src/provenance/check-image.ts"() {
    "use strict";
    import_image_reference5 = __toESM(require_image_reference(), 1);
    PARALLEL = 32;
    MOST = 2e4;
    MOST_REASONS = 5;
  }
});

// shared:src/provenance/statement.ts
var require_statement = __commonJS({
  "shared:src/provenance/statement.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/provenance/statement.ts"];
  }
});

// src/provenance/require-provenance.ts
async function loadVerifier({ trustedRoots, keys }) {
  const { createVerifier } = await import("../shared/verifier.cjs");
  try {
    return createVerifier(trustedRoots, keys);
  } catch (error) {
    throw new import_errors23.InputError([
      {
        subject: "Input trusted-root",
        message: `contains no usable trusted root: ${error.message}. Create it with: npx github:orchestra/actions#v1 trusted-root > FILE`
      }
    ]);
  }
}
async function verifyProvenance(image, { identity, trustedRoots, keys }, { http }, predicateType = import_statement.SLSA_PROVENANCE, { complete = false } = {}) {
  if (!(0, import_loopback.isLoopback)(image.host) && !(0, import_image_reference6.artifactRegistryRepository)(image, void 0))
    return {
      verified: false,
      reason: `${(0, import_image_reference6.formatImageDigest)(image)} is not in Artifact Registry, where attestations are read`
    };
  const store = createAttestationStore((0, import_registry4.createRegistry)(http), createRegistryArtifacts(http));
  const from = complete ? { ...store, listReferrers: async () => [] } : store;
  return await checkImage(from, await loadVerifier({ trustedRoots, keys }), image, { predicateType, identity });
}
async function requireProvenance(images, inputs, { http, log }, { served = false } = {}) {
  const { mode, identity, trustedRoots, keys } = inputs;
  if (mode === "off" || !identity) return;
  const unique = [...new Map(images.map((image) => [(0, import_image_reference6.formatImageDigest)(image), image])).values()];
  const checked = await Promise.all(
    unique.map(async (image) => ({
      image,
      result: await verifyProvenance(image, { identity, trustedRoots, keys }, { http })
    }))
  );
  const problems = [];
  for (const { image, result } of checked) {
    if (result.verified) {
      const { repository, commit: commit2, ref, runUrl } = result.build;
      log.info(
        `Provenance verified: ${(0, import_image_reference6.formatImageDigest)(image)} was built from ${repository} at ${commit2} (${ref}) by ${runUrl}.`
      );
      continue;
    }
    problems.push({ subject: "require-provenance", message: `${result.reason}. ${wayOut(identity)}` });
  }
  if (problems.length === 0) return;
  if (mode === "enforce" && !served) throw new import_errors23.PolicyError(problems);
  for (const { subject, message } of problems)
    log.warning(
      `${subject}: ${message}${mode === "enforce" ? " The rollback continues, because the revision is recorded as having been live." : ""}`
    );
}
var import_image_reference6, import_registry4, import_loopback, import_errors23, import_statement, wayOut;
var init_require_provenance = __esm({
  "src/provenance/require-provenance.ts"() {
    "use strict";
    import_image_reference6 = __toESM(require_image_reference(), 1);
    import_registry4 = __toESM(require_registry(), 1);
    init_registry_artifacts();
    import_loopback = __toESM(require_loopback(), 1);
    import_errors23 = __toESM(require_errors(), 1);
    init_attestation_store();
    init_check_image();
    import_statement = __toESM(require_statement(), 1);
    wayOut = ({ workflows, refs }) => `Expected provenance that ${workflows.join(" or ")} signed at ${refs.join(" or ")}: build the image there with build-image and sign: required, or name who builds it in provenance-identity. If a clean-up policy deleted the attestation, build the image again.`;
  }
});

// actions/deploy-run/preflight/provenance.ts
async function checkProvenance({ inputs, context, clients }, { containers = [] }, options = {}) {
  const { provenance } = inputs;
  if (provenance.mode === "off") return;
  const tagged = containers.filter((container) => imageByDigest(container).length === 0);
  if (tagged.length > 0 && provenance.mode === "enforce")
    throw new import_errors24.PolicyError(
      tagged.map(({ image = "" }) => ({
        subject: "require-provenance",
        message: `"${image}" has no digest, so it cannot have provenance. Pass the image output of build-image.`
      }))
    );
  const images = containers.flatMap(imageByDigest).map(([, image]) => image);
  await requireProvenance(images, provenance, { http: clients.cloud.http, log: context.log }, options);
}
var import_errors24;
var init_provenance = __esm({
  "actions/deploy-run/preflight/provenance.ts"() {
    "use strict";
    init_require_provenance();
    import_errors24 = __toESM(require_errors(), 1);
    init_image_digests();
  }
});

// actions/deploy-run/preflight/read-stable-service.ts
async function readSettledService(regional, settled = /* @__PURE__ */ new Set(), first, unreachable) {
  const { context, service, region } = regional;
  let last = first ?? await regional.api.get(regional.name);
  await checkInterrupted(regional, last, settled, unreachable);
  if (!last || !isMoving(last)) return { service: last, notes: [] };
  context.log.info(
    `The traffic of ${service} in ${region} is being moved from ${listShares(serving(last))} to ${listShares(requestedTraffic(last))}. Waiting until Cloud Run has done that.`
  );
  const limited = {
    ...regional,
    context: { ...context, deadline: Math.min(context.deadline, context.clock.now() + LIMIT) }
  };
  const atRest = await pollService(limited, async () => {
    last = await regional.api.get(regional.name);
    return !last || !isMoving(last) ? { service: last } : void 0;
  });
  if (atRest) return { ...atRest, notes: [] };
  return {
    service: last,
    notes: [
      `Cloud Run has not moved the traffic of ${service} to ${listShares(requestedTraffic(last))} within a minute. A failure of this step restores ${listShares(serving(last))}, which served meanwhile.`
    ]
  };
}
var LIMIT;
var init_read_stable_service = __esm({
  "actions/deploy-run/preflight/read-stable-service.ts"() {
    "use strict";
    init_records();
    init_traffic();
    init_poll();
    init_interrupted_release();
    LIMIT = 6e4;
  }
});

// actions/deploy-run/preflight/rollback.ts
function readForRollback(regional, inputs, current) {
  if (regional.region === import_multi_region3.GLOBAL && !current) return void 0;
  return {
    schema: (0, import_retry11.ahead)(schemaRecords(regional, current)),
    policy: sendsRequests(regional, inputs) ? (0, import_retry11.ahead)(readOpenPolicy(regional, current)) : void 0
  };
}
async function planRollbackTo(regional, step, { target: choose, restored, alone, missing, read: read3, beside }) {
  const { inputs, context } = step;
  const early = beside ?? readForRollback(regional, inputs);
  const { service: current, notes } = await readSettledService(regional, step.settledReleases, read3, step.unreachable);
  if (!current) throw refusal2(`there is no service ${regional.service} in ${regional.region}.`);
  const live = serving(current)[0]?.revision;
  const beforeRelease = revisionBefore(restored, { name: regional.name, live, alone });
  const done = beforeRelease === void 0 ? doneBefore(current, context.github) : void 0;
  const { to, note = void 0 } = done === void 0 ? await choose() : { to: done };
  const target = planRollback(current, to ?? live ?? "", inputs.force || to === void 0, beforeRelease);
  const { schema: records, policy } = early ?? readForRollback(regional, inputs, current);
  const identity = (0, import_retry11.ahead)(probeIdentity(regional, step, current, policy));
  const reading = (0, import_retry11.ahead)(readTarget(regional, step, target));
  const schema = checkSchema(target, await records, inputs.force);
  const later = !inputs.dryRun && mayCheckLater(target, current);
  const found2 = later ? void 0 : await reading;
  const commit2 = target.release?.commit || (found2?.commit ?? inputs.commit);
  const reason = [inputs.reason ?? `rollback to ${target.revision}`, ...missing ? [`(${missing})`] : []].join(" ");
  const hold = {
    reason,
    by: context.github.actor || "an unknown user",
    at: new Date(context.clock.now()).toISOString(),
    runUrl: context.github.runUrl,
    revision: target.revision,
    commit: commit2
  };
  const held = `Once this rollback has succeeded, automatic deploys are refused until a run with release-hold: true. Reason: ${reason.replace(/\.?$/, ".")}`;
  const ambiguous = target.others.length > 0 ? [
    `The commit ${(0, import_commit5.shortCommit)(commit2)} was released with several images. This rolls back to ${target.revision}; ${target.others.map(({ revision }) => revision).join(", ")} ran another image. To choose another one, set rollback-to to its name.`
  ] : [];
  const apart = alone && restored.size === 0 && wasReleasedTogether(current) ? [apartNote(regional.service)] : [];
  const plan = {
    kind: "rollback",
    service: identityOf(regional),
    current,
    base: void 0,
    serving: serving(current),
    changes: [],
    leftAlone: [],
    baseline: planBaseline(current),
    candidate: { kind: "existing", revision: target.revision },
    desired: void 0,
    ...found2?.configuration ?? recordedConfiguration(target),
    tag: sendsRequests(regional, inputs) ? (0, import_names.candidateTag)(regional.service, commit2, lastNumber(regional.service, commit2, [target.revision])) : void 0,
    keepTag: false,
    claim: void 0,
    commit: commit2,
    holdBefore: holdOf(current),
    hold,
    releaseChange: { kind: "withdraw", target, reason },
    allowUnauthenticated: void 0,
    notes: [...notes, ...to === void 0 ? [] : [held], ...note ? [note] : [], ...schema, ...ambiguous, ...apart]
  };
  const configuration = later ? (0, import_retry11.ahead)(reading.then(({ configuration: configuration2 }) => configuration2)) : void 0;
  return { regional, plan, target: configuration, ...await identity };
}
async function readTarget(regional, step, target) {
  const { registry, secrets } = regional.clients;
  const recorded = (0, import_retry11.ahead)(findImages(registry, recordedConfiguration(target).template, regional.region));
  const revision = await getRevision(regional, target.revision);
  const { release } = target;
  if (!revision)
    throw refusal2(
      `the revision ${target.revision} no longer exists: Cloud Run keeps the newest 1,000. Deploy its commit${release?.commit ? ` ${release.commit}` : ""} again.`
    );
  const { state, condition } = readiness(revision);
  if (state !== "ready")
    throw refusal2(`the revision ${target.revision} is not ready: ${condition?.message ?? "no reason was given"}`);
  const template = templateOf(revision);
  const known = await recorded.catch(() => void 0);
  const accepted = await findImages(registry, template, regional.region, known);
  await checkProvenance(step, template, { served: release !== void 0 });
  const { project } = step.inputs;
  await resolveSecrets(template, { manager: secrets, project, mode: "keep", log: step.context.log });
  return { configuration: { template, accepted }, commit: revision.labels?.[import_annotations9.COMMIT_LABEL] };
}
function doneBefore(service, { runUrl, runId, runAttempt }) {
  const hold = holdOf(service);
  return runId !== "" && runAttempt > 1 && hold?.runUrl === runUrl ? hold.revision : void 0;
}
async function checkSchemaAgain({ regional, plan }, force) {
  const { releaseChange, current } = plan;
  if (releaseChange.kind !== "withdraw" || !current || force) return;
  const { target } = releaseChange;
  const quiet = { ...regional, context: { ...regional.context, log: { ...regional.context.log, warning: () => {
  } } } };
  const contracting = contractedSince(target, await schemaRecords(quiet, current));
  if (!contracting) return;
  throw new import_errors25.OutcomeError(
    `The migrations of ${(0, import_commit5.shortCommit)(contracting.commit)} began to contract the database schema meanwhile, and ${target.revision} is older: it may fail on the new schema. Deploy a fix in a new commit, or set force: true if you know that it works.`
  );
}
async function schemaRecords(regional, current) {
  const { http, endpoints } = regional.clients.cloud;
  try {
    const found2 = await Promise.all(
      (0, import_multi_region3.serviceRegions)(regional.region, current).map(
        (region) => readSchemaRecords(http, endpoints.run, `projects/${regional.project}/locations/${region}`)
      )
    );
    return found2.flat();
  } catch (error) {
    if (!(error instanceof import_errors25.CloudError) || error.status !== 401 && error.status !== 403) throw error;
    regional.context.log.warning(
      `It is unknown whether a contracting migration ran in between: ${error.message} Needs run.jobs.list, for instance roles/run.viewer.`
    );
    return [];
  }
}
var import_commit5, import_annotations9, import_errors25, import_retry11, import_names, import_multi_region3, recordedConfiguration, refusal2, apartNote;
var init_rollback = __esm({
  "actions/deploy-run/preflight/rollback.ts"() {
    "use strict";
    import_commit5 = __toESM(require_commit(), 1);
    init_revisions();
    init_secret_versions();
    import_annotations9 = __toESM(require_annotations(), 1);
    init_holds();
    init_revision_names();
    init_schema();
    import_errors25 = __toESM(require_errors(), 1);
    import_retry11 = __toESM(require_retry(), 1);
    import_names = __toESM(require_names(), 1);
    init_decision();
    init_rollback_target();
    init_serving_template();
    init_traffic();
    init_identity_token();
    init_access();
    import_multi_region3 = __toESM(require_multi_region(), 1);
    init_regional_service();
    init_images();
    init_provenance();
    init_read_stable_service();
    recordedConfiguration = ({ release }) => ({
      template: { containers: release?.image ? [{ image: release.image }] : [] },
      accepted: /* @__PURE__ */ new Map()
    });
    refusal2 = (message) => new import_errors25.InputError([{ subject: "Input rollback-to", message }]);
    apartNote = (service) => `${service} was released together with other services. Rolled back alone, it runs with their newer versions, a combination that never ran. To roll back all of them, set services.`;
  }
});

// src/records/preview-owners.ts
function ownersOf(service) {
  const tags = new Set(targetsOf(service).map(({ tag }) => tag));
  return Object.fromEntries(Object.entries(recordedOwners(service)).filter(([tag]) => tags.has(tag)));
}
function checkTagOwner(service, claim) {
  const { tag, repository } = claim;
  const owner = otherOwner(service, claim);
  if (owner === void 0) return;
  throw new import_errors26.InputError([
    {
      subject: "Input tag",
      message: `${tag} is a preview of the repository ${owner}, but this run belongs to ${repository || "no repository"}. Nothing was changed. Deploy to another service, choose another tag, or take this one over with force: true.`
    }
  ]);
}
function isTakenOver(service) {
  const targets2 = targetsOf(service);
  const revisions = [service.latestCreatedRevision, ...targets2.map(({ revision }) => revision)];
  return service.labels?.["managed-by"] !== "github-actions" || revisions.some((name) => name && !isOwnRevision(name)) || Object.keys(recordedOwners(service)).some((name) => targets2.every(({ tag }) => tag !== name));
}
function withOwners(service, owners) {
  const { [PREVIEWS]: _, ...annotations } = service.annotations ?? {};
  if (isTakenOver(service)) delete annotations[PREVIEW_SERVICE];
  return Object.keys(owners).length === 0 ? annotations : { ...annotations, [PREVIEWS]: JSON.stringify(owners) };
}
var import_errors26, import_annotations10, PREVIEWS, PREVIEW_SERVICE, recordedOwners, targetsOf, ownerOf, isTagOf, otherOwner, withTagOwner, withoutTagOwners, asPreviewService, isLeftOver;
var init_preview_owners = __esm({
  "src/records/preview-owners.ts"() {
    "use strict";
    import_errors26 = __toESM(require_errors(), 1);
    import_annotations10 = __toESM(require_annotations(), 1);
    init_revision_names();
    PREVIEWS = `${import_annotations10.ANNOTATION_PREFIX}previews`;
    PREVIEW_SERVICE = `${import_annotations10.ANNOTATION_PREFIX}preview-service`;
    recordedOwners = (service) => (0, import_annotations10.readAnnotation)(service, PREVIEWS, (value) => !Array.isArray(value)) ?? {};
    targetsOf = ({ traffic = [], trafficStatuses = [] }) => [...traffic, ...trafficStatuses];
    ownerOf = (service, tag) => Object.entries(ownersOf(service)).find(([name]) => name === tag)?.[1];
    isTagOf = (service, tag, repository) => (ownerOf(service, tag) ?? repository).toLowerCase() === repository.toLowerCase();
    otherOwner = (service, { tag, repository, force }) => force || isTagOf(service, tag, repository) ? void 0 : ownerOf(service, tag);
    withTagOwner = (service, { tag, repository }) => withOwners(service, { ...ownersOf(service), ...repository && { [tag]: repository } });
    withoutTagOwners = (service, tags) => withOwners(service, Object.fromEntries(Object.entries(ownersOf(service)).filter(([tag]) => !tags.includes(tag))));
    asPreviewService = (service, claim) => ({
      ...withTagOwner(service, claim),
      ...claim.repository && { [PREVIEW_SERVICE]: claim.repository }
    });
    isLeftOver = (service) => service.annotations?.[PREVIEW_SERVICE] !== void 0 && !isTakenOver(service) && (service.traffic ?? []).every(({ tag }) => !tag) && !["releases", "rollout", "hold", "next", "freeze"].some(
      (record3) => service.annotations?.[`${import_annotations10.ANNOTATION_PREFIX}${record3}`] !== void 0
    );
  }
});

// actions/deploy-run/rollout/create-candidate.ts
async function createCandidate(planned, id, claim) {
  const {
    regional,
    plan: { current, desired, candidate }
  } = planned;
  let revision = candidate.kind === "new" ? "" : candidate.revision;
  const landed = (service) => isOurs(service, id);
  if (!current && desired) {
    revision = revisionName(regional.service, planned.plan.commit, 1);
    const service = withoutWithheld(desired.service);
    const written2 = await createService(
      regional,
      {
        ...service,
        template: { ...desired.template, revision },
        traffic: [
          { type: import_resources2.REVISION, revision, percent: 100 },
          ...planned.plan.tag && planned.plan.keepTag ? [{ type: import_resources2.REVISION, revision, tag: planned.plan.tag }] : []
        ],
        annotations: withRecords(service.annotations, { rollout: newRollout(planned, { id, claim }, revision, {}) })
      },
      landed
    );
    return { revision, written: written2 };
  }
  let free = planned.freeRevision;
  const written = await writeService(regional, {
    landed,
    known: current,
    plan: async (now) => {
      regional.context.signal.throwIfAborted();
      checkUnchanged(planned.plan, now);
      if (candidate.kind === "new") revision = await free ?? await freeRevision(regional, planned.plan.commit);
      free = void 0;
      const annotations = withRecords(now.annotations, {
        rollout: newRollout(planned, { id, claim }, revision, now),
        ...planned.plan.hold && { hold: planned.plan.hold }
      });
      if (candidate.kind === "serving") return { ...now, annotations };
      const lost = rolloutOf(now);
      const tags = await keptTags(regional, now, planned.plan.tag, lost?.keepTag ? void 0 : lost?.tag);
      if (planned.plan.tag) tags.push({ tag: planned.plan.tag, revision });
      const next = desired && current ? withEarlyFields(now, current, desired.service) : now;
      return {
        ...next,
        ...candidate.kind === "new" && desired && { template: { ...desired.template, revision } },
        traffic: planTraffic({ baseline: planned.plan.baseline, candidate: revision, percent: 0, tags }),
        annotations
      };
    }
  });
  return { revision: rolloutOf(written.service)?.candidate ?? revision, written };
}
function checkUnchanged({ current, holdBefore, claim }, now) {
  checkNoNewHold(now, holdBefore);
  if (claim) checkTagOwner(now, claim);
  const same = (
    // Traffic that is still moving was already moving during preflight, which waited for it.
    (!isMoving(now) || isMoving(current ?? {}) && sameShares(requestedTraffic(current ?? {}), requestedTraffic(now))) && rolloutOf(current)?.id === rolloutOf(now)?.id && // A freeze that was set since may block this run.
    current?.annotations?.[import_freeze4.FREEZE_ANNOTATION] === now.annotations?.[import_freeze4.FREEZE_ANNOTATION] && sameShares(serving(current ?? {}), serving(now)) && sameShares(planBaseline(current), planBaseline(now)) && JSON.stringify(current?.template) === JSON.stringify(now.template)
  );
  if (!same) throw new OutdatedPlanError("the service was modified concurrently");
}
function newRollout(planned, { id, claim }, candidate, now) {
  const { context } = planned.regional;
  const {
    plan: { kind, commit: commit2, baseline, tag, keepTag, holdBefore: known }
  } = planned;
  const holdBefore = kind === "rollback" ? holdBeforeRollback(now) : known;
  const shares = [...serving(now), ...now.reconciling ? requestedTraffic(now) : []];
  const found2 = [...new Set(shares.map(({ revision }) => revision))];
  return {
    id,
    kind,
    commit: commit2,
    candidate,
    baseline,
    ...found2.some((revision) => baseline.every((share) => share.revision !== revision)) && { found: found2 },
    ...tag && { tag },
    ...keepTag && { keepTag },
    ...holdBefore && { holdBefore },
    write: 1,
    runUrl: context.github.runUrl,
    actor: context.github.actor,
    startedAt: new Date(context.clock.now()).toISOString(),
    ...claim && { release: claim }
  };
}
var import_freeze4, import_resources2, OutdatedPlanError;
var init_create_candidate = __esm({
  "actions/deploy-run/rollout/create-candidate.ts"() {
    "use strict";
    import_freeze4 = __toESM(require_freeze(), 1);
    import_resources2 = __toESM(require_resources(), 1);
    init_preview_owners();
    init_revision_names();
    init_desired_service();
    init_records();
    init_traffic();
    init_fenced_write();
    init_ownership();
    init_regional_service();
    init_tags();
    OutdatedPlanError = class extends Error {
    };
  }
});

// actions/deploy-run/rollout/record-unchanged.ts
async function recordUnchanged(planned, { id }, { claimed, release } = { claimed: false, release: void 0 }) {
  const {
    regional,
    plan: { current, desired, candidate, tag, keepTag, claim, holdBefore, hold, allowUnauthenticated }
  } = planned;
  if (candidate.kind !== "serving" || !current || !desired) throw new Error("nothing serves");
  if (allowUnauthenticated !== void 0) await setAccess(regional, allowUnauthenticated);
  const { revision } = candidate;
  const { service } = await writeService(regional, {
    landed: (now) => releasesOf(now).some(({ rollout }) => rollout === id),
    plan: async (now) => {
      checkNoNewHold(now, holdBefore);
      if (claim) checkTagOwner(now, claim);
      const before = claimed ? id : rolloutOf(current)?.id;
      const [main, ...others] = serving(now);
      const moved = main?.revision !== revision || others.length > 0 || isMoving(now) && !isMoving(current);
      if (moved || rolloutOf(now)?.id !== before)
        throw new OvertakenError("Another run has taken the service over. This run stopped and made no changes.");
      const next = withLateFields(withEarlyFields(now, current, desired.service), current, desired.service);
      const tags = await keptTags(regional, now, keepTag ? tag : void 0);
      return {
        ...next,
        traffic: [
          ...planTraffic({ baseline: [], candidate: revision, percent: 100, tags }),
          ...tag && keepTag ? [{ type: import_resources3.REVISION, revision, tag }] : []
        ],
        annotations: withRelease(regional, now, next.annotations, {
          plan: planned.plan,
          revision,
          release,
          releasesHold: hold === null
        })
      };
    }
  });
  return service;
}
var import_resources3;
var init_record_unchanged = __esm({
  "actions/deploy-run/rollout/record-unchanged.ts"() {
    "use strict";
    import_resources3 = __toESM(require_resources(), 1);
    init_preview_owners();
    init_desired_service();
    init_records();
    init_traffic();
    init_access();
    init_fenced_write();
    init_ownership();
    init_tags();
    init_record_release();
  }
});

// actions/deploy-run/probe/access-hint.ts
function accessHint({ tokenSent, open }, remedy) {
  if (tokenSent)
    return `the identity token was refused: grant the probing service account roles/run.invoker on the service. If it has that role, the application itself refused the request: ${remedy}`;
  if (open)
    return `the application itself refused the request, since the service allows unauthenticated invocations: ${remedy}`;
  return `if the service requires authentication, set probe-service-account, so that the probe carries an identity token; if it allows unauthenticated invocations, the application itself refused the request: ${remedy}`;
}
var INTERNAL_INGRESS;
var init_access_hint = __esm({
  "actions/deploy-run/probe/access-hint.ts"() {
    "use strict";
    INTERNAL_INGRESS = "With internal ingress, requests from outside get 404: use probe: startup";
  }
});

// actions/deploy-run/probe/grpc.ts
function grpcProbe(url, token, { signal, clock, open }) {
  return async (timeout) => (0, import_interruption3.orAborted)(check(url, { bearer: await token(), open }, timeout, clock), signal);
}
function check(url, { bearer, open }, timeout, clock) {
  return new Promise((resolve2) => {
    const session = (0, import_node_http2.connect)(url, { lookup: import_client2.loopbackAwareLookup });
    const end = (response) => {
      cancel();
      session.destroy();
      resolve2(response);
    };
    const failed = (why, timedOut = false) => end({ healthy: false, timedOut, detail: `no response (${why})` });
    const cancel = clock.timer(timeout, () => failed(`none within ${timeout}ms`, true));
    session.once("error", (error) => failed(error.message));
    const stream = session.request({
      ":method": "POST",
      ":path": "/grpc.health.v1.Health/Check",
      "content-type": "application/grpc",
      te: "trailers",
      ...bearer && { "x-serverless-authorization": `Bearer ${bearer}` }
    });
    let http = 0;
    let grpc;
    const chunks = [];
    const noteStatus = (headers) => {
      if (headers["grpc-status"] !== void 0) grpc = String(headers["grpc-status"]);
    };
    stream.on("response", (headers) => {
      http = Number(headers[":status"]);
      noteStatus(headers);
    });
    stream.on("trailers", noteStatus);
    let size = 0;
    stream.on("data", (chunk) => {
      size += chunk.length;
      if (size > MOST_BYTES)
        end({ healthy: false, detail: `more than ${MOST_BYTES} bytes, too many for a health check` });
      else chunks.push(chunk);
    });
    stream.once("error", (error) => failed(error.message));
    stream.once(
      "close",
      () => end(judgeGrpc(http, grpc, Buffer.concat(chunks), { tokenSent: bearer !== void 0, open }))
    );
    stream.end(REQUEST);
  });
}
function judgeGrpc(http, grpc, body, access) {
  if (http === 401 || http === 403)
    return {
      healthy: false,
      detail: `HTTP ${http}: ${accessHint(access, "let grpc.health.v1.Health be called without a login")}`
    };
  if (http !== 200)
    return {
      healthy: false,
      detail: `HTTP ${http}, which is not a response of a gRPC server${http === 404 ? ` (${INTERNAL_INGRESS})` : ""}`
    };
  if (grpc === UNIMPLEMENTED)
    return {
      healthy: false,
      detail: "the server does not implement grpc.health.v1.Health; choose probe: startup if it cannot"
    };
  if (grpc !== "0") return { healthy: false, detail: `gRPC status ${grpc ?? "missing"}` };
  const status = healthStatus(body.subarray(5));
  return { healthy: status === SERVING, detail: STATES[status] ?? `health status ${status}` };
}
var import_node_http2, import_client2, import_interruption3, REQUEST, SERVING, MOST_BYTES, STATES, UNIMPLEMENTED, healthStatus;
var init_grpc = __esm({
  "actions/deploy-run/probe/grpc.ts"() {
    "use strict";
    import_node_http2 = require("node:http2");
    import_client2 = __toESM(require_client(), 1);
    import_interruption3 = __toESM(require_interruption(), 1);
    init_access_hint();
    REQUEST = Buffer.alloc(5);
    SERVING = 1;
    MOST_BYTES = 1e4;
    STATES = ["UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"];
    UNIMPLEMENTED = "12";
    healthStatus = (message) => message[0] === 8 ? message[1] ?? 0 : 0;
  }
});

// shared:src/google/http/read-bounded.ts
var require_read_bounded = __commonJS({
  "shared:src/google/http/read-bounded.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/read-bounded.ts"];
  }
});

// shared:src/google/http/text-request.ts
var require_text_request = __commonJS({
  "shared:src/google/http/text-request.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/text-request.ts"];
  }
});

// actions/deploy-run/probe/http.ts
function httpProbe(http, clock, url, expectation, token) {
  return async (timeout) => {
    const bearer = await token();
    const start = clock.now();
    try {
      const response = await http.raw({
        method: "GET",
        url,
        authenticated: false,
        // Not `authorization`: that one may belong to the application
        // (https://cloud.google.com/run/docs/authenticating/service-to-service#acquire-token).
        headers: bearer ? { "x-serverless-authorization": `Bearer ${bearer}` } : {},
        attemptTimeout: timeout,
        resource: url
      });
      const { bytes, end } = await (0, import_read_bounded.readBounded)(response.body, {
        maxBytes: MOST_BODY,
        timeout: Math.max(1, timeout - (clock.now() - start)),
        clock
      });
      if (end === "too-slow")
        return {
          healthy: false,
          timedOut: true,
          detail: `${response.status}, but its body did not end within ${(0, import_duration5.formatDuration)(timeout)} (${bytes.length} bytes came)`
        };
      const body = bytes.toString("utf8");
      return judgeHttp(
        { status: response.status, body, location: header(response.headers.location), private: bearer !== void 0 },
        expectation,
        clock.now() - start
      );
    } catch (error) {
      if (!(0, import_client3.isConnectionFault)(error)) throw error;
      return {
        healthy: false,
        timedOut: isTimeout(error),
        detail: `no response (${error.message || error.code})`
      };
    }
  };
}
function judgeHttp(response, { statuses, contains, open }, took) {
  const { status, body, location } = response;
  const expected = statuses.map(({ from, to }) => from === to ? `${from}` : `${from}-${to}`).join(", ");
  if (!statuses.some(({ from, to }) => status >= from && status <= to))
    return {
      healthy: false,
      detail: `${status}, expected ${expected}${hint(status, location, { tokenSent: response.private, open })}`
    };
  if (contains !== void 0 && !body.includes(contains))
    return { healthy: false, detail: `${status}, but the body does not contain "${contains}"` };
  return { healthy: true, detail: `${status} in ${(0, import_duration5.formatDuration)(took)}` };
}
function hint(status, location, access) {
  if (status >= 300 && status < 400)
    return ` (redirects to ${location ?? "nowhere"}; redirects are not followed, probe the target path)`;
  if (status === 401 || status === 403)
    return ` (${accessHint(access, `set a probe-path that needs no login, or probe-status: ${status} if this is a healthy response`)})`;
  if (status === 404) return ` (set probe-path to a path of the application. ${INTERNAL_INGRESS})`;
  return "";
}
var import_client3, import_read_bounded, import_text_request, import_duration5, MOST_BODY, isTimeout, header;
var init_http = __esm({
  "actions/deploy-run/probe/http.ts"() {
    "use strict";
    import_client3 = __toESM(require_client(), 1);
    import_read_bounded = __toESM(require_read_bounded(), 1);
    import_text_request = __toESM(require_text_request(), 1);
    import_duration5 = __toESM(require_duration(), 1);
    init_access_hint();
    MOST_BODY = 1e6;
    isTimeout = (error) => error instanceof import_text_request.NoResponseError || /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(error.code ?? "");
    header = (value) => Array.isArray(value) ? value[0] : value;
  }
});

// actions/deploy-run/probe/probe.ts
async function probeUntilHealthy(url, request, patience, clock, signal, onProgress) {
  const start = clock.now();
  const end = start + patience.timeout;
  let passes = 0;
  let lastResponse = "";
  let progressAt = start;
  for (let attempts = 1; ; attempts++) {
    signal.throwIfAborted();
    const limit = Math.max(1, Math.min(REQUEST_TIMEOUT, end - clock.now()));
    const { healthy, detail, timedOut = false } = await request(limit);
    const cutShort = timedOut && limit < REQUEST_TIMEOUT;
    if (!cutShort || lastResponse === "") lastResponse = detail;
    passes = healthy ? passes + 1 : 0;
    if (passes >= patience.passes) return { url, passes, attempts, took: clock.now() - start, lastResponse };
    if (clock.now() + patience.interval >= end) {
      const requests = attempts === 1 ? "1 probe request" : `${attempts} probe requests`;
      throw new import_errors27.OutcomeError(
        `${url} failed its health check: ${requests} in ${(0, import_duration6.formatDuration)(clock.now() - start)}, ${passes} of ${patience.passes} consecutive successes. The last response: ${lastResponse}.`
      );
    }
    if (!healthy && clock.now() >= progressAt) {
      progressAt = clock.now() + PROGRESS_INTERVAL;
      onProgress(
        `Health check of ${url} not passed yet: ${lastResponse}. Probing until it passes or probe-timeout (${(0, import_duration6.formatDuration)(patience.timeout)}) is over; ${(0, import_duration6.formatDuration)(clock.now() - start)} used.`
      );
    }
    await clock.sleep(patience.interval, signal);
  }
}
var import_duration6, import_errors27, REQUEST_TIMEOUT, PROGRESS_INTERVAL;
var init_probe = __esm({
  "actions/deploy-run/probe/probe.ts"() {
    "use strict";
    import_duration6 = __toESM(require_duration(), 1);
    import_errors27 = __toESM(require_errors(), 1);
    REQUEST_TIMEOUT = 3e4;
    PROGRESS_INTERVAL = 1e4;
  }
});

// actions/deploy-run/probe/probe-service.ts
async function probeService(planned, { service, tag }, { rollout }) {
  const { regional } = planned;
  if (rollout.probe.kind === "startup" || regional.kind === "WorkerPool") return void 0;
  const urlIn = (one) => one && tag ? tagUrl(one, tag) : one?.uri;
  if (regional.region !== import_multi_region4.GLOBAL) return await probeUrl(planned, urlIn(service), service.uri, rollout.probe);
  const places = await (0, import_multi_region4.regionalNames)(regional, async () => service);
  const records = await Promise.all(
    places.map(async (name) => {
      const one = await regional.clients.services.get(name);
      return await probeUrl(planned, urlIn(one), one?.uri, rollout.probe);
    })
  );
  return records.reduce((slowest, record3) => record3.took > slowest.took ? record3 : slowest);
}
async function probeUrl(planned, base, own, options) {
  const { regional, identityToken: token, open } = planned;
  const { clock, signal, log } = regional.context;
  if (base === void 0 && own !== void 0)
    throw new import_errors28.OutcomeError(
      `The tag of the revision is missing in ${regional.service}, so it has no URL to probe: another run or user has removed it.`
    );
  if (base === void 0)
    throw new import_errors28.OutcomeError(
      `The service ${regional.service} has no URL to probe. If its default URL is disabled, set probe: startup.`
    );
  const bearer = memo(async () => token?.(own ?? base));
  const url = options.kind === "grpc" ? base : new URL(probePath(options.path, planned.plan.template), base).href;
  const request = options.kind === "grpc" ? grpcProbe(url, bearer, { signal, clock, open }) : httpProbe(regional.clients.cloud.http, clock, url, { ...options, open }, bearer);
  const record3 = await probeUntilHealthy(url, request, options, clock, signal, log.info);
  log.info(`Health check passed: ${url}, ${record3.passes} consecutive successes (${record3.lastResponse}).`);
  return record3;
}
function probePath(given, template) {
  const containers = template.containers ?? [];
  return given ?? containers[(0, import_manifest4.ingressIndex)(containers)]?.startupProbe?.httpGet?.path ?? "/";
}
function memo(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}
var import_manifest4, import_errors28, import_multi_region4;
var init_probe_service = __esm({
  "actions/deploy-run/probe/probe-service.ts"() {
    "use strict";
    import_manifest4 = __toESM(require_manifest(), 1);
    import_errors28 = __toESM(require_errors(), 1);
    init_traffic();
    import_multi_region4 = __toESM(require_multi_region(), 1);
    init_grpc();
    init_http();
    init_probe();
  }
});

// actions/deploy-run/probe/startup-probes.ts
function describeStartupProbes(revision) {
  const containers = revision?.containers ?? [];
  const probes = containers.flatMap(({ name, startupProbe }) => {
    const request = startupProbe && requestOf(startupProbe);
    return request === void 0 ? [] : [{ name, request, time: (0, import_duration7.formatDuration)(windowOf(startupProbe)) }];
  });
  return probes.map(({ name, request, time }) => {
    const whose = containers.length > 1 && name ? ` of container ${name}` : "";
    return `The startup probe${whose} ${request}, for up to ${time}.`;
  }).join(" ");
}
function requestOf({ httpGet, grpc }) {
  const on = (port) => port === void 0 ? "" : ` on port ${port}`;
  if (httpGet) return `requests ${httpGet.path || "/"}${on(httpGet.port)} and takes a status from 200 to 399`;
  if (grpc) return `calls the gRPC health service${on(grpc.port)}`;
  return void 0;
}
var import_duration7, PERIOD, FAILURES, windowOf;
var init_startup_probes = __esm({
  "actions/deploy-run/probe/startup-probes.ts"() {
    "use strict";
    import_duration7 = __toESM(require_duration(), 1);
    PERIOD = 10;
    FAILURES = 3;
    windowOf = ({ initialDelaySeconds = 0, periodSeconds = PERIOD, failureThreshold = FAILURES }) => (initialDelaySeconds + periodSeconds * failureThreshold) * 1e3;
  }
});

// actions/deploy-run/rollout/failure-advice.ts
function withAdvice(message) {
  for (const [pattern, advice] of ADVICE) {
    const match = pattern.exec(message);
    if (match) return `${message.replace(/\.?$/, ".")} ${advice(match)}`;
  }
  return message;
}
var ADVICE;
var init_failure_advice = __esm({
  "actions/deploy-run/rollout/failure-advice.ts"() {
    "use strict";
    ADVICE = [
      [
        /(service-\d+@serverless-robot-prod\.iam\.gserviceaccount\.com) must have permission to read the image/,
        ([, agent]) => `The service agent of Cloud Run pulls the image: grant roles/artifactregistry.reader on its repository to ${agent}.`
      ],
      [
        /failed to start and listen on the port/i,
        () => "Does the process listen on 0.0.0.0 and on the port of the manifest, which is in PORT?"
      ],
      [
        /memory limit of .* exceeded|Out of memory/i,
        () => "It needs more memory: increase resources.limits.memory in the manifest."
      ],
      [/exec format error/i, () => "The image is of another platform: build it for linux/amd64."],
      [
        /Cloud SQL instance .* (?:is not reachable|does not exist)|Cloud SQL Admin API/i,
        () => "Does the instance exist, and has the service's account roles/cloudsql.client?"
      ],
      [
        /VPC (?:access )?connector .* (?:does not exist|not ready)|not authorized to use VPC/i,
        () => "Does the connector or network exist, and has the service agent of Cloud Run roles/compute.networkUser on it?"
      ],
      [
        /quota|Resource exhausted/i,
        () => "A quota is exceeded: https://console.cloud.google.com/iam-admin/quotas?service=run.googleapis.com."
      ]
    ];
  }
});

// actions/deploy-run/rollout/wait.ts
async function waitForRevision(regional, revision, operation) {
  let last;
  let operationError;
  let pending = operation?.name;
  let done = false;
  let missed = 0;
  const { clock, log } = regional.context;
  const start = clock.now();
  let progressAt = start + PROGRESS_INTERVAL2;
  const look = async () => {
    last = await getRevision(regional, revision);
    const { state, condition } = last ? readiness(last) : { state: "pending", condition: void 0 };
    if (last && state === "ready") return last;
    if (state === "failed") throw new NotReadyError(describeConditions(revision, last, condition), last);
    if (pending) {
      const found2 = await readEvidence(regional, pending);
      if (!found2 || found2.done) pending = void 0;
      operationError = found2?.error?.message ?? operationError;
      done ||= found2?.done === true;
    }
    if (!last && !pending && operationError !== void 0)
      throw new NotReadyError(`Revision ${revision} was not created: ${operationError}`, void 0);
    if (!last && !pending && (done || await isSettled(regional)) && ++missed > 1)
      throw await notMade(regional, revision);
    if (clock.now() >= progressAt) {
      progressAt = clock.now() + PROGRESS_INTERVAL2;
      log.info(
        sentences(
          `${revision} is not ready after ${(0, import_duration8.formatDuration)(clock.now() - start)}: ${condition?.message || "it is starting"}`,
          describeStartupProbes(last)
        )
      );
    }
    return void 0;
  };
  const ready = await pollService(regional, look);
  if (ready) return ready;
  const evidence = operationError === void 0 ? "" : ` Its operation ended with: ${operationError}`;
  throw new NotReadyError(
    `The revision ${revision} was not ready within ${describeTimeout(regional.context)}.${evidence}`,
    last
  );
}
async function isSettled(regional) {
  const service = await regional.api.get(regional.name);
  return service !== void 0 && !service.reconciling && service.observedGeneration === service.generation;
}
async function notMade(regional, revision) {
  const created = (await regional.api.get(regional.name))?.latestCreatedRevision;
  return new NotReadyError(
    `Revision ${revision} was not created, although Cloud Run completed the change. The latest created revision is ${created ? shortName(created) : "none"} (latestCreatedRevision). Another tool may have written the service at the same time; run this step again.`,
    void 0
  );
}
async function readEvidence(regional, operation) {
  try {
    return await regional.clients.operations.get(operation);
  } catch (error) {
    if (!(error instanceof import_errors29.CloudError)) throw error;
    regional.context.log.debug(`The operation could not be read: ${error.message}`);
    return void 0;
  }
}
function describeConditions(name, revision, ready) {
  const others = (revision?.conditions ?? []).filter(
    ({ type, state, severity }) => type !== "Ready" && state === "CONDITION_FAILED" && severity !== "INFO"
  );
  const texts = new Set([ready, ...others].flatMap((condition) => whatItSays(condition?.message)));
  const probes = PROBE_FAILED.test([...texts].join(" ")) ? describeStartupProbes(revision) : "";
  const reason = sentences(withAdvice([...texts].join(" ")), probes, probes && PROBE_ADVICE) || (ready?.revisionReason ?? ready?.reason ?? "no reason was given.");
  return `The revision ${name} did not become ready: ${reason}`;
}
function whatItSays(message = "") {
  const text = message.replace(/\s*Logs for this revision might contain more information\.?/g, "").replace(/\s*(?:Logs URL:|For more troubleshooting guidance, see) \S+/g, "").trim();
  return text === "" ? [] : [text];
}
async function waitForTraffic(regional, wish, early) {
  const isInEffect = (service) => sameShares(serving(service), wish.shares) && (wish.tag === void 0 || tagsInEffect(service).some(({ tag, revision }) => tag === wish.tag && revision === wish.candidate));
  const first = await early?.catch(() => void 0);
  if (first && isInEffect(first)) {
    ourRollout(first, wish.id);
    return first;
  }
  const settled = await pollService(regional, async () => {
    const service = await regional.api.get(regional.name);
    if (!service) throw new import_errors29.OutcomeError(`The service ${regional.service} was deleted during this run.`);
    if (wish.undo && isOurs(service, wish.id)) return void 0;
    if (wish.undo) checkAsWritten(service, wish.undo);
    else ourRollout(service, wish.id);
    if (isInEffect(service)) return service;
    const failure = routingFailure(service);
    if (failure !== void 0) throw new import_errors29.OutcomeError(`The traffic could not be moved: ${failure}`);
    return void 0;
  });
  if (settled) return settled;
  throw new import_errors29.OutcomeError(`The traffic was not moved within ${describeTimeout(regional.context)}.`);
}
function routingFailure(service) {
  if (service.reconciling) return void 0;
  const routes = service.conditions?.find(({ type }) => type === "RoutesReady" || type === "InstanceSplitsReady");
  return routes?.state === "CONDITION_FAILED" ? routes.message ?? "no reason was given" : void 0;
}
var import_duration8, import_errors29, PROGRESS_INTERVAL2, NotReadyError, PROBE_FAILED, PROBE_ADVICE, sentences;
var init_wait = __esm({
  "actions/deploy-run/rollout/wait.ts"() {
    "use strict";
    init_revisions();
    import_duration8 = __toESM(require_duration(), 1);
    import_errors29 = __toESM(require_errors(), 1);
    init_time_limit();
    init_traffic();
    init_startup_probes();
    init_ownership();
    init_poll();
    init_regional_service();
    init_failure_advice();
    init_undo();
    PROGRESS_INTERVAL2 = 3e4;
    NotReadyError = class extends import_errors29.OutcomeError {
      revision;
      constructor(message, revision) {
        super(message);
        this.revision = revision;
      }
    };
    PROBE_FAILED = /failed the configured startup probe checks/;
    PROBE_ADVICE = "Set probe-path, or startupProbe in the manifest, to a path that the application serves, and allow enough time for its start.";
    sentences = (...texts) => texts.filter((text) => text !== "").map((text, i, { length }) => i < length - 1 ? text.replace(/([^.?!])$/, "$1.") : text).join(" ");
  }
});

// actions/deploy-run/rollout/rollout.ts
async function beginRollout(planned, id, events, claim) {
  const { regional } = planned;
  const { revision, written } = await timedPhase(regional, "create", events, () => createCandidate(planned, id, claim));
  events.push({ name: regional.name, kind: "created", revision });
  return { planned, id, revision, service: written.service, operation: written.operation };
}
async function waitUntilHealthy(progress, inputs, events) {
  const { planned, revision, operation } = progress;
  const { regional, plan } = planned;
  await timedPhase(regional, "ready", events, async () => {
    const service = (0, import_retry12.ahead)(regional.api.get(regional.name));
    const { template, accepted } = await targetOf(progress);
    const ready = await waitForRevision(regional, revision, operation);
    checkDigests(template, ready, accepted);
    await waitForShares(progress, isFirst(plan) ? 100 : 0, service);
  });
  if (isFirst(plan)) return;
  await timedPhase(regional, "probe", events, () => probed(progress, events, probeTag(progress, inputs)));
}
async function targetOf(progress) {
  const { target, ...planned } = progress.planned;
  const configuration = await target;
  if (configuration) progress.planned = { ...planned, plan: { ...planned.plan, ...configuration } };
  return progress.planned.plan;
}
async function giveShare(progress, percent, events, keepUndo) {
  if (isFirst(progress.planned.plan)) return;
  await timedPhase(progress.planned.regional, `${percent} %`, events, async () => {
    await (keepUndo ? recordSuccess(progress, void 0, keepUndo) : moveTraffic(progress, percent));
    await waitForShares(progress, percent);
  });
}
async function watchShare(progress, percent, inputs, events, waited = false) {
  const { regional, plan } = progress.planned;
  if (isFirst(plan)) return;
  await timedPhase(regional, `watch ${percent} %`, events, async () => {
    if (!waited) await regional.context.clock.sleep(inputs.rollout.stepInterval, regional.context.signal);
    await probed(progress, events, probeCandidate(progress, inputs));
  });
}
async function verifyService(progress, inputs, events) {
  const { planned } = progress;
  const { regional, plan } = planned;
  const { allowUnauthenticated } = plan;
  await timedPhase(
    regional,
    "probe service",
    events,
    () => probed(progress, events, probeService(planned, { service: progress.service }, inputs))
  );
  if (allowUnauthenticated !== void 0)
    await timedPhase(regional, "access", events, () => setAccess(regional, allowUnauthenticated));
}
async function probed({ planned }, events, work) {
  const probe = await work;
  if (probe) events.push({ name: planned.regional.name, kind: "probed", probe });
}
function checkStillOurs(progress, now) {
  const { planned, id, advancing } = progress;
  const record3 = ourRollout(now, id);
  const canary = record3.release?.canary;
  if (advancing !== void 0 && canary && canary.advancing !== advancing)
    throw new OvertakenError("Another run advances this canary. This run stopped and made no further changes.");
  checkNoNewHold(now, planned.plan.hold ?? planned.plan.holdBefore);
  const elsewhere = movedTo(record3, now);
  if (elsewhere !== void 0)
    throw new OvertakenError(
      `The traffic was moved to ${elsewhere} by another run or user. This run stopped and made no further changes.`
    );
  return record3;
}
function checkNotFrozen({ planned, freeze }, now) {
  const { clients, context } = planned.regional;
  if (freeze === void 0) return;
  const consequence = "It has begun during this deploy, so its share of the traffic was not increased.";
  (0, import_freeze5.checkFreeze)((0, import_freeze5.freezeOn)(now, freeze, clients.googleClock), { force: false, consequence, log: context.log });
}
async function moveTraffic(progress, percent) {
  const { planned, revision } = progress;
  const {
    regional,
    plan: { baseline }
  } = planned;
  let asked = [];
  await writeService(regional, {
    known: progress.service,
    // The number of writes is not compared, because the lease of the release may have been renewed.
    landed: (now) => isOurs(now, progress.id) && sameShares(requestedTraffic(now), asked),
    plan: async (now) => {
      regional.context.signal.throwIfAborted();
      const record3 = checkStillOurs(progress, now);
      checkNotFrozen(progress, now);
      const has = requestedTraffic(now).find((share) => share.revision === revision)?.percent ?? 0;
      if (progress.advancing !== void 0 && has > percent)
        throw new OvertakenError(
          `Another run or user has moved ${revision} to ${has} %, more than the ${percent} % of this step. This run stopped and changed nothing.`
        );
      if (progress.advancing !== void 0 && has === percent) return void 0;
      const traffic = planTraffic({ baseline, candidate: revision, percent, tags: await keptTags(regional, now) });
      asked = requestedTraffic({ traffic });
      return {
        ...now,
        traffic,
        annotations: withRecords(now.annotations, { rollout: { ...record3, write: record3.write + 1 } })
      };
    }
  });
}
async function waitForShares(progress, percent, early) {
  const { planned, id, revision, undo } = progress;
  const others = planned.plan.baseline.filter((share) => share.revision !== revision);
  const shares = scale(others, 100 - percent);
  if (percent > 0 || others.length === 0) shares.push({ revision, percent: others.length === 0 ? 100 : percent });
  const tag = undo || isFirst(planned.plan) && !planned.plan.keepTag ? void 0 : planned.plan.tag;
  progress.service = await waitForTraffic(planned.regional, { id, shares, tag, candidate: revision, undo }, early);
}
async function probeCandidate(progress, inputs) {
  const { planned } = progress;
  const revision = await getRevision(planned.regional, progress.revision);
  const { state, condition } = readiness(revision ?? {});
  if (revision && state === "failed")
    throw new import_errors30.OutcomeError(
      `The revision ${progress.revision} failed after it was ready: ${condition?.message ?? "no reason was given"}`
    );
  return await probeTag(progress, inputs);
}
function isFinished({ planned, id, revision }, now) {
  if (rolloutOf(now) !== void 0) return false;
  if (planned.plan.kind === "rollback")
    return isSameHold(holdOf(now), planned.plan.hold ?? void 0) && sameShares(requestedTraffic(now), [{ revision, percent: 100 }]);
  return releasesOf(now).some(({ rollout }) => rollout === id);
}
async function recordSuccess(progress, release, keepUndo) {
  const { planned, revision } = progress;
  const {
    regional,
    plan: { desired, current }
  } = planned;
  const dropped = planned.plan.keepTag ? void 0 : planned.plan.tag;
  const written = await writeService(regional, {
    known: progress.service,
    landed: (now) => isFinished(progress, now),
    plan: async (now) => {
      const record3 = checkStillOurs(progress, now);
      const next = desired ? withLateFields(now, current ?? withoutWithheld(desired.service), desired.service) : now;
      const finished = {
        ...next,
        traffic: planTraffic({
          baseline: [],
          candidate: revision,
          percent: 100,
          tags: await keptTags(regional, now, dropped)
        }),
        ...planned.plan.kind === "rollback" && { labels: { ...now.labels, [import_annotations11.COMMIT_LABEL]: planned.plan.commit } },
        annotations: withRecords(
          withRelease(regional, now, next.annotations, {
            plan: planned.plan,
            revision,
            release,
            releasesHold: planned.plan.hold === null
          }),
          // A commit that waited for a canary has been deployed, or is older than this one.
          planned.plan.kind === "deploy" ? { next: null } : {}
        )
      };
      if (keepUndo) {
        regional.context.signal.throwIfAborted();
        progress.undo = planUndo(record3, now, finished);
        keepUndo(progress.undo);
      }
      return finished;
    }
  });
  progress.service = written.service;
}
async function timedPhase({ name, service, region, context }, phase, events, work) {
  context.signal.throwIfAborted();
  const start = context.clock.now();
  try {
    return await context.log.group(`${service} in ${region}: ${phaseTitle(phase)}`, work);
  } finally {
    events.push({ name, kind: "phase", phase, ms: context.clock.now() - start });
  }
}
var import_freeze5, import_annotations11, import_errors30, import_retry12, probeTag, PHASES, phaseTitle;
var init_rollout = __esm({
  "actions/deploy-run/rollout/rollout.ts"() {
    "use strict";
    import_freeze5 = __toESM(require_freeze(), 1);
    init_revisions();
    import_annotations11 = __toESM(require_annotations(), 1);
    init_holds();
    import_errors30 = __toESM(require_errors(), 1);
    import_retry12 = __toESM(require_retry(), 1);
    init_desired_service();
    init_image_digests();
    init_records();
    init_rollout_plan();
    init_traffic();
    init_probe_service();
    init_access();
    init_fenced_write();
    init_ownership();
    init_regional_service();
    init_tags();
    init_create_candidate();
    init_record_release();
    init_undo();
    init_wait();
    probeTag = ({ planned, service }, inputs) => probeService(planned, { service, tag: planned.plan.tag }, inputs);
    PHASES = {
      create: "create the revision at 0 %",
      ready: "wait until the revision is Ready",
      probe: "health checks of the revision at 0 %",
      "probe service": "health checks of the service",
      access: "set who may invoke it"
    };
    phaseTitle = (phase) => PHASES[phase] ?? (phase.startsWith("watch") ? phase : `move traffic to ${phase}`);
  }
});

// actions/deploy-run/plan/settings/unchanged-settings.ts
function settingsLeftAlone(current, changes) {
  const { template: { containers = [] } = {} } = current;
  const bare = { template: { containers: containers.map(({ name, image }) => ({ name, image })) } };
  const changed2 = new Set(changes.map(({ field }) => field));
  const kept = (0, import_manifest5.differences)("Service", bare, current).filter(
    ({ field }) => !changed2.has(field) && !/labels|metadata\.annotations\.|\["client\.|\.image$/.test(field)
  );
  return [...new Set(kept.map(({ field }) => shortField(field)))];
}
function leftAloneNote(names) {
  if (names.length === 0) return void 0;
  const more = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : "";
  return `Left as it is: ${names.slice(0, SHOWN).join(", ")}${more}.`;
}
function shortField(field) {
  const annotation = /annotations\["[^"/]*\/([^"]+)"\]/.exec(field)?.[1];
  return annotation ?? field.replace(/^spec\.template\.spec\.(?:containers\[[^\]]*\]\.)?/, "").replace(/^spec\./, "");
}
var import_manifest5, SHOWN;
var init_unchanged_settings = __esm({
  "actions/deploy-run/plan/settings/unchanged-settings.ts"() {
    "use strict";
    import_manifest5 = __toESM(require_manifest(), 1);
    SHOWN = 12;
  }
});

// actions/deploy-run/release/describe-release.ts
function describePlan(plan, inputs, { context }) {
  const { service, candidate, baseline, kind, desired, template } = plan;
  const what = candidate.kind === "new" ? `a new revision of ${template.containers?.map(({ image }) => image).join(" and ")}` : candidate.kind === "existing" ? `the revision ${candidate.revision}` : `no new revision: ${candidate.revision} is live, and only the commit differs`;
  const before = baseline.map(({ revision, percent }) => `${revision} ${percent} %`).join(", ") || "nothing";
  const steps = baseline.length === 0 ? "100 % at once" : `0 %, then ${inputs.rollout.steps.join(" %, ")} %`;
  const how = candidate.kind === "serving" ? "" : ` It takes ${steps}.`;
  context.log.info(
    `${kind === "rollback" ? "Roll back" : "Deploy"} ${service.service} in ${service.region}: ${what}. Before: ${before}.${how}`
  );
  for (const note of plan.notes) context.log.notice(note);
  if (desired)
    for (const { field, before: before2, after: after2 } of plan.changes)
      context.log.info(`  ${field}: ${before2 || "\u2013"} \u2192 ${after2 || "\u2013"}`);
  const kept = leftAloneNote(plan.leftAlone);
  if (kept) context.log.info(kept);
}
function withRequestedTags({ trafficStatuses, ...service }) {
  const requested = new Set(service.traffic?.map(({ tag }) => tag));
  const statuses = trafficStatuses?.filter(({ tag }) => !tag || requested.has(tag));
  return { ...service, ...statuses && { trafficStatuses: statuses } };
}
function dryRunResult({ plan }, { inputs }, events) {
  const { service: target, candidate, baseline } = plan;
  const { name } = target;
  const revision = candidate.kind === "new" ? `${target.service}-${(0, import_commit6.shortCommit)(inputs.commit)}` : candidate.revision;
  const traffic = planTraffic({ baseline, candidate: revision, percent: 100, tags: [] });
  events.push(
    { name, kind: "serves", shares: serving({ trafficStatuses: traffic }), tags: [] },
    { name, kind: "ended", ending: { kind: "dry-run", ...candidate.kind === "serving" && { unchanged: revision } } }
  );
  return {
    target,
    before: plan.serving,
    service: plan.current ?? {},
    revision: candidate.kind === "new" ? baseline[0]?.revision ?? "" : candidate.revision,
    template: plan.template,
    tag: void 0,
    changed: candidate.kind !== "serving"
  };
}
async function readResult({ regional, plan }, { revision, recorded, changed: changed2 }, events) {
  const { name } = regional;
  const readBack2 = changed2 && Boolean(recorded.defaultUriDisabled) === Boolean(plan.current?.defaultUriDisabled);
  const service = (readBack2 ? void 0 : await regional.api.get(name)) ?? withRequestedTags(recorded);
  const ending = changed2 ? { kind: "deployed", revision, first: isFirst(plan) } : { kind: "commit-recorded", revision };
  events.push(
    { name, kind: "serves", shares: serving(service), tags: tagsInEffect(service) },
    { name, kind: "ended", ending }
  );
  const tag = plan.keepTag ? plan.tag : void 0;
  return { target: plan.service, before: plan.serving, service, revision, template: plan.template, tag, changed: changed2 };
}
var import_commit6;
var init_describe_release = __esm({
  "actions/deploy-run/release/describe-release.ts"() {
    "use strict";
    import_commit6 = __toESM(require_commit(), 1);
    init_rollout_plan();
    init_unchanged_settings();
    init_traffic();
  }
});

// actions/deploy-run/release/restore-blocked.ts
async function restoreBlocked(services, step) {
  const ended = await Promise.all(services.map((regional) => restoreOne(regional, step)));
  return ended.flatMap((one) => one ?? []);
}
async function restoreOne(regional, step) {
  const { name, service, region } = regional;
  const current = await regional.api.get(name);
  const record3 = rolloutOf(current);
  if (!record3 || record3.kind === "rollback" || record3.release) return void 0;
  const stopped = newHoldOn(current, record3.holdBefore) !== void 0;
  const isLost = stopped || isEarlierAttempt(record3.id, step.context.github);
  const expired = isLost ? void 0 : await watch(record3, regional, step);
  if (expired === "moving") return void 0;
  const by = describeRollout(record3);
  try {
    const { kind, shares } = await restore(regional, record3.id, { expired });
    if (kind !== "restored") return void 0;
    return {
      name,
      shares,
      sentence: `${by} was interrupted: ${describeServing(shares, regional)} as before it.`
    };
  } catch (error) {
    if (error instanceof RolloutContinuesError) return void 0;
    const why = error.message.replace(/\.?$/, ".");
    return {
      name,
      shares: void 0,
      sentence: `${by} was interrupted, and the traffic of ${service} in ${region} could not be restored: ${why} Run this step again.`
    };
  }
}
async function watch({ id }, regional, { context: { log } }) {
  log.info(
    `The rollout ${id} of ${regional.service} in ${regional.region} has not ended. Waiting for a minute to see whether it is still running.`
  );
  return await watchLease(regional, id);
}
var init_restore_blocked = __esm({
  "actions/deploy-run/release/restore-blocked.ts"() {
    "use strict";
    init_records();
    init_lease();
    init_restore();
    init_ownership();
    init_earlier_release();
  }
});

// actions/deploy-run/release/plan-members.ts
async function planMembers(deploys, step, events) {
  const restored = /* @__PURE__ */ new Map();
  const changed2 = /* @__PURE__ */ new Map();
  try {
    for (let tries = 1; ; tries++) {
      const plans = await Promise.allSettled(deploys.map((deploy2) => planRegion(deploy2, events, restored)));
      const failed = plans.flatMap((plan) => plan.status === "rejected" ? [plan.reason] : []);
      const found2 = failed.find((error) => error instanceof InterruptedReleaseError);
      if (failed.length === 0)
        return plans.flatMap(
          (plan, i) => plan.status === "fulfilled" ? [{ deploy: deploys[i], planned: plan.value, restored }] : []
        );
      const blocked = failed.find((error) => error instanceof import_freeze6.BlockedError);
      const wrong = failed.filter(
        (error) => !(error instanceof InterruptedReleaseError || error instanceof import_freeze6.BlockedError)
      );
      if (wrong.length > 0) throw (0, import_errors31.mergeErrors)(wrong);
      if (step.inputs.dryRun && blocked) throw blocked;
      if (step.inputs.dryRun && found2 && waitsFor(found2.found, step)) throw new UndecidedCanaryError(found2.found);
      if (step.inputs.dryRun && found2) return endsReleaseFirst(found2, deploys, step, events);
      if (!found2) {
        for (const { name, shares, sentence } of await restoreBlocked(
          deploys.map(({ regional }) => regional),
          step
        )) {
          changed2.set(name, sentence);
          if (shares) events.push({ name, kind: "serves", shares, tags: [] });
        }
        throw describeBlocked(blocked, deploys, changed2);
      }
      if (tries > MOST_PREPARATIONS)
        throw new import_errors31.OutcomeError(
          `Other runs keep releasing these services; gave up after ${tries} attempts. Run this step again.`
        );
      for (const [name, revision] of await settleRelease(found2.found, found2.regional, step))
        restored.set(name, revision);
      step.settledReleases.add(found2.found.id);
    }
  } catch (error) {
    if (error instanceof UndecidedCanaryError) throw error;
    const sentences2 = deploys.map(({ regional }) => changed2.get(regional.name) ?? describeUnchanged(regional, events));
    for (const [i, { regional }] of deploys.entries())
      recordFailure([regional.name], sentences2.slice(i, i + 1), { error, events, step });
    if (deploys.length < 2) throw error instanceof import_freeze6.BlockedError ? error : (0, import_errors31.withState)(error, sentences2.join(" "));
    throw explainFailure(error, sentences2, step);
  }
}
function describeBlocked(blocked, { length }, changed2) {
  if (changed2.size === 0) return blocked;
  const restored = length < 2 ? [...changed2.values()] : [];
  return new import_freeze6.BlockedError(blocked.describe, ["No new release was started.", ...restored].join(" "));
}
function endsReleaseFirst({ found: found2 }, deploys, { context, inputs: { request } }, events) {
  const first = request.kind === "rollback" && found2.kind === "deploy" ? "The rollback ends it first; `previous` then means the revisions that were live before it." : `The ${request.kind} ends it first, and is planned after that.`;
  context.log.notice(`${found2.by} has not ended on all its members. ${first}`);
  for (const { regional } of deploys) events.push({ name: regional.name, kind: "ended", ending: { kind: "dry-run" } });
  return [];
}
async function planRegion({ regional: { name }, prepare }, events, restored = /* @__PURE__ */ new Map()) {
  const planned = await prepare(restored);
  events.push({ name, kind: "planned", plan: planned.plan });
  return planned;
}
function describeUnchanged({ service, region, name }, events) {
  const before = sharesBefore(events, name);
  const serves = before.length > 0 ? `: ${listShares(before)} still serves` : "";
  return `Nothing was changed for ${service} in ${region}${serves}.`;
}
var import_freeze6, import_errors31, MOST_PREPARATIONS, waitsFor;
var init_plan_members = __esm({
  "actions/deploy-run/release/plan-members.ts"() {
    "use strict";
    import_freeze6 = __toESM(require_freeze(), 1);
    import_errors31 = __toESM(require_errors(), 1);
    init_records();
    init_interrupted_release();
    init_outcome();
    init_describe_failure();
    init_earlier_release();
    init_restore_blocked();
    MOST_PREPARATIONS = 4;
    waitsFor = ({ outlasts }, { inputs: { request, rollout } }) => outlasts === true && request.kind !== "rollback" && rollout.onCanary === "wait";
  }
});

// actions/deploy-run/release/phases.ts
async function createCandidates(release) {
  const { members, events } = release;
  const [lead, ...others] = members;
  const first = await forEach(release, [lead], (member) => createMemberCandidate(release, member));
  const candidates = [
    ...first,
    ...await forEach(release, others, (member) => createMemberCandidate(release, member))
  ];
  const schema = (0, import_retry13.ahead)(
    forEach(release, candidates, ({ progress, deploy: deploy2 }) => checkSchemaAgain(progress.planned, deploy2.inputs.force))
  );
  await forEach(
    release,
    changed(candidates),
    ({ progress, deploy: deploy2 }) => waitUntilHealthy(progress, deploy2.inputs, events)
  );
  await schema;
  return candidates;
}
async function moveTraffic2(release, candidates) {
  const { step, events, canary } = release;
  const { steps } = step.inputs.rollout;
  const moving = changed(candidates);
  for (const [i, percent] of steps.entries()) {
    await shift(release, candidates, percent);
    if (percent < 100) {
      await canary?.judgeStep(moving.map(toJudged), { index: i, percent }, (regional) => {
        release.failing ??= regional;
      });
      await forEach(
        release,
        moving,
        ({ progress, deploy: deploy2 }) => watchShare(progress, percent, deploy2.inputs, events, canary !== void 0)
      );
      if (moving.some(({ progress: { planned } }) => planned.plan.baseline.length > 0))
        step.context.log.info(`Step ${i + 1} of ${steps.length}: health checks passed at ${percent} %.`);
    }
  }
  await verifyAll(release, candidates);
}
async function shift(release, candidates, percent) {
  const moving = changed(candidates);
  const layers = [...new Set(moving.map(({ layer }) => layer))].sort((a, b) => a - b);
  for (const layer of layers) {
    await checkMembers(release, candidates);
    const now = moving.filter((candidate) => candidate.layer === layer);
    const keepUndo = percent === 100 ? release.keepUndo : void 0;
    await forEach(release, now, ({ progress }) => giveShare(progress, percent, release.events, keepUndo));
  }
}
async function probeShares(release, candidates, percent) {
  await forEach(
    release,
    changed(candidates),
    ({ progress, deploy: deploy2 }) => watchShare(progress, percent, deploy2.inputs, release.events, true)
  );
}
async function verifyAll(release, candidates) {
  await forEach(
    release,
    changed(candidates),
    ({ progress, deploy: deploy2 }) => verifyService(progress, deploy2.inputs, release.events)
  );
}
async function commit(release, candidates) {
  if (release.undo) return;
  const several = candidates.length > 1;
  if (several) {
    const services = await checkMembers(release, candidates);
    for (const [i, { progress, unchanged }] of candidates.entries()) {
      const shares = serving(services[i] ?? {});
      if (unchanged || sameShares(shares, [{ revision: progress.revision, percent: 100 }])) continue;
      const { service, region } = progress.planned.regional;
      throw new import_errors32.OutcomeError(`The traffic of ${service} in ${region} was moved by another run or user meanwhile.`);
    }
  }
  const members = planSnapshot(
    candidates.map(({ progress: { planned, revision } }) => ({ plan: planned.plan, revision }))
  );
  await forEach(release, candidates.slice(0, 1), (lead) => record(release, lead, several ? { members } : void 0));
}
async function finishOthers(release, candidates) {
  const [lead, ...others] = candidates;
  const end = lead && { lead: memberKey(lead.deploy.regional.name) };
  await forEach(release, others, (candidate) => record(release, candidate, end ?? {}));
  return await Promise.all(
    candidates.map(
      ({ progress: { planned, revision, service: recorded }, unchanged }) => readResult(planned, { revision, recorded, changed: !unchanged }, release.events)
    )
  );
}
async function record({ step }, { progress, unchanged }, end) {
  const release = end && { id: step.id, ...end };
  if (unchanged)
    progress.service = await recordUnchanged(progress.planned, step, { claimed: end !== void 0, release });
  else await recordSuccess(progress, release);
}
async function createMemberCandidate(release, { deploy: deploy2, planned: first, layer, restored }) {
  const { step, events, members } = release;
  const { service, region } = deploy2.regional;
  const keys = members.length > 1 || release.held ? members.map((member) => memberKey(member.deploy.regional.name)) : void 0;
  release.begun.add(deploy2.regional);
  let planned = first;
  const before = new Map(restored);
  for (let tries = 1; ; tries++) {
    const { candidate, current } = planned.plan;
    const unchanged = candidate.kind === "serving";
    if (unchanged && !keys)
      return {
        deploy: deploy2,
        layer,
        unchanged,
        progress: { planned, id: step.id, revision: candidate.revision, service: current ?? {} }
      };
    try {
      const progress = await beginRollout(
        planned,
        step.id,
        events,
        keys && planClaim(planned.plan, keys, release.held)
      );
      const { inputs } = deploy2;
      const freeze = planned.plan.kind === "rollback" || inputs.force ? void 0 : inputs.freeze;
      return { deploy: deploy2, layer, unchanged, progress: { ...progress, freeze } };
    } catch (error) {
      if (error instanceof import_errors32.CloudError) await planned.target;
      if (!(error instanceof OutdatedPlanError)) throw error;
      if (tries >= MOST_PREPARATIONS)
        throw new import_errors32.OutcomeError(
          `The service ${service} in ${region} was modified concurrently; gave up after ${tries} attempts. Run this step again.`
        );
      step.context.log.info(`Reading ${service} again: ${error.message}.`);
      const found2 = planned.plan.kind === "rollback" && members.length === 1 && servedBeforeDeploy(current ?? {});
      if (found2) before.set(deploy2.regional.name, found2);
      planned = await planAgain(deploy2, events, before);
    }
  }
}
async function planAgain(deploy2, events, restored) {
  try {
    return await planRegion(deploy2, events, restored);
  } catch (error) {
    if (!(error instanceof InterruptedReleaseError)) throw error;
    const { service, region } = deploy2.regional;
    throw new OvertakenError(
      `${error.found.by} has taken over ${service} in ${region} meanwhile. This run stopped. Run this step again once that one has ended.`
    );
  }
}
async function checkMembers(release, candidates) {
  if (candidates.length < 2) return [];
  return await forEach(release, candidates, async ({ progress }) => {
    const { regional } = progress.planned;
    const now = await regional.api.get(regional.name);
    if (!now)
      throw new import_errors32.OutcomeError(`The service ${regional.service} in ${regional.region} was deleted during this run.`);
    checkStillOurs(progress, now);
    progress.service = now;
    return now;
  });
}
async function forEach(release, members, work) {
  let failure;
  const done = await Promise.all(
    members.map(async (member) => {
      try {
        return [await work(member)];
      } catch (error) {
        failure ??= { error };
        release.failing ??= member.deploy.regional;
        if (members.length > 1) release.step.stopOthers(error);
        return [];
      }
    })
  );
  if (failure) throw failure.error;
  return done.flat();
}
var import_errors32, import_retry13, toJudged, changed;
var init_phases = __esm({
  "actions/deploy-run/release/phases.ts"() {
    "use strict";
    import_errors32 = __toESM(require_errors(), 1);
    import_retry13 = __toESM(require_retry(), 1);
    init_decision();
    init_rollback_target();
    init_traffic();
    init_interrupted_release();
    init_rollback();
    init_create_candidate();
    init_record_unchanged();
    init_rollout();
    init_ownership();
    init_describe_release();
    init_plan_members();
    toJudged = ({ progress: { planned, revision } }) => ({
      regional: planned.regional,
      plan: planned.plan,
      revision
    });
    changed = (candidates) => candidates.filter(({ unchanged }) => !unchanged);
  }
});

// actions/deploy-run/canary/blocks.ts
function holdOrFreeze({ planned: { plan } }, service, { inputs: { force, freeze }, clients: { googleClock } }) {
  const hold = newHoldOn(service, plan.holdBefore);
  if (hold)
    return {
      why: `The hold blocks its next step. ${describeServiceHold(hold)}`,
      advice: "",
      whenOverdue: "To continue it, release the hold, then run this action with advance: true and force: true"
    };
  const frozen = force ? void 0 : (0, import_freeze7.freezeOn)(service, freeze, googleClock);
  return frozen === void 0 ? void 0 : { why: `The freeze blocks its next step. ${frozen}`, advice: "", whenOverdue: FORCED };
}
async function holdOrFreezeNow(candidates, step) {
  for (const { progress } of candidates) {
    const { api, name } = progress.planned.regional;
    const blocked = holdOrFreeze(progress, await api.get(name) ?? {}, step);
    if (blocked !== void 0) return blocked.why;
  }
  return void 0;
}
function changedOutside({ percent, next }, candidates, mayRaise) {
  for (const { progress } of changed(candidates)) {
    const { planned, revision, service } = progress;
    const has = requestedTraffic(service).find((share) => share.revision === revision)?.percent ?? 0;
    if (has === percent || has === next || has < next && mayRaise) continue;
    const reset = `To continue it, set ${percent} % again`;
    const force = has < next ? ", or run this action with advance: true and force: true" : "";
    return {
      why: `The traffic of ${planned.regional.service} in ${planned.regional.region} was changed outside of this canary: ${revision} has ${has} % instead of ${percent} %. The canary does not continue.`,
      advice: `${reset}${force}; to end it, run this action with rollback-to: previous.`,
      whenOverdue: has < next ? FORCED : `${reset}, then run this action with advance: true and force: true`
    };
  }
  return void 0;
}
var import_freeze7, FORCED, needsApproval, notJudged;
var init_blocks = __esm({
  "actions/deploy-run/canary/blocks.ts"() {
    "use strict";
    import_freeze7 = __toESM(require_freeze(), 1);
    init_holds();
    init_traffic();
    init_phases();
    init_ownership();
    FORCED = "To continue it anyway, run this action with advance: true and force: true";
    needsApproval = (next) => ({
      why: `It needs an approval for ${next} %:`,
      advice: "run this action with advance: true and approved: true.",
      whenOverdue: "run this action with advance: true, approved: true and force: true"
    });
    notJudged = (why) => ({
      why: `The canary was not judged, so it does not continue. ${why}`,
      advice: "",
      whenOverdue: FORCED
    });
  }
});

// actions/deploy-run/canary/candidates.ts
async function checkUndecided(lead, id) {
  if (!canaryOn(await lead.api.get(lead.name), id))
    throw new OvertakenError("Another run has ended this canary. This run stopped.");
}
async function readCandidates(found2, members, plan, step) {
  const { rollout } = step.inputs;
  const account = rollout.probe.account ?? plan.probe.account;
  const inputs = {
    ...step.inputs,
    rollout: { ...rollout, probe: { ...plan.probe, account }, steps: plan.steps.map(({ percent }) => percent) }
  };
  const own = { ...step, inputs };
  const read3 = async (regional, layer) => {
    const service = await regional.api.get(regional.name);
    const record3 = rolloutOf(service);
    if (!service || record3?.id !== found2.id) {
      await checkUndecided(members[0] ?? regional, found2.id);
      throw new import_errors33.OutcomeError(
        `${describeMember(memberKey(regional.name))} no longer belongs to the canary ${found2.id}: another run or user has changed its record. Nothing was changed. End the canary with rollback-to: previous.`
      );
    }
    const planned = {
      regional,
      plan: await planOf(regional, service, record3),
      ...await probeIdentity(regional, own, service)
    };
    const [main, ...others] = record3.baseline;
    return {
      deploy: { regional, inputs, after: [], prepare: () => Promise.resolve(planned) },
      layer,
      progress: {
        planned,
        id: found2.id,
        revision: record3.candidate,
        service,
        advancing: step.id,
        freeze: step.inputs.force ? void 0 : step.inputs.freeze
      },
      unchanged: others.length === 0 && main?.revision === record3.candidate
    };
  };
  const candidates = [];
  const unread = [];
  const reads = await Promise.all(
    members.map(async (regional, i) => {
      const layer = plan.layers[i] ?? 0;
      try {
        return await read3(regional, layer);
      } catch (error) {
        if (i === 0 || !(0, import_retry14.isTransient)(error)) throw error;
        return { regional, layer, error };
      }
    })
  );
  for (const one of reads) {
    if ("error" in one) unread.push(one);
    else candidates.push(one);
  }
  return { candidates, unread };
}
async function planOf(regional, service, record3) {
  const { candidate, baseline, tag, keepTag = false, commit: commit2, holdBefore, release, id, runUrl } = record3;
  const revision = await getRevision(regional, candidate);
  if (!revision)
    throw new import_errors33.OutcomeError(
      `The revision ${candidate} of the canary no longer exists. Nothing was changed. End the canary with rollback-to: previous.`
    );
  const end = release?.end;
  return {
    kind: "deploy",
    service: identityOf(regional),
    current: service,
    base: void 0,
    serving: serving(service),
    baseline,
    candidate: { kind: "existing", revision: candidate },
    desired: void 0,
    changes: [],
    leftAlone: [],
    template: templateOf(revision),
    accepted: /* @__PURE__ */ new Map(),
    tag,
    keepTag,
    claim: void 0,
    commit: commit2,
    holdBefore,
    hold: void 0,
    releaseChange: { kind: "add", image: end?.kind === "deploy" ? end.image : "", runUrl, rollout: id },
    allowUnauthenticated: end?.kind === "deploy" ? end.access : void 0,
    notes: []
  };
}
var import_errors33, import_retry14, releaseOf;
var init_candidates = __esm({
  "actions/deploy-run/canary/candidates.ts"() {
    "use strict";
    import_errors33 = __toESM(require_errors(), 1);
    import_retry14 = __toESM(require_retry(), 1);
    init_records();
    init_decision();
    init_long_canary();
    init_serving_template();
    init_traffic();
    init_identity_token();
    init_ownership();
    init_regional_service();
    releaseOf = (candidates, step, events, held) => ({
      step,
      events,
      members: candidates.map(
        ({ deploy: deploy2, layer, progress }) => ({ deploy: deploy2, layer, planned: progress.planned })
      ),
      begun: new Set(candidates.map(({ deploy: deploy2 }) => deploy2.regional)),
      failing: void 0,
      canary: void 0,
      held
    });
  }
});

// src/records/sites.ts
async function readBytes({ http, endpoint }, bucket, name, maxBytes) {
  const url = `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  const headers = { "accept-encoding": "gzip", "cache-control": "no-store" };
  const resource = `object ${name} of bucket ${bucket}`;
  const response = await (0, import_not_found9.absent)(
    http.text({ method: "GET", url, headers, resource, ...READER, ...maxBytes !== void 0 && { maxBytes } })
  );
  return response?.bytes;
}
async function readSiteState(bucket, site) {
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}${SITE_STATE}`);
  return bytes && parse(bytes, `The state of the ${siteLabel(site)}`);
}
function describeStaged({ release, commit: commit2, at, run: run2, canary: { lead } }) {
  const short = (0, import_commit7.shortCommit)(commit2);
  const name = release === commit2 ? `commit ${short}` : `release ${release} (commit ${short})`;
  return `${name} has been staged since ${(0, import_duration9.formatMinute)(Date.parse(at))} (${run2}). It goes live once its canary on the ${servicePlace(lead)} has all traffic. Another publish replaces it.`;
}
function parse(bytes, what) {
  const value = JSON.parse(bytes.toString("utf8"));
  if (value.format === 1) return value;
  throw new import_errors34.OutcomeError(`${what} has format ${value.format}, and this version reads format 1. Use a newer version.`);
}
var import_commit7, import_not_found9, import_duration9, import_errors34, SITE_STATE, READER, siteLabel;
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    import_commit7 = __toESM(require_commit(), 1);
    import_not_found9 = __toESM(require_not_found(), 1);
    import_duration9 = __toESM(require_duration(), 1);
    import_errors34 = __toESM(require_errors(), 1);
    init_holds();
    SITE_STATE = ".releases/state.json";
    READER = { permission: "storage.objects.get", role: "roles/storage.objectViewer" };
    siteLabel = ({ name, bucket, prefix }) => `site ${name} in gs://${bucket}/${prefix}`;
  }
});

// src/records/find-sites.ts
async function findSites(api, project, read3) {
  const buckets = await allowed(
    listNames(api, "/storage/v1/b", { project }, `buckets of ${project}`, "storage.buckets.list")
  );
  if (!buckets) return { sites: [], missing: "storage.buckets.list" };
  const found2 = await Promise.all(buckets.map(async (bucket) => await allowed(sitesOf(api, bucket, read3)) ?? []));
  return { sites: found2.flat() };
}
async function findStaged(api, { project, release, log }) {
  const bucket = { http: api.http, endpoint: api.endpoints.storage };
  const leftOut = (why) => log.info(`Staged frontends are not shown: ${why}`);
  try {
    const { sites, missing } = await findSites(api, project, async (place) => {
      const name = `${place.bucket}/${place.prefix}`.replace(/\/$/, "");
      const staged = (await readSiteState(bucket, { ...place, name }))?.staged;
      return staged?.canary.release === release ? `Site ${name}: ${describeStaged(staged)}` : void 0;
    });
    if (missing !== void 0) leftOut(`no permission ${missing} on ${project} (roles/storage.bucketViewer).`);
    return sites;
  } catch (error) {
    if ((0, import_errors35.isAbort)(error)) throw error;
    leftOut(error.message);
    return [];
  }
}
async function sitesOf(api, bucket, read3) {
  const matchGlob = `{${SITE_STATE},**/${SITE_STATE}}`;
  const states = await listNames(
    api,
    `/storage/v1/b/${bucket}/o`,
    { matchGlob },
    `bucket ${bucket}`,
    "storage.objects.list"
  );
  const sites = await Promise.all(states.map((name) => read3({ bucket, prefix: name.slice(0, -SITE_STATE.length) })));
  return sites.filter((site) => site !== void 0);
}
async function listNames({ http, endpoints }, path, query, resource, permission) {
  const names = [];
  const read3 = (next) => http.json({
    method: "GET",
    url: `${endpoints.storage}${path}?${new URLSearchParams({ ...query, fields: "nextPageToken,items(name)", ...next })}`,
    resource,
    permission,
    role: permission === "storage.buckets.list" ? "roles/storage.bucketViewer" : "roles/storage.objectViewer"
  });
  for await (const { items = [] } of pagesOf(read3)) names.push(...items.map(({ name }) => name));
  return names;
}
async function allowed(response) {
  try {
    return await response;
  } catch (error) {
    if (error instanceof import_errors35.CloudError && error.status === 403) return void 0;
    throw error;
  }
}
var import_errors35;
var init_find_sites = __esm({
  "src/records/find-sites.ts"() {
    "use strict";
    init_pages();
    import_errors35 = __toESM(require_errors(), 1);
    init_sites();
  }
});

// actions/deploy-run/canary/describe.ts
function canaryStatus({ record: record3, canary }, { lead, next, now }) {
  const { percent, due, overdue, approval } = timesOf(canary);
  return {
    release: record3.id,
    commit: record3.commit,
    lead,
    step: canary.at.step + 1,
    percent,
    since: canary.at.since,
    due: new Date(due).toISOString(),
    overdue: now > overdue,
    approval: approval && now >= due,
    next
  };
}
async function describeCanary(members, { context, clients, inputs: { project, dryRun: dryRun2 } }, events, { note = "", none = "There is no canary." } = {}) {
  const services = await Promise.all(members.map(async ({ api, name }) => await api.get(name) ?? {}));
  const found2 = canaryOn(services[0]);
  const now = clients.googleClock.now();
  const times = found2 && timesOf(found2.canary);
  const next = waitingOn(services[0]);
  const status = found2 && canaryStatus(found2, { lead: members[0]?.name ?? "", next: next?.commit, now });
  const staged = status && dryRun2 ? await findStaged(clients.cloud, { project, release: status.release, log: context.log }) : [];
  for (const sentence of staged) context.log.notice(sentence);
  const waits = next ? ` Commit ${(0, import_commit8.shortCommit)(next.commit)} waits for the decision.` : "";
  const state = times ? describeTimes(times, now) : "no canary";
  const names = [...new Set(members.map(({ service }) => service))].join(", ");
  const said = note === "" ? "" : ` ${note}`;
  if (times) context.log.notice(`${names}: ${state}.${said}${waits}`);
  else context.log.info(note || none);
  return members.map((regional, i) => {
    const service = services[i] ?? {};
    const { name } = regional;
    const shares = serving(service);
    const candidate = rolloutOf(service)?.candidate ?? shares[0]?.revision ?? "";
    const sentences2 = [note, `${state}.${waits}`, ...staged].filter((text) => text !== "").join(" ");
    events.push(
      { name, kind: "serves", shares, before: shares, tags: tagsInEffect(service) },
      {
        name,
        kind: "ended",
        ending: times ? { kind: "canary", revision: candidate, state: sentences2 } : { kind: "done", did: note || none }
      }
    );
    return {
      target: identityOf(regional),
      before: shares,
      service,
      revision: times ? found2.record.baseline[0]?.revision ?? "" : shares[0]?.revision ?? "",
      template: service.template ?? {},
      tag: void 0,
      changed: false,
      canary: status
    };
  });
}
var import_commit8;
var init_describe = __esm({
  "actions/deploy-run/canary/describe.ts"() {
    "use strict";
    import_commit8 = __toESM(require_commit(), 1);
    init_find_sites();
    init_records();
    init_long_canary();
    init_traffic();
    init_regional_service();
  }
});

// shared:actions/deploy-run/analysis/statistics/counts.ts
var require_counts = __commonJS({
  "shared:actions/deploy-run/analysis/statistics/counts.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/analysis/statistics/counts.ts"];
  }
});

// shared:actions/deploy-run/analysis/statistics/sequential-test.ts
var require_sequential_test = __commonJS({
  "shared:actions/deploy-run/analysis/statistics/sequential-test.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/analysis/statistics/sequential-test.ts"];
  }
});

// shared:actions/deploy-run/analysis/comparisons.ts
var require_comparisons = __commonJS({
  "shared:actions/deploy-run/analysis/comparisons.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/analysis/comparisons.ts"];
  }
});

// shared:actions/deploy-run/analysis/conditions.ts
var require_conditions = __commonJS({
  "shared:actions/deploy-run/analysis/conditions.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/analysis/conditions.ts"];
  }
});

// shared:actions/deploy-run/analysis/judge.ts
var require_judge = __commonJS({
  "shared:actions/deploy-run/analysis/judge.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/analysis/judge.ts"];
  }
});

// actions/deploy-run/analysis/log-counter.ts
function createLogCounter(logs) {
  const seen = /* @__PURE__ */ new Map();
  return async (filter, from, to) => {
    const before = seen.get(filter);
    const start = Math.max(from, (before?.until ?? from) - LATE);
    const kept = (before?.moments ?? []).filter(({ at }) => at < start);
    if (to <= start) return before ?? { moments: [], gaps: [] };
    const { moments, since } = await logs.times(filter, start, to);
    const gaps = (before?.gaps ?? []).map((gap) => ({ ...gap, to: Math.min(gap.to, start) }));
    if (since > start) gaps.push({ from: start, to: since });
    const counted = { moments: [...kept, ...moments], gaps: gaps.filter((gap) => gap.to > gap.from) };
    seen.set(filter, { until: to, ...counted });
    return counted;
  };
}
var LATE;
var init_log_counter = __esm({
  "actions/deploy-run/analysis/log-counter.ts"() {
    "use strict";
    LATE = 18e4;
  }
});

// shared:actions/deploy-run/analysis/windows.ts
var require_windows2 = __commonJS({
  "shared:actions/deploy-run/analysis/windows.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/analysis/windows.ts"];
  }
});

// actions/deploy-run/analysis/watch.ts
function createCanaryWatch(setup) {
  const { options, steps, candidates, timing, clock, signal } = setup;
  const countLogs = createLogCounter(setup.logs);
  const spans = /* @__PURE__ */ new Map();
  const keyOf2 = ({ region, service, candidate }) => `${region}/${service}/${candidate}`;
  const judging = {
    falseAlarmRate: options.falseAlarmRate,
    comparisons: (0, import_conditions.comparisonsOf)(options.conditions) * candidates,
    steps
  };
  async function look(watched, step) {
    const at = clock.now();
    const observations = await Promise.all(
      watched.map(async (one) => {
        const view = { ...one, spans: spans.get(keyOf2(one)) ?? [] };
        const times = { from: (view.spans[0]?.from ?? at) - import_windows2.HISTORY, to: at };
        const readings = await read(setup, countLogs, one, times);
        const comparisons = (0, import_comparisons.compareAll)(options.conditions, readings, view, timing, at);
        const results = comparisons.map(
          (comparison) => (0, import_judge.assessComparison)(comparison, { ...judging, step: step.index, percent: step.percent })
        );
        return { watched: one, percent: step.percent, results, readings };
      })
    );
    const verdict = (0, import_judge.verdictOf)(observations.flatMap(({ results }) => results));
    const seen = { at, observations, verdict };
    setup.onLook?.(seen, step);
    return seen;
  }
  return {
    async look(watched, step, all) {
      for (const one of watched) spans.set(keyOf2(one), [...all]);
      return await look(watched, step);
    },
    async step(watched, step) {
      const began = clock.now();
      for (const one of watched) {
        const span = { step: step.index, percent: step.percent, from: began, to: void 0 };
        spans.set(keyOf2(one), [...spans.get(keyOf2(one)) ?? [], span]);
      }
      const finish = (outcome) => {
        for (const own of spans.values())
          for (const [i, span] of own.entries()) if (span.to === void 0) own[i] = { ...span, to: clock.now() };
        return outcome;
      };
      const pause = Math.max(timing.samplePeriod, step.interval / LOOKS);
      for (let interval = 1; ; interval++) {
        const end = began + interval * step.interval;
        const mayExtend = interval === 1 && options.onInconclusive === "extend";
        let last;
        let unread = false;
        while (clock.now() < end) {
          await clock.sleep(Math.min(pause, end - clock.now()), signal);
          if (clock.now() < end && clock.now() < began + timing.samplePeriod + timing.ingestDelay) continue;
          last = await look(watched, step).catch((error) => {
            if (!(0, import_retry15.isTransient)(error) || clock.now() >= end && !mayExtend) throw error;
            setup.onSkip?.(error);
            return void 0;
          });
          unread = last === void 0;
          if (last?.verdict.kind === "worse") return finish({ decision: "restore", last });
        }
        if (unread) continue;
        last ??= await look(watched, step);
        const decision = (0, import_judge.decideStep)(last.verdict, options.onInconclusive, interval > 1);
        if (decision !== "extend") return finish({ decision, last });
      }
    }
  };
}
async function read({ options: { conditions }, metrics, timing }, countLogs, { service, region, candidate, baseline }, { from, to }) {
  const place = ofService(service, region);
  const list = (metric) => metrics.read(`metric.type="${metric}" AND ${place}`, from, to);
  const needs = (kind) => conditions.some((condition) => condition.kind === kind);
  const gaps = /* @__PURE__ */ new Map();
  const events = async (name, filter) => {
    const revisions = [candidate, ...baseline].map((name2) => `"${name2}"`).join(" OR ");
    const began = from + import_windows2.HISTORY;
    const entries = await countLogs(
      `${inParentheses(filter)} AND ${place} AND resource.labels.revision_name=(${revisions})`,
      began,
      // No window is newer.
      to - timing.ingestDelay
    );
    gaps.set(name, entries.gaps);
    return entries.moments.map(({ revision, at }) => ({
      labels: {},
      resourceLabels: { revision_name: revision },
      start: at,
      end: at,
      value: 1
    }));
  };
  const custom = conditions.flatMap((condition) => {
    if (condition.kind === "refused") return [{ name: import_comparisons.REFUSED, points: events(import_comparisons.REFUSED, REFUSED_FILTER) }];
    if (condition.kind === "log") return [{ name: condition.name, points: events(condition.name, condition.filter) }];
    if (condition.kind !== "metric") return [];
    const { deltasOf } = condition;
    const filter = `${inParentheses(condition.filter)} AND ${place}`;
    return [{ name: condition.name, points: metrics.read(filter, from, to, { deltasOf }) }];
  });
  const [requests, latencies, startups, ...counters] = await Promise.all([
    list(REQUEST_COUNT),
    needs("latency") ? list(LATENCIES) : [],
    list(STARTUPS),
    ...custom.map(({ points }) => points)
  ]);
  return {
    requests,
    latencies,
    startups,
    counters: new Map(custom.map(({ name }, i) => [name, counters[i] ?? []])),
    gaps
  };
}
var import_retry15, import_comparisons, import_conditions, import_judge, import_windows2, decisiveObservations, LOOKS, REQUEST_COUNT, LATENCIES, STARTUPS, REFUSED_FILTER, inParentheses, ofService;
var init_watch = __esm({
  "actions/deploy-run/analysis/watch.ts"() {
    "use strict";
    import_retry15 = __toESM(require_retry(), 1);
    import_comparisons = __toESM(require_comparisons(), 1);
    import_conditions = __toESM(require_conditions(), 1);
    import_judge = __toESM(require_judge(), 1);
    init_log_counter();
    import_windows2 = __toESM(require_windows2(), 1);
    decisiveObservations = ({ observations, verdict }) => observations.filter(
      ({ results }) => results.some(
        (result) => "results" in verdict ? verdict.results.includes(result) : verdict.kind === "no-traffic" && result.restores && result.silent
      )
    );
    LOOKS = 60;
    REQUEST_COUNT = "run.googleapis.com/request_count";
    LATENCIES = "run.googleapis.com/request_latencies";
    STARTUPS = "run.googleapis.com/container/startup_latencies";
    REFUSED_FILTER = 'log_id("run.googleapis.com/requests") AND textPayload:"no available instance"';
    inParentheses = (filter) => `(${filter}
)`;
    ofService = (service, region) => `resource.type="cloud_run_revision" AND resource.labels.service_name="${service}" AND resource.labels.location="${region}"`;
  }
});

// actions/deploy-run/analysis/describe-evaluation.ts
function formatRate(rate) {
  const percent = rate * 100;
  return `${percent === 0 ? "0" : percent >= 10 ? percent.toFixed(0) : percent >= 1 ? percent.toFixed(1) : percent.toFixed(2)} %`;
}
function describeProgress({ watched, percent, results }) {
  const [first] = results;
  const rates = (of) => results.map((result) => `${result.name} ${formatRate((0, import_counts.rateOf)(result[of]))}`).join(", ");
  const requests = (of) => `${formatCount(first?.[of].requests ?? 0)} requests${first && first[of].requests > 0 ? ` (${rates(of)})` : ""}`;
  const past = first?.fromHistory ? " in the hour before" : "";
  return `${watched.service} in ${watched.region} at ${percent} %: ${watched.candidate} ${requests("candidate")}, baseline ${requests("baseline")}${past}: ${describeState(results)}.`;
}
function describeState(results) {
  const names = (result) => results.filter((one) => one.result === result).map(({ name }) => name);
  const worse = names("worse");
  if (worse.length > 0) return `worse (${worse.join(", ")})`;
  const undecided = names("undecided");
  return undecided.length > 0 ? `no verdict yet (${undecided.join(", ")})` : "no regression";
}
function describeResult(result, falseAlarmRate) {
  const { ratio, threshold } = result;
  const confidence = `confidence ${Number(((1 - falseAlarmRate) * 100).toFixed(2))} %`;
  if (threshold !== void 0) return `${bothRates(result)} (${confidence})`;
  const bound = ratio > 0 ? `at least ${ratio >= 10 ? Math.floor(ratio) : ratio.toFixed(1)} times as much, ` : "";
  return `${bothRates(result)} (${bound}${confidence})`;
}
function describeVerdict(verdict, observations, falseAlarmRate) {
  const where = decisiveObservations({ observations, verdict }).map(({ watched: { service, region }, percent }) => `${service} in ${region} at ${percent} %`).join(", ");
  switch (verdict.kind) {
    case "worse":
      return `The canary ${where} is worse than its baseline: ${verdict.results.map((result) => describeResult(result, falseAlarmRate)).join("; ")}. Read the candidate's logs, fix the cause and deploy again.`;
    case "inconclusive": {
      if (verdict.unseen) {
        const missing = verdict.results.filter((result) => result.missing);
        if (missing.length > 0) {
          const served = Math.max(...missing.map(({ baseline }) => baseline.requests));
          return `The canary ${where} has no verdict: Cloud Monitoring shows no request to the candidate in this step, and ${formatCount(served)} to its baseline. Its data may be late, or no request reaches the candidate. Deploy again once requests are visible, or set on-inconclusive: proceed.`;
        }
        const before = Math.max(...verdict.results.map((result) => result.before));
        return `The canary ${where} has no verdict: Cloud Monitoring shows no request in this step, and ${formatCount(before)} in the hour before. Its data may be late, or no request reaches the service. Deploy again once requests are visible, or set on-inconclusive: proceed.`;
      }
      const requests = Math.min(...verdict.results.map(({ candidate }) => candidate.requests));
      const required = Math.max(...verdict.results.map((result) => result.required));
      const needs = Number.isFinite(required) ? ` A verdict needs about ${formatCount(required)} requests in at least ${import_sequential_test.WINDOWS_TO_DECIDE} minutes.` : "";
      const errors = verdict.results.some((result) => result.serverErrors) ? `, ${formatCount(verdict.serverErrors)} server errors` : "";
      const cold = Math.max(...verdict.results.map((result) => result.cold));
      const starting = cold > 0 ? ` ${cold} minutes in which it started instances do not count.` : "";
      const many = verdict.results.filter(({ uncounted }) => uncounted > 0).map(({ name }) => name);
      if (many.length > 0)
        return `The canary ${where} has no verdict (${many.join(", ")}): more log entries matched than are read, so some minutes are not counted. Narrow the filter.`;
      const close = verdict.results.filter(
        ({ candidate, required: required2, upper, limit }) => candidate.requests >= required2 && upper >= limit
      );
      if (close.length > 0)
        return `The canary ${where} has no verdict: ${close.map(bothRates).join("; ")}. The difference is too small for a regression, and too large to rule one out. Read the candidate's logs, and deploy again with a longer step-interval or a larger first step.`;
      return `The canary ${where} had too little traffic for a verdict (${verdict.results.map(({ name }) => name).join(
        ", "
      )}): ${formatCount(requests)} requests${errors}.${needs}${starting} Use a larger first step or a longer step-interval, or set on-inconclusive.`;
    }
    case "no-traffic":
      return `The canary${where && ` ${where}`} had no traffic, so it was judged by its health checks alone.`;
    case "fine":
      return "The canary is no worse than its baseline.";
  }
}
var import_counts, import_sequential_test, formatCount, rateIn, bothRates;
var init_describe_evaluation = __esm({
  "actions/deploy-run/analysis/describe-evaluation.ts"() {
    "use strict";
    import_counts = __toESM(require_counts(), 1);
    import_sequential_test = __toESM(require_sequential_test(), 1);
    init_watch();
    formatCount = (count) => Math.round(count).toLocaleString("en-US");
    rateIn = (counts) => `${formatRate((0, import_counts.rateOf)(counts))} of ${formatCount(counts.requests)} requests`;
    bothRates = ({ name, candidate, baseline, threshold, fromHistory }) => `${name} ${rateIn(candidate)}, ${threshold === void 0 ? `baseline ${rateIn(baseline)}` : `threshold ${formatRate(threshold)}`}${fromHistory ? " in the hour before" : ""}`;
  }
});

// shared:actions/deploy-run/analysis/parse-conditions.ts
var require_parse_conditions = __commonJS({
  "shared:actions/deploy-run/analysis/parse-conditions.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/analysis/parse-conditions.ts"];
  }
});

// actions/deploy-run/analysis/prepare-watch.ts
async function prepareWatch(options, stepInterval, {
  metrics,
  logs,
  log,
  clock,
  held,
  laterRuns = false
}) {
  if (options.conditions.length === 0) return void 0;
  const now = clock.now();
  let timing;
  let conditions;
  try {
    [timing, conditions] = await Promise.all([
      metrics.timing(REQUEST_COUNT),
      Promise.all(
        options.conditions.map(async (condition) => {
          if (condition.kind === "log") await logs.times(inParentheses(condition.filter), now - 1e3, now);
          if (condition.kind !== "metric") return condition;
          const read3 = metrics.read(condition.filter, now - 6e4, now);
          const [deltasOf] = await Promise.all([checkCounter(condition, metrics), read3]);
          return { ...condition, ...deltasOf !== void 0 && { deltasOf } };
        })
      ),
      metrics.read(`metric.type="${REQUEST_COUNT}" AND resource.labels.service_name="-"`, now - 6e4, now)
    ]);
  } catch (error) {
    if (options.explicit || !(error instanceof import_errors36.CloudError) || laterRuns && (0, import_retry16.isTransient)(error)) throw error;
    log.warning(
      `This canary is judged by its health checks alone: no permission to read Cloud Monitoring, or it cannot be read (${error.message}). Grant the deployer roles/monitoring.viewer, or set analysis: off.`
    );
    return void 0;
  }
  const shortest = shortestStep(timing);
  if (stepInterval >= shortest)
    return {
      options: await withReadableLogs({ ...options, conditions }, logs, log, now),
      timing
    };
  const given = held ? `the step of ${(0, import_duration10.formatDuration)(stepInterval)} in steps` : `step-interval ${(0, import_duration10.formatDuration)(stepInterval)}`;
  const short = `${given} is too short for the analysis: Cloud Monitoring shows requests up to ${(0, import_duration10.formatDuration)(timing.samplePeriod + timing.ingestDelay)} late, and a verdict needs ${import_sequential_test2.WINDOWS_TO_DECIDE} sampling periods.`;
  const longer = `${held ? "Set the time of each step to" : "Set step-interval to"} ${(0, import_duration10.formatDuration)(shortest)} or longer`;
  if (options.explicit)
    throw new import_errors36.InputError([{ subject: "Input analysis", message: `${short} ${longer}, or set analysis: off.` }]);
  log.warning(
    `This canary is judged by its health checks alone: ${short} ${longer} to analyze user requests, or set analysis: off.`
  );
  return void 0;
}
async function checkCounter({ name, filter }, metrics) {
  const type = (0, import_parse_conditions.metricTypeOf)(filter);
  const { metricKind = "DELTA", valueType = "INT64", samplePeriod } = await metrics.timing(type);
  const isNumber = ["INT64", "DOUBLE"].includes(valueType);
  if (isNumber && metricKind === "DELTA") return void 0;
  if (isNumber && metricKind === "CUMULATIVE") return Math.max(samplePeriod, SHORTEST_PERIOD);
  throw new import_errors36.InputError([
    {
      subject: "Input analysis",
      message: `the metric ${type} of the condition ${name} is of kind ${metricKind} with values of type ${valueType}, and a condition takes a counter (DELTA or CUMULATIVE; INT64 or DOUBLE). Use one, for instance a log-based counter.`
    }
  ]);
}
async function withReadableLogs(options, logs, log, now) {
  if (!options.conditions.some(({ kind }) => kind === "refused")) return options;
  try {
    await logs.times(REFUSED_FILTER, now - 1e3, now);
    return options;
  } catch (error) {
    if (!(error instanceof import_errors36.CloudError)) throw error;
    log.notice(
      "The canary is judged without requests that no instance took: Cloud Logging cannot be read. Grant the deployer roles/logging.viewer."
    );
    return { ...options, conditions: options.conditions.filter(({ kind }) => kind !== "refused") };
  }
}
var import_duration10, import_errors36, import_retry16, import_parse_conditions, import_sequential_test2, shortestStep, SHORTEST_PERIOD;
var init_prepare_watch = __esm({
  "actions/deploy-run/analysis/prepare-watch.ts"() {
    "use strict";
    import_duration10 = __toESM(require_duration(), 1);
    import_errors36 = __toESM(require_errors(), 1);
    import_retry16 = __toESM(require_retry(), 1);
    import_parse_conditions = __toESM(require_parse_conditions(), 1);
    import_sequential_test2 = __toESM(require_sequential_test(), 1);
    init_watch();
    shortestStep = ({ samplePeriod, ingestDelay }) => (import_sequential_test2.WINDOWS_TO_DECIDE + 1) * samplePeriod + ingestDelay;
    SHORTEST_PERIOD = 6e4;
  }
});

// actions/deploy-run/analysis/silent-conditions.ts
async function warnOfSilentConditions(conditions, services, reading) {
  const custom = conditions.filter((one) => one.kind === "metric" || one.kind === "log");
  const places = services.map(({ service, region }) => `${service} in ${region}`).join(", ");
  const found2 = await Promise.all(
    custom.map((condition) => Promise.all(services.map((one) => matches(condition, one, reading))))
  );
  for (const [i, condition] of custom.entries())
    if (!found2[i]?.some(Boolean))
      reading.log.warning(
        `Input analysis: the condition ${condition.name} (${condition.filter}) matched nothing of ${places} in the last ${DAYS} days. It counts as zero events, so it does not stop this canary unless it matches during it. If that is not expected, check the filter: ${howToCheck(condition, reading.project)}`
      );
}
async function matches({ kind, filter }, { service, region }, { metrics, logs, log, clock }) {
  const to = clock.now();
  const from = to - DAYS * 864e5;
  const ofPlace = `${inParentheses(filter)} AND ${ofService(service, region)}`;
  try {
    return kind === "metric" ? await metrics.exists(ofPlace, from, to) : await logs.exists(ofPlace, from, to);
  } catch (error) {
    if (!(error instanceof import_errors37.CloudError)) throw error;
    log.debug(error.message);
    return true;
  }
}
var import_errors37, DAYS, howToCheck;
var init_silent_conditions = __esm({
  "actions/deploy-run/analysis/silent-conditions.ts"() {
    "use strict";
    import_errors37 = __toESM(require_errors(), 1);
    init_watch();
    DAYS = 7;
    howToCheck = ({ kind, filter }, project) => kind === "log" ? `gcloud logging read '${filter.replaceAll("'", String.raw`'\''`)}' --freshness=${DAYS}d --limit=1 --project=${project}` : `https://console.cloud.google.com/monitoring/metrics-explorer?project=${project}. Its series need the resource type cloud_run_revision.`;
  }
});

// actions/deploy-run/release/canary.ts
async function prepareCanary(plans, { inputs, context, clients }, events) {
  const { analysis, steps, stepInterval, held } = inputs.rollout;
  const judged = plans.filter(isJudged);
  const { log, clock, signal } = context;
  const isNew = ({ kind, candidate }) => kind === "deploy" && candidate.kind !== "serving";
  if (judged.length === 0 && analysis.explicit && analysis.conditions.length > 0 && plans.some(isNew))
    log.warning(
      "The analysis has nothing to judge: a worker pool takes no requests, and a first revision has no baseline."
    );
  if (judged.length === 0) return void 0;
  const prepared = await prepareWatch(analysis, stepInterval, {
    ...clients,
    log,
    clock: clients.googleClock,
    held: held.length > 0
  });
  if (!prepared) return void 0;
  const { options, timing } = prepared;
  const places = judged.flatMap(
    ({ service: { service, region }, current }) => (0, import_multi_region5.serviceRegions)(region, current).map((one) => ({ service, region: one }))
  );
  const { project } = inputs;
  await warnOfSilentConditions(options.conditions, places, { ...clients, log, clock: clients.googleClock, project });
  if (inputs.dryRun) return void 0;
  let last;
  const watch2 = createCanaryWatch({
    options,
    steps: steps.filter((percent) => percent < 100).length,
    candidates: places.length,
    timing,
    clock: clients.googleClock,
    signal,
    ...clients,
    onLook: (look) => {
      last = look;
      for (const observation of look.observations) log.info(describeProgress(observation));
    },
    onSkip: ({ message }) => log.info(`The canary could not be evaluated at this time, and is observed further: ${message}`)
  });
  let blind = false;
  return {
    async judgeStep(candidates, { index, percent }, onWorse) {
      const watched = candidates.filter(({ plan }) => isJudged(plan)).flatMap(toWatched);
      const began = clock.now();
      if (blind || watched.length === 0) return await clock.sleep(stepInterval, signal);
      try {
        const { decision, last: look } = await watch2.step(watched, { index, percent, interval: stepInterval });
        if (decision === "proceed") return;
        const why = describeVerdict(look.verdict, look.observations, options.falseAlarmRate);
        if (decision === "proceed-with-warning") return log.warning(why);
        const failing = decisiveCandidate(candidates, look);
        if (failing) onWorse(failing.regional);
        throw new import_errors38.OutcomeError(why);
      } catch (error) {
        if (!(error instanceof import_errors38.CloudError) || options.explicit) throw error;
        blind = !(0, import_retry17.isTransient)(error);
        log.warning(
          `${blind ? "The rest of this canary" : `The step at ${percent} %`} is judged by its health checks alone: Cloud Monitoring cannot be read (${error.message}).`
        );
        await clock.sleep(Math.max(0, began + stepInterval - clock.now()), signal);
      } finally {
        const ms = clock.now() - began;
        for (const { regional } of candidates)
          events.push({ name: regional.name, kind: "phase", phase: `analysis ${percent} %`, ms });
        if (last) reportLook(candidates, last, events);
      }
    }
  };
}
function decisiveCandidate(candidates, look) {
  const [decisive = look.observations[0]] = decisiveObservations(look);
  return decisive && candidates.find((one) => isOf(one, decisive));
}
function reportLook(candidates, look, events) {
  const ordered = [...decisiveObservations(look), ...look.observations];
  for (const one of candidates) {
    const observation = ordered.find((observation2) => isOf(one, observation2));
    if (observation) events.push({ name: one.regional.name, kind: "judged", observation });
  }
}
var import_errors38, import_retry17, import_multi_region5, isJudged, toWatched, isOf;
var init_canary = __esm({
  "actions/deploy-run/release/canary.ts"() {
    "use strict";
    import_errors38 = __toESM(require_errors(), 1);
    import_retry17 = __toESM(require_retry(), 1);
    init_describe_evaluation();
    init_prepare_watch();
    init_silent_conditions();
    init_watch();
    init_rollout_plan();
    import_multi_region5 = __toESM(require_multi_region(), 1);
    isJudged = (plan) => plan.kind === "deploy" && plan.service.kind === "Service" && plan.candidate.kind !== "serving" && !isFirst(plan);
    toWatched = ({ regional: { service, region }, plan, revision }) => (0, import_multi_region5.serviceRegions)(region, plan.current).map((one) => ({
      service,
      region: one,
      candidate: revision,
      baseline: plan.baseline.map((share) => share.revision).filter((name) => name !== revision)
    }));
    isOf = ({ regional: { service, region }, plan, revision }, { watched }) => watched.candidate === revision && watched.service === service && (0, import_multi_region5.serviceRegions)(region, plan.current).includes(watched.region);
  }
});

// actions/deploy-run/canary/judge.ts
async function judgeCanary(found2, candidates, due, { context, clients }, events) {
  const { plan, at } = found2.canary;
  const unread = plan.layers.length - candidates.length;
  const { log, signal } = context;
  const clock = clients.googleClock;
  const judged = changed(candidates).map(toJudged).filter((one) => isJudged(one.plan));
  const shortest = Math.min(...plan.steps.slice(0, -1).map(({ ms }) => ms));
  if (judged.length === 0) return { kind: "unknown" };
  let look;
  try {
    const reading = { ...clients, log, clock, held: true, laterRuns: true };
    const prepared = await prepareWatch(plan.analysis, shortest, reading);
    if (!prepared) return { kind: "unknown" };
    const { options, timing } = prepared;
    const steps = plan.steps.length - 1;
    const watched = judged.flatMap(toWatched);
    const watch2 = createCanaryWatch({
      options,
      steps,
      candidates: watched.length + unread,
      timing,
      clock,
      signal,
      ...clients
    });
    const { percent, ms } = plan.steps[at.step];
    look = await watch2.look(watched, { index: at.step, percent, interval: ms }, spansOf(found2.canary));
  } catch (error) {
    if (!(error instanceof import_errors39.CloudError) || plan.analysis.explicit) throw error;
    const { message } = error;
    if ((0, import_retry18.isTransient)(error))
      return { kind: "unreadable", why: `Cloud Monitoring cannot be read at the moment (${message}).` };
    log.warning(`The canary is judged by its health checks alone: Cloud Monitoring cannot be read (${message}).`);
    return { kind: "unknown" };
  }
  for (const observation of look.observations) log.info(describeProgress(observation));
  reportLook(judged, look, events);
  const why = describeVerdict(look.verdict, look.observations, plan.analysis.falseAlarmRate);
  const failing = decisiveCandidate(judged, look)?.regional;
  if (look.verdict.kind === "worse") return { kind: "worse", why, failing };
  if (!due) return { kind: "good" };
  switch ((0, import_judge2.decideStep)(look.verdict, plan.analysis.onInconclusive, at.extended === true)) {
    case "restore":
      return { kind: "worse", why, failing };
    case "extend":
      return { kind: "extend", why };
    case "proceed-with-warning":
      log.warning(why);
      return { kind: "good" };
    case "proceed":
      return { kind: "good" };
  }
}
var import_errors39, import_retry18, import_judge2;
var init_judge = __esm({
  "actions/deploy-run/canary/judge.ts"() {
    "use strict";
    import_errors39 = __toESM(require_errors(), 1);
    import_retry18 = __toESM(require_retry(), 1);
    init_describe_evaluation();
    import_judge2 = __toESM(require_judge(), 1);
    init_prepare_watch();
    init_watch();
    init_long_canary();
    init_canary();
    init_phases();
  }
});

// actions/deploy-run/job/extra-time.ts
function inExtraTime({ context, inputs }) {
  if (!context.signal.aborted) return (regional) => regional;
  const own = extraTime(context, inputs, "Recording the release");
  return (regional) => withClients({ ...regional, context: own.context }, own.clients);
}
var withServices;
var init_extra_time = __esm({
  "actions/deploy-run/job/extra-time.ts"() {
    "use strict";
    init_clients();
    init_regional_service();
    withServices = (candidates, change) => candidates.map((candidate) => {
      const { planned } = candidate.progress;
      const own = { ...planned, regional: change(planned.regional) };
      return { ...candidate, progress: { ...candidate.progress, planned: own } };
    });
  }
});

// actions/deploy-run/job/left-state.ts
function readLeft(context, name, valid) {
  const text = context.state(name);
  if (text === "") return void 0;
  try {
    const value = JSON.parse(text);
    if (valid(value)) return value;
  } catch {
  }
  context.log.warning(`State ${name} is not what this step saved, so it is ignored: ${text}`);
  return void 0;
}
var init_left_state = __esm({
  "actions/deploy-run/job/left-state.ts"() {
    "use strict";
  }
});

// shared:google-auth-library
var require_google_auth_library = __commonJS({
  "shared:google-auth-library"(exports2, module2) {
    module2.exports = require("../shared/google-auth.cjs")["google-auth-library"];
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
      return await (0, import_interruption4.orAborted)(work2, signal);
    } catch (error) {
      throw signal.aborted ? (0, import_interruption4.interrupted)(signal, facts.resource, last) : error;
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
  return await (0, import_retry19.retry)(work, { clock, signal, resource, until: end, mayPass: (error) => reads && (0, import_retry19.isTransient)(error) });
}
function toCloudError(facts, error, member) {
  if (error instanceof import_errors40.CloudError) return error;
  if (error instanceof import_errors40.InputError) throw error;
  const unusable = (0, import_auth_transport.transportError)(error);
  if (unusable) return (0, import_invalid_response3.about)(facts.resource, unusable, error);
  const { code: code7, httpStatusCode } = error;
  const canonical2 = typeof code7 === "number" ? CODES[code7] : void 0;
  if (!canonical2) throw error;
  const status = httpStatusCode ?? canonical2[1];
  return (0, import_cloud_error.cloudError)(facts, { status, body: bodyOf(error), code: canonical2[0], member, cause: error });
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
var import_google_auth_library, import_errors40, import_interruption4, import_retry19, import_cloud_error, import_error_body, import_auth_transport, import_invalid_response3, once, CODES, READ_DEADLINE, RAW;
var init_clients2 = __esm({
  "src/google/run/clients.ts"() {
    "use strict";
    import_google_auth_library = __toESM(require_google_auth_library(), 1);
    import_errors40 = __toESM(require_errors(), 1);
    import_interruption4 = __toESM(require_interruption(), 1);
    import_retry19 = __toESM(require_retry(), 1);
    import_cloud_error = __toESM(require_cloud_error(), 1);
    import_error_body = __toESM(require_error_body(), 1);
    import_auth_transport = __toESM(require_auth_transport(), 1);
    import_invalid_response3 = __toESM(require_invalid_response(), 1);
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
function isExecutionName(text) {
  const [job, id = "", ...rest] = typeof text === "string" ? text.split("/executions/") : [];
  return isJobName(job) && /^[a-z0-9-]+$/.test(id) && rest.length === 0;
}
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
      const found2 = await (0, import_not_found10.absent)(
        called(caller, reading(name, "run.executions.get"), async () => await client.getExecution({ name }, once()))
      );
      return found2 && toState(found2[0]);
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
      const [found2] = await called(
        caller,
        reading(name, "run.tasks.list"),
        async () => await tasks.listTasks({ parent: name, pageSize: 100 }, { ...once(), autoPaginate: false })
      );
      return found2.flatMap(
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
var import_not_found10, JOB_NAME, isJobName, READ_DEADLINE2;
var init_executions = __esm({
  "src/google/run/executions.ts"() {
    "use strict";
    import_not_found10 = __toESM(require_not_found(), 1);
    init_clients2();
    JOB_NAME = /^projects\/[\w.:-]+\/locations\/[a-z0-9-]+\/jobs\/[a-z0-9-]+$/;
    isJobName = (text) => typeof text === "string" && JOB_NAME.test(text);
    READ_DEADLINE2 = 12e4;
  }
});

// actions/deploy-run/job/running-executions.ts
async function startNoted(step, job, start) {
  const { runningExecutions } = step;
  runningExecutions.add(job);
  save(step);
  try {
    const execution = await start();
    runningExecutions.add(execution);
    return execution;
  } finally {
    runningExecutions.delete(job);
    save(step);
  }
}
function noteEnded(step, execution) {
  step.runningExecutions.delete(execution);
  save(step);
}
async function cancelRunning(step) {
  const { context, inputs, runningExecutions } = step;
  if (runningExecutions.size === 0) return;
  if (await cancelAll([...runningExecutions], context, inputs)) context.saveState(EXECUTIONS_STATE, "");
}
async function cancelLeft(inputs, context) {
  const names = readLeft(context, EXECUTIONS_STATE, areNames);
  if (names) await cancelAll(names, context, inputs);
}
async function cancelAll(names, context, inputs) {
  const own = extraTime(context, inputs, "Cancelling the jobs");
  const executions = executionsOf(own.clients.cloud, own.context);
  const results = await Promise.all(
    names.map(async (name) => {
      if (!name.includes("/executions/")) {
        warnOfStart(name, context.log);
        return true;
      }
      try {
        await executions.cancel(name);
        context.log.warning(`The execution ${name} is being cancelled.`);
        return true;
      } catch (error) {
        if (error instanceof import_errors41.CloudError && (error.status === 404 || error.code === "FAILED_PRECONDITION")) return true;
        const why = error instanceof import_errors41.CloudError ? (0, import_report2.describeCloudError)(error) : error.message;
        context.log.warning(
          `The execution ${name} could not be cancelled and may still be running: ${why} ${howToCancel(name)}`
        );
        return false;
      }
    })
  );
  return results.every(Boolean);
}
function warnOfStart(name, log) {
  const [, project = "", , region = "", , job = ""] = name.split("/");
  log.warning(
    `An execution of the job ${job} in ${region} may be running: the request that starts it got no response. List its executions with: gcloud run jobs executions list --job ${job} --region ${region} --project ${project}`
  );
}
function howToCancel(name) {
  const [, project = "", , region = "", , , , id = ""] = name.split("/");
  return `Cancel it with: gcloud run jobs executions cancel ${id} --region ${region} --project ${project}`;
}
var import_errors41, import_report2, EXECUTIONS_STATE, jobsOf, executionsOf, save, areNames;
var init_running_executions = __esm({
  "actions/deploy-run/job/running-executions.ts"() {
    "use strict";
    init_executions();
    init_jobs();
    import_errors41 = __toESM(require_errors(), 1);
    import_report2 = __toESM(require_report(), 1);
    init_clients();
    init_left_state();
    EXECUTIONS_STATE = "executions";
    jobsOf = ({ http, endpoints }) => createJobs(http, endpoints.run);
    executionsOf = ({ http, auth, endpoints }, waiting) => createExecutions(http, { ...waiting, auth }, endpoints.run);
    save = ({ context, runningExecutions }) => context.saveState(EXECUTIONS_STATE, runningExecutions.size > 0 ? [...runningExecutions] : "");
    areNames = (value) => Array.isArray(value) && value.every((name) => isJobName(name) || isExecutionName(name));
  }
});

// actions/deploy-run/release/end-release.ts
function saveRolloutState(context, id, services, { committing = false, undo } = {}) {
  const several = services.length > 1;
  const state = {
    id,
    sites: services.map(({ regional: { kind, region, service }, layer }) => ({
      kind,
      region,
      service,
      ...several && { layer }
    })),
    ...committing && { committing },
    ...undo && { undo }
  };
  context.saveState(ROLLOUT_STATE, state);
}
function describeEnded(members) {
  const unserved = members.flatMap((member) => member.unserved ?? []);
  const others = members.flatMap(({ sentence, unserved: one }) => sentence === "" || one ? [] : [sentence]);
  return unserved.length > 0 ? [...others, nothingBefore(unserved)] : others;
}
function nothingBefore(places) {
  const stay = places.length === 1 ? "revision stays, with the access it was" : "revisions stay, with the access they were";
  return `Nothing served ${places.join(", ")} before, so there is nothing to restore. The new ${stay} created with.`;
}
async function endRelease(context, inputs, id, services, { mayBeCommitted, undo, again }) {
  const { context: own, clients } = extraTime(context, inputs, "Restoring the traffic");
  const members = services.map((service) => ({
    ...service,
    regional: withClients({ ...service.regional, context: own }, clients)
  }));
  const layers = [];
  for (const { regional, layer } of members) layers[layer] = [...layers[layer] ?? [], regional];
  const { decision, members: outcomes } = await conclude(
    id,
    members.map(({ regional }) => regional),
    { layers: layers.filter(Boolean), mayBeCommitted, undo }
  );
  const ended = members.map(({ regional, before }) => {
    const outcome = outcomes.find((one) => one.regional === regional);
    return { name: regional.name, ...describeOutcome(outcome, before, { log: context.log, again }) };
  });
  return {
    committed: decision === "committed",
    complete: outcomes.every(({ kind }) => kind !== "failed" && kind !== "left"),
    members: ended
  };
}
function describeOutcome(outcome, before, { log, again }) {
  const { regional } = outcome;
  const where = `${regional.service} in ${regional.region}`;
  switch (outcome.kind) {
    case "restored":
      return { shares: outcome.shares, sentence: `${describeServing(outcome.shares, regional)} as before.` };
    case "finished":
      return {
        shares: outcome.shares,
        sentence: `The release was committed: ${describeServing(outcome.shares, regional)}.`
      };
    case "nothing-before":
      return {
        shares: outcome.shares,
        sentence: nothingBefore([where]),
        unserved: where
      };
    case "not-ours":
      return { shares: outcome.shares, sentence: `${describeServing(outcome.shares, regional)}.` };
    case "left":
    case "failed": {
      const what = outcome.kind === "left" ? `It is unknown whether the release was committed, so ${where} was not changed:` : `The traffic of ${where} could not be restored:`;
      const { error } = outcome;
      const why = error instanceof import_errors42.CloudError ? (0, import_report3.describeCloudError)(error) : error.message.replace(/\.?$/, ".");
      const message = `${what} ${why}`;
      log.error(message);
      const known = before ? `; before this step it was ${listShares(before)}` : "";
      return { shares: void 0, sentence: `${message} Which revision serves ${where} is unknown${known}. ${again}` };
    }
  }
}
async function post(inputs, context) {
  if (!inputs) return;
  try {
    await endLeft(inputs, context);
  } finally {
    await cancelLeft(inputs, context);
  }
}
async function endLeft(inputs, context) {
  const left = readLeft(context, ROLLOUT_STATE, isRolloutState);
  if (!left) return;
  const { id, sites, committing = false, undo } = left;
  const timed2 = withDeadline(context, inputs.rollout.timeout);
  const clients = createClients(timed2, inputs, timed2.signal);
  const all = sites.map(({ kind, region, service, layer = 0 }) => ({
    regional: createRegionalService({ context: timed2, clients, kind, project: inputs.project, region, service }),
    layer,
    before: void 0
  }));
  const [lead] = all;
  if (lead && canaryOn(await lead.regional.api.get(lead.regional.name), id)) return;
  const options = { mayBeCommitted: committing, undo, again: "Check it in the console now." };
  for (const sentence of describeEnded((await endRelease(timed2, inputs, id, all, options)).members))
    context.log.notice(sentence);
}
var import_errors42, import_report3, ROLLOUT_STATE, clearRolloutState, leftWork, isRolloutState;
var init_end_release = __esm({
  "actions/deploy-run/release/end-release.ts"() {
    "use strict";
    import_errors42 = __toESM(require_errors(), 1);
    import_report3 = __toESM(require_report(), 1);
    init_time_limit();
    init_left_state();
    init_running_executions();
    init_records();
    init_long_canary();
    init_undo();
    init_clients();
    init_regional_service();
    init_finish_or_restore();
    ROLLOUT_STATE = "rollout";
    clearRolloutState = (context) => context.saveState(ROLLOUT_STATE, "");
    leftWork = (context) => [ROLLOUT_STATE, EXECUTIONS_STATE].some((name) => context.state(name) !== "");
    isRolloutState = (value) => {
      const { id, sites, undo } = value ?? {};
      const isName = (text) => typeof text === "string" && /^[a-z0-9-]+$/.test(text);
      const isKind = (kind) => kind === "Service" || kind === "WorkerPool";
      return typeof id === "string" && (undo === void 0 || isRollbackUndo(undo)) && Array.isArray(sites) && sites.every((site) => isKind(site?.kind) && isName(site?.region) && isName(site?.service));
    };
  }
});

// actions/deploy-run/canary/canary-move.ts
var sameState;
var init_canary_move = __esm({
  "actions/deploy-run/canary/canary-move.ts"() {
    "use strict";
    sameState = (a, b) => a?.step === b.step && a.since === b.since && a.extended === b.extended && a.jobs?.ended === b.jobs?.ended;
  }
});

// actions/deploy-run/job/execute-job.ts
function jobClients({ clients: { cloud }, context, signal }) {
  return { jobs: jobsOf(cloud), executions: executionsOf(cloud, { clock: context.clock, signal }) };
}
async function executeJob(name, step, { overrides = [], continues = false } = {}) {
  const { context } = step;
  const { executions } = jobClients(step);
  const { clock, signal } = context;
  const start = () => startJob(name, overrides, step);
  const execution = await (continues ? start() : startNoted(step, name, start));
  context.log.info(`Running ${execution}.`);
  const look = async () => {
    const found2 = await executions.get(execution);
    if (!found2) throw new import_errors43.OutcomeError(`The execution ${execution} was deleted.`);
    return found2.ended ? found2 : void 0;
  };
  let ended;
  try {
    ended = await (0, import_retry20.poll)(look, { clock, signal, first: 300 });
  } catch (error) {
    if (continues && !(error instanceof import_errors43.OutcomeError))
      context.log.warning(`The execution ${execution} is still running. ${howToCancel(execution)}`);
    if (!(signal.reason instanceof import_errors43.TimedOutError)) throw error;
    throw new import_errors43.OutcomeError(
      `The execution ${execution} timed out after ${describeTimeout(context)}.${continues ? " It is still running." : ""}`
    );
  }
  if (!continues) noteEnded(step, execution);
  await reportExecution(execution, ended, step);
}
async function startJob(name, overrides, step) {
  try {
    return await jobClients(step).jobs.run(name, void 0, overrides);
  } catch (error) {
    if (!wasRefused(error)) warnOfStart(name, step.context.log);
    throw error;
  }
}
async function reportExecution(name, execution, { clients, context }) {
  const { taskCount, succeeded, failed, cancelled, completed } = execution;
  const id = name.split("/").at(-1) ?? "";
  const counts = `${succeeded} of ${taskCount} tasks succeeded, ${failed} failed, ${cancelled} were cancelled`;
  context.summary.paragraph(import_summary2.md`${(0, import_summary2.code)(id)}: ${(0, import_summary2.plain)(counts)}.`);
  const good = succeeded === taskCount && failed === 0 && cancelled === 0;
  if (good && completed?.state === "CONDITION_SUCCEEDED") return context.log.info(`${counts}.`);
  const lines = await clients.logs.tail(executionFilter(name), 20).catch(() => []);
  if (lines.length > 0)
    await context.log.group(
      `The last log lines of ${id}`,
      async () => context.log.output(lines.map(({ text }) => text).join("\n"))
    );
  const logs = lines.length === 0 && execution.logUri ? `Its log: ${execution.logUri}` : "";
  const sentences2 = [`The execution ${id} failed: ${counts}.`, completed?.message ?? "", logs];
  throw new import_errors43.OutcomeError(sentences2.filter(Boolean).join(" "));
}
function overridesOf(job, variables) {
  const env = [...variables].map(([name, value]) => ({ name, value }));
  const containers = job?.template?.template?.containers ?? [{}];
  return env.length === 0 ? [] : containers.map((container) => ({ container: container.name, env }));
}
var import_errors43, import_retry20, import_summary2, wasRefused;
var init_execute_job = __esm({
  "actions/deploy-run/job/execute-job.ts"() {
    "use strict";
    init_logging();
    import_errors43 = __toESM(require_errors(), 1);
    import_retry20 = __toESM(require_retry(), 1);
    import_summary2 = __toESM(require_summary(), 1);
    init_time_limit();
    init_running_executions();
    wasRefused = (error) => error instanceof import_errors43.CloudError && error.status >= 400 && error.status < 500 && error.status !== 408;
  }
});

// shared:src/container/image-repositories.ts
var require_image_repositories = __commonJS({
  "shared:src/container/image-repositories.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/image-repositories.ts"];
  }
});

// src/google/run/hiding-mounts.ts
function hidingMounts(template, before) {
  return (template.containers ?? []).flatMap((container, i) => {
    const known = before?.containers?.[i]?.volumeMounts?.map(({ mountPath }) => mountPath);
    return (container.volumeMounts ?? []).flatMap(({ name = "", mountPath = "", subPath }) => {
      const folder = mountPath.replace(/(?<=.)\/+$/, "");
      if (known?.includes(mountPath) || subPath !== void 0 || !(FILLED.test(folder) || holdsProgram(folder, container)))
        return [];
      const volume = template.volumes?.find((one) => one.name === name);
      const what = volume?.secret ? "a secret" : `the volume ${name}`;
      const whose = container.name ? ` of the container ${container.name}` : "";
      return `${folder}${whose} gets ${what}, which hides all files that the image has there. Use a separate folder, such as /secrets/${folder.split("/").at(-1)}.`;
    });
  });
}
var FILLED, holdsProgram;
var init_hiding_mounts = __esm({
  "src/google/run/hiding-mounts.ts"() {
    "use strict";
    FILLED = /^\/(?:app|bin|boot|code|etc|home|lib|lib32|lib64|opt|root|run|sbin|srv|usr|var|workspace)$|^\/(?:usr\/(?:bin|lib|local|local\/(?:bin|etc|lib|share)|sbin|share|src|src\/app)|var\/(?:lib|www|www\/html)|etc\/(?:nginx|ssl|ssl\/certs)|home\/\w+)$/;
    holdsProgram = (folder, { command: [program = ""] = [], workingDir = "" }) => [program, `${workingDir}/`].some((path) => path.startsWith(`${folder}/`));
  }
});

// shared:src/manifest/image.ts
var require_image = __commonJS({
  "shared:src/manifest/image.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/manifest/image.ts"];
  }
});

// src/manifest/violations.ts
function fieldPath(field) {
  const all = field.replace(/^Violation in /, "").split(".");
  const resource = all.findIndex((part) => ["service", "job", "worker_pool"].includes(part));
  return all.slice(resource + 1).flatMap((part) => {
    const [, name = part, indices = ""] = /^([^[]*)((?:\[[^\]]*\])*)$/.exec(part) ?? [];
    const camel = name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    return [camel, ...[...indices.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index))];
  });
}
function violationProblems(subject, error, locate) {
  const refusal3 = "Cloud Run refuses this configuration.";
  if (error.fields.length === 0 || !locate) return [{ subject, message: `${refusal3} ${error.message}` }];
  return error.fields.map(({ field, description }) => ({
    subject,
    message: `${refusal3} ${field}: ${description}`,
    location: locate(fieldPath(field))
  }));
}
var init_violations = __esm({
  "src/manifest/violations.ts"() {
    "use strict";
  }
});

// shared:src/container/pinned-reference.ts
var require_pinned_reference = __commonJS({
  "shared:src/container/pinned-reference.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/pinned-reference.ts"];
  }
});

// actions/deploy-run/job/as-it-runs.ts
async function asItRuns(job, { inputs, clients }) {
  const copy = structuredClone(job);
  const task = copy.template?.template ?? {};
  const secrets = secretReferences(task, inputs.project).map(async ({ secret, version, resolve: resolve2 }) => {
    if (/^\d+$/.test(version)) return;
    const found2 = await clients.secrets.version(secret, version).catch(() => void 0);
    if (found2) resolve2(found2.version);
  });
  const images = (task.containers ?? []).map(async (container) => {
    const pinned = await (0, import_pinned_reference.pinnedReference)(container.image ?? "", clients);
    if (pinned !== void 0) container.image = pinned;
  });
  await Promise.all([...secrets, ...images]);
  return copy;
}
var import_pinned_reference;
var init_as_it_runs = __esm({
  "actions/deploy-run/job/as-it-runs.ts"() {
    "use strict";
    import_pinned_reference = __toESM(require_pinned_reference(), 1);
    init_secret_versions();
  }
});

// actions/deploy-run/job/write-job.ts
async function resolveJob({ region, manifest }, request, step) {
  const wanted = withImages(manifest.resource, request.images);
  const { template } = await resolveSecrets(wanted.template?.template ?? {}, {
    manager: step.clients.secrets,
    project: step.inputs.project,
    mode: request.secretsLatest,
    log: step.context.log,
    locate: (path) => manifest.locate(["template", "template", ...path])
  });
  await findImages(step.clients.registry, template, region);
  await checkProvenance(step, template);
  return { ...wanted, template: { ...wanted.template, template } };
}
function withVariables(job, env) {
  const template = job.template?.template ?? {};
  const containers = withEnv(template.containers, env);
  return { ...job, template: { ...job.template, template: { ...template, ...containers && { containers } } } };
}
function withEnv(all, env) {
  return all?.map((container) => {
    const given = container.env ?? [];
    const missing = [...env].filter(([name]) => given.every((entry) => entry.name !== name));
    return missing.length === 0 ? container : { ...container, env: [...given, ...missing.map(([name, value]) => ({ name, value }))] };
  });
}
async function writeJob(name, wanted, {
  imageRepositories,
  jobs,
  manifest,
  onRead
}, step) {
  const { inputs, context } = step;
  const { clock, signal } = context;
  let write3;
  const attempt = async () => {
    const current = await jobs.get(name);
    if (!write3) onRead?.();
    const next = desiredJob(current, wanted, inputs.commit);
    (0, import_image_repositories.checkContainerImages)((0, import_image.containersOf)(next), imageRepositories, context.log);
    if (!write3) {
      const changes = changesOf(current, next);
      write3 = { changes, changed: await changesExecutions(changes, { current, next }, step) };
      for (const { field, before, after: after2 } of changes)
        context.log.info(`  ${field}: ${before || "\u2013"} \u2192 ${after2 || "\u2013"}`);
      const mounts = hidingMounts(next.template?.template ?? {}, current?.template?.template);
      for (const warning of mounts) context.log.warning(warning);
    }
    if (current && JSON.stringify(current) === JSON.stringify(next))
      return context.log.info(`The job ${name} already matches the manifest.`);
    const operation = await jobs[current ? "update" : "create"](name, next, inputs.dryRun).catch((error) => {
      if (!(error instanceof import_errors44.CloudError && error.status === 400)) throw error;
      throw new import_errors44.InputError(violationProblems(`Job ${manifest.name}`, error, manifest.locate));
    });
    if (!inputs.dryRun) await waitForOperation(name, operation, step);
  };
  await (0, import_retry21.retry)(attempt, { clock, signal, mayPass: mayWriteAgain, attempts: 6, resource: `job ${name}` });
  return write3 ?? { changes: [], changed: false };
}
async function changesExecutions(changes, { current, next }, step) {
  const own = changes.filter(({ field }) => field !== MANAGED);
  if (own.length === 0 || !current) return own.length > 0;
  const real = new Set(changesOf(await asItRuns(current, step), next).map(({ field }) => field));
  return own.some(({ field }) => real.has(field));
}
function desiredJob(current, wanted, commit2) {
  const named4 = (0, import_annotations12.namedBefore)(current);
  const merged = merge(current ?? {}, wanted, named4);
  return {
    ...merged,
    labels: { ...merged.labels, ...MANAGED_BY, [import_annotations12.COMMIT_LABEL]: commit2 },
    annotations: { ...merged.annotations, [import_annotations12.NAMED_ANNOTATION]: JSON.stringify(namedPaths(wanted)) }
  };
}
async function waitForOperation(name, operation, { context, clients }) {
  const { clock, signal, deadline } = context;
  const look = async () => {
    const found2 = await clients.operations.get(operation.name ?? "");
    if (found2?.error) throw new import_errors44.OutcomeError(`The job ${name} is not ready: ${found2.error.message}`);
    return !found2 || found2.done ? { found: found2 } : void 0;
  };
  if (await (0, import_retry21.poll)(look, { clock, signal, until: deadline, first: 200 })) return;
  throw new import_errors44.OutcomeError(`The job ${name} was not ready within ${describeTimeout(context)}.`);
}
var import_image_repositories, import_image, import_manifest6, import_annotations12, import_errors44, import_retry21, fullJobName, MANAGED, mayWriteAgain, changesOf;
var init_write_job = __esm({
  "actions/deploy-run/job/write-job.ts"() {
    "use strict";
    import_image_repositories = __toESM(require_image_repositories(), 1);
    init_hiding_mounts();
    init_secret_versions();
    import_image = __toESM(require_image(), 1);
    import_manifest6 = __toESM(require_manifest(), 1);
    init_merge();
    init_violations();
    import_annotations12 = __toESM(require_annotations(), 1);
    import_errors44 = __toESM(require_errors(), 1);
    import_retry21 = __toESM(require_retry(), 1);
    init_time_limit();
    init_desired_service();
    init_records();
    init_images();
    init_provenance();
    init_as_it_runs();
    fullJobName = ({ inputs }, region, job) => `projects/${inputs.project}/locations/${region}/jobs/${job}`;
    MANAGED = "metadata.labels.managed-by";
    mayWriteAgain = (error) => error instanceof import_errors44.CloudError && (error.status === 409 || error.status === 0 || error.status >= 500);
    changesOf = (current, next) => (0, import_manifest6.differences)("Job", current, next).filter(({ field }) => !field.endsWith(`labels.${import_annotations12.COMMIT_LABEL}`));
  }
});

// actions/deploy-run/job/later-job.ts
async function planLaterJob({ region, manifest, judged }, request, step) {
  for (const note of judged) step.context.log.notice(note);
  const name = fullJobName(step, region, manifest.name);
  const resource = await resolveJob({ region, manifest }, request, step);
  const dry = { ...step, inputs: { ...step.inputs, dryRun: true } };
  await writeJob(name, resource, { ...request, jobs: jobClients(step).jobs, manifest }, dry);
  return { name, resource, execute: request.execute };
}
async function runPlannedJob({ name, resource, execute }, variables, step) {
  const { jobs } = jobClients(step);
  const [, , , region = "", , job = ""] = name.split("/");
  step.context.summary.heading(import_summary3.md`Job: ${(0, import_summary3.plain)(job)} in ${(0, import_summary3.plain)(region)}`);
  if (resource) {
    const manifest = { name: job, locate: () => ({ file: "" }) };
    await writeJob(name, withVariables(resource, variables), { imageRepositories: JUDGED, jobs, manifest }, step);
  }
  if (execute)
    await executeJob(name, step, { overrides: resource ? [] : overridesOf(await jobs.get(name), variables) });
}
var import_summary3, JUDGED;
var init_later_job = __esm({
  "actions/deploy-run/job/later-job.ts"() {
    "use strict";
    import_summary3 = __toESM(require_summary(), 1);
    init_execute_job();
    init_write_job();
    JUDGED = { allowed: [], scope: "all" };
  }
});

// src/records/preview-names.ts
var urlVariable;
var init_preview_names = __esm({
  "src/records/preview-names.ts"() {
    "use strict";
    urlVariable = (name) => `URL_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
  }
});

// src/google/project-number.ts
async function readProjectNumber({ http, endpoints }, project) {
  const { name = "" } = await http.json({
    method: "GET",
    url: `${endpoints.cloudresourcemanager}/v3/projects/${project}`,
    resource: `project ${project}`,
    // The number is optional for the caller.
    attemptTimeout: 5e3,
    deadline: 1e4,
    permission: "resourcemanager.projects.get",
    role: "roles/browser"
  });
  return name.replace("projects/", "");
}
async function checkNamespace({ namespace, kind, name }, { project, region }, cloud, log) {
  if (!namespace) return;
  const live = kind === "Service" ? await numberOfService(cloud, `projects/${project}/locations/${region}/services/${name}`) : void 0;
  const number = live ?? await readProjectNumber(cloud, project).catch(warnOfUnknown);
  if (number !== void 0) requireNamespaceOf({ namespace }, project, number);
  function warnOfUnknown(error) {
    if (!(error instanceof import_errors45.CloudError)) throw error;
    log.warning(
      `metadata.namespace: ${namespace?.number} was not compared with the number of ${project}, which could not be read: ${error.message}. Remove metadata.namespace, or write the project's id instead.`,
      namespace?.location
    );
  }
}
function requireNamespaceOf({ namespace }, project, number) {
  if (!namespace || number === namespace.number) return;
  throw new import_errors45.InputError([
    {
      subject: "metadata.namespace",
      message: `is ${namespace.number}, but the number of the project to deploy to, ${project}, is ${number}. Remove it, or use the same value.`,
      location: namespace.location
    }
  ]);
}
async function numberOfService({ http, endpoints }, name) {
  const service = await createServices(http, endpoints.run).get(name).catch((error) => {
    if (error instanceof import_errors45.CloudError) return void 0;
    throw error;
  });
  const [, , , region = "", , short = ""] = name.split("/");
  const prefix = `${short}-`;
  for (const url of service?.urls ?? []) {
    const [host = "", at = ""] = new URL(url).hostname.split(/\.(.*)/s);
    const number = host.startsWith(prefix) ? host.slice(prefix.length) : "";
    if (/^\d+$/.test(number) && at.startsWith(`${region}.run.`)) return number;
  }
  return void 0;
}
var import_errors45;
var init_project_number = __esm({
  "src/google/project-number.ts"() {
    "use strict";
    import_errors45 = __toESM(require_errors(), 1);
    init_services();
  }
});

// shared:src/policy/pinned-images.ts
var require_pinned_images = __commonJS({
  "shared:src/policy/pinned-images.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/policy/pinned-images.ts"];
  }
});

// actions/deploy-run/plan/preview-links.ts
function linksIn({ source }, resource) {
  const values = [
    ...source.from === "service" ? source.env.values() : [],
    ...(resource?.template?.containers ?? []).flatMap(({ env = [] }) => env.flatMap(({ value }) => value ?? []))
  ];
  return [...new Set(values.flatMap((value) => [...value.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "")))];
}
function fill(value, urls, region) {
  return value.replaceAll(PLACEHOLDER, (whole, name) => {
    const known = urls.get(name);
    return known?.get(region) ?? known?.values().next().value ?? whole;
  });
}
function linkedRequest(request, urls, region) {
  const { source } = request;
  if (source.from !== "service") return request;
  const env = new Map([...source.env].map(([name, value]) => [name, fill(value, urls, region)]));
  return { ...request, source: { ...source, env } };
}
function linkedResource(resource, urls, region) {
  const copy = structuredClone(resource);
  for (const { env = [] } of copy.template?.containers ?? [])
    for (const variable of env) if (variable.value) variable.value = fill(variable.value, urls, region);
  return copy;
}
function urlOfTag(service, tag) {
  const { uri } = service;
  return tagUrl(service, tag) ?? uri?.replace("://", `://${tag}---`);
}
function checkLinks(services, known) {
  const all = new Set(services.flatMap(({ names }) => names));
  const unknown = services.flatMap(
    ({ label, links }) => links.filter((link6) => !all.has(link6)).map((link6) => ({ label, link: link6 }))
  );
  if (unknown.length > 0)
    throw new import_errors46.InputError(
      unknown.map(({ label, link: link6 }) => ({
        subject: "Input services",
        message: `${label} uses \${${link6}}, and the preview has no such service. There are ${[...all].join(", ")}.`
      }))
    );
  const done = new Set(known);
  let left = [...services];
  for (; ; ) {
    const ready = left.filter(({ links }) => links.every((link6) => done.has(link6)));
    if (ready.length === 0) break;
    for (const { names } of ready) for (const name of names) done.add(name);
    left = left.filter((one) => !ready.includes(one));
  }
  if (left.length === 0) return;
  throw new import_errors46.InputError([
    {
      subject: "Input services",
      message: `${left.map(({ label }) => label).join(" and ")} need each other's URLs, and a service has one only once it exists. Nothing was changed. Create one of them first, with any image, for instance with gcloud run deploy ${left[0]?.label} --image=us-docker.pkg.dev/cloudrun/container/hello.`
    }
  ]);
}
var import_errors46, PLACEHOLDER, namesOf;
var init_preview_links = __esm({
  "actions/deploy-run/plan/preview-links.ts"() {
    "use strict";
    init_preview_names();
    import_errors46 = __toESM(require_errors(), 1);
    init_traffic();
    PLACEHOLDER = /\$\{(URL_[A-Z0-9_]+)\}/g;
    namesOf = ({ alias, service }) => [
      .../* @__PURE__ */ new Set([...alias === void 0 ? [] : [urlVariable(alias)], urlVariable(service)])
    ];
  }
});

// actions/deploy-run/plan/release/target.ts
function planReleaseRollback(members, to, onUnknown = "refuse", chosen = NONE) {
  const known = combinations(members);
  const without2 = ({ revisions }) => members.filter(({ key }) => !revisions.has(key));
  const whole = known.filter((one) => without2(one).length === 0);
  const older = known.filter((one) => {
    const missing2 = without2(one);
    return missing2.length < members.length && missing2.every(({ service }) => isNewerThan(one, service));
  });
  const find = (among) => withAll(among, chosen) ?? (to === "previous" ? previous2(among, members) : named3(among, to));
  const found2 = find(onUnknown === "warn" ? older : whole);
  if (found2) return new Map(members.map(({ key }) => [key, found2.revisions.get(key)]));
  if (to === "previous" && onUnknown === "warn") return /* @__PURE__ */ new Map();
  const partly = find(older) ?? (to === "previous" ? void 0 : named3(known, to));
  const missing = partly && without2(partly).map(({ key }) => describeMember(key));
  const isNewer = partly !== void 0 && older.includes(partly);
  const why = missing ? `the release ${to === "previous" ? "before" : to} did not have ${missing.join(", ")}, so this combination never ran. ${isNewer ? "To roll back the others and leave that as it is, set on-unknown-combination: warn." : "Roll back the other services alone, or roll forward."}` : to === "previous" ? "no earlier combination of these services is recorded." : `no combination of these services ran as ${to}. Use previous, the id of a release, or a commit.`;
  const choices = whole.flatMap(
    ({ id, commit: commit2, withdrawn }) => id && !withdrawn ? [`${id}${commit2 ? ` (${(0, import_commit9.shortCommit)(commit2)})` : ""}`] : []
  ).slice(0, 5);
  throw new import_errors47.InputError([
    { subject: "Input rollback-to", message: `${why}${choices.length > 0 ? ` Recorded: ${choices.join(", ")}.` : ""}` }
  ]);
}
function isNewerThan({ isLater }, service) {
  const releases = releasesOf(service);
  return releases.length > 0 && releases.length < KEPT_RELEASES && releases.every(isLater);
}
function withAll(whole, wanted) {
  if (wanted.size === 0) return void 0;
  return whole.find(({ revisions }) => [...wanted].every(([key, revision]) => revisions.get(key) === revision));
}
function previous2(whole, members) {
  const current = new Map(members.map(({ key, service }) => [key, serving(service)[0]?.revision]));
  const same = ({ revisions }) => members.every(({ key }) => (revisions.get(key) ?? current.get(key)) === current.get(key));
  const position = whole.findIndex(same);
  return whole.slice(position + 1).find((one) => !one.withdrawn && !same(one));
}
function named3(known, to) {
  const matching = known.filter(({ id, commit: commit2 }) => id === to || (0, import_commit9.isCommitPrefix)(to) && commit2?.startsWith(to));
  return matching.find(({ withdrawn }) => !withdrawn) ?? matching[0];
}
function combinations(members) {
  const stored = members.flatMap(({ service }) => releasesOf(service).filter((entry) => entry.members));
  const derived = releasesOf(members[0]?.service).filter((entry) => !entry.members);
  const all = [...stored, ...derived].sort((a, b) => a.at < b.at ? 1 : -1);
  const withdrawn = new Set(
    members.flatMap(
      ({ service }) => releasesOf(service).flatMap((one) => one.withdrawn && one.rollout ? [one.rollout] : [])
    )
  );
  return all.flatMap((entry) => entry.members ? ofRelease(entry, entry.members) : together(entry, members)).map((one) => one.id !== void 0 && withdrawn.has(one.id) ? { ...one, withdrawn: true } : one);
}
function ofRelease({ rollout: id, commit: commit2, withdrawn, at }, recorded) {
  const entries = Object.entries(recorded);
  const revisions = new Map(entries.map(([key, { revision }]) => [key, revision]));
  const before = new Map(
    entries.flatMap(([key, one]) => one.before === void 0 ? [] : [[key, one.before]])
  );
  const after2 = (release) => release.at > at;
  return [
    { id, commit: commit2, revisions, withdrawn: withdrawn !== void 0, isLater: after2 },
    {
      id: void 0,
      commit: void 0,
      revisions: before,
      withdrawn: false,
      isLater: (release) => release.rollout === id || after2(release)
    }
  ];
}
function together(entry, members) {
  const revisions = /* @__PURE__ */ new Map();
  for (const { key, service } of members) {
    const releases = releasesOf(service);
    const same = releases.findLast(({ rollout }) => rollout === entry.rollout) ?? releases.findLast(({ commit: commit3, withdrawn: withdrawn2 }) => commit3 === entry.commit && withdrawn2 === void 0);
    if (same) revisions.set(key, same.revision);
  }
  const { rollout: id, commit: commit2, withdrawn, at } = entry;
  return [{ id, commit: commit2, revisions, withdrawn: withdrawn !== void 0, isLater: (release) => release.at > at }];
}
var import_commit9, import_errors47, NONE;
var init_target = __esm({
  "actions/deploy-run/plan/release/target.ts"() {
    "use strict";
    import_commit9 = __toESM(require_commit(), 1);
    import_errors47 = __toESM(require_errors(), 1);
    init_records();
    init_traffic();
    init_decision();
    NONE = /* @__PURE__ */ new Map();
  }
});

// actions/deploy-run/plan/request.ts
var PARTIAL, goesOnWithout;
var init_request = __esm({
  "actions/deploy-run/plan/request.ts"() {
    "use strict";
    PARTIAL = /* @__PURE__ */ new Set(["rollback", "hold", "release-hold"]);
    goesOnWithout = ({ kind }) => PARTIAL.has(kind);
  }
});

// shared:src/manifest/startup-probe.ts
var require_startup_probe = __commonJS({
  "shared:src/manifest/startup-probe.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/manifest/startup-probe.ts"];
  }
});

// actions/deploy-run/plan/settings/startup-probe.ts
function isDerived(probe) {
  const { httpGet, ...times } = probe ?? {};
  if (!httpGet || httpGet.httpHeaders) return false;
  return Object.entries(TIMES).every(([key, value]) => times[key] === value) && !times.initialDelaySeconds;
}
function derivedProbe(container, probe) {
  const { kind, path, statuses } = probe;
  if (!container || kind !== "http" || path === void 0) return void 0;
  if (container.ports?.[0]?.name === "h2c") return void 0;
  if (!statuses.every(({ from, to }) => from >= PASSES.from && to <= PASSES.to)) return void 0;
  const old = container.startupProbe;
  if (!lacksStartupProbe(old) && !isDerived(old)) return void 0;
  const port = old?.tcpSocket?.port ?? old?.httpGet?.port;
  const httpGet = { path: path.replace(/[?#].*$/, ""), ...port !== void 0 && { port } };
  return { ...TIMES, httpGet };
}
function withStartupProbe(service, probe) {
  const containers = service.template?.containers ?? [];
  const index = (0, import_manifest7.ingressIndex)(containers);
  const startupProbe = derivedProbe(containers[index], probe);
  if (!startupProbe) return service;
  const changed2 = containers.map((container, i) => i === index ? { ...container, startupProbe } : container);
  return { ...service, template: { ...service.template, containers: changed2 } };
}
function startupProbeNote(template, before, { path }) {
  const of = ({ containers = [] }) => containers[(0, import_manifest7.ingressIndex)(containers)]?.startupProbe;
  const own = of(template);
  if (!isDerived(own) || isDerived(before && of(before))) return void 0;
  return `The startup probe requests ${path}, from the input probe-path: the service ${before && of(before) ? "had only the default TCP probe, which passes as soon as the port is open" : "had none"}. To use another one, write startupProbe in a manifest.`;
}
var import_manifest7, import_startup_probe, TIMES, lacksStartupProbe, PASSES;
var init_startup_probe = __esm({
  "actions/deploy-run/plan/settings/startup-probe.ts"() {
    "use strict";
    import_manifest7 = __toESM(require_manifest(), 1);
    import_startup_probe = __toESM(require_startup_probe(), 1);
    TIMES = { timeoutSeconds: 5, periodSeconds: 10, failureThreshold: 24 };
    lacksStartupProbe = (probe) => !probe || (0, import_startup_probe.isDefaultStartupProbe)(probe);
    PASSES = { from: 200, to: 399 };
  }
});

// shared:src/policy/base-branch.ts
var require_base_branch = __commonJS({
  "shared:src/policy/base-branch.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/policy/base-branch.ts"];
  }
});

// shared:src/policy/evaluate.ts
var require_evaluate = __commonJS({
  "shared:src/policy/evaluate.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/policy/evaluate.ts"];
  }
});

// shared:src/policy/exceptions.ts
var require_exceptions = __commonJS({
  "shared:src/policy/exceptions.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/policy/exceptions.ts"];
  }
});

// shared:src/policy/report.ts
var require_report2 = __commonJS({
  "shared:src/policy/report.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/policy/report.ts"];
  }
});

// actions/deploy-run/policy/check-policy.ts
async function checkPolicy(subject, request, step) {
  const { context, inputs } = step;
  const checks = await readChecks(request.requiredChecks, step);
  const facts = {
    // Many services may scale to zero: only those labeled production need a minimum.
    production: !request.preview && subject.resource.labels?.environment === "production",
    probed: inputs.rollout.probe.kind !== "startup",
    now: context.clock.now(),
    ...checks && { checks }
  };
  return (0, import_report4.reportViolations)(
    (0, import_evaluate.judge)(subject, facts, await exceptionSources(subject, request, step)),
    request.policy,
    context.log
  );
}
async function exceptionSources({ resource }, { source, exceptions, policyExceptions }, { context, openGitHub: openGitHub2 }) {
  const place = source.from === "manifest" ? "manifest" : "input";
  const here = [...(0, import_exceptions.exceptionsIn)(resource.annotations), ...policyExceptions];
  const base = exceptions === "base" ? (0, import_base_branch.baseOf)(context.github) : void 0;
  if (!base) return { place, texts: here };
  const file = source.from === "manifest" ? source.file : void 0;
  return { place, texts: await (0, import_base_branch.exceptionsOfBase)(here, { base, file, openGitHub: openGitHub2, log: context.log }) };
}
async function readChecks(names, step) {
  if (names.length === 0) return void 0;
  if (!step.openGitHub)
    throw new import_errors48.PolicyError([
      { subject: "required-checks", message: "cannot be read without github-token. Pass ${{ github.token }}." }
    ]);
  const found2 = await (await step.openGitHub()).checks(step.inputs.commit);
  return names.map((required) => {
    const results = resultsOf(required, found2);
    if (results.length === 0) return { name: required, outcome: "missing" };
    const bad = results.find(({ conclusion }) => conclusion !== "success");
    if (!bad) warnOfOthers(required, results, found2, step);
    return { name: required, outcome: bad ? bad.conclusion ?? "pending" : "success" };
  });
}
function resultsOf(required, found2) {
  const exact = found2.filter(({ name: name2 }) => name2 === required);
  const [, name, app = ""] = /^(.*\S)\s+@\s+(\S.*)$/.exec(required) ?? [];
  if (exact.length > 0 || name === void 0) return exact;
  return found2.filter((one) => one.name === name && one.apps.some((own) => own.toLowerCase() === app.toLowerCase()));
}
function warnOfOthers(required, results, found2, step) {
  const bare = found2.some(({ name }) => name === required);
  if (!bare || results.some(({ apps }) => apps.includes(ACTIONS_APP))) return;
  const by = results.map(({ apps }) => apps[0] ? `the app ${apps[0]}` : "a commit status");
  const app = results.flatMap(({ apps }) => apps)[0] ?? ACTIONS_APP;
  step.context.log.warning(
    `required-checks: "${required}" was satisfied by ${[...new Set(by)].join(" and ")}, not by a check of GitHub Actions. Anyone who can write statuses or checks can report this name. Name the app: "${required} @ ${app}".`
  );
}
var import_base_branch, import_evaluate, import_exceptions, import_report4, import_errors48, ACTIONS_APP;
var init_check_policy = __esm({
  "actions/deploy-run/policy/check-policy.ts"() {
    "use strict";
    import_base_branch = __toESM(require_base_branch(), 1);
    import_evaluate = __toESM(require_evaluate(), 1);
    import_exceptions = __toESM(require_exceptions(), 1);
    import_report4 = __toESM(require_report2(), 1);
    import_errors48 = __toESM(require_errors(), 1);
    ACTIONS_APP = "github-actions";
  }
});

// shared:src/github/freshness.ts
var require_freshness = __commonJS({
  "shared:src/github/freshness.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/github/freshness.ts"];
  }
});

// actions/deploy-run/preflight/checks.ts
function checkNames({ service, kind }, request) {
  const problems = [
    { subject: "Service name", message: (0, import_names2.serviceProblem)(service) },
    { subject: "Input tag", message: request.tag && kind === "Service" ? (0, import_names2.tagProblem)(service, request.tag) : void 0 },
    {
      subject: "Input tag",
      message: request.tag && kind === "WorkerPool" ? "a worker pool has no tags: nothing sends it requests." : void 0
    }
  ];
  const found2 = problems.flatMap(({ subject, message }) => message ? [{ subject, message }] : []);
  if (found2.length > 0) throw new import_errors49.InputError(found2);
}
function checkHold(regional, current, { releaseHold, force, freeze }) {
  const hold = holdOf(current);
  const { log } = regional.context;
  const frozen = (0, import_freeze8.freezeOn)(current, freeze, regional.clients.googleClock);
  (0, import_freeze8.checkFreeze)(frozen, { force, consequence: "Nothing was changed.", log });
  const overridden = frozen === void 0 ? [] : [`Forced: the freeze was overridden. ${frozen}`];
  if (!hold) return { hold, notes: overridden };
  if (releaseHold)
    return { hold, notes: [...overridden, `This deploy releases the hold. ${describeServiceHold(hold)}`] };
  if (force)
    return {
      hold,
      notes: [...overridden, `Forced: the hold was overridden and is still set. ${describeServiceHold(hold)}`]
    };
  throw new import_freeze8.BlockedError(
    (consequence) => `The service ${regional.service} in ${regional.region} is on hold. ${describeServiceHold(hold)} ${consequence} To release it run this action with release-hold: true; to deploy once despite the hold, with force: true.`,
    "Nothing was changed."
  );
}
function commitsKnown(current, mainRevision) {
  const record3 = rolloutOf(current);
  const unfinished = current && record3?.kind === "deploy" && explains(record3, current) ? record3.commit : void 0;
  const list = (commit2) => commit2 && (0, import_commit10.isCommit)(commit2) ? [commit2] : [];
  return { live: list(mainRevision?.labels?.[import_annotations13.COMMIT_LABEL]), unfinished: list(unfinished) };
}
async function checkAge(commit2, { live, unfinished }, options) {
  const checks = [
    (0, import_freshness.checkFreshness)(commit2, live, options),
    (0, import_freshness.checkFreshness)(
      commit2,
      unfinished.filter((other) => !live.includes(other)),
      { ...options, known: "being deployed" }
    )
  ];
  for (const check2 of checks.map(import_retry22.ahead)) await check2;
}
async function validate(regional, current, desired, {
  newRevision,
  commit: commit2,
  locate
}) {
  const revision = revisionName(regional.service, commit2, 0);
  const template = { ...desired.template, revision };
  try {
    if (!current) {
      await regional.api.create(regional.name, { ...desired.service, template }, { validateOnly: true });
      return;
    }
    const next = withLateFields(withEarlyFields(current, current, desired.service), current, desired.service);
    const whole = newRevision ? { ...next, template } : next;
    const mask = changedFields(current, whole);
    if (mask.length > 0) await regional.api.update(regional.name, whole, mask, { validateOnly: true });
  } catch (error) {
    if (!(error instanceof import_errors49.CloudError && error.status === 400)) throw error;
    throw new import_errors49.InputError(violationProblems(`Service ${regional.service}`, error, locate));
  }
}
var import_freeze8, import_commit10, import_freshness, import_annotations13, import_errors49, import_retry22, import_names2;
var init_checks = __esm({
  "actions/deploy-run/preflight/checks.ts"() {
    "use strict";
    import_freeze8 = __toESM(require_freeze(), 1);
    import_commit10 = __toESM(require_commit(), 1);
    import_freshness = __toESM(require_freshness(), 1);
    init_violations();
    import_annotations13 = __toESM(require_annotations(), 1);
    init_holds();
    init_revision_names();
    import_errors49 = __toESM(require_errors(), 1);
    import_retry22 = __toESM(require_retry(), 1);
    init_desired_service();
    import_names2 = __toESM(require_names(), 1);
    init_records();
    init_traffic();
    init_regional_service();
  }
});

// actions/deploy-run/plan/candidate.ts
function planCandidate(plan) {
  const { current, base, template, commit: commit2 } = plan;
  if (!current) return { kind: "new" };
  const wanted = { template, commit: commit2 };
  const [main, ...others] = serving(current);
  const inFlight = rolloutOf(current);
  const isHealthy = !inFlight || inFlight.candidate !== main?.revision && inFlight.baseline.length > 0;
  if (main && others.length === 0 && isHealthy && base?.revision === main.revision) {
    if (servesAlready(wanted, base.template)) return { kind: "serving", revision: main.revision };
  }
  const own = templateRevision(current);
  const usable = plan.templateRevisionState === "ready" || plan.templateRevisionState === "pending";
  if (own && usable && sameButCommit({ template, commit: void 0 }, { template: current.template ?? {}, commit: void 0 }))
    return { kind: "existing", revision: own };
  return { kind: "new" };
}
var init_candidate = __esm({
  "actions/deploy-run/plan/candidate.ts"() {
    "use strict";
    init_desired_service();
    init_records();
    init_serving_template();
    init_traffic();
  }
});

// actions/deploy-run/plan/tag.ts
function planTag({ kind, service }, current, {
  request,
  inputs,
  repository
}) {
  if (kind === "WorkerPool") return { tag: void 0, keepTag: false, claim: void 0 };
  if (request.tag) {
    const claim = { tag: request.tag, repository, force: inputs.force };
    if (current) checkTagOwner(current, claim);
    return { tag: request.tag, keepTag: true, claim };
  }
  if (inputs.rollout.probe.kind === "startup") return { tag: void 0, keepTag: false, claim: void 0 };
  const tag = (0, import_names3.candidateTag)(service, inputs.commit);
  if (tag) return { tag, keepTag: false, claim: void 0 };
  throw new import_errors50.InputError([
    {
      subject: "Service name",
      message: `${service} leaves no room for a traffic tag (tag and name together can have at most 46 characters), so a new revision has no URL for its health check. Choose a shorter name, or probe: startup.`
    }
  ]);
}
function numberedTag(candidate, service, current, commit2) {
  if (candidate.kind !== "new") return (0, import_names3.candidateTag)(service, commit2, lastNumber(service, commit2, [candidate.revision]));
  const known = [
    current?.template?.revision,
    current?.latestCreatedRevision,
    rolloutOf(current)?.candidate,
    ...releasesOf(current).map(({ revision }) => revision)
  ];
  return (0, import_names3.candidateTag)(service, commit2, lastNumber(service, commit2, known) + 1);
}
var import_errors50, import_names3;
var init_tag = __esm({
  "actions/deploy-run/plan/tag.ts"() {
    "use strict";
    init_preview_owners();
    init_revision_names();
    import_errors50 = __toESM(require_errors(), 1);
    import_names3 = __toESM(require_names(), 1);
    init_records();
  }
});

// actions/deploy-run/preflight/plan-from-reads.ts
function readAround(regional, step, current) {
  const main = current && serving(current)[0];
  const own = current && templateRevision(current);
  const mainRevision = (0, import_retry23.ahead)(main ? getRevision(regional, main.revision) : Promise.resolve(void 0));
  return {
    /** The revision that serves most. */
    mainRevision,
    /** The revision of the service's template. */
    ownRevision: (0, import_retry23.ahead)(
      own === main?.revision ? mainRevision : own ? getRevision(regional, own) : Promise.resolve(void 0)
    ),
    identity: (0, import_retry23.ahead)(probeIdentity(regional, step, current)),
    freeRevision: current && (0, import_retry23.ahead)(freeRevision(regional, step.inputs.commit))
  };
}
async function planFromReads({
  regional,
  step,
  request,
  resource,
  judged,
  locate,
  current,
  mainRevision,
  settling,
  holdBefore,
  overriding,
  reads
}) {
  const { inputs } = step;
  const { project } = inputs;
  const tag = planTag(identityOf(regional), current, {
    request,
    inputs,
    repository: regional.context.github.repository
  });
  const base = current && planServingTemplate(current, mainRevision);
  const { wanted, notes: pinned } = await pinnedSidecars(
    regional,
    withProbe(desire(regional, current, base, resource, request, inputs.commit), inputs.rollout.probe)
  );
  const { template, versions } = await resolveSecrets(
    request.preview ? withoutMinimum(wanted.template) : wanted.template,
    {
      manager: regional.clients.secrets,
      project,
      mode: request.secretsLatest,
      log: regional.context.log,
      locate: locate && ((path) => locate(["template", ...path]))
    }
  );
  const whole = { template, service: { ...wanted.service, template } };
  const { desired, left } = request.preview && current ? desirePreview(current, whole) : { desired: whole, left: [] };
  (0, import_image_repositories2.checkContainerImages)(template.containers ?? [], request.imageRepositories, regional.context.log);
  const excepted = resource ? judged : await checkPolicy({ kind: regional.kind, resource: desired.service }, request, step);
  const accepted = await findImages(regional.clients.registry, template, regional.region);
  await checkProvenance(step, template);
  const serves = base && {
    ...base,
    template: asItRuns2(base.template, {
      wanted: template,
      accepted,
      versions,
      revision: mainRevision,
      request,
      project
    })
  };
  const candidate = planCandidate({
    current,
    base: serves,
    template,
    commit: inputs.commit,
    templateRevisionState: stateOf(await reads.ownRevision)
  });
  const isWritten = (field) => !field.endsWith(`labels.${import_annotations14.COMMIT_LABEL}`) && !(candidate.kind === "serving" && field.startsWith("spec.template."));
  const changes = (0, import_manifest8.differences)(
    regional.kind,
    current && { ...current, template: serves?.template },
    desired.service
  ).filter(({ field }) => isWritten(field));
  warnOfDefaultProbe(regional, template, inputs);
  const hints = request.source.from === "service" ? request.source.hints : [];
  const others = request.source.from === "service" ? leftBehind(template, request.images) : [];
  for (const warning of [...hints, ...others, ...hidingMounts(template, base?.template)])
    regional.context.log.warning(warning);
  await validate(regional, current, desired, { newRevision: candidate.kind === "new", commit: inputs.commit, locate });
  const previewsLive = request.preview && current !== void 0;
  const plan = {
    kind: "deploy",
    service: identityOf(regional),
    current,
    base,
    serving: current ? serving(current) : [],
    baseline: planBaseline(current),
    candidate,
    desired,
    changes,
    leftAlone: current && !resource ? settingsLeftAlone({ ...current, template: base?.template ?? {} }, changes) : [],
    template,
    accepted,
    ...tag,
    ...tag.tag !== void 0 && !tag.keepTag && { tag: numberedTag(candidate, regional.service, current, inputs.commit) },
    commit: inputs.commit,
    holdBefore,
    hold: inputs.releaseHold && holdBefore ? null : void 0,
    releaseChange: {
      kind: "add",
      image: template.containers?.[0]?.image ?? "",
      runUrl: regional.context.github.runUrl,
      rollout: step.id,
      ...found(current, mainRevision)
    },
    allowUnauthenticated: previewsLive ? void 0 : request.allowUnauthenticated,
    notes: [
      ...settling,
      ...overriding,
      ...current ? [] : [creationNote(regional, request)],
      ...[startupProbeNote(template, base?.template, inputs.rollout.probe)].filter((note) => note !== void 0),
      ...pinned,
      ...excepted,
      ...previewNotes(regional.service, left),
      ...base?.from === "revision" ? [
        `The deploy starts from the configuration of the live revision ${base.revision}. The template of the service differs from it.`
      ] : [],
      ...previewsLive && request.allowUnauthenticated !== void 0 ? [`allow-unauthenticated was not applied: a preview does not change the live service ${regional.service}.`] : []
    ]
  };
  return { regional, plan, freeRevision: reads.freeRevision, ...await reads.identity };
}
function asItRuns2(live, known) {
  const template = withKnownImages(live, known.wanted, known.accepted, known.revision);
  if (known.request.secretsLatest === "keep") return template;
  return withRunningVersions(template, known.revision?.createTime, known);
}
function withProbe(wanted, probe) {
  const service = withStartupProbe(wanted.service, probe);
  return { service, template: service.template ?? {} };
}
function warnOfDefaultProbe({ kind, service, context }, template, inputs) {
  const { containers = [] } = template;
  if (kind !== "Service" || inputs.rollout.probe.kind !== "startup") return;
  if (lacksStartupProbe(containers[(0, import_manifest8.ingressIndex)(containers)]?.startupProbe))
    context.log.warning(
      `probe: startup relies on the startup probe of ${service}, which has only the default TCP one. It passes as soon as the port is open, so a revision that responds to every request with an error would get traffic. Add an HTTP or gRPC startup probe to the container, or use probe: http.`
    );
}
function found(current, live) {
  const release = current && foundRelease(current, live);
  return release ? { found: release } : {};
}
function creationNote({ service, region, kind }, { allowUnauthenticated }) {
  const created = `The ${kind === "Service" ? "service" : "worker pool"} ${service} does not exist in ${region} yet: it is created.`;
  return kind === "Service" && allowUnauthenticated === void 0 ? `${created} Only callers with roles/run.invoker can invoke it; allow-unauthenticated: true makes it public.` : created;
}
function desire(regional, current, base, resource, request, commit2) {
  if (resource)
    return desireManifest(
      current,
      base,
      withVersion(withImages(resource, request.images), request.images, commit2),
      commit2
    );
  if (request.source.from !== "service") throw new Error(`no base for ${regional.name}`);
  return desireService(current, base, request.source, request.images, commit2);
}
async function pinnedSidecars(regional, { service }) {
  const { subject, notes } = await (0, import_pinned_images.withPinnedImages)({ kind: "Service", resource: service }, regional.clients);
  return { wanted: { service: subject.resource, template: subject.resource.template ?? {} }, notes };
}
function withoutMinimum(template) {
  const { minInstanceCount: _, ...scaling } = template.scaling ?? {};
  return { ...template, ...template.scaling && { scaling } };
}
var import_image_repositories2, import_manifest8, import_pinned_images, import_annotations14, import_retry23, previewNotes, stateOf;
var init_plan_from_reads = __esm({
  "actions/deploy-run/preflight/plan-from-reads.ts"() {
    "use strict";
    import_image_repositories2 = __toESM(require_image_repositories(), 1);
    init_hiding_mounts();
    init_revisions();
    init_secret_versions();
    import_manifest8 = __toESM(require_manifest(), 1);
    import_pinned_images = __toESM(require_pinned_images(), 1);
    import_annotations14 = __toESM(require_annotations(), 1);
    import_retry23 = __toESM(require_retry(), 1);
    init_candidate();
    init_desired_service();
    init_image_digests();
    init_records();
    init_serving_template();
    init_startup_probe();
    init_unchanged_settings();
    init_tag();
    init_traffic();
    init_check_policy();
    init_identity_token();
    init_regional_service();
    init_checks();
    init_images();
    init_provenance();
    previewNotes = (service, left) => left.length === 0 ? [] : [
      `A preview does not change the live service ${service}. Not applied: ${left.map(({ field }) => field).join(", ")}.`
    ];
    stateOf = (revision) => revision && readiness(revision).state;
  }
});

// actions/deploy-run/preflight/deploy.ts
async function planDeploy(subject) {
  const { regional, step, request, resource } = subject;
  const { inputs } = step;
  checkNames(regional, request);
  prefetchImages(regional.clients.registry, request.images, regional.region);
  const { service: current, notes: settling } = request.preview ? { service: await regional.api.get(regional.name), notes: [] } : await readSettledService(regional, step.settledReleases);
  if (!current && !resource && regional.region !== import_multi_region6.GLOBAL) await checkNoWorkerPool(regional);
  if (current && resource) checkSameRegions(regional, current, resource);
  const { hold: holdBefore, notes: overriding } = request.preview ? { hold: void 0, notes: [] } : checkHold(regional, current, inputs);
  const reads = readAround(regional, step, current);
  const mainRevision = await reads.mainRevision;
  const fresh = request.preview ? Promise.resolve() : (0, import_retry24.ahead)(checkAge(inputs.commit, commitsKnown(current, mainRevision), step.freshness));
  const planned = (0, import_retry24.ahead)(planFromReads({ ...subject, current, mainRevision, settling, holdBefore, overriding, reads }));
  const [age, plan] = await Promise.allSettled([fresh, planned]);
  if (age.status === "rejected") throw age.reason;
  if (plan.status === "rejected") throw plan.reason;
  return plan.value;
}
function checkSameRegions({ region, service }, current, wanted) {
  const list = (one) => [...(0, import_multi_region6.serviceRegions)(region, one)].sort().join(", ");
  if (region !== import_multi_region6.GLOBAL || list(current) === list(wanted)) return;
  throw new import_errors51.InputError([
    {
      subject: "Input manifest",
      message: `run.googleapis.com/regions is ${list(wanted)}, and ${service} runs in ${list(current)}. A deploy does not change the regions, because a new region would have no revision for its requests. Change them first, with gcloud run multi-region-services update ${service} --add-regions or --remove-regions.`
    }
  ]);
}
async function checkNoWorkerPool({ clients, project, region, service }) {
  if (!await clients.workerPools.get(`projects/${project}/locations/${region}/workerPools/${service}`)) return;
  throw new import_errors51.InputError([
    {
      subject: "Input service",
      message: `${service} is a worker pool in ${region}, and there is no service of this name. Deploy it with a manifest of kind WorkerPool.`
    }
  ]);
}
var import_errors51, import_retry24, import_multi_region6;
var init_deploy = __esm({
  "actions/deploy-run/preflight/deploy.ts"() {
    "use strict";
    import_errors51 = __toESM(require_errors(), 1);
    import_retry24 = __toESM(require_retry(), 1);
    import_multi_region6 = __toESM(require_multi_region(), 1);
    init_checks();
    init_images();
    init_plan_from_reads();
    init_read_stable_service();
  }
});

// shared:src/inputs/read-file.ts
var require_read_file = __commonJS({
  "shared:src/inputs/read-file.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/read-file.ts"];
  }
});

// actions/deploy-run/manifest/load-manifest.ts
function loadManifest(source, region, inputs, context) {
  const manifest = (0, import_manifest9.readManifest)({
    text: read2(source.file, context.github.workspace),
    file: source.file,
    project: inputs.project,
    region,
    substitutions: new Map([
      ["PROJECT", inputs.project],
      ["REGION", region],
      ["COMMIT", inputs.commit],
      ...source.substitutions
    ])
  });
  return manifest.kind === "Service" ? withoutTraffic(manifest) : manifest;
}
function read2(file, workspace) {
  try {
    return (0, import_read_file.readTextFile)((0, import_node_path.resolve)(workspace, file));
  } catch (error) {
    const code7 = error.code;
    const why = code7 === "ENOENT" ? "does not exist" : code7 === "EISDIR" ? "is a folder" : code7 === "NOT_A_FILE" ? "is a pipe, a socket or a device" : `cannot be read (${code7})`;
    const hint2 = code7 === "ENOENT" ? " Is actions/checkout a step before this one?" : "";
    throw new import_errors52.InputError([
      { subject: "Input manifest", message: `the file ${file} ${why}. Set its path relative to the workspace.${hint2}` }
    ]);
  }
}
function withoutTraffic(manifest) {
  const traffic = manifest.resource.traffic;
  const all = traffic?.length === 1 && traffic[0]?.percent === 100 && !traffic[0].revision && !traffic[0].tag;
  if (!traffic || traffic.length === 0 || all) return manifest;
  if (manifest.exported) {
    const location = manifest.locate(["traffic"]);
    const message = "of the export is left out: this action manages traffic.";
    return { ...manifest, warnings: [...manifest.warnings, { subject: "spec.traffic", message, location }] };
  }
  throw new import_errors52.InputError([
    {
      subject: "manifest",
      message: "spec.traffic names revisions or tags, but this action manages traffic. Remove it; use strategy and steps, tag, or rollback-to.",
      location: manifest.locate(["traffic"])
    }
  ]);
}
var import_node_path, import_read_file, import_manifest9, import_errors52;
var init_load_manifest = __esm({
  "actions/deploy-run/manifest/load-manifest.ts"() {
    "use strict";
    import_node_path = require("node:path");
    import_read_file = __toESM(require_read_file(), 1);
    import_manifest9 = __toESM(require_manifest(), 1);
    import_errors52 = __toESM(require_errors(), 1);
  }
});

// actions/deploy-run/manifest/load-services.ts
function partsOf(step) {
  const { services } = step.inputs;
  if (services.length === 0) return [{ step, after: [] }];
  return services.map(({ inputs, name, after: after2 }) => ({ step: { ...step, inputs }, alias: name, after: after2 }));
}
async function loadPart({ step, alias, after: after2 }) {
  const { inputs, context } = step;
  const request = inputs.request;
  const { source } = request;
  const deployOf = (regional, resource, judged = [], locate) => ({
    regional,
    inputs,
    alias,
    after: after2,
    prepare: () => planDeploy({ regional, step, request, resource, judged, locate }),
    links: request.preview ? linksIn(request, resource) : [],
    prepareLinked: (urls) => planDeploy({
      regional,
      step,
      request: linkedRequest(request, urls, regional.region),
      resource: resource && linkedResource(resource, urls, regional.region),
      judged,
      locate
    })
  });
  if (source.from === "service")
    return {
      deploys: inputs.regions.map(
        (region) => deployOf(step.regionalService("Service", region, source.service), void 0)
      ),
      jobs: []
    };
  const manifests = inputs.regions.map((region) => {
    const manifest = withDerivedProbe(loadManifest(source, region, inputs, context), inputs);
    return { region: locationOf2(manifest, region, inputs), manifest };
  });
  for (const { subject, message, location } of manifests[0]?.manifest.warnings ?? [])
    context.log.warning(`${subject}: ${message}`, location);
  const [first] = manifests;
  if (first)
    await checkNamespace(
      first.manifest,
      { project: inputs.project, region: first.region },
      step.clients.cloud,
      context.log
    );
  const pinned = await (0, import_errors53.allAtOnce)(
    manifests.map(async ({ region, manifest }) => {
      const whole = withTheirImages(manifest, request);
      (0, import_image_repositories3.checkContainerImages)(
        (0, import_image2.containersOf)(whole.resource),
        request.imageRepositories,
        context.log,
        (i) => manifest.locate([...(0, import_image2.containersPath)(manifest.kind), i, "image"])
      );
      return { region, ...await (0, import_pinned_images2.withPinnedImages)(whole, step.clients) };
    })
  );
  const checked = [];
  for (const { region, subject: manifest, notes } of pinned)
    checked.push({ region, manifest, judged: [...notes, ...await checkPolicy(manifest, request, step)] });
  const jobs = checked.flatMap(
    ({ region, manifest, judged }) => manifest.kind === "Job" ? [{ region, manifest, judged }] : []
  );
  if (jobs.length > 0) return { deploys: [], jobs };
  if (request.execute) throw notFor("execute", "is only allowed with a manifest of kind Job.");
  return {
    deploys: checked.flatMap(({ region, manifest, judged }) => {
      if (manifest.kind === "Job") return [];
      if (manifest.kind === "WorkerPool") checkWorkerPool(inputs, request);
      const resource = manifest.kind === "WorkerPool" ? toService(manifest.resource) : manifest.resource;
      return [deployOf(step.regionalService(manifest.kind, region, manifest.name), resource, judged, manifest.locate)];
    }),
    jobs: []
  };
}
function locationOf2(manifest, region, { regions }) {
  const own = manifest.kind === "Service" ? manifest.resource.multiRegionSettings?.regions : void 0;
  if (!own) return region;
  if (regions.length > 1)
    throw new import_errors53.InputError([
      {
        subject: "Input region",
        message: `names several regions, and the manifest names its own in run.googleapis.com/regions. Set one region, or remove the annotation to have a service in each region.`,
        location: manifest.locate(["multiRegionSettings"])
      }
    ]);
  return import_multi_region7.GLOBAL;
}
function withDerivedProbe(manifest, { rollout }) {
  if (manifest.kind !== "Service") return manifest;
  return { ...manifest, resource: withStartupProbe(manifest.resource, rollout.probe) };
}
function checkWorkerPool({ rollout }, request) {
  const [given] = rollout.probe.given;
  if (given) throw notFor(given, "is not allowed with a WorkerPool: it takes no requests.");
  if (request.allowUnauthenticated !== void 0)
    throw notFor("allow-unauthenticated", "is not allowed with a WorkerPool: it has no URL to invoke.");
}
function checkDistinct(deploys) {
  const seen = /* @__PURE__ */ new Set();
  for (const { regional } of deploys) {
    if (seen.has(regional.name)) throw notFor("services", `${regional.service} in ${regional.region} is named twice.`);
    seen.add(regional.name);
  }
}
function withTheirImages(manifest, { images }) {
  return { ...manifest, resource: withImages(manifest.resource, images) };
}
async function findServices(step) {
  const found2 = await (0, import_errors53.allAtOnce)(
    partsOf(step).map(async (part) => {
      const { request } = part.step.inputs;
      const services = request.kind === "deploy" || request.kind === "jobs" ? [] : await findPart(request.target, part.step);
      return services.map((found3) => ({ ...found3, part }));
    })
  );
  return found2.flat();
}
async function findPart(target, step) {
  const { inputs, context, clients } = step;
  const readBeside = (regional) => inputs.request.kind === "rollback" ? readForRollback(regional, inputs) : void 0;
  if (target.from === "manifest")
    return inputs.regions.map((region) => {
      const manifest = loadManifest(target, region, inputs, context);
      const { kind, name } = manifest;
      if (kind === "Job") throw notFor("manifest", "is of kind Job, which has no traffic.");
      const regional = step.regionalService(kind, locationOf2(manifest, region, inputs), name);
      return { regional, read: void 0, beside: readBeside(regional) };
    });
  const missing = [];
  const found2 = await (0, import_errors53.allAtOnce)(
    inputs.regions.map(async (region) => {
      const service = step.regionalService("Service", region, target.service);
      const { kind } = inputs.request;
      const beside = readBeside(service);
      const read3 = await readIfReachable(service, step.unreachable);
      if (read3 instanceof import_errors53.CloudError) {
        if (kind === "advance" || goesOnWithout(inputs.request)) return { regional: service, read: void 0 };
        throw read3;
      }
      if (read3) return { regional: service, read: read3, beside };
      if (region === import_multi_region7.GLOBAL)
        throw notFor("service", `there is no multi-region service ${target.service} in ${inputs.project}.`);
      if (kind === "remove-tag" || kind === "preview-failure") return { regional: service, read: read3 };
      const pool = step.regionalService("WorkerPool", region, target.service);
      if (await clients.workerPools.get(pool.name)) return { regional: pool, read: void 0 };
      if (inputs.request.kind === "advance" && inputs.request.waits) return { regional: service, read: read3 };
      const error = notFor(
        "service",
        `there is no service or worker pool ${target.service} in ${region} of ${inputs.project}.`
      );
      if (!goesOnWithout(inputs.request)) throw error;
      missing.push({ region, error });
      return void 0;
    })
  );
  const there = found2.filter((one) => one !== void 0);
  if (there.length === 0) throw (0, import_errors53.mergeErrors)(missing.map(({ error }) => error));
  for (const { region } of missing)
    context.log.warning(`${target.service} does not exist in ${region} of ${inputs.project}, so it is left out there.`);
  return there;
}
function planRollbacks(services, to, step, missing) {
  const alone = services.length < 2 && missing === void 0;
  const combinations2 = /* @__PURE__ */ new Map();
  const combination = () => {
    const round = step.settledReleases.size;
    const found2 = combinations2.get(round) ?? readCombination(
      services.map(({ regional }) => regional),
      to,
      step
    );
    combinations2.set(round, found2);
    return found2;
  };
  return services.map(({ regional, part, read: read3, beside }) => {
    let first = { read: read3, beside };
    return {
      regional,
      inputs: part.step.inputs,
      alias: part.alias,
      after: part.after,
      prepare: (restored) => {
        const own = alone || to === "previous" && restored.size > 0;
        const target = async () => {
          if (own) return { to };
          const revisions = await combination();
          if (revisions.size === 0) return { to, note: NEVER_TOGETHER };
          const revision = revisions.get(memberKey(regional.name));
          return revision === void 0 ? { to: void 0, note: newSince(regional) } : { to: revision };
        };
        const known = first;
        first = { read: void 0 };
        return planRollbackTo(regional, part.step, { target, restored, alone, missing, ...known });
      }
    };
  });
}
async function readCombination(services, to, { inputs, context }) {
  const members = await Promise.all(
    services.map(async ({ api, name }) => ({ key: memberKey(name), service: await api.get(name) ?? {} }))
  );
  const chosen = new Map(
    members.flatMap(({ key, service }) => {
      const revision = doneBefore(service, context.github);
      return revision === void 0 ? [] : [[key, revision]];
    })
  );
  return planReleaseRollback(members, to, inputs.onUnknownCombination, chosen);
}
var import_image_repositories3, import_image2, import_pinned_images2, import_errors53, import_multi_region7, NEVER_TOGETHER, newSince, notFor;
var init_load_services = __esm({
  "actions/deploy-run/manifest/load-services.ts"() {
    "use strict";
    import_image_repositories3 = __toESM(require_image_repositories(), 1);
    init_project_number();
    import_image2 = __toESM(require_image(), 1);
    import_pinned_images2 = __toESM(require_pinned_images(), 1);
    import_errors53 = __toESM(require_errors(), 1);
    init_desired_service();
    init_preview_links();
    init_decision();
    init_target();
    init_request();
    init_startup_probe();
    init_check_policy();
    init_deploy();
    init_rollback();
    import_multi_region7 = __toESM(require_multi_region(), 1);
    init_step_context();
    init_worker_pools();
    init_load_manifest();
    NEVER_TOGETHER = "No earlier combination of these services is recorded, so each returns to its own previous release. These may never have run together. To return all of them to one commit, set the commit.";
    newSince = ({ service, region }) => `${service} in ${region} was released for the first time after the combination that the others return to. It stays as it is.`;
    notFor = (input, message) => new import_errors53.InputError([{ subject: `Input ${input}`, message }]);
  }
});

// src/github/run-links.ts
function writeLinks(summary, [first, ...others]) {
  if (first) summary.paragraph(others.reduce((all, one) => import_summary4.md`${all} · ${one}`, first));
}
var import_summary4, import_commit11, runLinks;
var init_run_links = __esm({
  "src/github/run-links.ts"() {
    "use strict";
    import_summary4 = __toESM(require_summary(), 1);
    import_commit11 = __toESM(require_commit(), 1);
    runLinks = (run2, commit2) => [
      ...commit2 && run2?.repository ? [(0, import_summary4.link)(`commit ${(0, import_commit11.shortCommit)(commit2)}`, `${run2.serverUrl}/${run2.repository}/commit/${commit2}`)] : [],
      ...run2?.runUrl ? [(0, import_summary4.link)("run", run2.runUrl)] : []
    ];
  }
});

// actions/deploy-run/analysis/canary-chart.ts
function summarizeCanary(summary, last) {
  const { results, watched, percent } = last;
  summary.paragraph((0, import_summary5.plain)(describeProgress(last)));
  const counts = (of) => `${formatRate((0, import_counts2.rateOf)(of))} of ${formatCount(of.requests)}`;
  summary.table(
    ["Analysis", `Candidate at ${percent} %`, "Baseline", "Limit", "Verdict"],
    results.map(({ name, candidate, baseline, threshold, limit, result }) => [
      (0, import_summary5.plain)(name),
      (0, import_summary5.plain)(counts(candidate)),
      (0, import_summary5.plain)(threshold === void 0 ? counts(baseline) : `threshold ${formatRate(threshold)}`),
      (0, import_summary5.plain)(formatRate(limit)),
      (0, import_summary5.plain)(MARKS[result])
    ])
  );
  const shown = results.find(({ result }) => result === "worse") ?? results[0];
  if (!shown || shown.windows.length < 2) return;
  summary.block(canaryChart(shown, watched.service), "mermaid");
  summary.paragraph((0, import_summary5.plain)(`Red: candidate ${watched.candidate}. Blue: baseline ${watched.baseline.join(", ")}.`));
}
function canaryChart({ name, windows }, service) {
  const size = Math.ceil(windows.length / MOST_POINTS);
  const groups = Array.from(
    { length: Math.ceil(windows.length / size) },
    (_, i) => windows.slice(i * size, (i + 1) * size)
  );
  const line = (of) => groups.map((group) => ((0, import_counts2.rateOf)((0, import_counts2.sumCounts)(group.map((window) => window[of]))) * 100).toFixed(2));
  const lines = [line("candidate"), line("baseline")];
  const most = Math.max(1, ...lines.flat().map(Number));
  return [
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${COLORS.join(", ")}"}}}}%%`,
    "xychart-beta",
    `  title "${(0, import_summary5.mermaidLabel)(`${name} of ${service}, percent of the requests`)}"`,
    `  x-axis "sampling periods" 1 --> ${groups.length}`,
    `  y-axis "percent" 0 --> ${Math.ceil(most)}`,
    ...lines.map((values) => `  line [${values.join(", ")}]`)
  ].join("\n");
}
var import_summary5, import_counts2, MARKS, MOST_POINTS, COLORS;
var init_canary_chart = __esm({
  "actions/deploy-run/analysis/canary-chart.ts"() {
    "use strict";
    import_summary5 = __toESM(require_summary(), 1);
    init_describe_evaluation();
    import_counts2 = __toESM(require_counts(), 1);
    MARKS = { worse: "\u274C worse", fine: "\u2705 no regression", undecided: "\u26A0\uFE0F no verdict" };
    MOST_POINTS = 60;
    COLORS = ["#d1242f", "#1f6feb"];
  }
});

// actions/deploy-run/report/summary.ts
function summarizeService(summary, report, title, run2) {
  const { target, before, after: after2 = [] } = report;
  summary.heading(import_summary6.md`${(0, import_summary6.plain)(title)}: ${(0, import_summary6.plain)(target.service)} in ${(0, import_summary6.plain)(target.region)}`);
  if (report.ending) summary.paragraph(describeEnding(target.service, report.ending, title));
  if (report.ending?.kind === "failed") explainFailure2(summary, report.ending);
  writeLinks(summary, linksOf(report, run2));
  for (const note of report.notes) summary.paragraph(import_summary6.md`> ${(0, import_summary6.plain)(note)}`);
  if (report.canary) summarizeCanary(summary, report.canary);
  if (report.logs) {
    summary.paragraph(
      import_summary6.md`The last log lines of ${(0, import_summary6.code)(report.logs.revision)} (${(0, import_summary6.link)("all of them", report.logs.url)}):`
    );
    summary.block(report.logs.text);
  }
  if (before.length > 0 || after2.length > 0) {
    if (trafficKey(before) !== trafficKey(after2)) summary.block(trafficDiagram(report), "mermaid");
    summary.table(["Revision", "Before", "After"], trafficRows(report));
  }
  summarizeChanges(summary, report.changes);
  if (report.probes.length > 0 || report.phases.length > 0)
    summary.collapsed("Health checks and times", () => summarizeTimes(summary, report));
}
function summarizeChanges(summary, changes) {
  if (changes.length === 0) return;
  const write3 = () => summary.table(
    ["Setting", "Before", "After"],
    changes.map(({ field, before, after: after2 }) => [(0, import_summary6.code)(field), brief(before), brief(after2)])
  );
  if (changes.length > OPEN_ROWS) summary.collapsed(`${changes.length} settings change`, write3);
  else write3();
}
function summarizeTimes(summary, report) {
  if (report.probes.length > 0)
    summary.table(
      ["Health check", "Consecutive successes", "Probe requests", "Time", "Last response"],
      report.probes.map(({ url, passes, attempts, took, lastResponse }) => [
        (0, import_summary6.plain)(url),
        passes,
        attempts,
        (0, import_summary6.plain)((0, import_duration11.formatDuration)(took)),
        (0, import_summary6.plain)(lastResponse)
      ])
    );
  if (report.phases.length > 0)
    summary.table(
      ["Phase", "Time"],
      report.phases.map(({ name, ms }) => [(0, import_summary6.plain)(name), (0, import_summary6.plain)((0, import_duration11.formatDuration)(ms))])
    );
}
function explainFailure2(summary, { reason, next }) {
  if (reason) summary.paragraph(import_summary6.md`**Why:** ${(0, import_summary6.plain)(reason)}`);
  if (next) summary.paragraph(import_summary6.md`**What to do:** ${(0, import_summary6.plain)(next)}`);
}
function linksOf({ target, revision, commit: commit2, after: after2 }, run2) {
  return [
    ...revision ? [(0, import_summary6.link)(`revision ${revision}`, consoleUrl(target)), (0, import_summary6.link)("its logs", logsUrl(target, revision))] : [],
    ...runLinks(run2, commit2),
    ...!revision && after2 ? [(0, import_summary6.link)("the service in the console", consoleUrl(target))] : []
  ];
}
function describeEnding(service, ending, title) {
  switch (ending.kind) {
    case "deployed": {
      const first = import_summary6.md` It is the first revision that passed its health checks, so there is nothing to roll back to yet.`;
      return import_summary6.md`✅ ${(0, import_summary6.plain)(service)} is on revision ${(0, import_summary6.code)(ending.revision)} (100 %).${ending.first ? first : import_summary6.md``}`;
    }
    case "commit-recorded":
      return import_summary6.md`✅ ${(0, import_summary6.plain)(service)} stays on revision ${(0, import_summary6.code)(ending.revision)}: only the commit differs. The commit is recorded.`;
    case "canary":
      return import_summary6.md`🕑 ${(0, import_summary6.plain)(service)} is in a canary of ${(0, import_summary6.code)(ending.revision)}. ${(0, import_summary6.plain)(ending.state)}`;
    case "previewed":
      return import_summary6.md`${(0, import_summary6.code)(ending.revision)} is at ${(0, import_summary6.link)(ending.url, ending.url)} and gets no traffic.`;
    case "dry-run":
      if (ending.unchanged !== void 0)
        return import_summary6.md`Dry run: nothing was changed. ${(0, import_summary6.plain)(service)} would stay on revision ${(0, import_summary6.code)(ending.unchanged)}: only the commit differs.`;
      return ending.previewTag === void 0 ? import_summary6.md`Dry run: nothing was changed. This is the plan.` : import_summary6.md`Dry run: nothing was changed. A revision would get the tag ${(0, import_summary6.code)(ending.previewTag)} and no traffic.`;
    case "done":
      return (0, import_summary6.plain)(ending.did);
    case "failed":
      return import_summary6.md`❌ ${(0, import_summary6.plain)(title)} failed. ${(0, import_summary6.plain)(ending.state)}`;
  }
}
function trafficRows({ before, after: after2 = [], tags }) {
  const names = new Set([...before, ...after2].map(({ revision }) => revision));
  const tagged = new Map(tags.map(({ revision, tag }) => [revision, tag]));
  for (const revision of tagged.keys()) names.add(revision);
  const share = (shares, name) => {
    const found2 = shares.find(({ revision }) => revision === name);
    return found2 ? import_summary6.md`${found2.percent} %` : import_summary6.md`–`;
  };
  return [...names].map((name) => {
    const tag = tagged.get(name);
    return [import_summary6.md`${(0, import_summary6.code)(name)}${tag ? import_summary6.md` (tag ${(0, import_summary6.code)(tag)})` : import_summary6.md``}`, share(before, name), share(after2, name)];
  });
}
function trafficDiagram({ before, after: after2 = [], target: { service } }) {
  const side = (title, id, shares) => [
    `  subgraph ${title}`,
    `    ${id}(["${(0, import_summary6.mermaidLabel)(service)}"])`,
    ...shares.length === 0 ? [`    ${id} --> ${id}0["nothing"]`] : shares.map(
      ({ revision, percent }, i) => `    ${id} -- "${percent} %" --> ${id}${i}["${(0, import_summary6.mermaidLabel)(revision)}"]`
    ),
    "  end"
  ];
  return ["flowchart LR", ...side("Before", "b", before), ...side("After", "a", after2)].join("\n");
}
var import_duration11, import_summary6, OPEN_ROWS, brief, trafficKey;
var init_summary = __esm({
  "actions/deploy-run/report/summary.ts"() {
    "use strict";
    init_run_links();
    import_duration11 = __toESM(require_duration(), 1);
    import_summary6 = __toESM(require_summary(), 1);
    init_canary_chart();
    init_regional_service();
    OPEN_ROWS = 8;
    brief = (value) => (0, import_summary6.code)(value.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}/g, "$1\u2026"));
    trafficKey = (shares) => shares.map(({ revision, percent }) => `${revision}=${percent}`).sort().join();
  }
});

// actions/deploy-run/job/deploy-job.ts
async function deployJob(deploys, request, step, { env = /* @__PURE__ */ new Map(), alone = false } = {}) {
  const { context, inputs } = step;
  const [given] = [
    ...request.tag ? ["tag"] : [],
    ...request.preview ? ["no-traffic"] : [],
    ...request.allowUnauthenticated !== void 0 ? ["allow-unauthenticated"] : [],
    ...inputs.rollout.probe.given
  ];
  if (given)
    throw new import_errors54.InputError([
      { subject: `Input ${given}`, message: "cannot be combined with a Job: it takes no requests." }
    ]);
  const apis = jobClients(step);
  const checkInput = () => {
    const frozen = (0, import_freeze9.freezeOn)(void 0, inputs.freeze, step.clients.googleClock);
    (0, import_freeze9.checkFreeze)(frozen, { force: inputs.force, consequence: "Nothing was changed.", log: context.log });
  };
  let changed2 = false;
  for (const [i, { region, manifest, judged }] of deploys.entries()) {
    for (const note of judged) context.log.notice(note);
    const name = fullJobName(step, region, manifest.name);
    const url = `https://console.cloud.google.com/run/jobs/details/${region}/${manifest.name}?project=${inputs.project}`;
    const wanted = await resolveJob({ region, manifest }, request, step);
    const image = wanted.template?.template?.containers?.[0]?.image ?? "";
    context.log.info(`Deploy the job ${manifest.name} in ${region}: ${image}.`);
    const onRead = i === 0 ? checkInput : void 0;
    const options = { ...request, jobs: apis.jobs, manifest, onRead };
    const write3 = await writeJob(name, withVariables(wanted, env), options, step);
    context.summary.heading(import_summary7.md`Job: ${(0, import_summary7.plain)(manifest.name)} in ${(0, import_summary7.plain)(region)}`);
    context.summary.paragraph(
      inputs.dryRun ? import_summary7.md`Dry run: nothing was changed. The job would run ${(0, import_summary7.code)(image)}.` : import_summary7.md`✅ ${(0, import_summary7.plain)(manifest.name)} is deployed and runs ${(0, import_summary7.code)(image)}.`
    );
    writeLinks(context.summary, [
      ...runLinks(context.github, inputs.commit),
      ...inputs.dryRun ? [] : [(0, import_summary7.link)("the job in the console", url)]
    ]);
    for (const note of judged) context.summary.paragraph(import_summary7.md`> ${(0, import_summary7.plain)(note)}`);
    summarizeChanges(context.summary, write3.changes);
    changed2 ||= write3.changed;
    if (alone && i === 0) {
      context.output("console-url", url);
      context.output("image", image || void 0);
      context.output("digest", image.split("@")[1]);
    }
    if (alone) context.output("changed", changed2);
    if (request.execute && !inputs.dryRun) await executeJob(name, step, { continues: alone });
    context.log.info(
      inputs.dryRun ? `Dry run: nothing was changed for the job ${manifest.name} in ${region}.` : `The job ${manifest.name} in ${region} runs ${image}.`
    );
  }
}
var import_freeze9, import_errors54, import_summary7;
var init_deploy_job = __esm({
  "actions/deploy-run/job/deploy-job.ts"() {
    "use strict";
    import_freeze9 = __toESM(require_freeze(), 1);
    init_run_links();
    import_errors54 = __toESM(require_errors(), 1);
    import_summary7 = __toESM(require_summary(), 1);
    init_summary();
    init_execute_job();
    init_write_job();
  }
});

// actions/deploy-run/job/command-job.ts
async function loadCommand({ inputs: { regions }, list, label }, source, step, services) {
  const subject = `Input ${list}, ${label}`;
  const known = services.filter(({ regional }) => regional.kind === "Service");
  const names = [...new Set(known.map(({ regional }) => regional.service))];
  const aliases = new Map(known.map(({ regional, alias = regional.service }) => [alias, regional.service]));
  const given = source.service ?? (names.length === 1 ? names[0] : void 0);
  const service = given !== void 0 && names.includes(given) ? given : aliases.get(given ?? "");
  if (service === void 0)
    throw new import_errors55.InputError([
      {
        subject: `${subject}, service`,
        message: `expected one of ${[.../* @__PURE__ */ new Set([...aliases.keys(), ...names])].join(", ")}, whose new image runs the command, got ${source.service ?? "none"}.`
      }
    ]);
  const job = jobOf(service);
  const { jobs } = jobClients(step);
  await (0, import_errors55.allAtOnce)(
    regions.map(async (region) => {
      const found2 = await jobs.get(fullJobName(step, region, job));
      if (found2 && !isOfCommand(found2))
        throw new import_errors55.InputError([
          {
            subject,
            message: `the Cloud Run job ${job} in ${region} was created by another tool or by migrate, and the command would replace it. Run it with job: ${job}, or rename it.`
          }
        ]);
    })
  );
  const { inputs } = step;
  const rollout = { ...inputs.rollout, probe: { ...inputs.rollout.probe, given: [] } };
  const request = requestOf2(inputs.request);
  const own = { ...step, inputs: { ...inputs, rollout } };
  const ofService2 = ({ service: one }) => one.service === service;
  return {
    async plan(services2) {
      const plan = services2.find(ofService2);
      const manifest = manifestOf(job, plan, source);
      return await Promise.all(regions.map((region) => planLaterJob({ region, manifest, judged: [] }, request, own)));
    },
    async run(candidates, urlsIn2) {
      const plan = candidates.map(({ progress }) => progress.planned.plan).find(ofService2);
      if (!plan) return own.context.log.info(`The job ${job} would run ${source.command.join(" ")}.`);
      for (const region of regions)
        await deployJob([{ region, manifest: manifestOf(job, plan, source), judged: [] }], request, own, {
          env: urlsIn2(region)
        });
    }
  };
}
function manifestOf(name, { template }, { command, args }) {
  const { containers = [], serviceAccount } = template;
  const image = containers[Math.max(0, (0, import_manifest10.ingressIndex)(containers))]?.image;
  const container = { ...image && { image }, command: [...command], ...args.length > 0 && { args: [...args] } };
  const resource = {
    template: {
      taskCount: 1,
      template: { containers: [container], maxRetries: 0, ...serviceAccount && { serviceAccount } }
    }
  };
  return { kind: "Job", name, resource, exported: false, warnings: [], locate: () => ({ file: "" }) };
}
var import_manifest10, import_annotations15, import_errors55, jobOf, isOfCommand, requestOf2;
var init_command_job = __esm({
  "actions/deploy-run/job/command-job.ts"() {
    "use strict";
    import_manifest10 = __toESM(require_manifest(), 1);
    import_annotations15 = __toESM(require_annotations(), 1);
    init_schema();
    import_errors55 = __toESM(require_errors(), 1);
    init_deploy_job();
    init_execute_job();
    init_later_job();
    init_write_job();
    jobOf = (service) => `${service}-verify`;
    isOfCommand = ({ annotations }) => annotations?.[import_annotations15.NAMED_ANNOTATION] !== void 0 && annotations[SCHEMA_ANNOTATION] === void 0;
    requestOf2 = (request) => ({
      ...request,
      tag: void 0,
      allowUnauthenticated: void 0,
      images: [],
      preview: false,
      execute: true
    });
  }
});

// actions/deploy-run/job/existing-job.ts
async function loadExisting({ inputs: { project, regions, dryRun: dryRun2 }, list, label }, { job }, step) {
  const { jobs } = jobClients(step);
  const found2 = await Promise.all(
    regions.map(async (region) => {
      const name = fullJobName(step, region, job);
      return { region, name, resource: await jobs.get(name) };
    })
  );
  const missing = found2.filter(({ resource }) => !resource).map(({ region }) => region);
  if (missing.length > 0)
    throw new import_errors56.InputError([
      {
        subject: `Input ${list}, ${label}, job`,
        message: `there is no Cloud Run job ${job} in ${missing.join(" and ")} of ${project}. Create it, set its region, or use manifest.`
      }
    ]);
  return {
    plan: async () => found2.map(({ name }) => ({ name, execute: true })),
    async run(_, urlsIn2) {
      for (const { region, name, resource } of found2) {
        if (dryRun2) {
          step.context.log.info(`The job ${job} in ${region} would run.`);
          continue;
        }
        await step.context.log.group(
          `${job} in ${region}: run the job`,
          () => executeJob(name, step, { overrides: overridesOf(resource, urlsIn2(region)) })
        );
      }
    }
  };
}
var import_errors56;
var init_existing_job = __esm({
  "actions/deploy-run/job/existing-job.ts"() {
    "use strict";
    import_errors56 = __toESM(require_errors(), 1);
    init_execute_job();
    init_write_job();
  }
});

// actions/deploy-run/job/release-jobs.ts
async function loadReleaseJobs(step, services) {
  return await (0, import_errors57.allAtOnce)(
    step.inputs.jobs.map(async (job) => {
      const { source, inputs, list, when, onFailure } = job;
      const own = { ...step, inputs: services.length > 0 ? { ...inputs, freeze: [] } : inputs };
      const runnable = source.kind === "manifest" ? await loadWritten(job, own) : source.kind === "existing" ? await loadExisting(job, source, own) : await loadCommand(job, source, own, services);
      return { ...runnable, list, when, onFailure, step: own };
    })
  );
}
async function loadWritten({ list }, step) {
  const { jobs, deploys } = await loadPart({ step, after: [] });
  const [service] = deploys;
  if (service)
    throw new import_errors57.InputError([
      { subject: `Input ${list}`, message: `${service.regional.service} is not a Job. Put it into services.` }
    ]);
  return {
    plan: async () => await Promise.all(jobs.map((job) => planLaterJob(job, step.inputs.request, step))),
    async run(_, urlsIn2) {
      for (const job of jobs)
        await deployJob([job], step.inputs.request, step, { env: urlsIn2(job.region) });
    }
  };
}
async function runJobs(all, when, candidates) {
  let failure;
  for (const { run: run2, list, step, onFailure } of all.filter((one) => one.when === when)) {
    try {
      step.context.signal.throwIfAborted();
      await run2(candidates, (region) => urlsIn(region, candidates, list === "verify" && when === "before-traffic"));
    } catch (error) {
      const restores = when === "before-traffic" || onFailure === "restore";
      if (restores || step.context.cancelled.aborted) throw error;
      step.context.log.warning(
        `A job after traffic failed, and the services stay on the new revisions: ${error.message}`
      );
      failure ??= error;
    }
  }
  return failure;
}
function urlsIn(region, candidates, ownOnly) {
  const urls = /* @__PURE__ */ new Map();
  const near = [...candidates].sort((a, b) => Number(regionOf(b) === region) - Number(regionOf(a) === region));
  for (const { progress, unchanged } of near) {
    const { planned, service } = progress;
    const { tag } = planned.plan;
    const serves = !ownOnly || unchanged || isFirst(planned.plan);
    const url = tag && tagUrl(service, tag) || (serves ? service.uri : void 0);
    const name = urlVariable(planned.regional.service);
    if (url && !urls.has(name)) urls.set(name, url);
  }
  return urls;
}
var import_errors57, planLaterJobs, regionOf;
var init_release_jobs = __esm({
  "actions/deploy-run/job/release-jobs.ts"() {
    "use strict";
    init_preview_names();
    import_errors57 = __toESM(require_errors(), 1);
    init_load_services();
    init_rollout_plan();
    init_traffic();
    init_command_job();
    init_deploy_job();
    init_existing_job();
    init_later_job();
    planLaterJobs = (all, services) => Promise.all(
      all.filter(({ when }) => when === "after-traffic").map(async ({ onFailure, plan }) => ({ onFailure, places: await plan(services) }))
    );
    regionOf = ({ progress }) => progress.planned.regional.region;
  }
});

// actions/deploy-run/canary/lead-record.ts
async function writeLead(lead, id, change) {
  let sent;
  await writeService(lead, {
    landed: (now) => rolloutOf(now)?.id === id && JSON.stringify(rolloutOf(now)?.release?.canary) === sent,
    plan: (now) => {
      const record3 = ourRollout(now, id);
      const { release } = record3;
      const canary = release?.canary && change(release.canary, now);
      if (!release || !canary) return void 0;
      sent = JSON.stringify(canary);
      const rollout = { ...record3, write: record3.write + 1, release: { ...release, canary } };
      return { ...now, annotations: withRecords(now.annotations, { rollout }) };
    }
  });
}
async function writeWaiting(lead, next) {
  await writeService(lead, {
    landed: (now) => waitingOn(now)?.commit === next?.commit,
    plan: (now) => waitingOn(now)?.commit === next?.commit ? void 0 : { ...now, annotations: withRecords(now.annotations, { next }) }
  });
}
var init_lead_record = __esm({
  "actions/deploy-run/canary/lead-record.ts"() {
    "use strict";
    init_records();
    init_fenced_write();
    init_ownership();
  }
});

// actions/deploy-run/canary/later-jobs.ts
async function runLaterJobs(move) {
  const { found: found2, working, candidates } = move;
  const { plan, at } = found2.canary;
  const { step } = working;
  const own = { ...step, inputs: { ...step.inputs, commit: found2.record.commit } };
  let { ended = 0, failure } = at.jobs ?? {};
  const began = ended;
  for (const { places, onFailure } of (plan.jobs ?? []).slice(began)) {
    step.context.signal.throwIfAborted();
    await checkOurs({ working, candidates });
    try {
      for (const place of places)
        await runPlannedJob(place, urlsIn(place.name.split("/")[3] ?? "", candidates, false), own);
    } catch (error) {
      const isVerdict = error instanceof import_errors58.OutcomeError || error instanceof import_errors58.InputError;
      if (!isVerdict || (0, import_errors58.isAbort)(error)) throw error;
      if (ended > began) step.context.signal.throwIfAborted();
      const why = error.message;
      if (onFailure === "restore") throw new import_errors58.OutcomeError(why, { cause: error });
      step.context.log.warning(`A job after traffic failed, and the services stay on the new revisions: ${why}`);
      failure ??= why;
    }
    ended++;
    const jobs = { ended, ...failure !== void 0 && { failure } };
    await writeLead(inExtraTime(step)(move.lead), found2.record.id, ({ at: now, ...canary }) => {
      if (canary.advancing !== step.id || !now)
        throw new OvertakenError("Another run advances this canary. This run stopped.");
      return { ...canary, at: { ...now, jobs } };
    });
  }
  return failure === void 0 ? void 0 : new import_errors58.OutcomeError(failure);
}
async function checkOurs({ working, candidates }) {
  const [first] = candidates;
  if (!first || candidates.length > 1) {
    await checkMembers(working, candidates);
    return;
  }
  const { api, name } = first.progress.planned.regional;
  checkStillOurs(first.progress, await api.get(name) ?? {});
}
var import_errors58;
var init_later_jobs = __esm({
  "actions/deploy-run/canary/later-jobs.ts"() {
    "use strict";
    import_errors58 = __toESM(require_errors(), 1);
    init_extra_time();
    init_later_job();
    init_release_jobs();
    init_phases();
    init_rollout();
    init_ownership();
    init_lead_record();
  }
});

// actions/deploy-run/canary/next-commit.ts
async function recordNext(lead, step) {
  const { inputs, context, freshness } = step;
  const now = await lead.api.get(lead.name);
  const found2 = canaryOn(now);
  if (!found2 || found2.record.commit === inputs.commit) return "";
  await (0, import_freshness2.checkFreshness)(inputs.commit, [found2.record.commit], freshness);
  const waiting = waitingOn(now);
  const short = (0, import_commit12.shortCommit)(inputs.commit);
  try {
    if (waiting) await (0, import_freshness2.checkFreshness)(inputs.commit, [waiting.commit], freshness);
  } catch (error) {
    if (!(error instanceof import_errors59.OutcomeError)) throw error;
    return `Commit ${short} was not deployed: the newer commit ${(0, import_commit12.shortCommit)(waiting?.commit ?? "")} waits for the decision.`;
  }
  const { runId, runUrl, actor } = context.github;
  const at = new Date(context.clock.now()).toISOString();
  if (!inputs.dryRun) await writeWaiting(lead, { commit: inputs.commit, runId, runUrl, by: actor, at });
  return `Commit ${short} was not deployed, and nothing was changed: it waits until the canary of ${(0, import_commit12.shortCommit)(found2.record.commit)} is decided.`;
}
async function announceNext(lead, { context, openGitHub: openGitHub2 }) {
  const { log } = context;
  const now = await lead.api.get(lead.name);
  const waiting = waitingOn(now);
  if (!now || !waiting || canaryOn(now)) return;
  if (releasesOf(now).some(({ commit: commit2 }) => commit2 === waiting.commit)) return await writeWaiting(lead, null);
  const short = (0, import_commit12.shortCommit)(waiting.commit);
  const what = `Commit ${short} of ${waiting.by} waited for this decision.`;
  const byHand = `To deploy it run ${waiting.runUrl} again.`;
  if (holdOf(now)) log.notice(`${what} The hold on the service blocks it until it is released. ${byHand}`);
  else if (!openGitHub2 || waiting.runId === "" || waiting.runId === context.github.runId)
    log.notice(`${what} ${byHand}`);
  else
    try {
      await (await openGitHub2()).rerun(waiting.runId);
      await writeWaiting(lead, null);
      log.notice(`${what} Its run was started again: ${waiting.runUrl}.`);
    } catch (error) {
      if (!(error instanceof import_errors59.CloudError)) throw error;
      log.notice(`${what} ${byHand} It was not started: ${error.message} (needs actions: write).`);
    }
}
var import_commit12, import_freshness2, import_errors59;
var init_next_commit = __esm({
  "actions/deploy-run/canary/next-commit.ts"() {
    "use strict";
    import_commit12 = __toESM(require_commit(), 1);
    import_freshness2 = __toESM(require_freshness(), 1);
    init_holds();
    import_errors59 = __toESM(require_errors(), 1);
    init_records();
    init_long_canary();
    init_lead_record();
  }
});

// actions/deploy-run/canary/next-step.ts
async function extendStep({ found: found2, lead }) {
  const { at } = found2.canary;
  await writeLead(
    lead,
    found2.record.id,
    (canary) => sameState(canary.at, at) ? { ...canary, at: { ...at, extended: true } } : void 0
  );
}
async function claimNextStep(move) {
  const { found: found2, working, candidates, lead } = move;
  const { step } = working;
  const [first] = candidates;
  let blocked;
  await writeLead(lead, found2.record.id, (canary, now) => {
    blocked = holdOrFreeze(first.progress, now, step)?.why;
    if (blocked !== void 0 || canary.advancing === step.id) return void 0;
    if (canary.advancing !== found2.canary.advancing || !sameState(canary.at, found2.canary.at))
      throw new OvertakenError("Another run advances this canary. This run stopped and changed nothing.");
    return { ...canary, advancing: step.id };
  });
  return blocked;
}
async function takeNextStep(move) {
  const { found: found2, working, candidates, lead } = move;
  const { step, events } = working;
  const { id } = found2.record;
  const { at } = found2.canary;
  const { next } = timesOf(found2.canary);
  for (const { progress } of candidates) {
    const { api, name } = progress.planned.regional;
    progress.service = await api.get(name) ?? progress.service;
  }
  const lease = keepLease(lead, id);
  let committed = false;
  try {
    await shift(working, candidates, next);
    if (next < 100) {
      await probeShares(working, candidates, next);
      const since = new Date(step.clients.googleClock.now()).toISOString();
      const spans = spansOf(found2.canary).map((span) => ({ ...span, to: span.to ?? Date.parse(since) }));
      await writeLead(lead, id, ({ advancing, ...canary }) => {
        if (advancing !== step.id) throw new OvertakenError("Another run advances this canary. This run stopped.");
        return { ...canary, at: { step: at.step + 1, since, spans } };
      });
      return await describeCanary(
        candidates.map(({ deploy: deploy2 }) => deploy2.regional),
        step,
        events,
        { note: `It was moved to ${next} %.` }
      );
    }
    await verifyAll(working, candidates);
    const failed = found2.canary.plan.jobs && await runLaterJobs(move);
    const withTime = inExtraTime(step);
    const ending = { ...move, candidates: withServices(candidates, withTime), lead: withTime(lead) };
    await commitCanary(ending);
    committed = true;
    await Promise.all(
      ending.candidates.slice(1).map(async ({ progress }) => {
        progress.service = await finishMember(progress.planned.regional, id);
      })
    );
    const results = await Promise.all(
      ending.candidates.map(
        ({ progress: { planned, revision, service: recorded } }) => readResult(planned, { revision, recorded, changed: true }, events)
      )
    );
    await announceNext(ending.lead, step);
    if (failed) throw failed;
    return results;
  } catch (error) {
    lease.stop();
    if (committed) throw error;
    const stopped = error instanceof OvertakenError || error instanceof import_freeze10.BlockedError;
    if (error instanceof import_errors60.OutcomeError && !(error instanceof import_errors60.TimedOutError)) {
      await checkUndecided(lead, id);
      if (!stopped) throw await restoreCanary(move, error);
    }
    if ((0, import_errors60.isAbort)(error)) throw error;
    await writeLead(lead, id, ({ advancing, ...canary }) => advancing === step.id ? canary : void 0).catch(
      () => {
      }
    );
    throw stopped ? new OvertakenError(await holdOrFreezeNow(candidates, step) ?? error.message) : error;
  } finally {
    lease.stop();
  }
}
async function commitCanary({ working, candidates, lead }) {
  const [first] = candidates;
  await checkMembers(working, candidates);
  const { step, held } = working;
  const parts = candidates.map(({ progress: { planned, revision } }) => ({ plan: planned.plan, revision }));
  const members = candidates.length > 1 ? planSnapshot(parts) : void 0;
  first.progress.service = await finishMember(lead, first.progress.id, {
    check: (now) => checkStillOurs(first.progress, now),
    ...members && { members }
  });
  step.context.log.info(`The canary took all ${held?.steps.length ?? 0} steps.`);
}
async function probeMembers(move, percent) {
  try {
    await probeShares(move.working, move.candidates, percent);
    return void 0;
  } catch (error) {
    if (!(error instanceof import_errors60.OutcomeError) || error instanceof OvertakenError) throw error;
    await checkUndecided(move.lead, move.found.record.id);
    return error;
  }
}
async function restoreCanary({ found: found2, working, unread, lead }, error) {
  const { step, events, members, failing } = working;
  const ended = await endRelease(
    step.context,
    step.inputs,
    found2.record.id,
    [
      ...members.map(({ deploy: { regional }, layer, planned }) => ({ regional, layer, before: planned.plan.serving })),
      ...unread.map(({ regional, layer }) => ({ regional, layer, before: void 0 }))
    ],
    { mayBeCommitted: true, again: "The next run with advance: true tries again." }
  );
  for (const { name, shares } of ended.members) if (shares) events.push({ name, kind: "serves", shares, tags: [] });
  const at = failing && ended.members.length > 1 ? [`It failed at ${describeMember(memberKey(failing.name))}.`] : [];
  const sentences2 = [...at, ...describeEnded(ended.members)];
  recordFailure(
    ended.members.map(({ name }) => name),
    sentences2,
    { error, events, step }
  );
  await announceNext(lead, step).catch(() => {
  });
  return explainFailure(error, sentences2, step);
}
var import_freeze10, import_errors60;
var init_next_step2 = __esm({
  "actions/deploy-run/canary/next-step.ts"() {
    "use strict";
    import_freeze10 = __toESM(require_freeze(), 1);
    import_errors60 = __toESM(require_errors(), 1);
    init_extra_time();
    init_decision();
    init_long_canary();
    init_describe_failure();
    init_describe_release();
    init_end_release();
    init_phases();
    init_finish_member();
    init_lease();
    init_rollout();
    init_ownership();
    init_blocks();
    init_canary_move();
    init_candidates();
    init_describe();
    init_later_jobs();
    init_lead_record();
    init_next_commit();
  }
});

// actions/deploy-run/canary/advance.ts
async function advanceCanary(release, via, step, events) {
  const { context, inputs } = step;
  const members = release.members.map((key) => memberOf(via, key));
  const [lead] = members;
  const found2 = canaryOn(await readLead(lead, step), release.id);
  const say = (note) => describeCanary(members, step, events, { note });
  if (!found2) {
    if (inputs.dryRun) return await say(`Dry run: ${release.by} would be ended.`);
    try {
      await settleRelease(release, via, step);
    } catch (error) {
      if (!(error instanceof ReleaseInProgressError) || inputs.request.kind === "advance" && inputs.request.waits)
        throw error;
      return await say(`${release.by} is in progress, and there is no canary yet.`);
    }
    return await say("The canary has ended.");
  }
  const { advancing, plan } = found2.canary;
  if (advancing !== void 0 && !isEarlierAttempt(advancing, context.github)) {
    context.log.info(
      `The run ${advancing} has begun to move this canary. Waiting for a minute to see whether it is still running.`
    );
    if (await watchLease(lead, release.id) === "moving") return await say("Another run advances this canary.");
  }
  const { candidates, unread } = await readCandidates(release, members, plan, step);
  for (const { deploy: deploy2, progress } of candidates)
    events.push({ name: deploy2.regional.name, kind: "planned", plan: progress.planned.plan });
  const times = timesOf(found2.canary);
  const now = step.clients.googleClock.now();
  const due = now >= times.due;
  const judgment = await judgeCanary(found2, candidates, due, step, events);
  const move = { found: found2, candidates, unread, lead, working: releaseOf(candidates, step, events, plan) };
  if (judgment.kind === "worse") move.working.failing = judgment.failing;
  const unjudged = judgment.kind === "unknown" || judgment.kind === "unreadable";
  const failure = judgment.kind === "worse" ? new import_errors61.OutcomeError(judgment.why) : due || unjudged ? await probeMembers(move, times.percent) : void 0;
  if (failure && inputs.dryRun) {
    context.log.warning(failure.message);
    return await say(`Dry run: the old revisions would be restored. ${failure.message}`);
  }
  if (failure) throw await restoreCanary(move, failure);
  const [silent] = unread;
  if (silent) {
    const sentence = `The canary of ${(0, import_commit13.shortCommit)(found2.record.commit)} was judged in its other services and regions, and not continued. Nothing was changed.`;
    recordFailure(
      members.map(({ name }) => name),
      [sentence],
      { error: silent.error, events, step }
    );
    throw explainFailure(silent.error, [sentence], step);
  }
  const blocked = candidates.map(({ progress }) => holdOrFreeze(progress, progress.service, step)).find((one) => one !== void 0) ?? changedOutside(times, candidates, advancing !== void 0 || inputs.force) ?? (due && judgment.kind === "unreadable" && !inputs.force ? notJudged(judgment.why) : void 0) ?? // A step without a verdict is extended first, so that reviewers see the verdict.
  (due && times.approval && judgment.kind !== "extend" && !isApproved(found2, step) ? needsApproval(times.next) : void 0);
  if (now > times.overdue && !inputs.force && (blocked !== void 0 || advancing === void 0)) {
    const results = await say("The canary is overdue.");
    const why = blocked?.why ?? "Check the schedule of the workflow that advances it.";
    const error = new import_errors61.OutcomeError(
      `The canary of ${(0, import_commit13.shortCommit)(found2.record.commit)} is overdue: ${times.percent} % since ${(0, import_duration12.formatMinute)(times.since)}, and ${times.next} % was due at ${(0, import_duration12.formatMinute)(times.due)}. ${judgment.kind === "unreadable" ? "It was not continued." : "It was judged and not continued."} ${why} ${blocked?.whenOverdue ?? FORCED}; to end it, with rollback-to: previous.`
    );
    throw withResults(error, results);
  }
  const block = blocked ? [blocked.why, blocked.advice].filter(Boolean).join(" ") : "";
  if (blocked || !due) return await say(block);
  if (judgment.kind === "extend") {
    if (inputs.dryRun) return await say(`Dry run: the step would be extended once. ${judgment.why}`);
    await extendStep(move);
    return await say(`${judgment.why} The step lasts another ${(0, import_duration12.formatDuration)(times.due - times.since)}.`);
  }
  if (inputs.dryRun) return await say(`Dry run: it would move to ${times.next} %.`);
  const late = await claimNextStep(move);
  return late === void 0 ? await takeNextStep(move) : await say(late);
}
async function readLead({ api, name, service, region }, step) {
  try {
    return await api.get(name);
  } catch (error) {
    const state = `Nothing was judged or changed, since ${service} in ${region} has the record of the canary.`;
    throw error instanceof import_errors61.CloudError ? explainFailure(error, [state], step) : error;
  }
}
function isApproved({ record: record3, canary }, { inputs: { request } }) {
  if (request.kind !== "advance") return false;
  return request.approved === "all" || request.approved.has(approvalName(record3.id, canary.at.step + 1));
}
var import_commit13, import_duration12, import_errors61;
var init_advance = __esm({
  "actions/deploy-run/canary/advance.ts"() {
    "use strict";
    import_commit13 = __toESM(require_commit(), 1);
    import_duration12 = __toESM(require_duration(), 1);
    import_errors61 = __toESM(require_errors(), 1);
    init_long_canary();
    init_interrupted_release();
    init_describe_failure();
    init_earlier_release();
    init_lease();
    init_outcome();
    init_blocks();
    init_candidates();
    init_describe();
    init_judge();
    init_next_step2();
  }
});

// actions/deploy-run/canary/deployment-status.ts
function stageOf(lead, name, id, failure) {
  const found2 = canaryOn(lead, id);
  if (found2) {
    const { percent, since, due } = timesOf(found2.canary);
    const times = `${percent} % since ${new Date(since).toISOString()}, next step ${new Date(due).toISOString()}`;
    return { state: "in_progress", description: markOf(name) + (failure?.message ?? times) };
  }
  const promoted = releasesOf(lead).some(({ rollout }) => rollout === id);
  if (failure && promoted) return { state: "failure", description: `${PROMOTED.description} ${failure.message}` };
  if (failure) return { state: "failure", description: failure.message };
  return promoted ? PROMOTED : ENDED;
}
async function reportStage(commit2, stage, step) {
  await withGitHub(step, async (github, environment, logUrl) => {
    if (await github.addDeploymentStatus(commit2, environment, { ...stage, logUrl })) return;
    step.context.log.info(
      `Commit ${(0, import_commit14.shortCommit)(commit2)} has no deployment to ${environment} whose status could be set.`
    );
  });
}
async function reportEnded(leads, step) {
  await withGitHub(step, async (github, environment, logUrl) => {
    const reads = await Promise.allSettled(
      leads.map(async ({ api, name }) => ({ name, service: await api.get(name) }))
    );
    const services = reads.flatMap((read3) => read3.status === "fulfilled" ? [read3.value] : []);
    await github.endDeployments(environment, (description, commit2) => {
      const lead = services.find(({ name }) => description.startsWith(markOf(name)));
      if (!lead || canaryOn(lead.service)?.record.commit === commit2) return void 0;
      const promoted = releasesOf(lead.service).some((release) => release.commit === commit2);
      return { ...promoted ? PROMOTED : ENDED, logUrl };
    });
  });
}
async function withGitHub({ openGitHub: openGitHub2, context, inputs }, work) {
  const environment = inputs.deploymentEnvironment;
  if (!openGitHub2 || environment === void 0 || inputs.dryRun) return;
  try {
    await work(await openGitHub2(), environment, context.github.runUrl);
  } catch (error) {
    if (!(error instanceof import_errors62.CloudError)) throw error;
    context.log.notice(
      `The status of the deployment to ${environment} was not set: ${error.message} (needs deployments: write).`
    );
  }
}
var import_commit14, import_errors62, markOf, ENDED, PROMOTED;
var init_deployment_status = __esm({
  "actions/deploy-run/canary/deployment-status.ts"() {
    "use strict";
    import_commit14 = __toESM(require_commit(), 1);
    init_holds();
    import_errors62 = __toESM(require_errors(), 1);
    init_records();
    init_long_canary();
    markOf = (name) => `Canary of ${servicePlace(name)}: `;
    ENDED = { state: "failure", description: "The canary ended before it had all traffic." };
    PROMOTED = { state: "success", description: "The canary has all traffic." };
  }
});

// actions/deploy-run/canary/undecided-canary.ts
async function advanceAll(services, step, events) {
  const { request, rollout } = step.inputs;
  const done = /* @__PURE__ */ new Set();
  const results = /* @__PURE__ */ new Map();
  const failures = [];
  const onCanary = request.kind === "advance" && request.waits ? rollout.onCanary : void 0;
  for (const regional of services) {
    try {
      const found2 = releaseOn(await regional.api.get(regional.name));
      if (found2 && done.has(found2.id)) continue;
      if (found2) done.add(found2.id);
      for (const result of await advanceOrWait(found2, regional, step, events, onCanary))
        results.set(result.target.name, result);
    } catch (error) {
      for (const result of resultsAfter(error)) results.set(result.target.name, result);
      failures.push(error);
      const ofCanary = error instanceof import_errors63.OutcomeError || error instanceof import_errors63.CloudError;
      if (!ofCanary || (0, import_errors63.isAbort)(error)) break;
    }
  }
  if (!failures.some(import_errors63.isAbort)) await reportEnded(services, step);
  const last = failures.pop();
  for (const error of failures)
    step.context.log.error(error instanceof import_errors63.CloudError ? (0, import_report5.describeCloudError)(error) : error.message);
  if (last) throw withResults(last, [...results.values()]);
  return [...results.values()];
}
async function advanceOrWait(found2, regional, step, events, onCanary) {
  const { dryRun: dryRun2 } = step.inputs;
  if (!found2) {
    if (onCanary === void 0 && !dryRun2) await announceNext(regional, step);
    return await describeCanary([regional], step, events);
  }
  if (onCanary === "supersede") {
    if (dryRun2) return await describeCanary([regional], step, events, { note: `Dry run: ${found2.by} would be ended.` });
    await settleRelease(found2, regional, step);
    return await describeCanary([regional], step, events, { note: "The canary was ended for a newer commit." });
  }
  if (onCanary === "wait") {
    const results = await waitForDecision(found2, regional, step, events);
    return results.map((result) => ({ ...result, waiting: result.canary !== void 0 }));
  }
  return await advanceAndReport(found2, regional, step, events);
}
async function advanceAndReport(found2, via, step, events) {
  if (step.inputs.deploymentEnvironment === void 0) return await advanceUnlessOvertaken(found2, via, step, events);
  const lead = memberOf(via, found2.members[0] ?? "");
  const commit2 = rolloutOf(await lead.api.get(lead.name))?.commit ?? "";
  const report = async (failure) => await reportStage(commit2, stageOf(await lead.api.get(lead.name), lead.name, found2.id, failure), step);
  try {
    const results = await advanceUnlessOvertaken(found2, via, step, events);
    await report();
    return results;
  } catch (error) {
    if (!(error instanceof import_errors63.OutcomeError)) throw error;
    await report(error);
    throw error;
  }
}
async function advanceUnlessOvertaken(found2, via, step, events) {
  try {
    return await advanceCanary(found2, via, step, events);
  } catch (error) {
    if (!(error instanceof OvertakenError)) throw error;
    const members = found2.members.map((key) => memberOf(via, key));
    return await describeCanary(members, step, events, { note: error.message });
  }
}
async function waitForDecision(found2, via, step, events) {
  const [key = ""] = found2.members;
  const lead = memberOf(via, key);
  const note = await recordNext(lead, step);
  if (note !== "") step.context.log.notice(note);
  const waiting = (results) => results.map((result) => ({ ...result, waiting: true }));
  try {
    return waiting(await advanceAndReport(found2, via, step, events));
  } catch (error) {
    throw withResults(error, waiting(resultsAfter(error)));
  }
}
var import_errors63, import_report5;
var init_undecided_canary = __esm({
  "actions/deploy-run/canary/undecided-canary.ts"() {
    "use strict";
    import_errors63 = __toESM(require_errors(), 1);
    import_report5 = __toESM(require_report(), 1);
    init_records();
    init_decision();
    init_interrupted_release();
    init_earlier_release();
    init_outcome();
    init_ownership();
    init_advance();
    init_deployment_status();
    init_describe();
    init_next_commit();
  }
});

// actions/deploy-run/release/reachable.ts
async function findReachable(found2, { unreachable }) {
  const read3 = await Promise.all(
    found2.map(async (one) => {
      if (one.read) return one;
      const service = await readIfReachable(one.regional, unreachable);
      return service instanceof import_errors64.CloudError ? service : { ...one, read: service };
    })
  );
  const reachable = read3.flatMap((one) => one instanceof import_errors64.CloudError ? [] : [one]);
  const silent = read3.flatMap(
    (one, i) => one instanceof import_errors64.CloudError ? [{ regional: found2[i].regional, error: one }] : []
  );
  if (reachable.length === 0 && silent.length > 0) throw (0, import_errors64.mergeErrors)(silent.map(({ error }) => error));
  return { reachable, silent };
}
async function eachReached({ reachable, silent }, step, events, work) {
  const results = [];
  for (const { regional } of reachable) {
    try {
      results.push(await work(regional));
    } catch (error) {
      if (!(0, import_retry25.isTransient)(error)) throw error;
      silent.push({ regional, error });
      reportSilent([{ regional, error }], step, events);
    }
  }
  if (results.length === 0) throw (0, import_errors64.mergeErrors)(silent.map(({ error }) => error));
  return results;
}
function reportSilent(silent, step, events) {
  const { dryRun: dryRun2 } = step.inputs;
  const { undone } = wordsOf(step);
  for (const { regional, error } of silent) {
    const state = `${describeSilent([{ regional }])} ${dryRun2 ? "would not be" : "was not"} ${undone}: it did not respond.`;
    step.context.log.warning(`${state} ${(0, import_report6.describeCloudError)(error)}`);
    events.push({
      name: regional.name,
      kind: "ended",
      ending: { kind: "failed", state, reason: (0, import_report6.describeCloudError)(error), next: repeat(step) }
    });
  }
}
function refuseIncomplete({ silent }, step) {
  const [first] = silent;
  if (!first || step.inputs.dryRun) return;
  throw new import_errors64.OutcomeError(
    `${describeUndone(silent, step)}. The others were. ${(0, import_report6.describeCloudError)(first.error)} What to do: ${repeat(step)}`,
    { cause: first.error }
  );
}
var import_errors64, import_report6, import_retry25, UNDONE, missingNote, wordsOf, repeat, describeUndone, describeSilent;
var init_reachable = __esm({
  "actions/deploy-run/release/reachable.ts"() {
    "use strict";
    import_errors64 = __toESM(require_errors(), 1);
    import_report6 = __toESM(require_report(), 1);
    import_retry25 = __toESM(require_retry(), 1);
    init_step_context();
    UNDONE = {
      rollback: { undone: "rolled back", again: "Run the rollback again" },
      hold: { undone: "put on hold", again: "Set the hold again" },
      "release-hold": { undone: "released from hold", again: "Release the hold again" }
    };
    missingNote = ({ silent }, step) => silent.length === 0 ? void 0 : describeUndone(silent, step);
    wordsOf = ({ inputs: { request } }) => UNDONE[request.kind];
    repeat = (step) => `${wordsOf(step).again} once the region responds: it leaves the others as they are.`;
    describeUndone = (silent, step) => `${describeSilent(silent)} did not respond, and ${silent.length === 1 ? "was" : "were"} not ${wordsOf(step).undone}`;
    describeSilent = (silent) => silent.map(({ regional: { service, region } }) => `${service} in ${region}`).join(", ");
  }
});

// actions/deploy-run/hold/hold-result.ts
function holdResult(regional, service, did, events) {
  const target = identityOf(regional);
  const { name } = target;
  const shares = serving(service);
  regional.context.log.info(`${target.service} in ${target.region}: ${did}`);
  events.push(
    { name, kind: "serves", shares, before: shares, tags: [] },
    { name, kind: "ended", ending: { kind: "done", did } }
  );
  return {
    target,
    before: shares,
    service,
    revision: shares[0]?.revision ?? "",
    template: service.template ?? {},
    tag: void 0,
    changed: false
  };
}
var init_hold_result = __esm({
  "actions/deploy-run/hold/hold-result.ts"() {
    "use strict";
    init_traffic();
    init_regional_service();
  }
});

// actions/deploy-run/hold/release-hold.ts
async function releaseServiceHold(reached, step, events) {
  const { dryRun: dryRun2 } = step.inputs;
  return await eachReached(reached, step, events, async (regional) => {
    let did = "";
    const release = async () => {
      const { service: service2 } = await writeService(regional, {
        landed: (now) => holdOf(now) === void 0,
        plan: (now) => {
          const hold = holdOf(now);
          did = hold ? `${dryRun2 ? "Would release" : "Released"} the hold. ${describeServiceHold(hold)}` : NO_HOLD;
          if (!hold || dryRun2) return void 0;
          return { ...now, annotations: withRecords(now.annotations, { hold: null }) };
        }
      });
      return service2;
    };
    const found2 = await release();
    const isMissed = did === NO_HOLD && holdOf(await regional.api.get(regional.name)) !== void 0;
    const service = isMissed ? await release() : found2;
    return holdResult(regional, service, did, events);
  });
}
var NO_HOLD;
var init_release_hold = __esm({
  "actions/deploy-run/hold/release-hold.ts"() {
    "use strict";
    init_holds();
    init_records();
    init_reachable();
    init_fenced_write();
    init_hold_result();
    NO_HOLD = "There was no hold.";
  }
});

// actions/deploy-run/hold/set-hold.ts
async function setHold(reached, step, events) {
  const { dryRun: dryRun2 } = step.inputs;
  const all = reached.reachable.length + reached.silent.length;
  const standing = [];
  return await eachReached(reached, step, events, async (regional) => {
    const { service, hold, existed } = await holdService(regional, step);
    if (existed)
      standing.push(
        `The service ${regional.service} in ${regional.region} is on hold already. ${describeServiceHold(hold)}`
      );
    if (standing.length === all)
      throw new import_errors65.OutcomeError(
        `${standing.join(" ")} Nothing was changed. To set another reason, release ${all === 1 ? "this hold" : "these holds"} first.`
      );
    const did = existed ? "It was on hold already." : `${dryRun2 ? "Would set a hold" : "Set a hold"}: automatic deploys are refused until it is released.`;
    return holdResult(regional, service, `${did} ${describeServiceHold(hold)}`, events);
  });
}
async function holdService(regional, { context: { github, clock }, inputs }) {
  const own = {
    reason: inputs.reason ?? "set manually",
    by: github.actor || "an unknown user",
    at: new Date(clock.now()).toISOString(),
    runUrl: github.runUrl
  };
  const ownHold = (now) => {
    const revision = serving(now)[0]?.revision ?? "";
    const release = releasesOf(now).findLast((one) => one.revision === revision);
    return { ...own, revision, commit: release?.commit ?? now.template?.labels?.[import_annotations16.COMMIT_LABEL] ?? "" };
  };
  const { service } = await writeService(regional, {
    landed: (now) => isSameHold(holdOf(now), own),
    plan: (now) => holdOf(now) || inputs.dryRun ? void 0 : { ...now, annotations: withRecords(now.annotations, { hold: ownHold(now) }) }
  });
  const found2 = holdOf(service);
  return { service, hold: found2 ?? ownHold(service), existed: found2 !== void 0 && !isSameHold(found2, own) };
}
var import_annotations16, import_errors65;
var init_set_hold = __esm({
  "actions/deploy-run/hold/set-hold.ts"() {
    "use strict";
    import_annotations16 = __toESM(require_annotations(), 1);
    init_holds();
    import_errors65 = __toESM(require_errors(), 1);
    init_records();
    init_traffic();
    init_reachable();
    init_fenced_write();
    init_ownership();
    init_hold_result();
  }
});

// actions/deploy-run/rollout/revision-logs.ts
async function showLogs(regional, revision) {
  const patience = await startedAtAll(regional, revision) ? PATIENCE2 : 0;
  const { log, clock, signal } = regional.context;
  const url = logsUrl(regional, revision);
  const filter = revisionFilter(regional, revision);
  try {
    const look = async () => {
      const lines2 = await regional.clients.logs.tail(filter, LINES);
      return lines2.length > 0 ? lines2 : void 0;
    };
    const lines = await (0, import_retry26.poll)(look, { clock, signal, until: clock.now() + patience, first: 1500 }) ?? [];
    if (lines.length === 0) {
      log.info(`${revision} has written no log line yet. Its logs: ${url}`);
      return void 0;
    }
    const text = lines.map(({ severity, text: text2 }) => `${severity === "DEFAULT" ? "" : `${severity} `}${text2}`).join("\n");
    await log.group(`The last ${lines.length} log lines of ${revision}`, async () => log.output(text));
    return { revision, url, text };
  } catch (error) {
    if (!(error instanceof import_errors66.CloudError)) throw error;
    const why = error.status === 403 ? `cannot be read: ${error.permission ?? "logging.logEntries.list"} is missing, which roles/logging.viewer grants` : `could not be read (${error.message})`;
    log.info(`The logs of ${revision} ${why}. They are here: ${url}`);
    return void 0;
  }
}
async function startedAtAll(regional, name) {
  const revision = await getRevision(regional, name);
  if (!revision) return false;
  const { state, condition } = readiness(revision);
  return state === "ready" || condition?.revisionReason !== void 0;
}
var import_errors66, import_retry26, LINES, PATIENCE2;
var init_revision_logs = __esm({
  "actions/deploy-run/rollout/revision-logs.ts"() {
    "use strict";
    init_logging();
    init_revisions();
    import_errors66 = __toESM(require_errors(), 1);
    import_retry26 = __toESM(require_retry(), 1);
    init_regional_service();
    LINES = 20;
    PATIENCE2 = 6e3;
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
    if (!(error instanceof import_errors67.CloudError)) throw error;
    log.warning(
      `The comment on pull request #${number} could not be written: ${error.message}.${error.permission ? ' Add "pull-requests: write" to the permissions of the job.' : ""}`
    );
    return error;
  }
}
var import_errors67;
var init_preview_comment = __esm({
  "src/github/preview-comment.ts"() {
    "use strict";
    import_errors67 = __toESM(require_errors(), 1);
  }
});

// actions/deploy-run/preview/comment.ts
async function comment(targets2, { context, openGitHub: openGitHub2, inputs }, lines, removed = false) {
  const number = context.github.payload.pull_request?.number;
  const services = targets2.map(({ name }) => name);
  if (number && openGitHub2 && inputs.previewComment && services.length > 0)
    await writePreviewComment(await openGitHub2(), context.log, { number, services, removed }, lines);
}
async function commentFailure(services, step, tag, reason) {
  const { inputs, context } = step;
  if (context.signal.aborted) return;
  const shown = await Promise.all(services.map((one) => stillShown(one, tag)));
  await comment(services.map(identityOf), step, [
    import_summary9.md`❌ **Preview** of ${(0, import_summary9.plain)((0, import_commit15.shortCommit)(inputs.commit))} failed (${(0, import_summary9.link)("run", context.github.runUrl)}). ${(0, import_summary9.plain)(reason)}`,
    import_summary9.md``,
    ...shown
  ]);
}
async function stillShown(regional, tag) {
  const place = import_summary9.md`${(0, import_summary9.plain)(regional.service)} in ${(0, import_summary9.plain)(regional.region)}`;
  try {
    const now = await regional.api.get(regional.name);
    const ours = now && isTagOf(now, tag, regional.context.github.repository);
    const revision = ours && tagsInEffect(now).find((one) => one.tag === tag)?.revision;
    const url = revision && tagUrl(now, tag);
    if (!url) return import_summary9.md`- ${place}: no preview.`;
    return import_summary9.md`- ${place}: ${(0, import_summary9.link)(url, url)} still shows revision ${(0, import_summary9.code)(revision)}.`;
  } catch (error) {
    if (!(error instanceof import_errors68.CloudError)) throw error;
    return import_summary9.md`- ${place}: what its preview shows could not be read.`;
  }
}
var import_commit15, import_errors68, import_summary9;
var init_comment = __esm({
  "actions/deploy-run/preview/comment.ts"() {
    "use strict";
    import_commit15 = __toESM(require_commit(), 1);
    init_preview_comment();
    init_preview_owners();
    import_errors68 = __toESM(require_errors(), 1);
    import_summary9 = __toESM(require_summary(), 1);
    init_traffic();
    init_regional_service();
  }
});

// actions/deploy-run/preview/drop-tags.ts
async function dropTags(regional, claims, revision) {
  const tagsOf = (now) => claims.filter((claim) => otherOwner(now, claim) === void 0).map(({ tag }) => tag);
  const has = (now) => taggedTargets(now, tagsOf(now)).some((one) => revision === void 0 || one === revision);
  const { service } = await writeService(regional, {
    landed: (now) => !has(now),
    plan: async (now) => {
      if (!has(now)) return void 0;
      const tags = tagsOf(now);
      return { ...now, traffic: await sharesOf(regional, now, tags), annotations: withoutTagOwners(now, tags) };
    }
  });
  return service;
}
async function sharesOf(regional, now, without2) {
  const wish = (rolloutOf(now) || now.reconciling) && now.traffic?.every(({ revision }) => revision);
  const shares = wish ? (now.traffic ?? []).filter(({ percent = 0 }) => percent > 0).map(({ tag: _, ...target }) => target) : serving(now).map((share) => ({ type: import_resources4.REVISION, ...share }));
  const tags = (await keptTags(regional, now, ...without2)).map((one) => ({ type: import_resources4.REVISION, ...one }));
  return [...shares, ...tags];
}
async function removeLeftOver(regional) {
  const { name, service, region, api, clients } = regional;
  const gone = await pollService(regional, async () => {
    const now = await api.get(name);
    if (!now) return true;
    if (now.deleteTime) return void 0;
    if (!isLeftOver(now)) return false;
    try {
      await clients.services.remove(name, now.etag ?? "");
    } catch (error) {
      if (!(error instanceof import_errors69.CloudError) || error.status !== 409) throw error;
    }
    return void 0;
  });
  if (gone !== void 0) return gone;
  throw new import_errors69.OutcomeError(`The service ${service} in ${region} is still being deleted. Run this step again.`);
}
var import_resources4, import_errors69, taggedTargets;
var init_drop_tags = __esm({
  "actions/deploy-run/preview/drop-tags.ts"() {
    "use strict";
    import_resources4 = __toESM(require_resources(), 1);
    init_preview_owners();
    import_errors69 = __toESM(require_errors(), 1);
    init_records();
    init_traffic();
    init_fenced_write();
    init_poll();
    init_tags();
    taggedTargets = (service, tags) => [...service.traffic ?? [], ...service.trafficStatuses ?? []].filter(({ tag }) => tag !== void 0 && tags.includes(tag)).map(({ revision }) => revision);
  }
});

// actions/deploy-run/preview/preview.ts
async function deployPreview(deploys, request, step, events) {
  try {
    const results = await deployAll(deploys, step, events);
    if (!step.inputs.dryRun) await commentPreview(results, step);
    return results;
  } catch (error) {
    const services = deploys.map(({ regional }) => regional);
    if (!step.inputs.dryRun) await commentFailure(services, step, request.tag ?? "", "It could not be deployed.");
    throw error;
  }
}
async function deployAll(deploys, step, events) {
  const several = step.inputs.services.length > 0;
  const linksOf2 = ({ links = [] }) => several ? links : [];
  const urls = deploys.some((one) => linksOf2(one).length > 0) ? await readUrls(deploys) : /* @__PURE__ */ new Map();
  checkLinks(
    deploys.map((one) => ({ names: namesOf(placeOf(one)), links: linksOf2(one), label: one.regional.service })),
    new Set(urls.keys())
  );
  const results = [];
  let waiting = [...deploys];
  while (waiting.length > 0) {
    const wave = waiting.filter((one) => linksOf2(one).every((link6) => urls.has(link6)));
    if (wave.length === 0) throw new import_errors70.OutcomeError(withoutUrl(waiting.flatMap(linksOf2), urls));
    results.push(...await deployWave(wave, urls, step, events));
    waiting = waiting.filter((one) => !wave.includes(one));
  }
  return results;
}
async function readUrls(deploys) {
  const urls = /* @__PURE__ */ new Map();
  const found2 = await Promise.all(deploys.map(({ regional }) => regional.api.get(regional.name)));
  for (const [i, deploy2] of deploys.entries()) record2(urls, deploy2, found2[i]);
  return urls;
}
function record2(urls, deploy2, service) {
  const { request } = deploy2.inputs;
  const tag = request.kind === "deploy" ? request.tag ?? "" : "";
  const url = service && urlOfTag(service, tag);
  if (!url) return;
  const place = placeOf(deploy2);
  for (const name of namesOf(place))
    urls.set(name, (urls.get(name) ?? /* @__PURE__ */ new Map()).set(place.region, url));
}
async function deployWave(wave, urls, step, events) {
  const planned = [];
  for (const deploy2 of wave) {
    const { prepareLinked, prepare, links = [] } = deploy2;
    const linked = prepareLinked && links.length > 0 ? () => prepareLinked(urls) : prepare;
    planned.push({ one: await planRegion({ ...deploy2, prepare: linked }, events), deploy: deploy2 });
  }
  for (const { one } of planned) for (const note of one.plan.notes) step.context.log.notice(note);
  const results = [];
  for (const { one, deploy: deploy2 } of planned) {
    const { inputs, alias } = deploy2;
    const result = inputs.dryRun ? dryRun(one, events) : await deployOne(one, { ...step, inputs }, events);
    results.push({ ...result, alias });
    record2(urls, deploy2, inputs.dryRun ? { uri: "https://preview.invalid", ...result.service } : result.service);
  }
  return results;
}
async function commentPreview(results, step) {
  const rows = results.map(({ target, service, tag }) => {
    const url = tagUrl(service, tag ?? "") ?? "";
    return import_summary10.md`| ${(0, import_summary10.plain)(target.service)} | ${(0, import_summary10.plain)(target.region)} | ${(0, import_summary10.link)(url, url)} |`;
  });
  await comment(placesOf(results), step, [
    import_summary10.md`**Preview** of ${(0, import_summary10.plain)((0, import_commit16.shortCommit)(step.inputs.commit))} (${(0, import_summary10.link)("run", step.context.github.runUrl)})`,
    import_summary10.md``,
    import_summary10.md`| Service | Region | URL |`,
    import_summary10.md`| --- | --- | --- |`,
    ...rows
  ]);
}
function dryRun(planned, events) {
  const { service, current, tag = "" } = planned.plan;
  events.push({ name: service.name, kind: "ended", ending: { kind: "dry-run", previewTag: tag } });
  return { ...resultOf(planned, current ?? {}, "", events), changed: false };
}
async function deployOne(planned, step, events) {
  const {
    regional,
    plan: { tag = "", claim }
  } = planned;
  const { name } = regional;
  const { inputs } = step;
  let revision = "";
  try {
    const written = await write2(planned, (chosen) => {
      revision = chosen;
    });
    const ready = await waitForRevision(regional, revision, written.operation);
    checkDigests(planned.plan.template, ready, planned.plan.accepted);
    const service = await pollService(regional, async () => {
      const now = await regional.api.get(regional.name);
      return now && tagsInEffect(now).some((one) => one.tag === tag && one.revision === revision) ? now : void 0;
    });
    if (!service)
      throw new import_errors70.OutcomeError(`The tag ${tag} did not take effect within ${describeTimeout(regional.context)}.`);
    const probe = await probeService(planned, { service, tag }, inputs);
    if (probe) events.push({ name, kind: "probed", probe });
    if (planned.plan.allowUnauthenticated !== void 0) await setAccess(regional, planned.plan.allowUnauthenticated);
    const url = tagUrl(service, tag) ?? "";
    events.push({ name, kind: "ended", ending: { kind: "previewed", revision, url } });
    return resultOf(planned, service, revision, events);
  } catch (error) {
    if (revision && !step.context.signal.aborted) {
      const logs = await showLogs(regional, revision).catch(() => void 0);
      if (logs) events.push({ name, kind: "logs", logs });
      await (claim && dropTags(regional, [claim], revision))?.catch(
        (failure) => step.context.log.warning(`The tag ${tag} could not be removed: ${failure.message}`)
      );
    }
    throw error;
  }
}
async function write2(planned, named4) {
  const {
    regional,
    plan: { current, desired, candidate, tag = "", claim, commit: commit2 }
  } = planned;
  if (!desired || !claim) throw new Error("nothing to preview");
  const landed = (service, revision2) => service.traffic?.some((target) => target.tag === tag && target.revision === revision2) ?? false;
  let revision = candidate.kind === "new" ? "" : candidate.revision;
  if (!current) {
    revision = await freeRevision(regional, commit2);
    named4(revision);
    const template = { ...desired.template, revision };
    const traffic = [
      { type: import_resources5.REVISION, revision, percent: 100 },
      { type: import_resources5.REVISION, revision, tag }
    ];
    const service = { ...desired.service, template, traffic };
    const annotations = asPreviewService(service, claim);
    return await createService(regional, { ...service, annotations }, (now) => landed(now, revision));
  }
  return await writeService(regional, {
    landed: (now) => landed(now, revision),
    plan: async (now) => {
      checkTagOwner(now, claim);
      if (candidate.kind === "new") revision = await freeRevision(regional, commit2);
      named4(revision);
      return {
        ...withEarlyFields(now, current, desired.service),
        ...candidate.kind === "new" && { template: { ...desired.template, revision } },
        traffic: [...await sharesOf(regional, now, [tag]), { type: import_resources5.REVISION, revision, tag }],
        annotations: withTagOwner(now, claim)
      };
    }
  });
}
async function reportFailure(services, step, { tag, reason }, events) {
  for (const { name } of services)
    events.push({ name, kind: "ended", ending: { kind: "done", did: `The preview failed. ${reason}` } });
  if (!step.inputs.dryRun) await commentFailure(services, step, tag, reason);
  return [];
}
function resultOf({ plan }, service, revision, events) {
  const { service: target, template, tag, candidate } = plan;
  events.push({ name: target.name, kind: "serves", shares: serving(service), tags: tagsInEffect(service) });
  return { target, before: plan.serving, service, revision, template, tag, changed: candidate.kind === "new" };
}
var import_commit16, import_resources5, import_errors70, import_summary10, withoutUrl, placeOf, placesOf;
var init_preview = __esm({
  "actions/deploy-run/preview/preview.ts"() {
    "use strict";
    import_commit16 = __toESM(require_commit(), 1);
    import_resources5 = __toESM(require_resources(), 1);
    init_preview_owners();
    import_errors70 = __toESM(require_errors(), 1);
    import_summary10 = __toESM(require_summary(), 1);
    init_time_limit();
    init_desired_service();
    init_image_digests();
    init_preview_links();
    init_traffic();
    init_probe_service();
    init_plan_members();
    init_revision_logs();
    init_wait();
    init_access();
    init_fenced_write();
    init_poll();
    init_regional_service();
    init_comment();
    init_drop_tags();
    withoutUrl = (links, urls) => `There is no URL for ${[...new Set(links)].filter((link6) => !urls.has(link6)).join(", ")}: a worker pool, or a service with its default URL disabled, has none. Leave the variable out, or enable the URL.`;
    placeOf = ({ regional: { service, region }, alias }) => ({
      service,
      region,
      alias
    });
    placesOf = (results) => results.map(({ target }) => target);
  }
});

// actions/deploy-run/preview/remove.ts
async function removeTags(services, step, tags, events) {
  const { inputs, context } = step;
  const claims = tags.map((tag) => ({ tag, repository: context.github.repository, force: inputs.force }));
  const found2 = await Promise.all(
    services.map(async (one) => ({ regional: one, before: await one.api.get(one.name) }))
  );
  const results = [];
  for (const { regional, before } of found2) {
    const present = claims.flatMap(
      (claim) => before?.traffic?.some(({ tag }) => tag === claim.tag) ? { claim, other: otherOwner(before, claim) } : []
    );
    const had = present.flatMap(({ claim, other }) => other === void 0 ? claim : []);
    const after2 = had.length > 0 && !inputs.dryRun ? await dropTags(regional, had) : before ?? {};
    const gone = !inputs.dryRun && isLeftOver(after2) && await removeLeftOver(regional);
    const service = gone ? {} : after2;
    const did = [
      present.length === 0 && `There is no tag ${tags.join(", ")}.`,
      had.length > 0 && describe(had, inputs.dryRun),
      ...present.map(({ claim: { tag }, other }) => other && ofOther(tag, other)),
      gone && "The service was deleted: a preview created it, and it has no other tag."
    ].filter(Boolean).join(" ");
    events.push({ name: regional.name, kind: "ended", ending: { kind: "done", did } });
    context.log.info(`${regional.service} in ${regional.region}: ${did}`);
    results.push({
      target: identityOf(regional),
      before: [],
      service,
      revision: serving(service)[0]?.revision ?? "",
      template: service.template ?? {},
      tag: void 0,
      changed: had.length > 0 || gone
    });
  }
  if (!inputs.dryRun)
    await comment(
      results.map(({ target }) => target),
      step,
      [import_summary11.md`**Preview** ${(0, import_summary11.listed)(tags.map(import_summary11.code), ", ")} was removed.`],
      true
    );
  return results;
}
function describe(had, dryRun2) {
  const [noun, verb] = had.length === 1 ? ["tag", "was"] : ["tags", "were"];
  return `The ${noun} ${had.map(({ tag }) => tag).join(", ")} ${dryRun2 ? "would be" : verb} removed.`;
}
var import_summary11, ofOther;
var init_remove = __esm({
  "actions/deploy-run/preview/remove.ts"() {
    "use strict";
    init_preview_owners();
    import_summary11 = __toESM(require_summary(), 1);
    init_traffic();
    init_regional_service();
    init_comment();
    init_drop_tags();
    ofOther = (tag, repository) => `The tag ${tag} stays: it is a preview of the repository ${repository}. To remove it, use force: true.`;
  }
});

// actions/deploy-run/release/first-step.ts
async function takeFirstStep(release, candidates, plan) {
  const { step, events } = release;
  const percent = plan.steps[0]?.percent ?? 100;
  await shift(release, candidates, percent);
  await probeShares(release, candidates, percent);
  const [lead] = candidates;
  const { regional, plan: rollout } = lead.progress.planned;
  const now = step.clients.googleClock.now();
  const at = { step: 0, since: new Date(now).toISOString(), spans: [] };
  await writeLead(regional, step.id, (canary) => ({ ...canary, at }));
  const record3 = { id: step.id, commit: rollout.commit };
  const left = canaryStatus({ record: record3, canary: { plan, at } }, { lead: regional.name, next: void 0, now });
  const results = await describeCanary(
    candidates.map(({ deploy: deploy2 }) => deploy2.regional),
    step,
    events,
    { none: "The canary was started, and another run has ended it since." }
  );
  return results.map((result) => ({ ...result, canary: result.canary ?? left }));
}
var init_first_step = __esm({
  "actions/deploy-run/release/first-step.ts"() {
    "use strict";
    init_describe();
    init_lead_record();
    init_phases();
  }
});

// actions/deploy-run/release/deploy-release.ts
async function deployRelease(deploys, step, events, jobs = []) {
  const order = planLayers(
    deploys.map((deploy2) => ({
      deploy: deploy2,
      service: deploy2.regional.service,
      alias: deploy2.alias,
      after: deploy2.after
    }))
  );
  const planned = await planMembers(deploys, step, events);
  if (step.inputs.dryRun && planned.length === 0) return [];
  for (const {
    planned: { plan },
    deploy: deploy2
  } of planned)
    describePlan(plan, deploy2.inputs, step);
  const canary = await beforeChanges(
    planned,
    step,
    events,
    () => prepareCanary(
      planned.map((one) => one.planned.plan),
      step,
      events
    )
  );
  if (step.inputs.dryRun) {
    for (const when of ["before-traffic", "after-traffic"]) await runJobs(jobs, when, []);
    return planned.map((one) => dryRunResult(one.planned, step, events));
  }
  const layerOf = (deploy2) => order.findIndex((layer) => layer.some((one) => one.deploy === deploy2));
  const layered = planned.map((member) => ({ ...member, layer: layerOf(member.deploy) }));
  const { moving, untouched } = splitRollback(layered, step);
  const held = await beforeChanges(moving, step, events, () => heldPlan(moving, jobs, step));
  const results = await carryOut(moving, jobs, step, events, { canary, held });
  return [...results, ...untouched.map((member) => stays(member, events))];
}
async function beforeChanges(planned, step, events, work) {
  try {
    return await work();
  } catch (error) {
    const sentences2 = planned.map(({ deploy: deploy2 }) => describeUnchanged(deploy2.regional, events));
    for (const [i, { deploy: deploy2 }] of planned.entries())
      recordFailure([deploy2.regional.name], sentences2.slice(i, i + 1), { error, events, step });
    throw explainFailure(error, sentences2, step);
  }
}
function splitRollback(members, { settledReleases }) {
  const same = ({ planned: { plan } }) => {
    const [main, ...others] = plan.serving;
    const { candidate } = plan;
    return plan.kind === "rollback" && others.length === 0 && candidate.kind === "existing" && main?.revision === candidate.revision;
  };
  const moving = members.filter((member) => !same(member));
  if (moving.length === 0 || settledReleases.size > 0) return { moving: members, untouched: [] };
  return { moving, untouched: members.filter(same) };
}
function stays({ planned: { plan } }, events) {
  const { service: target, current = {}, serving: serving2, template } = plan;
  const { name } = target;
  const revision = serving2[0]?.revision ?? "";
  const did = `${target.service} stays on ${revision}, which the rollback leaves alone.`;
  events.push(
    { name, kind: "serves", shares: serving2, tags: [] },
    { name, kind: "ended", ending: { kind: "done", did } }
  );
  return { target, before: serving2, service: current, revision, template, tag: void 0, changed: false };
}
async function carryOut(members, jobs, step, events, { canary, held }) {
  const { context, id } = step;
  if (members.length > 1 && jobs.length === 0 && members.every(({ planned: { plan } }) => plan.candidate.kind === "serving"))
    return await recordAll(members, step, events);
  const saveState = (more = {}) => saveRolloutState(
    context,
    id,
    members.map(({ deploy: { regional }, layer }) => ({ regional, layer })),
    more
  );
  const [lead] = members;
  const endsWithTraffic = members.length === 1 && lead.planned.plan.kind === "rollback";
  const keepUndo = (undo) => {
    release.undo = undo;
    saveState({ undo });
  };
  const release = {
    step,
    events,
    members,
    begun: /* @__PURE__ */ new Set(),
    failing: void 0,
    ...endsWithTraffic && { keepUndo },
    canary,
    held
  };
  saveState();
  const lease = members.length > 1 || held ? keepLease(lead.deploy.regional, id) : void 0;
  let committing = false;
  let committed = false;
  let finished = false;
  let candidates = [];
  try {
    candidates = await createCandidates(release);
    await runJobs(jobs, "before-traffic", candidates);
    if (held) {
      const results2 = await takeFirstStep(release, candidates, held);
      clearRolloutState(context);
      finished = true;
      return results2;
    }
    await moveTraffic2(release, candidates);
    const failed = await runJobs(jobs, "after-traffic", candidates);
    candidates = withServices(candidates, inExtraTime(step));
    committing = members.length > 1;
    if (committing) saveState({ committing });
    await commit(release, candidates);
    committed = true;
    const results = await finishOthers(release, candidates);
    clearRolloutState(context);
    finished = true;
    if (failed !== void 0) throw failed;
    return results;
  } catch (error) {
    lease?.stop();
    if (finished) throw error;
    if (committed && members.length === 1) {
      clearRolloutState(context);
      throw error;
    }
    throw await endFailed(release, error, committing);
  } finally {
    lease?.stop();
  }
}
async function heldPlan(members, jobs, { inputs }) {
  const moving = members.some(
    ({ planned: { plan } }) => plan.kind === "deploy" && plan.candidate.kind !== "serving" && !isFirst(plan)
  );
  if (inputs.rollout.held.length === 0 || !moving) return void 0;
  return planCanary(
    inputs.rollout,
    members.map(({ layer }) => layer),
    await planLaterJobs(
      jobs,
      members.map(({ planned: { plan } }) => plan)
    )
  );
}
async function endFailed(release, error, mayBeCommitted) {
  const { step, events, members, begun, failing } = release;
  const touched = members.filter(({ deploy: { regional } }) => begun.has(regional));
  const ended = await endRelease(
    step.context,
    step.inputs,
    step.id,
    touched.map(({ deploy: { regional }, layer }) => ({
      regional,
      layer,
      before: sharesBefore(events, regional.name)
    })),
    { mayBeCommitted, undo: release.undo, again: "The post step tries again." }
  );
  const broken = !((0, import_errors71.isAbort)(error) || error instanceof OvertakenError || error instanceof import_freeze11.BlockedError);
  if (failing && broken) await recordLogs(failing, step, events);
  for (const { name, shares } of ended.members) if (shares) events.push({ name, kind: "serves", shares, tags: [] });
  if (ended.committed && ended.complete) clearRolloutState(step.context);
  const untouched = members.flatMap(
    ({ deploy: { regional } }) => begun.has(regional) ? [] : [describeUnchanged(regional, events)]
  );
  const at = members.length > 1 && failing && !(0, import_errors71.isAbort)(error) ? [`It failed at ${describeMember(memberKey(failing.name))}.`] : [];
  const became = [...describeEnded(ended.members), ...untouched].filter((text) => text !== "");
  const sentences2 = became.length > 0 ? [...at, ...became] : [];
  recordFailure(
    members.map(({ deploy: deploy2 }) => deploy2.regional.name),
    sentences2,
    { error, events, step }
  );
  return explainFailure(error, sentences2, step);
}
async function recordLogs(failing, { context }, events) {
  const { name } = failing;
  const candidate = createdRevision(events, name);
  const logs = candidate && await showLogs({ ...failing, context }, candidate).catch(() => void 0);
  if (logs) events.push({ name, kind: "logs", logs });
}
async function recordAll(members, step, events) {
  const results = [];
  for (const { planned } of members) {
    const recorded = await recordUnchanged(planned, step);
    const { candidate } = planned.plan;
    const revision = candidate.kind === "new" ? "" : candidate.revision;
    results.push(await readResult(planned, { revision, recorded, changed: false }, events));
  }
  return results;
}
var import_freeze11, import_errors71;
var init_deploy_release = __esm({
  "actions/deploy-run/release/deploy-release.ts"() {
    "use strict";
    import_freeze11 = __toESM(require_freeze(), 1);
    import_errors71 = __toESM(require_errors(), 1);
    init_extra_time();
    init_release_jobs();
    init_decision();
    init_long_canary();
    init_rollout_plan();
    init_lease();
    init_record_unchanged();
    init_revision_logs();
    init_outcome();
    init_ownership();
    init_canary();
    init_describe_failure();
    init_describe_release();
    init_end_release();
    init_first_step();
    init_phases();
    init_plan_members();
  }
});

// actions/deploy-run/report/outputs.ts
function setDeployOutputs(context, results, force) {
  const [first] = results;
  if (!first) return;
  const { target, service, revision } = first;
  const version = describeVersion(first);
  for (const [name, value] of Object.entries(version)) context.output(name, value);
  context.output("digest", version.image?.split("@")[1]);
  context.output(
    "traffic",
    results.flatMap((result) => trafficOf(result.target, result.service))
  );
  context.output(
    "changed",
    results.some(({ changed: changed2 }) => changed2)
  );
  context.output("console-url", consoleUrl(target));
  context.output("services", results.map(describeService));
  setCanaryOutputs(context, results, force);
  context.output("release", releasesOf(service).findLast((release) => release.revision === revision)?.rollout);
}
function setCanaryOutputs(context, results, force) {
  const canaries = results.flatMap(({ canary }) => canary ?? []);
  const waiting = canaries.filter(({ approval }) => approval);
  context.output("canary", waiting[0] ?? canaries[0]);
  const toApprove = waiting.filter(({ overdue }) => force || !overdue);
  const approvals = new Set(toApprove.map(({ release, step }) => approvalName(release, step)));
  context.output("approvals", [...approvals].join("\n") || void 0);
  context.output("waiting", results.some(({ waiting: waiting2 }) => waiting2) || void 0);
}
function describeVersion({ before, service, revision, template, tag }) {
  const containers = template.containers ?? [];
  const previous3 = before.find((share) => share.revision !== revision)?.revision;
  return {
    url: service.uri ?? service.urls?.[0],
    revision,
    "previous-revision": previous3,
    commit: commitOf(service, revision),
    "previous-commit": commitOf(service, previous3 ?? before[0]?.revision),
    image: containers[Math.max(0, (0, import_manifest11.ingressIndex)(containers))]?.image,
    "tag-url": tag && tagUrl(service, tag)
  };
}
function describeService(result) {
  const { target, changed: changed2, alias } = result;
  const { kind, region, service: name } = target;
  return {
    service: name,
    region,
    kind,
    ...describeVersion(result),
    ...alias !== void 0 && { name: alias },
    changed: changed2
  };
}
function trafficOf({ region }, service) {
  return [
    ...serving(service).map((share) => ({ region, ...share })),
    ...tagsInEffect(service).map(({ tag, revision }) => ({
      region,
      revision,
      percent: 0,
      tag,
      url: tagUrl(service, tag)
    }))
  ];
}
var import_manifest11, commitOf;
var init_outputs = __esm({
  "actions/deploy-run/report/outputs.ts"() {
    "use strict";
    import_manifest11 = __toESM(require_manifest(), 1);
    init_records();
    init_traffic();
    init_outcome();
    init_regional_service();
    commitOf = (service, revision) => releasesOf(service).findLast((release) => release.revision === revision)?.commit;
  }
});

// actions/deploy-run/report/release-summary.ts
function summarizeRelease(summary, reports, { title, id }) {
  const released = reports.some(({ ending }) => ending?.kind === "deployed" || ending?.kind === "commit-recorded");
  const failed = reports.filter(({ ending }) => ending === void 0 || ending.kind === "failed").length;
  const planned = reports.some(({ ending }) => ending?.kind === "dry-run");
  const rolledBack = title === "Rollback" && failed < reports.length;
  const all = `${reports.length} services`;
  const together2 = title !== "Canary";
  summary.heading((0, import_summary12.plain)(`${title}: ${all}`));
  if (planned) summary.paragraph((0, import_summary12.plain)("Dry run: nothing was changed. This is the plan."));
  else if (failed === 0)
    summary.paragraph(
      title === "Deploy" && released ? import_summary12.md`✅ All ${(0, import_summary12.plain)(all)} are live together, as release ${(0, import_summary12.code)(id)}.` : (0, import_summary12.plain)(`\u2705 ${title}: all ${all}${together2 ? " together" : ""}.`)
    );
  else if (rolledBack)
    summary.paragraph(
      (0, import_summary12.plain)(`\u274C Rollback: ${reports.length - failed} of ${all} are rolled back. The live revisions are below.`)
    );
  else
    summary.paragraph(
      (0, import_summary12.plain)(
        `\u274C ${title} failed${together2 ? `: ${all} are deployed together or not at all` : ""}. The live revisions are below.`
      )
    );
  summary.table(
    ["Service", "Region", "Before", "Revision of this step", planned ? "Would serve" : "Serves now"],
    reports.map(({ target, before, isRead, candidate, after: after2 }) => [
      (0, import_summary12.plain)(target.service),
      (0, import_summary12.plain)(target.region),
      (0, import_summary12.plain)(isRead ? listShares(before) : "unknown"),
      candidate ? (0, import_summary12.code)(candidate) : import_summary12.md`–`,
      after2 ? (0, import_summary12.plain)(listShares(after2)) : (0, import_summary12.plain)(planned ? "\u2013" : "unknown")
    ])
  );
}
var import_summary12;
var init_release_summary = __esm({
  "actions/deploy-run/report/release-summary.ts"() {
    "use strict";
    import_summary12 = __toESM(require_summary(), 1);
    init_records();
  }
});

// actions/deploy-run/report/report.ts
function reportOn(target, events) {
  const own = events.filter(({ name }) => name === target.name);
  const all = (kind) => own.filter((event) => event.kind === kind);
  const plan = all("planned").at(-1)?.plan;
  const ending = all("ended").at(-1)?.ending;
  const serves = all("serves").at(-1);
  return {
    target,
    ending,
    notes: plan?.notes ?? [],
    changes: plan?.changes ?? [],
    candidate: all("created").at(-1)?.revision ?? (plan?.candidate.kind === "new" ? void 0 : plan?.candidate.revision),
    before: plan?.serving ?? serves?.before ?? [],
    isRead: plan !== void 0 || serves?.before !== void 0,
    after: serves?.shares,
    tags: serves?.tags ?? [],
    probes: all("probed").map(({ probe }) => probe),
    phases: all("phase").map(({ phase, ms }) => ({ name: phase, ms })),
    logs: all("logs").at(-1)?.logs,
    canary: all("judged").at(-1)?.observation,
    revision: ending && "revision" in ending ? ending.revision : all("created").at(-1)?.revision,
    commit: plan?.commit
  };
}
var init_report = __esm({
  "actions/deploy-run/report/report.ts"() {
    "use strict";
  }
});

// actions/deploy-run/run.ts
async function run(inputs, context) {
  const step = createStepContext(timed(inputs, context), inputs);
  const { request } = inputs;
  try {
    await carryOut2(request, step);
  } finally {
    noteFreeze(context.summary, inputs.freeze, step.clients.googleClock);
    await cancelRunning(step);
  }
}
async function carryOut2(request, step) {
  if (request.kind === "deploy") return await deploy(request, step);
  if (request.kind === "jobs") return await deployJobs(step);
  const found2 = await findServices(step);
  const services = found2.map(({ regional }) => regional);
  switch (request.kind) {
    case "rollback":
      return await withReachable(
        "Rollback",
        found2,
        step,
        (reached, events) => deployRelease(planRollbacks(reached.reachable, request.to, step, missingNote(reached, step)), step, events)
      );
    case "hold":
      return await withReachable("Hold set", found2, step, (reached, events) => setHold(reached, step, events));
    case "release-hold":
      return await withReachable(
        "Hold released",
        found2,
        step,
        (reached, events) => releaseServiceHold(reached, step, events)
      );
    case "remove-tag":
      return await reported(
        "Tag removed",
        step,
        services,
        (events) => removeTags(services, step, request.tags, events)
      );
    case "preview-failure":
      return await reported("Preview", step, services, (events) => reportFailure(services, step, request, events));
    case "advance":
      return await reported("Canary", step, services, (events) => advanceAll(services, step, events));
  }
}
async function withReachable(title, found2, step, work) {
  const reached = await findReachable(found2, step);
  await reported(
    title,
    step,
    found2.map(({ regional }) => regional),
    (events) => {
      reportSilent(reached.silent, step, events);
      return work(reached, events);
    }
  );
  refuseIncomplete(reached, step);
}
async function deployJobs(step) {
  const jobs = await loadReleaseJobs(step, []);
  const failures = [await runJobs(jobs, "before-traffic", []), await runJobs(jobs, "after-traffic", [])];
  const failure = failures.find((one) => one !== void 0);
  if (failure !== void 0) throw failure;
}
function timed({ rollout: { timeout, steps, held, stepInterval, analysis } }, context) {
  if (held.length > 0) return withDeadline(context, timeout);
  const intervals = analysis.conditions.length > 0 && analysis.onInconclusive === "extend" ? 2 : 1;
  const watched = steps.filter((percent) => percent < 100).length * intervals * stepInterval;
  return withDeadline(context, timeout + watched, timeout);
}
async function deploy(request, step) {
  const { inputs } = step;
  const loaded = await (0, import_errors72.allAtOnce)(partsOf(step).map((part) => loadPart(part))).catch((error) => {
    throw (0, import_errors72.withState)(error, "Nothing was changed.");
  });
  const jobs = loaded.flatMap((part) => part.jobs);
  if (jobs.length > 0 && inputs.services.length > 0)
    throw new import_errors72.InputError([
      {
        subject: "Input services",
        message: `${jobs[0]?.manifest.name} is a Job, which serves nothing. Deploy it in a step of its own.`
      }
    ]);
  if (jobs.length > 0) return await deployJob(jobs, request, step, { alone: true });
  const deploys = loaded.flatMap((part) => part.deploys);
  checkDistinct(deploys);
  const services = deploys.map(({ regional }) => regional);
  const releaseJobs = await loadReleaseJobs(step, deploys);
  if (request.preview)
    return await reported("Preview", step, services, (events) => deployPreview(deploys, request, step, events));
  return await reported(inputs.dryRun ? "Plan" : "Deploy", step, services, async (events) => {
    try {
      return await deployRelease(deploys, step, events, releaseJobs);
    } catch (error) {
      if (!(error instanceof UndecidedCanaryError)) throw error;
      return await waitForDecision(error.found, services[0], step, events);
    }
  });
}
async function reported(title, { context, inputs, id }, services, work) {
  const events = [];
  try {
    const results = await work(events);
    setDeployOutputs(context, results, inputs.force);
    if (!inputs.dryRun) for (const result of results) context.log.info(describeResult2(result));
  } catch (error) {
    setCanaryOutputs(context, resultsAfter(error), inputs.force);
    throw error;
  } finally {
    const reports = services.map((regional) => reportOn(identityOf(regional), events));
    if (services.length > 1) summarizeRelease(context.summary, reports, { title, id });
    for (const report of reports) summarizeService(context.summary, report, title, context.github);
  }
}
function describeResult2({ target, service }) {
  if (serving(service).length === 0) return `Nothing serves ${target.service} in ${target.region} yet.`;
  const urls = service.uri ? [service.uri] : service.urls ?? [];
  const where = urls.length > 0 ? ` at ${urls.join(" and ")}` : "";
  return `${listShares(serving(service))} serves ${target.service} in ${target.region}${where}.`;
}
var import_errors72;
var init_run = __esm({
  "actions/deploy-run/run.ts"() {
    "use strict";
    init_standing();
    import_errors72 = __toESM(require_errors(), 1);
    init_time_limit();
    init_undecided_canary();
    init_release_hold();
    init_set_hold();
    init_deploy_job();
    init_release_jobs();
    init_running_executions();
    init_load_services();
    init_records();
    init_traffic();
    init_preview();
    init_remove();
    init_deploy_release();
    init_earlier_release();
    init_reachable();
    init_outputs();
    init_release_summary();
    init_report();
    init_summary();
    init_outcome();
    init_regional_service();
    init_step_context();
  }
});

// actions/deploy-run/main.ts
var main_exports = {};
var import_node_process, import_action, import_inputs;
var init_main = __esm({
  "actions/deploy-run/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    import_action = __toESM(require_action(), 1);
    import_inputs = __toESM(require_inputs(), 1);
    init_run();
    void (0, import_action.runAction)({ name: "deploy-run", readInputs: import_inputs.readInputs, run }, import_node_process.default);
  }
});

// actions/deploy-run/post.ts
var post_exports = {};
var import_node_process2, import_action2, import_inputs2;
var init_post = __esm({
  "actions/deploy-run/post.ts"() {
    "use strict";
    import_node_process2 = __toESM(require("node:process"), 1);
    import_action2 = __toESM(require_action(), 1);
    import_inputs2 = __toESM(require_inputs(), 1);
    init_end_release();
    (0, import_action2.runAction)(
      {
        name: "deploy-run",
        readInputs: (reader, context) => leftWork(context) ? (0, import_inputs2.readInputs)(reader, context) : void 0,
        run: post
      },
      import_node_process2.default
    );
  }
});

// actions/deploy-run/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
exports.post = () => void (init_post(), __toCommonJS(post_exports));
