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
        const process3 = require("node:process");
        const { emitWarning } = process3;
        try {
          process3.emitWarning = () => {
          };
          Object.assign(globalThis, require("node:stream/web"));
          process3.emitWarning = emitWarning;
        } catch (error) {
          process3.emitWarning = emitWarning;
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
              const buffer2 = await chunk.arrayBuffer();
              position += buffer2.byteLength;
              ctrl.enqueue(new Uint8Array(buffer2));
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
        const buffer2 = await chunk.arrayBuffer();
        position += buffer2.byteLength;
        yield new Uint8Array(buffer2);
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
function readPayload(path5) {
  if (!path5) return {};
  try {
    return JSON.parse((0, import_node_fs.readFileSync)(path5, "utf8"));
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
  const parse3 = (name, parser, fallback) => {
    const value = raw(name, fallback);
    return value === void 0 ? void 0 : attempt(name, () => parser(value));
  };
  const integer2 = (name, fallback, { min, max }) => parse3(
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
    parse: parse3,
    text: ((name, fallback) => raw(name, fallback)?.trim()),
    required(name) {
      const value = raw(name);
      if (value === void 0) problem(name, "is missing. It is required.");
      return value?.trim() ?? "";
    },
    boolean: (name, fallback) => parse3(
      name,
      (text3) => {
        const value = text3.trim();
        if (value === "true" || value === "false") return value === "true";
        throw new Error(`"${text3}" is not a boolean. Write true or false.`);
      },
      fallback
    ),
    integer: integer2,
    duration: ((name, fallback) => parse3(name, parseDuration, fallback)),
    oneOf: ((name, values, fallback) => parse3(
      name,
      (text3) => {
        const value = values.find((candidate) => candidate === text3.trim());
        if (value !== void 0) return value;
        throw new Error(`"${text3}" is not known. Write one of: ${values.join(", ")}.`);
      },
      fallback
    )),
    list: (name, fallback) => parse3(name, parseList, fallback) ?? [],
    map: (name, fallback) => parse3(name, parseMap, fallback) ?? /* @__PURE__ */ new Map(),
    // Each item by itself, so that all that is wrong with the list is reported.
    parseList: (name, parser, fallback) => (parse3(name, parseList, fallback) ?? []).flatMap(
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
      const known2 = new Set([...asked.keys()].map(variable));
      for (const key of Object.keys(env2)) {
        if (!key.startsWith("INPUT_") || known2.has(key)) continue;
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
      const open3 = isFirebaseWebConfig(fields);
      for (const [field, inner] of Object.entries(fields))
        if (!(open3 && field === "apiKey")) waiting.push([field, inner]);
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
  const found = inParts(textParts(value), value, where);
  if (found) return found;
  const text3 = decoded(value);
  return text3 === void 0 || text3 === value ? void 0 : inspect("", text3, deeper(where));
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
function createRunner(env2, write2) {
  let word;
  let open3 = false;
  const masked = /* @__PURE__ */ new Set();
  const stop = () => {
    if (word !== void 0) return;
    word = (0, import_node_crypto2.randomBytes)(16).toString("hex");
    write2(`::stop-commands::${word}
`);
  };
  const resume = () => {
    if (word === void 0) return;
    write2(`::${word}::
`);
    word = void 0;
  };
  const command = (name, data, properties = {}) => {
    resume();
    const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    write2(`::${name}${pairs.length > 0 ? ` ${pairs.join(",")}` : ""}::${escapeData(data)}
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
      info: (message) => write2(`${breakCommands(message)}
`),
      debug: annotate("debug"),
      notice: annotate("notice"),
      warning: annotate("warning"),
      error: annotate("error"),
      output(lines2) {
        stop();
        write2(`${breakCommands(lines2)}
`);
      },
      async group(title, work) {
        if (open3) {
          write2(`${breakCommands(title)}
`);
          return await work();
        }
        open3 = true;
        command("group", breakCommands(title));
        try {
          return await work();
        } finally {
          open3 = false;
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
  const status2 = [error.status === 0 ? "no answer" : error.status, error.code].filter(Boolean).join(" ");
  const sentences = [`${error.resource}: ${status2}: ${error.message.replace(/\.?$/, ".")}`];
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
    collapsed(title, write2) {
      parts.push(`<details><summary>${inert(title)}</summary>`);
      write2();
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
  return showDirections(text3).replace(ACTIVE, (found, at, whole) => {
    if (found === "@") return `&#64;${/[A-Za-z0-9_]/.test(whole[at - 1] ?? "") ? BREAK : APART}`;
    if (found === "#") return `&#35;${/\d/.test(whole[at + 1] ?? "") ? APART : ""}`;
    if (/^GH-$/i.test(found)) return `${[...found].map(entity).join("")}${APART}`;
    return found.slice(0, -1) + entity(found.slice(-1));
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
  const write2 = host.stdout.write.bind(host.stdout);
  const runner = createRunner(host.env, (text3) => void write2(text3));
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
    const found = activeFreeze(freezeLines(resource).map(parseFreezeWindow), now);
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
function readEntry({ list: list4, entry: { label, values }, inherited, entryOnly, lists, read: read5 }, problems) {
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
      problems.push({ subject: isOwn ? `Input ${list4}, ${label}, ${name}` : subject, message });
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

// src/manifest/decode/table.ts
function below(words2, key) {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) return `${words2}["${key}"]`;
  return words2 === "" ? key : `${words2}.${key}`;
}
var Invalid, toPath, carry, check, keep, nest, list, refuse, drop, strip, stripUnknown, reserve;
var init_table = __esm({
  "src/manifest/decode/table.ts"() {
    "use strict";
    init_fetch_classes();
    Invalid = class extends Error {
    };
    toPath = (path5) => typeof path5 !== "string" ? path5 : path5 === "" ? [] : path5.split(".");
    carry = (to, read5) => ({ does: "carry", to: toPath(to), read: read5 });
    check = (read5) => carry([], (node, scope) => {
      read5(node, scope);
    });
    keep = (read5) => ({ does: "keep", read: read5 });
    nest = (to, table) => ({ does: "nest", to: toPath(to), table });
    list = (to, table, most = Number.POSITIVE_INFINITY) => ({
      does: "list",
      to: toPath(to),
      table,
      most
    });
    refuse = (why) => ({ does: "refuse", why });
    drop = (why, read5) => ({ does: "drop", why, read: read5 });
    strip = (read5) => ({ does: "strip", read: read5 });
    stripUnknown = (read5) => ({ does: "strip", read: read5, unknown: true });
    reserve = (read5) => ({ does: "reserve", read: read5 });
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
var import_yaml2, shorten2, text, nonEmpty, matching, INT32, integer, boolean, textInteger, textBoolean, oneOf, seconds, textHours, texts, commaList, structured, isTexts, isRecord, isTextRecord, anything, textMap, only;
var init_values = __esm({
  "src/manifest/decode/values.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml2 = __toESM(require_yaml(), 1);
    init_table();
    shorten2 = (value) => value.length > 24 ? `${value.slice(0, 24)}\u2026` : value;
    text = (node) => {
      if (node.kind === "scalar" && node.type === "text") return node.value;
      const quoted = node.kind === "scalar" && "source" in node ? ` Write "${shorten2(node.source)}" in quotes.` : "";
      throw new Invalid(`is ${describe(node)}. Expected text.${quoted}`);
    };
    nonEmpty = (node) => {
      const value = text(node);
      if (value.trim() === "") throw new Invalid("is empty. Expected text.");
      return value;
    };
    matching = (pattern, expected) => (node) => {
      const value = text(node);
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
      const value = text(node);
      if (!/^-?\d+$/.test(value)) throw new Invalid(`is ${describe(node)}. Expected a whole number in quotes.`);
      return inRange(Number(value), range, node);
    };
    textBoolean = (node) => {
      const value = text(node).toLowerCase();
      if (value !== "true" && value !== "false") throw new Invalid(`is ${describe(node)}. Expected "true" or "false".`);
      return value === "true";
    };
    oneOf = (words2) => Object.assign(
      (node) => {
        const value = text(node);
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
    texts = (node) => node.kind === "list" ? node.items.map(text) : [text(node)];
    commaList = (node) => {
      const items2 = nonEmpty(node).split(",").map((item) => item.trim());
      if (items2.includes(""))
        throw new Invalid(`is ${describe(node)}. Expected a comma-separated list without empty items.`);
      return items2;
    };
    structured = (check2, expected) => (node) => {
      const written2 = text(node);
      let value;
      try {
        value = withColons((0, import_yaml2.parse)(written2, { schema: "core", logLevel: "error" }));
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
      for (const { value } of node.entries.values()) if (!(value.kind === "scalar" && value.type === "null")) text(value);
    };
    only = (value, why) => (node) => {
      const given = typeof value === "number" ? integer()(node) : typeof value === "boolean" ? boolean(node) : text(node);
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
  const problem = (at, words2, message) => {
    problems.push({ subject: words2, message, location: at });
  };
  const locate = (path5) => {
    for (let length = path5.length; length > 0; length--) {
      const origin = origins.get(pathKey(path5.slice(0, length)));
      if (origin) return origin;
    }
    return root.at;
  };
  const set = (path5, value, at) => {
    origins.set(pathKey(path5), at);
    setAt(resource, path5, value);
  };
  function walk(node, { rows, others, finish }, base, words2) {
    if (node.kind !== "map") {
      problem(node.at, words2, `is ${describe(node)}. Expected keys and values below it.`);
      return;
    }
    for (const [key, { at, value }] of node.entries) {
      const here = below(words2, key);
      const row = rowOf2(key, words2, rows, others);
      if (!row) problem(at, here, unknownKey(key, words2, Object.keys(rows), places));
      else if (!(value.kind === "scalar" && value.type === "null")) apply(row, key, value, at, base, here);
      const meant = row?.does === "carry" && !Object.hasOwn(rows, key) && places.meant(key, words2);
      if (meant) {
        const message = `is an annotation of your own, which sets nothing. If you mean Cloud Run's, it is ${below(meant.parent, meant.key)}.`;
        warnings.push({ subject: here, message, location: at });
      }
    }
    finish?.({
      source,
      name,
      at: node.at,
      words: words2,
      base,
      atKey: (key) => node.entries.get(key)?.at ?? node.at,
      has: (key) => node.entries.has(key),
      get: (path5) => getAt(resource, [...base, ...toPath(path5)]),
      set: (path5, value, at) => set([...base, ...toPath(path5)], value, at),
      remove: (path5) => removeAt(resource, [...base, ...toPath(path5)]),
      kept: (key) => kept.get(key),
      locate: (path5) => locate([...base, ...toPath(path5)]),
      problem,
      warn: (at, words3, message) => warnings.push({ subject: words3, message, location: at })
    });
  }
  function rowOf2(key, words2, rows, others) {
    const row = Object.hasOwn(rows, key) ? rows[key] : others?.(key);
    const misplaced = row?.does === "strip" && row.unknown && places.exact(key, words2)?.parent.endsWith("annotations");
    return misplaced ? void 0 : row;
  }
  function apply(row, key, node, at, base, words2) {
    switch (row.does) {
      case "refuse":
        problem(at, words2, row.why);
        return;
      case "nest":
        if (row.to.length > 0) set([...base, ...row.to], getAt(resource, [...base, ...row.to]) ?? {}, at);
        walk(node, row.table, [...base, ...row.to], words2);
        return;
      case "list": {
        const items2 = node.kind === "list" ? node.items : [node];
        if (items2.length > row.most) problem(at, words2, `has ${items2.length} items. Cloud Run allows ${row.most}.`);
        set([...base, ...row.to], [], at);
        items2.forEach((item, i2) => {
          const path5 = [...base, ...row.to, i2];
          set(path5, {}, item.at);
          walk(item, row.table, path5, `${words2}[${i2}]`);
        });
        return;
      }
      default:
        try {
          const value = row.read(node, { source });
          if (row.does === "drop") warnings.push({ subject: words2, message: `is left out: ${row.why}`, location: at });
          else if (row.does === "strip") stripped.push({ words: words2, at });
          else if (value === void 0) return;
          else if (row.does === "reserve") reserved.push({ words: words2, at });
          else if (row.does === "keep") keepOnce(key, { value, at, words: words2 });
          else setOnce([...base, ...row.to], value, at, words2);
        } catch (error) {
          if (!(error instanceof Invalid)) throw error;
          problem(at, words2, error.message);
        }
    }
  }
  function setOnce(path5, value, at, words2) {
    const earlier = origins.get(pathKey(path5));
    if (earlier) problem(at, words2, `says what line ${earlier.line} says already. Keep one of the two.`);
    else set(path5, value, at);
  }
  function keepOnce(key, value) {
    const earlier = kept.get(key);
    if (earlier) problem(value.at, value.words, `says what line ${earlier.at.line} says already. Keep one of the two.`);
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
    for (const { words: words2, at } of reserved)
      problem(at, words2, "is written by these actions only, which read it as their own record. Remove it.");
  return { resource, exported, problems, warnings, kept, locate };
}
function locationLabel(root) {
  const metadata = root.entries.get("metadata")?.value;
  const labels = metadata?.kind === "map" ? metadata.entries.get("labels")?.value : void 0;
  return labels?.kind === "map" && labels.entries.has("cloud.googleapis.com/location");
}
function unknownKey(key, words2, known2, places) {
  const exact = places.exact(key, words2);
  if (exact && key.includes("/")) return `does not belong here. Move it to ${exact.parent}.`;
  const place = words2 === "" ? "a manifest" : words2;
  const tail = (of) => of.slice(of.lastIndexOf("/") + 1).toLowerCase();
  const nearest = known2.length > 0 ? (0, import_fastest_levenshtein2.closest)(key, known2) : void 0;
  const alike = nearest !== void 0 && (0, import_fastest_levenshtein2.distance)(tail(key), tail(nearest)) <= Math.max(2, tail(key).length / 3);
  const near = alike ? nearest : known2.find((one) => tail(key) !== "" && tail(one).startsWith(tail(key)));
  const named3 = places.hint(key, words2) ?? (near ? `Did you mean ${near}?` : void 0);
  const hint = named3 ?? (known2.length <= 8 ? `Known here: ${known2.join(", ")}.` : "");
  return `is not a key of ${place}. ${hint}`.trimEnd();
}
function getAt(from, path5) {
  return path5.reduce((value, key) => value?.[key], from);
}
function setAt(into, path5, value) {
  let at = into;
  path5.slice(0, -1).forEach((key, i2) => {
    at[key] ??= typeof path5[i2 + 1] === "number" ? [] : {};
    at = at[key];
  });
  Object.defineProperty(at, path5.at(-1) ?? "", { value, writable: true, enumerable: true, configurable: true });
}
function removeAt(from, path5) {
  const parent = getAt(from, path5.slice(0, -1));
  if (parent) delete parent[path5.at(-1) ?? ""];
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
    pathKey = (path5) => JSON.stringify(path5);
  }
});

// src/manifest/document.ts
function parseDocument(text3, file, substitutions) {
  const problems = [];
  const lines2 = new import_yaml3.LineCounter();
  const locate = (offset) => {
    const { line, col } = lines2.linePos(offset ?? 0);
    return line === 0 ? { file } : { file, line, column: col };
  };
  const report = (at, message) => {
    if (!problems.some((known2) => known2.message === message && known2.location?.line === at.line))
      problems.push({ subject: "manifest", message, location: at });
  };
  const documents = (0, import_yaml3.parseAllDocuments)(text3, { version: "1.1", lineCounter: lines2, prettyErrors: false });
  const all = Array.isArray(documents) ? documents : [];
  for (const document2 of all) {
    for (const error of [...document2.errors, ...document2.warnings]) {
      const at = locate(error.pos[0]);
      const substituted = text3.split("\n")[(at.line ?? 0) - 1]?.includes("${");
      const hint = substituted ? " Within [ ] and { } put a value with ${\u2026} in quotes." : "";
      report(at, `is not valid YAML 1.1: ${error.message}.${hint}`.replace("..", "."));
    }
  }
  const [document, second] = all;
  if (second)
    report(
      locate(second.range?.[0]),
      'has more than one YAML document. Keep one resource in a file: a second "---" starts another document.'
    );
  if (!document?.contents || (0, import_yaml3.isScalar)(document.contents) && document.contents.value === null)
    report({ file }, "is empty. Expected a Knative Service, Job or WorkerPool in YAML.");
  if (problems.length > 0 || !document?.contents) return { root: void 0, problems };
  const targets = /* @__PURE__ */ new Map();
  const resolve4 = (alias) => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(document));
    return targets.get(alias);
  };
  let nodes = 0;
  const read5 = (node, above, at) => {
    nodes += 1;
    if (!node) return { kind: "scalar", type: "null", at };
    const here = locate(node.range?.[0]);
    if (nodes > MOST_NODES || above.includes(node)) {
      report(here, "refers to itself, or grows without end, through YAML aliases.");
      return { kind: "scalar", type: "null", at: here };
    }
    if ((0, import_yaml3.isAlias)(node)) {
      const target2 = resolve4(node);
      if (!target2) report(here, `is not valid YAML: nothing is marked &${node.source}.`);
      return read5(target2, [...above, node], here);
    }
    if ((0, import_yaml3.isMap)(node)) return { kind: "map", at: here, entries: readEntries(node, [...above, node]) };
    if ((0, import_yaml3.isSeq)(node))
      return {
        kind: "list",
        at: here,
        items: node.items.map((item) => read5(item, [...above, node], here))
      };
    if ((0, import_yaml3.isScalar)(node)) return readScalar(node, here);
    return { kind: "scalar", type: "null", at: here };
  };
  const readEntries = (map, above) => {
    const entries = /* @__PURE__ */ new Map();
    const merged = [];
    for (const { key, value } of map.items) {
      const at = locate(key?.range?.[0]);
      if (isMerge(key)) {
        const source = read5(value, above, at);
        merged.push(...source.kind === "list" ? source.items : [source]);
      } else if ((0, import_yaml3.isScalar)(key) && typeof key.value === "string") {
        if (key.value.includes("${"))
          report(at, `has the key "${key.value}": substitutions are allowed in values, not in keys.`);
        entries.set(key.value, { at, value: read5(value, above, at) });
      } else {
        const source = (0, import_yaml3.isScalar)(key) ? key.source ?? String(key.value) : "a list or mapping";
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
  const root = read5(document.contents, [], { file, line: 1 });
  return { root, problems };
}
function undefinedName(name, substitutions) {
  const known2 = [...substitutions.keys()];
  const hint = known2.length > 0 ? ` Did you mean \${${(0, import_fastest_levenshtein3.closest)(name, known2)}}?` : "";
  return `uses \${${name}}, which has no value.${hint} Give ${name}=VALUE in the input substitutions, or write $\${${name}} for the text itself.`;
}
var import_fastest_levenshtein3, import_yaml3, MOST_NODES, isMerge;
var init_document = __esm({
  "src/manifest/document.ts"() {
    "use strict";
    init_fetch_classes();
    import_fastest_levenshtein3 = __toESM(require_mod(), 1);
    import_yaml3 = __toESM(require_yaml(), 1);
    MOST_NODES = 1e5;
    isMerge = (key) => (0, import_yaml3.isScalar)(key) && typeof key.value === "symbol";
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
          httpHeaders: list("httpHeaders", {
            rows: { name: carry("name", nonEmpty), value: carry("value", text) },
            finish: ({ at, words: words2, get: get2, problem }) => {
              if (get2("name") === void 0) problem(at, words2, "has no name.");
            }
          }),
          host: refuse(NO_HOST),
          scheme: refuse(NO_HOST)
        }
      }),
      tcpSocket: kind === "startupProbe" ? nest("tcpSocket", { rows: { port, host: refuse(NO_HOST) } }) : refuse("is supported for a startup probe only. Use httpGet or grpc."),
      grpc: nest("grpc", { rows: { port, service: carry("service", text) } }),
      exec: refuse("is not supported by Cloud Run. Use httpGet or grpc.")
    },
    finish: (scope) => finishProbe(scope, kind)
  };
}
function finishProbe({ at, words: words2, has, get: get2, problem }, kind) {
  const handlers = ["httpGet", "tcpSocket", "grpc"].filter((handler) => get2(handler) !== void 0);
  const refused = has("exec") || kind !== "startupProbe" && has("tcpSocket");
  if (handlers.length !== 1 && !refused)
    problem(
      at,
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
      const value = text(node);
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
  const { at, words: words2, problem, get: get2 } = scope;
  const name = get2("name");
  if (name === void 0) problem(at, words2, "has no name.");
  if (name === "cloudsql" && get2("csi.driver") !== "cloudSqlInstance")
    problem(
      scope.atKey("name"),
      `${words2}.name`,
      'is "cloudsql", which is reserved for Cloud SQL. Choose another name.'
    );
  const sources = SOURCES.filter((source) => get2(source) !== void 0);
  if (sources.length !== 1 && !scope.has("configMap"))
    problem(
      at,
      words2,
      `has ${sources.length === 0 ? "no source" : sources.join(" and ")}. Expected one of ${SOURCES.join(", ")}.`
    );
  if (get2("csi") !== void 0) finishCsi(scope);
}
function finishCsi(scope) {
  const { words: words2, problem, get: get2 } = scope;
  const at = scope.atKey("csi");
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
    if (bucket === void 0) problem(at, `${words2}.csi`, "has no volumeAttributes.bucketName.");
    if (instances !== void 0)
      problem(locations.instances, `${words2}.csi.volumeAttributes.instances`, "cannot be combined with a bucket.");
    scope.set("gcs", {}, at);
    if (bucket !== void 0) scope.set("gcs.bucket", bucket, locations.bucket);
    if (readOnly !== void 0) scope.set("gcs.readOnly", readOnly, locations.readOnly);
    if (mountOptions !== void 0) scope.set("gcs.mountOptions", mountOptions, locations.mountOptions);
  } else if (driver === "cloudSqlInstance") {
    if (instances === void 0) problem(at, `${words2}.csi`, "has no volumeAttributes.instances.");
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
      const name = text(node);
      if (!/^(?:projects\/[^/]+\/secrets\/)?[A-Za-z0-9_-]{1,255}$/.test(name))
        throw new Invalid(`is ${describe(node)}. Expected a secret's name, or projects/PROJECT/secrets/NAME.`);
      return name;
    };
    fileMode = integer({ min: 0, max: 511 });
    relativePath = (node) => {
      const path5 = nonEmpty(node);
      if (path5.startsWith("/") || path5.split("/").includes(".."))
        throw new Invalid(`is ${describe(node)}. Expected a path that is relative and has no "..".`);
      return path5;
    };
    notOptional = carry([], (node) => {
      if (boolean(node)) throw new Invalid("is true, but Cloud Run has no optional references. Remove it.");
      return void 0;
    });
    items = {
      rows: { key: carry("version", nonEmpty), path: carry("path", relativePath), mode: carry("mode", fileMode) },
      finish: ({ at, words: words2, problem, get: get2 }) => {
        if (get2("version") === void 0)
          problem(at, words2, `has no key. Expected the secret's version: a number in quotes, or "latest".`);
        if (get2("path") === void 0) problem(at, words2, "has no path. Expected the name of the file.");
      }
    };
    secret = {
      rows: {
        secretName: carry("secret", secretName),
        items: list("items", items),
        defaultMode: carry("defaultMode", fileMode),
        optional: notOptional
      },
      finish: ({ at, words: words2, problem, get: get2 }) => {
        if (get2("secret") === void 0) problem(at, words2, "has no secretName.");
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
      finish: ({ at, words: words2, has, problem }) => {
        if (!has("driver"))
          problem(at, words2, "has no driver. Expected gcsfuse.run.googleapis.com or cloudsql.run.googleapis.com.");
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
          finish: ({ at, words: words2, problem, get: get2 }) => {
            if (get2("server") === void 0) problem(at, words2, "has no server.");
            if (!get2("path")?.startsWith("/")) problem(at, words2, 'has no path that starts with "/".');
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
      name: carry("name", (node, scope) => text(node) === "" ? void 0 : containerName(node, scope)),
      image: carry("image", (node) => {
        const value = nonEmpty(node);
        if (/\s/.test(value)) throw new Invalid(`is ${describe(node)}. Expected the name of an image, without spaces.`);
        return value;
      }),
      command: carry("command", texts),
      args: carry("args", texts),
      env: list("env", env),
      envFrom: none("is not supported by Cloud Run. List the variables in env."),
      ports: kind === "WorkerPool" ? none(noRequests2) : list("ports", ports, 1),
      resources: nest("resources", resources),
      startupProbe: nest("startupProbe", probeTable("startupProbe")),
      livenessProbe: kind === "Job" ? none("is not supported for a Job: only startupProbe is. Remove it.") : nest("livenessProbe", probeTable("livenessProbe")),
      readinessProbe: kind === "Service" ? nest("readinessProbe", probeTable("readinessProbe")) : none(noRequests2),
      volumeMounts: list("volumeMounts", volumeMounts),
      workingDir: carry("workingDir", text),
      imagePullPolicy: drop("Cloud Run always pulls the image by its digest.", text),
      securityContext: none("is not supported by Cloud Run. Set the user in the Dockerfile."),
      terminationMessagePath: drop("Cloud Run ignores it.", text),
      terminationMessagePolicy: drop("Cloud Run ignores it.", text),
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
      finish: ({ at, words: words2, has, problem }) => {
        if (!has("name")) problem(at, words2, "has no name. Expected the name of a secret.");
        if (!has("key"))
          problem(at, words2, 'has no key. Expected the version of the secret: a number in quotes, or "latest".');
      }
    };
    env = {
      rows: {
        name: carry("name", matching(/^[^=\0]+$/, 'a name without "="')),
        value: carry("value", text),
        valueFrom: nest("valueSource", {
          rows: {
            secretKeyRef: nest("secretKeyRef", secretKeyRef),
            configMapKeyRef: refuse("is not supported by Cloud Run. Use value, or secretKeyRef.")
          },
          finish: ({ at, words: words2, has, problem }) => {
            if (!has("secretKeyRef") && !has("configMapKeyRef")) problem(at, words2, "is empty. Expected secretKeyRef.");
          }
        })
      },
      finish: ({ at, words: words2, get: get2, set, has, problem }) => {
        if (!has("name")) problem(at, words2, "has no name.");
        const sourced = get2("valueSource") !== void 0;
        if (sourced && get2("value") !== void 0) problem(at, words2, "has a value and a valueFrom. Keep one of the two.");
        if (!sourced && get2("value") === void 0) set("value", "", at);
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
      finish: ({ at, words: words2, has, problem }) => {
        if (!has("name")) problem(at, words2, "has no name. Expected the name of a volume.");
      }
    };
    containerName = matching(
      /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
      "at most 63 lower-case letters, digits and hyphens, no hyphen first or last"
    );
  }
});

// src/manifest/image.ts
var ingressIndex;
var init_image = __esm({
  "src/manifest/image.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    ingressIndex = (containers) => containers.length === 1 ? 0 : containers.findIndex(({ ports: ports2 }) => ports2 !== void 0 && ports2.length > 0);
  }
});

// src/manifest/kinds/dependency-circle.ts
function circleIn(dependencies) {
  const safe = /* @__PURE__ */ new Set();
  const search = (name, path5) => {
    if (path5.includes(name))
      return path5.length - path5.indexOf(name) > 1 ? [...path5.slice(path5.indexOf(name)), name] : void 0;
    if (safe.has(name)) return void 0;
    const found = (dependencies[name] ?? []).map((next) => search(next, [...path5, name])).find(Boolean);
    if (!found) safe.add(name);
    return found;
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
    const at = scope.locate(["containers", i2, "name"]);
    const here = `${words2}.containers[${i2}]`;
    if (name !== void 0 && containers.findIndex((other) => other.name === name) !== i2)
      scope.problem(at, `${here}.name`, `is "${name}" again. Container names differ.`);
  });
}
function checkEnvironment({ scope, words: words2, containers }) {
  containers.forEach(({ env: env2 = [] }, i2) => {
    const first = /* @__PURE__ */ new Map();
    env2.forEach(({ name }, n) => {
      if (name === void 0) return;
      const earlier = first.get(name);
      if (earlier === void 0) first.set(name, n);
      else
        scope.problem(
          scope.locate(["containers", i2, "env", n]),
          `${words2}.containers[${i2}].env[${n}]`,
          `sets ${name}, which line ${scope.locate(["containers", i2, "env", earlier]).line} sets already. Keep one of the two.`
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
  const dissolve = (path5) => {
    const name = scope.get(path5);
    const secret2 = name === void 0 ? void 0 : aliases.value.get(name);
    if (name === void 0 || secret2 === void 0) return;
    unused.delete(name);
    scope.set(path5, secret2, scope.locate(path5));
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
  forContainers(all, given, (i2, _, uri, { at, words: words2 }) => {
    const [, bucket, object, generation] = /^gs:\/\/([^/]+)\/([^#]+)(?:#(\d+))?$/.exec(uri) ?? [];
    if (!bucket || !object) all.scope.problem(at, words2, `has "${uri}". Expected gs://BUCKET/OBJECT.`);
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
      const at = scope.locate(["containers", i2, "volumeMounts", n]);
      const here = `${words2}.containers[${i2}].volumeMounts[${n}]`;
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
      if (key === "managed-by") return drop("every deploy sets it to github-actions.", text);
      if (isReserved(to.at(-1), key)) return reserve(text);
      if (SYSTEM.test(key)) return to.at(-1) === "labels" || SERVER_ONLY.test(key) ? stripUnknown(text) : void 0;
      if (TOOLS.test(key)) return drop("it means nothing to Cloud Run.", text);
      return carry([...to, key], text);
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
      resourceVersion: strip(text),
      uid: strip(text),
      selfLink: strip(text),
      creationTimestamp: strip(text),
      deletionTimestamp: strip(text),
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
      const value = text(node);
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
      if (text(node) !== source.region)
        throw new Invalid(
          `is ${describe(node)}, but the region to deploy to is "${source.region}". Remove it, or make them agree.`
        );
    });
    resourceLabels = (rows = {}) => textKeys(["labels"], {
      [LOCATION]: region,
      "networking.knative.dev/visibility": drop(
        "it works on clusters only. Use the annotation run.googleapis.com/ingress.",
        text
      ),
      "run.googleapis.com/lastUpdatedTime": strip(text),
      ...rows
    });
    BINARY_AUTHORIZATION = "run.googleapis.com/binary-authorization";
    BREAKGLASS = "run.googleapis.com/binary-authorization-breakglass";
    sharedAnnotations = {
      "run.googleapis.com/client-name": carry("client", text),
      "run.googleapis.com/client-version": carry("clientVersion", text),
      "run.googleapis.com/launch-stage": carry("launchStage", oneOf({ ALPHA: "ALPHA", BETA: "BETA", GA: "GA" })),
      [BINARY_AUTHORIZATION]: keep(nonEmpty),
      [BREAKGLASS]: keep(nonEmpty),
      "serving.knative.dev/creator": strip(text),
      "serving.knative.dev/lastModifier": strip(text),
      "run.googleapis.com/creator": strip(text),
      "run.googleapis.com/lastModifier": strip(text),
      "run.googleapis.com/creatorEmail": strip(text),
      "run.googleapis.com/lastModifierEmail": strip(text),
      "run.googleapis.com/operation-id": strip(text),
      "run.googleapis.com/satisfiesPzs": strip(text),
      "run.googleapis.com/supportsPzs": strip(text),
      "run.googleapis.com/threat-detection": strip(textBoolean)
    };
    description = carry("description", text);
    envelope = (apiVersion) => ({
      apiVersion: check((node) => {
        if (text(node) !== apiVersion) throw new Invalid(`is ${describe(node)}. Expected ${apiVersion}.`);
      }),
      kind: check(text),
      status: strip(anything)
    });
  }
});

// src/manifest/kinds/template.ts
function finishTemplate(scope, takesRequests) {
  const { name, words: words2, at } = scope;
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
  if (!scope.has("spec")) scope.problem(at, words2, "has no spec. Expected spec.containers.");
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
      "run.googleapis.com/sandbox": drop("Cloud Run chooses the sandbox itself.", text),
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
      "run.googleapis.com/build-function-target": strip(text),
      "run.googleapis.com/build-id": strip(text),
      "run.googleapis.com/build-source-location": strip(text)
    };
    utilization = (node) => {
      const value = text(node);
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
      "run.googleapis.com/client-name": carry("client", text),
      "run.googleapis.com/client-version": carry("clientVersion", text)
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
      "run.googleapis.com/client-name": drop("a worker pool keeps it in metadata.annotations.", text),
      "run.googleapis.com/client-version": drop("a worker pool keeps it in metadata.annotations.", text)
    };
    templateLabels = textKeys(["labels"], {
      "client.knative.dev/nonce": drop("a new revision is named by us.", text),
      "run.googleapis.com/startupProbeType": drop("the server sets it.", text),
      "serving.knative.dev/service": strip(text)
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
        containers: list("containers", container(kind)),
        volumes: list("volumes", volumes),
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
      textKeys(["labels"], { "client.knative.dev/nonce": drop("the image is named by its digest.", text) }),
      textKeys(["annotations"], {
        ...runtimeAnnotations("template."),
        "run.googleapis.com/execution-environment": carry("template.executionEnvironment", executionEnvironment),
        "run.googleapis.com/client-name": drop("a job keeps it in metadata.annotations.", text),
        "run.googleapis.com/client-version": drop("a job keeps it in metadata.annotations.", text)
      })
    );
    taskSpec = {
      rows: {
        maxRetries: carry("maxRetries", integer({ min: 0 })),
        timeoutSeconds: carry("timeout", seconds({ min: 1 })),
        serviceAccountName: carry("serviceAccount", nonEmpty),
        containers: list("containers", container("Job")),
        volumes: list("volumes", volumes),
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
          get: (path5) => scope.get(["template", ...toPath(path5)]),
          set: (path5, value, at) => scope.set(["template", ...toPath(path5)], value, at),
          remove: (path5) => scope.remove(["template", ...toPath(path5)]),
          locate: (path5) => scope.locate(["template", ...toPath(path5)])
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
          finish: ({ at, words: words2, get: get2, has, problem, name }) => {
            if (!has("template")) problem(at, words2, "has no template.");
            const start = get2("startExecutionToken");
            const run2 = get2("runExecutionToken");
            if (start !== void 0 && run2 !== void 0)
              problem(at, words2, "has startExecutionToken and runExecutionToken. Keep one of the two.");
            if ((start ?? run2 ?? "").length + name.length >= 63)
              problem(
                at,
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
    const at = locate([field, i2, "tag"]);
    if (tag.length < 3) problem(at, `${here}[${i2}].tag`, `is "${tag}". Expected at least 3 characters.`);
    if (tag.length + name.length > 46)
      problem(
        at,
        `${here}[${i2}].tag`,
        `is "${tag}", which together with the service's name has ${tag.length + name.length} characters. At most 46 fit into the tag's URL.`
      );
    if (targets.findIndex((other) => other.tag === tag) !== i2)
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
    target = (types4, rows) => ({
      rows: {
        latestRevision: carry("type", (node) => boolean(node) ? types4.latest : types4.revision),
        revisionName: carry("revision", nonEmpty),
        percent: carry("percent", integer({ min: 0, max: 100 })),
        ...rows
      },
      finish: ({ at, words: words2, get: get2, set, problem, atKey }) => {
        const revision = get2("revision");
        const latest = get2("type") === types4.latest;
        if (latest && revision !== void 0)
          problem(at, words2, "has latestRevision: true and a revisionName. Keep one of the two.");
        else if (get2("type") === types4.revision && revision === void 0)
          problem(at, words2, "has latestRevision: false and no revisionName. Name the revision.");
        else
          set(
            "type",
            revision === void 0 ? types4.latest : types4.revision,
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
          if (text(node) !== "")
            throw new Invalid(`is ${describe(node)}. Cloud Run has no configurations: use latestRevision or revisionName.`);
        }),
        url: strip(text)
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
      "run.googleapis.com/build-name": strip(text),
      "run.googleapis.com/build-id": drop("build-name took its place.", text),
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
      "run.googleapis.com/ingress-status": strip(text),
      "run.googleapis.com/custom-audiences": carry("customAudiences", structured(isTexts, '["https://api.example.com"]')),
      "run.googleapis.com/default-url-disabled": carry("defaultUriDisabled", textBoolean),
      "run.googleapis.com/invoker-iam-disabled": carry("invokerIamDisabled", textBoolean),
      "run.googleapis.com/iap-enabled": carry("iapEnabled", textBoolean),
      "run.googleapis.com/ssh-enabled": carry("sshEnabled", textBoolean),
      "run.googleapis.com/regions": carry("multiRegionSettings.regions", commaList),
      "run.googleapis.com/urls": strip(text),
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
          rows: { template: nest("template", serviceTemplate), traffic: list("traffic", trafficTarget) },
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
          rows: { template: nest("template", workerTemplate), instanceSplits: list("instanceSplits", instanceSplit) },
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
var init_defaults = __esm({
  "src/manifest/defaults.ts"() {
    "use strict";
    init_fetch_classes();
    init_image();
  }
});

// src/manifest/v1-names.ts
function indexOf(table, container2) {
  const index = /* @__PURE__ */ new Map();
  const add = (path5, words2, read5) => {
    const key = path5.join(".");
    if (path5.length > 0 && !index.has(key)) index.set(key, { words: words2, read: read5 });
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
var OF_CONTAINERS, BINARY_AUTHORIZATION2, NAMES;
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
  }
});

// src/manifest/encode/gathered.ts
var init_gathered = __esm({
  "src/manifest/encode/gathered.ts"() {
    "use strict";
    init_fetch_classes();
    init_image();
  }
});

// src/manifest/encode/values.ts
var init_values2 = __esm({
  "src/manifest/encode/values.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/manifest/encode/index.ts
var init_encode = __esm({
  "src/manifest/encode/index.ts"() {
    "use strict";
    init_fetch_classes();
    init_tables();
    init_gathered();
    init_values2();
  }
});

// src/manifest/v1-values.ts
var import_yaml4;
var init_v1_values = __esm({
  "src/manifest/v1-values.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml4 = __toESM(require_yaml(), 1);
    init_encode();
    init_values2();
    init_v1_names();
  }
});

// src/manifest/differences.ts
var OUTPUT;
var init_differences = __esm({
  "src/manifest/differences.ts"() {
    "use strict";
    init_fetch_classes();
    init_looks_like_secret();
    init_defaults();
    init_image();
    init_v1_names();
    init_v1_values();
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

// src/inputs/read-file.ts
function readTextFile(path5) {
  const status2 = (0, import_node_fs4.statSync)(path5);
  if (!status2.isFile() && !status2.isDirectory())
    throw Object.assign(new Error("it is no regular file but a pipe, a socket or a device"), { code: "NOT_A_FILE" });
  return (0, import_node_fs4.readFileSync)(path5, "utf8");
}
var import_node_fs4;
var init_read_file = __esm({
  "src/inputs/read-file.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs4 = require("node:fs");
  }
});

// src/inputs/service-manifest.ts
function readManifestName(line, place) {
  const { kind, name, region: region2 } = readNamedManifest(line, place);
  const collection = COLLECTIONS[kind];
  return collection && `projects/${place.project}/locations/${region2}/${collection}/${name}`;
}
function readNamedManifest(line, place) {
  const { manifest, region: region2 = place.region, substitutions } = parseEntry2(line);
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
function parseEntry2(line) {
  const refusal = new Error(`${line} is not a service by its manifest. Write ${EXPECTED2}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal;
  }
  const { manifest, region: region2, substitutions = {}, ...others } = value;
  const known2 = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known2 || region2 !== void 0 && typeof region2 !== "string") throw refusal;
  const map = typeof substitutions === "string" ? parseMap(substitutions) : new Map(Object.entries(substitutions).map(([name, text3]) => [name, String(text3)]));
  return { manifest, ...region2 && { region: region2 }, substitutions: map };
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
    init_fetch_classes();
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
async function checkFreshness(commit, known2, options) {
  const { log, force, words: words2 } = options;
  for (const other of new Set(known2)) {
    if (other === commit) continue;
    const relation = await relate(other, commit, options);
    if (relation === "newer") continue;
    if (relation === "older") {
      const message = `Commit ${short(commit)} is older than ${short(other)}, which ${words2.live} already.`;
      if (!force)
        throw new OutcomeError(
          `${message} Nothing was changed. ${options.wayBack ?? `To go back on purpose use rollback-to, or force: true to let the older commit be ${words2.done}.`}`
        );
      log.warning(`${message} It is ${words2.done} because force is true.`);
      continue;
    }
    if (options.onUnknownHistory === "refuse" && !force)
      throw new OutcomeError(
        `${relation.unknown} Nothing was changed, because on-unknown-history is refuse. Use force: true to let this commit be ${words2.done} once.`
      );
    log.warning(`${relation.unknown} The commit is ${words2.done} without this check.`);
  }
}
async function relate(other, commit, { github, words: words2 }) {
  const [theirs, ours] = [`${short(other)}, which ${words2.live}`, short(commit)];
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
  if (!isObject(root)) return plain2(text2(root) ?? "");
  if (isObject(root.error)) return readGoogle(root.error);
  if (root.error !== void 0) {
    const description2 = text2(root.error_description);
    const code3 = text2(root.error);
    return { ...plain2(description2 ?? code3 ?? text2(root) ?? ""), code: asCode(root.error), reason: asCode(root.error) };
  }
  const entries = Array.isArray(root.errors) ? root.errors : [];
  const messages = entries.map(entryMessage).filter((message) => message !== void 0);
  const own = text2(root.message);
  const code2 = entries.map((entry) => isObject(entry) ? asCode(entry.code) : void 0).find(Boolean);
  return { ...plain2([own, ...messages].filter(Boolean).join(": ") || (text2(root) ?? "")), code: code2 };
}
function readGoogle(error) {
  const details = list2(error.details).filter(isObject);
  const info = details.find(({ reason }) => typeof reason === "string");
  const legacy = list2(error.errors).filter(isObject);
  const violations = details.flatMap(
    (detail) => [...list2(detail.violations), ...list2(detail.fieldViolations)].filter(isObject).map(
      (one) => ({
        type: text2(one.type),
        subject: text2(one.field) ?? text2(one.subject),
        description: text2(one.description)
      })
    )
  );
  const said = text2(error.message) ?? (legacy.map(entryMessage).filter((message) => message !== void 0).join("; ") || text2(error) || "");
  const shown = violations.map(({ subject, description: description2 }) => [subject, description2].filter(Boolean).join(": ")).filter((line) => line !== "" && !line.split(": ").every((part) => said.includes(part)));
  const links = details.flatMap((detail) => list2(detail.links).filter(isObject)).map((link2) => text2(link2.url) ?? text2(link2.description)).filter((link2) => link2 !== void 0 && !said.includes(link2));
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
function text2(value) {
  if (value === void 0 || value === null) return void 0;
  if (typeof value !== "string") return JSON.stringify(value);
  return value.trim() === "" ? void 0 : value.trim();
}
function entryMessage(entry) {
  if (!isObject(entry)) return text2(entry);
  const message = text2(entry.message) ?? text2(entry.detail);
  return message ?? text2(entry);
}
function strings(value) {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text2(one) ?? ""]));
}
var LONGEST2, isObject, list2, asCode, cut, plain2;
var init_error_body = __esm({
  "src/google/errors/error-body.ts"() {
    "use strict";
    init_fetch_classes();
    LONGEST2 = 2e3;
    isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    list2 = (value) => Array.isArray(value) ? value : [];
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
          const named3 = /api\/([a-z0-9.-]+\.googleapis\.com)/.exec(message)?.[1];
          const api = service2 ?? named3 ?? TITLES.find(([title]) => title.test(message))?.[1] ?? "SERVICE";
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
          const named3 = sources.map((one) => /(?:constraints|customConstraints)\/([\w.-]*\w)/.exec(one ?? "")?.[1]);
          const domain = /do not belong to a permitted customer/i.test(message);
          const constraint = named3.find(Boolean) ?? metadata.customConstraints ?? (domain ? "iam.allowedPolicyMemberDomains" : void 0);
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
function findRefusal(body, status2, resource) {
  if (status2 < 400) return void 0;
  const rule = REFUSAL_RULES.find(({ reasons }) => body.reason !== void 0 && reasons.includes(body.reason)) ?? // A permission that the server names is the reason, whatever else its words are about.
  (body.reason === "IAM_PERMISSION_DENIED" ? void 0 : REFUSAL_RULES.find(({ says }) => says && matches(says, body)));
  if (rule)
    return rule.explain({
      ...body,
      status: status2,
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
  const { status: status2, member, cause, retryAfterMs } = answer;
  const body = typeof answer.body === "string" ? readErrorBody(answer.body) : answer.body;
  const refusal = status2 === 0 ? void 0 : findRefusal(body, status2, call.resource);
  const said = body.message;
  const named3 = body.metadata.permission ?? /[Pp]ermission '?([a-z]+\.[A-Za-z]+\.[A-Za-z]+)'?/.exec(said)?.[1] ?? / does not have ([a-z]+\.[A-Za-z]+\.[A-Za-z]+) access/.exec(said)?.[1];
  const denied = status2 === 401 || status2 === 403;
  const permission = refusal ? refusal.permission : named3 ?? call.permission;
  const role = refusal ? refusal.role : ROLES[named3?.toLowerCase() ?? ""] ?? call.role;
  return new CloudError(
    {
      message: said || `HTTP ${status2}`,
      status: status2,
      code: body.code ?? answer.code,
      reason: body.reason,
      resource: call.resource,
      permission: denied ? permission : void 0,
      role: denied ? role : void 0,
      member: denied ? member : void 0,
      advice: [refusal?.advice, ...body.links.map((link2) => `See ${link2}`)].filter(Boolean).join(" ") || void 0,
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
  return new Promise((resolve4, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve4, reject).finally(() => signal.removeEventListener("abort", abort));
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
    const found = await look();
    if (found !== void 0) return found;
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
function unusable({ resource, url, status: status2 }, what, cause) {
  const message = `the server ${hostOf(url)} ${what}`;
  return new CloudError({ message, status: status2, resource, advice: ADVICE, final: true }, { cause });
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
    about = (resource, { message, status: status2, advice }, cause) => new CloudError({ message, status: status2, advice, resource, final: true }, { cause });
    tooLarge = (answer, limit) => unusable(answer, `sends more than ${formatLimit(limit)}, which no answer to this call has`);
    tooSlow = (answer, ms) => unusable(answer, `did not end its answer within ${formatDuration(ms)}`);
    redirected = (answer, location) => unusable(answer, `redirects to ${location ? hostOf(location) : "nowhere"}, and redirects are not followed`);
    formatLimit = (bytes) => bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.round(bytes / 1e3)} kB`;
  }
});

// src/google/http/proxies.ts
function readProxies(env2) {
  const problems = [];
  const read5 = (...names) => {
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
  const proxies = { http: read5("HTTP_PROXY", "http_proxy"), https: read5("HTTPS_PROXY", "https_proxy") };
  if (problems.length > 0) throw new InputError(problems);
  return proxies;
}
function proxyProblem(value) {
  const shown = `"${value.replace(/\/\/.*@|^[^/]*@/, (found) => found.startsWith("//") ? "//***@" : "***@")}"`;
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
  }) => new Promise((resolve4, reject) => {
    signal.throwIfAborted();
    const { origin, pathname, search } = new URL(url);
    const chunks = [];
    let size = 0;
    let status2 = 0;
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
          status2 = statusCode;
          received = raw;
          return true;
        },
        onData(chunk) {
          size += chunk.length;
          if (size > maxBytes) end(new LargeAnswerError(status2, maxBytes));
          else chunks.push(chunk);
          return true;
        },
        onComplete() {
          const [first] = chunks;
          const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks);
          settle(
            () => resolve4({
              status: status2,
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
      constructor(status2, limit) {
        super(`the answer has more than ${limit} bytes`);
        this.status = status2;
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
      const { status: status2, headers, text: body } = answer;
      return cloudError(call, { status: status2, body, retryAfterMs: retryAfter(headers, clock.now()), member });
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
      const { status: status2, headers, text: text3 } = await repeat(call);
      const answer = { resource: call.resource, url: call.url, status: status2 };
      if (status2 >= 300) throw redirected(answer, locationOf(call.url, headers.location));
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
  const known2 = /* @__PURE__ */ new Map();
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options]);
    let found = known2.get(key);
    if (!found || clock.now() > found.until) {
      const answer = new Promise((resolve4) => lookup(hostname, options, (...all) => resolve4(all)));
      found = { answer, until: clock.now() + REMEMBERED };
      known2.set(key, found);
      void answer.then(([error]) => error && known2.delete(key));
    }
    void found.answer.then((all) => callback(...all));
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
    adapter = (clock) => async (options, send3) => {
      const start = clock.now();
      const response = await send3({ ...options, redirect: "manual", responseType: "stream" });
      const { status: status2, headers } = response;
      const url = String(options.url);
      const about2 = { resource: new URL(url).host, url, status: status2 };
      if (status2 >= 300 && status2 < 400) throw redirected(about2, locationOf(url, headers.get("location") ?? void 0));
      const json = options.responseType === "json";
      const maxBytes = json ? MOST_TOKEN : MOST_BYTES;
      const body = response.body;
      const { bytes, end } = await readBounded(body, { maxBytes, timeout: TIMEOUT - (clock.now() - start), clock });
      if (end === "too-large") throw tooLarge(about2, maxBytes);
      if (end === "too-slow") throw tooSlow(about2, TIMEOUT);
      const text3 = bytes.toString();
      if (status2 < 300 && text3 !== "" && !/^\s*[{[]/.test(text3)) throw notJson(about2, text3);
      const whole = {
        status: status2,
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
    util.inherits(TunnelingAgent, events2.EventEmitter);
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
          return new Promise((resolve4) => __awaiter(this, void 0, void 0, function* () {
            let output = Buffer.alloc(0);
            this.message.on("data", (chunk) => {
              output = Buffer.concat([output, chunk]);
            });
            this.message.on("end", () => {
              resolve4(output.toString());
            });
          }));
        });
      }
      readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve4) => __awaiter(this, void 0, void 0, function* () {
            const chunks = [];
            this.message.on("data", (chunk) => {
              chunks.push(chunk);
            });
            this.message.on("end", () => {
              resolve4(Buffer.concat(chunks));
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
          return new Promise((resolve4, reject) => {
            function callbackForResult(err, res) {
              if (err) {
                reject(err);
              } else if (!res) {
                reject(new Error("Unknown error"));
              } else {
                resolve4(res);
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
          return new Promise((resolve4) => setTimeout(() => resolve4(), ms));
        });
      }
      _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve4, reject) => __awaiter(this, void 0, void 0, function* () {
            const statusCode = res.message.statusCode || 0;
            const response = {
              statusCode,
              result: null,
              headers: {}
            };
            if (statusCode === HttpCodes.NotFound) {
              resolve4(response);
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
              resolve4(response);
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
  const status2 = message.statusCode ?? 0;
  const answer = { resource: "the job's identity token", url, status: status2 };
  if (status2 >= 300 && status2 < 400) {
    message.destroy();
    throw redirected(answer, message.headers.location);
  }
  const { bytes, end } = await readBounded(message, { maxBytes: MOST_BYTES2, timeout: TIMEOUT2, clock });
  if (end === "too-large") throw tooLarge(answer, MOST_BYTES2);
  if (end === "too-slow") throw tooSlow(answer, TIMEOUT2);
  const text3 = bytes.toString();
  if (status2 >= 400) throw new HttpClientError(readErrorBody(text3).message || `HTTP ${status2}`, status2);
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
    const clientOptions = { transporterOptions: authTransport(clock) };
    return await new import_google_auth_library.GoogleAuth({ scopes: [SCOPE], projectId: "unused", clientOptions }).getClient();
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

// actions/publish-frontend/cdn/path-patterns.ts
function parseInvalidationPath(text3) {
  if (/^\/[^?#*\s]*$/.test(text3) || /^\/([^?#*\s]*\/)?\*$/.test(text3)) return text3;
  throw new Error(`"${text3}" is not a valid path to invalidate. Examples: /index.html or /news/*.`);
}
function groupPaths(paths, most = MOST2) {
  const folders = /* @__PURE__ */ new Map();
  let size = 0;
  const add = (pattern) => {
    const folder = folderOf(pattern);
    const patterns2 = folders.get(folder) ?? /* @__PURE__ */ new Set();
    size += patterns2.has(pattern) ? 0 : 1;
    folders.set(folder, patterns2.add(pattern));
  };
  for (const path5 of paths) add(path5);
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
function patternsOf(path5) {
  const spellings = /* @__PURE__ */ new Set([path5, path5.replace(LEFT_BY_BROWSERS, decodeURIComponent)]);
  const addresses2 = [...spellings].flatMap(
    (one) => one.endsWith("/index.html") ? [one, one.slice(0, -"index.html".length)] : [one]
  );
  return [...new Set(addresses2.map(patternOf))];
}
function patternOf(path5) {
  if (!path5.includes("*") && path5.length <= LONGEST3) return path5;
  const star = path5.includes("*") ? path5.indexOf("*") : path5.length;
  return `${path5.slice(0, path5.lastIndexOf("/", Math.min(star, LONGEST3 - 2)) + 1)}*`;
}
var MOST2, LEFT_BY_BROWSERS, LONGEST3;
var init_path_patterns = __esm({
  "actions/publish-frontend/cdn/path-patterns.ts"() {
    "use strict";
    init_fetch_classes();
    MOST2 = 100;
    LEFT_BY_BROWSERS = /%(?:24|26|2B|2C|3A|3B|3D|40|5B|5D|7C)/g;
    LONGEST3 = 1024;
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
function parseDigest(text3) {
  if (/^sha256:[0-9a-f]{64}$/.test(text3.trim())) return text3.trim();
  throw new Error(`"${text3}" is not a digest. Write sha256: and 64 hexadecimal digits.`);
}
function parseUrlMap(text3) {
  if (/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text3.trim())) return text3.trim();
  throw new Error(`"${text3}" is not a valid URL map name. Use the short name that gcloud compute url-maps list shows.`);
}
function parseHost(text3) {
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(text3.trim())) return text3.trim();
  throw new Error(`"${text3}" is not a valid host. Use lower case without https://, for example app.example.com.`);
}
var init_input_formats = __esm({
  "actions/publish-frontend/input-formats.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// node_modules/mime/dist/types/standard.js
var types, standard_default;
var init_standard = __esm({
  "node_modules/mime/dist/types/standard.js"() {
    init_fetch_classes();
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
    init_fetch_classes();
    __classPrivateFieldGet = function(receiver, state, kind, f2) {
      if (kind === "a" && !f2) throw new TypeError("Private accessor was defined without a getter");
      if (typeof state === "function" ? receiver !== state || !f2 : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
      return kind === "m" ? f2 : kind === "a" ? f2.call(receiver) : f2 ? f2.value : state.get(receiver);
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
      getType(path5) {
        if (typeof path5 !== "string")
          return null;
        const last = path5.replace(/^.*[/\\]/s, "").toLowerCase();
        const ext = last.replace(/^.*\./s, "").toLowerCase();
        const hasPath = last.length < path5.length;
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
    init_fetch_classes();
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
    init_fetch_classes();
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
    init_fetch_classes();
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
    init_fetch_classes();
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
    exports2.basename = (path5, { windows } = {}) => {
      const segs = path5.split(windows ? /[\\/]/ : "/");
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
    init_fetch_classes();
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
          const i2 = slashes[idx];
          const value2 = input.slice(n2, i2);
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
          if (i2 >= start) {
            parts.push(value2);
            prevIndex = i2;
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
    init_fetch_classes();
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
      for (let i2 = 0; i2 < values.length; i2++) {
        for (let j = i2 + 1; j < values.length; j++) {
          const a = values[i2];
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
      for (let i2 = 1; i2 < pattern.length; i2++) {
        const ch = pattern[i2];
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
            if (requireEnd === true && i2 !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i2),
              end: i2
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
          for (let i2 = token.tokensIndex + 1; i2 < tokens.length; i2++) {
            tokens[i2].value = "";
            tokens[i2].output = "";
            delete tokens[i2].suffix;
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
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m2, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m2;
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
          return esc ? m2 : `\\${m2}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m2) => {
              return m2.length % 2 === 0 ? "\\\\" : m2 ? "\\" : "";
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
            for (let i2 = arr.length - 1; i2 >= 0; i2--) {
              tokens.pop();
              if (arr[i2].type === "brace") {
                break;
              }
              if (arr[i2].type !== "dots") {
                range.unshift(arr[i2].value);
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
            for (const t2 of toks) {
              state.output += t2.output || t2.value;
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
    init_fetch_classes();
    var scan = require_scan();
    var parse3 = require_parse();
    var utils = require_utils();
    var constants3 = require_constants();
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
      let parsed2 = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed2.output = parse3.fastpaths(input, options);
      }
      if (!parsed2.output) {
        parsed2 = parse3(input, options);
      }
      return picomatch2.compileRe(parsed2, options, returnOutput, returnState);
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
    init_fetch_classes();
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
function headerOf(rules, path5) {
  return rules.find((rule) => rule.matches(path5))?.value;
}
function hasNoType(path5) {
  const name = path5.slice(path5.lastIndexOf("/") + 1);
  return !name.includes(".") && !NAMED.has(name);
}
function looksLikeHtml(start) {
  return /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]*?-->\s*){0,20}<(?:!doctype\s+html|html)[\s>]/i.test(
    start.toString("latin1")
  );
}
function contentType(path5) {
  const name = path5.slice(path5.lastIndexOf("/") + 1);
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
    init_fetch_classes();
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
function parseSites(text3) {
  return parseEntries(text3, GRAMMAR).map(({ name, ...rest }, i2) => {
    if (name !== void 0 && name !== null && (typeof name !== "string" || !/^[^\s]([^\n\r]{0,98}[^\s])?$/.test(name)))
      throw new Error(`entry ${i2 + 1}: name is up to 100 characters of text on one line, such as dashboard.`);
    const entry = parseEntry(rest, i2, GRAMMAR);
    return { ...entry, label: name ?? entry.label, name: name ?? void 0 };
  });
}
var SITE_ONLY, GRAMMAR;
var init_sites_input = __esm({
  "actions/publish-frontend/sites-input.ts"() {
    "use strict";
    init_fetch_classes();
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
        "reason",
        "release-hold",
        "services",
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
function parseReleaseId(text3) {
  const id = text3.trim();
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id) && id !== "previous") return id;
  throw new Error(
    `"${text3}" is not a valid release name. Use up to 100 letters, digits, ".", "_" or "-", starting with a letter or digit (and not "previous").`
  );
}
function parsePrefix(text3) {
  const parts = text3.trim().replace(/^\/|\/$/g, "").split("/");
  if (parts.every((part) => /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/.test(part))) return `${parts.join("/")}/`;
  throw new Error(`"${text3}" is not a valid prefix. Use folders such as dashboard or sites/dashboard.`);
}
function parseBucket(text3) {
  const name = text3.trim();
  if (/^(?!goog)[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(name)) return name;
  const bare = name.replace(/^gs:\/\//, "").replace(/\/.*$/, "");
  const hint = name.startsWith("gs://") ? ` Use ${bare}, and put the path after it in the input prefix.` : "";
  throw new Error(
    `"${text3}" is not a valid bucket name.${hint || ' Use 3 to 222 lower-case letters, digits, "-", "_" or ".".'}`
  );
}
var init_object_names = __esm({
  "actions/publish-frontend/store/object-names.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// actions/publish-frontend/inputs.ts
function readInputs(reader, context) {
  const text3 = reader.text("sites");
  if (text3 === void 0) return togetherOf([readOne(reader, context)], false);
  return togetherOf(readSites(text3, reader, context), true);
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
function readSites(text3, reader, context) {
  const problems = [];
  for (const name of SITE_ONLY)
    if (reader.changed(name) && !(name === "working-directory" && reader.text(name) === "."))
      problems.push({
        subject: `Input ${name}`,
        message: "is not allowed with sites. Write it in the entry of its site."
      });
  const inherited = Object.entries(context.env).filter(([key]) => !SITE_ONLY.some((name) => variable(name) === key));
  const sites = entriesOf(text3).flatMap((entry, i2) => {
    const read5 = (own) => ({
      ...readOne(own, context),
      ...entry.name !== void 0 && { name: entry.name }
    });
    const site = readEntry({ list: "sites", entry, inherited, entryOnly: SITE_ONLY, lists: ["sites"], read: read5 }, problems);
    if (!site) return [];
    return [site.task === "publish" && i2 > 0 ? { ...site, services: [] } : site];
  });
  const places = sites.map(({ layout }) => `gs://${layout.bucket}/${layout.prefix}`);
  for (const place of new Set(places.filter((one, i2) => places.indexOf(one) < i2)))
    problems.push({ subject: "Input sites", message: `${place} is given twice. Give each site once.` });
  if (problems.length > 0) throw new InputError(uniqueProblems(problems));
  return sites;
}
function entriesOf(text3) {
  try {
    return parseSites(text3);
  } catch (error) {
    throw new InputError([{ subject: "Input sites", message: error.message }]);
  }
}
function uniqueProblems(problems) {
  return [...new Map(problems.map((problem) => [`${problem.subject}: ${problem.message}`, problem])).values()];
}
function readOne(reader, context) {
  const shared = readSharedInputs(reader, context);
  const region2 = reader.parse("region", parseRegion);
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
  const to = reader.parse("rollback-to", (text3) => text3.trim() === "previous" ? "previous" : parseReleaseId(text3));
  const reason = reader.text("reason");
  const releaseHold = reader.boolean("release-hold", "false");
  const publish = readPublish(reader, context, shared);
  const freeze = readFreeze(reader);
  const services = readServiceNames(reader, {
    project: shared.project,
    region: region2,
    commit: shared.commit,
    workspace: (0, import_node_path2.resolve)(context.github.workspace || ".")
  });
  const task = reader.given("rollback-to") ? "rollback" : reader.given("path") || !releaseHold ? "publish" : "release-hold";
  if (task === "publish") {
    if (!reader.given("path"))
      reader.problem("path", "is required. Give the folder of the built site, or set rollback-to.");
    if (reason !== void 0 && !releaseHold)
      reader.problem("reason", "is only allowed with rollback-to or release-hold: true.");
  } else {
    const what = task === "rollback" ? "rollback-to" : "release-hold without path";
    for (const name of PUBLISHING)
      if (reader.changed(name)) reader.problem(name, `is not allowed with ${what}, which publishes nothing.`);
  }
  if (task === "release-hold" && site.force)
    reader.problem("force", "is not allowed with release-hold without path, which publishes nothing.");
  if (task === "rollback" && releaseHold)
    reader.problem(
      "release-hold",
      "is not allowed with rollback-to, which sets a hold. Release the hold in a later step."
    );
  if (publish.atomic && site.cdn === void 0 && task === "publish")
    reader.problem("atomic", "requires url-map: one write to it switches the site.");
  reader.done();
  if (task === "rollback") return { ...site, task, to: to ?? "", reason: reason ?? "" };
  if (task === "release-hold") return { ...site, task, reason: reason ?? "" };
  return { ...site, ...publish, services, freeze, task, releaseHold, reason: reason ?? "" };
}
function readCdn(reader) {
  const urlMap = reader.parse("url-map", parseUrlMap);
  const host = reader.parse("host", parseHost);
  const lines2 = reader.list("invalidate");
  const none = lines2.length === 1 && lines2[0] === "none";
  const paths = none ? [] : reader.parseList("invalidate", parseInvalidationPath);
  const wait = reader.boolean("wait-for-invalidation", "false");
  if (!reader.given("url-map")) {
    for (const name of ["host", "invalidate"])
      if (reader.given(name)) reader.problem(name, "requires url-map, the name of the load balancer\u2019s URL map.");
    if (wait) reader.problem("wait-for-invalidation", "requires url-map, the name of the load balancer\u2019s URL map.");
  }
  if (none && wait) reader.problem("wait-for-invalidation", "is not allowed with invalidate: none.");
  if (urlMap === void 0) return void 0;
  return { urlMap, host, invalidate: lines2.length > 0 ? paths : void 0, wait };
}
function readPublish(reader, context, shared) {
  const inWorkspace = (path6) => (0, import_node_path2.isAbsolute)(path6) ? path6 : (0, import_node_path2.resolve)(context.github.workspace || ".", path6);
  const path5 = reader.text("path") ?? "";
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
    path: path5,
    folder: inWorkspace(path5),
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
    strict: reader.boolean("strict", "false")
  };
}
function readRules(reader, name, check2) {
  const rules = reader.map(name);
  for (const [glob, value] of rules) {
    try {
      parseGlob(glob);
      check2(value);
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
    init_fetch_classes();
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
      ...["keep-releases", "keep-days", "max-delete", "atomic", "strict", "on-unknown-history", "services", "freeze"]
    ];
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
    init_fetch_classes();
    init_duration();
    init_errors();
    withTimeLimit = (context, ms) => ms === void 0 ? context : withDeadline(context, ms);
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
    if (limit < LONGEST4)
      warnings.push(
        `${where} has the cache mode CACHE_ALL_STATIC, whose TTLs (client ${clientTtl ?? 3600} s, maximum ${maxTtl ?? 86400} s) are shorter than the max-age of ${LONGEST4} s of hashed files. Run: gcloud compute backend-buckets update ${backend.name} --cache-mode=USE_ORIGIN_HEADERS`
      );
  }
  return { errors: [], warnings, cached: true };
}
var LONGEST4;
var init_backend_bucket = __esm({
  "actions/publish-frontend/cdn/backend-bucket.ts"() {
    "use strict";
    init_fetch_classes();
    LONGEST4 = 31536e3;
  }
});

// actions/publish-frontend/cdn/compute-operations.ts
function projectUrl({ endpoint, project }) {
  return `${endpoint}/compute/v1/projects/${project}/global`;
}
async function waitForOperation(compute, operation, what) {
  const { http: http2, clock, signal } = compute;
  let now = operation;
  const look = async () => {
    if (now.status === "DONE") return now;
    now = await http2.json({
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
    init_fetch_classes();
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
  const add = (service2, action, at, place2, shared = false) => {
    const backendBucket = /\/backendBuckets\/([^/]+)$/.exec(service2 ?? "")?.[1];
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
  matcher2.routeRules?.forEach((rule, i2) => {
    const prefixes = (rule.matchRules ?? []).map(({ prefixMatch }) => prefixMatch);
    if (prefixes.length === 1 && prefixes[0] !== void 0)
      add(rule.service, rule.routeAction, prefixes[0], [...place, "routeRules", i2, "routeAction"]);
  });
  matcher2.pathRules?.forEach((rule, i2) => {
    const folders = (rule.paths ?? []).filter((path5) => path5.endsWith("/*"));
    for (const folder of folders) {
      const action = [...place, "pathRules", i2, "routeAction"];
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
      const matches2 = pattern === host || pattern === "*" || pattern.startsWith("*") && host.endsWith(pattern.slice(1));
      const length = pattern === host ? Number.POSITIVE_INFINITY : pattern.length;
      if (matches2 && length > best.length) best = { length, name: pathMatcher };
    }
  }
  return map.pathMatchers?.findIndex(({ name }) => name === best.name) ?? -1;
}
function publicPath(route, object) {
  return object.startsWith(route.to) ? route.at + encodePath(object.slice(route.to.length)) : void 0;
}
function encodePath(path5) {
  return path5.split("/").map(encodeURIComponent).join("/");
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
    init_fetch_classes();
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
    init_fetch_classes();
    init_errors();
    init_backend_bucket();
    init_compute_operations();
    init_url_map();
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
      let said = clock.now();
      return (done) => {
        if (clock.now() - said < SAY_EVERY || done === total) return;
        said = clock.now();
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
    init_fetch_classes();
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
    init_fetch_classes();
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
    init_fetch_classes();
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
    init_fetch_classes();
    init_errors();
    init_stored_object();
  }
});

// actions/publish-frontend/store/storage-client.ts
function createStore(options) {
  const { http: http2, endpoint, bucket, deadline } = options;
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
      await http2.json({ ...call("get", name), method: "GET", url: `${url(name)}?fields=${FIELDS}` })
    )
  );
  const listPage = async (query) => {
    try {
      return await http2.json({
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
      for await (const { items: items2 = [] } of pagesOf((next) => listPage({ ...query, ...next })))
        for (const item of items2) listing.set(item.name, toObject(item));
      return listing;
    },
    async isEmpty(prefix) {
      const { items: items2, nextPageToken } = await listPage({ prefix, fields: "nextPageToken,items(name)", maxResults: "1" });
      return (items2 ?? []).length === 0 && nextPageToken === void 0;
    },
    readText: (name) => absentAsUndefined(bucket, async () => {
      const { text: text3, headers } = await http2.text({
        ...call("get", name),
        method: "GET",
        url: `${url(name)}?alt=media`,
        // The manifest of a release names each file of the site.
        maxBytes: 256e6
      });
      return { text: text3, generation: headers["x-goog-generation"] ?? "" };
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
          const answer = await http2.json({
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
        await http2.json({
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
        await http2.text({
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
    init_fetch_classes();
    init_pages();
    init_errors();
    init_preconditions();
    init_stored_object();
    STORAGE_ROLE = "roles/storage.objectUser";
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

// shared:@actions/github
var require_github = __commonJS({
  "shared:@actions/github"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/github.cjs")["@actions/github"];
  }
});

// src/github/bounded-fetch.ts
function boundedFetch(send3, clock) {
  return async (input, options = {}) => {
    const late = new AbortController();
    const cancel = clock.timer(TIMEOUT3, () => late.abort(new NoAnswerError(TIMEOUT3)));
    const signal = AbortSignal.any([...options.signal ? [options.signal] : [], late.signal]);
    try {
      let at = String(input);
      for (let hops = 0; ; hops++) {
        const answer = await send3(at, { ...options, signal, redirect: "manual" });
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
  const read5 = (resource, permission, call) => repeated({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read: read5 };
}
function toCloudError(error, resource, permission, now) {
  const { status: status2, message, response, cause } = error;
  if (cause instanceof CloudError) return about(resource, cause, cause);
  if (typeof status2 !== "number") throw error;
  const wait = rateLimit(status2, response, now);
  const denied = wait === void 0 && (status2 === 401 || status2 === 403);
  const said = response?.data === void 0 ? message : readJson(response.data).message || message;
  return new CloudError(
    {
      message: said || `HTTP ${status2}`,
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
    async file(path5, commit) {
      const found = read5(
        `files of ${run2.repository}`,
        "contents: read",
        () => rest.repos.getContent({ ...at, path: path5, ref: commit })
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
    async addDeploymentStatus(commit, environment, { state, description: description2, logUrl }) {
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
          description: description2.slice(0, 140),
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

// actions/publish-frontend/clients.ts
function createDeadline(clock) {
  const end = clock.now() + RUN_DEADLINE;
  return (needed = 0) => Math.max(0, Math.min(Math.max(CALL_DEADLINE, needed), end - clock.now()));
}
function openClients(inputs, context, { client }) {
  const { clock, random, endpoints, log, github: run2 } = context;
  const stopped = new AbortController();
  const stop = (reason) => stopped.abort(reason);
  const signal = AbortSignal.any([context.signal, stopped.signal]);
  let mayStart = () => {
  };
  const http2 = client({ signal, connections: inputs.concurrency, mayStart: () => mayStart() });
  const record = client({ signal: graceAfter(context.signal, RECORD_GRACE, clock), connections: 4 });
  const { layout, githubToken } = inputs;
  const store = createStore({
    http: http2,
    endpoint: endpoints.storage,
    bucket: layout.bucket,
    deadline: createDeadline(clock),
    clock,
    signal
  });
  return {
    context,
    http: http2,
    store,
    timings: createTimings(clock, log),
    stop,
    claims: {
      store: createStore({ ...store, http: record }),
      layout,
      clock,
      random,
      github: run2,
      log,
      onLost: stop,
      onHeld: (assertOurs) => {
        mayStart = assertOurs;
      }
    },
    github: githubToken && run2.repository ? () => openGitHub(run2, githubToken, { signal, clock, deadline: context.deadline }) : void 0,
    async openCdn(uncompressed) {
      if (!inputs.cdn) return void 0;
      const { urlMap, host } = inputs.cdn;
      const { project } = inputs;
      return openCdn({
        http: http2,
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
async function openGitHub(...args) {
  return (await Promise.resolve().then(() => (init_api(), api_exports))).createGitHub(...args);
}
var RUN_DEADLINE, CALL_DEADLINE, RECORD_GRACE;
var init_clients = __esm({
  "actions/publish-frontend/clients.ts"() {
    "use strict";
    init_fetch_classes();
    init_interruption();
    init_load_balancer();
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
    init_fetch_classes();
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
    init_fetch_classes();
    init_outcome();
  }
});

// actions/publish-frontend/report/summary.ts
function summarizeSite({ summary, log }, outcome, inputs, timings) {
  const [sign, verdict] = siteVerdict(outcome, inputs.dryRun);
  log.info(verdict);
  summary.heading(md`Frontend: ${code(`gs://${inputs.layout.bucket}/${inputs.layout.prefix}`)}`);
  summary.paragraph(md`${plain(sign)} ${plain(verdict)}`);
  if (outcome.holdEnded !== void 0) {
    const ended = `${inputs.dryRun ? "Hold to release" : "Released hold"}: at release ${outcome.holdEnded}.`;
    log.info(ended);
    summary.paragraph(plain(ended));
  }
  if (outcome.task === "release-hold") return;
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
    [md`Invalidated paths`, list3(outcome.invalidated)],
    [md`Link`, outcome.link ? link(outcome.link, outcome.link) : void 0]
  ];
  summary.table(
    ["", ""],
    rows.filter(([, value]) => value !== void 0 && value !== "")
  );
  showChanges({ summary, log }, outcome, inputs);
  summary.table(
    ["Phase", "Time"],
    timings.map(([name, duration]) => [plain(name), plain(duration)])
  );
}
function showChanges({ summary, log }, outcome, inputs) {
  const changes = [
    ...outcome.sent.map((path5) => `+ ${path5}`),
    ...outcome.patched.map((path5) => `~ ${path5}`),
    ...outcome.removed.map((path5) => `- ${path5}`)
  ];
  if (changes.length > 0) {
    const more = changes.length - SHOWN;
    summary.block([...changes.slice(0, SHOWN), ...more > 0 ? [`\u2026 and ${more} more`] : []].join("\n"), "diff");
    if (inputs.dryRun) for (const change of changes) log.info(change);
  }
}
function siteVerdict(outcome, dryRun) {
  const { task, release, sent, patched, removed, holdEnded, failure } = outcome;
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
function list3(paths) {
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
    init_fetch_classes();
    init_summary();
    SHOWN = 20;
  }
});

// actions/publish-frontend/report/sites-summary.ts
function summarizeSites(context, { results, failure }, several) {
  const [only2] = results;
  if (!several && only2) {
    summarizeSite(context, only2.outcome, only2.inputs, only2.timings);
    return;
  }
  const { summary, log } = context;
  summary.heading(md`Frontends`);
  for (const result of results) log.info(`${result.inputs.name}: ${sentenceFor(result)}`);
  const done = results.filter(({ status: status2 }) => status2 !== "failed" && status2 !== "not-started").length;
  const dryRun = results.some(({ status: status2 }) => status2 === "planned");
  const verdict = dryRun ? `Dry run of ${results.length} sites. Nothing was changed.` : `${done} of ${results.length} sites are as wanted.`;
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
  if (status2 === "not-started") return `Not switched: it still serves (${serves}).`;
  const [, verdict] = siteVerdict(outcome, inputs.dryRun);
  return outcome.holdEnded === void 0 ? verdict : `${verdict} ${inputs.dryRun ? "Hold to release" : "Released hold"}: at release ${outcome.holdEnded}.`;
}
var SIGNS;
var init_sites_summary = __esm({
  "actions/publish-frontend/report/sites-summary.ts"() {
    "use strict";
    init_fetch_classes();
    init_summary();
    init_summary2();
    SIGNS = {
      live: "\u2705",
      unchanged: "\u2705",
      released: "\u2705",
      planned: "\u2139\uFE0F",
      failed: "\u274C",
      "not-started": "\u23F8\uFE0F"
    };
  }
});

// actions/publish-frontend/site/artifact-digest.ts
async function artifactDigest(folder) {
  const digest = (0, import_node_crypto4.createHash)("sha256");
  for (const path5 of filesOf(folder).sort(Buffer.compare)) {
    const content = (0, import_node_crypto4.createHash)("sha256");
    await (0, import_promises2.pipeline)((0, import_node_fs5.createReadStream)(Buffer.concat([Buffer.from(`${folder}/`), path5])), content);
    digest.update(checksumLine(content.digest("hex"), path5));
  }
  return `sha256:${digest.digest("hex")}`;
}
function filesOf(root) {
  const files = [];
  const walk = (path5, ancestors) => {
    const folder = Buffer.concat([Buffer.from(`${root}/`), path5]);
    const real = (0, import_node_fs5.realpathSync)(folder);
    if (ancestors.includes(real)) return;
    for (const name of (0, import_node_fs5.readdirSync)(folder, { encoding: "buffer" })) {
      const inner = Buffer.concat([path5, Buffer.from("/"), name]);
      const status2 = (0, import_node_fs5.statSync)(Buffer.concat([Buffer.from(`${root}/`), inner]), { throwIfNoEntry: false });
      if (status2?.isDirectory()) walk(inner, [...ancestors, real]);
      else if (status2?.isFile()) files.push(inner);
    }
  };
  walk(Buffer.from("."), []);
  return files;
}
function checksumLine(hash3, path5) {
  const text3 = path5.toString("latin1");
  const escaped = text3.replace(/[\\\n\r]/g, (char) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r" })[char]);
  return Buffer.from(`${escaped === text3 ? "" : "\\"}${hash3}  ${escaped}
`, "latin1");
}
var import_node_crypto4, import_node_fs5, import_promises2;
var init_artifact_digest = __esm({
  "actions/publish-frontend/site/artifact-digest.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto4 = require("node:crypto");
    import_node_fs5 = require("node:fs");
    import_promises2 = require("node:stream/promises");
  }
});

// actions/publish-frontend/preflight/artifact.ts
async function verifyArtifact({ name, path: path5, folder, artifactDigest: expected }) {
  if (expected === void 0) return;
  let found;
  try {
    found = await artifactDigest(folder);
  } catch (error) {
    const { code: code2 } = error;
    if (code2 === void 0) throw error;
    throw new InputError([
      { subject: "Input path", message: `"${path5}" cannot be read (${code2}). Give the folder of the artifact.` }
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
    init_fetch_classes();
    init_errors();
    init_artifact_digest();
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
          return new Promise((resolve4, reject) => __awaiter5(this, void 0, void 0, function* () {
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
    init_fetch_classes();
    import_node_diagnostics_channel = require("node:diagnostics_channel");
    init_exec();
    init_errors();
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
    init_fetch_classes();
    SILENCE = 3e4;
  }
});

// actions/publish-frontend/site/build-command.ts
async function buildSite(build, { env: env2, log, clock, signal }) {
  if (!(0, import_node_fs6.statSync)(build.folder, { throwIfNoEntry: false })?.isDirectory()) {
    const message = `${build.folder} is not a folder, so build-command cannot run there. Give a folder in the checkout, relative to the workspace.`;
    throw new InputError([{ subject: "Input working-directory", message }]);
  }
  const own = Object.entries(env2).filter(
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
var import_node_fs6, withheld;
var init_build_command = __esm({
  "actions/publish-frontend/site/build-command.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs6 = require("node:fs");
    init_exec();
    init_docker();
    init_errors();
    init_foreign_text();
    init_heartbeat();
    withheld = (name) => name.startsWith("INPUT_") || name.startsWith("STATE_") || ["GITHUB_OUTPUT", "GITHUB_STATE", "ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"].includes(name);
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
    init_fetch_classes();
    import_node_v8 = require("node:v8");
    MANY_FILES = 3e3;
  }
});

// actions/publish-frontend/site/forbidden/forbidden-files.ts
function neverPublished(path5) {
  for (const part of path5.split("/")) {
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
    init_fetch_classes();
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
  const refuse2 = (path5, why) => {
    problems.push({ subject: "Input path", message: `${path5} ${why}` });
  };
  const add = (path5, size) => {
    if (SOURCE_MAP.test(path5) && !options.sourceMaps) {
      sourceMaps++;
      return;
    }
    if (keptForReleases(path5)) return refuse2(path5, "is reserved for releases. Rename it.");
    files.push({ path: path5, size });
    options.onFound?.(files.length);
  };
  let seen = 0;
  const walk = async (folder, prefix, ancestors) => {
    for (const entry of readFolder(folder, prefix)) {
      if (++seen % SEEN_TOGETHER === 0) await (0, import_promises3.setImmediate)();
      const path5 = prefix + entry.name;
      const file = `${folder}/${entry.name}`;
      const objection = objectionTo(entry.name, options.prefix + path5);
      const target2 = objection ?? follow(entry, file, root);
      if (typeof target2 === "string") refuse2(path5, target2);
      else if (target2.folder) {
        const real = entry.isSymbolicLink() ? (0, import_node_fs7.realpathSync)(file) : file;
        if (ancestors.includes(real)) refuse2(path5, "is a link to a folder that contains it. Remove the link.");
        else await walk(file, `${path5}/`, [...ancestors, real]);
      } else add(path5, target2.size);
    }
  };
  await walk(root, "", [root]);
  if (problems.length === 0) {
    if (files.length === 0) refuse2(options.given, "has no files. Build the site first, or give another folder.");
    else if (options.index === "required" && !files.some(({ path: path5 }) => path5 === "index.html"))
      refuse2(
        options.given,
        "has no index.html, the entry page of the site. Build the site first, or give the folder that contains it. If the site has none, such as a build with one folder per language, set index: optional."
      );
  }
  if (problems.length > 0) throw new InputError(problems);
  files.sort((a, b) => a.path < b.path ? -1 : 1);
  return { root, files, sourceMaps };
}
function objectionTo(name, object) {
  const secret2 = neverPublished(name);
  if (secret2 !== void 0) return `is ${secret2} and must not be published. Remove it from the folder.`;
  const bad = badName(object);
  return bad === void 0 ? void 0 : `${bad}, so it cannot be an object. Rename it.`;
}
function readFolder(folder, path5) {
  try {
    return (0, import_node_fs7.readdirSync)(folder, { withFileTypes: true });
  } catch (error) {
    const { code: code2 } = error;
    throw new InputError([
      {
        subject: "Input path",
        message: `${path5} cannot be read (${code2}). Fix its permissions, or build the site again.`
      }
    ]);
  }
}
function keptForReleases(path5) {
  return path5.startsWith(".releases/") || path5.endsWith("/.releases/state.json");
}
function realFolder({ folder, given }) {
  let real;
  try {
    real = (0, import_node_fs7.realpathSync)(folder);
    if ((0, import_node_fs7.statSync)(real).isDirectory()) return real;
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
      real = (0, import_node_fs7.realpathSync)(file);
    } catch {
      return "is a broken symbolic link. Remove it.";
    }
    const inside2 = (0, import_node_path3.relative)(root, real);
    if (inside2.startsWith(`..${import_node_path3.sep}`) || inside2 === "..")
      return "is a symbolic link that leaves the folder. Replace it with a copy of its target.";
    const secret2 = inside2.split(import_node_path3.sep).map(neverPublished).find((what) => what !== void 0);
    if (secret2 !== void 0) return `is a link to ${secret2}, which must not be published. Remove it.`;
    const status2 = (0, import_node_fs7.statSync)(real);
    if (status2.isDirectory()) return { folder: true };
    if (status2.isFile()) return { folder: false, size: status2.size };
  } else if (entry.isFile()) return { folder: false, size: (0, import_node_fs7.statSync)(file).size };
  return "is neither a file nor a folder. Remove it.";
}
var import_node_fs7, import_node_path3, import_promises3, SOURCE_MAP, SEEN_TOGETHER;
var init_scan_folder = __esm({
  "actions/publish-frontend/site/scan-folder.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs7 = require("node:fs");
    import_node_path3 = require("node:path");
    import_promises3 = require("node:timers/promises");
    init_errors();
    init_forbidden_files();
    SOURCE_MAP = /\.map(?:\.(?:gz|br|zst))?$/i;
    SEEN_TOGETHER = 200;
  }
});

// actions/publish-frontend/site/clean-urls.ts
function withCleanUrls(files) {
  const taken = new Set(files.map(({ path: path5 }) => path5));
  const pages = files.flatMap((file) => {
    const path5 = file.path.replace(/\.html$/i, "");
    const index = /(^|\/)index$/i.test(path5) || path5 === "" || path5.endsWith("/");
    return path5 === file.path || index || taken.has(path5) || keptForReleases(path5) ? [] : [{ ...file, path: path5 }];
  });
  return [...files, ...pages].sort((a, b) => a.path < b.path ? -1 : 1);
}
var init_clean_urls = __esm({
  "actions/publish-frontend/site/clean-urls.ts"() {
    "use strict";
    init_fetch_classes();
    init_scan_folder();
  }
});

// actions/publish-frontend/site/digest.ts
function md5OfFile(file, inspect2) {
  const descriptor = (0, import_node_fs8.openSync)(file, "r");
  try {
    const first = fill(descriptor);
    if (first < PIECE) {
      const content = buffer.subarray(0, first);
      inspect2?.(content);
      return (0, import_node_crypto5.hash)("md5", content, "base64");
    }
    const digest = (0, import_node_crypto5.createHash)("md5");
    let end = Buffer.alloc(0);
    for (let read5 = first; read5 > 0; read5 = fill(descriptor)) {
      const piece = buffer.subarray(0, read5);
      digest.update(piece);
      if (!inspect2) continue;
      inspect2(Buffer.concat([end, piece]));
      end = Buffer.from(piece.subarray(-OVERLAP));
    }
    return digest.digest("base64");
  } finally {
    (0, import_node_fs8.closeSync)(descriptor);
  }
}
function crc32cOfFile(file) {
  const descriptor = (0, import_node_fs8.openSync)(file, "r");
  try {
    let crc = ~0;
    for (let read5 = fill(descriptor); read5 > 0; read5 = fill(descriptor)) crc = update(crc, buffer.subarray(0, read5));
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(~crc >>> 0);
    return bytes.toString("base64");
  } finally {
    (0, import_node_fs8.closeSync)(descriptor);
  }
}
function fill(descriptor) {
  let length = 0;
  while (length < PIECE) {
    const read5 = (0, import_node_fs8.readSync)(descriptor, buffer, length, PIECE - length, null);
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
var import_node_crypto5, import_node_fs8, PIECE, OVERLAP, buffer, TABLE;
var init_digest = __esm({
  "actions/publish-frontend/site/digest.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto5 = require("node:crypto");
    import_node_fs8 = require("node:fs");
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
async function digestEncoded(file, encoding, inspect2) {
  const stored = (0, import_node_crypto6.createHash)("md5");
  const content = (0, import_node_crypto6.createHash)("md5");
  let waiting = [];
  let size = 0;
  const look = () => {
    const piece = Buffer.concat(waiting);
    inspect2(piece);
    waiting = [Buffer.from(piece.subarray(-OVERLAP2))];
    size = 0;
  };
  try {
    await (0, import_promises5.pipeline)(
      (0, import_node_fs9.createReadStream)(file),
      async function* (bytes) {
        for await (const chunk of bytes) {
          stored.update(chunk);
          yield chunk;
        }
      },
      DECODERS[encoding].stream(),
      async (decoded2) => {
        for await (const chunk of decoded2) {
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
  const bytes = await (0, import_promises4.readFile)(file);
  if (encoding === void 0) return bytes.toString();
  return DECODERS[encoding].whole(bytes).toString();
}
var import_node_crypto6, import_node_fs9, import_promises4, import_promises5, import_node_zlib, EXTENSIONS, ZSTD, DECODERS, PIECE2, OVERLAP2;
var init_encoded_content = __esm({
  "actions/publish-frontend/site/encoded-content.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto6 = require("node:crypto");
    import_node_fs9 = require("node:fs");
    import_promises4 = require("node:fs/promises");
    import_promises5 = require("node:stream/promises");
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
function credentialIn(path5, content) {
  const found = CREDENTIALS.find(
    ({ mark, pattern }) => content.includes(mark) && pattern.test(content.toString("latin1"))
  );
  if (found) return found.what;
  const small = content.length < 65536 && KEY_FILE.test(path5) && content.includes("PRIVATE KEY");
  return small && /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(content.toString("latin1")) ? "a private key" : void 0;
}
var LINE_END, FIELD, USER, REFRESH, SERVICE_ROLE, CREDENTIALS, NOT_SEARCHED, KEY_FILE, maySearch;
var init_credentials = __esm({
  "actions/publish-frontend/site/forbidden/credentials.ts"() {
    "use strict";
    init_fetch_classes();
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
        what: "a private key"
      },
      {
        mark: "authorized_user",
        pattern: new RegExp(`${USER}[\\s\\S]{0,2000}${REFRESH}|${REFRESH}[\\s\\S]{0,2000}${USER}`),
        what: "Application Default Credentials of a user"
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
        what: "a service_role key of Supabase, which passes all rules"
      })),
      {
        mark: "_authToken",
        pattern: /^\s{0,8}\/\/[\w.:/-]{1,200}:_authToken\s{0,4}=\s{0,4}["']?[\w-]{20}/m,
        what: "a token of a package registry"
      }
    ];
    NOT_SEARCHED = /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|heic|mp[34]|m4[av]|mov|webm|ogg|wav|flac|woff2?|ttf|otf|eot|wasm|zip|gz|br|zst|bz2|xz|7z|pdf|html?|xhtml|mdx?|rst)$/i;
    KEY_FILE = /\.(?:json|pem|key)$/i;
    maySearch = (path5) => !NOT_SEARCHED.test(path5);
  }
});

// actions/publish-frontend/site/hashed-names.ts
function hasContentHash(path5) {
  if (/\.html?$/i.test(path5)) return false;
  if (HASHED_FOLDERS.test(path5)) return true;
  const name = path5.slice(path5.lastIndexOf("/") + 1);
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
function isWord(text3) {
  if (/^(?:\d*|v\d+|[A-Z]+s?)$/.test(text3)) return true;
  return /^[A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d?$/.test(text3) && /[a-z]{3}|^[A-Z]?[a-z]+\d?$/.test(text3);
}
function isPage(path5, contentType2 = "") {
  return /\.html?$/i.test(path5) || /^text\/html\b/i.test(contentType2);
}
var HASHED_FOLDERS, LAST_PART;
var init_hashed_names = __esm({
  "actions/publish-frontend/site/hashed-names.ts"() {
    "use strict";
    init_fetch_classes();
    HASHED_FOLDERS = /(^|\/)(_next\/static|_nuxt|_astro|_app\/immutable)\//;
    LAST_PART = /[-._]([A-Za-z0-9_-]+?)((?:\.(?:chunk|module|min|esm|bundle|p))?\.[A-Za-z0-9]+(?:\.map)?)$/;
  }
});

// actions/publish-frontend/site/source-files.ts
function sourceFiles(files, rules) {
  const sizes = new Map(files.map(({ path: path5, size }) => [path5, size]));
  const ruled = (path5) => headerOf(rules.contentEncoding, path5);
  const isCopy = (path5) => COMPRESSED.test(path5) && sizes.has(path5) && sizes.has(path5.replace(COMPRESSED, "")) && ruled(path5) === void 0;
  const published = [];
  const downloads = [];
  let leftOut = 0;
  for (const { path: path5, size } of files) {
    const copy = isCopy(path5);
    if (copy && rules.precompressed !== "off") {
      leftOut++;
      continue;
    }
    const rule = ruled(path5);
    const of = path5.replace(COMPRESSED, "");
    if (rule === void 0 && of !== path5 && (copy || LOADED.test(of))) downloads.push({ path: path5, of, beside: copy });
    if (rule !== void 0) {
      const encoded = rule === "none" ? {} : { contentEncoding: rule };
      published.push({ path: path5, size, source: path5, ...encoded });
      continue;
    }
    const encoding = PREFERRED[rules.precompressed].find((one) => isCopy(path5 + EXTENSIONS[one]));
    if (encoding === void 0) published.push({ path: path5, size, source: path5 });
    else {
      const source = path5 + EXTENSIONS[encoding];
      published.push({ path: path5, size: sizes.get(source) ?? 0, source, contentEncoding: encoding, original: path5 });
    }
  }
  return { files: published, leftOut, downloads };
}
function contentPath({ path: path5, contentEncoding }) {
  return contentEncoding === void 0 ? path5 : path5.replace(COMPRESSED, "");
}
var LOADED, COMPRESSED, PREFERRED;
var init_source_files = __esm({
  "actions/publish-frontend/site/source-files.ts"() {
    "use strict";
    init_fetch_classes();
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
  return mutable.map((text3) => {
    const hashed = text3.startsWith("!");
    const glob = hashed ? text3.slice(1) : text3;
    return { glob, hashed, matches: matcher(glob) };
  });
}
function hashedBy(mutable) {
  const rules = mutableRules(mutable);
  return (path5) => !isPage(path5) && (rules.findLast((rule) => rule.matches(path5))?.hashed ?? hasContentHash(path5));
}
function unmatchedGlobs(files, { mutable, cacheControl, contentType: contentType2, contentEncoding }) {
  const inputs = {
    mutable: mutableRules(mutable),
    "cache-control": cacheControl,
    "content-type": contentType2,
    "content-encoding": contentEncoding
  };
  return Object.entries(inputs).flatMap(
    ([input, rules]) => rules.filter(({ matches: matches2 }) => !files.some(({ path: path5 }) => matches2(path5))).map(({ glob }) => ({ input, glob }))
  );
}
function maybePage(path5, html, rules) {
  return html === true && rules.barePages === void 0 && hasNoType(path5) && headerOf(rules.contentType, path5) === void 0;
}
function describeFile(file, { html, ...digests }, hashed, rules) {
  const { path: path5, size, contentEncoding } = file;
  const type = headerOf(rules.contentType, path5) ?? (html && rules.barePages && hasNoType(path5) ? HTML : contentType(contentPath(file)));
  const page = isPage(path5, type);
  const once = !page && hashed(path5);
  return {
    ...file,
    ...digests,
    contentType: type,
    cacheControl: headerOf(rules.cacheControl, path5) ?? (once ? FOREVER : REVALIDATE),
    hashed: once,
    page,
    gzip: rules.gzip && contentEncoding === void 0 && mayCompress(type, size)
  };
}
var init_site_files = __esm({
  "actions/publish-frontend/site/site-files.ts"() {
    "use strict";
    init_fetch_classes();
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
  const inspect2 = (content) => {
    if (sniffed) html ??= looksLikeHtml(content.subarray(0, 4096));
    if (examined) credential ??= credentialIn(name, content);
  };
  const plain3 = contentEncoding === void 0 || original !== void 0 ? md5OfFile(`${root}/${original ?? source}`, examined || sniffed ? inspect2 : void 0) : void 0;
  const digests = contentEncoding && await digestEncoded(`${root}/${source}`, contentEncoding, plain3 === void 0 ? inspect2 : () => {
  });
  const found = (content) => ({
    content: { ...content, ...html && { html } },
    problem: credential && `${file.path} contains ${credential} and must not be published. Remove it from the folder. If it is an example for readers, name the file in example-credentials.`
  });
  if (contentEncoding === void 0) return found({ md5: plain3 ?? "" });
  if (digests === void 0)
    return {
      content: void 0,
      problem: `${source} cannot be decoded as ${contentEncoding}. Build the site again, or fix content-encoding.`
    };
  if (plain3 !== void 0 && plain3 !== digests.content)
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
    const { path: path5 } = args[1];
    const problem = `${path5} cannot be read (${code2}). Fix its permissions, or build the site again.`;
    throw new InputError([{ subject: "Input path", message: problem }]);
  }
}
async function readSite(root, files, rules, signal, onMaybePage = () => {
}) {
  const hashed = hashedBy(rules.mutable);
  const exampleGlobs = rules.exampleCredentials.map(matcher);
  const examples = (path5) => exampleGlobs.some((matches2) => matches2(path5));
  const problems = [];
  const site = [];
  let sinceBreath = 0;
  for (const file of files) {
    const { content, problem } = await readOrExplain(root, file, examples);
    if (problem !== void 0) problems.push({ subject: "Input path", message: problem });
    if (content) site.push(describeFile(file, content, hashed, rules));
    if (maybePage(file.path, content?.html, rules)) onMaybePage(file.path);
    sinceBreath += file.size + 4096;
    if (sinceBreath > 256 * 1024) {
      sinceBreath = 0;
      await (0, import_promises6.setImmediate)();
      signal.throwIfAborted();
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return rules.cleanUrls ? withCleanUrls(site) : site;
}
var import_promises6;
var init_read_site = __esm({
  "actions/publish-frontend/site/read-site.ts"() {
    "use strict";
    init_fetch_classes();
    import_promises6 = require("node:timers/promises");
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

// actions/publish-frontend/store/site-state.ts
function describeHold({ release, at, by, run: run2, reason }) {
  return `${release} since ${at}, by ${by} (${run2})${reason === "" ? "" : `. Reason: ${reason}`}`;
}
function endOfHold(hold, reason) {
  return `${describeHold(hold)}${reason === "" ? "" : `. Released: ${reason}`}`;
}
function parseState(text3) {
  const { format, ...state } = JSON.parse(text3);
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
  const { unfinished, ...rest } = state;
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
function withHold(state, hold) {
  return { ...state, hold };
}
function withoutHold({ hold: _, ...state }) {
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
    init_fetch_classes();
    EMPTY = { published: [] };
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
    init_fetch_classes();
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
  for (const [path5, { md5, size, hashed, contentType: contentType2, cacheControl, contentEncoding, kept }] of manifest.files) {
    const key = JSON.stringify({ contentType: contentType2, cacheControl });
    const index = headers.get(key) ?? headers.size;
    headers.set(key, index);
    const file = { md5, size, headers: index, contentEncoding, hashed: hashed || void 0, kept };
    block += `${block === "" && blocks.length === 0 ? "" : ",\n"}${JSON.stringify(path5)}:${JSON.stringify(file)}`;
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
function parseReleaseManifest(text3) {
  const json = JSON.parse(text3);
  if (json.format !== 1)
    throw new Error(`its format is ${json.format}, and this version of publish-frontend reads format 1`);
  const files = /* @__PURE__ */ new Map();
  for (const [path5, { headers, ...file }] of Object.entries(json.files))
    files.set(path5, { ...file, hashed: file.hashed === true, ...json.headers[headers] });
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
  for (const [path5, file] of a.files) {
    const other = b.files.get(path5);
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
    init_fetch_classes();
    init_stored_object();
    BLOCK = 64 * 1024;
  }
});

// actions/publish-frontend/store/read-manifests.ts
async function readReleaseManifest(store, layout, release) {
  return read2(store, manifestName(layout, release));
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
  const manifests = await Promise.all(names.map((name) => read2(store, name)));
  return manifests.filter((manifest) => manifest !== void 0);
}
async function read2(store, name) {
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
    init_fetch_classes();
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
    init_fetch_classes();
    init_freshness();
    init_read_manifests();
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
async function read3(http2, endpoint, name) {
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
    readNamedServices = (http2, endpoint, names) => Promise.all(names.map(async (name) => ({ name, resource: await read3(http2, endpoint, name) })));
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
function parse2(text3) {
  const [, day = "", hour = 0, minutes = 0] = /^(\S+) (\d\d):(\d\d)$/.exec(text3) ?? [];
  return Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minutes)) * MINUTE;
}
var MINUTE, DAY, WEEK2, MOST_IN_A_ROW, minutesUntil, later;
var init_next_freeze = __esm({
  "src/freeze/next-freeze.ts"() {
    "use strict";
    init_fetch_classes();
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

// actions/publish-frontend/preflight/holds.ts
function noteSiteHold({ layout }, { context }, { hold }) {
  const standing = {
    place: `site gs://${layout.bucket}/${layout.prefix}`,
    hold: hold && `It stays at release ${describeHold(hold).replace(/\.?$/, ".")}`
  };
  noteStanding(context.summary, standing, context.clock.now());
}
function checkSiteHold(inputs, { hold }) {
  if (!hold || inputs.releaseHold) return;
  throw new OutcomeError(
    `This site is on hold at release ${describeHold(hold)}. Nothing was published. To release the hold, run this action once with release-hold: true.`
  );
}
async function checkServiceHolds(inputs, { http: http2, context }) {
  await checkHolds({
    http: http2,
    endpoint: context.endpoints.run,
    names: inputs.services,
    freeze: inputs.freeze,
    now: context.clock.now(),
    force: inputs.force,
    consequence: "Nothing was published.",
    log: context.log,
    onRead: noteServices(context, inputs.freeze)
  });
}
var init_holds2 = __esm({
  "actions/publish-frontend/preflight/holds.ts"() {
    "use strict";
    init_fetch_classes();
    init_standing();
    init_holds();
    init_errors();
    init_site_state();
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
  const sources = sourceFiles(scan.files, rules);
  tellOfCompressed(sources, context.log);
  const files = timings.time("Read", async () => {
    const maybePages = [];
    const site = await readSite(scan.root, sources.files, rules, context.signal, (file) => maybePages.push(file));
    warnOfPages(maybePages, context.log);
    return site;
  });
  files.catch(() => {
  });
  return { root: scan.root, files };
}
function warnOfPages(files, log) {
  const [first, ...others] = files;
  if (first === void 0) return;
  const what = others.length === 0 ? `${first} begins like a page, but has no extension. It is served as` : `${files.length} files, such as ${first}, begin like pages, but have no extension. They are served as`;
  log.warning(
    `${what} application/octet-stream, which browsers download. Set pages-without-extension: true to serve ${others.length === 0 ? "it" : "them"} as text/html, or false to keep this without a warning. In version 2, true will be the default.`
  );
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
    init_fetch_classes();
    init_build_command();
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
    const names = [...manifest.files.keys()].map((path5) => root + path5);
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
    init_fetch_classes();
    init_errors();
    init_object_names();
  }
});

// actions/publish-frontend/run/each-site.ts
async function onEverySite(sites, work) {
  const ends = await Promise.allSettled(sites.map(work));
  const problems = [];
  const done = [];
  for (const [i2, end] of ends.entries()) {
    if (end.status === "fulfilled") done.push(end.value);
    else if (sites.length === 1) throw end.reason;
    else problems.push(...problemsOf(end.reason, sites[i2]?.inputs.name ?? ""));
  }
  if (problems.length > 0) throw new InputError(problems);
  return done;
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
  const named3 = (status2) => results.filter((result) => result.status === status2).map(({ inputs }) => inputs.name);
  const [live, waiting] = [named3("live"), named3("not-started")];
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
    init_fetch_classes();
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
      const path5 = publicPath(route, object);
      if (path5 !== void 0) for (const pattern of patternsOf(path5)) paths.add(pattern);
    }
  }
  return paths;
}
function siteLink(cdn, { bucket, prefix }, { files }) {
  const entry = files.has("index.html") ? "index.html" : [...files].find(([path5, { contentType: contentType2 }]) => isPage(path5, contentType2))?.[0] ?? "";
  const route = cdn?.routes[0];
  if (!cdn?.host || !route) return `https://storage.googleapis.com/${bucket}/${prefix}${entry}`;
  return `https://${cdn.host}${publicPath(route, prefix + entry) ?? route.at + entry}`;
}
var init_changed_paths = __esm({
  "actions/publish-frontend/cdn/changed-paths.ts"() {
    "use strict";
    init_fetch_classes();
    init_hashed_names();
    init_path_patterns();
    init_url_map();
  }
});

// actions/publish-frontend/store/parallel-transfers.ts
function concurrencyFor(count, concurrency) {
  return Math.min(concurrency, count, Math.ceil(10 * Math.sqrt(count)));
}
async function transferAll(items2, { concurrency, memory = () => 0 }, work) {
  let next = 0;
  let used = 0;
  let failure;
  const waiting = [];
  const wake = () => {
    for (const resolve4 of waiting.splice(0)) resolve4();
  };
  const worker = async () => {
    while (next < items2.length && !failure) {
      const item = items2[next++];
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
  const width = concurrencyFor(items2.length, concurrency);
  while (workers.length < width && next < items2.length && !failure) {
    workers.push(worker());
  }
  await Promise.all(workers);
  if (failure) throw failure.reason;
}
var MEMORY;
var init_parallel_transfers = __esm({
  "actions/publish-frontend/store/parallel-transfers.ts"() {
    "use strict";
    init_fetch_classes();
    MEMORY = 64 * 1024 * 1024;
  }
});

// actions/publish-frontend/cdn/invalidate.ts
async function invalidate(cdn, paths, wait) {
  const done = /* @__PURE__ */ new Set();
  const refused = [];
  let failure;
  try {
    await transferAll(paths, { concurrency: 8 }, async (path5) => {
      try {
        await invalidateOne(cdn, path5, wait);
        done.add(path5);
      } catch (error) {
        if (!(error instanceof CloudError) || error.status !== 400) throw error;
        refused.push({ path: path5, error });
      }
    });
  } catch (error) {
    failure = error;
  }
  const invalidated = paths.filter((path5) => done.has(path5));
  const [first] = refused;
  if (failure !== void 0 || !first) return { invalidated, failure };
  if (refused.length === 1) return { invalidated, failure: first.error };
  const list4 = refused.map(({ path: path5, error }) => `${path5} (${error.message})`).join(", ");
  const message = `URL map ${cdn.urlMap} refused to invalidate ${refused.length} of ${paths.length} paths: ${list4}.`;
  return { invalidated, failure: new OutcomeError(message, { cause: first.error }) };
}
async function invalidateOne(cdn, path5, wait) {
  const { http: http2, host, random } = cdn;
  const operation = await http2.json({
    method: "POST",
    // The id makes a repetition after a lost answer harmless.
    url: `${mapUrl(cdn)}/invalidateCache?requestId=${random.uuid()}`,
    json: { path: path5, ...host !== void 0 && { host } },
    idempotent: true,
    resource: `invalidation of ${path5} in URL map ${cdn.urlMap}`,
    permission: "compute.urlMaps.invalidateCache",
    role: LOAD_BALANCER_ROLE
  });
  if (wait) await waitForOperation(cdn, operation, `invalidation of ${path5}`);
  else throwFailure(operation, `invalidation of ${path5}`);
}
var init_invalidate = __esm({
  "actions/publish-frontend/cdn/invalidate.ts"() {
    "use strict";
    init_fetch_classes();
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
    // The fingerprint in the map makes a repetition of what was done a 412.
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
    init_fetch_classes();
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
    changed.map((path5) => plan.root + path5)
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
    changed.map((path5) => root + path5)
  );
}
async function switchObjects({ concurrency }, { store, context, timings }, plan) {
  for (const path5 of plan.foreign)
    context.log.warning(
      `${path5} is no longer part of the site, but belongs to another site or was changed by another user. It is kept.`
    );
  const objects = /* @__PURE__ */ new Map();
  const progress = timings.progress("Switched", plan.loaded.length + plan.pages.length);
  let done = 0;
  const apply = async (step) => {
    const object = step.kind === "copy" ? await store.copy(step.from, step.to, step.headers, step.replaces) : await store.patch(step.object, step.headers);
    objects.set(object.name, object);
    progress(++done);
  };
  const isEntry = ({ path: path5 }) => path5 === "index.html";
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
    init_fetch_classes();
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
      for (const site of sites) note(site, "planned", outcomeOf(site));
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
    init_fetch_classes();
    init_each_site();
    init_switch_site();
  }
});

// actions/publish-frontend/plan/neighbouring-sites.ts
function belongsToOther(name, { below: below2, live }) {
  return live.has(name) || below2.some((prefix) => name.startsWith(prefix));
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
    init_fetch_classes();
    ALONE = { below: [], live: /* @__PURE__ */ new Map() };
  }
});

// actions/publish-frontend/plan/switch.ts
function planSwitch(layout, manifest, before, listing, stopped = [], neighbours = ALONE) {
  const loaded2 = [];
  const pages = [];
  let unchanged = 0;
  for (const [path5, file] of manifest.files) {
    const contested = stopped.some((run2) => isContested(run2, path5, file));
    if (file.kept === void 0) {
      const live = listing.get(layout.prefix + path5);
      if (contested && live) loaded2.push(renewalOf(path5, file, live));
      continue;
    }
    const step = stepFor(layout, path5, file, file.kept, listing, contested);
    if (!step) unchanged++;
    else (isPage(path5, file.contentType) ? pages : loaded2).push(step);
  }
  return { loaded: loaded2, pages, unchanged, ...removedPages(layout, manifest, before, listing, neighbours) };
}
function removedPages(layout, manifest, before, listing, neighbours = ALONE) {
  const remove = /* @__PURE__ */ new Map();
  const foreign = /* @__PURE__ */ new Set();
  for (const old of before) {
    for (const [path5, file] of old.files) {
      const object = listing.get(layout.prefix + path5);
      if (manifest.files.has(path5) || !isPage(path5, file.contentType) || !object) continue;
      if (contentMd5(object) === file.md5 && !belongsToOther(object.name, neighbours))
        remove.set(path5, { path: path5, object });
      else foreign.add(path5);
    }
  }
  return { remove: [...remove.values()], foreign: [...foreign].filter((path5) => !remove.has(path5)) };
}
function isContested({ manifest, work }, path5, file) {
  const theirs = manifest.files.get(path5);
  if (!theirs && work !== "switch") return true;
  if (work === "prune" || file.kept === void 0) return false;
  return !(theirs && sameFile(theirs, file));
}
function renewalOf(path5, headers, live) {
  return { kind: "copy", path: path5, from: live, to: live.name, headers, replaces: live.generation };
}
function stepFor(layout, path5, file, kept, listing, contested) {
  const from = listing.get(keptName(layout, kept));
  if (!from) throw new Error(`${kept} is not in the listing`);
  const to = layout.prefix + path5;
  const live = listing.get(to);
  const headers = { contentType: file.contentType, cacheControl: file.cacheControl };
  if (!live || contested || !sameBytes(live, from))
    return { kind: "copy", path: path5, from, to, headers, replaces: live?.generation ?? ABSENT };
  return sameHeaders(live, headers) ? void 0 : { kind: "patch", path: path5, object: live, headers };
}
function differingPaths(before, manifest) {
  const paths = /* @__PURE__ */ new Set();
  for (const old of before) {
    for (const path5 of [...old.files.keys(), ...manifest.files.keys()]) {
      const [a, b] = [old.files.get(path5), manifest.files.get(path5)];
      const mutable = [a, b].some((file) => file?.hashed === false);
      if (mutable && !(a && b && sameFile(a, b))) paths.add(path5);
    }
  }
  return [...paths];
}
function changedPaths(before, manifest) {
  if (before.length > 0) return differingPaths(before, manifest);
  return [...manifest.files].filter(([, { hashed }]) => !hashed).map(([path5]) => path5);
}
var init_switch = __esm({
  "actions/publish-frontend/plan/switch.ts"() {
    "use strict";
    init_fetch_classes();
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
  const pathsOf = (kind) => steps.filter((step) => step.kind === kind).map(({ path: path5 }) => path5);
  return {
    root: siteRoot(layout, manifest.release, manifest.atomic),
    objects,
    route,
    replaced: manifest.atomic ? changedPaths(before, manifest) : pathsOf("copy"),
    patched: pathsOf("patch"),
    removed: objects.remove.map(({ path: path5 }) => path5),
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
    init_fetch_classes();
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
function planPrune(layout, pruned, named3, listing, maxDelete, neighbours = ALONE) {
  const remove = [];
  const seen = /* @__PURE__ */ new Set();
  const foreign = /* @__PURE__ */ new Set();
  const done = [];
  let postponed = 0;
  for (const manifest of pruned) {
    let complete = true;
    const own = [replacedName, manifestName].map((nameOf2) => ({
      name: nameOf2(layout, manifest.release),
      md5: void 0
    }));
    for (const { name, md5 } of [...objectsOf(layout, manifest), ...own]) {
      const object = listing.get(name);
      if (!object || named3.has(name) || seen.has(name)) continue;
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
  for (const [path5, { md5, kept }] of manifest.files) {
    yield { name: root + path5, md5 };
    if (kept !== void 0) yield { name: keptName(layout, kept) };
  }
  for (const path5 of manifest.carried) yield { name: root + path5 };
}
var DAY2;
var init_prune = __esm({
  "actions/publish-frontend/plan/prune.ts"() {
    "use strict";
    init_fetch_classes();
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
    const { path: path5, md5, contentType: contentType2, cacheControl } = file;
    const headers = { contentType: contentType2, cacheControl };
    files.set(path5, file);
    const to = root + path5;
    const there = listing.get(to);
    const same = there && holds(there, file, facts.crc32c.get(path5));
    if (there && same && isSafe(to)) {
      if (!sameHeaders(there, headers)) patches.push({ object: there, headers });
      continue;
    }
    if (there && !same) overwritten.push(path5);
    const replaces = there?.generation ?? ABSENT;
    const from = elsewhere.get(md5)?.find((object) => holds(object, file) && isSafe(object.name));
    if (from) copies.push({ from, to, headers, replaces });
    else uploads.push({ name: to, file, headers: file, replaces });
  }
  const carried = planCarried(layout, files, earlier, listing);
  for (const [path5, from] of carried) {
    const there = listing.get(root + path5);
    if (there && isSafe(root + path5)) continue;
    copies.push({ from, to: root + path5, headers: from, replaces: there?.generation ?? ABSENT });
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
    for (const [path5, { hashed }] of manifest.files) {
      const object = listing.get(root + path5);
      if (hashed && object && !files.has(path5)) carried.set(path5, object);
    }
  }
  return carried;
}
var init_atomic = __esm({
  "actions/publish-frontend/plan/atomic.ts"() {
    "use strict";
    init_fetch_classes();
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
    const { path: path5, md5, size, contentType: contentType2, cacheControl } = file;
    const live = listing.get(layout.prefix + path5);
    if (file.hashed) {
      files.set(path5, file);
      if (live && differs(live, file, facts.crc32c.get(path5))) clashes.push(path5);
      else if (!live || !holds(live, file, facts.crc32c.get(path5)))
        assets.push({ name: layout.prefix + path5, file, headers: file, replaces: live?.generation ?? ABSENT });
      else if (!sameHeaders(live, file)) patches.push({ object: live, headers: { contentType: contentType2, cacheControl } });
      continue;
    }
    if (!live) added.push(path5);
    else if (!holds(live, file, facts.crc32c.get(path5))) changing.push(path5);
    else if (!sameHeaders(live, file)) headersChanged.push(path5);
    const content = contentKey(file);
    let key = kept.get(content);
    if (key === void 0) {
      key = `${release}/files/${content}`;
      kept.set(content, key);
      keeps.push({
        name: keptName(layout, key),
        file,
        headers: { contentType: contentType2, cacheControl: "no-store" },
        // Written anew, the object is another one than the one that may still be deleted.
        replaces: listing.get(keptName(layout, key))?.generation ?? ABSENT
      });
    }
    const encoded = file.contentEncoding && { contentEncoding: file.contentEncoding };
    files.set(path5, { md5, size, hashed: false, contentType: contentType2, cacheControl, ...encoded, kept: key });
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
    init_fetch_classes();
    init_object_names();
    init_stored_object();
  }
});

// actions/publish-frontend/plan/publish.ts
function planPublishInPlace(input, before, neighbours) {
  const plan = planInPlace(input);
  const { layout, listing, root } = input;
  const removed = removedPages(layout, plan.manifest, before, listing, neighbours).remove.map(({ path: path5 }) => path5);
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
            ([path5, { contentType: contentType2 }]) => isPage(path5, contentType2) && !manifest.files.has(path5) ? [path5] : []
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
    init_fetch_classes();
    init_hashed_names();
    init_object_names();
    init_stored_object();
    init_atomic();
    init_in_place();
    init_switch();
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
var import_node_crypto7, BOUNDARY, TAIL, CONTENT_TYPE;
var init_multipart_body = __esm({
  "actions/publish-frontend/store/upload/multipart-body.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto7 = require("node:crypto");
    BOUNDARY = (0, import_node_crypto7.randomUUID)();
    TAIL = `\r
--${BOUNDARY}--\r
`;
    CONTENT_TYPE = `multipart/related; boundary=${BOUNDARY}`;
  }
});

// actions/publish-frontend/store/upload/resumable-upload.ts
async function sendInPieces(store, path5, item, stored) {
  const call = {
    resource: `object gs://${store.bucket}/${item.name}`,
    permission: item.replaces === ABSENT ? "storage.objects.create" : "storage.objects.delete",
    role: STORAGE_ROLE
  };
  const file = await (0, import_promises7.open)(path5);
  try {
    for (let sessions = 0; ; sessions++) {
      const session = await begin(store, item, stored, call);
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
async function begin(store, item, stored, call) {
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
    // Never blindly again: after a fault the server knows how far it got.
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
var import_promises7, PIECE3, MAX_FAILURES;
var init_resumable_upload = __esm({
  "actions/publish-frontend/store/upload/resumable-upload.ts"() {
    "use strict";
    init_fetch_classes();
    import_promises7 = require("node:fs/promises");
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
      return await send2(store, root, item);
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
async function send2(store, root, item) {
  const { source, size, md5, storedMd5 = md5, contentEncoding, gzip: compress } = item.file;
  const file = `${root}/${source}`;
  const compressed = compress || contentEncoding !== void 0;
  const plain3 = { size, md5: storedMd5, contentEncoding, sourceMd5: compressed ? md5 : void 0 };
  if (!compress && size > PIECE3) return sendInPieces(store, file, item, plain3);
  const packed = compress ? await (0, import_node_util.promisify)(import_node_zlib2.gzip)(await (0, import_promises8.readFile)(file), { level: 9 }) : void 0;
  if (packed === void 0 || packed.length >= 0.9 * size)
    return sendWhole(store, item, plain3, (room) => read4(file, room));
  const stored = { ...plain3, size: packed.length, md5: (0, import_node_crypto8.hash)("md5", packed, "base64"), contentEncoding: "gzip" };
  return sendWhole(store, item, stored, (room) => packed.copy(room));
}
function read4(file, room) {
  const descriptor = (0, import_node_fs10.openSync)(file, "r");
  try {
    for (let at = 0, got = 1; at < room.length && got > 0; at += got)
      got = (0, import_node_fs10.readSync)(descriptor, room, at, room.length - at, null);
  } finally {
    (0, import_node_fs10.closeSync)(descriptor);
  }
}
async function uploadJson(store, name, blocks, replaces) {
  const digest = (0, import_node_crypto8.createHash)("md5");
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
var import_node_crypto8, import_node_fs10, import_promises8, import_node_util, import_node_zlib2, JSON_HEADERS;
var init_upload = __esm({
  "actions/publish-frontend/store/upload/upload.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto8 = require("node:crypto");
    import_node_fs10 = require("node:fs");
    import_promises8 = require("node:fs/promises");
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
  const ours = newClaim(options, "upload");
  let seen = { generation: "", since: 0 };
  let holder = "";
  const look = async () => {
    const stored = await readState(store, layout);
    const { claim } = stored.state;
    if (!claim || isOurEarlierAttempt(claim, ours) || mayTake(claim)) return stored;
    if (seen.generation !== stored.generation) {
      if (seen.generation === "") log.info(`Waiting for another run on this site: ${claim.run} (${claim.work}).`);
      seen = { generation: stored.generation, since: clock.now() };
    }
    if (clock.now() - seen.since > DEAD_AFTER) {
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
async function takeClaim(options, from, work, change = (state) => state) {
  const { store, layout, clock } = options;
  let { generation } = from;
  const claim = newClaim(options, work);
  let state = withClaim(change(from.state), claim);
  let renewed = clock.now();
  let lost;
  let released = false;
  const write2 = async (next) => {
    const before = clock.now();
    ({ generation } = await uploadJson(store, stateName(layout), [Buffer.from(serializeState(next))], generation));
    state = next;
    renewed = before;
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
var RENEW_EVERY, TRUST_FOR, DEAD_AFTER, LOOK_EVERY, DOUBT_EVERY, WAIT_FOR2;
var init_claim = __esm({
  "actions/publish-frontend/store/claim.ts"() {
    "use strict";
    init_fetch_classes();
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
  const [below2] = await Promise.all([
    listing.then(async (objects) => {
      const prefixes = nestedPrefixes(layout, objects.keys());
      await Promise.all(prefixes.map(add));
      return prefixes;
    }),
    ...prefixesAbove(layout).map(add)
  ]);
  return { below: below2, live };
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
    (_, i2) => parts.slice(0, i2).map((part) => `${part}/`).join("")
  );
}
async function namesOf(store, layout, read5) {
  try {
    const { state } = await readState(store, layout);
    const manifests = await read5(state);
    return manifests.flatMap(
      ({ release, atomic, files, carried }) => [...files.keys(), ...carried].map((path5) => siteRoot(layout, release, atomic) + path5)
    );
  } catch (error) {
    if (error instanceof OutcomeError || error instanceof CloudError && error.status === 403) return [];
    throw error;
  }
}
var init_neighbouring_sites2 = __esm({
  "actions/publish-frontend/store/neighbouring-sites.ts"() {
    "use strict";
    init_fetch_classes();
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
  for (const { name, attributes, text: text3 } of tags(html)) {
    if (name === "base") base = URL.parse(attributes.get("href") ?? "", base)?.href ?? base;
    for (const target2 of loaded(name, attributes, text3)) addPaths(paths, target2, base, prefix);
  }
  return paths;
}
function importsOf(code2, path5, prefix) {
  const paths = /* @__PURE__ */ new Set();
  for (const target2 of /\.css$/i.test(path5) ? cssImports(code2) : scriptImports(code2))
    addPaths(paths, target2, addressOf(path5), prefix);
  return paths;
}
function loaded(name, attributes, text3) {
  const given = (attribute) => [attributes.get(attribute)].filter((value) => value !== void 0);
  if (name === "style") return cssImports(text3);
  if (name === "script") {
    if (attributes.has("src")) return given("src");
    return attributes.get("type")?.toLowerCase() === "importmap" ? mapped(text3) : scriptImports(text3);
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
  return [...found].map(([, , target2 = ""]) => target2).filter((target2) => /^(\.{0,2}\/|https?:)/.test(target2));
}
function cssImports(code2) {
  const found = code2.matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/gi);
  return [...found].map(([, target2 = ""]) => target2);
}
function mapped(json) {
  return [...json.matchAll(/:\s*"([^"]+)"/g)].map(([, target2 = ""]) => target2);
}
function addressOf(path5) {
  return `${ORIGIN}/${encodeURI(path5)}`;
}
function addPaths(paths, target2, base, prefix) {
  const url = URL.parse(target2, base);
  if (url?.origin !== ORIGIN) return;
  let path5;
  try {
    path5 = decodeURIComponent(url.pathname.slice(1));
  } catch {
    return;
  }
  paths.add(path5);
  if (prefix !== "" && path5.startsWith(prefix)) paths.add(path5.slice(prefix.length));
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
    init_fetch_classes();
    ORIGIN = "https://site.invalid";
    TAG = /<!--[\s\S]*?(?:-->|$)|<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/;
    ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  }
});

// actions/publish-frontend/site/dependencies/unhashed-dependencies.ts
async function unhashedDependencies(root, files, changing, prefix) {
  const suspects = new Set(changing.filter((path5) => CODE.test(path5)));
  if (suspects.size === 0) return [];
  const code2 = new Map(files.filter(({ path: path5 }) => CODE.test(path5)).map((file) => [file.path, file]));
  const imports = /* @__PURE__ */ new Map();
  const read5 = ({ source, contentEncoding }) => readDecoded(`${root}/${source}`, contentEncoding);
  const found = [];
  for (const file of files) {
    const { page, path: path5 } = file;
    if (!page) continue;
    const seen = /* @__PURE__ */ new Set();
    const open3 = [...pageReferences(await read5(file), path5, prefix)];
    for (let next = open3.pop(); next !== void 0; next = open3.pop()) {
      const script = code2.get(next);
      if (seen.has(next) || !script) continue;
      seen.add(next);
      if (suspects.has(next)) found.push({ page: path5, on: next });
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
    init_fetch_classes();
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
    init_fetch_classes();
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
    clashes.map((path5) => ({
      subject: "Input mutable",
      message: `${path5} has what looks like a content hash in its name, but the bucket has other content under this name. If the name stays when the content changes, add "${path5}" to mutable.`
    }))
  );
}
var init_overwrites = __esm({
  "actions/publish-frontend/preflight/overwrites.ts"() {
    "use strict";
    init_fetch_classes();
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
    init_fetch_classes();
    init_errors();
    init_switch_route();
    init_object_names();
  }
});

// actions/publish-frontend/preflight/preflight.ts
function awaitFreeSite(inputs, clients) {
  const { layout, dryRun, atomic } = inputs;
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
    const stored = await (dryRun ? readState(claims.store, layout) : waitUntilFree(claims, isOther));
    const isStale = waited || stored.state.atomic === true || stored.state.unfinished !== void 0;
    return { stored, empty: stored.generation === ABSENT && await empty, cdn: isStale ? void 0 : cdn };
  });
}
async function preflight(inputs, clients, { root, files: reading }, { stored, empty, cdn: read5 }) {
  const { store, timings, context } = clients;
  const { layout, atomic } = inputs;
  const { state } = stored;
  noteSiteHold(inputs, clients, state);
  checkSiteHold(inputs, state);
  const listed2 = empty ? Promise.resolve(/* @__PURE__ */ new Map()) : store.list(layout.prefix);
  const [cdn, listing, files, before, earlier, neighbours] = await timings.time(
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
  const names = files.map(({ path: path5 }) => siteRoot(layout, inputs.release, atomic) + path5);
  checkSharedObjects(names, neighbours, inputs, clients);
  const plan = atomic ? planPublishAtomic(planInput, before, earlier) : planPublishInPlace(planInput, before, neighbours);
  checkLiveRelease(plan, route, layout, state);
  checkHashedNames(plan);
  await checkDependencies(inputs, clients, root, files, plan.changing);
  const replaced = await replacedManifest(store, layout, plan.manifest, state, before);
  return { stored, listing, cdn, before, stopped, neighbours, plan, replaced };
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
  for (const { path: path5, source, size } of files) {
    const object = listing.get(prefix + path5);
    if (object && object.md5 === void 0 && object.size === size) hashes.set(path5, crc32cOfFile(`${root}/${source}`));
  }
  return hashes;
}
var CARRIED, readCdn2;
var init_preflight = __esm({
  "actions/publish-frontend/preflight/preflight.ts"() {
    "use strict";
    init_fetch_classes();
    init_prune();
    init_publish();
    init_site_switch();
    init_digest();
    init_claim();
    init_neighbouring_sites2();
    init_object_names();
    init_read_manifests();
    init_read_state();
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
  const named3 = /* @__PURE__ */ new Set();
  await transferAll(kept, { concurrency: 8 }, async (release) => {
    const manifest = await readReleaseManifest(store, layout, release);
    if (manifest) for (const { name } of objectsOf(layout, manifest)) named3.add(name);
  });
  for (const name of await readKeptAbove(store, layout)) named3.add(name);
  const manifests = await readReleaseManifests(store, layout, pruned);
  const neighbours = { below: nestedPrefixes(layout, listing.keys()), live: /* @__PURE__ */ new Map() };
  const plan = planPrune(layout, manifests, named3, listing, maxDelete, neighbours);
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
    init_fetch_classes();
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
    init_fetch_classes();
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
async function claimSite(checked) {
  let site = checked;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { inputs, clients, local } = site;
    if (attempt > 0) site = await checkAgainst(site, local, await awaitFreeSite(inputs, clients));
    if (site.complete) return site;
    const held = await takeClaim(clients.claims, site.found.stored, "upload", (now) => {
      const free = inputs.releaseHold ? withoutHold(now) : now;
      return isFirstPublish(now) ? beginSwitch(free, inputs.release) : free;
    });
    if (held) {
      noteSiteHold(inputs, clients, held.state);
      return { ...site, held };
    }
  }
  throw new OutcomeError(
    `The site was modified concurrently by other runs; gave up after ${ATTEMPTS} attempts. Run this step again later.`
  );
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
var ATTEMPTS;
var init_publish2 = __esm({
  "actions/publish-frontend/run/publish.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_changed_paths();
    init_switch_route();
    init_site_switch();
    init_holds2();
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
    ATTEMPTS = 5;
  }
});

// actions/publish-frontend/run/release-hold.ts
async function releaseSiteHold(inputs, clients) {
  const { claims, context } = clients;
  for (let attempt = 0; attempt < ATTEMPTS2; attempt++) {
    const stored = inputs.dryRun ? await readState(claims.store, inputs.layout) : await waitUntilFree(claims);
    const { current, hold, claim } = stored.state;
    noteSiteHold(inputs, clients, stored.state);
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
    if (!held) continue;
    noteSiteHold(inputs, clients, held.state);
    await held.release();
    return outcome;
  }
  throw new OutcomeError(
    `The site was modified concurrently by other runs; gave up after ${ATTEMPTS2} attempts. Run this step again.`
  );
}
var ATTEMPTS2;
var init_release_hold = __esm({
  "actions/publish-frontend/run/release-hold.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_holds2();
    init_outcome();
    init_claim();
    init_read_state();
    init_site_state();
    ATTEMPTS2 = 5;
  }
});

// actions/publish-frontend/plan/rollback.ts
function chooseRelease(state, wanted, run2) {
  const releases = state.published.map(({ release }) => release);
  if (wanted === "previous") {
    if (state.hold?.run === run2) return state.hold.release;
    const previous = unfinishedTarget(state) ?? previousRelease(state);
    if (previous !== void 0) return previous;
    throw new OutcomeError(
      state.current === void 0 ? "There is nothing to roll back to: nothing was published here yet." : `There is nothing to roll back to: no release before ${state.current} is kept.`
    );
  }
  const matches2 = releases.includes(wanted) ? [wanted] : startingWith(wanted, state);
  if (matches2.length === 1 && matches2[0] !== void 0) return matches2[0];
  const choices = releases.length > 0 ? `Kept releases, newest first: ${releases.toReversed().join(", ")}.` : "No release is kept.";
  throw new OutcomeError(
    matches2.length > 1 ? `Release ${wanted} is ambiguous: ${matches2.join(", ")}.` : `Release ${wanted} cannot be rolled back to: it was never completely published here, or was pruned. ${choices}`
  );
}
function startingWith(wanted, { published }) {
  if (wanted.length < 7) return [];
  const releasesWhere = (matches2) => [
    ...new Set(published.filter(matches2).map(({ release }) => release))
  ];
  const named3 = releasesWhere(({ release }) => release.startsWith(wanted));
  return named3.length > 0 ? named3 : releasesWhere(({ commit }) => commit.startsWith(wanted));
}
function unfinishedTarget({ unfinished, hold, current }) {
  if (!unfinished) return void 0;
  if (hold?.release === unfinished.to) return unfinished.to;
  return unfinished.to === current ? void 0 : current;
}
function missingFiles(layout, manifest, listing) {
  const root = siteRoot(layout, manifest.release, manifest.atomic);
  const missing = [];
  for (const [path5, file] of manifest.files) {
    const object = listing.get(file.kept === void 0 ? root + path5 : keptName(layout, file.kept));
    if (!object || !mayHold(object, file.md5)) missing.push(path5);
  }
  return missing;
}
var init_rollback = __esm({
  "actions/publish-frontend/plan/rollback.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_object_names();
    init_site_state();
    init_stored_object();
  }
});

// actions/publish-frontend/run/rollback.ts
async function checkRollback({ inputs, clients }) {
  const found = await rollbackPreflight(inputs, clients);
  const { stored, cdn, target: target2, plan } = found;
  const planned = {
    ...NO_CHANGES,
    task: "rollback",
    release: target2.release,
    previous: stored.state.current,
    link: siteLink(cdn, inputs.layout, target2),
    sent: plan.replaced,
    patched: plan.patched,
    removed: plan.removed,
    unchanged: target2.files.size - plan.replaced.length
  };
  return { inputs, clients, found, planned };
}
function dryRunOfRollback({ inputs, found: { plan, cdn }, planned }) {
  const changed = [...plan.replaced, ...plan.patched, ...plan.removed, ...plan.rerouted];
  return { ...planned, invalidated: invalidationsOf(inputs, plan, cdn, changed) };
}
async function holdSite(checked) {
  let site = checked;
  for (let attempt = 0; attempt < ATTEMPTS3; attempt++) {
    if (attempt > 0) site = await checkRollback(site);
    const { inputs, clients, found } = site;
    const held = await claimWithHold(inputs, clients, found.stored, found.target.release);
    if (held) {
      noteSiteHold(inputs, clients, held.state);
      return { ...site, held };
    }
  }
  throw new OutcomeError(
    `The site was modified concurrently by other runs; gave up after ${ATTEMPTS3} attempts. Run this step again.`
  );
}
async function switchBack({ inputs, clients, found, planned, held }) {
  const { plan, cdn, target: target2 } = found;
  const { deleted, invalidated, failure } = await switchSite(inputs, clients, plan, cdn);
  await held.release((now) => finishRollback(now, target2.release, target2.atomic, failure === void 0));
  return { ...planned, deleted, invalidated, failure };
}
async function rollbackPreflight(inputs, clients) {
  const { store, claims, timings, context } = clients;
  const { layout, dryRun } = inputs;
  const stored = await timings.time(
    "Connect",
    () => dryRun ? readState(claims.store, layout) : waitUntilFree(claims, canBeStopped)
  );
  const { state } = stored;
  noteSiteHold(inputs, clients, state);
  const release = chooseRelease(state, inputs.to, context.github.runUrl);
  const listed2 = store.list(layout.prefix);
  const [cdn, listing, target2, before, neighbours] = await timings.time(
    "Compare",
    () => Promise.all([
      clients.openCdn(false),
      listed2,
      readReleaseManifest(store, layout, release),
      readLiveManifests(store, layout, state),
      readNeighbours(store, layout, listed2)
    ])
  );
  if (!target2) throw new OutcomeError(`Release ${release} cannot be rolled back to: its manifest is missing.`);
  const missing = missingFiles(layout, target2, listing);
  if (missing.length > 0)
    throw new OutcomeError(
      `Release ${release} cannot be rolled back to: ${missing.length} of its ${target2.files.size} files are missing or changed, for instance ${missing[0]}. Nothing was changed.`
    );
  const root = siteRoot(layout, release, target2.atomic);
  const names = [...target2.files.keys()].map((path5) => root + path5);
  checkSharedObjects(names, neighbours, inputs, clients);
  const stopped = stoppedRuns(state, before);
  const plan = planSiteSwitch({ layout, manifest: target2, before, listing, state, stopped, neighbours });
  requireRoute(cdn, plan.route);
  return { stored, cdn, target: target2, plan };
}
async function claimWithHold(inputs, { claims, context }, stored, release) {
  const hold = {
    release,
    reason: inputs.reason,
    by: context.github.actor,
    run: context.github.runUrl,
    at: new Date(context.clock.now()).toISOString()
  };
  const begin2 = (now) => beginSwitch(withHold(now, hold), release);
  let held = await takeClaim(claims, stored, "switch", begin2);
  for (let attempt = 0; !held && attempt < ATTEMPTS3; attempt++) {
    const now = await readState(claims.store, inputs.layout);
    if (!isRenewalOf(now.state, stored.state)) return void 0;
    held = await takeClaim(claims, now, "switch", begin2);
  }
  return held;
}
var ATTEMPTS3, canBeStopped;
var init_rollback2 = __esm({
  "actions/publish-frontend/run/rollback.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_changed_paths();
    init_rollback();
    init_site_switch();
    init_holds2();
    init_overwrites();
    init_preflight();
    init_route();
    init_outcome();
    init_claim();
    init_neighbouring_sites2();
    init_object_names();
    init_read_manifests();
    init_read_state();
    init_site_state();
    init_switch_site();
    ATTEMPTS3 = 5;
    canBeStopped = (claim) => claim.work === "upload";
  }
});

// actions/publish-frontend/run/sites.ts
async function publishSites(sites) {
  await onEverySite(sites, ({ inputs }) => verifyArtifact(inputs));
  for (const { inputs, clients } of sites) await buildIfAsked(inputs, clients);
  const checked = await onEverySite(sites, checkSite);
  checkOverlaps(checked);
  const ledger = createLedger(checked);
  if (isDryRun(sites)) return ledger.planned(dryRunOf);
  return ledger.carryOut(async (on) => {
    const claimed = /* @__PURE__ */ new Map();
    for (const site of inOrderOfClaims(checked)) {
      const now = await on(site, () => claimSite(site));
      if ("held" in now) claimed.set(site.inputs, ledger.hold(now));
      else ledger.note(site, "unchanged", now.planned);
    }
    const staged = [];
    for (const { inputs } of checked) {
      const site = claimed.get(inputs);
      if (site) staged.push(await on(site, () => stageSite(site)));
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
async function rollBackSites(sites) {
  const checked = await onEverySite(sites, checkRollback);
  warnOfCommits(checked);
  const ledger = createLedger(checked);
  if (isDryRun(sites)) return ledger.planned(dryRunOfRollback);
  return ledger.carryOut(async (on) => {
    const held = /* @__PURE__ */ new Map();
    for (const site of inOrderOfClaims(checked))
      held.set(site.inputs, ledger.hold(await on(site, () => holdSite(site))));
    for (const { inputs } of checked) {
      const site = held.get(inputs);
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
function inOrderOfClaims(sites) {
  const key = ({ inputs: { layout } }) => `${layout.bucket}/${layout.prefix}`;
  return sites.toSorted((a, b) => key(a) < key(b) ? -1 : 1);
}
function warnOfCommits(sites) {
  const commits = sites.map(({ found: { target: target2 }, inputs }) => `${inputs.name}: ${target2.commit}`);
  if (new Set(sites.map(({ found }) => found.target.commit)).size < 2) return;
  sites[0]?.clients.context.log.warning(`The sites go back to releases of different commits. ${commits.join(", ")}.`);
}
var isDryRun;
var init_sites = __esm({
  "actions/publish-frontend/run/sites.ts"() {
    "use strict";
    init_fetch_classes();
    init_artifact();
    init_local_site();
    init_overlaps();
    init_outcome();
    init_each_site();
    init_ledger();
    init_publish2();
    init_release_hold();
    init_rollback2();
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
    clients: openClients(site, inputs.several ? named2(context, site.name) : context, cloud)
  });
  if (inputs.task === "publish") return publishSites(inputs.sites.map(open3));
  if (inputs.task === "rollback") return rollBackSites(inputs.sites.map(open3));
  return releaseSiteHolds(inputs.sites.map(open3));
}
function named2(context, name) {
  const { log } = context;
  const say = (level) => (message) => log[level](`${name}: ${message}`);
  return { ...context, log: { ...log, info: say("info"), notice: say("notice"), warning: say("warning") } };
}
var init_run2 = __esm({
  "actions/publish-frontend/run.ts"() {
    "use strict";
    init_fetch_classes();
    init_context();
    init_time_limit();
    init_clients();
    init_outputs();
    init_sites_summary();
    init_sites();
  }
});

// actions/publish-frontend/main.ts
var main_exports = {};
var import_node_process;
var init_main = __esm({
  "actions/publish-frontend/main.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs2();
    init_run2();
    void runAction({ name: "publish-frontend", readInputs, run }, import_node_process.default);
  }
});

// actions/publish-frontend/action.cjs
init_fetch_classes();
exports.main = () => void (init_main(), __toCommonJS(main_exports));
