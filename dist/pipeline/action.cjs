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
function parseDuration(text4) {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(text4.trim());
  if (!match || match[0] === "")
    throw new Error(`"${text4}" is not a duration. Write for instance 500ms, 90s, 5m, 1h30m or 7d.`);
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
var UNITS;
var init_duration = __esm({
  "src/inputs/duration.ts"() {
    "use strict";
    init_fetch_classes();
    UNITS = { d: 864e5, h: 36e5, m: 6e4, s: 1e3, ms: 1 };
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
function readEndpoints(env) {
  const problems = [];
  const entries = Object.entries(APIS).map(([api, [suffix, standard, versionPath]]) => {
    const variable2 = `CLOUDSDK_API_ENDPOINT_OVERRIDES_${suffix}`;
    const value = env[variable2]?.trim() || standard;
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
    var closest3 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i2 = 0; i2 < arr.length; i2++) {
        var dist = distance(str, arr[i2]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i2;
        }
      }
      return arr[min_index];
    };
    exports2.closest = closest3;
  }
});

// src/inputs/lists.ts
function parseList(text4) {
  return meaningfulLines(text4).map(({ content }) => content);
}
function parseMap(text4) {
  const map = /* @__PURE__ */ new Map();
  for (const { number, content } of meaningfulLines(text4)) {
    const at = content.indexOf("=");
    if (at < 0) throw new LineError(number, `"${shorten(content)}" has no "=". Write KEY=VALUE, one per line.`);
    const key = content.slice(0, at).trim();
    if (key === "") throw new LineError(number, 'there is no key before "=". Write KEY=VALUE, one per line.');
    if (map.has(key)) throw new LineError(number, `the key "${key}" was given before. Each key may stand once.`);
    map.set(key, unquote(content.slice(at + 1), number));
  }
  return map;
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
function meaningfulLines(text4) {
  return text4.split(/\r?\n/).map((line, i2) => ({ number: i2 + 1, content: line.trim() })).filter(({ content }) => content !== "" && !content.startsWith("#"));
}
function shorten(line) {
  return line.length > 24 ? `${line.slice(0, 24)}\u2026` : line;
}
var LineError;
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
  }
});

// src/runtime/inputs.ts
function createInputReader(env) {
  const asked = /* @__PURE__ */ new Map();
  const problems = [];
  const problem = (name, message) => {
    problems.push({ subject: `Input ${name}`, message });
  };
  const raw = (name, fallback) => {
    asked.set(name, fallback);
    const value = env[variable(name)];
    return value === void 0 || value.trim() === "" ? fallback : value;
  };
  const parse = (name, parser, fallback) => {
    const value = raw(name, fallback);
    if (value === void 0) return void 0;
    try {
      return parser(value);
    } catch (error) {
      const at = error instanceof LineError ? `line ${error.line}: ` : "";
      problem(name, `${at}${error.message}`);
      return void 0;
    }
  };
  const integer = (name, fallback, { min, max }) => parse(
    name,
    (text4) => {
      const value = Number(text4.trim());
      if (/^-?\d+$/.test(text4.trim()) && value >= min && value <= max) return value;
      throw new Error(`"${text4}" is not a whole number from ${min} to ${max}.`);
    },
    fallback
  );
  return {
    asked,
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
      (text4) => {
        const value = text4.trim();
        if (value === "true" || value === "false") return value === "true";
        throw new Error(`"${text4}" is not a boolean. Write true or false.`);
      },
      fallback
    ),
    integer,
    duration: ((name, fallback) => parse(name, parseDuration, fallback)),
    oneOf: ((name, values, fallback) => parse(
      name,
      (text4) => {
        const value = values.find((candidate) => candidate === text4.trim());
        if (value !== void 0) return value;
        throw new Error(`"${text4}" is not known. Write one of: ${values.join(", ")}.`);
      },
      fallback
    )),
    list: (name, fallback) => parse(name, parseList, fallback) ?? [],
    map: (name, fallback) => parse(name, parseMap, fallback) ?? /* @__PURE__ */ new Map(),
    parseList: (name, parser, fallback) => parse(name, (text4) => parseList(text4).map(parser), fallback) ?? [],
    given(name) {
      return (env[variable(name)] ?? "").trim() !== "";
    },
    changed(name) {
      const value = (env[variable(name)] ?? "").trim();
      return value !== "" && value !== asked.get(name);
    },
    done() {
      const known = new Set([...asked.keys()].map(variable));
      for (const key of Object.keys(env)) {
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
function breakCommands(text4) {
  return text4.replace(DOUBLE, (char) => char === "\u2A74" ? ":\\:=" : ":\\:").replace(COLONS, "$1\\").replace(PREFIX, "$1\\");
}
function createLines(onLine) {
  const decoder = new import_node_string_decoder.StringDecoder("utf8");
  let rest = "";
  const take = (text4) => {
    const lines2 = (rest + text4).split(/\r\n|\n|\r(?!$)/);
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

// src/policy/secrets/names.ts
function isIdFor(name, value) {
  const text4 = value.trim();
  if (!/^[a-z]+(?:[-_][a-z]+)+$/.test(text4)) return false;
  const asked = words(name);
  const own = asked.split("_").filter((word) => !VOCABULARY.has(word));
  if (own.length > 0 && `_${words(text4)}_`.includes(`_${asked}_`)) return true;
  return /_(?:PASSWORD|KEY|TOKEN|CREDENTIALS|URL|DSN|STRING)_SECRET$/.test(asked) && hasSecretWord(text4);
}
var words, SECRET_NAME, QUALITY, saysSecret, BROWSER, isForBrowsers, isPublicByName, isKeyManagement, holdsLogin, VOCABULARY, hasSecretWord;
var init_names = __esm({
  "src/policy/secrets/names.ts"() {
    "use strict";
    init_fetch_classes();
    words = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
    SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PASSCODE|PASS|PWD|PW|SECRET|SECRETS|TOKEN|PAT|CREDENTIALS?|CREDS|API_?KEY|APIKEY|AUTH_KEY|(?:PRIVATE|SECRET|ACCESS|ENCRYPTION|DECRYPTION|SIGNING|MASTER|SESSION|COOKIE|HMAC|ACCOUNT|SERVICE|SERVICE_ROLE|ROOT|ADMIN|SSH|DEPLOY|JWT|LICENSE)_?KEY(?:_BASE)?|SECRET_KEY_BASE|CONNECTION_STRING|AUTHORIZATION|BEARER)$|(?:^|_)(?:PGPASSWORD|REQUIREPASS|MASTERAUTH)$|(?:TRUST|KEY)_?STORE_?PASSWORD$/;
    QUALITY = /_(?:\d+|OLD|NEW|PREVIOUS|CURRENT|PROD|PRODUCTION|STAGING|DEV|VALUE|BASE64|B64|HEX)$/;
    saysSecret = (name) => SECRET_NAME.test(words(name).replace(QUALITY, ""));
    BROWSER = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|PUBLIC|VITE|REACT_APP|GATSBY)_/;
    isForBrowsers = (name) => BROWSER.test(name);
    isPublicByName = (name) => isForBrowsers(name) || /(?:^|_)(?:PUBLIC|PUBLISHABLE|PUB|ANON|SITE|SEARCH|SEARCH_ONLY)_(?:API_)?(?:KEY|KEYS|TOKEN|PEM|CERT|CERTIFICATE|JWK|ID)(?:_|$)/.test(
      words(name)
    ) || /(?:^|_)PUBLIC_\w+_KEY$/.test(words(name));
    isKeyManagement = (name) => /(?:^|_)KMS(?:_|$)/.test(words(name));
    holdsLogin = (name) => /(?:^|_)(?:BASIC_?AUTH|AUTH|AUTHORIZATION|LOGIN|USER_?PASS(?:WORD)?|CREDS|CREDENTIALS)$/.test(words(name));
    VOCABULARY = new Set(
      "PASSWORD PASSWD PASS PWD SECRET SECRETS TOKEN KEY KEYS API ACCESS PRIVATE CREDENTIAL CREDENTIALS AUTH".split(" ")
    );
    hasSecretWord = (text4) => words(text4).split("_").some((word) => VOCABULARY.has(word) || word === "URL" || word === "DSN");
  }
});

// src/policy/secrets/parts.ts
function jsonParts(text4) {
  const start = text4.trimStart()[0];
  if (start !== "{" && start !== "[" && start !== '"') return void 0;
  let value;
  try {
    value = JSON.parse(text4);
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
function textParts(text4) {
  const parts = [];
  for (const pattern of [EQUALS, COLON2, FLAG])
    for (const [, name = "", value = ""] of text4.matchAll(pattern)) {
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
  const text4 = value.trim();
  if (!/^(?:[A-Za-z0-9+/_-]{16,}={0,2}|[A-Za-z0-9+/\n]{64,}={0,2})$/.test(text4)) return void 0;
  const plain3 = Buffer.from(text4, "base64").toString("utf8");
  return /^[\t\n\r\u0020-\u007e]{12,}$/.test(plain3) ? plain3 : void 0;
}
var MOST, isFirebaseWebConfig, EQUALS, COLON2, FLAG;
var init_parts = __esm({
  "src/policy/secrets/parts.ts"() {
    "use strict";
    init_fetch_classes();
    MOST = 2e3;
    isFirebaseWebConfig = (fields) => /^AIza/.test(String(fields.apiKey)) && ("authDomain" in fields || "appId" in fields || "messagingSenderId" in fields);
    EQUALS = /(?:^|[\s;,&?#{("'|])-{0,2}([A-Za-z_][\w.-]{0,80})(?: ?= ?|\s?=)("[^"]*"|'[^']*'|\$?\{[^{}\s]*\}|[^\s,;&}"')|]+)/g;
    COLON2 = /(?:^[ \t]*(?:-[ \t]{1,8})?|[{,][ \t]*)["']?([A-Za-z_][\w.-]{0,80})["']?:[ \t]{1,20}("[^"]*"|'[^']*'|[^\n,}]+)/gm;
    FLAG = /(?:^|\s)--?([A-Za-z][\w-]{2,80})[ \t]+("[^"]*"|'[^']*'|[^\s"'-][^\s]*)/g;
  }
});

// src/policy/secrets/harmless.ts
function isPlaceholder(value) {
  const text4 = value.trim();
  return text4 === "" || /^(?:<[^<>]*>|<<[^<>]*>>|\[[\w -]*\]|\{[\w .-]*\}|\{\{[^{}]*\}\}|\$\{[^}]*\}|\$\{\{[^}]*\}\}|\$[A-Z_]+|\$\d+|\$\([^)]*\)|#\{[^}]*\}#?|__[A-Z0-9_]+__|[*x.\u2026_?-]+|%\w+%|%[sdv]|%\(\w+\)s|:\w+)$/i.test(
    text4
  ) || /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|placeholder|dummy|example|sample|todo|tbd|none|null|nil|unset|undefined|disabled|redacted|removed|n\/a)$/i.test(
    text4
  ) || /^(?:your|my|insert|enter|replace|change)[-_ ].*(?:here|secret|key|token|password|me)$/i.test(text4) || /^(?:sk|pk|rk|sk_live|sk_test|whsec|phc|sk-ant)[-_](?:\.{3}|\u2026|x+)$/i.test(text4);
}
function isResourceName(value) {
  const text4 = value.trim();
  return /^(?:\/\/[\w.-]+\/)?(?:v\d+\/)?(?:projects|folders|organizations|billingAccounts|locations|secrets?|keyRings)\/[^\s=&?]+$/i.test(
    text4
  ) || /^(?:secret:|sm:\/\/|gcp-?sm:|gcp-kms:|aws-?sm:|ssm:|vault:|op:\/\/|berglas:\/\/|alias\/|arn:[\w-]+:|ref\+|@Microsoft\.KeyVault\()/i.test(
    text4
  );
}
function isHarmless(value) {
  const text4 = value.trim();
  return isResourceName(text4) || /^(?:true|false|yes|no|on|off|enabled|required|optional|auto|default|basic|bearer|include|omit|same-origin|header|cookie|query|env|file|vault)$/i.test(
    text4
  ) || /^\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(text4) || /^(?:\.{0,2}\/|~\/|file:|[A-Z]:\\)/.test(text4) || /^[\w./-]{1,200}\.(?:json|pem|key|crt|cer|p12|pfx|jks|txt|ya?ml|env|toml|ini|conf|properties)$/i.test(text4) || /^[a-z][a-z0-9+.-]*:\/\/[^\s@]+$/i.test(text4);
}
function isRandom(value) {
  const text4 = value.trim().replace(/=+$/, "");
  if (/^(?:sha\d{1,3}|md5|h1)[-:]/.test(text4)) return false;
  if (!/^[A-Za-z0-9+/_-]{32,}$/.test(text4)) return false;
  if (!(/[a-z]/.test(text4) && /[A-Z]/.test(text4) && /\d/.test(text4))) return false;
  const kinds = [...text4].map(
    (char) => /\d/.test(char) ? "digit" : /[a-z]/.test(char) ? "lower" : /[A-Z]/.test(char) ? "upper" : "mark"
  );
  const changes = kinds.filter((kind, i2) => i2 > 0 && kind !== kinds[i2 - 1]).length;
  return changes / (text4.length - 1) >= 0.4 && entropy(text4) >= 4;
}
function entropy(text4) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of text4) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count / text4.length * Math.log2(count / text4.length), 0);
}
var init_harmless = __esm({
  "src/policy/secrets/harmless.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/policy/secrets/connection.ts
function hasPassword(value) {
  const pairs = PAIRS.some((pattern) => {
    const [, user = "", password] = pattern.exec(value) ?? [];
    return password !== void 0 && !isTemplate(user, password);
  });
  return pairs || hasToken(value) || hasSignature(value) || isBasicHeader(value);
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
  const text4 = value.trim();
  const [, first = "", mark, second = ""] = /^([\w.%+-]{1,64})([:/])([^\s:/]{1,200})$/.exec(text4) ?? [];
  if (second === "" || /^\d+$/.test(second) || first.includes(".") || isPlaceholder(second)) return false;
  return mark === ":" || /NEO4J|ORACLE|MEMGRAPH|(?:^|_)(?:DB|DATABASE)_/i.test(name);
}
var PAIRS, isTemplate, isAlias, hasSignature;
var init_connection = __esm({
  "src/policy/secrets/connection.ts"() {
    "use strict";
    init_fetch_classes();
    init_harmless();
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

// src/policy/secrets/shapes.ts
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
var init_shapes = __esm({
  "src/policy/secrets/shapes.ts"() {
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

// src/policy/secrets/secret-shape.ts
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
  const text4 = decoded(value);
  return text4 === void 0 || text4 === value ? void 0 : inspect("", text4, deeper(where));
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
  if (browser || isPublicByName(name) || isResourceName(value)) return void 0;
  const maybe = (reason) => ({ reason, certain: false });
  if (holdsLogin(name) && isLogin(name, value)) return maybe("the value has a password in it");
  if (saysSecret(name) && !isHarmless(value) && !isIdFor(name, value))
    return maybe("the name says that it is a secret");
  if (isKeyManagement(name)) return void 0;
  if (isRandom(value)) return maybe("the value looks like a random key");
  if (/(?:^|_)(?:KEY|SALT)$/.test(words(name)) && /^[0-9a-f]{32,}$/i.test(value))
    return maybe("the name says that it is a key, and the value looks like one");
  return void 0;
}
var looksLikeSecret, findSecret, DEEPEST, deeper;
var init_secret_shape = __esm({
  "src/policy/secrets/secret-shape.ts"() {
    "use strict";
    init_fetch_classes();
    init_connection();
    init_harmless();
    init_names();
    init_parts();
    init_shapes();
    looksLikeSecret = (name, value) => findSecret(name, value)?.reason;
    findSecret = (name, value) => inspect(name, value, { browser: isForBrowsers(name), depth: 0 });
    DEEPEST = 4;
    deeper = ({ browser, depth }) => ({ browser, depth: depth + 1 });
  }
});

// src/runtime/output/mask.ts
function textsToMask(secret) {
  const lines2 = linesOf(secret);
  const parts = jsonParts(secret) ?? (lines2.length > 1 ? textParts(secret) : []);
  const values = parts.flatMap(
    ([name, value]) => value.length >= SHORTEST && (saysSecret(name) || looksLikeSecret(name, value) !== void 0) ? linesOf(value) : []
  );
  const whole = lines2.length === 1 ? lines2.filter(isSecretWord) : lines2.filter(saysSomething);
  return [.../* @__PURE__ */ new Set([...whole, ...whole.map((line) => line.trim()), ...values.filter(isSecretWord)])];
}
function saysSomething(line) {
  const text4 = line.trim();
  if (/^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(text4)) return false;
  const [, field, rest = ""] = /^(?:-\s+)?(["']?[\w.-]+["']?\s*[:=])?(.*)$/.exec(text4) ?? [];
  const letters = rest.replace(/[^\p{L}\p{N}]/gu, "");
  if (/^(?:true|false|null|none)$/i.test(letters)) return false;
  return letters.length >= (field ? SHORTEST : SHORTEST_LINE);
}
var SHORTEST, SHORTEST_LINE, linesOf, isSecretWord;
var init_mask = __esm({
  "src/runtime/output/mask.ts"() {
    "use strict";
    init_fetch_classes();
    init_names();
    init_parts();
    init_secret_shape();
    SHORTEST = 4;
    SHORTEST_LINE = 6;
    linesOf = (text4) => text4.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
    isSecretWord = (line) => line.trim().length >= SHORTEST && !/^(?:true|false|null|none|undefined|-----(?:BEGIN|END) [A-Z0-9 ]+-----)$/i.test(line.trim());
  }
});

// src/runtime/log.ts
function createRunner(env, write) {
  let word;
  let open = false;
  const masked = /* @__PURE__ */ new Set();
  const stop = () => {
    if (word !== void 0) return;
    word = (0, import_node_crypto2.randomBytes)(16).toString("hex");
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
      const text4 = typeof value === "string" ? value : JSON.stringify(value);
      const { file, command: instead } = COMMAND_FILES[kind](env);
      const delimiter = `end_${(0, import_node_crypto2.randomBytes)(16).toString("hex")}`;
      if (file) (0, import_node_fs2.appendFileSync)(file, `${name}<<${delimiter}
${text4}
${delimiter}
`);
      else command(instead, text4, { name });
    },
    mask(value) {
      for (const text4 of textsToMask(value)) {
        mask(text4);
        mask(breakCommands(text4));
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
    escapeData = (text4) => text4.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    escapeProperty = (text4) => escapeData(text4).replaceAll(":", "%3A").replaceAll(",", "%2C");
  }
});

// src/runtime/report.ts
function reportError(error, log, name) {
  if (error instanceof InputError || error instanceof PolicyError) {
    for (const { subject, message, location } of error.problems) log.error(`${subject}: ${message}`, location);
    return error.message;
  }
  if (error instanceof CloudError) {
    const text5 = describeCloudError(error);
    log.error(text5);
    logCause(error, log);
    return text5;
  }
  if (error instanceof OutcomeError) {
    log.error(error.message, error.location);
    logCause(error, log);
    return error.message;
  }
  if (isAbort(error)) {
    const text5 = error instanceof Error ? error.message : String(error);
    log.error(text5);
    return text5;
  }
  const text4 = `This is a bug in ${name}: ${error instanceof Error ? error.message : String(error)}. Please report it: ${ISSUES}`;
  log.error(text4);
  if (error instanceof Error && error.stack) log.debug(error.stack);
  return text4;
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
  return {
    heading: (text4) => void parts.push(`## ${text4}`),
    paragraph: (text4) => void parts.push(text4),
    table(header, rows2) {
      const line = (cells) => `| ${cells.map((cell) => oneLine(String(cell ?? "")).replaceAll("|", "&#124;")).join(" | ")} |`;
      parts.push([line(header.map(plain)), `|${" --- |".repeat(header.length)}`, ...rows2.map(line)].join("\n"));
    },
    block(text4, language = "") {
      const longest2 = Math.max(2, ...[...text4.matchAll(/`{3,}/g)].map(([run2]) => run2.length));
      const fence = "`".repeat(longest2 + 1);
      parts.push(`${fence}${language}
${text4.replace(/\r\n?/g, "\n")}
${fence}`);
    },
    collapsed(title, write) {
      parts.push(`<details><summary>${inert(title)}</summary>`);
      write();
      parts.push("</details>");
    },
    text: () => parts.map((part) => `${part}
`).join("\n")
  };
}
function writeSummary(summary, file) {
  const text4 = summary.text();
  if (file && text4 !== "") (0, import_node_fs3.appendFileSync)(file, `${text4}
`);
}
function plain(text4) {
  return lines(
    text4,
    (line) => line.split(LINKED).map((part, i2) => i2 % 2 === 1 ? link(part, part) : inert(part)).join("")
  );
}
function code(text4) {
  if (text4 === "") return md``;
  const shown = oneLine(showDirections(text4));
  if (!/[`|\\]|^\s|\s$/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[^A-Za-z0-9 ]/gu, entity).replaceAll("&#64;", `&#64;${BREAK}`)}</code>`;
}
function link(text4, url) {
  if (!/^https?:\/\/[^\s]+$/.test(url)) return lines(text4, inert);
  const target = url.replace(/[()<>[\]`|\\"'*]/g, encodeURIComponent).replace(/[()'*]/g, percent).replaceAll("&", "&amp;");
  return `[${lines(text4, inert)}](${target})`;
}
function inert(text4) {
  return showDirections(text4).replace(ACTIVE, (found, at, whole) => {
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
    lines = (text4, render) => text4.split(/\r\n|\n|\r/).map(
      (line) => render(line.trim()).replace(
        /^(?:[-+=:]|\d+[.)](?=\s|$))/,
        (start) => start.slice(0, -1) + entity(start.slice(-1))
      )
    ).join("<br>");
    showDirections = (text4) => text4.replace(/[\u202a-\u202e\u2066-\u2069]/g, (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase()}`);
    entity = (char) => `&#${char.codePointAt(0)};`;
    percent = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
    oneLine = (text4) => text4.replace(/\s*[\r\n]\s*/g, " ");
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
  const write = host.stdout.write.bind(host.stdout);
  const runner = createRunner(host.env, (text4) => void write(text4));
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

// src/github/freshness.ts
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

// src/inputs/read-file.ts
function readTextFile(path) {
  const status = (0, import_node_fs4.statSync)(path);
  if (!status.isFile() && !status.isDirectory())
    throw Object.assign(new Error("it is no regular file but a pipe, a socket or a device"), { code: "NOT_A_FILE" });
  return (0, import_node_fs4.readFileSync)(path, "utf8");
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
var init_credential_file = __esm({
  "src/google/credential-file.ts"() {
    "use strict";
    init_fetch_classes();
    init_read_file();
    init_errors();
  }
});

// src/google/errors/error-body.ts
function readJson(json2) {
  const root = Array.isArray(json2) && json2.length === 1 && isObject(json2[0]) ? json2[0] : json2;
  if (!isObject(root)) return plain2(text(root) ?? "");
  if (isObject(root.error)) return readGoogle(root.error);
  if (root.error !== void 0) {
    const description = text(root.error_description);
    const code3 = text(root.error);
    return { ...plain2(description ?? code3 ?? text(root) ?? ""), code: asCode(root.error), reason: asCode(root.error) };
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
  const shown = violations.map(({ subject, description }) => [subject, description].filter(Boolean).join(": ")).filter((line) => line !== "" && !line.split(": ").every((part) => said.includes(part)));
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

// src/google/errors/refusal.ts
var init_refusal = __esm({
  "src/google/errors/refusal.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/google/errors/cloud-error.ts
var init_cloud_error = __esm({
  "src/google/errors/cloud-error.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_error_body();
    init_refusal();
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
  return new Promise((resolve2, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve2, reject).finally(() => signal.removeEventListener("abort", abort));
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

// src/google/http/connections.ts
var init_connections = __esm({
  "src/google/http/connections.ts"() {
    "use strict";
    init_fetch_classes();
  }
});

// src/google/http/proxies.ts
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
var NoAnswerError;
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
  }
});

// src/google/http/unusable-answer.ts
function unusable({ resource, url, status }, what, cause) {
  const message = `the server ${hostOf(url)} ${what}`;
  return new CloudError({ message, status, resource, advice: ADVICE, final: true }, { cause });
}
function notJson(answer, text4, cause) {
  const html = /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text4);
  const title = /<title[^>]*>([^<]{1,100})/i.exec(text4)?.[1]?.trim();
  const start = title ?? text4.replace(/\s+/g, " ").trim().slice(0, 80);
  return unusable(answer, `answered with ${html ? "a web page" : "text"} instead of JSON: "${start}"`, cause);
}
var ADVICE, hostOf, about, tooLarge, tooSlow, redirected, formatLimit;
var init_unusable_answer = __esm({
  "src/google/http/unusable-answer.ts"() {
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

// src/google/http/client.ts
var import_undici, locationOf;
var init_client = __esm({
  "src/google/http/client.ts"() {
    "use strict";
    init_fetch_classes();
    import_undici = __toESM(require_undici(), 1);
    init_errors();
    init_interruption();
    init_retry();
    init_cloud_error();
    init_connections();
    init_proxies();
    init_retry_after();
    init_text_request();
    init_unusable_answer();
    locationOf = (url, location) => location !== void 0 && URL.canParse(location, url) ? new URL(location, url).href : void 0;
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
var init_auth_transport = __esm({
  "src/google/http/auth-transport.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_client();
    init_read_bounded();
    init_unusable_answer();
  }
});

// node_modules/@actions/http-client/lib/proxy.js
var init_proxy = __esm({
  "node_modules/@actions/http-client/lib/proxy.js"() {
    init_fetch_classes();
  }
});

// node_modules/tunnel/lib/tunnel.js
var require_tunnel = __commonJS({
  "node_modules/tunnel/lib/tunnel.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var net = require("net");
    var tls = require("tls");
    var http = require("http");
    var https = require("https");
    var events = require("events");
    var assert = require("assert");
    var util = require("util");
    exports2.httpOverHttp = httpOverHttp2;
    exports2.httpsOverHttp = httpsOverHttp2;
    exports2.httpOverHttps = httpOverHttps2;
    exports2.httpsOverHttps = httpsOverHttps2;
    function httpOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http.request;
      return agent;
    }
    function httpsOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function httpOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https.request;
      return agent;
    }
    function httpsOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {};
      self.proxyOptions = self.options.proxy || {};
      self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
      self.requests = [];
      self.sockets = [];
      self.on("free", function onFree(socket, host, port, localAddress) {
        var options2 = toOptions(host, port, localAddress);
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
      for (var i2 = 1, len = arguments.length; i2 < len; ++i2) {
        var overrides = arguments[i2];
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
    init_fetch_classes();
    module2.exports = require_tunnel();
  }
});

// node_modules/@actions/http-client/lib/index.js
var tunnel, import_undici2, HttpCodes, Headers2, MediaTypes, HttpRedirectCodes, HttpResponseRetryCodes;
var init_lib = __esm({
  "node_modules/@actions/http-client/lib/index.js"() {
    init_fetch_classes();
    init_proxy();
    tunnel = __toESM(require_tunnel2(), 1);
    import_undici2 = __toESM(require_undici(), 1);
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
  }
});

// node_modules/@actions/http-client/lib/auth.js
var init_auth = __esm({
  "node_modules/@actions/http-client/lib/auth.js"() {
    init_fetch_classes();
  }
});

// src/google/oidc-token.ts
var init_oidc_token = __esm({
  "src/google/oidc-token.ts"() {
    "use strict";
    init_fetch_classes();
    init_lib();
    init_auth();
    init_error_body();
    init_read_bounded();
    init_unusable_answer();
  }
});

// src/google/auth.ts
var import_google_auth_library;
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
  }
});

// src/inputs/shared.ts
function readGitHubToken(reader) {
  const expanded = (text4) => text4.trim() === GITHUB_TOKEN ? void 0 : text4.trim();
  return reader.parse("github-token", expanded, GITHUB_TOKEN);
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

// actions/pipeline/build-env.ts
function parseBuildEnv(text4) {
  const values = readLines(text4);
  const problems = [...values].flatMap(([name, value]) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      return [`a name is not that of a variable (letters, digits and "_"). Correct the line.`];
    if (RESERVED.test(name)) return [`${name} is a variable of the runner. Choose another name.`];
    if (value.trim().length < SHORTEST2)
      return [
        `${name} has fewer than ${SHORTEST2} characters, so it cannot be hidden in logs. Give a longer secret, or write the value into the command if it is none.`
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
var SHORTEST2, RESERVED;
var init_build_env = __esm({
  "actions/pipeline/build-env.ts"() {
    "use strict";
    init_fetch_classes();
    init_lists();
    SHORTEST2 = 8;
    RESERVED = /^(?:GITHUB|RUNNER|ACTIONS|INPUT)_|^(?:PATH|HOME|CI|NODE_OPTIONS|LD_PRELOAD|BASH_ENV)$/;
  }
});

// actions/pipeline/plan/keys.ts
var BUILD_KEYS, ROLLOUT_KEYS, PIPELINE_KEYS, ROLLBACK_KEYS;
var init_keys = __esm({
  "actions/pipeline/plan/keys.ts"() {
    "use strict";
    init_fetch_classes();
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
        "policy-exceptions",
        "exceptions",
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

// actions/pipeline/plan/lists.ts
function readList(input, text4, known, needed = []) {
  const list2 = parseJson(text4);
  if (!Array.isArray(list2) || !list2.every(isObject2))
    return { value: [], problems: [{ input, message: 'is not a JSON list of objects, such as [{"name": "web"}].' }] };
  return { value: list2, problems: list2.flatMap((entry) => entryProblems(input, entry, known, needed)) };
}
function readObject(input, text4, known, example) {
  if (text4.trim() === "") return { value: void 0, problems: [] };
  const value = parseJson(text4);
  if (!isObject2(value))
    return { value: void 0, problems: [{ input, message: `is not a JSON object, such as ${example}.` }] };
  return { value, problems: unknownKeys(value, known).map((message) => ({ input, message })) };
}
function repeatedNames(lists) {
  const seen = /* @__PURE__ */ new Set();
  return Object.entries(lists).flatMap(
    ([input, entries]) => entries.flatMap(({ name }) => {
      if (typeof name !== "string" || !seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [
        { input, message: `two services, jobs or frontends have the name ${name}. Give each a name of its own.` }
      ];
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
  if (Array.isArray(value)) return value.map(asText).join("\n");
  if (!isObject2(value)) return value;
  return Object.entries(value).map(([key, one]) => `${key}=${asText(one)}`).join("\n");
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
  return Object.keys(entry).filter((key) => !known.includes(key)).map((key) => `has no key ${key}. Did you mean ${(0, import_fastest_levenshtein2.closest)(key, [...known])}? Known are ${known.join(", ")}.`);
}
function parseJson(text4) {
  try {
    return JSON.parse(text4);
  } catch {
    return void 0;
  }
}
var import_fastest_levenshtein2, SLOTS, isObject2, asText, isName;
var init_lists2 = __esm({
  "actions/pipeline/plan/lists.ts"() {
    "use strict";
    init_fetch_classes();
    import_fastest_levenshtein2 = __toESM(require_mod(), 1);
    SLOTS = 256;
    isObject2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    asText = (value) => typeof value === "string" ? value : JSON.stringify(value);
    isName = (name) => typeof name === "string" && /^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(name);
  }
});

// actions/pipeline/plan/platforms.ts
function readRunners(text4, services) {
  const list2 = parseList2(text4);
  const platforms = list2.map(({ platform }) => String(platform));
  const messages = [
    ...list2.filter((one) => !isPlatformRunner(one)).map(
      (one) => `has ${JSON.stringify(one)}. Give each entry a platform and the runner that builds it: ${EXAMPLE}.`
    ),
    ...platforms.filter((one, i2) => platforms.indexOf(one) !== i2).map((one) => `has ${one} twice. Give each platform one runner.`),
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
  const legs = ownRunners(service, runners).map((platform) => ({
    platform,
    digest: outputs[`s${platformSlot(index, platform, runners)}`] ?? ""
  }));
  return {
    value: legs.map(({ platform, digest }) => `${platform}=${digest}`),
    problems: legs.filter(({ digest }) => !/^sha256:[0-9a-f]{64}$/.test(digest)).map(({ platform }) => ({
      input: "needs",
      message: `the job "Image ${service.name} for ${platform}" passed on no digest. Re-run all jobs.`
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
    init_fetch_classes();
    init_lists2();
    EXAMPLE = '[{"platform": "linux/amd64", "runner": "ubuntu-24.04"}, {"platform": "linux/arm64", "runner": "ubuntu-24.04-arm"}]';
    platformSlot = (service, platform, runners) => service * runners.length + runners.findIndex((one) => one.platform === platform);
    isPlatformRunner = ({ platform, runner, ...others }) => /^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9]+)?$/.test(String(platform)) && Boolean(runner) && Object.keys(others).length === 0;
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
    var parse = (input, options) => {
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
          for (let i2 = token.tokensIndex + 1; i2 < tokens.length; i2++) {
            tokens[i2].value = "";
            tokens[i2].output = "";
            delete tokens[i2].suffix;
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
            const expression = parse(rest, { ...options, fastpaths: false }).output;
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
    parse.fastpaths = (input, options) => {
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
    module2.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject3 = (val) => val && typeof val === "object" && !Array.isArray(val);
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
      const isState = isObject3(glob) && glob.tokens && glob.input;
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
      return parse(pattern, { ...options, fastpaths: false });
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
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
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

// actions/pipeline/plan/unchanged.ts
function filesDigest(entry, files) {
  const patterns = String(asLines(entry.paths)).split("\n");
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
    init_fetch_classes();
    import_node_crypto3 = require("node:crypto");
    import_picomatch = __toESM(require_picomatch2(), 1);
    init_lists2();
    WORKFLOWS = ".github/workflows/**";
    USUAL_AGE = "7d";
    passedWithin = (entry) => String(entry["passed-within"] ?? USUAL_AGE);
    matcher = (patterns, excluded = []) => (0, import_picomatch.default)([...patterns], { dot: true, ignore: [...excluded] });
    folderPattern = (folder) => `${folder.replace(/^\.\//, "").replace(/\/+$/, "")}/**`;
    hash = (value) => (0, import_node_crypto3.createHash)("sha256").update(JSON.stringify(value)).digest("hex");
    passedRecord = (configuration) => `This check passed with configuration sha256:${configuration}. It is skipped while that and its files stay the same.`;
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
  const problems = [
    ...checks.problems,
    ...checks.value.filter(isIdle).map(({ name }) => problemOf("checks", `${name} needs run or golangci-lint.`)),
    ...checks.value.flatMap(setupProblems),
    ...checks.value.flatMap(pathsProblems),
    ...services.problems,
    ...services.value.flatMap((entry) => serviceProblems(entry, built, services.value)),
    ...jobs.problems,
    ...jobs.value.flatMap((entry) => jobProblems(entry, built, services.value.filter(isDeployed))),
    ...frontends.problems,
    ...repeatedNames({ services: services.value, jobs: jobs.value, frontends: frontends.value }),
    ...migration.problems,
    ...migrationProblems(texts.migration, migration.value, built, services.value),
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
function legOf(lists, list2, name) {
  const slot = lists[list2].findIndex((entry) => entry.name === name);
  const found = lists[list2][slot];
  if (!found || list2 === "services" && !isBuilt(found)) return { entry: void 0, slot };
  return { entry: asInputs({ ...found, ...cacheOf(list2, found) }), slot };
}
function imageLegOf(lists, name, { platform, runners, needs }) {
  const leg = legOf(lists, "services", name);
  const service = leg.entry && lists.services[leg.slot];
  if (!leg.entry || !service) return { leg, merge: [], problems: [] };
  if (platform === void 0) {
    const { value, problems } = mergeLines(service, leg.slot, runners, needs);
    return { leg, merge: value, problems };
  }
  const entry = ownRunners(service, runners).includes(platform) ? { ...leg.entry, platforms: platform } : void 0;
  return { leg: { entry, slot: platformSlot(leg.slot, platform, runners) }, merge: [], problems: [] };
}
function unknownImages(images, built) {
  const names = built.map((one) => one.name);
  const known = names.length > 0 ? ` Built are: ${names.join(", ")}.` : "";
  return images.filter((one) => !names.includes(one) && !isDigest(one)).map(
    (one) => `takes the image ${one}, which no service of that name builds.${known} An image that was built elsewhere is given by digest, NAME@sha256:\u2026.`
  );
}
function setupProblems({ name, setup }) {
  if (setup === void 0 || /^\.\/(?!.*(?:^|\/)\.\.(?:\/|$))[\w./-]+$/.test(String(setup))) return [];
  return [
    problemOf(
      "checks",
      `${name} has setup ${String(setup)}. Give the folder of a composite action in this repository, such as ./.github/actions/setup.`
    )
  ];
}
function pathsProblems(entry) {
  const { name, paths } = entry;
  if (paths === void 0)
    return "passed-within" in entry ? [problemOf("checks", `${name} has passed-within, which goes with paths only.`)] : [];
  const patterns = [paths].flat();
  const isText = patterns.every((one) => typeof one === "string" && one !== "" && !/^!?\.?\//.test(one));
  const messages = [
    ...isText && patterns.some((one) => !String(one).startsWith("!")) ? [] : [
      'has paths that are no list of patterns from the root of the repository, such as ["api/**", "go.*", "!**/*.md"].'
    ],
    ...durationProblem(passedWithin(entry))
  ];
  return messages.map((message) => problemOf("checks", `${name} ${message}`));
}
function durationProblem(text4) {
  try {
    parseDuration(text4);
    return [];
  } catch (error) {
    return [`has a passed-within that cannot be read: ${error.message}`];
  }
}
function serviceProblems(entry, built, services) {
  const { name, image, containers = {}, after = [] } = entry;
  const taken = [...image === void 0 ? [] : [image], ...Object.values(containers)];
  const given = (keys) => Object.keys(entry).filter((key) => keys.includes(key));
  const deployed = services.filter(isDeployed).map((one) => one.name);
  const messages = [
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
function jobProblems(entry, built, deployed) {
  const { name, image, when = "before-traffic", "on-failure": onFailure = "fail", execute = true } = entry;
  const sources = JOB_SOURCES.filter((key) => entry[key] !== void 0);
  const choice = (key, value, allowed) => allowed.includes(value) ? [] : [`has ${key} ${String(value)}. Give ${allowed.join(" or ")}.`];
  const only2 = (source, keys) => entry[source] === void 0 ? keys.filter((key) => entry[key] !== void 0).map((key) => `has ${key}, which goes with ${source} only.`) : [];
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
function migrationProblems(text4, migration, built, services) {
  if (text4.trim() === "") return [];
  const { image, when = "before-traffic" } = migration ?? {};
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
      `has when after-traffic, which does not go with the timed steps of ${long.join(", ")}: old revisions serve until the canary has all traffic. Put the migration into a later commit, which deploys without timed steps.`
    ] : []
  ];
}
function cacheOf(list2, entry) {
  if (list2 === "checks")
    return { cache: entry.cache === void 0 || entry.cache === true ? cachedBy(entry) : entry.cache };
  return list2 === "frontends" && entry.cache === true ? { cache: CACHED.node } : {};
}
function cachedBy(entry) {
  const { rust, "working-directory": folder = "." } = entry;
  return [
    ...rust ? ["~/.cargo/registry", "~/.cargo/git", `${folder}/target`] : [],
    ...Object.entries(CACHED).flatMap(([tool, folders]) => entry[tool] ? folders : [])
  ];
}
var import_node_crypto4, MIGRATION, isBuilt, isDeployed, shortHash, artifactName, problemOf, isIdle, isDigest, JOB_SOURCES, MANIFEST_ONLY, COMMAND_ONLY, PHASES, CACHED;
var init_call = __esm({
  "actions/pipeline/plan/call.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto4 = require("node:crypto");
    init_duration();
    init_keys();
    init_lists2();
    init_platforms();
    init_unchanged();
    MIGRATION = '{"image": "web", "job": "migrate", "args": "migrate"}';
    isBuilt = ({ image }) => image === void 0;
    isDeployed = ({ manifest, service }) => manifest !== void 0 || service !== void 0;
    shortHash = (text4) => (0, import_node_crypto4.createHash)("sha256").update(text4).digest("hex").slice(0, 12);
    artifactName = (call, frontend) => `frontend-${call}-${frontend}`;
    problemOf = (input, message) => ({ input, message });
    isIdle = (check) => check.run === void 0 && check["golangci-lint"] === void 0;
    isDigest = (image) => /^[^\s@]+@sha256:[0-9a-f]{64}$/.test(String(image));
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

// actions/pipeline/plan/rollback.ts
function chooseRollback(texts) {
  const { what, to, region, releaseHold } = texts;
  const services = readList("services", texts.services, ROLLBACK_KEYS.services, ["service"]);
  const frontends = readList("frontends", texts.frontends, ROLLBACK_KEYS.frontends, ["bucket"]);
  const all = [...services.value, ...frontends.value];
  const named2 = all.some(({ name }) => name === what);
  const choose = (entries, list2) => named2 ? entries.filter(({ name }) => name === what) : what === "all" || what === list2 ? entries : [];
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
        from: text2(row["previous-commit"]) || text2(row["previous-revision"]) || "-",
        to: text2(row.commit) || text2(row.revision) || "-",
        commit: isCommit(text2(row.commit))
      };
    });
  });
  const frontends = chosen.frontends.map(({ name }, i2) => {
    const to = text2(sites[i2]?.release);
    return {
      name: String(name),
      from: text2(sites[i2]?.["previous-release"]) || "-",
      to: to || "-",
      commit: isCommit(to)
    };
  });
  return [...services, ...frontends];
}
function apartWarnings(moves) {
  const targets = new Set(moves.filter(({ commit }) => commit).map(({ to }) => to));
  if (targets.size < 2) return [];
  const list2 = moves.map(({ name, from, to }) => `${name} from ${short(from)} to ${short(to)}`).join(", ");
  return [
    `Services and frontends go back to different commits: ${list2}. To bring all of them back to one commit, cancel this run and start it with to: COMMIT.`
  ];
}
function servingAfter({ chosen }, region, deployed, sites) {
  const services = chosen.services.map((entry) => {
    const [first = ""] = regionsOf(entry, region);
    return [String(entry.name), text2(rowOf(deployed, entry, first)?.revision)];
  });
  const frontends = chosen.frontends.map(({ name }, i2) => [String(name), text2(sites[i2]?.release)]);
  return Object.fromEntries([...frontends, ...services].filter(([, version]) => version !== ""));
}
var short, rowOf, isCommit, text2;
var init_rollback = __esm({
  "actions/pipeline/plan/rollback.ts"() {
    "use strict";
    init_fetch_classes();
    init_keys();
    init_lists2();
    short = (one) => isCommit(one) ? one.slice(0, 12) : one;
    rowOf = (rows2, { service }, region) => rows2.find((row) => row.region === region && row.service === String(service).trim());
    isCommit = (one) => /^[0-9a-f]{40}$/.test(one);
    text2 = (value) => value === void 0 || value === null ? "" : String(value);
  }
});

// actions/pipeline/inputs.ts
function readInputs(reader) {
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
  const platform = reader.parse("matrix", parsePlatformLeg, "{}");
  const needs = reader.parse("needs", (text4) => parseObject(text4), "{}");
  const region = reader.text("region") ?? "";
  const list2 = reader.oneOf("list", ["checks", "services", "frontends"], "services");
  const entry = reader.text("entry") ?? "";
  const target = shortHash(reader.text("target") ?? "");
  const call = shortHash(reader.text("call") ?? "");
  const imageRepository = reader.text("image-repository") ?? "";
  const digests = reader.parse("digests", parseTexts, "{}");
  const builds = reader.parse("builds", parseTexts, "{}");
  const folder = reader.text("folder") ?? "";
  const promotion = reader.boolean("promotion", "false");
  const deployed = reader.text("deployed", "[]");
  const published = reader.text("published", "[]");
  const outcomes = reader.parse("outcomes", parseTexts, "{}");
  const rollback = {
    what: reader.text("what", "all"),
    to: reader.text("to", "previous"),
    releaseHold: reader.boolean("release-hold", "false")
  };
  const reason = reader.text("reason") ?? "";
  const runner = reader.text("runner") ?? "";
  const githubToken = readGitHubToken(reader) ?? "";
  const buildEnv = reader.parse("build-env", parseBuildEnv) ?? /* @__PURE__ */ new Map();
  if (task === "rollback" || task === "rollback-plan" || task === "rollback-result") {
    const { plan, problems: problems2 } = chooseRollback({ ...texts, ...rollback, region });
    report(reader, problems2);
    return task === "rollback" ? { task, plan } : { task, plan, region, deployed, published, outcomes, reason };
  }
  const { lists, problems } = readCall(texts);
  const { value: runners, problems: others } = readRunners(platforms, lists.services);
  report(reader, [...problems, ...others]);
  if (task === "plan") return { task, lists, region, promotion, runners };
  if (task === "select") return { task, lists };
  if (task === "entry")
    return { task, lists, list: list2, entry, target, call, buildEnv, image: { platform, runners, needs } };
  if (task === "unchanged")
    return { task, entry: lists.checks.find(({ name }) => name === entry) ?? {}, buildEnv, runner, githubToken };
  if (task === "result") return { task, lists, region, deployed, published, outcomes };
  return { task, lists, region, imageRepository, digests, builds, folder, promotion, call };
}
function report(reader, problems) {
  for (const { input, message } of problems) reader.problem(input, message);
  reader.done();
}
function parsePlatformLeg(text4) {
  const { leg } = parseObject(text4);
  return leg?.platform === void 0 ? void 0 : String(leg.platform);
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
var init_inputs2 = __esm({
  "actions/pipeline/inputs.ts"() {
    "use strict";
    init_fetch_classes();
    init_shared();
    init_build_env();
    init_call();
    init_platforms();
    init_rollback();
  }
});

// actions/pipeline/earlier-pass.ts
async function findEarlierPass(subject, run2, github) {
  const { entry } = subject;
  if (run2.runAttempt > 1) return { because: "this is a re-run" };
  const from = startOf(run2);
  if (!from) return { because: "this run is of no branch" };
  const { branch, commit } = from;
  if (!await github.isProtected(branch))
    return { because: `branch ${branch} is not protected, so that its history may be written anew` };
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
    init_fetch_classes();
    init_duration();
    init_rollback();
    init_unchanged();
    MOST_COMMITS = 20;
  }
});

// shared:yaml
var require_yaml = __commonJS({
  "shared:yaml"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/yaml.cjs")["yaml"];
  }
});

// actions/pipeline/job-manifests.ts
function findJobManifests(paths, absolute) {
  return new Set(paths.filter((path) => kindOf(absolute(path)) === "Job"));
}
function kindOf(file) {
  try {
    return (0, import_yaml.parseAllDocuments)(readTextFile(file))[0]?.get("kind");
  } catch {
    return void 0;
  }
}
var import_yaml;
var init_job_manifests = __esm({
  "actions/pipeline/job-manifests.ts"() {
    "use strict";
    init_fetch_classes();
    import_yaml = __toESM(require_yaml(), 1);
    init_read_file();
  }
});

// actions/pipeline/plan/describe.ts
function describeCall({ checks, services, jobs, frontends, migration }, region, promotion, runners = []) {
  const images = promotion ? "Take images from the source" : "Build images, unless their inputs are unchanged";
  const rows2 = [
    { step: "Check", what: checks.map(({ name }) => String(name)) },
    { step: images, what: services.filter(isBuilt).map((entry) => imageText(entry, runners)) },
    { step: promotion ? "Take sites from the source" : "Build frontends", what: frontends.map(nameOf) },
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
    init_fetch_classes();
    init_call();
    init_lists2();
    init_platforms();
    isBefore = ({ when = "before-traffic" }) => when === "before-traffic";
    jobText = ({ name, execute = true }) => execute === true ? String(name) : `${name}, not executed`;
    nameOf = ({ name }) => String(name);
  }
});

// actions/pipeline/plan/release.ts
function planReleaseInputs(sources) {
  const { lists, region } = sources;
  const deployed = lists.services.filter(isDeployed);
  const isJob = ({ manifest }) => sources.jobManifests.has(String(manifest));
  const images = imagesOf(sources);
  const builds = lists.frontends.map(
    (frontend, slot) => sources.promotion ? FETCHED : buildOf(frontend, sources.builds[`s${slot}`])
  );
  const { options, notices } = sharedOptions(deployed);
  const { migration } = lists;
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
    canaries: String(options.steps ?? "").includes("@") ? services.map((entry) => only(entry, NAMING)) : [],
    sites: lists.frontends.map((frontend, i2) => siteEntry(frontend, builds[i2], sources)),
    artifacts: builds.map(({ id }) => id).filter((id) => id !== ""),
    holders: deployed.filter((entry) => !isJob(entry)).flatMap((entry) => holdersOf(entry, region)),
    notices
  };
  return { inputs, problems: [...images.problems, ...builds.flatMap(({ problems }) => problems)] };
}
function imagesOf({ lists, imageRepository, digests }) {
  const named2 = {};
  const problems = [];
  for (const [slot, service] of lists.services.entries()) {
    if (!isBuilt(service)) continue;
    const digest = digests[`s${slot}`] ?? "";
    if (/^sha256:[0-9a-f]{64}$/.test(digest))
      named2[String(service.name)] = `${imageRepository.replace(/\/+$/, "")}/${service.name}@${digest}`;
    else
      problems.push({
        input: "digests",
        message: `the job "Image ${service.name}" passed on no digest. Re-run all jobs.`
      });
  }
  return { named: named2, problems };
}
function buildOf({ name }, text4 = "") {
  const [, id, digest] = /^(\d+) (sha256:[0-9a-f]{64})$/.exec(text4) ?? [];
  if (id && digest) return { id, digest, problems: [] };
  const message = `the job "Build ${name}" passed on no artifact. Re-run all jobs.`;
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
function siteEntry(frontend, { digest }, { lists, folder, artifactName: artifactName2, promotion }) {
  if (promotion) return { ...without(frontend, NOT_OF_PUBLISH), path: `${folder}/${frontend.name}` };
  const path = lists.frontends.length === 1 ? folder : `${folder}/${artifactName2(String(frontend.name))}`;
  return { ...without(frontend, NOT_OF_PUBLISH), path, "artifact-digest": digest };
}
function holdersOf(entry, region) {
  const { manifest, service, substitutions } = asInputs(entry);
  return regionsOf(entry, region).map(
    (one) => manifest === void 0 ? `${one}/${service}` : JSON.stringify({ manifest, region: one, ...substitutions !== void 0 && { substitutions } })
  );
}
function sharedOptions(services) {
  const options = {};
  const notices = [];
  for (const key of SHARED_OPTIONS) {
    const asking = services.filter((entry) => entry[key] !== void 0);
    const values = [...new Set(asking.map((entry) => String(asLines(entry[key]))))];
    if (values.length === 0) continue;
    options[key] = MOST_CAREFUL[key](values);
    if (services.length > asking.length || values.length > 1)
      notices.push(
        `Services of a release move together: ${key} of ${asking.map(({ name }) => name).join(", ")} (${String(options[key]).replaceAll("\n", ", ")}) holds for all.`
      );
  }
  return { options, notices };
}
function pick(values, weight) {
  return values.reduce((best, one) => weight(one) > weight(best) ? one : best);
}
function duration(text4) {
  try {
    return parseDuration(text4);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
var SHARED_OPTIONS, NOT_OF_DEPLOY, NOT_OF_JOB, NAMING, NOT_OF_PUBLISH, FETCHED, imageOf, longest, MOST_CAREFUL, only, without;
var init_release = __esm({
  "actions/pipeline/plan/release.ts"() {
    "use strict";
    init_fetch_classes();
    init_duration();
    init_call();
    init_keys();
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
      "policy",
      "required-checks",
      "secrets-latest"
    ];
    NOT_OF_DEPLOY = ["image", "containers", "execute", ...BUILD_KEYS, ...SHARED_OPTIONS];
    NOT_OF_JOB = ["containers", "after", ...BUILD_KEYS, ...SHARED_OPTIONS];
    NAMING = ["manifest", "service", "region", "substitutions"];
    NOT_OF_PUBLISH = ["build", "working-directory", "node", "cache", "url"];
    FETCHED = { id: "", digest: "", problems: [] };
    imageOf = (image, images) => isDigest(image) ? String(image) : images[String(image)] ?? "";
    longest = (values) => pick(values, duration);
    MOST_CAREFUL = {
      strategy: (values) => values.includes("canary") ? "canary" : values[0],
      steps: (values) => pick(values, (text4) => text4.split(/[\s,]+/).length),
      "step-interval": longest,
      "on-canary": (values) => values.includes("wait") ? "wait" : values[0],
      "overdue-after": (values) => pick(values, (text4) => -duration(text4)),
      analysis: (values) => pick(values, (text4) => text4 === "off" ? 0 : text4.length),
      "on-inconclusive": (values) => values.includes("restore") ? "restore" : values[0],
      // The higher rate stops a canary sooner.
      "false-alarm-rate": (values) => pick(values, Number),
      timeout: longest,
      policy: (values) => pick(values, (text4) => ["off", "warn", "enforce"].indexOf(text4)),
      "required-checks": (values) => [...new Set(values.flatMap((text4) => text4.split("\n")))].join("\n"),
      "secrets-latest": (values) => values.includes("resolve") ? "resolve" : values[0]
    };
    only = (entry, keys) => Object.fromEntries(Object.entries(entry).filter(([key]) => keys.includes(key)));
    without = (entry, keys) => Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));
  }
});

// actions/pipeline/plan/result.ts
function servedNow(lists, jobManifests2, region, deployed, published) {
  let row = 0;
  const services = lists.services.filter((entry) => isDeployed(entry) && !jobManifests2.has(String(entry.manifest))).flatMap((entry) => {
    const found = deployed[row];
    row += regionsOf(entry, region).length;
    return found ? [{ name: String(entry.name), version: text3(found.revision), url: text3(found.url) }] : [];
  });
  const sites = lists.frontends.flatMap(
    ({ name, url }, i2) => published[i2]?.release ? [{ name: String(name), version: text3(published[i2].release), url: text3(url) }] : []
  );
  return [...services, ...sites];
}
var text3;
var init_result = __esm({
  "actions/pipeline/plan/result.ts"() {
    "use strict";
    init_fetch_classes();
    init_call();
    init_lists2();
    text3 = (value) => value === void 0 || value === null ? "" : String(value);
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
    init_fetch_classes();
    init_client();
    init_read_bounded();
    init_text_request();
    init_unusable_answer();
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
  const read = (resource, permission, call) => repeated({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read };
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
    init_retry_after();
    init_unusable_answer();
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
  const { octokit, rest, at, read } = createGitHubClient(run2, token, options);
  const contents = (what, call) => read(`${what} of ${run2.repository}`, "contents: read", call);
  const checks = (call) => read(`checks of ${run2.repository}`, "checks: read", call);
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
      const parents = new Map(data.map(({ sha, parents: [first] }) => [sha, first?.sha]));
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
    init_fetch_classes();
    init_not_found();
    init_client2();
  }
});

// actions/pipeline/run.ts
async function run(task, context) {
  switch (task.task) {
    case "plan":
      return describe(task, context);
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
function describe({ lists, region, promotion, runners }, { summary, log }) {
  const rows2 = describeCall(lists, region, promotion, runners);
  for (const { step, what } of rows2) log.info(`${step}: ${what.join(", ")}`);
  summary.heading(md`Plan`);
  summary.table(
    ["Step", "What"],
    rows2.map(({ step, what }) => [plain(step), listed(what.map(plain), ", ")])
  );
}
function setEntry({ lists, list: list2, entry, target, call, buildEnv, image }, context) {
  for (const value of buildEnv.values()) context.mask(value);
  if (list2 !== "services") for (const [name, value] of buildEnv) context.exportVariable(name, value);
  const { leg, merge, problems } = list2 === "services" ? imageLegOf(lists, entry, image) : { leg: legOf(lists, list2, entry), merge: [], problems: [] };
  if (problems.length > 0)
    throw new InputError(problems.map(({ input, message }) => ({ subject: `Input ${input}`, message })));
  if (list2 === "services") {
    context.output("for-merge", String(image.platform !== void 0));
    context.output("merge", merge.join("\n"));
  }
  context.output("entry", leg.entry ? JSON.stringify(leg.entry) : "");
  context.output("slot", `s${leg.slot}`);
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
  const { inputs, problems } = planReleaseInputs({
    ...task,
    artifactName: (frontend) => artifactName(task.call, frontend),
    jobManifests: jobManifests(task.lists, context)
  });
  if (problems.length > 0)
    throw new InputError(problems.map(({ input, message }) => ({ subject: `Input ${input}`, message })));
  for (const notice of inputs.notices) context.log.notice(notice);
  context.output("images", JSON.stringify(inputs.images));
  context.output("migration", inputs.migration ? JSON.stringify(inputs.migration) : "");
  context.output("services", json(inputs.services));
  context.output("jobs", json(inputs.jobs));
  context.output("options", JSON.stringify(inputs.options));
  context.output("canaries", json(inputs.canaries));
  context.output("sites", json(inputs.sites));
  context.output("artifacts", inputs.artifacts.join(","));
  context.output("holders", inputs.holders.join("\n"));
}
function setResult({ lists, region, deployed, published, outcomes }, context) {
  const served = servedNow(lists, jobManifests(lists, context), region, rows(deployed), rows(published));
  const byName2 = (key) => JSON.stringify(Object.fromEntries(served.map((one) => [one.name, one[key]])));
  context.output("urls", byName2("url"));
  context.output("revisions", byName2("version"));
  const { summary } = context;
  summary.heading(md`Release`);
  summarizeSteps(context, outcomes);
  if (served.length === 0) {
    summary.paragraph(md`Nothing new serves.`);
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
var import_node_path, json, jobManifests, rows;
var init_run2 = __esm({
  "actions/pipeline/run.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path = require("node:path");
    init_errors();
    init_summary();
    init_earlier_pass();
    init_job_manifests();
    init_call();
    init_describe();
    init_release();
    init_result();
    init_rollback();
    init_unchanged();
    json = (list2) => list2.length > 0 ? JSON.stringify(list2) : "";
    jobManifests = ({ services }, { github }) => findJobManifests(
      services.filter(isDeployed).flatMap(({ manifest }) => typeof manifest === "string" ? [manifest] : []),
      (path) => (0, import_node_path.resolve)(github.workspace || ".", path)
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
    init_fetch_classes();
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs2();
    init_run2();
    void runAction({ name: "pipeline", readInputs, run }, import_node_process.default);
  }
});

// actions/pipeline/action.cjs
init_fetch_classes();
exports.main = () => void (init_main(), __toCommonJS(main_exports));
