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

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports2) {
    "use strict";
    exports2.__esModule = true;
    exports2.distance = exports2.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports2.distance = distance;
    var closest2 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports2.closest = closest2;
  }
});

// src/github/commit.ts
var commit_exports = {};
__export(commit_exports, {
  isCommit: () => isCommit,
  isCommitPrefix: () => isCommitPrefix,
  shortCommit: () => shortCommit
});
var isCommit, isCommitPrefix, shortCommit;
var init_commit = __esm({
  "src/github/commit.ts"() {
    "use strict";
    isCommit = (text2) => /^[0-9a-f]{40}$/.test(text2);
    isCommitPrefix = (text2) => /^[0-9a-f]{7,40}$/.test(text2);
    shortCommit = (commit) => isCommit(commit) ? commit.slice(0, 12) : commit;
  }
});

// src/inputs/duration.ts
var duration_exports = {};
__export(duration_exports, {
  formatDuration: () => formatDuration,
  formatMinute: () => formatMinute,
  parseDuration: () => parseDuration,
  parseSeconds: () => parseSeconds
});
function parseDuration(text2) {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(text2.trim());
  if (!match || match[0] === "")
    throw new Error(`"${text2}" is not a duration. Write for instance 500ms, 90s, 5m, 1h30m or 7d.`);
  const [, days = "0", hours = "0", minutes = "0", seconds = "0", millis = "0"] = match;
  return +days * UNITS.d + +hours * UNITS.h + +minutes * UNITS.m + +seconds * UNITS.s + +millis;
}
function formatDuration(ms) {
  if (ms < 1e3) return `${Math.round(ms)}ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)}s`;
  const seconds = Math.round(ms / 1e3);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, "0")}s`;
  return `${Math.floor(seconds / 3600)}h${String(Math.floor(seconds % 3600 / 60)).padStart(2, "0")}m`;
}
function parseSeconds(text2) {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text2 ?? "")?.[1];
  return seconds === void 0 ? void 0 : Number(seconds) * 1e3;
}
var UNITS, formatMinute;
var init_duration = __esm({
  "src/inputs/duration.ts"() {
    "use strict";
    UNITS = { d: 864e5, h: 36e5, m: 6e4, s: 1e3, ms: 1 };
    formatMinute = (at) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  }
});

// src/runtime/errors.ts
var errors_exports = {};
__export(errors_exports, {
  CancelledError: () => CancelledError,
  CloudError: () => CloudError,
  InputError: () => InputError,
  OutcomeError: () => OutcomeError,
  PolicyError: () => PolicyError,
  TimedOutError: () => TimedOutError,
  allAtOnce: () => allAtOnce,
  isAbort: () => isAbort,
  mergeErrors: () => mergeErrors,
  stateAfter: () => stateAfter,
  withState: () => withState
});
function withState(error, state) {
  if (error instanceof Error) states.set(error, state);
  return error;
}
function isAbort(error) {
  return error instanceof Error && (error.name === "AbortError" || error.cause instanceof CancelledError || error.cause instanceof TimedOutError);
}
async function allAtOnce(work) {
  const ends = await Promise.allSettled(work);
  const errors = ends.flatMap((end) => end.status === "rejected" ? [end.reason] : []);
  if (errors.length > 0) throw mergeErrors(errors);
  return ends.flatMap((end) => end.status === "fulfilled" ? [end.value] : []);
}
function mergeErrors(errors) {
  const [first] = errors;
  if (errors.length === 1) return first;
  const cancelled = errors.find(isAbort);
  if (cancelled !== void 0) return cancelled;
  const bad = errors.filter((error) => error instanceof InputError);
  if (bad.length > 0) return new InputError(distinct(bad), { cause: bad[0] });
  const rules = errors.filter((error) => error instanceof PolicyError);
  return rules.length > 0 ? new PolicyError(distinct(rules)) : first;
}
function distinct(errors) {
  const problems = errors.flatMap((error) => error.problems);
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
var InputError, PolicyError, CloudError, OutcomeError, states, stateAfter, CancelledError, TimedOutError;
var init_errors = __esm({
  "src/runtime/errors.ts"() {
    "use strict";
    init_duration();
    InputError = class extends Error {
      name = "InputError";
      problems;
      constructor(problems, options) {
        super(problems.map((problem) => `${problem.subject}: ${problem.message}`).join("\n"), options);
        this.problems = problems;
      }
    };
    PolicyError = class extends Error {
      name = "PolicyError";
      problems;
      constructor(problems) {
        super(problems.map((problem) => `${problem.subject}: ${problem.message}`).join("\n"));
        this.problems = problems;
      }
    };
    CloudError = class extends Error {
      name = "CloudError";
      /** HTTP status; 0 if no response came. */
      status;
      /** Canonical code such as `NOT_FOUND` or `ABORTED`, if the response had one. */
      code;
      /** The server's own reason, for instance `SERVICE_DISABLED` (`google.rpc.ErrorInfo`). */
      reason;
      /** What to do, in whole sentences, where the server's reason says it. */
      advice;
      /** Milliseconds after which the server accepts the next request. */
      retryAfterMs;
      /** What the call was about, for instance `service projects/p/locations/l/services/s`. */
      resource;
      permission;
      /** A predefined role that grants the permission. */
      role;
      member;
      consoleUrl;
      /** True if the same call would only get the same response, whatever its status. */
      final;
      /** The fields of a bad request, each with what is wrong (`google.rpc.BadRequest`). */
      fields;
      constructor(fields, options) {
        super(fields.message, options);
        this.status = fields.status;
        this.code = fields.code;
        this.reason = fields.reason;
        this.advice = fields.advice;
        this.retryAfterMs = fields.retryAfterMs;
        this.resource = fields.resource;
        this.permission = fields.permission;
        this.role = fields.role;
        this.member = fields.member;
        this.consoleUrl = fields.consoleUrl;
        this.final = fields.final ?? false;
        this.fields = fields.fields ?? [];
      }
    };
    OutcomeError = class extends Error {
      name = "OutcomeError";
      location;
      constructor(message, options = {}) {
        super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
        this.location = options.location;
      }
    };
    states = /* @__PURE__ */ new WeakMap();
    stateAfter = (error) => error instanceof Error ? states.get(error) : void 0;
    CancelledError = class extends Error {
      name = "AbortError";
      constructor(signal) {
        super(`The step was cancelled (${signal}).`);
      }
    };
    TimedOutError = class extends Error {
      name = "AbortError";
      /** Milliseconds that the step had. */
      limit;
      constructor(limit, detail = "", options) {
        super(
          `The step timed out after ${formatDuration(limit)} (input timeout)${detail === "" ? "." : `: ${detail}`}`,
          options
        );
        this.limit = limit;
      }
    };
  }
});

// src/github/run.ts
var run_exports = {};
__export(run_exports, {
  readGitHubRun: () => readGitHubRun,
  resolveCommit: () => resolveCommit
});
function readGitHubRun(env) {
  const serverUrl = env.GITHUB_SERVER_URL ?? "https://github.com";
  const repository = env.GITHUB_REPOSITORY ?? "";
  const runId = env.GITHUB_RUN_ID ?? "";
  return {
    repository,
    serverUrl,
    runId,
    actor: env.GITHUB_ACTOR ?? "",
    repositoryId: env.GITHUB_REPOSITORY_ID ?? "",
    workflowRef: env.GITHUB_WORKFLOW_REF ?? "",
    eventName: env.GITHUB_EVENT_NAME ?? "",
    ref: env.GITHUB_REF ?? "",
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? "1"),
    workflow: env.GITHUB_WORKFLOW ?? "",
    job: env.GITHUB_JOB ?? "",
    apiUrl: (env.GITHUB_API_URL ?? "https://api.github.com").replace(/\/+$/, ""),
    runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
    workspace: env.GITHUB_WORKSPACE ?? "",
    temp: env.RUNNER_TEMP ?? "",
    sha: env.GITHUB_SHA ?? "",
    payload: readPayload(env.GITHUB_EVENT_PATH)
  };
}
function readPayload(path) {
  if (!path) return {};
  try {
    return JSON.parse((0, import_node_fs.readFileSync)(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}
function resolveCommit(input, run) {
  const { payload, sha } = run;
  const commit = input ?? pullRequestCommit(run) ?? payload.workflow_run?.head_sha ?? sha;
  if (isCommit(commit)) return commit;
  throw new InputError([
    {
      subject: input === void 0 ? "Variable GITHUB_SHA" : "Input commit",
      message: `"${commit}" is not a commit. Set the full commit SHA, for instance \${{ github.sha }}.`
    }
  ]);
}
function pullRequestCommit({ payload: { pull_request: pull }, sha }) {
  if (pull?.merged) return pull.merge_commit_sha ?? sha;
  return pull?.head?.sha;
}
var import_node_fs;
var init_run = __esm({
  "src/github/run.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    init_errors();
    init_commit();
  }
});

// shared:google-auth-library
var require_google_auth_library = __commonJS({
  "shared:google-auth-library"(exports2, module2) {
    module2.exports = require("../shared/google-auth.cjs")["google-auth-library"];
  }
});

// src/inputs/read-file.ts
var read_file_exports = {};
__export(read_file_exports, {
  isDirectory: () => isDirectory,
  isFile: () => isFile,
  readTextFile: () => readTextFile
});
function readTextFile(path) {
  const status = (0, import_node_fs2.statSync)(path);
  if (!status.isFile() && !status.isDirectory())
    throw Object.assign(new Error("it is not a regular file but a pipe, a socket or a device"), { code: "NOT_A_FILE" });
  return (0, import_node_fs2.readFileSync)(path, "utf8");
}
function statusOf(path) {
  try {
    return (0, import_node_fs2.statSync)(path);
  } catch {
    return void 0;
  }
}
var import_node_fs2, isFile, isDirectory;
var init_read_file = __esm({
  "src/inputs/read-file.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    isFile = (path) => statusOf(path)?.isFile() ?? false;
    isDirectory = (path) => statusOf(path)?.isDirectory() ?? false;
  }
});

// src/google/credential-file.ts
var credential_file_exports = {};
__export(credential_file_exports, {
  accountInFile: () => accountInFile,
  checkCredentialFile: () => checkCredentialFile,
  parseServiceAccountKey: () => parseServiceAccountKey,
  unusableFile: () => unusableFile
});
function checkCredentialFile(env) {
  const file = env.GOOGLE_APPLICATION_CREDENTIALS;
  if (!file) return;
  const message = isContent(file) ? `contains credentials, but must be the path of a file. ${FIX}` : withProblem(problemOf(file), (problem) => `names ${file}, which ${problem}. ${FIX}`);
  if (message !== void 0) throw new InputError([{ subject: "Variable GOOGLE_APPLICATION_CREDENTIALS", message }]);
}
function unusableFile(env, error) {
  const file = env.GOOGLE_APPLICATION_CREDENTIALS;
  if (!file) return void 0;
  const reason = error.message.replace(/^.*GOOGLE_APPLICATION_CREDENTIALS environment variable: /s, "").split("\n")[0]?.replace(/\.?$/, ".");
  const message = `names ${file}, which cannot be used: ${reason} ${FIX}`;
  return new InputError([{ subject: "Variable GOOGLE_APPLICATION_CREDENTIALS", message }], { cause: error });
}
function accountInFile(env) {
  try {
    const json = JSON.parse(readTextFile(env.GOOGLE_APPLICATION_CREDENTIALS ?? ""));
    if (json?.type === "service_account") return String(json.client_email);
    return /\/serviceAccounts\/([^/:]+):generateAccessToken$/.exec(
      String(json?.service_account_impersonation_url)
    )?.[1];
  } catch {
    return void 0;
  }
}
function parseServiceAccountKey(text2) {
  let json;
  try {
    json = JSON.parse(text2);
  } catch {
    throw new Error("is not valid JSON. Pass the whole content of the key file, for instance from a secret.");
  }
  if (json === null || typeof json !== "object" || json.type !== "service_account")
    throw new Error("is not a service account key. Its type must be service_account.");
  const problem = keyProblem(json);
  if (problem !== void 0) throw new Error(`${problem}. Create the key again.`);
  const { client_email, private_key } = json;
  return { client_email, private_key };
}
function problemOf(file) {
  let text2;
  try {
    text2 = readTextFile(file);
  } catch (error) {
    const { code: code2, message } = error;
    if (code2 === "ENOENT") return "does not exist";
    return code2 === "EISDIR" ? "is a folder" : `cannot be read (${code2 === "NOT_A_FILE" ? message : code2})`;
  }
  let json;
  try {
    json = JSON.parse(text2);
  } catch {
    return text2.trim() === "" ? "is empty" : "is not valid JSON";
  }
  return contentProblem(json);
}
function contentProblem(json) {
  if (json === null || typeof json !== "object") return "is not a JSON object";
  if (!TYPES.includes(String(json.type)))
    return `has an unknown type of credentials (known: ${TYPES.slice(0, 3).join(", ")}, \u2026)`;
  if (json.type === "service_account") return keyProblem(json);
  const { [String(json.type)]: fields = [] } = FIELDS;
  const missing = fields.filter((field) => json?.[field] === void 0);
  if (missing.length > 0) return `has the type ${String(json.type)} but no ${missing.join(", ")}`;
  const source = json.credential_source?.file;
  if (typeof source === "string" && !canRead(source)) return `takes its token from ${source}, which cannot be read`;
  if (json.type !== "impersonated_service_account") return void 0;
  return withProblem(
    contentProblem(json.source_credentials),
    (problem) => `has source_credentials; that part ${problem}`
  );
}
function keyProblem({ client_email: email, private_key: key }) {
  if (typeof email !== "string" || typeof key !== "string") return "has no client_email and private_key";
  try {
    (0, import_node_crypto.createPrivateKey)(key);
    return void 0;
  } catch {
    return "has a private_key that cannot be read; line breaks are often lost when a key is copied";
  }
}
function canRead(file) {
  try {
    readTextFile(file);
    return true;
  } catch {
    return false;
  }
}
var import_node_crypto, TYPES, FIX, withProblem, isContent, FIELDS;
var init_credential_file = __esm({
  "src/google/credential-file.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    init_read_file();
    init_errors();
    TYPES = [
      "service_account",
      "authorized_user",
      "external_account",
      "external_account_authorized_user",
      "impersonated_service_account",
      "gdch_service_account"
    ];
    FIX = "It was set on the runner or by an earlier step: run google-github-actions/auth before this step, fix the file, or unset the variable and set the input workload-identity-provider.";
    withProblem = (problem, sentence) => problem && sentence(problem);
    isContent = (text2) => /[\n{}]|PRIVATE KEY/.test(text2) || text2.length > 100 && /^[\w+/=-]+$/.test(text2) && !text2.startsWith("/");
    FIELDS = {
      authorized_user: ["client_id", "client_secret", "refresh_token"],
      external_account: ["audience", "subject_token_type", "token_url", "credential_source"],
      external_account_authorized_user: ["audience", "client_id", "client_secret", "token_url", "refresh_token"],
      impersonated_service_account: ["service_account_impersonation_url", "source_credentials"],
      gdch_service_account: ["project", "private_key_id", "private_key", "name", "token_uri"]
    };
  }
});

// src/google/http/loopback.ts
var loopback_exports = {};
__export(loopback_exports, {
  isLoopback: () => isLoopback
});
function isLoopback(host) {
  const name = host.replace(/:\d+$/, "");
  return /^127\.\d+\.\d+\.\d+$/.test(name) || name === "[::1]" || name === "localhost" || name.endsWith(".localhost");
}
var init_loopback = __esm({
  "src/google/http/loopback.ts"() {
    "use strict";
  }
});

// src/google/endpoints.ts
var endpoints_exports = {};
__export(endpoints_exports, {
  APIS: () => APIS,
  TOKEN_ENDPOINT: () => TOKEN_ENDPOINT,
  readEndpoints: () => readEndpoints,
  readTokenEndpoint: () => readTokenEndpoint
});
function readEndpoints(env) {
  const problems = [];
  const entries = Object.entries(APIS).map(([api, [suffix, standard, versionPath]]) => {
    const variable2 = `CLOUDSDK_API_ENDPOINT_OVERRIDES_${suffix}`;
    const value = env[variable2]?.trim() || standard;
    const problem = problemOf2(variable2, value, `${standard}/`);
    if (problem) problems.push(problem);
    return [api, value.replace(/\/+$/, "").replace(versionPath, "").replace(/\/+$/, "")];
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(entries);
}
function readTokenEndpoint(env) {
  const variable2 = "CLOUDSDK_AUTH_TOKEN_HOST";
  const value = env[variable2]?.trim() || TOKEN_ENDPOINT;
  const problem = problemOf2(variable2, value, TOKEN_ENDPOINT);
  if (problem) throw new InputError([problem]);
  return value;
}
function problemOf2(variable2, value, example) {
  const { protocol = "", host = "" } = URL.canParse(value) ? new URL(value) : {};
  if (protocol === "https:" || protocol === "http:" && isLoopback(host)) return void 0;
  const message = protocol === "http:" ? `"${value}" would send credentials to ${host} without encryption. Expected an https URL; http is allowed only for a host of this machine, such as 127.0.0.1. Write https://${host}, or make the server reachable at a port of this machine.` : `"${value}" is not a URL. Write for instance ${example}.`;
  return { subject: `Variable ${variable2}`, message };
}
var APIS, TOKEN_ENDPOINT;
var init_endpoints = __esm({
  "src/google/endpoints.ts"() {
    "use strict";
    init_errors();
    init_loopback();
    APIS = {
      run: ["RUN", "https://run.googleapis.com", /\/v\d\w*$/],
      storage: ["STORAGE", "https://storage.googleapis.com", /\/storage\/v\d\w*$/],
      compute: ["COMPUTE", "https://compute.googleapis.com", /\/compute\/(?:v\d\w*|alpha|beta)$/],
      artifactregistry: ["ARTIFACTREGISTRY", "https://artifactregistry.googleapis.com", /\/v\d\w*$/],
      secretmanager: ["SECRETMANAGER", "https://secretmanager.googleapis.com", /\/v\d\w*$/],
      iamcredentials: ["IAMCREDENTIALS", "https://iamcredentials.googleapis.com", /\/v\d\w*$/],
      sts: ["STS", "https://sts.googleapis.com", /\/v\d\w*$/],
      logging: ["LOGGING", "https://logging.googleapis.com", /\/v\d\w*$/],
      monitoring: ["MONITORING", "https://monitoring.googleapis.com", /\/v\d\w*$/],
      iam: ["IAM", "https://iam.googleapis.com", /\/v\d\w*$/],
      cloudresourcemanager: ["CLOUDRESOURCEMANAGER", "https://cloudresourcemanager.googleapis.com", /\/v\d\w*$/],
      cloudkms: ["CLOUDKMS", "https://cloudkms.googleapis.com", /\/v\d\w*$/],
      serviceusage: ["SERVICEUSAGE", "https://serviceusage.googleapis.com", /\/v\d\w*$/]
    };
    TOKEN_ENDPOINT = "https://oauth2.googleapis.com/token";
  }
});

// src/google/errors/error-body.ts
var error_body_exports = {};
__export(error_body_exports, {
  readErrorBody: () => readErrorBody,
  readJson: () => readJson
});
function readErrorBody(body) {
  let json;
  try {
    json = JSON.parse(body);
  } catch {
    return readText(body);
  }
  return readJson(json);
}
function readJson(json) {
  const root = Array.isArray(json) && json.length === 1 && isObject(json[0]) ? json[0] : json;
  if (!isObject(root)) return plain(text(root) ?? "");
  if (isObject(root.error)) return readGoogle(root.error);
  if (root.error !== void 0) {
    const description = text(root.error_description);
    const code3 = text(root.error);
    return { ...plain(description ?? code3 ?? text(root) ?? ""), code: asCode(root.error), reason: asCode(root.error) };
  }
  const entries = Array.isArray(root.errors) ? root.errors : [];
  const messages = entries.map(entryMessage).filter((message) => message !== void 0);
  const own = text(root.message);
  const code2 = entries.map((entry) => isObject(entry) ? asCode(entry.code) : void 0).find(Boolean);
  return { ...plain([own, ...messages].filter(Boolean).join(": ") || (text(root) ?? "")), code: code2 };
}
function readGoogle(error) {
  const details = list(error.details).filter(isObject);
  const info = details.find(({ reason }) => typeof reason === "string");
  const legacy = list(error.errors).filter(isObject);
  const violations = details.flatMap(
    (detail) => [...list(detail.violations), ...list(detail.fieldViolations)].filter(isObject).map(
      (one) => ({
        type: text(one.type),
        subject: text(one.field) ?? text(one.subject),
        description: text(one.description)
      })
    )
  );
  const message = text(error.message) ?? (legacy.map(entryMessage).filter((message2) => message2 !== void 0).join("; ") || text(error) || "");
  const shown = violations.map(({ subject, description }) => [subject, description].filter(Boolean).join(": ")).filter((line) => line !== "" && !line.split(": ").every((part) => message.includes(part)));
  const links = details.flatMap((detail) => list(detail.links).filter(isObject)).map((link2) => text(link2.url) ?? text(link2.description)).filter((link2) => link2 !== void 0 && !message.includes(link2));
  return {
    message: cut(shown.length > 0 ? `${message.replace(/[.:]?$/, ":")} ${shown.join("; ")}` : message),
    code: asCode(error.status) ?? legacy.map(({ reason }) => asCode(reason)).find(Boolean) ?? asCode(legacy[0]?.code),
    reason: asCode(info?.reason) ?? legacy.map(({ reason }) => asCode(reason)).find(Boolean),
    // Some responses carry the metadata in a detail of another type, and Compute Engine calls it `metadatas`.
    metadata: Object.assign({}, ...details.map((detail) => strings(detail.metadata ?? detail.metadatas))),
    violations,
    links
  };
}
function readText(body) {
  const tag = (name) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, "i").exec(body)?.[1]?.trim();
  if (/^\s*<\?xml|^\s*<Error>/.test(body)) {
    const message = [tag("Message"), tag("Details")].filter(Boolean).join(" ");
    if (message !== "") return { ...plain(message), code: tag("Code") };
  }
  if (/^\s*<(?:!doctype|html|head|body)/i.test(body)) {
    const title = tag("title");
    const rest = body.replace(/<(style|script|title|head)\b[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
    return plain([title, rest.slice(0, 300)].filter(Boolean).join(": "));
  }
  return plain(body.trim().split("\n")[0]?.slice(0, 300) ?? "");
}
function text(value) {
  if (value === void 0 || value === null) return void 0;
  if (typeof value !== "string") return JSON.stringify(value);
  return value.trim() === "" ? void 0 : value.trim();
}
function entryMessage(entry) {
  if (!isObject(entry)) return text(entry);
  const message = text(entry.message) ?? text(entry.detail);
  return message ?? text(entry);
}
function strings(value) {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text(one) ?? ""]));
}
var LONGEST, isObject, list, asCode, cut, plain;
var init_error_body = __esm({
  "src/google/errors/error-body.ts"() {
    "use strict";
    LONGEST = 2e3;
    isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    list = (value) => Array.isArray(value) ? value : [];
    asCode = (value) => typeof value === "string" && /^[\w.-]+$/.test(value) ? value : void 0;
    cut = (message) => message.length > LONGEST ? `${message.slice(0, LONGEST)}\u2026` : message;
    plain = (message) => ({
      message: cut(message),
      code: void 0,
      reason: void 0,
      metadata: {},
      violations: [],
      links: []
    });
  }
});

// src/google/errors/refusal-rules.ts
var refusal_rules_exports = {};
__export(refusal_rules_exports, {
  REFUSAL_RULES: () => REFUSAL_RULES
});
var CONSOLE, TITLES, REFUSAL_RULES, bucketOf;
var init_refusal_rules = __esm({
  "src/google/errors/refusal-rules.ts"() {
    "use strict";
    CONSOLE = "https://console.cloud.google.com";
    TITLES = [
      [/Compute Engine API/, "compute.googleapis.com"],
      [/Cloud Run Admin API/, "run.googleapis.com"],
      [/Artifact Registry API/, "artifactregistry.googleapis.com"],
      [/Secret Manager API/, "secretmanager.googleapis.com"],
      [/IAM Service Account Credentials API/, "iamcredentials.googleapis.com"],
      [/Cloud Logging API/, "logging.googleapis.com"],
      [/Cloud Monitoring API/, "monitoring.googleapis.com"],
      [/Cloud Key Management Service/, "cloudkms.googleapis.com"],
      [/Cloud Storage/, "storage.googleapis.com"]
    ];
    REFUSAL_RULES = [
      // Of the token endpoint.
      {
        reasons: [],
        says: /invalid_rapt|Token has been expired or revoked/,
        explain: () => ({
          advice: "The login has expired or was revoked. Run gcloud auth application-default login again."
        })
      },
      {
        reasons: [],
        says: /Invalid JWT Signature|Invalid grant: account not found/,
        explain: () => ({
          advice: "The service account or its key was deleted or disabled. Create another key, or use Workload Identity Federation."
        })
      },
      {
        reasons: ["SERVICE_DISABLED", "accessNotConfigured"],
        says: /has not been used in project .* before or it is disabled|\bAPI .*is not enabled/i,
        explain: ({ project, service, message }) => {
          const named2 = /api\/([a-z0-9.-]+\.googleapis\.com)/.exec(message)?.[1];
          const api = service ?? named2 ?? TITLES.find(([title]) => title.test(message))?.[1] ?? "SERVICE";
          return {
            advice: `The API ${api} is disabled in project ${project}. Enable it and run this step again a few minutes later: gcloud services enable ${api} --project=${project}`
          };
        }
      },
      {
        reasons: ["BILLING_DISABLED", "billingNotEnabled", "accountDisabled", "UserProjectAccountProblem"],
        says: /requires billing to be enabled|billing account .* (?:is )?(?:disabled|absent|closed)|absent billing account|billing (?:is|has been) disabled|billing account .* is not open|billing must be enabled/i,
        explain: ({ project }) => ({
          advice: `Billing is disabled for project ${project}. Link an active billing account: gcloud billing projects link ${project} --billing-account=ACCOUNT_ID`
        })
      },
      {
        // https://cloud.google.com/vpc-service-controls/docs/troubleshooting#unique-id
        reasons: ["SECURITY_POLICY_VIOLATED", "vpcServiceControls"],
        says: /vpcServiceControlsUniqueIdentifier|VPC Service Controls/i,
        explain: ({ metadata, message, violations }) => {
          const id = metadata.uid ?? /vpcServiceControlsUniqueIdentifier:?\s*([\w-]+)/.exec(message)?.[1] ?? violations.find(({ type }) => type === "VPC_SERVICE_CONTROLS")?.description;
          return {
            advice: `A VPC Service Controls perimeter blocks the call; no role changes that. Ask the administrators of the perimeter for an ingress rule for the identity of this step${id ? `, and give them the identifier ${id}: ${CONSOLE}/security/service-perimeter/troubleshoot-landing?troubleshootingToken=${id}` : ""}`
          };
        }
      },
      {
        // https://cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints
        reasons: [
          "CUSTOM_ORG_POLICY_VIOLATION",
          "ORG_POLICY_VIOLATED",
          "LOCATION_ORG_POLICY_VIOLATED",
          "RESOURCE_USAGE_RESTRICTION_VIOLATED"
        ],
        says: /constraints\/[a-z]|customConstraints\/|organi[sz]ation(?:al)? policy|do not belong to a permitted customer/i,
        explain: ({ message, metadata, violations, project }) => {
          const sources = [message, ...Object.values(metadata), ...violations.flatMap((one) => Object.values(one))];
          const named2 = sources.map((one) => /(?:constraints|customConstraints)\/([\w.-]*\w)/.exec(one ?? "")?.[1]);
          const domain = /do not belong to a permitted customer/i.test(message);
          const constraint = named2.find(Boolean) ?? metadata.customConstraints ?? (domain ? "iam.allowedPolicyMemberDomains" : void 0);
          const policy = constraint ? `The organization policy ${constraint}` : "An organization policy";
          return {
            advice: `${policy} forbids this; no role on the resource changes that. Change what is deployed, or ask an administrator of the policy (roles/orgpolicy.policyAdmin) for an exception${constraint ? `: gcloud org-policies describe ${constraint} --project=${project} --effective` : "."}`
          };
        }
      },
      {
        // https://github.com/firezone/firezone/pull/7711, https://github.com/hashicorp/terraform-provider-google/issues/17037
        reasons: ["LOCATION_POLICY_VIOLATED", "LOCATION_ACCESS_DENIED", "LOCATION_TAX_POLICY_VIOLATED", "INVALID_LOCATION"],
        says: /locations\/[a-z0-9-]+'? \(or it may not exist\)|(?:unknown|invalid|unsupported) (?:location|region)|location .*(?:is not (?:found|supported|valid)|does not exist)/i,
        explain: ({ message, metadata, project }) => {
          const location = /locations\/([a-z0-9-]+)/.exec(message)?.[1] ?? metadata.location?.replace("locations/", "");
          return {
            advice: `The region${location ? ` ${location}` : ""} does not exist or is not available to project ${project}. Check the spelling of the region; available regions: gcloud run regions list --project=${project}`
          };
        }
      },
      {
        reasons: ["RATE_LIMIT_EXCEEDED", "RESOURCE_QUOTA_EXCEEDED", "quotaExceeded", "rateLimitExceeded", "QUOTA_EXCEEDED"],
        says: /quota (?:exceeded|metric|limit|violated)|(?:do|does) not have (?:enough )?quota|exceeded .*quota|exhausted .*quota|insufficient .*quota/i,
        explain: ({ metadata, project, service }) => {
          const metric = metadata.quota_metric ?? metadata.metric_name ?? metadata.metricName;
          const limit = metadata.quota_limit ?? metadata.limit_name ?? metadata.limitName;
          const value = metadata.quota_limit_value;
          const what = [metric && ` ${metric}`, limit && ` (${limit}${value ? `: ${value}` : ""})`].filter(Boolean).join("");
          return {
            advice: `The quota${what} of project ${project} is exceeded. Wait and run this step again, or request more: ${CONSOLE}/iam-admin/quotas?project=${project}${service ? `&service=${service}` : ""}`
          };
        }
      },
      {
        reasons: ["USER_PROJECT_DENIED"],
        explain: ({ project }) => ({
          advice: `The project ${project} does not exist, or the identity of this step is not allowed to use it for quota and billing.`,
          permission: "serviceusage.services.use",
          role: "roles/serviceusage.serviceUsageConsumer"
        })
      },
      {
        reasons: ["CONSUMER_INVALID"],
        says: /project .* (?:was not found|not found or deleted|has been deleted)|deleted project/i,
        explain: ({ project }) => ({
          advice: `The project ${project} does not exist or was deleted. Check the input project.`
        })
      },
      {
        reasons: ["CONSUMER_SUSPENDED"],
        explain: ({ project }) => ({
          advice: `The project ${project} is suspended. See https://cloud.google.com/resource-manager/docs/project-suspension-guidelines`
        })
      },
      {
        reasons: ["ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientScopes"],
        says: /insufficient authentication scopes/i,
        explain: () => ({
          advice: "The access token lacks the scope https://www.googleapis.com/auth/cloud-platform. If another step created the credentials, add that scope there, or use the input workload-identity-provider."
        })
      },
      {
        reasons: ["ACCESS_TOKEN_EXPIRED", "ACCESS_TOKEN_TYPE_UNSUPPORTED", "CREDENTIALS_MISSING", "ACCOUNT_STATE_INVALID"],
        explain: ({ reason }) => ({
          advice: reason === "ACCOUNT_STATE_INVALID" ? "The service account is disabled or deleted. Enable it, or set another one in the input service-account." : "The server does not accept the access token of this step. If another step created the credentials, they have expired: authenticate right before this step, or use the input workload-identity-provider, which gets a new token whenever one is needed."
        })
      },
      {
        // https://cloud.google.com/storage/docs/bucket-lock, https://cloud.google.com/storage/docs/object-holds
        reasons: ["retentionPolicyNotMet", "objectUnderActiveHold"],
        says: /retention policy .*cannot be (?:deleted|overwritten)|is under active .*hold/i,
        explain: ({ resource }) => ({
          advice: `A retention policy or a hold of the bucket forbids replacing or deleting objects; no role changes that. Use a bucket without one, or remove it: gcloud storage buckets update gs://${bucketOf(resource)} --clear-retention-period`
        })
      },
      {
        reasons: [],
        says: /Gaia id not found for email|service account .*(?:is disabled|has been disabled|was deleted)/i,
        explain: ({ message }) => {
          const account = /[\w.-]+@[\w.-]+\.gserviceaccount\.com/.exec(message)?.[0];
          return {
            advice: `The service account${account ? ` ${account}` : ""} does not exist or is disabled. Check the input service-account: gcloud iam service-accounts describe ${account ?? "EMAIL"}`
          };
        }
      },
      {
        // https://cloud.google.com/iam/docs/workload-identity-federation#mapping
        reasons: [],
        says: /google\.subject exceeds the 127 bytes limit|attributes? (?:is|are) not mapped/i,
        explain: () => ({
          advice: `The attribute mapping of the workload identity provider does not fit the token of this run. google.subject has at most 127 bytes; a subject with a long repository or environment has more. Map a shorter one: gcloud iam workload-identity-pools providers update-oidc PROVIDER --workload-identity-pool=POOL --location=global --project=PROJECT --attribute-mapping="google.subject=assertion.repository_id + ':' + assertion.run_id,attribute.repository_id=assertion.repository_id"`
        })
      },
      // Responses of the token endpoint: https://cloud.google.com/iam/docs/troubleshooting-workload-identity-federation
      {
        reasons: [],
        says: /rejected by the attribute condition/i,
        explain: () => ({
          advice: "The attribute condition of the workload identity provider refuses this workflow. Compare it with the repository, branch, environment and event of this run: gcloud iam workload-identity-pools providers describe PROVIDER --workload-identity-pool=POOL --location=global --project=PROJECT --format='value(attributeCondition)'"
        })
      },
      {
        reasons: ["invalid_target"],
        says: /target service indicated by the "audience" parameters is invalid/i,
        explain: () => ({
          advice: "The workload identity provider does not exist, or it or its pool is disabled or deleted. Check the input workload-identity-provider: projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER."
        })
      },
      {
        reasons: [],
        says: /audience in (?:the )?ID Token|does not match the expected audience|Invalid value for "audience"/i,
        explain: () => ({
          advice: "The workload identity provider does not accept the audience of the token. Remove the allowed audiences of the provider, or add https://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER to them; the input workload-identity-provider needs the number of the project."
        })
      },
      {
        reasons: [],
        says: /ID Token issued .* is stale|token (?:has )?expired|issuer .*does not match|issuer .* in ID Token/i,
        explain: () => ({
          advice: "The workload identity provider does not accept the token of the runner. Check that its issuer is https://token.actions.githubusercontent.com (or that of your GitHub Enterprise Server), and that the clock of the runner is correct."
        })
      }
    ];
    bucketOf = (resource) => /(?:gs:\/\/|bucket )([a-z0-9._-]+)/.exec(resource)?.[1] ?? "BUCKET";
  }
});

// src/google/errors/refusal.ts
var refusal_exports = {};
__export(refusal_exports, {
  findRefusal: () => findRefusal
});
function findRefusal(body, status, resource) {
  if (status < 400) return void 0;
  const rule = REFUSAL_RULES.find(({ reasons }) => body.reason !== void 0 && reasons.includes(body.reason)) ?? // If the server names a permission, that is the cause.
  (body.reason === "IAM_PERMISSION_DENIED" ? void 0 : REFUSAL_RULES.find(({ says }) => says && matches(says, body)));
  if (rule)
    return rule.explain({
      ...body,
      status,
      resource,
      project: projectOf(body, resource),
      service: body.metadata.service
    });
  const own = body.reason !== void 0 && body.reason !== "IAM_PERMISSION_DENIED" && /^[A-Z0-9_]+$/.test(body.reason);
  return own ? { advice: `The reason given by the server: ${body.reason}.` } : void 0;
}
function projectOf({ metadata, message }, resource) {
  return metadata.containerInfo ?? /^projects\/([^/]+)/.exec(metadata.consumer ?? "")?.[1] ?? /[?&]project=([\w.:-]*\w)/.exec(message)?.[1] ?? /project #?(\d+)\b/.exec(message)?.[1] ?? /\b(?:in|use) project ([\w.:-]*\w)/.exec(message)?.[1] ?? /projects\/([^/\s]+)/.exec(resource)?.[1] ?? "PROJECT";
}
var matches;
var init_refusal = __esm({
  "src/google/errors/refusal.ts"() {
    "use strict";
    init_refusal_rules();
    matches = (says, { message, violations }) => says.test(message) || violations.some(({ type, description }) => says.test(`${type ?? ""} ${description ?? ""}`));
  }
});

// src/google/errors/cloud-error.ts
var cloud_error_exports = {};
__export(cloud_error_exports, {
  cloudError: () => cloudError
});
function cloudError(call, response) {
  const { status, member, cause, retryAfterMs } = response;
  const body = typeof response.body === "string" ? readErrorBody(response.body) : response.body;
  const refusal = status === 0 ? void 0 : findRefusal(body, status, call.resource);
  const message = body.message;
  const named2 = body.metadata.permission ?? /[Pp]ermission '?([a-z]+\.[A-Za-z]+\.[A-Za-z]+)'?/.exec(message)?.[1] ?? / does not have ([a-z]+\.[A-Za-z]+\.[A-Za-z]+) access/.exec(message)?.[1];
  const denied = status === 401 || status === 403;
  const permission = refusal ? refusal.permission : named2 ?? call.permission;
  const role = refusal ? refusal.role : ROLES[named2?.toLowerCase() ?? ""] ?? call.role;
  return new CloudError(
    {
      message: message || `HTTP ${status}`,
      status,
      code: body.code ?? response.code,
      reason: body.reason,
      resource: call.resource,
      permission: denied ? permission : void 0,
      role: denied ? role : void 0,
      member: denied ? member : void 0,
      advice: [refusal?.advice, ...body.links.map((link2) => `See ${link2}`)].filter(Boolean).join(" ") || void 0,
      retryAfterMs,
      fields: body.violations.flatMap(
        ({ subject, description }) => subject && description ? [{ field: subject, description }] : []
      )
    },
    cause === void 0 ? void 0 : { cause }
  );
}
var ROLES;
var init_cloud_error = __esm({
  "src/google/errors/cloud-error.ts"() {
    "use strict";
    init_errors();
    init_error_body();
    init_refusal();
    ROLES = {
      "iam.serviceaccounts.actas": "roles/iam.serviceAccountUser on that account",
      "secretmanager.versions.access": "roles/secretmanager.secretAccessor",
      "artifactregistry.repositories.downloadartifacts": "roles/artifactregistry.reader"
    };
  }
});

// shared:undici
var require_undici = __commonJS({
  "shared:undici"(exports2, module2) {
    module2.exports = require("../shared/undici.cjs")["undici"];
  }
});

// src/runtime/interruption.ts
var interruption_exports = {};
__export(interruption_exports, {
  graceAfter: () => graceAfter,
  interrupted: () => interrupted,
  orAborted: () => orAborted
});
function orAborted(work, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
function interrupted(signal, resource, last) {
  const reason = signal.reason;
  if (!(reason instanceof TimedOutError)) return reason;
  const detail = last ? `${resource}: ${last.message.replace(/\.?$/, ".")}` : `no response yet about ${resource}.`;
  return new TimedOutError(reason.limit, detail, { cause: last ?? reason });
}
function graceAfter(signal, ms, clock) {
  const grace = new AbortController();
  const abort = () => void clock.timer(ms, () => grace.abort(signal.reason));
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return grace.signal;
}
var init_interruption = __esm({
  "src/runtime/interruption.ts"() {
    "use strict";
    init_errors();
  }
});

// src/runtime/retry.ts
var retry_exports = {};
__export(retry_exports, {
  ahead: () => ahead,
  backoff: () => backoff,
  isTransient: () => isTransient,
  poll: () => poll,
  retry: () => retry
});
function backoff(attempt, clock) {
  return (0.5 + clock.jitter() / 2) * Math.min(8e3, 250 * 2 ** attempt);
}
async function retry(work, options) {
  const { clock, signal, mayPass = isTransient, attempts = Infinity, until = Infinity } = options;
  const { pauseAfter = (attempt) => backoff(attempt, clock) } = options;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const required = error instanceof CloudError ? error.retryAfterMs ?? 0 : 0;
      const pause = Math.max(pauseAfter(attempt), required);
      if (!mayPass(error, attempt) || attempt + 1 >= attempts || clock.now() + pause > until) throw error;
      options.onRetry?.(error, pause);
      await clock.sleep(pause, signal).catch(() => {
        throw interrupted(signal, options.resource ?? "the last attempt", error);
      });
    }
  }
}
async function poll(look, options) {
  const { clock, signal, until = Infinity, first = 100, longest = 3e3 } = options;
  for (let pause = first; ; pause = Math.min(longest, pause * 1.5)) {
    const found = await look();
    if (found !== void 0) return found;
    if (clock.now() + pause > until) return void 0;
    await clock.sleep(pause, signal);
  }
}
function ahead(work) {
  work.catch(() => {
  });
  return work;
}
var TRANSIENT, isTransient;
var init_retry = __esm({
  "src/runtime/retry.ts"() {
    "use strict";
    init_errors();
    init_interruption();
    TRANSIENT = /* @__PURE__ */ new Set([0, 408, 429, 500, 502, 503, 504]);
    isTransient = (error) => error instanceof CloudError && !error.final && TRANSIENT.has(error.status);
  }
});

// src/google/http/invalid-response.ts
var invalid_response_exports = {};
__export(invalid_response_exports, {
  about: () => about,
  notJson: () => notJson,
  parseResponse: () => parseResponse,
  redirected: () => redirected,
  tooLarge: () => tooLarge,
  tooSlow: () => tooSlow
});
function unusable({ resource, url, status }, what, cause) {
  const message = `the server ${hostOf(url)} ${what}`;
  return new CloudError({ message, status, resource, advice: ADVICE, final: true }, { cause });
}
function notJson(response, text2, cause) {
  const html = /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text2);
  const title = /<title[^>]*>([^<]{1,100})/i.exec(text2)?.[1]?.trim();
  const start = title ?? text2.replace(/\s+/g, " ").trim().slice(0, 80);
  return unusable(response, `responded with ${html ? "a web page" : "text"} instead of JSON: "${start}"`, cause);
}
function parseResponse(response, text2) {
  if (text2 === "") return {};
  let value;
  try {
    value = JSON.parse(text2);
  } catch (error) {
    throw notJson(response, text2, error);
  }
  if (typeof value !== "object" || value === null) throw notJson(response, text2);
  return value;
}
var ADVICE, hostOf, about, tooLarge, tooSlow, redirected, formatLimit;
var init_invalid_response = __esm({
  "src/google/http/invalid-response.ts"() {
    "use strict";
    init_duration();
    init_errors();
    ADVICE = "Check what is between this runner and that server: a proxy, a firewall or sign-in page, or an endpoint override (CLOUDSDK_API_ENDPOINT_OVERRIDES_\u2026).";
    hostOf = (url) => URL.canParse(url) ? new URL(url).host : url;
    about = (resource, { message, status, advice }, cause) => new CloudError({ message, status, advice, resource, final: true }, { cause });
    tooLarge = (response, limit) => unusable(response, `sends more than ${formatLimit(limit)}, more than any response to this call has`);
    tooSlow = (response, ms) => unusable(response, `did not complete its response within ${formatDuration(ms)}`);
    redirected = (response, location) => unusable(response, `redirects to ${location ? hostOf(location) : "nowhere"}, and redirects are not followed`);
    formatLimit = (bytes) => bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.round(bytes / 1e3)} kB`;
  }
});

// src/google/http/proxies.ts
var proxies_exports = {};
__export(proxies_exports, {
  readProxies: () => readProxies
});
function readProxies(env) {
  const problems = [];
  const read = (...names) => {
    const name = names.find((one) => env[one]);
    const value = name && env[name]?.trim() || void 0;
    const problem = value && proxyProblem(value);
    if (problem)
      problems.push({
        subject: `Variable ${name}`,
        message: `${problem} It was set on the runner or in the workflow's env, and no call can use it. Write http://HOST:PORT, or unset it.`
      });
    return value;
  };
  const proxies = { http: read("HTTP_PROXY", "http_proxy"), https: read("HTTPS_PROXY", "https_proxy") };
  if (problems.length > 0) throw new InputError(problems);
  return proxies;
}
function proxyProblem(value) {
  const hidden = value.replace(/\/\/.*@|^[^/]*@/, (found) => found.startsWith("//") ? "//***@" : "***@");
  const shown = /^["']/.test(hidden) ? hidden : `"${hidden}"`;
  if (/^(["']).*\1$/.test(value)) return `${shown} has quotes around it, which are part of the value.`;
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return `${shown} has no scheme, so clients interpret it differently.`;
  if (!URL.canParse(value)) return `${shown} is not an address.`;
  const { protocol } = new URL(value);
  return protocol === "http:" || protocol === "https:" ? void 0 : `${shown} is not an HTTP proxy.`;
}
var init_proxies = __esm({
  "src/google/http/proxies.ts"() {
    "use strict";
    init_errors();
  }
});

// src/google/http/retry-after.ts
var retry_after_exports = {};
__export(retry_after_exports, {
  retryAfter: () => retryAfter
});
function retryAfter(headers, now) {
  const value = String(headers["retry-after"] ?? "").trim();
  if (value === "") return void 0;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : void 0;
}
var init_retry_after = __esm({
  "src/google/http/retry-after.ts"() {
    "use strict";
  }
});

// src/google/http/text-request.ts
var text_request_exports = {};
__export(text_request_exports, {
  LargeResponseError: () => LargeResponseError,
  NoResponseError: () => NoResponseError,
  SlowResponseError: () => SlowResponseError,
  createExchange: () => createExchange
});
function createExchange(dispatcher, signal, clock) {
  const running = /* @__PURE__ */ new Set();
  signal.addEventListener("abort", () => {
    for (const end of running) end(signal.reason);
  });
  return ({
    method,
    url,
    headers,
    body,
    timeout,
    patience,
    bodyTime,
    maxBytes
  }) => new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const { origin, pathname, search } = new URL(url);
    const chunks = [];
    let size = 0;
    let status = 0;
    let received = [];
    let abort;
    let ended;
    const end = (error) => {
      ended ??= error;
      cancel?.();
      running.delete(end);
      if (abort) abort(error);
      else reject(error);
    };
    running.add(end);
    let cancel = patience === void 0 ? void 0 : clock.timer(patience, () => end(new NoResponseError(patience)));
    const settle = (work) => {
      cancel?.();
      running.delete(end);
      work();
    };
    dispatcher.dispatch(
      {
        origin,
        path: pathname + search,
        method,
        headers,
        body,
        headersTimeout: timeout,
        bodyTimeout: timeout
      },
      {
        onConnect(aborts) {
          abort = aborts;
          if (signal.aborted) abort(signal.reason);
          else if (ended) abort(ended);
        },
        onHeaders(statusCode, raw) {
          cancel?.();
          cancel = clock.timer(bodyTime, () => end(new SlowResponseError(new URL(url).host, bodyTime, size)));
          status = statusCode;
          received = raw;
          return true;
        },
        onData(chunk) {
          size += chunk.length;
          if (size > maxBytes) end(new LargeResponseError(status, maxBytes));
          else chunks.push(chunk);
          return true;
        },
        onComplete() {
          const [first] = chunks;
          const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks);
          settle(
            () => resolve({
              status,
              headers: headersOf(received),
              bytes: whole,
              get text() {
                return whole.toString();
              }
            })
          );
        },
        onError(error) {
          settle(() => reject(error));
        }
      }
    );
  });
}
function headersOf(raw) {
  const headers = {};
  for (let i = 0; i + 1 < raw.length; i += 2) headers[String(raw[i]).toLowerCase()] = String(raw[i + 1]);
  return headers;
}
var NoResponseError, SlowResponseError, LargeResponseError;
var init_text_request = __esm({
  "src/google/http/text-request.ts"() {
    "use strict";
    init_duration();
    NoResponseError = class extends Error {
      code = "UND_ERR_HEADERS_TIMEOUT";
      constructor(ms) {
        super(`no response within ${formatDuration(ms)}`);
      }
    };
    SlowResponseError = class extends Error {
      code = "UND_ERR_BODY_TIMEOUT";
      constructor(host, ms, bytes) {
        super(`the response of ${host} was not complete after ${formatDuration(ms)}; ${bytes} bytes were received`);
      }
    };
    LargeResponseError = class extends Error {
      status;
      limit;
      constructor(status, limit) {
        super(`the response has more than ${limit} bytes`);
        this.status = status;
        this.limit = limit;
      }
    };
  }
});

// src/google/http/client.ts
var client_exports = {};
__export(client_exports, {
  createHttpClient: () => createHttpClient,
  isConnectionFault: () => isConnectionFault,
  locationOf: () => locationOf,
  loopbackAwareLookup: () => loopbackAwareLookup,
  rememberLookups: () => rememberLookups
});
function createHttpClient(options) {
  const { clock, signal } = options;
  const dispatcher = createDispatcher(options);
  const exchange = createExchange(dispatcher, signal, clock);
  const prepare = async (request, tokens, left = Number.POSITIVE_INFINITY) => {
    const headers = { "user-agent": options.userAgent, ...request.headers };
    if (request.authenticated !== false) {
      tokens.used = await orAborted(options.accessToken(tokens.refused), signal);
      headers.authorization = `Bearer ${tokens.used}`;
    }
    options.mayStart?.();
    let body = null;
    if (request.json !== void 0) {
      headers["content-type"] = "application/json";
      body = JSON.stringify(request.json);
    } else if (request.body !== void 0) {
      body = typeof request.body === "function" ? request.body() : request.body;
    }
    const timeout = request.attemptTimeout ?? 6e4;
    const patience = body === null ? left > 0 ? Math.min(timeout, left) : timeout : void 0;
    const bodyTime = body === null && left > 0 ? Math.min(left, DEADLINE) : request.deadline ?? DEADLINE;
    const maxBytes = request.maxBytes ?? MAX_BYTES;
    return { method: request.method, url: request.url, headers, body, timeout, patience, bodyTime, maxBytes };
  };
  const stream = async ({ url, timeout, patience, method, headers, body }) => {
    const response = await within(
      clock,
      patience,
      (enough) => orAborted(
        (0, import_undici.request)(url, {
          headers,
          body,
          method,
          dispatcher,
          signal: enough ? AbortSignal.any([signal, enough]) : signal,
          headersTimeout: timeout,
          bodyTimeout: timeout
        }),
        signal
      )
    );
    return { status: response.statusCode, headers: response.headers, body: response.body };
  };
  const attempt = async (call, tokens, left, last) => {
    const member = options.member?.();
    try {
      const exchanged = await prepare(call, tokens, left);
      const sent = clock.now();
      const response = await exchange(exchanged);
      options.onResponse?.({ url: call.url, sent, received: clock.now(), date: response.headers.date });
      if (response.status < 400) return response;
      const { status, headers, text: body } = response;
      return cloudError(call, { status, body, retryAfterMs: retryAfter(headers, clock.now()), member });
    } catch (error) {
      if (signal.aborted) throw interrupted(signal, call.resource, last);
      if (error instanceof LargeResponseError) throw tooLarge({ ...call, status: error.status }, error.limit);
      if (!isConnectionFault(error)) throw error;
      const body = error.message || String(error.code);
      return cloudError(call, { status: 0, body, member, cause: error });
    }
  };
  const repeat = (call) => {
    const { resource, idempotent = IDEMPOTENT.has(call.method) } = call;
    const end = clock.now() + (call.deadline ?? DEADLINE);
    const tokens = {};
    let last;
    const work = async () => {
      const result = await attempt(call, tokens, end - clock.now(), last);
      if (!(result instanceof CloudError)) return result;
      last = result;
      if (result.status === 401 && tokens.used !== void 0 && tokens.refused === void 0) {
        tokens.refused = tokens.used;
        return await work();
      }
      throw result;
    };
    return retry(work, { clock, signal, resource, until: end, mayPass: (error) => idempotent && isTransient(error) });
  };
  return {
    raw: async (call) => stream(await prepare(call, {})),
    text: repeat,
    async json(call) {
      const { status, headers, text: text2 } = await repeat(call);
      const response = { resource: call.resource, url: call.url, status };
      if (status >= 300) throw redirected(response, locationOf(call.url, headers.location));
      return parseResponse(response, text2);
    },
    close: () => dispatcher.close()
  };
}
function createDispatcher({ env = {}, connections = 32, clock, transport }) {
  if (transport) return transport;
  const connect2 = { lookup: rememberLookups(loopbackAwareLookup, clock), timeout: 2e4 };
  const { http: httpProxy, https: httpsProxy } = readProxies(env);
  if (!httpProxy && !httpsProxy) return new import_undici.Agent({ connections, connect: connect2 });
  return new import_undici.EnvHttpProxyAgent({
    connections,
    connect: connect2,
    ...httpProxy && { httpProxy },
    ...httpsProxy && { httpsProxy },
    noProxy: [env.NO_PROXY ?? env.no_proxy, "localhost", ".localhost", "127.0.0.1", "[::1]"].filter(Boolean).join(",")
  });
}
async function within(clock, ms, work) {
  if (ms === void 0) return await work();
  const enough = new AbortController();
  const cancel = clock.timer(ms, () => enough.abort(new NoResponseError(ms)));
  try {
    return await orAborted(work(enough.signal), enough.signal);
  } finally {
    cancel();
  }
}
function isConnectionFault(error) {
  const code2 = error?.code ?? "";
  return code2.startsWith("UND_ERR_") || [
    "ECONNRESET",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "EPIPE",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ENETUNREACH",
    "EHOSTUNREACH",
    "EADDRNOTAVAIL",
    "ECONNABORTED",
    "ENOBUFS",
    // Too many open files: others are done soon.
    "EMFILE",
    "ENFILE"
  ].includes(code2);
}
function rememberLookups(lookup, clock) {
  const known = /* @__PURE__ */ new Map();
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options]);
    let found = known.get(key);
    if (!found || clock.now() > found.until) {
      const result = new Promise((resolve) => lookup(hostname, options, (...all) => resolve(all)));
      found = { result, until: clock.now() + REMEMBERED };
      known.set(key, found);
      void result.then(([error]) => error && known.delete(key));
    }
    void found.result.then((all) => callback(...all));
  };
}
var import_node_dns, import_undici, DEADLINE, MAX_BYTES, IDEMPOTENT, locationOf, loopbackAwareLookup, REMEMBERED;
var init_client = __esm({
  "src/google/http/client.ts"() {
    "use strict";
    import_node_dns = require("node:dns");
    import_undici = __toESM(require_undici(), 1);
    init_errors();
    init_interruption();
    init_retry();
    init_cloud_error();
    init_invalid_response();
    init_proxies();
    init_retry_after();
    init_text_request();
    DEADLINE = 12e4;
    MAX_BYTES = 64e6;
    IDEMPOTENT = /* @__PURE__ */ new Set(["GET", "HEAD", "PUT", "DELETE"]);
    locationOf = (url, location) => location !== void 0 && URL.canParse(location, url) ? new URL(location, url).href : void 0;
    loopbackAwareLookup = (hostname, options, callback) => {
      if (hostname.endsWith(".localhost")) {
        if (options.all) callback(null, [{ address: "127.0.0.1", family: 4 }]);
        else callback(null, "127.0.0.1", 4);
        return;
      }
      (0, import_node_dns.lookup)(hostname, options, callback);
    };
    REMEMBERED = 3e4;
  }
});

// src/google/http/read-bounded.ts
var read_bounded_exports = {};
__export(read_bounded_exports, {
  readBounded: () => readBounded
});
async function readBounded(body, { maxBytes, timeout, clock }) {
  const chunks = [];
  let size = 0;
  const iterator = body[Symbol.asyncIterator]();
  const late = Promise.withResolvers();
  const cancel = clock.timer(timeout, () => late.resolve("late"));
  const ended = (end) => ({ bytes: Buffer.concat(chunks), end });
  const stop = () => void (body.destroy ? body.destroy() : iterator.return?.()?.catch(() => {
  }));
  try {
    for (; ; ) {
      const next = iterator.next();
      next.catch(() => {
      });
      const piece = await Promise.race([next, late.promise]);
      if (piece === "late") {
        stop();
        return ended("too-slow");
      }
      if (piece.done) return ended("complete");
      chunks.push(piece.value);
      size += piece.value.length;
      if (size > maxBytes) {
        stop();
        return ended("too-large");
      }
    }
  } finally {
    cancel();
  }
}
var init_read_bounded = __esm({
  "src/google/http/read-bounded.ts"() {
    "use strict";
  }
});

// src/google/http/auth-transport.ts
var auth_transport_exports = {};
__export(auth_transport_exports, {
  authTransport: () => authTransport,
  transportError: () => transportError
});
function transportError(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof CloudError) return cause;
  return void 0;
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return text2;
  }
}
var import_node_stream, MOST_TOKEN, MOST_BYTES, TIMEOUT, adapter, authTransport;
var init_auth_transport = __esm({
  "src/google/http/auth-transport.ts"() {
    "use strict";
    import_node_stream = require("node:stream");
    init_errors();
    init_endpoints();
    init_client();
    init_invalid_response();
    init_read_bounded();
    MOST_TOKEN = 1e6;
    MOST_BYTES = 64e6;
    TIMEOUT = 3e4;
    adapter = (clock, tokenEndpoint) => async (options, send2) => {
      const start = clock.now();
      const url = String(options.url) === TOKEN_ENDPOINT ? tokenEndpoint : String(options.url);
      const response = await send2({ ...options, url: new URL(url), redirect: "manual", responseType: "stream" });
      const { status, headers } = response;
      const about2 = { resource: new URL(url).host, url, status };
      if (status >= 300 && status < 400) throw redirected(about2, locationOf(url, headers.get("location") ?? void 0));
      const json = options.responseType !== "stream";
      const maxBytes = json ? MOST_TOKEN : MOST_BYTES;
      const body = response.body;
      const { bytes, end } = await readBounded(body, { maxBytes, timeout: TIMEOUT - (clock.now() - start), clock });
      if (end === "too-large") throw tooLarge(about2, maxBytes);
      if (end === "too-slow") throw tooSlow(about2, TIMEOUT);
      const text2 = bytes.toString();
      if (status < 300 && text2 !== "" && !/^\s*[{[]/.test(text2)) throw notJson(about2, text2);
      const whole = {
        status,
        statusText: response.statusText,
        ok: response.ok,
        url: response.url,
        headers,
        config: options,
        data: json ? parsed(text2) : import_node_stream.Readable.from([bytes]),
        // The library's error keeps only data of a body that was used.
        bodyUsed: json,
        body: import_node_stream.Readable.from([bytes]),
        text: async () => text2,
        json: async () => parsed(text2),
        arrayBuffer: async () => new Uint8Array(bytes).buffer
      };
      return whole;
    };
    authTransport = (clock, tokenEndpoint = TOKEN_ENDPOINT) => ({
      adapter: adapter(clock, tokenEndpoint),
      timeout: TIMEOUT
    });
  }
});

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
  const usingSsl = reqUrl.protocol === "https:";
  if (checkBypass(reqUrl)) {
    return void 0;
  }
  const proxyVar = (() => {
    if (usingSsl) {
      return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
    } else {
      return process.env["http_proxy"] || process.env["HTTP_PROXY"];
    }
  })();
  if (proxyVar) {
    try {
      return new DecodedURL(proxyVar);
    } catch (_a) {
      if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://"))
        return new DecodedURL(`http://${proxyVar}`);
    }
  } else {
    return void 0;
  }
}
function checkBypass(reqUrl) {
  if (!reqUrl.hostname) {
    return false;
  }
  const reqHost = reqUrl.hostname;
  if (isLoopbackAddress(reqHost)) {
    return true;
  }
  const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
  if (!noProxy) {
    return false;
  }
  let reqPort;
  if (reqUrl.port) {
    reqPort = Number(reqUrl.port);
  } else if (reqUrl.protocol === "http:") {
    reqPort = 80;
  } else if (reqUrl.protocol === "https:") {
    reqPort = 443;
  }
  const upperReqHosts = [reqUrl.hostname.toUpperCase()];
  if (typeof reqPort === "number") {
    upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
  }
  for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) {
    if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) {
      return true;
    }
  }
  return false;
}
function isLoopbackAddress(host) {
  const hostLower = host.toLowerCase();
  return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL;
var init_proxy = __esm({
  "node_modules/@actions/http-client/lib/proxy.js"() {
    DecodedURL = class extends URL {
      constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
      }
      get username() {
        return this._decodedUsername;
      }
      get password() {
        return this._decodedPassword;
      }
    };
  }
});

// node_modules/tunnel/lib/tunnel.js
var require_tunnel = __commonJS({
  "node_modules/tunnel/lib/tunnel.js"(exports2) {
    "use strict";
    var net = require("net");
    var tls = require("tls");
    var http2 = require("http");
    var https2 = require("https");
    var events = require("events");
    var assert = require("assert");
    var util = require("util");
    exports2.httpOverHttp = httpOverHttp2;
    exports2.httpsOverHttp = httpsOverHttp2;
    exports2.httpOverHttps = httpOverHttps2;
    exports2.httpsOverHttps = httpsOverHttps2;
    function httpOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http2.request;
      return agent;
    }
    function httpsOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http2.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function httpOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https2.request;
      return agent;
    }
    function httpsOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https2.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {};
      self.proxyOptions = self.options.proxy || {};
      self.maxSockets = self.options.maxSockets || http2.Agent.defaultMaxSockets;
      self.requests = [];
      self.sockets = [];
      self.on("free", function onFree(socket, host, port, localAddress) {
        var options2 = toOptions(host, port, localAddress);
        for (var i = 0, len = self.requests.length; i < len; ++i) {
          var pending = self.requests[i];
          if (pending.host === options2.host && pending.port === options2.port) {
            self.requests.splice(i, 1);
            pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy();
        self.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events.EventEmitter);
    TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
      var self = this;
      var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
      if (self.sockets.length >= this.maxSockets) {
        self.requests.push(options);
        return;
      }
      self.createSocket(options, function(socket) {
        socket.on("free", onFree);
        socket.on("close", onCloseOrRemove);
        socket.on("agentRemove", onCloseOrRemove);
        req.onSocket(socket);
        function onFree() {
          self.emit("free", socket, options);
        }
        function onCloseOrRemove(err) {
          self.removeSocket(socket);
          socket.removeListener("free", onFree);
          socket.removeListener("close", onCloseOrRemove);
          socket.removeListener("agentRemove", onCloseOrRemove);
        }
      });
    };
    TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
      var self = this;
      var placeholder = {};
      self.sockets.push(placeholder);
      var connectOptions = mergeOptions({}, self.proxyOptions, {
        method: "CONNECT",
        path: options.host + ":" + options.port,
        agent: false,
        headers: {
          host: options.host + ":" + options.port
        }
      });
      if (options.localAddress) {
        connectOptions.localAddress = options.localAddress;
      }
      if (connectOptions.proxyAuth) {
        connectOptions.headers = connectOptions.headers || {};
        connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
      }
      debug("making CONNECT request");
      var connectReq = self.request(connectOptions);
      connectReq.useChunkedEncodingByDefault = false;
      connectReq.once("response", onResponse);
      connectReq.once("upgrade", onUpgrade);
      connectReq.once("connect", onConnect);
      connectReq.once("error", onError);
      connectReq.end();
      function onResponse(res) {
        res.upgrade = true;
      }
      function onUpgrade(res, socket, head) {
        process.nextTick(function() {
          onConnect(res, socket, head);
        });
      }
      function onConnect(res, socket, head) {
        connectReq.removeAllListeners();
        socket.removeAllListeners();
        if (res.statusCode !== 200) {
          debug(
            "tunneling socket could not be established, statusCode=%d",
            res.statusCode
          );
          socket.destroy();
          var error = new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
          error.code = "ECONNRESET";
          options.request.emit("error", error);
          self.removeSocket(placeholder);
          return;
        }
        if (head.length > 0) {
          debug("got illegal response body from proxy");
          socket.destroy();
          var error = new Error("got illegal response body from proxy");
          error.code = "ECONNRESET";
          options.request.emit("error", error);
          self.removeSocket(placeholder);
          return;
        }
        debug("tunneling connection has established");
        self.sockets[self.sockets.indexOf(placeholder)] = socket;
        return cb(socket);
      }
      function onError(cause) {
        connectReq.removeAllListeners();
        debug(
          "tunneling socket could not be established, cause=%s\n",
          cause.message,
          cause.stack
        );
        var error = new Error("tunneling socket could not be established, cause=" + cause.message);
        error.code = "ECONNRESET";
        options.request.emit("error", error);
        self.removeSocket(placeholder);
      }
    };
    TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
      var pos = this.sockets.indexOf(socket);
      if (pos === -1) {
        return;
      }
      this.sockets.splice(pos, 1);
      var pending = this.requests.shift();
      if (pending) {
        this.createSocket(pending, function(socket2) {
          pending.request.onSocket(socket2);
        });
      }
    };
    function createSecureSocket(options, cb) {
      var self = this;
      TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
        var hostHeader = options.request.getHeader("host");
        var tlsOptions = mergeOptions({}, self.options, {
          socket,
          servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
        });
        var secureSocket = tls.connect(0, tlsOptions);
        self.sockets[self.sockets.indexOf(socket)] = secureSocket;
        cb(secureSocket);
      });
    }
    function toOptions(host, port, localAddress) {
      if (typeof host === "string") {
        return {
          host,
          port,
          localAddress
        };
      }
      return host;
    }
    function mergeOptions(target) {
      for (var i = 1, len = arguments.length; i < len; ++i) {
        var overrides = arguments[i];
        if (typeof overrides === "object") {
          var keys = Object.keys(overrides);
          for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
            var k = keys[j];
            if (overrides[k] !== void 0) {
              target[k] = overrides[k];
            }
          }
        }
      }
      return target;
    }
    var debug;
    if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
      debug = function() {
        var args = Array.prototype.slice.call(arguments);
        if (typeof args[0] === "string") {
          args[0] = "TUNNEL: " + args[0];
        } else {
          args.unshift("TUNNEL:");
        }
        console.error.apply(console, args);
      };
    } else {
      debug = function() {
      };
    }
    exports2.debug = debug;
  }
});

// node_modules/tunnel/index.js
var require_tunnel2 = __commonJS({
  "node_modules/tunnel/index.js"(exports2, module2) {
    module2.exports = require_tunnel();
  }
});

// node_modules/@actions/http-client/lib/index.js
var http, https, tunnel, import_undici2, __awaiter, HttpCodes, Headers, MediaTypes, HttpRedirectCodes, HttpResponseRetryCodes, RetryableHttpVerbs, ExponentialBackoffCeiling, ExponentialBackoffTimeSlice, HttpClientError, HttpClientResponse, HttpClient, lowercaseKeys;
var init_lib = __esm({
  "node_modules/@actions/http-client/lib/index.js"() {
    http = __toESM(require("http"), 1);
    https = __toESM(require("https"), 1);
    init_proxy();
    tunnel = __toESM(require_tunnel2(), 1);
    import_undici2 = __toESM(require_undici(), 1);
    __awaiter = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve) {
          resolve(value);
        });
      }
      return new (P || (P = Promise))(function(resolve, reject) {
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
          result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    (function(HttpCodes2) {
      HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
      HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
      HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
      HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
      HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
      HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
      HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
      HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
      HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
      HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
      HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
      HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
      HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
      HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
      HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
      HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
      HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
      HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
      HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
      HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
      HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
      HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
      HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
      HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
      HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
      HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
      HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
    })(HttpCodes || (HttpCodes = {}));
    (function(Headers2) {
      Headers2["Accept"] = "accept";
      Headers2["ContentType"] = "content-type";
    })(Headers || (Headers = {}));
    (function(MediaTypes2) {
      MediaTypes2["ApplicationJson"] = "application/json";
    })(MediaTypes || (MediaTypes = {}));
    HttpRedirectCodes = [
      HttpCodes.MovedPermanently,
      HttpCodes.ResourceMoved,
      HttpCodes.SeeOther,
      HttpCodes.TemporaryRedirect,
      HttpCodes.PermanentRedirect
    ];
    HttpResponseRetryCodes = [
      HttpCodes.BadGateway,
      HttpCodes.ServiceUnavailable,
      HttpCodes.GatewayTimeout
    ];
    RetryableHttpVerbs = ["OPTIONS", "GET", "DELETE", "HEAD"];
    ExponentialBackoffCeiling = 10;
    ExponentialBackoffTimeSlice = 5;
    HttpClientError = class _HttpClientError extends Error {
      constructor(message, statusCode) {
        super(message);
        this.name = "HttpClientError";
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, _HttpClientError.prototype);
      }
    };
    HttpClientResponse = class {
      constructor(message) {
        this.message = message;
      }
      readBody() {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
            let output = Buffer.alloc(0);
            this.message.on("data", (chunk) => {
              output = Buffer.concat([output, chunk]);
            });
            this.message.on("end", () => {
              resolve(output.toString());
            });
          }));
        });
      }
      readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
            const chunks = [];
            this.message.on("data", (chunk) => {
              chunks.push(chunk);
            });
            this.message.on("end", () => {
              resolve(Buffer.concat(chunks));
            });
          }));
        });
      }
    };
    HttpClient = class {
      constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
          if (requestOptions.ignoreSslError != null) {
            this._ignoreSslError = requestOptions.ignoreSslError;
          }
          this._socketTimeout = requestOptions.socketTimeout;
          if (requestOptions.allowRedirects != null) {
            this._allowRedirects = requestOptions.allowRedirects;
          }
          if (requestOptions.allowRedirectDowngrade != null) {
            this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
          }
          if (requestOptions.maxRedirects != null) {
            this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
          }
          if (requestOptions.keepAlive != null) {
            this._keepAlive = requestOptions.keepAlive;
          }
          if (requestOptions.allowRetries != null) {
            this._allowRetries = requestOptions.allowRetries;
          }
          if (requestOptions.maxRetries != null) {
            this._maxRetries = requestOptions.maxRetries;
          }
        }
      }
      options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
          return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
        });
      }
      get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
          return this.request("GET", requestUrl, null, additionalHeaders || {});
        });
      }
      del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
          return this.request("DELETE", requestUrl, null, additionalHeaders || {});
        });
      }
      post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
          return this.request("POST", requestUrl, data, additionalHeaders || {});
        });
      }
      patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
          return this.request("PATCH", requestUrl, data, additionalHeaders || {});
        });
      }
      put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
          return this.request("PUT", requestUrl, data, additionalHeaders || {});
        });
      }
      head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
          return this.request("HEAD", requestUrl, null, additionalHeaders || {});
        });
      }
      sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
          return this.request(verb, requestUrl, stream, additionalHeaders);
        });
      }
      /**
       * Gets a typed object from an endpoint
       * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
       */
      getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          const res = yield this.get(requestUrl, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.post(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.put(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.patch(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      /**
       * Makes a raw http request.
       * All other methods such as get, post, patch, and request ultimately call this.
       * Prefer get, del, post and patch
       */
      request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
          if (this._disposed) {
            throw new Error("Client has already been disposed.");
          }
          const parsedUrl = new URL(requestUrl);
          let info = this._prepareRequest(verb, parsedUrl, headers);
          const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
          let numTries = 0;
          let response;
          do {
            response = yield this.requestRaw(info, data);
            if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
              let authenticationHandler;
              for (const handler of this.handlers) {
                if (handler.canHandleAuthentication(response)) {
                  authenticationHandler = handler;
                  break;
                }
              }
              if (authenticationHandler) {
                return authenticationHandler.handleAuthentication(this, info, data);
              } else {
                return response;
              }
            }
            let redirectsRemaining = this._maxRedirects;
            while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
              const redirectUrl = response.message.headers["location"];
              if (!redirectUrl) {
                break;
              }
              const parsedRedirectUrl = new URL(redirectUrl);
              if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) {
                throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
              }
              yield response.readBody();
              if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                for (const header in headers) {
                  if (header.toLowerCase() === "authorization") {
                    delete headers[header];
                  }
                }
              }
              info = this._prepareRequest(verb, parsedRedirectUrl, headers);
              response = yield this.requestRaw(info, data);
              redirectsRemaining--;
            }
            if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) {
              return response;
            }
            numTries += 1;
            if (numTries < maxTries) {
              yield response.readBody();
              yield this._performExponentialBackoff(numTries);
            }
          } while (numTries < maxTries);
          return response;
        });
      }
      /**
       * Needs to be called if keepAlive is set to true in request options.
       */
      dispose() {
        if (this._agent) {
          this._agent.destroy();
        }
        this._disposed = true;
      }
      /**
       * Raw request.
       * @param info
       * @param data
       */
      requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve, reject) => {
            function callbackForResult(err, res) {
              if (err) {
                reject(err);
              } else if (!res) {
                reject(new Error("Unknown error"));
              } else {
                resolve(res);
              }
            }
            this.requestRawWithCallback(info, data, callbackForResult);
          });
        });
      }
      /**
       * Raw request with callback.
       * @param info
       * @param data
       * @param onResult
       */
      requestRawWithCallback(info, data, onResult) {
        if (typeof data === "string") {
          if (!info.options.headers) {
            info.options.headers = {};
          }
          info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
        }
        let callbackCalled = false;
        function handleResult(err, res) {
          if (!callbackCalled) {
            callbackCalled = true;
            onResult(err, res);
          }
        }
        const req = info.httpModule.request(info.options, (msg) => {
          const res = new HttpClientResponse(msg);
          handleResult(void 0, res);
        });
        let socket;
        req.on("socket", (sock) => {
          socket = sock;
        });
        req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
          if (socket) {
            socket.end();
          }
          handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on("error", function(err) {
          handleResult(err);
        });
        if (data && typeof data === "string") {
          req.write(data, "utf8");
        }
        if (data && typeof data !== "string") {
          data.on("close", function() {
            req.end();
          });
          data.pipe(req);
        } else {
          req.end();
        }
      }
      /**
       * Gets an http agent. This function is useful when you need an http agent that handles
       * routing through a proxy server - depending upon the url and proxy environment variables.
       * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
       */
      getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
      }
      getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
          return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
      }
      _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === "https:";
        info.httpModule = usingSsl ? https : http;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
        info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
          info.options.headers["user-agent"] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        if (this.handlers) {
          for (const handler of this.handlers) {
            handler.prepareRequest(info.options);
          }
        }
        return info;
      }
      _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
          return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
      }
      /**
       * Gets an existing header value or returns a default.
       * Handles converting number header values to strings since HTTP headers must be strings.
       * Note: This returns string | string[] since some headers can have multiple values.
       * For headers that must always be a single string (like Content-Type), use the
       * specialized _getExistingOrDefaultContentTypeHeader method instead.
       */
      _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
          const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
          if (headerValue) {
            clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
          }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== void 0) {
          return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
        }
        if (clientHeader !== void 0) {
          return clientHeader;
        }
        return _default;
      }
      /**
       * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
       * Always returns a single string (not an array) since Content-Type should be a single value.
       * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
       * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
       * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
       */
      _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
          const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
          if (headerValue) {
            if (typeof headerValue === "number") {
              clientHeader = String(headerValue);
            } else if (Array.isArray(headerValue)) {
              clientHeader = headerValue.join(", ");
            } else {
              clientHeader = headerValue;
            }
          }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        if (additionalValue !== void 0) {
          if (typeof additionalValue === "number") {
            return String(additionalValue);
          } else if (Array.isArray(additionalValue)) {
            return additionalValue.join(", ");
          } else {
            return additionalValue;
          }
        }
        if (clientHeader !== void 0) {
          return clientHeader;
        }
        return _default;
      }
      _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
          agent = this._proxyAgent;
        }
        if (!useProxy) {
          agent = this._agent;
        }
        if (agent) {
          return agent;
        }
        const usingSsl = parsedUrl.protocol === "https:";
        let maxSockets = 100;
        if (this.requestOptions) {
          maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
        }
        if (proxyUrl && proxyUrl.hostname) {
          const agentOptions = {
            maxSockets,
            keepAlive: this._keepAlive,
            proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
              proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
            }), { host: proxyUrl.hostname, port: proxyUrl.port })
          };
          let tunnelAgent;
          const overHttps = proxyUrl.protocol === "https:";
          if (usingSsl) {
            tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
          } else {
            tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
          }
          agent = tunnelAgent(agentOptions);
          this._proxyAgent = agent;
        }
        if (!agent) {
          const options = { keepAlive: this._keepAlive, maxSockets };
          agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
          this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
          agent.options = Object.assign(agent.options || {}, {
            rejectUnauthorized: false
          });
        }
        return agent;
      }
      _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
          proxyAgent = this._proxyAgentDispatcher;
        }
        if (proxyAgent) {
          return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === "https:";
        proxyAgent = new import_undici2.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, (proxyUrl.username || proxyUrl.password) && {
          token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
        }));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
          proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
            rejectUnauthorized: false
          });
        }
        return proxyAgent;
      }
      _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || "actions/http-client";
        const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
        if (orchId) {
          const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
          return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
      }
      _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
          retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
          const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
          return new Promise((resolve) => setTimeout(() => resolve(), ms));
        });
      }
      _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
            const statusCode = res.message.statusCode || 0;
            const response = {
              statusCode,
              result: null,
              headers: {}
            };
            if (statusCode === HttpCodes.NotFound) {
              resolve(response);
            }
            function dateTimeDeserializer(key, value) {
              if (typeof value === "string") {
                const a = new Date(value);
                if (!isNaN(a.valueOf())) {
                  return a;
                }
              }
              return value;
            }
            let obj;
            let contents;
            try {
              contents = yield res.readBody();
              if (contents && contents.length > 0) {
                if (options && options.deserializeDates) {
                  obj = JSON.parse(contents, dateTimeDeserializer);
                } else {
                  obj = JSON.parse(contents);
                }
                response.result = obj;
              }
              response.headers = res.message.headers;
            } catch (err) {
            }
            if (statusCode > 299) {
              let msg;
              if (obj && obj.message) {
                msg = obj.message;
              } else if (contents && contents.length > 0) {
                msg = contents;
              } else {
                msg = `Failed request: (${statusCode})`;
              }
              const err = new HttpClientError(msg, statusCode);
              err.result = response.result;
              reject(err);
            } else {
              resolve(response);
            }
          }));
        });
      }
    };
    lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});
  }
});

// node_modules/@actions/http-client/lib/auth.js
var __awaiter2, BearerCredentialHandler;
var init_auth = __esm({
  "node_modules/@actions/http-client/lib/auth.js"() {
    __awaiter2 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve) {
          resolve(value);
        });
      }
      return new (P || (P = Promise))(function(resolve, reject) {
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
          result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    BearerCredentialHandler = class {
      constructor(token) {
        this.token = token;
      }
      // currently implements pre-authorization
      // TODO: support preAuth = false where it hooks on 401
      prepareRequest(options) {
        if (!options.headers) {
          throw Error("The request has no headers");
        }
        options.headers["Authorization"] = `Bearer ${this.token}`;
      }
      // This handler cannot handle 401
      canHandleAuthentication() {
        return false;
      }
      handleAuthentication() {
        return __awaiter2(this, void 0, void 0, function* () {
          throw new Error("not implemented");
        });
      }
    };
  }
});

// src/google/oidc-token.ts
var oidc_token_exports = {};
__export(oidc_token_exports, {
  requestIdToken: () => requestIdToken
});
async function requestIdToken(env, audience, mask, clock) {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: base = "", ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = "" } = env;
  const client = new HttpClient("orchestra-actions", [new BearerCredentialHandler(bearer)], {
    allowRetries: true,
    maxRetries: 10,
    // The bearer token is for the runner's own server.
    allowRedirects: false,
    socketTimeout: TIMEOUT2
  });
  const url = `${base}&audience=${encodeURIComponent(audience)}`;
  const { message } = await client.get(url, { accept: "application/json" });
  const status = message.statusCode ?? 0;
  const response = { resource: "the job's identity token", url, status };
  if (status >= 300 && status < 400) {
    message.destroy();
    throw redirected(response, message.headers.location);
  }
  const { bytes, end } = await readBounded(message, { maxBytes: MOST_BYTES2, timeout: TIMEOUT2, clock });
  if (end === "too-large") throw tooLarge(response, MOST_BYTES2);
  if (end === "too-slow") throw tooSlow(response, TIMEOUT2);
  const text2 = bytes.toString();
  if (status >= 400) throw new HttpClientError(readErrorBody(text2).message || `HTTP ${status}`, status);
  const { value } = parseResponse(response, text2);
  if (typeof value !== "string" || value === "") throw new Error("The runner's response contains no identity token.");
  mask(value);
  return value;
}
var MOST_BYTES2, TIMEOUT2;
var init_oidc_token = __esm({
  "src/google/oidc-token.ts"() {
    "use strict";
    init_lib();
    init_auth();
    init_error_body();
    init_invalid_response();
    init_read_bounded();
    MOST_BYTES2 = 1e6;
    TIMEOUT2 = 3e4;
  }
});

// src/google/auth.ts
var auth_exports = {};
__export(auth_exports, {
  callingAccount: () => callingAccount,
  createAuth: () => createAuth,
  parseProvider: () => parseProvider,
  parseServiceAccount: () => parseServiceAccount
});
function parseProvider(text2) {
  const value = text2.trim().replace(/^(https:)?\/\/iam\.googleapis\.com\//, "");
  if (PROVIDER.test(value)) return value;
  const hint = /^projects\/[^/]*\D/.test(value) ? " It needs the number of the project, not its id." : "";
  throw new Error(
    `"${text2}" is not a provider.${hint} Write projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`
  );
}
function parseServiceAccount(text2) {
  const value = text2.trim();
  if (/^[a-z0-9.-]+@[a-z0-9.-]+\.gserviceaccount\.com$/.test(value)) return value;
  throw new Error(
    `"${text2}" is not a service account. Write its email, for instance deployer@PROJECT.iam.gserviceaccount.com.`
  );
}
function createAuth(inputs, endpoints, env, mask, clock) {
  const { workloadIdentityProvider: provider, serviceAccount, key } = inputs;
  let client;
  if (key) mask(key.private_key);
  const make = provider ? () => Promise.resolve(federated(provider, serviceAccount, endpoints, env, mask, clock)) : () => key ? withKey(key, env, clock) : applicationDefault(env, serviceAccount, clock);
  const getClient = () => {
    client ??= make();
    return client;
  };
  let pending;
  return {
    client: getClient,
    jobToken: (audience) => requestIdToken(env, audience, mask, clock),
    member: () => {
      const email = callingAccount(inputs, env);
      return email ? `serviceAccount:${email}` : void 0;
    },
    // Parallel calls share one request to the token endpoint.
    accessToken(refused) {
      const unusable2 = (error) => provider || key ? void 0 : unusableFile(env, error);
      pending ??= mint(getClient, provider, refused, unusable2).finally(() => {
        pending = void 0;
      });
      return pending;
    }
  };
}
function federated(provider, serviceAccount, endpoints, env, mask, clock) {
  if (!env.ACTIONS_ID_TOKEN_REQUEST_URL || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
    throw new InputError([
      {
        subject: "Permission id-token",
        message: 'the runner offers no OIDC token, which workload-identity-provider needs. Add "permissions: { contents: read, id-token: write }" to the job (a pull request from a fork never gets one).'
      }
    ]);
  }
  return new FederatedClient({
    type: "external_account",
    audience: `//iam.googleapis.com/${provider}`,
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: `${endpoints.sts}/v1/token`,
    ...serviceAccount && {
      service_account_impersonation_url: `${endpoints.iamcredentials}/v1/projects/-/serviceAccounts/${serviceAccount}:generateAccessToken`
    },
    scopes: [SCOPE],
    // The library's default treats tokens as expired five minutes early, which is the whole lifetime of a direct one.
    eagerRefreshThresholdMillis: 6e4,
    transporterOptions: authTransport(clock),
    subject_token_supplier: {
      getSubjectToken: () => requestIdToken(env, `https://iam.googleapis.com/${provider}`, mask, clock)
    }
  });
}
async function withKey({ client_email: email, private_key: key }, env, clock) {
  return new import_google_auth_library.JWT({ email, key, scopes: [SCOPE], transporterOptions: authTransport(clock, readTokenEndpoint(env)) });
}
async function applicationDefault(env, serviceAccount, clock) {
  checkCredentialFile(env);
  const transporterOptions = authTransport(clock, readTokenEndpoint(env));
  try {
    const clientOptions = { transporterOptions };
    return await new import_google_auth_library.GoogleAuth({ scopes: [SCOPE], projectId: "unused", clientOptions }).getClient();
  } catch (error) {
    const unusable2 = unusableFile(env, error);
    if (unusable2) throw unusable2;
    throw new InputError([
      {
        subject: "Credentials",
        message: `none were found: ${error.message.split("\n")[0]} ${serviceAccount === void 0 ? "" : EMPTY_PROVIDER}Set the input workload-identity-provider, or run google-github-actions/auth before this step.`
      }
    ]);
  }
}
async function mint(getClient, provider, refused, unusable2) {
  let token;
  try {
    const client = await getClient();
    if (provider && refused !== void 0 && client.credentials.access_token === refused)
      client.setCredentials({ expiry_date: 1 });
    token = (await client.getAccessToken()).token;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const own = error instanceof Error && !("config" in error) ? unusable2(error) : void 0;
    throw own ?? tokenError(error, provider);
  }
  if (!token)
    throw new CloudError({ message: "the response contains no access token", status: 0, resource: "credentials" });
  return token;
}
function tokenError(error, provider) {
  const unusable2 = transportError(error);
  if (unusable2) return unusable2;
  const response = error.response;
  const data = response?.data;
  const body = typeof data === "string" ? data : data === void 0 ? error.message : JSON.stringify(data);
  const url = String(response?.config?.url ?? "");
  const impersonation = url.includes(":generateAccessToken");
  if (response?.status === 404) return notFound(url, body);
  return cloudError(
    {
      resource: impersonation ? "the impersonated service account" : provider ? `workload identity provider ${provider}` : "Application Default Credentials",
      permission: impersonation ? "iam.serviceAccounts.getAccessToken" : void 0,
      role: impersonation ? "roles/iam.workloadIdentityUser" : void 0
    },
    { status: response?.status ?? 0, body, cause: error }
  );
}
function notFound(url, body) {
  const email = /\/serviceAccounts\/([^/]+):generateAccessToken/.exec(url)?.[1];
  return new InputError([
    email === void 0 ? { subject: "Credentials", message: `the token exchange failed with HTTP 404: ${readErrorBody(body).message}` } : {
      subject: `Service account ${email}`,
      message: "does not exist, so it cannot be impersonated. Check its name in the input service-account, or create it."
    }
  ]);
}
var import_google_auth_library, SCOPE, PROVIDER, callingAccount, FederatedClient, EMPTY_PROVIDER;
var init_auth2 = __esm({
  "src/google/auth.ts"() {
    "use strict";
    import_google_auth_library = __toESM(require_google_auth_library(), 1);
    init_errors();
    init_credential_file();
    init_endpoints();
    init_cloud_error();
    init_error_body();
    init_auth_transport();
    init_oidc_token();
    SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    PROVIDER = /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+\/providers\/[a-z0-9-]+$/;
    callingAccount = ({ workloadIdentityProvider, serviceAccount, key }, env) => serviceAccount ?? key?.client_email ?? (workloadIdentityProvider ? void 0 : accountInFile(env));
    FederatedClient = class extends import_google_auth_library.IdentityPoolClient {
      constructor(options) {
        super(options);
        this.stsCredential.transporter = this.transporter;
      }
    };
    EMPTY_PROVIDER = "The input service-account is set, but workload-identity-provider is empty. A workflow variable is empty if it does not exist, or belongs to an environment that the job does not name (list them: gh variable list). ";
  }
});

// src/google/server-clock.ts
var server_clock_exports = {};
__export(server_clock_exports, {
  createServerClock: () => createServerClock
});
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

// src/inputs/lists.ts
var lists_exports = {};
__export(lists_exports, {
  LineError: () => LineError,
  parseList: () => parseList,
  parseMap: () => parseMap,
  shortened: () => shortened,
  writeList: () => writeList,
  writeMap: () => writeMap
});
function parseList(text2) {
  const lines2 = text2.split("\n");
  const items = [];
  for (let i = 0; i < lines2.length; i++) {
    const content = lines2[i].trim();
    const end = /^<<([A-Za-z_]\w*)$/.exec(content)?.[1];
    const block = end === void 0 ? void 0 : readBlock(lines2, i, end);
    if (block) {
      items.push(block.value);
      i = block.last;
    } else if (isMeaningful(content)) items.push(content);
  }
  return items;
}
function parseMap(text2) {
  const map = /* @__PURE__ */ new Map();
  const add = (key, number, value) => {
    if (map.has(key)) throw new LineError(number, `the key "${key}" appears twice. Set each key once.`);
    map.set(key, value());
  };
  const lines2 = text2.split("\n");
  for (let i = 0; i < lines2.length; i++) {
    const number = i + 1;
    const content = lines2[i].trim();
    if (!isMeaningful(content)) continue;
    const [, long, end = ""] = /^([^=<\s]+)<<([A-Za-z_]\w*)$/.exec(content) ?? [];
    if (long !== void 0) {
      const block = readBlock(lines2, i, end);
      if (!block)
        throw new LineError(number, `the value of "${long}" has no end. Write ${end} on a line of its own after it.`);
      add(long, number, () => block.value);
      i = block.last;
      continue;
    }
    const at = content.indexOf("=");
    if (at < 0) throw new LineError(number, `"${shortened(content)}" has no "=". Write KEY=VALUE, one per line.`);
    const key = content.slice(0, at).trim();
    const quote = /^["']/.exec(key)?.[0];
    if (quote !== void 0)
      throw new LineError(
        number,
        `a key starts with ${quote}. Put quotes around the value only: KEY=${quote}\u2026${quote}.`
      );
    if (key === "") throw new LineError(number, 'there is no key before "=". Write KEY=VALUE, one per line.');
    add(key, number, () => unquote(content.slice(at + 1), number));
  }
  return map;
}
function readBlock(lines2, first, end) {
  const last = lines2.findIndex((line, i) => i > first && line.trimEnd() === end);
  if (last < 0) return void 0;
  const value = lines2.slice(first + 1, last);
  const plain3 = lines2[first]?.endsWith("\r") ? value.map((line) => line.replace(/\r$/, "")) : value;
  return { value: plain3.join("\n"), last };
}
function writeBlock(key, value) {
  const taken = new Set(value.split("\n").map((line) => line.trimEnd()));
  let end = "EOF";
  while (taken.has(end)) end += "_";
  return `${key}<<${end}
${value}
${end}`;
}
function unquote(raw, line) {
  const value = raw.trim();
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value;
  if (value.length >= 2 && value.endsWith(quote)) return value.slice(1, -1);
  throw new LineError(
    line,
    `a value starts with ${quote} and does not end with it. Close the quote, or put the whole value in the other kind of quotes.`
  );
}
function shortened(line) {
  return line.length > 24 ? `${line.slice(0, 24)}\u2026` : line;
}
var LineError, writeList, writeMap, isOneLine, isMeaningful;
var init_lists = __esm({
  "src/inputs/lists.ts"() {
    "use strict";
    LineError = class extends Error {
      line;
      constructor(line, message) {
        super(message);
        this.line = line;
      }
    };
    writeList = (items) => items.map((item) => isMeaningful(item) && isOneLine(item) && !/^<<\w+$/.test(item) ? item : writeBlock("", item)).join("\n");
    writeMap = (entries) => [...entries].map(([key, value]) => {
      if (value.includes("\n")) return writeBlock(key, value);
      return `${key}=${isOneLine(value) && !/^["']/.test(value) ? value : `"${value}"`}`;
    }).join("\n");
    isOneLine = (text2) => text2 === text2.trim() && !text2.includes("\n");
    isMeaningful = (content) => content !== "" && !content.startsWith("#");
  }
});

// src/policy/secrets/non-secrets.ts
var non_secrets_exports = {};
__export(non_secrets_exports, {
  hasPublicKeys: () => hasPublicKeys,
  isHarmless: () => isHarmless,
  isPlaceholder: () => isPlaceholder,
  isPublishable: () => isPublishable,
  isRandom: () => isRandom,
  isResourceName: () => isResourceName
});
function isPlaceholder(value) {
  const text2 = value.trim().replace(/^(?:Bearer|Basic|Token|ApiKey)\s+(?=[$`<{])/i, "");
  return text2 === "" || /^(?:<[^<>]*>|<<[^<>]*>>|\[[\w -]*\]|\{[\w .-]*\}|\{\{[^{}]*\}\}|\$\{[^}]*\}|\$\{\{[^}]*\}\}|\$\w+|\$\([^)]*\)|`[^`]*`|#\{[^}]*\}#?|__[A-Z0-9_]+__|[*x.…_?-]+|%\w+%|%[sdv]|%\(\w+\)s|:\w+)$/i.test(
    text2
  ) || /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|placeholder|dummy|example|sample|todo|tbd|none|null|nil|unset|undefined|disabled|redacted|removed|n\/a)$/i.test(
    text2
  ) || /^(?:your|my|insert|enter|replace|change)[-_ ].*(?:here|secret|key|token|password|me)$/i.test(text2) || /^(?:sk|pk|rk|sk_live|sk_test|whsec|phc|sk-ant)[-_](?:\.{3}|…|x+)$/i.test(text2);
}
function isResourceName(value) {
  const text2 = value.trim();
  return /^(?:\/\/[\w.-]+\/)?(?:v\d+\/)?(?:projects|folders|organizations|billingAccounts|locations|secrets?|keyRings)\/[^\s=&?]+$/i.test(
    text2
  ) || /^(?:secret:|sm:\/\/|gcp-?sm:|gcp-kms:|aws-?sm:|ssm:|vault:|op:\/\/|berglas:\/\/|alias\/|arn:[\w-]+:|ref\+|@Microsoft\.KeyVault\()/i.test(
    text2
  );
}
function isHarmless(value) {
  const text2 = value.trim();
  return isResourceName(text2) || isApplicationInsights(text2) || /^(?:true|false|yes|no|on|off|enabled|required|optional|auto|default|basic|bearer|include|omit|same-origin|header|cookie|query|env|file|vault)$/i.test(
    text2
  ) || /^\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(text2) || CHAIN_ADDRESS.test(text2) || PUBLIC_KEY.test(text2) || /^(?:\.{0,2}\/|~\/|file:|[A-Z]:\\)/.test(text2) || /^env:[A-Z]\w*$/i.test(text2) || /^[\w./-]{1,200}\.(?:json|pem|key|crt|cer|p12|pfx|jks|txt|ya?ml|env|toml|ini|conf|properties)$/i.test(text2) || /^[a-z][a-z0-9+.-]*:\/\/[^\s@]+$/i.test(text2);
}
function isRandom(value) {
  const text2 = value.trim().replace(/=+$/, "");
  if (/^(?:sha\d{1,3}|md5|h1)[-:]/.test(text2) || CHAIN_ADDRESS.test(text2)) return false;
  if (!/^[A-Za-z0-9+/_-]{32,}$/.test(text2)) return false;
  if (!(/[a-z]/.test(text2) && /[A-Z]/.test(text2) && /\d/.test(text2))) return false;
  const kinds = [...text2].map(
    (char) => /\d/.test(char) ? "digit" : /[a-z]/.test(char) ? "lower" : /[A-Z]/.test(char) ? "upper" : "mark"
  );
  const changes = kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
  return changes / (text2.length - 1) >= 0.4 && entropy(text2) >= 4;
}
function entropy(text2) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of text2) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count / text2.length * Math.log2(count / text2.length), 0);
}
var isPublishable, CHAIN_ADDRESS, PUBLIC_KEY, hasPublicKeys, isApplicationInsights;
var init_non_secrets = __esm({
  "src/policy/secrets/non-secrets.ts"() {
    "use strict";
    isPublishable = (value) => /^(?:pk_(?:live|test)_\w+|pk\.eyJ[\w-]+\.[\w-]+|phc_\w+|pub[0-9a-f]{32}|sb_publishable_[\w-]+|B[\w-]{86})$/.test(
      value.trim()
    );
    CHAIN_ADDRESS = /^0x[0-9a-f]{40}$/i;
    PUBLIC_KEY = /^\s*-----BEGIN (?:[A-Z]+ )?(?:PUBLIC KEY|CERTIFICATE)-----/;
    hasPublicKeys = (fields) => fields.some(([name, value]) => /^jwks?_ur[il]$/.test(name) || name === "key" && PUBLIC_KEY.test(value));
    isApplicationInsights = (value) => /(?:^|;)InstrumentationKey=/i.test(value) && value.split(";").every(
      (pair) => /^\s*(?:(?:InstrumentationKey|ApplicationId)=[0-9a-f-]{36}|\w+Endpoint=https?:\/\/[^\s@]+|Authorization=ikey|(?:EndpointSuffix|Location|AADAudience)=[\w.:/-]+)?\s*$/i.test(
        pair
      )
    );
  }
});

// src/policy/secrets/command-lines.ts
var command_lines_exports = {};
__export(command_lines_exports, {
  passesPassword: () => passesPassword,
  simpleCommands: () => simpleCommands
});
function simpleCommands(text2) {
  const commands = [[]];
  for (const [, separator, word] of text2.matchAll(TOKEN)) {
    if (word !== void 0) commands.at(-1)?.push(word.replace(QUOTED, (_, single, double) => single ?? double));
    else if (separator !== void 0) commands.push([]);
  }
  return commands.filter((words2) => words2.length > 0);
}
function passesPassword(words2, first) {
  const at = words2.findIndex((word) => !WRAPPERS.test(word));
  const program = words2[0]?.startsWith("-") ? void 0 : words2[at]?.replace(/^.*\//, "");
  const options = program === void 0 ? ofUnknown(words2) : optionsOf(program, words2);
  return words2.some((word, i) => {
    if (i < first) return false;
    const before = words2[i - 1] ?? "";
    const { login = [], password = [], joined = [] } = options;
    const value = (names) => names.includes(before) ? word : joinedTo(names, word);
    return isPassword(loginPassword(value(login))) || isPassword(value(password)) || isPassword(joinedTo(joined, word));
  });
}
function optionsOf(program, words2) {
  if (REGISTRY_CLIENTS.test(program)) return words2.includes("login") ? { password: ["-p"] } : {};
  return PROGRAMS.find(([pattern]) => pattern.test(program))?.[1] ?? {};
}
function joinedTo(names, word) {
  const name = names.find((one) => word.startsWith(one.startsWith("--") ? `${one}=` : one) && word !== one);
  return name?.startsWith("--") ? word.slice(name.length + 1) : name && /^-\w$/.test(name) ? word.slice(2) : void 0;
}
var TOKEN, QUOTED, PROGRAMS, REGISTRY_CLIENTS, WRAPPERS, ofUnknown, loginPassword, isPassword;
var init_command_lines = __esm({
  "src/policy/secrets/command-lines.ts"() {
    "use strict";
    init_non_secrets();
    TOKEN = /([;&|()\n])|((?:'[^']*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)|\$\([^()]*\)|`[^`]*`|\\.|[^\s;&|()'"\\`])+)/gs;
    QUOTED = /'([^']*)(?:'|$)|"((?:[^"\\]|\\.)*)(?:"|$)/gs;
    PROGRAMS = [
      [/^curl$/, { login: ["-u", "--user", "-U", "--proxy-user"], password: ["--oauth2-bearer"] }],
      [/^(?:https?|xhs?)$/, { login: ["-a", "--auth"] }],
      [/^(?:my(?:sql\w*|_print_defaults)|mariadb[\w-]*)$/, { joined: ["-p"] }],
      [/^mongo\w*$|^(?:sshpass|rabbitmqadmin|cqlsh)$/, { password: ["-p"] }],
      [/^(?:redis|valkey|keydb)-cli$/, { password: ["-a"] }],
      [/^(?:sqlcmd|bcp|zip|unzip)$/, { password: ["-P"] }],
      [/^ldap(?:search|add|modify|delete|whoami|passwd|compare|modrdn)$/, { password: ["-w"] }],
      [/^7z[ar]?$/, { joined: ["-p"] }],
      [/^(?:neo4j-admin|cypher-shell)$/, { password: ["set-initial-password", "-p"] }],
      [/^openssl$/, { password: ["-pass", "-passin", "-passout"] }]
    ];
    REGISTRY_CLIENTS = /^(?:docker|podman|nerdctl|helm|buildah|skopeo|crane|oras|regctl)$/;
    WRAPPERS = /^(?:sudo|env|exec|time|nohup|nice|command|timeout|xargs|\d+[smh]?|[A-Za-z_]\w*=.*|-.*)$/;
    ofUnknown = (words2) => words2.some((word) => /^https?:\/\//.test(word)) ? { login: ["-u", "--user"] } : {};
    loginPassword = (value) => /^[^:]*:(.*)$/s.exec(value ?? "")?.[1];
    isPassword = (value) => value !== void 0 && value !== "" && !value.startsWith("-") && !/[$`]/.test(value) && !isPlaceholder(value) && !/^(?:env|file|fd):|^stdin$/.test(value);
  }
});

// src/policy/secrets/connection-strings.ts
var connection_strings_exports = {};
__export(connection_strings_exports, {
  hasPassword: () => hasPassword,
  isLogin: () => isLogin,
  isUptraceAddress: () => isUptraceAddress,
  loginsIn: () => loginsIn
});
function hasPassword(value) {
  return loginsIn(value).length > 0 || hasToken(value) || hasSignature(value) || isBasicHeader(value) || isLoginFile(value);
}
function isLoginFile(value) {
  const [, netrc] = /\bmachine\s+\S+\s+login\s+\S+\s+password\s+(\S+)/.exec(value) ?? [];
  const [, npmrc] = /\/:_(?:authToken|auth|password)\s*=\s*(\S+)/.exec(value) ?? [];
  return [netrc, npmrc].some((word) => word !== void 0 && !isPlaceholder(word));
}
function isBasicHeader(value) {
  const encoded = /(?:^|[\s:=])Basic\s+([A-Za-z0-9+/]{6,}={0,2})(?:$|[\s,;"'])/i.exec(value)?.[1];
  const password = /^[^\s:]{1,64}:([\x21-\x7e]+)$/.exec(Buffer.from(encoded ?? "", "base64").toString("utf8"))?.[1];
  return password !== void 0 && !isPlaceholder(password);
}
function hasToken(value) {
  const user = /\bhttps?:\/\/([^\s/:@?#]{20,200})@/i.exec(value)?.[1];
  return user !== void 0 && isRandom(user);
}
function isUptraceAddress(name, value) {
  const token = /^https?:\/\/([^\s/:@?#]+)@/i.exec(value.trim())?.[1];
  return /(?:^|[_-])uptrace[_-]?dsn$/i.test(name) && token !== void 0 && !isTemplate("", token);
}
function isLogin(name, value) {
  const text2 = value.trim();
  const [, first = "", mark, second = ""] = /^([\w.%+-]{1,64})([:/])([^\s:/]{1,200})$/.exec(text2) ?? [];
  if (second === "" || /^\d+$/.test(second) || first.includes(".") || isPlaceholder(second)) return false;
  return mark === ":" || /NEO4J|ORACLE|MEMGRAPH|(?:^|_)(?:DB|DATABASE)_/i.test(name);
}
var PAIRS, loginsIn, isTemplate, isAlias, hasSignature;
var init_connection_strings = __esm({
  "src/policy/secrets/connection-strings.ts"() {
    "use strict";
    init_non_secrets();
    PAIRS = [
      // scheme://user:password@host
      /\b[a-z][a-z0-9+.-]{0,30}:\/\/([^\s/:@?#]*):([^\s/@]+)@/i,
      // A slash in a password should be encoded, and often is not.
      /\b(?:postgres(?:ql)?|mysqlx?|mariadb|rediss?|valkeys?|mongodb|amqps?|sqlserver|mssql|clickhouse|nats|ftp|smtps?|ldaps?)(?:\+\w+)?:\/\/([^\s/:@?#]*):([^\s@?#]+)@/i,
      // user:password@tcp(host:3306)/db, of Go's driver for MySQL
      /^([\w.%-]+):(\S+)@(?:tcp|tcp6|unix|cloudsql|cloudsql-mysql)\(/i,
      // user:password@host:5432/db; a port or a path tells it from an address of mail
      /^([\w.%-]+):([^\s:/@]+)@(?!sha256:)[\w.-]+(?::\d{2,5}(?:[/?]\S*)?|\/\S+)$/,
      // user/password@//host:1521/service, of Oracle
      /^(?:jdbc:oracle:\w+:)?([A-Za-z]\w*)\/([^\s/@]+)@(?:\/\/[\w.-]+|[\w.-]+:\d{2,5}|\(DESCRIPTION)/i
    ];
    loginsIn = (value) => PAIRS.flatMap((pattern) => {
      const [, user = "", password] = pattern.exec(value) ?? [];
      return password === void 0 || isTemplate(user, password) ? [] : [{ user, password }];
    });
    isTemplate = (user, password) => isPlaceholder(password) || /^\$\{?[A-Za-z_]|^\{\{|^%\w+%|^<[\w -]+>$/.test(password) || isAlias(user, password);
    isAlias = (user, password) => /^(?:[A-Z]+_)*(?:USER|USERNAME)$/.test(user) && /^(?:[A-Z]+_)*(?:PASSWORD|PASS|PWD)$/.test(password);
    hasSignature = (value) => /[?&](?:sig|x-amz-signature|x-goog-signature)=[\w%+/=-]{16,}/i.test(value);
  }
});

// src/policy/secrets/secret-formats.ts
var secret_formats_exports = {};
__export(secret_formats_exports, {
  shapeOf: () => shapeOf
});
function shapeOf(value) {
  return [...SHAPES, ...WEBHOOKS].find(({ pattern }) => pattern.test(value)) ?? webhook(value) ?? jsonWebToken(value);
}
function webhook(value) {
  const word = WEBHOOK_PATH.exec(value)?.[1];
  if (word === void 0 || !/\d/.test(word) || !/[a-z]/i.test(word) || /^[a-z]+(?:-[a-z]+)*-?v?\d{1,2}$/i.test(word))
    return void 0;
  return { pattern: WEBHOOK_PATH, is: "is a webhook with a token in it, which anyone who knows it can use" };
}
function jsonWebToken(value) {
  const payload = JSON_WEB_TOKEN.exec(value)?.[1];
  if (payload === void 0) return void 0;
  const role = roleIn(payload);
  if (role === "anon") return void 0;
  if (role === "service_role")
    return { pattern: JSON_WEB_TOKEN, is: "is a service_role key, which bypasses all policies" };
  return { pattern: JSON_WEB_TOKEN, is: "is a JSON Web Token", browser: true };
}
function roleIn(payload) {
  try {
    return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")).role;
  } catch {
    return void 0;
  }
}
var SHAPES, WEBHOOKS, WEBHOOK_PATH, JSON_WEB_TOKEN;
var init_secret_formats = __esm({
  "src/policy/secrets/secret-formats.ts"() {
    "use strict";
    SHAPES = [
      { pattern: /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY/, is: "holds a private key" },
      { pattern: /^PuTTY-User-Key-File-\d: /m, is: "holds a private key" },
      { pattern: /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/, is: "holds a private key" },
      { pattern: /\b(?:sk|rk)_(?:live|test)_\w{10,}/, is: "is a Stripe key" },
      { pattern: /\bwhsec_[\w+/=]{16,}/, is: "is a Stripe webhook secret" },
      { pattern: /\bsk-(?:ant-|proj-|or-)?[\w-]{20,}/, is: "is an API key of an AI provider" },
      { pattern: /\b(?:gsk_\w{40,}|r8_\w{30,}|hf_[A-Za-z0-9]{30,})/, is: "is an API key of an AI provider" },
      { pattern: /\b(?:gh[pousr]_\w{30,}|github_pat_\w{30,})/, is: "is a GitHub token" },
      { pattern: /\bgl(?:pat|ptt|dt|rt|cbt|ft|soat)-[\w-]{20,}/, is: "is a GitLab token" },
      { pattern: /\bxox[abeprs]-[\w-]{10,}|\bxapp-\d-[A-Z0-9]+-\d+-\w{20,}/, is: "is a Slack token" },
      { pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, is: "is an AWS access key" },
      { pattern: /\bAIza[\w-]{35}/, is: "is a Google API key", browser: true },
      {
        pattern: /\b(?:ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}|1\/\/0[\w-]{30,})/,
        is: "is a Google OAuth secret"
      },
      { pattern: /\bhc[a-z]ik_\w{50,}/, is: "is a Honeycomb key" },
      { pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/, is: "is a SendGrid key" },
      { pattern: /\bkey-[0-9a-f]{32}\b/, is: "is a Mailgun key" },
      { pattern: /\b[0-9a-f]{32}-us\d{1,2}\b/, is: "is a Mailchimp key" },
      { pattern: /\bre_[A-Za-z0-9]{6,}_[A-Za-z0-9]{16,}/, is: "is a Resend key" },
      { pattern: /\bSK[0-9a-f]{32}\b/, is: "is a Twilio key" },
      { pattern: /\b\d{8,10}:AA[\w-]{32,34}\b/, is: "is a Telegram bot token" },
      { pattern: /\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}/, is: "is a Discord bot token" },
      { pattern: /\bsk\.eyJ[\w-]{20,}\.[\w-]{10,}/, is: "is a secret Mapbox token" },
      { pattern: /\bsb(?:p_[0-9a-f]{40}|_secret_[\w-]{16,})/, is: "is a Supabase secret key" },
      { pattern: /\bpscale_(?:tkn|pw|oauth)_[\w.-]{20,}/, is: "is a PlanetScale password" },
      { pattern: /\bATATT3[\w=-]{40,}/, is: "is an Atlassian token" },
      { pattern: /\bpypi-AgE[\w-]{30,}/, is: "is a PyPI token" },
      { pattern: /\b\w{3}8Q~[\w.~-]{30,}/, is: "is a client secret of Microsoft Entra" },
      { pattern: /\b(?:hv[sbr]\.[\w-]{20,}|s\.[A-Za-z0-9]{24}\b)/, is: "is a Vault token" },
      { pattern: /\btskey-(?:auth|client|api|scim|webhook)-\w{10,}-\w{10,}/, is: "is a Tailscale key" },
      {
        pattern: /\$(?:2[abxy]\$\d\d\$[./\w]{22,}|apr1\$[./\w]{1,8}\$[./\w]{16,}|argon2(?:id|i|d)\$[\w=,$]+\$[A-Za-z0-9+/]{8,}\$|[56]\$[./\w]{1,16}\$[./\w]{40,})/,
        is: "holds the hash of a password"
      },
      { pattern: /^base64:[A-Za-z0-9+/]{40,}={0,2}$/, is: "is a Laravel application key" },
      {
        pattern: /\b(?:npm_\w{36}|dop_v1_\w{60,}|shp(?:at|ca|pa|ss)_\w{30,}|phx_\w{30,}|sntry[su]_[\w+/=]{30,}|dapi[0-9a-f]{32}\b|lin_api_\w{30,}|PMAK-[0-9a-f]{24}-[0-9a-f]{34}|ntn_\w{40,}|secret_[A-Za-z0-9]{40,}|glsa_\w{30,}|NRAK-[A-Z0-9]{27}|dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]+\.)?\w{30,}|pat\w{14}\.[0-9a-f]{64}|sq0csp-[\w-]{30,}|ops_eyJ\w{30,}|oy2[a-z0-9]{43}\b)/,
        is: "is an access token"
      },
      {
        pattern: /\b(?:dckr_(?:pat|oat)_[\w-]{20,}|do[or]_v1_\w{60,}|nfp_\w{30,}|figd_[\w-]{30,}|fo1_[\w-]{40,}|FlyV1 fm\d_[\w+/=-]{40,}|rnd_\w{28,}|CCIPAT_\w{20,}|xkeysib-[0-9a-f]{60,}|pcsk_\w{40,}|tvly-(?:\w+-)?\w{28,}|pplx-\w{40,}|xai-\w{60,}|sdk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|[0-9a-f]{36}NRAL\b|EAA[A-Za-z0-9]{80,})/,
        is: "is an access token"
      },
      {
        pattern: /\b(?:rubygems_[0-9a-f]{48}|pul-[0-9a-f]{40}|lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}|vercel_blob_rw_\w{16,}|HRKU-AA[\w-]{58}|dt0c01\.[A-Z0-9]{24}\.[A-Z0-9]{64})/i,
        is: "is an access token"
      }
    ];
    WEBHOOKS = [
      {
        pattern: /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[A-Z]\w+\/\w+\/\w+/,
        is: "is a Slack webhook, which anyone who knows it can use"
      },
      {
        pattern: /discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]{20,}/,
        is: "is a Discord webhook, which anyone who knows it can use"
      },
      {
        pattern: /\.webhook\.office\.com\/webhookb2\/[\w@-]{20,}|outlook\.office(?:365)?\.com\/webhook\/[\w@-]{20,}|hooks\.zapier\.com\/hooks\/\w+\/\d+\/\w+|hook\.[\w.-]{0,20}(?:make|integromat)\.com\/[a-z0-9]{20,}|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[\w-]{16,}|maker\.ifttt\.com\/trigger\/[\w%-]+\/(?:json\/)?with\/key\/[\w-]{10,}|events\.pagerduty\.com\/integration\/[0-9a-f]{32}|api\.vercel\.com\/v1\/integrations\/deploy\/\w+\/\w+|api\.netlify\.com\/build_hooks\/[0-9a-f]{16,}/,
        is: "is a webhook, which anyone who knows it can use"
      },
      { pattern: /api\.telegram\.org\/bot\d+:[\w-]{20,}/, is: "has a Telegram bot token in it" }
    ];
    WEBHOOK_PATH = /https?:\/\/[^\s/?#]{1,255}\/(?:[\w.-]{1,64}\/){0,6}(?:web)?hooks?\/(?:[\w.-]{1,64}\/){0,3}([\w-]{16,})/i;
    JSON_WEB_TOKEN = /\beyJ[\w-]{10,}\.(eyJ[\w-]{10,})\.[\w-]{10,}/;
  }
});

// src/policy/secrets/value-parts.ts
var value_parts_exports = {};
__export(value_parts_exports, {
  decoded: () => decoded,
  isEncodedFile: () => isEncodedFile,
  jsonParts: () => jsonParts,
  textParts: () => textParts
});
function jsonParts(text2) {
  const start = text2.trimStart()[0];
  if (start !== "{" && start !== "[" && start !== '"') return void 0;
  let value;
  try {
    value = JSON.parse(text2);
  } catch {
    return void 0;
  }
  const parts = [];
  collect("", value, parts);
  return parts;
}
function collect(name, root, parts) {
  const waiting = [[name, root]];
  for (let next = waiting.pop(); next && parts.length < MOST; next = waiting.pop()) {
    const [key, value] = next;
    if (Array.isArray(value)) for (const item of value) waiting.push([key, item]);
    else if (value !== null && typeof value === "object") {
      const fields = value;
      const label = fields.name ?? fields.key;
      if (typeof label === "string" && typeof fields.value === "string") parts.push([label, fields.value]);
      const open = isFirebaseWebConfig(fields);
      for (const [field, inner] of Object.entries(fields))
        if (!(open && field === "apiKey")) waiting.push([field, inner]);
    } else if (typeof value === "string") parts.push([key, value]);
  }
}
function textParts(text2) {
  const parts = [];
  for (const pattern of [EQUALS, COLON, FLAG])
    for (const [, name = "", value = ""] of text2.matchAll(pattern)) {
      if (parts.length >= MOST) return parts;
      if (pattern === COLON && isProse(value)) continue;
      parts.push([name, value.replace(/^(["'])(.*)\1$/s, "$2").trim()]);
    }
  return parts;
}
function decoded(value) {
  if (/%[0-9A-Fa-f]{2}/.test(value)) {
    try {
      return decodeURIComponent(value.replaceAll("+", " "));
    } catch {
      return void 0;
    }
  }
  const text2 = value.trim();
  if (!/^(?:[A-Za-z0-9+/_-]{16,}={0,2}|[A-Za-z0-9+/\n]{64,}={0,2})$/.test(text2)) return void 0;
  const plain3 = Buffer.from(text2, "base64").toString("utf8");
  return /^[\t\n\r\u0020-\u007e]{12,}$/.test(plain3) ? plain3 : void 0;
}
var MOST, isFirebaseWebConfig, EQUALS, COLON, FLAG, isProse, FILES, isEncodedFile;
var init_value_parts = __esm({
  "src/policy/secrets/value-parts.ts"() {
    "use strict";
    MOST = 2e3;
    isFirebaseWebConfig = (fields) => /^AIza/.test(String(fields.apiKey)) && ("authDomain" in fields || "appId" in fields || "messagingSenderId" in fields);
    EQUALS = /(?:^|[\s;,&?#{("'|])-{0,2}([A-Za-z_][\w.-]{0,80})(?: ?= ?|\s?=)("[^"]*"|'[^']*'|\$?\{[^{}\s]*\}|\$\([^()\n]*\)|`[^`\n]*`|[^\s,;&}"')|]+)/g;
    COLON = /(?:^[ \t]*(?:-[ \t]{1,8})?|[{,][ \t]*)["']?([A-Za-z_][\w.-]{0,80})["']?:[ \t]{1,20}("[^"]*"|'[^']*'|(?:\$\{[^{}\n]*\}|[^\n,}])+)/gm;
    FLAG = /(?:^|\s)--?([A-Za-z][\w-]{2,80})[ \t]+("[^"]*"|'[^']*'|[^\s"'-][^\s]*)/g;
    isProse = (value) => {
      const text2 = value.replace(/\s#.*$/, "");
      return /^[A-Za-z]+\s/.test(text2) && text2.split(/\s+/).length > 2 && /\s(?:an?|and|are|at|be|for|has|have|in|is|its?|not|of|on|or|please|the|to|was|your)(?=[\s.,;!?]|$)|^(?:the|your|please|an?)\s/i.test(
        text2
      );
    };
    FILES = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD|UklGR|AAABAA|JVBERi0|d09G[RM])[A-Za-z0-9+/\s]*={0,2}$/;
    isEncodedFile = (value) => FILES.test(value.trim()) || /[\s<{]/.test(decoded(value) ?? "");
  }
});

// src/policy/secrets/variable-names.ts
var variable_names_exports = {};
__export(variable_names_exports, {
  holdsLogin: () => holdsLogin,
  isForBrowsers: () => isForBrowsers,
  isIdFor: () => isIdFor,
  isIdentifier: () => isIdentifier,
  isKeyManagement: () => isKeyManagement,
  isPublicByName: () => isPublicByName,
  mayHoldKey: () => mayHoldKey,
  saysSecret: () => saysSecret,
  words: () => words
});
function saysSecret(name) {
  if (GEM_SERVER.test(name)) return true;
  const plain3 = words(name).replace(QUALITY, "");
  return SECRET_NAME.test(plain3) && !IDENTIFIER.test(plain3);
}
function isIdFor(name, value) {
  const text2 = value.trim();
  if (!/^[a-z]+(?:[-_][a-z]+)+$/.test(text2)) return false;
  const variable2 = words(name);
  const own = variable2.split("_").filter((word) => !VOCABULARY.has(word));
  if (own.length > 0 && `_${words(text2)}_`.includes(`_${variable2}_`)) return true;
  return /_(?:PASSWORD|KEY|TOKEN|CREDENTIALS|URL|DSN|STRING)_SECRET$/.test(variable2) && hasSecretWord(text2);
}
var words, SECRET_NAME, QUALITY, IDENTIFIER, GEM_SERVER, BROWSER, isForBrowsers, isPublicByName, FOR_BROWSERS, isIdentifier, mayHoldKey, OF_IDENTITY, isKeyManagement, holdsLogin, VOCABULARY, hasSecretWord;
var init_variable_names = __esm({
  "src/policy/secrets/variable-names.ts"() {
    "use strict";
    words = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
    SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PASSCODE|PASS|PWD|PW|SECRET|SECRETS|TOKEN|PAT|CREDENTIALS?|CREDS|API_?KEY|APIKEY|AUTH_?KEY|(?:PRIVATE|SECRET|ACCESS|ENCRYPTION|DECRYPTION|SIGNING|MASTER|SESSION|COOKIE|HMAC|ACCOUNT|SERVICE|SERVICE_ROLE|ROOT|ADMIN|SSH|DEPLOY|JWT|LICENSE|INGEST(?:ION)?)_?KEY(?:_BASE)?|SECRET_KEY_BASE|CONNECTION_STRING|AUTHORIZATION|BEARER)$|(?:^|_)(?:PGPASSWORD|REQUIREPASS|MASTERAUTH|MNEMONIC|PEPPER|SEED_?PHRASE)$|(?:DB|ADMIN|ROOT|USER|SMTP|MAIL|FTP|SQL)_?PASS$|\w(?:PASSWORD|PASSWD|SECRET|TOKEN)$|(?:TRUST|KEY)_?STORE_?PASSWORD$|^X_HONEYCOMB_TEAM$|^NPM_CONFIG_AUTH$|(?:^|_)REDISCLI_AUTH$/;
    QUALITY = /_(?:\d+|OLD|NEW|PREVIOUS|CURRENT|PROD|PRODUCTION|STAGING|DEV|VALUE|BASE64|B64|HEX)$/;
    IDENTIFIER = /(?:^|_)(?:INITIAL_CLUSTER|NEXT_PAGE|CONTINUATION|CLIENT_REQUEST|IDEMPOTENCY|EOS|BOS|PAD|UNK|SEP|CLS|MASK|STOP|DELIMITER|NATIVE|REWARD|GAS|QUOTE)_TOKEN$|(?:^|_)IMAGE_PULL_SECRETS?$/;
    GEM_SERVER = /^BUNDLE_(?!(?:BUILD|GEM|LOCAL|MIRROR|PLUGINS?)__)\w+__[A-Z]{2,}$/;
    BROWSER = /^(?:(?:NEXT|NUXT|EXPO|SNOWPACK|PLASMO|BUN)_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|NG_APP|NUXT_ENV|REDWOOD_ENV|GATSBY|STORYBOOK|SANITY_STUDIO|MIX)_/;
    isForBrowsers = (name) => BROWSER.test(name);
    isPublicByName = (name) => isForBrowsers(name) || /(?:^|_)(?:PUBLIC|PUBLISHABLE|PUB|ANON|SITE|SEARCH|SEARCH_ONLY)_(?:API_)?(?:KEY|KEYS|TOKEN|PEM|CERT|CERTIFICATE|JWK|ID)(?:_|$)/.test(
      words(name)
    ) || /(?:^|_)PUBLIC_\w+_KEY$/.test(words(name)) || FOR_BROWSERS.test(words(name));
    FOR_BROWSERS = /(?:^|_)(?:FIREBASE_(?:WEB_)?API_?KEY|SEGMENT_(?:\w+_)?WRITE_KEY|MIXPANEL_(?:PROJECT_)?TOKEN|AMPLITUDE_(?:API_)?KEY|BUGSNAG_(?:API_)?KEY|(?:ROLLBAR|DD|DATADOG)_(?:\w+_)?CLIENT_TOKEN|SHOPIFY_API_KEY|RECAPTCHA_(?:ENTERPRISE_)?KEY)$/;
    isIdentifier = (name) => /_(?:ID|IDS|UUID)$/.test(words(name));
    mayHoldKey = (name) => {
      const plain3 = words(name).replace(QUALITY, "");
      return /(?:_KEYS?|(?:^|_)(?:TOKENS?|SECRETS?|(?:VAULT|APP_?ROLE)_SECRET_ID))$/.test(plain3) && !OF_IDENTITY.test(plain3) && !IDENTIFIER.test(plain3);
    };
    OF_IDENTITY = /(?:^|_)(?:ACCOUNT|APP|APPLICATION|CACHE|CLIENT|CORRELATION|CUSTOMER|DATA|DATASET|DEDUP\w*|DEFAULT|DEVICE|ENTITY|ENV|ENVIRONMENT|EVENT|FEATURE|FLAG|FOREIGN|GROUP|HASH|INDEX|IDEMPOTENCY|INSTRUMENTATION|LOCK|LOOKUP|MESSAGE|NAMESPACE|OBJECT|ORG|ORGANI[SZ]ATION|PARTITION|PRIMARY|PROJECT|REQUEST|ROUTING|ROW|SEGMENT|SHARD|SORT|TEMPLATE|TENANT|TRACE|USER|WORKSPACE)_?KEYS?$/;
    isKeyManagement = (name) => /(?:^|_)KMS(?:_|$)/.test(words(name));
    holdsLogin = (name) => /(?:^|_)(?:BASIC_?AUTH|AUTH|AUTHORIZATION|LOGIN|USER_?PASS(?:WORD)?|CREDS|CREDENTIALS)$/.test(words(name));
    VOCABULARY = new Set(
      "PASSWORD PASSWD PASS PWD SECRET SECRETS TOKEN KEY KEYS API ACCESS PRIVATE CREDENTIAL CREDENTIALS AUTH".split(" ")
    );
    hasSecretWord = (text2) => words(text2).split("_").some((word) => VOCABULARY.has(word) || word === "URL" || word === "DSN");
  }
});

// src/policy/secrets/looks-like-secret.ts
var looks_like_secret_exports = {};
__export(looks_like_secret_exports, {
  findSecret: () => findSecret,
  findSecretInWords: () => findSecretInWords,
  looksLikeSecret: () => looksLikeSecret,
  secretWords: () => secretWords
});
function findSecretInWords(given, before = [], depth = 0) {
  for (const [i, word] of given.entries()) {
    const flag = /^--?([A-Za-z][\w.-]*)$/.exec(word)?.[1];
    const header = /^(?:-H|--header=)([\w-]+:.*)$/s.exec(word)?.[1];
    const next = given[i + 1];
    const found = findSecret("", header ?? word) ?? (flag !== void 0 && next !== void 0 && !next.startsWith("-") ? findSecret(flag, next) : void 0) ?? (depth < DEEPEST && /\s/.test(word) ? inShell(word, depth) : void 0);
    if (found) return found;
  }
  return passesPassword([...before, ...given], before.length) ? { reason: "the value contains a password", certain: false } : void 0;
}
function secretWords(given, before = []) {
  const words2 = [...given];
  const secrets = [];
  if (!findSecretInWords(words2, before)) return secrets;
  for (const index of words2.keys()) {
    const found = findSecretInWords(words2.slice(0, index + 1), before);
    if (!found) continue;
    secrets.push({ ...found, index });
    words2[index] = "${\u2026}";
  }
  return secrets;
}
function inShell(text2, depth) {
  for (const words2 of simpleCommands(text2)) {
    if (words2.length === 1 && words2[0] === text2) continue;
    const found = findSecretInWords(words2, [], depth + 1);
    if (found) return found;
  }
  return void 0;
}
function inspect(name, value, where) {
  if (isPlaceholder(value)) return void 0;
  const fields = where.depth < DEEPEST ? jsonParts(value) : void 0;
  if (fields) return inParts(fields, value, where) ?? (hasPublicKeys(fields) ? void 0 : byName(name, value, where));
  const shape = shapeOf(value);
  if (shape && !(shape.browser && (where.browser || isPublicByName(name))))
    return { reason: `the value ${shape.is}`, certain: shape.browser !== true };
  if (hasPassword(value)) return { reason: "the value contains a password", certain: false };
  return (where.depth < DEEPEST ? inside(value, where) : void 0) ?? byName(name, value, where);
}
function inside(value, where) {
  const found = inParts(textParts(value), value, where);
  if (found) return found;
  const text2 = decoded(value);
  return text2 === void 0 || text2 === value ? void 0 : inspect("", text2, deeper(where));
}
function inParts(parts, value, where) {
  for (const [name, part] of parts) {
    if (part === value) continue;
    const found = inspect(name, part, deeper(where));
    if (found) return found.certain || found.reason.startsWith("the value has") ? found : named(name, found);
  }
  return void 0;
}
function named(name, { reason, certain }) {
  if (!saysSecret(name)) return { reason: reason.replace(/^the value/, "a part of the value"), certain };
  if (/PASS|PWD|ACCOUNT_?KEY|ACCESS_?KEY$/.test(words(name)))
    return { reason: "the value contains a password", certain };
  return { reason: `the value contains a secret, in ${name}`, certain };
}
function byName(name, value, { browser }) {
  if (browser || isPublicByName(name) || isResourceName(value) || isPublishable(value)) return void 0;
  const maybe = (reason) => ({ reason, certain: false });
  if (holdsLogin(name) && isLogin(name, value)) return maybe("the value contains a password");
  if (isUptraceAddress(name, value)) return maybe("the value contains a token");
  if (saysSecret(name) && !isHarmless(value) && !isIdFor(name, value))
    return maybe("the name says that it is a secret");
  if (mayHoldKey(name) && isUuids(value)) return maybe("the name says that it is a key, and the value looks like one");
  if (isKeyManagement(name) || isIdentifier(name)) return void 0;
  if (isRandom(value) && !isEncodedFile(value)) return maybe("the value looks like a random key");
  if (/(?:^|_)(?:KEYS?|SALT)$/.test(words(name)) && isEncodedKey(value))
    return maybe("the name says that it is a key, and the value looks like one");
  return void 0;
}
var looksLikeSecret, findSecret, DEEPEST, deeper, isUuids, isEncodedKey;
var init_looks_like_secret = __esm({
  "src/policy/secrets/looks-like-secret.ts"() {
    "use strict";
    init_command_lines();
    init_connection_strings();
    init_non_secrets();
    init_secret_formats();
    init_value_parts();
    init_variable_names();
    looksLikeSecret = (name, value) => findSecret(name, value)?.reason;
    findSecret = (name, value) => inspect(name, value, { browser: isForBrowsers(name), depth: 0 });
    DEEPEST = 4;
    deeper = ({ browser, depth }) => ({ browser, depth: depth + 1 });
    isUuids = (value) => value.split(",").every((one) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(one.trim())) && !/^[0-]+$/.test(value);
    isEncodedKey = (value) => value.split(",").every((one) => /^(?:[0-9a-f]{32,}|[a-z0-9+/]{22}==|[a-z0-9+/]{43}=)$/i.test(one.trim()));
  }
});

// src/runtime/clock.ts
var clock_exports = {};
__export(clock_exports, {
  every: () => every,
  systemClock: () => systemClock,
  systemRandom: () => systemRandom
});
function every(clock, ms, work) {
  let cancel = () => {
  };
  const next = () => {
    cancel = clock.timer(ms, () => {
      next();
      work();
    });
  };
  next();
  return () => cancel();
}
var import_node_crypto2, import_promises, LONGEST_TIMER, systemClock, systemRandom;
var init_clock = __esm({
  "src/runtime/clock.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_promises = require("node:timers/promises");
    LONGEST_TIMER = 2 ** 31 - 1;
    systemClock = {
      now: () => Date.now(),
      sleep: async (ms, signal) => {
        try {
          await (0, import_promises.setTimeout)(ms, void 0, signal ? { signal } : {});
        } catch (error) {
          throw signal?.reason ?? error;
        }
      },
      timer: (ms, work) => {
        if (ms > LONGEST_TIMER) return () => {
        };
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      jitter: () => Math.random()
    };
    systemRandom = {
      hex: (bytes) => (0, import_node_crypto2.randomBytes)(bytes).toString("hex"),
      uuid: () => (0, import_node_crypto2.randomUUID)()
    };
  }
});

// src/runtime/inputs.ts
var inputs_exports = {};
__export(inputs_exports, {
  createInputReader: () => createInputReader,
  parseBoolean: () => parseBoolean,
  variable: () => variable
});
function parseBoolean(text2) {
  const value = text2.trim();
  return /^(?:true|True|TRUE|false|False|FALSE)$/.test(value) ? value.toLowerCase() === "true" : void 0;
}
function createInputReader(env) {
  const reads = /* @__PURE__ */ new Map();
  const problems = [];
  const problem = (name, message) => {
    problems.push({ subject: `Input ${name}`, message: withoutSecrets(message, env[variable(name)] ?? "") });
  };
  const raw = (name, fallback) => {
    reads.set(name, fallback);
    const value = env[variable(name)];
    return value === void 0 || value.trim() === "" ? fallback : value;
  };
  const attempt = (name, work) => {
    try {
      return work();
    } catch (error) {
      const at = error instanceof LineError ? `line ${error.line}: ` : "";
      problem(name, `${at}${error.message}`);
      return void 0;
    }
  };
  const parse = (name, parser, fallback) => {
    const value = raw(name, fallback);
    return value === void 0 ? void 0 : attempt(name, () => parser(value));
  };
  const integer = (name, fallback, { min, max }) => parse(
    name,
    (text2) => {
      const value = Number(text2.trim());
      if (/^-?\d+$/.test(text2.trim()) && value >= min && value <= max) return value;
      throw new Error(`"${text2}" is not a whole number from ${min} to ${max}.`);
    },
    fallback
  );
  return {
    reads,
    problem,
    parse,
    text: ((name, fallback) => raw(name, fallback)?.trim()),
    required(name) {
      const value = raw(name);
      if (value === void 0) problem(name, "is missing. It is required.");
      return value?.trim() ?? "";
    },
    boolean: (name, fallback) => parse(
      name,
      (text2) => {
        const value = parseBoolean(text2);
        if (value !== void 0) return value;
        throw new Error(`"${text2}" is not a boolean. Write true or false.`);
      },
      fallback
    ),
    integer,
    duration: ((name, fallback) => parse(name, parseDuration, fallback)),
    oneOf: ((name, values, fallback) => parse(
      name,
      (text2) => {
        const value = values.find((candidate) => candidate === text2.trim());
        if (value !== void 0) return value;
        throw new Error(`"${text2}" is not known. Write one of: ${values.join(", ")}.`);
      },
      fallback
    )),
    list: (name, fallback) => parse(name, parseList, fallback) ?? [],
    map: (name, fallback) => parse(name, parseMap, fallback) ?? /* @__PURE__ */ new Map(),
    // Each item by itself, so that all that is wrong with the list is reported.
    parseList: (name, parser, fallback) => (parse(name, parseList, fallback) ?? []).flatMap(
      (item) => attempt(name, () => [parser(item)]) ?? []
    ),
    given(name) {
      return (env[variable(name)] ?? "").trim() !== "";
    },
    changed(name) {
      const value = (env[variable(name)] ?? "").trim();
      return value !== "" && value !== reads.get(name);
    },
    done() {
      const known = new Set([...reads.keys()].map(variable));
      for (const key of Object.keys(env)) {
        if (!key.startsWith("INPUT_") || known.has(key)) continue;
        const name = key.slice("INPUT_".length).toLowerCase();
        problem(name, `is not an input of this action. Did you mean ${(0, import_fastest_levenshtein.closest)(name, [...reads.keys()])}?`);
      }
      if (problems.length > 0) throw new InputError(problems);
    }
  };
}
function withoutSecrets(message, value) {
  const pieces = [value, ...value.split("\n")].map((piece) => piece.trim());
  return pieces.filter((piece) => piece !== "" && findSecret("", piece) !== void 0).flatMap((piece) => [piece, shortened(piece), JSON.stringify(piece).slice(1, -1)]).reduce((text2, piece) => text2.replaceAll(piece, "(hidden)"), message);
}
function variable(name) {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
var import_fastest_levenshtein;
var init_inputs = __esm({
  "src/runtime/inputs.ts"() {
    "use strict";
    import_fastest_levenshtein = __toESM(require_mod(), 1);
    init_duration();
    init_lists();
    init_looks_like_secret();
    init_errors();
  }
});

// src/runtime/output/foreign-text.ts
var foreign_text_exports = {};
__export(foreign_text_exports, {
  breakCommands: () => breakCommands,
  createLines: () => createLines
});
function breakCommands(text2) {
  return text2.replace(DOUBLE, (char) => char === "\u2A74" ? ":\\:=" : ":\\:").replace(COLONS, "$1\\").replace(PREFIX, "$1\\");
}
function endOfPart(line) {
  const half = LONGEST2 / 2;
  const second = line.slice(half, LONGEST2);
  for (const separator of SEPARATORS) {
    const last = [...second.matchAll(separator)].at(-1);
    if (last) return half + last.index + 1;
  }
  return LONGEST2;
}
function createLines(onLine) {
  const decoder = new import_node_string_decoder.StringDecoder("utf8");
  let rest = "";
  const take = (text2) => {
    const lines2 = (rest + text2).split(/\r\n|\n|\r(?!$)/);
    rest = lines2.pop() ?? "";
    lines2.forEach(onLine);
    while (rest.length > LONGEST2) {
      const end = endOfPart(rest);
      onLine(rest.slice(0, end));
      rest = rest.slice(end);
    }
  };
  return {
    write: (chunk) => take(typeof chunk === "string" ? chunk : decoder.write(chunk)),
    end() {
      take(decoder.end());
      if (rest !== "") onLine(rest.replace(/\r$/, ""));
      rest = "";
    }
  };
}
var import_node_string_decoder, SKIPPED, COLON2, HASH, BRACKET, COLONS, PREFIX, DOUBLE, LONGEST2, SEPARATORS;
var init_foreign_text = __esm({
  "src/runtime/output/foreign-text.ts"() {
    "use strict";
    import_node_string_decoder = require("node:string_decoder");
    SKIPPED = String.raw`(?:[^\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n]|[\u115f\u1160\u3164\uffa0\ufffc\ufffd])*`;
    COLON2 = "[:\uFE13\uFE55\uFF1A]";
    HASH = "[#\uFE5F\uFF03]";
    BRACKET = "[[\uFE47\uFF3B]";
    COLONS = new RegExp(`(${COLON2}${SKIPPED})(?=${COLON2})`, "gu");
    PREFIX = new RegExp(`(${HASH}${SKIPPED}${HASH}${SKIPPED})(?=${BRACKET})`, "gu");
    DOUBLE = /[\u2237\u2a74]/gu;
    LONGEST2 = 64 * 1024;
    SEPARATORS = [/[ \t]/g, /["'`,;<>{}()[\]|&]/g];
  }
});

// src/runtime/output/mask.ts
var mask_exports = {};
__export(mask_exports, {
  textsToMask: () => textsToMask
});
function textsToMask(secret) {
  const lines2 = linesOf(secret);
  const parts = jsonParts(secret) ?? textParts(secret);
  const values = parts.flatMap(
    ([name, value]) => value.length >= SHORTEST && (saysSecret(name) || looksLikeSecret(name, value) !== void 0) ? linesOf(value) : []
  );
  const whole = lines2.length === 1 ? lines2.filter(isSecretWord) : lines2.filter(saysSomething);
  const passwords = lines2.flatMap(loginsIn).filter(({ user, password }) => password !== user && looksLikeSecret("password", password) !== void 0).flatMap(({ password }) => [password, decoded(password) ?? password]);
  return [
    .../* @__PURE__ */ new Set([...whole, ...whole.map((line) => line.trim()), ...[...values, ...passwords].filter(isSecretWord)])
  ];
}
function saysSomething(line) {
  const text2 = line.trim();
  if (/^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(text2)) return false;
  const [, field, rest = ""] = /^(?:-\s+)?(["']?[\w.-]+["']?\s*[:=])?(.*)$/.exec(text2) ?? [];
  const letters = rest.replace(/[^\p{L}\p{N}]/gu, "");
  if (/^(?:true|false|null|none)$/i.test(letters)) return false;
  return letters.length >= (field ? SHORTEST : SHORTEST_LINE);
}
var SHORTEST, SHORTEST_LINE, linesOf, isSecretWord;
var init_mask = __esm({
  "src/runtime/output/mask.ts"() {
    "use strict";
    init_connection_strings();
    init_looks_like_secret();
    init_value_parts();
    init_variable_names();
    SHORTEST = 4;
    SHORTEST_LINE = 6;
    linesOf = (text2) => text2.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
    isSecretWord = (line) => line.trim().length >= SHORTEST && !/^(?:true|false|null|none|undefined|-----(?:BEGIN|END) [A-Z0-9 ]+-----)$/i.test(line.trim());
  }
});

// src/runtime/log.ts
var log_exports = {};
__export(log_exports, {
  createRunner: () => createRunner
});
function createRunner(env, write) {
  let word;
  let open = false;
  const masked = /* @__PURE__ */ new Set();
  const stop = () => {
    if (word !== void 0) return;
    word = (0, import_node_crypto3.randomBytes)(16).toString("hex");
    write(`::stop-commands::${word}
`);
  };
  const resume = () => {
    if (word === void 0) return;
    write(`::${word}::
`);
    word = void 0;
  };
  const command = (name, data, properties = {}) => {
    resume();
    const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    write(`::${name}${pairs.length > 0 ? ` ${pairs.join(",")}` : ""}::${escapeData(data)}
`);
  };
  const annotate = (level) => (message, location) => command(level, breakCommands(message), annotation(location));
  const mask = (line) => {
    if (masked.has(line)) return;
    masked.add(line);
    command("add-mask", line);
  };
  return {
    log: {
      info: (message) => write(`${breakCommands(message)}
`),
      debug: annotate("debug"),
      notice: annotate("notice"),
      warning: annotate("warning"),
      error: annotate("error"),
      output(lines2) {
        stop();
        write(`${breakCommands(lines2)}
`);
      },
      async group(title, work) {
        if (open) {
          write(`${breakCommands(title)}
`);
          return await work();
        }
        open = true;
        command("group", breakCommands(title));
        try {
          return await work();
        } finally {
          open = false;
          command("endgroup", "");
        }
      }
    },
    // https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings
    set(kind, name, value) {
      const text2 = typeof value === "string" ? value : JSON.stringify(value);
      const { file, command: instead } = COMMAND_FILES[kind](env);
      const delimiter = `end_${(0, import_node_crypto3.randomBytes)(16).toString("hex")}`;
      if (file) (0, import_node_fs3.appendFileSync)(file, `${name}<<${delimiter}
${text2}
${delimiter}
`);
      else command(instead, text2, { name });
    },
    mask(value) {
      for (const text2 of textsToMask(value)) {
        mask(text2);
        mask(breakCommands(text2));
      }
    },
    end: resume
  };
}
function annotation(location) {
  if (!location) return {};
  return {
    file: breakCommands(location.file),
    ...location.line !== void 0 && { line: location.line },
    ...location.column !== void 0 && { col: location.column }
  };
}
var import_node_crypto3, import_node_fs3, COMMAND_FILES, escapeData, escapeProperty;
var init_log = __esm({
  "src/runtime/log.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    import_node_fs3 = require("node:fs");
    init_foreign_text();
    init_mask();
    COMMAND_FILES = {
      output: ({ GITHUB_OUTPUT: file }) => ({ file, command: "set-output" }),
      state: ({ GITHUB_STATE: file }) => ({ file, command: "save-state" }),
      env: ({ GITHUB_ENV: file }) => ({ file, command: "set-env" })
    };
    escapeData = (text2) => text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    escapeProperty = (text2) => escapeData(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
  }
});

// src/runtime/report.ts
var report_exports = {};
__export(report_exports, {
  describeCloudError: () => describeCloudError,
  reportError: () => reportError
});
function reportError(error, log, name) {
  if (error instanceof InputError || error instanceof PolicyError) {
    for (const { subject, message, location } of error.problems) log.error(`${subject}: ${message}`, location);
    return error.message;
  }
  if (error instanceof CloudError) {
    const text3 = describeCloudError(error);
    log.error(text3);
    logCause(error, log);
    return text3;
  }
  if (error instanceof OutcomeError) {
    log.error(error.message, error.location);
    logCause(error, log);
    return error.message;
  }
  if (isAbort(error)) {
    const text3 = error instanceof Error ? error.message : String(error);
    log.error(text3);
    return text3;
  }
  const text2 = `This is a bug in ${name}: ${error instanceof Error ? error.message : String(error)}. Please report it: ${ISSUES}`;
  log.error(text2);
  if (error instanceof Error && error.stack) log.debug(error.stack);
  return text2;
}
function describeCloudError(error) {
  const status = [error.status === 0 ? "no response" : error.status, error.code].filter(Boolean).join(" ");
  const sentences = [`${error.resource}: ${status}: ${error.message.replace(/\.?$/, ".")}`];
  if (error.permission) {
    const member = error.member ?? "the identity of this step";
    const grant = error.role ? ` Grant it, for instance with ${error.role}.` : "";
    sentences.push(`Missing permission for ${member}: ${error.permission}.${grant}`);
  } else if (error.role) {
    sentences.push(`The role that grants it: ${error.role}.`);
  }
  if (error.advice) sentences.push(error.advice);
  if (error.consoleUrl) sentences.push(error.consoleUrl);
  return sentences.join(" ");
}
function logCause(error, log) {
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause)
    log.debug(`caused by: ${cause.stack ?? cause.message}`);
}
var ISSUES;
var init_report = __esm({
  "src/runtime/report.ts"() {
    "use strict";
    init_errors();
    ISSUES = "https://github.com/orchestra/actions/issues/new";
  }
});

// src/runtime/summary.ts
var summary_exports = {};
__export(summary_exports, {
  code: () => code,
  createSummary: () => createSummary,
  link: () => link,
  listed: () => listed,
  md: () => md,
  mermaidLabel: () => mermaidLabel,
  plain: () => plain2,
  writeSummary: () => writeSummary
});
function createSummary() {
  const parts = [];
  const closing = /* @__PURE__ */ new Map();
  return {
    heading: (text2) => void parts.push(`## ${text2}`),
    paragraph: (text2) => void parts.push(text2),
    table(header, rows) {
      const line = (cells) => `| ${cells.map((cell) => oneLine(String(cell ?? "")).replaceAll("|", "&#124;")).join(" | ")} |`;
      parts.push([line(header.map(plain2)), `|${" --- |".repeat(header.length)}`, ...rows.map(line)].join("\n"));
    },
    block(text2, language = "") {
      const shown = text2.length > LONGEST_BLOCK ? `\u2026${text2.slice(-LONGEST_BLOCK)}` : text2;
      const longest = Math.max(2, ...[...shown.matchAll(/`{3,}/g)].map(([run]) => run.length));
      const fence = "`".repeat(longest + 1);
      parts.push(`${fence}${language}
${shown.replace(/\r\n?/g, "\n")}
${fence}`);
    },
    collapsed(title, write) {
      parts.push(`<details><summary>${inert(title)}</summary>`);
      write();
      parts.push("</details>");
    },
    closing: (key, text2) => void closing.set(key, text2),
    text: () => withinLimit([...parts, ...closing.values()].filter((part) => part !== void 0)).map((part) => `${part}
`).join("\n")
  };
}
function withinLimit(parts) {
  const kept = [...parts];
  const size = (part) => Buffer.byteLength(part) + 2;
  while (size(LEFT_OUT) + kept.reduce((sum, part) => sum + size(part), 0) >= MOST_BYTES3)
    kept.splice(kept.map(size).indexOf(Math.max(...kept.map(size))), 1);
  return kept.length < parts.length ? [...kept, LEFT_OUT] : parts;
}
function writeSummary(summary, file) {
  const text2 = summary.text();
  if (file && text2 !== "") (0, import_node_fs4.appendFileSync)(file, `${text2}
`);
}
function plain2(text2) {
  return lines(
    shortened2(text2),
    (line) => line.split(LINKED).map((part, i) => i % 2 === 1 ? link(part, part) : inert(part)).join("")
  );
}
function code(text2) {
  if (text2 === "") return md``;
  const shown = oneLine(showDirections(shortened2(text2)));
  if (!/[`|\\]|^\s|\s$/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[^A-Za-z0-9 ]/gu, entity).replaceAll("&#64;", `&#64;${BREAK}`)}</code>`;
}
function link(text2, url) {
  if (!/^https?:\/\/[^\s]+$/.test(url)) return lines(text2, inert);
  const target = url.replace(/[()<>[\]`|\\"'*]/g, encodeURIComponent).replace(/[()'*]/g, percent).replaceAll("&", "&amp;");
  return `[${lines(text2, inert)}](${target})`;
}
function mermaidLabel(text2) {
  return oneLine(showDirections(text2)).replace(/[^\p{L}\p{N} .,:/_%+–-]/gu, (char) => `#${char.codePointAt(0)};`);
}
function inert(text2) {
  return showDirections(text2).replace(ACTIVE, (found, at, whole) => {
    if (found === "@") return `&#64;${/[A-Za-z0-9_]/.test(whole[at - 1] ?? "") ? BREAK : APART}`;
    if (found === "#") return `&#35;${/\d/.test(whole[at + 1] ?? "") ? APART : ""}`;
    if (/^GH-$/i.test(found)) return `${[...found].map(entity).join("")}${APART}`;
    return found.slice(0, -1) + entity(found.slice(-1));
  });
}
var import_node_fs4, MOST_BYTES3, LONGEST_BLOCK, LONGEST_TEXT, LEFT_OUT, ACTIVE, LINKED, APART, BREAK, md, listed, lines, showDirections, shortened2, entity, percent, oneLine;
var init_summary = __esm({
  "src/runtime/summary.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    MOST_BYTES3 = 1024 * 1024;
    LONGEST_BLOCK = 64 * 1024;
    LONGEST_TEXT = 8 * 1024;
    LEFT_OUT = "\u26A0\uFE0F A part of this summary was too large and is left out. The log of the step has it.";
    ACTIVE = /[&<>`*[\]\\|~$@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\bGH-(?=\d)|:(?=\/\/)|www\./gi;
    LINKED = /(https:\/\/(?:console\.cloud\.google\.com|cloud\.google\.com|docs\.github\.com)\/[^\s<>"'`()[\]{}|\\]*(?<![.,;:!?*_~]))/;
    APART = "&#8203;";
    BREAK = "<wbr>";
    md = (ours, ...values) => String.raw({ raw: ours }, ...values);
    listed = (parts, separator) => parts.join(separator);
    lines = (text2, render) => text2.split(/\r\n|\n|\r/).map(
      (line) => render(line.trim()).replace(
        /^(?:[-+=:]|\d+[.)](?=\s|$))/,
        (start) => start.slice(0, -1) + entity(start.slice(-1))
      )
    ).join("<br>");
    showDirections = (text2) => text2.replace(/[\u202a-\u202e\u2066-\u2069]/g, (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase()}`);
    shortened2 = (text2) => text2.length > LONGEST_TEXT ? `${text2.slice(0, LONGEST_TEXT)}\u2026` : text2;
    entity = (char) => `&#${char.codePointAt(0)};`;
    percent = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
    oneLine = (text2) => text2.replace(/\s*[\r\n]\s*/g, " ");
  }
});

// src/runtime/action.ts
var action_exports = {};
__export(action_exports, {
  readSurroundings: () => readSurroundings,
  runAction: () => runAction
});
async function runAction(action, host, surroundings = {}) {
  const summary = createSummary();
  const cancel = new AbortController();
  const runner = takeOver(host, action.name);
  const { log } = runner;
  let failed = false;
  for (const signal of ["SIGINT", "SIGTERM"]) host.on(signal, () => cancel.abort(new CancelledError(signal)));
  try {
    const context = {
      ...readSurroundings(host.env),
      summary,
      log,
      clock: systemClock,
      random: systemRandom,
      ...surroundings,
      signal: cancel.signal,
      cancelled: cancel.signal,
      deadline: Number.POSITIVE_INFINITY,
      output: (name, value) => {
        if (value !== void 0) runner.set("output", name, value);
      },
      exportVariable: (name, value) => runner.set("env", name, value),
      saveState: (name, value) => runner.set("state", name, value),
      state: (name) => host.env[`STATE_${name}`] ?? "",
      mask: runner.mask
    };
    const reader = createInputReader(host.env);
    const inputs = unlessInvalid(() => action.readInputs(reader, context));
    await action.run(inputs, context);
  } catch (error) {
    failed = true;
    const text2 = plain2(reportError(error, log, action.name));
    const state = stateAfter(error);
    const explained = summary.text().includes(`**Why:** ${text2}`);
    if (state) summary.paragraph(md`❌ The step failed. ${plain2(state)}`);
    if (!explained) summary.paragraph(state ? md`**Why:** ${text2}` : md`❌ ${text2}`);
    if (state) log.info(`The step failed. ${state}`);
  }
  try {
    writeSummary(summary, host.env.GITHUB_STEP_SUMMARY);
  } catch (error) {
    log.warning(`The job summary could not be written: ${error.message}`);
  }
  runner.end();
  host.exit(failed ? 1 : 0);
}
function unlessInvalid(read) {
  try {
    return read();
  } catch (error) {
    throw withState(error, "Nothing was changed.");
  }
}
function takeOver(host, name) {
  const write = host.stdout.write.bind(host.stdout);
  const runner = createRunner(host.env, (text2) => void write(text2));
  for (const stream of [host.stdout, host.stderr]) {
    const lines2 = createLines(runner.log.output);
    stream.write = (chunk, ...rest) => {
      lines2.write(typeof chunk === "string" ? chunk : Buffer.from(chunk));
      const done = rest.at(-1);
      if (typeof done === "function") done();
      return true;
    };
  }
  host.removeAllListeners("warning");
  host.on("warning", (warning) => runner.log.debug(warning.stack ?? warning.message));
  for (const event of ["uncaughtException", "unhandledRejection"])
    host.on(event, (error) => {
      reportError(error, runner.log, name);
      runner.end();
      host.exit(1);
    });
  return runner;
}
function readSurroundings(env) {
  return { env, github: readGitHubRun(env), endpoints: readEndpoints(env) };
}
var init_action = __esm({
  "src/runtime/action.ts"() {
    "use strict";
    init_run();
    init_endpoints();
    init_clock();
    init_errors();
    init_inputs();
    init_log();
    init_foreign_text();
    init_report();
    init_summary();
  }
});

// src/runtime/context.ts
var context_exports = {};
__export(context_exports, {
  connect: () => connect
});
function warnOfKey({ log }, { key }) {
  if (!key || warned.has(key)) return;
  warned.add(key);
  log.warning(
    `credentials-json holds a service account key of ${key.client_email}, which does not expire. Set up Workload Identity Federation, set workload-identity-provider and service-account, and delete the key: https://github.com/orchestra/actions/blob/main/docs/guides/trial.md`
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
    onResponse: google.hear,
    ...own,
    signal: own.signal ?? context.signal
  });
  return { auth, http: client(options), client, endpoints: context.endpoints, clock: google.clock };
}
var warned;
var init_context = __esm({
  "src/runtime/context.ts"() {
    "use strict";
    init_auth2();
    init_client();
    init_server_clock();
    warned = /* @__PURE__ */ new WeakSet();
  }
});

// runtime.cjs
Object.defineProperty(exports, "fastest-levenshtein", { get: () => require_mod() });
Object.defineProperty(exports, "src/github/commit.ts", { get: () => (init_commit(), __toCommonJS(commit_exports)) });
Object.defineProperty(exports, "src/github/run.ts", { get: () => (init_run(), __toCommonJS(run_exports)) });
Object.defineProperty(exports, "src/google/auth.ts", { get: () => (init_auth2(), __toCommonJS(auth_exports)) });
Object.defineProperty(exports, "src/google/credential-file.ts", { get: () => (init_credential_file(), __toCommonJS(credential_file_exports)) });
Object.defineProperty(exports, "src/google/endpoints.ts", { get: () => (init_endpoints(), __toCommonJS(endpoints_exports)) });
Object.defineProperty(exports, "src/google/errors/cloud-error.ts", { get: () => (init_cloud_error(), __toCommonJS(cloud_error_exports)) });
Object.defineProperty(exports, "src/google/errors/error-body.ts", { get: () => (init_error_body(), __toCommonJS(error_body_exports)) });
Object.defineProperty(exports, "src/google/errors/refusal-rules.ts", { get: () => (init_refusal_rules(), __toCommonJS(refusal_rules_exports)) });
Object.defineProperty(exports, "src/google/errors/refusal.ts", { get: () => (init_refusal(), __toCommonJS(refusal_exports)) });
Object.defineProperty(exports, "src/google/http/auth-transport.ts", { get: () => (init_auth_transport(), __toCommonJS(auth_transport_exports)) });
Object.defineProperty(exports, "src/google/http/client.ts", { get: () => (init_client(), __toCommonJS(client_exports)) });
Object.defineProperty(exports, "src/google/http/invalid-response.ts", { get: () => (init_invalid_response(), __toCommonJS(invalid_response_exports)) });
Object.defineProperty(exports, "src/google/http/loopback.ts", { get: () => (init_loopback(), __toCommonJS(loopback_exports)) });
Object.defineProperty(exports, "src/google/http/proxies.ts", { get: () => (init_proxies(), __toCommonJS(proxies_exports)) });
Object.defineProperty(exports, "src/google/http/read-bounded.ts", { get: () => (init_read_bounded(), __toCommonJS(read_bounded_exports)) });
Object.defineProperty(exports, "src/google/http/retry-after.ts", { get: () => (init_retry_after(), __toCommonJS(retry_after_exports)) });
Object.defineProperty(exports, "src/google/http/text-request.ts", { get: () => (init_text_request(), __toCommonJS(text_request_exports)) });
Object.defineProperty(exports, "src/google/oidc-token.ts", { get: () => (init_oidc_token(), __toCommonJS(oidc_token_exports)) });
Object.defineProperty(exports, "src/google/server-clock.ts", { get: () => (init_server_clock(), __toCommonJS(server_clock_exports)) });
Object.defineProperty(exports, "src/inputs/duration.ts", { get: () => (init_duration(), __toCommonJS(duration_exports)) });
Object.defineProperty(exports, "src/inputs/lists.ts", { get: () => (init_lists(), __toCommonJS(lists_exports)) });
Object.defineProperty(exports, "src/inputs/read-file.ts", { get: () => (init_read_file(), __toCommonJS(read_file_exports)) });
Object.defineProperty(exports, "src/policy/secrets/command-lines.ts", { get: () => (init_command_lines(), __toCommonJS(command_lines_exports)) });
Object.defineProperty(exports, "src/policy/secrets/connection-strings.ts", { get: () => (init_connection_strings(), __toCommonJS(connection_strings_exports)) });
Object.defineProperty(exports, "src/policy/secrets/looks-like-secret.ts", { get: () => (init_looks_like_secret(), __toCommonJS(looks_like_secret_exports)) });
Object.defineProperty(exports, "src/policy/secrets/non-secrets.ts", { get: () => (init_non_secrets(), __toCommonJS(non_secrets_exports)) });
Object.defineProperty(exports, "src/policy/secrets/secret-formats.ts", { get: () => (init_secret_formats(), __toCommonJS(secret_formats_exports)) });
Object.defineProperty(exports, "src/policy/secrets/value-parts.ts", { get: () => (init_value_parts(), __toCommonJS(value_parts_exports)) });
Object.defineProperty(exports, "src/policy/secrets/variable-names.ts", { get: () => (init_variable_names(), __toCommonJS(variable_names_exports)) });
Object.defineProperty(exports, "src/runtime/action.ts", { get: () => (init_action(), __toCommonJS(action_exports)) });
Object.defineProperty(exports, "src/runtime/clock.ts", { get: () => (init_clock(), __toCommonJS(clock_exports)) });
Object.defineProperty(exports, "src/runtime/context.ts", { get: () => (init_context(), __toCommonJS(context_exports)) });
Object.defineProperty(exports, "src/runtime/errors.ts", { get: () => (init_errors(), __toCommonJS(errors_exports)) });
Object.defineProperty(exports, "src/runtime/inputs.ts", { get: () => (init_inputs(), __toCommonJS(inputs_exports)) });
Object.defineProperty(exports, "src/runtime/interruption.ts", { get: () => (init_interruption(), __toCommonJS(interruption_exports)) });
Object.defineProperty(exports, "src/runtime/log.ts", { get: () => (init_log(), __toCommonJS(log_exports)) });
Object.defineProperty(exports, "src/runtime/output/foreign-text.ts", { get: () => (init_foreign_text(), __toCommonJS(foreign_text_exports)) });
Object.defineProperty(exports, "src/runtime/output/mask.ts", { get: () => (init_mask(), __toCommonJS(mask_exports)) });
Object.defineProperty(exports, "src/runtime/report.ts", { get: () => (init_report(), __toCommonJS(report_exports)) });
Object.defineProperty(exports, "src/runtime/retry.ts", { get: () => (init_retry(), __toCommonJS(retry_exports)) });
Object.defineProperty(exports, "src/runtime/summary.ts", { get: () => (init_summary(), __toCommonJS(summary_exports)) });
