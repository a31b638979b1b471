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
  let open = false;
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
        if (open) {
          write2(`${breakCommands(title)}
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
    toPath = (path2) => typeof path2 !== "string" ? path2 : path2 === "" ? [] : path2.split(".");
    carry = (to, read3) => ({ does: "carry", to: toPath(to), read: read3 });
    check = (read3) => carry([], (node, scope) => {
      read3(node, scope);
    });
    keep = (read3) => ({ does: "keep", read: read3 });
    nest = (to, table) => ({ does: "nest", to: toPath(to), table });
    list = (to, table, most = Number.POSITIVE_INFINITY) => ({
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
var import_yaml, shorten2, text, nonEmpty, matching, INT32, integer, boolean, textInteger, textBoolean, oneOf, seconds, textHours, texts, commaList, structured, isTexts, isRecord, isTextRecord, anything, textMap, only;
var init_values = __esm({
  "src/manifest/decode/values.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml = __toESM(require_yaml(), 1);
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
      for (const { value } of node.entries.values()) if (!(value.kind === "scalar" && value.type === "null")) text(value);
    };
    only = (value, why) => (node) => {
      const given2 = typeof value === "number" ? integer()(node) : typeof value === "boolean" ? boolean(node) : text(node);
      if (given2 !== value) throw new Invalid(`is ${describe(node)}. ${why}`);
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
  function walk(node, { rows, others, finish }, base, words2) {
    if (node.kind !== "map") {
      problem(node.at, words2, `is ${describe(node)}. Expected keys and values below it.`);
      return;
    }
    for (const [key, { at, value }] of node.entries) {
      const here = below(words2, key);
      const row = rowOf(key, words2, rows, others);
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
      get: (path2) => getAt(resource, [...base, ...toPath(path2)]),
      set: (path2, value, at) => set([...base, ...toPath(path2)], value, at),
      remove: (path2) => removeAt(resource, [...base, ...toPath(path2)]),
      kept: (key) => kept.get(key),
      locate: (path2) => locate([...base, ...toPath(path2)]),
      problem,
      warn: (at, words3, message) => warnings.push({ subject: words3, message, location: at })
    });
  }
  function rowOf(key, words2, rows, others) {
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
          const path2 = [...base, ...row.to, i2];
          set(path2, {}, item.at);
          walk(item, row.table, path2, `${words2}[${i2}]`);
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
  function setOnce(path2, value, at, words2) {
    const earlier = origins.get(pathKey(path2));
    if (earlier) problem(at, words2, `says what line ${earlier.line} says already. Keep one of the two.`);
    else set(path2, value, at);
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
  const lines2 = new import_yaml2.LineCounter();
  const locate = (offset) => {
    const { line, col } = lines2.linePos(offset ?? 0);
    return line === 0 ? { file } : { file, line, column: col };
  };
  const report = (at, message) => {
    if (!problems.some((known) => known.message === message && known.location?.line === at.line))
      problems.push({ subject: "manifest", message, location: at });
  };
  const documents = (0, import_yaml2.parseAllDocuments)(text3, { version: "1.1", lineCounter: lines2, prettyErrors: false });
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
  if (!document?.contents || (0, import_yaml2.isScalar)(document.contents) && document.contents.value === null)
    report({ file }, "is empty. Expected a Knative Service, Job or WorkerPool in YAML.");
  if (problems.length > 0 || !document?.contents) return { root: void 0, problems };
  const targets = /* @__PURE__ */ new Map();
  const resolve4 = (alias) => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(document));
    return targets.get(alias);
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
    if ((0, import_yaml2.isAlias)(node)) {
      const target2 = resolve4(node);
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
      const at = locate(key?.range?.[0]);
      if (isMerge(key)) {
        const source = read3(value, above, at);
        merged.push(...source.kind === "list" ? source.items : [source]);
      } else if ((0, import_yaml2.isScalar)(key) && typeof key.value === "string") {
        if (key.value.includes("${"))
          report(at, `has the key "${key.value}": substitutions are allowed in values, not in keys.`);
        entries.set(key.value, { at, value: read3(value, above, at) });
      } else {
        const source = (0, import_yaml2.isScalar)(key) ? key.source ?? String(key.value) : "a list or mapping";
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
  const search = (name, path2) => {
    if (path2.includes(name))
      return path2.length - path2.indexOf(name) > 1 ? [...path2.slice(path2.indexOf(name)), name] : void 0;
    if (safe.has(name)) return void 0;
    const found = (dependencies[name] ?? []).map((next) => search(next, [...path2, name])).find(Boolean);
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
  const given2 = scope.kept(annotation2);
  containers.forEach((_, i2) => {
    scope.set(
      ["containers", i2, ...field.split(".")],
      given2?.value ?? fallback,
      given2?.at ?? scope.locate(["containers", i2])
    );
  });
}
function mountCloudSql({ scope, containers }) {
  const given2 = scope.kept(CLOUD_SQL);
  if (!given2) return;
  const volumes2 = scope.get("volumes") ?? [];
  if (volumes2.some(({ cloudSqlInstance }) => cloudSqlInstance)) {
    scope.problem(given2.at, given2.words, "says what a volume says already. Keep one of the two.");
    return;
  }
  scope.set(
    ["volumes", volumes2.length],
    { name: CLOUD_SQL_VOLUME.name, cloudSqlInstance: { instances: given2.value } },
    given2.at
  );
  containers.forEach(({ volumeMounts: volumeMounts2 = [] }, i2) => {
    if (!volumeMounts2.some(({ name }) => name === CLOUD_SQL_VOLUME.name))
      scope.set(["containers", i2, "volumeMounts", volumeMounts2.length], { ...CLOUD_SQL_VOLUME }, given2.at);
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
  const given2 = all.scope.kept("run.googleapis.com/container-dependencies");
  forContainers(all, given2, (i2, name, others, at) => {
    const lost = others.find((other) => other === name || !all.containers.some((one) => one.name === other));
    if (lost === void 0) all.scope.set(["containers", i2, "dependsOn"], others, at.at);
    else
      all.scope.problem(
        at.at,
        at.words,
        `lets ${name} wait for "${lost}", which is ${lost === name ? "itself" : "no container here"}.`
      );
  });
  const circle = given2 && circleIn(given2.value);
  if (given2 && circle)
    all.scope.problem(
      given2.at,
      given2.words,
      `is a circle: ${circle.join(" waits for ")}, so none of them could start. Remove one of these dependencies.`
    );
}
function setBaseImages(all) {
  const given2 = all.scope.kept("run.googleapis.com/base-images");
  forContainers(all, given2, (i2, _, image, { at }) => all.scope.set(["containers", i2, "baseImageUri"], image, at));
}
function setSources(all) {
  const given2 = all.scope.kept("run.googleapis.com/sources");
  forContainers(all, given2, (i2, _, uri, { at, words: words2 }) => {
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
function forContainers({ scope, containers }, given2, use) {
  if (!given2) return;
  for (const [name, value] of Object.entries(given2.value)) {
    const index = name === "" ? ingressIndex(containers) : containers.findIndex((container2) => container2.name === name);
    if (index >= 0) use(index, name, value, given2);
    else scope.problem(given2.at, given2.words, `names the container "${name}", which does not exist.`);
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
    target = (types, rows) => ({
      rows: {
        latestRevision: carry("type", (node) => boolean(node) ? types.latest : types.revision),
        revisionName: carry("revision", nonEmpty),
        percent: carry("percent", integer({ min: 0, max: 100 })),
        ...rows
      },
      finish: ({ at, words: words2, get: get2, set, problem, atKey }) => {
        const revision = get2("revision");
        const latest = get2("type") === types.latest;
        if (latest && revision !== void 0)
          problem(at, words2, "has latestRevision: true and a revisionName. Keep one of the two.");
        else if (get2("type") === types.revision && revision === void 0)
          problem(at, words2, "has latestRevision: false and no revisionName. Name the revision.");
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
  const add = (path2, words2, read3) => {
    const key = path2.join(".");
    if (path2.length > 0 && !index.has(key)) index.set(key, { words: words2, read: read3 });
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
var import_yaml3;
var init_v1_values = __esm({
  "src/manifest/v1-values.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml3 = __toESM(require_yaml(), 1);
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
  const given2 = root.entries.get("kind");
  const written2 = given2?.value.kind === "scalar" && given2.value.type === "text" ? given2.value.value : void 0;
  const kinds = Object.keys(TABLES);
  const kind = kinds.find((one) => one === written2);
  if (!kind) {
    if (written2 === "Instance")
      return fail(
        'has the kind "Instance", which has no revisions to deploy to or roll back from. Use gcloud for it, or make it a Service or a WorkerPool.',
        given2?.at ?? root.at
      );
    const hint = written2 ? ` Did you mean ${(0, import_fastest_levenshtein4.closest)(written2, kinds)}?` : "";
    return fail(
      `has ${written2 ? `the kind "${written2}"` : "no kind"}. Expected ${kinds.join(", ")}.${hint}`,
      given2?.at ?? root.at
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
  const given2 = metadata?.kind === "map" ? metadata.entries.get("namespace") : void 0;
  const node = given2?.value;
  if (!given2 || node?.kind !== "scalar") return void 0;
  const number = node.type === "integer" ? node.source : node.type === "text" ? node.value : "";
  return /^\d+$/.test(number) && number !== project ? { number, location: given2.at } : void 0;
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

// src/inputs/service-manifest.ts
function readManifestName(line, place) {
  const { kind, name, region: region2 } = readNamedManifest(line, place);
  const collection = COLLECTIONS[kind];
  return collection && `projects/${place.project}/locations/${region2}/${collection}/${name}`;
}
function readNamedManifest(line, place) {
  const { manifest, region: region2 = place.region, substitutions } = parseEntry(line);
  if (!region2) throw new Error(`${line} does not say its region. Write ${EXPECTED}.`);
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
  const refusal = new Error(`${line} is not a service by its manifest. Write ${EXPECTED}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal;
  }
  const { manifest, region: region2, substitutions = {}, ...others } = value;
  const known = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known || region2 !== void 0 && typeof region2 !== "string") throw refusal;
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
var import_node_path, EXPECTED, COLLECTIONS;
var init_service_manifest = __esm({
  "src/inputs/service-manifest.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path = require("node:path");
    init_manifest();
    init_lists();
    init_read_file();
    EXPECTED = '{"manifest": "PATH", "region": "REGION", "substitutions": {"NAME": "value"}}';
    COLLECTIONS = {
      Service: "services",
      WorkerPool: "workerPools",
      Job: void 0
    };
  }
});

// src/github/freshness.ts
async function checkFreshness(commit, known, options) {
  const { log, force, words: words2 } = options;
  for (const other of new Set(known)) {
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
  let status;
  try {
    status = await (await github()).compare(other, commit);
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
function short(commit) {
  return commit.slice(0, 12);
}
var init_freshness = __esm({
  "src/github/freshness.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
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
  const refusal = status === 0 ? void 0 : findRefusal(body, status, call.resource);
  const said = body.message;
  const named2 = body.metadata.permission ?? /[Pp]ermission '?([a-z]+\.[A-Za-z]+\.[A-Za-z]+)'?/.exec(said)?.[1] ?? / does not have ([a-z]+\.[A-Za-z]+\.[A-Za-z]+) access/.exec(said)?.[1];
  const denied = status === 401 || status === 403;
  const permission = refusal ? refusal.permission : named2 ?? call.permission;
  const role = refusal ? refusal.role : ROLES[named2?.toLowerCase() ?? ""] ?? call.role;
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
  const read3 = (...names2) => {
    const name = names2.find((one) => env2[one]);
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
            () => resolve4({
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
    let found = known.get(key);
    if (!found || clock.now() > found.until) {
      const answer = new Promise((resolve4) => lookup(hostname, options, (...all) => resolve4(all)));
      found = { answer, until: clock.now() + REMEMBERED };
      known.set(key, found);
      void answer.then(([error]) => error && known.delete(key));
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
  const names2 = reader.parseList(input, (line) => readServiceName(line, place));
  return [...new Set(names2.filter((name) => name !== void 0))];
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

// src/records/sites.ts
function parseSitePlace(text3) {
  const [bucket = "", ...folders] = text3.replace(/^gs:\/\//, "").split("/").filter((part) => part !== "");
  return { bucket, prefix: folders.map((folder) => `${folder}/`).join("") };
}
async function readBytes({ http: http2, endpoint }, bucket, name, maxBytes) {
  const url = `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  const headers = { "accept-encoding": "gzip", "cache-control": "no-store" };
  const resource = `object ${name} of bucket ${bucket}`;
  const answer = await absent(
    http2.text({ method: "GET", url, headers, resource, ...READER, ...maxBytes !== void 0 && { maxBytes } })
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
    init_fetch_classes();
    init_not_found();
    init_errors();
    READER = { permission: "storage.objects.get", role: "roles/storage.objectViewer" };
    siteLabel = ({ name, bucket, prefix }) => `site ${name} in gs://${bucket}/${prefix}`;
    describeSiteHold = ({ release, at, by, reason }) => `${release} since ${at}, by ${by}${reason === "" ? "" : `. Reason: ${reason}`}`;
  }
});

// actions/promotion/plan/entries.ts
function migrationJobOf({ job: job2, manifest, "from-service": from }, services, { ofEntry, ofManifest }) {
  if (job2 !== void 0) return String(job2);
  if (manifest !== void 0) return ofManifest({ manifest });
  if (from === void 0) return void 0;
  const entry = services.find((one) => one.manifest === from || one.service === from);
  const service2 = entry ? ofEntry(entry) : /[/.]/.test(String(from)) ? ofManifest({ manifest: from }) : String(from);
  return service2 && `${service2}-migrate`;
}
var unknownName;
var init_entries = __esm({
  "actions/promotion/plan/entries.ts"() {
    "use strict";
    init_fetch_classes();
    unknownName = (name, entries) => `names ${name}, which is not in the list. It has: ${entries.map((entry) => entry.name).join(", ") || "nothing"}.`;
  }
});

// actions/promotion/inputs.ts
function readInputs(reader, context) {
  const task = reader.oneOf("task", ["source", "fetch"], "source");
  const auth = readAuthInputs(reader);
  const services = reader.parse("services", parseEntries, "[]");
  const jobs = reader.parse("jobs", parseEntries, "[]");
  const frontends = reader.parse("frontends", parseEntries, "[]");
  const migration = reader.parse("migration", parseObject, "{}");
  const project = given(reader, "from-project", parseProject);
  const region2 = given(reader, "from-region", parseRegion);
  const repository = given(reader, "from-image-repository", parseRepository);
  const named2 = reader.parse("from-services", parseMap, "");
  const givenJob = reader.text("from-migration-job");
  const places = reader.parse("from-sites", parseMap, "");
  const commit = reader.parse("commit", parseCommit);
  const targetRepository = reader.text("image-repository") ?? "";
  const targetProject = reader.parse("project", parseProject);
  const workspace = (0, import_node_path2.resolve)(context.github.workspace || ".");
  const targetServices = readServiceNames(
    reader,
    { project: targetProject, region: void 0, commit: commit ?? "", workspace },
    "target-services"
  );
  const digests = reader.parse("digests", parseTexts, "{}");
  const releases = reader.parse("releases", parseTexts, "{}");
  const folder = reader.text("folder") ?? "";
  const githubToken = readGitHubToken(reader);
  for (const name of named2.keys())
    if (![...services, ...jobs].some((entry) => entry.name === name))
      reader.problem("from-services", unknownName(name, [...services, ...jobs]));
  for (const name of places.keys())
    if (!frontends.some((entry) => entry.name === name)) reader.problem("from-sites", unknownName(name, frontends));
  const place = { project, region: region2, commit: commit ?? context.github.sha, workspace };
  const ofManifest = (entry) => nameIn(entry, place);
  const ofEntry = (entry) => named2.get(String(entry.name)) ?? String(entry.service ?? entry.job ?? ofManifest(entry) ?? entry.name);
  const migrationJob = givenJob ?? migrationJobOf(migration, services, { ofEntry, ofManifest });
  if (migration.image !== void 0 && migrationJob === void 0)
    reader.problem(
      "from-migration-job",
      "is required, since neither job, manifest nor from-service says how the job that migrates is named. Give its name at the source."
    );
  reader.done();
  return {
    task,
    auth,
    project,
    region: region2,
    repository,
    images: services.flatMap(
      (entry, i2) => entry.image === void 0 ? [{ name: String(entry.name), slot: `s${i2}` }] : []
    ),
    services: services.filter(({ manifest, service: service2 }) => manifest !== void 0 || service2 !== void 0).map((entry) => ({ entry: String(entry.name), service: ofEntry(entry) })),
    jobs: jobs.filter(({ manifest, job: job2 }) => manifest !== void 0 || job2 !== void 0).map((entry) => ({ entry: String(entry.name), service: ofEntry(entry) })),
    migrationJob: migration.image === void 0 ? void 0 : migrationJob,
    sites: [...places].map(([name, place2]) => ({ name, ...parseSitePlace(place2) })),
    rebuilt: frontends.map(({ name }) => String(name)).filter((name) => !places.has(name)),
    commit,
    githubToken,
    target: {
      repository: targetRepository.replace(/\/+$/, ""),
      services: targetServices,
      sites: frontends.map(({ name, bucket, prefix = "" }) => ({
        name: String(name),
        ...parseSitePlace(`${bucket}/${prefix}`)
      }))
    },
    digests,
    releases,
    folder
  };
}
function nameIn({ manifest, substitutions }, place) {
  if (manifest === void 0) return void 0;
  try {
    return readNamedManifest(JSON.stringify({ manifest, substitutions }), place).name;
  } catch {
    return void 0;
  }
}
function given(reader, name, parser) {
  return reader.required(name) === "" ? "" : reader.parse(name, parser) ?? "";
}
function parseCommit(text3) {
  if (/^[0-9a-f]{7,40}$/.test(text3)) return text3;
  throw new Error(`"${text3}" is not a commit. Give its SHA, in full or at least its first 7 digits.`);
}
function parseRepository(text3) {
  const repository = text3.replace(/\/+$/, "");
  if (/^[^/\s]+\/[^\s@]+$/.test(repository)) return repository;
  throw new Error(`"${text3}" is not a repository. Give it as REGION-docker.pkg.dev/PROJECT/REPOSITORY.`);
}
function parseEntries(text3) {
  const list3 = JSON.parse(text3);
  if (Array.isArray(list3) && list3.every((entry) => typeof entry === "object" && entry !== null))
    return list3;
  throw new Error("is not a JSON list of objects.");
}
function parseObject(text3) {
  const value = text3 === "" ? {} : JSON.parse(text3);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Error("is not a JSON object.");
}
var import_node_path2, parseTexts;
var init_inputs2 = __esm({
  "actions/promotion/inputs.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path2 = require("node:path");
    init_lists();
    init_service_manifest();
    init_services();
    init_shared();
    init_sites();
    init_entries();
    parseTexts = (text3) => Object.fromEntries(Object.entries(parseObject(text3)).map(([key, value]) => [key, String(value ?? "")]));
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
    const hint = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : "";
    throw new Error(`"${text3}" is not an image name.${hint} ${expected}.`);
  }
  return { host, path: path2 };
}
function isLoopback(host) {
  const name = host.replace(/:\d+$/, "");
  return /^127\.\d+\.\d+\.\d+$/.test(name) || name === "localhost" || name.endsWith(".localhost");
}
var HOST, COMPONENT, PROJECT_DOMAIN, registryPath, formatImageName;
var init_image_reference = __esm({
  "src/container/image-reference.ts"() {
    "use strict";
    init_fetch_classes();
    HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)$/;
    COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
    PROJECT_DOMAIN = /^[a-z0-9.-]+:[a-z0-9-]+$/;
    registryPath = ({ path: path2 }) => path2.replace(/^([^/:]+):/, "$1/");
    formatImageName = (image) => `${image.host}/${registryPath(image)}`;
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
  const once = rememberFound();
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
    manifest: (image, reference) => reference.startsWith("sha256:") ? once(formatReference(image, reference), () => readManifest2(image, reference)) : readManifest2(image, reference),
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
      return await once(`config of ${formatReference(image, digest)}`, async () => {
        const { text: text3, status } = await calls.blob(image, digest, MOST_CONFIG, about2);
        return parseAnswer({ resource: about2, url: calls.url(image, ""), status }, text3);
      });
    }
  };
}
function rememberFound() {
  const known = /* @__PURE__ */ new Map();
  return (key, read3) => {
    const found = known.get(key) ?? read3();
    known.set(key, found);
    const forget = () => void (known.get(key) === found && known.delete(key));
    found.then((value) => value === void 0 && forget(), forget);
    return found;
  };
}
function parseImageManifest(bytes, contentType) {
  const document = JSON.parse(bytes.toString("utf8"));
  return {
    mediaType: document.mediaType ?? contentType.split(";")[0]?.trim() ?? OCI_MANIFEST,
    digest: `sha256:${(0, import_node_crypto4.createHash)("sha256").update(bytes).digest("hex")}`,
    bytes,
    annotations: document.annotations ?? {},
    manifests: document.manifests ?? [],
    config: document.config,
    layers: document.layers ?? []
  };
}
var import_node_crypto4, OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST, MANIFEST_TYPES, MOST_MANIFEST, MOST_CONFIG, formatReference;
var init_registry = __esm({
  "src/container/registry.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto4 = require("node:crypto");
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
      const found = [];
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
        found.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = locationOf(at, /<([^>]+)>; *rel="?next"?/.exec(answer.headers.link ?? "")?.[1]);
        if (next !== void 0 && new URL(next).origin !== new URL(at).origin) throw redirected(about2, next);
        const past = page.length > 0 && page.at(-1) > `${prefix}\uFFFF` && isSorted(page);
        url = past ? void 0 : next;
      }
      return [...new Set(found)];
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
var import_node_crypto5, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto5 = require("node:crypto");
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
    sha256Digest = (bytes) => `sha256:${(0, import_node_crypto5.createHash)("sha256").update(bytes).digest("hex")}`;
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
var EMPTY, attestationTagPrefix;
var init_attestation_store = __esm({
  "src/provenance/attestation-store.ts"() {
    "use strict";
    init_fetch_classes();
    init_registry();
    init_registry_artifacts();
    init_errors();
    init_attestation_tag();
    EMPTY = Buffer.from("{}");
    attestationTagPrefix = (digest) => `${ATTESTATION_TAG}${digest.replace("sha256:", "")}-`;
  }
});

// actions/promotion/fetch/copy-image.ts
async function copyImage(http2, from, to, digest) {
  const registry = createRegistry(http2);
  const artifacts = createRegistryArtifacts(http2);
  const there = await registry.digest(to, digest) !== void 0;
  if (!there) await copyManifest(digest);
  const prefix = attestationTagPrefix(digest);
  const [tags, known] = await Promise.all([artifacts.tags(from, prefix), artifacts.tags(to, prefix)]);
  const missing = tags.filter((tag) => !known.includes(tag));
  for (const tag of missing) {
    const manifest = await registry.manifest(from, tag);
    if (!manifest) continue;
    await copyBlobs(manifest);
    await artifacts.pushManifest(to, tag, manifest.bytes);
  }
  return { copied: !there, attestations: missing.length };
  async function copyManifest(reference) {
    const manifest = await registry.manifest(from, reference);
    if (!manifest)
      throw new OutcomeError(
        `The image ${formatReference(from, reference)} does not exist any more. Nothing was deployed. Release it at the source again.`
      );
    for (const child of manifest.manifests) await copyManifest(child.digest);
    await copyBlobs(manifest);
    await registry.tag(to, manifest, reference);
  }
  async function copyBlobs({ config, layers }) {
    const blobs = new Map([...config ? [config] : [], ...layers].map((blob) => [blob.digest, blob]));
    await Promise.all([...blobs.values()].map((blob) => copyBlob(http2, from, to, blob)));
  }
}
async function copyBlob(http2, from, to, blob) {
  const calls = createRegistryCalls(http2);
  const about2 = { resource: `image ${formatImageName(to)}`, ...WRITE };
  const there = await absent(
    calls.send({ ...about2, ...READ, method: "HEAD", url: calls.url(to, `/blobs/${blob.digest}`) })
  );
  if (there) return;
  const mount = from.host === to.host ? `?mount=${blob.digest}&from=${encodeURIComponent(registryPath(from))}` : "";
  const begin = calls.url(to, `/blobs/uploads/${mount}`);
  const started = await calls.send({ ...about2, method: "POST", url: begin, idempotent: true });
  if (started.status === 201) return;
  const session = locationOf(begin, started.headers.location);
  if (session === void 0 || new URL(session).origin !== new URL(begin).origin)
    throw new OutcomeError(`The registry ${to.host} returned no upload URL on its own host for a layer.`);
  const put = new URL(session);
  put.searchParams.set("digest", blob.digest);
  await calls.send({
    ...about2,
    method: "PUT",
    url: put.href,
    headers: { "content-type": "application/octet-stream", "content-length": String(blob.size) },
    body: () => streamOf(http2, from, blob),
    deadline: LAYER_DEADLINE,
    attemptTimeout: LAYER_DEADLINE
  });
}
function streamOf(http2, image, { digest }) {
  const content = new import_node_stream2.PassThrough();
  const calls = createRegistryCalls(http2);
  const url = calls.url(image, `/blobs/${digest}`);
  const about2 = { method: "GET", resource: `image ${formatImageName(image)}`, ...READ };
  const read3 = async () => {
    const answer = await http2.raw({ ...about2, url });
    const location = answer.status < 300 ? void 0 : locationOf(url, String(answer.headers.location ?? ""));
    if (location !== void 0) await answer.body.dump();
    const found = location === void 0 ? answer : await http2.raw({ ...about2, url: location, authenticated: false });
    if (found.status >= 300) {
      await found.body.dump();
      throw new OutcomeError(`A layer of ${formatImageName(image)} could not be read: status ${found.status}.`);
    }
    await (0, import_promises2.pipeline)(found.body, content);
  };
  read3().catch((error) => content.destroy(error));
  return content;
}
var import_node_stream2, import_promises2, LAYER_DEADLINE;
var init_copy_image = __esm({
  "actions/promotion/fetch/copy-image.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_stream2 = require("node:stream");
    import_promises2 = require("node:stream/promises");
    init_image_reference();
    init_registry();
    init_registry_artifacts();
    init_registry_calls();
    init_not_found();
    init_client();
    init_attestation_store();
    init_errors();
    LAYER_DEADLINE = 30 * 6e4;
  }
});

// actions/promotion/fetch/write-inside.ts
function writeInside(folder, path2, bytes) {
  const file = (0, import_node_path3.resolve)(folder, path2);
  if (!file.startsWith((0, import_node_path3.resolve)(folder) + import_node_path3.sep)) throw new OutcomeError(`${path2} is no path of a site.`);
  (0, import_node_fs5.mkdirSync)((0, import_node_path3.dirname)(file), { recursive: true });
  (0, import_node_fs5.writeFileSync)(file, bytes);
}
var import_node_fs5, import_node_path3;
var init_write_inside = __esm({
  "actions/promotion/fetch/write-inside.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs5 = require("node:fs");
    import_node_path3 = require("node:path");
    init_errors();
  }
});

// actions/promotion/plan/built-in-hosts.ts
function findHosts(path2, content, hosts) {
  if (hosts.length === 0 || !isText(path2)) return [];
  const text3 = content.toString("latin1").toLowerCase();
  return hosts.filter((host) => names(text3, host.toLowerCase()));
}
function names(text3, host) {
  for (let at = text3.indexOf(host); at >= 0; at = text3.indexOf(host, at + 1)) {
    const before = text3[at - 1] ?? "";
    const after = text3.slice(at + host.length, at + host.length + 2);
    if (!/[a-z0-9.-]/.test(before) && !/^(?:[a-z0-9-]|\.[a-z0-9])/.test(after)) return true;
  }
  return false;
}
function builtInProblem(label, found) {
  if (found.length === 0) return void 0;
  const listed = found.toSorted().slice(0, 5).join("; ");
  return `The ${label} was built for the source and cannot be promoted: ${listed}. Let it read its configuration at run time, or remove it from from-sites, so that it is built for the target.`;
}
var TEXT, isText;
var init_built_in_hosts = __esm({
  "actions/promotion/plan/built-in-hosts.ts"() {
    "use strict";
    init_fetch_classes();
    TEXT = /\.(?:html?|[cm]?js|css|json|webmanifest|xml|txt|svg|map)$/i;
    isText = (path2) => TEXT.test(path2);
  }
});

// actions/promotion/plan/choose-source.ts
function choosePromotion(source) {
  const { members, sites } = source;
  const commits = /* @__PURE__ */ new Map();
  const note = (choice, label) => {
    if (choice.kind === "chosen") commits.set(choice.commit, [...commits.get(choice.commit) ?? [], label]);
  };
  for (const { label, state, optional } of members) if (state.kind === "found" && !optional) note(state.choice, label);
  for (const { label, choice } of sites) note(choice, label);
  const commit = [...commits.keys()][0] ?? "";
  const digests = source.images.map((image) => [image, digestOf(image, commit, source)]);
  const problems = [
    ...members.flatMap((member) => member.optional ? [] : memberProblems(member, source)),
    ...sites.flatMap((site) => siteProblems(site, source)),
    ...commits.size > 1 ? [
      `The source serves different commits: ${[...commits].map(([one, labels]) => `${one.slice(0, 12)} (${labels.join(", ")})`).join("; ")}. Release one commit there first.`
    ] : [],
    ...members.every(({ optional }) => optional) && sites.length === 0 ? [
      "No service, and no site in from-sites, says which commit the source serves. Name the source of one frontend in from-sites."
    ] : [],
    ...digests.flatMap(([image, found]) => typeof found === "string" ? [] : [imageProblem(image, found, source)])
  ];
  return {
    promotion: {
      commit,
      digests: Object.fromEntries(
        digests.flatMap(([{ slot }, found]) => typeof found === "string" ? [[slot, found]] : [])
      ),
      releases: Object.fromEntries(
        sites.flatMap(({ name, choice }) => choice.kind === "chosen" ? [[name, choice.release]] : [])
      )
    },
    problems
  };
}
function memberProblems({ label, state }, { commit }) {
  if (state.kind === "absent")
    return [`The ${label} does not exist. Release there first, or correct from-services or from-migration-job.`];
  const { choice, hold, rollout } = state;
  const moving = commit === void 0 ? rollout : void 0;
  return [
    ...held(label, hold),
    ...moving === void 0 ? [] : [`The ${label} has a rollout that has not ended: ${moving}. Promote once it has.`],
    ...choice.kind === "none" && moving === void 0 ? [`The ${label} ${choice.why}`] : []
  ];
}
function siteProblems({ label, choice, hold, unfinished }, { commit }) {
  return [
    ...held(label, hold),
    ...unfinished && commit === void 0 ? [`The ${label} is being switched. Promote once that is done.`] : [],
    ...choice.kind === "none" ? [`The ${label} ${choice.why}`] : []
  ];
}
function digestOf({ name }, commit, { repository, members }) {
  const start = `${repository}/${name}@`;
  const images = members.flatMap(
    ({ state }) => state.kind === "found" && state.choice.kind === "chosen" && state.choice.commit === commit ? state.images : []
  );
  const digests = new Set(images.filter((image) => image.startsWith(start)).map((image) => image.slice(start.length)));
  const [only2, ...others] = digests;
  return only2 !== void 0 && others.length === 0 ? only2 : [...digests];
}
function imageProblem({ name }, found, { repository }) {
  const image = `${repository}/${name}`;
  return found.length === 0 ? `No service or job of the source runs the image ${image}. Correct from-image-repository, or remove the service ${name}.` : `The source runs the image ${image} by ${found.length} digests: ${found.join(", ")}. Release one commit there first.`;
}
var holdProblems, held;
var init_choose_source = __esm({
  "actions/promotion/plan/choose-source.ts"() {
    "use strict";
    init_fetch_classes();
    holdProblems = ({ members, sites }) => [
      ...members.flatMap(({ label, state }) => state.kind === "found" ? held(label, state.hold) : []),
      ...sites.flatMap(({ label, hold }) => held(label, hold))
    ];
    held = (label, hold) => hold === void 0 ? [] : [`The ${label} is on hold: ${hold}`];
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
function createGitHub(run2, token, options) {
  const { octokit, rest, at, read: read3, repeated } = createGitHubClient(run2, token, options);
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
        () => rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}`, per_page: 1 })
      );
      return (await absent(comparison))?.data.status;
    },
    async file(path2, commit) {
      const found = read3(
        `files of ${run2.repository}`,
        "contents: read",
        () => rest.repos.getContent({ ...at, path: path2, ref: commit })
      );
      const data = (await absent(found))?.data;
      return data?.encoding === "base64" ? Buffer.from(data.content ?? "", "base64").toString("utf8") : void 0;
    },
    async checks(commit) {
      const [runs, { data: combined }] = await read3(
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
      const found = read3(
        `pull request #${number} of ${run2.repository}`,
        "pull-requests: read",
        () => rest.pulls.get({ ...at, pull_number: number })
      );
      const pull = await absent(found);
      return pull && toPullRequest(pull.data);
    },
    async openPulls() {
      const found = await read3(
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
      const { data } = await read3(
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
      const comments = await read3(
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

// actions/promotion/source/history.ts
async function checkHistory(commit, token, { github: run2, signal, clock, deadline }) {
  const short3 = (sha) => sha.slice(0, 12);
  const what = `Nothing is promoted, and nothing was changed. The source serves commit ${short3(commit)}`;
  if (commit === run2.sha) return;
  if (!token)
    throw new OutcomeError(
      `${what}, and without github-token its history cannot be read. Grant the job contents: read.`
    );
  const relation = await createGitHub(run2, token, { signal, clock, deadline }).compare(run2.sha, commit);
  if (relation === "behind" || relation === "identical") return;
  throw new OutcomeError(
    `${what}, which is not in the history of ${short3(run2.sha)} (${run2.ref}), the commit of this run. Release a commit of that branch at the source, or start the promotion on the branch that the source was released from.`
  );
}
var init_history = __esm({
  "actions/promotion/source/history.ts"() {
    "use strict";
    init_fetch_classes();
    init_api();
    init_errors();
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
var shortName;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    shortName = (name) => name.slice(name.lastIndexOf("/") + 1);
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
var init_services2 = __esm({
  "src/google/run/services.ts"() {
    "use strict";
    init_fetch_classes();
    init_not_found();
    init_calls();
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
    throw new Error(`"${line.trim()}" is not a time of a freeze. ${EXPECTED2}`);
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
var DAYS, WEEK, EXPECTED2, activeFreeze, describeFreeze;
var init_windows = __esm({
  "src/freeze/windows.ts"() {
    "use strict";
    init_fetch_classes();
    DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    WEEK = 7 * 24 * 60;
    EXPECTED2 = 'Write for instance "Fri 16:00 - Mon 08:00 Europe/Berlin: weekend", "daily 22:00 - 06:00" or "2026-12-20 - 2027-01-02: holidays"; without a time zone it is UTC.';
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
var FREEZE_ANNOTATION, freezeLines, BlockedError;
var init_freeze = __esm({
  "src/freeze/freeze.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
    init_errors();
    init_windows();
    FREEZE_ANNOTATION = `${ANNOTATION_PREFIX}freeze`;
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

// src/records/canaries.ts
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
  }
});

// src/records/holds.ts
function holdMessage(held2, consequence) {
  const services = held2.map(({ name, hold }) => `The ${servicePlace(name)} is on hold. ${describeServiceHold(hold)}`);
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
    readNamedServices = (http2, endpoint, names2) => Promise.all(names2.map(async (name) => ({ name, resource: await read2(http2, endpoint, name) })));
    holdsOf = (services) => services.flatMap(({ name, resource }) => {
      const hold = holdOf(resource);
      return hold ? [{ name, hold }] : [];
    });
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
  return [...new Set(shares.map(({ revision }) => shortName(revision || latestReadyRevision)))];
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

// actions/promotion/plan/choose-release.ts
function chooseSourceRelease(releases, serving, wanted) {
  if (wanted === void 0)
    return serving && serving.withdrawn === void 0 && COMMIT.test(serving.commit) ? { kind: "chosen", ...serving } : {
      kind: "none",
      why: "has no recorded release that serves all requests. Only live releases are promoted. Release it there first."
    };
  const found = releases.findLast(({ commit }) => COMMIT.test(commit) && commit.startsWith(wanted));
  if (found?.withdrawn !== void 0)
    return {
      kind: "none",
      why: `was rolled back from commit ${short2(found.commit)}: ${found.withdrawn}. Promote another commit.`
    };
  if (found) return { kind: "chosen", ...found };
  const known = new Set(releases.filter(({ commit }) => COMMIT.test(commit)).map(({ commit }) => short2(commit)));
  return {
    kind: "none",
    why: `has no recorded release of commit ${short2(wanted)}. It has: ${[...known].reverse().join(", ") || "none"}.`
  };
}
var COMMIT, short2;
var init_choose_release = __esm({
  "actions/promotion/plan/choose-release.ts"() {
    "use strict";
    init_fetch_classes();
    COMMIT = /^[0-9a-f]{40}$/;
    short2 = (commit) => commit.slice(0, 12);
  }
});

// actions/promotion/source/read-members.ts
async function readMembers({ services, jobs, migrationJob, project, region: region2, commit }, http2, endpoint) {
  const reading = {
    services: createServices(http2, endpoint),
    revisions: createRevisions(http2, endpoint),
    jobs: createJobs(http2, endpoint),
    location: `projects/${project}/locations/${region2}`,
    where: `in ${region2} of ${project}`,
    wanted: commit
  };
  const migration = migrationJob === void 0 ? [] : [{ entry: migrationJob, service: migrationJob }];
  return Promise.all([
    ...services.map((one) => readService(one, reading)),
    // A job has no history: once another commit was chosen, the latest one that it ran says nothing.
    ...migration.map((one) => readJob(one, reading, { optional: commit !== void 0 })),
    ...jobs.map((one) => readJob(one, reading, { optional: true }))
  ]);
}
async function readService({ entry, service: service2 }, reading) {
  const name = `${reading.location}/services/${service2}`;
  const label = `service ${service2} ${reading.where}`;
  const live = await reading.services.get(name);
  if (!live) return readJob({ entry, service: service2 }, reading, { optional: false, absent: label });
  const choice = chooseSourceRelease(recordedReleases(live), liveRelease(live), reading.wanted);
  const release = choice.kind === "chosen" ? choice : void 0;
  const revision = release && await reading.revisions.get(`${name}/revisions/${release.revision}`);
  const rollout = live.annotations?.[`${ANNOTATION_PREFIX}rollout`];
  const hold = holdOf(live);
  return {
    entry,
    label,
    optional: false,
    state: {
      kind: "found",
      choice,
      images: release ? [release.image, ...besides(release.image, revision?.containers)] : [],
      hold: hold && describeServiceHold(hold),
      rollout: rollout === void 0 ? void 0 : describeRollout(rollout),
      hosts: hostsOf(live)
    }
  };
}
async function readJob({ entry, service: service2 }, { jobs, location, where, wanted }, { optional, absent: absent2 }) {
  const label = `job ${service2} ${where}`;
  const job2 = await jobs.get(`${location}/jobs/${service2}`);
  if (!job2) return { entry, label: absent2 ?? label, optional, state: { kind: "absent" } };
  const images = imagesOf(job2.template?.template?.containers);
  const latest = { commit: job2.labels?.[COMMIT_LABEL] ?? "" };
  const choice = chooseSourceRelease([latest], latest, wanted);
  return {
    entry,
    label,
    optional,
    state: { kind: "found", choice, images, hold: void 0, rollout: void 0, hosts: [] }
  };
}
function liveCommits(live) {
  const rollout = readAnnotation(
    live,
    `${ANNOTATION_PREFIX}rollout`,
    (value) => typeof value.commit === "string"
  );
  const commits = [liveRelease(live)?.commit, rollout?.kind === "deploy" ? rollout.commit : void 0];
  return commits.filter((commit) => commit !== void 0);
}
function describeRollout(text3) {
  try {
    const { kind = "rollout", commit = "", actor = "" } = JSON.parse(text3);
    return `a ${kind} of ${commit.slice(0, 12)} by ${actor}`;
  } catch {
    return "its record cannot be read";
  }
}
var besides, imagesOf, hostsOf;
var init_read_members = __esm({
  "actions/promotion/source/read-members.ts"() {
    "use strict";
    init_fetch_classes();
    init_jobs();
    init_revisions();
    init_services2();
    init_annotations();
    init_holds();
    init_live_release();
    init_choose_release();
    besides = (image, containers = []) => imagesOf(containers).filter((one) => one.split("@")[0] !== image.split("@")[0]);
    imagesOf = (containers = []) => containers.flatMap(({ image }) => image === void 0 ? [] : [image]);
    hostsOf = ({ uri, urls = [] }) => [
      ...new Set([uri, ...urls].flatMap((url) => URL.parse(url ?? "")?.host ?? []))
    ];
  }
});

// actions/promotion/source/source-site.ts
async function readSourceSite(bucket, site, wanted) {
  const label = siteLabel(site);
  const state = await readSiteState(bucket, site);
  if (state?.current === void 0) {
    const why = "was never published. Publish there first, or correct from-sites.";
    return { name: site.name, label, choice: { kind: "none", why }, hold: void 0, unfinished: false };
  }
  const { current, published = [], hold, unfinished } = state;
  const manifest = await readSiteManifest(bucket, site, current);
  const live = { release: current, commit: manifest?.commit ?? "" };
  const releases = published.map(({ release, commit, undone }) => ({
    release,
    commit,
    ...undone && { withdrawn: "something else was published after the rollback" }
  }));
  return {
    name: site.name,
    label,
    choice: chooseSourceRelease(releases, live, wanted),
    hold: hold && describeSiteHold(hold),
    unfinished: unfinished !== void 0
  };
}
var init_source_site = __esm({
  "actions/promotion/source/source-site.ts"() {
    "use strict";
    init_fetch_classes();
    init_sites();
    init_choose_release();
  }
});

// src/google/http/in-parallel.ts
async function inParallel(items2, limit, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let i2 = next++; i2 < items2.length; i2 = next++) results[i2] = await work(items2[i2]);
  };
  const end = () => {
    next = items2.length;
  };
  await Promise.all(
    Array.from(
      { length: Math.min(limit, items2.length) },
      () => worker().catch((error) => {
        end();
        throw error;
      })
    )
  );
  return results;
}
var init_in_parallel = __esm({
  "src/google/http/in-parallel.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// actions/promotion/source/visit-site.ts
async function visitSite(bucket, site, release, visit, wanted = () => true) {
  const manifest = await readSiteManifest(bucket, site, release);
  if (!manifest)
    throw new OutcomeError(
      `Release ${release} of the site ${site.name} has no manifest any more. Nothing was changed. Promote a newer commit.`
    );
  const files = Object.entries(manifest.files).filter(([path2]) => wanted(path2));
  const root = manifest.atomic ? `${site.prefix}releases/${release}/` : site.prefix;
  await inParallel(files, CONCURRENCY, async ([path2, { md5, kept }]) => {
    const name = kept === void 0 ? root + path2 : `${site.prefix}.releases/${kept}`;
    const stored = await readBytes(bucket, site.bucket, name, MOST_FILE);
    const bytes = stored && contentWith(md5, stored);
    if (!bytes)
      throw new OutcomeError(
        `Release ${release} of the site ${site.name} is not complete: ${path2} is ${stored ? "changed" : "gone"}. Nothing was changed. Publish it at the source again.`
      );
    visit(path2, bytes);
  });
  return files.length;
}
function contentWith(md5, bytes) {
  const hash = (content2) => (0, import_node_crypto6.createHash)("md5").update(content2).digest("base64");
  if (hash(bytes) === md5) return bytes;
  const isGzip = bytes[0] === 31 && bytes[1] === 139;
  const content = isGzip ? (0, import_node_zlib.gunzipSync)(bytes, { maxOutputLength: MOST_FILE }) : void 0;
  return content && hash(content) === md5 ? content : void 0;
}
var import_node_crypto6, import_node_zlib, MOST_FILE, CONCURRENCY;
var init_visit_site = __esm({
  "actions/promotion/source/visit-site.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto6 = require("node:crypto");
    import_node_zlib = require("node:zlib");
    init_in_parallel();
    init_sites();
    init_errors();
    MOST_FILE = 1e9;
    CONCURRENCY = 16;
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

// actions/promotion/target/check-target.ts
async function checkTarget({ target: target2, commit = "", githubToken }, context, { http: http2, endpoints }) {
  const { clock, log, summary } = context;
  const [services, sites] = await Promise.all([
    readNamedServices(http2, endpoints.run, target2.services),
    Promise.all(target2.sites.map((site) => readSourceSite({ http: http2, endpoint: endpoints.storage }, site, void 0)))
  ]);
  for (const service2 of services) noteService(summary, service2, clock.now());
  for (const { label, hold } of sites) noteStanding(summary, { place: label, hold }, clock.now());
  const frozen = services.map(({ resource }) => freezeOn(resource, [], clock.now()));
  checkFreeze(
    frozen.find((text3) => text3 !== void 0),
    { force: false, consequence: "Nothing was copied or changed.", log }
  );
  const held2 = holdsOf(services);
  if (held2.length > 0) throw new OutcomeError(holdMessage(held2, "Nothing was copied or changed."));
  const heldSites = sites.flatMap(
    ({ label, hold }) => hold === void 0 ? [] : [`The ${label} is on hold: ${hold}`]
  );
  if (heldSites.length > 0)
    throw new OutcomeError(
      `${heldSites.join(" ")} Nothing was copied or changed. To release the hold, run the rollback workflow with release-hold: true, and then run this again.`
    );
  const known = [
    ...services.flatMap(({ resource }) => resource ? liveCommits(resource) : []),
    ...sites.flatMap(({ choice }) => choice.kind === "chosen" ? [choice.commit] : [])
  ];
  const { github: run2, signal, deadline } = context;
  await checkFreshness(
    commit,
    known.filter((one) => /^[0-9a-f]{40}$/.test(one)),
    {
      github: githubToken ? async () => createGitHub(run2, githubToken, { signal, clock, deadline }) : void 0,
      log,
      force: false,
      onUnknownHistory: "warn",
      words: { live: "serves", done: "deployed" },
      wayBack: "To go back on purpose, run the rollback workflow at the target."
    }
  );
}
var init_check_target = __esm({
  "actions/promotion/target/check-target.ts"() {
    "use strict";
    init_fetch_classes();
    init_freeze();
    init_standing();
    init_api();
    init_freshness();
    init_holds();
    init_errors();
    init_read_members();
    init_source_site();
  }
});

// actions/promotion/run.ts
async function run(inputs, context) {
  const cloud = connect(context, inputs.auth);
  const { http: http2, endpoints } = cloud;
  if (inputs.task === "fetch") await checkTarget(inputs, context, cloud);
  const [members, sites] = await Promise.all([
    readMembers(inputs, http2, endpoints.run),
    Promise.all(inputs.sites.map((site) => readSourceSite({ http: http2, endpoint: endpoints.storage }, site, inputs.commit)))
  ]);
  if (inputs.task === "source") return describeSource(inputs, { members, sites }, context, cloud);
  refuse2(holdProblems({ members, sites }));
  await fetchSites(inputs, hostsOf2(members), context, cloud);
  await copyImages(inputs, context, cloud);
}
async function describeSource(inputs, found, context, cloud) {
  const chosen = choosePromotion({ ...inputs, ...found });
  const { promotion } = chosen;
  const { commit, digests, releases } = promotion;
  const builtIn = chosen.problems.length === 0 ? await findBuiltIn(inputs, promotion, hostsOf2(found.members), cloud) : [];
  const problems = [...chosen.problems, ...builtIn];
  const { summary, log } = context;
  if (problems.length > 0) {
    summary.heading(md`Nothing is promoted`);
    for (const problem of problems) summary.paragraph(plain(problem));
  }
  refuse2(problems);
  await checkHistory(commit, inputs.githubToken, context);
  log.info(`${inputs.commit === void 0 ? "The source serves" : "The source served"} commit ${commit}.`);
  summary.heading(md`Promotion of ${plain(commit.slice(0, 12))}`);
  summary.table(
    ["What", "From", "As"],
    [
      ...inputs.images.map(({ name, slot }) => [
        plain(`Image ${name}`),
        code(`${inputs.repository}/${name}`),
        code(digests[slot] ?? "")
      ]),
      ...inputs.sites.map(({ name, bucket, prefix }) => [
        plain(`Site ${name}`),
        code(`gs://${bucket}/${prefix}`),
        code(releases[name] ?? "")
      ]),
      ...inputs.rebuilt.map((name) => [
        plain(`Site ${name}`),
        plain("not in from-sites"),
        plain("built for the target")
      ])
    ]
  );
  context.output("commit", commit);
  context.output("digests", digests);
  context.output("releases", releases);
  context.output("rebuilt", JSON.stringify(inputs.rebuilt.map((name) => ({ name }))));
}
function refuse2(problems) {
  if (problems.length > 0)
    throw new OutcomeError(`Nothing is promoted, and nothing was changed. ${problems.join(" ")}`);
}
async function findBuiltIn({ sites }, { releases }, hosts, { http: http2, endpoints }) {
  const problems = await Promise.all(
    sites.map(async (site) => {
      const found = [];
      await visitSite(
        { http: http2, endpoint: endpoints.storage },
        site,
        releases[site.name] ?? "",
        (file, content) => found.push(...findHosts(file, content, hosts).map((host) => `${file} names ${host}`)),
        isText
      );
      return builtInProblem(`site ${site.name}`, found);
    })
  );
  return problems.filter((one) => one !== void 0);
}
async function copyImages(inputs, { log }, { http: http2 }) {
  const { repository, target: target2, images, digests } = inputs;
  if (repository === target2.repository) return;
  for (const { name, slot } of images) {
    const digest = digests[slot] ?? "";
    const [from, to] = [parseImageName(`${repository}/${name}`), parseImageName(`${target2.repository}/${name}`)];
    const { copied, attestations } = await copyImage(http2, from, to, digest);
    const beside = attestations > 0 ? `, with ${attestations} attestations` : "";
    log.info(`${target2.repository}/${name}@${digest} ${copied ? "was copied" : "is there already"}${beside}.`);
  }
}
async function fetchSites({ sites, releases, folder }, hosts, { log }, { http: http2, endpoints }) {
  const problems = [];
  for (const site of sites) {
    const release = releases[site.name] ?? "";
    const found = [];
    const files = await visitSite({ http: http2, endpoint: endpoints.storage }, site, release, (file, content) => {
      found.push(...findHosts(file, content, hosts).map((host) => `${file} names ${host}`));
      writeInside((0, import_node_path4.join)(folder, site.name), file, content);
    });
    problems.push(...[builtInProblem(`site ${site.name}`, found)].filter((one) => one !== void 0));
    log.info(`Site ${site.name}: ${files} files of release ${release}.`);
  }
  refuse2(problems);
}
var import_node_path4, hostsOf2;
var init_run2 = __esm({
  "actions/promotion/run.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path4 = require("node:path");
    init_image_reference();
    init_context();
    init_errors();
    init_summary();
    init_copy_image();
    init_write_inside();
    init_built_in_hosts();
    init_choose_source();
    init_history();
    init_read_members();
    init_source_site();
    init_visit_site();
    init_check_target();
    hostsOf2 = (members) => members.flatMap(({ state }) => state.kind === "found" ? state.hosts : []);
  }
});

// actions/promotion/main.ts
var main_exports = {};
var import_node_process;
var init_main = __esm({
  "actions/promotion/main.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs2();
    init_run2();
    void runAction({ name: "promotion", readInputs, run }, import_node_process.default);
  }
});

// actions/promotion/action.cjs
init_fetch_classes();
exports.main = () => void (init_main(), __toCommonJS(main_exports));
