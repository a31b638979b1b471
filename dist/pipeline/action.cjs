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
function parseMoment(text4, side) {
  const [, day = "", hour, minute] = /^(\S+)(?:\s+([01]\d|2[0-3]):([0-5]\d))?$/.exec(text4) ?? [];
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
    isDay = (text4) => (/* @__PURE__ */ new Date(`${text4}T00:00:00Z`)).toISOString().startsWith(text4);
    activeFreeze = (windows, now) => windows.find((window) => holdsAt(window, now));
    describeFreeze = ({ text: text4, reason }) => `Deploys are frozen (${text4}): ${reason.replace(/\.?$/, ".")}`;
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
  const expanded = (text4) => text4.trim() === GITHUB_TOKEN ? void 0 : text4.trim();
  return reader.parse("github-token", expanded, GITHUB_TOKEN);
}
function readHistoryInputs(reader) {
  return {
    githubToken: readGitHubToken(reader),
    onUnknownHistory: reader.oneOf("on-unknown-history", ON_UNKNOWN_HISTORY, "warn")
  };
}
function parseProject(text4) {
  const value = text4.trim();
  if (/^(?:[a-z][a-z0-9-]{4,28}|[a-z0-9.-]+:(?:[a-z][a-z0-9-]*)?)[a-z0-9]$/.test(value)) return value;
  throw new Error(
    `"${text4}" is not a project id. Write the id (6 to 30 lower-case letters, digits and hyphens), not the name or number.`
  );
}
function parseRegion(text4) {
  const value = text4.trim();
  if (/^[a-z]+-[a-z]+\d+$/.test(value)) return value;
  throw new Error(`"${text4}" is not a region. Write for instance us-central1 or europe-west1.`);
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

// actions/pipeline/build-env.ts
function parseBuildEnv(text4) {
  const values = readLines(text4);
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
function readLines(text4) {
  try {
    return parseMap(text4);
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
var BUILD_KEYS, RELEASE_KEYS, ROLLOUT_KEYS, PIPELINE_KEYS, ROLLBACK_KEYS;
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
    RELEASE_KEYS = [
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
      "exceptions",
      "secrets-latest",
      "require-provenance",
      "provenance-identity",
      "execute",
      ...RELEASE_KEYS
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
function readList(input, text4, known, needed = []) {
  const { value: list, fault } = parseJson(text4);
  if (!Array.isArray(list) || !list.every(isObject))
    return {
      value: [],
      problems: [{ input, message: `is not a JSON list of objects, such as [{"name": "web"}].${fault}` }]
    };
  const value = list.map(withoutNull);
  return { value, problems: value.flatMap((entry) => entryProblems(input, entry, known, needed)) };
}
function readObject(input, text4, known, example) {
  if (text4.trim() === "") return { value: void 0, problems: [] };
  const { value, fault } = parseJson(text4);
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
  const text4 = lines.join("\n");
  return hasContent(text4) ? text4 : void 0;
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
function parseJson(text4) {
  try {
    return { value: JSON.parse(text4), fault: "" };
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
function readRunners(text4, services) {
  const list = parseList2(text4);
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
function parseList2(text4) {
  try {
    const value = JSON.parse(text4);
    if (Array.isArray(value)) return value.map((one) => typeof one === "object" ? { ...one } : { one });
  } catch {
  }
  return [{ text: text4 }];
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
    ]
  ];
  return messages.map((message) => `${name} ${message}`);
}
var checkProblems, COMMAND_EXPECTED;
var init_checks = __esm({
  "actions/pipeline/plan/problems/checks.ts"() {
    "use strict";
    init_lists2();
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

// shared:src/inputs/duration.ts
var formatDuration, formatMinute, parseDuration, parseSeconds;
var init_duration = __esm({
  "shared:src/inputs/duration.ts"() {
    ({ formatDuration, formatMinute, parseDuration, parseSeconds } = require("../shared/runtime.cjs")["src/inputs/duration.ts"]);
  }
});

// src/inputs/steps.ts
function parseSteps(text4) {
  const items = parseList(text4.replaceAll(",", "\n"));
  if (!text4.includes("@")) return { steps: parsePercentages(items), held: [] };
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
    DURATIONS = [
      "step-interval",
      "overdue-after",
      "probe-interval",
      "probe-timeout",
      "timeout",
      "reuse-max-age",
      "passed-within"
    ];
    oneOf = (choices) => (text4) => choices.includes(text4) ? void 0 : `${text4}. Give ${choices.join(" or ")}`;
    readBy = (parse5) => (text4) => {
      try {
        parse5(text4);
        return void 0;
      } catch (error) {
        return `that cannot be read: ${error.message.replace(/\.$/, "")}`;
      }
    };
    isNumber = (text4) => /^-?\d+$/.test(text4) ? void 0 : `${text4}. Give a whole number`;
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
        const text4 = String(asLines(value)).trim();
        const wrong = text4 === "" ? void 0 : CHECKS.get(key)?.(text4);
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
    ...valueProblems("checks", checks.value),
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
var import_node_crypto, MIGRATION, isBuilt, isDeployed, commandsOf, shortHash, artifactName, problemOf, isDigest, IMAGE, JOB_SOURCES, MANIFEST_ONLY, COMMAND_ONLY, PHASES, CACHED;
var init_call = __esm({
  "actions/pipeline/plan/call.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
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
    shortHash = (text4) => (0, import_node_crypto.createHash)("sha256").update(text4).digest("hex").slice(0, 12);
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
  const name = `${previewJobPrefix(key)}${slug2}`;
  if (slug2 === image && name.length <= 49 && !name.endsWith("-")) return name;
  const hash2 = (0, import_node_crypto2.createHash)("sha256").update(image).digest("hex").slice(0, 8);
  return `${name.slice(0, 40).replace(/-+$/, "")}-${hash2}`;
}
var import_node_crypto2, previewTag, previewDatabase, previewJobPrefix, CLEAN_UP_VARIABLE, urlVariable, previewsFolder, previewFolder;
var init_preview_names = __esm({
  "src/records/preview-names.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
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
  const text4 = (name, none) => String(inputs[name] || none);
  const alone = entryOfOne(inputs);
  const { migration, cleanUp } = splitMigration(text4("migration", ""));
  const written = {
    services: alone ? JSON.stringify([alone]) : text4("services", "[]"),
    frontends: text4("frontends", "[]"),
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
function splitMigration(text4) {
  try {
    const { "clean-up-args": cleanUp = [], ...migration } = JSON.parse(text4);
    return { migration: JSON.stringify(migration), cleanUp: [cleanUp].flat().map(String) };
  } catch {
    return { migration: text4, cleanUp: [] };
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
    ([variable2, same = []]) => same.length < 2 ? [] : [{ input: "services", message: `${same.join(" and ")} would both be \${${variable2}}. Rename one of them.` }]
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
function migrationProblems2(text4, migration, database) {
  if (!migration) return [];
  const lines = String(asLines(migration.env) ?? "").split("\n");
  const messages = [
    ...NOT_OF_MIGRATION.filter((key) => migration[key] !== void 0).map(
      (key) => `has ${key}, which a preview does not take: each pull request has a job of its own. Remove ${key}.`
    ),
    ...text4.includes(DATABASE) ? [] : [
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
      byRelease: chosen.services.length > 0 && to !== "previous" && !/^[0-9a-f]{7,40}$/.test(to),
      onNoEarlierRelease: named ? "refuse" : "keep"
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
        commit: isCommit(text(row.commit)),
        kept: false
      };
    });
  });
  const frontends = chosen.frontends.map(({ name }, i) => {
    const to = text(sites[i]?.release);
    const kept = sites[i]?.status === "kept";
    return {
      name: String(name),
      from: text(sites[i]?.["previous-release"]) || "-",
      to: to || "-",
      commit: isCommit(to) && !kept,
      kept
    };
  });
  return [...services, ...frontends];
}
function keptWarnings(moves) {
  const kept = moves.filter((move) => move.kept);
  if (kept.length === 0) return [];
  if (kept.length === moves.length)
    throw new OutcomeError(
      `There is nothing to roll back to: no earlier release is kept of ${listOf(kept)}. Nothing was changed.`
    );
  return [
    `Not rolled back, because no earlier release is kept: ${listOf(kept)}. ${kept.length > 1 ? "They stay as they are" : "It stays as it is"}, so ${kept.length > 1 ? "their" : "its"} pages must work with the earlier services. To stop, cancel this run before its next step.`
  ];
}
function apartWarnings(moves) {
  const targets = new Set(moves.filter(({ commit }) => commit).map(({ to }) => to));
  if (targets.size < 2) return [];
  const list = moves.filter(({ kept }) => !kept).map(({ name, from, to }) => `${name} from ${short(from)} to ${short(to)}`).join(", ");
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
var listOf, short, rowOf, isCommit, text;
var init_rollback = __esm({
  "actions/pipeline/plan/rollback.ts"() {
    "use strict";
    init_errors();
    init_keys();
    init_lists2();
    listOf = (moves) => moves.map(({ name, from }) => from === "-" ? name : `${name} (release ${short(from)})`).join(", ");
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
  const needs = reader.parse("needs", (text4) => parseObject(text4), "{}");
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
  const inputs = reader.parse("call", (text4) => parseObject(text4), "{}") ?? {};
  const { lists, problems } = preview ? readPreview(inputs, preview) : readCall(texts);
  const { value: runners, problems: others } = readRunners(platforms, lists.services);
  const all = [...problems, ...others, ...preview ? [] : repeatedSites(lists.frontends)];
  const promoted = promotion ? { folder: promotionFolder, sites: new Set(fromSites.keys()) } : void 0;
  const releases = callInputs !== "" && !preview && String(inputs.deploy ?? true) === "true";
  const judged = releases && (task === "plan" || task === "entry" || task === "release");
  const given = judged ? { inputs, lists, promotion: promoted, problems: all } : void 0;
  report(reader, given ? [] : all);
  if (task === "plan")
    return {
      task,
      lists,
      region,
      promotion: promoted,
      runners,
      preview,
      given,
      target: auth.serviceAccount && project ? { auth, project } : void 0,
      freeze,
      withoutTarget: callInputs === "" ? void 0 : releases ? "no-account" : "no-deploy"
    };
  if (task === "select") return { task, lists };
  if (task === "entry")
    return {
      task,
      lists,
      list,
      entry,
      target,
      call,
      buildEnv,
      image: { platform, runners, needs },
      preview,
      urls,
      given
    };
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
    preview,
    given
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
function parsePlatform(text4) {
  const { build } = parseObject(text4);
  return build?.platform === void 0 ? void 0 : String(build.platform);
}
function parseObject(text4) {
  const value = JSON.parse(text4);
  if (typeof value !== "object" || Array.isArray(value)) throw new Error("is not a JSON object.");
  return value ?? {};
}
function parseTexts(text4) {
  const value = JSON.parse(text4);
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
    readNamedServices = (http, endpoint, names) => Promise.all(names.map(async (name) => ({ name, resource: await read(http, endpoint, name) })));
  }
});

// src/records/sites.ts
function parseSitePlace(text4) {
  const [bucket = "", ...folders] = text4.replace(/^gs:\/\//, "").split("/").filter((part) => part !== "");
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
function describeStaged({ release, commit, at, run: run2, canary: { lead } }) {
  const short2 = commit.slice(0, 12);
  const name = release === commit ? `commit ${short2}` : `release ${release} (commit ${short2})`;
  return `${name} is staged since ${formatMinute(Date.parse(at))} (${run2}). It goes live once its canary on the ${servicePlace(lead)} has all traffic. Another publish replaces it.`;
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
    init_duration();
    init_errors();
    init_holds();
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
  for (const key of RELEASE_KEYS) {
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
function weightOfSteps(text4) {
  const steps = text4.split(/[\s,]+/).filter((one) => one !== "");
  const times = steps.flatMap((step) => step.split("@").slice(1)).map((time) => duration(time.replace(/\+.*/, "")));
  return [times.reduce((sum, ms) => sum + ms, 0), steps.length, -Number.parseFloat(steps[0] ?? "")];
}
function allConditions(values) {
  const asking = values.filter((text4) => text4.trim() !== "off");
  const lists = asking.map((text4) => conditionsOf(text4));
  const unreadable = asking[lists.indexOf(void 0)];
  if (unreadable !== void 0) return unreadable;
  const conditions = new Map(lists.flatMap((list = []) => list.map((one) => [JSON.stringify(one), one])));
  const all = [...conditions.values()];
  return all.length === 1 && all[0] === "errors" ? "errors" : JSON.stringify(all);
}
function conditionsOf(text4) {
  if (text4.trim() === "errors") return ["errors"];
  try {
    const list = (0, import_yaml.parse)(text4);
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
function duration(text4) {
  try {
    return parseDuration(text4);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
var import_yaml, namesOf, textOf, USUAL, longest, MOST_CAREFUL, first;
var init_shared_options = __esm({
  "actions/pipeline/plan/shared-options.ts"() {
    "use strict";
    import_yaml = __toESM(require_yaml(), 1);
    init_duration();
    init_keys();
    init_lists2();
    namesOf = (entries) => entries.map(({ name }) => name).join(", ");
    textOf = (key, value) => key === "analysis" && typeof value === "object" ? JSON.stringify(value) : String(asLines(value));
    USUAL = {
      "on-canary": "wait",
      analysis: "errors",
      "on-inconclusive": "extend"
    };
    longest = (values) => pick(values, (text4) => [duration(text4)]);
    MOST_CAREFUL = {
      strategy: (values) => first(["canary", "direct"], values),
      steps: (values) => pick(values, weightOfSteps),
      "step-interval": longest,
      "on-canary": (values) => first(["wait", "supersede"], values),
      "overdue-after": (values) => pick(values, (text4) => [-duration(text4)]),
      analysis: allConditions,
      "on-inconclusive": (values) => first(["restore", "extend", "proceed"], values),
      // The higher rate stops a canary sooner.
      "false-alarm-rate": (values) => pick(values, (text4) => [Number.parseFloat(text4)]),
      timeout: longest,
      "required-checks": (values) => [...new Set(values.flatMap((text4) => text4.split("\n")))].join("\n")
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
function buildOf({ name }, text4 = "") {
  const [, id, digest] = /^(\d+) (sha256:[0-9a-f]{64})$/.exec(text4) ?? [];
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
    NOT_OF_DEPLOY = ["image", "containers", "execute", ...BUILD_KEYS, ...RELEASE_KEYS];
    NOT_OF_JOB = ["containers", "after", ...BUILD_KEYS, ...RELEASE_KEYS];
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
    text: read2(manifest, place.workspace),
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
  const refusal2 = new Error(`${line} is not a service by its manifest. Write ${EXPECTED2}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal2;
  }
  const { manifest, region, substitutions = {}, ...others } = value;
  const known = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known || region !== void 0 && typeof region !== "string") throw refusal2;
  const map = typeof substitutions === "string" ? parseMap(substitutions) : new Map(Object.entries(substitutions).map(([name, text4]) => [name, String(text4)]));
  return { manifest, ...region && { region }, substitutions: map };
}
function read2(file, workspace) {
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
  const text4 = line.trim();
  const full = /^projects\/([^/]+)\/locations\/([^/]+)\/(services|workerPools)\/([^/]+)$/.exec(text4);
  const [, project, location, collection, fullName] = full ?? [];
  if (project && location && collection && fullName)
    return `projects/${parseProject(project)}/locations/${parseLocation(location)}/${collection}/${parseName(fullName, text4)}`;
  const parts = text4.split("/");
  if (parts.length > 2)
    throw new Error(
      `"${text4}" is not a service. Write NAME, REGION/NAME, or projects/PROJECT/locations/REGION/services/NAME.`
    );
  const name = parseName(parts.at(-1) ?? "", text4);
  if (!place.project)
    throw new Error(
      `"${text4}" does not say its project. Set the input project, or write projects/PROJECT/locations/REGION/services/${name}.`
    );
  const region = parts.length === 2 ? parseRegion(parts[0] ?? "") : place.region;
  if (!region)
    throw new Error(`"${text4}" does not say its region. Write REGION/${name}, for instance us-central1/${name}.`);
  return `projects/${place.project}/locations/${region}/services/${name}`;
}
function parseLocation(text4) {
  if (/^[a-z][a-z0-9-]*$/.test(text4)) return text4;
  throw new Error(`"${text4}" is not a region. Write for instance us-central1 or europe-west1.`);
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

// shared:src/runtime/report.ts
var describeCloudError, reportError;
var init_report = __esm({
  "shared:src/runtime/report.ts"() {
    ({ describeCloudError, reportError } = require("../shared/runtime.cjs")["src/runtime/report.ts"]);
  }
});

// actions/pipeline/plan/live.ts
function describeLiveService({ name: full, resource }, clock) {
  const [, , , region, , service] = full.split("/");
  const name = `${service} in ${region}`;
  if (!resource) return { name, serves: "nothing", commit: void 0, stops: [] };
  const hold = holdOf(resource);
  const canary = undecidedCanary(full, resource);
  const frozen = freezeOn(resource, [], clock);
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
    stops: [
      ...state?.hold ? [`The ${name} is on hold: ${describeSiteHold(state.hold)}.`] : [],
      ...state?.staged ? [`The ${name}: ${describeStaged(state.staged)}`] : []
    ]
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
async function readLiveTarget({ services, sites, freeze, project, commit }, { http, endpoints, clock }, { signal, github }) {
  const place = { project, region: void 0, commit, workspace: github.workspace || "." };
  const bucket = { http, endpoint: endpoints.storage };
  const reads = [
    ...services.map(async (line) => {
      const name = readServiceName(line, place);
      const found = name === void 0 ? [] : await readNamedServices(http, endpoints.run, [name]);
      return found.map((service) => describeLiveService(service, clock));
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
  const frozen = freezeOn(void 0, freeze, clock);
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
function describeWithoutTarget({ freeze, withoutTarget }, { summary, log, clock }) {
  if (withoutTarget === void 0) return;
  const frozen = withoutTarget === "no-account" ? freezeOn(void 0, freeze, clock) : void 0;
  if (frozen !== void 0) {
    log.warning(frozen);
    summary.paragraph(md`\u26a0\ufe0f ${plain(frozen)}`);
  }
  log.info(WITHOUT_TARGET[withoutTarget]);
  summary.paragraph(md`\u2139\ufe0f ${plain(WITHOUT_TARGET[withoutTarget])}`);
}
async function describeTarget(task, context) {
  const { lists, region, target, freeze } = task;
  if (!target) return describeWithoutTarget(task, context);
  const { summary, log, github } = context;
  const { project } = target;
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
var WITHOUT_TARGET;
var init_describe_plan = __esm({
  "actions/pipeline/describe-plan.ts"() {
    "use strict";
    init_freeze();
    init_run();
    init_sites();
    init_context();
    init_summary();
    init_call();
    init_describe();
    init_release();
    init_rollback();
    WITHOUT_TARGET = {
      "no-account": "The live state is not shown: the plan has no account. Give plan-service-account to show it. The release checks holds, canaries and newer commits before anything changes.",
      "no-deploy": "This run only checks and builds (deploy: false). Nothing is migrated, deployed or published, and the live state is not read."
    };
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
    var parse5 = (input, options) => {
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
            const expression = parse5(rest, { ...options, fastpaths: false }).output;
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
    parse5.fastpaths = (input, options) => {
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
    module2.exports = parse5;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports2, module2) {
    "use strict";
    var scan = require_scan();
    var parse5 = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject2 = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch3 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch3(input, options, returnState));
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
      const regex = isState ? picomatch3.compileRe(glob, options) : picomatch3.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch3(opts.ignore, ignoreOpts, returnState);
      }
      const matcher3 = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch3.test(input, regex, options, { glob, posix });
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
        matcher3.state = state;
      }
      return matcher3;
    };
    picomatch3.test = (input, regex, options, { glob, posix } = {}) => {
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
          match = picomatch3.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch3.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch3.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch3.isMatch = (str, patterns, options) => picomatch3(patterns, options)(str);
    picomatch3.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch3.parse(p, options));
      return parse5(pattern, { ...options, fastpaths: false });
    };
    picomatch3.scan = (input, options) => scan(input, options);
    picomatch3.compileRe = (state, options, returnOutput = false, returnState = false) => {
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
      const regex = picomatch3.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch3.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse5.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse5(input, options);
      }
      return picomatch3.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch3.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch3.constants = constants;
    module2.exports = picomatch3;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports2, module2) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch3(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch3, pico);
    module2.exports = picomatch3;
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
  const secrets = variables.length > 0 ? (0, import_node_crypto3.scryptSync)(JSON.stringify(variables), repository, 32).toString("hex") : "";
  return hash([Object.entries(rest).sort(([a], [b]) => a < b ? -1 : 1), runner, secrets]);
}
function readPassedRecord(messages) {
  for (const message of messages) {
    const found = /^This check passed with configuration sha256:([0-9a-f]{64})\./.exec(message)?.[1];
    if (found) return found;
  }
  return void 0;
}
var import_node_crypto3, import_picomatch, WORKFLOWS, USUAL_AGE, passedWithin, matcher, folderPattern, hash, passedRecord;
var init_unchanged = __esm({
  "actions/pipeline/plan/unchanged.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    import_picomatch = __toESM(require_picomatch2(), 1);
    WORKFLOWS = ".github/workflows/**";
    USUAL_AGE = "7d";
    passedWithin = (entry) => String(entry["passed-within"] ?? USUAL_AGE);
    matcher = (patterns, excluded = []) => (0, import_picomatch.default)([...patterns], { dot: true, ignore: [...excluded] });
    folderPattern = (folder) => `${folder.replace(/^\.\//, "").replace(/\/+$/, "")}/**`;
    hash = (value) => (0, import_node_crypto3.createHash)("sha256").update(JSON.stringify(value)).digest("hex");
    passedRecord = (configuration) => `This check passed with configuration sha256:${configuration}. It is skipped while that and its files stay the same.`;
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

// shared:src/runtime/inputs.ts
var createInputReader, variable;
var init_inputs2 = __esm({
  "shared:src/runtime/inputs.ts"() {
    ({ createInputReader, variable } = require("../shared/runtime.cjs")["src/runtime/inputs.ts"]);
  }
});

// src/container/image-reference.ts
function parseImageName(text4) {
  const expected = "Write HOST/PROJECT/REPOSITORY/NAME, for instance us-central1-docker.pkg.dev/acme/apps/server";
  const value = text4.trim();
  if (value.includes("@")) throw new Error(`"${text4}" has a digest. ${expected}; the digest is what the build makes.`);
  const slash = value.indexOf("/");
  const host = slash < 0 ? "" : value.slice(0, slash);
  if (!HOST.test(host)) throw new Error(`"${text4}" contains no registry. ${expected}.`);
  const path = value.slice(slash + 1);
  if (path.split("/").at(-1)?.includes(":"))
    throw new Error(`"${text4}" has a tag. ${expected}, and tags in the input tags.`);
  const components = path.split("/");
  const bad = components.find(
    (component, i) => !COMPONENT.test(component) && !(i === 0 && PROJECT_DOMAIN.test(component))
  );
  if (bad !== void 0) {
    const hint = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : "";
    throw new Error(`"${text4}" is not an image name.${hint} ${expected}.`);
  }
  return { host, path };
}
function parseImageDigest(text4) {
  const value = text4.trim();
  const at = value.indexOf("@");
  const advice = 'Give the output "image" of build-image, which is NAME@sha256:\u2026';
  if (at < 0) {
    const tag = /:([^/:]+)$/.exec(value)?.[1];
    if (tag === "latest")
      throw new Error(`"${text4}" is the tag latest, which can mean another image at any moment. ${advice}.`);
    if (tag !== void 0)
      throw new Error(`"${text4}" is a tag, and a tag can be moved. A digest is required here. ${advice}.`);
    throw new Error(`"${text4}" has no digest. ${advice}.`);
  }
  const digest = value.slice(at + 1);
  if (!DIGEST.test(digest))
    throw new Error(`"${text4}" has a malformed digest. Expected sha256: and 64 hexadecimal digits. ${advice}.`);
  const name = value.slice(0, at).replace(/:[^/:]+$/, "");
  return { ...parseImageName(name), digest };
}
function splitPath(image) {
  const [first2 = "", ...rest] = registryPath(image).split("/");
  if (!first2.includes(".")) return { project: first2, rest };
  return { project: `${first2}:${rest[0] ?? ""}`, rest: rest.slice(1) };
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
var HOST, COMPONENT, PROJECT_DOMAIN, DIGEST, TAG, registryPath, formatImageName, formatImageDigest;
var init_image_reference = __esm({
  "src/container/image-reference.ts"() {
    "use strict";
    HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)$/;
    COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
    PROJECT_DOMAIN = /^[a-z0-9.-]+:[a-z0-9-]+$/;
    DIGEST = /^sha256:[0-9a-f]{64}$/;
    TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
    registryPath = ({ path }) => path.replace(/^([^/:]+):/, "$1/");
    formatImageName = (image) => `${image.host}/${registryPath(image)}`;
    formatImageDigest = (image) => `${formatImageName(image)}@${image.digest}`;
  }
});

// src/provenance/identity.ts
function issuerOf(serverUrl) {
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : "";
  if (host === "github.com") return "https://token.actions.githubusercontent.com";
  return /^[a-z0-9-]+\.ghe\.com$/.test(host) ? `https://token.actions.${host}` : void 0;
}
var init_identity = __esm({
  "src/provenance/identity.ts"() {
    "use strict";
  }
});

// src/provenance/statement.ts
var init_statement = __esm({
  "src/provenance/statement.ts"() {
    "use strict";
  }
});

// src/provenance/key-signature.ts
function parsePublicKey(pem) {
  let key;
  try {
    key = (0, import_node_crypto4.createPublicKey)(pem);
  } catch {
    throw new Error("holds no public key in PEM");
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (pem.includes("PRIVATE KEY")) throw new Error("holds a private key. Give its public half");
  if (type === "rsa" && (details?.modulusLength ?? 0) >= 2048) return key;
  if (type === "ec" && details?.namedCurve === "prime256v1") return key;
  throw new Error(`holds a key of type ${type} ${details?.namedCurve ?? details?.modulusLength ?? ""}`.trim());
}
var import_node_crypto4;
var init_key_signature = __esm({
  "src/provenance/key-signature.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    init_statement();
  }
});

// src/provenance/signed-roots-file.ts
function expiryOf({ sources }) {
  const dates = sources.flatMap(({ roots, targets }) => [roots.at(-1)?.signed.expires, targets.signed.expires]);
  const ends = dates.map((date) => Date.parse(date ?? ""));
  if (ends.length === 0 || ends.some(Number.isNaN)) throw new Error("it does not say when its signatures end");
  return Math.min(...ends);
}
var SIGNED_ROOTS, isSignedRoots;
var init_signed_roots_file = __esm({
  "src/provenance/signed-roots-file.ts"() {
    "use strict";
    SIGNED_ROOTS = "application/vnd.orchestra.signed-roots.v1+json";
    isSignedRoots = (json2) => typeof json2 === "object" && json2 !== null && json2.mediaType === SIGNED_ROOTS;
  }
});

// src/inputs/provenance.ts
function readProvenanceInputs(reader, { github, clock }, needed = false) {
  const mode = reader.oneOf("require-provenance", ["off", "warn", "enforce"], "off");
  const given = reader.map("provenance-identity");
  const trustedRoots = reader.parse(
    "trusted-root",
    (text4) => readTrustedRoots((0, import_node_path2.resolve)(github.workspace || ".", text4.trim()), clock.now())
  );
  const keys = reader.parse("provenance-key", (text4) => readPublicKeys((0, import_node_path2.resolve)(github.workspace || ".", text4.trim()))) ?? [];
  for (const key of given?.keys() ?? [])
    if (!KEYS.includes(key))
      reader.problem("provenance-identity", `"${key}" is not known. Write lines of ${KEYS.join("=\u2026, ")}=\u2026.`);
  if (mode === "off" && !needed) return { mode, identity: void 0, trustedRoots, keys };
  const several = (key, standard) => {
    const text4 = given?.get(key);
    return text4 === void 0 ? standard : text4.split(/[\s,]+/).filter(Boolean);
  };
  const workflow = /^[^/]+\/[^/]+\/([^@]+)@/.exec(github.workflowRef)?.[1];
  const branch = github.payload.repository?.default_branch;
  const identity = {
    serverUrl: github.serverUrl,
    repositoryId: given?.get("repository-id") ?? github.repositoryId,
    workflows: several("workflow", workflow ? [workflow] : []),
    refs: several("ref", branch ? [`refs/heads/${branch}`] : []),
    triggers: several("trigger", TRIGGERS)
  };
  const missing = [
    .../^\d+$/.test(identity.repositoryId) ? [] : ["repository-id=NUMBER"],
    ...identity.workflows.length > 0 ? [] : ["workflow=.github/workflows/FILE.yml"],
    ...identity.refs.length > 0 ? [] : ["ref=refs/heads/BRANCH"],
    ...identity.triggers.length > 0 ? [] : ["trigger=push"]
  ];
  if (missing.length > 0 && mode !== "off")
    reader.problem(
      "provenance-identity",
      `is incomplete, and the run does not supply the rest. Give ${missing.join(" and ")}.`
    );
  if (issuerOf(github.serverUrl) === void 0 && mode !== "off" && keys.length === 0)
    reader.problem(
      "require-provenance",
      `is not available on GitHub Enterprise Server (${github.serverUrl}): no certificate authority that can be verified signs its tokens. Leave it out, or sign with a key (sign-key of build-image) and give provenance-key.`
    );
  return { mode, identity: missing.length > 0 ? void 0 : identity, trustedRoots, keys };
}
function readTrustedRoots(path, now) {
  let text4;
  try {
    text4 = readTextFile(path);
  } catch {
    throw new Error(`there is no file "${path}". ${GET_ROOTS}`);
  }
  const parse5 = (json2) => JSON.parse(json2);
  try {
    const roots = text4.trim().startsWith("{") && isJson(text4) ? [parse5(text4)] : text4.trim().split("\n").map(parse5);
    if (roots.some(isSignedRoots)) return notExpired(roots, path, now);
    if (roots.every((root) => typeof root === "object" && root !== null && "certificateAuthorities" in root))
      return roots;
  } catch (error) {
    if (error instanceof ExpiredError) throw error;
  }
  throw new Error(`"${path}" holds no trusted roots. ${GET_ROOTS}`);
}
function notExpired(roots, path, now) {
  const end = Math.min(...roots.filter(isSignedRoots).map(expiryOf));
  if (end > now) return roots;
  throw new ExpiredError(
    `the signatures of "${path}" expired on ${new Date(end).toISOString().slice(0, 10)}. ${GET_ROOTS}`
  );
}
function readPublicKeys(path) {
  let text4;
  try {
    text4 = readTextFile(path);
  } catch {
    throw new Error(`there is no file "${path}". ${GET_KEY}`);
  }
  const blocks = text4.match(/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw new Error(`"${path}" holds no public key in PEM. ${GET_KEY}`);
  for (const block of blocks) {
    try {
      parsePublicKey(block);
    } catch (error) {
      throw new Error(
        `"${path}" ${error.message}. Expected EC P-256, or RSA of 2048 bits and more. ${GET_KEY}`
      );
    }
  }
  return blocks;
}
function isJson(text4) {
  try {
    JSON.parse(text4);
    return true;
  } catch {
    return false;
  }
}
var import_node_path2, TRIGGERS, KEYS, ExpiredError, GET_ROOTS, GET_KEY;
var init_provenance = __esm({
  "src/inputs/provenance.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_identity();
    init_key_signature();
    init_signed_roots_file();
    init_read_file();
    TRIGGERS = ["push", "workflow_dispatch", "schedule"];
    KEYS = ["repository-id", "workflow", "ref", "trigger"];
    ExpiredError = class extends Error {
    };
    GET_ROOTS = "Create it with: npx github:orchestra/actions#v1 trusted-root > FILE";
    GET_KEY = "Create it with: gcloud kms keys versions get-public-key VERSION --key=KEY --keyring=RING --location=LOCATION --output-file=FILE";
  }
});

// src/policy/exceptions.ts
function parseExceptionLine(line) {
  const [, rule = "", text4 = ""] = /^([a-z][a-z-]*)\s+(.*)$/.exec(line.trim()) ?? [];
  if (!DATED.test(text4))
    throw new Error(
      `"${line}" is not an exception. Write RULE TARGET until YYYY-MM-DD: REASON, for instance no-plain-secrets MAPS_KEY until 2027-06-30: restricted to our domains. TARGET is a variable or container.`
    );
  return { rule, text: text4, where: `input policy-exceptions: ${rule}` };
}
function parseException({ text: text4, where, path, rule }, whole) {
  const base = { rule, where, ...path && { path } };
  const [dated, target, until = "", reason = ""] = DATED.exec(text4.trim()) ?? [];
  if (dated === void 0) {
    if (text4.trim() === "")
      return { problem: `has no reason. Write ${whole ? "" : "TARGET "}until YYYY-MM-DD: REASON.` };
    return { ...base, reason: text4.trim(), target: void 0, until: void 0, former: true };
  }
  if (!isDate(until)) return { problem: `has the date "${until}". Write it as YYYY-MM-DD.` };
  if (target === void 0 && !whole)
    return { problem: "has no variable or container. Write TARGET until YYYY-MM-DD: REASON." };
  if (!hasSubstance(reason))
    return { problem: `has no reason that a reviewer can judge ("${reason}"). Explain in a sentence why it is safe.` };
  return { ...base, reason: reason.trim(), target, until, former: false };
}
function isDate(text4) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text4) ? Date.parse(`${text4}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text4);
}
function hasSubstance(reason) {
  const words2 = new Set(reason.toLowerCase().match(new RegExp("\\p{L}{2,}", "gu")) ?? []);
  for (const empty of EMPTY) words2.delete(empty);
  return words2.size >= 3;
}
function covers(exception, rule, finding) {
  if (exception.rule !== rule) return false;
  if (exception.former) return finding.certain !== true;
  if (finding.targets === void 0) return true;
  return exception.target !== void 0 && finding.targets.includes(exception.target);
}
var PREFIX, DATED, EMPTY, isExpired, DAY, SUGGESTED, suggestedDate, allowingText, textOf2, exceptionLines;
var init_exceptions = __esm({
  "src/policy/exceptions.ts"() {
    "use strict";
    init_annotations();
    PREFIX = `${ANNOTATION_PREFIX}policy-exception.`;
    DATED = /^(?:(\S+)\s+)?until\s+(\d[\d-]*)\s*:\s*(.*)$/;
    EMPTY = "todo tbd fixme xxx test temporary temp later reason because why exception needed ignore skip asdf foo bar none the and this that for now".split(
      " "
    );
    isExpired = ({ until }, now) => until !== void 0 && now >= Date.parse(`${until}T00:00:00Z`) + DAY;
    DAY = 864e5;
    SUGGESTED = 90 * DAY;
    suggestedDate = (now) => new Date(now + SUGGESTED).toISOString().slice(0, 10);
    allowingText = ({ targets }, now, reason = "REASON") => `${targets ? `${targets[0]} ` : ""}until ${suggestedDate(now)}: ${reason}`;
    textOf2 = ({ target, until, reason }) => until === void 0 ? reason : `${target === void 0 ? "" : `${target} `}until ${until}: ${reason}`;
    exceptionLines = (rule, texts, place) => place === "input" ? texts.map((text4) => `${rule} ${text4}`).join(" and ") : `${PREFIX}${rule}: ${JSON.stringify(texts.join("\n"))}`;
  }
});

// src/policy/apply-exceptions.ts
function judgeFindings(found, { place, texts }, now, locate) {
  const at = (path) => {
    const location = path && locate(path);
    return location ? { location } : {};
  };
  const exceptions = [];
  const about2 = [];
  const say = (message, { path }, lenient) => about2.push({ rule: "policy-exception", message, ...at(path), ...lenient && { lenient } });
  for (const text4 of texts) {
    const problem = ruleProblem(text4.rule);
    const parsed = problem ? { problem } : parseException(text4, RULE_KINDS[text4.rule].whole);
    if ("problem" in parsed) say(`${text4.where} ${parsed.problem}`, text4, false);
    else if (isExpired(parsed, now))
      say(`${nameOf2(parsed)} expired on ${parsed.until}. Fix what it was for, or extend it in a review.`, text4, true);
    else exceptions.push(parsed);
  }
  const isOpen = ({ rule, finding }) => RULE_KINDS[rule].excusable && !finding.lenient && !exceptions.some((one) => covers(one, rule, finding));
  const refused = found.filter(isOpen);
  const wayOut = (rule, finding) => {
    const where = place === "manifest" ? "in metadata.annotations" : "in the input policy-exceptions";
    const present = place === "manifest" ? exceptions.filter((one) => one.rule === rule && one.path).map(textOf2) : [];
    const lines = (findings) => exceptionLines(rule, [...present, ...findings.map((one) => allowingText(one, now))], place);
    const alike = refused.filter((one) => one.rule === rule).map((one) => one.finding);
    const all = place === "manifest" && alike.length > 1 && alike.at(-1) === finding ? `If all ${alike.length} must stay, write ${where}: ${lines(alike)} ` : "";
    return `${all}If ${all ? "only this one" : "it"} must stay, write ${where}: ${lines([finding])}`;
  };
  const used = /* @__PURE__ */ new Map();
  const violations = found.map(({ rule, finding }) => {
    const exception = exceptions.find((one) => covers(one, rule, finding));
    const { message, path, lenient } = finding;
    const base = { rule, ...at(path), ...lenient && { lenient } };
    if (exception) {
      used.set(exception, [...used.get(exception) ?? [], { rule, finding }]);
      const { reason, target, until } = exception;
      return { ...base, message, excuse: { reason, target, until } };
    }
    if (!RULE_KINDS[rule].excusable || lenient) return { ...base, message };
    return { ...base, message: `${message} ${wayOut(rule, finding)}` };
  });
  for (const exception of exceptions) {
    const findings = used.get(exception) ?? [];
    if (exception.former) say(formerAdvice(exception, findings, place, now), exception, true);
    else if (findings.length === 0 && exception.path)
      say(`${nameOf2(exception)} no longer applies to anything. Remove it.`, exception, true);
  }
  return [...about2, ...violations];
}
function formerAdvice({ where, reason, rule }, findings, place, now) {
  if (findings.length === 0) return `${where} applies to nothing. Remove it.`;
  const texts = new Set(findings.map(({ finding }) => allowingText(finding, now, reason)));
  const missing = findings.some(({ finding }) => finding.targets) ? "no variable or container and no" : "no";
  const weak = hasSubstance(reason) ? "" : " Its reason is not meaningful, either.";
  return `${where} names ${missing} expiry date, which version 2 requires.${weak} Write: ${exceptionLines(rule, [...texts], place)}`;
}
function ruleProblem(rule) {
  if (!Object.hasOwn(RULE_KINDS, rule)) {
    const rules = Object.keys(RULE_KINDS);
    const near = (0, import_fastest_levenshtein2.closest)(rule, rules);
    const hint = (0, import_fastest_levenshtein2.distance)(rule, near) <= 3 ? ` Did you mean ${near}?` : "";
    return `names an unknown policy rule.${hint} The rules: ${rules.join(", ")}.`;
  }
  if (!RULE_KINDS[rule].excusable)
    return "is not possible: this rule is about the commit, not about the manifest.";
  return void 0;
}
var import_fastest_levenshtein2, ONE, WHOLE, RULE_KINDS, nameOf2;
var init_apply_exceptions = __esm({
  "src/policy/apply-exceptions.ts"() {
    "use strict";
    import_fastest_levenshtein2 = __toESM(require_fastest_levenshtein(), 1);
    init_exceptions();
    ONE = { excusable: true, whole: false };
    WHOLE = { excusable: true, whole: true };
    RULE_KINDS = {
      "no-latest": ONE,
      "digest-only": ONE,
      "startup-probe": ONE,
      "no-plain-secrets": ONE,
      "no-public-database": ONE,
      "min-instances": WHOLE,
      "no-health-check-disabled": WHOLE,
      "required-checks": { excusable: false, whole: true }
    };
    nameOf2 = ({ where, target }) => target ? `${where} for ${target}` : where;
  }
});

// src/policy/describe-exceptions.ts
function describeExcuse({ rule, excuse }) {
  const { target, until, reason = "" } = excuse ?? {};
  const term = until ? ` until ${until}` : " without an expiry date";
  return `Exception from ${rule}${target ? ` for ${target}` : ""}${term}: ${reason.replace(/\.?$/, ".")}`;
}
var describeExcuses;
var init_describe_exceptions = __esm({
  "src/policy/describe-exceptions.ts"() {
    "use strict";
    describeExcuses = (violations) => [
      ...new Set(violations.filter(({ excuse }) => excuse).map(describeExcuse))
    ];
  }
});

// src/policy/judge-inputs.ts
function judgeInputs(reader, found, texts, now, policy = "enforce") {
  const violations = judgeFindings(found, { place: "input", texts }, now, () => void 0);
  const about2 = violations.slice(0, violations.length - found.length);
  const warnings = about2.filter(({ lenient }) => lenient).map(({ message }) => message);
  violations.slice(about2.length).forEach(({ rule, excuse, message }, i) => {
    if (excuse) return;
    if (policy === "warn") warnings.push(`${rule}: ${message}`);
    else reader.problem(found[i]?.input ?? "", message);
  });
  for (const { message, lenient } of about2) if (!lenient) reader.problem("policy-exceptions", message);
  return {
    exceptions: describeExcuses(violations),
    warnings
  };
}
var readExceptions;
var init_judge_inputs = __esm({
  "src/policy/judge-inputs.ts"() {
    "use strict";
    init_apply_exceptions();
    init_describe_exceptions();
    init_exceptions();
    readExceptions = (reader) => reader.parseList("policy-exceptions", parseExceptionLine);
  }
});

// shared:src/policy/secrets/looks-like-secret.ts
var findSecret, findSecretInWords, looksLikeSecret, secretWords;
var init_looks_like_secret = __esm({
  "shared:src/policy/secrets/looks-like-secret.ts"() {
    ({ findSecret, findSecretInWords, looksLikeSecret, secretWords } = require("../shared/runtime.cjs")["src/policy/secrets/looks-like-secret.ts"]);
  }
});

// shared:src/manifest/image.ts
var containersOf2, containersPath, ingressIndex2, withImage2;
var init_image = __esm({
  "shared:src/manifest/image.ts"() {
    ({ containersOf: containersOf2, containersPath, ingressIndex: ingressIndex2, withImage: withImage2 } = require("../shared/manifest.cjs")["src/manifest/image.ts"]);
  }
});

// src/policy/rules/containers.ts
function variableTargets({ resource }, target, name) {
  const holders = containersOf2(resource).filter(({ env = [] }) => env.some((variable2) => variable2.name === name));
  const inContainer = `${target}/${name}`;
  return holders.length > 1 ? [inContainer, name] : [name, inContainer];
}
var placedContainers, forContainers;
var init_containers = __esm({
  "src/policy/rules/containers.ts"() {
    "use strict";
    init_image_reference();
    init_image();
    placedContainers = ({ kind, resource }) => containersOf2(resource).map((container, i) => ({
      container,
      path: [...containersPath(kind), i],
      target: container.name ?? `containers[${i}]`
    }));
    forContainers = (subject, find) => placedContainers(subject).flatMap(find);
  }
});

// src/policy/rules/plain-secrets.ts
var plainSecrets, secretBuildArguments;
var init_plain_secrets = __esm({
  "src/policy/rules/plain-secrets.ts"() {
    "use strict";
    init_looks_like_secret();
    init_containers();
    plainSecrets = (subject) => forContainers(subject, ({ container: { env = [], command = [], args = [] }, path, target }) => [
      ...env.flatMap(({ name = "", value }, i) => {
        const found = value === void 0 ? void 0 : findSecret(name, value);
        if (!found) return [];
        const message = `The variable ${name} looks like a secret (${found.reason}). Put it into Secret Manager, and refer to it with valueFrom.secretKeyRef, or in the input secrets.`;
        return [
          {
            message,
            path: [...path, "env", i, "value"],
            targets: variableTargets(subject, target, name),
            certain: found.certain
          }
        ];
      }),
      ...Object.entries({ command, args }).flatMap(
        ([field, words2]) => secretWords(words2, field === "args" ? command : []).map(({ index, reason, certain }) => {
          const message = `One of the ${field === "args" ? "arguments" : "words of the command"} looks like a secret (${reason}). Put it into Secret Manager, and pass it in the environment.`;
          const targets = [`${target}/${field}[${index}]`, `${target}/${field}`, field];
          return { message, path: [...path, field, index], targets, certain };
        })
      )
    ]);
    secretBuildArguments = (given) => [...given].flatMap(([name, value]) => {
      const found = findSecret(name, value);
      if (!found) return [];
      const message = `${name} looks like a secret (${found.reason}), and build arguments stay readable in the image's history and provenance. Give it in secrets and use RUN --mount=type=secret,id=${name}.`;
      return [{ message, targets: [name], certain: found.certain }];
    });
  }
});

// actions/build-image/plan/extra-args.ts
function flagsOf(argument) {
  if (!/^-[^-]/.test(argument)) return [argument.split("=")[0] ?? ""];
  const [letters = ""] = new RegExp(`^${SWITCHES}*.?`).exec(argument.slice(1)) ?? [];
  return [...letters].map((letter) => `-${letter}`);
}
var OWN, SWITCHES, ownInputOf;
var init_extra_args = __esm({
  "actions/build-image/plan/extra-args.ts"() {
    "use strict";
    OWN = {
      "--annotation": "Use the input annotations.",
      "--build-arg": "Use the input build-args.",
      "--build-context": "Use the input build-contexts.",
      "--builder": "Use the input builder.",
      "--cache-from": "Use the input cache.",
      "--cache-to": "Use the input cache.",
      "--file": "Use the input file.",
      "-f": "Use the input file.",
      "--iidfile": "Use the output digest.",
      "--label": "Use the input labels.",
      "--load": "Use the input load.",
      "--metadata-file": "Use the output metadata.",
      "--no-cache": "Use the input no-cache.",
      "--output": "Use the inputs push and load.",
      "-o": "Use the inputs push and load.",
      "--platform": "Use the input platforms.",
      "--progress": "The log is made from it.",
      "--provenance": "Use the input provenance.",
      "--pull": "Use the input pull.",
      "--push": "Use the input push.",
      "--quiet": "The log is made from the progress.",
      "-q": "The log is made from the progress.",
      "--sbom": "Use the input sbom.",
      "--secret": "Use the inputs secrets, secret-envs and secret-files.",
      "--ssh": "Use the input ssh.",
      "--tag": "Use the input tags.",
      "-t": "Use the input tags.",
      "--target": "Use the input target."
    };
    SWITCHES = "[Dq]";
    ownInputOf = (argument) => flagsOf(argument).map((flag) => OWN[flag]).find((input) => input !== void 0);
  }
});

// src/provenance/attestation-tag.ts
var ATTESTATION_TAG;
var init_attestation_tag = __esm({
  "src/provenance/attestation-tag.ts"() {
    "use strict";
    ATTESTATION_TAG = "attestation-";
  }
});

// actions/build-image/plan/own-tags.ts
function purposeOf(tag) {
  if (tag.startsWith(CACHE_TAG)) return "the build cache";
  if (tag.startsWith(UNSIGNED_TAG)) return "images that are not signed yet";
  if (tag.startsWith(ATTESTATION_TAG)) return "attestations of images";
  return /^inputs-[0-9a-f]{40}$/.test(tag) ? "images that are found again by their inputs" : void 0;
}
var CACHE_TAG, UNSIGNED_TAG;
var init_own_tags = __esm({
  "actions/build-image/plan/own-tags.ts"() {
    "use strict";
    init_attestation_tag();
    CACHE_TAG = "buildcache-";
    UNSIGNED_TAG = "unsigned-";
  }
});

// actions/build-image/reuse/key-label.ts
var KEY_LABEL;
var init_key_label = __esm({
  "actions/build-image/reuse/key-label.ts"() {
    "use strict";
    init_errors();
    KEY_LABEL = "dev.orchestra.actions.inputs";
  }
});

// actions/build-image/inputs.ts
var inputs_exports = {};
__export(inputs_exports, {
  readInputs: () => readInputs2
});
function readInputs2(reader, context) {
  const image = reader.required("image") === "" ? void 0 : reader.parse("image", parseRegistryImage);
  const region = reader.parse("region", parseRegion);
  const workspace = (0, import_node_path3.resolve)(context.github.workspace || ".");
  const contextDir = readContext(reader, workspace);
  const push = reader.boolean("push", "true");
  const sign = reader.oneOf("sign", ["auto", "required", "off"], "auto");
  const buildArgs = reader.map("build-args");
  const merge = readMerge(reader);
  const platforms = [...new Set(reader.parseList("platforms", parsePlatform2, "linux/amd64"))].sort();
  const inputs = {
    ...readSharedInputs(reader, { ...context, env: withProject(context.env, image) }),
    image: image ?? { host: "", path: "" },
    repository: image && artifactRegistryRepository(image, region),
    tags: reader.parseList("tags", parseTag),
    workspace,
    contextDir,
    file: readFile(reader, workspace, contextDir),
    target: reader.text("target"),
    platforms: merge.size > 0 ? [...merge.keys()].sort() : platforms,
    buildArgs,
    buildContexts: reader.map("build-contexts"),
    secrets: reader.map("secrets"),
    secretEnvs: reader.map("secret-envs"),
    secretFiles: reader.map("secret-files"),
    ssh: reader.list("ssh"),
    labels: readOwn(reader, "labels"),
    annotations: readOwn(reader, "annotations"),
    cache: reader.oneOf("cache", ["registry", "gha", "off"], "registry"),
    cacheMounts: reader.boolean("cache-mounts", "false"),
    cacheMountsMaxSize: reader.parse("cache-mounts-max-size", parseSize, "4Gi"),
    reuse: reader.boolean("reuse", "true") && push,
    reuseMaxAge: reader.duration("reuse-max-age", "7d"),
    provenance: reader.parse("provenance", parseProvenance, "mode=min"),
    sbom: reader.parse("sbom", parseSbom, "true"),
    push,
    forMerge: reader.boolean("for-merge", "false"),
    merge,
    load: reader.boolean("load", "false"),
    timeout: reader.duration("timeout"),
    pull: reader.boolean("pull", "false"),
    noCache: reader.boolean("no-cache", "false"),
    builder: reader.text("builder"),
    extraArgs: reader.list("extra-args"),
    provenanceRequired: readProvenanceInputs(reader, context, sign === "required"),
    sign,
    signLog: reader.oneOf("sign-log", ["auto", "public"], "auto"),
    signKey: reader.parse("sign-key", parseKeyVersion),
    githubToken: readGitHubToken(reader),
    policy: judgeBuildArguments(reader, buildArgs, context.clock.now())
  };
  checkTogether(reader, inputs, context.env);
  if (image && region) checkRegion(reader, image, region);
  reader.done();
  return inputs;
}
function parseRegistryImage(text4) {
  const image = parseImageName(text4);
  const known = image.host.endsWith("-docker.pkg.dev") || isLoopback(image.host);
  const moved = GCR_LOCATIONS.get(image.host);
  if (moved !== void 0) {
    const { project, rest } = splitPath(image);
    const name = { host: `${moved}-docker.pkg.dev`, path: [project, image.host, ...rest].join("/") };
    throw new Error(
      `"${text4}" is of Container Registry, which Artifact Registry took over. Write ${formatImageName(name)}, which is the same repository: ${image.host} serves its images, too.`
    );
  }
  if (!known)
    throw new Error(
      `"${text4}" is not in Artifact Registry. Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/NAME; our token must not go to another registry.`
    );
  if (splitPath(image).rest.length < 2)
    throw new Error(`"${text4}" is too short. Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/NAME.`);
  return image;
}
function withProject(env, image) {
  return { ...env, GOOGLE_CLOUD_PROJECT: env.GOOGLE_CLOUD_PROJECT || image && splitPath(image).project || "unknown" };
}
function parseTag(text4) {
  if (text4 === "latest")
    throw new Error('the tag latest means another image after each build. Deploy by the output "image" instead.');
  const purpose = purposeOf(text4);
  if (purpose) throw new Error(`the tag ${text4} is kept for ${purpose}. Choose another one.`);
  if (TAG.test(text4)) return text4;
  throw new Error(`"${text4}" is not a tag. Write the tag alone, at most 128 letters, digits, "_", "." and "-".`);
}
function parseKeyVersion(text4) {
  const name = text4.trim();
  if (/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+\/cryptoKeyVersions\/\d+$/.test(name))
    return name;
  throw new Error(
    `"${name}" is not a key version. Write projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/NUMBER.`
  );
}
function parsePlatform2(text4) {
  if (/^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9]+)?$/.test(text4)) return text4;
  const hint = text4.includes(",") ? " Write one per line, without commas." : "";
  throw new Error(`"${text4}" is not a platform such as linux/amd64 or linux/arm64.${hint}`);
}
function parseSize(text4) {
  const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(text4.trim()) ?? [];
  if (amount === void 0)
    throw new Error(`"${text4}" is not a size. Write a whole number with Mi or Gi, such as 4Gi.`);
  return Number(amount) * 1024 ** (unit === "Gi" ? 3 : 2);
}
function readMerge(reader) {
  const merge = reader.map("merge");
  for (const [platform, digest] of merge) {
    if (parsedPlatform(platform) && DIGEST.test(digest)) continue;
    reader.problem(
      "merge",
      `"${platform}=${digest}" is not a platform with its digest, such as linux/arm64=sha256:\u2026. Give the output digest of the step that built it; it is empty if that step did not run.`
    );
  }
  return merge;
}
function parsedPlatform(text4) {
  try {
    return parsePlatform2(text4) === text4;
  } catch {
    return false;
  }
}
function parseProvenance(text4) {
  const value = text4.trim();
  if (["false", "mode=min", "mode=max"].includes(value)) return value;
  throw new Error(`"${text4}" is not known. Write mode=min, mode=max or false.`);
}
function parseSbom(text4) {
  const value = text4.trim();
  if (value === "true" || value === "false" || /^generator=[^\s,"]+$/.test(value)) return value;
  throw new Error(`"${text4}" is not known. Write true, false or generator=IMAGE.`);
}
function readContext(reader, workspace) {
  const given = reader.text("context", ".");
  if (/^[a-z+]+:\/\//.test(given) || given.startsWith("git@")) {
    reader.problem(
      "context",
      `"${given}" is remote. Check the repository out and give a folder, so that what is built is what was tested.`
    );
    return ".";
  }
  if (!isDirectory((0, import_node_path3.resolve)(workspace, given)))
    reader.problem(
      "context",
      `"${given}" is not a folder in ${workspace}. Is actions/checkout missing before this step?`
    );
  return (0, import_node_path3.relative)(workspace, (0, import_node_path3.resolve)(workspace, given)) || ".";
}
function readFile(reader, workspace, contextDir) {
  const given = reader.text("file");
  const file = given ?? (0, import_node_path3.join)(contextDir, "Dockerfile");
  if (!isFile((0, import_node_path3.resolve)(workspace, file)) && isDirectory((0, import_node_path3.resolve)(workspace, contextDir)))
    reader.problem(
      "file",
      `there is no Dockerfile at "${file}". Give its path from the root of the repository.${given === void 0 ? ` If you have none, start from a template: ${TEMPLATES}.` : ""}`
    );
  return (0, import_node_path3.relative)(workspace, (0, import_node_path3.resolve)(workspace, file));
}
function checkTogether(reader, inputs, env) {
  const ids = [...inputs.secrets.keys(), ...inputs.secretEnvs.keys(), ...inputs.secretFiles.keys()];
  for (const id of new Set(ids.filter((id2, i) => ids.indexOf(id2) !== i)))
    reader.problem("secrets", `the id "${id}" is given more than once in secrets, secret-envs and secret-files.`);
  for (const [id, variable2] of inputs.secretEnvs)
    if (env[variable2] === void 0)
      reader.problem(
        "secret-envs",
        `${id} names the variable ${variable2}, which is not set. Set it in the step's env.`
      );
  for (const [id, path] of inputs.secretFiles)
    if (!isFile((0, import_node_path3.resolve)(inputs.workspace, path)))
      reader.problem("secret-files", `${id} names the file "${path}", which does not exist.`);
  for (const arg of inputs.extraArgs) {
    const own = ownInputOf(arg);
    if (own) reader.problem("extra-args", `"${arg.split("=")[0]}" is set by this action. ${own}`);
  }
  const { signKey, sign, signLog, provenanceRequired } = inputs;
  if (signKey && sign === "off")
    reader.problem("sign-key", "nothing is signed with sign: off. Leave one of the two out.");
  if (signKey && signLog === "public")
    reader.problem("sign-log", "signatures with a key are not logged. Remove sign-log or sign-key.");
  if (signKey && provenanceRequired.keys.length === 0 && (provenanceRequired.mode !== "off" || sign === "required"))
    reader.problem(
      "provenance-key",
      "is required with sign-key where images are reused only if they are verified. Give the file with the public key."
    );
  checkPlatformLegs(reader, inputs);
  if (inputs.load && inputs.platforms.length > 1)
    reader.problem("load", "the Docker Engine can load one platform only. Give one in platforms, or remove load.");
  if (inputs.dryRun && inputs.load) reader.problem("load", "nothing is loaded in a dry run. Leave one of the two out.");
}
function checkPlatformLegs(reader, { forMerge, merge, push, load, tags, ...inputs }) {
  const input = forMerge ? "for-merge" : "merge";
  if (!forMerge && merge.size === 0) return;
  if (!push) reader.problem(input, "needs push: true.");
  if (load) reader.problem(input, "cannot be loaded. Leave load out.");
  if (forMerge && merge.size > 0)
    reader.problem("merge", "cannot be combined with for-merge. Leave one of the two out.");
  if (forMerge && inputs.platforms.length !== 1)
    reader.problem(input, "builds one platform. Give one in platforms, and another step for each other one.");
  if (forMerge && tags.length > 0)
    reader.problem("tags", "are given to the merged image, not to that of one platform. Leave them out here.");
}
function checkRegion(reader, image, region) {
  if (!isLoopback(image.host) && !image.host.startsWith(`${region}-`))
    reader.problem("region", `"${region}" is not where the image is: ${image.host}. Leave it out, the image says it.`);
}
function judgeBuildArguments(reader, buildArgs, now) {
  const found = secretBuildArguments(buildArgs).map((finding) => ({
    rule: "no-plain-secrets",
    finding,
    input: "build-args"
  }));
  return judgeInputs(reader, found, readExceptions(reader), now);
}
function readOwn(reader, name) {
  const given = reader.map(name);
  for (const key of given.keys())
    if (key.replace(/^[^:]*:/, "").startsWith(KEY_LABEL.replace(/[^.]+$/, "")))
      reader.problem(name, `${key} is set by this action, which reads it to reuse images. Remove it.`);
  return given;
}
var import_node_fs, import_node_path3, GCR_LOCATIONS, TEMPLATES, isFile, isDirectory;
var init_inputs3 = __esm({
  "actions/build-image/inputs.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path3 = require("node:path");
    init_image_reference();
    init_provenance();
    init_shared();
    init_judge_inputs();
    init_plain_secrets();
    init_extra_args();
    init_own_tags();
    init_key_label();
    GCR_LOCATIONS = /* @__PURE__ */ new Map([
      ["gcr.io", "us"],
      ["us.gcr.io", "us"],
      ["eu.gcr.io", "europe"],
      ["asia.gcr.io", "asia"]
    ]);
    TEMPLATES = "https://github.com/orchestra/actions/blob/main/docs/guides/no-dockerfile.md";
    isFile = (path) => (0, import_node_fs.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
    isDirectory = (path) => (0, import_node_fs.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  }
});

// src/container/image-repositories.ts
function readImageRepositories(reader, images) {
  const allowed = reader.parseList("image-repositories", parseRepository);
  const scope = reader.oneOf("image-repositories-scope", ["all", "inputs"], "all");
  if (allowed.length === 0) return { allowed, scope };
  for (const image of images) {
    if (allowed.some((repository) => isIn(image, repository))) continue;
    reader.problem("image", refusal(formatImageDigest(image), allowed));
  }
  return { allowed, scope };
}
function isIn(image, repository) {
  const parts = registryPath(image).split("/");
  const folder = registryPath(repository).split("/");
  return image.host === repository.host && parts.length > folder.length && folder.every((part, i) => part === parts[i]);
}
function parseRepository(text4) {
  try {
    return parseImageName(text4.trim().replace(/\/+$/, ""));
  } catch {
    throw new Error(
      `"${text4}" is not a repository. Write HOST/PROJECT/REPOSITORY without tag and digest, for instance us-central1-docker.pkg.dev/acme/apps.`
    );
  }
}
var refusal;
var init_image_repositories = __esm({
  "src/container/image-repositories.ts"() {
    "use strict";
    init_errors();
    init_image_reference();
    refusal = (image, allowed) => `${image} is not in ${allowed.map(formatImageName).join(" or ")}. Pass an image from there, or add its repository to image-repositories.`;
  }
});

// src/google/run/secret-files.ts
function secretFileProblems(files) {
  const problems = files.flatMap(({ path }) => {
    const parts = path.split("/").slice(1);
    if (parts.some((part) => part === "" || part === "." || part === "..") || path.includes(":"))
      return [`"${path}" is not the path of a file. Write an absolute path such as /secrets/db=SECRET:VERSION.`];
    if (TAKEN.includes(directoryOf(path)) || /^\/(?:dev|proc|sys)\//.test(path))
      return [
        `"${path}" cannot be mounted in ${directoryOf(path)}. Choose a directory of its own, such as /secrets${path}.`
      ];
    return [];
  });
  const byDirectory = Map.groupBy(files, ({ path }) => directoryOf(path));
  for (const [directory, within] of byDirectory) {
    const secrets = new Set(within.map(({ secret }) => secret));
    if (secrets.size > 1)
      problems.push(
        `${directory} would hold several secrets (${[...secrets].join(", ")}), and Cloud Run mounts one secret per directory. Give each a directory of its own, such as /secrets/db/url and /secrets/api/key.`
      );
  }
  return problems;
}
var TAKEN, isFilePath, directoryOf;
var init_secret_files = __esm({
  "src/google/run/secret-files.ts"() {
    "use strict";
    TAKEN = ["/", "/dev", "/proc", "/sys", "/cloudsql"];
    isFilePath = (key) => key.startsWith("/");
    directoryOf = (path) => path.slice(0, path.lastIndexOf("/")) || "/";
  }
});

// src/inputs/comma-lists.ts
function commaHint(input, given) {
  const [only2 = ""] = given;
  const parts = only2.split(",");
  if (given.length !== 1 || parts.length < 2 || parts.some((part) => part === "" || /\s/.test(part))) return void 0;
  const [first2 = "", ...rest] = parts;
  const flags = rest.some((part) => part.startsWith("-"));
  const words2 = parts.every((part) => /^[\w./:@-]+$/.test(part)) && !first2.startsWith("-");
  if (!flags && !words2) return void 0;
  return `Input ${input}: "${only2}" is one argument with commas. gcloud separates arguments by commas, this input by lines. Write one argument per line: ${parts.join(" \u23CE ")}`;
}
function blankHint(input, given) {
  const [only2 = ""] = given;
  const words2 = only2.split(/\s+/);
  if (given.length !== 1 || words2.length < 2 || !words2.every((word) => /^[\w./:=@+-]+$/.test(word))) return void 0;
  return `Input ${input}: "${only2}" is one argument with spaces, and no shell splits it. Write one per line: ${words2.join(" \u23CE ")}`;
}
function commaMapHints(input, given) {
  return [...given].flatMap(([name, value]) => {
    const [first2 = "", ...others] = value.split(",");
    const names = others.map((part) => /^\s*([A-Za-z_]\w*)=/.exec(part)?.[1]);
    if (others.length === 0 || first2.includes("=") || names.includes(void 0)) return [];
    return `Input ${input}: the value of ${name} contains ${names.join("= and ")}=. gcloud separates by commas, this input by lines. Write one NAME=VALUE per line, or the value in quotes if it is one.`;
  });
}
var init_comma_lists = __esm({
  "src/inputs/comma-lists.ts"() {
    "use strict";
  }
});

// src/inputs/environment-names.ts
function envNameProblem(name, kind) {
  if (name.startsWith("/"))
    return `"${name}" is a path and not the name of an environment variable. To mount a secret as a file, write ${name}=SECRET:VERSION in the input secrets.`;
  if (RESERVED2[kind].includes(name))
    return `${name} is set by Cloud Run and cannot be set here. Remove it${name === "PORT" ? "; the port of the container is part of the service" : ""}.`;
  if (name.startsWith("X_GOOGLE_"))
    return `${name} starts with X_GOOGLE_, which Cloud Run reserves. Choose another name.`;
  if (name === "" || /[=\s\u0000-\u001f\u007f]/.test(name))
    return `"${name}" is not the name of an environment variable: it must not have spaces, "=" or control characters.`;
  return void 0;
}
function secretNameProblem(name, kind) {
  if (!name.includes("/")) return envNameProblem(name, kind);
  const path = name.replace(/^[./]+/, "");
  return `"${name}" is neither the name of an environment variable nor an absolute path. To mount the secret as a file, write ${path.includes("/") ? "/" : "/secrets/"}${path}=SECRET:VERSION.`;
}
var RESERVED2;
var init_environment_names = __esm({
  "src/inputs/environment-names.ts"() {
    "use strict";
    RESERVED2 = {
      service: ["PORT", "K_SERVICE", "K_REVISION", "K_CONFIGURATION"],
      job: [
        "CLOUD_RUN_JOB",
        "CLOUD_RUN_EXECUTION",
        "CLOUD_RUN_TASK_INDEX",
        "CLOUD_RUN_TASK_ATTEMPT",
        "CLOUD_RUN_TASK_COUNT"
      ]
    };
  }
});

// src/inputs/secret-reference.ts
function parseSecretReference(text4, name) {
  const match = /^((?:projects\/[^/\s]+\/secrets\/)?[A-Za-z0-9_-]{1,255})(?:(?::|\/versions\/)([A-Za-z0-9_-]+))?$/.exec(
    text4.trim()
  );
  if (match?.[1] && !findSecret("", text4)) return { secret: match[1], version: match[2] ?? "latest" };
  if (/^[\w:/-]+(?:,\s*[\w./-]+=[\w:/-]+)+$/.test(text4.trim()))
    throw new Error(
      `there are several secrets in one line. gcloud separates by commas, this input by lines. Write one NAME=SECRET:VERSION per line.`
    );
  throw new Error(
    `this is not a secret's name. Write ${name}=SECRET:VERSION, for instance ${name}=database-url:latest; give the name and never the value.`
  );
}
var init_secret_reference = __esm({
  "src/inputs/secret-reference.ts"() {
    "use strict";
    init_looks_like_secret();
  }
});

// actions/migrate/migrations/migration-files.ts
function migrationFiles(workspace, folder) {
  const entries = (0, import_node_fs2.readdirSync)((0, import_node_path4.join)(workspace, folder), { withFileTypes: true });
  const found = entries.flatMap((entry) => fileIn(workspace, folder, entry) ?? []);
  if (found.length > 0) return found;
  const isCode = entries.some(({ name }) => /\.(?:py|rb|[jt]s|php|go|java|ya?ml|xml)$/.test(name));
  throw new Error(
    `no migration found in "${folder}". ${isCode ? "Only SQL is checked, in files such as 000001_name.up.sql. Remove this input where migrations are code, and set contracting: true for a migration that is incompatible with the running version." : `${KNOWN}.`}`
  );
}
function fileIn(workspace, folder, entry) {
  const { name } = entry;
  if (entry.isDirectory()) {
    const version2 = FOLDER.exec(name)?.[1];
    if (version2 === void 0 || !(0, import_node_fs2.readdirSync)((0, import_node_path4.join)(workspace, folder, name)).includes(IN_FOLDER)) return void 0;
    return { name: `${name}/${IN_FOLDER}`, version: plainVersion(version2) };
  }
  if (name.endsWith(".down.sql")) return void 0;
  const version = NUMBERED.exec(name)?.[1] ?? FLYWAY.exec(name)?.[1];
  return version === void 0 ? void 0 : { name, version: plainVersion(version) };
}
var import_node_fs2, import_node_path4, NUMBERED, FLYWAY, FOLDER, IN_FOLDER, KNOWN, plainVersion;
var init_migration_files = __esm({
  "actions/migrate/migrations/migration-files.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    import_node_path4 = require("node:path");
    NUMBERED = /^(\d+)[_-].*\.sql$/;
    FLYWAY = /^V(\d+(?:[._]\d+)*)__.*\.sql$/;
    FOLDER = /^(\d+)_/;
    IN_FOLDER = "migration.sql";
    KNOWN = "Expected files such as 000001_name.up.sql, V1__name.sql (Flyway) or 20240102030405_name/migration.sql (Prisma)";
    plainVersion = (text4) => text4.split(/[._]/).map(BigInt).join(".");
  }
});

// src/github/open.ts
var init_open = __esm({
  "src/github/open.ts"() {
    "use strict";
  }
});

// shared:src/manifest/document.ts
var parseDocument;
var init_document = __esm({
  "shared:src/manifest/document.ts"() {
    ({ parseDocument } = require("../shared/manifest.cjs")["src/manifest/document.ts"]);
  }
});

// src/policy/base-branch.ts
var init_base_branch = __esm({
  "src/policy/base-branch.ts"() {
    "use strict";
    init_document();
    init_errors();
    init_exceptions();
  }
});

// src/policy/rules/images.ts
var init_images = __esm({
  "src/policy/rules/images.ts"() {
    "use strict";
    init_image_reference();
    init_containers();
  }
});

// src/policy/rules/min-instances.ts
var init_min_instances = __esm({
  "src/policy/rules/min-instances.ts"() {
    "use strict";
  }
});

// src/policy/rules/public-databases.ts
var import_node_net, PRIVATE;
var init_public_databases = __esm({
  "src/policy/rules/public-databases.ts"() {
    "use strict";
    import_node_net = require("node:net");
    init_image();
    init_containers();
    PRIVATE = new import_node_net.BlockList();
    for (const [network, prefix] of [
      ["0.0.0.0", 8],
      ["10.0.0.0", 8],
      ["100.64.0.0", 10],
      ["127.0.0.0", 8],
      ["169.254.0.0", 16],
      ["172.16.0.0", 12],
      ["192.168.0.0", 16],
      // Used within Google Cloud as a private range, though it is not on the register.
      ["199.36.153.0", 24],
      ["240.0.0.0", 4]
    ])
      PRIVATE.addSubnet(network, prefix, "ipv4");
    for (const [network, prefix] of [
      ["::", 127],
      ["fc00::", 7],
      ["fe80::", 10]
    ])
      PRIVATE.addSubnet(network, prefix, "ipv6");
  }
});

// src/policy/rules/startup-probe.ts
var init_startup_probe = __esm({
  "src/policy/rules/startup-probe.ts"() {
    "use strict";
    init_image();
    init_containers();
  }
});

// src/policy/rules.ts
var init_rules = __esm({
  "src/policy/rules.ts"() {
    "use strict";
    init_images();
    init_min_instances();
    init_plain_secrets();
    init_public_databases();
    init_startup_probe();
  }
});

// src/policy/evaluate.ts
var init_evaluate = __esm({
  "src/policy/evaluate.ts"() {
    "use strict";
    init_errors();
    init_apply_exceptions();
    init_exceptions();
    init_rules();
  }
});

// shared:src/google/http/invalid-response.ts
var about, notJson, parseAnswer, redirected, tooLarge, tooSlow;
var init_invalid_response = __esm({
  "shared:src/google/http/invalid-response.ts"() {
    ({ about, notJson, parseAnswer, redirected, tooLarge, tooSlow } = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"]);
  }
});

// src/container/registry-calls.ts
var init_registry_calls = __esm({
  "src/container/registry-calls.ts"() {
    "use strict";
    init_client();
    init_invalid_response();
    init_errors();
    init_image_reference();
  }
});

// src/container/registry.ts
var OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST, MANIFEST_TYPES, MOST_MANIFEST;
var init_registry = __esm({
  "src/container/registry.ts"() {
    "use strict";
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
  }
});

// src/container/public-registry.ts
var init_public_registry = __esm({
  "src/container/public-registry.ts"() {
    "use strict";
    init_image_reference();
    init_registry();
  }
});

// src/policy/pinned-images.ts
var init_pinned_images = __esm({
  "src/policy/pinned-images.ts"() {
    "use strict";
    init_image_reference();
    init_public_registry();
    init_client();
    init_image();
    init_errors();
    init_containers();
    init_images();
  }
});

// src/policy/report.ts
var init_report2 = __esm({
  "src/policy/report.ts"() {
    "use strict";
    init_describe_exceptions();
    init_evaluate();
  }
});

// actions/migrate/policy/judge-job.ts
function judgeJobInputs(reader, inputs, now) {
  const { env, command, args, statusArgs, policy, policyExceptions } = inputs;
  const found = [
    ...inputFindings({ env: [...env].map(([name, value]) => ({ name, value })), command, args }),
    ...inputFindings({ args: statusArgs }).map((one) => ({ ...one, input: "status-args" }))
  ];
  return judgeInputs(reader, found, policyExceptions, now, policy);
}
function inputFindings(container) {
  const { command = [], args = [], env = [] } = container;
  const resource = {
    template: { template: { containers: [{ env, command: [...command], args: [...args] }] } }
  };
  return plainSecrets({ kind: "Job", resource }).map((finding) => {
    const input = String(finding.path?.[FIELD]);
    const targets = input === "env" ? [finding.targets?.[0] ?? ""] : [input];
    return { rule: "no-plain-secrets", input, finding: { ...finding, targets } };
  });
}
var FIELD;
var init_judge_job = __esm({
  "actions/migrate/policy/judge-job.ts"() {
    "use strict";
    init_open();
    init_base_branch();
    init_evaluate();
    init_exceptions();
    init_judge_inputs();
    init_pinned_images();
    init_report2();
    init_plain_secrets();
    FIELD = 4;
  }
});

// actions/migrate/inputs.ts
var inputs_exports2 = {};
__export(inputs_exports2, {
  manifestOrigin: () => manifestOrigin,
  readInputs: () => readInputs3
});
function readInputs3(reader, context) {
  const workspace = (0, import_node_path5.resolve)(context.github.workspace || ".");
  const mode = reader.oneOf("mode", ["job", "docker"], "job");
  const image = reader.required("image") === "" ? void 0 : reader.parse("image", parseImageDigest);
  const imageRepositories = readImageRepositories(reader, image ? [image] : []);
  const manifest = reader.parse("manifest", (text4) => readSource(workspace, text4));
  const fromService = reader.parse("from-service", (text4) => parseFromService(workspace, text4));
  const region = reader.parse("region", parseRegion);
  const job = reader.parse("job", parseJobName);
  const when = reader.oneOf("when", ["before-traffic", "after-traffic"], "before-traffic");
  const shared = readSharedInputs(
    reader,
    mode === "docker" ? { ...context, env: { ...context.env, GOOGLE_CLOUD_PROJECT: projectOf(context) || NO_PROJECT } } : context
  );
  const inputs = {
    ...shared,
    image: image ?? { host: "", path: "", digest: "" },
    imageRepositories,
    region: region ?? "",
    mode,
    job: job ?? defaultJobName(fromService, { ...shared, region: region ?? "" }),
    command: reader.list("command"),
    args: reader.list("args"),
    fromService,
    manifest,
    env: reader.map("env"),
    ...readSecrets(reader),
    cloudsqlInstances: reader.parseList("cloudsql-instances", parseInstance),
    runtimeServiceAccount: reader.parse("runtime-service-account", parseServiceAccount),
    timeout: reader.duration("timeout"),
    statusArgs: reader.list("status-args"),
    migrations: reader.parse("migrations", (text4) => parseFolder(workspace, text4)),
    when,
    contracting: reader.boolean("contracting", "false") || when === "after-traffic",
    beforeCanary: reader.boolean("before-canary", "false"),
    services: readServiceNames(reader, {
      project: shared.project === NO_PROJECT ? void 0 : shared.project,
      region,
      commit: shared.commit,
      workspace
    }),
    force: reader.boolean("force", "false"),
    freeze: readFreeze(reader),
    provenance: readProvenanceInputs(reader, context),
    outOfOrder: reader.oneOf("out-of-order", ["warn", "refuse", "allow"], "warn"),
    cancelExecution: reader.boolean("cancel-execution", "false"),
    workspace,
    policy: reader.oneOf("policy", ["enforce", "warn"], "enforce"),
    policyExceptions: readExceptions(reader),
    exceptions: reader.oneOf("exceptions", ["manifest", "base"], "manifest"),
    githubToken: readGitHubToken(reader)
  };
  checkTogether2(reader, inputs);
  const hints = [
    ...["command", "args", "status-args"].flatMap((name) => {
      const list = reader.list(name);
      return commaHint(name, list) ?? blankHint(name, list) ?? [];
    }),
    ...commaMapHints("env", inputs.env ?? /* @__PURE__ */ new Map())
  ];
  const judged = mode === "job" ? judgeJobInputs(reader, inputs, context.clock.now()) : { exceptions: [], warnings: [] };
  reader.done();
  return { ...inputs, judged: { ...judged, warnings: [...hints, ...judged.warnings] } };
}
function checkTogether2(reader, inputs) {
  if (inputs.mode === "docker") {
    for (const name of JOB_ONLY)
      if (reader.given(name))
        reader.problem(
          name,
          "is for mode job. In mode docker, give what the program needs in env, for instance from the step's own secrets."
        );
  } else {
    if (!reader.given("region"))
      reader.problem("region", "is missing. Give the region of the job, for instance europe-west1.");
    if (!reader.given("job") && !inputs.manifest && inputs.job === "")
      reader.problem("job", "is missing. Give the name of the Cloud Run job, or a manifest.");
  }
  if (inputs.when === "after-traffic") checkAfterTraffic(reader, inputs);
  if (inputs.manifest) {
    for (const name of NOT_WITH_MANIFEST)
      if (reader.given(name))
        reader.problem(name, "cannot be combined with manifest, which says it. Leave one of the two out.");
  }
  for (const name of inputs.env?.keys() ?? []) {
    const problem = envNameProblem(name, "job");
    if (problem) reader.problem("env", problem);
  }
  for (const { name } of inputs.secrets)
    if (name && inputs.env?.has(name))
      reader.problem("env", `${name} is given in secrets, too. Leave one of the two out.`);
  const { timeout } = inputs;
  if (timeout !== void 0 && (timeout < 1e3 || timeout > LONGEST_TIMEOUT))
    reader.problem("timeout", "must be from 1s to 7d, which is the longest that a task may run.");
}
function checkAfterTraffic(reader, { mode, beforeCanary }) {
  if (mode === "docker")
    reader.problem(
      "when",
      "after-traffic is for mode job: mode docker records nothing, so a rollback to code that no longer works could not be refused."
    );
  if (!reader.given("services"))
    reader.problem(
      "services",
      "is missing. With when: after-traffic, name the services whose release must have all traffic."
    );
  if (beforeCanary)
    reader.problem(
      "when",
      "after-traffic cannot be combined with a canary of hours or days: old revisions serve until it has all traffic. Put the migration into a later commit, which deploys without timed steps."
    );
}
function defaultJobName(from, place) {
  if (!from) return "";
  if ("service" in from) return `${from.service}-migrate`;
  try {
    return `${readManifest(manifestOrigin(from, place)).name}-migrate`;
  } catch {
    return "unknown";
  }
}
function parseJobName(text4) {
  const value = text4.trim();
  if (/^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/.test(value)) return value;
  throw new Error(`"${text4}" is not the name of a job. Write at most 49 lower-case letters, digits and hyphens.`);
}
function readSource(workspace, text4) {
  const file = text4.trim();
  const path = (0, import_node_path5.resolve)(workspace, file);
  if (!(0, import_node_fs3.statSync)(path, { throwIfNoEntry: false })?.isFile())
    throw new Error(`there is no file "${file}". Give its path from the root of the repository.`);
  return { file, text: (0, import_node_fs3.readFileSync)(path, "utf8") };
}
function parseFromService(workspace, text4) {
  const value = text4.trim();
  if (/\.ya?ml$/.test(value)) return readSource(workspace, value);
  if (/^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/.test(value)) return { service: value };
  throw new Error(`"${text4}" is neither the name of a service nor the path of a .yaml file.`);
}
function parseFolder(workspace, text4) {
  const folder = text4.trim();
  if (!(0, import_node_fs3.statSync)((0, import_node_path5.resolve)(workspace, folder), { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`there is no folder "${folder}". Give its path from the root of the repository.`);
  migrationFiles(workspace, folder);
  return folder;
}
function parseInstance(text4) {
  if (/^[a-z0-9.:-]+:[a-z0-9-]+:[a-z0-9-]+$/.test(text4)) return text4;
  throw new Error(`"${text4}" is not an instance. Write PROJECT:REGION:INSTANCE.`);
}
function readSecrets(reader) {
  const secrets = [];
  const secretFiles = [];
  for (const [name, reference] of reader.map("secrets") ?? []) {
    const problem = isFilePath(name) ? void 0 : secretNameProblem(name, "job");
    if (problem) reader.problem("secrets", problem);
    try {
      const secret = parseSecretReference(reference, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...secret });
      else secrets.push({ name, valueSource: { secretKeyRef: secret } });
    } catch (error) {
      reader.problem("secrets", `${name}: ${error.message}`);
    }
  }
  for (const problem of secretFileProblems(secretFiles)) reader.problem("secrets", problem);
  return { secrets, secretFiles };
}
var import_node_fs3, import_node_path5, JOB_ONLY, NOT_WITH_MANIFEST, NO_PROJECT, projectOf, LONGEST_TIMEOUT, manifestOrigin;
var init_inputs4 = __esm({
  "actions/migrate/inputs.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_node_path5 = require("node:path");
    init_image_reference();
    init_image_repositories();
    init_freeze();
    init_auth();
    init_secret_files();
    init_comma_lists();
    init_environment_names();
    init_provenance();
    init_secret_reference();
    init_services();
    init_shared();
    init_manifest();
    init_judge_inputs();
    init_migration_files();
    init_judge_job();
    JOB_ONLY = [
      "job",
      "from-service",
      "manifest",
      "secrets",
      "cloudsql-instances",
      "runtime-service-account",
      "region"
    ];
    NOT_WITH_MANIFEST = [
      "command",
      "args",
      "from-service",
      "env",
      "secrets",
      "cloudsql-instances",
      "runtime-service-account"
    ];
    NO_PROJECT = "unused";
    projectOf = ({ env }) => env.GOOGLE_CLOUD_PROJECT;
    LONGEST_TIMEOUT = 7 * 864e5;
    manifestOrigin = ({ file, text: text4 }, { project, region, commit }) => ({
      file,
      text: text4,
      project,
      region,
      substitutions: /* @__PURE__ */ new Map([
        ["PROJECT", project],
        ["REGION", region],
        ["COMMIT", commit]
      ])
    });
  }
});

// actions/deploy-run/plan/names.ts
function tagProblem(service, tag) {
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(tag))
    return `"${tag}" is not a traffic tag. Write lower-case letters, digits and hyphens, starting with a letter.`;
  if (tag.length < TAG_LENGTH) return `"${tag}" is too short. A traffic tag has at least ${TAG_LENGTH} characters.`;
  if (tag.length + service.length > TAGGED_LENGTH)
    return `"${tag}" is too long for the service ${service}: together they may have ${TAGGED_LENGTH} characters, and have ${tag.length + service.length}. Shorten the tag to ${Math.max(0, TAGGED_LENGTH - service.length)} characters.`;
  return void 0;
}
function serviceProblem(name) {
  if (/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length < 50) return void 0;
  return `"${name}" is not a service name. Write lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen, fewer than 50 characters.`;
}
var TAGGED_LENGTH, TAG_LENGTH;
var init_names = __esm({
  "actions/deploy-run/plan/names.ts"() {
    "use strict";
    TAGGED_LENGTH = 46;
    TAG_LENGTH = 3;
  }
});

// actions/deploy-run/inputs/formats.ts
function parseService(text4) {
  const value = text4.trim();
  const problem = serviceProblem(value);
  if (problem) throw new Error(problem);
  return value;
}
function parseNamedImage(text4) {
  const match = /^([a-z0-9-]+)=(.*)$/.exec(text4.trim());
  return { container: match?.[1], image: parseImageDigest(match?.[2] ?? text4) };
}
function parseStatuses(text4) {
  return parseList(text4.replaceAll(",", "\n")).map((item) => {
    const match = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replaceAll(" ", ""));
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || from > to)
      throw new Error(`"${item}" is not an HTTP status. Write for instance 200, 200-299 or 200,204.`);
    return { from, to };
  });
}
function parsePath(text4) {
  const value = text4.trim();
  if (value.startsWith("/") && !/\s/.test(value)) return value;
  throw new Error(`"${text4}" is not a path. Write for instance /health.`);
}
function parseCpu(text4) {
  const value = text4.trim();
  if (/^(?:\d+(?:\.\d+)?|\d+m)$/.test(value)) return value;
  throw new Error(`"${text4}" is not a number of CPUs. Write for instance 1, 0.5 or 500m.`);
}
function parseMemory(text4) {
  const value = text4.trim();
  if (/^\d+(?:\.\d+)?(?:[KMGT]i|[kMGT])$/.test(value)) return value;
  throw new Error(`"${text4}" is not an amount of memory. Write for instance 512Mi or 2Gi.`);
}
function parseIngress(text4) {
  const value = INGRESS[text4.trim()];
  if (value) return value;
  throw new Error(`"${text4}" is not known. Write one of: ${Object.keys(INGRESS).join(", ")}.`);
}
var INGRESS;
var init_formats = __esm({
  "actions/deploy-run/inputs/formats.ts"() {
    "use strict";
    init_image_reference();
    init_lists();
    init_names();
    INGRESS = {
      all: "INGRESS_TRAFFIC_ALL",
      internal: "INGRESS_TRAFFIC_INTERNAL_ONLY",
      "internal-and-cloud-load-balancing": "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
    };
  }
});

// shared:src/manifest/yaml-error.ts
var MOST_LEVELS, TOO_DEEP, describeYamlError, isTooDeep;
var init_yaml_error = __esm({
  "shared:src/manifest/yaml-error.ts"() {
    ({ MOST_LEVELS, TOO_DEEP, describeYamlError, isTooDeep } = require("../shared/manifest.cjs")["src/manifest/yaml-error.ts"]);
  }
});

// src/inputs/entries.ts
function parseEntries(text4, { expected }) {
  let value;
  try {
    value = (0, import_yaml3.parse)(text4);
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
function parseEntry2(given, index, { wide, whole, labelOf }) {
  const label = String(labelOf(given) ?? `entry ${index + 1}`);
  const values = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(given)) {
    if (wide.has(key)) throw new Error(`${label}: ${key} is for ${whole}. Give it as an input of the step.`);
    values.set(key, textOf3(value, `${label}: ${key}`));
  }
  return { label, values };
}
function textOf3(value, where) {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return writeList(value.map((item) => textOf3(item, where)));
  return writeMap(
    Object.entries(value).map(([key, item]) => {
      if (item !== null && typeof item === "object") throw new Error(`${where}: the value of ${key} must be text.`);
      return [key, String(item ?? "")];
    })
  );
}
function readEntry({ list, entry: { label, values }, inherited, entryOnly, lists, read: read3 }, problems) {
  const own = [...values].map(([name, value]) => [variable(name), value]);
  const reader = createInputReader(Object.fromEntries([...inherited, ...own]));
  for (const name of lists) reader.text(name);
  try {
    return read3(reader);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { subject, message } of error.problems) {
      const name = subject.replace(/^Input /, "");
      const isOwn = values.has(name) || entryOnly.includes(name);
      problems.push({ subject: isOwn ? `Input ${list}, ${label}, ${name}` : subject, message });
    }
    return void 0;
  }
}
var import_yaml3;
var init_entries = __esm({
  "src/inputs/entries.ts"() {
    "use strict";
    import_yaml3 = __toESM(require_yaml(), 1);
    init_yaml_error();
    init_errors();
    init_inputs2();
    init_lists();
  }
});

// actions/deploy-run/inputs/entries.ts
function parseServiceEntries(text4) {
  return parseEntries(text4, SERVICE).map(({ after = [], name, ...rest }, i) => {
    const entry = parseEntry2(rest, i, SERVICE);
    if (name !== void 0 && (typeof name !== "string" || name === ""))
      throw new Error(`${entry.label}: name is text by which after of other entries knows it, such as web.`);
    const names = typeof after === "string" ? [after] : after;
    if (!Array.isArray(names) || names.some((name2) => typeof name2 !== "string"))
      throw new Error(`${entry.label}: after has the names of services, for instance ["web"].`);
    return { ...entry, name, after: names };
  });
}
function parseJobEntries(text4, usual) {
  return parseEntries(text4, JOB).map((given, i) => {
    const { when = usual, "on-failure": onFailure = "fail", execute = true, ...rest } = given;
    const entry = parseEntry2(rest, i, JOB);
    const source = jobSource(rest, entry);
    if (source.kind !== "manifest" && "execute" in given)
      throw new Error(`${entry.label}: execute is only allowed with manifest.`);
    if (when !== "before-traffic" && when !== "after-traffic")
      throw new Error(`${entry.label}: when is before-traffic or after-traffic, got ${String(when)}.`);
    if (onFailure !== "restore" && onFailure !== "fail")
      throw new Error(`${entry.label}: on-failure is restore or fail, got ${String(onFailure)}.`);
    if (typeof execute !== "boolean")
      throw new Error(`${entry.label}: execute is true or false, got ${String(execute)}.`);
    return { ...entry, source, when, onFailure, execute };
  });
}
function jobSource(given, { label, values }) {
  const { job, command, args, service } = given;
  if ([given.manifest, job, command].filter((value) => value !== void 0).length !== 1)
    throw new Error(`${label}: expected ${JOB.expected}`);
  if (given.manifest !== void 0) return { kind: "manifest" };
  const known = job === void 0 ? COMMAND_KEYS : JOB_KEYS;
  const unknown = [...values.keys()].find((key) => !known.has(key));
  if (unknown)
    throw new Error(
      `${label}: ${unknown} cannot be combined with ${job === void 0 ? "command" : "job"}. Use manifest.`
    );
  if (job !== void 0) {
    if (typeof job !== "string" || !/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(job))
      throw new Error(`${label}: job is the name of a Cloud Run job, got ${JSON.stringify(job)}.`);
    return { kind: "existing", job };
  }
  return {
    kind: "command",
    service: service === void 0 ? void 0 : String(service),
    command: words(command, `${label}: command`),
    args: args === void 0 ? [] : words(args, `${label}: args`)
  };
}
function words(value, where) {
  const list = typeof value === "string" && !/\s/.test(value) ? [value] : value;
  if (Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === "string" && word !== ""))
    return list;
  throw new Error(`${where} is a list of words, for instance ["npm", "run", "smoke"], got ${JSON.stringify(value)}.`);
}
var RELEASE_WIDE, ENTRY_ONLY, JOB_INHERITS, JOB_KEYS, COMMAND_KEYS, COMMON, SERVICE, JOB;
var init_entries2 = __esm({
  "actions/deploy-run/inputs/entries.ts"() {
    "use strict";
    init_entries();
    RELEASE_WIDE = /* @__PURE__ */ new Set([
      "services",
      "jobs",
      "verify",
      "project",
      "commit",
      "dry-run",
      "workload-identity-provider",
      "service-account",
      "credentials-json",
      "image-repositories",
      "image-repositories-scope",
      "strategy",
      "steps",
      "step-interval",
      "on-canary",
      "overdue-after",
      "advance",
      "deployment-environment",
      "approved",
      "analysis",
      "on-inconclusive",
      "false-alarm-rate",
      "timeout",
      "tag",
      "no-traffic",
      "remove-tag",
      "preview-failure",
      "preview-comment",
      "rollback-to",
      "on-unknown-combination",
      "reason",
      "hold",
      "release-hold",
      "force",
      "freeze",
      "required-checks",
      "execute",
      "github-token",
      "on-unknown-history"
    ]);
    ENTRY_ONLY = ["service", "manifest", "image", "env", "secrets", "labels"];
    JOB_INHERITS = /* @__PURE__ */ new Set([
      "project",
      "region",
      "commit",
      "dry-run",
      "workload-identity-provider",
      "service-account",
      "credentials-json",
      "image-repositories",
      "image-repositories-scope",
      "timeout",
      "force",
      "freeze",
      "policy",
      "secrets-latest",
      "substitutions",
      "github-token",
      "require-provenance",
      "provenance-identity",
      "trusted-root",
      "provenance-key"
    ]);
    JOB_KEYS = /* @__PURE__ */ new Set(["job", "region"]);
    COMMAND_KEYS = /* @__PURE__ */ new Set(["command", "args", "service", "region"]);
    COMMON = {
      wide: RELEASE_WIDE,
      whole: "the whole release",
      labelOf: ({ service, manifest }) => service ?? manifest
    };
    SERVICE = {
      ...COMMON,
      expected: "service or manifest. Write for instance:\n- service: web\n  image: NAME@sha256:\u2026"
    };
    JOB = {
      ...COMMON,
      labelOf: ({ manifest, job, service }) => manifest ?? job ?? service,
      expected: "one of manifest, job and command. Write for instance:\n- manifest: deploy/warm-up.yaml\n  when: before-traffic"
    };
  }
});

// actions/deploy-run/inputs/lists.ts
function readServices(text4, reader, context, readOne3) {
  const problems = [];
  for (const name of ENTRY_ONLY)
    if (reader.given(name))
      problems.push({
        subject: `Input ${name}`,
        message: "cannot be combined with services. Write it in the entry of its service."
      });
  const inherited = Object.entries(context.env).filter(([key]) => !ENTRY_ONLY.some((name) => variable(name) === key));
  const read3 = (own) => readOne3(own, context);
  const entries = parseServiceEntries(text4).flatMap((entry) => {
    const inputs = readEntry({ list: "services", entry, inherited, ...ENTRIES, read: read3 }, problems);
    return inputs ? [{ inputs, name: entry.name, after: entry.after }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}
function readJobs(list, text4, first2, context, readOne3) {
  const problems = [];
  const names = new Set([...JOB_INHERITS].map(variable));
  const inherited = Object.entries(context.env).filter(([key]) => !key.startsWith(variable("")) || names.has(key));
  const read3 = (own) => readOne3(own, context);
  const entries = parseJobEntries(text4, list === "verify" ? "before-traffic" : void 0).flatMap((entry) => {
    const { source, label, when, onFailure } = entry;
    const common = { source, list, label, when, onFailure };
    if (source.kind !== "manifest") {
      const regions = entry.values.get("region")?.split("\n").map(parseRegion) ?? first2?.regions.slice(0, 1) ?? [];
      if (!first2)
        problems.push({
          subject: `Input ${list}`,
          message: `${label} runs with what the step says of its services. Give services or service, or a manifest in this entry.`
        });
      return first2 ? [{ ...common, inputs: { ...first2, regions } }] : [];
    }
    const values = new Map([...entry.values, ["execute", String(entry.execute)]]);
    const inputs = readEntry({ list, entry: { ...entry, values }, inherited, ...ENTRIES, read: read3 }, problems);
    return inputs ? [{ ...common, inputs }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}
var ENTRIES;
var init_lists3 = __esm({
  "actions/deploy-run/inputs/lists.ts"() {
    "use strict";
    init_entries();
    init_shared();
    init_errors();
    init_inputs2();
    init_entries2();
    ENTRIES = { entryOnly: ENTRY_ONLY, lists: ["services", "jobs", "verify"] };
  }
});

// actions/deploy-run/analysis/conditions.ts
var ERRORS;
var init_conditions = __esm({
  "actions/deploy-run/analysis/conditions.ts"() {
    "use strict";
    ERRORS = [{ kind: "errors" }, { kind: "refused" }];
  }
});

// actions/deploy-run/analysis/statistics/counts.ts
var init_counts = __esm({
  "actions/deploy-run/analysis/statistics/counts.ts"() {
    "use strict";
  }
});

// actions/deploy-run/analysis/statistics/dispersion.ts
var init_dispersion = __esm({
  "actions/deploy-run/analysis/statistics/dispersion.ts"() {
    "use strict";
    init_counts();
  }
});

// actions/deploy-run/analysis/statistics/rate-bounds.ts
var init_rate_bounds = __esm({
  "actions/deploy-run/analysis/statistics/rate-bounds.ts"() {
    "use strict";
    init_counts();
  }
});

// actions/deploy-run/analysis/statistics/sequential-test.ts
var init_sequential_test = __esm({
  "actions/deploy-run/analysis/statistics/sequential-test.ts"() {
    "use strict";
  }
});

// actions/deploy-run/analysis/judge.ts
var TOLERANCE;
var init_judge = __esm({
  "actions/deploy-run/analysis/judge.ts"() {
    "use strict";
    init_counts();
    init_dispersion();
    init_rate_bounds();
    init_sequential_test();
    TOLERANCE = { ratio: 1.5, absolute: 5e-4 };
  }
});

// actions/deploy-run/analysis/parse-conditions.ts
function parseAnalysis(text4) {
  const value = text4.trim();
  if (value === "off") return [];
  if (value === "errors") return [...ERRORS];
  let list;
  try {
    list = (0, import_yaml4.parse)(text4);
  } catch (error) {
    throw new Error(describeYamlError(error));
  }
  if (!Array.isArray(list) || list.length === 0)
    throw new Error(`expected off, errors, or a list of conditions, got "${value}". Write for instance:
${EXAMPLE2}`);
  const conditions = list.flatMap(parseCondition);
  const names = conditions.map(nameOf3);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== void 0) throw new Error(`names the condition "${twice}" twice. Give each condition its own name.`);
  return conditions;
}
function parseCondition(item, index) {
  const at = `condition ${index + 1}`;
  if (item === "errors") return ERRORS;
  if (typeof item !== "object" || item === null || Array.isArray(item))
    throw new Error(
      `${at}: expected errors, latency, metric or log, got ${JSON.stringify(item)}. Write for instance:
${EXAMPLE2}`
    );
  const fields = Object.entries(item);
  const kinds = fields.map(([key]) => key).filter((key) => ["latency", "metric", "log"].includes(key));
  if (kinds.length !== 1)
    throw new Error(
      `${at}: expected one of latency, metric and log, got ${fields.map(([key]) => key).join(", ") || "nothing"}.`
    );
  const [kind] = kinds;
  const known = kind === "latency" ? ["latency"] : [kind, "name", "compare", "threshold"];
  const unknown = fields.find(([key]) => !known.includes(key))?.[0];
  if (unknown !== void 0) throw new Error(`${at}: unknown key ${unknown}. Known with ${kind}: ${known.join(", ")}.`);
  const value = (key) => fields.find(([name2]) => name2 === key)?.[1];
  if (kind === "latency") return { kind, percentile: parsePercentile(at, value(kind)) };
  const filter = value(kind);
  if (typeof filter !== "string" || filter.trim() === "")
    throw new Error(`${at}: ${kind} expects a filter of Cloud ${kind === "log" ? "Logging" : "Monitoring"}, as text.`);
  if (kind === "metric" && !/\bmetric\.type\b/.test(filter))
    throw new Error(
      `${at}: the filter contains no metric. It needs metric.type="\u2026", for a counter with the label revision_name.`
    );
  const name = value("name") ?? `${kind} ${index + 1}`;
  if (typeof name !== "string" || !/^[\w .-]{1,40}$/.test(name))
    throw new Error(
      `${at}: name has at most 40 letters, digits, spaces, dots, "-" and "_", got ${JSON.stringify(name)}.`
    );
  return { kind, name, filter: filter.trim(), model: parseModel(at, value("compare"), value("threshold")) };
}
function parseModel(at, compare, threshold) {
  if (compare !== void 0 && threshold !== void 0)
    throw new Error(`${at}: threshold and compare exclude each other.`);
  if (compare !== void 0 && compare !== "baseline")
    throw new Error(`${at}: compare expects baseline, got ${JSON.stringify(compare)}.`);
  if (threshold === void 0) return { kind: "baseline", ...TOLERANCE };
  return { kind: "threshold", rate: parsePercent(at, threshold) };
}
function parsePercentile(at, value) {
  const percentile = Number(/^p(\d\d)$/.exec(String(value))?.[1]);
  if (PERCENTILES.includes(percentile)) return percentile;
  throw new Error(
    `${at}: latency expects ${PERCENTILES.map((one) => `p${one}`).join(", ")}, got ${JSON.stringify(value)}.`
  );
}
function parsePercent(at, value) {
  const percent = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(String(value).trim())?.[1]);
  if (percent > 0 && percent < 100) return percent / 100;
  throw new Error(`${at}: threshold expects a share of the requests, for instance 1%, got ${JSON.stringify(value)}.`);
}
function parseFalseAlarmRate(text4) {
  const percent = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(text4.trim())?.[1]);
  if (percent >= 0.01 && percent <= 20) return percent / 100;
  throw new Error(`expected a percentage from 0.01% to 20%, got "${text4}". Write for instance 1%.`);
}
var import_yaml4, EXAMPLE2, PERCENTILES, nameOf3;
var init_parse_conditions = __esm({
  "actions/deploy-run/analysis/parse-conditions.ts"() {
    "use strict";
    import_yaml4 = __toESM(require_yaml(), 1);
    init_yaml_error();
    init_conditions();
    init_judge();
    EXAMPLE2 = "- errors\n- latency: p95\n- log: severity>=ERROR\n  threshold: 1%";
    PERCENTILES = [50, 75, 90, 95, 99];
    nameOf3 = (condition) => "name" in condition ? condition.name : condition.kind === "latency" ? `latency p${condition.percentile}` : condition.kind;
  }
});

// actions/deploy-run/inputs/rollout.ts
function readRollout(reader, shared) {
  const strategy = reader.oneOf("strategy", ["direct", "canary"], "direct");
  const { steps, held } = reader.parse("steps", parseSteps) ?? { steps: [5, 25, 100], held: [] };
  const given = reader.duration("step-interval") ?? 6e4;
  const stepInterval = held.length > 0 ? Math.min(...held.slice(0, -1).map(({ ms }) => ms)) : given;
  if (held.length > 0 && reader.given("step-interval"))
    reader.problem("step-interval", "cannot be combined with steps that have times of their own.");
  if (strategy === "direct") {
    for (const name of ["steps", "step-interval"])
      if (reader.given(name)) reader.problem(name, "is only allowed with strategy: canary.");
  }
  const kind = reader.oneOf("probe", ["http", "grpc", "startup"], "http");
  const probe = {
    kind,
    path: reader.parse("probe-path", parsePath),
    statuses: reader.parse("probe-status", parseStatuses) ?? [{ from: 200, to: 200 }],
    passes: reader.integer("probe-passes", "3", { min: 1, max: 100 }),
    interval: reader.duration("probe-interval", "1s"),
    timeout: reader.duration("probe-timeout", "60s"),
    contains: reader.text("probe-contains"),
    account: reader.parse("probe-service-account", parseServiceAccount) ?? shared.auth.serviceAccount,
    given: ["probe-path", "probe-status", "probe-contains"].filter((name) => reader.given(name))
  };
  if (kind !== "http") {
    for (const name of ["probe-path", "probe-status", "probe-contains"])
      if (reader.given(name)) reader.problem(name, "is only allowed with probe: http.");
  }
  return {
    steps: strategy === "direct" ? [100] : steps,
    stepInterval,
    held: strategy === "direct" ? [] : held,
    onCanary: reader.oneOf("on-canary", ["wait", "supersede"]) ?? "wait",
    overdueAfter: reader.duration("overdue-after", "1d"),
    probe,
    analysis: readAnalysis(reader, strategy, steps),
    timeout: reader.duration("timeout", "10m")
  };
}
function readAnalysis(reader, strategy, steps) {
  const given = reader.parse("analysis", parseAnalysis);
  const rest = {
    explicit: given !== void 0,
    onInconclusive: reader.oneOf("on-inconclusive", ["extend", "restore", "proceed"], "extend"),
    falseAlarmRate: reader.parse("false-alarm-rate", parseFalseAlarmRate) ?? 0.01
  };
  if (strategy === "canary" && steps.length < 2 && given && given.length > 0)
    reader.problem(
      "analysis",
      "needs a step below 100, in which both revisions get requests. Write for instance steps: 5,25,100."
    );
  if (strategy === "canary") return { ...rest, conditions: given ?? ERRORS };
  if (given && given.length > 0) reader.problem("analysis", "is only allowed with strategy: canary.");
  return { ...rest, conditions: [] };
}
var init_rollout = __esm({
  "actions/deploy-run/inputs/rollout.ts"() {
    "use strict";
    init_auth();
    init_steps();
    init_conditions();
    init_parse_conditions();
    init_formats();
  }
});

// actions/deploy-run/inputs/service-source.ts
function readServiceSource(reader, service) {
  const secrets = reader.map("secrets");
  const parsed = /* @__PURE__ */ new Map();
  const secretFiles = [];
  for (const [name, value] of secrets) {
    try {
      const reference = parseSecretReference(value, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...reference });
      else parsed.set(name, reference);
    } catch (error) {
      reader.problem("secrets", `${name}: ${error.message}`);
    }
  }
  const env = reader.map("env");
  for (const name of env.keys())
    if (parsed.has(name)) reader.problem("secrets", `${name} is in env, too. Give it once.`);
  for (const problem of secretFileProblems(secretFiles)) reader.problem("secrets", problem);
  for (const name of env.keys()) {
    const problem = envNameProblem(name, "service");
    if (problem) reader.problem("env", problem);
  }
  for (const name of parsed.keys()) {
    const problem = secretNameProblem(name, "service");
    if (problem) reader.problem("secrets", problem);
  }
  const labels = readLabels(reader);
  return {
    from: "service",
    service,
    env,
    secrets: parsed,
    secretFiles,
    labels,
    settings: readSettings(reader),
    hints: [...commaMapHints("env", env), ...commaMapHints("labels", labels)]
  };
}
function readSettings(reader) {
  const count = (name, min) => reader.integer(name, void 0, { min, max: 2 ** 31 - 1 });
  const all = {
    port: reader.integer("port", void 0, { min: 1, max: 65535 }),
    cpu: reader.parse("cpu", parseCpu),
    memory: reader.parse("memory", parseMemory),
    minInstances: count("min-instances", 0),
    maxInstances: count("max-instances", 1),
    concurrency: count("concurrency", 1),
    runtimeServiceAccount: reader.parse("runtime-service-account", parseServiceAccount),
    ingress: reader.parse("ingress", parseIngress)
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== void 0));
}
function readLabels(reader) {
  const labels = reader.map("labels");
  for (const name of labels.keys())
    if (isReserved("labels", name))
      reader.problem("labels", `${name} is set by this action, which reads it as its own record. Remove it.`);
  return labels;
}
var SETTINGS;
var init_service_source = __esm({
  "actions/deploy-run/inputs/service-source.ts"() {
    "use strict";
    init_auth();
    init_secret_files();
    init_comma_lists();
    init_environment_names();
    init_secret_reference();
    init_annotations();
    init_formats();
    SETTINGS = [
      "port",
      "cpu",
      "memory",
      "min-instances",
      "max-instances",
      "concurrency",
      "runtime-service-account",
      "ingress"
    ];
  }
});

// actions/deploy-run/service/multi-region.ts
var GLOBAL;
var init_multi_region = __esm({
  "actions/deploy-run/service/multi-region.ts"() {
    "use strict";
    GLOBAL = "global";
  }
});

// actions/deploy-run/inputs.ts
var inputs_exports3 = {};
__export(inputs_exports3, {
  readInputs: () => readInputs4
});
function readInputs4(reader, context) {
  const services = reader.text("services");
  const lists = { jobs: reader.text("jobs"), verify: reader.text("verify") };
  if (services === void 0 && lists.jobs === void 0 && lists.verify === void 0) return readOne(reader, context);
  const problems = /* @__PURE__ */ new Map();
  const add = (subject, message) => void problems.set(`${subject}: ${message}`, { subject, message });
  const read3 = (input, work) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError)) add(`Input ${input}`, error.message);
      else for (const { subject, message } of error.problems) add(subject, message);
      return void 0;
    }
  };
  const several = read3(
    "services",
    () => services === void 0 ? [] : readServices(services, reader, context, readOne)
  );
  const alone = services === void 0 && lists.verify === void 0 && OF_A_SERVICE.every((name) => !reader.given(name)) && ["hold", "release-hold"].every((name) => reader.text(name) !== "true");
  const one = services === void 0 && !alone ? read3("service", () => readOne(reader, context)) : void 0;
  const first2 = one ?? several?.[0]?.inputs;
  const all = ["verify", "jobs"].flatMap((list) => {
    const text4 = lists[list];
    if (text4 === void 0) return [];
    if (first2 && (first2.request.kind !== "deploy" || first2.request.preview))
      add(`Input ${list}`, "is only allowed with a deploy that moves traffic.");
    return read3(list, () => readJobs(list, text4, first2, context, readOne)) ?? [];
  });
  const probed = several && several.length > 0 ? several.map(({ inputs }) => inputs) : first2 ? [first2] : [];
  if (all.some(({ list, when }) => list === "verify" && when === "before-traffic") && probed.every(({ rollout }) => rollout.probe.kind === "startup"))
    add(
      "Input verify",
      "needs a URL of the new revision, and with probe: startup it has none. Choose probe: http or grpc, or when: after-traffic."
    );
  const base = alone && all[0] ? { ...all[0].inputs, request: { kind: "jobs" } } : first2;
  if (problems.size > 0 || !base) throw new InputError([...problems.values()]);
  return { ...base, services: several ?? [], jobs: all };
}
function readOne(reader, context) {
  const shared = readSharedInputs(reader, context);
  const regions = reader.parseList("region", (text4) => text4.trim() === GLOBAL ? GLOBAL : parseRegion(text4));
  if (regions.length === 0 && !reader.given("region"))
    reader.problem("region", "is missing. Give one region per line.");
  if (new Set(regions).size < regions.length) reader.problem("region", "names a region twice.");
  if (regions.includes(GLOBAL) && (regions.length > 1 || reader.given("manifest")))
    reader.problem(
      "region",
      "global selects a multi-region service by its name, without other regions. A manifest names its regions itself, in the annotation run.googleapis.com/regions."
    );
  const all = readAll(reader, shared, context);
  reader.done();
  return { ...shared, regions, ...all, services: [], jobs: [] };
}
function readAll(reader, shared, context) {
  const service = reader.parse("service", parseService);
  const manifest = reader.text("manifest");
  const images = reader.parseList("image", parseNamedImage);
  const rollbackTo = reader.text("rollback-to");
  const removeTags = reader.list("remove-tag");
  const previewFailure = reader.text("preview-failure");
  const hold = reader.boolean("hold", "false");
  const advance = reader.boolean("advance", "false");
  const approved = reader.boolean("approved", "false");
  const releaseHold = reader.boolean("release-hold", "false");
  const substitutions = reader.map("substitutions");
  const onService = readServiceSource(reader, service ?? "");
  const deploy = {
    source: manifest ? { from: "manifest", file: manifest, substitutions } : onService,
    images,
    imageRepositories: readImageRepositories(
      reader,
      images.map(({ image }) => image)
    ),
    preview: reader.boolean("no-traffic", "false"),
    tag: reader.text("tag"),
    allowUnauthenticated: reader.given("allow-unauthenticated") ? reader.boolean("allow-unauthenticated", "false") : reader.text("allow-unauthenticated"),
    policy: reader.oneOf("policy", ["enforce", "warn"], "enforce"),
    policyExceptions: readExceptions(reader),
    exceptions: reader.oneOf("exceptions", ["manifest", "base"], "manifest"),
    requiredChecks: reader.list("required-checks"),
    secretsLatest: reader.oneOf("secrets-latest", ["resolve", "keep"], "resolve"),
    execute: reader.boolean("execute", "false")
  };
  const rest = {
    rollout: readRollout(reader, shared),
    force: reader.boolean("force", "false"),
    freeze: readFreeze(reader),
    releaseHold,
    reason: reader.text("reason"),
    deploymentEnvironment: reader.text("deployment-environment"),
    previewComment: reader.boolean("preview-comment", "true"),
    onUnknownCombination: reader.oneOf("on-unknown-combination", ["refuse", "warn"], "refuse"),
    ...readHistoryInputs(reader),
    provenance: readProvenanceInputs(reader, context)
  };
  const target = manifest ? { from: "manifest", file: manifest, substitutions } : { from: "service", service: service ?? "" };
  const named = (request) => {
    if (!service && !manifest && !reader.given("service"))
      reader.problem("service", "is missing. Give service, or manifest.");
    if (service && manifest) reader.problem("service", "cannot be combined with manifest, which names the service.");
    return { request, ...rest };
  };
  const chosen = {
    "no-traffic": deploy.preview,
    execute: deploy.execute,
    hold,
    advance,
    strategy: rest.rollout.steps.length > 1
  };
  const refuseWith = (names, why) => {
    for (const name of names) if (chosen[name] ?? reader.given(name)) reader.problem(name, why);
  };
  if (approved && !advance) reader.problem("approved", "is only allowed with advance.");
  if (advance) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY, "rollback-to", "remove-tag", "preview-failure", "hold", "reason"],
      "cannot be combined with advance, which executes the recorded plan of the canary."
    );
    if (releaseHold)
      reader.problem("release-hold", "cannot be combined with advance. Release the hold in a step of its own.");
    return named({ kind: "advance", target, approved, waits: reader.given("on-canary") });
  }
  if (rollbackTo) {
    refuseWith([...DEPLOY_ONLY, "remove-tag", "preview-failure", "hold"], "cannot be combined with rollback-to.");
    if (rest.rollout.held.length > 0) reader.problem("steps", "with times cannot be combined with rollback-to.");
    if (releaseHold) reader.problem("release-hold", "cannot be combined with rollback-to, which sets the hold.");
    return named({ kind: "rollback", target, to: rollbackTo });
  }
  if (previewFailure) {
    const others = DEPLOY_ONLY.filter((name) => name !== "tag");
    refuseWith(
      [...others, ...ROLLOUT_ONLY, "remove-tag", "hold", "reason"],
      "cannot be combined with preview-failure."
    );
    if (!deploy.tag) reader.problem("preview-failure", "needs tag, which names the preview.");
    return named({ kind: "preview-failure", target, tag: deploy.tag ?? "", reason: previewFailure });
  }
  if (removeTags.length > 0) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY, "hold", "reason"], "cannot be combined with remove-tag.");
    return named({ kind: "remove-tag", target, tags: removeTags });
  }
  if (hold) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY], "cannot be combined with hold, which deploys nothing.");
    if (releaseHold)
      reader.problem("release-hold", "cannot be combined with hold. Release the hold that stands first.");
    return named({ kind: "hold", target });
  }
  if (releaseHold && !manifest && images.length === 0) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY],
      "cannot be combined with release-hold alone. Give image or manifest to deploy, too."
    );
    return named({ kind: "release-hold", target });
  }
  checkDeploy(reader, deploy, rest.rollout, service, manifest);
  return { request: { kind: "deploy", ...deploy }, ...rest };
}
function checkDeploy(reader, deploy, rollout, service, manifest) {
  if (manifest) {
    for (const name of ["service", "env", "secrets", "labels", ...SETTINGS])
      if (reader.given(name))
        reader.problem(
          name,
          "cannot be combined with manifest. Write it in the manifest; a value can come through substitutions."
        );
  } else {
    if (!service && !reader.given("service"))
      reader.problem("service", "is missing. Give manifest, or service and image.");
    if (service && deploy.images.length === 0 && !reader.given("image"))
      reader.problem(
        "image",
        "is missing. Give manifest, or service and image. If it comes from another job: GitHub passes an output with a masked value, such as the project id, as empty. Pass the digest, and write NAME@DIGEST."
      );
    if (reader.given("substitutions")) reader.problem("substitutions", "is only allowed with manifest.");
    if (deploy.execute) reader.problem("execute", "is only allowed with a manifest of kind Job.");
  }
  const containers = deploy.images.map(({ container }) => container ?? "");
  if (new Set(containers).size < containers.length) reader.problem("image", "names a container twice.");
  if (deploy.preview && !deploy.tag) reader.problem("no-traffic", "needs tag: nothing else would reach the revision.");
  if (deploy.preview && rollout.steps.length > 1) reader.problem("strategy", "cannot be combined with no-traffic.");
  const problem = deploy.tag && tagProblem(service ?? "", deploy.tag);
  if (problem) reader.problem("tag", problem);
}
var OF_A_SERVICE, DEPLOY_ONLY, ROLLOUT_ONLY;
var init_inputs5 = __esm({
  "actions/deploy-run/inputs.ts"() {
    "use strict";
    init_image_repositories();
    init_freeze();
    init_provenance();
    init_shared();
    init_judge_inputs();
    init_errors();
    init_formats();
    init_lists3();
    init_rollout();
    init_service_source();
    init_names();
    init_multi_region();
    OF_A_SERVICE = ["service", "manifest", "image", "rollback-to", "remove-tag"];
    DEPLOY_ONLY = [
      "image",
      "image-repositories",
      "env",
      "secrets",
      "labels",
      ...SETTINGS,
      "tag",
      "no-traffic",
      "allow-unauthenticated",
      "required-checks",
      "policy-exceptions",
      "execute",
      "analysis"
    ];
    ROLLOUT_ONLY = ["strategy", "steps", "step-interval", "probe-path", "probe-status", "probe-contains"];
  }
});

// actions/publish-frontend/cdn/path-patterns.ts
function parseInvalidationPath(text4) {
  if (/^\/[^?#*\s]*$/.test(text4) || /^\/([^?#*\s]*\/)?\*$/.test(text4)) return text4;
  throw new Error(`"${text4}" is not a valid path to invalidate. Examples: /index.html or /news/*.`);
}
var init_path_patterns = __esm({
  "actions/publish-frontend/cdn/path-patterns.ts"() {
    "use strict";
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
    ([open, close]) => glob.split(open).length !== glob.split(close).length
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
function parseDigest(text4) {
  if (/^sha256:[0-9a-f]{64}$/.test(text4.trim())) return text4.trim();
  throw new Error(`"${text4}" is not a digest. Write sha256: and 64 hexadecimal digits.`);
}
function parseUrlMap(text4) {
  if (/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text4.trim())) return text4.trim();
  throw new Error(`"${text4}" is not a valid URL map name. Use the short name that gcloud compute url-maps list shows.`);
}
function parseHost(text4) {
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(text4.trim())) return text4.trim();
  throw new Error(`"${text4}" is not a valid host. Use lower case without https://, for example app.example.com.`);
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
          let first2 = true;
          for (let extension of extensions) {
            const starred = extension.startsWith("*");
            extension = starred ? extension.slice(1) : extension;
            allExtensions.add(extension);
            if (first2) {
              __classPrivateFieldGet(this, _Mime_typeToExtension, "f").set(type, extension);
            }
            first2 = false;
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
      getType(path) {
        if (typeof path !== "string")
          return null;
        const last = path.replace(/^.*[/\\]/s, "").toLowerCase();
        const ext = last.replace(/^.*\./s, "").toLowerCase();
        const hasPath = last.length < path.length;
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
var types2;
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
  }
});

// actions/publish-frontend/site/headers.ts
function headerRules(map) {
  return [...map].map(([glob, value]) => ({ glob, matches: matcher2(glob), value }));
}
function matcher2(glob) {
  const pattern = glob.startsWith("/") ? glob.slice(1) : glob.includes("/") ? glob : `**/${glob}`;
  return (0, import_picomatch2.default)(pattern, { dot: true });
}
var import_picomatch2, GZIP_UP_TO;
var init_headers = __esm({
  "actions/publish-frontend/site/headers.ts"() {
    "use strict";
    init_index_lite();
    init_other();
    init_standard();
    import_picomatch2 = __toESM(require_picomatch2(), 1);
    GZIP_UP_TO = 16 * 1024 * 1024;
  }
});

// actions/publish-frontend/sites-input.ts
function parseSites(text4) {
  return parseEntries(text4, GRAMMAR).map(({ name, ...rest }, i) => {
    if (name !== void 0 && name !== null && (typeof name !== "string" || !/^[^\s]([^\n\r]{0,98}[^\s])?$/.test(name)))
      throw new Error(`entry ${i + 1}: name is up to 100 characters of text on one line, such as dashboard.`);
    const entry = parseEntry2(rest, i, GRAMMAR);
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
function parseReleaseId(text4) {
  const id = text4.trim();
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id) && id !== "previous") return id;
  throw new Error(
    `"${text4}" is not a valid release name. Use up to 100 letters, digits, ".", "_" or "-", starting with a letter or digit (and not "previous").`
  );
}
function parsePrefix(text4) {
  const parts = text4.trim().replace(/^\/|\/$/g, "").split("/");
  if (parts.every((part) => /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/.test(part))) return `${parts.join("/")}/`;
  throw new Error(`"${text4}" is not a valid prefix. Use folders such as dashboard or sites/dashboard.`);
}
function parseBucket(text4) {
  const name = text4.trim();
  if (/^(?!goog)[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(name)) return name;
  const bare = name.replace(/^gs:\/\//, "").replace(/\/.*$/, "");
  const hint = name.startsWith("gs://") ? ` Use ${bare}, and put the path after it in the input prefix.` : "";
  throw new Error(
    `"${text4}" is not a valid bucket name.${hint || ' Use 3 to 222 lower-case letters, digits, "-", "_" or ".".'}`
  );
}
var init_object_names = __esm({
  "actions/publish-frontend/store/object-names.ts"() {
    "use strict";
  }
});

// actions/publish-frontend/inputs.ts
var inputs_exports4 = {};
__export(inputs_exports4, {
  readInputs: () => readInputs5
});
function readInputs5(reader, context) {
  const text4 = reader.text("sites");
  if (text4 === void 0) return togetherOf([readOne2(reader, context)], false);
  return togetherOf(readSites(text4, reader, context), true);
}
function togetherOf(sites, several) {
  const [first2] = sites;
  const tasks = new Set(sites.map(({ task }) => task));
  if (first2 && tasks.size === 1) return { several, task: first2.task, sites };
  const without2 = sites.filter(({ task }) => task === "release-hold").map(({ name }) => name);
  throw new InputError([
    {
      subject: "Input sites",
      message: `path must be given for all sites or for none. Without path: ${without2.join(", ")}.`
    }
  ]);
}
function readSites(text4, reader, context) {
  const problems = [];
  for (const name of SITE_ONLY)
    if (reader.changed(name) && !(name === "working-directory" && reader.text(name) === "."))
      problems.push({
        subject: `Input ${name}`,
        message: "is not allowed with sites. Write it in the entry of its site."
      });
  const inherited = Object.entries(context.env).filter(([key]) => !SITE_ONLY.some((name) => variable(name) === key));
  const sites = entriesOf(text4).flatMap((entry, i) => {
    const read3 = (own) => ({
      ...readOne2(own, context),
      ...entry.name !== void 0 && { name: entry.name }
    });
    const site = readEntry({ list: "sites", entry, inherited, entryOnly: SITE_ONLY, lists: ["sites"], read: read3 }, problems);
    if (!site) return [];
    return [site.task === "publish" && i > 0 ? { ...site, services: [] } : site];
  });
  const places = sites.map(({ layout }) => `gs://${layout.bucket}/${layout.prefix}`);
  for (const place of new Set(places.filter((one, i) => places.indexOf(one) < i)))
    problems.push({ subject: "Input sites", message: `${place} is given twice. Give each site once.` });
  if (problems.length > 0) throw new InputError(uniqueProblems(problems));
  return sites;
}
function entriesOf(text4) {
  try {
    return parseSites(text4);
  } catch (error) {
    throw new InputError([{ subject: "Input sites", message: error.message }]);
  }
}
function uniqueProblems(problems) {
  return [...new Map(problems.map((problem) => [`${problem.subject}: ${problem.message}`, problem])).values()];
}
function readOne2(reader, context) {
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
  const to = reader.parse("rollback-to", (text4) => text4.trim() === "previous" ? "previous" : parseReleaseId(text4));
  const onNoEarlierRelease = reader.oneOf("on-no-earlier-release", ["refuse", "keep"], "refuse");
  const reason = reader.text("reason");
  const releaseHold = reader.boolean("release-hold", "false");
  const publish = readPublish(reader, context, shared);
  const freeze = readFreeze(reader);
  const services = readServiceNames(reader, {
    project: shared.project,
    region,
    commit: shared.commit,
    workspace: (0, import_node_path6.resolve)(context.github.workspace || ".")
  });
  const switchStaged = reader.boolean("switch-staged", "false");
  const task = reader.given("rollback-to") ? "rollback" : reader.given("path") || !(releaseHold || switchStaged) ? "publish" : switchStaged ? "settle" : "release-hold";
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
  if (switchStaged && (task !== "settle" || releaseHold))
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
  const inWorkspace2 = (path2) => (0, import_node_path6.isAbsolute)(path2) ? path2 : (0, import_node_path6.resolve)(context.github.workspace || ".", path2);
  const path = reader.text("path") ?? "";
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
    path,
    folder: inWorkspace2(path),
    artifactDigest: reader.parse("artifact-digest", parseDigest),
    release: reader.parse("release", parseReleaseId) ?? shared.commit,
    build: command === void 0 ? void 0 : { command, folder: inWorkspace2(folder) },
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
var import_node_path6, BARE_PAGES, PUBLISHING;
var init_inputs6 = __esm({
  "actions/publish-frontend/inputs.ts"() {
    "use strict";
    import_node_path6 = require("node:path");
    init_freeze();
    init_entries();
    init_services();
    init_shared();
    init_errors();
    init_inputs2();
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

// actions/pipeline/action-inputs.ts
var action_inputs_exports = {};
__export(action_inputs_exports, {
  actionInputProblems: () => actionInputProblems
});
async function actionInputProblems(call, known, context) {
  const { lists } = call;
  const missing = missingManifests(lists, context);
  const release = releaseOf(call, context);
  const found = [
    ...missing,
    ...call.promotion ? [] : await buildProblems(call, context),
    ...await migrateProblems(call, release, missing.length === 0, context),
    ...await deployProblems(call, release, context),
    ...await publishProblems(call, release, missing.length === 0, context)
  ];
  const said = new Set(known.map(({ input, message }) => `${input}: ${message}`));
  const fresh = found.filter(({ input, key, message }) => {
    const text4 = `${input}: ${message}`;
    if (said.has(text4) || isKnown(input, key, known)) return false;
    said.add(text4);
    return true;
  });
  return fresh.map(({ input, message }) => ({ input, message }));
}
function releaseOf({ inputs, lists, promotion }, context) {
  const slots = (values, value) => Object.fromEntries(values.map((_, slot) => [`s${slot}`, value]));
  const manifests = lists.services.filter(isDeployed).flatMap(({ manifest }) => manifest ?? []);
  return planReleaseInputs({
    lists,
    region: text3(inputs.region),
    imageRepository: repositoryOf(inputs),
    digests: slots(lists.services, DIGEST2),
    builds: slots(lists.frontends, `1 ${DIGEST2}`),
    folder: "frontends",
    promotion,
    artifactName: (frontend) => frontend,
    jobManifests: findJobManifests(manifests.map(String), (path) => inWorkspace(path, context))
  }).inputs;
}
function missingManifests({ services, jobs }, context) {
  const found = (input) => (entry) => typeof entry.manifest !== "string" || isFile2(inWorkspace(entry.manifest, context)) ? [] : [
    {
      input,
      message: `${entry.name} has manifest ${entry.manifest}, and there is no such file. Give its path from the root of the repository.`
    }
  ];
  return [...services.flatMap(found("services")), ...jobs.flatMap(found("jobs"))];
}
function isFile2(path) {
  try {
    readTextFile(path);
    return true;
  } catch {
    return false;
  }
}
async function buildProblems({ inputs, lists }, context) {
  const { readInputs: readInputs6 } = await Promise.resolve().then(() => (init_inputs3(), inputs_exports));
  const built = lists.services.filter(isBuilt);
  if (built.length > 0 && text3(inputs["image-repository"]) === "")
    return [
      {
        input: "image-repository",
        message: `is missing, but the call builds images: ${built.map(({ name }) => name).join(", ")}. Give REGION-docker.pkg.dev/PROJECT/REPOSITORY.`
      }
    ];
  return built.flatMap((entry) => {
    const own = asInputs(Object.fromEntries(Object.entries(entry).filter(([key]) => isBuildKey(key))));
    const { dockerfile, ...rest } = own;
    const values = {
      ...{ project: inputs.project, image: `${repositoryOf(inputs)}/${entry.name}`, context: "." },
      ...{ ...rest, ...dockerfile !== void 0 && { file: dockerfile } }
    };
    return problemsOf(readInputs6, values, context).map(({ subject, message }) => {
      const name = subject.replace(/^Input /, "");
      const key = name === "file" ? "dockerfile" : name;
      return isBuildKey(key) ? { input: "services", key, message: `${entry.name}, ${key}: ${message}` } : { input: name, message };
    });
  });
}
async function migrateProblems({ inputs }, { migration, holders, timed }, complete, context) {
  if (!migration) return [];
  const { readInputs: readInputs6 } = await Promise.resolve().then(() => (init_inputs4(), inputs_exports2));
  const values = {
    ...{ ...targetOf(inputs), ...provenanceOf(inputs), ...migration },
    ...{ services: complete ? holders.join("\n") : "", freeze: inputs.freeze, "before-canary": timed }
  };
  return problemsOf(readInputs6, values, context).filter(({ subject }) => complete || subject !== "Input services").map(({ subject, message }) => {
    const name = subject.replace(/^Input /, "");
    const own = PIPELINE_KEYS.migration.includes(name);
    return own ? { input: "migration", key: name, message: `${name}: ${message}` } : { input: name, message };
  });
}
async function deployProblems({ inputs, lists }, release, context) {
  const { services, jobs, options } = release;
  if (services.length + jobs.length === 0) return [];
  const { readInputs: readInputs6 } = await Promise.resolve().then(() => (init_inputs5(), inputs_exports3));
  const read3 = (chosen) => problemsOf(
    readInputs6,
    {
      ...{ ...targetOf(inputs), ...provenanceOf(inputs), freeze: inputs.freeze, ...chosen },
      ...services.length > 0 && { services: JSON.stringify(services) },
      ...jobs.length > 0 && { jobs: JSON.stringify(jobs) }
    },
    context
  ).map((problem) => foundIn(problem, { services: "services", jobs: "jobs" }));
  const alone = lists.services.filter(isDeployed).flatMap((entry) => {
    const own = ownOptionsOf(entry);
    return read3({ ...options, ...own }).filter(({ input, key = "" }) => input === "services" && key in own).map((found) => ({ ...found, message: `${entry.name}, ${found.message}` }));
  });
  const named = new Set(alone.map(({ key }) => key));
  return [...read3(options).filter(({ key }) => key === void 0 || !named.has(key)), ...alone];
}
function ownOptionsOf(entry) {
  const own = Object.fromEntries(CHOSEN_OF_SEVERAL.filter((key) => key in entry).map((key) => [key, entry[key]]));
  const { analysis } = own;
  return { ...asInputs(own), ...typeof analysis === "object" && { analysis: JSON.stringify(analysis) } };
}
async function publishProblems({ inputs }, { sites, holders }, complete, context) {
  if (sites.length === 0) return [];
  const { readInputs: readInputs6 } = await Promise.resolve().then(() => (init_inputs6(), inputs_exports4));
  const values = {
    ...{ project: inputs.project, region: inputs.region, sites: JSON.stringify(sites), freeze: inputs.freeze },
    ...complete && { services: holders.join("\n") }
  };
  return problemsOf(readInputs6, values, context).map((problem) => foundIn(problem, { sites: "frontends" }));
}
function foundIn({ subject, message }, lists) {
  const [list = "", ...rest] = subject.replace(/^Input /, "").split(", ");
  const input = lists[list];
  if (input !== void 0)
    return { input, key: rest.at(-1) ?? "", message: [rest.join(", "), message].filter(Boolean).join(": ") };
  const shared = RELEASE_KEYS.includes(list);
  return shared ? { input: "services", key: list, message: `${list}: ${message}` } : { input: list, message };
}
function problemsOf(read3, values, context) {
  const surroundings = Object.entries(context.env).filter(([name]) => !name.startsWith(variable("")));
  const given = Object.entries(values).flatMap(
    ([name, value]) => text3(value) === "" ? [] : [[variable(name), text3(value)]]
  );
  const env = Object.fromEntries([...surroundings, ...given]);
  try {
    read3(createInputReader(env), { ...context, env });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}
var import_node_path7, DIGEST2, CHOSEN_OF_SEVERAL, isKnown, inWorkspace, repositoryOf, isBuildKey, targetOf, provenanceOf, text3;
var init_action_inputs = __esm({
  "actions/pipeline/action-inputs.ts"() {
    "use strict";
    import_node_path7 = require("node:path");
    init_read_file();
    init_errors();
    init_inputs2();
    init_job_manifests();
    init_call();
    init_keys();
    init_lists2();
    init_release();
    DIGEST2 = `sha256:${"0".repeat(64)}`;
    CHOSEN_OF_SEVERAL = ["steps", "analysis", "false-alarm-rate"];
    isKnown = (input, key, known) => key !== void 0 && known.some(
      (one) => one.input === input && (key === "image" || one.message.match(/\bhas (?:a |no key )?([\w-]+)/)?.[1] === key)
    );
    inWorkspace = (path, { github }) => (0, import_node_path7.resolve)(github.workspace || ".", path);
    repositoryOf = (inputs) => text3(inputs["image-repository"]) || "us-docker.pkg.dev/project/images";
    isBuildKey = (key) => BUILD_KEYS.includes(key) || key === "policy-exceptions";
    targetOf = (inputs) => ({
      project: inputs.project,
      region: inputs.region,
      "image-repositories": [text3(inputs["image-repository"]), text3(inputs["image-repositories"])].join("\n"),
      "image-repositories-scope": text3(inputs["image-repositories"]) === "" ? "inputs" : "all"
    });
    provenanceOf = (inputs) => Object.fromEntries(
      ["require-provenance", "provenance-identity", "provenance-key", "trusted-root"].map((key) => [key, inputs[key]])
    );
    text3 = (value) => value === void 0 || value === null ? "" : String(value);
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
  const text4 = response?.data === void 0 ? message : readJson(response.data).message || message;
  return new CloudError(
    {
      message: text4 || `HTTP ${status}`,
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
  if ("given" in task && task.given) await refuseProblems(task.given, context);
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
      const { services, sites, byRelease, onNoEarlierRelease } = task.plan;
      context.output("services", json(services));
      context.output("sites", json(sites));
      context.output("by-release", String(byRelease));
      context.output("on-no-earlier-release", onNoEarlierRelease);
      return;
    }
    case "rollback-plan":
      return describeRollback(task, context);
    case "rollback-result":
      return setRollbackResult(task, context);
  }
}
async function refuseProblems(given, context) {
  const { actionInputProblems: actionInputProblems2 } = await Promise.resolve().then(() => (init_action_inputs(), action_inputs_exports));
  const all = [...given.problems, ...await actionInputProblems2(given, given.problems, context)];
  if (all.length > 0) throw withState(inputError(all), "Nothing was changed.");
}
function describeRollback({ plan, region, deployed, published }, { summary, log }) {
  const moves = movesOf(plan, region, rows(deployed), rows(published));
  const warnings = [...keptWarnings(moves), ...apartWarnings(moves)];
  for (const warning of warnings) log.warning(warning);
  for (const { name, from, to, kept } of moves)
    log.info(kept ? `${name}: stays on ${short(from)}` : `${name}: from ${short(from)} to ${short(to)}`);
  summary.heading(md`Before the rollback`);
  summary.table(
    ["What", "Now", "Goes back to"],
    moves.map(({ name, from, to, kept }) => [
      plain(name),
      code(short(from)),
      kept ? plain("stays: no earlier release") : code(short(to))
    ])
  );
  for (const warning of warnings) summary.paragraph(md`\u26a0\ufe0f ${plain(warning)}`);
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
  if (problems.length > 0) throw inputError(problems);
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
  if (problems.length + notOfPreview.length > 0) throw inputError([...problems, ...notOfPreview]);
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
var import_node_path8, inputError, json, jobProblem, jobManifests, rows;
var init_run2 = __esm({
  "actions/pipeline/run.ts"() {
    "use strict";
    import_node_path8 = require("node:path");
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
    inputError = (problems) => new InputError(problems.map(({ input, message }) => ({ subject: `Input ${input}`, message })));
    json = (list) => list.length > 0 ? JSON.stringify(list) : "";
    jobProblem = (manifest) => ({
      input: "services",
      message: `${manifest} is of kind Job, and a preview runs no job but its migration. Leave it out.`
    });
    jobManifests = ({ services }, { github }) => findJobManifests(
      services.filter(isDeployed).flatMap(({ manifest }) => typeof manifest === "string" ? [manifest] : []),
      (path) => (0, import_node_path8.resolve)(github.workspace || ".", path)
    );
    rows = (text4) => text4 === "" ? [] : JSON.parse(text4);
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
