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
var __export = (target2, all) => {
  for (var name in all)
    __defProp(target2, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target2) => (target2 = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target2, "default", { value: mod, enumerable: true }) : target2,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// scripts/build/stand-ins/nothing.cjs
var require_nothing = __commonJS({
  "scripts/build/stand-ins/nothing.cjs"(exports2, module2) {
    init_fetch_classes();
    module2.exports = {};
  }
});

// node_modules/fetch-blob/streams.cjs
var require_streams = __commonJS({
  "node_modules/fetch-blob/streams.cjs"() {
    init_fetch_classes();
    var POOL_SIZE2 = 65536;
    if (!globalThis.ReadableStream) {
      try {
        const process4 = require("node:process");
        const { emitWarning } = process4;
        try {
          process4.emitWarning = () => {
          };
          Object.assign(globalThis, require("node:stream/web"));
          process4.emitWarning = emitWarning;
        } catch (error) {
          process4.emitWarning = emitWarning;
          throw error;
        }
      } catch (error) {
        Object.assign(globalThis, require_nothing());
      }
    }
    try {
      const { Blob: Blob3 } = require("buffer");
      if (Blob3 && !Blob3.prototype.stream) {
        Blob3.prototype.stream = function name(params) {
          let position = 0;
          const blob = this;
          return new ReadableStream({
            type: "bytes",
            async pull(ctrl) {
              const chunk = blob.slice(position, Math.min(blob.size, position + POOL_SIZE2));
              const buffer = await chunk.arrayBuffer();
              position += buffer.byteLength;
              ctrl.enqueue(new Uint8Array(buffer));
              if (position === blob.size) {
                ctrl.close();
              }
            }
          });
        };
      }
    } catch (error) {
    }
  }
});

// node_modules/fetch-blob/index.js
async function* toIterator(parts, clone = true) {
  for (const part of parts) {
    if ("stream" in part) {
      yield* (
        /** @type {AsyncIterableIterator<Uint8Array>} */
        part.stream()
      );
    } else if (ArrayBuffer.isView(part)) {
      if (clone) {
        let position = part.byteOffset;
        const end = part.byteOffset + part.byteLength;
        while (position !== end) {
          const size = Math.min(end - position, POOL_SIZE);
          const chunk = part.buffer.slice(position, position + size);
          position += chunk.byteLength;
          yield new Uint8Array(chunk);
        }
      } else {
        yield part;
      }
    } else {
      let position = 0, b = (
        /** @type {Blob} */
        part
      );
      while (position !== b.size) {
        const chunk = b.slice(position, Math.min(b.size, position + POOL_SIZE));
        const buffer = await chunk.arrayBuffer();
        position += buffer.byteLength;
        yield new Uint8Array(buffer);
      }
    }
  }
}
var import_streams, POOL_SIZE, _Blob, Blob2, fetch_blob_default;
var init_fetch_blob = __esm({
  "node_modules/fetch-blob/index.js"() {
    init_fetch_classes();
    import_streams = __toESM(require_streams(), 1);
    POOL_SIZE = 65536;
    _Blob = class Blob {
      /** @type {Array.<(Blob|Uint8Array)>} */
      #parts = [];
      #type = "";
      #size = 0;
      #endings = "transparent";
      /**
       * The Blob() constructor returns a new Blob object. The content
       * of the blob consists of the concatenation of the values given
       * in the parameter array.
       *
       * @param {*} blobParts
       * @param {{ type?: string, endings?: string }} [options]
       */
      constructor(blobParts = [], options = {}) {
        if (typeof blobParts !== "object" || blobParts === null) {
          throw new TypeError("Failed to construct 'Blob': The provided value cannot be converted to a sequence.");
        }
        if (typeof blobParts[Symbol.iterator] !== "function") {
          throw new TypeError("Failed to construct 'Blob': The object must have a callable @@iterator property.");
        }
        if (typeof options !== "object" && typeof options !== "function") {
          throw new TypeError("Failed to construct 'Blob': parameter 2 cannot convert to dictionary.");
        }
        if (options === null) options = {};
        const encoder = new TextEncoder();
        for (const element of blobParts) {
          let part;
          if (ArrayBuffer.isView(element)) {
            part = new Uint8Array(element.buffer.slice(element.byteOffset, element.byteOffset + element.byteLength));
          } else if (element instanceof ArrayBuffer) {
            part = new Uint8Array(element.slice(0));
          } else if (element instanceof Blob) {
            part = element;
          } else {
            part = encoder.encode(`${element}`);
          }
          this.#size += ArrayBuffer.isView(part) ? part.byteLength : part.size;
          this.#parts.push(part);
        }
        this.#endings = `${options.endings === void 0 ? "transparent" : options.endings}`;
        const type = options.type === void 0 ? "" : String(options.type);
        this.#type = /^[\x20-\x7E]*$/.test(type) ? type : "";
      }
      /**
       * The Blob interface's size property returns the
       * size of the Blob in bytes.
       */
      get size() {
        return this.#size;
      }
      /**
       * The type property of a Blob object returns the MIME type of the file.
       */
      get type() {
        return this.#type;
      }
      /**
       * The text() method in the Blob interface returns a Promise
       * that resolves with a string containing the contents of
       * the blob, interpreted as UTF-8.
       *
       * @return {Promise<string>}
       */
      async text() {
        const decoder = new TextDecoder();
        let str = "";
        for await (const part of toIterator(this.#parts, false)) {
          str += decoder.decode(part, { stream: true });
        }
        str += decoder.decode();
        return str;
      }
      /**
       * The arrayBuffer() method in the Blob interface returns a
       * Promise that resolves with the contents of the blob as
       * binary data contained in an ArrayBuffer.
       *
       * @return {Promise<ArrayBuffer>}
       */
      async arrayBuffer() {
        const data = new Uint8Array(this.size);
        let offset = 0;
        for await (const chunk of toIterator(this.#parts, false)) {
          data.set(chunk, offset);
          offset += chunk.length;
        }
        return data.buffer;
      }
      stream() {
        const it = toIterator(this.#parts, true);
        return new globalThis.ReadableStream({
          // @ts-ignore
          type: "bytes",
          async pull(ctrl) {
            const chunk = await it.next();
            chunk.done ? ctrl.close() : ctrl.enqueue(chunk.value);
          },
          async cancel() {
            await it.return();
          }
        });
      }
      /**
       * The Blob interface's slice() method creates and returns a
       * new Blob object which contains data from a subset of the
       * blob on which it's called.
       *
       * @param {number} [start]
       * @param {number} [end]
       * @param {string} [type]
       */
      slice(start = 0, end = this.size, type = "") {
        const { size } = this;
        let relativeStart = start < 0 ? Math.max(size + start, 0) : Math.min(start, size);
        let relativeEnd = end < 0 ? Math.max(size + end, 0) : Math.min(end, size);
        const span = Math.max(relativeEnd - relativeStart, 0);
        const parts = this.#parts;
        const blobParts = [];
        let added = 0;
        for (const part of parts) {
          if (added >= span) {
            break;
          }
          const size2 = ArrayBuffer.isView(part) ? part.byteLength : part.size;
          if (relativeStart && size2 <= relativeStart) {
            relativeStart -= size2;
            relativeEnd -= size2;
          } else {
            let chunk;
            if (ArrayBuffer.isView(part)) {
              chunk = part.subarray(relativeStart, Math.min(size2, relativeEnd));
              added += chunk.byteLength;
            } else {
              chunk = part.slice(relativeStart, Math.min(size2, relativeEnd));
              added += chunk.size;
            }
            relativeEnd -= size2;
            blobParts.push(chunk);
            relativeStart = 0;
          }
        }
        const blob = new Blob([], { type: String(type).toLowerCase() });
        blob.#size = span;
        blob.#parts = blobParts;
        return blob;
      }
      get [Symbol.toStringTag]() {
        return "Blob";
      }
      static [Symbol.hasInstance](object) {
        return object && typeof object === "object" && typeof object.constructor === "function" && (typeof object.stream === "function" || typeof object.arrayBuffer === "function") && /^(Blob|File)$/.test(object[Symbol.toStringTag]);
      }
    };
    Object.defineProperties(_Blob.prototype, {
      size: { enumerable: true },
      type: { enumerable: true },
      slice: { enumerable: true }
    });
    Blob2 = _Blob;
    fetch_blob_default = Blob2;
  }
});

// node_modules/fetch-blob/file.js
var _File, File2, file_default;
var init_file = __esm({
  "node_modules/fetch-blob/file.js"() {
    init_fetch_classes();
    init_fetch_blob();
    _File = class File extends fetch_blob_default {
      #lastModified = 0;
      #name = "";
      /**
       * @param {*[]} fileBits
       * @param {string} fileName
       * @param {{lastModified?: number, type?: string}} options
       */
      // @ts-ignore
      constructor(fileBits, fileName, options = {}) {
        if (arguments.length < 2) {
          throw new TypeError(`Failed to construct 'File': 2 arguments required, but only ${arguments.length} present.`);
        }
        super(fileBits, options);
        if (options === null) options = {};
        const lastModified = options.lastModified === void 0 ? Date.now() : Number(options.lastModified);
        if (!Number.isNaN(lastModified)) {
          this.#lastModified = lastModified;
        }
        this.#name = String(fileName);
      }
      get name() {
        return this.#name;
      }
      get lastModified() {
        return this.#lastModified;
      }
      get [Symbol.toStringTag]() {
        return "File";
      }
      static [Symbol.hasInstance](object) {
        return !!object && object instanceof fetch_blob_default && /^(File)$/.test(object[Symbol.toStringTag]);
      }
    };
    File2 = _File;
    file_default = File2;
  }
});

// node_modules/formdata-polyfill/esm.min.js
var t, i, h, m, f, x, FormData;
var init_esm_min = __esm({
  "node_modules/formdata-polyfill/esm.min.js"() {
    init_fetch_classes();
    init_fetch_blob();
    init_file();
    ({ toStringTag: t, iterator: i, hasInstance: h } = Symbol);
    m = "append,set,get,getAll,delete,keys,values,entries,forEach,constructor".split(",");
    f = (a, b, c) => (a += "", /^(Blob|File)$/.test(b && b[t]) ? [(c = c !== void 0 ? c + "" : b[t] == "File" ? b.name : "blob", a), b.name !== c || b[t] == "blob" ? new file_default([b], c, b) : b] : [a, b + ""]);
    x = (n, a, e) => {
      if (a.length < e) {
        throw new TypeError(`Failed to execute '${n}' on 'FormData': ${e} arguments required, but only ${a.length} present.`);
      }
    };
    FormData = class FormData2 {
      #d = [];
      constructor(...a) {
        if (a.length) throw new TypeError(`Failed to construct 'FormData': parameter 1 is not of type 'HTMLFormElement'.`);
      }
      get [t]() {
        return "FormData";
      }
      [i]() {
        return this.entries();
      }
      static [h](o) {
        return o && typeof o === "object" && o[t] === "FormData" && !m.some((m2) => typeof o[m2] != "function");
      }
      append(...a) {
        x("append", arguments, 2);
        this.#d.push(f(...a));
      }
      delete(a) {
        x("delete", arguments, 1);
        a += "";
        this.#d = this.#d.filter(([b]) => b !== a);
      }
      get(a) {
        x("get", arguments, 1);
        a += "";
        for (var b = this.#d, l = b.length, c = 0; c < l; c++) if (b[c][0] === a) return b[c][1];
        return null;
      }
      getAll(a, b) {
        x("getAll", arguments, 1);
        b = [];
        a += "";
        this.#d.forEach((c) => c[0] === a && b.push(c[1]));
        return b;
      }
      has(a) {
        x("has", arguments, 1);
        a += "";
        return this.#d.some((b) => b[0] === a);
      }
      forEach(a, b) {
        x("forEach", arguments, 1);
        for (var [c, d] of this) a.call(b, d, c, this);
      }
      set(...a) {
        x("set", arguments, 2);
        var b = [], c = true;
        a = f(...a);
        this.#d.forEach((d) => {
          d[0] === a[0] ? c && (c = !b.push(a)) : b.push(d);
        });
        c && b.push(a);
        this.#d = b;
      }
      *entries() {
        yield* this.#d;
      }
      *keys() {
        for (var [a] of this) yield a;
      }
      *values() {
        for (var [, a] of this) yield a;
      }
    };
  }
});

// scripts/build/stand-ins/fetch-classes.mjs
var init_fetch_classes = __esm({
  "scripts/build/stand-ins/fetch-classes.mjs"() {
    "use strict";
    init_esm_min();
  }
});

// src/inputs/duration.ts
function parseDuration(text3) {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(text3.trim());
  if (!match || match[0] === "")
    throw new Error(`"${text3}" is not a duration. Write for instance 500ms, 90s, 5m, 1h30m or 7d.`);
  const [, days = "0", hours = "0", minutes = "0", seconds3 = "0", millis = "0"] = match;
  return +days * UNITS.d + +hours * UNITS.h + +minutes * UNITS.m + +seconds3 * UNITS.s + +millis;
}
function formatDuration(ms) {
  if (ms < 1e3) return `${Math.round(ms)}ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)}s`;
  const seconds3 = Math.round(ms / 1e3);
  if (seconds3 < 3600) return `${Math.floor(seconds3 / 60)}m${String(seconds3 % 60).padStart(2, "0")}s`;
  return `${Math.floor(seconds3 / 3600)}h${String(Math.floor(seconds3 % 3600 / 60)).padStart(2, "0")}m`;
}
var UNITS, formatMinute;
var init_duration = __esm({
  "src/inputs/duration.ts"() {
    "use strict";
    init_fetch_classes();
    UNITS = { d: 864e5, h: 36e5, m: 6e4, s: 1e3, ms: 1 };
    formatMinute = (at2) => `${new Date(at2).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  }
});

// src/runtime/errors.ts
function isAbort(error) {
  return error instanceof Error && (error.name === "AbortError" || error.cause instanceof CancelledError || error.cause instanceof TimedOutError);
}
var InputError, PolicyError, CloudError, OutcomeError, CancelledError, TimedOutError;
var init_errors = __esm({
  "src/runtime/errors.ts"() {
    "use strict";
    init_fetch_classes();
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
      /** HTTP status; 0 if no answer came. */
      status;
      /** Canonical code such as `NOT_FOUND` or `ABORTED`, if the answer had one. */
      code;
      /** The server's own reason, for instance `SERVICE_DISABLED` (`google.rpc.ErrorInfo`). */
      reason;
      /** What to do, in whole sentences, where the server's reason says it. */
      advice;
      /** Milliseconds after which the server wants to be asked again. */
      retryAfterMs;
      /** What the call was about, for instance `service projects/p/locations/l/services/s`. */
      resource;
      permission;
      /** A predefined role that grants the permission. */
      role;
      member;
      consoleUrl;
      /** True if the same call would only get the same answer, whatever its status. */
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
function readGitHubRun(env2) {
  const serverUrl = env2.GITHUB_SERVER_URL ?? "https://github.com";
  const repository = env2.GITHUB_REPOSITORY ?? "";
  const runId = env2.GITHUB_RUN_ID ?? "";
  return {
    repository,
    serverUrl,
    runId,
    actor: env2.GITHUB_ACTOR ?? "",
    repositoryId: env2.GITHUB_REPOSITORY_ID ?? "",
    workflowRef: env2.GITHUB_WORKFLOW_REF ?? "",
    eventName: env2.GITHUB_EVENT_NAME ?? "",
    ref: env2.GITHUB_REF ?? "",
    runAttempt: Number(env2.GITHUB_RUN_ATTEMPT ?? "1"),
    workflow: env2.GITHUB_WORKFLOW ?? "",
    job: env2.GITHUB_JOB ?? "",
    apiUrl: (env2.GITHUB_API_URL ?? "https://api.github.com").replace(/\/+$/, ""),
    runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
    workspace: env2.GITHUB_WORKSPACE ?? "",
    temp: env2.RUNNER_TEMP ?? "",
    sha: env2.GITHUB_SHA ?? "",
    payload: readPayload(env2.GITHUB_EVENT_PATH)
  };
}
function readPayload(path6) {
  if (!path6) return {};
  try {
    return JSON.parse((0, import_node_fs.readFileSync)(path6, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}
function resolveCommit(input, run2) {
  const { payload, sha } = run2;
  const commit = input ?? pullRequestCommit(run2) ?? payload.workflow_run?.head_sha ?? sha;
  if (/^[0-9a-f]{40}$/.test(commit)) return commit;
  throw new InputError([
    {
      subject: input === void 0 ? "Variable GITHUB_SHA" : "Input commit",
      message: `"${commit}" is not a commit. Give the full commit SHA, for instance \${{ github.sha }}.`
    }
  ]);
}
function pullRequestCommit({ payload: { pull_request: pull2 }, sha }) {
  if (pull2?.merged) return pull2.merge_commit_sha ?? sha;
  return pull2?.head?.sha;
}
var import_node_fs;
var init_run = __esm({
  "src/github/run.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs = require("node:fs");
    init_errors();
  }
});

// src/google/endpoints.ts
function readEndpoints(env2) {
  const problems = [];
  const entries = Object.entries(APIS).map(([api, [suffix, standard, versionPath]]) => {
    const variable2 = `CLOUDSDK_API_ENDPOINT_OVERRIDES_${suffix}`;
    const value = env2[variable2]?.trim() || standard;
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
      problems.push({
        subject: `Variable ${variable2}`,
        message: `"${value}" is not a URL. Write for instance ${standard}/.`
      });
    }
    return [api, value.replace(/\/+$/, "").replace(versionPath, "").replace(/\/+$/, "")];
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(entries);
}
var APIS;
var init_endpoints = __esm({
  "src/google/endpoints.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
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
  }
});

// src/runtime/clock.ts
var import_node_crypto, import_promises, LONGEST_TIMER, systemClock, systemRandom;
var init_clock = __esm({
  "src/runtime/clock.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto = require("node:crypto");
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
      hex: (bytes) => (0, import_node_crypto.randomBytes)(bytes).toString("hex"),
      uuid: () => (0, import_node_crypto.randomUUID)()
    };
  }
});

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports2) {
    "use strict";
    init_fetch_classes();
    exports2.__esModule = true;
    exports2.distance = exports2.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m2 = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i2 = n;
      while (i2--) {
        peq[a.charCodeAt(i2)] |= 1 << i2;
      }
      for (i2 = 0; i2 < m2; i2++) {
        var eq = peq[b.charCodeAt(i2)];
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
      i2 = n;
      while (i2--) {
        peq[a.charCodeAt(i2)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m2 = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m2 / 32);
      for (var i2 = 0; i2 < hsize; i2++) {
        phc[i2] = -1;
        mhc[i2] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m2) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i2 = 0; i2 < n; i2++) {
          var eq = peq[a.charCodeAt(i2)];
          var pb = phc[i2 / 32 | 0] >>> i2 & 1;
          var mb = mhc[i2 / 32 | 0] >>> i2 & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i2 / 32 | 0] ^= 1 << i2;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i2 / 32 | 0] ^= 1 << i2;
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
      var vlen = Math.min(32, m2 - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m2;
      for (var i2 = 0; i2 < n; i2++) {
        var eq = peq[a.charCodeAt(i2)];
        var pb = phc[i2 / 32 | 0] >>> i2 & 1;
        var mb = mhc[i2 / 32 | 0] >>> i2 & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m2 - 1 & 1;
        score -= mh >>> m2 - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i2 / 32 | 0] ^= 1 << i2;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i2 / 32 | 0] ^= 1 << i2;
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
    var distance2 = function(a, b) {
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
    exports2.distance = distance2;
    var closest5 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i2 = 0; i2 < arr.length; i2++) {
        var dist = distance2(str, arr[i2]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i2;
        }
      }
      return arr[min_index];
    };
    exports2.closest = closest5;
  }
});

// src/inputs/lists.ts
function parseList(text3) {
  const lines2 = text3.split("\n");
  const items2 = [];
  for (let i2 = 0; i2 < lines2.length; i2++) {
    const content = lines2[i2].trim();
    const end = /^<<([A-Za-z_]\w*)$/.exec(content)?.[1];
    const block = end === void 0 ? void 0 : readBlock(lines2, i2, end);
    if (block) {
      items2.push(block.value);
      i2 = block.last;
    } else if (isMeaningful(content)) items2.push(content);
  }
  return items2;
}
function parseMap(text3) {
  const map = /* @__PURE__ */ new Map();
  const add = (key, number, value) => {
    if (map.has(key)) throw new LineError(number, `the key "${key}" was given before. Each key may stand once.`);
    map.set(key, value());
  };
  const lines2 = text3.split("\n");
  for (let i2 = 0; i2 < lines2.length; i2++) {
    const number = i2 + 1;
    const content = lines2[i2].trim();
    if (!isMeaningful(content)) continue;
    const [, long, end = ""] = /^([^=<\s]+)<<([A-Za-z_]\w*)$/.exec(content) ?? [];
    if (long !== void 0) {
      const block = readBlock(lines2, i2, end);
      if (!block)
        throw new LineError(number, `the value of "${long}" has no end. Write ${end} alone on the line after it.`);
      add(long, number, () => block.value);
      i2 = block.last;
      continue;
    }
    const at2 = content.indexOf("=");
    if (at2 < 0) throw new LineError(number, `"${shorten(content)}" has no "=". Write KEY=VALUE, one per line.`);
    const key = content.slice(0, at2).trim();
    if (key === "") throw new LineError(number, 'there is no key before "=". Write KEY=VALUE, one per line.');
    add(key, number, () => unquote(content.slice(at2 + 1), number));
  }
  return map;
}
function readBlock(lines2, first, end) {
  const last = lines2.findIndex((line, i2) => i2 > first && line.trimEnd() === end);
  return last < 0 ? void 0 : { value: lines2.slice(first + 1, last).join("\n"), last };
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
function shorten(line) {
  return line.length > 24 ? `${line.slice(0, 24)}\u2026` : line;
}
var LineError, isMeaningful;
var init_lists = __esm({
  "src/inputs/lists.ts"() {
    "use strict";
    init_fetch_classes();
    LineError = class extends Error {
      line;
      constructor(line, message) {
        super(message);
        this.line = line;
      }
    };
    isMeaningful = (content) => content !== "" && !content.startsWith("#");
  }
});

// src/runtime/inputs.ts
function createInputReader(env2) {
  const asked = /* @__PURE__ */ new Map();
  const problems = [];
  const problem = (name, message) => {
    problems.push({ subject: `Input ${name}`, message });
  };
  const raw = (name, fallback) => {
    asked.set(name, fallback);
    const value = env2[variable(name)];
    return value === void 0 || value.trim() === "" ? fallback : value;
  };
  const attempt = (name, work) => {
    try {
      return work();
    } catch (error) {
      const at2 = error instanceof LineError ? `line ${error.line}: ` : "";
      problem(name, `${at2}${error.message}`);
      return void 0;
    }
  };
  const parse2 = (name, parser, fallback) => {
    const value = raw(name, fallback);
    return value === void 0 ? void 0 : attempt(name, () => parser(value));
  };
  const integer2 = (name, fallback, { min, max }) => parse2(
    name,
    (text3) => {
      const value = Number(text3.trim());
      if (/^-?\d+$/.test(text3.trim()) && value >= min && value <= max) return value;
      throw new Error(`"${text3}" is not a whole number from ${min} to ${max}.`);
    },
    fallback
  );
  return {
    asked,
    problem,
    parse: parse2,
    text: ((name, fallback) => raw(name, fallback)?.trim()),
    required(name) {
      const value = raw(name);
      if (value === void 0) problem(name, "is missing. It is required.");
      return value?.trim() ?? "";
    },
    boolean: (name, fallback) => parse2(
      name,
      (text3) => {
        const value = text3.trim();
        if (value === "true" || value === "false") return value === "true";
        throw new Error(`"${text3}" is not a boolean. Write true or false.`);
      },
      fallback
    ),
    integer: integer2,
    duration: ((name, fallback) => parse2(name, parseDuration, fallback)),
    oneOf: ((name, values, fallback) => parse2(
      name,
      (text3) => {
        const value = values.find((candidate) => candidate === text3.trim());
        if (value !== void 0) return value;
        throw new Error(`"${text3}" is not known. Write one of: ${values.join(", ")}.`);
      },
      fallback
    )),
    list: (name, fallback) => parse2(name, parseList, fallback) ?? [],
    map: (name, fallback) => parse2(name, parseMap, fallback) ?? /* @__PURE__ */ new Map(),
    // Each item by itself, so that all that is wrong with the list is reported.
    parseList: (name, parser, fallback) => (parse2(name, parseList, fallback) ?? []).flatMap(
      (item) => attempt(name, () => [parser(item)]) ?? []
    ),
    given(name) {
      return (env2[variable(name)] ?? "").trim() !== "";
    },
    changed(name) {
      const value = (env2[variable(name)] ?? "").trim();
      return value !== "" && value !== asked.get(name);
    },
    done() {
      const known = new Set([...asked.keys()].map(variable));
      for (const key of Object.keys(env2)) {
        if (!key.startsWith("INPUT_") || known.has(key)) continue;
        const name = key.slice("INPUT_".length).toLowerCase();
        problem(name, `is not an input of this action. Did you mean ${(0, import_fastest_levenshtein.closest)(name, [...asked.keys()])}?`);
      }
      if (problems.length > 0) throw new InputError(problems);
    }
  };
}
function variable(name) {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
var import_fastest_levenshtein;
var init_inputs = __esm({
  "src/runtime/inputs.ts"() {
    "use strict";
    init_fetch_classes();
    import_fastest_levenshtein = __toESM(require_mod(), 1);
    init_duration();
    init_lists();
    init_errors();
  }
});

// src/runtime/output/foreign-text.ts
function breakCommands(text3) {
  return text3.replace(DOUBLE, (char) => char === "\u2A74" ? ":\\:=" : ":\\:").replace(COLONS, "$1\\").replace(PREFIX, "$1\\");
}
function createLines(onLine) {
  const decoder = new import_node_string_decoder.StringDecoder("utf8");
  let rest = "";
  const take = (text3) => {
    const lines2 = (rest + text3).split(/\r\n|\n|\r(?!$)/);
    rest = lines2.pop() ?? "";
    lines2.forEach(onLine);
    while (rest.length > LONGEST) {
      const space = Math.max(rest.lastIndexOf(" ", LONGEST), rest.lastIndexOf("	", LONGEST));
      const end = space > LONGEST / 2 ? space + 1 : LONGEST;
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
var import_node_string_decoder, SKIPPED, COLON, HASH, BRACKET, COLONS, PREFIX, DOUBLE, LONGEST;
var init_foreign_text = __esm({
  "src/runtime/output/foreign-text.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_string_decoder = require("node:string_decoder");
    SKIPPED = String.raw`(?:[^\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n]|[\u115f\u1160\u3164\uffa0\ufffc\ufffd])*`;
    COLON = "[:\uFE13\uFE55\uFF1A]";
    HASH = "[#\uFE5F\uFF03]";
    BRACKET = "[[\uFE47\uFF3B]";
    COLONS = new RegExp(`(${COLON}${SKIPPED})(?=${COLON})`, "gu");
    PREFIX = new RegExp(`(${HASH}${SKIPPED}${HASH}${SKIPPED})(?=${BRACKET})`, "gu");
    DOUBLE = /[\u2237\u2a74]/gu;
    LONGEST = 64 * 1024;
  }
});

// src/policy/secrets/non-secrets.ts
function isPlaceholder(value) {
  const text3 = value.trim();
  return text3 === "" || /^(?:<[^<>]*>|<<[^<>]*>>|\[[\w -]*\]|\{[\w .-]*\}|\{\{[^{}]*\}\}|\$\{[^}]*\}|\$\{\{[^}]*\}\}|\$[A-Z_]+|\$\d+|\$\([^)]*\)|#\{[^}]*\}#?|__[A-Z0-9_]+__|[*x.\u2026_?-]+|%\w+%|%[sdv]|%\(\w+\)s|:\w+)$/i.test(
    text3
  ) || /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|placeholder|dummy|example|sample|todo|tbd|none|null|nil|unset|undefined|disabled|redacted|removed|n\/a)$/i.test(
    text3
  ) || /^(?:your|my|insert|enter|replace|change)[-_ ].*(?:here|secret|key|token|password|me)$/i.test(text3) || /^(?:sk|pk|rk|sk_live|sk_test|whsec|phc|sk-ant)[-_](?:\.{3}|\u2026|x+)$/i.test(text3);
}
function isResourceName(value) {
  const text3 = value.trim();
  return /^(?:\/\/[\w.-]+\/)?(?:v\d+\/)?(?:projects|folders|organizations|billingAccounts|locations|secrets?|keyRings)\/[^\s=&?]+$/i.test(
    text3
  ) || /^(?:secret:|sm:\/\/|gcp-?sm:|gcp-kms:|aws-?sm:|ssm:|vault:|op:\/\/|berglas:\/\/|alias\/|arn:[\w-]+:|ref\+|@Microsoft\.KeyVault\()/i.test(
    text3
  );
}
function isHarmless(value) {
  const text3 = value.trim();
  return isResourceName(text3) || /^(?:true|false|yes|no|on|off|enabled|required|optional|auto|default|basic|bearer|include|omit|same-origin|header|cookie|query|env|file|vault)$/i.test(
    text3
  ) || /^\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(text3) || /^(?:\.{0,2}\/|~\/|file:|[A-Z]:\\)/.test(text3) || /^[\w./-]{1,200}\.(?:json|pem|key|crt|cer|p12|pfx|jks|txt|ya?ml|env|toml|ini|conf|properties)$/i.test(text3) || /^[a-z][a-z0-9+.-]*:\/\/[^\s@]+$/i.test(text3);
}
function isRandom(value) {
  const text3 = value.trim().replace(/=+$/, "");
  if (/^(?:sha\d{1,3}|md5|h1)[-:]/.test(text3)) return false;
  if (!/^[A-Za-z0-9+/_-]{32,}$/.test(text3)) return false;
  if (!(/[a-z]/.test(text3) && /[A-Z]/.test(text3) && /\d/.test(text3))) return false;
  const kinds = [...text3].map(
    (char) => /\d/.test(char) ? "digit" : /[a-z]/.test(char) ? "lower" : /[A-Z]/.test(char) ? "upper" : "mark"
  );
  const changes = kinds.filter((kind, i2) => i2 > 0 && kind !== kinds[i2 - 1]).length;
  return changes / (text3.length - 1) >= 0.4 && entropy(text3) >= 4;
}
function entropy(text3) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of text3) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count / text3.length * Math.log2(count / text3.length), 0);
}
var isPublishable;
var init_non_secrets = __esm({
  "src/policy/secrets/non-secrets.ts"() {
    "use strict";
    init_fetch_classes();
    isPublishable = (value) => /^(?:pk_(?:live|test)_\w+|pk\.eyJ[\w-]+\.[\w-]+|phc_\w+|pub[0-9a-f]{32}|sb_publishable_[\w-]+)$/.test(value.trim());
  }
});

// src/policy/secrets/connection-strings.ts
function hasPassword(value) {
  const pairs = PAIRS.some((pattern) => {
    const [, user = "", password] = pattern.exec(value) ?? [];
    return password !== void 0 && !isTemplate(user, password);
  });
  return pairs || hasToken(value) || hasSignature(value) || isBasicHeader(value) || isLoginFile(value);
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
function isLogin(name, value) {
  const text3 = value.trim();
  const [, first = "", mark, second = ""] = /^([\w.%+-]{1,64})([:/])([^\s:/]{1,200})$/.exec(text3) ?? [];
  if (second === "" || /^\d+$/.test(second) || first.includes(".") || isPlaceholder(second)) return false;
  return mark === ":" || /NEO4J|ORACLE|MEMGRAPH|(?:^|_)(?:DB|DATABASE)_/i.test(name);
}
var PAIRS, isTemplate, isAlias, hasSignature;
var init_connection_strings = __esm({
  "src/policy/secrets/connection-strings.ts"() {
    "use strict";
    init_fetch_classes();
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
    isTemplate = (user, password) => isPlaceholder(password) || /^\$\{?[A-Za-z_]|^\{\{|^%\w+%|^<[\w -]+>$/.test(password) || isAlias(user, password);
    isAlias = (user, password) => /^(?:[A-Z]+_)*(?:USER|USERNAME)$/.test(user) && /^(?:[A-Z]+_)*(?:PASSWORD|PASS|PWD)$/.test(password);
    hasSignature = (value) => /[?&](?:sig|x-amz-signature|x-goog-signature)=[\w%+/=-]{16,}/i.test(value);
  }
});

// src/policy/secrets/secret-formats.ts
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
  if (role === "service_role") return { pattern: JSON_WEB_TOKEN, is: "is a service_role key, which passes all rules" };
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
    init_fetch_classes();
    SHAPES = [
      { pattern: /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY/, is: "holds a private key" },
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
      { pattern: /^base64:[A-Za-z0-9+/]{40,}={0,2}$/, is: "is a Laravel application key" },
      {
        pattern: /\b(?:npm_\w{36}|dop_v1_\w{60,}|shp(?:at|ca|pa|ss)_\w{30,}|phx_\w{30,}|sntry[su]_[\w+/=]{30,}|dapi[0-9a-f]{32}\b|lin_api_\w{30,}|ntn_\w{40,}|secret_[A-Za-z0-9]{40,}|glsa_\w{30,}|NRAK-[A-Z0-9]{27}|dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]+\.)?\w{30,}|pat\w{14}\.[0-9a-f]{64}|sq0csp-[\w-]{30,}|ops_eyJ\w{30,}|oy2[a-z0-9]{43}\b)/,
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
        pattern: /\.webhook\.office\.com\/webhookb2\/[\w@-]{20,}|outlook\.office(?:365)?\.com\/webhook\/[\w@-]{20,}|hooks\.zapier\.com\/hooks\/\w+\/\d+\/\w+|hook\.[\w.-]{0,20}(?:make|integromat)\.com\/[a-z0-9]{20,}|maker\.ifttt\.com\/trigger\/[\w%-]+\/(?:json\/)?with\/key\/[\w-]{10,}|events\.pagerduty\.com\/integration\/[0-9a-f]{32}|api\.vercel\.com\/v1\/integrations\/deploy\/\w+\/\w+|api\.netlify\.com\/build_hooks\/[0-9a-f]{16,}/,
        is: "is a webhook, which anyone who knows it can use"
      },
      { pattern: /api\.telegram\.org\/bot\d+:[\w-]{20,}/, is: "has a Telegram bot token in it" }
    ];
    WEBHOOK_PATH = /https?:\/\/[^\s/?#]{1,255}\/(?:[\w.-]{1,64}\/){0,6}(?:web)?hooks?\/(?:[\w.-]{1,64}\/){0,3}([\w-]{16,})/i;
    JSON_WEB_TOKEN = /\beyJ[\w-]{10,}\.(eyJ[\w-]{10,})\.[\w-]{10,}/;
  }
});

// src/policy/secrets/value-parts.ts
function jsonParts(text3) {
  const start = text3.trimStart()[0];
  if (start !== "{" && start !== "[" && start !== '"') return void 0;
  let value;
  try {
    value = JSON.parse(text3);
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
      const open2 = isFirebaseWebConfig(fields);
      for (const [field, inner] of Object.entries(fields))
        if (!(open2 && field === "apiKey")) waiting.push([field, inner]);
    } else if (typeof value === "string") parts.push([key, value]);
  }
}
function textParts(text3) {
  const parts = [];
  for (const pattern of [EQUALS, COLON2, FLAG])
    for (const [, name = "", value = ""] of text3.matchAll(pattern)) {
      if (parts.length >= MOST) return parts;
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
  const text3 = value.trim();
  if (!/^(?:[A-Za-z0-9+/_-]{16,}={0,2}|[A-Za-z0-9+/\n]{64,}={0,2})$/.test(text3)) return void 0;
  const plain4 = Buffer.from(text3, "base64").toString("utf8");
  return /^[\t\n\r\u0020-\u007e]{12,}$/.test(plain4) ? plain4 : void 0;
}
var MOST, isFirebaseWebConfig, EQUALS, COLON2, FLAG;
var init_value_parts = __esm({
  "src/policy/secrets/value-parts.ts"() {
    "use strict";
    init_fetch_classes();
    MOST = 2e3;
    isFirebaseWebConfig = (fields) => /^AIza/.test(String(fields.apiKey)) && ("authDomain" in fields || "appId" in fields || "messagingSenderId" in fields);
    EQUALS = /(?:^|[\s;,&?#{("'|])-{0,2}([A-Za-z_][\w.-]{0,80})(?: ?= ?|\s?=)("[^"]*"|'[^']*'|\$?\{[^{}\s]*\}|[^\s,;&}"')|]+)/g;
    COLON2 = /(?:^[ \t]*(?:-[ \t]{1,8})?|[{,][ \t]*)["']?([A-Za-z_][\w.-]{0,80})["']?:[ \t]{1,20}("[^"]*"|'[^']*'|[^\n,}]+)/gm;
    FLAG = /(?:^|\s)--?([A-Za-z][\w-]{2,80})[ \t]+("[^"]*"|'[^']*'|[^\s"'-][^\s]*)/g;
  }
});

// src/policy/secrets/variable-names.ts
function isIdFor(name, value) {
  const text3 = value.trim();
  if (!/^[a-z]+(?:[-_][a-z]+)+$/.test(text3)) return false;
  const asked = words(name);
  const own = asked.split("_").filter((word) => !VOCABULARY.has(word));
  if (own.length > 0 && `_${words(text3)}_`.includes(`_${asked}_`)) return true;
  return /_(?:PASSWORD|KEY|TOKEN|CREDENTIALS|URL|DSN|STRING)_SECRET$/.test(asked) && hasSecretWord(text3);
}
var words, SECRET_NAME, QUALITY, saysSecret, BROWSER, isForBrowsers, isPublicByName, isIdentifier, isKeyManagement, holdsLogin, VOCABULARY, hasSecretWord;
var init_variable_names = __esm({
  "src/policy/secrets/variable-names.ts"() {
    "use strict";
    init_fetch_classes();
    words = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
    SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PASSCODE|PASS|PWD|PW|SECRET|SECRETS|TOKEN|PAT|CREDENTIALS?|CREDS|API_?KEY|APIKEY|AUTH_KEY|(?:PRIVATE|SECRET|ACCESS|ENCRYPTION|DECRYPTION|SIGNING|MASTER|SESSION|COOKIE|HMAC|ACCOUNT|SERVICE|SERVICE_ROLE|ROOT|ADMIN|SSH|DEPLOY|JWT|LICENSE)_?KEY(?:_BASE)?|SECRET_KEY_BASE|CONNECTION_STRING|AUTHORIZATION|BEARER)$|(?:^|_)(?:PGPASSWORD|REQUIREPASS|MASTERAUTH|MNEMONIC|SEED_?PHRASE)$|(?:DB|ADMIN|ROOT|USER|SMTP|MAIL|FTP|SQL)_?PASS$|\w(?:PASSWORD|PASSWD|SECRET|TOKEN)$|(?:TRUST|KEY)_?STORE_?PASSWORD$/;
    QUALITY = /_(?:\d+|OLD|NEW|PREVIOUS|CURRENT|PROD|PRODUCTION|STAGING|DEV|VALUE|BASE64|B64|HEX)$/;
    saysSecret = (name) => SECRET_NAME.test(words(name).replace(QUALITY, ""));
    BROWSER = /^(?:(?:NEXT|NUXT|EXPO|SNOWPACK|PLASMO|BUN)_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|NG_APP|NUXT_ENV|REDWOOD_ENV|GATSBY|STORYBOOK|SANITY_STUDIO|MIX)_/;
    isForBrowsers = (name) => BROWSER.test(name);
    isPublicByName = (name) => isForBrowsers(name) || /(?:^|_)(?:PUBLIC|PUBLISHABLE|PUB|ANON|SITE|SEARCH|SEARCH_ONLY)_(?:API_)?(?:KEY|KEYS|TOKEN|PEM|CERT|CERTIFICATE|JWK|ID)(?:_|$)/.test(
      words(name)
    ) || /(?:^|_)PUBLIC_\w+_KEY$/.test(words(name)) || // For browsers, too: https://firebase.google.com/docs/projects/api-keys
    /(?:^|_)FIREBASE_(?:WEB_)?API_?KEY$/.test(words(name));
    isIdentifier = (name) => /_(?:ID|IDS|UUID)$/.test(words(name));
    isKeyManagement = (name) => /(?:^|_)KMS(?:_|$)/.test(words(name));
    holdsLogin = (name) => /(?:^|_)(?:BASIC_?AUTH|AUTH|AUTHORIZATION|LOGIN|USER_?PASS(?:WORD)?|CREDS|CREDENTIALS)$/.test(words(name));
    VOCABULARY = new Set(
      "PASSWORD PASSWD PASS PWD SECRET SECRETS TOKEN KEY KEYS API ACCESS PRIVATE CREDENTIAL CREDENTIALS AUTH".split(" ")
    );
    hasSecretWord = (text3) => words(text3).split("_").some((word) => VOCABULARY.has(word) || word === "URL" || word === "DSN");
  }
});

// src/policy/secrets/looks-like-secret.ts
function findSecretInWords(given) {
  for (const [i2, word] of given.entries()) {
    const flag = /^--?([A-Za-z][\w.-]*)$/.exec(word)?.[1];
    const next = given[i2 + 1];
    const found2 = findSecret("", word) ?? (flag !== void 0 && next !== void 0 && !next.startsWith("-") ? findSecret(flag, next) : void 0);
    if (found2) return found2;
  }
  return void 0;
}
function inspect(name, value, where) {
  if (isPlaceholder(value)) return void 0;
  const fields = where.depth < DEEPEST ? jsonParts(value) : void 0;
  if (fields) return inParts(fields, value, where) ?? byName(name, value, where);
  const shape = shapeOf(value);
  if (shape && !(shape.browser && (where.browser || isPublicByName(name))))
    return { reason: `the value ${shape.is}`, certain: shape.browser !== true };
  if (hasPassword(value)) return { reason: "the value has a password in it", certain: false };
  return (where.depth < DEEPEST ? inside(value, where) : void 0) ?? byName(name, value, where);
}
function inside(value, where) {
  const found2 = inParts(textParts(value), value, where);
  if (found2) return found2;
  const text3 = decoded(value);
  return text3 === void 0 || text3 === value ? void 0 : inspect("", text3, deeper(where));
}
function inParts(parts, value, where) {
  for (const [name, part] of parts) {
    if (part === value) continue;
    const found2 = inspect(name, part, deeper(where));
    if (found2) return found2.certain || found2.reason.startsWith("the value has") ? found2 : named(name, found2);
  }
  return void 0;
}
function named(name, { reason, certain }) {
  if (!saysSecret(name)) return { reason: reason.replace(/^the value/, "a part of the value"), certain };
  if (/PASS|PWD|ACCOUNT_?KEY|ACCESS_?KEY$/.test(words(name)))
    return { reason: "the value has a password in it", certain };
  return { reason: `the value has a secret in it, in ${name}`, certain };
}
function byName(name, value, { browser }) {
  if (browser || isPublicByName(name) || isResourceName(value) || isPublishable(value)) return void 0;
  const maybe = (reason) => ({ reason, certain: false });
  if (holdsLogin(name) && isLogin(name, value)) return maybe("the value has a password in it");
  if (saysSecret(name) && !isHarmless(value) && !isIdFor(name, value))
    return maybe("the name says that it is a secret");
  if (isKeyManagement(name) || isIdentifier(name)) return void 0;
  if (isRandom(value)) return maybe("the value looks like a random key");
  if (/(?:^|_)(?:KEY|SALT)$/.test(words(name)) && /^[0-9a-f]{32,}$/i.test(value))
    return maybe("the name says that it is a key, and the value looks like one");
  return void 0;
}
var looksLikeSecret, findSecret, DEEPEST, deeper;
var init_looks_like_secret = __esm({
  "src/policy/secrets/looks-like-secret.ts"() {
    "use strict";
    init_fetch_classes();
    init_connection_strings();
    init_non_secrets();
    init_secret_formats();
    init_value_parts();
    init_variable_names();
    looksLikeSecret = (name, value) => findSecret(name, value)?.reason;
    findSecret = (name, value) => inspect(name, value, { browser: isForBrowsers(name), depth: 0 });
    DEEPEST = 4;
    deeper = ({ browser, depth }) => ({ browser, depth: depth + 1 });
  }
});

// src/runtime/output/mask.ts
function textsToMask(secret2) {
  const lines2 = linesOf(secret2);
  const parts = jsonParts(secret2) ?? (lines2.length > 1 ? textParts(secret2) : []);
  const values = parts.flatMap(
    ([name, value]) => value.length >= SHORTEST && (saysSecret(name) || looksLikeSecret(name, value) !== void 0) ? linesOf(value) : []
  );
  const whole = lines2.length === 1 ? lines2.filter(isSecretWord) : lines2.filter(saysSomething);
  return [.../* @__PURE__ */ new Set([...whole, ...whole.map((line) => line.trim()), ...values.filter(isSecretWord)])];
}
function saysSomething(line) {
  const text3 = line.trim();
  if (/^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(text3)) return false;
  const [, field, rest = ""] = /^(?:-\s+)?(["']?[\w.-]+["']?\s*[:=])?(.*)$/.exec(text3) ?? [];
  const letters = rest.replace(/[^\p{L}\p{N}]/gu, "");
  if (/^(?:true|false|null|none)$/i.test(letters)) return false;
  return letters.length >= (field ? SHORTEST : SHORTEST_LINE);
}
var SHORTEST, SHORTEST_LINE, linesOf, isSecretWord;
var init_mask = __esm({
  "src/runtime/output/mask.ts"() {
    "use strict";
    init_fetch_classes();
    init_looks_like_secret();
    init_value_parts();
    init_variable_names();
    SHORTEST = 4;
    SHORTEST_LINE = 6;
    linesOf = (text3) => text3.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
    isSecretWord = (line) => line.trim().length >= SHORTEST && !/^(?:true|false|null|none|undefined|-----(?:BEGIN|END) [A-Z0-9 ]+-----)$/i.test(line.trim());
  }
});

// src/runtime/log.ts
function createRunner(env2, write3) {
  let word;
  let open2 = false;
  const masked = /* @__PURE__ */ new Set();
  const stop2 = () => {
    if (word !== void 0) return;
    word = (0, import_node_crypto2.randomBytes)(16).toString("hex");
    write3(`::stop-commands::${word}
`);
  };
  const resume = () => {
    if (word === void 0) return;
    write3(`::${word}::
`);
    word = void 0;
  };
  const command = (name, data, properties = {}) => {
    resume();
    const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    write3(`::${name}${pairs.length > 0 ? ` ${pairs.join(",")}` : ""}::${escapeData(data)}
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
      info: (message) => write3(`${breakCommands(message)}
`),
      debug: annotate("debug"),
      notice: annotate("notice"),
      warning: annotate("warning"),
      error: annotate("error"),
      output(lines2) {
        stop2();
        write3(`${breakCommands(lines2)}
`);
      },
      async group(title, work) {
        if (open2) {
          write3(`${breakCommands(title)}
`);
          return await work();
        }
        open2 = true;
        command("group", breakCommands(title));
        try {
          return await work();
        } finally {
          open2 = false;
          command("endgroup", "");
        }
      }
    },
    // https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings
    set(kind, name, value) {
      const text3 = typeof value === "string" ? value : JSON.stringify(value);
      const { file, command: instead } = COMMAND_FILES[kind](env2);
      const delimiter2 = `end_${(0, import_node_crypto2.randomBytes)(16).toString("hex")}`;
      if (file) (0, import_node_fs2.appendFileSync)(file, `${name}<<${delimiter2}
${text3}
${delimiter2}
`);
      else command(instead, text3, { name });
    },
    mask(value) {
      for (const text3 of textsToMask(value)) {
        mask(text3);
        mask(breakCommands(text3));
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
var import_node_crypto2, import_node_fs2, COMMAND_FILES, escapeData, escapeProperty;
var init_log = __esm({
  "src/runtime/log.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto2 = require("node:crypto");
    import_node_fs2 = require("node:fs");
    init_foreign_text();
    init_mask();
    COMMAND_FILES = {
      output: ({ GITHUB_OUTPUT: file }) => ({ file, command: "set-output" }),
      state: ({ GITHUB_STATE: file }) => ({ file, command: "save-state" }),
      env: ({ GITHUB_ENV: file }) => ({ file, command: "set-env" })
    };
    escapeData = (text3) => text3.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    escapeProperty = (text3) => escapeData(text3).replaceAll(":", "%3A").replaceAll(",", "%2C");
  }
});

// src/runtime/report.ts
function reportError(error, log, name) {
  if (error instanceof InputError || error instanceof PolicyError) {
    for (const { subject, message, location } of error.problems) log.error(`${subject}: ${message}`, location);
    return error.message;
  }
  if (error instanceof CloudError) {
    const text4 = describeCloudError(error);
    log.error(text4);
    logCause(error, log);
    return text4;
  }
  if (error instanceof OutcomeError) {
    log.error(error.message, error.location);
    logCause(error, log);
    return error.message;
  }
  if (isAbort(error)) {
    const text4 = error instanceof Error ? error.message : String(error);
    log.error(text4);
    return text4;
  }
  const text3 = `This is a bug in ${name}: ${error instanceof Error ? error.message : String(error)}. Please report it: ${ISSUES}`;
  log.error(text3);
  if (error instanceof Error && error.stack) log.debug(error.stack);
  return text3;
}
function describeCloudError(error) {
  const status = [error.status === 0 ? "no answer" : error.status, error.code].filter(Boolean).join(" ");
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
    init_fetch_classes();
    init_errors();
    ISSUES = "https://github.com/orchestra/actions/issues/new";
  }
});

// src/runtime/summary.ts
function createSummary() {
  const parts = [];
  const closing = /* @__PURE__ */ new Map();
  return {
    heading: (text3) => void parts.push(`## ${text3}`),
    paragraph: (text3) => void parts.push(text3),
    table(header, rows) {
      const line = (cells) => `| ${cells.map((cell) => oneLine(String(cell ?? "")).replaceAll("|", "&#124;")).join(" | ")} |`;
      parts.push([line(header.map(plain)), `|${" --- |".repeat(header.length)}`, ...rows.map(line)].join("\n"));
    },
    block(text3, language = "") {
      const longest = Math.max(2, ...[...text3.matchAll(/`{3,}/g)].map(([run2]) => run2.length));
      const fence = "`".repeat(longest + 1);
      parts.push(`${fence}${language}
${text3.replace(/\r\n?/g, "\n")}
${fence}`);
    },
    collapsed(title, write3) {
      parts.push(`<details><summary>${inert(title)}</summary>`);
      write3();
      parts.push("</details>");
    },
    closing: (key, text3) => void closing.set(key, text3),
    text: () => [...parts, ...closing.values()].flatMap((part) => part === void 0 ? [] : [`${part}
`]).join("\n")
  };
}
function writeSummary(summary, file) {
  const text3 = summary.text();
  if (file && text3 !== "") (0, import_node_fs3.appendFileSync)(file, `${text3}
`);
}
function plain(text3) {
  return lines(
    text3,
    (line) => line.split(LINKED).map((part, i2) => i2 % 2 === 1 ? link(part, part) : inert(part)).join("")
  );
}
function code(text3) {
  if (text3 === "") return md``;
  const shown = oneLine(showDirections(text3));
  if (!/[`|\\]|^\s|\s$/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[^A-Za-z0-9 ]/gu, entity).replaceAll("&#64;", `&#64;${BREAK}`)}</code>`;
}
function link(text3, url) {
  if (!/^https?:\/\/[^\s]+$/.test(url)) return lines(text3, inert);
  const target2 = url.replace(/[()<>[\]`|\\"'*]/g, encodeURIComponent).replace(/[()'*]/g, percent).replaceAll("&", "&amp;");
  return `[${lines(text3, inert)}](${target2})`;
}
function inert(text3) {
  return showDirections(text3).replace(ACTIVE, (found2, at2, whole) => {
    if (found2 === "@") return `&#64;${/[A-Za-z0-9_]/.test(whole[at2 - 1] ?? "") ? BREAK : APART}`;
    if (found2 === "#") return `&#35;${/\d/.test(whole[at2 + 1] ?? "") ? APART : ""}`;
    if (/^GH-$/i.test(found2)) return `${[...found2].map(entity).join("")}${APART}`;
    return found2.slice(0, -1) + entity(found2.slice(-1));
  });
}
var import_node_fs3, ACTIVE, LINKED, APART, BREAK, md, lines, showDirections, entity, percent, oneLine;
var init_summary = __esm({
  "src/runtime/summary.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs3 = require("node:fs");
    ACTIVE = /[&<>`*[\]\\|~$@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\bGH-(?=\d)|:(?=\/\/)|www\./gi;
    LINKED = /(https:\/\/(?:console\.cloud\.google\.com|cloud\.google\.com|docs\.github\.com)\/[^\s<>"'`()[\]{}|\\]*(?<![.,;:!?*_~]))/;
    APART = "&#8203;";
    BREAK = "<wbr>";
    md = (ours, ...values) => String.raw({ raw: ours }, ...values);
    lines = (text3, render) => text3.split(/\r\n|\n|\r/).map(
      (line) => render(line.trim()).replace(
        /^(?:[-+=:]|\d+[.)](?=\s|$))/,
        (start) => start.slice(0, -1) + entity(start.slice(-1))
      )
    ).join("<br>");
    showDirections = (text3) => text3.replace(/[\u202a-\u202e\u2066-\u2069]/g, (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase()}`);
    entity = (char) => `&#${char.codePointAt(0)};`;
    percent = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
    oneLine = (text3) => text3.replace(/\s*[\r\n]\s*/g, " ");
  }
});

// src/runtime/action.ts
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
    const inputs = action.readInputs(reader, context);
    await action.run(inputs, context);
  } catch (error) {
    failed = true;
    summary.paragraph(md`\u274c ${plain(reportError(error, log, action.name))}`);
  }
  try {
    writeSummary(summary, host.env.GITHUB_STEP_SUMMARY);
  } catch (error) {
    log.warning(`The job summary could not be written: ${error.message}`);
  }
  runner.end();
  host.exit(failed ? 1 : 0);
}
function takeOver(host, name) {
  const write3 = host.stdout.write.bind(host.stdout);
  const runner = createRunner(host.env, (text3) => void write3(text3));
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
function readSurroundings(env2) {
  return { env: env2, github: readGitHubRun(env2), endpoints: readEndpoints(env2) };
}
var init_action = __esm({
  "src/runtime/action.ts"() {
    "use strict";
    init_fetch_classes();
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

// src/container/image-reference.ts
function parseImageName(text3) {
  const expected = "Write HOST/PROJECT/REPOSITORY/NAME, for instance us-central1-docker.pkg.dev/acme/apps/server";
  const value = text3.trim();
  if (value.includes("@")) throw new Error(`"${text3}" has a digest. ${expected}; the digest is what the build makes.`);
  const slash = value.indexOf("/");
  const host = slash < 0 ? "" : value.slice(0, slash);
  if (!HOST.test(host)) throw new Error(`"${text3}" contains no registry. ${expected}.`);
  const path6 = value.slice(slash + 1);
  if (path6.split("/").at(-1)?.includes(":"))
    throw new Error(`"${text3}" has a tag. ${expected}, and tags in the input tags.`);
  const components = path6.split("/");
  const bad = components.find(
    (component, i2) => !COMPONENT.test(component) && !(i2 === 0 && PROJECT_DOMAIN.test(component))
  );
  if (bad !== void 0) {
    const hint = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : "";
    throw new Error(`"${text3}" is not an image name.${hint} ${expected}.`);
  }
  return { host, path: path6 };
}
function parseImageDigest(text3) {
  const value = text3.trim();
  const at2 = value.indexOf("@");
  const advice = 'Give the output "image" of build-image, which is NAME@sha256:\u2026';
  if (at2 < 0) {
    const tag = /:([^/:]+)$/.exec(value)?.[1];
    if (tag === "latest")
      throw new Error(`"${text3}" is the tag latest, which can mean another image at any moment. ${advice}.`);
    if (tag !== void 0)
      throw new Error(`"${text3}" is a tag, and a tag can be moved. A digest is required here. ${advice}.`);
    throw new Error(`"${text3}" has no digest. ${advice}.`);
  }
  const digest = value.slice(at2 + 1);
  if (!DIGEST.test(digest))
    throw new Error(`"${text3}" has a malformed digest. Expected sha256: and 64 hexadecimal digits. ${advice}.`);
  const name = value.slice(0, at2).replace(/:[^/:]+$/, "");
  return { ...parseImageName(name), digest };
}
function imageNameOf(text3) {
  const [, name = ""] = /^([^@]*?)(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/.exec(text3.trim()) ?? [];
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const hub = first !== "localhost" && !/[.:]/.test(first);
  const full = hub ? `docker.io/${slash < 0 ? "library/" : ""}${name}` : name;
  try {
    return parseImageName(full);
  } catch {
    return void 0;
  }
}
function splitPath(image) {
  const [first = "", ...rest] = registryPath(image).split("/");
  if (!first.includes(".")) return { project: first, rest };
  return { project: `${first}:${rest[0] ?? ""}`, rest: rest.slice(1) };
}
function artifactRegistryRepository(image, region2) {
  const location = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(image.host)?.[1] ?? (isLoopback(image.host) ? region2 : void 0);
  const { project, rest } = splitPath(image);
  const [repository, name] = rest;
  if (!location || !repository || !name) return void 0;
  return `projects/${project}/locations/${location}/repositories/${repository}`;
}
function isLoopback(host) {
  const name = host.replace(/:\d+$/, "");
  return /^127\.\d+\.\d+\.\d+$/.test(name) || name === "localhost" || name.endsWith(".localhost");
}
var HOST, COMPONENT, PROJECT_DOMAIN, DIGEST, isDigestReference, registryPath, formatImageName, formatImageDigest;
var init_image_reference = __esm({
  "src/container/image-reference.ts"() {
    "use strict";
    init_fetch_classes();
    HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)$/;
    COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
    PROJECT_DOMAIN = /^[a-z0-9.-]+:[a-z0-9-]+$/;
    DIGEST = /^sha256:[0-9a-f]{64}$/;
    isDigestReference = (text3) => /^\S+@sha256:[0-9a-f]{64}$/.test(text3) && imageNameOf(text3) !== void 0;
    registryPath = ({ path: path6 }) => path6.replace(/^([^/:]+):/, "$1/");
    formatImageName = (image) => `${image.host}/${registryPath(image)}`;
    formatImageDigest = (image) => `${formatImageName(image)}@${image.digest}`;
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
function checkContainerImages(containers, { allowed, scope }, log, locate = () => void 0) {
  if (allowed.length === 0) return;
  const problems = containers.flatMap(({ name, image, baseImageUri }, i2) => {
    const location = locate(i2);
    return [image, baseImageUri].flatMap((text3) => {
      const parsed2 = text3 === void 0 ? void 0 : imageNameOf(text3);
      if (text3 === void 0 || parsed2 && allowed.some((repository) => isIn(parsed2, repository))) return [];
      const subject = `Image of container ${name ?? i2 + 1}`;
      return [{ subject, message: refusal(text3, allowed), ...location && { location } }];
    });
  });
  if (problems.length > 0 && scope === "all") throw new InputError(problems);
  for (const { subject, message, location } of problems) log.warning(`${subject}: ${message}`, location);
}
function isIn(image, repository) {
  const parts = registryPath(image).split("/");
  const folder = registryPath(repository).split("/");
  return image.host === repository.host && parts.length > folder.length && folder.every((part, i2) => part === parts[i2]);
}
function parseRepository(text3) {
  try {
    return parseImageName(text3.trim().replace(/\/+$/, ""));
  } catch {
    throw new Error(
      `"${text3}" is not a repository. Write HOST/PROJECT/REPOSITORY without tag and digest, for instance us-central1-docker.pkg.dev/acme/apps.`
    );
  }
}
var refusal;
var init_image_repositories = __esm({
  "src/container/image-repositories.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_image_reference();
    refusal = (image, allowed) => `${image} is not in ${allowed.map(formatImageName).join(" or ")}. Pass an image from there, or add its repository to image-repositories.`;
  }
});

// src/records/annotations.ts
function readAnnotation(resource, key, valid) {
  const text3 = resource?.annotations?.[key];
  if (text3 === void 0) return void 0;
  try {
    const value = JSON.parse(text3);
    return value !== null && typeof value === "object" && valid(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
var ANNOTATION_PREFIX, COMMIT_LABEL, FOR_USERS, RESERVED_LABELS, isReserved;
var init_annotations = __esm({
  "src/records/annotations.ts"() {
    "use strict";
    init_fetch_classes();
    ANNOTATION_PREFIX = "actions.orchestra.dev/";
    COMMIT_LABEL = "commit-sha";
    FOR_USERS = [`${ANNOTATION_PREFIX}policy-exception.`, `${ANNOTATION_PREFIX}freeze`];
    RESERVED_LABELS = /* @__PURE__ */ new Set([COMMIT_LABEL, "managed-by"]);
    isReserved = (kind, key) => key.startsWith(ANNOTATION_PREFIX) && !FOR_USERS.some((name) => key.startsWith(name)) || kind === "labels" && RESERVED_LABELS.has(key);
  }
});

// src/freeze/windows.ts
function parseFreezeWindow(line) {
  const [, whole = "", reason = ""] = /^(.*?)(?::\s+(.*))?$/.exec(line.trim()) ?? [];
  const [, from = "", to = "", zone = "UTC"] = /^(.+?)\s+-\s+(\S+(?:\s+\d\d:\d\d)?)(?:\s+([A-Za-z][\w+/-]*))?$/.exec(whole) ?? [];
  const window2 = {
    text: whole,
    reason: reason.trim() || "no reason was given",
    from: parseMoment(from, "start"),
    to: parseMoment(/^daily /.test(from) && /^\d\d:\d\d$/.test(to) ? `daily ${to}` : to, "end"),
    zone: checkZone(zone)
  };
  if (!window2.from || !window2.to || window2.from.kind !== window2.to.kind)
    throw new Error(`"${line.trim()}" is not a time of a freeze. ${EXPECTED}`);
  if (window2.from.kind === "date" && window2.to.kind === "date" && window2.from.text >= window2.to.text)
    throw new Error(`"${line.trim()}" ends before it begins.`);
  return window2;
}
function parseMoment(text3, side) {
  const [, day = "", hour, minute] = /^(\S+)(?:\s+([01]\d|2[0-3]):([0-5]\d))?$/.exec(text3) ?? [];
  const time = hour === void 0 ? void 0 : Number(hour) * 60 + Number(minute);
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day))
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
  const at2 = local.minute % span;
  const length = (to.minute - from.minute + span) % span || span;
  return (at2 - from.minute + span) % span < length;
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
var DAYS, WEEK, EXPECTED, activeFreeze, describeFreeze;
var init_windows = __esm({
  "src/freeze/windows.ts"() {
    "use strict";
    init_fetch_classes();
    DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    WEEK = 7 * 24 * 60;
    EXPECTED = 'Write for instance "Fri 16:00 - Mon 08:00 Europe/Berlin: weekend", "daily 22:00 - 06:00" or "2026-12-20 - 2027-01-02: holidays"; without a time zone it is UTC.';
    activeFreeze = (windows, now) => windows.find((window2) => holdsAt(window2, now));
    describeFreeze = ({ text: text3, reason }) => `Deploys are frozen (${text3}): ${reason.replace(/\.?$/, ".")}`;
  }
});

// src/freeze/freeze.ts
function freezeOn(resource, windows, now) {
  const own = activeFreeze(windows, now);
  if (own) return describeFreeze(own);
  try {
    const found2 = activeFreeze(freezeLines(resource).map(parseFreezeWindow), now);
    return found2 && describeFreeze(found2);
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
    init_fetch_classes();
    init_annotations();
    init_errors();
    init_windows();
    FREEZE_ANNOTATION = `${ANNOTATION_PREFIX}freeze`;
    readFreeze = (reader) => reader.parseList("freeze", parseFreezeWindow);
    freezeLines = (resource) => (resource?.annotations?.[FREEZE_ANNOTATION] ?? "").split("\n").filter((line) => line.trim() !== "");
    BlockedError = class extends OutcomeError {
      describe;
      constructor(describe2, consequence) {
        super(describe2(consequence));
        this.describe = describe2;
      }
    };
  }
});

// shared:google-auth-library
var require_google_auth_library = __commonJS({
  "shared:google-auth-library"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/google-auth.cjs")["google-auth-library"];
  }
});

// src/inputs/read-file.ts
function readTextFile(path6) {
  const status = (0, import_node_fs4.statSync)(path6);
  if (!status.isFile() && !status.isDirectory())
    throw Object.assign(new Error("it is no regular file but a pipe, a socket or a device"), { code: "NOT_A_FILE" });
  return (0, import_node_fs4.readFileSync)(path6, "utf8");
}
var import_node_fs4;
var init_read_file = __esm({
  "src/inputs/read-file.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs4 = require("node:fs");
  }
});

// src/google/credential-file.ts
function checkCredentialFile(env2) {
  const file = env2.GOOGLE_APPLICATION_CREDENTIALS;
  if (!file) return;
  const problem = problemOf(file);
  if (problem === void 0) return;
  throw new InputError([
    { subject: "Variable GOOGLE_APPLICATION_CREDENTIALS", message: `names ${file}, which ${problem}. ${FIX}` }
  ]);
}
function parseServiceAccountKey(text3) {
  let json;
  try {
    json = JSON.parse(text3);
  } catch {
    throw new Error("is not valid JSON. Give the whole content of the key file, for instance from a secret.");
  }
  if (json === null || typeof json !== "object" || json.type !== "service_account")
    throw new Error("is not a service account key. Its type has to be service_account.");
  const problem = keyProblem(json);
  if (problem !== void 0) throw new Error(`${problem}. Create the key again.`);
  const { client_email, private_key } = json;
  return { client_email, private_key };
}
function problemOf(file) {
  let text3;
  try {
    text3 = readTextFile(file);
  } catch (error) {
    const { code: code2, message } = error;
    if (code2 === "ENOENT") return "does not exist";
    return code2 === "EISDIR" ? "is a folder" : `cannot be read (${code2 === "NOT_A_FILE" ? message : code2})`;
  }
  let json;
  try {
    json = JSON.parse(text3);
  } catch {
    return text3.trim() === "" ? "is empty" : "is not valid JSON";
  }
  if (json === null || typeof json !== "object") return "is not a JSON object";
  if (!TYPES.includes(String(json.type)))
    return `has no type of credentials that is known (${TYPES.slice(0, 3).join(", ")}, \u2026)`;
  if (json.type === "service_account") return keyProblem(json);
  const source = json.credential_source?.file;
  if (typeof source === "string" && !canRead(source)) return `takes its token from ${source}, which cannot be read`;
  return void 0;
}
function keyProblem({ client_email: email, private_key: key }) {
  if (typeof email !== "string" || typeof key !== "string") return "has no client_email and private_key";
  try {
    (0, import_node_crypto3.createPrivateKey)(key);
    return void 0;
  } catch {
    return "has a private_key that cannot be read; line ends are often lost where it was copied";
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
var import_node_crypto3, TYPES, FIX;
var init_credential_file = __esm({
  "src/google/credential-file.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto3 = require("node:crypto");
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
    FIX = "It was set on the runner or by an earlier step: run google-github-actions/auth before this step, fix the file, or unset the variable and give the input workload-identity-provider.";
  }
});

// src/google/errors/error-body.ts
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
  if (!isObject(root)) return plain2(text(root) ?? "");
  if (isObject(root.error)) return readGoogle(root.error);
  if (root.error !== void 0) {
    const description2 = text(root.error_description);
    const code3 = text(root.error);
    return { ...plain2(description2 ?? code3 ?? text(root) ?? ""), code: asCode(root.error), reason: asCode(root.error) };
  }
  const entries = Array.isArray(root.errors) ? root.errors : [];
  const messages = entries.map(entryMessage).filter((message) => message !== void 0);
  const own = text(root.message);
  const code2 = entries.map((entry2) => isObject(entry2) ? asCode(entry2.code) : void 0).find(Boolean);
  return { ...plain2([own, ...messages].filter(Boolean).join(": ") || (text(root) ?? "")), code: code2 };
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
  const said = text(error.message) ?? (legacy.map(entryMessage).filter((message) => message !== void 0).join("; ") || text(error) || "");
  const shown = violations.map(({ subject, description: description2 }) => [subject, description2].filter(Boolean).join(": ")).filter((line) => line !== "" && !line.split(": ").every((part) => said.includes(part)));
  const links = details.flatMap((detail) => list(detail.links).filter(isObject)).map((link2) => text(link2.url) ?? text(link2.description)).filter((link2) => link2 !== void 0 && !said.includes(link2));
  return {
    message: cut(shown.length > 0 ? `${said.replace(/[.:]?$/, ":")} ${shown.join("; ")}` : said),
    code: asCode(error.status) ?? legacy.map(({ reason }) => asCode(reason)).find(Boolean) ?? asCode(legacy[0]?.code),
    reason: asCode(info?.reason) ?? legacy.map(({ reason }) => asCode(reason)).find(Boolean),
    // Some answers carry the metadata in a detail of another type, and Compute Engine calls it `metadatas`.
    metadata: Object.assign({}, ...details.map((detail) => strings(detail.metadata ?? detail.metadatas))),
    violations,
    links
  };
}
function readText(body) {
  const tag = (name) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, "i").exec(body)?.[1]?.trim();
  if (/^\s*<\?xml|^\s*<Error>/.test(body)) {
    const message = [tag("Message"), tag("Details")].filter(Boolean).join(" ");
    if (message !== "") return { ...plain2(message), code: tag("Code") };
  }
  if (/^\s*<(?:!doctype|html|head|body)/i.test(body)) {
    const title = tag("title");
    const rest = body.replace(/<(style|script|title|head)\b[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
    return plain2([title, rest.slice(0, 300)].filter(Boolean).join(": "));
  }
  return plain2(body.trim().split("\n")[0]?.slice(0, 300) ?? "");
}
function text(value) {
  if (value === void 0 || value === null) return void 0;
  if (typeof value !== "string") return JSON.stringify(value);
  return value.trim() === "" ? void 0 : value.trim();
}
function entryMessage(entry2) {
  if (!isObject(entry2)) return text(entry2);
  const message = text(entry2.message) ?? text(entry2.detail);
  return message ?? text(entry2);
}
function strings(value) {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text(one) ?? ""]));
}
var LONGEST2, isObject, list, asCode, cut, plain2;
var init_error_body = __esm({
  "src/google/errors/error-body.ts"() {
    "use strict";
    init_fetch_classes();
    LONGEST2 = 2e3;
    isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    list = (value) => Array.isArray(value) ? value : [];
    asCode = (value) => typeof value === "string" && /^[\w.-]+$/.test(value) ? value : void 0;
    cut = (message) => message.length > LONGEST2 ? `${message.slice(0, LONGEST2)}\u2026` : message;
    plain2 = (message) => ({
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
var CONSOLE, TITLES, REFUSAL_RULES, bucketOf;
var init_refusal_rules = __esm({
  "src/google/errors/refusal-rules.ts"() {
    "use strict";
    init_fetch_classes();
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
      {
        reasons: ["SERVICE_DISABLED", "accessNotConfigured"],
        says: /has not been used in project .* before or it is disabled|\bAPI .*is not enabled/i,
        explain: ({ project, service: service2, message }) => {
          const named2 = /api\/([a-z0-9.-]+\.googleapis\.com)/.exec(message)?.[1];
          const api = service2 ?? named2 ?? TITLES.find(([title]) => title.test(message))?.[1] ?? "SERVICE";
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
        explain: ({ metadata, project, service: service2 }) => {
          const metric = metadata.quota_metric ?? metadata.metric_name ?? metadata.metricName;
          const limit = metadata.quota_limit ?? metadata.limit_name ?? metadata.limitName;
          const value = metadata.quota_limit_value;
          const what = [metric && ` ${metric}`, limit && ` (${limit}${value ? `: ${value}` : ""})`].filter(Boolean).join("");
          return {
            advice: `The quota${what} of project ${project} is exceeded. Wait and run this step again, or request more: ${CONSOLE}/iam-admin/quotas?project=${project}${service2 ? `&service=${service2}` : ""}`
          };
        }
      },
      {
        reasons: ["USER_PROJECT_DENIED"],
        explain: ({ project }) => ({
          advice: `The project ${project} does not exist, or the identity of this step must not use it for quota and billing.`,
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
          advice: "The access token lacks the scope https://www.googleapis.com/auth/cloud-platform. If another step made the credentials, give it that scope, or use the input workload-identity-provider."
        })
      },
      {
        reasons: ["ACCESS_TOKEN_EXPIRED", "ACCESS_TOKEN_TYPE_UNSUPPORTED", "CREDENTIALS_MISSING", "ACCOUNT_STATE_INVALID"],
        explain: ({ reason }) => ({
          advice: reason === "ACCOUNT_STATE_INVALID" ? "The service account is disabled or deleted. Enable it, or give another one in the input service-account." : "The server does not take the access token of this step. If another step made the credentials, they have expired: authenticate right before this step, or use the input workload-identity-provider, which gets a new token whenever one is needed."
        })
      },
      {
        // https://cloud.google.com/storage/docs/bucket-lock, https://cloud.google.com/storage/docs/object-holds
        reasons: ["retentionPolicyNotMet", "objectUnderActiveHold"],
        says: /retention policy .*cannot be (?:deleted|overwritten)|is under active .*hold/i,
        explain: ({ resource }) => ({
          advice: `A retention policy or a hold of the bucket forbids to replace or delete objects; no role changes that. Use a bucket without one, or remove it: gcloud storage buckets update gs://${bucketOf(resource)} --clear-retention-period`
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
          advice: `The attribute mapping of the workload identity provider does not fit the token of this run. google.subject has at most 127 bytes; a subject with a long repository or environment has more. Map another one: gcloud iam workload-identity-pools providers update-oidc PROVIDER --workload-identity-pool=POOL --location=global --project=PROJECT --attribute-mapping="google.subject=assertion.repository_id + ':' + assertion.run_id,attribute.repository_id=assertion.repository_id"`
        })
      },
      // Answers of the token endpoint: https://cloud.google.com/iam/docs/troubleshooting-workload-identity-federation
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
          advice: "The workload identity provider does not accept the token of the runner: its issuer must be https://token.actions.githubusercontent.com (or that of your GitHub Enterprise Server), and the clock of the runner must be right."
        })
      }
    ];
    bucketOf = (resource) => /(?:gs:\/\/|bucket )([a-z0-9._-]+)/.exec(resource)?.[1] ?? "BUCKET";
  }
});

// src/google/errors/refusal.ts
function findRefusal(body, status, resource) {
  if (status < 400) return void 0;
  const rule = REFUSAL_RULES.find(({ reasons }) => body.reason !== void 0 && reasons.includes(body.reason)) ?? // A permission that the server names is the reason, whatever else its words are about.
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
    init_fetch_classes();
    init_refusal_rules();
    matches = (says, { message, violations }) => says.test(message) || violations.some(({ type, description: description2 }) => says.test(`${type ?? ""} ${description2 ?? ""}`));
  }
});

// src/google/errors/cloud-error.ts
function cloudError(call, answer) {
  const { status, member, cause, retryAfterMs } = answer;
  const body = typeof answer.body === "string" ? readErrorBody(answer.body) : answer.body;
  const refusal3 = status === 0 ? void 0 : findRefusal(body, status, call.resource);
  const said = body.message;
  const named2 = body.metadata.permission ?? /[Pp]ermission '?([a-z]+\.[A-Za-z]+\.[A-Za-z]+)'?/.exec(said)?.[1] ?? / does not have ([a-z]+\.[A-Za-z]+\.[A-Za-z]+) access/.exec(said)?.[1];
  const denied = status === 401 || status === 403;
  const permission = refusal3 ? refusal3.permission : named2 ?? call.permission;
  const role = refusal3 ? refusal3.role : ROLES[named2?.toLowerCase() ?? ""] ?? call.role;
  return new CloudError(
    {
      message: said || `HTTP ${status}`,
      status,
      code: body.code ?? answer.code,
      reason: body.reason,
      resource: call.resource,
      permission: denied ? permission : void 0,
      role: denied ? role : void 0,
      member: denied ? member : void 0,
      advice: [refusal3?.advice, ...body.links.map((link2) => `See ${link2}`)].filter(Boolean).join(" ") || void 0,
      retryAfterMs,
      fields: body.violations.flatMap(
        ({ subject, description: description2 }) => subject && description2 ? [{ field: subject, description: description2 }] : []
      )
    },
    cause === void 0 ? void 0 : { cause }
  );
}
var ROLES;
var init_cloud_error = __esm({
  "src/google/errors/cloud-error.ts"() {
    "use strict";
    init_fetch_classes();
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
    init_fetch_classes();
    module2.exports = require("../shared/undici.cjs")["undici"];
  }
});

// src/runtime/interruption.ts
function orAborted(work, signal) {
  return new Promise((resolve6, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve6, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
function interrupted(signal, resource, last) {
  const reason = signal.reason;
  if (!(reason instanceof TimedOutError)) return reason;
  const detail = last ? `${resource}: ${last.message.replace(/\.?$/, ".")}` : `no answer yet about ${resource}.`;
  return new TimedOutError(reason.limit, detail, { cause: last ?? reason });
}
var init_interruption = __esm({
  "src/runtime/interruption.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
  }
});

// src/runtime/retry.ts
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
      const asked = error instanceof CloudError ? error.retryAfterMs ?? 0 : 0;
      const pause = Math.max(pauseAfter(attempt), asked);
      if (!mayPass(error, attempt) || attempt + 1 >= attempts || clock.now() + pause > until) throw error;
      options.onRetry?.(error, pause);
      await clock.sleep(pause, signal).catch(() => {
        throw interrupted(signal, options.resource ?? "the last attempt", error);
      });
    }
  }
}
async function poll(look, options) {
  const { clock, signal, until, first = 100, longest = 3e3 } = options;
  for (let pause = first; ; pause = Math.min(longest, pause * 1.5)) {
    const found2 = await look();
    if (found2 !== void 0) return found2;
    if (clock.now() + pause > until) return void 0;
    await clock.sleep(pause, signal);
  }
}
var TRANSIENT, isTransient;
var init_retry = __esm({
  "src/runtime/retry.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_interruption();
    TRANSIENT = /* @__PURE__ */ new Set([0, 408, 429, 500, 502, 503, 504]);
    isTransient = (error) => error instanceof CloudError && !error.final && TRANSIENT.has(error.status);
  }
});

// src/google/http/invalid-response.ts
function unusable({ resource, url, status }, what, cause) {
  const message = `the server ${hostOf(url)} ${what}`;
  return new CloudError({ message, status, resource, advice: ADVICE, final: true }, { cause });
}
function notJson(answer, text3, cause) {
  const html = /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text3);
  const title = /<title[^>]*>([^<]{1,100})/i.exec(text3)?.[1]?.trim();
  const start = title ?? text3.replace(/\s+/g, " ").trim().slice(0, 80);
  return unusable(answer, `answered with ${html ? "a web page" : "text"} instead of JSON: "${start}"`, cause);
}
function parseAnswer(answer, text3) {
  if (text3 === "") return {};
  let value;
  try {
    value = JSON.parse(text3);
  } catch (error) {
    throw notJson(answer, text3, error);
  }
  if (typeof value !== "object" || value === null) throw notJson(answer, text3);
  return value;
}
var ADVICE, hostOf, about, tooLarge, tooSlow, redirected, formatLimit;
var init_invalid_response = __esm({
  "src/google/http/invalid-response.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_errors();
    ADVICE = "Check what is between this runner and that server: a proxy, a firewall or sign-in page, or an endpoint override (CLOUDSDK_API_ENDPOINT_OVERRIDES_\u2026).";
    hostOf = (url) => URL.canParse(url) ? new URL(url).host : url;
    about = (resource, { message, status, advice }, cause) => new CloudError({ message, status, advice, resource, final: true }, { cause });
    tooLarge = (answer, limit) => unusable(answer, `sends more than ${formatLimit(limit)}, which no answer to this call has`);
    tooSlow = (answer, ms) => unusable(answer, `did not end its answer within ${formatDuration(ms)}`);
    redirected = (answer, location) => unusable(answer, `redirects to ${location ? hostOf(location) : "nowhere"}, and redirects are not followed`);
    formatLimit = (bytes) => bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.round(bytes / 1e3)} kB`;
  }
});

// src/google/http/proxies.ts
function readProxies(env2) {
  const problems = [];
  const read3 = (...names) => {
    const name = names.find((one) => env2[one]);
    const value = name && env2[name]?.trim() || void 0;
    const problem = value && proxyProblem(value);
    if (problem)
      problems.push({
        subject: `Variable ${name}`,
        message: `${problem} It was set on the runner or in the workflow's env, and no call gets through. Write http://HOST:PORT, or unset it.`
      });
    return value;
  };
  const proxies = { http: read3("HTTP_PROXY", "http_proxy"), https: read3("HTTPS_PROXY", "https_proxy") };
  if (problems.length > 0) throw new InputError(problems);
  return proxies;
}
function proxyProblem(value) {
  const shown = `"${value.replace(/\/\/.*@|^[^/]*@/, (found2) => found2.startsWith("//") ? "//***@" : "***@")}"`;
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return `${shown} has no scheme, which clients read differently.`;
  if (!URL.canParse(value)) return `${shown} is not an address.`;
  const { protocol } = new URL(value);
  return protocol === "http:" || protocol === "https:" ? void 0 : `${shown} is not a proxy of HTTP.`;
}
var init_proxies = __esm({
  "src/google/http/proxies.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
  }
});

// src/google/http/retry-after.ts
function retryAfter(headers, now) {
  const value = String(headers["retry-after"] ?? "").trim();
  if (value === "") return void 0;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : void 0;
}
var init_retry_after = __esm({
  "src/google/http/retry-after.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/google/http/text-request.ts
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
  }) => new Promise((resolve6, reject) => {
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
    let cancel = patience === void 0 ? void 0 : clock.timer(patience, () => end(new NoAnswerError(patience)));
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
          cancel = clock.timer(bodyTime, () => end(new SlowAnswerError(new URL(url).host, bodyTime, size)));
          status = statusCode;
          received = raw;
          return true;
        },
        onData(chunk) {
          size += chunk.length;
          if (size > maxBytes) end(new LargeAnswerError(status, maxBytes));
          else chunks.push(chunk);
          return true;
        },
        onComplete() {
          const [first] = chunks;
          const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks);
          settle(
            () => resolve6({
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
  for (let i2 = 0; i2 + 1 < raw.length; i2 += 2) headers[String(raw[i2]).toLowerCase()] = String(raw[i2 + 1]);
  return headers;
}
var NoAnswerError, SlowAnswerError, LargeAnswerError;
var init_text_request = __esm({
  "src/google/http/text-request.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    NoAnswerError = class extends Error {
      code = "UND_ERR_HEADERS_TIMEOUT";
      constructor(ms) {
        super(`no answer within ${formatDuration(ms)}`);
      }
    };
    SlowAnswerError = class extends Error {
      code = "UND_ERR_BODY_TIMEOUT";
      constructor(host, ms, bytes) {
        super(`the answer of ${host} did not end within ${formatDuration(ms)}; ${bytes} bytes came`);
      }
    };
    LargeAnswerError = class extends Error {
      status;
      limit;
      constructor(status, limit) {
        super(`the answer has more than ${limit} bytes`);
        this.status = status;
        this.limit = limit;
      }
    };
  }
});

// src/google/http/client.ts
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
      const answer = await exchange(await prepare(call, tokens, left));
      if (answer.status < 400) return answer;
      const { status, headers, text: body } = answer;
      return cloudError(call, { status, body, retryAfterMs: retryAfter(headers, clock.now()), member });
    } catch (error) {
      if (signal.aborted) throw interrupted(signal, call.resource, last);
      if (error instanceof LargeAnswerError) throw tooLarge({ ...call, status: error.status }, error.limit);
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
      const { status, headers, text: text3 } = await repeat(call);
      const answer = { resource: call.resource, url: call.url, status };
      if (status >= 300) throw redirected(answer, locationOf(call.url, headers.location));
      return parseAnswer(answer, text3);
    },
    close: () => dispatcher.close()
  };
}
function createDispatcher({ env: env2 = {}, connections = 32, clock, transport }) {
  if (transport) return transport;
  const connect2 = { lookup: rememberLookups(loopbackAwareLookup, clock), timeout: 2e4 };
  const { http: httpProxy, https: httpsProxy } = readProxies(env2);
  if (!httpProxy && !httpsProxy) return new import_undici.Agent({ connections, connect: connect2 });
  return new import_undici.EnvHttpProxyAgent({
    connections,
    connect: connect2,
    ...httpProxy && { httpProxy },
    ...httpsProxy && { httpsProxy },
    noProxy: [env2.NO_PROXY ?? env2.no_proxy, "localhost", ".localhost", "127.0.0.1"].filter(Boolean).join(",")
  });
}
async function within(clock, ms, work) {
  if (ms === void 0) return await work();
  const enough = new AbortController();
  const cancel = clock.timer(ms, () => enough.abort(new NoAnswerError(ms)));
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
    let found2 = known.get(key);
    if (!found2 || clock.now() > found2.until) {
      const answer = new Promise((resolve6) => lookup(hostname, options, (...all) => resolve6(all)));
      found2 = { answer, until: clock.now() + REMEMBERED };
      known.set(key, found2);
      void answer.then(([error]) => error && known.delete(key));
    }
    void found2.answer.then((all) => callback(...all));
  };
}
var import_node_dns, import_undici, DEADLINE, MAX_BYTES, IDEMPOTENT, locationOf, loopbackAwareLookup, REMEMBERED;
var init_client = __esm({
  "src/google/http/client.ts"() {
    "use strict";
    init_fetch_classes();
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
async function readBounded(body, { maxBytes, timeout, clock }) {
  const chunks = [];
  let size = 0;
  const iterator = body[Symbol.asyncIterator]();
  const late = Promise.withResolvers();
  const cancel = clock.timer(timeout, () => late.resolve("late"));
  const ended = (end) => ({ bytes: Buffer.concat(chunks), end });
  const stop2 = () => void (body.destroy ? body.destroy() : iterator.return?.()?.catch(() => {
  }));
  try {
    for (; ; ) {
      const next = iterator.next();
      next.catch(() => {
      });
      const piece = await Promise.race([next, late.promise]);
      if (piece === "late") {
        stop2();
        return ended("too-slow");
      }
      if (piece.done) return ended("complete");
      chunks.push(piece.value);
      size += piece.value.length;
      if (size > maxBytes) {
        stop2();
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
    init_fetch_classes();
  }
});

// src/google/http/auth-transport.ts
function transportError(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof CloudError) return cause;
  return void 0;
}
function parsed(text3) {
  try {
    return JSON.parse(text3);
  } catch {
    return text3;
  }
}
var import_node_stream, MOST_TOKEN, MOST_BYTES, TIMEOUT, adapter, authTransport;
var init_auth_transport = __esm({
  "src/google/http/auth-transport.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_stream = require("node:stream");
    init_errors();
    init_client();
    init_invalid_response();
    init_read_bounded();
    MOST_TOKEN = 1e6;
    MOST_BYTES = 64e6;
    TIMEOUT = 3e4;
    adapter = (clock) => async (options, send2) => {
      const start = clock.now();
      const response = await send2({ ...options, redirect: "manual", responseType: "stream" });
      const { status, headers } = response;
      const url = String(options.url);
      const about2 = { resource: new URL(url).host, url, status };
      if (status >= 300 && status < 400) throw redirected(about2, locationOf(url, headers.get("location") ?? void 0));
      const json = options.responseType === "json";
      const maxBytes = json ? MOST_TOKEN : MOST_BYTES;
      const body = response.body;
      const { bytes, end } = await readBounded(body, { maxBytes, timeout: TIMEOUT - (clock.now() - start), clock });
      if (end === "too-large") throw tooLarge(about2, maxBytes);
      if (end === "too-slow") throw tooSlow(about2, TIMEOUT);
      const text3 = bytes.toString();
      if (status < 300 && text3 !== "" && !/^\s*[{[]/.test(text3)) throw notJson(about2, text3);
      const whole = {
        status,
        statusText: response.statusText,
        ok: response.ok,
        url: response.url,
        headers,
        config: options,
        data: json ? parsed(text3) : import_node_stream.Readable.from([bytes]),
        body: import_node_stream.Readable.from([bytes]),
        text: async () => text3,
        json: async () => parsed(text3),
        arrayBuffer: async () => new Uint8Array(bytes).buffer
      };
      return whole;
    };
    authTransport = (clock) => ({ adapter: adapter(clock), timeout: TIMEOUT });
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
  for (const upperNoProxyItem of noProxy.split(",").map((x2) => x2.trim().toUpperCase()).filter((x2) => x2)) {
    if (upperNoProxyItem === "*" || upperReqHosts.some((x2) => x2 === upperNoProxyItem || x2.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x2.endsWith(`${upperNoProxyItem}`))) {
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
    init_fetch_classes();
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
    init_fetch_classes();
    var net = require("net");
    var tls = require("tls");
    var http2 = require("http");
    var https2 = require("https");
    var events2 = require("events");
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
      var self2 = this;
      self2.options = options || {};
      self2.proxyOptions = self2.options.proxy || {};
      self2.maxSockets = self2.options.maxSockets || http2.Agent.defaultMaxSockets;
      self2.requests = [];
      self2.sockets = [];
      self2.on("free", function onFree(socket, host, port2, localAddress) {
        var options2 = toOptions(host, port2, localAddress);
        for (var i2 = 0, len = self2.requests.length; i2 < len; ++i2) {
          var pending = self2.requests[i2];
          if (pending.host === options2.host && pending.port === options2.port) {
            self2.requests.splice(i2, 1);
            pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy();
        self2.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events2.EventEmitter);
    TunnelingAgent.prototype.addRequest = function addRequest(req, host, port2, localAddress) {
      var self2 = this;
      var options = mergeOptions({ request: req }, self2.options, toOptions(host, port2, localAddress));
      if (self2.sockets.length >= this.maxSockets) {
        self2.requests.push(options);
        return;
      }
      self2.createSocket(options, function(socket) {
        socket.on("free", onFree);
        socket.on("close", onCloseOrRemove);
        socket.on("agentRemove", onCloseOrRemove);
        req.onSocket(socket);
        function onFree() {
          self2.emit("free", socket, options);
        }
        function onCloseOrRemove(err) {
          self2.removeSocket(socket);
          socket.removeListener("free", onFree);
          socket.removeListener("close", onCloseOrRemove);
          socket.removeListener("agentRemove", onCloseOrRemove);
        }
      });
    };
    TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
      var self2 = this;
      var placeholder = {};
      self2.sockets.push(placeholder);
      var connectOptions = mergeOptions({}, self2.proxyOptions, {
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
      var connectReq = self2.request(connectOptions);
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
          self2.removeSocket(placeholder);
          return;
        }
        if (head.length > 0) {
          debug("got illegal response body from proxy");
          socket.destroy();
          var error = new Error("got illegal response body from proxy");
          error.code = "ECONNRESET";
          options.request.emit("error", error);
          self2.removeSocket(placeholder);
          return;
        }
        debug("tunneling connection has established");
        self2.sockets[self2.sockets.indexOf(placeholder)] = socket;
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
        self2.removeSocket(placeholder);
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
      var self2 = this;
      TunnelingAgent.prototype.createSocket.call(self2, options, function(socket) {
        var hostHeader = options.request.getHeader("host");
        var tlsOptions = mergeOptions({}, self2.options, {
          socket,
          servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
        });
        var secureSocket = tls.connect(0, tlsOptions);
        self2.sockets[self2.sockets.indexOf(socket)] = secureSocket;
        cb(secureSocket);
      });
    }
    function toOptions(host, port2, localAddress) {
      if (typeof host === "string") {
        return {
          host,
          port: port2,
          localAddress
        };
      }
      return host;
    }
    function mergeOptions(target2) {
      for (var i2 = 1, len = arguments.length; i2 < len; ++i2) {
        var overrides = arguments[i2];
        if (typeof overrides === "object") {
          var keys = Object.keys(overrides);
          for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
            var k = keys[j];
            if (overrides[k] !== void 0) {
              target2[k] = overrides[k];
            }
          }
        }
      }
      return target2;
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
    init_fetch_classes();
    module2.exports = require_tunnel();
  }
});

// node_modules/@actions/http-client/lib/index.js
var http, https, tunnel, import_undici2, __awaiter, HttpCodes, Headers2, MediaTypes, HttpRedirectCodes, HttpResponseRetryCodes, RetryableHttpVerbs, ExponentialBackoffCeiling, ExponentialBackoffTimeSlice, HttpClientError, HttpClientResponse, HttpClient, lowercaseKeys;
var init_lib = __esm({
  "node_modules/@actions/http-client/lib/index.js"() {
    init_fetch_classes();
    http = __toESM(require("http"), 1);
    https = __toESM(require("https"), 1);
    init_proxy();
    tunnel = __toESM(require_tunnel2(), 1);
    import_undici2 = __toESM(require_undici(), 1);
    __awaiter = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve6) {
          resolve6(value);
        });
      }
      return new (P || (P = Promise))(function(resolve6, reject) {
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
          result.done ? resolve6(result.value) : adopt(result.value).then(fulfilled, rejected);
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
    (function(Headers3) {
      Headers3["Accept"] = "accept";
      Headers3["ContentType"] = "content-type";
    })(Headers2 || (Headers2 = {}));
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
          return new Promise((resolve6) => __awaiter(this, void 0, void 0, function* () {
            let output = Buffer.alloc(0);
            this.message.on("data", (chunk) => {
              output = Buffer.concat([output, chunk]);
            });
            this.message.on("end", () => {
              resolve6(output.toString());
            });
          }));
        });
      }
      readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve6) => __awaiter(this, void 0, void 0, function* () {
            const chunks = [];
            this.message.on("data", (chunk) => {
              chunks.push(chunk);
            });
            this.message.on("end", () => {
              resolve6(Buffer.concat(chunks));
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
          additionalHeaders[Headers2.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers2.Accept, MediaTypes.ApplicationJson);
          const res = yield this.get(requestUrl, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers2.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers2.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers2.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.post(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers2.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers2.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers2.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.put(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers2.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers2.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers2.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
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
          return new Promise((resolve6, reject) => {
            function callbackForResult(err, res) {
              if (err) {
                reject(err);
              } else if (!res) {
                reject(new Error("Unknown error"));
              } else {
                resolve6(res);
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
          const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers2.ContentType];
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
        const additionalValue = additionalHeaders[Headers2.ContentType];
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
          return new Promise((resolve6) => setTimeout(() => resolve6(), ms));
        });
      }
      _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve6, reject) => __awaiter(this, void 0, void 0, function* () {
            const statusCode = res.message.statusCode || 0;
            const response = {
              statusCode,
              result: null,
              headers: {}
            };
            if (statusCode === HttpCodes.NotFound) {
              resolve6(response);
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
              resolve6(response);
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
    init_fetch_classes();
    __awaiter2 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve6) {
          resolve6(value);
        });
      }
      return new (P || (P = Promise))(function(resolve6, reject) {
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
          result.done ? resolve6(result.value) : adopt(result.value).then(fulfilled, rejected);
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
async function requestIdToken(env2, audience, mask, clock) {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: base = "", ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = "" } = env2;
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
  const answer = { resource: "the job's identity token", url, status };
  if (status >= 300 && status < 400) {
    message.destroy();
    throw redirected(answer, message.headers.location);
  }
  const { bytes, end } = await readBounded(message, { maxBytes: MOST_BYTES2, timeout: TIMEOUT2, clock });
  if (end === "too-large") throw tooLarge(answer, MOST_BYTES2);
  if (end === "too-slow") throw tooSlow(answer, TIMEOUT2);
  const text3 = bytes.toString();
  if (status >= 400) throw new HttpClientError(readErrorBody(text3).message || `HTTP ${status}`, status);
  const { value } = parseAnswer(answer, text3);
  if (typeof value !== "string" || value === "") throw new Error("The runner's answer holds no identity token.");
  mask(value);
  return value;
}
var MOST_BYTES2, TIMEOUT2;
var init_oidc_token = __esm({
  "src/google/oidc-token.ts"() {
    "use strict";
    init_fetch_classes();
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
function parseProvider(text3) {
  const value = text3.trim().replace(/^(https:)?\/\/iam\.googleapis\.com\//, "");
  if (PROVIDER.test(value)) return value;
  const hint = /^projects\/[^/]*\D/.test(value) ? " It needs the number of the project, not its id." : "";
  throw new Error(
    `"${text3}" is not a provider.${hint} Write projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`
  );
}
function parseServiceAccount(text3) {
  const value = text3.trim();
  if (/^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/.test(value)) return value;
  throw new Error(
    `"${text3}" is not a service account. Write its email, for instance deployer@PROJECT.iam.gserviceaccount.com.`
  );
}
function createAuth(inputs, endpoints, env2, mask, clock) {
  const { workloadIdentityProvider: provider, serviceAccount, key } = inputs;
  let client;
  if (key) mask(key.private_key);
  const make = provider ? () => Promise.resolve(federated(provider, serviceAccount, endpoints, env2, mask, clock)) : () => key ? withKey(key, clock) : applicationDefault(env2, clock);
  const getClient = () => {
    client ??= make();
    return client;
  };
  let pending;
  return {
    client: getClient,
    member: () => {
      const email = serviceAccount ?? key?.client_email;
      return email ? `serviceAccount:${email}` : void 0;
    },
    // One call for many waiters: parallel uploads must not stampede the token endpoint.
    accessToken(refused) {
      pending ??= mint(getClient, provider, refused).finally(() => {
        pending = void 0;
      });
      return pending;
    }
  };
}
function federated(provider, serviceAccount, endpoints, env2, mask, clock) {
  if (!env2.ACTIONS_ID_TOKEN_REQUEST_URL || !env2.ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
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
    // By default a token counts as expired five minutes early, which is all the life of a direct one: each call would mint.
    eagerRefreshThresholdMillis: 6e4,
    transporterOptions: authTransport(clock),
    subject_token_supplier: {
      getSubjectToken: () => requestIdToken(env2, `https://iam.googleapis.com/${provider}`, mask, clock)
    }
  });
}
async function withKey({ client_email: email, private_key: key }, clock) {
  return new import_google_auth_library.JWT({ email, key, scopes: [SCOPE], transporterOptions: authTransport(clock) });
}
async function applicationDefault(env2, clock) {
  checkCredentialFile(env2);
  try {
    const clientOptions2 = { transporterOptions: authTransport(clock) };
    return await new import_google_auth_library.GoogleAuth({ scopes: [SCOPE], projectId: "unused", clientOptions: clientOptions2 }).getClient();
  } catch (error) {
    throw new InputError([
      {
        subject: "Credentials",
        message: `none were found: ${error.message.split("\n")[0]} Give the input workload-identity-provider, or run google-github-actions/auth before this step.`
      }
    ]);
  }
}
async function mint(getClient, provider, refused) {
  let token;
  try {
    const client = await getClient();
    if (provider && refused !== void 0 && client.credentials.access_token === refused)
      client.setCredentials({ expiry_date: 1 });
    token = (await client.getAccessToken()).token;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw tokenError(error, provider);
  }
  if (!token) throw new CloudError({ message: "no access token came back", status: 0, resource: "credentials" });
  return token;
}
function tokenError(error, provider) {
  const unusable2 = transportError(error);
  if (unusable2) return unusable2;
  const response = error.response;
  const data = response?.data;
  const body = typeof data === "string" ? data : data === void 0 ? error.message : JSON.stringify(data);
  const impersonation = String(response?.config?.url ?? "").includes(":generateAccessToken");
  return cloudError(
    {
      resource: impersonation ? "the impersonated service account" : provider ? `workload identity provider ${provider}` : "Application Default Credentials",
      permission: impersonation ? "iam.serviceAccounts.getAccessToken" : void 0,
      role: impersonation ? "roles/iam.workloadIdentityUser" : void 0
    },
    { status: response?.status ?? 0, body, cause: error }
  );
}
var import_google_auth_library, SCOPE, PROVIDER, FederatedClient;
var init_auth2 = __esm({
  "src/google/auth.ts"() {
    "use strict";
    init_fetch_classes();
    import_google_auth_library = __toESM(require_google_auth_library(), 1);
    init_errors();
    init_credential_file();
    init_cloud_error();
    init_auth_transport();
    init_oidc_token();
    SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    PROVIDER = /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+\/providers\/[a-z0-9-]+$/;
    FederatedClient = class extends import_google_auth_library.IdentityPoolClient {
      constructor(options) {
        super(options);
        this.stsCredential.transporter = this.transporter;
      }
    };
  }
});

// src/google/run/secret-files.ts
function secretFileProblems(files) {
  const problems = files.flatMap(({ path: path6 }) => {
    const parts = path6.split("/").slice(1);
    if (parts.some((part) => part === "" || part === "." || part === "..") || path6.includes(":"))
      return [`"${path6}" is not the path of a file. Write an absolute path such as /secrets/db=SECRET:VERSION.`];
    if (TAKEN.includes(directoryOf(path6)) || /^\/(?:dev|proc|sys)\//.test(path6))
      return [
        `"${path6}" cannot be mounted in ${directoryOf(path6)}. Choose a directory of its own, such as /secrets${path6}.`
      ];
    return [];
  });
  const byDirectory = Map.groupBy(files, ({ path: path6 }) => directoryOf(path6));
  for (const [directory, within2] of byDirectory) {
    const secrets = new Set(within2.map(({ secret: secret2 }) => secret2));
    if (secrets.size > 1)
      problems.push(
        `${directory} would hold several secrets (${[...secrets].join(", ")}), and Cloud Run mounts one secret per directory. Give each a directory of its own, such as /secrets/db/url and /secrets/api/key.`
      );
  }
  return problems;
}
function mountSecretFiles(template, index, files) {
  if (files.length === 0) return template;
  let volumes2 = [...template.volumes ?? []];
  const containers = (template.containers ?? []).map((container2) => ({ ...container2 }));
  const target2 = containers[index];
  if (!target2) return template;
  for (const [mountPath, within2] of Map.groupBy(files, ({ path: path6 }) => directoryOf(path6))) {
    const secret2 = within2[0]?.secret ?? "";
    const old = target2.volumeMounts?.find((mount) => mount.mountPath?.replace(/\/+$/, "") === mountPath);
    const before = volumes2.find(({ name: name2 }) => name2 !== void 0 && name2 === old?.name)?.secret;
    const items2 = new Map(
      (shortName(before?.secret) === shortName(secret2) ? before?.items ?? [] : []).map((item) => [item.path, item])
    );
    for (const { path: path6, version } of within2) {
      const file = path6.slice(mountPath.length + 1);
      items2.set(file, { ...items2.get(file), path: file, version });
    }
    const name = volumeName(mountPath, secret2);
    target2.volumeMounts = [...(target2.volumeMounts ?? []).filter((mount) => mount !== old), { name, mountPath }];
    volumes2 = [
      ...volumes2.filter((volume) => volume.name !== name),
      {
        name,
        secret: {
          ...before && shortName(before.secret) === shortName(secret2) ? before : {},
          secret: secret2,
          items: [...items2.values()]
        }
      }
    ];
  }
  const mounted = new Set(containers.flatMap(({ volumeMounts: volumeMounts2 = [] }) => volumeMounts2.map(({ name }) => name)));
  const kept = volumes2.filter(({ name, secret: secret2 }) => !secret2 || mounted.has(name));
  return { ...template, containers, volumes: kept };
}
var import_node_crypto4, TAKEN, isFilePath, directoryOf, shortName, volumeName;
var init_secret_files = __esm({
  "src/google/run/secret-files.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto4 = require("node:crypto");
    TAKEN = ["/", "/dev", "/proc", "/sys", "/cloudsql"];
    isFilePath = (key) => key.startsWith("/");
    directoryOf = (path6) => path6.slice(0, path6.lastIndexOf("/")) || "/";
    shortName = (secret2 = "") => secret2.slice(secret2.lastIndexOf("/") + 1);
    volumeName = (directory, secret2) => `secret-${(0, import_node_crypto4.createHash)("sha256").update(`${directory}
${secret2}`).digest("hex").slice(0, 12)}`;
  }
});

// src/inputs/arguments.ts
function commaHint(input, given) {
  const [only2 = ""] = given;
  const parts = only2.split(",");
  if (given.length !== 1 || parts.length < 2 || parts.some((part) => part === "" || /\s/.test(part))) return void 0;
  const [first = "", ...rest] = parts;
  const flags = rest.some((part) => part.startsWith("-"));
  const words2 = parts.every((part) => /^[\w./:@-]+$/.test(part)) && !first.startsWith("-");
  if (!flags && !words2) return void 0;
  return `Input ${input}: "${only2}" is one argument with commas. gcloud separates arguments by commas, this input by lines. Write one argument per line: ${parts.join(" \u23CE ")}`;
}
var init_arguments = __esm({
  "src/inputs/arguments.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/inputs/environment-names.ts
function envNameProblem(name, kind) {
  if (name.startsWith("/"))
    return `"${name}" is a path and not the name of an environment variable. To mount a secret as a file, write ${name}=SECRET:VERSION in the input secrets.`;
  if (RESERVED[kind].includes(name))
    return `${name} is set by Cloud Run and cannot be set here. Remove it${name === "PORT" ? "; the port of the container is part of the service" : ""}.`;
  if (name.startsWith("X_GOOGLE_"))
    return `${name} starts with X_GOOGLE_, which Cloud Run reserves. Choose another name.`;
  if (name === "" || /[=\s\u0000-\u001f\u007f]/.test(name))
    return `"${name}" is not the name of an environment variable: it must not have spaces, "=" or control characters.`;
  return void 0;
}
function secretNameProblem(name, kind) {
  if (!name.includes("/")) return envNameProblem(name, kind);
  const path6 = name.replace(/^[./]+/, "");
  return `"${name}" is neither the name of an environment variable nor an absolute path. To mount the secret as a file, write ${path6.includes("/") ? "/" : "/secrets/"}${path6}=SECRET:VERSION.`;
}
var RESERVED;
var init_environment_names = __esm({
  "src/inputs/environment-names.ts"() {
    "use strict";
    init_fetch_classes();
    RESERVED = {
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

// src/provenance/identity.ts
function issuerOf(serverUrl) {
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : "";
  if (host === "github.com") return "https://token.actions.githubusercontent.com";
  return /^[a-z0-9-]+\.ghe\.com$/.test(host) ? `https://token.actions.${host}` : void 0;
}
var init_identity = __esm({
  "src/provenance/identity.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/provenance/statement.ts
var SLSA_PROVENANCE;
var init_statement = __esm({
  "src/provenance/statement.ts"() {
    "use strict";
    init_fetch_classes();
    SLSA_PROVENANCE = "https://slsa.dev/provenance/v1";
  }
});

// src/provenance/key-signature.ts
function parsePublicKey(pem) {
  let key;
  try {
    key = (0, import_node_crypto5.createPublicKey)(pem);
  } catch {
    throw new Error("holds no public key in PEM");
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (pem.includes("PRIVATE KEY")) throw new Error("holds a private key. Give its public half");
  if (type === "rsa" && (details?.modulusLength ?? 0) >= 2048) return key;
  if (type === "ec" && details?.namedCurve === "prime256v1") return key;
  throw new Error(`holds a key of type ${type} ${details?.namedCurve ?? details?.modulusLength ?? ""}`.trim());
}
var import_node_crypto5;
var init_key_signature = __esm({
  "src/provenance/key-signature.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto5 = require("node:crypto");
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
    init_fetch_classes();
    SIGNED_ROOTS = "application/vnd.orchestra.signed-roots.v1+json";
    isSignedRoots = (json) => typeof json === "object" && json !== null && json.mediaType === SIGNED_ROOTS;
  }
});

// src/inputs/provenance.ts
function readProvenanceInputs(reader, { github, clock }, needed = false) {
  const mode = reader.oneOf("require-provenance", ["off", "warn", "enforce"], "off");
  const given = reader.map("provenance-identity");
  const trustedRoots = reader.parse(
    "trusted-root",
    (text3) => readTrustedRoots((0, import_node_path.resolve)(github.workspace || ".", text3.trim()), clock.now())
  );
  const keys = reader.parse("provenance-key", (text3) => readPublicKeys((0, import_node_path.resolve)(github.workspace || ".", text3.trim()))) ?? [];
  for (const key of given?.keys() ?? [])
    if (!KEYS.includes(key))
      reader.problem("provenance-identity", `"${key}" is not known. Write lines of ${KEYS.join("=\u2026, ")}=\u2026.`);
  if (mode === "off" && !needed) return { mode, identity: void 0, trustedRoots, keys };
  const several = (key, standard) => {
    const text3 = given?.get(key);
    return text3 === void 0 ? standard : text3.split(/[\s,]+/).filter(Boolean);
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
    reader.problem("provenance-identity", `the run does not say all of it. Give ${missing.join(" and ")}.`);
  if (issuerOf(github.serverUrl) === void 0 && mode !== "off" && keys.length === 0)
    reader.problem(
      "require-provenance",
      `is not available on GitHub Enterprise Server (${github.serverUrl}): no certificate authority that can be verified signs its tokens. Leave it out, or sign with a key (sign-key of build-image) and give provenance-key.`
    );
  return { mode, identity: missing.length > 0 ? void 0 : identity, trustedRoots, keys };
}
function readTrustedRoots(path6, now) {
  let text3;
  try {
    text3 = readTextFile(path6);
  } catch {
    throw new Error(`there is no file "${path6}". ${GET_ROOTS}`);
  }
  const parse2 = (json) => JSON.parse(json);
  try {
    const roots = text3.trim().startsWith("{") && isJson(text3) ? [parse2(text3)] : text3.trim().split("\n").map(parse2);
    if (roots.some(isSignedRoots)) return notExpired(roots, path6, now);
    if (roots.every((root) => typeof root === "object" && root !== null && "certificateAuthorities" in root))
      return roots;
  } catch (error) {
    if (error instanceof ExpiredError) throw error;
  }
  throw new Error(`"${path6}" holds no trusted roots. ${GET_ROOTS}`);
}
function notExpired(roots, path6, now) {
  const end = Math.min(...roots.filter(isSignedRoots).map(expiryOf));
  if (end > now) return roots;
  throw new ExpiredError(
    `the signatures of "${path6}" expired on ${new Date(end).toISOString().slice(0, 10)}. ${GET_ROOTS}`
  );
}
function readPublicKeys(path6) {
  let text3;
  try {
    text3 = readTextFile(path6);
  } catch {
    throw new Error(`there is no file "${path6}". ${GET_KEY}`);
  }
  const blocks = text3.match(/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw new Error(`"${path6}" holds no public key in PEM. ${GET_KEY}`);
  for (const block of blocks) {
    try {
      parsePublicKey(block);
    } catch (error) {
      throw new Error(
        `"${path6}" ${error.message}. Expected EC P-256, or RSA of 2048 bits and more. ${GET_KEY}`
      );
    }
  }
  return blocks;
}
function isJson(text3) {
  try {
    JSON.parse(text3);
    return true;
  } catch {
    return false;
  }
}
var import_node_path, TRIGGERS, KEYS, ExpiredError, GET_ROOTS, GET_KEY;
var init_provenance = __esm({
  "src/inputs/provenance.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path = require("node:path");
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

// src/inputs/secret-reference.ts
function parseSecretReference(text3, name) {
  const match = /^((?:projects\/[^/\s]+\/secrets\/)?[A-Za-z0-9_-]{1,255})(?:(?::|\/versions\/)([A-Za-z0-9_-]+))?$/.exec(
    text3.trim()
  );
  if (match?.[1] && !findSecret("", text3)) return { secret: match[1], version: match[2] ?? "latest" };
  throw new Error(
    `this is not a secret's name. Write ${name}=SECRET:VERSION, for instance ${name}=database-url:latest; give the name and never the value.`
  );
}
var init_secret_reference = __esm({
  "src/inputs/secret-reference.ts"() {
    "use strict";
    init_fetch_classes();
    init_looks_like_secret();
  }
});

// src/manifest/decode/table.ts
function below(words2, key) {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) return `${words2}["${key}"]`;
  return words2 === "" ? key : `${words2}.${key}`;
}
var Invalid, toPath, carry, check, keep, nest, list2, refuse, drop, strip, stripUnknown, reserve;
var init_table = __esm({
  "src/manifest/decode/table.ts"() {
    "use strict";
    init_fetch_classes();
    Invalid = class extends Error {
    };
    toPath = (path6) => typeof path6 !== "string" ? path6 : path6 === "" ? [] : path6.split(".");
    carry = (to, read3) => ({ does: "carry", to: toPath(to), read: read3 });
    check = (read3) => carry([], (node, scope) => {
      read3(node, scope);
    });
    keep = (read3) => ({ does: "keep", read: read3 });
    nest = (to, table) => ({ does: "nest", to: toPath(to), table });
    list2 = (to, table, most = Number.POSITIVE_INFINITY) => ({
      does: "list",
      to: toPath(to),
      table,
      most
    });
    refuse = (why) => ({ does: "refuse", why });
    drop = (why, read3) => ({ does: "drop", why, read: read3 });
    strip = (read3) => ({ does: "strip", read: read3 });
    stripUnknown = (read3) => ({ does: "strip", read: read3, unknown: true });
    reserve = (read3) => ({ does: "reserve", read: read3 });
  }
});

// src/manifest/decode/key-hints.ts
function placesOf(root) {
  const places = collect2(root, "");
  const nearest = (from, matches2) => places.filter((place) => place.useful && matches2(place)).sort((a, b) => apart(a.parent, from) - apart(b.parent, from) || a.parent.length - b.parent.length)[0];
  return {
    exact: (key, from) => nearest(from, (place) => place.key === key),
    hint(key, from) {
      const spellings = spellingsOf(key);
      const place = spellings.map((word) => nearest(from, (one) => one.parent !== "" && [word, SYNONYMS[word]].includes(plainWord(one.key)))).find(Boolean);
      const other = spellings.map((word) => ELSEWHERE[word]).find((advice) => advice !== void 0);
      if (!place || other !== void 0 && plainWord(place.key) !== spellings[0]) return other;
      return place.parent === general(from) ? `Did you mean ${place.key}?` : `It is ${below(place.parent, place.key)} in a manifest.`;
    },
    meant(key, from) {
      const slash = key.lastIndexOf("/");
      if (slash >= 0 && !LOOKS_LIKE_CLOUD_RUN.test(key.slice(0, slash))) return void 0;
      const wanted = /* @__PURE__ */ new Set([plainWord(key), SYNONYMS[plainWord(key)]]);
      return nearest(
        from,
        (one) => one.key.includes("/") && one.parent.endsWith("annotations") && wanted.has(plainWord(one.key))
      );
    }
  };
}
function spellingsOf(key) {
  const words2 = [plainWord(key)];
  for (let last = ""; last !== words2.at(-1); ) {
    last = words2.at(-1) ?? "";
    const bare = last.replace(PREFIX2, "");
    if (bare !== last) words2.push(bare);
  }
  return words2;
}
function collect2({ rows }, parent) {
  return Object.entries(rows).flatMap(([key, row]) => {
    const here = below(parent, key);
    const inner = row.does === "nest" ? collect2(row.table, here) : row.does === "list" ? collect2(row.table, `${here}[]`) : [];
    return [{ key, parent, useful: !["refuse", "strip", "drop", "reserve"].includes(row.does) }, ...inner];
  });
}
function apart(a, b) {
  const [one, other] = [general(a).split("."), general(b).split(".")];
  const common = one.findIndex((part, i2) => part !== other[i2]);
  const shared = common < 0 ? one.length : common;
  return one.length - shared + (other.length - shared);
}
var SYNONYMS, ELSEWHERE, PREFIX2, LOOKS_LIKE_CLOUD_RUN, plainWord, general;
var init_key_hints = __esm({
  "src/manifest/decode/key-hints.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    SYNONYMS = {
      accelerators: "accelerator",
      alwaysallocatedcpu: "cputhrottling",
      automaticupdates: "buildenableautomaticupdates",
      baseimage: "baseimages",
      binaryauthorizationpolicy: "binaryauthorization",
      breakglass: "binaryauthorizationbreakglass",
      buildenvvars: "buildenvironmentvariables",
      cloudsqlinstance: "cloudsqlinstances",
      concurrency: "containerconcurrency",
      cmek: "encryptionkey",
      container: "containers",
      cpualwaysallocated: "cputhrottling",
      cpuboost: "startupcpuboost",
      cpuidle: "cputhrottling",
      cpulimit: "cpu",
      customaudience: "customaudiences",
      defaulturl: "defaulturldisabled",
      dependson: "containerdependencies",
      deployhealthcheck: "healthcheckdisabled",
      entrypoint: "command",
      environment: "env",
      environmentvariables: "env",
      envvars: "env",
      envvarsfile: "env",
      function: "buildfunctiontarget",
      gputype: "accelerator",
      gpuzonalredundancy: "gpuzonalredundancydisabled",
      healthcheck: "startupprobe",
      iap: "iapenabled",
      invokeriamcheck: "invokeriamdisabled",
      key: "encryptionkey",
      kmskey: "encryptionkey",
      maxconcurrency: "containerconcurrency",
      maximuminstances: "maxscale",
      maxinstancecount: "maxscale",
      maxinstancerequestconcurrency: "containerconcurrency",
      maxinstances: "maxscale",
      memorylimit: "memory",
      minimuminstances: "minscale",
      mininstancecount: "minscale",
      mininstances: "minscale",
      network: "networkinterfaces",
      networktags: "networkinterfaces",
      port: "containerport",
      replicas: "minscale",
      requesttimeout: "timeoutseconds",
      scaling: "scalingmode",
      serviceaccount: "serviceaccountname",
      setsecrets: "secretkeyref",
      subnet: "networkinterfaces",
      subnetwork: "networkinterfaces",
      target: "containerconcurrency",
      tasks: "taskcount",
      tasktimeout: "timeoutseconds",
      timeout: "timeoutseconds",
      volume: "volumes",
      volumemount: "volumemounts",
      vpcconnector: "vpcaccessconnector",
      vpcegress: "vpcaccessegress"
    };
    ELSEWHERE = {
      allowunauthenticated: "Use the input allow-unauthenticated.",
      executenow: "Remove it: deploy-run runs the job.",
      http2: "Name the port h2c: ports: [{name: h2c, containerPort: 8080}].",
      public: "Use the input allow-unauthenticated.",
      project: "Use the input project.",
      region: "Use the input region.",
      revisionsuffix: "Remove it: revisions are named by the commit.",
      traffic: "Use the input no-traffic.",
      wait: "Remove it: deploy-run waits until the job has ended."
    };
    PREFIX2 = /^(?:no|add|set|use|enable|disable)(?=\w{3})/;
    LOOKS_LIKE_CLOUD_RUN = /(?:^|\.)(?:cloudrun|run\.google\w*|google\w*|knative)\.\w+$/;
    plainWord = (key) => key.slice(key.lastIndexOf("/") + 1).replace(/[-_.]/g, "").toLowerCase();
    general = (words2) => words2.replace(/\[\d+\]/g, "[]");
  }
});

// shared:yaml
var require_yaml = __commonJS({
  "shared:yaml"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/yaml.cjs")["yaml"];
  }
});

// src/manifest/decode/values.ts
function describe(node) {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  switch (node.type) {
    case "null":
      return "empty";
    case "text":
      return `"${shorten2(node.value)}"`;
    case "integer":
      return `the number ${shorten2(node.source)}`;
    case "boolean":
      return `the boolean ${node.source}`;
    case "other":
      return `${shorten2(node.source)}, which YAML 1.1 does not read as text`;
  }
}
function inRange(value, { min, max }, node) {
  const low = min ?? INT32.min;
  const high = max ?? INT32.max;
  if (value < low || value > high) throw new Invalid(`is ${describe(node)}. Expected ${rangeWords({ min, max })}.`);
  return value;
}
function rangeWords({ min, max }) {
  if (min !== void 0 && max !== void 0) return `a whole number from ${min} to ${max}`;
  if (min !== void 0) return `a whole number of at least ${min}`;
  return `a whole number of at most ${max ?? INT32.max}`;
}
function withColons(value) {
  if (Array.isArray(value)) return value.map(withColons);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const [, name, text3] = inner === null && /^([^:]+):(.+)$/.exec(key) || [];
      return name !== void 0 && text3 !== void 0 ? [name, text3] : [key, withColons(inner)];
    })
  );
}
var import_yaml, shorten2, text2, nonEmpty, matching, INT32, integer, boolean, textInteger, textBoolean, oneOf, seconds, textHours, texts, commaList, structured, isTexts, isRecord, isTextRecord, anything, textMap, only;
var init_values = __esm({
  "src/manifest/decode/values.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml = __toESM(require_yaml(), 1);
    init_table();
    shorten2 = (value) => value.length > 24 ? `${value.slice(0, 24)}\u2026` : value;
    text2 = (node) => {
      if (node.kind === "scalar" && node.type === "text") return node.value;
      const quoted = node.kind === "scalar" && "source" in node ? ` Write "${shorten2(node.source)}" in quotes.` : "";
      throw new Invalid(`is ${describe(node)}. Expected text.${quoted}`);
    };
    nonEmpty = (node) => {
      const value = text2(node);
      if (value.trim() === "") throw new Invalid("is empty. Expected text.");
      return value;
    };
    matching = (pattern, expected) => (node) => {
      const value = text2(node);
      if (!pattern.test(value)) throw new Invalid(`is ${describe(node)}. Expected ${expected}.`);
      return value;
    };
    INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };
    integer = (range = {}) => (node) => {
      if (node.kind === "scalar" && node.type === "integer") return inRange(node.value, range, node);
      if (node.kind === "scalar" && node.type === "text" && /^\s*[-+]?\d+\s*$/.test(node.value))
        return inRange(Number(node.value), range, node);
      throw new Invalid(`is ${describe(node)}. Expected a whole number.`);
    };
    boolean = (node) => {
      if (node.kind === "scalar" && node.type === "boolean") return node.value;
      throw new Invalid(`is ${describe(node)}. Expected true or false, without quotes.`);
    };
    textInteger = (range = {}) => (node) => {
      const value = text2(node);
      if (!/^-?\d+$/.test(value)) throw new Invalid(`is ${describe(node)}. Expected a whole number in quotes.`);
      return inRange(Number(value), range, node);
    };
    textBoolean = (node) => {
      const value = text2(node).toLowerCase();
      if (value !== "true" && value !== "false") throw new Invalid(`is ${describe(node)}. Expected "true" or "false".`);
      return value === "true";
    };
    oneOf = (words2) => Object.assign(
      (node) => {
        const value = text2(node);
        if (!Object.hasOwn(words2, value))
          throw new Invalid(
            `is ${describe(node)}. Expected one of: ${Object.keys(words2).map((word) => word || '""').join(", ")}.`
          );
        return words2[value];
      },
      { words: Object.keys(words2) }
    );
    seconds = (range) => (node) => `${integer(range)(node)}s`;
    textHours = (node) => `${textInteger({ min: 1 })(node) * 3600}s`;
    texts = (node) => node.kind === "list" ? node.items.map(text2) : [text2(node)];
    commaList = (node) => {
      const items2 = nonEmpty(node).split(",").map((item) => item.trim());
      if (items2.includes(""))
        throw new Invalid(`is ${describe(node)}. Expected a comma-separated list without empty items.`);
      return items2;
    };
    structured = (check2, expected) => (node) => {
      const written2 = text2(node);
      let value;
      try {
        value = withColons((0, import_yaml.parse)(written2, { schema: "core", logLevel: "error" }));
      } catch {
      }
      if (check2(value)) return value;
      throw new Invalid(`is ${describe(node)}. Expected JSON or YAML such as ${expected}.`);
    };
    isTexts = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");
    isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    isTextRecord = (value) => isRecord(value) && Object.values(value).every((item) => typeof item === "string");
    anything = () => void 0;
    textMap = (node) => {
      if (node.kind !== "map") throw new Invalid(`is ${describe(node)}. Expected keys and values below it.`);
      for (const { value } of node.entries.values()) if (!(value.kind === "scalar" && value.type === "null")) text2(value);
    };
    only = (value, why) => (node) => {
      const given = typeof value === "number" ? integer()(node) : typeof value === "boolean" ? boolean(node) : text2(node);
      if (given !== value) throw new Invalid(`is ${describe(node)}. ${why}`);
    };
  }
});

// src/manifest/decode/walk.ts
function convert(root, table, name, source) {
  const resource = {};
  const problems = [];
  const warnings = [];
  const kept = /* @__PURE__ */ new Map();
  const origins = /* @__PURE__ */ new Map();
  const stripped = [];
  const reserved = [];
  const places = placesOf(table);
  const problem = (at2, words2, message) => {
    problems.push({ subject: words2, message, location: at2 });
  };
  const locate = (path6) => {
    for (let length = path6.length; length > 0; length--) {
      const origin = origins.get(pathKey(path6.slice(0, length)));
      if (origin) return origin;
    }
    return root.at;
  };
  const set = (path6, value, at2) => {
    origins.set(pathKey(path6), at2);
    setAt(resource, path6, value);
  };
  function walk(node, { rows, others, finish: finish2 }, base, words2) {
    if (node.kind !== "map") {
      problem(node.at, words2, `is ${describe(node)}. Expected keys and values below it.`);
      return;
    }
    for (const [key, { at: at2, value }] of node.entries) {
      const here = below(words2, key);
      const row = rowOf(key, words2, rows, others);
      if (!row) problem(at2, here, unknownKey(key, words2, Object.keys(rows), places));
      else if (!(value.kind === "scalar" && value.type === "null")) apply(row, key, value, at2, base, here);
      const meant = row?.does === "carry" && !Object.hasOwn(rows, key) && places.meant(key, words2);
      if (meant) {
        const message = `is an annotation of your own, which sets nothing. If you mean Cloud Run's, it is ${below(meant.parent, meant.key)}.`;
        warnings.push({ subject: here, message, location: at2 });
      }
    }
    finish2?.({
      source,
      name,
      at: node.at,
      words: words2,
      base,
      atKey: (key) => node.entries.get(key)?.at ?? node.at,
      has: (key) => node.entries.has(key),
      get: (path6) => getAt(resource, [...base, ...toPath(path6)]),
      set: (path6, value, at2) => set([...base, ...toPath(path6)], value, at2),
      remove: (path6) => removeAt(resource, [...base, ...toPath(path6)]),
      kept: (key) => kept.get(key),
      locate: (path6) => locate([...base, ...toPath(path6)]),
      problem,
      warn: (at2, words3, message) => warnings.push({ subject: words3, message, location: at2 })
    });
  }
  function rowOf(key, words2, rows, others) {
    const row = Object.hasOwn(rows, key) ? rows[key] : others?.(key);
    const misplaced = row?.does === "strip" && row.unknown && places.exact(key, words2)?.parent.endsWith("annotations");
    return misplaced ? void 0 : row;
  }
  function apply(row, key, node, at2, base, words2) {
    switch (row.does) {
      case "refuse":
        problem(at2, words2, row.why);
        return;
      case "nest":
        if (row.to.length > 0) set([...base, ...row.to], getAt(resource, [...base, ...row.to]) ?? {}, at2);
        walk(node, row.table, [...base, ...row.to], words2);
        return;
      case "list": {
        const items2 = node.kind === "list" ? node.items : [node];
        if (items2.length > row.most) problem(at2, words2, `has ${items2.length} items. Cloud Run allows ${row.most}.`);
        set([...base, ...row.to], [], at2);
        items2.forEach((item, i2) => {
          const path6 = [...base, ...row.to, i2];
          set(path6, {}, item.at);
          walk(item, row.table, path6, `${words2}[${i2}]`);
        });
        return;
      }
      default:
        try {
          const value = row.read(node, { source });
          if (row.does === "drop") warnings.push({ subject: words2, message: `is left out: ${row.why}`, location: at2 });
          else if (row.does === "strip") stripped.push({ words: words2, at: at2 });
          else if (value === void 0) return;
          else if (row.does === "reserve") reserved.push({ words: words2, at: at2 });
          else if (row.does === "keep") keepOnce(key, { value, at: at2, words: words2 });
          else setOnce([...base, ...row.to], value, at2, words2);
        } catch (error) {
          if (!(error instanceof Invalid)) throw error;
          problem(at2, words2, error.message);
        }
    }
  }
  function setOnce(path6, value, at2, words2) {
    const earlier2 = origins.get(pathKey(path6));
    if (earlier2) problem(at2, words2, `says what line ${earlier2.line} says already. Keep one of the two.`);
    else set(path6, value, at2);
  }
  function keepOnce(key, value) {
    const earlier2 = kept.get(key);
    if (earlier2) problem(value.at, value.words, `says what line ${earlier2.at.line} says already. Keep one of the two.`);
    else kept.set(key, value);
  }
  walk(root, table, [], "");
  const [first] = stripped;
  if (first) {
    const message = `only the server sets ${stripped.map(({ words: words2 }) => words2).join(", ")}: left out.`;
    warnings.push({ subject: "manifest", message, location: first.at });
  }
  const [record] = reserved;
  const exported = stripped.length > 0 || locationLabel(root);
  if (record && exported) {
    const message = `this is an export of what these actions deployed. Their records are left out, and those of the live resource stay: ${reserved.map(({ words: words2 }) => words2).join(", ")}.`;
    warnings.push({ subject: "manifest", message, location: record.at });
  } else
    for (const { words: words2, at: at2 } of reserved)
      problem(at2, words2, "is written by these actions only, which read it as their own record. Remove it.");
  return { resource, exported, problems, warnings, kept, locate };
}
function locationLabel(root) {
  const metadata = root.entries.get("metadata")?.value;
  const labels = metadata?.kind === "map" ? metadata.entries.get("labels")?.value : void 0;
  return labels?.kind === "map" && labels.entries.has("cloud.googleapis.com/location");
}
function unknownKey(key, words2, known, places) {
  const exact = places.exact(key, words2);
  if (exact && key.includes("/")) return `does not belong here. Move it to ${exact.parent}.`;
  const place = words2 === "" ? "a manifest" : words2;
  const tail = (of) => of.slice(of.lastIndexOf("/") + 1).toLowerCase();
  const nearest = known.length > 0 ? (0, import_fastest_levenshtein2.closest)(key, known) : void 0;
  const alike = nearest !== void 0 && (0, import_fastest_levenshtein2.distance)(tail(key), tail(nearest)) <= Math.max(2, tail(key).length / 3);
  const near = alike ? nearest : known.find((one) => tail(key) !== "" && tail(one).startsWith(tail(key)));
  const named2 = places.hint(key, words2) ?? (near ? `Did you mean ${near}?` : void 0);
  const hint = named2 ?? (known.length <= 8 ? `Known here: ${known.join(", ")}.` : "");
  return `is not a key of ${place}. ${hint}`.trimEnd();
}
function getAt(from, path6) {
  return path6.reduce((value, key) => value?.[key], from);
}
function setAt(into, path6, value) {
  let at2 = into;
  path6.slice(0, -1).forEach((key, i2) => {
    at2[key] ??= typeof path6[i2 + 1] === "number" ? [] : {};
    at2 = at2[key];
  });
  Object.defineProperty(at2, path6.at(-1) ?? "", { value, writable: true, enumerable: true, configurable: true });
}
function removeAt(from, path6) {
  const parent = getAt(from, path6.slice(0, -1));
  if (parent) delete parent[path6.at(-1) ?? ""];
}
var import_fastest_levenshtein2, pathKey;
var init_walk = __esm({
  "src/manifest/decode/walk.ts"() {
    "use strict";
    init_fetch_classes();
    import_fastest_levenshtein2 = __toESM(require_mod(), 1);
    init_key_hints();
    init_table();
    init_values();
    pathKey = (path6) => JSON.stringify(path6);
  }
});

// src/manifest/document.ts
function parseDocument(text3, file, substitutions) {
  const problems = [];
  const lines2 = new import_yaml2.LineCounter();
  const locate = (offset) => {
    const { line, col } = lines2.linePos(offset ?? 0);
    return line === 0 ? { file } : { file, line, column: col };
  };
  const report = (at2, message) => {
    if (!problems.some((known) => known.message === message && known.location?.line === at2.line))
      problems.push({ subject: "manifest", message, location: at2 });
  };
  const documents = (0, import_yaml2.parseAllDocuments)(text3, { version: "1.1", lineCounter: lines2, prettyErrors: false });
  const all = Array.isArray(documents) ? documents : [];
  for (const document2 of all) {
    for (const error of [...document2.errors, ...document2.warnings]) {
      const at2 = locate(error.pos[0]);
      const substituted = text3.split("\n")[(at2.line ?? 0) - 1]?.includes("${");
      const hint = substituted ? " Within [ ] and { } put a value with ${\u2026} in quotes." : "";
      report(at2, `is not valid YAML 1.1: ${error.message}.${hint}`.replace("..", "."));
    }
  }
  const [document, second] = all;
  if (second)
    report(
      locate(second.range?.[0]),
      'has more than one YAML document. Keep one resource in a file: a second "---" starts another document.'
    );
  if (!document?.contents || (0, import_yaml2.isScalar)(document.contents) && document.contents.value === null)
    report({ file }, "is empty. Expected a Knative Service, Job or WorkerPool in YAML.");
  if (problems.length > 0 || !document?.contents) return { root: void 0, problems };
  const targets = /* @__PURE__ */ new Map();
  const resolve6 = (alias) => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(document));
    return targets.get(alias);
  };
  let nodes = 0;
  const read3 = (node, above, at2) => {
    nodes += 1;
    if (!node) return { kind: "scalar", type: "null", at: at2 };
    const here = locate(node.range?.[0]);
    if (nodes > MOST_NODES || above.includes(node)) {
      report(here, "refers to itself, or grows without end, through YAML aliases.");
      return { kind: "scalar", type: "null", at: here };
    }
    if ((0, import_yaml2.isAlias)(node)) {
      const target2 = resolve6(node);
      if (!target2) report(here, `is not valid YAML: nothing is marked &${node.source}.`);
      return read3(target2, [...above, node], here);
    }
    if ((0, import_yaml2.isMap)(node)) return { kind: "map", at: here, entries: readEntries(node, [...above, node]) };
    if ((0, import_yaml2.isSeq)(node))
      return {
        kind: "list",
        at: here,
        items: node.items.map((item) => read3(item, [...above, node], here))
      };
    if ((0, import_yaml2.isScalar)(node)) return readScalar(node, here);
    return { kind: "scalar", type: "null", at: here };
  };
  const readEntries = (map, above) => {
    const entries = /* @__PURE__ */ new Map();
    const merged = [];
    for (const { key, value } of map.items) {
      const at2 = locate(key?.range?.[0]);
      if (isMerge(key)) {
        const source = read3(value, above, at2);
        merged.push(...source.kind === "list" ? source.items : [source]);
      } else if ((0, import_yaml2.isScalar)(key) && typeof key.value === "string") {
        if (key.value.includes("${"))
          report(at2, `has the key "${key.value}": substitutions are allowed in values, not in keys.`);
        entries.set(key.value, { at: at2, value: read3(value, above, at2) });
      } else {
        const source = (0, import_yaml2.isScalar)(key) ? key.source ?? String(key.value) : "a list or mapping";
        report(at2, `has the key ${source}, which is not text for YAML 1.1. Write it in quotes.`);
      }
    }
    for (const source of merged) {
      if (source.kind !== "map") report(source.at, 'merges ("<<") what is not a mapping.');
      else for (const [key, entry2] of source.entries) if (!entries.has(key)) entries.set(key, entry2);
    }
    return entries;
  };
  const readScalar = (node, at2) => {
    const { value } = node;
    const source = node.source ?? String(value);
    if (value === null || value === void 0) return { kind: "scalar", type: "null", at: at2 };
    if (typeof value === "boolean") return { kind: "scalar", type: "boolean", value, source, at: at2 };
    if (typeof value === "number" && Number.isSafeInteger(value) && (/^[-+]?0x/i.test(source) || !/[.e]/i.test(source)))
      return { kind: "scalar", type: "integer", value, source, at: at2 };
    if (typeof value !== "string" || node.type === "PLAIN" && value === "=")
      return { kind: "scalar", type: "other", source, at: at2 };
    return { kind: "scalar", type: "text", value: substitute(value, at2), at: at2 };
  };
  const substitute = (value, at2) => value.replace(/\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$\{/g, (match, name) => {
    if (match === "$${") return "${";
    if (name === void 0) {
      report(at2, 'has a "${" that is not ${NAME}. For the text itself write $${.');
      return match;
    }
    const replacement = substitutions.get(name);
    if (replacement === void 0) report(at2, undefinedName(name, substitutions));
    return replacement ?? match;
  });
  const root = read3(document.contents, [], { file, line: 1 });
  return { root, problems };
}
function undefinedName(name, substitutions) {
  const known = [...substitutions.keys()];
  const hint = known.length > 0 ? ` Did you mean \${${(0, import_fastest_levenshtein3.closest)(name, known)}}?` : "";
  return `uses \${${name}}, which has no value.${hint} Give ${name}=VALUE in the input substitutions, or write $\${${name}} for the text itself.`;
}
var import_fastest_levenshtein3, import_yaml2, MOST_NODES, isMerge;
var init_document = __esm({
  "src/manifest/document.ts"() {
    "use strict";
    init_fetch_classes();
    import_fastest_levenshtein3 = __toESM(require_mod(), 1);
    import_yaml2 = __toESM(require_yaml(), 1);
    MOST_NODES = 1e5;
    isMerge = (key) => (0, import_yaml2.isScalar)(key) && typeof key.value === "symbol";
  }
});

// src/manifest/kinds/probes.ts
function probeTable(kind) {
  return {
    rows: {
      initialDelaySeconds: kind === "readinessProbe" ? refuse("is not supported for a readiness probe. Remove it.") : carry("initialDelaySeconds", integer({ min: 0 })),
      timeoutSeconds: carry("timeoutSeconds", integer({ min: 1 })),
      periodSeconds: carry("periodSeconds", integer({ min: 1 })),
      failureThreshold: carry("failureThreshold", integer({ min: 1 })),
      successThreshold: successThreshold(kind === "readinessProbe" ? 2 : 1),
      httpGet: nest("httpGet", {
        rows: {
          path,
          port,
          httpHeaders: list2("httpHeaders", {
            rows: { name: carry("name", nonEmpty), value: carry("value", text2) },
            finish: ({ at: at2, words: words2, get: get2, problem }) => {
              if (get2("name") === void 0) problem(at2, words2, "has no name.");
            }
          }),
          host: refuse(NO_HOST),
          scheme: refuse(NO_HOST)
        }
      }),
      tcpSocket: kind === "startupProbe" ? nest("tcpSocket", { rows: { port, host: refuse(NO_HOST) } }) : refuse("is supported for a startup probe only. Use httpGet or grpc."),
      grpc: nest("grpc", { rows: { port, service: carry("service", text2) } }),
      exec: refuse("is not supported by Cloud Run. Use httpGet or grpc.")
    },
    finish: (scope) => finishProbe(scope, kind)
  };
}
function finishProbe({ at: at2, words: words2, has, get: get2, problem }, kind) {
  const handlers = ["httpGet", "tcpSocket", "grpc"].filter((handler) => get2(handler) !== void 0);
  const refused = has("exec") || kind !== "startupProbe" && has("tcpSocket");
  if (handlers.length !== 1 && !refused)
    problem(
      at2,
      words2,
      `has ${handlers.length === 0 ? "no check" : handlers.join(" and ")}. Expected one of httpGet, grpc${kind === "startupProbe" ? ", tcpSocket" : ""}.`
    );
}
var port, path, NO_HOST, successThreshold;
var init_probes = __esm({
  "src/manifest/kinds/probes.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    init_values();
    port = carry("port", integer({ min: 1, max: 65535 }));
    path = carry("path", (node) => {
      const value = text2(node);
      if (!value.startsWith("/")) throw new Invalid(`is ${describe(node)}. Expected a path that starts with "/".`);
      return value;
    });
    NO_HOST = "is not supported: Cloud Run probes the container itself, over plain HTTP or TCP. Remove it.";
    successThreshold = (always) => carry([], (node) => {
      if (integer()(node) !== always)
        throw new Invalid(`is ${describe(node)}. The Cloud Run v2 API knows only ${always}.`);
      return void 0;
    });
  }
});

// src/manifest/kinds/volumes.ts
function finishVolume(scope) {
  const { at: at2, words: words2, problem, get: get2 } = scope;
  const name = get2("name");
  if (name === void 0) problem(at2, words2, "has no name.");
  if (name === "cloudsql" && get2("csi.driver") !== "cloudSqlInstance")
    problem(
      scope.atKey("name"),
      `${words2}.name`,
      'is "cloudsql", which is reserved for Cloud SQL. Choose another name.'
    );
  const sources = SOURCES.filter((source) => get2(source) !== void 0);
  if (sources.length !== 1 && !scope.has("configMap"))
    problem(
      at2,
      words2,
      `has ${sources.length === 0 ? "no source" : sources.join(" and ")}. Expected one of ${SOURCES.join(", ")}.`
    );
  if (get2("csi") !== void 0) finishCsi(scope);
}
function finishCsi(scope) {
  const { words: words2, problem, get: get2 } = scope;
  const at2 = scope.atKey("csi");
  const origin = (key) => scope.locate(`csi.${key}`);
  const { driver, readOnly, bucket, mountOptions, instances } = get2("csi") ?? {};
  const locations = {
    bucket: origin("bucket"),
    readOnly: origin("readOnly"),
    mountOptions: origin("mountOptions"),
    instances: origin("instances")
  };
  scope.remove("csi");
  if (driver === "gcs") {
    if (bucket === void 0) problem(at2, `${words2}.csi`, "has no volumeAttributes.bucketName.");
    if (instances !== void 0)
      problem(locations.instances, `${words2}.csi.volumeAttributes.instances`, "cannot be combined with a bucket.");
    scope.set("gcs", {}, at2);
    if (bucket !== void 0) scope.set("gcs.bucket", bucket, locations.bucket);
    if (readOnly !== void 0) scope.set("gcs.readOnly", readOnly, locations.readOnly);
    if (mountOptions !== void 0) scope.set("gcs.mountOptions", mountOptions, locations.mountOptions);
  } else if (driver === "cloudSqlInstance") {
    if (instances === void 0) problem(at2, `${words2}.csi`, "has no volumeAttributes.instances.");
    for (const key of ["bucket", "mountOptions", "readOnly"])
      if ({ bucket, mountOptions, readOnly }[key] !== void 0)
        problem(locations[key], `${words2}.csi`, `has ${key}, which cannot be combined with Cloud SQL.`);
    scope.set("cloudSqlInstance", { instances }, locations.instances);
  }
}
var secretName, fileMode, relativePath, notOptional, items, secret, csi, volumes, SOURCES;
var init_volumes = __esm({
  "src/manifest/kinds/volumes.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    init_values();
    secretName = (node) => {
      const name = text2(node);
      if (!/^(?:projects\/[^/]+\/secrets\/)?[A-Za-z0-9_-]{1,255}$/.test(name))
        throw new Invalid(`is ${describe(node)}. Expected a secret's name, or projects/PROJECT/secrets/NAME.`);
      return name;
    };
    fileMode = integer({ min: 0, max: 511 });
    relativePath = (node) => {
      const path6 = nonEmpty(node);
      if (path6.startsWith("/") || path6.split("/").includes(".."))
        throw new Invalid(`is ${describe(node)}. Expected a path that is relative and has no "..".`);
      return path6;
    };
    notOptional = carry([], (node) => {
      if (boolean(node)) throw new Invalid("is true, but Cloud Run has no optional references. Remove it.");
      return void 0;
    });
    items = {
      rows: { key: carry("version", nonEmpty), path: carry("path", relativePath), mode: carry("mode", fileMode) },
      finish: ({ at: at2, words: words2, problem, get: get2 }) => {
        if (get2("version") === void 0)
          problem(at2, words2, `has no key. Expected the secret's version: a number in quotes, or "latest".`);
        if (get2("path") === void 0) problem(at2, words2, "has no path. Expected the name of the file.");
      }
    };
    secret = {
      rows: {
        secretName: carry("secret", secretName),
        items: list2("items", items),
        defaultMode: carry("defaultMode", fileMode),
        optional: notOptional
      },
      finish: ({ at: at2, words: words2, problem, get: get2 }) => {
        if (get2("secret") === void 0) problem(at2, words2, "has no secretName.");
      }
    };
    csi = {
      rows: {
        driver: carry(
          "driver",
          oneOf({ "gcsfuse.run.googleapis.com": "gcs", "cloudsql.run.googleapis.com": "cloudSqlInstance" })
        ),
        readOnly: carry("readOnly", boolean),
        volumeAttributes: nest("", {
          rows: {
            bucketName: carry("bucket", nonEmpty),
            mountOptions: carry("mountOptions", commaList),
            instances: carry("instances", commaList)
          }
        })
      },
      finish: ({ at: at2, words: words2, has, problem }) => {
        if (!has("driver"))
          problem(at2, words2, "has no driver. Expected gcsfuse.run.googleapis.com or cloudsql.run.googleapis.com.");
      }
    };
    volumes = {
      rows: {
        name: carry("name", nonEmpty),
        secret: nest("secret", secret),
        emptyDir: nest("emptyDir", {
          rows: {
            medium: carry("medium", oneOf({ "": void 0, Memory: "MEMORY", Disk: "DISK" })),
            sizeLimit: carry("sizeLimit", nonEmpty)
          }
        }),
        csi: nest("csi", csi),
        nfs: nest("nfs", {
          rows: { server: carry("server", nonEmpty), path: carry("path", nonEmpty), readOnly: carry("readOnly", boolean) },
          finish: ({ at: at2, words: words2, problem, get: get2 }) => {
            if (get2("server") === void 0) problem(at2, words2, "has no server.");
            if (!get2("path")?.startsWith("/")) problem(at2, words2, 'has no path that starts with "/".');
          }
        }),
        configMap: refuse("is not supported by Cloud Run. Use a secret, or put the file into the image.")
      },
      finish: finishVolume
    };
    SOURCES = ["secret", "emptyDir", "csi", "nfs"];
  }
});

// src/manifest/kinds/container.ts
function container(kind) {
  const none = (why) => refuse(why);
  const noRequests2 = `cannot be combined with a ${kind}, which takes no requests. Remove it.`;
  return {
    rows: {
      // An empty name is none: the server gives one.
      name: carry("name", (node, scope) => text2(node) === "" ? void 0 : containerName(node, scope)),
      image: carry("image", (node) => {
        const value = nonEmpty(node);
        if (/\s/.test(value)) throw new Invalid(`is ${describe(node)}. Expected the name of an image, without spaces.`);
        return value;
      }),
      command: carry("command", texts),
      args: carry("args", texts),
      env: list2("env", env),
      envFrom: none("is not supported by Cloud Run. List the variables in env."),
      ports: kind === "WorkerPool" ? none(noRequests2) : list2("ports", ports, 1),
      resources: nest("resources", resources),
      startupProbe: nest("startupProbe", probeTable("startupProbe")),
      livenessProbe: kind === "Job" ? none("is not supported for a Job: only startupProbe is. Remove it.") : nest("livenessProbe", probeTable("livenessProbe")),
      readinessProbe: kind === "Service" ? nest("readinessProbe", probeTable("readinessProbe")) : none(noRequests2),
      volumeMounts: list2("volumeMounts", volumeMounts),
      workingDir: carry("workingDir", text2),
      imagePullPolicy: drop("Cloud Run always pulls the image by its digest.", text2),
      securityContext: none("is not supported by Cloud Run. Set the user in the Dockerfile."),
      terminationMessagePath: drop("Cloud Run ignores it.", text2),
      terminationMessagePolicy: drop("Cloud Run ignores it.", text2),
      sandboxLauncher: carry("sandboxLauncher", boolean)
    }
  };
}
var secretKeyRef, env, ports, resources, volumeMounts, containerName;
var init_container = __esm({
  "src/manifest/kinds/container.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    init_values();
    init_probes();
    init_volumes();
    secretKeyRef = {
      rows: {
        name: carry("secret", secretName),
        key: carry("version", nonEmpty),
        optional: notOptional,
        localObjectReference: refuse('is not supported by Cloud Run. Give the secret as "name".')
      },
      finish: ({ at: at2, words: words2, has, problem }) => {
        if (!has("name")) problem(at2, words2, "has no name. Expected the name of a secret.");
        if (!has("key"))
          problem(at2, words2, 'has no key. Expected the version of the secret: a number in quotes, or "latest".');
      }
    };
    env = {
      rows: {
        name: carry("name", matching(/^[^=\0]+$/, 'a name without "="')),
        value: carry("value", text2),
        valueFrom: nest("valueSource", {
          rows: {
            secretKeyRef: nest("secretKeyRef", secretKeyRef),
            configMapKeyRef: refuse("is not supported by Cloud Run. Use value, or secretKeyRef.")
          },
          finish: ({ at: at2, words: words2, has, problem }) => {
            if (!has("secretKeyRef") && !has("configMapKeyRef")) problem(at2, words2, "is empty. Expected secretKeyRef.");
          }
        })
      },
      finish: ({ at: at2, words: words2, get: get2, set, has, problem }) => {
        if (!has("name")) problem(at2, words2, "has no name.");
        const sourced = get2("valueSource") !== void 0;
        if (sourced && get2("value") !== void 0) problem(at2, words2, "has a value and a valueFrom. Keep one of the two.");
        if (!sourced && get2("value") === void 0) set("value", "", at2);
      }
    };
    ports = {
      rows: {
        containerPort: carry("containerPort", integer({ min: 1, max: 65535 })),
        name: carry("name", oneOf({ http1: "http1", h2c: "h2c" })),
        protocol: drop("Cloud Run ports are TCP.", only("TCP", "Cloud Run ports are TCP."))
      }
    };
    resources = {
      rows: {
        limits: nest("limits", {
          rows: {
            cpu: carry("cpu", matching(/^(?:\d+(?:\.\d+)?|\d+m)$/, 'CPUs in quotes, for instance "1" or "500m"')),
            memory: carry("memory", matching(/^\d+(?:\.\d+)?(?:[kMGT]i?|Ki)?$/, "a quantity, for instance 512Mi or 2Gi")),
            "nvidia.com/gpu": carry(["nvidia.com/gpu"], matching(/^\d+$/, "a whole number in quotes"))
          }
        }),
        requests: drop("Cloud Run always gives a container its limits.", textMap)
      }
    };
    volumeMounts = {
      rows: {
        name: carry("name", nonEmpty),
        mountPath: carry("mountPath", matching(/^\/[^:]*$/, 'a path that starts with "/" and has no ":"')),
        subPath: carry("subPath", nonEmpty),
        readOnly: drop("Cloud Run ignores it here. Put readOnly on the volume.", boolean)
      },
      finish: ({ at: at2, words: words2, has, problem }) => {
        if (!has("name")) problem(at2, words2, "has no name. Expected the name of a volume.");
      }
    };
    containerName = matching(
      /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
      "at most 63 lower-case letters, digits and hyphens, no hyphen first or last"
    );
  }
});

// src/manifest/image.ts
function containersOf(resource) {
  const { template } = resource;
  return template?.containers ?? template?.template?.containers ?? [];
}
function withImage(resource, name, image) {
  const copy = structuredClone(resource);
  const containers = containersOf(copy);
  const index = name === void 0 ? ingressIndex(containers) : containers.findIndex((one) => one.name === name);
  const container2 = containers[index];
  if (!container2) {
    const names = containers.map((one) => one.name ?? "an unnamed one").join(", ") || "none";
    const message = name === void 0 ? `does not say which container it is for, and none of them has ports. Containers: ${names}. Write NAME=IMAGE.` : `is for the container "${name}", which does not exist. Containers: ${names}.`;
    throw new InputError([{ subject: "Input image", message }]);
  }
  container2.image = image;
  return copy;
}
var containersPath, ingressIndex;
var init_image = __esm({
  "src/manifest/image.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    containersPath = (kind) => kind === "Job" ? ["template", "template", "containers"] : ["template", "containers"];
    ingressIndex = (containers) => containers.length === 1 ? 0 : containers.findIndex(({ ports: ports2 }) => ports2 !== void 0 && ports2.length > 0);
  }
});

// src/manifest/kinds/dependency-circle.ts
function circleIn(dependencies) {
  const safe = /* @__PURE__ */ new Set();
  const search = (name, path6) => {
    if (path6.includes(name))
      return path6.length - path6.indexOf(name) > 1 ? [...path6.slice(path6.indexOf(name)), name] : void 0;
    if (safe.has(name)) return void 0;
    const found2 = (dependencies[name] ?? []).map((next) => search(next, [...path6, name])).find(Boolean);
    if (!found2) safe.add(name);
    return found2;
  };
  return Object.keys(dependencies).map((name) => search(name, [])).find(Boolean);
}
var init_dependency_circle = __esm({
  "src/manifest/kinds/dependency-circle.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/manifest/kinds/containers.ts
function finishContainers(scope, words2, kind) {
  const containers = scope.get("containers") ?? [];
  if (containers.length === 0) {
    scope.problem(scope.locate("containers"), words2, "has no containers. Expected at least one, with an image.");
    return;
  }
  const all = { scope, words: words2, containers };
  checkNames(all);
  checkEnvironment(all);
  if (kind === "Service") {
    checkIngress(all);
    setForEach(all, "run.googleapis.com/cpu-throttling", "resources.cpuIdle", !containers.some(hasGpu));
    setForEach(all, "run.googleapis.com/startup-cpu-boost", "resources.startupCpuBoost", false);
  }
  mountCloudSql(all);
  dissolveAliases(all);
  setDependencies(all);
  setBaseImages(all);
  setSources(all);
  checkImages(all);
  checkVolumes(all);
}
function checkNames({ scope, words: words2, containers }) {
  if (containers.length < 2) return;
  containers.forEach(({ name }, i2) => {
    const at2 = scope.locate(["containers", i2, "name"]);
    const here = `${words2}.containers[${i2}]`;
    if (name !== void 0 && containers.findIndex((other) => other.name === name) !== i2)
      scope.problem(at2, `${here}.name`, `is "${name}" again. Container names differ.`);
  });
}
function checkEnvironment({ scope, words: words2, containers }) {
  containers.forEach(({ env: env2 = [] }, i2) => {
    const first = /* @__PURE__ */ new Map();
    env2.forEach(({ name }, n) => {
      if (name === void 0) return;
      const earlier2 = first.get(name);
      if (earlier2 === void 0) first.set(name, n);
      else
        scope.problem(
          scope.locate(["containers", i2, "env", n]),
          `${words2}.containers[${i2}].env[${n}]`,
          `sets ${name}, which line ${scope.locate(["containers", i2, "env", earlier2]).line} sets already. Keep one of the two.`
        );
    });
  });
}
function checkIngress({ scope, words: words2, containers }) {
  if (containers.length < 2) return;
  const listening = containers.filter(({ ports: ports2 }) => ports2 && ports2.length > 0).length;
  if (listening !== 1)
    scope.problem(
      scope.locate("containers"),
      `${words2}.containers`,
      `has ${listening} containers with ports. Exactly one takes the requests: give that one ports, and no other.`
    );
}
function setForEach({ scope, containers }, annotation2, field, fallback) {
  const given = scope.kept(annotation2);
  containers.forEach((_, i2) => {
    scope.set(
      ["containers", i2, ...field.split(".")],
      given?.value ?? fallback,
      given?.at ?? scope.locate(["containers", i2])
    );
  });
}
function mountCloudSql({ scope, containers }) {
  const given = scope.kept(CLOUD_SQL);
  if (!given) return;
  const volumes2 = scope.get("volumes") ?? [];
  if (volumes2.some(({ cloudSqlInstance }) => cloudSqlInstance)) {
    scope.problem(given.at, given.words, "says what a volume says already. Keep one of the two.");
    return;
  }
  scope.set(
    ["volumes", volumes2.length],
    { name: CLOUD_SQL_VOLUME.name, cloudSqlInstance: { instances: given.value } },
    given.at
  );
  containers.forEach(({ volumeMounts: volumeMounts2 = [] }, i2) => {
    if (!volumeMounts2.some(({ name }) => name === CLOUD_SQL_VOLUME.name))
      scope.set(["containers", i2, "volumeMounts", volumeMounts2.length], { ...CLOUD_SQL_VOLUME }, given.at);
  });
}
function dissolveAliases({ scope, containers }) {
  const aliases = scope.kept("run.googleapis.com/secrets");
  if (!aliases) return;
  const unused = new Set(aliases.value.keys());
  const dissolve = (path6) => {
    const name = scope.get(path6);
    const secret2 = name === void 0 ? void 0 : aliases.value.get(name);
    if (name === void 0 || secret2 === void 0) return;
    unused.delete(name);
    scope.set(path6, secret2, scope.locate(path6));
  };
  containers.forEach(({ env: env2 = [] }, i2) => {
    env2.forEach((_, n) => {
      dissolve(["containers", i2, "env", n, "valueSource", "secretKeyRef", "secret"]);
    });
  });
  (scope.get("volumes") ?? []).forEach((_, i2) => {
    dissolve(["volumes", i2, "secret", "secret"]);
  });
  if (unused.size > 0)
    scope.warn(aliases.at, aliases.words, `has aliases that nothing uses: ${[...unused].join(", ")}.`);
}
function setDependencies(all) {
  const given = all.scope.kept("run.googleapis.com/container-dependencies");
  forContainers(all, given, (i2, name, others, at2) => {
    const lost = others.find((other) => other === name || !all.containers.some((one) => one.name === other));
    if (lost === void 0) all.scope.set(["containers", i2, "dependsOn"], others, at2.at);
    else
      all.scope.problem(
        at2.at,
        at2.words,
        `lets ${name} wait for "${lost}", which is ${lost === name ? "itself" : "no container here"}.`
      );
  });
  const circle = given && circleIn(given.value);
  if (given && circle)
    all.scope.problem(
      given.at,
      given.words,
      `is a circle: ${circle.join(" waits for ")}, so none of them could start. Remove one of these dependencies.`
    );
}
function setBaseImages(all) {
  const given = all.scope.kept("run.googleapis.com/base-images");
  forContainers(all, given, (i2, _, image, { at: at2 }) => all.scope.set(["containers", i2, "baseImageUri"], image, at2));
}
function setSources(all) {
  const given = all.scope.kept("run.googleapis.com/sources");
  forContainers(all, given, (i2, _, uri, { at: at2, words: words2 }) => {
    const [, bucket, object, generation] = /^gs:\/\/([^/]+)\/([^#]+)(?:#(\d+))?$/.exec(uri) ?? [];
    if (!bucket || !object) all.scope.problem(at2, words2, `has "${uri}". Expected gs://BUCKET/OBJECT.`);
    else
      all.scope.set(
        ["containers", i2, "sourceCode"],
        { cloudStorageSource: { bucket, object, ...generation && { generation } } },
        at2
      );
  });
}
function forContainers({ scope, containers }, given, use) {
  if (!given) return;
  for (const [name, value] of Object.entries(given.value)) {
    const index = name === "" ? ingressIndex(containers) : containers.findIndex((container2) => container2.name === name);
    if (index >= 0) use(index, name, value, given);
    else scope.problem(given.at, given.words, `names the container "${name}", which does not exist.`);
  }
}
function checkImages({ scope, words: words2, containers }) {
  containers.forEach((container2, i2) => {
    if (container2.image === void 0 && container2.sourceCode === void 0)
      scope.problem(scope.locate(["containers", i2]), `${words2}.containers[${i2}]`, "has no image.");
  });
}
function checkVolumes({ scope, words: words2, containers }) {
  const volumes2 = scope.get("volumes") ?? [];
  volumes2.forEach(({ name }, i2) => {
    if (name !== void 0 && volumes2.findIndex((other) => other.name === name) !== i2)
      scope.problem(
        scope.locate(["volumes", i2, "name"]),
        `${words2}.volumes[${i2}].name`,
        `is "${name}" again. Volume names differ.`
      );
  });
  containers.forEach(({ volumeMounts: volumeMounts2 = [] }, i2) => {
    volumeMounts2.forEach((mount, n) => {
      const at2 = scope.locate(["containers", i2, "volumeMounts", n]);
      const here = `${words2}.containers[${i2}].volumeMounts[${n}]`;
      const volume = volumes2.find(({ name }) => name === mount.name);
      if (mount.name !== void 0 && !volume)
        scope.problem(at2, here, `names the volume "${mount.name}", which does not exist.`);
      if (volume?.secret && mount.subPath !== void 0)
        scope.problem(
          at2,
          here,
          "has a subPath, which cannot be combined with a secret. Choose files by the items of the volume."
        );
      if (volume?.cloudSqlInstance ? (mount.mountPath ?? "/cloudsql") !== "/cloudsql" : mount.mountPath === void 0 && volume)
        scope.problem(
          at2,
          here,
          volume?.cloudSqlInstance ? "is not at /cloudsql, the only place for Cloud SQL." : "has no mountPath."
        );
      if (mount.mountPath !== void 0 && volumeMounts2.findIndex(({ mountPath }) => mountPath === mount.mountPath) !== n)
        scope.problem(
          at2,
          here,
          `mounts a second volume at ${mount.mountPath}. Mount each volume in a separate directory.`
        );
    });
  });
}
var CLOUD_SQL, CLOUD_SQL_VOLUME, hasGpu;
var init_containers = __esm({
  "src/manifest/kinds/containers.ts"() {
    "use strict";
    init_fetch_classes();
    init_image();
    init_dependency_circle();
    CLOUD_SQL = "run.googleapis.com/cloudsql-instances";
    CLOUD_SQL_VOLUME = { name: "cloudsql", mountPath: "/cloudsql" };
    hasGpu = ({ resources: resources2 }) => Number(resources2?.limits?.["nvidia.com/gpu"] ?? 0) > 0;
  }
});

// src/manifest/kinds/metadata.ts
function textKeys(to, rows, options = {}) {
  return {
    rows,
    others: (key) => {
      if (key === "managed-by") return drop("every deploy sets it to github-actions.", text2);
      if (isReserved(to.at(-1), key)) return reserve(text2);
      if (SYSTEM.test(key)) return to.at(-1) === "labels" || SERVER_ONLY.test(key) ? stripUnknown(text2) : void 0;
      if (TOOLS.test(key)) return drop("it means nothing to Cloud Run.", text2);
      return carry([...to, key], text2);
    },
    ...options.finish && { finish: options.finish }
  };
}
function objectMeta(name, labels, annotations2) {
  return {
    rows: {
      name,
      namespace,
      labels: nest("", labels),
      annotations: nest("", annotations2),
      generation: strip(integer()),
      resourceVersion: strip(text2),
      uid: strip(text2),
      selfLink: strip(text2),
      creationTimestamp: strip(text2),
      deletionTimestamp: strip(text2),
      clusterName: refuse(NO_META),
      deletionGracePeriodSeconds: refuse(NO_META),
      finalizers: refuse(NO_META),
      ownerReferences: refuse(NO_META),
      generateName: refuse('is not supported by Cloud Run. Give the name itself as "name".')
    }
  };
}
function finishBinaryAuthorization(scope) {
  const policy = scope.kept(BINARY_AUTHORIZATION);
  const breakglass = scope.kept(BREAKGLASS);
  if (policy?.value === "default") scope.set("binaryAuthorization.useDefault", true, policy.at);
  else if (policy) {
    const name = policy.value.startsWith("projects/") ? policy.value : `projects/${scope.source.project}/platforms/cloudRun/${policy.value}`;
    scope.set("binaryAuthorization.policy", name, policy.at);
  }
  if (!breakglass) return;
  if (policy?.value !== "default")
    scope.problem(breakglass.at, breakglass.words, `goes only with ${BINARY_AUTHORIZATION}: default.`);
  else scope.set("binaryAuthorization.breakglassJustification", breakglass.value, breakglass.at);
}
var SYSTEM, TOOLS, SERVER_ONLY, NO_META, resourceName, namespace, LOCATION, region, resourceLabels, BINARY_AUTHORIZATION, BREAKGLASS, sharedAnnotations, description, envelope;
var init_metadata = __esm({
  "src/manifest/kinds/metadata.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
    init_table();
    init_values();
    SYSTEM = /^(?:[a-z0-9.-]+\.)?(?:run\.googleapis\.com|cloud\.googleapis\.com|serving\.knative\.dev|autoscaling\.knative\.dev)(?:\/|$)/;
    TOOLS = /^(?:client\.knative\.dev|networking\.knative\.dev|runapps\.googleapis\.com)\//;
    SERVER_ONLY = /\/(?:(?:satisfies|supports)[A-Z]\w*|[\w-]+-status|\w+Time|\w*(?:creator|lastModifier)(?:Email)?|operation-id|urls?|uid|serviceUid|routes?|configuration(?:Generation)?|routingState(?:Modified)?|lastPinned|revisionName)$/i;
    NO_META = "is not supported by Cloud Run. Remove it.";
    resourceName = (fewerThan) => (node) => {
      const value = text2(node);
      if (!/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(value) || value.length >= fewerThan)
        throw new Invalid(
          `is ${describe(node)}. Expected lower-case letters, digits and hyphens, a letter first, no hyphen last, fewer than ${fewerThan} characters.`
        );
      return value;
    };
    namespace = check((node, { source }) => {
      const value = node.kind === "scalar" && node.type === "integer" ? node.source : nonEmpty(node);
      if (value !== source.project && !/^\d+$/.test(value))
        throw new Invalid(
          `is "${value}", but the project to deploy to is "${source.project}". Remove it, or make them agree.`
        );
    });
    LOCATION = "cloud.googleapis.com/location";
    region = check((node, { source }) => {
      if (text2(node) !== source.region)
        throw new Invalid(
          `is ${describe(node)}, but the region to deploy to is "${source.region}". Remove it, or make them agree.`
        );
    });
    resourceLabels = (rows = {}) => textKeys(["labels"], {
      [LOCATION]: region,
      "networking.knative.dev/visibility": drop(
        "it works on clusters only. Use the annotation run.googleapis.com/ingress.",
        text2
      ),
      "run.googleapis.com/lastUpdatedTime": strip(text2),
      ...rows
    });
    BINARY_AUTHORIZATION = "run.googleapis.com/binary-authorization";
    BREAKGLASS = "run.googleapis.com/binary-authorization-breakglass";
    sharedAnnotations = {
      "run.googleapis.com/client-name": carry("client", text2),
      "run.googleapis.com/client-version": carry("clientVersion", text2),
      "run.googleapis.com/launch-stage": carry("launchStage", oneOf({ ALPHA: "ALPHA", BETA: "BETA", GA: "GA" })),
      [BINARY_AUTHORIZATION]: keep(nonEmpty),
      [BREAKGLASS]: keep(nonEmpty),
      "serving.knative.dev/creator": strip(text2),
      "serving.knative.dev/lastModifier": strip(text2),
      "run.googleapis.com/creator": strip(text2),
      "run.googleapis.com/lastModifier": strip(text2),
      "run.googleapis.com/creatorEmail": strip(text2),
      "run.googleapis.com/lastModifierEmail": strip(text2),
      "run.googleapis.com/operation-id": strip(text2),
      "run.googleapis.com/satisfiesPzs": strip(text2),
      "run.googleapis.com/supportsPzs": strip(text2),
      "run.googleapis.com/threat-detection": strip(textBoolean)
    };
    description = carry("description", text2);
    envelope = (apiVersion) => ({
      apiVersion: check((node) => {
        if (text2(node) !== apiVersion) throw new Invalid(`is ${describe(node)}. Expected ${apiVersion}.`);
      }),
      kind: check(text2),
      status: strip(anything)
    });
  }
});

// src/manifest/kinds/template.ts
function finishTemplate(scope, takesRequests) {
  const { name, words: words2, at: at2 } = scope;
  const revision = scope.get("revision");
  if (revision !== void 0 && name !== "" && !revision.startsWith(`${name}-`))
    scope.problem(
      scope.locate("revision"),
      `${words2}.metadata.name`,
      `is "${revision}". A revision's name starts with "${name}-".`
    );
  if (scope.get("vpcAccess.connector") !== void 0 && scope.get("vpcAccess.networkInterfaces") !== void 0)
    scope.problem(
      scope.locate("vpcAccess.networkInterfaces"),
      `${words2}.metadata.annotations`,
      "has vpc-access-connector and network-interfaces. Keep one of the two."
    );
  if (scope.get("encryptionKeyShutdownDuration") !== void 0 && scope.get("encryptionKeyRevocationAction") !== "SHUTDOWN")
    scope.problem(
      scope.locate("encryptionKeyShutdownDuration"),
      `${words2}.metadata.annotations`,
      "has encryption-key-shutdown-hours, which goes only with post-key-revocation-action-type: shut-down."
    );
  if (scope.get("scaling.cpuUtilization") === 0 && scope.get("scaling.concurrencyUtilization") === 0)
    scope.problem(
      scope.locate("scaling.cpuUtilization"),
      `${words2}.metadata.annotations`,
      "disables both scaling targets. Keep one."
    );
  const { minInstanceCount: min = 0, maxInstanceCount: max } = scope.get("scaling") ?? {};
  if (max !== void 0 && min > max)
    scope.problem(
      scope.locate("scaling.minInstanceCount"),
      `${words2}.metadata.annotations`,
      `has a minScale of ${min}, more than the maxScale of ${max}.`
    );
  if (!scope.has("spec")) scope.problem(at2, words2, "has no spec. Expected spec.containers.");
  else finishContainers(scope, `${words2}.spec`, takesRequests ? "Service" : "WorkerPool");
}
var NO_V2, FULL_NAME, cloudSqlInstances, secretAliases, isNetworkInterfaces, runtimeAnnotations, executionEnvironment, revisionAnnotations, utilization, requestAnnotations, noRequests, workerAnnotations, templateLabels, revisionName, ACCELERATOR, runtimeClass, revisionSpec, serviceTemplate, workerTemplate;
var init_template = __esm({
  "src/manifest/kinds/template.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    init_values();
    init_container();
    init_containers();
    init_metadata();
    init_volumes();
    NO_V2 = "has no equivalent in the Cloud Run v2 API. Remove it.";
    FULL_NAME = /^projects\//;
    cloudSqlInstances = (node) => {
      const instances = commaList(node);
      const bad = instances.find(
        (instance) => !/^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]*:[a-z0-9-]+:[a-z][a-z0-9-]*$/.test(instance)
      );
      if (bad !== void 0)
        throw new Invalid(
          `names "${bad}". Expected project:region:instance, comma-separated, for instance \${PROJECT}:\${REGION}:database.`
        );
      return instances;
    };
    secretAliases = (node) => new Map(
      commaList(node).map((item) => {
        const [, alias, name] = /^([^:]+):(projects\/[^/]+\/secrets\/[A-Za-z0-9_-]+)$/.exec(item) ?? [];
        if (!alias || !name) throw new Invalid(`has "${item}". Expected ALIAS:projects/PROJECT/secrets/NAME.`);
        return [alias, name];
      })
    );
    isNetworkInterfaces = (value) => Array.isArray(value) && value.length > 0 && value.every(
      (item) => isRecord(item) && Object.entries(item).every(
        ([key, part]) => key === "tags" ? isTexts(part) : ["network", "subnetwork"].includes(key) && typeof part === "string"
      ) && (item.network !== void 0 || item.subnetwork !== void 0)
    );
    runtimeAnnotations = (at2) => ({
      "run.googleapis.com/cloudsql-instances": keep(cloudSqlInstances),
      "run.googleapis.com/secrets": keep(secretAliases),
      "run.googleapis.com/container-dependencies": keep(
        structured(
          (value) => isRecord(value) && Object.values(value).every(isTexts),
          '{"app":["proxy"]}'
        )
      ),
      "run.googleapis.com/vpc-access-connector": carry(`${at2}vpcAccess.connector`, (node, { source }) => {
        const name = nonEmpty(node);
        return FULL_NAME.test(name) ? name : `projects/${source.project}/locations/${source.region}/connectors/${name}`;
      }),
      "run.googleapis.com/vpc-access-egress": carry(
        `${at2}vpcAccess.egress`,
        oneOf({ "all-traffic": "ALL_TRAFFIC", all: "ALL_TRAFFIC", "private-ranges-only": "PRIVATE_RANGES_ONLY" })
      ),
      "run.googleapis.com/network-interfaces": carry(
        `${at2}vpcAccess.networkInterfaces`,
        structured(isNetworkInterfaces, '[{"network":"default","subnetwork":"default","tags":["web"]}]')
      ),
      "run.googleapis.com/encryption-key": carry(`${at2}encryptionKey`, nonEmpty),
      "run.googleapis.com/gpu-zonal-redundancy-disabled": carry(`${at2}gpuZonalRedundancyDisabled`, textBoolean),
      "run.googleapis.com/sandbox": drop("Cloud Run chooses the sandbox itself.", text2),
      "run.googleapis.com/mesh-dataplane": refuse(NO_V2),
      "run.googleapis.com/identity": refuse(NO_V2),
      "run.googleapis.com/enable-workload-certificate": refuse(NO_V2),
      "run.googleapis.com/identity-certificate-enabled": refuse(NO_V2),
      "run.googleapis.com/identity-type": refuse(NO_V2),
      "run.googleapis.com/ambient-networking": refuse(NO_V2),
      "run.googleapis.com/ambient-scope": refuse(NO_V2),
      "run.googleapis.com/overflow-scaling": refuse(NO_V2),
      "run.googleapis.com/build-config": refuse(NO_V2),
      "run.googleapis.com/secure-session-agent": refuse(
        "has no field in the v2 API that is known to mean the same. Remove it."
      )
    });
    executionEnvironment = oneOf({ gen1: "EXECUTION_ENVIRONMENT_GEN1", gen2: "EXECUTION_ENVIRONMENT_GEN2" });
    revisionAnnotations = {
      ...runtimeAnnotations(""),
      "run.googleapis.com/post-key-revocation-action-type": carry(
        "encryptionKeyRevocationAction",
        oneOf({ "prevent-new": "PREVENT_NEW", "shut-down": "SHUTDOWN" })
      ),
      "run.googleapis.com/encryption-key-shutdown-hours": carry("encryptionKeyShutdownDuration", textHours),
      "run.googleapis.com/mesh": carry("serviceMesh.mesh", (node, { source }) => {
        const name = nonEmpty(node);
        return FULL_NAME.test(name) ? name : `projects/${source.project}/locations/global/meshes/${name}`;
      }),
      "run.googleapis.com/base-images": keep(structured(isTextRecord, '{"app":"us-docker.pkg.dev/\u2026"}')),
      "run.googleapis.com/sources": keep(structured(isTextRecord, '{"app":"gs://bucket/object"}')),
      "run.googleapis.com/build-function-target": strip(text2),
      "run.googleapis.com/build-id": strip(text2),
      "run.googleapis.com/build-source-location": strip(text2)
    };
    utilization = (node) => {
      const value = text2(node);
      if (value === "disabled") return 0;
      if (!/^0?\.\d+$/.test(value) || Number(value) === 0)
        throw new Invalid(`is ${describe(node)}. Expected a share in quotes, for instance "0.6", or "disabled".`);
      return Number(value);
    };
    requestAnnotations = {
      "autoscaling.knative.dev/minScale": carry("scaling.minInstanceCount", textInteger({ min: 0 })),
      "autoscaling.knative.dev/maxScale": carry("scaling.maxInstanceCount", textInteger({ min: 1 })),
      "run.googleapis.com/scaling-cpu-target": carry("scaling.cpuUtilization", utilization),
      "run.googleapis.com/scaling-concurrency-target": carry("scaling.concurrencyUtilization", utilization),
      "run.googleapis.com/cpu-throttling": keep(textBoolean),
      "run.googleapis.com/startup-cpu-boost": keep(textBoolean),
      "run.googleapis.com/sessionAffinity": carry("sessionAffinity", textBoolean),
      "run.googleapis.com/health-check-disabled": carry("healthCheckDisabled", textBoolean),
      "run.googleapis.com/execution-environment": carry("executionEnvironment", executionEnvironment),
      "run.googleapis.com/client-name": carry("client", text2),
      "run.googleapis.com/client-version": carry("clientVersion", text2)
    };
    noRequests = "cannot be combined with a worker pool, which takes no requests.";
    workerAnnotations = {
      ...Object.fromEntries(Object.keys(requestAnnotations).map((key) => [key, refuse(`${noRequests} Remove it.`)])),
      "autoscaling.knative.dev/minScale": refuse(
        `${noRequests} Use run.googleapis.com/manualInstanceCount in metadata.annotations.`
      ),
      "autoscaling.knative.dev/maxScale": refuse(
        `${noRequests} Use run.googleapis.com/manualInstanceCount in metadata.annotations.`
      ),
      "run.googleapis.com/execution-environment": drop(
        "worker pools always run in gen2.",
        only("gen2", "Worker pools always run in gen2.")
      ),
      "run.googleapis.com/client-name": drop("a worker pool keeps it in metadata.annotations.", text2),
      "run.googleapis.com/client-version": drop("a worker pool keeps it in metadata.annotations.", text2)
    };
    templateLabels = textKeys(["labels"], {
      "client.knative.dev/nonce": drop("a new revision is named by us.", text2),
      "run.googleapis.com/startupProbeType": drop("the server sets it.", text2),
      "serving.knative.dev/service": strip(text2)
    });
    revisionName = carry(
      "revision",
      matching(
        /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
        "at most 63 lower-case letters, digits and hyphens, a letter first, no hyphen last"
      )
    );
    ACCELERATOR = nest("", {
      rows: { "run.googleapis.com/accelerator": carry("nodeSelector.accelerator", nonEmpty) }
    });
    runtimeClass = drop(
      "base-images implies it.",
      only(
        "run.googleapis.com/linux-base-image-update",
        "Cloud Run knows only run.googleapis.com/linux-base-image-update."
      )
    );
    revisionSpec = (rows, kind) => ({
      rows: {
        ...rows,
        serviceAccountName: carry("serviceAccount", nonEmpty),
        containers: list2("containers", container(kind)),
        volumes: list2("volumes", volumes),
        nodeSelector: ACCELERATOR,
        runtimeClassName: runtimeClass,
        enableServiceLinks: drop("Cloud Run has no service links.", boolean),
        imagePullSecrets: refuse("is not supported by Cloud Run. Let the service agent read the repository instead.")
      }
    });
    serviceTemplate = {
      rows: {
        metadata: nest(
          "",
          objectMeta(
            revisionName,
            templateLabels,
            textKeys(["annotations"], { ...revisionAnnotations, ...requestAnnotations })
          )
        ),
        spec: nest(
          "",
          revisionSpec(
            {
              containerConcurrency: carry(
                "maxInstanceRequestConcurrency",
                (node) => integer({ min: 0 })(node) || void 0
              ),
              timeoutSeconds: carry("timeout", seconds({ min: 1 }))
            },
            "Service"
          )
        )
      },
      finish: (scope) => finishTemplate(scope, true)
    };
    workerTemplate = {
      rows: {
        metadata: nest(
          "",
          objectMeta(
            revisionName,
            templateLabels,
            textKeys(["annotations"], { ...revisionAnnotations, ...workerAnnotations })
          )
        ),
        spec: nest(
          "",
          revisionSpec(
            {
              containerConcurrency: drop("a worker pool takes no requests.", integer()),
              timeoutSeconds: drop("a worker pool takes no requests.", integer())
            },
            "WorkerPool"
          )
        )
      },
      finish: (scope) => finishTemplate(scope, false)
    };
  }
});

// src/manifest/kinds/job.ts
var executionMeta, taskSpec, executionSpec, executionTemplate, job;
var init_job = __esm({
  "src/manifest/kinds/job.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    init_values();
    init_container();
    init_containers();
    init_metadata();
    init_template();
    init_volumes();
    executionMeta = objectMeta(
      refuse("is not supported: the server names the executions of a job. Remove it."),
      textKeys(["labels"], { "client.knative.dev/nonce": drop("the image is named by its digest.", text2) }),
      textKeys(["annotations"], {
        ...runtimeAnnotations("template."),
        "run.googleapis.com/execution-environment": carry("template.executionEnvironment", executionEnvironment),
        "run.googleapis.com/client-name": drop("a job keeps it in metadata.annotations.", text2),
        "run.googleapis.com/client-version": drop("a job keeps it in metadata.annotations.", text2)
      })
    );
    taskSpec = {
      rows: {
        maxRetries: carry("maxRetries", integer({ min: 0 })),
        timeoutSeconds: carry("timeout", seconds({ min: 1 })),
        serviceAccountName: carry("serviceAccount", nonEmpty),
        containers: list2("containers", container("Job")),
        volumes: list2("volumes", volumes),
        nodeSelector: ACCELERATOR
      }
    };
    executionSpec = {
      rows: {
        parallelism: carry("parallelism", integer({ min: 0 })),
        taskCount: carry("taskCount", integer({ min: 1 })),
        delayExecution: carry("delayExecution", boolean),
        template: nest("template", { rows: { spec: nest("", taskSpec) } })
      }
    };
    executionTemplate = {
      rows: { metadata: nest("", executionMeta), spec: nest("", executionSpec) },
      finish: (scope) => {
        const task = {
          ...scope,
          get: (path6) => scope.get(["template", ...toPath(path6)]),
          set: (path6, value, at2) => scope.set(["template", ...toPath(path6)], value, at2),
          remove: (path6) => scope.remove(["template", ...toPath(path6)]),
          locate: (path6) => scope.locate(["template", ...toPath(path6)])
        };
        if (task.get("vpcAccess.connector") !== void 0 && task.get("vpcAccess.networkInterfaces") !== void 0)
          scope.problem(
            task.locate("vpcAccess.networkInterfaces"),
            `${scope.words}.metadata.annotations`,
            "has vpc-access-connector and network-interfaces. Keep one of the two."
          );
        finishContainers(task, `${scope.words}.spec.template.spec`, "Job");
      }
    };
    job = {
      rows: {
        ...envelope("run.googleapis.com/v1"),
        metadata: nest(
          "",
          objectMeta(
            check(resourceName(50)),
            resourceLabels(),
            textKeys(["annotations"], sharedAnnotations, { finish: finishBinaryAuthorization })
          )
        ),
        spec: nest("", {
          rows: {
            startExecutionToken: carry("startExecutionToken", nonEmpty),
            runExecutionToken: carry("runExecutionToken", nonEmpty),
            template: nest("template", executionTemplate)
          },
          finish: ({ at: at2, words: words2, get: get2, has, problem, name }) => {
            if (!has("template")) problem(at2, words2, "has no template.");
            const start = get2("startExecutionToken");
            const run2 = get2("runExecutionToken");
            if (start !== void 0 && run2 !== void 0)
              problem(at2, words2, "has startExecutionToken and runExecutionToken. Keep one of the two.");
            if ((start ?? run2 ?? "").length + name.length >= 63)
              problem(
                at2,
                words2,
                "has a token that is too long: together with the job's name it has to have fewer than 63 characters."
              );
          }
        })
      }
    };
  }
});

// src/google/run/resources.ts
var LATEST, REVISION;
var init_resources = __esm({
  "src/google/run/resources.ts"() {
    "use strict";
    init_fetch_classes();
    LATEST = "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST";
    REVISION = "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION";
  }
});

// src/manifest/kinds/traffic.ts
function finishTargets({ get: get2, locate, problem, words: words2, name }, field) {
  const targets = get2(field);
  if (!targets || targets.length === 0) return;
  const here = `${words2}.${field}`;
  const sum = targets.reduce((total, { percent: percent2 = 0 }) => total + percent2, 0);
  if (sum !== 100) problem(locate(field), here, `adds up to ${sum} %. Expected 100 %.`);
  targets.forEach(({ tag }, i2) => {
    if (tag === void 0) return;
    const at2 = locate([field, i2, "tag"]);
    if (tag.length < 3) problem(at2, `${here}[${i2}].tag`, `is "${tag}". Expected at least 3 characters.`);
    if (tag.length + name.length > 46)
      problem(
        at2,
        `${here}[${i2}].tag`,
        `is "${tag}", which together with the service's name has ${tag.length + name.length} characters. At most 46 fit into the tag's URL.`
      );
    if (targets.findIndex((other) => other.tag === tag) !== i2)
      problem(at2, `${here}[${i2}].tag`, `is "${tag}" again. A tag names one revision.`);
  });
}
var SPLIT_LATEST, SPLIT_REVISION, target, trafficTarget, instanceSplit;
var init_traffic = __esm({
  "src/manifest/kinds/traffic.ts"() {
    "use strict";
    init_fetch_classes();
    init_resources();
    init_table();
    init_values();
    SPLIT_LATEST = "INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST";
    SPLIT_REVISION = "INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION";
    target = (types, rows) => ({
      rows: {
        latestRevision: carry("type", (node) => boolean(node) ? types.latest : types.revision),
        revisionName: carry("revision", nonEmpty),
        percent: carry("percent", integer({ min: 0, max: 100 })),
        ...rows
      },
      finish: ({ at: at2, words: words2, get: get2, set, problem, atKey }) => {
        const revision = get2("revision");
        const latest = get2("type") === types.latest;
        if (latest && revision !== void 0)
          problem(at2, words2, "has latestRevision: true and a revisionName. Keep one of the two.");
        else if (get2("type") === types.revision && revision === void 0)
          problem(at2, words2, "has latestRevision: false and no revisionName. Name the revision.");
        else
          set(
            "type",
            revision === void 0 ? types.latest : types.revision,
            revision === void 0 ? at2 : atKey("revisionName")
          );
      }
    });
    trafficTarget = target(
      { latest: LATEST, revision: REVISION },
      {
        tag: carry(
          "tag",
          matching(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/, "lower-case letters, digits and hyphens, no hyphen first or last")
        ),
        configurationName: check((node) => {
          if (text2(node) !== "")
            throw new Invalid(`is ${describe(node)}. Cloud Run has no configurations: use latestRevision or revisionName.`);
        }),
        url: strip(text2)
      }
    );
    instanceSplit = target(
      { latest: SPLIT_LATEST, revision: SPLIT_REVISION },
      { tag: refuse("cannot be combined with a worker pool, which has no URL. Remove it.") }
    );
  }
});

// src/manifest/kinds/service.ts
var NO_V22, buildAnnotations, scalingAnnotations, serviceAnnotations, service;
var init_service = __esm({
  "src/manifest/kinds/service.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    init_values();
    init_metadata();
    init_template();
    init_traffic();
    NO_V22 = "has no equivalent in the Cloud Run v2 API. Remove it.";
    buildAnnotations = {
      "run.googleapis.com/build-name": strip(text2),
      "run.googleapis.com/build-id": drop("build-name took its place.", text2),
      "run.googleapis.com/build-source-location": carry("buildConfig.sourceLocation", nonEmpty),
      "run.googleapis.com/source-location": carry("buildConfig.sourceLocation", nonEmpty),
      "run.googleapis.com/build-function-target": carry("buildConfig.functionTarget", nonEmpty),
      "run.googleapis.com/function-target": carry("buildConfig.functionTarget", nonEmpty),
      "run.googleapis.com/build-image-uri": carry("buildConfig.imageUri", nonEmpty),
      "run.googleapis.com/image-uri": carry("buildConfig.imageUri", nonEmpty),
      "run.googleapis.com/build-base-image": carry("buildConfig.baseImage", nonEmpty),
      "run.googleapis.com/build-enable-automatic-updates": carry("buildConfig.enableAutomaticUpdates", textBoolean),
      "run.googleapis.com/enable-automatic-updates": carry("buildConfig.enableAutomaticUpdates", textBoolean),
      "run.googleapis.com/build-worker-pool": carry("buildConfig.workerPool", nonEmpty),
      "run.googleapis.com/build-environment-variables": carry(
        "buildConfig.environmentVariables",
        structured(isTextRecord, '{"NAME":"value"}')
      ),
      "run.googleapis.com/build-service-account": carry("buildConfig.serviceAccount", nonEmpty),
      "run.googleapis.com/base-images": keep(structured(isTextRecord, '{"app":"us-docker.pkg.dev/\u2026"}'))
    };
    scalingAnnotations = {
      "run.googleapis.com/minScale": carry("scaling.minInstanceCount", textInteger({ min: 0 })),
      "run.googleapis.com/maxScale": carry("scaling.maxInstanceCount", textInteger({ min: 1 })),
      "run.googleapis.com/scalingMode": carry("scaling.scalingMode", oneOf({ automatic: "AUTOMATIC", manual: "MANUAL" })),
      "run.googleapis.com/manualInstanceCount": carry("scaling.manualInstanceCount", textInteger({ min: 0 }))
    };
    serviceAnnotations = {
      ...sharedAnnotations,
      ...scalingAnnotations,
      ...buildAnnotations,
      "run.googleapis.com/description": description,
      "run.googleapis.com/ingress": carry(
        "ingress",
        oneOf({
          all: "INGRESS_TRAFFIC_ALL",
          internal: "INGRESS_TRAFFIC_INTERNAL_ONLY",
          "internal-and-cloud-load-balancing": "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
          none: "INGRESS_TRAFFIC_NONE"
        })
      ),
      "run.googleapis.com/ingress-status": strip(text2),
      "run.googleapis.com/custom-audiences": carry("customAudiences", structured(isTexts, '["https://api.example.com"]')),
      "run.googleapis.com/default-url-disabled": carry("defaultUriDisabled", textBoolean),
      "run.googleapis.com/invoker-iam-disabled": carry("invokerIamDisabled", textBoolean),
      "run.googleapis.com/iap-enabled": carry("iapEnabled", textBoolean),
      "run.googleapis.com/ssh-enabled": carry("sshEnabled", textBoolean),
      "run.googleapis.com/regions": carry("multiRegionSettings.regions", commaList),
      "run.googleapis.com/urls": strip(text2),
      "run.googleapis.com/max-surge": refuse(NO_V22),
      "run.googleapis.com/max-unavailable": refuse(NO_V22),
      "run.googleapis.com/gc-traffic-tags": refuse(NO_V22),
      "run.googleapis.com/presets": refuse(NO_V22),
      "runapps.googleapis.com/gclb-domain-name": refuse(NO_V22)
    };
    service = {
      rows: {
        ...envelope("serving.knative.dev/v1"),
        metadata: nest(
          "",
          objectMeta(
            check(resourceName(50)),
            resourceLabels({ "run.googleapis.com/multi-region-id": carry("multiRegionSettings.multiRegionId", nonEmpty) }),
            textKeys(["annotations"], serviceAnnotations, { finish: finishBinaryAuthorization })
          )
        ),
        spec: nest("", {
          rows: { template: nest("template", serviceTemplate), traffic: list2("traffic", trafficTarget) },
          finish: (scope) => {
            if (!scope.has("template")) scope.problem(scope.at, scope.words, "has no template.");
            finishTargets(scope, "traffic");
          }
        })
      }
    };
  }
});

// src/manifest/kinds/worker-pool.ts
var MANUAL_ONLY, annotations, workerPool;
var init_worker_pool = __esm({
  "src/manifest/kinds/worker-pool.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    init_values();
    init_metadata();
    init_template();
    init_traffic();
    MANUAL_ONLY = "is not supported: a worker pool has a fixed number of instances. Use run.googleapis.com/manualInstanceCount.";
    annotations = {
      ...sharedAnnotations,
      "run.googleapis.com/description": description,
      "run.googleapis.com/custom-audiences": carry("customAudiences", structured(isTexts, '["https://api.example.com"]')),
      "run.googleapis.com/manualInstanceCount": carry("scaling.manualInstanceCount", textInteger({ min: 0 })),
      "run.googleapis.com/scalingMode": drop("it is what a worker pool always does.", only("manual", MANUAL_ONLY)),
      "run.googleapis.com/minScale": refuse(MANUAL_ONLY),
      "run.googleapis.com/maxScale": refuse(MANUAL_ONLY),
      "run.googleapis.com/max-surge": refuse("has no equivalent in the Cloud Run v2 API. Remove it."),
      "run.googleapis.com/max-unavailable": refuse("has no equivalent in the Cloud Run v2 API. Remove it.")
    };
    workerPool = {
      rows: {
        ...envelope("run.googleapis.com/v1"),
        metadata: nest(
          "",
          objectMeta(
            check(resourceName(50)),
            resourceLabels(),
            textKeys(["annotations"], annotations, { finish: finishBinaryAuthorization })
          )
        ),
        spec: nest("", {
          rows: { template: nest("template", workerTemplate), instanceSplits: list2("instanceSplits", instanceSplit) },
          finish: (scope) => {
            if (!scope.has("template")) scope.problem(scope.at, scope.words, "has no template.");
            finishTargets(scope, "instanceSplits");
          }
        })
      }
    };
  }
});

// src/manifest/tables.ts
var TABLES;
var init_tables = __esm({
  "src/manifest/tables.ts"() {
    "use strict";
    init_fetch_classes();
    init_job();
    init_service();
    init_worker_pool();
    TABLES = { Service: service, Job: job, WorkerPool: workerPool };
  }
});

// src/manifest/defaults.ts
function withServerDefaults(kind, resource) {
  const copy = structuredClone(resource);
  if (kind === "Job") return jobDefaults(copy);
  const { template = {}, ...rest } = copy;
  if (kind === "WorkerPool")
    return {
      ...rest,
      scaling: { manualInstanceCount: 1, ...rest.scaling },
      template: templateDefaults(template, false)
    };
  return {
    ingress: "INGRESS_TRAFFIC_ALL",
    ...rest,
    scaling: { scalingMode: "AUTOMATIC", ...rest.scaling },
    template: templateDefaults(template, true)
  };
}
function templateDefaults(template, takesRequests) {
  const { containers = [] } = template;
  const ingress = takesRequests ? ingressIndex(containers) : -1;
  const cpu = milli(containers[ingress]?.resources?.limits?.cpu ?? "1");
  return {
    ...takesRequests && { timeout: "300s", maxInstanceRequestConcurrency: cpu < 1e3 ? 1 : 80 },
    ...withoutDefaultAccount(template),
    ...takesRequests && { scaling: { maxInstanceCount: 100, ...template.scaling } },
    ...networkDefaults(template),
    containers: containers.map((container2, i2) => containerDefaults(container2, i2 === ingress, takesRequests)),
    volumes: (template.volumes ?? []).map(volumeDefaults)
  };
}
function jobDefaults(job2) {
  const task = job2.template?.template ?? {};
  return {
    ...job2,
    template: {
      taskCount: 1,
      ...job2.template,
      template: {
        maxRetries: 3,
        timeout: "600s",
        executionEnvironment: "EXECUTION_ENVIRONMENT_GEN2",
        ...withoutDefaultAccount(task),
        ...networkDefaults(task),
        containers: (task.containers ?? []).map((container2) => containerDefaults(container2, false, false)),
        volumes: (task.volumes ?? []).map(volumeDefaults)
      }
    }
  };
}
function withoutDefaultAccount(template) {
  const { serviceAccount, ...rest } = template;
  return serviceAccount === void 0 || DEFAULT_ACCOUNT.test(serviceAccount) ? rest : template;
}
function containerDefaults(container2, ingress, takesRequests) {
  const { resources: resources2, ports: ports2, startupProbe, livenessProbe, readinessProbe } = container2;
  const port2 = ports2?.[0]?.containerPort ?? DEFAULT_PORT;
  const limits = { cpu: "1", memory: "512Mi", ...resources2?.limits };
  const probed = (probe) => probe && probeDefaults(probe, port2);
  const checks = {
    startupProbe: probed(startupProbe ?? (ingress ? defaultStartupProbe(port2) : void 0)),
    livenessProbe: probed(livenessProbe),
    readinessProbe: probed(readinessProbe)
  };
  return {
    ...container2,
    resources: {
      // Only requests leave a CPU idle. The default is lost as soon as a client sends `resources`.
      ...takesRequests && (resources2 ?? { cpuIdle: true }),
      limits: { ...limits, cpu: `${milli(limits.cpu)}m` }
    },
    ...ingress && { ports: [{ name: "http1", ...ports2?.[0], containerPort: port2 }] },
    ...Object.fromEntries(Object.entries(checks).filter(([, probe]) => probe))
  };
}
function probeDefaults({ httpGet, tcpSocket, grpc, ...rest }, port2) {
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    failureThreshold: 3,
    ...rest,
    ...httpGet && { httpGet: { path: "/", port: port2, ...httpGet } },
    ...tcpSocket && { tcpSocket: { port: port2, ...tcpSocket } },
    ...grpc && { grpc: { port: port2, ...grpc } }
  };
}
var DEFAULT_PORT, DEFAULT_ACCOUNT, networkDefaults, volumeDefaults, defaultStartupProbe, milli;
var init_defaults = __esm({
  "src/manifest/defaults.ts"() {
    "use strict";
    init_fetch_classes();
    init_image();
    DEFAULT_PORT = 8080;
    DEFAULT_ACCOUNT = /^\d+-compute@developer\.gserviceaccount\.com$/;
    networkDefaults = ({ vpcAccess }) => vpcAccess ? { vpcAccess: { egress: "PRIVATE_RANGES_ONLY", ...vpcAccess } } : {};
    volumeDefaults = (volume) => volume.secret ? { ...volume, secret: { defaultMode: 292, ...volume.secret } } : volume;
    defaultStartupProbe = (port2) => ({
      timeoutSeconds: 240,
      periodSeconds: 240,
      failureThreshold: 1,
      tcpSocket: { port: port2 }
    });
    milli = (cpu) => cpu.endsWith("m") ? Number(cpu.slice(0, -1)) : Math.round(Number(cpu) * 1e3);
  }
});

// src/manifest/v1-names.ts
function wordsOf(kind, path6, labels) {
  const index = NAMES[kind];
  for (let length = path6.length; length > 0; length--) {
    const words2 = index.get(path6.slice(0, length).join("."))?.words;
    if (words2 === void 0) continue;
    const names = labels.filter((_, i2) => i2 < length && path6[i2] === "*");
    const start = words2.replace(/\*/g, () => String(names.shift()));
    return labels.slice(length).reduce((known, part) => below(known, String(part)), start);
  }
  return labels.join(".");
}
function indexOf(table, container2) {
  const index = /* @__PURE__ */ new Map();
  const add = (path6, words2, read3) => {
    const key = path6.join(".");
    if (path6.length > 0 && !index.has(key)) index.set(key, { words: words2, read: read3 });
  };
  const walk = ({ rows, others }, base, words2) => {
    for (const [key, row] of Object.entries(rows)) {
      const here = below(words2, key);
      if (row.does === "carry" && row.to.length > 0) add([...base, ...row.to], here, row.read);
      else if (row.does === "nest") {
        add(row.to.length > 0 ? [...base, ...row.to] : [], here);
        walk(row.table, [...base, ...row.to], here);
      } else if (row.does === "list") {
        add([...base, ...row.to], here);
        add([...base, ...row.to, "*"], `${here}[*]`);
        walk(row.table, [...base, ...row.to, "*"], `${here}[*]`);
      }
    }
    const user = others?.("x");
    if (user?.does === "carry") add([...base, ...user.to.slice(0, -1)], words2);
  };
  walk(table, [], "");
  for (const [field, annotation2] of Object.entries(OF_CONTAINERS))
    index.set(`${container2}.${field}`, {
      words: `spec.template.metadata.annotations["run.googleapis.com/${annotation2}"] of containers[*]`,
      read: /cpu/i.test(field) ? textBoolean : void 0
    });
  for (const [field, annotation2] of Object.entries(BINARY_AUTHORIZATION2))
    index.set(`binaryAuthorization.${field}`, { words: `metadata.annotations["run.googleapis.com/${annotation2}"]` });
  return index;
}
var OF_CONTAINERS, BINARY_AUTHORIZATION2, NAMES, readerOf;
var init_v1_names = __esm({
  "src/manifest/v1-names.ts"() {
    "use strict";
    init_fetch_classes();
    init_table();
    init_values();
    init_job();
    init_service();
    init_worker_pool();
    OF_CONTAINERS = {
      "resources.cpuIdle": "cpu-throttling",
      "resources.startupCpuBoost": "startup-cpu-boost",
      dependsOn: "container-dependencies",
      baseImageUri: "base-images",
      sourceCode: "sources"
    };
    BINARY_AUTHORIZATION2 = {
      useDefault: "binary-authorization",
      policy: "binary-authorization",
      breakglassJustification: "binary-authorization-breakglass"
    };
    NAMES = {
      Service: indexOf(service, "template.containers.*"),
      Job: indexOf(job, "template.template.containers.*"),
      WorkerPool: indexOf(workerPool, "template.containers.*")
    };
    readerOf = (kind, path6) => NAMES[kind].get(path6.join("."))?.read;
  }
});

// src/manifest/encode/gathered.ts
function gather(kind, resource) {
  const copy = structuredClone(resource);
  const annotations2 = /* @__PURE__ */ new Map();
  const path6 = containersPath(kind).slice(0, -1);
  const holder = path6.reduce((at2, key) => at2?.[key], copy);
  const containers = holder?.containers ?? [];
  if (kind === "Service") {
    forAll(containers, "cpuIdle", true, `${RUN}cpu-throttling`, annotations2);
    forAll(containers, "startupCpuBoost", false, `${RUN}startup-cpu-boost`, annotations2);
  }
  if (holder) gatherCloudSql(holder, containers, annotations2);
  byContainer(containers, "dependsOn", `${RUN}container-dependencies`, annotations2, (value) => value);
  byContainer(containers, "baseImageUri", `${RUN}base-images`, annotations2, (value) => value);
  byContainer(containers, "sourceCode", `${RUN}sources`, annotations2, sourceUri);
  for (const volume of holder?.volumes ?? []) toDriver(volume);
  gatherBinaryAuthorization(copy, annotations2);
  return { resource: copy, annotations: annotations2 };
}
function forAll(containers, field, standard, annotation2, annotations2) {
  const values = new Set(containers.map(({ resources: resources2 }) => resources2?.[field] ?? false));
  const value = containers[Math.max(0, ingressIndex(containers))]?.resources?.[field] ?? false;
  if (containers.length > 0 && (value !== standard || values.size > 1)) annotations2.set(annotation2, String(value));
  for (const { resources: resources2 } of containers) delete resources2?.[field];
}
function gatherCloudSql(holder, containers, annotations2) {
  const volumes2 = holder.volumes ?? [];
  const last = volumes2.at(-1);
  const mounted = (container2) => {
    const mount = container2.volumeMounts?.at(-1);
    return mount?.name === last?.name && (mount?.mountPath ?? "/cloudsql") === "/cloudsql" && !mount?.subPath;
  };
  if (last?.name !== "cloudsql" || !last.cloudSqlInstance || !containers.every(mounted)) return;
  if (volumes2.filter(({ cloudSqlInstance }) => cloudSqlInstance).length > 1) return;
  annotations2.set(`${RUN}cloudsql-instances`, (last.cloudSqlInstance.instances ?? []).join(","));
  withoutLast(holder, "volumes");
  for (const container2 of containers) withoutLast(container2, "volumeMounts");
}
function withoutLast(object, field) {
  const items2 = object[field].slice(0, -1);
  if (items2.length > 0) object[field] = items2;
  else delete object[field];
}
function byContainer(containers, field, annotation2, annotations2, word) {
  const entries = containers.flatMap((container2) => {
    const value = container2[field];
    delete container2[field];
    return value === void 0 ? [] : [[container2.name ?? "", word(value)]];
  });
  if (entries.length > 0) annotations2.set(annotation2, JSON.stringify(Object.fromEntries(entries)));
}
function sourceUri(value) {
  const { bucket, object, generation } = value.cloudStorageSource ?? {};
  return `gs://${bucket}/${object}${generation ? `#${generation}` : ""}`;
}
function toDriver(volume) {
  const { gcs, cloudSqlInstance } = volume;
  if (gcs) volume.csi = { driver: "gcs", ...gcs };
  else if (cloudSqlInstance) volume.csi = { driver: "cloudSqlInstance", ...cloudSqlInstance };
  delete volume.gcs;
  delete volume.cloudSqlInstance;
}
function gatherBinaryAuthorization(resource, annotations2) {
  const { useDefault, policy, breakglassJustification } = resource.binaryAuthorization ?? {};
  delete resource.binaryAuthorization;
  if (useDefault === true) annotations2.set(`${RUN}binary-authorization`, "default");
  else if (typeof policy === "string") annotations2.set(`${RUN}binary-authorization`, policy);
  if (typeof breakglassJustification === "string")
    annotations2.set(`${RUN}binary-authorization-breakglass`, breakglassJustification);
}
var RUN;
var init_gathered = __esm({
  "src/manifest/encode/gathered.ts"() {
    "use strict";
    init_fetch_classes();
    init_image();
    RUN = "run.googleapis.com/";
  }
});

// src/manifest/encode/values.ts
function written(value, read3, source) {
  return forms(value, read3.words ?? []).find((form) => {
    try {
      return (0, import_node_util.isDeepStrictEqual)(read3(toNode(form), { source }), value);
    } catch {
      return false;
    }
  });
}
function forms(value, words2) {
  if (typeof value === "boolean" || typeof value === "number")
    return [value, String(value), ...value === 0 ? ["disabled"] : [], ...words2];
  if (typeof value === "string") {
    const seconds3 = /^(\d+)s$/.exec(value)?.[1];
    const duration = seconds3 === void 0 ? [] : [Number(seconds3), String(Number(seconds3) / 3600)];
    return [value, ...words2, ...duration, true, false];
  }
  if (Array.isArray(value)) {
    const items2 = value.every((item) => typeof item === "string") ? [value, value.join(",")] : [];
    return [...items2, JSON.stringify(value)];
  }
  return value === void 0 || value === null ? [] : [JSON.stringify(value)];
}
function toNode(value) {
  if (typeof value === "string") return { kind: "scalar", type: "text", value, at: AT };
  if (typeof value === "boolean") return { kind: "scalar", type: "boolean", value, source: String(value), at: AT };
  if (typeof value === "number") return { kind: "scalar", type: "integer", value, source: String(value), at: AT };
  return { kind: "list", items: value.map(toNode), at: AT };
}
var import_node_util, AT;
var init_values2 = __esm({
  "src/manifest/encode/values.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_util = require("node:util");
    AT = { file: "" };
  }
});

// src/manifest/encode/index.ts
function toManifest(kind, name, resource, place) {
  const source = { ...place, text: "", file: "", substitutions: /* @__PURE__ */ new Map() };
  const { resource: gathered, annotations: annotations2 } = gather(kind, resource);
  const kept = new Map(annotations2);
  const done = /* @__PURE__ */ new Set();
  const encode = ({ rows, others }, base) => {
    const mapping = {};
    for (const [key, row] of Object.entries(rows)) {
      const value = encodeRow(row, key, base);
      if (value !== void 0) mapping[key] = value;
    }
    const user = others?.("x");
    if (user?.does === "carry") {
      for (const [key, value] of Object.entries(getAt2(gathered, [...base, ...user.to.slice(0, -1)]) ?? {}))
        if (others?.(key)?.does === "carry") mapping[key] = String(value);
    }
    return mapping;
  };
  const encodeRow = (row, key, base) => {
    switch (row.does) {
      case "carry": {
        const path6 = [...base, ...row.to];
        const value = row.to.length > 0 ? getAt2(gathered, path6) : void 0;
        if (isNothing(value) || done.has(path6.join("\n"))) return void 0;
        const form = written(value, row.read, source);
        if (form !== void 0) done.add(path6.join("\n"));
        return form;
      }
      case "keep": {
        const text3 = kept.get(key);
        kept.delete(key);
        return text3;
      }
      case "nest": {
        const path6 = [...base, ...row.to];
        if (row.to.length > 0 && getAt2(gathered, path6) === void 0) return void 0;
        const inner = encode(row.table, path6);
        return Object.keys(inner).length > 0 || MARKERS.has(key) ? inner : void 0;
      }
      case "list": {
        const items2 = getAt2(gathered, [...base, ...row.to]);
        if (!Array.isArray(items2)) return void 0;
        return items2.map((_, i2) => encode(row.table, [...base, ...row.to, i2]));
      }
      default:
        return void 0;
    }
  };
  const { metadata, spec } = encode(TABLES[kind], []);
  return {
    apiVersion: kind === "Service" ? "serving.knative.dev/v1" : "run.googleapis.com/v1",
    kind,
    metadata: { name, ...metadata },
    spec: spec ?? {}
  };
}
function getAt2(from, path6) {
  return path6.reduce((value, key) => value?.[key], from);
}
var MARKERS, isNothing;
var init_encode = __esm({
  "src/manifest/encode/index.ts"() {
    "use strict";
    init_fetch_classes();
    init_tables();
    init_gathered();
    init_values2();
    MARKERS = /* @__PURE__ */ new Set(["emptyDir", "httpGet", "tcpSocket", "grpc"]);
    isNothing = (value) => value === void 0 || value === null || Array.isArray(value) && value.length === 0;
  }
});

// src/manifest/v1-values.ts
function v1Text(kind, path6, value) {
  if (path6.at(-1) === "*" && path6.at(-2) === "volumes") return asText(v1Volume(value));
  const read3 = readerOf(kind, path6);
  return asText((read3 && written(value, read3, NOWHERE)) ?? value);
}
function v1Variable({ value = "", valueSource }, hidden) {
  const { secret: secret2, version } = valueSource?.secretKeyRef ?? {};
  if (secret2 === void 0) return hidden ? "(hidden)" : JSON.stringify(value);
  return `valueFrom: {secretKeyRef: {name: ${asText(secret2)}, key: ${asText(version ?? "latest")}}}`;
}
function v1Volume(volume) {
  const place = { project: "", region: "" };
  const { spec } = toManifest(
    "Service",
    "",
    { template: { containers: [{ image: "x" }], volumes: [volume] } },
    place
  );
  return spec.template?.spec?.volumes?.[0] ?? volume;
}
function asText(value) {
  if (typeof value !== "string") return JSON.stringify(value);
  return isPlain(value) ? value : JSON.stringify(value);
}
function isPlain(value) {
  if (value.includes("\n") || value !== value.trim()) return false;
  try {
    return (0, import_yaml3.parse)(value, { version: "1.1", logLevel: "silent" }) === value;
  } catch {
    return false;
  }
}
var import_yaml3, NOWHERE;
var init_v1_values = __esm({
  "src/manifest/v1-values.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml3 = __toESM(require_yaml(), 1);
    init_encode();
    init_values2();
    init_v1_names();
    NOWHERE = { text: "", file: "", substitutions: /* @__PURE__ */ new Map(), project: "", region: "" };
  }
});

// src/manifest/differences.ts
function differences(kind, before, after) {
  const changes = [];
  const compare = (a, b, path6, labels) => {
    if (isIgnored(path6)) return;
    const key = path6.at(-1);
    if (isList(key, a) && isList(key, b)) {
      const [before2, after2] = [itemsOf(key, a, b), itemsOf(key, b, a)];
      for (const name of /* @__PURE__ */ new Set([...before2.keys(), ...after2.keys()])) {
        compare(before2.get(name), after2.get(name), [...path6, "*"], [...labels, name]);
      }
    } else if (!isLeaf(path6) && (isObject2(a) || isObject2(b)) && isObjectOrNothing(a) && isObjectOrNothing(b)) {
      for (const field of /* @__PURE__ */ new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]))
        compare(a?.[field], b?.[field], [...path6, field], [...labels, field]);
    } else if (!same(path6, a, b)) {
      changes.push({ field: wordsOf(kind, path6, labels), before: show(kind, path6, a), after: show(kind, path6, b) });
    }
  };
  if (before) compare(withServerDefaults(kind, before), withServerDefaults(kind, after), [], []);
  else compare(void 0, withoutV1Defaults(after), [], []);
  return changes;
}
function itemsOf(key, list3 = [], other = []) {
  const by = KEYED[key];
  const name = (item, i2) => item[by] ?? i2;
  if (key === "containers") return containersByName(list3, other);
  return new Map(list3.map((item, i2) => [name(item, i2), item]));
}
function containersByName(list3, other) {
  const paired = list3.length === other.length;
  const known = new Set(list3.map(({ name }) => name));
  return new Map(
    list3.map((item, i2) => {
      const twin = paired ? other[i2]?.name : void 0;
      if (list3.length === 1) return [[item.name, twin].filter((name2) => name2 !== void 0).sort()[0] ?? i2, item];
      const name = item.name ?? (known.has(twin) ? void 0 : twin);
      return [name ?? i2, { ...item, ...name !== void 0 && { name } }];
    })
  );
}
function same(path6, a, b) {
  const zeroes = PRESENCE.has(path6.join("."));
  return canonical(a, zeroes) === canonical(b, zeroes);
}
function canonical(value, zeroes) {
  const isNothing3 = (item) => item === void 0 || item === null || !zeroes && (item === false || item === 0 || item === "") || Array.isArray(item) && item.length === 0;
  if (isNothing3(value)) return "";
  return JSON.stringify(
    value,
    (_, item) => isObject2(item) ? Object.fromEntries(
      Object.entries(item).filter(([, field]) => !isNothing3(field)).sort(([x2], [y]) => x2 < y ? -1 : 1)
    ) : item
  );
}
function show(kind, path6, value) {
  if (value === void 0 || value === null) return "";
  if (isObject2(value) && "name" in value && ("valueSource" in value || "value" in value || Object.keys(value).length === 1))
    return v1Variable(value, hidesVariable(value));
  if (looksLikeSecret("", typeof value === "string" ? value : JSON.stringify(value))) return "(hidden)";
  const text3 = v1Text(kind, path6, value);
  return text3.length > LONGEST3 ? `${text3.slice(0, LONGEST3)}\u2026` : text3;
}
function withoutV1Defaults(resource) {
  const copy = structuredClone(resource);
  for (const { resources: resources2 } of containersOf(copy)) {
    if (resources2?.cpuIdle === true) delete resources2.cpuIdle;
    if (resources2?.startupCpuBoost === false) delete resources2.startupCpuBoost;
  }
  return copy;
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var KEYED, isList, isLeaf, OUTPUT, isOurs, isIgnored, PRESENCE, LONGEST3, hidesVariable, isObjectOrNothing;
var init_differences = __esm({
  "src/manifest/differences.ts"() {
    "use strict";
    init_fetch_classes();
    init_looks_like_secret();
    init_defaults();
    init_image();
    init_v1_names();
    init_v1_values();
    KEYED = {
      containers: "name",
      env: "name",
      volumes: "name",
      volumeMounts: "mountPath"
    };
    isList = (key, value) => typeof key === "string" && Object.hasOwn(KEYED, key) && (value === void 0 || Array.isArray(value));
    isLeaf = (path6) => path6.at(-1) === "*" && ["env", "volumes", "volumeMounts"].includes(String(path6.at(-2)));
    OUTPUT = new Set(
      [
        ["name", "uid", "generation", "observedGeneration", "etag", "uri", "urls", "reconciling", "satisfiesPzs"],
        ["createTime", "updateTime", "deleteTime", "expireTime", "creator", "lastModifier", "client", "clientVersion"],
        ["conditions", "terminalCondition", "latestReadyRevision", "latestCreatedRevision", "latestCreatedExecution"],
        [
          "executionCount",
          "threatDetectionEnabled",
          "traffic",
          "trafficStatuses",
          "instanceSplits",
          "instanceSplitStatuses"
        ],
        // The server reports the lowest stage that is needed, not the one that was asked for.
        ["launchStage", "template.revision", "template.client", "template.clientVersion"]
      ].flat()
    );
    isOurs = (path6) => path6.at(-2) === "annotations" && /^actions\.orchestra\.dev\/(?!policy-exception\.)/.test(String(path6.at(-1)));
    isIgnored = (path6) => OUTPUT.has(path6.join(".")) || isOurs(path6);
    PRESENCE = /* @__PURE__ */ new Set(["scaling.manualInstanceCount", "template.template.maxRetries"]);
    LONGEST3 = 160;
    hidesVariable = ({ name = "", value = "" }) => looksLikeSecret(name, value) !== void 0;
    isObjectOrNothing = (value) => value === void 0 || isObject2(value);
  }
});

// src/manifest/index.ts
function readManifest(source) {
  const { root, problems } = parseDocument(source.text, source.file, source.substitutions);
  if (!root) throw new InputError(problems);
  const fail = (message, location) => {
    throw new InputError([...problems, { subject: "manifest", message, location }]);
  };
  if (root.kind !== "map") return fail("is not a mapping. Expected a Knative Service, Job or WorkerPool.", root.at);
  const given = root.entries.get("kind");
  const written2 = given?.value.kind === "scalar" && given.value.type === "text" ? given.value.value : void 0;
  const kinds = Object.keys(TABLES);
  const kind = kinds.find((one) => one === written2);
  if (!kind) {
    if (written2 === "Instance")
      return fail(
        'has the kind "Instance", which has no revisions to deploy to or roll back from. Use gcloud for it, or make it a Service or a WorkerPool.',
        given?.at ?? root.at
      );
    const hint = written2 ? ` Did you mean ${(0, import_fastest_levenshtein4.closest)(written2, kinds)}?` : "";
    return fail(
      `has ${written2 ? `the kind "${written2}"` : "no kind"}. Expected ${kinds.join(", ")}.${hint}`,
      given?.at ?? root.at
    );
  }
  const name = nameOf(root);
  const converted = convert(root, TABLES[kind], name ?? "", source);
  const missing = ["apiVersion", "spec"].filter((key) => !root.entries.has(key)).map((key) => ({ subject: "manifest", message: `has no ${key}.`, location: root.at }));
  if (name === void 0) missing.push({ subject: "manifest", message: "has no metadata.name.", location: root.at });
  const all = [...problems, ...missing, ...converted.problems];
  if (all.length > 0) throw new InputError(all);
  const { resource, exported, warnings, locate } = converted;
  const namespace2 = namespaceOf(root, source.project);
  return { kind, name: name ?? "", resource, exported, warnings, locate, ...namespace2 && { namespace: namespace2 } };
}
function namespaceOf(root, project) {
  const metadata = root.kind === "map" ? root.entries.get("metadata")?.value : void 0;
  const given = metadata?.kind === "map" ? metadata.entries.get("namespace") : void 0;
  const node = given?.value;
  if (!given || node?.kind !== "scalar") return void 0;
  const number = node.type === "integer" ? node.source : node.type === "text" ? node.value : "";
  return /^\d+$/.test(number) && number !== project ? { number, location: given.at } : void 0;
}
function nameOf(root) {
  const metadata = root.entries.get("metadata")?.value;
  const name = metadata?.kind === "map" ? metadata.entries.get("name")?.value : void 0;
  return name?.kind === "scalar" && name.type === "text" ? name.value : void 0;
}
var import_fastest_levenshtein4;
var init_manifest = __esm({
  "src/manifest/index.ts"() {
    "use strict";
    init_fetch_classes();
    import_fastest_levenshtein4 = __toESM(require_mod(), 1);
    init_errors();
    init_walk();
    init_document();
    init_tables();
    init_defaults();
    init_differences();
    init_image();
    init_tables();
  }
});

// src/inputs/service-manifest.ts
function readManifestName(line, place) {
  const { kind, name, region: region2 } = readNamedManifest(line, place);
  const collection = COLLECTIONS[kind];
  return collection && `projects/${place.project}/locations/${region2}/${collection}/${name}`;
}
function readNamedManifest(line, place) {
  const { manifest, region: region2 = place.region, substitutions } = parseEntry(line);
  if (!region2) throw new Error(`${line} does not say its region. Write ${EXPECTED2}.`);
  const { kind, name } = readManifest({
    text: read(manifest, place.workspace),
    file: manifest,
    project: place.project,
    region: region2,
    substitutions: new Map([
      ["PROJECT", place.project],
      ["REGION", region2],
      ["COMMIT", place.commit],
      ...substitutions
    ])
  });
  return { kind, name, region: region2 };
}
function parseEntry(line) {
  const refusal3 = new Error(`${line} is not a service by its manifest. Write ${EXPECTED2}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal3;
  }
  const { manifest, region: region2, substitutions = {}, ...others } = value;
  const known = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known || region2 !== void 0 && typeof region2 !== "string") throw refusal3;
  const map = typeof substitutions === "string" ? parseMap(substitutions) : new Map(Object.entries(substitutions).map(([name, text3]) => [name, String(text3)]));
  return { manifest, ...region2 && { region: region2 }, substitutions: map };
}
function read(file, workspace) {
  try {
    return readTextFile((0, import_node_path2.resolve)(workspace, file));
  } catch (error) {
    if (error.code === "NOT_A_FILE")
      throw new Error(`"${file}" cannot be read: ${error.message}.`);
    throw new Error(
      `there is no file "${file}". Give its path from the root of the repository, and run actions/checkout before.`
    );
  }
}
var import_node_path2, EXPECTED2, COLLECTIONS;
var init_service_manifest = __esm({
  "src/inputs/service-manifest.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path2 = require("node:path");
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
var init_freshness = __esm({
  "src/github/freshness.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
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
  const expanded = (text3) => text3.trim() === GITHUB_TOKEN ? void 0 : text3.trim();
  return reader.parse("github-token", expanded, GITHUB_TOKEN);
}
function parseProject(text3) {
  const value = text3.trim();
  if (/^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(value)) return value;
  throw new Error(
    `"${text3}" is not a project id. Write the id (6 to 30 lower-case letters, digits and hyphens), not the name or number.`
  );
}
function parseRegion(text3) {
  const value = text3.trim();
  if (/^[a-z]+-[a-z]+\d+$/.test(value)) return value;
  throw new Error(`"${text3}" is not a region. Write for instance us-central1 or europe-west1.`);
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
    init_fetch_classes();
    init_freshness();
    init_run();
    init_auth2();
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
  const region2 = parts.length === 2 ? parseRegion(parts[0] ?? "") : place.region;
  if (!region2)
    throw new Error(`"${text3}" does not say its region. Write REGION/${name}, for instance us-central1/${name}.`);
  return `projects/${place.project}/locations/${region2}/services/${name}`;
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
    init_fetch_classes();
    init_service_manifest();
    init_shared();
  }
});

// src/policy/exceptions.ts
function parseExceptionLine(line) {
  const [, rule = "", text3 = ""] = /^([a-z][a-z-]*)\s+(.*)$/.exec(line.trim()) ?? [];
  if (!DATED.test(text3))
    throw new Error(
      `"${line}" is not an exception. Write RULE TARGET until YYYY-MM-DD: REASON, for instance no-plain-secrets MAPS_KEY until 2027-06-30: restricted to our domains. TARGET is a variable or container.`
    );
  return { rule, text: text3, where: `input policy-exceptions: ${rule}` };
}
function parseException({ text: text3, where, path: path6, rule }, whole) {
  const base = { rule, where, ...path6 && { path: path6 } };
  const [dated, target2, until = "", reason = ""] = DATED.exec(text3.trim()) ?? [];
  if (dated === void 0) {
    if (text3.trim() === "")
      return { problem: `has no reason. Write ${whole ? "" : "TARGET "}until YYYY-MM-DD: REASON.` };
    return { ...base, reason: text3.trim(), target: void 0, until: void 0, former: true };
  }
  if (!isDate(until)) return { problem: `has the date "${until}". Write it as YYYY-MM-DD.` };
  if (target2 === void 0 && !whole)
    return { problem: "has no variable or container. Write TARGET until YYYY-MM-DD: REASON." };
  if (!hasSubstance(reason))
    return { problem: `has no reason that a reviewer can judge ("${reason}"). Explain in a sentence why it is safe.` };
  return { ...base, reason: reason.trim(), target: target2, until, former: false };
}
function isDate(text3) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text3) ? Date.parse(`${text3}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text3);
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
function allowingLine(rule, { targets }, place, now, reason = "REASON") {
  const text3 = `${targets ? `${targets[0]} ` : ""}until ${suggestedDate(now)}: ${reason}`;
  return place === "input" ? `${rule} ${text3}` : `${PREFIX3}${rule}: ${JSON.stringify(text3)}`;
}
var PREFIX3, exceptionsIn, DATED, EMPTY, isExpired, DAY, SUGGESTED, suggestedDate;
var init_exceptions = __esm({
  "src/policy/exceptions.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
    PREFIX3 = `${ANNOTATION_PREFIX}policy-exception.`;
    exceptionsIn = (annotations2 = {}) => Object.entries(annotations2).flatMap(([key, value]) => {
      if (!key.startsWith(PREFIX3)) return [];
      const rule = key.slice(PREFIX3.length);
      const at2 = { rule, where: key, path: ["annotations", key] };
      const lines2 = value.split("\n").filter((line) => line.trim() !== "");
      if (!lines2.some((line) => DATED.test(line.trim()))) return [{ ...at2, text: value }];
      return lines2.map((text3) => ({ ...at2, text: text3 }));
    });
    DATED = /^(?:(\S+)\s+)?until\s+(\d[\d-]*)\s*:\s*(.*)$/;
    EMPTY = "todo tbd fixme xxx test temporary temp later reason because why exception needed ignore skip asdf foo bar none the and this that for now".split(
      " "
    );
    isExpired = ({ until }, now) => until !== void 0 && now >= Date.parse(`${until}T00:00:00Z`) + DAY;
    DAY = 864e5;
    SUGGESTED = 90 * DAY;
    suggestedDate = (now) => new Date(now + SUGGESTED).toISOString().slice(0, 10);
  }
});

// src/policy/apply-exceptions.ts
function judgeFindings(found2, { place, texts: texts2 }, now, locate) {
  const at2 = (path6) => {
    const location = path6 && locate(path6);
    return location ? { location } : {};
  };
  const exceptions = [];
  const about2 = [];
  const say = (message, { path: path6 }, lenient) => about2.push({ rule: "policy-exception", message, ...at2(path6), ...lenient && { lenient } });
  for (const text3 of texts2) {
    const problem = ruleProblem(text3.rule);
    const parsed2 = problem ? { problem } : parseException(text3, RULE_KINDS[text3.rule].whole);
    if ("problem" in parsed2) say(`${text3.where} ${parsed2.problem}`, text3, false);
    else if (isExpired(parsed2, now))
      say(`${nameOf2(parsed2)} expired on ${parsed2.until}. Fix what it was for, or extend it in a review.`, text3, true);
    else exceptions.push(parsed2);
  }
  const used = /* @__PURE__ */ new Map();
  const violations = found2.map(({ rule, finding }) => {
    const exception = exceptions.find((one) => covers(one, rule, finding));
    const { message, path: path6, lenient } = finding;
    const base = { rule, ...at2(path6), ...lenient && { lenient } };
    if (exception) {
      used.set(exception, [...used.get(exception) ?? [], { rule, finding }]);
      const { reason, target: target2, until } = exception;
      return { ...base, message, excuse: { reason, target: target2, until } };
    }
    if (!RULE_KINDS[rule].excusable || lenient) return { ...base, message };
    const where = place === "manifest" ? "in metadata.annotations" : "in the input policy-exceptions";
    return {
      ...base,
      message: `${message} If it must stay, write ${where}: ${allowingLine(rule, finding, place, now)}`
    };
  });
  for (const exception of exceptions) {
    const findings = used.get(exception) ?? [];
    if (exception.former) say(formerAdvice(exception, findings, place, now), exception, true);
    else if (findings.length === 0 && exception.path)
      say(`${nameOf2(exception)} excuses nothing any more. Remove it.`, exception, true);
  }
  return [...about2, ...violations];
}
function formerAdvice({ where, reason, rule }, findings, place, now) {
  if (findings.length === 0) return `${where} excuses nothing. Remove it.`;
  const lines2 = findings.map(({ finding }) => allowingLine(rule, finding, place, now, reason));
  const missing = findings.some(({ finding }) => finding.targets) ? "no variable or container and no" : "no";
  const weak = hasSubstance(reason) ? "" : " Its reason tells a reviewer nothing, either.";
  return `${where} names ${missing} expiry date, which version 2 requires.${weak} Write: ${[...new Set(lines2)].join(" and ")}`;
}
function ruleProblem(rule) {
  if (!Object.hasOwn(RULE_KINDS, rule))
    return `names an unknown policy rule. The rules: ${Object.keys(RULE_KINDS).join(", ")}.`;
  if (!RULE_KINDS[rule].excusable)
    return "is not possible: this rule is about the commit, not about the manifest.";
  return void 0;
}
var ONE, WHOLE, RULE_KINDS, nameOf2;
var init_apply_exceptions = __esm({
  "src/policy/apply-exceptions.ts"() {
    "use strict";
    init_fetch_classes();
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
    nameOf2 = ({ where, target: target2 }) => target2 ? `${where} for ${target2}` : where;
  }
});

// src/policy/describe-exceptions.ts
function describeExcuse({ rule, excuse }) {
  const { target: target2, until, reason = "" } = excuse ?? {};
  const term = until ? ` until ${until}` : " without an expiry date";
  return `Exception from ${rule}${target2 ? ` for ${target2}` : ""}${term}: ${reason.replace(/\.?$/, ".")}`;
}
var describeExcuses;
var init_describe_exceptions = __esm({
  "src/policy/describe-exceptions.ts"() {
    "use strict";
    init_fetch_classes();
    describeExcuses = (violations) => [
      ...new Set(violations.filter(({ excuse }) => excuse).map(describeExcuse))
    ];
  }
});

// src/policy/judge-inputs.ts
function judgeInputs(reader, found2, texts2, now, policy = "enforce") {
  const violations = judgeFindings(found2, { place: "input", texts: texts2 }, now, () => void 0);
  const about2 = violations.slice(0, violations.length - found2.length);
  const warnings = about2.filter(({ lenient }) => lenient).map(({ message }) => message);
  violations.slice(about2.length).forEach(({ rule, excuse, message }, i2) => {
    if (excuse) return;
    if (policy === "warn") warnings.push(`${rule}: ${message}`);
    else reader.problem(found2[i2]?.input ?? "", message);
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
    init_fetch_classes();
    init_apply_exceptions();
    init_describe_exceptions();
    init_exceptions();
    readExceptions = (reader) => reader.parseList("policy-exceptions", parseExceptionLine);
  }
});

// actions/migrate/migrations/migration-files.ts
function migrationFiles(workspace, folder) {
  const entries = (0, import_node_fs5.readdirSync)((0, import_node_path3.join)(workspace, folder), { withFileTypes: true });
  const found2 = entries.flatMap((entry2) => fileIn(workspace, folder, entry2) ?? []);
  if (found2.length > 0) return found2;
  const isCode = entries.some(({ name }) => /\.(?:py|rb|[jt]s|php|go|java|ya?ml|xml)$/.test(name));
  throw new Error(
    `no migration found in "${folder}". ${isCode ? "Only SQL is checked, in files such as 000001_name.up.sql. Remove this input where migrations are code, and set contracting: true for a migration that is incompatible with the running version." : `${KNOWN}.`}`
  );
}
function fileIn(workspace, folder, entry2) {
  const { name } = entry2;
  if (entry2.isDirectory()) {
    const version2 = FOLDER.exec(name)?.[1];
    if (version2 === void 0 || !(0, import_node_fs5.readdirSync)((0, import_node_path3.join)(workspace, folder, name)).includes(IN_FOLDER)) return void 0;
    return { name: `${name}/${IN_FOLDER}`, version: plainVersion(version2) };
  }
  if (name.endsWith(".down.sql")) return void 0;
  const version = NUMBERED.exec(name)?.[1] ?? FLYWAY.exec(name)?.[1];
  return version === void 0 ? void 0 : { name, version: plainVersion(version) };
}
function compareVersions(one, other) {
  const [a, b] = [one.split(".").map(BigInt), other.split(".").map(BigInt)];
  for (let i2 = 0; i2 < Math.max(a.length, b.length); i2++) {
    const [left = 0n, right = 0n] = [a[i2], b[i2]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
var import_node_fs5, import_node_path3, NUMBERED, FLYWAY, FOLDER, IN_FOLDER, KNOWN, plainVersion, isVersion;
var init_migration_files = __esm({
  "actions/migrate/migrations/migration-files.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs5 = require("node:fs");
    import_node_path3 = require("node:path");
    NUMBERED = /^(\d+)[_-].*\.sql$/;
    FLYWAY = /^V(\d+(?:[._]\d+)*)__.*\.sql$/;
    FOLDER = /^(\d+)_/;
    IN_FOLDER = "migration.sql";
    KNOWN = "Expected files such as 000001_name.up.sql, V1__name.sql (Flyway) or 20240102030405_name/migration.sql (Prisma)";
    plainVersion = (text3) => text3.split(/[._]/).map(BigInt).join(".");
    isVersion = (text3) => /^\d+(?:\.\d+)*$/.test(text3);
  }
});

// src/policy/base-branch.ts
function baseOf({ payload, sha }) {
  const { pull_request: pull2, workflow_run: run2 } = payload;
  if (pull2) return pull2.merged ? void 0 : pull2.base?.sha;
  return run2?.event === "pull_request" ? sha : void 0;
}
async function exceptionsOfBase(here, from) {
  const { base, file, github, log } = from;
  if (here.length > 0 && file && !github)
    throw new InputError([
      {
        subject: "Input exceptions",
        message: "is base, which reads the manifest of the base branch and needs github-token. Give ${{ github.token }}."
      }
    ]);
  const text3 = here.length > 0 && file ? await github?.file(import_node_path4.posix.normalize(file), base) : void 0;
  const there = exceptionsIn(text3 === void 0 ? {} : annotationsIn(text3));
  const known = new Set(there.map(keyOf));
  const others = here.filter((one) => !known.has(keyOf(one)));
  if (others.length > 0)
    log.warning(
      `Exceptions are read from the base branch (exceptions: base), at ${base.slice(0, 12)}. These are not there and do not count: ${[...new Set(others.map(({ where }) => where))].join(", ")}. Merge them in a pull request of their own first.`
    );
  return there;
}
function annotationsIn(text3) {
  const entriesOf = (node) => node?.kind === "map" ? node.entries : void 0;
  const { root } = parseDocument(text3, "", /* @__PURE__ */ new Map());
  const metadata = entriesOf(entriesOf(root)?.get("metadata")?.value);
  const annotations2 = entriesOf(metadata?.get("annotations")?.value) ?? /* @__PURE__ */ new Map();
  return Object.fromEntries(
    [...annotations2].flatMap(
      ([key, { value }]) => value.kind === "scalar" && value.type === "text" ? [[key, value.value]] : []
    )
  );
}
var import_node_path4, keyOf;
var init_base_branch = __esm({
  "src/policy/base-branch.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path4 = require("node:path");
    init_document();
    init_errors();
    init_exceptions();
    keyOf = ({ rule, text: text3 }) => `${rule} ${text3.trim()}`;
  }
});

// src/policy/rules/containers.ts
function mainIndex({ resource }) {
  const containers = containersOf(resource);
  const index = ingressIndex(containers);
  if (index >= 0) return index;
  return Math.max(
    0,
    containers.findIndex(({ image = "" }) => isDigestReference(image))
  );
}
var placedContainers, forContainers2;
var init_containers2 = __esm({
  "src/policy/rules/containers.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_image();
    placedContainers = ({ kind, resource }) => containersOf(resource).map((container2, i2) => ({
      container: container2,
      path: [...containersPath(kind), i2],
      target: container2.name ?? `containers[${i2}]`
    }));
    forContainers2 = (subject, find) => placedContainers(subject).flatMap(find);
  }
});

// src/policy/rules/images.ts
function forImages(subject, find) {
  return forContainers2(subject, ({ container: { name, image }, path: path6, target: target2 }) => {
    const wrong = image === void 0 ? void 0 : find(image);
    if (wrong === void 0) return [];
    const whose = name === void 0 ? "" : ` of the container ${name}`;
    const message = `The image ${image}${whose} ${wrong}. Name it by its digest: NAME@sha256:\u2026, which is the output "image" of build-image.`;
    return [{ message, path: [...path6, "image"], targets: [target2] }];
  });
}
function isLatest(image) {
  if (image.includes("@")) return false;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === void 0 || tag === "latest";
}
var latestImages, imagesByTag;
var init_images = __esm({
  "src/policy/rules/images.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_containers2();
    latestImages = (subject) => forImages(subject, (image) => isLatest(image) ? "can be another image at any moment" : void 0);
    imagesByTag = (subject) => forImages(subject, (image) => {
      if (isDigestReference(image) || isLatest(image)) return void 0;
      return image.includes("@") ? "has no valid digest, which is sha256: and 64 hexadecimal digits after a whole name" : "is a tag, and a tag can be moved";
    });
  }
});

// src/policy/rules/min-instances.ts
function noInstances({ kind, resource }, { production }) {
  if (!production || kind === "Job") return [];
  if (kind === "WorkerPool") {
    const scaling2 = resource.scaling;
    if (scaling2?.manualInstanceCount !== 0) return [];
    return [
      {
        message: `The worker pool is for production (${WHY}) and has no instances. Set run.googleapis.com/manualInstanceCount to 1 or more, or change the label.`,
        path: ["scaling", "manualInstanceCount"]
      }
    ];
  }
  const { scaling, template } = resource;
  const least = scaling?.scalingMode === "MANUAL" ? scaling.manualInstanceCount : Math.max(scaling?.minInstanceCount ?? 0, template?.scaling?.minInstanceCount ?? 0);
  if ((least ?? 0) >= 1) return [];
  return [
    {
      message: `The service is for production (${WHY}) and has no minimum of instances, so the first request after a pause waits for a cold start. Set autoscaling.knative.dev/minScale to "1" or more, or change the label.`,
      path: ["template", "scaling", "minInstanceCount"]
    }
  ];
}
var WHY;
var init_min_instances = __esm({
  "src/policy/rules/min-instances.ts"() {
    "use strict";
    init_fetch_classes();
    WHY = "its label environment is production";
  }
});

// src/policy/rules/plain-secrets.ts
var plainSecrets;
var init_plain_secrets = __esm({
  "src/policy/rules/plain-secrets.ts"() {
    "use strict";
    init_fetch_classes();
    init_looks_like_secret();
    init_containers2();
    plainSecrets = (subject) => forContainers2(subject, ({ container: { env: env2 = [], command = [], args = [] }, path: path6, target: target2 }) => [
      ...env2.flatMap(({ name = "", value }, i2) => {
        const found2 = value === void 0 ? void 0 : findSecret(name, value);
        if (!found2) return [];
        const message = `The variable ${name} looks like a secret (${found2.reason}). Put it into Secret Manager, and refer to it with valueFrom.secretKeyRef, or in the input secrets.`;
        return [
          {
            message,
            path: [...path6, "env", i2, "value"],
            targets: [name, `${target2}/${name}`],
            certain: found2.certain
          }
        ];
      }),
      ...Object.entries({ command, args }).flatMap(([field, words2]) => {
        const found2 = findSecretInWords(words2);
        if (!found2) return [];
        const message = `One of the ${field === "args" ? "arguments" : "words of the command"} looks like a secret (${found2.reason}). Put it into Secret Manager, and hand it over in the environment.`;
        return [{ message, path: [...path6, field], targets: [`${target2}/${field}`, field], certain: found2.certain }];
      })
    ]);
  }
});

// src/policy/rules/public-databases.ts
function publicDatabases(subject) {
  return [...subject.kind === "Service" ? exposedDatabase(subject.resource) : [], ...publicAddresses(subject)];
}
function exposedDatabase(service2) {
  const containers = containersOf(service2);
  const index = ingressIndex(containers);
  const container2 = containers[index];
  if (!container2 || !isPublic(service2)) return [];
  const port2 = container2.ports?.[0]?.containerPort;
  const byPort = port2 === void 0 ? void 0 : PORTS.get(port2);
  const byImage = databaseImage(container2);
  const what = byPort ? `the port of ${byPort} (${port2})` : byImage ? `a database (the image ${byImage})` : void 0;
  if (what === void 0) return [];
  const at2 = byPort ? ["ports", 0, "containerPort"] : ["image"];
  return [
    {
      message: `The service opens ${what} to the internet. Use Cloud SQL or Memorystore, or set run.googleapis.com/ingress to internal.`,
      path: ["template", "containers", index, ...at2],
      targets: [container2.name ?? `containers[${index}]`]
    }
  ];
}
function databaseImage({ image = "" }) {
  const name = image.replace(/@.*$/, "").split("/").at(-1)?.replace(/:.*$/, "") ?? "";
  return IMAGE.test(name) ? name : void 0;
}
function publicAddresses(subject) {
  return forContainers2(
    subject,
    ({ container: { env: env2 = [] }, path: path6, target: target2 }) => env2.flatMap(({ name = "", value = "" }, n) => {
      const host = hostOf2(name, value);
      if (host === void 0 || !isPublicAddress(host)) return [];
      const message = `The variable ${name} names a database at the public address ${host}. Reach it through a private address, or through run.googleapis.com/cloudsql-instances.`;
      return [{ message, path: [...path6, "env", n, "value"], targets: [name, `${target2}/${name}`] }];
    })
  );
}
function hostOf2(name, value) {
  const inUrl = DATABASE_URL.exec(value)?.[1] ?? DATABASE_DSN.exec(value)?.[1];
  if (inUrl !== void 0) return inUrl.replace(/^\[|\]$/g, "");
  return HOST_NAME.test(name) ? value.trim().replace(/^\[|\]$/g, "").replace(/^([0-9.]+):\d+$/, "$1") : void 0;
}
function isPublicAddress(host) {
  const family = (0, import_node_net.isIP)(host);
  return family !== 0 && !PRIVATE.check(host, family === 4 ? "ipv4" : "ipv6");
}
var import_node_net, PORTS, IMAGE, isPublic, DATABASE_URL, DATABASE_DSN, HOST_NAME, PRIVATE;
var init_public_databases = __esm({
  "src/policy/rules/public-databases.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_net = require("node:net");
    init_image();
    init_containers2();
    PORTS = /* @__PURE__ */ new Map([
      [5432, "PostgreSQL"],
      [3306, "MySQL"],
      [6379, "Redis"],
      [27017, "MongoDB"],
      [1433, "SQL Server"],
      [1521, "Oracle"],
      [26257, "CockroachDB"],
      [9042, "Cassandra"],
      [11211, "Memcached"],
      [9200, "Elasticsearch"],
      [8123, "ClickHouse"],
      [7687, "Neo4j"]
    ]);
    IMAGE = /^(?:postgres(?:ql)?|pgvector|postgis|timescaledb|mysql|mariadb|percona|redis|redis-stack(?:-server)?|valkey|keydb|dragonfly|mongo(?:db)?|cassandra|memcached|elasticsearch|opensearch|clickhouse(?:-server)?|cockroach|neo4j|couchdb|mssql|server-mssql)$/;
    isPublic = ({ ingress = "INGRESS_TRAFFIC_ALL" }) => ingress !== "INGRESS_TRAFFIC_INTERNAL_ONLY" && ingress !== "INGRESS_TRAFFIC_NONE";
    DATABASE_URL = /\b(?:postgres(?:ql)?|mysqlx?|mariadb|rediss?|valkeys?|mongodb|sqlserver|mssql|oracle|cockroachdb|clickhouse|neo4j|bolt|cassandra|memcached)(?:\+\w+)?:\/\/(?:[^\s/@]*@)?(\[[0-9a-fA-F:.]+\]|[^\s:/?#,]+)/i;
    DATABASE_DSN = /(?:^|[\s;])(?:host|hostaddr|server|data source)=(?:tcp:)?([0-9a-fA-F:.]+)/i;
    HOST_NAME = /(?:^|_)(?:DB|DATABASE|SQL|PG|POSTGRES(?:QL)?|MYSQL|MARIADB|REDIS|VALKEY|MONGO(?:DB)?|CLICKHOUSE|CASSANDRA|MEMCACHED)_?(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER|IP)$/i;
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
function missingStartupProbe(subject, { probed }) {
  if (subject.kind !== "Service") return [];
  const index = mainIndex(subject);
  const probe = containersOf(subject.resource)[index]?.startupProbe;
  if (probe?.httpGet || probe?.grpc) return [];
  const path6 = ["template", "containers", index, ...probe ? ["startupProbe"] : []];
  const has = probe?.tcpSocket ? "only a TCP startup probe, which passes as soon as the port is open" : "no startup probe";
  const lenient = probed || isServerDefault(probe);
  const why = probed ? " This deploy checks the health of the revision itself; instances that start later are not checked without one." : "";
  return [
    {
      message: `The container that takes requests has ${has}. Set the input probe-path, from which an HTTP one follows, or give it a startupProbe with httpGet or grpc.${why}`,
      path: path6,
      targets: [placedContainers(subject)[index]?.target ?? "containers[0]"],
      ...lenient && { lenient }
    }
  ];
}
var isServerDefault;
var init_startup_probe = __esm({
  "src/policy/rules/startup-probe.ts"() {
    "use strict";
    init_fetch_classes();
    init_image();
    init_containers2();
    isServerDefault = (probe) => probe?.tcpSocket !== void 0 && probe.periodSeconds === 240 && probe.failureThreshold === 1;
  }
});

// src/policy/rules.ts
var RULES, outcomeWords;
var init_rules = __esm({
  "src/policy/rules.ts"() {
    "use strict";
    init_fetch_classes();
    init_images();
    init_min_instances();
    init_plain_secrets();
    init_public_databases();
    init_startup_probe();
    RULES = {
      "no-latest": {
        wants: "No container image with the tag latest, explicit or implied.",
        judge: latestImages
      },
      "digest-only": {
        wants: "Every container image by its digest. A sidecar by tag is pinned to the digest behind the tag.",
        judge: imagesByTag
      },
      "startup-probe": {
        wants: "An HTTP or gRPC startup probe on the container of a Service that takes requests. A warning where the deploy itself checks the health.",
        judge: missingStartupProbe
      },
      "no-plain-secrets": {
        wants: "No secret as a plain value in the environment, the command or a build argument, detected by name and format.",
        judge: plainSecrets
      },
      "no-public-database": {
        wants: "No database behind a public URL, and none reached over a public IP address.",
        judge: publicDatabases
      },
      "min-instances": {
        wants: "In production (label environment: production) at least one instance that is always running.",
        judge: noInstances
      },
      "no-health-check-disabled": {
        wants: "The health check of a deploy stays on.",
        judge: ({ kind, resource }) => kind === "Service" && resource.template?.healthCheckDisabled === true ? [
          {
            message: "The deploy-time health check is disabled, so a revision would count as ready without being probed. Remove run.googleapis.com/health-check-disabled.",
            path: ["template", "healthCheckDisabled"]
          }
        ] : []
      },
      "required-checks": {
        wants: "Every check of the input required-checks has succeeded on the commit.",
        judge: (_, { checks = [] }) => checks.filter(({ outcome }) => outcome !== "success").map(({ name, outcome }) => ({
          message: `The check "${name}" ${outcomeWords(outcome)}. It has to succeed on this commit before it is deployed.`
        }))
      }
    };
    outcomeWords = (outcome) => outcome === "missing" ? "does not exist on this commit" : outcome === "pending" ? "has not ended yet" : `ended with "${outcome}"`;
  }
});

// src/policy/evaluate.ts
function judge(subject, facts, sources = { place: "manifest", texts: exceptionsIn(subject.resource.annotations) }) {
  const found2 = Object.entries(RULES).flatMap(
    ([rule, { judge: judge2 }]) => judge2(subject, facts).map((finding) => ({ rule, finding }))
  );
  return judgeFindings(found2, sources, facts.now, (path6) => subject.locate?.(path6));
}
function enforce(violations) {
  const open2 = violations.filter(({ excuse, lenient }) => excuse === void 0 && !lenient);
  if (open2.length === 0) return;
  throw new PolicyError(
    open2.map(({ rule, message, location }) => ({ subject: rule, message, ...location && { location } }))
  );
}
var init_evaluate = __esm({
  "src/policy/evaluate.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_apply_exceptions();
    init_exceptions();
    init_rules();
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
    init_fetch_classes();
    init_errors();
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
  const url = (image, path6) => `${isLoopback(image.host) ? "http" : "https"}://${image.host}/v2/${registryPath(image)}${path6}`;
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
    init_fetch_classes();
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
  const read3 = (image, reference, method) => absent(
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
    const answer = await read3(image, reference, "GET");
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
      const answer = await read3(image, reference, "HEAD");
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
        const { text: text3, status } = await calls.blob(image, digest, MOST_CONFIG, about2);
        return parseAnswer({ resource: about2, url: calls.url(image, ""), status }, text3);
      });
    }
  };
}
function rememberFound() {
  const known = /* @__PURE__ */ new Map();
  return (key, read3) => {
    const found2 = known.get(key) ?? read3();
    known.set(key, found2);
    const forget = () => void (known.get(key) === found2 && known.delete(key));
    found2.then((value) => value === void 0 && forget(), forget);
    return found2;
  };
}
function parseImageManifest(bytes, contentType) {
  const document = JSON.parse(bytes.toString("utf8"));
  return {
    mediaType: document.mediaType ?? contentType.split(";")[0]?.trim() ?? OCI_MANIFEST,
    digest: `sha256:${(0, import_node_crypto6.createHash)("sha256").update(bytes).digest("hex")}`,
    bytes,
    annotations: document.annotations ?? {},
    manifests: document.manifests ?? [],
    config: document.config,
    layers: document.layers ?? []
  };
}
var import_node_crypto6, OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST, MANIFEST_TYPES, MOST_MANIFEST, MOST_CONFIG, formatReference;
var init_registry = __esm({
  "src/container/registry.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto6 = require("node:crypto");
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

// src/container/public-registry.ts
async function publicDigest(http2, image, tag) {
  const host = HOSTS[image.host] ?? image.host;
  const scheme = isLoopback(host) ? "http" : "https";
  const url = `${scheme}://${host}/v2/${registryPath(image)}/manifests/${tag}`;
  const call = { authenticated: false, attemptTimeout: PATIENCE2, resource: `image ${image.host}/${image.path}:${tag}` };
  const ask = async (token) => {
    const headers = { accept: MANIFEST_TYPES, ...token && { authorization: `Bearer ${token}` } };
    const response = await http2.raw({ ...call, method: "HEAD", url, headers });
    await response.body.dump();
    return response;
  };
  let answer = await ask();
  if (answer.status === 401) {
    const address = tokenAddress(String(answer.headers["www-authenticate"] ?? ""), scheme);
    if (!address) return void 0;
    const response = await http2.raw({ ...call, method: "GET", url: address });
    const text3 = await response.body.text();
    const token = response.status === 200 ? tokenIn(text3) : void 0;
    if (!token) return void 0;
    answer = await ask(token);
  }
  const digest = String(answer.headers["docker-content-digest"] ?? "");
  return answer.status === 200 && DIGEST.test(digest) ? digest : void 0;
}
function tokenAddress(challenge, scheme) {
  const field = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1];
  const realm = field("realm");
  if (!/^Bearer /i.test(challenge) || !realm?.startsWith(`${scheme}://`)) return void 0;
  const url = new URL(realm);
  for (const name of ["scope", "service"]) {
    const value = field(name);
    if (value) url.searchParams.set(name, value);
  }
  return url.href;
}
function tokenIn(text3) {
  try {
    const { token, access_token: other } = JSON.parse(text3);
    return token ?? other;
  } catch {
    return void 0;
  }
}
var HOSTS, PATIENCE2;
var init_public_registry = __esm({
  "src/container/public-registry.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_registry();
    HOSTS = { "docker.io": "registry-1.docker.io" };
    PATIENCE2 = 1e4;
  }
});

// src/policy/pinned-images.ts
async function withPinnedImages(subject, clients) {
  const resource = structuredClone(subject.resource);
  const main = mainIndex(subject);
  const notes = await Promise.all(
    containersOf(resource).map(async (container2, i2) => i2 === main ? [] : await pin(container2, clients))
  );
  const flat = notes.flat();
  return { subject: flat.length > 0 ? { ...subject, resource } : subject, notes: flat };
}
async function pin(container2, clients) {
  const { image = "", name = "a sidecar" } = container2;
  if (image === "" || isDigestReference(image) || image.includes("@") || isLatest(image)) return [];
  const [, repository = "", tag = ""] = /^(.+):([^/:]+)$/.exec(image) ?? [];
  const named2 = imageNameOf(repository);
  if (!named2) return [];
  try {
    const digest = await digestBehind(named2, tag, clients);
    if (digest === void 0) return [];
    const pinned2 = formatImageDigest({ ...named2, digest });
    if (!isDigestReference(pinned2)) return [];
    container2.image = pinned2;
    return [`The image of ${name} is pinned: ${image} is ${pinned2} now.`];
  } catch (error) {
    if (isAbort(error) || !(error instanceof CloudError || isConnectionFault(error))) throw error;
    return [];
  }
}
var digestBehind;
var init_pinned_images = __esm({
  "src/policy/pinned-images.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_public_registry();
    init_client();
    init_image();
    init_errors();
    init_containers2();
    init_images();
    digestBehind = (image, tag, { registry, cloud }) => image.host.endsWith("-docker.pkg.dev") || isLoopback(image.host) ? registry.digest(image, tag) : publicDigest(cloud.http, image, tag);
  }
});

// src/policy/report.ts
function reportViolations(violations, policy, log) {
  for (const { rule, message, location, lenient, excuse } of violations)
    if (!excuse && (policy === "warn" || lenient)) log.warning(`${rule}: ${message}`, location);
  if (policy === "enforce") enforce(violations);
  return describeExcuses(violations);
}
var init_report2 = __esm({
  "src/policy/report.ts"() {
    "use strict";
    init_fetch_classes();
    init_describe_exceptions();
    init_evaluate();
  }
});

// shared:@actions/github
var require_github = __commonJS({
  "shared:@actions/github"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/github.cjs")["@actions/github"];
  }
});

// src/github/bounded-fetch.ts
function boundedFetch(send2, clock) {
  return async (input, options = {}) => {
    const late = new AbortController();
    const cancel = clock.timer(TIMEOUT3, () => late.abort(new NoAnswerError(TIMEOUT3)));
    const signal = AbortSignal.any([...options.signal ? [options.signal] : [], late.signal]);
    try {
      let at2 = String(input);
      for (let hops = 0; ; hops++) {
        const answer = await send2(at2, { ...options, signal, redirect: "manual" });
        const about2 = { resource: `GitHub's API`, url: at2, status: answer.status };
        if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) {
          const next = locationOf(at2, answer.headers.get("location") ?? void 0);
          const same2 = next !== void 0 && new URL(next).origin === new URL(at2).origin;
          const reads = (options.method ?? "GET") === "GET";
          if (!same2 || !reads || hops >= MOST_REDIRECTS) throw redirected(about2, next);
          at2 = next;
          continue;
        }
        if (!answer.body) return answer;
        const { bytes, end } = await readBounded(answer.body, { maxBytes: MOST_BYTES3, timeout: TIMEOUT3, clock });
        if (end === "too-large") throw tooLarge(about2, MOST_BYTES3);
        if (end === "too-slow") throw tooSlow(about2, TIMEOUT3);
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
var MOST_BYTES3, TIMEOUT3, MOST_REDIRECTS;
var init_bounded_fetch = __esm({
  "src/github/bounded-fetch.ts"() {
    "use strict";
    init_fetch_classes();
    init_client();
    init_invalid_response();
    init_read_bounded();
    init_text_request();
    MOST_BYTES3 = 16e6;
    TIMEOUT3 = 3e4;
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
  const read3 = (resource, permission, call) => repeated({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read: read3 };
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
    init_fetch_classes();
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
  const { octokit, rest, at: at2, read: read3, repeated } = createGitHubClient(run2, token, options);
  const ownOf = async (marked) => {
    const bots = marked.find(({ user }) => user?.login === ACTIONS_BOT && user.type === "Bot");
    if (bots || marked.length === 0) return bots;
    const login = await read3(
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
      const comparison = read3(
        `commits of ${run2.repository}`,
        "contents: read",
        () => rest.repos.compareCommitsWithBasehead({ ...at2, basehead: `${base}...${head}`, per_page: 1 })
      );
      return (await absent(comparison))?.data.status;
    },
    async file(path6, commit) {
      const found2 = read3(
        `files of ${run2.repository}`,
        "contents: read",
        () => rest.repos.getContent({ ...at2, path: path6, ref: commit })
      );
      const data = (await absent(found2))?.data;
      return data?.encoding === "base64" ? Buffer.from(data.content ?? "", "base64").toString("utf8") : void 0;
    },
    async checks(commit) {
      const [runs, { data: combined }] = await read3(
        `checks of ${run2.repository}`,
        "checks: read and statuses: read",
        () => Promise.all([
          octokit.paginate(rest.checks.listForRef, { ...at2, ref: commit, filter: "latest", per_page: 100 }),
          rest.repos.getCombinedStatusForRef({ ...at2, ref: commit, per_page: 100 })
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
      const found2 = read3(
        `pull request #${number} of ${run2.repository}`,
        "pull-requests: read",
        () => rest.pulls.get({ ...at2, pull_number: number })
      );
      const pull2 = await absent(found2);
      return pull2 && toPullRequest(pull2.data);
    },
    async openPulls() {
      const found2 = await read3(
        `pull requests of ${run2.repository}`,
        "pull-requests: read",
        () => octokit.paginate(rest.pulls.list, { ...at2, state: "open", per_page: 100 })
      );
      return found2.map(toPullRequest);
    },
    async rerun(runId) {
      await repeated(
        { resource: `run ${runId} of ${run2.repository}`, permission: "actions: write", reads: false },
        () => rest.actions.reRunWorkflow({ ...at2, run_id: Number(runId) })
      );
    },
    async addDeploymentStatus(commit, environment, { state, description: description2, logUrl }) {
      const resource = `deployments of ${run2.repository}`;
      const permission = "deployments: write";
      const { data } = await read3(
        resource,
        permission,
        () => rest.repos.listDeployments({ ...at2, sha: commit, environment, per_page: 1 })
      );
      const [newest] = data;
      if (!newest) return false;
      await repeated(
        { resource, permission, reads: false },
        () => rest.repos.createDeploymentStatus({
          ...at2,
          deployment_id: newest.id,
          state,
          description: description2.slice(0, 140),
          log_url: logUrl,
          auto_inactive: false
        })
      );
      return true;
    },
    async upsertComment(issue, marker, body, alike) {
      const resource = `comments of ${run2.repository}#${issue}`;
      const comments = await read3(
        resource,
        "pull-requests: write",
        () => octokit.paginate(rest.issues.listComments, { ...at2, issue_number: issue, per_page: 100 })
      );
      const own = (is) => ownOf(comments.filter((comment) => is(comment.body?.split(/\r?\n/, 1)[0] ?? "")));
      const mine = await own((line) => line.startsWith(marker)) ?? (alike ? await own(alike) : void 0);
      const text3 = `${marker}
${body}`;
      await repeated({ resource, permission: "pull-requests: write", reads: false }, async () => {
        if (!mine) await rest.issues.createComment({ ...at2, issue_number: issue, body: text3 });
        else if (mine.body !== text3) await rest.issues.updateComment({ ...at2, comment_id: mine.id, body: text3 });
      });
    }
  };
}
function toPullRequest(pull2) {
  return {
    number: pull2.number,
    open: pull2.state === "open",
    updatedAt: Date.parse(pull2.updated_at),
    mergeCommit: pull2.merge_commit_sha ?? void 0,
    head: pull2.head?.sha
  };
}
var ACTIONS_BOT;
var init_api = __esm({
  "src/github/api.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    init_client2();
    ACTIONS_BOT = "github-actions[bot]";
  }
});

// actions/migrate/policy/judge-job.ts
function judgeJobInputs(reader, inputs, now) {
  const { env: env2, command, args, statusArgs, policy, policyExceptions } = inputs;
  const found2 = [
    ...inputFindings({ env: [...env2].map(([name, value]) => ({ name, value })), command, args }),
    ...inputFindings({ args: statusArgs }).map((one) => ({ ...one, input: "status-args" }))
  ];
  return judgeInputs(reader, found2, policyExceptions, now, policy);
}
function inputFindings(container2) {
  const { command = [], args = [], env: env2 = [] } = container2;
  const resource = {
    template: { template: { containers: [{ env: env2, command: [...command], args: [...args] }] } }
  };
  return plainSecrets({ kind: "Job", resource }).map((finding) => {
    const input = String(finding.path?.[FIELD]);
    const targets = input === "env" ? [finding.targets?.[0] ?? ""] : [input];
    return { rule: "no-plain-secrets", input, finding: { ...finding, targets } };
  });
}
async function judgeManifestJob(job2, locate, inputs, context, clients) {
  const whole = { kind: "Job", resource: job2, locate };
  const { subject, notes } = await withPinnedImages(whole, clients);
  const texts2 = await exceptionTexts(job2, inputs, context);
  const facts = { production: false, probed: false, now: context.clock.now() };
  const violations = judge(subject, facts, { place: "manifest", texts: texts2 });
  return { job: subject.resource, notes: [...notes, ...reportViolations(violations, inputs.policy, context.log)] };
}
async function exceptionTexts(job2, { policyExceptions, exceptions, githubToken, manifest }, { log, clock, signal, deadline, github: run2 }) {
  const here = [...exceptionsIn(job2.annotations), ...policyExceptions];
  const base = exceptions === "base" ? baseOf(run2) : void 0;
  if (!base) return here;
  const github = githubToken && run2.repository ? await openGitHub(run2, githubToken, { signal, clock, deadline }) : void 0;
  return await exceptionsOfBase(here, { base, file: manifest?.file, github, log });
}
async function openGitHub(...args) {
  return (await Promise.resolve().then(() => (init_api(), api_exports))).createGitHub(...args);
}
var FIELD, judgeTakenOver;
var init_judge_job = __esm({
  "actions/migrate/policy/judge-job.ts"() {
    "use strict";
    init_fetch_classes();
    init_base_branch();
    init_evaluate();
    init_exceptions();
    init_judge_inputs();
    init_pinned_images();
    init_report2();
    init_plain_secrets();
    FIELD = 4;
    judgeTakenOver = (env2) => inputFindings({ env: [...env2] }).map(
      ({ rule, finding }) => `${rule}: ${finding.message} The job takes it over from the service (from-service).`
    );
  }
});

// actions/migrate/inputs.ts
function readInputs(reader, context) {
  const workspace = (0, import_node_path5.resolve)(context.github.workspace || ".");
  const mode = reader.oneOf("mode", ["job", "docker"], "job");
  const image = reader.required("image") === "" ? void 0 : reader.parse("image", parseImageDigest);
  const imageRepositories = readImageRepositories(reader, image ? [image] : []);
  const manifest = reader.parse("manifest", (text3) => readSource(workspace, text3));
  const fromService = reader.parse("from-service", (text3) => parseFromService(workspace, text3));
  const region2 = reader.parse("region", parseRegion);
  const job2 = reader.parse("job", parseJobName);
  const when = reader.oneOf("when", ["before-traffic", "after-traffic"], "before-traffic");
  const shared = readSharedInputs(
    reader,
    mode === "docker" ? { ...context, env: { ...context.env, GOOGLE_CLOUD_PROJECT: projectOf2(context) || NO_PROJECT } } : context
  );
  const inputs = {
    ...shared,
    image: image ?? { host: "", path: "", digest: "" },
    imageRepositories,
    region: region2 ?? "",
    mode,
    job: job2 ?? defaultJobName(fromService, { ...shared, region: region2 ?? "" }),
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
    migrations: reader.parse("migrations", (text3) => parseFolder(workspace, text3)),
    when,
    contracting: reader.boolean("contracting", "false") || when === "after-traffic",
    beforeCanary: reader.boolean("before-canary", "false"),
    services: readServiceNames(reader, {
      project: shared.project === NO_PROJECT ? void 0 : shared.project,
      region: region2,
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
  checkTogether(reader, inputs);
  const hints = ["command", "args", "status-args"].flatMap(
    (name) => commaHint(name, reader.list(name)) ?? []
  );
  const judged2 = mode === "job" ? judgeJobInputs(reader, inputs, context.clock.now()) : { exceptions: [], warnings: [] };
  reader.done();
  return { ...inputs, judged: { ...judged2, warnings: [...hints, ...judged2.warnings] } };
}
function checkTogether(reader, inputs) {
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
function parseJobName(text3) {
  const value = text3.trim();
  if (/^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/.test(value)) return value;
  throw new Error(`"${text3}" is not the name of a job. Write at most 49 lower-case letters, digits and hyphens.`);
}
function readSource(workspace, text3) {
  const file = text3.trim();
  const path6 = (0, import_node_path5.resolve)(workspace, file);
  if (!(0, import_node_fs6.statSync)(path6, { throwIfNoEntry: false })?.isFile())
    throw new Error(`there is no file "${file}". Give its path from the root of the repository.`);
  return { file, text: (0, import_node_fs6.readFileSync)(path6, "utf8") };
}
function parseFromService(workspace, text3) {
  const value = text3.trim();
  if (/\.ya?ml$/.test(value)) return readSource(workspace, value);
  if (/^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/.test(value)) return { service: value };
  throw new Error(`"${text3}" is neither the name of a service nor the path of a .yaml file.`);
}
function parseFolder(workspace, text3) {
  const folder = text3.trim();
  if (!(0, import_node_fs6.statSync)((0, import_node_path5.resolve)(workspace, folder), { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`there is no folder "${folder}". Give its path from the root of the repository.`);
  migrationFiles(workspace, folder);
  return folder;
}
function parseInstance(text3) {
  if (/^[a-z0-9.:-]+:[a-z0-9-]+:[a-z0-9-]+$/.test(text3)) return text3;
  throw new Error(`"${text3}" is not an instance. Write PROJECT:REGION:INSTANCE.`);
}
function readSecrets(reader) {
  const secrets = [];
  const secretFiles = [];
  for (const [name, reference] of reader.map("secrets") ?? []) {
    const problem = isFilePath(name) ? void 0 : secretNameProblem(name, "job");
    if (problem) reader.problem("secrets", problem);
    try {
      const secret2 = parseSecretReference(reference, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...secret2 });
      else secrets.push({ name, valueSource: { secretKeyRef: secret2 } });
    } catch (error) {
      reader.problem("secrets", `${name}: ${error.message}`);
    }
  }
  for (const problem of secretFileProblems(secretFiles)) reader.problem("secrets", problem);
  return { secrets, secretFiles };
}
var import_node_fs6, import_node_path5, JOB_ONLY, NOT_WITH_MANIFEST, NO_PROJECT, projectOf2, LONGEST_TIMEOUT, manifestOrigin;
var init_inputs2 = __esm({
  "actions/migrate/inputs.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs6 = require("node:fs");
    import_node_path5 = require("node:path");
    init_image_reference();
    init_image_repositories();
    init_freeze();
    init_auth2();
    init_secret_files();
    init_arguments();
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
    projectOf2 = ({ env: env2 }) => env2.GOOGLE_CLOUD_PROJECT;
    LONGEST_TIMEOUT = 7 * 864e5;
    manifestOrigin = ({ file, text: text3 }, { project, region: region2, commit }) => ({
      file,
      text: text3,
      project,
      region: region2,
      substitutions: /* @__PURE__ */ new Map([
        ["PROJECT", project],
        ["REGION", region2],
        ["COMMIT", commit]
      ])
    });
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
function expiring(clock, ms, what) {
  const over = new AbortController();
  clock.timer(ms, () => over.abort(new Error(`${what} took longer than ${formatDuration(ms)}`)));
  return over.signal;
}
var init_time_limit = __esm({
  "src/runtime/time-limit.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_errors();
  }
});

// node_modules/@actions/io/lib/io-util.js
function exists(fsPath) {
  return __awaiter3(this, void 0, void 0, function* () {
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
  return __awaiter3(this, void 0, void 0, function* () {
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
        const upperExt = path2.extname(filePath).toUpperCase();
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
            const directory = path2.dirname(filePath);
            const upperName = path2.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path2.join(directory, actualName);
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
var fs, path2, __awaiter3, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    init_fetch_classes();
    fs = __toESM(require("fs"), 1);
    path2 = __toESM(require("path"), 1);
    __awaiter3 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve6) {
          resolve6(value);
        });
      }
      return new (P || (P = Promise))(function(resolve6, reject) {
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
          result.done ? resolve6(result.value) : adopt(result.value).then(fulfilled, rejected);
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
function which(tool, check2) {
  return __awaiter4(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check2) {
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
    const matches2 = yield findInPath(tool);
    if (matches2 && matches2.length > 0) {
      return matches2[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter4(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path3.delimiter)) {
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
    if (tool.includes(path3.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path3.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches2 = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path3.join(directory, tool), extensions);
      if (filePath) {
        matches2.push(filePath);
      }
    }
    return matches2;
  });
}
var path3, __awaiter4;
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    init_fetch_classes();
    path3 = __toESM(require("path"), 1);
    init_io_util();
    __awaiter4 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve6) {
          resolve6(value);
        });
      }
      return new (P || (P = Promise))(function(resolve6, reject) {
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
          result.done ? resolve6(result.value) : adopt(result.value).then(fulfilled, rejected);
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
  for (let i2 = 0; i2 < argString.length; i2++) {
    const c = argString.charAt(i2);
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
var os, events, child, path4, import_timers, __awaiter5, IS_WINDOWS2, ToolRunner, ExecState;
var init_toolrunner = __esm({
  "node_modules/@actions/exec/lib/toolrunner.js"() {
    init_fetch_classes();
    os = __toESM(require("os"), 1);
    events = __toESM(require("events"), 1);
    child = __toESM(require("child_process"), 1);
    path4 = __toESM(require("path"), 1);
    init_io();
    init_io_util();
    import_timers = require("timers");
    __awaiter5 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve6) {
          resolve6(value);
        });
      }
      return new (P || (P = Promise))(function(resolve6, reject) {
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
          result.done ? resolve6(result.value) : adopt(result.value).then(fulfilled, rejected);
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
          if (cmdSpecialChars.some((x2) => x2 === char)) {
            needsQuotes = true;
            break;
          }
        }
        if (!needsQuotes) {
          return arg;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i2 = arg.length; i2 > 0; i2--) {
          reverse += arg[i2 - 1];
          if (quoteHit && arg[i2 - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i2 - 1] === '"') {
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
        for (let i2 = arg.length; i2 > 0; i2--) {
          reverse += arg[i2 - 1];
          if (quoteHit && arg[i2 - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i2 - 1] === '"') {
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
        return __awaiter5(this, void 0, void 0, function* () {
          if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
            this.toolPath = path4.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
          }
          this.toolPath = yield which(this.toolPath, true);
          return new Promise((resolve6, reject) => __awaiter5(this, void 0, void 0, function* () {
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
                resolve6(exitCode);
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
  return __awaiter6(this, void 0, void 0, function* () {
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
var __awaiter6;
var init_exec = __esm({
  "node_modules/@actions/exec/lib/exec.js"() {
    init_fetch_classes();
    init_toolrunner();
    __awaiter6 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve6) {
          resolve6(value);
        });
      }
      return new (P || (P = Promise))(function(resolve6, reject) {
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
          result.done ? resolve6(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// src/container/docker.ts
function createDocker(base, cwd, signal) {
  const clean = Object.entries(base).filter((entry2) => {
    return entry2[1] !== void 0 && !entry2[0].startsWith("INPUT_");
  });
  return async (args, { env: env2, onStart, onOutput, both } = {}) => {
    signal.throwIfAborted();
    const stdout = [];
    const stderr = [];
    const call = () => exec("docker", [...args], {
      cwd,
      env: { ...Object.fromEntries(clean), ...env2 },
      silent: true,
      ignoreReturnCode: true,
      listeners: {
        stdout: both && onOutput ? onOutput : (chunk) => void stdout.push(chunk),
        stderr: onOutput ?? ((chunk) => void stderr.push(chunk))
      }
    });
    try {
      const exitCode = await interruptible(call, args, signal, onStart);
      return { exitCode, stdout: String(Buffer.concat(stdout)), stderr: String(Buffer.concat(stderr)) };
    } catch (error) {
      if (/Unable to locate executable file/.test(error.message))
        throw new InputError([
          {
            subject: "Docker",
            message: "there is no docker on this runner. Use one that has it, such as ubuntu-latest."
          }
        ]);
      throw error;
    }
  };
}
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
    init_fetch_classes();
    import_node_diagnostics_channel = require("node:diagnostics_channel");
    init_exec();
    init_errors();
  }
});

// src/runtime/temporary-folder.ts
function claimFolder(context, name, dir) {
  const id = (0, import_node_crypto7.randomBytes)(16).toString("hex");
  (0, import_node_fs7.writeFileSync)((0, import_node_path6.join)(dir, MARKER), id, { mode: 384, flag: "wx" });
  context.saveState(name, dir);
  context.saveState(idState(name), id);
}
function claimedFolder(context, name, temp) {
  const dir = context.state(name);
  if (dir === "") return void 0;
  const problem = refusal2(dir, context.state(idState(name)), temp);
  if (problem === void 0) return dir;
  if (problem !== "gone")
    context.log.warning(`State ${name} names ${dir}, which was not removed: it ${problem}. Remove it if it is yours.`);
  return void 0;
}
function refusal2(dir, id, temp) {
  if (dir !== (0, import_node_path6.resolve)(dir) || (0, import_node_path6.dirname)(dir) !== (0, import_node_path6.resolve)(temp)) return `is not in ${temp}`;
  try {
    if (!(0, import_node_fs7.lstatSync)(dir).isDirectory()) return "is no folder";
    if ((0, import_node_fs7.realpathSync)(dir) !== (0, import_node_path6.join)((0, import_node_fs7.realpathSync)(temp), (0, import_node_path6.basename)(dir))) return "is a link";
    const marker = (0, import_node_path6.join)(dir, MARKER);
    if (!(0, import_node_fs7.lstatSync)(marker).isFile()) return "has no marker of this step";
    if (!/^[0-9a-f]{32}$/.test(id) || (0, import_node_fs7.readFileSync)(marker, "utf8") !== id) return "has the marker of another step";
    return void 0;
  } catch (error) {
    if (error.code !== "ENOENT") return `could not be read (${error.message})`;
    return (0, import_node_fs7.lstatSync)(dir, { throwIfNoEntry: false }) ? "has no marker of this step" : "gone";
  }
}
var import_node_crypto7, import_node_fs7, import_node_path6, MARKER, idState, removeFolder;
var init_temporary_folder = __esm({
  "src/runtime/temporary-folder.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto7 = require("node:crypto");
    import_node_fs7 = require("node:fs");
    import_node_path6 = require("node:path");
    MARKER = ".orchestra-owner";
    idState = (name) => `${name}-id`;
    removeFolder = (dir) => (0, import_node_fs7.rmSync)(dir, { recursive: true, force: true });
  }
});

// src/container/docker-config.ts
async function createDockerConfig(host, env2, temp, pid, token) {
  const dir = (0, import_node_fs8.mkdtempSync)((0, import_node_path7.join)(temporaryFolder(temp), "docker-"));
  (0, import_node_fs8.chmodSync)(dir, 448);
  writeConfig(dir, env2.DOCKER_CONFIG || (0, import_node_path7.join)(env2.HOME || (0, import_node_os.homedir)(), ".docker"), host);
  const bin = (0, import_node_path7.join)(dir, "bin");
  writeHelper(bin, pid);
  const stop2 = await answerHelper(
    bin,
    () => token().then(
      (secret2) => `0 ${JSON.stringify({ ServerURL: host, Username: "oauth2accesstoken", Secret: secret2 })}`,
      (error) => `1 ${error.message.replaceAll(/\s+/g, " ")}`
    )
  );
  return {
    dir,
    env: { DOCKER_CONFIG: dir, PATH: `${bin}:${env2.PATH ?? ""}` },
    close(keep2) {
      stop2();
      if (!keep2) removeFolder(dir);
    }
  };
}
function writeConfig(dir, userDir, host) {
  const entries = (0, import_node_fs8.existsSync)(userDir) ? (0, import_node_fs8.readdirSync)(userDir) : [];
  for (const name of entries) if (name !== "config.json") (0, import_node_fs8.symlinkSync)((0, import_node_path7.join)(userDir, name), (0, import_node_path7.join)(dir, name));
  const user = entries.includes("config.json") ? readUserConfig((0, import_node_path7.join)(userDir, "config.json")) : {};
  const config = { ...user, credHelpers: { ...user.credHelpers, [host]: "orchestra" } };
  (0, import_node_fs8.writeFileSync)((0, import_node_path7.join)(dir, "config.json"), JSON.stringify(config, void 0, 2), { mode: 384 });
}
function readUserConfig(file) {
  const refuse2 = (problem) => {
    throw new InputError([
      {
        subject: "Docker configuration",
        message: `${file} ${problem}. It belongs to this runner (DOCKER_CONFIG, or .docker in the home folder): fix it, or remove it and log in again.`
      }
    ]);
  };
  const config = parseUserConfig(file, refuse2);
  const helpers = config?.credHelpers ?? {};
  if (config === null || typeof config !== "object" || Array.isArray(config)) return refuse2("is not a JSON object");
  if (typeof helpers !== "object" || Array.isArray(helpers)) return refuse2("has credHelpers that is no object");
  return config;
}
function parseUserConfig(file, refuse2) {
  let text3;
  try {
    text3 = readTextFile(file);
  } catch (error) {
    return refuse2(`cannot be read: ${error.message}`);
  }
  try {
    return JSON.parse(text3.trim() || "{}");
  } catch (error) {
    const at2 = /line \d+ column \d+|position \d+/.exec(error.message)?.[0];
    return refuse2(`is not valid JSON${at2 ? ` (${at2})` : ""}`);
  }
}
function writeHelper(bin, pid) {
  (0, import_node_fs8.mkdirSync)(bin);
  const script = `#!/bin/sh
read -r server || :
[ "$1" = get ] || exit 0
cd "\${0%/*}" && command -p mkfifo -m 600 "answer.$$" || exit 1
exec 3<>"answer.$$"
{ while kill -0 ${pid}; do command -p sleep 1; done; echo '1 the step that gives out tokens has ended' >&3; } >/dev/null 2>&1 &
echo "$$" 1<>requests
read -r code answer <&3
kill $!
command -p rm -f "answer.$$"
printf '%s\\n' "$answer"
exit "$code"
`;
  (0, import_node_fs8.writeFileSync)((0, import_node_path7.join)(bin, "docker-credential-orchestra"), script, { mode: 448 });
}
async function answerHelper(bin, answer) {
  const requests = (0, import_node_path7.join)(bin, "requests");
  await exec("/bin/sh", ["-c", 'command -p mkfifo -m 600 "$0"', requests], { silent: true });
  const pipe = new import_node_net2.Socket({ fd: (0, import_node_fs8.openSync)(requests, O_RDWR | O_NONBLOCK), readable: true, writable: false });
  pipe.unref();
  (0, import_node_readline.createInterface)({ input: pipe }).on("line", async (id) => {
    const line = `${await answer()}
`;
    try {
      const reply = (0, import_node_fs8.openSync)((0, import_node_path7.join)(bin, `answer.${id}`), O_WRONLY | O_NONBLOCK);
      (0, import_node_fs8.writeSync)(reply, line);
      (0, import_node_fs8.closeSync)(reply);
    } catch {
    }
  });
  return () => pipe.destroy();
}
var import_node_fs8, import_node_net2, import_node_os, import_node_path7, import_node_readline, O_NONBLOCK, O_RDWR, O_WRONLY, temporaryFolder;
var init_docker_config = __esm({
  "src/container/docker-config.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs8 = require("node:fs");
    import_node_net2 = require("node:net");
    import_node_os = require("node:os");
    import_node_path7 = require("node:path");
    import_node_readline = require("node:readline");
    init_exec();
    init_read_file();
    init_errors();
    init_temporary_folder();
    ({ O_NONBLOCK, O_RDWR, O_WRONLY } = import_node_fs8.constants);
    temporaryFolder = (temp) => temp.length > 0 && (0, import_node_fs8.existsSync)(temp) ? temp : (0, import_node_os.tmpdir)();
  }
});

// src/container/registry-artifacts.ts
function createRegistryArtifacts(client) {
  const calls = createRegistryCalls(client);
  const resource = (image) => `image ${formatImageName(image)}`;
  return {
    async tags(image, prefix) {
      const found2 = [];
      let url = calls.url(image, `/tags/list?n=${PAGE}&last=${prefix.slice(0, -1)}`);
      for (let pages = 0; url !== void 0 && pages < MOST_PAGES; pages++) {
        const at2 = url;
        const answer = await absent(
          calls.send({ method: "GET", url: at2, resource: resource(image), maxBytes: MOST_LIST, ...READ })
        );
        if (!answer) return [];
        const about2 = { resource: resource(image), url: at2, status: answer.status };
        const { tags } = parseAnswer(about2, answer.text);
        const page = (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === "string");
        found2.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = locationOf(at2, /<([^>]+)>; *rel="?next"?/.exec(answer.headers.link ?? "")?.[1]);
        if (next !== void 0 && new URL(next).origin !== new URL(at2).origin) throw redirected(about2, next);
        const past = page.length > 0 && page.at(-1) > `${prefix}\uFFFF` && isSorted(page);
        url = past ? void 0 : next;
      }
      return [...new Set(found2)];
    },
    async referrers(image, digest, artifactType) {
      const url = calls.url(image, `/referrers/${digest}?artifactType=${encodeURIComponent(artifactType)}`);
      try {
        const answer = await calls.send({
          method: "GET",
          url,
          resource: resource(image),
          maxBytes: MOST_LIST,
          ...READ
        });
        const about2 = { resource: resource(image), url, status: answer.status };
        const { manifests } = parseAnswer(about2, answer.text);
        return (Array.isArray(manifests) ? manifests : []).flatMap(
          ({ digest: one }) => typeof one === "string" ? [one] : []
        );
      } catch (error) {
        if (error instanceof CloudError && error.status >= 200 && error.status < 500) return [];
        throw error;
      }
    },
    async blob(image, digest, maxBytes) {
      const answer = await absent(calls.blob(image, digest, maxBytes, resource(image)));
      return answer && sha256Digest(answer.bytes) === digest ? answer.bytes : void 0;
    },
    async pushBlob(image, mediaType, content) {
      const digest = sha256Digest(content);
      const about2 = { resource: resource(image), ...WRITE };
      const descriptor = { mediaType, digest, size: content.length };
      const begin = calls.url(image, "/blobs/uploads/");
      const started = await calls.send({ ...about2, method: "POST", url: begin, idempotent: true });
      const session = locationOf(begin, started.headers.location);
      if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
        throw redirected({ ...about2, url: begin, status: started.status }, session);
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
        headers: { "content-type": OCI_MANIFEST },
        body: manifest,
        resource: `tag ${formatImageName(image)}:${tag}`,
        ...WRITE
      });
    }
  };
}
var import_node_crypto8, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto8 = require("node:crypto");
    init_not_found();
    init_client();
    init_invalid_response();
    init_errors();
    init_image_reference();
    init_registry();
    init_registry_calls();
    PAGE = 1e3;
    MOST_PAGES = 1e3;
    MOST_LIST = 256e6;
    sha256Digest = (bytes) => `sha256:${(0, import_node_crypto8.createHash)("sha256").update(bytes).digest("hex")}`;
    isSorted = (texts2) => texts2.every((text3, i2) => i2 === 0 || (texts2[i2 - 1] ?? "") <= text3);
  }
});

// src/provenance/attestation-tag.ts
var ATTESTATION_TAG;
var init_attestation_tag = __esm({
  "src/provenance/attestation-tag.ts"() {
    "use strict";
    init_fetch_classes();
    ATTESTATION_TAG = "attestation-";
  }
});

// src/provenance/attestation-store.ts
function createAttestationStore(registry, artifacts) {
  return {
    list: (image, digest) => artifacts.tags(image, attestationTagPrefix(digest)),
    listReferrers: (image, digest) => artifacts.referrers(image, digest, BUNDLE_TYPE),
    async read(image, digest, reference) {
      const none = (problem) => ({ reference, bundle: void 0, problem });
      const manifest = await registry.manifest(image, reference).catch((error) => {
        if (error instanceof CloudError && (error.status === 0 || error.status >= 400)) throw error;
        return void 0;
      });
      if (!manifest) return none("gone");
      if (reference.startsWith(ATTESTATION_TAG) && reference !== attestationTag(digest, manifest.digest))
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
        artifacts.pushBlob(image, EMPTY_TYPE, EMPTY2),
        artifacts.pushBlob(image, BUNDLE_TYPE, content)
      ]);
      const embedded = content.length <= MOST_EMBEDDED ? { data: content.toString("base64") } : {};
      const manifest = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: OCI_MANIFEST,
          artifactType: BUNDLE_TYPE,
          config: { ...config, data: EMPTY2.toString("base64") },
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
      await Promise.all(tags.map((tag) => putOnce(tag, own, () => artifacts.pushManifest(image, tag, manifest))));
      return tags;
      async function putOnce(tag, digest, push) {
        try {
          await push();
        } catch (error) {
          if (!(error instanceof CloudError) || await registry.digest(image, tag) !== digest) throw error;
        }
      }
    }
  };
}
var BUNDLE_TYPE, EMPTY_TYPE, EMPTY2, MOST_BUNDLE, MOST_EMBEDDED, attestationTagPrefix, attestationTag;
var init_attestation_store = __esm({
  "src/provenance/attestation-store.ts"() {
    "use strict";
    init_fetch_classes();
    init_registry();
    init_registry_artifacts();
    init_errors();
    init_attestation_tag();
    BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
    EMPTY2 = Buffer.from("{}");
    MOST_BUNDLE = 4e6;
    MOST_EMBEDDED = 1e5;
    attestationTagPrefix = (digest) => `${ATTESTATION_TAG}${digest.replace("sha256:", "")}-`;
    attestationTag = (digest, manifest) => `${attestationTagPrefix(digest)}${manifest.replace("sha256:", "").slice(0, 32)}`;
  }
});

// src/provenance/check-image.ts
async function checkImage(store, verify2, image, expected) {
  const { digest } = image;
  const reasons = /* @__PURE__ */ new Map();
  let read3 = 0;
  const judge2 = async (reference) => {
    const { bundle, problem } = await store.read(image, digest, reference);
    read3++;
    const verdict = bundle ? verify2(bundle, { ...expected, digest }) : void 0;
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
  const build = await search(tags.slice(0, MOST2)) ?? await search((await store.listReferrers(image, digest)).slice(0, MOST2));
  if (build) return { verified: true, build };
  const name = formatImageDigest(image);
  const what = expected.predicateType;
  if (read3 === 0) return { verified: false, reason: `no attestation is attached to ${name}` };
  const counted = [...reasons].sort(([, a], [, b]) => b - a);
  const listed = counted.slice(0, MOST_REASONS).map(([reason, count]) => `${count} is ${reason}`);
  const rest = counted.length > MOST_REASONS ? [`${counted.length - MOST_REASONS} more reasons`] : [];
  return {
    verified: false,
    reason: `${read3} attestation${read3 === 1 ? " is" : "s are"} attached to ${name}, and none counts as ${what}${counted.length > 0 ? `: ${[...listed, ...rest].join("; ")}` : ""}`
  };
}
var PARALLEL, MOST2, MOST_REASONS;
var init_check_image = __esm({
  "src/provenance/check-image.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    PARALLEL = 32;
    MOST2 = 2e4;
    MOST_REASONS = 5;
  }
});

// src/provenance/require-provenance.ts
async function loadVerifier({ trustedRoots, keys }) {
  const { createVerifier } = await import("../shared/verifier.cjs");
  try {
    return createVerifier(trustedRoots, keys);
  } catch (error) {
    throw new InputError([
      {
        subject: "Input trusted-root",
        message: `contains no usable trusted root: ${error.message}. Create it with: npx github:orchestra/actions#v1 trusted-root > FILE`
      }
    ]);
  }
}
async function verifyProvenance(image, { identity, trustedRoots, keys }, { http: http2 }, predicateType = SLSA_PROVENANCE) {
  if (!isLoopback(image.host) && !artifactRegistryRepository(image, void 0))
    return {
      verified: false,
      reason: `${formatImageDigest(image)} is not in Artifact Registry, where attestations are read`
    };
  const store = createAttestationStore(createRegistry(http2), createRegistryArtifacts(http2));
  return await checkImage(store, await loadVerifier({ trustedRoots, keys }), image, { predicateType, identity });
}
async function requireProvenance(images, inputs, { http: http2, log }, { served = false } = {}) {
  const { mode, identity, trustedRoots, keys } = inputs;
  if (mode === "off" || !identity) return;
  const unique = [...new Map(images.map((image) => [formatImageDigest(image), image])).values()];
  const checked = await Promise.all(
    unique.map(async (image) => ({
      image,
      result: await verifyProvenance(image, { identity, trustedRoots, keys }, { http: http2 })
    }))
  );
  const problems = [];
  for (const { image, result } of checked) {
    if (result.verified) {
      const { repository, commit, ref, runUrl } = result.build;
      log.info(
        `Provenance verified: ${formatImageDigest(image)} was built from ${repository} at ${commit} (${ref}) by ${runUrl}.`
      );
      continue;
    }
    problems.push({ subject: "require-provenance", message: `${result.reason}. ${wayOut(identity)}` });
  }
  if (problems.length === 0) return;
  if (mode === "enforce" && !served) throw new PolicyError(problems);
  for (const { subject, message } of problems)
    log.warning(
      `${subject}: ${message}${mode === "enforce" ? " The rollback continues, because the revision is recorded as having been live." : ""}`
    );
}
var wayOut;
var init_require_provenance = __esm({
  "src/provenance/require-provenance.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_registry();
    init_registry_artifacts();
    init_errors();
    init_attestation_store();
    init_check_image();
    init_statement();
    wayOut = ({ workflows, refs }) => `Expected provenance that ${workflows.join(" or ")} signed at ${refs.join(" or ")}: build the image there with build-image and sign: required, or name who builds it in provenance-identity. An attestation that a clean-up policy deleted is made again by a new build.`;
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
    init_fetch_classes();
    init_auth2();
    init_client();
    warned = /* @__PURE__ */ new WeakSet();
  }
});

// actions/migrate/migrations/sql-cautions.ts
function cautionOf(kind, fields, table) {
  const has = (list3, name) => (list3 ?? []).some(({ DefElem }) => DefElem?.defname === name);
  const exclusive = (what, instead) => ({
    rule: "locking",
    message: `${what} takes an ACCESS EXCLUSIVE lock that blocks reads and writes until it is done. ${instead}`
  });
  switch (kind) {
    case "DeleteStmt":
      if (fields.whereClause || fields.usingClause) return void 0;
      return { rule: "destructive", message: `DELETE without WHERE destroys all rows of ${table}.` };
    case "VacuumStmt":
      return has(fields.options, "full") ? exclusive("VACUUM FULL", "Run it by hand at a quiet time, or use pg_repack.") : void 0;
    case "ClusterStmt":
      return exclusive(`CLUSTER ${table}`, "Run it by hand at a quiet time, or use pg_repack.");
    case "ReindexStmt":
      if (has(fields.params, "concurrently")) return void 0;
      return { rule: "locking", message: "REINDEX blocks writes until it is done. Write REINDEX \u2026 CONCURRENTLY." };
    case "RefreshMatViewStmt":
      if (fields.concurrent || fields.skipData) return void 0;
      return exclusive(`REFRESH MATERIALIZED VIEW ${table}`, "Write REFRESH MATERIALIZED VIEW CONCURRENTLY.");
    case "AlterObjectSchemaStmt":
      return {
        rule: "incompatible",
        message: `SET SCHEMA moves ${table || "an object"} to another schema, which is incompatible with the running version.`
      };
    case "AlterEnumStmt":
      if (!fields.oldVal) return void 0;
      return {
        rule: "incompatible",
        message: `Renaming the value ${String(fields.oldVal)} of a type is incompatible with the running version.`
      };
    default:
      return void 0;
  }
}
function cautionOfAlter({ subtype, def }, table) {
  if (subtype === "AT_SetTableSpace" || subtype === "AT_SetLogged" || subtype === "AT_SetUnLogged")
    return {
      rule: "locking",
      message: `This ALTER TABLE takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}.`
    };
  const constraint = def?.Constraint;
  if (subtype !== "AT_AddConstraint" || !constraint) return void 0;
  const kind = ADD[String(constraint.contype)];
  if (kind === void 0 || constraint.skip_validation || constraint.indexname) return void 0;
  const isIndex = kind === "UNIQUE" || kind === "PRIMARY KEY";
  const instead = isIndex ? "Create a unique index CONCURRENTLY first, and add the constraint USING INDEX." : "Add it with NOT VALID, and VALIDATE CONSTRAINT in a later migration.";
  return {
    rule: "locking",
    message: `ADD ${kind} blocks ${kind === "FOREIGN KEY" ? "writes" : "reads and writes"} of ${table} while ${isIndex ? "its index is built" : "all of it is read"}. ${instead}`
  };
}
var ADD;
var init_sql_cautions = __esm({
  "actions/migrate/migrations/sql-cautions.ts"() {
    "use strict";
    init_fetch_classes();
    ADD = {
      CONSTR_FOREIGN: "FOREIGN KEY",
      CONSTR_CHECK: "CHECK",
      CONSTR_UNIQUE: "UNIQUE",
      CONSTR_PRIMARY: "PRIMARY KEY"
    };
  }
});

// node_modules/@pgsql/types/types.js
var require_types = __commonJS({
  "node_modules/@pgsql/types/types.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
  }
});

// node_modules/@pgsql/types/enums.js
var require_enums = __commonJS({
  "node_modules/@pgsql/types/enums.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
  }
});

// node_modules/@pgsql/types/index.js
var require_types2 = __commonJS({
  "node_modules/@pgsql/types/index.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m2, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m2, k);
      if (!desc || ("get" in desc ? !m2.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m2[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m2, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m2[k];
    }));
    var __exportStar = exports2 && exports2.__exportStar || function(m2, exports3) {
      for (var p in m2) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports3, p)) __createBinding(exports3, m2, p);
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    __exportStar(require_types(), exports2);
    __exportStar(require_enums(), exports2);
  }
});

// node_modules/libpg-query/wasm/libpg-query.js
var require_libpg_query = __commonJS({
  "node_modules/libpg-query/wasm/libpg-query.js"(exports2, module2) {
    init_fetch_classes();
    var PgQueryModule = (() => {
      var _scriptName = globalThis.document?.currentScript?.src;
      return async function(moduleArg = {}) {
        var Module = moduleArg;
        var ENVIRONMENT_IS_WEB = !!globalThis.window;
        var ENVIRONMENT_IS_WORKER = !!globalThis.WorkerGlobalScope;
        var ENVIRONMENT_IS_NODE = globalThis.process?.versions?.node && globalThis.process?.type != "renderer";
        var programArgs = [];
        var thisProgram = "./this.program";
        var quit_ = (status, toThrow) => {
          throw toThrow;
        };
        if (typeof __filename != "undefined") {
          _scriptName = __filename;
        } else if (ENVIRONMENT_IS_WORKER) {
          _scriptName = self.location.href;
        }
        var scriptDirectory = "";
        function locateFile(path6) {
          if (Module["locateFile"]) {
            return Module["locateFile"](path6, scriptDirectory);
          }
          return scriptDirectory + path6;
        }
        var readAsync, readBinary;
        if (ENVIRONMENT_IS_NODE) {
          var fs2 = require("node:fs");
          scriptDirectory = __dirname + "/";
          readBinary = (filename) => {
            filename = isFileURI(filename) ? new URL(filename) : filename;
            var ret = fs2.readFileSync(filename);
            return ret;
          };
          readAsync = async (filename, binary = true) => {
            filename = isFileURI(filename) ? new URL(filename) : filename;
            var ret = fs2.readFileSync(filename, binary ? void 0 : "utf8");
            return ret;
          };
          if (process.argv.length > 1) {
            thisProgram = process.argv[1].replace(/\\/g, "/");
          }
          programArgs = process.argv.slice(2);
          quit_ = (status, toThrow) => {
            process.exitCode = status;
            throw toThrow;
          };
        } else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
          try {
            scriptDirectory = new URL(".", _scriptName).href;
          } catch {
          }
          {
            if (ENVIRONMENT_IS_WORKER) {
              readBinary = (url) => {
                var xhr = new XMLHttpRequest();
                xhr.open("GET", url, false);
                xhr.responseType = "arraybuffer";
                xhr.send(null);
                return new Uint8Array(xhr.response);
              };
            }
            readAsync = async (url) => {
              var response = await fetch(url, { credentials: "same-origin" });
              if (response.ok) {
                return response.arrayBuffer();
              }
              throw new Error(response.status + " : " + response.url);
            };
          }
        } else {
        }
        var out = console.log.bind(console);
        var err = console.error.bind(console);
        var wasmBinary;
        var ABORT = false;
        var EXITSTATUS;
        var isFileURI = (filename) => filename.startsWith("file://");
        class EmscriptenEH {
        }
        class EmscriptenSjLj extends EmscriptenEH {
        }
        var runtimeInitialized = false;
        function getMemoryBuffer() {
          return wasmMemory.buffer;
        }
        function updateMemoryViews() {
          if (HEAP8?.buffer?.resizable) return;
          var b = getMemoryBuffer();
          HEAP8 = new Int8Array(b);
          HEAP16 = new Int16Array(b);
          Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
          HEAPU16 = new Uint16Array(b);
          HEAP32 = new Int32Array(b);
          Module["HEAPU32"] = HEAPU32 = new Uint32Array(b);
          HEAPF32 = new Float32Array(b);
          HEAPF64 = new Float64Array(b);
          HEAP64 = new BigInt64Array(b);
          HEAPU64 = new BigUint64Array(b);
        }
        function preRun() {
          var preRun2 = Module["preRun"];
          if (preRun2) {
            if (typeof preRun2 == "function") preRun2 = [preRun2];
            onPreRuns.push(...preRun2);
          }
          callRuntimeCallbacks(onPreRuns);
        }
        function initRuntime() {
          runtimeInitialized = true;
          if (!Module["noFSInit"] && !FS.initialized) FS.init();
          TTY.init();
          wasmExports["A"]();
          FS.ignorePermissions = false;
        }
        function postRun() {
          var postRun2 = Module["postRun"];
          if (postRun2) {
            if (typeof postRun2 == "function") postRun2 = [postRun2];
            onPostRuns.push(...postRun2);
          }
          callRuntimeCallbacks(onPostRuns);
        }
        function abort(what) {
          Module["onAbort"]?.(what);
          what = `Aborted(${what})`;
          err(what);
          ABORT = true;
          what += ". Build with -sASSERTIONS for more info.";
          var e = new WebAssembly.RuntimeError(what);
          throw e;
        }
        var wasmBinaryFile;
        function findWasmBinary() {
          return locateFile("libpg-query.wasm");
        }
        function getBinarySync(file) {
          if (readBinary) {
            return readBinary(file);
          }
          throw "both async and sync fetching of the wasm failed";
        }
        async function getWasmBinary(binaryFile) {
          if (!wasmBinary) {
            try {
              var response = await readAsync(binaryFile);
              return new Uint8Array(response);
            } catch {
            }
          }
          return getBinarySync(binaryFile);
        }
        async function instantiateArrayBuffer(binaryFile, imports) {
          try {
            var binary = await getWasmBinary(binaryFile);
            var instance = await WebAssembly.instantiate(binary, imports);
            return instance;
          } catch (reason) {
            err(`failed to asynchronously prepare wasm: ${reason}`);
            abort(reason);
          }
        }
        async function instantiateAsync(binary, binaryFile, imports) {
          if (!binary && !ENVIRONMENT_IS_NODE) {
            try {
              var response = fetch(binaryFile, { credentials: "same-origin" });
              var instantiationResult = await WebAssembly.instantiateStreaming(response, imports);
              return instantiationResult;
            } catch (reason) {
              err(`wasm streaming compile failed: ${reason}`);
              err("falling back to ArrayBuffer instantiation");
            }
          }
          return instantiateArrayBuffer(binaryFile, imports);
        }
        function getWasmImports() {
          var imports = { a: wasmImports };
          return imports;
        }
        async function createWasm() {
          function receiveInstance(instance) {
            wasmExports = instance.exports;
            assignWasmExports(wasmExports);
            updateMemoryViews();
            return wasmExports;
          }
          function receiveInstantiationResult(result2) {
            return receiveInstance(result2["instance"]);
          }
          var info = getWasmImports();
          var instantiateWasm = Module["instantiateWasm"];
          if (instantiateWasm) {
            return new Promise((resolve6) => {
              instantiateWasm(info, (inst) => resolve6(receiveInstance(inst)));
            });
          }
          wasmBinaryFile ??= findWasmBinary();
          var result = await instantiateAsync(wasmBinary, wasmBinaryFile, info);
          var exports3 = receiveInstantiationResult(result);
          return exports3;
        }
        class ExitStatus {
          name = "ExitStatus";
          constructor(status) {
            this.message = `Program terminated with exit(${status})`;
            this.status = status;
          }
        }
        var HEAP16;
        var HEAP32;
        var HEAP64;
        var HEAP8;
        var HEAPF32;
        var HEAPF64;
        var HEAPU16;
        var HEAPU32;
        var HEAPU64;
        var HEAPU8;
        var callRuntimeCallbacks = (callbacks) => {
          while (callbacks.length > 0) {
            callbacks.shift()(Module);
          }
        };
        var onPostRuns = [];
        var onPreRuns = [];
        function getValue(ptr, type = "i8") {
          if (type.endsWith("*")) type = "*";
          switch (type) {
            case "i1":
              return HEAP8[ptr];
            case "i8":
              return HEAP8[ptr];
            case "i16":
              return HEAP16[ptr >> 1];
            case "i32":
              return HEAP32[ptr >> 2];
            case "i64":
              return HEAP64[ptr >> 3];
            case "float":
              return HEAPF32[ptr >> 2];
            case "double":
              return HEAPF64[ptr >> 3];
            case "*":
              return HEAPU32[ptr >> 2];
            default:
              abort(`invalid type for getValue: ${type}`);
          }
        }
        var noExitRuntime = true;
        var stackRestore = (val) => __emscripten_stack_restore(val);
        var stackSave = () => _emscripten_stack_get_current();
        var UTF8Decoder = globalThis.TextDecoder && new TextDecoder();
        var findStringEnd = (heapOrArray, idx, maxBytesToRead, ignoreNul) => {
          var maxIdx = idx + maxBytesToRead;
          if (ignoreNul) return maxIdx;
          while (heapOrArray[idx] && !(idx >= maxIdx)) ++idx;
          return idx;
        };
        var UTF8ArrayToString = (heapOrArray, idx = 0, maxBytesToRead, ignoreNul) => {
          var endPtr = findStringEnd(heapOrArray, idx, maxBytesToRead, ignoreNul);
          if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) {
            return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
          }
          var str = "";
          while (idx < endPtr) {
            var u0 = heapOrArray[idx++];
            if (!(u0 & 128)) {
              str += String.fromCharCode(u0);
              continue;
            }
            var u1 = heapOrArray[idx++] & 63;
            if ((u0 & 224) == 192) {
              str += String.fromCharCode((u0 & 31) << 6 | u1);
              continue;
            }
            var u2 = heapOrArray[idx++] & 63;
            if ((u0 & 240) == 224) {
              u0 = (u0 & 15) << 12 | u1 << 6 | u2;
            } else {
              u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
            }
            if (u0 < 65536) {
              str += String.fromCharCode(u0);
            } else {
              var ch = u0 - 65536;
              str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
            }
          }
          return str;
        };
        var UTF8ToString = (ptr, maxBytesToRead, ignoreNul) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead, ignoreNul) : "";
        var ___assert_fail = (condition, filename, line, func) => abort(`Assertion failed: ${UTF8ToString(condition)}, at: ` + [filename ? UTF8ToString(filename) : "unknown filename", line, func ? UTF8ToString(func) : "unknown function"]);
        var __abort_js = () => abort("");
        var runtimeKeepaliveCounter = 0;
        var __emscripten_runtime_keepalive_clear = () => {
          noExitRuntime = false;
          runtimeKeepaliveCounter = 0;
        };
        var __emscripten_throw_longjmp = () => {
          throw new EmscriptenSjLj();
        };
        var timers = {};
        var handleException = (e) => {
          if (e instanceof ExitStatus || e == "unwind") {
            return EXITSTATUS;
          }
          quit_(1, e);
        };
        var keepRuntimeAlive = () => noExitRuntime || runtimeKeepaliveCounter > 0;
        var _proc_exit = (code2) => {
          EXITSTATUS = code2;
          if (!keepRuntimeAlive()) {
            Module["onExit"]?.(code2);
            ABORT = true;
          }
          quit_(code2, new ExitStatus(code2));
        };
        var exitJS = (status, implicit) => {
          EXITSTATUS = status;
          _proc_exit(status);
        };
        var _exit = exitJS;
        var maybeExit = () => {
          if (!keepRuntimeAlive()) {
            try {
              _exit(EXITSTATUS);
            } catch (e) {
              handleException(e);
            }
          }
        };
        var callUserCallback = (func) => {
          if (ABORT) {
            return;
          }
          try {
            return func();
          } catch (e) {
            handleException(e);
          } finally {
            maybeExit();
          }
        };
        var _emscripten_get_now = () => performance.now();
        var __setitimer_js = (which2, timeout_ms) => {
          if (timers[which2]) {
            clearTimeout(timers[which2].id);
            delete timers[which2];
          }
          if (!timeout_ms) return 0;
          var id = setTimeout(() => {
            delete timers[which2];
            callUserCallback(() => __emscripten_timeout(which2, _emscripten_get_now()));
          }, timeout_ms);
          timers[which2] = { id, timeout_ms };
          return 0;
        };
        var getHeapMax = () => 1073741824;
        var alignMemory = (size, alignment) => Math.ceil(size / alignment) * alignment;
        var growMemory = (size) => {
          var oldHeapSize = wasmMemory.buffer.byteLength;
          var pages = (size - oldHeapSize + 65535) / 65536 | 0;
          try {
            wasmMemory.grow(pages);
            updateMemoryViews();
            return 1;
          } catch (e) {
          }
        };
        var _emscripten_resize_heap = (requestedSize) => {
          var oldSize = HEAPU8.length;
          requestedSize >>>= 0;
          var maxHeapSize = getHeapMax();
          if (requestedSize > maxHeapSize) {
            return false;
          }
          for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
            var overGrownHeapSize = oldSize * (1 + 0.2 / cutDown);
            overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
            var newSize = Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536));
            var replacement = growMemory(newSize);
            if (replacement) {
              return true;
            }
          }
          return false;
        };
        var PATH = { isAbs: (path6) => path6.charAt(0) === "/", splitPath: (filename) => {
          var splitPathRe = /^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;
          return splitPathRe.exec(filename).slice(1);
        }, normalizeArray: (parts, allowAboveRoot) => {
          var up = 0;
          for (var i2 = parts.length - 1; i2 >= 0; i2--) {
            var last = parts[i2];
            if (last === ".") {
              parts.splice(i2, 1);
            } else if (last === "..") {
              parts.splice(i2, 1);
              up++;
            } else if (up) {
              parts.splice(i2, 1);
              up--;
            }
          }
          if (allowAboveRoot) {
            for (; up; up--) {
              parts.unshift("..");
            }
          }
          return parts;
        }, normalize: (path6) => {
          var isAbsolute = PATH.isAbs(path6), trailingSlash = path6.slice(-1) === "/";
          path6 = PATH.normalizeArray(path6.split("/").filter((p) => !!p), !isAbsolute).join("/");
          if (!path6 && !isAbsolute) {
            path6 = ".";
          }
          if (path6 && trailingSlash) {
            path6 += "/";
          }
          return (isAbsolute ? "/" : "") + path6;
        }, dirname: (path6) => {
          var result = PATH.splitPath(path6), root = result[0], dir = result[1];
          if (!root && !dir) {
            return ".";
          }
          if (dir) {
            dir = dir.slice(0, -1);
          }
          return root + dir;
        }, basename: (path6) => path6 && path6.match(/([^\/]+|\/)\/*$/)[1], join: (...paths) => PATH.normalize(paths.join("/")), join2: (l, r) => PATH.normalize(l + "/" + r) };
        var initRandomFill = () => {
          if (ENVIRONMENT_IS_NODE) {
            var nodeCrypto = require("node:crypto");
            return (view) => (nodeCrypto.randomFillSync(view), 0);
          }
          return (view) => (crypto.getRandomValues(view), 0);
        };
        var randomFill = (view) => (randomFill = initRandomFill())(view);
        var PATH_FS = { resolve: (...args) => {
          var resolvedPath = "", resolvedAbsolute = false;
          for (var i2 = args.length - 1; i2 >= -1 && !resolvedAbsolute; i2--) {
            var path6 = i2 >= 0 ? args[i2] : FS.cwd();
            if (typeof path6 != "string") {
              throw new TypeError("Arguments to path.resolve must be strings");
            } else if (!path6) {
              return "";
            }
            resolvedPath = path6 + "/" + resolvedPath;
            resolvedAbsolute = PATH.isAbs(path6);
          }
          resolvedPath = PATH.normalizeArray(resolvedPath.split("/").filter((p) => !!p), !resolvedAbsolute).join("/");
          return (resolvedAbsolute ? "/" : "") + resolvedPath || ".";
        }, relative: (from, to) => {
          from = PATH_FS.resolve(from).slice(1);
          to = PATH_FS.resolve(to).slice(1);
          function trim(arr) {
            var start = 0;
            for (; start < arr.length; start++) {
              if (arr[start] !== "") break;
            }
            var end = arr.length - 1;
            for (; end >= 0; end--) {
              if (arr[end] !== "") break;
            }
            if (start > end) return [];
            return arr.slice(start, end - start + 1);
          }
          var fromParts = trim(from.split("/"));
          var toParts = trim(to.split("/"));
          var length = Math.min(fromParts.length, toParts.length);
          var samePartsLength = length;
          for (var i2 = 0; i2 < length; i2++) {
            if (fromParts[i2] !== toParts[i2]) {
              samePartsLength = i2;
              break;
            }
          }
          var outputParts = [];
          for (var i2 = samePartsLength; i2 < fromParts.length; i2++) {
            outputParts.push("..");
          }
          outputParts = outputParts.concat(toParts.slice(samePartsLength));
          return outputParts.join("/");
        } };
        var FS_stdin_getChar_buffer = [];
        var lengthBytesUTF8 = (str) => {
          var len = 0;
          for (var i2 = 0; i2 < str.length; ++i2) {
            var c = str.charCodeAt(i2);
            if (c <= 127) {
              len++;
            } else if (c <= 2047) {
              len += 2;
            } else if (c >= 55296 && c <= 57343) {
              len += 4;
              ++i2;
            } else {
              len += 3;
            }
          }
          return len;
        };
        var stringToUTF8Array = (str, heap, outIdx, maxBytesToWrite) => {
          if (!(maxBytesToWrite > 0)) return 0;
          var startIdx = outIdx;
          var endIdx = outIdx + maxBytesToWrite - 1;
          for (var i2 = 0; i2 < str.length; ++i2) {
            var u = str.codePointAt(i2);
            if (u <= 127) {
              if (outIdx >= endIdx) break;
              heap[outIdx++] = u;
            } else if (u <= 2047) {
              if (outIdx + 1 >= endIdx) break;
              heap[outIdx++] = 192 | u >> 6;
              heap[outIdx++] = 128 | u & 63;
            } else if (u <= 65535) {
              if (outIdx + 2 >= endIdx) break;
              heap[outIdx++] = 224 | u >> 12;
              heap[outIdx++] = 128 | u >> 6 & 63;
              heap[outIdx++] = 128 | u & 63;
            } else {
              if (outIdx + 3 >= endIdx) break;
              heap[outIdx++] = 240 | u >> 18;
              heap[outIdx++] = 128 | u >> 12 & 63;
              heap[outIdx++] = 128 | u >> 6 & 63;
              heap[outIdx++] = 128 | u & 63;
              i2++;
            }
          }
          heap[outIdx] = 0;
          return outIdx - startIdx;
        };
        var intArrayFromString = (stringy, dontAddNull, length) => {
          var len = length > 0 ? length : lengthBytesUTF8(stringy) + 1;
          var u8array = new Array(len);
          var numBytesWritten = stringToUTF8Array(stringy, u8array, 0, u8array.length);
          if (dontAddNull) u8array.length = numBytesWritten;
          return u8array;
        };
        var FS_stdin_getChar = () => {
          if (!FS_stdin_getChar_buffer.length) {
            var result = null;
            if (ENVIRONMENT_IS_NODE) {
              var BUFSIZE = 256;
              var buf = Buffer.alloc(BUFSIZE);
              var bytesRead = 0;
              var fd = process.stdin.fd;
              try {
                bytesRead = fs2.readSync(fd, buf, 0, BUFSIZE);
              } catch (e) {
                if (e.toString().includes("EOF")) bytesRead = 0;
                else throw e;
              }
              if (bytesRead > 0) {
                result = buf.slice(0, bytesRead).toString("utf-8");
              }
            } else if (globalThis.window?.prompt) {
              result = window.prompt("Input: ");
              if (result !== null) {
                result += "\n";
              }
            } else {
            }
            if (!result) {
              return null;
            }
            FS_stdin_getChar_buffer = intArrayFromString(result, true);
          }
          return FS_stdin_getChar_buffer.shift();
        };
        var TTY = { ttys: [], init() {
        }, shutdown() {
        }, register(dev, ops) {
          TTY.ttys[dev] = { input: [], output: [], ops };
          FS.registerDevice(dev, TTY.stream_ops);
        }, stream_ops: { open(stream) {
          var tty = TTY.ttys[stream.node.rdev];
          if (!tty) {
            throw new FS.ErrnoError(43);
          }
          stream.tty = tty;
          stream.seekable = false;
        }, close(stream) {
          stream.tty.ops.fsync(stream.tty);
        }, fsync(stream) {
          stream.tty.ops.fsync(stream.tty);
        }, read(stream, buffer, offset, length, pos) {
          if (!stream.tty || !stream.tty.ops.get_char) {
            throw new FS.ErrnoError(60);
          }
          var bytesRead = 0;
          for (var i2 = 0; i2 < length; i2++) {
            var result;
            try {
              result = stream.tty.ops.get_char(stream.tty);
            } catch (e) {
              throw new FS.ErrnoError(29);
            }
            if (result === void 0 && bytesRead === 0) {
              throw new FS.ErrnoError(6);
            }
            if (result === null || result === void 0) break;
            bytesRead++;
            buffer[offset + i2] = result;
          }
          if (bytesRead) {
            stream.node.atime = Date.now();
          }
          return bytesRead;
        }, write(stream, buffer, offset, length, pos) {
          if (!stream.tty || !stream.tty.ops.put_char) {
            throw new FS.ErrnoError(60);
          }
          try {
            for (var i2 = 0; i2 < length; i2++) {
              stream.tty.ops.put_char(stream.tty, buffer[offset + i2]);
            }
          } catch (e) {
            throw new FS.ErrnoError(29);
          }
          if (length) {
            stream.node.mtime = stream.node.ctime = Date.now();
          }
          return i2;
        } }, default_tty_ops: { get_char(tty) {
          return FS_stdin_getChar();
        }, put_char(tty, val) {
          if (val === null || val === 10) {
            out(UTF8ArrayToString(tty.output));
            tty.output = [];
          } else {
            if (val != 0) tty.output.push(val);
          }
        }, fsync(tty) {
          if (tty.output?.length > 0) {
            out(UTF8ArrayToString(tty.output));
            tty.output = [];
          }
        }, ioctl_tcgets(tty) {
          return { c_iflag: 25856, c_oflag: 5, c_cflag: 191, c_lflag: 35387, c_cc: [3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] };
        }, ioctl_tcsets(tty, optional_actions, data) {
          return 0;
        }, ioctl_tiocgwinsz(tty) {
          return [24, 80];
        } }, default_tty1_ops: { put_char(tty, val) {
          if (val === null || val === 10) {
            err(UTF8ArrayToString(tty.output));
            tty.output = [];
          } else {
            if (val != 0) tty.output.push(val);
          }
        }, fsync(tty) {
          if (tty.output?.length > 0) {
            err(UTF8ArrayToString(tty.output));
            tty.output = [];
          }
        } } };
        var mmapAlloc = (size) => {
          abort();
        };
        var MEMFS = { ops_table: null, mount(mount) {
          return MEMFS.createNode(null, "/", 16895, 0);
        }, createNode(parent, name, mode, dev) {
          if (FS.isBlkdev(mode) || FS.isFIFO(mode)) {
            throw new FS.ErrnoError(63);
          }
          MEMFS.ops_table ||= { dir: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr, lookup: MEMFS.node_ops.lookup, mknod: MEMFS.node_ops.mknod, rename: MEMFS.node_ops.rename, unlink: MEMFS.node_ops.unlink, rmdir: MEMFS.node_ops.rmdir, readdir: MEMFS.node_ops.readdir, symlink: MEMFS.node_ops.symlink }, stream: { llseek: MEMFS.stream_ops.llseek } }, file: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr }, stream: { llseek: MEMFS.stream_ops.llseek, read: MEMFS.stream_ops.read, write: MEMFS.stream_ops.write, mmap: MEMFS.stream_ops.mmap, msync: MEMFS.stream_ops.msync } }, link: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr, readlink: MEMFS.node_ops.readlink }, stream: {} }, chrdev: { node: { getattr: MEMFS.node_ops.getattr, setattr: MEMFS.node_ops.setattr }, stream: FS.chrdev_stream_ops } };
          var node = FS.createNode(parent, name, mode, dev);
          if (FS.isDir(node.mode)) {
            node.node_ops = MEMFS.ops_table.dir.node;
            node.stream_ops = MEMFS.ops_table.dir.stream;
            node.contents = {};
          } else if (FS.isFile(node.mode)) {
            node.node_ops = MEMFS.ops_table.file.node;
            node.stream_ops = MEMFS.ops_table.file.stream;
            node.usedBytes = 0;
            node.contents = MEMFS.emptyFileContents ??= new Uint8Array(0);
          } else if (FS.isLink(node.mode)) {
            node.node_ops = MEMFS.ops_table.link.node;
            node.stream_ops = MEMFS.ops_table.link.stream;
          } else if (FS.isChrdev(node.mode)) {
            node.node_ops = MEMFS.ops_table.chrdev.node;
            node.stream_ops = MEMFS.ops_table.chrdev.stream;
          }
          node.atime = node.mtime = node.ctime = Date.now();
          if (parent) {
            parent.contents[name] = node;
            parent.atime = parent.mtime = parent.ctime = node.atime;
          }
          return node;
        }, getFileDataAsTypedArray(node) {
          return node.contents.subarray(0, node.usedBytes);
        }, expandFileStorage(node, newCapacity) {
          var prevCapacity = node.contents.length;
          if (prevCapacity >= newCapacity) return;
          var CAPACITY_DOUBLING_MAX = 1024 * 1024;
          newCapacity = Math.max(newCapacity, prevCapacity * (prevCapacity < CAPACITY_DOUBLING_MAX ? 2 : 1.125) >>> 0);
          if (prevCapacity) newCapacity = Math.max(newCapacity, 256);
          var oldContents = MEMFS.getFileDataAsTypedArray(node);
          node.contents = new Uint8Array(newCapacity);
          node.contents.set(oldContents);
        }, resizeFileStorage(node, newSize) {
          if (node.usedBytes == newSize) return;
          var oldContents = node.contents;
          node.contents = new Uint8Array(newSize);
          node.contents.set(oldContents.subarray(0, Math.min(newSize, node.usedBytes)));
          node.usedBytes = newSize;
        }, node_ops: { getattr(node) {
          var attr = {};
          attr.dev = FS.isChrdev(node.mode) ? node.id : 1;
          attr.ino = node.id;
          attr.mode = node.mode;
          attr.nlink = 1;
          attr.uid = 0;
          attr.gid = 0;
          attr.rdev = node.rdev;
          if (FS.isDir(node.mode)) {
            attr.size = 4096;
          } else if (FS.isFile(node.mode)) {
            attr.size = node.usedBytes;
          } else if (FS.isLink(node.mode)) {
            attr.size = node.link.length;
          } else {
            attr.size = 0;
          }
          attr.atime = new Date(node.atime);
          attr.mtime = new Date(node.mtime);
          attr.ctime = new Date(node.ctime);
          attr.blksize = 4096;
          attr.blocks = Math.ceil(attr.size / attr.blksize);
          return attr;
        }, setattr(node, attr) {
          for (const key of ["mode", "atime", "mtime", "ctime"]) {
            if (attr[key] != null) {
              node[key] = attr[key];
            }
          }
          if (attr.size !== void 0) {
            MEMFS.resizeFileStorage(node, attr.size);
          }
        }, lookup(parent, name) {
          if (!MEMFS.doesNotExistError) {
            MEMFS.doesNotExistError = new FS.ErrnoError(44);
            MEMFS.doesNotExistError.stack = "<generic error, no stack>";
          }
          throw MEMFS.doesNotExistError;
        }, mknod(parent, name, mode, dev) {
          return MEMFS.createNode(parent, name, mode, dev);
        }, rename(old_node, new_dir, new_name) {
          var new_node;
          try {
            new_node = FS.lookupNode(new_dir, new_name);
          } catch (e) {
          }
          if (new_node) {
            if (FS.isDir(old_node.mode)) {
              for (var i2 in new_node.contents) {
                throw new FS.ErrnoError(55);
              }
            }
            FS.hashRemoveNode(new_node);
          }
          delete old_node.parent.contents[old_node.name];
          new_dir.contents[new_name] = old_node;
          old_node.name = new_name;
          new_dir.ctime = new_dir.mtime = old_node.parent.ctime = old_node.parent.mtime = Date.now();
        }, unlink(parent, name) {
          delete parent.contents[name];
          parent.ctime = parent.mtime = Date.now();
        }, rmdir(parent, name) {
          var node = FS.lookupNode(parent, name);
          for (var i2 in node.contents) {
            throw new FS.ErrnoError(55);
          }
          delete parent.contents[name];
          parent.ctime = parent.mtime = Date.now();
        }, readdir(node) {
          return [".", "..", ...Object.keys(node.contents)];
        }, symlink(parent, newname, oldpath) {
          var node = MEMFS.createNode(parent, newname, 511 | 40960, 0);
          node.link = oldpath;
          return node;
        }, readlink(node) {
          if (!FS.isLink(node.mode)) {
            throw new FS.ErrnoError(28);
          }
          return node.link;
        } }, stream_ops: { read(stream, buffer, offset, length, position) {
          var contents = stream.node.contents;
          if (position >= stream.node.usedBytes) return 0;
          var size = Math.min(stream.node.usedBytes - position, length);
          buffer.set(contents.subarray(position, position + size), offset);
          return size;
        }, write(stream, buffer, offset, length, position, canOwn) {
          if (buffer.buffer === HEAP8.buffer) {
            canOwn = false;
          }
          if (!length) return 0;
          var node = stream.node;
          node.mtime = node.ctime = Date.now();
          if (canOwn) {
            node.contents = buffer.subarray(offset, offset + length);
            node.usedBytes = length;
          } else if (node.usedBytes === 0 && position === 0) {
            node.contents = buffer.slice(offset, offset + length);
            node.usedBytes = length;
          } else {
            MEMFS.expandFileStorage(node, position + length);
            node.contents.set(buffer.subarray(offset, offset + length), position);
            node.usedBytes = Math.max(node.usedBytes, position + length);
          }
          return length;
        }, llseek(stream, offset, whence) {
          var position = offset;
          if (whence === 1) {
            position += stream.position;
          } else if (whence === 2) {
            if (FS.isFile(stream.node.mode)) {
              position += stream.node.usedBytes;
            }
          }
          if (position < 0) {
            throw new FS.ErrnoError(28);
          }
          return position;
        }, mmap(stream, length, position, prot, flags) {
          if (!FS.isFile(stream.node.mode)) {
            throw new FS.ErrnoError(43);
          }
          var ptr;
          var allocated;
          var contents = stream.node.contents;
          if (!(flags & 2) && contents.buffer === HEAP8.buffer) {
            allocated = false;
            ptr = contents.byteOffset;
          } else {
            allocated = true;
            ptr = mmapAlloc(length);
            if (!ptr) {
              throw new FS.ErrnoError(48);
            }
            if (contents) {
              if (position > 0 || position + length < contents.length) {
                if (contents.subarray) {
                  contents = contents.subarray(position, position + length);
                } else {
                  contents = Array.prototype.slice.call(contents, position, position + length);
                }
              }
              HEAP8.set(contents, ptr);
            }
          }
          return { ptr, allocated };
        }, msync(stream, buffer, offset, length, mmapFlags) {
          MEMFS.stream_ops.write(stream, buffer, 0, length, offset, false);
          return 0;
        } } };
        var FS_modeStringToFlags = (str) => {
          if (typeof str != "string") return str;
          var flagModes = { r: 0, "r+": 2, w: 512 | 64 | 1, "w+": 512 | 64 | 2, a: 1024 | 64 | 1, "a+": 1024 | 64 | 2 };
          var flags = flagModes[str];
          if (typeof flags == "undefined") {
            throw new Error(`Unknown file open mode: ${str}`);
          }
          return flags;
        };
        var FS_fileDataToTypedArray = (data) => {
          if (typeof data == "string") {
            data = intArrayFromString(data, true);
          }
          if (!data.subarray) {
            data = new Uint8Array(data);
          }
          return data;
        };
        var FS_getMode = (canRead2, canWrite) => {
          var mode = 0;
          if (canRead2) mode |= 292 | 73;
          if (canWrite) mode |= 146;
          return mode;
        };
        var asyncLoad = async (url) => {
          var arrayBuffer = await readAsync(url);
          return new Uint8Array(arrayBuffer);
        };
        var FS_createDataFile = (...args) => FS.createDataFile(...args);
        var getUniqueRunDependency = (id) => id;
        var dependenciesPromise = null;
        var resolveRunDependencies = async () => dependenciesPromise;
        var runDependencies = 0;
        var dependenciesPromiseResolve = null;
        var removeRunDependency = (id) => {
          runDependencies--;
          Module["monitorRunDependencies"]?.(runDependencies);
          if (!runDependencies) {
            dependenciesPromiseResolve();
          }
        };
        var addRunDependency = (id) => {
          if (!runDependencies) {
            dependenciesPromise = new Promise((resolve6) => dependenciesPromiseResolve = resolve6);
          }
          runDependencies++;
          Module["monitorRunDependencies"]?.(runDependencies);
        };
        var preloadPlugins = [];
        var FS_handledByPreloadPlugin = async (byteArray, fullname) => {
          if (typeof Browser != "undefined") Browser.init();
          for (var plugin of preloadPlugins) {
            if (plugin["canHandle"](fullname)) {
              return plugin["handle"](byteArray, fullname);
            }
          }
          return byteArray;
        };
        var FS_preloadFile = async (parent, name, url, canRead2, canWrite, dontCreateFile, canOwn, preFinish) => {
          var fullname = name ? PATH_FS.resolve(PATH.join2(parent, name)) : parent;
          var dep = getUniqueRunDependency(`cp ${fullname}`);
          addRunDependency(dep);
          try {
            var byteArray = url;
            if (typeof url == "string") {
              byteArray = await asyncLoad(url);
            }
            byteArray = await FS_handledByPreloadPlugin(byteArray, fullname);
            preFinish?.();
            if (!dontCreateFile) {
              FS_createDataFile(parent, name, byteArray, canRead2, canWrite, canOwn);
            }
          } finally {
            removeRunDependency(dep);
          }
        };
        var FS_createPreloadedFile = (parent, name, url, canRead2, canWrite, onload, onerror, dontCreateFile, canOwn, preFinish) => {
          FS_preloadFile(parent, name, url, canRead2, canWrite, dontCreateFile, canOwn, preFinish).then(onload).catch(onerror);
        };
        var FS = { root: null, mounts: [], devices: {}, streams: [], nextInode: 1, nameTable: null, currentPath: "/", initialized: false, ignorePermissions: true, filesystems: null, syncFSRequests: 0, ErrnoError: class {
          name = "ErrnoError";
          constructor(errno) {
            this.errno = errno;
          }
        }, FSStream: class {
          shared = {};
          get object() {
            return this.node;
          }
          set object(val) {
            this.node = val;
          }
          get isRead() {
            return (this.flags & 2097155) !== 1;
          }
          get isWrite() {
            return (this.flags & 2097155) !== 0;
          }
          get isAppend() {
            return this.flags & 1024;
          }
          get flags() {
            return this.shared.flags;
          }
          set flags(val) {
            this.shared.flags = val;
          }
          get position() {
            return this.shared.position;
          }
          set position(val) {
            this.shared.position = val;
          }
        }, FSNode: class {
          node_ops = {};
          stream_ops = {};
          readMode = 292 | 73;
          writeMode = 146;
          mounted = null;
          constructor(parent, name, mode, rdev) {
            if (!parent) {
              parent = this;
            }
            this.parent = parent;
            this.mount = parent.mount;
            this.id = FS.nextInode++;
            this.name = name;
            this.mode = mode;
            this.rdev = rdev;
            this.atime = this.mtime = this.ctime = Date.now();
          }
          get read() {
            return (this.mode & this.readMode) === this.readMode;
          }
          set read(val) {
            val ? this.mode |= this.readMode : this.mode &= ~this.readMode;
          }
          get write() {
            return (this.mode & this.writeMode) === this.writeMode;
          }
          set write(val) {
            val ? this.mode |= this.writeMode : this.mode &= ~this.writeMode;
          }
          get isFolder() {
            return FS.isDir(this.mode);
          }
          get isDevice() {
            return FS.isChrdev(this.mode);
          }
          addListener(cb, exclusive = false) {
            var entry2 = { cb, exclusive };
            var listeners = this.listeners ??= /* @__PURE__ */ new Set();
            listeners.add(entry2);
            return { listeners, entry: entry2 };
          }
          notifyListeners(flags) {
            if (!this.listeners) return;
            var excl;
            for (var entry2 of this.listeners) {
              if (entry2.exclusive) (excl ||= []).push(entry2);
              else entry2.cb(flags);
            }
            if (excl) {
              var i2 = (this.exclTurn || 0) % excl.length;
              this.exclTurn = i2 + 1;
              excl[i2].cb(flags);
            }
          }
        }, lookupPath(path6, opts = {}) {
          if (!path6) {
            throw new FS.ErrnoError(44);
          }
          opts.follow_mount ??= true;
          if (!PATH.isAbs(path6)) {
            path6 = FS.cwd() + "/" + path6;
          }
          linkloop: for (var nlinks = 0; nlinks < 40; nlinks++) {
            var parts = path6.split("/").filter((p) => !!p);
            var current = FS.root;
            var current_path = "/";
            for (var i2 = 0; i2 < parts.length; i2++) {
              var islast = i2 === parts.length - 1;
              if (islast && opts.parent) {
                break;
              }
              if (parts[i2] === ".") {
                continue;
              }
              if (parts[i2] === "..") {
                current_path = PATH.dirname(current_path);
                if (FS.isRoot(current)) {
                  path6 = current_path + "/" + parts.slice(i2 + 1).join("/");
                  nlinks--;
                  continue linkloop;
                } else {
                  current = current.parent;
                }
                continue;
              }
              current_path = PATH.join2(current_path, parts[i2]);
              try {
                current = FS.lookupNode(current, parts[i2]);
              } catch (e) {
                if (e?.errno === 44 && islast && opts.noent_okay) {
                  return { path: current_path };
                }
                throw e;
              }
              if (FS.isMountpoint(current) && (!islast || opts.follow_mount)) {
                current = current.mounted.root;
              }
              if (FS.isLink(current.mode) && (!islast || opts.follow)) {
                if (!current.node_ops.readlink) {
                  throw new FS.ErrnoError(52);
                }
                var link2 = current.node_ops.readlink(current);
                if (!PATH.isAbs(link2)) {
                  link2 = PATH.dirname(current_path) + "/" + link2;
                }
                path6 = link2 + "/" + parts.slice(i2 + 1).join("/");
                continue linkloop;
              }
            }
            return { path: current_path, node: current };
          }
          throw new FS.ErrnoError(32);
        }, getPath(node) {
          var path6;
          while (true) {
            if (FS.isRoot(node)) {
              var mount = node.mount.mountpoint;
              if (!path6) return mount;
              return mount[mount.length - 1] !== "/" ? `${mount}/${path6}` : mount + path6;
            }
            path6 = path6 ? `${node.name}/${path6}` : node.name;
            node = node.parent;
          }
        }, hashName(parentid, name) {
          var hash2 = 0;
          for (var i2 = 0; i2 < name.length; i2++) {
            hash2 = (hash2 << 5) - hash2 + name.charCodeAt(i2) | 0;
          }
          return (parentid + hash2 >>> 0) % FS.nameTable.length;
        }, hashAddNode(node) {
          var hash2 = FS.hashName(node.parent.id, node.name);
          node.name_next = FS.nameTable[hash2];
          FS.nameTable[hash2] = node;
        }, hashRemoveNode(node) {
          var hash2 = FS.hashName(node.parent.id, node.name);
          if (FS.nameTable[hash2] === node) {
            FS.nameTable[hash2] = node.name_next;
          } else {
            var current = FS.nameTable[hash2];
            while (current) {
              if (current.name_next === node) {
                current.name_next = node.name_next;
                break;
              }
              current = current.name_next;
            }
          }
        }, lookupNode(parent, name) {
          var errCode = FS.mayLookup(parent);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          var hash2 = FS.hashName(parent.id, name);
          for (var node = FS.nameTable[hash2]; node; node = node.name_next) {
            var nodeName = node.name;
            if (node.parent.id === parent.id && nodeName === name) {
              return node;
            }
          }
          return FS.lookup(parent, name);
        }, createNode(parent, name, mode, rdev) {
          var node = new FS.FSNode(parent, name, mode, rdev);
          FS.hashAddNode(node);
          return node;
        }, destroyNode(node) {
          FS.hashRemoveNode(node);
        }, isRoot(node) {
          return node === node.parent;
        }, isMountpoint(node) {
          return !!node.mounted;
        }, isFile(mode) {
          return (mode & 61440) === 32768;
        }, isDir(mode) {
          return (mode & 61440) === 16384;
        }, isLink(mode) {
          return (mode & 61440) === 40960;
        }, isChrdev(mode) {
          return (mode & 61440) === 8192;
        }, isBlkdev(mode) {
          return (mode & 61440) === 24576;
        }, isFIFO(mode) {
          return (mode & 61440) === 4096;
        }, isSocket(mode) {
          return (mode & 49152) === 49152;
        }, flagsToPermissionString(flag) {
          var perms = ["r", "w", "rw"][flag & 3];
          if (flag & 512) {
            perms += "w";
          }
          return perms;
        }, nodePermissions(node, perms) {
          if (FS.ignorePermissions) {
            return 0;
          }
          if (perms.includes("r") && !(node.mode & 292)) {
            return 2;
          }
          if (perms.includes("w") && !(node.mode & 146)) {
            return 2;
          }
          if (perms.includes("x") && !(node.mode & 73)) {
            return 2;
          }
          return 0;
        }, mayLookup(dir) {
          if (!FS.isDir(dir.mode)) return 54;
          var errCode = FS.nodePermissions(dir, "x");
          if (errCode) return errCode;
          if (!dir.node_ops.lookup) return 2;
          return 0;
        }, mayCreate(dir, name) {
          if (!FS.isDir(dir.mode)) {
            return 54;
          }
          try {
            var node = FS.lookupNode(dir, name);
            return 20;
          } catch (e) {
          }
          return FS.nodePermissions(dir, "wx");
        }, mayDelete(dir, name, isdir) {
          var node;
          try {
            node = FS.lookupNode(dir, name);
          } catch (e) {
            return e.errno;
          }
          var errCode = FS.nodePermissions(dir, "wx");
          if (errCode) {
            return errCode;
          }
          if (isdir) {
            if (!FS.isDir(node.mode)) {
              return 54;
            }
            if (FS.isRoot(node) || FS.getPath(node) === FS.cwd()) {
              return 10;
            }
          } else if (FS.isDir(node.mode)) {
            return 31;
          }
          return 0;
        }, mayOpen(node, flags) {
          if (!node) {
            return 44;
          }
          if (FS.isLink(node.mode)) {
            return 32;
          }
          var mode = FS.flagsToPermissionString(flags);
          if (FS.isDir(node.mode)) {
            if (mode !== "r" || flags & (512 | 64)) {
              return 31;
            }
          }
          return FS.nodePermissions(node, mode);
        }, checkOpExists(op, err2) {
          if (!op) {
            throw new FS.ErrnoError(err2);
          }
          return op;
        }, MAX_OPEN_FDS: 4096, nextfd() {
          for (var fd = 0; fd <= FS.MAX_OPEN_FDS; fd++) {
            if (!FS.streams[fd]) {
              return fd;
            }
          }
          throw new FS.ErrnoError(33);
        }, getStreamChecked(fd) {
          var stream = FS.getStream(fd);
          if (!stream) {
            throw new FS.ErrnoError(8);
          }
          return stream;
        }, getStream: (fd) => FS.streams[fd], createStream(stream, fd = -1) {
          stream = Object.assign(new FS.FSStream(), stream);
          if (fd == -1) {
            fd = FS.nextfd();
          }
          stream.fd = fd;
          FS.streams[fd] = stream;
          return stream;
        }, closeStream(fd) {
          FS.streams[fd] = null;
        }, dupStream(origStream, fd = -1) {
          var stream = FS.createStream(origStream, fd);
          stream.stream_ops?.dup?.(stream);
          return stream;
        }, doSetAttr(stream, node, attr) {
          var setattr = stream?.stream_ops.setattr;
          var arg = setattr ? stream : node;
          setattr ??= node.node_ops.setattr;
          FS.checkOpExists(setattr, 63);
          try {
            setattr(arg, attr);
          } catch (e) {
            if (e instanceof RangeError) {
              throw new FS.ErrnoError(22);
            }
            throw e;
          }
        }, chrdev_stream_ops: { open(stream) {
          var device = FS.getDevice(stream.node.rdev);
          stream.stream_ops = device.stream_ops;
          stream.stream_ops.open?.(stream);
        }, llseek() {
          throw new FS.ErrnoError(70);
        } }, major: (dev) => dev >> 8, minor: (dev) => dev & 255, makedev: (ma, mi) => ma << 8 | mi, registerDevice(dev, ops) {
          FS.devices[dev] = { stream_ops: ops };
        }, getDevice: (dev) => FS.devices[dev], getMounts(mount) {
          var mounts = [];
          var check2 = [mount];
          while (check2.length) {
            var m2 = check2.pop();
            mounts.push(m2);
            check2.push(...m2.mounts);
          }
          return mounts;
        }, syncfs(populate, callback) {
          if (typeof populate == "function") {
            callback = populate;
            populate = false;
          }
          FS.syncFSRequests++;
          if (FS.syncFSRequests > 1) {
            err(`warning: ${FS.syncFSRequests} FS.syncfs operations in flight at once, probably just doing extra work`);
          }
          var mounts = FS.getMounts(FS.root.mount);
          var completed = 0;
          function doCallback(errCode) {
            FS.syncFSRequests--;
            return callback(errCode);
          }
          function done(errCode) {
            if (errCode) {
              if (!done.errored) {
                done.errored = true;
                return doCallback(errCode);
              }
              return;
            }
            if (++completed >= mounts.length) {
              doCallback(null);
            }
          }
          for (var mount of mounts) {
            if (mount.type.syncfs) {
              mount.type.syncfs(mount, populate, done);
            } else {
              done(null);
            }
          }
        }, mount(type, opts, mountpoint) {
          var root = mountpoint === "/";
          var pseudo = !mountpoint;
          var node;
          if (root && FS.root) {
            throw new FS.ErrnoError(10);
          } else if (!root && !pseudo) {
            var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
            mountpoint = lookup.path;
            node = lookup.node;
            if (FS.isMountpoint(node)) {
              throw new FS.ErrnoError(10);
            }
            if (!FS.isDir(node.mode)) {
              throw new FS.ErrnoError(54);
            }
          }
          var mount = { type, opts, mountpoint, mounts: [] };
          var mountRoot = type.mount(mount);
          mountRoot.mount = mount;
          mount.root = mountRoot;
          if (root) {
            FS.root = mountRoot;
          } else if (node) {
            node.mounted = mount;
            if (node.mount) {
              node.mount.mounts.push(mount);
            }
          }
          return mountRoot;
        }, unmount(mountpoint) {
          var lookup = FS.lookupPath(mountpoint, { follow_mount: false });
          if (!FS.isMountpoint(lookup.node)) {
            throw new FS.ErrnoError(28);
          }
          var node = lookup.node;
          var mount = node.mounted;
          var mounts = FS.getMounts(mount);
          for (var [hash2, current] of Object.entries(FS.nameTable)) {
            while (current) {
              var next = current.name_next;
              if (mounts.includes(current.mount)) {
                FS.destroyNode(current);
              }
              current = next;
            }
          }
          node.mounted = null;
          var idx = node.mount.mounts.indexOf(mount);
          node.mount.mounts.splice(idx, 1);
        }, lookup(parent, name) {
          return parent.node_ops.lookup(parent, name);
        }, mknod(path6, mode, dev) {
          var lookup = FS.lookupPath(path6, { parent: true });
          var parent = lookup.node;
          var name = PATH.basename(path6);
          if (!name) {
            throw new FS.ErrnoError(28);
          }
          if (name === "." || name === "..") {
            throw new FS.ErrnoError(20);
          }
          var errCode = FS.mayCreate(parent, name);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.mknod) {
            throw new FS.ErrnoError(63);
          }
          return parent.node_ops.mknod(parent, name, mode, dev);
        }, statfs(path6) {
          return FS.statfsNode(FS.lookupPath(path6, { follow: true }).node);
        }, statfsStream(stream) {
          return FS.statfsNode(stream.node);
        }, statfsNode(node) {
          var rtn = { bsize: 4096, frsize: 4096, blocks: 1e6, bfree: 5e5, bavail: 5e5, files: FS.nextInode, ffree: FS.nextInode - 1, fsid: 42, flags: 2, namelen: 255 };
          if (node.node_ops.statfs) {
            Object.assign(rtn, node.node_ops.statfs(node.mount.opts.root));
          }
          return rtn;
        }, create(path6, mode = 438) {
          mode &= 4095;
          mode |= 32768;
          return FS.mknod(path6, mode, 0);
        }, mkdir(path6, mode = 511) {
          mode &= 511 | 512;
          mode |= 16384;
          return FS.mknod(path6, mode, 0);
        }, mkdirTree(path6, mode) {
          var dirs = path6.split("/");
          var d = "";
          for (var dir of dirs) {
            if (!dir) continue;
            if (d || PATH.isAbs(path6)) d += "/";
            d += dir;
            try {
              FS.mkdir(d, mode);
            } catch (e) {
              if (e.errno != 20) throw e;
            }
          }
        }, mkdev(path6, mode, dev) {
          if (typeof dev == "undefined") {
            dev = mode;
            mode = 438;
          }
          mode |= 8192;
          return FS.mknod(path6, mode, dev);
        }, symlink(oldpath, newpath) {
          if (!PATH_FS.resolve(oldpath)) {
            throw new FS.ErrnoError(44);
          }
          var lookup = FS.lookupPath(newpath, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var newname = PATH.basename(newpath);
          var errCode = FS.mayCreate(parent, newname);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.symlink) {
            throw new FS.ErrnoError(63);
          }
          return parent.node_ops.symlink(parent, newname, oldpath);
        }, link(oldpath, newpath, flags) {
          var lookup = FS.lookupPath(newpath, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var newname = PATH.basename(newpath);
          var errCode = FS.mayCreate(parent, newname);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.link) {
            throw new FS.ErrnoError(34);
          }
          return parent.node_ops.link(parent, newname, oldpath, flags);
        }, rename(old_path, new_path) {
          var old_dirname = PATH.dirname(old_path);
          var new_dirname = PATH.dirname(new_path);
          var old_name = PATH.basename(old_path);
          var new_name = PATH.basename(new_path);
          var lookup, old_dir, new_dir;
          lookup = FS.lookupPath(old_path, { parent: true });
          old_dir = lookup.node;
          lookup = FS.lookupPath(new_path, { parent: true });
          new_dir = lookup.node;
          if (!old_dir || !new_dir) throw new FS.ErrnoError(44);
          if (old_dir.mount !== new_dir.mount) {
            throw new FS.ErrnoError(75);
          }
          var old_node = FS.lookupNode(old_dir, old_name);
          var relative2 = PATH_FS.relative(old_path, new_dirname);
          if (relative2.charAt(0) !== ".") {
            throw new FS.ErrnoError(28);
          }
          relative2 = PATH_FS.relative(new_path, old_dirname);
          if (relative2.charAt(0) !== ".") {
            throw new FS.ErrnoError(55);
          }
          var new_node;
          try {
            new_node = FS.lookupNode(new_dir, new_name);
          } catch (e) {
          }
          if (old_node === new_node) {
            return;
          }
          var isdir = FS.isDir(old_node.mode);
          var errCode = FS.mayDelete(old_dir, old_name, isdir);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          errCode = new_node ? FS.mayDelete(new_dir, new_name, isdir) : FS.mayCreate(new_dir, new_name);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!old_dir.node_ops.rename) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(old_node) || new_node && FS.isMountpoint(new_node)) {
            throw new FS.ErrnoError(10);
          }
          if (new_dir !== old_dir) {
            errCode = FS.nodePermissions(old_dir, "w");
            if (errCode) {
              throw new FS.ErrnoError(errCode);
            }
          }
          FS.hashRemoveNode(old_node);
          try {
            old_dir.node_ops.rename(old_node, new_dir, new_name);
            old_node.parent = new_dir;
          } catch (e) {
            throw e;
          } finally {
            FS.hashAddNode(old_node);
          }
        }, rmdir(path6) {
          var lookup = FS.lookupPath(path6, { parent: true });
          var parent = lookup.node;
          var name = PATH.basename(path6);
          var node = FS.lookupNode(parent, name);
          var errCode = FS.mayDelete(parent, name, true);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.rmdir) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(node)) {
            throw new FS.ErrnoError(10);
          }
          parent.node_ops.rmdir(parent, name);
          FS.destroyNode(node);
        }, readdir(path6) {
          var lookup = FS.lookupPath(path6, { follow: true });
          var node = lookup.node;
          var readdir2 = FS.checkOpExists(node.node_ops.readdir, 54);
          return readdir2(node);
        }, unlink(path6) {
          var lookup = FS.lookupPath(path6, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var name = PATH.basename(path6);
          var node = FS.lookupNode(parent, name);
          var errCode = FS.mayDelete(parent, name, false);
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          if (!parent.node_ops.unlink) {
            throw new FS.ErrnoError(63);
          }
          if (FS.isMountpoint(node)) {
            throw new FS.ErrnoError(10);
          }
          parent.node_ops.unlink(parent, name);
          FS.destroyNode(node);
        }, readlink(path6) {
          var lookup = FS.lookupPath(path6);
          var link2 = lookup.node;
          if (!link2) {
            throw new FS.ErrnoError(44);
          }
          if (!link2.node_ops.readlink) {
            throw new FS.ErrnoError(28);
          }
          return link2.node_ops.readlink(link2);
        }, stat(path6, dontFollow) {
          var lookup = FS.lookupPath(path6, { follow: !dontFollow });
          var node = lookup.node;
          var getattr = FS.checkOpExists(node.node_ops.getattr, 63);
          return getattr(node);
        }, fstat(fd) {
          var stream = FS.getStreamChecked(fd);
          var node = stream.node;
          var getattr = stream.stream_ops.getattr;
          var arg = getattr ? stream : node;
          getattr ??= node.node_ops.getattr;
          FS.checkOpExists(getattr, 63);
          return getattr(arg);
        }, lstat(path6) {
          return FS.stat(path6, true);
        }, doChmod(stream, node, mode, dontFollow) {
          FS.doSetAttr(stream, node, { mode: mode & 4095 | node.mode & ~4095, ctime: Date.now(), dontFollow });
        }, chmod(path6, mode, dontFollow) {
          var node;
          if (typeof path6 == "string") {
            var lookup = FS.lookupPath(path6, { follow: !dontFollow });
            node = lookup.node;
          } else {
            node = path6;
          }
          FS.doChmod(null, node, mode, dontFollow);
        }, lchmod(path6, mode) {
          FS.chmod(path6, mode, true);
        }, fchmod(fd, mode) {
          var stream = FS.getStreamChecked(fd);
          FS.doChmod(stream, stream.node, mode, false);
        }, doChown(stream, node, dontFollow) {
          FS.doSetAttr(stream, node, { timestamp: Date.now(), dontFollow });
        }, chown(path6, uid, gid, dontFollow) {
          var node;
          if (typeof path6 == "string") {
            var lookup = FS.lookupPath(path6, { follow: !dontFollow });
            node = lookup.node;
          } else {
            node = path6;
          }
          FS.doChown(null, node, dontFollow);
        }, lchown(path6, uid, gid) {
          FS.chown(path6, uid, gid, true);
        }, fchown(fd, uid, gid) {
          var stream = FS.getStreamChecked(fd);
          FS.doChown(stream, stream.node, false);
        }, doTruncate(stream, node, len) {
          if (FS.isDir(node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!FS.isFile(node.mode)) {
            throw new FS.ErrnoError(28);
          }
          var errCode = FS.nodePermissions(node, "w");
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          FS.doSetAttr(stream, node, { size: len, timestamp: Date.now() });
        }, truncate(path6, len) {
          if (len < 0) {
            throw new FS.ErrnoError(28);
          }
          var node;
          if (typeof path6 == "string") {
            var lookup = FS.lookupPath(path6, { follow: true });
            node = lookup.node;
          } else {
            node = path6;
          }
          FS.doTruncate(null, node, len);
        }, ftruncate(fd, len) {
          var stream = FS.getStreamChecked(fd);
          if (len < 0 || (stream.flags & 2097155) === 0) {
            throw new FS.ErrnoError(28);
          }
          FS.doTruncate(stream, stream.node, len);
        }, utime(path6, atime, mtime, dontFollow) {
          var lookup = FS.lookupPath(path6, { follow: !dontFollow });
          FS.doSetAttr(null, lookup.node, { atime, mtime, dontFollow });
        }, open(path6, flags, mode = 438) {
          if (path6 === "") {
            throw new FS.ErrnoError(44);
          }
          flags = FS_modeStringToFlags(flags);
          if (flags & 64) {
            mode = mode & 4095 | 32768;
          } else {
            mode = 0;
          }
          var node;
          var isDirPath;
          if (typeof path6 == "object") {
            node = path6;
          } else {
            isDirPath = path6.endsWith("/");
            var lookup = FS.lookupPath(path6, { follow: !(flags & 131072), noent_okay: true });
            node = lookup.node;
            path6 = lookup.path;
          }
          var created = false;
          if (flags & 64) {
            if (node) {
              if (flags & 128) {
                throw new FS.ErrnoError(20);
              }
            } else if (isDirPath) {
              throw new FS.ErrnoError(31);
            } else {
              node = FS.mknod(path6, mode | 511, 0);
              created = true;
            }
          }
          if (!node) {
            throw new FS.ErrnoError(44);
          }
          if (FS.isChrdev(node.mode)) {
            flags &= ~512;
          }
          if (flags & 65536 && !FS.isDir(node.mode)) {
            throw new FS.ErrnoError(54);
          }
          if (!created) {
            var errCode = FS.mayOpen(node, flags);
            if (errCode) {
              throw new FS.ErrnoError(errCode);
            }
          }
          if (flags & 512 && !created) {
            FS.truncate(node, 0);
          }
          flags &= ~(128 | 512 | 131072);
          var stream = FS.createStream({ node, path: FS.getPath(node), flags, seekable: true, position: 0, stream_ops: node.stream_ops, ungotten: [], error: false });
          if (stream.stream_ops.open) {
            stream.stream_ops.open(stream);
          }
          if (created) {
            FS.chmod(node, mode & 511);
          }
          return stream;
        }, close(stream) {
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if (stream.getdents) stream.getdents = null;
          stream.node?.notifyListeners(32);
          try {
            if (stream.stream_ops.close) {
              stream.stream_ops.close(stream);
            }
          } catch (e) {
            throw e;
          } finally {
            FS.closeStream(stream.fd);
          }
          stream.fd = null;
        }, isClosed(stream) {
          return stream.fd === null;
        }, llseek(stream, offset, whence) {
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if (!stream.seekable || !stream.stream_ops.llseek) {
            throw new FS.ErrnoError(70);
          }
          if (whence != 0 && whence != 1 && whence != 2) {
            throw new FS.ErrnoError(28);
          }
          stream.position = stream.stream_ops.llseek(stream, offset, whence);
          stream.ungotten = [];
          return stream.position;
        }, read(stream, buffer, offset, length, position) {
          if (length < 0 || position < 0) {
            throw new FS.ErrnoError(28);
          }
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if ((stream.flags & 2097155) === 1) {
            throw new FS.ErrnoError(8);
          }
          if (FS.isDir(stream.node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!stream.stream_ops.read) {
            throw new FS.ErrnoError(28);
          }
          var seeking = typeof position != "undefined";
          if (!seeking) {
            position = stream.position;
          } else if (!stream.seekable) {
            throw new FS.ErrnoError(70);
          }
          var bytesRead = stream.stream_ops.read(stream, buffer, offset, length, position);
          if (!seeking) stream.position += bytesRead;
          return bytesRead;
        }, write(stream, buffer, offset, length, position, canOwn) {
          if (length < 0 || position < 0) {
            throw new FS.ErrnoError(28);
          }
          if (FS.isClosed(stream)) {
            throw new FS.ErrnoError(8);
          }
          if ((stream.flags & 2097155) === 0) {
            throw new FS.ErrnoError(8);
          }
          if (FS.isDir(stream.node.mode)) {
            throw new FS.ErrnoError(31);
          }
          if (!stream.stream_ops.write) {
            throw new FS.ErrnoError(28);
          }
          if (stream.seekable && stream.flags & 1024) {
            FS.llseek(stream, 0, 2);
          }
          var seeking = typeof position != "undefined";
          if (!seeking) {
            position = stream.position;
          } else if (!stream.seekable) {
            throw new FS.ErrnoError(70);
          }
          var bytesWritten = stream.stream_ops.write(stream, buffer, offset, length, position, canOwn);
          if (!seeking) stream.position += bytesWritten;
          return bytesWritten;
        }, mmap(stream, length, position, prot, flags) {
          if ((prot & 2) !== 0 && (flags & 2) === 0 && (stream.flags & 2097155) !== 2) {
            throw new FS.ErrnoError(2);
          }
          if ((stream.flags & 2097155) === 1) {
            throw new FS.ErrnoError(2);
          }
          if (!stream.stream_ops.mmap) {
            throw new FS.ErrnoError(43);
          }
          if (!length) {
            throw new FS.ErrnoError(28);
          }
          return stream.stream_ops.mmap(stream, length, position, prot, flags);
        }, msync(stream, buffer, offset, length, mmapFlags) {
          if (!stream.stream_ops.msync) {
            return 0;
          }
          return stream.stream_ops.msync(stream, buffer, offset, length, mmapFlags);
        }, ioctl(stream, cmd, arg) {
          if (!stream.stream_ops.ioctl) {
            throw new FS.ErrnoError(59);
          }
          return stream.stream_ops.ioctl(stream, cmd, arg);
        }, readFile(path6, opts = {}) {
          opts.flags = opts.flags ?? 0;
          opts.encoding = opts.encoding ?? "binary";
          if (opts.encoding !== "utf8" && opts.encoding !== "binary") {
            abort(`Invalid encoding type "${opts.encoding}"`);
          }
          var stream = FS.open(path6, opts.flags);
          var stat2 = FS.stat(path6);
          var length = stat2.size;
          var buf = new Uint8Array(length);
          FS.read(stream, buf, 0, length, 0);
          if (opts.encoding === "utf8") {
            buf = UTF8ArrayToString(buf);
          }
          FS.close(stream);
          return buf;
        }, writeFile(path6, data, opts = {}) {
          opts.flags = opts.flags ?? 577;
          var stream = FS.open(path6, opts.flags, opts.mode);
          data = FS_fileDataToTypedArray(data);
          FS.write(stream, data, 0, data.byteLength, void 0, opts.canOwn);
          FS.close(stream);
        }, cwd: () => FS.currentPath, chdir(path6) {
          var lookup = FS.lookupPath(path6, { follow: true });
          if (lookup.node === null) {
            throw new FS.ErrnoError(44);
          }
          if (!FS.isDir(lookup.node.mode)) {
            throw new FS.ErrnoError(54);
          }
          var errCode = FS.nodePermissions(lookup.node, "x");
          if (errCode) {
            throw new FS.ErrnoError(errCode);
          }
          FS.currentPath = lookup.path;
        }, createDefaultDirectories() {
          FS.mkdir("/tmp");
          FS.mkdir("/home");
          FS.mkdir("/home/web_user");
        }, createDefaultDevices() {
          FS.mkdir("/dev");
          FS.registerDevice(FS.makedev(1, 3), { read: () => 0, write: (stream, buffer, offset, length, pos) => length, llseek: () => 0 });
          FS.mkdev("/dev/null", FS.makedev(1, 3));
          TTY.register(FS.makedev(5, 0), TTY.default_tty_ops);
          TTY.register(FS.makedev(6, 0), TTY.default_tty1_ops);
          FS.mkdev("/dev/tty", FS.makedev(5, 0));
          FS.mkdev("/dev/tty1", FS.makedev(6, 0));
          var randomBuffer = new Uint8Array(1024), randomLeft = 0;
          var randomByte = () => {
            if (randomLeft === 0) {
              randomFill(randomBuffer);
              randomLeft = randomBuffer.byteLength;
            }
            return randomBuffer[--randomLeft];
          };
          FS.createDevice("/dev", "random", randomByte);
          FS.createDevice("/dev", "urandom", randomByte);
          FS.mkdir("/dev/shm");
          FS.mkdir("/dev/shm/tmp");
        }, createSpecialDirectories() {
          FS.mkdir("/proc");
          var proc_self = FS.mkdir("/proc/self");
          FS.mkdir("/proc/self/fd");
          FS.mount({ mount() {
            var node = FS.createNode(proc_self, "fd", 16895, 73);
            node.stream_ops = { llseek: MEMFS.stream_ops.llseek };
            node.node_ops = { lookup(parent, name) {
              var fd = +name;
              var stream = FS.getStreamChecked(fd);
              var ret = { parent: null, mount: { mountpoint: "fake" }, node_ops: { readlink: () => stream.path }, id: fd + 1 };
              ret.parent = ret;
              return ret;
            }, readdir() {
              return Array.from(FS.streams.entries()).filter(([k, v]) => v).map(([k, v]) => k.toString());
            } };
            return node;
          } }, {}, "/proc/self/fd");
        }, createStandardStreams(input, output, error) {
          if (input) {
            FS.createDevice("/dev", "stdin", input);
          } else {
            FS.symlink("/dev/tty", "/dev/stdin");
          }
          if (output) {
            FS.createDevice("/dev", "stdout", null, output);
          } else {
            FS.symlink("/dev/tty", "/dev/stdout");
          }
          if (error) {
            FS.createDevice("/dev", "stderr", null, error);
          } else {
            FS.symlink("/dev/tty1", "/dev/stderr");
          }
          var stdin = FS.open("/dev/stdin", 0);
          var stdout = FS.open("/dev/stdout", 1);
          var stderr = FS.open("/dev/stderr", 1);
        }, staticInit() {
          FS.nameTable = new Array(4096);
          FS.mount(MEMFS, {}, "/");
          FS.createDefaultDirectories();
          FS.createDefaultDevices();
          FS.createSpecialDirectories();
          FS.filesystems = { MEMFS };
        }, init(input, output, error) {
          FS.initialized = true;
          input ??= Module["stdin"];
          output ??= Module["stdout"];
          error ??= Module["stderr"];
          FS.createStandardStreams(input, output, error);
        }, quit() {
          FS.initialized = false;
          for (var stream of FS.streams) {
            if (stream) {
              FS.close(stream);
            }
          }
        }, findObject(path6, dontResolveLastLink) {
          var ret = FS.analyzePath(path6, dontResolveLastLink);
          if (!ret.exists) {
            return null;
          }
          return ret.object;
        }, analyzePath(path6, dontResolveLastLink) {
          try {
            var lookup = FS.lookupPath(path6, { follow: !dontResolveLastLink });
            path6 = lookup.path;
          } catch (e) {
          }
          var ret = { isRoot: false, exists: false, error: 0, name: null, path: null, object: null, parentExists: false, parentPath: null, parentObject: null };
          try {
            var lookup = FS.lookupPath(path6, { parent: true });
            ret.parentExists = true;
            ret.parentPath = lookup.path;
            ret.parentObject = lookup.node;
            ret.name = PATH.basename(path6);
            lookup = FS.lookupPath(path6, { follow: !dontResolveLastLink });
            ret.exists = true;
            ret.path = lookup.path;
            ret.object = lookup.node;
            ret.name = lookup.node.name;
            ret.isRoot = lookup.path === "/";
          } catch (e) {
            ret.error = e.errno;
          }
          return ret;
        }, createPath(parent, path6, canRead2, canWrite) {
          parent = typeof parent == "string" ? parent : FS.getPath(parent);
          var parts = path6.split("/").reverse();
          while (parts.length) {
            var part = parts.pop();
            if (!part) continue;
            var current = PATH.join2(parent, part);
            try {
              FS.mkdir(current);
            } catch (e) {
              if (e.errno != 20) throw e;
            }
            parent = current;
          }
          return current;
        }, createFile(parent, name, properties, canRead2, canWrite) {
          var path6 = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
          var mode = FS_getMode(canRead2, canWrite);
          return FS.create(path6, mode);
        }, createDataFile(parent, name, data, canRead2, canWrite, canOwn) {
          var path6 = name;
          if (parent) {
            parent = typeof parent == "string" ? parent : FS.getPath(parent);
            path6 = name ? PATH.join2(parent, name) : parent;
          }
          var mode = FS_getMode(canRead2, canWrite);
          var node = FS.create(path6, mode);
          if (data) {
            data = FS_fileDataToTypedArray(data);
            FS.chmod(node, mode | 146);
            var stream = FS.open(node, 577);
            FS.write(stream, data, 0, data.length, 0, canOwn);
            FS.close(stream);
            FS.chmod(node, mode);
          }
        }, createDevice(parent, name, input, output) {
          var path6 = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
          var mode = FS_getMode(!!input, !!output);
          FS.createDevice.major ??= 64;
          var dev = FS.makedev(FS.createDevice.major++, 0);
          FS.registerDevice(dev, { open(stream) {
            stream.seekable = false;
          }, close(stream) {
            if (output?.buffer?.length) {
              output(10);
            }
          }, read(stream, buffer, offset, length, pos) {
            var bytesRead = 0;
            for (var i2 = 0; i2 < length; i2++) {
              var result;
              try {
                result = input();
              } catch (e) {
                throw new FS.ErrnoError(29);
              }
              if (result === void 0 && bytesRead === 0) {
                throw new FS.ErrnoError(6);
              }
              if (result === null || result === void 0) break;
              bytesRead++;
              buffer[offset + i2] = result;
            }
            if (bytesRead) {
              stream.node.atime = Date.now();
            }
            return bytesRead;
          }, write(stream, buffer, offset, length, pos) {
            for (var i2 = 0; i2 < length; i2++) {
              try {
                output(buffer[offset + i2]);
              } catch (e) {
                throw new FS.ErrnoError(29);
              }
            }
            if (length) {
              stream.node.mtime = stream.node.ctime = Date.now();
            }
            return i2;
          } });
          return FS.mkdev(path6, mode, dev);
        }, forceLoadFile(obj) {
          if (obj.isDevice || obj.isFolder || obj.link || obj.contents) return true;
          if (globalThis.XMLHttpRequest) {
            abort("Lazy loading should have been performed (contents set) in createLazyFile, but it was not. Lazy loading only works in web workers. Use --embed-file or --preload-file in emcc on the main thread.");
          } else {
            try {
              obj.contents = readBinary(obj.url);
            } catch (e) {
              throw new FS.ErrnoError(29);
            }
          }
        }, createLazyFile(parent, name, url, canRead2, canWrite) {
          class LazyUint8Array {
            lengthKnown = false;
            chunks = [];
            get(idx) {
              if (idx > this.length - 1 || idx < 0) {
                return void 0;
              }
              var chunkOffset = idx % this.chunkSize;
              var chunkNum = idx / this.chunkSize | 0;
              return this.getter(chunkNum)[chunkOffset];
            }
            setDataGetter(getter) {
              this.getter = getter;
            }
            cacheLength() {
              var xhr = new XMLHttpRequest();
              xhr.open("HEAD", url, false);
              xhr.send(null);
              if (!(xhr.status >= 200 && xhr.status < 300 || xhr.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr.status);
              var datalength = Number(xhr.getResponseHeader("Content-length"));
              var header;
              var hasByteServing = (header = xhr.getResponseHeader("Accept-Ranges")) && header === "bytes";
              var usesGzip = (header = xhr.getResponseHeader("Content-Encoding")) && header === "gzip";
              var chunkSize = 1024 * 1024;
              if (!hasByteServing) chunkSize = datalength;
              var doXHR = (from, to) => {
                if (from > to) abort(`invalid range (${from}, ${to}) or no bytes requested!`);
                if (to > datalength - 1) abort(`only ${datalength} bytes available! programmer error!`);
                var xhr2 = new XMLHttpRequest();
                xhr2.open("GET", url, false);
                if (datalength !== chunkSize) xhr2.setRequestHeader("Range", "bytes=" + from + "-" + to);
                xhr2.responseType = "arraybuffer";
                if (xhr2.overrideMimeType) {
                  xhr2.overrideMimeType("text/plain; charset=x-user-defined");
                }
                xhr2.send(null);
                if (!(xhr2.status >= 200 && xhr2.status < 300 || xhr2.status === 304)) abort("Couldn't load " + url + ". Status: " + xhr2.status);
                if (xhr2.response !== void 0) {
                  return new Uint8Array(xhr2.response || []);
                }
                return intArrayFromString(xhr2.responseText ?? "", true);
              };
              var lazyArray2 = this;
              lazyArray2.setDataGetter((chunkNum) => {
                var start = chunkNum * chunkSize;
                var end = (chunkNum + 1) * chunkSize - 1;
                end = Math.min(end, datalength - 1);
                if (typeof lazyArray2.chunks[chunkNum] == "undefined") {
                  lazyArray2.chunks[chunkNum] = doXHR(start, end);
                }
                if (typeof lazyArray2.chunks[chunkNum] == "undefined") abort("doXHR failed!");
                return lazyArray2.chunks[chunkNum];
              });
              if (usesGzip || !datalength) {
                chunkSize = datalength = 1;
                datalength = this.getter(0).length;
                chunkSize = datalength;
                out("LazyFiles on gzip forces download of the whole file when length is accessed");
              }
              this._length = datalength;
              this._chunkSize = chunkSize;
              this.lengthKnown = true;
            }
            get length() {
              if (!this.lengthKnown) {
                this.cacheLength();
              }
              return this._length;
            }
            get chunkSize() {
              if (!this.lengthKnown) {
                this.cacheLength();
              }
              return this._chunkSize;
            }
          }
          if (globalThis.XMLHttpRequest) {
            if (!ENVIRONMENT_IS_WORKER) abort("Cannot do synchronous binary XHRs outside webworkers in modern browsers. Use --embed-file or --preload-file in emcc");
            var lazyArray = new LazyUint8Array();
            var properties = { isDevice: false, contents: lazyArray };
          } else {
            var properties = { isDevice: false, url };
          }
          var node = FS.createFile(parent, name, properties, canRead2, canWrite);
          if (properties.contents) {
            node.contents = properties.contents;
          } else if (properties.url) {
            node.contents = null;
            node.url = properties.url;
          }
          Object.defineProperties(node, { usedBytes: { get: function() {
            return this.contents.length;
          } } });
          var stream_ops = {};
          for (const [key, fn] of Object.entries(node.stream_ops)) {
            stream_ops[key] = (...args) => {
              FS.forceLoadFile(node);
              return fn(...args);
            };
          }
          function writeChunks(stream, buffer, offset, length, position) {
            var contents = stream.node.contents;
            if (position >= contents.length) return 0;
            var size = Math.min(contents.length - position, length);
            if (contents.slice) {
              for (var i2 = 0; i2 < size; i2++) {
                buffer[offset + i2] = contents[position + i2];
              }
            } else {
              for (var i2 = 0; i2 < size; i2++) {
                buffer[offset + i2] = contents.get(position + i2);
              }
            }
            return size;
          }
          stream_ops.read = (stream, buffer, offset, length, position) => {
            FS.forceLoadFile(node);
            return writeChunks(stream, buffer, offset, length, position);
          };
          stream_ops.mmap = (stream, length, position, prot, flags) => {
            FS.forceLoadFile(node);
            var ptr = mmapAlloc(length);
            if (!ptr) {
              throw new FS.ErrnoError(48);
            }
            writeChunks(stream, HEAP8, ptr, length, position);
            return { ptr, allocated: true };
          };
          node.stream_ops = stream_ops;
          return node;
        } };
        var SYSCALLS = { currentUmask: 18, calculateAt(dirfd, path6, allowEmpty) {
          if (PATH.isAbs(path6)) {
            return path6;
          }
          var dir;
          if (dirfd === -100) {
            dir = FS.cwd();
          } else {
            var dirstream = SYSCALLS.getStreamFromFD(dirfd);
            dir = dirstream.path;
          }
          if (path6.length == 0) {
            if (!allowEmpty) {
              throw new FS.ErrnoError(44);
            }
            return dir;
          }
          return dir + "/" + path6;
        }, writeStat(buf, stat2) {
          HEAPU32[buf >> 2] = stat2.dev;
          HEAPU32[buf + 4 >> 2] = stat2.mode;
          HEAPU32[buf + 8 >> 2] = stat2.nlink;
          HEAPU32[buf + 12 >> 2] = stat2.uid;
          HEAPU32[buf + 16 >> 2] = stat2.gid;
          HEAPU32[buf + 20 >> 2] = stat2.rdev;
          HEAP64[buf + 24 >> 3] = BigInt(stat2.size);
          HEAP32[buf + 32 >> 2] = 4096;
          HEAP32[buf + 36 >> 2] = stat2.blocks;
          var atime = stat2.atime.getTime();
          var mtime = stat2.mtime.getTime();
          var ctime = stat2.ctime.getTime();
          HEAP64[buf + 40 >> 3] = BigInt(Math.floor(atime / 1e3));
          HEAPU32[buf + 48 >> 2] = atime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 56 >> 3] = BigInt(Math.floor(mtime / 1e3));
          HEAPU32[buf + 64 >> 2] = mtime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 72 >> 3] = BigInt(Math.floor(ctime / 1e3));
          HEAPU32[buf + 80 >> 2] = ctime % 1e3 * 1e3 * 1e3;
          HEAP64[buf + 88 >> 3] = BigInt(stat2.ino);
          return 0;
        }, writeStatFs(buf, stats) {
          HEAPU32[buf + 4 >> 2] = stats.bsize;
          HEAPU32[buf + 60 >> 2] = stats.bsize;
          HEAP64[buf + 8 >> 3] = BigInt(stats.blocks);
          HEAP64[buf + 16 >> 3] = BigInt(stats.bfree);
          HEAP64[buf + 24 >> 3] = BigInt(stats.bavail);
          HEAP64[buf + 32 >> 3] = BigInt(stats.files);
          HEAP64[buf + 40 >> 3] = BigInt(stats.ffree);
          HEAPU32[buf + 48 >> 2] = stats.fsid;
          HEAPU32[buf + 64 >> 2] = stats.flags;
          HEAPU32[buf + 56 >> 2] = stats.namelen;
        }, doMsync(addr, stream, len, flags, offset) {
          if (!FS.isFile(stream.node.mode)) {
            throw new FS.ErrnoError(43);
          }
          if (flags & 2) {
            return 0;
          }
          var buffer = HEAPU8.subarray(addr, addr + len);
          FS.msync(stream, buffer, offset, len, flags);
        }, getStreamFromFD(fd) {
          var stream = FS.getStreamChecked(fd);
          return stream;
        }, varargs: void 0, getStr(ptr) {
          var ret = UTF8ToString(ptr);
          return ret;
        } };
        function _fd_close(fd) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            FS.close(stream);
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var doReadv = (stream, iov, iovcnt, offset) => {
          var ret = 0;
          for (var i2 = 0; i2 < iovcnt; i2++) {
            var ptr = HEAPU32[iov >> 2];
            var len = HEAPU32[iov + 4 >> 2];
            iov += 8;
            try {
              var curr = FS.read(stream, HEAP8, ptr, len, offset);
            } catch (e) {
              if (ret > 0 && e instanceof FS.ErrnoError && (e.errno == 6 || e.errno == 6)) {
                break;
              }
              throw e;
            }
            if (curr < 0) return -1;
            ret += curr;
            if (curr < len) break;
            if (typeof offset != "undefined") {
              offset += curr;
            }
          }
          return ret;
        };
        function _fd_read(fd, iov, iovcnt, pnum) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            var num = doReadv(stream, iov, iovcnt);
            HEAPU32[pnum >> 2] = num;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var INT53_MAX = 9007199254740992;
        var INT53_MIN = -9007199254740992;
        var bigintToI53Checked = (num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num);
        function _fd_seek(fd, offset, whence, newOffset) {
          offset = bigintToI53Checked(offset);
          try {
            if (isNaN(offset)) return 22;
            var stream = SYSCALLS.getStreamFromFD(fd);
            FS.llseek(stream, offset, whence);
            HEAP64[newOffset >> 3] = BigInt(stream.position);
            if (stream.getdents && offset === 0 && whence === 0) stream.getdents = null;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var doWritev = (stream, iov, iovcnt, offset) => {
          if (iovcnt == 1) {
            return FS.write(stream, HEAP8, HEAPU32[iov >> 2], HEAPU32[iov + 4 >> 2], offset);
          }
          var total = 0;
          for (var i2 = 0, p = iov; i2 < iovcnt; i2++, p += 8) {
            total += HEAPU32[p + 4 >> 2];
          }
          var view = new Uint8Array(total);
          var voff = 0;
          for (var i2 = 0; i2 < iovcnt; i2++, iov += 8) {
            var ptr = HEAPU32[iov >> 2];
            var len = HEAPU32[iov + 4 >> 2];
            view.set(HEAPU8.subarray(ptr, ptr + len), voff);
            voff += len;
          }
          return FS.write(stream, view, 0, total, offset);
        };
        function _fd_write(fd, iov, iovcnt, pnum) {
          try {
            var stream = SYSCALLS.getStreamFromFD(fd);
            var num = doWritev(stream, iov, iovcnt);
            HEAPU32[pnum >> 2] = num;
            return 0;
          } catch (e) {
            if (typeof FS == "undefined" || !(e.name === "ErrnoError")) throw e;
            return e.errno;
          }
        }
        var wasmTableMirror = [];
        var getWasmTableEntry = (funcPtr) => {
          var func = wasmTableMirror[funcPtr];
          if (!func) {
            wasmTableMirror[funcPtr] = func = wasmTable.get(funcPtr);
          }
          return func;
        };
        var stringToUTF8 = (str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite);
        FS.createPreloadedFile = FS_createPreloadedFile;
        FS.preloadFile = FS_preloadFile;
        FS.staticInit();
        {
          if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
          if (Module["print"]) out = Module["print"];
          if (Module["printErr"]) err = Module["printErr"];
          if (Module["arguments"]) programArgs = Module["arguments"];
          if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
          var preInit = Module["preInit"];
          if (preInit) {
            if (typeof preInit == "function") Module["preInit"] = preInit = [preInit];
            while (preInit.length > 0) {
              preInit.shift()();
            }
          }
        }
        Module["getValue"] = getValue;
        Module["UTF8ToString"] = UTF8ToString;
        Module["stringToUTF8"] = stringToUTF8;
        Module["lengthBytesUTF8"] = lengthBytesUTF8;
        var _wasm_parse_query, _malloc, _free, _wasm_parse_query_raw, _wasm_free_parse_result, _wasm_parse_plpgsql, _wasm_fingerprint, _wasm_normalize_query, _wasm_parse_query_detailed, _wasm_free_detailed_result, _wasm_scan, _wasm_free_string, __emscripten_timeout, _setThrew, __emscripten_stack_restore, _emscripten_stack_get_current, memory, __indirect_function_table, wasmMemory, wasmTable;
        function assignWasmExports(wasmExports2) {
          _wasm_parse_query = Module["_wasm_parse_query"] = wasmExports2["B"];
          _malloc = Module["_malloc"] = wasmExports2["C"];
          _free = Module["_free"] = wasmExports2["E"];
          _wasm_parse_query_raw = Module["_wasm_parse_query_raw"] = wasmExports2["F"];
          _wasm_free_parse_result = Module["_wasm_free_parse_result"] = wasmExports2["G"];
          _wasm_parse_plpgsql = Module["_wasm_parse_plpgsql"] = wasmExports2["H"];
          _wasm_fingerprint = Module["_wasm_fingerprint"] = wasmExports2["I"];
          _wasm_normalize_query = Module["_wasm_normalize_query"] = wasmExports2["J"];
          _wasm_parse_query_detailed = Module["_wasm_parse_query_detailed"] = wasmExports2["K"];
          _wasm_free_detailed_result = Module["_wasm_free_detailed_result"] = wasmExports2["L"];
          _wasm_scan = Module["_wasm_scan"] = wasmExports2["M"];
          _wasm_free_string = Module["_wasm_free_string"] = wasmExports2["N"];
          __emscripten_timeout = wasmExports2["O"];
          _setThrew = wasmExports2["P"];
          __emscripten_stack_restore = wasmExports2["Q"];
          _emscripten_stack_get_current = wasmExports2["R"];
          memory = wasmMemory = wasmExports2["z"];
          __indirect_function_table = wasmTable = wasmExports2["D"];
        }
        var wasmImports = { c: ___assert_fail, x: __abort_js, w: __emscripten_runtime_keepalive_clear, p: __emscripten_throw_longjmp, o: __setitimer_js, q: _emscripten_resize_heap, m: _exit, u: _fd_close, r: _fd_read, s: _fd_seek, t: _fd_write, g: invoke_i, b: invoke_ii, a: invoke_iii, d: invoke_iiii, k: invoke_iiiii, l: invoke_ji, e: invoke_v, f: invoke_vi, h: invoke_vii, j: invoke_viii, i: invoke_viiii, y: invoke_viiiii, n: invoke_viiiiiiiiiiiii, v: _proc_exit };
        function invoke_iii(index, a1, a2) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1, a2);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_ii(index, a1) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_i(index) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)();
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_v(index) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)();
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_iiii(index, a1, a2, a3) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1, a2, a3);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_viiii(index, a1, a2, a3, a4) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2, a3, a4);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_viiiiiiiiiiiii(index, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_iiiii(index, a1, a2, a3, a4) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1, a2, a3, a4);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_viii(index, a1, a2, a3) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2, a3);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_vi(index, a1) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_vii(index, a1, a2) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_viiiii(index, a1, a2, a3, a4, a5) {
          var sp = stackSave();
          try {
            getWasmTableEntry(index)(a1, a2, a3, a4, a5);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
          }
        }
        function invoke_ji(index, a1) {
          var sp = stackSave();
          try {
            return getWasmTableEntry(index)(a1);
          } catch (e) {
            stackRestore(sp);
            if (!(e instanceof EmscriptenEH)) throw e;
            _setThrew(1, 0);
            return 0n;
          }
        }
        async function run2() {
          preRun();
          if (runDependencies) {
            await resolveRunDependencies();
          }
          var setStatus = Module["setStatus"];
          if (setStatus) {
            setStatus("Running...");
            await new Promise((resolve6) => setTimeout(resolve6, 1));
            setTimeout(setStatus, 1, "");
          }
          if (ABORT) return;
          initRuntime();
          Module["onRuntimeInitialized"]?.();
          postRun();
        }
        var wasmExports;
        wasmExports = await createWasm();
        await run2();
        ;
        return Module;
      };
    })();
    if (typeof exports2 === "object" && typeof module2 === "object") {
      module2.exports = PgQueryModule;
      module2.exports.default = PgQueryModule;
    } else if (typeof define === "function" && define["amd"]) define([], () => PgQueryModule);
  }
});

// node_modules/libpg-query/wasm/index.cjs
var require_wasm = __commonJS({
  "node_modules/libpg-query/wasm/index.cjs"(exports2) {
    "use strict";
    init_fetch_classes();
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m2, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m2, k);
      if (!desc || ("get" in desc ? !m2.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m2[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m2, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m2[k];
    }));
    var __exportStar = exports2 && exports2.__exportStar || function(m2, exports3) {
      for (var p in m2) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports3, p)) __createBinding(exports3, m2, p);
    };
    var __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.scan = exports2.normalize = exports2.fingerprint = exports2.parsePlPgSQL = exports2.parse = exports2.SqlError = void 0;
    exports2.hasSqlDetails = hasSqlDetails;
    exports2.formatSqlError = formatSqlError;
    exports2.loadModule = loadModule;
    exports2.parseSync = parseSync;
    exports2.parsePlPgSQLSync = parsePlPgSQLSync;
    exports2.fingerprintSync = fingerprintSync;
    exports2.normalizeSync = normalizeSync;
    exports2.scanSync = scanSync;
    __exportStar(require_types2(), exports2);
    var SqlError = class extends Error {
      sqlDetails;
      constructor(message, details) {
        super(message);
        this.name = "SqlError";
        this.sqlDetails = details;
      }
    };
    exports2.SqlError = SqlError;
    function hasSqlDetails(error) {
      return error instanceof SqlError && error.sqlDetails !== void 0;
    }
    function formatSqlError(error, query, options = {}) {
      const { showPosition = true, showQuery = true, color = false, maxQueryLength } = options;
      const lines2 = [];
      const red = color ? "\x1B[31m" : "";
      const yellow = color ? "\x1B[33m" : "";
      const reset = color ? "\x1B[0m" : "";
      lines2.push(`${red}Error: ${error.message}${reset}`);
      if (error.sqlDetails) {
        const { cursorPosition, fileName, functionName, lineNumber } = error.sqlDetails;
        if (cursorPosition !== void 0 && cursorPosition >= 0) {
          lines2.push(`Position: ${cursorPosition}`);
        }
        if (fileName || functionName || lineNumber) {
          const details = [];
          if (fileName)
            details.push(`file: ${fileName}`);
          if (functionName)
            details.push(`function: ${functionName}`);
          if (lineNumber)
            details.push(`line: ${lineNumber}`);
          lines2.push(`Source: ${details.join(", ")}`);
        }
        if (showQuery && showPosition && cursorPosition !== void 0 && cursorPosition >= 0) {
          let displayQuery = query;
          let adjustedPosition = cursorPosition;
          if (maxQueryLength && query.length > maxQueryLength) {
            const start = Math.max(0, cursorPosition - Math.floor(maxQueryLength / 2));
            const end = Math.min(query.length, start + maxQueryLength);
            displayQuery = (start > 0 ? "..." : "") + query.substring(start, end) + (end < query.length ? "..." : "");
            adjustedPosition = cursorPosition - start + (start > 0 ? 3 : 0);
          }
          lines2.push(displayQuery);
          lines2.push(" ".repeat(adjustedPosition) + `${yellow}^${reset}`);
        }
      } else if (showQuery) {
        let displayQuery = query;
        if (maxQueryLength && query.length > maxQueryLength) {
          displayQuery = query.substring(0, maxQueryLength) + "...";
        }
        lines2.push(`Query: ${displayQuery}`);
      }
      return lines2.join("\n");
    }
    var libpg_query_js_1 = __importDefault(require_libpg_query());
    var wasmModule;
    var initPromise = (0, libpg_query_js_1.default)().then((module3) => {
      wasmModule = module3;
    });
    function ensureLoaded() {
      if (!wasmModule)
        throw new Error("WASM module not initialized. Call `loadModule()` first.");
    }
    async function loadModule() {
      if (!wasmModule) {
        await initPromise;
      }
    }
    function awaitInit(fn) {
      return (async (...args) => {
        await initPromise;
        return fn(...args);
      });
    }
    function stringToPtr(str) {
      ensureLoaded();
      if (typeof str !== "string") {
        throw new TypeError(`Expected a string, got ${typeof str}`);
      }
      const len = wasmModule.lengthBytesUTF8(str) + 1;
      const ptr = wasmModule._malloc(len);
      try {
        wasmModule.stringToUTF8(str, ptr, len);
        return ptr;
      } catch (error) {
        wasmModule._free(ptr);
        throw error;
      }
    }
    function ptrToString(ptr) {
      ensureLoaded();
      if (typeof ptr !== "number") {
        throw new TypeError(`Expected a number, got ${typeof ptr}`);
      }
      return wasmModule.UTF8ToString(ptr);
    }
    exports2.parse = awaitInit(async (query) => {
      if (query === null || query === void 0) {
        throw new Error("Query cannot be null or undefined");
      }
      if (query === "") {
        throw new Error("Query cannot be empty");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_parse_query_raw(queryPtr);
        if (!resultPtr) {
          throw new Error("Failed to parse query: memory allocation failed");
        }
        const parseTreePtr = wasmModule.getValue(resultPtr, "i32");
        const stderrBufferPtr = wasmModule.getValue(resultPtr + 4, "i32");
        const errorPtr = wasmModule.getValue(resultPtr + 8, "i32");
        if (errorPtr) {
          const messagePtr = wasmModule.getValue(errorPtr, "i32");
          const funcnamePtr = wasmModule.getValue(errorPtr + 4, "i32");
          const filenamePtr = wasmModule.getValue(errorPtr + 8, "i32");
          const lineno = wasmModule.getValue(errorPtr + 12, "i32");
          const cursorpos = wasmModule.getValue(errorPtr + 16, "i32");
          const message = messagePtr ? wasmModule.UTF8ToString(messagePtr) : "Unknown error";
          const funcname = funcnamePtr ? wasmModule.UTF8ToString(funcnamePtr) : void 0;
          const filename = filenamePtr ? wasmModule.UTF8ToString(filenamePtr) : void 0;
          throw new SqlError(message, {
            message,
            cursorPosition: cursorpos > 0 ? cursorpos - 1 : 0,
            // Convert to 0-based
            fileName: filename,
            functionName: funcname,
            lineNumber: lineno > 0 ? lineno : void 0
          });
        }
        if (!parseTreePtr) {
          throw new Error("No parse tree generated");
        }
        const parseTreeStr = wasmModule.UTF8ToString(parseTreePtr);
        return JSON.parse(parseTreeStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_parse_result(resultPtr);
        }
      }
    });
    exports2.parsePlPgSQL = awaitInit(async (query) => {
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_parse_plpgsql(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (!resultStr.startsWith("{")) {
          throw new Error(resultStr);
        }
        return JSON.parse(resultStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    });
    exports2.fingerprint = awaitInit(async (query) => {
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_fingerprint(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return resultStr;
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    });
    exports2.normalize = awaitInit(async (query) => {
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_normalize_query(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return resultStr;
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    });
    function parseSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      if (query === null || query === void 0) {
        throw new Error("Query cannot be null or undefined");
      }
      if (query === "") {
        throw new Error("Query cannot be empty");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_parse_query_raw(queryPtr);
        if (!resultPtr) {
          throw new Error("Failed to parse query: memory allocation failed");
        }
        const parseTreePtr = wasmModule.getValue(resultPtr, "i32");
        const stderrBufferPtr = wasmModule.getValue(resultPtr + 4, "i32");
        const errorPtr = wasmModule.getValue(resultPtr + 8, "i32");
        if (errorPtr) {
          const messagePtr = wasmModule.getValue(errorPtr, "i32");
          const funcnamePtr = wasmModule.getValue(errorPtr + 4, "i32");
          const filenamePtr = wasmModule.getValue(errorPtr + 8, "i32");
          const lineno = wasmModule.getValue(errorPtr + 12, "i32");
          const cursorpos = wasmModule.getValue(errorPtr + 16, "i32");
          const message = messagePtr ? wasmModule.UTF8ToString(messagePtr) : "Unknown error";
          const funcname = funcnamePtr ? wasmModule.UTF8ToString(funcnamePtr) : void 0;
          const filename = filenamePtr ? wasmModule.UTF8ToString(filenamePtr) : void 0;
          throw new SqlError(message, {
            message,
            cursorPosition: cursorpos > 0 ? cursorpos - 1 : 0,
            // Convert to 0-based
            fileName: filename,
            functionName: funcname,
            lineNumber: lineno > 0 ? lineno : void 0
          });
        }
        if (!parseTreePtr) {
          throw new Error("No parse tree generated");
        }
        const parseTreeStr = wasmModule.UTF8ToString(parseTreePtr);
        return JSON.parse(parseTreeStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_parse_result(resultPtr);
        }
      }
    }
    function parsePlPgSQLSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_parse_plpgsql(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (!resultStr.startsWith("{")) {
          throw new Error(resultStr);
        }
        return JSON.parse(resultStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    }
    function fingerprintSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_fingerprint(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return resultStr;
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    }
    function normalizeSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_normalize_query(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return resultStr;
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    }
    exports2.scan = awaitInit(async (query) => {
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_scan(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return JSON.parse(resultStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    });
    function scanSync(query) {
      if (!wasmModule) {
        throw new Error("WASM module not initialized. Call loadModule() first.");
      }
      const queryPtr = stringToPtr(query);
      let resultPtr = 0;
      try {
        resultPtr = wasmModule._wasm_scan(queryPtr);
        const resultStr = ptrToString(resultPtr);
        if (resultStr.startsWith("syntax error") || resultStr.startsWith("deparse error") || resultStr.startsWith("ERROR")) {
          throw new Error(resultStr);
        }
        return JSON.parse(resultStr);
      } finally {
        wasmModule._free(queryPtr);
        if (resultPtr) {
          wasmModule._wasm_free_string(resultPtr);
        }
      }
    }
  }
});

// actions/migrate/migrations/sql.ts
async function inspectSql(scripts) {
  if (scripts.length === 0) return [];
  const parser = await Promise.resolve().then(() => __toESM(require_wasm(), 1));
  await parser.loadModule();
  const created = /* @__PURE__ */ new Set();
  return scripts.map((script) => {
    if (script.trim() === "") return [];
    let parsed2;
    try {
      parsed2 = parser.parseSync(script);
    } catch (error) {
      const at2 = error.sqlDetails?.cursorPosition ?? 0;
      const message = `This migration was not checked, as PostgreSQL's parser does not read it: ${error.message}.`;
      return [{ rule: "unreadable", message, line: lineAt(Buffer.from(script), at2) }];
    }
    const bytes = Buffer.from(script);
    return (parsed2.stmts ?? []).flatMap(({ stmt, stmt_location: start = 0, stmt_len: length }) => {
      const said = inspect2(stmt, created, parser);
      const line = lineAt(bytes, start + leading(bytes, start, length ?? bytes.length));
      return said.map((one) => ({ ...one, line }));
    });
  });
}
function inspect2(stmt, created, parser) {
  const [kind, value] = Object.entries(stmt)[0] ?? [];
  const fields = value ?? {};
  switch (kind) {
    case "CreateStmt":
    case "CreateTableAsStmt":
      created.add(relation(fields.relation ?? fields.into?.rel));
      return [];
    case "DropStmt":
      return drop2(fields, created);
    case "DropdbStmt":
    case "DropOwnedStmt":
      return [{ rule: "destructive", message: "DROP DATABASE and DROP OWNED destroy all that is in them." }];
    case "TruncateStmt":
      return fields.relations.map((entry2) => relation(entry2.RangeVar)).filter((table) => !created.has(table)).map((table) => ({ rule: "destructive", message: `TRUNCATE destroys all rows of ${table}.` }));
    case "RenameStmt": {
      if (created.has(relation(fields.relation))) return [];
      const what = fields.subname ?? relation(fields.relation);
      return [
        {
          rule: "incompatible",
          message: `Renaming ${what} is incompatible with the running version and with versions before it.`
        }
      ];
    }
    case "IndexStmt": {
      const table = relation(fields.relation);
      if (fields.concurrent || created.has(table)) return [];
      return [
        {
          rule: "locking",
          message: `CREATE INDEX blocks writes to ${table} until it is built. Write CREATE INDEX CONCURRENTLY, alone in its migration.`
        }
      ];
    }
    case "AlterTableStmt": {
      const table = relation(fields.relation);
      if (created.has(table)) return [];
      return fields.cmds.flatMap((entry2) => {
        const command = entry2.AlterTableCmd;
        return [...alter(command, table), ...leniently(cautionOfAlter(command, table))];
      });
    }
    case "DoStmt":
      return inspectBlock(stmt, created, parser);
    default: {
      const table = relation(fields.relation);
      return created.has(table) ? [] : leniently(cautionOf(String(kind), fields, table));
    }
  }
}
function drop2(fields, created) {
  const type = String(fields.removeType).replace("OBJECT_", "");
  const names = fields.objects.map(nameOf3).filter((name) => !created.has(name));
  if (names.length === 0) return [];
  const what = `DROP ${type.replace("MATVIEW", "MATERIALIZED VIEW").replaceAll("_", " ")} ${names.join(", ")}`;
  if (HOLDS_DATA.has(type)) return [{ rule: "destructive", message: `${what} destroys data.` }];
  if (type === "INDEX")
    return fields.concurrent ? [] : [
      {
        rule: "locking",
        message: `${what} takes an ACCESS EXCLUSIVE lock that blocks reads and writes of its table. Write DROP INDEX CONCURRENTLY.`
      }
    ];
  return [
    { rule: "incompatible", message: `${what} is incompatible with the running version, which may still use it.` }
  ];
}
function alter(command, table) {
  const column = `${table}.${command.name}`;
  switch (command.subtype) {
    case "AT_DropColumn":
      return [{ rule: "destructive", message: `DROP COLUMN destroys what is in ${column}.` }];
    case "AT_AlterColumnType":
      return [
        {
          rule: "locking",
          message: `ALTER COLUMN TYPE takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it rewrites ${table}, and may lose digits of ${column}.`
        }
      ];
    case "AT_SetNotNull":
      return [
        {
          rule: "locking",
          message: `SET NOT NULL takes an ACCESS EXCLUSIVE lock that blocks reads and writes while it reads ${table}, and fails on a row without ${column}. Add a CHECK \u2026 NOT VALID and validate it first.`
        }
      ];
    case "AT_AddColumn":
      return addColumn(command.def.ColumnDef, table);
    default:
      return [];
  }
}
function addColumn(column, table) {
  const kinds = (column.constraints ?? []).map((entry2) => String(entry2.Constraint.contype));
  const type = nameOf3({ List: { items: column.typeName.names } }).split(".").at(-1) ?? "";
  const brings = kinds.some((kind) => ["CONSTR_DEFAULT", "CONSTR_IDENTITY", "CONSTR_GENERATED"].includes(kind)) || /^(small|big)?serial$/.test(type);
  const must = kinds.some((kind) => kind === "CONSTR_NOTNULL" || kind === "CONSTR_PRIMARY");
  if (!must || brings) return [];
  return [
    {
      rule: "incompatible",
      message: `NOT NULL without a default: ${table}.${column.colname} makes the inserts of older code fail, and this statement too if ${table} has a row.`
    }
  ];
}
function inspectBlock(stmt, created, parser) {
  const body = (stmt.DoStmt.args ?? []).map((entry2) => entry2.DefElem.arg?.String).find((text3) => text3?.sval)?.sval;
  const quoted = `DO $orchestra$${String(body)}$orchestra$`;
  try {
    return queriesOf(parser.parsePlPgSQLSync(quoted)).flatMap((query) => inspectQuery(query, created, parser));
  } catch {
    return [
      {
        rule: "unreadable",
        message: "This DO block was not checked, as its language is not PL/pgSQL or not readable."
      }
    ];
  }
}
function inspectQuery(query, created, parser) {
  try {
    return (parser.parseSync(query).stmts ?? []).flatMap(({ stmt }) => inspect2(stmt, created, parser));
  } catch {
    return [];
  }
}
function queriesOf(tree) {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(
    ([key, value]) => key === "query" && typeof value === "string" ? [value] : queriesOf(value)
  );
}
function nameOf3(node) {
  const [kind, value] = Object.entries(node)[0] ?? [];
  const fields = value ?? {};
  if (kind === "String") return String(fields.sval);
  if (kind === "List") return fields.items.map(nameOf3).join(".");
  if (kind === "TypeName") return fields.names.map(nameOf3).join(".");
  if (kind === "ObjectWithArgs") return fields.objname.map(nameOf3).join(".");
  return "";
}
function leading(bytes, start, length) {
  const text3 = bytes.subarray(start, start + length).toString("latin1");
  return /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text3)?.[0].length ?? 0;
}
function lineAt(bytes, offset) {
  let line = 1;
  for (let i2 = 0; i2 < Math.min(offset, bytes.length); i2++) if (bytes[i2] === 10) line++;
  return line;
}
var leniently, HOLDS_DATA, relation;
var init_sql = __esm({
  "actions/migrate/migrations/sql.ts"() {
    "use strict";
    init_fetch_classes();
    init_sql_cautions();
    leniently = (caution) => caution ? [{ ...caution, lenient: true }] : [];
    HOLDS_DATA = /* @__PURE__ */ new Set(["TABLE", "SCHEMA", "MATVIEW", "SEQUENCE", "FOREIGN_TABLE", "TYPE", "DOMAIN", "EXTENSION"]);
    relation = (fields) => [fields?.schemaname, fields?.relname].filter(Boolean).join(".");
  }
});

// actions/migrate/migrations/up-sections.ts
function forwardOnly(text3) {
  let back = false;
  return text3.split("\n").map((line) => {
    if (DOWN.test(line)) back = true;
    else if (UP.test(line)) back = false;
    return back ? "" : line;
  }).join("\n");
}
var UP, DOWN;
var init_up_sections = __esm({
  "actions/migrate/migrations/up-sections.ts"() {
    "use strict";
    init_fetch_classes();
    UP = /^\s*--\s*(?:\+(?:goose|migrate)\s+up|migrate:up|up migration)\b/i;
    DOWN = /^\s*--\s*(?:\+(?:goose|migrate)\s+down|migrate:down|down migration)\b/i;
  }
});

// actions/migrate/migrations/read-migrations.ts
async function checkMigrations(inputs, context, known) {
  const migrations = listMigrations(inputs, known);
  const contracting = inputs.contracting || (migrations?.contracting ?? false);
  if (inputs.beforeCanary && contracting)
    throw new InputError([
      {
        subject: inputs.contracting ? "Input contracting" : "Input migrations",
        message: "the migration is incompatible with older code, and old revisions serve until the canary that follows has all traffic. No migration ran. Deploy the new code first; put the contracting migration into a later commit, which deploys without timed steps."
      }
    ]);
  if (!migrations) return void 0;
  const { fresh, late, doubtful } = migrations;
  const { outOfOrder } = inputs;
  const problems = [];
  for (const { file, message } of outOfOrder === "allow" ? [] : namedOutOfOrder(late, doubtful, known.version)) {
    if (outOfOrder === "refuse")
      problems.push({ subject: "out-of-order", message: `${message} ${REFUSED}`, location: { file } });
    else context.log.warning(message, { file });
  }
  const strict = outOfOrder === "allow" ? [...late, ...fresh] : fresh;
  const lenient = outOfOrder === "allow" ? [] : late;
  for (const { file, finding, reason } of await inspect3(strict)) {
    const location = { file, line: finding.line };
    if (finding.rule === "unreadable" || finding.lenient && !reason) context.log.warning(finding.message, location);
    else if (reason) context.log.notice(`${finding.message} Marked as safe: ${reason}`, location);
    else problems.push(toProblem(finding, location));
  }
  for (const { file, finding, reason } of [...await inspect3(lenient), ...await inspect3(doubtful)])
    if (finding.rule !== "unreadable" && !reason)
      context.log.warning(`${finding.rule}: ${finding.message}`, { file, line: finding.line });
  if (problems.length > 0) throw new PolicyError(problems);
  return migrations;
}
async function inspect3(migrations) {
  const reports = await inspectSql(migrations.map(({ text: text3 }) => text3));
  return migrations.flatMap(
    ({ file, text: text3 }, i2) => (reports[i2] ?? []).map((finding) => ({ file, finding, reason: safeReason(text3) }))
  );
}
function namedOutOfOrder(late, doubtful, version) {
  const messages = late.map(({ file }) => ({
    file,
    message: `The migration ${file} is numbered below version ${version}, which the schema has, and was added later. Many migration tools skip such a file and say nothing.`
  }));
  const [first] = doubtful;
  if (!first) return messages;
  const names = doubtful.slice(-NAMED_AT_MOST).map(({ file }) => file);
  const more = doubtful.length > names.length ? ` and ${doubtful.length - names.length} more` : "";
  return [
    ...messages,
    {
      file: first.file,
      message: `It is not recorded whether these migrations, numbered below version ${version} of the schema, were there when it was reached: ${names.join(", ")}${more}. One that was added later may have been skipped. This run records the files, so that later runs can tell.`
    }
  ];
}
function listMigrations(inputs, known) {
  if (inputs.migrations === void 0) return void 0;
  const migrations = readMigrations(inputs.workspace, inputs.migrations, known);
  return inputs.mode === "docker" ? { ...migrations, doubtful: [] } : migrations;
}
function readMigration(workspace, file) {
  try {
    return forwardOnly(readTextFile((0, import_node_path8.join)(workspace, file)));
  } catch (error) {
    throw new InputError([
      {
        subject: "Input migrations",
        message: `${file} cannot be read: ${error.message}.`,
        location: { file }
      }
    ]);
  }
}
function namesIn(workspace, folder) {
  try {
    return migrationFiles(workspace, folder);
  } catch (error) {
    throw new InputError([{ subject: "Input migrations", message: error.message }]);
  }
}
function readMigrations(workspace, folder, known) {
  const all = namesIn(workspace, folder).map(({ name, version }) => ({ file: (0, import_node_path8.join)(folder, name), version })).sort((a, b) => compareVersions(a.version, b.version));
  const newest = all[all.length - 1];
  const { files } = known;
  const inFolders = newest.file.endsWith("/migration.sql");
  const reached = reachedBy(known, all, inFolders);
  const isBelow = (version) => reached !== void 0 && compareVersions(version, reached) < 0;
  const isFresh = ({ version }) => (
    // Prisma applies each that is missing, in whatever order they came.
    inFolders && files ? !files.has(version) : reached === void 0 || compareVersions(version, reached) > 0
  );
  const read3 = (one) => ({
    ...one,
    text: readMigration(workspace, one.file)
  });
  const fresh = all.filter(isFresh).map(read3);
  const below2 = all.filter((one) => isBelow(one.version) && !isFresh(one) && !files?.has(one.version)).map(read3);
  const late = files ? below2 : [];
  return {
    newest: newest.version,
    versions: all.map((one) => one.version),
    fresh,
    late,
    doubtful: files ? [] : below2,
    contracting: [...fresh, ...late].some(({ text: text3 }) => isContracting(text3))
  };
}
function reachedBy({ version }, all, inFolders) {
  if (version === void 0 || !isVersion(version)) return void 0;
  if (inFolders && Number(version) <= all.length) return all[Number(version) - 1]?.version;
  return plainVersion(version);
}
var import_node_path8, REFUSED, NAMED_AT_MOST, versionsToRecord, isContracting, safeReason, toProblem;
var init_read_migrations = __esm({
  "actions/migrate/migrations/read-migrations.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path8 = require("node:path");
    init_read_file();
    init_errors();
    init_migration_files();
    init_sql();
    init_up_sections();
    REFUSED = "Give it a number above that version, or set out-of-order: allow if your migration tool applies such files.";
    NAMED_AT_MOST = 10;
    versionsToRecord = ({ versions, late }, outOfOrder) => {
      const skipped = new Set(outOfOrder === "allow" ? [] : late.map(({ version }) => version));
      return versions.filter((version) => !skipped.has(version));
    };
    isContracting = (text3) => /^\s*--\s*orchestra:contracting\b/m.test(text3);
    safeReason = (text3) => /^\s*--\s*orchestra:safe[ \t]+(\S.*)$/m.exec(text3)?.[1]?.trim();
    toProblem = ({ rule, message }, location) => ({
      subject: rule,
      message: `${message} If it is safe, say why in the file: "-- orchestra:safe REASON"; if older code needs what is removed, add "-- orchestra:contracting".`,
      location
    });
  }
});

// actions/migrate/migrations/status-formats.ts
function namesAfter(lines2, heading) {
  const start = lines2.findIndex((line) => heading.test(line));
  const rest = start < 0 ? [] : lines2.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== "" && !/^\d+_\S+$/.test(line.trim()));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => line.trim() !== "").length;
}
function statusOf(output) {
  const lines2 = output.flatMap((line) => line.replace(CONTROLS, "").split(/\r?\n/)).map((line) => line.replace(LEVEL, "").trimEnd());
  for (const format of FORMATS) {
    const status = format(lines2);
    if (status) return status;
  }
  return void 0;
}
var import_node_crypto9, at, NOTHING, found, highest, goose, atlas, flyway, dbmate, alembic, rails, prisma, django, liquibase, golangMigrate, FORMATS, CONTROLS, LEVEL;
var init_status_formats = __esm({
  "actions/migrate/migrations/status-formats.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto9 = require("node:crypto");
    at = (version, dirty = false) => ({ version, dirty });
    NOTHING = "0";
    found = (lines2, pattern) => lines2.flatMap((line) => {
      const match = pattern.exec(line);
      return match ? [match.slice(1).map((group) => group ?? "")] : [];
    });
    highest = (versions) => String(
      versions.map(BigInt).sort((a, b) => a < b ? -1 : 1).at(-1) ?? 0
    );
    goose = (lines2) => {
      const [version] = found(lines2, /(?:^|\s)goose: version (\d+)$/).at(-1) ?? [];
      if (version !== void 0) return at(highest([version]));
      if (!lines2.some((line) => /Applied At\s+Migration$/.test(line))) return void 0;
      const rows = found(lines2, /(Pending|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ [\d:]{8} \d{4})\s+-- (\d+)_?\S*\.(?:sql|go)$/);
      return at(highest(rows.flatMap(([when, number = ""]) => when === "Pending" ? [] : [number])));
    };
    atlas = (lines2) => {
      if (!lines2.some((line) => /^Migration Status:/.test(line))) return void 0;
      const [current] = found(lines2, /-- Current Version:\s+(\S.*?)(?: \(\d+ statements applied\))?$/).at(-1) ?? [];
      if (current === void 0) return void 0;
      const failed = lines2.some((line) => /^Last migration attempt had errors:/.test(line));
      return at(/^No migration/i.test(current) ? NOTHING : current, failed);
    };
    flyway = (lines2) => {
      const known = found(lines2, /^(?:Schema version|Current version of schema (?:"[^"]*"|\S+)): (\S.*)$/);
      const reached = found(lines2, /^Successfully applied \d+ migrations? .*, now at version v(\S+) \(/);
      const [version] = (reached.length > 0 ? reached : known).at(-1) ?? [];
      if (version === void 0) return void 0;
      const failed = lines2.some((line) => /^\|.*\|\s*Failed(?: \(\w+\))?\s*\|/.test(line));
      return at(version.includes("Empty Schema") ? NOTHING : version, failed);
    };
    dbmate = (lines2) => {
      const rows = found(lines2, /^\[([X ])\] (\d+)\S*\.sql$/);
      if (rows.length === 0 && !lines2.some((line) => /^Applied: 0$/.test(line))) return void 0;
      return at(highest(rows.flatMap(([mark, number = ""]) => mark === "X" ? [number] : [])));
    };
    alembic = (lines2) => {
      const known = lines2.some((line) => line.includes("[alembic.runtime.migration]"));
      const marked = found(lines2, /^(?:Rev: )?([\w-]+) \((?:(?:effective )?head|branchpoint|mergepoint)\)/).flat();
      const bare = found(lines2, known ? /^(\w{4,40})$/ : /^([0-9a-f]{12})$/).flat();
      const revisions = marked.length > 0 ? marked : bare.filter((one) => known || /[a-f]/.test(one));
      if (revisions.length > 0) return at([...new Set(revisions)].sort().join(" "));
      return known ? at("base") : void 0;
    };
    rails = (lines2) => {
      const [version] = found(lines2, /^Current version: (\d+)$/).at(-1) ?? [];
      if (version !== void 0) return at(highest([version]));
      if (lines2.includes("Schema migrations table does not exist yet.")) return at(NOTHING);
      if (!lines2.some((line) => /^\s*Status\s+Migration ID\s+Migration Name$/.test(line))) return void 0;
      return at(highest(found(lines2, /^\s*up\s+(\d+)\s+\S/).flat()));
    };
    prisma = (lines2) => {
      const [total] = found(lines2, /^(\d+|No) migrations? found in /).at(-1) ?? [];
      if (total === void 0) return void 0;
      const failed = lines2.some((line) => /^Following migrations? have failed/.test(line));
      if (lines2.includes("The current database is not managed by Prisma Migrate.")) return at(NOTHING, failed);
      const missing = namesAfter(lines2, /^(?:Following|The) migrations? have not yet been applied:$/);
      const elsewhere = namesAfter(lines2, /^The migrations? from the database are not found locally /);
      return at(String(Math.max(0, (total === "No" ? 0 : Number(total)) - missing + elsewhere)), failed);
    };
    django = (lines2) => {
      const rows = [];
      let app = "";
      for (const line of lines2) {
        const [, mark = "", planned, name = ""] = /^\s*\[([X -])\]\s+(?:(\w+)\.)?(\d\w*)(?: \(\d+ squashed migrations\))?$/.exec(line) ?? [];
        if (name !== "") rows.push({ app: planned ?? app, name, applied: mark === "X" });
        else if (/^\w+$/.test(line)) app = line;
      }
      if (rows.length === 0 || rows.some((row) => row.app === "")) return void 0;
      const applied = rows.filter((row) => row.applied).map((row) => `${row.app}.${row.name}`);
      if (applied.length === 0) return at(NOTHING);
      if (new Set(rows.map((row) => row.app)).size === 1) return at(applied.at(-1)?.split(".")[1] ?? NOTHING);
      const hash2 = (0, import_node_crypto9.createHash)("sha256").update(applied.sort().join("\n")).digest("hex");
      return at(`${applied.length} migrations, ${hash2.slice(0, 12)}`);
    };
    liquibase = (lines2) => {
      if (lines2.some((line) => /^Liquibase History for /.test(line))) {
        const table = found(lines2, /^\|\s*\d+\s*\|[^|]*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|/);
        const [row] = [
          ...table,
          ...found(lines2, /^\s+(\S.*?)::(.*?)::(.*?)$/).map(([path7, id2, who]) => [path7, who, id2])
        ].slice(-1);
        const [path6 = "", author = "", id = ""] = row ?? [];
        return row ? at(`${path6}::${id}::${author}`) : at(NOTHING);
      }
      const [missing] = found(lines2, /^(\d+) change ?sets? ha(?:s|ve) not been applied to /i).at(-1) ?? [];
      if (missing !== void 0) return at(missing === "0" ? "up to date" : `${missing} changesets behind`);
      return lines2.some((line) => /^\S+@jdbc:\S+ is up to date$/.test(line)) ? at("up to date") : void 0;
    };
    golangMigrate = (lines2) => {
      const said = lines2.filter((line) => line.trim() !== "");
      const last = said.at(-1)?.trim() ?? "";
      if (/^(?:error: )?no migration$/.test(last)) return at(NOTHING);
      const [, version, dirty] = /^(\d+)( \(dirty\))?$/.exec(last) ?? [];
      if (version === void 0 || /[:=]$/.test(said.at(-2)?.trim() ?? "")) return void 0;
      return at(version, dirty !== void 0);
    };
    FORMATS = [
      goose,
      atlas,
      flyway,
      rails,
      prisma,
      liquibase,
      dbmate,
      django,
      alembic,
      golangMigrate
    ];
    CONTROLS = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
    LEVEL = /^\[(?:INFO|WARNING|ERROR)\] ?/;
  }
});

// actions/migrate/migrations/schema-version.ts
function withEntry(record, entry2, files) {
  const earlier2 = record.history.find((old) => isFor(old, entry2));
  const merged = {
    ...entry2,
    contracting: entry2.contracting || (earlier2?.contracting ?? false),
    at: earlier2?.at ?? entry2.at
  };
  const history = earlier2 ? record.history.map((old) => old === earlier2 ? merged : old) : [merged, ...record.history];
  const { database = "" } = entry2;
  const others = (record.files ?? []).filter((old) => old.database !== database);
  const known = files ? [{ database, versions: files }, ...others].slice(0, KEPT_FILES) : record.files;
  return { history: history.slice(0, KEPT), ...known && { files: known } };
}
function withoutStart(record, key, ran) {
  const announced = entryOf(record, key);
  if (announced?.state !== "started") return record;
  const history = ran ? record.history.map((entry2) => entry2 === announced ? { ...entry2, state: "failed" } : entry2) : record.history.filter((entry2) => entry2 !== announced);
  return { ...record, history };
}
function recordedOf(record, database) {
  const applied = record.history.filter(({ state, version }) => state === "applied" && version !== void 0);
  const own = applied.find((entry2) => entry2.database === void 0 || entry2.database === database) ?? applied[0];
  const files = record.files?.find((one) => one.database === database) ?? record.files?.[0];
  return {
    version: own?.version,
    files: files && new Set(files.versions)
  };
}
function parseStatus(lines2) {
  for (const line of lines2.toReversed()) {
    const status = parseJson(line);
    if (status) return status;
  }
  const whole = lines2.join("\n");
  return parseJson(whole.slice(Math.max(0, whole.search(/^\{/m)))) ?? statusOf(lines2);
}
function parseJson(text3) {
  if (!text3.trim().startsWith("{")) return void 0;
  let json;
  try {
    json = JSON.parse(text3);
  } catch {
    return void 0;
  }
  const { version, dirty, schemaVersion, migrations, Current, Status } = json;
  if (typeof version === "number" || typeof version === "string")
    return { version: String(version), dirty: dirty === true };
  if (Array.isArray(migrations) && schemaVersion !== void 0)
    return {
      version: String(schemaVersion || "0"),
      dirty: migrations.some(({ state }) => /^Failed/.test(String(state)))
    };
  if (typeof Status === "string" && typeof Current === "string")
    return {
      version: /^No migration/i.test(Current) ? "0" : Current,
      dirty: typeof json.Error === "string" && json.Error !== ""
    };
  return void 0;
}
var KEPT, KEPT_FILES, isFor, entryOf, reaches, dirtyMessage, previous;
var init_schema_version = __esm({
  "actions/migrate/migrations/schema-version.ts"() {
    "use strict";
    init_fetch_classes();
    init_migration_files();
    init_status_formats();
    KEPT = 50;
    KEPT_FILES = 10;
    isFor = (entry2, { commit, database, when }) => entry2.commit === commit && entry2.when === when && (entry2.database === void 0 || entry2.database === database);
    entryOf = (record, key) => record.history.find((entry2) => isFor(entry2, key));
    reaches = (version, expected) => isVersion(version) && isVersion(expected) ? compareVersions(version, expected) >= 0 : version === expected;
    dirtyMessage = ({ version }) => `The database is dirty at version ${version}: that migration failed half-way, and no other will run. Check what it left behind, fix that manually, and record the resulting version (for golang-migrate: "force ${version}" if it is fully applied, "force ${previous(version)}" if it is fully undone), and run this step again. If another user applies it by other means right now, only wait for its end and run this step again.`;
    previous = (version) => /^\d+$/.test(version) ? String(Math.max(0, Number(version) - 1)) : "the version before";
  }
});

// src/manifest/merge.ts
function merge(deployed, wanted, named2, at2 = "") {
  const result = {};
  for (const [key, value] of Object.entries(deployed)) {
    const path6 = at2 + key;
    if (key in wanted || !(named2.has(path6) || alternativeOf(key, wanted))) result[key] = value;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const path6 = at2 + key;
    const old = result[key];
    if (isObject3(value) && isObject3(old)) result[key] = merge(old, value, named2, `${path6}.`);
    else if (isNamedList(key, value) && Array.isArray(old))
      result[key] = mergeList(key, old, value, named2, path6);
    else result[key] = value;
  }
  for (const [key, value] of Object.entries(result))
    if (!(key in wanted) && isObject3(value)) result[key] = without(value, named2, `${at2}${key}.`);
  return result;
}
function namedPaths(wanted, at2 = "") {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const path6 = at2 + key;
    if (isObject3(value)) return [...SHARED.has(key) ? [] : [path6], ...namedPaths(value, `${path6}.`)];
    if (isNamedList(key, value))
      return [
        path6,
        ...value.flatMap((item, i2) => namedPaths(item, `${itemPath(path6, item, KEYS2[key], i2)}.`))
      ];
    return [path6];
  });
}
function mergeList(key, deployed, wanted, named2, path6) {
  const by = KEYS2[key];
  return wanted.map((item, i2) => {
    const twin = deployed.find((other) => (other[by] ?? "") === (item[by] ?? "")) ?? (key === "containers" ? sameContainer(deployed, wanted, i2) : void 0);
    return twin ? merge(twin, item, named2, `${itemPath(path6, item, by, i2)}.`) : item;
  });
}
function sameContainer(deployed, wanted, i2) {
  if (deployed.length !== wanted.length) return void 0;
  if (wanted.length === 1) return deployed[0];
  const candidate = deployed[i2];
  return wanted[i2]?.name === void 0 && wanted.every(({ name }) => name !== candidate?.name) ? candidate : void 0;
}
function without(value, named2, at2) {
  const kept = Object.entries(value).filter(([key]) => !named2.has(at2 + key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, isObject3(item) ? without(item, named2, `${at2}${key}.`) : item])
  );
}
function isNamedList(key, value) {
  return key in KEYS2 && Array.isArray(value) && value.every(isObject3);
}
var KEYS2, SHARED, ALTERNATIVES, itemPath, alternativeOf, isObject3;
var init_merge = __esm({
  "src/manifest/merge.ts"() {
    "use strict";
    init_fetch_classes();
    KEYS2 = { containers: "name", volumes: "name", ports: "containerPort" };
    SHARED = /* @__PURE__ */ new Set(["template", "scaling", "labels", "annotations", "resources", "limits"]);
    ALTERNATIVES = [
      ["httpGet", "tcpSocket", "grpc"],
      ["secret", "cloudSqlInstance", "emptyDir", "nfs", "gcs"],
      ["connector", "networkInterfaces"],
      ["useDefault", "policy"]
    ];
    itemPath = (path6, item, by, i2) => `${path6}[${String(item[by] ?? i2)}]`;
    alternativeOf = (key, wanted) => ALTERNATIVES.some((group) => group.includes(key) && group.some((other) => other !== key && other in wanted));
    isObject3 = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  }
});

// actions/migrate/plan/merge-task.ts
function namedSettings(task) {
  const [container2 = {}] = task.containers ?? [];
  const single = (from, keys) => keys.filter((key) => from[key] !== void 0).map((key) => `inputs:${key}`);
  return [
    ...single(task, TASK_SETTINGS),
    ...single(container2, CONTAINER_SETTINGS),
    ...(container2.env ?? []).map((item) => path5("env", item)),
    ...(container2.volumeMounts ?? []).map((item) => path5("volumeMounts", item)),
    ...(task.volumes ?? []).map((item) => path5("volumes", item))
  ];
}
function overTask(task, wanted, named2, imageName) {
  const containers = task.containers ?? [];
  const at2 = containerAt(containers, imageName);
  const [settings = {}] = wanted.containers ?? [];
  const sql = sameMount(task, containers[at2], wanted);
  const container2 = {
    ...withSingle(containers[at2] ?? {}, settings, CONTAINER_SETTINGS, named2),
    image: settings.image,
    env: mergeList2("env", containers[at2]?.env, settings.env, named2),
    volumeMounts: mergeList2("volumeMounts", containers[at2]?.volumeMounts, settings.volumeMounts, named2).map(
      (mount) => sql && mount.name === sql.wanted ? { ...mount, name: sql.existing } : mount
    )
  };
  return {
    ...withSingle(task, wanted, TASK_SETTINGS, named2),
    containers: containers.length === 0 ? [withoutEmpty(container2)] : containers.with(at2, withoutEmpty(container2)),
    volumes: mergeList2("volumes", task.volumes, renamed(wanted.volumes, sql, task.volumes), named2)
  };
}
function containerAt(containers, imageName) {
  if (containers.length <= 1) return 0;
  const at2 = containers.findIndex(({ image }) => image?.replace(/[@:][^/]*$/, "") === imageName);
  if (at2 >= 0) return at2;
  const names = containers.map(({ name, image }) => name ?? image).join(", ");
  throw new InputError([
    {
      subject: "Input job",
      message: `the job has several containers (${names}), and none of them runs ${imageName}. Describe the job in a manifest, and pass it in the input manifest.`
    }
  ]);
}
function withSingle(from, wanted, keys, named2) {
  const result = { ...from };
  for (const key of keys) {
    if (wanted[key] !== void 0) result[key] = wanted[key];
    else if (named2.has(`inputs:${key}`)) delete result[key];
  }
  return result;
}
function mergeList2(list3, deployed = [], wanted = [], named2) {
  const key = (item) => path5(list3, item);
  const byKey = new Map(wanted.map((item) => [key(item), item]));
  const known = new Set(deployed.map(key));
  return [
    // An item is replaced as a whole: a variable that becomes a secret must not keep its value.
    ...deployed.filter((item) => byKey.has(key(item)) || !named2.has(key(item))).map((item) => byKey.get(key(item)) ?? item),
    ...wanted.filter((item) => !known.has(key(item)))
  ];
}
function sameMount(task, container2, wanted) {
  for (const { name = "", cloudSqlInstance } of wanted.volumes ?? []) {
    const mountPath = wanted.containers?.[0]?.volumeMounts?.find((mount) => mount.name === name)?.mountPath;
    const existing = container2?.volumeMounts?.find((mount) => mount.mountPath === mountPath)?.name;
    const volume = task.volumes?.find((one) => one.name === existing);
    if (cloudSqlInstance && existing && existing !== name && volume?.cloudSqlInstance)
      return { wanted: name, existing };
  }
  return void 0;
}
function renamed(volumes2 = [], sql, deployed = []) {
  return volumes2.map((volume) => {
    if (!sql || volume.name !== sql.wanted) return volume;
    const before = deployed.find(({ name }) => name === sql.existing)?.cloudSqlInstance?.instances ?? [];
    const instances = [.../* @__PURE__ */ new Set([...before, ...volume.cloudSqlInstance?.instances ?? []])];
    return { ...volume, name: sql.existing, cloudSqlInstance: { ...volume.cloudSqlInstance, instances } };
  });
}
function withoutEmpty(container2) {
  const { env: env2 = [], volumeMounts: volumeMounts2 = [], ...rest } = container2;
  return { ...rest, ...env2.length > 0 && { env: env2 }, ...volumeMounts2.length > 0 && { volumeMounts: volumeMounts2 } };
}
var TASK_SETTINGS, CONTAINER_SETTINGS, LISTS, path5;
var init_merge_task = __esm({
  "actions/migrate/plan/merge-task.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    TASK_SETTINGS = ["serviceAccount", "vpcAccess", "timeout"];
    CONTAINER_SETTINGS = ["command", "args"];
    LISTS = { env: "name", volumeMounts: "mountPath", volumes: "name" };
    path5 = (list3, item) => `inputs:${list3}[${String(item[LISTS[list3]] ?? "")}]`;
  }
});

// actions/migrate/plan/job.ts
function requestOf(inputs, source, manifest) {
  return manifest ? { kind: "manifest", job: fromManifest(manifest, inputs) } : { kind: "inputs", task: fromInputs(inputs, source) };
}
function planJob(current, request, inputs) {
  const named2 = new Set(readAnnotation(current, NAMED_ANNOTATION, Array.isArray) ?? []);
  const base = current ?? {};
  const merged = request.kind === "manifest" ? merge(base, request.job, named2) : {
    ...base,
    template: {
      ...base.template,
      template: overTask(taskOf(base), request.task, named2, formatImageName(inputs.image))
    }
  };
  const labels = { "managed-by": "github-actions", [COMMIT_LABEL]: inputs.commit };
  const task = current ? taskOf(merged) : withOurDefaults(taskOf(merged), request);
  const job2 = {
    ...merged,
    labels: { ...merged.labels, ...labels },
    template: {
      ...merged.template,
      labels: { ...merged.template?.labels, ...labels },
      annotations: { ...merged.template?.annotations, [DIGEST_ANNOTATION]: inputs.image.digest },
      taskCount: 1,
      parallelism: 1,
      // 0 must really be sent: the server's default is 3, and a failed migration must not run again by itself.
      template: { timeout: seconds2(DEFAULT_TIMEOUT), ...task, maxRetries: 0 }
    }
  };
  const paths = request.kind === "manifest" ? namedPaths(request.job) : namedSettings(request.task);
  const hash2 = (0, import_node_crypto10.createHash)("sha256").update(JSON.stringify([job2.labels, job2.template]));
  return {
    ...job2,
    annotations: {
      ...job2.annotations,
      [NAMED_ANNOTATION]: JSON.stringify(paths),
      [PLAN_ANNOTATION]: hash2.digest("hex").slice(0, 32)
    }
  };
}
function withOurDefaults(task, request) {
  if (request.kind === "manifest") return task;
  const containers = (task.containers ?? []).map((container2) => ({
    ...container2,
    resources: { limits: { cpu: "1", memory: "512Mi" } }
  }));
  return { ...task, containers };
}
function fromInputs(inputs, source) {
  const sql = inputs.cloudsqlInstances.length > 0;
  const serviceAccount = inputs.runtimeServiceAccount ?? source.serviceAccount;
  const container2 = {
    image: formatImageDigest(inputs.image),
    ...inputs.command.length > 0 && { command: [...inputs.command] },
    ...inputs.args.length > 0 && { args: [...inputs.args] },
    env: planEnv(source.env, [...plain3(inputs.env), ...inputs.secrets]),
    volumeMounts: [...source.volumeMounts, ...sql ? [{ name: SQL_VOLUME, mountPath: "/cloudsql" }] : []]
  };
  const task = {
    containers: [container2],
    volumes: [
      ...source.volumes,
      ...sql ? [{ name: SQL_VOLUME, cloudSqlInstance: { instances: [...inputs.cloudsqlInstances] } }] : []
    ],
    ...inputs.timeout !== void 0 && { timeout: seconds2(inputs.timeout) },
    ...serviceAccount && { serviceAccount },
    ...source.vpcAccess && { vpcAccess: source.vpcAccess }
  };
  return mountSecretFiles(task, 0, inputs.secretFiles);
}
function fromManifest({ resource, locate }, inputs) {
  const template = resource.template ?? {};
  const problem = (message, path6) => ({
    subject: "Input manifest",
    message,
    location: locate(path6)
  });
  const problems = [
    ...(resource.template?.template?.maxRetries ?? 0) !== 0 ? [
      problem("maxRetries must be 0: a migration that failed must not run again by itself.", [
        "template",
        "template",
        "maxRetries"
      ])
    ] : [],
    ...(template.taskCount ?? 1) !== 1 ? [problem("taskCount must be 1: migrations run once.", ["template", "taskCount"])] : []
  ];
  if (problems.length > 0) throw new InputError(problems);
  const job2 = withImage(resource, void 0, formatImageDigest(inputs.image));
  if (inputs.timeout === void 0) return job2;
  return { ...job2, template: { ...job2.template, template: { ...taskOf(job2), timeout: seconds2(inputs.timeout) } } };
}
function planEnv(...lists) {
  const byName2 = /* @__PURE__ */ new Map();
  for (const list3 of lists) for (const variable2 of list3) byName2.set(variable2.name ?? "", variable2);
  return [...byName2.values()];
}
var import_node_crypto10, DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION, PLAN_ANNOTATION, NAMED_ANNOTATION, DEFAULT_TIMEOUT, NO_SOURCE, taskOf, withFingerprint, seconds2, SQL_VOLUME, plain3;
var init_job2 = __esm({
  "actions/migrate/plan/job.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto10 = require("node:crypto");
    init_image_reference();
    init_secret_files();
    init_manifest();
    init_merge();
    init_annotations();
    init_errors();
    init_merge_task();
    DIGEST_ANNOTATION = `${ANNOTATION_PREFIX}digest`;
    FINGERPRINT_ANNOTATION = `${ANNOTATION_PREFIX}fingerprint`;
    PLAN_ANNOTATION = `${ANNOTATION_PREFIX}plan`;
    NAMED_ANNOTATION = `${ANNOTATION_PREFIX}named`;
    DEFAULT_TIMEOUT = 6e5;
    NO_SOURCE = {
      env: [],
      volumes: [],
      volumeMounts: [],
      vpcAccess: void 0,
      serviceAccount: void 0
    };
    taskOf = (job2) => job2.template?.template ?? {};
    withFingerprint = (job2, fingerprint) => ({
      ...job2,
      template: { ...job2.template, annotations: { ...job2.template?.annotations, [FINGERPRINT_ANNOTATION]: fingerprint } }
    });
    seconds2 = (milliseconds) => `${Math.ceil(milliseconds / 1e3)}s`;
    SQL_VOLUME = "migrate-cloudsql";
    plain3 = (env2) => [...env2].map(([name, value]) => ({ name, value }));
  }
});

// actions/migrate/report/summary.ts
function summarizeMigration(summary, { inputs, notes, job: job2, execution, logUri, version, applied }) {
  const commit = code(inputs.commit.slice(0, 12));
  const at2 = version === void 0 ? md`` : md` at version ${code(version)}`;
  summary.heading(md`Migration`);
  summary.paragraph(
    {
      now: md`\u2705 The migrations of commit ${commit} are applied.`,
      verified: md`\u2705 The migrations of commit ${commit} were applied before, and the database is${at2}; nothing ran.`,
      recorded: md`\u2705 The migrations of commit ${commit} are recorded as applied before (recorded, not verified); nothing ran.`
    }[applied ?? "now"]
  );
  if (applied === "recorded")
    summary.paragraph(
      md`The database itself was not checked. Set the input \`status-args\` to compare its version, or \`force: true\` to run the migrations again.`
    );
  if (inputs.when === "after-traffic")
    summary.paragraph(
      md`\u26a0\ufe0f From now on this release only rolls forward: a rollback to a release before ${commit} is refused unless forced.`
    );
  for (const note of notes) summary.paragraph(md`> ${plain(note)}`);
  summary.table(
    ["", ""],
    [
      [md`Image`, code(inputs.image.digest)],
      ...job2 ? [[md`Job`, code(job2)]] : [],
      ...execution ? [[md`Execution`, code(execution.split("/").at(-1) ?? "")]] : [],
      ...version !== void 0 ? [[md`Schema version`, code(version)]] : [],
      ...logUri ? [[md`Logs`, link("Cloud Logging", logUri)]] : []
    ]
  );
}
var init_summary2 = __esm({
  "actions/migrate/report/summary.ts"() {
    "use strict";
    init_fetch_classes();
    init_summary();
  }
});

// src/records/canaries.ts
function undecidedCanary(resource) {
  const record = readAnnotation(resource, `${ANNOTATION_PREFIX}rollout`, () => true);
  return (record?.release?.format ?? 0) >= 3 && !record?.release?.aborted ? record?.commit : void 0;
}
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
  }
});

// src/records/holds.ts
async function checkHolds(check2) {
  const { freeze, now, names, consequence } = check2;
  const services = await readNamedServices(check2.http, check2.endpoint, names);
  check2.onRead(services);
  for (const { name, resource } of services) {
    const commit = undecidedCanary(resource);
    if (commit !== void 0)
      throw new OutcomeError(
        `The canary of ${commit.slice(0, 12)} on ${servicePlace(name)} is undecided. ${consequence} Run this again once it is decided. To wait for it without a failure, put a step of deploy-run with advance: true and on-canary: wait before this one, and skip this one if its output waiting is true.`
      );
  }
  const frozen = [void 0, ...services.map(({ resource }) => resource)].map((resource) => freezeOn(resource, freeze, now)).find((text3) => text3 !== void 0);
  checkFreeze(frozen, check2);
  const held = holdsOf(services);
  if (held.length > 0 && !check2.force) throw new OutcomeError(holdMessage(held, check2.consequence));
  for (const { name, hold } of held)
    check2.log.notice(
      `Forced: the hold on ${servicePlace(name)} was overridden and is still set. ${describeServiceHold(hold)}`
    );
  return services;
}
function holdMessage(held, consequence) {
  const services = held.map(({ name, hold }) => `The ${servicePlace(name)} is on hold. ${describeServiceHold(hold)}`);
  return `${services.join(" ")} ${consequence} To release the hold, run the rollback workflow or deploy-run with release-hold: true, and then run this again. To go on once despite the hold, set force: true.`;
}
function servicePlace(name) {
  const [, project, , region2, collection, service2] = name.split("/");
  return `${collection === "workerPools" ? "worker pool" : "service"} ${service2} in ${region2} of ${project}`;
}
async function read2(http2, endpoint, name) {
  if (name.includes("/workerPools/")) return await get(http2, endpoint, name);
  const service2 = await get(http2, endpoint, name);
  if (service2) return service2;
  try {
    return await get(http2, endpoint, name.replace("/services/", "/workerPools/"));
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return void 0;
    throw error;
  }
}
function get(http2, endpoint, name) {
  const pool = name.includes("/workerPools/");
  return absent(
    http2.json({
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
    init_fetch_classes();
    init_freeze();
    init_not_found();
    init_errors();
    init_annotations();
    init_canaries();
    HOLD_ANNOTATION = `${ANNOTATION_PREFIX}hold`;
    holdOf = (resource) => readAnnotation(resource, HOLD_ANNOTATION, (value) => typeof value.at === "string");
    describeServiceHold = (hold) => `${hold.by} put the service on hold at ${hold.at}: ${hold.reason} (${hold.runUrl}).`;
    readNamedServices = (http2, endpoint, names) => Promise.all(names.map(async (name) => ({ name, resource: await read2(http2, endpoint, name) })));
    holdsOf = (services) => services.flatMap(({ name, resource }) => {
      const hold = holdOf(resource);
      return hold ? [{ name, hold }] : [];
    });
  }
});

// src/freeze/next-freeze.ts
function nextFreeze(windows, now) {
  const current = activeFreeze(windows, now);
  if (current) return { window: current, active: true, from: now, until: endOf(windows, current, now) };
  const coming = windows.flatMap((window2) => {
    const from = startOf(window2, now);
    return from === void 0 ? [] : [{ window: window2, from }];
  }).toSorted((a, b) => a.from - b.from);
  const [first] = coming;
  return first && { ...first, active: false, until: endOf(windows, first.window, first.from) };
}
function describeFreezeTimes({ window: { text: text3, reason }, active, from, until }) {
  const end = until === void 0 ? "without an end in sight" : `until ${formatMinute(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${formatMinute(from)} ${end}`;
  return `${what} (${text3}): ${reason.replace(/\.?$/, ".")}`;
}
function endOf(windows, first, at2) {
  let window2 = first;
  let end = at2;
  for (let i2 = 0; i2 < MOST_IN_A_ROW; i2++) {
    end = ownEnd(window2, end);
    window2 = activeFreeze(windows, end);
    if (!window2) return end;
  }
  return void 0;
}
function ownEnd({ from, to, zone }, at2) {
  if (from.kind === "date" || to.kind === "date") return to.kind === "date" ? instantOf(parse(to.text), zone) : at2;
  const span = from.day === void 0 ? DAY2 : WEEK2;
  const minutes = minutesUntil(to.minute, localTime(at2, zone).minute, span);
  return later(at2, minutes, zone);
}
function startOf(window2, now) {
  const { from, zone } = window2;
  if (from.kind === "date") {
    const start2 = instantOf(parse(from.text), zone);
    return start2 > now ? start2 : void 0;
  }
  const span = from.day === void 0 ? DAY2 : WEEK2;
  const minutes = minutesUntil(from.minute, localTime(now, zone).minute, span);
  const start = later(now, minutes, zone);
  return holdsAt(window2, start) ? start : later(start, 60, zone);
}
function instantOf(local, zone) {
  const shown = (at2) => parse(localTime(at2, zone).date);
  const guess = local - (shown(local) - local);
  return guess - (shown(guess) - local);
}
function parse(text3) {
  const [, day = "", hour = 0, minutes = 0] = /^(\S+) (\d\d):(\d\d)$/.exec(text3) ?? [];
  return Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minutes)) * MINUTE;
}
var MINUTE, DAY2, WEEK2, MOST_IN_A_ROW, minutesUntil, later;
var init_next_freeze = __esm({
  "src/freeze/next-freeze.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_windows();
    MINUTE = 6e4;
    DAY2 = 24 * 60;
    WEEK2 = 7 * DAY2;
    MOST_IN_A_ROW = 50;
    minutesUntil = (moment, now, span) => ((moment - now) % span + span) % span || span;
    later = (at2, minutes, zone) => instantOf(parse(localTime(at2, zone).date) + minutes * MINUTE, zone);
  }
});

// src/freeze/standing.ts
function noteStanding(summary, { place, hold, resource }, now) {
  summary.closing(
    `hold ${place}`,
    hold === void 0 ? void 0 : md`\ud83d\udd12 The ${plain(place)} is on hold. ${plain(hold)}`
  );
  const freeze = freezeOfAnnotation(resource, now);
  summary.closing(
    `freeze ${place}`,
    freeze === void 0 ? void 0 : md`\ud83d\udcc5 On the ${plain(place)}: ${plain(freeze)}`
  );
}
function noteService(summary, { name, resource }, now) {
  const hold = holdOf(resource);
  noteStanding(summary, { place: servicePlace(name), hold: hold && describeServiceHold(hold), resource }, now);
}
function noteFreeze(summary, windows, now) {
  const next = nextFreeze(windows, now);
  summary.closing("freeze", next && md`\ud83d\udcc5 ${plain(describeFreezeTimes(next))}`);
}
function freezeOfAnnotation(resource, now) {
  try {
    const next = nextFreeze(freezeLines(resource).map(parseFreezeWindow), now);
    return next && describeFreezeTimes(next);
  } catch (error) {
    return `Deploys are frozen until the annotation is corrected. ${error.message}`;
  }
}
var noteServices;
var init_standing = __esm({
  "src/freeze/standing.ts"() {
    "use strict";
    init_fetch_classes();
    init_holds();
    init_summary();
    init_freeze();
    init_next_freeze();
    init_windows();
    noteServices = ({ summary, clock }, freeze) => (services) => {
      noteFreeze(summary, freeze, clock.now());
      for (const service2 of services) noteService(summary, service2, clock.now());
    };
  }
});

// src/google/run/revisions.ts
var shortName2;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    shortName2 = (name) => name.slice(name.lastIndexOf("/") + 1);
  }
});

// src/records/live-release.ts
function liveRelease(resource) {
  const [revision, ...others] = servingRevisions(resource);
  if (others.length > 0) return void 0;
  return recordedReleases(resource).findLast((release) => release.revision === revision);
}
function revisionsOf({ latestReadyRevision = "" }, targets = []) {
  const shares = targets.filter(({ percent: percent2 = 0 }) => percent2 > 0);
  return [...new Set(shares.map(({ revision }) => shortName2(revision || latestReadyRevision)))];
}
function unreleased(resource, commit) {
  if (!resource) return "does not exist";
  if (resource.annotations?.[`${ANNOTATION_PREFIX}rollout`] !== void 0) return "has a rollout that has not ended";
  const live = liveRelease(resource);
  const asked = revisionsOf(resource, resource.traffic ?? resource.instanceSplits);
  if (!live || asked.length !== 1 || asked[0] !== live.revision)
    return "has no release of deploy-run with all its traffic";
  if (live.withdrawn !== void 0 || live.commit !== commit)
    return `is on ${live.revision}, which is commit ${live.commit.slice(0, 12) || "unknown"}`;
  return void 0;
}
var recordedReleases, servingRevisions;
var init_live_release = __esm({
  "src/records/live-release.ts"() {
    "use strict";
    init_fetch_classes();
    init_revisions();
    init_annotations();
    recordedReleases = (resource) => readAnnotation(resource, `${ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];
    servingRevisions = (resource) => revisionsOf(resource, resource.trafficStatuses ?? resource.instanceSplitStatuses);
  }
});

// actions/migrate/services.ts
async function checkServices(inputs, context, cloud) {
  const services = await checkHolds({
    http: cloud.http,
    endpoint: context.endpoints.run,
    names: inputs.services,
    freeze: inputs.freeze,
    now: context.clock.now(),
    force: inputs.force,
    consequence: CONSEQUENCE,
    log: context.log,
    onRead: noteServices(context, inputs.freeze)
  });
  if (inputs.when !== "after-traffic" || inputs.dryRun) return;
  const problems = services.flatMap(({ name, resource }) => {
    const problem = unreleased(resource, inputs.commit);
    return problem === void 0 ? [] : [`The ${servicePlace(name)} ${problem}.`];
  });
  if (problems.length > 0)
    throw new OutcomeError(
      `${problems.join(" ")} With when: after-traffic the migration runs once the release of its commit ${inputs.commit.slice(0, 12)} has all traffic of its services. ${CONSEQUENCE} Deploy the commit with deploy-run first, and run this step after it.`
    );
}
var CONSEQUENCE;
var init_services2 = __esm({
  "actions/migrate/services.ts"() {
    "use strict";
    init_fetch_classes();
    init_standing();
    init_holds();
    init_live_release();
    init_errors();
    CONSEQUENCE = "No migration ran and nothing was changed.";
  }
});

// actions/migrate/docker/migrate-in-docker.ts
async function runInDocker(inputs, context, pid) {
  for (const warning of inputs.judged.warnings) context.log.warning(warning);
  for (const [name, value] of inputs.env) if (looksLikeSecret(name, value)) context.mask(value);
  const cloud = connect(context, inputs.auth);
  await checkServices(inputs, context, cloud);
  await requireProvenance([inputs.image], inputs.provenance, { http: cloud.http, log: context.log });
  if (inputs.dryRun) {
    await checkMigrations(inputs, context, { version: void 0, files: void 0 });
    context.log.info(`Dry run. docker ${planContainer(inputs, "NAME", inputs.args).join(" ")}`);
    return;
  }
  const docker = createDocker(context.env, inputs.workspace, context.signal);
  const env2 = await pull(inputs, context, docker, pid);
  const call = { inputs, context, docker, env: env2 };
  const before = await askStatus(call);
  if (before?.dirty) throw new OutcomeError(dirtyMessage(before));
  const migrations = await checkMigrations(inputs, context, { version: before?.version, files: void 0 });
  const { exitCode } = await runContainer(call, inputs.args, (line) => context.log.output(line));
  if (exitCode !== 0)
    throw new OutcomeError(`The migration failed with exit code ${exitCode}. Do not deploy this commit.`);
  const after = await askStatus(call);
  if (after?.dirty) throw new OutcomeError(dirtyMessage(after));
  const version = after?.version ?? migrations?.newest;
  context.output("schema-version", version);
  context.output("already-applied", false);
  summarizeMigration(context.summary, {
    inputs,
    notes: [],
    job: void 0,
    execution: void 0,
    logUri: void 0,
    version,
    applied: void 0
  });
}
async function pull(inputs, context, docker, pid) {
  const image = formatImageDigest(inputs.image);
  const values = Object.fromEntries([...inputs.env].map(([name, value]) => [name, value]));
  if ((await docker(["image", "inspect", image])).exitCode === 0) return values;
  const known = inputs.image.host.endsWith("-docker.pkg.dev") || isLoopback(inputs.image.host);
  if (!known) return await pulled(docker, image, values, {});
  const { auth } = connect(context, inputs.auth);
  const token = async () => {
    const minted = await auth.accessToken();
    context.mask(minted);
    return minted;
  };
  const config = await createDockerConfig(inputs.image.host, context.env, context.github.temp, pid, token);
  claimFolder(context, CONFIG_STATE, config.dir);
  try {
    return await pulled(docker, image, values, config.env);
  } finally {
    config.close(false);
  }
}
async function pulled(docker, image, values, env2) {
  const { exitCode, stderr } = await docker(["pull", "--quiet", image], { env: env2 });
  if (exitCode !== 0) throw new OutcomeError(`The image ${image} could not be pulled: ${stderr.trim()}`);
  return values;
}
function planContainer(inputs, name, args) {
  const [entrypoint, ...rest] = inputs.command;
  return [
    "run",
    "--rm",
    "--name",
    name,
    "--network",
    "host",
    ...[...inputs.env.keys()].flatMap((variable2) => ["--env", variable2]),
    ...entrypoint ? ["--entrypoint", entrypoint] : [],
    formatImageDigest(inputs.image),
    ...rest,
    ...args
  ];
}
async function runContainer({ inputs, context, docker, env: env2 }, args, print) {
  const name = `migrate-${context.github.runId || "local"}-${context.clock.now().toString(36)}`;
  const limit = inputs.timeout ?? DEFAULT_TIMEOUT;
  const lines2 = [];
  const output = createLines((line) => {
    lines2.push(line);
    print(line);
  });
  const expired = new AbortController();
  const timer = context.clock.sleep(limit, expired.signal).then(() => "expired");
  try {
    const result = await Promise.race([
      docker(planContainer(inputs, name, args), { env: env2, onOutput: output.write, both: true }),
      timer
    ]);
    output.end();
    if (result === "expired") {
      await stop(context, inputs, name);
      throw new OutcomeError(`The migration timed out after ${limit / 1e3} s and was stopped.`);
    }
    return { exitCode: result.exitCode, lines: lines2 };
  } catch (error) {
    if (isAbort(error)) await stop(context, inputs, name);
    throw error;
  } finally {
    expired.abort();
    timer.catch(() => {
    });
  }
}
async function stop(context, inputs, name) {
  const docker = createDocker(context.env, inputs.workspace, expiring(context.clock, 8e3, "Stopping the container"));
  await docker(["stop", "--time", "5", name]).catch(() => {
  });
}
async function askStatus(call) {
  const { statusArgs } = call.inputs;
  if (statusArgs.length === 0) return void 0;
  const { exitCode, lines: lines2 } = await runContainer(call, statusArgs, (line) => call.context.log.debug(line));
  const status = parseStatus(lines2);
  if (!status && exitCode !== 0)
    throw new OutcomeError(`status-args failed with exit code ${exitCode}: ${lines2.at(-1) ?? "it printed nothing"}`);
  if (status) call.context.log.info(`Schema: version ${status.version}${status.dirty ? ", dirty" : ""}`);
  return status;
}
var CONFIG_STATE;
var init_migrate_in_docker = __esm({
  "actions/migrate/docker/migrate-in-docker.ts"() {
    "use strict";
    init_fetch_classes();
    init_docker();
    init_docker_config();
    init_image_reference();
    init_looks_like_secret();
    init_require_provenance();
    init_context();
    init_errors();
    init_foreign_text();
    init_temporary_folder();
    init_time_limit();
    init_read_migrations();
    init_schema_version();
    init_job2();
    init_summary2();
    init_services2();
    CONFIG_STATE = "docker-config";
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
    init_fetch_classes();
  }
});

// src/records/schema.ts
function readRecord(annotation2) {
  if (annotation2 === void 0) return { history: [] };
  try {
    const { history, files } = JSON.parse(annotation2);
    return { history: Array.isArray(history) ? history : [], ...Array.isArray(files) && { files } };
  } catch {
    return { history: [] };
  }
}
var SCHEMA_ANNOTATION;
var init_schema = __esm({
  "src/records/schema.ts"() {
    "use strict";
    init_fetch_classes();
    init_pages();
    SCHEMA_ANNOTATION = "actions.orchestra.dev/schema";
  }
});

// actions/migrate/migrations/write-schema-record.ts
async function recordEntry(jobs, name, entry2, files) {
  const job2 = await jobs.get(name);
  if (!job2) return;
  const before = job2.annotations?.[SCHEMA_ANNOTATION];
  const after = JSON.stringify(withEntry(readRecord(before), entry2, files));
  if (before === after) return;
  await jobs.update(name, { ...job2, annotations: { ...job2.annotations, [SCHEMA_ANNOTATION]: after } }, false);
}
var init_write_schema_record = __esm({
  "actions/migrate/migrations/write-schema-record.ts"() {
    "use strict";
    init_fetch_classes();
    init_schema();
    init_schema_version();
  }
});

// src/google/run/secret-versions.ts
function secretReferences(template, project) {
  const full = (secret2) => fullSecretName(secret2, project);
  const fromEnv = (template.containers ?? []).flatMap(
    (container2, i2) => (container2.env ?? []).flatMap(({ name, valueSource }, n) => {
      const ref = valueSource?.secretKeyRef;
      if (!ref?.secret) return [];
      const resolve6 = (version) => {
        ref.version = version;
      };
      return [
        {
          secret: full(ref.secret),
          version: ref.version ?? "latest",
          where: `Environment variable ${name}`,
          path: ["containers", i2, "env", n, "valueSource", "secretKeyRef"],
          resolve: resolve6
        }
      ];
    })
  );
  const fromVolumes = (template.volumes ?? []).flatMap(({ name, secret: secret2 }, i2) => {
    if (!secret2?.secret) return [];
    const where = `Volume ${name}`;
    const id = full(secret2.secret);
    if (!secret2.items || secret2.items.length === 0) {
      const path6 = id.slice(id.lastIndexOf("/") + 1);
      const resolve6 = (version) => {
        secret2.items = [{ path: path6, version }];
      };
      return [{ secret: id, version: "latest", where, path: ["volumes", i2, "secret"], resolve: resolve6 }];
    }
    return secret2.items.map((item, n) => ({
      secret: id,
      version: item.version ?? "latest",
      where,
      path: ["volumes", i2, "secret", "items", n],
      resolve: (version) => {
        item.version = version;
      }
    }));
  });
  return [...fromEnv, ...fromVolumes];
}
var fullSecretName;
var init_secret_versions = __esm({
  "src/google/run/secret-versions.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    fullSecretName = (secret2, project) => secret2.includes("/") ? secret2 : `projects/${project}/secrets/${secret2}`;
  }
});

// actions/migrate/job/secrets.ts
function createSecretBook(manager, log) {
  const facts = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Map();
  const ask = async (secret2, version) => {
    try {
      return await manager.version(secret2, version) ?? "absent";
    } catch (error) {
      if (!(error instanceof CloudError && error.status === 403)) throw error;
      const why = error.advice === void 0 ? `${error.permission ?? "secretmanager.versions.get"} is missing. Grant ${error.role ?? "roles/secretmanager.viewer"} on the secret.` : `${error.message} ${error.advice}`;
      log.warning(
        `The version of ${secret2} (${version}) cannot be read: ${why} The job keeps "${version}", and a rotated secret does not repeat the migration.`
      );
      return "unreadable";
    }
  };
  return {
    facts,
    async look(secret2, version) {
      const key = factKey(secret2, version);
      const answer = asked.get(key) ?? ask(secret2, version);
      asked.set(key, answer);
      const fact = await answer;
      facts.set(key, fact);
      return fact;
    }
  };
}
async function pinSecrets(template, project, book, locate) {
  const copy = structuredClone(template);
  const problems = [];
  await Promise.all(
    secretReferences(copy, project).map(async ({ secret: secret2, version, where, path: path6, resolve: resolve6 }) => {
      const fact = await book.look(secret2, version);
      if (fact === "unreadable") return;
      const place = locate && { location: locate(path6) };
      const name = `${secret2}, version ${version}`;
      if (fact === "absent")
        problems.push({
          subject: where,
          ...place,
          message: `the secret ${name}, does not exist. Create it, or correct its name.`
        });
      else if (fact.state !== "ENABLED")
        problems.push({
          subject: where,
          ...place,
          message: `the secret ${name}, is ${fact.state.toLowerCase()}. Enable it, or name another version.`
        });
      else resolve6(fact.version);
    })
  );
  if (problems.length > 0) throw new InputError(problems);
  return copy;
}
async function lookUpSecrets(template, project, book, newer = false) {
  await Promise.all(
    secretReferences(structuredClone(template), project).map(async ({ secret: secret2, version }) => {
      const fact = await book.look(secret2, version);
      if (newer && version === "latest" && typeof fact === "object")
        await book.look(secret2, String(Number(fact.version) + 1));
    })
  );
}
var factKey;
var init_secrets = __esm({
  "actions/migrate/job/secrets.ts"() {
    "use strict";
    init_fetch_classes();
    init_secret_versions();
    init_errors();
    factKey = (secret2, version) => `${secret2}:${version}`;
  }
});

// actions/migrate/plan/fingerprint.ts
function configurationOf(template, project, facts) {
  const copy = structuredClone(template);
  for (const { secret: secret2, version, resolve: resolve6 } of secretReferences(copy, project)) {
    const fact = facts.get(factKey(secret2, version));
    resolve6(typeof fact === "object" ? fact.name : version);
  }
  const { timeout: _, maxRetries: __, containers = [], ...task } = defaulted(copy);
  const volumes2 = (task.volumes ?? []).map(
    (volume) => volume.secret?.secret ? { ...volume, secret: { ...volume.secret, secret: nameInVolume(volume.secret, project) } } : volume
  );
  return canonical2({
    ...task,
    volumes: volumes2,
    containers: containers.map(({ resources: ___, image = "", env: env2 = [], ...container2 }) => ({
      ...container2,
      // The content alone: the same digest may be in several repositories.
      image: image.split("@")[1] ?? image,
      env: env2.map(({ valueSource, ...variable2 }) => {
        const reference = valueSource?.secretKeyRef;
        if (!reference?.secret) return { ...variable2, ...valueSource && { valueSource } };
        const { secret: secret2, version = "latest" } = reference;
        return {
          ...variable2,
          secret: version.includes("/") ? version : `${fullSecretName(secret2, project)}:${version}`
        };
      })
    }))
  });
}
function fingerprintOf(job2, template, project, facts) {
  const times = secretReferences(structuredClone(template), project).map(({ secret: secret2, version }) => {
    const fact = facts.get(factKey(secret2, version));
    return typeof fact === "object" ? `${fact.name} ${fact.createTime}` : `${secret2} ${version}`;
  });
  return hash(JSON.stringify([job2, configurationOf(template, project, facts), times.sort()]));
}
function databaseOf(template, project) {
  const env2 = (template.containers ?? []).flatMap((container2) => container2.env ?? []);
  const said = [
    ...env2.map(({ name = "", value = "", valueSource }) => {
      const secret2 = valueSource?.secretKeyRef?.secret;
      return secret2 ? `${name}=${fullSecretName(secret2, project)}` : `${name}=${value}`;
    }),
    ...(template.volumes ?? []).flatMap(({ secret: secret2, cloudSqlInstance }) => [
      ...cloudSqlInstance?.instances ?? [],
      ...secret2?.secret ? [fullSecretName(secret2.secret, project)] : []
    ])
  ];
  return hash(JSON.stringify(said.sort())).slice(0, 16);
}
function usedTodaysSecrets(execution, project, facts) {
  return secretReferences(structuredClone(execution.template), project).every(({ secret: secret2, version }) => {
    const fact = facts.get(factKey(secret2, version));
    if (fact === "unreadable") return true;
    if (typeof fact !== "object") return false;
    if (version !== "latest" && !/^\d+$/.test(version)) return false;
    if (version === "latest" && facts.get(factKey(secret2, String(Number(fact.version) + 1))) !== "absent") return false;
    return Date.parse(fact.createTime) < Date.parse(execution.createTime);
  });
}
function canonical2(value) {
  return JSON.stringify(
    value,
    (_key, item) => item !== null && typeof item === "object" && !Array.isArray(item) ? Object.fromEntries(
      Object.entries(item).filter(([, field]) => !isNothing2(field)).sort(([a], [b]) => a < b ? -1 : 1)
    ) : item
  );
}
var import_node_crypto11, hash, nameInVolume, defaulted, isNothing2;
var init_fingerprint = __esm({
  "actions/migrate/plan/fingerprint.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto11 = require("node:crypto");
    init_secret_versions();
    init_manifest();
    init_secrets();
    hash = (text3) => (0, import_node_crypto11.createHash)("sha256").update(text3).digest("hex");
    nameInVolume = ({ secret: secret2 = "", items: items2 = [] }, project) => items2.every(({ version }) => version?.includes("/")) ? "" : fullSecretName(secret2, project);
    defaulted = (template) => withServerDefaults("Job", { template: { template } }).template?.template ?? {};
    isNothing2 = (value) => value === void 0 || value === null || value === false || value === 0 || value === "" || typeof value === "object" && Object.keys(value).length === 0;
  }
});

// actions/migrate/plan/decision.ts
function decide(executions, wanted, repeated = /* @__PURE__ */ new Set()) {
  const alive = executions.filter((execution) => !execution.deleted);
  const running = alive.filter((execution) => !execution.ended);
  const own = running.find((execution) => isSame(execution, wanted));
  if (own) return { kind: "resume", execution: own };
  if (running[0]) return { kind: "wait", execution: running[0] };
  const applied = alive.find(
    (execution) => succeeded(execution) && !repeated.has(execution.name) && isSame(execution, wanted)
  );
  return applied ? { kind: "applied", execution: applied } : { kind: "start" };
}
function isSame(execution, wanted) {
  const { project, facts, fingerprint, configuration } = wanted;
  return isOfCommit(execution, wanted) && // The mark alone would do for what this step started, and not for a job that others changed and ran.
  configurationOf(execution.template, project, facts) === configuration && (isUnmarked(execution) ? usedTodaysSecrets(execution, project, facts) : execution.annotations[FINGERPRINT_ANNOTATION] === fingerprint);
}
var isOfCommit, isUnmarked, succeeded;
var init_decision = __esm({
  "actions/migrate/plan/decision.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
    init_fingerprint();
    init_job2();
    isOfCommit = (execution, { commit, digest }) => execution.labels[COMMIT_LABEL] === commit && execution.annotations[DIGEST_ANNOTATION] === digest;
    isUnmarked = ({ annotations: annotations2 }) => annotations2[FINGERPRINT_ANNOTATION] === void 0;
    succeeded = (execution) => execution.ended && execution.completed?.state === "CONDITION_SUCCEEDED" && execution.succeeded === execution.taskCount && execution.failed === 0 && execution.cancelled === 0;
  }
});

// actions/migrate/report/outcome.ts
function describeFailure(execution, tasks, timeout) {
  if (!execution || execution.deleted)
    return "The execution was deleted while it ran, so its result is unknown. Check the database before you run it again.";
  const { completed } = execution;
  if (execution.cancelled > 0 || completed?.reason === "CANCELLED")
    return "The execution was cancelled while it ran. Migrations that were complete are applied; see the log for the last one.";
  const task = tasks.find(({ exitCode, signal, message }) => exitCode !== 0 || signal !== 0 || message !== "");
  const said = [completed?.message ?? "", task?.message ?? ""].join(" ");
  if (/timeout|DEADLINE/i.test(`${said} ${completed?.reason}`))
    return `The migration timed out after ${timeout} and was stopped. Raise the input timeout, or split the migration.`;
  if (/memory/i.test(said) || task?.signal === 9 || task?.exitCode === 137)
    return "The migration was killed, most likely because it ran out of memory. Increase resources.limits in a manifest.";
  if (task && task.signal !== 0) return `The migration was terminated by signal ${task.signal}.`;
  if (task && task.exitCode !== 0) return `The migration failed with exit code ${task.exitCode}.`;
  return `The migration failed: ${completed?.message || completed?.reason || "Cloud Run says no more"}.`;
}
var init_outcome = __esm({
  "actions/migrate/report/outcome.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/google/logging.ts
function createLogReader(cloud) {
  const list3 = async (filter, orderBy, pageSize, next = {}) => await cloud.http.json({
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
      const { entries = [] } = await list3(filter, "timestamp desc", count);
      return entries.map(toLine).filter(hasText).slice(0, count).reverse();
    },
    async times(filter, from, to) {
      const found2 = [];
      const span = `timestamp>="${new Date(from).toISOString()}" AND timestamp<"${new Date(to).toISOString()}"`;
      const pages = pagesOf((next) => list3(`${filter} AND ${span}`, "timestamp asc", 1e3, next));
      for await (const { entries = [] } of pages) {
        for (const { resource, timestamp = "" } of entries)
          found2.push({ revision: resource?.labels?.revision_name ?? "", at: Date.parse(timestamp) });
        if (found2.length >= MOST_COUNTED) break;
      }
      return found2;
    },
    async follow(filter, onLine, done) {
      const seen = /* @__PURE__ */ new Set();
      let since = "";
      const read3 = async () => {
        const window2 = since === "" ? filter : `${filter} AND timestamp>="${since}"`;
        for await (const { entries = [] } of pagesOf((next) => list3(window2, "timestamp asc", 1e3, next)))
          for (const line of entries.map(toLine).filter(hasText)) {
            if (seen.has(line.id)) continue;
            seen.add(line.id);
            onLine(line);
            since = earlier(line.timestamp, 1e4);
          }
      };
      try {
        const { clock } = cloud;
        await poll(read3, { clock, signal: done, until: Infinity, first: FIRST_PAUSE, longest: LONGEST_PAUSE }).catch(
          (error) => {
            if (error instanceof CloudError || !done.aborted) throw error;
          }
        );
        await read3();
        return void 0;
      } catch (error) {
        if (error instanceof CloudError) return error;
        throw error;
      }
    }
  };
}
function toLine(entry2) {
  const timestamp = entry2.timestamp ?? entry2.receiveTimestamp ?? "";
  const text3 = payloadText(entry2);
  return { id: entry2.insertId ?? `${timestamp} ${text3}`, timestamp, severity: entry2.severity ?? "DEFAULT", text: text3 };
}
function payloadText({ textPayload, jsonPayload }) {
  if (textPayload !== void 0) return textPayload;
  if (!jsonPayload) return "";
  const { message, error } = jsonPayload;
  if (typeof message !== "string") return JSON.stringify(jsonPayload);
  return typeof error === "string" && !message.includes(error) ? `${message}: ${error}` : message;
}
var MOST_COUNTED, FIRST_PAUSE, LONGEST_PAUSE, executionFilter, hasText, earlier;
var init_logging = __esm({
  "src/google/logging.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_retry();
    init_pages();
    MOST_COUNTED = 1e4;
    FIRST_PAUSE = 1e3;
    LONGEST_PAUSE = 5e3;
    executionFilter = (job2, execution) => `resource.type="cloud_run_job" AND resource.labels.job_name="${job2}" AND labels."run.googleapis.com/execution_name"="${execution}"`;
    hasText = (line) => line.text !== "";
    earlier = (timestamp, ms) => Number.isNaN(Date.parse(timestamp)) ? "" : new Date(Date.parse(timestamp) - ms).toISOString();
  }
});

// src/google/run/clients.ts
async function clientOptions(auth, endpoint) {
  const url = new URL(endpoint);
  return {
    fallback: true,
    auth: new import_google_auth_library2.GoogleAuth({ authClient: await auth.client() }),
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
  const unusable2 = transportError(error);
  if (unusable2) return about(facts.resource, unusable2, error);
  const { code: code2, httpStatusCode } = error;
  const canonical3 = typeof code2 === "number" ? CODES[code2] : void 0;
  if (!canonical3) throw error;
  const status = httpStatusCode ?? canonical3[1];
  return cloudError(facts, { status, body: bodyOf(error), code: canonical3[0], member, cause: error });
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
var import_google_auth_library2, once, CODES, READ_DEADLINE, RAW;
var init_clients = __esm({
  "src/google/run/clients.ts"() {
    "use strict";
    init_fetch_classes();
    import_google_auth_library2 = __toESM(require_google_auth_library(), 1);
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
    init_fetch_classes();
    module2.exports = require("../shared/google-run.cjs")["@google-cloud/run/build/src/v2/executions_client.js"];
  }
});

// shared:@google-cloud/run/build/src/v2/tasks_client.js
var require_tasks_client = __commonJS({
  "shared:@google-cloud/run/build/src/v2/tasks_client.js"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/google-run.cjs")["@google-cloud/run/build/src/v2/tasks_client.js"];
  }
});

// src/google/run/executions.ts
function createExecutions(http2, caller, endpoint) {
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
      const found2 = await absent(
        called(caller, reading(name, "run.executions.get"), async () => await client.getExecution({ name }, once()))
      );
      return found2 && toState(found2[0]);
    },
    async list(job2) {
      const { executions = [] } = await http2.json({
        method: "GET",
        url: `${endpoint}/v2/${job2}/executions?pageSize=100`,
        ...facts(job2, "run.executions.list")
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
var READ_DEADLINE2;
var init_executions = __esm({
  "src/google/run/executions.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    init_clients();
    READ_DEADLINE2 = 12e4;
  }
});

// actions/migrate/job/wait-for-execution.ts
async function waitForEnd(following, name, limit) {
  const { executions, clock, signal } = following;
  const look = async () => {
    const execution = await executions.get(name);
    return !execution || execution.ended || execution.deleted ? { execution } : void 0;
  };
  const found2 = await poll(look, { clock, signal, until: clock.now() + limit, first: 500, longest: 4e3 });
  if (found2) return found2.execution;
  throw new OutcomeError(
    `The execution ${name} timed out after ${Math.round(limit / 1e3)} s and is still running. The next run of this commit waits for it.`
  );
}
async function followToEnd(following, name, limit, logUri) {
  const { logs, log, clock } = following;
  const [job2 = "", execution = ""] = [name.split("/")[5], name.split("/")[7]];
  const filter = executionFilter(job2, execution);
  const lines2 = [];
  const onLine = ({ text: text3, severity }) => {
    for (const line of text3.split("\n")) {
      lines2.push(line);
      log.output(`${marks[severity] ?? " "} ${line}`);
    }
  };
  const done = new AbortController();
  const reading = logs.follow(filter, onLine, done.signal).catch((error) => error);
  try {
    const ended = await waitForEnd(following, name, limit);
    const { signal } = following;
    const any = async () => lines2.length > 0 || void 0;
    await poll(any, { clock, signal, until: clock.now() + STRAGGLERS, longest: 250 }).catch(() => {
    });
    done.abort();
    const problem = await reading;
    if (problem instanceof CloudError)
      log.notice(
        `The log lines of the migration cannot be shown (${problem.status}: ${problem.message} Needs ${problem.permission ?? "logging.logEntries.list"}, for instance ${problem.role ?? "roles/logging.viewer"}). ${logUri ?? ""}`
      );
    return { execution: ended, lines: lines2 };
  } finally {
    done.abort();
  }
}
var STRAGGLERS, marks;
var init_wait_for_execution = __esm({
  "actions/migrate/job/wait-for-execution.ts"() {
    "use strict";
    init_fetch_classes();
    init_logging();
    init_errors();
    init_retry();
    STRAGGLERS = 3e3;
    marks = { WARNING: "!", ERROR: "\u2717", CRITICAL: "\u2717", ALERT: "\u2717", EMERGENCY: "\u2717" };
  }
});

// actions/migrate/job/cancel-execution.ts
async function leave(inputs, context, execution) {
  if (!inputs.cancelExecution) {
    context.log.warning(`The migration is still running in ${execution}. A re-run of this commit waits for it.`);
    return;
  }
  const signal = expiring(context.clock, PATIENCE3, "The call that cancels");
  context.saveState(CANCELLED_STATE, execution);
  try {
    const { http: http2, auth } = connect(context, inputs.auth, { signal });
    const executions = createExecutions(http2, { clock: context.clock, signal, auth }, context.endpoints.run);
    await executions.cancel(execution);
    context.log.warning(`The execution ${execution} is being cancelled.`);
  } catch (error) {
    context.log.warning(
      `The execution ${execution} could not be cancelled and is still running: ${error.message}`
    );
  }
}
async function awaitCancelled(inputs, context) {
  const name = context.state(CANCELLED_STATE);
  if (name === "") return;
  const cloud = connect(context, inputs.auth);
  const { clock, signal } = context;
  const executions = createExecutions(cloud.http, { clock, signal, auth: cloud.auth }, context.endpoints.run);
  const logs = createLogReader({
    http: cloud.http,
    endpoints: context.endpoints,
    clock: context.clock,
    project: inputs.project
  });
  await executions.cancel(name).catch((error) => {
    if (!(error instanceof CloudError)) throw error;
    context.log.debug(error.message);
  });
  const execution = await waitForEnd(
    { executions, logs, log: context.log, clock: context.clock, signal: context.signal },
    name,
    PATIENCE3 * 20
  );
  if (execution && succeeded(execution))
    context.log.notice(`The execution ${name} succeeded before it could be cancelled.`);
  else context.log.notice(describeFailure(execution, [], ""));
}
var CANCELLED_STATE, PATIENCE3;
var init_cancel_execution = __esm({
  "actions/migrate/job/cancel-execution.ts"() {
    "use strict";
    init_fetch_classes();
    init_logging();
    init_executions();
    init_context();
    init_errors();
    init_time_limit();
    init_decision();
    init_outcome();
    init_wait_for_execution();
    CANCELLED_STATE = "cancelled-execution";
    PATIENCE3 = 6e3;
  }
});

// actions/migrate/job/dry-run.ts
async function dryRun(work, { state, plan, decision }, migrations) {
  const { target: target2, context, jobs, inputs, notes } = work;
  if (state) await jobs.update(target2.name, plan.job, true);
  else await jobs.create(target2.name, plan.job, true);
  const applied = decision.kind === "applied" && !inputs.force;
  const what = applied ? "The commit is applied already; nothing would run." : {
    applied: "The commit is applied already, and the migration would run again (force).",
    resume: "The running execution of this commit would be followed.",
    wait: `The job would ${state ? "be updated" : "be made"} and run after the execution that runs now.`,
    start: `The job would ${state ? "be updated" : "be made"} and run.`
  }[decision.kind];
  const fresh = migrations?.fresh.map(({ file }) => file).join(", ") || "none";
  const changes = differences("Job", state, plan.job);
  context.log.info(`Dry run. ${what}${migrations ? ` New migrations: ${fresh}.` : ""}`);
  for (const { field, before, after } of changes)
    context.log.info(`  ${field}: ${before || "(not set)"} \u2192 ${after || "(removed)"}`);
  context.summary.heading(md`Migration: dry run`);
  const { summary } = context;
  summary.paragraph(plain(what));
  if (inputs.when === "after-traffic") {
    context.log.info(AFTER_TRAFFIC);
    summary.paragraph(plain(AFTER_TRAFFIC));
  }
  for (const note of notes) context.summary.paragraph(md`> ${plain(note)}`);
  if (migrations) context.summary.paragraph(md`New migrations: ${plain(fresh)}.`);
  if (changes.length > 0)
    context.summary.table(
      [`Setting of job ${target2.name.split("/").at(-1)}`, "Before", "After"],
      changes.map(({ field, before, after }) => [code(field), code(before), code(after)])
    );
  else context.summary.paragraph(md`The job would not change.`);
  context.output("already-applied", applied);
}
var AFTER_TRAFFIC;
var init_dry_run = __esm({
  "actions/migrate/job/dry-run.ts"() {
    "use strict";
    init_fetch_classes();
    init_manifest();
    init_summary();
    AFTER_TRAFFIC = "It runs after traffic: once the release of this commit has all traffic of its services. From then on the release only rolls forward: a rollback to an earlier one is refused unless forced.";
  }
});

// src/google/run/calls.ts
async function write(target2, method, name, resource, mask, validateOnly = false) {
  const { http: http2, endpoint, collection, word, permission } = target2;
  const [parent, id] = name.split(`/${collection}/`);
  const query = new URLSearchParams();
  if (method === "create") query.set(`${collection.slice(0, -1)}Id`, id);
  else if (mask.length > 0) query.set("updateMask", mask.join(","));
  if (validateOnly) query.set("validateOnly", "true");
  return await http2.json({
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
    init_fetch_classes();
  }
});

// src/google/run/services.ts
function createServices(http2, endpoint) {
  const target2 = { http: http2, endpoint, collection: "services", word: "service", permission: "run.services" };
  const url = (name) => `${endpoint}/v2/${name}`;
  const facts = (name, verb, role) => ({
    resource: `service ${name}`,
    permission: `run.services.${verb}`,
    role
  });
  return {
    get: (name) => absent(http2.json({ method: "GET", url: url(name), ...facts(name, "get", "roles/run.viewer") })),
    create: (name, service2, options = {}) => write(target2, "create", name, service2, [], options.validateOnly),
    update: (name, service2, mask, options = {}) => write(target2, "update", name, service2, mask, options.validateOnly),
    async remove(name, etag) {
      await absent(
        http2.json({
          method: "DELETE",
          url: `${url(name)}?${new URLSearchParams({ etag })}`,
          ...facts(name, "delete", "roles/run.developer")
        })
      );
    },
    // Version 3 shows conditional bindings as they are, so that none is lost in the write
    // (https://cloud.google.com/iam/docs/policies#versions).
    getIamPolicy: (name) => http2.json({
      method: "GET",
      url: `${url(name)}:getIamPolicy?options.requestedPolicyVersion=3`,
      ...facts(name, "getIamPolicy", "roles/run.viewer")
    }),
    setIamPolicy: (name, policy) => http2.json({
      method: "POST",
      url: `${url(name)}:setIamPolicy`,
      json: { policy },
      ...facts(name, "setIamPolicy", "roles/run.admin")
    })
  };
}
var init_services3 = __esm({
  "src/google/run/services.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    init_calls();
  }
});

// src/google/project-number.ts
async function readProjectNumber({ http: http2, endpoints }, project) {
  const { name = "" } = await http2.json({
    method: "GET",
    url: `${endpoints.cloudresourcemanager}/v3/projects/${project}`,
    resource: `project ${project}`,
    // What asks for it can do without.
    attemptTimeout: 5e3,
    deadline: 1e4,
    permission: "resourcemanager.projects.get",
    role: "roles/browser"
  });
  return name.replace("projects/", "");
}
async function checkNamespace({ namespace: namespace2, kind, name }, { project, region: region2 }, cloud, log) {
  if (!namespace2) return;
  const live = kind === "Service" ? await numberOfService(cloud, `projects/${project}/locations/${region2}/services/${name}`) : void 0;
  const number = live ?? await readProjectNumber(cloud, project).catch(warnOfUnknown);
  if (number !== void 0) requireNamespaceOf({ namespace: namespace2 }, project, number);
  function warnOfUnknown(error) {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `metadata.namespace: ${namespace2?.number} was not compared with the number of ${project}, which could not be read: ${error.message}. Remove metadata.namespace, or write the project's id instead.`,
      namespace2?.location
    );
  }
}
function requireNamespaceOf({ namespace: namespace2 }, project, number) {
  if (!namespace2 || number === namespace2.number) return;
  throw new InputError([
    {
      subject: "metadata.namespace",
      message: `is ${namespace2.number}, but the number of the project to deploy to, ${project}, is ${number}. Remove it, or make them agree.`,
      location: namespace2.location
    }
  ]);
}
async function numberOfService({ http: http2, endpoints }, name) {
  const service2 = await createServices(http2, endpoints.run).get(name).catch((error) => {
    if (error instanceof CloudError) return void 0;
    throw error;
  });
  const [, , , region2 = "", , short = ""] = name.split("/");
  const prefix = `${short}-`;
  for (const url of service2?.urls ?? []) {
    const [host = "", at2 = ""] = new URL(url).hostname.split(/\.(.*)/s);
    const number = host.startsWith(prefix) ? host.slice(prefix.length) : "";
    if (/^\d+$/.test(number) && at2.startsWith(`${region2}.run.`)) return number;
  }
  return void 0;
}
var init_project_number = __esm({
  "src/google/project-number.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_services3();
  }
});

// src/google/run/jobs.ts
function createJobs(http2, endpoint) {
  const target2 = { http: http2, endpoint, collection: "jobs", word: "job", permission: "run.jobs" };
  const facts = (name, verb) => ({
    resource: `job ${name}`,
    permission: `run.jobs.${verb}`,
    role: "roles/run.developer"
  });
  return {
    get: (name) => absent(http2.json({ method: "GET", url: `${endpoint}/v2/${name}`, ...facts(name, "get") })),
    create: (name, job2, validateOnly) => write(target2, "create", name, withoutTokens(job2), [], validateOnly),
    update: (name, job2, validateOnly) => write(target2, "update", name, withoutTokens(job2), [], validateOnly),
    async list(location) {
      const jobs = [];
      const read3 = (next) => http2.json({
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
      await absent(http2.json({ method: "DELETE", url: `${endpoint}/v2/${name}`, ...facts(name, "delete") }));
    },
    async run(name, etag, overrides = []) {
      const containerOverrides = overrides.map(({ container: container2, ...rest }) => ({
        ...container2 && { name: container2 },
        ...rest
      }));
      const operation = await http2.json({
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
function withoutTokens({ startExecutionToken: _, runExecutionToken: __, ...job2 }) {
  return job2;
}
var jobProblem;
var init_jobs = __esm({
  "src/google/run/jobs.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_not_found();
    init_pages();
    init_calls();
    jobProblem = ({ reconciling, terminalCondition }) => !reconciling && terminalCondition?.state === "CONDITION_FAILED" ? terminalCondition.message ?? "it is not ready" : void 0;
  }
});

// src/google/secret-manager.ts
function createSecretManager(http2, endpoint) {
  return {
    async version(secret2, version) {
      const found2 = await absent(
        http2.json({
          method: "GET",
          url: `${endpoint}/v1/${secret2}/versions/${version}`,
          resource: `secret ${secret2}, version ${version}`,
          permission: "secretmanager.versions.get",
          role: "roles/secretmanager.viewer"
        })
      );
      if (!found2) return void 0;
      const { name = `${secret2}/versions/${version}`, state = "ENABLED", createTime = "" } = found2;
      return { name, version: name.slice(name.lastIndexOf("/") + 1), state, createTime };
    }
  };
}
var init_secret_manager = __esm({
  "src/google/secret-manager.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
  }
});

// actions/migrate/job/source-service.ts
async function readSource2(inputs, cloud, log) {
  const from = inputs.fromService;
  if (!from) return NO_SOURCE;
  const template = "service" in from ? await liveTemplate(inputs, cloud, from.service) : await manifestTemplate(inputs, from, cloud, log);
  return takeOver2(template, formatImageName(inputs.image));
}
async function manifestTemplate(inputs, source, cloud, log) {
  const manifest = readManifest(manifestOrigin(source, inputs));
  if (manifest.kind === "Job")
    throw new InputError([
      {
        subject: "Input from-service",
        message: `${source.file} is a Job. Give it in the input manifest.`,
        location: { file: source.file }
      }
    ]);
  await checkNamespace(manifest, inputs, cloud, log);
  return manifest.resource.template ?? {};
}
async function liveTemplate(inputs, cloud, service2) {
  const name = `projects/${inputs.project}/locations/${inputs.region}/services/${service2}`;
  try {
    const live = await cloud.http.json({
      method: "GET",
      url: `${cloud.endpoints.run}/v2/${name}`,
      resource: `service ${name}`,
      permission: "run.services.get",
      role: "roles/run.viewer"
    });
    return live.template ?? {};
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 404) throw error;
    throw new InputError([
      {
        subject: "Input from-service",
        message: `the service ${service2} was not found in ${inputs.region} of ${inputs.project}. For a first deploy, pass the path of its manifest.`
      }
    ]);
  }
}
function takeOver2(template, imageName) {
  const containers = template.containers ?? [];
  const container2 = containers.find(({ image }) => image?.replace(/[@:][^/]*$/, "") === imageName) ?? containers[ingressIndex(containers)] ?? {};
  const volumeMounts2 = container2.volumeMounts ?? [];
  const mounted = new Set(volumeMounts2.map(({ name }) => name));
  return {
    env: container2.env ?? [],
    volumeMounts: volumeMounts2,
    volumes: (template.volumes ?? []).filter(({ name }) => mounted.has(name)),
    vpcAccess: template.vpcAccess,
    serviceAccount: template.serviceAccount
  };
}
var init_source_service = __esm({
  "actions/migrate/job/source-service.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_project_number();
    init_manifest();
    init_errors();
    init_inputs2();
    init_job2();
  }
});

// actions/migrate/job/read-target.ts
async function prepareJob(inputs, context, cloud) {
  const manifest = inputs.manifest && readManifest(manifestOrigin(inputs.manifest, inputs));
  if (manifest && manifest.kind !== "Job")
    throw new InputError([
      {
        subject: "Input manifest",
        message: `is a ${manifest.kind}. Pass a manifest of kind Job.`,
        location: { file: inputs.manifest?.file ?? "" }
      }
    ]);
  for (const warning of manifest?.warnings ?? [])
    context.log.warning(`${warning.subject}: ${warning.message}`, warning.location);
  if (manifest && inputs.job && inputs.job !== manifest.name)
    throw new InputError([
      {
        subject: "Input job",
        message: `is ${inputs.job}, and the manifest is of ${manifest.name}. Leave one of the two out.`
      }
    ]);
  if (manifest) await checkNamespace(manifest, inputs, cloud, context.log);
  const source = await readSource2(inputs, cloud, context.log);
  const book = createSecretBook(createSecretManager(cloud.http, context.endpoints.secretmanager), context.log);
  for (const warning of inputs.judged.warnings) context.log.warning(warning);
  const { request: asked, notes } = await judged(
    requestOf(inputs, source, manifest?.kind === "Job" ? manifest : void 0),
    manifest,
    inputs,
    context,
    source,
    cloud
  );
  for (const note of notes) context.log.notice(note);
  const request = await pinned(asked, inputs.project, book, manifest?.locate);
  const name = `projects/${inputs.project}/locations/${inputs.region}/jobs/${manifest?.name ?? inputs.job}`;
  return {
    inputs,
    context,
    cloud,
    notes,
    clock: context.clock,
    signal: context.signal,
    log: context.log,
    jobs: createJobs(cloud.http, context.endpoints.run),
    executions: createExecutions(
      cloud.http,
      { clock: context.clock, signal: context.signal, auth: cloud.auth },
      context.endpoints.run
    ),
    logs: createLogReader({
      http: cloud.http,
      endpoints: context.endpoints,
      clock: context.clock,
      project: inputs.project
    }),
    target: createTarget(name, request, inputs, book, () => checkServices(inputs, context, cloud), context.log)
  };
}
function withTimeout(prepared, job2) {
  const timeout = taskOf(job2).timeout ?? `${DEFAULT_TIMEOUT / 1e3}s`;
  return { ...prepared, timeout, limit: Number.parseInt(timeout, 10) * 1e3 + START_UP };
}
async function judged(request, manifest, inputs, context, source, cloud) {
  if (request.kind === "inputs" || !manifest) {
    for (const warning of judgeTakenOver(source.env.filter(({ name }) => !inputs.env.has(name ?? ""))))
      context.log.warning(warning);
    return { request, notes: inputs.judged.exceptions };
  }
  const clients = { registry: createRegistry(cloud.http), cloud };
  const { job: job2, notes } = await judgeManifestJob(request.job, manifest.locate, inputs, context, clients);
  return { request: { kind: "manifest", job: job2 }, notes };
}
async function pinned(request, project, book, locate) {
  if (request.kind === "inputs") return { ...request, task: await pinSecrets(request.task, project, book) };
  const task = await pinSecrets(
    taskOf(request.job),
    project,
    book,
    locate && ((path6) => locate(["template", "template", ...path6]))
  );
  return { ...request, job: { ...request.job, template: { ...request.job.template, template: task } } };
}
function createTarget(name, request, inputs, book, checkStart2, log) {
  const { commit, project, image } = inputs;
  const { facts } = book;
  const ofCommit = { commit, digest: image.digest };
  return {
    name,
    checkStart: checkStart2,
    async plan(current, args) {
      const job2 = planJob(current, request, inputs);
      const task = taskOf(job2);
      checkContainerImages(task.containers ?? [], inputs.imageRepositories, log);
      await lookUpSecrets(task, project, book);
      const fingerprint = fingerprintOf(name, task, project, facts);
      const at2 = containerAt(task.containers ?? [], formatImageName(image));
      const override = args && { container: task.containers?.[at2]?.name, args };
      const asked = args ? withArgs(task, at2, args) : task;
      const configuration = configurationOf(asked, project, facts);
      return {
        job: withFingerprint(job2, fingerprint),
        override,
        database: databaseOf(task, project),
        wanted: { ...ofCommit, project, fingerprint, configuration, facts }
      };
    },
    async learn(executions) {
      const unmarked = executions.filter((one) => isOfCommit(one, ofCommit) && isUnmarked(one));
      await Promise.all(unmarked.map(({ template }) => lookUpSecrets(template, project, book, true)));
    }
  };
}
var START_UP, withArgs;
var init_read_target = __esm({
  "actions/migrate/job/read-target.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_image_repositories();
    init_registry();
    init_logging();
    init_project_number();
    init_executions();
    init_jobs();
    init_secret_manager();
    init_manifest();
    init_errors();
    init_inputs2();
    init_decision();
    init_fingerprint();
    init_job2();
    init_merge_task();
    init_judge_job();
    init_services2();
    init_secrets();
    init_source_service();
    START_UP = 3e5;
    withArgs = (task, at2, args) => ({
      ...task,
      containers: (task.containers ?? []).map((container2, i2) => i2 === at2 ? { ...container2, args: [...args] } : container2)
    });
  }
});

// actions/migrate/job/start-execution.ts
async function assess({ jobs, executions }, target2, { args, repeated } = {}) {
  const state = await jobs.get(target2.name);
  const plan = await target2.plan(state, args);
  const listed = state ? await executions.list(target2.name) : [];
  await target2.learn(listed);
  return { state, plan, executions: listed, decision: decide(listed, plan.wanted, repeated) };
}
function isPlanned(state, job2, written2) {
  const marks2 = (of) => [DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION].map((key) => of.template?.annotations?.[key]);
  if (JSON.stringify(marks2(state)) !== JSON.stringify(marks2(job2))) return false;
  if (written2 !== void 0 && state.annotations?.[PLAN_ANNOTATION] === written2) return true;
  const named2 = (of) => of.annotations?.[NAMED_ANNOTATION];
  return named2(state) === named2(job2) && differences("Job", state, job2).length === 0;
}
async function write2({ jobs }, name, job2, state) {
  if (state) await jobs.update(name, job2, false);
  else await jobs.create(name, job2, false);
}
async function untilReady({ jobs, clock, signal }, name) {
  const look = async () => {
    const state = await jobs.get(name);
    return state && !state.reconciling ? state : void 0;
  };
  if (await poll(look, { clock, signal, until: clock.now() + DEADLINE2 })) return;
  throw new OutcomeError(`The job ${name} timed out after ${DEADLINE2 / 1e3} s: it was written and is not ready.`);
}
async function startOnce(starting, target2, options) {
  const { name } = target2;
  let written2;
  return await persist(starting, `job ${name}`, async () => {
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const { state, plan, decision } = await assess(starting, target2, options);
      if (decision.kind === "wait") return { other: decision.execution.name };
      if (decision.kind === "resume" || decision.kind === "applied" && !options.args)
        return { execution: decision.execution.name, started: false };
      const before = state?.annotations?.[SCHEMA_ANNOTATION];
      const after = JSON.stringify(options.record(readRecord(before)));
      const planned = state && before === after && isPlanned(state, plan.job, written2);
      if (planned && !state.reconciling) {
        const problem = jobProblem(state);
        if (problem) throw new OutcomeError(`The job ${name} cannot run: ${problem}`);
        if (!options.args) await checkStart(starting, target2, options);
        return {
          execution: await starting.jobs.run(name, state.etag ?? "", plan.override && [plan.override]),
          started: true
        };
      }
      if (!planned) {
        const job2 = { ...plan.job, annotations: { ...plan.job.annotations, [SCHEMA_ANNOTATION]: after } };
        written2 = plan.job.annotations?.[PLAN_ANNOTATION];
        await write2(starting, name, job2, state);
      }
      await untilReady(starting, name);
    }
    throw new OutcomeError(
      `The job ${name} was modified concurrently; gave up after ${ROUNDS} attempts. Run this step again.`
    );
  });
}
async function checkStart(starting, target2, options) {
  try {
    await target2.checkStart();
  } catch (error) {
    await withdraw(starting, target2, options).catch(({ message }) => starting.log.debug(message));
    throw error;
  }
}
async function withdraw(starting, target2, options) {
  const { withdrawn } = options;
  if (!withdrawn) return;
  await persist(starting, `job ${target2.name}`, async () => {
    const { state, plan, decision, executions } = await assess(starting, target2, options);
    if (!state || decision.kind === "resume" || decision.kind === "applied") return;
    const before = state.annotations?.[SCHEMA_ANNOTATION];
    const ran = executions.some((execution) => isSame(execution, plan.wanted));
    const after = JSON.stringify(withdrawn(readRecord(before), ran));
    if (before !== after)
      await starting.jobs.update(
        target2.name,
        { ...state, annotations: { ...state.annotations, [SCHEMA_ANNOTATION]: after } },
        false
      );
  });
}
async function persist({ clock, signal, log }, resource, work) {
  try {
    return await retry(work, {
      clock,
      signal,
      resource,
      until: clock.now() + DEADLINE2,
      mayPass: (error) => isTransient(error) || error instanceof CloudError && (error.status === 409 || error.status > 500),
      onRetry: ({ message }) => log.debug(`${resource}: ${message}; looking again`)
    });
  } catch (error) {
    throw error instanceof CloudError && error.status === 429 ? quota(error) : error;
  }
}
var DEADLINE2, ROUNDS, quota;
var init_start_execution = __esm({
  "actions/migrate/job/start-execution.ts"() {
    "use strict";
    init_fetch_classes();
    init_jobs();
    init_manifest();
    init_schema();
    init_errors();
    init_retry();
    init_decision();
    init_job2();
    DEADLINE2 = 12e4;
    ROUNDS = 10;
    quota = (cause) => new OutcomeError(
      `Cloud Run did not start the migration: too many executions run in this project and region (429: ${cause.message}). Wait for them, or ask for more quota.`,
      { cause }
    );
  }
});

// actions/migrate/job/schema-version.ts
async function startAfterOthers(work, options) {
  const end = work.clock.now() + work.limit;
  for (; ; ) {
    const start = await startOnce(work, work.target, options);
    if ("execution" in start) return start;
    work.log.info(`Waiting for ${start.other}, which runs in the same job.`);
    await waitForEnd(work, start.other, Math.max(0, end - work.clock.now()));
  }
}
async function askStatus2(work, when) {
  const { statusArgs } = work.inputs;
  if (statusArgs.length === 0) return void 0;
  const { execution: name } = await startAfterOthers(work, { args: statusArgs, record: (record) => record });
  const quiet = { ...work, log: { ...work.log, info: work.log.debug } };
  const { execution, lines: lines2 } = await followToEnd(quiet, name, work.limit, void 0);
  const status = parseStatus(lines2);
  if (status?.dirty) throw new OutcomeError(dirtyMessage(status));
  if (status) work.log.info(`Schema ${when}: version ${status.version}`);
  else if (!execution || !succeeded(execution)) {
    const failure = describeFailure(execution, await work.executions.taskResults(name).catch(() => []), work.timeout);
    throw new OutcomeError(`status-args failed ${when} the migration. ${failure}`);
  } else {
    work.log.warning(
      "The version of the schema is unknown: status-args printed no version, or its log lines cannot be read."
    );
  }
  return status;
}
var init_schema_version2 = __esm({
  "actions/migrate/job/schema-version.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_schema_version();
    init_decision();
    init_outcome();
    init_start_execution();
    init_wait_for_execution();
  }
});

// actions/migrate/job/migrate-in-job.ts
async function runJob(inputs, context) {
  const cloud = connect(context, inputs.auth);
  await checkServices(inputs, context, cloud);
  await requireProvenance([inputs.image], inputs.provenance, { http: cloud.http, log: context.log });
  const prepared = await prepareJob(inputs, context, cloud);
  const assessment = await assess(prepared, prepared.target);
  const { state, plan, decision, executions } = assessment;
  const { database } = plan;
  const work = withTimeout(prepared, plan.job);
  const record = readRecord(state?.annotations?.[SCHEMA_ANNOTATION]);
  const known = recordedOf(record, database);
  if (inputs.dryRun) return await dryRun(work, assessment, await checkMigrations(inputs, context, known));
  const earlier2 = new Set(executions.filter(({ ended }) => ended).map(({ name }) => name));
  let repeated;
  let before;
  if (decision.kind === "applied" && !inputs.force) {
    const migrations2 = listMigrations(inputs, known);
    const expected = entryOf(record, { commit: inputs.commit, database, ...sideOf(inputs) })?.version ?? migrations2?.newest;
    before = await askStatus2(work, "now");
    if (!before || expected === void 0 || reaches(before.version, expected)) {
      const version2 = before?.version ?? expected;
      context.log.info(`Commit ${inputs.commit} is applied already, by ${decision.execution.name}. Nothing to do.`);
      await remember(work, migrations2, entry(work, database, migrations2, version2, "applied"));
      return finish(work, decision.execution, version2, before && expected !== void 0 ? "verified" : "recorded");
    }
    context.log.warning(
      `Commit ${inputs.commit} is recorded as applied with version ${expected}, and the database is at version ${before.version}. The migration runs again.`
    );
    repeated = earlier2;
  } else if (inputs.force) {
    if (decision.kind === "applied")
      context.log.notice(`Forced: ${decision.execution.name} applied this commit already. The migration runs again.`);
    repeated = earlier2;
  }
  const resuming = decision.kind === "resume";
  if (!resuming) before ??= await askStatus2(work, "before");
  const schema = { ...known, version: before?.version ?? known.version };
  const migrations = resuming ? listMigrations(inputs, known) : await checkMigrations(inputs, context, schema);
  const execution = await migrate(work, database, migrations, repeated);
  const after = await askStatus2(work, "after");
  const version = after?.version ?? migrations?.newest ?? before?.version;
  await remember(work, migrations, entry(work, database, migrations, version, "applied"));
  finish(work, execution, version, void 0);
}
async function migrate(work, database, migrations, repeated) {
  const { context } = work;
  const { execution: name, started } = await startAfterOthers(work, {
    record: (record) => withEntry(record, entry(work, database, migrations, void 0, "started")),
    withdrawn: (record, ran) => withoutStart(record, entry(work, database, migrations, void 0, "started"), ran),
    ...repeated && { repeated }
  });
  if (!started) work.log.info("This commit's migration runs already; following it.");
  context.output("execution", name);
  try {
    const first = await work.executions.get(name);
    context.output("log-uri", first?.logUri);
    context.log.info(`Execution ${name}${first?.logUri ? `
Logs: ${first.logUri}` : ""}`);
    const { execution, lines: lines2 } = await followToEnd(work, name, work.limit, first?.logUri);
    if (execution && succeeded(execution)) return execution;
    const tasks = execution ? await work.executions.taskResults(name).catch(() => []) : [];
    await remember(work, void 0, entry(work, database, migrations, void 0, "failed")).catch(
      (error) => context.log.debug(error.message)
    );
    if (lines2.length > 0) context.summary.block(lines2.slice(-20).join("\n"), "text");
    throw new OutcomeError(
      `${describeFailure(execution, tasks, work.timeout)} Do not deploy this commit. ${first?.logUri ?? ""}`.trim()
    );
  } catch (error) {
    if (isAbort(error)) await leave(work.inputs, context, name);
    throw error;
  }
}
function finish({ inputs, context, target: target2, notes }, execution, version, applied) {
  context.output("execution", execution.name);
  context.output("log-uri", execution.logUri);
  context.output("schema-version", version);
  context.output("already-applied", applied !== void 0);
  summarizeMigration(context.summary, {
    inputs,
    notes,
    job: target2.name,
    execution: execution.name,
    logUri: execution.logUri,
    version,
    applied
  });
}
var sideOf, entry, remember;
var init_migrate_in_job = __esm({
  "actions/migrate/job/migrate-in-job.ts"() {
    "use strict";
    init_fetch_classes();
    init_require_provenance();
    init_schema();
    init_context();
    init_errors();
    init_read_migrations();
    init_schema_version();
    init_write_schema_record();
    init_decision();
    init_outcome();
    init_summary2();
    init_services2();
    init_cancel_execution();
    init_dry_run();
    init_read_target();
    init_schema_version2();
    init_start_execution();
    init_wait_for_execution();
    sideOf = ({ when }) => when === "after-traffic" ? { when } : {};
    entry = (work, database, migrations, version, state) => ({
      commit: work.inputs.commit,
      database,
      ...sideOf(work.inputs),
      ...version !== void 0 && { version },
      contracting: work.inputs.contracting || (migrations?.contracting ?? false),
      state,
      at: new Date(work.clock.now()).toISOString()
    });
    remember = (work, migrations, entry2) => persist(
      work,
      `job ${work.target.name}`,
      () => recordEntry(work.jobs, work.target.name, entry2, migrations && versionsToRecord(migrations, work.inputs.outOfOrder))
    );
  }
});

// actions/migrate/run.ts
async function run(inputs, context, pid) {
  const { timeout, mode } = inputs;
  const timed = timeout === void 0 ? context : withDeadline(context, timeout + VERDICT_GRACE, timeout);
  await (mode === "job" ? runJob(inputs, timed) : runInDocker(inputs, timed, pid));
}
var VERDICT_GRACE;
var init_run2 = __esm({
  "actions/migrate/run.ts"() {
    "use strict";
    init_fetch_classes();
    init_time_limit();
    init_migrate_in_docker();
    init_migrate_in_job();
    VERDICT_GRACE = 1e4;
  }
});

// actions/migrate/main.ts
var main_exports = {};
var import_node_process;
var init_main = __esm({
  "actions/migrate/main.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs2();
    init_run2();
    void runAction({ name: "migrate", readInputs, run: (inputs, context) => run(inputs, context, import_node_process.default.pid) }, import_node_process.default);
  }
});

// actions/migrate/clean-up.ts
async function cleanUpMigration(inputs, context) {
  const dir = claimedFolder(context, CONFIG_STATE, temporaryFolder(context.github.temp));
  if (dir) removeFolder(dir);
  await awaitCancelled(inputs, context);
}
var init_clean_up = __esm({
  "actions/migrate/clean-up.ts"() {
    "use strict";
    init_fetch_classes();
    init_docker_config();
    init_temporary_folder();
    init_migrate_in_docker();
    init_cancel_execution();
  }
});

// actions/migrate/post.ts
var post_exports = {};
var import_node_process2;
var init_post = __esm({
  "actions/migrate/post.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_process2 = __toESM(require("node:process"), 1);
    init_action();
    init_clean_up();
    init_inputs2();
    void runAction({ name: "migrate", readInputs, run: cleanUpMigration }, import_node_process2.default);
  }
});

// actions/migrate/action.cjs
init_fetch_classes();
exports.main = () => void (init_main(), __toCommonJS(main_exports));
exports.post = () => void (init_post(), __toCommonJS(post_exports));
