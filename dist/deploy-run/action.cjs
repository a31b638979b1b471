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
  const [, days = "0", hours = "0", minutes = "0", seconds2 = "0", millis = "0"] = match;
  return +days * UNITS.d + +hours * UNITS.h + +minutes * UNITS.m + +seconds2 * UNITS.s + +millis;
}
function formatDuration(ms) {
  if (ms < 1e3) return `${Math.round(ms)}ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)}s`;
  const seconds2 = Math.round(ms / 1e3);
  if (seconds2 < 3600) return `${Math.floor(seconds2 / 60)}m${String(seconds2 % 60).padStart(2, "0")}s`;
  return `${Math.floor(seconds2 / 3600)}h${String(Math.floor(seconds2 % 3600 / 60)).padStart(2, "0")}m`;
}
function parseSeconds(text3) {
  const seconds2 = /^(\d+(?:\.\d+)?)s$/.exec(text3 ?? "")?.[1];
  return seconds2 === void 0 ? void 0 : Number(seconds2) * 1e3;
}
var UNITS, formatMinute;
var init_duration = __esm({
  "src/inputs/duration.ts"() {
    "use strict";
    init_fetch_classes();
    UNITS = { d: 864e5, h: 36e5, m: 6e4, s: 1e3, ms: 1 };
    formatMinute = (at) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
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
function readPayload(path2) {
  if (!path2) return {};
  try {
    return JSON.parse((0, import_node_fs.readFileSync)(path2, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}
function resolveCommit(input, run2) {
  const { payload, sha } = run2;
  const commit2 = input ?? pullRequestCommit(run2) ?? payload.workflow_run?.head_sha ?? sha;
  if (/^[0-9a-f]{40}$/.test(commit2)) return commit2;
  throw new InputError([
    {
      subject: input === void 0 ? "Variable GITHUB_SHA" : "Input commit",
      message: `"${commit2}" is not a commit. Give the full commit SHA, for instance \${{ github.sha }}.`
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
    const at = content.indexOf("=");
    if (at < 0) throw new LineError(number, `"${shorten(content)}" has no "=". Write KEY=VALUE, one per line.`);
    const key = content.slice(0, at).trim();
    if (key === "") throw new LineError(number, 'there is no key before "=". Write KEY=VALUE, one per line.');
    add(key, number, () => unquote(content.slice(at + 1), number));
  }
  return map;
}
function readBlock(lines2, first, end) {
  const last = lines2.findIndex((line, i2) => i2 > first && line.trimEnd() === end);
  return last < 0 ? void 0 : { value: lines2.slice(first + 1, last).join("\n"), last };
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
function shorten(line) {
  return line.length > 24 ? `${line.slice(0, 24)}\u2026` : line;
}
var LineError, writeList, writeMap, isOneLine, isMeaningful;
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
    writeList = (items2) => items2.map((item) => isMeaningful(item) && isOneLine(item) && !/^<<\w+$/.test(item) ? item : writeBlock("", item)).join("\n");
    writeMap = (entries) => [...entries].map(([key, value]) => {
      if (value.includes("\n")) return writeBlock(key, value);
      return `${key}=${isOneLine(value) && !/^["']/.test(value) ? value : `"${value}"`}`;
    }).join("\n");
    isOneLine = (text3) => text3 === text3.trim() && !text3.includes("\n");
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
      const at = error instanceof LineError ? `line ${error.line}: ` : "";
      problem(name, `${at}${error.message}`);
      return void 0;
    }
  };
  const parse4 = (name, parser, fallback) => {
    const value = raw(name, fallback);
    return value === void 0 ? void 0 : attempt(name, () => parser(value));
  };
  const integer2 = (name, fallback, { min, max }) => parse4(
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
    parse: parse4,
    text: ((name, fallback) => raw(name, fallback)?.trim()),
    required(name) {
      const value = raw(name);
      if (value === void 0) problem(name, "is missing. It is required.");
      return value?.trim() ?? "";
    },
    boolean: (name, fallback) => parse4(
      name,
      (text3) => {
        const value = text3.trim();
        if (value === "true" || value === "false") return value === "true";
        throw new Error(`"${text3}" is not a boolean. Write true or false.`);
      },
      fallback
    ),
    integer: integer2,
    duration: ((name, fallback) => parse4(name, parseDuration, fallback)),
    oneOf: ((name, values, fallback) => parse4(
      name,
      (text3) => {
        const value = values.find((candidate) => candidate === text3.trim());
        if (value !== void 0) return value;
        throw new Error(`"${text3}" is not known. Write one of: ${values.join(", ")}.`);
      },
      fallback
    )),
    list: (name, fallback) => parse4(name, parseList, fallback) ?? [],
    map: (name, fallback) => parse4(name, parseMap, fallback) ?? /* @__PURE__ */ new Map(),
    // Each item by itself, so that all that is wrong with the list is reported.
    parseList: (name, parser, fallback) => (parse4(name, parseList, fallback) ?? []).flatMap(
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
      const open = isFirebaseWebConfig(fields);
      for (const [field, inner] of Object.entries(fields))
        if (!(open && field === "apiKey")) waiting.push([field, inner]);
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
  const plain3 = Buffer.from(text3, "base64").toString("utf8");
  return /^[\t\n\r\u0020-\u007e]{12,}$/.test(plain3) ? plain3 : void 0;
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
  let open = false;
  const masked = /* @__PURE__ */ new Set();
  const stop = () => {
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
        stop();
        write3(`${breakCommands(lines2)}
`);
      },
      async group(title, work) {
        if (open) {
          write3(`${breakCommands(title)}
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
      const text3 = typeof value === "string" ? value : JSON.stringify(value);
      const { file, command: instead } = COMMAND_FILES[kind](env2);
      const delimiter = `end_${(0, import_node_crypto2.randomBytes)(16).toString("hex")}`;
      if (file) (0, import_node_fs2.appendFileSync)(file, `${name}<<${delimiter}
${text3}
${delimiter}
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
  const sentences2 = [`${error.resource}: ${status}: ${error.message.replace(/\.?$/, ".")}`];
  if (error.permission) {
    const member = error.member ?? "the identity of this step";
    const grant = error.role ? ` Grant it, for instance with ${error.role}.` : "";
    sentences2.push(`Missing permission for ${member}: ${error.permission}.${grant}`);
  } else if (error.role) {
    sentences2.push(`The role that grants it: ${error.role}.`);
  }
  if (error.advice) sentences2.push(error.advice);
  if (error.consoleUrl) sentences2.push(error.consoleUrl);
  return sentences2.join(" ");
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
    table(header2, rows) {
      const line = (cells) => `| ${cells.map((cell) => oneLine(String(cell ?? "")).replaceAll("|", "&#124;")).join(" | ")} |`;
      parts.push([line(header2.map(plain)), `|${" --- |".repeat(header2.length)}`, ...rows.map(line)].join("\n"));
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
function mermaidLabel(text3) {
  return oneLine(showDirections(text3)).replace(/[^\p{L}\p{N} .,:/_%+\u2013-]/gu, (char) => `#${char.codePointAt(0)};`);
}
function inert(text3) {
  return showDirections(text3).replace(ACTIVE, (found2, at, whole) => {
    if (found2 === "@") return `&#64;${/[A-Za-z0-9_]/.test(whole[at - 1] ?? "") ? BREAK : APART}`;
    if (found2 === "#") return `&#35;${/\d/.test(whole[at + 1] ?? "") ? APART : ""}`;
    if (/^GH-$/i.test(found2)) return `${[...found2].map(entity).join("")}${APART}`;
    return found2.slice(0, -1) + entity(found2.slice(-1));
  });
}
var import_node_fs3, ACTIVE, LINKED, APART, BREAK, md, listed, lines, showDirections, entity, percent, oneLine;
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
    listed = (parts, separator) => parts.join(separator);
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
  const path2 = value.slice(slash + 1);
  if (path2.split("/").at(-1)?.includes(":"))
    throw new Error(`"${text3}" has a tag. ${expected}, and tags in the input tags.`);
  const components = path2.split("/");
  const bad = components.find(
    (component, i2) => !COMPONENT.test(component) && !(i2 === 0 && PROJECT_DOMAIN.test(component))
  );
  if (bad !== void 0) {
    const hint2 = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : "";
    throw new Error(`"${text3}" is not an image name.${hint2} ${expected}.`);
  }
  return { host, path: path2 };
}
function parseImageDigest(text3) {
  const value = text3.trim();
  const at = value.indexOf("@");
  const advice = 'Give the output "image" of build-image, which is NAME@sha256:\u2026';
  if (at < 0) {
    const tag = /:([^/:]+)$/.exec(value)?.[1];
    if (tag === "latest")
      throw new Error(`"${text3}" is the tag latest, which can mean another image at any moment. ${advice}.`);
    if (tag !== void 0)
      throw new Error(`"${text3}" is a tag, and a tag can be moved. A digest is required here. ${advice}.`);
    throw new Error(`"${text3}" has no digest. ${advice}.`);
  }
  const digest = value.slice(at + 1);
  if (!DIGEST.test(digest))
    throw new Error(`"${text3}" has a malformed digest. Expected sha256: and 64 hexadecimal digits. ${advice}.`);
  const name = value.slice(0, at).replace(/:[^/:]+$/, "");
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
    registryPath = ({ path: path2 }) => path2.replace(/^([^/:]+):/, "$1/");
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
function isReservedPath(path2) {
  const [, kind, key] = /(?:^|\.)(labels|annotations)\.(.+)$/.exec(path2) ?? [];
  return key !== void 0 && isReserved(kind, key);
}
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
  const window = {
    text: whole,
    reason: reason.trim() || "no reason was given",
    from: parseMoment(from, "start"),
    to: parseMoment(/^daily /.test(from) && /^\d\d:\d\d$/.test(to) ? `daily ${to}` : to, "end"),
    zone: checkZone(zone)
  };
  if (!window.from || !window.to || window.from.kind !== window.to.kind)
    throw new Error(`"${line.trim()}" is not a time of a freeze. ${EXPECTED}`);
  if (window.from.kind === "date" && window.to.kind === "date" && window.from.text >= window.to.text)
    throw new Error(`"${line.trim()}" ends before it begins.`);
  return window;
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
var DAYS, WEEK, EXPECTED, activeFreeze, describeFreeze;
var init_windows = __esm({
  "src/freeze/windows.ts"() {
    "use strict";
    init_fetch_classes();
    DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    WEEK = 7 * 24 * 60;
    EXPECTED = 'Write for instance "Fri 16:00 - Mon 08:00 Europe/Berlin: weekend", "daily 22:00 - 06:00" or "2026-12-20 - 2027-01-02: holidays"; without a time zone it is UTC.';
    activeFreeze = (windows, now) => windows.find((window) => holdsAt(window, now));
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
      constructor(describe3, consequence) {
        super(describe3(consequence));
        this.describe = describe3;
      }
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
    key = (0, import_node_crypto3.createPublicKey)(pem);
  } catch {
    throw new Error("holds no public key in PEM");
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (pem.includes("PRIVATE KEY")) throw new Error("holds a private key. Give its public half");
  if (type === "rsa" && (details?.modulusLength ?? 0) >= 2048) return key;
  if (type === "ec" && details?.namedCurve === "prime256v1") return key;
  throw new Error(`holds a key of type ${type} ${details?.namedCurve ?? details?.modulusLength ?? ""}`.trim());
}
var import_node_crypto3;
var init_key_signature = __esm({
  "src/provenance/key-signature.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto3 = require("node:crypto");
    init_statement();
  }
});

// src/provenance/signed-roots-file.ts
function expiryOf({ sources }) {
  const dates = sources.flatMap(({ roots, targets: targets2 }) => [roots.at(-1)?.signed.expires, targets2.signed.expires]);
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

// src/inputs/read-file.ts
function readTextFile(path2) {
  const status = (0, import_node_fs4.statSync)(path2);
  if (!status.isFile() && !status.isDirectory())
    throw Object.assign(new Error("it is no regular file but a pipe, a socket or a device"), { code: "NOT_A_FILE" });
  return (0, import_node_fs4.readFileSync)(path2, "utf8");
}
var import_node_fs4;
var init_read_file = __esm({
  "src/inputs/read-file.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs4 = require("node:fs");
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
function readTrustedRoots(path2, now) {
  let text3;
  try {
    text3 = readTextFile(path2);
  } catch {
    throw new Error(`there is no file "${path2}". ${GET_ROOTS}`);
  }
  const parse4 = (json) => JSON.parse(json);
  try {
    const roots = text3.trim().startsWith("{") && isJson(text3) ? [parse4(text3)] : text3.trim().split("\n").map(parse4);
    if (roots.some(isSignedRoots)) return notExpired(roots, path2, now);
    if (roots.every((root) => typeof root === "object" && root !== null && "certificateAuthorities" in root))
      return roots;
  } catch (error) {
    if (error instanceof ExpiredError) throw error;
  }
  throw new Error(`"${path2}" holds no trusted roots. ${GET_ROOTS}`);
}
function notExpired(roots, path2, now) {
  const end = Math.min(...roots.filter(isSignedRoots).map(expiryOf));
  if (end > now) return roots;
  throw new ExpiredError(
    `the signatures of "${path2}" expired on ${new Date(end).toISOString().slice(0, 10)}. ${GET_ROOTS}`
  );
}
function readPublicKeys(path2) {
  let text3;
  try {
    text3 = readTextFile(path2);
  } catch {
    throw new Error(`there is no file "${path2}". ${GET_KEY}`);
  }
  const blocks = text3.match(/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw new Error(`"${path2}" holds no public key in PEM. ${GET_KEY}`);
  for (const block of blocks) {
    try {
      parsePublicKey(block);
    } catch (error) {
      throw new Error(
        `"${path2}" ${error.message}. Expected EC P-256, or RSA of 2048 bits and more. ${GET_KEY}`
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

// src/github/freshness.ts
async function checkFreshness(commit2, known, options) {
  const { log, force, words: words3 } = options;
  for (const other of new Set(known)) {
    if (other === commit2) continue;
    const relation = await relate(other, commit2, options);
    if (relation === "newer") continue;
    if (relation === "older") {
      const message = `Commit ${short(commit2)} is older than ${short(other)}, which ${words3.live} already.`;
      if (!force)
        throw new OutcomeError(
          `${message} Nothing was changed. ${options.wayBack ?? `To go back on purpose use rollback-to, or force: true to let the older commit be ${words3.done}.`}`
        );
      log.warning(`${message} It is ${words3.done} because force is true.`);
      continue;
    }
    if (options.onUnknownHistory === "refuse" && !force)
      throw new OutcomeError(
        `${relation.unknown} Nothing was changed, because on-unknown-history is refuse. Use force: true to let this commit be ${words3.done} once.`
      );
    log.warning(`${relation.unknown} The commit is ${words3.done} without this check.`);
  }
}
async function relate(other, commit2, { github, words: words3 }) {
  const [theirs, ours] = [`${short(other)}, which ${words3.live}`, short(commit2)];
  const unchecked = `Whether commit ${ours} is older than ${theirs}, is unknown`;
  if (!github) return { unknown: `${unchecked}: there is no github-token.` };
  let status;
  try {
    status = await (await github()).compare(other, commit2);
  } catch (error) {
    const refused = error instanceof CloudError && [401, 403].includes(error.status) && error.retryAfterMs === void 0;
    if (!refused) throw error;
    return {
      unknown: `${unchecked}: GitHub refused the github-token (${error.status}: ${error.message}). Grant the job contents: read.`
    };
  }
  if (status === void 0)
    return {
      unknown: `${unchecked}: GitHub does not know both commits (404). Check that both are in this repository, and that the job has contents: read.`
    };
  if (status === "diverged")
    return { unknown: `The histories of commit ${ours} and of ${theirs}, have diverged, so neither is older.` };
  return status === "behind" ? "older" : "newer";
}
function short(commit2) {
  return commit2.slice(0, 12);
}
var ON_UNKNOWN_HISTORY;
var init_freshness = __esm({
  "src/github/freshness.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    ON_UNKNOWN_HISTORY = ["refuse", "warn"];
  }
});

// shared:google-auth-library
var require_google_auth_library = __commonJS({
  "shared:google-auth-library"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/google-auth.cjs")["google-auth-library"];
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
    (0, import_node_crypto4.createPrivateKey)(key);
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
var import_node_crypto4, TYPES, FIX;
var init_credential_file = __esm({
  "src/google/credential-file.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto4 = require("node:crypto");
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
  const code2 = entries.map((entry) => isObject(entry) ? asCode(entry.code) : void 0).find(Boolean);
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
function entryMessage(entry) {
  if (!isObject(entry)) return text(entry);
  const message = text(entry.message) ?? text(entry.detail);
  return message ?? text(entry);
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
          const named5 = /api\/([a-z0-9.-]+\.googleapis\.com)/.exec(message)?.[1];
          const api = service2 ?? named5 ?? TITLES.find(([title]) => title.test(message))?.[1] ?? "SERVICE";
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
          const named5 = sources.map((one) => /(?:constraints|customConstraints)\/([\w.-]*\w)/.exec(one ?? "")?.[1]);
          const domain = /do not belong to a permitted customer/i.test(message);
          const constraint = named5.find(Boolean) ?? metadata.customConstraints ?? (domain ? "iam.allowedPolicyMemberDomains" : void 0);
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
  const named5 = body.metadata.permission ?? /[Pp]ermission '?([a-z]+\.[A-Za-z]+\.[A-Za-z]+)'?/.exec(said)?.[1] ?? / does not have ([a-z]+\.[A-Za-z]+\.[A-Za-z]+) access/.exec(said)?.[1];
  const denied = status === 401 || status === 403;
  const permission = refusal3 ? refusal3.permission : named5 ?? call.permission;
  const role = refusal3 ? refusal3.role : ROLES[named5?.toLowerCase() ?? ""] ?? call.role;
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
  return new Promise((resolve3, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve3, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
function interrupted(signal, resource, last) {
  const reason = signal.reason;
  if (!(reason instanceof TimedOutError)) return reason;
  const detail = last ? `${resource}: ${last.message.replace(/\.?$/, ".")}` : `no answer yet about ${resource}.`;
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
    init_fetch_classes();
    init_errors();
  }
});

// src/runtime/retry.ts
function backoff(attempt, clock) {
  return (0.5 + clock.jitter() / 2) * Math.min(8e3, 250 * 2 ** attempt);
}
async function retry(work, options) {
  const { clock, signal, mayPass: mayPass2 = isTransient, attempts = Infinity, until = Infinity } = options;
  const { pauseAfter = (attempt) => backoff(attempt, clock) } = options;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const asked = error instanceof CloudError ? error.retryAfterMs ?? 0 : 0;
      const pause = Math.max(pauseAfter(attempt), asked);
      if (!mayPass2(error, attempt) || attempt + 1 >= attempts || clock.now() + pause > until) throw error;
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
function ahead(work) {
  work.catch(() => {
  });
  return work;
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
  }) => new Promise((resolve3, reject) => {
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
            () => resolve3({
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
  const connect3 = { lookup: rememberLookups(loopbackAwareLookup, clock), timeout: 2e4 };
  const { http: httpProxy, https: httpsProxy } = readProxies(env2);
  if (!httpProxy && !httpsProxy) return new import_undici.Agent({ connections, connect: connect3 });
  return new import_undici.EnvHttpProxyAgent({
    connections,
    connect: connect3,
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
      const answer = new Promise((resolve3) => lookup(hostname, options, (...all) => resolve3(all)));
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
      self.on("free", function onFree(socket, host, port2, localAddress) {
        var options2 = toOptions(host, port2, localAddress);
        for (var i2 = 0, len = self.requests.length; i2 < len; ++i2) {
          var pending = self.requests[i2];
          if (pending.host === options2.host && pending.port === options2.port) {
            self.requests.splice(i2, 1);
            pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy();
        self.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events.EventEmitter);
    TunnelingAgent.prototype.addRequest = function addRequest(req, host, port2, localAddress) {
      var self = this;
      var options = mergeOptions({ request: req }, self.options, toOptions(host, port2, localAddress));
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
          return new Promise((resolve3) => __awaiter(this, void 0, void 0, function* () {
            let output = Buffer.alloc(0);
            this.message.on("data", (chunk) => {
              output = Buffer.concat([output, chunk]);
            });
            this.message.on("end", () => {
              resolve3(output.toString());
            });
          }));
        });
      }
      readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve3) => __awaiter(this, void 0, void 0, function* () {
            const chunks = [];
            this.message.on("data", (chunk) => {
              chunks.push(chunk);
            });
            this.message.on("end", () => {
              resolve3(Buffer.concat(chunks));
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
                for (const header2 in headers) {
                  if (header2.toLowerCase() === "authorization") {
                    delete headers[header2];
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
          return new Promise((resolve3, reject) => {
            function callbackForResult(err, res) {
              if (err) {
                reject(err);
              } else if (!res) {
                reject(new Error("Unknown error"));
              } else {
                resolve3(res);
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
      _getExistingOrDefaultHeader(additionalHeaders, header2, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
          const headerValue = lowercaseKeys(this.requestOptions.headers)[header2];
          if (headerValue) {
            clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
          }
        }
        const additionalValue = additionalHeaders[header2];
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
          return new Promise((resolve3) => setTimeout(() => resolve3(), ms));
        });
      }
      _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve3, reject) => __awaiter(this, void 0, void 0, function* () {
            const statusCode = res.message.statusCode || 0;
            const response = {
              statusCode,
              result: null,
              headers: {}
            };
            if (statusCode === HttpCodes.NotFound) {
              resolve3(response);
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
              resolve3(response);
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
  const hint2 = /^projects\/[^/]*\D/.test(value) ? " It needs the number of the project, not its id." : "";
  throw new Error(
    `"${text3}" is not a provider.${hint2} Write projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`
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
function readHistoryInputs(reader) {
  return {
    githubToken: readGitHubToken(reader),
    onUnknownHistory: reader.oneOf("on-unknown-history", ON_UNKNOWN_HISTORY, "warn")
  };
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

// src/policy/exceptions.ts
function parseExceptionLine(line) {
  const [, rule = "", text3 = ""] = /^([a-z][a-z-]*)\s+(.*)$/.exec(line.trim()) ?? [];
  if (!DATED.test(text3))
    throw new Error(
      `"${line}" is not an exception. Write RULE TARGET until YYYY-MM-DD: REASON, for instance no-plain-secrets MAPS_KEY until 2027-06-30: restricted to our domains. TARGET is a variable or container.`
    );
  return { rule, text: text3, where: `input policy-exceptions: ${rule}` };
}
function parseException({ text: text3, where, path: path2, rule }, whole) {
  const base = { rule, where, ...path2 && { path: path2 } };
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
  const words3 = new Set(reason.toLowerCase().match(new RegExp("\\p{L}{2,}", "gu")) ?? []);
  for (const empty of EMPTY) words3.delete(empty);
  return words3.size >= 3;
}
function covers(exception, rule, finding) {
  if (exception.rule !== rule) return false;
  if (exception.former) return finding.certain !== true;
  if (finding.targets === void 0) return true;
  return exception.target !== void 0 && finding.targets.includes(exception.target);
}
function allowingLine(rule, { targets: targets2 }, place, now, reason = "REASON") {
  const text3 = `${targets2 ? `${targets2[0]} ` : ""}until ${suggestedDate(now)}: ${reason}`;
  return place === "input" ? `${rule} ${text3}` : `${PREFIX2}${rule}: ${JSON.stringify(text3)}`;
}
var PREFIX2, exceptionsIn, DATED, EMPTY, isExpired, DAY, SUGGESTED, suggestedDate;
var init_exceptions = __esm({
  "src/policy/exceptions.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
    PREFIX2 = `${ANNOTATION_PREFIX}policy-exception.`;
    exceptionsIn = (annotations2 = {}) => Object.entries(annotations2).flatMap(([key, value]) => {
      if (!key.startsWith(PREFIX2)) return [];
      const rule = key.slice(PREFIX2.length);
      const at = { rule, where: key, path: ["annotations", key] };
      const lines2 = value.split("\n").filter((line) => line.trim() !== "");
      if (!lines2.some((line) => DATED.test(line.trim()))) return [{ ...at, text: value }];
      return lines2.map((text3) => ({ ...at, text: text3 }));
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
  const at = (path2) => {
    const location = path2 && locate(path2);
    return location ? { location } : {};
  };
  const exceptions = [];
  const about2 = [];
  const say = (message, { path: path2 }, lenient) => about2.push({ rule: "policy-exception", message, ...at(path2), ...lenient && { lenient } });
  for (const text3 of texts2) {
    const problem = ruleProblem(text3.rule);
    const parsed2 = problem ? { problem } : parseException(text3, RULE_KINDS[text3.rule].whole);
    if ("problem" in parsed2) say(`${text3.where} ${parsed2.problem}`, text3, false);
    else if (isExpired(parsed2, now))
      say(`${nameOf(parsed2)} expired on ${parsed2.until}. Fix what it was for, or extend it in a review.`, text3, true);
    else exceptions.push(parsed2);
  }
  const used = /* @__PURE__ */ new Map();
  const violations = found2.map(({ rule, finding }) => {
    const exception = exceptions.find((one) => covers(one, rule, finding));
    const { message, path: path2, lenient } = finding;
    const base = { rule, ...at(path2), ...lenient && { lenient } };
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
      say(`${nameOf(exception)} excuses nothing any more. Remove it.`, exception, true);
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
var ONE, WHOLE, RULE_KINDS, nameOf;
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
    nameOf = ({ where, target: target2 }) => target2 ? `${where} for ${target2}` : where;
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

// actions/deploy-run/plan/names.ts
function revisionName(service2, commit2, n) {
  const room = REVISION_LENGTH - service2.length - String(n).length - 2;
  return `${service2}-${commit2.slice(0, Math.min(12, room))}-${n}`;
}
function candidateTag(service2, commit2, n = 1) {
  const left = TAGGED_LENGTH - service2.length;
  const suffix = n > 1 && left >= TAG_LENGTH + String(n).length + 1 ? `-${n}` : "";
  const room = Math.min(8, left - suffix.length);
  return room < TAG_LENGTH ? void 0 : `c${commit2.slice(0, room - 1)}${suffix}`;
}
function lastNumber(service2, commit2, names) {
  const numbers = names.flatMap((name = "") => {
    const number = /-(\d+)$/.exec(name)?.[1];
    return number !== void 0 && name.endsWith(revisionName(service2, commit2, Number(number))) ? [Number(number)] : [];
  });
  return Math.max(0, ...numbers);
}
function tagProblem(service2, tag) {
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(tag))
    return `"${tag}" is not a traffic tag. Write lower-case letters, digits and hyphens, starting with a letter.`;
  if (tag.length < TAG_LENGTH) return `"${tag}" is too short. A traffic tag has at least ${TAG_LENGTH} characters.`;
  if (tag.length + service2.length > TAGGED_LENGTH)
    return `"${tag}" is too long for the service ${service2}: together they may have ${TAGGED_LENGTH} characters, and have ${tag.length + service2.length}. Shorten the tag to ${Math.max(0, TAGGED_LENGTH - service2.length)} characters.`;
  return void 0;
}
function serviceProblem(name) {
  if (/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length < 50) return void 0;
  return `"${name}" is not a service name. Write lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen, fewer than 50 characters.`;
}
var REVISION_LENGTH, TAGGED_LENGTH, TAG_LENGTH;
var init_names = __esm({
  "actions/deploy-run/plan/names.ts"() {
    "use strict";
    init_fetch_classes();
    REVISION_LENGTH = 63;
    TAGGED_LENGTH = 46;
    TAG_LENGTH = 3;
  }
});

// actions/deploy-run/inputs/formats.ts
function parseService(text3) {
  const value = text3.trim();
  const problem = serviceProblem(value);
  if (problem) throw new Error(problem);
  return value;
}
function parseNamedImage(text3) {
  const match = /^([a-z0-9-]+)=(.*)$/.exec(text3.trim());
  return { container: match?.[1], image: parseImageDigest(match?.[2] ?? text3) };
}
function parseSteps(text3) {
  const items2 = parseList(text3.replaceAll(",", "\n"));
  if (!text3.includes("@")) return { steps: parsePercentages(items2), held: [] };
  const parts = items2.map((item) => item.split("@"));
  const steps = parsePercentages(parts.map(([percent2 = ""]) => percent2.trim()));
  const held = parts.map(([, time], i2) => {
    const last = i2 === parts.length - 1;
    if (last !== (time === void 0))
      throw new Error(
        `"${items2[i2]}" ${last ? "is the last step, which has no end" : "has no time"}. Write a time for each step but the last, for instance 5@1h,25@1d,100.`
      );
    const [duration = "", gate] = (time ?? "0s").split("+").map((part) => part.trim());
    if (gate !== void 0 && gate !== "approval")
      throw new Error(`"+${gate}" is not known. Write for instance 25@1d+approval.`);
    return { percent: steps[i2], ms: parseDuration(duration), approval: gate === "approval" };
  });
  return { steps, held };
}
function parsePercentages(items2) {
  const steps = items2.map(Number);
  const bad = items2.find(
    (_, i2) => !Number.isInteger(steps[i2]) || steps[i2] < 1 || steps[i2] > 100
  );
  if (bad !== void 0)
    throw new Error(`"${bad}" is not a percentage. Write whole numbers from 1 to 100, for instance 5,25,100.`);
  if (steps.some((step, i2) => i2 > 0 && step <= steps[i2 - 1]))
    throw new Error(`"${items2.join(",")}" does not rise. Each step must be larger than the one before.`);
  if (steps.at(-1) !== 100) throw new Error(`"${items2.join(",")}" does not end at 100.`);
  return steps;
}
function parseStatuses(text3) {
  return parseList(text3.replaceAll(",", "\n")).map((item) => {
    const match = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replaceAll(" ", ""));
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || from > to)
      throw new Error(`"${item}" is not an HTTP status. Write for instance 200, 200-299 or 200,204.`);
    return { from, to };
  });
}
function parsePath(text3) {
  const value = text3.trim();
  if (value.startsWith("/") && !/\s/.test(value)) return value;
  throw new Error(`"${text3}" is not a path. Write for instance /health.`);
}
function parseCpu(text3) {
  const value = text3.trim();
  if (/^(?:\d+(?:\.\d+)?|\d+m)$/.test(value)) return value;
  throw new Error(`"${text3}" is not a number of CPUs. Write for instance 1, 0.5 or 500m.`);
}
function parseMemory(text3) {
  const value = text3.trim();
  if (/^\d+(?:\.\d+)?(?:[KMGT]i|[kMGT])$/.test(value)) return value;
  throw new Error(`"${text3}" is not an amount of memory. Write for instance 512Mi or 2Gi.`);
}
function parseIngress(text3) {
  const value = INGRESS[text3.trim()];
  if (value) return value;
  throw new Error(`"${text3}" is not known. Write one of: ${Object.keys(INGRESS).join(", ")}.`);
}
var INGRESS;
var init_formats = __esm({
  "actions/deploy-run/inputs/formats.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_duration();
    init_lists();
    init_names();
    INGRESS = {
      all: "INGRESS_TRAFFIC_ALL",
      internal: "INGRESS_TRAFFIC_INTERNAL_ONLY",
      "internal-and-cloud-load-balancing": "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
    };
  }
});

// shared:yaml
var require_yaml = __commonJS({
  "shared:yaml"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/yaml.cjs")["yaml"];
  }
});

// src/inputs/entries.ts
function parseEntries(text3, { expected }) {
  let value;
  try {
    value = (0, import_yaml.parse)(text3);
  } catch (error) {
    throw new Error(`is not valid YAML or JSON: ${error.message.split("\n")[0]}`);
  }
  if (!Array.isArray(value) || value.length === 0) throw new Error(`expected a list of entries with ${expected}`);
  return value.map((entry, i2) => {
    if (entry === null || typeof entry !== "object" || Array.isArray(entry))
      throw new Error(`entry ${i2 + 1}: expected an object with ${expected}`);
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
function readEntry({ list: list3, entry: { label, values }, inherited, entryOnly, lists, read: read3 }, problems) {
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
      problems.push({ subject: isOwn ? `Input ${list3}, ${label}, ${name}` : subject, message });
    }
    return void 0;
  }
}
var import_yaml;
var init_entries = __esm({
  "src/inputs/entries.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml = __toESM(require_yaml(), 1);
    init_errors();
    init_inputs();
    init_lists();
  }
});

// actions/deploy-run/inputs/entries.ts
function parseServiceEntries(text3) {
  return parseEntries(text3, SERVICE).map(({ after: after2 = [], name, ...rest }, i2) => {
    const entry = parseEntry(rest, i2, SERVICE);
    if (name !== void 0 && (typeof name !== "string" || name === ""))
      throw new Error(`${entry.label}: name is text by which after of other entries knows it, such as web.`);
    const names = typeof after2 === "string" ? [after2] : after2;
    if (!Array.isArray(names) || names.some((name2) => typeof name2 !== "string"))
      throw new Error(`${entry.label}: after has the names of services, for instance ["web"].`);
    return { ...entry, name, after: names };
  });
}
function parseJobEntries(text3, usual) {
  return parseEntries(text3, JOB).map((given, i2) => {
    const { when = usual, "on-failure": onFailure = "fail", execute = true, ...rest } = given;
    const entry = parseEntry(rest, i2, JOB);
    const source = jobSource(rest, entry);
    if (source.kind !== "manifest" && "execute" in given)
      throw new Error(`${entry.label}: execute goes with manifest only.`);
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
  const { job: job2, command, args, service: service2 } = given;
  if ([given.manifest, job2, command].filter((value) => value !== void 0).length !== 1)
    throw new Error(`${label}: expected ${JOB.expected}`);
  if (given.manifest !== void 0) return { kind: "manifest" };
  const known = job2 === void 0 ? COMMAND_KEYS : JOB_KEYS;
  const unknown = [...values.keys()].find((key) => !known.has(key));
  if (unknown)
    throw new Error(
      `${label}: ${unknown} cannot be combined with ${job2 === void 0 ? "command" : "job"}. Use manifest.`
    );
  if (job2 !== void 0) {
    if (typeof job2 !== "string" || !/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(job2))
      throw new Error(`${label}: job is the name of a Cloud Run job, got ${JSON.stringify(job2)}.`);
    return { kind: "existing", job: job2 };
  }
  return {
    kind: "command",
    service: service2 === void 0 ? void 0 : String(service2),
    command: words2(command, `${label}: command`),
    args: args === void 0 ? [] : words2(args, `${label}: args`)
  };
}
function words2(value, where) {
  const list3 = typeof value === "string" && !/\s/.test(value) ? [value] : value;
  if (Array.isArray(list3) && list3.length > 0 && list3.every((word) => typeof word === "string" && word !== ""))
    return list3;
  throw new Error(`${where} is a list of words, for instance ["npm", "run", "smoke"], got ${JSON.stringify(value)}.`);
}
var RELEASE_WIDE, ENTRY_ONLY, JOB_INHERITS, JOB_KEYS, COMMAND_KEYS, COMMON, SERVICE, JOB;
var init_entries2 = __esm({
  "actions/deploy-run/inputs/entries.ts"() {
    "use strict";
    init_fetch_classes();
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
      "policy",
      "required-checks",
      "secrets-latest",
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
      labelOf: ({ service: service2, manifest }) => service2 ?? manifest
    };
    SERVICE = {
      ...COMMON,
      expected: "service or manifest. Write for instance:\n- service: web\n  image: NAME@sha256:\u2026"
    };
    JOB = {
      ...COMMON,
      labelOf: ({ manifest, job: job2, service: service2 }) => manifest ?? job2 ?? service2,
      expected: "one of manifest, job and command. Write for instance:\n- manifest: deploy/warm-up.yaml\n  when: before-traffic"
    };
  }
});

// actions/deploy-run/inputs/lists.ts
function readServices(text3, reader, context, readOne2) {
  const problems = [];
  for (const name of ENTRY_ONLY)
    if (reader.given(name))
      problems.push({
        subject: `Input ${name}`,
        message: "cannot be combined with services. Write it in the entry of its service."
      });
  const inherited = Object.entries(context.env).filter(([key]) => !ENTRY_ONLY.some((name) => variable(name) === key));
  const read3 = (own) => readOne2(own, context);
  const entries = parseServiceEntries(text3).flatMap((entry) => {
    const inputs = readEntry({ list: "services", entry, inherited, ...ENTRIES, read: read3 }, problems);
    return inputs ? [{ inputs, name: entry.name, after: entry.after }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}
function readJobs(list3, text3, first, context, readOne2) {
  const problems = [];
  const names = new Set([...JOB_INHERITS].map(variable));
  const inherited = Object.entries(context.env).filter(([key]) => !key.startsWith(variable("")) || names.has(key));
  const read3 = (own) => readOne2(own, context);
  const entries = parseJobEntries(text3, list3 === "verify" ? "before-traffic" : void 0).flatMap((entry) => {
    const { source, label, when, onFailure } = entry;
    const common = { source, list: list3, label, when, onFailure };
    if (source.kind !== "manifest") {
      const regions = entry.values.get("region")?.split("\n").map(parseRegion) ?? first?.regions.slice(0, 1) ?? [];
      if (!first)
        problems.push({
          subject: `Input ${list3}`,
          message: `${label} runs with what the step says of its services. Give services or service, or a manifest in this entry.`
        });
      return first ? [{ ...common, inputs: { ...first, regions } }] : [];
    }
    const values = new Map([...entry.values, ["execute", String(entry.execute)]]);
    const inputs = readEntry({ list: list3, entry: { ...entry, values }, inherited, ...ENTRIES, read: read3 }, problems);
    return inputs ? [{ ...common, inputs }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}
var ENTRIES;
var init_lists2 = __esm({
  "actions/deploy-run/inputs/lists.ts"() {
    "use strict";
    init_fetch_classes();
    init_entries();
    init_shared();
    init_errors();
    init_inputs();
    init_entries2();
    ENTRIES = { entryOnly: ENTRY_ONLY, lists: ["services", "jobs", "verify"] };
  }
});

// actions/deploy-run/analysis/conditions.ts
var comparisonsOf, ERRORS;
var init_conditions = __esm({
  "actions/deploy-run/analysis/conditions.ts"() {
    "use strict";
    init_fetch_classes();
    comparisonsOf = (conditions) => conditions.reduce((sum, { kind }) => sum + (kind === "errors" ? 3 : 1), 0);
    ERRORS = [{ kind: "errors" }, { kind: "refused" }];
  }
});

// actions/deploy-run/analysis/statistics/counts.ts
var NONE, addCounts, sumCounts, rateOf;
var init_counts = __esm({
  "actions/deploy-run/analysis/statistics/counts.ts"() {
    "use strict";
    init_fetch_classes();
    NONE = { requests: 0, events: 0 };
    addCounts = (a, b) => ({
      requests: a.requests + b.requests,
      events: a.events + b.events
    });
    sumCounts = (all) => all.reduce(addCounts, NONE);
    rateOf = ({ requests, events }) => requests === 0 ? 0 : events / requests;
  }
});

// actions/deploy-run/analysis/statistics/dispersion.ts
function estimateDispersion(windows) {
  const used = windows.filter(({ requests }) => requests > 0);
  const rate = medianOf(used.map(rateOf)) || rateOf(sumCounts(used));
  if (used.length < 10 || rate === 0 || rate === 1) return LEAST_DISPERSION;
  const squares = used.map(({ requests, events }) => (events - requests * rate) ** 2 / (requests * rate * (1 - rate)));
  return Math.min(MOST_DISPERSION, Math.max(LEAST_DISPERSION, medianOf(squares) / MEDIAN));
}
var LEAST_DISPERSION, MOST_DISPERSION, MEDIAN, medianOf;
var init_dispersion = __esm({
  "actions/deploy-run/analysis/statistics/dispersion.ts"() {
    "use strict";
    init_fetch_classes();
    init_counts();
    LEAST_DISPERSION = 2;
    MOST_DISPERSION = 10;
    MEDIAN = 0.455;
    medianOf = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  }
});

// actions/deploy-run/analysis/statistics/rate-bounds.ts
function relativeEntropy(p, q) {
  const term = (a, b) => a === 0 ? 0 : a * Math.log(a / b);
  return term(p, q) + term(1 - p, 1 - q);
}
function upperRate(counts, miss, dispersion) {
  return bound(counts, miss, dispersion, 1);
}
function lowerRate(counts, miss, dispersion) {
  return bound(counts, miss, dispersion, 0);
}
function bound(counts, miss, dispersion, end) {
  if (counts.requests === 0) return end;
  const rate = rateOf(counts);
  const most = dispersion * Math.log(1 / miss) / counts.requests;
  let inside2 = rate;
  let outside = end;
  for (let i2 = 0; i2 < 50; i2++) {
    const middle = (inside2 + outside) / 2;
    if (relativeEntropy(rate, middle) <= most) inside2 = middle;
    else outside = middle;
  }
  return inside2;
}
function requiredRequests(expected, limit, miss, dispersion) {
  if (expected >= limit || limit >= 1) return Infinity;
  return Math.ceil(dispersion * Math.log(1 / miss) / relativeEntropy(expected, limit));
}
var init_rate_bounds = __esm({
  "actions/deploy-run/analysis/statistics/rate-bounds.ts"() {
    "use strict";
    init_fetch_classes();
    init_counts();
  }
});

// actions/deploy-run/analysis/statistics/sequential-test.ts
function logEvidence(windows, test) {
  const { steps, dispersion } = test;
  const most = (requiredEvidence(test) + Math.log(steps * ALTERNATIVES.length)) / WINDOWS_TO_DECIDE;
  const paths = [];
  for (let start = 0; start < steps; start++) {
    const seen = windows.filter(({ step }) => step >= start);
    for (const alternative of ALTERNATIVES)
      paths.push(
        seen.reduce((sum, window) => sum + Math.min(most, logRatio(window, test.model, alternative) / dispersion), 0)
      );
  }
  return logMeanExp(paths);
}
function ratioBound(windows, test) {
  const { model } = test;
  if (model.kind !== "baseline") return 0;
  const rejects = (ratio) => isWorse(windows, { ...test, model: { ...model, ratio } });
  let low = 1e-3;
  let high = 1e4;
  if (!rejects(low)) return 0;
  for (let i2 = 0; i2 < 40; i2++) {
    const middle = Math.sqrt(low * high);
    if (rejects(middle)) low = middle;
    else high = middle;
  }
  return low;
}
function logRatio({ candidate, baseline }, model, alternative) {
  if (model.kind === "threshold") {
    const worse2 = Math.min(model.rate * alternative, (1 + model.rate) / 2);
    return candidate.events * Math.log(worse2 / model.rate) + (candidate.requests - candidate.events) * Math.log((1 - worse2) / (1 - model.rate));
  }
  if (candidate.requests === 0 || baseline.requests === 0) return 0;
  const events = Math.max(0, candidate.events - model.absolute * candidate.requests);
  const share = (ratio) => ratio * candidate.requests / (ratio * candidate.requests + baseline.requests);
  const tolerated = share(model.ratio);
  const worse = share(model.ratio * alternative);
  return events * Math.log(worse / tolerated) + baseline.events * Math.log((1 - worse) / (1 - tolerated));
}
function logMeanExp(values) {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0) / values.length);
}
var WINDOWS_TO_DECIDE, ALTERNATIVES, requiredEvidence, isWorse;
var init_sequential_test = __esm({
  "actions/deploy-run/analysis/statistics/sequential-test.ts"() {
    "use strict";
    init_fetch_classes();
    WINDOWS_TO_DECIDE = 3;
    ALTERNATIVES = [1.5, 2.5, 5, 12, 40, 200];
    requiredEvidence = ({ alpha }) => Math.log(1 / alpha);
    isWorse = (windows, test) => (
      // The cap makes three full windows exactly enough.
      logEvidence(windows, test) >= requiredEvidence(test) - 1e-9
    );
  }
});

// actions/deploy-run/analysis/judge.ts
function assessComparison(comparison, options) {
  const { name, model, restores, serverErrors, history } = comparison;
  const { falseAlarmRate, comparisons, steps, step } = options;
  const past = sumCounts(history);
  const dispersion = estimateDispersion([...history, ...comparison.windows.map(({ baseline: baseline2 }) => baseline2)]);
  const here = comparison.windows.filter((window) => window.step === step);
  const served = sumCounts(here.map(({ baseline: baseline2 }) => baseline2));
  const fromHistory = model.kind === "baseline" && served.requests === 0 && past.requests > 0;
  const windows = fromHistory ? withHistory(comparison.windows, step, past) : comparison.windows;
  const candidate = sumCounts(here.map((window) => window.candidate));
  const baseline = fromHistory ? past : served;
  const test = { model, alpha: falseAlarmRate / comparisons, dispersion, steps };
  const reference = model.kind === "threshold" ? model.rate : lowerRate(baseline, MISS_RATE, dispersion);
  const limit = model.kind === "threshold" ? model.rate * EFFECT.ratio : limitOver(reference);
  const upper = upperRate(candidate, MISS_RATE, dispersion);
  const worse = isWorse(windows, test);
  const comparable = model.kind === "threshold" || baseline.requests > 0;
  const fine = comparable && here.length >= WINDOWS_TO_DECIDE && upper < limit;
  return {
    name,
    result: worse ? "worse" : fine ? "fine" : "undecided",
    restores,
    serverErrors,
    candidate,
    baseline,
    fromHistory,
    ratio: worse ? ratioBound(windows, test) : 0,
    limit,
    upper,
    required: requiredRequests(expectedRate(model, baseline), limit, MISS_RATE, dispersion),
    dispersion,
    threshold: model.kind === "threshold" ? model.rate : void 0,
    windows: comparison.windows
  };
}
function withHistory(windows, step, past) {
  const here = windows.filter((window) => window.step === step).length;
  const baseline = { requests: past.requests / here, events: past.events / here };
  return windows.map((window) => window.step === step ? { ...window, baseline } : window);
}
function verdictOf(results) {
  const counted = results.filter(({ restores }) => restores);
  const worse = counted.filter(({ result }) => result === "worse");
  if (worse.length > 0) return { kind: "worse", results: worse };
  if (counted.every(
    ({ candidate, baseline, fromHistory }) => candidate.requests + (fromHistory ? 0 : baseline.requests) === 0
  ))
    return { kind: "no-traffic" };
  const undecided = counted.filter(({ result }) => result === "undecided");
  if (undecided.length === 0) return { kind: "fine" };
  const errors = counted.filter(({ serverErrors }) => serverErrors).map(({ candidate }) => candidate.events);
  return { kind: "inconclusive", results: undecided, serverErrors: errors.reduce((sum, count) => sum + count, 0) };
}
function decideStep(verdict, policy, extended) {
  switch (verdict.kind) {
    case "worse":
      return "restore";
    case "fine":
      return "proceed";
    case "no-traffic":
      return policy === "restore" ? "restore" : "proceed-with-warning";
    case "inconclusive":
      if (policy === "proceed") return "proceed-with-warning";
      if (policy === "restore") return "restore";
      if (!extended) return "extend";
      return verdict.serverErrors > 0 ? "restore" : "proceed-with-warning";
  }
}
var EFFECT, TOLERANCE, MISS_RATE, limitOver, expectedRate;
var init_judge = __esm({
  "actions/deploy-run/analysis/judge.ts"() {
    "use strict";
    init_fetch_classes();
    init_counts();
    init_dispersion();
    init_rate_bounds();
    init_sequential_test();
    EFFECT = { ratio: 2, absolute: 0.05 };
    TOLERANCE = { ratio: 1.5, absolute: 5e-4 };
    MISS_RATE = 0.01;
    limitOver = (rate) => Math.max(rate * EFFECT.ratio, rate + EFFECT.absolute);
    expectedRate = (model, baseline) => model.kind === "threshold" ? model.rate / 2 : rateOf(baseline);
  }
});

// actions/deploy-run/analysis/parse-conditions.ts
function parseAnalysis(text3) {
  const value = text3.trim();
  if (value === "off") return [];
  if (value === "errors") return [...ERRORS];
  let list3;
  try {
    list3 = (0, import_yaml2.parse)(text3);
  } catch (error) {
    throw new Error(`is not valid YAML or JSON: ${error.message.split("\n")[0]}`);
  }
  if (!Array.isArray(list3) || list3.length === 0)
    throw new Error(`expected off, errors, or a list of conditions, got "${value}". Write for instance:
${EXAMPLE}`);
  const conditions = list3.flatMap(parseCondition);
  const names = conditions.map(nameOf2);
  const twice = names.find((name, i2) => names.indexOf(name) < i2);
  if (twice !== void 0) throw new Error(`names the condition "${twice}" twice. Give each condition its own name.`);
  return conditions;
}
function parseCondition(item, index) {
  const at = `condition ${index + 1}`;
  if (item === "errors") return ERRORS;
  if (typeof item !== "object" || item === null || Array.isArray(item))
    throw new Error(
      `${at}: expected errors, latency, metric or log, got ${JSON.stringify(item)}. Write for instance:
${EXAMPLE}`
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
  const percent2 = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(String(value).trim())?.[1]);
  if (percent2 > 0 && percent2 < 100) return percent2 / 100;
  throw new Error(`${at}: threshold expects a share of the requests, for instance 1%, got ${JSON.stringify(value)}.`);
}
function parseFalseAlarmRate(text3) {
  const percent2 = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(text3.trim())?.[1]);
  if (percent2 >= 0.01 && percent2 <= 20) return percent2 / 100;
  throw new Error(`expected a percentage from 0.01% to 20%, got "${text3}". Write for instance 1%.`);
}
var import_yaml2, EXAMPLE, PERCENTILES, nameOf2;
var init_parse_conditions = __esm({
  "actions/deploy-run/analysis/parse-conditions.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml2 = __toESM(require_yaml(), 1);
    init_conditions();
    init_judge();
    EXAMPLE = "- errors\n- latency: p95\n- log: severity>=ERROR\n  threshold: 1%";
    PERCENTILES = [50, 75, 90, 95, 99];
    nameOf2 = (condition) => "name" in condition ? condition.name : condition.kind === "latency" ? `latency p${condition.percentile}` : condition.kind;
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
      if (reader.given(name)) reader.problem(name, "goes with strategy: canary only.");
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
      if (reader.given(name)) reader.problem(name, "goes with probe: http only.");
  }
  return {
    steps: strategy === "direct" ? [100] : steps,
    stepInterval,
    held: strategy === "direct" ? [] : held,
    onCanary: reader.oneOf("on-canary", ["wait", "supersede"]) ?? "wait",
    overdueAfter: reader.duration("overdue-after", "1d"),
    probe,
    analysis: readAnalysis(reader, strategy),
    timeout: reader.duration("timeout", "10m")
  };
}
function readAnalysis(reader, strategy) {
  const given = reader.parse("analysis", parseAnalysis);
  const rest = {
    explicit: given !== void 0,
    onInconclusive: reader.oneOf("on-inconclusive", ["extend", "restore", "proceed"], "extend"),
    falseAlarmRate: reader.parse("false-alarm-rate", parseFalseAlarmRate) ?? 0.01
  };
  if (strategy === "canary") return { ...rest, conditions: given ?? ERRORS };
  if (given && given.length > 0) reader.problem("analysis", "goes with strategy: canary only.");
  return { ...rest, conditions: [] };
}
var init_rollout = __esm({
  "actions/deploy-run/inputs/rollout.ts"() {
    "use strict";
    init_fetch_classes();
    init_auth2();
    init_conditions();
    init_parse_conditions();
    init_formats();
  }
});

// src/google/run/secret-files.ts
function secretFileProblems(files) {
  const problems = files.flatMap(({ path: path2 }) => {
    const parts = path2.split("/").slice(1);
    if (parts.some((part) => part === "" || part === "." || part === "..") || path2.includes(":"))
      return [`"${path2}" is not the path of a file. Write an absolute path such as /secrets/db=SECRET:VERSION.`];
    if (TAKEN.includes(directoryOf(path2)) || /^\/(?:dev|proc|sys)\//.test(path2))
      return [
        `"${path2}" cannot be mounted in ${directoryOf(path2)}. Choose a directory of its own, such as /secrets${path2}.`
      ];
    return [];
  });
  const byDirectory = Map.groupBy(files, ({ path: path2 }) => directoryOf(path2));
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
  for (const [mountPath, within2] of Map.groupBy(files, ({ path: path2 }) => directoryOf(path2))) {
    const secret2 = within2[0]?.secret ?? "";
    const old = target2.volumeMounts?.find((mount) => mount.mountPath?.replace(/\/+$/, "") === mountPath);
    const before = volumes2.find(({ name: name2 }) => name2 !== void 0 && name2 === old?.name)?.secret;
    const items2 = new Map(
      (shortName(before?.secret) === shortName(secret2) ? before?.items ?? [] : []).map((item) => [item.path, item])
    );
    for (const { path: path2, version } of within2) {
      const file = path2.slice(mountPath.length + 1);
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
var import_node_crypto5, TAKEN, isFilePath, directoryOf, shortName, volumeName;
var init_secret_files = __esm({
  "src/google/run/secret-files.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto5 = require("node:crypto");
    TAKEN = ["/", "/dev", "/proc", "/sys", "/cloudsql"];
    isFilePath = (key) => key.startsWith("/");
    directoryOf = (path2) => path2.slice(0, path2.lastIndexOf("/")) || "/";
    shortName = (secret2 = "") => secret2.slice(secret2.lastIndexOf("/") + 1);
    volumeName = (directory, secret2) => `secret-${(0, import_node_crypto5.createHash)("sha256").update(`${directory}
${secret2}`).digest("hex").slice(0, 12)}`;
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
  const path2 = name.replace(/^[./]+/, "");
  return `"${name}" is neither the name of an environment variable nor an absolute path. To mount the secret as a file, write ${path2.includes("/") ? "/" : "/secrets/"}${path2}=SECRET:VERSION.`;
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

// actions/deploy-run/inputs/service-source.ts
function readServiceSource(reader, service2) {
  const secrets = reader.map("secrets");
  const parsed2 = /* @__PURE__ */ new Map();
  const secretFiles = [];
  for (const [name, value] of secrets) {
    try {
      const reference = parseSecretReference(value, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...reference });
      else parsed2.set(name, reference);
    } catch (error) {
      reader.problem("secrets", `${name}: ${error.message}`);
    }
  }
  const env2 = reader.map("env");
  for (const name of env2.keys())
    if (parsed2.has(name)) reader.problem("secrets", `${name} is in env, too. Give it once.`);
  for (const problem of secretFileProblems(secretFiles)) reader.problem("secrets", problem);
  for (const name of env2.keys()) {
    const problem = envNameProblem(name, "service");
    if (problem) reader.problem("env", problem);
  }
  for (const name of parsed2.keys()) {
    const problem = secretNameProblem(name, "service");
    if (problem) reader.problem("secrets", problem);
  }
  return {
    from: "service",
    service: service2,
    env: env2,
    secrets: parsed2,
    secretFiles,
    labels: readLabels(reader),
    settings: readSettings(reader)
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
    init_fetch_classes();
    init_auth2();
    init_secret_files();
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
async function regionalNames({ region: region2, name }, get) {
  if (region2 !== GLOBAL) return [name];
  return serviceRegions(region2, await get(name)).map(
    (one) => name.replace(`/locations/${GLOBAL}/`, `/locations/${one}/`)
  );
}
var GLOBAL, serviceRegions;
var init_multi_region = __esm({
  "actions/deploy-run/service/multi-region.ts"() {
    "use strict";
    init_fetch_classes();
    GLOBAL = "global";
    serviceRegions = (region2, current) => region2 === GLOBAL ? current?.multiRegionSettings?.regions ?? [] : [region2];
  }
});

// actions/deploy-run/inputs.ts
function readInputs(reader, context) {
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
  const first = one ?? several?.[0]?.inputs;
  const all = ["verify", "jobs"].flatMap((list3) => {
    const text3 = lists[list3];
    if (text3 === void 0) return [];
    if (first && (first.request.kind !== "deploy" || first.request.preview))
      add(`Input ${list3}`, "goes with a deploy that moves traffic only.");
    return read3(list3, () => readJobs(list3, text3, first, context, readOne)) ?? [];
  });
  const probed2 = several && several.length > 0 ? several.map(({ inputs }) => inputs) : first ? [first] : [];
  if (all.some(({ list: list3, when }) => list3 === "verify" && when === "before-traffic") && probed2.every(({ rollout }) => rollout.probe.kind === "startup"))
    add(
      "Input verify",
      "needs a URL of the new revision, and with probe: startup it has none. Choose probe: http or grpc, or when: after-traffic."
    );
  const base = alone && all[0] ? { ...all[0].inputs, request: { kind: "jobs" } } : first;
  if (problems.size > 0 || !base) throw new InputError([...problems.values()]);
  return { ...base, services: several ?? [], jobs: all };
}
function readOne(reader, context) {
  const shared = readSharedInputs(reader, context);
  const regions = reader.parseList("region", (text3) => text3.trim() === GLOBAL ? GLOBAL : parseRegion(text3));
  if (regions.length === 0 && !reader.given("region"))
    reader.problem("region", "is missing. Give one region per line.");
  if (new Set(regions).size < regions.length) reader.problem("region", "names a region twice.");
  if (regions.includes(GLOBAL) && (regions.length > 1 || reader.given("manifest")))
    reader.problem(
      "region",
      "global means a multi-region service by its name, and stands alone. A manifest names its regions itself, in the annotation run.googleapis.com/regions."
    );
  const all = readAll(reader, shared, context);
  reader.done();
  return { ...shared, regions, ...all, services: [], jobs: [] };
}
function readAll(reader, shared, context) {
  const service2 = reader.parse("service", parseService);
  const manifest = reader.text("manifest");
  const images = reader.parseList("image", parseNamedImage);
  const rollbackTo = reader.text("rollback-to");
  const removeTags2 = reader.list("remove-tag");
  const previewFailure = reader.text("preview-failure");
  const hold = reader.boolean("hold", "false");
  const advance = reader.boolean("advance", "false");
  const approved = reader.boolean("approved", "false");
  const releaseHold = reader.boolean("release-hold", "false");
  const substitutions = reader.map("substitutions");
  const onService = readServiceSource(reader, service2 ?? "");
  const deploy2 = {
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
  const target2 = manifest ? { from: "manifest", file: manifest, substitutions } : { from: "service", service: service2 ?? "" };
  const named5 = (request) => {
    if (!service2 && !manifest && !reader.given("service"))
      reader.problem("service", "is missing. Give service, or manifest.");
    if (service2 && manifest) reader.problem("service", "cannot be combined with manifest, which names the service.");
    return { request, ...rest };
  };
  const chosen = {
    "no-traffic": deploy2.preview,
    execute: deploy2.execute,
    hold,
    advance,
    strategy: rest.rollout.steps.length > 1
  };
  const refuseWith = (names, why) => {
    for (const name of names) if (chosen[name] ?? reader.given(name)) reader.problem(name, why);
  };
  if (approved && !advance) reader.problem("approved", "goes with advance only.");
  if (advance) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY, "rollback-to", "remove-tag", "preview-failure", "hold", "reason"],
      "cannot be combined with advance, which carries out the plan that the canary began with."
    );
    if (releaseHold)
      reader.problem("release-hold", "cannot be combined with advance. Release the hold in a step of its own.");
    return named5({ kind: "advance", target: target2, approved, waits: reader.given("on-canary") });
  }
  if (rollbackTo) {
    refuseWith([...DEPLOY_ONLY, "remove-tag", "preview-failure", "hold"], "cannot be combined with rollback-to.");
    if (rest.rollout.held.length > 0) reader.problem("steps", "with times cannot be combined with rollback-to.");
    if (releaseHold) reader.problem("release-hold", "cannot be combined with rollback-to, which sets the hold.");
    return named5({ kind: "rollback", target: target2, to: rollbackTo });
  }
  if (previewFailure) {
    const others = DEPLOY_ONLY.filter((name) => name !== "tag");
    refuseWith(
      [...others, ...ROLLOUT_ONLY, "remove-tag", "hold", "reason"],
      "cannot be combined with preview-failure."
    );
    if (!deploy2.tag) reader.problem("preview-failure", "needs tag, which names the preview.");
    return named5({ kind: "preview-failure", target: target2, tag: deploy2.tag ?? "", reason: previewFailure });
  }
  if (removeTags2.length > 0) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY, "hold", "reason"], "cannot be combined with remove-tag.");
    return named5({ kind: "remove-tag", target: target2, tags: removeTags2 });
  }
  if (hold) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY], "cannot be combined with hold, which deploys nothing.");
    if (releaseHold)
      reader.problem("release-hold", "cannot be combined with hold. Release the hold that stands first.");
    return named5({ kind: "hold", target: target2 });
  }
  if (releaseHold && !manifest && images.length === 0) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY],
      "cannot be combined with release-hold alone. Give image or manifest to deploy, too."
    );
    return named5({ kind: "release-hold", target: target2 });
  }
  checkDeploy(reader, deploy2, rest.rollout, service2, manifest);
  return { request: { kind: "deploy", ...deploy2 }, ...rest };
}
function checkDeploy(reader, deploy2, rollout, service2, manifest) {
  if (manifest) {
    for (const name of ["service", "env", "secrets", "labels", ...SETTINGS])
      if (reader.given(name))
        reader.problem(
          name,
          "cannot be combined with manifest. Write it in the manifest; a value can come through substitutions."
        );
  } else {
    if (!service2 && !reader.given("service"))
      reader.problem("service", "is missing. Give manifest, or service and image.");
    if (service2 && deploy2.images.length === 0 && !reader.given("image"))
      reader.problem("image", "is missing. Give manifest, or service and image.");
    if (reader.given("substitutions")) reader.problem("substitutions", "goes with manifest only.");
    if (deploy2.execute) reader.problem("execute", "goes with a manifest of kind Job only.");
  }
  const containers = deploy2.images.map(({ container: container2 }) => container2 ?? "");
  if (new Set(containers).size < containers.length) reader.problem("image", "names a container twice.");
  if (deploy2.preview && !deploy2.tag) reader.problem("no-traffic", "needs tag: nothing else would reach the revision.");
  if (deploy2.preview && rollout.steps.length > 1) reader.problem("strategy", "cannot be combined with no-traffic.");
  const problem = deploy2.tag && tagProblem(service2 ?? "", deploy2.tag);
  if (problem) reader.problem("tag", problem);
}
var OF_A_SERVICE, DEPLOY_ONLY, ROLLOUT_ONLY;
var init_inputs2 = __esm({
  "actions/deploy-run/inputs.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_repositories();
    init_freeze();
    init_provenance();
    init_shared();
    init_judge_inputs();
    init_errors();
    init_formats();
    init_lists2();
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

// src/records/canaries.ts
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
  }
});

// src/records/holds.ts
function servicePlace(name) {
  const [, project, , region2, collection, service2] = name.split("/");
  return `${collection === "workerPools" ? "worker pool" : "service"} ${service2} in ${region2} of ${project}`;
}
var HOLD_ANNOTATION, holdOf, describeServiceHold;
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
function describeFreezeTimes({ window: { text: text3, reason }, active, from, until }) {
  const end = until === void 0 ? "without an end in sight" : `until ${formatMinute(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${formatMinute(from)} ${end}`;
  return `${what} (${text3}): ${reason.replace(/\.?$/, ".")}`;
}
function endOf(windows, first, at) {
  let window = first;
  let end = at;
  for (let i2 = 0; i2 < MOST_IN_A_ROW; i2++) {
    end = ownEnd(window, end);
    window = activeFreeze(windows, end);
    if (!window) return end;
  }
  return void 0;
}
function ownEnd({ from, to, zone }, at) {
  if (from.kind === "date" || to.kind === "date") return to.kind === "date" ? instantOf(parse3(to.text), zone) : at;
  const span = from.day === void 0 ? DAY2 : WEEK2;
  const minutes = minutesUntil(to.minute, localTime(at, zone).minute, span);
  return later(at, minutes, zone);
}
function startOf(window, now) {
  const { from, zone } = window;
  if (from.kind === "date") {
    const start2 = instantOf(parse3(from.text), zone);
    return start2 > now ? start2 : void 0;
  }
  const span = from.day === void 0 ? DAY2 : WEEK2;
  const minutes = minutesUntil(from.minute, localTime(now, zone).minute, span);
  const start = later(now, minutes, zone);
  return holdsAt(window, start) ? start : later(start, 60, zone);
}
function instantOf(local, zone) {
  const shown = (at) => parse3(localTime(at, zone).date);
  const guess = local - (shown(local) - local);
  return guess - (shown(guess) - local);
}
function parse3(text3) {
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
    later = (at, minutes, zone) => instantOf(parse3(localTime(at, zone).date) + minutes * MINUTE, zone);
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
var init_standing = __esm({
  "src/freeze/standing.ts"() {
    "use strict";
    init_fetch_classes();
    init_holds();
    init_summary();
    init_freeze();
    init_next_freeze();
    init_windows();
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
var RESTORE_GRACE, CALL_GRACE, describeTimeout;
var init_time_limit = __esm({
  "src/runtime/time-limit.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_errors();
    RESTORE_GRACE = 2e4;
    CALL_GRACE = 2500;
    describeTimeout = ({ timeout = 0 }) => `${formatDuration(timeout)} (input timeout, for the whole step)`;
  }
});

// actions/deploy-run/plan/records.ts
function foundRelease(service2, live) {
  const revision = live?.name?.slice(live.name.lastIndexOf("/") + 1);
  if (!live || !revision || rolloutOf(service2)) return void 0;
  if (releasesOf(service2).some((release) => release.revision === revision)) return void 0;
  return {
    revision,
    commit: /^[0-9a-f]{40}$/.exec(live.labels?.[COMMIT_LABEL] ?? "")?.[0] ?? "",
    image: live.containers?.[0]?.image ?? "",
    at: live.createTime ?? "",
    runUrl: "",
    rollout: ""
  };
}
function withRecords(annotations2, records) {
  const result = { ...annotations2 };
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
var ROLLOUT, RELEASES, NEXT, NAMED, MANAGED_BY, KEPT_RELEASES, listShares, RELEASE_FORMAT, CANARY_FORMAT, LATER_JOBS_FORMAT, rolloutOf, waitingOn, releasesOf;
var init_records = __esm({
  "actions/deploy-run/plan/records.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
    init_holds();
    ROLLOUT = `${ANNOTATION_PREFIX}rollout`;
    RELEASES = `${ANNOTATION_PREFIX}releases`;
    NEXT = `${ANNOTATION_PREFIX}next`;
    NAMED = `${ANNOTATION_PREFIX}named`;
    MANAGED_BY = { "managed-by": "github-actions" };
    KEPT_RELEASES = 30;
    listShares = (shares) => shares.map(({ revision, percent: percent2 }) => percent2 === 100 ? revision : `${revision} (${percent2} %)`).join(" and ") || "nothing";
    RELEASE_FORMAT = 2;
    CANARY_FORMAT = 3;
    LATER_JOBS_FORMAT = 4;
    rolloutOf = (service2) => readAnnotation(
      service2,
      ROLLOUT,
      (value) => typeof value.id === "string" && Array.isArray(value.baseline)
    );
    waitingOn = (service2) => readAnnotation(service2, NEXT, (value) => typeof value.commit === "string");
    releasesOf = (service2) => readAnnotation(service2, RELEASES, (value) => Array.isArray(value)) ?? [];
  }
});

// src/manifest/decode/table.ts
function below(words3, key) {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) return `${words3}["${key}"]`;
  return words3 === "" ? key : `${words3}.${key}`;
}
var Invalid, toPath, carry, check, keep, nest, list2, refuse, drop, strip, stripUnknown, reserve;
var init_table = __esm({
  "src/manifest/decode/table.ts"() {
    "use strict";
    init_fetch_classes();
    Invalid = class extends Error {
    };
    toPath = (path2) => typeof path2 !== "string" ? path2 : path2 === "" ? [] : path2.split(".");
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
  const words3 = [plainWord(key)];
  for (let last = ""; last !== words3.at(-1); ) {
    last = words3.at(-1) ?? "";
    const bare = last.replace(PREFIX3, "");
    if (bare !== last) words3.push(bare);
  }
  return words3;
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
var SYNONYMS, ELSEWHERE, PREFIX3, LOOKS_LIKE_CLOUD_RUN, plainWord, general;
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
    PREFIX3 = /^(?:no|add|set|use|enable|disable)(?=\w{3})/;
    LOOKS_LIKE_CLOUD_RUN = /(?:^|\.)(?:cloudrun|run\.google\w*|google\w*|knative)\.\w+$/;
    plainWord = (key) => key.slice(key.lastIndexOf("/") + 1).replace(/[-_.]/g, "").toLowerCase();
    general = (words3) => words3.replace(/\[\d+\]/g, "[]");
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
var import_yaml3, shorten2, text2, nonEmpty, matching, INT32, integer, boolean, textInteger, textBoolean, oneOf, seconds, textHours, texts, commaList, structured, isTexts, isRecord, isTextRecord, anything, textMap, only;
var init_values = __esm({
  "src/manifest/decode/values.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml3 = __toESM(require_yaml(), 1);
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
    oneOf = (words3) => Object.assign(
      (node) => {
        const value = text2(node);
        if (!Object.hasOwn(words3, value))
          throw new Invalid(
            `is ${describe(node)}. Expected one of: ${Object.keys(words3).map((word) => word || '""').join(", ")}.`
          );
        return words3[value];
      },
      { words: Object.keys(words3) }
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
    structured = (check3, expected) => (node) => {
      const written2 = text2(node);
      let value;
      try {
        value = withColons((0, import_yaml3.parse)(written2, { schema: "core", logLevel: "error" }));
      } catch {
      }
      if (check3(value)) return value;
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
  const problem = (at, words3, message) => {
    problems.push({ subject: words3, message, location: at });
  };
  const locate = (path2) => {
    for (let length = path2.length; length > 0; length--) {
      const origin = origins.get(pathKey(path2.slice(0, length)));
      if (origin) return origin;
    }
    return root.at;
  };
  const set = (path2, value, at) => {
    origins.set(pathKey(path2), at);
    setAt(resource, path2, value);
  };
  function walk(node, { rows, others, finish }, base, words3) {
    if (node.kind !== "map") {
      problem(node.at, words3, `is ${describe(node)}. Expected keys and values below it.`);
      return;
    }
    for (const [key, { at, value }] of node.entries) {
      const here = below(words3, key);
      const row = rowOf(key, words3, rows, others);
      if (!row) problem(at, here, unknownKey(key, words3, Object.keys(rows), places));
      else if (!(value.kind === "scalar" && value.type === "null")) apply(row, key, value, at, base, here);
      const meant = row?.does === "carry" && !Object.hasOwn(rows, key) && places.meant(key, words3);
      if (meant) {
        const message = `is an annotation of your own, which sets nothing. If you mean Cloud Run's, it is ${below(meant.parent, meant.key)}.`;
        warnings.push({ subject: here, message, location: at });
      }
    }
    finish?.({
      source,
      name,
      at: node.at,
      words: words3,
      base,
      atKey: (key) => node.entries.get(key)?.at ?? node.at,
      has: (key) => node.entries.has(key),
      get: (path2) => getAt(resource, [...base, ...toPath(path2)]),
      set: (path2, value, at) => set([...base, ...toPath(path2)], value, at),
      remove: (path2) => removeAt(resource, [...base, ...toPath(path2)]),
      kept: (key) => kept.get(key),
      locate: (path2) => locate([...base, ...toPath(path2)]),
      problem,
      warn: (at, words4, message) => warnings.push({ subject: words4, message, location: at })
    });
  }
  function rowOf(key, words3, rows, others) {
    const row = Object.hasOwn(rows, key) ? rows[key] : others?.(key);
    const misplaced = row?.does === "strip" && row.unknown && places.exact(key, words3)?.parent.endsWith("annotations");
    return misplaced ? void 0 : row;
  }
  function apply(row, key, node, at, base, words3) {
    switch (row.does) {
      case "refuse":
        problem(at, words3, row.why);
        return;
      case "nest":
        if (row.to.length > 0) set([...base, ...row.to], getAt(resource, [...base, ...row.to]) ?? {}, at);
        walk(node, row.table, [...base, ...row.to], words3);
        return;
      case "list": {
        const items2 = node.kind === "list" ? node.items : [node];
        if (items2.length > row.most) problem(at, words3, `has ${items2.length} items. Cloud Run allows ${row.most}.`);
        set([...base, ...row.to], [], at);
        items2.forEach((item, i2) => {
          const path2 = [...base, ...row.to, i2];
          set(path2, {}, item.at);
          walk(item, row.table, path2, `${words3}[${i2}]`);
        });
        return;
      }
      default:
        try {
          const value = row.read(node, { source });
          if (row.does === "drop") warnings.push({ subject: words3, message: `is left out: ${row.why}`, location: at });
          else if (row.does === "strip") stripped.push({ words: words3, at });
          else if (value === void 0) return;
          else if (row.does === "reserve") reserved.push({ words: words3, at });
          else if (row.does === "keep") keepOnce(key, { value, at, words: words3 });
          else setOnce([...base, ...row.to], value, at, words3);
        } catch (error) {
          if (!(error instanceof Invalid)) throw error;
          problem(at, words3, error.message);
        }
    }
  }
  function setOnce(path2, value, at, words3) {
    const earlier2 = origins.get(pathKey(path2));
    if (earlier2) problem(at, words3, `says what line ${earlier2.line} says already. Keep one of the two.`);
    else set(path2, value, at);
  }
  function keepOnce(key, value) {
    const earlier2 = kept.get(key);
    if (earlier2) problem(value.at, value.words, `says what line ${earlier2.at.line} says already. Keep one of the two.`);
    else kept.set(key, value);
  }
  walk(root, table, [], "");
  const [first] = stripped;
  if (first) {
    const message = `only the server sets ${stripped.map(({ words: words3 }) => words3).join(", ")}: left out.`;
    warnings.push({ subject: "manifest", message, location: first.at });
  }
  const [record3] = reserved;
  const exported = stripped.length > 0 || locationLabel(root);
  if (record3 && exported) {
    const message = `this is an export of what these actions deployed. Their records are left out, and those of the live resource stay: ${reserved.map(({ words: words3 }) => words3).join(", ")}.`;
    warnings.push({ subject: "manifest", message, location: record3.at });
  } else
    for (const { words: words3, at } of reserved)
      problem(at, words3, "is written by these actions only, which read it as their own record. Remove it.");
  return { resource, exported, problems, warnings, kept, locate };
}
function locationLabel(root) {
  const metadata = root.entries.get("metadata")?.value;
  const labels = metadata?.kind === "map" ? metadata.entries.get("labels")?.value : void 0;
  return labels?.kind === "map" && labels.entries.has("cloud.googleapis.com/location");
}
function unknownKey(key, words3, known, places) {
  const exact = places.exact(key, words3);
  if (exact && key.includes("/")) return `does not belong here. Move it to ${exact.parent}.`;
  const place = words3 === "" ? "a manifest" : words3;
  const tail = (of) => of.slice(of.lastIndexOf("/") + 1).toLowerCase();
  const nearest = known.length > 0 ? (0, import_fastest_levenshtein2.closest)(key, known) : void 0;
  const alike = nearest !== void 0 && (0, import_fastest_levenshtein2.distance)(tail(key), tail(nearest)) <= Math.max(2, tail(key).length / 3);
  const near = alike ? nearest : known.find((one) => tail(key) !== "" && tail(one).startsWith(tail(key)));
  const named5 = places.hint(key, words3) ?? (near ? `Did you mean ${near}?` : void 0);
  const hint2 = named5 ?? (known.length <= 8 ? `Known here: ${known.join(", ")}.` : "");
  return `is not a key of ${place}. ${hint2}`.trimEnd();
}
function getAt(from, path2) {
  return path2.reduce((value, key) => value?.[key], from);
}
function setAt(into, path2, value) {
  let at = into;
  path2.slice(0, -1).forEach((key, i2) => {
    at[key] ??= typeof path2[i2 + 1] === "number" ? [] : {};
    at = at[key];
  });
  Object.defineProperty(at, path2.at(-1) ?? "", { value, writable: true, enumerable: true, configurable: true });
}
function removeAt(from, path2) {
  const parent = getAt(from, path2.slice(0, -1));
  if (parent) delete parent[path2.at(-1) ?? ""];
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
    pathKey = (path2) => JSON.stringify(path2);
  }
});

// src/manifest/document.ts
function parseDocument(text3, file, substitutions) {
  const problems = [];
  const lines2 = new import_yaml4.LineCounter();
  const locate = (offset) => {
    const { line, col } = lines2.linePos(offset ?? 0);
    return line === 0 ? { file } : { file, line, column: col };
  };
  const report = (at, message) => {
    if (!problems.some((known) => known.message === message && known.location?.line === at.line))
      problems.push({ subject: "manifest", message, location: at });
  };
  const documents = (0, import_yaml4.parseAllDocuments)(text3, { version: "1.1", lineCounter: lines2, prettyErrors: false });
  const all = Array.isArray(documents) ? documents : [];
  for (const document2 of all) {
    for (const error of [...document2.errors, ...document2.warnings]) {
      const at = locate(error.pos[0]);
      const substituted = text3.split("\n")[(at.line ?? 0) - 1]?.includes("${");
      const hint2 = substituted ? " Within [ ] and { } put a value with ${\u2026} in quotes." : "";
      report(at, `is not valid YAML 1.1: ${error.message}.${hint2}`.replace("..", "."));
    }
  }
  const [document, second] = all;
  if (second)
    report(
      locate(second.range?.[0]),
      'has more than one YAML document. Keep one resource in a file: a second "---" starts another document.'
    );
  if (!document?.contents || (0, import_yaml4.isScalar)(document.contents) && document.contents.value === null)
    report({ file }, "is empty. Expected a Knative Service, Job or WorkerPool in YAML.");
  if (problems.length > 0 || !document?.contents) return { root: void 0, problems };
  const targets2 = /* @__PURE__ */ new Map();
  const resolve3 = (alias) => {
    if (!targets2.has(alias)) targets2.set(alias, alias.resolve(document));
    return targets2.get(alias);
  };
  let nodes = 0;
  const read3 = (node, above, at) => {
    nodes += 1;
    if (!node) return { kind: "scalar", type: "null", at };
    const here = locate(node.range?.[0]);
    if (nodes > MOST_NODES || above.includes(node)) {
      report(here, "refers to itself, or grows without end, through YAML aliases.");
      return { kind: "scalar", type: "null", at: here };
    }
    if ((0, import_yaml4.isAlias)(node)) {
      const target2 = resolve3(node);
      if (!target2) report(here, `is not valid YAML: nothing is marked &${node.source}.`);
      return read3(target2, [...above, node], here);
    }
    if ((0, import_yaml4.isMap)(node)) return { kind: "map", at: here, entries: readEntries(node, [...above, node]) };
    if ((0, import_yaml4.isSeq)(node))
      return {
        kind: "list",
        at: here,
        items: node.items.map((item) => read3(item, [...above, node], here))
      };
    if ((0, import_yaml4.isScalar)(node)) return readScalar(node, here);
    return { kind: "scalar", type: "null", at: here };
  };
  const readEntries = (map, above) => {
    const entries = /* @__PURE__ */ new Map();
    const merged = [];
    for (const { key, value } of map.items) {
      const at = locate(key?.range?.[0]);
      if (isMerge(key)) {
        const source = read3(value, above, at);
        merged.push(...source.kind === "list" ? source.items : [source]);
      } else if ((0, import_yaml4.isScalar)(key) && typeof key.value === "string") {
        if (key.value.includes("${"))
          report(at, `has the key "${key.value}": substitutions are allowed in values, not in keys.`);
        entries.set(key.value, { at, value: read3(value, above, at) });
      } else {
        const source = (0, import_yaml4.isScalar)(key) ? key.source ?? String(key.value) : "a list or mapping";
        report(at, `has the key ${source}, which is not text for YAML 1.1. Write it in quotes.`);
      }
    }
    for (const source of merged) {
      if (source.kind !== "map") report(source.at, 'merges ("<<") what is not a mapping.');
      else for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry);
    }
    return entries;
  };
  const readScalar = (node, at) => {
    const { value } = node;
    const source = node.source ?? String(value);
    if (value === null || value === void 0) return { kind: "scalar", type: "null", at };
    if (typeof value === "boolean") return { kind: "scalar", type: "boolean", value, source, at };
    if (typeof value === "number" && Number.isSafeInteger(value) && (/^[-+]?0x/i.test(source) || !/[.e]/i.test(source)))
      return { kind: "scalar", type: "integer", value, source, at };
    if (typeof value !== "string" || node.type === "PLAIN" && value === "=")
      return { kind: "scalar", type: "other", source, at };
    return { kind: "scalar", type: "text", value: substitute(value, at), at };
  };
  const substitute = (value, at) => value.replace(/\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$\{/g, (match, name) => {
    if (match === "$${") return "${";
    if (name === void 0) {
      report(at, 'has a "${" that is not ${NAME}. For the text itself write $${.');
      return match;
    }
    const replacement = substitutions.get(name);
    if (replacement === void 0) report(at, undefinedName(name, substitutions));
    return replacement ?? match;
  });
  const root = read3(document.contents, [], { file, line: 1 });
  return { root, problems };
}
function undefinedName(name, substitutions) {
  const known = [...substitutions.keys()];
  const hint2 = known.length > 0 ? ` Did you mean \${${(0, import_fastest_levenshtein3.closest)(name, known)}}?` : "";
  return `uses \${${name}}, which has no value.${hint2} Give ${name}=VALUE in the input substitutions, or write $\${${name}} for the text itself.`;
}
var import_fastest_levenshtein3, import_yaml4, MOST_NODES, isMerge;
var init_document = __esm({
  "src/manifest/document.ts"() {
    "use strict";
    init_fetch_classes();
    import_fastest_levenshtein3 = __toESM(require_mod(), 1);
    import_yaml4 = __toESM(require_yaml(), 1);
    MOST_NODES = 1e5;
    isMerge = (key) => (0, import_yaml4.isScalar)(key) && typeof key.value === "symbol";
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
            finish: ({ at, words: words3, get, problem }) => {
              if (get("name") === void 0) problem(at, words3, "has no name.");
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
function finishProbe({ at, words: words3, has, get, problem }, kind) {
  const handlers = ["httpGet", "tcpSocket", "grpc"].filter((handler) => get(handler) !== void 0);
  const refused = has("exec") || kind !== "startupProbe" && has("tcpSocket");
  if (handlers.length !== 1 && !refused)
    problem(
      at,
      words3,
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
  const { at, words: words3, problem, get } = scope;
  const name = get("name");
  if (name === void 0) problem(at, words3, "has no name.");
  if (name === "cloudsql" && get("csi.driver") !== "cloudSqlInstance")
    problem(
      scope.atKey("name"),
      `${words3}.name`,
      'is "cloudsql", which is reserved for Cloud SQL. Choose another name.'
    );
  const sources = SOURCES.filter((source) => get(source) !== void 0);
  if (sources.length !== 1 && !scope.has("configMap"))
    problem(
      at,
      words3,
      `has ${sources.length === 0 ? "no source" : sources.join(" and ")}. Expected one of ${SOURCES.join(", ")}.`
    );
  if (get("csi") !== void 0) finishCsi(scope);
}
function finishCsi(scope) {
  const { words: words3, problem, get } = scope;
  const at = scope.atKey("csi");
  const origin = (key) => scope.locate(`csi.${key}`);
  const { driver, readOnly, bucket, mountOptions, instances } = get("csi") ?? {};
  const locations = {
    bucket: origin("bucket"),
    readOnly: origin("readOnly"),
    mountOptions: origin("mountOptions"),
    instances: origin("instances")
  };
  scope.remove("csi");
  if (driver === "gcs") {
    if (bucket === void 0) problem(at, `${words3}.csi`, "has no volumeAttributes.bucketName.");
    if (instances !== void 0)
      problem(locations.instances, `${words3}.csi.volumeAttributes.instances`, "cannot be combined with a bucket.");
    scope.set("gcs", {}, at);
    if (bucket !== void 0) scope.set("gcs.bucket", bucket, locations.bucket);
    if (readOnly !== void 0) scope.set("gcs.readOnly", readOnly, locations.readOnly);
    if (mountOptions !== void 0) scope.set("gcs.mountOptions", mountOptions, locations.mountOptions);
  } else if (driver === "cloudSqlInstance") {
    if (instances === void 0) problem(at, `${words3}.csi`, "has no volumeAttributes.instances.");
    for (const key of ["bucket", "mountOptions", "readOnly"])
      if ({ bucket, mountOptions, readOnly }[key] !== void 0)
        problem(locations[key], `${words3}.csi`, `has ${key}, which cannot be combined with Cloud SQL.`);
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
      const path2 = nonEmpty(node);
      if (path2.startsWith("/") || path2.split("/").includes(".."))
        throw new Invalid(`is ${describe(node)}. Expected a path that is relative and has no "..".`);
      return path2;
    };
    notOptional = carry([], (node) => {
      if (boolean(node)) throw new Invalid("is true, but Cloud Run has no optional references. Remove it.");
      return void 0;
    });
    items = {
      rows: { key: carry("version", nonEmpty), path: carry("path", relativePath), mode: carry("mode", fileMode) },
      finish: ({ at, words: words3, problem, get }) => {
        if (get("version") === void 0)
          problem(at, words3, `has no key. Expected the secret's version: a number in quotes, or "latest".`);
        if (get("path") === void 0) problem(at, words3, "has no path. Expected the name of the file.");
      }
    };
    secret = {
      rows: {
        secretName: carry("secret", secretName),
        items: list2("items", items),
        defaultMode: carry("defaultMode", fileMode),
        optional: notOptional
      },
      finish: ({ at, words: words3, problem, get }) => {
        if (get("secret") === void 0) problem(at, words3, "has no secretName.");
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
      finish: ({ at, words: words3, has, problem }) => {
        if (!has("driver"))
          problem(at, words3, "has no driver. Expected gcsfuse.run.googleapis.com or cloudsql.run.googleapis.com.");
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
          finish: ({ at, words: words3, problem, get }) => {
            if (get("server") === void 0) problem(at, words3, "has no server.");
            if (!get("path")?.startsWith("/")) problem(at, words3, 'has no path that starts with "/".');
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
      finish: ({ at, words: words3, has, problem }) => {
        if (!has("name")) problem(at, words3, "has no name. Expected the name of a secret.");
        if (!has("key"))
          problem(at, words3, 'has no key. Expected the version of the secret: a number in quotes, or "latest".');
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
          finish: ({ at, words: words3, has, problem }) => {
            if (!has("secretKeyRef") && !has("configMapKeyRef")) problem(at, words3, "is empty. Expected secretKeyRef.");
          }
        })
      },
      finish: ({ at, words: words3, get, set, has, problem }) => {
        if (!has("name")) problem(at, words3, "has no name.");
        const sourced = get("valueSource") !== void 0;
        if (sourced && get("value") !== void 0) problem(at, words3, "has a value and a valueFrom. Keep one of the two.");
        if (!sourced && get("value") === void 0) set("value", "", at);
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
      finish: ({ at, words: words3, has, problem }) => {
        if (!has("name")) problem(at, words3, "has no name. Expected the name of a volume.");
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
  const search = (name, path2) => {
    if (path2.includes(name))
      return path2.length - path2.indexOf(name) > 1 ? [...path2.slice(path2.indexOf(name)), name] : void 0;
    if (safe.has(name)) return void 0;
    const found2 = (dependencies[name] ?? []).map((next) => search(next, [...path2, name])).find(Boolean);
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
function finishContainers(scope, words3, kind) {
  const containers = scope.get("containers") ?? [];
  if (containers.length === 0) {
    scope.problem(scope.locate("containers"), words3, "has no containers. Expected at least one, with an image.");
    return;
  }
  const all = { scope, words: words3, containers };
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
function checkNames({ scope, words: words3, containers }) {
  if (containers.length < 2) return;
  containers.forEach(({ name }, i2) => {
    const at = scope.locate(["containers", i2, "name"]);
    const here = `${words3}.containers[${i2}]`;
    if (name !== void 0 && containers.findIndex((other) => other.name === name) !== i2)
      scope.problem(at, `${here}.name`, `is "${name}" again. Container names differ.`);
  });
}
function checkEnvironment({ scope, words: words3, containers }) {
  containers.forEach(({ env: env2 = [] }, i2) => {
    const first = /* @__PURE__ */ new Map();
    env2.forEach(({ name }, n) => {
      if (name === void 0) return;
      const earlier2 = first.get(name);
      if (earlier2 === void 0) first.set(name, n);
      else
        scope.problem(
          scope.locate(["containers", i2, "env", n]),
          `${words3}.containers[${i2}].env[${n}]`,
          `sets ${name}, which line ${scope.locate(["containers", i2, "env", earlier2]).line} sets already. Keep one of the two.`
        );
    });
  });
}
function checkIngress({ scope, words: words3, containers }) {
  if (containers.length < 2) return;
  const listening = containers.filter(({ ports: ports2 }) => ports2 && ports2.length > 0).length;
  if (listening !== 1)
    scope.problem(
      scope.locate("containers"),
      `${words3}.containers`,
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
  const dissolve = (path2) => {
    const name = scope.get(path2);
    const secret2 = name === void 0 ? void 0 : aliases.value.get(name);
    if (name === void 0 || secret2 === void 0) return;
    unused.delete(name);
    scope.set(path2, secret2, scope.locate(path2));
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
  forContainers(all, given, (i2, name, others, at) => {
    const lost = others.find((other) => other === name || !all.containers.some((one) => one.name === other));
    if (lost === void 0) all.scope.set(["containers", i2, "dependsOn"], others, at.at);
    else
      all.scope.problem(
        at.at,
        at.words,
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
  forContainers(all, given, (i2, _, image, { at }) => all.scope.set(["containers", i2, "baseImageUri"], image, at));
}
function setSources(all) {
  const given = all.scope.kept("run.googleapis.com/sources");
  forContainers(all, given, (i2, _, uri, { at, words: words3 }) => {
    const [, bucket, object, generation] = /^gs:\/\/([^/]+)\/([^#]+)(?:#(\d+))?$/.exec(uri) ?? [];
    if (!bucket || !object) all.scope.problem(at, words3, `has "${uri}". Expected gs://BUCKET/OBJECT.`);
    else
      all.scope.set(
        ["containers", i2, "sourceCode"],
        { cloudStorageSource: { bucket, object, ...generation && { generation } } },
        at
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
function checkImages({ scope, words: words3, containers }) {
  containers.forEach((container2, i2) => {
    if (container2.image === void 0 && container2.sourceCode === void 0)
      scope.problem(scope.locate(["containers", i2]), `${words3}.containers[${i2}]`, "has no image.");
  });
}
function checkVolumes({ scope, words: words3, containers }) {
  const volumes2 = scope.get("volumes") ?? [];
  volumes2.forEach(({ name }, i2) => {
    if (name !== void 0 && volumes2.findIndex((other) => other.name === name) !== i2)
      scope.problem(
        scope.locate(["volumes", i2, "name"]),
        `${words3}.volumes[${i2}].name`,
        `is "${name}" again. Volume names differ.`
      );
  });
  containers.forEach(({ volumeMounts: volumeMounts2 = [] }, i2) => {
    volumeMounts2.forEach((mount, n) => {
      const at = scope.locate(["containers", i2, "volumeMounts", n]);
      const here = `${words3}.containers[${i2}].volumeMounts[${n}]`;
      const volume = volumes2.find(({ name }) => name === mount.name);
      if (mount.name !== void 0 && !volume)
        scope.problem(at, here, `names the volume "${mount.name}", which does not exist.`);
      if (volume?.secret && mount.subPath !== void 0)
        scope.problem(
          at,
          here,
          "has a subPath, which cannot be combined with a secret. Choose files by the items of the volume."
        );
      if (volume?.cloudSqlInstance ? (mount.mountPath ?? "/cloudsql") !== "/cloudsql" : mount.mountPath === void 0 && volume)
        scope.problem(
          at,
          here,
          volume?.cloudSqlInstance ? "is not at /cloudsql, the only place for Cloud SQL." : "has no mountPath."
        );
      if (mount.mountPath !== void 0 && volumeMounts2.findIndex(({ mountPath }) => mountPath === mount.mountPath) !== n)
        scope.problem(
          at,
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
  const { name, words: words3, at } = scope;
  const revision = scope.get("revision");
  if (revision !== void 0 && name !== "" && !revision.startsWith(`${name}-`))
    scope.problem(
      scope.locate("revision"),
      `${words3}.metadata.name`,
      `is "${revision}". A revision's name starts with "${name}-".`
    );
  if (scope.get("vpcAccess.connector") !== void 0 && scope.get("vpcAccess.networkInterfaces") !== void 0)
    scope.problem(
      scope.locate("vpcAccess.networkInterfaces"),
      `${words3}.metadata.annotations`,
      "has vpc-access-connector and network-interfaces. Keep one of the two."
    );
  if (scope.get("encryptionKeyShutdownDuration") !== void 0 && scope.get("encryptionKeyRevocationAction") !== "SHUTDOWN")
    scope.problem(
      scope.locate("encryptionKeyShutdownDuration"),
      `${words3}.metadata.annotations`,
      "has encryption-key-shutdown-hours, which goes only with post-key-revocation-action-type: shut-down."
    );
  if (scope.get("scaling.cpuUtilization") === 0 && scope.get("scaling.concurrencyUtilization") === 0)
    scope.problem(
      scope.locate("scaling.cpuUtilization"),
      `${words3}.metadata.annotations`,
      "disables both scaling targets. Keep one."
    );
  const { minInstanceCount: min = 0, maxInstanceCount: max } = scope.get("scaling") ?? {};
  if (max !== void 0 && min > max)
    scope.problem(
      scope.locate("scaling.minInstanceCount"),
      `${words3}.metadata.annotations`,
      `has a minScale of ${min}, more than the maxScale of ${max}.`
    );
  if (!scope.has("spec")) scope.problem(at, words3, "has no spec. Expected spec.containers.");
  else finishContainers(scope, `${words3}.spec`, takesRequests ? "Service" : "WorkerPool");
}
var NO_V2, FULL_NAME, cloudSqlInstances, secretAliases, isNetworkInterfaces, runtimeAnnotations, executionEnvironment, revisionAnnotations, utilization, requestAnnotations, noRequests, workerAnnotations, templateLabels, revisionName2, ACCELERATOR, runtimeClass, revisionSpec, serviceTemplate, workerTemplate;
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
    runtimeAnnotations = (at) => ({
      "run.googleapis.com/cloudsql-instances": keep(cloudSqlInstances),
      "run.googleapis.com/secrets": keep(secretAliases),
      "run.googleapis.com/container-dependencies": keep(
        structured(
          (value) => isRecord(value) && Object.values(value).every(isTexts),
          '{"app":["proxy"]}'
        )
      ),
      "run.googleapis.com/vpc-access-connector": carry(`${at}vpcAccess.connector`, (node, { source }) => {
        const name = nonEmpty(node);
        return FULL_NAME.test(name) ? name : `projects/${source.project}/locations/${source.region}/connectors/${name}`;
      }),
      "run.googleapis.com/vpc-access-egress": carry(
        `${at}vpcAccess.egress`,
        oneOf({ "all-traffic": "ALL_TRAFFIC", all: "ALL_TRAFFIC", "private-ranges-only": "PRIVATE_RANGES_ONLY" })
      ),
      "run.googleapis.com/network-interfaces": carry(
        `${at}vpcAccess.networkInterfaces`,
        structured(isNetworkInterfaces, '[{"network":"default","subnetwork":"default","tags":["web"]}]')
      ),
      "run.googleapis.com/encryption-key": carry(`${at}encryptionKey`, nonEmpty),
      "run.googleapis.com/gpu-zonal-redundancy-disabled": carry(`${at}gpuZonalRedundancyDisabled`, textBoolean),
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
    revisionName2 = carry(
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
            revisionName2,
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
            revisionName2,
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
          get: (path2) => scope.get(["template", ...toPath(path2)]),
          set: (path2, value, at) => scope.set(["template", ...toPath(path2)], value, at),
          remove: (path2) => scope.remove(["template", ...toPath(path2)]),
          locate: (path2) => scope.locate(["template", ...toPath(path2)])
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
          finish: ({ at, words: words3, get, has, problem, name }) => {
            if (!has("template")) problem(at, words3, "has no template.");
            const start = get("startExecutionToken");
            const run2 = get("runExecutionToken");
            if (start !== void 0 && run2 !== void 0)
              problem(at, words3, "has startExecutionToken and runExecutionToken. Keep one of the two.");
            if ((start ?? run2 ?? "").length + name.length >= 63)
              problem(
                at,
                words3,
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
function finishTargets({ get, locate, problem, words: words3, name }, field) {
  const targets2 = get(field);
  if (!targets2 || targets2.length === 0) return;
  const here = `${words3}.${field}`;
  const sum = targets2.reduce((total, { percent: percent2 = 0 }) => total + percent2, 0);
  if (sum !== 100) problem(locate(field), here, `adds up to ${sum} %. Expected 100 %.`);
  targets2.forEach(({ tag }, i2) => {
    if (tag === void 0) return;
    const at = locate([field, i2, "tag"]);
    if (tag.length < 3) problem(at, `${here}[${i2}].tag`, `is "${tag}". Expected at least 3 characters.`);
    if (tag.length + name.length > 46)
      problem(
        at,
        `${here}[${i2}].tag`,
        `is "${tag}", which together with the service's name has ${tag.length + name.length} characters. At most 46 fit into the tag's URL.`
      );
    if (targets2.findIndex((other) => other.tag === tag) !== i2)
      problem(at, `${here}[${i2}].tag`, `is "${tag}" again. A tag names one revision.`);
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
      finish: ({ at, words: words3, get, set, problem, atKey }) => {
        const revision = get("revision");
        const latest = get("type") === types.latest;
        if (latest && revision !== void 0)
          problem(at, words3, "has latestRevision: true and a revisionName. Keep one of the two.");
        else if (get("type") === types.revision && revision === void 0)
          problem(at, words3, "has latestRevision: false and no revisionName. Name the revision.");
        else
          set(
            "type",
            revision === void 0 ? types.latest : types.revision,
            revision === void 0 ? at : atKey("revisionName")
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
  const probed2 = (probe) => probe && probeDefaults(probe, port2);
  const checks = {
    startupProbe: probed2(startupProbe ?? (ingress ? defaultStartupProbe(port2) : void 0)),
    livenessProbe: probed2(livenessProbe),
    readinessProbe: probed2(readinessProbe)
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
function wordsOf(kind, path2, labels) {
  const index = NAMES[kind];
  for (let length = path2.length; length > 0; length--) {
    const words3 = index.get(path2.slice(0, length).join("."))?.words;
    if (words3 === void 0) continue;
    const names = labels.filter((_, i2) => i2 < length && path2[i2] === "*");
    const start = words3.replace(/\*/g, () => String(names.shift()));
    return labels.slice(length).reduce((known, part) => below(known, String(part)), start);
  }
  return labels.join(".");
}
function indexOf(table, container2) {
  const index = /* @__PURE__ */ new Map();
  const add = (path2, words3, read3) => {
    const key = path2.join(".");
    if (path2.length > 0 && !index.has(key)) index.set(key, { words: words3, read: read3 });
  };
  const walk = ({ rows, others }, base, words3) => {
    for (const [key, row] of Object.entries(rows)) {
      const here = below(words3, key);
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
    if (user?.does === "carry") add([...base, ...user.to.slice(0, -1)], words3);
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
    readerOf = (kind, path2) => NAMES[kind].get(path2.join("."))?.read;
  }
});

// src/manifest/encode/gathered.ts
function gather(kind, resource) {
  const copy = structuredClone(resource);
  const annotations2 = /* @__PURE__ */ new Map();
  const path2 = containersPath(kind).slice(0, -1);
  const holder = path2.reduce((at, key) => at?.[key], copy);
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
function forms(value, words3) {
  if (typeof value === "boolean" || typeof value === "number")
    return [value, String(value), ...value === 0 ? ["disabled"] : [], ...words3];
  if (typeof value === "string") {
    const seconds2 = /^(\d+)s$/.exec(value)?.[1];
    const duration = seconds2 === void 0 ? [] : [Number(seconds2), String(Number(seconds2) / 3600)];
    return [value, ...words3, ...duration, true, false];
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
        const path2 = [...base, ...row.to];
        const value = row.to.length > 0 ? getAt2(gathered, path2) : void 0;
        if (isNothing(value) || done.has(path2.join("\n"))) return void 0;
        const form = written(value, row.read, source);
        if (form !== void 0) done.add(path2.join("\n"));
        return form;
      }
      case "keep": {
        const text3 = kept.get(key);
        kept.delete(key);
        return text3;
      }
      case "nest": {
        const path2 = [...base, ...row.to];
        if (row.to.length > 0 && getAt2(gathered, path2) === void 0) return void 0;
        const inner = encode(row.table, path2);
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
function getAt2(from, path2) {
  return path2.reduce((value, key) => value?.[key], from);
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
function v1Text(kind, path2, value) {
  if (path2.at(-1) === "*" && path2.at(-2) === "volumes") return asText(v1Volume(value));
  const read3 = readerOf(kind, path2);
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
    return (0, import_yaml5.parse)(value, { version: "1.1", logLevel: "silent" }) === value;
  } catch {
    return false;
  }
}
var import_yaml5, NOWHERE;
var init_v1_values = __esm({
  "src/manifest/v1-values.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml5 = __toESM(require_yaml(), 1);
    init_encode();
    init_values2();
    init_v1_names();
    NOWHERE = { text: "", file: "", substitutions: /* @__PURE__ */ new Map(), project: "", region: "" };
  }
});

// src/manifest/differences.ts
function differences(kind, before, after2) {
  const changes = [];
  const compare = (a, b, path2, labels) => {
    if (isIgnored(path2)) return;
    const key = path2.at(-1);
    if (isList(key, a) && isList(key, b)) {
      const [before2, after3] = [itemsOf(key, a, b), itemsOf(key, b, a)];
      for (const name of /* @__PURE__ */ new Set([...before2.keys(), ...after3.keys()])) {
        compare(before2.get(name), after3.get(name), [...path2, "*"], [...labels, name]);
      }
    } else if (!isLeaf(path2) && (isObject2(a) || isObject2(b)) && isObjectOrNothing(a) && isObjectOrNothing(b)) {
      for (const field of /* @__PURE__ */ new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]))
        compare(a?.[field], b?.[field], [...path2, field], [...labels, field]);
    } else if (!same(path2, a, b)) {
      changes.push({ field: wordsOf(kind, path2, labels), before: show(kind, path2, a), after: show(kind, path2, b) });
    }
  };
  if (before) compare(withServerDefaults(kind, before), withServerDefaults(kind, after2), [], []);
  else compare(void 0, withoutV1Defaults(after2), [], []);
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
      const twin2 = paired ? other[i2]?.name : void 0;
      if (list3.length === 1) return [[item.name, twin2].filter((name2) => name2 !== void 0).sort()[0] ?? i2, item];
      const name = item.name ?? (known.has(twin2) ? void 0 : twin2);
      return [name ?? i2, { ...item, ...name !== void 0 && { name } }];
    })
  );
}
function same(path2, a, b) {
  const zeroes = PRESENCE.has(path2.join("."));
  return canonical(a, zeroes) === canonical(b, zeroes);
}
function canonical(value, zeroes) {
  const isNothing2 = (item) => item === void 0 || item === null || !zeroes && (item === false || item === 0 || item === "") || Array.isArray(item) && item.length === 0;
  if (isNothing2(value)) return "";
  return JSON.stringify(
    value,
    (_, item) => isObject2(item) ? Object.fromEntries(
      Object.entries(item).filter(([, field]) => !isNothing2(field)).sort(([x2], [y]) => x2 < y ? -1 : 1)
    ) : item
  );
}
function show(kind, path2, value) {
  if (value === void 0 || value === null) return "";
  if (isObject2(value) && "name" in value && ("valueSource" in value || "value" in value || Object.keys(value).length === 1))
    return v1Variable(value, hidesVariable(value));
  if (looksLikeSecret("", typeof value === "string" ? value : JSON.stringify(value))) return "(hidden)";
  const text3 = v1Text(kind, path2, value);
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
    isLeaf = (path2) => path2.at(-1) === "*" && ["env", "volumes", "volumeMounts"].includes(String(path2.at(-2)));
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
    isOurs = (path2) => path2.at(-2) === "annotations" && /^actions\.orchestra\.dev\/(?!policy-exception\.)/.test(String(path2.at(-1)));
    isIgnored = (path2) => OUTPUT.has(path2.join(".")) || isOurs(path2);
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
    const hint2 = written2 ? ` Did you mean ${(0, import_fastest_levenshtein4.closest)(written2, kinds)}?` : "";
    return fail(
      `has ${written2 ? `the kind "${written2}"` : "no kind"}. Expected ${kinds.join(", ")}.${hint2}`,
      given?.at ?? root.at
    );
  }
  const name = nameOf3(root);
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
function nameOf3(root) {
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

// src/manifest/merge.ts
function merge(deployed, wanted, named5, at = "") {
  const result = {};
  for (const [key, value] of Object.entries(deployed)) {
    const path2 = at + key;
    if (key in wanted || !(named5.has(path2) || alternativeOf(key, wanted))) result[key] = value;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const path2 = at + key;
    const old = result[key];
    if (isObject3(value) && isObject3(old)) result[key] = merge(old, value, named5, `${path2}.`);
    else if (isNamedList(key, value) && Array.isArray(old))
      result[key] = mergeList(key, old, value, named5, path2);
    else result[key] = value;
  }
  for (const [key, value] of Object.entries(result))
    if (!(key in wanted) && isObject3(value)) result[key] = without(value, named5, `${at}${key}.`);
  return result;
}
function namedPaths(wanted, at = "") {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const path2 = at + key;
    if (isObject3(value)) return [...SHARED.has(key) ? [] : [path2], ...namedPaths(value, `${path2}.`)];
    if (isNamedList(key, value))
      return [
        path2,
        ...value.flatMap((item, i2) => namedPaths(item, `${itemPath(path2, item, KEYS2[key], i2)}.`))
      ];
    return [path2];
  });
}
function mergeList(key, deployed, wanted, named5, path2) {
  const by = KEYS2[key];
  return wanted.map((item, i2) => {
    const twin2 = deployed.find((other) => (other[by] ?? "") === (item[by] ?? "")) ?? (key === "containers" ? sameContainer(deployed, wanted, i2) : void 0);
    return twin2 ? merge(twin2, item, named5, `${itemPath(path2, item, by, i2)}.`) : item;
  });
}
function sameContainer(deployed, wanted, i2) {
  if (deployed.length !== wanted.length) return void 0;
  if (wanted.length === 1) return deployed[0];
  const candidate = deployed[i2];
  return wanted[i2]?.name === void 0 && wanted.every(({ name }) => name !== candidate?.name) ? candidate : void 0;
}
function without(value, named5, at) {
  const kept = Object.entries(value).filter(([key]) => !named5.has(at + key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, isObject3(item) ? without(item, named5, `${at}${key}.`) : item])
  );
}
function isNamedList(key, value) {
  return key in KEYS2 && Array.isArray(value) && value.every(isObject3);
}
var KEYS2, SHARED, ALTERNATIVES2, itemPath, alternativeOf, isObject3;
var init_merge = __esm({
  "src/manifest/merge.ts"() {
    "use strict";
    init_fetch_classes();
    KEYS2 = { containers: "name", volumes: "name", ports: "containerPort" };
    SHARED = /* @__PURE__ */ new Set(["template", "scaling", "labels", "annotations", "resources", "limits"]);
    ALTERNATIVES2 = [
      ["httpGet", "tcpSocket", "grpc"],
      ["secret", "cloudSqlInstance", "emptyDir", "nfs", "gcs"],
      ["connector", "networkInterfaces"],
      ["useDefault", "policy"]
    ];
    itemPath = (path2, item, by, i2) => `${path2}[${String(item[by] ?? i2)}]`;
    alternativeOf = (key, wanted) => ALTERNATIVES2.some((group) => group.includes(key) && group.some((other) => other !== key && other in wanted));
    isObject3 = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  }
});

// actions/deploy-run/plan/settings/service-settings.ts
function withSettings(service2, settings) {
  const { template = {} } = service2;
  const containers = template.containers ?? [];
  const index = Math.max(0, ingressIndex(containers));
  const { concurrency, runtimeServiceAccount, ingress } = settings;
  return {
    ...service2,
    ...ingress !== void 0 && { ingress },
    template: {
      ...template,
      ...scalingOf(template, settings),
      ...concurrency !== void 0 && { maxInstanceRequestConcurrency: concurrency },
      ...runtimeServiceAccount !== void 0 && { serviceAccount: runtimeServiceAccount },
      containers: containers.map((container2, i2) => i2 === index ? withResources(container2, settings) : container2)
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
function withResources(container2, { port: port2, cpu, memory }) {
  const { resources: resources2 } = container2;
  return {
    ...port2 === void 0 ? container2 : withPort(container2, port2),
    ...(cpu !== void 0 || memory !== void 0) && {
      resources: {
        // The default of true is lost as soon as a client sends `resources` (https://cloud.google.com/run/docs/configuring/cpu-allocation).
        ...resources2 ?? { cpuIdle: true },
        limits: { ...resources2?.limits, ...cpu !== void 0 && { cpu }, ...memory !== void 0 && { memory } }
      }
    }
  };
}
function withPort(container2, port2) {
  const [old, ...others] = container2.ports ?? [];
  const before = old?.containerPort;
  const moved = { ...container2, ports: [{ ...old, containerPort: port2 }, ...others] };
  for (const kind of ["startupProbe", "livenessProbe", "readinessProbe"]) {
    const probe = container2[kind];
    if (probe) moved[kind] = withProbePort(probe, before, port2);
  }
  return moved;
}
function withProbePort(probe, before, port2) {
  const moved = { ...probe };
  for (const check3 of ["httpGet", "tcpSocket", "grpc"]) {
    const given = probe[check3];
    if (given && given.port !== void 0 && given.port === before) moved[check3] = { ...given, port: port2 };
  }
  return moved;
}
var init_service_settings = __esm({
  "actions/deploy-run/plan/settings/service-settings.ts"() {
    "use strict";
    init_fetch_classes();
    init_manifest();
  }
});

// actions/deploy-run/plan/desired-service.ts
function withImages(resource, images) {
  return images.reduce((all, { container: container2, image }) => withImage(all, container2, formatImageDigest(image)), resource);
}
function withVersion(resource, images, commit2) {
  const copy = structuredClone(resource);
  const containers = copy.template?.containers ?? [];
  for (const { container: container2 } of images) {
    const target2 = container2 === void 0 ? containers[ingressIndex(containers)] : containers.find(({ name }) => name === container2);
    if (target2 && !target2.env?.some(({ name }) => name === VERSION))
      target2.env = [...target2.env ?? [], { name: VERSION, value: commit2 }];
  }
  return copy;
}
function desireManifest(current, base, resource, commit2) {
  const { traffic: _, ...wanted } = resource;
  const { template: __, ...settings } = current ?? {};
  const named5 = new Set(readNamed(current));
  const merged = merge({ ...settings, ...base && { template: base.template } }, wanted, named5);
  const annotations2 = { ...merged.annotations, [NAMED]: JSON.stringify(namedPaths(wanted)) };
  return stamp({ ...merged, annotations: annotations2 }, commit2);
}
function desireService(current, base, source, images, commit2) {
  const found2 = base ? structuredClone(base.template) : { containers: newContainers(images) };
  const changed2 = withSettings(
    withVersion(withImages({ ...current, template: found2 }, images), images, commit2),
    source.settings
  );
  const containers = changed2.template?.containers ?? [];
  const index = Math.max(0, ingressIndex(containers));
  const container2 = containers[index];
  if (container2) setEnv(container2, source, found2.labels?.[COMMIT_LABEL], commit2);
  const template = mountSecretFiles(changed2.template ?? {}, index, source.secretFiles);
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
    throw new InputError([
      {
        subject: "Input image",
        message: "is for several containers of a service that does not exist yet. Its first deploy needs a manifest."
      }
    ]);
  const name = images[0]?.container;
  return [name === void 0 ? {} : { name }];
}
function setEnv(container2, source, oldCommit, commit2) {
  const env2 = new Map((container2.env ?? []).map((entry) => [entry.name ?? "", entry]));
  for (const [name, entry] of env2)
    if (oldCommit !== void 0 && entry.value === oldCommit) env2.set(name, { ...entry, value: commit2 });
  for (const [name, value] of source.env) env2.set(name, { name, value });
  for (const [name, secretKeyRef2] of source.secrets) env2.set(name, { name, valueSource: { secretKeyRef: secretKeyRef2 } });
  if (env2.size > 0) container2.env = [...env2.values()];
}
function stamp(service2, commit2) {
  const { revision: _, ...given } = service2.template ?? {};
  const template = marked(given, commit2);
  return { service: { ...marked(service2, commit2), template }, template };
}
function marked(resource, commit2) {
  return { ...resource, labels: { ...resource.labels, ...MANAGED_BY, [COMMIT_LABEL]: commit2 } };
}
function desirePreview(current, wanted) {
  const { launchStage } = wanted.service;
  const service2 = { ...current, ...launchStage && { launchStage }, template: wanted.template };
  const left = differences("Service", { ...current, template: {} }, { ...wanted.service, template: {} });
  return {
    desired: { service: service2, template: wanted.template },
    left: left.filter(({ field }) => !isReservedPath(field.replace(/^metadata\./, "")))
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
  const own = live.labels?.[COMMIT_LABEL];
  if (own !== void 0) return sameButCommit(wanted, { template: live, commit: own });
  const { template, commit: commit2 } = wanted;
  return sameButCommit(
    { template: withoutAddedVersion(template, live, commit2), commit: commit2 },
    { template: marked(live, commit2), commit: commit2 }
  );
}
function withoutAddedVersion(template, live, commit2) {
  const containers = template.containers?.map((container2, i2) => {
    if (live.containers?.[i2]?.env?.some(({ name }) => name === VERSION)) return container2;
    const env2 = container2.env?.filter(({ name, value }) => name !== VERSION || value !== commit2);
    return { ...container2, ...env2 && { env: env2 } };
  });
  return { ...template, ...containers && { containers } };
}
function sameButCommit(a, b) {
  return canonical2(a) === canonical2(b);
}
function canonical2({ template, commit: commit2 }) {
  const { revision: _, ...rest } = template;
  const text3 = JSON.stringify(
    rest,
    (_key, value) => value !== null && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(
      Object.entries(value).filter(([, item]) => !isDefault(item)).sort(([x2], [y]) => x2 < y ? -1 : 1)
    ) : value
  );
  return commit2 ? text3.replaceAll(commit2, "${COMMIT}") : text3;
}
function readNamed(current) {
  try {
    const paths = JSON.parse(current?.annotations?.[NAMED] ?? "[]");
    return Array.isArray(paths) ? paths.map(String).filter((path2) => !isReservedPath(path2)) : [];
  } catch {
    return [];
  }
}
var LATE_FIELDS, VERSION, isDefault;
var init_desired_service = __esm({
  "actions/deploy-run/plan/desired-service.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_secret_files();
    init_manifest();
    init_merge();
    init_annotations();
    init_errors();
    init_records();
    init_service_settings();
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
    VERSION = "APP_VERSION";
    isDefault = (value) => value === false || value === 0 || value === "" || Array.isArray(value) && value.length === 0;
  }
});

// src/google/run/revisions.ts
function createRevisions(http2, endpoint) {
  return {
    get: (name) => absent(
      http2.json({
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
var shortName2;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    shortName2 = (name) => name.slice(name.lastIndexOf("/") + 1);
  }
});

// actions/deploy-run/plan/traffic.ts
function serving(service2) {
  const shares = /* @__PURE__ */ new Map();
  for (const { revision, percent: percent2 } of facts(service2))
    if (percent2 > 0) shares.set(revision, (shares.get(revision) ?? 0) + percent2);
  return [...shares].map(([revision, percent2]) => ({ revision, percent: percent2 })).sort((a, b) => b.percent - a.percent);
}
function askedFor(service2) {
  return named2(service2.traffic, service2.latestCreatedRevision).flatMap(
    ({ revision, percent: percent2 }) => percent2 > 0 ? [{ revision, percent: percent2 }] : []
  );
}
function isMoving(service2) {
  const record3 = rolloutOf(service2);
  if (!service2.reconciling || record3 && explains(record3, service2)) return false;
  return !sameShares(askedFor(service2), serving(service2));
}
function tagsInEffect(service2) {
  return facts(service2).flatMap(({ tag, revision }) => tag ? [{ tag, revision }] : []);
}
function tagsPending(service2) {
  const effective = new Set(tagsInEffect(service2).map(({ tag, revision }) => `${tag} ${revision}`));
  return (service2.traffic ?? []).flatMap(({ tag, revision, type }) => {
    const name = revision || (type === LATEST ? shortName2(service2.latestCreatedRevision ?? "") : "");
    return tag && name && !effective.has(`${tag} ${name}`) ? [{ tag, revision: name }] : [];
  });
}
function named2(targets2, latest) {
  return (targets2 ?? []).flatMap(({ type, revision, percent: percent2 = 0, tag }) => {
    const name = revision || (type === LATEST ? shortName2(latest ?? "") : "");
    return name ? [{ revision: name, percent: percent2, tag }] : [];
  });
}
function planBaseline(service2) {
  if (!service2) return { shares: [], from: "traffic" };
  const now = serving(service2);
  const record3 = rolloutOf(service2);
  if (record3 && explains(record3, service2)) return { shares: record3.baseline, from: "record" };
  return { shares: now, from: "traffic" };
}
function movedTo(record3, service2) {
  const { candidate, baseline, found: found2 = [] } = record3;
  const known = /* @__PURE__ */ new Set([candidate, ...found2, ...baseline.map(({ revision }) => revision)]);
  const shares = [...service2.reconciling ? askedFor(service2) : [], ...serving(service2)];
  return shares.find(({ revision }) => !known.has(revision))?.revision;
}
function planTraffic(plan) {
  const others = plan.baseline.filter(({ revision }) => revision !== plan.candidate);
  const percent2 = others.length === 0 ? 100 : plan.percent;
  const shares = [...scale(others, 100 - percent2), { revision: plan.candidate, percent: percent2 }];
  return [...targets(shares), ...plan.tags.map(({ tag, revision }) => ({ type: REVISION, revision, tag }))];
}
function planRestoredTraffic(baseline, tags) {
  return [...targets(scale(baseline, 100)), ...tags.map(({ tag, revision }) => ({ type: REVISION, revision, tag }))];
}
function scale(shares, total) {
  const sum = shares.reduce((all, { percent: percent2 }) => all + percent2, 0);
  if (sum === 0 || total === 0) return [];
  const exact = shares.map(({ revision, percent: percent2 }) => ({ revision, exact: percent2 * total / sum }));
  const result = exact.map(({ revision, exact: exact2 }) => ({ revision, percent: Math.floor(exact2) }));
  let left = total - result.reduce((all, { percent: percent2 }) => all + percent2, 0);
  const byRemainder = exact.map(({ exact: exact2 }, i2) => [exact2 - Math.floor(exact2), i2]).sort((a, b) => b[0] - a[0]);
  for (const [, i2] of byRemainder) {
    if (left-- <= 0) break;
    const share = result[i2];
    share.percent++;
  }
  return result.filter(({ percent: percent2 }) => percent2 > 0);
}
var sameShares, shareKey, facts, explains, targets, tagUrl;
var init_traffic2 = __esm({
  "actions/deploy-run/plan/traffic.ts"() {
    "use strict";
    init_fetch_classes();
    init_resources();
    init_revisions();
    init_records();
    sameShares = (a, b) => shareKey(a) === shareKey(b);
    shareKey = (shares) => shares.map(({ revision, percent: percent2 }) => `${revision}=${percent2}`).sort().join();
    facts = (service2) => named2(service2.trafficStatuses, service2.latestReadyRevision);
    explains = (record3, service2) => movedTo(record3, service2) === void 0;
    targets = (shares) => shares.filter(({ percent: percent2 }) => percent2 > 0).map(({ revision, percent: percent2 }) => ({ type: REVISION, revision, percent: percent2 }));
    tagUrl = (service2, tag) => service2.trafficStatuses?.find((status) => status.tag === tag)?.uri;
  }
});

// actions/deploy-run/plan/release/decision.ts
function parseMemberKey(key) {
  const [region2 = "", collection, service2 = ""] = key.split("/");
  return { kind: collection === "workerPools" ? "WorkerPool" : "Service", region: region2, service: service2 };
}
function describeMember(key) {
  const { region: region2, service: service2 } = parseMemberKey(key);
  return `${service2} in ${region2}`;
}
function decisionOf(lead, id) {
  const record3 = rolloutOf(lead);
  if (record3?.id === id) return record3.release?.aborted ? "aborted" : "undecided";
  const recorded = releasesOf(lead).some(({ rollout, restoredBy }) => rollout === id || restoredBy?.id === id);
  return recorded ? "committed" : "aborted";
}
function releaseOn(service2) {
  const record3 = rolloutOf(service2);
  if (!record3?.release) return void 0;
  const { format, members } = record3.release;
  if (format > LATER_JOBS_FORMAT)
    throw new OutcomeError(
      `The record of the release ${record3.id} has format ${format}, and this version reads formats up to ${LATER_JOBS_FORMAT}. Use the version of deploy-run that wrote it, or a newer one.`
    );
  const by = `The ${record3.kind} of ${record3.commit.slice(0, 12)} by ${record3.actor || "another run"} (${record3.runUrl})`;
  return { id: record3.id, members, by };
}
function lastLed(service2) {
  const releases = releasesOf(service2);
  const deployed = releases.findLast(({ members }) => members);
  const restored = releases.findLast(({ restoredBy }) => restoredBy)?.restoredBy;
  return [
    ...deployed?.members ? [{ id: deployed.rollout, members: Object.keys(deployed.members) }] : [],
    ...restored ? [restored] : []
  ];
}
function wasReleasedTogether(service2) {
  const [main] = serving(service2);
  const newest = releasesOf(service2).findLast(({ revision }) => revision === main?.revision);
  return newest?.lead !== void 0 || Object.keys(newest?.members ?? {}).length > 1;
}
function planClaim(plan, members, canary) {
  const { current = {}, desired, hold, releaseChange, allowUnauthenticated } = plan;
  const isLead = members[0] === memberKey(plan.service.name);
  const format = !canary ? RELEASE_FORMAT : canary.jobs ? LATER_JOBS_FORMAT : CANARY_FORMAT;
  const fields = plan.current ? LATE_FIELDS : ["invokerIamDisabled", "defaultUriDisabled"];
  if (releaseChange.kind === "withdraw")
    return { format, members, end: { kind: "rollback", reason: releaseChange.reason } };
  const differing = fields.filter(
    (field) => JSON.stringify(current[field]) !== JSON.stringify(desired?.service[field])
  );
  const pick = (service2) => Object.fromEntries(differing.flatMap((field) => field in service2 ? [[field, service2[field]]] : []));
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
    return [field, Object.fromEntries(Object.entries(value).filter(([key, text3]) => others[key] !== text3))];
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
  const refuse2 = (message) => new InputError([{ subject: "Input services", message }]);
  const named5 = (name) => {
    const services = members.filter(({ service: service2 }) => service2 === name);
    return services.length > 0 ? services : members.filter(({ alias }) => alias === name);
  };
  for (const { service: service2, after: after2 } of members) {
    const unknown = after2.find((name) => named5(name).length === 0);
    if (unknown) throw refuse2(`${service2} comes after ${unknown}, which is not in the list.`);
  }
  const layers = [];
  const done = /* @__PURE__ */ new Set();
  for (let left = [...members]; left.length > 0; ) {
    const layer = left.filter(
      ({ after: after2 }) => after2.every((name) => named5(name).every(({ service: service2 }) => done.has(service2)))
    );
    if (layer.length === 0)
      throw refuse2(`after: ${left.map(({ service: service2 }) => service2).join(", ")} wait for each other. Remove one after.`);
    layers.push(layer);
    left = left.filter((member) => !layer.includes(member));
    for (const { service: service2 } of layer) if (left.every((member) => member.service !== service2)) done.add(service2);
  }
  return layers;
}
var memberKey;
var init_decision = __esm({
  "actions/deploy-run/plan/release/decision.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_desired_service();
    init_records();
    init_traffic2();
    memberKey = (name) => name.split("/").slice(3).join("/");
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
  const { percent: percent2, ms, approval } = plan.steps[at.step];
  const since = Date.parse(at.since);
  const due = since + ms * (at.extended ? 2 : 1);
  return {
    percent: percent2,
    since,
    due,
    overdue: due + plan.overdueAfter,
    approval,
    next: plan.steps[at.step + 1]?.percent ?? 100
  };
}
function spansOf({ plan, at }) {
  const { percent: percent2 } = plan.steps[at.step];
  return [...at.spans, { step: at.step, percent: percent2, from: Date.parse(at.since), to: void 0 }];
}
function describeTimes(times, now) {
  const { percent: percent2, since, due, overdue, approval, next } = times;
  const after2 = approval ? ", with an approval" : "";
  const step = now < due ? `next step: ${next} % at ${formatMinute(due)}${after2}, in ${formatDuration(due - now)}` : now <= overdue ? `next step: ${next} %, planned for ${formatMinute(due)}${after2}` : `overdue: ${next} % was planned for ${formatMinute(due)}${after2}`;
  return `${percent2} % since ${formatMinute(since)}; ${step}`;
}
var planCanary;
var init_long_canary = __esm({
  "actions/deploy-run/plan/release/long-canary.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
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
function toWorkerPool({ traffic, trafficStatuses, ...service2 }) {
  return {
    ...service2,
    ...traffic && { instanceSplits: traffic.map((target2) => rename(target2, TRAFFIC, SPLIT)) },
    ...trafficStatuses && { instanceSplitStatuses: trafficStatuses.map((target2) => rename(target2, TRAFFIC, SPLIT)) }
  };
}
function poolsAsServices(pools) {
  return {
    async get(name) {
      const pool = await pools.get(name);
      return pool && toService(pool);
    },
    create: (name, service2, options) => pools.create(name, toWorkerPool(service2), options),
    update: (name, service2, mask, options) => pools.update(
      name,
      toWorkerPool(service2),
      mask.map((field) => field === "traffic" ? "instanceSplits" : field),
      options
    )
  };
}
function rename(target2, from, to) {
  return { ...target2, ...target2.type && { type: target2.type.replace(from, to) } };
}
var TRAFFIC, SPLIT;
var init_worker_pools = __esm({
  "actions/deploy-run/service/worker-pools.ts"() {
    "use strict";
    init_fetch_classes();
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
    api: apiOf(regional.kind, regional.clients)
  };
}
async function getRevision(regional, revision) {
  const found2 = await revisionsIn(regional, revision);
  const inState = (state) => found2.find((one) => one && readiness(one).state === state);
  return inState("failed") ?? (found2.includes(void 0) ? void 0 : inState("pending") ?? found2[0]);
}
async function revisionsIn(regional, revision) {
  const { api, clients } = regional;
  const places = await regionalNames(regional, api.get);
  return await Promise.all(places.map((name) => clients.revisions.get(`${name}/revisions/${revision}`)));
}
async function freeRevision(regional, commit2) {
  for (let n = 1; ; n++) {
    const name = revisionName(regional.service, commit2, n);
    if ((await revisionsIn(regional, name)).every((found2) => found2 === void 0)) return name;
  }
}
function consoleUrl({ kind, project, region: region2, service: service2 }) {
  const path2 = kind === "Service" ? "detail" : "worker-pools/detail";
  return `https://console.cloud.google.com/run/${path2}/${region2}/${service2}/revisions?project=${project}`;
}
function logsUrl({ project, kind, service: service2 }, revision) {
  const query = kind === "Service" ? `resource.type="cloud_run_revision"
resource.labels.service_name="${service2}"
resource.labels.revision_name="${revision}"` : `resource.type="cloud_run_worker_pool"
resource.labels.worker_pool_name="${service2}"
resource.labels.revision_name="${revision}"`;
  return `https://console.cloud.google.com/logs/query;query=${encodeURIComponent(query)}?project=${project}`;
}
function changedFields(current, next) {
  const fields = /* @__PURE__ */ new Set([...Object.keys(current), ...Object.keys(next)]);
  return [...fields].filter((field) => JSON.stringify(current[field]) !== JSON.stringify(next[field]));
}
var identityOf, withClients, apiOf;
var init_regional_service = __esm({
  "actions/deploy-run/service/regional-service.ts"() {
    "use strict";
    init_fetch_classes();
    init_revisions();
    init_names();
    init_multi_region();
    init_worker_pools();
    identityOf = ({ kind, project, region: region2, service: service2, name }) => ({
      kind,
      project,
      region: region2,
      service: service2,
      name
    });
    withClients = (regional, clients) => ({
      ...regional,
      clients,
      api: apiOf(regional.kind, clients)
    });
    apiOf = (kind, clients) => kind === "Service" ? clients.services : poolsAsServices(clients.workerPools);
  }
});

// actions/deploy-run/preflight/interrupted-release.ts
async function checkInterrupted(regional, current, settled) {
  const found2 = releaseOn(current);
  if (found2 && !settled.has(found2.id)) throw new InterruptedReleaseError(found2);
  for (const { id, members } of lastLed(current)) {
    if (settled.has(id)) continue;
    const others = members.filter((key) => key !== memberKey(regional.name));
    const unfinished = await Promise.all(
      others.map(async (key) => rolloutOf(await readMember(regional, key))?.id === id)
    );
    if (unfinished.includes(true)) throw new InterruptedReleaseError({ id, members, by: `The release ${id}` });
  }
}
function memberOf(regional, key) {
  const { context, clients, project } = regional;
  return createRegionalService({ context, clients, project, ...parseMemberKey(key) });
}
async function readMember(regional, key) {
  const member = memberOf(regional, key);
  return await member.api.get(member.name);
}
var InterruptedReleaseError;
var init_interrupted_release = __esm({
  "actions/deploy-run/preflight/interrupted-release.ts"() {
    "use strict";
    init_fetch_classes();
    init_records();
    init_decision();
    init_regional_service();
    InterruptedReleaseError = class extends Error {
      found;
      constructor(found2) {
        super(`the release ${found2.id} has not ended on all its members`);
        this.found = found2;
      }
    };
  }
});

// actions/deploy-run/service/fenced-write.ts
async function writeService(regional, write3) {
  const { context, api, name, service: service2, region: region2 } = regional;
  let sent = false;
  let conflicts = 0;
  let faults = 0;
  let known = write3.known?.reconciling ? void 0 : write3.known;
  const work = async () => {
    const from = known;
    known = void 0;
    try {
      if (from) return await send2(from);
    } catch (error) {
      if (!sent || !isConflict(error)) throw error;
      conflicts++;
    }
    const again = sent;
    sent = false;
    const current = await api.get(name);
    if (!current) throw new OutcomeError(`The service ${service2} in ${region2} was deleted during this run.`);
    if (again && write3.landed(current)) return { service: current, operation: void 0 };
    return await send2(current);
  };
  const send2 = async (current) => {
    const next = await write3.plan(current);
    const mask = next ? changedFields(current, next) : [];
    if (!next || mask.length === 0) return { service: current, operation: void 0 };
    sent = true;
    return { service: next, operation: await api.update(name, next, mask) };
  };
  try {
    return await retry(work, {
      ...waitingOf(regional),
      // A read has been repeated by its client; a plan that throws wants to stop.
      mayPass: (error) => sent && (isConflict(error) ? ++conflicts < MOST_CONFLICTS : isTransient(error) && ++faults < MOST_FAULTS),
      onRetry: ({ message }) => context.log.info(`Writing again: ${message}`)
    });
  } catch (error) {
    if (!sent || !isConflict(error)) throw error;
    throw new OutcomeError(
      `The service ${service2} in ${region2} was modified concurrently; gave up after ${conflicts} attempts. Run this step again.`,
      { cause: error }
    );
  }
}
async function createService(regional, wanted, landed) {
  const { api, name, service: service2, region: region2 } = regional;
  const work = async () => {
    try {
      return { service: wanted, operation: await api.create(name, wanted) };
    } catch (error) {
      if (!isConflict(error) && !isTransient(error)) throw error;
      const current = await api.get(name);
      if (current && landed(current)) return { service: current, operation: void 0 };
      if (!current) throw error;
      throw new OutcomeError(
        `The service ${service2} in ${region2} was created by another run meanwhile. Run this step again.`,
        { cause: error }
      );
    }
  };
  return await retry(work, {
    ...waitingOf(regional),
    attempts: MOST_FAULTS,
    mayPass: (error) => isConflict(error) || isTransient(error)
  });
}
var MOST_CONFLICTS, MOST_FAULTS, waitingOf, isConflict;
var init_fenced_write = __esm({
  "actions/deploy-run/service/fenced-write.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_retry();
    init_regional_service();
    MOST_CONFLICTS = 6;
    MOST_FAULTS = 5;
    waitingOf = ({ context: { clock, signal }, service: service2 }) => ({
      clock,
      signal,
      resource: `service ${service2}`,
      pauseAfter: (attempt) => backoff(Math.min(3, attempt), clock)
    });
    isConflict = (error) => error instanceof CloudError && (error.status === 409 || error.status === 412);
  }
});

// actions/deploy-run/service/tags.ts
async function keptTags(regional, service2, ...without2) {
  const pending = tagsPending(service2).filter(({ tag }) => !without2.includes(tag));
  const alive = await Promise.all(
    pending.map(async ({ revision }) => {
      const found2 = await getRevision(regional, revision);
      return found2 !== void 0 && readiness(found2).state !== "failed";
    })
  );
  const starting = pending.filter((_, i2) => alive[i2]);
  const moving = new Set(starting.map(({ tag }) => tag));
  const effective = tagsInEffect(service2).filter(({ tag }) => !without2.includes(tag) && !moving.has(tag));
  return [...effective, ...starting];
}
var init_tags = __esm({
  "actions/deploy-run/service/tags.ts"() {
    "use strict";
    init_fetch_classes();
    init_revisions();
    init_traffic2();
    init_regional_service();
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
async function readSchemaRecords(http2, endpoint, location) {
  const records = [];
  const read3 = (next) => http2.json({
    method: "GET",
    url: `${endpoint}/v2/${location}/jobs?${new URLSearchParams({ pageSize: "100", ...next })}`,
    resource: `jobs of ${location}`,
    permission: "run.jobs.list",
    role: "roles/run.viewer"
  });
  for await (const { jobs = [] } of pagesOf(read3))
    for (const { annotations: annotations2 } of jobs)
      if (annotations2?.[SCHEMA_ANNOTATION]) records.push(readRecord(annotations2[SCHEMA_ANNOTATION]));
  return records;
}
function migratedSince({ history }, commit2, released) {
  const own = history.findLastIndex((entry) => entry.commit === commit2);
  const newer = own >= 0 ? history.slice(0, own) : history.filter(({ at }) => released !== void 0 && at > released);
  return newer.filter(
    (entry) => (entry.state !== "failed" || entry.when === "after-traffic") && entry.commit !== commit2
  );
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

// actions/deploy-run/plan/rollback-target.ts
function planRollback(service2, to, force, restored) {
  const releases = releasesOf(service2);
  const found2 = to === "previous" ? previous(service2, releases, restored) : named3(releases, to);
  if (found2)
    return {
      revision: found2.revision,
      release: found2,
      withdrawn: after(releases, found2),
      others: isCommit(to) ? otherImages(releases, found2) : []
    };
  if (to === "previous") throw refusal2(`there is no earlier release to go back to.`, releases);
  if (isCommit(to)) throw refusal2(`no release of the commit ${to} is recorded on this service.`, releases);
  if (!force)
    throw refusal2(
      `the revision ${to} is not recorded as healthy on this service. If you know that it is, give force: true.`,
      releases
    );
  return { revision: to, release: void 0, withdrawn: [], others: [] };
}
function previous(service2, releases, restored) {
  const record3 = rolloutOf(service2);
  const inFlight = record3 && explains(record3, service2) ? record3 : void 0;
  const healthy = releases.filter(({ withdrawn }) => withdrawn === void 0);
  if (restored !== void 0) return healthy.findLast((release) => release.revision === restored);
  if (inFlight?.kind === "deploy" && inFlight.baseline[0]) {
    const { revision } = inFlight.baseline[0];
    return healthy.findLast((release) => release.revision === revision) ?? // What another tool deployed is recorded at the end of our first deploy only.
    (releases.length === 0 ? { revision, commit: "", image: "", at: inFlight.startedAt, runUrl: "", rollout: "" } : void 0);
  }
  const left = inFlight?.kind === "rollback" ? inFlight.baseline[0]?.revision : void 0;
  const current = left ?? serving(service2)[0]?.revision;
  const position = releases.findLastIndex(({ revision }) => revision === current);
  const earlier2 = position < 0 ? releases : releases.slice(0, position);
  return earlier2.findLast(({ revision, withdrawn }) => revision !== current && withdrawn === void 0);
}
function named3(releases, to) {
  const matching2 = releases.filter(
    ({ commit: commit2, revision, rollout }) => isCommit(to) ? commit2.startsWith(to) : revision === to || rollout === to
  );
  const commits = [...new Set(matching2.map(({ commit: commit2 }) => commit2))];
  if (isCommit(to) && commits.length > 1)
    throw refusal2(`${to} is the start of more than one commit: ${commits.join(", ")}. Write more of it.`, releases);
  return matching2.findLast(({ withdrawn }) => withdrawn === void 0) ?? matching2.at(-1);
}
function otherImages(releases, target2) {
  return releases.filter(
    ({ commit: commit2, revision, image }) => commit2 === target2.commit && revision !== target2.revision && digestOf(image) !== digestOf(target2.image)
  );
}
function after(releases, target2) {
  const position = releases.lastIndexOf(target2);
  return releases.slice(position + 1).filter(({ revision }) => revision !== target2.revision);
}
function planReleasesAfterRollback(releases, target2, reason) {
  const gone = new Set(target2.withdrawn.map(({ revision }) => revision));
  return releases.map((release) => {
    const { withdrawn: _, ...clean } = release;
    if (release.revision === target2.revision) return clean;
    return gone.has(release.revision) ? { ...clean, withdrawn: reason } : release;
  });
}
function checkSchema(target2, records, force) {
  const { release, revision } = target2;
  if (!release) return [];
  const since = migrationsSince(release, records);
  const contracting = contractedSince(target2, records);
  if (contracting && !force)
    throw new InputError([
      {
        subject: "Input rollback-to",
        message: `the migrations of ${contracting.commit.slice(0, 12)} contracted the database schema${afterTraffic(contracting)}, and ${revision} is older: it may fail on the new schema. Deploy a fix in a new commit, or set force: true if you know that it works.`
      }
    ]);
  if (since.length === 0) return [];
  const commits = [...new Set(since.map(({ commit: commit2 }) => commit2.slice(0, 12)))];
  const forced = contracting ? ` Those of ${contracting.commit.slice(0, 12)} contracted it, so ${revision} might fail; force: true continues.` : "";
  return [
    `The database schema stays as it is: a rollback undoes no migration. Migrations of these commits ran since ${revision}: ${commits.join(", ")}.${forced}`
  ];
}
function refusal2(message, releases) {
  const known = releases.filter(({ withdrawn }) => withdrawn === void 0).slice(-5).map(({ revision, commit: commit2 }) => commit2 ? `${revision} (${commit2.slice(0, 12)})` : revision);
  const choices = known.length > 0 ? ` Recorded: ${known.join(", ")}.` : " No release is recorded yet.";
  return new InputError([{ subject: "Input rollback-to", message: message + choices }]);
}
var isCommit, digestOf, contractedSince, migrationsSince, afterTraffic;
var init_rollback_target = __esm({
  "actions/deploy-run/plan/rollback-target.ts"() {
    "use strict";
    init_fetch_classes();
    init_schema();
    init_errors();
    init_records();
    init_traffic2();
    isCommit = (text3) => /^[0-9a-f]{7,40}$/.test(text3);
    digestOf = (image) => image.split("@")[1] ?? image;
    contractedSince = ({ release }, records) => release && migrationsSince(release, records).find((entry) => entry.contracting);
    migrationsSince = ({ commit: commit2, at }, records) => records.flatMap((record3) => migratedSince(record3, commit2, at));
    afterTraffic = ({ when }) => when === "after-traffic" ? " once it had all traffic, from when on it only rolls forward" : "";
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
    init_fetch_classes();
    init_rollback_target();
    isFirst = ({ baseline }) => baseline.length === 0;
  }
});

// actions/deploy-run/rollout/record-release.ts
var withRelease;
var init_record_release = __esm({
  "actions/deploy-run/rollout/record-release.ts"() {
    "use strict";
    init_fetch_classes();
    init_records();
    init_rollout_plan();
    withRelease = ({ context: { clock } }, now, annotations2, { plan, revision, release, releasesHold }) => withRecords(annotations2, {
      rollout: null,
      releases: planReleasesAfter(plan, releasesOf(now), revision, new Date(clock.now()).toISOString(), release),
      ...releasesHold && { hold: null }
    });
  }
});

// actions/deploy-run/rollout/finish-member.ts
async function finishMember(regional, id, lead) {
  const { service: service2 } = await writeService(regional, {
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
        ...end.kind === "rollback" && { labels: { ...now.labels, "commit-sha": commit2 } },
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
  return service2;
}
function changeOf(record3, end, releases) {
  if (end.kind === "deploy") {
    const { image, found: found2 } = end;
    return { kind: "add", image, runUrl: record3.runUrl, rollout: record3.id, ...found2 && { found: found2 } };
  }
  const position = releases.findLastIndex(({ revision }) => revision === record3.candidate);
  const withdrawn = position < 0 ? [] : releases.slice(position + 1);
  const target2 = {
    revision: record3.candidate,
    release: releases[position],
    withdrawn: withdrawn.filter(({ revision }) => revision !== record3.candidate),
    others: []
  };
  return { kind: "withdraw", target: target2, reason: end.reason };
}
var init_finish_member = __esm({
  "actions/deploy-run/rollout/finish-member.ts"() {
    "use strict";
    init_fetch_classes();
    init_desired_service();
    init_records();
    init_decision();
    init_traffic2();
    init_fenced_write();
    init_tags();
    init_record_release();
  }
});

// actions/deploy-run/service/ownership.ts
function ourRollout(service2, id) {
  const record3 = rolloutOf(service2);
  if (record3?.id === id && record3.release?.aborted)
    throw new OvertakenError("Another run has ended this release. This run stopped.");
  if (record3?.id === id) return record3;
  const who = record3 ? `A ${record3.kind} of ${record3.commit.slice(0, 12)} by ${record3.actor || "another run"} (${record3.runUrl}) has taken the service over.` : "Another run has ended this rollout.";
  throw new OvertakenError(`${who} This run stopped and made no further changes.`);
}
function checkNoNewHold(service2, known) {
  const hold = holdOf(service2);
  if (!hold || isSameHold(hold, known)) return;
  throw new OvertakenError(`${describeServiceHold(hold)} This run stopped and made no further changes.`);
}
var OvertakenError, isOurs2, isSameHold;
var init_ownership = __esm({
  "actions/deploy-run/service/ownership.ts"() {
    "use strict";
    init_fetch_classes();
    init_holds();
    init_errors();
    init_records();
    OvertakenError = class extends OutcomeError {
    };
    isOurs2 = (service2, id) => rolloutOf(service2)?.id === id;
    isSameHold = (a, b) => a !== void 0 && a.at === b?.at && a.runUrl === b.runUrl;
  }
});

// actions/deploy-run/service/poll.ts
var LONGEST4, pollService;
var init_poll = __esm({
  "actions/deploy-run/service/poll.ts"() {
    "use strict";
    init_fetch_classes();
    init_retry();
    LONGEST4 = 1e3;
    pollService = ({ context }, look) => poll(look, { clock: context.clock, signal: context.signal, until: context.deadline, longest: LONGEST4 });
  }
});

// actions/deploy-run/rollout/restore.ts
async function restore(regional, id) {
  let outcome = { kind: "not-ours", shares: [] };
  await writeService(regional, {
    // Another writer may have ended this rollout before, and asked for something else.
    landed: (now) => !isOurs2(now, id) && outcome.kind === "restored" && sameShares(askedFor(now), outcome.shares),
    plan: async (now) => {
      const record3 = rolloutOf(now);
      if (record3?.id !== id || !explains(record3, now)) {
        outcome = { kind: "not-ours", shares: serving(now) };
        return void 0;
      }
      if (record3.baseline.length === 0) {
        outcome = { kind: "nothing-before", shares: serving(now) };
        return void 0;
      }
      outcome = { kind: "restored", shares: scale(record3.baseline, 100) };
      const tags = (await keptTags(regional, now, record3.tag)).filter(
        ({ revision }) => revision !== record3.candidate || record3.kind === "rollback" || record3.baseline.some((share) => share.revision === revision)
      );
      return {
        ...now,
        traffic: planRestoredTraffic(record3.baseline, tags),
        annotations: withRecords(now.annotations, {
          rollout: null,
          ...isOwnHold(record3, holdOf(now)) && { hold: record3.holdBefore ?? null }
        })
      };
    }
  });
  const wanted = outcome;
  return wanted.kind === "restored" ? await readBack(regional, id, wanted.shares) : wanted;
}
function isOwnHold({ kind, runUrl, candidate, startedAt }, hold) {
  return kind === "rollback" && hold?.runUrl === runUrl && hold.revision === candidate && hold.at <= startedAt;
}
async function readBack(regional, id, shares) {
  const back = await pollService(regional, async () => {
    const service2 = await regional.api.get(regional.name);
    if (!service2) return void 0;
    if (sameShares(serving(service2), shares)) return { kind: "restored", shares };
    const overtaken = !isOurs2(service2, id) && !sameShares(askedFor(service2), shares);
    return overtaken ? { kind: "not-ours", shares: serving(service2) } : void 0;
  });
  if (!back)
    throw new OutcomeError(
      `The traffic of ${regional.service} in ${regional.region} was reset to ${shares.map(({ revision, percent: percent2 }) => `${revision} ${percent2} %`).join(", ")}, and Cloud Run has not carried that out yet. Check the service in the console now.`
    );
  return back;
}
var init_restore = __esm({
  "actions/deploy-run/rollout/restore.ts"() {
    "use strict";
    init_fetch_classes();
    init_holds();
    init_errors();
    init_records();
    init_traffic2();
    init_fenced_write();
    init_ownership();
    init_poll();
    init_tags();
  }
});

// actions/deploy-run/release/finish-or-restore.ts
async function conclude(id, members, options) {
  const [lead, ...others] = members;
  if (!lead) return { decision: "aborted", members: [] };
  if (others.length === 0) return { decision: "aborted", members: [await goBack(lead, id)] };
  const deciding = decide(lead, id);
  deciding.catch(() => {
  });
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
  await poll(look, { clock, signal, until: clock.now() + PATIENCE, first: 5, longest: 200 }).catch(() => {
  });
}
async function decide(lead, id) {
  let decision = "aborted";
  await writeService(lead, {
    landed: (now) => decisionOf(now, id) === "aborted",
    plan: (now) => {
      const found2 = decisionOf(now, id);
      const record3 = rolloutOf(now);
      decision = found2 === "committed" ? "committed" : "aborted";
      if (found2 !== "undecided" || !record3?.release) return void 0;
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
async function goBack(regional, id) {
  try {
    return { regional, ...await restore(regional, id) };
  } catch (error) {
    return { regional, kind: "failed", error };
  }
}
var PATIENCE, keysOf;
var init_finish_or_restore = __esm({
  "actions/deploy-run/release/finish-or-restore.ts"() {
    "use strict";
    init_fetch_classes();
    init_retry();
    init_records();
    init_decision();
    init_traffic2();
    init_finish_member();
    init_restore();
    init_fenced_write();
    PATIENCE = 3e3;
    keysOf = (members) => members.map(({ name }) => memberKey(name));
  }
});

// actions/deploy-run/release/lease.ts
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
      if (error instanceof CloudError) log.debug(`The lease was not renewed: ${error.message}`);
      return void 0;
    }
  };
  poll(beat, { clock, signal, until: Number.POSITIVE_INFINITY, first: BEAT, longest: BEAT }).catch(() => {
  });
  return { stop: () => ended.abort(new Error("the release ended")) };
}
async function watchLease(lead, id) {
  const { clock, signal } = lead.context;
  const began = clock.now();
  let first;
  const look = async () => {
    const now = await lead.api.get(lead.name);
    const write3 = decisionOf(now, id) === "undecided" ? rolloutOf(now)?.write : void 0;
    first ??= write3;
    if (write3 === void 0 || write3 !== first) return "moving";
    return clock.now() - began >= LEASE ? "expired" : void 0;
  };
  const until = began + 2 * LEASE;
  return await poll(look, { clock, signal, until, first: 1e3, longest: 3e3 }) ?? "expired";
}
var BEAT, LEASE;
var init_lease = __esm({
  "actions/deploy-run/release/lease.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_retry();
    init_records();
    init_decision();
    init_fenced_write();
    BEAT = 2e4;
    LEASE = 6e4;
  }
});

// actions/deploy-run/release/earlier-release.ts
async function settleRelease(found2, regional, step) {
  const { context, inputs } = step;
  const members = found2.members.map((key) => memberOf(regional, key));
  const [lead] = members;
  const canary = canaryOn(await lead.api.get(lead.name), found2.id);
  const { kind } = inputs.request;
  if (canary && kind !== "rollback" && inputs.rollout.onCanary === "wait") throw new UndecidedCanaryError(found2);
  if (!canary && kind !== "rollback" && !isEarlierAttempt(found2.id, context.github))
    await waitForLease(found2, lead, context);
  context.log.info(`Bringing the release ${found2.id} of ${found2.members.map(describeMember).join(", ")} to its end.`);
  const { decision, members: outcomes } = await conclude(found2.id, members, { mayBeCommitted: true });
  const restored = /* @__PURE__ */ new Map();
  const failed = [];
  for (const outcome of outcomes) {
    const { service: service2, region: region2, name } = outcome.regional;
    if (outcome.kind === "failed" || outcome.kind === "left")
      failed.push(`${service2} in ${region2}: ${outcome.error.message}`);
    if (outcome.kind !== "restored") continue;
    const [main] = outcome.shares;
    if (main) restored.set(name, main.revision);
  }
  if (failed.length > 0)
    throw new OutcomeError(
      `${found2.by} was interrupted, and could not be brought to its end. Nothing else was changed. ${failed.join(" ")} Run this step again.`
    );
  const became = decision === "committed" ? "was committed, and is finished" : "was restored to what served before";
  const serves = outcomes.flatMap(
    (outcome) => outcome.kind === "restored" || outcome.kind === "finished" ? [`${listShares(outcome.shares)} serves ${outcome.regional.service} in ${outcome.regional.region}`] : []
  );
  const why = canary ? `${found2.by} was an undecided canary, which this ${kind} ended.` : `${found2.by} was interrupted.`;
  context.log.notice(`${why} It ${became}: ${serves.join(", ")}.`);
  return restored;
}
function isEarlierAttempt(id, { runId, runAttempt }) {
  const [run2, attempt] = id.split("-");
  return runId !== "" && run2 === String(runId) && Number(attempt) < Number(runAttempt);
}
async function waitForLease(found2, lead, { log }) {
  if (decisionOf(await lead.api.get(lead.name), found2.id) !== "undecided") return;
  log.info(`${found2.by} is not decided. Waiting for a minute to see whether it is still running.`);
  if (await watchLease(lead, found2.id) === "expired") return;
  throw new OutcomeError(
    `${found2.by} is under way on ${found2.members.map(describeMember).join(", ")}, and nothing was changed. Wait until it has ended and run this step again, or end it with rollback-to: previous.`
  );
}
var UndecidedCanaryError;
var init_earlier_release = __esm({
  "actions/deploy-run/release/earlier-release.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_records();
    init_decision();
    init_long_canary();
    init_interrupted_release();
    init_finish_or_restore();
    init_lease();
    UndecidedCanaryError = class extends Error {
      found;
      constructor(found2) {
        super(`the canary ${found2.id} is undecided`);
        this.found = found2;
      }
    };
  }
});

// actions/deploy-run/canary/canary-move.ts
var sameState;
var init_canary_move = __esm({
  "actions/deploy-run/canary/canary-move.ts"() {
    "use strict";
    init_fetch_classes();
    sameState = (a, b) => a?.step === b.step && a.since === b.since && a.extended === b.extended && a.jobs?.ended === b.jobs?.ended;
  }
});

// actions/deploy-run/plan/serving-template.ts
function planServingTemplate(service2, mainRevision) {
  const own = templateRevision(service2);
  const main = mainRevision?.name ? shortName2(mainRevision.name) : void 0;
  if (mainRevision === void 0 || main === own)
    return { template: withoutName(service2.template ?? {}), revision: own, from: "template" };
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
    init_fetch_classes();
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
    templateRevision = (service2) => service2.template?.revision || (service2.latestCreatedRevision ? shortName2(service2.latestCreatedRevision) : void 0);
    stripBuild = (containers) => containers.map(({ buildInfo: _, ...container2 }) => container2);
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

// actions/deploy-run/service/access.ts
async function setAccess(regional, open) {
  for (const name of await regionalNames(regional, regional.api.get)) await setAccessTo(name, regional, open);
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
      throw error instanceof CloudError && !mayPass(error) ? explain(error, open) : error;
    }
    log.info(`The service ${open ? "now" : "no longer"} allows unauthenticated invocations.`);
  };
  try {
    await retry(work, { clock, signal, resource: `IAM policy of ${regional.service}`, attempts: MOST_TRIES, mayPass });
  } catch (error) {
    throw error instanceof CloudError && mayPass(error) ? explain(error, open) : error;
  }
}
async function readPublicAccess(regional, service2) {
  if (service2.invokerIamDisabled) return true;
  try {
    const places = await regionalNames(regional, async () => service2);
    const policies = await Promise.all(places.map((name) => regional.clients.services.getIamPolicy(name)));
    return policies.every(allowsEveryone);
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return void 0;
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
  return new OutcomeError(
    `Unauthenticated invocations could not be allowed: ${error.message} If an organisation policy forbids allUsers (domain restricted sharing), set the annotation run.googleapis.com/invoker-iam-disabled: "true" in the manifest instead of allow-unauthenticated.`,
    { cause: error }
  );
}
var INVOKER, EVERYONE, MOST_TRIES, mayPass, isInvoker, allowsEveryone;
var init_access = __esm({
  "actions/deploy-run/service/access.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_retry();
    init_multi_region();
    INVOKER = "roles/run.invoker";
    EVERYONE = "allUsers";
    MOST_TRIES = 6;
    mayPass = (error) => isTransient(error) || error instanceof CloudError && error.status === 409;
    isInvoker = ({ role, condition }) => role === INVOKER && !condition;
    allowsEveryone = ({ bindings = [] }) => bindings.some((binding) => isInvoker(binding) && (binding.members ?? []).includes(EVERYONE));
  }
});

// actions/deploy-run/probe/identity-token.ts
function identityTokens(context, inputs, account, signal) {
  const ownAccount = account === inputs.auth.serviceAccount;
  const { http: http2, endpoints } = connect(
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
    const { token } = await http2.json({
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
async function probeIdentity(regional, step, current) {
  const { inputs } = step;
  const { kind, account } = inputs.rollout.probe;
  if (regional.kind === "WorkerPool" || kind === "startup") return { identityToken: void 0, open: void 0 };
  if (current?.defaultUriDisabled)
    throw new InputError([
      {
        subject: "Input probe",
        message: `the default URL of ${regional.service} is disabled, so neither it nor a tag has a URL to probe. Set probe: startup to rely on the startup probe alone.`
      }
    ]);
  const open = current ? await readPublicAccess(regional, current) : false;
  if (open || !account && open === void 0) return { identityToken: void 0, open };
  if (account) return { identityToken: identityTokens(regional.context, inputs, account, step.signal), open };
  const why = current ? `the service ${regional.service} is not public` : `the first deploy of ${regional.service} stays private until it has passed its health checks`;
  throw new InputError([
    {
      subject: "Input probe-service-account",
      message: `is missing: ${why}, so the probe needs an identity token, and a federated principal alone cannot mint one. Give probe-service-account or service-account (with roles/run.invoker on the service), or set probe: startup to rely on the startup probe alone.`
    }
  ]);
}
var FRESH_FOR;
var init_identity_token = __esm({
  "actions/deploy-run/probe/identity-token.ts"() {
    "use strict";
    init_fetch_classes();
    init_context();
    init_errors();
    init_access();
    FRESH_FOR = 40 * 6e4;
  }
});

// actions/deploy-run/canary/candidates.ts
async function readCandidates(found2, members, plan, step) {
  const { rollout } = step.inputs;
  const account = rollout.probe.account ?? plan.probe.account;
  const inputs = {
    ...step.inputs,
    rollout: { ...rollout, probe: { ...plan.probe, account }, steps: plan.steps.map(({ percent: percent2 }) => percent2) }
  };
  const own = { ...step, inputs };
  return await Promise.all(
    members.map(async (regional, i2) => {
      const service2 = await regional.api.get(regional.name);
      const record3 = rolloutOf(service2);
      if (!service2 || record3?.id !== found2.id)
        throw new OutcomeError(
          `${describeMember(memberKey(regional.name))} has left the canary ${found2.id}: another run or user has changed its record. Nothing was changed. End the canary with rollback-to: previous.`
        );
      const planned = {
        regional,
        plan: await planOf(regional, service2, record3),
        ...await probeIdentity(regional, own, service2)
      };
      const [main, ...others] = record3.baseline;
      return {
        deploy: { regional, inputs, after: [], prepare: () => Promise.resolve(planned) },
        layer: plan.layers[i2] ?? 0,
        progress: { planned, id: found2.id, revision: record3.candidate, service: service2, advancing: step.id },
        unchanged: others.length === 0 && main?.revision === record3.candidate
      };
    })
  );
}
async function planOf(regional, service2, record3) {
  const { candidate, baseline, tag, keepTag = false, commit: commit2, holdBefore, release, id, runUrl } = record3;
  const revision = await getRevision(regional, candidate);
  if (!revision)
    throw new OutcomeError(
      `The revision ${candidate} of the canary is gone. Nothing was changed. End the canary with rollback-to: previous.`
    );
  const end = release?.end;
  return {
    kind: "deploy",
    service: identityOf(regional),
    current: service2,
    base: void 0,
    serving: serving(service2),
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
var releaseOf;
var init_candidates = __esm({
  "actions/deploy-run/canary/candidates.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_records();
    init_decision();
    init_serving_template();
    init_traffic2();
    init_identity_token();
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

// actions/deploy-run/canary/describe.ts
async function describeCanary(members, { context }, events, { waiting = false, note = "" } = {}) {
  const services = await Promise.all(members.map(async ({ api, name }) => await api.get(name) ?? {}));
  const found2 = canaryOn(services[0]);
  const now = context.clock.now();
  const times = found2 && timesOf(found2.canary);
  const next = waitingOn(services[0]);
  const status = found2 && times && {
    release: found2.record.id,
    commit: found2.record.commit,
    step: found2.canary.at.step + 1,
    percent: times.percent,
    since: found2.canary.at.since,
    due: new Date(times.due).toISOString(),
    overdue: now > times.overdue,
    approval: times.approval && now >= times.due,
    next: next?.commit
  };
  const waits = next ? ` Commit ${next.commit.slice(0, 12)} waits for the decision.` : "";
  const state = times ? describeTimes(times, now) : "no canary";
  if (times) context.log.notice(`${members.map(({ service: service2 }) => service2).join(", ")}: ${state}.${waits}`);
  else context.log.info(note || "There is no canary.");
  return members.map((regional, i2) => {
    const service2 = services[i2] ?? {};
    const { name } = regional;
    const shares = serving(service2);
    const candidate = rolloutOf(service2)?.candidate ?? shares[0]?.revision ?? "";
    const told = [note, `${state}.${waits}`].filter((text3) => text3 !== "").join(" ");
    events.push(
      { name, kind: "serves", shares, before: shares, tags: tagsInEffect(service2) },
      {
        name,
        kind: "ended",
        ending: times ? { kind: "canary", revision: candidate, state: told } : { kind: "done", did: note || "There is no canary." }
      }
    );
    return {
      target: identityOf(regional),
      before: shares,
      service: service2,
      revision: times ? found2.record.baseline[0]?.revision ?? "" : shares[0]?.revision ?? "",
      template: service2.template ?? {},
      tag: void 0,
      changed: false,
      canary: status,
      waiting
    };
  });
}
var init_describe = __esm({
  "actions/deploy-run/canary/describe.ts"() {
    "use strict";
    init_fetch_classes();
    init_records();
    init_long_canary();
    init_traffic2();
    init_regional_service();
  }
});

// actions/deploy-run/analysis/describe-evaluation.ts
function formatRate(rate) {
  const percent2 = rate * 100;
  return `${percent2 === 0 ? "0" : percent2 >= 10 ? percent2.toFixed(0) : percent2 >= 1 ? percent2.toFixed(1) : percent2.toFixed(2)} %`;
}
function describeProgress({ watched, percent: percent2, results }) {
  const [first] = results;
  const rates = (of) => results.map((result) => `${result.name} ${formatRate(rateOf(result[of]))}`).join(", ");
  const requests = (of) => `${formatCount(first?.[of].requests ?? 0)} requests${first && first[of].requests > 0 ? ` (${rates(of)})` : ""}`;
  const past = first?.fromHistory ? " in the hour before" : "";
  return `${watched.service} in ${watched.region} at ${percent2} %: ${watched.candidate} ${requests("candidate")}, baseline ${requests("baseline")}${past}: ${describeState(results)}.`;
}
function describeState(results) {
  const names = (result) => results.filter((one) => one.result === result).map(({ name }) => name);
  const worse = names("worse");
  if (worse.length > 0) return `worse (${worse.join(", ")})`;
  const undecided = names("undecided");
  return undecided.length > 0 ? `no verdict yet (${undecided.join(", ")})` : "no regression";
}
function describeResult(result, falseAlarmRate) {
  const { name, candidate, baseline, ratio, threshold } = result;
  const of = (counts) => `${formatRate(rateOf(counts))} of ${formatCount(counts.requests)} requests`;
  const confidence = `confidence ${Number(((1 - falseAlarmRate) * 100).toFixed(2))} %`;
  if (threshold !== void 0) return `${name} ${of(candidate)}, threshold ${formatRate(threshold)} (${confidence})`;
  const bound2 = ratio > 0 ? `at least ${ratio >= 10 ? Math.floor(ratio) : ratio.toFixed(1)} times as much, ` : "";
  const past = result.fromHistory ? " in the hour before" : "";
  return `${name} ${of(candidate)}, baseline ${of(baseline)}${past} (${bound2}${confidence})`;
}
function describeVerdict(verdict, observations, falseAlarmRate) {
  const where = (holds) => observations.filter(({ results }) => results.some((result) => result.restores && holds(result))).map(({ watched: { service: service2, region: region2 }, percent: percent2 }) => `${service2} in ${region2} at ${percent2} %`).join(", ");
  switch (verdict.kind) {
    case "worse":
      return `The canary ${where(({ result }) => result === "worse")} is worse than its baseline: ${verdict.results.map((result) => describeResult(result, falseAlarmRate)).join("; ")}. Read the candidate's logs, fix the cause and deploy again.`;
    case "inconclusive": {
      const requests = Math.min(...verdict.results.map(({ candidate }) => candidate.requests));
      const required = Math.max(...verdict.results.map((result) => result.required));
      const needs = Number.isFinite(required) ? ` A verdict needs about ${formatCount(required)} requests.` : "";
      return `The canary ${where(({ result }) => result === "undecided")} had too little traffic for a verdict (${verdict.results.map(({ name }) => name).join(
        ", "
      )}): ${formatCount(requests)} requests, ${formatCount(verdict.serverErrors)} server errors.${needs} Use a larger first step or a longer step-interval, or set on-inconclusive.`;
    }
    case "no-traffic":
      return "The canary had no traffic, so it was judged by its health checks alone.";
    case "fine":
      return "The canary is no worse than its baseline.";
  }
}
var formatCount;
var init_describe_evaluation = __esm({
  "actions/deploy-run/analysis/describe-evaluation.ts"() {
    "use strict";
    init_fetch_classes();
    init_counts();
    formatCount = (count) => Math.round(count).toLocaleString("en-US");
  }
});

// actions/deploy-run/analysis/latency.ts
function percentileBound(histograms, percentile) {
  const counts = /* @__PURE__ */ new Map();
  let total = 0;
  for (const { bounds, counts: inBucket } of histograms)
    for (const [i2, bound2] of bounds.entries()) {
      const count = inBucket[i2] ?? 0;
      if (count === 0) continue;
      counts.set(bound2, (counts.get(bound2) ?? 0) + count);
      total += count;
    }
  let below2 = 0;
  for (const [bound2, count] of [...counts].sort(([a], [b]) => a - b)) {
    below2 += count;
    if (below2 >= percentile / 100 * total) return bound2;
  }
  return void 0;
}
function slowerThan({ value }, cut2) {
  if (typeof value === "number") return { requests: 0, events: 0 };
  const events = value.counts.reduce((sum, count, i2) => sum + ((value.bounds[i2] ?? 0) > cut2 ? count : 0), 0);
  return { requests: value.count, events };
}
var histogramsOf;
var init_latency = __esm({
  "actions/deploy-run/analysis/latency.ts"() {
    "use strict";
    init_fetch_classes();
    histogramsOf = (points) => points.flatMap(({ value }) => typeof value === "number" ? [] : [value]);
  }
});

// actions/deploy-run/analysis/windows.ts
function windowsOf({ spans }, { samplePeriod, ingestDelay }, points, now) {
  const phase = (points[0]?.end ?? 0) % samplePeriod;
  const visible = now - ingestDelay;
  return spans.flatMap(({ step, from, to }) => {
    const windows = [];
    const first = Math.ceil((from - phase) / samplePeriod) * samplePeriod + phase;
    for (let start = first; start + samplePeriod <= Math.min(to ?? visible, visible); start += samplePeriod)
      windows.push({ step, start, end: start + samplePeriod });
    return windows;
  });
}
function historyWindows({ spans }, { samplePeriod }) {
  const until = spans[0]?.from ?? 0;
  const count = Math.floor(HISTORY / samplePeriod);
  return Array.from({ length: Math.min(count, 240) }, (_, i2) => {
    const end = Math.floor(until / samplePeriod - i2) * samplePeriod;
    return { step: -1, start: end - samplePeriod, end };
  }).reverse();
}
function firstAtLeast(rising, value) {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (rising[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
function countIn(windows, points, revisions, weigh) {
  const chosen = points.filter(({ resourceLabels: resourceLabels2 }) => revisions.includes(resourceLabels2.revision_name ?? ""));
  const byEnd = /* @__PURE__ */ new Map();
  const ends = windows.map(({ end }) => end);
  const period = (windows[0]?.end ?? 0) - (windows[0]?.start ?? 0);
  for (const point of chosen) {
    const end = ends[firstAtLeast(ends, point.end)];
    if (end === void 0 || point.end <= end - period) continue;
    const sum = byEnd.get(end) ?? { requests: 0, events: 0 };
    const { requests, events } = weigh(point);
    sum.requests += requests;
    sum.events += events;
    byEnd.set(end, sum);
  }
  return ends.map((end) => byEnd.get(end) ?? { requests: 0, events: 0 });
}
var HISTORY;
var init_windows2 = __esm({
  "actions/deploy-run/analysis/windows.ts"() {
    "use strict";
    init_fetch_classes();
    HISTORY = 36e5;
  }
});

// actions/deploy-run/analysis/comparisons.ts
function compareAll(conditions, readings, view, timing, now) {
  const windows = windowsOf(view, timing, readings.requests, now);
  const past = historyWindows(view, timing);
  const count = (chosen, points, who, weigh) => countIn(chosen, points, who, weigh);
  const compare = (rest, points, weigh, chosen = windows) => {
    const candidate = count(chosen, points, [view.candidate], weigh);
    const baseline = count(chosen, points, view.baseline, weigh);
    return {
      ...rest,
      windows: chosen.map(({ step }, i2) => ({
        step,
        candidate: candidate[i2],
        baseline: baseline[i2]
      })),
      history: count(past, points, view.baseline, weigh)
    };
  };
  const warm = () => withoutColdStarts(windows, readings.startups, view);
  return conditions.flatMap((condition) => {
    switch (condition.kind) {
      case "errors":
        return CLASSES.map(
          ({ name, matches: matches2, serverErrors, cold }) => compare(
            { name, model: BASELINE, restores: true, serverErrors },
            readings.requests,
            ({ labels, value }) => ({
              requests: Number(value),
              events: matches2(Number(labels.response_code)) ? Number(value) : 0
            }),
            cold ? warm() : windows
          )
        );
      case "refused": {
        const refused = readings.counters.get(REFUSED) ?? [];
        return [
          compare(
            { name: REFUSED, model: BASELINE, restores: true, serverErrors: true },
            [...readings.requests.map(asRequests), ...refused.map(asEvents)],
            // The metric does not have them, so they come on top of its requests.
            ({ labels, value }) => ({
              requests: Number(value),
              events: labels.counts === "events" ? Number(value) : 0
            })
          )
        ];
      }
      case "latency": {
        const own = readings.latencies.filter(
          ({ resourceLabels: resourceLabels2 }) => view.baseline.includes(resourceLabels2.revision_name ?? "")
        );
        const cut2 = percentileBound(histogramsOf(own), condition.percentile) ?? Number.POSITIVE_INFINITY;
        return [
          compare(
            {
              name: `latency p${condition.percentile}`,
              model: { ...BASELINE, absolute: 0 },
              restores: true,
              serverErrors: false
            },
            readings.latencies,
            (point) => slowerThan(point, cut2),
            warm()
          )
        ];
      }
      default: {
        const counters = readings.counters.get(condition.name) ?? [];
        return [
          compare(
            { name: condition.name, model: condition.model, restores: true, serverErrors: false },
            [...readings.requests.map(asRequests), ...counters.map(asEvents)],
            ({ labels, value }) => labels.counts === "events" ? { requests: 0, events: Number(value) } : { requests: Number(value), events: 0 }
          )
        ];
      }
    }
  });
}
function withoutColdStarts(windows, startups, { candidate }) {
  const started = countIn(windows, startups, [candidate], ({ value }) => ({
    requests: typeof value === "number" ? value : value.count,
    events: 0
  }));
  return windows.filter((_, i2) => started[i2]?.requests === 0);
}
var REFUSED, CLASSES, BASELINE, asRequests, asEvents;
var init_comparisons = __esm({
  "actions/deploy-run/analysis/comparisons.ts"() {
    "use strict";
    init_fetch_classes();
    init_judge();
    init_latency();
    init_windows2();
    REFUSED = "no instance";
    CLASSES = [
      { name: "5xx", matches: (code2) => code2 >= 500, serverErrors: true, cold: false },
      { name: "4xx", matches: (code2) => code2 >= 400 && code2 < 500 && code2 !== 499, serverErrors: false, cold: false },
      // A client that gives up waits as long as its patience lasts, so a cold start is no reason to judge.
      { name: "499", matches: (code2) => code2 === 499, serverErrors: false, cold: true }
    ];
    BASELINE = { kind: "baseline", ...TOLERANCE };
    asRequests = (point) => ({ ...point, labels: { counts: "requests" } });
    asEvents = (point) => ({ ...point, labels: { counts: "events" } });
  }
});

// actions/deploy-run/analysis/log-counter.ts
function createLogCounter(logs) {
  const seen = /* @__PURE__ */ new Map();
  return async (filter, from, to) => {
    const before = seen.get(filter);
    const start = Math.max(from, (before?.until ?? from) - LATE);
    const kept = (before?.moments ?? []).filter(({ at }) => at < start);
    const moments = [...kept, ...await logs.times(filter, start, to)];
    seen.set(filter, { until: to, moments });
    return moments;
  };
}
var LATE;
var init_log_counter = __esm({
  "actions/deploy-run/analysis/log-counter.ts"() {
    "use strict";
    init_fetch_classes();
    LATE = 18e4;
  }
});

// actions/deploy-run/analysis/watch.ts
function createCanaryWatch(setup) {
  const { options, steps, candidates, timing, clock, signal } = setup;
  const countLogs = createLogCounter(setup.logs);
  const spans = /* @__PURE__ */ new Map();
  const keyOf2 = ({ region: region2, service: service2, candidate }) => `${region2}/${service2}/${candidate}`;
  const judging = {
    falseAlarmRate: options.falseAlarmRate,
    comparisons: comparisonsOf(options.conditions) * candidates,
    steps
  };
  async function look(watched, step) {
    const at = clock.now();
    const observations = await Promise.all(
      watched.map(async (one) => {
        const view = { ...one, spans: spans.get(keyOf2(one)) ?? [] };
        const readings = await read(setup, countLogs, one, (view.spans[0]?.from ?? at) - HISTORY, at);
        const comparisons = compareAll(options.conditions, readings, view, timing, at);
        const results = comparisons.map((comparison) => assessComparison(comparison, { ...judging, step: step.index }));
        return { watched: one, percent: step.percent, results, readings };
      })
    );
    const verdict = verdictOf(observations.flatMap(({ results }) => results));
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
          for (const [i2, span] of own.entries()) if (span.to === void 0) own[i2] = { ...span, to: clock.now() };
        return outcome;
      };
      const pause = Math.max(timing.samplePeriod, step.interval / LOOKS);
      for (let interval = 1; ; interval++) {
        const end = began + interval * step.interval;
        let last;
        while (clock.now() < end) {
          await clock.sleep(Math.min(pause, end - clock.now()), signal);
          if (clock.now() < end && clock.now() < began + timing.samplePeriod + timing.ingestDelay) continue;
          last = await look(watched, step);
          if (last.verdict.kind === "worse") return finish({ decision: "restore", last });
        }
        last ??= await look(watched, step);
        const decision = decideStep(last.verdict, options.onInconclusive, interval > 1);
        if (decision !== "extend") return finish({ decision, last });
      }
    }
  };
}
async function read({ options: { conditions }, metrics }, countLogs, { service: service2, region: region2, candidate, baseline }, from, to) {
  const ofService = `resource.type="cloud_run_revision" AND resource.labels.service_name="${service2}" AND resource.labels.location="${region2}"`;
  const list3 = (metric) => metrics.read(`metric.type="${metric}" AND ${ofService}`, from, to);
  const needs = (kind) => conditions.some((condition) => condition.kind === kind);
  const events = async (filter) => {
    const revisions = [candidate, ...baseline].map((name) => `"${name}"`).join(" OR ");
    const began = from + HISTORY;
    const entries = await countLogs(
      `(${filter}) AND ${ofService} AND resource.labels.revision_name=(${revisions})`,
      began,
      to
    );
    return entries.map(({ revision, at }) => ({
      labels: {},
      resourceLabels: { revision_name: revision },
      start: at,
      end: at,
      value: 1
    }));
  };
  const custom = conditions.flatMap((condition) => {
    if (condition.kind === "refused") return [{ name: REFUSED, points: events(REFUSED_FILTER) }];
    if (condition.kind === "log") return [{ name: condition.name, points: events(condition.filter) }];
    if (condition.kind !== "metric") return [];
    return [{ name: condition.name, points: metrics.read(`${condition.filter} AND ${ofService}`, from, to) }];
  });
  const [requests, latencies, startups, ...counters] = await Promise.all([
    list3(REQUEST_COUNT),
    needs("latency") ? list3(LATENCIES) : [],
    list3(STARTUPS),
    ...custom.map(({ points }) => points)
  ]);
  return { requests, latencies, startups, counters: new Map(custom.map(({ name }, i2) => [name, counters[i2] ?? []])) };
}
var LOOKS, REQUEST_COUNT, LATENCIES, STARTUPS, REFUSED_FILTER;
var init_watch = __esm({
  "actions/deploy-run/analysis/watch.ts"() {
    "use strict";
    init_fetch_classes();
    init_comparisons();
    init_conditions();
    init_judge();
    init_log_counter();
    init_windows2();
    LOOKS = 60;
    REQUEST_COUNT = "run.googleapis.com/request_count";
    LATENCIES = "run.googleapis.com/request_latencies";
    STARTUPS = "run.googleapis.com/container/startup_latencies";
    REFUSED_FILTER = 'log_id("run.googleapis.com/requests") AND textPayload:"no available instance"';
  }
});

// actions/deploy-run/analysis/prepare-watch.ts
async function prepareWatch(options, stepInterval, { metrics, logs, log, clock }) {
  if (options.conditions.length === 0) return void 0;
  const now = clock.now();
  let received = now;
  let timing;
  try {
    [timing] = await Promise.all([
      metrics.timing(REQUEST_COUNT).finally(() => {
        received = clock.now();
      }),
      metrics.read(`metric.type="${REQUEST_COUNT}" AND resource.labels.service_name="-"`, now - 6e4, now),
      ...options.conditions.map(async (condition) => {
        if (condition.kind === "metric") await metrics.read(condition.filter, now - 6e4, now);
        if (condition.kind === "log") await logs.times(condition.filter, now - 1e3, now);
      })
    ]);
  } catch (error) {
    if (options.explicit || !(error instanceof CloudError)) throw error;
    log.warning(
      `This canary is judged by its health checks alone: no permission to read Cloud Monitoring, or it cannot be read (${error.message}). Grant the deployer roles/monitoring.viewer, or set analysis: off.`
    );
    return void 0;
  }
  const shortest = shortestStep(timing);
  if (stepInterval >= shortest)
    return {
      options: await withReadableLogs(options, logs, log, now),
      timing,
      ahead: aheadOfServer(now, received, timing.serverTime)
    };
  const short2 = `step-interval ${formatDuration(stepInterval)} is too short for the analysis: Cloud Monitoring shows requests up to ${formatDuration(timing.samplePeriod + timing.ingestDelay)} late, and a verdict needs ${WINDOWS_TO_DECIDE} sampling periods.`;
  if (options.explicit)
    throw new InputError([
      {
        subject: "Input analysis",
        message: `${short2} Set step-interval to ${formatDuration(shortest)} or longer, or analysis: off.`
      }
    ]);
  log.warning(
    `This canary is judged by its health checks alone: ${short2} Set step-interval to ${formatDuration(shortest)} or longer to have users' requests judged, or analysis: off.`
  );
  return void 0;
}
async function withReadableLogs(options, logs, log, now) {
  if (!options.conditions.some(({ kind }) => kind === "refused")) return options;
  try {
    await logs.times(REFUSED_FILTER, now - 1e3, now);
    return options;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.notice(
      "The canary is judged without requests that no instance took: Cloud Logging cannot be read. Grant the deployer roles/logging.viewer."
    );
    return { ...options, conditions: options.conditions.filter(({ kind }) => kind !== "refused") };
  }
}
function aheadOfServer(sent, received, serverTime) {
  if (serverTime === void 0) return 0;
  const ahead2 = sent > serverTime ? sent - serverTime : Math.min(0, received - serverTime);
  return Math.abs(ahead2) < TOLERATED ? 0 : ahead2;
}
function clockOfGoogle(clock, { ahead: ahead2 }, log) {
  if (ahead2 === 0) return clock;
  log.warning(
    `The runner's clock is ${formatDuration(Math.abs(ahead2))} ${ahead2 > 0 ? "ahead of" : "behind"} Google's, so the canary is judged by Google's. Synchronize the runner's clock.`
  );
  return { ...clock, now: () => clock.now() - ahead2 };
}
var shortestStep, TOLERATED;
var init_prepare_watch = __esm({
  "actions/deploy-run/analysis/prepare-watch.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_errors();
    init_sequential_test();
    init_watch();
    shortestStep = ({ samplePeriod, ingestDelay }) => (WINDOWS_TO_DECIDE + 1) * samplePeriod + ingestDelay;
    TOLERATED = 1e4;
  }
});

// actions/deploy-run/release/canary.ts
async function prepareCanary(plans, { inputs, context, clients }, events) {
  const { analysis, steps, stepInterval } = inputs.rollout;
  const judged = plans.filter(isJudged);
  if (judged.length === 0) return void 0;
  const { log, clock, signal } = context;
  const prepared = await prepareWatch(analysis, stepInterval, { ...clients, log, clock });
  if (!prepared || inputs.dryRun) return void 0;
  const { options, timing } = prepared;
  let last;
  const watch = createCanaryWatch({
    options,
    steps: steps.filter((percent2) => percent2 < 100).length,
    candidates: judged.flatMap(({ service: { region: region2 }, current }) => serviceRegions(region2, current)).length,
    timing,
    clock: clockOfGoogle(clock, prepared, log),
    signal,
    ...clients,
    onLook: (look) => {
      last = look;
      for (const observation of look.observations) log.info(describeProgress(observation));
    }
  });
  let blind = false;
  return {
    async judgeStep(candidates, { index, percent: percent2 }, onWorse) {
      const watched = candidates.filter(({ plan }) => isJudged(plan)).flatMap(toWatched);
      const began = clock.now();
      if (blind || watched.length === 0) return await clock.sleep(stepInterval, signal);
      try {
        const { decision, last: look } = await watch.step(watched, { index, percent: percent2, interval: stepInterval });
        if (decision === "proceed") return;
        const why = describeVerdict(look.verdict, look.observations, options.falseAlarmRate);
        if (decision === "proceed-with-warning") return log.warning(why);
        const at = look.observations.find(({ results }) => results.some(({ result }) => result === look.verdict.kind));
        const failing = candidates.find(({ revision }) => revision === (at ?? look.observations[0])?.watched.candidate);
        if (failing) onWorse(failing.regional);
        throw new OutcomeError(why);
      } catch (error) {
        if (!(error instanceof CloudError) || options.explicit) throw error;
        blind = true;
        log.warning(
          `The rest of this canary is judged by its health checks alone: Cloud Monitoring cannot be read (${error.message}).`
        );
        await clock.sleep(Math.max(0, began + stepInterval - clock.now()), signal);
      } finally {
        const ms = clock.now() - began;
        for (const { regional } of candidates)
          events.push({ name: regional.name, kind: "phase", phase: `analysis ${percent2} %`, ms });
        for (const observation of last?.observations ?? []) {
          const name = candidates.find(({ revision }) => revision === observation.watched.candidate)?.regional.name;
          if (name !== void 0) events.push({ name, kind: "judged", observation });
        }
      }
    }
  };
}
var isJudged, toWatched;
var init_canary = __esm({
  "actions/deploy-run/release/canary.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_describe_evaluation();
    init_prepare_watch();
    init_watch();
    init_rollout_plan();
    init_multi_region();
    isJudged = (plan) => plan.kind === "deploy" && plan.service.kind === "Service" && plan.candidate.kind !== "serving" && !isFirst(plan);
    toWatched = ({ regional: { service: service2, region: region2 }, plan, revision }) => serviceRegions(region2, plan.current).map((one) => ({
      service: service2,
      region: one,
      candidate: revision,
      baseline: plan.baseline.map((share) => share.revision).filter((name) => name !== revision)
    }));
  }
});

// src/google/run/secret-versions.ts
async function resolveSecrets(template, options) {
  const copy = structuredClone(template);
  const found2 = /* @__PURE__ */ new Map();
  const problems = [];
  const look = (reference) => {
    const key = `${reference.secret}/${reference.version}`;
    const known = found2.get(key) ?? lookUp(reference, options);
    found2.set(key, known);
    return known;
  };
  await Promise.all(
    secretReferences(copy, options.project).map(async (reference) => {
      const version = await look(reference);
      if (version === "unreadable") return;
      const name = `${reference.secret}, version ${reference.version}`;
      const found3 = { subject: reference.where, ...options.locate && { location: options.locate(reference.path) } };
      if (!version)
        problems.push({ ...found3, message: `the secret ${name}, does not exist. Create it, or correct its name.` });
      else if (version.state !== "ENABLED")
        problems.push({
          ...found3,
          message: `the secret ${name}, is ${version.state.toLowerCase()}. Enable it, or name another version.`
        });
      else if (options.mode === "resolve") reference.resolve(version.version);
    })
  );
  if (problems.length > 0) throw new InputError(problems);
  return copy;
}
async function lookUp({ secret: secret2, version }, { manager, mode, log }) {
  try {
    return await manager.version(secret2, version);
  } catch (error) {
    const needed = mode === "resolve" && !/^\d+$/.test(version);
    if (!(error instanceof CloudError && error.status === 403) || needed) throw error;
    log.warning(
      `Could not check whether ${secret2}, version ${version}, exists: ${error.permission ?? "the permission"} is missing.`
    );
    return "unreadable";
  }
}
function secretReferences(template, project) {
  const full = (secret2) => fullSecretName(secret2, project);
  const fromEnv = (template.containers ?? []).flatMap(
    (container2, i2) => (container2.env ?? []).flatMap(({ name, valueSource }, n) => {
      const ref = valueSource?.secretKeyRef;
      if (!ref?.secret) return [];
      const resolve3 = (version) => {
        ref.version = version;
      };
      return [
        {
          secret: full(ref.secret),
          version: ref.version ?? "latest",
          where: `Environment variable ${name}`,
          path: ["containers", i2, "env", n, "valueSource", "secretKeyRef"],
          resolve: resolve3
        }
      ];
    })
  );
  const fromVolumes = (template.volumes ?? []).flatMap(({ name, secret: secret2 }, i2) => {
    if (!secret2?.secret) return [];
    const where = `Volume ${name}`;
    const id = full(secret2.secret);
    if (!secret2.items || secret2.items.length === 0) {
      const path2 = id.slice(id.lastIndexOf("/") + 1);
      const resolve3 = (version) => {
        secret2.items = [{ path: path2, version }];
      };
      return [{ secret: id, version: "latest", where, path: ["volumes", i2, "secret"], resolve: resolve3 }];
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

// actions/deploy-run/plan/image-digests.ts
function withKnownImages(template, wanted, accepted, running) {
  const spelled = (image, i2) => {
    const asked = wanted.containers?.[i2]?.image ?? "";
    const runs = image?.includes("@") ? image : running?.containers?.[i2]?.image ?? image;
    return image !== asked && accepted.get(asked)?.has(digestOf2(runs)) ? asked : image;
  };
  const containers = template.containers?.map((container2, i2) => {
    const image = spelled(container2.image, i2);
    return { ...container2, ...image !== void 0 && { image } };
  });
  return { ...template, ...containers && { containers } };
}
function checkDigests(template, revision, accepted) {
  (template.containers ?? []).forEach((container2, i2) => {
    const [entry] = imageByDigest(container2);
    if (!entry) return;
    const [text3, image] = entry;
    const running = twin(revision, container2, i2)?.image ?? "";
    const known = accepted.get(text3) ?? /* @__PURE__ */ new Set([image.digest]);
    if (!known.has(digestOf2(running)))
      throw new OutcomeError(
        `The revision runs ${running || "no image"} in the container ${container2.name ?? i2}, not ${text3}: it was made by something else.`
      );
  });
}
function imageByDigest({ image = "" }) {
  try {
    return [[image, parseImageDigest(image)]];
  } catch {
    return [];
  }
}
var digestOf2, twin;
var init_image_digests = __esm({
  "actions/deploy-run/plan/image-digests.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_errors();
    digestOf2 = (image = "") => image.slice(image.indexOf("@") + 1);
    twin = (revision, container2, i2) => (revision.containers ?? []).find(({ name }) => name !== void 0 && name === container2.name) ?? revision.containers?.[i2];
  }
});

// actions/deploy-run/preflight/images.ts
function prefetchImages(registry, images, region2) {
  for (const { image } of images)
    if (artifactRegistryRepository(image, region2)) void ahead(registry.manifest(image, image.digest));
}
async function findImages(registry, template, region2, known = /* @__PURE__ */ new Map()) {
  const problems = [];
  const accepted = /* @__PURE__ */ new Map();
  const images = new Map((template.containers ?? []).flatMap(imageByDigest));
  await Promise.all(
    [...images].map(async ([text3, image]) => {
      if (!artifactRegistryRepository(image, region2)) return;
      const holder = [...known.values()].find((digests) => digests.has(image.digest));
      if (holder) return void accepted.set(text3, holder);
      const manifest = await registry.manifest(image, image.digest);
      if (manifest) accepted.set(text3, /* @__PURE__ */ new Set([image.digest, ...manifest.manifests.map((child) => child.digest)]));
      else
        problems.push({
          subject: "Image",
          message: `${formatImageDigest(image)} does not exist in the registry. Was it built, and pushed to this repository?`
        });
    })
  );
  if (problems.length > 0) throw new InputError(problems);
  return accepted;
}
var init_images = __esm({
  "actions/deploy-run/preflight/images.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_errors();
    init_retry();
    init_image_digests();
  }
});

// src/container/registry-calls.ts
function createRegistryCalls(client) {
  const ask = async (call) => {
    try {
      return await client.text({ ...PATIENCE2, ...call });
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
  const url = (image, path2) => `${isLoopback(image.host) ? "http" : "https"}://${image.host}/v2/${registryPath(image)}${path2}`;
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
var READ, WRITE, PATIENCE2;
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
    PATIENCE2 = { attemptTimeout: 1e4, deadline: 2e4 };
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

// src/container/registry-artifacts.ts
function createRegistryArtifacts(client) {
  const calls = createRegistryCalls(client);
  const resource = (image) => `image ${formatImageName(image)}`;
  return {
    async tags(image, prefix) {
      const found2 = [];
      let url = calls.url(image, `/tags/list?n=${PAGE}&last=${prefix.slice(0, -1)}`);
      for (let pages = 0; url !== void 0 && pages < MOST_PAGES; pages++) {
        const at = url;
        const answer = await absent(
          calls.send({ method: "GET", url: at, resource: resource(image), maxBytes: MOST_LIST, ...READ })
        );
        if (!answer) return [];
        const about2 = { resource: resource(image), url: at, status: answer.status };
        const { tags } = parseAnswer(about2, answer.text);
        const page = (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === "string");
        found2.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = locationOf(at, /<([^>]+)>; *rel="?next"?/.exec(answer.headers.link ?? "")?.[1]);
        if (next !== void 0 && new URL(next).origin !== new URL(at).origin) throw redirected(about2, next);
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
      const begin2 = calls.url(image, "/blobs/uploads/");
      const started = await calls.send({ ...about2, method: "POST", url: begin2, idempotent: true });
      const session = locationOf(begin2, started.headers.location);
      if (session === void 0 || new URL(session).origin !== new URL(begin2).origin)
        throw redirected({ ...about2, url: begin2, status: started.status }, session);
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
var import_node_crypto7, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto7 = require("node:crypto");
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
    sha256Digest = (bytes) => `sha256:${(0, import_node_crypto7.createHash)("sha256").update(bytes).digest("hex")}`;
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
    async write(image, subject, digests, { bundle, predicateType, created: created2 }) {
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
            "org.opencontainers.image.created": created2,
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
  const listed2 = counted.slice(0, MOST_REASONS).map(([reason, count]) => `${count} is ${reason}`);
  const rest = counted.length > MOST_REASONS ? [`${counted.length - MOST_REASONS} more reasons`] : [];
  return {
    verified: false,
    reason: `${read3} attestation${read3 === 1 ? " is" : "s are"} attached to ${name}, and none counts as ${what}${counted.length > 0 ? `: ${[...listed2, ...rest].join("; ")}` : ""}`
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
      const { repository, commit: commit2, ref, runUrl } = result.build;
      log.info(
        `Provenance verified: ${formatImageDigest(image)} was built from ${repository} at ${commit2} (${ref}) by ${runUrl}.`
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

// actions/deploy-run/preflight/provenance.ts
async function checkProvenance({ inputs, context, clients }, { containers = [] }, options = {}) {
  const { provenance } = inputs;
  if (provenance.mode === "off") return;
  const tagged = containers.filter((container2) => imageByDigest(container2).length === 0);
  if (tagged.length > 0 && provenance.mode === "enforce")
    throw new PolicyError(
      tagged.map(({ image = "" }) => ({
        subject: "require-provenance",
        message: `"${image}" has no digest, so nothing can be signed for it. Pass the image output of build-image.`
      }))
    );
  const images = containers.flatMap(imageByDigest).map(([, image]) => image);
  await requireProvenance(images, provenance, { http: clients.cloud.http, log: context.log }, options);
}
var init_provenance2 = __esm({
  "actions/deploy-run/preflight/provenance.ts"() {
    "use strict";
    init_fetch_classes();
    init_require_provenance();
    init_errors();
    init_image_digests();
  }
});

// actions/deploy-run/preflight/read-stable-service.ts
async function readSettledService(regional, settled = /* @__PURE__ */ new Set(), first) {
  const { context, service: service2, region: region2 } = regional;
  let last = first ?? await regional.api.get(regional.name);
  await checkInterrupted(regional, last, settled);
  if (!last || !isMoving(last)) return { service: last, notes: [] };
  context.log.info(
    `The traffic of ${service2} in ${region2} is being moved from ${listShares(serving(last))} to ${listShares(askedFor(last))}. Waiting until Cloud Run has done that.`
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
      `Cloud Run has not moved the traffic of ${service2} to ${listShares(askedFor(last))} within a minute. A failure of this step restores ${listShares(serving(last))}, which served meanwhile.`
    ]
  };
}
var LIMIT;
var init_read_stable_service = __esm({
  "actions/deploy-run/preflight/read-stable-service.ts"() {
    "use strict";
    init_fetch_classes();
    init_records();
    init_traffic2();
    init_poll();
    init_interrupted_release();
    LIMIT = 6e4;
  }
});

// actions/deploy-run/preflight/rollback.ts
async function planRollbackTo(regional, step, { target: choose, restored, alone, read: read3 }) {
  const { inputs, context } = step;
  const refuse2 = (message) => new InputError([{ subject: "Input rollback-to", message }]);
  const { service: current, notes } = await readSettledService(regional, step.settledReleases, read3);
  if (!current) throw refuse2(`there is no service ${regional.service} in ${regional.region}.`);
  const beforeRelease = restored.size === 0 ? void 0 : restored.get(regional.name) ?? serving(current)[0]?.revision;
  const done = beforeRelease === void 0 ? doneBefore(current, context.github) : void 0;
  const { to, note = void 0 } = done === void 0 ? await choose() : { to: done };
  const target2 = planRollback(current, to, inputs.force, beforeRelease);
  const reads = {
    revision: ahead(getRevision(regional, target2.revision)),
    identity: ahead(probeIdentity(regional, step, current))
  };
  const { registry } = regional.clients;
  const image = target2.release?.image;
  const recorded = ahead(findImages(registry, { containers: image ? [{ image }] : [] }, regional.region));
  const schema = checkSchema(target2, await schemaRecords(regional, current), inputs.force);
  const revision = await reads.revision;
  if (!revision)
    throw refuse2(
      `the revision ${target2.revision} is gone: Cloud Run keeps the newest 1,000. Deploy its commit${target2.release?.commit ? ` ${target2.release.commit}` : ""} again.`
    );
  if (readiness(revision).state !== "ready")
    throw refuse2(
      `the revision ${target2.revision} is not ready: ${readiness(revision).condition?.message ?? "no reason was given"}`
    );
  const template = templateOf(revision);
  const known = await recorded.catch(() => void 0);
  const accepted = await findImages(registry, template, regional.region, known);
  await checkProvenance(step, template, { served: target2.release !== void 0 });
  await resolveSecrets(template, {
    manager: regional.clients.secrets,
    project: inputs.project,
    mode: "keep",
    log: context.log
  });
  const commit2 = target2.release?.commit || (revision.labels?.[COMMIT_LABEL] ?? inputs.commit);
  const reason = inputs.reason ?? `rollback to ${target2.revision}`;
  const hold = {
    reason,
    by: context.github.actor || "an unknown user",
    at: new Date(context.clock.now()).toISOString(),
    runUrl: context.github.runUrl,
    revision: target2.revision,
    commit: commit2
  };
  const held = `Automatic deploys are refused from now on, until a run with release-hold: true. Reason: ${reason.replace(/\.?$/, ".")}`;
  const ambiguous = target2.others.length > 0 ? [
    `The commit ${commit2.slice(0, 12)} was released with several images: ${target2.revision} is rolled back to, ${target2.others.map(({ revision: revision2 }) => revision2).join(", ")} ran another image. To choose one of these, give its name as rollback-to.`
  ] : [];
  const apart2 = alone && restored.size === 0 && wasReleasedTogether(current) ? [apartNote(regional.service)] : [];
  const probing = regional.kind === "Service" && inputs.rollout.probe.kind !== "startup";
  const plan = {
    kind: "rollback",
    service: identityOf(regional),
    current,
    base: void 0,
    serving: serving(current),
    changes: [],
    leftAlone: [],
    baseline: planBaseline(current).shares,
    candidate: { kind: "existing", revision: target2.revision },
    desired: void 0,
    template,
    accepted,
    tag: probing ? candidateTag(regional.service, commit2, lastNumber(regional.service, commit2, [target2.revision])) : void 0,
    keepTag: false,
    claim: void 0,
    commit: commit2,
    holdBefore: holdOf(current),
    hold,
    releaseChange: { kind: "withdraw", target: target2, reason },
    allowUnauthenticated: void 0,
    notes: [...notes, held, ...note ? [note] : [], ...schema, ...ambiguous, ...apart2]
  };
  return { regional, plan, ...await reads.identity };
}
function doneBefore(service2, { runUrl, runId, runAttempt }) {
  const hold = holdOf(service2);
  return runId !== "" && runAttempt > 1 && hold?.runUrl === runUrl ? hold.revision : void 0;
}
async function checkSchemaAgain({ regional, plan }, force) {
  const { releaseChange, current } = plan;
  if (releaseChange.kind !== "withdraw" || !current || force) return;
  const { target: target2 } = releaseChange;
  const quiet = { ...regional, context: { ...regional.context, log: { ...regional.context.log, warning: () => {
  } } } };
  const contracting = contractedSince(target2, await schemaRecords(quiet, current));
  if (!contracting) return;
  throw new OutcomeError(
    `The migrations of ${contracting.commit.slice(0, 12)} began to contract the database schema meanwhile, and ${target2.revision} is older: it may fail on the new schema. Deploy a fix in a new commit, or set force: true if you know that it works.`
  );
}
async function schemaRecords(regional, current) {
  const { http: http2, endpoints } = regional.clients.cloud;
  try {
    const found2 = await Promise.all(
      serviceRegions(regional.region, current).map(
        (region2) => readSchemaRecords(http2, endpoints.run, `projects/${regional.project}/locations/${region2}`)
      )
    );
    return found2.flat();
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 401 && error.status !== 403) throw error;
    regional.context.log.warning(
      `It is unknown whether a contracting migration ran in between: ${error.message} Needs run.jobs.list, for instance roles/run.viewer.`
    );
    return [];
  }
}
var apartNote;
var init_rollback = __esm({
  "actions/deploy-run/preflight/rollback.ts"() {
    "use strict";
    init_fetch_classes();
    init_revisions();
    init_secret_versions();
    init_annotations();
    init_holds();
    init_schema();
    init_errors();
    init_retry();
    init_names();
    init_decision();
    init_rollback_target();
    init_serving_template();
    init_traffic2();
    init_identity_token();
    init_multi_region();
    init_regional_service();
    init_images();
    init_provenance2();
    init_read_stable_service();
    apartNote = (service2) => `${service2} was released together with other services. Rolled back alone, it runs with their newer versions, which never ran together. To roll back all of them give services.`;
  }
});

// src/records/preview-owners.ts
function ownersOf(service2) {
  const owners = readAnnotation(service2, PREVIEWS, (value) => !Array.isArray(value)) ?? {};
  const targets2 = [...service2.traffic ?? [], ...service2.trafficStatuses ?? []];
  const tags = new Set(targets2.map(({ tag }) => tag));
  return Object.fromEntries(Object.entries(owners).filter(([tag]) => tags.has(tag)));
}
function checkTagOwner(service2, claim, input) {
  const { tag, repository, force } = claim;
  const owner = ownerOf(service2, tag);
  if (force || isTagOf(service2, tag, repository)) return;
  const way = input === "tag" ? "Choose another tag, or take this one over with force: true" : "To remove it, give force: true";
  throw new InputError([
    {
      subject: `Input ${input}`,
      message: `${tag} is a preview of the repository ${owner}, and this run is of ${repository || "no repository"}. Nothing was changed. ${way}.`
    }
  ]);
}
function withOwners(service2, owners) {
  const { [PREVIEWS]: _, ...annotations2 } = service2.annotations ?? {};
  return Object.keys(owners).length === 0 ? annotations2 : { ...annotations2, [PREVIEWS]: JSON.stringify(owners) };
}
var PREVIEWS, PREVIEW_SERVICE, ownerOf, isTagOf, withTagOwner, withoutTagOwners, asPreviewService, isLeftOver;
var init_preview_owners = __esm({
  "src/records/preview-owners.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_annotations();
    PREVIEWS = `${ANNOTATION_PREFIX}previews`;
    PREVIEW_SERVICE = `${ANNOTATION_PREFIX}preview-service`;
    ownerOf = (service2, tag) => Object.entries(ownersOf(service2)).find(([name]) => name === tag)?.[1];
    isTagOf = (service2, tag, repository) => (ownerOf(service2, tag) ?? repository).toLowerCase() === repository.toLowerCase();
    withTagOwner = (service2, { tag, repository }) => withOwners(service2, { ...ownersOf(service2), ...repository && { [tag]: repository } });
    withoutTagOwners = (service2, tags) => withOwners(service2, Object.fromEntries(Object.entries(ownersOf(service2)).filter(([tag]) => !tags.includes(tag))));
    asPreviewService = (service2, claim) => ({
      ...withTagOwner(service2, claim),
      ...claim.repository && { [PREVIEW_SERVICE]: claim.repository }
    });
    isLeftOver = (service2) => service2.annotations?.[PREVIEW_SERVICE] !== void 0 && (service2.traffic ?? []).every(({ tag }) => !tag) && !["releases", "rollout", "hold", "next", "freeze"].some(
      (record3) => service2.annotations?.[`${ANNOTATION_PREFIX}${record3}`] !== void 0
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
  const landed = (service2) => isOurs2(service2, id);
  if (!current && desired) {
    revision = revisionName(regional.service, planned.plan.commit, 1);
    const { invokerIamDisabled: _, defaultUriDisabled: __, ...service2 } = desired.service;
    const written3 = await createService(
      regional,
      {
        ...service2,
        template: { ...desired.template, revision },
        traffic: [
          { type: REVISION, revision, percent: 100 },
          ...planned.plan.tag && planned.plan.keepTag ? [{ type: REVISION, revision, tag: planned.plan.tag }] : []
        ],
        annotations: withRecords(service2.annotations, { rollout: newRollout(planned, { id, claim }, revision, {}) })
      },
      landed
    );
    return { revision, written: written3 };
  }
  let free = planned.freeRevision;
  const written2 = await writeService(regional, {
    landed,
    known: current,
    plan: async (now) => {
      regional.context.signal.throwIfAborted();
      checkUnchanged(planned.plan, now);
      if (candidate.kind === "new") revision = await free ?? await freeRevision(regional, planned.plan.commit);
      free = void 0;
      const annotations2 = withRecords(now.annotations, {
        rollout: newRollout(planned, { id, claim }, revision, now),
        ...planned.plan.hold && { hold: planned.plan.hold }
      });
      if (candidate.kind === "serving") return { ...now, annotations: annotations2 };
      const lost = rolloutOf(now);
      const tags = await keptTags(regional, now, planned.plan.tag, lost?.keepTag ? void 0 : lost?.tag);
      if (planned.plan.tag) tags.push({ tag: planned.plan.tag, revision });
      const next = desired && current ? withEarlyFields(now, current, desired.service) : now;
      return {
        ...next,
        ...candidate.kind === "new" && desired && { template: { ...desired.template, revision } },
        traffic: planTraffic({ baseline: planned.plan.baseline, candidate: revision, percent: 0, tags }),
        annotations: annotations2
      };
    }
  });
  return { revision: rolloutOf(written2.service)?.candidate ?? revision, written: written2 };
}
function checkUnchanged({ current, holdBefore, claim }, now) {
  checkNoNewHold(now, holdBefore);
  if (claim) checkTagOwner(now, claim, "tag");
  const same2 = (
    // What moves still, although preflight has waited for it, has not begun to move since.
    (!isMoving(now) || isMoving(current ?? {}) && sameShares(askedFor(current ?? {}), askedFor(now))) && rolloutOf(current)?.id === rolloutOf(now)?.id && // A freeze that was set since may block this run.
    current?.annotations?.[FREEZE_ANNOTATION] === now.annotations?.[FREEZE_ANNOTATION] && sameShares(serving(current ?? {}), serving(now)) && sameShares(planBaseline(current).shares, planBaseline(now).shares) && JSON.stringify(current?.template) === JSON.stringify(now.template)
  );
  if (!same2) throw new OutdatedPlanError("the service was modified concurrently");
}
function newRollout(planned, { id, claim }, candidate, now) {
  const { context } = planned.regional;
  const {
    plan: { kind, commit: commit2, baseline, tag, keepTag, holdBefore }
  } = planned;
  const shares = [...serving(now), ...now.reconciling ? askedFor(now) : []];
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
var OutdatedPlanError;
var init_create_candidate = __esm({
  "actions/deploy-run/rollout/create-candidate.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_resources();
    init_preview_owners();
    init_desired_service();
    init_names();
    init_records();
    init_traffic2();
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
  const { service: service2 } = await writeService(regional, {
    landed: (now) => releasesOf(now).some(({ rollout }) => rollout === id),
    plan: async (now) => {
      checkNoNewHold(now, holdBefore);
      if (claim) checkTagOwner(now, claim, "tag");
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
          ...tag && keepTag ? [{ type: REVISION, revision, tag }] : []
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
  return service2;
}
var init_record_unchanged = __esm({
  "actions/deploy-run/rollout/record-unchanged.ts"() {
    "use strict";
    init_fetch_classes();
    init_resources();
    init_preview_owners();
    init_desired_service();
    init_records();
    init_traffic2();
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
  return `if the service requires authentication, give probe-service-account, so that the probe carries an identity token; if it allows unauthenticated invocations, the application itself refused the request: ${remedy}`;
}
var init_access_hint = __esm({
  "actions/deploy-run/probe/access-hint.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// actions/deploy-run/probe/grpc.ts
function grpcProbe(url, token, { signal, clock, open }) {
  return async (timeout) => orAborted(check2(url, { bearer: await token(), open }, timeout, clock), signal);
}
function check2(url, { bearer, open }, timeout, clock) {
  return new Promise((resolve3) => {
    const session = (0, import_node_http2.connect)(url, { lookup: loopbackAwareLookup });
    const end = (answer) => {
      cancel();
      session.destroy();
      resolve3(answer);
    };
    const unanswered = (why, timedOut = false) => end({ healthy: false, timedOut, detail: `no answer (${why})` });
    const cancel = clock.timer(timeout, () => unanswered(`none within ${timeout}ms`, true));
    session.once("error", (error) => unanswered(error.message));
    const stream = session.request({
      ":method": "POST",
      ":path": "/grpc.health.v1.Health/Check",
      "content-type": "application/grpc",
      te: "trailers",
      ...bearer && { "x-serverless-authorization": `Bearer ${bearer}` }
    });
    let http2 = 0;
    let grpc;
    const chunks = [];
    const noteStatus = (headers) => {
      if (headers["grpc-status"] !== void 0) grpc = String(headers["grpc-status"]);
    };
    stream.on("response", (headers) => {
      http2 = Number(headers[":status"]);
      noteStatus(headers);
    });
    stream.on("trailers", noteStatus);
    let size = 0;
    stream.on("data", (chunk) => {
      size += chunk.length;
      if (size > MOST_BYTES3)
        end({ healthy: false, detail: `more than ${MOST_BYTES3} bytes, which no health check answers` });
      else chunks.push(chunk);
    });
    stream.once("error", (error) => unanswered(error.message));
    stream.once(
      "close",
      () => end(judgeGrpc(http2, grpc, Buffer.concat(chunks), { tokenSent: bearer !== void 0, open }))
    );
    stream.end(REQUEST);
  });
}
function judgeGrpc(http2, grpc, body, access) {
  if (http2 === 401 || http2 === 403)
    return {
      healthy: false,
      detail: `HTTP ${http2}: ${accessHint(access, "let grpc.health.v1.Health be called without a login")}`
    };
  if (http2 !== 200) return { healthy: false, detail: `HTTP ${http2}, which is not a response of a gRPC server` };
  if (grpc === UNIMPLEMENTED)
    return {
      healthy: false,
      detail: "the server does not implement grpc.health.v1.Health; choose probe: startup if it cannot"
    };
  if (grpc !== "0") return { healthy: false, detail: `gRPC status ${grpc ?? "missing"}` };
  const status = healthStatus(body.subarray(5));
  return { healthy: status === SERVING, detail: STATES[status] ?? `health status ${status}` };
}
var import_node_http2, REQUEST, SERVING, MOST_BYTES3, STATES, UNIMPLEMENTED, healthStatus;
var init_grpc = __esm({
  "actions/deploy-run/probe/grpc.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_http2 = require("node:http2");
    init_client();
    init_interruption();
    init_access_hint();
    REQUEST = Buffer.alloc(5);
    SERVING = 1;
    MOST_BYTES3 = 1e4;
    STATES = ["UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"];
    UNIMPLEMENTED = "12";
    healthStatus = (message) => message[0] === 8 ? message[1] ?? 0 : 0;
  }
});

// actions/deploy-run/probe/http.ts
function httpProbe(http2, clock, url, expectation, token) {
  return async (timeout) => {
    const bearer = await token();
    const start = clock.now();
    try {
      const response = await http2.raw({
        method: "GET",
        url,
        authenticated: false,
        // Not `authorization`: that one may belong to the application
        // (https://cloud.google.com/run/docs/authenticating/service-to-service#acquire-token).
        headers: bearer ? { "x-serverless-authorization": `Bearer ${bearer}` } : {},
        attemptTimeout: timeout,
        resource: url
      });
      const { bytes, end } = await readBounded(response.body, {
        maxBytes: MOST_BODY,
        timeout: Math.max(1, timeout - (clock.now() - start)),
        clock
      });
      if (end === "too-slow")
        return {
          healthy: false,
          timedOut: true,
          detail: `${response.status}, but its body did not end within ${formatDuration(timeout)} (${bytes.length} bytes came)`
        };
      const body = bytes.toString("utf8");
      return judgeHttp(
        { status: response.status, body, location: header(response.headers.location), private: bearer !== void 0 },
        expectation,
        clock.now() - start
      );
    } catch (error) {
      if (!isConnectionFault(error)) throw error;
      return {
        healthy: false,
        timedOut: isTimeout(error),
        detail: `no answer (${error.message || error.code})`
      };
    }
  };
}
function judgeHttp(answer, { statuses, contains, open }, took) {
  const { status, body, location } = answer;
  const expected = statuses.map(({ from, to }) => from === to ? `${from}` : `${from}-${to}`).join(", ");
  if (!statuses.some(({ from, to }) => status >= from && status <= to))
    return {
      healthy: false,
      detail: `${status}, expected ${expected}${hint(status, location, { tokenSent: answer.private, open })}`
    };
  if (contains !== void 0 && !body.includes(contains))
    return { healthy: false, detail: `${status}, but the body does not contain "${contains}"` };
  return { healthy: true, detail: `${status} in ${formatDuration(took)}` };
}
function hint(status, location, access) {
  if (status >= 300 && status < 400)
    return ` (redirects to ${location ?? "nowhere"}; redirects are not followed, probe the target path)`;
  if (status === 401 || status === 403)
    return ` (${accessHint(access, `give a probe-path that needs no login, or probe-status: ${status} if this is a healthy answer`)})`;
  if (status === 404)
    return " (set probe-path to a path that the application answers. With internal ingress, which answers 404 to everyone outside, choose probe: startup)";
  return "";
}
var MOST_BODY, isTimeout, header;
var init_http = __esm({
  "actions/deploy-run/probe/http.ts"() {
    "use strict";
    init_fetch_classes();
    init_client();
    init_read_bounded();
    init_text_request();
    init_duration();
    init_access_hint();
    MOST_BODY = 1e6;
    isTimeout = (error) => error instanceof NoAnswerError || /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(error.code ?? "");
    header = (value) => Array.isArray(value) ? value[0] : value;
  }
});

// actions/deploy-run/probe/probe.ts
async function probeUntilHealthy(url, ask, patience, clock, signal, onProgress) {
  const start = clock.now();
  const end = start + patience.timeout;
  let passes = 0;
  let lastAnswer = "";
  let progressAt = start;
  for (let attempts = 1; ; attempts++) {
    signal.throwIfAborted();
    const limit = Math.max(1, Math.min(ANSWER_TIMEOUT, end - clock.now()));
    const { healthy, detail, timedOut = false } = await ask(limit);
    const cutShort = timedOut && limit < ANSWER_TIMEOUT;
    if (!cutShort || lastAnswer === "") lastAnswer = detail;
    passes = healthy ? passes + 1 : 0;
    if (passes >= patience.passes) return { url, passes, attempts, took: clock.now() - start, lastAnswer };
    if (clock.now() + patience.interval >= end) {
      const requests = attempts === 1 ? "1 probe request" : `${attempts} probe requests`;
      throw new OutcomeError(
        `${url} failed its health check: ${requests} in ${formatDuration(clock.now() - start)}, ${passes} of ${patience.passes} consecutive successes. The last answer: ${lastAnswer}.`
      );
    }
    if (!healthy && clock.now() >= progressAt) {
      progressAt = clock.now() + PROGRESS_INTERVAL;
      onProgress(
        `Health check of ${url} not passed yet: ${lastAnswer}. Probe requests go on, ${formatDuration(clock.now() - start)} of ${formatDuration(patience.timeout)} used.`
      );
    }
    await clock.sleep(patience.interval, signal);
  }
}
var ANSWER_TIMEOUT, PROGRESS_INTERVAL;
var init_probe = __esm({
  "actions/deploy-run/probe/probe.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_errors();
    ANSWER_TIMEOUT = 3e4;
    PROGRESS_INTERVAL = 1e4;
  }
});

// actions/deploy-run/probe/probe-service.ts
async function probeService(planned, { service: service2, tag }, { rollout }) {
  const { regional } = planned;
  if (rollout.probe.kind === "startup" || regional.kind === "WorkerPool") return void 0;
  const urlIn = (one) => one && tag ? tagUrl(one, tag) : one?.uri;
  if (regional.region !== GLOBAL) return await probeUrl(planned, urlIn(service2), service2.uri, rollout.probe);
  const places = await regionalNames(regional, async () => service2);
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
  if (base === void 0)
    throw new OutcomeError(
      `The service ${regional.service} shows no URL to probe. If its default URL is disabled choose probe: startup.`
    );
  const audience = async () => token?.(own ?? base);
  const bearer = memo(audience);
  const url = options.kind === "grpc" ? base : new URL(probePath(options.path, planned.plan.template), base).href;
  const ask = options.kind === "grpc" ? grpcProbe(url, bearer, { signal, clock, open }) : httpProbe(regional.clients.cloud.http, clock, url, { ...options, open }, bearer);
  const record3 = await probeUntilHealthy(url, ask, options, clock, signal, log.info);
  log.info(`Health check passed: ${url}, ${record3.passes} consecutive successes (${record3.lastAnswer}).`);
  return record3;
}
function probePath(given, template) {
  const containers = template.containers ?? [];
  return given ?? containers[ingressIndex(containers)]?.startupProbe?.httpGet?.path ?? "/";
}
function memo(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}
var init_probe_service = __esm({
  "actions/deploy-run/probe/probe-service.ts"() {
    "use strict";
    init_fetch_classes();
    init_manifest();
    init_errors();
    init_traffic2();
    init_multi_region();
    init_grpc();
    init_http();
    init_probe();
  }
});

// actions/deploy-run/probe/startup-probes.ts
function describeStartupProbes(revision) {
  const containers = revision?.containers ?? [];
  const probes = containers.flatMap(({ name, startupProbe }) => {
    const asks = startupProbe && requestOf(startupProbe);
    return asks === void 0 ? [] : [{ name, asks, time: formatDuration(windowOf(startupProbe)) }];
  });
  return probes.map(({ name, asks, time }) => {
    const whose = containers.length > 1 && name ? ` of container ${name}` : "";
    return `The startup probe${whose} ${asks}, for up to ${time}.`;
  }).join(" ");
}
function requestOf({ httpGet, grpc }) {
  const on = (port2) => port2 === void 0 ? "" : ` on port ${port2}`;
  if (httpGet) return `requests ${httpGet.path || "/"}${on(httpGet.port)} and takes a status from 200 to 399`;
  if (grpc) return `calls the gRPC health service${on(grpc.port)}`;
  return void 0;
}
var PERIOD, FAILURES, windowOf;
var init_startup_probes = __esm({
  "actions/deploy-run/probe/startup-probes.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    PERIOD = 10;
    FAILURES = 3;
    windowOf = ({ initialDelaySeconds = 0, periodSeconds = PERIOD, failureThreshold = FAILURES }) => (initialDelaySeconds + periodSeconds * failureThreshold) * 1e3;
  }
});

// actions/deploy-run/rollout/failure-advice.ts
function withAdvice(message) {
  for (const [pattern, advice] of ADVICE2) {
    const match = pattern.exec(message);
    if (match) return `${message.replace(/\.?$/, ".")} ${advice(match)}`;
  }
  return message;
}
var ADVICE2;
var init_failure_advice = __esm({
  "actions/deploy-run/rollout/failure-advice.ts"() {
    "use strict";
    init_fetch_classes();
    ADVICE2 = [
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
        () => "It needs more memory: raise resources.limits.memory in the manifest."
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
          `${revision} is not ready after ${formatDuration(clock.now() - start)}: ${condition?.message || "it is starting"}`,
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
  const service2 = await regional.api.get(regional.name);
  return service2 !== void 0 && !service2.reconciling && service2.observedGeneration === service2.generation;
}
async function notMade(regional, revision) {
  const created2 = (await regional.api.get(regional.name))?.latestCreatedRevision;
  return new NotReadyError(
    `Revision ${revision} was not created, although Cloud Run completed the change. The latest created revision is ${created2 ? shortName2(created2) : "none"} (latestCreatedRevision). Another tool may have written the service at the same time; run this step again.`,
    void 0
  );
}
async function readEvidence(regional, operation) {
  try {
    return await regional.clients.operations.get(operation);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    regional.context.log.debug(`The operation was not read: ${error.message}`);
    return void 0;
  }
}
function describeConditions(name, revision, ready) {
  const others = (revision?.conditions ?? []).filter(
    ({ type, state, severity }) => type !== "Ready" && state === "CONDITION_FAILED" && severity !== "INFO"
  );
  const texts2 = new Set([ready, ...others].flatMap((condition) => whatItSays(condition?.message)));
  const probes = PROBE_FAILED.test([...texts2].join(" ")) ? describeStartupProbes(revision) : "";
  const said = sentences(withAdvice([...texts2].join(" ")), probes, probes && PROBE_ADVICE) || (ready?.revisionReason ?? ready?.reason ?? "no reason was given.");
  return `The revision ${name} did not become ready: ${said}`;
}
function whatItSays(message = "") {
  const text3 = message.replace(/\s*Logs for this revision might contain more information\.?/g, "").replace(/\s*(?:Logs URL:|For more troubleshooting guidance, see) \S+/g, "").trim();
  return text3 === "" ? [] : [text3];
}
async function waitForTraffic(regional, wish, early) {
  const isInEffect = (service2) => sameShares(serving(service2), wish.shares) && (wish.tag === void 0 || tagsInEffect(service2).some(({ tag, revision }) => tag === wish.tag && revision === wish.candidate));
  const first = await early?.catch(() => void 0);
  if (first && isInEffect(first)) {
    ourRollout(first, wish.id);
    return first;
  }
  const settled = await pollService(regional, async () => {
    const service2 = await regional.api.get(regional.name);
    if (!service2) throw new OutcomeError(`The service ${regional.service} was deleted during this run.`);
    ourRollout(service2, wish.id);
    if (isInEffect(service2)) return service2;
    const failure = routingFailure(service2);
    if (failure !== void 0) throw new OutcomeError(`The traffic could not be moved: ${failure}`);
    return void 0;
  });
  if (settled) return settled;
  throw new OutcomeError(`The traffic was not moved within ${describeTimeout(regional.context)}.`);
}
function routingFailure(service2) {
  if (service2.reconciling) return void 0;
  const routes = service2.conditions?.find(({ type }) => type === "RoutesReady" || type === "InstanceSplitsReady");
  return routes?.state === "CONDITION_FAILED" ? routes.message ?? "no reason was given" : void 0;
}
var PROGRESS_INTERVAL2, NotReadyError, PROBE_FAILED, PROBE_ADVICE, sentences;
var init_wait = __esm({
  "actions/deploy-run/rollout/wait.ts"() {
    "use strict";
    init_fetch_classes();
    init_revisions();
    init_duration();
    init_errors();
    init_time_limit();
    init_traffic2();
    init_startup_probes();
    init_ownership();
    init_poll();
    init_regional_service();
    init_failure_advice();
    PROGRESS_INTERVAL2 = 3e4;
    NotReadyError = class extends OutcomeError {
      revision;
      constructor(message, revision) {
        super(message);
        this.revision = revision;
      }
    };
    PROBE_FAILED = /failed the configured startup probe checks/;
    PROBE_ADVICE = "Set probe-path, or startupProbe in the manifest, to what the application answers, and give it the time that it needs.";
    sentences = (...texts2) => texts2.filter((text3) => text3 !== "").map((text3, i2, { length }) => i2 < length - 1 ? text3.replace(/([^.?!])$/, "$1.") : text3).join(" ");
  }
});

// actions/deploy-run/rollout/rollout.ts
async function beginRollout(planned, id, events, claim) {
  const { regional } = planned;
  const { revision, written: written2 } = await timedPhase(regional, "create", events, () => createCandidate(planned, id, claim));
  events.push({ name: regional.name, kind: "created", revision });
  return { planned, id, revision, service: written2.service, operation: written2.operation };
}
async function proveCandidate(progress, inputs, events) {
  const { planned, revision, operation } = progress;
  const { regional, plan } = planned;
  await timedPhase(regional, "ready", events, async () => {
    const service2 = ahead(regional.api.get(regional.name));
    const ready = await waitForRevision(regional, revision, operation);
    checkDigests(plan.template, ready, plan.accepted);
    await waitForShares(progress, isFirst(plan) ? 100 : 0, service2);
  });
  if (isFirst(plan)) return;
  await timedPhase(regional, "probe", events, () => probed(progress, events, probeTag(progress, inputs)));
}
async function giveShare(progress, percent2, events) {
  if (isFirst(progress.planned.plan)) return;
  await timedPhase(progress.planned.regional, `${percent2} %`, events, async () => {
    await moveTraffic(progress, percent2);
    await waitForShares(progress, percent2);
  });
}
async function watchShare(progress, percent2, inputs, events, waited = false) {
  const { regional, plan } = progress.planned;
  if (isFirst(plan)) return;
  await timedPhase(regional, `watch ${percent2} %`, events, async () => {
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
  const { clock, log } = planned.regional.context;
  if (freeze === void 0) return;
  const consequence = "It has begun during this deploy, so its share of the traffic was not increased.";
  checkFreeze(freezeOn(now, freeze, clock.now()), { force: false, consequence, log });
}
async function moveTraffic(progress, percent2) {
  const { planned, revision } = progress;
  const {
    regional,
    plan: { baseline }
  } = planned;
  let asked = [];
  await writeService(regional, {
    known: progress.service,
    // The count of writes does not tell: the lease of the release may have been renewed in between.
    landed: (now) => isOurs2(now, progress.id) && sameShares(askedFor(now), asked),
    plan: async (now) => {
      regional.context.signal.throwIfAborted();
      const record3 = checkStillOurs(progress, now);
      checkNotFrozen(progress, now);
      const has = askedFor(now).find((share) => share.revision === revision)?.percent ?? 0;
      if (progress.advancing !== void 0 && has >= percent2) return void 0;
      const traffic = planTraffic({ baseline, candidate: revision, percent: percent2, tags: await keptTags(regional, now) });
      asked = askedFor({ traffic });
      return {
        ...now,
        traffic,
        annotations: withRecords(now.annotations, { rollout: { ...record3, write: record3.write + 1 } })
      };
    }
  });
}
async function waitForShares(progress, percent2, early) {
  const { planned, id, revision } = progress;
  const others = planned.plan.baseline.filter((share) => share.revision !== revision);
  const shares = scale(others, 100 - percent2);
  if (percent2 > 0 || others.length === 0) shares.push({ revision, percent: others.length === 0 ? 100 : percent2 });
  const tag = isFirst(planned.plan) && !planned.plan.keepTag ? void 0 : planned.plan.tag;
  progress.service = await waitForTraffic(planned.regional, { id, shares, tag, candidate: revision }, early);
}
async function probeCandidate(progress, inputs) {
  const { planned } = progress;
  const revision = await getRevision(planned.regional, progress.revision);
  if (revision && readiness(revision).state === "failed")
    throw new Error(`the revision ${progress.revision} failed after it was ready`);
  return await probeTag(progress, inputs);
}
function isFinished({ planned, id, revision }, now) {
  if (rolloutOf(now) !== void 0) return false;
  if (planned.plan.kind === "rollback")
    return isSameHold(holdOf(now), planned.plan.hold ?? void 0) && sameShares(askedFor(now), [{ revision, percent: 100 }]);
  return releasesOf(now).some(({ rollout }) => rollout === id);
}
async function recordSuccess(progress, release) {
  const { planned, revision } = progress;
  const {
    regional,
    plan: { desired, current }
  } = planned;
  const dropped = planned.plan.keepTag ? void 0 : planned.plan.tag;
  const written2 = await writeService(regional, {
    known: progress.service,
    landed: (now) => isFinished(progress, now),
    plan: async (now) => {
      checkStillOurs(progress, now);
      const next = desired ? withLateFields(now, current ?? created(desired.service), desired.service) : now;
      return {
        ...next,
        traffic: planTraffic({
          baseline: [],
          candidate: revision,
          percent: 100,
          tags: await keptTags(regional, now, dropped)
        }),
        ...planned.plan.kind === "rollback" && { labels: { ...now.labels, "commit-sha": planned.plan.commit } },
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
    }
  });
  progress.service = written2.service;
}
function created({ invokerIamDisabled: _, defaultUriDisabled: __, ...rest }) {
  return rest;
}
async function timedPhase({ name, service: service2, region: region2, context }, phase, events, work) {
  context.signal.throwIfAborted();
  const start = context.clock.now();
  try {
    return await context.log.group(`${service2} in ${region2}: ${phaseTitle(phase)}`, work);
  } finally {
    events.push({ name, kind: "phase", phase, ms: context.clock.now() - start });
  }
}
var probeTag, PHASES, phaseTitle;
var init_rollout2 = __esm({
  "actions/deploy-run/rollout/rollout.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_revisions();
    init_holds();
    init_retry();
    init_desired_service();
    init_image_digests();
    init_records();
    init_rollout_plan();
    init_traffic2();
    init_probe_service();
    init_access();
    init_fenced_write();
    init_ownership();
    init_regional_service();
    init_tags();
    init_create_candidate();
    init_record_release();
    init_wait();
    probeTag = ({ planned, service: service2 }, inputs) => probeService(planned, { service: service2, tag: planned.plan.tag }, inputs);
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
  const kept = differences("Service", bare, current).filter(
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
  const annotation2 = /annotations\["[^"/]*\/([^"]+)"\]/.exec(field)?.[1];
  return annotation2 ?? field.replace(/^spec\.template\.spec\.(?:containers\[[^\]]*\]\.)?/, "").replace(/^spec\./, "");
}
var SHOWN;
var init_unchanged_settings = __esm({
  "actions/deploy-run/plan/settings/unchanged-settings.ts"() {
    "use strict";
    init_fetch_classes();
    init_manifest();
    SHOWN = 12;
  }
});

// actions/deploy-run/release/describe-release.ts
function describePlan(plan, inputs, { context }) {
  const { service: service2, candidate, baseline, kind, desired, template } = plan;
  const what = candidate.kind === "new" ? `a new revision of ${template.containers?.map(({ image }) => image).join(" and ")}` : candidate.kind === "existing" ? `the revision ${candidate.revision}` : `no new revision, since ${candidate.revision} serves and nothing but the commit differs`;
  const before = baseline.map(({ revision, percent: percent2 }) => `${revision} ${percent2} %`).join(", ") || "nothing";
  const steps = baseline.length === 0 ? "100 % at once" : `0 %, then ${inputs.rollout.steps.join(" %, ")} %`;
  const how = candidate.kind === "serving" ? "" : ` It takes ${steps}.`;
  context.log.info(
    `${kind === "rollback" ? "Roll back" : "Deploy"} ${service2.service} in ${service2.region}: ${what}. Before: ${before}.${how}`
  );
  for (const note of plan.notes) context.log.notice(note);
  if (desired)
    for (const { field, before: before2, after: after2 } of plan.changes)
      context.log.info(`  ${field}: ${before2 || "\u2013"} \u2192 ${after2 || "\u2013"}`);
  const kept = leftAloneNote(plan.leftAlone);
  if (kept) context.log.info(kept);
}
function withAskedTags({ trafficStatuses, ...service2 }) {
  const asked = new Set(service2.traffic?.map(({ tag }) => tag));
  const statuses = trafficStatuses?.filter(({ tag }) => !tag || asked.has(tag));
  return { ...service2, ...statuses && { trafficStatuses: statuses } };
}
function dryRunResult({ plan }, { inputs }, events) {
  const { service: target2, candidate, baseline } = plan;
  const { name } = target2;
  const revision = candidate.kind === "new" ? `${target2.service}-${inputs.commit.slice(0, 12)}` : candidate.revision;
  const traffic = planTraffic({ baseline, candidate: revision, percent: 100, tags: [] });
  events.push(
    { name, kind: "serves", shares: serving({ trafficStatuses: traffic }), tags: [] },
    { name, kind: "ended", ending: { kind: "dry-run" } }
  );
  return {
    target: target2,
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
  const service2 = (readBack2 ? void 0 : await regional.api.get(name)) ?? withAskedTags(recorded);
  const ending = changed2 ? { kind: "deployed", revision, first: isFirst(plan) } : { kind: "commit-recorded", revision };
  events.push(
    { name, kind: "serves", shares: serving(service2), tags: tagsInEffect(service2) },
    { name, kind: "ended", ending }
  );
  const tag = plan.keepTag ? plan.tag : void 0;
  return { target: plan.service, before: plan.serving, service: service2, revision, template: plan.template, tag, changed: changed2 };
}
var init_describe_release = __esm({
  "actions/deploy-run/release/describe-release.ts"() {
    "use strict";
    init_fetch_classes();
    init_rollout_plan();
    init_unchanged_settings();
    init_traffic2();
  }
});

// actions/deploy-run/service/outcome.ts
function sharesBefore(events, name) {
  const planned = events.findLast((event) => event.kind === "planned" && event.name === name);
  return planned?.kind === "planned" ? planned.plan.serving : [];
}
function createdRevision(events, name) {
  const created2 = events.findLast((event) => event.kind === "created" && event.name === name);
  return created2?.kind === "created" ? created2.revision : void 0;
}
var init_outcome = __esm({
  "actions/deploy-run/service/outcome.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// actions/deploy-run/report/next-step.ts
function nextStep(error) {
  if (error instanceof InputError || error instanceof PolicyError || error instanceof BlockedError) return void 0;
  if (error instanceof OvertakenError) return "No action is needed unless that run fails.";
  if (error instanceof TimedOutError)
    return "Run this step again: it continues where this one stopped. Or increase the input timeout.";
  if (isAbort(error)) return "Run this step again if the deploy is still wanted.";
  if (error instanceof CloudError) return "Fix the cause that the message names, then run this step again.";
  if (error instanceof OutcomeError && /failed its health check/.test(error.message))
    return "Check the last response and the log of the revision. If the application has an error, push a fix. If it was slow to start, increase probe-timeout. If the path is wrong, correct probe-path.";
  return "Fix the cause that the message names, then run this step again. This is always safe.";
}
var init_next_step = __esm({
  "actions/deploy-run/report/next-step.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_errors();
    init_ownership();
  }
});

// actions/deploy-run/release/describe-failure.ts
function recordFailure(names, sentences2, { error, events }) {
  if (sentences2.length === 0) return;
  const ending = {
    kind: "failed",
    state: sentences2.join(" "),
    reason: reasonOf(error),
    next: nextStep(error)
  };
  for (const name of names) events.push({ name, kind: "ended", ending });
}
function reasonOf(error) {
  if (error instanceof CloudError) return describeCloudError(error);
  if (isAbort(error) && !(error instanceof TimedOutError)) return "The step was cancelled.";
  return error.message;
}
function explainFailure(error, sentences2, { log }) {
  if (sentences2.length === 0) return error;
  const next = nextStep(error);
  const state = [...sentences2, ...next ? [`What to do: ${next}`] : []].join(" ");
  if (error instanceof OutcomeError) return new OutcomeError(`${error.message} ${state}`, { cause: error });
  if (error instanceof TimedOutError) return new OutcomeError(`${error.message} ${state}`, { cause: error });
  if (isAbort(error)) return new OutcomeError(`The step was cancelled. ${state}`);
  if (error instanceof CloudError) return new OutcomeError(`${describeCloudError(error)} ${state}`, { cause: error });
  if (error instanceof InputError || error instanceof PolicyError) log.notice(state);
  return error;
}
var init_describe_failure = __esm({
  "actions/deploy-run/release/describe-failure.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_report();
    init_next_step();
  }
});

// actions/deploy-run/release/restore-blocked.ts
async function restoreBlocked(services, step) {
  const ended = await Promise.all(services.map((regional) => restoreOne(regional, step)));
  return ended.flatMap((one) => one ?? []);
}
async function restoreOne(regional, step) {
  const { name, service: service2, region: region2 } = regional;
  const current = await regional.api.get(name);
  const record3 = rolloutOf(current);
  if (!record3 || record3.kind === "rollback" || record3.release) return void 0;
  const hold = holdOf(current);
  const stopped = hold !== void 0 && !isSameHold(hold, record3.holdBefore);
  if (!stopped && !await isLost(record3, regional, step)) return void 0;
  const by = `The deploy of ${record3.commit.slice(0, 12)} by ${record3.actor || "another run"} (${record3.runUrl})`;
  try {
    const { kind, shares } = await restore(regional, record3.id);
    if (kind !== "restored") return void 0;
    const verb = shares.length > 1 ? "serve" : "serves";
    return {
      name,
      shares,
      sentence: `${by} was interrupted: ${listShares(shares)} ${verb} ${service2} in ${region2} as before it.`
    };
  } catch (error) {
    const why = error.message.replace(/\.?$/, ".");
    return {
      name,
      shares: void 0,
      sentence: `${by} was interrupted, and the traffic of ${service2} in ${region2} could not be restored: ${why} Run this step again.`
    };
  }
}
async function isLost(record3, regional, step) {
  if (isEarlierAttempt(record3.id, step.context.github)) return true;
  step.context.log.info(
    `The rollout ${record3.id} of ${regional.service} in ${regional.region} has not ended. Waiting for a minute to see whether it is still running.`
  );
  return await watchLease(regional, record3.id) === "expired";
}
var init_restore_blocked = __esm({
  "actions/deploy-run/release/restore-blocked.ts"() {
    "use strict";
    init_fetch_classes();
    init_holds();
    init_records();
    init_restore();
    init_ownership();
    init_earlier_release();
    init_lease();
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
          (plan, i2) => plan.status === "fulfilled" ? [{ deploy: deploys[i2], planned: plan.value }] : []
        );
      const blocked = failed.find((error) => error instanceof BlockedError);
      const first = failed.find(
        (error) => !(error instanceof InterruptedReleaseError || error instanceof BlockedError)
      );
      if (first === void 0 && found2 && step.inputs.dryRun && step.inputs.request.kind === "rollback")
        return endsReleaseFirst(found2, deploys, step, events);
      if (first !== void 0 || step.inputs.dryRun) throw first ?? blocked ?? interruptedPlan(found2);
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
        throw new OutcomeError(
          `Other runs keep releasing these services; gave up after ${tries} attempts. Run this step again.`
        );
      for (const [name, revision] of await settleRelease(found2.found, deploys[0].regional, step))
        restored.set(name, revision);
      step.settledReleases.add(found2.found.id);
    }
  } catch (error) {
    if (error instanceof UndecidedCanaryError) throw error;
    const sentences2 = deploys.map(({ regional }) => changed2.get(regional.name) ?? describeUnchanged(regional, events));
    for (const [i2, { regional }] of deploys.entries())
      recordFailure([regional.name], sentences2.slice(i2, i2 + 1), { error, events });
    if (deploys.length < 2) throw error;
    throw explainFailure(error, sentences2, step.context);
  }
}
function describeBlocked(blocked, { length }, changed2) {
  if (changed2.size === 0) return blocked;
  const restored = length < 2 ? [...changed2.values()] : [];
  return new BlockedError(blocked.describe, ["No new release was started.", ...restored].join(" "));
}
function endsReleaseFirst({ found: found2 }, deploys, { context }, events) {
  context.log.notice(
    `${found2.by} has not ended on all its members. The rollback ends it first; \`previous\` then means the revisions that were live before it.`
  );
  for (const { regional } of deploys) events.push({ name: regional.name, kind: "ended", ending: { kind: "dry-run" } });
  return [];
}
async function planRegion({ regional: { name }, prepare }, events, restored = /* @__PURE__ */ new Map()) {
  const planned = await prepare(restored);
  events.push({ name, kind: "planned", plan: planned.plan });
  return planned;
}
function describeUnchanged({ service: service2, region: region2, name }, events) {
  const before = sharesBefore(events, name);
  const serves = before.length > 0 ? `: ${listShares(before)} still serves` : "";
  return `Nothing was changed for ${service2} in ${region2}${serves}.`;
}
var MOST_PREPARATIONS, interruptedPlan;
var init_plan_members = __esm({
  "actions/deploy-run/release/plan-members.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_errors();
    init_records();
    init_interrupted_release();
    init_outcome();
    init_describe_failure();
    init_earlier_release();
    init_restore_blocked();
    MOST_PREPARATIONS = 4;
    interruptedPlan = (found2) => new OutcomeError(
      `${found2?.found.by ?? "A release"} has not ended on all its members, so there is nothing to plan from yet. A run without dry-run brings it to its end first.`
    );
  }
});

// actions/deploy-run/release/phases.ts
async function createCandidates(release) {
  const { members, events } = release;
  const [lead, ...others] = members;
  const first = await forEach(release, [lead], (member) => begin(release, member));
  const candidates = [...first, ...await forEach(release, others, (member) => begin(release, member))];
  const schema = ahead(
    forEach(release, candidates, ({ progress, deploy: deploy2 }) => checkSchemaAgain(progress.planned, deploy2.inputs.force))
  );
  await forEach(
    release,
    changed(candidates),
    ({ progress, deploy: deploy2 }) => proveCandidate(progress, deploy2.inputs, events)
  );
  await schema;
  return candidates;
}
async function moveTraffic2(release, candidates) {
  const { step, events, canary } = release;
  const { steps } = step.inputs.rollout;
  const moving = changed(candidates);
  for (const [i2, percent2] of steps.entries()) {
    await shift(release, candidates, percent2);
    if (percent2 < 100) {
      await canary?.judgeStep(moving.map(toJudged), { index: i2, percent: percent2 }, (regional) => {
        release.failing ??= regional;
      });
      await forEach(
        release,
        moving,
        ({ progress, deploy: deploy2 }) => watchShare(progress, percent2, deploy2.inputs, events, canary !== void 0)
      );
      if (moving.some(({ progress: { planned } }) => planned.plan.baseline.length > 0))
        step.context.log.info(`Step ${i2 + 1} of ${steps.length}: health checks passed at ${percent2} %.`);
    }
  }
  await verifyAll(release, candidates);
}
async function shift(release, candidates, percent2) {
  const moving = changed(candidates);
  const layers = [...new Set(moving.map(({ layer }) => layer))].sort((a, b) => a - b);
  for (const layer of layers) {
    await checkMembers(release, candidates);
    const now = moving.filter((candidate) => candidate.layer === layer);
    await forEach(release, now, ({ progress }) => giveShare(progress, percent2, release.events));
  }
}
async function probeShares(release, candidates, percent2) {
  await forEach(
    release,
    changed(candidates),
    ({ progress, deploy: deploy2 }) => watchShare(progress, percent2, deploy2.inputs, release.events, true)
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
  const several = candidates.length > 1;
  if (several) {
    const services = await checkMembers(release, candidates);
    for (const [i2, { progress, unchanged }] of candidates.entries()) {
      const shares = serving(services[i2] ?? {});
      if (unchanged || sameShares(shares, [{ revision: progress.revision, percent: 100 }])) continue;
      const { service: service2, region: region2 } = progress.planned.regional;
      throw new OutcomeError(`The traffic of ${service2} in ${region2} was moved by another run or user meanwhile.`);
    }
  }
  const members = planSnapshot(
    candidates.map(({ progress: { planned, revision } }) => ({ plan: planned.plan, revision }))
  );
  await forEach(release, candidates.slice(0, 1), (lead) => record(release, lead, several ? { members } : void 0));
}
async function finishOthers(release, candidates) {
  const [lead] = keysOf(candidates.map(({ deploy: deploy2 }) => deploy2.regional));
  await forEach(release, candidates.slice(1), (candidate) => record(release, candidate, lead ? { lead } : {}));
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
async function begin(release, { deploy: deploy2, planned: first, layer }) {
  const { step, events, members } = release;
  const { service: service2, region: region2 } = deploy2.regional;
  const keys = members.length > 1 || release.held ? keysOf(members.map((member) => member.deploy.regional)) : void 0;
  release.begun.add(deploy2.regional);
  let planned = first;
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
      if (!(error instanceof OutdatedPlanError)) throw error;
      if (tries >= MOST_PREPARATIONS2)
        throw new OutcomeError(
          `The service ${service2} in ${region2} was modified concurrently; gave up after ${tries} attempts. Run this step again.`
        );
      step.context.log.info(`Reading ${service2} again: ${error.message}.`);
      planned = await planAgain(deploy2, events);
    }
  }
}
async function planAgain(deploy2, events) {
  try {
    return await planRegion(deploy2, events);
  } catch (error) {
    if (!(error instanceof InterruptedReleaseError)) throw error;
    const { service: service2, region: region2 } = deploy2.regional;
    throw new OvertakenError(
      `${error.found.by} has taken over ${service2} in ${region2} meanwhile. This run stopped. Run this step again once that one has ended.`
    );
  }
}
async function checkMembers(release, candidates) {
  if (candidates.length < 2) return [];
  return await forEach(release, candidates, async ({ progress }) => {
    const { regional } = progress.planned;
    const now = await regional.api.get(regional.name);
    if (!now)
      throw new OutcomeError(`The service ${regional.service} in ${regional.region} was deleted during this run.`);
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
var MOST_PREPARATIONS2, toJudged, changed;
var init_phases = __esm({
  "actions/deploy-run/release/phases.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_retry();
    init_decision();
    init_traffic2();
    init_interrupted_release();
    init_rollback();
    init_create_candidate();
    init_record_unchanged();
    init_rollout2();
    init_ownership();
    init_describe_release();
    init_finish_or_restore();
    init_plan_members();
    MOST_PREPARATIONS2 = 4;
    toJudged = ({ progress: { planned, revision } }) => ({
      regional: planned.regional,
      plan: planned.plan,
      revision
    });
    changed = (candidates) => candidates.filter(({ unchanged }) => !unchanged);
  }
});

// actions/deploy-run/canary/judge.ts
async function judgeCanary(found2, candidates, { context, clients }, events) {
  const { plan, at } = found2.canary;
  const { log, clock, signal } = context;
  const judged = changed(candidates).map(toJudged).filter((one) => isJudged(one.plan));
  const shortest = Math.min(...plan.steps.slice(0, -1).map(({ ms }) => ms));
  const now = clock.now();
  if (judged.length === 0) return { kind: "unknown" };
  let look;
  try {
    const prepared = await prepareWatch(plan.analysis, shortest, { ...clients, log, clock });
    if (!prepared) return { kind: "unknown" };
    const { options, timing } = prepared;
    const steps = plan.steps.length - 1;
    const watched = judged.flatMap(toWatched);
    const watch = createCanaryWatch({ options, steps, candidates: watched.length, timing, clock, signal, ...clients });
    const { percent: percent2, ms } = plan.steps[at.step];
    look = await watch.look(watched, { index: at.step, percent: percent2, interval: ms }, spansOf(found2.canary));
  } catch (error) {
    if (!(error instanceof CloudError) || plan.analysis.explicit) throw error;
    log.warning(`The canary is judged by its health checks alone: Cloud Monitoring cannot be read (${error.message}).`);
    return { kind: "unknown" };
  }
  for (const observation of look.observations) {
    log.info(describeProgress(observation));
    const name = judged.find(({ revision }) => revision === observation.watched.candidate)?.regional.name;
    if (name !== void 0) events.push({ name, kind: "judged", observation });
  }
  const why = describeVerdict(look.verdict, look.observations, plan.analysis.falseAlarmRate);
  const at_ = look.observations.find(({ results }) => results.some(({ result }) => result === look.verdict.kind));
  const failing = judged.find(
    ({ revision }) => revision === (at_ ?? look.observations[0])?.watched.candidate
  )?.regional;
  if (look.verdict.kind === "worse") return { kind: "worse", why, failing };
  if (now < timesOf(found2.canary).due) return { kind: "good" };
  switch (decideStep(look.verdict, plan.analysis.onInconclusive, at.extended === true)) {
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
var init_judge2 = __esm({
  "actions/deploy-run/canary/judge.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_describe_evaluation();
    init_judge();
    init_prepare_watch();
    init_watch();
    init_long_canary();
    init_canary();
    init_phases();
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
      const canary = release?.canary && change(release.canary);
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
    init_fetch_classes();
    init_records();
    init_fenced_write();
    init_ownership();
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
        const window = since === "" ? filter : `${filter} AND timestamp>="${since}"`;
        for await (const { entries = [] } of pagesOf((next) => list3(window, "timestamp asc", 1e3, next)))
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
function toLine(entry) {
  const timestamp = entry.timestamp ?? entry.receiveTimestamp ?? "";
  const text3 = payloadText(entry);
  return { id: entry.insertId ?? `${timestamp} ${text3}`, timestamp, severity: entry.severity ?? "DEFAULT", text: text3 };
}
function payloadText({ textPayload, jsonPayload }) {
  if (textPayload !== void 0) return textPayload;
  if (!jsonPayload) return "";
  const { message, error } = jsonPayload;
  if (typeof message !== "string") return JSON.stringify(jsonPayload);
  return typeof error === "string" && !message.includes(error) ? `${message}: ${error}` : message;
}
var MOST_COUNTED, FIRST_PAUSE, LONGEST_PAUSE, executionFilter, revisionFilter, hasText, earlier;
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
    revisionFilter = (service2, revision) => `resource.type="cloud_run_revision" AND resource.labels.service_name="${service2}" AND resource.labels.revision_name="${revision}" AND NOT log_id("run.googleapis.com/requests")`;
    hasText = (line) => line.text !== "";
    earlier = (timestamp, ms) => Number.isNaN(Date.parse(timestamp)) ? "" : new Date(Date.parse(timestamp) - ms).toISOString();
  }
});

// src/google/monitoring.ts
function createMetricReader(cloud) {
  const { http: http2, endpoints, project } = cloud;
  return {
    async read(filter, from, to) {
      const points = [];
      const interval = {
        "interval.startTime": new Date(from).toISOString(),
        "interval.endTime": new Date(to).toISOString()
      };
      const readPage = (next) => http2.json({
        method: "GET",
        url: `${endpoints.monitoring}/v3/projects/${project}/timeSeries?${new URLSearchParams({ filter, ...interval, ...next })}`,
        deadline: 3e4,
        resource: `metrics of project ${project}`,
        permission: "monitoring.timeSeries.list",
        role: VIEWER
      });
      for await (const { timeSeries = [] } of pagesOf(readPage))
        for (const series of timeSeries) points.push(...pointsOf(series));
      return points;
    },
    async timing(metric) {
      const url = `${endpoints.monitoring}/v3/projects/${project}/metricDescriptors/${metric}`;
      const { status, headers, text: text3 } = await http2.text({
        method: "GET",
        url,
        deadline: 3e4,
        resource: `metric ${metric} of project ${project}`,
        permission: "monitoring.metricDescriptors.get",
        role: VIEWER
      });
      const { metadata } = parseAnswer(
        { resource: `metric ${metric} of project ${project}`, url, status },
        text3
      );
      const serverTime = Date.parse(headers.date ?? "");
      return {
        ...Number.isFinite(serverTime) && { serverTime },
        samplePeriod: parseSeconds(metadata?.samplePeriod) ?? DOCUMENTED.samplePeriod,
        ingestDelay: parseSeconds(metadata?.ingestDelay) ?? DOCUMENTED.ingestDelay
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
  return { count: Number(count), bounds, counts: bounds.map((_, i2) => Number(bucketCounts[i2] ?? 0)) };
}
function upperBounds({
  linearBuckets,
  exponentialBuckets,
  explicitBuckets
}) {
  const rising = (buckets, bound2) => Array.from({ length: buckets + 1 }, (_, i2) => bound2(i2));
  if (linearBuckets) {
    const { numFiniteBuckets = 0, width = 1, offset = 0 } = linearBuckets;
    return rising(numFiniteBuckets, (i2) => offset + width * i2);
  }
  if (exponentialBuckets) {
    const { numFiniteBuckets = 0, growthFactor = 2, scale: scale2 = 1 } = exponentialBuckets;
    return rising(numFiniteBuckets, (i2) => scale2 * growthFactor ** i2);
  }
  return [...explicitBuckets?.bounds ?? []];
}
var VIEWER, DOCUMENTED;
var init_monitoring = __esm({
  "src/google/monitoring.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_invalid_response();
    init_pages();
    VIEWER = "roles/monitoring.viewer";
    DOCUMENTED = { samplePeriod: 6e4, ingestDelay: 18e4 };
  }
});

// src/google/run/operations.ts
function createOperations(http2, endpoint) {
  return {
    get: (name) => absent(
      http2.json({
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
var init_operations = __esm({
  "src/google/run/operations.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
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
  const facts2 = (name, verb, role) => ({
    resource: `service ${name}`,
    permission: `run.services.${verb}`,
    role
  });
  return {
    get: (name) => absent(http2.json({ method: "GET", url: url(name), ...facts2(name, "get", "roles/run.viewer") })),
    create: (name, service2, options = {}) => write(target2, "create", name, service2, [], options.validateOnly),
    update: (name, service2, mask, options = {}) => write(target2, "update", name, service2, mask, options.validateOnly),
    async remove(name, etag) {
      await absent(
        http2.json({
          method: "DELETE",
          url: `${url(name)}?${new URLSearchParams({ etag })}`,
          ...facts2(name, "delete", "roles/run.developer")
        })
      );
    },
    // Version 3 shows conditional bindings as they are, so that none is lost in the write
    // (https://cloud.google.com/iam/docs/policies#versions).
    getIamPolicy: (name) => http2.json({
      method: "GET",
      url: `${url(name)}:getIamPolicy?options.requestedPolicyVersion=3`,
      ...facts2(name, "getIamPolicy", "roles/run.viewer")
    }),
    setIamPolicy: (name, policy) => http2.json({
      method: "POST",
      url: `${url(name)}:setIamPolicy`,
      json: { policy },
      ...facts2(name, "setIamPolicy", "roles/run.admin")
    })
  };
}
var init_services = __esm({
  "src/google/run/services.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    init_calls();
  }
});

// src/google/run/worker-pools.ts
function createWorkerPools(http2, endpoint) {
  const target2 = {
    http: http2,
    endpoint,
    collection: "workerPools",
    word: "worker pool",
    permission: "run.workerpools"
  };
  return {
    get: (name) => absent(
      http2.json({
        method: "GET",
        url: `${endpoint}/v2/${name}`,
        resource: `worker pool ${name}`,
        permission: "run.workerpools.get",
        role: "roles/run.viewer"
      })
    ),
    create: (name, pool, options = {}) => write(target2, "create", name, pool, [], options.validateOnly),
    update: (name, pool, mask, options = {}) => write(target2, "update", name, pool, mask, options.validateOnly)
  };
}
var init_worker_pools2 = __esm({
  "src/google/run/worker-pools.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    init_calls();
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

// actions/deploy-run/service/clients.ts
function createClients(context, inputs, signal) {
  const cloud = connect(context, inputs.auth, { signal });
  const { http: http2, endpoints } = cloud;
  return {
    cloud,
    services: createServices(http2, endpoints.run),
    workerPools: createWorkerPools(http2, endpoints.run),
    revisions: createRevisions(http2, endpoints.run),
    operations: createOperations(http2, endpoints.run),
    secrets: createSecretManager(http2, endpoints.secretmanager),
    registry: createRegistry(http2),
    metrics: createMetricReader({ http: http2, endpoints, project: inputs.project }),
    logs: createLogReader({ http: http2, endpoints, clock: context.clock, project: inputs.project })
  };
}
var init_clients = __esm({
  "actions/deploy-run/service/clients.ts"() {
    "use strict";
    init_fetch_classes();
    init_registry();
    init_logging();
    init_monitoring();
    init_operations();
    init_revisions();
    init_services();
    init_worker_pools2();
    init_secret_manager();
    init_context();
  }
});

// actions/deploy-run/release/end-release.ts
function saveRolloutState(context, id, services, committing = false) {
  const several = services.length > 1;
  const remembered = {
    id,
    sites: services.map(({ regional: { kind, region: region2, service: service2 }, layer }) => ({
      kind,
      region: region2,
      service: service2,
      ...several && { layer }
    })),
    ...committing && { committing }
  };
  context.saveState(ROLLOUT_STATE, remembered);
}
function tellEnded(members) {
  const unserved = members.flatMap((member) => member.unserved ?? []);
  const others = members.flatMap(({ sentence, unserved: one }) => sentence === "" || one ? [] : [sentence]);
  return unserved.length > 0 ? [...others, nothingBefore(unserved)] : others;
}
function nothingBefore(places) {
  const stay = places.length === 1 ? "revision stays, with the access it was" : "revisions stay, with the access they were";
  return `Nothing served ${places.join(", ")} before, so there is nothing to restore. The new ${stay} created with.`;
}
async function endRelease(context, inputs, id, services, mayBeCommitted) {
  const left = Math.min(LEISURE, context.deadline - context.clock.now());
  const limit = context.cancelled.aborted ? HURRY : Math.max(RESTORE_GRACE, left);
  const signal = AbortSignal.any([
    expiring(context.clock, limit, "Restoring the traffic"),
    // A restore that is under way when the step is cancelled has the time until the runner ends the process.
    graceAfter(context.cancelled, HURRY, context.clock)
  ]);
  const own = { ...context, signal, deadline: context.clock.now() + limit };
  const clients = createClients(own, inputs, signal);
  const members = services.map((service2) => ({
    ...service2,
    regional: withClients({ ...service2.regional, context: own }, clients)
  }));
  const layers = [];
  for (const { regional, layer } of members) layers[layer] = [...layers[layer] ?? [], regional];
  const { decision, members: outcomes } = await conclude(
    id,
    members.map(({ regional }) => regional),
    { layers: layers.filter(Boolean), mayBeCommitted }
  );
  const ended = members.map(({ regional, before }) => {
    const outcome = outcomes.find((one) => one.regional === regional);
    return { name: regional.name, ...describeOutcome(outcome, before, context) };
  });
  return {
    committed: decision === "committed",
    complete: outcomes.every(({ kind }) => kind !== "failed" && kind !== "left"),
    members: ended
  };
}
function describeOutcome(outcome, before, { log }) {
  const { regional } = outcome;
  const where = `${regional.service} in ${regional.region}`;
  switch (outcome.kind) {
    case "restored": {
      const verb = outcome.shares.length > 1 ? "serve" : "serves";
      return { shares: outcome.shares, sentence: `${listShares(outcome.shares)} ${verb} ${where} as before.` };
    }
    case "finished":
      return {
        shares: outcome.shares,
        sentence: `The release was committed: ${listShares(outcome.shares)} serves ${where}.`
      };
    case "nothing-before":
      return {
        shares: outcome.shares,
        sentence: nothingBefore([where]),
        unserved: where
      };
    case "not-ours": {
      const verb = outcome.shares.length > 1 ? "serve" : "serves";
      return { shares: outcome.shares, sentence: `${listShares(outcome.shares)} ${verb} ${where}.` };
    }
    case "left":
    case "failed": {
      const what = outcome.kind === "left" ? `It is unknown whether the release was committed, so ${where} was not changed:` : `The traffic of ${where} could not be restored:`;
      const message = `${what} ${outcome.error.message.replace(/\.?$/, ".")}`;
      log.error(message);
      const known = before ? `; before this step it was ${listShares(before)}` : "";
      const next = before ? "The post step tries again." : "Check it in the console now.";
      return { shares: void 0, sentence: `${message} Which revision serves ${where} is unknown${known}. ${next}` };
    }
  }
}
async function post(inputs, context) {
  const text3 = context.state(ROLLOUT_STATE);
  if (text3 === "" || !inputs) return;
  const { id, sites, committing = false } = JSON.parse(text3);
  const timed2 = withDeadline(context, inputs.rollout.timeout);
  const clients = createClients(timed2, inputs, timed2.signal);
  const all = sites.map(({ kind, region: region2, service: service2, layer = 0 }) => ({
    regional: createRegionalService({ context: timed2, clients, kind, project: inputs.project, region: region2, service: service2 }),
    layer,
    before: void 0
  }));
  const [lead] = all;
  if (lead && canaryOn(await lead.regional.api.get(lead.regional.name), id)) return;
  for (const sentence of tellEnded((await endRelease(timed2, inputs, id, all, committing)).members))
    context.log.notice(sentence);
}
var ROLLOUT_STATE, HURRY, LEISURE, clearRolloutState;
var init_end_release = __esm({
  "actions/deploy-run/release/end-release.ts"() {
    "use strict";
    init_fetch_classes();
    init_interruption();
    init_time_limit();
    init_records();
    init_long_canary();
    init_clients();
    init_regional_service();
    init_finish_or_restore();
    ROLLOUT_STATE = "rollout";
    HURRY = 6500;
    LEISURE = 12e4;
    clearRolloutState = (context) => context.saveState(ROLLOUT_STATE, "");
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
async function called(caller, facts2, call) {
  const { clock, signal, auth } = caller;
  const end = clock.now() + (facts2.deadline ?? READ_DEADLINE);
  let refused;
  let last;
  const heard = async (work2) => {
    try {
      return await orAborted(work2, signal);
    } catch (error) {
      throw signal.aborted ? interrupted(signal, facts2.resource, last) : error;
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
      last = toCloudError(facts2, error, auth.member());
      if (last.status !== 401 || token === void 0 || refused !== void 0) throw last;
      refused = token;
      return await work();
    }
  };
  const { reads = false, resource } = facts2;
  return await retry(work, { clock, signal, resource, until: end, mayPass: (error) => reads && isTransient(error) });
}
function toCloudError(facts2, error, member) {
  if (error instanceof CloudError) return error;
  if (error instanceof InputError) throw error;
  const unusable2 = transportError(error);
  if (unusable2) return about(facts2.resource, unusable2, error);
  const { code: code2, httpStatusCode } = error;
  const canonical3 = typeof code2 === "number" ? CODES[code2] : void 0;
  if (!canonical3) throw error;
  const status = httpStatusCode ?? canonical3[1];
  return cloudError(facts2, { status, body: bodyOf(error), code: canonical3[0], member, cause: error });
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
var init_clients2 = __esm({
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
  const facts2 = (name, permission) => ({
    resource: `execution ${name}`,
    permission,
    role: "roles/run.developer"
  });
  const reading = (name, permission) => ({
    ...facts2(name, permission),
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
        ...facts2(job2, "run.executions.list")
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
        facts2(name, "run.executions.cancel"),
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
    init_clients2();
    READ_DEADLINE2 = 12e4;
  }
});

// src/google/run/jobs.ts
function createJobs(http2, endpoint) {
  const target2 = { http: http2, endpoint, collection: "jobs", word: "job", permission: "run.jobs" };
  const facts2 = (name, verb) => ({
    resource: `job ${name}`,
    permission: `run.jobs.${verb}`,
    role: "roles/run.developer"
  });
  return {
    get: (name) => absent(http2.json({ method: "GET", url: `${endpoint}/v2/${name}`, ...facts2(name, "get") })),
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
      await absent(http2.json({ method: "DELETE", url: `${endpoint}/v2/${name}`, ...facts2(name, "delete") }));
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
        ...facts2(name, overrides.length > 0 ? "runWithOverrides" : "run")
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
var init_jobs = __esm({
  "src/google/run/jobs.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_not_found();
    init_pages();
    init_calls();
  }
});

// actions/deploy-run/job/execute-job.ts
function jobClients({ clients: { cloud }, context, signal }) {
  const { http: http2, auth, endpoints } = cloud;
  return {
    jobs: createJobs(http2, endpoints.run),
    executions: createExecutions(http2, { clock: context.clock, signal, auth }, endpoints.run)
  };
}
async function executeJob(name, step, overrides = []) {
  const { context } = step;
  const { jobs, executions } = jobClients(step);
  const { clock, signal, deadline } = context;
  const execution = await jobs.run(name, void 0, overrides);
  context.log.info(`Running ${execution}.`);
  const look = async () => {
    const found2 = await executions.get(execution);
    if (!found2) throw new OutcomeError(`The execution ${execution} was deleted.`);
    return found2.ended ? found2 : void 0;
  };
  const ended = await poll(look, { clock, signal, until: deadline, first: 300 });
  if (ended) return await reportExecution(execution, ended, step);
  throw new OutcomeError(
    `The execution ${execution} timed out after ${describeTimeout(context)}. It is still running.`
  );
}
async function reportExecution(name, execution, { clients, context }) {
  const { taskCount, succeeded, failed, cancelled, completed } = execution;
  const counts = `${succeeded} of ${taskCount} tasks succeeded, ${failed} failed, ${cancelled} were cancelled`;
  context.summary.paragraph(md`${code(name.split("/").at(-1) ?? "")}: ${plain(counts)}.`);
  const good = succeeded === taskCount && failed === 0 && cancelled === 0;
  if (good && completed?.state === "CONDITION_SUCCEEDED") return context.log.info(`${counts}.`);
  const [, , , , , job2 = "", , id = ""] = name.split("/");
  const lines2 = await clients.logs.tail(executionFilter(job2, id), 20).catch(() => []);
  if (lines2.length > 0)
    await context.log.group(
      `The last log lines of ${id}`,
      async () => context.log.output(lines2.map(({ text: text3 }) => text3).join("\n"))
    );
  throw new OutcomeError(`The execution ${id} failed: ${counts}. ${completed?.message ?? ""}`.trim());
}
function overridesOf(job2, variables) {
  const env2 = [...variables].map(([name, value]) => ({ name, value }));
  const containers = job2?.template?.template?.containers ?? [{}];
  return env2.length === 0 ? [] : containers.map((container2) => ({ container: container2.name, env: env2 }));
}
var init_execute_job = __esm({
  "actions/deploy-run/job/execute-job.ts"() {
    "use strict";
    init_fetch_classes();
    init_logging();
    init_executions();
    init_jobs();
    init_errors();
    init_retry();
    init_summary();
    init_time_limit();
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
  return error.fields.map(({ field, description: description2 }) => ({
    subject,
    message: `${refusal3} ${field}: ${description2}`,
    location: locate(fieldPath(field))
  }));
}
var init_violations = __esm({
  "src/manifest/violations.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// actions/deploy-run/job/write-job.ts
async function resolveJob({ region: region2, manifest }, request, step) {
  const wanted = withImages(manifest.resource, request.images);
  const template = await resolveSecrets(wanted.template?.template ?? {}, {
    manager: step.clients.secrets,
    project: step.inputs.project,
    mode: request.secretsLatest,
    log: step.context.log,
    locate: (path2) => manifest.locate(["template", "template", ...path2])
  });
  await findImages(step.clients.registry, template, region2);
  await checkProvenance(step, template);
  return { ...wanted, template: { ...wanted.template, template } };
}
function withVariables(job2, env2) {
  const template = job2.template?.template ?? {};
  const containers = withEnv(template.containers, env2);
  return { ...job2, template: { ...job2.template, template: { ...template, ...containers && { containers } } } };
}
function withEnv(all, env2) {
  return all?.map((container2) => {
    const given = container2.env ?? [];
    const missing = [...env2].filter(([name]) => given.every((entry) => entry.name !== name));
    return missing.length === 0 ? container2 : { ...container2, env: [...given, ...missing.map(([name, value]) => ({ name, value }))] };
  });
}
async function writeJob(name, wanted, {
  imageRepositories,
  jobs,
  manifest
}, step) {
  const { inputs, context } = step;
  const { clock, signal } = context;
  const attempt = async () => {
    const current = await jobs.get(name);
    const next = desiredJob(current, wanted, inputs.commit);
    checkContainerImages(containersOf(next), imageRepositories, context.log);
    if (current && JSON.stringify(current) === JSON.stringify(next))
      return context.log.info(`The job ${name} already matches the manifest.`);
    const operation = await jobs[current ? "update" : "create"](name, next, inputs.dryRun).catch((error) => {
      if (!(error instanceof CloudError && error.status === 400)) throw error;
      throw new InputError(violationProblems(`Job ${manifest.name}`, error, manifest.locate));
    });
    if (!inputs.dryRun) await waitForOperation(name, operation, step);
  };
  await retry(attempt, { clock, signal, mayPass: mayWriteAgain, attempts: 6, resource: `job ${name}` });
}
function desiredJob(current, wanted, commit2) {
  const named5 = new Set(parseNamed(current?.annotations?.[NAMED]));
  const merged = merge(current ?? {}, wanted, named5);
  return {
    ...merged,
    labels: { ...merged.labels, ...MANAGED_BY, [COMMIT_LABEL]: commit2 },
    annotations: { ...merged.annotations, [NAMED]: JSON.stringify(namedPaths(wanted)) }
  };
}
async function waitForOperation(name, operation, { context, clients }) {
  const { clock, signal, deadline } = context;
  const look = async () => {
    const found2 = await clients.operations.get(operation.name ?? "");
    if (found2?.error) throw new OutcomeError(`The job ${name} is not ready: ${found2.error.message}`);
    return !found2 || found2.done ? { found: found2 } : void 0;
  };
  if (await poll(look, { clock, signal, until: deadline, first: 200 })) return;
  throw new OutcomeError(`The job ${name} was not ready within ${describeTimeout(context)}.`);
}
function parseNamed(text3) {
  try {
    const value = JSON.parse(text3 ?? "[]");
    return Array.isArray(value) ? value.map(String).filter((path2) => !isReservedPath(path2)) : [];
  } catch {
    return [];
  }
}
var fullJobName, mayWriteAgain;
var init_write_job = __esm({
  "actions/deploy-run/job/write-job.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_repositories();
    init_secret_versions();
    init_image();
    init_merge();
    init_violations();
    init_annotations();
    init_errors();
    init_retry();
    init_time_limit();
    init_desired_service();
    init_records();
    init_images();
    init_provenance2();
    fullJobName = (region2, manifest, { inputs }) => `projects/${inputs.project}/locations/${region2}/jobs/${manifest.name}`;
    mayWriteAgain = (error) => error instanceof CloudError && (error.status === 409 || error.status === 0 || error.status >= 500);
  }
});

// actions/deploy-run/job/later-job.ts
async function planLaterJob({ region: region2, manifest, judged }, request, step) {
  for (const note of judged) step.context.log.notice(note);
  const name = fullJobName(region2, manifest, step);
  const resource = await resolveJob({ region: region2, manifest }, request, step);
  const dry = { ...step, inputs: { ...step.inputs, dryRun: true } };
  await writeJob(name, resource, { ...request, jobs: jobClients(step).jobs, manifest }, dry);
  return { name, resource, execute: request.execute };
}
async function runPlannedJob({ name, resource, execute }, variables, step) {
  const { jobs } = jobClients(step);
  const [, , , region2 = "", , job2 = ""] = name.split("/");
  step.context.summary.heading(md`Job: ${plain(job2)} in ${plain(region2)}`);
  if (resource) {
    const manifest = { name: job2, locate: () => ({ file: "" }) };
    await writeJob(name, withVariables(resource, variables), { imageRepositories: JUDGED, jobs, manifest }, step);
  }
  if (execute) await executeJob(name, step, resource ? [] : overridesOf(await jobs.get(name), variables));
}
var JUDGED;
var init_later_job = __esm({
  "actions/deploy-run/job/later-job.ts"() {
    "use strict";
    init_fetch_classes();
    init_summary();
    init_execute_job();
    init_write_job();
    JUDGED = { allowed: [], scope: "all" };
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
  const [, , , region2 = "", , short2 = ""] = name.split("/");
  const prefix = `${short2}-`;
  for (const url of service2?.urls ?? []) {
    const [host = "", at = ""] = new URL(url).hostname.split(/\.(.*)/s);
    const number = host.startsWith(prefix) ? host.slice(prefix.length) : "";
    if (/^\d+$/.test(number) && at.startsWith(`${region2}.run.`)) return number;
  }
  return void 0;
}
var init_project_number = __esm({
  "src/google/project-number.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_services();
  }
});

// src/container/public-registry.ts
async function publicDigest(http2, image, tag) {
  const host = HOSTS[image.host] ?? image.host;
  const scheme = isLoopback(host) ? "http" : "https";
  const url = `${scheme}://${host}/v2/${registryPath(image)}/manifests/${tag}`;
  const call = { authenticated: false, attemptTimeout: PATIENCE3, resource: `image ${image.host}/${image.path}:${tag}` };
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
var HOSTS, PATIENCE3;
var init_public_registry = __esm({
  "src/container/public-registry.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_registry();
    HOSTS = { "docker.io": "registry-1.docker.io" };
    PATIENCE3 = 1e4;
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
  return forContainers2(subject, ({ container: { name, image }, path: path2, target: target2 }) => {
    const wrong = image === void 0 ? void 0 : find(image);
    if (wrong === void 0) return [];
    const whose = name === void 0 ? "" : ` of the container ${name}`;
    const message = `The image ${image}${whose} ${wrong}. Name it by its digest: NAME@sha256:\u2026, which is the output "image" of build-image.`;
    return [{ message, path: [...path2, "image"], targets: [target2] }];
  });
}
function isLatest(image) {
  if (image.includes("@")) return false;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === void 0 || tag === "latest";
}
var latestImages, imagesByTag;
var init_images2 = __esm({
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
  const named5 = imageNameOf(repository);
  if (!named5) return [];
  try {
    const digest = await digestBehind(named5, tag, clients);
    if (digest === void 0) return [];
    const pinned = formatImageDigest({ ...named5, digest });
    if (!isDigestReference(pinned)) return [];
    container2.image = pinned;
    return [`The image of ${name} is pinned: ${image} is ${pinned} now.`];
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
    init_images2();
    digestBehind = (image, tag, { registry, cloud }) => image.host.endsWith("-docker.pkg.dev") || isLoopback(image.host) ? registry.digest(image, tag) : publicDigest(cloud.http, image, tag);
  }
});

// src/records/preview-names.ts
var urlVariable;
var init_preview_names = __esm({
  "src/records/preview-names.ts"() {
    "use strict";
    init_fetch_classes();
    urlVariable = (name) => `URL_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
  }
});

// actions/deploy-run/plan/preview-links.ts
function linksIn({ source }, resource) {
  const values = [
    ...source.from === "service" ? source.env.values() : [],
    ...(resource?.template?.containers ?? []).flatMap(({ env: env2 = [] }) => env2.flatMap(({ value }) => value ?? []))
  ];
  return [...new Set(values.flatMap((value) => [...value.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "")))];
}
function fill(value, urls, region2) {
  return value.replaceAll(PLACEHOLDER, (whole, name) => {
    const known = urls.get(name);
    return known?.get(region2) ?? known?.values().next().value ?? whole;
  });
}
function linkedRequest(request, urls, region2) {
  const { source } = request;
  if (source.from !== "service") return request;
  const env2 = new Map([...source.env].map(([name, value]) => [name, fill(value, urls, region2)]));
  return { ...request, source: { ...source, env: env2 } };
}
function linkedResource(resource, urls, region2) {
  const copy = structuredClone(resource);
  for (const { env: env2 = [] } of copy.template?.containers ?? [])
    for (const variable2 of env2) if (variable2.value) variable2.value = fill(variable2.value, urls, region2);
  return copy;
}
function urlOfTag(service2, tag) {
  const { uri } = service2;
  return tagUrl(service2, tag) ?? uri?.replace("://", `://${tag}---`);
}
function checkLinks(services, known) {
  const all = new Set(services.flatMap(({ names }) => names));
  const unknown = services.flatMap(
    ({ label, links }) => links.filter((link2) => !all.has(link2)).map((link2) => ({ label, link: link2 }))
  );
  if (unknown.length > 0)
    throw new InputError(
      unknown.map(({ label, link: link2 }) => ({
        subject: "Input services",
        message: `${label} uses \${${link2}}, and the preview has no such service. There are ${[...all].join(", ")}.`
      }))
    );
  const done = new Set(known);
  let left = [...services];
  for (; ; ) {
    const ready = left.filter(({ links }) => links.every((link2) => done.has(link2)));
    if (ready.length === 0) break;
    for (const { names } of ready) for (const name of names) done.add(name);
    left = left.filter((one) => !ready.includes(one));
  }
  if (left.length === 0) return;
  throw new InputError([
    {
      subject: "Input services",
      message: `${left.map(({ label }) => label).join(" and ")} need each other's URLs, and a service has one only once it exists. Nothing was changed. Create one of them first, with any image, for instance with gcloud run deploy ${left[0]?.label} --image=us-docker.pkg.dev/cloudrun/container/hello.`
    }
  ]);
}
var PLACEHOLDER, namesOf;
var init_preview_links = __esm({
  "actions/deploy-run/plan/preview-links.ts"() {
    "use strict";
    init_fetch_classes();
    init_preview_names();
    init_errors();
    init_traffic2();
    PLACEHOLDER = /\$\{(URL_[A-Z0-9_]+)\}/g;
    namesOf = ({ alias, service: service2 }) => [
      .../* @__PURE__ */ new Set([...alias === void 0 ? [] : [urlVariable(alias)], urlVariable(service2)])
    ];
  }
});

// actions/deploy-run/plan/release/target.ts
function planReleaseRollback(members, to, onUnknown = "refuse", chosen = NONE2) {
  const known = combinations(members);
  const whole = known.filter(({ revisions }) => members.every(({ key }) => revisions.has(key)));
  const found2 = withAll(whole, chosen) ?? (to === "previous" ? previous2(whole, members) : named4(whole, to));
  if (found2) return found2.revisions;
  if (to === "previous" && onUnknown === "warn") return /* @__PURE__ */ new Map();
  const partly = to === "previous" ? void 0 : named4(known, to);
  const missing = partly && members.filter(({ key }) => !partly.revisions.has(key)).map(({ key }) => describeMember(key));
  const why = missing ? `the release ${to} did not have ${missing.join(", ")}, so this combination never ran. Roll back the other services alone, or roll forward.` : to === "previous" ? "no earlier combination of these services is recorded." : `no combination of these services ran as ${to}. Give previous, the id of a release, or a commit.`;
  const choices = whole.flatMap(
    ({ id, commit: commit2, withdrawn }) => id && !withdrawn ? [`${id}${commit2 ? ` (${commit2.slice(0, 12)})` : ""}`] : []
  ).slice(0, 5);
  throw new InputError([
    { subject: "Input rollback-to", message: `${why}${choices.length > 0 ? ` Recorded: ${choices.join(", ")}.` : ""}` }
  ]);
}
function withAll(whole, wanted) {
  if (wanted.size === 0) return void 0;
  return whole.find(({ revisions }) => [...wanted].every(([key, revision]) => revisions.get(key) === revision));
}
function previous2(whole, members) {
  const current = new Map(members.map(({ key, service: service2 }) => [key, serving(service2)[0]?.revision]));
  const same2 = ({ revisions }) => members.every(({ key }) => revisions.get(key) === current.get(key));
  const position = whole.findIndex(same2);
  return whole.slice(position + 1).find((one) => !one.withdrawn && !same2(one));
}
function named4(known, to) {
  const isCommit2 = /^[0-9a-f]{7,40}$/.test(to);
  const matching2 = known.filter(({ id, commit: commit2 }) => id === to || isCommit2 && commit2?.startsWith(to));
  return matching2.find(({ withdrawn }) => !withdrawn) ?? matching2[0];
}
function combinations(members) {
  const stored = members.flatMap(({ service: service2 }) => releasesOf(service2).filter((entry) => entry.members));
  const derived = releasesOf(members[0]?.service).filter((entry) => !entry.members);
  const all = [...stored, ...derived].sort((a, b) => a.at < b.at ? 1 : -1);
  return all.flatMap((entry) => entry.members ? ofRelease(entry, entry.members) : together(entry, members));
}
function ofRelease({ rollout: id, commit: commit2, withdrawn }, recorded) {
  const entries = Object.entries(recorded);
  const revisions = new Map(entries.map(([key, { revision }]) => [key, revision]));
  const before = new Map(
    entries.flatMap(([key, one]) => one.before === void 0 ? [] : [[key, one.before]])
  );
  return [
    { id, commit: commit2, revisions, withdrawn: withdrawn !== void 0 },
    { id: void 0, commit: void 0, revisions: before, withdrawn: false }
  ];
}
function together(entry, members) {
  const revisions = /* @__PURE__ */ new Map();
  for (const { key, service: service2 } of members) {
    const releases = releasesOf(service2);
    const same2 = releases.findLast(({ rollout }) => rollout === entry.rollout) ?? releases.findLast(({ commit: commit3, withdrawn: withdrawn2 }) => commit3 === entry.commit && withdrawn2 === void 0);
    if (same2) revisions.set(key, same2.revision);
  }
  const { rollout: id, commit: commit2, withdrawn } = entry;
  return [{ id, commit: commit2, revisions, withdrawn: withdrawn !== void 0 }];
}
var NONE2;
var init_target = __esm({
  "actions/deploy-run/plan/release/target.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_records();
    init_traffic2();
    init_decision();
    NONE2 = /* @__PURE__ */ new Map();
  }
});

// actions/deploy-run/plan/settings/startup-probe.ts
function isDefaultStartupProbe(probe) {
  if (!probe) return true;
  const { tcpSocket, timeoutSeconds, periodSeconds, failureThreshold, initialDelaySeconds = 0 } = probe;
  return tcpSocket !== void 0 && timeoutSeconds === 240 && periodSeconds === 240 && failureThreshold === 1 && initialDelaySeconds === 0;
}
function isDerived(probe) {
  const { httpGet, ...times } = probe ?? {};
  if (!httpGet || httpGet.httpHeaders) return false;
  return Object.entries(TIMES).every(([key, value]) => times[key] === value) && !times.initialDelaySeconds;
}
function derivedProbe(container2, probe) {
  const { kind, path: path2, statuses } = probe;
  if (!container2 || kind !== "http" || path2 === void 0) return void 0;
  if (container2.ports?.[0]?.name === "h2c") return void 0;
  if (!statuses.every(({ from, to }) => from >= PASSES.from && to <= PASSES.to)) return void 0;
  const old = container2.startupProbe;
  if (!isDefaultStartupProbe(old) && !isDerived(old)) return void 0;
  const port2 = old?.tcpSocket?.port ?? old?.httpGet?.port;
  const httpGet = { path: path2.replace(/[?#].*$/, ""), ...port2 !== void 0 && { port: port2 } };
  return { ...TIMES, httpGet };
}
function withStartupProbe(service2, probe) {
  const containers = service2.template?.containers ?? [];
  const index = ingressIndex(containers);
  const startupProbe = derivedProbe(containers[index], probe);
  if (!startupProbe) return service2;
  const changed2 = containers.map((container2, i2) => i2 === index ? { ...container2, startupProbe } : container2);
  return { ...service2, template: { ...service2.template, containers: changed2 } };
}
function startupProbeNote(template, before, { path: path2 }) {
  const of = ({ containers = [] }) => containers[ingressIndex(containers)]?.startupProbe;
  const own = of(template);
  if (!isDerived(own) || isDerived(before && of(before))) return void 0;
  return `The startup probe requests ${path2}, from the input probe-path: the service ${before && of(before) ? "had only the default TCP probe, which passes as soon as the port is open" : "had none"}. To use another one, write startupProbe in a manifest.`;
}
var TIMES, PASSES;
var init_startup_probe = __esm({
  "actions/deploy-run/plan/settings/startup-probe.ts"() {
    "use strict";
    init_fetch_classes();
    init_manifest();
    TIMES = { timeoutSeconds: 5, periodSeconds: 10, failureThreshold: 24 };
    PASSES = { from: 200, to: 399 };
  }
});

// src/policy/base-branch.ts
function baseOf({ payload, sha }) {
  const { pull_request: pull, workflow_run: run2 } = payload;
  if (pull) return pull.merged ? void 0 : pull.base?.sha;
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
  const text3 = here.length > 0 && file ? await github?.file(import_node_path2.posix.normalize(file), base) : void 0;
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
var import_node_path2, keyOf;
var init_base_branch = __esm({
  "src/policy/base-branch.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path2 = require("node:path");
    init_document();
    init_errors();
    init_exceptions();
    keyOf = ({ rule, text: text3 }) => `${rule} ${text3.trim()}`;
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
    plainSecrets = (subject) => forContainers2(subject, ({ container: { env: env2 = [], command = [], args = [] }, path: path2, target: target2 }) => [
      ...env2.flatMap(({ name = "", value }, i2) => {
        const found2 = value === void 0 ? void 0 : findSecret(name, value);
        if (!found2) return [];
        const message = `The variable ${name} looks like a secret (${found2.reason}). Put it into Secret Manager, and refer to it with valueFrom.secretKeyRef, or in the input secrets.`;
        return [
          {
            message,
            path: [...path2, "env", i2, "value"],
            targets: [name, `${target2}/${name}`],
            certain: found2.certain
          }
        ];
      }),
      ...Object.entries({ command, args }).flatMap(([field, words3]) => {
        const found2 = findSecretInWords(words3);
        if (!found2) return [];
        const message = `One of the ${field === "args" ? "arguments" : "words of the command"} looks like a secret (${found2.reason}). Put it into Secret Manager, and hand it over in the environment.`;
        return [{ message, path: [...path2, field], targets: [`${target2}/${field}`, field], certain: found2.certain }];
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
  const at = byPort ? ["ports", 0, "containerPort"] : ["image"];
  return [
    {
      message: `The service opens ${what} to the internet. Use Cloud SQL or Memorystore, or set run.googleapis.com/ingress to internal.`,
      path: ["template", "containers", index, ...at],
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
    ({ container: { env: env2 = [] }, path: path2, target: target2 }) => env2.flatMap(({ name = "", value = "" }, n) => {
      const host = hostOf2(name, value);
      if (host === void 0 || !isPublicAddress(host)) return [];
      const message = `The variable ${name} names a database at the public address ${host}. Reach it through a private address, or through run.googleapis.com/cloudsql-instances.`;
      return [{ message, path: [...path2, "env", n, "value"], targets: [name, `${target2}/${name}`] }];
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
function missingStartupProbe(subject, { probed: probed2 }) {
  if (subject.kind !== "Service") return [];
  const index = mainIndex(subject);
  const probe = containersOf(subject.resource)[index]?.startupProbe;
  if (probe?.httpGet || probe?.grpc) return [];
  const path2 = ["template", "containers", index, ...probe ? ["startupProbe"] : []];
  const has = probe?.tcpSocket ? "only a TCP startup probe, which passes as soon as the port is open" : "no startup probe";
  const lenient = probed2 || isServerDefault(probe);
  const why = probed2 ? " This deploy checks the health of the revision itself; instances that start later are not checked without one." : "";
  return [
    {
      message: `The container that takes requests has ${has}. Set the input probe-path, from which an HTTP one follows, or give it a startupProbe with httpGet or grpc.${why}`,
      path: path2,
      targets: [placedContainers(subject)[index]?.target ?? "containers[0]"],
      ...lenient && { lenient }
    }
  ];
}
var isServerDefault;
var init_startup_probe2 = __esm({
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
    init_images2();
    init_min_instances();
    init_plain_secrets();
    init_public_databases();
    init_startup_probe2();
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
function judge(subject, facts2, sources = { place: "manifest", texts: exceptionsIn(subject.resource.annotations) }) {
  const found2 = Object.entries(RULES).flatMap(
    ([rule, { judge: judge2 }]) => judge2(subject, facts2).map((finding) => ({ rule, finding }))
  );
  return judgeFindings(found2, sources, facts2.now, (path2) => subject.locate?.(path2));
}
function enforce(violations) {
  const open = violations.filter(({ excuse, lenient }) => excuse === void 0 && !lenient);
  if (open.length === 0) return;
  throw new PolicyError(
    open.map(({ rule, message, location }) => ({ subject: rule, message, ...location && { location } }))
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

// actions/deploy-run/policy/check-policy.ts
async function checkPolicy(subject, request, step) {
  const { context, inputs } = step;
  const checks = await readChecks(request.requiredChecks, step);
  const facts2 = {
    // Scaling to zero is right for many services: only what calls itself production must always have an instance.
    production: !request.preview && subject.resource.labels?.environment === "production",
    probed: inputs.rollout.probe.kind !== "startup",
    now: context.clock.now(),
    ...checks && { checks }
  };
  return reportViolations(
    judge(subject, facts2, await exceptionSources(subject, request, step)),
    request.policy,
    context.log
  );
}
async function exceptionSources({ resource }, { source, exceptions, policyExceptions }, { context, github }) {
  const place = source.from === "manifest" ? "manifest" : "input";
  const here = [...exceptionsIn(resource.annotations), ...policyExceptions];
  const base = exceptions === "base" ? baseOf(context.github) : void 0;
  if (!base) return { place, texts: here };
  const file = source.from === "manifest" ? source.file : void 0;
  return { place, texts: await exceptionsOfBase(here, { base, file, github, log: context.log }) };
}
async function readChecks(names, step) {
  if (names.length === 0) return void 0;
  if (!step.github)
    throw new PolicyError([
      { subject: "required-checks", message: "cannot be read without github-token. Give ${{ github.token }}." }
    ]);
  const found2 = await step.github.checks(step.inputs.commit);
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
    `required-checks: "${required}" was satisfied by ${[...new Set(by)].join(" and ")}, not by a check of GitHub Actions. Anyone who may write statuses or checks can report this name. Name the app: "${required} @ ${app}".`
  );
}
var ACTIONS_APP;
var init_check_policy = __esm({
  "actions/deploy-run/policy/check-policy.ts"() {
    "use strict";
    init_fetch_classes();
    init_base_branch();
    init_evaluate();
    init_exceptions();
    init_report2();
    init_errors();
    ACTIONS_APP = "github-actions";
  }
});

// actions/deploy-run/preflight/checks.ts
function checkNames2({ service: service2, kind }, request) {
  const problems = [
    { subject: "Service name", message: serviceProblem(service2) },
    { subject: "Input tag", message: request.tag && kind === "Service" ? tagProblem(service2, request.tag) : void 0 },
    {
      subject: "Input tag",
      message: request.tag && kind === "WorkerPool" ? "a worker pool has no tags: nothing sends it requests." : void 0
    }
  ];
  const found2 = problems.flatMap(({ subject, message }) => message ? [{ subject, message }] : []);
  if (found2.length > 0) throw new InputError(found2);
}
function checkHold(regional, current, { releaseHold, force, freeze }) {
  const hold = holdOf(current);
  const { clock, log } = regional.context;
  const frozen = freezeOn(current, freeze, clock.now());
  checkFreeze(frozen, { force, consequence: "Nothing was changed.", log });
  const overridden = frozen === void 0 ? [] : [`Forced: the freeze was overridden. ${frozen}`];
  if (!hold) return { hold, notes: overridden };
  if (releaseHold)
    return { hold, notes: [...overridden, `This deploy releases the hold. ${describeServiceHold(hold)}`] };
  if (force)
    return {
      hold,
      notes: [...overridden, `Forced: the hold was overridden and is still set. ${describeServiceHold(hold)}`]
    };
  throw new BlockedError(
    (consequence) => `The service ${regional.service} in ${regional.region} is on hold. ${describeServiceHold(hold)} ${consequence} To release it run this action with release-hold: true; to deploy once despite the hold, with force: true.`,
    "Nothing was changed."
  );
}
function commitsKnown(current, mainRevision) {
  const record3 = rolloutOf(current);
  const unfinished = current && record3?.kind === "deploy" && explains(record3, current) ? record3.commit : void 0;
  const list3 = (commit2) => commit2 && /^[0-9a-f]{40}$/.test(commit2) ? [commit2] : [];
  return { live: list3(mainRevision?.labels?.[COMMIT_LABEL]), unfinished: list3(unfinished) };
}
async function checkAge(commit2, { live, unfinished }, options) {
  const words3 = { ...options.words, live: "is being deployed" };
  const checks = [
    checkFreshness(commit2, live, options),
    checkFreshness(
      commit2,
      unfinished.filter((other) => !live.includes(other)),
      { ...options, words: words3 }
    )
  ];
  for (const check3 of checks.map(ahead)) await check3;
}
async function validate(regional, current, desired, {
  newRevision,
  commit: commit2,
  locate
}) {
  const revision = `${revisionName(regional.service, commit2, 0)}`;
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
    if (!(error instanceof CloudError && error.status === 400)) throw error;
    throw new InputError(violationProblems(`Service ${regional.service}`, error, locate));
  }
}
var init_checks = __esm({
  "actions/deploy-run/preflight/checks.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_freshness();
    init_violations();
    init_annotations();
    init_holds();
    init_errors();
    init_retry();
    init_desired_service();
    init_names();
    init_records();
    init_traffic2();
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
  const proven = !inFlight || inFlight.candidate !== main?.revision && inFlight.baseline.length > 0;
  if (main && others.length === 0 && proven && base?.revision === main.revision) {
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
    init_fetch_classes();
    init_desired_service();
    init_records();
    init_serving_template();
    init_traffic2();
  }
});

// actions/deploy-run/preflight/plan-from-reads.ts
function readAround(regional, step, current) {
  const main = current && serving(current)[0];
  const own = current && templateRevision(current);
  const mainRevision = ahead(main ? getRevision(regional, main.revision) : Promise.resolve(void 0));
  return {
    /** The revision that serves most. */
    mainRevision,
    /** The one that the service's template made. */
    ownRevision: ahead(
      own === main?.revision ? mainRevision : own ? getRevision(regional, own) : Promise.resolve(void 0)
    ),
    identity: ahead(probeIdentity(regional, step, current)),
    freeRevision: current && ahead(freeRevision(regional, step.inputs.commit))
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
  const tag = tagFor(regional, current, request, inputs);
  const base = current && planServingTemplate(current, mainRevision);
  const { wanted, notes: pinned } = await pinnedSidecars(
    regional,
    withProbe(desire(regional, current, base, resource, request, inputs.commit), inputs.rollout.probe)
  );
  const template = await resolveSecrets(request.preview ? withoutMinimum(wanted.template) : wanted.template, {
    manager: regional.clients.secrets,
    project: inputs.project,
    mode: request.secretsLatest,
    log: regional.context.log,
    locate: locate && ((path2) => locate(["template", ...path2]))
  });
  const whole = { template, service: { ...wanted.service, template } };
  const { desired, left } = request.preview && current ? desirePreview(current, whole) : { desired: whole, left: [] };
  checkContainerImages(template.containers ?? [], request.imageRepositories, regional.context.log);
  const excepted = resource ? judged : await checkPolicy({ kind: regional.kind, resource: desired.service }, request, step);
  const accepted = await findImages(regional.clients.registry, template, regional.region);
  await checkProvenance(step, template);
  const serves = base && { ...base, template: withKnownImages(base.template, template, accepted, mainRevision) };
  const changes = differences(
    regional.kind,
    current && { ...current, template: serves?.template },
    desired.service
  ).filter(({ field }) => !field.endsWith(`labels.${COMMIT_LABEL}`));
  warnOfDefaultProbe(regional, template, inputs);
  const candidate = planCandidate({
    current,
    base: serves,
    template,
    commit: inputs.commit,
    templateRevisionState: stateOf(await reads.ownRevision)
  });
  await validate(regional, current, desired, { newRevision: candidate.kind === "new", commit: inputs.commit, locate });
  const previewsLive = request.preview && current !== void 0;
  const plan = {
    kind: "deploy",
    service: identityOf(regional),
    current,
    base,
    serving: current ? serving(current) : [],
    baseline: planBaseline(current).shares,
    candidate,
    desired,
    changes,
    leftAlone: current && !resource ? settingsLeftAlone({ ...current, template: base?.template ?? {} }, changes) : [],
    template,
    accepted,
    ...tag,
    ...tag.tag !== void 0 && !tag.keepTag && { tag: tagOf(candidate, regional, current, inputs.commit) },
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
        `The deploy starts from the configuration of ${base.revision}, which serves. The template of the service differs from it.`
      ] : [],
      ...previewsLive && request.allowUnauthenticated !== void 0 ? [`allow-unauthenticated was not applied: a preview does not change the live service ${regional.service}.`] : []
    ]
  };
  return { regional, plan, freeRevision: reads.freeRevision, ...await reads.identity };
}
function withProbe(wanted, probe) {
  const service2 = withStartupProbe(wanted.service, probe);
  return { service: service2, template: service2.template ?? {} };
}
function warnOfDefaultProbe({ kind, service: service2, context }, template, inputs) {
  const { containers = [] } = template;
  if (kind !== "Service" || inputs.rollout.probe.kind !== "startup") return;
  if (isDefaultStartupProbe(containers[ingressIndex(containers)]?.startupProbe))
    context.log.warning(
      `probe: startup relies on the startup probe of ${service2}, which has only the default TCP one. It passes as soon as the port is open, so a revision that answers every request with an error would get traffic. Give the container an HTTP or gRPC startup probe, or use probe: http.`
    );
}
function found(current, live) {
  const release = current && foundRelease(current, live);
  return release ? { found: release } : {};
}
function creationNote({ service: service2, region: region2, kind }, { allowUnauthenticated }) {
  const created2 = `The service ${service2} does not exist in ${region2} yet: it is created.`;
  return kind === "Service" && allowUnauthenticated === void 0 ? `${created2} Only callers with roles/run.invoker can invoke it; allow-unauthenticated: true opens it to all.` : created2;
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
async function pinnedSidecars(regional, { service: service2 }) {
  const { subject, notes } = await withPinnedImages({ kind: "Service", resource: service2 }, regional.clients);
  return { wanted: { service: subject.resource, template: subject.resource.template ?? {} }, notes };
}
function withoutMinimum(template) {
  const { minInstanceCount: _, ...scaling } = template.scaling ?? {};
  return { ...template, ...template.scaling && { scaling } };
}
function tagOf(candidate, { service: service2 }, current, commit2) {
  if (candidate.kind !== "new") return candidateTag(service2, commit2, lastNumber(service2, commit2, [candidate.revision]));
  const known = [
    current?.template?.revision,
    current?.latestCreatedRevision,
    rolloutOf(current)?.candidate,
    ...releasesOf(current).map(({ revision }) => revision)
  ];
  return candidateTag(service2, commit2, lastNumber(service2, commit2, known) + 1);
}
function tagFor(regional, current, request, inputs) {
  if (regional.kind === "WorkerPool") return { tag: void 0, keepTag: false, claim: void 0 };
  if (request.tag) {
    const { repository } = regional.context.github;
    const claim = { tag: request.tag, repository, force: inputs.force };
    if (current) checkTagOwner(current, claim, "tag");
    return { tag: request.tag, keepTag: true, claim };
  }
  if (inputs.rollout.probe.kind === "startup") return { tag: void 0, keepTag: false, claim: void 0 };
  const tag = candidateTag(regional.service, inputs.commit);
  if (tag) return { tag, keepTag: false, claim: void 0 };
  throw new InputError([
    {
      subject: "Service name",
      message: `${regional.service} leaves no room for a traffic tag (tag and name together can have at most 46 characters), so a new revision has no URL for its health check. Choose a shorter name, or probe: startup.`
    }
  ]);
}
var previewNotes, stateOf;
var init_plan_from_reads = __esm({
  "actions/deploy-run/preflight/plan-from-reads.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_repositories();
    init_revisions();
    init_secret_versions();
    init_manifest();
    init_pinned_images();
    init_annotations();
    init_preview_owners();
    init_errors();
    init_retry();
    init_candidate();
    init_desired_service();
    init_image_digests();
    init_names();
    init_records();
    init_serving_template();
    init_startup_probe();
    init_unchanged_settings();
    init_traffic2();
    init_check_policy();
    init_identity_token();
    init_regional_service();
    init_checks();
    init_images();
    init_provenance2();
    previewNotes = (service2, left) => left.length === 0 ? [] : [
      `A preview does not change the live service ${service2}. Not applied: ${left.map(({ field }) => field).join(", ")}.`
    ];
    stateOf = (revision) => revision && readiness(revision).state;
  }
});

// actions/deploy-run/preflight/deploy.ts
async function planDeploy(regional, step, request, resource, judged, locate) {
  const { inputs } = step;
  checkNames2(regional, request);
  prefetchImages(regional.clients.registry, request.images, regional.region);
  const { service: current, notes: settling } = request.preview ? { service: await regional.api.get(regional.name), notes: [] } : await readSettledService(regional, step.settledReleases);
  if (!current && !resource && regional.region !== GLOBAL) await checkNoWorkerPool(regional);
  if (current && resource) checkSameRegions(regional, current, resource);
  const { hold: holdBefore, notes: overriding } = request.preview ? { hold: holdOf(current), notes: [] } : checkHold(regional, current, inputs);
  const reads = readAround(regional, step, current);
  const mainRevision = await reads.mainRevision;
  const fresh = request.preview ? Promise.resolve() : ahead(checkAge(inputs.commit, commitsKnown(current, mainRevision), step.freshness));
  const planned = ahead(
    planFromReads({
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
    })
  );
  const [age, plan] = await Promise.allSettled([fresh, planned]);
  if (age.status === "rejected") throw age.reason;
  if (plan.status === "rejected") throw plan.reason;
  return plan.value;
}
function checkSameRegions({ region: region2, service: service2 }, current, wanted) {
  const list3 = (one) => [...serviceRegions(region2, one)].sort().join(", ");
  if (region2 !== GLOBAL || list3(current) === list3(wanted)) return;
  throw new InputError([
    {
      subject: "Input manifest",
      message: `run.googleapis.com/regions is ${list3(wanted)}, and ${service2} runs in ${list3(current)}. A deploy does not change the regions, since a new one has no revision to serve its requests meanwhile. Change them first, with gcloud run multi-region-services update ${service2} --add-regions or --remove-regions.`
    }
  ]);
}
async function checkNoWorkerPool({ clients, project, region: region2, service: service2 }) {
  if (!await clients.workerPools.get(`projects/${project}/locations/${region2}/workerPools/${service2}`)) return;
  throw new InputError([
    {
      subject: "Input service",
      message: `${service2} is a worker pool in ${region2}, and there is no service of this name. Deploy it by its manifest, kind WorkerPool.`
    }
  ]);
}
var init_deploy = __esm({
  "actions/deploy-run/preflight/deploy.ts"() {
    "use strict";
    init_fetch_classes();
    init_holds();
    init_errors();
    init_retry();
    init_multi_region();
    init_checks();
    init_images();
    init_plan_from_reads();
    init_read_stable_service();
  }
});

// actions/deploy-run/manifest/load-manifest.ts
function loadManifest(source, region2, inputs, context) {
  const manifest = readManifest({
    text: read2(source.file, context.github.workspace),
    file: source.file,
    project: inputs.project,
    region: region2,
    substitutions: new Map([
      ["PROJECT", inputs.project],
      ["REGION", region2],
      ["COMMIT", inputs.commit],
      ...source.substitutions
    ])
  });
  return manifest.kind === "Service" ? withoutTraffic(manifest) : manifest;
}
function read2(file, workspace) {
  try {
    return readTextFile((0, import_node_path3.resolve)(workspace, file));
  } catch (error) {
    const code2 = error.code;
    const why = code2 === "ENOENT" ? "does not exist" : code2 === "EISDIR" ? "is a folder" : code2 === "NOT_A_FILE" ? "is a pipe, a socket or a device" : `cannot be read (${code2})`;
    const hint2 = code2 === "ENOENT" ? " Is actions/checkout a step before this one?" : "";
    throw new InputError([
      { subject: "Input manifest", message: `the file ${file} ${why}. Give its path from the workspace.${hint2}` }
    ]);
  }
}
function withoutTraffic(manifest) {
  const traffic = manifest.resource.traffic;
  const all = traffic?.length === 1 && traffic[0]?.percent === 100 && !traffic[0].revision && !traffic[0].tag;
  if (!traffic || traffic.length === 0 || all) return manifest;
  if (manifest.exported) {
    const location = manifest.locate(["traffic"]);
    const message = "of the export is left out: traffic is moved by this action.";
    return { ...manifest, warnings: [...manifest.warnings, { subject: "spec.traffic", message, location }] };
  }
  throw new InputError([
    {
      subject: "manifest",
      message: "spec.traffic names revisions or tags, and traffic is moved by this action. Leave it out; use strategy and steps, tag, or rollback-to.",
      location: manifest.locate(["traffic"])
    }
  ]);
}
var import_node_path3;
var init_load_manifest = __esm({
  "actions/deploy-run/manifest/load-manifest.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path3 = require("node:path");
    init_read_file();
    init_manifest();
    init_errors();
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
    prepare: () => planDeploy(regional, step, request, resource, judged, locate),
    links: request.preview ? linksIn(request, resource) : [],
    prepareLinked: (urls) => planDeploy(
      regional,
      step,
      linkedRequest(request, urls, regional.region),
      resource && linkedResource(resource, urls, regional.region),
      judged,
      locate
    )
  });
  if (source.from === "service")
    return {
      deploys: inputs.regions.map(
        (region2) => deployOf(step.regionalService("Service", region2, source.service), void 0)
      ),
      jobs: []
    };
  const manifests = inputs.regions.map((region2) => {
    const manifest = withDerivedProbe(loadManifest(source, region2, inputs, context), inputs);
    return { region: locationOf2(manifest, region2, inputs), manifest };
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
  const pinned = await Promise.all(
    manifests.map(async ({ region: region2, manifest }) => {
      const whole = withTheirImages(manifest, request);
      checkContainerImages(
        containersOf(whole.resource),
        request.imageRepositories,
        context.log,
        (i2) => manifest.locate([...containersPath(manifest.kind), i2, "image"])
      );
      return { region: region2, ...await withPinnedImages(whole, step.clients) };
    })
  );
  const checked = [];
  for (const { region: region2, subject: manifest, notes } of pinned)
    checked.push({ region: region2, manifest, judged: [...notes, ...await checkPolicy(manifest, request, step)] });
  const jobs = checked.flatMap(
    ({ region: region2, manifest, judged }) => manifest.kind === "Job" ? [{ region: region2, manifest, judged }] : []
  );
  if (jobs.length > 0) return { deploys: [], jobs };
  if (request.execute) throw notFor("execute", "goes with a manifest of kind Job only.");
  return {
    deploys: checked.flatMap(({ region: region2, manifest, judged }) => {
      if (manifest.kind === "Job") return [];
      if (manifest.kind === "WorkerPool") checkWorkerPool(inputs, request);
      const resource = manifest.kind === "WorkerPool" ? toService(manifest.resource) : manifest.resource;
      return [deployOf(step.regionalService(manifest.kind, region2, manifest.name), resource, judged, manifest.locate)];
    }),
    jobs: []
  };
}
function locationOf2(manifest, region2, { regions }) {
  const own = manifest.kind === "Service" ? manifest.resource.multiRegionSettings?.regions : void 0;
  if (!own) return region2;
  if (regions.length > 1)
    throw new InputError([
      {
        subject: "Input region",
        message: `names several regions, and the manifest names its own in run.googleapis.com/regions. Give one region, or leave the annotation out to have a service in each region.`,
        location: manifest.locate(["multiRegionSettings"])
      }
    ]);
  return GLOBAL;
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
  const found2 = await Promise.all(
    partsOf(step).map(async (part) => {
      const { request } = part.step.inputs;
      const services = request.kind === "deploy" || request.kind === "jobs" ? [] : await findPart(request.target, part.step);
      return services.map((found3) => ({ ...found3, part }));
    })
  );
  return found2.flat();
}
async function findPart(target2, step) {
  const { inputs, context, clients } = step;
  if (target2.from === "manifest")
    return inputs.regions.map((region2) => {
      const manifest = loadManifest(target2, region2, inputs, context);
      const { kind, name } = manifest;
      if (kind === "Job") throw notFor("manifest", "is of kind Job, which has no traffic.");
      return { regional: step.regionalService(kind, locationOf2(manifest, region2, inputs), name), read: void 0 };
    });
  return await Promise.all(
    inputs.regions.map(async (region2) => {
      const service2 = step.regionalService("Service", region2, target2.service);
      const read3 = await service2.api.get(service2.name);
      if (read3) return { regional: service2, read: read3 };
      if (region2 === GLOBAL)
        throw notFor("service", `there is no multi-region service ${target2.service} in ${inputs.project}.`);
      if (inputs.request.kind === "remove-tag" || inputs.request.kind === "preview-failure")
        return { regional: service2, read: read3 };
      const pool = step.regionalService("WorkerPool", region2, target2.service);
      if (await clients.workerPools.get(pool.name)) return { regional: pool, read: void 0 };
      if (inputs.request.kind === "advance" && inputs.request.waits) return { regional: service2, read: read3 };
      throw notFor(
        "service",
        `there is no service or worker pool ${target2.service} in ${region2} of ${inputs.project}.`
      );
    })
  );
}
function planRollbacks(services, to, step) {
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
  return services.map(({ regional, part, read: read3 }) => {
    let first = read3;
    return {
      regional,
      inputs: part.step.inputs,
      alias: part.alias,
      after: part.after,
      prepare: (restored) => {
        const own = services.length < 2 || to === "previous" && restored.size > 0;
        const target2 = async () => {
          if (own) return { to };
          const revisions = await combination();
          return revisions.size === 0 ? { to, note: NEVER_TOGETHER } : { to: revisions.get(memberKey(regional.name)) ?? to };
        };
        const known = first;
        first = void 0;
        return planRollbackTo(regional, part.step, { target: target2, restored, alone: services.length < 2, read: known });
      }
    };
  });
}
async function readCombination(services, to, { inputs, context }) {
  const members = await Promise.all(
    services.map(async ({ api, name }) => ({ key: memberKey(name), service: await api.get(name) ?? {} }))
  );
  const chosen = new Map(
    members.flatMap(({ key, service: service2 }) => {
      const revision = doneBefore(service2, context.github);
      return revision === void 0 ? [] : [[key, revision]];
    })
  );
  return planReleaseRollback(members, to, inputs.onUnknownCombination, chosen);
}
var NEVER_TOGETHER, notFor;
var init_load_services = __esm({
  "actions/deploy-run/manifest/load-services.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_repositories();
    init_project_number();
    init_image();
    init_pinned_images();
    init_errors();
    init_desired_service();
    init_preview_links();
    init_decision();
    init_target();
    init_startup_probe();
    init_check_policy();
    init_deploy();
    init_rollback();
    init_multi_region();
    init_worker_pools();
    init_load_manifest();
    NEVER_TOGETHER = "No earlier combination of these services is recorded, so each returns to its own previous release. These may never have run together. To return all of them to one commit, give the commit.";
    notFor = (input, message) => new InputError([{ subject: `Input ${input}`, message }]);
  }
});

// actions/deploy-run/job/deploy-job.ts
async function deployJob(deploys, request, step, env2 = /* @__PURE__ */ new Map()) {
  const { context, inputs } = step;
  const [given] = [
    ...request.tag ? ["tag"] : [],
    ...request.preview ? ["no-traffic"] : [],
    ...request.allowUnauthenticated !== void 0 ? ["allow-unauthenticated"] : [],
    ...inputs.rollout.probe.given
  ];
  if (given)
    throw new InputError([
      { subject: `Input ${given}`, message: "cannot be combined with a Job: it takes no requests." }
    ]);
  const frozen = freezeOn(void 0, inputs.freeze, context.clock.now());
  checkFreeze(frozen, { force: inputs.force, consequence: "Nothing was changed.", log: context.log });
  const apis = jobClients(step);
  for (const { region: region2, manifest, judged } of deploys) {
    for (const note of judged) context.log.notice(note);
    const name = fullJobName(region2, manifest, step);
    const url = `https://console.cloud.google.com/run/jobs/details/${region2}/${manifest.name}?project=${inputs.project}`;
    const wanted = await resolveJob({ region: region2, manifest }, request, step);
    await writeJob(name, withVariables(wanted, env2), { ...request, jobs: apis.jobs, manifest }, step);
    context.summary.heading(md`Job: ${plain(manifest.name)} in ${plain(region2)}`);
    for (const note of judged) context.summary.paragraph(md`> ${plain(note)}`);
    context.output("console-url", url);
    const image = wanted.template?.template?.containers?.[0]?.image;
    context.output("image", image);
    context.output("digest", image?.split("@")[1]);
    if (inputs.dryRun)
      context.summary.paragraph(md`Dry run: nothing was changed. The job would run ${code(image ?? "")}.`);
    else context.summary.paragraph(md`The job runs ${code(image ?? "")} (${link("console", url)}).`);
    if (request.execute && !inputs.dryRun) await executeJob(name, step);
  }
}
var init_deploy_job = __esm({
  "actions/deploy-run/job/deploy-job.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_errors();
    init_summary();
    init_execute_job();
    init_write_job();
  }
});

// actions/deploy-run/job/command-job.ts
async function loadCommand({ inputs: { project, regions }, list: list3, label }, source, step, services) {
  const subject = `Input ${list3}, ${label}`;
  const known = services.filter(({ regional }) => regional.kind === "Service");
  const names = [...new Set(known.map(({ regional }) => regional.service))];
  const aliases = new Map(known.map(({ regional, alias = regional.service }) => [alias, regional.service]));
  const given = source.service ?? (names.length === 1 ? names[0] : void 0);
  const service2 = given !== void 0 && names.includes(given) ? given : aliases.get(given ?? "");
  if (service2 === void 0)
    throw new InputError([
      {
        subject: `${subject}, service`,
        message: `expected one of ${[.../* @__PURE__ */ new Set([...aliases.keys(), ...names])].join(", ")}, whose new image runs the command, got ${source.service ?? "none"}.`
      }
    ]);
  const job2 = jobOf(service2);
  const { jobs } = jobClients(step);
  await Promise.all(
    regions.map(async (region2) => {
      const found2 = await jobs.get(`projects/${project}/locations/${region2}/jobs/${job2}`);
      if (found2 && found2.labels?.["managed-by"] !== MANAGED_BY["managed-by"])
        throw new InputError([
          {
            subject,
            message: `the Cloud Run job ${job2} in ${region2} was made by another tool, and the command would replace it. Run it with job: ${job2}, or rename it.`
          }
        ]);
    })
  );
  const { inputs } = step;
  const rollout = { ...inputs.rollout, probe: { ...inputs.rollout.probe, given: [] } };
  const request = requestOf2(inputs.request);
  const own = { ...step, inputs: { ...inputs, rollout } };
  const ofService = ({ service: one }) => one.service === service2;
  return {
    async plan(services2) {
      const plan = services2.find(ofService);
      const manifest = manifestOf(job2, plan, source);
      return await Promise.all(regions.map((region2) => planLaterJob({ region: region2, manifest, judged: [] }, request, own)));
    },
    async run(candidates, urlsIn2) {
      const plan = candidates.map(({ progress }) => progress.planned.plan).find(ofService);
      if (!plan) return own.context.log.info(`The job ${job2} would run ${source.command.join(" ")}.`);
      for (const region2 of regions)
        await deployJob(
          [{ region: region2, manifest: manifestOf(job2, plan, source), judged: [] }],
          request,
          own,
          urlsIn2(region2)
        );
    }
  };
}
function manifestOf(name, { template }, { command, args }) {
  const { containers = [], serviceAccount } = template;
  const image = containers[Math.max(0, ingressIndex(containers))]?.image;
  const container2 = { ...image && { image }, command: [...command], ...args.length > 0 && { args: [...args] } };
  const resource = {
    template: {
      taskCount: 1,
      template: { containers: [container2], maxRetries: 0, ...serviceAccount && { serviceAccount } }
    }
  };
  return { kind: "Job", name, resource, exported: false, warnings: [], locate: () => ({ file: "" }) };
}
var jobOf, requestOf2;
var init_command_job = __esm({
  "actions/deploy-run/job/command-job.ts"() {
    "use strict";
    init_fetch_classes();
    init_manifest();
    init_errors();
    init_records();
    init_deploy_job();
    init_execute_job();
    init_later_job();
    jobOf = (service2) => `${service2.slice(0, 63 - "-verify".length)}-verify`;
    requestOf2 = ({ tag: _, allowUnauthenticated: __, ...request }) => ({
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
async function loadExisting({ inputs: { project, regions, dryRun: dryRun2 }, list: list3, label }, { job: job2 }, step) {
  const { jobs } = jobClients(step);
  const found2 = await Promise.all(
    regions.map(async (region2) => {
      const name = `projects/${project}/locations/${region2}/jobs/${job2}`;
      return { region: region2, name, resource: await jobs.get(name) };
    })
  );
  const missing = found2.filter(({ resource }) => !resource).map(({ region: region2 }) => region2);
  if (missing.length > 0)
    throw new InputError([
      {
        subject: `Input ${list3}, ${label}, job`,
        message: `there is no Cloud Run job ${job2} in ${missing.join(" and ")} of ${project}. Create it, give its region, or use manifest.`
      }
    ]);
  return {
    plan: async () => found2.map(({ name }) => ({ name, execute: true })),
    async run(_, urlsIn2) {
      for (const { region: region2, name, resource } of found2) {
        if (dryRun2) {
          step.context.log.info(`The job ${job2} in ${region2} would run.`);
          continue;
        }
        await step.context.log.group(
          `${job2} in ${region2}: run the job`,
          () => executeJob(name, step, overridesOf(resource, urlsIn2(region2)))
        );
      }
    }
  };
}
var init_existing_job = __esm({
  "actions/deploy-run/job/existing-job.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_execute_job();
  }
});

// actions/deploy-run/job/release-jobs.ts
async function loadReleaseJobs(step, services) {
  return await Promise.all(
    step.inputs.jobs.map(async (job2) => {
      const { source, inputs, list: list3, when, onFailure } = job2;
      const own = { ...step, inputs };
      const runnable = source.kind === "manifest" ? await loadWritten(job2, own) : source.kind === "existing" ? await loadExisting(job2, source, own) : await loadCommand(job2, source, own, services);
      return { ...runnable, list: list3, when, onFailure, step: own };
    })
  );
}
async function loadWritten({ list: list3 }, step) {
  const { jobs, deploys } = await loadPart({ step, after: [] });
  const [service2] = deploys;
  if (service2)
    throw new InputError([
      { subject: `Input ${list3}`, message: `${service2.regional.service} is no Job. Put it into services.` }
    ]);
  return {
    plan: async () => await Promise.all(jobs.map((job2) => planLaterJob(job2, step.inputs.request, step))),
    async run(_, urlsIn2) {
      for (const job2 of jobs) await deployJob([job2], step.inputs.request, step, urlsIn2(job2.region));
    }
  };
}
async function runJobs(all, when, candidates) {
  let failure;
  for (const { run: run2, list: list3, step, onFailure } of all.filter((one) => one.when === when)) {
    try {
      await run2(candidates, (region2) => urlsIn(region2, candidates, list3 === "verify" && when === "before-traffic"));
    } catch (error) {
      const restores = when === "before-traffic" || onFailure === "restore";
      if (restores || isAbort(error) || error instanceof TimedOutError) throw error;
      step.context.log.warning(
        `A job after traffic failed, and the services stay on the new revisions: ${error.message}`
      );
      failure ??= error;
    }
  }
  return failure;
}
function urlsIn(region2, candidates, ownOnly) {
  const urls = /* @__PURE__ */ new Map();
  const near = [...candidates].sort((a, b) => Number(regionOf(b) === region2) - Number(regionOf(a) === region2));
  for (const { progress, unchanged } of near) {
    const { planned, service: service2 } = progress;
    const { tag } = planned.plan;
    const serves = !ownOnly || unchanged || isFirst(planned.plan);
    const url = tag && tagUrl(service2, tag) || (serves ? service2.uri : void 0);
    const name = `URL_${planned.regional.service.toUpperCase().replaceAll("-", "_")}`;
    if (url && !urls.has(name)) urls.set(name, url);
  }
  return urls;
}
var planLaterJobs, regionOf;
var init_release_jobs = __esm({
  "actions/deploy-run/job/release-jobs.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_load_services();
    init_rollout_plan();
    init_traffic2();
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

// actions/deploy-run/canary/later-jobs.ts
async function runLaterJobs({
  found: found2,
  working,
  candidates,
  lead
}) {
  const { plan, at } = found2.canary;
  const { step } = working;
  const own = { ...step, inputs: { ...step.inputs, commit: found2.record.commit } };
  let { ended = 0, failure } = at.jobs ?? {};
  for (const { places, onFailure } of (plan.jobs ?? []).slice(ended)) {
    await checkOurs({ working, candidates });
    try {
      for (const place of places)
        await runPlannedJob(place, urlsIn(place.name.split("/")[3] ?? "", candidates, false), own);
    } catch (error) {
      const isVerdict = error instanceof OutcomeError || error instanceof InputError;
      if (!isVerdict || isAbort(error) || error instanceof TimedOutError) throw error;
      const why = error.message;
      if (onFailure === "restore") throw new OutcomeError(why, { cause: error });
      step.context.log.warning(`A job after traffic failed, and the services stay on the new revisions: ${why}`);
      failure ??= why;
    }
    ended++;
    const jobs = { ended, ...failure !== void 0 && { failure } };
    await writeLead(lead, found2.record.id, ({ at: now, ...canary }) => {
      if (canary.advancing !== step.id || !now)
        throw new OvertakenError("Another run advances this canary. This run stopped.");
      return { ...canary, at: { ...now, jobs } };
    });
  }
  return failure === void 0 ? void 0 : new OutcomeError(failure);
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
var init_later_jobs = __esm({
  "actions/deploy-run/canary/later-jobs.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_later_job();
    init_release_jobs();
    init_phases();
    init_rollout2();
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
  await checkFreshness(inputs.commit, [found2.record.commit], freshness);
  const waiting = waitingOn(now);
  const short2 = inputs.commit.slice(0, 12);
  try {
    if (waiting) await checkFreshness(inputs.commit, [waiting.commit], freshness);
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
    return `Commit ${short2} was not deployed: the newer commit ${waiting?.commit.slice(0, 12)} waits for the decision.`;
  }
  const { runId, runUrl, actor } = context.github;
  const at = new Date(context.clock.now()).toISOString();
  if (!inputs.dryRun) await writeWaiting(lead, { commit: inputs.commit, runId, runUrl, by: actor, at });
  return `Commit ${short2} was not deployed, and nothing of it was changed: it waits until the canary of ${found2.record.commit.slice(0, 12)} is decided.`;
}
async function announceNext(lead, { context, github }) {
  const { log } = context;
  const now = await lead.api.get(lead.name);
  const waiting = waitingOn(now);
  if (!now || !waiting || canaryOn(now)) return;
  if (releasesOf(now).some(({ commit: commit2 }) => commit2 === waiting.commit)) return await writeWaiting(lead, null);
  const short2 = waiting.commit.slice(0, 12);
  const what = `Commit ${short2} of ${waiting.by} waited for this decision.`;
  const byHand = `To deploy it run ${waiting.runUrl} again.`;
  if (holdOf(now)) log.notice(`${what} The hold on the service blocks it until it is released. ${byHand}`);
  else if (!github || waiting.runId === "" || waiting.runId === context.github.runId) log.notice(`${what} ${byHand}`);
  else
    try {
      await github.rerun(waiting.runId);
      await writeWaiting(lead, null);
      log.notice(`${what} Its run was started again: ${waiting.runUrl}.`);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      log.notice(`${what} ${byHand} It was not started: ${error.message} (needs actions: write).`);
    }
}
var init_next_commit = __esm({
  "actions/deploy-run/canary/next-commit.ts"() {
    "use strict";
    init_fetch_classes();
    init_freshness();
    init_holds();
    init_errors();
    init_records();
    init_long_canary();
    init_lead_record();
  }
});

// actions/deploy-run/canary/next-step.ts
async function takeNextStep(move) {
  const { found: found2, working, candidates, lead } = move;
  const { step, events } = working;
  const { context } = step;
  const { id } = found2.record;
  const { at } = found2.canary;
  const { next } = timesOf(found2.canary);
  await writeLead(lead, id, (canary) => {
    if (canary.advancing === step.id) return void 0;
    if (canary.advancing !== found2.canary.advancing || !sameState(canary.at, at))
      throw new OvertakenError("Another run advances this canary. This run stopped and changed nothing.");
    return { ...canary, advancing: step.id };
  });
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
      const since = new Date(context.clock.now()).toISOString();
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
    await commitCanary(move);
    committed = true;
    await Promise.all(
      candidates.slice(1).map(async ({ deploy: deploy2, progress }) => {
        progress.service = await finishMember(deploy2.regional, id);
      })
    );
    const results = await Promise.all(
      candidates.map(
        ({ progress: { planned, revision, service: recorded } }) => readResult(planned, { revision, recorded, changed: true }, events)
      )
    );
    await announceNext(lead, step);
    if (failed) throw failed;
    return results;
  } catch (error) {
    lease.stop();
    const verdict = error instanceof OutcomeError && !(error instanceof OvertakenError) && !(error instanceof TimedOutError);
    if (verdict && !committed) throw await restoreCanary(move, error);
    if (!isAbort(error) && !committed && !(error instanceof OvertakenError))
      await writeLead(lead, id, ({ advancing, ...canary }) => advancing === step.id ? canary : void 0).catch(
        () => {
        }
      );
    throw error;
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
async function probeOrRestore(move, percent2) {
  try {
    await probeShares(move.working, move.candidates, percent2);
  } catch (error) {
    if (!(error instanceof OutcomeError) || error instanceof OvertakenError) throw error;
    throw await restoreCanary(move, error);
  }
}
async function restoreCanary({ found: found2, working, lead }, error) {
  const { step, events, members, failing } = working;
  const ended = await endRelease(
    step.context,
    step.inputs,
    found2.record.id,
    members.map(({ deploy: { regional }, layer, planned }) => ({ regional, layer, before: planned.plan.serving })),
    true
  );
  for (const { name, shares } of ended.members) if (shares) events.push({ name, kind: "serves", shares, tags: [] });
  const at = failing && members.length > 1 ? [`It failed at ${describeMember(memberKey(failing.name))}.`] : [];
  const sentences2 = [...at, ...tellEnded(ended.members)];
  recordFailure(
    members.map(({ deploy: deploy2 }) => deploy2.regional.name),
    sentences2,
    { error, events }
  );
  await announceNext(lead, step).catch(() => {
  });
  return explainFailure(error, sentences2, step.context);
}
var init_next_step2 = __esm({
  "actions/deploy-run/canary/next-step.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_decision();
    init_long_canary();
    init_describe_failure();
    init_describe_release();
    init_end_release();
    init_lease();
    init_phases();
    init_finish_member();
    init_rollout2();
    init_ownership();
    init_canary_move();
    init_describe();
    init_later_jobs();
    init_lead_record();
    init_next_commit();
  }
});

// actions/deploy-run/canary/advance.ts
async function advanceCanary(release, via, step, events) {
  const { context } = step;
  const members = release.members.map((key) => memberOf(via, key));
  const [lead] = members;
  const found2 = canaryOn(await lead.api.get(lead.name), release.id);
  const say = (note) => describeCanary(members, step, events, { note });
  if (!found2) {
    await settleRelease(release, via, step);
    return await say("The canary has ended.");
  }
  const { advancing, plan, at } = found2.canary;
  if (advancing !== void 0 && !isEarlierAttempt(advancing, context.github)) {
    context.log.info(
      `The run ${advancing} has begun to move this canary. Waiting for a minute to see whether it is still running.`
    );
    if (await watchLease(lead, release.id) === "moving") return await say("Another run advances this canary.");
  }
  const candidates = await readCandidates(release, members, plan, step);
  const judgement = await judgeCanary(found2, candidates, step, events);
  const move = { found: found2, candidates, lead, working: releaseOf(candidates, step, events, plan) };
  if (judgement.kind === "worse") {
    move.working.failing = judgement.failing;
    throw await restoreCanary(move, new OutcomeError(judgement.why));
  }
  const now = context.clock.now();
  const times = timesOf(found2.canary);
  const due = now >= times.due;
  if (due || judgement.kind === "unknown") await probeOrRestore(move, times.percent);
  const hold = newHold(candidates);
  const blocks = whatBlocks(
    hold,
    freezeNow(candidates, step),
    due && times.approval && !approvedBy(step) ? times.next : void 0
  );
  if (now > times.overdue && !step.inputs.force && (blocks !== void 0 || advancing === void 0)) {
    await say("The canary is overdue.");
    const advice = blocks ?? "Check the schedule of the workflow that advances it.";
    throw new OutcomeError(
      `The canary of ${found2.record.commit.slice(0, 12)} is overdue: ${times.percent} % since ${formatMinute(times.since)}, and ${times.next} % was due at ${formatMinute(times.due)}. It was judged and not continued. ${advice} To continue it anyway, run this action with advance: true and force: true; to end it, with rollback-to: previous.`
    );
  }
  if (blocks !== void 0 && due) return await say(blocks);
  if (!due) return await say(blocks ?? "");
  if (judgement.kind === "extend") {
    await writeLead(
      lead,
      release.id,
      (canary) => sameState(canary.at, at) ? { ...canary, at: { ...at, extended: true } } : void 0
    );
    return await say(`${judgement.why} The step lasts another ${formatDuration(times.due - times.since)}.`);
  }
  if (step.inputs.dryRun) return await say(`Dry run: it would go to ${times.next} %.`);
  return await takeNextStep(move);
}
function whatBlocks(hold, freeze, unapproved) {
  if (hold) return `The hold blocks its next step. ${describeServiceHold(hold)}`;
  if (freeze !== void 0) return `The freeze blocks its next step. ${freeze}`;
  return unapproved === void 0 ? void 0 : `It needs an approval for ${unapproved} %: run this action with advance: true and approved: true.`;
}
function freezeNow(candidates, { inputs: { force, freeze }, context: { clock } }) {
  if (force) return void 0;
  const found2 = candidates.map(({ progress: { service: service2 } }) => freezeOn(service2, freeze, clock.now()));
  return found2.find((text3) => text3 !== void 0);
}
function newHold(candidates) {
  const holds = candidates.map(({ progress: { service: service2, planned } }) => {
    const hold = holdOf(service2);
    return hold && !isSameHold(hold, planned.plan.holdBefore) ? hold : void 0;
  });
  return holds.find((hold) => hold !== void 0);
}
var approvedBy;
var init_advance = __esm({
  "actions/deploy-run/canary/advance.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_duration();
    init_holds();
    init_errors();
    init_long_canary();
    init_interrupted_release();
    init_earlier_release();
    init_lease();
    init_ownership();
    init_canary_move();
    init_candidates();
    init_describe();
    init_judge2();
    init_lead_record();
    init_next_step2();
    approvedBy = ({ inputs: { request } }) => request.kind === "advance" && request.approved;
  }
});

// actions/deploy-run/canary/deployment-status.ts
async function reportStage(commit2, stage, step) {
  const { github, context, inputs } = step;
  const environment = inputs.deploymentEnvironment;
  if (!github || environment === void 0 || inputs.dryRun) return;
  try {
    const logUrl = context.github.runUrl;
    if (await github.addDeploymentStatus(commit2, environment, { ...stage, logUrl })) return;
    context.log.info(`Commit ${commit2.slice(0, 12)} has no deployment to ${environment} whose status could be set.`);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    context.log.notice(
      `The status of the deployment to ${environment} was not set: ${error.message} (needs deployments: write).`
    );
  }
}
var init_deployment_status = __esm({
  "actions/deploy-run/canary/deployment-status.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
  }
});

// actions/deploy-run/canary/meet.ts
async function advanceAll(services, step, events) {
  const { request, rollout } = step.inputs;
  const done = /* @__PURE__ */ new Set();
  const results = /* @__PURE__ */ new Map();
  for (const regional of services) {
    const found2 = releaseOn(await regional.api.get(regional.name));
    if (found2 && done.has(found2.id)) continue;
    if (found2) done.add(found2.id);
    const gate = request.kind === "advance" && request.waits;
    for (const result of await meet(found2, regional, step, events, gate ? rollout.onCanary : void 0))
      results.set(result.target.name, result);
  }
  return [...results.values()];
}
async function meet(found2, regional, step, events, onCanary) {
  if (!found2) {
    if (onCanary === void 0) await announceNext(regional, step);
    return await describeCanary([regional], step, events);
  }
  if (onCanary === "supersede") {
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
  if (step.inputs.deploymentEnvironment === void 0) return await advanceCanary(found2, via, step, events);
  const lead = memberOf(via, found2.members[0] ?? "");
  const commit2 = rolloutOf(await lead.api.get(lead.name))?.commit ?? "";
  try {
    const results = await advanceCanary(found2, via, step, events);
    const canary = results.find((result) => result.canary)?.canary;
    const stage = canary ? { state: "in_progress", description: `${canary.percent} % since ${canary.since}, next step ${canary.due}` } : { state: "success", description: "The canary has all traffic." };
    await reportStage(commit2, stage, step);
    return results;
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
    const description2 = error.message.slice(0, 140);
    const undecided = canaryOn(await lead.api.get(lead.name), found2.id) !== void 0;
    await reportStage(commit2, { state: undecided ? "in_progress" : "failure", description: description2 }, step);
    throw error;
  }
}
async function waitForDecision(found2, via, step, events) {
  const [key = ""] = found2.members;
  const lead = memberOf(via, key);
  const note = await recordNext(lead, step);
  if (note !== "") step.context.log.notice(note);
  const results = await advanceAndReport(found2, via, step, events);
  return results.map((result) => ({ ...result, waiting: true }));
}
var init_meet = __esm({
  "actions/deploy-run/canary/meet.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_records();
    init_decision();
    init_long_canary();
    init_interrupted_release();
    init_earlier_release();
    init_advance();
    init_deployment_status();
    init_describe();
    init_next_commit();
  }
});

// actions/deploy-run/rollout/revision-logs.ts
async function showLogs(regional, revision) {
  const patience = await startedAtAll(regional, revision) ? PATIENCE4 : 0;
  const { log, clock, signal } = regional.context;
  const url = logsUrl(regional, revision);
  const filter = regional.kind === "Service" ? revisionFilter(regional.service, revision) : poolFilter(regional.service, revision);
  try {
    const look = async () => {
      const lines3 = await regional.clients.logs.tail(filter, LINES);
      return lines3.length > 0 ? lines3 : void 0;
    };
    const lines2 = await poll(look, { clock, signal, until: clock.now() + patience, first: 1500 }) ?? [];
    if (lines2.length === 0) {
      log.info(`${revision} has written no log line yet. Its logs: ${url}`);
      return void 0;
    }
    const text3 = lines2.map(({ severity, text: text4 }) => `${severity === "DEFAULT" ? "" : `${severity} `}${text4}`).join("\n");
    await log.group(`The last ${lines2.length} log lines of ${revision}`, async () => log.output(text3));
    return { revision, url, text: text3 };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
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
var LINES, PATIENCE4, poolFilter;
var init_revision_logs = __esm({
  "actions/deploy-run/rollout/revision-logs.ts"() {
    "use strict";
    init_fetch_classes();
    init_logging();
    init_revisions();
    init_errors();
    init_retry();
    init_regional_service();
    LINES = 20;
    PATIENCE4 = 6e3;
    poolFilter = (pool, revision) => `resource.type="cloud_run_worker_pool" AND resource.labels.worker_pool_name="${pool}" AND resource.labels.revision_name="${revision}"`;
  }
});

// src/github/preview-comment.ts
async function writePreviewComment(github, log, { number, services }, lines2) {
  const known = /* @__PURE__ */ new Set([...services, services[0]?.split("/").at(-1)]);
  const alike = (line) => /^<!-- orchestra preview (.*) -->/.exec(line)?.[1]?.split(" ").some((name) => known.has(name)) ?? false;
  try {
    await github.upsertComment(number, `<!-- orchestra preview ${services.join(" ")} -->`, lines2.join("\n"), alike);
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
    init_fetch_classes();
    init_errors();
  }
});

// actions/deploy-run/preview/comment.ts
async function comment(targets2, { context, github, inputs }, lines2) {
  const number = context.github.payload.pull_request?.number;
  const services = targets2.map(({ name }) => name);
  if (number && github && inputs.previewComment && services.length > 0)
    await writePreviewComment(github, context.log, { number, services }, lines2);
}
async function commentFailure(services, step, tag, reason) {
  const { inputs, context } = step;
  if (context.signal.aborted) return;
  const shown = await Promise.all(services.map((one) => stillShown(one, tag)));
  await comment(services.map(identityOf), step, [
    md`\u274c **Preview** of ${plain(inputs.commit.slice(0, 12))} failed (${link("run", context.github.runUrl)}). ${plain(reason)}`,
    md``,
    ...shown
  ]);
}
async function stillShown(regional, tag) {
  const place = md`${plain(regional.service)} in ${plain(regional.region)}`;
  try {
    const now = await regional.api.get(regional.name);
    const ours = now && isTagOf(now, tag, regional.context.github.repository);
    const revision = ours && tagsInEffect(now).find((one) => one.tag === tag)?.revision;
    const url = revision && tagUrl(now, tag);
    if (!url) return md`- ${place}: no preview.`;
    return md`- ${place}: ${link(url, url)} still shows revision ${code(revision)}.`;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return md`- ${place}: what its preview shows could not be read.`;
  }
}
var init_comment = __esm({
  "actions/deploy-run/preview/comment.ts"() {
    "use strict";
    init_fetch_classes();
    init_preview_comment();
    init_preview_owners();
    init_errors();
    init_summary();
    init_traffic2();
    init_regional_service();
  }
});

// actions/deploy-run/preview/drop-tags.ts
async function dropTags(regional, claims, revision) {
  const tags = claims.map(({ tag }) => tag);
  const has = (now) => taggedTargets(now, tags).some((one) => revision === void 0 || one === revision);
  const { service: service2 } = await writeService(regional, {
    landed: (now) => !has(now),
    plan: async (now) => {
      if (!has(now)) return void 0;
      for (const claim of claims) checkTagOwner(now, claim, "remove-tag");
      return { ...now, traffic: await sharesOf(regional, now, tags), annotations: withoutTagOwners(now, tags) };
    }
  });
  return service2;
}
async function sharesOf(regional, now, without2) {
  const wish = (rolloutOf(now) || now.reconciling) && now.traffic?.every(({ revision }) => revision);
  const shares = wish ? (now.traffic ?? []).filter(({ percent: percent2 = 0 }) => percent2 > 0).map(({ tag: _, ...target2 }) => target2) : serving(now).map((share) => ({ type: REVISION, ...share }));
  const tags = (await keptTags(regional, now, ...without2)).map((one) => ({ type: REVISION, ...one }));
  return [...shares, ...tags];
}
async function removeLeftOver(regional) {
  const { name, service: service2, region: region2, api, clients } = regional;
  const gone = await pollService(regional, async () => {
    const now = await api.get(name);
    if (!now) return true;
    if (now.deleteTime) return void 0;
    if (!isLeftOver(now)) return false;
    try {
      await clients.services.remove(name, now.etag ?? "");
    } catch (error) {
      if (!(error instanceof CloudError) || error.status !== 409) throw error;
    }
    return void 0;
  });
  if (gone !== void 0) return gone;
  throw new OutcomeError(`The service ${service2} in ${region2} is still being deleted. Run this step again.`);
}
var taggedTargets;
var init_drop_tags = __esm({
  "actions/deploy-run/preview/drop-tags.ts"() {
    "use strict";
    init_fetch_classes();
    init_resources();
    init_preview_owners();
    init_errors();
    init_records();
    init_traffic2();
    init_fenced_write();
    init_poll();
    init_tags();
    taggedTargets = (service2, tags) => [...service2.traffic ?? [], ...service2.trafficStatuses ?? []].filter(({ tag }) => tag !== void 0 && tags.includes(tag)).map(({ revision }) => revision);
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
    const wave = waiting.filter((one) => linksOf2(one).every((link2) => urls.has(link2)));
    if (wave.length === 0) throw new OutcomeError(withoutUrl(waiting.flatMap(linksOf2), urls));
    results.push(...await deployWave(wave, urls, step, events));
    waiting = waiting.filter((one) => !wave.includes(one));
  }
  return results;
}
async function readUrls(deploys) {
  const urls = /* @__PURE__ */ new Map();
  const found2 = await Promise.all(deploys.map(({ regional }) => regional.api.get(regional.name)));
  for (const [i2, deploy2] of deploys.entries()) record2(urls, deploy2, found2[i2]);
  return urls;
}
function record2(urls, deploy2, service2) {
  const { request } = deploy2.inputs;
  const tag = request.kind === "deploy" ? request.tag ?? "" : "";
  const url = service2 && urlOfTag(service2, tag);
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
  const rows = results.map(({ target: target2, service: service2, tag }) => {
    const url = tagUrl(service2, tag ?? "") ?? "";
    return md`| ${plain(target2.service)} | ${plain(target2.region)} | ${link(url, url)} |`;
  });
  await comment(placesOf2(results), step, [
    md`**Preview** of ${plain(step.inputs.commit.slice(0, 12))} (${link("run", step.context.github.runUrl)})`,
    md``,
    md`| Service | Region | URL |`,
    md`| --- | --- | --- |`,
    ...rows
  ]);
}
function dryRun(planned, events) {
  const { service: service2, current, tag = "" } = planned.plan;
  events.push({ name: service2.name, kind: "ended", ending: { kind: "dry-run", previewTag: tag } });
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
    const written2 = await write2(planned, (chosen) => {
      revision = chosen;
    });
    const ready = await waitForRevision(regional, revision, written2.operation);
    checkDigests(planned.plan.template, ready, planned.plan.accepted);
    const service2 = await pollService(regional, async () => {
      const now = await regional.api.get(regional.name);
      return now && tagsInEffect(now).some((one) => one.tag === tag && one.revision === revision) ? now : void 0;
    });
    if (!service2)
      throw new OutcomeError(`The tag ${tag} did not take effect within ${describeTimeout(regional.context)}.`);
    const probe = await probeService(planned, { service: service2, tag }, inputs);
    if (probe) events.push({ name, kind: "probed", probe });
    if (planned.plan.allowUnauthenticated !== void 0) await setAccess(regional, planned.plan.allowUnauthenticated);
    const url = tagUrl(service2, tag) ?? "";
    events.push({ name, kind: "ended", ending: { kind: "previewed", revision, url } });
    return resultOf(planned, service2, revision, events);
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
async function write2(planned, named5) {
  const {
    regional,
    plan: { current, desired, candidate, tag = "", claim, commit: commit2 }
  } = planned;
  if (!desired || !claim) throw new Error("nothing to preview");
  const landed = (service2, revision2) => service2.traffic?.some((target2) => target2.tag === tag && target2.revision === revision2) ?? false;
  let revision = candidate.kind === "new" ? "" : candidate.revision;
  if (!current) {
    revision = await freeRevision(regional, commit2);
    named5(revision);
    const template = { ...desired.template, revision };
    const traffic = [
      { type: REVISION, revision, percent: 100 },
      { type: REVISION, revision, tag }
    ];
    const service2 = { ...desired.service, template, traffic };
    const annotations2 = asPreviewService(service2, claim);
    return await createService(regional, { ...service2, annotations: annotations2 }, (now) => landed(now, revision));
  }
  return await writeService(regional, {
    landed: (now) => landed(now, revision),
    plan: async (now) => {
      checkTagOwner(now, claim, "tag");
      if (candidate.kind === "new") revision = await freeRevision(regional, commit2);
      named5(revision);
      return {
        ...withEarlyFields(now, current, desired.service),
        ...candidate.kind === "new" && { template: { ...desired.template, revision } },
        traffic: [...await sharesOf(regional, now, [tag]), { type: REVISION, revision, tag }],
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
function resultOf({ plan }, service2, revision, events) {
  const { service: target2, template, tag, candidate } = plan;
  events.push({ name: target2.name, kind: "serves", shares: serving(service2), tags: tagsInEffect(service2) });
  return { target: target2, before: plan.serving, service: service2, revision, template, tag, changed: candidate.kind === "new" };
}
var withoutUrl, placeOf, placesOf2;
var init_preview = __esm({
  "actions/deploy-run/preview/preview.ts"() {
    "use strict";
    init_fetch_classes();
    init_resources();
    init_preview_owners();
    init_errors();
    init_summary();
    init_time_limit();
    init_desired_service();
    init_image_digests();
    init_preview_links();
    init_traffic2();
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
    withoutUrl = (links, urls) => `There is no URL for ${[...new Set(links)].filter((link2) => !urls.has(link2)).join(", ")}: a worker pool, or a service with its default URL disabled, has none. Leave the variable out, or enable the URL.`;
    placeOf = ({ regional: { service: service2, region: region2 }, alias }) => ({
      service: service2,
      region: region2,
      alias
    });
    placesOf2 = (results) => results.map(({ target: target2 }) => target2);
  }
});

// actions/deploy-run/preview/remove.ts
async function removeTags(services, step, tags, events) {
  const { inputs, context } = step;
  const claims = tags.map((tag) => ({ tag, repository: context.github.repository, force: inputs.force }));
  const found2 = await Promise.all(
    services.map(async (one) => ({ regional: one, before: await one.api.get(one.name) }))
  );
  for (const { before } of found2) if (before) for (const claim of claims) checkTagOwner(before, claim, "remove-tag");
  const results = [];
  for (const { regional, before } of found2) {
    const had = claims.filter(({ tag }) => before?.traffic?.some((target2) => target2.tag === tag));
    const after2 = had.length > 0 && !inputs.dryRun ? await dropTags(regional, had) : before ?? {};
    const gone = !inputs.dryRun && isLeftOver(after2) && await removeLeftOver(regional);
    const service2 = gone ? {} : after2;
    const did = describe2(
      tags,
      had.map(({ tag }) => tag),
      gone,
      inputs.dryRun
    );
    events.push({ name: regional.name, kind: "ended", ending: { kind: "done", did } });
    context.log.info(`${regional.service} in ${regional.region}: ${did}`);
    results.push({
      target: identityOf(regional),
      before: [],
      service: service2,
      revision: serving(service2)[0]?.revision ?? "",
      template: service2.template ?? {},
      tag: void 0,
      changed: had.length > 0 || gone
    });
  }
  if (!inputs.dryRun)
    await comment(
      results.map(({ target: target2 }) => target2),
      step,
      [md`**Preview** ${listed(tags.map(code), ", ")} was removed.`]
    );
  return results;
}
function describe2(tags, had, gone, dryRun2) {
  const [noun, verb] = had.length === 1 ? ["tag", "was"] : ["tags", "were"];
  const removed = had.length === 0 ? `There is no tag ${tags.join(", ")}.` : `The ${noun} ${had.join(", ")} ${dryRun2 ? "would be" : verb} removed.`;
  return gone ? `${removed} The service was deleted: a preview had made it, and it has no other.` : removed;
}
var init_remove = __esm({
  "actions/deploy-run/preview/remove.ts"() {
    "use strict";
    init_fetch_classes();
    init_preview_owners();
    init_summary();
    init_traffic2();
    init_regional_service();
    init_comment();
    init_drop_tags();
  }
});

// actions/deploy-run/release/first-step.ts
async function takeFirstStep(release, candidates, { steps }) {
  const { step, events } = release;
  const percent2 = steps[0]?.percent ?? 100;
  await shift(release, candidates, percent2);
  await probeShares(release, candidates, percent2);
  const [lead] = candidates;
  const since = new Date(step.context.clock.now()).toISOString();
  await writeLead(lead.progress.planned.regional, step.id, (record3) => ({
    ...record3,
    at: { step: 0, since, spans: [] }
  }));
  return await describeCanary(
    candidates.map(({ deploy: deploy2 }) => deploy2.regional),
    step,
    events
  );
}
var init_first_step = __esm({
  "actions/deploy-run/release/first-step.ts"() {
    "use strict";
    init_fetch_classes();
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
    for (const [i2, { deploy: deploy2 }] of planned.entries())
      recordFailure([deploy2.regional.name], sentences2.slice(i2, i2 + 1), { error, events });
    throw explainFailure(error, sentences2, step.context);
  }
}
function splitRollback(members, { settledReleases }) {
  const same2 = ({ planned: { plan } }) => {
    const [main, ...others] = plan.serving;
    const { candidate } = plan;
    return plan.kind === "rollback" && others.length === 0 && candidate.kind === "existing" && main?.revision === candidate.revision;
  };
  const moving = members.filter((member) => !same2(member));
  if (moving.length === 0 || settledReleases.size > 0) return { moving: members, untouched: [] };
  return { moving, untouched: members.filter(same2) };
}
function stays({ planned: { plan } }, events) {
  const { service: target2, current = {}, serving: serving2, template } = plan;
  const { name } = target2;
  const revision = serving2[0]?.revision ?? "";
  const did = `${target2.service} stays on ${revision}, which ran in both releases.`;
  events.push(
    { name, kind: "serves", shares: serving2, tags: [] },
    { name, kind: "ended", ending: { kind: "done", did } }
  );
  return { target: target2, before: serving2, service: current, revision, template, tag: void 0, changed: false };
}
async function carryOut(members, jobs, step, events, { canary, held }) {
  const { context, id } = step;
  if (members.length > 1 && jobs.length === 0 && members.every(({ planned: { plan } }) => plan.candidate.kind === "serving"))
    return await recordAll(members, step, events);
  const release = { step, events, members, begun: /* @__PURE__ */ new Set(), failing: void 0, canary, held };
  const remember = (committing2) => saveRolloutState(
    context,
    id,
    members.map(({ deploy: { regional }, layer }) => ({ regional, layer })),
    committing2
  );
  remember(false);
  const [lead] = members;
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
    committing = members.length > 1;
    if (committing) remember(true);
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
    mayBeCommitted
  );
  const broken = !(isAbort(error) || error instanceof OvertakenError || error instanceof BlockedError);
  if (failing && broken) await recordLogs(failing, step, events);
  for (const { name, shares } of ended.members) if (shares) events.push({ name, kind: "serves", shares, tags: [] });
  if (ended.committed && ended.complete) clearRolloutState(step.context);
  const untouched = members.flatMap(
    ({ deploy: { regional } }) => begun.has(regional) ? [] : [describeUnchanged(regional, events)]
  );
  const at = members.length > 1 && failing && !isAbort(error) ? [`It failed at ${describeMember(memberKey(failing.name))}.`] : [];
  const became = [...tellEnded(ended.members), ...untouched].filter((text3) => text3 !== "");
  const sentences2 = became.length > 0 ? [...at, ...became] : [];
  recordFailure(
    members.map(({ deploy: deploy2 }) => deploy2.regional.name),
    sentences2,
    { error, events }
  );
  return explainFailure(error, sentences2, step.context);
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
var init_deploy_release = __esm({
  "actions/deploy-run/release/deploy-release.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_errors();
    init_release_jobs();
    init_decision();
    init_long_canary();
    init_rollout_plan();
    init_record_unchanged();
    init_revision_logs();
    init_outcome();
    init_ownership();
    init_canary();
    init_describe_failure();
    init_describe_release();
    init_end_release();
    init_first_step();
    init_lease();
    init_phases();
    init_plan_members();
  }
});

// actions/deploy-run/report/outputs.ts
function setDeployOutputs(context, results) {
  const [first] = results;
  if (!first) return;
  const { target: target2, before, service: service2, revision, template, tag } = first;
  const containers = template.containers ?? [];
  const image = containers[Math.max(0, ingressIndex(containers))]?.image;
  context.output("url", service2.uri ?? service2.urls?.[0]);
  context.output("revision", revision);
  const previous3 = before.find((share) => share.revision !== revision)?.revision;
  context.output("previous-revision", previous3);
  context.output("commit", commitOf(service2, revision));
  context.output("previous-commit", commitOf(service2, previous3 ?? before[0]?.revision));
  context.output("tag-url", tag && tagUrl(service2, tag));
  context.output("image", image);
  context.output("digest", image?.split("@")[1]);
  context.output(
    "traffic",
    results.flatMap((result) => trafficOf(result.target, result.service))
  );
  context.output(
    "changed",
    results.some(({ changed: changed2 }) => changed2)
  );
  context.output("console-url", consoleUrl(target2));
  context.output("services", results.map(describeResult2));
  context.output("canary", results.find(({ canary }) => canary)?.canary);
  context.output("waiting", results.some(({ waiting }) => waiting) || void 0);
  context.output("release", releasesOf(service2).findLast((release) => release.revision === revision)?.rollout);
}
function describeResult2(result) {
  const { target: target2, before, service: service2, revision, template, tag, changed: changed2, alias } = result;
  const { kind, region: region2, service: name } = target2;
  const containers = template.containers ?? [];
  const previous3 = before.find((share) => share.revision !== revision)?.revision;
  return {
    service: name,
    region: region2,
    kind,
    url: service2.uri ?? service2.urls?.[0],
    revision,
    "previous-revision": previous3,
    commit: commitOf(service2, revision),
    "previous-commit": commitOf(service2, previous3 ?? before[0]?.revision),
    image: containers[Math.max(0, ingressIndex(containers))]?.image,
    "tag-url": tag && tagUrl(service2, tag),
    ...alias !== void 0 && { name: alias },
    changed: changed2
  };
}
function trafficOf({ region: region2 }, service2) {
  return [
    ...serving(service2).map((share) => ({ region: region2, ...share })),
    ...tagsInEffect(service2).map(({ tag, revision }) => ({
      region: region2,
      revision,
      percent: 0,
      tag,
      url: tagUrl(service2, tag)
    }))
  ];
}
var commitOf;
var init_outputs = __esm({
  "actions/deploy-run/report/outputs.ts"() {
    "use strict";
    init_fetch_classes();
    init_manifest();
    init_records();
    init_traffic2();
    init_regional_service();
    commitOf = (service2, revision) => releasesOf(service2).findLast((release) => release.revision === revision)?.commit;
  }
});

// actions/deploy-run/report/release-summary.ts
function summarizeRelease(summary, reports, { title, id }) {
  const released = reports.some(({ ending }) => ending?.kind === "deployed" || ending?.kind === "commit-recorded");
  const failed = reports.filter(({ ending }) => ending === void 0 || ending.kind === "failed").length;
  const planned = reports.every(({ ending }) => ending?.kind === "dry-run");
  const all = `${reports.length} services`;
  summary.heading(plain(`${title}: ${all}`));
  if (planned) summary.paragraph(plain("Dry run: nothing was changed. This is the plan."));
  else if (failed === 0)
    summary.paragraph(
      title === "Deploy" && released ? md`\u2705 All ${plain(all)} are live together, as release ${code(id)}.` : plain(`\u2705 ${title}: all ${all} together.`)
    );
  else summary.paragraph(plain(`\u274C ${title} failed: ${all} go together or not at all. The live revisions are below.`));
  summary.table(
    ["Service", "Region", "Before", "Revision of this step", planned ? "Would serve" : "Serves now"],
    reports.map(({ target: target2, before, candidate, after: after2 }) => [
      plain(target2.service),
      plain(target2.region),
      plain(listShares(before)),
      candidate ? code(candidate) : md`\u2013`,
      after2 ? plain(listShares(after2)) : plain(planned ? "\u2013" : "unknown")
    ])
  );
}
var init_release_summary = __esm({
  "actions/deploy-run/report/release-summary.ts"() {
    "use strict";
    init_fetch_classes();
    init_summary();
    init_records();
  }
});

// actions/deploy-run/report/report.ts
function reportOn(target2, events) {
  const own = events.filter(({ name }) => name === target2.name);
  const all = (kind) => own.filter((event) => event.kind === kind);
  const plan = all("planned").at(-1)?.plan;
  const ending = all("ended").at(-1)?.ending;
  const serves = all("serves").at(-1);
  return {
    target: target2,
    ending,
    notes: plan?.notes ?? [],
    changes: plan?.changes ?? [],
    candidate: all("created").at(-1)?.revision ?? (plan?.candidate.kind === "new" ? void 0 : plan?.candidate.revision),
    before: plan?.serving ?? serves?.before ?? [],
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
var init_report3 = __esm({
  "actions/deploy-run/report/report.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// actions/deploy-run/analysis/canary-chart.ts
function summarizeCanary(summary, last) {
  const { results, watched, percent: percent2 } = last;
  summary.paragraph(plain(describeProgress(last)));
  const counts = (of) => `${formatRate(rateOf(of))} of ${formatCount(of.requests)}`;
  summary.table(
    ["Analysis", `Candidate at ${percent2} %`, "Baseline", "Limit", "Verdict"],
    results.map(({ name, candidate, baseline, threshold, limit, result }) => [
      plain(name),
      plain(counts(candidate)),
      plain(threshold === void 0 ? counts(baseline) : `threshold ${formatRate(threshold)}`),
      plain(formatRate(limit)),
      plain(MARKS[result])
    ])
  );
  const shown = results.find(({ result }) => result === "worse") ?? results[0];
  if (!shown || shown.windows.length < 2) return;
  summary.block(canaryChart(shown, watched.service), "mermaid");
  summary.paragraph(plain(`Red: candidate ${watched.candidate}. Blue: baseline ${watched.baseline.join(", ")}.`));
}
function canaryChart({ name, windows }, service2) {
  const size = Math.ceil(windows.length / MOST_POINTS);
  const groups = Array.from(
    { length: Math.ceil(windows.length / size) },
    (_, i2) => windows.slice(i2 * size, (i2 + 1) * size)
  );
  const line = (of) => groups.map((group) => (rateOf(sumCounts(group.map((window) => window[of]))) * 100).toFixed(2));
  const lines2 = [line("candidate"), line("baseline")];
  const most = Math.max(1, ...lines2.flat().map(Number));
  return [
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${COLORS.join(", ")}"}}}}%%`,
    "xychart-beta",
    `  title "${mermaidLabel(`${name} of ${service2}, percent of the requests`)}"`,
    `  x-axis "sampling periods" 1 --> ${groups.length}`,
    `  y-axis "percent" 0 --> ${Math.ceil(most)}`,
    ...lines2.map((values) => `  line [${values.join(", ")}]`)
  ].join("\n");
}
var MARKS, MOST_POINTS, COLORS;
var init_canary_chart = __esm({
  "actions/deploy-run/analysis/canary-chart.ts"() {
    "use strict";
    init_fetch_classes();
    init_summary();
    init_describe_evaluation();
    init_counts();
    MARKS = { worse: "\u274C worse", fine: "\u2705 no regression", undecided: "\u26A0\uFE0F no verdict" };
    MOST_POINTS = 60;
    COLORS = ["#d1242f", "#1f6feb"];
  }
});

// actions/deploy-run/report/summary.ts
function summarizeService(summary, report, title, run2) {
  const { target: target2, before, after: after2 = [] } = report;
  summary.heading(md`${plain(title)}: ${plain(target2.service)} in ${plain(target2.region)}`);
  if (report.ending) summary.paragraph(describeEnding(target2.service, report.ending, title));
  if (report.ending?.kind === "failed") explainFailure2(summary, report.ending);
  const [first, ...links] = linksOf(report, run2);
  if (first) summary.paragraph(links.reduce((all, one) => md`${all} \u00b7 ${one}`, first));
  for (const note of report.notes) summary.paragraph(md`> ${plain(note)}`);
  if (report.canary) summarizeCanary(summary, report.canary);
  if (report.logs) {
    summary.paragraph(
      md`The last log lines of ${code(report.logs.revision)} (${link("all of them", report.logs.url)}):`
    );
    summary.block(report.logs.text);
  }
  if (before.length > 0 || after2.length > 0) {
    summary.block(trafficDiagram(report), "mermaid");
    summary.table(["Revision", "Before", "After"], trafficRows(report));
  }
  if (report.changes.length > 0) {
    const write3 = () => summary.table(
      ["Setting", "Before", "After"],
      report.changes.map(({ field, before: before2, after: after3 }) => [code(field), brief(before2), brief(after3)])
    );
    if (report.changes.length > OPEN_ROWS) summary.collapsed(`${report.changes.length} settings change`, write3);
    else write3();
  }
  if (report.probes.length > 0 || report.phases.length > 0)
    summary.collapsed("Health checks and times", () => summarizeTimes(summary, report));
}
function summarizeTimes(summary, report) {
  if (report.probes.length > 0)
    summary.table(
      ["Health check", "Consecutive successes", "Probe requests", "Time", "Last answer"],
      report.probes.map(({ url, passes, attempts, took, lastAnswer }) => [
        plain(url),
        passes,
        attempts,
        plain(formatDuration(took)),
        plain(lastAnswer)
      ])
    );
  if (report.phases.length > 0)
    summary.table(
      ["Phase", "Time"],
      report.phases.map(({ name, ms }) => [plain(name), plain(formatDuration(ms))])
    );
}
function explainFailure2(summary, { reason, next }) {
  if (reason) summary.paragraph(md`**Why:** ${plain(reason)}`);
  if (next) summary.paragraph(md`**What to do:** ${plain(next)}`);
}
function linksOf({ target: target2, revision, commit: commit2, after: after2 }, run2) {
  return [
    ...revision ? [link(`revision ${revision}`, consoleUrl(target2)), link("its logs", logsUrl(target2, revision))] : [],
    ...commit2 && run2?.repository ? [link(`commit ${commit2.slice(0, 12)}`, `${run2.serverUrl}/${run2.repository}/commit/${commit2}`)] : [],
    ...run2?.runUrl ? [link("run", run2.runUrl)] : [],
    ...!revision && after2 ? [link("the service in the console", consoleUrl(target2))] : []
  ];
}
function describeEnding(service2, ending, title) {
  switch (ending.kind) {
    case "deployed": {
      const first = md` It is the first revision that passed its health checks, so there is nothing to roll back to yet.`;
      return md`\u2705 ${plain(service2)} is on revision ${code(ending.revision)} (100 %).${ending.first ? first : md``}`;
    }
    case "commit-recorded":
      return md`\u2705 ${plain(service2)} stays on revision ${code(ending.revision)}: only the commit differs. The commit is recorded.`;
    case "canary":
      return md`\ud83d\udd51 ${plain(service2)} is in a canary of ${code(ending.revision)}. ${plain(ending.state)}`;
    case "previewed":
      return md`${code(ending.revision)} is at ${link(ending.url, ending.url)} and gets no traffic.`;
    case "dry-run":
      return ending.previewTag === void 0 ? md`Dry run: nothing was changed. This is the plan.` : md`Dry run: nothing was changed. A revision would get the tag ${code(ending.previewTag)} and no traffic.`;
    case "done":
      return plain(ending.did);
    case "failed":
      return md`\u274c ${plain(title)} failed. ${plain(ending.state)}`;
  }
}
function trafficRows({ before, after: after2 = [], tags }) {
  const names = new Set([...before, ...after2].map(({ revision }) => revision));
  const tagged = new Map(tags.map(({ revision, tag }) => [revision, tag]));
  for (const revision of tagged.keys()) names.add(revision);
  const share = (shares, name) => {
    const found2 = shares.find(({ revision }) => revision === name);
    return found2 ? md`${found2.percent} %` : md`\u2013`;
  };
  return [...names].map((name) => {
    const tag = tagged.get(name);
    return [md`${code(name)}${tag ? md` (tag ${code(tag)})` : md``}`, share(before, name), share(after2, name)];
  });
}
function trafficDiagram({ before, after: after2 = [], target: { service: service2 } }) {
  const side = (title, id, shares) => [
    `  subgraph ${title}`,
    `    ${id}(["${mermaidLabel(service2)}"])`,
    ...shares.length === 0 ? [`    ${id} --> ${id}0["nothing"]`] : shares.map(
      ({ revision, percent: percent2 }, i2) => `    ${id} -- "${percent2} %" --> ${id}${i2}["${mermaidLabel(revision)}"]`
    ),
    "  end"
  ];
  return ["flowchart LR", ...side("Before", "b", before), ...side("After", "a", after2)].join("\n");
}
var OPEN_ROWS, brief;
var init_summary2 = __esm({
  "actions/deploy-run/report/summary.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_summary();
    init_canary_chart();
    init_regional_service();
    OPEN_ROWS = 8;
    brief = (value) => code(value.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}/g, "$1\u2026"));
  }
});

// actions/deploy-run/rollout/hold-result.ts
function holdResult(regional, service2, did, events) {
  const target2 = identityOf(regional);
  const { name } = target2;
  const shares = serving(service2);
  regional.context.log.info(`${target2.service} in ${target2.region}: ${did}`);
  events.push(
    { name, kind: "serves", shares, before: shares, tags: [] },
    { name, kind: "ended", ending: { kind: "done", did } }
  );
  return {
    target: target2,
    before: shares,
    service: service2,
    revision: shares[0]?.revision ?? "",
    template: service2.template ?? {},
    tag: void 0,
    changed: false
  };
}
var init_hold_result = __esm({
  "actions/deploy-run/rollout/hold-result.ts"() {
    "use strict";
    init_fetch_classes();
    init_traffic2();
    init_regional_service();
  }
});

// actions/deploy-run/rollout/release-hold.ts
async function releaseServiceHold(services, { inputs: { dryRun: dryRun2 } }, events) {
  const results = [];
  for (const regional of services) {
    let did = "";
    const { service: service2 } = await writeService(regional, {
      landed: (now) => holdOf(now) === void 0,
      plan: (now) => {
        const hold = holdOf(now);
        did = hold ? `${dryRun2 ? "Would release" : "Released"} the hold. ${describeServiceHold(hold)}` : "There was no hold.";
        if (!hold || dryRun2) return void 0;
        return { ...now, annotations: withRecords(now.annotations, { hold: null }) };
      }
    });
    results.push(holdResult(regional, service2, did, events));
  }
  return results;
}
var init_release_hold = __esm({
  "actions/deploy-run/rollout/release-hold.ts"() {
    "use strict";
    init_fetch_classes();
    init_holds();
    init_records();
    init_fenced_write();
    init_hold_result();
  }
});

// actions/deploy-run/rollout/set-hold.ts
async function setHold(services, { context, inputs }, events) {
  const { github, clock } = context;
  const results = [];
  for (const regional of services) {
    let set;
    const { service: service2 } = await writeService(regional, {
      landed: (now) => isSameHold(holdOf(now), set),
      plan: (now) => {
        const stands = holdOf(now);
        if (stands)
          throw new OutcomeError(
            `The service ${regional.service} in ${regional.region} is on hold already, and nothing was changed. ${describeServiceHold(stands)} To set another reason, release this hold first.`
          );
        const [main] = serving(now);
        const revision = main?.revision ?? "";
        set = {
          reason: inputs.reason ?? "set manually",
          by: github.actor || "an unknown user",
          at: new Date(clock.now()).toISOString(),
          runUrl: github.runUrl,
          revision,
          commit: releasesOf(now).findLast((release) => release.revision === revision)?.commit ?? now.template?.labels?.[COMMIT_LABEL] ?? ""
        };
        return inputs.dryRun ? void 0 : { ...now, annotations: withRecords(now.annotations, { hold: set }) };
      }
    });
    const did = `${inputs.dryRun ? "Would set a hold" : "Set a hold"}: automatic deploys are refused until it is released. ${set ? describeServiceHold(set) : ""}`;
    results.push(holdResult(regional, service2, did, events));
  }
  return results;
}
var init_set_hold = __esm({
  "actions/deploy-run/rollout/set-hold.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
    init_holds();
    init_errors();
    init_records();
    init_traffic2();
    init_fenced_write();
    init_ownership();
    init_hold_result();
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
      let at = String(input);
      for (let hops = 0; ; hops++) {
        const answer = await send2(at, { ...options, signal, redirect: "manual" });
        const about2 = { resource: `GitHub's API`, url: at, status: answer.status };
        if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) {
          const next = locationOf(at, answer.headers.get("location") ?? void 0);
          const same2 = next !== void 0 && new URL(next).origin === new URL(at).origin;
          const reads = (options.method ?? "GET") === "GET";
          if (!same2 || !reads || hops >= MOST_REDIRECTS) throw redirected(about2, next);
          at = next;
          continue;
        }
        if (!answer.body) return answer;
        const { bytes, end } = await readBounded(answer.body, { maxBytes: MOST_BYTES4, timeout: TIMEOUT3, clock });
        if (end === "too-large") throw tooLarge(about2, MOST_BYTES4);
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
var MOST_BYTES4, TIMEOUT3, MOST_REDIRECTS;
var init_bounded_fetch = __esm({
  "src/github/bounded-fetch.ts"() {
    "use strict";
    init_fetch_classes();
    init_client();
    init_invalid_response();
    init_read_bounded();
    init_text_request();
    MOST_BYTES4 = 16e6;
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
        last = toCloudError2(error, resource, permission, clock.now());
        throw last;
      }
    };
    const enough = clock.now() + FAULT_PATIENCE;
    const mayPass2 = (error, attempt) => error instanceof CloudError && (error.retryAfterMs !== void 0 || reads && error.status >= 500 && !error.final && attempt < MOST_RETRIES && clock.now() < enough);
    return await retry(work, { clock, signal, resource, until: patience, mayPass: mayPass2 });
  };
  const read3 = (resource, permission, call) => repeated({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read: read3 };
}
function toCloudError2(error, resource, permission, now) {
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
function createGitHub(run2, token, options) {
  const { octokit, rest, at, read: read3, repeated } = createGitHubClient(run2, token, options);
  const ownOf = async (marked2) => {
    const bots = marked2.find(({ user }) => user?.login === ACTIONS_BOT && user.type === "Bot");
    if (bots || marked2.length === 0) return bots;
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
    return marked2.find(
      ({ user }) => user?.type === "Bot" ? user.login?.replace(/\[bot\]$/, "") === login.replace(/\[bot\]$/, "") : !app && user?.login === login
    );
  };
  return {
    async compare(base, head) {
      const comparison = read3(
        `commits of ${run2.repository}`,
        "contents: read",
        () => rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}`, per_page: 1 })
      );
      return (await absent(comparison))?.data.status;
    },
    async file(path2, commit2) {
      const found2 = read3(
        `files of ${run2.repository}`,
        "contents: read",
        () => rest.repos.getContent({ ...at, path: path2, ref: commit2 })
      );
      const data = (await absent(found2))?.data;
      return data?.encoding === "base64" ? Buffer.from(data.content ?? "", "base64").toString("utf8") : void 0;
    },
    async checks(commit2) {
      const [runs, { data: combined }] = await read3(
        `checks of ${run2.repository}`,
        "checks: read and statuses: read",
        () => Promise.all([
          octokit.paginate(rest.checks.listForRef, { ...at, ref: commit2, filter: "latest", per_page: 100 }),
          rest.repos.getCombinedStatusForRef({ ...at, ref: commit2, per_page: 100 })
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
        () => rest.pulls.get({ ...at, pull_number: number })
      );
      const pull = await absent(found2);
      return pull && toPullRequest(pull.data);
    },
    async openPulls() {
      const found2 = await read3(
        `pull requests of ${run2.repository}`,
        "pull-requests: read",
        () => octokit.paginate(rest.pulls.list, { ...at, state: "open", per_page: 100 })
      );
      return found2.map(toPullRequest);
    },
    async rerun(runId) {
      await repeated(
        { resource: `run ${runId} of ${run2.repository}`, permission: "actions: write", reads: false },
        () => rest.actions.reRunWorkflow({ ...at, run_id: Number(runId) })
      );
    },
    async addDeploymentStatus(commit2, environment, { state, description: description2, logUrl }) {
      const resource = `deployments of ${run2.repository}`;
      const permission = "deployments: write";
      const { data } = await read3(
        resource,
        permission,
        () => rest.repos.listDeployments({ ...at, sha: commit2, environment, per_page: 1 })
      );
      const [newest] = data;
      if (!newest) return false;
      await repeated(
        { resource, permission, reads: false },
        () => rest.repos.createDeploymentStatus({
          ...at,
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
        () => octokit.paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 })
      );
      const own = (is) => ownOf(comments.filter((comment2) => is(comment2.body?.split(/\r?\n/, 1)[0] ?? "")));
      const mine = await own((line) => line.startsWith(marker)) ?? (alike ? await own(alike) : void 0);
      const text3 = `${marker}
${body}`;
      await repeated({ resource, permission: "pull-requests: write", reads: false }, async () => {
        if (!mine) await rest.issues.createComment({ ...at, issue_number: issue, body: text3 });
        else if (mine.body !== text3) await rest.issues.updateComment({ ...at, comment_id: mine.id, body: text3 });
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
    init_fetch_classes();
    init_not_found();
    init_client2();
    ACTIONS_BOT = "github-actions[bot]";
  }
});

// actions/deploy-run/service/step-context.ts
function createStepContext(context, inputs) {
  const { github: run2, clock, random, log, deadline } = context;
  const id = `${run2.runId || "local"}-${run2.runAttempt}-${random.hex(4)}`;
  const signal = graceAfter(context.signal, CALL_GRACE, clock);
  const stop = new AbortController();
  const stoppable = { ...context, signal: AbortSignal.any([context.signal, stop.signal]) };
  const clients = createClients(context, inputs, signal);
  const github = inputs.githubToken && run2.repository ? createGitHub(run2, inputs.githubToken, { signal, clock, deadline }) : void 0;
  return {
    context,
    inputs,
    id,
    clients,
    signal,
    github,
    freshness: {
      github: github && (async () => github),
      log,
      force: inputs.force,
      onUnknownHistory: inputs.onUnknownHistory,
      words: { live: "serves", done: "deployed" }
    },
    settledReleases: /* @__PURE__ */ new Set(),
    stopOthers: (error) => stop.abort(error),
    regionalService: (kind, region2, service2) => noted(createRegionalService({ context: stoppable, clients, kind, project: inputs.project, region: region2, service: service2 }))
  };
}
function noted(regional) {
  const { context, api } = regional;
  const note = (name, resource) => noteService(context.summary, { name, resource }, context.clock.now());
  return {
    ...regional,
    api: {
      ...api,
      get: async (name) => {
        const service2 = await api.get(name);
        note(name, service2);
        return service2;
      },
      update: async (name, service2, mask, options) => {
        const operation = await api.update(name, service2, mask, options);
        if (!options?.validateOnly) note(name, service2);
        return operation;
      }
    }
  };
}
var init_step_context = __esm({
  "actions/deploy-run/service/step-context.ts"() {
    "use strict";
    init_fetch_classes();
    init_standing();
    init_api();
    init_interruption();
    init_time_limit();
    init_clients();
    init_regional_service();
  }
});

// actions/deploy-run/run.ts
async function run(inputs, context) {
  const step = createStepContext(timed(inputs, context), inputs);
  const { request } = inputs;
  noteFreeze(context.summary, inputs.freeze, context.clock.now());
  if (request.kind === "deploy") return await deploy(request, step);
  if (request.kind === "jobs") return await deployJobs(step);
  const found2 = await findServices(step);
  const services = found2.map(({ regional }) => regional);
  switch (request.kind) {
    case "rollback": {
      const deploys = planRollbacks(found2, request.to, step);
      return await reported("Rollback", step, services, (events) => deployRelease(deploys, step, events));
    }
    case "remove-tag":
      return await reported(
        "Tag removed",
        step,
        services,
        (events) => removeTags(services, step, request.tags, events)
      );
    case "preview-failure":
      return await reported("Preview", step, services, (events) => reportFailure(services, step, request, events));
    case "hold":
      return await reported("Hold set", step, services, (events) => setHold(services, step, events));
    case "advance":
      return await reported("Canary", step, services, (events) => advanceAll(services, step, events));
    case "release-hold":
      return await reported("Hold released", step, services, (events) => releaseServiceHold(services, step, events));
  }
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
  const watched = steps.filter((percent2) => percent2 < 100).length * intervals * stepInterval;
  return withDeadline(context, timeout + watched, timeout);
}
async function deploy(request, step) {
  const { inputs } = step;
  const loaded = await Promise.all(partsOf(step).map((part) => loadPart(part)));
  const jobs = loaded.flatMap((part) => part.jobs);
  if (jobs.length > 0 && inputs.services.length > 0)
    throw new InputError([
      {
        subject: "Input services",
        message: `${jobs[0]?.manifest.name} is a Job, which serves nothing. Deploy it in a step of its own.`
      }
    ]);
  if (jobs.length > 0) return await deployJob(jobs, request, step);
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
    setDeployOutputs(context, results);
    if (!inputs.dryRun) for (const result of results) context.log.info(describeResult3(result));
  } finally {
    const reports = services.map((regional) => reportOn(identityOf(regional), events));
    if (services.length > 1) summarizeRelease(context.summary, reports, { title, id });
    for (const report of reports) summarizeService(context.summary, report, title, context.github);
  }
}
function describeResult3({ target: target2, service: service2 }) {
  if (serving(service2).length === 0) return `Nothing serves ${target2.service} in ${target2.region} yet.`;
  const urls = service2.uri ? [service2.uri] : service2.urls ?? [];
  const where = urls.length > 0 ? ` at ${urls.join(" and ")}` : "";
  return `${listShares(serving(service2))} serves ${target2.service} in ${target2.region}${where}.`;
}
var init_run2 = __esm({
  "actions/deploy-run/run.ts"() {
    "use strict";
    init_fetch_classes();
    init_standing();
    init_errors();
    init_time_limit();
    init_meet();
    init_deploy_job();
    init_release_jobs();
    init_load_services();
    init_records();
    init_traffic2();
    init_preview();
    init_remove();
    init_deploy_release();
    init_earlier_release();
    init_outputs();
    init_release_summary();
    init_report3();
    init_summary2();
    init_release_hold();
    init_set_hold();
    init_regional_service();
    init_step_context();
  }
});

// actions/deploy-run/main.ts
var main_exports = {};
var import_node_process;
var init_main = __esm({
  "actions/deploy-run/main.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs2();
    init_run2();
    void runAction({ name: "deploy-run", readInputs, run }, import_node_process.default);
  }
});

// actions/deploy-run/post.ts
var post_exports = {};
var import_node_process2;
var init_post = __esm({
  "actions/deploy-run/post.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_process2 = __toESM(require("node:process"), 1);
    init_action();
    init_inputs2();
    init_end_release();
    runAction(
      {
        name: "deploy-run",
        readInputs: (reader, context) => context.state(ROLLOUT_STATE) ? readInputs(reader, context) : void 0,
        run: post
      },
      import_node_process2.default
    );
  }
});

// actions/deploy-run/action.cjs
init_fetch_classes();
exports.main = () => void (init_main(), __toCommonJS(main_exports));
exports.post = () => void (init_post(), __toCommonJS(post_exports));
