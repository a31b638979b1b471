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

// shared:src/records/annotations.ts
var ANNOTATION_PREFIX, COMMIT_LABEL, isReserved, isReservedPath, readAnnotation;
var init_annotations = __esm({
  "shared:src/records/annotations.ts"() {
    ({ ANNOTATION_PREFIX, COMMIT_LABEL, isReserved, isReservedPath, readAnnotation } = require("../shared/manifest.cjs")["src/records/annotations.ts"]);
  }
});

// shared:src/runtime/errors.ts
var CancelledError, CloudError, InputError, OutcomeError, PolicyError, TimedOutError, allAtOnce, isAbort, mergeErrors, stateAfter, withState;
var init_errors = __esm({
  "shared:src/runtime/errors.ts"() {
    ({ CancelledError, CloudError, InputError, OutcomeError, PolicyError, TimedOutError, allAtOnce, isAbort, mergeErrors, stateAfter, withState } = require("../shared/runtime.cjs")["src/runtime/errors.ts"]);
  }
});

// src/freeze/windows.ts
function parseFreezeWindow(line) {
  const [, whole = "", reason = ""] = /^(.*?)(?::\s+(.*))?$/.exec(line.trim()) ?? [];
  const [, from = "", to = "", zone = "UTC"] = /^(.+?)\s+-\s+(\S+(?:\s+\d\d:\d\d)?)(?:\s+([A-Za-z][\w+/-]*))?$/.exec(whole) ?? [];
  const window = {
    text: whole,
    reason: reason.trim() || "no reason was given",
    from: parseMoment(from, "start"),
    to: parseMoment(/^daily /.test(from) && /^\d\d:\d\d$/.test(to) ? `daily ${to}` : to, "end"),
    zone: checkZone(zone)
  };
  if (!window.from || !window.to || unitOf(window.from) !== unitOf(window.to))
    throw new Error(`"${line.trim()}" is not a freeze window. ${EXPECTED}`);
  if (window.from.kind === "date" && window.to.kind === "date" && window.from.text >= window.to.text)
    throw new Error(`"${line.trim()}" ends before it begins.`);
  return window;
}
function parseMoment(text, side) {
  const [, day = "", hour, minute] = /^(\S+)(?:\s+([01]\d|2[0-3]):([0-5]\d))?$/.exec(text) ?? [];
  const time = hour === void 0 ? void 0 : Number(hour) * 60 + Number(minute);
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && isDay(day))
    return {
      kind: "date",
      text: `${day} ${hour === void 0 ? side === "end" ? "24:00" : "00:00" : `${hour}:${minute}`}`
    };
  const index = DAYS.indexOf(`${day.slice(0, 1).toUpperCase()}${day.slice(1, 3).toLowerCase()}`);
  if (index >= 0 && day.length <= 9)
    return { kind: "weekly", day: index + 1, minute: index * 24 * 60 + (time ?? (side === "end" ? 24 * 60 : 0)) };
  return day === "daily" && time !== void 0 ? { kind: "weekly", day: void 0, minute: time } : void 0;
}
function checkZone(zone) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    throw new Error(`"${zone}" is not a time zone. Write its IANA name, for instance Europe/Berlin.`);
  }
}
function holdsAt({ from, to, zone }, now) {
  const local = localTime(now, zone);
  if (from.kind === "date" || to.kind === "date")
    return from.kind === "date" && to.kind === "date" && from.text <= local.date && local.date < to.text;
  const span = from.day === void 0 ? 24 * 60 : WEEK;
  const at = local.minute % span;
  const length = (to.minute - from.minute + span) % span || span;
  return (at - from.minute + span) % span < length;
}
function localTime(now, zone) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit"
  }).formatToParts(new Date(now));
  const part = (type) => parts.find((one) => one.type === type)?.value ?? "";
  const time = Number(part("hour")) * 60 + Number(part("minute"));
  return {
    minute: DAYS.indexOf(part("weekday")) * 24 * 60 + time,
    date: `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`
  };
}
var DAYS, WEEK, EXPECTED, unitOf, isDay, activeFreeze, describeFreeze;
var init_windows = __esm({
  "src/freeze/windows.ts"() {
    "use strict";
    DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    WEEK = 7 * 24 * 60;
    EXPECTED = 'Write for instance "Fri 16:00 - Mon 08:00 Europe/Berlin: weekend", "daily 22:00 - 06:00" or "2026-12-20 - 2027-01-02: holidays"; without a time zone it is UTC.';
    unitOf = (moment) => moment.kind === "date" ? "date" : moment.day === void 0 ? "daily" : "weekly";
    isDay = (text) => (/* @__PURE__ */ new Date(`${text}T00:00:00Z`)).toISOString().startsWith(text);
    activeFreeze = (windows, now) => windows.find((window) => holdsAt(window, now));
    describeFreeze = ({ text, reason }) => `Deploys are frozen (${text}): ${reason.replace(/\.?$/, ".")}`;
  }
});

// src/freeze/freeze.ts
function freezeOn(resource, windows, clock) {
  const active = (all) => all.length > 0 ? activeFreeze(all, clock.now()) : void 0;
  const own = active(windows);
  if (own) return describeFreeze(own);
  try {
    const found = active(freezeLines(resource).map(parseFreezeWindow));
    return found && describeFreeze(found);
  } catch (error) {
    return `Deploys are frozen: the annotation ${FREEZE_ANNOTATION} of the service is not valid, and blocks until it is corrected or removed. ${error.message}`;
  }
}
function checkFreeze(freeze, { force, consequence, log }) {
  if (freeze === void 0) return;
  if (force) {
    log.notice(`Forced: the freeze was overridden. ${freeze}`);
    return;
  }
  throw new BlockedError(
    (happened) => `${freeze} ${happened} Run this again once the freeze has ended, or once despite it with force: true. A rollback is not blocked.`,
    consequence
  );
}
var FREEZE_ANNOTATION, readFreeze, freezeLines, BlockedError;
var init_freeze = __esm({
  "src/freeze/freeze.ts"() {
    "use strict";
    init_annotations();
    init_errors();
    init_windows();
    FREEZE_ANNOTATION = `${ANNOTATION_PREFIX}freeze`;
    readFreeze = (reader) => reader.parseList("freeze", parseFreezeWindow);
    freezeLines = (resource) => (resource?.annotations?.[FREEZE_ANNOTATION] ?? "").split("\n").filter((line) => line.trim() !== "");
    BlockedError = class extends OutcomeError {
      describe;
      constructor(describe, consequence) {
        super(describe(consequence));
        this.describe = describe;
      }
    };
  }
});

// shared:yaml
var require_yaml = __commonJS({
  "shared:yaml"(exports2, module2) {
    module2.exports = require("../shared/yaml.cjs")["yaml"];
  }
});

// shared:src/manifest/yaml-error.ts
var MOST_LEVELS, TOO_DEEP, describeYamlError, isTooDeep;
var init_yaml_error = __esm({
  "shared:src/manifest/yaml-error.ts"() {
    ({ MOST_LEVELS, TOO_DEEP, describeYamlError, isTooDeep } = require("../shared/manifest.cjs")["src/manifest/yaml-error.ts"]);
  }
});

// shared:src/runtime/inputs.ts
var createInputReader, variable;
var init_inputs = __esm({
  "shared:src/runtime/inputs.ts"() {
    ({ createInputReader, variable } = require("../shared/runtime.cjs")["src/runtime/inputs.ts"]);
  }
});

// shared:src/inputs/lists.ts
var LineError, parseList, parseMap, writeList, writeMap;
var init_lists = __esm({
  "shared:src/inputs/lists.ts"() {
    ({ LineError, parseList, parseMap, writeList, writeMap } = require("../shared/runtime.cjs")["src/inputs/lists.ts"]);
  }
});

// src/inputs/entries.ts
function parseEntries(text, { expected }) {
  let value;
  try {
    value = (0, import_yaml.parse)(text);
  } catch (error) {
    throw new Error(describeYamlError(error));
  }
  if (!Array.isArray(value) || value.length === 0) throw new Error(`expected a list of entries with ${expected}`);
  return value.map((entry, i) => {
    if (entry === null || typeof entry !== "object" || Array.isArray(entry))
      throw new Error(`entry ${i + 1}: expected an object with ${expected}`);
    return entry;
  });
}
function parseEntry(given, index, { wide, whole, labelOf }) {
  const label = String(labelOf(given) ?? `entry ${index + 1}`);
  const values = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(given)) {
    if (wide.has(key)) throw new Error(`${label}: ${key} is for ${whole}. Give it as an input of the step.`);
    values.set(key, textOf(value, `${label}: ${key}`));
  }
  return { label, values };
}
function textOf(value, where) {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return writeList(value.map((item) => textOf(item, where)));
  return writeMap(
    Object.entries(value).map(([key, item]) => {
      if (item !== null && typeof item === "object") throw new Error(`${where}: the value of ${key} must be text.`);
      return [key, String(item ?? "")];
    })
  );
}
function readEntry({ list: list2, entry: { label, values }, inherited, entryOnly, lists, read: read5 }, problems) {
  const own = [...values].map(([name, value]) => [variable(name), value]);
  const reader = createInputReader(Object.fromEntries([...inherited, ...own]));
  for (const name of lists) reader.text(name);
  try {
    return read5(reader);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { subject, message } of error.problems) {
      const name = subject.replace(/^Input /, "");
      const isOwn = values.has(name) || entryOnly.includes(name);
      problems.push({ subject: isOwn ? `Input ${list2}, ${label}, ${name}` : subject, message });
    }
    return void 0;
  }
}
var import_yaml;
var init_entries = __esm({
  "src/inputs/entries.ts"() {
    "use strict";
    import_yaml = __toESM(require_yaml(), 1);
    init_yaml_error();
    init_errors();
    init_inputs();
    init_lists();
  }
});

// shared:src/manifest/index.ts
var TABLES, containersOf, differences, ingressIndex, readManifest, withImage, withServerDefaults;
var init_manifest = __esm({
  "shared:src/manifest/index.ts"() {
    ({ TABLES, containersOf, differences, ingressIndex, readManifest, withImage, withServerDefaults } = require("../shared/manifest.cjs")["src/manifest/index.ts"]);
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
  const { manifest, region = place.region, substitutions } = parseEntry2(line);
  if (!region) throw new Error(`${line} does not say its region. Write ${EXPECTED2}.`);
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
function parseEntry2(line) {
  const refusal = new Error(`${line} is not a service by its manifest. Write ${EXPECTED2}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal;
  }
  const { manifest, region, substitutions = {}, ...others } = value;
  const known3 = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known3 || region !== void 0 && typeof region !== "string") throw refusal;
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
var import_node_path, EXPECTED2, COLLECTIONS;
var init_service_manifest = __esm({
  "src/inputs/service-manifest.ts"() {
    "use strict";
    import_node_path = require("node:path");
    init_manifest();
    init_lists();
    init_read_file();
    EXPECTED2 = '{"manifest": "PATH", "region": "REGION", "substitutions": {"NAME": "value"}}';
    COLLECTIONS = {
      Service: "services",
      WorkerPool: "workerPools",
      Job: void 0
    };
  }
});

// src/github/freshness.ts
async function checkFreshness(commit, known3, options) {
  const { log, force, words } = options;
  for (const other of new Set(known3)) {
    if (other === commit) continue;
    const relation = await relate(other, commit, options);
    if (relation === "newer") continue;
    if (relation === "older") {
      const message = `Commit ${short(commit)} is older than ${short(other)}, which ${words.live} already.`;
      if (!force)
        throw new OutcomeError(
          `${message} Nothing was changed. ${options.wayBack ?? `To go back on purpose use rollback-to, or force: true to let the older commit be ${words.done}.`}`
        );
      log.warning(`${message} It is ${words.done} because force is true.`);
      continue;
    }
    if (options.onUnknownHistory === "refuse" && !force)
      throw new OutcomeError(
        `${relation.unknown} Nothing was changed, because on-unknown-history is refuse. Use force: true to let this commit be ${words.done} once.`
      );
    log.warning(`${relation.unknown} The commit is ${words.done} without this check.`);
  }
}
async function relate(other, commit, { github, words }) {
  const [theirs, ours] = [`${short(other)}, which ${words.live}`, short(commit)];
  const unchecked = `Whether commit ${ours} is older than ${theirs}, is unknown`;
  if (!github) return { unknown: `${unchecked}: there is no github-token.` };
  let status2;
  try {
    status2 = await (await github()).compare(other, commit);
  } catch (error) {
    const refused = error instanceof CloudError && [401, 403].includes(error.status) && error.retryAfterMs === void 0;
    if (!refused) throw error;
    return {
      unknown: `${unchecked}: GitHub refused the github-token (${error.status}: ${error.message}). Grant the job contents: read.`
    };
  }
  if (status2 === void 0)
    return {
      unknown: `${unchecked}: GitHub does not know both commits (404). Check that both are in this repository, and that the job has contents: read.`
    };
  if (status2 === "diverged")
    return { unknown: `The histories of commit ${ours} and of ${theirs}, have diverged, so neither is older.` };
  return status2 === "behind" ? "older" : "newer";
}
function short(commit) {
  return commit.slice(0, 12);
}
var ON_UNKNOWN_HISTORY;
var init_freshness = __esm({
  "src/github/freshness.ts"() {
    "use strict";
    init_errors();
    ON_UNKNOWN_HISTORY = ["refuse", "warn"];
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
function readSharedInputs(reader, context) {
  return {
    auth: readAuthInputs(reader),
    project: reader.parse("project", parseProject) ?? context.env.GOOGLE_CLOUD_PROJECT ?? missingProject(reader),
    commit: readCommit(reader, context),
    dryRun: reader.boolean("dry-run", "false")
  };
}
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
function readHistoryInputs(reader) {
  return {
    githubToken: readGitHubToken(reader),
    onUnknownHistory: reader.oneOf("on-unknown-history", ON_UNKNOWN_HISTORY, "warn")
  };
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
function missingProject(reader) {
  if (!reader.given("project")) reader.problem("project", "is missing. Give the id of the Google Cloud project.");
  return "";
}
function readCommit(reader, context) {
  const given = reader.text("commit");
  try {
    return resolveCommit(given, context.github);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    reader.problem("commit", error.problems[0]?.message ?? error.message);
    return "";
  }
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
  const [, project, location, collection, fullName] = full ?? [];
  if (project && location && collection && fullName)
    return `projects/${parseProject(project)}/locations/${parseLocation(location)}/${collection}/${parseName(fullName, text)}`;
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

// actions/publish-frontend/cdn/path-patterns.ts
function parseInvalidationPath(text) {
  if (/^\/[^?#*\s]*$/.test(text) || /^\/([^?#*\s]*\/)?\*$/.test(text)) return text;
  throw new Error(`"${text}" is not a valid path to invalidate. Examples: /index.html or /news/*.`);
}
function groupPaths(paths, most = MOST) {
  const folders = /* @__PURE__ */ new Map();
  let size = 0;
  const add = (pattern) => {
    const folder = folderOf(pattern);
    const patterns2 = folders.get(folder) ?? /* @__PURE__ */ new Set();
    size += patterns2.has(pattern) ? 0 : 1;
    folders.set(folder, patterns2.add(pattern));
  };
  for (const path4 of paths) add(path4);
  for (let depth = Math.max(0, ...[...folders.keys()].map(depthOf)); size > most && depth > 0; depth--) {
    const level = [...folders].filter(([folder]) => depthOf(folder) === depth);
    for (const [folder, patterns2] of level.sort(([, a], [, b]) => b.size - a.size)) {
      if (size <= most) break;
      folders.delete(folder);
      size -= patterns2.size;
      add(`${folder}*`);
    }
  }
  const patterns = new Set([...folders.values()].flatMap((some) => [...some]));
  return [...patterns].filter((pattern) => !coveredByOther(pattern, patterns)).sort();
}
function folderOf(pattern) {
  const bare = pattern.replace(/\/\*$/, "").replace(/\/$/, "");
  return bare.slice(0, bare.lastIndexOf("/") + 1) || "/";
}
function depthOf(folder) {
  return folder.split("/").length - 1;
}
function coveredByOther(pattern, patterns) {
  for (const other of patterns)
    if (other !== pattern && other.endsWith("/*") && pattern.startsWith(other.slice(0, -1))) return true;
  return false;
}
function patternsOf(path4) {
  const spellings = /* @__PURE__ */ new Set([path4, path4.replace(LEFT_BY_BROWSERS, decodeURIComponent)]);
  const addresses2 = [...spellings].flatMap(
    (one) => one.endsWith("/index.html") ? [one, one.slice(0, -"index.html".length)] : [one]
  );
  return [...new Set(addresses2.map(patternOf))];
}
function patternOf(path4) {
  if (!path4.includes("*") && path4.length <= LONGEST) return path4;
  const star = path4.includes("*") ? path4.indexOf("*") : path4.length;
  return `${path4.slice(0, path4.lastIndexOf("/", Math.min(star, LONGEST - 2)) + 1)}*`;
}
var MOST, LEFT_BY_BROWSERS, LONGEST;
var init_path_patterns = __esm({
  "actions/publish-frontend/cdn/path-patterns.ts"() {
    "use strict";
    MOST = 100;
    LEFT_BY_BROWSERS = /%(?:24|26|2B|2C|3A|3B|3D|40|5B|5D|7C)/g;
    LONGEST = 1024;
  }
});

// actions/publish-frontend/input-formats.ts
function parseGlob(glob) {
  if (glob !== "" && !glob.startsWith("..") && !unbalanced(glob)) return;
  throw new Error(`"${glob}" is not a valid glob. Examples: *.html, assets/** or **/*.{js,css}.`);
}
function parseMutable(glob) {
  parseGlob(glob.replace(/^!/, ""));
  return glob;
}
function unbalanced(glob) {
  return ["()", "[]", "{}"].some(
    ([open3, close]) => glob.split(open3).length !== glob.split(close).length
  );
}
function parseCacheControl(value) {
  const directive = /^[a-z][a-z-]*(=(\d+|"[^"]*"))?$/i;
  if (value !== "" && value.split(",").every((part) => directive.test(part.trim()))) return;
  throw new Error(`"${value}" is not a valid Cache-Control value. Examples: no-cache, or public, max-age=3600.`);
}
function parseContentType(value) {
  if (/^[\w.+-]+\/[\w.+-]+(\s*;\s*[\w-]+=("[ !#-~]*"|[\w.+-]+))*$/.test(value)) return;
  throw new Error(`"${value}" is not a valid content type. Example: text/html; charset=utf-8.`);
}
function parseContentEncoding(value) {
  if (/^(gzip|br|zstd|none)$/.test(value)) return;
  throw new Error(`"${value}" is not a supported content encoding. Use gzip, br, zstd or none.`);
}
function parseDigest(text) {
  if (/^sha256:[0-9a-f]{64}$/.test(text.trim())) return text.trim();
  throw new Error(`"${text}" is not a digest. Write sha256: and 64 hexadecimal digits.`);
}
function parseUrlMap(text) {
  if (/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text.trim())) return text.trim();
  throw new Error(`"${text}" is not a valid URL map name. Use the short name that gcloud compute url-maps list shows.`);
}
function parseHost(text) {
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(text.trim())) return text.trim();
  throw new Error(`"${text}" is not a valid host. Use lower case without https://, for example app.example.com.`);
}
var init_input_formats = __esm({
  "actions/publish-frontend/input-formats.ts"() {
    "use strict";
  }
});

// node_modules/mime/dist/types/standard.js
var types, standard_default;
var init_standard = __esm({
  "node_modules/mime/dist/types/standard.js"() {
    types = {
      "application/andrew-inset": ["ez"],
      "application/appinstaller": ["appinstaller"],
      "application/applixware": ["aw"],
      "application/appx": ["appx"],
      "application/appxbundle": ["appxbundle"],
      "application/atom+xml": ["atom"],
      "application/atomcat+xml": ["atomcat"],
      "application/atomdeleted+xml": ["atomdeleted"],
      "application/atomsvc+xml": ["atomsvc"],
      "application/atsc-dwd+xml": ["dwd"],
      "application/atsc-held+xml": ["held"],
      "application/atsc-rsat+xml": ["rsat"],
      "application/automationml-aml+xml": ["aml"],
      "application/automationml-amlx+zip": ["amlx"],
      "application/bdoc": ["bdoc"],
      "application/calendar+xml": ["xcs"],
      "application/ccxml+xml": ["ccxml"],
      "application/cdfx+xml": ["cdfx"],
      "application/cdmi-capability": ["cdmia"],
      "application/cdmi-container": ["cdmic"],
      "application/cdmi-domain": ["cdmid"],
      "application/cdmi-object": ["cdmio"],
      "application/cdmi-queue": ["cdmiq"],
      "application/cpl+xml": ["cpl"],
      "application/cu-seeme": ["cu"],
      "application/cwl": ["cwl"],
      "application/dash+xml": ["mpd"],
      "application/dash-patch+xml": ["mpp"],
      "application/davmount+xml": ["davmount"],
      "application/dicom": ["dcm"],
      "application/docbook+xml": ["dbk"],
      "application/dssc+der": ["dssc"],
      "application/dssc+xml": ["xdssc"],
      "application/ecmascript": ["ecma"],
      "application/emma+xml": ["emma"],
      "application/emotionml+xml": ["emotionml"],
      "application/epub+zip": ["epub"],
      "application/exi": ["exi"],
      "application/express": ["exp"],
      "application/fdf": ["fdf"],
      "application/fdt+xml": ["fdt"],
      "application/font-tdpfr": ["pfr"],
      "application/geo+json": ["geojson"],
      "application/gml+xml": ["gml"],
      "application/gpx+xml": ["gpx"],
      "application/gxf": ["gxf"],
      "application/gzip": ["gz"],
      "application/hjson": ["hjson"],
      "application/hyperstudio": ["stk"],
      "application/inkml+xml": ["ink", "inkml"],
      "application/ipfix": ["ipfix"],
      "application/its+xml": ["its"],
      "application/java-archive": ["jar", "war", "ear"],
      "application/java-serialized-object": ["ser"],
      "application/java-vm": ["class"],
      "application/javascript": ["*js"],
      "application/json": ["json", "map"],
      "application/json5": ["json5"],
      "application/jsonml+json": ["jsonml"],
      "application/ld+json": ["jsonld"],
      "application/lgr+xml": ["lgr"],
      "application/lost+xml": ["lostxml"],
      "application/mac-binhex40": ["hqx"],
      "application/mac-compactpro": ["cpt"],
      "application/mads+xml": ["mads"],
      "application/manifest+json": ["webmanifest"],
      "application/marc": ["mrc"],
      "application/marcxml+xml": ["mrcx"],
      "application/mathematica": ["ma", "nb", "mb"],
      "application/mathml+xml": ["mathml"],
      "application/mbox": ["mbox"],
      "application/media-policy-dataset+xml": ["mpf"],
      "application/mediaservercontrol+xml": ["mscml"],
      "application/metalink+xml": ["metalink"],
      "application/metalink4+xml": ["meta4"],
      "application/mets+xml": ["mets"],
      "application/mmt-aei+xml": ["maei"],
      "application/mmt-usd+xml": ["musd"],
      "application/mods+xml": ["mods"],
      "application/mp21": ["m21", "mp21"],
      "application/mp4": ["*mp4", "*mpg4", "mp4s", "m4p"],
      "application/msix": ["msix"],
      "application/msixbundle": ["msixbundle"],
      "application/msword": ["doc", "dot"],
      "application/mxf": ["mxf"],
      "application/n-quads": ["nq"],
      "application/n-triples": ["nt"],
      "application/node": ["cjs"],
      "application/octet-stream": [
        "bin",
        "dms",
        "lrf",
        "mar",
        "so",
        "dist",
        "distz",
        "pkg",
        "bpk",
        "dump",
        "elc",
        "deploy",
        "exe",
        "dll",
        "deb",
        "dmg",
        "iso",
        "img",
        "msi",
        "msp",
        "msm",
        "buffer"
      ],
      "application/oda": ["oda"],
      "application/oebps-package+xml": ["opf"],
      "application/ogg": ["ogx"],
      "application/omdoc+xml": ["omdoc"],
      "application/onenote": [
        "onetoc",
        "onetoc2",
        "onetmp",
        "onepkg",
        "one",
        "onea"
      ],
      "application/oxps": ["oxps"],
      "application/p2p-overlay+xml": ["relo"],
      "application/patch-ops-error+xml": ["xer"],
      "application/pdf": ["pdf"],
      "application/pgp-encrypted": ["pgp"],
      "application/pgp-keys": ["asc"],
      "application/pgp-signature": ["sig", "*asc"],
      "application/pics-rules": ["prf"],
      "application/pkcs10": ["p10"],
      "application/pkcs7-mime": ["p7m", "p7c"],
      "application/pkcs7-signature": ["p7s"],
      "application/pkcs8": ["p8"],
      "application/pkix-attr-cert": ["ac"],
      "application/pkix-cert": ["cer"],
      "application/pkix-crl": ["crl"],
      "application/pkix-pkipath": ["pkipath"],
      "application/pkixcmp": ["pki"],
      "application/pls+xml": ["pls"],
      "application/postscript": ["ai", "eps", "ps"],
      "application/provenance+xml": ["provx"],
      "application/pskc+xml": ["pskcxml"],
      "application/raml+yaml": ["raml"],
      "application/rdf+xml": ["rdf", "owl"],
      "application/reginfo+xml": ["rif"],
      "application/relax-ng-compact-syntax": ["rnc"],
      "application/resource-lists+xml": ["rl"],
      "application/resource-lists-diff+xml": ["rld"],
      "application/rls-services+xml": ["rs"],
      "application/route-apd+xml": ["rapd"],
      "application/route-s-tsid+xml": ["sls"],
      "application/route-usd+xml": ["rusd"],
      "application/rpki-ghostbusters": ["gbr"],
      "application/rpki-manifest": ["mft"],
      "application/rpki-roa": ["roa"],
      "application/rsd+xml": ["rsd"],
      "application/rss+xml": ["rss"],
      "application/rtf": ["rtf"],
      "application/sbml+xml": ["sbml"],
      "application/scvp-cv-request": ["scq"],
      "application/scvp-cv-response": ["scs"],
      "application/scvp-vp-request": ["spq"],
      "application/scvp-vp-response": ["spp"],
      "application/sdp": ["sdp"],
      "application/senml+xml": ["senmlx"],
      "application/sensml+xml": ["sensmlx"],
      "application/set-payment-initiation": ["setpay"],
      "application/set-registration-initiation": ["setreg"],
      "application/shf+xml": ["shf"],
      "application/sieve": ["siv", "sieve"],
      "application/smil+xml": ["smi", "smil"],
      "application/sparql-query": ["rq"],
      "application/sparql-results+xml": ["srx"],
      "application/sql": ["sql"],
      "application/srgs": ["gram"],
      "application/srgs+xml": ["grxml"],
      "application/sru+xml": ["sru"],
      "application/ssdl+xml": ["ssdl"],
      "application/ssml+xml": ["ssml"],
      "application/swid+xml": ["swidtag"],
      "application/tei+xml": ["tei", "teicorpus"],
      "application/thraud+xml": ["tfi"],
      "application/timestamped-data": ["tsd"],
      "application/toml": ["toml"],
      "application/trig": ["trig"],
      "application/ttml+xml": ["ttml"],
      "application/ubjson": ["ubj"],
      "application/urc-ressheet+xml": ["rsheet"],
      "application/urc-targetdesc+xml": ["td"],
      "application/voicexml+xml": ["vxml"],
      "application/wasm": ["wasm"],
      "application/watcherinfo+xml": ["wif"],
      "application/widget": ["wgt"],
      "application/winhlp": ["hlp"],
      "application/wsdl+xml": ["wsdl"],
      "application/wspolicy+xml": ["wspolicy"],
      "application/xaml+xml": ["xaml"],
      "application/xcap-att+xml": ["xav"],
      "application/xcap-caps+xml": ["xca"],
      "application/xcap-diff+xml": ["xdf"],
      "application/xcap-el+xml": ["xel"],
      "application/xcap-ns+xml": ["xns"],
      "application/xenc+xml": ["xenc"],
      "application/xfdf": ["xfdf"],
      "application/xhtml+xml": ["xhtml", "xht"],
      "application/xliff+xml": ["xlf"],
      "application/xml": ["xml", "xsl", "xsd", "rng"],
      "application/xml-dtd": ["dtd"],
      "application/xop+xml": ["xop"],
      "application/xproc+xml": ["xpl"],
      "application/xslt+xml": ["*xsl", "xslt"],
      "application/xspf+xml": ["xspf"],
      "application/xv+xml": ["mxml", "xhvml", "xvml", "xvm"],
      "application/yang": ["yang"],
      "application/yin+xml": ["yin"],
      "application/zip": ["zip"],
      "application/zip+dotlottie": ["lottie"],
      "audio/3gpp": ["*3gpp"],
      "audio/aac": ["adts", "aac"],
      "audio/adpcm": ["adp"],
      "audio/amr": ["amr"],
      "audio/basic": ["au", "snd"],
      "audio/midi": ["mid", "midi", "kar", "rmi"],
      "audio/mobile-xmf": ["mxmf"],
      "audio/mp3": ["*mp3"],
      "audio/mp4": ["m4a", "mp4a", "m4b"],
      "audio/mpeg": ["mpga", "mp2", "mp2a", "mp3", "m2a", "m3a"],
      "audio/ogg": ["oga", "ogg", "spx", "opus"],
      "audio/s3m": ["s3m"],
      "audio/silk": ["sil"],
      "audio/wav": ["wav"],
      "audio/wave": ["*wav"],
      "audio/webm": ["weba"],
      "audio/xm": ["xm"],
      "font/collection": ["ttc"],
      "font/otf": ["otf"],
      "font/ttf": ["ttf"],
      "font/woff": ["woff"],
      "font/woff2": ["woff2"],
      "image/aces": ["exr"],
      "image/apng": ["apng"],
      "image/avci": ["avci"],
      "image/avcs": ["avcs"],
      "image/avif": ["avif"],
      "image/bmp": ["bmp", "dib"],
      "image/cgm": ["cgm"],
      "image/dicom-rle": ["drle"],
      "image/dpx": ["dpx"],
      "image/emf": ["emf"],
      "image/fits": ["fits"],
      "image/g3fax": ["g3"],
      "image/gif": ["gif"],
      "image/heic": ["heic"],
      "image/heic-sequence": ["heics"],
      "image/heif": ["heif"],
      "image/heif-sequence": ["heifs"],
      "image/hej2k": ["hej2"],
      "image/ief": ["ief"],
      "image/jaii": ["jaii"],
      "image/jais": ["jais"],
      "image/jls": ["jls"],
      "image/jp2": ["jp2", "jpg2"],
      "image/jpeg": ["jpg", "jpeg", "jpe"],
      "image/jph": ["jph"],
      "image/jphc": ["jhc"],
      "image/jpm": ["jpm", "jpgm"],
      "image/jpx": ["jpx", "jpf"],
      "image/jxl": ["jxl"],
      "image/jxr": ["jxr"],
      "image/jxra": ["jxra"],
      "image/jxrs": ["jxrs"],
      "image/jxs": ["jxs"],
      "image/jxsc": ["jxsc"],
      "image/jxsi": ["jxsi"],
      "image/jxss": ["jxss"],
      "image/ktx": ["ktx"],
      "image/ktx2": ["ktx2"],
      "image/pjpeg": ["jfif"],
      "image/png": ["png"],
      "image/sgi": ["sgi"],
      "image/svg+xml": ["svg", "svgz"],
      "image/t38": ["t38"],
      "image/tiff": ["tif", "tiff"],
      "image/tiff-fx": ["tfx"],
      "image/webp": ["webp"],
      "image/wmf": ["wmf"],
      "message/disposition-notification": ["disposition-notification"],
      "message/global": ["u8msg"],
      "message/global-delivery-status": ["u8dsn"],
      "message/global-disposition-notification": ["u8mdn"],
      "message/global-headers": ["u8hdr"],
      "message/rfc822": ["eml", "mime", "mht", "mhtml"],
      "model/3mf": ["3mf"],
      "model/gltf+json": ["gltf"],
      "model/gltf-binary": ["glb"],
      "model/iges": ["igs", "iges"],
      "model/jt": ["jt"],
      "model/mesh": ["msh", "mesh", "silo"],
      "model/mtl": ["mtl"],
      "model/obj": ["obj"],
      "model/prc": ["prc"],
      "model/step": ["step", "stp", "stpnc", "p21", "210"],
      "model/step+xml": ["stpx"],
      "model/step+zip": ["stpz"],
      "model/step-xml+zip": ["stpxz"],
      "model/stl": ["stl"],
      "model/u3d": ["u3d"],
      "model/vrml": ["wrl", "vrml"],
      "model/x3d+binary": ["*x3db", "x3dbz"],
      "model/x3d+fastinfoset": ["x3db"],
      "model/x3d+vrml": ["*x3dv", "x3dvz"],
      "model/x3d+xml": ["x3d", "x3dz"],
      "model/x3d-vrml": ["x3dv"],
      "text/cache-manifest": ["appcache", "manifest"],
      "text/calendar": ["ics", "ifb"],
      "text/coffeescript": ["coffee", "litcoffee"],
      "text/css": ["css"],
      "text/csv": ["csv"],
      "text/html": ["html", "htm", "shtml"],
      "text/jade": ["jade"],
      "text/javascript": ["js", "mjs"],
      "text/jsx": ["jsx"],
      "text/less": ["less"],
      "text/markdown": ["md", "markdown"],
      "text/mathml": ["mml"],
      "text/mdx": ["mdx"],
      "text/n3": ["n3"],
      "text/plain": ["txt", "text", "conf", "def", "list", "log", "in", "ini"],
      "text/richtext": ["rtx"],
      "text/rtf": ["*rtf"],
      "text/sgml": ["sgml", "sgm"],
      "text/shex": ["shex"],
      "text/slim": ["slim", "slm"],
      "text/spdx": ["spdx"],
      "text/stylus": ["stylus", "styl"],
      "text/tab-separated-values": ["tsv"],
      "text/troff": ["t", "tr", "roff", "man", "me", "ms"],
      "text/turtle": ["ttl"],
      "text/uri-list": ["uri", "uris", "urls"],
      "text/vcard": ["vcard"],
      "text/vtt": ["vtt"],
      "text/wgsl": ["wgsl"],
      "text/xml": ["*xml"],
      "text/yaml": ["yaml", "yml"],
      "video/3gpp": ["3gp", "3gpp"],
      "video/3gpp2": ["3g2"],
      "video/h261": ["h261"],
      "video/h263": ["h263"],
      "video/h264": ["h264"],
      "video/iso.segment": ["m4s"],
      "video/jpeg": ["jpgv"],
      "video/jpm": ["*jpm", "*jpgm"],
      "video/mj2": ["mj2", "mjp2"],
      "video/mp2t": ["ts", "m2t", "m2ts", "mts"],
      "video/mp4": ["mp4", "mp4v", "mpg4"],
      "video/mpeg": ["mpeg", "mpg", "mpe", "m1v", "m2v"],
      "video/ogg": ["ogv"],
      "video/quicktime": ["qt", "mov"],
      "video/webm": ["webm"]
    };
    Object.freeze(types);
    standard_default = types;
  }
});

// node_modules/mime/dist/src/Mime.js
var __classPrivateFieldGet, _Mime_extensionToType, _Mime_typeToExtension, _Mime_typeToExtensions, Mime, Mime_default;
var init_Mime = __esm({
  "node_modules/mime/dist/src/Mime.js"() {
    __classPrivateFieldGet = function(receiver, state, kind, f) {
      if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
      if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
      return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
    };
    Mime = class {
      constructor(...args) {
        _Mime_extensionToType.set(this, /* @__PURE__ */ new Map());
        _Mime_typeToExtension.set(this, /* @__PURE__ */ new Map());
        _Mime_typeToExtensions.set(this, /* @__PURE__ */ new Map());
        for (const arg of args) {
          this.define(arg);
        }
      }
      define(typeMap, force = false) {
        for (let [type, extensions] of Object.entries(typeMap)) {
          type = type.toLowerCase();
          extensions = extensions.map((ext) => ext.toLowerCase());
          let allExtensions = __classPrivateFieldGet(this, _Mime_typeToExtensions, "f").get(type);
          if (!allExtensions) {
            allExtensions = /* @__PURE__ */ new Set();
            __classPrivateFieldGet(this, _Mime_typeToExtensions, "f").set(type, allExtensions);
          }
          let first = true;
          for (let extension of extensions) {
            const starred = extension.startsWith("*");
            extension = starred ? extension.slice(1) : extension;
            allExtensions.add(extension);
            if (first) {
              __classPrivateFieldGet(this, _Mime_typeToExtension, "f").set(type, extension);
            }
            first = false;
            if (starred)
              continue;
            const currentType = __classPrivateFieldGet(this, _Mime_extensionToType, "f").get(extension);
            if (currentType && currentType != type && !force) {
              throw new Error(`"${type} -> ${extension}" conflicts with "${currentType} -> ${extension}". Pass \`force=true\` to override this definition.`);
            }
            __classPrivateFieldGet(this, _Mime_extensionToType, "f").set(extension, type);
          }
        }
        return this;
      }
      getType(path4) {
        if (typeof path4 !== "string")
          return null;
        const last = path4.replace(/^.*[/\\]/s, "").toLowerCase();
        const ext = last.replace(/^.*\./s, "").toLowerCase();
        const hasPath = last.length < path4.length;
        const hasDot = ext.length < last.length - 1;
        if (!hasDot && hasPath)
          return null;
        return __classPrivateFieldGet(this, _Mime_extensionToType, "f").get(ext) ?? null;
      }
      getExtension(type) {
        if (typeof type !== "string")
          return null;
        type = type?.split?.(";")[0];
        return (type && __classPrivateFieldGet(this, _Mime_typeToExtension, "f").get(type.trim().toLowerCase())) ?? null;
      }
      getAllExtensions(type) {
        if (typeof type !== "string")
          return null;
        type = type.split(";")[0].trim().toLowerCase();
        const extensions = __classPrivateFieldGet(this, _Mime_typeToExtensions, "f").get(type);
        return extensions ? new Set(extensions) : null;
      }
      _freeze() {
        this.define = () => {
          throw new Error("define() not allowed for built-in Mime objects. See https://github.com/broofa/mime/blob/main/README.md#custom-mime-instances");
        };
        Object.freeze(this);
        return this;
      }
      _getTestState() {
        return {
          types: __classPrivateFieldGet(this, _Mime_extensionToType, "f"),
          extensions: __classPrivateFieldGet(this, _Mime_typeToExtension, "f")
        };
      }
    };
    _Mime_extensionToType = /* @__PURE__ */ new WeakMap(), _Mime_typeToExtension = /* @__PURE__ */ new WeakMap(), _Mime_typeToExtensions = /* @__PURE__ */ new WeakMap();
    Mime_default = Mime;
  }
});

// node_modules/mime/dist/src/index_lite.js
var index_lite_default;
var init_index_lite = __esm({
  "node_modules/mime/dist/src/index_lite.js"() {
    init_standard();
    init_Mime();
    init_Mime();
    index_lite_default = new Mime_default(standard_default)._freeze();
  }
});

// node_modules/mime/dist/types/other.js
var types2, other_default;
var init_other = __esm({
  "node_modules/mime/dist/types/other.js"() {
    types2 = {
      "application/prs.cww": ["cww"],
      "application/prs.xsf+xml": ["xsf"],
      "application/vnd.1000minds.decision-model+xml": ["1km"],
      "application/vnd.3gpp.pic-bw-large": ["plb"],
      "application/vnd.3gpp.pic-bw-small": ["psb"],
      "application/vnd.3gpp.pic-bw-var": ["pvb"],
      "application/vnd.3gpp2.tcap": ["tcap"],
      "application/vnd.3m.post-it-notes": ["pwn"],
      "application/vnd.accpac.simply.aso": ["aso"],
      "application/vnd.accpac.simply.imp": ["imp"],
      "application/vnd.acucobol": ["acu"],
      "application/vnd.acucorp": ["atc", "acutc"],
      "application/vnd.adobe.air-application-installer-package+zip": ["air"],
      "application/vnd.adobe.formscentral.fcdt": ["fcdt"],
      "application/vnd.adobe.fxp": ["fxp", "fxpl"],
      "application/vnd.adobe.xdp+xml": ["xdp"],
      "application/vnd.adobe.xfdf": ["*xfdf"],
      "application/vnd.age": ["age"],
      "application/vnd.ahead.space": ["ahead"],
      "application/vnd.airzip.filesecure.azf": ["azf"],
      "application/vnd.airzip.filesecure.azs": ["azs"],
      "application/vnd.amazon.ebook": ["azw"],
      "application/vnd.americandynamics.acc": ["acc"],
      "application/vnd.amiga.ami": ["ami"],
      "application/vnd.android.package-archive": ["apk"],
      "application/vnd.anser-web-certificate-issue-initiation": ["cii"],
      "application/vnd.anser-web-funds-transfer-initiation": ["fti"],
      "application/vnd.antix.game-component": ["atx"],
      "application/vnd.apple.installer+xml": ["mpkg"],
      "application/vnd.apple.keynote": ["key"],
      "application/vnd.apple.mpegurl": ["m3u8"],
      "application/vnd.apple.numbers": ["numbers"],
      "application/vnd.apple.pages": ["pages"],
      "application/vnd.apple.pkpass": ["pkpass"],
      "application/vnd.aristanetworks.swi": ["swi"],
      "application/vnd.astraea-software.iota": ["iota"],
      "application/vnd.audiograph": ["aep"],
      "application/vnd.autodesk.fbx": ["fbx"],
      "application/vnd.balsamiq.bmml+xml": ["bmml"],
      "application/vnd.blueice.multipass": ["mpm"],
      "application/vnd.bmi": ["bmi"],
      "application/vnd.businessobjects": ["rep"],
      "application/vnd.chemdraw+xml": ["cdxml"],
      "application/vnd.chipnuts.karaoke-mmd": ["mmd"],
      "application/vnd.cinderella": ["cdy"],
      "application/vnd.citationstyles.style+xml": ["csl"],
      "application/vnd.claymore": ["cla"],
      "application/vnd.cloanto.rp9": ["rp9"],
      "application/vnd.clonk.c4group": ["c4g", "c4d", "c4f", "c4p", "c4u"],
      "application/vnd.cluetrust.cartomobile-config": ["c11amc"],
      "application/vnd.cluetrust.cartomobile-config-pkg": ["c11amz"],
      "application/vnd.commonspace": ["csp"],
      "application/vnd.contact.cmsg": ["cdbcmsg"],
      "application/vnd.cosmocaller": ["cmc"],
      "application/vnd.crick.clicker": ["clkx"],
      "application/vnd.crick.clicker.keyboard": ["clkk"],
      "application/vnd.crick.clicker.palette": ["clkp"],
      "application/vnd.crick.clicker.template": ["clkt"],
      "application/vnd.crick.clicker.wordbank": ["clkw"],
      "application/vnd.criticaltools.wbs+xml": ["wbs"],
      "application/vnd.ctc-posml": ["pml"],
      "application/vnd.cups-ppd": ["ppd"],
      "application/vnd.curl.car": ["car"],
      "application/vnd.curl.pcurl": ["pcurl"],
      "application/vnd.dart": ["dart"],
      "application/vnd.data-vision.rdz": ["rdz"],
      "application/vnd.dbf": ["dbf"],
      "application/vnd.dcmp+xml": ["dcmp"],
      "application/vnd.dece.data": ["uvf", "uvvf", "uvd", "uvvd"],
      "application/vnd.dece.ttml+xml": ["uvt", "uvvt"],
      "application/vnd.dece.unspecified": ["uvx", "uvvx"],
      "application/vnd.dece.zip": ["uvz", "uvvz"],
      "application/vnd.denovo.fcselayout-link": ["fe_launch"],
      "application/vnd.dna": ["dna"],
      "application/vnd.dolby.mlp": ["mlp"],
      "application/vnd.dpgraph": ["dpg"],
      "application/vnd.dreamfactory": ["dfac"],
      "application/vnd.ds-keypoint": ["kpxx"],
      "application/vnd.dvb.ait": ["ait"],
      "application/vnd.dvb.service": ["svc"],
      "application/vnd.dynageo": ["geo"],
      "application/vnd.ecowin.chart": ["mag"],
      "application/vnd.enliven": ["nml"],
      "application/vnd.epson.esf": ["esf"],
      "application/vnd.epson.msf": ["msf"],
      "application/vnd.epson.quickanime": ["qam"],
      "application/vnd.epson.salt": ["slt"],
      "application/vnd.epson.ssf": ["ssf"],
      "application/vnd.eszigno3+xml": ["es3", "et3"],
      "application/vnd.ezpix-album": ["ez2"],
      "application/vnd.ezpix-package": ["ez3"],
      "application/vnd.fdf": ["*fdf"],
      "application/vnd.fdsn.mseed": ["mseed"],
      "application/vnd.fdsn.seed": ["seed", "dataless"],
      "application/vnd.flographit": ["gph"],
      "application/vnd.fluxtime.clip": ["ftc"],
      "application/vnd.framemaker": ["fm", "frame", "maker", "book"],
      "application/vnd.frogans.fnc": ["fnc"],
      "application/vnd.frogans.ltf": ["ltf"],
      "application/vnd.fsc.weblaunch": ["fsc"],
      "application/vnd.fujitsu.oasys": ["oas"],
      "application/vnd.fujitsu.oasys2": ["oa2"],
      "application/vnd.fujitsu.oasys3": ["oa3"],
      "application/vnd.fujitsu.oasysgp": ["fg5"],
      "application/vnd.fujitsu.oasysprs": ["bh2"],
      "application/vnd.fujixerox.ddd": ["ddd"],
      "application/vnd.fujixerox.docuworks": ["xdw"],
      "application/vnd.fujixerox.docuworks.binder": ["xbd"],
      "application/vnd.fuzzysheet": ["fzs"],
      "application/vnd.genomatix.tuxedo": ["txd"],
      "application/vnd.geogebra.file": ["ggb"],
      "application/vnd.geogebra.slides": ["ggs"],
      "application/vnd.geogebra.tool": ["ggt"],
      "application/vnd.geometry-explorer": ["gex", "gre"],
      "application/vnd.geonext": ["gxt"],
      "application/vnd.geoplan": ["g2w"],
      "application/vnd.geospace": ["g3w"],
      "application/vnd.gmx": ["gmx"],
      "application/vnd.google-apps.document": ["gdoc"],
      "application/vnd.google-apps.drawing": ["gdraw"],
      "application/vnd.google-apps.form": ["gform"],
      "application/vnd.google-apps.jam": ["gjam"],
      "application/vnd.google-apps.map": ["gmap"],
      "application/vnd.google-apps.presentation": ["gslides"],
      "application/vnd.google-apps.script": ["gscript"],
      "application/vnd.google-apps.site": ["gsite"],
      "application/vnd.google-apps.spreadsheet": ["gsheet"],
      "application/vnd.google-earth.kml+xml": ["kml"],
      "application/vnd.google-earth.kmz": ["kmz"],
      "application/vnd.gov.sk.xmldatacontainer+xml": ["xdcf"],
      "application/vnd.grafeq": ["gqf", "gqs"],
      "application/vnd.groove-account": ["gac"],
      "application/vnd.groove-help": ["ghf"],
      "application/vnd.groove-identity-message": ["gim"],
      "application/vnd.groove-injector": ["grv"],
      "application/vnd.groove-tool-message": ["gtm"],
      "application/vnd.groove-tool-template": ["tpl"],
      "application/vnd.groove-vcard": ["vcg"],
      "application/vnd.hal+xml": ["hal"],
      "application/vnd.handheld-entertainment+xml": ["zmm"],
      "application/vnd.hbci": ["hbci"],
      "application/vnd.hhe.lesson-player": ["les"],
      "application/vnd.hp-hpgl": ["hpgl"],
      "application/vnd.hp-hpid": ["hpid"],
      "application/vnd.hp-hps": ["hps"],
      "application/vnd.hp-jlyt": ["jlt"],
      "application/vnd.hp-pcl": ["pcl"],
      "application/vnd.hp-pclxl": ["pclxl"],
      "application/vnd.hydrostatix.sof-data": ["sfd-hdstx"],
      "application/vnd.ibm.minipay": ["mpy"],
      "application/vnd.ibm.modcap": ["afp", "listafp", "list3820"],
      "application/vnd.ibm.rights-management": ["irm"],
      "application/vnd.ibm.secure-container": ["sc"],
      "application/vnd.iccprofile": ["icc", "icm"],
      "application/vnd.igloader": ["igl"],
      "application/vnd.immervision-ivp": ["ivp"],
      "application/vnd.immervision-ivu": ["ivu"],
      "application/vnd.insors.igm": ["igm"],
      "application/vnd.intercon.formnet": ["xpw", "xpx"],
      "application/vnd.intergeo": ["i2g"],
      "application/vnd.intu.qbo": ["qbo"],
      "application/vnd.intu.qfx": ["qfx"],
      "application/vnd.ipunplugged.rcprofile": ["rcprofile"],
      "application/vnd.irepository.package+xml": ["irp"],
      "application/vnd.is-xpr": ["xpr"],
      "application/vnd.isac.fcs": ["fcs"],
      "application/vnd.jam": ["jam"],
      "application/vnd.jcp.javame.midlet-rms": ["rms"],
      "application/vnd.jisp": ["jisp"],
      "application/vnd.joost.joda-archive": ["joda"],
      "application/vnd.kahootz": ["ktz", "ktr"],
      "application/vnd.kde.karbon": ["karbon"],
      "application/vnd.kde.kchart": ["chrt"],
      "application/vnd.kde.kformula": ["kfo"],
      "application/vnd.kde.kivio": ["flw"],
      "application/vnd.kde.kontour": ["kon"],
      "application/vnd.kde.kpresenter": ["kpr", "kpt"],
      "application/vnd.kde.kspread": ["ksp"],
      "application/vnd.kde.kword": ["kwd", "kwt"],
      "application/vnd.kenameaapp": ["htke"],
      "application/vnd.kidspiration": ["kia"],
      "application/vnd.kinar": ["kne", "knp"],
      "application/vnd.koan": ["skp", "skd", "skt", "skm"],
      "application/vnd.kodak-descriptor": ["sse"],
      "application/vnd.las.las+xml": ["lasxml"],
      "application/vnd.llamagraphics.life-balance.desktop": ["lbd"],
      "application/vnd.llamagraphics.life-balance.exchange+xml": ["lbe"],
      "application/vnd.lotus-1-2-3": ["123"],
      "application/vnd.lotus-approach": ["apr"],
      "application/vnd.lotus-freelance": ["pre"],
      "application/vnd.lotus-notes": ["nsf"],
      "application/vnd.lotus-organizer": ["org"],
      "application/vnd.lotus-screencam": ["scm"],
      "application/vnd.lotus-wordpro": ["lwp"],
      "application/vnd.macports.portpkg": ["portpkg"],
      "application/vnd.mapbox-vector-tile": ["mvt"],
      "application/vnd.mcd": ["mcd"],
      "application/vnd.medcalcdata": ["mc1"],
      "application/vnd.mediastation.cdkey": ["cdkey"],
      "application/vnd.mfer": ["mwf"],
      "application/vnd.mfmp": ["mfm"],
      "application/vnd.micrografx.flo": ["flo"],
      "application/vnd.micrografx.igx": ["igx"],
      "application/vnd.mif": ["mif"],
      "application/vnd.mobius.daf": ["daf"],
      "application/vnd.mobius.dis": ["dis"],
      "application/vnd.mobius.mbk": ["mbk"],
      "application/vnd.mobius.mqy": ["mqy"],
      "application/vnd.mobius.msl": ["msl"],
      "application/vnd.mobius.plc": ["plc"],
      "application/vnd.mobius.txf": ["txf"],
      "application/vnd.mophun.application": ["mpn"],
      "application/vnd.mophun.certificate": ["mpc"],
      "application/vnd.mozilla.xul+xml": ["xul"],
      "application/vnd.ms-artgalry": ["cil"],
      "application/vnd.ms-cab-compressed": ["cab"],
      "application/vnd.ms-excel": ["xls", "xlm", "xla", "xlc", "xlt", "xlw"],
      "application/vnd.ms-excel.addin.macroenabled.12": ["xlam"],
      "application/vnd.ms-excel.sheet.binary.macroenabled.12": ["xlsb"],
      "application/vnd.ms-excel.sheet.macroenabled.12": ["xlsm"],
      "application/vnd.ms-excel.template.macroenabled.12": ["xltm"],
      "application/vnd.ms-fontobject": ["eot"],
      "application/vnd.ms-htmlhelp": ["chm"],
      "application/vnd.ms-ims": ["ims"],
      "application/vnd.ms-lrm": ["lrm"],
      "application/vnd.ms-officetheme": ["thmx"],
      "application/vnd.ms-outlook": ["msg"],
      "application/vnd.ms-pki.seccat": ["cat"],
      "application/vnd.ms-pki.stl": ["*stl"],
      "application/vnd.ms-powerpoint": ["ppt", "pps", "pot"],
      "application/vnd.ms-powerpoint.addin.macroenabled.12": ["ppam"],
      "application/vnd.ms-powerpoint.presentation.macroenabled.12": ["pptm"],
      "application/vnd.ms-powerpoint.slide.macroenabled.12": ["sldm"],
      "application/vnd.ms-powerpoint.slideshow.macroenabled.12": ["ppsm"],
      "application/vnd.ms-powerpoint.template.macroenabled.12": ["potm"],
      "application/vnd.ms-project": ["*mpp", "mpt"],
      "application/vnd.ms-visio.viewer": ["vdx"],
      "application/vnd.ms-word.document.macroenabled.12": ["docm"],
      "application/vnd.ms-word.template.macroenabled.12": ["dotm"],
      "application/vnd.ms-works": ["wps", "wks", "wcm", "wdb"],
      "application/vnd.ms-wpl": ["wpl"],
      "application/vnd.ms-xpsdocument": ["xps"],
      "application/vnd.mseq": ["mseq"],
      "application/vnd.musician": ["mus"],
      "application/vnd.muvee.style": ["msty"],
      "application/vnd.mynfc": ["taglet"],
      "application/vnd.nato.bindingdataobject+xml": ["bdo"],
      "application/vnd.neurolanguage.nlu": ["nlu"],
      "application/vnd.nitf": ["ntf", "nitf"],
      "application/vnd.noblenet-directory": ["nnd"],
      "application/vnd.noblenet-sealer": ["nns"],
      "application/vnd.noblenet-web": ["nnw"],
      "application/vnd.nokia.n-gage.ac+xml": ["*ac"],
      "application/vnd.nokia.n-gage.data": ["ngdat"],
      "application/vnd.nokia.n-gage.symbian.install": ["n-gage"],
      "application/vnd.nokia.radio-preset": ["rpst"],
      "application/vnd.nokia.radio-presets": ["rpss"],
      "application/vnd.novadigm.edm": ["edm"],
      "application/vnd.novadigm.edx": ["edx"],
      "application/vnd.novadigm.ext": ["ext"],
      "application/vnd.oasis.opendocument.chart": ["odc"],
      "application/vnd.oasis.opendocument.chart-template": ["otc"],
      "application/vnd.oasis.opendocument.database": ["odb"],
      "application/vnd.oasis.opendocument.formula": ["odf"],
      "application/vnd.oasis.opendocument.formula-template": ["odft"],
      "application/vnd.oasis.opendocument.graphics": ["odg"],
      "application/vnd.oasis.opendocument.graphics-template": ["otg"],
      "application/vnd.oasis.opendocument.image": ["odi"],
      "application/vnd.oasis.opendocument.image-template": ["oti"],
      "application/vnd.oasis.opendocument.presentation": ["odp"],
      "application/vnd.oasis.opendocument.presentation-template": ["otp"],
      "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
      "application/vnd.oasis.opendocument.spreadsheet-template": ["ots"],
      "application/vnd.oasis.opendocument.text": ["odt"],
      "application/vnd.oasis.opendocument.text-master": ["odm"],
      "application/vnd.oasis.opendocument.text-template": ["ott"],
      "application/vnd.oasis.opendocument.text-web": ["oth"],
      "application/vnd.olpc-sugar": ["xo"],
      "application/vnd.oma.dd2+xml": ["dd2"],
      "application/vnd.openblox.game+xml": ["obgx"],
      "application/vnd.openofficeorg.extension": ["oxt"],
      "application/vnd.openstreetmap.data+xml": ["osm"],
      "application/vnd.openxmlformats-officedocument.presentationml.presentation": [
        "pptx"
      ],
      "application/vnd.openxmlformats-officedocument.presentationml.slide": [
        "sldx"
      ],
      "application/vnd.openxmlformats-officedocument.presentationml.slideshow": [
        "ppsx"
      ],
      "application/vnd.openxmlformats-officedocument.presentationml.template": [
        "potx"
      ],
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
      "application/vnd.openxmlformats-officedocument.spreadsheetml.template": [
        "xltx"
      ],
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [
        "docx"
      ],
      "application/vnd.openxmlformats-officedocument.wordprocessingml.template": [
        "dotx"
      ],
      "application/vnd.osgeo.mapguide.package": ["mgp"],
      "application/vnd.osgi.dp": ["dp"],
      "application/vnd.osgi.subsystem": ["esa"],
      "application/vnd.palm": ["pdb", "pqa", "oprc"],
      "application/vnd.pawaafile": ["paw"],
      "application/vnd.pg.format": ["str"],
      "application/vnd.pg.osasli": ["ei6"],
      "application/vnd.picsel": ["efif"],
      "application/vnd.pmi.widget": ["wg"],
      "application/vnd.pocketlearn": ["plf"],
      "application/vnd.powerbuilder6": ["pbd"],
      "application/vnd.previewsystems.box": ["box"],
      "application/vnd.procrate.brushset": ["brushset"],
      "application/vnd.procreate.brush": ["brush"],
      "application/vnd.procreate.dream": ["drm"],
      "application/vnd.proteus.magazine": ["mgz"],
      "application/vnd.publishare-delta-tree": ["qps"],
      "application/vnd.pvi.ptid1": ["ptid"],
      "application/vnd.pwg-xhtml-print+xml": ["xhtm"],
      "application/vnd.quark.quarkxpress": [
        "qxd",
        "qxt",
        "qwd",
        "qwt",
        "qxl",
        "qxb"
      ],
      "application/vnd.rar": ["rar"],
      "application/vnd.realvnc.bed": ["bed"],
      "application/vnd.recordare.musicxml": ["mxl"],
      "application/vnd.recordare.musicxml+xml": ["musicxml"],
      "application/vnd.rig.cryptonote": ["cryptonote"],
      "application/vnd.rim.cod": ["cod"],
      "application/vnd.rn-realmedia": ["rm"],
      "application/vnd.rn-realmedia-vbr": ["rmvb"],
      "application/vnd.route66.link66+xml": ["link66"],
      "application/vnd.sailingtracker.track": ["st"],
      "application/vnd.seemail": ["see"],
      "application/vnd.sema": ["sema"],
      "application/vnd.semd": ["semd"],
      "application/vnd.semf": ["semf"],
      "application/vnd.shana.informed.formdata": ["ifm"],
      "application/vnd.shana.informed.formtemplate": ["itp"],
      "application/vnd.shana.informed.interchange": ["iif"],
      "application/vnd.shana.informed.package": ["ipk"],
      "application/vnd.simtech-mindmapper": ["twd", "twds"],
      "application/vnd.smaf": ["mmf"],
      "application/vnd.smart.teacher": ["teacher"],
      "application/vnd.software602.filler.form+xml": ["fo"],
      "application/vnd.solent.sdkm+xml": ["sdkm", "sdkd"],
      "application/vnd.spotfire.dxp": ["dxp"],
      "application/vnd.spotfire.sfs": ["sfs"],
      "application/vnd.stardivision.calc": ["sdc"],
      "application/vnd.stardivision.draw": ["sda"],
      "application/vnd.stardivision.impress": ["sdd"],
      "application/vnd.stardivision.math": ["smf"],
      "application/vnd.stardivision.writer": ["sdw", "vor"],
      "application/vnd.stardivision.writer-global": ["sgl"],
      "application/vnd.stepmania.package": ["smzip"],
      "application/vnd.stepmania.stepchart": ["sm"],
      "application/vnd.sun.wadl+xml": ["wadl"],
      "application/vnd.sun.xml.calc": ["sxc"],
      "application/vnd.sun.xml.calc.template": ["stc"],
      "application/vnd.sun.xml.draw": ["sxd"],
      "application/vnd.sun.xml.draw.template": ["std"],
      "application/vnd.sun.xml.impress": ["sxi"],
      "application/vnd.sun.xml.impress.template": ["sti"],
      "application/vnd.sun.xml.math": ["sxm"],
      "application/vnd.sun.xml.writer": ["sxw"],
      "application/vnd.sun.xml.writer.global": ["sxg"],
      "application/vnd.sun.xml.writer.template": ["stw"],
      "application/vnd.sus-calendar": ["sus", "susp"],
      "application/vnd.svd": ["svd"],
      "application/vnd.symbian.install": ["sis", "sisx"],
      "application/vnd.syncml+xml": ["xsm"],
      "application/vnd.syncml.dm+wbxml": ["bdm"],
      "application/vnd.syncml.dm+xml": ["xdm"],
      "application/vnd.syncml.dmddf+xml": ["ddf"],
      "application/vnd.tao.intent-module-archive": ["tao"],
      "application/vnd.tcpdump.pcap": ["pcap", "cap", "dmp"],
      "application/vnd.tmobile-livetv": ["tmo"],
      "application/vnd.trid.tpt": ["tpt"],
      "application/vnd.triscape.mxs": ["mxs"],
      "application/vnd.trueapp": ["tra"],
      "application/vnd.ufdl": ["ufd", "ufdl"],
      "application/vnd.uiq.theme": ["utz"],
      "application/vnd.umajin": ["umj"],
      "application/vnd.unity": ["unityweb"],
      "application/vnd.uoml+xml": ["uoml", "uo"],
      "application/vnd.vcx": ["vcx"],
      "application/vnd.visio": ["vsd", "vst", "vss", "vsw", "vsdx", "vtx"],
      "application/vnd.visionary": ["vis"],
      "application/vnd.vsf": ["vsf"],
      "application/vnd.wap.wbxml": ["wbxml"],
      "application/vnd.wap.wmlc": ["wmlc"],
      "application/vnd.wap.wmlscriptc": ["wmlsc"],
      "application/vnd.webturbo": ["wtb"],
      "application/vnd.wolfram.player": ["nbp"],
      "application/vnd.wordperfect": ["wpd"],
      "application/vnd.wqd": ["wqd"],
      "application/vnd.wt.stf": ["stf"],
      "application/vnd.xara": ["xar"],
      "application/vnd.xfdl": ["xfdl"],
      "application/vnd.yamaha.hv-dic": ["hvd"],
      "application/vnd.yamaha.hv-script": ["hvs"],
      "application/vnd.yamaha.hv-voice": ["hvp"],
      "application/vnd.yamaha.openscoreformat": ["osf"],
      "application/vnd.yamaha.openscoreformat.osfpvg+xml": ["osfpvg"],
      "application/vnd.yamaha.smaf-audio": ["saf"],
      "application/vnd.yamaha.smaf-phrase": ["spf"],
      "application/vnd.yellowriver-custom-menu": ["cmp"],
      "application/vnd.zul": ["zir", "zirz"],
      "application/vnd.zzazz.deck+xml": ["zaz"],
      "application/x-7z-compressed": ["7z"],
      "application/x-abiword": ["abw"],
      "application/x-ace-compressed": ["ace"],
      "application/x-apple-diskimage": ["*dmg"],
      "application/x-arj": ["arj"],
      "application/x-authorware-bin": ["aab", "x32", "u32", "vox"],
      "application/x-authorware-map": ["aam"],
      "application/x-authorware-seg": ["aas"],
      "application/x-bcpio": ["bcpio"],
      "application/x-bdoc": ["*bdoc"],
      "application/x-bittorrent": ["torrent"],
      "application/x-blender": ["blend"],
      "application/x-blorb": ["blb", "blorb"],
      "application/x-bzip": ["bz"],
      "application/x-bzip2": ["bz2", "boz"],
      "application/x-cbr": ["cbr", "cba", "cbt", "cbz", "cb7"],
      "application/x-cdlink": ["vcd"],
      "application/x-cfs-compressed": ["cfs"],
      "application/x-chat": ["chat"],
      "application/x-chess-pgn": ["pgn"],
      "application/x-chrome-extension": ["crx"],
      "application/x-cocoa": ["cco"],
      "application/x-compressed": ["*rar"],
      "application/x-conference": ["nsc"],
      "application/x-cpio": ["cpio"],
      "application/x-csh": ["csh"],
      "application/x-debian-package": ["*deb", "udeb"],
      "application/x-dgc-compressed": ["dgc"],
      "application/x-director": [
        "dir",
        "dcr",
        "dxr",
        "cst",
        "cct",
        "cxt",
        "w3d",
        "fgd",
        "swa"
      ],
      "application/x-doom": ["wad"],
      "application/x-dtbncx+xml": ["ncx"],
      "application/x-dtbook+xml": ["dtb"],
      "application/x-dtbresource+xml": ["res"],
      "application/x-dvi": ["dvi"],
      "application/x-envoy": ["evy"],
      "application/x-eva": ["eva"],
      "application/x-font-bdf": ["bdf"],
      "application/x-font-ghostscript": ["gsf"],
      "application/x-font-linux-psf": ["psf"],
      "application/x-font-pcf": ["pcf"],
      "application/x-font-snf": ["snf"],
      "application/x-font-type1": ["pfa", "pfb", "pfm", "afm"],
      "application/x-freearc": ["arc"],
      "application/x-futuresplash": ["spl"],
      "application/x-gca-compressed": ["gca"],
      "application/x-glulx": ["ulx"],
      "application/x-gnumeric": ["gnumeric"],
      "application/x-gramps-xml": ["gramps"],
      "application/x-gtar": ["gtar"],
      "application/x-hdf": ["hdf"],
      "application/x-httpd-php": ["php"],
      "application/x-install-instructions": ["install"],
      "application/x-ipynb+json": ["ipynb"],
      "application/x-iso9660-image": ["*iso"],
      "application/x-iwork-keynote-sffkey": ["*key"],
      "application/x-iwork-numbers-sffnumbers": ["*numbers"],
      "application/x-iwork-pages-sffpages": ["*pages"],
      "application/x-java-archive-diff": ["jardiff"],
      "application/x-java-jnlp-file": ["jnlp"],
      "application/x-keepass2": ["kdbx"],
      "application/x-latex": ["latex"],
      "application/x-lua-bytecode": ["luac"],
      "application/x-lzh-compressed": ["lzh", "lha"],
      "application/x-makeself": ["run"],
      "application/x-mie": ["mie"],
      "application/x-mobipocket-ebook": ["*prc", "mobi"],
      "application/x-ms-application": ["application"],
      "application/x-ms-shortcut": ["lnk"],
      "application/x-ms-wmd": ["wmd"],
      "application/x-ms-wmz": ["wmz"],
      "application/x-ms-xbap": ["xbap"],
      "application/x-msaccess": ["mdb"],
      "application/x-msbinder": ["obd"],
      "application/x-mscardfile": ["crd"],
      "application/x-msclip": ["clp"],
      "application/x-msdos-program": ["*exe"],
      "application/x-msdownload": ["*exe", "*dll", "com", "bat", "*msi"],
      "application/x-msmediaview": ["mvb", "m13", "m14"],
      "application/x-msmetafile": ["*wmf", "*wmz", "*emf", "emz"],
      "application/x-msmoney": ["mny"],
      "application/x-mspublisher": ["pub"],
      "application/x-msschedule": ["scd"],
      "application/x-msterminal": ["trm"],
      "application/x-mswrite": ["wri"],
      "application/x-netcdf": ["nc", "cdf"],
      "application/x-ns-proxy-autoconfig": ["pac"],
      "application/x-nzb": ["nzb"],
      "application/x-perl": ["pl", "pm"],
      "application/x-pilot": ["*prc", "*pdb"],
      "application/x-pkcs12": ["p12", "pfx"],
      "application/x-pkcs7-certificates": ["p7b", "spc"],
      "application/x-pkcs7-certreqresp": ["p7r"],
      "application/x-rar-compressed": ["*rar"],
      "application/x-redhat-package-manager": ["rpm"],
      "application/x-research-info-systems": ["ris"],
      "application/x-sea": ["sea"],
      "application/x-sh": ["sh"],
      "application/x-shar": ["shar"],
      "application/x-shockwave-flash": ["swf"],
      "application/x-silverlight-app": ["xap"],
      "application/x-sql": ["*sql"],
      "application/x-stuffit": ["sit"],
      "application/x-stuffitx": ["sitx"],
      "application/x-subrip": ["srt"],
      "application/x-sv4cpio": ["sv4cpio"],
      "application/x-sv4crc": ["sv4crc"],
      "application/x-t3vm-image": ["t3"],
      "application/x-tads": ["gam"],
      "application/x-tar": ["tar"],
      "application/x-tcl": ["tcl", "tk"],
      "application/x-tex": ["tex"],
      "application/x-tex-tfm": ["tfm"],
      "application/x-texinfo": ["texinfo", "texi"],
      "application/x-tgif": ["*obj"],
      "application/x-ustar": ["ustar"],
      "application/x-virtualbox-hdd": ["hdd"],
      "application/x-virtualbox-ova": ["ova"],
      "application/x-virtualbox-ovf": ["ovf"],
      "application/x-virtualbox-vbox": ["vbox"],
      "application/x-virtualbox-vbox-extpack": ["vbox-extpack"],
      "application/x-virtualbox-vdi": ["vdi"],
      "application/x-virtualbox-vhd": ["vhd"],
      "application/x-virtualbox-vmdk": ["vmdk"],
      "application/x-wais-source": ["src"],
      "application/x-web-app-manifest+json": ["webapp"],
      "application/x-x509-ca-cert": ["der", "crt", "pem"],
      "application/x-xfig": ["fig"],
      "application/x-xliff+xml": ["*xlf"],
      "application/x-xpinstall": ["xpi"],
      "application/x-xz": ["xz"],
      "application/x-zip-compressed": ["*zip"],
      "application/x-zmachine": ["z1", "z2", "z3", "z4", "z5", "z6", "z7", "z8"],
      "audio/vnd.dece.audio": ["uva", "uvva"],
      "audio/vnd.digital-winds": ["eol"],
      "audio/vnd.dra": ["dra"],
      "audio/vnd.dts": ["dts"],
      "audio/vnd.dts.hd": ["dtshd"],
      "audio/vnd.lucent.voice": ["lvp"],
      "audio/vnd.ms-playready.media.pya": ["pya"],
      "audio/vnd.nuera.ecelp4800": ["ecelp4800"],
      "audio/vnd.nuera.ecelp7470": ["ecelp7470"],
      "audio/vnd.nuera.ecelp9600": ["ecelp9600"],
      "audio/vnd.rip": ["rip"],
      "audio/x-aac": ["*aac"],
      "audio/x-aiff": ["aif", "aiff", "aifc"],
      "audio/x-caf": ["caf"],
      "audio/x-flac": ["flac"],
      "audio/x-m4a": ["*m4a"],
      "audio/x-matroska": ["mka"],
      "audio/x-mpegurl": ["m3u"],
      "audio/x-ms-wax": ["wax"],
      "audio/x-ms-wma": ["wma"],
      "audio/x-pn-realaudio": ["ram", "ra"],
      "audio/x-pn-realaudio-plugin": ["rmp"],
      "audio/x-realaudio": ["*ra"],
      "audio/x-wav": ["*wav"],
      "chemical/x-cdx": ["cdx"],
      "chemical/x-cif": ["cif"],
      "chemical/x-cmdf": ["cmdf"],
      "chemical/x-cml": ["cml"],
      "chemical/x-csml": ["csml"],
      "chemical/x-xyz": ["xyz"],
      "image/prs.btif": ["btif", "btf"],
      "image/prs.pti": ["pti"],
      "image/vnd.adobe.photoshop": ["psd"],
      "image/vnd.airzip.accelerator.azv": ["azv"],
      "image/vnd.blockfact.facti": ["facti"],
      "image/vnd.dece.graphic": ["uvi", "uvvi", "uvg", "uvvg"],
      "image/vnd.djvu": ["djvu", "djv"],
      "image/vnd.dvb.subtitle": ["*sub"],
      "image/vnd.dwg": ["dwg"],
      "image/vnd.dxf": ["dxf"],
      "image/vnd.fastbidsheet": ["fbs"],
      "image/vnd.fpx": ["fpx"],
      "image/vnd.fst": ["fst"],
      "image/vnd.fujixerox.edmics-mmr": ["mmr"],
      "image/vnd.fujixerox.edmics-rlc": ["rlc"],
      "image/vnd.microsoft.icon": ["ico"],
      "image/vnd.ms-dds": ["dds"],
      "image/vnd.ms-modi": ["mdi"],
      "image/vnd.ms-photo": ["wdp"],
      "image/vnd.net-fpx": ["npx"],
      "image/vnd.pco.b16": ["b16"],
      "image/vnd.tencent.tap": ["tap"],
      "image/vnd.valve.source.texture": ["vtf"],
      "image/vnd.wap.wbmp": ["wbmp"],
      "image/vnd.xiff": ["xif"],
      "image/vnd.zbrush.pcx": ["pcx"],
      "image/x-3ds": ["3ds"],
      "image/x-adobe-dng": ["dng"],
      "image/x-cmu-raster": ["ras"],
      "image/x-cmx": ["cmx"],
      "image/x-freehand": ["fh", "fhc", "fh4", "fh5", "fh7"],
      "image/x-icon": ["*ico"],
      "image/x-jng": ["jng"],
      "image/x-mrsid-image": ["sid"],
      "image/x-ms-bmp": ["*bmp"],
      "image/x-pcx": ["*pcx"],
      "image/x-pict": ["pic", "pct"],
      "image/x-portable-anymap": ["pnm"],
      "image/x-portable-bitmap": ["pbm"],
      "image/x-portable-graymap": ["pgm"],
      "image/x-portable-pixmap": ["ppm"],
      "image/x-rgb": ["rgb"],
      "image/x-tga": ["tga"],
      "image/x-xbitmap": ["xbm"],
      "image/x-xpixmap": ["xpm"],
      "image/x-xwindowdump": ["xwd"],
      "message/vnd.wfa.wsc": ["wsc"],
      "model/vnd.bary": ["bary"],
      "model/vnd.cld": ["cld"],
      "model/vnd.collada+xml": ["dae"],
      "model/vnd.dwf": ["dwf"],
      "model/vnd.gdl": ["gdl"],
      "model/vnd.gtw": ["gtw"],
      "model/vnd.mts": ["*mts"],
      "model/vnd.opengex": ["ogex"],
      "model/vnd.parasolid.transmit.binary": ["x_b"],
      "model/vnd.parasolid.transmit.text": ["x_t"],
      "model/vnd.pytha.pyox": ["pyo", "pyox"],
      "model/vnd.sap.vds": ["vds"],
      "model/vnd.usda": ["usda"],
      "model/vnd.usdz+zip": ["usdz"],
      "model/vnd.valve.source.compiled-map": ["bsp"],
      "model/vnd.vtu": ["vtu"],
      "text/prs.lines.tag": ["dsc"],
      "text/vnd.curl": ["curl"],
      "text/vnd.curl.dcurl": ["dcurl"],
      "text/vnd.curl.mcurl": ["mcurl"],
      "text/vnd.curl.scurl": ["scurl"],
      "text/vnd.dvb.subtitle": ["sub"],
      "text/vnd.familysearch.gedcom": ["ged"],
      "text/vnd.fly": ["fly"],
      "text/vnd.fmi.flexstor": ["flx"],
      "text/vnd.graphviz": ["gv"],
      "text/vnd.in3d.3dml": ["3dml"],
      "text/vnd.in3d.spot": ["spot"],
      "text/vnd.sun.j2me.app-descriptor": ["jad"],
      "text/vnd.wap.wml": ["wml"],
      "text/vnd.wap.wmlscript": ["wmls"],
      "text/x-asm": ["s", "asm"],
      "text/x-c": ["c", "cc", "cxx", "cpp", "h", "hh", "dic"],
      "text/x-component": ["htc"],
      "text/x-fortran": ["f", "for", "f77", "f90"],
      "text/x-handlebars-template": ["hbs"],
      "text/x-java-source": ["java"],
      "text/x-lua": ["lua"],
      "text/x-markdown": ["mkd"],
      "text/x-nfo": ["nfo"],
      "text/x-opml": ["opml"],
      "text/x-org": ["*org"],
      "text/x-pascal": ["p", "pas"],
      "text/x-processing": ["pde"],
      "text/x-sass": ["sass"],
      "text/x-scss": ["scss"],
      "text/x-setext": ["etx"],
      "text/x-sfv": ["sfv"],
      "text/x-suse-ymp": ["ymp"],
      "text/x-uuencode": ["uu"],
      "text/x-vcalendar": ["vcs"],
      "text/x-vcard": ["vcf"],
      "video/vnd.dece.hd": ["uvh", "uvvh"],
      "video/vnd.dece.mobile": ["uvm", "uvvm"],
      "video/vnd.dece.pd": ["uvp", "uvvp"],
      "video/vnd.dece.sd": ["uvs", "uvvs"],
      "video/vnd.dece.video": ["uvv", "uvvv"],
      "video/vnd.dvb.file": ["dvb"],
      "video/vnd.fvt": ["fvt"],
      "video/vnd.mpegurl": ["mxu", "m4u"],
      "video/vnd.ms-playready.media.pyv": ["pyv"],
      "video/vnd.uvvu.mp4": ["uvu", "uvvu"],
      "video/vnd.vivo": ["viv"],
      "video/x-f4v": ["f4v"],
      "video/x-fli": ["fli"],
      "video/x-flv": ["flv"],
      "video/x-m4v": ["m4v"],
      "video/x-matroska": ["mkv", "mk3d", "mks"],
      "video/x-mng": ["mng"],
      "video/x-ms-asf": ["asf", "asx"],
      "video/x-ms-vob": ["vob"],
      "video/x-ms-wm": ["wm"],
      "video/x-ms-wmv": ["wmv"],
      "video/x-ms-wmx": ["wmx"],
      "video/x-ms-wvx": ["wvx"],
      "video/x-msvideo": ["avi"],
      "video/x-sgi-movie": ["movie"],
      "video/x-smv": ["smv"],
      "x-conference/x-cooltalk": ["ice"]
    };
    Object.freeze(types2);
    other_default = types2;
  }
});

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports2, module2) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module2.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports2) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports2.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports2.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports2.isRegexChar = (str) => str.length === 1 && exports2.hasRegexChars(str);
    exports2.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports2.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports2.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports2.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports2.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports2.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports2.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports2.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports2.basename = (path4, { windows } = {}) => {
      const segs = path4.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports2, module2) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code2) => {
      return code2 === CHAR_FORWARD_SLASH || code2 === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code2;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code2;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code2 = advance();
        let next;
        if (code2 === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code2 = advance();
          if (code2 === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code2 === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code2 = advance())) {
            if (code2 === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code2 === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code2 === CHAR_DOT && (code2 = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code2 === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code2 === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code2 === CHAR_PLUS || code2 === CHAR_AT || code2 === CHAR_ASTERISK || code2 === CHAR_QUESTION_MARK || code2 === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code2 === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code2 = advance())) {
                if (code2 === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code2 === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code2 === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code2 === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code2 === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code2 === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code2 = advance())) {
              if (code2 === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code2 === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code2 === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code2)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module2.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports2, module2) {
    "use strict";
    var constants3 = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants3;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants3.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse3 = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants3.globChars(opts.windows);
      const EXTGLOB_CHARS = constants3.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open3 = tokens[token.tokensIndex];
          open3.type = "text";
          open3.value = literal;
          open3.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open3.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse3(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open3 = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open3);
          push(open3);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse3.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants3.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module2.exports = parse3;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports2, module2) {
    "use strict";
    var scan = require_scan();
    var parse3 = require_parse();
    var utils = require_utils();
    var constants3 = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher2 = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher2.state = state;
      }
      return matcher2;
    };
    picomatch2.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse3(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse3.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse3(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants3;
    module2.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports2, module2) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module2.exports = picomatch2;
  }
});

// actions/publish-frontend/site/headers.ts
function headerRules(map) {
  return [...map].map(([glob, value]) => ({ glob, matches: matcher(glob), value }));
}
function matcher(glob) {
  const pattern = glob.startsWith("/") ? glob.slice(1) : glob.includes("/") ? glob : `**/${glob}`;
  return (0, import_picomatch.default)(pattern, { dot: true });
}
function headerOf(rules, path4) {
  return rules.find((rule) => rule.matches(path4))?.value;
}
function hasNoType(path4) {
  const name = path4.slice(path4.lastIndexOf("/") + 1);
  return !name.includes(".") && !NAMED.has(name);
}
function looksLikeHtml(start) {
  return /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]*?-->\s*){0,20}<(?:!doctype\s+html|html)[\s>]/i.test(
    start.toString("latin1")
  );
}
function contentType(path4) {
  const name = path4.slice(path4.lastIndexOf("/") + 1);
  types3 ??= new Mime_default(standard_default, other_default);
  const type = NAMED.get(name) ?? types3.getType(name) ?? "application/octet-stream";
  return isText(type) ? `${type}; charset=utf-8` : type;
}
function isText(type) {
  return /^text\/|^application\/(?:(?:[a-z.-]+\+)?(?:json|xml)|javascript|ecmascript)$|^image\/svg\+xml$/.test(type);
}
function mayCompress(type, size) {
  if (size < GZIP_FROM || size > GZIP_UP_TO) return false;
  const bare = type.split(";")[0]?.trim() ?? "";
  return isText(bare) || /^(?:application\/(?:wasm|vnd\.ms-fontobject)|font\/(?:ttf|otf)|image\/(?:bmp|x-icon|vnd\.microsoft\.icon))$/.test(
    bare
  );
}
var import_picomatch, FOREVER, REVALIDATE, NAMED, types3, HTML, GZIP_FROM, GZIP_UP_TO;
var init_headers = __esm({
  "actions/publish-frontend/site/headers.ts"() {
    "use strict";
    init_index_lite();
    init_other();
    init_standard();
    import_picomatch = __toESM(require_picomatch2(), 1);
    FOREVER = "public, max-age=31536000, immutable";
    REVALIDATE = "no-cache";
    NAMED = /* @__PURE__ */ new Map([
      ["apple-app-site-association", "application/json"],
      ["CNAME", "text/plain"],
      ["LICENSE", "text/plain"]
    ]);
    HTML = "text/html; charset=utf-8";
    GZIP_FROM = 1024;
    GZIP_UP_TO = 16 * 1024 * 1024;
  }
});

// actions/publish-frontend/sites-input.ts
function parseSites(text) {
  return parseEntries(text, GRAMMAR).map(({ name, ...rest }, i) => {
    if (name !== void 0 && name !== null && (typeof name !== "string" || !/^[^\s]([^\n\r]{0,98}[^\s])?$/.test(name)))
      throw new Error(`entry ${i + 1}: name is up to 100 characters of text on one line, such as dashboard.`);
    const entry = parseEntry(rest, i, GRAMMAR);
    return { ...entry, label: name ?? entry.label, name: name ?? void 0 };
  });
}
var SITE_ONLY, GRAMMAR;
var init_sites_input = __esm({
  "actions/publish-frontend/sites-input.ts"() {
    "use strict";
    init_entries();
    SITE_ONLY = [
      "path",
      "bucket",
      "prefix",
      "host",
      "build-command",
      "working-directory",
      "artifact-digest"
    ];
    GRAMMAR = {
      expected: "bucket and path. Write for instance:\n- bucket: my-site\n  path: dist",
      whole: "all sites",
      wide: /* @__PURE__ */ new Set([
        "sites",
        "project",
        "region",
        "commit",
        "dry-run",
        "timeout",
        "workload-identity-provider",
        "service-account",
        "credentials-json",
        "rollback-to",
        "on-no-earlier-release",
        "reason",
        "release-hold",
        "services",
        "on-canary",
        "switch-staged",
        "force",
        "github-token",
        "on-unknown-history"
      ]),
      labelOf: ({ name, bucket, prefix }) => name ?? (bucket === void 0 ? void 0 : [bucket, prefix].filter(Boolean).join("/"))
    };
  }
});

// actions/publish-frontend/store/object-names.ts
function releasesRoot(layout) {
  return `${layout.prefix}.releases/`;
}
function stateName(layout) {
  return `${releasesRoot(layout)}state.json`;
}
function manifestName(layout, release) {
  return `${releasesRoot(layout)}${release}/manifest.json`;
}
function replacedName(layout, release) {
  return `${releasesRoot(layout)}${release}/replaced.json`;
}
function keptName(layout, key) {
  return releasesRoot(layout) + key;
}
function siteRoot(layout, release, atomic) {
  return atomic ? `${layout.prefix}releases/${release}/` : layout.prefix;
}
function releasesIn(layout, names) {
  const root = releasesRoot(layout);
  const releases = [];
  for (const name of names) {
    if (!name.startsWith(root) || !name.endsWith("/manifest.json")) continue;
    const release = name.slice(root.length, -"/manifest.json".length);
    if (!release.includes("/")) releases.push(release);
  }
  return releases;
}
function parseReleaseId(text) {
  const id = text.trim();
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id) && id !== "previous") return id;
  throw new Error(
    `"${text}" is not a valid release name. Use up to 100 letters, digits, ".", "_" or "-", starting with a letter or digit (and not "previous").`
  );
}
function parsePrefix(text) {
  const parts = text.trim().replace(/^\/|\/$/g, "").split("/");
  if (parts.every((part) => /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/.test(part))) return `${parts.join("/")}/`;
  throw new Error(`"${text}" is not a valid prefix. Use folders such as dashboard or sites/dashboard.`);
}
function parseBucket(text) {
  const name = text.trim();
  if (/^(?!goog)[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(name)) return name;
  const bare = name.replace(/^gs:\/\//, "").replace(/\/.*$/, "");
  const hint = name.startsWith("gs://") ? ` Use ${bare}, and put the path after it in the input prefix.` : "";
  throw new Error(
    `"${text}" is not a valid bucket name.${hint || ' Use 3 to 222 lower-case letters, digits, "-", "_" or ".".'}`
  );
}
var init_object_names = __esm({
  "actions/publish-frontend/store/object-names.ts"() {
    "use strict";
  }
});

// actions/publish-frontend/inputs.ts
function readInputs(reader, context) {
  const text = reader.text("sites");
  if (text === void 0) return togetherOf([readOne(reader, context)], false);
  return togetherOf(readSites(text, reader, context), true);
}
function togetherOf(sites, several) {
  const [first] = sites;
  const tasks = new Set(sites.map(({ task }) => task));
  if (first && tasks.size === 1) return { several, task: first.task, sites };
  const without = sites.filter(({ task }) => task === "release-hold").map(({ name }) => name);
  throw new InputError([
    {
      subject: "Input sites",
      message: `path must be given for all sites or for none. Without path: ${without.join(", ")}.`
    }
  ]);
}
function readSites(text, reader, context) {
  const problems = [];
  for (const name of SITE_ONLY)
    if (reader.changed(name) && !(name === "working-directory" && reader.text(name) === "."))
      problems.push({
        subject: `Input ${name}`,
        message: "is not allowed with sites. Write it in the entry of its site."
      });
  const inherited = Object.entries(context.env).filter(([key]) => !SITE_ONLY.some((name) => variable(name) === key));
  const sites = entriesOf(text).flatMap((entry, i) => {
    const read5 = (own) => ({
      ...readOne(own, context),
      ...entry.name !== void 0 && { name: entry.name }
    });
    const site = readEntry({ list: "sites", entry, inherited, entryOnly: SITE_ONLY, lists: ["sites"], read: read5 }, problems);
    if (!site) return [];
    return [site.task === "publish" && i > 0 ? { ...site, services: [] } : site];
  });
  const places = sites.map(({ layout }) => `gs://${layout.bucket}/${layout.prefix}`);
  for (const place of new Set(places.filter((one, i) => places.indexOf(one) < i)))
    problems.push({ subject: "Input sites", message: `${place} is given twice. Give each site once.` });
  if (problems.length > 0) throw new InputError(uniqueProblems(problems));
  return sites;
}
function entriesOf(text) {
  try {
    return parseSites(text);
  } catch (error) {
    throw new InputError([{ subject: "Input sites", message: error.message }]);
  }
}
function uniqueProblems(problems) {
  return [...new Map(problems.map((problem) => [`${problem.subject}: ${problem.message}`, problem])).values()];
}
function readOne(reader, context) {
  const shared = readSharedInputs(reader, context);
  const region = reader.parse("region", parseRegion);
  const layout = {
    bucket: reader.given("bucket") ? reader.parse("bucket", parseBucket) ?? "" : reader.required("bucket"),
    prefix: reader.parse("prefix", parsePrefix) ?? ""
  };
  const site = {
    ...shared,
    layout,
    name: `${layout.bucket}/${layout.prefix}`.replace(/\/$/, ""),
    cdn: readCdn(reader),
    timeout: reader.duration("timeout"),
    concurrency: reader.integer("concurrency", "384", { min: 1, max: 512 }),
    force: reader.boolean("force", "false"),
    ...readHistoryInputs(reader)
  };
  const to = reader.parse("rollback-to", (text) => text.trim() === "previous" ? "previous" : parseReleaseId(text));
  const onNoEarlierRelease = reader.oneOf("on-no-earlier-release", ["refuse", "keep"], "refuse");
  const reason = reader.text("reason");
  const releaseHold = reader.boolean("release-hold", "false");
  const publish = readPublish(reader, context, shared);
  const freeze = readFreeze(reader);
  const services = readServiceNames(reader, {
    project: shared.project,
    region,
    commit: shared.commit,
    workspace: (0, import_node_path2.resolve)(context.github.workspace || ".")
  });
  const switchStaged2 = reader.boolean("switch-staged", "false");
  const task = reader.given("rollback-to") ? "rollback" : reader.given("path") || !(releaseHold || switchStaged2) ? "publish" : switchStaged2 ? "settle" : "release-hold";
  if (task === "publish") {
    if (!reader.given("path"))
      reader.problem("path", "is required. Give the folder of the built site, or set rollback-to.");
    if (reason !== void 0 && !releaseHold)
      reader.problem("reason", "is only allowed with rollback-to or release-hold: true.");
  } else {
    const what = task === "rollback" ? "rollback-to" : task === "settle" ? "switch-staged" : "release-hold without path";
    for (const name of PUBLISHING)
      if (reader.changed(name) && !(task === "settle" && name === "freeze"))
        reader.problem(name, `is not allowed with ${what}, which publishes nothing.`);
  }
  if (task === "release-hold" && site.force)
    reader.problem("force", "is not allowed with release-hold without path, which publishes nothing.");
  if (task !== "rollback" && reader.changed("on-no-earlier-release"))
    reader.problem("on-no-earlier-release", "is only allowed with rollback-to.");
  if (task === "rollback" && releaseHold)
    reader.problem(
      "release-hold",
      "is not allowed with rollback-to, which sets a hold. Release the hold in a later step."
    );
  if (switchStaged2 && (task !== "settle" || releaseHold))
    reader.problem(
      "switch-staged",
      "is not allowed with path, rollback-to or release-hold: it switches to a release that was staged before."
    );
  if (task === "settle" && reason !== void 0)
    reader.problem("reason", "is only allowed with rollback-to or release-hold: true.");
  if (publish.atomic && site.cdn === void 0 && task === "publish")
    reader.problem("atomic", "requires url-map: one write to it switches the site.");
  reader.done();
  if (task === "rollback") return { ...site, task, to: to ?? "", reason: reason ?? "", onNoEarlierRelease };
  if (task === "release-hold") return { ...site, task, reason: reason ?? "" };
  if (task === "settle") return { ...site, task, freeze };
  return { ...site, ...publish, services, freeze, task, releaseHold, reason: reason ?? "" };
}
function readCdn(reader) {
  const urlMap = reader.parse("url-map", parseUrlMap);
  const host = reader.parse("host", parseHost);
  const lines = reader.list("invalidate");
  const none = lines.length === 1 && lines[0] === "none";
  const paths = none ? [] : reader.parseList("invalidate", parseInvalidationPath);
  const wait = reader.boolean("wait-for-invalidation", "false");
  if (!reader.given("url-map")) {
    for (const name of ["host", "invalidate"])
      if (reader.given(name)) reader.problem(name, "requires url-map, the name of the load balancer\u2019s URL map.");
    if (wait) reader.problem("wait-for-invalidation", "requires url-map, the name of the load balancer\u2019s URL map.");
  }
  if (none && wait) reader.problem("wait-for-invalidation", "is not allowed with invalidate: none.");
  if (urlMap === void 0) return void 0;
  return { urlMap, host, invalidate: lines.length > 0 ? paths : void 0, wait };
}
function readPublish(reader, context, shared) {
  const inWorkspace = (path5) => (0, import_node_path2.isAbsolute)(path5) ? path5 : (0, import_node_path2.resolve)(context.github.workspace || ".", path5);
  const path4 = reader.text("path") ?? "";
  const command = reader.text("build-command");
  const folder = reader.text("working-directory", ".");
  if (command !== void 0 && reader.given("artifact-digest"))
    reader.problem("artifact-digest", "is not allowed with build-command, which changes the folder.");
  if (folder !== "." && command === void 0)
    reader.problem(
      "working-directory",
      "is only allowed with build-command; path is always relative to the workspace."
    );
  return {
    path: path4,
    folder: inWorkspace(path4),
    artifactDigest: reader.parse("artifact-digest", parseDigest),
    release: reader.parse("release", parseReleaseId) ?? shared.commit,
    build: command === void 0 ? void 0 : { command, folder: inWorkspace(folder) },
    rules: {
      mutable: reader.parseList("mutable", parseMutable),
      exampleCredentials: reader.list("example-credentials"),
      cacheControl: headerRules(readRules(reader, "cache-control", parseCacheControl)),
      contentType: headerRules(readRules(reader, "content-type", parseContentType)),
      contentEncoding: headerRules(readRules(reader, "content-encoding", parseContentEncoding)),
      gzip: reader.oneOf("compress", ["off", "gzip"], "off") === "gzip",
      precompressed: reader.oneOf("precompressed", ["off", "gzip", "br", "zstd"], "off"),
      cleanUrls: reader.boolean("clean-urls", "false"),
      barePages: BARE_PAGES.get(reader.oneOf("pages-without-extension", ["true", "false"]) ?? "")
    },
    index: reader.oneOf("index", ["required", "optional"], "required"),
    sourceMaps: reader.boolean("source-maps", "false"),
    keepReleases: reader.integer("keep-releases", "10", { min: 1, max: 1e3 }),
    keepDays: reader.integer("keep-days", "30", { min: 0, max: 3650 }),
    maxDelete: reader.integer("max-delete", "1000", { min: 0, max: 1e6 }),
    atomic: reader.boolean("atomic", "false"),
    strict: reader.boolean("strict", "false"),
    onCanary: reader.oneOf("on-canary", ["refuse", "stage", "stage-only"], "refuse")
  };
}
function readRules(reader, name, check) {
  const rules = reader.map(name);
  for (const [glob, value] of rules) {
    try {
      parseGlob(glob);
      check(value);
    } catch (error) {
      reader.problem(name, error.message);
    }
  }
  return rules;
}
var import_node_path2, BARE_PAGES, PUBLISHING;
var init_inputs2 = __esm({
  "actions/publish-frontend/inputs.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_freeze();
    init_entries();
    init_services();
    init_shared();
    init_errors();
    init_inputs();
    init_path_patterns();
    init_input_formats();
    init_headers();
    init_sites_input();
    init_object_names();
    BARE_PAGES = /* @__PURE__ */ new Map([
      ["true", true],
      ["false", false]
    ]);
    PUBLISHING = [
      ...[
        "path",
        "artifact-digest",
        "release",
        "build-command",
        "mutable",
        "cache-control",
        "content-type",
        "content-encoding",
        "compress",
        "precompressed",
        "index",
        "clean-urls",
        "pages-without-extension",
        "source-maps",
        "example-credentials"
      ],
      ...[
        "keep-releases",
        "keep-days",
        "max-delete",
        "atomic",
        "strict",
        "on-unknown-history",
        "services",
        "freeze",
        "on-canary"
      ]
    ];
  }
});

// shared:src/google/http/client.ts
var createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups;
var init_client = __esm({
  "shared:src/google/http/client.ts"() {
    ({ createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups } = require("../shared/runtime.cjs")["src/google/http/client.ts"]);
  }
});

// shared:src/inputs/duration.ts
var formatDuration, formatMinute, parseDuration, parseSeconds;
var init_duration = __esm({
  "shared:src/inputs/duration.ts"() {
    ({ formatDuration, formatMinute, parseDuration, parseSeconds } = require("../shared/runtime.cjs")["src/inputs/duration.ts"]);
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

// src/runtime/time-limit.ts
function withDeadline(context, ms, shown = ms) {
  const over = new AbortController();
  context.clock.timer(ms, () => over.abort(new TimedOutError(shown)));
  return {
    ...context,
    signal: AbortSignal.any([context.signal, over.signal]),
    deadline: context.clock.now() + ms,
    timeout: shown
  };
}
var withTimeLimit;
var init_time_limit = __esm({
  "src/runtime/time-limit.ts"() {
    "use strict";
    init_duration();
    init_errors();
    withTimeLimit = (context, ms) => ms === void 0 ? context : withDeadline(context, ms);
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
function boundedFetch(send2, clock) {
  return async (input, options = {}) => {
    const late = new AbortController();
    const cancel = clock.timer(TIMEOUT, () => late.abort(new NoAnswerError(TIMEOUT)));
    const signal = AbortSignal.any([...options.signal ? [options.signal] : [], late.signal]);
    try {
      let at = String(input);
      for (let hops = 0; ; hops++) {
        const answer = await send2(at, { ...options, signal, redirect: "manual" });
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
    const mayPass = (error, attempt) => error instanceof CloudError && (error.retryAfterMs !== void 0 || reads && error.status >= 500 && !error.final && attempt < MOST_RETRIES && clock.now() < enough);
    return await retry(work, { clock, signal, resource, until: patience, mayPass });
  };
  const read5 = (resource, permission, call) => repeated({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read: read5 };
}
function toCloudError(error, resource, permission, now) {
  const { status: status2, message, response, cause } = error;
  if (cause instanceof CloudError) return about(resource, cause, cause);
  if (typeof status2 !== "number") throw error;
  const wait = rateLimit(status2, response, now);
  const denied = wait === void 0 && (status2 === 401 || status2 === 403);
  const text = response?.data === void 0 ? message : readJson(response.data).message || message;
  return new CloudError(
    {
      message: text || `HTTP ${status2}`,
      status: status2,
      resource,
      permission: denied ? permission : void 0,
      member: denied ? "the job's GITHUB_TOKEN" : void 0,
      retryAfterMs: wait,
      advice: wait === void 0 ? void 0 : `GitHub's rate limit is reached: it takes requests again in ${formatDuration(wait)}. Run this step again then, or run fewer jobs with this token at a time.`
    },
    { cause: error }
  );
}
function rateLimit(status2, response, now) {
  if (status2 !== 403 && status2 !== 429) return void 0;
  const headers = response?.headers ?? {};
  const asked = retryAfter(headers, now);
  if (asked !== void 0) return asked;
  const reset = Number(headers["x-ratelimit-reset"]) * 1e3;
  if (String(headers["x-ratelimit-remaining"]) === "0")
    return Number.isFinite(reset) ? Math.max(0, reset - now) : SECONDARY_LIMIT_PAUSE;
  const secondary = /rate limit|abuse detection/i.test(readJson(response?.data ?? "").message);
  return status2 === 429 || secondary ? SECONDARY_LIMIT_PAUSE : void 0;
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
  const { octokit, rest, at, read: read5, repeated } = createGitHubClient(run2, token, options);
  const ownOf = async (marked) => {
    const bots = marked.find(({ user }) => user?.login === ACTIONS_BOT && user.type === "Bot");
    if (bots || marked.length === 0) return bots;
    const login = await read5(
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
      const comparison = read5(
        `commits of ${run2.repository}`,
        "contents: read",
        () => rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}`, per_page: 1 })
      );
      return (await absent(comparison))?.data.status;
    },
    async file(path4, commit) {
      const found = read5(
        `files of ${run2.repository}`,
        "contents: read",
        () => rest.repos.getContent({ ...at, path: path4, ref: commit })
      );
      const data = (await absent(found))?.data;
      return data?.encoding === "base64" ? Buffer.from(data.content ?? "", "base64").toString("utf8") : void 0;
    },
    async checks(commit) {
      const [runs, { data: combined }] = await read5(
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
      const found = read5(
        `pull request #${number} of ${run2.repository}`,
        "pull-requests: read",
        () => rest.pulls.get({ ...at, pull_number: number })
      );
      const pull = await absent(found);
      return pull && toPullRequest(pull.data);
    },
    async openPulls() {
      const found = await read5(
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
      const { data } = await read5(
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
      const comments = await read5(
        resource,
        "pull-requests: write",
        () => octokit.paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 })
      );
      const own = (is) => ownOf(comments.filter((comment) => is(comment.body?.split(/\r?\n/, 1)[0] ?? "")));
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
    if (limit < LONGEST2)
      warnings.push(
        `${where} has the cache mode CACHE_ALL_STATIC, whose TTLs (client ${clientTtl ?? 3600} s, maximum ${maxTtl ?? 86400} s) are shorter than the max-age of ${LONGEST2} s of hashed files. Run: gcloud compute backend-buckets update ${backend.name} --cache-mode=USE_ORIGIN_HEADERS`
      );
  }
  return { errors: [], warnings, cached: true };
}
var LONGEST2;
var init_backend_bucket = __esm({
  "actions/publish-frontend/cdn/backend-bucket.ts"() {
    "use strict";
    LONGEST2 = 31536e3;
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
  const done = await poll(look, { clock, signal, until: clock.now() + WAIT_FOR, first: 0, longest: 0 });
  if (!done) throw new OutcomeError(`The ${what} timed out after 10 minutes; it is still running.`);
  throwFailure(done, what);
}
function throwFailure({ error }, what) {
  const first = error?.errors?.[0];
  if (first)
    throw new CloudError({
      message: first.message ?? "the operation failed",
      code: first.code,
      status: 0,
      resource: what
    });
}
var LOAD_BALANCER_ROLE, WAIT_FOR;
var init_compute_operations = __esm({
  "actions/publish-frontend/cdn/compute-operations.ts"() {
    "use strict";
    init_errors();
    init_retry();
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
  const matcher2 = map.pathMatchers?.[index];
  if (!matcher2) {
    add(map.defaultService, map.defaultRouteAction, "/", ["defaultRouteAction"]);
    return routes;
  }
  const place = ["pathMatchers", index];
  matcher2.routeRules?.forEach((rule, i) => {
    const prefixes = (rule.matchRules ?? []).map(({ prefixMatch }) => prefixMatch);
    if (prefixes.length === 1 && prefixes[0] !== void 0)
      add(rule.service, rule.routeAction, prefixes[0], [...place, "routeRules", i, "routeAction"]);
  });
  matcher2.pathRules?.forEach((rule, i) => {
    const folders = (rule.paths ?? []).filter((path4) => path4.endsWith("/*"));
    for (const folder of folders) {
      const action = [...place, "pathRules", i, "routeAction"];
      add(rule.service, rule.routeAction, folder.slice(0, -1), action, folders.length > 1);
    }
  });
  add(matcher2.defaultService, matcher2.defaultRouteAction, "/", [...place, "defaultRouteAction"]);
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
    throw new InputError([
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
  if (problems.length > 0) throw new InputError(problems);
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
    if (!(error instanceof CloudError) || error.status !== 404 || error.resource !== resource) throw error;
    const message = `"${urlMap}" is not a global URL map of project ${project} (404). List the URL maps with: gcloud compute url-maps list --global --project=${project}`;
    throw new InputError([{ subject: "Input url-map", message }], { cause: error });
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
var init_load_balancer = __esm({
  "actions/publish-frontend/cdn/load-balancer.ts"() {
    "use strict";
    init_errors();
    init_backend_bucket();
    init_compute_operations();
    init_url_map();
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
var recordedReleases;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    init_revisions();
    init_annotations();
    recordedReleases = (resource) => readAnnotation(resource, `${ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];
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
var rolloutOn;
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    init_annotations();
    init_live_release();
    rolloutOn = (resource) => readAnnotation(resource, `${ANNOTATION_PREFIX}rollout`, () => true);
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
      throw new OutcomeError(
        `The canary of ${canary.commit.slice(0, 12)} on ${servicePlace(name)} is undecided. ${consequence} Run this again once it is decided. To wait for it without a failure, put a step of deploy-run with advance: true and on-canary: wait before this one, and skip this one if its output waiting is true.`
      );
  }
  const frozen = [void 0, ...services.map(({ resource }) => resource)].map((resource) => freezeOn(resource, freeze, clock)).find((text) => text !== void 0);
  checkFreeze(frozen, check);
  const held = holdsOf(services);
  if (held.length > 0 && !check.force) throw new OutcomeError(holdMessage(held, check.consequence));
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
async function read2(http, endpoint, name) {
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
    readNamedServices = (http, endpoint, names) => Promise.all(names.map(async (name) => ({ name, resource: await read2(http, endpoint, name) })));
    holdsOf = (services) => services.flatMap(({ name, resource }) => {
      const hold = holdOf(resource);
      return hold ? [{ name, hold }] : [];
    });
  }
});

// shared:src/runtime/summary.ts
var code, createSummary, link, listed, md, mermaidLabel, plain, writeSummary;
var init_summary = __esm({
  "shared:src/runtime/summary.ts"() {
    ({ code, createSummary, link, listed, md, mermaidLabel, plain, writeSummary } = require("../shared/runtime.cjs")["src/runtime/summary.ts"]);
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
  const span = from.day === void 0 ? DAY : WEEK2;
  const minutes = minutesUntil(to.minute, localTime(at, zone).minute, span);
  return later(at, minutes, zone);
}
function startOf(window, now) {
  const { from, zone } = window;
  if (from.kind === "date") {
    const start2 = instantOf(parse2(from.text), zone);
    return start2 > now ? start2 : void 0;
  }
  const span = from.day === void 0 ? DAY : WEEK2;
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
var MINUTE, DAY, WEEK2, MOST_IN_A_ROW, minutesUntil, later;
var init_next_freeze = __esm({
  "src/freeze/next-freeze.ts"() {
    "use strict";
    init_duration();
    init_windows();
    MINUTE = 6e4;
    DAY = 24 * 60;
    WEEK2 = 7 * DAY;
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
function noteFreeze(summary, windows, clock) {
  const next = nextOf(windows, clock);
  summary.closing("freeze", next && md`\ud83d\udcc5 ${plain(describeFreezeTimes(next))}`);
}
function freezeOfAnnotation(resource, clock) {
  try {
    const next = nextOf(freezeLines(resource).map(parseFreezeWindow), clock);
    return next && describeFreezeTimes(next);
  } catch (error) {
    return `Deploys are frozen until the annotation is corrected. ${error.message}`;
  }
}
var noteServices, nextOf;
var init_standing = __esm({
  "src/freeze/standing.ts"() {
    "use strict";
    init_holds();
    init_summary();
    init_freeze();
    init_next_freeze();
    init_windows();
    noteServices = ({ summary, clock }, freeze) => (services) => {
      noteFreeze(summary, freeze, clock);
      for (const service of services) noteService(summary, service, clock);
    };
    nextOf = (windows, clock) => windows.length > 0 ? nextFreeze(windows, clock.now()) : void 0;
  }
});

// src/records/sites.ts
function describeStaged({ release, commit, at, run: run2, canary: { lead } }) {
  const short2 = commit.slice(0, 12);
  const name = release === commit ? `commit ${short2}` : `release ${release} (commit ${short2})`;
  return `${name} is staged since ${formatMinute(Date.parse(at))} (${run2}). It goes live once its canary on the ${servicePlace(lead)} has all traffic. Another publish replaces it.`;
}
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    init_not_found();
    init_duration();
    init_errors();
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
  const pruning = claim?.work === "prune" && current !== void 0 ? [stopped(current, "prune")] : [];
  if (!unfinished) return pruning;
  const { from, to } = unfinished;
  if (to === current) return from.length === 0 ? [stopped(to, "either")] : pruning;
  const work = claim?.work === "switch" ? "switch" : "either";
  return [...from.filter((release) => release !== current), to].map((release) => stopped(release, work));
}
function givenBack({ claim, ...state }) {
  const { current, unfinished } = state;
  if (claim?.work !== "prune" || current === void 0 || unfinished) return state;
  return { ...state, unfinished: { from: [], to: current } };
}
function beginSwitch(state, to) {
  const { current, unfinished } = state;
  const from = /* @__PURE__ */ new Set([
    ...unfinished?.from ?? [],
    ...unfinished ? [unfinished.to] : [],
    ...current ? [current] : []
  ]);
  from.delete(to);
  return { ...state, unfinished: { from: [...from], to } };
}
function finishSwitch(state, published, atomic, settled) {
  const { unfinished, staged: _, ...rest } = state;
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
function withHold({ staged: _, ...state }, hold) {
  return { ...state, hold };
}
function withoutHold({ hold: _, ...state }) {
  return state;
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
  summary.closing(`staged ${place}`, staged && md`\u23f8\ufe0f On the ${plain(place)}: ${plain(describeStaged(staged))}`);
}
var init_standing2 = __esm({
  "actions/publish-frontend/report/standing.ts"() {
    "use strict";
    init_standing();
    init_sites();
    init_summary();
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
    rows: () => [...durations].map(([name, ms]) => [name, formatDuration(ms)])
  };
}
var SAY_EVERY;
var init_timings = __esm({
  "actions/publish-frontend/report/timings.ts"() {
    "use strict";
    init_duration();
    SAY_EVERY = 5e3;
  }
});

// src/google/http/pages.ts
async function* pagesOf(read5) {
  let pageToken;
  do {
    const page = await read5(pageToken ? { pageToken } : {});
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
function contentMd5({ sourceMd5, md5 }) {
  return sourceMd5 ?? md5;
}
function mayHold(object, md5) {
  return (contentMd5(object) ?? md5) === md5;
}
function sameBytes(a, b) {
  if (a.contentEncoding !== b.contentEncoding || a.size !== b.size) return false;
  return a.md5 === void 0 || b.md5 === void 0 ? a.crc32c !== void 0 && a.crc32c === b.crc32c : a.md5 === b.md5;
}
function sameHeaders(a, b) {
  return a.contentType === b.contentType && a.cacheControl === b.cacheControl;
}
function holds({ contentEncoding, sourceMd5, md5, crc32c, size }, file, fileCrc32c) {
  if (file.gzip) return sourceMd5 === file.md5 && (contentEncoding ?? "gzip") === "gzip";
  if (contentEncoding !== file.contentEncoding) return false;
  if (contentEncoding !== void 0 && sourceMd5 !== void 0) return sourceMd5 === file.md5;
  if (md5 !== void 0) return md5 === (file.storedMd5 ?? file.md5);
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
  return error instanceof CloudError && error.status === status2;
}
function generationOf(object) {
  return object?.generation ?? ABSENT;
}
function preconditionFailure(error, name, explained) {
  const { message, code: code2 } = error;
  return new OutcomeError(
    explained ? `Object ${name} was changed by another run or user while this step ran. Every page still loads; run the step again to finish.` : `Cloud Storage refused to write object ${name} (412${code2 === void 0 ? "" : ` ${code2}`}): ${message} The object has not changed since this step read it, so no other run is the reason. Check the policies of the bucket and of its organization.`,
    { cause: error }
  );
}
var init_preconditions = __esm({
  "actions/publish-frontend/store/preconditions.ts"() {
    "use strict";
    init_errors();
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
          const answer = await http.json({
            ...call("create", to),
            method: "POST",
            url: `${url(from.name)}/rewriteTo/b/${bucket}/o/${encodeURIComponent(to)}?${query}`,
            json: metadataOf(headers, from),
            idempotent: true
          });
          if (answer.done) return toObject(answer.resource);
          query.set("rewriteToken", answer.rewriteToken ?? "");
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
  return new InputError([{ subject: "Input bucket", message }], { cause });
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
var STORAGE_ROLE;
var init_storage_client = __esm({
  "actions/publish-frontend/store/storage-client.ts"() {
    "use strict";
    init_pages();
    init_errors();
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
  const record = client({ signal: graceAfter(context.signal, RECORD_GRACE, clock), connections: 4 });
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
    github: openGitHub(githubToken, { ...context, signal }),
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
var RUN_DEADLINE, CALL_DEADLINE, RECORD_GRACE;
var init_clients = __esm({
  "actions/publish-frontend/clients.ts"() {
    "use strict";
    init_open();
    init_interruption();
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
  if (first) summary.paragraph(others.reduce((all, one) => md`${all} \u00b7 ${one}`, first));
}
var runLinks;
var init_run_links = __esm({
  "src/github/run-links.ts"() {
    "use strict";
    init_summary();
    runLinks = (run2, commit) => [
      ...commit && run2?.repository ? [link(`commit ${commit.slice(0, 12)}`, `${run2.serverUrl}/${run2.repository}/commit/${commit}`)] : [],
      ...run2?.runUrl ? [link("run", run2.runUrl)] : []
    ];
  }
});

// actions/publish-frontend/report/summary.ts
function summarizeSite({ summary, log, github }, outcome, inputs, timings) {
  const [sign, verdict] = siteVerdict(outcome, inputs.dryRun);
  log.info(verdict);
  summary.heading(md`Frontend: ${code(`gs://${inputs.layout.bucket}/${inputs.layout.prefix}`)}`);
  summary.paragraph(md`${plain(sign)} ${plain(verdict)}`);
  writeLinks(summary, runLinks(github, inputs.commit));
  if (outcome.holdEnded !== void 0) {
    const ended = `${inputs.dryRun ? "Hold to release" : "Released hold"}: at release ${outcome.holdEnded}.`;
    log.info(ended);
    summary.paragraph(plain(ended));
  }
  if (outcome.task === "release-hold" || outcome.task === "settle" && outcome.note) return;
  const rows = [
    [md`Release`, code(outcome.release ?? "")],
    [md`Previous release`, code(outcome.previous ?? "")],
    [md`New or changed`, outcome.sent.length],
    [md`Headers changed`, outcome.patched.length],
    [md`Unchanged`, outcome.unchanged],
    [md`Pages removed`, outcome.removed.length],
    [md`Uploaded`, plain(formatBytes(outcome.bytes))],
    [md`Deleted objects`, outcome.deleted],
    [md`Pruned releases`, listed(outcome.pruned.map(code), ", ")],
    [md`Invalidated paths`, list(outcome.invalidated)],
    [md`Link`, outcome.link ? link(outcome.link, outcome.link) : void 0]
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
      timings.map(([name, duration]) => [plain(name), plain(duration)])
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
  const more = paths.length > SHOWN ? md` \u2026 and ${paths.length - SHOWN} more` : md``;
  return md`${listed(paths.slice(0, SHOWN).map(code), " ")}${more}`;
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
var SHOWN;
var init_summary2 = __esm({
  "actions/publish-frontend/report/summary.ts"() {
    "use strict";
    init_run_links();
    init_summary();
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
  summary.heading(md`Frontends`);
  for (const result of results) log.info(`${result.inputs.name}: ${sentenceFor(result)}`);
  const done = results.filter(({ status: status2 }) => status2 !== "failed" && status2 !== "not-started").length;
  const dryRun = results.some(({ inputs }) => inputs.dryRun);
  const verdict = dryRun ? `Dry run of ${results.length} sites. Nothing was changed.` : `${done} of ${results.length} sites are done.`;
  summary.paragraph(md`${plain(failure !== void 0 ? "\u274C" : dryRun ? "\u2139\uFE0F" : "\u2705")} ${plain(verdict)}`);
  summary.table(
    ["", "Site", "Was", "Release", "New or changed", "Unchanged", "Pages removed", "Invalidated paths", "Result"],
    results.map(rowOf)
  );
  for (const { inputs, outcome } of results) showChanges(context, outcome, inputs);
}
function rowOf(result) {
  const { inputs, status: status2, outcome } = result;
  const place = `gs://${inputs.layout.bucket}/${inputs.layout.prefix}`;
  const name = outcome.link ? link(inputs.name, outcome.link) : plain(inputs.name);
  return [
    plain(SIGNS[status2]),
    md`${name} ${code(place)}`,
    code(outcome.previous ?? ""),
    code(outcome.release ?? ""),
    outcome.sent.length + outcome.patched.length,
    outcome.unchanged,
    outcome.removed.length,
    outcome.invalidated.length,
    plain(sentenceFor(result))
  ];
}
function sentenceFor({ inputs, status: status2, outcome }) {
  const serves = outcome.previous === void 0 ? "nothing" : `release ${outcome.previous}`;
  if (status2 === "failed") return "Failed. Run this step again to finish.";
  if (status2 === "not-started" && !outcome.note) return `Not switched: it still serves (${serves}).`;
  const [, verdict] = siteVerdict(outcome, inputs.dryRun);
  return outcome.holdEnded === void 0 ? verdict : `${verdict} ${inputs.dryRun ? "Hold to release" : "Released hold"}: at release ${outcome.holdEnded}.`;
}
var SIGNS;
var init_sites_summary = __esm({
  "actions/publish-frontend/report/sites-summary.ts"() {
    "use strict";
    init_summary();
    init_summary2();
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
    const { code: code2 } = error;
    if (code2 === void 0) throw error;
    throw new InputError([
      { subject: "Input path", message: `"${path4}" cannot be read (${code2}). Give the folder of the artifact.` }
    ]);
  }
  if (found === expected) return;
  throw new InputError([
    {
      subject: "Input artifact-digest",
      message: `The artifact is not what the job that built ${name} uploaded: expected ${expected}, got ${found}. Nothing was published. Re-run all jobs.`
    }
  ]);
}
var init_artifact = __esm({
  "actions/publish-frontend/preflight/artifact.ts"() {
    "use strict";
    init_errors();
    init_artifact_digest();
  }
});

// actions/publish-frontend/preflight/holds.ts
function checkSiteHold(inputs, { hold }) {
  if (!hold || inputs.releaseHold) return;
  throw new OutcomeError(
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
async function hasOwnCanary({ services, commit }, { http, context }) {
  const read5 = await readNamedServices(http, context.endpoints.run, services);
  return read5.some(({ name, resource }) => undecidedCanary(name, resource)?.commit === commit);
}
var init_holds2 = __esm({
  "actions/publish-frontend/preflight/holds.ts"() {
    "use strict";
    init_standing();
    init_canaries();
    init_holds();
    init_errors();
    init_site_state();
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
        return value instanceof P ? value : new P(function(resolve4) {
          resolve4(value);
        });
      }
      return new (P || (P = Promise))(function(resolve4, reject) {
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
          result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
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
        return value instanceof P ? value : new P(function(resolve4) {
          resolve4(value);
        });
      }
      return new (P || (P = Promise))(function(resolve4, reject) {
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
          result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
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
        return value instanceof P ? value : new P(function(resolve4) {
          resolve4(value);
        });
      }
      return new (P || (P = Promise))(function(resolve4, reject) {
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
          result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
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
          return new Promise((resolve4, reject) => __awaiter3(this, void 0, void 0, function* () {
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
            cp.on("exit", (code2) => {
              state.processExitCode = code2;
              state.processExited = true;
              this._debug(`Exit code ${code2} received from tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            cp.on("close", (code2) => {
              state.processExitCode = code2;
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
                resolve4(exitCode);
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
        return value instanceof P ? value : new P(function(resolve4) {
          resolve4(value);
        });
      }
      return new (P || (P = Promise))(function(resolve4, reject) {
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
          result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
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
var import_node_diagnostics_channel;
var init_docker = __esm({
  "src/container/docker.ts"() {
    "use strict";
    import_node_diagnostics_channel = require("node:diagnostics_channel");
    init_exec();
    init_errors();
  }
});

// shared:src/runtime/output/foreign-text.ts
var breakCommands, createLines;
var init_foreign_text = __esm({
  "shared:src/runtime/output/foreign-text.ts"() {
    ({ breakCommands, createLines } = require("../shared/runtime.cjs")["src/runtime/output/foreign-text.ts"]);
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
  if (!(0, import_node_fs2.statSync)(build.folder, { throwIfNoEntry: false })?.isDirectory()) {
    const message = `${build.folder} is not a folder, so build-command cannot run there. Give a folder in the checkout, relative to the workspace.`;
    throw new InputError([{ subject: "Input working-directory", message }]);
  }
  const own = Object.entries(env).filter(
    (entry) => entry[1] !== void 0 && !withheld(entry[0])
  );
  const [out, err] = [createLines(log.output), createLines(log.output)];
  let code2;
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
    code2 = await withHeartbeat(() => "build-command", { log, clock }, work);
    out.end();
    err.end();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new OutcomeError(`build-command could not be started: ${error.message}`, { cause: error });
  }
  if (code2 !== 0) throw new OutcomeError(`build-command failed with exit code ${code2}. Nothing was published.`);
}
var import_node_fs2, withheld;
var init_build_command = __esm({
  "actions/publish-frontend/site/build-command.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    init_exec();
    init_docker();
    init_errors();
    init_foreign_text();
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
    if (files.length === 0) refuse(options.given, "has no files. Build the site first, or give another folder.");
    else if (options.index === "required" && !files.some(({ path: path4 }) => path4 === "index.html"))
      refuse(
        options.given,
        "has no index.html, the entry page of the site. Build the site first, or give the folder that contains it. If the site has none, such as a build with one folder per language, set index: optional."
      );
  }
  if (problems.length > 0) throw new InputError(problems);
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
    const { code: code2 } = error;
    throw new InputError([
      {
        subject: "Input path",
        message: `${path4} cannot be read (${code2}). Fix its permissions, or build the site again.`
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
    const { code: code2 } = error;
    const why = code2 === "ENOENT" ? "does not exist" : `cannot be read (${code2})`;
    throw new InputError([
      {
        subject: "Input path",
        message: `"${given}" ${why}. Give the folder that the build wrote, relative to the workspace.`
      }
    ]);
  }
  throw new InputError([
    { subject: "Input path", message: `"${given}" is a file. Give the folder that the build wrote.` }
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
    const inside = (0, import_node_path3.relative)(root, real);
    if (inside.startsWith(`..${import_node_path3.sep}`) || inside === "..")
      return "is a symbolic link that leaves the folder. Replace it with a copy of its target.";
    const secret = inside.split(import_node_path3.sep).map(neverPublished).find((what) => what !== void 0);
    if (secret !== void 0) return `is a link to ${secret}, which must not be published. Remove it.`;
    const status2 = (0, import_node_fs3.statSync)(real);
    if (status2.isDirectory()) return { folder: true };
    if (status2.isFile()) return { folder: false, size: status2.size };
  } else if (entry.isFile()) return { folder: false, size: (0, import_node_fs3.statSync)(file).size };
  return "is neither a file nor a folder. Remove it.";
}
var import_node_fs3, import_node_path3, import_promises2, SOURCE_MAP, SEEN_TOGETHER;
var init_scan_folder = __esm({
  "actions/publish-frontend/site/scan-folder.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_node_path3 = require("node:path");
    import_promises2 = require("node:timers/promises");
    init_errors();
    init_forbidden_files();
    SOURCE_MAP = /\.map(?:\.(?:gz|br|zst))?$/i;
    SEEN_TOGETHER = 200;
  }
});

// actions/publish-frontend/site/clean-urls.ts
function withCleanUrls(files) {
  const taken = new Set(files.map(({ path: path4 }) => path4));
  const pages = files.flatMap((file) => {
    const path4 = file.path.replace(/\.html$/i, "");
    const index = /(^|\/)index$/i.test(path4) || path4 === "" || path4.endsWith("/");
    return path4 === file.path || index || taken.has(path4) || keptForReleases(path4) ? [] : [{ ...file, path: path4 }];
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
    for (let read5 = first; read5 > 0; read5 = fill(descriptor)) {
      const piece = buffer.subarray(0, read5);
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
    for (let read5 = fill(descriptor); read5 > 0; read5 = fill(descriptor)) crc = update(crc, buffer.subarray(0, read5));
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
    const read5 = (0, import_node_fs4.readSync)(descriptor, buffer, length, PIECE - length, null);
    if (read5 === 0) break;
    length += read5;
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

// actions/publish-frontend/site/hashed-names.ts
function hasContentHash(path4) {
  if (/\.html?$/i.test(path4)) return false;
  if (HASHED_FOLDERS.test(path4)) return true;
  const name = path4.slice(path4.lastIndexOf("/") + 1);
  const base64url = /[-.]([A-Za-z0-9_-]{8})(?:\.[A-Za-z0-9]+){1,2}$/.exec(name)?.[1];
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
  return !part.split(/[-_]/).every(isWord);
}
function isWord(text) {
  if (/^(?:\d*|v\d+|[A-Z]+s?)$/.test(text)) return true;
  return /^[A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d?$/.test(text) && /[a-z]{3}|^[A-Z]?[a-z]+\d?$/.test(text);
}
function isPage(path4, contentType2 = "") {
  return /\.html?$/i.test(path4) || /^text\/html\b/i.test(contentType2);
}
var HASHED_FOLDERS, LAST_PART;
var init_hashed_names = __esm({
  "actions/publish-frontend/site/hashed-names.ts"() {
    "use strict";
    HASHED_FOLDERS = /(^|\/)(_next\/static|_nuxt|_astro|_app\/immutable)\//;
    LAST_PART = /[-._]([A-Za-z0-9_-]+?)((?:\.(?:chunk|module|min|esm|bundle|p))?\.[A-Za-z0-9]+(?:\.map)?)$/;
  }
});

// actions/publish-frontend/site/source-files.ts
function sourceFiles(files, rules) {
  const sizes = new Map(files.map(({ path: path4, size }) => [path4, size]));
  const ruled = (path4) => headerOf(rules.contentEncoding, path4);
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
var LOADED, COMPRESSED, PREFERRED;
var init_source_files = __esm({
  "actions/publish-frontend/site/source-files.ts"() {
    "use strict";
    init_encoded_content();
    init_headers();
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
    return { glob, hashed, matches: matcher(glob) };
  });
}
function hashedBy(mutable) {
  const rules = mutableRules(mutable);
  return (path4) => !isPage(path4) && (rules.findLast((rule) => rule.matches(path4))?.hashed ?? hasContentHash(path4));
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
  return html === true && rules.barePages === void 0 && hasNoType(path4) && headerOf(rules.contentType, path4) === void 0;
}
function describeFile(file, { html, ...digests }, hashed, rules) {
  const { path: path4, size, contentEncoding } = file;
  const type = headerOf(rules.contentType, path4) ?? (html && rules.barePages && hasNoType(path4) ? HTML : contentType(contentPath(file)));
  const page = isPage(path4, type);
  const once = !page && hashed(path4);
  return {
    ...file,
    ...digests,
    contentType: type,
    cacheControl: headerOf(rules.cacheControl, path4) ?? (once ? FOREVER : REVALIDATE),
    hashed: once,
    page,
    gzip: rules.gzip && contentEncoding === void 0 && mayCompress(type, size)
  };
}
var init_site_files = __esm({
  "actions/publish-frontend/site/site-files.ts"() {
    "use strict";
    init_hashed_names();
    init_headers();
    init_source_files();
  }
});

// actions/publish-frontend/site/read-site.ts
async function readContent(root, file, examples) {
  const { source, original, contentEncoding } = file;
  const name = contentPath(file);
  const examined = maySearch(name) && !examples(file.path);
  const sniffed = hasNoType(name);
  let credential;
  let html;
  const inspect = (content) => {
    if (sniffed) html ??= looksLikeHtml(content.subarray(0, 4096));
    if (examined && !credential?.refused) credential = credentialIn(name, content) ?? credential;
  };
  const plain2 = contentEncoding === void 0 || original !== void 0 ? md5OfFile(`${root}/${original ?? source}`, examined || sniffed ? inspect : void 0) : void 0;
  const digests = contentEncoding && await digestEncoded(`${root}/${source}`, contentEncoding, plain2 === void 0 ? inspect : () => {
  });
  const found = (content) => ({
    content: { ...content, ...html && { html } },
    token: credential && !credential.refused ? credential.what : void 0,
    problem: credential?.refused ? `${file.path} contains ${credential.what} and must not be published. Remove it from the folder. If it is an example for readers, name the file in example-credentials.` : void 0
  });
  if (contentEncoding === void 0) return found({ md5: plain2 ?? "" });
  if (digests === void 0)
    return {
      content: void 0,
      problem: `${source} cannot be decoded as ${contentEncoding}. Build the site again, or fix content-encoding.`
    };
  if (plain2 !== void 0 && plain2 !== digests.content)
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
    const { code: code2 } = error;
    if (code2 === void 0) throw error;
    const { path: path4 } = args[1];
    const problem = `${path4} cannot be read (${code2}). Fix its permissions, or build the site again.`;
    throw new InputError([{ subject: "Input path", message: problem }]);
  }
}
async function readSite(root, files, rules, signal, notes = {}) {
  const hashed = hashedBy(rules.mutable);
  const exampleGlobs = rules.exampleCredentials.map(matcher);
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
  if (problems.length > 0) throw new InputError(problems);
  return rules.cleanUrls ? withCleanUrls(site) : site;
}
var import_promises5;
var init_read_site = __esm({
  "actions/publish-frontend/site/read-site.ts"() {
    "use strict";
    import_promises5 = require("node:timers/promises");
    init_errors();
    init_clean_urls();
    init_digest();
    init_encoded_content();
    init_credentials();
    init_headers();
    init_site_files();
    init_source_files();
  }
});

// actions/publish-frontend/store/read-state.ts
async function readState(store, layout) {
  const name = stateName(layout);
  const found = await store.readText(name);
  if (!found) return { state: EMPTY, generation: ABSENT };
  try {
    return { state: parseState(found.text), generation: found.generation };
  } catch (error) {
    throw new OutcomeError(`Object ${name} is not a valid site state: ${error.message}.`, { cause: error });
  }
}
var init_read_state = __esm({
  "actions/publish-frontend/store/read-state.ts"() {
    "use strict";
    init_errors();
    init_object_names();
    init_site_state();
    init_stored_object();
  }
});

// actions/publish-frontend/store/release-manifest.ts
function serializeReleaseManifest(manifest) {
  const { release, commit, run: run2, atomic, carried } = manifest;
  const headers = /* @__PURE__ */ new Map();
  const blocks = [];
  let block = "";
  for (const [path4, { md5, size, hashed, contentType: contentType2, cacheControl, contentEncoding, kept }] of manifest.files) {
    const key = JSON.stringify({ contentType: contentType2, cacheControl });
    const index = headers.get(key) ?? headers.size;
    headers.set(key, index);
    const file = { md5, size, headers: index, contentEncoding, hashed: hashed || void 0, kept };
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
  return read3(store, manifestName(layout, release));
}
async function readReleaseManifests(store, layout, releases) {
  return readAll(
    store,
    releases.map((release) => manifestName(layout, release))
  );
}
async function readLiveManifests(store, layout, state) {
  const { unfinished } = state;
  return readAll(store, [
    ...liveReleases(state).map((release) => manifestName(layout, release)),
    ...unfinished ? [replacedName(layout, unfinished.to)] : []
  ]);
}
async function readAll(store, names) {
  const manifests = await Promise.all(names.map((name) => read3(store, name)));
  return manifests.filter((manifest) => manifest !== void 0);
}
async function read3(store, name) {
  const found = await store.readText(name);
  if (!found) return void 0;
  try {
    return parseReleaseManifest(found.text);
  } catch (error) {
    throw new OutcomeError(`Object ${name} is not a valid release manifest: ${error.message}.`, {
      cause: error
    });
  }
}
var init_read_manifests = __esm({
  "actions/publish-frontend/store/read-manifests.ts"() {
    "use strict";
    init_errors();
    init_object_names();
    init_release_manifest();
    init_site_state();
  }
});

// actions/publish-frontend/preflight/freshness.ts
async function checkCommitOrder(inputs, clients, state) {
  await checkFreshness(inputs.commit, await liveCommits(inputs, clients, state), {
    github: clients.github,
    log: clients.context.log,
    force: inputs.force,
    onUnknownHistory: inputs.onUnknownHistory,
    words: { live: "is live", done: "published" }
  });
}
async function liveCommits({ layout }, { store }, state) {
  const { current, unfinished, hold, published } = state;
  const commits = [];
  const unfinishedRollback = unfinished !== void 0 && hold?.release === unfinished.to;
  if (!unfinishedRollback) commits.push(published.find(({ release }) => release === current)?.commit);
  if (unfinished) commits.push((await readReleaseManifest(store, layout, unfinished.to))?.commit);
  return commits.filter((commit) => /^[0-9a-f]{40}$/.test(commit ?? ""));
}
var init_freshness2 = __esm({
  "actions/publish-frontend/preflight/freshness.ts"() {
    "use strict";
    init_freshness();
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
    `Input path: ${folder} contains package.json and ${file}, so it looks like the folder of the project and not of its build. All files in it are published, sources and packages too. Give the folder that the build wrote, for instance dist.`
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
      `${leftOut} compressed copies are not published under their own names: readers get them as the original files.`
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
    init_build_command();
    init_project_folder();
    init_heap_settings();
    init_read_site();
    init_scan_folder();
    init_site_files();
    init_source_files();
    init_read_state();
    init_freshness2();
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
    const root = `gs://${layout.bucket}/${siteRoot(layout, release, manifest.atomic)}`;
    const names = [...manifest.files.keys()].map((path4) => root + path4);
    const first = names.find((object) => owners.has(object));
    for (const object of names) owners.set(object, name);
    if (first === void 0) return [];
    const message = `${first} is a file of another site of this step, too. Nothing was changed. Remove it from one of the sites, or give one another prefix.`;
    return [{ subject: `Input sites, ${name}, path`, message }];
  });
  if (problems.length > 0) throw new InputError(problems);
}
var init_overlaps = __esm({
  "actions/publish-frontend/preflight/overlaps.ts"() {
    "use strict";
    init_errors();
    init_object_names();
  }
});

// shared:src/runtime/report.ts
var describeCloudError, reportError;
var init_report = __esm({
  "shared:src/runtime/report.ts"() {
    ({ describeCloudError, reportError } = require("../shared/runtime.cjs")["src/runtime/report.ts"]);
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
  if (problems.length > 0) throw new InputError(problems);
  return done;
}
function inOrderOfClaims(sites) {
  const key = ({ inputs: { layout } }) => `${layout.bucket}/${layout.prefix}`;
  return sites.toSorted((a, b) => key(a) < key(b) ? -1 : 1);
}
function problemsOf(error, name) {
  if (error instanceof InputError)
    return error.problems.map((problem) => ({
      ...problem,
      subject: problem.subject.replace(/^Input (?!sites\b)/, `Input sites, ${name}, `)
    }));
  const message = messageOf(error);
  if (message === void 0) throw error;
  return [{ subject: `Site ${name}`, message }];
}
function messageOf(error) {
  if (error instanceof CloudError) return describeCloudError(error);
  return error instanceof OutcomeError ? error.message : void 0;
}
function failureOf(error, name, results) {
  if (results.length === 1) return error;
  const named2 = (status2) => results.filter((result) => result.status === status2).map(({ inputs }) => inputs.name);
  const [live, waiting] = [named2("live"), named2("not-started")];
  const sentences = [
    ...live.length > 0 ? [`Live: ${live.join(", ")}.`] : [],
    ...waiting.length > 0 ? [`Not switched, serving what they served before: ${waiting.join(", ")}.`] : [],
    "Run this step again to finish."
  ].join(" ");
  if (isAbort(error)) return new OutcomeError(`${error.message} ${sentences}`, { cause: error });
  if (error instanceof InputError)
    return new InputError([...problemsOf(error, name), { subject: "Input sites", message: sentences }]);
  const message = messageOf(error);
  return message === void 0 ? error : new OutcomeError(`${name}: ${message} ${sentences}`, { cause: error });
}
var init_each_site = __esm({
  "actions/publish-frontend/run/each-site.ts"() {
    "use strict";
    init_errors();
    init_report();
  }
});

// actions/publish-frontend/cdn/changed-paths.ts
function pathsToInvalidate(cdn, inputs, changed) {
  if (!cdn?.cached || !inputs || changed.length === 0) return [];
  return groupPaths(inputs.invalidate ?? addresses(cdn, changed));
}
function addresses(cdn, objects) {
  const paths = /* @__PURE__ */ new Set();
  for (const object of objects) {
    for (const route of cdn.routes) {
      const path4 = publicPath(route, object);
      if (path4 !== void 0) for (const pattern of patternsOf(path4)) paths.add(pattern);
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
var init_changed_paths = __esm({
  "actions/publish-frontend/cdn/changed-paths.ts"() {
    "use strict";
    init_hashed_names();
    init_path_patterns();
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
    for (const resolve4 of waiting.splice(0)) resolve4();
  };
  const worker = async () => {
    while (next < items.length && !failure) {
      const item = items[next++];
      const size = memory(item);
      while (used > 0 && used + size > MEMORY && !failure) await new Promise((resolve4) => waiting.push(resolve4));
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
        if (!(error instanceof CloudError) || error.status !== 400) throw error;
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
  return { invalidated, failure: new OutcomeError(message, { cause: first.error }) };
}
async function invalidateOne(cdn, path4, wait) {
  const { http, host, random } = cdn;
  const operation = await http.json({
    method: "POST",
    // The id makes a repetition after a lost answer harmless.
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
var init_invalidate = __esm({
  "actions/publish-frontend/cdn/invalidate.ts"() {
    "use strict";
    init_errors();
    init_parallel_transfers();
    init_compute_operations();
    init_load_balancer();
  }
});

// actions/publish-frontend/cdn/switch-route.ts
function ownRoute(cdn) {
  const { prefix, urlMap, bucket } = cdn;
  const own = cdn.routes.filter(
    ({ to }) => to === prefix || to.startsWith(`${prefix}releases/`) && /^[^/]+\/$/.test(to.slice(prefix.length + 9))
  );
  const [route] = own;
  if (route && own.length === 1 && !route.shared) return route;
  const found = cdn.routes.map(({ at, to }) => `${at}* to gs://${bucket}/${to}`).join(", ");
  throw new InputError([
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
      if (!(error instanceof CloudError) || error.status !== 412) throw error;
      refusal = error;
    }
    const read5 = await readAgain(cdn);
    if (refusal && read5.map.fingerprint === now.map.fingerprint) throw refusal;
    now = read5;
    if (tries === TRIES && ownRoute(now).to !== folder)
      throw new OutcomeError(
        `URL map ${cdn.urlMap} was modified concurrently; gave up after ${TRIES + 1} attempts. Run the step again.`,
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
var TRIES;
var init_switch_route = __esm({
  "actions/publish-frontend/cdn/switch-route.ts"() {
    "use strict";
    init_errors();
    init_compute_operations();
    init_load_balancer();
    init_url_map();
    TRIES = 4;
  }
});

// actions/publish-frontend/run/switch-site.ts
async function switchSite(inputs, clients, plan, cdn, changedBefore = []) {
  const { timings } = clients;
  const [objects, switchedCdn] = await timings.time("Switch", async () => [
    await switchObjects(inputs, clients, plan.objects),
    cdn && plan.route ? await switchRoute(cdn, plan.root) : cdn
  ]);
  const { replaced, patched, removed, interrupted: interrupted2, rerouted } = plan;
  const changed = [...replaced, ...patched, ...removed, ...changedBefore, ...interrupted2, ...rerouted];
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
var init_switch_site = __esm({
  "actions/publish-frontend/run/switch-site.ts"() {
    "use strict";
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

// actions/publish-frontend/plan/neighbouring-sites.ts
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
var ALONE;
var init_neighbouring_sites = __esm({
  "actions/publish-frontend/plan/neighbouring-sites.ts"() {
    "use strict";
    ALONE = { below: [], live: /* @__PURE__ */ new Map() };
  }
});

// actions/publish-frontend/plan/switch.ts
function planSwitch(layout, manifest, before, listing, stopped = [], neighbours = ALONE) {
  const loaded2 = [];
  const pages = [];
  let unchanged = 0;
  for (const [path4, file] of manifest.files) {
    const contested = stopped.some((run2) => isContested(run2, path4, file));
    if (file.kept === void 0) {
      const live = listing.get(layout.prefix + path4);
      if (contested && live) loaded2.push(renewalOf(path4, file, live));
      continue;
    }
    const step = stepFor(layout, path4, file, file.kept, listing, contested);
    if (!step) unchanged++;
    else (isPage(path4, file.contentType) ? pages : loaded2).push(step);
  }
  return { loaded: loaded2, pages, unchanged, ...removedPages(layout, manifest, before, listing, neighbours) };
}
function removedPages(layout, manifest, before, listing, neighbours = ALONE) {
  const remove = /* @__PURE__ */ new Map();
  const foreign = /* @__PURE__ */ new Set();
  for (const old of before) {
    for (const [path4, file] of old.files) {
      const object = listing.get(layout.prefix + path4);
      if (manifest.files.has(path4) || !isPage(path4, file.contentType) || !object) continue;
      if (contentMd5(object) === file.md5 && !belongsToOther(object.name, neighbours))
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
  const from = listing.get(keptName(layout, kept));
  if (!from) throw new Error(`${kept} is not in the listing`);
  const to = layout.prefix + path4;
  const live = listing.get(to);
  const headers = { contentType: file.contentType, cacheControl: file.cacheControl };
  if (!live || contested || !sameBytes(live, from))
    return { kind: "copy", path: path4, from, to, headers, replaces: live?.generation ?? ABSENT };
  return sameHeaders(live, headers) ? void 0 : { kind: "patch", path: path4, object: live, headers };
}
function differingPaths(before, manifest) {
  const paths = /* @__PURE__ */ new Set();
  for (const old of before) {
    for (const path4 of [...old.files.keys(), ...manifest.files.keys()]) {
      const [a, b] = [old.files.get(path4), manifest.files.get(path4)];
      const mutable = [a, b].some((file) => file?.hashed === false);
      if (mutable && !(a && b && sameFile(a, b))) paths.add(path4);
    }
  }
  return [...paths];
}
function changedPaths(before, manifest) {
  if (before.length > 0) return differingPaths(before, manifest);
  return [...manifest.files].filter(([, { hashed }]) => !hashed).map(([path4]) => path4);
}
var init_switch = __esm({
  "actions/publish-frontend/plan/switch.ts"() {
    "use strict";
    init_hashed_names();
    init_object_names();
    init_release_manifest();
    init_stored_object();
    init_neighbouring_sites();
  }
});

// actions/publish-frontend/plan/site-switch.ts
function planSiteSwitch(input) {
  const { layout, manifest, before, listing, state, stopped, neighbours } = input;
  const objects = manifest.atomic ? NO_STEPS : planSwitch(layout, manifest, before, listing, stopped, neighbours);
  const route = movesRoute(manifest, state, before);
  const steps = [...objects.loaded, ...objects.pages];
  const pathsOf = (kind) => steps.filter((step) => step.kind === kind).map(({ path: path4 }) => path4);
  return {
    root: siteRoot(layout, manifest.release, manifest.atomic),
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
var NO_STEPS;
var init_site_switch = __esm({
  "actions/publish-frontend/plan/site-switch.ts"() {
    "use strict";
    init_object_names();
    init_switch();
    NO_STEPS = { loaded: [], pages: [], remove: [], foreign: [], unchanged: 0 };
  }
});

// actions/publish-frontend/plan/prune.ts
function chooseReleases(layout, state, listing, rules, now) {
  const spared = /* @__PURE__ */ new Set([
    state.current,
    previousRelease(state),
    state.hold?.release,
    state.unfinished?.to,
    ...state.unfinished?.from ?? [],
    ...rules.keepReleases > 0 ? state.published.slice(-rules.keepReleases).map(({ release }) => release) : []
  ]);
  const published = new Map(state.published.map(({ release, at }) => [release, Date.parse(at)]));
  const kept = [];
  const pruned = [];
  for (const release of releasesIn(layout, listing.keys())) {
    const made = published.get(release) ?? listing.get(manifestName(layout, release))?.updated ?? now;
    const young = now - made < rules.keepDays * DAY2;
    (spared.has(release) || young ? kept : pruned).push(release);
  }
  const age = (release) => published.get(release) ?? 0;
  return { kept, pruned: pruned.sort((a, b) => age(a) - age(b)) };
}
function planPrune(layout, pruned, named2, listing, maxDelete, neighbours = ALONE) {
  const remove = [];
  const seen = /* @__PURE__ */ new Set();
  const foreign = /* @__PURE__ */ new Set();
  const done = [];
  let postponed = 0;
  for (const manifest of pruned) {
    let complete = true;
    const own = [replacedName, manifestName].map((nameOf) => ({
      name: nameOf(layout, manifest.release),
      md5: void 0
    }));
    for (const { name, md5 } of [...objectsOf(layout, manifest), ...own]) {
      const object = listing.get(name);
      if (!object || named2.has(name) || seen.has(name)) continue;
      if (md5 !== void 0 && !mayHold(object, md5) || belongsToOther(name, neighbours)) {
        foreign.add(name);
        continue;
      }
      seen.add(name);
      if (remove.length < maxDelete) remove.push(object);
      else {
        postponed++;
        complete = false;
      }
    }
    if (complete) done.push(manifest.release);
  }
  return { remove, pruned: done, postponed, foreign: [...foreign].filter((name) => !seen.has(name)) };
}
function* objectsOf(layout, manifest) {
  const root = siteRoot(layout, manifest.release, manifest.atomic);
  for (const [path4, { md5, kept }] of manifest.files) {
    yield { name: root + path4, md5 };
    if (kept !== void 0) yield { name: keptName(layout, kept) };
  }
  for (const path4 of manifest.carried) yield { name: root + path4 };
}
var DAY2;
var init_prune = __esm({
  "actions/publish-frontend/plan/prune.ts"() {
    "use strict";
    init_object_names();
    init_site_state();
    init_stored_object();
    init_neighbouring_sites();
    DAY2 = 864e5;
  }
});

// actions/publish-frontend/plan/atomic.ts
function planAtomic(facts, earlier) {
  const { layout, release, site, listing, spared } = facts;
  const isSafe = (name) => spared === void 0 || spared.has(name);
  const root = siteRoot(layout, release, true);
  const elsewhere = contentsBelow(`${layout.prefix}releases/`, listing);
  const uploads = [];
  const copies = [];
  const patches = [];
  const overwritten = [];
  const files = /* @__PURE__ */ new Map();
  for (const file of site) {
    const { path: path4, md5, contentType: contentType2, cacheControl } = file;
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
    const from = elsewhere.get(md5)?.find((object) => holds(object, file) && isSafe(object.name));
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
    const md5 = contentMd5(object);
    if (md5 === void 0 || !name.startsWith(folder)) continue;
    const same = contents.get(md5);
    if (same) same.push(object);
    else contents.set(md5, [object]);
  }
  return contents;
}
function planCarried(layout, files, earlier, listing) {
  const carried = /* @__PURE__ */ new Map();
  for (const manifest of earlier) {
    const root = siteRoot(layout, manifest.release, manifest.atomic);
    for (const [path4, { hashed }] of manifest.files) {
      const object = listing.get(root + path4);
      if (hashed && object && !files.has(path4)) carried.set(path4, object);
    }
  }
  return carried;
}
var init_atomic = __esm({
  "actions/publish-frontend/plan/atomic.ts"() {
    "use strict";
    init_object_names();
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
    const { path: path4, md5, size, contentType: contentType2, cacheControl } = file;
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
        name: keptName(layout, key),
        file,
        headers: { contentType: contentType2, cacheControl: "no-store" },
        // The new object has another generation than the one that may still be deleted.
        replaces: listing.get(keptName(layout, key))?.generation ?? ABSENT
      });
    }
    const encoded = file.contentEncoding && { contentEncoding: file.contentEncoding };
    files.set(path4, { md5, size, hashed: false, contentType: contentType2, cacheControl, ...encoded, kept: key });
  }
  const manifest = { release, commit: facts.commit, run: facts.run, atomic: false, files, carried: [] };
  return { manifest, assets, patches, keeps, clashes, added, changing, headersChanged };
}
function contentKey({ md5, gzip: gzip2, contentEncoding }) {
  const hash3 = Buffer.from(md5, "base64").toString("hex");
  if (contentEncoding !== void 0) return `${hash3}.${contentEncoding}`;
  return gzip2 ? `${hash3}.gz` : hash3;
}
function keptContents(layout, names) {
  const root = releasesRoot(layout);
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
var init_in_place = __esm({
  "actions/publish-frontend/plan/in-place.ts"() {
    "use strict";
    init_object_names();
    init_stored_object();
  }
});

// actions/publish-frontend/plan/publish.ts
function planPublishInPlace(input, before, neighbours) {
  const plan = planInPlace(input);
  const { layout, listing, root } = input;
  const removed = removedPages(layout, plan.manifest, before, listing, neighbours).remove.map(({ path: path4 }) => path4);
  const pathOf = ({ name }) => name.slice(layout.prefix.length);
  const patchedAssets = plan.patches.map(({ object }) => pathOf(object));
  const encodedAnew = plan.assets.filter(({ replaces }) => replaces !== ABSENT).map(pathOf);
  const changedByStaging = [...patchedAssets, ...encodedAnew];
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
    changed: [...plan.added, ...plan.changing, ...encodedAnew, ...patched, ...removed],
    isEmpty: sent.length + patched.length + removed.length + plan.keeps.length === 0
  };
}
function planPublishAtomic(input, before, earlier) {
  const { manifest, uploads, copies, patches, overwritten } = planAtomic(input, earlier);
  const root = siteRoot(input.layout, input.release, true);
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
var init_publish = __esm({
  "actions/publish-frontend/plan/publish.ts"() {
    "use strict";
    init_hashed_names();
    init_object_names();
    init_stored_object();
    init_atomic();
    init_in_place();
    init_switch();
  }
});

// shared:src/runtime/clock.ts
var every, systemClock, systemRandom;
var init_clock = __esm({
  "shared:src/runtime/clock.ts"() {
    ({ every, systemClock, systemRandom } = require("../shared/runtime.cjs")["src/runtime/clock.ts"]);
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
        throw new CloudError({
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
  const session = locationOf(url, headers.location);
  if (session === void 0)
    throw new CloudError({
      message: "the answer to a resumable upload has no Location",
      status: status2,
      resource: call.resource
    });
  if (new URL(session).origin !== new URL(url).origin) throw redirected({ ...call, url, status: status2 }, session);
  return session;
}
async function sendAll(store, size, session, call, read5) {
  const buffer2 = Buffer.allocUnsafe(Math.min(PIECE3, size));
  let offset = 0;
  let failures = 0;
  for (; ; ) {
    const piece = await read5(buffer2, offset);
    const range = `bytes ${offset}-${offset + piece.length - 1}/${size}`;
    let result;
    try {
      result = await retry(
        (attempt) => attempt === 0 ? put(store, session, call, range, piece) : status(store, size, session, call),
        {
          clock: store.clock,
          signal: store.signal,
          resource: call.resource,
          until: store.clock.now() + store.deadline(Number.POSITIVE_INFINITY),
          // Counted by `pauseAfter`, which is called first.
          mayPass: (error) => isTransient(error) && failures <= MAX_FAILURES,
          pauseAfter: () => backoff(failures++, store.clock)
        }
      );
    } catch (error) {
      if (hasStatus(error, 404) || hasStatus(error, 410)) return void 0;
      throw error;
    }
    if (result.status !== 308)
      return parseAnswer({ ...call, url: session, status: result.status }, result.text).generation;
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
    // After a fault the server is asked for its progress before the next piece.
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
var import_promises6, PIECE3, MAX_FAILURES;
var init_resumable_upload = __esm({
  "actions/publish-frontend/store/upload/resumable-upload.ts"() {
    "use strict";
    import_promises6 = require("node:fs/promises");
    init_client();
    init_invalid_response();
    init_errors();
    init_retry();
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
  const { source, md5, storedMd5 = md5 } = item.file;
  for (let tries = 0; ; tries++) {
    try {
      return await send(store, root, item);
    } catch (error) {
      if (hasStatus(error, 412)) {
        const now = await store.stat(item.name);
        if (now && holds(now, item.file)) return now;
        throw preconditionFailure(error, item.name, generationOf(now) !== item.replaces);
      }
      const { code: code2 } = error;
      if (code2 === "EMFILE" || code2 === "ENFILE")
        throw new OutcomeError(
          `Too many files and connections are open (${code2}). Lower concurrency, or raise the runner's limit (ulimit -n). Run the step again to finish.`,
          { cause: error }
        );
      if (!hasStatus(error, 400) || !/md5|hash|checksum/i.test(error.message)) throw error;
      if (md5OfFile(`${root}/${source}`) !== storedMd5)
        throw new OutcomeError(
          `${source} changed while it was published. Make sure that no other process writes to the folder, and run the step again.`
        );
      if (tries === 2) throw error;
    }
  }
}
async function send(store, root, item) {
  const { source, size, md5, storedMd5 = md5, contentEncoding, gzip: compress } = item.file;
  const file = `${root}/${source}`;
  const compressed = compress || contentEncoding !== void 0;
  const plain2 = { size, md5: storedMd5, contentEncoding, sourceMd5: compressed ? md5 : void 0 };
  if (!compress && size > PIECE3) return sendInPieces(store, file, item, plain2);
  const packed = compress ? await (0, import_node_util.promisify)(import_node_zlib2.gzip)(await (0, import_promises7.readFile)(file), { level: 9 }) : void 0;
  if (packed === void 0 || packed.length >= 0.9 * size)
    return sendWhole(store, item, plain2, (room) => read4(file, room));
  const stored = { ...plain2, size: packed.length, md5: (0, import_node_crypto5.hash)("md5", packed, "base64"), contentEncoding: "gzip" };
  return sendWhole(store, item, stored, (room) => packed.copy(room));
}
function read4(file, room) {
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
  const md5 = digest.digest("base64");
  const size = blocks.reduce((sum, block) => sum + block.length, 0);
  const stored = { size, md5, contentEncoding: void 0, sourceMd5: void 0 };
  const fill2 = (room) => {
    let at = 0;
    for (const block of blocks) at += block.copy(room, at);
  };
  try {
    return await sendWhole(store, { name, headers: JSON_HEADERS, replaces }, stored, fill2);
  } catch (error) {
    if (!hasStatus(error, 412)) throw error;
    const now = await store.stat(name);
    if (now?.md5 === md5) return now;
    throw generationOf(now) === replaces ? preconditionFailure(error, name, false) : error;
  }
}
function attemptTimeoutFor(bytes) {
  return 6e4 + Math.min(bytes, 54e4);
}
async function sendWhole(store, item, stored, fill2) {
  const body = multipart({ md5Hash: stored.md5, ...metadataOf(item.headers, stored) }, stored.size, fill2);
  const answer = await store.http.json({
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
    generation: answer.generation,
    metageneration: "1",
    contentType: item.headers.contentType,
    cacheControl: item.headers.cacheControl,
    updated: 0
  };
}
var import_node_crypto5, import_node_fs6, import_promises7, import_node_util, import_node_zlib2, JSON_HEADERS;
var init_upload = __esm({
  "actions/publish-frontend/store/upload/upload.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    import_node_fs6 = require("node:fs");
    import_promises7 = require("node:fs/promises");
    import_node_util = require("node:util");
    import_node_zlib2 = require("node:zlib");
    init_errors();
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
  const free = await poll(look, { clock, signal: store.signal, until, first: LOOK_EVERY, longest: LOOK_EVERY });
  if (free) return free;
  throw new OutcomeError(
    `Timed out: ${holder} is still running on this site. Nothing was changed. Run this step again later.`
  );
}
async function untilClaimed(work) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const done = await work(attempt);
    if (done !== void 0) return done;
  }
  throw new OutcomeError(
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
    ({ generation } = await uploadJson(store, stateName(layout), [Buffer.from(serializeState(next))], generation));
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
        lost = new OutcomeError(
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
  const stopBeats = every(clock, RENEW_EVERY, () => void enqueue(beat).catch(() => void 0));
  const assertOurs = () => {
    if (lost) throw lost;
    if (clock.now() - renewed <= TRUST_FOR) return;
    throw new OutcomeError("The lock on this site could not be renewed in time, so this step stopped. Run it again.");
  };
  const stopWatch = every(clock, DOUBT_EVERY, () => {
    try {
      assertOurs();
    } catch (error) {
      stopWatch();
      options.onLost(error);
    }
  });
  options.onHeld(assertOurs);
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
      stopBeats();
      stopWatch();
      await enqueue(() => withoutClaim(change2(state)));
      released = true;
    }
  };
}
function newClaim({ github, random }, work) {
  return { run: github.runUrl, attempt: github.runAttempt, job: github.job, work, beat: 0, token: random.uuid() };
}
var RENEW_EVERY, TRUST_FOR, DEAD_AFTER, LOOK_EVERY, DOUBT_EVERY, WAIT_FOR2, ATTEMPTS;
var init_claim = __esm({
  "actions/publish-frontend/store/claim.ts"() {
    "use strict";
    init_clock();
    init_errors();
    init_retry();
    init_object_names();
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
    ATTEMPTS = 5;
  }
});

// actions/publish-frontend/store/neighbouring-sites.ts
async function readNeighbours(store, layout, listing) {
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
    const read5 = ({ published }) => readReleaseManifests(
      store,
      site,
      published.map(({ release }) => release)
    );
    for (const name of await namesOf(store, site, read5)) kept.add(name);
  }
  return kept;
}
function nestedPrefixes(layout, names) {
  const state = stateName({ ...layout, prefix: "" });
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
async function namesOf(store, layout, read5) {
  try {
    const { state } = await readState(store, layout);
    const manifests = await read5(state);
    return manifests.flatMap(
      ({ release, atomic, files, carried }) => [...files.keys(), ...carried].map((path4) => siteRoot(layout, release, atomic) + path4)
    );
  } catch (error) {
    if (error instanceof OutcomeError || error instanceof CloudError && error.status === 403) return [];
    throw error;
  }
}
var init_neighbouring_sites2 = __esm({
  "actions/publish-frontend/store/neighbouring-sites.ts"() {
    "use strict";
    init_errors();
    init_object_names();
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
function importsOf(code2, path4, prefix) {
  const paths = /* @__PURE__ */ new Set();
  for (const target of /\.css$/i.test(path4) ? cssImports(code2) : scriptImports(code2))
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
function scriptImports(code2) {
  const found = code2.matchAll(
    /(?:\b(?:from|import)\s*(?:\(\s*(?:\/\*[^*]*\*\/\s*)?)?|\bnew\s+URL\(\s*)(["'`])([^"'`\n$]+)\1/g
  );
  return [...found].map(([, , target = ""]) => target).filter((target) => /^(\.{0,2}\/|https?:)/.test(target));
}
function cssImports(code2) {
  const found = code2.matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/gi);
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
  const suspects = new Set(changing.filter((path4) => CODE.test(path4)));
  if (suspects.size === 0) return [];
  const code2 = new Map(files.filter(({ path: path4 }) => CODE.test(path4)).map((file) => [file.path, file]));
  const imports = /* @__PURE__ */ new Map();
  const read5 = ({ source, contentEncoding }) => readDecoded(`${root}/${source}`, contentEncoding);
  const found = [];
  for (const file of files) {
    const { page, path: path4 } = file;
    if (!page) continue;
    const seen = /* @__PURE__ */ new Set();
    const open3 = [...pageReferences(await read5(file), path4, prefix)];
    for (let next = open3.pop(); next !== void 0; next = open3.pop()) {
      const script = code2.get(next);
      if (seen.has(next) || !script) continue;
      seen.add(next);
      if (suspects.has(next)) found.push({ page: path4, on: next });
      const imported = imports.get(next) ?? importsOf(await read5(script), next, prefix);
      imports.set(next, imported);
      open3.push(...imported);
    }
  }
  return found;
}
var CODE;
var init_unhashed_dependencies = __esm({
  "actions/publish-frontend/site/dependencies/unhashed-dependencies.ts"() {
    "use strict";
    init_encoded_content();
    init_page_references();
    CODE = /\.(m?js|css)$/i;
  }
});

// actions/publish-frontend/preflight/dependencies.ts
async function checkDependencies({ strict, layout }, { context }, root, files, changing) {
  const problems = (await unhashedDependencies(root, files, changing, layout.prefix)).map(({ page, on }) => ({
    subject: "Input strict",
    message: `${page} loads ${on}, which changes and has no content hash in its name: old and new pages share it. Configure the build to add a content hash to its name.`
  }));
  if (strict && problems.length > 0) throw new InputError(problems);
  const shown = problems.slice(0, MAX_WARNINGS);
  for (const { message } of shown) context.log.warning(message);
  if (problems.length > shown.length)
    context.log.warning(`${problems.length - shown.length} more pages load unhashed files that change.`);
}
var MAX_WARNINGS;
var init_dependencies = __esm({
  "actions/publish-frontend/preflight/dependencies.ts"() {
    "use strict";
    init_errors();
    init_unhashed_dependencies();
    MAX_WARNINGS = 10;
  }
});

// actions/publish-frontend/preflight/overwrites.ts
function checkSharedObjects(names, neighbours, { layout, force }, { context }) {
  const shared = sharedObjects(names, neighbours);
  const [first] = shared;
  if (!first) return;
  const message = `${shared.length} of the files belong to another site, gs://${layout.bucket}/${first.prefix}, for instance ${first.name}.`;
  if (force) {
    context.log.warning(`${message} They are overwritten because force is true.`);
    return;
  }
  throw new InputError([
    {
      subject: "Input prefix",
      message: `${message} Nothing was changed. Remove these files from one of the sites, give this site another prefix, or set force: true to overwrite them.`
    }
  ]);
}
function checkHashedNames({ clashes }) {
  if (clashes.length === 0) return;
  throw new InputError(
    clashes.map((path4) => ({
      subject: "Input mutable",
      message: `${path4} has what looks like a content hash in its name, but the bucket has other content under this name. If the name stays when the content changes, add "${path4}" to mutable.`
    }))
  );
}
var init_overwrites = __esm({
  "actions/publish-frontend/preflight/overwrites.ts"() {
    "use strict";
    init_errors();
    init_neighbouring_sites();
  }
});

// actions/publish-frontend/preflight/route.ts
function requireRoute(cdn, needed) {
  if (!needed) return void 0;
  if (cdn) return ownRoute(cdn);
  throw new InputError([
    {
      subject: "Input url-map",
      message: "is required. This site is published with atomic: true, which switches it by a write to the URL map."
    }
  ]);
}
function checkLiveRelease({ manifest: { release, atomic }, overwritten }, route, layout, { current, atomic: inFolder }) {
  const live = route?.to === siteRoot(layout, release, atomic) || atomic && inFolder === true && current === release;
  if (overwritten.length === 0 || !live) return;
  throw new InputError([
    {
      subject: "Input release",
      message: `${release} is live, and this build differs from it in ${overwritten.length} files, for instance ${overwritten[0]}. A live release cannot change atomically. Give this release another name.`
    }
  ]);
}
var init_route = __esm({
  "actions/publish-frontend/preflight/route.ts"() {
    "use strict";
    init_errors();
    init_switch_route();
    init_object_names();
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
    const cdn = atomic ? void 0 : readCdn2(inputs, clients);
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
async function preflight(inputs, clients, { root, files: reading }, { stored, empty, cdn: read5 }) {
  const { store, timings, context } = clients;
  const { layout, atomic } = inputs;
  const { state } = stored;
  noteSite(context, layout, state);
  checkSiteHold(inputs, state);
  const listed2 = empty ? Promise.resolve(/* @__PURE__ */ new Map()) : store.list(layout.prefix);
  const [cdn, listing, files, before, earlier, neighbours, , canary] = await timings.time(
    "Compare",
    () => Promise.all([
      read5 ?? readCdn2(inputs, clients),
      listed2,
      reading,
      readLiveManifests(store, layout, state),
      atomic ? readReleaseManifests(store, layout, recentReleases(state)) : [],
      readNeighbours(store, layout, listed2),
      checkCommitOrder(inputs, clients, state),
      checkServiceHolds(inputs, clients)
    ])
  );
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
    spared: sparedBy(stopped, layout, state, before)
  };
  const route = requireRoute(cdn, movesRoute({ atomic }, state, before));
  const names = files.map(({ path: path4 }) => siteRoot(layout, inputs.release, atomic) + path4);
  checkSharedObjects(names, neighbours, inputs, clients);
  const plan = atomic ? planPublishAtomic(planInput, before, earlier) : planPublishInPlace(planInput, before, neighbours);
  checkLiveRelease(plan, route, layout, state);
  checkHashedNames(plan);
  await checkDependencies(inputs, clients, root, files, plan.changing);
  const replaced = await replacedManifest(store, layout, plan.manifest, state, before);
  return { stored, listing, cdn, before, stopped, neighbours, plan, replaced, canary };
}
function sparedBy(stopped, layout, { current }, before) {
  if (!stopped.some(({ manifest, work }) => manifest.release === current && work !== "switch")) return void 0;
  const live = before.filter(({ release }) => release === current);
  return new Set(live.flatMap((manifest) => [...objectsOf(layout, manifest)].map(({ name }) => name)));
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
var CARRIED, readCdn2;
var init_preflight = __esm({
  "actions/publish-frontend/preflight/preflight.ts"() {
    "use strict";
    init_prune();
    init_publish();
    init_site_switch();
    init_standing2();
    init_digest();
    init_claim();
    init_neighbouring_sites2();
    init_object_names();
    init_read_manifests();
    init_release_manifest();
    init_site_state();
    init_stored_object();
    init_dependencies();
    init_freshness2();
    init_holds2();
    init_overwrites();
    init_route();
    CARRIED = 10;
    readCdn2 = ({ rules }, { openCdn: openCdn2 }) => openCdn2(!rules.gzip && rules.precompressed === "off");
  }
});

// actions/publish-frontend/run/prune.ts
function prunable(inputs, clients, state, listing) {
  return inputs.maxDelete > 0 ? choose(inputs, clients, state, listing).pruned : [];
}
async function prune(inputs, clients, held, listing) {
  const { store, context, timings } = clients;
  const { layout, maxDelete, concurrency } = inputs;
  const { kept, pruned } = choose(inputs, clients, held.state, listing);
  if (pruned.length === 0 || maxDelete === 0) return { deleted: 0, releases: [] };
  const named2 = /* @__PURE__ */ new Set();
  await transferAll(kept, { concurrency: 8 }, async (release) => {
    const manifest = await readReleaseManifest(store, layout, release);
    if (manifest) for (const { name } of objectsOf(layout, manifest)) named2.add(name);
  });
  for (const name of await readKeptAbove(store, layout)) named2.add(name);
  const manifests = await readReleaseManifests(store, layout, pruned);
  const neighbours = { below: nestedPrefixes(layout, listing.keys()), live: /* @__PURE__ */ new Map() };
  const plan = planPrune(layout, manifests, named2, listing, maxDelete, neighbours);
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
  if (plan.pruned.length > 0) await held.update((state) => withoutReleases(state, new Set(plan.pruned)));
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
function choose(inputs, clients, state, listing) {
  return chooseReleases(inputs.layout, state, listing, inputs, clients.context.clock.now());
}
var init_prune2 = __esm({
  "actions/publish-frontend/run/prune.ts"() {
    "use strict";
    init_prune();
    init_neighbouring_sites2();
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
  const old = listing.get(manifestName(layout, release));
  if (old && stored.state.unfinished?.to !== release) {
    const kept = replacedName(layout, release);
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
    if (kept.has(item)) objects.set(object.name, object);
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
  const name = manifestName(layout, manifest.release);
  const replaces = listing.get(name)?.generation ?? ABSENT;
  return uploadJson(claims.store, name, serializeReleaseManifest(manifest), replaces);
}
function withObject(changes, object) {
  return new Map([...changes, [object.name, object]]);
}
var UPLOAD_BESIDE_FILES;
var init_stage = __esm({
  "actions/publish-frontend/run/stage.ts"() {
    "use strict";
    init_object_names();
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
  const { plan, before, cdn, stopped, neighbours } = found;
  const { state } = found.stored;
  const { manifest } = plan;
  let { listing } = site;
  const published = publishedRecord(inputs, clients);
  const dropped = held.state.staged;
  if (dropped && dropped.release !== inputs.release)
    clients.context.log.notice(
      `Release ${dropped.release}, staged for the canary of ${dropped.commit.slice(0, 12)}, is not staged any more: release ${inputs.release} replaces it.`
    );
  if (!isFirstPublish(state)) await held.update((now) => beginSwitch(now, inputs.release), "switch");
  if (found.replaced) listing = withChanges(listing, await replaceManifest(inputs, clients, found, listing));
  const siteSwitch = planSiteSwitch({ layout, manifest, before, listing, state, stopped, neighbours });
  const switched = await switchSite(inputs, clients, siteSwitch, cdn, plan.changedByStaging);
  listing = withChanges(listing, switched.objects);
  const { deleted, invalidated, failure } = switched;
  const finish = (now) => finishSwitch(now, published, manifest.atomic, failure === void 0);
  if (failure !== void 0 || prunable(inputs, clients, finish(held.state), listing).length === 0)
    await held.release(finish);
  else await held.update(finish, "prune");
  return { ...site, listing, outcome: { ...planned, bytes, deleted, invalidated, failure } };
}
async function pruneSite({ inputs, clients, held, listing, outcome }) {
  if (held.released) return outcome;
  const pruned = await clients.timings.time("Prune", () => prune(inputs, clients, held, listing));
  await held.release();
  return { ...outcome, deleted: outcome.deleted + pruned.deleted, pruned: pruned.releases };
}
function publishedRecord({ release, commit }, { context }) {
  return { release, commit, at: new Date(context.clock.now()).toISOString() };
}
function dryRunOutcome(inputs, clients, { stored, listing, plan: { manifest, changed }, cdn, before }) {
  const state = finishSwitch(stored.state, publishedRecord(inputs, clients), manifest.atomic, true);
  const root = siteRoot(inputs.layout, inputs.release, manifest.atomic);
  const route = movesRoute(manifest, stored.state, before);
  return {
    invalidated: invalidationsOf(inputs, { root, route }, cdn, changed),
    pruned: prunable(inputs, clients, state, listing)
  };
}
function isFirstPublish({ current }) {
  return current === void 0;
}
function isComplete(inputs, clients, found) {
  const { stored, plan, before, listing, cdn } = found;
  const { current, unfinished, claim, hold } = stored.state;
  const { manifest } = plan;
  const root = siteRoot(inputs.layout, inputs.release, manifest.atomic);
  if (cdn && movesRoute(manifest, stored.state, before) && ownRoute(cdn).to !== root) return false;
  if (!plan.isEmpty || current !== inputs.release || unfinished || claim || hold) return false;
  const live = before.find(({ release }) => release === current);
  return live !== void 0 && sameFiles(live, manifest) && prunable(inputs, clients, stored.state, listing).length === 0;
}
var init_publish2 = __esm({
  "actions/publish-frontend/run/publish.ts"() {
    "use strict";
    init_changed_paths();
    init_switch_route();
    init_site_switch();
    init_local_site();
    init_preflight();
    init_outcome();
    init_claim();
    init_object_names();
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
    const { current, hold, claim } = stored.state;
    noteSite(context, inputs.layout, stored.state);
    const outcome = {
      ...NO_CHANGES,
      task: "release-hold",
      release: current,
      previous: void 0,
      ...hold && { holdEnded: endOfHold(hold, inputs.reason) }
    };
    if (!hold) context.log.info("This site has no hold.");
    const isLeft = claim?.work === "upload" && claim.run === context.github.runUrl;
    if (!hold && !isLeft || inputs.dryRun) return outcome;
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
  const Refusal = matches.length === 0 && previousRelease(state) === void 0 ? NoEarlierRelease : OutcomeError;
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
  const root = siteRoot(layout, manifest.release, manifest.atomic);
  const missing = [];
  for (const [path4, file] of manifest.files) {
    const object = listing.get(file.kept === void 0 ? root + path4 : keptName(layout, file.kept));
    if (!object || !mayHold(object, file.md5)) missing.push(path4);
  }
  return missing;
}
var NoEarlierRelease, liveCommit, begunTarget;
var init_rollback = __esm({
  "actions/publish-frontend/plan/rollback.ts"() {
    "use strict";
    init_errors();
    init_object_names();
    init_site_state();
    init_stored_object();
    NoEarlierRelease = class extends OutcomeError {
    };
    liveCommit = ({ published, current }) => published.find(({ release }) => release === current)?.commit;
    begunTarget = (state, run2) => state.hold?.run === run2 ? state.hold.release : unfinishedTarget(state);
  }
});

// actions/publish-frontend/run/stored-release.ts
async function readStoredRelease(inputs, clients, stored, release, why) {
  const { store, timings } = clients;
  const { layout } = inputs;
  const { state } = stored;
  const listed2 = store.list(layout.prefix);
  const [cdn, listing, target, before, neighbours] = await timings.time(
    "Compare",
    () => Promise.all([
      clients.openCdn(false),
      listed2,
      readReleaseManifest(store, layout, release),
      readLiveManifests(store, layout, state),
      readNeighbours(store, layout, listed2)
    ])
  );
  if (!target) throw new OutcomeError(`Release ${release} ${why}: its manifest is missing.`);
  const missing = missingFiles(layout, target, listing);
  if (missing.length > 0)
    throw new OutcomeError(
      `Release ${release} ${why}: ${missing.length} of its ${target.files.size} files are missing or changed, for instance ${missing[0]}. Nothing was changed.`
    );
  const root = siteRoot(layout, release, target.atomic);
  const names = [...target.files.keys()].map((path4) => root + path4);
  checkSharedObjects(names, neighbours, inputs, clients);
  const stopped = stoppedRuns(state, before);
  const plan = planSiteSwitch({ layout, manifest: target, before, listing, state, stopped, neighbours });
  requireRoute(cdn, plan.route);
  return { stored, listing, cdn, target, before, stopped, neighbours, plan };
}
var plannedSwitch, invalidationsOfStored;
var init_stored_release = __esm({
  "actions/publish-frontend/run/stored-release.ts"() {
    "use strict";
    init_errors();
    init_changed_paths();
    init_rollback();
    init_site_switch();
    init_overwrites();
    init_preflight();
    init_route();
    init_outcome();
    init_neighbouring_sites2();
    init_object_names();
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
async function checkStaged({ inputs, clients }) {
  const { claims, timings } = clients;
  const stored = await timings.time("Connect", () => waitUntilFree(claims));
  const { state } = stored;
  const { staged, current } = state;
  noteSite(clients.context, inputs.layout, state);
  const still = (todo, note) => ({
    inputs,
    clients,
    stored,
    todo,
    planned: { ...NO_CHANGES, task: "settle", release: current, previous: void 0, note }
  });
  if (!staged) return still("nothing", ["\u2705", "Nothing is staged."]);
  const decision = await decisionFor(staged, clients);
  const why = `the canary of ${staged.commit.slice(0, 12)}`;
  if (decision === "undecided") return still("wait", stagedNote(staged));
  if (decision === "restored")
    return still("drop", ["\u2139\uFE0F", `Release ${staged.release} is not staged any more: ${why} was restored.`]);
  const blocked = state.hold ? `This site is on hold at release ${describeHold(state.hold)}.` : await blockedBy(staged, inputs, clients);
  if (blocked !== void 0)
    return still("wait", ["\u23F8\uFE0F", `Release ${staged.release} stays staged, although ${why} has all traffic. ${blocked}`]);
  const found = await readStoredRelease(inputs, clients, stored, staged.release, "cannot go live");
  return {
    inputs,
    clients,
    stored,
    todo: found,
    planned: {
      ...plannedSwitch("settle", inputs, found),
      ...inputs.dryRun && { invalidated: invalidationsOfStored(inputs, found, staged.changed) }
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
    if (error instanceof OutcomeError) return error.message;
    throw error;
  }
}
async function settleStaged(checked, hold) {
  let site = checked;
  return await untilClaimed(async (attempt) => {
    if (attempt > 0) site = await checkStaged(site);
    const { inputs, clients, stored, todo, planned } = site;
    const { staged } = stored.state;
    if (todo === "nothing" || !staged) return { status: "unchanged", outcome: planned };
    if (todo === "wait") return { status: "staged", outcome: planned };
    const { release, commit } = staged;
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
    const own = { ...inputs, release, commit, maxDelete: 0, keepReleases: 1, keepDays: 0 };
    const plan = { manifest: todo.target, changedByStaging: staged.changed };
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
var stagedNote;
var init_staged = __esm({
  "actions/publish-frontend/run/staged.ts"() {
    "use strict";
    init_canaries();
    init_holds();
    init_errors();
    init_outcome();
    init_standing2();
    init_claim();
    init_site_state();
    init_publish2();
    init_stored_release();
    stagedNote = ({ release, commit }) => [
      "\u23F8\uFE0F",
      `Release ${release} is staged: it goes live once the canary of ${commit.slice(0, 12)} has all traffic.`
    ];
  }
});

// actions/publish-frontend/run/rollback.ts
async function checkRollbacks(sites) {
  return await checkBeside(sites, []);
}
async function checkBeside(sites, held) {
  const read5 = await readInOrder(sites);
  const step = [...held, ...read5].map(known2);
  return await onEverySite(read5, (site) => checkRollbackOrKeep(site, step));
}
async function readInOrder(sites) {
  let last = Promise.resolve();
  const reads = /* @__PURE__ */ new Map();
  for (const site of inOrderOfClaims(sites)) {
    const read5 = last.then(() => readSite2(site));
    reads.set(site.inputs, read5);
    last = read5.catch(() => {
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
  const { deleted, invalidated, failure } = await switchSite(inputs, clients, plan, cdn);
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
    if (!(error instanceof CloudError)) throw error;
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
var known2, dryRunOfRollback, isChecked, canBeStopped;
var init_rollback2 = __esm({
  "actions/publish-frontend/run/rollback.ts"() {
    "use strict";
    init_errors();
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
  if (first?.inputs.onCanary === "stage-only" && !await hasOwnCanary(first.inputs, first.clients))
    return nothingToStage(sites);
  await onEverySite(sites, ({ inputs }) => verifyArtifact(inputs));
  for (const { inputs, clients } of sites) await buildIfAsked(inputs, clients);
  const checked = await onEverySite(sites, checkSite);
  checkOverlaps(checked);
  const ledger = createLedger(checked);
  const canary = checked.find(({ found }) => found.canary)?.found.canary;
  if (isDryRun(sites)) {
    for (const { clients, found } of checked) {
      const { staged } = found.stored.state;
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
      `Release ${release} was published before with other files, so it cannot be staged beside them. Run this step again once the canary has all traffic.`
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
  const cloud = connect(context, auth);
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
var init_run2 = __esm({
  "actions/publish-frontend/run.ts"() {
    "use strict";
    init_context();
    init_time_limit();
    init_clients();
    init_outputs();
    init_sites_summary();
    init_sites2();
  }
});

// actions/publish-frontend/main.ts
var main_exports = {};
var import_node_process;
var init_main = __esm({
  "actions/publish-frontend/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs2();
    init_run2();
    void runAction({ name: "publish-frontend", readInputs, run }, import_node_process.default);
  }
});

// actions/publish-frontend/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
