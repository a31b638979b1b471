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
var require_action = __commonJS({
  "shared:src/runtime/action.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/action.ts"];
  }
});

// shared:src/freeze/freeze.ts
var require_freeze = __commonJS({
  "shared:src/freeze/freeze.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/freeze/freeze.ts"];
  }
});

// shared:src/inputs/lists.ts
var require_lists = __commonJS({
  "shared:src/inputs/lists.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/lists.ts"];
  }
});

// shared:src/inputs/shared.ts
var require_shared = __commonJS({
  "shared:src/inputs/shared.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/inputs/shared.ts"];
  }
});

// actions/pipeline/build-env.ts
function parseBuildEnv(text) {
  const values = readLines(text);
  const problems = [...values].flatMap(([name, value]) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      return [`a name is not a valid variable name (letters, digits and "_"). Correct the line.`];
    if (RESERVED.test(name)) return [`${name} is a variable of the runner. Choose another name.`];
    if (value.trim().length < SHORTEST)
      return [
        `${name} has fewer than ${SHORTEST} characters, so it cannot be masked in logs. Use a longer secret, or write the value into the command if it is not a secret.`
      ];
    return [];
  });
  if (problems.length > 0) throw new Error(problems.join(" "));
  return values;
}
function readLines(text) {
  try {
    return (0, import_lists.parseMap)(text);
  } catch {
    throw new Error('expected KEY=VALUE, one per line. Values are not shown; look for a line without "=".');
  }
}
var import_lists, SHORTEST, RESERVED;
var init_build_env = __esm({
  "actions/pipeline/build-env.ts"() {
    "use strict";
    import_lists = __toESM(require_lists(), 1);
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
        "substitutions",
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
function readList(input, text, known, needed = []) {
  const { value: list, fault } = parseJson(text);
  if (!Array.isArray(list) || !list.every(isObject))
    return {
      value: [],
      problems: [{ input, message: `is not a JSON list of objects, such as [{"name": "web"}].${fault}` }]
    };
  const value = list.map(withoutNull);
  const problems = value.flatMap((entry) => entryProblems(input, entry, known, needed));
  return { value, problems: [...lossProblems(input, text), ...problems] };
}
function readObject(input, text, known, example) {
  if (text.trim() === "") return { value: void 0, problems: [] };
  const { value, fault } = parseJson(text);
  if (!isObject(value))
    return { value: void 0, problems: [{ input, message: `is not a JSON object, such as ${example}.${fault}` }] };
  const problems = unknownKeys(value, known).map((message) => ({ input, message }));
  return { value: withoutNull(value), problems: [...lossProblems(input, text), ...problems] };
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
      message: `has ${entries.length} ${what}, and one call takes at most ${SLOTS}, GitHub's limit of jobs in a matrix. Split the list into two calls.`
    }
  ];
}
function asInputs(entry) {
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, asLines(value)]));
}
function asLines(value) {
  if (Array.isArray(value)) return (0, import_lists2.writeList)(value.map(asText));
  if (!isObject(value)) return value;
  return (0, import_lists2.writeMap)(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}
function commandOf(value) {
  const lines = [value].flat();
  if (!lines.every((line) => typeof line === "string")) return void 0;
  const text = lines.join("\n");
  return hasContent(text) ? text : void 0;
}
function regionsOf(entry, region) {
  return String(asLines(entry.region ?? region)).split(/\s+/).filter((one) => one !== "");
}
function entryProblems(input, entry, known, needed) {
  const who = typeof entry.name === "string" ? entry.name : "an entry";
  const messages = [
    ...isName(entry.name) ? [] : ['needs a name of letters, digits, blanks, ".", "_" and "-".'],
    ...unknownKeys(entry, known),
    ...needed.filter((key) => !(key in entry)).map((key) => `needs ${key}.`)
  ];
  return messages.map((message) => ({ input, message: `${who} ${message}` }));
}
function unknownKeys(entry, known) {
  return Object.keys(entry).filter((key) => !known.includes(key)).map((key) => `has no key ${key}. Did you mean ${(0, import_fastest_levenshtein.closest)(key, [...known])}? Known keys: ${known.join(", ")}.`);
}
function parseJson(text) {
  try {
    return { value: JSON.parse(text), fault: "" };
  } catch (error) {
    return { value: void 0, fault: ` ${faultOf(error.message)}.` };
  }
}
function lossProblems(input, text) {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\]:]|-?\d[\d.eE+-]*/g) ?? [];
  const open = [];
  const messages = /* @__PURE__ */ new Set();
  for (const [i, token] of tokens.entries()) {
    if (token === "{") open.push(/* @__PURE__ */ new Set());
    else if (token === "[") open.push(void 0);
    else if (token === "}" || token === "]") open.pop();
    else if (tokens[i + 1] === ":") {
      const keys = open.at(-1);
      const key = JSON.parse(token);
      if (keys?.has(key)) messages.add(`has the key ${token} twice in one object. Set each key once.`);
      keys?.add(key);
    } else if (/^[-\d]/.test(token) && open.length - 1 > open.findIndex(Boolean)) {
      const value = String(JSON.parse(token));
      if (value !== token)
        messages.add(`has the number ${token}, which would become ${value}. Write "${token}", in quotes.`);
    }
  }
  return [...messages].map((message) => ({ input, message }));
}
function faultOf(message) {
  const [, what, line, column] = /^(.*?)(?: in JSON)? at position \d+ \(line (\d+) column (\d+)\)/s.exec(message) ?? [];
  if (what !== void 0) return `Line ${line}, column ${column}: ${what}`;
  const [, token, around] = /^(Unexpected token .*?), (?:\.\.\.)?"(.*)"(?:\.\.\. ?)? is not valid JSON$/s.exec(message) ?? [];
  return token === void 0 ? "It ends too early" : `${token} near ${around}`;
}
var import_fastest_levenshtein, import_lists2, SLOTS, isObject, withoutNull, blankLists, asText, textOrEmpty, hasContent, isName, pick;
var init_lists = __esm({
  "actions/pipeline/plan/lists.ts"() {
    "use strict";
    import_fastest_levenshtein = __toESM(require_fastest_levenshtein(), 1);
    import_lists2 = __toESM(require_lists(), 1);
    SLOTS = 256;
    isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    withoutNull = (entry) => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
    blankLists = (inputs) => ["checks", "services", "jobs", "frontends", "platforms"].flatMap((input) => {
      const text = textOrEmpty(inputs[input]);
      if (text === "" || hasContent(text)) return [];
      const message = `is blank. Pass a list, or nothing: a variable that may be empty is written without a block, such as ${input}: \${{ vars.LIST }}.`;
      return [{ input, message }];
    });
    asText = (value) => typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
    textOrEmpty = (value) => value === void 0 || value === null ? "" : String(value);
    hasContent = (value) => typeof value === "string" && value.trim() !== "";
    isName = (name) => typeof name === "string" && /^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(name);
    pick = (entry, keys) => Object.fromEntries(Object.entries(entry).filter(([key]) => keys.includes(key)));
  }
});

// shared:src/container/image-reference.ts
var require_image_reference = __commonJS({
  "shared:src/container/image-reference.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/container/image-reference.ts"];
  }
});

// actions/pipeline/plan/platforms.ts
function readRunners(text, services) {
  const list = parseList(text);
  const platforms = list.map(({ platform }) => String(platform));
  const messages = [
    ...list.filter((one) => !isPlatformRunner(one)).map(
      (one) => `has ${JSON.stringify(one)}. Expected a platform and the runner that builds it in each entry: ${EXAMPLE}.`
    ),
    ...platforms.filter((one, i) => platforms.indexOf(one) !== i).map((one) => `has ${one} twice. List each platform once.`),
    ...services.length * platforms.length > SLOTS ? [
      `makes ${services.length * platforms.length} builds of ${services.length} services, and one call takes at most ${SLOTS}, GitHub's limit of jobs in a matrix. Split the list of services into two calls.`
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
  const requested = platformsOf(service);
  return requested === void 0 ? known : known.filter((one) => requested.includes(one));
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
    problems: jobs.filter(({ digest }) => !import_image_reference.DIGEST.test(digest)).map(({ platform }) => ({
      input: "needs",
      message: `the job "Image ${service.name} for ${platform}" returned no digest. Re-run all jobs.`
    }))
  };
}
function parseList(text) {
  try {
    const value = JSON.parse(text);
    if (Array.isArray(value)) return value.map((one) => typeof one === "object" ? { ...one } : { one });
  } catch {
  }
  return [{ text }];
}
function platformsOf({ platforms }) {
  if (platforms === void 0) return void 0;
  return (Array.isArray(platforms) ? platforms.map(String) : String(platforms).split("\n")).map((one) => one.trim());
}
function runnerProblems(service, known) {
  const requested = platformsOf(service) ?? [];
  const without2 = requested.filter((one) => !known.includes(one));
  if (without2.length === 0 || without2.length === requested.length) return [];
  const message = `${service.name} is built for ${without2.join(", ")}, which has no runner in the input platforms, and for others that have one. Add the runner, or leave the input platforms out.`;
  return [{ input: "services", message }];
}
var import_image_reference, EXAMPLE, platformSlot, isPlatformRunner;
var init_platforms = __esm({
  "actions/pipeline/plan/platforms.ts"() {
    "use strict";
    import_image_reference = __toESM(require_image_reference(), 1);
    init_lists();
    EXAMPLE = '[{"platform": "linux/amd64", "runner": "ubuntu-24.04"}, {"platform": "linux/arm64", "runner": "ubuntu-24.04-arm"}]';
    platformSlot = (service, platform, runners) => service * runners.length + runners.findIndex((one) => one.platform === platform);
    isPlatformRunner = ({ platform, runner, ...others }) => /^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9]+)?$/.test(String(platform)) && Boolean(runner) && Object.keys(others).length === 0;
  }
});

// actions/pipeline/plan/problems/checks.ts
function workProblems({ name, run: run2, "golangci-lint": lint }) {
  if (run2 === void 0) return lint ? [] : [`${name} needs run or golangci-lint.`];
  return commandOf(run2) === void 0 ? [`${name} has a run that is not a command. ${COMMAND_EXPECTED}`] : [];
}
function setupProblems({ name, setup }) {
  if (setup === void 0 || /^\.\/(?!.*(?:^|\/)\.\.(?:\/|$))[\w./-]+$/.test(String(setup))) return [];
  return [
    `${name} has setup ${JSON.stringify(setup)}. Expected the folder of a composite action in this repository, such as ./.github/actions/setup.`
  ];
}
function pathsProblems(entry) {
  const { name, paths } = entry;
  if (paths === void 0)
    return "passed-within" in entry ? [`${name} has passed-within, which is only allowed with paths.`] : [];
  const patterns = [paths].flat();
  const isText = patterns.every((one) => typeof one === "string" && one !== "" && !/^!?\.?\//.test(one));
  if (isText && patterns.some((one) => !String(one).startsWith("!"))) return [];
  return [
    `${name} has invalid paths. Expected a list of patterns from the root of the repository, such as ["api/**", "go.*", "!**/*.md"].`
  ];
}
function versionProblems(entry) {
  return TOOLCHAINS.flatMap((key) => {
    const value = entry[key];
    if (LOST_ZERO[key]?.includes(value))
      return [`${entry.name} has ${key} ${value}, a number, which loses its last zero. Write "${value}0", in quotes.`];
    if (value === void 0 || typeof value === "string" || typeof value === "number") return [];
    return [`${entry.name} has ${key} ${JSON.stringify(value)}. Expected a version, in quotes.`];
  });
}
var checkProblems, COMMAND_EXPECTED, TOOLCHAINS, LOST_ZERO, databaseProblems;
var init_checks = __esm({
  "actions/pipeline/plan/problems/checks.ts"() {
    "use strict";
    init_lists();
    checkProblems = (checks) => checks.flatMap((entry) => [
      ...workProblems(entry),
      ...setupProblems(entry),
      ...pathsProblems(entry),
      ...versionProblems(entry),
      ...databaseProblems(entry)
    ]).map((message) => ({ input: "checks", message }));
    COMMAND_EXPECTED = 'Expected text or a list of lines, such as "npm ci && npm test".';
    TOOLCHAINS = ["go", "node", "rust", "python", "java", "ruby", "dotnet", "php", "golangci-lint"];
    LOST_ZERO = { go: [1.1, 1.2, 1.3], python: [3.1, 3.2, 3.3] };
    databaseProblems = (entry) => Object.entries({ postgres: "postgres:17", redis: "redis:8" }).flatMap(([key, example]) => {
      const value = entry[key];
      if (value === void 0 || typeof value === "string" && !/^[\d.]+$/.test(value)) return [];
      return [`${entry.name} has ${key} ${JSON.stringify(value)}. Expected an image, such as ${example}.`];
    });
  }
});

// actions/pipeline/plan/problems/twice.ts
function repeatedServices(deployed, region = "") {
  return repeated(deployed, (one, other) => isSameService(one, other, region)).map(([one, other]) => ({
    input: "services",
    message: `${one.name} and ${other.name} are the same service, ${String(one.manifest ?? one.service)}. Remove one of them, or set another region for one of them.`
  }));
}
function isSameService(one, other, usual) {
  const place = ({ manifest, service, substitutions }) => JSON.stringify([manifest, service, asLines(substitutions)]);
  if (place(one) !== place(other)) return false;
  const [regions, others] = [one, other].map((entry) => regionsOf(entry, usual || "-"));
  return regions?.some((region) => others?.includes(region)) ?? false;
}
function repeatedSites(frontends) {
  const place = ({ bucket, prefix = "" }) => `gs://${bucket}/${String(prefix).replace(/^\/+|\/+$/g, "")}`;
  return repeated(frontends, (one, other) => place(one) === place(other)).map(([one, other]) => ({
    input: "frontends",
    message: `${one.name} and ${other.name} are both published to ${place(one)}. Use a separate bucket or prefix for each.`
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
    const message = `${names.join(", ")} wait for each other. Remove an after.`;
    return [{ input: "services", message }];
  }
}
var repeated;
var init_twice = __esm({
  "actions/pipeline/plan/problems/twice.ts"() {
    "use strict";
    init_lists();
    repeated = (list, isSame) => list.flatMap((other, i) => {
      const one = list.slice(0, i).find((before) => isSame(before, other));
      return one ? [[one, other]] : [];
    });
  }
});

// shared:src/inputs/duration.ts
var require_duration = __commonJS({
  "shared:src/inputs/duration.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/duration.ts"];
  }
});

// shared:src/inputs/steps.ts
var require_steps = __commonJS({
  "shared:src/inputs/steps.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/inputs/steps.ts"];
  }
});

// actions/pipeline/plan/problems/values.ts
var import_duration, import_steps, CHOICES, BOOLEANS, NUMBERS, DURATIONS, oneOf, readBy, isNumber, CHECKS, CHECKED_KEYS, valueProblems;
var init_values = __esm({
  "actions/pipeline/plan/problems/values.ts"() {
    "use strict";
    import_duration = __toESM(require_duration(), 1);
    import_steps = __toESM(require_steps(), 1);
    init_lists();
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
    oneOf = (choices) => (text) => choices.includes(text) ? void 0 : `"${text}". Expected ${choices.join(" or ")}`;
    readBy = (parse3) => (text) => {
      try {
        parse3(text);
        return void 0;
      } catch (error) {
        return `that cannot be read: ${error.message.replace(/\.$/, "")}`;
      }
    };
    isNumber = (text) => /^-?\d+$/.test(text) ? void 0 : `"${text}". Expected a whole number`;
    CHECKS = new Map([
      ...Object.entries(CHOICES).map(([key, choices]) => [key, oneOf(choices)]),
      ...BOOLEANS.map((key) => [key, oneOf(["true", "false"])]),
      ...NUMBERS.map((key) => [key, isNumber]),
      ...DURATIONS.map((key) => [key, readBy(import_duration.parseDuration)]),
      ["steps", readBy(import_steps.parseSteps)]
    ]);
    CHECKED_KEYS = [...CHECKS.keys()];
    valueProblems = (input, entries, who = "") => entries.flatMap(
      (entry) => Object.entries(entry).flatMap(([key, value]) => {
        const text = String(asLines(value)).trim();
        const wrong = text === "" ? void 0 : CHECKS.get(key)?.(text);
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
    ...repeatedServices(deployed, texts.region),
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
    ...tooMany("checks", "checks", checks.value),
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
    (one) => `takes the image ${one}, which no service of that name builds.${known} Pass an image that was built elsewhere by its digest, NAME@sha256:\u2026.`
  );
}
function serviceProblems(entry, built, services) {
  const { name, image, containers = {}, after = [] } = entry;
  const taken = [...image === void 0 ? [] : [image], ...Object.values(containers)];
  const given = (keys) => Object.keys(entry).filter((key) => keys.includes(key));
  const deployed = services.filter(isDeployed).map((one) => one.name);
  const messages = [
    ...image === void 0 && isName(name) && !IMAGE.test(String(name)) ? [
      'is also the name of the image, which can have only lower-case letters and digits, with ".", "_" or "-" between them. Rename it.'
    ] : [],
    ...["manifest", "service"].filter((key) => entry[key] !== void 0 && !hasContent(entry[key])).map((key) => `has ${key} ${JSON.stringify(entry[key])}. Expected its ${key === "manifest" ? "path" : "name"}.`),
    ...entry.manifest !== void 0 && entry.service !== void 0 ? ["has both manifest and service. Remove service: a manifest names its service."] : [],
    ...image !== void 0 && !isDeployed(entry) ? ["is neither built nor deployed. Add manifest or service."] : [],
    ...isDeployed(entry) ? [] : given([...ROLLOUT_KEYS, "after"]).map(
      (key) => `has ${key}, but neither manifest nor service. Remove it, or add one of them.`
    ),
    ...image === void 0 ? [] : given(BUILD_KEYS).map((key) => `has ${key}, but takes the image of another service. Remove ${key} or image.`),
    ...unknownImages(taken, built),
    ...[after].flat().filter((one) => !deployed.includes(one)).map(
      (one) => `comes after ${one}, which is not a service that is deployed. Deployed services: ${deployed.join(", ")}.`
    )
  ];
  return messages.map((message) => problemOf("services", `${name} ${message}`));
}
function frontendProblems({ name, path, bucket, build }) {
  const messages = [
    ...Object.entries({ path, bucket }).filter(([, value]) => value !== void 0 && !hasContent(value)).map(([key, value]) => `has ${key} ${JSON.stringify(value)}. Expected its ${key === "path" ? "path" : "name"}.`),
    .../^(?:\.\/*)+$/.test(String(path)) ? [`has path "${path}", the whole repository with its .git. Set the folder of the site, such as "public".`] : [],
    ...build === void 0 || commandOf(build) !== void 0 ? [] : [`has a build that is not a command. ${COMMAND_EXPECTED} Remove build if there is nothing to build.`]
  ];
  return messages.map((message) => problemOf("frontends", `${name} ${message}`));
}
function jobProblems(entry, built, deployed) {
  const { name, image, when = "before-traffic", "on-failure": onFailure = "fail", execute = true } = entry;
  const sources = JOB_SOURCES.filter((key) => entry[key] !== void 0);
  const choice = (key, value, allowed) => allowed.includes(value) ? [] : [`has ${key} ${JSON.stringify(value)}. Expected ${allowed.join(" or ")}.`];
  const only = (source, keys) => entry[source] === void 0 ? keys.filter((key) => entry[key] !== void 0).map((key) => `has ${key}, which is only allowed with ${source}.`) : [];
  const taken = image === void 0 ? [] : [image];
  const messages = [
    ...sources.length === 1 ? [] : [`needs one of ${JOB_SOURCES.join(", ")}.`],
    ...only("manifest", MANIFEST_ONLY),
    ...only("command", COMMAND_ONLY),
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
  return [`${given}. Set service to one of: ${known.join(", ") || "none is deployed"}.`];
}
function migrationProblems(migration, built, services) {
  if (!migration) return [];
  const { image, when = "before-traffic" } = migration;
  const known = isDigest(image) || built.some(({ name }) => name === image);
  const messages = [
    ...known ? [] : ["needs image, the name of a service that is built, or NAME@sha256:\u2026."],
    ...PHASES.includes(String(when)) ? [] : [`has when ${JSON.stringify(when)}. Expected ${PHASES.join(" or ")}.`],
    ...when === "after-traffic" ? afterTrafficProblems(services) : []
  ];
  return messages.map((message) => problemOf("migration", message));
}
function afterTrafficProblems(services) {
  const long = services.filter(({ steps }) => String(asLines(steps) ?? "").includes("@")).map(({ name }) => name);
  return [
    ...services.some(isDeployed) ? [] : ['has when "after-traffic", but this call deploys no service. Remove when, or deploy a service.'],
    ...long.length > 0 ? [
      `has when "after-traffic", which cannot be combined with the timed steps of ${long.join(", ")}: old revisions serve until the canary has all traffic. Put the migration into a later commit, which deploys without timed steps.`
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
    init_lists();
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
    shortHash = (text) => (0, import_node_crypto.createHash)("sha256").update(text).digest("hex").slice(0, 12);
    artifactName = (call, frontend, attempt) => `frontend-${call}-${frontend}-${attempt}`;
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
  const text = (name, none) => String(inputs[name] || none);
  const alone = entryOfOne(inputs);
  const { migration, cleanUp } = splitMigration(text("migration", ""));
  const written = {
    services: alone ? JSON.stringify([alone]) : text("services", "[]"),
    frontends: text("frontends", "[]"),
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
    ...alone && !isDeployed(alone) ? [{ input: "service", message: "is missing. Set the name of the preview service, or its manifest." }] : [],
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
      migration: lists.migration && migrationOf(withValues(lists.migration, { ...later, ...values }), cleanUp, place)
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
  if (entry.manifest === void 0 && !isManifest(entry["from-service"])) return entry;
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
function splitMigration(text) {
  try {
    const { "clean-up-args": cleanUp = [], ...migration } = JSON.parse(text);
    return { migration: JSON.stringify(migration), cleanUp: [cleanUp].flat().map(String) };
  } catch {
    return { migration: text, cleanUp: [] };
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
  const message = "is only allowed with name, for one service. With services, set it in the entry of its service.";
  return [
    ...inputs.name && String(inputs.services || "[]").trim() !== "[]" ? [{ input: "name", message: "is not allowed with services. Write it in an entry of services." }] : [],
    ...inputs.name ? [] : alone.map((input) => ({ input, message })),
    ...several ? [] : [{ input: "services", message: "is empty, and so is frontends. Set at least one of them." }],
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
  if (!/\$\{URL_\w+\}/.test(String(asLines(entry["build-args"]) ?? ""))) return [];
  const message = `${entry.name} has a URL of a service in build-args, which is known only once that service is deployed. Move it to env.`;
  return [{ input: "services", message }];
}
function siteProblems(entry) {
  const { name, url } = entry;
  const messages = [
    ...NOT_OF_SITE.filter((key) => entry[key] !== void 0).map(
      (key) => `has ${key}, which a preview does not support: each pull request has its own folder in the bucket of previews, and production's load balancer is not changed. Remove ${key}.`
    ),
    ...url === void 0 || /^https?:\/\/[^\s/]+(\/[^\s?#]*)?$/.test(String(url)) ? [] : [
      `has url ${JSON.stringify(url)}. Expected the address where the bucket of previews is served, such as https://previews.example.com.`
    ]
  ];
  return messages.map((message) => ({ input: "frontends", message: `${name} ${message}` }));
}
function migrationProblems2(text, migration, database) {
  if (!migration) return [];
  const lines = String(asLines(migration.env) ?? "").split("\n");
  const from = migration["from-service"];
  const own = new RegExp(`${database}(?!\\d)`);
  const messages = [
    ...NOT_OF_MIGRATION.filter((key) => migration[key] !== void 0).map(
      (key) => `has ${key}, which a preview does not support: each pull request has its own job. Remove ${key}.`
    ),
    ...text.includes(DATABASE) ? [] : [
      `does not name the pull request's database, so it could change another one. Use ${DATABASE} (here ${database}) as the name of the database or schema, in env, args, command or secrets.`
    ],
    ...from !== void 0 && !isManifest(from) ? [
      `has from-service ${from}, a live service, whose variables may name the database of another pull request. Give the path of its manifest.`
    ] : [],
    ...lines.some((line) => line.trim().startsWith(`${CLEAN_UP_VARIABLE}=`)) ? [`has ${CLEAN_UP_VARIABLE} in env, which preview.yml sets. Use clean-up-args instead.`] : [],
    ...lines.flatMap((line) => {
      const [, name, rest] = DATABASE_URL.exec(line) ?? [];
      return rest === void 0 || own.test(rest) ? [] : [
        `has another database than that of the pull request in ${name}. Use ${DATABASE} as the name of the database or schema.`
      ];
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
var OF_ONE_SERVICE, NOT_OF_SITE, NOT_OF_MIGRATION, DATABASE, isManifest, prefixOf, slug, DATABASE_URL;
var init_preview = __esm({
  "actions/pipeline/plan/preview.ts"() {
    "use strict";
    init_preview_names();
    init_call();
    init_lists();
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
    isManifest = (from) => /\.ya?ml$/.test(String(asLines(from) ?? "").trim());
    prefixOf = ({ name }, place) => `${previewFolder(place)}${slug(name)}`;
    slug = (name) => String(name).toLowerCase().replaceAll(/[^a-z0-9._-]+/g, "-");
    DATABASE_URL = /^\s*(\w+)=["']?(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|mongodb|sqlserver)[\w+]*:\/\/(.*)$/;
  }
});

// shared:src/github/commit.ts
var require_commit = __commonJS({
  "shared:src/github/commit.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/commit.ts"];
  }
});

// shared:src/runtime/errors.ts
var require_errors = __commonJS({
  "shared:src/runtime/errors.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/errors.ts"];
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
      to: releaseHold ? "" : to,
      byRelease: !releaseHold && chosen.services.length > 0 && to !== "previous" && !(0, import_commit.isCommitPrefix)(to),
      onNoEarlierRelease: releaseHold ? "" : named ? "refuse" : "keep"
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
        from: textOrEmpty(row["previous-commit"]) || textOrEmpty(row["previous-revision"]) || "-",
        to: textOrEmpty(row.commit) || textOrEmpty(row.revision) || "-",
        commit: (0, import_commit.isCommit)(textOrEmpty(row.commit)),
        kept: false
      };
    });
  });
  const frontends = chosen.frontends.map(({ name }, i) => {
    const to = textOrEmpty(sites[i]?.release);
    const kept = sites[i]?.status === "kept";
    return {
      name: String(name),
      from: textOrEmpty(sites[i]?.["previous-release"]) || "-",
      to: to || "-",
      commit: (0, import_commit.isCommit)(to) && !kept,
      kept
    };
  });
  return [...services, ...frontends];
}
function keptWarnings(moves) {
  const kept = moves.filter((move) => move.kept);
  if (kept.length === 0) return [];
  if (kept.length === moves.length)
    throw new import_errors.OutcomeError(
      `There is nothing to roll back to: no earlier release is kept of ${listOf(kept)}. Nothing was changed.`
    );
  return [
    `Not rolled back, because no earlier release is kept: ${listOf(kept)}. ${kept.length > 1 ? "They stay as they are" : "It stays as it is"}, so ${kept.length > 1 ? "their" : "its"} pages must work with the earlier services. To stop, cancel this run before its next step.`
  ];
}
function apartWarnings(moves) {
  const targets = new Set(moves.filter(({ commit }) => commit).map(({ to }) => to));
  if (targets.size < 2) return [];
  const list = moves.filter(({ kept }) => !kept).map(({ name, from, to }) => `${name} from ${(0, import_commit.shortCommit)(from)} to ${(0, import_commit.shortCommit)(to)}`).join(", ");
  return [
    `Services and frontends go back to different commits: ${list}. To return all of them to one commit, cancel this run and start it with to: COMMIT.`
  ];
}
function servingAfter({ chosen }, region, deployed, sites) {
  const services = chosen.services.map((entry) => {
    const [first2 = ""] = regionsOf(entry, region);
    return [String(entry.name), textOrEmpty(rowOf(deployed, entry, first2)?.revision)];
  });
  const frontends = chosen.frontends.map(({ name }, i) => [String(name), textOrEmpty(sites[i]?.release)]);
  return Object.fromEntries([...frontends, ...services].filter(([, version]) => version !== ""));
}
var import_commit, import_errors, listOf, rowOf;
var init_rollback = __esm({
  "actions/pipeline/plan/rollback.ts"() {
    "use strict";
    import_commit = __toESM(require_commit(), 1);
    import_errors = __toESM(require_errors(), 1);
    init_keys();
    init_lists();
    listOf = (moves) => moves.map(({ name, from }) => from === "-" ? name : `${name} (release ${(0, import_commit.shortCommit)(from)})`).join(", ");
    rowOf = (rows2, { service }, region) => rows2.find((row) => row.region === region && row.service === String(service).trim());
  }
});

// actions/pipeline/inputs.ts
function readInputs(reader, context) {
  const task = reader.oneOf(
    "task",
    [
      ...["plan", "check", "select", "entry", "unchanged", "release", "builds", "result"],
      ...["rollback", "rollback-plan", "rollback-result"]
    ],
    "plan"
  );
  const texts = {
    checks: reader.text("checks", "[]"),
    services: reader.text("services", "[]"),
    jobs: reader.text("jobs", "[]"),
    frontends: reader.text("frontends", "[]"),
    migration: reader.text("migration") ?? "",
    region: reader.text("region") ?? ""
  };
  const platforms = reader.text("platforms", "[]");
  const platform = reader.parse("matrix", parsePlatform, "{}");
  const needs = reader.parse("needs", (text) => parseObject(text), "{}");
  const { region } = texts;
  const list = reader.oneOf("list", ["checks", "services", "frontends"], "services");
  const entry = reader.text("entry") ?? "";
  const target = shortHash(reader.text("target") ?? "");
  const callInputs = reader.text("call") ?? "";
  const call = shortHash(callInputs);
  const inputs = reader.parse("call", (text) => parseObject(text), "{}") ?? {};
  const preview = reader.boolean("preview", "false") ? placeOf(context) : void 0;
  const urls = reader.parse("urls", parseTexts, "{}");
  const imageRepository = reader.text("image-repository") ?? "";
  const digests = reader.parse("digests", parseTexts, "{}");
  const builds = reader.parse("builds", parseTexts, "{}");
  const folder = reader.text("folder") ?? "";
  const downloaded = {
    artifacts: reader.text("artifacts") ?? "",
    folders: (reader.text("folders") ?? "").split("\n"),
    download: reader.text("download") ?? ""
  };
  const promotion = reader.boolean("promotion", "false");
  const promotionFolder = reader.text("promotion-folder") ?? "";
  const fromSites = reader.parse("from-sites", import_lists10.parseMap, "");
  const deployed = reader.text("deployed", "[]");
  const published = reader.text("published", "[]");
  const outcomes = reader.parse("outcomes", parseTexts, "{}");
  const rollback = {
    what: reader.text("what", "all"),
    to: reader.text("to", "previous"),
    releaseHold: reader.boolean("release-hold", "false")
  };
  const auth = (0, import_shared.readAuthInputs)(reader);
  const project = reader.parse("project", import_shared.parseProject);
  const freeze = (0, import_freeze.readFreeze)(reader);
  const reason = reader.text("reason") ?? "";
  const runner = reader.text("runner") ?? "";
  const githubToken = (0, import_shared.readGitHubToken)(reader) ?? "";
  const buildEnv = reader.parse("build-env", parseBuildEnv) ?? /* @__PURE__ */ new Map();
  if (task === "rollback" || task === "rollback-plan" || task === "rollback-result") {
    const { plan, problems: problems2 } = chooseRollback({ ...texts, ...rollback });
    report(reader, problems2);
    return task === "rollback" ? { task, plan, inputs } : { task, plan, region, deployed, published, outcomes, reason };
  }
  const { lists, problems } = preview ? readPreview(inputs, preview) : readCall(texts);
  const { value: runners, problems: others } = readRunners(platforms, lists.services);
  const all = [...problems, ...others, ...blankLists(inputs), ...preview ? [] : repeatedSites(lists.frontends)];
  const promoted = promotion ? { folder: promotionFolder, sites: new Set(fromSites.keys()) } : void 0;
  const releases = callInputs !== "" && !preview && String(inputs.deploy ?? promotion) === "true";
  const judged = callInputs !== "" && JUDGED.has(task) && !(preview && context.github.payload.action === "closed");
  const given = judged ? { deploys: releases || preview !== void 0, preview, inputs, lists, promotion: promoted, problems: all } : void 0;
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
      withoutTarget: callInputs === "" ? void 0 : promotion ? "promotion" : releases ? "no-account" : "no-deploy"
    };
  if (task === "builds") return { task, downloaded };
  if (task === "check" || task === "select") return { task, lists };
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
function parsePlatform(text) {
  const { build } = parseObject(text);
  return build?.platform === void 0 ? void 0 : String(build.platform);
}
function parseObject(text) {
  const value = JSON.parse(text);
  if (typeof value !== "object" || Array.isArray(value)) throw new Error("is not a JSON object.");
  return value ?? {};
}
var import_freeze, import_lists10, import_shared, JUDGED, parseTexts;
var init_inputs = __esm({
  "actions/pipeline/inputs.ts"() {
    "use strict";
    import_freeze = __toESM(require_freeze(), 1);
    import_lists10 = __toESM(require_lists(), 1);
    import_shared = __toESM(require_shared(), 1);
    init_build_env();
    init_call();
    init_lists();
    init_platforms();
    init_preview();
    init_twice();
    init_rollback();
    JUDGED = /* @__PURE__ */ new Set(["plan", "entry", "release"]);
    parseTexts = (text) => Object.fromEntries(Object.entries(parseObject(text)).map(([key, one]) => [key, String(one ?? "")]));
  }
});

// shared:src/github/run.ts
var require_run = __commonJS({
  "shared:src/github/run.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/run.ts"];
  }
});

// src/github/checkout.ts
function notCheckedOut(run2) {
  if (run2.sha === "" || isMergeOfPull(run2)) return void 0;
  const commit = (0, import_run.resolveCommit)(void 0, run2);
  if (commit === run2.sha) return void 0;
  return `${run2.eventName} is about commit ${(0, import_commit2.shortCommit)(commit)}, but the workflow checks out ${(0, import_commit2.shortCommit)(run2.sha)}, the newest commit of the branch, and would build and deploy that under the name of the other. Use on: push. To deploy only after checks of other workflows, name them in required-checks.`;
}
var import_commit2, import_run, isMergeOfPull;
var init_checkout = __esm({
  "src/github/checkout.ts"() {
    "use strict";
    import_commit2 = __toESM(require_commit(), 1);
    import_run = __toESM(require_run(), 1);
    isMergeOfPull = ({ eventName, payload: { pull_request: pull } }) => pull !== void 0 && eventName !== "pull_request_target";
  }
});

// shared:src/runtime/summary.ts
var require_summary = __commonJS({
  "shared:src/runtime/summary.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/summary.ts"];
  }
});

// actions/pipeline/check-builds.ts
function checkBuilds({ artifacts, folders, download }) {
  if (download === "success" && folders.every(hasFiles)) return;
  throw new import_errors2.OutcomeError(
    `Nothing was changed. An artifact of the frontend builds (${artifacts}) cannot be downloaded. Either it has expired, or another job of this run overwrote or deleted it: an artifact that is uploaded again under its name has another id, and is not trusted. Find the job that uploads "frontend-\u2026" artifacts, then re-run all jobs.`
  );
}
function hasFiles(folder) {
  try {
    return (0, import_node_fs.readdirSync)(folder).length > 0;
  } catch {
    return false;
  }
}
var import_node_fs, import_errors2;
var init_check_builds = __esm({
  "actions/pipeline/check-builds.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_errors2 = __toESM(require_errors(), 1);
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
var import_commit3, import_annotations, recordedReleases, servingRevisions;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    import_commit3 = __toESM(require_commit(), 1);
    init_revisions();
    import_annotations = __toESM(require_annotations(), 1);
    recordedReleases = (resource) => (0, import_annotations.readAnnotation)(resource, `${import_annotations.ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];
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
    if (error instanceof import_errors3.CloudError && error.status === 403) return void 0;
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
var import_freeze2, import_commit4, import_not_found2, import_errors3, import_annotations3, HOLD_ANNOTATION, holdOf, describeServiceHold, readNamedServices;
var init_holds = __esm({
  "src/records/holds.ts"() {
    "use strict";
    import_freeze2 = __toESM(require_freeze(), 1);
    import_commit4 = __toESM(require_commit(), 1);
    import_not_found2 = __toESM(require_not_found(), 1);
    import_errors3 = __toESM(require_errors(), 1);
    import_annotations3 = __toESM(require_annotations(), 1);
    init_canaries();
    HOLD_ANNOTATION = `${import_annotations3.ANNOTATION_PREFIX}hold`;
    holdOf = (resource) => (0, import_annotations3.readAnnotation)(resource, HOLD_ANNOTATION, (value) => typeof value.at === "string");
    describeServiceHold = (hold) => `${hold.by} put the service on hold at ${hold.at}: ${hold.reason} (${hold.runUrl}).`;
    readNamedServices = (http, endpoint, names) => Promise.all(names.map(async (name) => ({ name, resource: await read(http, endpoint, name) })));
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
function describeStaged({ release, commit, at, run: run2, canary: { lead } }) {
  const short = (0, import_commit5.shortCommit)(commit);
  const name = release === commit ? `commit ${short}` : `release ${release} (commit ${short})`;
  return `${name} has been staged since ${(0, import_duration2.formatMinute)(Date.parse(at))} (${run2}). It goes live once its canary on the ${servicePlace(lead)} has all traffic. Another publish replaces it.`;
}
async function readSiteManifest(bucket, site, release) {
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}.releases/${release}/manifest.json`);
  return bytes && parse(bytes, `The manifest of ${release} of the site ${site.name}`);
}
function parse(bytes, what) {
  const value = JSON.parse(bytes.toString("utf8"));
  if (value.format === 1) return value;
  throw new import_errors4.OutcomeError(`${what} has format ${value.format}, and this version reads format 1. Use a newer version.`);
}
var import_commit5, import_not_found3, import_duration2, import_errors4, SITE_STATE, READER, siteLabel, describeSiteHold;
var init_sites = __esm({
  "src/records/sites.ts"() {
    "use strict";
    import_commit5 = __toESM(require_commit(), 1);
    import_not_found3 = __toESM(require_not_found(), 1);
    import_duration2 = __toESM(require_duration(), 1);
    import_errors4 = __toESM(require_errors(), 1);
    init_holds();
    SITE_STATE = ".releases/state.json";
    READER = { permission: "storage.objects.get", role: "roles/storage.objectViewer" };
    siteLabel = ({ name, bucket, prefix }) => `site ${name} in gs://${bucket}/${prefix}`;
    describeSiteHold = ({ release, at, by, reason }) => `${release} since ${at}, by ${by}${reason === "" ? "" : `. Reason: ${reason}`}`;
  }
});

// shared:src/runtime/context.ts
var require_context = __commonJS({
  "shared:src/runtime/context.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/context.ts"];
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
    const setBy = services.filter((entry) => entry[key] !== void 0);
    if (setBy.length === 0) continue;
    const usual = USUAL[key];
    const given = setBy.map((entry) => textOf(key, entry[key]));
    const all = usual !== void 0 && setBy.length < services.length ? [...given, usual] : given;
    const values = [...new Set(all)];
    const chosen = values.length === 1 ? values[0] : MOST_CAREFUL[key](values);
    if (key === "step-interval" && String(options.steps ?? "").includes("@")) {
      notices.push(`${key} of ${namesOf(setBy)} is not used, because the steps have their own times.`);
      continue;
    }
    if (chosen !== usual || given.includes(chosen)) options[key] = chosen;
    if (services.length > setBy.length || values.length > 1)
      notices.push(
        chosen === usual && !given.includes(chosen) ? `Services of a release move together: ${key} of ${namesOf(setBy)} is not used, because other services do not set it.` : `Services of a release move together: ${key} of ${namesOf(setBy)} (${chosen.replaceAll("\n", ", ")}) applies to all.`
      );
  }
  return { options, notices };
}
function weightOfSteps(text) {
  const steps = text.split(/[\s,]+/).filter((one) => one !== "");
  const times = steps.flatMap((step) => step.split("@").slice(1)).map((time) => duration(time.replace(/\+.*/, "")));
  return [times.reduce((sum, ms) => sum + ms, 0), steps.length, -Number.parseFloat(steps[0] ?? "")];
}
function allConditions(values) {
  const texts = values.filter((text) => text.trim() !== "off");
  const lists = texts.map((text) => conditionsOf(text));
  const unreadable = texts[lists.indexOf(void 0)];
  if (unreadable !== void 0) return unreadable;
  const conditions = new Map(lists.flatMap((list = []) => list.map((one) => [JSON.stringify(one), one])));
  const all = [...conditions.values()];
  return all.length === 1 && all[0] === "errors" ? "errors" : JSON.stringify(all);
}
function conditionsOf(text) {
  if (text.trim() === "errors") return ["errors"];
  try {
    const list = (0, import_yaml.parse)(text);
    return Array.isArray(list) ? list : void 0;
  } catch {
    return void 0;
  }
}
function heaviest(values, weight) {
  return values.reduce((best, one) => isMore(weight(one), weight(best)) ? one : best);
}
function isMore(one, other) {
  const i = one.findIndex((value, at) => value !== other[at]);
  return i >= 0 && one[i] > other[i];
}
function duration(text) {
  try {
    return (0, import_duration3.parseDuration)(text);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
var import_yaml, import_duration3, namesOf, textOf, USUAL, longest, MOST_CAREFUL, first;
var init_shared_options = __esm({
  "actions/pipeline/plan/shared-options.ts"() {
    "use strict";
    import_yaml = __toESM(require_yaml(), 1);
    import_duration3 = __toESM(require_duration(), 1);
    init_keys();
    init_lists();
    namesOf = (entries) => entries.map(({ name }) => name).join(", ");
    textOf = (key, value) => key === "analysis" && typeof value === "object" ? JSON.stringify(value) : String(asLines(value));
    USUAL = {
      "on-canary": "wait",
      analysis: "errors",
      "on-inconclusive": "extend"
    };
    longest = (values) => heaviest(values, (text) => [duration(text)]);
    MOST_CAREFUL = {
      strategy: (values) => first(["canary", "direct"], values),
      steps: (values) => heaviest(values, weightOfSteps),
      "step-interval": longest,
      "on-canary": (values) => first(["wait", "supersede"], values),
      "overdue-after": (values) => heaviest(values, (text) => [-duration(text)]),
      analysis: allConditions,
      "on-inconclusive": (values) => first(["restore", "extend", "proceed"], values),
      // The higher rate stops a canary sooner.
      "false-alarm-rate": (values) => heaviest(values, (text) => [Number.parseFloat(text)]),
      timeout: longest,
      "required-checks": (values) => [...new Set(values.flatMap((text) => text.split("\n")))].join("\n")
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
    // Version 1.0 took a job among the services, and ran it only if requested.
    ...deployed.filter(isJob).map((entry) => jobEntry({ ...entry, execute: entry.execute === true }, images.named)),
    ...lists.jobs.map((entry) => jobEntry(entry, images.named))
  ];
  const sites = lists.frontends.map(
    (frontend, i) => siteEntry(frontend, builds[i], artifacts.length, sources)
  );
  const inputs = {
    images: images.named,
    migration: migration && asInputs({ ...migration, image: imageOf(migration.image, images.named) }),
    services,
    jobs,
    options,
    // The canary of an earlier commit is undecided for this one, too, whatever its own steps are.
    canaries: timed || migration !== void 0 ? services.map((entry) => pick(entry, NAMING)) : [],
    timed,
    sites,
    artifacts,
    folders: sites.filter((_, i) => builds[i]?.id !== "").map(({ path }) => String(path)),
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
    if (import_image_reference2.DIGEST.test(digest))
      named[String(service.name)] = `${imageRepository.replace(/\/+$/, "")}/${service.name}@${digest}`;
    else
      problems.push({
        input: "digests",
        message: `the job "Image ${service.name}" returned no digest. Re-run all jobs.`
      });
  }
  return { named, problems };
}
function buildOf({ name }, text = "") {
  const [, id, attempt, digest] = /^(\d+) (\d+) (sha256:[0-9a-f]{64})$/.exec(text) ?? [];
  if (id && attempt && digest) return { id, attempt, digest, problems: [] };
  const message = `the job "Build ${name}" returned no artifact. Re-run all jobs.`;
  return { ...FETCHED, problems: [{ input: "builds", message }] };
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
function siteEntry(frontend, { attempt, digest }, artifacts, sources) {
  const { folder, artifactName: artifactName2, promotion } = sources;
  const entry = without(frontend, NOT_OF_PUBLISH);
  if (promotion && isFetched(frontend, sources)) return { ...entry, path: `${promotion.folder}/${frontend.name}` };
  const path = artifacts === 1 ? folder : `${folder}/${artifactName2(String(frontend.name), attempt)}`;
  return { ...entry, path, "artifact-digest": digest };
}
function holdersOf(entry, region) {
  const { manifest, service, substitutions } = asInputs(entry);
  return regionsOf(entry, region).map(
    (one) => manifest === void 0 ? `${one}/${service}` : JSON.stringify({ manifest, region: one, ...substitutions !== void 0 && { substitutions } })
  );
}
var import_image_reference2, NOT_OF_DEPLOY, NOT_OF_JOB, NAMING, NOT_OF_PUBLISH, FETCHED, isFetched, imageOf, namedServices, without;
var init_release = __esm({
  "actions/pipeline/plan/release.ts"() {
    "use strict";
    import_image_reference2 = __toESM(require_image_reference(), 1);
    init_call();
    init_keys();
    init_lists();
    init_shared_options();
    NOT_OF_DEPLOY = ["image", "containers", "execute", ...BUILD_KEYS, ...RELEASE_KEYS];
    NOT_OF_JOB = ["containers", "after", ...BUILD_KEYS, ...RELEASE_KEYS];
    NAMING = ["manifest", "service", "region", "substitutions"];
    NOT_OF_PUBLISH = ["build", "working-directory", "node", "cache", "url"];
    FETCHED = { id: "", attempt: "", digest: "", problems: [] };
    isFetched = ({ name }, { promotion }) => promotion?.sites.has(String(name)) ?? false;
    imageOf = (image, images) => isDigest(image) ? String(image) : images[String(image)] ?? "";
    namedServices = (services) => services.filter(isDeployed).map((entry) => pick(entry, NAMING));
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
    init_lists();
    init_platforms();
    init_release();
    isBefore = ({ when = "before-traffic" }) => when === "before-traffic";
    jobText = ({ name, execute = true }) => execute === true ? String(name) : `${name}, not executed`;
    nameOf = ({ name }) => String(name);
  }
});

// actions/pipeline/plan/problems/unreviewed.ts
function unreviewed({ inputs, lists, promotion }, { eventName, payload }) {
  const { services, jobs, frontends, migration } = lists;
  const released = [...services.filter(isDeployed), ...jobs, ...frontends, ...migration ? [migration] : []];
  if (released.length === 0) return [];
  const { number, merged = false } = payload.pull_request ?? {};
  const origin = eventName === "merge_group" ? "a merge queue" : `pull request #${number}`;
  const isUnmerged = eventName === "merge_group" || eventName === "pull_request" && !merged;
  return [
    // A promotion deploys what is live at its source, whatever started it.
    ...isUnmerged && promotion === void 0 ? [
      `This run of ${origin} releases a commit that is not merged. To only check and build, call checks.yml, or set deploy: \${{ github.event_name == 'push' }}.`
    ] : [],
    ...withoutApproval("release", inputs.environment)
  ];
}
var withoutApproval;
var init_unreviewed = __esm({
  "actions/pipeline/plan/problems/unreviewed.ts"() {
    "use strict";
    init_call();
    withoutApproval = (what, environment) => String(environment ?? "none").trim() === "" ? [`The input environment is empty, so the ${what} waits for no approval. Set the name of a GitHub environment.`] : [];
  }
});

// shared:src/inputs/services.ts
var require_services = __commonJS({
  "shared:src/inputs/services.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/inputs/services.ts"];
  }
});

// shared:src/runtime/report.ts
var require_report = __commonJS({
  "shared:src/runtime/report.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/report.ts"];
  }
});

// actions/pipeline/plan/live.ts
function describeLiveService({ name: full, resource }, clock) {
  const [, , , region, , service] = full.split("/");
  const name = `${service} in ${region}`;
  if (!resource) return { name, serves: void 0, commit: void 0, stops: [] };
  const hold = holdOf(resource);
  const canary = undecidedCanary(full, resource);
  const frozen = (0, import_freeze3.freezeOn)(resource, [], clock);
  return {
    name,
    serves: servingRevisions(resource).join(", ") || void 0,
    commit: liveRelease(resource)?.commit || void 0,
    stops: [
      ...hold ? [`${name} is on hold. ${describeServiceHold(hold)}`] : [],
      ...canary === void 0 ? [] : [`The canary of ${(0, import_commit6.shortCommit)(canary.commit)} on ${name} is undecided.`],
      ...frozen === void 0 ? [] : [`${name}: ${frozen}`]
    ]
  };
}
function describeLiveSite(site, state, commit) {
  const name = siteLabel(site);
  return {
    name,
    serves: state?.current,
    commit,
    stops: [
      ...state?.hold ? [`The ${name} is on hold: ${describeSiteHold(state.hold)}.`] : [],
      ...state?.staged ? [`The ${name}: ${describeStaged(state.staged)}`] : []
    ]
  };
}
var import_freeze3, import_commit6;
var init_live = __esm({
  "actions/pipeline/plan/live.ts"() {
    "use strict";
    import_freeze3 = __toESM(require_freeze(), 1);
    import_commit6 = __toESM(require_commit(), 1);
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
      const name = (0, import_services.readServiceName)(line, place);
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
  const frozen = (0, import_freeze4.freezeOn)(void 0, freeze, clock);
  return {
    rows: rows2,
    stops: [...frozen === void 0 ? [] : [frozen], ...rows2.flatMap((row) => row.stops)],
    unread: [
      ...new Set(
        results.flatMap((result) => {
          if (result.status === "fulfilled") return [];
          if ((0, import_errors5.isAbort)(result.reason)) throw result.reason;
          return [
            result.reason instanceof import_errors5.CloudError ? (0, import_report.describeCloudError)(result.reason) : result.reason.message
          ];
        })
      )
    ]
  };
}
var import_freeze4, import_services, import_errors5, import_report;
var init_read_target = __esm({
  "actions/pipeline/live/read-target.ts"() {
    "use strict";
    import_freeze4 = __toESM(require_freeze(), 1);
    import_services = __toESM(require_services(), 1);
    init_holds();
    init_sites();
    import_errors5 = __toESM(require_errors(), 1);
    import_report = __toESM(require_report(), 1);
    init_live();
  }
});

// actions/pipeline/describe-plan.ts
async function describeCallPlan(task, context) {
  const { lists, region, promotion, runners } = task;
  const { summary, log } = context;
  const rows2 = describeCall(lists, region, promotion, runners);
  for (const { step, what } of rows2) log.info(`${step}: ${what.join(", ")}`);
  summary.heading(import_summary.md`Plan`);
  summary.table(
    ["Step", "What"],
    rows2.map(({ step, what }) => [(0, import_summary.plain)(step), (0, import_summary.listed)(what.map(import_summary.plain), ", ")])
  );
  const warnings = [
    ...rows2.length === 0 ? [NOTHING] : [],
    ...task.given?.deploys ? unreviewed(task.given, context.github) : []
  ];
  for (const warning of warnings) {
    log.warning(warning);
    summary.paragraph(import_summary.md`⚠️ ${(0, import_summary.plain)(warning)}`);
  }
  await describeTarget(task, context);
}
function describeWithoutTarget({ freeze, withoutTarget }, { summary, log, clock }) {
  if (withoutTarget === void 0) return;
  const frozen = withoutTarget !== "no-deploy" ? (0, import_freeze5.freezeOn)(void 0, freeze, clock) : void 0;
  if (frozen !== void 0) {
    log.warning(frozen);
    summary.paragraph(import_summary.md`⚠️ ${(0, import_summary.plain)(frozen)}`);
  }
  log.info(WITHOUT_TARGET[withoutTarget]);
  summary.paragraph(import_summary.md`ℹ️ ${(0, import_summary.plain)(WITHOUT_TARGET[withoutTarget])}`);
}
async function describeTarget(task, context) {
  const { lists, region, target, freeze } = task;
  if (!target) return describeWithoutTarget(task, context);
  const { summary, log, github } = context;
  const { project } = target;
  const { readLiveTarget: readLiveTarget2 } = await Promise.resolve().then(() => (init_read_target(), read_target_exports));
  const commit = (0, import_run2.resolveCommit)(void 0, github);
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
    (0, import_context.connect)(context, target.auth),
    context
  );
  for (const { name, serves, commit: live } of rows2)
    log.info(
      `${name}: ${serves === void 0 ? "nothing is live yet" : `live ${serves}`}${live ? `, commit ${(0, import_commit7.shortCommit)(live)}` : ""}`
    );
  for (const message of unread) log.warning(`The plan does not show all of the live state: ${message}`);
  summary.heading(import_summary.md`Before the release`);
  for (const stop of stops) summary.paragraph(import_summary.md`⚠️ ${(0, import_summary.plain)(stop)}`);
  summary.table(
    ["What", "Live", "Commit", "What changes"],
    rows2.map(
      ({ name, serves, commit: live }) => serves === void 0 ? [(0, import_summary.plain)(name), (0, import_summary.plain)("nothing yet"), (0, import_summary.plain)(""), (0, import_summary.plain)("it is new")] : [
        (0, import_summary.plain)(name),
        (0, import_summary.code)(serves),
        live === void 0 ? (0, import_summary.plain)("not recorded") : (0, import_summary.code)((0, import_commit7.shortCommit)(live)),
        changesSince(live, commit, github)
      ]
    )
  );
  for (const message of unread) summary.paragraph(import_summary.md`Not read: ${(0, import_summary.plain)(message)}`);
}
function changesSince(live, commit, { serverUrl, repository }) {
  if (live === void 0) return (0, import_summary.plain)("not known");
  if (live === commit) return (0, import_summary.plain)("nothing: this commit is live");
  return (0, import_summary.link)(
    `${(0, import_commit7.shortCommit)(live)} to ${(0, import_commit7.shortCommit)(commit)}`,
    `${serverUrl}/${repository}/compare/${live}...${commit}`
  );
}
var import_freeze5, import_commit7, import_run2, import_context, import_summary, NOTHING, WITHOUT_TARGET;
var init_describe_plan = __esm({
  "actions/pipeline/describe-plan.ts"() {
    "use strict";
    import_freeze5 = __toESM(require_freeze(), 1);
    import_commit7 = __toESM(require_commit(), 1);
    import_run2 = __toESM(require_run(), 1);
    init_sites();
    import_context = __toESM(require_context(), 1);
    import_summary = __toESM(require_summary(), 1);
    init_call();
    init_describe();
    init_unreviewed();
    init_release();
    NOTHING = "This call does nothing: checks, services, jobs, frontends and migration are empty. If they come from variables, check that these exist.";
    WITHOUT_TARGET = {
      "no-account": "The live state is not shown: the plan has no account. Set plan-service-account to show it. The release checks holds, canaries and newer commits before anything changes.",
      "no-deploy": "This run only checks and builds (deploy: false). Nothing is migrated, deployed or published, and the live state is not read.",
      promotion: "The live state of the target is not shown: the account of this job reads the source. The release checks holds, canaries and newer commits of the target before anything changes."
    };
  }
});

// shared:picomatch
var require_picomatch = __commonJS({
  "shared:picomatch"(exports2, module2) {
    module2.exports = require("../shared/frontend-inputs.cjs")["picomatch"];
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
    import_picomatch = __toESM(require_picomatch(), 1);
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
  return { because: `it has not passed on branch ${branch} recently` };
}
function startOf({ eventName, ref, sha, payload }) {
  const base = eventName === "merge_group" ? { ref: payload.merge_group?.base_ref, sha: payload.merge_group?.base_sha } : payload.pull_request?.base ?? { ref, sha };
  const branch = base.ref?.replace(/^refs\/heads\//, "");
  if (!branch || !base.sha || branch.startsWith("refs/")) return void 0;
  return { branch, commit: base.sha };
}
async function passAt(commit, branch, { entry, configuration, now, digest }, github) {
  const where = `at ${(0, import_commit8.shortCommit)(commit)}`;
  let because;
  for (const check of newestOfEach(await github.endedChecks(commit), String(entry.name))) {
    if (check.conclusion !== "success") {
      because ??= `it ended with ${check.conclusion} ${where}`;
      continue;
    }
    const recorded = readPassedRecord(await github.annotations(check.id));
    if (recorded === void 0 || await github.branchOf(check.suite) !== branch) continue;
    if (recorded !== configuration) because ??= `its configuration has changed since it passed ${where}`;
    else if (now - check.endedAt > (0, import_duration4.parseDuration)(passedWithin(entry)))
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
var import_commit8, import_duration4, MOST_COMMITS;
var init_earlier_pass = __esm({
  "actions/pipeline/earlier-pass.ts"() {
    "use strict";
    import_commit8 = __toESM(require_commit(), 1);
    import_duration4 = __toESM(require_duration(), 1);
    init_unchanged();
    MOST_COMMITS = 20;
  }
});

// shared:src/inputs/read-file.ts
var require_read_file = __commonJS({
  "shared:src/inputs/read-file.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/read-file.ts"];
  }
});

// actions/pipeline/job-manifests.ts
function findJobManifests(paths, absolute) {
  return new Set(paths.filter((path) => kindOf(absolute(path)) === "Job"));
}
function kindOf(file) {
  try {
    return (0, import_yaml2.parseAllDocuments)((0, import_read_file.readTextFile)(file))[0]?.get("kind");
  } catch {
    return void 0;
  }
}
var import_yaml2, import_read_file;
var init_job_manifests = __esm({
  "actions/pipeline/job-manifests.ts"() {
    "use strict";
    import_yaml2 = __toESM(require_yaml(), 1);
    import_read_file = __toESM(require_read_file(), 1);
  }
});

// actions/pipeline/plan/result.ts
function servedNow(lists, jobManifests2, region, deployed, published) {
  let row = 0;
  const services = lists.services.filter((entry) => isDeployed(entry) && !jobManifests2.has(String(entry.manifest))).flatMap((entry) => {
    const found = deployed[row];
    row += regionsOf(entry, region).length;
    return found ? [{ name: String(entry.name), version: textOrEmpty(found.revision), url: textOrEmpty(found.url) }] : [];
  });
  const sites = lists.frontends.flatMap(
    ({ name, url }, i) => published[i]?.release ? [{ name: String(name), version: textOrEmpty(published[i].release), url: textOrEmpty(url) }] : []
  );
  return [...services, ...sites];
}
var init_result = __esm({
  "actions/pipeline/plan/result.ts"() {
    "use strict";
    init_call();
    init_lists();
  }
});

// shared:src/runtime/inputs.ts
var require_inputs = __commonJS({
  "shared:src/runtime/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/inputs.ts"];
  }
});

// shared:actions/build-image/inputs.ts
var require_inputs2 = __commonJS({
  "shared:actions/build-image/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/build-image/inputs.ts"];
  }
});

// shared:actions/migrate/inputs.ts
var require_inputs3 = __commonJS({
  "shared:actions/migrate/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/migrate/inputs.ts"];
  }
});

// shared:actions/deploy-run/inputs.ts
var require_inputs4 = __commonJS({
  "shared:actions/deploy-run/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["actions/deploy-run/inputs.ts"];
  }
});

// shared:actions/publish-frontend/inputs.ts
var require_inputs5 = __commonJS({
  "shared:actions/publish-frontend/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/frontend-inputs.cjs")["actions/publish-frontend/inputs.ts"];
  }
});

// actions/pipeline/action-inputs.ts
var action_inputs_exports = {};
__export(action_inputs_exports, {
  actionInputProblems: () => actionInputProblems
});
async function actionInputProblems(given, known, context) {
  const call = given.deploys ? given : withTarget(given);
  const { lists } = call;
  const missing = missingManifests(lists, context);
  const release = releaseOf(call, context);
  const found = [
    ...missing,
    ...call.preview ? release.jobs.map(jobProblem) : [],
    ...call.promotion ? missingRepository(call, "promotes") : await buildProblems(call, context),
    ...await migrateProblems(call, release, missing.length === 0, context),
    ...await deployProblems(call, release, context),
    ...await publishProblems(call, release, missing.length === 0, context)
  ];
  const said = new Set(known.map(({ input, message }) => `${input}: ${message}`));
  const fresh = found.filter(({ input, key, message }) => {
    const text = `${input}: ${message}`;
    if (said.has(text) || isKnown(input, key, known)) return false;
    said.add(text);
    return true;
  });
  return fresh.map(({ input, message }) => ({ input, message }));
}
function withTarget(call) {
  const anyImage = "image-repositories" in call.inputs ? {} : { "image-repository": "" };
  const target = { project: "checks", region: "us-central1" };
  const missing = Object.entries(target).filter(([name]) => textOrEmpty(call.inputs[name]) === "");
  return { ...call, inputs: { ...call.inputs, ...Object.fromEntries(missing), ...anyImage } };
}
function releaseOf({ inputs, lists, promotion }, context) {
  const slots = (values, value) => Object.fromEntries(values.map((_, slot) => [`s${slot}`, value]));
  const manifests = lists.services.filter(isDeployed).flatMap(({ manifest }) => manifest ?? []);
  return planReleaseInputs({
    lists,
    region: textOrEmpty(inputs.region),
    imageRepository: repositoryOf(inputs),
    digests: slots(lists.services, DIGEST3),
    builds: slots(lists.frontends, `1 1 ${DIGEST3}`),
    folder: "frontends",
    promotion,
    artifactName: (frontend) => frontend,
    jobManifests: findJobManifests(manifests.map(String), (path) => inWorkspace(path, context))
  }).inputs;
}
function missingManifests({ services, jobs }, context) {
  const found = (input) => (entry) => typeof entry.manifest !== "string" || (0, import_read_file2.isFile)(inWorkspace(entry.manifest, context)) ? [] : [
    {
      input,
      message: `${entry.name} has manifest "${entry.manifest}", which does not exist. Set its path from the root of the repository.`
    }
  ];
  return [...services.flatMap(found("services")), ...jobs.flatMap(found("jobs"))];
}
function missingRepository({ inputs, lists }, does) {
  const images = lists.services.filter(isBuilt).map(({ name }) => name);
  if (images.length === 0 || textOrEmpty(inputs["image-repository"]) !== "") return [];
  return [
    {
      input: "image-repository",
      message: `is missing, but the call ${does} images: ${images.join(", ")}. Set REGION-docker.pkg.dev/PROJECT/REPOSITORY.`
    }
  ];
}
async function buildProblems(call, context) {
  const { inputs, lists, deploys } = call;
  const missing = deploys ? missingRepository(call, "builds") : [];
  if (missing.length > 0) return missing;
  const { readInputs: readInputs2 } = await Promise.resolve().then(() => __toESM(require_inputs2(), 1));
  const built = lists.services.filter(isBuilt);
  return built.flatMap((entry) => {
    const own = asInputs(Object.fromEntries(Object.entries(entry).filter(([key]) => isBuildKey(key))));
    const { dockerfile, ...rest } = own;
    const values = {
      ...{ project: inputs.project, image: `${repositoryOf(inputs)}/${entry.name}`, context: "." },
      ...{ ...rest, ...dockerfile !== void 0 && { file: dockerfile } }
    };
    return problemsOf(readInputs2, values, context).map(({ subject, message }) => {
      const name = subject.replace(/^Input /, "");
      const key = name === "file" ? "dockerfile" : name;
      return isBuildKey(key) ? { input: "services", key, message: `${entry.name}, ${key}: ${message}` } : { input: name === "image" ? "image-repository" : name, message };
    });
  });
}
async function migrateProblems({ inputs }, { migration, holders, timed }, complete, context) {
  if (!migration) return [];
  const { readInputs: readInputs2 } = await Promise.resolve().then(() => __toESM(require_inputs3(), 1));
  const values = {
    ...{ ...targetOf(inputs), ...provenanceOf(inputs), ...migration },
    ...{ services: complete ? holders.join("\n") : "", freeze: inputs.freeze, "before-canary": timed }
  };
  return problemsOf(readInputs2, values, context).filter(({ subject }) => complete || subject !== "Input services").map(({ subject, message }) => {
    const name = subject.replace(/^Input /, "");
    const own = PIPELINE_KEYS.migration.includes(name);
    return own ? { input: "migration", key: name, message: `${name}: ${message}` } : { input: name, message };
  });
}
async function deployProblems({ inputs, lists, preview }, release, context) {
  const { services, options } = release;
  const jobs = preview ? [] : release.jobs;
  if (services.length + jobs.length === 0) return [];
  const { readInputs: readInputs2 } = await Promise.resolve().then(() => __toESM(require_inputs4(), 1));
  const read2 = (chosen) => problemsOf(
    readInputs2,
    {
      ...preview ? { project: inputs.project, region: inputs.region, tag: previewTag(preview), "no-traffic": true } : { ...targetOf(inputs), ...provenanceOf(inputs), freeze: inputs.freeze },
      ...chosen,
      ...services.length > 0 && { services: JSON.stringify(services) },
      ...jobs.length > 0 && { jobs: JSON.stringify(jobs) }
    },
    context
  ).map((problem) => foundIn(problem, { services: "services", jobs: "jobs" }));
  if (preview) return read2(pick(options, ["timeout", "required-checks"]));
  const alone = lists.services.filter(isDeployed).flatMap((entry) => {
    const own = ownOptionsOf(entry);
    return read2({ ...options, ...own }).filter(({ input, key = "" }) => input === "services" && key in own).map((found) => ({ ...found, message: `${entry.name}, ${found.message}` }));
  });
  const named = new Set(alone.map(({ key }) => key));
  return [...read2(options).filter(({ key }) => key === void 0 || !named.has(key)), ...alone];
}
function ownOptionsOf(entry) {
  const own = Object.fromEntries(CHOSEN_OF_SEVERAL.filter((key) => key in entry).map((key) => [key, entry[key]]));
  const { analysis } = own;
  return { ...asInputs(own), ...typeof analysis === "object" && { analysis: JSON.stringify(analysis) } };
}
async function publishProblems({ inputs }, { sites, holders }, complete, context) {
  if (sites.length === 0) return [];
  const { readInputs: readInputs2 } = await Promise.resolve().then(() => __toESM(require_inputs5(), 1));
  const values = {
    ...{ project: inputs.project, sites: JSON.stringify(sites), freeze: inputs.freeze },
    ...complete && { services: holders.join("\n") }
  };
  return problemsOf(readInputs2, values, context).map((problem) => foundIn(problem, { sites: "frontends" }));
}
function foundIn({ subject, message }, lists) {
  const [list = "", ...rest] = subject.replace(/^Input /, "").split(", ");
  const input = lists[list];
  if (input !== void 0)
    return { input, key: rest.at(-1) ?? "", message: [rest.join(", "), message].filter(Boolean).join(": ") };
  const shared = RELEASE_KEYS.includes(list);
  return shared ? { input: "services", key: list, message: `${list}: ${message}` } : { input: list, message };
}
function problemsOf(read2, values, context) {
  const surroundings = Object.entries(context.env).filter(([name]) => !name.startsWith((0, import_inputs.variable)("")));
  const given = Object.entries(values).flatMap(
    ([name, value]) => textOrEmpty(value) === "" ? [] : [[(0, import_inputs.variable)(name), textOrEmpty(value)]]
  );
  const env = Object.fromEntries([...surroundings, ...given]);
  try {
    read2((0, import_inputs.createInputReader)(env), { ...context, env });
    return [];
  } catch (error) {
    if (!(error instanceof import_errors6.InputError)) throw error;
    return error.problems;
  }
}
var import_node_path, import_read_file2, import_errors6, import_inputs, DIGEST3, CHOSEN_OF_SEVERAL, isKnown, inWorkspace, repositoryOf, jobProblem, isBuildKey, targetOf, provenanceOf;
var init_action_inputs = __esm({
  "actions/pipeline/action-inputs.ts"() {
    "use strict";
    import_node_path = require("node:path");
    import_read_file2 = __toESM(require_read_file(), 1);
    init_preview_names();
    import_errors6 = __toESM(require_errors(), 1);
    import_inputs = __toESM(require_inputs(), 1);
    init_job_manifests();
    init_call();
    init_keys();
    init_lists();
    init_release();
    DIGEST3 = `sha256:${"0".repeat(64)}`;
    CHOSEN_OF_SEVERAL = ["steps", "analysis", "false-alarm-rate"];
    isKnown = (input, key, known) => key !== void 0 && known.some(
      (one) => one.input === input && (key === "image" || one.message.match(/\bhas (?:a |no key )?([\w-]+)/)?.[1] === key)
    );
    inWorkspace = (path, { github }) => (0, import_node_path.resolve)(github.workspace || ".", path);
    repositoryOf = (inputs) => textOrEmpty(inputs["image-repository"]) || "us-docker.pkg.dev/project/images";
    jobProblem = ({ manifest }) => ({
      input: "services",
      message: `${manifest} is of kind Job, but the only job of a preview is its migration. Remove this entry.`
    });
    isBuildKey = (key) => BUILD_KEYS.includes(key) || key === "policy-exceptions";
    targetOf = (inputs) => ({
      project: inputs.project,
      region: inputs.region,
      "image-repositories": [textOrEmpty(inputs["image-repository"]), textOrEmpty(inputs["image-repositories"])].join("\n"),
      "image-repositories-scope": textOrEmpty(inputs["image-repositories"]) === "" ? "inputs" : "all"
    });
    provenanceOf = (inputs) => Object.fromEntries(
      ["require-provenance", "provenance-identity", "provenance-key", "trusted-root"].map((key) => [key, inputs[key]])
    );
  }
});

// shared:src/github/client.ts
var require_client = __commonJS({
  "shared:src/github/client.ts"(exports2, module2) {
    module2.exports = require("../shared/inputs.cjs")["src/github/client.ts"];
  }
});

// src/github/history.ts
var history_exports = {};
__export(history_exports, {
  createGitHubHistory: () => createGitHubHistory
});
function createGitHubHistory(run2, token, options) {
  const { octokit, rest, at, read: read2 } = (0, import_client.createGitHubClient)(run2, token, options);
  const contents = (what, call) => read2(`${what} of ${run2.repository}`, "contents: read", call);
  const checks = (call) => read2(`checks of ${run2.repository}`, "checks: read", call);
  return {
    async isProtected(branch) {
      const found = await (0, import_not_found4.absent)(contents(`branch ${branch}`, () => rest.repos.getBranch({ ...at, branch })));
      if (!found) return false;
      if (found.data.protected) return true;
      const rules = contents(`rules of branch ${branch}`, () => rest.repos.getBranchRules({ ...at, branch }));
      return ((await (0, import_not_found4.absent)(rules))?.data.length ?? 0) > 0;
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
var import_not_found4, import_client;
var init_history = __esm({
  "src/github/history.ts"() {
    "use strict";
    import_not_found4 = __toESM(require_not_found(), 1);
    import_client = __toESM(require_client(), 1);
  }
});

// actions/pipeline/run.ts
async function run(task, context) {
  if (task.task === "plan" && task.preview) setPreviewOutputs(task.lists, task.region, context);
  if ("given" in task && task.given) await refuseProblems(task.given, context);
  switch (task.task) {
    case "plan":
      return task.preview ? void 0 : await describeCallPlan(task, context);
    case "check":
      return;
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
    case "builds":
      return checkBuilds(task.downloaded);
    case "result":
      return setResult(task, context);
    case "rollback": {
      const { services, sites, to, byRelease, onNoEarlierRelease } = task.plan;
      for (const warning of withoutApproval("rollback", task.inputs.environment)) {
        context.log.warning(warning);
        context.summary.paragraph(import_summary2.md`⚠️ ${(0, import_summary2.plain)(warning)}`);
      }
      context.output("services", json(services));
      context.output("sites", json(sites));
      context.output("rollback-to", to);
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
  const event = givesCommit(given) ? notCheckedOut(context.github) : void 0;
  const { problems } = inputError(all);
  if (event || problems.length > 0)
    throw (0, import_errors7.withState)(
      new import_errors7.InputError([...event ? [{ subject: "Event", message: event }] : [], ...problems]),
      "Nothing was changed."
    );
}
function describeRollback({ plan, region, deployed, published }, { summary, log }) {
  const moves = movesOf(plan, region, rows(deployed), rows(published));
  const warnings = [...keptWarnings(moves), ...apartWarnings(moves)];
  for (const warning of warnings) log.warning(warning);
  for (const { name, from, to, kept } of moves)
    log.info(
      kept ? `${name}: stays on ${(0, import_commit9.shortCommit)(from)}` : `${name}: from ${(0, import_commit9.shortCommit)(from)} to ${(0, import_commit9.shortCommit)(to)}`
    );
  summary.heading(import_summary2.md`Before the rollback`);
  summary.table(
    ["What", "Now", "Goes back to"],
    moves.map(({ name, from, to, kept }) => [
      (0, import_summary2.plain)(name),
      (0, import_summary2.code)((0, import_commit9.shortCommit)(from)),
      kept ? (0, import_summary2.plain)("stays: no earlier release") : (0, import_summary2.code)((0, import_commit9.shortCommit)(to))
    ])
  );
  for (const warning of warnings) summary.paragraph(import_summary2.md`⚠️ ${(0, import_summary2.plain)(warning)}`);
  if (plan.services.length > 0)
    summary.paragraph(
      import_summary2.md`Database schemas are not rolled back: no migration runs. Migrations since then are listed for each service.`
    );
}
function setRollbackResult(task, context) {
  const { plan, region, deployed, published, outcomes, reason } = task;
  const serving = servingAfter(plan, region, rows(deployed), rows(published));
  context.output("serving", JSON.stringify(serving));
  const { summary } = context;
  summary.heading(import_summary2.md`Rollback`);
  summary.paragraph(import_summary2.md`Reason: ${(0, import_summary2.code)(reason)}`);
  summarizeSteps(context, outcomes);
  summary.table(
    ["Serves now", "Revision or release"],
    Object.entries(serving).map(([name, version]) => [(0, import_summary2.plain)(name), (0, import_summary2.plain)(version)])
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
    if (!(error instanceof import_errors7.CloudError)) throw error;
    log.warning(`${entry.name} is not skipped, since GitHub did not say whether it has passed: ${error.message}`);
    return void 0;
  });
  context.output("skip", String(found !== void 0 && "passed" in found));
  if (!found) return;
  if ("because" in found) return log.info(`${entry.name} is not skipped: ${found.because}.`);
  const { commit, check } = found.passed;
  const when = new Date(check.endedAt).toISOString().replace(/:\d\d\..*/, "Z").replace("T", " ");
  log.notice(
    `Skipped: ${entry.name} passed at ${(0, import_commit9.shortCommit)(commit)} on ${when}, and nothing that it depends on has changed since: ${check.url}`
  );
  summary.paragraph(
    import_summary2.md`⏭️ ${(0, import_summary2.plain)(String(entry.name))} was skipped: it ${(0, import_summary2.link)("passed", check.url)} at ${(0, import_summary2.code)((0, import_commit9.shortCommit)(commit))} on ${(0, import_summary2.plain)(when)}, and nothing that it depends on has changed since.`
  );
}
function setRelease(task, context) {
  const lists = task.preview && task.folder === "" ? { ...task.lists, frontends: [] } : task.lists;
  const { inputs, problems } = planReleaseInputs({
    ...task,
    lists,
    artifactName: (frontend, attempt) => artifactName(task.call, frontend, attempt),
    jobManifests: jobManifests(task.lists, context)
  });
  if (problems.length > 0) throw inputError(problems);
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
  context.output("folders", inputs.folders.join("\n"));
  context.output("holders", inputs.holders.join("\n"));
}
function setResult({ lists, region, deployed, published, outcomes }, context) {
  const served = servedNow(lists, jobManifests(lists, context), region, rows(deployed), rows(published));
  const byName = (key) => JSON.stringify(Object.fromEntries(served.map((one) => [one.name, one[key]])));
  context.output("urls", byName("url"));
  context.output("revisions", byName("version"));
  const { summary } = context;
  summary.heading(import_summary2.md`Release`);
  summarizeSteps(context, outcomes);
  if (served.length === 0) {
    summary.paragraph(import_summary2.md`No new revision is live.`);
    return;
  }
  summary.table(
    ["Serves now", "Revision or release", "URL"],
    served.map(({ name, version, url }) => [(0, import_summary2.plain)(name), (0, import_summary2.plain)(version), (0, import_summary2.plain)(url)])
  );
}
function summarizeSteps({ summary }, outcomes) {
  summary.table(
    ["Step", "Result"],
    Object.entries(outcomes).map(([step, outcome]) => [(0, import_summary2.plain)(step), (0, import_summary2.plain)(outcome || "skipped")])
  );
}
var import_node_path2, import_commit9, import_errors7, import_summary2, givesCommit, inputError, json, jobManifests, rows;
var init_run = __esm({
  "actions/pipeline/run.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_checkout();
    import_commit9 = __toESM(require_commit(), 1);
    import_errors7 = __toESM(require_errors(), 1);
    import_summary2 = __toESM(require_summary(), 1);
    init_check_builds();
    init_describe_plan();
    init_earlier_pass();
    init_job_manifests();
    init_call();
    init_preview();
    init_unreviewed();
    init_release();
    init_result();
    init_rollback();
    init_unchanged();
    givesCommit = ({ inputs, preview, promotion }) => "deploy" in inputs && preview === void 0 && promotion === void 0;
    inputError = (problems) => new import_errors7.InputError(problems.map(({ input, message }) => ({ subject: `Input ${input}`, message })));
    json = (list) => list.length > 0 ? JSON.stringify(list) : "";
    jobManifests = ({ services }, { github }) => findJobManifests(
      services.filter(isDeployed).flatMap(({ manifest }) => typeof manifest === "string" ? [manifest] : []),
      (path) => (0, import_node_path2.resolve)(github.workspace || ".", path)
    );
    rows = (text) => text === "" ? [] : JSON.parse(text);
  }
});

// actions/pipeline/main.ts
var main_exports = {};
var import_node_process, import_action;
var init_main = __esm({
  "actions/pipeline/main.ts"() {
    "use strict";
    import_node_process = __toESM(require("node:process"), 1);
    import_action = __toESM(require_action(), 1);
    init_inputs();
    init_run();
    void (0, import_action.runAction)({ name: "pipeline", readInputs, run }, import_node_process.default);
  }
});

// actions/pipeline/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
