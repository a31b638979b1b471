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
      static [Symbol.hasInstance](object2) {
        return object2 && typeof object2 === "object" && typeof object2.constructor === "function" && (typeof object2.stream === "function" || typeof object2.arrayBuffer === "function") && /^(Blob|File)$/.test(object2[Symbol.toStringTag]);
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
      static [Symbol.hasInstance](object2) {
        return !!object2 && object2 instanceof fetch_blob_default && /^(File)$/.test(object2[Symbol.toStringTag]);
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
function parseDuration(text2) {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(text2.trim());
  if (!match || match[0] === "")
    throw new Error(`"${text2}" is not a duration. Write for instance 500ms, 90s, 5m, 1h30m or 7d.`);
  const [, days2 = "0", hours = "0", minutes = "0", seconds2 = "0", millis = "0"] = match;
  return +days2 * UNITS.d + +hours * UNITS.h + +minutes * UNITS.m + +seconds2 * UNITS.s + +millis;
}
function formatDuration(ms) {
  if (ms < 1e3) return `${Math.round(ms)}ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)}s`;
  const seconds2 = Math.round(ms / 1e3);
  if (seconds2 < 3600) return `${Math.floor(seconds2 / 60)}m${String(seconds2 % 60).padStart(2, "0")}s`;
  return `${Math.floor(seconds2 / 3600)}h${String(Math.floor(seconds2 % 3600 / 60)).padStart(2, "0")}m`;
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
function readPayload(path4) {
  if (!path4) return {};
  try {
    return JSON.parse((0, import_node_fs.readFileSync)(path4, "utf8"));
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
    var closest2 = function(str, arr) {
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
    exports2.closest = closest2;
  }
});

// src/inputs/lists.ts
function parseList(text2) {
  const lines2 = text2.split("\n");
  const items = [];
  for (let i2 = 0; i2 < lines2.length; i2++) {
    const content = lines2[i2].trim();
    const end = /^<<([A-Za-z_]\w*)$/.exec(content)?.[1];
    const block = end === void 0 ? void 0 : readBlock(lines2, i2, end);
    if (block) {
      items.push(block.value);
      i2 = block.last;
    } else if (isMeaningful(content)) items.push(content);
  }
  return items;
}
function parseMap(text2) {
  const map = /* @__PURE__ */ new Map();
  const add = (key, number, value) => {
    if (map.has(key)) throw new LineError(number, `the key "${key}" was given before. Each key may stand once.`);
    map.set(key, value());
  };
  const lines2 = text2.split("\n");
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
  const integer = (name, fallback, { min, max }) => parse3(
    name,
    (text2) => {
      const value = Number(text2.trim());
      if (/^-?\d+$/.test(text2.trim()) && value >= min && value <= max) return value;
      throw new Error(`"${text2}" is not a whole number from ${min} to ${max}.`);
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
      (text2) => {
        const value = text2.trim();
        if (value === "true" || value === "false") return value === "true";
        throw new Error(`"${text2}" is not a boolean. Write true or false.`);
      },
      fallback
    ),
    integer,
    duration: ((name, fallback) => parse3(name, parseDuration, fallback)),
    oneOf: ((name, values, fallback) => parse3(
      name,
      (text2) => {
        const value = values.find((candidate) => candidate === text2.trim());
        if (value !== void 0) return value;
        throw new Error(`"${text2}" is not known. Write one of: ${values.join(", ")}.`);
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
function breakCommands(text2) {
  return text2.replace(DOUBLE, (char) => char === "\u2A74" ? ":\\:=" : ":\\:").replace(COLONS, "$1\\").replace(PREFIX, "$1\\");
}
function createLines(onLine) {
  const decoder = new import_node_string_decoder.StringDecoder("utf8");
  let rest = "";
  const take = (text2) => {
    const lines2 = (rest + text2).split(/\r\n|\n|\r(?!$)/);
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
  const text2 = value.trim();
  return text2 === "" || /^(?:<[^<>]*>|<<[^<>]*>>|\[[\w -]*\]|\{[\w .-]*\}|\{\{[^{}]*\}\}|\$\{[^}]*\}|\$\{\{[^}]*\}\}|\$[A-Z_]+|\$\d+|\$\([^)]*\)|#\{[^}]*\}#?|__[A-Z0-9_]+__|[*x.\u2026_?-]+|%\w+%|%[sdv]|%\(\w+\)s|:\w+)$/i.test(
    text2
  ) || /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|placeholder|dummy|example|sample|todo|tbd|none|null|nil|unset|undefined|disabled|redacted|removed|n\/a)$/i.test(
    text2
  ) || /^(?:your|my|insert|enter|replace|change)[-_ ].*(?:here|secret|key|token|password|me)$/i.test(text2) || /^(?:sk|pk|rk|sk_live|sk_test|whsec|phc|sk-ant)[-_](?:\.{3}|\u2026|x+)$/i.test(text2);
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
  return isResourceName(text2) || /^(?:true|false|yes|no|on|off|enabled|required|optional|auto|default|basic|bearer|include|omit|same-origin|header|cookie|query|env|file|vault)$/i.test(
    text2
  ) || /^\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(text2) || /^(?:\.{0,2}\/|~\/|file:|[A-Z]:\\)/.test(text2) || /^[\w./-]{1,200}\.(?:json|pem|key|crt|cer|p12|pfx|jks|txt|ya?ml|env|toml|ini|conf|properties)$/i.test(text2) || /^[a-z][a-z0-9+.-]*:\/\/[^\s@]+$/i.test(text2);
}
function isRandom(value) {
  const text2 = value.trim().replace(/=+$/, "");
  if (/^(?:sha\d{1,3}|md5|h1)[-:]/.test(text2)) return false;
  if (!/^[A-Za-z0-9+/_-]{32,}$/.test(text2)) return false;
  if (!(/[a-z]/.test(text2) && /[A-Z]/.test(text2) && /\d/.test(text2))) return false;
  const kinds = [...text2].map(
    (char) => /\d/.test(char) ? "digit" : /[a-z]/.test(char) ? "lower" : /[A-Z]/.test(char) ? "upper" : "mark"
  );
  const changes = kinds.filter((kind, i2) => i2 > 0 && kind !== kinds[i2 - 1]).length;
  return changes / (text2.length - 1) >= 0.4 && entropy(text2) >= 4;
}
function entropy(text2) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of text2) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count / text2.length * Math.log2(count / text2.length), 0);
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
  const pairs2 = PAIRS.some((pattern) => {
    const [, user = "", password] = pattern.exec(value) ?? [];
    return password !== void 0 && !isTemplate(user, password);
  });
  return pairs2 || hasToken(value) || hasSignature(value) || isBasicHeader(value) || isLoginFile(value);
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
  const text2 = value.trim();
  const [, first = "", mark, second = ""] = /^([\w.%+-]{1,64})([:/])([^\s:/]{1,200})$/.exec(text2) ?? [];
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
      const open2 = isFirebaseWebConfig(fields);
      for (const [field, inner] of Object.entries(fields))
        if (!(open2 && field === "apiKey")) waiting.push([field, inner]);
    } else if (typeof value === "string") parts.push([key, value]);
  }
}
function textParts(text2) {
  const parts = [];
  for (const pattern of [EQUALS, COLON2, FLAG])
    for (const [, name = "", value = ""] of text2.matchAll(pattern)) {
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
  const text2 = value.trim();
  if (!/^(?:[A-Za-z0-9+/_-]{16,}={0,2}|[A-Za-z0-9+/\n]{64,}={0,2})$/.test(text2)) return void 0;
  const plain3 = Buffer.from(text2, "base64").toString("utf8");
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
  const text2 = value.trim();
  if (!/^[a-z]+(?:[-_][a-z]+)+$/.test(text2)) return false;
  const asked = words(name);
  const own = asked.split("_").filter((word) => !VOCABULARY.has(word));
  if (own.length > 0 && `_${words(text2)}_`.includes(`_${asked}_`)) return true;
  return /_(?:PASSWORD|KEY|TOKEN|CREDENTIALS|URL|DSN|STRING)_SECRET$/.test(asked) && hasSecretWord(text2);
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
    hasSecretWord = (text2) => words(text2).split("_").some((word) => VOCABULARY.has(word) || word === "URL" || word === "DSN");
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
    init_fetch_classes();
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
function createRunner(env, write) {
  let word;
  let open2 = false;
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
    const pairs2 = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    write(`::${name}${pairs2.length > 0 ? ` ${pairs2.join(",")}` : ""}::${escapeData(data)}
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
        if (open2) {
          write(`${breakCommands(title)}
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
      const text2 = typeof value === "string" ? value : JSON.stringify(value);
      const { file, command: instead } = COMMAND_FILES[kind](env);
      const delimiter2 = `end_${(0, import_node_crypto2.randomBytes)(16).toString("hex")}`;
      if (file) (0, import_node_fs2.appendFileSync)(file, `${name}<<${delimiter2}
${text2}
${delimiter2}
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
    escapeData = (text2) => text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    escapeProperty = (text2) => escapeData(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
  }
});

// src/runtime/report.ts
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
    heading: (text2) => void parts.push(`## ${text2}`),
    paragraph: (text2) => void parts.push(text2),
    table(header, rows) {
      const line = (cells) => `| ${cells.map((cell) => oneLine(String(cell ?? "")).replaceAll("|", "&#124;")).join(" | ")} |`;
      parts.push([line(header.map(plain)), `|${" --- |".repeat(header.length)}`, ...rows.map(line)].join("\n"));
    },
    block(text2, language = "") {
      const longest = Math.max(2, ...[...text2.matchAll(/`{3,}/g)].map(([run2]) => run2.length));
      const fence = "`".repeat(longest + 1);
      parts.push(`${fence}${language}
${text2.replace(/\r\n?/g, "\n")}
${fence}`);
    },
    collapsed(title, write) {
      parts.push(`<details><summary>${inert(title)}</summary>`);
      write();
      parts.push("</details>");
    },
    closing: (key, text2) => void closing.set(key, text2),
    text: () => [...parts, ...closing.values()].flatMap((part) => part === void 0 ? [] : [`${part}
`]).join("\n")
  };
}
function writeSummary(summary, file) {
  const text2 = summary.text();
  if (file && text2 !== "") (0, import_node_fs3.appendFileSync)(file, `${text2}
`);
}
function plain(text2) {
  return lines(
    text2,
    (line) => line.split(LINKED).map((part, i2) => i2 % 2 === 1 ? link(part, part) : inert(part)).join("")
  );
}
function code(text2) {
  if (text2 === "") return md``;
  const shown = oneLine(showDirections(text2));
  if (!/[`|\\]|^\s|\s$/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[^A-Za-z0-9 ]/gu, entity).replaceAll("&#64;", `&#64;${BREAK}`)}</code>`;
}
function link(text2, url) {
  if (!/^https?:\/\/[^\s]+$/.test(url)) return lines(text2, inert);
  const target = url.replace(/[()<>[\]`|\\"'*]/g, encodeURIComponent).replace(/[()'*]/g, percent).replaceAll("&", "&amp;");
  return `[${lines(text2, inert)}](${target})`;
}
function inert(text2) {
  return showDirections(text2).replace(ACTIVE, (found, at, whole) => {
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
    lines = (text2, render) => text2.split(/\r\n|\n|\r/).map(
      (line) => render(line.trim()).replace(
        /^(?:[-+=:]|\d+[.)](?=\s|$))/,
        (start) => start.slice(0, -1) + entity(start.slice(-1))
      )
    ).join("<br>");
    showDirections = (text2) => text2.replace(/[\u202a-\u202e\u2066-\u2069]/g, (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase()}`);
    entity = (char) => `&#${char.codePointAt(0)};`;
    percent = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
    oneLine = (text2) => text2.replace(/\s*[\r\n]\s*/g, " ");
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
function parseImageName(text2) {
  const expected = "Write HOST/PROJECT/REPOSITORY/NAME, for instance us-central1-docker.pkg.dev/acme/apps/server";
  const value = text2.trim();
  if (value.includes("@")) throw new Error(`"${text2}" has a digest. ${expected}; the digest is what the build makes.`);
  const slash = value.indexOf("/");
  const host = slash < 0 ? "" : value.slice(0, slash);
  if (!HOST.test(host)) throw new Error(`"${text2}" contains no registry. ${expected}.`);
  const path4 = value.slice(slash + 1);
  if (path4.split("/").at(-1)?.includes(":"))
    throw new Error(`"${text2}" has a tag. ${expected}, and tags in the input tags.`);
  const components = path4.split("/");
  const bad = components.find(
    (component, i2) => !COMPONENT.test(component) && !(i2 === 0 && PROJECT_DOMAIN.test(component))
  );
  if (bad !== void 0) {
    const hint2 = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : "";
    throw new Error(`"${text2}" is not an image name.${hint2} ${expected}.`);
  }
  return { host, path: path4 };
}
function splitPath(image) {
  const [first = "", ...rest] = registryPath(image).split("/");
  if (!first.includes(".")) return { project: first, rest };
  return { project: `${first}:${rest[0] ?? ""}`, rest: rest.slice(1) };
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
    init_fetch_classes();
    HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)$/;
    COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
    PROJECT_DOMAIN = /^[a-z0-9.-]+:[a-z0-9-]+$/;
    DIGEST = /^sha256:[0-9a-f]{64}$/;
    TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
    registryPath = ({ path: path4 }) => path4.replace(/^([^/:]+):/, "$1/");
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
function patternOf(pattern) {
  const parts = pattern.split(/(\*+)/).map((part) => {
    if (!part.startsWith("*")) return part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&");
    return part.length > 1 ? ".*" : "[^/]*";
  });
  return new RegExp(`^${parts.join("")}$`);
}
var identityRefMatches, matchesAny;
var init_identity = __esm({
  "src/provenance/identity.ts"() {
    "use strict";
    init_fetch_classes();
    identityRefMatches = (ref, { refs }) => matchesAny(ref, refs);
    matchesAny = (text2, patterns) => patterns.some((pattern) => patternOf(pattern).test(text2));
  }
});

// src/provenance/statement.ts
var INTOTO_PAYLOAD, STATEMENT_TYPE, SLSA_PROVENANCE, BUILD_CACHE, CACHE_MOUNTS;
var init_statement = __esm({
  "src/provenance/statement.ts"() {
    "use strict";
    init_fetch_classes();
    INTOTO_PAYLOAD = "application/vnd.in-toto+json";
    STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
    SLSA_PROVENANCE = "https://slsa.dev/provenance/v1";
    BUILD_CACHE = "https://github.com/orchestra/actions/attestations/build-cache/v1";
    CACHE_MOUNTS = "https://github.com/orchestra/actions/attestations/cache-mounts/v1";
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
function preAuthEncoding(payload) {
  const head = `DSSEv1 ${INTOTO_PAYLOAD.length} ${INTOTO_PAYLOAD} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}
function keyBundle(payload, signature, key) {
  if (!(0, import_node_crypto3.verify)("sha256", preAuthEncoding(payload), key, signature))
    throw new Error("the signature is not of the key that the server names. Run this step again");
  return JSON.stringify({
    mediaType: BUNDLE,
    verificationMaterial: { publicKey: { hint: keyHint(key) } },
    dsseEnvelope: {
      payload: Buffer.from(payload).toString("base64"),
      payloadType: INTOTO_PAYLOAD,
      signatures: [{ sig: Buffer.from(signature).toString("base64") }]
    }
  });
}
var import_node_crypto3, BUNDLE, KEY_ALGORITHMS, keyHint, sha256;
var init_key_signature = __esm({
  "src/provenance/key-signature.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto3 = require("node:crypto");
    init_statement();
    BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    KEY_ALGORITHMS = /^(EC_SIGN_P256_SHA256|RSA_SIGN_PKCS1_(2048|3072|4096)_SHA256)$/;
    keyHint = (key) => (0, import_node_crypto3.createHash)("sha256").update(key.export({ type: "spki", format: "der" })).digest("base64");
    sha256 = (bytes) => (0, import_node_crypto3.createHash)("sha256").update(bytes).digest();
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

// src/inputs/read-file.ts
function readTextFile(path4) {
  const status = (0, import_node_fs4.statSync)(path4);
  if (!status.isFile() && !status.isDirectory())
    throw Object.assign(new Error("it is no regular file but a pipe, a socket or a device"), { code: "NOT_A_FILE" });
  return (0, import_node_fs4.readFileSync)(path4, "utf8");
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
    (text2) => readTrustedRoots((0, import_node_path.resolve)(github.workspace || ".", text2.trim()), clock.now())
  );
  const keys = reader.parse("provenance-key", (text2) => readPublicKeys((0, import_node_path.resolve)(github.workspace || ".", text2.trim()))) ?? [];
  for (const key of given?.keys() ?? [])
    if (!KEYS.includes(key))
      reader.problem("provenance-identity", `"${key}" is not known. Write lines of ${KEYS.join("=\u2026, ")}=\u2026.`);
  if (mode === "off" && !needed) return { mode, identity: void 0, trustedRoots, keys };
  const several = (key, standard) => {
    const text2 = given?.get(key);
    return text2 === void 0 ? standard : text2.split(/[\s,]+/).filter(Boolean);
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
  const missing2 = [
    .../^\d+$/.test(identity.repositoryId) ? [] : ["repository-id=NUMBER"],
    ...identity.workflows.length > 0 ? [] : ["workflow=.github/workflows/FILE.yml"],
    ...identity.refs.length > 0 ? [] : ["ref=refs/heads/BRANCH"],
    ...identity.triggers.length > 0 ? [] : ["trigger=push"]
  ];
  if (missing2.length > 0 && mode !== "off")
    reader.problem("provenance-identity", `the run does not say all of it. Give ${missing2.join(" and ")}.`);
  if (issuerOf(github.serverUrl) === void 0 && mode !== "off" && keys.length === 0)
    reader.problem(
      "require-provenance",
      `is not available on GitHub Enterprise Server (${github.serverUrl}): no certificate authority that can be verified signs its tokens. Leave it out, or sign with a key (sign-key of build-image) and give provenance-key.`
    );
  return { mode, identity: missing2.length > 0 ? void 0 : identity, trustedRoots, keys };
}
function readTrustedRoots(path4, now) {
  let text2;
  try {
    text2 = readTextFile(path4);
  } catch {
    throw new Error(`there is no file "${path4}". ${GET_ROOTS}`);
  }
  const parse3 = (json) => JSON.parse(json);
  try {
    const roots = text2.trim().startsWith("{") && isJson(text2) ? [parse3(text2)] : text2.trim().split("\n").map(parse3);
    if (roots.some(isSignedRoots)) return notExpired(roots, path4, now);
    if (roots.every((root) => typeof root === "object" && root !== null && "certificateAuthorities" in root))
      return roots;
  } catch (error) {
    if (error instanceof ExpiredError) throw error;
  }
  throw new Error(`"${path4}" holds no trusted roots. ${GET_ROOTS}`);
}
function notExpired(roots, path4, now) {
  const end = Math.min(...roots.filter(isSignedRoots).map(expiryOf));
  if (end > now) return roots;
  throw new ExpiredError(
    `the signatures of "${path4}" expired on ${new Date(end).toISOString().slice(0, 10)}. ${GET_ROOTS}`
  );
}
function readPublicKeys(path4) {
  let text2;
  try {
    text2 = readTextFile(path4);
  } catch {
    throw new Error(`there is no file "${path4}". ${GET_KEY}`);
  }
  const blocks = text2.match(/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw new Error(`"${path4}" holds no public key in PEM. ${GET_KEY}`);
  for (const block of blocks) {
    try {
      parsePublicKey(block);
    } catch (error) {
      throw new Error(
        `"${path4}" ${error.message}. Expected EC P-256, or RSA of 2048 bits and more. ${GET_KEY}`
      );
    }
  }
  return blocks;
}
function isJson(text2) {
  try {
    JSON.parse(text2);
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
function checkCredentialFile(env) {
  const file = env.GOOGLE_APPLICATION_CREDENTIALS;
  if (!file) return;
  const problem = problemOf(file);
  if (problem === void 0) return;
  throw new InputError([
    { subject: "Variable GOOGLE_APPLICATION_CREDENTIALS", message: `names ${file}, which ${problem}. ${FIX}` }
  ]);
}
function parseServiceAccountKey(text2) {
  let json;
  try {
    json = JSON.parse(text2);
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
    matches = (says, { message, violations }) => says.test(message) || violations.some(({ type, description }) => says.test(`${type ?? ""} ${description ?? ""}`));
  }
});

// src/google/errors/cloud-error.ts
function cloudError(call, answer) {
  const { status, member, cause, retryAfterMs } = answer;
  const body = typeof answer.body === "string" ? readErrorBody(answer.body) : answer.body;
  const refusal2 = status === 0 ? void 0 : findRefusal(body, status, call.resource);
  const said = body.message;
  const named2 = body.metadata.permission ?? /[Pp]ermission '?([a-z]+\.[A-Za-z]+\.[A-Za-z]+)'?/.exec(said)?.[1] ?? / does not have ([a-z]+\.[A-Za-z]+\.[A-Za-z]+) access/.exec(said)?.[1];
  const denied = status === 401 || status === 403;
  const permission = refusal2 ? refusal2.permission : named2 ?? call.permission;
  const role = refusal2 ? refusal2.role : ROLES[named2?.toLowerCase() ?? ""] ?? call.role;
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
      advice: [refusal2?.advice, ...body.links.map((link2) => `See ${link2}`)].filter(Boolean).join(" ") || void 0,
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
  return new Promise((resolve9, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve9, reject).finally(() => signal.removeEventListener("abort", abort));
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
function notJson(answer, text2, cause) {
  const html = /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text2);
  const title = /<title[^>]*>([^<]{1,100})/i.exec(text2)?.[1]?.trim();
  const start = title ?? text2.replace(/\s+/g, " ").trim().slice(0, 80);
  return unusable(answer, `answered with ${html ? "a web page" : "text"} instead of JSON: "${start}"`, cause);
}
function parseAnswer(answer, text2) {
  if (text2 === "") return {};
  let value;
  try {
    value = JSON.parse(text2);
  } catch (error) {
    throw notJson(answer, text2, error);
  }
  if (typeof value !== "object" || value === null) throw notJson(answer, text2);
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
function readProxies(env) {
  const problems = [];
  const read = (...names) => {
    const name = names.find((one) => env[one]);
    const value = name && env[name]?.trim() || void 0;
    const problem = value && proxyProblem(value);
    if (problem)
      problems.push({
        subject: `Variable ${name}`,
        message: `${problem} It was set on the runner or in the workflow's env, and no call gets through. Write http://HOST:PORT, or unset it.`
      });
    return value;
  };
  const proxies = { http: read("HTTP_PROXY", "http_proxy"), https: read("HTTPS_PROXY", "https_proxy") };
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
  }) => new Promise((resolve9, reject) => {
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
            () => resolve9({
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
      const { status, headers, text: text2 } = await repeat(call);
      const answer = { resource: call.resource, url: call.url, status };
      if (status >= 300) throw redirected(answer, locationOf(call.url, headers.location));
      return parseAnswer(answer, text2);
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
    noProxy: [env.NO_PROXY ?? env.no_proxy, "localhost", ".localhost", "127.0.0.1"].filter(Boolean).join(",")
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
      const answer = new Promise((resolve9) => lookup(hostname, options, (...all) => resolve9(all)));
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
        body: import_node_stream.Readable.from([bytes]),
        text: async () => text2,
        json: async () => parsed(text2),
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
    util.inherits(TunnelingAgent, events2.EventEmitter);
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
        return value instanceof P ? value : new P(function(resolve9) {
          resolve9(value);
        });
      }
      return new (P || (P = Promise))(function(resolve9, reject) {
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
          result.done ? resolve9(result.value) : adopt(result.value).then(fulfilled, rejected);
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
          return new Promise((resolve9) => __awaiter(this, void 0, void 0, function* () {
            let output = Buffer.alloc(0);
            this.message.on("data", (chunk) => {
              output = Buffer.concat([output, chunk]);
            });
            this.message.on("end", () => {
              resolve9(output.toString());
            });
          }));
        });
      }
      readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve9) => __awaiter(this, void 0, void 0, function* () {
            const chunks = [];
            this.message.on("data", (chunk) => {
              chunks.push(chunk);
            });
            this.message.on("end", () => {
              resolve9(Buffer.concat(chunks));
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
          return new Promise((resolve9, reject) => {
            function callbackForResult(err, res) {
              if (err) {
                reject(err);
              } else if (!res) {
                reject(new Error("Unknown error"));
              } else {
                resolve9(res);
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
          return new Promise((resolve9) => setTimeout(() => resolve9(), ms));
        });
      }
      _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
          return new Promise((resolve9, reject) => __awaiter(this, void 0, void 0, function* () {
            const statusCode = res.message.statusCode || 0;
            const response = {
              statusCode,
              result: null,
              headers: {}
            };
            if (statusCode === HttpCodes.NotFound) {
              resolve9(response);
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
              resolve9(response);
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
        return value instanceof P ? value : new P(function(resolve9) {
          resolve9(value);
        });
      }
      return new (P || (P = Promise))(function(resolve9, reject) {
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
          result.done ? resolve9(result.value) : adopt(result.value).then(fulfilled, rejected);
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
  const answer = { resource: "the job's identity token", url, status };
  if (status >= 300 && status < 400) {
    message.destroy();
    throw redirected(answer, message.headers.location);
  }
  const { bytes, end } = await readBounded(message, { maxBytes: MOST_BYTES2, timeout: TIMEOUT2, clock });
  if (end === "too-large") throw tooLarge(answer, MOST_BYTES2);
  if (end === "too-slow") throw tooSlow(answer, TIMEOUT2);
  const text2 = bytes.toString();
  if (status >= 400) throw new HttpClientError(readErrorBody(text2).message || `HTTP ${status}`, status);
  const { value } = parseAnswer(answer, text2);
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
function parseProvider(text2) {
  const value = text2.trim().replace(/^(https:)?\/\/iam\.googleapis\.com\//, "");
  if (PROVIDER.test(value)) return value;
  const hint2 = /^projects\/[^/]*\D/.test(value) ? " It needs the number of the project, not its id." : "";
  throw new Error(
    `"${text2}" is not a provider.${hint2} Write projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`
  );
}
function parseServiceAccount(text2) {
  const value = text2.trim();
  if (/^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/.test(value)) return value;
  throw new Error(
    `"${text2}" is not a service account. Write its email, for instance deployer@PROJECT.iam.gserviceaccount.com.`
  );
}
function createAuth(inputs, endpoints, env, mask, clock) {
  const { workloadIdentityProvider: provider, serviceAccount, key } = inputs;
  let client;
  if (key) mask(key.private_key);
  const make = provider ? () => Promise.resolve(federated(provider, serviceAccount, endpoints, env, mask, clock)) : () => key ? withKey(key, clock) : applicationDefault(env, clock);
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
    // By default a token counts as expired five minutes early, which is all the life of a direct one: each call would mint.
    eagerRefreshThresholdMillis: 6e4,
    transporterOptions: authTransport(clock),
    subject_token_supplier: {
      getSubjectToken: () => requestIdToken(env, `https://iam.googleapis.com/${provider}`, mask, clock)
    }
  });
}
async function withKey({ client_email: email, private_key: key }, clock) {
  return new import_google_auth_library.JWT({ email, key, scopes: [SCOPE], transporterOptions: authTransport(clock) });
}
async function applicationDefault(env, clock) {
  checkCredentialFile(env);
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
  const unusable3 = transportError(error);
  if (unusable3) return unusable3;
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
  const expanded = (text2) => text2.trim() === GITHUB_TOKEN ? void 0 : text2.trim();
  return reader.parse("github-token", expanded, GITHUB_TOKEN);
}
function parseProject(text2) {
  const value = text2.trim();
  if (/^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(value)) return value;
  throw new Error(
    `"${text2}" is not a project id. Write the id (6 to 30 lower-case letters, digits and hyphens), not the name or number.`
  );
}
function parseRegion(text2) {
  const value = text2.trim();
  if (/^[a-z]+-[a-z]+\d+$/.test(value)) return value;
  throw new Error(`"${text2}" is not a region. Write for instance us-central1 or europe-west1.`);
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

// src/records/annotations.ts
var ANNOTATION_PREFIX, FOR_USERS;
var init_annotations = __esm({
  "src/records/annotations.ts"() {
    "use strict";
    init_fetch_classes();
    ANNOTATION_PREFIX = "actions.orchestra.dev/";
    FOR_USERS = [`${ANNOTATION_PREFIX}policy-exception.`, `${ANNOTATION_PREFIX}freeze`];
  }
});

// src/policy/exceptions.ts
function parseExceptionLine(line) {
  const [, rule = "", text2 = ""] = /^([a-z][a-z-]*)\s+(.*)$/.exec(line.trim()) ?? [];
  if (!DATED.test(text2))
    throw new Error(
      `"${line}" is not an exception. Write RULE TARGET until YYYY-MM-DD: REASON, for instance no-plain-secrets MAPS_KEY until 2027-06-30: restricted to our domains. TARGET is a variable or container.`
    );
  return { rule, text: text2, where: `input policy-exceptions: ${rule}` };
}
function parseException({ text: text2, where, path: path4, rule }, whole) {
  const base = { rule, where, ...path4 && { path: path4 } };
  const [dated, target, until = "", reason = ""] = DATED.exec(text2.trim()) ?? [];
  if (dated === void 0) {
    if (text2.trim() === "")
      return { problem: `has no reason. Write ${whole ? "" : "TARGET "}until YYYY-MM-DD: REASON.` };
    return { ...base, reason: text2.trim(), target: void 0, until: void 0, former: true };
  }
  if (!isDate(until)) return { problem: `has the date "${until}". Write it as YYYY-MM-DD.` };
  if (target === void 0 && !whole)
    return { problem: "has no variable or container. Write TARGET until YYYY-MM-DD: REASON." };
  if (!hasSubstance(reason))
    return { problem: `has no reason that a reviewer can judge ("${reason}"). Explain in a sentence why it is safe.` };
  return { ...base, reason: reason.trim(), target, until, former: false };
}
function isDate(text2) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text2) ? Date.parse(`${text2}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text2);
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
  const text2 = `${targets ? `${targets[0]} ` : ""}until ${suggestedDate(now)}: ${reason}`;
  return place === "input" ? `${rule} ${text2}` : `${PREFIX2}${rule}: ${JSON.stringify(text2)}`;
}
var PREFIX2, DATED, EMPTY, isExpired, DAY, SUGGESTED, suggestedDate;
var init_exceptions = __esm({
  "src/policy/exceptions.ts"() {
    "use strict";
    init_fetch_classes();
    init_annotations();
    PREFIX2 = `${ANNOTATION_PREFIX}policy-exception.`;
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
function judgeFindings(found, { place, texts }, now, locate) {
  const at = (path4) => {
    const location = path4 && locate(path4);
    return location ? { location } : {};
  };
  const exceptions = [];
  const about2 = [];
  const say = (message, { path: path4 }, lenient) => about2.push({ rule: "policy-exception", message, ...at(path4), ...lenient && { lenient } });
  for (const text2 of texts) {
    const problem = ruleProblem(text2.rule);
    const parsed2 = problem ? { problem } : parseException(text2, RULE_KINDS[text2.rule].whole);
    if ("problem" in parsed2) say(`${text2.where} ${parsed2.problem}`, text2, false);
    else if (isExpired(parsed2, now))
      say(`${nameOf(parsed2)} expired on ${parsed2.until}. Fix what it was for, or extend it in a review.`, text2, true);
    else exceptions.push(parsed2);
  }
  const used = /* @__PURE__ */ new Map();
  const violations = found.map(({ rule, finding }) => {
    const exception = exceptions.find((one) => covers(one, rule, finding));
    const { message, path: path4, lenient } = finding;
    const base = { rule, ...at(path4), ...lenient && { lenient } };
    if (exception) {
      used.set(exception, [...used.get(exception) ?? [], { rule, finding }]);
      const { reason, target, until } = exception;
      return { ...base, message, excuse: { reason, target, until } };
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
  const missing2 = findings.some(({ finding }) => finding.targets) ? "no variable or container and no" : "no";
  const weak = hasSubstance(reason) ? "" : " Its reason tells a reviewer nothing, either.";
  return `${where} names ${missing2} expiry date, which version 2 requires.${weak} Write: ${[...new Set(lines2)].join(" and ")}`;
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
    nameOf = ({ where, target }) => target ? `${where} for ${target}` : where;
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
    init_fetch_classes();
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
  violations.slice(about2.length).forEach(({ rule, excuse, message }, i2) => {
    if (excuse) return;
    if (policy === "warn") warnings.push(`${rule}: ${message}`);
    else reader.problem(found[i2]?.input ?? "", message);
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

// src/manifest/image.ts
var init_image = __esm({
  "src/manifest/image.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
  }
});

// src/policy/rules/containers.ts
var init_containers = __esm({
  "src/policy/rules/containers.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_image();
  }
});

// src/policy/rules/plain-secrets.ts
var secretBuildArguments;
var init_plain_secrets = __esm({
  "src/policy/rules/plain-secrets.ts"() {
    "use strict";
    init_fetch_classes();
    init_looks_like_secret();
    init_containers();
    secretBuildArguments = (given) => [...given].flatMap(([name, value]) => {
      const found = findSecret(name, value);
      if (!found) return [];
      const message = `${name} looks like a secret (${found.reason}), and build arguments stay readable in the image's history and provenance. Give it in secrets and use RUN --mount=type=secret,id=${name}.`;
      return [{ message, targets: [name], certain: found.certain }];
    });
  }
});

// actions/build-image/plan/extra-args.ts
var OWN, ownInputOf;
var init_extra_args = __esm({
  "actions/build-image/plan/extra-args.ts"() {
    "use strict";
    init_fetch_classes();
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
    ownInputOf = (argument) => OWN[argument.split("=")[0] ?? ""];
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

// actions/build-image/plan/own-tags.ts
function purposeOf(tag) {
  if (tag.startsWith(CACHE_TAG)) return "the build cache";
  if (tag.startsWith(ATTESTATION_TAG)) return "attestations of images";
  return /^inputs-[0-9a-f]{40}$/.test(tag) ? "images that are found again by their inputs" : void 0;
}
var keyTag, CACHE_TAG, dashed, cacheTag, cacheMountsTag;
var init_own_tags = __esm({
  "actions/build-image/plan/own-tags.ts"() {
    "use strict";
    init_fetch_classes();
    init_attestation_tag();
    keyTag = (key) => `inputs-${key.slice(0, 40)}`;
    CACHE_TAG = "buildcache-";
    dashed = (platforms) => platforms.map((platform) => platform.replaceAll("/", "-")).join("-");
    cacheTag = (platforms) => CACHE_TAG + dashed(platforms);
    cacheMountsTag = (platforms) => cacheTag(["mounts", ...platforms]);
  }
});

// actions/build-image/reuse/key-label.ts
function checkCreated(labels, now) {
  const created = labels.get(CREATED_LABEL);
  if (created === void 0 || !isInFuture(new Date(created), now)) return;
  throw new InputError([
    {
      subject: "Input labels",
      message: `${CREATED_LABEL} is ${created}, which is in the future, and reuse-max-age judges images by it. Give a time that has passed, or leave it out: this action sets the time of the build.`
    }
  ]);
}
var KEY_LABEL, CREATED_LABEL, REVISION_LABEL, INDEX_ANNOTATIONS, CLOCK_SKEW, isInFuture;
var init_key_label = __esm({
  "actions/build-image/reuse/key-label.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    KEY_LABEL = "dev.orchestra.actions.inputs";
    CREATED_LABEL = "org.opencontainers.image.created";
    REVISION_LABEL = "org.opencontainers.image.revision";
    INDEX_ANNOTATIONS = /* @__PURE__ */ new Map([
      [KEY_LABEL, KEY_LABEL],
      [CREATED_LABEL, "dev.orchestra.actions.created"],
      [REVISION_LABEL, "dev.orchestra.actions.commit"]
    ]);
    CLOCK_SKEW = 3e5;
    isInFuture = (time, now) => time.getTime() - now > CLOCK_SKEW;
  }
});

// actions/build-image/inputs.ts
function readInputs(reader, context) {
  const image = reader.required("image") === "" ? void 0 : reader.parse("image", parseRegistryImage);
  const region = reader.parse("region", parseRegion);
  const workspace = (0, import_node_path2.resolve)(context.github.workspace || ".");
  const contextDir = readContext(reader, workspace);
  const push = reader.boolean("push", "true");
  const sign2 = reader.oneOf("sign", ["auto", "required", "off"], "auto");
  const buildArgs = reader.map("build-args");
  const merge = readMerge(reader);
  const platforms = [...new Set(reader.parseList("platforms", parsePlatform, "linux/amd64"))].sort();
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
    provenanceRequired: readProvenanceInputs(reader, context, sign2 === "required"),
    sign: sign2,
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
function parseRegistryImage(text2) {
  const image = parseImageName(text2);
  const known = image.host.endsWith("-docker.pkg.dev") || isLoopback(image.host);
  const moved = GCR_LOCATIONS.get(image.host);
  if (moved !== void 0) {
    const { project, rest } = splitPath(image);
    const name = { host: `${moved}-docker.pkg.dev`, path: [project, image.host, ...rest].join("/") };
    throw new Error(
      `"${text2}" is of Container Registry, which Artifact Registry took over. Write ${formatImageName(name)}, which is the same repository: ${image.host} serves its images, too.`
    );
  }
  if (!known)
    throw new Error(
      `"${text2}" is not in Artifact Registry. Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/NAME; our token must not go to another registry.`
    );
  if (splitPath(image).rest.length < 2)
    throw new Error(`"${text2}" is too short. Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/NAME.`);
  return image;
}
function withProject(env, image) {
  return { ...env, GOOGLE_CLOUD_PROJECT: env.GOOGLE_CLOUD_PROJECT || image && splitPath(image).project || "unknown" };
}
function parseTag(text2) {
  if (text2 === "latest")
    throw new Error('the tag latest means another image after each build. Deploy by the output "image" instead.');
  const purpose = purposeOf(text2);
  if (purpose) throw new Error(`the tag ${text2} is kept for ${purpose}. Choose another one.`);
  if (TAG.test(text2)) return text2;
  throw new Error(`"${text2}" is not a tag. Write the tag alone, at most 128 letters, digits, "_", "." and "-".`);
}
function parseKeyVersion(text2) {
  const name = text2.trim();
  if (/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+\/cryptoKeyVersions\/\d+$/.test(name))
    return name;
  throw new Error(
    `"${name}" is no version of a key. Write projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/NUMBER.`
  );
}
function parsePlatform(text2) {
  if (/^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9]+)?$/.test(text2)) return text2;
  const hint2 = text2.includes(",") ? " Write one per line, without commas." : "";
  throw new Error(`"${text2}" is not a platform such as linux/amd64 or linux/arm64.${hint2}`);
}
function parseSize(text2) {
  const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(text2.trim()) ?? [];
  if (amount === void 0) throw new Error(`"${text2}" is no size. Write a whole number with Mi or Gi, such as 4Gi.`);
  return Number(amount) * 1024 ** (unit === "Gi" ? 3 : 2);
}
function readMerge(reader) {
  const merge = reader.map("merge");
  for (const [platform, digest] of merge) {
    if (parsedPlatform(platform) && DIGEST.test(digest)) continue;
    reader.problem(
      "merge",
      `"${platform}=${digest}" is no platform with its digest, such as linux/arm64=sha256:\u2026. Give the output digest of the step that built it; it is empty if that step did not run.`
    );
  }
  return merge;
}
function parsedPlatform(text2) {
  try {
    return parsePlatform(text2) === text2;
  } catch {
    return false;
  }
}
function parseProvenance(text2) {
  const value = text2.trim();
  if (["false", "mode=min", "mode=max"].includes(value)) return value;
  throw new Error(`"${text2}" is not known. Write mode=min, mode=max or false.`);
}
function parseSbom(text2) {
  const value = text2.trim();
  if (value === "true" || value === "false" || /^generator=[^\s,"]+$/.test(value)) return value;
  throw new Error(`"${text2}" is not known. Write true, false or generator=IMAGE.`);
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
  if (!isDirectory((0, import_node_path2.resolve)(workspace, given)))
    reader.problem(
      "context",
      `"${given}" is not a folder in ${workspace}. Is actions/checkout missing before this step?`
    );
  return (0, import_node_path2.relative)(workspace, (0, import_node_path2.resolve)(workspace, given)) || ".";
}
function readFile(reader, workspace, contextDir) {
  const given = reader.text("file");
  const file = given ?? (0, import_node_path2.join)(contextDir, "Dockerfile");
  if (!isFile((0, import_node_path2.resolve)(workspace, file)) && isDirectory((0, import_node_path2.resolve)(workspace, contextDir)))
    reader.problem(
      "file",
      `there is no Dockerfile at "${file}". Give its path from the root of the repository.${given === void 0 ? ` If you have none, start from a template: ${TEMPLATES}.` : ""}`
    );
  return (0, import_node_path2.relative)(workspace, (0, import_node_path2.resolve)(workspace, file));
}
function checkTogether(reader, inputs, env) {
  const ids = [...inputs.secrets.keys(), ...inputs.secretEnvs.keys(), ...inputs.secretFiles.keys()];
  for (const id of new Set(ids.filter((id2, i2) => ids.indexOf(id2) !== i2)))
    reader.problem("secrets", `the id "${id}" is given more than once in secrets, secret-envs and secret-files.`);
  for (const [id, variable2] of inputs.secretEnvs)
    if (env[variable2] === void 0)
      reader.problem(
        "secret-envs",
        `${id} names the variable ${variable2}, which is not set. Set it in the step's env.`
      );
  for (const [id, path4] of inputs.secretFiles)
    if (!isFile((0, import_node_path2.resolve)(inputs.workspace, path4)))
      reader.problem("secret-files", `${id} names the file "${path4}", which does not exist.`);
  for (const arg of inputs.extraArgs) {
    const own = ownInputOf(arg);
    if (own) reader.problem("extra-args", `"${arg.split("=")[0]}" is set by this action. ${own}`);
  }
  const { signKey, sign: sign2, signLog, provenanceRequired } = inputs;
  if (signKey && sign2 === "off")
    reader.problem("sign-key", "nothing is signed with sign: off. Leave one of the two out.");
  if (signKey && signLog === "public")
    reader.problem("sign-log", "what a key signs is in no log. Leave sign-log or sign-key out.");
  if (signKey && provenanceRequired.keys.length === 0 && (provenanceRequired.mode !== "off" || sign2 === "required"))
    reader.problem(
      "provenance-key",
      "is required with sign-key where images are reused only if they are verified. Give the file with the public key."
    );
  checkPlatformLegs(reader, inputs);
  if (inputs.load && inputs.platforms.length > 1)
    reader.problem("load", "the Docker Engine takes one platform. Give one in platforms, or leave load out.");
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
var import_node_fs5, import_node_path2, GCR_LOCATIONS, TEMPLATES, isFile, isDirectory;
var init_inputs2 = __esm({
  "actions/build-image/inputs.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs5 = require("node:fs");
    import_node_path2 = require("node:path");
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
    isFile = (path4) => (0, import_node_fs5.statSync)(path4, { throwIfNoEntry: false })?.isFile() ?? false;
    isDirectory = (path4) => (0, import_node_fs5.statSync)(path4, { throwIfNoEntry: false })?.isDirectory() ?? false;
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
var fs, path, __awaiter3, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    init_fetch_classes();
    fs = __toESM(require("fs"), 1);
    path = __toESM(require("path"), 1);
    __awaiter3 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve9) {
          resolve9(value);
        });
      }
      return new (P || (P = Promise))(function(resolve9, reject) {
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
          result.done ? resolve9(result.value) : adopt(result.value).then(fulfilled, rejected);
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
  return __awaiter4(this, void 0, void 0, function* () {
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
    const matches3 = yield findInPath(tool);
    if (matches3 && matches3.length > 0) {
      return matches3[0];
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
    const matches3 = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path2.join(directory, tool), extensions);
      if (filePath) {
        matches3.push(filePath);
      }
    }
    return matches3;
  });
}
var path2, __awaiter4;
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    init_fetch_classes();
    path2 = __toESM(require("path"), 1);
    init_io_util();
    __awaiter4 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve9) {
          resolve9(value);
        });
      }
      return new (P || (P = Promise))(function(resolve9, reject) {
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
          result.done ? resolve9(result.value) : adopt(result.value).then(fulfilled, rejected);
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
  let escaped2 = false;
  let arg = "";
  function append(c) {
    if (escaped2 && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped2 = false;
  }
  for (let i2 = 0; i2 < argString.length; i2++) {
    const c = argString.charAt(i2);
    if (c === '"') {
      if (!escaped2) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped2) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped2 = true;
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
var os, events, child, path3, import_timers, __awaiter5, IS_WINDOWS2, ToolRunner, ExecState;
var init_toolrunner = __esm({
  "node_modules/@actions/exec/lib/toolrunner.js"() {
    init_fetch_classes();
    os = __toESM(require("os"), 1);
    events = __toESM(require("events"), 1);
    child = __toESM(require("child_process"), 1);
    path3 = __toESM(require("path"), 1);
    init_io();
    init_io_util();
    import_timers = require("timers");
    __awaiter5 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve9) {
          resolve9(value);
        });
      }
      return new (P || (P = Promise))(function(resolve9, reject) {
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
          result.done ? resolve9(result.value) : adopt(result.value).then(fulfilled, rejected);
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
            this.toolPath = path3.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
          }
          this.toolPath = yield which(this.toolPath, true);
          return new Promise((resolve9, reject) => __awaiter5(this, void 0, void 0, function* () {
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
                resolve9(exitCode);
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
        return value instanceof P ? value : new P(function(resolve9) {
          resolve9(value);
        });
      }
      return new (P || (P = Promise))(function(resolve9, reject) {
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
          result.done ? resolve9(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// src/container/docker.ts
function createDocker(base, cwd, signal) {
  const clean = Object.entries(base).filter((entry) => {
    return entry[1] !== void 0 && !entry[0].startsWith("INPUT_");
  });
  return async (args, { env, onStart, onOutput, both } = {}) => {
    signal.throwIfAborted();
    const stdout = [];
    const stderr = [];
    const call = () => exec("docker", [...args], {
      cwd,
      env: { ...Object.fromEntries(clean), ...env },
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
  const id = (0, import_node_crypto5.randomBytes)(16).toString("hex");
  (0, import_node_fs6.writeFileSync)((0, import_node_path3.join)(dir, MARKER), id, { mode: 384, flag: "wx" });
  context.saveState(name, dir);
  context.saveState(idState(name), id);
}
function claimedFolder(context, name, temp) {
  const dir = context.state(name);
  if (dir === "") return void 0;
  const problem = refusal(dir, context.state(idState(name)), temp);
  if (problem === void 0) return dir;
  if (problem !== "gone")
    context.log.warning(`State ${name} names ${dir}, which was not removed: it ${problem}. Remove it if it is yours.`);
  return void 0;
}
function refusal(dir, id, temp) {
  if (dir !== (0, import_node_path3.resolve)(dir) || (0, import_node_path3.dirname)(dir) !== (0, import_node_path3.resolve)(temp)) return `is not in ${temp}`;
  try {
    if (!(0, import_node_fs6.lstatSync)(dir).isDirectory()) return "is no folder";
    if ((0, import_node_fs6.realpathSync)(dir) !== (0, import_node_path3.join)((0, import_node_fs6.realpathSync)(temp), (0, import_node_path3.basename)(dir))) return "is a link";
    const marker = (0, import_node_path3.join)(dir, MARKER);
    if (!(0, import_node_fs6.lstatSync)(marker).isFile()) return "has no marker of this step";
    if (!/^[0-9a-f]{32}$/.test(id) || (0, import_node_fs6.readFileSync)(marker, "utf8") !== id) return "has the marker of another step";
    return void 0;
  } catch (error) {
    if (error.code !== "ENOENT") return `could not be read (${error.message})`;
    return (0, import_node_fs6.lstatSync)(dir, { throwIfNoEntry: false }) ? "has no marker of this step" : "gone";
  }
}
var import_node_crypto5, import_node_fs6, import_node_path3, MARKER, idState, removeFolder;
var init_temporary_folder = __esm({
  "src/runtime/temporary-folder.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto5 = require("node:crypto");
    import_node_fs6 = require("node:fs");
    import_node_path3 = require("node:path");
    MARKER = ".orchestra-owner";
    idState = (name) => `${name}-id`;
    removeFolder = (dir) => (0, import_node_fs6.rmSync)(dir, { recursive: true, force: true });
  }
});

// src/container/docker-config.ts
async function createDockerConfig(host, env, temp, pid, token) {
  const dir = (0, import_node_fs7.mkdtempSync)((0, import_node_path4.join)(temporaryFolder(temp), "docker-"));
  (0, import_node_fs7.chmodSync)(dir, 448);
  writeConfig(dir, env.DOCKER_CONFIG || (0, import_node_path4.join)(env.HOME || (0, import_node_os.homedir)(), ".docker"), host);
  const bin = (0, import_node_path4.join)(dir, "bin");
  writeHelper(bin, pid);
  const stop = await answerHelper(
    bin,
    () => token().then(
      (secret) => `0 ${JSON.stringify({ ServerURL: host, Username: "oauth2accesstoken", Secret: secret })}`,
      (error) => `1 ${error.message.replaceAll(/\s+/g, " ")}`
    )
  );
  return {
    dir,
    env: { DOCKER_CONFIG: dir, PATH: `${bin}:${env.PATH ?? ""}` },
    close(keep) {
      stop();
      if (!keep) removeFolder(dir);
    }
  };
}
function writeConfig(dir, userDir, host) {
  const entries = (0, import_node_fs7.existsSync)(userDir) ? (0, import_node_fs7.readdirSync)(userDir) : [];
  for (const name of entries) if (name !== "config.json") (0, import_node_fs7.symlinkSync)((0, import_node_path4.join)(userDir, name), (0, import_node_path4.join)(dir, name));
  const user = entries.includes("config.json") ? readUserConfig((0, import_node_path4.join)(userDir, "config.json")) : {};
  const config = { ...user, credHelpers: { ...user.credHelpers, [host]: "orchestra" } };
  (0, import_node_fs7.writeFileSync)((0, import_node_path4.join)(dir, "config.json"), JSON.stringify(config, void 0, 2), { mode: 384 });
}
function readUserConfig(file) {
  const refuse = (problem) => {
    throw new InputError([
      {
        subject: "Docker configuration",
        message: `${file} ${problem}. It belongs to this runner (DOCKER_CONFIG, or .docker in the home folder): fix it, or remove it and log in again.`
      }
    ]);
  };
  const config = parseUserConfig(file, refuse);
  const helpers = config?.credHelpers ?? {};
  if (config === null || typeof config !== "object" || Array.isArray(config)) return refuse("is not a JSON object");
  if (typeof helpers !== "object" || Array.isArray(helpers)) return refuse("has credHelpers that is no object");
  return config;
}
function parseUserConfig(file, refuse) {
  let text2;
  try {
    text2 = readTextFile(file);
  } catch (error) {
    return refuse(`cannot be read: ${error.message}`);
  }
  try {
    return JSON.parse(text2.trim() || "{}");
  } catch (error) {
    const at = /line \d+ column \d+|position \d+/.exec(error.message)?.[0];
    return refuse(`is not valid JSON${at ? ` (${at})` : ""}`);
  }
}
function writeHelper(bin, pid) {
  (0, import_node_fs7.mkdirSync)(bin);
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
  (0, import_node_fs7.writeFileSync)((0, import_node_path4.join)(bin, "docker-credential-orchestra"), script, { mode: 448 });
}
async function answerHelper(bin, answer) {
  const requests = (0, import_node_path4.join)(bin, "requests");
  await exec("/bin/sh", ["-c", 'command -p mkfifo -m 600 "$0"', requests], { silent: true });
  const pipe = new import_node_net.Socket({ fd: (0, import_node_fs7.openSync)(requests, O_RDWR | O_NONBLOCK), readable: true, writable: false });
  pipe.unref();
  (0, import_node_readline.createInterface)({ input: pipe }).on("line", async (id) => {
    const line = `${await answer()}
`;
    try {
      const reply = (0, import_node_fs7.openSync)((0, import_node_path4.join)(bin, `answer.${id}`), O_WRONLY | O_NONBLOCK);
      (0, import_node_fs7.writeSync)(reply, line);
      (0, import_node_fs7.closeSync)(reply);
    } catch {
    }
  });
  return () => pipe.destroy();
}
var import_node_fs7, import_node_net, import_node_os, import_node_path4, import_node_readline, O_NONBLOCK, O_RDWR, O_WRONLY, temporaryFolder;
var init_docker_config = __esm({
  "src/container/docker-config.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs7 = require("node:fs");
    import_node_net = require("node:net");
    import_node_os = require("node:os");
    import_node_path4 = require("node:path");
    import_node_readline = require("node:readline");
    init_exec();
    init_read_file();
    init_errors();
    init_temporary_folder();
    ({ O_NONBLOCK, O_RDWR, O_WRONLY } = import_node_fs7.constants);
    temporaryFolder = (temp) => temp.length > 0 && (0, import_node_fs7.existsSync)(temp) ? temp : (0, import_node_os.tmpdir)();
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
  const url = (image, path4) => `${isLoopback(image.host) ? "http" : "https"}://${image.host}/v2/${registryPath(image)}${path4}`;
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
  const read = (image, reference, method) => absent(
    calls.send({
      method,
      url: calls.url(image, `/manifests/${reference}`),
      headers: { accept: MANIFEST_TYPES },
      resource: resource(image, reference),
      maxBytes: MOST_MANIFEST,
      ...READ
    })
  );
  const readManifest = async (image, reference) => {
    const answer = await read(image, reference, "GET");
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
    manifest: (image, reference) => reference.startsWith("sha256:") ? once2(formatReference(image, reference), () => readManifest(image, reference)) : readManifest(image, reference),
    async digest(image, reference) {
      const answer = await read(image, reference, "HEAD");
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
        const { text: text2, status } = await calls.blob(image, digest, MOST_CONFIG, about2);
        return parseAnswer({ resource: about2, url: calls.url(image, ""), status }, text2);
      });
    }
  };
}
function rememberFound() {
  const known = /* @__PURE__ */ new Map();
  return (key, read) => {
    const found = known.get(key) ?? read();
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
    digest: `sha256:${(0, import_node_crypto6.createHash)("sha256").update(bytes).digest("hex")}`,
    bytes,
    annotations: document.annotations ?? {},
    manifests: document.manifests ?? [],
    config: document.config,
    layers: document.layers ?? []
  };
}
async function imageLabels(registry, image, manifest) {
  const first = manifest.config ? void 0 : manifest.manifests.find((entry) => !isAttestation(entry));
  const single = first ? await registry.manifest(image, first.digest) : manifest;
  return single?.config ? (await registry.config(image, single)).config?.Labels ?? {} : {};
}
var import_node_crypto6, OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST, MANIFEST_TYPES, MOST_MANIFEST, MOST_CONFIG, isAttestation, formatPlatform, formatReference;
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
    isAttestation = (entry) => entry.annotations?.["vnd.docker.reference.type"] === "attestation-manifest";
    formatPlatform = (platform) => [platform.os, platform.architecture, platform.variant].filter(Boolean).join("/");
    formatReference = (image, reference) => `${formatImageName(image)}${reference.startsWith("sha256:") ? "@" : ":"}${reference}`;
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

// actions/build-image/build/builder.ts
async function chooseBuilder(inputs, docker, env, folder, random, onMade) {
  const inspected = await docker(["buildx", "inspect", ...inputs.builder ? [inputs.builder] : []], { env });
  const driver = /^Driver:\s*(\S+)/m.exec(inspected.stdout)?.[1];
  if (inspected.exitCode !== 0 || driver === void 0) throw unusable2(inputs, inspected.stderr || inspected.stdout);
  const capable = driver !== "docker" || inspected.stdout.includes(SNAPSHOTTER);
  if (capable) return firstBuilder(inputs);
  if (inputs.builder || !wanted(inputs)) return { name: inputs.builder, capable, missing: lacking(inputs) };
  const name = `orchestra-${random.hex(8)}`;
  onMade(name);
  const made = await docker(
    ["buildx", "create", "--name", name, "--driver", "docker-container", ...local(inputs, folder)],
    {
      env
    }
  );
  const started = made.exitCode === 0 ? await docker(["buildx", "inspect", "--bootstrap", name], { env }) : made;
  if (started.exitCode === 0) return { name, capable: true, missing: void 0 };
  const reason = lastLine(started.stderr);
  return {
    name: void 0,
    capable: false,
    missing: `${lacking(inputs)} A builder for this step could not be started: ${reason}`
  };
}
function lacking(inputs) {
  const parts = [
    ...inputs.provenance !== "false" ? ["provenance"] : [],
    ...inputs.sbom !== "false" ? ["sbom"] : [],
    ...inputs.cache !== "off" ? [`cache: ${inputs.cache}`] : [],
    // Their image is written with BuildKit's own exporter.
    ...inputs.cacheMounts ? ["cache-mounts"] : []
  ];
  if (parts.length === 0) return void 0;
  return `Built without ${parts.join(", ")}: this builder cannot, as Docker runs without the containerd image store. ${SETUP}`;
}
function local(inputs, folder) {
  if (!isLoopback(inputs.image.host)) return [];
  const config = (0, import_node_path5.join)(folder, "buildkitd.toml");
  (0, import_node_fs8.writeFileSync)(config, `[registry."${inputs.image.host}"]
  http = true
`);
  return ["--driver-opt", "network=host", "--config", config];
}
function unusable2(inputs, text2) {
  if (/is not a docker command|unknown command: docker buildx/.test(text2))
    return new InputError([{ subject: "Docker", message: `buildx was not found. ${SETUP}` }]);
  if (/no builder .* found|not found/.test(text2) && inputs.builder)
    return new InputError([
      { subject: "Input builder", message: `the builder "${inputs.builder}" was not found. ${SETUP}` }
    ]);
  if (/Cannot connect to the Docker daemon|daemon running/.test(text2))
    return new InputError([{ subject: "Docker", message: "its engine does not answer. Start Docker on this runner." }]);
  return new OutcomeError(`The builder is not usable: ${lastLine(text2)}`);
}
var import_node_fs8, import_node_path5, OWN_BUILDER, SETUP, firstBuilder, SNAPSHOTTER, wanted, lastLine;
var init_builder = __esm({
  "actions/build-image/build/builder.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs8 = require("node:fs");
    import_node_path5 = require("node:path");
    init_image_reference();
    init_errors();
    OWN_BUILDER = /^orchestra-[0-9a-f]{16}$/;
    SETUP = "Add docker/setup-buildx-action before this step.";
    firstBuilder = (inputs) => ({
      name: inputs.builder,
      capable: true,
      missing: void 0
    });
    SNAPSHOTTER = "org.mobyproject.buildkit.worker.snapshotter:";
    wanted = (inputs) => inputs.platforms.length > 1 || inputs.cache === "gha" || inputs.push && lacking(inputs) !== void 0;
    lastLine = (text2) => text2.trim().split("\n").at(-1) ?? "";
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
      last = toCloudError(facts, error, auth.member());
      if (last.status !== 401 || token === void 0 || refused !== void 0) throw last;
      refused = token;
      return await work();
    }
  };
  const { reads = false, resource } = facts;
  return await retry(work, { clock, signal, resource, until: end, mayPass: (error) => reads && isTransient(error) });
}
function toCloudError(facts, error, member) {
  if (error instanceof CloudError) return error;
  if (error instanceof InputError) throw error;
  const unusable3 = transportError(error);
  if (unusable3) return about(facts.resource, unusable3, error);
  const { code: code2, httpStatusCode } = error;
  const canonical = typeof code2 === "number" ? CODES[code2] : void 0;
  if (!canonical) throw error;
  const status = httpStatusCode ?? canonical[1];
  return cloudError(facts, { status, body: bodyOf(error), code: canonical[0], member, cause: error });
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

// shared:@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js
var require_artifact_registry_client = __commonJS({
  "shared:@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/google-artifact-registry.cjs")["@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js"];
  }
});

// src/google/artifact-registry.ts
async function checkRepository(caller, endpoint, name) {
  const { ArtifactRegistryClient } = await Promise.resolve().then(() => __toESM(require_artifact_registry_client(), 1));
  const client = new ArtifactRegistryClient(await clientOptions(caller.auth, endpoint));
  const facts = { resource: `repository ${name}`, role: WRITER, reads: true };
  const granted = called(
    caller,
    facts,
    async () => await client.testIamPermissions({ resource: name, permissions: [UPLOAD] }, once())
  );
  granted.catch(() => {
  });
  const [repository] = await called(
    caller,
    { ...facts, permission: "artifactregistry.repositories.get" },
    async () => await client.getRepository({ name }, once())
  ).catch((error) => {
    throw error instanceof CloudError && error.status === 404 ? missing(name, error) : error;
  });
  if (String(repository.format) !== "DOCKER")
    throw new OutcomeError(
      `Repository ${name} holds ${repository.format} packages. A repository of format docker is required.`
    );
  if (["VIRTUAL_REPOSITORY", "REMOTE_REPOSITORY"].includes(String(repository.mode)))
    throw new OutcomeError(
      `Repository ${name} is ${repository.mode}, and images are pushed to standard repositories only.`
    );
  const [{ permissions }] = await granted;
  if (!permissions?.includes(UPLOAD))
    throw new CloudError({
      message: "no permission to push to it",
      status: 403,
      code: "PERMISSION_DENIED",
      resource: `repository ${name}`,
      permission: UPLOAD,
      role: WRITER,
      member: caller.auth.member()
    });
  return { name, immutableTags: repository.dockerConfig?.immutableTags ?? false };
}
function missing(name, cause) {
  const [, project, , location, , repository] = name.split("/");
  return new CloudError(
    {
      message: `it does not exist. Create it: gcloud artifacts repositories create ${repository} --repository-format=docker --location=${location} --project=${project}`,
      status: 404,
      code: cause.code,
      resource: cause.resource
    },
    { cause }
  );
}
var UPLOAD, WRITER;
var init_artifact_registry = __esm({
  "src/google/artifact-registry.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_clients();
    UPLOAD = "artifactregistry.repositories.uploadArtifacts";
    WRITER = "roles/artifactregistry.writer";
  }
});

// actions/build-image/reuse/build-record.ts
async function readBuildRecord(registry, image, manifest) {
  const { annotations } = manifest;
  if (annotations[KEY_LABEL] === void 0) return await imageLabels(registry, image, manifest);
  return Object.fromEntries(
    [...INDEX_ANNOTATIONS].flatMap(([label, annotation2]) => {
      const value = annotations[annotation2];
      return value === void 0 ? [] : [[label, value]];
    })
  );
}
var init_build_record = __esm({
  "actions/build-image/reuse/build-record.ts"() {
    "use strict";
    init_fetch_classes();
    init_registry();
    init_key_label();
  }
});

// actions/build-image/reuse/find-image.ts
async function findReusable(registry, image, key, maxAge, now) {
  try {
    const manifest = await registry.manifest(image, keyTag(key));
    if (!manifest) return { hit: false, reason: "no image was built from these inputs yet" };
    return judgeReuse(manifest, await readBuildRecord(registry, image, manifest), key, maxAge, now);
  } catch (error) {
    if (error instanceof CloudError && ![0, 401, 403].includes(error.status))
      return {
        hit: false,
        reason: `the registry did not answer (${error.status}: ${error.message})`
      };
    throw error;
  }
}
function judgeReuse(manifest, labels, key, maxAge, now) {
  if (labels[KEY_LABEL] !== key) return { hit: false, reason: "the image found has another reuse key" };
  const created = new Date(labels[CREATED_LABEL] ?? Number.NaN);
  const age = now - created.getTime();
  if (isInFuture(created, now))
    return {
      hit: false,
      reason: `the image found is dated in the future (${created.toISOString()}), so its age is unknown`
    };
  if (!(age <= maxAge)) return { hit: false, reason: `the image found is older than reuse-max-age (${days(age)})` };
  return { hit: true, manifest, commit: labels[REVISION_LABEL] ?? "unknown", created };
}
async function tagAll(registry, image, manifest, tags) {
  const results = await Promise.allSettled(tags.map((tag) => registry.tag(image, manifest, tag)));
  for (const [i2, result] of results.entries()) {
    if (result.status === "fulfilled") continue;
    const error = result.reason;
    const tag = tags[i2];
    if (!(error instanceof CloudError) || error.status < 400 || error.status >= 500) throw error;
    const present = await registry.digest(image, tag);
    if (present === manifest.digest) continue;
    if (present !== void 0 && error.status !== 401 && !error.message.includes("ermission"))
      throw taken(tag, present, error);
    if (/MANIFEST_BLOB_UNKNOWN|MANIFEST_UNKNOWN|BLOB_UNKNOWN/i.test(`${error.code} ${error.message}`)) return false;
    throw error;
  }
  return true;
}
var taken, days;
var init_find_image = __esm({
  "actions/build-image/reuse/find-image.ts"() {
    "use strict";
    init_fetch_classes();
    init_errors();
    init_own_tags();
    init_build_record();
    init_key_label();
    taken = (tag, digest, cause) => new OutcomeError(
      `The tag ${tag} exists, points at ${digest}, and cannot be moved: the repository has immutable tags. That image was built from other inputs of the same commit; build from a new commit, or leave the tag out of the input tags.`,
      { cause }
    );
    days = (ms) => Number.isNaN(ms) ? "its age is unknown" : `${(ms / 864e5).toFixed(1)} days`;
  }
});

// actions/build-image/build/push-target.ts
async function checkPushTarget({ inputs, context, cloud }) {
  if (!inputs.push || !inputs.repository) return void 0;
  const caller = { clock: context.clock, signal: context.signal, auth: cloud.auth };
  return await checkRepository(caller, context.endpoints.artifactregistry, inputs.repository);
}
async function tagsToPush({ inputs, registry, tags, key }, repository) {
  const lookup = key ? [keyTag(key)] : [];
  if (!repository?.immutableTags) return [...tags, ...lookup];
  const present = await Promise.all(
    [...tags, ...lookup].map(async (tag) => [tag, await registry.digest(inputs.image, tag)])
  );
  const conflict = present.find(([tag, digest]) => digest !== void 0 && tags.includes(tag));
  if (conflict) throw taken(conflict[0], conflict[1]);
  return present.filter(([, digest]) => digest === void 0).map(([tag]) => tag);
}
var init_push_target = __esm({
  "actions/build-image/build/push-target.ts"() {
    "use strict";
    init_fetch_classes();
    init_artifact_registry();
    init_own_tags();
    init_find_image();
  }
});

// actions/build-image/build/pushed-image.ts
async function readBack(registry, image, digest) {
  const manifest = await registry.manifest(image, digest);
  if (manifest) return manifest;
  throw new OutcomeError(`The registry has no ${formatImageName(image)}@${digest}, though the push reported it.`);
}
async function tagReused(registry, image, manifest, tags) {
  const whole = async () => {
    try {
      await readPlatforms(registry, image, manifest, { instructions: false });
      return true;
    } catch (error) {
      if (error instanceof OutcomeError) return false;
      throw error;
    }
  };
  const parts = await Promise.all([tagAll(registry, image, manifest, tags), whole()]);
  return parts.every(Boolean);
}
async function completeTags(registry, image, manifest, pushed, added) {
  const name = formatImageName(image);
  const { digest } = manifest;
  const [complete, found] = await Promise.all([
    tagAll(registry, image, manifest, added),
    Promise.all(pushed.map((tag) => registry.digest(image, tag)))
  ]);
  if (!complete)
    throw new OutcomeError(`The registry has lost parts of ${name}@${digest}, though the push reported it. Run again.`);
  for (const [i2, tag] of pushed.entries()) {
    if (found[i2] !== digest)
      throw new OutcomeError(
        `The tag ${name}:${tag} was modified concurrently: it points at ${found[i2] ?? "nothing"} and not at ${digest}, which this step pushed. Run this step again.`
      );
  }
}
async function readPlatforms(registry, image, manifest, { instructions } = { instructions: true }) {
  const entries = manifest.config ? [void 0] : manifest.manifests.filter((entry) => !isAttestation(entry));
  return await Promise.all(entries.map((entry) => readPlatform(registry, image, manifest, entry, instructions)));
}
async function readPlatform(registry, image, manifest, entry, withInstructions) {
  const single = entry ? await registry.manifest(image, entry.digest) : manifest;
  if (!single)
    throw new OutcomeError(`The index ${manifest.digest} names ${entry?.digest}, which the registry does not have.`);
  const config = withInstructions || !entry?.platform ? await registry.config(image, single) : {};
  const instructions = (config.history ?? []).filter((step) => !step.empty_layer).map((step) => step.created_by);
  return {
    platform: formatPlatform(entry?.platform ?? config),
    digest: single.digest,
    layers: single.layers.map(({ digest, size }, i2) => ({ digest, size, instruction: instructions[i2] }))
  };
}
var totalSize;
var init_pushed_image = __esm({
  "actions/build-image/build/pushed-image.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_registry();
    init_errors();
    init_find_image();
    totalSize = (platform) => platform.layers.reduce((sum, { size }) => sum + size, 0);
  }
});

// actions/build-image/build/registry-logins.ts
function createLogins(cloud, context, allowed) {
  let last;
  let refused;
  return {
    refused: () => {
      refused = last;
    },
    token: async () => {
      await allowed;
      last = await cloud.auth.accessToken(refused);
      context.mask(last);
      return last;
    }
  };
}
var init_registry_logins = __esm({
  "actions/build-image/build/registry-logins.ts"() {
    "use strict";
    init_fetch_classes();
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

// actions/build-image/build/build-error.ts
function readBuildError(text2, dockerfile) {
  const message = (/^ERROR: ([\s\S]*)/m.exec(text2)?.[1] ?? (text2.split("\n").filter(Boolean).at(-1) || "no message")).trim();
  if (/buildkit-syft-scanner|sbom.*scanner/i.test(message) && /failed to (resolve|do request|fetch|pull)/i.test(message))
    return { kind: "scanner", message, location: void 0 };
  if ((PUSHING.test(message) || ENGINE_PUSHING.test(message)) && PASSING.test(message))
    return { kind: "registry", message, location: void 0 };
  const frame = /^(\S.*):(\d+)\n-{4,}/m.exec(text2);
  const inText = /dockerfile parse error on line (\d+)|parse error.* line (\d+)/i.exec(message);
  const line = Number(frame?.[2] ?? inText?.[1] ?? inText?.[2] ?? Number.NaN);
  if (!Number.isNaN(line)) return { kind: "instruction", message, location: { file: dockerfile, line } };
  return { kind: "other", message, location: void 0 };
}
var PASSING, PUSHING, ENGINE_PUSHING;
var init_build_error = __esm({
  "actions/build-image/build/build-error.ts"() {
    "use strict";
    init_fetch_classes();
    PASSING = /\b(401|404|408|429|500|502|503|504)\b|unauthorized|invalid_token|connection reset|connection refused|broken pipe|unexpected EOF|: EOF|i\/o timeout|TLS handshake timeout|context deadline exceeded|too many requests|temporar/i;
    PUSHING = /failed to push|error: failed to (copy|authorize)|failed to fetch (oauth|anonymous) token|pushing |push access/i;
    ENGINE_PUSHING = /^(Error response from daemon: |Get "https?:\/\/[^/"]+\/v2\/)/;
  }
});

// actions/build-image/build/progress.ts
function createProgress(print) {
  const decoder = new import_node_string_decoder2.StringDecoder("utf8");
  const vertices = /* @__PURE__ */ new Map();
  const partial = /* @__PURE__ */ new Map();
  const warnings = /* @__PURE__ */ new Map();
  const text2 = [];
  let cacheDigest;
  let rest = "";
  let object2 = "";
  const entryOf = (digest) => {
    let entry = vertices.get(digest);
    if (!entry) {
      entry = {
        number: vertices.size + 1,
        vertex: { digest, name: "" },
        busy: 0,
        announced: false,
        closed: false,
        ran: false
      };
      vertices.set(digest, entry);
    }
    return entry;
  };
  const onVertex = (vertex) => {
    const entry = entryOf(vertex.digest);
    entry.vertex = { ...entry.vertex, ...vertex };
    if (vertex.started && !entry.announced) {
      entry.announced = true;
      print(`#${entry.number} ${vertex.name}`);
    }
    if (!vertex.completed || !vertex.started) return;
    entry.busy = Date.parse(vertex.completed) - Date.parse(vertex.started);
    entry.ran ||= !vertex.cached;
    if (entry.closed) return;
    entry.closed = true;
    const outcome = vertex.error ? `ERROR: ${vertex.error}` : vertex.cached ? "CACHED" : "DONE";
    print(`#${entry.number} ${outcome} ${(entry.busy / 1e3).toFixed(1)}s`);
  };
  const onLog = (digest, data) => {
    const lines2 = ((partial.get(digest) ?? "") + data).split(/\r?\n/);
    partial.set(digest, lines2.pop() ?? "");
    for (const line of lines2) print(`#${entryOf(digest).number} ${line.slice(line.lastIndexOf("\r") + 1)}`);
  };
  const onStatus = (status) => {
    for (const vertex of status.vertexes ?? []) onVertex(vertex);
    for (const log of status.logs ?? []) onLog(log.vertex, decode(log.data ?? ""));
    for (const { id = "" } of status.statuses ?? [])
      cacheDigest = /^writing cache (?:image )?manifest (sha256:[0-9a-f]{64})$/.exec(id)?.[1] ?? cacheDigest;
    for (const warning of status.warnings ?? []) {
      const location = warning.sourceInfo?.filename ? { file: warning.sourceInfo.filename, ...lineOf(warning.range?.[0]?.start?.line) } : void 0;
      const detail = (warning.detail ?? []).map(decode);
      const message = [decode(warning.short ?? ""), ...detail, warning.url].filter(Boolean).join(" ");
      warnings.set(`${message} ${location?.line}`, { message, location });
    }
  };
  const onLine = (line) => {
    if (object2 === "" && !line.startsWith("{")) {
      text2.push(line);
      return;
    }
    object2 += `${line}
`;
    if (!line.endsWith("}") || line !== "}" && !line.startsWith("{")) return;
    const status = parse(object2);
    if (!status && line !== "}") return;
    if (status) onStatus(status);
    else text2.push(object2.trimEnd());
    object2 = "";
  };
  return {
    write(chunk) {
      const lines2 = (rest + decoder.write(chunk)).split("\n");
      rest = lines2.pop() ?? "";
      for (const line of lines2) onLine(line);
    },
    end() {
      if (rest !== "") onLine(rest);
      if (object2 !== "") text2.push(object2.trimEnd());
      rest = "";
      object2 = "";
    },
    running() {
      const entry = [...vertices.values()].findLast(({ announced, closed }) => announced && !closed);
      return entry && `#${entry.number} ${entry.vertex.name}`;
    },
    steps: () => [...vertices.values()].filter(({ vertex }) => vertex.completed).map(({ vertex, busy, ran }) => ({
      name: vertex.name,
      cached: (vertex.cached ?? false) && !ran,
      failed: Boolean(vertex.error),
      duration: busy
    })),
    cacheDigest: () => cacheDigest,
    warnings: () => [...warnings.values()],
    text: () => text2.join("\n").trim()
  };
}
function parse(object2) {
  try {
    return JSON.parse(object2);
  } catch {
    return void 0;
  }
}
var import_node_string_decoder2, decode, lineOf;
var init_progress = __esm({
  "actions/build-image/build/progress.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_string_decoder2 = require("node:string_decoder");
    decode = (base64) => Buffer.from(base64, "base64").toString("utf8");
    lineOf = (line) => line ? { line } : {};
  }
});

// actions/build-image/build/run-build.ts
async function build(builds) {
  const { log, clock, signal } = builds;
  const state = { sbom: builds.sbom, runs: 0, builderAsked: false };
  const pauseAfter = () => PAUSES[Math.min(state.runs, PAUSES.length) - 1];
  try {
    return await retry(() => attemptBuild(builds, state), {
      clock,
      signal,
      resource: "push of the image",
      pauseAfter,
      mayPass: (error) => error instanceof PushRefusedError && clock.now() + pauseAfter() <= (state.deadline ?? Number.POSITIVE_INFINITY),
      onRetry: ({ message }, pause) => log.info(
        `The registry refused the push: ${message}. The image is not rebuilt; next attempt in ${pause / 1e3} s.`
      )
    });
  } catch (error) {
    if (!(error instanceof PushRefusedError)) throw error;
    throw new OutcomeError(
      `The push failed for ${PUSH_DEADLINE / 1e3} s, in ${state.runs} attempts. ${error.message}`,
      { cause: error }
    );
  }
}
async function attemptBuild(builds, state) {
  const { log, clock } = builds;
  const { exitCode, progress, metadataFile } = await runDocker(builds, state);
  state.runs++;
  const done = { steps: progress.steps(), warnings: progress.warnings() };
  if (exitCode === 0)
    return {
      ...state.first ?? done,
      metadata: readMetadata(metadataFile),
      cacheDigest: progress.cacheDigest(),
      attempts: state.runs
    };
  const error = readBuildError(progress.text(), builds.dockerfile);
  if (error.kind === "scanner" && state.sbom === "true") {
    log.warning(
      `Built without SBOM: the scanner's image could not be pulled (${error.message}). Set sbom to false, or to generator=IMAGE.`
    );
    state.sbom = "false";
    return await attemptBuild(builds, state);
  }
  if (error.kind === "other" && !state.builderAsked) {
    state.builderAsked = true;
    if (await builds.anotherBuilder()) return await attemptBuild(builds, state);
  }
  if (error.kind !== "registry") throw failure(error, progress.warnings(), log);
  if (/\b401\b|unauthorized|invalid_token/i.test(error.message)) builds.onLoginRefused();
  state.first ??= done;
  state.deadline ??= clock.now() + PUSH_DEADLINE;
  throw new PushRefusedError(error.message);
}
async function runDocker(builds, { sbom, deadline }) {
  const { log, clock } = builds;
  const metadataFile = (0, import_node_path6.join)(builds.folder, "metadata.json");
  (0, import_node_fs9.rmSync)(metadataFile, { force: true });
  const plan = builds.plan({ again: deadline !== void 0, sbom, metadataFile });
  let printed = () => {
  };
  const progress = createProgress((line) => {
    log.output(line);
    printed();
  });
  const { exitCode } = await withHeartbeat(
    () => progress.running() ?? "docker buildx build",
    // The step's name is the Dockerfile's text.
    { log: { info: log.output }, clock },
    (onPrint) => {
      printed = onPrint;
      return builds.docker(plan.args, {
        env: { ...builds.env, ...plan.env },
        onStart: builds.onStart,
        onOutput: (chunk) => progress.write(chunk)
      });
    }
  );
  progress.end();
  return { exitCode, progress, metadataFile };
}
function failure(error, warnings, log) {
  reportWarnings(warnings, log);
  return new OutcomeError(
    `ERROR: ${error.message}${hint(error.message)}`,
    error.location ? { location: error.location } : {}
  );
}
function hint(message) {
  if (/exec format error/.test(message))
    return "\nThis runner cannot run programs of that platform. Add docker/setup-qemu-action before this step.";
  const [, secret] = /\bsecret (\S+): not found/.exec(message) ?? [];
  if (secret !== void 0)
    return `
Give it in secrets, as ${secret}=VALUE; in pipeline.yml, in the secret build-env.`;
  if (/unexpected key '[^']+' in /.test(message))
    return "\nThis builder does not know that option yet. Let the Dockerfile begin with the line # syntax=docker/dockerfile:1.";
  if (/network\.host is not allowed/.test(message)) return "\nAdd --allow=network.host to extra-args.";
  return "";
}
function reportWarnings(warnings, log) {
  for (const { message, location } of warnings) if (!isAboutPublicKey(message)) log.warning(message, location);
}
function isAboutPublicKey(message) {
  const [, name] = /^SecretsUsedInArgOrEnv: .*\((?:ARG|ENV) "([^"]+)"\)/.exec(message) ?? [];
  return name !== void 0 && isPublicByName(name);
}
function readMetadata(file) {
  try {
    return JSON.parse((0, import_node_fs9.readFileSync)(file, "utf8"));
  } catch (cause) {
    throw new OutcomeError(
      "The build succeeded without metadata, so the digest is unknown. Check that buildx is 0.13 or newer.",
      { cause }
    );
  }
}
var import_node_fs9, import_node_path6, PUSH_DEADLINE, PAUSES, PushRefusedError;
var init_run_build = __esm({
  "actions/build-image/build/run-build.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs9 = require("node:fs");
    import_node_path6 = require("node:path");
    init_variable_names();
    init_errors();
    init_heartbeat();
    init_retry();
    init_build_error();
    init_progress();
    PUSH_DEADLINE = 12e4;
    PAUSES = [1e3, 2e3, 4e3, 8e3, 16e3, 3e4];
    PushRefusedError = class extends Error {
    };
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
      const descriptor2 = { mediaType, digest, size: content.length };
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
      return descriptor2;
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
    isSorted = (texts) => texts.every((text2, i2) => i2 === 0 || (texts[i2 - 1] ?? "") <= text2);
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
  let read = 0;
  const judge = async (reference) => {
    const { bundle, problem } = await store.read(image, digest, reference);
    read++;
    const verdict = bundle ? verify2(bundle, { ...expected, digest }) : void 0;
    if (verdict?.verified) return verdict.build;
    const reason = verdict?.reason ?? problem ?? "empty";
    if (!reason.startsWith("of type ")) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return void 0;
  };
  const search = async (references) => {
    let found;
    let next = 0;
    const work = async () => {
      while (!found && next < references.length) found ??= await judge(references[next++]);
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    return found;
  };
  const tags = await store.list(image, digest);
  const build2 = await search(tags.slice(0, MOST2)) ?? await search((await store.listReferrers(image, digest)).slice(0, MOST2));
  if (build2) return { verified: true, build: build2 };
  const name = formatImageDigest(image);
  const what = expected.predicateType;
  if (read === 0) return { verified: false, reason: `no attestation is attached to ${name}` };
  const counted = [...reasons].sort(([, a], [, b]) => b - a);
  const listed2 = counted.slice(0, MOST_REASONS).map(([reason, count]) => `${count} is ${reason}`);
  const rest = counted.length > MOST_REASONS ? [`${counted.length - MOST_REASONS} more reasons`] : [];
  return {
    verified: false,
    reason: `${read} attestation${read === 1 ? " is" : "s are"} attached to ${name}, and none counts as ${what}${counted.length > 0 ? `: ${[...listed2, ...rest].join("; ")}` : ""}`
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
  }
});

// actions/build-image/reuse/trusted-reuse.ts
async function reuseObstacle(work, digest) {
  if (!needsProvenance(work)) return void 0;
  const { inputs, cloud, context } = work;
  const { identity, trustedRoots, keys, mode } = inputs.provenanceRequired;
  if (!identity) return "the required builder is unknown (input provenance-identity)";
  const result = await verifyProvenance({ ...inputs.image, digest }, { identity, trustedRoots, keys }, cloud);
  if (result.verified) return void 0;
  if (mode !== "warn" || inputs.sign === "required") return result.reason;
  context.log.warning(`require-provenance: the image of the same inputs is reused, though ${result.reason}.`);
  return void 0;
}
async function trustCache(work) {
  const { inputs } = work;
  if (inputs.cache === "off" || !inputs.push || !mustBeSigned(work)) return void 0;
  if (inputs.cache === "gha") {
    work.context.log.info("The build cache is ignored: GitHub's cache carries no provenance; use cache: registry.");
    return { from: void 0, write: false };
  }
  return {
    from: await verifiedContent(work, cacheTag(inputs.platforms), BUILD_CACHE, "build cache is"),
    write: isTrustedRef(work)
  };
}
async function trustCacheMounts(work) {
  const { inputs, context, registry } = work;
  const tag = cacheMountsTag(inputs.platforms);
  const merged = !UNMERGED.includes(context.github.eventName);
  if (!mustBeSigned(work)) return { from: await registry.digest(inputs.image, tag), write: merged };
  return {
    from: await verifiedContent(work, tag, CACHE_MOUNTS, "cache mounts in the registry are"),
    write: merged && isTrustedRef(work)
  };
}
function isTrustedRef({ inputs, context }) {
  const { identity } = inputs.provenanceRequired;
  return identity !== void 0 && identityRefMatches(context.github.ref, identity);
}
async function verifiedContent({ inputs, context, registry, cloud }, tag, predicateType, what) {
  const { identity, trustedRoots, keys } = inputs.provenanceRequired;
  const digest = await registry.digest(inputs.image, tag);
  if (digest === void 0) return void 0;
  const result = identity ? await verifyProvenance({ ...inputs.image, digest }, { identity, trustedRoots, keys }, cloud, predicateType) : { verified: false, reason: "the required builder is unknown (input provenance-identity)" };
  if (result.verified) return digest;
  context.log.info(`The ${what} ignored: ${result.reason}.`);
  return void 0;
}
var needsProvenance, UNMERGED, mustBeSigned;
var init_trusted_reuse = __esm({
  "actions/build-image/reuse/trusted-reuse.ts"() {
    "use strict";
    init_fetch_classes();
    init_identity();
    init_require_provenance();
    init_statement();
    init_own_tags();
    needsProvenance = ({ inputs }) => inputs.provenanceRequired.mode !== "off" || inputs.sign === "required";
    UNMERGED = ["pull_request", "pull_request_target", "merge_group"];
    mustBeSigned = ({ inputs }) => inputs.provenanceRequired.mode === "enforce" || inputs.sign === "required";
  }
});

// actions/build-image/cache-mounts/dockerfile.ts
function readInstructions(text2) {
  const lines2 = text2.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escapeCharacter = readDirectives(lines2).get("escape") === "`" ? "`" : "\\";
  const instructions = [];
  for (let at = 0; at < lines2.length; at++) {
    let logical = "";
    for (; at < lines2.length; at++) {
      const line = lines2[at].trimEnd();
      if (line.trimStart().startsWith("#") || line === "" && logical !== "") continue;
      if (!line.endsWith(escapeCharacter)) {
        logical += line;
        break;
      }
      logical += line.slice(0, -1);
    }
    const instruction = readInstruction(logical);
    if (!instruction) continue;
    instructions.push(instruction);
    if (!WITH_HEREDOC.includes(instruction.keyword)) continue;
    for (const [, , end] of instruction.rest.matchAll(HEREDOC)) at = endOfHeredoc(lines2, at + 1, end);
  }
  return instructions;
}
function readDirectives(lines2) {
  const found = /* @__PURE__ */ new Map();
  for (const line of lines2) {
    const match = DIRECTIVE.exec(line.trim());
    if (!match) break;
    found.set(match[1].toLowerCase(), match[2]);
  }
  return found;
}
function readInstruction(line) {
  const [, keyword, after = ""] = /^(\w+)(?:\s+([\s\S]*))?$/.exec(line.trim()) ?? [];
  if (keyword === void 0) return void 0;
  const flags = [];
  let rest = after;
  for (let match = FLAG2.exec(rest); match; match = FLAG2.exec(rest)) {
    flags.push(match[1]);
    rest = rest.slice(match[0].length);
  }
  return { keyword: keyword.toUpperCase(), flags, rest: rest.trim() };
}
function endOfHeredoc(lines2, from, end) {
  const found = lines2.findIndex((line, i2) => i2 >= from && line.replace(/^\t+/, "") === end);
  return found < 0 ? lines2.length : found;
}
var DIRECTIVE, HEREDOC, WITH_HEREDOC, FLAG2;
var init_dockerfile = __esm({
  "actions/build-image/cache-mounts/dockerfile.ts"() {
    "use strict";
    init_fetch_classes();
    DIRECTIVE = /^#\s*(\w+)\s*=\s*(.*?)\s*$/;
    HEREDOC = /<<-?\s*(["']?)([A-Za-z_][\w.]*)\1/g;
    WITH_HEREDOC = ["RUN", "COPY", "ADD"];
    FLAG2 = /^(--[a-z][\w-]*(?:=(?:"[^"]*"|'[^']*'|[^\s"'])*)?)(?:\s+|$)/;
  }
});

// actions/build-image/cache-mounts/find-mounts.ts
function findCacheMounts(text2, target, buildArgs) {
  const { globals, stages } = splitStages(readInstructions(text2));
  const values = globalValues(globals, buildArgs);
  const seen = /* @__PURE__ */ new Set();
  const notes = [];
  const found = neededStages(stages, target, values).flatMap((stage) => {
    const chain = chainOf(stages, stage, values);
    const [root] = chain;
    const lines2 = chain.flatMap(({ instructions }) => instructions).filter(({ keyword }) => setsVariable(keyword));
    const context = lines2.map(({ keyword, rest }) => `${keyword} ${rest}`);
    const all = stage.instructions.flatMap((instruction) => mountsOf(instruction));
    const candidates = all.map((fields) => describeMount(fields, context, buildArgs));
    const mounts = [];
    for (const { mount, problem } of candidates) {
      if (problem !== void 0) notes.push(`The cache mount ${mount.name} is not kept: ${problem}.`);
      else if (!seen.has(mount.key)) mounts.push(mount);
      seen.add(mount.key);
    }
    if (mounts.length === 0) return [];
    const image = root.from.rest.split(/\s+/)[0];
    if (image.toLowerCase() === "scratch") {
      notes.push(`The cache mounts of a stage from scratch are not kept: it has no program that could copy them.`);
      return [];
    }
    const from = ["FROM", ...root.from.flags, image].join(" ");
    return [{ from, context: mounts.some(({ options }) => options.includes("$")) ? context : [], mounts }];
  });
  return { globals: globals.map(({ rest }) => `ARG ${rest}`), stages: found, notes };
}
function splitStages(instructions) {
  const globals = [];
  const stages = [];
  for (const instruction of instructions) {
    if (instruction.keyword === "FROM") {
      const name = /\s+as\s+(\S+)$/i.exec(instruction.rest)?.[1]?.toLowerCase() ?? String(stages.length);
      stages.push({ name, from: instruction, instructions: [] });
    } else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction);
    else if (instruction.keyword === "ARG") globals.push(instruction);
  }
  return { globals, stages };
}
function globalValues(globals, buildArgs) {
  const values = /* @__PURE__ */ new Map();
  for (const { rest } of globals)
    for (const [, name = "", value = ""] of rest.matchAll(/([A-Za-z_]\w*)(?:=(\S*))?/g))
      values.set(name, buildArgs.get(name) ?? value.replace(/^(["'])(.*)\1$/, "$2"));
  return values;
}
function findStage(stages, reference, before) {
  const name = reference.toLowerCase();
  const index = stages.findLastIndex((stage, i2) => i2 < before && stage.name === name);
  if (index >= 0) return index;
  return /^\d+$/.test(name) && Number(name) < before ? Number(name) : -1;
}
function neededStages(stages, target, values) {
  const needed = /* @__PURE__ */ new Set();
  const visit = (index) => {
    if (index < 0 || needed.has(index)) return;
    needed.add(index);
    visit(baseOf(stages, index, values));
    for (const { flags } of stages[index].instructions)
      for (const flag of flags) {
        const from = /^--from=(\S+)$/.exec(flag)?.[1] ?? mountFields(flag)?.get("from");
        if (from !== void 0) visit(findStage(stages, from, index));
      }
  };
  visit(target === void 0 ? stages.length - 1 : findStage(stages, target, stages.length));
  return stages.filter((_, i2) => needed.has(i2));
}
function chainOf(stages, stage, values) {
  const base = baseOf(stages, stages.indexOf(stage), values);
  return base < 0 ? [stage] : [...chainOf(stages, stages[base], values), stage];
}
function mountFields(flag) {
  const [, text2] = /^--mount=([\s\S]*)$/.exec(flag) ?? [];
  if (text2 === void 0) return void 0;
  const fields = /* @__PURE__ */ new Map();
  for (const [raw] of text2.matchAll(/(?:"[^"]*"|[^,])+/g)) {
    const [name = "", ...value] = raw.replaceAll('"', "").split("=");
    fields.set(name.trim().toLowerCase(), value.join("="));
  }
  return fields;
}
function mountsOf({ keyword, flags }) {
  if (keyword !== "RUN") return [];
  return flags.flatMap((flag) => {
    const fields = mountFields(flag);
    return fields?.get("type") === "cache" ? [fields] : [];
  });
}
function describeMount(fields, context, buildArgs) {
  const target = fields.get("target") ?? fields.get("dst") ?? fields.get("destination") ?? "";
  const name = fields.get("id") || import_node_path7.posix.normalize(target).replace(/(.)\/$/, "$1");
  const parts = ["uid", "gid", "mode"].flatMap((key2) => fields.has(key2) ? [`${key2}=${fields.get(key2)}`] : []);
  const options = [`id=${name}`, ...parts].join(",");
  const about2 = options.includes("$") ? [options, context, [...buildArgs].sort()] : [options];
  const key = (0, import_node_crypto8.createHash)("sha256").update(JSON.stringify(about2)).digest("hex").slice(0, 16);
  const problem = fields.has("from") ? "it begins with the content of another stage or image (from)" : /["\s]/.test(options) ? "its id has quotes or spaces" : void 0;
  return { mount: { key, name, options }, problem };
}
var import_node_crypto8, import_node_path7, setsVariable, expand, baseOf;
var init_find_mounts = __esm({
  "actions/build-image/cache-mounts/find-mounts.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto8 = require("node:crypto");
    import_node_path7 = require("node:path");
    init_dockerfile();
    setsVariable = (keyword) => keyword === "ARG" || keyword === "ENV";
    expand = (text2, values) => text2.replace(
      /\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/g,
      (_, plain3, braced, fallback = "") => values.get(plain3 ?? braced ?? "") || fallback
    );
    baseOf = (stages, index, values) => findStage(stages, expand(stages[index].from.rest.split(/\s+/)[0] ?? "", values), index);
  }
});

// actions/build-image/cache-mounts/mount-dockerfiles.ts
function restoreDockerfile(found, kept) {
  return assemble(found, keptStage(kept), {
    flags: [KEPT_MOUNT],
    command: `if [ -z "$(ls -A "$mount")" ]; then
  tar -xpf "/orchestra/kept/$key.tar" -C "$mount" || { find "$mount" -mindepth 1 -delete; exit 1; }
fi
echo "$key" >>/orchestra/out/restored`,
    result: (i2) => `COPY --from=orchestra-${i2} /orchestra/out/restored /restored-${i2}`
  });
}
function reportDockerfile(found, kept) {
  return assemble(found, keptStage(kept), {
    flags: [`--mount=type=secret,id=${SECRETS_ID},target=/orchestra/secrets`, ...kept ? [KEPT_MOUNT] : []],
    command: `secret=no
if [ -s /orchestra/secrets ]; then grep -rqFf /orchestra/secrets "$mount" && secret=yes || [ $? = 1 ]; fi
size=$(du -sk "$mount" | cut -f1)
files=$(find "$mount" -type f | wc -l)
${LIST_FILES}
sum=$(sha256sum <"$list" | cut -c 1-64)
changed=$size
if [ -f "/orchestra/kept/$key.list" ]; then
changed=0
sort "$list" "/orchestra/kept/$key.list" | uniq -u >/orchestra/changes
while read -r bytes rest; do
case $bytes in ''|*[!0-9]*) continue;; esac
changed=$((changed + (bytes + 4095) / 4096 * 4))
done </orchestra/changes
fi
echo $key $size $files $secret $sum $changed >>/orchestra/out/report`,
    result: (i2) => `COPY --from=orchestra-${i2} /orchestra/out/report /report-${i2}`
  });
}
function keepDockerfile(found, fresh, carried, kept) {
  const archived = onlyMounts(found, fresh);
  const layers = archived.stages.flatMap(
    ({ mounts }, i2) => mounts.map(({ key }) => `COPY --link --from=orchestra-${i2} ${archive("/orchestra/out", key)} /`)
  );
  const others = [...carried].map((key) => `COPY --link --from=orchestra-kept ${archive("", key)} /`);
  return assemble(archived, keptStage(kept), {
    flags: [],
    command: `${LIST_FILES}
tar -cf "/orchestra/out/$key.tar" -C "$mount" .`,
    result: (i2) => i2 === 0 ? [...layers, ...others].join("\n") : ""
  });
}
function assemble({ globals, stages }, before, step) {
  const built = stages.map((stage, i2) => stageLines(stage, i2, step));
  return [
    ...globals,
    ...before,
    ...built,
    `FROM scratch AS ${LAST_STAGE}`,
    ...stages.length > 0 ? stages.map((_, i2) => step.result(i2)) : [step.result(0)],
    ""
  ].join("\n");
}
function stageLines({ from, context, mounts }, index, { flags, command }) {
  const script = `set -eu
export LC_ALL=C
for tool in du find grep sha256sum sort stat tar uniq; do
command -v "$tool" >/dev/null || { echo "${FAILED}the image that the stage rests on has no $tool" >&2; exit 127; }
done
mkdir -p /orchestra/out
for key in ${mounts.map(({ key }) => key).join(" ")}; do
mount="/orchestra/mounts/$key"
${command}
done`;
  const own = mounts.map(({ key, options }) => `--mount=type=cache,${options},target=/orchestra/mounts/${key}`);
  return [
    `${from} AS orchestra-${index}`,
    ...context,
    `ARG ${RUN_ARGUMENT}`,
    "USER 0",
    `RUN --network=none ${[...own, ...flags].join(" ")} ${JSON.stringify(["/bin/sh", "-c", script])}`
  ].join("\n");
}
var RUN_ARGUMENT, SECRETS_ID, FAILED, KEPT_MOUNT, LIST_FILES, LAST_STAGE, onlyMounts, archive, keptStage;
var init_mount_dockerfiles = __esm({
  "actions/build-image/cache-mounts/mount-dockerfiles.ts"() {
    "use strict";
    init_fetch_classes();
    RUN_ARGUMENT = "ORCHESTRA_RUN";
    SECRETS_ID = "orchestra-secrets";
    FAILED = "orchestra-failed: ";
    KEPT_MOUNT = "--mount=type=bind,from=orchestra-kept,target=/orchestra/kept";
    LIST_FILES = `list="/orchestra/out/$key.list"
(cd "$mount" && find . -type f -exec stat -c '%s %Y %n' {} + | sort) >"$list"`;
    LAST_STAGE = "orchestra-result";
    onlyMounts = (found, keys) => ({
      ...found,
      stages: found.stages.flatMap((stage) => {
        const mounts = stage.mounts.filter(({ key }) => keys.has(key));
        return mounts.length > 0 ? [{ ...stage, mounts }] : [];
      })
    });
    archive = (folder, key) => `${folder}/${key}.tar ${folder}/${key}.list`;
    keptStage = (kept) => kept === void 0 ? [] : [`FROM ${kept} AS orchestra-kept`];
  }
});

// actions/build-image/cache-mounts/mount-builds.ts
async function runMountBuild(inputs, { docker, env, builder, folder }, build2) {
  const [context, out] = [(0, import_node_path8.join)(folder, "cache-mounts"), (0, import_node_path8.join)(folder, "cache-mounts-out")];
  for (const dir of [context, out]) (0, import_node_fs10.rmSync)(dir, { recursive: true, force: true });
  (0, import_node_fs10.mkdirSync)(context);
  (0, import_node_fs10.mkdirSync)(out);
  const metadataFile = (0, import_node_path8.join)(context, "metadata.json");
  (0, import_node_fs10.writeFileSync)((0, import_node_path8.join)(context, "Dockerfile"), build2.dockerfile);
  (0, import_node_fs10.writeFileSync)((0, import_node_path8.join)(context, ".dockerignore"), "*");
  let reason;
  const progress = createProgress((line) => {
    reason ??= line.split(FAILED)[1];
  });
  const { exitCode } = await docker(
    [
      ...["buildx", "build", ...builder ? ["--builder", builder] : []],
      ...["--file", (0, import_node_path8.join)(context, "Dockerfile"), "--platform", inputs.platforms.join(",")],
      // `FROM` may name them.
      ...pairs("--build-arg", inputs.buildArgs),
      ...pairs("--build-context", inputs.buildContexts),
      ...["--build-arg", `${RUN_ARGUMENT}=${build2.salt}`, "--provenance", "false", "--sbom", "false"],
      ...build2.output(out),
      ...["--metadata-file", metadataFile, "--progress", "rawjson", context]
    ],
    { env: { ...env, ...build2.env }, onOutput: (chunk) => progress.write(chunk) }
  );
  progress.end();
  if (exitCode !== 0) throw new Error(reason ?? readBuildError(progress.text(), "Dockerfile").message);
  const metadata = JSON.parse((0, import_node_fs10.readFileSync)(metadataFile, "utf8"));
  return { metadata, files: readFiles(out) };
}
function readFiles(folder) {
  const paths = (0, import_node_fs10.readdirSync)(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => (0, import_node_path8.join)(parentPath, name));
  return new Map(paths.sort().map((path4) => [path4.slice(folder.length + 1), (0, import_node_fs10.readFileSync)(path4, "utf8")]));
}
var import_node_fs10, import_node_path8, pairs;
var init_mount_builds = __esm({
  "actions/build-image/cache-mounts/mount-builds.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_fs10 = require("node:fs");
    import_node_path8 = require("node:path");
    init_build_error();
    init_progress();
    init_mount_dockerfiles();
    pairs = (flag, map) => [...map].flatMap(([key, value]) => [flag, `${key}=${value}`]);
  }
});

// actions/build-image/cache-mounts/mount-report.ts
function readReport(texts) {
  const found = /* @__PURE__ */ new Map();
  for (const line of [...texts].flatMap((text2) => text2.split("\n"))) {
    const [key, size, files, secret, fingerprint, changed] = line.trim().split(/\s+/);
    if (!key || !fingerprint || !changed) continue;
    const before = found.get(key);
    found.set(key, {
      size: (before?.size ?? 0) + Number(size) * 1024,
      files: (before?.files ?? 0) + Number(files),
      secret: (before?.secret ?? false) || secret !== "no",
      fingerprint: before ? (0, import_node_crypto9.createHash)("sha256").update(`${before.fingerprint} ${fingerprint}`).digest("hex") : fingerprint,
      changed: (before?.changed ?? 0) + Number(changed) * 1024
    });
  }
  return found;
}
function planKeep(mounts, report, before, maxSize) {
  const measured = mounts.flatMap((mount) => {
    const content = report.get(mount.key);
    return content ? [{ ...mount, ...content }] : [];
  });
  const trouble = (reason) => ({ keep: false, reason, trouble: true });
  const leaking = measured.filter(({ secret }) => secret).map(({ name }) => name);
  if (leaking.length > 0)
    return trouble(
      `${leaking.join(", ")} holds the value of a secret of this build, which everyone who may read the repository could read. Let the Dockerfile read it from its mount (RUN --mount=type=secret), and write it to no file of a cache mount`
    );
  const filled = measured.filter(({ files }) => files > 0);
  const size = filled.reduce((sum, one) => sum + one.size, 0);
  if (size > maxSize)
    return trouble(
      `they have ${formatMebibytes(size)} (${filled.map((one) => `${one.name}: ${formatMebibytes(one.size)}`).join(", ")}), more than cache-mounts-max-size, ${formatMebibytes(maxSize)}. Those of an earlier run stay as they are. Raise the limit, or let the Dockerfile remove what it no longer needs from them`
    );
  const carried = measured.filter(
    ({ key, size: size2, files, changed }) => (
      // A mount that no step of this build has used is empty on a new builder.
      before[key] !== void 0 && (files === 0 || changed <= size2 * NEGLIGIBLE)
    )
  );
  const fresh = filled.filter(({ key }) => !carried.some((one) => one.key === key));
  if (fresh.length === 0) {
    const same = carried.every(({ key, files, fingerprint }) => files === 0 || fingerprint === before[key]);
    const reason = same ? "nothing in them has changed" : "less than a tenth of them has changed since they were kept";
    return { keep: false, reason, trouble: false };
  }
  return {
    keep: true,
    fresh: new Set(fresh.map(({ key }) => key)),
    carried: new Set(carried.map(({ key }) => key)),
    fingerprints: Object.fromEntries([
      ...fresh.map(({ key, fingerprint }) => [key, fingerprint]),
      ...carried.map(({ key }) => [key, before[key]])
    ]),
    size
  };
}
function secretPatterns(values) {
  const lines2 = [...values].flatMap((value) => {
    const text2 = value.replace(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g, "");
    const [longest = ""] = text2.split(/[\r\n]+/).map((line) => line.trim().slice(0, MOST_PATTERN)).sort((a, b) => b.length - a.length);
    return longest.length >= 8 && !longest.includes("\0") ? [longest] : [];
  });
  return [...new Set(lines2)].join("\n");
}
var import_node_crypto9, NEGLIGIBLE, MOST_PATTERN, formatMebibytes;
var init_mount_report = __esm({
  "actions/build-image/cache-mounts/mount-report.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto9 = require("node:crypto");
    NEGLIGIBLE = 0.1;
    MOST_PATTERN = 1e3;
    formatMebibytes = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
  }
});

// actions/build-image/cache-mounts/cache-mounts.ts
async function findKeptMounts(work) {
  const { inputs, context, registry } = work;
  if (!inputs.cacheMounts || !inputs.push) return void 0;
  const text2 = readTextFile((0, import_node_path9.resolve)(inputs.workspace, inputs.file));
  const found = findCacheMounts(text2, inputs.target, inputs.buildArgs);
  for (const note of found.notes) context.log.info(note);
  if (found.stages.length === 0) {
    context.log.info("Input cache-mounts: the Dockerfile has no RUN --mount=type=cache that can be kept.");
    return void 0;
  }
  return await harmless(work, "The cache mounts are neither restored nor kept", async () => {
    const { from, write } = await trustCacheMounts(work);
    const manifest = from === void 0 ? void 0 : await registry.manifest(inputs.image, from);
    if (!manifest) return { found, kept: void 0, write };
    const label = (await imageLabels(registry, inputs.image, manifest))[MOUNTS_LABEL];
    const fingerprints = JSON.parse(label ?? "{}");
    return { found, kept: { image: `${formatImageName(inputs.image)}@${from}`, fingerprints }, write };
  });
}
async function restoreCacheMounts(work, { found, kept }, builder) {
  const { inputs, context } = work;
  if (!kept) return context.log.info("No cache mounts were kept by an earlier run.");
  if (inputs.noCache) return;
  const known = onlyMounts(found, new Set(Object.keys(kept.fingerprints)));
  if (known.stages.length === 0) return;
  const began = context.clock.now();
  await harmless(work, "The cache mounts were not restored", async () => {
    await runMountBuild(inputs, builder, {
      dockerfile: restoreDockerfile(known, kept.image),
      output: toFolder,
      salt: context.random.hex(8)
    });
    const seconds2 = ((context.clock.now() - began) / 1e3).toFixed(1);
    context.log.info(`Restored the cache mounts ${namesOf(known)} from ${kept.image} in ${seconds2} s.`);
  });
}
async function keepCacheMounts(work, { found, kept, write }, steps, builder) {
  const { inputs, context } = work;
  if (!write || !steps.some(usedMounts)) {
    context.log.info(
      `The cache mounts are not kept: ${write ? "no step that uses them ran" : "this run only reads them"}.`
    );
    return void 0;
  }
  const began = context.clock.now();
  return await harmless(work, "The cache mounts were not kept", async () => {
    const salt = context.random.hex(8);
    const { files } = await runMountBuild(inputs, builder, {
      dockerfile: reportDockerfile(found, kept?.image),
      output: (out) => [...toFolder(out), "--secret", `id=${SECRETS_ID},env=${PATTERNS}`],
      env: { [PATTERNS]: secretPatterns(secretValues(work)) },
      salt
    });
    const mounts = found.stages.flatMap((stage) => stage.mounts);
    const plan = planKeep(mounts, readReport(files.values()), kept?.fingerprints ?? {}, inputs.cacheMountsMaxSize);
    if (!plan.keep) {
      const line = `The cache mounts are not kept: ${plan.reason}.`;
      if (plan.trouble) context.log.warning(line);
      else context.log.info(line);
      return void 0;
    }
    const name = `${formatImageName(inputs.image)}:${cacheMountsTag(inputs.platforms)}`;
    const { metadata } = await runMountBuild(inputs, builder, {
      dockerfile: keepDockerfile(found, plan.fresh, plan.carried, kept?.image),
      output: () => [
        ...["--label", `${MOUNTS_LABEL}=${JSON.stringify(plan.fingerprints)}`, "--target", LAST_STAGE],
        ...["--output", `type=image,name=${name},push=true,oci-mediatypes=true,compression=zstd`]
      ],
      salt
    });
    const seconds2 = ((context.clock.now() - began) / 1e3).toFixed(1);
    context.log.info(`Kept the cache mounts, ${formatMebibytes(plan.size)}, as ${name} in ${seconds2} s.`);
    return String(metadata["containerimage.digest"]);
  });
}
function* secretValues({ inputs, context }) {
  yield* inputs.secrets.values();
  for (const variable2 of inputs.secretEnvs.values()) yield context.env[variable2] ?? "";
  for (const path4 of inputs.secretFiles.values()) yield readTextFile((0, import_node_path9.resolve)(inputs.workspace, path4));
}
async function harmless({ context }, what, work) {
  try {
    return await work();
  } catch (error) {
    if (isAbort(error) || context.signal.aborted) throw error;
    context.log.warning(`${what}: ${error.message.replace(/\.?$/, ".")} The image is built as usual.`);
    return void 0;
  }
}
var import_node_path9, MOUNTS_LABEL, PATTERNS, toFolder, usedMounts, namesOf;
var init_cache_mounts = __esm({
  "actions/build-image/cache-mounts/cache-mounts.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path9 = require("node:path");
    init_image_reference();
    init_registry();
    init_read_file();
    init_errors();
    init_own_tags();
    init_trusted_reuse();
    init_find_mounts();
    init_mount_builds();
    init_mount_dockerfiles();
    init_mount_report();
    MOUNTS_LABEL = "dev.orchestra.actions.cache-mounts";
    PATTERNS = "ORCHESTRA_SECRET_PATTERNS";
    toFolder = (out) => ["--target", LAST_STAGE, "--output", `type=local,dest=${out}`];
    usedMounts = ({ name, cached }) => !cached && /\bRUN\b.*--mount=\S*type=cache/s.test(name);
    namesOf = ({ stages }) => stages.flatMap(({ mounts }) => mounts.map(({ name }) => name)).join(", ");
  }
});

// actions/build-image/clean-up.ts
async function cleanUpBuild(context) {
  const dir = claimedFolder(context, BUILD_STATE.dockerConfig, temporaryFolder(context.github.temp));
  const builder = context.state(BUILD_STATE.builder);
  try {
    if (OWN_BUILDER.test(builder)) {
      const docker = createDocker(context.env, context.github.workspace || ".", context.signal);
      const env = dir ? { DOCKER_CONFIG: dir } : {};
      const { exitCode, stderr } = await docker(["buildx", "rm", "--force", builder], { env });
      if (exitCode !== 0) context.log.warning(`The builder ${builder} could not be removed: ${stderr.trim()}`);
    } else if (builder) context.log.warning(`State builder names ${builder}, which this step did not create.`);
  } finally {
    if (dir) removeFolder(dir);
  }
}
var BUILD_STATE;
var init_clean_up = __esm({
  "actions/build-image/clean-up.ts"() {
    "use strict";
    init_fetch_classes();
    init_docker();
    init_docker_config();
    init_temporary_folder();
    init_builder();
    BUILD_STATE = { dockerConfig: "docker-config", builder: "builder" };
  }
});

// actions/build-image/plan/build-command.ts
function planLabels(inputs, run2, created, key) {
  return new Map([
    [CREATED_LABEL, created.toISOString()],
    [REVISION_LABEL, inputs.commit],
    ...run2.repository ? [["org.opencontainers.image.source", `${run2.serverUrl}/${run2.repository}`]] : [],
    ...inputs.labels,
    ...key ? [[KEY_LABEL, key]] : []
  ]);
}
function planBuild(inputs, tags, labels, settings) {
  const name = formatImageName(inputs.image);
  const secrets = planSecrets(inputs);
  const pairs2 = (flag, map) => [...map].flatMap(([key, value]) => [flag, `${key}=${value}`]);
  const args = [
    "buildx",
    "build",
    ...settings.builder ? ["--builder", settings.builder] : [],
    "--file",
    inputs.file,
    ...inputs.target ? ["--target", inputs.target] : [],
    "--platform",
    inputs.platforms.join(","),
    ...pairs2("--build-arg", inputs.buildArgs),
    ...pairs2("--build-context", inputs.buildContexts),
    ...secrets.args,
    ...inputs.ssh.flatMap((value) => ["--ssh", value]),
    ...pairs2("--label", labels),
    ...pairs2("--annotation", inputs.annotations),
    ...planAttestations(inputs, settings),
    ...planOutput(inputs, labels, settings),
    ...planCache(inputs, settings, name),
    ...inputs.noCache && !settings.again ? ["--no-cache"] : [],
    ...inputs.pull && !settings.again ? ["--pull"] : [],
    ...tags.flatMap((tag) => ["--tag", `${name}:${tag}`]),
    ...inputs.push ? ["--push"] : [],
    ...inputs.load ? ["--load"] : [],
    "--metadata-file",
    settings.metadataFile,
    "--progress",
    "rawjson",
    ...inputs.extraArgs,
    inputs.contextDir
  ];
  return { args, env: secrets.env };
}
function planAttestations(inputs, settings) {
  if (!settings.capable || !inputs.push) return ["--provenance", "false", "--sbom", "false"];
  return ["--provenance", inputs.provenance, "--sbom", settings.sbom];
}
function planOutput(inputs, labels, settings) {
  if (!settings.capable || !inputs.push) return [];
  const attested = inputs.provenance !== "false" || settings.sbom !== "false";
  const attributes = [
    // Without attestations BuildKit writes Docker's media types, which have none for zstd: containerd cannot pull an image
    // whose base has such layers then. https://github.com/containerd/containerd/blob/v1.7.24/images/mediatypes.go
    ...attested ? [] : ["oci-mediatypes=true"],
    ...(attested || inputs.platforms.length > 1) && !inputs.load ? planRecord(labels) : []
  ];
  return attributes.length === 0 ? [] : ["--output", csv(["type=image", ...attributes])];
}
function planRecord(labels) {
  if (!labels.has(KEY_LABEL)) return [];
  return [...INDEX_ANNOTATIONS].flatMap(([label, annotation2]) => {
    const value = labels.get(label);
    return value === void 0 ? [] : [`annotation-index.${annotation2}=${value}`];
  });
}
function planCache(inputs, settings, name) {
  const { trustedCache: trusted } = settings;
  if (!settings.capable || trusted && settings.cache === "gha") return [];
  if (settings.cache === "registry" && inputs.push) {
    const ref = `type=registry,ref=${name}:${cacheTag(inputs.platforms)}`;
    const from = trusted ? trusted.from ? `type=registry,ref=${name}@${trusted.from}` : void 0 : ref;
    return [
      ...from ? ["--cache-from", from] : [],
      ...trusted?.write === false ? [] : ["--cache-to", `${ref},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`]
    ];
  }
  if (settings.cache === "gha") {
    const scope = `type=gha,scope=${name}/${inputs.platforms.map((platform) => platform.replaceAll("/", "-")).join("-")}`;
    return ["--cache-from", scope, "--cache-to", `${scope},mode=max,ignore-error=true`];
  }
  return [];
}
function planSecrets(inputs) {
  const args = [];
  const env = {};
  for (const [id, value] of inputs.secrets) {
    const variable2 = `ORCHESTRA_SECRET_${Object.keys(env).length}`;
    env[variable2] = value;
    args.push("--secret", csv([`id=${id}`, `env=${variable2}`]));
  }
  for (const [id, variable2] of inputs.secretEnvs) args.push("--secret", csv([`id=${id}`, `env=${variable2}`]));
  for (const [id, path4] of inputs.secretFiles) args.push("--secret", csv([`id=${id}`, `src=${path4}`]));
  return { args, env };
}
var planTags, csv;
var init_build_command = __esm({
  "actions/build-image/plan/build-command.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_key_label();
    init_own_tags();
    planTags = ({
      commit,
      tags,
      forMerge,
      platforms
    }) => forMerge ? [`${commit}-${dashed(platforms)}`] : [.../* @__PURE__ */ new Set([commit, commit.slice(0, 7), ...tags])];
    csv = (fields) => fields.map((field) => /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field).join(",");
  }
});

// actions/build-image/report/summary.ts
function summarizeBuild(summary, inputs, facts) {
  const name = formatImageName(inputs.image);
  summary.heading(md`Image ${code(name)}`);
  if (facts.reused)
    summary.paragraph(
      md`\u267b\ufe0f The inputs of this image are unchanged since commit ${code(facts.reused.commit.slice(0, 12))} (${plain(facts.reused.created.toISOString())}). That image got the new tags. It keeps the labels and provenance of the commit that built it.`
    );
  for (const note of facts.notes) summary.paragraph(md`\u26a0\ufe0f ${plain(note)}`);
  if (facts.signed) summary.paragraph(md`\ud83d\udd0f ${plain(facts.signed)}`);
  summary.table(
    ["", ""],
    [
      [md`Digest`, code(facts.digest)],
      [md`Tags`, listed(facts.tags.map(code), " ")],
      ...facts.platforms.map((platform) => [
        plain(platform.platform),
        md`${code(platform.digest)} ${plain(formatSize(totalSize(platform)))}${comparison(platform, facts.previous)}`
      ]),
      [md`Time`, seconds(facts.milliseconds)],
      ...facts.steps.length > 0 ? [[md`Cache`, plain(cacheHits(facts.steps))]] : []
    ]
  );
  const known = new Set(facts.previous.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
  for (const { platform, layers } of facts.reused ? [] : facts.platforms) {
    summary.paragraph(md`**Layers of ${plain(platform)}**`);
    summary.table(
      ["Size", "Made by", facts.previous.length > 0 ? "New" : ""],
      layers.map(({ size, digest, instruction }) => [
        plain(formatSize(size)),
        code(shorten2(instruction ?? digest)),
        facts.previous.length > 0 && !known.has(digest) ? md`new` : void 0
      ])
    );
  }
  const slow = facts.steps.filter((step) => !step.cached).sort((a, b) => b.duration - a.duration);
  if (slow.length > 0) {
    summary.paragraph(md`**Slowest steps**`);
    summary.table(
      ["Time", "Step"],
      slow.slice(0, SLOWEST).map((step) => [seconds(step.duration), code(shorten2(step.name))])
    );
  }
}
function comparison(platform, previous) {
  const before = previous.find((candidate) => candidate.platform === platform.platform);
  if (!before) return md``;
  const change = totalSize(platform) - totalSize(before);
  if (change === 0) return md`, the same size as the image before`;
  return md`, ${plain(formatSize(Math.abs(change)))} ${change > 0 ? md`more` : md`less`} than the image before`;
}
function cacheHits(steps) {
  const own = steps.filter((step) => /^\[(?!internal\]|auth\])/.test(step.name));
  return `${own.filter((step) => step.cached).length} of ${own.length} steps from the cache`;
}
function formatSize(bytes) {
  if (bytes < 1e3) return `${bytes} B`;
  const [divisor, unit] = bytes < 1e6 ? [1e3, "kB"] : bytes < 1e9 ? [1e6, "MB"] : [1e9, "GB"];
  return `${(bytes / divisor).toFixed(1)} ${unit}`;
}
var SLOWEST, seconds, shorten2;
var init_summary2 = __esm({
  "actions/build-image/report/summary.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_summary();
    init_pushed_image();
    SLOWEST = 10;
    seconds = (ms) => plain(`${(ms / 1e3).toFixed(1)} s`);
    shorten2 = (text2) => text2.length > 100 ? `${text2.slice(0, 99)}\u2026` : text2;
  }
});

// actions/build-image/report/outputs.ts
async function finish({ inputs, context, registry, tags, started }, outcome) {
  const { manifest } = outcome;
  const [platforms, previous] = await Promise.all([
    readPlatforms(registry, inputs.image, manifest, { instructions: !outcome.reused }),
    outcome.reused ? [] : previousImage(context, registry, inputs),
    outcome.tagged
  ]);
  const name = formatImageName(inputs.image);
  context.output("image", formatImageDigest({ ...inputs.image, digest: manifest.digest }));
  context.output("digest", manifest.digest);
  context.output("digests", Object.fromEntries(platforms.map(({ platform, digest }) => [platform, digest])));
  context.output(
    "tags",
    tags.map((tag) => `${name}:${tag}`)
  );
  context.output("reused", outcome.reused !== void 0);
  context.output("metadata", outcome.metadata ?? "");
  summarizeBuild(context.summary, inputs, {
    digest: manifest.digest,
    tags,
    platforms,
    previous,
    reused: outcome.reused,
    steps: outcome.steps ?? [],
    notes: [...inputs.policy.exceptions, ...outcome.notes ?? []],
    signed: outcome.signed,
    milliseconds: context.clock.now() - started
  });
}
async function previousImage({ github }, registry, inputs) {
  const before = github.payload.before ?? github.payload.pull_request?.base?.sha;
  if (!before || /^0+$/.test(before)) return [];
  try {
    const manifest = await registry.manifest(inputs.image, before);
    return manifest ? await readPlatforms(registry, inputs.image, manifest) : [];
  } catch {
    return [];
  }
}
function finishLocal({ inputs, context, tags }, digest, metadata) {
  if (DIGEST.test(digest)) context.output("digest", digest);
  context.output("reused", false);
  context.output("metadata", metadata);
  const where = inputs.load ? md`loaded as ${listed(tags.map(code), " ")}` : md`not kept`;
  context.summary.heading(md`Image ${code(formatImageName(inputs.image))}`);
  context.summary.paragraph(md`Built, not pushed, ${where}.`);
}
function finishDryRun(work, found) {
  const { inputs, context, tags, key, started } = work;
  const labels = planLabels(inputs, context.github, new Date(started), key);
  const settings = { builder: inputs.builder, capable: true, cache: inputs.cache, sbom: inputs.sbom, again: false };
  const plan = planBuild(inputs, [...tags, ...key ? [keyTag(key)] : []], labels, {
    ...settings,
    metadataFile: (0, import_node_path10.join)("$RUNNER_TEMP", "metadata.json")
  });
  const decision = found.hit ? `The image of commit ${found.commit} (${found.manifest.digest}) would get the tags ${tags.join(", ")}.` : `An image would be built and ${inputs.push ? "pushed" : "not pushed"} (${found.reason}).`;
  context.log.info(`Dry run. ${decision}`);
  if (!found.hit) context.log.info(`docker ${plan.args.join(" ")}`);
  context.output("reused", found.hit);
  context.summary.heading(md`Image ${code(formatImageName(inputs.image))}: dry run`);
  context.summary.paragraph(plain(decision));
  if (!found.hit) context.summary.block(["docker", ...plan.args].join(" "), "sh");
}
var import_node_path10;
var init_outputs = __esm({
  "actions/build-image/report/outputs.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path10 = require("node:path");
    init_image_reference();
    init_summary();
    init_pushed_image();
    init_build_command();
    init_own_tags();
    init_summary2();
  }
});

// actions/build-image/reuse/ignore-pattern.ts
function compilePattern(pattern) {
  const { type, expression } = translate(pattern);
  switch (type) {
    case "exact":
      return (path4) => path4 === pattern;
    case "prefix":
      return (path4) => path4.startsWith(pattern.slice(0, -2));
    case "suffix": {
      const suffix = pattern.slice(2);
      return (path4) => path4.endsWith(suffix) || suffix.startsWith("/") && path4 === suffix.slice(1);
    }
    case "expression":
      return isSimple(pattern) ? simpleExpression(expression) : compileExpression(expression);
  }
}
function simpleExpression(expression) {
  const compiled = new RegExp(`^${expression.replaceAll(".*", "[^\\n]*")}$`, "u");
  return (path4) => compiled.test(path4);
}
function translate(pattern) {
  let type = "exact";
  let expression = "";
  const chars = [...pattern];
  for (let i2 = 0, first = true; i2 < chars.length; i2++, first = false) {
    const char = chars[i2] ?? "";
    if (char === "*" && chars[i2 + 1] === "*") {
      i2++;
      if (chars[i2 + 1] === "/") i2++;
      if (i2 + 1 < chars.length) {
        expression += "(.*/)?";
        type = "expression";
      } else if (type === "exact") type = "prefix";
      else {
        expression += ".*";
        type = "expression";
      }
      if (first) type = "suffix";
    } else if (char === "*" || char === "?") {
      expression += char === "*" ? "[^/]*" : "[^/]";
      type = "expression";
    } else if (".+()$".includes(char)) expression += `\\${char}`;
    else if (char === "\\" && i2 + 1 < chars.length) {
      expression += `\\${chars[++i2]}`;
      type = "expression";
    } else {
      expression += char === "\\" ? "\\\\" : char;
      if (char === "[" || char === "]") type = "expression";
    }
  }
  return { type, expression };
}
function escaped(char) {
  const set = SETS[char.toLowerCase()];
  if (set) return SETS[char] ? set : (one) => !set(one);
  const plain3 = CONTROLS[char] ?? char;
  return (one) => one === plain3;
}
function parse2(expression) {
  const chars = ["^", ...expression];
  let tokens = [];
  const alternatives = [tokens];
  const assert = (holds, at) => {
    const { length, least } = repetition(chars, at + 1);
    if (least > 0) tokens.push({ kind: "assert", holds });
    return at + length;
  };
  for (let i2 = 0; i2 < chars.length; i2++) {
    const char = chars[i2] ?? "";
    if (char === "(") {
      tokens.push(
        { kind: "optional", over: 2 },
        { kind: "many", test: notLineEnd },
        { kind: "one", test: (one) => one === "/" }
      );
      i2 += "(.*/)?".length - 1;
      continue;
    }
    if (char === "|") {
      tokens = [];
      alternatives.push(tokens);
      continue;
    }
    if (char === "^") {
      i2 = assert(atStart, i2);
      continue;
    }
    let test = (one) => one === char;
    if (char === ".") test = notLineEnd;
    else if (char === "\\") {
      const next = chars[++i2] ?? "";
      if (next === "b" || next === "B") {
        const wanted2 = next === "b";
        i2 = assert((before, after) => isWord(before) !== isWord(after) === wanted2, i2);
        continue;
      }
      test = escaped(next);
    } else if (char === "[") {
      const set = parseSet(chars, i2);
      ({ test } = set);
      i2 = set.end;
    }
    const { length, least, most } = repetition(chars, i2 + 1);
    i2 += length;
    for (let n = 0; n < least; n++) tokens.push({ kind: "one", test });
    if (most === Number.POSITIVE_INFINITY) tokens.push({ kind: "many", test });
    else for (let n = least; n < most; n++) tokens.push({ kind: "optional", over: 1 }, { kind: "one", test });
  }
  return alternatives;
}
function repetition(chars, at) {
  if (chars[at] === "*") return { length: 1, least: 0, most: Number.POSITIVE_INFINITY };
  const [text2, least = "", comma, most = ""] = chars[at] === "{" ? /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(chars.slice(at, at + 11).join("")) ?? [] : [];
  if (text2 === void 0 || Number(least) > 1e3 || Number(most) > 1e3) return { length: 0, least: 1, most: 1 };
  const end = comma === void 0 ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most);
  return { length: text2.length, least: Number(least), most: end };
}
function parseSet(chars, start) {
  let i2 = start + 1;
  const negated = chars[i2] === "^";
  if (negated) i2++;
  const members = [];
  for (let first = true; i2 < chars.length && (first || chars[i2] !== "]"); i2++, first = false) {
    let from = chars[i2] ?? "";
    if (from === "\\") {
      from = chars[++i2] ?? "";
      if (SETS[from.toLowerCase()]) {
        members.push(escaped(from));
        continue;
      }
      from = CONTROLS[from] ?? from;
    }
    const ranges = chars[i2 + 1] === "-" && i2 + 2 < chars.length && chars[i2 + 2] !== "]";
    if (!ranges) {
      members.push((one) => one === from);
      continue;
    }
    i2 += 2;
    let to = chars[i2] ?? "";
    if (to === "\\") to = chars[++i2] ?? "";
    const [low, high] = [codeOf(from), codeOf(to)];
    members.push((one) => codeOf(one) >= low && codeOf(one) <= high);
  }
  return { test: (one) => members.some((member) => member(one)) !== negated, end: i2 };
}
function compileExpression(expression) {
  const alternatives = parse2(expression);
  const ending = alternatives.length === 1 ? /(?:^|[\]*?])([\w/-]+)$/.exec(expression)?.[1] ?? "" : "";
  return (path4) => {
    if (!path4.endsWith(ending)) return false;
    const chars = [...path4];
    return alternatives.some((tokens, i2) => matches2(tokens, chars, i2 === alternatives.length - 1));
  };
}
function matches2(tokens, chars, atEnd) {
  const last = tokens.length;
  const [first] = tokens;
  const anchored = first?.kind === "assert" && first.holds === atStart;
  const enter = (into, from, before, after) => {
    const waiting = [from];
    for (let at = waiting.pop(); at !== void 0; at = waiting.pop()) {
      if (into.has(at)) continue;
      into.add(at);
      const token = tokens[at];
      if (token?.kind === "optional") waiting.push(at + 1, at + 1 + token.over);
      else if (token?.kind === "many" || token?.kind === "assert" && token.holds(before, after)) waiting.push(at + 1);
    }
  };
  let ways = /* @__PURE__ */ new Set();
  enter(ways, 0, "", chars[0] ?? "");
  for (const [i2, char] of chars.entries()) {
    if (!atEnd && ways.has(last)) return true;
    const next = /* @__PURE__ */ new Set();
    const after = chars[i2 + 1] ?? "";
    for (const at of ways) {
      const token = tokens[at];
      if ((token?.kind === "one" || token?.kind === "many") && token.test(char))
        enter(next, token.kind === "one" ? at + 1 : at, char, after);
    }
    if (!anchored) enter(next, 0, char, after);
    if (next.size === 0) return false;
    ways = next;
  }
  return ways.has(last);
}
var isSimple, atStart, isWord, notLineEnd, SETS, CONTROLS, codeOf;
var init_ignore_pattern = __esm({
  "actions/build-image/reuse/ignore-pattern.ts"() {
    "use strict";
    init_fetch_classes();
    isSimple = (pattern) => !/[[\]\\^{|}]/.test(pattern) && (pattern.match(/\*+/g) ?? []).length <= 2 && !pattern.includes("***");
    atStart = (before) => before === "";
    isWord = (char) => /^\w$/.test(char);
    notLineEnd = (char) => char !== "\n";
    SETS = {
      d: (char) => /^\d$/.test(char),
      w: isWord,
      s: (char) => /^[\t\n\f\r ]$/.test(char)
    };
    CONTROLS = { a: "\x07", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
    codeOf = (char) => char.codePointAt(0) ?? -1;
  }
});

// actions/build-image/reuse/ignore-file.ts
function parseIgnoreFile(text2) {
  const patterns = text2.replace(/^\uFEFF/, "").split("\n").filter((line) => !line.startsWith("#")).map((line) => line.trim()).filter((line) => line !== "" && line !== "!").map(parsePattern);
  return {
    final: !patterns.some((pattern) => pattern.negated),
    judge(path4, parent) {
      let ignored = false;
      const matched = patterns.map((pattern, i2) => {
        let match = parent?.matched[i2] ?? false;
        if (!match && pattern.negated === ignored) match = pattern.matches(path4);
        if (match) ignored = !pattern.negated;
        return match;
      });
      return { ignored, matched };
    }
  };
}
function parsePattern(line) {
  const negated = line.startsWith("!");
  const cleaned = import_node_path11.posix.normalize(negated ? line.slice(1).trim() : line).replace(/(?<=.)\/+$/, "");
  return { negated, matches: compilePattern(cleaned.length > 1 ? cleaned.replace(/^\//, "") : cleaned) };
}
var import_node_path11;
var init_ignore_file = __esm({
  "actions/build-image/reuse/ignore-file.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path11 = require("node:path");
    init_ignore_pattern();
  }
});

// actions/build-image/reuse/context-files.ts
function readIgnoreFile(contextDir, dockerfile) {
  const own = (0, import_node_path12.join)(dockerfile, "..", `${(0, import_node_path12.basename)(dockerfile)}.dockerignore`);
  const common = (0, import_node_path12.join)(contextDir, ".dockerignore");
  const file = [own, common].find((candidate) => (0, import_node_fs11.existsSync)(candidate));
  try {
    return file ? readTextFile(file) : "";
  } catch (error) {
    throw new InputError([
      {
        subject: "Ignore file",
        message: `${file} cannot be read: ${error.message}. Replace it with a text file, or remove it.`
      }
    ]);
  }
}
function namesAtRoot(root, rules) {
  return (0, import_node_fs11.readdirSync)(root).filter((name) => !rules.judge(name, void 0).ignored);
}
function* walkContext(root, rules) {
  yield* walkFolder(root, "", rules, void 0, []);
}
function* walkFolder(root, folder, rules, parent, pending) {
  const entries = (0, import_node_fs11.readdirSync)((0, import_node_path12.join)(root, folder), { withFileTypes: true });
  entries.sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    const path4 = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const verdict = rules.judge(path4, parent);
    const isFolder = entry.isDirectory();
    const sent = {
      path: path4,
      kind: isFolder ? "folder" : entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other"
    };
    if (!verdict.ignored) {
      yield* pending.splice(0);
      yield sent;
      if (isFolder) yield* walkFolder(root, path4, rules, verdict, []);
    } else if (isFolder && !rules.final) {
      const waiting = [...pending, sent];
      for (const found of walkFolder(root, path4, rules, verdict, waiting)) {
        pending.length = 0;
        yield found;
      }
    }
  }
}
function fingerprintFolder(root, ignoreText) {
  const hash = (0, import_node_crypto10.createHash)("sha256");
  const rules = parseIgnoreFile(ignoreText);
  for (const { path: path4, kind } of walkContext(root, rules)) {
    const absolute = (0, import_node_path12.join)(root, path4);
    const stat2 = (0, import_node_fs11.lstatSync)(absolute);
    const mode = kind === "link" ? 0 : stat2.mode & 4095;
    hash.update(`${kind} ${mode.toString(8)} ${Buffer.byteLength(path4)} ${path4}
`);
    if (kind === "file") hash.update(`${fileDigest(absolute)}
`);
    if (kind === "link") hash.update(`${(0, import_node_crypto10.createHash)("sha256").update((0, import_node_fs11.readlinkSync)(absolute)).digest("hex")}
`);
  }
  return hash.digest("hex");
}
function fileDigest(path4) {
  const hash = (0, import_node_crypto10.createHash)("sha256");
  const file = (0, import_node_fs11.openSync)(path4, "r");
  try {
    for (; ; ) {
      const count = (0, import_node_fs11.readSync)(file, buffer);
      if (count === 0) break;
      update(hash, count);
    }
  } finally {
    (0, import_node_fs11.closeSync)(file);
  }
  return hash.digest("hex");
}
function update(hash, count) {
  hash.update(count === buffer.length ? buffer : buffer.subarray(0, count));
}
var import_node_crypto10, import_node_fs11, import_node_path12, buffer;
var init_context_files = __esm({
  "actions/build-image/reuse/context-files.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto10 = require("node:crypto");
    import_node_fs11 = require("node:fs");
    import_node_path12 = require("node:path");
    init_read_file();
    init_errors();
    init_ignore_file();
    buffer = Buffer.allocUnsafe(1 << 20);
  }
});

// actions/build-image/reuse/key.ts
function gatherIngredients(inputs, sourceDateEpoch) {
  const at = (path4) => (0, import_node_path13.resolve)(inputs.workspace, path4);
  const dockerfile = at(inputs.file);
  return {
    scheme: 1,
    dockerfile: readTextFile(dockerfile),
    context: fingerprintFolder(at(inputs.contextDir), readIgnoreFile(at(inputs.contextDir), dockerfile)),
    target: inputs.target ?? "",
    platforms: inputs.platforms,
    buildArgs: sorted(inputs.buildArgs),
    buildContexts: sorted(inputs.buildContexts).map(([name, value]) => [name, contextValue(value, at)]),
    secretIds: [...inputs.secrets.keys(), ...inputs.secretEnvs.keys(), ...inputs.secretFiles.keys()].sort(),
    ssh: inputs.ssh,
    labels: sorted(inputs.labels),
    annotations: sorted(inputs.annotations),
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    extraArgs: inputs.extraArgs,
    sourceDateEpoch: sourceDateEpoch ?? ""
  };
}
function reuseKey(ingredients) {
  const fields = Object.entries(ingredients).sort(([a], [b]) => a < b ? -1 : 1);
  return (0, import_node_crypto11.createHash)("sha256").update(JSON.stringify(fields)).digest("hex");
}
function contextValue(value, at) {
  const layout = /^oci-layout:\/\/([^:@]+)/.exec(value)?.[1];
  const folder = layout ?? (value.includes("://") || value.startsWith("git@") ? void 0 : value);
  if (folder === void 0 || !(0, import_node_fs12.statSync)(at(folder), { throwIfNoEntry: false })?.isDirectory()) return value;
  return `${value} ${fingerprintFolder(at(folder), readIgnoreFile(at(folder), at(`${folder}/Dockerfile`)))}`;
}
var import_node_crypto11, import_node_fs12, import_node_path13, sorted;
var init_key = __esm({
  "actions/build-image/reuse/key.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_crypto11 = require("node:crypto");
    import_node_fs12 = require("node:fs");
    import_node_path13 = require("node:path");
    init_read_file();
    init_context_files();
    sorted = (map) => [...map].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  }
});

// actions/build-image/reuse/moved-tag.ts
async function readTagged(registry, image, tag) {
  try {
    const manifest = await registry.manifest(image, tag);
    if (!manifest) return void 0;
    return { tag, digest: manifest.digest, key: (await readBuildRecord(registry, image, manifest))[KEY_LABEL] };
  } catch (error) {
    if (isAbort(error) || error instanceof InputError) throw error;
    return void 0;
  }
}
function describeMove(image, before, digest, key) {
  if (!before || before.digest === digest || key !== void 0 && before.key === key) return void 0;
  const name = `${formatImageName(image)}:${before.tag}`;
  return `The tag ${name} was moved from ${before.digest} to ${digest}, which was built from other inputs. Give each variant of a commit an image name of its own, and deploy by digest (output image).`;
}
var init_moved_tag = __esm({
  "actions/build-image/reuse/moved-tag.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_errors();
    init_build_record();
    init_key_label();
  }
});

// actions/build-image/sign/buildkit-attestations.ts
async function readProvenance(...of) {
  const [found] = await readAttached(...of, "https://slsa.dev/provenance/");
  return found?.predicate;
}
async function readAttached(registry, artifacts, image, manifest, type) {
  const entries = manifest.manifests.filter(isAttestation);
  const found = await Promise.all(
    entries.map(async ({ digest, annotations }) => {
      const about2 = annotations?.["vnd.docker.reference.digest"];
      const attached = about2 && await registry.manifest(image, digest);
      if (!attached) return [];
      const layers = attached.layers.filter((layer) => layer.annotations?.[PREDICATE_TYPE]?.startsWith(type));
      return await Promise.all(
        layers.map(async (layer) => {
          if (layer.size > MOST_BYTES3) return [];
          const content = await artifacts.blob(image, layer.digest, MOST_BYTES3);
          if (!content) return [];
          const { predicateType, predicate } = JSON.parse(content.toString());
          if (typeof predicateType !== "string" || typeof predicate !== "object" || predicate === null) return [];
          return [{ digest: about2, predicateType, predicate }];
        })
      );
    })
  );
  return found.flat(2);
}
var PREDICATE_TYPE, MOST_BYTES3, readSboms;
var init_buildkit_attestations = __esm({
  "actions/build-image/sign/buildkit-attestations.ts"() {
    "use strict";
    init_fetch_classes();
    init_registry();
    PREDICATE_TYPE = "in-toto.io/predicate-type";
    MOST_BYTES3 = 16e6;
    readSboms = (...of) => readAttached(...of, "https://spdx.dev/");
  }
});

// src/provenance/slsa.ts
function readClaims(token) {
  const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
  const names = ["iss", "repository", "repository_id", "ref", "sha", "event_name", "workflow_ref", "run_id"];
  const missing2 = names.filter((name) => typeof claims[name] !== "string");
  if (missing2.length > 0) throw new Error(`the job's token has no ${missing2.join(" and no ")}`);
  return claims;
}
function slsaPredicate(claims, serverUrl, commit, dependencies) {
  const repository = `${serverUrl}/${claims.repository}`;
  const path4 = claims.workflow_ref.replace(`${claims.repository}/`, "").split("@")[0];
  return {
    buildDefinition: {
      buildType: "https://actions.github.io/buildtypes/workflow/v1",
      externalParameters: { workflow: { ref: claims.ref, repository, path: path4 } },
      internalParameters: {
        github: {
          event_name: claims.event_name,
          repository_id: claims.repository_id,
          repository_owner_id: claims.repository_owner_id,
          runner_environment: claims.runner_environment
        }
      },
      resolvedDependencies: [
        { uri: `git+${repository}@${claims.ref}`, digest: { gitCommit: commit } },
        ...dependencies
      ]
    },
    runDetails: {
      builder: { id: `${serverUrl}/${claims.job_workflow_ref ?? claims.workflow_ref}` },
      metadata: { invocationId: `${repository}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}` }
    }
  };
}
function resolvedDependencies(metadata) {
  const found = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(metadata)) {
    if (!key.startsWith("buildx.build.provenance")) continue;
    const { materials, buildDefinition } = object(value);
    for (const list2 of [materials, object(buildDefinition).resolvedDependencies]) {
      for (const entry of Array.isArray(list2) ? list2 : []) {
        const { uri, digest } = object(entry);
        const digests = Object.entries(object(digest)).filter(
          (pair) => typeof pair[1] === "string"
        );
        if (typeof uri !== "string" || digests.length === 0) continue;
        found.set(`${uri} ${JSON.stringify(digests)}`, { uri, digest: Object.fromEntries(digests) });
      }
    }
  }
  return [...found.values()];
}
var object;
var init_slsa = __esm({
  "src/provenance/slsa.ts"() {
    "use strict";
    init_fetch_classes();
    object = (value) => typeof value === "object" && value !== null ? value : {};
  }
});

// actions/build-image/plan/signing.ts
function signingObstacle({ serverUrl, eventName }, env, signKey) {
  if (signKey === void 0 && issuerOf(serverUrl) === void 0)
    return `${serverUrl} is GitHub Enterprise Server, whose tokens Sigstore does not accept. Use a key instead (sign-key)`;
  if (!env.ACTIONS_ID_TOKEN_REQUEST_URL || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
    return 'the job has no identity token. Add "id-token: write" to its permissions (a pull request from a fork never gets one)';
  if (NOT_OURS.includes(eventName))
    return `a run started by ${eventName} carries the ref of the default branch, whatever it builds`;
  return void 0;
}
function tokenObstacle({ iss }, serverUrl) {
  const issuer = issuerOf(serverUrl);
  if (issuer !== void 0 && (iss === issuer || iss.startsWith(`${issuer}/`))) return void 0;
  return `the job's token is of ${iss}, which Sigstore does not know`;
}
var NOT_OURS, signingInstance;
var init_signing = __esm({
  "actions/build-image/plan/signing.ts"() {
    "use strict";
    init_fetch_classes();
    init_identity();
    NOT_OURS = [
      "pull_request_target",
      "workflow_run",
      "issue_comment",
      "issues",
      "discussion",
      "discussion_comment",
      "fork",
      "watch"
    ];
    signingInstance = ({ repository_visibility: visibility }, signLog) => visibility === "public" || signLog === "public" ? "public-good" : "github";
  }
});

// src/google/kms.ts
function createKms(http2, endpoint) {
  const about2 = (version, permission) => ({
    resource: `key version ${version}`,
    permission: `cloudkms.cryptoKeyVersions.${permission}`,
    role: ROLE
  });
  return {
    async publicKey(version) {
      const { pem = "", algorithm = "" } = await http2.json({
        method: "GET",
        url: `${endpoint}/v1/${version}/publicKey`,
        ...about2(version, "viewPublicKey")
      });
      return { pem, algorithm };
    },
    async sign(version, digest) {
      const { signature = "" } = await http2.json({
        method: "POST",
        url: `${endpoint}/v1/${version}:asymmetricSign`,
        json: { digest: { sha256: Buffer.from(digest).toString("base64") } },
        // A second signature of the same digest is as good as the first.
        idempotent: true,
        ...about2(version, "useToSign")
      });
      return Buffer.from(signature, "base64");
    }
  };
}
var ROLE;
var init_kms = __esm({
  "src/google/kms.ts"() {
    "use strict";
    init_fetch_classes();
    ROLE = "roles/cloudkms.signerVerifier";
  }
});

// actions/build-image/sign/signers.ts
function identitySigner(claims, signLog) {
  const sigstore = signingInstance(claims, signLog);
  const where = sigstore === "public-good" ? "Sigstore's public log" : "GitHub's timestamps, in no public log";
  return {
    how: `recorded by ${where}`,
    async sign(statement) {
      const { signStatement } = await import("./signer.cjs");
      return await signStatement({ ...statement, sigstore });
    }
  };
}
async function keySigner(version, { http: http2, endpoints }) {
  const kms = createKms(http2, endpoints.cloudkms);
  const { pem, algorithm } = await kms.publicKey(version);
  if (!KEY_ALGORITHMS.test(algorithm))
    throw new OutcomeError(
      `Key version ${version} has the algorithm ${algorithm || "(none)"}. Expected EC_SIGN_P256_SHA256, or RSA_SIGN_PKCS1_2048_SHA256, \u2026_3072_\u2026 or \u2026_4096_\u2026: gcloud kms keys create KEY --purpose=asymmetric-signing --default-algorithm=ec-sign-p256-sha256.`
    );
  const key = parsePublicKey(pem);
  return {
    how: `by the key ${version}, in no log`,
    async sign({ subjects, predicateType, predicate }) {
      const payload = Buffer.from(
        JSON.stringify({ _type: STATEMENT_TYPE, subject: subjects, predicateType, predicate })
      );
      return keyBundle(payload, await kms.sign(version, sha256(preAuthEncoding(payload))), key);
    }
  };
}
var init_signers = __esm({
  "actions/build-image/sign/signers.ts"() {
    "use strict";
    init_fetch_classes();
    init_kms();
    init_key_signature();
    init_statement();
    init_errors();
    init_signing();
  }
});

// actions/build-image/sign/sign-image.ts
function checkSigning({ inputs, context: { github, env } }) {
  const obstacle = inputs.sign === "required" && inputs.push ? signingObstacle(github, env, inputs.signKey) : void 0;
  if (obstacle)
    throw new InputError([{ subject: "Input sign", message: `is required, and nothing can be signed: ${obstacle}.` }]);
}
async function signImage(work, manifest, built) {
  const { inputs, context } = work;
  if (inputs.sign === "off") return void 0;
  try {
    const obstacle = signingObstacle(context.github, context.env, inputs.signKey);
    const claims = obstacle === void 0 ? await readJobClaims(work) : void 0;
    const why = obstacle ?? (claims && !inputs.signKey ? tokenObstacle(claims, context.github.serverUrl) : void 0);
    if (!claims || why !== void 0) {
      if (inputs.sign === "required") throw new OutcomeError(`Not signed: ${why}.`);
      context.log.info(`Not signed: ${why}.`);
      return void 0;
    }
    return await sign(work, claims, manifest, built);
  } catch (error) {
    if (inputs.sign === "required" || isAbort(error) || context.signal.aborted) throw asOutcome(error);
    context.log.warning(
      `The image was not signed: ${describe(error)}. Run this step again, or set sign to off; with sign: required this fails the step.`
    );
    return void 0;
  }
}
async function readJobClaims({ inputs, context }) {
  const { env, mask, clock, signal } = context;
  const audience = inputs.signKey ? "orchestra-provenance" : "sigstore";
  return readClaims(await orAborted(requestIdToken(env, audience, mask, clock), signal));
}
async function sign(work, claims, manifest, { metadata, caches }) {
  const { inputs, context, cloud, registry } = work;
  const { image } = inputs;
  const artifacts = createRegistryArtifacts(cloud.http);
  const store = createAttestationStore(registry, artifacts);
  const signer = inputs.signKey ? await keySigner(inputs.signKey, cloud) : identitySigner(claims, inputs.signLog);
  const predicate = slsaPredicate(claims, context.github.serverUrl, inputs.commit, resolvedDependencies(metadata));
  const images = manifest.manifests.filter((entry) => !isAttestation(entry)).map(({ digest }) => digest);
  const [sboms, written] = await Promise.all([
    readSboms(registry, artifacts, image, manifest),
    Promise.all(caches.map(async (cache) => ({ ...cache, manifest: await registry.manifest(image, cache.digest) })))
  ]);
  const name = formatImageName(image);
  const created = new Date(context.clock.now()).toISOString();
  const attest = async (subject, digests, predicateType, about2) => {
    const subjects = digests.map((digest) => ({ name, digest: { sha256: digest.replace("sha256:", "") } }));
    const bundle = await orAborted(signer.sign({ subjects, predicateType, predicate: about2 }), context.signal);
    await store.write(image, subject, digests, { bundle, predicateType, created });
    return bundle;
  };
  const bundles = await Promise.all([
    attest(descriptor(manifest), [manifest.digest, ...images], SLSA_PROVENANCE, predicate),
    ...sboms.map(
      (sbom) => attest(descriptor(manifest, sbom.digest), [sbom.digest], sbom.predicateType, sbom.predicate)
    )
  ]);
  for (const { manifest: cache, predicateType } of written)
    if (cache) await attest(descriptor(cache), [cache.digest], predicateType, predicate);
  const sbomText = sboms.length > 0 ? ` and ${sboms.length === 1 ? "its SBOM" : `${sboms.length} SBOMs`}` : "";
  const line = `Signed provenance${sbomText} as ${claims.workflow_ref}, ${signer.how}.`;
  context.log.info(line);
  if (!inputs.signKey) await toGitHub(work, bundles);
  return line;
}
async function toGitHub({ inputs, context }, bundles) {
  if (!inputs.githubToken) return;
  try {
    const { storeAtGitHub } = await import("./signer.cjs");
    await storeAtGitHub(context.github, inputs.githubToken, bundles, context);
    context.log.info("The attestations are also in GitHub's store.");
  } catch (error) {
    if (context.signal.aborted) throw error;
    const { status, message } = error;
    const why = status === 403 ? "the token has no attestations: write" : status === 404 ? "the plan of this repository has none" : message;
    context.log.info(`The attestations are in the registry, and not in GitHub's store: ${why}.`);
  }
}
function descriptor(manifest, digest = manifest.digest) {
  const entry = manifest.manifests.find((one) => one.digest === digest);
  return entry ?? { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
}
function asOutcome(error) {
  const known = [CloudError, InputError, OutcomeError].some((type) => error instanceof type);
  if (known || isAbort(error) || !(error instanceof Error)) return error;
  return new OutcomeError(`The image was pushed and not signed: ${describe(error)}. Run this step again.`, {
    cause: error
  });
}
function describe(error) {
  const { message, cause } = error;
  const why = cause instanceof Error && cause.message !== "" && !message.includes(cause.message) ? ` (${cause.message})` : "";
  return `${message}${why}`;
}
var init_sign_image = __esm({
  "actions/build-image/sign/sign-image.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_registry();
    init_registry_artifacts();
    init_oidc_token();
    init_attestation_store();
    init_slsa();
    init_statement();
    init_errors();
    init_interruption();
    init_signing();
    init_buildkit_attestations();
    init_signers();
  }
});

// actions/build-image/merge/merged-index.ts
function mergeSourceProblem({ platform, manifest, configured }) {
  const images = manifest.config ? [configured ?? "unknown"] : imagesOf(manifest).map(platformOf);
  if (images.length === 1 && images[0] === platform) return void 0;
  return images.length === 0 ? "no image" : `of ${images.join(", ")}`;
}
function mergeSources(sources, annotations) {
  const manifests = sources.flatMap(({ platform, manifest }) => {
    if (!manifest.config) return [...manifest.manifests];
    const [os2 = "", architecture = "", variant] = platform.split("/");
    const { mediaType, digest, bytes } = manifest;
    return [{ mediaType, digest, size: bytes.length, platform: { os: os2, architecture, ...variant && { variant } } }];
  });
  const document = {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests,
    ...annotations.size > 0 && { annotations: Object.fromEntries([...annotations].sort()) }
  };
  return parseImageManifest(Buffer.from(JSON.stringify(document)), OCI_INDEX);
}
function indexAnnotations(given, key, records) {
  const own = [...given].flatMap(([name, value]) => {
    const [, levels, rest] = /^((?:index|manifest)(?:\[[^\]]*\])?(?:,[^:]*)?):(.*)$/.exec(name) ?? [];
    return levels?.split(",").includes("index") ? [[rest, value]] : [];
  });
  if (key === void 0) return new Map(own);
  const [oldest] = [...records].sort((a, b) => (a[CREATED_LABEL] ?? "") < (b[CREATED_LABEL] ?? "") ? -1 : 1);
  const record = [...INDEX_ANNOTATIONS].flatMap(([label, annotation2]) => {
    const value = label === KEY_LABEL ? key : oldest?.[label];
    return value === void 0 ? [] : [[annotation2, value]];
  });
  return new Map([...own, ...record]);
}
var imagesOf, platformOf;
var init_merged_index = __esm({
  "actions/build-image/merge/merged-index.ts"() {
    "use strict";
    init_fetch_classes();
    init_registry();
    init_key_label();
    imagesOf = ({ manifests }) => manifests.filter((entry) => !isAttestation(entry));
    platformOf = ({ platform = { os: "", architecture: "" } }) => formatPlatform(platform.architecture === "arm64" ? { ...platform, variant: "" } : platform);
  }
});

// actions/build-image/merge/merge-platforms.ts
async function mergePlatforms(work, merge) {
  const { inputs, context, registry, cloud } = work;
  const { image } = inputs;
  const sources = await Promise.all([...merge].sort().map(([platform, digest]) => readSource(work, platform, digest)));
  const problems = sources.flatMap((source) => {
    const problem = mergeSourceProblem(source);
    return problem === void 0 ? [] : [`${source.manifest.digest} was given for ${source.platform}, and is ${problem}`];
  });
  if (problems.length > 0)
    throw new OutcomeError(
      `Not merged: ${problems.join("; ")}. Give the output digest of the build for each platform.`
    );
  const records = await Promise.all(sources.map(({ manifest }) => readBuildRecord(registry, image, manifest)));
  const key = wholeKey(work, sources, records);
  const index = mergeSources(sources, indexAnnotations(inputs.annotations, key, records));
  const present = key === void 0 ? void 0 : await registry.digest(image, keyTag(key));
  if (inputs.dryRun) {
    context.log.info(
      `Dry run. ${merge.size} platforms would be merged as ${index.digest}, with the tags ${work.tags.join(", ")}.`
    );
    return;
  }
  const repository = await checkPushTarget(work);
  const before = await readTagged(registry, image, inputs.commit);
  const lookup = key !== void 0 && !(repository?.immutableTags && present !== void 0) ? [keyTag(key)] : [];
  const name = formatImageDigest({ ...image, digest: index.digest });
  if (!await tagAll(registry, image, index, [...work.tags, ...lookup]))
    throw new OutcomeError(`Not merged: the registry has lost parts of the images of ${name}. Run all jobs again.`);
  context.log.info(`Merged ${sources.map(({ platform }) => platform).join(", ")} as ${name}.`);
  const moved = describeMove(image, before, index.digest, key);
  if (moved !== void 0) context.log.warning(moved);
  const notes = moved === void 0 ? [] : [moved];
  if (inputs.reuse && present === index.digest && await reuseObstacle(work, index.digest) === void 0) {
    const record = await readBuildRecord(registry, image, index);
    const reused = {
      commit: record[REVISION_LABEL] ?? "unknown",
      created: new Date(record[CREATED_LABEL] ?? Number.NaN)
    };
    return await finish(work, { manifest: index, tagged: void 0, reused, notes });
  }
  const provenance = await Promise.all(
    sources.map(({ manifest }) => readProvenance(registry, createRegistryArtifacts(cloud.http), image, manifest))
  );
  const metadata = Object.fromEntries(
    sources.map(({ platform }, i2) => [`buildx.build.provenance/${platform}`, provenance[i2]])
  );
  const signed = await signImage(work, index, { metadata, caches: [] });
  await finish(work, { manifest: index, tagged: void 0, signed, notes });
}
async function readSource(work, platform, digest) {
  const { inputs, registry } = work;
  const [manifest, obstacle] = await Promise.all([
    registry.manifest(inputs.image, digest),
    reuseObstacle(work, digest)
  ]);
  const name = `${formatImageName(inputs.image)}@${digest}`;
  if (!manifest)
    throw new OutcomeError(`Not merged: the registry has no ${name}, which was given for ${platform}. Build it again.`);
  if (obstacle !== void 0) throw new OutcomeError(`Not merged: ${name}, for ${platform}: ${obstacle}.`);
  const configured = manifest.config ? formatPlatform(await registry.config(inputs.image, manifest)) : void 0;
  return { platform, manifest, configured };
}
function wholeKey({ inputs, context, key }, sources, records) {
  const keyOf = (one) => reuseKey(gatherIngredients(one, context.env.SOURCE_DATE_EPOCH));
  const other = sources.filter(
    ({ platform }, i2) => records[i2]?.[KEY_LABEL] !== keyOf({ ...inputs, platforms: [platform] })
  );
  if (other.length === 0) return key;
  context.log.warning(
    `The images of ${other.map(({ platform }) => platform).join(", ")} were built from other inputs than this step has, so the merged image is not found again by its inputs. Give the steps that build and the one that merges the same inputs.`
  );
  return void 0;
}
var init_merge_platforms = __esm({
  "actions/build-image/merge/merge-platforms.ts"() {
    "use strict";
    init_fetch_classes();
    init_image_reference();
    init_registry();
    init_registry_artifacts();
    init_errors();
    init_push_target();
    init_own_tags();
    init_outputs();
    init_build_record();
    init_find_image();
    init_key();
    init_key_label();
    init_moved_tag();
    init_trusted_reuse();
    init_buildkit_attestations();
    init_sign_image();
    init_merged_index();
  }
});

// actions/build-image/plan/unused-build-args.ts
function unusedBuildArgs(text2, names) {
  if (/^\s*#\s*syntax\s*=\s*(?!docker(?:\.io)?\/dockerfile)/im.test(text2)) return [];
  const instructions = readInstructions(text2);
  const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
  const declared = (from, to) => new Set(
    instructions.slice(from, to).filter(({ keyword }) => keyword === "ARG").flatMap(({ rest }) => [...rest.matchAll(/(?:^|\s)([A-Za-z_]\w*)/g)].map(([, name = ""]) => name))
  );
  const [globals, inStages] = [declared(0, Math.max(first, 0)), declared(Math.max(first, 0), instructions.length)];
  const chosen = instructions.filter(({ keyword }, i2) => keyword === "FROM" || i2 < first).map(({ rest, flags }) => `${flags.join(" ")} ${rest}`).join("\n");
  return [...names].flatMap((name) => {
    if (PREDEFINED.test(name) || inStages.has(name)) return [];
    if (!globals.has(name))
      return [
        `Build argument ${name} is not used: the Dockerfile has no ARG ${name}. Write ARG ${name} before the step that uses it, or remove it from build-args.`
      ];
    if (new RegExp(`\\$\\{?${name}\\b`).test(chosen)) return [];
    return [
      `Build argument ${name} is not used: ARG ${name} stands before the first FROM, and only FROM lines see it there. Repeat ARG ${name} after the FROM of the stage that uses it.`
    ];
  });
}
var PREDEFINED;
var init_unused_build_args = __esm({
  "actions/build-image/plan/unused-build-args.ts"() {
    "use strict";
    init_fetch_classes();
    init_dockerfile();
    PREDEFINED = /^(?:(?:HTTPS?|FTP|NO|ALL)_PROXY|BUILDKIT_\w+|BUILDX_\w+|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT))$/i;
  }
});

// actions/build-image/reuse/context-warnings.ts
function contextWarnings({
  workspace,
  contextDir,
  file
}) {
  const folder = (0, import_node_path14.resolve)(workspace, contextDir);
  const rules = parseIgnoreFile(readIgnoreFile(folder, (0, import_node_path14.resolve)(workspace, file)));
  const sent = namesAtRoot(folder, rules);
  const warnings = [];
  if (sent.includes(".git"))
    warnings.push(
      "The build context has .git, which differs in every checkout: no image is reused, and COPY . puts it into the image, together with a token that actions/checkout may keep in .git/config. Add .git to .dockerignore."
    );
  const credentials = sent.find((name) => CREDENTIALS.test(name));
  if (credentials !== void 0)
    warnings.push(
      `The build context has ${credentials}, the credentials of google-github-actions/auth: no image is reused, and COPY . puts them into the image. Add gha-creds-*.json to .dockerignore, or remove that step: this action authenticates by itself.`
    );
  return warnings;
}
var import_node_path14, CREDENTIALS;
var init_context_warnings = __esm({
  "actions/build-image/reuse/context-warnings.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path14 = require("node:path");
    init_context_files();
    init_ignore_file();
    CREDENTIALS = /^gha-creds-.*\.json$/;
  }
});

// actions/build-image/run.ts
async function run(inputs, untimed, pid) {
  const context = withTimeLimit(untimed, inputs.timeout);
  for (const warning of inputs.policy.warnings) context.log.warning(warning);
  for (const exception of inputs.policy.exceptions) context.log.notice(exception);
  for (const value of inputs.secrets.values()) context.mask(value);
  for (const variable2 of inputs.secretEnvs.values()) context.mask(context.env[variable2] ?? "");
  checkCreated(inputs.labels, context.clock.now());
  const cloud = connect(context, inputs.auth);
  const work = {
    inputs,
    context,
    cloud,
    pid,
    registry: createRegistry(cloud.http),
    key: inputs.push ? reuseKey(gatherIngredients(inputs, context.env.SOURCE_DATE_EPOCH)) : void 0,
    tags: planTags(inputs),
    started: context.clock.now()
  };
  checkSigning(work);
  if (inputs.merge.size > 0) return await mergePlatforms(work, inputs.merge);
  for (const warning of contextWarnings(inputs)) context.log.warning(warning);
  const [found, before] = await Promise.all([
    lookUp(work),
    inputs.push ? readTagged(work.registry, inputs.image, work.tags[0]) : void 0
  ]);
  if (inputs.dryRun) {
    await checkPushTarget(work);
    return finishDryRun(work, found);
  }
  if (found.hit && await tagReused(work.registry, inputs.image, found.manifest, work.tags)) {
    context.log.info(
      `Reusing the image of commit ${found.commit}, ${found.manifest.digest}: its inputs are unchanged.`
    );
    const notes = warnOfMove(work, before, found.manifest.digest);
    return await finish(work, { manifest: found.manifest, tagged: void 0, reused: found, notes });
  }
  await buildAfresh(work, before);
}
function warnOfMove({ inputs, context, key }, before, digest) {
  const warning = describeMove(inputs.image, before, digest, key);
  if (warning === void 0) return [];
  context.log.warning(warning);
  return [warning];
}
async function lookUp(work) {
  const { inputs, context, registry, key } = work;
  if (!inputs.reuse || !key) return { hit: false, reason: "reuse is off" };
  if (inputs.pull || inputs.noCache) return { hit: false, reason: "pull or no-cache asks for a fresh build" };
  const found = await findReusable(registry, inputs.image, key, inputs.reuseMaxAge, context.clock.now());
  const obstacle = found.hit ? await reuseObstacle(work, found.manifest.digest) : void 0;
  const judged = obstacle === void 0 ? found : { hit: false, reason: obstacle };
  if (!judged.hit) context.log.info(`Nothing to reuse: ${judged.reason}.`);
  return judged;
}
async function buildAfresh(work, before) {
  const { inputs, context, registry } = work;
  const begun = Promise.withResolvers();
  const checked = begun.promise.then(() => checkPushTarget(work)).then((repository) => tagsToPush(work, repository));
  const refused = new AbortController();
  checked.catch((error) => refused.abort(error));
  const signal = AbortSignal.any([context.signal, refused.signal]);
  const logins = createLogins(work.cloud, context, checked);
  const config = await createDockerConfig(inputs.image.host, context.env, context.github.temp, work.pid, logins.token);
  claimFolder(context, BUILD_STATE.dockerConfig, config.dir);
  let keep = false;
  const onMade = (builder) => {
    keep = true;
    context.saveState(BUILD_STATE.builder, builder);
  };
  try {
    const built = inputs.push && !inputs.load ? work.tags.slice(0, 1) : work.tags;
    const [trustedCache, cacheMounts] = await Promise.all([trustCache(work), findKeptMounts(work)]);
    const { metadata, steps, notes, cacheDigest, mountBuilder } = await buildWith(work, built, {
      trustedCache,
      cacheMounts,
      config,
      onMade,
      onLoginRefused: logins.refused,
      onStart: begun.resolve,
      signal
    });
    const digest = String(metadata["containerimage.digest"] ?? "");
    if (!inputs.push) return finishLocal(work, digest, metadata);
    if (!DIGEST.test(digest))
      throw new OutcomeError(
        "The build succeeded and its push returned no digest, so there is nothing to deploy. Run this step again."
      );
    const manifest = await readBack(registry, inputs.image, digest);
    const added = (await checked).filter((tag) => !built.includes(tag));
    const tagged = completeTags(registry, inputs.image, manifest, built, added);
    const moved = warnOfMove(work, before, digest);
    tagged.catch(() => {
    });
    const mountsDigest = cacheMounts && mountBuilder && await keepCacheMounts(work, cacheMounts, steps, mountBuilder);
    const caches = [
      { digest: trustedCache?.write ? cacheDigest : void 0, predicateType: BUILD_CACHE },
      { digest: mustBeSigned(work) ? mountsDigest : void 0, predicateType: CACHE_MOUNTS }
    ].flatMap(({ digest: one, predicateType }) => one === void 0 ? [] : [{ digest: one, predicateType }]);
    const [signed] = await Promise.all([signImage(work, manifest, { metadata, caches }), tagged]);
    await finish(work, { manifest, tagged, metadata, steps, signed, notes: [...notes, ...moved] });
  } finally {
    config.close(keep);
  }
}
async function buildWith(work, tags, { config, onMade, onLoginRefused, onStart, signal, trustedCache, cacheMounts }) {
  const { inputs, context } = work;
  const docker = createDocker(context.env, inputs.workspace, signal);
  const notes = [];
  const note = (text2) => {
    notes.push(text2);
    context.log.warning(text2);
  };
  cacheNote(work).forEach(note);
  unusedBuildArgs(readTextFile((0, import_node_path15.resolve)(inputs.workspace, inputs.file)), inputs.buildArgs.keys()).forEach(note);
  const choose = () => chooseBuilder(inputs, docker, config.env, config.dir, context.random, onMade);
  const mountBuilder = () => ({ docker, env: config.env, builder: builder.name, folder: config.dir });
  let builder = firstBuilder(inputs);
  let chosen = false;
  if (cacheMounts) {
    onStart();
    builder = await choose();
    if (builder.missing) note(builder.missing);
    chosen = true;
    if (builder.capable) await restoreCacheMounts(work, cacheMounts, mountBuilder());
  }
  const labels = planLabels(inputs, context.github, new Date(work.started), work.key);
  const cache = cacheNote(work).length > 0 ? "off" : inputs.cache;
  const result = await build({
    docker,
    env: config.env,
    plan: (attempt) => planBuild(inputs, tags, labels, {
      builder: builder.name,
      capable: builder.capable,
      cache,
      trustedCache,
      ...attempt
    }),
    folder: config.dir,
    dockerfile: inputs.file,
    sbom: inputs.sbom,
    async anotherBuilder() {
      if (chosen) return false;
      const { name, capable } = builder;
      builder = await choose();
      if (builder.missing) note(builder.missing);
      return builder.name !== name || builder.capable !== capable;
    },
    onLoginRefused,
    onStart,
    log: context.log,
    clock: context.clock,
    signal
  });
  const at = result.warnings.map(({ message, location }) => ({
    message,
    location: location && { ...location, file: inputs.file }
  }));
  reportWarnings(at, context.log);
  return { ...result, notes, mountBuilder: builder.capable ? mountBuilder() : void 0 };
}
function cacheNote({ inputs, context: { env } }) {
  if (inputs.cache !== "gha" || env.ACTIONS_RUNTIME_TOKEN && (env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL))
    return [];
  return ["Built without cache: gha, as this runner offers no access to GitHub's cache."];
}
var import_node_path15;
var init_run2 = __esm({
  "actions/build-image/run.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_path15 = require("node:path");
    init_docker();
    init_docker_config();
    init_image_reference();
    init_registry();
    init_read_file();
    init_statement();
    init_context();
    init_errors();
    init_temporary_folder();
    init_time_limit();
    init_builder();
    init_push_target();
    init_pushed_image();
    init_registry_logins();
    init_run_build();
    init_cache_mounts();
    init_clean_up();
    init_merge_platforms();
    init_build_command();
    init_unused_build_args();
    init_outputs();
    init_context_warnings();
    init_find_image();
    init_key();
    init_key_label();
    init_moved_tag();
    init_trusted_reuse();
    init_sign_image();
  }
});

// actions/build-image/main.ts
var main_exports = {};
var import_node_process;
var init_main = __esm({
  "actions/build-image/main.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs2();
    init_run2();
    void runAction(
      { name: "build-image", readInputs, run: (inputs, context) => run(inputs, context, import_node_process.default.pid) },
      import_node_process.default
    );
  }
});

// actions/build-image/post.ts
var post_exports = {};
var import_node_process2;
var init_post = __esm({
  "actions/build-image/post.ts"() {
    "use strict";
    init_fetch_classes();
    import_node_process2 = __toESM(require("node:process"), 1);
    init_action();
    init_clean_up();
    void runAction(
      { name: "build-image", readInputs: () => void 0, run: (_, context) => cleanUpBuild(context) },
      import_node_process2.default
    );
  }
});

// actions/build-image/action.cjs
init_fetch_classes();
exports.main = () => void (init_main(), __toCommonJS(main_exports));
exports.post = () => void (init_post(), __toCommonJS(post_exports));
