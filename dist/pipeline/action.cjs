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
function parseMoment(text3, side) {
  const [, day = "", hour, minute] = /^(\S+)(?:\s+([01]\d|2[0-3]):([0-5]\d))?$/.exec(text3) ?? [];
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
    isDay = (text3) => (/* @__PURE__ */ new Date(`${text3}T00:00:00Z`)).toISOString().startsWith(text3);
    activeFreeze = (windows, now) => windows.find((window) => holdsAt(window, now));
    describeFreeze = ({ text: text3, reason }) => `Deploys are frozen (${text3}): ${reason.replace(/\.?$/, ".")}`;
  }
});

// src/freeze/freeze.ts
function freezeOn(resource, windows, now) {
  const own = activeFreeze(windows, now);
  if (own) return describeFreeze(own);
  try {
    const found = activeFreeze(freezeLines(resource).map(parseFreezeWindow), now);
    return found && describeFreeze(found);
  } catch (error) {
    return `Deploys are frozen: the annotation ${FREEZE_ANNOTATION} of the service is not valid, and blocks until it is corrected or removed. ${error.message}`;
  }
}
var FREEZE_ANNOTATION, readFreeze, freezeLines;
var init_freeze = __esm({
  "src/freeze/freeze.ts"() {
    "use strict";
    init_annotations();
    init_errors();
    init_windows();
    FREEZE_ANNOTATION = `${ANNOTATION_PREFIX}freeze`;
    readFreeze = (reader) => reader.parseList("freeze", parseFreezeWindow);
    freezeLines = (resource) => (resource?.annotations?.[FREEZE_ANNOTATION] ?? "").split("\n").filter((line) => line.trim() !== "");
  }
});

// shared:src/inputs/lists.ts
var LineError, parseList, parseMap, writeList, writeMap;
var init_lists = __esm({
  "shared:src/inputs/lists.ts"() {
    ({ LineError, parseList, parseMap, writeList, writeMap } = require("../shared/runtime.cjs")["src/inputs/lists.ts"]);
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
  const expanded = (text3) => text3.trim() === GITHUB_TOKEN ? void 0 : text3.trim();
  return reader.parse("github-token", expanded, GITHUB_TOKEN);
}
function parseProject(text3) {
  const value = text3.trim();
  if (/^(?:[a-z][a-z0-9-]{4,28}|[a-z0-9.-]+:(?:[a-z][a-z0-9-]*)?)[a-z0-9]$/.test(value)) return value;
  throw new Error(
    `"${text3}" is not a project id. Write the id (6 to 30 lower-case letters, digits and hyphens), not the name or number.`
  );
}
function parseRegion(text3) {
  const value = text3.trim();
  if (/^[a-z]+-[a-z]+\d+$/.test(value)) return value;
  throw new Error(`"${text3}" is not a region. Write for instance us-central1 or europe-west1.`);
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

// actions/pipeline/build-env.ts
function parseBuildEnv(text3) {
  const values = readLines(text3);
  const problems = [...values].flatMap(([name, value]) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      return [`a name is not that of a variable (letters, digits and "_"). Correct the line.`];
    if (RESERVED.test(name)) return [`${name} is a variable of the runner. Choose another name.`];
    if (value.trim().length < SHORTEST)
      return [
        `${name} has fewer than ${SHORTEST} characters, so it cannot be hidden in logs. Give a longer secret, or write the value into the command if it is none.`
      ];
    return [];
  });
  if (problems.length > 0) throw new Error(problems.join(" "));
  return values;
}
function readLines(text3) {
  try {
    return parseMap(text3);
  } catch {
    throw new Error('expected KEY=VALUE, one per line. Values stay out of this message; look for a line without "=".');
  }
}
var SHORTEST, RESERVED;
var init_build_env = __esm({
  "actions/pipeline/build-env.ts"() {
    "use strict";
    init_lists();
    SHORTEST = 8;
    RESERVED = /^(?:GITHUB|RUNNER|ACTIONS|INPUT)_|^(?:PATH|HOME|CI|NODE_OPTIONS|LD_PRELOAD|BASH_ENV)$/;
  }
});

// actions/pipeline/plan/keys.ts
var BUILD_KEYS, ROLLOUT_KEYS, PIPELINE_KEYS, ROLLBACK_KEYS;
var init_keys = __esm({
  "actions/pipeline/plan/keys.ts"() {
    "use strict";
    BUILD_KEYS = [
      "context",
      "dockerfile",
      "target",
      "platforms",
      "build-args",
      "build-contexts",
      "cache-mounts",
      "cache-mounts-max-size",
      "reuse-max-age",
      "provenance",
      "sbom",
      "sign",
      "sign-log"
    ];
    ROLLOUT_KEYS = [
      "region",
      "env",
      "secrets",
      "labels",
      "port",
      "cpu",
      "memory",
      "min-instances",
      "max-instances",
      "concurrency",
      "runtime-service-account",
      "ingress",
      "substitutions",
      "strategy",
      "steps",
      "step-interval",
      "on-canary",
      "overdue-after",
      "analysis",
      "on-inconclusive",
      "false-alarm-rate",
      "probe",
      "probe-path",
      "probe-status",
      "probe-passes",
      "probe-interval",
      "probe-timeout",
      "probe-contains",
      "probe-service-account",
      "allow-unauthenticated",
      "policy",
      "required-checks",
      "exceptions",
      "secrets-latest",
      "require-provenance",
      "provenance-identity",
      "execute",
      "timeout"
    ];
    PIPELINE_KEYS = {
      checks: [
        "name",
        "run",
        "working-directory",
        "go",
        "node",
        "rust",
        "python",
        "java",
        "ruby",
        "dotnet",
        "php",
        "setup",
        "golangci-lint",
        "cache",
        "postgres",
        "redis",
        "paths",
        "passed-within"
      ],
      services: [
        "name",
        "image",
        "containers",
        "manifest",
        "service",
        "after",
        "policy-exceptions",
        ...BUILD_KEYS,
        ...ROLLOUT_KEYS
      ],
      jobs: [
        "name",
        "image",
        "job",
        "command",
        "args",
        "service",
        "when",
        "execute",
        "on-failure",
        "manifest",
        "region",
        "substitutions",
        "policy",
        "policy-exceptions",
        "exceptions",
        "secrets-latest",
        "require-provenance",
        "provenance-identity"
      ],
      frontends: [
        "name",
        "build",
        "working-directory",
        "node",
        "cache",
        "path",
        "url",
        "bucket",
        "prefix",
        "url-map",
        "host",
        "example-credentials",
        "mutable",
        "cache-control",
        "content-type",
        "content-encoding",
        "precompressed",
        "index",
        "clean-urls",
        "pages-without-extension",
        "compress",
        "source-maps",
        "keep-releases",
        "keep-days",
        "max-delete",
        "invalidate",
        "wait-for-invalidation",
        "atomic",
        "strict",
        "concurrency"
      ],
      migration: [
        "image",
        "job",
        "command",
        "args",
        "status-args",
        "from-service",
        "manifest",
        "env",
        "secrets",
        "cloudsql-instances",
        "runtime-service-account",
        "timeout",
        "migrations",
        "out-of-order",
        "contracting",
        "when",
        "policy",
        "policy-exceptions",
        "exceptions",
        "require-provenance",
        "provenance-identity",
        "cancel-execution"
      ]
    };
    ROLLBACK_KEYS = {
      services: ["name", "service", "region", "probe", "probe-path", "probe-service-account"],
      frontends: ["name", "bucket", "prefix", "url-map", "host"]
    };
  }
});

// shared:fastest-levenshtein
var require_fastest_levenshtein = __commonJS({
  "shared:fastest-levenshtein"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["fastest-levenshtein"];
  }
});

// actions/pipeline/plan/lists.ts
function readList(input, text3, known, needed = []) {
  const { value: list, fault } = parseJson(text3);
  if (!Array.isArray(list) || !list.every(isObject))
    return {
      value: [],
      problems: [{ input, message: `is not a JSON list of objects, such as [{"name": "web"}].${fault}` }]
    };
  const value = list.map(withoutNull);
  return { value, problems: value.flatMap((entry) => entryProblems(input, entry, known, needed)) };
}
function readObject(input, text3, known, example) {
  if (text3.trim() === "") return { value: void 0, problems: [] };
  const { value, fault } = parseJson(text3);
  if (!isObject(value))
    return { value: void 0, problems: [{ input, message: `is not a JSON object, such as ${example}.${fault}` }] };
  return { value: withoutNull(value), problems: unknownKeys(value, known).map((message) => ({ input, message })) };
}
function repeatedNames(what, lists) {
  const seen = /* @__PURE__ */ new Set();
  return Object.entries(lists).flatMap(
    ([input, entries]) => entries.flatMap(({ name }) => {
      if (typeof name !== "string" || !seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [{ input, message: `two ${what} have the name ${name}. Names must be unique.` }];
    })
  );
}
function tooMany(input, what, entries) {
  if (entries.length <= SLOTS) return [];
  return [
    {
      input,
      message: `has ${entries.length} ${what}, and one call takes at most ${SLOTS}, as many jobs as GitHub allows in a matrix. Split the list into two calls.`
    }
  ];
}
function asInputs(entry) {
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, asLines(value)]));
}
function asLines(value) {
  if (Array.isArray(value)) return writeList(value.map(asText));
  if (!isObject(value)) return value;
  return writeMap(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}
function commandOf(value) {
  const lines = [value].flat();
  if (!lines.every((line) => typeof line === "string")) return void 0;
  const text3 = lines.join("\n");
  return hasContent(text3) ? text3 : void 0;
}
function regionsOf(entry, region) {
  return String(asLines(entry.region ?? region)).split(/\s+/).filter((one) => one !== "");
}
function entryProblems(input, entry, known, needed) {
  const who = typeof entry.name === "string" ? entry.name : "an entry";
  const messages = [
    ...isName(entry.name) ? [] : ['needs a name of letters, digits, ".", "_" and "-".'],
    ...unknownKeys(entry, known),
    ...needed.filter((key) => !(key in entry)).map((key) => `needs ${key}.`)
  ];
  return messages.map((message) => ({ input, message: `${who} ${message}` }));
}
function unknownKeys(entry, known) {
  return Object.keys(entry).filter((key) => !known.includes(key)).map((key) => `has no key ${key}. Did you mean ${(0, import_fastest_levenshtein.closest)(key, [...known])}? Known are ${known.join(", ")}.`);
}
function parseJson(text3) {
  try {
    return { value: JSON.parse(text3), fault: "" };
  } catch (error) {
    return { value: void 0, fault: ` ${faultOf(error.message)}.` };
  }
}
function faultOf(message) {
  const [, what, line, column] = /^(.*?)(?: in JSON)? at position \d+ \(line (\d+) column (\d+)\)/s.exec(message) ?? [];
  if (what !== void 0) return `Line ${line}, column ${column}: ${what}`;
  const [, token, around] = /^(Unexpected token .*?), (?:\.\.\.)?"(.*)"(?:\.\.\. ?)? is not valid JSON$/s.exec(message) ?? [];
  return token === void 0 ? "It ends too early" : `${token} near ${around}`;
}
var import_fastest_levenshtein, SLOTS, isObject, withoutNull, asText, hasContent, isName;
var init_lists2 = __esm({
  "actions/pipeline/plan/lists.ts"() {
    "use strict";
    import_fastest_levenshtein = __toESM(require_fastest_levenshtein(), 1);
    init_lists();
    SLOTS = 256;
    isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    withoutNull = (entry) => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
    asText = (value) => typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
    hasContent = (value) => typeof value === "string" && value.trim() !== "";
    isName = (name) => typeof name === "string" && /^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(name);
  }
});

// actions/pipeline/plan/platforms.ts
function readRunners(text3, services) {
  const list = parseList2(text3);
  const platforms = list.map(({ platform }) => String(platform));
  const messages = [
    ...list.filter((one) => !isPlatformRunner(one)).map(
      (one) => `has ${JSON.stringify(one)}. Give each entry a platform and the runner that builds it: ${EXAMPLE}.`
    ),
    ...platforms.filter((one, i) => platforms.indexOf(one) !== i).map((one) => `has ${one} twice. Give each platform one runner.`),
    ...services.length * platforms.length > SLOTS ? [
      `makes ${services.length * platforms.length} builds of ${services.length} services, and one call takes at most ${SLOTS}, as many jobs as GitHub allows in a matrix. Split the list of services into two calls.`
    ] : []
  ];
  const problems = [
    ...messages.map((message) => ({ input: "platforms", message })),
    ...services.flatMap((service) => runnerProblems(service, platforms))
  ];
  return { value: problems.length > 0 ? [] : platforms.map((platform) => ({ platform })), problems };
}
function ownRunners(service, runners) {
  const known = runners.map(({ platform }) => platform);
  const asked = platformsOf(service);
  return asked === void 0 ? known : known.filter((one) => asked.includes(one));
}
function mergeLines(service, index, runners, needs) {
  const { result, outputs = {} } = needs.platforms ?? {};
  if (result !== "success") return { value: [], problems: [] };
  const jobs = ownRunners(service, runners).map((platform) => ({
    platform,
    digest: outputs[`s${platformSlot(index, platform, runners)}`] ?? ""
  }));
  return {
    value: jobs.map(({ platform, digest }) => `${platform}=${digest}`),
    problems: jobs.filter(({ digest }) => !/^sha256:[0-9a-f]{64}$/.test(digest)).map(({ platform }) => ({
      input: "needs",
      message: `the job "Image ${service.name} for ${platform}" returned no digest. Re-run all jobs.`
    }))
  };
}
function parseList2(text3) {
  try {
    const value = JSON.parse(text3);
    if (Array.isArray(value)) return value.map((one) => typeof one === "object" ? { ...one } : { one });
  } catch {
  }
  return [{ text: text3 }];
}
function platformsOf({ platforms }) {
  if (platforms === void 0) return void 0;
  return (Array.isArray(platforms) ? platforms.map(String) : String(platforms).split("\n")).map((one) => one.trim());
}
function runnerProblems(service, known) {
  const asked = platformsOf(service) ?? [];
  const without2 = asked.filter((one) => !known.includes(one));
  if (without2.length === 0 || without2.length === asked.length) return [];
  const message = `${service.name} is built for ${without2.join(", ")}, which has no runner in the input platforms, and for others that have one. Add the runner, or leave the input platforms out.`;
  return [{ input: "services", message }];
}
var EXAMPLE, platformSlot, isPlatformRunner;
var init_platforms = __esm({
  "actions/pipeline/plan/platforms.ts"() {
    "use strict";
    init_lists2();
    EXAMPLE = '[{"platform": "linux/amd64", "runner": "ubuntu-24.04"}, {"platform": "linux/arm64", "runner": "ubuntu-24.04-arm"}]';
    platformSlot = (service, platform, runners) => service * runners.length + runners.findIndex((one) => one.platform === platform);
    isPlatformRunner = ({ platform, runner, ...others }) => /^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9]+)?$/.test(String(platform)) && Boolean(runner) && Object.keys(others).length === 0;
  }
});

// shared:src/inputs/duration.ts
var formatDuration, formatMinute, parseDuration, parseSeconds;
var init_duration = __esm({
  "shared:src/inputs/duration.ts"() {
    ({ formatDuration, formatMinute, parseDuration, parseSeconds } = require("../shared/runtime.cjs")["src/inputs/duration.ts"]);
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
    exports2.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
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
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
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
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
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
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
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
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
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
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first2, rest, index) => {
          if (first2 === "\\") {
            backslashes = true;
            return m;
          }
          if (first2 === "?") {
            if (esc) {
              return esc + first2 + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first2 === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first2 === "*") {
            if (esc) {
              return esc + first2 + (rest ? star : "");
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
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
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
      } = constants.globChars(opts.windows);
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
    var constants = require_constants();
    var isObject2 = (val) => val && typeof val === "object" && !Array.isArray(val);
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
      const isState = isObject2(glob) && glob.tokens && glob.input;
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
    picomatch2.constants = constants;
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

// actions/pipeline/plan/unchanged.ts
function filesDigest(entry, files) {
  const patterns = [entry.paths].flat().flatMap((one) => String(one).split("\n"));
  const excluded = patterns.filter((one) => one.startsWith("!")).map((one) => one.slice(1));
  const isOwn = matcher(
    patterns.filter((one) => !one.startsWith("!")),
    excluded
  );
  const isShared = matcher([WORKFLOWS, ...entry.setup === void 0 ? [] : [folderPattern(String(entry.setup))]]);
  const own = [...files].filter(([path]) => isOwn(path));
  if (own.length === 0) return void 0;
  const all = new Map([...own, ...[...files].filter(([path]) => isShared(path))]);
  return hash([...all].sort(([a], [b]) => a < b ? -1 : 1));
}
function configurationDigest(entry, { runner, buildEnv, repository }) {
  const { "passed-within": _, ...rest } = entry;
  const variables = [...buildEnv].sort(([a], [b]) => a < b ? -1 : 1);
  const secrets = variables.length > 0 ? (0, import_node_crypto.scryptSync)(JSON.stringify(variables), repository, 32).toString("hex") : "";
  return hash([Object.entries(rest).sort(([a], [b]) => a < b ? -1 : 1), runner, secrets]);
}
function readPassedRecord(messages) {
  for (const message of messages) {
    const found = /^This check passed with configuration sha256:([0-9a-f]{64})\./.exec(message)?.[1];
    if (found) return found;
  }
  return void 0;
}
var import_node_crypto, import_picomatch, WORKFLOWS, USUAL_AGE, passedWithin, matcher, folderPattern, hash, passedRecord;
var init_unchanged = __esm({
  "actions/pipeline/plan/unchanged.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_picomatch = __toESM(require_picomatch2(), 1);
    WORKFLOWS = ".github/workflows/**";
    USUAL_AGE = "7d";
    passedWithin = (entry) => String(entry["passed-within"] ?? USUAL_AGE);
    matcher = (patterns, excluded = []) => (0, import_picomatch.default)([...patterns], { dot: true, ignore: [...excluded] });
    folderPattern = (folder) => `${folder.replace(/^\.\//, "").replace(/\/+$/, "")}/**`;
    hash = (value) => (0, import_node_crypto.createHash)("sha256").update(JSON.stringify(value)).digest("hex");
    passedRecord = (configuration) => `This check passed with configuration sha256:${configuration}. It is skipped while that and its files stay the same.`;
  }
});

// actions/pipeline/plan/problems/checks.ts
function workProblems({ name, run: run2, "golangci-lint": lint }) {
  if (run2 === void 0) return lint ? [] : [`${name} needs run or golangci-lint.`];
  return commandOf(run2) === void 0 ? [`${name} has a run that is no command. ${COMMAND_EXPECTED}`] : [];
}
function setupProblems({ name, setup }) {
  if (setup === void 0 || /^\.\/(?!.*(?:^|\/)\.\.(?:\/|$))[\w./-]+$/.test(String(setup))) return [];
  return [
    `${name} has setup ${String(setup)}. Give the folder of a composite action in this repository, such as ./.github/actions/setup.`
  ];
}
function pathsProblems(entry) {
  const { name, paths } = entry;
  if (paths === void 0)
    return "passed-within" in entry ? [`${name} has passed-within, which is only allowed with paths.`] : [];
  const patterns = [paths].flat();
  const isText = patterns.every((one) => typeof one === "string" && one !== "" && !/^!?\.?\//.test(one));
  const messages = [
    ...isText && patterns.some((one) => !String(one).startsWith("!")) ? [] : [
      'has paths that are no list of patterns from the root of the repository, such as ["api/**", "go.*", "!**/*.md"].'
    ],
    ...durationProblem(passedWithin(entry))
  ];
  return messages.map((message) => `${name} ${message}`);
}
function durationProblem(text3) {
  try {
    parseDuration(text3);
    return [];
  } catch (error) {
    return [`has a passed-within that cannot be read: ${error.message}`];
  }
}
var checkProblems, COMMAND_EXPECTED;
var init_checks = __esm({
  "actions/pipeline/plan/problems/checks.ts"() {
    "use strict";
    init_duration();
    init_lists2();
    init_unchanged();
    checkProblems = (checks) => checks.flatMap((entry) => [...workProblems(entry), ...setupProblems(entry), ...pathsProblems(entry)]).map((message) => ({ input: "checks", message }));
    COMMAND_EXPECTED = 'Give text, or a list of lines, such as "npm ci && npm test".';
  }
});

// actions/pipeline/plan/problems/twice.ts
function repeatedServices(deployed) {
  return repeated(deployed, isSameService).map(([one, other]) => ({
    input: "services",
    message: `${one.name} and ${other.name} are the same service, ${String(one.manifest ?? one.service)}. Remove one of them, or give each its own region.`
  }));
}
function isSameService(one, other) {
  const place = ({ manifest, service, substitutions }) => JSON.stringify([manifest, service, asLines(substitutions)]);
  if (place(one) !== place(other)) return false;
  const [regions, others] = [one, other].map(({ region }) => String(asLines(region) ?? "").split(/\s+/));
  return regions?.some((region) => others?.includes(region)) ?? false;
}
function repeatedSites(frontends) {
  const place = ({ bucket, prefix = "" }) => `gs://${bucket}/${String(prefix).replace(/^\/+|\/+$/g, "")}`;
  return repeated(frontends, (one, other) => place(one) === place(other)).map(([one, other]) => ({
    input: "frontends",
    message: `${one.name} and ${other.name} are both published to ${place(one)}. Give each its own bucket or prefix.`
  }));
}
function circularServices(deployed) {
  let rest = [...deployed];
  for (; ; ) {
    const names = rest.map(({ name }) => name);
    const waiting = rest.filter(({ after = [] }) => [after].flat().some((one) => names.includes(String(one))));
    if (waiting.length < rest.length) {
      rest = waiting;
      continue;
    }
    if (rest.length === 0) return [];
    const message = `${names.join(", ")} wait for each other. Remove one after.`;
    return [{ input: "services", message }];
  }
}
var repeated;
var init_twice = __esm({
  "actions/pipeline/plan/problems/twice.ts"() {
    "use strict";
    init_lists2();
    repeated = (list, isSame) => list.flatMap((other, i) => {
      const one = list.slice(0, i).find((before) => isSame(before, other));
      return one ? [[one, other]] : [];
    });
  }
});

// src/inputs/steps.ts
function parseSteps(text3) {
  const items = parseList(text3.replaceAll(",", "\n"));
  if (!text3.includes("@")) return { steps: parsePercentages(items), held: [] };
  const parts = items.map((item) => item.split("@"));
  const steps = parsePercentages(parts.map(([percent = ""]) => percent.trim()));
  const held = parts.map(([, time], i) => {
    const last = i === parts.length - 1;
    if (last !== (time === void 0))
      throw new Error(
        `"${items[i]}" ${last ? "is the last step, which has no end" : "has no time"}. Write a time for each step but the last, for instance 5@1h,25@1d,100.`
      );
    const [duration2 = "", gate] = (time ?? "0s").split("+").map((part) => part.trim());
    if (gate !== void 0 && gate !== "approval")
      throw new Error(`"+${gate}" is not known. Write for instance 25@1d+approval.`);
    return { percent: steps[i], ms: parseDuration(duration2), approval: gate === "approval" };
  });
  return { steps, held };
}
function parsePercentages(items) {
  const steps = items.map(Number);
  const bad = items.find(
    (_, i) => !Number.isInteger(steps[i]) || steps[i] < 1 || steps[i] > 100
  );
  if (bad !== void 0)
    throw new Error(`"${bad}" is not a percentage. Write whole numbers from 1 to 100, for instance 5,25,100.`);
  if (steps.some((step, i) => i > 0 && step <= steps[i - 1]))
    throw new Error(`"${items.join(",")}" is not increasing. Each step must be larger than the one before.`);
  if (steps.at(-1) !== 100) throw new Error(`"${items.join(",")}" does not end at 100.`);
  return steps;
}
var init_steps = __esm({
  "src/inputs/steps.ts"() {
    "use strict";
    init_duration();
    init_lists();
  }
});

// actions/pipeline/plan/problems/values.ts
var CHOICES, BOOLEANS, NUMBERS, DURATIONS, oneOf, readBy, isNumber, CHECKS, CHECKED_KEYS, valueProblems;
var init_values = __esm({
  "actions/pipeline/plan/problems/values.ts"() {
    "use strict";
    init_duration();
    init_steps();
    init_lists2();
    CHOICES = {
      strategy: ["direct", "canary"],
      "on-canary": ["wait", "supersede"],
      "on-inconclusive": ["extend", "restore", "proceed"],
      probe: ["http", "grpc", "startup"],
      policy: ["enforce", "warn"],
      exceptions: ["manifest", "base"],
      "secrets-latest": ["resolve", "keep"],
      "require-provenance": ["off", "warn", "enforce"],
      sign: ["auto", "required", "off"],
      "sign-log": ["auto", "public"],
      "out-of-order": ["warn", "refuse", "allow"],
      compress: ["off", "gzip"],
      precompressed: ["off", "gzip", "br", "zstd"],
      index: ["required", "optional"],
      "pages-without-extension": ["true", "false"]
    };
    BOOLEANS = [
      "allow-unauthenticated",
      "cache-mounts",
      "contracting",
      "cancel-execution",
      "wait-for-invalidation",
      "clean-urls",
      "source-maps",
      "atomic",
      "strict"
    ];
    NUMBERS = [
      "probe-passes",
      "port",
      "min-instances",
      "max-instances",
      "concurrency",
      "keep-releases",
      "keep-days",
      "max-delete"
    ];
    DURATIONS = ["step-interval", "overdue-after", "probe-interval", "probe-timeout", "timeout", "reuse-max-age"];
    oneOf = (choices) => (text3) => choices.includes(text3) ? void 0 : `${text3}. Give ${choices.join(" or ")}`;
    readBy = (parse3) => (text3) => {
      try {
        parse3(text3);
        return void 0;
      } catch (error) {
        return `that cannot be read: ${error.message.replace(/\.$/, "")}`;
      }
    };
    isNumber = (text3) => /^-?\d+$/.test(text3) ? void 0 : `${text3}. Give a whole number`;
    CHECKS = new Map([
      ...Object.entries(CHOICES).map(([key, choices]) => [key, oneOf(choices)]),
      ...BOOLEANS.map((key) => [key, oneOf(["true", "false"])]),
      ...NUMBERS.map((key) => [key, isNumber]),
      ...DURATIONS.map((key) => [key, readBy(parseDuration)]),
      ["steps", readBy(parseSteps)]
    ]);
    CHECKED_KEYS = [...CHECKS.keys()];
    valueProblems = (input, entries, who = "") => entries.flatMap(
      (entry) => Object.entries(entry).flatMap(([key, value]) => {
        const text3 = String(asLines(value)).trim();
        const wrong = text3 === "" ? void 0 : CHECKS.get(key)?.(text3);
        return wrong === void 0 ? [] : [{ input, message: `${entry.name ?? who} has ${key} ${wrong}.`.trimStart() }];
      })
    );
  }
});

// actions/pipeline/plan/call.ts
function readCall(texts) {
  const checks = readList("checks", texts.checks, PIPELINE_KEYS.checks);
  const services = readList("services", texts.services, PIPELINE_KEYS.services);
  const jobs = readList("jobs", texts.jobs, PIPELINE_KEYS.jobs);
  const frontends = readList("frontends", texts.frontends, PIPELINE_KEYS.frontends, ["path", "bucket"]);
  const migration = readObject("migration", texts.migration, PIPELINE_KEYS.migration, MIGRATION);
  const built = services.value.filter(isBuilt);
  const deployed = services.value.filter(isDeployed);
  const problems = [
    ...checks.problems,
    ...checkProblems(checks.value),
    ...repeatedNames("checks", { checks: checks.value }),
    ...services.problems,
    ...services.value.flatMap((entry) => serviceProblems(entry, built, services.value)),
    ...valueProblems("services", services.value),
    ...repeatedServices(deployed),
    ...circularServices(deployed),
    ...jobs.problems,
    ...jobs.value.flatMap((entry) => jobProblems(entry, built, deployed)),
    ...valueProblems("jobs", jobs.value),
    ...frontends.problems,
    ...frontends.value.flatMap(frontendProblems),
    ...valueProblems("frontends", frontends.value),
    ...repeatedNames("services, jobs or frontends", {
      services: services.value,
      jobs: jobs.value,
      frontends: frontends.value
    }),
    ...migration.problems,
    ...valueProblems("migration", migration.value ? [migration.value] : []),
    ...migrationProblems(migration.value, built, services.value),
    ...tooMany("services", "services", services.value),
    ...tooMany("frontends", "frontends", frontends.value)
  ];
  const lists = {
    checks: checks.value,
    services: services.value,
    jobs: jobs.value,
    frontends: frontends.value,
    migration: migration.value
  };
  return { lists, problems };
}
function matrixJobOf(lists, list, name) {
  const slot = lists[list].findIndex((entry) => entry.name === name);
  const found = lists[list][slot];
  if (!found || list === "services" && !isBuilt(found)) return { entry: void 0, slot };
  return { entry: { ...asInputs({ ...found, ...cacheOf(list, found) }), ...commandsOf(found) }, slot };
}
function imageJobOf(lists, name, { platform, runners, needs }) {
  const job = matrixJobOf(lists, "services", name);
  const service = job.entry && lists.services[job.slot];
  if (!job.entry || !service) return { job, merge: [], problems: [] };
  if (platform === void 0) {
    const { value, problems } = mergeLines(service, job.slot, runners, needs);
    return { job, merge: value, problems };
  }
  const entry = ownRunners(service, runners).includes(platform) ? { ...job.entry, platforms: platform } : void 0;
  return { job: { entry, slot: platformSlot(job.slot, platform, runners) }, merge: [], problems: [] };
}
function unknownImages(images, built) {
  const names = built.map((one) => one.name);
  const known = names.length > 0 ? ` Built are: ${names.join(", ")}.` : "";
  return images.filter((one) => !names.includes(one) && !isDigest(one)).map(
    (one) => `takes the image ${one}, which no service of that name builds.${known} An image that was built elsewhere is given by digest, NAME@sha256:\u2026.`
  );
}
function serviceProblems(entry, built, services) {
  const { name, image, containers = {}, after = [] } = entry;
  const taken = [...image === void 0 ? [] : [image], ...Object.values(containers)];
  const given = (keys) => Object.keys(entry).filter((key) => keys.includes(key));
  const deployed = services.filter(isDeployed).map((one) => one.name);
  const messages = [
    ...image === void 0 && isName(name) && !IMAGE.test(String(name)) ? [
      'is the name of the image that is built, which has lower-case letters and digits, with ".", "_" or "-" between them only. Rename it.'
    ] : [],
    ...["manifest", "service"].filter((key) => entry[key] !== void 0 && !hasContent(entry[key])).map((key) => `has ${key} ${JSON.stringify(entry[key])}. Give its ${key === "manifest" ? "path" : "name"}.`),
    ...entry.manifest !== void 0 && entry.service !== void 0 ? ["has manifest and service. Give one of them: a manifest names its service."] : [],
    ...image !== void 0 && !isDeployed(entry) ? ["is neither built nor deployed. Give it a manifest or service."] : [],
    ...isDeployed(entry) ? [] : given([...ROLLOUT_KEYS, "after"]).map(
      (key) => `has ${key}, but neither manifest nor service. Remove it, or add one of them.`
    ),
    ...image === void 0 ? [] : given(BUILD_KEYS).map((key) => `has ${key}, but takes the image of another service. Remove ${key} or image.`),
    ...unknownImages(taken, built),
    ...[after].flat().filter((one) => !deployed.includes(one)).map((one) => `comes after ${one}, which is no service that is deployed. Deployed are: ${deployed.join(", ")}.`)
  ];
  return messages.map((message) => problemOf("services", `${name} ${message}`));
}
function frontendProblems({ name, path, bucket, build }) {
  const messages = [
    ...Object.entries({ path, bucket }).filter(([, value]) => value !== void 0 && !hasContent(value)).map(([key, value]) => `has ${key} ${JSON.stringify(value)}. Give its name.`),
    ...build === void 0 || commandOf(build) !== void 0 ? [] : [`has a build that is no command. ${COMMAND_EXPECTED} Remove build if there is nothing to build.`]
  ];
  return messages.map((message) => problemOf("frontends", `${name} ${message}`));
}
function jobProblems(entry, built, deployed) {
  const { name, image, when = "before-traffic", "on-failure": onFailure = "fail", execute = true } = entry;
  const sources = JOB_SOURCES.filter((key) => entry[key] !== void 0);
  const choice = (key, value, allowed) => allowed.includes(value) ? [] : [`has ${key} ${String(value)}. Give ${allowed.join(" or ")}.`];
  const only2 = (source, keys) => entry[source] === void 0 ? keys.filter((key) => entry[key] !== void 0).map((key) => `has ${key}, which is only allowed with ${source}.`) : [];
  const taken = image === void 0 ? [] : [image];
  const messages = [
    ...sources.length === 1 ? [] : [`needs one of ${JOB_SOURCES.join(", ")}.`],
    ...only2("manifest", MANIFEST_ONLY),
    ...only2("command", COMMAND_ONLY),
    ...entry.command === void 0 ? [] : unknownService(entry, deployed),
    ...choice("when", when, PHASES),
    ...choice("on-failure", onFailure, ["fail", "restore"]),
    ...choice("execute", execute, [true, false]),
    ...unknownImages(taken, built)
  ];
  return messages.map((message) => problemOf("jobs", `${name} ${message}`));
}
function unknownService({ service }, deployed) {
  const known = deployed.map(({ name }) => name);
  if (service === void 0 ? known.length === 1 : deployed.some((one) => [one.name, one.service].includes(service)))
    return [];
  const given = service === void 0 ? "does not say in which service" : `runs in ${service}, which is not deployed`;
  return [`${given}. Give service, one of: ${known.join(", ") || "none is deployed"}.`];
}
function migrationProblems(migration, built, services) {
  if (!migration) return [];
  const { image, when = "before-traffic" } = migration;
  const known = isDigest(image) || built.some(({ name }) => name === image);
  const messages = [
    ...known ? [] : ["needs image, the name of a service that is built, or NAME@sha256:\u2026."],
    ...PHASES.includes(String(when)) ? [] : [`has when ${String(when)}. Give ${PHASES.join(" or ")}.`],
    ...when === "after-traffic" ? afterTrafficProblems(services) : []
  ];
  return messages.map((message) => problemOf("migration", message));
}
function afterTrafficProblems(services) {
  const long = services.filter(({ steps }) => String(asLines(steps) ?? "").includes("@")).map(({ name }) => name);
  return [
    ...services.some(isDeployed) ? [] : ["has when after-traffic, and no service of the call is deployed. Remove when, or deploy a service."],
    ...long.length > 0 ? [
      `has when after-traffic, which cannot be combined with the timed steps of ${long.join(", ")}: old revisions serve until the canary has all traffic. Put the migration into a later commit, which deploys without timed steps.`
    ] : []
  ];
}
function cacheOf(list, entry) {
  if (list === "checks")
    return { cache: entry.cache === void 0 || entry.cache === true ? cachedBy(entry) : entry.cache };
  return list === "frontends" && entry.cache === true ? { cache: CACHED.node } : {};
}
function cachedBy(entry) {
  const { rust, "working-directory": folder = "." } = entry;
  return [
    ...rust ? ["~/.cargo/registry", "~/.cargo/git", `${folder}/target`] : [],
    ...Object.entries(CACHED).flatMap(([tool, folders]) => entry[tool] ? folders : [])
  ];
}
var import_node_crypto2, MIGRATION, isBuilt, isDeployed, commandsOf, shortHash, artifactName, problemOf, isDigest, IMAGE, JOB_SOURCES, MANIFEST_ONLY, COMMAND_ONLY, PHASES, CACHED;
var init_call = __esm({
  "actions/pipeline/plan/call.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    init_keys();
    init_lists2();
    init_platforms();
    init_checks();
    init_twice();
    init_values();
    MIGRATION = '{"image": "web", "job": "migrate", "args": "migrate"}';
    isBuilt = ({ image }) => image === void 0;
    isDeployed = ({ manifest, service }) => manifest !== void 0 || service !== void 0;
    commandsOf = (entry) => Object.fromEntries(
      ["run", "build"].flatMap((key) => entry[key] === void 0 ? [] : [[key, commandOf(entry[key])]])
    );
    shortHash = (text3) => (0, import_node_crypto2.createHash)("sha256").update(text3).digest("hex").slice(0, 12);
    artifactName = (call, frontend) => `frontend-${call}-${frontend}`;
    problemOf = (input, message) => ({ input, message });
    isDigest = (image) => /^[^\s@]+@sha256:[0-9a-f]{64}$/.test(String(image));
    IMAGE = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
    JOB_SOURCES = ["manifest", "job", "command"];
    MANIFEST_ONLY = ["image", "execute"];
    COMMAND_ONLY = ["args", "service"];
    PHASES = ["before-traffic", "after-traffic"];
    CACHED = {
      node: ["~/.npm", "~/.local/share/pnpm/store", "~/.cache/yarn"],
      python: ["~/.cache/pip", "~/.cache/uv", "~/.cache/pypoetry"],
      java: ["~/.m2/repository", "~/.gradle/caches", "~/.gradle/wrapper"],
      ruby: ["~/.bundle/cache", "~/.gem"],
      dotnet: ["~/.nuget/packages"],
      php: ["~/.cache/composer"]
    };
  }
});

// src/records/preview-names.ts
function previewJob(key, image) {
  const slug2 = image.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `${previewJobPrefix(key)}${slug2}`.slice(0, 49).replace(/-+$/, "");
}
var previewTag, previewDatabase, previewJobPrefix, CLEAN_UP_VARIABLE, urlVariable, previewsFolder, previewFolder;
var init_preview_names = __esm({
  "src/records/preview-names.ts"() {
    "use strict";
    previewTag = ({ number }) => `pr-${number}`;
    previewDatabase = ({ repositoryId, number }) => `preview_${repositoryId}_${number}`;
    previewJobPrefix = ({ repositoryId, number }) => `preview-${repositoryId}-${number}-`;
    CLEAN_UP_VARIABLE = "PREVIEW_CLEAN_UP_ARGS";
    urlVariable = (name) => `URL_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
    previewsFolder = ({ repository }) => `${repository.toLowerCase()}/`;
    previewFolder = (key) => `${previewsFolder(key)}${previewTag(key)}/`;
  }
});

// actions/pipeline/plan/preview.ts
function readPreview(inputs, place) {
  const text3 = (name, none) => String(inputs[name] || none);
  const alone = entryOfOne(inputs);
  const { migration, cleanUp } = splitMigration(text3("migration", ""));
  const written = {
    services: alone ? JSON.stringify([alone]) : text3("services", "[]"),
    frontends: text3("frontends", "[]"),
    migration
  };
  const before = readCall({ checks: "[]", jobs: "[]", ...written });
  const values = valuesOf(before.lists.frontends, place);
  const later = Object.fromEntries(
    before.lists.services.filter(isDeployed).map(({ name }) => [urlVariable(String(name)), `\${${urlVariable(String(name))}}`])
  );
  const filled = (one) => Object.entries(values).reduce((all, [name, value]) => all.replaceAll(`\${${name}}`, value), one);
  const { lists } = readCall({
    checks: "[]",
    jobs: "[]",
    services: filled(written.services),
    frontends: filled(written.frontends),
    migration: filled(written.migration)
  });
  const problems = [
    // Names of version 1.0 may have folders.
    ...before.problems.filter(
      ({ input, message }) => !(alone && input === "services" && message.includes("needs a name"))
    ),
    ...togetherProblems(inputs, lists),
    ...alone && !isDeployed(alone) ? [{ input: "service", message: "is missing. Give the name of the preview service, or its manifest." }] : [],
    ...sameVariables([...lists.services, ...lists.frontends]),
    ...lists.services.flatMap(serviceProblems2),
    ...lists.frontends.flatMap(siteProblems),
    ...migrationProblems2(written.migration, lists.migration, previewDatabase(place))
  ];
  return {
    problems,
    lists: {
      ...lists,
      services: lists.services.map((entry) => withValues(entry, { ...later, ...values })),
      frontends: lists.frontends.map((entry) => ({
        ...entry,
        prefix: prefixOf(entry, place),
        url: urlOf(entry, place)
      })),
      migration: lists.migration && migrationOf(lists.migration, cleanUp, place)
    }
  };
}
function entryOfOne(inputs) {
  if (!inputs.name) return void 0;
  const given = OF_ONE_SERVICE.filter((key) => inputs[key]);
  return { name: inputs.name, ...Object.fromEntries(given.map((key) => [key, inputs[key]])) };
}
function valuesOf(frontends, place) {
  return {
    PREVIEW_NUMBER: String(place.number),
    PREVIEW_DATABASE: previewDatabase(place),
    ...Object.fromEntries(frontends.map((entry) => [urlVariable(String(entry.name)), urlOf(entry, place)]))
  };
}
function withValues(entry, values) {
  if (entry.manifest === void 0) return entry;
  const own = String(asLines(entry.substitutions) ?? "");
  const names = new Set(own.split("\n").map((line) => line.split("=")[0]?.trim()));
  const more = Object.entries(values).filter(([name]) => !names.has(name));
  return { ...entry, substitutions: [own, ...more.map(([name, value]) => `${name}=${value}`)].join("\n").trim() };
}
function urlOf(entry, place) {
  const prefix = prefixOf(entry, place);
  if (entry.url === void 0) return `${place.storage}/${entry.bucket}/${prefix}/index.html`;
  return `${String(entry.url).replace(/\/+$/, "")}/${prefix}/`;
}
function splitMigration(text3) {
  try {
    const { "clean-up-args": cleanUp = [], ...migration } = JSON.parse(text3);
    return { migration: JSON.stringify(migration), cleanUp: [cleanUp].flat().map(String) };
  } catch {
    return { migration: text3, cleanUp: [] };
  }
}
function migrationOf(migration, cleanUp, place) {
  const job = previewJob(place, String(migration.image));
  if (cleanUp.length === 0) return { ...migration, job };
  const line = `${CLEAN_UP_VARIABLE}=${JSON.stringify(cleanUp)}`;
  return { ...migration, job, env: [asLines(migration.env), line].filter(Boolean).join("\n") };
}
function togetherProblems(inputs, { services, frontends }) {
  const alone = OF_ONE_SERVICE.filter((key) => inputs[key] && !(key === "context" && inputs[key] === "."));
  const several = services.length > 0 || frontends.length > 0;
  const message = "is only allowed with name, for one service. In services, give it in the entry of its service.";
  return [
    ...inputs.name && String(inputs.services || "[]").trim() !== "[]" ? [{ input: "name", message: "is not allowed with services. Write it in an entry of services." }] : [],
    ...inputs.name ? [] : alone.map((input) => ({ input, message })),
    ...several ? [] : [{ input: "services", message: "is empty, and so is frontends. Give what the preview has." }],
    ...services.length > 0 && !inputs["image-repository"] ? [{ input: "image-repository", message: "is missing. It takes the images of services." }] : []
  ];
}
function sameVariables(entries) {
  const names = Object.groupBy([...new Set(entries.map(({ name }) => String(name)))], urlVariable);
  return Object.entries(names).flatMap(
    ([variable, same = []]) => same.length < 2 ? [] : [{ input: "services", message: `${same.join(" and ")} would both be \${${variable}}. Rename one of them.` }]
  );
}
function serviceProblems2(entry) {
  const args = String(asLines(entry["build-args"]) ?? "");
  const messages = [
    .../\$\{URL_\w+\}/.test(args) ? ["has a URL of a service in build-args, which is known only once that service is deployed. Give it in env."] : []
  ];
  return messages.map((message) => ({ input: "services", message: `${entry.name} ${message}` }));
}
function siteProblems(entry) {
  const { name, url } = entry;
  const messages = [
    ...NOT_OF_SITE.filter((key) => entry[key] !== void 0).map(
      (key) => `has ${key}, which a preview does not take: each pull request has a folder of its own in the bucket of previews, and production's load balancer stays as it is. Remove ${key}.`
    ),
    ...url === void 0 || /^https?:\/\/[^\s/]+(\/[^\s?#]*)?$/.test(String(url)) ? [] : [`has url ${String(url)}. Give where the bucket of previews is served, such as https://previews.example.com.`]
  ];
  return messages.map((message) => ({ input: "frontends", message: `${name} ${message}` }));
}
function migrationProblems2(text3, migration, database) {
  if (!migration) return [];
  const lines = String(asLines(migration.env) ?? "").split("\n");
  const messages = [
    ...NOT_OF_MIGRATION.filter((key) => migration[key] !== void 0).map(
      (key) => `has ${key}, which a preview does not take: each pull request has a job of its own. Remove ${key}.`
    ),
    ...text3.includes(DATABASE) ? [] : [
      `does not name a database of the pull request, so it could change one that others use. Give ${DATABASE} (here ${database}) as name of the database or schema, in env, args, command or secrets.`
    ],
    ...lines.flatMap((line) => {
      const [, name, rest] = DATABASE_URL.exec(line) ?? [];
      return rest === void 0 || rest.includes(database) ? [] : [`has a database in ${name} that is not the pull request's own. Write ${DATABASE} as its name or schema.`];
    })
  ];
  return messages.map((message) => ({ input: "migration", message }));
}
function buildVariables(entry, place, urls) {
  const url = String(entry.url);
  const named = Object.entries(urls).map(([name, one]) => [urlVariable(name), one]);
  return {
    PREVIEW_NUMBER: String(place.number),
    PREVIEW_URL: url,
    PREVIEW_PATH: new URL(".", url).pathname,
    ...Object.fromEntries(named)
  };
}
var OF_ONE_SERVICE, NOT_OF_SITE, NOT_OF_MIGRATION, DATABASE, prefixOf, slug, DATABASE_URL;
var init_preview = __esm({
  "actions/pipeline/plan/preview.ts"() {
    "use strict";
    init_preview_names();
    init_call();
    init_lists2();
    OF_ONE_SERVICE = [
      "service",
      "manifest",
      "context",
      "dockerfile",
      "build-args",
      "probe-path",
      "env",
      "secrets",
      "substitutions"
    ];
    NOT_OF_SITE = ["prefix", "url-map", "host", "atomic", "invalidate", "wait-for-invalidation"];
    NOT_OF_MIGRATION = ["manifest", "job", "when", "contracting"];
    DATABASE = "${PREVIEW_DATABASE}";
    prefixOf = ({ name }, place) => `${previewFolder(place)}${slug(name)}`;
    slug = (name) => String(name).toLowerCase().replaceAll(/[^a-z0-9._-]+/g, "-");
    DATABASE_URL = /^\s*(\w+)=["']?(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|mongodb|sqlserver)[\w+]*:\/\/(.*)$/;
  }
});

// actions/pipeline/plan/rollback.ts
function chooseRollback(texts) {
  const { what, to, region, releaseHold } = texts;
  const services = readList("services", texts.services, ROLLBACK_KEYS.services, ["service"]);
  const frontends = readList("frontends", texts.frontends, ROLLBACK_KEYS.frontends, ["bucket"]);
  const all = [...services.value, ...frontends.value];
  const named = all.some(({ name }) => name === what);
  const choose = (entries, list) => named ? entries.filter(({ name }) => name === what) : what === "all" || what === list ? entries : [];
  const chosen = { services: choose(services.value, "services"), frontends: choose(frontends.value, "frontends") };
  const problems = [
    ...services.problems,
    ...frontends.problems,
    ...tooMany("services", "services", chosen.services),
    ...tooMany("frontends", "frontends", chosen.frontends)
  ];
  const known = [
    "all",
    ...services.value.length > 0 ? ["services"] : [],
    ...frontends.value.length > 0 ? ["frontends"] : []
  ];
  const nothing = chosen.services.length + chosen.frontends.length === 0;
  return {
    plan: {
      chosen,
      services: chosen.services.map((entry) => serviceEntry(entry, region, releaseHold)),
      sites: chosen.frontends,
      byRelease: chosen.services.length > 0 && to !== "previous" && !/^[0-9a-f]{7,40}$/.test(to)
    },
    problems: problems.length > 0 || !nothing ? problems : [
      {
        input: "what",
        message: `there is no service or frontend "${what}". Choose ${[...known, ...all.map(({ name }) => name)].join(", ")}.`
      }
    ]
  };
}
function serviceEntry({ name: _, ...entry }, region, releaseHold) {
  const { service } = entry;
  const regions = regionsOf(entry, region);
  return releaseHold ? { service, region: regions } : { ...entry, region: regions };
}
function movesOf({ chosen }, region, planned, sites) {
  const services = chosen.services.flatMap((entry) => {
    const regions = regionsOf(entry, region);
    return regions.map((one) => {
      const row = rowOf(planned, entry, one) ?? {};
      const name = regions.length > 1 ? `${entry.name} in ${one}` : String(entry.name);
      return {
        name,
        from: text(row["previous-commit"]) || text(row["previous-revision"]) || "-",
        to: text(row.commit) || text(row.revision) || "-",
        commit: isCommit(text(row.commit))
      };
    });
  });
  const frontends = chosen.frontends.map(({ name }, i) => {
    const to = text(sites[i]?.release);
    return {
      name: String(name),
      from: text(sites[i]?.["previous-release"]) || "-",
      to: to || "-",
      commit: isCommit(to)
    };
  });
  return [...services, ...frontends];
}
function apartWarnings(moves) {
  const targets = new Set(moves.filter(({ commit }) => commit).map(({ to }) => to));
  if (targets.size < 2) return [];
  const list = moves.map(({ name, from, to }) => `${name} from ${short(from)} to ${short(to)}`).join(", ");
  return [
    `Services and frontends go back to different commits: ${list}. To bring all of them back to one commit, cancel this run and start it with to: COMMIT.`
  ];
}
function servingAfter({ chosen }, region, deployed, sites) {
  const services = chosen.services.map((entry) => {
    const [first2 = ""] = regionsOf(entry, region);
    return [String(entry.name), text(rowOf(deployed, entry, first2)?.revision)];
  });
  const frontends = chosen.frontends.map(({ name }, i) => [String(name), text(sites[i]?.release)]);
  return Object.fromEntries([...frontends, ...services].filter(([, version]) => version !== ""));
}
var short, rowOf, isCommit, text;
var init_rollback = __esm({
  "actions/pipeline/plan/rollback.ts"() {
    "use strict";
    init_keys();
    init_lists2();
    short = (one) => isCommit(one) ? one.slice(0, 12) : one;
    rowOf = (rows2, { service }, region) => rows2.find((row) => row.region === region && row.service === String(service).trim());
    isCommit = (one) => /^[0-9a-f]{40}$/.test(one);
    text = (value) => value === void 0 || value === null ? "" : String(value);
  }
});

// actions/pipeline/inputs.ts
function readInputs(reader, context) {
  const task = reader.oneOf(
    "task",
    ["plan", "select", "entry", "unchanged", "release", "result", "rollback", "rollback-plan", "rollback-result"],
    "plan"
  );
  const texts = {
    checks: reader.text("checks", "[]"),
    services: reader.text("services", "[]"),
    jobs: reader.text("jobs", "[]"),
    frontends: reader.text("frontends", "[]"),
    migration: reader.text("migration") ?? ""
  };
  const platforms = reader.text("platforms", "[]");
  const platform = reader.parse("matrix", parsePlatform, "{}");
  const needs = reader.parse("needs", (text3) => parseObject(text3), "{}");
  const region = reader.text("region") ?? "";
  const list = reader.oneOf("list", ["checks", "services", "frontends"], "services");
  const entry = reader.text("entry") ?? "";
  const target = shortHash(reader.text("target") ?? "");
  const callInputs = reader.text("call") ?? "";
  const call = shortHash(callInputs);
  const preview = reader.boolean("preview", "false") ? placeOf(context) : void 0;
  const urls = reader.parse("urls", parseTexts, "{}");
  const imageRepository = reader.text("image-repository") ?? "";
  const digests = reader.parse("digests", parseTexts, "{}");
  const builds = reader.parse("builds", parseTexts, "{}");
  const folder = reader.text("folder") ?? "";
  const promotion = reader.boolean("promotion", "false");
  const promotionFolder = reader.text("promotion-folder") ?? "";
  const fromSites = reader.parse("from-sites", parseMap, "");
  const deployed = reader.text("deployed", "[]");
  const published = reader.text("published", "[]");
  const outcomes = reader.parse("outcomes", parseTexts, "{}");
  const rollback = {
    what: reader.text("what", "all"),
    to: reader.text("to", "previous"),
    releaseHold: reader.boolean("release-hold", "false")
  };
  const auth = readAuthInputs(reader);
  const project = reader.parse("project", parseProject);
  const freeze = readFreeze(reader);
  const reason = reader.text("reason") ?? "";
  const runner = reader.text("runner") ?? "";
  const githubToken = readGitHubToken(reader) ?? "";
  const buildEnv = reader.parse("build-env", parseBuildEnv) ?? /* @__PURE__ */ new Map();
  if (task === "rollback" || task === "rollback-plan" || task === "rollback-result") {
    const { plan, problems: problems2 } = chooseRollback({ ...texts, ...rollback, region });
    report(reader, problems2);
    return task === "rollback" ? { task, plan } : { task, plan, region, deployed, published, outcomes, reason };
  }
  const { lists, problems } = preview ? readPreview(
    reader.parse("call", (text3) => parseObject(text3), "{}"),
    preview
  ) : readCall(texts);
  const { value: runners, problems: others } = readRunners(platforms, lists.services);
  report(reader, [...problems, ...others, ...preview ? [] : repeatedSites(lists.frontends)]);
  const promoted = promotion ? { folder: promotionFolder, sites: new Set(fromSites.keys()) } : void 0;
  if (task === "plan")
    return {
      task,
      lists,
      region,
      promotion: promoted,
      runners,
      preview,
      target: auth.serviceAccount && project ? { auth, project, freeze } : void 0
    };
  if (task === "select") return { task, lists };
  if (task === "entry")
    return { task, lists, list, entry, target, call, buildEnv, image: { platform, runners, needs }, preview, urls };
  if (task === "unchanged")
    return { task, entry: lists.checks.find(({ name }) => name === entry) ?? {}, buildEnv, runner, githubToken };
  if (task === "result") return { task, lists, region, deployed, published, outcomes };
  return {
    task,
    lists,
    region,
    imageRepository,
    digests,
    builds,
    folder,
    promotion: promoted,
    call,
    preview
  };
}
function placeOf({ github, endpoints }) {
  const { repository, repositoryId, payload } = github;
  return { repository, repositoryId, number: payload.pull_request?.number ?? 0, storage: endpoints.storage };
}
function report(reader, problems) {
  for (const { input, message } of problems) reader.problem(input, message);
  reader.done();
}
function parsePlatform(text3) {
  const { build } = parseObject(text3);
  return build?.platform === void 0 ? void 0 : String(build.platform);
}
function parseObject(text3) {
  const value = JSON.parse(text3);
  if (typeof value !== "object" || Array.isArray(value)) throw new Error("is not a JSON object.");
  return value ?? {};
}
function parseTexts(text3) {
  const value = JSON.parse(text3);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("is not a JSON object.");
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, String(one ?? "")]));
}
var init_inputs = __esm({
  "actions/pipeline/inputs.ts"() {
    "use strict";
    init_freeze();
    init_lists();
    init_shared();
    init_build_env();
    init_call();
    init_platforms();
    init_preview();
    init_twice();
    init_rollback();
  }
});

// shared:src/runtime/summary.ts
var code, createSummary, link, listed, md, mermaidLabel, plain, writeSummary;
var init_summary = __esm({
  "shared:src/runtime/summary.ts"() {
    ({ code, createSummary, link, listed, md, mermaidLabel, plain, writeSummary } = require("../shared/runtime.cjs")["src/runtime/summary.ts"]);
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

// src/records/sites.ts
function parseSitePlace(text3) {
  const [bucket = "", ...folders] = text3.replace(/^gs:\/\//, "").split("/").filter((part) => part !== "");
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
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}.releases/state.json`);
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
var READER, siteLabel, describeSiteHold;
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    init_not_found();
    init_errors();
    READER = { permission: "storage.objects.get", role: "roles/storage.objectViewer" };
    siteLabel = ({ name, bucket, prefix }) => `site ${name} in gs://${bucket}/${prefix}`;
    describeSiteHold = ({ release, at, by, reason }) => `${release} since ${at}, by ${by}${reason === "" ? "" : `. Reason: ${reason}`}`;
  }
});

// shared:src/google/http/client.ts
var createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups;
var init_client = __esm({
  "shared:src/google/http/client.ts"() {
    ({ createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups } = require("../shared/runtime.cjs")["src/google/http/client.ts"]);
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
    ...own,
    signal: own.signal ?? context.signal
  });
  return { auth, http: client(options), client, endpoints: context.endpoints };
}
var warned;
var init_context = __esm({
  "src/runtime/context.ts"() {
    "use strict";
    init_auth();
    init_client();
    warned = /* @__PURE__ */ new WeakSet();
  }
});

// shared:yaml
var require_yaml = __commonJS({
  "shared:yaml"(exports2, module2) {
    module2.exports = require("../shared/yaml.cjs")["yaml"];
  }
});

// actions/pipeline/plan/shared-options.ts
function sharedOptions(services) {
  const options = {};
  const notices = [];
  for (const key of SHARED_OPTIONS) {
    const asking = services.filter((entry) => entry[key] !== void 0);
    if (asking.length === 0) continue;
    const usual = USUAL[key];
    const given = asking.map((entry) => textOf(key, entry[key]));
    const all = usual !== void 0 && asking.length < services.length ? [...given, usual] : given;
    const values = [...new Set(all)];
    const chosen = values.length === 1 ? values[0] : MOST_CAREFUL[key](values);
    if (key === "step-interval" && String(options.steps ?? "").includes("@")) {
      notices.push(`${key} of ${namesOf(asking)} is not used, because the steps have times of their own.`);
      continue;
    }
    if (chosen !== usual || given.includes(chosen)) options[key] = chosen;
    if (services.length > asking.length || values.length > 1)
      notices.push(
        chosen === usual && !given.includes(chosen) ? `Services of a release move together: ${key} of ${namesOf(asking)} is not used, because other services do not set it.` : `Services of a release move together: ${key} of ${namesOf(asking)} (${chosen.replaceAll("\n", ", ")}) applies to all.`
      );
  }
  return { options, notices };
}
function weightOfSteps(text3) {
  const steps = text3.split(/[\s,]+/).filter((one) => one !== "");
  const times = steps.flatMap((step) => step.split("@").slice(1)).map((time) => duration(time.replace(/\+.*/, "")));
  return [times.reduce((sum, ms) => sum + ms, 0), steps.length, -Number.parseFloat(steps[0] ?? "")];
}
function allConditions(values) {
  const asking = values.filter((text3) => text3.trim() !== "off");
  const lists = asking.map((text3) => conditionsOf(text3));
  const unreadable = asking[lists.indexOf(void 0)];
  if (unreadable !== void 0) return unreadable;
  const conditions = new Map(lists.flatMap((list = []) => list.map((one) => [JSON.stringify(one), one])));
  const all = [...conditions.values()];
  return all.length === 1 && all[0] === "errors" ? "errors" : JSON.stringify(all);
}
function conditionsOf(text3) {
  if (text3.trim() === "errors") return ["errors"];
  try {
    const list = (0, import_yaml.parse)(text3);
    return Array.isArray(list) ? list : void 0;
  } catch {
    return void 0;
  }
}
function pick(values, weight) {
  return values.reduce((best, one) => isMore(weight(one), weight(best)) ? one : best);
}
function isMore(one, other) {
  const i = one.findIndex((value, at) => value !== other[at]);
  return i >= 0 && one[i] > other[i];
}
function duration(text3) {
  try {
    return parseDuration(text3);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
var import_yaml, SHARED_OPTIONS, namesOf, textOf, USUAL, longest, MOST_CAREFUL, first;
var init_shared_options = __esm({
  "actions/pipeline/plan/shared-options.ts"() {
    "use strict";
    import_yaml = __toESM(require_yaml(), 1);
    init_duration();
    init_lists2();
    SHARED_OPTIONS = [
      "strategy",
      "steps",
      "step-interval",
      "on-canary",
      "overdue-after",
      "analysis",
      "on-inconclusive",
      "false-alarm-rate",
      "timeout",
      "required-checks"
    ];
    namesOf = (entries) => entries.map(({ name }) => name).join(", ");
    textOf = (key, value) => key === "analysis" && typeof value === "object" ? JSON.stringify(value) : String(asLines(value));
    USUAL = {
      "on-canary": "wait",
      analysis: "errors",
      "on-inconclusive": "extend"
    };
    longest = (values) => pick(values, (text3) => [duration(text3)]);
    MOST_CAREFUL = {
      strategy: (values) => first(["canary", "direct"], values),
      steps: (values) => pick(values, weightOfSteps),
      "step-interval": longest,
      "on-canary": (values) => first(["wait", "supersede"], values),
      "overdue-after": (values) => pick(values, (text3) => [-duration(text3)]),
      analysis: allConditions,
      "on-inconclusive": (values) => first(["restore", "extend", "proceed"], values),
      // The higher rate stops a canary sooner.
      "false-alarm-rate": (values) => pick(values, (text3) => [Number.parseFloat(text3)]),
      timeout: longest,
      "required-checks": (values) => [...new Set(values.flatMap((text3) => text3.split("\n")))].join("\n")
    };
    first = (order, values) => order.find((one) => values.includes(one)) ?? values[0];
  }
});

// actions/pipeline/plan/release.ts
function planReleaseInputs(sources) {
  const { lists, region } = sources;
  const deployed = lists.services.filter(isDeployed);
  const isJob = ({ manifest }) => sources.jobManifests.has(String(manifest));
  const images = imagesOf(sources);
  const builds = lists.frontends.map(
    (frontend, slot) => isFetched(frontend, sources) ? FETCHED : buildOf(frontend, sources.builds[`s${slot}`])
  );
  const artifacts = builds.map(({ id }) => id).filter((id) => id !== "");
  const { options, notices } = sharedOptions(deployed);
  const { migration } = lists;
  const timed = String(options.steps ?? "").includes("@");
  const services = deployed.filter((entry) => !isJob(entry)).map((entry) => deployEntry(entry, images.named));
  const jobs = [
    // Version 1.0 took a job among the services, and ran it only if asked to.
    ...deployed.filter(isJob).map((entry) => jobEntry({ ...entry, execute: entry.execute === true }, images.named)),
    ...lists.jobs.map((entry) => jobEntry(entry, images.named))
  ];
  const inputs = {
    images: images.named,
    migration: migration && asInputs({ ...migration, image: imageOf(migration.image, images.named) }),
    services,
    jobs,
    options,
    // The canary of an earlier commit is undecided for this one, too, whatever its own steps are.
    canaries: timed || migration !== void 0 ? services.map((entry) => only(entry, NAMING)) : [],
    timed,
    sites: lists.frontends.map((frontend, i) => siteEntry(frontend, builds[i], artifacts.length, sources)),
    artifacts,
    holders: deployed.filter((entry) => !isJob(entry)).flatMap((entry) => holdersOf(entry, region)),
    notices
  };
  return { inputs, problems: [...images.problems, ...builds.flatMap(({ problems }) => problems)] };
}
function imagesOf({ lists, imageRepository, digests }) {
  const named = {};
  const problems = [];
  for (const [slot, service] of lists.services.entries()) {
    if (!isBuilt(service)) continue;
    const digest = digests[`s${slot}`] ?? "";
    if (/^sha256:[0-9a-f]{64}$/.test(digest))
      named[String(service.name)] = `${imageRepository.replace(/\/+$/, "")}/${service.name}@${digest}`;
    else
      problems.push({
        input: "digests",
        message: `the job "Image ${service.name}" returned no digest. Re-run all jobs.`
      });
  }
  return { named, problems };
}
function buildOf({ name }, text3 = "") {
  const [, id, digest] = /^(\d+) (sha256:[0-9a-f]{64})$/.exec(text3) ?? [];
  if (id && digest) return { id, digest, problems: [] };
  const message = `the job "Build ${name}" returned no artifact. Re-run all jobs.`;
  return { id: "", digest: "", problems: [{ input: "builds", message }] };
}
function deployEntry(entry, images) {
  return { ...without(entry, NOT_OF_DEPLOY), image: imageLines(entry, images) };
}
function jobEntry(entry, images) {
  const {
    name: _,
    image,
    when = "before-traffic",
    execute = true,
    "on-failure": onFailure,
    ...rest
  } = without(entry, NOT_OF_JOB);
  const built = image !== void 0 || String(entry.name) in images;
  return {
    ...rest,
    ...built && { image: imageLines(entry, images) },
    ...when === "after-traffic" && onFailure !== void 0 && { "on-failure": onFailure },
    when,
    ...rest.manifest !== void 0 && { execute }
  };
}
function imageLines({ name, image = name, containers = {} }, images) {
  const others = Object.entries(containers);
  return [imageOf(image, images), ...others.map(([container, one]) => `${container}=${imageOf(one, images)}`)];
}
function siteEntry(frontend, { digest }, artifacts, sources) {
  const { folder, artifactName: artifactName2, promotion } = sources;
  const entry = without(frontend, NOT_OF_PUBLISH);
  if (promotion && isFetched(frontend, sources)) return { ...entry, path: `${promotion.folder}/${frontend.name}` };
  const path = artifacts === 1 ? folder : `${folder}/${artifactName2(String(frontend.name))}`;
  return { ...entry, path, "artifact-digest": digest };
}
function holdersOf(entry, region) {
  const { manifest, service, substitutions } = asInputs(entry);
  return regionsOf(entry, region).map(
    (one) => manifest === void 0 ? `${one}/${service}` : JSON.stringify({ manifest, region: one, ...substitutions !== void 0 && { substitutions } })
  );
}
var NOT_OF_DEPLOY, NOT_OF_JOB, NAMING, NOT_OF_PUBLISH, FETCHED, isFetched, imageOf, namedServices, only, without;
var init_release = __esm({
  "actions/pipeline/plan/release.ts"() {
    "use strict";
    init_call();
    init_keys();
    init_lists2();
    init_shared_options();
    NOT_OF_DEPLOY = ["image", "containers", "execute", ...BUILD_KEYS, ...SHARED_OPTIONS];
    NOT_OF_JOB = ["containers", "after", ...BUILD_KEYS, ...SHARED_OPTIONS];
    NAMING = ["manifest", "service", "region", "substitutions"];
    NOT_OF_PUBLISH = ["build", "working-directory", "node", "cache", "url"];
    FETCHED = { id: "", digest: "", problems: [] };
    isFetched = ({ name }, { promotion }) => promotion?.sites.has(String(name)) ?? false;
    imageOf = (image, images) => isDigest(image) ? String(image) : images[String(image)] ?? "";
    namedServices = (services) => services.filter(isDeployed).map((entry) => only(entry, NAMING));
    only = (entry, keys) => Object.fromEntries(Object.entries(entry).filter(([key]) => keys.includes(key)));
    without = (entry, keys) => Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));
  }
});

// actions/pipeline/plan/describe.ts
function describeCall({ checks, services, jobs, frontends, migration }, region, promotion, runners = []) {
  const fetched = (frontend) => isFetched(frontend, { promotion });
  const images = promotion ? "Take images from the source" : "Build images, unless their inputs are unchanged";
  const rows2 = [
    { step: "Check", what: checks.map(({ name }) => String(name)) },
    { step: images, what: services.filter(isBuilt).map((entry) => imageText(entry, runners)) },
    { step: "Take sites from the source", what: frontends.filter(fetched).map(nameOf) },
    { step: "Build frontends", what: frontends.filter((one) => !fetched(one)).map(nameOf) },
    { step: "Migrate", what: migration && isBefore(migration) ? [migrationText(migration)] : [] },
    { step: "Run jobs before traffic", what: jobs.filter(isBefore).map(jobText) },
    { step: "Deploy together", what: services.filter(isDeployed).map((entry) => serviceText(entry, region)) },
    { step: "Run jobs after traffic", what: jobs.filter((job) => !isBefore(job)).map(jobText) },
    { step: "Publish", what: frontends.map(({ name, bucket, prefix = "" }) => `${name} to gs://${bucket}/${prefix}`) },
    {
      step: "Migrate after traffic; from then on the release only rolls forward",
      what: migration && !isBefore(migration) ? [migrationText(migration)] : []
    }
  ];
  return rows2.filter(({ what }) => what.length > 0);
}
function imageText(service, runners) {
  const own = ownRunners(service, runners);
  return own.length > 0 ? `${service.name} for ${own.join(" and ")}, each on its own runner` : nameOf(service);
}
function migrationText({ image, job, manifest }) {
  return `${job ?? manifest ?? "the job of the service"} with the image of ${image}`;
}
function serviceText(entry, region) {
  const steps = entry.steps === void 0 ? entry.strategy : `steps ${asLines(entry.steps)}`;
  const how = steps === void 0 ? "" : `, ${String(steps).replaceAll("\n", ", ")}`;
  return `${entry.name} in ${regionsOf(entry, region).join(" and ")}${how}`;
}
var isBefore, jobText, nameOf;
var init_describe = __esm({
  "actions/pipeline/plan/describe.ts"() {
    "use strict";
    init_call();
    init_lists2();
    init_platforms();
    init_release();
    isBefore = ({ when = "before-traffic" }) => when === "before-traffic";
    jobText = ({ name, execute = true }) => execute === true ? String(name) : `${name}, not executed`;
    nameOf = ({ name }) => String(name);
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
  const { manifest, region = place.region, substitutions } = parseEntry(line);
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
function parseEntry(line) {
  const refusal = new Error(`${line} is not a service by its manifest. Write ${EXPECTED2}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal;
  }
  const { manifest, region, substitutions = {}, ...others } = value;
  const known = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known || region !== void 0 && typeof region !== "string") throw refusal;
  const map = typeof substitutions === "string" ? parseMap(substitutions) : new Map(Object.entries(substitutions).map(([name, text3]) => [name, String(text3)]));
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

// src/inputs/services.ts
function readServiceName(line, place) {
  const { project } = place;
  if (!line.startsWith("{")) return parseServiceName(line, place);
  if (!project) throw new Error(`${line} needs the input project.`);
  return readManifestName(line, { ...place, project });
}
function parseServiceName(line, place) {
  const text3 = line.trim();
  const full = /^projects\/([^/]+)\/locations\/([^/]+)\/(services|workerPools)\/([^/]+)$/.exec(text3);
  const [, project, location, collection, fullName] = full ?? [];
  if (project && location && collection && fullName)
    return `projects/${parseProject(project)}/locations/${parseLocation(location)}/${collection}/${parseName(fullName, text3)}`;
  const parts = text3.split("/");
  if (parts.length > 2)
    throw new Error(
      `"${text3}" is not a service. Write NAME, REGION/NAME, or projects/PROJECT/locations/REGION/services/NAME.`
    );
  const name = parseName(parts.at(-1) ?? "", text3);
  if (!place.project)
    throw new Error(
      `"${text3}" does not say its project. Set the input project, or write projects/PROJECT/locations/REGION/services/${name}.`
    );
  const region = parts.length === 2 ? parseRegion(parts[0] ?? "") : place.region;
  if (!region)
    throw new Error(`"${text3}" does not say its region. Write REGION/${name}, for instance us-central1/${name}.`);
  return `projects/${place.project}/locations/${region}/services/${name}`;
}
function parseLocation(text3) {
  if (/^[a-z][a-z0-9-]*$/.test(text3)) return text3;
  throw new Error(`"${text3}" is not a region. Write for instance us-central1 or europe-west1.`);
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

// src/google/run/revisions.ts
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
function undecidedCanary(name, resource) {
  const { id = "", commit, release } = rolloutOn(resource) ?? {};
  if (commit === void 0 || (release?.format ?? 0) < 3 || release?.aborted) return void 0;
  const [lead] = release?.members ?? [];
  const place = name.split("/").slice(0, 3).join("/");
  return { commit, release: id, lead: lead === void 0 ? name : `${place}/${lead}` };
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
var HOLD_ANNOTATION, holdOf, describeServiceHold, readNamedServices;
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
  }
});

// shared:src/runtime/report.ts
var describeCloudError, reportError;
var init_report = __esm({
  "shared:src/runtime/report.ts"() {
    ({ describeCloudError, reportError } = require("../shared/runtime.cjs")["src/runtime/report.ts"]);
  }
});

// actions/pipeline/plan/live.ts
function describeLiveService({ name: full, resource }, now) {
  const [, , , region, , service] = full.split("/");
  const name = `${service} in ${region}`;
  if (!resource) return { name, serves: "nothing", commit: void 0, stops: [] };
  const hold = holdOf(resource);
  const canary = undecidedCanary(full, resource);
  const frozen = freezeOn(resource, [], now);
  return {
    name,
    serves: servingRevisions(resource).join(", ") || "nothing",
    commit: liveRelease(resource)?.commit || void 0,
    stops: [
      ...hold ? [`${name} is on hold. ${describeServiceHold(hold)}`] : [],
      ...canary === void 0 ? [] : [`The canary of ${canary.commit.slice(0, 12)} on ${name} is undecided.`],
      ...frozen === void 0 ? [] : [`${name}: ${frozen}`]
    ]
  };
}
function describeLiveSite(site, state, commit) {
  const name = siteLabel(site);
  return {
    name,
    serves: state?.current ?? "nothing",
    commit,
    stops: state?.hold ? [`The ${name} is on hold: ${describeSiteHold(state.hold)}.`] : []
  };
}
var init_live = __esm({
  "actions/pipeline/plan/live.ts"() {
    "use strict";
    init_freeze();
    init_canaries();
    init_holds();
    init_live_release();
    init_sites();
  }
});

// actions/pipeline/live/read-target.ts
var read_target_exports = {};
__export(read_target_exports, {
  readLiveTarget: () => readLiveTarget
});
async function readLiveTarget({ services, sites, freeze, project, commit }, { http, endpoints }, { clock, signal, github }) {
  const place = { project, region: void 0, commit, workspace: github.workspace || "." };
  const bucket = { http, endpoint: endpoints.storage };
  const reads = [
    ...services.map(async (line) => {
      const name = readServiceName(line, place);
      const found = name === void 0 ? [] : await readNamedServices(http, endpoints.run, [name]);
      return found.map((service) => describeLiveService(service, clock.now()));
    }),
    ...sites.map(async (site) => {
      const state = await readSiteState(bucket, site);
      const manifest = state?.current === void 0 ? void 0 : await readSiteManifest(bucket, site, state.current);
      return [describeLiveSite(site, state, manifest?.commit)];
    })
  ];
  const results = await Promise.allSettled(reads);
  signal.throwIfAborted();
  const rows2 = results.flatMap((result) => result.status === "fulfilled" ? result.value : []);
  const frozen = freezeOn(void 0, freeze, clock.now());
  return {
    rows: rows2,
    stops: [...frozen === void 0 ? [] : [frozen], ...rows2.flatMap((row) => row.stops)],
    unread: [
      ...new Set(
        results.flatMap((result) => {
          if (result.status === "fulfilled") return [];
          if (isAbort(result.reason)) throw result.reason;
          return [
            result.reason instanceof CloudError ? describeCloudError(result.reason) : result.reason.message
          ];
        })
      )
    ]
  };
}
var init_read_target = __esm({
  "actions/pipeline/live/read-target.ts"() {
    "use strict";
    init_freeze();
    init_services();
    init_holds();
    init_sites();
    init_errors();
    init_report();
    init_live();
  }
});

// actions/pipeline/describe-plan.ts
async function describeCallPlan(task, context) {
  const { lists, region, promotion, runners } = task;
  const { summary, log } = context;
  const rows2 = describeCall(lists, region, promotion, runners);
  for (const { step, what } of rows2) log.info(`${step}: ${what.join(", ")}`);
  summary.heading(md`Plan`);
  summary.table(
    ["Step", "What"],
    rows2.map(({ step, what }) => [plain(step), listed(what.map(plain), ", ")])
  );
  await describeTarget(task, context);
}
async function describeTarget({ lists, region, target }, context) {
  if (!target) return;
  const { summary, log, github } = context;
  const { project, freeze } = target;
  const { readLiveTarget: readLiveTarget2 } = await Promise.resolve().then(() => (init_read_target(), read_target_exports));
  const commit = resolveCommit(void 0, github);
  const { rows: rows2, stops, unread } = await readLiveTarget2(
    {
      services: lists.services.filter(isDeployed).flatMap((entry) => holdersOf(entry, region)),
      sites: lists.frontends.map(({ name, bucket, prefix = "" }) => ({
        name: String(name),
        ...parseSitePlace(`${bucket}/${prefix}`)
      })),
      project,
      commit,
      freeze
    },
    connect(context, target.auth),
    context
  );
  for (const { name, serves, commit: live } of rows2)
    log.info(`${name}: live ${serves}${live ? `, commit ${short(live)}` : ""}`);
  for (const message of unread) log.warning(`The plan does not show all of the live state: ${message}`);
  summary.heading(md`Before the release`);
  for (const stop of stops) summary.paragraph(md`\u26a0\ufe0f ${plain(stop)}`);
  summary.table(
    ["What", "Live", "Commit", "What changes"],
    rows2.map(({ name, serves, commit: live }) => [
      plain(name),
      code(serves),
      live === void 0 ? plain("not recorded") : code(short(live)),
      changesSince(live, commit, github)
    ])
  );
  for (const message of unread) summary.paragraph(md`Not read: ${plain(message)}`);
}
function changesSince(live, commit, { serverUrl, repository }) {
  if (live === void 0) return plain("not known");
  if (live === commit) return plain("nothing: this commit is live");
  return link(`${short(live)} to ${short(commit)}`, `${serverUrl}/${repository}/compare/${live}...${commit}`);
}
var init_describe_plan = __esm({
  "actions/pipeline/describe-plan.ts"() {
    "use strict";
    init_run();
    init_sites();
    init_context();
    init_summary();
    init_call();
    init_describe();
    init_release();
    init_rollback();
  }
});

// actions/pipeline/earlier-pass.ts
async function findEarlierPass(subject, run2, github) {
  const { entry } = subject;
  if (run2.runAttempt > 1) return { because: "this is a re-run" };
  const from = startOf(run2);
  if (!from) return { because: "this run has no branch" };
  const { branch, commit } = from;
  if (!await github.isProtected(branch))
    return { because: `branch ${branch} is not protected, so its history can be rewritten` };
  const [files, line] = await Promise.all([github.files(run2.sha), github.line(commit)]);
  if (!files) return { because: "the repository has more files than GitHub lists at once" };
  const digest = filesDigest(entry, files);
  if (digest === void 0) return { because: `no file of the repository matches paths of ${entry.name}` };
  for (const earlier of line.slice(0, MOST_COMMITS)) {
    const found = await passAt(earlier, branch, { ...subject, digest }, github);
    if (found) return found;
  }
  return { because: `it has not passed on branch ${branch} lately` };
}
function startOf({ eventName, ref, sha, payload }) {
  const base = eventName === "merge_group" ? { ref: payload.merge_group?.base_ref, sha: payload.merge_group?.base_sha } : payload.pull_request?.base ?? { ref, sha };
  const branch = base.ref?.replace(/^refs\/heads\//, "");
  if (!branch || !base.sha || branch.startsWith("refs/")) return void 0;
  return { branch, commit: base.sha };
}
async function passAt(commit, branch, { entry, configuration, now, digest }, github) {
  const where = `at ${short(commit)}`;
  let because;
  for (const check of newestOfEach(await github.endedChecks(commit), String(entry.name))) {
    if (check.conclusion !== "success") {
      because ??= `it ended with ${check.conclusion} ${where}`;
      continue;
    }
    const recorded = readPassedRecord(await github.annotations(check.id));
    if (recorded === void 0 || await github.branchOf(check.suite) !== branch) continue;
    if (recorded !== configuration) because ??= `its configuration has changed since it passed ${where}`;
    else if (now - check.endedAt > parseDuration(passedWithin(entry)))
      because ??= `it passed ${where} more than ${passedWithin(entry)} ago`;
    else {
      const files = await github.files(commit);
      if (files && filesDigest(entry, files) === digest) return { passed: { commit, check } };
      because ??= `files that it depends on have changed since it passed ${where}`;
    }
  }
  return because === void 0 ? void 0 : { because };
}
function newestOfEach(checks, name) {
  const newest = /* @__PURE__ */ new Map();
  for (const check of checks) {
    if (check.app !== "github-actions" || check.name !== name && !check.name.endsWith(` / ${name}`)) continue;
    const known = newest.get(check.name);
    if (!known || known.endedAt < check.endedAt) newest.set(check.name, check);
  }
  return [...newest.values()];
}
var MOST_COMMITS;
var init_earlier_pass = __esm({
  "actions/pipeline/earlier-pass.ts"() {
    "use strict";
    init_duration();
    init_rollback();
    init_unchanged();
    MOST_COMMITS = 20;
  }
});

// actions/pipeline/job-manifests.ts
function findJobManifests(paths, absolute) {
  return new Set(paths.filter((path) => kindOf(absolute(path)) === "Job"));
}
function kindOf(file) {
  try {
    return (0, import_yaml2.parseAllDocuments)(readTextFile(file))[0]?.get("kind");
  } catch {
    return void 0;
  }
}
var import_yaml2;
var init_job_manifests = __esm({
  "actions/pipeline/job-manifests.ts"() {
    "use strict";
    import_yaml2 = __toESM(require_yaml(), 1);
    init_read_file();
  }
});

// actions/pipeline/plan/result.ts
function servedNow(lists, jobManifests2, region, deployed, published) {
  let row = 0;
  const services = lists.services.filter((entry) => isDeployed(entry) && !jobManifests2.has(String(entry.manifest))).flatMap((entry) => {
    const found = deployed[row];
    row += regionsOf(entry, region).length;
    return found ? [{ name: String(entry.name), version: text2(found.revision), url: text2(found.url) }] : [];
  });
  const sites = lists.frontends.flatMap(
    ({ name, url }, i) => published[i]?.release ? [{ name: String(name), version: text2(published[i].release), url: text2(url) }] : []
  );
  return [...services, ...sites];
}
var text2;
var init_result = __esm({
  "actions/pipeline/plan/result.ts"() {
    "use strict";
    init_call();
    init_lists2();
    text2 = (value) => value === void 0 || value === null ? "" : String(value);
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
  const repeated2 = async ({ resource, permission, reads }, call) => {
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
  const read3 = (resource, permission, call) => repeated2({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated: repeated2, read: read3 };
}
function toCloudError(error, resource, permission, now) {
  const { status, message, response, cause } = error;
  if (cause instanceof CloudError) return about(resource, cause, cause);
  if (typeof status !== "number") throw error;
  const wait = rateLimit(status, response, now);
  const denied = wait === void 0 && (status === 401 || status === 403);
  const said = response?.data === void 0 ? message : readJson(response.data).message || message;
  return new CloudError(
    {
      message: said || `HTTP ${status}`,
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

// src/github/history.ts
var history_exports = {};
__export(history_exports, {
  createGitHubHistory: () => createGitHubHistory
});
function createGitHubHistory(run2, token, options) {
  const { octokit, rest, at, read: read3 } = createGitHubClient(run2, token, options);
  const contents = (what, call) => read3(`${what} of ${run2.repository}`, "contents: read", call);
  const checks = (call) => read3(`checks of ${run2.repository}`, "checks: read", call);
  return {
    async isProtected(branch) {
      const found = await absent(contents(`branch ${branch}`, () => rest.repos.getBranch({ ...at, branch })));
      if (!found) return false;
      if (found.data.protected) return true;
      const rules = contents(`rules of branch ${branch}`, () => rest.repos.getBranchRules({ ...at, branch }));
      return ((await absent(rules))?.data.length ?? 0) > 0;
    },
    async line(commit) {
      const { data } = await contents("commits", () => rest.repos.listCommits({ ...at, sha: commit, per_page: 100 }));
      const parents = new Map(data.map(({ sha, parents: [first2] }) => [sha, first2?.sha]));
      const line = [];
      for (let next = commit; next !== void 0 && parents.has(next); next = parents.get(next))
        line.push(next);
      return line;
    },
    async files(commit) {
      const { data } = await contents("files", () => rest.git.getTree({ ...at, tree_sha: commit, recursive: "1" }));
      if (data.truncated) return void 0;
      return new Map(
        data.tree.flatMap(({ path, mode, sha, type }) => type === "tree" ? [] : [[path, `${mode} ${sha}`]])
      );
    },
    async endedChecks(commit) {
      const runs = await checks(
        () => octokit.paginate(rest.checks.listForRef, { ...at, ref: commit, filter: "latest", per_page: 100 })
      );
      return runs.flatMap(
        ({ id, name, conclusion, completed_at, app, check_suite, html_url }) => conclusion && completed_at ? {
          id: Number(id),
          name,
          conclusion,
          endedAt: Date.parse(completed_at),
          app: app?.slug ?? "",
          suite: Number(check_suite?.id),
          url: html_url ?? ""
        } : []
      );
    },
    async annotations(check) {
      const found = await checks(
        () => octokit.paginate(rest.checks.listAnnotations, { ...at, check_run_id: check, per_page: 100 })
      );
      return found.map(({ message }) => message ?? "");
    },
    async branchOf(suite) {
      const { data } = await checks(() => rest.checks.getSuite({ ...at, check_suite_id: suite }));
      return data.head_branch ?? void 0;
    }
  };
}
var init_history = __esm({
  "src/github/history.ts"() {
    "use strict";
    init_not_found();
    init_client2();
  }
});

// actions/pipeline/run.ts
async function run(task, context) {
  switch (task.task) {
    case "plan":
      return task.preview ? setPreviewOutputs(task.lists, task.region, context) : await describeCallPlan(task, context);
    case "select":
      return context.output(
        "services",
        JSON.stringify(task.lists.services.filter(isBuilt).map(({ name }) => ({ name })))
      );
    case "entry":
      return setEntry(task, context);
    case "unchanged":
      return await setUnchanged(task, context);
    case "release":
      return setRelease(task, context);
    case "result":
      return setResult(task, context);
    case "rollback": {
      const { services, sites, byRelease } = task.plan;
      context.output("services", json(services));
      context.output("sites", json(sites));
      context.output("by-release", String(byRelease));
      return;
    }
    case "rollback-plan":
      return describeRollback(task, context);
    case "rollback-result":
      return setRollbackResult(task, context);
  }
}
function describeRollback({ plan, region, deployed, published }, { summary, log }) {
  const moves = movesOf(plan, region, rows(deployed), rows(published));
  for (const warning of apartWarnings(moves)) log.warning(warning);
  for (const { name, from, to } of moves) log.info(`${name}: from ${short(from)} to ${short(to)}`);
  summary.heading(md`Before the rollback`);
  summary.table(
    ["What", "Now", "Goes back to"],
    moves.map(({ name, from, to }) => [plain(name), code(short(from)), code(short(to))])
  );
  for (const warning of apartWarnings(moves)) summary.paragraph(md`\u26a0\ufe0f ${plain(warning)}`);
  if (plan.services.length > 0)
    summary.paragraph(
      md`Database schemas do not go back: no migration runs. Migrations since then are named with each service.`
    );
}
function setRollbackResult(task, context) {
  const { plan, region, deployed, published, outcomes, reason } = task;
  const serving = servingAfter(plan, region, rows(deployed), rows(published));
  context.output("serving", JSON.stringify(serving));
  const { summary } = context;
  summary.heading(md`Rollback`);
  summary.paragraph(md`Reason: ${code(reason)}`);
  summarizeSteps(context, outcomes);
  summary.table(
    ["Serves now", "Revision or release"],
    Object.entries(serving).map(([name, version]) => [plain(name), plain(version)])
  );
}
function setPreviewOutputs(lists, region, context) {
  const { services, frontends } = lists;
  context.output("removed", json(namedServices(services)));
  context.output(
    "holders",
    services.filter(isDeployed).flatMap((entry) => holdersOf(entry, region)).join("\n")
  );
  context.output(
    "pages",
    JSON.stringify(frontends.map(({ name, bucket, prefix, url }) => ({ name, bucket, prefix, url })))
  );
  context.output(
    "built",
    services.filter(isBuilt).map(({ name }) => name).join("\n")
  );
}
function setEntry({ lists, list, entry, target, call, buildEnv, image, preview, urls }, context) {
  for (const value of buildEnv.values()) context.mask(value);
  if (list !== "services") for (const [name, value] of buildEnv) context.exportVariable(name, value);
  const frontend = lists.frontends.find(({ name }) => name === entry);
  if (preview && list === "frontends" && frontend)
    for (const [name, value] of Object.entries(buildVariables(frontend, preview, urls)))
      context.exportVariable(name, value);
  const { job, merge, problems } = list === "services" ? imageJobOf(lists, entry, image) : { job: matrixJobOf(lists, list, entry), merge: [], problems: [] };
  if (problems.length > 0)
    throw new InputError(problems.map(({ input, message }) => ({ subject: `Input ${input}`, message })));
  if (list === "services") {
    context.output("for-merge", String(image.platform !== void 0));
    context.output("merge", merge.join("\n"));
  }
  context.output("entry", job.entry ? JSON.stringify(job.entry) : "");
  context.output("slot", `s${job.slot}`);
  context.output("target", target);
  context.output("call", call);
}
async function setUnchanged({ entry, buildEnv, runner, githubToken }, context) {
  const { github: run2, log, summary, signal, clock, deadline } = context;
  const configuration = configurationDigest(entry, { runner, buildEnv, repository: run2.repository });
  context.output("record", passedRecord(configuration));
  const { createGitHubHistory: createGitHubHistory2 } = await Promise.resolve().then(() => (init_history(), history_exports));
  const history = createGitHubHistory2(run2, githubToken, { signal, clock, deadline });
  const found = await findEarlierPass({ entry, configuration, now: clock.now() }, run2, history).catch((error) => {
    if (!(error instanceof CloudError)) throw error;
    log.warning(`${entry.name} is not skipped, since GitHub did not say whether it has passed: ${error.message}`);
    return void 0;
  });
  context.output("skip", String(found !== void 0 && "passed" in found));
  if (!found) return;
  if ("because" in found) return log.info(`${entry.name} is not skipped: ${found.because}.`);
  const { commit, check } = found.passed;
  const when = new Date(check.endedAt).toISOString().replace(/:\d\d\..*/, "Z").replace("T", " ");
  log.notice(
    `Skipped: ${entry.name} passed at ${short(commit)} on ${when}, and nothing that it depends on has changed since: ${check.url}`
  );
  summary.paragraph(
    md`\u23ed\ufe0f ${plain(String(entry.name))} was skipped: it ${link("passed", check.url)} at ${code(short(commit))} on ${plain(when)}, and nothing that it depends on has changed since.`
  );
}
function setRelease(task, context) {
  const lists = task.preview && task.folder === "" ? { ...task.lists, frontends: [] } : task.lists;
  const { inputs, problems } = planReleaseInputs({
    ...task,
    lists,
    artifactName: (frontend) => artifactName(task.call, frontend),
    jobManifests: jobManifests(task.lists, context)
  });
  const notOfPreview = task.preview ? inputs.jobs.map(({ manifest }) => jobProblem(manifest)) : [];
  if (problems.length + notOfPreview.length > 0)
    throw new InputError(
      [...problems, ...notOfPreview].map(({ input, message }) => ({ subject: `Input ${input}`, message }))
    );
  if (!task.preview) for (const notice of inputs.notices) context.log.notice(notice);
  context.output("images", JSON.stringify(inputs.images));
  context.output("migration", inputs.migration ? JSON.stringify(inputs.migration) : "");
  context.output("services", json(inputs.services));
  context.output("jobs", json(inputs.jobs));
  context.output("options", JSON.stringify(inputs.options));
  context.output("canaries", json(inputs.canaries));
  context.output("timed", String(inputs.timed));
  context.output("sites", json(inputs.sites));
  context.output("artifacts", inputs.artifacts.join(","));
  context.output("holders", inputs.holders.join("\n"));
}
function setResult({ lists, region, deployed, published, outcomes }, context) {
  const served = servedNow(lists, jobManifests(lists, context), region, rows(deployed), rows(published));
  const byName = (key) => JSON.stringify(Object.fromEntries(served.map((one) => [one.name, one[key]])));
  context.output("urls", byName("url"));
  context.output("revisions", byName("version"));
  const { summary } = context;
  summary.heading(md`Release`);
  summarizeSteps(context, outcomes);
  if (served.length === 0) {
    summary.paragraph(md`No new revision is live.`);
    return;
  }
  summary.table(
    ["Serves now", "Revision or release", "URL"],
    served.map(({ name, version, url }) => [plain(name), plain(version), plain(url)])
  );
}
function summarizeSteps({ summary }, outcomes) {
  summary.table(
    ["Step", "Result"],
    Object.entries(outcomes).map(([step, outcome]) => [plain(step), plain(outcome || "skipped")])
  );
}
var import_node_path2, json, jobProblem, jobManifests, rows;
var init_run2 = __esm({
  "actions/pipeline/run.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_errors();
    init_summary();
    init_describe_plan();
    init_earlier_pass();
    init_job_manifests();
    init_call();
    init_preview();
    init_release();
    init_result();
    init_rollback();
    init_unchanged();
    json = (list) => list.length > 0 ? JSON.stringify(list) : "";
    jobProblem = (manifest) => ({
      input: "services",
      message: `${manifest} is of kind Job, and a preview runs no job but its migration. Leave it out.`
    });
    jobManifests = ({ services }, { github }) => findJobManifests(
      services.filter(isDeployed).flatMap(({ manifest }) => typeof manifest === "string" ? [manifest] : []),
      (path) => (0, import_node_path2.resolve)(github.workspace || ".", path)
    );
    rows = (text3) => text3 === "" ? [] : JSON.parse(text3);
  }
});

// actions/pipeline/main.ts
var main_exports = {};
var import_node_process;
var init_main = __esm({
  "actions/pipeline/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs();
    init_run2();
    void runAction({ name: "pipeline", readInputs, run }, import_node_process.default);
  }
});

// actions/pipeline/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
