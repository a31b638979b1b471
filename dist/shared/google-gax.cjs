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
        const process2 = require("node:process");
        const { emitWarning } = process2;
        try {
          process2.emitWarning = () => {
          };
          Object.assign(globalThis, require("node:stream/web"));
          process2.emitWarning = emitWarning;
        } catch (error) {
          process2.emitWarning = emitWarning;
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

// node_modules/node-fetch/src/headers.js
var import_node_util, import_node_http, validateHeaderName, validateHeaderValue, Headers;
var init_headers = __esm({
  "node_modules/node-fetch/src/headers.js"() {
    init_fetch_classes();
    import_node_util = require("node:util");
    import_node_http = __toESM(require("node:http"), 1);
    validateHeaderName = typeof import_node_http.default.validateHeaderName === "function" ? import_node_http.default.validateHeaderName : (name) => {
      if (!/^[\^`\-\w!#$%&'*+.|~]+$/.test(name)) {
        const error = new TypeError(`Header name must be a valid HTTP token [${name}]`);
        Object.defineProperty(error, "code", { value: "ERR_INVALID_HTTP_TOKEN" });
        throw error;
      }
    };
    validateHeaderValue = typeof import_node_http.default.validateHeaderValue === "function" ? import_node_http.default.validateHeaderValue : (name, value) => {
      if (/[^\t\u0020-\u007E\u0080-\u00FF]/.test(value)) {
        const error = new TypeError(`Invalid character in header content ["${name}"]`);
        Object.defineProperty(error, "code", { value: "ERR_INVALID_CHAR" });
        throw error;
      }
    };
    Headers = class _Headers extends URLSearchParams {
      /**
       * Headers class
       *
       * @constructor
       * @param {HeadersInit} [init] - Response headers
       */
      constructor(init) {
        let result = [];
        if (init instanceof _Headers) {
          const raw = init.raw();
          for (const [name, values] of Object.entries(raw)) {
            result.push(...values.map((value) => [name, value]));
          }
        } else if (init == null) {
        } else if (typeof init === "object" && !import_node_util.types.isBoxedPrimitive(init)) {
          const method = init[Symbol.iterator];
          if (method == null) {
            result.push(...Object.entries(init));
          } else {
            if (typeof method !== "function") {
              throw new TypeError("Header pairs must be iterable");
            }
            result = [...init].map((pair) => {
              if (typeof pair !== "object" || import_node_util.types.isBoxedPrimitive(pair)) {
                throw new TypeError("Each header pair must be an iterable object");
              }
              return [...pair];
            }).map((pair) => {
              if (pair.length !== 2) {
                throw new TypeError("Each header pair must be a name/value tuple");
              }
              return [...pair];
            });
          }
        } else {
          throw new TypeError("Failed to construct 'Headers': The provided value is not of type '(sequence<sequence<ByteString>> or record<ByteString, ByteString>)");
        }
        result = result.length > 0 ? result.map(([name, value]) => {
          validateHeaderName(name);
          validateHeaderValue(name, String(value));
          return [String(name).toLowerCase(), String(value)];
        }) : void 0;
        super(result);
        return new Proxy(this, {
          get(target, p, receiver) {
            switch (p) {
              case "append":
              case "set":
                return (name, value) => {
                  validateHeaderName(name);
                  validateHeaderValue(name, String(value));
                  return URLSearchParams.prototype[p].call(
                    target,
                    String(name).toLowerCase(),
                    String(value)
                  );
                };
              case "delete":
              case "has":
              case "getAll":
                return (name) => {
                  validateHeaderName(name);
                  return URLSearchParams.prototype[p].call(
                    target,
                    String(name).toLowerCase()
                  );
                };
              case "keys":
                return () => {
                  target.sort();
                  return new Set(URLSearchParams.prototype.keys.call(target)).keys();
                };
              default:
                return Reflect.get(target, p, receiver);
            }
          }
        });
      }
      get [Symbol.toStringTag]() {
        return this.constructor.name;
      }
      toString() {
        return Object.prototype.toString.call(this);
      }
      get(name) {
        const values = this.getAll(name);
        if (values.length === 0) {
          return null;
        }
        let value = values.join(", ");
        if (/^content-encoding$/i.test(name)) {
          value = value.toLowerCase();
        }
        return value;
      }
      forEach(callback, thisArg = void 0) {
        for (const name of this.keys()) {
          Reflect.apply(callback, thisArg, [this.get(name), name, this]);
        }
      }
      *values() {
        for (const name of this.keys()) {
          yield this.get(name);
        }
      }
      /**
       * @type {() => IterableIterator<[string, string]>}
       */
      *entries() {
        for (const name of this.keys()) {
          yield [name, this.get(name)];
        }
      }
      [Symbol.iterator]() {
        return this.entries();
      }
      /**
       * Node-fetch non-spec method
       * returning all headers and their values as array
       * @returns {Record<string, string[]>}
       */
      raw() {
        return [...this.keys()].reduce((result, key) => {
          result[key] = this.getAll(key);
          return result;
        }, {});
      }
      /**
       * For better console.log(headers) and also to convert Headers into Node.js Request compatible format
       */
      [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
        return [...this.keys()].reduce((result, key) => {
          const values = this.getAll(key);
          if (key === "host") {
            result[key] = values[0];
          } else {
            result[key] = values.length > 1 ? values : values[0];
          }
          return result;
        }, {});
      }
    };
    Object.defineProperties(
      Headers.prototype,
      ["get", "entries", "forEach", "values"].reduce((result, property) => {
        result[property] = { enumerable: true };
        return result;
      }, {})
    );
  }
});

// scripts/build/stand-ins/fetch-classes.mjs
var init_fetch_classes = __esm({
  "scripts/build/stand-ins/fetch-classes.mjs"() {
    "use strict";
    init_esm_min();
    init_headers();
  }
});

// node_modules/object-hash/index.js
var require_object_hash = __commonJS({
  "node_modules/object-hash/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var crypto = require("crypto");
    exports2 = module2.exports = objectHash;
    function objectHash(object, options) {
      options = applyDefaults(object, options);
      return hash(object, options);
    }
    exports2.sha1 = function(object) {
      return objectHash(object);
    };
    exports2.keys = function(object) {
      return objectHash(object, { excludeValues: true, algorithm: "sha1", encoding: "hex" });
    };
    exports2.MD5 = function(object) {
      return objectHash(object, { algorithm: "md5", encoding: "hex" });
    };
    exports2.keysMD5 = function(object) {
      return objectHash(object, { algorithm: "md5", encoding: "hex", excludeValues: true });
    };
    var hashes = crypto.getHashes ? crypto.getHashes().slice() : ["sha1", "md5"];
    hashes.push("passthrough");
    var encodings = ["buffer", "hex", "binary", "base64"];
    function applyDefaults(object, sourceOptions) {
      sourceOptions = sourceOptions || {};
      var options = {};
      options.algorithm = sourceOptions.algorithm || "sha1";
      options.encoding = sourceOptions.encoding || "hex";
      options.excludeValues = sourceOptions.excludeValues ? true : false;
      options.algorithm = options.algorithm.toLowerCase();
      options.encoding = options.encoding.toLowerCase();
      options.ignoreUnknown = sourceOptions.ignoreUnknown !== true ? false : true;
      options.respectType = sourceOptions.respectType === false ? false : true;
      options.respectFunctionNames = sourceOptions.respectFunctionNames === false ? false : true;
      options.respectFunctionProperties = sourceOptions.respectFunctionProperties === false ? false : true;
      options.unorderedArrays = sourceOptions.unorderedArrays !== true ? false : true;
      options.unorderedSets = sourceOptions.unorderedSets === false ? false : true;
      options.unorderedObjects = sourceOptions.unorderedObjects === false ? false : true;
      options.replacer = sourceOptions.replacer || void 0;
      options.excludeKeys = sourceOptions.excludeKeys || void 0;
      if (typeof object === "undefined") {
        throw new Error("Object argument required.");
      }
      for (var i2 = 0; i2 < hashes.length; ++i2) {
        if (hashes[i2].toLowerCase() === options.algorithm.toLowerCase()) {
          options.algorithm = hashes[i2];
        }
      }
      if (hashes.indexOf(options.algorithm) === -1) {
        throw new Error('Algorithm "' + options.algorithm + '"  not supported. supported values: ' + hashes.join(", "));
      }
      if (encodings.indexOf(options.encoding) === -1 && options.algorithm !== "passthrough") {
        throw new Error('Encoding "' + options.encoding + '"  not supported. supported values: ' + encodings.join(", "));
      }
      return options;
    }
    function isNativeFunction(f2) {
      if (typeof f2 !== "function") {
        return false;
      }
      var exp = /^function\s+\w*\s*\(\s*\)\s*{\s+\[native code\]\s+}$/i;
      return exp.exec(Function.prototype.toString.call(f2)) != null;
    }
    function hash(object, options) {
      var hashingStream;
      if (options.algorithm !== "passthrough") {
        hashingStream = crypto.createHash(options.algorithm);
      } else {
        hashingStream = new PassThrough();
      }
      if (typeof hashingStream.write === "undefined") {
        hashingStream.write = hashingStream.update;
        hashingStream.end = hashingStream.update;
      }
      var hasher = typeHasher(options, hashingStream);
      hasher.dispatch(object);
      if (!hashingStream.update) {
        hashingStream.end("");
      }
      if (hashingStream.digest) {
        return hashingStream.digest(options.encoding === "buffer" ? void 0 : options.encoding);
      }
      var buf = hashingStream.read();
      if (options.encoding === "buffer") {
        return buf;
      }
      return buf.toString(options.encoding);
    }
    exports2.writeToStream = function(object, options, stream) {
      if (typeof stream === "undefined") {
        stream = options;
        options = {};
      }
      options = applyDefaults(object, options);
      return typeHasher(options, stream).dispatch(object);
    };
    function typeHasher(options, writeTo, context) {
      context = context || [];
      var write = function(str) {
        if (writeTo.update) {
          return writeTo.update(str, "utf8");
        } else {
          return writeTo.write(str, "utf8");
        }
      };
      return {
        dispatch: function(value) {
          if (options.replacer) {
            value = options.replacer(value);
          }
          var type = typeof value;
          if (value === null) {
            type = "null";
          }
          return this["_" + type](value);
        },
        _object: function(object) {
          var pattern = /\[object (.*)\]/i;
          var objString = Object.prototype.toString.call(object);
          var objType = pattern.exec(objString);
          if (!objType) {
            objType = "unknown:[" + objString + "]";
          } else {
            objType = objType[1];
          }
          objType = objType.toLowerCase();
          var objectNumber = null;
          if ((objectNumber = context.indexOf(object)) >= 0) {
            return this.dispatch("[CIRCULAR:" + objectNumber + "]");
          } else {
            context.push(object);
          }
          if (typeof Buffer !== "undefined" && Buffer.isBuffer && Buffer.isBuffer(object)) {
            write("buffer:");
            return write(object);
          }
          if (objType !== "object" && objType !== "function" && objType !== "asyncfunction") {
            if (this["_" + objType]) {
              this["_" + objType](object);
            } else if (options.ignoreUnknown) {
              return write("[" + objType + "]");
            } else {
              throw new Error('Unknown object type "' + objType + '"');
            }
          } else {
            var keys = Object.keys(object);
            if (options.unorderedObjects) {
              keys = keys.sort();
            }
            if (options.respectType !== false && !isNativeFunction(object)) {
              keys.splice(0, 0, "prototype", "__proto__", "constructor");
            }
            if (options.excludeKeys) {
              keys = keys.filter(function(key) {
                return !options.excludeKeys(key);
              });
            }
            write("object:" + keys.length + ":");
            var self2 = this;
            return keys.forEach(function(key) {
              self2.dispatch(key);
              write(":");
              if (!options.excludeValues) {
                self2.dispatch(object[key]);
              }
              write(",");
            });
          }
        },
        _array: function(arr, unordered) {
          unordered = typeof unordered !== "undefined" ? unordered : options.unorderedArrays !== false;
          var self2 = this;
          write("array:" + arr.length + ":");
          if (!unordered || arr.length <= 1) {
            return arr.forEach(function(entry) {
              return self2.dispatch(entry);
            });
          }
          var contextAdditions = [];
          var entries = arr.map(function(entry) {
            var strm = new PassThrough();
            var localContext = context.slice();
            var hasher = typeHasher(options, strm, localContext);
            hasher.dispatch(entry);
            contextAdditions = contextAdditions.concat(localContext.slice(context.length));
            return strm.read().toString();
          });
          context = context.concat(contextAdditions);
          entries.sort();
          return this._array(entries, false);
        },
        _date: function(date) {
          return write("date:" + date.toJSON());
        },
        _symbol: function(sym) {
          return write("symbol:" + sym.toString());
        },
        _error: function(err) {
          return write("error:" + err.toString());
        },
        _boolean: function(bool) {
          return write("bool:" + bool.toString());
        },
        _string: function(string) {
          write("string:" + string.length + ":");
          write(string.toString());
        },
        _function: function(fn) {
          write("fn:");
          if (isNativeFunction(fn)) {
            this.dispatch("[native]");
          } else {
            this.dispatch(fn.toString());
          }
          if (options.respectFunctionNames !== false) {
            this.dispatch("function-name:" + String(fn.name));
          }
          if (options.respectFunctionProperties) {
            this._object(fn);
          }
        },
        _number: function(number) {
          return write("number:" + number.toString());
        },
        _xml: function(xml) {
          return write("xml:" + xml.toString());
        },
        _null: function() {
          return write("Null");
        },
        _undefined: function() {
          return write("Undefined");
        },
        _regexp: function(regex) {
          return write("regex:" + regex.toString());
        },
        _uint8array: function(arr) {
          write("uint8array:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _uint8clampedarray: function(arr) {
          write("uint8clampedarray:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _int8array: function(arr) {
          write("int8array:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _uint16array: function(arr) {
          write("uint16array:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _int16array: function(arr) {
          write("int16array:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _uint32array: function(arr) {
          write("uint32array:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _int32array: function(arr) {
          write("int32array:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _float32array: function(arr) {
          write("float32array:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _float64array: function(arr) {
          write("float64array:");
          return this.dispatch(Array.prototype.slice.call(arr));
        },
        _arraybuffer: function(arr) {
          write("arraybuffer:");
          return this.dispatch(new Uint8Array(arr));
        },
        _url: function(url) {
          return write("url:" + url.toString(), "utf8");
        },
        _map: function(map) {
          write("map:");
          var arr = Array.from(map);
          return this._array(arr, options.unorderedSets !== false);
        },
        _set: function(set) {
          write("set:");
          var arr = Array.from(set);
          return this._array(arr, options.unorderedSets !== false);
        },
        _file: function(file) {
          write("file:");
          return this.dispatch([file.name, file.size, file.type, file.lastModfied]);
        },
        _blob: function() {
          if (options.ignoreUnknown) {
            return write("[blob]");
          }
          throw Error('Hashing Blob objects is currently not supported\n(see https://github.com/puleos/object-hash/issues/26)\nUse "options.replacer" or "options.ignoreUnknown"\n');
        },
        _domwindow: function() {
          return write("domwindow");
        },
        _bigint: function(number) {
          return write("bigint:" + number.toString());
        },
        /* Node.js standard native objects */
        _process: function() {
          return write("process");
        },
        _timer: function() {
          return write("timer");
        },
        _pipe: function() {
          return write("pipe");
        },
        _tcp: function() {
          return write("tcp");
        },
        _udp: function() {
          return write("udp");
        },
        _tty: function() {
          return write("tty");
        },
        _statwatcher: function() {
          return write("statwatcher");
        },
        _securecontext: function() {
          return write("securecontext");
        },
        _connection: function() {
          return write("connection");
        },
        _zlib: function() {
          return write("zlib");
        },
        _context: function() {
          return write("context");
        },
        _nodescript: function() {
          return write("nodescript");
        },
        _httpparser: function() {
          return write("httpparser");
        },
        _dataview: function() {
          return write("dataview");
        },
        _signal: function() {
          return write("signal");
        },
        _fsevent: function() {
          return write("fsevent");
        },
        _tlswrap: function() {
          return write("tlswrap");
        }
      };
    }
    function PassThrough() {
      return {
        buf: "",
        write: function(b) {
          this.buf += b;
        },
        end: function(b) {
          this.buf += b;
        },
        read: function() {
          return this.buf;
        }
      };
    }
  }
});

// node_modules/@protobufjs/aspromise/index.js
var require_aspromise = __commonJS({
  "node_modules/@protobufjs/aspromise/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = asPromise;
    function asPromise(fn, ctx) {
      var params = new Array(arguments.length - 1), offset = 0, index = 2, pending = true;
      while (index < arguments.length)
        params[offset++] = arguments[index++];
      return new Promise(function executor(resolve, reject) {
        params[offset] = function callback(err) {
          if (pending) {
            pending = false;
            if (err)
              reject(err);
            else {
              var params2 = new Array(arguments.length - 1), offset2 = 0;
              while (offset2 < params2.length)
                params2[offset2++] = arguments[offset2];
              resolve.apply(null, params2);
            }
          }
        };
        try {
          fn.apply(ctx || null, params);
        } catch (err) {
          if (pending) {
            pending = false;
            reject(err);
          }
        }
      });
    }
  }
});

// node_modules/@protobufjs/base64/index.js
var require_base64 = __commonJS({
  "node_modules/@protobufjs/base64/index.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var base64 = exports2;
    base64.length = function length(string) {
      var p = string.length;
      if (!p)
        return 0;
      var n = 0;
      while (--p % 4 > 1 && string.charAt(p) === "=")
        ++n;
      return Math.ceil(string.length * 3) / 4 - n;
    };
    var b64 = new Array(64);
    var s64 = new Array(123);
    for (i2 = 0; i2 < 64; )
      s64[b64[i2] = i2 < 26 ? i2 + 65 : i2 < 52 ? i2 + 71 : i2 < 62 ? i2 - 4 : i2 - 59 | 43] = i2++;
    var i2;
    base64.encode = function encode(buffer, start, end) {
      var parts = null, chunk = [];
      var i3 = 0, j = 0, t2;
      while (start < end) {
        var b = buffer[start++];
        switch (j) {
          case 0:
            chunk[i3++] = b64[b >> 2];
            t2 = (b & 3) << 4;
            j = 1;
            break;
          case 1:
            chunk[i3++] = b64[t2 | b >> 4];
            t2 = (b & 15) << 2;
            j = 2;
            break;
          case 2:
            chunk[i3++] = b64[t2 | b >> 6];
            chunk[i3++] = b64[b & 63];
            j = 0;
            break;
        }
        if (i3 > 8191) {
          (parts || (parts = [])).push(String.fromCharCode.apply(String, chunk));
          i3 = 0;
        }
      }
      if (j) {
        chunk[i3++] = b64[t2];
        chunk[i3++] = 61;
        if (j === 1)
          chunk[i3++] = 61;
      }
      if (parts) {
        if (i3)
          parts.push(String.fromCharCode.apply(String, chunk.slice(0, i3)));
        return parts.join("");
      }
      return String.fromCharCode.apply(String, chunk.slice(0, i3));
    };
    var invalidEncoding = "invalid encoding";
    base64.decode = function decode(string, buffer, offset) {
      var start = offset;
      var j = 0, t2;
      for (var i3 = 0; i3 < string.length; ) {
        var c = string.charCodeAt(i3++);
        if (c === 61 && j > 1)
          break;
        if ((c = s64[c]) === void 0)
          throw Error(invalidEncoding);
        switch (j) {
          case 0:
            t2 = c;
            j = 1;
            break;
          case 1:
            buffer[offset++] = t2 << 2 | (c & 48) >> 4;
            t2 = c;
            j = 2;
            break;
          case 2:
            buffer[offset++] = (t2 & 15) << 4 | (c & 60) >> 2;
            t2 = c;
            j = 3;
            break;
          case 3:
            buffer[offset++] = (t2 & 3) << 6 | c;
            j = 0;
            break;
        }
      }
      if (j === 1)
        throw Error(invalidEncoding);
      return offset - start;
    };
    base64.test = function test(string) {
      return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(string);
    };
  }
});

// node_modules/@protobufjs/eventemitter/index.js
var require_eventemitter = __commonJS({
  "node_modules/@protobufjs/eventemitter/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = EventEmitter;
    function EventEmitter() {
      this._listeners = /* @__PURE__ */ Object.create(null);
    }
    EventEmitter.prototype.on = function on(evt, fn, ctx) {
      (this._listeners[evt] || (this._listeners[evt] = [])).push({
        fn,
        ctx: ctx || this
      });
      return this;
    };
    EventEmitter.prototype.off = function off(evt, fn) {
      if (evt === void 0)
        this._listeners = /* @__PURE__ */ Object.create(null);
      else {
        if (fn === void 0)
          this._listeners[evt] = [];
        else {
          var listeners = this._listeners[evt];
          if (!listeners)
            return this;
          for (var i2 = 0; i2 < listeners.length; )
            if (listeners[i2].fn === fn)
              listeners.splice(i2, 1);
            else
              ++i2;
        }
      }
      return this;
    };
    EventEmitter.prototype.emit = function emit(evt) {
      var listeners = this._listeners[evt];
      if (listeners) {
        var args = [], i2 = 1;
        for (; i2 < arguments.length; )
          args.push(arguments[i2++]);
        for (i2 = 0; i2 < listeners.length; )
          listeners[i2].fn.apply(listeners[i2++].ctx, args);
      }
      return this;
    };
  }
});

// node_modules/@protobufjs/float/index.js
var require_float = __commonJS({
  "node_modules/@protobufjs/float/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = factory(factory);
    function factory(exports3) {
      if (typeof Float32Array !== "undefined") (function() {
        var f32 = new Float32Array([-0]), f8b = new Uint8Array(f32.buffer), le = f8b[3] === 128;
        function writeFloat_f32_cpy(val, buf, pos) {
          f32[0] = val;
          buf[pos] = f8b[0];
          buf[pos + 1] = f8b[1];
          buf[pos + 2] = f8b[2];
          buf[pos + 3] = f8b[3];
        }
        function writeFloat_f32_rev(val, buf, pos) {
          f32[0] = val;
          buf[pos] = f8b[3];
          buf[pos + 1] = f8b[2];
          buf[pos + 2] = f8b[1];
          buf[pos + 3] = f8b[0];
        }
        exports3.writeFloatLE = le ? writeFloat_f32_cpy : writeFloat_f32_rev;
        exports3.writeFloatBE = le ? writeFloat_f32_rev : writeFloat_f32_cpy;
        function readFloat_f32_cpy(buf, pos) {
          f8b[0] = buf[pos];
          f8b[1] = buf[pos + 1];
          f8b[2] = buf[pos + 2];
          f8b[3] = buf[pos + 3];
          return f32[0];
        }
        function readFloat_f32_rev(buf, pos) {
          f8b[3] = buf[pos];
          f8b[2] = buf[pos + 1];
          f8b[1] = buf[pos + 2];
          f8b[0] = buf[pos + 3];
          return f32[0];
        }
        exports3.readFloatLE = le ? readFloat_f32_cpy : readFloat_f32_rev;
        exports3.readFloatBE = le ? readFloat_f32_rev : readFloat_f32_cpy;
      })();
      else (function() {
        function writeFloat_ieee754(writeUint, val, buf, pos) {
          var sign = val < 0 ? 1 : 0;
          if (sign)
            val = -val;
          if (val === 0)
            writeUint(1 / val > 0 ? (
              /* positive */
              0
            ) : (
              /* negative 0 */
              2147483648
            ), buf, pos);
          else if (isNaN(val))
            writeUint(2143289344, buf, pos);
          else if (val > 34028234663852886e22)
            writeUint((sign << 31 | 2139095040) >>> 0, buf, pos);
          else if (val < 11754943508222875e-54)
            writeUint((sign << 31 | Math.round(val / 1401298464324817e-60)) >>> 0, buf, pos);
          else {
            var exponent = Math.floor(Math.log(val) / Math.LN2), mantissa = Math.round(val * Math.pow(2, -exponent) * 8388608) & 8388607;
            writeUint((sign << 31 | exponent + 127 << 23 | mantissa) >>> 0, buf, pos);
          }
        }
        exports3.writeFloatLE = writeFloat_ieee754.bind(null, writeUintLE);
        exports3.writeFloatBE = writeFloat_ieee754.bind(null, writeUintBE);
        function readFloat_ieee754(readUint, buf, pos) {
          var uint = readUint(buf, pos), sign = (uint >> 31) * 2 + 1, exponent = uint >>> 23 & 255, mantissa = uint & 8388607;
          return exponent === 255 ? mantissa ? NaN : sign * Infinity : exponent === 0 ? sign * 1401298464324817e-60 * mantissa : sign * Math.pow(2, exponent - 150) * (mantissa + 8388608);
        }
        exports3.readFloatLE = readFloat_ieee754.bind(null, readUintLE);
        exports3.readFloatBE = readFloat_ieee754.bind(null, readUintBE);
      })();
      if (typeof Float64Array !== "undefined") (function() {
        var f64 = new Float64Array([-0]), f8b = new Uint8Array(f64.buffer), le = f8b[7] === 128;
        function writeDouble_f64_cpy(val, buf, pos) {
          f64[0] = val;
          buf[pos] = f8b[0];
          buf[pos + 1] = f8b[1];
          buf[pos + 2] = f8b[2];
          buf[pos + 3] = f8b[3];
          buf[pos + 4] = f8b[4];
          buf[pos + 5] = f8b[5];
          buf[pos + 6] = f8b[6];
          buf[pos + 7] = f8b[7];
        }
        function writeDouble_f64_rev(val, buf, pos) {
          f64[0] = val;
          buf[pos] = f8b[7];
          buf[pos + 1] = f8b[6];
          buf[pos + 2] = f8b[5];
          buf[pos + 3] = f8b[4];
          buf[pos + 4] = f8b[3];
          buf[pos + 5] = f8b[2];
          buf[pos + 6] = f8b[1];
          buf[pos + 7] = f8b[0];
        }
        exports3.writeDoubleLE = le ? writeDouble_f64_cpy : writeDouble_f64_rev;
        exports3.writeDoubleBE = le ? writeDouble_f64_rev : writeDouble_f64_cpy;
        function readDouble_f64_cpy(buf, pos) {
          f8b[0] = buf[pos];
          f8b[1] = buf[pos + 1];
          f8b[2] = buf[pos + 2];
          f8b[3] = buf[pos + 3];
          f8b[4] = buf[pos + 4];
          f8b[5] = buf[pos + 5];
          f8b[6] = buf[pos + 6];
          f8b[7] = buf[pos + 7];
          return f64[0];
        }
        function readDouble_f64_rev(buf, pos) {
          f8b[7] = buf[pos];
          f8b[6] = buf[pos + 1];
          f8b[5] = buf[pos + 2];
          f8b[4] = buf[pos + 3];
          f8b[3] = buf[pos + 4];
          f8b[2] = buf[pos + 5];
          f8b[1] = buf[pos + 6];
          f8b[0] = buf[pos + 7];
          return f64[0];
        }
        exports3.readDoubleLE = le ? readDouble_f64_cpy : readDouble_f64_rev;
        exports3.readDoubleBE = le ? readDouble_f64_rev : readDouble_f64_cpy;
      })();
      else (function() {
        function writeDouble_ieee754(writeUint, off0, off1, val, buf, pos) {
          var sign = val < 0 ? 1 : 0;
          if (sign)
            val = -val;
          if (val === 0) {
            writeUint(0, buf, pos + off0);
            writeUint(1 / val > 0 ? (
              /* positive */
              0
            ) : (
              /* negative 0 */
              2147483648
            ), buf, pos + off1);
          } else if (isNaN(val)) {
            writeUint(0, buf, pos + off0);
            writeUint(2146959360, buf, pos + off1);
          } else if (val > 17976931348623157e292) {
            writeUint(0, buf, pos + off0);
            writeUint((sign << 31 | 2146435072) >>> 0, buf, pos + off1);
          } else {
            var mantissa;
            if (val < 22250738585072014e-324) {
              mantissa = val / 5e-324;
              writeUint(mantissa >>> 0, buf, pos + off0);
              writeUint((sign << 31 | mantissa / 4294967296) >>> 0, buf, pos + off1);
            } else {
              var exponent = Math.floor(Math.log(val) / Math.LN2);
              if (exponent === 1024)
                exponent = 1023;
              mantissa = val * Math.pow(2, -exponent);
              writeUint(mantissa * 4503599627370496 >>> 0, buf, pos + off0);
              writeUint((sign << 31 | exponent + 1023 << 20 | mantissa * 1048576 & 1048575) >>> 0, buf, pos + off1);
            }
          }
        }
        exports3.writeDoubleLE = writeDouble_ieee754.bind(null, writeUintLE, 0, 4);
        exports3.writeDoubleBE = writeDouble_ieee754.bind(null, writeUintBE, 4, 0);
        function readDouble_ieee754(readUint, off0, off1, buf, pos) {
          var lo = readUint(buf, pos + off0), hi = readUint(buf, pos + off1);
          var sign = (hi >> 31) * 2 + 1, exponent = hi >>> 20 & 2047, mantissa = 4294967296 * (hi & 1048575) + lo;
          return exponent === 2047 ? mantissa ? NaN : sign * Infinity : exponent === 0 ? sign * 5e-324 * mantissa : sign * Math.pow(2, exponent - 1075) * (mantissa + 4503599627370496);
        }
        exports3.readDoubleLE = readDouble_ieee754.bind(null, readUintLE, 0, 4);
        exports3.readDoubleBE = readDouble_ieee754.bind(null, readUintBE, 4, 0);
      })();
      return exports3;
    }
    function writeUintLE(val, buf, pos) {
      buf[pos] = val & 255;
      buf[pos + 1] = val >>> 8 & 255;
      buf[pos + 2] = val >>> 16 & 255;
      buf[pos + 3] = val >>> 24;
    }
    function writeUintBE(val, buf, pos) {
      buf[pos] = val >>> 24;
      buf[pos + 1] = val >>> 16 & 255;
      buf[pos + 2] = val >>> 8 & 255;
      buf[pos + 3] = val & 255;
    }
    function readUintLE(buf, pos) {
      return (buf[pos] | buf[pos + 1] << 8 | buf[pos + 2] << 16 | buf[pos + 3] << 24) >>> 0;
    }
    function readUintBE(buf, pos) {
      return (buf[pos] << 24 | buf[pos + 1] << 16 | buf[pos + 2] << 8 | buf[pos + 3]) >>> 0;
    }
  }
});

// node_modules/@protobufjs/utf8/index.js
var require_utf8 = __commonJS({
  "node_modules/@protobufjs/utf8/index.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var utf8 = exports2;
    var replacementCharCode = 65533;
    utf8.length = function utf8_length(string) {
      var len = 0, c = 0;
      for (var i2 = 0; i2 < string.length; ++i2) {
        c = string.charCodeAt(i2);
        if (c < 128)
          len += 1;
        else if (c < 2048)
          len += 2;
        else if ((c & 64512) === 55296 && (string.charCodeAt(i2 + 1) & 64512) === 56320) {
          ++i2;
          len += 4;
        } else
          len += 3;
      }
      return len;
    };
    utf8.read = function utf8_read(buffer, start, end) {
      if (end - start < 1)
        return "";
      var parts = null, chunk = [], i2 = 0, t2, t22, c2, c3;
      while (start < end) {
        t2 = buffer[start++];
        if (t2 <= 127) {
          chunk[i2++] = t2;
        } else if (t2 >= 192 && t2 < 224) {
          c2 = (t2 & 31) << 6 | buffer[start++] & 63;
          chunk[i2++] = c2 >= 128 ? c2 : replacementCharCode;
        } else if (t2 >= 224 && t2 < 240) {
          c3 = (t2 & 15) << 12 | (buffer[start++] & 63) << 6 | buffer[start++] & 63;
          chunk[i2++] = c3 >= 2048 ? c3 : replacementCharCode;
        } else if (t2 >= 240) {
          t22 = (t2 & 7) << 18 | (buffer[start++] & 63) << 12 | (buffer[start++] & 63) << 6 | buffer[start++] & 63;
          if (t22 < 65536 || t22 > 1114111)
            chunk[i2++] = replacementCharCode;
          else {
            t22 -= 65536;
            chunk[i2++] = 55296 + (t22 >> 10);
            chunk[i2++] = 56320 + (t22 & 1023);
          }
        }
        if (i2 > 8191) {
          (parts || (parts = [])).push(String.fromCharCode.apply(String, chunk.slice(0, i2)));
          i2 = 0;
        }
      }
      if (parts) {
        if (i2)
          parts.push(String.fromCharCode.apply(String, chunk.slice(0, i2)));
        return parts.join("");
      }
      return String.fromCharCode.apply(String, chunk.slice(0, i2));
    };
    utf8.write = function utf8_write(string, buffer, offset) {
      var start = offset, c1, c2;
      for (var i2 = 0; i2 < string.length; ++i2) {
        c1 = string.charCodeAt(i2);
        if (c1 < 128) {
          buffer[offset++] = c1;
        } else if (c1 < 2048) {
          buffer[offset++] = c1 >> 6 | 192;
          buffer[offset++] = c1 & 63 | 128;
        } else if ((c1 & 64512) === 55296 && ((c2 = string.charCodeAt(i2 + 1)) & 64512) === 56320) {
          c1 = 65536 + ((c1 & 1023) << 10) + (c2 & 1023);
          ++i2;
          buffer[offset++] = c1 >> 18 | 240;
          buffer[offset++] = c1 >> 12 & 63 | 128;
          buffer[offset++] = c1 >> 6 & 63 | 128;
          buffer[offset++] = c1 & 63 | 128;
        } else {
          buffer[offset++] = c1 >> 12 | 224;
          buffer[offset++] = c1 >> 6 & 63 | 128;
          buffer[offset++] = c1 & 63 | 128;
        }
      }
      return offset - start;
    };
  }
});

// node_modules/@protobufjs/pool/index.js
var require_pool = __commonJS({
  "node_modules/@protobufjs/pool/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = pool;
    function pool(alloc, slice, size) {
      var SIZE = size || 8192;
      var MAX = SIZE >>> 1;
      var slab = null;
      var offset = SIZE;
      return function pool_alloc(size2) {
        if (size2 < 1 || size2 > MAX)
          return alloc(size2);
        if (offset + size2 > SIZE) {
          slab = alloc(SIZE);
          offset = 0;
        }
        var buf = slice.call(slab, offset, offset += size2);
        if (offset & 7)
          offset = (offset | 7) + 1;
        return buf;
      };
    }
  }
});

// node_modules/protobufjs/src/util/longbits.js
var require_longbits = __commonJS({
  "node_modules/protobufjs/src/util/longbits.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = LongBits;
    var util = require_minimal();
    function LongBits(lo, hi) {
      this.lo = lo >>> 0;
      this.hi = hi >>> 0;
    }
    var zero = LongBits.zero = new LongBits(0, 0);
    zero.toNumber = function() {
      return 0;
    };
    zero.zzEncode = zero.zzDecode = function() {
      return this;
    };
    zero.length = function() {
      return 1;
    };
    var zeroHash = LongBits.zeroHash = "\0\0\0\0\0\0\0\0";
    LongBits.fromNumber = function fromNumber(value) {
      if (value === 0)
        return zero;
      var sign = value < 0;
      if (sign)
        value = -value;
      var lo = value >>> 0, hi = (value - lo) / 4294967296 >>> 0;
      if (sign) {
        hi = ~hi >>> 0;
        lo = ~lo >>> 0;
        if (++lo > 4294967295) {
          lo = 0;
          if (++hi > 4294967295)
            hi = 0;
        }
      }
      return new LongBits(lo, hi);
    };
    LongBits.from = function from(value) {
      if (typeof value === "number")
        return LongBits.fromNumber(value);
      if (util.isString(value)) {
        if (util.Long)
          value = util.Long.fromString(value);
        else
          return LongBits.fromNumber(parseInt(value, 10));
      }
      return value.low || value.high ? new LongBits(value.low >>> 0, value.high >>> 0) : zero;
    };
    LongBits.prototype.toNumber = function toNumber(unsigned) {
      if (!unsigned && this.hi >>> 31) {
        var lo = ~this.lo + 1 >>> 0, hi = ~this.hi >>> 0;
        if (!lo)
          hi = hi + 1 >>> 0;
        return -(lo + hi * 4294967296);
      }
      return this.lo + this.hi * 4294967296;
    };
    LongBits.prototype.toLong = function toLong(unsigned) {
      return util.Long ? new util.Long(this.lo | 0, this.hi | 0, Boolean(unsigned)) : { low: this.lo | 0, high: this.hi | 0, unsigned: Boolean(unsigned) };
    };
    var charCodeAt = String.prototype.charCodeAt;
    LongBits.fromHash = function fromHash(hash) {
      if (hash === zeroHash)
        return zero;
      return new LongBits(
        (charCodeAt.call(hash, 0) | charCodeAt.call(hash, 1) << 8 | charCodeAt.call(hash, 2) << 16 | charCodeAt.call(hash, 3) << 24) >>> 0,
        (charCodeAt.call(hash, 4) | charCodeAt.call(hash, 5) << 8 | charCodeAt.call(hash, 6) << 16 | charCodeAt.call(hash, 7) << 24) >>> 0
      );
    };
    LongBits.prototype.toHash = function toHash() {
      return String.fromCharCode(
        this.lo & 255,
        this.lo >>> 8 & 255,
        this.lo >>> 16 & 255,
        this.lo >>> 24,
        this.hi & 255,
        this.hi >>> 8 & 255,
        this.hi >>> 16 & 255,
        this.hi >>> 24
      );
    };
    LongBits.prototype.zzEncode = function zzEncode() {
      var mask = this.hi >> 31;
      this.hi = ((this.hi << 1 | this.lo >>> 31) ^ mask) >>> 0;
      this.lo = (this.lo << 1 ^ mask) >>> 0;
      return this;
    };
    LongBits.prototype.zzDecode = function zzDecode() {
      var mask = -(this.lo & 1);
      this.lo = ((this.lo >>> 1 | this.hi << 31) ^ mask) >>> 0;
      this.hi = (this.hi >>> 1 ^ mask) >>> 0;
      return this;
    };
    LongBits.prototype.length = function length() {
      var part0 = this.lo, part1 = (this.lo >>> 28 | this.hi << 4) >>> 0, part2 = this.hi >>> 24;
      return part2 === 0 ? part1 === 0 ? part0 < 16384 ? part0 < 128 ? 1 : 2 : part0 < 2097152 ? 3 : 4 : part1 < 16384 ? part1 < 128 ? 5 : 6 : part1 < 2097152 ? 7 : 8 : part2 < 128 ? 9 : 10;
    };
  }
});

// node_modules/long/umd/index.js
var require_umd = __commonJS({
  "node_modules/long/umd/index.js"(exports2, module2) {
    init_fetch_classes();
    (function(global2, factory) {
      function preferDefault(exports3) {
        return exports3.default || exports3;
      }
      if (typeof define === "function" && define.amd) {
        define([], function() {
          var exports3 = {};
          factory(exports3);
          return preferDefault(exports3);
        });
      } else if (typeof exports2 === "object") {
        factory(exports2);
        if (typeof module2 === "object") module2.exports = preferDefault(exports2);
      } else {
        (function() {
          var exports3 = {};
          factory(exports3);
          global2.Long = preferDefault(exports3);
        })();
      }
    })(
      typeof globalThis !== "undefined" ? globalThis : typeof self !== "undefined" ? self : exports2,
      function(_exports) {
        "use strict";
        Object.defineProperty(_exports, "__esModule", {
          value: true
        });
        _exports.default = void 0;
        var wasm = null;
        try {
          wasm = new WebAssembly.Instance(
            new WebAssembly.Module(
              new Uint8Array([
                // \0asm
                0,
                97,
                115,
                109,
                // version 1
                1,
                0,
                0,
                0,
                // section "type"
                1,
                13,
                2,
                // 0, () => i32
                96,
                0,
                1,
                127,
                // 1, (i32, i32, i32, i32) => i32
                96,
                4,
                127,
                127,
                127,
                127,
                1,
                127,
                // section "function"
                3,
                7,
                6,
                // 0, type 0
                0,
                // 1, type 1
                1,
                // 2, type 1
                1,
                // 3, type 1
                1,
                // 4, type 1
                1,
                // 5, type 1
                1,
                // section "global"
                6,
                6,
                1,
                // 0, "high", mutable i32
                127,
                1,
                65,
                0,
                11,
                // section "export"
                7,
                50,
                6,
                // 0, "mul"
                3,
                109,
                117,
                108,
                0,
                1,
                // 1, "div_s"
                5,
                100,
                105,
                118,
                95,
                115,
                0,
                2,
                // 2, "div_u"
                5,
                100,
                105,
                118,
                95,
                117,
                0,
                3,
                // 3, "rem_s"
                5,
                114,
                101,
                109,
                95,
                115,
                0,
                4,
                // 4, "rem_u"
                5,
                114,
                101,
                109,
                95,
                117,
                0,
                5,
                // 5, "get_high"
                8,
                103,
                101,
                116,
                95,
                104,
                105,
                103,
                104,
                0,
                0,
                // section "code"
                10,
                191,
                1,
                6,
                // 0, "get_high"
                4,
                0,
                35,
                0,
                11,
                // 1, "mul"
                36,
                1,
                1,
                126,
                32,
                0,
                173,
                32,
                1,
                173,
                66,
                32,
                134,
                132,
                32,
                2,
                173,
                32,
                3,
                173,
                66,
                32,
                134,
                132,
                126,
                34,
                4,
                66,
                32,
                135,
                167,
                36,
                0,
                32,
                4,
                167,
                11,
                // 2, "div_s"
                36,
                1,
                1,
                126,
                32,
                0,
                173,
                32,
                1,
                173,
                66,
                32,
                134,
                132,
                32,
                2,
                173,
                32,
                3,
                173,
                66,
                32,
                134,
                132,
                127,
                34,
                4,
                66,
                32,
                135,
                167,
                36,
                0,
                32,
                4,
                167,
                11,
                // 3, "div_u"
                36,
                1,
                1,
                126,
                32,
                0,
                173,
                32,
                1,
                173,
                66,
                32,
                134,
                132,
                32,
                2,
                173,
                32,
                3,
                173,
                66,
                32,
                134,
                132,
                128,
                34,
                4,
                66,
                32,
                135,
                167,
                36,
                0,
                32,
                4,
                167,
                11,
                // 4, "rem_s"
                36,
                1,
                1,
                126,
                32,
                0,
                173,
                32,
                1,
                173,
                66,
                32,
                134,
                132,
                32,
                2,
                173,
                32,
                3,
                173,
                66,
                32,
                134,
                132,
                129,
                34,
                4,
                66,
                32,
                135,
                167,
                36,
                0,
                32,
                4,
                167,
                11,
                // 5, "rem_u"
                36,
                1,
                1,
                126,
                32,
                0,
                173,
                32,
                1,
                173,
                66,
                32,
                134,
                132,
                32,
                2,
                173,
                32,
                3,
                173,
                66,
                32,
                134,
                132,
                130,
                34,
                4,
                66,
                32,
                135,
                167,
                36,
                0,
                32,
                4,
                167,
                11
              ])
            ),
            {}
          ).exports;
        } catch {
        }
        function Long(low, high, unsigned) {
          this.low = low | 0;
          this.high = high | 0;
          this.unsigned = !!unsigned;
        }
        Long.prototype.__isLong__;
        Object.defineProperty(Long.prototype, "__isLong__", {
          value: true
        });
        function isLong(obj) {
          return (obj && obj["__isLong__"]) === true;
        }
        function ctz32(value) {
          var c = Math.clz32(value & -value);
          return value ? 31 - c : c;
        }
        Long.isLong = isLong;
        var INT_CACHE = {};
        var UINT_CACHE = {};
        function fromInt(value, unsigned) {
          var obj, cachedObj, cache;
          if (unsigned) {
            value >>>= 0;
            if (cache = 0 <= value && value < 256) {
              cachedObj = UINT_CACHE[value];
              if (cachedObj) return cachedObj;
            }
            obj = fromBits(value, 0, true);
            if (cache) UINT_CACHE[value] = obj;
            return obj;
          } else {
            value |= 0;
            if (cache = -128 <= value && value < 128) {
              cachedObj = INT_CACHE[value];
              if (cachedObj) return cachedObj;
            }
            obj = fromBits(value, value < 0 ? -1 : 0, false);
            if (cache) INT_CACHE[value] = obj;
            return obj;
          }
        }
        Long.fromInt = fromInt;
        function fromNumber(value, unsigned) {
          if (isNaN(value)) return unsigned ? UZERO : ZERO;
          if (unsigned) {
            if (value < 0) return UZERO;
            if (value >= TWO_PWR_64_DBL) return MAX_UNSIGNED_VALUE;
          } else {
            if (value <= -TWO_PWR_63_DBL) return MIN_VALUE;
            if (value + 1 >= TWO_PWR_63_DBL) return MAX_VALUE;
          }
          if (value < 0) return fromNumber(-value, unsigned).neg();
          return fromBits(
            value % TWO_PWR_32_DBL | 0,
            value / TWO_PWR_32_DBL | 0,
            unsigned
          );
        }
        Long.fromNumber = fromNumber;
        function fromBits(lowBits, highBits, unsigned) {
          return new Long(lowBits, highBits, unsigned);
        }
        Long.fromBits = fromBits;
        var pow_dbl = Math.pow;
        function fromString(str, unsigned, radix) {
          if (str.length === 0) throw Error("empty string");
          if (typeof unsigned === "number") {
            radix = unsigned;
            unsigned = false;
          } else {
            unsigned = !!unsigned;
          }
          if (str === "NaN" || str === "Infinity" || str === "+Infinity" || str === "-Infinity")
            return unsigned ? UZERO : ZERO;
          radix = radix || 10;
          if (radix < 2 || 36 < radix) throw RangeError("radix");
          var p;
          if ((p = str.indexOf("-")) > 0) throw Error("interior hyphen");
          else if (p === 0) {
            return fromString(str.substring(1), unsigned, radix).neg();
          }
          var radixToPower = fromNumber(pow_dbl(radix, 8));
          var result = ZERO;
          for (var i2 = 0; i2 < str.length; i2 += 8) {
            var size = Math.min(8, str.length - i2), value = parseInt(str.substring(i2, i2 + size), radix);
            if (size < 8) {
              var power = fromNumber(pow_dbl(radix, size));
              result = result.mul(power).add(fromNumber(value));
            } else {
              result = result.mul(radixToPower);
              result = result.add(fromNumber(value));
            }
          }
          result.unsigned = unsigned;
          return result;
        }
        Long.fromString = fromString;
        function fromValue(val, unsigned) {
          if (typeof val === "number") return fromNumber(val, unsigned);
          if (typeof val === "string") return fromString(val, unsigned);
          return fromBits(
            val.low,
            val.high,
            typeof unsigned === "boolean" ? unsigned : val.unsigned
          );
        }
        Long.fromValue = fromValue;
        var TWO_PWR_16_DBL = 1 << 16;
        var TWO_PWR_24_DBL = 1 << 24;
        var TWO_PWR_32_DBL = TWO_PWR_16_DBL * TWO_PWR_16_DBL;
        var TWO_PWR_64_DBL = TWO_PWR_32_DBL * TWO_PWR_32_DBL;
        var TWO_PWR_63_DBL = TWO_PWR_64_DBL / 2;
        var TWO_PWR_24 = fromInt(TWO_PWR_24_DBL);
        var ZERO = fromInt(0);
        Long.ZERO = ZERO;
        var UZERO = fromInt(0, true);
        Long.UZERO = UZERO;
        var ONE = fromInt(1);
        Long.ONE = ONE;
        var UONE = fromInt(1, true);
        Long.UONE = UONE;
        var NEG_ONE = fromInt(-1);
        Long.NEG_ONE = NEG_ONE;
        var MAX_VALUE = fromBits(4294967295 | 0, 2147483647 | 0, false);
        Long.MAX_VALUE = MAX_VALUE;
        var MAX_UNSIGNED_VALUE = fromBits(4294967295 | 0, 4294967295 | 0, true);
        Long.MAX_UNSIGNED_VALUE = MAX_UNSIGNED_VALUE;
        var MIN_VALUE = fromBits(0, 2147483648 | 0, false);
        Long.MIN_VALUE = MIN_VALUE;
        var LongPrototype = Long.prototype;
        LongPrototype.toInt = function toInt() {
          return this.unsigned ? this.low >>> 0 : this.low;
        };
        LongPrototype.toNumber = function toNumber() {
          if (this.unsigned)
            return (this.high >>> 0) * TWO_PWR_32_DBL + (this.low >>> 0);
          return this.high * TWO_PWR_32_DBL + (this.low >>> 0);
        };
        LongPrototype.toString = function toString(radix) {
          radix = radix || 10;
          if (radix < 2 || 36 < radix) throw RangeError("radix");
          if (this.isZero()) return "0";
          if (this.isNegative()) {
            if (this.eq(MIN_VALUE)) {
              var radixLong = fromNumber(radix), div = this.div(radixLong), rem1 = div.mul(radixLong).sub(this);
              return div.toString(radix) + rem1.toInt().toString(radix);
            } else return "-" + this.neg().toString(radix);
          }
          var radixToPower = fromNumber(pow_dbl(radix, 6), this.unsigned), rem = this;
          var result = "";
          while (true) {
            var remDiv = rem.div(radixToPower), intval = rem.sub(remDiv.mul(radixToPower)).toInt() >>> 0, digits = intval.toString(radix);
            rem = remDiv;
            if (rem.isZero()) return digits + result;
            else {
              while (digits.length < 6) digits = "0" + digits;
              result = "" + digits + result;
            }
          }
        };
        LongPrototype.getHighBits = function getHighBits() {
          return this.high;
        };
        LongPrototype.getHighBitsUnsigned = function getHighBitsUnsigned() {
          return this.high >>> 0;
        };
        LongPrototype.getLowBits = function getLowBits() {
          return this.low;
        };
        LongPrototype.getLowBitsUnsigned = function getLowBitsUnsigned() {
          return this.low >>> 0;
        };
        LongPrototype.getNumBitsAbs = function getNumBitsAbs() {
          if (this.isNegative())
            return this.eq(MIN_VALUE) ? 64 : this.neg().getNumBitsAbs();
          var val = this.high != 0 ? this.high : this.low;
          for (var bit = 31; bit > 0; bit--) if ((val & 1 << bit) != 0) break;
          return this.high != 0 ? bit + 33 : bit + 1;
        };
        LongPrototype.isSafeInteger = function isSafeInteger() {
          var top11Bits = this.high >> 21;
          if (!top11Bits) return true;
          if (this.unsigned) return false;
          return top11Bits === -1 && !(this.low === 0 && this.high === -2097152);
        };
        LongPrototype.isZero = function isZero() {
          return this.high === 0 && this.low === 0;
        };
        LongPrototype.eqz = LongPrototype.isZero;
        LongPrototype.isNegative = function isNegative() {
          return !this.unsigned && this.high < 0;
        };
        LongPrototype.isPositive = function isPositive() {
          return this.unsigned || this.high >= 0;
        };
        LongPrototype.isOdd = function isOdd() {
          return (this.low & 1) === 1;
        };
        LongPrototype.isEven = function isEven() {
          return (this.low & 1) === 0;
        };
        LongPrototype.equals = function equals(other) {
          if (!isLong(other)) other = fromValue(other);
          if (this.unsigned !== other.unsigned && this.high >>> 31 === 1 && other.high >>> 31 === 1)
            return false;
          return this.high === other.high && this.low === other.low;
        };
        LongPrototype.eq = LongPrototype.equals;
        LongPrototype.notEquals = function notEquals(other) {
          return !this.eq(
            /* validates */
            other
          );
        };
        LongPrototype.neq = LongPrototype.notEquals;
        LongPrototype.ne = LongPrototype.notEquals;
        LongPrototype.lessThan = function lessThan(other) {
          return this.comp(
            /* validates */
            other
          ) < 0;
        };
        LongPrototype.lt = LongPrototype.lessThan;
        LongPrototype.lessThanOrEqual = function lessThanOrEqual(other) {
          return this.comp(
            /* validates */
            other
          ) <= 0;
        };
        LongPrototype.lte = LongPrototype.lessThanOrEqual;
        LongPrototype.le = LongPrototype.lessThanOrEqual;
        LongPrototype.greaterThan = function greaterThan(other) {
          return this.comp(
            /* validates */
            other
          ) > 0;
        };
        LongPrototype.gt = LongPrototype.greaterThan;
        LongPrototype.greaterThanOrEqual = function greaterThanOrEqual(other) {
          return this.comp(
            /* validates */
            other
          ) >= 0;
        };
        LongPrototype.gte = LongPrototype.greaterThanOrEqual;
        LongPrototype.ge = LongPrototype.greaterThanOrEqual;
        LongPrototype.compare = function compare(other) {
          if (!isLong(other)) other = fromValue(other);
          if (this.eq(other)) return 0;
          var thisNeg = this.isNegative(), otherNeg = other.isNegative();
          if (thisNeg && !otherNeg) return -1;
          if (!thisNeg && otherNeg) return 1;
          if (!this.unsigned) return this.sub(other).isNegative() ? -1 : 1;
          return other.high >>> 0 > this.high >>> 0 || other.high === this.high && other.low >>> 0 > this.low >>> 0 ? -1 : 1;
        };
        LongPrototype.comp = LongPrototype.compare;
        LongPrototype.negate = function negate() {
          if (!this.unsigned && this.eq(MIN_VALUE)) return MIN_VALUE;
          return this.not().add(ONE);
        };
        LongPrototype.neg = LongPrototype.negate;
        LongPrototype.add = function add(addend) {
          if (!isLong(addend)) addend = fromValue(addend);
          var a48 = this.high >>> 16;
          var a32 = this.high & 65535;
          var a16 = this.low >>> 16;
          var a00 = this.low & 65535;
          var b48 = addend.high >>> 16;
          var b32 = addend.high & 65535;
          var b16 = addend.low >>> 16;
          var b00 = addend.low & 65535;
          var c48 = 0, c32 = 0, c16 = 0, c00 = 0;
          c00 += a00 + b00;
          c16 += c00 >>> 16;
          c00 &= 65535;
          c16 += a16 + b16;
          c32 += c16 >>> 16;
          c16 &= 65535;
          c32 += a32 + b32;
          c48 += c32 >>> 16;
          c32 &= 65535;
          c48 += a48 + b48;
          c48 &= 65535;
          return fromBits(c16 << 16 | c00, c48 << 16 | c32, this.unsigned);
        };
        LongPrototype.subtract = function subtract(subtrahend) {
          if (!isLong(subtrahend)) subtrahend = fromValue(subtrahend);
          return this.add(subtrahend.neg());
        };
        LongPrototype.sub = LongPrototype.subtract;
        LongPrototype.multiply = function multiply(multiplier) {
          if (this.isZero()) return this;
          if (!isLong(multiplier)) multiplier = fromValue(multiplier);
          if (wasm) {
            var low = wasm["mul"](
              this.low,
              this.high,
              multiplier.low,
              multiplier.high
            );
            return fromBits(low, wasm["get_high"](), this.unsigned);
          }
          if (multiplier.isZero()) return this.unsigned ? UZERO : ZERO;
          if (this.eq(MIN_VALUE)) return multiplier.isOdd() ? MIN_VALUE : ZERO;
          if (multiplier.eq(MIN_VALUE)) return this.isOdd() ? MIN_VALUE : ZERO;
          if (this.isNegative()) {
            if (multiplier.isNegative()) return this.neg().mul(multiplier.neg());
            else return this.neg().mul(multiplier).neg();
          } else if (multiplier.isNegative())
            return this.mul(multiplier.neg()).neg();
          if (this.lt(TWO_PWR_24) && multiplier.lt(TWO_PWR_24))
            return fromNumber(
              this.toNumber() * multiplier.toNumber(),
              this.unsigned
            );
          var a48 = this.high >>> 16;
          var a32 = this.high & 65535;
          var a16 = this.low >>> 16;
          var a00 = this.low & 65535;
          var b48 = multiplier.high >>> 16;
          var b32 = multiplier.high & 65535;
          var b16 = multiplier.low >>> 16;
          var b00 = multiplier.low & 65535;
          var c48 = 0, c32 = 0, c16 = 0, c00 = 0;
          c00 += a00 * b00;
          c16 += c00 >>> 16;
          c00 &= 65535;
          c16 += a16 * b00;
          c32 += c16 >>> 16;
          c16 &= 65535;
          c16 += a00 * b16;
          c32 += c16 >>> 16;
          c16 &= 65535;
          c32 += a32 * b00;
          c48 += c32 >>> 16;
          c32 &= 65535;
          c32 += a16 * b16;
          c48 += c32 >>> 16;
          c32 &= 65535;
          c32 += a00 * b32;
          c48 += c32 >>> 16;
          c32 &= 65535;
          c48 += a48 * b00 + a32 * b16 + a16 * b32 + a00 * b48;
          c48 &= 65535;
          return fromBits(c16 << 16 | c00, c48 << 16 | c32, this.unsigned);
        };
        LongPrototype.mul = LongPrototype.multiply;
        LongPrototype.divide = function divide(divisor) {
          if (!isLong(divisor)) divisor = fromValue(divisor);
          if (divisor.isZero()) throw Error("division by zero");
          if (wasm) {
            if (!this.unsigned && this.high === -2147483648 && divisor.low === -1 && divisor.high === -1) {
              return this;
            }
            var low = (this.unsigned ? wasm["div_u"] : wasm["div_s"])(
              this.low,
              this.high,
              divisor.low,
              divisor.high
            );
            return fromBits(low, wasm["get_high"](), this.unsigned);
          }
          if (this.isZero()) return this.unsigned ? UZERO : ZERO;
          var approx, rem, res;
          if (!this.unsigned) {
            if (this.eq(MIN_VALUE)) {
              if (divisor.eq(ONE) || divisor.eq(NEG_ONE))
                return MIN_VALUE;
              else if (divisor.eq(MIN_VALUE)) return ONE;
              else {
                var halfThis = this.shr(1);
                approx = halfThis.div(divisor).shl(1);
                if (approx.eq(ZERO)) {
                  return divisor.isNegative() ? ONE : NEG_ONE;
                } else {
                  rem = this.sub(divisor.mul(approx));
                  res = approx.add(rem.div(divisor));
                  return res;
                }
              }
            } else if (divisor.eq(MIN_VALUE)) return this.unsigned ? UZERO : ZERO;
            if (this.isNegative()) {
              if (divisor.isNegative()) return this.neg().div(divisor.neg());
              return this.neg().div(divisor).neg();
            } else if (divisor.isNegative()) return this.div(divisor.neg()).neg();
            res = ZERO;
          } else {
            if (!divisor.unsigned) divisor = divisor.toUnsigned();
            if (divisor.gt(this)) return UZERO;
            if (divisor.gt(this.shru(1)))
              return UONE;
            res = UZERO;
          }
          rem = this;
          while (rem.gte(divisor)) {
            approx = Math.max(1, Math.floor(rem.toNumber() / divisor.toNumber()));
            var log2 = Math.ceil(Math.log(approx) / Math.LN2), delta = log2 <= 48 ? 1 : pow_dbl(2, log2 - 48), approxRes = fromNumber(approx), approxRem = approxRes.mul(divisor);
            while (approxRem.isNegative() || approxRem.gt(rem)) {
              approx -= delta;
              approxRes = fromNumber(approx, this.unsigned);
              approxRem = approxRes.mul(divisor);
            }
            if (approxRes.isZero()) approxRes = ONE;
            res = res.add(approxRes);
            rem = rem.sub(approxRem);
          }
          return res;
        };
        LongPrototype.div = LongPrototype.divide;
        LongPrototype.modulo = function modulo(divisor) {
          if (!isLong(divisor)) divisor = fromValue(divisor);
          if (wasm) {
            var low = (this.unsigned ? wasm["rem_u"] : wasm["rem_s"])(
              this.low,
              this.high,
              divisor.low,
              divisor.high
            );
            return fromBits(low, wasm["get_high"](), this.unsigned);
          }
          return this.sub(this.div(divisor).mul(divisor));
        };
        LongPrototype.mod = LongPrototype.modulo;
        LongPrototype.rem = LongPrototype.modulo;
        LongPrototype.not = function not() {
          return fromBits(~this.low, ~this.high, this.unsigned);
        };
        LongPrototype.countLeadingZeros = function countLeadingZeros() {
          return this.high ? Math.clz32(this.high) : Math.clz32(this.low) + 32;
        };
        LongPrototype.clz = LongPrototype.countLeadingZeros;
        LongPrototype.countTrailingZeros = function countTrailingZeros() {
          return this.low ? ctz32(this.low) : ctz32(this.high) + 32;
        };
        LongPrototype.ctz = LongPrototype.countTrailingZeros;
        LongPrototype.and = function and(other) {
          if (!isLong(other)) other = fromValue(other);
          return fromBits(
            this.low & other.low,
            this.high & other.high,
            this.unsigned
          );
        };
        LongPrototype.or = function or(other) {
          if (!isLong(other)) other = fromValue(other);
          return fromBits(
            this.low | other.low,
            this.high | other.high,
            this.unsigned
          );
        };
        LongPrototype.xor = function xor(other) {
          if (!isLong(other)) other = fromValue(other);
          return fromBits(
            this.low ^ other.low,
            this.high ^ other.high,
            this.unsigned
          );
        };
        LongPrototype.shiftLeft = function shiftLeft(numBits) {
          if (isLong(numBits)) numBits = numBits.toInt();
          if ((numBits &= 63) === 0) return this;
          else if (numBits < 32)
            return fromBits(
              this.low << numBits,
              this.high << numBits | this.low >>> 32 - numBits,
              this.unsigned
            );
          else return fromBits(0, this.low << numBits - 32, this.unsigned);
        };
        LongPrototype.shl = LongPrototype.shiftLeft;
        LongPrototype.shiftRight = function shiftRight(numBits) {
          if (isLong(numBits)) numBits = numBits.toInt();
          if ((numBits &= 63) === 0) return this;
          else if (numBits < 32)
            return fromBits(
              this.low >>> numBits | this.high << 32 - numBits,
              this.high >> numBits,
              this.unsigned
            );
          else
            return fromBits(
              this.high >> numBits - 32,
              this.high >= 0 ? 0 : -1,
              this.unsigned
            );
        };
        LongPrototype.shr = LongPrototype.shiftRight;
        LongPrototype.shiftRightUnsigned = function shiftRightUnsigned(numBits) {
          if (isLong(numBits)) numBits = numBits.toInt();
          if ((numBits &= 63) === 0) return this;
          if (numBits < 32)
            return fromBits(
              this.low >>> numBits | this.high << 32 - numBits,
              this.high >>> numBits,
              this.unsigned
            );
          if (numBits === 32) return fromBits(this.high, 0, this.unsigned);
          return fromBits(this.high >>> numBits - 32, 0, this.unsigned);
        };
        LongPrototype.shru = LongPrototype.shiftRightUnsigned;
        LongPrototype.shr_u = LongPrototype.shiftRightUnsigned;
        LongPrototype.rotateLeft = function rotateLeft(numBits) {
          var b;
          if (isLong(numBits)) numBits = numBits.toInt();
          if ((numBits &= 63) === 0) return this;
          if (numBits === 32) return fromBits(this.high, this.low, this.unsigned);
          if (numBits < 32) {
            b = 32 - numBits;
            return fromBits(
              this.low << numBits | this.high >>> b,
              this.high << numBits | this.low >>> b,
              this.unsigned
            );
          }
          numBits -= 32;
          b = 32 - numBits;
          return fromBits(
            this.high << numBits | this.low >>> b,
            this.low << numBits | this.high >>> b,
            this.unsigned
          );
        };
        LongPrototype.rotl = LongPrototype.rotateLeft;
        LongPrototype.rotateRight = function rotateRight(numBits) {
          var b;
          if (isLong(numBits)) numBits = numBits.toInt();
          if ((numBits &= 63) === 0) return this;
          if (numBits === 32) return fromBits(this.high, this.low, this.unsigned);
          if (numBits < 32) {
            b = 32 - numBits;
            return fromBits(
              this.high << b | this.low >>> numBits,
              this.low << b | this.high >>> numBits,
              this.unsigned
            );
          }
          numBits -= 32;
          b = 32 - numBits;
          return fromBits(
            this.low << b | this.high >>> numBits,
            this.high << b | this.low >>> numBits,
            this.unsigned
          );
        };
        LongPrototype.rotr = LongPrototype.rotateRight;
        LongPrototype.toSigned = function toSigned() {
          if (!this.unsigned) return this;
          return fromBits(this.low, this.high, false);
        };
        LongPrototype.toUnsigned = function toUnsigned() {
          if (this.unsigned) return this;
          return fromBits(this.low, this.high, true);
        };
        LongPrototype.toBytes = function toBytes(le) {
          return le ? this.toBytesLE() : this.toBytesBE();
        };
        LongPrototype.toBytesLE = function toBytesLE() {
          var hi = this.high, lo = this.low;
          return [
            lo & 255,
            lo >>> 8 & 255,
            lo >>> 16 & 255,
            lo >>> 24,
            hi & 255,
            hi >>> 8 & 255,
            hi >>> 16 & 255,
            hi >>> 24
          ];
        };
        LongPrototype.toBytesBE = function toBytesBE() {
          var hi = this.high, lo = this.low;
          return [
            hi >>> 24,
            hi >>> 16 & 255,
            hi >>> 8 & 255,
            hi & 255,
            lo >>> 24,
            lo >>> 16 & 255,
            lo >>> 8 & 255,
            lo & 255
          ];
        };
        Long.fromBytes = function fromBytes(bytes, unsigned, le) {
          return le ? Long.fromBytesLE(bytes, unsigned) : Long.fromBytesBE(bytes, unsigned);
        };
        Long.fromBytesLE = function fromBytesLE(bytes, unsigned) {
          return new Long(
            bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24,
            bytes[4] | bytes[5] << 8 | bytes[6] << 16 | bytes[7] << 24,
            unsigned
          );
        };
        Long.fromBytesBE = function fromBytesBE(bytes, unsigned) {
          return new Long(
            bytes[4] << 24 | bytes[5] << 16 | bytes[6] << 8 | bytes[7],
            bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3],
            unsigned
          );
        };
        if (typeof BigInt === "function") {
          Long.fromBigInt = function fromBigInt(value, unsigned) {
            var lowBits = Number(BigInt.asIntN(32, value));
            var highBits = Number(BigInt.asIntN(32, value >> BigInt(32)));
            return fromBits(lowBits, highBits, unsigned);
          };
          Long.fromValue = function fromValueWithBigInt(value, unsigned) {
            if (typeof value === "bigint") return Long.fromBigInt(value, unsigned);
            return fromValue(value, unsigned);
          };
          LongPrototype.toBigInt = function toBigInt() {
            var lowBigInt = BigInt(this.low >>> 0);
            var highBigInt = BigInt(this.unsigned ? this.high >>> 0 : this.high);
            return highBigInt << BigInt(32) | lowBigInt;
          };
        }
        var _default = _exports.default = Long;
      }
    );
  }
});

// node_modules/protobufjs/src/util/minimal.js
var require_minimal = __commonJS({
  "node_modules/protobufjs/src/util/minimal.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var util = exports2;
    util.asPromise = require_aspromise();
    util.base64 = require_base64();
    util.EventEmitter = require_eventemitter();
    util.float = require_float();
    util.utf8 = require_utf8();
    util.pool = require_pool();
    util.LongBits = require_longbits();
    function isUnsafeProperty(key) {
      return key === "__proto__" || key === "prototype" || key === "constructor";
    }
    util.isUnsafeProperty = isUnsafeProperty;
    util.isNode = Boolean(typeof global !== "undefined" && global && global.process && global.process.versions && global.process.versions.node);
    util.global = util.isNode && global || typeof window !== "undefined" && window || typeof self !== "undefined" && self || exports2;
    util.emptyArray = Object.freeze ? Object.freeze([]) : (
      /* istanbul ignore next */
      []
    );
    util.emptyObject = Object.freeze ? Object.freeze({}) : (
      /* istanbul ignore next */
      {}
    );
    util.isInteger = Number.isInteger || /* istanbul ignore next */
    function isInteger(value) {
      return typeof value === "number" && isFinite(value) && Math.floor(value) === value;
    };
    util.isString = function isString(value) {
      return typeof value === "string" || value instanceof String;
    };
    util.isObject = function isObject(value) {
      return value && typeof value === "object";
    };
    util.isset = /**
     * Checks if a property on a message is considered to be present.
     * @param {Object} obj Plain object or message instance
     * @param {string} prop Property name
     * @returns {boolean} `true` if considered to be present, otherwise `false`
     */
    util.isSet = function isSet(obj, prop) {
      var value = obj[prop];
      if (value != null && Object.hasOwnProperty.call(obj, prop))
        return typeof value !== "object" || (Array.isArray(value) ? value.length : Object.keys(value).length) > 0;
      return false;
    };
    util.Buffer = (function() {
      try {
        var Buffer2 = util.global.Buffer;
        return Buffer2.prototype.utf8Write ? Buffer2 : (
          /* istanbul ignore next */
          null
        );
      } catch (e) {
        return null;
      }
    })();
    util._Buffer_from = null;
    util._Buffer_allocUnsafe = null;
    util.newBuffer = function newBuffer(sizeOrArray) {
      return typeof sizeOrArray === "number" ? util.Buffer ? util._Buffer_allocUnsafe(sizeOrArray) : new util.Array(sizeOrArray) : util.Buffer ? util._Buffer_from(sizeOrArray) : typeof Uint8Array === "undefined" ? sizeOrArray : new Uint8Array(sizeOrArray);
    };
    util.Array = typeof Uint8Array !== "undefined" ? Uint8Array : Array;
    util.Long = /* istanbul ignore next */
    util.global.dcodeIO && /* istanbul ignore next */
    util.global.dcodeIO.Long || /* istanbul ignore next */
    util.global.Long || (function() {
      try {
        var Long = require_umd();
        return Long && Long.isLong ? Long : null;
      } catch (e) {
        return null;
      }
    })();
    util.key2Re = /^true|false|0|1$/;
    util.key32Re = /^-?(?:0|[1-9][0-9]*)$/;
    util.key64Re = /^(?:[\\x00-\\xff]{8}|-?(?:0|[1-9][0-9]*))$/;
    util.longToHash = function longToHash(value) {
      return value ? util.LongBits.from(value).toHash() : util.LongBits.zeroHash;
    };
    util.longFromHash = function longFromHash(hash, unsigned) {
      var bits = util.LongBits.fromHash(hash);
      if (util.Long)
        return util.Long.fromBits(bits.lo, bits.hi, unsigned);
      return bits.toNumber(Boolean(unsigned));
    };
    function merge(dst) {
      var ifNotSet = typeof arguments[arguments.length - 1] === "boolean", limit = ifNotSet ? arguments.length - 1 : arguments.length;
      ifNotSet = ifNotSet && arguments[arguments.length - 1];
      for (var a = 1; a < limit; ++a) {
        var src = arguments[a];
        if (!src)
          continue;
        for (var keys = Object.keys(src), i2 = 0; i2 < keys.length; ++i2)
          if (!isUnsafeProperty(keys[i2]) && (dst[keys[i2]] === void 0 || !ifNotSet))
            dst[keys[i2]] = src[keys[i2]];
      }
      return dst;
    }
    util.merge = merge;
    util.nestingLimit = 32;
    util.recursionLimit = 100;
    util.makeProp = function makeProp(obj, key) {
      Object.defineProperty(obj, key, {
        enumerable: true,
        configurable: true,
        writable: true
      });
    };
    util.lcFirst = function lcFirst(str) {
      return str.charAt(0).toLowerCase() + str.substring(1);
    };
    function newError(name) {
      function CustomError(message, properties) {
        if (!(this instanceof CustomError))
          return new CustomError(message, properties);
        Object.defineProperty(this, "message", { get: function() {
          return message;
        } });
        if (Error.captureStackTrace)
          Error.captureStackTrace(this, CustomError);
        else
          Object.defineProperty(this, "stack", { value: new Error().stack || "" });
        if (properties)
          merge(this, properties);
      }
      CustomError.prototype = Object.create(Error.prototype, {
        constructor: {
          value: CustomError,
          writable: true,
          enumerable: false,
          configurable: true
        },
        name: {
          get: function get() {
            return name;
          },
          set: void 0,
          enumerable: false,
          // configurable: false would accurately preserve the behavior of
          // the original, but I'm guessing that was not intentional.
          // For an actual error subclass, this property would
          // be configurable.
          configurable: true
        },
        toString: {
          value: function value() {
            return this.name + ": " + this.message;
          },
          writable: true,
          enumerable: false,
          configurable: true
        }
      });
      return CustomError;
    }
    util.newError = newError;
    util.ProtocolError = newError("ProtocolError");
    util.oneOfGetter = function getOneOf(fieldNames) {
      var fieldMap = {};
      for (var i2 = 0; i2 < fieldNames.length; ++i2)
        fieldMap[fieldNames[i2]] = 1;
      return function() {
        for (var keys = Object.keys(this), i3 = keys.length - 1; i3 > -1; --i3)
          if (fieldMap[keys[i3]] === 1 && this[keys[i3]] !== void 0 && this[keys[i3]] !== null)
            return keys[i3];
      };
    };
    util.oneOfSetter = function setOneOf(fieldNames) {
      return function(name) {
        for (var i2 = 0; i2 < fieldNames.length; ++i2)
          if (fieldNames[i2] !== name)
            delete this[fieldNames[i2]];
      };
    };
    util.toJSONOptions = {
      longs: String,
      enums: String,
      bytes: String,
      json: true
    };
    util._configure = function() {
      var Buffer2 = util.Buffer;
      if (!Buffer2) {
        util._Buffer_from = util._Buffer_allocUnsafe = null;
        return;
      }
      util._Buffer_from = Buffer2.from !== Uint8Array.from && Buffer2.from || /* istanbul ignore next */
      function Buffer_from(value, encoding) {
        return new Buffer2(value, encoding);
      };
      util._Buffer_allocUnsafe = Buffer2.allocUnsafe || /* istanbul ignore next */
      function Buffer_allocUnsafe(size) {
        return new Buffer2(size);
      };
    };
  }
});

// node_modules/protobufjs/src/writer.js
var require_writer = __commonJS({
  "node_modules/protobufjs/src/writer.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Writer;
    var util = require_minimal();
    var BufferWriter;
    var LongBits = util.LongBits;
    var base64 = util.base64;
    var utf8 = util.utf8;
    function Op(fn, len, val) {
      this.fn = fn;
      this.len = len;
      this.next = void 0;
      this.val = val;
    }
    function noop() {
    }
    function State(writer) {
      this.head = writer.head;
      this.tail = writer.tail;
      this.len = writer.len;
      this.next = writer.states;
    }
    function Writer() {
      this.len = 0;
      this.head = new Op(noop, 0, 0);
      this.tail = this.head;
      this.states = null;
    }
    var create = function create2() {
      return util.Buffer ? function create_buffer_setup() {
        return (Writer.create = function create_buffer() {
          return new BufferWriter();
        })();
      } : function create_array() {
        return new Writer();
      };
    };
    Writer.create = create();
    Writer.alloc = function alloc(size) {
      return new util.Array(size);
    };
    if (util.Array !== Array)
      Writer.alloc = util.pool(Writer.alloc, util.Array.prototype.subarray);
    Writer.prototype._push = function push(fn, len, val) {
      this.tail = this.tail.next = new Op(fn, len, val);
      this.len += len;
      return this;
    };
    function writeByte(val, buf, pos) {
      buf[pos] = val & 255;
    }
    function writeVarint32(val, buf, pos) {
      while (val > 127) {
        buf[pos++] = val & 127 | 128;
        val >>>= 7;
      }
      buf[pos] = val;
    }
    function VarintOp(len, val) {
      this.len = len;
      this.next = void 0;
      this.val = val;
    }
    VarintOp.prototype = Object.create(Op.prototype);
    VarintOp.prototype.fn = writeVarint32;
    Writer.prototype.uint32 = function write_uint32(value) {
      this.len += (this.tail = this.tail.next = new VarintOp(
        (value = value >>> 0) < 128 ? 1 : value < 16384 ? 2 : value < 2097152 ? 3 : value < 268435456 ? 4 : 5,
        value
      )).len;
      return this;
    };
    Writer.prototype.int32 = function write_int32(value) {
      return (value |= 0) < 0 ? this._push(writeVarint64, 10, LongBits.fromNumber(value)) : this.uint32(value);
    };
    Writer.prototype.sint32 = function write_sint32(value) {
      return this.uint32((value << 1 ^ value >> 31) >>> 0);
    };
    function writeVarint64(val, buf, pos) {
      var lo = val.lo, hi = val.hi;
      while (hi) {
        buf[pos++] = lo & 127 | 128;
        lo = (lo >>> 7 | hi << 25) >>> 0;
        hi >>>= 7;
      }
      while (lo > 127) {
        buf[pos++] = lo & 127 | 128;
        lo = lo >>> 7;
      }
      buf[pos++] = lo;
    }
    Writer.prototype.uint64 = function write_uint64(value) {
      var bits = LongBits.from(value);
      return this._push(writeVarint64, bits.length(), bits);
    };
    Writer.prototype.int64 = Writer.prototype.uint64;
    Writer.prototype.sint64 = function write_sint64(value) {
      var bits = LongBits.from(value).zzEncode();
      return this._push(writeVarint64, bits.length(), bits);
    };
    Writer.prototype.bool = function write_bool(value) {
      return this._push(writeByte, 1, value ? 1 : 0);
    };
    function writeFixed32(val, buf, pos) {
      buf[pos] = val & 255;
      buf[pos + 1] = val >>> 8 & 255;
      buf[pos + 2] = val >>> 16 & 255;
      buf[pos + 3] = val >>> 24;
    }
    Writer.prototype.fixed32 = function write_fixed32(value) {
      return this._push(writeFixed32, 4, value >>> 0);
    };
    Writer.prototype.sfixed32 = Writer.prototype.fixed32;
    Writer.prototype.fixed64 = function write_fixed64(value) {
      var bits = LongBits.from(value);
      return this._push(writeFixed32, 4, bits.lo)._push(writeFixed32, 4, bits.hi);
    };
    Writer.prototype.sfixed64 = Writer.prototype.fixed64;
    Writer.prototype.float = function write_float(value) {
      return this._push(util.float.writeFloatLE, 4, value);
    };
    Writer.prototype.double = function write_double(value) {
      return this._push(util.float.writeDoubleLE, 8, value);
    };
    var writeBytes = util.Array.prototype.set ? function writeBytes_set(val, buf, pos) {
      buf.set(val, pos);
    } : function writeBytes_for(val, buf, pos) {
      for (var i2 = 0; i2 < val.length; ++i2)
        buf[pos + i2] = val[i2];
    };
    Writer.prototype.bytes = function write_bytes(value) {
      var len = value.length >>> 0;
      if (!len)
        return this._push(writeByte, 1, 0);
      if (util.isString(value)) {
        var buf = Writer.alloc(len = base64.length(value));
        base64.decode(value, buf, 0);
        value = buf;
      }
      return this.uint32(len)._push(writeBytes, len, value);
    };
    Writer.prototype.string = function write_string(value) {
      var len = utf8.length(value);
      return len ? this.uint32(len)._push(utf8.write, len, value) : this._push(writeByte, 1, 0);
    };
    Writer.prototype.fork = function fork() {
      this.states = new State(this);
      this.head = this.tail = new Op(noop, 0, 0);
      this.len = 0;
      return this;
    };
    Writer.prototype.reset = function reset() {
      if (this.states) {
        this.head = this.states.head;
        this.tail = this.states.tail;
        this.len = this.states.len;
        this.states = this.states.next;
      } else {
        this.head = this.tail = new Op(noop, 0, 0);
        this.len = 0;
      }
      return this;
    };
    Writer.prototype.ldelim = function ldelim() {
      var head = this.head, tail = this.tail, len = this.len;
      this.reset().uint32(len);
      if (len) {
        this.tail.next = head.next;
        this.tail = tail;
        this.len += len;
      }
      return this;
    };
    Writer.prototype.finish = function finish() {
      var head = this.head.next, buf = this.constructor.alloc(this.len), pos = 0;
      while (head) {
        head.fn(head.val, buf, pos);
        pos += head.len;
        head = head.next;
      }
      return buf;
    };
    Writer._configure = function(BufferWriter_) {
      BufferWriter = BufferWriter_;
      Writer.create = create();
      BufferWriter._configure();
    };
  }
});

// node_modules/protobufjs/src/writer_buffer.js
var require_writer_buffer = __commonJS({
  "node_modules/protobufjs/src/writer_buffer.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = BufferWriter;
    var Writer = require_writer();
    (BufferWriter.prototype = Object.create(Writer.prototype)).constructor = BufferWriter;
    var util = require_minimal();
    function BufferWriter() {
      Writer.call(this);
    }
    BufferWriter._configure = function() {
      BufferWriter.alloc = util._Buffer_allocUnsafe;
      BufferWriter.writeBytesBuffer = util.Buffer && util.Buffer.prototype instanceof Uint8Array && util.Buffer.prototype.set.name === "set" ? function writeBytesBuffer_set(val, buf, pos) {
        buf.set(val, pos);
      } : function writeBytesBuffer_copy(val, buf, pos) {
        if (val.copy)
          val.copy(buf, pos, 0, val.length);
        else for (var i2 = 0; i2 < val.length; )
          buf[pos++] = val[i2++];
      };
    };
    BufferWriter.prototype.bytes = function write_bytes_buffer(value) {
      if (util.isString(value))
        value = util._Buffer_from(value, "base64");
      var len = value.length >>> 0;
      this.uint32(len);
      if (len)
        this._push(BufferWriter.writeBytesBuffer, len, value);
      return this;
    };
    function writeStringBuffer(val, buf, pos) {
      if (val.length < 40)
        util.utf8.write(val, buf, pos);
      else if (buf.utf8Write)
        buf.utf8Write(val, pos);
      else
        buf.write(val, pos);
    }
    BufferWriter.prototype.string = function write_string_buffer(value) {
      var len = util.Buffer.byteLength(value);
      this.uint32(len);
      if (len)
        this._push(writeStringBuffer, len, value);
      return this;
    };
    BufferWriter._configure();
  }
});

// node_modules/protobufjs/src/reader.js
var require_reader = __commonJS({
  "node_modules/protobufjs/src/reader.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Reader;
    var util = require_minimal();
    var BufferReader;
    var LongBits = util.LongBits;
    var utf8 = util.utf8;
    function indexOutOfRange(reader, writeLength) {
      return RangeError("index out of range: " + reader.pos + " + " + (writeLength || 1) + " > " + reader.len);
    }
    function Reader(buffer) {
      this.buf = buffer;
      this.pos = 0;
      this.len = buffer.length;
    }
    var create_array = typeof Uint8Array !== "undefined" ? function create_typed_array(buffer) {
      if (buffer instanceof Uint8Array || Array.isArray(buffer))
        return new Reader(buffer);
      throw Error("illegal buffer");
    } : function create_array2(buffer) {
      if (Array.isArray(buffer))
        return new Reader(buffer);
      throw Error("illegal buffer");
    };
    var create = function create2() {
      return util.Buffer ? function create_buffer_setup(buffer) {
        return (Reader.create = function create_buffer(buffer2) {
          return util.Buffer.isBuffer(buffer2) ? new BufferReader(buffer2) : create_array(buffer2);
        })(buffer);
      } : create_array;
    };
    Reader.create = create();
    Reader.prototype._slice = util.Array.prototype.subarray || /* istanbul ignore next */
    util.Array.prototype.slice;
    function readVarint32NearEnd(reader) {
      var value = 0;
      for (var i2 = 0; i2 < 4; ++i2) {
        if (reader.pos >= reader.len)
          throw indexOutOfRange(reader);
        var b = reader.buf[reader.pos++];
        value = (value | (b & 127) << i2 * 7) >>> 0;
        if (b < 128)
          return value;
      }
      throw indexOutOfRange(reader);
    }
    Reader.prototype.uint32 = /* @__PURE__ */ (function read_uint32_setup() {
      var value = 4294967295;
      return function read_uint32() {
        if (this.len - this.pos < 5) {
          if (this.pos >= this.len)
            throw indexOutOfRange(this);
          if (this.buf[this.pos] >= 128)
            return readVarint32NearEnd(this);
        }
        value = (this.buf[this.pos] & 127) >>> 0;
        if (this.buf[this.pos++] < 128) return value;
        value = (value | (this.buf[this.pos] & 127) << 7) >>> 0;
        if (this.buf[this.pos++] < 128) return value;
        value = (value | (this.buf[this.pos] & 127) << 14) >>> 0;
        if (this.buf[this.pos++] < 128) return value;
        value = (value | (this.buf[this.pos] & 127) << 21) >>> 0;
        if (this.buf[this.pos++] < 128) return value;
        value = (value | (this.buf[this.pos] & 15) << 28) >>> 0;
        if (this.buf[this.pos++] < 128) return value;
        if ((this.pos += 5) > this.len) {
          this.pos = this.len;
          throw indexOutOfRange(this, 10);
        }
        return value;
      };
    })();
    Reader.prototype.int32 = function read_int32() {
      return this.uint32() | 0;
    };
    Reader.prototype.sint32 = function read_sint32() {
      var value = this.uint32();
      return value >>> 1 ^ -(value & 1) | 0;
    };
    function readLongVarint() {
      var bits = new LongBits(0, 0);
      var i2 = 0;
      if (this.len - this.pos > 4) {
        for (; i2 < 4; ++i2) {
          bits.lo = (bits.lo | (this.buf[this.pos] & 127) << i2 * 7) >>> 0;
          if (this.buf[this.pos++] < 128)
            return bits;
        }
        bits.lo = (bits.lo | (this.buf[this.pos] & 127) << 28) >>> 0;
        bits.hi = (bits.hi | (this.buf[this.pos] & 127) >> 4) >>> 0;
        if (this.buf[this.pos++] < 128)
          return bits;
        i2 = 0;
      } else {
        for (; i2 < 3; ++i2) {
          if (this.pos >= this.len)
            throw indexOutOfRange(this);
          bits.lo = (bits.lo | (this.buf[this.pos] & 127) << i2 * 7) >>> 0;
          if (this.buf[this.pos++] < 128)
            return bits;
        }
        bits.lo = (bits.lo | (this.buf[this.pos++] & 127) << i2 * 7) >>> 0;
        return bits;
      }
      if (this.len - this.pos > 4) {
        for (; i2 < 5; ++i2) {
          bits.hi = (bits.hi | (this.buf[this.pos] & 127) << i2 * 7 + 3) >>> 0;
          if (this.buf[this.pos++] < 128)
            return bits;
        }
      } else {
        for (; i2 < 5; ++i2) {
          if (this.pos >= this.len)
            throw indexOutOfRange(this);
          bits.hi = (bits.hi | (this.buf[this.pos] & 127) << i2 * 7 + 3) >>> 0;
          if (this.buf[this.pos++] < 128)
            return bits;
        }
      }
      throw Error("invalid varint encoding");
    }
    Reader.prototype.bool = function read_bool() {
      return this.uint32() !== 0;
    };
    function readFixed32_end(buf, end) {
      return (buf[end - 4] | buf[end - 3] << 8 | buf[end - 2] << 16 | buf[end - 1] << 24) >>> 0;
    }
    Reader.prototype.fixed32 = function read_fixed32() {
      if (this.pos + 4 > this.len)
        throw indexOutOfRange(this, 4);
      return readFixed32_end(this.buf, this.pos += 4);
    };
    Reader.prototype.sfixed32 = function read_sfixed32() {
      if (this.pos + 4 > this.len)
        throw indexOutOfRange(this, 4);
      return readFixed32_end(this.buf, this.pos += 4) | 0;
    };
    function readFixed64() {
      if (this.pos + 8 > this.len)
        throw indexOutOfRange(this, 8);
      return new LongBits(readFixed32_end(this.buf, this.pos += 4), readFixed32_end(this.buf, this.pos += 4));
    }
    Reader.prototype.float = function read_float() {
      if (this.pos + 4 > this.len)
        throw indexOutOfRange(this, 4);
      var value = util.float.readFloatLE(this.buf, this.pos);
      this.pos += 4;
      return value;
    };
    Reader.prototype.double = function read_double() {
      if (this.pos + 8 > this.len)
        throw indexOutOfRange(this, 4);
      var value = util.float.readDoubleLE(this.buf, this.pos);
      this.pos += 8;
      return value;
    };
    Reader.prototype.bytes = function read_bytes() {
      var length = this.uint32(), start = this.pos, end = this.pos + length;
      if (end > this.len)
        throw indexOutOfRange(this, length);
      this.pos += length;
      if (Array.isArray(this.buf))
        return this.buf.slice(start, end);
      if (start === end) {
        var nativeBuffer = util.Buffer;
        return nativeBuffer ? nativeBuffer.alloc(0) : new this.buf.constructor(0);
      }
      return this._slice.call(this.buf, start, end);
    };
    Reader.prototype.string = function read_string() {
      var bytes = this.bytes();
      return utf8.read(bytes, 0, bytes.length);
    };
    Reader.prototype.skip = function skip(length) {
      if (typeof length === "number") {
        if (this.pos + length > this.len)
          throw indexOutOfRange(this, length);
        this.pos += length;
      } else {
        do {
          if (this.pos >= this.len)
            throw indexOutOfRange(this);
        } while (this.buf[this.pos++] & 128);
      }
      return this;
    };
    Reader.recursionLimit = util.recursionLimit;
    Reader.prototype.skipType = function(wireType, depth) {
      if (depth === void 0) depth = 0;
      if (depth > Reader.recursionLimit)
        throw Error("maximum nesting depth exceeded");
      switch (wireType) {
        case 0:
          this.skip();
          break;
        case 1:
          this.skip(8);
          break;
        case 2:
          this.skip(this.uint32());
          break;
        case 3:
          while ((wireType = this.uint32() & 7) !== 4) {
            this.skipType(wireType, depth + 1);
          }
          break;
        case 5:
          this.skip(4);
          break;
        /* istanbul ignore next */
        default:
          throw Error("invalid wire type " + wireType + " at offset " + this.pos);
      }
      return this;
    };
    Reader._configure = function(BufferReader_) {
      BufferReader = BufferReader_;
      Reader.create = create();
      BufferReader._configure();
      var fn = util.Long ? "toLong" : (
        /* istanbul ignore next */
        "toNumber"
      );
      util.merge(Reader.prototype, {
        int64: function read_int64() {
          return readLongVarint.call(this)[fn](false);
        },
        uint64: function read_uint64() {
          return readLongVarint.call(this)[fn](true);
        },
        sint64: function read_sint64() {
          return readLongVarint.call(this).zzDecode()[fn](false);
        },
        fixed64: function read_fixed64() {
          return readFixed64.call(this)[fn](true);
        },
        sfixed64: function read_sfixed64() {
          return readFixed64.call(this)[fn](false);
        }
      });
    };
  }
});

// node_modules/protobufjs/src/reader_buffer.js
var require_reader_buffer = __commonJS({
  "node_modules/protobufjs/src/reader_buffer.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = BufferReader;
    var Reader = require_reader();
    (BufferReader.prototype = Object.create(Reader.prototype)).constructor = BufferReader;
    var util = require_minimal();
    function BufferReader(buffer) {
      Reader.call(this, buffer);
    }
    BufferReader._configure = function() {
      if (util.Buffer)
        BufferReader.prototype._slice = util.Buffer.prototype.slice;
    };
    BufferReader.prototype.string = function read_string_buffer() {
      var len = this.uint32();
      return this.buf.utf8Slice ? this.buf.utf8Slice(this.pos, this.pos = Math.min(this.pos + len, this.len)) : this.buf.toString("utf-8", this.pos, this.pos = Math.min(this.pos + len, this.len));
    };
    BufferReader._configure();
  }
});

// node_modules/protobufjs/src/rpc/service.js
var require_service = __commonJS({
  "node_modules/protobufjs/src/rpc/service.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Service;
    var util = require_minimal();
    (Service.prototype = Object.create(util.EventEmitter.prototype)).constructor = Service;
    function Service(rpcImpl, requestDelimited, responseDelimited) {
      if (typeof rpcImpl !== "function")
        throw TypeError("rpcImpl must be a function");
      util.EventEmitter.call(this);
      this.rpcImpl = rpcImpl;
      this.requestDelimited = Boolean(requestDelimited);
      this.responseDelimited = Boolean(responseDelimited);
    }
    Service.prototype.rpcCall = function rpcCall(method, requestCtor, responseCtor, request, callback) {
      if (!request)
        throw TypeError("request must be specified");
      var self2 = this;
      if (!callback)
        return util.asPromise(rpcCall, self2, method, requestCtor, responseCtor, request);
      if (!self2.rpcImpl) {
        setTimeout(function() {
          callback(Error("already ended"));
        }, 0);
        return void 0;
      }
      try {
        return self2.rpcImpl(
          method,
          requestCtor[self2.requestDelimited ? "encodeDelimited" : "encode"](request).finish(),
          function rpcCallback(err, response) {
            if (err) {
              self2.emit("error", err, method);
              return callback(err);
            }
            if (response === null) {
              self2.end(
                /* endedByRPC */
                true
              );
              return void 0;
            }
            if (!(response instanceof responseCtor)) {
              try {
                response = responseCtor[self2.responseDelimited ? "decodeDelimited" : "decode"](response);
              } catch (err2) {
                self2.emit("error", err2, method);
                return callback(err2);
              }
            }
            self2.emit("data", response, method);
            return callback(null, response);
          }
        );
      } catch (err) {
        self2.emit("error", err, method);
        setTimeout(function() {
          callback(err);
        }, 0);
        return void 0;
      }
    };
    Service.prototype.end = function end(endedByRPC) {
      if (this.rpcImpl) {
        if (!endedByRPC)
          this.rpcImpl(null, null, null);
        this.rpcImpl = null;
        this.emit("end").off();
      }
      return this;
    };
  }
});

// node_modules/protobufjs/src/rpc.js
var require_rpc = __commonJS({
  "node_modules/protobufjs/src/rpc.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var rpc = exports2;
    rpc.Service = require_service();
  }
});

// node_modules/protobufjs/src/roots.js
var require_roots = __commonJS({
  "node_modules/protobufjs/src/roots.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = /* @__PURE__ */ Object.create(null);
  }
});

// node_modules/protobufjs/src/index-minimal.js
var require_index_minimal = __commonJS({
  "node_modules/protobufjs/src/index-minimal.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var protobuf = exports2;
    protobuf.build = "minimal";
    protobuf.Writer = require_writer();
    protobuf.BufferWriter = require_writer_buffer();
    protobuf.Reader = require_reader();
    protobuf.BufferReader = require_reader_buffer();
    protobuf.util = require_minimal();
    protobuf.rpc = require_rpc();
    protobuf.roots = require_roots();
    protobuf.configure = configure;
    function configure() {
      protobuf.util._configure();
      protobuf.Writer._configure(protobuf.BufferWriter);
      protobuf.Reader._configure(protobuf.BufferReader);
    }
    configure();
  }
});

// node_modules/@protobufjs/codegen/index.js
var require_codegen = __commonJS({
  "node_modules/@protobufjs/codegen/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = codegen;
    var reservedRe = /^(?:do|if|in|for|let|new|try|var|case|else|enum|eval|false|null|this|true|void|with|break|catch|class|const|super|throw|while|yield|delete|export|import|public|return|static|switch|typeof|default|extends|finally|package|private|continue|debugger|function|arguments|interface|protected|implements|instanceof)$/;
    function codegen(functionParams, functionName) {
      if (typeof functionParams === "string") {
        functionName = functionParams;
        functionParams = void 0;
      }
      var body = [];
      function Codegen(formatStringOrScope) {
        if (typeof formatStringOrScope !== "string") {
          var source = toString();
          if (codegen.verbose)
            console.log("codegen: " + source);
          source = "return " + source;
          if (formatStringOrScope) {
            var scopeKeys = Object.keys(formatStringOrScope), scopeParams = new Array(scopeKeys.length + 1), scopeValues = new Array(scopeKeys.length), scopeOffset = 0;
            while (scopeOffset < scopeKeys.length) {
              scopeParams[scopeOffset] = scopeKeys[scopeOffset];
              scopeValues[scopeOffset] = formatStringOrScope[scopeKeys[scopeOffset++]];
            }
            scopeParams[scopeOffset] = source;
            return Function.apply(null, scopeParams).apply(null, scopeValues);
          }
          return Function(source)();
        }
        var formatParams = new Array(arguments.length - 1), formatOffset = 0;
        while (formatOffset < formatParams.length)
          formatParams[formatOffset] = arguments[++formatOffset];
        formatOffset = 0;
        formatStringOrScope = formatStringOrScope.replace(/%([%dfijs])/g, function replace($0, $1) {
          var value = formatParams[formatOffset++];
          switch ($1) {
            case "d":
            case "f":
              return String(Number(value));
            case "i":
              return String(Math.floor(value));
            case "j":
              return JSON.stringify(value);
            case "s":
              return String(value);
          }
          return "%";
        });
        if (formatOffset !== formatParams.length)
          throw Error("parameter count mismatch");
        body.push(formatStringOrScope);
        return Codegen;
      }
      function toString(functionNameOverride) {
        return "function " + safeFunctionName(functionNameOverride || functionName) + "(" + (functionParams && functionParams.join(",") || "") + "){\n  " + body.join("\n  ") + "\n}";
      }
      Codegen.toString = toString;
      return Codegen;
    }
    codegen.verbose = false;
    function safeFunctionName(name) {
      if (!name)
        return "";
      name = String(name).replace(/[^\w$]/g, "");
      if (!name)
        return "";
      if (/^\d/.test(name))
        name = "_" + name;
      return reservedRe.test(name) ? name + "_" : name;
    }
  }
});

// node_modules/@protobufjs/fetch/util/fs.js
var require_fs = __commonJS({
  "node_modules/@protobufjs/fetch/util/fs.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var fs = null;
    try {
      fs = require(
        /* webpackIgnore: true */
        "fs"
      );
      if (!fs || !fs.readFile || !fs.readFileSync)
        fs = null;
    } catch (e) {
    }
    module2.exports = fs;
  }
});

// node_modules/@protobufjs/fetch/index.js
var require_fetch = __commonJS({
  "node_modules/@protobufjs/fetch/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = fetch;
    var asPromise = require_aspromise();
    var fs = require_fs();
    function fetch(filename, options, callback) {
      if (typeof options === "function") {
        callback = options;
        options = {};
      } else if (!options)
        options = {};
      if (!callback)
        return asPromise(fetch, this, filename, options);
      if (!options.xhr && fs && fs.readFile)
        return fs.readFile(filename, function fetchReadFileCallback(err, contents) {
          return err && typeof XMLHttpRequest !== "undefined" ? fetch.xhr(filename, options, callback) : err ? callback(err) : callback(null, options.binary ? contents : contents.toString("utf8"));
        });
      return fetch.xhr(filename, options, callback);
    }
    fetch.xhr = function fetch_xhr(filename, options, callback) {
      var xhr = new XMLHttpRequest();
      xhr.onreadystatechange = function fetchOnReadyStateChange() {
        if (xhr.readyState !== 4)
          return void 0;
        if (xhr.status !== 0 && xhr.status !== 200)
          return callback(Error("status " + xhr.status));
        if (options.binary) {
          var buffer = xhr.response;
          if (!buffer) {
            buffer = [];
            for (var i2 = 0; i2 < xhr.responseText.length; ++i2)
              buffer.push(xhr.responseText.charCodeAt(i2) & 255);
          }
          return callback(null, typeof Uint8Array !== "undefined" ? new Uint8Array(buffer) : buffer);
        }
        return callback(null, xhr.responseText);
      };
      if (options.binary) {
        if ("overrideMimeType" in xhr)
          xhr.overrideMimeType("text/plain; charset=x-user-defined");
        xhr.responseType = "arraybuffer";
      }
      xhr.open("GET", filename);
      xhr.send();
    };
  }
});

// node_modules/@protobufjs/path/index.js
var require_path = __commonJS({
  "node_modules/@protobufjs/path/index.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var path = exports2;
    var isAbsolute = (
      /**
       * Tests if the specified path is absolute.
       * @param {string} path Path to test
       * @returns {boolean} `true` if path is absolute
       */
      path.isAbsolute = function isAbsolute2(path2) {
        return /^(?:\/|\w+:)/.test(path2);
      }
    );
    var normalize = (
      /**
       * Normalizes the specified path.
       * @param {string} path Path to normalize
       * @returns {string} Normalized path
       */
      path.normalize = function normalize2(path2) {
        path2 = path2.replace(/\\/g, "/").replace(/\/{2,}/g, "/");
        var parts = path2.split("/"), absolute = isAbsolute(path2), prefix = "";
        if (absolute)
          prefix = parts.shift() + "/";
        for (var i2 = 0; i2 < parts.length; ) {
          if (parts[i2] === "..") {
            if (i2 > 0 && parts[i2 - 1] !== "..")
              parts.splice(--i2, 2);
            else if (absolute)
              parts.splice(i2, 1);
            else
              ++i2;
          } else if (parts[i2] === ".")
            parts.splice(i2, 1);
          else
            ++i2;
        }
        return prefix + parts.join("/");
      }
    );
    path.resolve = function resolve(originPath, includePath, alreadyNormalized) {
      if (!alreadyNormalized)
        includePath = normalize(includePath);
      if (isAbsolute(includePath))
        return includePath;
      if (!alreadyNormalized)
        originPath = normalize(originPath);
      return (originPath = originPath.replace(/(?:\/|^)[^/]+$/, "")).length ? normalize(originPath + "/" + includePath) : includePath;
    };
  }
});

// node_modules/protobufjs/src/util/patterns.js
var require_patterns = __commonJS({
  "node_modules/protobufjs/src/util/patterns.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var patterns = exports2;
    patterns.numberRe = /^(?![eE])[0-9]*(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/;
    patterns.typeRefRe = /^(?:\.?[a-zA-Z_][a-zA-Z_0-9]*)(?:\.[a-zA-Z_][a-zA-Z_0-9]*)*$/;
    patterns.reservedRe = /^(?:do|if|in|for|let|new|try|var|case|else|enum|eval|false|null|this|true|void|with|break|catch|class|const|super|throw|while|yield|delete|export|import|public|return|static|switch|typeof|default|extends|finally|package|private|continue|debugger|function|arguments|interface|protected|implements|instanceof)$/;
  }
});

// node_modules/protobufjs/src/util/fs.js
var require_fs2 = __commonJS({
  "node_modules/protobufjs/src/util/fs.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var fs = null;
    try {
      fs = require(
        /* webpackIgnore: true */
        "fs"
      );
      if (!fs || !fs.readFile || !fs.readFileSync)
        fs = null;
    } catch (e) {
    }
    module2.exports = fs;
  }
});

// node_modules/protobufjs/src/namespace.js
var require_namespace = __commonJS({
  "node_modules/protobufjs/src/namespace.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Namespace;
    var ReflectionObject = require_object();
    ((Namespace.prototype = Object.create(ReflectionObject.prototype)).constructor = Namespace).className = "Namespace";
    var Field = require_field();
    var util = require_util();
    var OneOf = require_oneof();
    var Type;
    var Service;
    var Enum;
    Namespace.fromJSON = function fromJSON(name, json, depth) {
      depth = util.checkDepth(depth);
      return new Namespace(name, json.options).addJSON(json.nested, depth);
    };
    function arrayToJSON(array, toJSONOptions) {
      if (!(array && array.length))
        return void 0;
      var obj = {};
      for (var i2 = 0; i2 < array.length; ++i2)
        obj[array[i2].name] = array[i2].toJSON(toJSONOptions);
      return obj;
    }
    Namespace.arrayToJSON = arrayToJSON;
    Namespace.isReservedId = function isReservedId(reserved, id) {
      if (reserved) {
        for (var i2 = 0; i2 < reserved.length; ++i2)
          if (typeof reserved[i2] !== "string" && reserved[i2][0] <= id && reserved[i2][1] > id)
            return true;
      }
      return false;
    };
    Namespace.isReservedName = function isReservedName(reserved, name) {
      if (reserved) {
        for (var i2 = 0; i2 < reserved.length; ++i2)
          if (reserved[i2] === name)
            return true;
      }
      return false;
    };
    function Namespace(name, options) {
      ReflectionObject.call(this, name, options);
      this.nested = void 0;
      this._nestedArray = null;
      this._lookupCache = /* @__PURE__ */ Object.create(null);
      this._needsRecursiveFeatureResolution = true;
      this._needsRecursiveResolve = true;
    }
    function clearCache(namespace) {
      namespace._nestedArray = null;
      namespace._lookupCache = /* @__PURE__ */ Object.create(null);
      var parent = namespace;
      while (parent = parent.parent) {
        parent._lookupCache = /* @__PURE__ */ Object.create(null);
      }
      return namespace;
    }
    Object.defineProperty(Namespace.prototype, "nestedArray", {
      get: function() {
        return this._nestedArray || (this._nestedArray = util.toArray(this.nested));
      }
    });
    Namespace.prototype.toJSON = function toJSON(toJSONOptions) {
      return util.toObject([
        "options",
        this.options,
        "nested",
        arrayToJSON(this.nestedArray, toJSONOptions)
      ]);
    };
    Namespace.prototype.addJSON = function addJSON(nestedJson, depth) {
      depth = util.checkDepth(depth);
      var ns = this;
      if (nestedJson) {
        for (var names = Object.keys(nestedJson), i2 = 0, nested; i2 < names.length; ++i2) {
          nested = nestedJson[names[i2]];
          ns.add(
            // most to least likely
            (nested.fields !== void 0 ? Type.fromJSON : nested.values !== void 0 ? Enum.fromJSON : nested.methods !== void 0 ? Service.fromJSON : nested.id !== void 0 ? Field.fromJSON : Namespace.fromJSON)(names[i2], nested, depth + 1)
          );
        }
      }
      return this;
    };
    Namespace.prototype.get = function get(name) {
      return this.nested && Object.prototype.hasOwnProperty.call(this.nested, name) ? this.nested[name] : null;
    };
    Namespace.prototype.getEnum = function getEnum(name) {
      if (this.nested && Object.prototype.hasOwnProperty.call(this.nested, name) && this.nested[name] instanceof Enum)
        return this.nested[name].values;
      throw Error("no such enum: " + name);
    };
    Namespace.prototype.add = function add(object) {
      if (!(object instanceof Field && object.extend !== void 0 || object instanceof Type || object instanceof OneOf || object instanceof Enum || object instanceof Service || object instanceof Namespace))
        throw TypeError("object must be a valid nested object");
      if (object.name === "__proto__")
        return this;
      if (!this.nested)
        this.nested = {};
      else {
        var prev = this.get(object.name);
        if (prev) {
          if (prev instanceof Namespace && object instanceof Namespace && !(prev instanceof Type || prev instanceof Service)) {
            var nested = prev.nestedArray;
            for (var i2 = 0; i2 < nested.length; ++i2)
              object.add(nested[i2]);
            this.remove(prev);
            if (!this.nested)
              this.nested = {};
            object.setOptions(prev.options, true);
          } else
            throw Error("duplicate name '" + object.name + "' in " + this);
        }
      }
      this.nested[object.name] = object;
      if (!(this instanceof Type || this instanceof Service || this instanceof Enum || this instanceof Field)) {
        if (!object._edition) {
          object._edition = object._defaultEdition;
        }
      }
      this._needsRecursiveFeatureResolution = true;
      this._needsRecursiveResolve = true;
      var parent = this;
      while (parent = parent.parent) {
        parent._needsRecursiveFeatureResolution = true;
        parent._needsRecursiveResolve = true;
      }
      object.onAdd(this);
      return clearCache(this);
    };
    Namespace.prototype.remove = function remove(object) {
      if (!(object instanceof ReflectionObject))
        throw TypeError("object must be a ReflectionObject");
      if (object.parent !== this)
        throw Error(object + " is not a member of " + this);
      delete this.nested[object.name];
      if (!Object.keys(this.nested).length)
        this.nested = void 0;
      object.onRemove(this);
      return clearCache(this);
    };
    Namespace.prototype.define = function define2(path, json) {
      if (util.isString(path))
        path = path.split(".");
      else if (!Array.isArray(path))
        throw TypeError("illegal path");
      if (path && path.length && path[0] === "")
        throw Error("path must be relative");
      if (path.length > util.recursionLimit)
        throw Error("max depth exceeded");
      var ptr = this;
      while (path.length > 0) {
        var part = path.shift();
        if (ptr.nested && ptr.nested[part]) {
          ptr = ptr.nested[part];
          if (!(ptr instanceof Namespace))
            throw Error("path conflicts with non-namespace objects");
        } else
          ptr.add(ptr = new Namespace(part));
      }
      if (json)
        ptr.addJSON(json);
      return ptr;
    };
    Namespace.prototype.resolveAll = function resolveAll() {
      if (!this._needsRecursiveResolve) return this;
      this._resolveFeaturesRecursive(this._edition);
      var nested = this.nestedArray, i2 = 0;
      this.resolve();
      while (i2 < nested.length)
        if (nested[i2] instanceof Namespace)
          nested[i2++].resolveAll();
        else
          nested[i2++].resolve();
      this._needsRecursiveResolve = false;
      return this;
    };
    Namespace.prototype._resolveFeaturesRecursive = function _resolveFeaturesRecursive(edition) {
      if (!this._needsRecursiveFeatureResolution) return this;
      this._needsRecursiveFeatureResolution = false;
      edition = this._edition || edition;
      ReflectionObject.prototype._resolveFeaturesRecursive.call(this, edition);
      this.nestedArray.forEach((nested) => {
        nested._resolveFeaturesRecursive(edition);
      });
      return this;
    };
    Namespace.prototype.lookup = function lookup(path, filterTypes, parentAlreadyChecked) {
      if (typeof filterTypes === "boolean") {
        parentAlreadyChecked = filterTypes;
        filterTypes = void 0;
      } else if (filterTypes && !Array.isArray(filterTypes))
        filterTypes = [filterTypes];
      if (util.isString(path) && path.length) {
        if (path === ".")
          return this.root;
        path = path.split(".");
      } else if (!path.length)
        return this;
      var flatPath = path.join(".");
      if (path[0] === "")
        return this.root.lookup(path.slice(1), filterTypes);
      var found = this.root._fullyQualifiedObjects && this.root._fullyQualifiedObjects["." + flatPath];
      if (found && (!filterTypes || filterTypes.indexOf(found.constructor) > -1)) {
        return found;
      }
      found = this._lookupImpl(path, flatPath);
      if (found && (!filterTypes || filterTypes.indexOf(found.constructor) > -1)) {
        return found;
      }
      if (parentAlreadyChecked)
        return null;
      var current = this;
      while (current.parent) {
        found = current.parent._lookupImpl(path, flatPath);
        if (found && (!filterTypes || filterTypes.indexOf(found.constructor) > -1)) {
          return found;
        }
        current = current.parent;
      }
      return null;
    };
    Namespace.prototype._lookupImpl = function lookup(path, flatPath) {
      if (Object.prototype.hasOwnProperty.call(this._lookupCache, flatPath)) {
        return this._lookupCache[flatPath];
      }
      var found = this.get(path[0]);
      var exact = null;
      if (found) {
        if (path.length === 1) {
          exact = found;
        } else if (found instanceof Namespace) {
          path = path.slice(1);
          exact = found._lookupImpl(path, path.join("."));
        }
      } else {
        for (var i2 = 0; i2 < this.nestedArray.length; ++i2)
          if (this._nestedArray[i2] instanceof Namespace && (found = this._nestedArray[i2]._lookupImpl(path, flatPath))) {
            exact = found;
            break;
          }
      }
      this._lookupCache[flatPath] = exact;
      return exact;
    };
    Namespace.prototype.lookupType = function lookupType(path) {
      var found = this.lookup(path, [Type]);
      if (!found)
        throw Error("no such type: " + path);
      return found;
    };
    Namespace.prototype.lookupEnum = function lookupEnum(path) {
      var found = this.lookup(path, [Enum]);
      if (!found)
        throw Error("no such Enum '" + path + "' in " + this);
      return found;
    };
    Namespace.prototype.lookupTypeOrEnum = function lookupTypeOrEnum(path) {
      var found = this.lookup(path, [Type, Enum]);
      if (!found)
        throw Error("no such Type or Enum '" + path + "' in " + this);
      return found;
    };
    Namespace.prototype.lookupService = function lookupService(path) {
      var found = this.lookup(path, [Service]);
      if (!found)
        throw Error("no such Service '" + path + "' in " + this);
      return found;
    };
    Namespace._configure = function(Type_, Service_, Enum_) {
      Type = Type_;
      Service = Service_;
      Enum = Enum_;
    };
  }
});

// node_modules/protobufjs/src/mapfield.js
var require_mapfield = __commonJS({
  "node_modules/protobufjs/src/mapfield.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = MapField;
    var Field = require_field();
    ((MapField.prototype = Object.create(Field.prototype)).constructor = MapField).className = "MapField";
    var types2 = require_types();
    var util = require_util();
    function MapField(name, id, keyType, type, options, comment) {
      Field.call(this, name, id, type, void 0, void 0, options, comment);
      if (!util.isString(keyType))
        throw TypeError("keyType must be a string");
      this.keyType = keyType;
      this.resolvedKeyType = null;
      this.map = true;
    }
    MapField.fromJSON = function fromJSON(name, json) {
      return new MapField(name, json.id, json.keyType, json.type, json.options, json.comment);
    };
    MapField.prototype.toJSON = function toJSON(toJSONOptions) {
      var keepComments = toJSONOptions ? Boolean(toJSONOptions.keepComments) : false;
      return util.toObject([
        "keyType",
        this.keyType,
        "type",
        this.type,
        "id",
        this.id,
        "extend",
        this.extend,
        "options",
        this.options,
        "comment",
        keepComments ? this.comment : void 0
      ]);
    };
    MapField.prototype.resolve = function resolve() {
      if (this.resolved)
        return this;
      if (types2.mapKey[this.keyType] === void 0)
        throw Error("invalid key type: " + this.keyType);
      return Field.prototype.resolve.call(this);
    };
    MapField.d = function decorateMapField(fieldId, fieldKeyType, fieldValueType) {
      if (typeof fieldValueType === "function")
        fieldValueType = util.decorateType(fieldValueType).name;
      else if (fieldValueType && typeof fieldValueType === "object")
        fieldValueType = util.decorateEnum(fieldValueType).name;
      return function mapFieldDecorator(prototype, fieldName) {
        util.decorateType(prototype.constructor).add(new MapField(fieldName, fieldId, fieldKeyType, fieldValueType));
      };
    };
  }
});

// node_modules/protobufjs/src/method.js
var require_method = __commonJS({
  "node_modules/protobufjs/src/method.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Method;
    var ReflectionObject = require_object();
    ((Method.prototype = Object.create(ReflectionObject.prototype)).constructor = Method).className = "Method";
    var util = require_util();
    function Method(name, type, requestType, responseType, requestStream, responseStream, options, comment, parsedOptions) {
      if (util.isObject(requestStream)) {
        options = requestStream;
        requestStream = responseStream = void 0;
      } else if (util.isObject(responseStream)) {
        options = responseStream;
        responseStream = void 0;
      }
      if (!(type === void 0 || util.isString(type)))
        throw TypeError("type must be a string");
      if (!util.isString(requestType))
        throw TypeError("requestType must be a string");
      if (!util.isString(responseType))
        throw TypeError("responseType must be a string");
      ReflectionObject.call(this, name, options);
      this.type = type || "rpc";
      this.requestType = requestType;
      this.requestStream = requestStream ? true : void 0;
      this.responseType = responseType;
      this.responseStream = responseStream ? true : void 0;
      this.resolvedRequestType = null;
      this.resolvedResponseType = null;
      this.comment = comment;
      this.parsedOptions = parsedOptions;
    }
    Method.fromJSON = function fromJSON(name, json) {
      return new Method(name, json.type, json.requestType, json.responseType, json.requestStream, json.responseStream, json.options, json.comment, json.parsedOptions);
    };
    Method.prototype.toJSON = function toJSON(toJSONOptions) {
      var keepComments = toJSONOptions ? Boolean(toJSONOptions.keepComments) : false;
      return util.toObject([
        "type",
        this.type !== "rpc" && /* istanbul ignore next */
        this.type || void 0,
        "requestType",
        this.requestType,
        "requestStream",
        this.requestStream,
        "responseType",
        this.responseType,
        "responseStream",
        this.responseStream,
        "options",
        this.options,
        "comment",
        keepComments ? this.comment : void 0,
        "parsedOptions",
        this.parsedOptions
      ]);
    };
    Method.prototype.resolve = function resolve() {
      if (this.resolved)
        return this;
      this.resolvedRequestType = this.parent.lookupType(this.requestType);
      this.resolvedResponseType = this.parent.lookupType(this.responseType);
      return ReflectionObject.prototype.resolve.call(this);
    };
  }
});

// node_modules/protobufjs/src/service.js
var require_service2 = __commonJS({
  "node_modules/protobufjs/src/service.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Service;
    var Namespace = require_namespace();
    ((Service.prototype = Object.create(Namespace.prototype)).constructor = Service).className = "Service";
    var Method = require_method();
    var util = require_util();
    var rpc = require_rpc();
    function Service(name, options) {
      Namespace.call(this, name, options);
      this.methods = {};
      this._methodsArray = null;
    }
    Service.fromJSON = function fromJSON(name, json, depth) {
      depth = util.checkDepth(depth);
      var service = new Service(name, json.options);
      if (json.methods)
        for (var names = Object.keys(json.methods), i2 = 0; i2 < names.length; ++i2)
          service.add(Method.fromJSON(names[i2], json.methods[names[i2]]));
      if (json.nested)
        service.addJSON(json.nested, depth);
      if (json.edition)
        service._edition = json.edition;
      service.comment = json.comment;
      service._defaultEdition = "proto3";
      return service;
    };
    Service.prototype.toJSON = function toJSON(toJSONOptions) {
      var inherited = Namespace.prototype.toJSON.call(this, toJSONOptions);
      var keepComments = toJSONOptions ? Boolean(toJSONOptions.keepComments) : false;
      return util.toObject([
        "edition",
        this._editionToJSON(),
        "options",
        inherited && inherited.options || void 0,
        "methods",
        Namespace.arrayToJSON(this.methodsArray, toJSONOptions) || /* istanbul ignore next */
        {},
        "nested",
        inherited && inherited.nested || void 0,
        "comment",
        keepComments ? this.comment : void 0
      ]);
    };
    Object.defineProperty(Service.prototype, "methodsArray", {
      get: function() {
        return this._methodsArray || (this._methodsArray = util.toArray(this.methods));
      }
    });
    function clearCache(service) {
      service._methodsArray = null;
      return service;
    }
    Service.prototype.get = function get(name) {
      return Object.prototype.hasOwnProperty.call(this.methods, name) ? this.methods[name] : Namespace.prototype.get.call(this, name);
    };
    Service.prototype.resolveAll = function resolveAll() {
      if (!this._needsRecursiveResolve) return this;
      Namespace.prototype.resolve.call(this);
      var methods = this.methodsArray;
      for (var i2 = 0; i2 < methods.length; ++i2)
        methods[i2].resolve();
      return this;
    };
    Service.prototype._resolveFeaturesRecursive = function _resolveFeaturesRecursive(edition) {
      if (!this._needsRecursiveFeatureResolution) return this;
      edition = this._edition || edition;
      Namespace.prototype._resolveFeaturesRecursive.call(this, edition);
      this.methodsArray.forEach((method) => {
        method._resolveFeaturesRecursive(edition);
      });
      return this;
    };
    Service.prototype.add = function add(object) {
      if (this.get(object.name))
        throw Error("duplicate name '" + object.name + "' in " + this);
      if (object instanceof Method) {
        if (object.name === "__proto__")
          return this;
        this.methods[object.name] = object;
        object.parent = this;
        return clearCache(this);
      }
      return Namespace.prototype.add.call(this, object);
    };
    Service.prototype.remove = function remove(object) {
      if (object instanceof Method) {
        if (this.methods[object.name] !== object)
          throw Error(object + " is not a member of " + this);
        delete this.methods[object.name];
        object.parent = null;
        return clearCache(this);
      }
      return Namespace.prototype.remove.call(this, object);
    };
    Service.prototype.create = function create(rpcImpl, requestDelimited, responseDelimited) {
      var rpcService = new rpc.Service(rpcImpl, requestDelimited, responseDelimited);
      for (var i2 = 0, method; i2 < /* initializes */
      this.methodsArray.length; ++i2) {
        var methodName = util.lcFirst((method = this._methodsArray[i2]).resolve().name).replace(/[^$\w_]/g, "");
        rpcService[methodName] = /* @__PURE__ */ (function(method2, requestType, responseType) {
          return function rpcMethod(request, callback) {
            return rpc.Service.prototype.rpcCall.call(this, method2, requestType, responseType, request, callback);
          };
        })(method, method.resolvedRequestType.ctor, method.resolvedResponseType.ctor);
      }
      return rpcService;
    };
  }
});

// node_modules/protobufjs/src/message.js
var require_message = __commonJS({
  "node_modules/protobufjs/src/message.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Message;
    var util = require_minimal();
    function Message(properties) {
      if (properties)
        for (var keys = Object.keys(properties), i2 = 0; i2 < keys.length; ++i2) {
          var key = keys[i2];
          if (key === "__proto__")
            continue;
          this[key] = properties[key];
        }
    }
    Message.create = function create(properties) {
      return this.$type.create(properties);
    };
    Message.encode = function encode(message, writer) {
      return this.$type.encode(message, writer);
    };
    Message.encodeDelimited = function encodeDelimited(message, writer) {
      return this.$type.encodeDelimited(message, writer);
    };
    Message.decode = function decode(reader) {
      return this.$type.decode(reader);
    };
    Message.decodeDelimited = function decodeDelimited(reader) {
      return this.$type.decodeDelimited(reader);
    };
    Message.verify = function verify(message) {
      return this.$type.verify(message);
    };
    Message.fromObject = function fromObject(object) {
      return this.$type.fromObject(object);
    };
    Message.toObject = function toObject(message, options) {
      return this.$type.toObject(message, options);
    };
    Message.prototype.toJSON = function toJSON() {
      return this.$type.toObject(this, util.toJSONOptions);
    };
  }
});

// node_modules/protobufjs/src/decoder.js
var require_decoder = __commonJS({
  "node_modules/protobufjs/src/decoder.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = decoder;
    var Enum = require_enum();
    var types2 = require_types();
    var util = require_util();
    function missing(field) {
      return "missing required '" + field.name + "'";
    }
    function decoder(mtype) {
      var gen = util.codegen(["r", "l", "e", "n"], mtype.name + "$decode")("if(!(r instanceof Reader))")("r=Reader.create(r)")("if(n===undefined)n=0")("if(n>Reader.recursionLimit)")('throw Error("maximum nesting depth exceeded")')("var c,m" + (mtype.fieldsArray.filter(function(field2) {
        return field2.map;
      }).length ? ",k,value" : ""))("if(l===undefined)")("c=r.len")("else{")("c=r.pos+l")("if(c>r.len)")('throw RangeError("index out of range")')("l=r.len")("r.len=c")("}")("m=new this.ctor")("while(r.pos<c){")("var t=r.uint32()")("if(t===e)")("break")("switch(t>>>3){");
      var i2 = 0;
      for (; i2 < /* initializes */
      mtype.fieldsArray.length; ++i2) {
        var field = mtype._fieldsArray[i2].resolve(), type = field.resolvedType instanceof Enum ? "int32" : field.type, ref = "m" + util.safeProp(field.name);
        gen("case %i: {", field.id);
        if (field.map) {
          gen("if(%s===util.emptyObject)", ref)("%s={}", ref)("var c2=r.uint32()+r.pos")("if(c2>r.len)")('throw RangeError("index out of range")')("r.len=c2");
          if (types2.defaults[field.keyType] !== void 0) gen("k=%j", types2.defaults[field.keyType]);
          else gen("k=null");
          if (types2.defaults[type] !== void 0) gen("value=%j", types2.defaults[type]);
          else gen("value=null");
          gen("while(r.pos<c2){")("var tag2=r.uint32()")("switch(tag2>>>3){")("case 1: k=r.%s(); break", field.keyType)("case 2:");
          if (types2.basic[type] === void 0) gen("value=types[%i].decode(r,r.uint32(),undefined,n+1)", i2);
          else gen("value=r.%s()", type);
          gen("break")("default:")("r.skipType(tag2&7,n)")("break")("}")("}")("if(r.pos!==c2)")('throw RangeError("index out of range")')("r.len=c");
          if (types2.long[field.keyType] !== void 0) gen('%s[typeof k==="object"?util.longToHash(k):k]=value', ref);
          else {
            if (field.keyType === "string") gen('if(k==="__proto__")')("util.makeProp(%s,k)", ref);
            gen("%s[k]=value", ref);
          }
        } else if (field.repeated) {
          gen("if(!(%s&&%s.length))", ref, ref)("%s=[]", ref);
          if (types2.packed[type] !== void 0) gen("if((t&7)===2){")("var c2=r.uint32()+r.pos")("if(c2>r.len)")('throw RangeError("index out of range")')("r.len=c2")("while(r.pos<c2)")("%s.push(r.%s())", ref, type)("if(r.pos!==c2)")('throw RangeError("index out of range")')("r.len=c")("}else");
          if (types2.basic[type] === void 0) gen(field.delimited ? "%s.push(types[%i].decode(r,undefined,((t&~7)|4),n+1))" : "%s.push(types[%i].decode(r,r.uint32(),undefined,n+1))", ref, i2);
          else gen("%s.push(r.%s())", ref, type);
        } else if (types2.basic[type] === void 0) gen(field.delimited ? "%s=types[%i].decode(r,undefined,((t&~7)|4),n+1)" : "%s=types[%i].decode(r,r.uint32(),undefined,n+1)", ref, i2);
        else gen("%s=r.%s()", ref, type);
        gen("break")("}");
      }
      gen("default:")("r.skipType(t&7,n)")("break")("}")("}");
      gen("if(l!==undefined){")("if(r.pos!==c)")('throw RangeError("index out of range")')("r.len=l")("}");
      for (i2 = 0; i2 < mtype._fieldsArray.length; ++i2) {
        var rfield = mtype._fieldsArray[i2];
        if (rfield.required) gen("if(!Object.hasOwnProperty.call(m,%j))", rfield.name)("throw util.ProtocolError(%j,{instance:m})", missing(rfield));
      }
      return gen("return m");
    }
  }
});

// node_modules/protobufjs/src/verifier.js
var require_verifier = __commonJS({
  "node_modules/protobufjs/src/verifier.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = verifier;
    var Enum = require_enum();
    var util = require_util();
    function invalid(field, expected) {
      return field.name + ": " + expected + (field.repeated && expected !== "array" ? "[]" : field.map && expected !== "object" ? "{k:" + field.keyType + "}" : "") + " expected";
    }
    function genVerifyValue(gen, field, fieldIndex, ref) {
      if (field.resolvedType) {
        if (field.resolvedType instanceof Enum) {
          gen("switch(%s){", ref)("default:")("return%j", invalid(field, "enum value"));
          for (var keys = Object.keys(field.resolvedType.values), j = 0; j < keys.length; ++j) gen("case %i:", field.resolvedType.values[keys[j]]);
          gen("break")("}");
        } else {
          gen("{")("var e=types[%i].verify(%s,n+1);", fieldIndex, ref)("if(e)")("return%j+e", field.name + ".")("}");
        }
      } else {
        switch (field.type) {
          case "int32":
          case "uint32":
          case "sint32":
          case "fixed32":
          case "sfixed32":
            gen("if(!util.isInteger(%s))", ref)("return%j", invalid(field, "integer"));
            break;
          case "int64":
          case "uint64":
          case "sint64":
          case "fixed64":
          case "sfixed64":
            gen("if(!util.isInteger(%s)&&!(%s&&util.isInteger(%s.low)&&util.isInteger(%s.high)))", ref, ref, ref, ref)("return%j", invalid(field, "integer|Long"));
            break;
          case "float":
          case "double":
            gen('if(typeof %s!=="number")', ref)("return%j", invalid(field, "number"));
            break;
          case "bool":
            gen('if(typeof %s!=="boolean")', ref)("return%j", invalid(field, "boolean"));
            break;
          case "string":
            gen("if(!util.isString(%s))", ref)("return%j", invalid(field, "string"));
            break;
          case "bytes":
            gen('if(!(%s&&typeof %s.length==="number"||util.isString(%s)))', ref, ref, ref)("return%j", invalid(field, "buffer"));
            break;
        }
      }
      return gen;
    }
    function genVerifyKey(gen, field, ref) {
      switch (field.keyType) {
        case "int32":
        case "uint32":
        case "sint32":
        case "fixed32":
        case "sfixed32":
          gen("if(!util.key32Re.test(%s))", ref)("return%j", invalid(field, "integer key"));
          break;
        case "int64":
        case "uint64":
        case "sint64":
        case "fixed64":
        case "sfixed64":
          gen("if(!util.key64Re.test(%s))", ref)("return%j", invalid(field, "integer|Long key"));
          break;
        case "bool":
          gen("if(!util.key2Re.test(%s))", ref)("return%j", invalid(field, "boolean key"));
          break;
      }
      return gen;
    }
    function verifier(mtype) {
      var gen = util.codegen(["m", "n"], mtype.name + "$verify")('if(typeof m!=="object"||m===null)')("return%j", "object expected")("if(n===undefined)n=0")("if(n>util.recursionLimit)")("return%j", "maximum nesting depth exceeded");
      var oneofs = mtype.oneofsArray, seenFirstField = {};
      if (oneofs.length) gen("var p={}");
      for (var i2 = 0; i2 < /* initializes */
      mtype.fieldsArray.length; ++i2) {
        var field = mtype._fieldsArray[i2].resolve(), ref = "m" + util.safeProp(field.name);
        if (field.optional) gen("if(%s!=null&&Object.hasOwnProperty.call(m,%j)){", ref, field.name);
        if (field.map) {
          gen("if(!util.isObject(%s))", ref)("return%j", invalid(field, "object"))("var k=Object.keys(%s)", ref)("for(var i=0;i<k.length;++i){");
          genVerifyKey(gen, field, "k[i]");
          genVerifyValue(gen, field, i2, ref + "[k[i]]")("}");
        } else if (field.repeated) {
          gen("if(!Array.isArray(%s))", ref)("return%j", invalid(field, "array"))("for(var i=0;i<%s.length;++i){", ref);
          genVerifyValue(gen, field, i2, ref + "[i]")("}");
        } else {
          if (field.partOf) {
            var oneofProp = util.safeProp(field.partOf.name);
            if (seenFirstField[field.partOf.name] === 1) gen("if(p%s===1)", oneofProp)("return%j", field.partOf.name + ": multiple values");
            seenFirstField[field.partOf.name] = 1;
            gen("p%s=1", oneofProp);
          }
          genVerifyValue(gen, field, i2, ref);
        }
        if (field.optional) gen("}");
      }
      return gen("return null");
    }
  }
});

// node_modules/protobufjs/src/converter.js
var require_converter = __commonJS({
  "node_modules/protobufjs/src/converter.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var converter = exports2;
    var Enum = require_enum();
    var util = require_util();
    function genValuePartial_fromObject(gen, field, fieldIndex, prop) {
      var defaultAlreadyEmitted = false;
      if (field.resolvedType) {
        if (field.resolvedType instanceof Enum) {
          gen("switch(d%s){", prop);
          for (var values = field.resolvedType.values, keys = Object.keys(values), i2 = 0; i2 < keys.length; ++i2) {
            if (values[keys[i2]] === field.typeDefault && !defaultAlreadyEmitted) {
              gen("default:")('if(typeof(d%s)==="number"){m%s=d%s;break}', prop, prop, prop);
              if (!field.repeated) gen("break");
              defaultAlreadyEmitted = true;
            }
            gen("case%j:", keys[i2])("case %i:", values[keys[i2]])("m%s=%j", prop, values[keys[i2]])("break");
          }
          gen("}");
        } else gen("if(!util.isObject(d%s))", prop)("throw TypeError(%j)", field.fullName + ": object expected")("m%s=types[%i].fromObject(d%s,n+1)", prop, fieldIndex, prop);
      } else {
        var isUnsigned = false;
        switch (field.type) {
          case "double":
          case "float":
            gen("m%s=Number(d%s)", prop, prop);
            break;
          case "uint32":
          case "fixed32":
            gen("m%s=d%s>>>0", prop, prop);
            break;
          case "int32":
          case "sint32":
          case "sfixed32":
            gen("m%s=d%s|0", prop, prop);
            break;
          case "uint64":
          case "fixed64":
            isUnsigned = true;
          // eslint-disable-next-line no-fallthrough
          case "int64":
          case "sint64":
          case "sfixed64":
            gen("if(util.Long)")("m%s=util.Long.fromValue(d%s,%j)", prop, prop, isUnsigned)('else if(typeof d%s==="string")', prop)("m%s=parseInt(d%s,10)", prop, prop)('else if(typeof d%s==="number")', prop)("m%s=d%s", prop, prop)('else if(typeof d%s==="object")', prop)("m%s=new util.LongBits(d%s.low>>>0,d%s.high>>>0).toNumber(%s)", prop, prop, prop, isUnsigned ? "true" : "");
            break;
          case "bytes":
            gen('if(typeof d%s==="string")', prop)("util.base64.decode(d%s,m%s=util.newBuffer(util.base64.length(d%s)),0)", prop, prop, prop)("else if(d%s.length >= 0)", prop)("m%s=d%s", prop, prop);
            break;
          case "string":
            gen("m%s=String(d%s)", prop, prop);
            break;
          case "bool":
            gen("m%s=Boolean(d%s)", prop, prop);
            break;
        }
      }
      return gen;
    }
    converter.fromObject = function fromObject(mtype) {
      var fields = mtype.fieldsArray;
      var gen = util.codegen(["d", "n"], mtype.name + "$fromObject")("if(d instanceof this.ctor)")("return d");
      if (!fields.length) return gen("return new this.ctor");
      gen("if(!util.isObject(d))")("throw TypeError(%j)", mtype.fullName + ": object expected")("if(n===undefined)n=0")("if(n>util.recursionLimit)")('throw Error("maximum nesting depth exceeded")');
      gen("var m=new this.ctor");
      for (var i2 = 0; i2 < fields.length; ++i2) {
        var field = fields[i2].resolve(), prop = util.safeProp(field.name);
        if (field.map) {
          gen("if(d%s){", prop)("if(!util.isObject(d%s))", prop)("throw TypeError(%j)", field.fullName + ": object expected")("m%s={}", prop)("for(var ks=Object.keys(d%s),i=0;i<ks.length;++i){", prop);
          gen('if(ks[i]==="__proto__")')("util.makeProp(m%s,ks[i])", prop);
          genValuePartial_fromObject(
            gen,
            field,
            /* not sorted */
            i2,
            prop + "[ks[i]]"
          )("}")("}");
        } else if (field.repeated) {
          gen("if(d%s){", prop)("if(!Array.isArray(d%s))", prop)("throw TypeError(%j)", field.fullName + ": array expected")("m%s=[]", prop)("for(var i=0;i<d%s.length;++i){", prop);
          genValuePartial_fromObject(
            gen,
            field,
            /* not sorted */
            i2,
            prop + "[i]"
          )("}")("}");
        } else {
          if (!(field.resolvedType instanceof Enum)) gen("if(d%s!=null){", prop);
          genValuePartial_fromObject(
            gen,
            field,
            /* not sorted */
            i2,
            prop
          );
          if (!(field.resolvedType instanceof Enum)) gen("}");
        }
      }
      return gen("return m");
    };
    function genValuePartial_toObject(gen, field, fieldIndex, prop) {
      if (field.resolvedType) {
        if (field.resolvedType instanceof Enum) gen("d%s=o.enums===String?(types[%i].values[m%s]===undefined?m%s:types[%i].values[m%s]):m%s", prop, fieldIndex, prop, prop, fieldIndex, prop, prop);
        else gen("d%s=types[%i].toObject(m%s,o,q+1)", prop, fieldIndex, prop);
      } else {
        var isUnsigned = false;
        switch (field.type) {
          case "double":
          case "float":
            gen("d%s=o.json&&!isFinite(m%s)?String(m%s):m%s", prop, prop, prop, prop);
            break;
          case "uint64":
          case "fixed64":
            isUnsigned = true;
          // eslint-disable-next-line no-fallthrough
          case "int64":
          case "sint64":
          case "sfixed64":
            gen('if(typeof BigInt!=="undefined"&&o.longs===BigInt)')('d%s=typeof m%s==="number"?BigInt(m%s):util.Long.fromBits(m%s.low>>>0,m%s.high>>>0,%j).toBigInt()', prop, prop, prop, prop, prop, isUnsigned)('else if(typeof m%s==="number")', prop)("d%s=o.longs===String?String(m%s):m%s", prop, prop, prop)("else")("d%s=o.longs===String?util.Long.prototype.toString.call(m%s):o.longs===Number?new util.LongBits(m%s.low>>>0,m%s.high>>>0).toNumber(%s):m%s", prop, prop, prop, prop, isUnsigned ? "true" : "", prop);
            break;
          case "bytes":
            gen("d%s=o.bytes===String?util.base64.encode(m%s,0,m%s.length):o.bytes===Array?Array.prototype.slice.call(m%s):m%s", prop, prop, prop, prop, prop);
            break;
          default:
            gen("d%s=m%s", prop, prop);
            break;
        }
      }
      return gen;
    }
    converter.toObject = function toObject(mtype) {
      var fields = mtype.fieldsArray.slice().sort(util.compareFieldsById);
      if (!fields.length)
        return util.codegen()("return {}");
      var gen = util.codegen(["m", "o", "q"], mtype.name + "$toObject")("if(!o)")("o={}")("if(q===undefined)q=0")("if(q>util.recursionLimit)")('throw Error("max depth exceeded")')("var d={}");
      var repeatedFields = [], mapFields = [], normalFields = [], i2 = 0;
      for (; i2 < fields.length; ++i2)
        if (!fields[i2].partOf)
          (fields[i2].resolve().repeated ? repeatedFields : fields[i2].map ? mapFields : normalFields).push(fields[i2]);
      if (repeatedFields.length) {
        gen("if(o.arrays||o.defaults){");
        for (i2 = 0; i2 < repeatedFields.length; ++i2) gen("d%s=[]", util.safeProp(repeatedFields[i2].name));
        gen("}");
      }
      if (mapFields.length) {
        gen("if(o.objects||o.defaults){");
        for (i2 = 0; i2 < mapFields.length; ++i2) gen("d%s={}", util.safeProp(mapFields[i2].name));
        gen("}");
      }
      if (normalFields.length) {
        gen("if(o.defaults){");
        for (i2 = 0; i2 < normalFields.length; ++i2) {
          var field = normalFields[i2], prop = util.safeProp(field.name);
          if (field.resolvedType instanceof Enum) gen("d%s=o.enums===String?%j:%j", prop, field.resolvedType.valuesById[field.typeDefault], field.typeDefault);
          else if (field.long) gen("if(util.Long){")("var n=new util.Long(%i,%i,%j)", field.typeDefault.low, field.typeDefault.high, field.typeDefault.unsigned)('d%s=o.longs===String?n.toString():o.longs===Number?n.toNumber():typeof BigInt!=="undefined"&&o.longs===BigInt?n.toBigInt():n', prop)("}else")('d%s=o.longs===String?%j:typeof BigInt!=="undefined"&&o.longs===BigInt?BigInt(%j):%i', prop, field.typeDefault.toString(), field.typeDefault.toString(), field.typeDefault.toNumber());
          else if (field.bytes) {
            var arrayDefault = Array.prototype.slice.call(field.typeDefault);
            gen("if(o.bytes===String)d%s=%j", prop, String.fromCharCode.apply(String, field.typeDefault))("else{")("d%s=%j", prop, arrayDefault)("if(o.bytes!==Array)d%s=util.newBuffer(d%s)", prop, prop)("}");
          } else gen("d%s=%j", prop, field.typeDefault);
        }
        gen("}");
      }
      var hasKs2 = false;
      for (i2 = 0; i2 < fields.length; ++i2) {
        var field = fields[i2], index = mtype._fieldsArray.indexOf(field), prop = util.safeProp(field.name);
        if (field.map) {
          if (!hasKs2) {
            hasKs2 = true;
            gen("var ks2");
          }
          gen("if(m%s&&(ks2=Object.keys(m%s)).length){", prop, prop)("d%s={}", prop)("for(var j=0;j<ks2.length;++j){");
          gen('if(ks2[j]==="__proto__")')("util.makeProp(d%s,ks2[j])", prop);
          genValuePartial_toObject(
            gen,
            field,
            /* sorted */
            index,
            prop + "[ks2[j]]"
          )("}");
        } else if (field.repeated) {
          gen("if(m%s&&m%s.length){", prop, prop)("d%s=[]", prop)("for(var j=0;j<m%s.length;++j){", prop);
          genValuePartial_toObject(
            gen,
            field,
            /* sorted */
            index,
            prop + "[j]"
          )("}");
        } else {
          gen("if(m%s!=null&&Object.hasOwnProperty.call(m,%j)){", prop, field.name);
          genValuePartial_toObject(
            gen,
            field,
            /* sorted */
            index,
            prop
          );
          if (field.partOf) gen("if(o.oneofs)")("d%s=%j", util.safeProp(field.partOf.name), field.name);
        }
        gen("}");
      }
      return gen("return d");
    };
  }
});

// node_modules/protobufjs/src/wrappers.js
var require_wrappers = __commonJS({
  "node_modules/protobufjs/src/wrappers.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var wrappers = exports2;
    var Message = require_message();
    var util = require_minimal();
    wrappers[".google.protobuf.Any"] = {
      fromObject: function(object, depth) {
        if (depth === void 0)
          depth = 0;
        if (depth > util.recursionLimit)
          throw Error("max depth exceeded");
        if (object && object["@type"]) {
          var name = object["@type"].substring(object["@type"].lastIndexOf("/") + 1);
          var type = this.lookup(name);
          if (type) {
            var type_url = object["@type"].charAt(0) === "." ? object["@type"].slice(1) : object["@type"];
            if (type_url.indexOf("/") === -1) {
              type_url = "/" + type_url;
            }
            return this.create({
              type_url,
              value: type.encode(type.fromObject(object, depth + 1)).finish()
            });
          }
        }
        return this.fromObject(object, depth);
      },
      toObject: function(message, options, depth) {
        if (depth === void 0)
          depth = 0;
        if (depth > util.recursionLimit)
          throw Error("max depth exceeded");
        var googleApi = "type.googleapis.com/";
        var prefix = "";
        var name = "";
        if (options && options.json && message.type_url && message.value) {
          name = message.type_url.substring(message.type_url.lastIndexOf("/") + 1);
          prefix = message.type_url.substring(0, message.type_url.lastIndexOf("/") + 1);
          var type = this.lookup(name);
          if (type)
            message = type.decode(message.value, void 0, void 0, depth + 1);
        }
        if (!(message instanceof this.ctor) && message instanceof Message) {
          var object = message.$type.toObject(message, options, depth + 1);
          var messageName = message.$type.fullName[0] === "." ? message.$type.fullName.slice(1) : message.$type.fullName;
          if (prefix === "") {
            prefix = googleApi;
          }
          name = prefix + messageName;
          object["@type"] = name;
          return object;
        }
        return this.toObject(message, options, depth);
      }
    };
  }
});

// node_modules/protobufjs/src/type.js
var require_type = __commonJS({
  "node_modules/protobufjs/src/type.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Type;
    var Namespace = require_namespace();
    ((Type.prototype = Object.create(Namespace.prototype)).constructor = Type).className = "Type";
    var Enum = require_enum();
    var OneOf = require_oneof();
    var Field = require_field();
    var MapField = require_mapfield();
    var Service = require_service2();
    var Message = require_message();
    var Reader = require_reader();
    var Writer = require_writer();
    var util = require_util();
    var encoder = require_encoder();
    var decoder = require_decoder();
    var verifier = require_verifier();
    var converter = require_converter();
    var wrappers = require_wrappers();
    function Type(name, options) {
      name = name.replace(/\W/g, "");
      Namespace.call(this, name, options);
      this.fields = {};
      this.oneofs = void 0;
      this.extensions = void 0;
      this.reserved = void 0;
      this.group = void 0;
      this._fieldsById = null;
      this._fieldsArray = null;
      this._oneofsArray = null;
      this._ctor = null;
    }
    Object.defineProperties(Type.prototype, {
      /**
       * Message fields by id.
       * @name Type#fieldsById
       * @type {Object.<number,Field>}
       * @readonly
       */
      fieldsById: {
        get: function() {
          if (this._fieldsById)
            return this._fieldsById;
          this._fieldsById = {};
          for (var names = Object.keys(this.fields), i2 = 0; i2 < names.length; ++i2) {
            var field = this.fields[names[i2]], id = field.id;
            if (this._fieldsById[id])
              throw Error("duplicate id " + id + " in " + this);
            this._fieldsById[id] = field;
          }
          return this._fieldsById;
        }
      },
      /**
       * Fields of this message as an array for iteration.
       * @name Type#fieldsArray
       * @type {Field[]}
       * @readonly
       */
      fieldsArray: {
        get: function() {
          return this._fieldsArray || (this._fieldsArray = util.toArray(this.fields));
        }
      },
      /**
       * Oneofs of this message as an array for iteration.
       * @name Type#oneofsArray
       * @type {OneOf[]}
       * @readonly
       */
      oneofsArray: {
        get: function() {
          return this._oneofsArray || (this._oneofsArray = util.toArray(this.oneofs));
        }
      },
      /**
       * The registered constructor, if any registered, otherwise a generic constructor.
       * Assigning a function replaces the internal constructor. If the function does not extend {@link Message} yet, its prototype will be setup accordingly and static methods will be populated. If it already extends {@link Message}, it will just replace the internal constructor.
       * @name Type#ctor
       * @type {Constructor<{}>}
       */
      ctor: {
        get: function() {
          return this._ctor || (this.ctor = Type.generateConstructor(this)());
        },
        set: function(ctor) {
          var prototype = ctor.prototype;
          if (!(prototype instanceof Message)) {
            (ctor.prototype = new Message()).constructor = ctor;
            util.merge(ctor.prototype, prototype);
          }
          ctor.$type = ctor.prototype.$type = this;
          util.merge(ctor, Message, true);
          this._ctor = ctor;
          var i2 = 0;
          for (; i2 < /* initializes */
          this.fieldsArray.length; ++i2)
            this._fieldsArray[i2].resolve();
          var ctorProperties = {};
          for (i2 = 0; i2 < /* initializes */
          this.oneofsArray.length; ++i2)
            ctorProperties[this._oneofsArray[i2].resolve().name] = {
              get: util.oneOfGetter(this._oneofsArray[i2].oneof),
              set: util.oneOfSetter(this._oneofsArray[i2].oneof)
            };
          if (i2)
            Object.defineProperties(ctor.prototype, ctorProperties);
        }
      }
    });
    Type.generateConstructor = function generateConstructor(mtype) {
      var gen = util.codegen(["p"], mtype.name);
      for (var i2 = 0, field; i2 < mtype.fieldsArray.length; ++i2)
        if ((field = mtype._fieldsArray[i2]).map) gen("this%s={}", util.safeProp(field.name));
        else if (field.repeated) gen("this%s=[]", util.safeProp(field.name));
      return gen('if(p)for(var ks=Object.keys(p),i=0;i<ks.length;++i)if(p[ks[i]]!=null&&ks[i]!=="__proto__")')("this[ks[i]]=p[ks[i]]");
    };
    function clearCache(type) {
      type._fieldsById = type._fieldsArray = type._oneofsArray = null;
      delete type.encode;
      delete type.decode;
      delete type.verify;
      return type;
    }
    Type.fromJSON = function fromJSON(name, json, depth) {
      if (depth === void 0)
        depth = 0;
      if (depth > util.nestingLimit)
        throw Error("max depth exceeded");
      var type = new Type(name, json.options);
      type.extensions = json.extensions;
      type.reserved = json.reserved;
      var names = Object.keys(json.fields), i2 = 0;
      for (; i2 < names.length; ++i2)
        type.add(
          (typeof json.fields[names[i2]].keyType !== "undefined" ? MapField.fromJSON : Field.fromJSON)(names[i2], json.fields[names[i2]])
        );
      if (json.oneofs)
        for (names = Object.keys(json.oneofs), i2 = 0; i2 < names.length; ++i2)
          type.add(OneOf.fromJSON(names[i2], json.oneofs[names[i2]]));
      if (json.nested)
        for (names = Object.keys(json.nested), i2 = 0; i2 < names.length; ++i2) {
          var nested = json.nested[names[i2]];
          type.add(
            // most to least likely
            (nested.id !== void 0 ? Field.fromJSON : nested.fields !== void 0 ? Type.fromJSON : nested.values !== void 0 ? Enum.fromJSON : nested.methods !== void 0 ? Service.fromJSON : Namespace.fromJSON)(names[i2], nested, depth + 1)
          );
        }
      if (json.extensions && json.extensions.length)
        type.extensions = json.extensions;
      if (json.reserved && json.reserved.length)
        type.reserved = json.reserved;
      if (json.group)
        type.group = true;
      if (json.comment)
        type.comment = json.comment;
      if (json.edition)
        type._edition = json.edition;
      type._defaultEdition = "proto3";
      return type;
    };
    Type.prototype.toJSON = function toJSON(toJSONOptions) {
      var inherited = Namespace.prototype.toJSON.call(this, toJSONOptions);
      var keepComments = toJSONOptions ? Boolean(toJSONOptions.keepComments) : false;
      return util.toObject([
        "edition",
        this._editionToJSON(),
        "options",
        inherited && inherited.options || void 0,
        "oneofs",
        Namespace.arrayToJSON(this.oneofsArray, toJSONOptions),
        "fields",
        Namespace.arrayToJSON(this.fieldsArray.filter(function(obj) {
          return !obj.declaringField;
        }), toJSONOptions) || {},
        "extensions",
        this.extensions && this.extensions.length ? this.extensions : void 0,
        "reserved",
        this.reserved && this.reserved.length ? this.reserved : void 0,
        "group",
        this.group || void 0,
        "nested",
        inherited && inherited.nested || void 0,
        "comment",
        keepComments ? this.comment : void 0
      ]);
    };
    Type.prototype.resolveAll = function resolveAll() {
      if (!this._needsRecursiveResolve) return this;
      Namespace.prototype.resolveAll.call(this);
      var oneofs = this.oneofsArray;
      i2 = 0;
      while (i2 < oneofs.length)
        oneofs[i2++].resolve();
      var fields = this.fieldsArray, i2 = 0;
      while (i2 < fields.length)
        fields[i2++].resolve();
      return this;
    };
    Type.prototype._resolveFeaturesRecursive = function _resolveFeaturesRecursive(edition) {
      if (!this._needsRecursiveFeatureResolution) return this;
      edition = this._edition || edition;
      Namespace.prototype._resolveFeaturesRecursive.call(this, edition);
      this.oneofsArray.forEach((oneof) => {
        oneof._resolveFeatures(edition);
      });
      this.fieldsArray.forEach((field) => {
        field._resolveFeatures(edition);
      });
      return this;
    };
    Type.prototype.get = function get(name) {
      if (Object.prototype.hasOwnProperty.call(this.fields, name))
        return this.fields[name];
      if (this.oneofs && Object.prototype.hasOwnProperty.call(this.oneofs, name))
        return this.oneofs[name];
      if (this.nested && Object.prototype.hasOwnProperty.call(this.nested, name))
        return this.nested[name];
      return null;
    };
    Type.prototype.add = function add(object) {
      if (this.get(object.name))
        throw Error("duplicate name '" + object.name + "' in " + this);
      if (object instanceof Field && object.extend === void 0) {
        if (this._fieldsById ? (
          /* istanbul ignore next */
          this._fieldsById[object.id]
        ) : this.fieldsById[object.id])
          throw Error("duplicate id " + object.id + " in " + this);
        if (this.isReservedId(object.id))
          throw Error("id " + object.id + " is reserved in " + this);
        if (this.isReservedName(object.name) || object.name.charAt(0) === "$")
          throw Error("name '" + object.name + "' is reserved in " + this);
        if (object.name === "__proto__")
          return this;
        if (object.parent)
          object.parent.remove(object);
        this.fields[object.name] = object;
        object.message = this;
        object.onAdd(this);
        return clearCache(this);
      }
      if (object instanceof OneOf) {
        if (object.name.charAt(0) === "$")
          throw Error("name '" + object.name + "' is reserved in " + this);
        if (object.name === "__proto__")
          return this;
        if (!this.oneofs)
          this.oneofs = {};
        this.oneofs[object.name] = object;
        object.onAdd(this);
        return clearCache(this);
      }
      return Namespace.prototype.add.call(this, object);
    };
    Type.prototype.remove = function remove(object) {
      if (object instanceof Field && object.extend === void 0) {
        if (!this.fields || this.fields[object.name] !== object)
          throw Error(object + " is not a member of " + this);
        delete this.fields[object.name];
        object.parent = null;
        object.onRemove(this);
        return clearCache(this);
      }
      if (object instanceof OneOf) {
        if (!this.oneofs || this.oneofs[object.name] !== object)
          throw Error(object + " is not a member of " + this);
        delete this.oneofs[object.name];
        object.parent = null;
        object.onRemove(this);
        return clearCache(this);
      }
      return Namespace.prototype.remove.call(this, object);
    };
    Type.prototype.isReservedId = function isReservedId(id) {
      return Namespace.isReservedId(this.reserved, id);
    };
    Type.prototype.isReservedName = function isReservedName(name) {
      return Namespace.isReservedName(this.reserved, name);
    };
    Type.prototype.create = function create(properties) {
      return new this.ctor(properties);
    };
    Type.prototype.setup = function setup() {
      var fullName = this.fullName, types2 = [];
      for (var i2 = 0; i2 < /* initializes */
      this.fieldsArray.length; ++i2)
        types2.push(this._fieldsArray[i2].resolve().resolvedType);
      this.encode = encoder(this)({
        Writer,
        types: types2,
        util
      });
      this.decode = decoder(this)({
        Reader,
        types: types2,
        util
      });
      this.verify = verifier(this)({
        types: types2,
        util
      });
      this.fromObject = converter.fromObject(this)({
        types: types2,
        util
      });
      this.toObject = converter.toObject(this)({
        types: types2,
        util
      });
      var wrapper = wrappers[fullName];
      if (wrapper) {
        var originalThis = Object.create(this);
        originalThis.fromObject = this.fromObject;
        this.fromObject = wrapper.fromObject.bind(originalThis);
        originalThis.toObject = this.toObject;
        this.toObject = wrapper.toObject.bind(originalThis);
      }
      return this;
    };
    Type.prototype.encode = function encode_setup(message, writer) {
      return this.setup().encode.apply(this, arguments);
    };
    Type.prototype.encodeDelimited = function encodeDelimited(message, writer) {
      return this.encode(message, writer && writer.len ? writer.fork() : writer).ldelim();
    };
    Type.prototype.decode = function decode_setup(reader, length, end, depth) {
      return this.setup().decode(reader, length, end, depth);
    };
    Type.prototype.decodeDelimited = function decodeDelimited(reader) {
      if (!(reader instanceof Reader))
        reader = Reader.create(reader);
      return this.decode(reader, reader.uint32());
    };
    Type.prototype.verify = function verify_setup(message, depth) {
      return this.setup().verify(message, depth);
    };
    Type.prototype.fromObject = function fromObject(object, depth) {
      return this.setup().fromObject(object, depth);
    };
    Type.prototype.toObject = function toObject(message, options) {
      return this.setup().toObject.apply(this, arguments);
    };
    Type.d = function decorateType(typeName) {
      return function typeDecorator(target) {
        util.decorateType(target, typeName);
      };
    };
  }
});

// node_modules/protobufjs/src/root.js
var require_root = __commonJS({
  "node_modules/protobufjs/src/root.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Root;
    var Namespace = require_namespace();
    ((Root.prototype = Object.create(Namespace.prototype)).constructor = Root).className = "Root";
    var Field = require_field();
    var Enum = require_enum();
    var OneOf = require_oneof();
    var util = require_util();
    var Type;
    var parse;
    var common;
    function Root(options) {
      Namespace.call(this, "", options);
      this.deferred = [];
      this.files = [];
      this._edition = "proto2";
      this._fullyQualifiedObjects = {};
    }
    Root.fromJSON = function fromJSON(json, root, depth) {
      depth = util.checkDepth(depth);
      if (!root)
        root = new Root();
      if (json.options)
        root.setOptions(json.options);
      return root.addJSON(json.nested, depth).resolveAll();
    };
    Root.prototype.resolvePath = util.path.resolve;
    Root.prototype.fetch = util.fetch;
    function SYNC() {
    }
    Root.prototype.load = function load(filename, options, callback) {
      if (typeof options === "function") {
        callback = options;
        options = void 0;
      }
      var self2 = this;
      if (!callback) {
        return util.asPromise(load, self2, filename, options);
      }
      var sync = callback === SYNC;
      function finish(err, root) {
        if (!callback) {
          return;
        }
        if (sync) {
          throw err;
        }
        if (root) {
          root.resolveAll();
        }
        var cb = callback;
        callback = null;
        cb(err, root);
      }
      function getBundledFileName(filename2) {
        var idx = filename2.lastIndexOf("google/protobuf/");
        if (idx > -1) {
          var altname = filename2.substring(idx);
          if (altname in common) return altname;
        }
        return null;
      }
      function process2(filename2, source, depth) {
        if (depth === void 0)
          depth = 0;
        try {
          if (depth > util.recursionLimit)
            throw Error("max depth exceeded");
          if (util.isString(source) && source.charAt(0) === "{")
            source = JSON.parse(source);
          if (!util.isString(source))
            self2.setOptions(source.options).addJSON(source.nested);
          else {
            parse.filename = filename2;
            var parsed = parse(source, self2, options), resolved2, i3 = 0;
            if (parsed.imports) {
              for (; i3 < parsed.imports.length; ++i3)
                if (resolved2 = getBundledFileName(parsed.imports[i3]) || self2.resolvePath(filename2, parsed.imports[i3]))
                  fetch(resolved2, false, depth + 1);
            }
            if (parsed.weakImports) {
              for (i3 = 0; i3 < parsed.weakImports.length; ++i3)
                if (resolved2 = getBundledFileName(parsed.weakImports[i3]) || self2.resolvePath(filename2, parsed.weakImports[i3]))
                  fetch(resolved2, true, depth + 1);
            }
          }
        } catch (err) {
          finish(err);
        }
        if (!sync && !queued) {
          finish(null, self2);
        }
      }
      function fetch(filename2, weak, depth) {
        if (depth === void 0)
          depth = 0;
        filename2 = getBundledFileName(filename2) || filename2;
        if (self2.files.indexOf(filename2) > -1) {
          return;
        }
        self2.files.push(filename2);
        if (filename2 in common) {
          if (sync) {
            process2(filename2, common[filename2], depth);
          } else {
            ++queued;
            setTimeout(function() {
              --queued;
              process2(filename2, common[filename2], depth);
            });
          }
          return;
        }
        if (sync) {
          var source;
          try {
            source = util.fs.readFileSync(filename2).toString("utf8");
          } catch (err) {
            if (!weak)
              finish(err);
            return;
          }
          process2(filename2, source, depth);
        } else {
          ++queued;
          self2.fetch(filename2, function(err, source2) {
            --queued;
            if (!callback) {
              return;
            }
            if (err) {
              if (!weak)
                finish(err);
              else if (!queued)
                finish(null, self2);
              return;
            }
            process2(filename2, source2, depth);
          });
        }
      }
      var queued = 0;
      if (util.isString(filename)) {
        filename = [filename];
      }
      for (var i2 = 0, resolved; i2 < filename.length; ++i2)
        if (resolved = self2.resolvePath("", filename[i2]))
          fetch(resolved);
      if (sync) {
        self2.resolveAll();
        return self2;
      }
      if (!queued) {
        finish(null, self2);
      }
      return self2;
    };
    Root.prototype.loadSync = function loadSync(filename, options) {
      if (!util.isNode)
        throw Error("not supported");
      return this.load(filename, options, SYNC);
    };
    Root.prototype.resolveAll = function resolveAll() {
      if (!this._needsRecursiveResolve) return this;
      if (this.deferred.length)
        throw Error("unresolvable extensions: " + this.deferred.map(function(field) {
          return "'extend " + field.extend + "' in " + field.parent.fullName;
        }).join(", "));
      return Namespace.prototype.resolveAll.call(this);
    };
    var exposeRe = /^[A-Z]/;
    function tryHandleExtension(root, field) {
      var extendedType = field.parent.lookup(field.extend);
      if (extendedType) {
        var sisterField = new Field(field.fullName, field.id, field.type, field.rule, void 0, field.options);
        if (extendedType.get(sisterField.name)) {
          return true;
        }
        sisterField.declaringField = field;
        field.extensionField = sisterField;
        extendedType.add(sisterField);
        return true;
      }
      return false;
    }
    Root.prototype._handleAdd = function _handleAdd(object) {
      if (object instanceof Field) {
        if (
          /* an extension field (implies not part of a oneof) */
          object.extend !== void 0 && /* not already handled */
          !object.extensionField
        ) {
          if (!tryHandleExtension(this, object))
            this.deferred.push(object);
        }
      } else if (object instanceof Enum) {
        if (exposeRe.test(object.name))
          object.parent[object.name] = object.values;
      } else if (!(object instanceof OneOf)) {
        if (object instanceof Type)
          for (var i2 = 0; i2 < this.deferred.length; )
            if (tryHandleExtension(this, this.deferred[i2]))
              this.deferred.splice(i2, 1);
            else
              ++i2;
        for (var j = 0; j < /* initializes */
        object.nestedArray.length; ++j)
          this._handleAdd(object._nestedArray[j]);
        if (exposeRe.test(object.name))
          object.parent[object.name] = object;
      }
      if (object instanceof Type || object instanceof Enum || object instanceof Field) {
        this._fullyQualifiedObjects[object.fullName] = object;
      }
    };
    Root.prototype._handleRemove = function _handleRemove(object) {
      if (object instanceof Field) {
        if (
          /* an extension field */
          object.extend !== void 0
        ) {
          if (
            /* already handled */
            object.extensionField
          ) {
            object.extensionField.parent.remove(object.extensionField);
            object.extensionField = null;
          } else {
            var index = this.deferred.indexOf(object);
            if (index > -1)
              this.deferred.splice(index, 1);
          }
        }
      } else if (object instanceof Enum) {
        if (exposeRe.test(object.name))
          delete object.parent[object.name];
      } else if (object instanceof Namespace) {
        for (var i2 = 0; i2 < /* initializes */
        object.nestedArray.length; ++i2)
          this._handleRemove(object._nestedArray[i2]);
        if (exposeRe.test(object.name))
          delete object.parent[object.name];
      }
      delete this._fullyQualifiedObjects[object.fullName];
    };
    Root._configure = function(Type_, parse_, common_) {
      Type = Type_;
      parse = parse_;
      common = common_;
    };
  }
});

// node_modules/protobufjs/src/util.js
var require_util = __commonJS({
  "node_modules/protobufjs/src/util.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var util = module2.exports = require_minimal();
    var roots = require_roots();
    var Type;
    var Enum;
    util.codegen = require_codegen();
    util.fetch = require_fetch();
    util.path = require_path();
    util.patterns = require_patterns();
    var reservedRe = util.patterns.reservedRe;
    util.fs = require_fs2();
    util.checkDepth = function checkDepth(depth) {
      if (depth === void 0)
        depth = 0;
      if (depth > util.recursionLimit)
        throw Error("max depth exceeded");
      return depth;
    };
    util.toArray = function toArray(object) {
      if (object) {
        var keys = Object.keys(object), array = new Array(keys.length), index = 0;
        while (index < keys.length)
          array[index] = object[keys[index++]];
        return array;
      }
      return [];
    };
    util.toObject = function toObject(array) {
      var object = {}, index = 0;
      while (index < array.length) {
        var key = array[index++], val = array[index++];
        if (val !== void 0)
          object[key] = val;
      }
      return object;
    };
    util.isReserved = function isReserved(name) {
      return reservedRe.test(name);
    };
    util.safeProp = function safeProp(prop) {
      if (!/^[$\w_]+$/.test(prop) || reservedRe.test(prop))
        return "[" + JSON.stringify(prop) + "]";
      return "." + prop;
    };
    util.ucFirst = function ucFirst(str) {
      return str.charAt(0).toUpperCase() + str.substring(1);
    };
    var camelCaseRe = /_([a-z])/g;
    util.camelCase = function camelCase(str) {
      return str.substring(0, 1) + str.substring(1).replace(camelCaseRe, function($0, $1) {
        return $1.toUpperCase();
      });
    };
    util.compareFieldsById = function compareFieldsById(a, b) {
      return a.id - b.id;
    };
    util.decorateType = function decorateType(ctor, typeName) {
      if (ctor.$type) {
        if (typeName && ctor.$type.name !== typeName) {
          util.decorateRoot.remove(ctor.$type);
          ctor.$type.name = typeName;
          util.decorateRoot.add(ctor.$type);
        }
        return ctor.$type;
      }
      if (!Type)
        Type = require_type();
      var type = new Type(typeName || ctor.name);
      util.decorateRoot.add(type);
      type.ctor = ctor;
      Object.defineProperty(ctor, "$type", { value: type, enumerable: false });
      Object.defineProperty(ctor.prototype, "$type", { value: type, enumerable: false });
      return type;
    };
    var decorateEnumIndex = 0;
    util.decorateEnum = function decorateEnum(object) {
      if (object.$type)
        return object.$type;
      if (!Enum)
        Enum = require_enum();
      var enm = new Enum("Enum" + decorateEnumIndex++, object);
      util.decorateRoot.add(enm);
      Object.defineProperty(object, "$type", { value: enm, enumerable: false });
      return enm;
    };
    util.setProperty = function setProperty(dst, path, value, ifNotSet) {
      function setProp(dst2, path2, value2) {
        var part = path2.shift();
        if (util.isUnsafeProperty(part))
          return dst2;
        if (path2.length > 0) {
          dst2[part] = setProp(dst2[part] || {}, path2, value2);
        } else {
          var prevValue = dst2[part];
          if (prevValue && ifNotSet)
            return dst2;
          if (prevValue)
            value2 = [].concat(prevValue).concat(value2);
          dst2[part] = value2;
        }
        return dst2;
      }
      if (typeof dst !== "object")
        throw TypeError("dst must be an object");
      if (!path)
        throw TypeError("path must be specified");
      path = path.split(".");
      if (path.length > util.recursionLimit)
        throw Error("max depth exceeded");
      return setProp(dst, path, value);
    };
    Object.defineProperty(util, "decorateRoot", {
      get: function() {
        return roots["decorated"] || (roots["decorated"] = new (require_root())());
      }
    });
  }
});

// node_modules/protobufjs/src/types.js
var require_types = __commonJS({
  "node_modules/protobufjs/src/types.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var types2 = exports2;
    var util = require_util();
    var s = [
      "double",
      // 0
      "float",
      // 1
      "int32",
      // 2
      "uint32",
      // 3
      "sint32",
      // 4
      "fixed32",
      // 5
      "sfixed32",
      // 6
      "int64",
      // 7
      "uint64",
      // 8
      "sint64",
      // 9
      "fixed64",
      // 10
      "sfixed64",
      // 11
      "bool",
      // 12
      "string",
      // 13
      "bytes"
      // 14
    ];
    function bake(values, offset) {
      var i2 = 0, o = /* @__PURE__ */ Object.create(null);
      offset |= 0;
      while (i2 < values.length) o[s[i2 + offset]] = values[i2++];
      return o;
    }
    types2.basic = bake([
      /* double   */
      1,
      /* float    */
      5,
      /* int32    */
      0,
      /* uint32   */
      0,
      /* sint32   */
      0,
      /* fixed32  */
      5,
      /* sfixed32 */
      5,
      /* int64    */
      0,
      /* uint64   */
      0,
      /* sint64   */
      0,
      /* fixed64  */
      1,
      /* sfixed64 */
      1,
      /* bool     */
      0,
      /* string   */
      2,
      /* bytes    */
      2
    ]);
    types2.defaults = bake([
      /* double   */
      0,
      /* float    */
      0,
      /* int32    */
      0,
      /* uint32   */
      0,
      /* sint32   */
      0,
      /* fixed32  */
      0,
      /* sfixed32 */
      0,
      /* int64    */
      0,
      /* uint64   */
      0,
      /* sint64   */
      0,
      /* fixed64  */
      0,
      /* sfixed64 */
      0,
      /* bool     */
      false,
      /* string   */
      "",
      /* bytes    */
      util.emptyArray,
      /* message  */
      null
    ]);
    types2.long = bake([
      /* int64    */
      0,
      /* uint64   */
      0,
      /* sint64   */
      0,
      /* fixed64  */
      1,
      /* sfixed64 */
      1
    ], 7);
    types2.mapKey = bake([
      /* int32    */
      0,
      /* uint32   */
      0,
      /* sint32   */
      0,
      /* fixed32  */
      5,
      /* sfixed32 */
      5,
      /* int64    */
      0,
      /* uint64   */
      0,
      /* sint64   */
      0,
      /* fixed64  */
      1,
      /* sfixed64 */
      1,
      /* bool     */
      0,
      /* string   */
      2
    ], 2);
    types2.packed = bake([
      /* double   */
      1,
      /* float    */
      5,
      /* int32    */
      0,
      /* uint32   */
      0,
      /* sint32   */
      0,
      /* fixed32  */
      5,
      /* sfixed32 */
      5,
      /* int64    */
      0,
      /* uint64   */
      0,
      /* sint64   */
      0,
      /* fixed64  */
      1,
      /* sfixed64 */
      1,
      /* bool     */
      0
    ]);
  }
});

// node_modules/protobufjs/src/field.js
var require_field = __commonJS({
  "node_modules/protobufjs/src/field.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Field;
    var ReflectionObject = require_object();
    ((Field.prototype = Object.create(ReflectionObject.prototype)).constructor = Field).className = "Field";
    var Enum = require_enum();
    var types2 = require_types();
    var util = require_util();
    var Type;
    var ruleRe = /^required|optional|repeated$/;
    Field.fromJSON = function fromJSON(name, json) {
      var field = new Field(name, json.id, json.type, json.rule, json.extend, json.options, json.comment);
      if (json.edition)
        field._edition = json.edition;
      field._defaultEdition = "proto3";
      return field;
    };
    function Field(name, id, type, rule, extend, options, comment) {
      if (util.isObject(rule)) {
        comment = extend;
        options = rule;
        rule = extend = void 0;
      } else if (util.isObject(extend)) {
        comment = options;
        options = extend;
        extend = void 0;
      }
      ReflectionObject.call(this, name, options);
      if (!util.isInteger(id) || id < 0)
        throw TypeError("id must be a non-negative integer");
      if (!util.isString(type))
        throw TypeError("type must be a string");
      if (rule !== void 0 && !ruleRe.test(rule = rule.toString().toLowerCase()))
        throw TypeError("rule must be a string rule");
      if (extend !== void 0 && !util.isString(extend))
        throw TypeError("extend must be a string");
      if (rule === "proto3_optional") {
        rule = "optional";
      }
      this.rule = rule && rule !== "optional" ? rule : void 0;
      this.type = type;
      this.id = id;
      this.extend = extend || void 0;
      this.repeated = rule === "repeated";
      this.map = false;
      this.message = null;
      this.partOf = null;
      this.typeDefault = null;
      this.defaultValue = null;
      this.long = util.Long ? types2.long[type] !== void 0 : (
        /* istanbul ignore next */
        false
      );
      this.bytes = type === "bytes";
      this.resolvedType = null;
      this.extensionField = null;
      this.declaringField = null;
      this.comment = comment;
    }
    Object.defineProperty(Field.prototype, "required", {
      get: function() {
        return this._features.field_presence === "LEGACY_REQUIRED";
      }
    });
    Object.defineProperty(Field.prototype, "optional", {
      get: function() {
        return !this.required;
      }
    });
    Object.defineProperty(Field.prototype, "delimited", {
      get: function() {
        return this.resolvedType instanceof Type && this._features.message_encoding === "DELIMITED";
      }
    });
    Object.defineProperty(Field.prototype, "packed", {
      get: function() {
        return this._features.repeated_field_encoding === "PACKED";
      }
    });
    Object.defineProperty(Field.prototype, "hasPresence", {
      get: function() {
        if (this.repeated || this.map) {
          return false;
        }
        return this.partOf || // oneofs
        this.declaringField || this.extensionField || // extensions
        this._features.field_presence !== "IMPLICIT";
      }
    });
    Field.prototype.setOption = function setOption(name, value, ifNotSet) {
      return ReflectionObject.prototype.setOption.call(this, name, value, ifNotSet);
    };
    Field.prototype.toJSON = function toJSON(toJSONOptions) {
      var keepComments = toJSONOptions ? Boolean(toJSONOptions.keepComments) : false;
      return util.toObject([
        "edition",
        this._editionToJSON(),
        "rule",
        this.rule !== "optional" && this.rule || void 0,
        "type",
        this.type,
        "id",
        this.id,
        "extend",
        this.extend,
        "options",
        this.options,
        "comment",
        keepComments ? this.comment : void 0
      ]);
    };
    Field.prototype.resolve = function resolve() {
      if (this.resolved)
        return this;
      if ((this.typeDefault = types2.defaults[this.type]) === void 0) {
        this.resolvedType = (this.declaringField ? this.declaringField.parent : this.parent).lookupTypeOrEnum(this.type);
        if (this.resolvedType instanceof Type)
          this.typeDefault = null;
        else
          this.typeDefault = this.resolvedType.values[Object.keys(this.resolvedType.values)[0]];
      } else if (this.options && this.options.proto3_optional) {
        this.typeDefault = null;
      }
      if (this.options && this.options["default"] != null) {
        this.typeDefault = this.options["default"];
        if (this.resolvedType instanceof Enum && typeof this.typeDefault === "string")
          this.typeDefault = this.resolvedType.values[this.typeDefault];
      }
      if (this.options) {
        if (this.options.packed !== void 0 && this.resolvedType && !(this.resolvedType instanceof Enum))
          delete this.options.packed;
        if (!Object.keys(this.options).length)
          this.options = void 0;
      }
      if (this.long) {
        this.typeDefault = util.Long.fromNumber(this.typeDefault, this.type === "uint64" || this.type === "fixed64");
        if (Object.freeze)
          Object.freeze(this.typeDefault);
      } else if (this.bytes && typeof this.typeDefault === "string") {
        var buf;
        if (util.base64.test(this.typeDefault))
          util.base64.decode(this.typeDefault, buf = util.newBuffer(util.base64.length(this.typeDefault)), 0);
        else
          util.utf8.write(this.typeDefault, buf = util.newBuffer(util.utf8.length(this.typeDefault)), 0);
        this.typeDefault = buf;
      }
      if (this.map)
        this.defaultValue = util.emptyObject;
      else if (this.repeated)
        this.defaultValue = util.emptyArray;
      else
        this.defaultValue = this.typeDefault;
      if (this.parent instanceof Type)
        this.parent.ctor.prototype[this.name] = this.defaultValue;
      return ReflectionObject.prototype.resolve.call(this);
    };
    Field.prototype._inferLegacyProtoFeatures = function _inferLegacyProtoFeatures(edition) {
      if (edition !== "proto2" && edition !== "proto3") {
        return {};
      }
      var features = {};
      if (this.rule === "required") {
        features.field_presence = "LEGACY_REQUIRED";
      }
      if (this.parent && types2.defaults[this.type] === void 0) {
        var type = this.parent.get(this.type.split(".").pop());
        if (type && type instanceof Type && type.group) {
          features.message_encoding = "DELIMITED";
        }
      }
      if (this.getOption("packed") === true) {
        features.repeated_field_encoding = "PACKED";
      } else if (this.getOption("packed") === false) {
        features.repeated_field_encoding = "EXPANDED";
      }
      return features;
    };
    Field.prototype._resolveFeatures = function _resolveFeatures(edition) {
      return ReflectionObject.prototype._resolveFeatures.call(this, this._edition || edition);
    };
    Field.d = function decorateField(fieldId, fieldType, fieldRule, defaultValue) {
      if (typeof fieldType === "function")
        fieldType = util.decorateType(fieldType).name;
      else if (fieldType && typeof fieldType === "object")
        fieldType = util.decorateEnum(fieldType).name;
      return function fieldDecorator(prototype, fieldName) {
        util.decorateType(prototype.constructor).add(new Field(fieldName, fieldId, fieldType, fieldRule, { "default": defaultValue }));
      };
    };
    Field._configure = function configure(Type_) {
      Type = Type_;
    };
  }
});

// node_modules/protobufjs/src/oneof.js
var require_oneof = __commonJS({
  "node_modules/protobufjs/src/oneof.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = OneOf;
    var ReflectionObject = require_object();
    ((OneOf.prototype = Object.create(ReflectionObject.prototype)).constructor = OneOf).className = "OneOf";
    var Field = require_field();
    var util = require_util();
    function OneOf(name, fieldNames, options, comment) {
      if (!Array.isArray(fieldNames)) {
        options = fieldNames;
        fieldNames = void 0;
      }
      ReflectionObject.call(this, name, options);
      if (!(fieldNames === void 0 || Array.isArray(fieldNames)))
        throw TypeError("fieldNames must be an Array");
      this.oneof = fieldNames || [];
      this.fieldsArray = [];
      this.comment = comment;
    }
    OneOf.fromJSON = function fromJSON(name, json) {
      return new OneOf(name, json.oneof, json.options, json.comment);
    };
    OneOf.prototype.toJSON = function toJSON(toJSONOptions) {
      var keepComments = toJSONOptions ? Boolean(toJSONOptions.keepComments) : false;
      return util.toObject([
        "options",
        this.options,
        "oneof",
        this.oneof,
        "comment",
        keepComments ? this.comment : void 0
      ]);
    };
    function addFieldsToParent(oneof) {
      if (oneof.parent) {
        for (var i2 = 0; i2 < oneof.fieldsArray.length; ++i2)
          if (!oneof.fieldsArray[i2].parent)
            oneof.parent.add(oneof.fieldsArray[i2]);
      }
    }
    OneOf.prototype.add = function add(field) {
      if (!(field instanceof Field))
        throw TypeError("field must be a Field");
      if (field.parent && field.parent !== this.parent)
        field.parent.remove(field);
      this.oneof.push(field.name);
      this.fieldsArray.push(field);
      field.partOf = this;
      addFieldsToParent(this);
      return this;
    };
    OneOf.prototype.remove = function remove(field) {
      if (!(field instanceof Field))
        throw TypeError("field must be a Field");
      var index = this.fieldsArray.indexOf(field);
      if (index < 0)
        throw Error(field + " is not a member of " + this);
      this.fieldsArray.splice(index, 1);
      index = this.oneof.indexOf(field.name);
      if (index > -1)
        this.oneof.splice(index, 1);
      field.partOf = null;
      return this;
    };
    OneOf.prototype.onAdd = function onAdd(parent) {
      ReflectionObject.prototype.onAdd.call(this, parent);
      var self2 = this;
      for (var i2 = 0; i2 < this.oneof.length; ++i2) {
        var field = parent.get(this.oneof[i2]);
        if (field && !field.partOf) {
          field.partOf = self2;
          self2.fieldsArray.push(field);
        }
      }
      addFieldsToParent(this);
    };
    OneOf.prototype.onRemove = function onRemove(parent) {
      for (var i2 = 0, field; i2 < this.fieldsArray.length; ++i2)
        if ((field = this.fieldsArray[i2]).parent)
          field.parent.remove(field);
      ReflectionObject.prototype.onRemove.call(this, parent);
    };
    Object.defineProperty(OneOf.prototype, "isProto3Optional", {
      get: function() {
        if (this.fieldsArray == null || this.fieldsArray.length !== 1) {
          return false;
        }
        var field = this.fieldsArray[0];
        return field.options != null && field.options["proto3_optional"] === true;
      }
    });
    OneOf.d = function decorateOneOf() {
      var fieldNames = new Array(arguments.length), index = 0;
      while (index < arguments.length)
        fieldNames[index] = arguments[index++];
      return function oneOfDecorator(prototype, oneofName) {
        util.decorateType(prototype.constructor).add(new OneOf(oneofName, fieldNames));
        Object.defineProperty(prototype, oneofName, {
          get: util.oneOfGetter(fieldNames),
          set: util.oneOfSetter(fieldNames)
        });
      };
    };
  }
});

// node_modules/protobufjs/src/object.js
var require_object = __commonJS({
  "node_modules/protobufjs/src/object.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = ReflectionObject;
    ReflectionObject.className = "ReflectionObject";
    var OneOf = require_oneof();
    var util = require_util();
    var Root;
    var editions2023Defaults = { enum_type: "OPEN", field_presence: "EXPLICIT", json_format: "ALLOW", message_encoding: "LENGTH_PREFIXED", repeated_field_encoding: "PACKED", utf8_validation: "VERIFY" };
    var proto2Defaults = { enum_type: "CLOSED", field_presence: "EXPLICIT", json_format: "LEGACY_BEST_EFFORT", message_encoding: "LENGTH_PREFIXED", repeated_field_encoding: "EXPANDED", utf8_validation: "NONE" };
    var proto3Defaults = { enum_type: "OPEN", field_presence: "IMPLICIT", json_format: "ALLOW", message_encoding: "LENGTH_PREFIXED", repeated_field_encoding: "PACKED", utf8_validation: "VERIFY" };
    function ReflectionObject(name, options) {
      if (!util.isString(name))
        throw TypeError("name must be a string");
      if (options && !util.isObject(options))
        throw TypeError("options must be an object");
      this.options = options;
      this.parsedOptions = null;
      this.name = name;
      this._edition = null;
      this._defaultEdition = "proto2";
      this._features = {};
      this._featuresResolved = false;
      this.parent = null;
      this.resolved = false;
      this.comment = null;
      this.filename = null;
    }
    Object.defineProperties(ReflectionObject.prototype, {
      /**
       * Reference to the root namespace.
       * @name ReflectionObject#root
       * @type {Root}
       * @readonly
       */
      root: {
        get: function() {
          var ptr = this;
          while (ptr.parent !== null)
            ptr = ptr.parent;
          return ptr;
        }
      },
      /**
       * Full name including leading dot.
       * @name ReflectionObject#fullName
       * @type {string}
       * @readonly
       */
      fullName: {
        get: function() {
          var path = [this.name], ptr = this.parent;
          while (ptr) {
            path.unshift(ptr.name);
            ptr = ptr.parent;
          }
          return path.join(".");
        }
      }
    });
    ReflectionObject.prototype.toJSON = /* istanbul ignore next */
    function toJSON() {
      throw Error();
    };
    ReflectionObject.prototype.onAdd = function onAdd(parent) {
      if (this.parent && this.parent !== parent)
        this.parent.remove(this);
      this.parent = parent;
      this.resolved = false;
      var root = parent.root;
      if (root instanceof Root)
        root._handleAdd(this);
    };
    ReflectionObject.prototype.onRemove = function onRemove(parent) {
      var root = parent.root;
      if (root instanceof Root)
        root._handleRemove(this);
      this.parent = null;
      this.resolved = false;
    };
    ReflectionObject.prototype.resolve = function resolve() {
      if (this.resolved)
        return this;
      if (this.root instanceof Root)
        this.resolved = true;
      return this;
    };
    ReflectionObject.prototype._resolveFeaturesRecursive = function _resolveFeaturesRecursive(edition) {
      return this._resolveFeatures(this._edition || edition);
    };
    ReflectionObject.prototype._resolveFeatures = function _resolveFeatures(edition) {
      if (this._featuresResolved) {
        return;
      }
      var defaults = {};
      if (!edition) {
        throw new Error("Unknown edition for " + this.fullName);
      }
      var protoFeatures = util.merge(
        {},
        this.options && this.options.features,
        this._inferLegacyProtoFeatures(edition)
      );
      if (this._edition) {
        if (edition === "proto2") {
          defaults = Object.assign({}, proto2Defaults);
        } else if (edition === "proto3") {
          defaults = Object.assign({}, proto3Defaults);
        } else if (edition === "2023") {
          defaults = Object.assign({}, editions2023Defaults);
        } else {
          throw new Error("Unknown edition: " + edition);
        }
        this._features = util.merge(defaults, protoFeatures);
        this._featuresResolved = true;
        return;
      }
      if (this.partOf instanceof OneOf) {
        var lexicalParentFeaturesCopy = util.merge({}, this.partOf._features);
        this._features = util.merge(lexicalParentFeaturesCopy, protoFeatures);
      } else if (this.declaringField) {
      } else if (this.parent) {
        var parentFeaturesCopy = util.merge({}, this.parent._features);
        this._features = util.merge(parentFeaturesCopy, protoFeatures);
      } else {
        throw new Error("Unable to find a parent for " + this.fullName);
      }
      if (this.extensionField) {
        this.extensionField._features = this._features;
      }
      this._featuresResolved = true;
    };
    ReflectionObject.prototype._inferLegacyProtoFeatures = function _inferLegacyProtoFeatures() {
      return {};
    };
    ReflectionObject.prototype.getOption = function getOption(name) {
      if (this.options)
        return this.options[name];
      return void 0;
    };
    ReflectionObject.prototype.setOption = function setOption(name, value, ifNotSet) {
      if (name === "__proto__")
        return this;
      if (!this.options)
        this.options = {};
      if (/^features\./.test(name)) {
        util.setProperty(this.options, name, value, ifNotSet);
      } else if (!ifNotSet || this.options[name] === void 0) {
        if (this.getOption(name) !== value) this.resolved = false;
        this.options[name] = value;
      }
      return this;
    };
    ReflectionObject.prototype.setParsedOption = function setParsedOption(name, value, propName) {
      if (name === "__proto__")
        return this;
      if (!this.parsedOptions) {
        this.parsedOptions = [];
      }
      var parsedOptions = this.parsedOptions;
      if (propName) {
        var opt = parsedOptions.find(function(opt2) {
          return Object.prototype.hasOwnProperty.call(opt2, name);
        });
        if (opt) {
          var newValue = opt[name];
          util.setProperty(newValue, propName, value);
        } else {
          opt = {};
          opt[name] = util.setProperty({}, propName, value);
          parsedOptions.push(opt);
        }
      } else {
        var newOpt = {};
        newOpt[name] = value;
        parsedOptions.push(newOpt);
      }
      return this;
    };
    ReflectionObject.prototype.setOptions = function setOptions(options, ifNotSet) {
      if (options)
        for (var keys = Object.keys(options), i2 = 0; i2 < keys.length; ++i2)
          this.setOption(keys[i2], options[keys[i2]], ifNotSet);
      return this;
    };
    ReflectionObject.prototype.toString = function toString() {
      var className = this.constructor.className, fullName = this.fullName;
      if (fullName.length)
        return className + " " + fullName;
      return className;
    };
    ReflectionObject.prototype._editionToJSON = function _editionToJSON() {
      if (!this._edition || this._edition === "proto3") {
        return void 0;
      }
      return this._edition;
    };
    ReflectionObject._configure = function(Root_) {
      Root = Root_;
    };
  }
});

// node_modules/protobufjs/src/enum.js
var require_enum = __commonJS({
  "node_modules/protobufjs/src/enum.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Enum;
    var ReflectionObject = require_object();
    ((Enum.prototype = Object.create(ReflectionObject.prototype)).constructor = Enum).className = "Enum";
    var Namespace = require_namespace();
    var util = require_util();
    function Enum(name, values, options, comment, comments, valuesOptions) {
      ReflectionObject.call(this, name, options);
      if (values && typeof values !== "object")
        throw TypeError("values must be an object");
      this.valuesById = {};
      this.values = Object.create(this.valuesById);
      this.comment = comment;
      this.comments = comments || {};
      this.valuesOptions = valuesOptions;
      this._valuesFeatures = {};
      this.reserved = void 0;
      if (values) {
        for (var keys = Object.keys(values), i2 = 0; i2 < keys.length; ++i2)
          if (keys[i2] !== "__proto__" && typeof values[keys[i2]] === "number")
            this.valuesById[this.values[keys[i2]] = values[keys[i2]]] = keys[i2];
      }
    }
    Enum.prototype._resolveFeatures = function _resolveFeatures(edition) {
      edition = this._edition || edition;
      ReflectionObject.prototype._resolveFeatures.call(this, edition);
      Object.keys(this.values).forEach((key) => {
        var parentFeaturesCopy = util.merge({}, this._features);
        this._valuesFeatures[key] = util.merge(parentFeaturesCopy, this.valuesOptions && this.valuesOptions[key] && this.valuesOptions[key].features || {});
      });
      return this;
    };
    Enum.fromJSON = function fromJSON(name, json) {
      var enm = new Enum(name, json.values, json.options, json.comment, json.comments);
      enm.reserved = json.reserved;
      if (json.edition)
        enm._edition = json.edition;
      enm._defaultEdition = "proto3";
      return enm;
    };
    Enum.prototype.toJSON = function toJSON(toJSONOptions) {
      var keepComments = toJSONOptions ? Boolean(toJSONOptions.keepComments) : false;
      return util.toObject([
        "edition",
        this._editionToJSON(),
        "options",
        this.options,
        "valuesOptions",
        this.valuesOptions,
        "values",
        this.values,
        "reserved",
        this.reserved && this.reserved.length ? this.reserved : void 0,
        "comment",
        keepComments ? this.comment : void 0,
        "comments",
        keepComments ? this.comments : void 0
      ]);
    };
    Enum.prototype.add = function add(name, id, comment, options) {
      if (!util.isString(name))
        throw TypeError("name must be a string");
      if (!util.isInteger(id))
        throw TypeError("id must be an integer");
      if (name === "__proto__")
        return this;
      if (this.values[name] !== void 0)
        throw Error("duplicate name '" + name + "' in " + this);
      if (this.isReservedId(id))
        throw Error("id " + id + " is reserved in " + this);
      if (this.isReservedName(name))
        throw Error("name '" + name + "' is reserved in " + this);
      if (this.valuesById[id] !== void 0) {
        if (!(this.options && this.options.allow_alias))
          throw Error("duplicate id " + id + " in " + this);
        this.values[name] = id;
      } else
        this.valuesById[this.values[name] = id] = name;
      if (options) {
        if (this.valuesOptions === void 0)
          this.valuesOptions = {};
        this.valuesOptions[name] = options || null;
      }
      this.comments[name] = comment || null;
      return this;
    };
    Enum.prototype.remove = function remove(name) {
      if (!util.isString(name))
        throw TypeError("name must be a string");
      var val = this.values[name];
      if (val == null)
        throw Error("name '" + name + "' does not exist in " + this);
      delete this.valuesById[val];
      delete this.values[name];
      delete this.comments[name];
      if (this.valuesOptions)
        delete this.valuesOptions[name];
      return this;
    };
    Enum.prototype.isReservedId = function isReservedId(id) {
      return Namespace.isReservedId(this.reserved, id);
    };
    Enum.prototype.isReservedName = function isReservedName(name) {
      return Namespace.isReservedName(this.reserved, name);
    };
  }
});

// node_modules/protobufjs/src/encoder.js
var require_encoder = __commonJS({
  "node_modules/protobufjs/src/encoder.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = encoder;
    var Enum = require_enum();
    var types2 = require_types();
    var util = require_util();
    function genTypePartial(gen, field, fieldIndex, ref) {
      return field.delimited ? gen("types[%i].encode(%s,w.uint32(%i),q+1).uint32(%i)", fieldIndex, ref, (field.id << 3 | 3) >>> 0, (field.id << 3 | 4) >>> 0) : gen("types[%i].encode(%s,w.uint32(%i).fork(),q+1).ldelim()", fieldIndex, ref, (field.id << 3 | 2) >>> 0);
    }
    function encoder(mtype) {
      var gen = util.codegen(["m", "w", "q"], mtype.name + "$encode")("if(!w)")("w=Writer.create()")("if(q===undefined)q=0")("if(q>util.recursionLimit)")('throw Error("max depth exceeded")');
      var i2, ref;
      var fields = (
        /* initializes */
        mtype.fieldsArray.slice().sort(util.compareFieldsById)
      );
      for (var i2 = 0; i2 < fields.length; ++i2) {
        var field = fields[i2].resolve(), index = mtype._fieldsArray.indexOf(field), type = field.resolvedType instanceof Enum ? "int32" : field.type, wireType = types2.basic[type];
        ref = "m" + util.safeProp(field.name);
        if (field.map) {
          gen("if(%s!=null&&Object.hasOwnProperty.call(m,%j)){", ref, field.name)("for(var ks=Object.keys(%s),i=0;i<ks.length;++i){", ref)("w.uint32(%i).fork().uint32(%i).%s(ks[i])", (field.id << 3 | 2) >>> 0, 8 | types2.mapKey[field.keyType], field.keyType);
          if (wireType === void 0) gen("types[%i].encode(%s[ks[i]],w.uint32(18).fork(),q+1).ldelim().ldelim()", index, ref);
          else gen(".uint32(%i).%s(%s[ks[i]]).ldelim()", 16 | wireType, type, ref);
          gen("}")("}");
        } else if (field.repeated) {
          gen("if(%s!=null&&%s.length){", ref, ref);
          if (field.packed && types2.packed[type] !== void 0) {
            gen("w.uint32(%i).fork()", (field.id << 3 | 2) >>> 0)("for(var i=0;i<%s.length;++i)", ref)("w.%s(%s[i])", type, ref)("w.ldelim()");
          } else {
            gen("for(var i=0;i<%s.length;++i)", ref);
            if (wireType === void 0)
              genTypePartial(gen, field, index, ref + "[i]");
            else gen("w.uint32(%i).%s(%s[i])", (field.id << 3 | wireType) >>> 0, type, ref);
          }
          gen("}");
        } else {
          if (field.optional) gen("if(%s!=null&&Object.hasOwnProperty.call(m,%j))", ref, field.name);
          if (wireType === void 0)
            genTypePartial(gen, field, index, ref);
          else gen("w.uint32(%i).%s(%s)", (field.id << 3 | wireType) >>> 0, type, ref);
        }
      }
      return gen("return w");
    }
  }
});

// node_modules/protobufjs/src/index-light.js
var require_index_light = __commonJS({
  "node_modules/protobufjs/src/index-light.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var protobuf = module2.exports = require_index_minimal();
    protobuf.build = "light";
    function load(filename, root, callback) {
      if (typeof root === "function") {
        callback = root;
        root = new protobuf.Root();
      } else if (!root)
        root = new protobuf.Root();
      return root.load(filename, callback);
    }
    protobuf.load = load;
    function loadSync(filename, root) {
      if (!root)
        root = new protobuf.Root();
      return root.loadSync(filename);
    }
    protobuf.loadSync = loadSync;
    protobuf.encoder = require_encoder();
    protobuf.decoder = require_decoder();
    protobuf.verifier = require_verifier();
    protobuf.converter = require_converter();
    protobuf.ReflectionObject = require_object();
    protobuf.Namespace = require_namespace();
    protobuf.Root = require_root();
    protobuf.Enum = require_enum();
    protobuf.Type = require_type();
    protobuf.Field = require_field();
    protobuf.OneOf = require_oneof();
    protobuf.MapField = require_mapfield();
    protobuf.Service = require_service2();
    protobuf.Method = require_method();
    protobuf.Message = require_message();
    protobuf.wrappers = require_wrappers();
    protobuf.types = require_types();
    protobuf.util = require_util();
    protobuf.ReflectionObject._configure(protobuf.Root);
    protobuf.Namespace._configure(protobuf.Type, protobuf.Service, protobuf.Enum);
    protobuf.Root._configure(protobuf.Type);
    protobuf.Field._configure(protobuf.Type);
  }
});

// node_modules/protobufjs/src/tokenize.js
var require_tokenize = __commonJS({
  "node_modules/protobufjs/src/tokenize.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = tokenize;
    var delimRe = /[\s{}=;:[\],'"()<>]/g;
    var stringDoubleRe = /(?:"([^"\\]*(?:\\.[^"\\]*)*)")/g;
    var stringSingleRe = /(?:'([^'\\]*(?:\\.[^'\\]*)*)')/g;
    var setCommentRe = /^ *[*/]+ */;
    var setCommentAltRe = /^\s*\*?\/*/;
    var setCommentSplitRe = /\n/g;
    var whitespaceRe = /\s/;
    var unescapeRe = /\\(.?)/g;
    var unescapeMap = {
      "0": "\0",
      "r": "\r",
      "n": "\n",
      "t": "	"
    };
    function unescape(str) {
      return str.replace(unescapeRe, function($0, $1) {
        switch ($1) {
          case "\\":
          case "":
            return $1;
          default:
            return unescapeMap[$1] || "";
        }
      });
    }
    tokenize.unescape = unescape;
    function tokenize(source, alternateCommentMode) {
      source = source.toString();
      var offset = 0, length = source.length, line = 1, lastCommentLine = 0, comments = {};
      var stack = [];
      var stringDelim = null;
      function illegal(subject) {
        return Error("illegal " + subject + " (line " + line + ")");
      }
      function readString() {
        var re = stringDelim === "'" ? stringSingleRe : stringDoubleRe;
        re.lastIndex = offset - 1;
        var match = re.exec(source);
        if (!match)
          throw illegal("string");
        offset = re.lastIndex;
        push(stringDelim);
        stringDelim = null;
        return unescape(match[1]);
      }
      function charAt(pos) {
        return source.charAt(pos);
      }
      function setComment(start, end, isLeading) {
        var comment = {
          type: source.charAt(start++),
          lineEmpty: false,
          leading: isLeading
        };
        var lookback;
        if (alternateCommentMode) {
          lookback = 2;
        } else {
          lookback = 3;
        }
        var commentOffset = start - lookback, c;
        do {
          if (--commentOffset < 0 || (c = source.charAt(commentOffset)) === "\n") {
            comment.lineEmpty = true;
            break;
          }
        } while (c === " " || c === "	");
        var lines = source.substring(start, end).split(setCommentSplitRe);
        for (var i2 = 0; i2 < lines.length; ++i2)
          lines[i2] = lines[i2].replace(alternateCommentMode ? setCommentAltRe : setCommentRe, "").trim();
        comment.text = lines.join("\n").trim();
        comments[line] = comment;
        lastCommentLine = line;
      }
      function isDoubleSlashCommentLine(startOffset) {
        var endOffset = findEndOfLine(startOffset);
        var lineText = source.substring(startOffset, endOffset);
        var isComment = /^\s*\/\//.test(lineText);
        return isComment;
      }
      function findEndOfLine(cursor) {
        var endOffset = cursor;
        while (endOffset < length && charAt(endOffset) !== "\n") {
          endOffset++;
        }
        return endOffset;
      }
      function next() {
        if (stack.length > 0)
          return stack.shift();
        if (stringDelim)
          return readString();
        var repeat, prev, curr, start, isDoc, isLeadingComment = offset === 0;
        do {
          if (offset === length)
            return null;
          repeat = false;
          while (whitespaceRe.test(curr = charAt(offset))) {
            if (curr === "\n") {
              isLeadingComment = true;
              ++line;
            }
            if (++offset === length)
              return null;
          }
          if (charAt(offset) === "/") {
            if (++offset === length) {
              throw illegal("comment");
            }
            if (charAt(offset) === "/") {
              if (!alternateCommentMode) {
                isDoc = charAt(start = offset + 1) === "/";
                while (charAt(++offset) !== "\n") {
                  if (offset === length) {
                    return null;
                  }
                }
                ++offset;
                if (isDoc) {
                  setComment(start, offset - 1, isLeadingComment);
                  isLeadingComment = true;
                }
                ++line;
                repeat = true;
              } else {
                start = offset;
                isDoc = false;
                if (isDoubleSlashCommentLine(offset - 1)) {
                  isDoc = true;
                  do {
                    offset = findEndOfLine(offset);
                    if (offset === length) {
                      break;
                    }
                    offset++;
                    if (!isLeadingComment) {
                      break;
                    }
                  } while (isDoubleSlashCommentLine(offset));
                } else {
                  offset = Math.min(length, findEndOfLine(offset) + 1);
                }
                if (isDoc) {
                  setComment(start, offset, isLeadingComment);
                  isLeadingComment = true;
                }
                line++;
                repeat = true;
              }
            } else if ((curr = charAt(offset)) === "*") {
              start = offset + 1;
              isDoc = alternateCommentMode || charAt(start) === "*";
              do {
                if (curr === "\n") {
                  ++line;
                }
                if (++offset === length) {
                  throw illegal("comment");
                }
                prev = curr;
                curr = charAt(offset);
              } while (prev !== "*" || curr !== "/");
              ++offset;
              if (isDoc) {
                setComment(start, offset - 2, isLeadingComment);
                isLeadingComment = true;
              }
              repeat = true;
            } else {
              return "/";
            }
          }
        } while (repeat);
        var end = offset;
        delimRe.lastIndex = 0;
        var delim = delimRe.test(charAt(end++));
        if (!delim)
          while (end < length && !delimRe.test(charAt(end)))
            ++end;
        var token = source.substring(offset, offset = end);
        if (token === '"' || token === "'")
          stringDelim = token;
        return token;
      }
      function push(token) {
        stack.push(token);
      }
      function peek() {
        if (!stack.length) {
          var token = next();
          if (token === null)
            return null;
          push(token);
        }
        return stack[0];
      }
      function skip(expected, optional) {
        var actual = peek(), equals = actual === expected;
        if (equals) {
          next();
          return true;
        }
        if (!optional)
          throw illegal("token '" + actual + "', '" + expected + "' expected");
        return false;
      }
      function cmnt(trailingLine) {
        var ret = null;
        var comment;
        if (trailingLine === void 0) {
          comment = comments[line - 1];
          delete comments[line - 1];
          if (comment && (alternateCommentMode || comment.type === "*" || comment.lineEmpty)) {
            ret = comment.leading ? comment.text : null;
          }
        } else {
          if (lastCommentLine < trailingLine) {
            peek();
          }
          comment = comments[trailingLine];
          delete comments[trailingLine];
          if (comment && !comment.lineEmpty && (alternateCommentMode || comment.type === "/")) {
            ret = comment.leading ? null : comment.text;
          }
        }
        return ret;
      }
      return Object.defineProperty({
        next,
        peek,
        push,
        skip,
        cmnt
      }, "line", {
        get: function() {
          return line;
        }
      });
    }
  }
});

// node_modules/protobufjs/src/parse.js
var require_parse = __commonJS({
  "node_modules/protobufjs/src/parse.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = parse;
    parse.filename = null;
    parse.defaults = { keepCase: false };
    var tokenize = require_tokenize();
    var Root = require_root();
    var Type = require_type();
    var Field = require_field();
    var MapField = require_mapfield();
    var OneOf = require_oneof();
    var Enum = require_enum();
    var Service = require_service2();
    var Method = require_method();
    var ReflectionObject = require_object();
    var types2 = require_types();
    var util = require_util();
    var base10Re = /^[1-9][0-9]*$/;
    var base10NegRe = /^-?[1-9][0-9]*$/;
    var base16Re = /^0[x][0-9a-fA-F]+$/;
    var base16NegRe = /^-?0[x][0-9a-fA-F]+$/;
    var base8Re = /^0[0-7]+$/;
    var base8NegRe = /^-?0[0-7]+$/;
    var numberRe = util.patterns.numberRe;
    var nameRe = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
    var typeRefRe = util.patterns.typeRefRe;
    function parse(source, root, options) {
      if (!(root instanceof Root)) {
        options = root;
        root = new Root();
      }
      if (!options)
        options = parse.defaults;
      var preferTrailingComment = options.preferTrailingComment || false;
      var tn = tokenize(source, options.alternateCommentMode || false), next = tn.next, push = tn.push, peek = tn.peek, skip = tn.skip, cmnt = tn.cmnt;
      var head = true, pkg, imports, weakImports, edition = "proto2";
      var ptr = root;
      var topLevelObjects = [];
      var topLevelOptions = {};
      var applyCase = options.keepCase ? function(name) {
        return name;
      } : util.camelCase;
      function resolveFileFeatures() {
        topLevelObjects.forEach((obj) => {
          obj._edition = edition;
          Object.keys(topLevelOptions).forEach((opt) => {
            if (obj.getOption(opt) !== void 0) return;
            obj.setOption(opt, topLevelOptions[opt], true);
          });
        });
      }
      function illegal(token2, name, insideTryCatch) {
        var filename = parse.filename;
        if (!insideTryCatch)
          parse.filename = null;
        return Error("illegal " + (name || "token") + " '" + token2 + "' (" + (filename ? filename + ", " : "") + "line " + tn.line + ")");
      }
      function readString() {
        var values = [], token2;
        do {
          if ((token2 = next()) !== '"' && token2 !== "'")
            throw illegal(token2);
          values.push(next());
          skip(token2);
          token2 = peek();
        } while (token2 === '"' || token2 === "'");
        return values.join("");
      }
      function readValue(acceptTypeRef) {
        var token2 = next();
        switch (token2) {
          case "'":
          case '"':
            push(token2);
            return readString();
          case "true":
          case "TRUE":
            return true;
          case "false":
          case "FALSE":
            return false;
        }
        try {
          return parseNumber(
            token2,
            /* insideTryCatch */
            true
          );
        } catch (e) {
          if (acceptTypeRef && typeRefRe.test(token2))
            return token2;
          throw illegal(token2, "value");
        }
      }
      function readRanges(target, acceptStrings) {
        var token2, start;
        do {
          if (acceptStrings && ((token2 = peek()) === '"' || token2 === "'")) {
            var str = readString();
            target.push(str);
            if (edition >= 2023) {
              throw illegal(str, "id");
            }
          } else {
            try {
              target.push([start = parseId(next()), skip("to", true) ? parseId(next()) : start]);
            } catch (err) {
              if (acceptStrings && typeRefRe.test(token2) && edition >= 2023) {
                target.push(token2);
              } else {
                throw err;
              }
            }
          }
        } while (skip(",", true));
        var dummy = { options: void 0 };
        dummy.setOption = function(name, value) {
          if (this.options === void 0) this.options = {};
          this.options[name] = value;
        };
        ifBlock(
          dummy,
          function parseRange_block(token3) {
            if (token3 === "option") {
              parseOption(dummy, token3);
              skip(";");
            } else
              throw illegal(token3);
          },
          function parseRange_line() {
            parseInlineOptions(dummy);
          }
        );
      }
      function parseNumber(token2, insideTryCatch) {
        var sign = 1;
        if (token2.charAt(0) === "-") {
          sign = -1;
          token2 = token2.substring(1);
        }
        switch (token2) {
          case "inf":
          case "INF":
          case "Inf":
            return sign * Infinity;
          case "nan":
          case "NAN":
          case "Nan":
          case "NaN":
            return NaN;
          case "0":
            return 0;
        }
        if (base10Re.test(token2))
          return sign * parseInt(token2, 10);
        if (base16Re.test(token2))
          return sign * parseInt(token2, 16);
        if (base8Re.test(token2))
          return sign * parseInt(token2, 8);
        if (numberRe.test(token2))
          return sign * parseFloat(token2);
        throw illegal(token2, "number", insideTryCatch);
      }
      function parseId(token2, acceptNegative) {
        switch (token2) {
          case "max":
          case "MAX":
          case "Max":
            return 536870911;
          case "0":
            return 0;
        }
        if (!acceptNegative && token2.charAt(0) === "-")
          throw illegal(token2, "id");
        if (base10NegRe.test(token2))
          return parseInt(token2, 10);
        if (base16NegRe.test(token2))
          return parseInt(token2, 16);
        if (base8NegRe.test(token2))
          return parseInt(token2, 8);
        throw illegal(token2, "id");
      }
      function parsePackage() {
        if (pkg !== void 0)
          throw illegal("package");
        pkg = next();
        if (!typeRefRe.test(pkg))
          throw illegal(pkg, "name");
        ptr = ptr.define(pkg);
        skip(";");
      }
      function parseImport() {
        var token2 = peek();
        var whichImports;
        switch (token2) {
          case "weak":
            whichImports = weakImports || (weakImports = []);
            next();
            break;
          case "public":
            next();
          // eslint-disable-next-line no-fallthrough
          default:
            whichImports = imports || (imports = []);
            break;
        }
        token2 = readString();
        skip(";");
        whichImports.push(token2);
      }
      function parseSyntax() {
        skip("=");
        edition = readString();
        if (edition < 2023)
          throw illegal(edition, "syntax");
        skip(";");
      }
      function parseEdition() {
        skip("=");
        edition = readString();
        const supportedEditions = ["2023"];
        if (!supportedEditions.includes(edition))
          throw illegal(edition, "edition");
        skip(";");
      }
      function parseCommon(parent, token2, depth) {
        if (depth === void 0)
          depth = 0;
        switch (token2) {
          case "option":
            parseOption(parent, token2);
            skip(";");
            return true;
          case "message":
            parseType(parent, token2, depth + 1);
            return true;
          case "enum":
            parseEnum(parent, token2);
            return true;
          case "service":
            parseService(parent, token2, depth + 1);
            return true;
          case "extend":
            parseExtension(parent, token2, depth);
            return true;
        }
        return false;
      }
      function ifBlock(obj, fnIf, fnElse) {
        var trailingLine = tn.line;
        if (obj) {
          if (typeof obj.comment !== "string") {
            obj.comment = cmnt();
          }
          obj.filename = parse.filename;
        }
        if (skip("{", true)) {
          var token2;
          while ((token2 = next()) !== "}")
            fnIf(token2);
          skip(";", true);
        } else {
          if (fnElse)
            fnElse();
          skip(";");
          if (obj && (typeof obj.comment !== "string" || preferTrailingComment))
            obj.comment = cmnt(trailingLine) || obj.comment;
        }
      }
      function parseType(parent, token2, depth) {
        if (depth === void 0)
          depth = 0;
        if (depth > util.nestingLimit)
          throw Error("max depth exceeded");
        if (!nameRe.test(token2 = next()))
          throw illegal(token2, "type name");
        var type = new Type(token2);
        ifBlock(type, function parseType_block(token3) {
          if (parseCommon(type, token3, depth))
            return;
          switch (token3) {
            case "map":
              parseMapField(type, token3);
              break;
            case "required":
              if (edition !== "proto2")
                throw illegal(token3);
            /* eslint-disable no-fallthrough */
            case "repeated":
              parseField(type, token3, void 0, depth + 1);
              break;
            case "optional":
              if (edition === "proto3") {
                parseField(type, "proto3_optional", void 0, depth + 1);
              } else if (edition !== "proto2") {
                throw illegal(token3);
              } else {
                parseField(type, "optional", void 0, depth + 1);
              }
              break;
            case "oneof":
              parseOneOf(type, token3, depth + 1);
              break;
            case "extensions":
              readRanges(type.extensions || (type.extensions = []));
              break;
            case "reserved":
              readRanges(type.reserved || (type.reserved = []), true);
              break;
            default:
              if (edition === "proto2" || !typeRefRe.test(token3)) {
                throw illegal(token3);
              }
              push(token3);
              parseField(type, "optional", void 0, depth + 1);
              break;
          }
        });
        parent.add(type);
        if (parent === ptr) {
          topLevelObjects.push(type);
        }
      }
      function parseField(parent, rule, extend, depth) {
        var type = next();
        if (type === "group") {
          parseGroup(parent, rule, depth);
          return;
        }
        while (type.endsWith(".") || peek().startsWith(".")) {
          type += next();
        }
        if (!typeRefRe.test(type))
          throw illegal(type, "type");
        var name = next();
        if (!nameRe.test(name))
          throw illegal(name, "name");
        name = applyCase(name);
        skip("=");
        var field = new Field(name, parseId(next()), type, rule, extend);
        ifBlock(field, function parseField_block(token2) {
          if (token2 === "option") {
            parseOption(field, token2);
            skip(";");
          } else
            throw illegal(token2);
        }, function parseField_line() {
          parseInlineOptions(field);
        });
        if (rule === "proto3_optional") {
          var oneof = new OneOf("_" + name);
          field.setOption("proto3_optional", true);
          oneof.add(field);
          parent.add(oneof);
        } else {
          parent.add(field);
        }
        if (parent === ptr) {
          topLevelObjects.push(field);
        }
      }
      function parseGroup(parent, rule, depth) {
        if (depth === void 0)
          depth = 0;
        if (depth > util.nestingLimit)
          throw Error("max depth exceeded");
        if (edition >= 2023) {
          throw illegal("group");
        }
        var name = next();
        if (!nameRe.test(name))
          throw illegal(name, "name");
        var fieldName = util.lcFirst(name);
        if (name === fieldName)
          name = util.ucFirst(name);
        skip("=");
        var id = parseId(next());
        var type = new Type(name);
        type.group = true;
        var field = new Field(fieldName, id, name, rule);
        field.filename = parse.filename;
        ifBlock(type, function parseGroup_block(token2) {
          switch (token2) {
            case "option":
              parseOption(type, token2);
              skip(";");
              break;
            case "required":
            case "repeated":
              parseField(type, token2, void 0, depth + 1);
              break;
            case "optional":
              if (edition === "proto3") {
                parseField(type, "proto3_optional", void 0, depth + 1);
              } else {
                parseField(type, "optional", void 0, depth + 1);
              }
              break;
            case "message":
              parseType(type, token2, depth + 1);
              break;
            case "enum":
              parseEnum(type, token2);
              break;
            case "reserved":
              readRanges(type.reserved || (type.reserved = []), true);
              break;
            /* istanbul ignore next */
            default:
              throw illegal(token2);
          }
        });
        parent.add(type).add(field);
      }
      function parseMapField(parent) {
        skip("<");
        var keyType = next();
        if (types2.mapKey[keyType] === void 0)
          throw illegal(keyType, "type");
        skip(",");
        var valueType = next();
        if (!typeRefRe.test(valueType))
          throw illegal(valueType, "type");
        skip(">");
        var name = next();
        if (!nameRe.test(name))
          throw illegal(name, "name");
        skip("=");
        var field = new MapField(applyCase(name), parseId(next()), keyType, valueType);
        ifBlock(field, function parseMapField_block(token2) {
          if (token2 === "option") {
            parseOption(field, token2);
            skip(";");
          } else
            throw illegal(token2);
        }, function parseMapField_line() {
          parseInlineOptions(field);
        });
        parent.add(field);
      }
      function parseOneOf(parent, token2, depth) {
        if (!nameRe.test(token2 = next()))
          throw illegal(token2, "name");
        var oneof = new OneOf(applyCase(token2));
        ifBlock(oneof, function parseOneOf_block(token3) {
          if (token3 === "option") {
            parseOption(oneof, token3);
            skip(";");
          } else {
            push(token3);
            parseField(oneof, "optional", void 0, depth);
          }
        });
        parent.add(oneof);
      }
      function parseEnum(parent, token2) {
        if (!nameRe.test(token2 = next()))
          throw illegal(token2, "name");
        var enm = new Enum(token2);
        ifBlock(enm, function parseEnum_block(token3) {
          switch (token3) {
            case "option":
              parseOption(enm, token3);
              skip(";");
              break;
            case "reserved":
              readRanges(enm.reserved || (enm.reserved = []), true);
              if (enm.reserved === void 0) enm.reserved = [];
              break;
            default:
              parseEnumValue(enm, token3);
          }
        });
        parent.add(enm);
        if (parent === ptr) {
          topLevelObjects.push(enm);
        }
      }
      function parseEnumValue(parent, token2) {
        if (!nameRe.test(token2))
          throw illegal(token2, "name");
        skip("=");
        var value = parseId(next(), true), dummy = {
          options: void 0
        };
        dummy.getOption = function(name) {
          return this.options[name];
        };
        dummy.setOption = function(name, value2) {
          ReflectionObject.prototype.setOption.call(dummy, name, value2);
        };
        dummy.setParsedOption = function() {
          return void 0;
        };
        ifBlock(dummy, function parseEnumValue_block(token3) {
          if (token3 === "option") {
            parseOption(dummy, token3);
            skip(";");
          } else
            throw illegal(token3);
        }, function parseEnumValue_line() {
          parseInlineOptions(dummy);
        });
        parent.add(token2, value, dummy.comment, dummy.parsedOptions || dummy.options);
      }
      function parseOption(parent, token2) {
        var option;
        var propName;
        var isOption = true;
        if (token2 === "option") {
          token2 = next();
        }
        while (token2 !== "=") {
          if (token2 === null) {
            throw illegal(token2, "end of input");
          }
          if (token2 === "(") {
            var parensValue = next();
            skip(")");
            token2 = "(" + parensValue + ")";
          }
          if (isOption) {
            isOption = false;
            if (token2.includes(".") && !token2.includes("(")) {
              var tokens = token2.split(".");
              option = tokens[0] + ".";
              token2 = tokens[1];
              continue;
            }
            option = token2;
          } else {
            propName = propName ? propName += token2 : token2;
          }
          token2 = next();
        }
        var name = propName ? option.concat(propName) : option;
        var optionValue = parseOptionValue(parent, name);
        propName = propName && propName[0] === "." ? propName.slice(1) : propName;
        option = option && option[option.length - 1] === "." ? option.slice(0, -1) : option;
        setParsedOption(parent, option, optionValue, propName);
      }
      function parseOptionValue(parent, name, depth) {
        if (depth === void 0)
          depth = 0;
        if (depth > util.recursionLimit)
          throw Error("max depth exceeded");
        if (skip("{", true)) {
          var objectResult = {};
          while (!skip("}", true)) {
            if (!nameRe.test(token = next())) {
              throw illegal(token, "name");
            }
            if (token === null) {
              throw illegal(token, "end of input");
            }
            var value;
            var propName = token;
            skip(":", true);
            if (peek() === "{") {
              value = parseOptionValue(parent, name + "." + token, depth + 1);
            } else if (peek() === "[") {
              value = [];
              var lastValue;
              if (skip("[", true)) {
                do {
                  lastValue = readValue(true);
                  value.push(lastValue);
                } while (skip(",", true));
                skip("]");
                if (typeof lastValue !== "undefined") {
                  setOption(parent, name + "." + token, lastValue);
                }
              }
            } else {
              value = readValue(true);
              setOption(parent, name + "." + token, value);
            }
            var prevValue = objectResult[propName];
            if (prevValue)
              value = [].concat(prevValue).concat(value);
            if (propName !== "__proto__")
              objectResult[propName] = value;
            skip(",", true);
            skip(";", true);
          }
          return objectResult;
        }
        var simpleValue = readValue(true);
        setOption(parent, name, simpleValue);
        return simpleValue;
      }
      function setOption(parent, name, value) {
        if (ptr === parent && /^features\./.test(name)) {
          topLevelOptions[name] = value;
          return;
        }
        if (parent.setOption)
          parent.setOption(name, value);
      }
      function setParsedOption(parent, name, value, propName) {
        if (parent.setParsedOption)
          parent.setParsedOption(name, value, propName);
      }
      function parseInlineOptions(parent) {
        if (skip("[", true)) {
          do {
            parseOption(parent, "option");
          } while (skip(",", true));
          skip("]");
        }
        return parent;
      }
      function parseService(parent, token2, depth) {
        if (depth === void 0)
          depth = 0;
        if (depth > util.recursionLimit)
          throw Error("max depth exceeded");
        if (!nameRe.test(token2 = next()))
          throw illegal(token2, "service name");
        var service = new Service(token2);
        ifBlock(service, function parseService_block(token3) {
          if (parseCommon(service, token3, depth)) {
            return;
          }
          if (token3 === "rpc")
            parseMethod(service, token3);
          else
            throw illegal(token3);
        });
        parent.add(service);
        if (parent === ptr) {
          topLevelObjects.push(service);
        }
      }
      function parseMethod(parent, token2) {
        var commentText = cmnt();
        var type = token2;
        if (!nameRe.test(token2 = next()))
          throw illegal(token2, "name");
        var name = token2, requestType, requestStream, responseType, responseStream;
        skip("(");
        if (skip("stream", true))
          requestStream = true;
        if (!typeRefRe.test(token2 = next()))
          throw illegal(token2);
        requestType = token2;
        skip(")");
        skip("returns");
        skip("(");
        if (skip("stream", true))
          responseStream = true;
        if (!typeRefRe.test(token2 = next()))
          throw illegal(token2);
        responseType = token2;
        skip(")");
        var method = new Method(name, type, requestType, responseType, requestStream, responseStream);
        method.comment = commentText;
        ifBlock(method, function parseMethod_block(token3) {
          if (token3 === "option") {
            parseOption(method, token3);
            skip(";");
          } else
            throw illegal(token3);
        });
        parent.add(method);
      }
      function parseExtension(parent, token2, depth) {
        if (!typeRefRe.test(token2 = next()))
          throw illegal(token2, "reference");
        var reference = token2;
        ifBlock(null, function parseExtension_block(token3) {
          switch (token3) {
            case "required":
            case "repeated":
              parseField(parent, token3, reference, depth + 1);
              break;
            case "optional":
              if (edition === "proto3") {
                parseField(parent, "proto3_optional", reference, depth + 1);
              } else {
                parseField(parent, "optional", reference, depth + 1);
              }
              break;
            default:
              if (edition === "proto2" || !typeRefRe.test(token3))
                throw illegal(token3);
              push(token3);
              parseField(parent, "optional", reference, depth + 1);
              break;
          }
        });
      }
      var token;
      while ((token = next()) !== null) {
        switch (token) {
          case "package":
            if (!head)
              throw illegal(token);
            parsePackage();
            break;
          case "import":
            if (!head)
              throw illegal(token);
            parseImport();
            break;
          case "syntax":
            if (!head)
              throw illegal(token);
            parseSyntax();
            break;
          case "edition":
            if (!head)
              throw illegal(token);
            parseEdition();
            break;
          case "option":
            parseOption(ptr, token);
            skip(";", true);
            break;
          default:
            if (parseCommon(ptr, token, 0)) {
              head = false;
              continue;
            }
            throw illegal(token);
        }
      }
      resolveFileFeatures();
      parse.filename = null;
      return {
        "package": pkg,
        "imports": imports,
        weakImports,
        root
      };
    }
  }
});

// node_modules/protobufjs/src/common.js
var require_common = __commonJS({
  "node_modules/protobufjs/src/common.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = common;
    var commonRe = /\/|\./;
    function common(name, json) {
      if (!commonRe.test(name)) {
        name = "google/protobuf/" + name + ".proto";
        json = { nested: { google: { nested: { protobuf: { nested: json } } } } };
      }
      common[name] = json;
    }
    common("any", {
      /**
       * Properties of a google.protobuf.Any message.
       * @interface IAny
       * @type {Object}
       * @property {string} [typeUrl]
       * @property {Uint8Array} [bytes]
       * @memberof common
       */
      Any: {
        fields: {
          type_url: {
            type: "string",
            id: 1
          },
          value: {
            type: "bytes",
            id: 2
          }
        }
      }
    });
    var timeType;
    common("duration", {
      /**
       * Properties of a google.protobuf.Duration message.
       * @interface IDuration
       * @type {Object}
       * @property {number|Long} [seconds]
       * @property {number} [nanos]
       * @memberof common
       */
      Duration: timeType = {
        fields: {
          seconds: {
            type: "int64",
            id: 1
          },
          nanos: {
            type: "int32",
            id: 2
          }
        }
      }
    });
    common("timestamp", {
      /**
       * Properties of a google.protobuf.Timestamp message.
       * @interface ITimestamp
       * @type {Object}
       * @property {number|Long} [seconds]
       * @property {number} [nanos]
       * @memberof common
       */
      Timestamp: timeType
    });
    common("empty", {
      /**
       * Properties of a google.protobuf.Empty message.
       * @interface IEmpty
       * @memberof common
       */
      Empty: {
        fields: {}
      }
    });
    common("struct", {
      /**
       * Properties of a google.protobuf.Struct message.
       * @interface IStruct
       * @type {Object}
       * @property {Object.<string,IValue>} [fields]
       * @memberof common
       */
      Struct: {
        fields: {
          fields: {
            keyType: "string",
            type: "Value",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.Value message.
       * @interface IValue
       * @type {Object}
       * @property {string} [kind]
       * @property {0} [nullValue]
       * @property {number} [numberValue]
       * @property {string} [stringValue]
       * @property {boolean} [boolValue]
       * @property {IStruct} [structValue]
       * @property {IListValue} [listValue]
       * @memberof common
       */
      Value: {
        oneofs: {
          kind: {
            oneof: [
              "nullValue",
              "numberValue",
              "stringValue",
              "boolValue",
              "structValue",
              "listValue"
            ]
          }
        },
        fields: {
          nullValue: {
            type: "NullValue",
            id: 1
          },
          numberValue: {
            type: "double",
            id: 2
          },
          stringValue: {
            type: "string",
            id: 3
          },
          boolValue: {
            type: "bool",
            id: 4
          },
          structValue: {
            type: "Struct",
            id: 5
          },
          listValue: {
            type: "ListValue",
            id: 6
          }
        }
      },
      NullValue: {
        values: {
          NULL_VALUE: 0
        }
      },
      /**
       * Properties of a google.protobuf.ListValue message.
       * @interface IListValue
       * @type {Object}
       * @property {Array.<IValue>} [values]
       * @memberof common
       */
      ListValue: {
        fields: {
          values: {
            rule: "repeated",
            type: "Value",
            id: 1
          }
        }
      }
    });
    common("wrappers", {
      /**
       * Properties of a google.protobuf.DoubleValue message.
       * @interface IDoubleValue
       * @type {Object}
       * @property {number} [value]
       * @memberof common
       */
      DoubleValue: {
        fields: {
          value: {
            type: "double",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.FloatValue message.
       * @interface IFloatValue
       * @type {Object}
       * @property {number} [value]
       * @memberof common
       */
      FloatValue: {
        fields: {
          value: {
            type: "float",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.Int64Value message.
       * @interface IInt64Value
       * @type {Object}
       * @property {number|Long} [value]
       * @memberof common
       */
      Int64Value: {
        fields: {
          value: {
            type: "int64",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.UInt64Value message.
       * @interface IUInt64Value
       * @type {Object}
       * @property {number|Long} [value]
       * @memberof common
       */
      UInt64Value: {
        fields: {
          value: {
            type: "uint64",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.Int32Value message.
       * @interface IInt32Value
       * @type {Object}
       * @property {number} [value]
       * @memberof common
       */
      Int32Value: {
        fields: {
          value: {
            type: "int32",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.UInt32Value message.
       * @interface IUInt32Value
       * @type {Object}
       * @property {number} [value]
       * @memberof common
       */
      UInt32Value: {
        fields: {
          value: {
            type: "uint32",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.BoolValue message.
       * @interface IBoolValue
       * @type {Object}
       * @property {boolean} [value]
       * @memberof common
       */
      BoolValue: {
        fields: {
          value: {
            type: "bool",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.StringValue message.
       * @interface IStringValue
       * @type {Object}
       * @property {string} [value]
       * @memberof common
       */
      StringValue: {
        fields: {
          value: {
            type: "string",
            id: 1
          }
        }
      },
      /**
       * Properties of a google.protobuf.BytesValue message.
       * @interface IBytesValue
       * @type {Object}
       * @property {Uint8Array} [value]
       * @memberof common
       */
      BytesValue: {
        fields: {
          value: {
            type: "bytes",
            id: 1
          }
        }
      }
    });
    common("field_mask", {
      /**
       * Properties of a google.protobuf.FieldMask message.
       * @interface IDoubleValue
       * @type {Object}
       * @property {number} [value]
       * @memberof common
       */
      FieldMask: {
        fields: {
          paths: {
            rule: "repeated",
            type: "string",
            id: 1
          }
        }
      }
    });
    common.get = function get(file) {
      return common[file] || null;
    };
  }
});

// node_modules/protobufjs/src/index.js
var require_src = __commonJS({
  "node_modules/protobufjs/src/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var protobuf = module2.exports = require_index_light();
    protobuf.build = "full";
    protobuf.tokenize = require_tokenize();
    protobuf.parse = require_parse();
    protobuf.common = require_common();
    protobuf.Root._configure(protobuf.Type, protobuf.parse, protobuf.common);
  }
});

// node_modules/protobufjs/index.js
var require_protobufjs = __commonJS({
  "node_modules/protobufjs/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = require_src();
  }
});

// node_modules/google-gax/build/src/featureDetection.js
var require_featureDetection = __commonJS({
  "node_modules/google-gax/build/src/featureDetection.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.hasWindowFetch = hasWindowFetch;
    exports2.isNodeJS = isNodeJS;
    var features = {
      windowFetch: typeof window !== "undefined" && window?.fetch && typeof window?.fetch === "function",
      // eslint-disable-next-line n/no-unsupported-features/node-builtins
      textEncoder: typeof TextEncoder !== "undefined",
      // eslint-disable-next-line n/no-unsupported-features/node-builtins
      textDecoder: typeof TextDecoder !== "undefined",
      nodeJS: typeof process !== "undefined" && process?.versions?.node
    };
    function hasWindowFetch() {
      return features.windowFetch;
    }
    function isNodeJS() {
      return features.nodeJS;
    }
  }
});

// node_modules/google-gax/build/src/warnings.js
var require_warnings = __commonJS({
  "node_modules/google-gax/build/src/warnings.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.warn = warn;
    var featureDetection_1 = require_featureDetection();
    var emittedWarnings = /* @__PURE__ */ new Set();
    function warn(code, message, warnType) {
      if (emittedWarnings.has(code)) {
        return;
      }
      emittedWarnings.add(code);
      if (!(0, featureDetection_1.isNodeJS)()) {
        console.warn(message);
      } else if (typeof warnType !== "undefined") {
        process.emitWarning(message, {
          type: warnType
        });
      } else {
        process.emitWarning(message);
      }
    }
  }
});

// node_modules/google-gax/build/src/util.js
var require_util2 = __commonJS({
  "node_modules/google-gax/build/src/util.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ignoredClientHeaderTokens = exports2.decodeAnyProtosInArray = exports2.decodeProtobufAny = exports2.getProtoNameFromFullName = void 0;
    exports2.camelToSnakeCase = camelToSnakeCase;
    exports2.toCamelCase = toCamelCase;
    exports2.toLowerCamelCase = toLowerCamelCase;
    exports2.makeUUID = makeUUID;
    var PROTO_TYPE_PREFIX = "type.googleapis.com/";
    var NUM_OF_PARTS_IN_PROTO_TYPE_NAME = 2;
    var randomUUID = () => globalThis.crypto?.randomUUID() || require("crypto").randomUUID();
    function words(str, normalize = false) {
      if (normalize) {
        str = str.replace(/([A-Z])([A-Z]+)([A-Z])/g, (str2) => {
          return str2[0] + str2.slice(1, str2.length - 1).toLowerCase() + str2[str2.length - 1];
        });
      }
      return str.split(/(?=[A-Z])|[^A-Za-z0-9.]+/).filter((w) => w.length > 0).map((w, index) => index === 0 ? w : w.toLowerCase());
    }
    function lowercase(str) {
      if (str.length === 0) {
        return str;
      }
      return str[0].toLowerCase() + str.slice(1);
    }
    function camelToSnakeCase(str) {
      const wordsList = words(str);
      if (wordsList.length === 0) {
        return str;
      }
      const result = [wordsList[0]];
      result.push(...wordsList.slice(1).map(lowercase));
      return result.join("_");
    }
    function capitalize(str) {
      if (str.length === 0) {
        return str;
      }
      return str[0].toUpperCase() + str.slice(1);
    }
    function toCamelCase(str) {
      const wordsList = words(
        str,
        /*normalize:*/
        true
      );
      if (wordsList.length === 0) {
        return str;
      }
      const result = [wordsList[0]];
      result.push(...wordsList.slice(1).map((w) => {
        if (w.match(/^\d+$/)) {
          return "_" + w;
        }
        return capitalize(w);
      }));
      return result.join("");
    }
    function toLowerCamelCase(str) {
      const camelCase = toCamelCase(str);
      if (camelCase.length === 0) {
        return camelCase;
      }
      return camelCase[0].toLowerCase() + camelCase.slice(1);
    }
    function makeUUID() {
      return randomUUID();
    }
    var getProtoNameFromFullName = (fullTypeName) => {
      const parts = fullTypeName.split(PROTO_TYPE_PREFIX);
      if (parts.length !== NUM_OF_PARTS_IN_PROTO_TYPE_NAME) {
        throw Error("Can't get proto name");
      }
      return parts[1];
    };
    exports2.getProtoNameFromFullName = getProtoNameFromFullName;
    var decodeProtobufAny = (anyValue, protobuf) => {
      if (anyValue.type_url === "") {
        throw new Error("Any type_url is not set");
      }
      const typeName = (0, exports2.getProtoNameFromFullName)(anyValue.type_url);
      const type = protobuf.lookupType(typeName);
      return type.decode(anyValue.value);
    };
    exports2.decodeProtobufAny = decodeProtobufAny;
    var decodeAnyProtosInArray = (protoList, protobuf) => {
      const protoListDecoded = [];
      for (const proto of protoList) {
        if (proto.constructor.name === "Any") {
          try {
            const decodedAnyProto = (0, exports2.decodeProtobufAny)(proto, protobuf);
            protoListDecoded.push(decodedAnyProto);
          } catch (e) {
          }
          continue;
        }
        protoListDecoded.push(proto);
      }
      return protoListDecoded;
    };
    exports2.decodeAnyProtosInArray = decodeAnyProtosInArray;
    exports2.ignoredClientHeaderTokens = [
      "gl-node",
      "gl-web",
      "grpc",
      "grpc-web",
      "rest",
      "gax",
      "auth",
      "gapic",
      "gccl"
    ];
  }
});

// node_modules/@opentelemetry/api/dist/diag/types.cjs
var require_types2 = __commonJS({
  "node_modules/@opentelemetry/api/dist/diag/types.cjs"(exports2) {
    init_fetch_classes();
    var DiagLogLevel = /* @__PURE__ */ (function(DiagLogLevel2) {
      DiagLogLevel2[DiagLogLevel2["NONE"] = 0] = "NONE";
      DiagLogLevel2[DiagLogLevel2["ERROR"] = 30] = "ERROR";
      DiagLogLevel2[DiagLogLevel2["WARN"] = 50] = "WARN";
      DiagLogLevel2[DiagLogLevel2["INFO"] = 60] = "INFO";
      DiagLogLevel2[DiagLogLevel2["DEBUG"] = 70] = "DEBUG";
      DiagLogLevel2[DiagLogLevel2["VERBOSE"] = 80] = "VERBOSE";
      DiagLogLevel2[DiagLogLevel2["ALL"] = 9999] = "ALL";
      return DiagLogLevel2;
    })({});
    exports2.DiagLogLevel = DiagLogLevel;
  }
});

// node_modules/@opentelemetry/api/dist/version.cjs
var require_version = __commonJS({
  "node_modules/@opentelemetry/api/dist/version.cjs"(exports2) {
    init_fetch_classes();
    var VERSION = "1.10.0";
    exports2.VERSION = VERSION;
  }
});

// node_modules/@opentelemetry/api/dist/internal/semver.cjs
var require_semver = __commonJS({
  "node_modules/@opentelemetry/api/dist/internal/semver.cjs"(exports2) {
    init_fetch_classes();
    var require_version2 = require_version();
    var re = /^(\d+)\.(\d+)\.(\d+)(-(.+))?$/;
    function _makeCompatibilityCheck(ownVersion) {
      const acceptedVersions = /* @__PURE__ */ new Set([ownVersion]);
      const rejectedVersions = /* @__PURE__ */ new Set();
      const myVersionMatch = ownVersion.match(re);
      if (!myVersionMatch) return () => false;
      const ownVersionParsed = {
        major: +myVersionMatch[1],
        minor: +myVersionMatch[2],
        patch: +myVersionMatch[3],
        prerelease: myVersionMatch[4]
      };
      if (ownVersionParsed.prerelease != null) return function isExactmatch(globalVersion) {
        return globalVersion === ownVersion;
      };
      function _reject(v) {
        rejectedVersions.add(v);
        return false;
      }
      function _accept(v) {
        acceptedVersions.add(v);
        return true;
      }
      return function isCompatible2(globalVersion) {
        if (acceptedVersions.has(globalVersion)) return true;
        if (rejectedVersions.has(globalVersion)) return false;
        const globalVersionMatch = globalVersion.match(re);
        if (!globalVersionMatch) return _reject(globalVersion);
        const globalVersionParsed = {
          major: +globalVersionMatch[1],
          minor: +globalVersionMatch[2],
          patch: +globalVersionMatch[3],
          prerelease: globalVersionMatch[4]
        };
        if (globalVersionParsed.prerelease != null) return _reject(globalVersion);
        if (ownVersionParsed.major !== globalVersionParsed.major) return _reject(globalVersion);
        if (ownVersionParsed.major === 0) {
          if (ownVersionParsed.minor === globalVersionParsed.minor && ownVersionParsed.patch <= globalVersionParsed.patch) return _accept(globalVersion);
          return _reject(globalVersion);
        }
        if (ownVersionParsed.minor <= globalVersionParsed.minor) return _accept(globalVersion);
        return _reject(globalVersion);
      };
    }
    var isCompatible = _makeCompatibilityCheck(require_version2.VERSION);
    exports2._makeCompatibilityCheck = _makeCompatibilityCheck;
    exports2.isCompatible = isCompatible;
  }
});

// node_modules/@opentelemetry/api/dist/internal/global-utils.cjs
var require_global_utils = __commonJS({
  "node_modules/@opentelemetry/api/dist/internal/global-utils.cjs"(exports2) {
    init_fetch_classes();
    var require_version2 = require_version();
    var require_semver2 = require_semver();
    var major = require_version2.VERSION.split(".")[0];
    var GLOBAL_OPENTELEMETRY_API_KEY = /* @__PURE__ */ Symbol.for(`opentelemetry.js.api.${major}`);
    var _global = typeof globalThis === "object" ? globalThis : typeof self === "object" ? self : typeof window === "object" ? window : typeof global === "object" ? global : {};
    function _makeGlobalApi() {
      return Object.defineProperty({}, "version", {
        value: require_version2.VERSION,
        enumerable: true,
        writable: false,
        configurable: false
      });
    }
    function registerGlobal(type, instance, diag, allowOverride = false) {
      var _global$GLOBAL_OPENTE;
      const api = _global[GLOBAL_OPENTELEMETRY_API_KEY] = (_global$GLOBAL_OPENTE = _global[GLOBAL_OPENTELEMETRY_API_KEY]) !== null && _global$GLOBAL_OPENTE !== void 0 ? _global$GLOBAL_OPENTE : _makeGlobalApi();
      if (!allowOverride && api[type]) {
        const err = /* @__PURE__ */ new Error(`@opentelemetry/api: Attempted duplicate registration of API: ${type}`);
        diag.error(err.stack || err.message);
        return false;
      }
      if (api.version !== "1.10.0") {
        const err = /* @__PURE__ */ new Error(`@opentelemetry/api: Registration of version v${api.version} for ${type} does not match previously registered API v${require_version2.VERSION}`);
        diag.error(err.stack || err.message);
        return false;
      }
      api[type] = instance;
      diag.debug(`@opentelemetry/api: Registered a global for ${type} v${require_version2.VERSION}.`);
      return true;
    }
    var _compatibleGlobalApi;
    function getGlobal(type) {
      const api = _global[GLOBAL_OPENTELEMETRY_API_KEY];
      if (api == null) return;
      if (api !== _compatibleGlobalApi) {
        if (!api.version || !require_semver2.isCompatible(api.version)) return;
        _compatibleGlobalApi = api;
      }
      return api[type];
    }
    function unregisterGlobal(type, diag) {
      diag.debug(`@opentelemetry/api: Unregistering a global for ${type} v${require_version2.VERSION}.`);
      const api = _global[GLOBAL_OPENTELEMETRY_API_KEY];
      if (api) delete api[type];
    }
    exports2.getGlobal = getGlobal;
    exports2.registerGlobal = registerGlobal;
    exports2.unregisterGlobal = unregisterGlobal;
  }
});

// node_modules/@opentelemetry/api/dist/diag/ComponentLogger.cjs
var require_ComponentLogger = __commonJS({
  "node_modules/@opentelemetry/api/dist/diag/ComponentLogger.cjs"(exports2) {
    init_fetch_classes();
    var require_global_utils2 = require_global_utils();
    var DiagComponentLogger = class {
      constructor(props) {
        this._namespace = props.namespace || "DiagComponentLogger";
      }
      debug(...args) {
        return logProxy("debug", this._namespace, args);
      }
      error(...args) {
        return logProxy("error", this._namespace, args);
      }
      info(...args) {
        return logProxy("info", this._namespace, args);
      }
      warn(...args) {
        return logProxy("warn", this._namespace, args);
      }
      verbose(...args) {
        return logProxy("verbose", this._namespace, args);
      }
    };
    function logProxy(funcName, namespace, args) {
      const logger = require_global_utils2.getGlobal("diag");
      if (!logger) return;
      return logger[funcName](namespace, ...args);
    }
    exports2.DiagComponentLogger = DiagComponentLogger;
  }
});

// node_modules/@opentelemetry/api/dist/diag/internal/logLevelLogger.cjs
var require_logLevelLogger = __commonJS({
  "node_modules/@opentelemetry/api/dist/diag/internal/logLevelLogger.cjs"(exports2) {
    init_fetch_classes();
    require_types2();
    function createLogLevelDiagLogger(maxLevel, logger) {
      if (maxLevel < 0) maxLevel = 0;
      else if (maxLevel > 9999) maxLevel = 9999;
      logger = logger || {};
      function _filterFunc(funcName, theLevel) {
        const theFunc = logger[funcName];
        if (typeof theFunc === "function" && maxLevel >= theLevel) return theFunc.bind(logger);
        return function() {
        };
      }
      return {
        error: _filterFunc("error", 30),
        warn: _filterFunc("warn", 50),
        info: _filterFunc("info", 60),
        debug: _filterFunc("debug", 70),
        verbose: _filterFunc("verbose", 80)
      };
    }
    exports2.createLogLevelDiagLogger = createLogLevelDiagLogger;
  }
});

// node_modules/@opentelemetry/api/dist/api/diag.cjs
var require_diag = __commonJS({
  "node_modules/@opentelemetry/api/dist/api/diag.cjs"(exports2) {
    init_fetch_classes();
    var require_global_utils2 = require_global_utils();
    var require_ComponentLogger2 = require_ComponentLogger();
    require_types2();
    var require_logLevelLogger2 = require_logLevelLogger();
    var API_NAME = "diag";
    var DiagAPI = class DiagAPI2 {
      /** Get the singleton instance of the DiagAPI API */
      static instance() {
        if (!this._instance) this._instance = new DiagAPI2();
        return this._instance;
      }
      /**
      * Private internal constructor
      * @private
      */
      constructor() {
        function _logProxy(funcName) {
          return function(...args) {
            const logger = require_global_utils2.getGlobal("diag");
            if (!logger) return;
            return logger[funcName](...args);
          };
        }
        const self2 = this;
        const setLogger = (logger, optionsOrLogLevel = { logLevel: 60 }) => {
          var _optionsOrLogLevel$lo;
          if (logger === self2) {
            var _err$stack;
            const err = /* @__PURE__ */ new Error("Cannot use diag as the logger for itself. Please use a DiagLogger implementation like ConsoleDiagLogger or a custom implementation");
            self2.error((_err$stack = err.stack) !== null && _err$stack !== void 0 ? _err$stack : err.message);
            return false;
          }
          if (typeof optionsOrLogLevel === "number") optionsOrLogLevel = { logLevel: optionsOrLogLevel };
          const oldLogger = require_global_utils2.getGlobal("diag");
          const newLogger = require_logLevelLogger2.createLogLevelDiagLogger((_optionsOrLogLevel$lo = optionsOrLogLevel.logLevel) !== null && _optionsOrLogLevel$lo !== void 0 ? _optionsOrLogLevel$lo : 60, logger);
          if (oldLogger && !optionsOrLogLevel.suppressOverrideMessage) {
            var _Error$stack;
            const stack = (_Error$stack = (/* @__PURE__ */ new Error()).stack) !== null && _Error$stack !== void 0 ? _Error$stack : "<failed to generate stacktrace>";
            oldLogger.warn(`Current logger will be overwritten from ${stack}`);
            newLogger.warn(`Current logger will overwrite one already registered from ${stack}`);
          }
          return require_global_utils2.registerGlobal("diag", newLogger, self2, true);
        };
        self2.setLogger = setLogger;
        self2.disable = () => {
          require_global_utils2.unregisterGlobal(API_NAME, self2);
        };
        self2.createComponentLogger = (options) => {
          return new require_ComponentLogger2.DiagComponentLogger(options);
        };
        self2.verbose = _logProxy("verbose");
        self2.debug = _logProxy("debug");
        self2.info = _logProxy("info");
        self2.warn = _logProxy("warn");
        self2.error = _logProxy("error");
      }
    };
    exports2.DiagAPI = DiagAPI;
  }
});

// node_modules/@opentelemetry/api/dist/baggage/internal/baggage-impl.cjs
var require_baggage_impl = __commonJS({
  "node_modules/@opentelemetry/api/dist/baggage/internal/baggage-impl.cjs"(exports2) {
    init_fetch_classes();
    var BaggageImpl = class BaggageImpl2 {
      constructor(entries) {
        this._entries = entries ? new Map(entries) : /* @__PURE__ */ new Map();
      }
      getEntry(key) {
        const entry = this._entries.get(key);
        if (!entry) return;
        return Object.assign({}, entry);
      }
      getAllEntries() {
        return Array.from(this._entries.entries());
      }
      setEntry(key, entry) {
        const newBaggage = new BaggageImpl2(this._entries);
        newBaggage._entries.set(key, entry);
        return newBaggage;
      }
      removeEntry(key) {
        const newBaggage = new BaggageImpl2(this._entries);
        newBaggage._entries.delete(key);
        return newBaggage;
      }
      removeEntries(...keys) {
        const newBaggage = new BaggageImpl2(this._entries);
        for (const key of keys) newBaggage._entries.delete(key);
        return newBaggage;
      }
      clear() {
        return new BaggageImpl2();
      }
    };
    exports2.BaggageImpl = BaggageImpl;
  }
});

// node_modules/@opentelemetry/api/dist/baggage/internal/symbol.cjs
var require_symbol = __commonJS({
  "node_modules/@opentelemetry/api/dist/baggage/internal/symbol.cjs"(exports2) {
    init_fetch_classes();
    var baggageEntryMetadataSymbol = /* @__PURE__ */ Symbol("BaggageEntryMetadata");
    exports2.baggageEntryMetadataSymbol = baggageEntryMetadataSymbol;
  }
});

// node_modules/@opentelemetry/api/dist/baggage/utils.cjs
var require_utils = __commonJS({
  "node_modules/@opentelemetry/api/dist/baggage/utils.cjs"(exports2) {
    init_fetch_classes();
    var require_diag2 = require_diag();
    var require_baggage_impl2 = require_baggage_impl();
    var require_symbol2 = require_symbol();
    var diag = require_diag2.DiagAPI.instance();
    function createBaggage(entries = {}) {
      return new require_baggage_impl2.BaggageImpl(new Map(Object.entries(entries)));
    }
    function baggageEntryMetadataFromString(str) {
      if (typeof str !== "string") {
        diag.error(`Cannot create baggage metadata from unknown type: ${typeof str}`);
        str = "";
      }
      return {
        __TYPE__: require_symbol2.baggageEntryMetadataSymbol,
        toString() {
          return str;
        }
      };
    }
    exports2.baggageEntryMetadataFromString = baggageEntryMetadataFromString;
    exports2.createBaggage = createBaggage;
  }
});

// node_modules/@opentelemetry/api/dist/context/context.cjs
var require_context = __commonJS({
  "node_modules/@opentelemetry/api/dist/context/context.cjs"(exports2) {
    init_fetch_classes();
    function createContextKey(description) {
      return Symbol.for(description);
    }
    var ROOT_CONTEXT = new class BaseContext {
      /**
      * Construct a new context which inherits values from an optional parent context.
      *
      * @param parentContext a context from which to inherit values
      */
      constructor(parentContext) {
        const self2 = this;
        self2._currentContext = parentContext ? new Map(parentContext) : /* @__PURE__ */ new Map();
        self2.getValue = (key) => self2._currentContext.get(key);
        self2.setValue = (key, value) => {
          const context = new BaseContext(self2._currentContext);
          context._currentContext.set(key, value);
          return context;
        };
        self2.deleteValue = (key) => {
          const context = new BaseContext(self2._currentContext);
          context._currentContext.delete(key);
          return context;
        };
      }
    }();
    exports2.ROOT_CONTEXT = ROOT_CONTEXT;
    exports2.createContextKey = createContextKey;
  }
});

// node_modules/@opentelemetry/api/dist/diag/consoleLogger.cjs
var require_consoleLogger = __commonJS({
  "node_modules/@opentelemetry/api/dist/diag/consoleLogger.cjs"(exports2) {
    init_fetch_classes();
    var consoleMap = [
      {
        n: "error",
        c: "error"
      },
      {
        n: "warn",
        c: "warn"
      },
      {
        n: "info",
        c: "info"
      },
      {
        n: "debug",
        c: "debug"
      },
      {
        n: "verbose",
        c: "trace"
      }
    ];
    var _originalConsoleMethods = {};
    if (typeof console !== "undefined") {
      for (const key of [
        "error",
        "warn",
        "info",
        "debug",
        "trace",
        "log"
      ]) if (typeof console[key] === "function") _originalConsoleMethods[key] = console[key];
    }
    var DiagConsoleLogger = class {
      constructor() {
        function _consoleFunc(funcName) {
          return function(...args) {
            let theFunc = _originalConsoleMethods[funcName];
            if (typeof theFunc !== "function") theFunc = _originalConsoleMethods["log"];
            if (typeof theFunc !== "function" && console) {
              theFunc = console[funcName];
              if (typeof theFunc !== "function") theFunc = console.log;
            }
            if (typeof theFunc === "function") return theFunc.apply(console, args);
          };
        }
        for (let i2 = 0; i2 < consoleMap.length; i2++) this[consoleMap[i2].n] = _consoleFunc(consoleMap[i2].c);
      }
    };
    exports2.DiagConsoleLogger = DiagConsoleLogger;
    exports2._originalConsoleMethods = _originalConsoleMethods;
  }
});

// node_modules/@opentelemetry/api/dist/metrics/NoopMeter.cjs
var require_NoopMeter = __commonJS({
  "node_modules/@opentelemetry/api/dist/metrics/NoopMeter.cjs"(exports2) {
    init_fetch_classes();
    var NoopMeter = class {
      constructor() {
      }
      /**
      * @see {@link Meter.createGauge}
      */
      createGauge(_name, _options) {
        return NOOP_GAUGE_METRIC;
      }
      /**
      * @see {@link Meter.createHistogram}
      */
      createHistogram(_name, _options) {
        return NOOP_HISTOGRAM_METRIC;
      }
      /**
      * @see {@link Meter.createCounter}
      */
      createCounter(_name, _options) {
        return NOOP_COUNTER_METRIC;
      }
      /**
      * @see {@link Meter.createUpDownCounter}
      */
      createUpDownCounter(_name, _options) {
        return NOOP_UP_DOWN_COUNTER_METRIC;
      }
      /**
      * @see {@link Meter.createObservableGauge}
      */
      createObservableGauge(_name, _options) {
        return NOOP_OBSERVABLE_GAUGE_METRIC;
      }
      /**
      * @see {@link Meter.createObservableCounter}
      */
      createObservableCounter(_name, _options) {
        return NOOP_OBSERVABLE_COUNTER_METRIC;
      }
      /**
      * @see {@link Meter.createObservableUpDownCounter}
      */
      createObservableUpDownCounter(_name, _options) {
        return NOOP_OBSERVABLE_UP_DOWN_COUNTER_METRIC;
      }
      /**
      * @see {@link Meter.addBatchObservableCallback}
      */
      addBatchObservableCallback(_callback, _observables) {
      }
      /**
      * @see {@link Meter.removeBatchObservableCallback}
      */
      removeBatchObservableCallback(_callback) {
      }
    };
    var NoopMetric = class {
    };
    var NoopCounterMetric = class extends NoopMetric {
      add(_value, _attributes) {
      }
    };
    var NoopUpDownCounterMetric = class extends NoopMetric {
      add(_value, _attributes) {
      }
    };
    var NoopGaugeMetric = class extends NoopMetric {
      record(_value, _attributes) {
      }
    };
    var NoopHistogramMetric = class extends NoopMetric {
      record(_value, _attributes) {
      }
    };
    var NoopObservableMetric = class {
      addCallback(_callback) {
      }
      removeCallback(_callback) {
      }
    };
    var NoopObservableCounterMetric = class extends NoopObservableMetric {
    };
    var NoopObservableGaugeMetric = class extends NoopObservableMetric {
    };
    var NoopObservableUpDownCounterMetric = class extends NoopObservableMetric {
    };
    var NOOP_METER = new NoopMeter();
    var NOOP_COUNTER_METRIC = new NoopCounterMetric();
    var NOOP_GAUGE_METRIC = new NoopGaugeMetric();
    var NOOP_HISTOGRAM_METRIC = new NoopHistogramMetric();
    var NOOP_UP_DOWN_COUNTER_METRIC = new NoopUpDownCounterMetric();
    var NOOP_OBSERVABLE_COUNTER_METRIC = new NoopObservableCounterMetric();
    var NOOP_OBSERVABLE_GAUGE_METRIC = new NoopObservableGaugeMetric();
    var NOOP_OBSERVABLE_UP_DOWN_COUNTER_METRIC = new NoopObservableUpDownCounterMetric();
    function createNoopMeter() {
      return NOOP_METER;
    }
    exports2.NOOP_COUNTER_METRIC = NOOP_COUNTER_METRIC;
    exports2.NOOP_GAUGE_METRIC = NOOP_GAUGE_METRIC;
    exports2.NOOP_HISTOGRAM_METRIC = NOOP_HISTOGRAM_METRIC;
    exports2.NOOP_METER = NOOP_METER;
    exports2.NOOP_OBSERVABLE_COUNTER_METRIC = NOOP_OBSERVABLE_COUNTER_METRIC;
    exports2.NOOP_OBSERVABLE_GAUGE_METRIC = NOOP_OBSERVABLE_GAUGE_METRIC;
    exports2.NOOP_OBSERVABLE_UP_DOWN_COUNTER_METRIC = NOOP_OBSERVABLE_UP_DOWN_COUNTER_METRIC;
    exports2.NOOP_UP_DOWN_COUNTER_METRIC = NOOP_UP_DOWN_COUNTER_METRIC;
    exports2.NoopCounterMetric = NoopCounterMetric;
    exports2.NoopGaugeMetric = NoopGaugeMetric;
    exports2.NoopHistogramMetric = NoopHistogramMetric;
    exports2.NoopMeter = NoopMeter;
    exports2.NoopMetric = NoopMetric;
    exports2.NoopObservableCounterMetric = NoopObservableCounterMetric;
    exports2.NoopObservableGaugeMetric = NoopObservableGaugeMetric;
    exports2.NoopObservableMetric = NoopObservableMetric;
    exports2.NoopObservableUpDownCounterMetric = NoopObservableUpDownCounterMetric;
    exports2.NoopUpDownCounterMetric = NoopUpDownCounterMetric;
    exports2.createNoopMeter = createNoopMeter;
  }
});

// node_modules/@opentelemetry/api/dist/metrics/Metric.cjs
var require_Metric = __commonJS({
  "node_modules/@opentelemetry/api/dist/metrics/Metric.cjs"(exports2) {
    init_fetch_classes();
    var ValueType = /* @__PURE__ */ (function(ValueType2) {
      ValueType2[ValueType2["INT"] = 0] = "INT";
      ValueType2[ValueType2["DOUBLE"] = 1] = "DOUBLE";
      return ValueType2;
    })({});
    exports2.ValueType = ValueType;
  }
});

// node_modules/@opentelemetry/api/dist/logs/NoopLogger.cjs
var require_NoopLogger = __commonJS({
  "node_modules/@opentelemetry/api/dist/logs/NoopLogger.cjs"(exports2) {
    init_fetch_classes();
    var NoopLogger = class {
      emit(_logRecord) {
      }
      enabled() {
        return false;
      }
    };
    var NOOP_LOGGER = new NoopLogger();
    function createNoopLogger() {
      return NOOP_LOGGER;
    }
    exports2.NOOP_LOGGER = NOOP_LOGGER;
    exports2.NoopLogger = NoopLogger;
    exports2.createNoopLogger = createNoopLogger;
  }
});

// node_modules/@opentelemetry/api/dist/logs/LogRecord.cjs
var require_LogRecord = __commonJS({
  "node_modules/@opentelemetry/api/dist/logs/LogRecord.cjs"(exports2) {
    init_fetch_classes();
    var SeverityNumber = /* @__PURE__ */ (function(SeverityNumber2) {
      SeverityNumber2[SeverityNumber2["UNSPECIFIED"] = 0] = "UNSPECIFIED";
      SeverityNumber2[SeverityNumber2["TRACE"] = 1] = "TRACE";
      SeverityNumber2[SeverityNumber2["TRACE2"] = 2] = "TRACE2";
      SeverityNumber2[SeverityNumber2["TRACE3"] = 3] = "TRACE3";
      SeverityNumber2[SeverityNumber2["TRACE4"] = 4] = "TRACE4";
      SeverityNumber2[SeverityNumber2["DEBUG"] = 5] = "DEBUG";
      SeverityNumber2[SeverityNumber2["DEBUG2"] = 6] = "DEBUG2";
      SeverityNumber2[SeverityNumber2["DEBUG3"] = 7] = "DEBUG3";
      SeverityNumber2[SeverityNumber2["DEBUG4"] = 8] = "DEBUG4";
      SeverityNumber2[SeverityNumber2["INFO"] = 9] = "INFO";
      SeverityNumber2[SeverityNumber2["INFO2"] = 10] = "INFO2";
      SeverityNumber2[SeverityNumber2["INFO3"] = 11] = "INFO3";
      SeverityNumber2[SeverityNumber2["INFO4"] = 12] = "INFO4";
      SeverityNumber2[SeverityNumber2["WARN"] = 13] = "WARN";
      SeverityNumber2[SeverityNumber2["WARN2"] = 14] = "WARN2";
      SeverityNumber2[SeverityNumber2["WARN3"] = 15] = "WARN3";
      SeverityNumber2[SeverityNumber2["WARN4"] = 16] = "WARN4";
      SeverityNumber2[SeverityNumber2["ERROR"] = 17] = "ERROR";
      SeverityNumber2[SeverityNumber2["ERROR2"] = 18] = "ERROR2";
      SeverityNumber2[SeverityNumber2["ERROR3"] = 19] = "ERROR3";
      SeverityNumber2[SeverityNumber2["ERROR4"] = 20] = "ERROR4";
      SeverityNumber2[SeverityNumber2["FATAL"] = 21] = "FATAL";
      SeverityNumber2[SeverityNumber2["FATAL2"] = 22] = "FATAL2";
      SeverityNumber2[SeverityNumber2["FATAL3"] = 23] = "FATAL3";
      SeverityNumber2[SeverityNumber2["FATAL4"] = 24] = "FATAL4";
      return SeverityNumber2;
    })({});
    exports2.SeverityNumber = SeverityNumber;
  }
});

// node_modules/@opentelemetry/api/dist/propagation/TextMapPropagator.cjs
var require_TextMapPropagator = __commonJS({
  "node_modules/@opentelemetry/api/dist/propagation/TextMapPropagator.cjs"(exports2) {
    init_fetch_classes();
    var defaultTextMapGetter = {
      get(carrier, key) {
        if (carrier == null) return;
        return carrier[key];
      },
      keys(carrier) {
        if (carrier == null) return [];
        return Object.keys(carrier);
      }
    };
    var defaultTextMapSetter = { set(carrier, key, value) {
      if (carrier == null) return;
      carrier[key] = value;
    } };
    exports2.defaultTextMapGetter = defaultTextMapGetter;
    exports2.defaultTextMapSetter = defaultTextMapSetter;
  }
});

// node_modules/@opentelemetry/api/dist/trace/trace_flags.cjs
var require_trace_flags = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/trace_flags.cjs"(exports2) {
    init_fetch_classes();
    var TraceFlags = /* @__PURE__ */ (function(TraceFlags2) {
      TraceFlags2[TraceFlags2["NONE"] = 0] = "NONE";
      TraceFlags2[TraceFlags2["SAMPLED"] = 1] = "SAMPLED";
      return TraceFlags2;
    })({});
    exports2.TraceFlags = TraceFlags;
  }
});

// node_modules/@opentelemetry/api/dist/trace/invalid-span-constants.cjs
var require_invalid_span_constants = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/invalid-span-constants.cjs"(exports2) {
    init_fetch_classes();
    require_trace_flags();
    var INVALID_SPANID = "0000000000000000";
    var INVALID_TRACEID = "00000000000000000000000000000000";
    var INVALID_SPAN_CONTEXT = {
      traceId: INVALID_TRACEID,
      spanId: INVALID_SPANID,
      traceFlags: 0
    };
    exports2.INVALID_SPANID = INVALID_SPANID;
    exports2.INVALID_SPAN_CONTEXT = INVALID_SPAN_CONTEXT;
    exports2.INVALID_TRACEID = INVALID_TRACEID;
  }
});

// node_modules/@opentelemetry/api/dist/trace/NonRecordingSpan.cjs
var require_NonRecordingSpan = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/NonRecordingSpan.cjs"(exports2) {
    init_fetch_classes();
    var require_invalid_span_constants2 = require_invalid_span_constants();
    var NonRecordingSpan = class {
      constructor(spanContext = require_invalid_span_constants2.INVALID_SPAN_CONTEXT) {
        this._spanContext = spanContext;
      }
      spanContext() {
        return this._spanContext;
      }
      setAttribute(_key, _value) {
        return this;
      }
      setAttributes(_attributes) {
        return this;
      }
      addEvent(_name, _attributes) {
        return this;
      }
      addLink(_link) {
        return this;
      }
      addLinks(_links) {
        return this;
      }
      setStatus(_status) {
        return this;
      }
      updateName(_name) {
        return this;
      }
      end(_endTime) {
      }
      isRecording() {
        return false;
      }
      recordException(_exception, _time) {
      }
    };
    exports2.NonRecordingSpan = NonRecordingSpan;
  }
});

// node_modules/@opentelemetry/api/dist/trace/spancontext-utils.cjs
var require_spancontext_utils = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/spancontext-utils.cjs"(exports2) {
    init_fetch_classes();
    require_invalid_span_constants();
    var require_NonRecordingSpan2 = require_NonRecordingSpan();
    var isHex = new Uint8Array([
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1
    ]);
    function isValidHex(id, length) {
      if (typeof id !== "string" || id.length !== length) return false;
      let r = 0;
      for (let i2 = 0; i2 < id.length; i2 += 4) r += (isHex[id.charCodeAt(i2)] | 0) + (isHex[id.charCodeAt(i2 + 1)] | 0) + (isHex[id.charCodeAt(i2 + 2)] | 0) + (isHex[id.charCodeAt(i2 + 3)] | 0);
      return r === length;
    }
    function isValidTraceId(traceId) {
      return isValidHex(traceId, 32) && traceId !== "00000000000000000000000000000000";
    }
    function isValidSpanId(spanId) {
      return isValidHex(spanId, 16) && spanId !== "0000000000000000";
    }
    function isSpanContextValid(spanContext) {
      return isValidTraceId(spanContext.traceId) && isValidSpanId(spanContext.spanId);
    }
    function wrapSpanContext(spanContext) {
      return new require_NonRecordingSpan2.NonRecordingSpan(spanContext);
    }
    exports2.isSpanContextValid = isSpanContextValid;
    exports2.isValidSpanId = isValidSpanId;
    exports2.isValidTraceId = isValidTraceId;
    exports2.wrapSpanContext = wrapSpanContext;
  }
});

// node_modules/@opentelemetry/api/dist/context/NoopContextManager.cjs
var require_NoopContextManager = __commonJS({
  "node_modules/@opentelemetry/api/dist/context/NoopContextManager.cjs"(exports2) {
    init_fetch_classes();
    var require_context3 = require_context();
    var NoopContextManager = class {
      active() {
        return require_context3.ROOT_CONTEXT;
      }
      with(_context, fn, thisArg, ...args) {
        return fn.call(thisArg, ...args);
      }
      bind(_context, target) {
        return target;
      }
      enable() {
        return this;
      }
      disable() {
        return this;
      }
      /** @experimental This API is experimental and may change in minor releases without prior notice. */
      attach(_context) {
        return { dispose() {
        } };
      }
    };
    exports2.NoopContextManager = NoopContextManager;
  }
});

// node_modules/@opentelemetry/api/dist/api/context.cjs
var require_context2 = __commonJS({
  "node_modules/@opentelemetry/api/dist/api/context.cjs"(exports2) {
    init_fetch_classes();
    var require_global_utils2 = require_global_utils();
    var require_diag2 = require_diag();
    var require_NoopContextManager2 = require_NoopContextManager();
    var API_NAME = "context";
    var NOOP_CONTEXT_MANAGER = new require_NoopContextManager2.NoopContextManager();
    var NOOP_TOKEN = Object.freeze({ dispose: () => {
    } });
    var ContextAPI = class ContextAPI2 {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
        this._attachUnsupportedWarned = false;
      }
      /** Get the singleton instance of the Context API */
      static getInstance() {
        if (!this._instance) this._instance = new ContextAPI2();
        return this._instance;
      }
      /**
      * Set the current context manager.
      *
      * @returns true if the context manager was successfully registered, else false
      */
      setGlobalContextManager(contextManager) {
        return require_global_utils2.registerGlobal(API_NAME, contextManager, require_diag2.DiagAPI.instance());
      }
      /**
      * Get the currently active context
      */
      active() {
        return this._getContextManager().active();
      }
      /**
      * Execute a function with an active context
      *
      * @param context context to be active during function execution
      * @param fn function to execute in a context
      * @param thisArg optional receiver to be used for calling fn
      * @param args optional arguments forwarded to fn
      */
      with(context, fn, thisArg, ...args) {
        return this._getContextManager().with(context, fn, thisArg, ...args);
      }
      /**
      * Bind a context to a target function or event emitter
      *
      * @param context context to bind to the event emitter or function. Defaults to the currently active context
      * @param target function or event emitter to bind
      */
      bind(context, target) {
        return this._getContextManager().bind(context, target);
      }
      /**
      * Imperatively sets `context` as active, returning a {@link ContextManagementToken} whose
      * {@link ContextManagementToken.dispose} restores the previous context.
      *
      * This is a delicate, low-level API - prefer {@link with}/{@link bind}, which
      * restore context automatically. Use `attach` only to bridge callback
      * boundaries that `with` cannot wrap. Call `token.dispose()` when the
      * operation is done.
      *
      * **Caveat for async functions:** If called inside an async function before
      * the first `await`, the context change may leak into the caller's context
      * and remain active there. Prefer {@link with} for async code.
      *
      * Support is best-effort and varies by the active ContextManager (see
      * {@link ContextManager.attach}); if it does not implement `attach`, this logs
      * a warning and returns a no-op token.
      *
      * @param context The Context to attach
      * @returns A {@link ContextManagementToken} whose dispose() restores the previous Context
      * @since 1.10.0
      * @experimental This API is experimental and may change in minor releases without prior notice.
      */
      attach(context) {
        const contextManager = this._getContextManager();
        if (contextManager.attach) return contextManager.attach(context);
        if (!this._attachUnsupportedWarned) {
          this._attachUnsupportedWarned = true;
          require_diag2.DiagAPI.instance().warn("The current ContextManager does not implement attach(). The context will not be attached. Use a ContextManager that supports attach() (e.g. AsyncLocalStorageContextManager) or use with()/bind() instead.");
        }
        return NOOP_TOKEN;
      }
      _getContextManager() {
        return require_global_utils2.getGlobal(API_NAME) || NOOP_CONTEXT_MANAGER;
      }
      /** Disable and remove the global context manager */
      disable() {
        this._getContextManager().disable();
        require_global_utils2.unregisterGlobal(API_NAME, require_diag2.DiagAPI.instance());
      }
    };
    exports2.ContextAPI = ContextAPI;
  }
});

// node_modules/@opentelemetry/api/dist/trace/context-utils.cjs
var require_context_utils = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/context-utils.cjs"(exports2) {
    init_fetch_classes();
    var require_context3 = require_context();
    var require_context$1 = require_context2();
    var require_NonRecordingSpan2 = require_NonRecordingSpan();
    var SPAN_KEY = require_context3.createContextKey("OpenTelemetry Context Key SPAN");
    function getSpan(context) {
      return context.getValue(SPAN_KEY) || void 0;
    }
    function getActiveSpan() {
      return getSpan(require_context$1.ContextAPI.getInstance().active());
    }
    function setSpan(context, span) {
      return context.setValue(SPAN_KEY, span);
    }
    function deleteSpan(context) {
      return context.deleteValue(SPAN_KEY);
    }
    function setSpanContext(context, spanContext) {
      return setSpan(context, new require_NonRecordingSpan2.NonRecordingSpan(spanContext));
    }
    function getSpanContext(context) {
      var _getSpan;
      return (_getSpan = getSpan(context)) === null || _getSpan === void 0 ? void 0 : _getSpan.spanContext();
    }
    exports2.deleteSpan = deleteSpan;
    exports2.getActiveSpan = getActiveSpan;
    exports2.getSpan = getSpan;
    exports2.getSpanContext = getSpanContext;
    exports2.setSpan = setSpan;
    exports2.setSpanContext = setSpanContext;
  }
});

// node_modules/@opentelemetry/api/dist/trace/NoopTracer.cjs
var require_NoopTracer = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/NoopTracer.cjs"(exports2) {
    init_fetch_classes();
    var require_context3 = require_context2();
    var require_NonRecordingSpan2 = require_NonRecordingSpan();
    var require_context_utils2 = require_context_utils();
    var require_spancontext_utils2 = require_spancontext_utils();
    var contextApi = require_context3.ContextAPI.getInstance();
    var NoopTracer = class {
      startSpan(name, options, context = contextApi.active()) {
        if (Boolean(options === null || options === void 0 ? void 0 : options.root)) return new require_NonRecordingSpan2.NonRecordingSpan();
        const parentFromContext = context && require_context_utils2.getSpanContext(context);
        if (isSpanContext(parentFromContext) && require_spancontext_utils2.isSpanContextValid(parentFromContext)) return new require_NonRecordingSpan2.NonRecordingSpan(parentFromContext);
        else return new require_NonRecordingSpan2.NonRecordingSpan();
      }
      startActiveSpan(name, arg2, arg3, arg4) {
        var _ctx;
        let opts;
        let ctx;
        let fn;
        if (arguments.length < 2) return;
        else if (arguments.length === 2) fn = arg2;
        else if (arguments.length === 3) {
          opts = arg2;
          fn = arg3;
        } else {
          opts = arg2;
          ctx = arg3;
          fn = arg4;
        }
        const parentContext = (_ctx = ctx) !== null && _ctx !== void 0 ? _ctx : contextApi.active();
        const span = this.startSpan(name, opts, parentContext);
        const contextWithSpanSet = require_context_utils2.setSpan(parentContext, span);
        return contextApi.with(contextWithSpanSet, fn, void 0, span);
      }
    };
    function isSpanContext(spanContext) {
      return spanContext !== null && typeof spanContext === "object" && "spanId" in spanContext && typeof spanContext["spanId"] === "string" && "traceId" in spanContext && typeof spanContext["traceId"] === "string" && "traceFlags" in spanContext && typeof spanContext["traceFlags"] === "number";
    }
    exports2.NoopTracer = NoopTracer;
  }
});

// node_modules/@opentelemetry/api/dist/trace/ProxyTracer.cjs
var require_ProxyTracer = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/ProxyTracer.cjs"(exports2) {
    init_fetch_classes();
    var NOOP_TRACER = new (require_NoopTracer()).NoopTracer();
    var ProxyTracer = class {
      constructor(provider, name, version, options) {
        this._provider = provider;
        this.name = name;
        this.version = version;
        this.options = options;
      }
      startSpan(name, options, context) {
        return this._getTracer().startSpan(name, options, context);
      }
      startActiveSpan(_name, _options, _context, _fn) {
        const tracer = this._getTracer();
        return Reflect.apply(tracer.startActiveSpan, tracer, arguments);
      }
      /**
      * Try to get a tracer from the proxy tracer provider.
      * If the proxy tracer provider has no delegate, return a noop tracer.
      */
      _getTracer() {
        if (this._delegate) return this._delegate;
        const tracer = this._provider.getDelegateTracer(this.name, this.version, this.options);
        if (!tracer) return NOOP_TRACER;
        this._delegate = tracer;
        return this._delegate;
      }
    };
    exports2.ProxyTracer = ProxyTracer;
  }
});

// node_modules/@opentelemetry/api/dist/trace/span_kind.cjs
var require_span_kind = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/span_kind.cjs"(exports2) {
    init_fetch_classes();
    var SpanKind = /* @__PURE__ */ (function(SpanKind2) {
      SpanKind2[SpanKind2["INTERNAL"] = 0] = "INTERNAL";
      SpanKind2[SpanKind2["SERVER"] = 1] = "SERVER";
      SpanKind2[SpanKind2["CLIENT"] = 2] = "CLIENT";
      SpanKind2[SpanKind2["PRODUCER"] = 3] = "PRODUCER";
      SpanKind2[SpanKind2["CONSUMER"] = 4] = "CONSUMER";
      return SpanKind2;
    })({});
    exports2.SpanKind = SpanKind;
  }
});

// node_modules/@opentelemetry/api/dist/trace/status.cjs
var require_status = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/status.cjs"(exports2) {
    init_fetch_classes();
    var SpanStatusCode = /* @__PURE__ */ (function(SpanStatusCode2) {
      SpanStatusCode2[SpanStatusCode2["UNSET"] = 0] = "UNSET";
      SpanStatusCode2[SpanStatusCode2["OK"] = 1] = "OK";
      SpanStatusCode2[SpanStatusCode2["ERROR"] = 2] = "ERROR";
      return SpanStatusCode2;
    })({});
    exports2.SpanStatusCode = SpanStatusCode;
  }
});

// node_modules/@opentelemetry/api/dist/trace/internal/tracestate-validators.cjs
var require_tracestate_validators = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/internal/tracestate-validators.cjs"(exports2) {
    init_fetch_classes();
    var VALID_KEY_CHAR_RANGE = "[_0-9a-z-*/]";
    var VALID_KEY_REGEX = new RegExp(`^(?:${`[a-z]${VALID_KEY_CHAR_RANGE}{0,255}`}|${`[a-z0-9]${VALID_KEY_CHAR_RANGE}{0,240}@[a-z]${VALID_KEY_CHAR_RANGE}{0,13}`})$`);
    var VALID_VALUE_BASE_REGEX = /^[ -~]{0,255}[!-~]$/;
    var INVALID_VALUE_COMMA_EQUAL_REGEX = /,|=/;
    function validateKey(key) {
      return VALID_KEY_REGEX.test(key);
    }
    function validateValue(value) {
      return VALID_VALUE_BASE_REGEX.test(value) && !INVALID_VALUE_COMMA_EQUAL_REGEX.test(value);
    }
    exports2.validateKey = validateKey;
    exports2.validateValue = validateValue;
  }
});

// node_modules/@opentelemetry/api/dist/trace/internal/tracestate-impl.cjs
var require_tracestate_impl = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/internal/tracestate-impl.cjs"(exports2) {
    init_fetch_classes();
    var require_tracestate_validators2 = require_tracestate_validators();
    var MAX_TRACE_STATE_ITEMS = 32;
    var MAX_TRACE_STATE_LEN = 512;
    var LIST_MEMBERS_SEPARATOR = ",";
    var LIST_MEMBER_KEY_VALUE_SPLITTER = "=";
    var TraceStateImpl = class TraceStateImpl2 {
      constructor(rawTraceState) {
        this._internalState = /* @__PURE__ */ new Map();
        if (rawTraceState) this._parse(rawTraceState);
      }
      set(key, value) {
        const currValue = this._internalState.get(key);
        let newLength = this.serialize().length;
        if (typeof currValue === "string") newLength += value.length - currValue.length;
        else {
          if (this._internalState.size >= MAX_TRACE_STATE_ITEMS) return this;
          newLength += key.length + value.length + (this._internalState.size > 0 ? 2 : 1);
        }
        if (newLength > MAX_TRACE_STATE_LEN) return this;
        const traceState = this._clone();
        if (traceState._internalState.has(key)) traceState._internalState.delete(key);
        traceState._internalState.set(key, value);
        return traceState;
      }
      unset(key) {
        const traceState = this._clone();
        traceState._internalState.delete(key);
        return traceState;
      }
      get(key) {
        return this._internalState.get(key);
      }
      serialize() {
        return Array.from(this._internalState.keys()).reduceRight((agg, key) => {
          agg.push(key + LIST_MEMBER_KEY_VALUE_SPLITTER + this.get(key));
          return agg;
        }, []).join(LIST_MEMBERS_SEPARATOR);
      }
      _parse(rawTraceState) {
        if (rawTraceState.length > MAX_TRACE_STATE_LEN) return;
        this._internalState = rawTraceState.split(LIST_MEMBERS_SEPARATOR).reduceRight((agg, part) => {
          const listMember = part.trim();
          const i2 = listMember.indexOf(LIST_MEMBER_KEY_VALUE_SPLITTER);
          if (i2 !== -1) {
            const key = listMember.slice(0, i2);
            const value = listMember.slice(i2 + 1, part.length);
            if (require_tracestate_validators2.validateKey(key) && require_tracestate_validators2.validateValue(value)) agg.set(key, value);
          }
          return agg;
        }, /* @__PURE__ */ new Map());
        if (this._internalState.size > MAX_TRACE_STATE_ITEMS) this._internalState = new Map(Array.from(this._internalState.entries()).reverse().slice(0, MAX_TRACE_STATE_ITEMS));
      }
      _keys() {
        return Array.from(this._internalState.keys()).reverse();
      }
      _clone() {
        const traceState = new TraceStateImpl2();
        traceState._internalState = new Map(this._internalState);
        return traceState;
      }
    };
    exports2.TraceStateImpl = TraceStateImpl;
  }
});

// node_modules/@opentelemetry/api/dist/trace/internal/utils.cjs
var require_utils2 = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/internal/utils.cjs"(exports2) {
    init_fetch_classes();
    var require_tracestate_impl2 = require_tracestate_impl();
    function createTraceState(rawTraceState) {
      return new require_tracestate_impl2.TraceStateImpl(rawTraceState);
    }
    exports2.createTraceState = createTraceState;
  }
});

// node_modules/@opentelemetry/api/dist/trace/NoopTracerProvider.cjs
var require_NoopTracerProvider = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/NoopTracerProvider.cjs"(exports2) {
    init_fetch_classes();
    var require_NoopTracer2 = require_NoopTracer();
    var NoopTracerProvider = class {
      getTracer(_name, _version, _options) {
        return new require_NoopTracer2.NoopTracer();
      }
    };
    exports2.NoopTracerProvider = NoopTracerProvider;
  }
});

// node_modules/@opentelemetry/api/dist/trace/ProxyTracerProvider.cjs
var require_ProxyTracerProvider = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/ProxyTracerProvider.cjs"(exports2) {
    init_fetch_classes();
    var require_ProxyTracer2 = require_ProxyTracer();
    var NOOP_TRACER_PROVIDER = new (require_NoopTracerProvider()).NoopTracerProvider();
    var ProxyTracerProvider = class {
      /**
      * Get a {@link ProxyTracer}
      */
      getTracer(name, version, options) {
        var _this$getDelegateTrac;
        return (_this$getDelegateTrac = this.getDelegateTracer(name, version, options)) !== null && _this$getDelegateTrac !== void 0 ? _this$getDelegateTrac : new require_ProxyTracer2.ProxyTracer(this, name, version, options);
      }
      getDelegate() {
        var _this$_delegate;
        return (_this$_delegate = this._delegate) !== null && _this$_delegate !== void 0 ? _this$_delegate : NOOP_TRACER_PROVIDER;
      }
      /**
      * Set the delegate tracer provider
      */
      setDelegate(delegate) {
        this._delegate = delegate;
      }
      getDelegateTracer(name, version, options) {
        var _this$_delegate2;
        return (_this$_delegate2 = this._delegate) === null || _this$_delegate2 === void 0 ? void 0 : _this$_delegate2.getTracer(name, version, options);
      }
    };
    exports2.ProxyTracerProvider = ProxyTracerProvider;
  }
});

// node_modules/@opentelemetry/api/dist/trace/SamplingResult.cjs
var require_SamplingResult = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace/SamplingResult.cjs"(exports2) {
    init_fetch_classes();
    var SamplingDecision = /* @__PURE__ */ (function(SamplingDecision2) {
      SamplingDecision2[SamplingDecision2["NOT_RECORD"] = 0] = "NOT_RECORD";
      SamplingDecision2[SamplingDecision2["RECORD"] = 1] = "RECORD";
      SamplingDecision2[SamplingDecision2["RECORD_AND_SAMPLED"] = 2] = "RECORD_AND_SAMPLED";
      return SamplingDecision2;
    })({});
    exports2.SamplingDecision = SamplingDecision;
  }
});

// node_modules/@opentelemetry/api/dist/context-api.cjs
var require_context_api = __commonJS({
  "node_modules/@opentelemetry/api/dist/context-api.cjs"(exports2) {
    init_fetch_classes();
    var context = require_context2().ContextAPI.getInstance();
    exports2.context = context;
  }
});

// node_modules/@opentelemetry/api/dist/diag-api.cjs
var require_diag_api = __commonJS({
  "node_modules/@opentelemetry/api/dist/diag-api.cjs"(exports2) {
    init_fetch_classes();
    var diag = require_diag().DiagAPI.instance();
    exports2.diag = diag;
  }
});

// node_modules/@opentelemetry/api/dist/logs/NoopLoggerProvider.cjs
var require_NoopLoggerProvider = __commonJS({
  "node_modules/@opentelemetry/api/dist/logs/NoopLoggerProvider.cjs"(exports2) {
    init_fetch_classes();
    var require_NoopLogger2 = require_NoopLogger();
    var NoopLoggerProvider = class {
      getLogger(_name, _version, _options) {
        return new require_NoopLogger2.NoopLogger();
      }
    };
    var NOOP_LOGGER_PROVIDER = new NoopLoggerProvider();
    exports2.NOOP_LOGGER_PROVIDER = NOOP_LOGGER_PROVIDER;
    exports2.NoopLoggerProvider = NoopLoggerProvider;
  }
});

// node_modules/@opentelemetry/api/dist/logs/ProxyLogger.cjs
var require_ProxyLogger = __commonJS({
  "node_modules/@opentelemetry/api/dist/logs/ProxyLogger.cjs"(exports2) {
    init_fetch_classes();
    var require_NoopLogger2 = require_NoopLogger();
    var ProxyLogger = class {
      constructor(provider, name, version, options) {
        this._provider = provider;
        this.name = name;
        this.version = version;
        this.options = options;
      }
      /**
      * Emit a log record. This method should only be used by log appenders.
      *
      * @param logRecord
      */
      emit(logRecord) {
        this._getLogger().emit(logRecord);
      }
      enabled(options) {
        return this._getLogger().enabled(options);
      }
      /**
      * Try to get a logger from the proxy logger provider.
      * If the proxy logger provider has no delegate, return a noop logger.
      */
      _getLogger() {
        if (this._delegate) return this._delegate;
        const logger = this._provider._getDelegateLogger(this.name, this.version, this.options);
        if (!logger) return require_NoopLogger2.NOOP_LOGGER;
        this._delegate = logger;
        return this._delegate;
      }
    };
    exports2.ProxyLogger = ProxyLogger;
  }
});

// node_modules/@opentelemetry/api/dist/logs/ProxyLoggerProvider.cjs
var require_ProxyLoggerProvider = __commonJS({
  "node_modules/@opentelemetry/api/dist/logs/ProxyLoggerProvider.cjs"(exports2) {
    init_fetch_classes();
    var require_NoopLoggerProvider2 = require_NoopLoggerProvider();
    var require_ProxyLogger2 = require_ProxyLogger();
    var ProxyLoggerProvider = class {
      getLogger(name, version, options) {
        var _this$_getDelegateLog;
        return (_this$_getDelegateLog = this._getDelegateLogger(name, version, options)) !== null && _this$_getDelegateLog !== void 0 ? _this$_getDelegateLog : new require_ProxyLogger2.ProxyLogger(this, name, version, options);
      }
      /**
      * Get the delegate logger provider.
      * Used by tests only.
      * @internal
      */
      _getDelegate() {
        var _this$_delegate;
        return (_this$_delegate = this._delegate) !== null && _this$_delegate !== void 0 ? _this$_delegate : require_NoopLoggerProvider2.NOOP_LOGGER_PROVIDER;
      }
      /**
      * Set the delegate logger provider
      * @internal
      */
      _setDelegate(delegate) {
        this._delegate = delegate;
      }
      /**
      * @internal
      */
      _getDelegateLogger(name, version, options) {
        var _this$_delegate2;
        return (_this$_delegate2 = this._delegate) === null || _this$_delegate2 === void 0 ? void 0 : _this$_delegate2.getLogger(name, version, options);
      }
    };
    exports2.ProxyLoggerProvider = ProxyLoggerProvider;
  }
});

// node_modules/@opentelemetry/api/dist/api/logs.cjs
var require_logs = __commonJS({
  "node_modules/@opentelemetry/api/dist/api/logs.cjs"(exports2) {
    init_fetch_classes();
    var require_global_utils2 = require_global_utils();
    var require_diag2 = require_diag();
    var require_ProxyLoggerProvider2 = require_ProxyLoggerProvider();
    var API_NAME = "logs";
    var LogsAPI = class LogsAPI2 {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
        this._proxyLoggerProvider = new require_ProxyLoggerProvider2.ProxyLoggerProvider();
      }
      /** Get the singleton instance of the Logs API */
      static getInstance() {
        if (!this._instance) this._instance = new LogsAPI2();
        return this._instance;
      }
      setGlobalLoggerProvider(provider) {
        const success = require_global_utils2.registerGlobal(API_NAME, provider, require_diag2.DiagAPI.instance());
        if (success) this._proxyLoggerProvider._setDelegate(provider);
        return success;
      }
      /**
      * Returns the global logger provider.
      *
      * @returns LoggerProvider
      */
      getLoggerProvider() {
        return require_global_utils2.getGlobal(API_NAME) || this._proxyLoggerProvider;
      }
      /**
      * Returns a Logger, creating one if one with the given name, version,
      * schemaUrl, and attributes is not already created.
      *
      * Getting a Logger may be expensive, especially when `attributes` are
      * provided. Reuse Logger instances where possible instead of calling
      * `getLogger()` on hot paths.
      *
      * @param name The name of the logger or instrumentation library.
      * @param version The version of the logger or instrumentation library.
      * @param options The options of the logger or instrumentation library.
      * @returns {@link Logger}
      */
      getLogger(name, version, options) {
        return this.getLoggerProvider().getLogger(name, version, options);
      }
      /** Remove the global logger provider */
      disable() {
        require_global_utils2.unregisterGlobal(API_NAME, require_diag2.DiagAPI.instance());
        this._proxyLoggerProvider = new require_ProxyLoggerProvider2.ProxyLoggerProvider();
      }
    };
    exports2.LogsAPI = LogsAPI;
  }
});

// node_modules/@opentelemetry/api/dist/logs-api.cjs
var require_logs_api = __commonJS({
  "node_modules/@opentelemetry/api/dist/logs-api.cjs"(exports2) {
    init_fetch_classes();
    var logs = require_logs().LogsAPI.getInstance();
    exports2.logs = logs;
  }
});

// node_modules/@opentelemetry/api/dist/metrics/NoopMeterProvider.cjs
var require_NoopMeterProvider = __commonJS({
  "node_modules/@opentelemetry/api/dist/metrics/NoopMeterProvider.cjs"(exports2) {
    init_fetch_classes();
    var require_NoopMeter2 = require_NoopMeter();
    var NoopMeterProvider = class {
      getMeter(_name, _version, _options) {
        return require_NoopMeter2.NOOP_METER;
      }
    };
    var NOOP_METER_PROVIDER = new NoopMeterProvider();
    exports2.NOOP_METER_PROVIDER = NOOP_METER_PROVIDER;
    exports2.NoopMeterProvider = NoopMeterProvider;
  }
});

// node_modules/@opentelemetry/api/dist/api/metrics.cjs
var require_metrics = __commonJS({
  "node_modules/@opentelemetry/api/dist/api/metrics.cjs"(exports2) {
    init_fetch_classes();
    var require_global_utils2 = require_global_utils();
    var require_diag2 = require_diag();
    var require_NoopMeterProvider2 = require_NoopMeterProvider();
    var API_NAME = "metrics";
    var MetricsAPI = class MetricsAPI2 {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
      }
      /** Get the singleton instance of the Metrics API */
      static getInstance() {
        if (!this._instance) this._instance = new MetricsAPI2();
        return this._instance;
      }
      /**
      * Set the current global meter provider.
      * Returns true if the meter provider was successfully registered, else false.
      */
      setGlobalMeterProvider(provider) {
        return require_global_utils2.registerGlobal(API_NAME, provider, require_diag2.DiagAPI.instance());
      }
      /**
      * Returns the global meter provider.
      */
      getMeterProvider() {
        return require_global_utils2.getGlobal(API_NAME) || require_NoopMeterProvider2.NOOP_METER_PROVIDER;
      }
      /**
      * Returns a meter from the global meter provider.
      */
      getMeter(name, version, options) {
        return this.getMeterProvider().getMeter(name, version, options);
      }
      /** Remove the global meter provider */
      disable() {
        require_global_utils2.unregisterGlobal(API_NAME, require_diag2.DiagAPI.instance());
      }
    };
    exports2.MetricsAPI = MetricsAPI;
  }
});

// node_modules/@opentelemetry/api/dist/metrics-api.cjs
var require_metrics_api = __commonJS({
  "node_modules/@opentelemetry/api/dist/metrics-api.cjs"(exports2) {
    init_fetch_classes();
    var metrics = require_metrics().MetricsAPI.getInstance();
    exports2.metrics = metrics;
  }
});

// node_modules/@opentelemetry/api/dist/propagation/NoopTextMapPropagator.cjs
var require_NoopTextMapPropagator = __commonJS({
  "node_modules/@opentelemetry/api/dist/propagation/NoopTextMapPropagator.cjs"(exports2) {
    init_fetch_classes();
    var NoopTextMapPropagator = class {
      /** Noop inject function does nothing */
      inject(_context, _carrier) {
      }
      /** Noop extract function does nothing and returns the input context */
      extract(context, _carrier) {
        return context;
      }
      fields() {
        return [];
      }
    };
    exports2.NoopTextMapPropagator = NoopTextMapPropagator;
  }
});

// node_modules/@opentelemetry/api/dist/baggage/context-helpers.cjs
var require_context_helpers = __commonJS({
  "node_modules/@opentelemetry/api/dist/baggage/context-helpers.cjs"(exports2) {
    init_fetch_classes();
    var require_context3 = require_context();
    var require_context$1 = require_context2();
    var BAGGAGE_KEY = require_context3.createContextKey("OpenTelemetry Baggage Key");
    function getBaggage(context) {
      return context.getValue(BAGGAGE_KEY) || void 0;
    }
    function getActiveBaggage() {
      return getBaggage(require_context$1.ContextAPI.getInstance().active());
    }
    function setBaggage(context, baggage) {
      return context.setValue(BAGGAGE_KEY, baggage);
    }
    function deleteBaggage(context) {
      return context.deleteValue(BAGGAGE_KEY);
    }
    exports2.deleteBaggage = deleteBaggage;
    exports2.getActiveBaggage = getActiveBaggage;
    exports2.getBaggage = getBaggage;
    exports2.setBaggage = setBaggage;
  }
});

// node_modules/@opentelemetry/api/dist/api/propagation.cjs
var require_propagation = __commonJS({
  "node_modules/@opentelemetry/api/dist/api/propagation.cjs"(exports2) {
    init_fetch_classes();
    var require_global_utils2 = require_global_utils();
    var require_diag2 = require_diag();
    var require_utils3 = require_utils();
    var require_TextMapPropagator2 = require_TextMapPropagator();
    var require_NoopTextMapPropagator2 = require_NoopTextMapPropagator();
    var require_context_helpers2 = require_context_helpers();
    var API_NAME = "propagation";
    var NOOP_TEXT_MAP_PROPAGATOR = new require_NoopTextMapPropagator2.NoopTextMapPropagator();
    var PropagationAPI = class PropagationAPI2 {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
        this.createBaggage = require_utils3.createBaggage;
        this.getBaggage = require_context_helpers2.getBaggage;
        this.getActiveBaggage = require_context_helpers2.getActiveBaggage;
        this.setBaggage = require_context_helpers2.setBaggage;
        this.deleteBaggage = require_context_helpers2.deleteBaggage;
      }
      /** Get the singleton instance of the Propagator API */
      static getInstance() {
        if (!this._instance) this._instance = new PropagationAPI2();
        return this._instance;
      }
      /**
      * Set the current propagator.
      *
      * @returns true if the propagator was successfully registered, else false
      */
      setGlobalPropagator(propagator) {
        return require_global_utils2.registerGlobal(API_NAME, propagator, require_diag2.DiagAPI.instance());
      }
      /**
      * Inject context into a carrier to be propagated inter-process
      *
      * @param context Context carrying tracing data to inject
      * @param carrier carrier to inject context into
      * @param setter Function used to set values on the carrier
      */
      inject(context, carrier, setter = require_TextMapPropagator2.defaultTextMapSetter) {
        return this._getGlobalPropagator().inject(context, carrier, setter);
      }
      /**
      * Extract context from a carrier
      *
      * @param context Context which the newly created context will inherit from
      * @param carrier Carrier to extract context from
      * @param getter Function used to extract keys from a carrier
      */
      extract(context, carrier, getter = require_TextMapPropagator2.defaultTextMapGetter) {
        return this._getGlobalPropagator().extract(context, carrier, getter);
      }
      /**
      * Return a list of all fields which may be used by the propagator.
      */
      fields() {
        return this._getGlobalPropagator().fields();
      }
      /** Remove the global propagator */
      disable() {
        require_global_utils2.unregisterGlobal(API_NAME, require_diag2.DiagAPI.instance());
      }
      _getGlobalPropagator() {
        return require_global_utils2.getGlobal(API_NAME) || NOOP_TEXT_MAP_PROPAGATOR;
      }
    };
    exports2.PropagationAPI = PropagationAPI;
  }
});

// node_modules/@opentelemetry/api/dist/propagation-api.cjs
var require_propagation_api = __commonJS({
  "node_modules/@opentelemetry/api/dist/propagation-api.cjs"(exports2) {
    init_fetch_classes();
    var propagation = require_propagation().PropagationAPI.getInstance();
    exports2.propagation = propagation;
  }
});

// node_modules/@opentelemetry/api/dist/api/trace.cjs
var require_trace = __commonJS({
  "node_modules/@opentelemetry/api/dist/api/trace.cjs"(exports2) {
    init_fetch_classes();
    var require_global_utils2 = require_global_utils();
    var require_diag2 = require_diag();
    var require_context_utils2 = require_context_utils();
    var require_spancontext_utils2 = require_spancontext_utils();
    var require_ProxyTracerProvider2 = require_ProxyTracerProvider();
    var API_NAME = "trace";
    var TraceAPI = class TraceAPI2 {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
        this._proxyTracerProvider = new require_ProxyTracerProvider2.ProxyTracerProvider();
        this.wrapSpanContext = require_spancontext_utils2.wrapSpanContext;
        this.isSpanContextValid = require_spancontext_utils2.isSpanContextValid;
        this.deleteSpan = require_context_utils2.deleteSpan;
        this.getSpan = require_context_utils2.getSpan;
        this.getActiveSpan = require_context_utils2.getActiveSpan;
        this.getSpanContext = require_context_utils2.getSpanContext;
        this.setSpan = require_context_utils2.setSpan;
        this.setSpanContext = require_context_utils2.setSpanContext;
      }
      /** Get the singleton instance of the Trace API */
      static getInstance() {
        if (!this._instance) this._instance = new TraceAPI2();
        return this._instance;
      }
      /**
      * Set the current global tracer.
      *
      * @returns true if the tracer provider was successfully registered, else false
      */
      setGlobalTracerProvider(provider) {
        const success = require_global_utils2.registerGlobal(API_NAME, this._proxyTracerProvider, require_diag2.DiagAPI.instance());
        if (success) this._proxyTracerProvider.setDelegate(provider);
        return success;
      }
      /**
      * Returns the global tracer provider.
      */
      getTracerProvider() {
        return require_global_utils2.getGlobal(API_NAME) || this._proxyTracerProvider;
      }
      /**
      * Returns a tracer from the global tracer provider.
      */
      getTracer(name, version) {
        return this.getTracerProvider().getTracer(name, version);
      }
      /** Remove the global tracer provider */
      disable() {
        require_global_utils2.unregisterGlobal(API_NAME, require_diag2.DiagAPI.instance());
        this._proxyTracerProvider = new require_ProxyTracerProvider2.ProxyTracerProvider();
      }
    };
    exports2.TraceAPI = TraceAPI;
  }
});

// node_modules/@opentelemetry/api/dist/trace-api.cjs
var require_trace_api = __commonJS({
  "node_modules/@opentelemetry/api/dist/trace-api.cjs"(exports2) {
    init_fetch_classes();
    var trace = require_trace().TraceAPI.getInstance();
    exports2.trace = trace;
  }
});

// node_modules/@opentelemetry/api/dist/index.cjs
var require_dist = __commonJS({
  "node_modules/@opentelemetry/api/dist/index.cjs"(exports2) {
    init_fetch_classes();
    Object.defineProperties(exports2, {
      __esModule: { value: true },
      [Symbol.toStringTag]: { value: "Module" }
    });
    var require_types4 = require_types2();
    var require_utils3 = require_utils();
    var require_context3 = require_context();
    var require_consoleLogger2 = require_consoleLogger();
    var require_NoopMeter2 = require_NoopMeter();
    var require_Metric2 = require_Metric();
    var require_NoopLogger2 = require_NoopLogger();
    var require_LogRecord2 = require_LogRecord();
    var require_TextMapPropagator2 = require_TextMapPropagator();
    var require_trace_flags2 = require_trace_flags();
    var require_invalid_span_constants2 = require_invalid_span_constants();
    var require_spancontext_utils2 = require_spancontext_utils();
    var require_ProxyTracer2 = require_ProxyTracer();
    var require_span_kind2 = require_span_kind();
    var require_status4 = require_status();
    var require_utils$1 = require_utils2();
    var require_ProxyTracerProvider2 = require_ProxyTracerProvider();
    var require_SamplingResult2 = require_SamplingResult();
    var require_context_api2 = require_context_api();
    var require_diag_api2 = require_diag_api();
    var require_logs_api2 = require_logs_api();
    var require_metrics_api2 = require_metrics_api();
    var require_propagation_api2 = require_propagation_api();
    var require_trace_api2 = require_trace_api();
    var src_default = {
      context: require_context_api2.context,
      diag: require_diag_api2.diag,
      logs: require_logs_api2.logs,
      metrics: require_metrics_api2.metrics,
      propagation: require_propagation_api2.propagation,
      trace: require_trace_api2.trace
    };
    exports2.DiagConsoleLogger = require_consoleLogger2.DiagConsoleLogger;
    exports2.DiagLogLevel = require_types4.DiagLogLevel;
    exports2.INVALID_SPANID = require_invalid_span_constants2.INVALID_SPANID;
    exports2.INVALID_SPAN_CONTEXT = require_invalid_span_constants2.INVALID_SPAN_CONTEXT;
    exports2.INVALID_TRACEID = require_invalid_span_constants2.INVALID_TRACEID;
    exports2.ProxyTracer = require_ProxyTracer2.ProxyTracer;
    exports2.ProxyTracerProvider = require_ProxyTracerProvider2.ProxyTracerProvider;
    exports2.ROOT_CONTEXT = require_context3.ROOT_CONTEXT;
    exports2.SamplingDecision = require_SamplingResult2.SamplingDecision;
    exports2.SeverityNumber = require_LogRecord2.SeverityNumber;
    exports2.SpanKind = require_span_kind2.SpanKind;
    exports2.SpanStatusCode = require_status4.SpanStatusCode;
    exports2.TraceFlags = require_trace_flags2.TraceFlags;
    exports2.ValueType = require_Metric2.ValueType;
    exports2.baggageEntryMetadataFromString = require_utils3.baggageEntryMetadataFromString;
    exports2.context = require_context_api2.context;
    exports2.createContextKey = require_context3.createContextKey;
    exports2.createNoopLogger = require_NoopLogger2.createNoopLogger;
    exports2.createNoopMeter = require_NoopMeter2.createNoopMeter;
    exports2.createTraceState = require_utils$1.createTraceState;
    exports2.default = src_default;
    exports2.defaultTextMapGetter = require_TextMapPropagator2.defaultTextMapGetter;
    exports2.defaultTextMapSetter = require_TextMapPropagator2.defaultTextMapSetter;
    exports2.diag = require_diag_api2.diag;
    exports2.isSpanContextValid = require_spancontext_utils2.isSpanContextValid;
    exports2.isValidSpanId = require_spancontext_utils2.isValidSpanId;
    exports2.isValidTraceId = require_spancontext_utils2.isValidTraceId;
    exports2.logs = require_logs_api2.logs;
    exports2.metrics = require_metrics_api2.metrics;
    exports2.propagation = require_propagation_api2.propagation;
    exports2.trace = require_trace_api2.trace;
  }
});

// node_modules/google-gax/build/src/observability/contextUtil.js
var require_contextUtil = __commonJS({
  "node_modules/google-gax/build/src/observability/contextUtil.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ATTEMPT_SPAN_KEY = exports2.CLIENT_REQUEST_SPAN_KEY = exports2.DEFAULT_GCP_REPO = void 0;
    exports2.setSettingsDefaultDomain = setSettingsDefaultDomain;
    exports2.getSettingsDefaultDomain = getSettingsDefaultDomain;
    exports2.extractClientServiceFromPackageName = extractClientServiceFromPackageName;
    exports2.extractServiceFromApiName = extractServiceFromApiName;
    exports2.extractFromSettings = extractFromSettings;
    exports2.extractFromEnvironment = extractFromEnvironment;
    exports2.clearMetadataCache = clearMetadataCache;
    exports2.resolveStaticTraceContext = resolveStaticTraceContext;
    exports2.resolveEndpointAndDomain = resolveEndpointAndDomain;
    exports2.resolveRpcMethod = resolveRpcMethod;
    exports2.buildInitialAttributes = buildInitialAttributes;
    exports2.getActiveTraceContext = getActiveTraceContext;
    var api_1 = require_dist();
    var util_1 = require_util2();
    exports2.DEFAULT_GCP_REPO = "googleapis/google-cloud-node";
    exports2.CLIENT_REQUEST_SPAN_KEY = (0, api_1.createContextKey)("google-gax-client-request-span");
    exports2.ATTEMPT_SPAN_KEY = (0, api_1.createContextKey)("google-gax-attempt-span");
    var settingsDefaultDomain = /* @__PURE__ */ new WeakMap();
    var staticContextDefaultDomain = /* @__PURE__ */ new WeakMap();
    function normalizeDomainHost(value) {
      if (!value || !value.includes(".")) {
        return void 0;
      }
      const match = value.match(/^(\[[^\]]+\]|[^:]+):(\d+)$/);
      return match ? match[1] : value;
    }
    function setSettingsDefaultDomain(settings, domain) {
      const normalized = normalizeDomainHost(domain.trim());
      if (normalized) {
        settingsDefaultDomain.set(settings, normalized);
      }
    }
    function getSettingsDefaultDomain(settings) {
      return settings ? settingsDefaultDomain.get(settings) : void 0;
    }
    function extractClientServiceFromPackageName(name) {
      const scopedMatch = name.match(/^@[^/]+\/(?:google-cloud-)?(.*)$/);
      if (scopedMatch && scopedMatch[1]) {
        return scopedMatch[1];
      }
      const unscopedMatch = name.match(/^google-cloud-(.*)$/);
      if (unscopedMatch && unscopedMatch[1]) {
        return unscopedMatch[1];
      }
      return name;
    }
    function extractServiceFromApiName(apiName) {
      if (!apiName) {
        return void 0;
      }
      const parts = apiName.split(".");
      const versionIndex = parts.findIndex((p) => /^v\d+(?:[a-z\d_]+)?$/i.test(p));
      if (versionIndex > 0) {
        return parts[versionIndex - 1];
      }
      if (parts.length >= 2) {
        const candidate = parts[parts.length - 2];
        if (candidate && candidate !== "google" && candidate !== "cloud") {
          return candidate;
        }
        const last = parts[parts.length - 1];
        if (last) {
          return last[0].toLowerCase() + last.slice(1);
        }
      }
      return void 0;
    }
    function extractFromSettings(settings) {
      const result = {};
      if (!settings) {
        return result;
      }
      const otherArgsWithMeta = settings.otherArgs;
      let rawClientHeader = otherArgsWithMeta?.headers?.["x-goog-api-client"];
      if (!rawClientHeader && typeof otherArgsWithMeta?.metadataBuilder === "function") {
        try {
          const built = otherArgsWithMeta.metadataBuilder();
          if (built && typeof built.get === "function") {
            rawClientHeader = built.get("x-goog-api-client");
          } else if (built && typeof built === "object") {
            rawClientHeader = built["x-goog-api-client"];
          }
        } catch {
        }
      }
      const clientHeader = Array.isArray(rawClientHeader) ? rawClientHeader.join(" ") : rawClientHeader;
      if (typeof clientHeader === "string") {
        const tokens = clientHeader.trim().split(/\s+/);
        for (const token of tokens) {
          const match = token.match(/^([^/]+(?:\/[^/]+)?)\/([^\s]+)$/);
          if (match) {
            const [, name, ver] = match;
            if (name === "gapic") {
              result.gcpVersion = ver;
            } else if (name === "gccl") {
              if (!result.gcpVersion) {
                result.gcpVersion = ver;
              }
            } else if (!util_1.ignoredClientHeaderTokens.includes(name)) {
              result.gcpArtifact = name;
              if (!result.gcpVersion) {
                result.gcpVersion = ver;
              }
            }
          }
        }
      }
      if (typeof settings.apiName === "string" && settings.apiName) {
        const serviceFromApi = extractServiceFromApiName(settings.apiName);
        if (serviceFromApi) {
          result.gcpClientService = serviceFromApi;
          if (!result.gcpArtifact) {
            result.gcpArtifact = serviceFromApi === "gax" ? "google-gax" : `@google-cloud/${serviceFromApi}`;
          }
        }
      }
      const otherArgs = settings.otherArgs;
      const endpoint = settings.servicePath || settings.apiEndpoint || otherArgs?.servicePath || otherArgs?.apiEndpoint;
      if (endpoint && typeof endpoint === "string") {
        const match = endpoint.match(/^(\[[^\]]+\]|[^:]+):(\d+)$/);
        if (match) {
          result.serverAddress = match[1];
          result.serverPort = Number(match[2]);
        } else {
          result.serverAddress = endpoint;
        }
      }
      const rawPort = settings.port || settings.servicePort || otherArgs?.port || otherArgs?.servicePort;
      const port = typeof rawPort === "string" ? parseInt(rawPort, 10) : rawPort;
      if (port && typeof port === "number" && !result.serverPort) {
        result.serverPort = port;
      }
      return result;
    }
    function extractFromEnvironment() {
      const env = typeof process === "object" && typeof process.env === "object" ? process.env : {};
      const result = {};
      const service = env.GOOGLE_SDK_NODE_CLIENT_SERVICE || env.GCP_CLIENT_SERVICE;
      if (service?.trim()) {
        result.gcpClientService = service.trim();
      }
      const version = env.GOOGLE_SDK_NODE_CLIENT_VERSION || env.GCP_CLIENT_VERSION;
      if (version?.trim()) {
        result.gcpVersion = version.trim();
      }
      const artifact = env.GOOGLE_SDK_NODE_ARTIFACT || env.GCP_ARTIFACT;
      if (artifact?.trim()) {
        result.gcpArtifact = artifact.trim();
      }
      const serverAddress = env.GOOGLE_SDK_NODE_SERVER_ADDRESS || env.SERVER_ADDRESS;
      if (serverAddress?.trim()) {
        result.serverAddress = serverAddress.trim();
      }
      const serverPort = env.GOOGLE_SDK_NODE_SERVER_PORT || env.SERVER_PORT;
      if (serverPort && !isNaN(Number(serverPort))) {
        result.serverPort = Number(serverPort);
      }
      return result;
    }
    function clearMetadataCache() {
    }
    function resolveStaticTraceContext(settings, _callerFilePath) {
      const envMeta = extractFromEnvironment();
      const dynamic = extractFromSettings(settings);
      const context = {
        gcpClientService: envMeta.gcpClientService ?? dynamic.gcpClientService,
        gcpVersion: envMeta.gcpVersion ?? dynamic.gcpVersion,
        gcpRepo: exports2.DEFAULT_GCP_REPO,
        gcpArtifact: envMeta.gcpArtifact ?? dynamic.gcpArtifact
      };
      const defaultDomain = getSettingsDefaultDomain(settings);
      if (defaultDomain && !envMeta.gcpClientService?.includes(".")) {
        staticContextDefaultDomain.set(context, defaultDomain);
      }
      const serverAddress = envMeta.serverAddress ?? dynamic.serverAddress;
      if (serverAddress !== void 0) {
        context.serverAddress = serverAddress;
      }
      const serverPort = envMeta.serverPort ?? dynamic.serverPort;
      if (serverPort !== void 0) {
        context.serverPort = serverPort;
      }
      return context;
    }
    function resolveEndpointAndDomain(dynamicArgs, staticArgs, defaultPort) {
      let rawAddress = dynamicArgs.serverAddress ?? staticArgs.serverAddress;
      let rawPort = dynamicArgs.serverPort ?? staticArgs.serverPort;
      const splitHostAndPort = (addr) => {
        const match = addr.match(/^(\[[^\]]+\]|[^:]+):(\d+)$/);
        if (match) {
          rawAddress = match[1];
          rawPort = rawPort ?? Number(match[2]);
        } else {
          rawAddress = addr;
        }
      };
      if (rawAddress) {
        splitHostAndPort(rawAddress);
      }
      const serviceDomain = normalizeDomainHost(staticArgs.gcpClientService);
      const urlDomain = dynamicArgs.urlDomain ?? staticArgs.urlDomain ?? staticContextDefaultDomain.get(staticArgs) ?? serviceDomain ?? rawAddress;
      if (defaultPort !== void 0) {
        if (!rawAddress && urlDomain) {
          splitHostAndPort(urlDomain);
        }
        if (rawAddress) {
          rawPort = rawPort ?? defaultPort;
        }
      }
      return { rawAddress, rawPort, urlDomain };
    }
    function resolveRpcMethod(dynamicArgs) {
      return dynamicArgs.apiName ? `${dynamicArgs.apiName}/${dynamicArgs.methodName}` : dynamicArgs.methodName;
    }
    function buildInitialAttributes(dynamicArgs, staticArgs, urlDomain) {
      const attributes = {
        "gcp.client.service": staticArgs.gcpClientService,
        "gcp.client.version": staticArgs.gcpVersion,
        "gcp.client.repo": staticArgs.gcpRepo,
        "gcp.client.artifact": staticArgs.gcpArtifact,
        "rpc.system.name": dynamicArgs.rpcType
      };
      if (urlDomain !== void 0) {
        attributes["url.domain"] = urlDomain;
      }
      return attributes;
    }
    function getValidSpan(span) {
      return span && (0, api_1.isSpanContextValid)(span.spanContext()) ? span : void 0;
    }
    function getActiveTraceContext(activeContext = api_1.context.active()) {
      const attemptSpan = getValidSpan(activeContext.getValue(exports2.ATTEMPT_SPAN_KEY));
      const clientRequestSpan = getValidSpan(activeContext.getValue(exports2.CLIENT_REQUEST_SPAN_KEY));
      const activeSpan = attemptSpan ?? clientRequestSpan ?? getValidSpan(api_1.trace.getSpan(activeContext));
      if (!activeSpan) {
        return void 0;
      }
      const spanContext = activeSpan.spanContext();
      return {
        traceId: spanContext.traceId,
        spanId: spanContext.spanId,
        span: activeSpan,
        attemptSpan,
        clientRequestSpan
      };
    }
  }
});

// node_modules/google-gax/build/src/observability/util.js
var require_util3 = __commonJS({
  "node_modules/google-gax/build/src/observability/util.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.checkTracingEnabled = checkTracingEnabled;
    exports2.checkLoggingEnabled = checkLoggingEnabled;
    var contextUtil_1 = require_contextUtil();
    function checkTracingEnabled(settings) {
      const env = typeof process === "object" && typeof process.env === "object" ? process.env : {};
      const envOptIn = env.GOOGLE_SDK_NODE_ENABLE_TRACING?.trim();
      if (envOptIn !== void 0 && envOptIn !== "") {
        const lower = envOptIn.toLowerCase();
        return lower === "true" || lower === "1";
      }
      return Boolean(settings?.enableTelemetryTracing || settings?.otherArgs?.enableTelemetryTracing);
    }
    function matchesLoggingEnvFilter(envOptIn, namespace) {
      if (!envOptIn) {
        return false;
      }
      const totalFilters = envOptIn === "all" || envOptIn === "true" ? "*" : envOptIn;
      const regexp = totalFilters.replace(/[|\\{}()[\]^$+?.]/g, "\\$&").replace(/\*/g, ".*").replace(/,/g, "$|^");
      return new RegExp(`^${regexp}$`, "i").test(namespace);
    }
    function checkLoggingEnabled(settings) {
      if (typeof settings?.enableTelemetryLogging === "boolean") {
        return settings.enableTelemetryLogging;
      }
      if (settings?.otherArgs?.enableTelemetryLogging === true) {
        return true;
      }
      const env = typeof process === "object" && typeof process.env === "object" ? process.env : {};
      const envOptIn = env.GOOGLE_SDK_NODE_LOGGING;
      if (!envOptIn) {
        return false;
      }
      const envService = (env.GOOGLE_SDK_NODE_CLIENT_SERVICE || env.GCP_CLIENT_SERVICE)?.trim();
      const apiService = typeof settings?.apiName === "string" && settings.apiName ? (0, contextUtil_1.extractServiceFromApiName)(settings.apiName) : void 0;
      const namespace = envService || apiService || "google-gax";
      return matchesLoggingEnvFilter(envOptIn, namespace);
    }
  }
});

// node_modules/google-gax/build/src/status.js
var require_status2 = __commonJS({
  "node_modules/google-gax/build/src/status.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.HttpCodeToRpcCodeMap = exports2.Status = void 0;
    exports2.rpcCodeFromHttpStatusCode = rpcCodeFromHttpStatusCode;
    var Status;
    (function(Status2) {
      Status2[Status2["OK"] = 0] = "OK";
      Status2[Status2["CANCELLED"] = 1] = "CANCELLED";
      Status2[Status2["UNKNOWN"] = 2] = "UNKNOWN";
      Status2[Status2["INVALID_ARGUMENT"] = 3] = "INVALID_ARGUMENT";
      Status2[Status2["DEADLINE_EXCEEDED"] = 4] = "DEADLINE_EXCEEDED";
      Status2[Status2["NOT_FOUND"] = 5] = "NOT_FOUND";
      Status2[Status2["ALREADY_EXISTS"] = 6] = "ALREADY_EXISTS";
      Status2[Status2["PERMISSION_DENIED"] = 7] = "PERMISSION_DENIED";
      Status2[Status2["RESOURCE_EXHAUSTED"] = 8] = "RESOURCE_EXHAUSTED";
      Status2[Status2["FAILED_PRECONDITION"] = 9] = "FAILED_PRECONDITION";
      Status2[Status2["ABORTED"] = 10] = "ABORTED";
      Status2[Status2["OUT_OF_RANGE"] = 11] = "OUT_OF_RANGE";
      Status2[Status2["UNIMPLEMENTED"] = 12] = "UNIMPLEMENTED";
      Status2[Status2["INTERNAL"] = 13] = "INTERNAL";
      Status2[Status2["UNAVAILABLE"] = 14] = "UNAVAILABLE";
      Status2[Status2["DATA_LOSS"] = 15] = "DATA_LOSS";
      Status2[Status2["UNAUTHENTICATED"] = 16] = "UNAUTHENTICATED";
    })(Status || (exports2.Status = Status = {}));
    exports2.HttpCodeToRpcCodeMap = /* @__PURE__ */ new Map([
      [400, Status.INVALID_ARGUMENT],
      [401, Status.UNAUTHENTICATED],
      [403, Status.PERMISSION_DENIED],
      [404, Status.NOT_FOUND],
      [409, Status.ABORTED],
      [416, Status.OUT_OF_RANGE],
      [429, Status.RESOURCE_EXHAUSTED],
      [499, Status.CANCELLED],
      [501, Status.UNIMPLEMENTED],
      [503, Status.UNAVAILABLE],
      [504, Status.DEADLINE_EXCEEDED]
    ]);
    function rpcCodeFromHttpStatusCode(httpStatusCode) {
      if (exports2.HttpCodeToRpcCodeMap.has(httpStatusCode)) {
        return exports2.HttpCodeToRpcCodeMap.get(httpStatusCode);
      }
      if (httpStatusCode >= 200 && httpStatusCode < 300) {
        return Status.OK;
      }
      if (httpStatusCode >= 400 && httpStatusCode < 500) {
        return Status.FAILED_PRECONDITION;
      }
      if (httpStatusCode >= 500 && httpStatusCode < 600) {
        return Status.INTERNAL;
      }
      return Status.UNKNOWN;
    }
  }
});

// node_modules/google-gax/build/src/gax.js
var require_gax = __commonJS({
  "node_modules/google-gax/build/src/gax.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.CallSettings = exports2.RetryOptions = void 0;
    exports2.convertRetryOptions = convertRetryOptions;
    exports2.createRetryOptions = createRetryOptions;
    exports2.createBackoffSettings = createBackoffSettings;
    exports2.createDefaultBackoffSettings = createDefaultBackoffSettings;
    exports2.createMaxRetriesBackoffSettings = createMaxRetriesBackoffSettings;
    exports2.createBundleOptions = createBundleOptions;
    exports2.constructSettings = constructSettings;
    exports2.createByteLengthFunction = createByteLengthFunction;
    var warnings_1 = require_warnings();
    var util_1 = require_util2();
    var util_2 = require_util3();
    var contextUtil_1 = require_contextUtil();
    var status_1 = require_status2();
    var RetryOptions = class {
      retryCodes;
      backoffSettings;
      shouldRetryFn;
      getResumptionRequestFn;
      constructor(retryCodes, backoffSettings, shouldRetryFn, getResumptionRequestFn) {
        this.retryCodes = retryCodes;
        this.backoffSettings = backoffSettings;
        this.shouldRetryFn = shouldRetryFn;
        this.getResumptionRequestFn = getResumptionRequestFn;
      }
    };
    exports2.RetryOptions = RetryOptions;
    var CallSettings = class _CallSettings {
      timeout;
      retry;
      autoPaginate;
      pageToken;
      pageSize;
      maxResults;
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      otherArgs;
      bundleOptions;
      isBundling;
      longrunning;
      apiName;
      retryRequestOptions;
      enableTelemetryTracing;
      enableTelemetryLogging;
      resumableUpload;
      signal;
      /**
       * @param {Object} settings - An object containing parameters of this settings.
       * @param {number} settings.timeout - The client-side timeout for API calls.
       *   This parameter is ignored for retrying calls.
       * @param {RetryOptions} settings.retry - The configuration for retrying upon
       *   transient error. If set to null, this call will not retry.
       * @param {boolean} settings.autoPaginate - If there is no `pageDescriptor`,
       *   this attrbute has no meaning. Otherwise, determines whether a page
       * streamed response should make the page structure transparent to the user by
       *   flattening the repeated field in the returned generator.
       * @param {number} settings.pageToken - If there is no `pageDescriptor`,
       *   this attribute has no meaning. Otherwise, determines the page token used
       * in the page streaming request.
       * @param {Object} settings.otherArgs - Additional arguments to be passed to
       *   the API calls.
       *
       * @constructor
       */
      constructor(settings) {
        settings = settings || {};
        this.timeout = settings.timeout || 30 * 1e3;
        this.retry = settings.retry;
        this.autoPaginate = "autoPaginate" in settings ? settings.autoPaginate : true;
        this.maxResults = settings.maxResults;
        this.otherArgs = settings.otherArgs || {};
        this.bundleOptions = settings.bundleOptions;
        this.isBundling = "isBundling" in settings ? settings.isBundling : true;
        this.longrunning = "longrunning" in settings ? settings.longrunning : void 0;
        this.apiName = settings.apiName ?? void 0;
        this.retryRequestOptions = settings.retryRequestOptions;
        this.enableTelemetryTracing = settings.enableTelemetryTracing;
        this.enableTelemetryLogging = settings.enableTelemetryLogging;
        this.resumableUpload = "resumableUpload" in settings ? settings.resumableUpload : void 0;
        this.signal = "signal" in settings ? settings.signal : void 0;
      }
      /**
       * Returns a new CallSettings merged from this and a CallOptions object.
       *
       * @param {CallOptions} options - an instance whose values override
       *   those in this object. If null, ``merge`` returns a copy of this
       *   object
       * @return {CallSettings} The merged CallSettings instance.
       */
      merge(options) {
        if (!options) {
          const merged2 = new _CallSettings(this);
          const defaultDomain2 = (0, contextUtil_1.getSettingsDefaultDomain)(this);
          if (defaultDomain2) {
            (0, contextUtil_1.setSettingsDefaultDomain)(merged2, defaultDomain2);
          }
          return merged2;
        }
        let timeout = this.timeout;
        let retry = this.retry;
        let retryCloned = false;
        let autoPaginate = this.autoPaginate;
        let maxResults = this.maxResults;
        let otherArgs = this.otherArgs;
        let isBundling = this.isBundling;
        let longrunning = this.longrunning;
        let apiName = this.apiName;
        let retryRequestOptions = this.retryRequestOptions;
        let enableTelemetryTracing = this.enableTelemetryTracing;
        let enableTelemetryLogging = this.enableTelemetryLogging;
        let resumableUpload = this.resumableUpload;
        let signal = this.signal;
        if ("timeout" in options) {
          timeout = options.timeout;
        }
        if (retry?.retryCodes && !("retry" in options && (!options.retry || options.retry.backoffSettings))) {
          const backoff = retry.backoffSettings;
          if (!backoff || backoff.initialRpcTimeoutMillis !== timeout || backoff.maxRpcTimeoutMillis !== timeout || backoff.totalTimeoutMillis !== timeout) {
            retry = cloneRetryOptions(retry);
            retryCloned = true;
            retry.backoffSettings.initialRpcTimeoutMillis = timeout;
            retry.backoffSettings.maxRpcTimeoutMillis = timeout;
            retry.backoffSettings.totalTimeoutMillis = timeout;
          }
        }
        if ("retry" in options) {
          const mergedRetry = mergeRetryOptions(retry || {}, options.retry);
          if (!mergedRetry || mergedRetry.backoffSettings !== retry?.backoffSettings) {
            retryCloned = false;
          }
          retry = mergedRetry;
        }
        if ("autoPaginate" in options && !options.autoPaginate) {
          autoPaginate = false;
        }
        if ("maxResults" in options) {
          maxResults = options.maxResults;
        }
        if ("otherArgs" in options) {
          otherArgs = {};
          for (const key in this.otherArgs) {
            otherArgs[key] = this.otherArgs[key];
          }
          for (const optionsKey in options.otherArgs) {
            otherArgs[optionsKey] = options.otherArgs[optionsKey];
          }
        }
        if ("isBundling" in options) {
          isBundling = options.isBundling;
        }
        if ("maxRetries" in options && options.maxRetries !== void 0) {
          if (!retryCloned) {
            retry = cloneRetryOptions(retry);
            retryCloned = true;
          }
          retry.backoffSettings.maxRetries = options.maxRetries;
          delete retry.backoffSettings.totalTimeoutMillis;
        }
        if ("longrunning" in options) {
          longrunning = options.longrunning;
        }
        if ("apiName" in options) {
          apiName = options.apiName;
        }
        if ("retryRequestOptions" in options) {
          retryRequestOptions = options.retryRequestOptions;
        }
        if ("enableTelemetryTracing" in options) {
          enableTelemetryTracing = options.enableTelemetryTracing;
        }
        if ("enableTelemetryLogging" in options) {
          enableTelemetryLogging = options.enableTelemetryLogging;
        }
        if ("resumableUpload" in options) {
          resumableUpload = options.resumableUpload;
        }
        if ("signal" in options) {
          signal = options.signal;
        }
        const merged = new _CallSettings({
          timeout,
          retry,
          bundleOptions: this.bundleOptions,
          longrunning,
          autoPaginate,
          maxResults,
          otherArgs,
          isBundling,
          apiName,
          retryRequestOptions,
          enableTelemetryTracing,
          enableTelemetryLogging,
          resumableUpload,
          signal
        });
        const defaultDomain = (options instanceof _CallSettings ? (0, contextUtil_1.getSettingsDefaultDomain)(options) : void 0) ?? (!("apiName" in options) || options.apiName === this.apiName ? (0, contextUtil_1.getSettingsDefaultDomain)(this) : void 0);
        if (defaultDomain) {
          (0, contextUtil_1.setSettingsDefaultDomain)(merged, defaultDomain);
        }
        return merged;
      }
    };
    exports2.CallSettings = CallSettings;
    function convertRetryOptions(options, gaxStreamingRetries) {
      if (!options) {
        return options;
      }
      if (!gaxStreamingRetries) {
        return options;
      }
      if (options.retry && options.retryRequestOptions) {
        throw new Error("Only one of retry or retryRequestOptions may be set");
      }
      if (options.retryRequestOptions) {
        if (options.retryRequestOptions.objectMode !== void 0) {
          (0, warnings_1.warn)("retry_request_options", "objectMode override is not supported. It is set to true internally by default in gax.", "UnsupportedParameterWarning");
        }
        if (options.retryRequestOptions.noResponseRetries !== void 0) {
          (0, warnings_1.warn)("retry_request_options", "noResponseRetries override is not supported. Please specify retry codes or a function to determine retry eligibility.", "UnsupportedParameterWarning");
        }
        if (options.retryRequestOptions.currentRetryAttempt !== void 0) {
          (0, warnings_1.warn)("retry_request_options", "currentRetryAttempt override is not supported. Retry attempts are tracked internally.", "UnsupportedParameterWarning");
        }
        let retryCodes = [status_1.Status.UNAVAILABLE];
        let shouldRetryFn;
        if (options.retryRequestOptions.shouldRetryFn) {
          retryCodes = [];
          shouldRetryFn = options.retryRequestOptions.shouldRetryFn;
        }
        options.maxRetries = options?.retryRequestOptions?.retries ?? options.maxRetries;
        const backoffSettings = createDefaultBackoffSettings();
        let maxRetryDelayMillis;
        let totalTimeoutMillis;
        if (options.retryRequestOptions.maxRetryDelay !== void 0) {
          maxRetryDelayMillis = options.retryRequestOptions.maxRetryDelay * 1e3;
        }
        const retryDelayMultiplier = options?.retryRequestOptions?.retryDelayMultiplier ?? backoffSettings.retryDelayMultiplier;
        if (options.retryRequestOptions.totalTimeout !== void 0) {
          totalTimeoutMillis = options.retryRequestOptions.totalTimeout * 1e3;
        } else {
          if (options.maxRetries === void 0) {
            totalTimeoutMillis = 3e4;
            (0, warnings_1.warn)("retry_request_options_no_max_retries_timeout", "Neither maxRetries nor totalTimeout were passed. Defaulting to totalTimeout of 30000ms.", "MissingParameterWarning");
          }
        }
        backoffSettings.maxRetryDelayMillis = maxRetryDelayMillis ?? backoffSettings.maxRetryDelayMillis;
        backoffSettings.retryDelayMultiplier = retryDelayMultiplier ?? backoffSettings.retryDelayMultiplier;
        backoffSettings.totalTimeoutMillis = totalTimeoutMillis ?? backoffSettings.totalTimeoutMillis;
        const convertedRetryOptions = createRetryOptions(retryCodes, backoffSettings, shouldRetryFn);
        options.retry = convertedRetryOptions;
        delete options.retryRequestOptions;
        (0, warnings_1.warn)("retry_request_options", "retryRequestOptions will be deprecated in a future release. Please use retryOptions to pass retry options at call time", "DeprecationWarning");
      }
      return options;
    }
    function createRetryOptions(retryCodes, backoffSettings, shouldRetryFn, getResumptionRequestFn) {
      return {
        retryCodes,
        backoffSettings,
        shouldRetryFn,
        getResumptionRequestFn
      };
    }
    function createBackoffSettings(initialRetryDelayMillis, retryDelayMultiplier, maxRetryDelayMillis, initialRpcTimeoutMillis, rpcTimeoutMultiplier, maxRpcTimeoutMillis, totalTimeoutMillis) {
      return {
        initialRetryDelayMillis,
        retryDelayMultiplier,
        maxRetryDelayMillis,
        initialRpcTimeoutMillis,
        rpcTimeoutMultiplier,
        maxRpcTimeoutMillis,
        totalTimeoutMillis
      };
    }
    function createDefaultBackoffSettings() {
      return createBackoffSettings(100, 1.3, 6e4, null, null, null, null);
    }
    function createMaxRetriesBackoffSettings(initialRetryDelayMillis, retryDelayMultiplier, maxRetryDelayMillis, initialRpcTimeoutMillis, rpcTimeoutMultiplier, maxRpcTimeoutMillis, maxRetries) {
      return {
        initialRetryDelayMillis,
        retryDelayMultiplier,
        maxRetryDelayMillis,
        initialRpcTimeoutMillis,
        rpcTimeoutMultiplier,
        maxRpcTimeoutMillis,
        maxRetries
      };
    }
    function createBundleOptions(options) {
      const params = [
        "element_count_threshold",
        "element_count_limit",
        "request_byte_threshold",
        "request_byte_limit",
        "delay_threshold_millis"
      ];
      params.forEach((param) => {
        if (param in options && typeof options[param] !== "number") {
          throw new Error(`${param} should be a number`);
        }
      });
      const elementCountThreshold = options.element_count_threshold || 0;
      const elementCountLimit = options.element_count_limit || 0;
      const requestByteThreshold = options.request_byte_threshold || 0;
      const requestByteLimit = options.request_byte_limit || 0;
      const delayThreshold = options.delay_threshold_millis || 0;
      if (elementCountThreshold === 0 && requestByteThreshold === 0 && delayThreshold === 0) {
        throw new Error("one threshold should be > 0");
      }
      return {
        elementCountThreshold,
        elementCountLimit,
        requestByteThreshold,
        requestByteLimit,
        delayThreshold
      };
    }
    function constructRetry(methodConfig, retryCodes, retryParams, retryNames) {
      if (!methodConfig) {
        return null;
      }
      let codes = null;
      if (retryCodes && "retry_codes_name" in methodConfig) {
        const retryCodesName = methodConfig["retry_codes_name"];
        codes = (retryCodes[retryCodesName] || []).map((name) => {
          return Number(retryNames[name]);
        });
      }
      let backoffSettings = null;
      if (retryParams && "retry_params_name" in methodConfig) {
        const params = retryParams[methodConfig.retry_params_name];
        backoffSettings = createBackoffSettings(params.initial_retry_delay_millis, params.retry_delay_multiplier, params.max_retry_delay_millis, params.initial_rpc_timeout_millis, params.rpc_timeout_multiplier, params.max_rpc_timeout_millis, params.total_timeout_millis);
      }
      return createRetryOptions(codes, backoffSettings);
    }
    function cloneRetryOptions(retry) {
      if (!retry) {
        return retry;
      }
      return createRetryOptions(retry.retryCodes ? [...retry.retryCodes] : retry.retryCodes, retry.backoffSettings ? { ...retry.backoffSettings } : retry.backoffSettings, retry.shouldRetryFn, retry.getResumptionRequestFn);
    }
    function mergeRetryOptions(retry, overrides) {
      if (!overrides) {
        return null;
      }
      if (!overrides.retryCodes && !overrides.backoffSettings && !overrides.shouldRetryFn && !overrides.getResumptionRequestFn) {
        return retry;
      }
      const retryCodes = overrides.retryCodes ? overrides.retryCodes : retry.retryCodes;
      const backoffSettings = overrides.backoffSettings ? overrides.backoffSettings : retry.backoffSettings;
      const shouldRetryFn = overrides.shouldRetryFn ? overrides.shouldRetryFn : retry.shouldRetryFn;
      const getResumptionRequestFn = overrides.getResumptionRequestFn ? overrides.getResumptionRequestFn : retry.getResumptionRequestFn;
      return createRetryOptions(retryCodes, backoffSettings, shouldRetryFn, getResumptionRequestFn);
    }
    function constructSettings(serviceName, clientConfig, configOverrides, retryNames, otherArgs, enableTelemetryTracing, _legacyTelemetryInfo, enableTelemetryLogging) {
      const env = typeof process === "object" && typeof process.env === "object" ? process.env : {};
      const envTracing = env.GOOGLE_SDK_NODE_ENABLE_TRACING?.trim();
      const isEnvSet = envTracing !== void 0 && envTracing !== "";
      const isEnvEnabled = (0, util_2.checkTracingEnabled)();
      const tracingRequested = isEnvSet ? isEnvEnabled : Boolean(enableTelemetryTracing);
      const isLoggingEnvEnabled = enableTelemetryLogging === void 0 ? (0, util_2.checkLoggingEnabled)(new CallSettings({ apiName: serviceName })) : false;
      const resolvedLogging = enableTelemetryLogging !== void 0 ? enableTelemetryLogging : isLoggingEnvEnabled ? true : void 0;
      const loggingRequested = Boolean(resolvedLogging);
      otherArgs = otherArgs || {};
      const defaults = {};
      const serviceConfig = (clientConfig.interfaces || {})[serviceName];
      if (!serviceConfig) {
        return null;
      }
      const overrides = (configOverrides.interfaces || {})[serviceName] || {};
      const methods = serviceConfig.methods;
      const overridingMethods = overrides.methods || {};
      for (const methodName in methods) {
        const methodConfig = methods[methodName];
        const jsName = (0, util_1.toLowerCamelCase)(methodName);
        let retry = constructRetry(methodConfig, serviceConfig.retry_codes, serviceConfig.retry_params, retryNames);
        let bundlingConfig = methodConfig.bundling;
        let timeout = methodConfig.timeout_millis;
        if (methodName in overridingMethods) {
          const overridingMethod = overridingMethods[methodName];
          if (overridingMethod) {
            if ("bundling" in overridingMethod) {
              bundlingConfig = overridingMethod.bundling;
            }
            if ("timeout_millis" in overridingMethod) {
              timeout = overridingMethod.timeout_millis;
            }
          }
          retry = mergeRetryOptions(retry, constructRetry(overridingMethod, overrides.retry_codes, overrides.retry_params, retryNames));
        }
        const apiName = serviceName;
        defaults[jsName] = new CallSettings({
          timeout,
          retry,
          bundleOptions: bundlingConfig ? createBundleOptions(bundlingConfig) : null,
          otherArgs: tracingRequested || loggingRequested ? {
            ...otherArgs,
            internalMethodName: methodName,
            enableTelemetryTracing: tracingRequested,
            enableTelemetryLogging: loggingRequested
          } : otherArgs,
          apiName,
          enableTelemetryTracing: isEnvSet ? isEnvEnabled : enableTelemetryTracing,
          enableTelemetryLogging: resolvedLogging
        });
      }
      return defaults;
    }
    function createByteLengthFunction(message) {
      return function getByteLength(obj) {
        try {
          return message.encode(obj).finish().length;
        } catch (err) {
          const stringified = JSON.stringify(obj);
          (0, warnings_1.warn)("error_encoding_protobufjs_object", `Cannot encode protobuf.js object: ${stringified}: ${err}`);
          return stringified.length;
        }
      };
    }
  }
});

// node_modules/google-gax/build/src/routingHeader.js
var require_routingHeader = __commonJS({
  "node_modules/google-gax/build/src/routingHeader.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.fromParams = fromParams;
    var querystring = __importStar(require("querystring"));
    function fromParams(params) {
      return querystring.stringify(params);
    }
  }
});

// shared:google-auth-library
var require_google_auth_library = __commonJS({
  "shared:google-auth-library"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("../shared/google-auth.cjs")["google-auth-library"];
  }
});

// node_modules/proto3-json-serializer/build/src/bytes.js
var require_bytes = __commonJS({
  "node_modules/proto3-json-serializer/build/src/bytes.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.bytesToProto3JSON = bytesToProto3JSON;
    exports2.bytesFromProto3JSON = bytesFromProto3JSON;
    function bytesToProto3JSON(obj) {
      if (Buffer.isBuffer(obj)) {
        return obj.toString("base64");
      } else {
        return Buffer.from(obj.buffer, 0, obj.byteLength).toString("base64");
      }
    }
    function bytesFromProto3JSON(json) {
      return Buffer.from(json, "base64");
    }
  }
});

// node_modules/proto3-json-serializer/build/src/enum.js
var require_enum2 = __commonJS({
  "node_modules/proto3-json-serializer/build/src/enum.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.resolveEnumValueToString = resolveEnumValueToString;
    exports2.resolveEnumValueToNumber = resolveEnumValueToNumber;
    function resolveEnumValueToString(enumType, enumValue) {
      if (typeof enumValue === "number") {
        const value = enumType.valuesById[enumValue];
        if (typeof value === "undefined") {
          return enumValue;
        }
        return value;
      }
      if (typeof enumValue === "string") {
        return enumValue;
      }
      throw new Error("resolveEnumValueToString: enum value must be a string or a number");
    }
    function resolveEnumValueToNumber(enumType, enumValue) {
      if (typeof enumValue === "number") {
        return enumValue;
      }
      if (typeof enumValue === "string") {
        const num = enumType.values[enumValue];
        if (typeof num === "undefined") {
          return enumValue;
        }
        return num;
      }
      throw new Error("resolveEnumValueToNumber: enum value must be a string or a number");
    }
  }
});

// node_modules/proto3-json-serializer/build/src/util.js
var require_util4 = __commonJS({
  "node_modules/proto3-json-serializer/build/src/util.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.wrapperTypes = void 0;
    exports2.getFullyQualifiedTypeName = getFullyQualifiedTypeName;
    exports2.assert = assert;
    function getFullyQualifiedTypeName(type) {
      let fullyQualifiedTypeName = "";
      while (type.parent) {
        fullyQualifiedTypeName = `.${type.name}${fullyQualifiedTypeName}`;
        type = type.parent;
      }
      return fullyQualifiedTypeName;
    }
    exports2.wrapperTypes = /* @__PURE__ */ new Set([
      ".google.protobuf.DoubleValue",
      ".google.protobuf.FloatValue",
      ".google.protobuf.Int64Value",
      ".google.protobuf.UInt64Value",
      ".google.protobuf.Int32Value",
      ".google.protobuf.UInt32Value",
      ".google.protobuf.BoolValue",
      ".google.protobuf.StringValue",
      ".google.protobuf.BytesValue"
    ]);
    function assert(assertion, message) {
      if (!assertion) {
        throw new Error(message);
      }
    }
  }
});

// node_modules/proto3-json-serializer/build/src/value.js
var require_value = __commonJS({
  "node_modules/proto3-json-serializer/build/src/value.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.googleProtobufStructToProto3JSON = googleProtobufStructToProto3JSON;
    exports2.googleProtobufListValueToProto3JSON = googleProtobufListValueToProto3JSON;
    exports2.googleProtobufValueToProto3JSON = googleProtobufValueToProto3JSON;
    exports2.googleProtobufStructFromProto3JSON = googleProtobufStructFromProto3JSON;
    exports2.googleProtobufListValueFromProto3JSON = googleProtobufListValueFromProto3JSON;
    exports2.googleProtobufValueFromProto3JSON = googleProtobufValueFromProto3JSON;
    var util_1 = require_util4();
    function googleProtobufStructToProto3JSON(obj) {
      const result = {};
      const fields = obj.fields;
      for (const [key, value] of Object.entries(fields)) {
        result[key] = googleProtobufValueToProto3JSON(value);
      }
      return result;
    }
    function googleProtobufListValueToProto3JSON(obj) {
      (0, util_1.assert)(Array.isArray(obj.values), "ListValue internal representation must contain array of values");
      return obj.values.map(googleProtobufValueToProto3JSON);
    }
    function googleProtobufValueToProto3JSON(obj) {
      if (Object.prototype.hasOwnProperty.call(obj, "nullValue")) {
        return null;
      }
      if (Object.prototype.hasOwnProperty.call(obj, "numberValue") && typeof obj.numberValue === "number") {
        if (!Number.isFinite(obj.numberValue)) {
          return obj.numberValue.toString();
        }
        return obj.numberValue;
      }
      if (Object.prototype.hasOwnProperty.call(obj, "stringValue") && typeof obj.stringValue === "string") {
        return obj.stringValue;
      }
      if (Object.prototype.hasOwnProperty.call(obj, "boolValue") && typeof obj.boolValue === "boolean") {
        return obj.boolValue;
      }
      if (Object.prototype.hasOwnProperty.call(obj, "structValue") && typeof obj.structValue === "object") {
        return googleProtobufStructToProto3JSON(obj.structValue);
      }
      if (Object.prototype.hasOwnProperty.call(obj, "listValue") && typeof obj === "object" && typeof obj.listValue === "object") {
        return googleProtobufListValueToProto3JSON(obj.listValue);
      }
      return null;
    }
    function googleProtobufStructFromProto3JSON(json) {
      const fields = {};
      for (const [key, value] of Object.entries(json)) {
        fields[key] = googleProtobufValueFromProto3JSON(value);
      }
      return { fields };
    }
    function googleProtobufListValueFromProto3JSON(json) {
      return {
        values: json.map((element) => googleProtobufValueFromProto3JSON(element))
      };
    }
    function googleProtobufValueFromProto3JSON(json) {
      if (json === null) {
        return { nullValue: "NULL_VALUE" };
      }
      if (typeof json === "number") {
        return { numberValue: json };
      }
      if (typeof json === "string") {
        return { stringValue: json };
      }
      if (typeof json === "boolean") {
        return { boolValue: json };
      }
      if (Array.isArray(json)) {
        return {
          listValue: googleProtobufListValueFromProto3JSON(json)
        };
      }
      if (typeof json === "object") {
        return {
          structValue: googleProtobufStructFromProto3JSON(json)
        };
      }
      throw new Error(`googleProtobufValueFromProto3JSON: incorrect parameter type: ${typeof json}`);
    }
  }
});

// node_modules/proto3-json-serializer/build/src/duration.js
var require_duration = __commonJS({
  "node_modules/proto3-json-serializer/build/src/duration.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.googleProtobufDurationToProto3JSON = googleProtobufDurationToProto3JSON;
    exports2.googleProtobufDurationFromProto3JSON = googleProtobufDurationFromProto3JSON;
    function googleProtobufDurationToProto3JSON(obj) {
      let durationSeconds = obj.seconds.toString();
      if (typeof obj.nanos === "number" && obj.nanos > 0) {
        const nanosStr = obj.nanos.toString().padStart(9, "0").replace(/^((?:\d\d\d)+?)(?:0*)$/, "$1");
        durationSeconds += "." + nanosStr;
      }
      durationSeconds += "s";
      return durationSeconds;
    }
    function googleProtobufDurationFromProto3JSON(json) {
      const match = json.match(/^(\d*)(?:\.(\d*))?s$/);
      if (!match) {
        throw new Error(`googleProtobufDurationFromProto3JSON: incorrect value ${json} passed as google.protobuf.Duration`);
      }
      let seconds = 0;
      let nanos = 0;
      if (typeof match[1] === "string" && match[1].length > 0) {
        seconds = parseInt(match[1]);
      }
      if (typeof match[2] === "string" && match[2].length > 0) {
        nanos = parseInt(match[2].padEnd(9, "0"));
      }
      const result = {};
      if (seconds !== 0) {
        result.seconds = seconds;
      }
      if (nanos !== 0) {
        result.nanos = nanos;
      }
      return result;
    }
  }
});

// node_modules/proto3-json-serializer/build/src/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/proto3-json-serializer/build/src/timestamp.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.googleProtobufTimestampToProto3JSON = googleProtobufTimestampToProto3JSON;
    exports2.googleProtobufTimestampFromProto3JSON = googleProtobufTimestampFromProto3JSON;
    function googleProtobufTimestampToProto3JSON(obj) {
      const durationSeconds = obj.seconds;
      const date = new Date(durationSeconds * 1e3).toISOString();
      let nanos = obj.nanos?.toString().padStart(9, "0");
      while (nanos && nanos.length > 3 && nanos.endsWith("000")) {
        nanos = nanos.slice(0, -3);
      }
      return date.replace(/(?:\.\d{0,9})/, "." + nanos);
    }
    function googleProtobufTimestampFromProto3JSON(json) {
      const match = json.match(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?/);
      if (!match) {
        throw new Error(`googleProtobufDurationFromProto3JSON: incorrect value ${json} passed as google.protobuf.Duration`);
      }
      const date = new Date(json);
      const millisecondsSinceEpoch = date.getTime();
      const seconds = Math.floor(millisecondsSinceEpoch / 1e3);
      let nanos = 0;
      const secondsFromDate = json.split(".")[1];
      if (secondsFromDate) {
        nanos = parseInt(secondsFromDate.slice(0, -1).padEnd(9, "0"));
      }
      const result = {};
      if (seconds !== 0) {
        result.seconds = seconds;
      }
      if (nanos !== 0) {
        result.nanos = nanos;
      }
      return result;
    }
  }
});

// node_modules/proto3-json-serializer/build/src/wrappers.js
var require_wrappers2 = __commonJS({
  "node_modules/proto3-json-serializer/build/src/wrappers.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.wrapperToProto3JSON = wrapperToProto3JSON;
    exports2.wrapperFromProto3JSON = wrapperFromProto3JSON;
    var bytes_1 = require_bytes();
    var util_1 = require_util4();
    function wrapperToProto3JSON(obj) {
      if (!Object.prototype.hasOwnProperty.call(obj, "value")) {
        return null;
      }
      if (Buffer.isBuffer(obj.value) || obj.value instanceof Uint8Array) {
        return (0, bytes_1.bytesToProto3JSON)(obj.value);
      }
      if (typeof obj.value === "object") {
        (0, util_1.assert)(obj.value.constructor.name === "Long", `wrapperToProto3JSON: expected to see a number, a string, a boolean, or a Long, but got ${obj.value}`);
        return obj.value.toString();
      }
      if (typeof obj.value === "number" && !Number.isFinite(obj.value)) {
        return obj.value.toString();
      }
      return obj.value;
    }
    function wrapperFromProto3JSON(typeName, json) {
      if (json === null) {
        return {
          value: null
        };
      }
      if (typeName === ".google.protobuf.BytesValue") {
        if (typeof json !== "string") {
          throw new Error(`numberWrapperFromProto3JSON: expected to get a string for google.protobuf.BytesValue but got ${typeof json}`);
        }
        return {
          value: (0, bytes_1.bytesFromProto3JSON)(json)
        };
      }
      return {
        value: json
      };
    }
  }
});

// node_modules/proto3-json-serializer/build/src/fieldmask.js
var require_fieldmask = __commonJS({
  "node_modules/proto3-json-serializer/build/src/fieldmask.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.googleProtobufFieldMaskToProto3JSON = googleProtobufFieldMaskToProto3JSON;
    exports2.googleProtobufFieldMaskFromProto3JSON = googleProtobufFieldMaskFromProto3JSON;
    function googleProtobufFieldMaskToProto3JSON(obj) {
      return obj.paths.join(",");
    }
    function googleProtobufFieldMaskFromProto3JSON(json) {
      return {
        paths: json.split(",")
      };
    }
  }
});

// node_modules/proto3-json-serializer/build/src/fromproto3json.js
var require_fromproto3json = __commonJS({
  "node_modules/proto3-json-serializer/build/src/fromproto3json.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.fromProto3JSONToInternalRepresentation = fromProto3JSONToInternalRepresentation;
    exports2.fromProto3JSON = fromProto3JSON;
    var any_1 = require_any();
    var bytes_1 = require_bytes();
    var enum_1 = require_enum2();
    var value_1 = require_value();
    var util_1 = require_util4();
    var duration_1 = require_duration();
    var timestamp_1 = require_timestamp();
    var wrappers_1 = require_wrappers2();
    var fieldmask_1 = require_fieldmask();
    function fromProto3JSONToInternalRepresentation(type, json) {
      const fullyQualifiedTypeName = typeof type === "string" ? type : (0, util_1.getFullyQualifiedTypeName)(type);
      if (typeof type !== "string" && "values" in type) {
        if (fullyQualifiedTypeName === ".google.protobuf.NullValue") {
          return "NULL_VALUE";
        }
        return (0, enum_1.resolveEnumValueToString)(type, json);
      }
      if (typeof type !== "string") {
        type.resolveAll();
      }
      if (typeof type === "string") {
        return json;
      }
      if (fullyQualifiedTypeName === ".google.protobuf.Value") {
        return (0, value_1.googleProtobufValueFromProto3JSON)(json);
      }
      if (util_1.wrapperTypes.has(fullyQualifiedTypeName)) {
        if (json !== null && typeof json === "object" || Array.isArray(json)) {
          throw new Error(`fromProto3JSONToInternalRepresentation: JSON representation for ${fullyQualifiedTypeName} expects a string, a number, or a boolean, but got ${typeof json}`);
        }
        return (0, wrappers_1.wrapperFromProto3JSON)(fullyQualifiedTypeName, json);
      }
      if (json === null) {
        return null;
      }
      if (fullyQualifiedTypeName === ".google.protobuf.Any") {
        return (0, any_1.googleProtobufAnyFromProto3JSON)(type.root, json);
      }
      if (fullyQualifiedTypeName === ".google.protobuf.Struct") {
        if (typeof json !== "object") {
          throw new Error(`fromProto3JSONToInternalRepresentation: google.protobuf.Struct must be an object but got ${typeof json}`);
        }
        if (Array.isArray(json)) {
          throw new Error("fromProto3JSONToInternalRepresentation: google.protobuf.Struct must be an object but got an array");
        }
        return (0, value_1.googleProtobufStructFromProto3JSON)(json);
      }
      if (fullyQualifiedTypeName === ".google.protobuf.ListValue") {
        if (!Array.isArray(json)) {
          throw new Error(`fromProto3JSONToInternalRepresentation: google.protobuf.ListValue must be an array but got ${typeof json}`);
        }
        return (0, value_1.googleProtobufListValueFromProto3JSON)(json);
      }
      if (fullyQualifiedTypeName === ".google.protobuf.Duration") {
        if (typeof json !== "string") {
          throw new Error(`fromProto3JSONToInternalRepresentation: google.protobuf.Duration must be a string but got ${typeof json}`);
        }
        return (0, duration_1.googleProtobufDurationFromProto3JSON)(json);
      }
      if (fullyQualifiedTypeName === ".google.protobuf.Timestamp") {
        if (typeof json !== "string") {
          throw new Error(`fromProto3JSONToInternalRepresentation: google.protobuf.Timestamp must be a string but got ${typeof json}`);
        }
        return (0, timestamp_1.googleProtobufTimestampFromProto3JSON)(json);
      }
      if (fullyQualifiedTypeName === ".google.protobuf.FieldMask") {
        if (typeof json !== "string") {
          throw new Error(`fromProto3JSONToInternalRepresentation: google.protobuf.FieldMask must be a string but got ${typeof json}`);
        }
        return (0, fieldmask_1.googleProtobufFieldMaskFromProto3JSON)(json);
      }
      const result = {};
      for (const [key, value] of Object.entries(json)) {
        const field = type.fields[key];
        if (!field) {
          continue;
        }
        const resolvedType = field.resolvedType;
        const fieldType = field.type;
        if (field.repeated) {
          if (value === null) {
            result[key] = [];
          } else {
            if (!Array.isArray(value)) {
              throw new Error(`fromProto3JSONToInternalRepresentation: expected an array for field ${key}`);
            }
            result[key] = value.map((element) => fromProto3JSONToInternalRepresentation(resolvedType || fieldType, element));
          }
        } else if (field.map) {
          const map = {};
          for (const [mapKey, mapValue] of Object.entries(value)) {
            map[mapKey] = fromProto3JSONToInternalRepresentation(resolvedType || fieldType, mapValue);
          }
          result[key] = map;
        } else if (fieldType.match(/^(?:(?:(?:u?int|fixed)(?:32|64))|float|double)$/)) {
          if (typeof value !== "number" && typeof value !== "string") {
            throw new Error(`fromProto3JSONToInternalRepresentation: field ${key} of type ${field.type} cannot contain value ${value}`);
          }
          result[key] = value;
        } else if (fieldType === "string") {
          if (typeof value !== "string") {
            throw new Error(`fromProto3JSONToInternalRepresentation: field ${key} of type ${field.type} cannot contain value ${value}`);
          }
          result[key] = value;
        } else if (fieldType === "bool") {
          if (typeof value !== "boolean") {
            throw new Error(`fromProto3JSONToInternalRepresentation: field ${key} of type ${field.type} cannot contain value ${value}`);
          }
          result[key] = value;
        } else if (fieldType === "bytes") {
          if (typeof value !== "string") {
            throw new Error(`fromProto3JSONToInternalRepresentation: field ${key} of type ${field.type} cannot contain value ${value}`);
          }
          result[key] = (0, bytes_1.bytesFromProto3JSON)(value);
        } else {
          (0, util_1.assert)(resolvedType !== null, `Expected to be able to resolve type for field ${field.name}`);
          const deserializedValue = fromProto3JSONToInternalRepresentation(resolvedType, value);
          result[key] = deserializedValue;
        }
      }
      return result;
    }
    function fromProto3JSON(type, json) {
      const internalRepr = fromProto3JSONToInternalRepresentation(type, json);
      if (internalRepr === null) {
        return null;
      }
      (0, util_1.assert)(typeof internalRepr === "object" && !Array.isArray(internalRepr), `fromProto3JSON: expected an object, not ${json}`);
      return type.fromObject(internalRepr);
    }
  }
});

// node_modules/proto3-json-serializer/build/src/any.js
var require_any = __commonJS({
  "node_modules/proto3-json-serializer/build/src/any.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.googleProtobufAnyToProto3JSON = googleProtobufAnyToProto3JSON;
    exports2.googleProtobufAnyFromProto3JSON = googleProtobufAnyFromProto3JSON;
    var fromproto3json_1 = require_fromproto3json();
    var toproto3json_1 = require_toproto3json();
    var specialJSON = /* @__PURE__ */ new Set([
      "google.protobuf.Any",
      "google.protobuf.Duration",
      "google.protobuf.FieldMask",
      "google.protobuf.ListValue",
      "google.protobuf.Struct",
      "google.protobuf.Timestamp",
      "google.protobuf.Value"
    ]);
    function googleProtobufAnyToProto3JSON(obj, options) {
      const typeName = obj.type_url.replace(/^.*\//, "");
      let type;
      try {
        type = obj.$type.root.lookupType(typeName);
      } catch (err) {
        throw new Error(`googleProtobufAnyToProto3JSON: cannot find type ${typeName}: ${err}`);
      }
      const valueMessage = type.decode(obj.value);
      const valueProto3JSON = (0, toproto3json_1.toProto3JSON)(valueMessage, options);
      if (specialJSON.has(typeName)) {
        return {
          "@type": obj.type_url,
          value: valueProto3JSON
        };
      }
      valueProto3JSON["@type"] = obj.type_url;
      return valueProto3JSON;
    }
    function googleProtobufAnyFromProto3JSON(root, json) {
      if (json === null || typeof json !== "object" || Array.isArray(json)) {
        throw new Error("googleProtobufAnyFromProto3JSON: must be an object to decode google.protobuf.Any");
      }
      const typeUrl = json["@type"];
      if (!typeUrl || typeof typeUrl !== "string") {
        throw new Error("googleProtobufAnyFromProto3JSON: JSON serialization of google.protobuf.Any must contain @type field");
      }
      const typeName = typeUrl.replace(/^.*\//, "");
      let type;
      try {
        type = root.lookupType(typeName);
      } catch (err) {
        throw new Error(`googleProtobufAnyFromProto3JSON: cannot find type ${typeName}: ${err}`);
      }
      let value = json;
      if (specialJSON.has(typeName)) {
        if (!("value" in json)) {
          throw new Error(`googleProtobufAnyFromProto3JSON: JSON representation of google.protobuf.Any with type ${typeName} must contain the value field`);
        }
        value = json.value;
      }
      const valueMessage = (0, fromproto3json_1.fromProto3JSON)(type, value);
      if (valueMessage === null) {
        return {
          type_url: typeUrl,
          value: null
        };
      }
      const uint8array = type.encode(valueMessage).finish();
      const buffer = Buffer.from(uint8array);
      const base64 = buffer.toString("base64");
      return {
        type_url: typeUrl,
        value: base64
      };
    }
  }
});

// node_modules/proto3-json-serializer/build/src/toproto3json.js
var require_toproto3json = __commonJS({
  "node_modules/proto3-json-serializer/build/src/toproto3json.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.toProto3JSON = toProto3JSON;
    var any_1 = require_any();
    var bytes_1 = require_bytes();
    var util_1 = require_util4();
    var enum_1 = require_enum2();
    var value_1 = require_value();
    var duration_1 = require_duration();
    var timestamp_1 = require_timestamp();
    var wrappers_1 = require_wrappers2();
    var fieldmask_1 = require_fieldmask();
    function convertSingleValue(value) {
      if (typeof value === "object") {
        if (value?.constructor?.name === "Long") {
          return value.toString();
        }
        throw new Error(`toProto3JSON: don't know how to convert value ${value}`);
      }
      return value;
    }
    function convertRepeatedOrMapValue(type, value, options) {
      if (type && "values" in type) {
        return convertEnum(type, value, options);
      }
      if (type) {
        return toProto3JSON(value, options);
      }
      return convertSingleValue(value);
    }
    function convertEnum(type, value, options) {
      if (options?.numericEnums) {
        return (0, enum_1.resolveEnumValueToNumber)(type, value);
      } else {
        return (0, enum_1.resolveEnumValueToString)(type, value);
      }
    }
    function toProto3JSON(obj, options) {
      const objType = obj.$type;
      if (!objType) {
        throw new Error("Cannot serialize object to proto3 JSON since its .$type is unknown. Use Type.fromObject(obj) before calling toProto3JSON.");
      }
      objType.resolveAll();
      const typeName = (0, util_1.getFullyQualifiedTypeName)(objType);
      if (typeName === ".google.protobuf.Any") {
        return (0, any_1.googleProtobufAnyToProto3JSON)(obj, options);
      }
      if (typeName === ".google.protobuf.Value") {
        return (0, value_1.googleProtobufValueToProto3JSON)(obj);
      }
      if (typeName === ".google.protobuf.Struct") {
        return (0, value_1.googleProtobufStructToProto3JSON)(obj);
      }
      if (typeName === ".google.protobuf.ListValue") {
        return (0, value_1.googleProtobufListValueToProto3JSON)(obj);
      }
      if (typeName === ".google.protobuf.Duration") {
        return (0, duration_1.googleProtobufDurationToProto3JSON)(obj);
      }
      if (typeName === ".google.protobuf.Timestamp") {
        return (0, timestamp_1.googleProtobufTimestampToProto3JSON)(obj);
      }
      if (typeName === ".google.protobuf.FieldMask") {
        return (0, fieldmask_1.googleProtobufFieldMaskToProto3JSON)(obj);
      }
      if (util_1.wrapperTypes.has(typeName)) {
        return (0, wrappers_1.wrapperToProto3JSON)(obj);
      }
      const result = {};
      for (const [key, value] of Object.entries(obj)) {
        const field = objType.fields[key];
        const fieldResolvedType = field.resolvedType;
        const fieldFullyQualifiedTypeName = fieldResolvedType ? (0, util_1.getFullyQualifiedTypeName)(fieldResolvedType) : null;
        if (value === null) {
          result[key] = null;
          continue;
        }
        if (Array.isArray(value)) {
          if (value.length === 0) {
            continue;
          }
          result[key] = value.map((element) => {
            return convertRepeatedOrMapValue(fieldResolvedType, element, options);
          });
          continue;
        }
        if (field.map) {
          const map = {};
          for (const [mapKey, mapValue] of Object.entries(value)) {
            map[mapKey] = convertRepeatedOrMapValue(fieldResolvedType, mapValue, options);
          }
          result[key] = map;
          continue;
        }
        if (fieldFullyQualifiedTypeName === ".google.protobuf.NullValue") {
          result[key] = null;
          continue;
        }
        if (fieldResolvedType && "values" in fieldResolvedType && value !== null) {
          result[key] = convertEnum(fieldResolvedType, value, options);
          continue;
        }
        if (fieldResolvedType) {
          result[key] = toProto3JSON(value, options);
          continue;
        }
        if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null) {
          if (typeof value === "number" && !Number.isFinite(value)) {
            result[key] = value.toString();
            continue;
          }
          result[key] = value;
          continue;
        }
        if (Buffer.isBuffer(value) || value instanceof Uint8Array) {
          result[key] = (0, bytes_1.bytesToProto3JSON)(value);
          continue;
        }
        result[key] = convertSingleValue(value);
        continue;
      }
      return result;
    }
  }
});

// node_modules/proto3-json-serializer/build/src/index.js
var require_src2 = __commonJS({
  "node_modules/proto3-json-serializer/build/src/index.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.fromProto3JSON = exports2.toProto3JSON = void 0;
    var toproto3json_1 = require_toproto3json();
    Object.defineProperty(exports2, "toProto3JSON", { enumerable: true, get: function() {
      return toproto3json_1.toProto3JSON;
    } });
    var fromproto3json_1 = require_fromproto3json();
    Object.defineProperty(exports2, "fromProto3JSON", { enumerable: true, get: function() {
      return fromproto3json_1.fromProto3JSON;
    } });
  }
});

// node_modules/google-gax/build/protos/status.json
var require_status3 = __commonJS({
  "node_modules/google-gax/build/protos/status.json"(exports2, module2) {
    module2.exports = {
      nested: {
        google: {
          nested: {
            protobuf: {
              nested: {
                Any: {
                  fields: {
                    type_url: {
                      type: "string",
                      id: 1
                    },
                    value: {
                      type: "bytes",
                      id: 2
                    }
                  }
                },
                Duration: {
                  fields: {
                    seconds: {
                      type: "int64",
                      id: 1
                    },
                    nanos: {
                      type: "int32",
                      id: 2
                    }
                  }
                }
              }
            },
            rpc: {
              options: {
                cc_enable_arenas: true,
                go_package: "google.golang.org/genproto/googleapis/rpc/errdetails;errdetails",
                java_multiple_files: true,
                java_outer_classname: "ErrorDetailsProto",
                java_package: "com.google.rpc",
                objc_class_prefix: "RPC"
              },
              nested: {
                Status: {
                  fields: {
                    code: {
                      type: "int32",
                      id: 1
                    },
                    message: {
                      type: "string",
                      id: 2
                    },
                    details: {
                      rule: "repeated",
                      type: "google.protobuf.Any",
                      id: 3
                    }
                  }
                },
                RetryInfo: {
                  fields: {
                    retryDelay: {
                      type: "google.protobuf.Duration",
                      id: 1
                    }
                  }
                },
                DebugInfo: {
                  fields: {
                    stackEntries: {
                      rule: "repeated",
                      type: "string",
                      id: 1
                    },
                    detail: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                QuotaFailure: {
                  fields: {
                    violations: {
                      rule: "repeated",
                      type: "Violation",
                      id: 1
                    }
                  },
                  nested: {
                    Violation: {
                      fields: {
                        subject: {
                          type: "string",
                          id: 1
                        },
                        description: {
                          type: "string",
                          id: 2
                        }
                      }
                    }
                  }
                },
                ErrorInfo: {
                  fields: {
                    reason: {
                      type: "string",
                      id: 1
                    },
                    domain: {
                      type: "string",
                      id: 2
                    },
                    metadata: {
                      keyType: "string",
                      type: "string",
                      id: 3
                    }
                  }
                },
                PreconditionFailure: {
                  fields: {
                    violations: {
                      rule: "repeated",
                      type: "Violation",
                      id: 1
                    }
                  },
                  nested: {
                    Violation: {
                      fields: {
                        type: {
                          type: "string",
                          id: 1
                        },
                        subject: {
                          type: "string",
                          id: 2
                        },
                        description: {
                          type: "string",
                          id: 3
                        }
                      }
                    }
                  }
                },
                BadRequest: {
                  fields: {
                    fieldViolations: {
                      rule: "repeated",
                      type: "FieldViolation",
                      id: 1
                    }
                  },
                  nested: {
                    FieldViolation: {
                      fields: {
                        field: {
                          type: "string",
                          id: 1
                        },
                        description: {
                          type: "string",
                          id: 2
                        }
                      }
                    }
                  }
                },
                RequestInfo: {
                  fields: {
                    requestId: {
                      type: "string",
                      id: 1
                    },
                    servingData: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                ResourceInfo: {
                  fields: {
                    resourceType: {
                      type: "string",
                      id: 1
                    },
                    resourceName: {
                      type: "string",
                      id: 2
                    },
                    owner: {
                      type: "string",
                      id: 3
                    },
                    description: {
                      type: "string",
                      id: 4
                    }
                  }
                },
                Help: {
                  fields: {
                    links: {
                      rule: "repeated",
                      type: "Link",
                      id: 1
                    }
                  },
                  nested: {
                    Link: {
                      fields: {
                        description: {
                          type: "string",
                          id: 1
                        },
                        url: {
                          type: "string",
                          id: 2
                        }
                      }
                    }
                  }
                },
                LocalizedMessage: {
                  fields: {
                    locale: {
                      type: "string",
                      id: 1
                    },
                    message: {
                      type: "string",
                      id: 2
                    }
                  }
                }
              }
            }
          }
        }
      }
    };
  }
});

// node_modules/google-gax/build/src/googleError.js
var require_googleError = __commonJS({
  "node_modules/google-gax/build/src/googleError.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.GoogleErrorDecoder = exports2.GoogleError = void 0;
    exports2.setRawHttpResponsePayload = setRawHttpResponsePayload;
    exports2.getRawHttpResponsePayload = getRawHttpResponsePayload;
    var status_1 = require_status2();
    var protobuf = __importStar(require_protobufjs());
    var serializer = __importStar(require_src2());
    var fallback_1 = require_fallback();
    var PROTO_TYPE_PREFIX = "type.googleapis.com/";
    var RESOURCE_INFO_TYPE = "type.googleapis.com/google.rpc.ResourceInfo";
    var DEFAULT_RESOURCE_TYPE_NAME_FOR_UNKNOWN_TYPES = "Unknown type";
    var ANY_PROTO_TYPE_NAME = "google.protobuf.Any";
    var UNKNOWN_TYPE_ENCONDED_ERROR_PREFIX = "Unknown type encoded in";
    var UNKNOWN_TYPE_NO_SUCH_TYPE = "no such type";
    var NUM_OF_PARTS_IN_PROTO_TYPE_NAME = 2;
    var RAW_HTTP_RESPONSE_PAYLOAD = /* @__PURE__ */ Symbol.for("google-gax.rawHttpResponsePayload");
    function setRawHttpResponsePayload(err, payload) {
      try {
        Object.defineProperty(err, RAW_HTTP_RESPONSE_PAYLOAD, {
          value: payload,
          configurable: true,
          enumerable: false,
          writable: true
        });
      } catch {
      }
    }
    function getRawHttpResponsePayload(err) {
      try {
        return err[RAW_HTTP_RESPONSE_PAYLOAD];
      } catch {
        return void 0;
      }
    }
    var GoogleError = class _GoogleError extends Error {
      code;
      /**
       * The HTTP response status received by the REST fallback transport.
       *
       * `code` holds the gRPC status the response was mapped to, which is lossy:
       * `rpcCodeFromHttpStatusCode` collapses whole ranges (every unmapped 5xx
       * becomes INTERNAL), so the original status cannot be recovered from it.
       * Telemetry reports the two separately, so the received status is kept here
       * as well.
       *
       * Undefined for gRPC calls, and for fallback failures that never produced a
       * response at all, such as an expired deadline or a connection error.
       */
      httpStatusCode;
      note;
      metadata;
      statusDetails;
      reason;
      domain;
      errorInfoMetadata;
      // Parse details field in google.rpc.status wire over gRPC medatadata.
      // Promote google.rpc.ErrorInfo if exist.
      static parseGRPCStatusDetails(err) {
        const decoder = new GoogleErrorDecoder();
        try {
          if (err.metadata && err.metadata.get("grpc-status-details-bin")) {
            const statusDetailsObj = decoder.decodeGRPCStatusDetails(err.metadata.get("grpc-status-details-bin"));
            if (statusDetailsObj && statusDetailsObj.details && statusDetailsObj.details.length > 0) {
              err.statusDetails = statusDetailsObj.details;
            }
            if (statusDetailsObj && statusDetailsObj.errorInfo) {
              err.reason = statusDetailsObj.errorInfo.reason;
              err.domain = statusDetailsObj.errorInfo.domain;
              err.errorInfoMetadata = statusDetailsObj.errorInfo.metadata;
            }
          }
        } catch (decodeErr) {
        }
        return err;
      }
      // Parse http JSON error and promote google.rpc.ErrorInfo if exist.
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      static parseHttpError(json) {
        if (Array.isArray(json)) {
          json = json.find((obj) => {
            return "error" in obj;
          });
        }
        if (!json["error"]) {
          json["error"] = {};
          Object.keys(json).filter((key) => key !== "error").forEach((key) => {
            json["error"][key] = json[key];
            delete json[key];
          });
        }
        const decoder = new GoogleErrorDecoder();
        const proto3Error = decoder.decodeHTTPError(json["error"]);
        const error = Object.assign(new _GoogleError(json["error"]["message"]), proto3Error);
        if (json["error"]["status"] && status_1.Status[json["error"]["status"]]) {
          error.code = status_1.Status[json["error"]["status"]];
        } else if (json["error"]["code"]) {
          error.code = (0, status_1.rpcCodeFromHttpStatusCode)(json["error"]["code"]);
        } else {
          delete error.code;
        }
        if (error.details) {
          try {
            const statusDetailsObj = decoder.decodeHttpStatusDetails(error.details);
            if (statusDetailsObj && statusDetailsObj.details && statusDetailsObj.details.length > 0) {
              error.statusDetails = statusDetailsObj.details;
            }
            if (statusDetailsObj && statusDetailsObj.errorInfo) {
              error.reason = statusDetailsObj.errorInfo.reason;
              error.domain = statusDetailsObj.errorInfo.domain;
              error.errorInfoMetadata = statusDetailsObj.errorInfo.metadata;
            }
          } catch (decodeErr) {
          }
        }
        return error;
      }
    };
    exports2.GoogleError = GoogleError;
    var getProtoTypeNameFromFullNameType = (fullTypeName) => {
      const parts = fullTypeName.split(PROTO_TYPE_PREFIX);
      if (parts.length !== NUM_OF_PARTS_IN_PROTO_TYPE_NAME) {
        throw Error("Can't convert full type name");
      }
      return parts[1];
    };
    var isDetailKnownProto = (protobuf2, detail) => {
      try {
        const typeName = getProtoTypeNameFromFullNameType(detail["@type"]);
        if (typeName === ANY_PROTO_TYPE_NAME) {
          return isDetailKnownProto(protobuf2, detail.value);
        }
        const proto = protobuf2.lookup(typeName);
        if (!proto) {
          return false;
        }
        return true;
      } catch (e) {
        return false;
      }
    };
    var isUnknownTypeEncodedError = (error) => {
      if (typeof error === "object" && error && "message" in error) {
        return error.message.includes(UNKNOWN_TYPE_ENCONDED_ERROR_PREFIX) || error.message.includes(UNKNOWN_TYPE_NO_SUCH_TYPE);
      }
      return false;
    };
    var buildUnknownProtoAsAny = (unknownProto, anyProto) => {
      return anyProto.create({
        type_url: unknownProto.type_url,
        value: unknownProto.value
      });
    };
    var getErrorDetails = (protobuf2, json) => {
      const error_details = {
        knownDetails: [],
        unknownDetails: []
      };
      if (typeof json === "object" && json !== null && "details" in json) {
        const details = json["details"];
        for (const detail of details) {
          if (isDetailKnownProto(protobuf2, detail)) {
            error_details.knownDetails.push(detail);
          } else {
            error_details.unknownDetails.push(detail);
          }
        }
      }
      return error_details;
    };
    var makeResourceInfoError = (resourceType, description) => {
      return {
        "@type": RESOURCE_INFO_TYPE,
        resourceType,
        description
      };
    };
    var convertUnknownDetailsToResourceInfoError = (unknownDetails) => {
      const unknownDetailsAsResourceInfoError = [];
      for (const unknownDetail of unknownDetails) {
        try {
          let resourceType = DEFAULT_RESOURCE_TYPE_NAME_FOR_UNKNOWN_TYPES;
          if (typeof unknownDetail === "object" && unknownDetail !== null && "@type" in unknownDetail) {
            const unknownType = unknownDetail["@type"];
            resourceType = unknownType;
          }
          const description = JSON.stringify(unknownDetail);
          unknownDetailsAsResourceInfoError.push(makeResourceInfoError(resourceType, description));
        } catch (e) {
        }
      }
      return unknownDetailsAsResourceInfoError;
    };
    var GoogleErrorDecoder = class {
      root;
      anyType;
      statusType;
      constructor() {
        const errorProtoJson = require_status3();
        this.root = protobuf.Root.fromJSON(errorProtoJson);
        this.anyType = this.root.lookupType("google.protobuf.Any");
        this.statusType = this.root.lookupType("google.rpc.Status");
      }
      decodeProtobufAny(anyValue) {
        const match = anyValue.type_url.match(/^type.googleapis.com\/(.*)/);
        if (!match) {
          throw new Error(`Unknown type encoded in google.protobuf.any: ${anyValue.type_url}`);
        }
        const typeName = match[1];
        const type = this.root.lookupType(typeName);
        if (!type) {
          throw new Error(`Cannot lookup type ${typeName}`);
        }
        return type.decode(anyValue.value);
      }
      // Decodes gRPC-fallback error which is an instance of google.rpc.Status.
      decodeRpcStatus(buffer) {
        const uint8array = new Uint8Array(buffer);
        const status = this.statusType.decode(uint8array);
        const details = [];
        let errorInfo;
        for (const detail of status.details) {
          try {
            const decodedDetail = this.decodeProtobufAny(detail);
            details.push(decodedDetail);
            if (detail.type_url === "type.googleapis.com/google.rpc.ErrorInfo") {
              errorInfo = decodedDetail;
            }
          } catch (err) {
          }
        }
        const result = {
          code: status.code,
          message: status.message,
          statusDetails: details,
          reason: errorInfo?.reason,
          domain: errorInfo?.domain,
          errorInfoMetadata: errorInfo?.metadata
        };
        return result;
      }
      // Construct an Error from a StatusObject.
      // Adapted from https://github.com/grpc/grpc-node/blob/main/packages/grpc-js/src/call.ts#L79
      callErrorFromStatus(status) {
        status.message = `${status.code} ${status_1.Status[status.code]}: ${status.message}`;
        return Object.assign(new GoogleError(status.message), status);
      }
      // Decodes gRPC-fallback error which is an instance of google.rpc.Status,
      // and puts it into the object similar to gRPC ServiceError object.
      decodeErrorFromBuffer(buffer) {
        return this.callErrorFromStatus(this.decodeRpcStatus(buffer));
      }
      // Decodes gRPC metadata error details which is an instance of google.rpc.Status.
      decodeGRPCStatusDetails(bufferArr) {
        const details = [];
        let errorInfo;
        bufferArr.forEach((buffer) => {
          const uint8array = new Uint8Array(buffer);
          const rpcStatus = this.statusType.decode(uint8array);
          for (const detail of rpcStatus.details) {
            try {
              const decodedDetail = this.decodeProtobufAny(detail);
              details.push(decodedDetail);
              if (detail.type_url === "type.googleapis.com/google.rpc.ErrorInfo") {
                errorInfo = decodedDetail;
              }
            } catch (error) {
              if (isUnknownTypeEncodedError(error)) {
                const customErrorAsAny = buildUnknownProtoAsAny(detail, this.anyType);
                details.push(customErrorAsAny);
              }
            }
          }
        });
        const result = {
          details,
          errorInfo
        };
        return result;
      }
      // Decodes http error which is an instance of google.rpc.Status.
      decodeHTTPError(json) {
        const errorDetails = getErrorDetails(this.root, json);
        let details = [];
        if (typeof json === "object" && json !== null && "details" in json) {
          if (errorDetails.knownDetails.length) {
            details = errorDetails.knownDetails;
          }
          if (errorDetails.unknownDetails.length) {
            const unknowDetailsAsResourceInfo = convertUnknownDetailsToResourceInfoError(errorDetails.unknownDetails);
            details = [...details, ...unknowDetailsAsResourceInfo];
          }
          if (details.length) {
            json.details = details;
          }
        }
        const errorMessage = serializer.fromProto3JSON(this.statusType, json);
        if (!errorMessage) {
          throw new Error(`Received error message ${json}, but failed to serialize as proto3 message`);
        }
        return this.statusType.toObject(errorMessage, fallback_1.defaultToObjectOptions);
      }
      // Decodes http error details which is an instance of Array<google.protobuf.Any>.
      decodeHttpStatusDetails(rawDetails) {
        const details = [];
        let errorInfo;
        for (const detail of rawDetails) {
          try {
            const decodedDetail = this.decodeProtobufAny(detail);
            details.push(decodedDetail);
            if (detail.type_url === "type.googleapis.com/google.rpc.ErrorInfo") {
              errorInfo = decodedDetail;
            }
          } catch (err) {
          }
        }
        return { details, errorInfo };
      }
    };
    exports2.GoogleErrorDecoder = GoogleErrorDecoder;
  }
});

// node_modules/google-gax/build/src/call.js
var require_call = __commonJS({
  "node_modules/google-gax/build/src/call.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.OngoingCallPromise = exports2.OngoingCall = void 0;
    var status_1 = require_status2();
    var googleError_1 = require_googleError();
    var OngoingCall = class {
      callback;
      cancelFunc;
      completed;
      /**
       * OngoingCall manages callback, API calls, and cancellation
       * of the API calls.
       * @param {APICallback=} callback
       *   The callback to be called asynchronously when the API call
       *   finishes.
       * @constructor
       * @property {APICallback} callback
       *   The callback function to be called.
       * @private
       */
      constructor(callback) {
        this.callback = callback;
        this.completed = false;
      }
      /**
       * Cancels the ongoing promise.
       */
      cancel() {
        if (this.completed) {
          return;
        }
        this.completed = true;
        if (this.cancelFunc) {
          this.cancelFunc();
        } else {
          const error = new googleError_1.GoogleError("cancelled");
          error.code = status_1.Status.CANCELLED;
          this.callback(error);
        }
      }
      /**
       * Call calls the specified function. Result will be used to fulfill
       * the promise.
       *
       * @param {SimpleCallbackFunction} func
       *   A function for an API call.
       * @param {Object} argument
       *   A request object.
       */
      call(func, argument) {
        if (this.completed) {
          return;
        }
        const canceller = func(argument, (err, response, next, rawResponse) => {
          this.completed = true;
          setImmediate(this.callback, err, response, next, rawResponse);
        });
        if (canceller instanceof Promise) {
          canceller.catch((err) => {
            setImmediate(this.callback, new googleError_1.GoogleError(err), null, null, null);
          });
        }
        this.cancelFunc = () => canceller.cancel();
      }
    };
    exports2.OngoingCall = OngoingCall;
    var OngoingCallPromise = class extends OngoingCall {
      promise;
      /**
       * GaxPromise is GRPCCallbackWrapper, but it holds a promise when
       * the API call finishes.
       * @constructor
       * @private
       */
      constructor() {
        let resolveCallback;
        let rejectCallback;
        const callback = (err, response, next, rawResponse) => {
          if (err) {
            if (err.metadata) {
              rejectCallback(googleError_1.GoogleError.parseGRPCStatusDetails(err));
            } else {
              rejectCallback(err);
            }
          } else if (response !== void 0) {
            resolveCallback([response, next || null, rawResponse || null]);
          } else {
            throw new googleError_1.GoogleError("Neither error nor response are defined");
          }
        };
        const promise = new Promise((resolve, reject) => {
          resolveCallback = resolve;
          rejectCallback = reject;
        });
        super(callback);
        this.promise = promise;
        this.promise.cancel = () => {
          this.cancel();
        };
      }
    };
    exports2.OngoingCallPromise = OngoingCallPromise;
  }
});

// node_modules/google-gax/build/src/normalCalls/normalApiCaller.js
var require_normalApiCaller = __commonJS({
  "node_modules/google-gax/build/src/normalCalls/normalApiCaller.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NormalApiCaller = void 0;
    var call_1 = require_call();
    var NormalApiCaller = class {
      init(callback) {
        if (callback) {
          return new call_1.OngoingCall(callback);
        }
        return new call_1.OngoingCallPromise();
      }
      wrap(func) {
        return func;
      }
      call(apiCall, argument, settings, canceller) {
        canceller.call(apiCall, argument);
      }
      fail(canceller, err) {
        canceller.callback(err);
      }
      result(canceller) {
        return canceller.promise;
      }
    };
    exports2.NormalApiCaller = NormalApiCaller;
  }
});

// node_modules/google-gax/build/src/apiCaller.js
var require_apiCaller = __commonJS({
  "node_modules/google-gax/build/src/apiCaller.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.createAPICaller = createAPICaller;
    var normalApiCaller_1 = require_normalApiCaller();
    function createAPICaller(settings, descriptor) {
      if (!descriptor) {
        return new normalApiCaller_1.NormalApiCaller();
      }
      return descriptor.getApiCaller(settings);
    }
  }
});

// node_modules/google-gax/build/src/normalCalls/timeout.js
var require_timeout = __commonJS({
  "node_modules/google-gax/build/src/normalCalls/timeout.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.addTimeoutArg = addTimeoutArg;
    function addTimeoutArg(func, timeout, otherArgs, abTests) {
      return (argument, callback) => {
        const now = /* @__PURE__ */ new Date();
        const options = otherArgs.options || {};
        options.deadline = new Date(now.getTime() + timeout);
        const metadata = otherArgs.metadataBuilder ? otherArgs.metadataBuilder(abTests, otherArgs.headers || {}) : null;
        return func(argument, metadata, options, callback);
      };
    }
  }
});

// node_modules/google-gax/build/src/normalCalls/retries.js
var require_retries = __commonJS({
  "node_modules/google-gax/build/src/normalCalls/retries.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.retryable = retryable;
    var status_1 = require_status2();
    var googleError_1 = require_googleError();
    var timeout_1 = require_timeout();
    function retryable(func, retry, otherArgs, apiName, recordResend) {
      const delayMult = retry.backoffSettings.retryDelayMultiplier;
      const maxDelay = retry.backoffSettings.maxRetryDelayMillis;
      const timeoutMult = retry.backoffSettings.rpcTimeoutMultiplier;
      const maxTimeout = retry.backoffSettings.maxRpcTimeoutMillis;
      let delay = retry.backoffSettings.initialRetryDelayMillis;
      let timeout = retry.backoffSettings.initialRpcTimeoutMillis;
      return (argument, callback) => {
        let canceller;
        let timeoutId;
        let cancelled = false;
        let now = /* @__PURE__ */ new Date();
        let deadline;
        const totalTimeoutMillis = retry.backoffSettings.totalTimeoutMillis;
        if (totalTimeoutMillis !== void 0 && totalTimeoutMillis !== null) {
          deadline = now.getTime() + totalTimeoutMillis;
        }
        let retries = 0;
        const maxRetries = retry.backoffSettings.maxRetries;
        const errorsEncountered = [];
        function errorDetailsSuffix(errsEncountered) {
          if (errsEncountered.length < 2) {
            return "";
          }
          const errorsAsString = errsEncountered.map((err) => {
            const statusDetailsString = err.statusDetails ? err.statusDetails.toString() : "";
            const codeString = err.code && err.code.toString ? err.code.toString() : "";
            const noteString = err.note && err.note.toString ? err.note.toString() : "";
            const messageString = err.message && err.message.toString ? err.message.toString() : "";
            return `{message: ${messageString}, code: ${codeString}, details: ${statusDetailsString}, note: ${noteString}}`;
          }).join(",");
          return ` : Previous errors : [${errorsAsString}]`;
        }
        function repeat(err) {
          if (err) {
            errorsEncountered.push(err);
          }
          timeoutId = null;
          if (deadline !== void 0 && (retries > 0 || totalTimeoutMillis > 0) && now.getTime() >= deadline) {
            const error = new googleError_1.GoogleError(`Total timeout of API ${apiName} exceeded ${retry.backoffSettings.totalTimeoutMillis} milliseconds ${err ? `retrying error ${err} ` : ""} before any response was received.${errorDetailsSuffix(errorsEncountered)}`);
            error.code = status_1.Status.DEADLINE_EXCEEDED;
            callback(error);
            return;
          }
          if (retries && retries >= maxRetries) {
            const error = new googleError_1.GoogleError("Exceeded maximum number of retries " + (err ? `retrying error ${err} ` : "") + "before any response was received" + errorDetailsSuffix(errorsEncountered));
            error.code = status_1.Status.DEADLINE_EXCEEDED;
            callback(error);
            return;
          }
          if (retries > 0) {
            recordResend?.();
          }
          retries++;
          let lastError = err;
          const toCall = (0, timeout_1.addTimeoutArg)(func, timeout, otherArgs);
          canceller = toCall(argument, (err2, response, next, rawResponse) => {
            if (err2) {
              lastError = err2;
            }
            if (!err2) {
              callback(null, response, next, rawResponse);
              return;
            }
            canceller = null;
            if (cancelled) {
              callback(err2);
              return;
            }
            if (retry.retryCodes.length > 0 && retry.retryCodes.indexOf(err2.code) < 0) {
              err2.note = "Exception occurred in retry method that was not classified as transient";
              callback(err2);
            } else {
              now = /* @__PURE__ */ new Date();
              if (deadline !== void 0 && now.getTime() >= deadline) {
                repeat(lastError);
                return;
              }
              const toSleep = Math.random() * delay;
              timeoutId = setTimeout(() => {
                now = /* @__PURE__ */ new Date();
                delay = Math.min(delay * delayMult, maxDelay);
                const timeoutCal = timeout && timeoutMult ? timeout * timeoutMult : 0;
                const rpcTimeout = maxTimeout ? maxTimeout : 0;
                const newDeadline = deadline !== void 0 ? deadline - now.getTime() : Infinity;
                timeout = Math.min(timeoutCal, rpcTimeout, newDeadline);
                repeat(lastError);
              }, toSleep);
            }
          });
          if (canceller instanceof Promise) {
            canceller.catch((err2) => {
              callback(new googleError_1.GoogleError(err2));
            });
          }
        }
        if (maxRetries && deadline !== void 0) {
          const error = new googleError_1.GoogleError("Cannot set both totalTimeoutMillis and maxRetries in backoffSettings.");
          error.code = status_1.Status.INVALID_ARGUMENT;
          callback(error);
        } else {
          repeat();
        }
        return {
          cancel() {
            cancelled = true;
            if (timeoutId) {
              clearTimeout(timeoutId);
            }
            if (canceller) {
              canceller.cancel();
            } else {
              const error = new googleError_1.GoogleError("cancelled" + errorDetailsSuffix(errorsEncountered));
              error.code = status_1.Status.CANCELLED;
              callback(error);
            }
          }
        };
      };
    }
  }
});

// node_modules/readable-stream/lib/internal/streams/stream.js
var require_stream = __commonJS({
  "node_modules/readable-stream/lib/internal/streams/stream.js"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("stream");
  }
});

// node_modules/readable-stream/lib/internal/streams/buffer_list.js
var require_buffer_list = __commonJS({
  "node_modules/readable-stream/lib/internal/streams/buffer_list.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    function ownKeys(object, enumerableOnly) {
      var keys = Object.keys(object);
      if (Object.getOwnPropertySymbols) {
        var symbols = Object.getOwnPropertySymbols(object);
        enumerableOnly && (symbols = symbols.filter(function(sym) {
          return Object.getOwnPropertyDescriptor(object, sym).enumerable;
        })), keys.push.apply(keys, symbols);
      }
      return keys;
    }
    function _objectSpread(target) {
      for (var i2 = 1; i2 < arguments.length; i2++) {
        var source = null != arguments[i2] ? arguments[i2] : {};
        i2 % 2 ? ownKeys(Object(source), true).forEach(function(key) {
          _defineProperty(target, key, source[key]);
        }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(target, Object.getOwnPropertyDescriptors(source)) : ownKeys(Object(source)).forEach(function(key) {
          Object.defineProperty(target, key, Object.getOwnPropertyDescriptor(source, key));
        });
      }
      return target;
    }
    function _defineProperty(obj, key, value) {
      key = _toPropertyKey(key);
      if (key in obj) {
        Object.defineProperty(obj, key, { value, enumerable: true, configurable: true, writable: true });
      } else {
        obj[key] = value;
      }
      return obj;
    }
    function _classCallCheck(instance, Constructor) {
      if (!(instance instanceof Constructor)) {
        throw new TypeError("Cannot call a class as a function");
      }
    }
    function _defineProperties(target, props) {
      for (var i2 = 0; i2 < props.length; i2++) {
        var descriptor = props[i2];
        descriptor.enumerable = descriptor.enumerable || false;
        descriptor.configurable = true;
        if ("value" in descriptor) descriptor.writable = true;
        Object.defineProperty(target, _toPropertyKey(descriptor.key), descriptor);
      }
    }
    function _createClass(Constructor, protoProps, staticProps) {
      if (protoProps) _defineProperties(Constructor.prototype, protoProps);
      if (staticProps) _defineProperties(Constructor, staticProps);
      Object.defineProperty(Constructor, "prototype", { writable: false });
      return Constructor;
    }
    function _toPropertyKey(arg) {
      var key = _toPrimitive(arg, "string");
      return typeof key === "symbol" ? key : String(key);
    }
    function _toPrimitive(input, hint) {
      if (typeof input !== "object" || input === null) return input;
      var prim = input[Symbol.toPrimitive];
      if (prim !== void 0) {
        var res = prim.call(input, hint || "default");
        if (typeof res !== "object") return res;
        throw new TypeError("@@toPrimitive must return a primitive value.");
      }
      return (hint === "string" ? String : Number)(input);
    }
    var _require = require("buffer");
    var Buffer2 = _require.Buffer;
    var _require2 = require("util");
    var inspect = _require2.inspect;
    var custom = inspect && inspect.custom || "inspect";
    function copyBuffer(src, target, offset) {
      Buffer2.prototype.copy.call(src, target, offset);
    }
    module2.exports = /* @__PURE__ */ (function() {
      function BufferList() {
        _classCallCheck(this, BufferList);
        this.head = null;
        this.tail = null;
        this.length = 0;
      }
      _createClass(BufferList, [{
        key: "push",
        value: function push(v) {
          var entry = {
            data: v,
            next: null
          };
          if (this.length > 0) this.tail.next = entry;
          else this.head = entry;
          this.tail = entry;
          ++this.length;
        }
      }, {
        key: "unshift",
        value: function unshift(v) {
          var entry = {
            data: v,
            next: this.head
          };
          if (this.length === 0) this.tail = entry;
          this.head = entry;
          ++this.length;
        }
      }, {
        key: "shift",
        value: function shift() {
          if (this.length === 0) return;
          var ret = this.head.data;
          if (this.length === 1) this.head = this.tail = null;
          else this.head = this.head.next;
          --this.length;
          return ret;
        }
      }, {
        key: "clear",
        value: function clear() {
          this.head = this.tail = null;
          this.length = 0;
        }
      }, {
        key: "join",
        value: function join(s) {
          if (this.length === 0) return "";
          var p = this.head;
          var ret = "" + p.data;
          while (p = p.next) ret += s + p.data;
          return ret;
        }
      }, {
        key: "concat",
        value: function concat(n) {
          if (this.length === 0) return Buffer2.alloc(0);
          var ret = Buffer2.allocUnsafe(n >>> 0);
          var p = this.head;
          var i2 = 0;
          while (p) {
            copyBuffer(p.data, ret, i2);
            i2 += p.data.length;
            p = p.next;
          }
          return ret;
        }
        // Consumes a specified amount of bytes or characters from the buffered data.
      }, {
        key: "consume",
        value: function consume(n, hasStrings) {
          var ret;
          if (n < this.head.data.length) {
            ret = this.head.data.slice(0, n);
            this.head.data = this.head.data.slice(n);
          } else if (n === this.head.data.length) {
            ret = this.shift();
          } else {
            ret = hasStrings ? this._getString(n) : this._getBuffer(n);
          }
          return ret;
        }
      }, {
        key: "first",
        value: function first() {
          return this.head.data;
        }
        // Consumes a specified amount of characters from the buffered data.
      }, {
        key: "_getString",
        value: function _getString(n) {
          var p = this.head;
          var c = 1;
          var ret = p.data;
          n -= ret.length;
          while (p = p.next) {
            var str = p.data;
            var nb = n > str.length ? str.length : n;
            if (nb === str.length) ret += str;
            else ret += str.slice(0, n);
            n -= nb;
            if (n === 0) {
              if (nb === str.length) {
                ++c;
                if (p.next) this.head = p.next;
                else this.head = this.tail = null;
              } else {
                this.head = p;
                p.data = str.slice(nb);
              }
              break;
            }
            ++c;
          }
          this.length -= c;
          return ret;
        }
        // Consumes a specified amount of bytes from the buffered data.
      }, {
        key: "_getBuffer",
        value: function _getBuffer(n) {
          var ret = Buffer2.allocUnsafe(n);
          var p = this.head;
          var c = 1;
          p.data.copy(ret);
          n -= p.data.length;
          while (p = p.next) {
            var buf = p.data;
            var nb = n > buf.length ? buf.length : n;
            buf.copy(ret, ret.length - n, 0, nb);
            n -= nb;
            if (n === 0) {
              if (nb === buf.length) {
                ++c;
                if (p.next) this.head = p.next;
                else this.head = this.tail = null;
              } else {
                this.head = p;
                p.data = buf.slice(nb);
              }
              break;
            }
            ++c;
          }
          this.length -= c;
          return ret;
        }
        // Make sure the linked list only shows the minimal necessary information.
      }, {
        key: custom,
        value: function value(_, options) {
          return inspect(this, _objectSpread(_objectSpread({}, options), {}, {
            // Only inspect one level.
            depth: 0,
            // It should not recurse.
            customInspect: false
          }));
        }
      }]);
      return BufferList;
    })();
  }
});

// node_modules/readable-stream/lib/internal/streams/destroy.js
var require_destroy = __commonJS({
  "node_modules/readable-stream/lib/internal/streams/destroy.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    function destroy(err, cb) {
      var _this = this;
      var readableDestroyed = this._readableState && this._readableState.destroyed;
      var writableDestroyed = this._writableState && this._writableState.destroyed;
      if (readableDestroyed || writableDestroyed) {
        if (cb) {
          cb(err);
        } else if (err) {
          if (!this._writableState) {
            process.nextTick(emitErrorNT, this, err);
          } else if (!this._writableState.errorEmitted) {
            this._writableState.errorEmitted = true;
            process.nextTick(emitErrorNT, this, err);
          }
        }
        return this;
      }
      if (this._readableState) {
        this._readableState.destroyed = true;
      }
      if (this._writableState) {
        this._writableState.destroyed = true;
      }
      this._destroy(err || null, function(err2) {
        if (!cb && err2) {
          if (!_this._writableState) {
            process.nextTick(emitErrorAndCloseNT, _this, err2);
          } else if (!_this._writableState.errorEmitted) {
            _this._writableState.errorEmitted = true;
            process.nextTick(emitErrorAndCloseNT, _this, err2);
          } else {
            process.nextTick(emitCloseNT, _this);
          }
        } else if (cb) {
          process.nextTick(emitCloseNT, _this);
          cb(err2);
        } else {
          process.nextTick(emitCloseNT, _this);
        }
      });
      return this;
    }
    function emitErrorAndCloseNT(self2, err) {
      emitErrorNT(self2, err);
      emitCloseNT(self2);
    }
    function emitCloseNT(self2) {
      if (self2._writableState && !self2._writableState.emitClose) return;
      if (self2._readableState && !self2._readableState.emitClose) return;
      self2.emit("close");
    }
    function undestroy() {
      if (this._readableState) {
        this._readableState.destroyed = false;
        this._readableState.reading = false;
        this._readableState.ended = false;
        this._readableState.endEmitted = false;
      }
      if (this._writableState) {
        this._writableState.destroyed = false;
        this._writableState.ended = false;
        this._writableState.ending = false;
        this._writableState.finalCalled = false;
        this._writableState.prefinished = false;
        this._writableState.finished = false;
        this._writableState.errorEmitted = false;
      }
    }
    function emitErrorNT(self2, err) {
      self2.emit("error", err);
    }
    function errorOrDestroy(stream, err) {
      var rState = stream._readableState;
      var wState = stream._writableState;
      if (rState && rState.autoDestroy || wState && wState.autoDestroy) stream.destroy(err);
      else stream.emit("error", err);
    }
    module2.exports = {
      destroy,
      undestroy,
      errorOrDestroy
    };
  }
});

// node_modules/readable-stream/errors.js
var require_errors = __commonJS({
  "node_modules/readable-stream/errors.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var codes = {};
    function createErrorType(code, message, Base) {
      if (!Base) {
        Base = Error;
      }
      function getMessage(arg1, arg2, arg3) {
        if (typeof message === "string") {
          return message;
        } else {
          return message(arg1, arg2, arg3);
        }
      }
      class NodeError extends Base {
        constructor(arg1, arg2, arg3) {
          super(getMessage(arg1, arg2, arg3));
        }
      }
      NodeError.prototype.name = Base.name;
      NodeError.prototype.code = code;
      codes[code] = NodeError;
    }
    function oneOf(expected, thing) {
      if (Array.isArray(expected)) {
        const len = expected.length;
        expected = expected.map((i2) => String(i2));
        if (len > 2) {
          return `one of ${thing} ${expected.slice(0, len - 1).join(", ")}, or ` + expected[len - 1];
        } else if (len === 2) {
          return `one of ${thing} ${expected[0]} or ${expected[1]}`;
        } else {
          return `of ${thing} ${expected[0]}`;
        }
      } else {
        return `of ${thing} ${String(expected)}`;
      }
    }
    function startsWith(str, search, pos) {
      return str.substr(!pos || pos < 0 ? 0 : +pos, search.length) === search;
    }
    function endsWith(str, search, this_len) {
      if (this_len === void 0 || this_len > str.length) {
        this_len = str.length;
      }
      return str.substring(this_len - search.length, this_len) === search;
    }
    function includes(str, search, start) {
      if (typeof start !== "number") {
        start = 0;
      }
      if (start + search.length > str.length) {
        return false;
      } else {
        return str.indexOf(search, start) !== -1;
      }
    }
    createErrorType("ERR_INVALID_OPT_VALUE", function(name, value) {
      return 'The value "' + value + '" is invalid for option "' + name + '"';
    }, TypeError);
    createErrorType("ERR_INVALID_ARG_TYPE", function(name, expected, actual) {
      let determiner;
      if (typeof expected === "string" && startsWith(expected, "not ")) {
        determiner = "must not be";
        expected = expected.replace(/^not /, "");
      } else {
        determiner = "must be";
      }
      let msg;
      if (endsWith(name, " argument")) {
        msg = `The ${name} ${determiner} ${oneOf(expected, "type")}`;
      } else {
        const type = includes(name, ".") ? "property" : "argument";
        msg = `The "${name}" ${type} ${determiner} ${oneOf(expected, "type")}`;
      }
      msg += `. Received type ${typeof actual}`;
      return msg;
    }, TypeError);
    createErrorType("ERR_STREAM_PUSH_AFTER_EOF", "stream.push() after EOF");
    createErrorType("ERR_METHOD_NOT_IMPLEMENTED", function(name) {
      return "The " + name + " method is not implemented";
    });
    createErrorType("ERR_STREAM_PREMATURE_CLOSE", "Premature close");
    createErrorType("ERR_STREAM_DESTROYED", function(name) {
      return "Cannot call " + name + " after a stream was destroyed";
    });
    createErrorType("ERR_MULTIPLE_CALLBACK", "Callback called multiple times");
    createErrorType("ERR_STREAM_CANNOT_PIPE", "Cannot pipe, not readable");
    createErrorType("ERR_STREAM_WRITE_AFTER_END", "write after end");
    createErrorType("ERR_STREAM_NULL_VALUES", "May not write null values to stream", TypeError);
    createErrorType("ERR_UNKNOWN_ENCODING", function(arg) {
      return "Unknown encoding: " + arg;
    }, TypeError);
    createErrorType("ERR_STREAM_UNSHIFT_AFTER_END_EVENT", "stream.unshift() after end event");
    module2.exports.codes = codes;
  }
});

// node_modules/readable-stream/lib/internal/streams/state.js
var require_state = __commonJS({
  "node_modules/readable-stream/lib/internal/streams/state.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var ERR_INVALID_OPT_VALUE = require_errors().codes.ERR_INVALID_OPT_VALUE;
    function highWaterMarkFrom(options, isDuplex, duplexKey) {
      return options.highWaterMark != null ? options.highWaterMark : isDuplex ? options[duplexKey] : null;
    }
    function getHighWaterMark(state, options, duplexKey, isDuplex) {
      var hwm = highWaterMarkFrom(options, isDuplex, duplexKey);
      if (hwm != null) {
        if (!(isFinite(hwm) && Math.floor(hwm) === hwm) || hwm < 0) {
          var name = isDuplex ? duplexKey : "highWaterMark";
          throw new ERR_INVALID_OPT_VALUE(name, hwm);
        }
        return Math.floor(hwm);
      }
      return state.objectMode ? 16 : 16 * 1024;
    }
    module2.exports = {
      getHighWaterMark
    };
  }
});

// node_modules/inherits/inherits_browser.js
var require_inherits_browser = __commonJS({
  "node_modules/inherits/inherits_browser.js"(exports2, module2) {
    init_fetch_classes();
    if (typeof Object.create === "function") {
      module2.exports = function inherits(ctor, superCtor) {
        if (superCtor) {
          ctor.super_ = superCtor;
          ctor.prototype = Object.create(superCtor.prototype, {
            constructor: {
              value: ctor,
              enumerable: false,
              writable: true,
              configurable: true
            }
          });
        }
      };
    } else {
      module2.exports = function inherits(ctor, superCtor) {
        if (superCtor) {
          ctor.super_ = superCtor;
          var TempCtor = function() {
          };
          TempCtor.prototype = superCtor.prototype;
          ctor.prototype = new TempCtor();
          ctor.prototype.constructor = ctor;
        }
      };
    }
  }
});

// node_modules/inherits/inherits.js
var require_inherits = __commonJS({
  "node_modules/inherits/inherits.js"(exports2, module2) {
    init_fetch_classes();
    try {
      util = require("util");
      if (typeof util.inherits !== "function") throw "";
      module2.exports = util.inherits;
    } catch (e) {
      module2.exports = require_inherits_browser();
    }
    var util;
  }
});

// node_modules/util-deprecate/node.js
var require_node = __commonJS({
  "node_modules/util-deprecate/node.js"(exports2, module2) {
    init_fetch_classes();
    module2.exports = require("util").deprecate;
  }
});

// node_modules/readable-stream/lib/_stream_writable.js
var require_stream_writable = __commonJS({
  "node_modules/readable-stream/lib/_stream_writable.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Writable;
    function CorkedRequest(state) {
      var _this = this;
      this.next = null;
      this.entry = null;
      this.finish = function() {
        onCorkedFinish(_this, state);
      };
    }
    var Duplex;
    Writable.WritableState = WritableState;
    var internalUtil = {
      deprecate: require_node()
    };
    var Stream = require_stream();
    var Buffer2 = require("buffer").Buffer;
    var OurUint8Array = (typeof global !== "undefined" ? global : typeof window !== "undefined" ? window : typeof self !== "undefined" ? self : {}).Uint8Array || function() {
    };
    function _uint8ArrayToBuffer(chunk) {
      return Buffer2.from(chunk);
    }
    function _isUint8Array(obj) {
      return Buffer2.isBuffer(obj) || obj instanceof OurUint8Array;
    }
    var destroyImpl = require_destroy();
    var _require = require_state();
    var getHighWaterMark = _require.getHighWaterMark;
    var _require$codes = require_errors().codes;
    var ERR_INVALID_ARG_TYPE = _require$codes.ERR_INVALID_ARG_TYPE;
    var ERR_METHOD_NOT_IMPLEMENTED = _require$codes.ERR_METHOD_NOT_IMPLEMENTED;
    var ERR_MULTIPLE_CALLBACK = _require$codes.ERR_MULTIPLE_CALLBACK;
    var ERR_STREAM_CANNOT_PIPE = _require$codes.ERR_STREAM_CANNOT_PIPE;
    var ERR_STREAM_DESTROYED = _require$codes.ERR_STREAM_DESTROYED;
    var ERR_STREAM_NULL_VALUES = _require$codes.ERR_STREAM_NULL_VALUES;
    var ERR_STREAM_WRITE_AFTER_END = _require$codes.ERR_STREAM_WRITE_AFTER_END;
    var ERR_UNKNOWN_ENCODING = _require$codes.ERR_UNKNOWN_ENCODING;
    var errorOrDestroy = destroyImpl.errorOrDestroy;
    require_inherits()(Writable, Stream);
    function nop() {
    }
    function WritableState(options, stream, isDuplex) {
      Duplex = Duplex || require_stream_duplex();
      options = options || {};
      if (typeof isDuplex !== "boolean") isDuplex = stream instanceof Duplex;
      this.objectMode = !!options.objectMode;
      if (isDuplex) this.objectMode = this.objectMode || !!options.writableObjectMode;
      this.highWaterMark = getHighWaterMark(this, options, "writableHighWaterMark", isDuplex);
      this.finalCalled = false;
      this.needDrain = false;
      this.ending = false;
      this.ended = false;
      this.finished = false;
      this.destroyed = false;
      var noDecode = options.decodeStrings === false;
      this.decodeStrings = !noDecode;
      this.defaultEncoding = options.defaultEncoding || "utf8";
      this.length = 0;
      this.writing = false;
      this.corked = 0;
      this.sync = true;
      this.bufferProcessing = false;
      this.onwrite = function(er) {
        onwrite(stream, er);
      };
      this.writecb = null;
      this.writelen = 0;
      this.bufferedRequest = null;
      this.lastBufferedRequest = null;
      this.pendingcb = 0;
      this.prefinished = false;
      this.errorEmitted = false;
      this.emitClose = options.emitClose !== false;
      this.autoDestroy = !!options.autoDestroy;
      this.bufferedRequestCount = 0;
      this.corkedRequestsFree = new CorkedRequest(this);
    }
    WritableState.prototype.getBuffer = function getBuffer() {
      var current = this.bufferedRequest;
      var out = [];
      while (current) {
        out.push(current);
        current = current.next;
      }
      return out;
    };
    (function() {
      try {
        Object.defineProperty(WritableState.prototype, "buffer", {
          get: internalUtil.deprecate(function writableStateBufferGetter() {
            return this.getBuffer();
          }, "_writableState.buffer is deprecated. Use _writableState.getBuffer instead.", "DEP0003")
        });
      } catch (_) {
      }
    })();
    var realHasInstance;
    if (typeof Symbol === "function" && Symbol.hasInstance && typeof Function.prototype[Symbol.hasInstance] === "function") {
      realHasInstance = Function.prototype[Symbol.hasInstance];
      Object.defineProperty(Writable, Symbol.hasInstance, {
        value: function value(object) {
          if (realHasInstance.call(this, object)) return true;
          if (this !== Writable) return false;
          return object && object._writableState instanceof WritableState;
        }
      });
    } else {
      realHasInstance = function realHasInstance2(object) {
        return object instanceof this;
      };
    }
    function Writable(options) {
      Duplex = Duplex || require_stream_duplex();
      var isDuplex = this instanceof Duplex;
      if (!isDuplex && !realHasInstance.call(Writable, this)) return new Writable(options);
      this._writableState = new WritableState(options, this, isDuplex);
      this.writable = true;
      if (options) {
        if (typeof options.write === "function") this._write = options.write;
        if (typeof options.writev === "function") this._writev = options.writev;
        if (typeof options.destroy === "function") this._destroy = options.destroy;
        if (typeof options.final === "function") this._final = options.final;
      }
      Stream.call(this);
    }
    Writable.prototype.pipe = function() {
      errorOrDestroy(this, new ERR_STREAM_CANNOT_PIPE());
    };
    function writeAfterEnd(stream, cb) {
      var er = new ERR_STREAM_WRITE_AFTER_END();
      errorOrDestroy(stream, er);
      process.nextTick(cb, er);
    }
    function validChunk(stream, state, chunk, cb) {
      var er;
      if (chunk === null) {
        er = new ERR_STREAM_NULL_VALUES();
      } else if (typeof chunk !== "string" && !state.objectMode) {
        er = new ERR_INVALID_ARG_TYPE("chunk", ["string", "Buffer"], chunk);
      }
      if (er) {
        errorOrDestroy(stream, er);
        process.nextTick(cb, er);
        return false;
      }
      return true;
    }
    Writable.prototype.write = function(chunk, encoding, cb) {
      var state = this._writableState;
      var ret = false;
      var isBuf = !state.objectMode && _isUint8Array(chunk);
      if (isBuf && !Buffer2.isBuffer(chunk)) {
        chunk = _uint8ArrayToBuffer(chunk);
      }
      if (typeof encoding === "function") {
        cb = encoding;
        encoding = null;
      }
      if (isBuf) encoding = "buffer";
      else if (!encoding) encoding = state.defaultEncoding;
      if (typeof cb !== "function") cb = nop;
      if (state.ending) writeAfterEnd(this, cb);
      else if (isBuf || validChunk(this, state, chunk, cb)) {
        state.pendingcb++;
        ret = writeOrBuffer(this, state, isBuf, chunk, encoding, cb);
      }
      return ret;
    };
    Writable.prototype.cork = function() {
      this._writableState.corked++;
    };
    Writable.prototype.uncork = function() {
      var state = this._writableState;
      if (state.corked) {
        state.corked--;
        if (!state.writing && !state.corked && !state.bufferProcessing && state.bufferedRequest) clearBuffer(this, state);
      }
    };
    Writable.prototype.setDefaultEncoding = function setDefaultEncoding(encoding) {
      if (typeof encoding === "string") encoding = encoding.toLowerCase();
      if (!(["hex", "utf8", "utf-8", "ascii", "binary", "base64", "ucs2", "ucs-2", "utf16le", "utf-16le", "raw"].indexOf((encoding + "").toLowerCase()) > -1)) throw new ERR_UNKNOWN_ENCODING(encoding);
      this._writableState.defaultEncoding = encoding;
      return this;
    };
    Object.defineProperty(Writable.prototype, "writableBuffer", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._writableState && this._writableState.getBuffer();
      }
    });
    function decodeChunk(state, chunk, encoding) {
      if (!state.objectMode && state.decodeStrings !== false && typeof chunk === "string") {
        chunk = Buffer2.from(chunk, encoding);
      }
      return chunk;
    }
    Object.defineProperty(Writable.prototype, "writableHighWaterMark", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._writableState.highWaterMark;
      }
    });
    function writeOrBuffer(stream, state, isBuf, chunk, encoding, cb) {
      if (!isBuf) {
        var newChunk = decodeChunk(state, chunk, encoding);
        if (chunk !== newChunk) {
          isBuf = true;
          encoding = "buffer";
          chunk = newChunk;
        }
      }
      var len = state.objectMode ? 1 : chunk.length;
      state.length += len;
      var ret = state.length < state.highWaterMark;
      if (!ret) state.needDrain = true;
      if (state.writing || state.corked) {
        var last = state.lastBufferedRequest;
        state.lastBufferedRequest = {
          chunk,
          encoding,
          isBuf,
          callback: cb,
          next: null
        };
        if (last) {
          last.next = state.lastBufferedRequest;
        } else {
          state.bufferedRequest = state.lastBufferedRequest;
        }
        state.bufferedRequestCount += 1;
      } else {
        doWrite(stream, state, false, len, chunk, encoding, cb);
      }
      return ret;
    }
    function doWrite(stream, state, writev, len, chunk, encoding, cb) {
      state.writelen = len;
      state.writecb = cb;
      state.writing = true;
      state.sync = true;
      if (state.destroyed) state.onwrite(new ERR_STREAM_DESTROYED("write"));
      else if (writev) stream._writev(chunk, state.onwrite);
      else stream._write(chunk, encoding, state.onwrite);
      state.sync = false;
    }
    function onwriteError(stream, state, sync, er, cb) {
      --state.pendingcb;
      if (sync) {
        process.nextTick(cb, er);
        process.nextTick(finishMaybe, stream, state);
        stream._writableState.errorEmitted = true;
        errorOrDestroy(stream, er);
      } else {
        cb(er);
        stream._writableState.errorEmitted = true;
        errorOrDestroy(stream, er);
        finishMaybe(stream, state);
      }
    }
    function onwriteStateUpdate(state) {
      state.writing = false;
      state.writecb = null;
      state.length -= state.writelen;
      state.writelen = 0;
    }
    function onwrite(stream, er) {
      var state = stream._writableState;
      var sync = state.sync;
      var cb = state.writecb;
      if (typeof cb !== "function") throw new ERR_MULTIPLE_CALLBACK();
      onwriteStateUpdate(state);
      if (er) onwriteError(stream, state, sync, er, cb);
      else {
        var finished = needFinish(state) || stream.destroyed;
        if (!finished && !state.corked && !state.bufferProcessing && state.bufferedRequest) {
          clearBuffer(stream, state);
        }
        if (sync) {
          process.nextTick(afterWrite, stream, state, finished, cb);
        } else {
          afterWrite(stream, state, finished, cb);
        }
      }
    }
    function afterWrite(stream, state, finished, cb) {
      if (!finished) onwriteDrain(stream, state);
      state.pendingcb--;
      cb();
      finishMaybe(stream, state);
    }
    function onwriteDrain(stream, state) {
      if (state.length === 0 && state.needDrain) {
        state.needDrain = false;
        stream.emit("drain");
      }
    }
    function clearBuffer(stream, state) {
      state.bufferProcessing = true;
      var entry = state.bufferedRequest;
      if (stream._writev && entry && entry.next) {
        var l = state.bufferedRequestCount;
        var buffer = new Array(l);
        var holder = state.corkedRequestsFree;
        holder.entry = entry;
        var count = 0;
        var allBuffers = true;
        while (entry) {
          buffer[count] = entry;
          if (!entry.isBuf) allBuffers = false;
          entry = entry.next;
          count += 1;
        }
        buffer.allBuffers = allBuffers;
        doWrite(stream, state, true, state.length, buffer, "", holder.finish);
        state.pendingcb++;
        state.lastBufferedRequest = null;
        if (holder.next) {
          state.corkedRequestsFree = holder.next;
          holder.next = null;
        } else {
          state.corkedRequestsFree = new CorkedRequest(state);
        }
        state.bufferedRequestCount = 0;
      } else {
        while (entry) {
          var chunk = entry.chunk;
          var encoding = entry.encoding;
          var cb = entry.callback;
          var len = state.objectMode ? 1 : chunk.length;
          doWrite(stream, state, false, len, chunk, encoding, cb);
          entry = entry.next;
          state.bufferedRequestCount--;
          if (state.writing) {
            break;
          }
        }
        if (entry === null) state.lastBufferedRequest = null;
      }
      state.bufferedRequest = entry;
      state.bufferProcessing = false;
    }
    Writable.prototype._write = function(chunk, encoding, cb) {
      cb(new ERR_METHOD_NOT_IMPLEMENTED("_write()"));
    };
    Writable.prototype._writev = null;
    Writable.prototype.end = function(chunk, encoding, cb) {
      var state = this._writableState;
      if (typeof chunk === "function") {
        cb = chunk;
        chunk = null;
        encoding = null;
      } else if (typeof encoding === "function") {
        cb = encoding;
        encoding = null;
      }
      if (chunk !== null && chunk !== void 0) this.write(chunk, encoding);
      if (state.corked) {
        state.corked = 1;
        this.uncork();
      }
      if (!state.ending) endWritable(this, state, cb);
      return this;
    };
    Object.defineProperty(Writable.prototype, "writableLength", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._writableState.length;
      }
    });
    function needFinish(state) {
      return state.ending && state.length === 0 && state.bufferedRequest === null && !state.finished && !state.writing;
    }
    function callFinal(stream, state) {
      stream._final(function(err) {
        state.pendingcb--;
        if (err) {
          errorOrDestroy(stream, err);
        }
        state.prefinished = true;
        stream.emit("prefinish");
        finishMaybe(stream, state);
      });
    }
    function prefinish(stream, state) {
      if (!state.prefinished && !state.finalCalled) {
        if (typeof stream._final === "function" && !state.destroyed) {
          state.pendingcb++;
          state.finalCalled = true;
          process.nextTick(callFinal, stream, state);
        } else {
          state.prefinished = true;
          stream.emit("prefinish");
        }
      }
    }
    function finishMaybe(stream, state) {
      var need = needFinish(state);
      if (need) {
        prefinish(stream, state);
        if (state.pendingcb === 0) {
          state.finished = true;
          stream.emit("finish");
          if (state.autoDestroy) {
            var rState = stream._readableState;
            if (!rState || rState.autoDestroy && rState.endEmitted) {
              stream.destroy();
            }
          }
        }
      }
      return need;
    }
    function endWritable(stream, state, cb) {
      state.ending = true;
      finishMaybe(stream, state);
      if (cb) {
        if (state.finished) process.nextTick(cb);
        else stream.once("finish", cb);
      }
      state.ended = true;
      stream.writable = false;
    }
    function onCorkedFinish(corkReq, state, err) {
      var entry = corkReq.entry;
      corkReq.entry = null;
      while (entry) {
        var cb = entry.callback;
        state.pendingcb--;
        cb(err);
        entry = entry.next;
      }
      state.corkedRequestsFree.next = corkReq;
    }
    Object.defineProperty(Writable.prototype, "destroyed", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        if (this._writableState === void 0) {
          return false;
        }
        return this._writableState.destroyed;
      },
      set: function set(value) {
        if (!this._writableState) {
          return;
        }
        this._writableState.destroyed = value;
      }
    });
    Writable.prototype.destroy = destroyImpl.destroy;
    Writable.prototype._undestroy = destroyImpl.undestroy;
    Writable.prototype._destroy = function(err, cb) {
      cb(err);
    };
  }
});

// node_modules/readable-stream/lib/_stream_duplex.js
var require_stream_duplex = __commonJS({
  "node_modules/readable-stream/lib/_stream_duplex.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var objectKeys = Object.keys || function(obj) {
      var keys2 = [];
      for (var key in obj) keys2.push(key);
      return keys2;
    };
    module2.exports = Duplex;
    var Readable = require_stream_readable();
    var Writable = require_stream_writable();
    require_inherits()(Duplex, Readable);
    {
      keys = objectKeys(Writable.prototype);
      for (v = 0; v < keys.length; v++) {
        method = keys[v];
        if (!Duplex.prototype[method]) Duplex.prototype[method] = Writable.prototype[method];
      }
    }
    var keys;
    var method;
    var v;
    function Duplex(options) {
      if (!(this instanceof Duplex)) return new Duplex(options);
      Readable.call(this, options);
      Writable.call(this, options);
      this.allowHalfOpen = true;
      if (options) {
        if (options.readable === false) this.readable = false;
        if (options.writable === false) this.writable = false;
        if (options.allowHalfOpen === false) {
          this.allowHalfOpen = false;
          this.once("end", onend);
        }
      }
    }
    Object.defineProperty(Duplex.prototype, "writableHighWaterMark", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._writableState.highWaterMark;
      }
    });
    Object.defineProperty(Duplex.prototype, "writableBuffer", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._writableState && this._writableState.getBuffer();
      }
    });
    Object.defineProperty(Duplex.prototype, "writableLength", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._writableState.length;
      }
    });
    function onend() {
      if (this._writableState.ended) return;
      process.nextTick(onEndNT, this);
    }
    function onEndNT(self2) {
      self2.end();
    }
    Object.defineProperty(Duplex.prototype, "destroyed", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        if (this._readableState === void 0 || this._writableState === void 0) {
          return false;
        }
        return this._readableState.destroyed && this._writableState.destroyed;
      },
      set: function set(value) {
        if (this._readableState === void 0 || this._writableState === void 0) {
          return;
        }
        this._readableState.destroyed = value;
        this._writableState.destroyed = value;
      }
    });
  }
});

// node_modules/safe-buffer/index.js
var require_safe_buffer = __commonJS({
  "node_modules/safe-buffer/index.js"(exports2, module2) {
    init_fetch_classes();
    var buffer = require("buffer");
    var Buffer2 = buffer.Buffer;
    function copyProps(src, dst) {
      for (var key in src) {
        dst[key] = src[key];
      }
    }
    if (Buffer2.from && Buffer2.alloc && Buffer2.allocUnsafe && Buffer2.allocUnsafeSlow) {
      module2.exports = buffer;
    } else {
      copyProps(buffer, exports2);
      exports2.Buffer = SafeBuffer;
    }
    function SafeBuffer(arg, encodingOrOffset, length) {
      return Buffer2(arg, encodingOrOffset, length);
    }
    SafeBuffer.prototype = Object.create(Buffer2.prototype);
    copyProps(Buffer2, SafeBuffer);
    SafeBuffer.from = function(arg, encodingOrOffset, length) {
      if (typeof arg === "number") {
        throw new TypeError("Argument must not be a number");
      }
      return Buffer2(arg, encodingOrOffset, length);
    };
    SafeBuffer.alloc = function(size, fill, encoding) {
      if (typeof size !== "number") {
        throw new TypeError("Argument must be a number");
      }
      var buf = Buffer2(size);
      if (fill !== void 0) {
        if (typeof encoding === "string") {
          buf.fill(fill, encoding);
        } else {
          buf.fill(fill);
        }
      } else {
        buf.fill(0);
      }
      return buf;
    };
    SafeBuffer.allocUnsafe = function(size) {
      if (typeof size !== "number") {
        throw new TypeError("Argument must be a number");
      }
      return Buffer2(size);
    };
    SafeBuffer.allocUnsafeSlow = function(size) {
      if (typeof size !== "number") {
        throw new TypeError("Argument must be a number");
      }
      return buffer.SlowBuffer(size);
    };
  }
});

// node_modules/string_decoder/lib/string_decoder.js
var require_string_decoder = __commonJS({
  "node_modules/string_decoder/lib/string_decoder.js"(exports2) {
    "use strict";
    init_fetch_classes();
    var Buffer2 = require_safe_buffer().Buffer;
    var isEncoding = Buffer2.isEncoding || function(encoding) {
      encoding = "" + encoding;
      switch (encoding && encoding.toLowerCase()) {
        case "hex":
        case "utf8":
        case "utf-8":
        case "ascii":
        case "binary":
        case "base64":
        case "ucs2":
        case "ucs-2":
        case "utf16le":
        case "utf-16le":
        case "raw":
          return true;
        default:
          return false;
      }
    };
    function _normalizeEncoding(enc) {
      if (!enc) return "utf8";
      var retried;
      while (true) {
        switch (enc) {
          case "utf8":
          case "utf-8":
            return "utf8";
          case "ucs2":
          case "ucs-2":
          case "utf16le":
          case "utf-16le":
            return "utf16le";
          case "latin1":
          case "binary":
            return "latin1";
          case "base64":
          case "ascii":
          case "hex":
            return enc;
          default:
            if (retried) return;
            enc = ("" + enc).toLowerCase();
            retried = true;
        }
      }
    }
    function normalizeEncoding(enc) {
      var nenc = _normalizeEncoding(enc);
      if (typeof nenc !== "string" && (Buffer2.isEncoding === isEncoding || !isEncoding(enc))) throw new Error("Unknown encoding: " + enc);
      return nenc || enc;
    }
    exports2.StringDecoder = StringDecoder;
    function StringDecoder(encoding) {
      this.encoding = normalizeEncoding(encoding);
      var nb;
      switch (this.encoding) {
        case "utf16le":
          this.text = utf16Text;
          this.end = utf16End;
          nb = 4;
          break;
        case "utf8":
          this.fillLast = utf8FillLast;
          nb = 4;
          break;
        case "base64":
          this.text = base64Text;
          this.end = base64End;
          nb = 3;
          break;
        default:
          this.write = simpleWrite;
          this.end = simpleEnd;
          return;
      }
      this.lastNeed = 0;
      this.lastTotal = 0;
      this.lastChar = Buffer2.allocUnsafe(nb);
    }
    StringDecoder.prototype.write = function(buf) {
      if (buf.length === 0) return "";
      var r;
      var i2;
      if (this.lastNeed) {
        r = this.fillLast(buf);
        if (r === void 0) return "";
        i2 = this.lastNeed;
        this.lastNeed = 0;
      } else {
        i2 = 0;
      }
      if (i2 < buf.length) return r ? r + this.text(buf, i2) : this.text(buf, i2);
      return r || "";
    };
    StringDecoder.prototype.end = utf8End;
    StringDecoder.prototype.text = utf8Text;
    StringDecoder.prototype.fillLast = function(buf) {
      if (this.lastNeed <= buf.length) {
        buf.copy(this.lastChar, this.lastTotal - this.lastNeed, 0, this.lastNeed);
        return this.lastChar.toString(this.encoding, 0, this.lastTotal);
      }
      buf.copy(this.lastChar, this.lastTotal - this.lastNeed, 0, buf.length);
      this.lastNeed -= buf.length;
    };
    function utf8CheckByte(byte) {
      if (byte <= 127) return 0;
      else if (byte >> 5 === 6) return 2;
      else if (byte >> 4 === 14) return 3;
      else if (byte >> 3 === 30) return 4;
      return byte >> 6 === 2 ? -1 : -2;
    }
    function utf8CheckIncomplete(self2, buf, i2) {
      var j = buf.length - 1;
      if (j < i2) return 0;
      var nb = utf8CheckByte(buf[j]);
      if (nb >= 0) {
        if (nb > 0) self2.lastNeed = nb - 1;
        return nb;
      }
      if (--j < i2 || nb === -2) return 0;
      nb = utf8CheckByte(buf[j]);
      if (nb >= 0) {
        if (nb > 0) self2.lastNeed = nb - 2;
        return nb;
      }
      if (--j < i2 || nb === -2) return 0;
      nb = utf8CheckByte(buf[j]);
      if (nb >= 0) {
        if (nb > 0) {
          if (nb === 2) nb = 0;
          else self2.lastNeed = nb - 3;
        }
        return nb;
      }
      return 0;
    }
    function utf8CheckExtraBytes(self2, buf, p) {
      if ((buf[0] & 192) !== 128) {
        self2.lastNeed = 0;
        return "\uFFFD";
      }
      if (self2.lastNeed > 1 && buf.length > 1) {
        if ((buf[1] & 192) !== 128) {
          self2.lastNeed = 1;
          return "\uFFFD";
        }
        if (self2.lastNeed > 2 && buf.length > 2) {
          if ((buf[2] & 192) !== 128) {
            self2.lastNeed = 2;
            return "\uFFFD";
          }
        }
      }
    }
    function utf8FillLast(buf) {
      var p = this.lastTotal - this.lastNeed;
      var r = utf8CheckExtraBytes(this, buf, p);
      if (r !== void 0) return r;
      if (this.lastNeed <= buf.length) {
        buf.copy(this.lastChar, p, 0, this.lastNeed);
        return this.lastChar.toString(this.encoding, 0, this.lastTotal);
      }
      buf.copy(this.lastChar, p, 0, buf.length);
      this.lastNeed -= buf.length;
    }
    function utf8Text(buf, i2) {
      var total = utf8CheckIncomplete(this, buf, i2);
      if (!this.lastNeed) return buf.toString("utf8", i2);
      this.lastTotal = total;
      var end = buf.length - (total - this.lastNeed);
      buf.copy(this.lastChar, 0, end);
      return buf.toString("utf8", i2, end);
    }
    function utf8End(buf) {
      var r = buf && buf.length ? this.write(buf) : "";
      if (this.lastNeed) return r + "\uFFFD";
      return r;
    }
    function utf16Text(buf, i2) {
      if ((buf.length - i2) % 2 === 0) {
        var r = buf.toString("utf16le", i2);
        if (r) {
          var c = r.charCodeAt(r.length - 1);
          if (c >= 55296 && c <= 56319) {
            this.lastNeed = 2;
            this.lastTotal = 4;
            this.lastChar[0] = buf[buf.length - 2];
            this.lastChar[1] = buf[buf.length - 1];
            return r.slice(0, -1);
          }
        }
        return r;
      }
      this.lastNeed = 1;
      this.lastTotal = 2;
      this.lastChar[0] = buf[buf.length - 1];
      return buf.toString("utf16le", i2, buf.length - 1);
    }
    function utf16End(buf) {
      var r = buf && buf.length ? this.write(buf) : "";
      if (this.lastNeed) {
        var end = this.lastTotal - this.lastNeed;
        return r + this.lastChar.toString("utf16le", 0, end);
      }
      return r;
    }
    function base64Text(buf, i2) {
      var n = (buf.length - i2) % 3;
      if (n === 0) return buf.toString("base64", i2);
      this.lastNeed = 3 - n;
      this.lastTotal = 3;
      if (n === 1) {
        this.lastChar[0] = buf[buf.length - 1];
      } else {
        this.lastChar[0] = buf[buf.length - 2];
        this.lastChar[1] = buf[buf.length - 1];
      }
      return buf.toString("base64", i2, buf.length - n);
    }
    function base64End(buf) {
      var r = buf && buf.length ? this.write(buf) : "";
      if (this.lastNeed) return r + this.lastChar.toString("base64", 0, 3 - this.lastNeed);
      return r;
    }
    function simpleWrite(buf) {
      return buf.toString(this.encoding);
    }
    function simpleEnd(buf) {
      return buf && buf.length ? this.write(buf) : "";
    }
  }
});

// node_modules/readable-stream/lib/internal/streams/end-of-stream.js
var require_end_of_stream = __commonJS({
  "node_modules/readable-stream/lib/internal/streams/end-of-stream.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var ERR_STREAM_PREMATURE_CLOSE = require_errors().codes.ERR_STREAM_PREMATURE_CLOSE;
    function once(callback) {
      var called = false;
      return function() {
        if (called) return;
        called = true;
        for (var _len = arguments.length, args = new Array(_len), _key = 0; _key < _len; _key++) {
          args[_key] = arguments[_key];
        }
        callback.apply(this, args);
      };
    }
    function noop() {
    }
    function isRequest(stream) {
      return stream.setHeader && typeof stream.abort === "function";
    }
    function eos(stream, opts, callback) {
      if (typeof opts === "function") return eos(stream, null, opts);
      if (!opts) opts = {};
      callback = once(callback || noop);
      var readable = opts.readable || opts.readable !== false && stream.readable;
      var writable = opts.writable || opts.writable !== false && stream.writable;
      var onlegacyfinish = function onlegacyfinish2() {
        if (!stream.writable) onfinish();
      };
      var writableEnded = stream._writableState && stream._writableState.finished;
      var onfinish = function onfinish2() {
        writable = false;
        writableEnded = true;
        if (!readable) callback.call(stream);
      };
      var readableEnded = stream._readableState && stream._readableState.endEmitted;
      var onend = function onend2() {
        readable = false;
        readableEnded = true;
        if (!writable) callback.call(stream);
      };
      var onerror = function onerror2(err) {
        callback.call(stream, err);
      };
      var onclose = function onclose2() {
        var err;
        if (readable && !readableEnded) {
          if (!stream._readableState || !stream._readableState.ended) err = new ERR_STREAM_PREMATURE_CLOSE();
          return callback.call(stream, err);
        }
        if (writable && !writableEnded) {
          if (!stream._writableState || !stream._writableState.ended) err = new ERR_STREAM_PREMATURE_CLOSE();
          return callback.call(stream, err);
        }
      };
      var onrequest = function onrequest2() {
        stream.req.on("finish", onfinish);
      };
      if (isRequest(stream)) {
        stream.on("complete", onfinish);
        stream.on("abort", onclose);
        if (stream.req) onrequest();
        else stream.on("request", onrequest);
      } else if (writable && !stream._writableState) {
        stream.on("end", onlegacyfinish);
        stream.on("close", onlegacyfinish);
      }
      stream.on("end", onend);
      stream.on("finish", onfinish);
      if (opts.error !== false) stream.on("error", onerror);
      stream.on("close", onclose);
      return function() {
        stream.removeListener("complete", onfinish);
        stream.removeListener("abort", onclose);
        stream.removeListener("request", onrequest);
        if (stream.req) stream.req.removeListener("finish", onfinish);
        stream.removeListener("end", onlegacyfinish);
        stream.removeListener("close", onlegacyfinish);
        stream.removeListener("finish", onfinish);
        stream.removeListener("end", onend);
        stream.removeListener("error", onerror);
        stream.removeListener("close", onclose);
      };
    }
    module2.exports = eos;
  }
});

// node_modules/readable-stream/lib/internal/streams/async_iterator.js
var require_async_iterator = __commonJS({
  "node_modules/readable-stream/lib/internal/streams/async_iterator.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var _Object$setPrototypeO;
    function _defineProperty(obj, key, value) {
      key = _toPropertyKey(key);
      if (key in obj) {
        Object.defineProperty(obj, key, { value, enumerable: true, configurable: true, writable: true });
      } else {
        obj[key] = value;
      }
      return obj;
    }
    function _toPropertyKey(arg) {
      var key = _toPrimitive(arg, "string");
      return typeof key === "symbol" ? key : String(key);
    }
    function _toPrimitive(input, hint) {
      if (typeof input !== "object" || input === null) return input;
      var prim = input[Symbol.toPrimitive];
      if (prim !== void 0) {
        var res = prim.call(input, hint || "default");
        if (typeof res !== "object") return res;
        throw new TypeError("@@toPrimitive must return a primitive value.");
      }
      return (hint === "string" ? String : Number)(input);
    }
    var finished = require_end_of_stream();
    var kLastResolve = /* @__PURE__ */ Symbol("lastResolve");
    var kLastReject = /* @__PURE__ */ Symbol("lastReject");
    var kError = /* @__PURE__ */ Symbol("error");
    var kEnded = /* @__PURE__ */ Symbol("ended");
    var kLastPromise = /* @__PURE__ */ Symbol("lastPromise");
    var kHandlePromise = /* @__PURE__ */ Symbol("handlePromise");
    var kStream = /* @__PURE__ */ Symbol("stream");
    function createIterResult(value, done) {
      return {
        value,
        done
      };
    }
    function readAndResolve(iter) {
      var resolve = iter[kLastResolve];
      if (resolve !== null) {
        var data = iter[kStream].read();
        if (data !== null) {
          iter[kLastPromise] = null;
          iter[kLastResolve] = null;
          iter[kLastReject] = null;
          resolve(createIterResult(data, false));
        }
      }
    }
    function onReadable(iter) {
      process.nextTick(readAndResolve, iter);
    }
    function wrapForNext(lastPromise, iter) {
      return function(resolve, reject) {
        lastPromise.then(function() {
          if (iter[kEnded]) {
            resolve(createIterResult(void 0, true));
            return;
          }
          iter[kHandlePromise](resolve, reject);
        }, reject);
      };
    }
    var AsyncIteratorPrototype = Object.getPrototypeOf(function() {
    });
    var ReadableStreamAsyncIteratorPrototype = Object.setPrototypeOf((_Object$setPrototypeO = {
      get stream() {
        return this[kStream];
      },
      next: function next() {
        var _this = this;
        var error = this[kError];
        if (error !== null) {
          return Promise.reject(error);
        }
        if (this[kEnded]) {
          return Promise.resolve(createIterResult(void 0, true));
        }
        if (this[kStream].destroyed) {
          return new Promise(function(resolve, reject) {
            process.nextTick(function() {
              if (_this[kError]) {
                reject(_this[kError]);
              } else {
                resolve(createIterResult(void 0, true));
              }
            });
          });
        }
        var lastPromise = this[kLastPromise];
        var promise;
        if (lastPromise) {
          promise = new Promise(wrapForNext(lastPromise, this));
        } else {
          var data = this[kStream].read();
          if (data !== null) {
            return Promise.resolve(createIterResult(data, false));
          }
          promise = new Promise(this[kHandlePromise]);
        }
        this[kLastPromise] = promise;
        return promise;
      }
    }, _defineProperty(_Object$setPrototypeO, Symbol.asyncIterator, function() {
      return this;
    }), _defineProperty(_Object$setPrototypeO, "return", function _return() {
      var _this2 = this;
      return new Promise(function(resolve, reject) {
        _this2[kStream].destroy(null, function(err) {
          if (err) {
            reject(err);
            return;
          }
          resolve(createIterResult(void 0, true));
        });
      });
    }), _Object$setPrototypeO), AsyncIteratorPrototype);
    var createReadableStreamAsyncIterator = function createReadableStreamAsyncIterator2(stream) {
      var _Object$create;
      var iterator = Object.create(ReadableStreamAsyncIteratorPrototype, (_Object$create = {}, _defineProperty(_Object$create, kStream, {
        value: stream,
        writable: true
      }), _defineProperty(_Object$create, kLastResolve, {
        value: null,
        writable: true
      }), _defineProperty(_Object$create, kLastReject, {
        value: null,
        writable: true
      }), _defineProperty(_Object$create, kError, {
        value: null,
        writable: true
      }), _defineProperty(_Object$create, kEnded, {
        value: stream._readableState.endEmitted,
        writable: true
      }), _defineProperty(_Object$create, kHandlePromise, {
        value: function value(resolve, reject) {
          var data = iterator[kStream].read();
          if (data) {
            iterator[kLastPromise] = null;
            iterator[kLastResolve] = null;
            iterator[kLastReject] = null;
            resolve(createIterResult(data, false));
          } else {
            iterator[kLastResolve] = resolve;
            iterator[kLastReject] = reject;
          }
        },
        writable: true
      }), _Object$create));
      iterator[kLastPromise] = null;
      finished(stream, function(err) {
        if (err && err.code !== "ERR_STREAM_PREMATURE_CLOSE") {
          var reject = iterator[kLastReject];
          if (reject !== null) {
            iterator[kLastPromise] = null;
            iterator[kLastResolve] = null;
            iterator[kLastReject] = null;
            reject(err);
          }
          iterator[kError] = err;
          return;
        }
        var resolve = iterator[kLastResolve];
        if (resolve !== null) {
          iterator[kLastPromise] = null;
          iterator[kLastResolve] = null;
          iterator[kLastReject] = null;
          resolve(createIterResult(void 0, true));
        }
        iterator[kEnded] = true;
      });
      stream.on("readable", onReadable.bind(null, iterator));
      return iterator;
    };
    module2.exports = createReadableStreamAsyncIterator;
  }
});

// node_modules/readable-stream/lib/internal/streams/from.js
var require_from = __commonJS({
  "node_modules/readable-stream/lib/internal/streams/from.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    function asyncGeneratorStep(gen, resolve, reject, _next, _throw, key, arg) {
      try {
        var info = gen[key](arg);
        var value = info.value;
      } catch (error) {
        reject(error);
        return;
      }
      if (info.done) {
        resolve(value);
      } else {
        Promise.resolve(value).then(_next, _throw);
      }
    }
    function _asyncToGenerator(fn) {
      return function() {
        var self2 = this, args = arguments;
        return new Promise(function(resolve, reject) {
          var gen = fn.apply(self2, args);
          function _next(value) {
            asyncGeneratorStep(gen, resolve, reject, _next, _throw, "next", value);
          }
          function _throw(err) {
            asyncGeneratorStep(gen, resolve, reject, _next, _throw, "throw", err);
          }
          _next(void 0);
        });
      };
    }
    function ownKeys(object, enumerableOnly) {
      var keys = Object.keys(object);
      if (Object.getOwnPropertySymbols) {
        var symbols = Object.getOwnPropertySymbols(object);
        enumerableOnly && (symbols = symbols.filter(function(sym) {
          return Object.getOwnPropertyDescriptor(object, sym).enumerable;
        })), keys.push.apply(keys, symbols);
      }
      return keys;
    }
    function _objectSpread(target) {
      for (var i2 = 1; i2 < arguments.length; i2++) {
        var source = null != arguments[i2] ? arguments[i2] : {};
        i2 % 2 ? ownKeys(Object(source), true).forEach(function(key) {
          _defineProperty(target, key, source[key]);
        }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(target, Object.getOwnPropertyDescriptors(source)) : ownKeys(Object(source)).forEach(function(key) {
          Object.defineProperty(target, key, Object.getOwnPropertyDescriptor(source, key));
        });
      }
      return target;
    }
    function _defineProperty(obj, key, value) {
      key = _toPropertyKey(key);
      if (key in obj) {
        Object.defineProperty(obj, key, { value, enumerable: true, configurable: true, writable: true });
      } else {
        obj[key] = value;
      }
      return obj;
    }
    function _toPropertyKey(arg) {
      var key = _toPrimitive(arg, "string");
      return typeof key === "symbol" ? key : String(key);
    }
    function _toPrimitive(input, hint) {
      if (typeof input !== "object" || input === null) return input;
      var prim = input[Symbol.toPrimitive];
      if (prim !== void 0) {
        var res = prim.call(input, hint || "default");
        if (typeof res !== "object") return res;
        throw new TypeError("@@toPrimitive must return a primitive value.");
      }
      return (hint === "string" ? String : Number)(input);
    }
    var ERR_INVALID_ARG_TYPE = require_errors().codes.ERR_INVALID_ARG_TYPE;
    function from(Readable, iterable, opts) {
      var iterator;
      if (iterable && typeof iterable.next === "function") {
        iterator = iterable;
      } else if (iterable && iterable[Symbol.asyncIterator]) iterator = iterable[Symbol.asyncIterator]();
      else if (iterable && iterable[Symbol.iterator]) iterator = iterable[Symbol.iterator]();
      else throw new ERR_INVALID_ARG_TYPE("iterable", ["Iterable"], iterable);
      var readable = new Readable(_objectSpread({
        objectMode: true
      }, opts));
      var reading = false;
      readable._read = function() {
        if (!reading) {
          reading = true;
          next();
        }
      };
      function next() {
        return _next2.apply(this, arguments);
      }
      function _next2() {
        _next2 = _asyncToGenerator(function* () {
          try {
            var _yield$iterator$next = yield iterator.next(), value = _yield$iterator$next.value, done = _yield$iterator$next.done;
            if (done) {
              readable.push(null);
            } else if (readable.push(yield value)) {
              next();
            } else {
              reading = false;
            }
          } catch (err) {
            readable.destroy(err);
          }
        });
        return _next2.apply(this, arguments);
      }
      return readable;
    }
    module2.exports = from;
  }
});

// node_modules/readable-stream/lib/_stream_readable.js
var require_stream_readable = __commonJS({
  "node_modules/readable-stream/lib/_stream_readable.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Readable;
    var Duplex;
    Readable.ReadableState = ReadableState;
    var EE = require("events").EventEmitter;
    var EElistenerCount = function EElistenerCount2(emitter, type) {
      return emitter.listeners(type).length;
    };
    var Stream = require_stream();
    var Buffer2 = require("buffer").Buffer;
    var OurUint8Array = (typeof global !== "undefined" ? global : typeof window !== "undefined" ? window : typeof self !== "undefined" ? self : {}).Uint8Array || function() {
    };
    function _uint8ArrayToBuffer(chunk) {
      return Buffer2.from(chunk);
    }
    function _isUint8Array(obj) {
      return Buffer2.isBuffer(obj) || obj instanceof OurUint8Array;
    }
    var debugUtil = require("util");
    var debug;
    if (debugUtil && debugUtil.debuglog) {
      debug = debugUtil.debuglog("stream");
    } else {
      debug = function debug2() {
      };
    }
    var BufferList = require_buffer_list();
    var destroyImpl = require_destroy();
    var _require = require_state();
    var getHighWaterMark = _require.getHighWaterMark;
    var _require$codes = require_errors().codes;
    var ERR_INVALID_ARG_TYPE = _require$codes.ERR_INVALID_ARG_TYPE;
    var ERR_STREAM_PUSH_AFTER_EOF = _require$codes.ERR_STREAM_PUSH_AFTER_EOF;
    var ERR_METHOD_NOT_IMPLEMENTED = _require$codes.ERR_METHOD_NOT_IMPLEMENTED;
    var ERR_STREAM_UNSHIFT_AFTER_END_EVENT = _require$codes.ERR_STREAM_UNSHIFT_AFTER_END_EVENT;
    var StringDecoder;
    var createReadableStreamAsyncIterator;
    var from;
    require_inherits()(Readable, Stream);
    var errorOrDestroy = destroyImpl.errorOrDestroy;
    var kProxyEvents = ["error", "close", "destroy", "pause", "resume"];
    function prependListener(emitter, event, fn) {
      if (typeof emitter.prependListener === "function") return emitter.prependListener(event, fn);
      if (!emitter._events || !emitter._events[event]) emitter.on(event, fn);
      else if (Array.isArray(emitter._events[event])) emitter._events[event].unshift(fn);
      else emitter._events[event] = [fn, emitter._events[event]];
    }
    function ReadableState(options, stream, isDuplex) {
      Duplex = Duplex || require_stream_duplex();
      options = options || {};
      if (typeof isDuplex !== "boolean") isDuplex = stream instanceof Duplex;
      this.objectMode = !!options.objectMode;
      if (isDuplex) this.objectMode = this.objectMode || !!options.readableObjectMode;
      this.highWaterMark = getHighWaterMark(this, options, "readableHighWaterMark", isDuplex);
      this.buffer = new BufferList();
      this.length = 0;
      this.pipes = null;
      this.pipesCount = 0;
      this.flowing = null;
      this.ended = false;
      this.endEmitted = false;
      this.reading = false;
      this.sync = true;
      this.needReadable = false;
      this.emittedReadable = false;
      this.readableListening = false;
      this.resumeScheduled = false;
      this.paused = true;
      this.emitClose = options.emitClose !== false;
      this.autoDestroy = !!options.autoDestroy;
      this.destroyed = false;
      this.defaultEncoding = options.defaultEncoding || "utf8";
      this.awaitDrain = 0;
      this.readingMore = false;
      this.decoder = null;
      this.encoding = null;
      if (options.encoding) {
        if (!StringDecoder) StringDecoder = require_string_decoder().StringDecoder;
        this.decoder = new StringDecoder(options.encoding);
        this.encoding = options.encoding;
      }
    }
    function Readable(options) {
      Duplex = Duplex || require_stream_duplex();
      if (!(this instanceof Readable)) return new Readable(options);
      var isDuplex = this instanceof Duplex;
      this._readableState = new ReadableState(options, this, isDuplex);
      this.readable = true;
      if (options) {
        if (typeof options.read === "function") this._read = options.read;
        if (typeof options.destroy === "function") this._destroy = options.destroy;
      }
      Stream.call(this);
    }
    Object.defineProperty(Readable.prototype, "destroyed", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        if (this._readableState === void 0) {
          return false;
        }
        return this._readableState.destroyed;
      },
      set: function set(value) {
        if (!this._readableState) {
          return;
        }
        this._readableState.destroyed = value;
      }
    });
    Readable.prototype.destroy = destroyImpl.destroy;
    Readable.prototype._undestroy = destroyImpl.undestroy;
    Readable.prototype._destroy = function(err, cb) {
      cb(err);
    };
    Readable.prototype.push = function(chunk, encoding) {
      var state = this._readableState;
      var skipChunkCheck;
      if (!state.objectMode) {
        if (typeof chunk === "string") {
          encoding = encoding || state.defaultEncoding;
          if (encoding !== state.encoding) {
            chunk = Buffer2.from(chunk, encoding);
            encoding = "";
          }
          skipChunkCheck = true;
        }
      } else {
        skipChunkCheck = true;
      }
      return readableAddChunk(this, chunk, encoding, false, skipChunkCheck);
    };
    Readable.prototype.unshift = function(chunk) {
      return readableAddChunk(this, chunk, null, true, false);
    };
    function readableAddChunk(stream, chunk, encoding, addToFront, skipChunkCheck) {
      debug("readableAddChunk", chunk);
      var state = stream._readableState;
      if (chunk === null) {
        state.reading = false;
        onEofChunk(stream, state);
      } else {
        var er;
        if (!skipChunkCheck) er = chunkInvalid(state, chunk);
        if (er) {
          errorOrDestroy(stream, er);
        } else if (state.objectMode || chunk && chunk.length > 0) {
          if (typeof chunk !== "string" && !state.objectMode && Object.getPrototypeOf(chunk) !== Buffer2.prototype) {
            chunk = _uint8ArrayToBuffer(chunk);
          }
          if (addToFront) {
            if (state.endEmitted) errorOrDestroy(stream, new ERR_STREAM_UNSHIFT_AFTER_END_EVENT());
            else addChunk(stream, state, chunk, true);
          } else if (state.ended) {
            errorOrDestroy(stream, new ERR_STREAM_PUSH_AFTER_EOF());
          } else if (state.destroyed) {
            return false;
          } else {
            state.reading = false;
            if (state.decoder && !encoding) {
              chunk = state.decoder.write(chunk);
              if (state.objectMode || chunk.length !== 0) addChunk(stream, state, chunk, false);
              else maybeReadMore(stream, state);
            } else {
              addChunk(stream, state, chunk, false);
            }
          }
        } else if (!addToFront) {
          state.reading = false;
          maybeReadMore(stream, state);
        }
      }
      return !state.ended && (state.length < state.highWaterMark || state.length === 0);
    }
    function addChunk(stream, state, chunk, addToFront) {
      if (state.flowing && state.length === 0 && !state.sync) {
        state.awaitDrain = 0;
        stream.emit("data", chunk);
      } else {
        state.length += state.objectMode ? 1 : chunk.length;
        if (addToFront) state.buffer.unshift(chunk);
        else state.buffer.push(chunk);
        if (state.needReadable) emitReadable(stream);
      }
      maybeReadMore(stream, state);
    }
    function chunkInvalid(state, chunk) {
      var er;
      if (!_isUint8Array(chunk) && typeof chunk !== "string" && chunk !== void 0 && !state.objectMode) {
        er = new ERR_INVALID_ARG_TYPE("chunk", ["string", "Buffer", "Uint8Array"], chunk);
      }
      return er;
    }
    Readable.prototype.isPaused = function() {
      return this._readableState.flowing === false;
    };
    Readable.prototype.setEncoding = function(enc) {
      if (!StringDecoder) StringDecoder = require_string_decoder().StringDecoder;
      var decoder = new StringDecoder(enc);
      this._readableState.decoder = decoder;
      this._readableState.encoding = this._readableState.decoder.encoding;
      var p = this._readableState.buffer.head;
      var content = "";
      while (p !== null) {
        content += decoder.write(p.data);
        p = p.next;
      }
      this._readableState.buffer.clear();
      if (content !== "") this._readableState.buffer.push(content);
      this._readableState.length = content.length;
      return this;
    };
    var MAX_HWM = 1073741824;
    function computeNewHighWaterMark(n) {
      if (n >= MAX_HWM) {
        n = MAX_HWM;
      } else {
        n--;
        n |= n >>> 1;
        n |= n >>> 2;
        n |= n >>> 4;
        n |= n >>> 8;
        n |= n >>> 16;
        n++;
      }
      return n;
    }
    function howMuchToRead(n, state) {
      if (n <= 0 || state.length === 0 && state.ended) return 0;
      if (state.objectMode) return 1;
      if (n !== n) {
        if (state.flowing && state.length) return state.buffer.head.data.length;
        else return state.length;
      }
      if (n > state.highWaterMark) state.highWaterMark = computeNewHighWaterMark(n);
      if (n <= state.length) return n;
      if (!state.ended) {
        state.needReadable = true;
        return 0;
      }
      return state.length;
    }
    Readable.prototype.read = function(n) {
      debug("read", n);
      n = parseInt(n, 10);
      var state = this._readableState;
      var nOrig = n;
      if (n !== 0) state.emittedReadable = false;
      if (n === 0 && state.needReadable && ((state.highWaterMark !== 0 ? state.length >= state.highWaterMark : state.length > 0) || state.ended)) {
        debug("read: emitReadable", state.length, state.ended);
        if (state.length === 0 && state.ended) endReadable(this);
        else emitReadable(this);
        return null;
      }
      n = howMuchToRead(n, state);
      if (n === 0 && state.ended) {
        if (state.length === 0) endReadable(this);
        return null;
      }
      var doRead = state.needReadable;
      debug("need readable", doRead);
      if (state.length === 0 || state.length - n < state.highWaterMark) {
        doRead = true;
        debug("length less than watermark", doRead);
      }
      if (state.ended || state.reading) {
        doRead = false;
        debug("reading or ended", doRead);
      } else if (doRead) {
        debug("do read");
        state.reading = true;
        state.sync = true;
        if (state.length === 0) state.needReadable = true;
        this._read(state.highWaterMark);
        state.sync = false;
        if (!state.reading) n = howMuchToRead(nOrig, state);
      }
      var ret;
      if (n > 0) ret = fromList(n, state);
      else ret = null;
      if (ret === null) {
        state.needReadable = state.length <= state.highWaterMark;
        n = 0;
      } else {
        state.length -= n;
        state.awaitDrain = 0;
      }
      if (state.length === 0) {
        if (!state.ended) state.needReadable = true;
        if (nOrig !== n && state.ended) endReadable(this);
      }
      if (ret !== null) this.emit("data", ret);
      return ret;
    };
    function onEofChunk(stream, state) {
      debug("onEofChunk");
      if (state.ended) return;
      if (state.decoder) {
        var chunk = state.decoder.end();
        if (chunk && chunk.length) {
          state.buffer.push(chunk);
          state.length += state.objectMode ? 1 : chunk.length;
        }
      }
      state.ended = true;
      if (state.sync) {
        emitReadable(stream);
      } else {
        state.needReadable = false;
        if (!state.emittedReadable) {
          state.emittedReadable = true;
          emitReadable_(stream);
        }
      }
    }
    function emitReadable(stream) {
      var state = stream._readableState;
      debug("emitReadable", state.needReadable, state.emittedReadable);
      state.needReadable = false;
      if (!state.emittedReadable) {
        debug("emitReadable", state.flowing);
        state.emittedReadable = true;
        process.nextTick(emitReadable_, stream);
      }
    }
    function emitReadable_(stream) {
      var state = stream._readableState;
      debug("emitReadable_", state.destroyed, state.length, state.ended);
      if (!state.destroyed && (state.length || state.ended)) {
        stream.emit("readable");
        state.emittedReadable = false;
      }
      state.needReadable = !state.flowing && !state.ended && state.length <= state.highWaterMark;
      flow(stream);
    }
    function maybeReadMore(stream, state) {
      if (!state.readingMore) {
        state.readingMore = true;
        process.nextTick(maybeReadMore_, stream, state);
      }
    }
    function maybeReadMore_(stream, state) {
      while (!state.reading && !state.ended && (state.length < state.highWaterMark || state.flowing && state.length === 0)) {
        var len = state.length;
        debug("maybeReadMore read 0");
        stream.read(0);
        if (len === state.length)
          break;
      }
      state.readingMore = false;
    }
    Readable.prototype._read = function(n) {
      errorOrDestroy(this, new ERR_METHOD_NOT_IMPLEMENTED("_read()"));
    };
    Readable.prototype.pipe = function(dest, pipeOpts) {
      var src = this;
      var state = this._readableState;
      switch (state.pipesCount) {
        case 0:
          state.pipes = dest;
          break;
        case 1:
          state.pipes = [state.pipes, dest];
          break;
        default:
          state.pipes.push(dest);
          break;
      }
      state.pipesCount += 1;
      debug("pipe count=%d opts=%j", state.pipesCount, pipeOpts);
      var doEnd = (!pipeOpts || pipeOpts.end !== false) && dest !== process.stdout && dest !== process.stderr;
      var endFn = doEnd ? onend : unpipe;
      if (state.endEmitted) process.nextTick(endFn);
      else src.once("end", endFn);
      dest.on("unpipe", onunpipe);
      function onunpipe(readable, unpipeInfo) {
        debug("onunpipe");
        if (readable === src) {
          if (unpipeInfo && unpipeInfo.hasUnpiped === false) {
            unpipeInfo.hasUnpiped = true;
            cleanup();
          }
        }
      }
      function onend() {
        debug("onend");
        dest.end();
      }
      var ondrain = pipeOnDrain(src);
      dest.on("drain", ondrain);
      var cleanedUp = false;
      function cleanup() {
        debug("cleanup");
        dest.removeListener("close", onclose);
        dest.removeListener("finish", onfinish);
        dest.removeListener("drain", ondrain);
        dest.removeListener("error", onerror);
        dest.removeListener("unpipe", onunpipe);
        src.removeListener("end", onend);
        src.removeListener("end", unpipe);
        src.removeListener("data", ondata);
        cleanedUp = true;
        if (state.awaitDrain && (!dest._writableState || dest._writableState.needDrain)) ondrain();
      }
      src.on("data", ondata);
      function ondata(chunk) {
        debug("ondata");
        var ret = dest.write(chunk);
        debug("dest.write", ret);
        if (ret === false) {
          if ((state.pipesCount === 1 && state.pipes === dest || state.pipesCount > 1 && indexOf(state.pipes, dest) !== -1) && !cleanedUp) {
            debug("false write response, pause", state.awaitDrain);
            state.awaitDrain++;
          }
          src.pause();
        }
      }
      function onerror(er) {
        debug("onerror", er);
        unpipe();
        dest.removeListener("error", onerror);
        if (EElistenerCount(dest, "error") === 0) errorOrDestroy(dest, er);
      }
      prependListener(dest, "error", onerror);
      function onclose() {
        dest.removeListener("finish", onfinish);
        unpipe();
      }
      dest.once("close", onclose);
      function onfinish() {
        debug("onfinish");
        dest.removeListener("close", onclose);
        unpipe();
      }
      dest.once("finish", onfinish);
      function unpipe() {
        debug("unpipe");
        src.unpipe(dest);
      }
      dest.emit("pipe", src);
      if (!state.flowing) {
        debug("pipe resume");
        src.resume();
      }
      return dest;
    };
    function pipeOnDrain(src) {
      return function pipeOnDrainFunctionResult() {
        var state = src._readableState;
        debug("pipeOnDrain", state.awaitDrain);
        if (state.awaitDrain) state.awaitDrain--;
        if (state.awaitDrain === 0 && EElistenerCount(src, "data")) {
          state.flowing = true;
          flow(src);
        }
      };
    }
    Readable.prototype.unpipe = function(dest) {
      var state = this._readableState;
      var unpipeInfo = {
        hasUnpiped: false
      };
      if (state.pipesCount === 0) return this;
      if (state.pipesCount === 1) {
        if (dest && dest !== state.pipes) return this;
        if (!dest) dest = state.pipes;
        state.pipes = null;
        state.pipesCount = 0;
        state.flowing = false;
        if (dest) dest.emit("unpipe", this, unpipeInfo);
        return this;
      }
      if (!dest) {
        var dests = state.pipes;
        var len = state.pipesCount;
        state.pipes = null;
        state.pipesCount = 0;
        state.flowing = false;
        for (var i2 = 0; i2 < len; i2++) dests[i2].emit("unpipe", this, {
          hasUnpiped: false
        });
        return this;
      }
      var index = indexOf(state.pipes, dest);
      if (index === -1) return this;
      state.pipes.splice(index, 1);
      state.pipesCount -= 1;
      if (state.pipesCount === 1) state.pipes = state.pipes[0];
      dest.emit("unpipe", this, unpipeInfo);
      return this;
    };
    Readable.prototype.on = function(ev, fn) {
      var res = Stream.prototype.on.call(this, ev, fn);
      var state = this._readableState;
      if (ev === "data") {
        state.readableListening = this.listenerCount("readable") > 0;
        if (state.flowing !== false) this.resume();
      } else if (ev === "readable") {
        if (!state.endEmitted && !state.readableListening) {
          state.readableListening = state.needReadable = true;
          state.flowing = false;
          state.emittedReadable = false;
          debug("on readable", state.length, state.reading);
          if (state.length) {
            emitReadable(this);
          } else if (!state.reading) {
            process.nextTick(nReadingNextTick, this);
          }
        }
      }
      return res;
    };
    Readable.prototype.addListener = Readable.prototype.on;
    Readable.prototype.removeListener = function(ev, fn) {
      var res = Stream.prototype.removeListener.call(this, ev, fn);
      if (ev === "readable") {
        process.nextTick(updateReadableListening, this);
      }
      return res;
    };
    Readable.prototype.removeAllListeners = function(ev) {
      var res = Stream.prototype.removeAllListeners.apply(this, arguments);
      if (ev === "readable" || ev === void 0) {
        process.nextTick(updateReadableListening, this);
      }
      return res;
    };
    function updateReadableListening(self2) {
      var state = self2._readableState;
      state.readableListening = self2.listenerCount("readable") > 0;
      if (state.resumeScheduled && !state.paused) {
        state.flowing = true;
      } else if (self2.listenerCount("data") > 0) {
        self2.resume();
      }
    }
    function nReadingNextTick(self2) {
      debug("readable nexttick read 0");
      self2.read(0);
    }
    Readable.prototype.resume = function() {
      var state = this._readableState;
      if (!state.flowing) {
        debug("resume");
        state.flowing = !state.readableListening;
        resume(this, state);
      }
      state.paused = false;
      return this;
    };
    function resume(stream, state) {
      if (!state.resumeScheduled) {
        state.resumeScheduled = true;
        process.nextTick(resume_, stream, state);
      }
    }
    function resume_(stream, state) {
      debug("resume", state.reading);
      if (!state.reading) {
        stream.read(0);
      }
      state.resumeScheduled = false;
      stream.emit("resume");
      flow(stream);
      if (state.flowing && !state.reading) stream.read(0);
    }
    Readable.prototype.pause = function() {
      debug("call pause flowing=%j", this._readableState.flowing);
      if (this._readableState.flowing !== false) {
        debug("pause");
        this._readableState.flowing = false;
        this.emit("pause");
      }
      this._readableState.paused = true;
      return this;
    };
    function flow(stream) {
      var state = stream._readableState;
      debug("flow", state.flowing);
      while (state.flowing && stream.read() !== null) ;
    }
    Readable.prototype.wrap = function(stream) {
      var _this = this;
      var state = this._readableState;
      var paused = false;
      stream.on("end", function() {
        debug("wrapped end");
        if (state.decoder && !state.ended) {
          var chunk = state.decoder.end();
          if (chunk && chunk.length) _this.push(chunk);
        }
        _this.push(null);
      });
      stream.on("data", function(chunk) {
        debug("wrapped data");
        if (state.decoder) chunk = state.decoder.write(chunk);
        if (state.objectMode && (chunk === null || chunk === void 0)) return;
        else if (!state.objectMode && (!chunk || !chunk.length)) return;
        var ret = _this.push(chunk);
        if (!ret) {
          paused = true;
          stream.pause();
        }
      });
      for (var i2 in stream) {
        if (this[i2] === void 0 && typeof stream[i2] === "function") {
          this[i2] = /* @__PURE__ */ (function methodWrap(method) {
            return function methodWrapReturnFunction() {
              return stream[method].apply(stream, arguments);
            };
          })(i2);
        }
      }
      for (var n = 0; n < kProxyEvents.length; n++) {
        stream.on(kProxyEvents[n], this.emit.bind(this, kProxyEvents[n]));
      }
      this._read = function(n2) {
        debug("wrapped _read", n2);
        if (paused) {
          paused = false;
          stream.resume();
        }
      };
      return this;
    };
    if (typeof Symbol === "function") {
      Readable.prototype[Symbol.asyncIterator] = function() {
        if (createReadableStreamAsyncIterator === void 0) {
          createReadableStreamAsyncIterator = require_async_iterator();
        }
        return createReadableStreamAsyncIterator(this);
      };
    }
    Object.defineProperty(Readable.prototype, "readableHighWaterMark", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._readableState.highWaterMark;
      }
    });
    Object.defineProperty(Readable.prototype, "readableBuffer", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._readableState && this._readableState.buffer;
      }
    });
    Object.defineProperty(Readable.prototype, "readableFlowing", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._readableState.flowing;
      },
      set: function set(state) {
        if (this._readableState) {
          this._readableState.flowing = state;
        }
      }
    });
    Readable._fromList = fromList;
    Object.defineProperty(Readable.prototype, "readableLength", {
      // making it explicit this property is not enumerable
      // because otherwise some prototype manipulation in
      // userland will fail
      enumerable: false,
      get: function get() {
        return this._readableState.length;
      }
    });
    function fromList(n, state) {
      if (state.length === 0) return null;
      var ret;
      if (state.objectMode) ret = state.buffer.shift();
      else if (!n || n >= state.length) {
        if (state.decoder) ret = state.buffer.join("");
        else if (state.buffer.length === 1) ret = state.buffer.first();
        else ret = state.buffer.concat(state.length);
        state.buffer.clear();
      } else {
        ret = state.buffer.consume(n, state.decoder);
      }
      return ret;
    }
    function endReadable(stream) {
      var state = stream._readableState;
      debug("endReadable", state.endEmitted);
      if (!state.endEmitted) {
        state.ended = true;
        process.nextTick(endReadableNT, state, stream);
      }
    }
    function endReadableNT(state, stream) {
      debug("endReadableNT", state.endEmitted, state.length);
      if (!state.endEmitted && state.length === 0) {
        state.endEmitted = true;
        stream.readable = false;
        stream.emit("end");
        if (state.autoDestroy) {
          var wState = stream._writableState;
          if (!wState || wState.autoDestroy && wState.finished) {
            stream.destroy();
          }
        }
      }
    }
    if (typeof Symbol === "function") {
      Readable.from = function(iterable, opts) {
        if (from === void 0) {
          from = require_from();
        }
        return from(Readable, iterable, opts);
      };
    }
    function indexOf(xs, x2) {
      for (var i2 = 0, l = xs.length; i2 < l; i2++) {
        if (xs[i2] === x2) return i2;
      }
      return -1;
    }
  }
});

// node_modules/readable-stream/lib/_stream_transform.js
var require_stream_transform = __commonJS({
  "node_modules/readable-stream/lib/_stream_transform.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = Transform;
    var _require$codes = require_errors().codes;
    var ERR_METHOD_NOT_IMPLEMENTED = _require$codes.ERR_METHOD_NOT_IMPLEMENTED;
    var ERR_MULTIPLE_CALLBACK = _require$codes.ERR_MULTIPLE_CALLBACK;
    var ERR_TRANSFORM_ALREADY_TRANSFORMING = _require$codes.ERR_TRANSFORM_ALREADY_TRANSFORMING;
    var ERR_TRANSFORM_WITH_LENGTH_0 = _require$codes.ERR_TRANSFORM_WITH_LENGTH_0;
    var Duplex = require_stream_duplex();
    require_inherits()(Transform, Duplex);
    function afterTransform(er, data) {
      var ts = this._transformState;
      ts.transforming = false;
      var cb = ts.writecb;
      if (cb === null) {
        return this.emit("error", new ERR_MULTIPLE_CALLBACK());
      }
      ts.writechunk = null;
      ts.writecb = null;
      if (data != null)
        this.push(data);
      cb(er);
      var rs = this._readableState;
      rs.reading = false;
      if (rs.needReadable || rs.length < rs.highWaterMark) {
        this._read(rs.highWaterMark);
      }
    }
    function Transform(options) {
      if (!(this instanceof Transform)) return new Transform(options);
      Duplex.call(this, options);
      this._transformState = {
        afterTransform: afterTransform.bind(this),
        needTransform: false,
        transforming: false,
        writecb: null,
        writechunk: null,
        writeencoding: null
      };
      this._readableState.needReadable = true;
      this._readableState.sync = false;
      if (options) {
        if (typeof options.transform === "function") this._transform = options.transform;
        if (typeof options.flush === "function") this._flush = options.flush;
      }
      this.on("prefinish", prefinish);
    }
    function prefinish() {
      var _this = this;
      if (typeof this._flush === "function" && !this._readableState.destroyed) {
        this._flush(function(er, data) {
          done(_this, er, data);
        });
      } else {
        done(this, null, null);
      }
    }
    Transform.prototype.push = function(chunk, encoding) {
      this._transformState.needTransform = false;
      return Duplex.prototype.push.call(this, chunk, encoding);
    };
    Transform.prototype._transform = function(chunk, encoding, cb) {
      cb(new ERR_METHOD_NOT_IMPLEMENTED("_transform()"));
    };
    Transform.prototype._write = function(chunk, encoding, cb) {
      var ts = this._transformState;
      ts.writecb = cb;
      ts.writechunk = chunk;
      ts.writeencoding = encoding;
      if (!ts.transforming) {
        var rs = this._readableState;
        if (ts.needTransform || rs.needReadable || rs.length < rs.highWaterMark) this._read(rs.highWaterMark);
      }
    };
    Transform.prototype._read = function(n) {
      var ts = this._transformState;
      if (ts.writechunk !== null && !ts.transforming) {
        ts.transforming = true;
        this._transform(ts.writechunk, ts.writeencoding, ts.afterTransform);
      } else {
        ts.needTransform = true;
      }
    };
    Transform.prototype._destroy = function(err, cb) {
      Duplex.prototype._destroy.call(this, err, function(err2) {
        cb(err2);
      });
    };
    function done(stream, er, data) {
      if (er) return stream.emit("error", er);
      if (data != null)
        stream.push(data);
      if (stream._writableState.length) throw new ERR_TRANSFORM_WITH_LENGTH_0();
      if (stream._transformState.transforming) throw new ERR_TRANSFORM_ALREADY_TRANSFORMING();
      return stream.push(null);
    }
  }
});

// node_modules/readable-stream/lib/_stream_passthrough.js
var require_stream_passthrough = __commonJS({
  "node_modules/readable-stream/lib/_stream_passthrough.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = PassThrough;
    var Transform = require_stream_transform();
    require_inherits()(PassThrough, Transform);
    function PassThrough(options) {
      if (!(this instanceof PassThrough)) return new PassThrough(options);
      Transform.call(this, options);
    }
    PassThrough.prototype._transform = function(chunk, encoding, cb) {
      cb(null, chunk);
    };
  }
});

// node_modules/readable-stream/lib/internal/streams/pipeline.js
var require_pipeline = __commonJS({
  "node_modules/readable-stream/lib/internal/streams/pipeline.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var eos;
    function once(callback) {
      var called = false;
      return function() {
        if (called) return;
        called = true;
        callback.apply(void 0, arguments);
      };
    }
    var _require$codes = require_errors().codes;
    var ERR_MISSING_ARGS = _require$codes.ERR_MISSING_ARGS;
    var ERR_STREAM_DESTROYED = _require$codes.ERR_STREAM_DESTROYED;
    function noop(err) {
      if (err) throw err;
    }
    function isRequest(stream) {
      return stream.setHeader && typeof stream.abort === "function";
    }
    function destroyer(stream, reading, writing, callback) {
      callback = once(callback);
      var closed = false;
      stream.on("close", function() {
        closed = true;
      });
      if (eos === void 0) eos = require_end_of_stream();
      eos(stream, {
        readable: reading,
        writable: writing
      }, function(err) {
        if (err) return callback(err);
        closed = true;
        callback();
      });
      var destroyed = false;
      return function(err) {
        if (closed) return;
        if (destroyed) return;
        destroyed = true;
        if (isRequest(stream)) return stream.abort();
        if (typeof stream.destroy === "function") return stream.destroy();
        callback(err || new ERR_STREAM_DESTROYED("pipe"));
      };
    }
    function call(fn) {
      fn();
    }
    function pipe(from, to) {
      return from.pipe(to);
    }
    function popCallback(streams) {
      if (!streams.length) return noop;
      if (typeof streams[streams.length - 1] !== "function") return noop;
      return streams.pop();
    }
    function pipeline() {
      for (var _len = arguments.length, streams = new Array(_len), _key = 0; _key < _len; _key++) {
        streams[_key] = arguments[_key];
      }
      var callback = popCallback(streams);
      if (Array.isArray(streams[0])) streams = streams[0];
      if (streams.length < 2) {
        throw new ERR_MISSING_ARGS("streams");
      }
      var error;
      var destroys = streams.map(function(stream, i2) {
        var reading = i2 < streams.length - 1;
        var writing = i2 > 0;
        return destroyer(stream, reading, writing, function(err) {
          if (!error) error = err;
          if (err) destroys.forEach(call);
          if (reading) return;
          destroys.forEach(call);
          callback(error);
        });
      });
      return streams.reduce(pipe);
    }
    module2.exports = pipeline;
  }
});

// node_modules/readable-stream/readable.js
var require_readable = __commonJS({
  "node_modules/readable-stream/readable.js"(exports2, module2) {
    init_fetch_classes();
    var Stream = require("stream");
    if (process.env.READABLE_STREAM === "disable" && Stream) {
      module2.exports = Stream.Readable;
      Object.assign(module2.exports, Stream);
      module2.exports.Stream = Stream;
    } else {
      exports2 = module2.exports = require_stream_readable();
      exports2.Stream = Stream || exports2;
      exports2.Readable = exports2;
      exports2.Writable = require_stream_writable();
      exports2.Duplex = require_stream_duplex();
      exports2.Transform = require_stream_transform();
      exports2.PassThrough = require_stream_passthrough();
      exports2.finished = require_end_of_stream();
      exports2.pipeline = require_pipeline();
    }
  }
});

// node_modules/wrappy/wrappy.js
var require_wrappy = __commonJS({
  "node_modules/wrappy/wrappy.js"(exports2, module2) {
    init_fetch_classes();
    module2.exports = wrappy;
    function wrappy(fn, cb) {
      if (fn && cb) return wrappy(fn)(cb);
      if (typeof fn !== "function")
        throw new TypeError("need wrapper function");
      Object.keys(fn).forEach(function(k) {
        wrapper[k] = fn[k];
      });
      return wrapper;
      function wrapper() {
        var args = new Array(arguments.length);
        for (var i2 = 0; i2 < args.length; i2++) {
          args[i2] = arguments[i2];
        }
        var ret = fn.apply(this, args);
        var cb2 = args[args.length - 1];
        if (typeof ret === "function" && ret !== cb2) {
          Object.keys(cb2).forEach(function(k) {
            ret[k] = cb2[k];
          });
        }
        return ret;
      }
    }
  }
});

// node_modules/once/once.js
var require_once = __commonJS({
  "node_modules/once/once.js"(exports2, module2) {
    init_fetch_classes();
    var wrappy = require_wrappy();
    module2.exports = wrappy(once);
    module2.exports.strict = wrappy(onceStrict);
    once.proto = once(function() {
      Object.defineProperty(Function.prototype, "once", {
        value: function() {
          return once(this);
        },
        configurable: true
      });
      Object.defineProperty(Function.prototype, "onceStrict", {
        value: function() {
          return onceStrict(this);
        },
        configurable: true
      });
    });
    function once(fn) {
      var f2 = function() {
        if (f2.called) return f2.value;
        f2.called = true;
        return f2.value = fn.apply(this, arguments);
      };
      f2.called = false;
      return f2;
    }
    function onceStrict(fn) {
      var f2 = function() {
        if (f2.called)
          throw new Error(f2.onceError);
        f2.called = true;
        return f2.value = fn.apply(this, arguments);
      };
      var name = fn.name || "Function wrapped with `once`";
      f2.onceError = name + " shouldn't be called more than once";
      f2.called = false;
      return f2;
    }
  }
});

// node_modules/end-of-stream/index.js
var require_end_of_stream2 = __commonJS({
  "node_modules/end-of-stream/index.js"(exports2, module2) {
    init_fetch_classes();
    var once = require_once();
    var noop = function() {
    };
    var qnt = global.Bare ? queueMicrotask : process.nextTick.bind(process);
    var isRequest = function(stream) {
      return stream.setHeader && typeof stream.abort === "function";
    };
    var isChildProcess = function(stream) {
      return stream.stdio && Array.isArray(stream.stdio) && stream.stdio.length === 3;
    };
    var eos = function(stream, opts, callback) {
      if (typeof opts === "function") return eos(stream, null, opts);
      if (!opts) opts = {};
      callback = once(callback || noop);
      var ws = stream._writableState;
      var rs = stream._readableState;
      var readable = opts.readable || opts.readable !== false && stream.readable;
      var writable = opts.writable || opts.writable !== false && stream.writable;
      var cancelled = false;
      var onlegacyfinish = function() {
        if (!stream.writable) onfinish();
      };
      var onfinish = function() {
        writable = false;
        if (!readable) callback.call(stream);
      };
      var onend = function() {
        readable = false;
        if (!writable) callback.call(stream);
      };
      var onexit = function(exitCode) {
        callback.call(stream, exitCode ? new Error("exited with error code: " + exitCode) : null);
      };
      var onerror = function(err) {
        callback.call(stream, err);
      };
      var onclose = function() {
        qnt(onclosenexttick);
      };
      var onclosenexttick = function() {
        if (cancelled) return;
        if (readable && !(rs && (rs.ended && !rs.destroyed))) return callback.call(stream, new Error("premature close"));
        if (writable && !(ws && (ws.ended && !ws.destroyed))) return callback.call(stream, new Error("premature close"));
      };
      var onrequest = function() {
        stream.req.on("finish", onfinish);
      };
      if (isRequest(stream)) {
        stream.on("complete", onfinish);
        stream.on("abort", onclose);
        if (stream.req) onrequest();
        else stream.on("request", onrequest);
      } else if (writable && !ws) {
        stream.on("end", onlegacyfinish);
        stream.on("close", onlegacyfinish);
      }
      if (isChildProcess(stream)) stream.on("exit", onexit);
      stream.on("end", onend);
      stream.on("finish", onfinish);
      if (opts.error !== false) stream.on("error", onerror);
      stream.on("close", onclose);
      return function() {
        cancelled = true;
        stream.removeListener("complete", onfinish);
        stream.removeListener("abort", onclose);
        stream.removeListener("request", onrequest);
        if (stream.req) stream.req.removeListener("finish", onfinish);
        stream.removeListener("end", onlegacyfinish);
        stream.removeListener("close", onlegacyfinish);
        stream.removeListener("finish", onfinish);
        stream.removeListener("exit", onexit);
        stream.removeListener("end", onend);
        stream.removeListener("error", onerror);
        stream.removeListener("close", onclose);
      };
    };
    module2.exports = eos;
  }
});

// node_modules/stream-shift/index.js
var require_stream_shift = __commonJS({
  "node_modules/stream-shift/index.js"(exports2, module2) {
    init_fetch_classes();
    module2.exports = shift;
    function shift(stream) {
      var rs = stream._readableState;
      if (!rs) return null;
      return rs.objectMode || typeof stream._duplexState === "number" ? stream.read() : stream.read(getStateLength(rs));
    }
    function getStateLength(state) {
      if (state.buffer.length) {
        var idx = state.bufferIndex || 0;
        if (state.buffer.head) {
          return state.buffer.head.data.length;
        } else if (state.buffer.length - idx > 0 && state.buffer[idx]) {
          return state.buffer[idx].length;
        }
      }
      return state.length;
    }
  }
});

// node_modules/duplexify/index.js
var require_duplexify = __commonJS({
  "node_modules/duplexify/index.js"(exports2, module2) {
    init_fetch_classes();
    var stream = require_readable();
    var eos = require_end_of_stream2();
    var inherits = require_inherits();
    var shift = require_stream_shift();
    var SIGNAL_FLUSH = Buffer.from && Buffer.from !== Uint8Array.from ? Buffer.from([0]) : new Buffer([0]);
    var onuncork = function(self2, fn) {
      if (self2._corked) self2.once("uncork", fn);
      else fn();
    };
    var autoDestroy = function(self2, err) {
      if (self2._autoDestroy) self2.destroy(err);
    };
    var destroyer = function(self2, end2) {
      return function(err) {
        if (err) autoDestroy(self2, err.message === "premature close" ? null : err);
        else if (end2 && !self2._ended) self2.end();
      };
    };
    var end = function(ws, fn) {
      if (!ws) return fn();
      if (ws._writableState && ws._writableState.finished) return fn();
      if (ws._writableState) return ws.end(fn);
      ws.end();
      fn();
    };
    var noop = function() {
    };
    var toStreams2 = function(rs) {
      return new stream.Readable({ objectMode: true, highWaterMark: 16 }).wrap(rs);
    };
    var Duplexify = function(writable, readable, opts) {
      if (!(this instanceof Duplexify)) return new Duplexify(writable, readable, opts);
      stream.Duplex.call(this, opts);
      this._writable = null;
      this._readable = null;
      this._readable2 = null;
      this._autoDestroy = !opts || opts.autoDestroy !== false;
      this._forwardDestroy = !opts || opts.destroy !== false;
      this._forwardEnd = !opts || opts.end !== false;
      this._corked = 1;
      this._ondrain = null;
      this._drained = false;
      this._forwarding = false;
      this._unwrite = null;
      this._unread = null;
      this._ended = false;
      this.destroyed = false;
      if (writable) this.setWritable(writable);
      if (readable) this.setReadable(readable);
    };
    inherits(Duplexify, stream.Duplex);
    Duplexify.obj = function(writable, readable, opts) {
      if (!opts) opts = {};
      opts.objectMode = true;
      opts.highWaterMark = 16;
      return new Duplexify(writable, readable, opts);
    };
    Duplexify.prototype.cork = function() {
      if (++this._corked === 1) this.emit("cork");
    };
    Duplexify.prototype.uncork = function() {
      if (this._corked && --this._corked === 0) this.emit("uncork");
    };
    Duplexify.prototype.setWritable = function(writable) {
      if (this._unwrite) this._unwrite();
      if (this.destroyed) {
        if (writable && writable.destroy) writable.destroy();
        return;
      }
      if (writable === null || writable === false) {
        this.end();
        return;
      }
      var self2 = this;
      var unend = eos(writable, { writable: true, readable: false }, destroyer(this, this._forwardEnd));
      var ondrain = function() {
        var ondrain2 = self2._ondrain;
        self2._ondrain = null;
        if (ondrain2) ondrain2();
      };
      var clear = function() {
        self2._writable.removeListener("drain", ondrain);
        unend();
      };
      if (this._unwrite) process.nextTick(ondrain);
      this._writable = writable;
      this._writable.on("drain", ondrain);
      this._unwrite = clear;
      this.uncork();
    };
    Duplexify.prototype.setReadable = function(readable) {
      if (this._unread) this._unread();
      if (this.destroyed) {
        if (readable && readable.destroy) readable.destroy();
        return;
      }
      if (readable === null || readable === false) {
        this.push(null);
        this.resume();
        return;
      }
      var self2 = this;
      var unend = eos(readable, { writable: false, readable: true }, destroyer(this));
      var onreadable = function() {
        self2._forward();
      };
      var onend = function() {
        self2.push(null);
      };
      var clear = function() {
        self2._readable2.removeListener("readable", onreadable);
        self2._readable2.removeListener("end", onend);
        unend();
      };
      this._drained = true;
      this._readable = readable;
      this._readable2 = readable._readableState ? readable : toStreams2(readable);
      this._readable2.on("readable", onreadable);
      this._readable2.on("end", onend);
      this._unread = clear;
      this._forward();
    };
    Duplexify.prototype._read = function() {
      this._drained = true;
      this._forward();
    };
    Duplexify.prototype._forward = function() {
      if (this._forwarding || !this._readable2 || !this._drained) return;
      this._forwarding = true;
      var data;
      while (this._drained && (data = shift(this._readable2)) !== null) {
        if (this.destroyed) continue;
        this._drained = this.push(data);
      }
      this._forwarding = false;
    };
    Duplexify.prototype.destroy = function(err, cb) {
      if (!cb) cb = noop;
      if (this.destroyed) return cb(null);
      this.destroyed = true;
      var self2 = this;
      process.nextTick(function() {
        self2._destroy(err);
        cb(null);
      });
    };
    Duplexify.prototype._destroy = function(err) {
      if (err) {
        var ondrain = this._ondrain;
        this._ondrain = null;
        if (ondrain) ondrain(err);
        else this.emit("error", err);
      }
      if (this._forwardDestroy) {
        if (this._readable && this._readable.destroy) this._readable.destroy();
        if (this._writable && this._writable.destroy) this._writable.destroy();
      }
      this.emit("close");
    };
    Duplexify.prototype._write = function(data, enc, cb) {
      if (this.destroyed) return;
      if (this._corked) return onuncork(this, this._write.bind(this, data, enc, cb));
      if (data === SIGNAL_FLUSH) return this._finish(cb);
      if (!this._writable) return cb();
      if (this._writable.write(data) === false) this._ondrain = cb;
      else if (!this.destroyed) cb();
    };
    Duplexify.prototype._finish = function(cb) {
      var self2 = this;
      this.emit("preend");
      onuncork(this, function() {
        end(self2._forwardEnd && self2._writable, function() {
          if (self2._writableState.prefinished === false) self2._writableState.prefinished = true;
          self2.emit("prefinish");
          onuncork(self2, cb);
        });
      });
    };
    Duplexify.prototype.end = function(data, enc, cb) {
      if (typeof data === "function") return this.end(null, null, data);
      if (typeof enc === "function") return this.end(data, null, enc);
      this._ended = true;
      if (data) this.write(data);
      if (!this._writableState.ending && !this._writableState.destroyed) this.write(SIGNAL_FLUSH);
      return stream.Writable.prototype.end.call(this, cb);
    };
    module2.exports = Duplexify;
  }
});

// node_modules/extend/index.js
var require_extend = __commonJS({
  "node_modules/extend/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var hasOwn = Object.prototype.hasOwnProperty;
    var toStr = Object.prototype.toString;
    var defineProperty = Object.defineProperty;
    var gOPD = Object.getOwnPropertyDescriptor;
    var isArray = function isArray2(arr) {
      if (typeof Array.isArray === "function") {
        return Array.isArray(arr);
      }
      return toStr.call(arr) === "[object Array]";
    };
    var isPlainObject = function isPlainObject2(obj) {
      if (!obj || toStr.call(obj) !== "[object Object]") {
        return false;
      }
      var hasOwnConstructor = hasOwn.call(obj, "constructor");
      var hasIsPrototypeOf = obj.constructor && obj.constructor.prototype && hasOwn.call(obj.constructor.prototype, "isPrototypeOf");
      if (obj.constructor && !hasOwnConstructor && !hasIsPrototypeOf) {
        return false;
      }
      var key;
      for (key in obj) {
      }
      return typeof key === "undefined" || hasOwn.call(obj, key);
    };
    var setProperty = function setProperty2(target, options) {
      if (defineProperty && options.name === "__proto__") {
        defineProperty(target, options.name, {
          enumerable: true,
          configurable: true,
          value: options.newValue,
          writable: true
        });
      } else {
        target[options.name] = options.newValue;
      }
    };
    var getProperty = function getProperty2(obj, name) {
      if (name === "__proto__") {
        if (!hasOwn.call(obj, name)) {
          return void 0;
        } else if (gOPD) {
          return gOPD(obj, name).value;
        }
      }
      return obj[name];
    };
    module2.exports = function extend() {
      var options, name, src, copy, copyIsArray, clone;
      var target = arguments[0];
      var i2 = 1;
      var length = arguments.length;
      var deep = false;
      if (typeof target === "boolean") {
        deep = target;
        target = arguments[1] || {};
        i2 = 2;
      }
      if (target == null || typeof target !== "object" && typeof target !== "function") {
        target = {};
      }
      for (; i2 < length; ++i2) {
        options = arguments[i2];
        if (options != null) {
          for (name in options) {
            src = getProperty(target, name);
            copy = getProperty(options, name);
            if (target !== copy) {
              if (deep && copy && (isPlainObject(copy) || (copyIsArray = isArray(copy)))) {
                if (copyIsArray) {
                  copyIsArray = false;
                  clone = src && isArray(src) ? src : [];
                } else {
                  clone = src && isPlainObject(src) ? src : {};
                }
                setProperty(target, { name, newValue: extend(deep, clone, copy) });
              } else if (typeof copy !== "undefined") {
                setProperty(target, { name, newValue: copy });
              }
            }
          }
        }
      }
      return target;
    };
  }
});

// node_modules/retry-request/index.js
var require_retry_request = __commonJS({
  "node_modules/retry-request/index.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    var { PassThrough } = require("stream");
    var extend = require_extend();
    var debug = () => {
    };
    if (typeof process !== "undefined" && "env" in process && typeof process.env === "object" && process.env.DEBUG === "retry-request") {
      debug = (message) => {
        console.log("retry-request:", message);
      };
    }
    var DEFAULTS = {
      objectMode: false,
      retries: 2,
      /*
        The maximum time to delay in seconds. If retryDelayMultiplier results in a
        delay greater than maxRetryDelay, retries should delay by maxRetryDelay
        seconds instead.
      */
      maxRetryDelay: 64,
      /*
        The multiplier by which to increase the delay time between the completion of
        failed requests, and the initiation of the subsequent retrying request.
      */
      retryDelayMultiplier: 2,
      /*
        The length of time to keep retrying in seconds. The last sleep period will
        be shortened as necessary, so that the last retry runs at deadline (and not
        considerably beyond it).  The total time starting from when the initial
        request is sent, after which an error will be returned, regardless of the
        retrying attempts made meanwhile.
       */
      totalTimeout: 600,
      noResponseRetries: 2,
      currentRetryAttempt: 0,
      shouldRetryFn: function(response) {
        const retryRanges = [
          // https://en.wikipedia.org/wiki/List_of_HTTP_status_codes
          // 1xx - Retry (Informational, request still processing)
          // 2xx - Do not retry (Success)
          // 3xx - Do not retry (Redirect)
          // 4xx - Do not retry (Client errors)
          // 429 - Retry ("Too Many Requests")
          // 5xx - Retry (Server errors)
          [100, 199],
          [429, 429],
          [500, 599]
        ];
        const statusCode = response.statusCode;
        debug(`Response status: ${statusCode}`);
        let range;
        while (range = retryRanges.shift()) {
          if (statusCode >= range[0] && statusCode <= range[1]) {
            return true;
          }
        }
      }
    };
    function retryRequest(requestOpts, opts, callback) {
      if (typeof requestOpts === "string") {
        requestOpts = { url: requestOpts };
      }
      const streamMode = typeof arguments[arguments.length - 1] !== "function";
      if (typeof opts === "function") {
        callback = opts;
      }
      const manualCurrentRetryAttemptWasSet = opts && typeof opts.currentRetryAttempt === "number";
      opts = extend({}, DEFAULTS, opts);
      if (typeof opts.request === "undefined") {
        throw new Error("A request library must be provided to retry-request.");
      }
      let currentRetryAttempt = opts.currentRetryAttempt;
      let numNoResponseAttempts = 0;
      let streamResponseHandled = false;
      let retryStream;
      let requestStream;
      let delayStream;
      let activeRequest;
      const retryRequest2 = {
        abort: function() {
          if (activeRequest && activeRequest.abort) {
            activeRequest.abort();
          }
        }
      };
      if (streamMode) {
        retryStream = new PassThrough({ objectMode: opts.objectMode });
        retryStream.abort = resetStreams;
      }
      const timeOfFirstRequest = Date.now();
      if (currentRetryAttempt > 0) {
        retryAfterDelay(currentRetryAttempt);
      } else {
        makeRequest();
      }
      if (streamMode) {
        return retryStream;
      } else {
        return retryRequest2;
      }
      function resetStreams() {
        delayStream = null;
        if (requestStream) {
          requestStream.abort && requestStream.abort();
          requestStream.cancel && requestStream.cancel();
          if (requestStream.destroy) {
            requestStream.destroy();
          } else if (requestStream.end) {
            requestStream.end();
          }
        }
      }
      function makeRequest() {
        let finishHandled = false;
        currentRetryAttempt++;
        debug(`Current retry attempt: ${currentRetryAttempt}`);
        function handleFinish(args = []) {
          if (!finishHandled) {
            finishHandled = true;
            retryStream.emit("complete", ...args);
          }
        }
        if (streamMode) {
          streamResponseHandled = false;
          delayStream = new PassThrough({ objectMode: opts.objectMode });
          requestStream = opts.request(requestOpts);
          setImmediate(() => {
            retryStream.emit("request");
          });
          requestStream.on("error", (err) => {
            if (streamResponseHandled) {
              return;
            }
            streamResponseHandled = true;
            onResponse(err);
          }).on("response", (resp, body) => {
            if (streamResponseHandled) {
              return;
            }
            streamResponseHandled = true;
            onResponse(null, resp, body);
          }).on("complete", (...params) => handleFinish(params)).on("finish", (...params) => handleFinish(params));
          requestStream.pipe(delayStream);
        } else {
          activeRequest = opts.request(requestOpts, onResponse);
        }
      }
      function retryAfterDelay(currentRetryAttempt2) {
        if (streamMode) {
          resetStreams();
        }
        const nextRetryDelay = getNextRetryDelay({
          maxRetryDelay: opts.maxRetryDelay,
          retryDelayMultiplier: opts.retryDelayMultiplier,
          retryNumber: currentRetryAttempt2,
          timeOfFirstRequest,
          totalTimeout: opts.totalTimeout
        });
        debug(`Next retry delay: ${nextRetryDelay}`);
        if (nextRetryDelay <= 0) {
          numNoResponseAttempts = opts.noResponseRetries + 1;
          return;
        }
        setTimeout(makeRequest, nextRetryDelay);
      }
      function onResponse(err, response, body) {
        if (err) {
          numNoResponseAttempts++;
          if (numNoResponseAttempts <= opts.noResponseRetries) {
            retryAfterDelay(numNoResponseAttempts);
          } else {
            if (streamMode) {
              retryStream.emit("error", err);
              retryStream.end();
            } else {
              callback(err, response, body);
            }
          }
          return;
        }
        const adjustedCurrentRetryAttempt = manualCurrentRetryAttemptWasSet ? currentRetryAttempt : currentRetryAttempt - 1;
        if (adjustedCurrentRetryAttempt < opts.retries && opts.shouldRetryFn(response)) {
          retryAfterDelay(currentRetryAttempt);
          return;
        }
        if (streamMode) {
          retryStream.emit("response", response);
          delayStream.pipe(retryStream);
          requestStream.on("error", (err2) => {
            retryStream.destroy(err2);
          });
        } else {
          callback(err, response, body);
        }
      }
    }
    module2.exports = retryRequest;
    function getNextRetryDelay(config) {
      const {
        maxRetryDelay,
        retryDelayMultiplier,
        retryNumber,
        timeOfFirstRequest,
        totalTimeout
      } = config;
      const maxRetryDelayMs = maxRetryDelay * 1e3;
      const totalTimeoutMs = totalTimeout * 1e3;
      const jitter = Math.floor(Math.random() * 1e3);
      const calculatedNextRetryDelay = Math.pow(retryDelayMultiplier, retryNumber) * 1e3 + jitter;
      const maxAllowableDelayMs = totalTimeoutMs - (Date.now() - timeOfFirstRequest);
      return Math.min(
        calculatedNextRetryDelay,
        maxAllowableDelayMs,
        maxRetryDelayMs
      );
    }
    module2.exports.defaults = DEFAULTS;
    module2.exports.getNextRetryDelay = getNextRetryDelay;
  }
});

// node_modules/google-gax/build/src/streamingCalls/streaming.js
var require_streaming = __commonJS({
  "node_modules/google-gax/build/src/streamingCalls/streaming.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.StreamProxy = exports2.StreamType = void 0;
    var gax_1 = require_gax();
    var googleError_1 = require_googleError();
    var status_1 = require_status2();
    var stream_1 = require("stream");
    var duplexify = require_duplexify();
    var retryRequest = require_retry_request();
    var StreamType;
    (function(StreamType2) {
      StreamType2[StreamType2["SERVER_STREAMING"] = 1] = "SERVER_STREAMING";
      StreamType2[StreamType2["CLIENT_STREAMING"] = 2] = "CLIENT_STREAMING";
      StreamType2[StreamType2["BIDI_STREAMING"] = 3] = "BIDI_STREAMING";
    })(StreamType || (exports2.StreamType = StreamType = {}));
    var requestOps = null;
    var StreamProxy = class extends duplexify {
      type;
      _callback;
      _isCancelCalled;
      stream;
      _responseHasSent;
      rest;
      gaxServerStreamingRetries;
      apiCall;
      argument;
      /**
       * Set by the tracer when the call is traced, so that the retry loop below
       * can report each resend it makes. Left undefined otherwise, which is why
       * every call site invokes it optionally.
       */
      recordResend;
      /**
       * StreamProxy is a proxy to gRPC-streaming method.
       *
       * @private
       * @constructor
       * @param {StreamType} type - the type of gRPC stream.
       * @param {ApiCallback} callback - the callback for further API call.
       */
      constructor(type, callback, rest, gaxServerStreamingRetries) {
        super(void 0, void 0, {
          objectMode: true,
          readable: type !== StreamType.CLIENT_STREAMING,
          writable: type !== StreamType.SERVER_STREAMING
        });
        this.type = type;
        this._callback = callback;
        this._isCancelCalled = false;
        this._responseHasSent = false;
        this.rest = rest;
        this.gaxServerStreamingRetries = gaxServerStreamingRetries;
      }
      shouldRetryRequest(error, retry) {
        const e = googleError_1.GoogleError.parseGRPCStatusDetails(error);
        let shouldRetry = this.defaultShouldRetry(e, retry);
        if (retry.shouldRetryFn) {
          shouldRetry = retry.shouldRetryFn(e);
        }
        return shouldRetry;
      }
      cancel() {
        if (this.stream) {
          this.stream.cancel();
        } else {
          this._isCancelCalled = true;
        }
      }
      /**
       * Helper function to handle total timeout + max retry check for server streaming retries
       * @param {number} deadline - the current retry deadline
       * @param {number} maxRetries - maximum total number of retries
       * @param {number} totalTimeoutMillis - total timeout in milliseconds used in timeout calculation
       * @param {GoogleError} originalError - underlying error received by the stream
       * @param {originalTimeout} originalTimeout - the original Timeout set in backoff settings
       * @param {retries} retries - the number of retries the call has made so far
       */
      throwIfMaxRetriesOrTotalTimeoutExceeded(deadline, maxRetries, totalTimeoutMillis, originalError, originalTimeout, retries) {
        const now = /* @__PURE__ */ new Date();
        const nowTime = now.getTime();
        if (originalTimeout && (totalTimeoutMillis === 0 || totalTimeoutMillis < 0 || deadline && nowTime >= deadline)) {
          const error = new googleError_1.GoogleError(`Total timeout of API exceeded ${originalTimeout} milliseconds ${originalError ? `retrying error ${originalError} ` : ""} before any response was received.`);
          error.code = status_1.Status.DEADLINE_EXCEEDED;
          throw error;
        }
        if (maxRetries === 0) {
          const error = originalError;
          error.note = "Max retries is set to zero.";
          throw error;
        }
        if (retries && retries >= maxRetries) {
          const error = new googleError_1.GoogleError("Exceeded maximum number of retries " + (originalError ? `retrying error ${originalError} ` : "") + "before any response was received");
          error.code = status_1.Status.DEADLINE_EXCEEDED;
          throw error;
        }
      }
      /**
       * Forwards events from an API request stream to the user's stream.
       * @param {Stream} stream - The API request stream.
       */
      eventForwardHelper(stream) {
        const eventsToForward = ["metadata", "response", "status"];
        eventsToForward.forEach((event) => {
          stream.on(event, this.emit.bind(this, event));
        });
      }
      /**
       * Helper function that emits a response on the stream after either a 'metadata'
       * or a 'status' event - this helps streams to behave more like http consumers expect
       * @param {Stream} stream - The API request stream.
       */
      statusMetadataHelper(stream) {
        stream.on("status", () => {
          if (!this._responseHasSent) {
            stream.emit("response", {
              code: 200,
              details: "",
              message: "OK"
            });
          }
        });
        stream.on("metadata", (metadata) => {
          stream.emit("response", {
            code: 200,
            details: "",
            message: "OK",
            metadata
          });
          this._responseHasSent = true;
        });
      }
      /**
       * Forward events from an API request stream to the user's stream.
       *  gRPC is guaranteed emit the 'status' event but not 'metadata'
       * 'status' is the last event to emit; if 'metadata' emits, it will
       * be the first event to emit. It should only emit once; if it emits
       * more than once, unexpected side effects will occur.
       *
       * @param {Stream} stream - The API request stream.
       * @param {RetryOptions} retry - Configures the exceptions upon which the
       *   function should retry, and the parameters to the exponential backoff retry
       *   algorithm.
       */
      forwardEvents(stream) {
        this.eventForwardHelper(stream);
        this.statusMetadataHelper(stream);
        stream.on("error", (error) => {
          googleError_1.GoogleError.parseGRPCStatusDetails(error);
        });
      }
      /**
       * Default mechanism for determining whether a streaming call should retry
       * If a user passes in a "shouldRetryFn", this will not be used
       * @param {GoogleError} errpr - The error we need to determine is retryable or not
       * @param {RetryOptions} retry - Configures the exceptions upon which the
       *   function should retry, and the parameters to the exponential backoff retry
       *   algorithm.
       */
      defaultShouldRetry(error, retry) {
        if (retry.retryCodes.length > 0 && retry.retryCodes.indexOf(error.code) < 0 || retry.retryCodes.length === 0) {
          return false;
        }
        return true;
      }
      /**
       * Specifies the target stream.
       * @param {ApiCall} apiCall - the API function to be called.
       * @param {Object} argument - the argument to be passed to the apiCall.
       * @param {RetryOptions} retry - Configures the exceptions upon which the
       *   function should retry, and the parameters to the exponential backoff retry
       *   algorithm.
       */
      setStream(apiCall, argument, retryRequestOptions = {}, retry) {
        this.apiCall = apiCall;
        this.argument = argument;
        if (this.type === StreamType.SERVER_STREAMING) {
          if (this.rest) {
            const stream2 = apiCall(argument, this._callback);
            this.stream = stream2;
            this.setReadable(stream2);
          } else if (this.gaxServerStreamingRetries) {
            const request = () => {
              if (this._isCancelCalled) {
                if (this.stream) {
                  this.stream.cancel();
                }
                return;
              }
              const stream2 = apiCall(argument, this._callback);
              return stream2;
            };
            const retryStream = this.newStreamingRetryRequest({ request, retry });
            this.stream = retryStream;
            this.eventForwardHelper(retryStream);
            this.setReadable(retryStream);
          } else {
            let requestCount = 0;
            const retryStream = retryRequest(null, {
              objectMode: true,
              request: () => {
                if (this._isCancelCalled) {
                  if (this.stream) {
                    this.stream.cancel();
                  }
                  return;
                }
                if (requestCount > 0) {
                  this.recordResend?.();
                }
                requestCount++;
                const stream2 = apiCall(argument, this._callback);
                this.stream = stream2;
                this.forwardEvents(stream2);
                return stream2;
              },
              retries: retryRequestOptions.retries,
              currentRetryAttempt: retryRequestOptions.currentRetryAttempt,
              noResponseRetries: retryRequestOptions.noResponseRetries,
              shouldRetryFn: retryRequestOptions.shouldRetryFn
            });
            this.setReadable(retryStream);
          }
          return;
        }
        const stream = apiCall(argument, this._callback);
        this.stream = stream;
        this.forwardEvents(stream);
        if (this.type === StreamType.CLIENT_STREAMING) {
          this.setWritable(stream);
        }
        if (this.type === StreamType.BIDI_STREAMING) {
          this.setReadable(stream);
          this.setWritable(stream);
        }
        if (this._isCancelCalled && this.stream) {
          this.stream.cancel();
        }
      }
      /**
       * Creates a new retry request stream -
       *inner arrow function "newMakeRequest" handles retrying and resumption
       * @param {streamingRetryRequestOptions} opts
       *   {request} - the request to be made if the stream errors
       *   {retry} - the retry options associated with the call
       * @returns {CancellableStream} - the stream that handles retry logic
       */
      newStreamingRetryRequest(opts) {
        const retry = opts.retry ?? {
          retryCodes: [],
          backoffSettings: (0, gax_1.createDefaultBackoffSettings)()
        };
        let retries = 0;
        const retryStream = new stream_1.PassThrough({
          objectMode: true
        });
        const totalTimeout = retry.backoffSettings.totalTimeoutMillis ?? void 0;
        const maxRetries = retry.backoffSettings.maxRetries ?? void 0;
        let timeout = retry.backoffSettings.initialRpcTimeoutMillis ?? void 0;
        let now = /* @__PURE__ */ new Date();
        let deadline = 0;
        if (totalTimeout) {
          deadline = now.getTime() + totalTimeout;
        }
        const transientErrorHelper = (error, requestStream) => {
          const e = googleError_1.GoogleError.parseGRPCStatusDetails(error);
          e.note = "Exception occurred in retry method that was not classified as transient";
          requestStream.destroy();
          retryStream.destroy(e);
          return retryStream;
        };
        const newMakeRequest = (newopts) => {
          let dataEnd = false;
          let statusReceived = false;
          let enteredError = false;
          const requestStream = newopts.request(requestOps);
          retryStream.cancel = requestStream.cancel;
          const eventsToForward = ["metadata", "response", "status"];
          eventsToForward.forEach((event) => {
            requestStream.on(event, retryStream.emit.bind(retryStream, event));
          });
          this.statusMetadataHelper(requestStream);
          requestStream.on("data", (data) => {
            retries = 0;
            this.emit.bind(this, "data")(data);
          });
          requestStream.on("status", () => {
            statusReceived = true;
            if (dataEnd) {
              retryStream.end();
            }
            return retryStream;
          });
          requestStream.on("end", () => {
            if (!enteredError) {
              dataEnd = true;
              if (statusReceived) {
                retryStream.end();
              }
            }
            return retryStream;
          });
          requestStream.on("error", (error) => {
            enteredError = true;
            if (typeof maxRetries !== void 0 || typeof totalTimeout !== void 0) {
              if (this.shouldRetryRequest(error, retry)) {
                if (maxRetries && totalTimeout) {
                  const newError = new googleError_1.GoogleError("Cannot set both totalTimeoutMillis and maxRetries in backoffSettings.");
                  newError.code = status_1.Status.INVALID_ARGUMENT;
                  requestStream.destroy();
                  retryStream.destroy(newError);
                  return retryStream;
                } else {
                  try {
                    this.throwIfMaxRetriesOrTotalTimeoutExceeded(deadline, maxRetries, timeout, error, totalTimeout, retries);
                  } catch (error2) {
                    const e = googleError_1.GoogleError.parseGRPCStatusDetails(error2);
                    requestStream.destroy();
                    retryStream.destroy(e);
                    return retryStream;
                  }
                  const delayMult = retry.backoffSettings.retryDelayMultiplier;
                  const maxDelay = retry.backoffSettings.maxRetryDelayMillis;
                  const timeoutMult = retry.backoffSettings.rpcTimeoutMultiplier;
                  const maxTimeout = retry.backoffSettings.maxRpcTimeoutMillis;
                  let delay = retry.backoffSettings.initialRetryDelayMillis;
                  const toSleep = Math.random() * delay;
                  const calculateTimeoutAndResumptionFunction = () => {
                    setTimeout(() => {
                      if (timeout) {
                        now = /* @__PURE__ */ new Date();
                        delay = Math.min(delay * delayMult, maxDelay);
                        const timeoutCal = timeout && timeoutMult ? timeout * timeoutMult : 0;
                        const rpcTimeout = maxTimeout ? maxTimeout : 0;
                        const newDeadline = deadline ? deadline - now.getTime() : 0;
                        timeout = Math.min(timeoutCal, rpcTimeout, newDeadline);
                      }
                      retries++;
                      let retryArgument = this.argument;
                      if (retry.getResumptionRequestFn !== void 0) {
                        retryArgument = retry.getResumptionRequestFn(retryArgument);
                      }
                      const newRequest = () => {
                        if (this._isCancelCalled) {
                          if (this.stream) {
                            this.stream.cancel();
                          }
                          return;
                        }
                        this.recordResend?.();
                        const newStream = this.apiCall(retryArgument, this._callback);
                        return newStream;
                      };
                      opts.request = newRequest;
                      return newMakeRequest(opts);
                    }, toSleep);
                  };
                  return calculateTimeoutAndResumptionFunction();
                }
              } else {
                return transientErrorHelper(error, requestStream);
              }
            } else {
              return transientErrorHelper(error, requestStream);
            }
          });
          return retryStream;
        };
        return newMakeRequest(opts);
      }
    };
    exports2.StreamProxy = StreamProxy;
  }
});

// node_modules/google-gax/build/src/streamingCalls/streamingApiCaller.js
var require_streamingApiCaller = __commonJS({
  "node_modules/google-gax/build/src/streamingCalls/streamingApiCaller.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.StreamingApiCaller = void 0;
    var warnings_1 = require_warnings();
    var streaming_1 = require_streaming();
    var StreamingApiCaller = class {
      descriptor;
      /**
       * An API caller for methods of gRPC streaming.
       * @private
       * @constructor
       * @param {StreamDescriptor} descriptor - the descriptor of the method structure.
       */
      constructor(descriptor) {
        this.descriptor = descriptor;
      }
      init(callback) {
        return new streaming_1.StreamProxy(this.descriptor.type, callback, this.descriptor.rest, this.descriptor.gaxStreamingRetries);
      }
      wrap(func) {
        switch (this.descriptor.type) {
          case streaming_1.StreamType.SERVER_STREAMING:
            return (argument, metadata, options) => {
              return func(argument, metadata, options);
            };
          case streaming_1.StreamType.CLIENT_STREAMING:
            return (argument, metadata, options, callback) => {
              return func(metadata, options, callback);
            };
          case streaming_1.StreamType.BIDI_STREAMING:
            return (argument, metadata, options) => {
              return func(metadata, options);
            };
          default:
            (0, warnings_1.warn)("streaming_wrap_unknown_stream_type", `Unknown stream type: ${this.descriptor.type}`);
        }
        return func;
      }
      call(apiCall, argument, settings, stream) {
        stream.setStream(apiCall, argument, settings.retryRequestOptions, settings.retry);
      }
      fail(stream, err) {
        stream.emit("error", err);
      }
      result(stream) {
        return stream;
      }
    };
    exports2.StreamingApiCaller = StreamingApiCaller;
  }
});

// node_modules/google-gax/build/src/observability/errorUtil.js
var require_errorUtil = __commonJS({
  "node_modules/google-gax/build/src/observability/errorUtil.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.DEPTH_TO_CHECK = exports2.preConnectionCodes = exports2.genericClasses = exports2.redirectCodes = exports2.decodeCodes = exports2.requestBodyCodes = exports2.requestCodes = exports2.connectionCodes = void 0;
    exports2.ensureGrpcStatusDetailsParsed = ensureGrpcStatusDetailsParsed;
    exports2.resolveErrorInfo = resolveErrorInfo;
    exports2.resolveErrorInfoReason = resolveErrorInfoReason;
    exports2.resolveErrorInfoDomain = resolveErrorInfoDomain;
    exports2.resolveErrorInfoMetadataAttributes = resolveErrorInfoMetadataAttributes;
    exports2.resolveServerErrorCode = resolveServerErrorCode;
    exports2.resolveClientNetworkOrOperationalError = resolveClientNetworkOrOperationalError;
    exports2.resolveLanguageSpecificErrorType = resolveLanguageSpecificErrorType;
    exports2.resolveErrorType = resolveErrorType;
    exports2.resolveExceptionType = resolveExceptionType;
    exports2.resolveSystemErrorCode = resolveSystemErrorCode;
    exports2.resolveRpcStatusName = resolveRpcStatusName;
    exports2.resolveHttpStatusCode = resolveHttpStatusCode;
    exports2.resolveResponseStatusCode = resolveResponseStatusCode;
    exports2.isPreConnectionFailure = isPreConnectionFailure;
    exports2.resolveErrorMessage = resolveErrorMessage;
    exports2.isServerSideError = isServerSideError;
    exports2.safeJsonStringify = safeJsonStringify;
    exports2.resolveResponsePayload = resolveResponsePayload;
    exports2.resolveErrorResponsePayload = resolveErrorResponsePayload;
    exports2.resolveServerExceptionDetails = resolveServerExceptionDetails;
    exports2.resolveExceptionMessage = resolveExceptionMessage;
    exports2.resolveExceptionStacktrace = resolveExceptionStacktrace;
    exports2.recordExceptionEvent = recordExceptionEvent;
    var protobuf = __importStar(require_protobufjs());
    var googleError_1 = require_googleError();
    var status_1 = require_status2();
    exports2.connectionCodes = [
      "ENOTFOUND",
      "EAI_AGAIN",
      "ECONNREFUSED",
      "ECONNRESET",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "ENETDOWN",
      "EPIPE",
      "UND_ERR_CONNECT_TIMEOUT",
      "UND_ERR_SOCKET",
      "CERT_HAS_EXPIRED",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "ERR_TLS_CERT_ALTNAME_INVALID",
      "UNABLE_TO_GET_ISSUER_CERT"
    ];
    exports2.requestCodes = [
      "ERR_INVALID_ARG_TYPE",
      "ERR_INVALID_URL",
      "ERR_HTTP_INVALID_HEADER_VALUE",
      "ERR_INVALID_HTTP_TOKEN",
      "ERR_INVALID_PROTOCOL",
      "ERR_INVALID_ARG_VALUE"
    ];
    exports2.requestBodyCodes = [
      "ERR_STREAM_WRITE_AFTER_END",
      "ERR_STREAM_DESTROYED",
      "ERR_STREAM_ALREADY_FINISHED",
      "ERR_STREAM_CANNOT_PIPE",
      "ERR_STREAM_NULL_VALUES",
      "ERR_STREAM_PREMATURE_CLOSE"
    ];
    exports2.decodeCodes = ["ERR_BUFFER_OUT_OF_BOUNDS"];
    exports2.redirectCodes = [
      "ERR_TOO_MANY_REDIRECTS",
      "ERR_FR_TOO_MANY_REDIRECTS"
    ];
    exports2.genericClasses = [
      "Error",
      "GoogleError",
      "Object",
      "DOMException"
    ];
    exports2.preConnectionCodes = [
      "ENOTFOUND",
      "EAI_AGAIN",
      "ECONNREFUSED",
      "ECONNRESET",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "ERR_INVALID_ARG_TYPE",
      "ERR_INVALID_URL"
    ];
    exports2.DEPTH_TO_CHECK = 10;
    function ensureGrpcStatusDetailsParsed(e) {
      if (!e || typeof e !== "object") {
        return;
      }
      const errWithMeta = e;
      if (!errWithMeta.reason && !errWithMeta.domain && !errWithMeta.errorInfoMetadata && !errWithMeta.statusDetails && errWithMeta.metadata && typeof errWithMeta.metadata.get === "function" && errWithMeta.metadata.get("grpc-status-details-bin")?.length > 0) {
        try {
          googleError_1.GoogleError.parseGRPCStatusDetails(errWithMeta);
        } catch {
        }
      }
    }
    function readNonEmptyString(value) {
      return typeof value === "string" && value.length > 0 ? value : void 0;
    }
    function readErrorInfoMetadataEntries(value) {
      if (!value || typeof value !== "object" || Array.isArray(value)) {
        return void 0;
      }
      const entries = [];
      for (const [key, entryValue] of Object.entries(value)) {
        if (key.length > 0 && typeof entryValue === "string") {
          entries.push([key, entryValue]);
        }
      }
      return entries;
    }
    function readErrorInfoFrom(obj, metadataField) {
      if (!obj || typeof obj !== "object" || Array.isArray(obj)) {
        return void 0;
      }
      const record = obj;
      const reason = readNonEmptyString(record.reason);
      const domain = readNonEmptyString(record.domain);
      const metadataEntries = readErrorInfoMetadataEntries(record[metadataField]);
      if (reason === void 0 && domain === void 0 && metadataEntries === void 0) {
        return void 0;
      }
      const metadataAttributes = {};
      for (const [key, value] of metadataEntries ?? []) {
        metadataAttributes[`gcp.errors.metadata.${key}`] = value;
      }
      return { reason, domain, metadataAttributes };
    }
    function resolveErrorInfo(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object") {
          break;
        }
        if (seen.has(current)) {
          break;
        }
        seen.add(current);
        ensureGrpcStatusDetailsParsed(current);
        const err = current;
        const info = readErrorInfoFrom(err, "errorInfoMetadata") ?? readErrorInfoFrom(err.errorInfo, "metadata");
        if (info !== void 0) {
          return info;
        }
        if (Array.isArray(err.statusDetails)) {
          for (const detail of err.statusDetails) {
            if (detail && typeof detail === "object") {
              const detailInfo = readErrorInfoFrom(detail, "metadata") ?? readErrorInfoFrom(detail.errorInfo, "metadata");
              if (detailInfo !== void 0) {
                return detailInfo;
              }
            }
          }
        }
        current = err.cause;
      }
      return { metadataAttributes: {} };
    }
    function resolveErrorInfoReason(e) {
      return resolveErrorInfo(e).reason;
    }
    function resolveErrorInfoDomain(e) {
      return resolveErrorInfo(e).domain;
    }
    function resolveErrorInfoMetadataAttributes(e) {
      return resolveErrorInfo(e).metadataAttributes;
    }
    function resolveServerErrorCode(e, rpcType) {
      if (rpcType === "http") {
        const httpStatus = resolveHttpStatusCode(e);
        return httpStatus !== void 0 ? httpStatus.toString() : void 0;
      }
      if (rpcType === "grpc") {
        if (isPreConnectionFailure(e) || resolveClientNetworkOrOperationalError(e) !== void 0) {
          return void 0;
        }
        let current = e;
        const seen = /* @__PURE__ */ new Set();
        for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
          if (!current || typeof current !== "object" || seen.has(current)) {
            break;
          }
          seen.add(current);
          const err = current;
          if (err.name === "AbortError") {
            return void 0;
          }
          current = err.cause;
        }
        return resolveRpcStatusName(e);
      }
      return void 0;
    }
    function resolveClientNetworkOrOperationalError(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object") {
          break;
        }
        if (seen.has(current)) {
          break;
        }
        seen.add(current);
        const err = current;
        const name = typeof err.name === "string" ? err.name : void 0;
        const constructorName = err.constructor?.name;
        const code = typeof err.code === "string" ? err.code : void 0;
        const message = typeof err.message === "string" ? err.message : "";
        if (name === "TimeoutError" || code === "ETIMEDOUT" || code === "ESOCKETTIMEDOUT" || /timeout.*exceeded|deadline.*exceeded|total timeout/i.test(message)) {
          return "CLIENT_TIMEOUT";
        }
        if (code && exports2.connectionCodes.includes(code) || code && code.startsWith("ERR_SSL") || name === "TLSError") {
          return "CLIENT_CONNECTION_ERROR";
        }
        if (code && exports2.requestCodes.includes(code) || name === "URIError" || constructorName === "URIError") {
          return "CLIENT_REQUEST_ERROR";
        }
        if (code && exports2.requestBodyCodes.includes(code)) {
          return "CLIENT_REQUEST_BODY_ERROR";
        }
        if (code && exports2.decodeCodes.includes(code) || name === "DecodeError" || constructorName === "DecodeError" || name === "SyntaxError" || constructorName === "SyntaxError") {
          return "CLIENT_RESPONSE_DECODE_ERROR";
        }
        if (code && exports2.redirectCodes.includes(code)) {
          return "CLIENT_REDIRECT_ERROR";
        }
        if (name === "GoogleAuthError" || constructorName === "GoogleAuthError" || code === "ERR_NO_CREDENTIALS" || code === "MISSING_CREDENTIALS") {
          return "CLIENT_AUTHENTICATION_ERROR";
        }
        current = err.cause;
      }
      return void 0;
    }
    function resolveLanguageSpecificErrorType(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object") {
          break;
        }
        if (seen.has(current)) {
          break;
        }
        seen.add(current);
        const err = current;
        if (err.name === "AbortError") {
          return "AbortError";
        }
        const className = err.constructor?.name;
        if (className && !exports2.genericClasses.includes(className)) {
          return className;
        }
        if (typeof err.name === "string" && err.name.length > 0 && !exports2.genericClasses.includes(err.name)) {
          return err.name;
        }
        current = err.cause;
      }
      return void 0;
    }
    function resolveErrorType(e, rpcType, errorInfo = resolveErrorInfo(e)) {
      if (errorInfo.reason) {
        return errorInfo.reason;
      }
      const serverErrorCode = resolveServerErrorCode(e, rpcType);
      if (serverErrorCode) {
        return serverErrorCode;
      }
      const clientError = resolveClientNetworkOrOperationalError(e);
      if (clientError) {
        return clientError;
      }
      const languageError = resolveLanguageSpecificErrorType(e);
      if (languageError) {
        return languageError;
      }
      return "INTERNAL";
    }
    function resolveExceptionType(e) {
      if (!e || typeof e !== "object") {
        return "Error";
      }
      const errObj = e;
      const name = typeof errObj.name === "string" && errObj.name.length > 0 ? errObj.name : void 0;
      if (name === "AbortError" || name === "TimeoutError") {
        return name;
      }
      const className = errObj.constructor?.name;
      if (typeof className === "string" && className.length > 0 && className !== "Error" && className !== "Object" && className !== "DOMException") {
        return className;
      }
      return name ?? "Error";
    }
    function resolveSystemErrorCode(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object") {
          break;
        }
        if (seen.has(current)) {
          break;
        }
        seen.add(current);
        const code = current.code;
        if (typeof code === "string" && code.length > 0) {
          return code;
        }
        current = current.cause;
      }
      return void 0;
    }
    function resolveRpcStatusName(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object") {
          break;
        }
        if (seen.has(current)) {
          break;
        }
        seen.add(current);
        const code = current.code;
        if (typeof code === "number" && code !== status_1.Status.OK && status_1.Status[code] !== void 0) {
          return status_1.Status[code];
        }
        current = current.cause;
      }
      return void 0;
    }
    function resolveHttpStatusCode(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object") {
          break;
        }
        if (seen.has(current)) {
          break;
        }
        seen.add(current);
        const code = current.httpStatusCode;
        if (typeof code === "number") {
          return code;
        }
        current = current.cause;
      }
      return void 0;
    }
    function resolveResponseStatusCode(rpcType, failed, e) {
      if (rpcType === "grpc") {
        return {
          rpcStatusName: failed ? resolveRpcStatusName(e) : status_1.Status[status_1.Status.OK]
        };
      }
      if (rpcType === "http") {
        return { httpStatusCode: failed ? resolveHttpStatusCode(e) : 200 };
      }
      return {};
    }
    function isPreConnectionFailure(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (resolveHttpStatusCode(current) !== void 0 || resolveRpcStatusName(current) !== void 0) {
          return false;
        }
        if (!current || !(current instanceof Error || typeof current === "object" && "stack" in current)) {
          return true;
        }
        if (seen.has(current)) {
          return false;
        }
        seen.add(current);
        const err = current;
        if (current instanceof TypeError || current instanceof RangeError || current instanceof URIError || err.name === "TypeError" || err.name === "RangeError" || err.name === "URIError") {
          return true;
        }
        const systemCode = resolveSystemErrorCode(current);
        if (systemCode && exports2.preConnectionCodes.includes(systemCode)) {
          return true;
        }
        if ((current instanceof googleError_1.GoogleError || current.constructor?.name === "GoogleError") && err.cause) {
          current = err.cause;
        } else {
          return false;
        }
      }
      return false;
    }
    function resolveErrorMessage(e) {
      const message = e?.message;
      return typeof message === "string" ? message : String(e);
    }
    function isServerSideError(e, rpcType) {
      return resolveServerErrorCode(e, rpcType) !== void 0;
    }
    function toBytes(value) {
      if (ArrayBuffer.isView(value)) {
        return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      }
      if (value instanceof ArrayBuffer) {
        return new Uint8Array(value);
      }
      return void 0;
    }
    function encodeBase64(bytes) {
      if (typeof Buffer !== "undefined") {
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
      }
      return protobuf.util.base64.encode(bytes, 0, bytes.length);
    }
    function safeJsonStringify(value) {
      if (value === void 0) {
        return void 0;
      }
      try {
        const ancestors = [];
        return JSON.stringify(value, function(key, val) {
          if (typeof val === "bigint") {
            return val.toString();
          }
          if (typeof val !== "object" || val === null) {
            return val;
          }
          const bytes = toBytes(val.type === "Buffer" ? this[key] : val);
          if (bytes) {
            return encodeBase64(bytes);
          }
          if (ancestors.includes(this)) {
            while (ancestors.length > 0 && ancestors[ancestors.length - 1] !== this) {
              ancestors.pop();
            }
          }
          if (ancestors.includes(val)) {
            return "[Circular]";
          }
          ancestors.push(val);
          return val;
        });
      } catch {
        try {
          return String(value);
        } catch {
          return void 0;
        }
      }
    }
    function resolveResponsePayload(response, rawResponse) {
      const payload = rawResponse ?? response;
      if (payload === void 0 || payload === null) {
        return void 0;
      }
      if (typeof payload === "string") {
        return payload;
      }
      const bytes = toBytes(payload);
      return bytes ? encodeBase64(bytes) : safeJsonStringify(payload);
    }
    var GAXIOS_REDACTED_BODY = "<<REDACTED> - See `errorRedactor` option in `gaxios` for configuration>.";
    function isStreamLike(value) {
      if (!value || typeof value !== "object") {
        return false;
      }
      const stream = value;
      return typeof stream.pipe === "function" || typeof stream.getReader === "function";
    }
    function resolveErrorResponsePayload(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object" || seen.has(current)) {
          break;
        }
        seen.add(current);
        const rawHttpPayload = (0, googleError_1.getRawHttpResponsePayload)(current);
        if (rawHttpPayload !== void 0) {
          return resolveResponsePayload(rawHttpPayload);
        }
        const errObj = current;
        const responseData = errObj.response && typeof errObj.response === "object" ? errObj.response.data : void 0;
        if (responseData !== void 0 && responseData !== null && responseData !== "" && responseData !== GAXIOS_REDACTED_BODY && !isStreamLike(responseData)) {
          return resolveResponsePayload(responseData);
        }
        if (errObj.metadata !== void 0 && errObj.metadata !== null) {
          if (typeof errObj.metadata === "string") {
            if (errObj.metadata.length > 0) {
              return errObj.metadata;
            }
          } else {
            const bytes = toBytes(errObj.metadata);
            if (bytes) {
              if (bytes.byteLength > 0) {
                return encodeBase64(bytes);
              }
            } else if (typeof errObj.metadata === "object") {
              let map = errObj.metadata;
              if (typeof errObj.metadata.getMap === "function") {
                try {
                  map = errObj.metadata.getMap();
                } catch {
                  map = errObj.metadata;
                }
              }
              if (map && typeof map === "object" && Object.keys(map).length > 0) {
                return resolveResponsePayload(map);
              }
            }
          }
        }
        current = errObj.cause;
      }
      return void 0;
    }
    function resolveServerExceptionDetails(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object") {
          break;
        }
        if (seen.has(current)) {
          break;
        }
        seen.add(current);
        const errObj = current;
        if (typeof errObj.details === "string" && errObj.details.length > 0) {
          return { message: errObj.details };
        }
        current = errObj.cause;
      }
      return { message: e.message };
    }
    function resolveExceptionMessage(e, rpcType) {
      return e instanceof Error && isServerSideError(e, rpcType) ? resolveServerExceptionDetails(e).message : resolveErrorMessage(e);
    }
    function resolveExceptionStacktrace(e) {
      let current = e;
      const seen = /* @__PURE__ */ new Set();
      for (let depth = 0; depth < exports2.DEPTH_TO_CHECK; depth++) {
        if (!current || typeof current !== "object") {
          break;
        }
        if (seen.has(current)) {
          break;
        }
        seen.add(current);
        const stack = current.stack;
        if (typeof stack === "string" && stack.length > 0) {
          return stack;
        }
        current = current.cause;
      }
      return void 0;
    }
    function recordExceptionEvent(span, e, rpcType, includeMessage = false) {
      const attributes = {
        "exception.type": resolveExceptionType(e)
      };
      if (includeMessage) {
        attributes["exception.message"] = resolveExceptionMessage(e, rpcType);
      }
      span.addEvent("exception", attributes);
    }
  }
});

// node_modules/google-gax/build/src/observability/TracerHelper.js
var require_TracerHelper = __commonJS({
  "node_modules/google-gax/build/src/observability/TracerHelper.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.setAttemptHttpMethod = setAttemptHttpMethod;
    exports2.getGaxTracer = getGaxTracer;
    exports2.getPromiseTarget = getPromiseTarget;
    exports2.handlePromise = handlePromise;
    exports2.handleStream = handleStream;
    exports2.traceCall = traceCall;
    exports2.traceAttempt = traceAttempt;
    var events_1 = require("events");
    var api_1 = require_dist();
    var contextUtil_1 = require_contextUtil();
    var errorUtil_1 = require_errorUtil();
    var attemptUrlTemplates = /* @__PURE__ */ new WeakMap();
    var clientRequestFirstAttempt = /* @__PURE__ */ new WeakMap();
    function formatHttpAttemptSpanName(httpMethod, urlTemplate) {
      return urlTemplate ? `${httpMethod} ${urlTemplate}` : httpMethod;
    }
    function propagateUrlTemplateToClientSpan(clientRequestSpan, attemptSpan, urlTemplate) {
      if (!clientRequestSpan || !urlTemplate) {
        return;
      }
      const boundAttempt = clientRequestFirstAttempt.get(clientRequestSpan);
      if (!boundAttempt) {
        clientRequestFirstAttempt.set(clientRequestSpan, attemptSpan);
        clientRequestSpan.setAttribute("url.template", urlTemplate);
      } else if (boundAttempt === attemptSpan) {
        clientRequestSpan.setAttribute("url.template", urlTemplate);
      }
    }
    function setAttemptHttpMethod(httpMethod, urlTemplate) {
      const activeTrace = (0, contextUtil_1.getActiveTraceContext)();
      const attemptSpan = activeTrace?.attemptSpan;
      const clientRequestSpan = activeTrace?.clientRequestSpan;
      if (attemptSpan) {
        attemptSpan.setAttribute("http.request.method", httpMethod);
        if (urlTemplate) {
          attemptUrlTemplates.set(attemptSpan, urlTemplate);
          attemptSpan.setAttribute("url.template", urlTemplate);
          propagateUrlTemplateToClientSpan(clientRequestSpan, attemptSpan, urlTemplate);
        }
        const resolvedUrlTemplate = urlTemplate || attemptUrlTemplates.get(attemptSpan);
        attemptSpan.updateName(formatHttpAttemptSpanName(httpMethod, resolvedUrlTemplate));
      }
    }
    function getGaxTracer() {
      return api_1.trace.getTracer("google-gax");
    }
    function isPromiseLike(value) {
      return value instanceof Promise || value !== null && (typeof value === "object" || typeof value === "function") && typeof value.then === "function";
    }
    function getPromiseTarget(value) {
      if (isPromiseLike(value)) {
        return value;
      }
      if (value !== null && (typeof value === "object" || typeof value === "function") && "promise" in value && isPromiseLike(value.promise)) {
        return value.promise;
      }
      return null;
    }
    function handlePromise(promise, recordError, endSpan) {
      let spanEnded = false;
      const endSpanOnce = () => {
        if (!spanEnded) {
          spanEnded = true;
          endSpan();
        }
      };
      const target = getPromiseTarget(promise) ?? promise;
      Promise.resolve(target).then(() => {
        endSpanOnce();
        return null;
      }).catch((err) => {
        if (!spanEnded) {
          recordError(err);
          endSpanOnce();
        }
      });
    }
    function handleStream(stream, recordError, endSpan, hasCallback = false) {
      let spanEnded = false;
      const isWriteOnly = "writable" in stream && stream.writable === true && (!("readable" in stream) || stream.readable !== true);
      const useFinish = isWriteOnly && !hasCallback;
      const cleanup = () => {
        stream.removeListener("error", onError);
        stream.removeListener("end", endSpanOnce);
        stream.removeListener("close", endSpanOnce);
        stream.removeListener("finish", endSpanOnce);
      };
      const endSpanOnce = () => {
        if (!spanEnded) {
          spanEnded = true;
          cleanup();
          endSpan();
        }
      };
      const onError = (err) => {
        if (!spanEnded) {
          recordError(err);
          endSpanOnce();
        }
      };
      stream.on("error", onError);
      stream.on("end", endSpanOnce);
      stream.on("close", endSpanOnce);
      if (useFinish) {
        stream.on("finish", endSpanOnce);
      }
    }
    function resolveResendCountAttribute(rpcType) {
      return rpcType === "grpc" ? "gcp.grpc.resend_count" : "http.request.resend_count";
    }
    function setFinalStatusAttributes(span, rpcType, rpcStatusName, httpStatusCode, rawAddress, rawPort, errorRecorded, recordedError) {
      const attributes = {};
      if (rpcType === "grpc" && rpcStatusName !== void 0) {
        attributes["rpc.response.status_code"] = rpcStatusName;
      }
      if (rpcType === "http" && httpStatusCode !== void 0) {
        attributes["http.response.status_code"] = httpStatusCode;
      }
      if (rawAddress !== void 0 && (!errorRecorded || !(0, errorUtil_1.isPreConnectionFailure)(recordedError))) {
        attributes["server.address"] = rawAddress;
        if (rawPort !== void 0) {
          attributes["server.port"] = rawPort;
        }
      }
      span.setAttributes(attributes);
    }
    function recordSpanError(span, e, rpcType, includeExceptionMessage = false) {
      const message = e instanceof Error ? e.message : (0, errorUtil_1.resolveErrorMessage)(e);
      span.setAttributes({
        "error.type": (0, errorUtil_1.resolveErrorType)(e, rpcType),
        "status.message": message
      });
      if (e instanceof Error) {
        (0, errorUtil_1.recordExceptionEvent)(span, e, rpcType, includeExceptionMessage);
      }
      span.setStatus({ code: api_1.SpanStatusCode.ERROR, message });
    }
    function createSpanCompletionHandlers(options, callback) {
      const { span, rpcType, rawAddress, rawPort, includeExceptionMessage } = options;
      let spanEnded = false;
      let errorRecorded = false;
      let recordedError;
      const recordError = (e) => {
        recordedError = e;
        errorRecorded = true;
        recordSpanError(span, e, rpcType, includeExceptionMessage);
      };
      const endSpan = () => {
        if (!spanEnded) {
          spanEnded = true;
          const { rpcStatusName, httpStatusCode } = (0, errorUtil_1.resolveResponseStatusCode)(rpcType, errorRecorded, recordedError);
          setFinalStatusAttributes(span, rpcType, rpcStatusName, httpStatusCode, rawAddress, rawPort, errorRecorded, recordedError);
          span.end();
        }
      };
      const tracedCallback = callback ? function(...args) {
        const err = args[0];
        if (err) {
          recordError(err);
        }
        endSpan();
        callback.apply(this, args);
      } : void 0;
      return { recordError, endSpan, tracedCallback };
    }
    function executeTracedOperation(executionContext, fn, isStreamCall, options, callback) {
      const { recordError, endSpan, tracedCallback } = createSpanCompletionHandlers(options, callback);
      try {
        const result = api_1.context.with(executionContext, () => fn(tracedCallback));
        const promiseTarget = !isStreamCall ? getPromiseTarget(result) : null;
        if (isStreamCall && result instanceof events_1.EventEmitter) {
          handleStream(result, recordError, endSpan, !!tracedCallback);
        } else if (promiseTarget) {
          handlePromise(promiseTarget, recordError, endSpan);
        } else if (!tracedCallback) {
          endSpan();
        }
        return result;
      } catch (e) {
        recordError(e);
        endSpan();
        throw e;
      }
    }
    function traceCall(dynamicArgs, staticArgs, fn, isStreamCall = false, callback) {
      const spanName = `${dynamicArgs.clientName}.${dynamicArgs.methodName}`;
      return getGaxTracer().startActiveSpan(spanName, {}, (span) => {
        const { rawAddress, rawPort, urlDomain } = (0, contextUtil_1.resolveEndpointAndDomain)(dynamicArgs, staticArgs);
        span.setAttributes((0, contextUtil_1.buildInitialAttributes)(dynamicArgs, staticArgs, urlDomain));
        const activeContext = api_1.context.active().setValue(contextUtil_1.CLIENT_REQUEST_SPAN_KEY, span);
        return executeTracedOperation(activeContext, fn, isStreamCall, {
          span,
          rpcType: dynamicArgs.rpcType,
          rawAddress,
          rawPort
        }, callback);
      });
    }
    function traceAttempt(dynamicArgs, staticArgs, fn, isStreamCall = false, callback, parentContext) {
      const rpcMethod = (0, contextUtil_1.resolveRpcMethod)(dynamicArgs);
      const httpMethod = dynamicArgs.httpMethod ?? "POST";
      const urlTemplate = dynamicArgs.urlTemplate;
      const spanName = dynamicArgs.rpcType === "http" ? formatHttpAttemptSpanName(httpMethod, urlTemplate) : rpcMethod;
      const baseContext = parentContext ?? api_1.context.active();
      const clientRequestSpan = (0, contextUtil_1.getActiveTraceContext)(baseContext)?.clientRequestSpan;
      return getGaxTracer().startActiveSpan(spanName, { kind: api_1.SpanKind.CLIENT }, baseContext, (span) => {
        if (clientRequestSpan && rpcMethod) {
          clientRequestSpan.setAttribute("rpc.method", rpcMethod);
        }
        const { rawAddress, rawPort, urlDomain } = (0, contextUtil_1.resolveEndpointAndDomain)(dynamicArgs, staticArgs, 443);
        const initialAttributes = (0, contextUtil_1.buildInitialAttributes)(dynamicArgs, staticArgs, urlDomain);
        if (dynamicArgs.rpcType === "grpc") {
          initialAttributes["rpc.method"] = rpcMethod;
        } else {
          initialAttributes["http.request.method"] = httpMethod;
          if (urlTemplate) {
            attemptUrlTemplates.set(span, urlTemplate);
            initialAttributes["url.template"] = urlTemplate;
            propagateUrlTemplateToClientSpan(clientRequestSpan, span, urlTemplate);
          }
        }
        if (dynamicArgs.resendCount !== void 0 && dynamicArgs.resendCount > 0) {
          initialAttributes[resolveResendCountAttribute(dynamicArgs.rpcType)] = dynamicArgs.resendCount;
        }
        span.setAttributes(initialAttributes);
        const attemptContext = api_1.context.active().setValue(contextUtil_1.ATTEMPT_SPAN_KEY, span);
        return executeTracedOperation(attemptContext, fn, isStreamCall, {
          span,
          rpcType: dynamicArgs.rpcType,
          rawAddress,
          rawPort,
          includeExceptionMessage: true
        }, callback);
      });
    }
  }
});

// node_modules/google-logging-utils/build/src/colours.js
var require_colours = __commonJS({
  "node_modules/google-logging-utils/build/src/colours.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.Colours = void 0;
    var Colours = class _Colours {
      static enabled = false;
      static reset = "";
      static bright = "";
      static dim = "";
      static red = "";
      static green = "";
      static yellow = "";
      static blue = "";
      static magenta = "";
      static cyan = "";
      static white = "";
      static grey = "";
      /**
       * @param stream The stream (e.g. process.stderr)
       * @returns true if the stream should have colourization enabled
       */
      static isEnabled(stream) {
        return stream && // May happen in browsers.
        stream.isTTY && (typeof stream.getColorDepth === "function" ? stream.getColorDepth() > 2 : true);
      }
      static refresh() {
        _Colours.enabled = _Colours.isEnabled(process?.stderr);
        if (!this.enabled) {
          _Colours.reset = "";
          _Colours.bright = "";
          _Colours.dim = "";
          _Colours.red = "";
          _Colours.green = "";
          _Colours.yellow = "";
          _Colours.blue = "";
          _Colours.magenta = "";
          _Colours.cyan = "";
          _Colours.white = "";
          _Colours.grey = "";
        } else {
          _Colours.reset = "\x1B[0m";
          _Colours.bright = "\x1B[1m";
          _Colours.dim = "\x1B[2m";
          _Colours.red = "\x1B[31m";
          _Colours.green = "\x1B[32m";
          _Colours.yellow = "\x1B[33m";
          _Colours.blue = "\x1B[34m";
          _Colours.magenta = "\x1B[35m";
          _Colours.cyan = "\x1B[36m";
          _Colours.white = "\x1B[37m";
          _Colours.grey = "\x1B[90m";
        }
      }
    };
    exports2.Colours = Colours;
    Colours.refresh();
  }
});

// node_modules/google-logging-utils/build/src/types.js
var require_types3 = __commonJS({
  "node_modules/google-logging-utils/build/src/types.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.LogSeverity = void 0;
    var LogSeverity;
    (function(LogSeverity2) {
      LogSeverity2["DEFAULT"] = "DEFAULT";
      LogSeverity2["DEBUG"] = "DEBUG";
      LogSeverity2["INFO"] = "INFO";
      LogSeverity2["WARNING"] = "WARNING";
      LogSeverity2["ERROR"] = "ERROR";
    })(LogSeverity || (exports2.LogSeverity = LogSeverity = {}));
  }
});

// node_modules/google-logging-utils/build/src/logging-utils.js
var require_logging_utils = __commonJS({
  "node_modules/google-logging-utils/build/src/logging-utils.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.env = exports2.DebugLogBackendBase = exports2.placeholder = exports2.AdhocDebugLogger = void 0;
    exports2.getNodeBackend = getNodeBackend;
    exports2.getDebugBackend = getDebugBackend;
    exports2.getStructuredBackend = getStructuredBackend;
    exports2.setBackend = setBackend;
    exports2.log = log;
    var events_1 = require("events");
    var process2 = __importStar(require("process"));
    var util = __importStar(require("util"));
    var colours_1 = require_colours();
    var types_1 = require_types3();
    var AdhocDebugLogger = class extends events_1.EventEmitter {
      // Our namespace (system/subsystem/etc)
      namespace;
      // The function we'll call with new log lines.
      // Should be built in Node util stuff, or the "debug" package, or whatever.
      upstream;
      // Self-referential function wrapper that calls invoke() on us.
      func;
      /**
       * @param upstream The backend will pass a function that will be
       * called whenever our logger function is invoked.
       */
      constructor(namespace, upstream) {
        super();
        this.namespace = namespace;
        this.upstream = upstream;
        this.func = Object.assign(this.invoke.bind(this), {
          // Also add an instance pointer back to us.
          instance: this,
          // And pull over the EventEmitter functionality.
          on: (event, listener) => this.on(event, listener)
        });
        this.func.debug = (...args) => this.invokeSeverity(types_1.LogSeverity.DEBUG, ...args);
        this.func.info = (...args) => this.invokeSeverity(types_1.LogSeverity.INFO, ...args);
        this.func.warn = (...args) => this.invokeSeverity(types_1.LogSeverity.WARNING, ...args);
        this.func.error = (...args) => this.invokeSeverity(types_1.LogSeverity.ERROR, ...args);
        this.func.sublog = (namespace2) => log(namespace2, this.func);
      }
      invoke(fields, ...args) {
        if (this.upstream) {
          try {
            this.upstream(fields, ...args);
          } catch (e) {
          }
        }
        try {
          this.emit("log", fields, args);
        } catch (e) {
        }
      }
      invokeSeverity(severity, ...args) {
        this.invoke({ severity }, ...args);
      }
    };
    exports2.AdhocDebugLogger = AdhocDebugLogger;
    exports2.placeholder = new AdhocDebugLogger("", () => {
    }).func;
    var DebugLogBackendBase = class {
      cached = /* @__PURE__ */ new Map();
      filters = [];
      filtersSet = false;
      constructor() {
        let nodeFlag = process2.env[exports2.env.nodeEnables] ?? "*";
        if (nodeFlag === "all" || nodeFlag === "true") {
          nodeFlag = "*";
        }
        this.filters = nodeFlag.split(",");
      }
      log(namespace, fields, ...args) {
        try {
          if (!this.filtersSet) {
            this.setFilters();
            this.filtersSet = true;
          }
          let logger = this.cached.get(namespace);
          if (!logger) {
            logger = this.makeLogger(namespace);
            this.cached.set(namespace, logger);
          }
          logger(fields, ...args);
        } catch (e) {
          console.error(e);
        }
      }
    };
    exports2.DebugLogBackendBase = DebugLogBackendBase;
    var NodeBackend = class extends DebugLogBackendBase {
      // Default to allowing all systems, since we gate earlier based on whether the
      // variable is empty.
      enabledRegexp = /.*/g;
      isEnabled(namespace) {
        return this.enabledRegexp.test(namespace);
      }
      makeLogger(namespace) {
        if (!this.enabledRegexp.test(namespace)) {
          return () => {
          };
        }
        return (fields, ...args) => {
          const nscolour = `${colours_1.Colours.green}${namespace}${colours_1.Colours.reset}`;
          const pid = `${colours_1.Colours.yellow}${process2.pid}${colours_1.Colours.reset}`;
          let level;
          switch (fields.severity) {
            case types_1.LogSeverity.ERROR:
              level = `${colours_1.Colours.red}${fields.severity}${colours_1.Colours.reset}`;
              break;
            case types_1.LogSeverity.INFO:
              level = `${colours_1.Colours.magenta}${fields.severity}${colours_1.Colours.reset}`;
              break;
            case types_1.LogSeverity.WARNING:
              level = `${colours_1.Colours.yellow}${fields.severity}${colours_1.Colours.reset}`;
              break;
            default:
              level = fields.severity ?? types_1.LogSeverity.DEFAULT;
              break;
          }
          const msg = util.formatWithOptions({ colors: colours_1.Colours.enabled }, ...args);
          const filteredFields = Object.assign({}, fields);
          delete filteredFields.severity;
          const fieldsJson = Object.getOwnPropertyNames(filteredFields).length ? JSON.stringify(filteredFields) : "";
          const fieldsColour = fieldsJson ? `${colours_1.Colours.grey}${fieldsJson}${colours_1.Colours.reset}` : "";
          console.error("%s [%s|%s] %s%s", pid, nscolour, level, msg, fieldsJson ? ` ${fieldsColour}` : "");
        };
      }
      // Regexp patterns below are from here:
      // https://github.com/nodejs/node/blob/c0aebed4b3395bd65d54b18d1fd00f071002ac20/lib/internal/util/debuglog.js#L36
      setFilters() {
        const totalFilters = this.filters.join(",");
        const regexp = totalFilters.replace(/[|\\{}()[\]^$+?.]/g, "\\$&").replace(/\*/g, ".*").replace(/,/g, "$|^");
        this.enabledRegexp = new RegExp(`^${regexp}$`, "i");
      }
    };
    function getNodeBackend() {
      return new NodeBackend();
    }
    var DebugBackend = class extends DebugLogBackendBase {
      debugPkg;
      constructor(pkg) {
        super();
        this.debugPkg = pkg;
      }
      makeLogger(namespace) {
        const debugLogger = this.debugPkg(namespace);
        return (fields, ...args) => {
          debugLogger(args[0], ...args.slice(1));
        };
      }
      setFilters() {
        const existingFilters = process2.env["NODE_DEBUG"] ?? "";
        process2.env["NODE_DEBUG"] = `${existingFilters}${existingFilters ? "," : ""}${this.filters.join(",")}`;
      }
    };
    function getDebugBackend(debugPkg) {
      return new DebugBackend(debugPkg);
    }
    var StructuredBackend = class extends DebugLogBackendBase {
      upstream;
      constructor(upstream) {
        super();
        this.upstream = upstream ?? void 0;
      }
      makeLogger(namespace) {
        const debugLogger = this.upstream?.makeLogger(namespace);
        return (fields, ...args) => {
          const severity = fields.severity ?? types_1.LogSeverity.INFO;
          const json = Object.assign({
            severity,
            message: util.format(...args)
          }, fields);
          const jsonString = JSON.stringify(json);
          if (debugLogger) {
            debugLogger(fields, jsonString);
          } else {
            console.log("%s", jsonString);
          }
        };
      }
      setFilters() {
        this.upstream?.setFilters();
      }
    };
    function getStructuredBackend(upstream) {
      return new StructuredBackend(upstream);
    }
    exports2.env = {
      /**
       * Filter wildcards specific to the Node syntax, and similar to the built-in
       * utils.debuglog() environment variable. If missing, disables logging.
       */
      nodeEnables: "GOOGLE_SDK_NODE_LOGGING"
    };
    var loggerCache = /* @__PURE__ */ new Map();
    var cachedBackend = void 0;
    function setBackend(backend) {
      cachedBackend = backend;
      loggerCache.clear();
    }
    function log(namespace, parent) {
      if (!cachedBackend) {
        const enablesFlag = process2.env[exports2.env.nodeEnables];
        if (!enablesFlag) {
          return exports2.placeholder;
        }
      }
      if (!namespace) {
        return exports2.placeholder;
      }
      if (parent) {
        namespace = `${parent.instance.namespace}:${namespace}`;
      }
      const existing = loggerCache.get(namespace);
      if (existing) {
        return existing.func;
      }
      if (cachedBackend === null) {
        return exports2.placeholder;
      } else if (cachedBackend === void 0) {
        cachedBackend = getNodeBackend();
      }
      const logger = (() => {
        let previousBackend = void 0;
        const newLogger = new AdhocDebugLogger(namespace, (fields, ...args) => {
          if (previousBackend !== cachedBackend) {
            if (cachedBackend === null) {
              return;
            } else if (cachedBackend === void 0) {
              cachedBackend = getNodeBackend();
            }
            previousBackend = cachedBackend;
          }
          cachedBackend?.log(namespace, fields, ...args);
        });
        return newLogger;
      })();
      loggerCache.set(namespace, logger);
      return logger.func;
    }
  }
});

// node_modules/google-logging-utils/build/src/index.js
var require_src3 = __commonJS({
  "node_modules/google-logging-utils/build/src/index.js"(exports2) {
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
    exports2.LogSeverity = void 0;
    __exportStar(require_logging_utils(), exports2);
    var types_1 = require_types3();
    Object.defineProperty(exports2, "LogSeverity", { enumerable: true, get: function() {
      return types_1.LogSeverity;
    } });
  }
});

// node_modules/google-gax/build/src/observability/LoggerHelper.js
var require_LoggerHelper = __commonJS({
  "node_modules/google-gax/build/src/observability/LoggerHelper.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getGaxLogger = getGaxLogger;
    exports2.buildLogAttributes = buildLogAttributes;
    exports2.logCall = logCall;
    exports2.logNetworkAttempt = logNetworkAttempt;
    var events_1 = require("events");
    var api_1 = require_dist();
    var loggingUtils = __importStar(require_src3());
    var status_1 = require_status2();
    var contextUtil_1 = require_contextUtil();
    var errorUtil_1 = require_errorUtil();
    var TracerHelper_1 = require_TracerHelper();
    var gaxLoggerCache = /* @__PURE__ */ new Map();
    var fallbackNodeBackend;
    var nodeBackendPrototype;
    function getFallbackNodeBackend() {
      if (!fallbackNodeBackend) {
        const backend = loggingUtils.getNodeBackend();
        if (Array.isArray(backend.filters)) {
          backend.filters = ["*"];
        }
        fallbackNodeBackend = backend;
      }
      return fallbackNodeBackend;
    }
    function getNodeBackendPrototype() {
      if (nodeBackendPrototype === void 0) {
        try {
          const proto = Object.getPrototypeOf(loggingUtils.getNodeBackend());
          nodeBackendPrototype = proto ?? null;
        } catch {
          nodeBackendPrototype = null;
        }
      }
      return nodeBackendPrototype;
    }
    function emitGaxLog(namespace, fields, ...args) {
      const target = loggingUtils.log(namespace);
      if (target === loggingUtils.placeholder) {
        const env = typeof process === "object" && typeof process.env === "object" ? process.env : {};
        const envKey = loggingUtils.env?.nodeEnables ?? "GOOGLE_SDK_NODE_LOGGING";
        if (!env[envKey]) {
          getFallbackNodeBackend().log(namespace, fields, ...args);
        }
        return;
      }
      const nodeProto = getNodeBackendPrototype();
      if (!nodeProto || typeof nodeProto.log !== "function") {
        target(fields, ...args);
        return;
      }
      let droppedByNodeBackend = false;
      let dispatchDepth = 0;
      const originalNodeLog = nodeProto.log;
      const hadOwnLog = Object.prototype.hasOwnProperty.call(nodeProto, "log");
      const wrappedNodeLog = function(ns, logFields, ...logArgs) {
        dispatchDepth++;
        try {
          originalNodeLog.call(this, ns, logFields, ...logArgs);
          if (dispatchDepth === 1 && ns === namespace && typeof this.isEnabled === "function" && !this.isEnabled(ns)) {
            droppedByNodeBackend = true;
          }
        } finally {
          dispatchDepth--;
        }
      };
      let patched = false;
      try {
        nodeProto.log = wrappedNodeLog;
        patched = true;
      } catch {
      }
      try {
        target(fields, ...args);
      } finally {
        if (patched && nodeProto.log === wrappedNodeLog) {
          if (hadOwnLog) {
            nodeProto.log = originalNodeLog;
          } else {
            delete nodeProto.log;
          }
        }
      }
      if (droppedByNodeBackend) {
        getFallbackNodeBackend().log(namespace, fields, ...args);
      }
    }
    function resolveLogSeverity(level) {
      return level;
    }
    function getGaxLogger(serviceName) {
      const namespace = serviceName || "google-gax";
      const existing = gaxLoggerCache.get(namespace);
      if (existing) {
        return existing;
      }
      const wrapper = new loggingUtils.AdhocDebugLogger(namespace, (fields, ...args) => {
        emitGaxLog(namespace, fields, ...args);
      }).func;
      wrapper.sublog = (sub) => getGaxLogger(`${namespace}:${sub}`);
      gaxLoggerCache.set(namespace, wrapper);
      return wrapper;
    }
    function buildLogAttributes(err, dynamicArgs, staticArgs = {}, includeExceptionAttributes = true) {
      const { rawAddress, urlDomain } = (0, contextUtil_1.resolveEndpointAndDomain)(dynamicArgs, staticArgs);
      const initialAttributes = (0, contextUtil_1.buildInitialAttributes)(dynamicArgs, staticArgs, urlDomain);
      const attributes = {};
      for (const [key, value] of Object.entries(initialAttributes)) {
        if (value !== void 0) {
          attributes[key] = value;
        }
      }
      if (rawAddress !== void 0 && !(0, errorUtil_1.isPreConnectionFailure)(err)) {
        attributes["server.address"] = rawAddress;
      }
      const rpcMethod = (0, contextUtil_1.resolveRpcMethod)(dynamicArgs);
      if (rpcMethod) {
        attributes["rpc.method"] = rpcMethod;
      }
      const { rpcStatusName, httpStatusCode } = (0, errorUtil_1.resolveResponseStatusCode)(dynamicArgs.rpcType, true, err);
      const normalizedRpcStatusName = dynamicArgs.rpcType === "http" ? httpStatusCode !== void 0 ? (0, errorUtil_1.resolveRpcStatusName)(err) ?? status_1.Status[(0, status_1.rpcCodeFromHttpStatusCode)(httpStatusCode)] : void 0 : rpcStatusName;
      if (normalizedRpcStatusName !== void 0) {
        attributes["rpc.response.status_code"] = normalizedRpcStatusName;
      }
      if (httpStatusCode !== void 0) {
        attributes["http.response.status_code"] = httpStatusCode;
      }
      attributes["error.type"] = (0, errorUtil_1.resolveErrorType)(err, dynamicArgs.rpcType);
      const errorDomain = (0, errorUtil_1.resolveErrorInfoDomain)(err);
      if (errorDomain !== void 0) {
        attributes["gcp.errors.domain"] = errorDomain;
      }
      Object.assign(attributes, (0, errorUtil_1.resolveErrorInfoMetadataAttributes)(err));
      if (includeExceptionAttributes) {
        attributes["exception.type"] = (0, errorUtil_1.resolveExceptionType)(err);
        attributes["exception.message"] = (0, errorUtil_1.resolveExceptionMessage)(err, dynamicArgs.rpcType);
        const stacktrace = (0, errorUtil_1.resolveExceptionStacktrace)(err);
        if (stacktrace !== void 0) {
          attributes["exception.stacktrace"] = stacktrace;
        }
      }
      return attributes;
    }
    function executeLoggedOperation(fn, onError, isStreamCall, userCallback) {
      let hasLogged = false;
      const logOnce = (err) => {
        if (hasLogged) {
          return;
        }
        hasLogged = true;
        try {
          onError(err);
        } catch {
        }
      };
      let callbackInvoked = false;
      const loggedCallback = userCallback ? function(...args) {
        callbackInvoked = true;
        const err = args[0];
        if (err) {
          logOnce(err);
        }
        userCallback.apply(this, args);
      } : void 0;
      try {
        const result = fn(loggedCallback);
        const promiseTarget = !isStreamCall ? (0, TracerHelper_1.getPromiseTarget)(result) : null;
        if (isStreamCall && result instanceof events_1.EventEmitter) {
          (0, TracerHelper_1.handleStream)(result, logOnce, () => {
          }, Boolean(loggedCallback));
        } else if (promiseTarget) {
          (0, TracerHelper_1.handlePromise)(promiseTarget, logOnce, () => {
          });
        }
        return result;
      } catch (syncErr) {
        if (!callbackInvoked) {
          logOnce(syncErr);
        }
        throw syncErr;
      }
    }
    function logCall(dynamicArgs, staticArgs, fn, isStreamCall = false, userCallback) {
      let initialContext;
      try {
        initialContext = api_1.context.active();
      } catch {
      }
      const emitL3WarnLog = (err) => {
        const logger = getGaxLogger(staticArgs?.gcpClientService);
        const activeTrace = (0, contextUtil_1.getActiveTraceContext)();
        const initialTrace = initialContext ? (0, contextUtil_1.getActiveTraceContext)(initialContext) : void 0;
        const activeSpan = activeTrace?.clientRequestSpan ?? initialTrace?.clientRequestSpan ?? activeTrace?.span ?? initialTrace?.span;
        const spanContext = activeSpan?.spanContext();
        const traceId = spanContext?.traceId;
        const spanId = spanContext?.spanId;
        const attributes = buildLogAttributes(err, dynamicArgs, staticArgs);
        logger({
          severity: resolveLogSeverity("WARNING"),
          ...traceId ? { telemetryTraceId: traceId } : {},
          ...spanId ? { telemetrySpanId: spanId } : {},
          other: attributes
        }, "Client API call failed: %s", attributes["exception.message"] || err);
      };
      return executeLoggedOperation(fn, emitL3WarnLog, isStreamCall, userCallback);
    }
    function logNetworkAttempt(attemptDynamicArgs, staticArgs, fn, isStreamCall = false, userCallback) {
      let initialContext;
      try {
        initialContext = api_1.context.active();
      } catch {
      }
      const emitL4DebugLog = (err) => {
        const logger = getGaxLogger(staticArgs?.gcpClientService);
        const activeTrace = (0, contextUtil_1.getActiveTraceContext)();
        const initialTrace = initialContext ? (0, contextUtil_1.getActiveTraceContext)(initialContext) : void 0;
        const attemptSpan = activeTrace?.attemptSpan ?? initialTrace?.attemptSpan ?? activeTrace?.span ?? initialTrace?.span;
        const spanContext = attemptSpan?.spanContext();
        const traceId = spanContext?.traceId;
        const spanId = spanContext?.spanId;
        const attributes = buildLogAttributes(err, attemptDynamicArgs, staticArgs, false);
        const responsePayload = (0, errorUtil_1.resolveErrorResponsePayload)(err);
        if (responsePayload !== void 0) {
          attributes["response.payload"] = responsePayload;
        }
        const message = (0, errorUtil_1.resolveExceptionMessage)(err, attemptDynamicArgs.rpcType);
        logger({
          severity: resolveLogSeverity("DEBUG"),
          ...traceId ? { telemetryTraceId: traceId } : {},
          ...spanId ? { telemetrySpanId: spanId } : {},
          other: attributes
        }, "RPC attempt failed: %s", message || err);
      };
      return executeLoggedOperation(fn, emitL4DebugLog, isStreamCall, userCallback);
    }
  }
});

// node_modules/google-gax/build/src/createApiCall.js
var require_createApiCall = __commonJS({
  "node_modules/google-gax/build/src/createApiCall.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.createApiCall = createApiCall;
    var api_1 = require_dist();
    var apiCaller_1 = require_apiCaller();
    var gax_1 = require_gax();
    var retries_1 = require_retries();
    var timeout_1 = require_timeout();
    var streamingApiCaller_1 = require_streamingApiCaller();
    var streaming_1 = require_streaming();
    var warnings_1 = require_warnings();
    var TracerHelper_1 = require_TracerHelper();
    var LoggerHelper_1 = require_LoggerHelper();
    var util_1 = require_util3();
    var contextUtil_1 = require_contextUtil();
    function createApiCall(func, settings, descriptor, _fallback) {
      const funcPromise = typeof func === "function" ? Promise.resolve(func) : func;
      const apiCaller = (0, apiCaller_1.createAPICaller)(settings, descriptor);
      const tracingEnabled = (0, util_1.checkTracingEnabled)(settings);
      const loggingEnabled = (0, util_1.checkLoggingEnabled)(settings);
      const staticArgs = tracingEnabled || loggingEnabled ? (0, contextUtil_1.resolveStaticTraceContext)(settings) : void 0;
      const serviceName = settings.apiName?.split(".").pop() ?? "";
      const isFallback = Boolean(_fallback);
      const dynamicArgs = tracingEnabled || loggingEnabled ? {
        clientName: serviceName ? `${serviceName}Client` : "",
        methodName: settings.otherArgs?.internalMethodName ?? "",
        rpcType: isFallback ? "http" : "grpc",
        apiName: settings.apiName ?? ""
      } : void 0;
      const invokeCall = (request, callOptions, callback) => {
        const parentContext = tracingEnabled || loggingEnabled ? api_1.context.active() : void 0;
        let currentApiCaller = apiCaller;
        let thisSettings;
        if (currentApiCaller instanceof streamingApiCaller_1.StreamingApiCaller) {
          const gaxStreamingRetries = currentApiCaller.descriptor?.gaxStreamingRetries ?? false;
          const convertedRetryOptions = (0, gax_1.convertRetryOptions)(callOptions, gaxStreamingRetries);
          thisSettings = settings.merge(convertedRetryOptions);
        } else {
          thisSettings = settings.merge(callOptions);
        }
        if (settings.isBundling && !thisSettings.isBundling) {
          currentApiCaller = (0, apiCaller_1.createAPICaller)(settings, void 0);
        }
        const ongoingCall = currentApiCaller.init(callback);
        const signal = thisSettings.signal;
        if (signal && !(ongoingCall instanceof streaming_1.StreamProxy)) {
          if (signal.aborted) {
            process.nextTick(() => {
              ongoingCall.cancel();
            });
            return currentApiCaller.result(ongoingCall);
          }
          const abortListener = () => {
            ongoingCall.cancel();
          };
          signal.addEventListener("abort", abortListener, { once: true });
          const originalCallback = ongoingCall.callback;
          ongoingCall.callback = (...args) => {
            signal.removeEventListener("abort", abortListener);
            originalCallback?.(...args);
          };
        }
        let attemptResendCount = 0;
        let isRetryAttempt = false;
        const recordResend = tracingEnabled ? () => {
          attemptResendCount++;
          isRetryAttempt = true;
        } : void 0;
        if (recordResend && ongoingCall instanceof streaming_1.StreamProxy) {
          ongoingCall.recordResend = recordResend;
        }
        funcPromise.then((func2) => {
          let wrappedFunc = currentApiCaller.wrap(func2);
          const streaming = currentApiCaller.descriptor?.streaming;
          if ((tracingEnabled || loggingEnabled) && dynamicArgs && staticArgs) {
            const callerWrappedFunc = wrappedFunc;
            wrappedFunc = (argument, metadata, options, attemptCallback) => {
              let attemptExecution = (cb) => Reflect.apply(callerWrappedFunc, void 0, [
                argument,
                metadata,
                options,
                cb
              ]);
              if (loggingEnabled) {
                const originalAttemptExecution = attemptExecution;
                attemptExecution = (cb) => {
                  const runLoggedAttempt = () => (0, LoggerHelper_1.logNetworkAttempt)(dynamicArgs, staticArgs, (loggedCallback) => originalAttemptExecution(loggedCallback ?? cb), Boolean(streaming), cb);
                  return !tracingEnabled && parentContext ? api_1.context.with(parentContext, runLoggedAttempt) : runLoggedAttempt();
                };
              }
              if (tracingEnabled) {
                if (!isRetryAttempt) {
                  attemptResendCount = 0;
                }
                isRetryAttempt = false;
                const resendCount = attemptResendCount;
                const originalAttemptExecution = attemptExecution;
                attemptExecution = (cb) => (0, TracerHelper_1.traceAttempt)({ ...dynamicArgs, resendCount }, staticArgs, (tracedAttemptCallback) => originalAttemptExecution(tracedAttemptCallback ?? cb), Boolean(streaming), cb, parentContext);
              }
              return attemptExecution(attemptCallback);
            };
          }
          const retry = thisSettings.retry;
          if (streaming && retry) {
            if (retry.retryCodes.length > 0 && retry.shouldRetryFn) {
              (0, warnings_1.warn)("either_retrycodes_or_shouldretryfn", "Only one of retryCodes or shouldRetryFn may be defined. Ignoring retryCodes.");
              retry.retryCodes = [];
            }
            if (!currentApiCaller.descriptor.gaxStreamingRetries && retry.getResumptionRequestFn) {
              throw new Error("getResumptionRequestFn can only be used when gaxStreamingRetries is set to true.");
            }
          }
          if (!streaming && retry) {
            if (retry.shouldRetryFn) {
              throw new Error("Using a function to determine retry eligibility is only supported with server streaming calls");
            }
            if (retry.getResumptionRequestFn) {
              throw new Error("Resumption strategy can only be used with server streaming retries");
            }
            if (retry.retryCodes && retry.retryCodes.length > 0) {
              retry.backoffSettings.initialRpcTimeoutMillis ??= thisSettings.timeout;
              return (0, retries_1.retryable)(wrappedFunc, thisSettings.retry, thisSettings.otherArgs, thisSettings.apiName, recordResend);
            }
          }
          return (0, timeout_1.addTimeoutArg)(wrappedFunc, thisSettings.timeout, thisSettings.otherArgs);
        }).then((apiCall) => {
          return currentApiCaller.call(apiCall, request, thisSettings, ongoingCall);
        }).catch((err) => {
          currentApiCaller.fail(ongoingCall, err);
        });
        return currentApiCaller.result(ongoingCall);
      };
      if ((tracingEnabled || loggingEnabled) && dynamicArgs && staticArgs) {
        const isStreamingCall = apiCaller instanceof streamingApiCaller_1.StreamingApiCaller;
        return (request, callOptions, callback) => {
          let callExecution = (cb) => invokeCall(request, callOptions, cb);
          if (loggingEnabled) {
            const originalCallExecution = callExecution;
            callExecution = (cb) => (0, LoggerHelper_1.logCall)(dynamicArgs, staticArgs, (loggedCallback) => originalCallExecution(loggedCallback ?? cb), isStreamingCall, cb);
          }
          if (tracingEnabled) {
            const originalCallExecution = callExecution;
            callExecution = (cb) => (0, TracerHelper_1.traceCall)(dynamicArgs, staticArgs, (tracedCallback) => {
              return originalCallExecution(tracedCallback ?? cb);
            }, isStreamingCall, cb);
          }
          return callExecution(callback);
        };
      } else {
        return invokeCall;
      }
    }
  }
});

// scripts/build/stand-ins/gax-messages.cjs
var require_gax_messages = __commonJS({
  "scripts/build/stand-ins/gax-messages.cjs"(exports2, module2) {
    init_fetch_classes();
    var Message = class {
    };
    module2.exports = { google: { longrunning: { GetOperationRequest: Message, CancelOperationRequest: Message } } };
  }
});

// node_modules/google-gax/build/src/longRunningCalls/longrunning.js
var require_longrunning = __commonJS({
  "node_modules/google-gax/build/src/longRunningCalls/longrunning.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.Operation = void 0;
    exports2.operation = operation;
    var events_1 = require("events");
    var status_1 = require_status2();
    var googleError_1 = require_googleError();
    var operationProtos = __importStar(require_gax_messages());
    var Operation = class extends events_1.EventEmitter {
      completeListeners;
      hasActiveListeners;
      latestResponse;
      longrunningDescriptor;
      result;
      metadata;
      backoffSettings;
      _callOptions;
      currentCallPromise_;
      name;
      done;
      error;
      response;
      /**
       * Wrapper for a google.longrunnung.Operation.
       *
       * @constructor
       *
       * @param {google.longrunning.Operation} grpcOp - The operation to be wrapped.
       * @param {LongRunningDescriptor} longrunningDescriptor - This defines the
       * operations service client and unpacking mechanisms for the operation.
       * @param {BackoffSettings} backoffSettings - The backoff settings used in
       * in polling the operation.
       * @param {CallOptions} callOptions - CallOptions used in making get operation
       * requests.
       */
      constructor(grpcOp, longrunningDescriptor, backoffSettings, callOptions) {
        super();
        this.completeListeners = 0;
        this.hasActiveListeners = false;
        this.latestResponse = grpcOp;
        this.name = this.latestResponse.name;
        this.done = this.latestResponse.done;
        this.error = this.latestResponse.error;
        this.longrunningDescriptor = longrunningDescriptor;
        this.result = null;
        this.metadata = null;
        this.backoffSettings = backoffSettings;
        this._unpackResponse(grpcOp);
        this._listenForEvents();
        this._callOptions = callOptions;
      }
      /**
       * Begin listening for events on the operation. This method keeps track of how
       * many "complete" listeners are registered and removed, making sure polling
       * is handled automatically.
       *
       * As long as there is one active "complete" listener, the connection is open.
       * When there are no more listeners, the polling stops.
       *
       * @private
       */
      _listenForEvents() {
        this.on("newListener", (event) => {
          if (event === "complete") {
            this.completeListeners++;
            if (!this.hasActiveListeners) {
              this.hasActiveListeners = true;
              this.startPolling_();
            }
          }
        });
        this.on("removeListener", (event) => {
          if (event === "complete" && --this.completeListeners === 0) {
            this.hasActiveListeners = false;
          }
        });
      }
      /**
       * Cancels current polling api call and cancels the operation.
       *
       * @return {Promise} the promise of the OperationsClient#cancelOperation api
       * request.
       */
      cancel() {
        if (this.currentCallPromise_) {
          this.currentCallPromise_.cancel();
        }
        const operationsClient = this.longrunningDescriptor.operationsClient;
        const cancelRequest = new operationProtos.google.longrunning.CancelOperationRequest();
        cancelRequest.name = this.latestResponse.name;
        return operationsClient.cancelOperation(cancelRequest);
      }
      getOperation(callback) {
        const self2 = this;
        const operationsClient = this.longrunningDescriptor.operationsClient;
        function promisifyResponse() {
          if (!callback) {
            return new Promise((resolve, reject) => {
              if (self2.latestResponse.error) {
                const error = new googleError_1.GoogleError(self2.latestResponse.error.message);
                error.code = self2.latestResponse.error.code;
                reject(error);
              } else {
                resolve([self2.result, self2.metadata, self2.latestResponse]);
              }
            });
          }
          return;
        }
        if (this.latestResponse.done) {
          this._unpackResponse(this.latestResponse, callback);
          return promisifyResponse();
        }
        const request = new operationProtos.google.longrunning.GetOperationRequest();
        request.name = this.latestResponse.name;
        this.currentCallPromise_ = operationsClient.getOperationInternal(request, this._callOptions);
        const noCallbackPromise = this.currentCallPromise_.then((responses) => {
          self2.latestResponse = responses[0];
          self2._unpackResponse(responses[0], callback);
          return promisifyResponse();
        }, (err) => {
          if (callback) {
            callback(err);
            return;
          }
          return Promise.reject(err);
        });
        if (!callback) {
          return noCallbackPromise;
        }
      }
      _unpackResponse(op, callback) {
        const responseDecoder = this.longrunningDescriptor.responseDecoder;
        const metadataDecoder = this.longrunningDescriptor.metadataDecoder;
        let response;
        let metadata;
        if (op.done) {
          if (op.result === "error") {
            const error = new googleError_1.GoogleError(op.error.message);
            error.code = op.error.code;
            this.error = error;
            if (callback) {
              callback(error);
            }
            return;
          }
          if (responseDecoder && op.response) {
            this.response = op.response;
            response = responseDecoder(op.response.value);
            this.result = response;
            this.done = true;
          }
        }
        if (metadataDecoder && op.metadata) {
          metadata = metadataDecoder(op.metadata.value);
          this.metadata = metadata;
        }
        if (callback) {
          callback(null, response, metadata, op);
        }
      }
      /**
       * Poll `getOperation` to check the operation's status. This runs a loop to
       * ping using the backoff strategy specified at initialization.
       *
       * Note: This method is automatically called once a "complete" event handler
       * is registered on the operation.
       *
       * @private
       */
      startPolling_() {
        const self2 = this;
        let now = /* @__PURE__ */ new Date();
        const delayMult = this.backoffSettings.retryDelayMultiplier;
        const maxDelay = this.backoffSettings.maxRetryDelayMillis;
        let delay = this.backoffSettings.initialRetryDelayMillis;
        let deadline = Infinity;
        if (this.backoffSettings.totalTimeoutMillis) {
          deadline = now.getTime() + this.backoffSettings.totalTimeoutMillis;
        }
        let previousMetadataBytes;
        if (this.latestResponse.metadata) {
          previousMetadataBytes = this.latestResponse.metadata.value;
        }
        function emit(event, ...args) {
          self2.emit(event, ...args);
        }
        function arrayEquals(a, b) {
          if (a.byteLength !== b.byteLength) {
            return false;
          }
          for (let i2 = 0; i2 < a.byteLength; ++i2) {
            if (a[i2] !== b[i2])
              return false;
          }
          return true;
        }
        function retry() {
          if (!self2.hasActiveListeners) {
            return;
          }
          if (now.getTime() >= deadline) {
            const error = new googleError_1.GoogleError("Total timeout exceeded before any response was received");
            error.code = status_1.Status.DEADLINE_EXCEEDED;
            setImmediate(emit, "error", error);
            return;
          }
          self2.getOperation((err, result, metadata, rawResponse) => {
            if (err) {
              setImmediate(emit, "error", err);
              return;
            }
            if (!result) {
              if (rawResponse.metadata && (!previousMetadataBytes || rawResponse && !arrayEquals(rawResponse.metadata.value, previousMetadataBytes))) {
                setImmediate(emit, "progress", metadata, rawResponse);
                previousMetadataBytes = rawResponse.metadata.value;
              }
              if (rawResponse.done) {
                setImmediate(emit, "complete", {}, metadata, rawResponse);
                return;
              }
              setTimeout(() => {
                now = /* @__PURE__ */ new Date();
                delay = Math.min(delay * delayMult, maxDelay);
                retry();
              }, delay);
              return;
            }
            setImmediate(emit, "complete", result, metadata, rawResponse);
          });
        }
        retry();
      }
      /**
       * Wraps the `complete` and `error` events in a Promise.
       *
       * @return {promise} - Promise that resolves on operation completion and rejects
       * on operation error.
       */
      promise() {
        return new Promise((resolve, reject) => {
          this.on("error", reject).on("complete", (result, metadata, rawResponse) => {
            resolve([result, metadata, rawResponse]);
          });
        });
      }
    };
    exports2.Operation = Operation;
    function operation(op, longrunningDescriptor, backoffSettings, callOptions) {
      return new Operation(op, longrunningDescriptor, backoffSettings, callOptions);
    }
  }
});

// node_modules/google-gax/build/src/longRunningCalls/longRunningApiCaller.js
var require_longRunningApiCaller = __commonJS({
  "node_modules/google-gax/build/src/longRunningCalls/longRunningApiCaller.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.LongrunningApiCaller = void 0;
    var call_1 = require_call();
    var gax_1 = require_gax();
    var longrunning_1 = require_longrunning();
    var LongrunningApiCaller = class {
      longrunningDescriptor;
      /**
       * Creates an API caller that performs polling on a long running operation.
       *
       * @private
       * @constructor
       * @param {LongRunningDescriptor} longrunningDescriptor - Holds the
       * decoders used for unpacking responses and the operationsClient
       * used for polling the operation.
       */
      constructor(longrunningDescriptor) {
        this.longrunningDescriptor = longrunningDescriptor;
      }
      init(callback) {
        if (callback) {
          return new call_1.OngoingCall(callback);
        }
        return new call_1.OngoingCallPromise();
      }
      wrap(func) {
        return func;
      }
      call(apiCall, argument, settings, canceller) {
        canceller.call((argument2, callback) => {
          return this._wrapOperation(apiCall, settings, argument2, callback);
        }, argument);
      }
      _wrapOperation(apiCall, settings, argument, callback) {
        let backoffSettings = settings.longrunning;
        if (!backoffSettings) {
          backoffSettings = (0, gax_1.createDefaultBackoffSettings)();
        }
        const longrunningDescriptor = this.longrunningDescriptor;
        return apiCall(argument, (err, rawResponse) => {
          if (err) {
            callback(err, null, null, rawResponse);
            return;
          }
          const operation = new longrunning_1.Operation(rawResponse, longrunningDescriptor, backoffSettings, settings);
          callback(null, operation, rawResponse);
        });
      }
      fail(canceller, err) {
        canceller.callback(err);
      }
      result(canceller) {
        return canceller.promise;
      }
    };
    exports2.LongrunningApiCaller = LongrunningApiCaller;
  }
});

// node_modules/google-gax/build/src/longRunningCalls/longRunningDescriptor.js
var require_longRunningDescriptor = __commonJS({
  "node_modules/google-gax/build/src/longRunningCalls/longRunningDescriptor.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.LongRunningDescriptor = void 0;
    var longRunningApiCaller_1 = require_longRunningApiCaller();
    var LongRunningDescriptor = class {
      operationsClient;
      responseDecoder;
      metadataDecoder;
      constructor(operationsClient, responseDecoder, metadataDecoder) {
        this.operationsClient = operationsClient;
        this.responseDecoder = responseDecoder;
        this.metadataDecoder = metadataDecoder;
      }
      getApiCaller() {
        return new longRunningApiCaller_1.LongrunningApiCaller(this);
      }
    };
    exports2.LongRunningDescriptor = LongRunningDescriptor;
  }
});

// node_modules/google-gax/build/src/paginationCalls/resourceCollector.js
var require_resourceCollector = __commonJS({
  "node_modules/google-gax/build/src/paginationCalls/resourceCollector.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ResourceCollector = void 0;
    var ResourceCollector = class {
      apiCall;
      resources;
      maxResults;
      resolveCallback;
      rejectCallback;
      constructor(apiCall, maxResults = -1) {
        this.apiCall = apiCall;
        this.resources = [];
        this.maxResults = maxResults;
      }
      callback(err, resources, nextPageRequest) {
        if (err) {
          this.rejectCallback(err);
          return;
        }
        for (const resource of resources) {
          this.resources.push(resource);
          if (this.resources.length === this.maxResults) {
            nextPageRequest = null;
            break;
          }
        }
        if (!nextPageRequest) {
          this.resolveCallback(this.resources);
          return;
        }
        const callback = (...args) => this.callback(...args);
        setImmediate(this.apiCall, nextPageRequest, callback);
      }
      processAllPages(firstRequest) {
        return new Promise((resolve, reject) => {
          this.resolveCallback = resolve;
          this.rejectCallback = reject;
          const callback = (...args) => this.callback(...args);
          setImmediate(this.apiCall, firstRequest, callback);
        });
      }
    };
    exports2.ResourceCollector = ResourceCollector;
  }
});

// node_modules/google-gax/build/src/paginationCalls/pagedApiCaller.js
var require_pagedApiCaller = __commonJS({
  "node_modules/google-gax/build/src/paginationCalls/pagedApiCaller.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.PagedApiCaller = void 0;
    var call_1 = require_call();
    var googleError_1 = require_googleError();
    var resourceCollector_1 = require_resourceCollector();
    var warnings_1 = require_warnings();
    var PagedApiCaller = class {
      pageDescriptor;
      /**
       * Creates an API caller that returns a stream to performs page-streaming.
       *
       * @private
       * @constructor
       * @param {PageDescriptor} pageDescriptor - indicates the structure
       *   of page streaming to be performed.
       */
      constructor(pageDescriptor) {
        this.pageDescriptor = pageDescriptor;
      }
      /**
       * This function translates between regular gRPC calls (that accepts a request and returns a response,
       * and does not know anything about pages and page tokens) and the users' callback (that expects
       * to see resources from one page, a request to get the next page, and the raw response from the server).
       *
       * It generates a function that can be passed as a callback function to a gRPC call, will understand
       * pagination-specific fields in the response, and call the users' callback after having those fields
       * parsed.
       *
       * @param request Request object. It needs to be passed to all subsequent next page requests
       * (the main content of the request object stays unchanged, only the next page token changes)
       * @param callback The user's callback that expects the page content, next page request, and raw response.
       */
      generateParseResponseCallback(request, callback) {
        const resourceFieldName = this.pageDescriptor.resourceField;
        const responsePageTokenFieldName = this.pageDescriptor.responsePageTokenField;
        const requestPageTokenFieldName = this.pageDescriptor.requestPageTokenField;
        return (err, response) => {
          if (err) {
            callback(err);
            return;
          }
          if (!request) {
            callback(new googleError_1.GoogleError("Undefined request in pagination method callback."));
            return;
          }
          if (!response) {
            callback(new googleError_1.GoogleError("Undefined response in pagination method callback."));
            return;
          }
          const resources = response[resourceFieldName] || [];
          const pageToken = response[responsePageTokenFieldName];
          let nextPageRequest = null;
          if (pageToken) {
            nextPageRequest = Object.assign({}, request);
            nextPageRequest[requestPageTokenFieldName] = pageToken;
          }
          callback(err, resources, nextPageRequest, response);
        };
      }
      /**
       * Adds a special ability to understand pagination-specific fields to the existing gRPC call.
       * The original gRPC call just calls callback(err, result).
       * The wrapped one will call callback(err, resources, nextPageRequest, rawResponse) instead.
       *
       * @param func gRPC call (normally, a service stub call). The gRPC call is expected to accept four parameters:
       * request, metadata, call options, and callback.
       */
      wrap(func) {
        const self2 = this;
        return function wrappedCall(argument, metadata, options, callback) {
          return func(argument, metadata, options, self2.generateParseResponseCallback(argument, callback));
        };
      }
      /**
       * Makes it possible to use both callback-based and promise-based calls.
       * Returns an OngoingCall or OngoingCallPromise object.
       * Regardless of which one is returned, it always has a `.callback` to call.
       *
       * @param settings Call settings. Can only be used to replace Promise with another promise implementation.
       * @param [callback] Callback to be called, if any.
       */
      init(callback) {
        if (callback) {
          return new call_1.OngoingCall(callback);
        }
        return new call_1.OngoingCallPromise();
      }
      /**
       * Implements auto-pagination logic.
       *
       * @param apiCall A function that performs gRPC request and calls its callback with a response or an error.
       * It's supposed to be a gRPC service stub function wrapped into several layers of wrappers that make it
       * accept just two parameters: (request, callback).
       * @param request A request object that came from the user.
       * @param settings Call settings. We are interested in `maxResults` and `autoPaginate` (they are optional).
       * @param ongoingCall An instance of OngoingCall or OngoingCallPromise that can be used for call cancellation,
       * and is used to return results to the user.
       */
      call(apiCall, request, settings, ongoingCall) {
        request = Object.assign({}, request);
        if (!settings.autoPaginate) {
          ongoingCall.call(apiCall, request);
          return;
        }
        if (request.pageSize && settings.autoPaginate) {
          (0, warnings_1.warn)("autoPaginate true", "Providing a pageSize without setting autoPaginate to false will still return all results. See https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#auto-pagination for more information on how to configure manual paging", "AutopaginateTrueWarning");
        }
        const maxResults = settings.maxResults || -1;
        const resourceCollector = new resourceCollector_1.ResourceCollector(apiCall, maxResults);
        resourceCollector.processAllPages(request).then((resources) => ongoingCall.callback(null, resources), (err) => ongoingCall.callback(err));
      }
      fail(ongoingCall, err) {
        ongoingCall.callback(err);
      }
      result(ongoingCall) {
        return ongoingCall.promise;
      }
    };
    exports2.PagedApiCaller = PagedApiCaller;
  }
});

// node_modules/google-gax/build/src/paginationCalls/pageDescriptor.js
var require_pageDescriptor = __commonJS({
  "node_modules/google-gax/build/src/paginationCalls/pageDescriptor.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.PageDescriptor = void 0;
    var stream_1 = require("stream");
    var normalApiCaller_1 = require_normalApiCaller();
    var warnings_1 = require_warnings();
    var pagedApiCaller_1 = require_pagedApiCaller();
    var maxAttemptsEmptyResponse = 10;
    var PageDescriptor = class {
      requestPageTokenField;
      responsePageTokenField;
      requestPageSizeField;
      resourceField;
      constructor(requestPageTokenField, responsePageTokenField, resourceField) {
        this.requestPageTokenField = requestPageTokenField;
        this.responsePageTokenField = responsePageTokenField;
        this.resourceField = resourceField;
      }
      /**
       * Creates a new object Stream which emits the resource on 'data' event.
       */
      createStream(apiCall, request, options) {
        if (options?.autoPaginate) {
          (0, warnings_1.warn)("autoPaginate true", "Autopaginate will always be set to false in stream paging methods. See more info at https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#auto-pagination for more information on how to configure paging calls", "AutopaginateTrueWarning");
        }
        const stream = new stream_1.PassThrough({ objectMode: true });
        options = Object.assign({}, options, { autoPaginate: false });
        const maxResults = "maxResults" in options ? options.maxResults : -1;
        let pushCount = 0;
        let started = false;
        function callback(err, resources, next, apiResp) {
          if (err) {
            stream.emit("error", err);
            return;
          }
          stream.emit("response", apiResp);
          for (let i2 = 0; i2 < resources.length; ++i2) {
            if (stream._readableState.ended) {
              return;
            }
            if (resources[i2] === null) {
              continue;
            }
            stream.push(resources[i2]);
            pushCount++;
            if (pushCount === maxResults) {
              stream.end();
            }
          }
          if (stream._readableState.ended) {
            return;
          }
          if (!next) {
            stream.end();
            return;
          }
          if ("pageToken" in options) {
            delete options.pageToken;
          }
          if (stream.isPaused()) {
            request = next;
            started = false;
          } else {
            setImmediate(apiCall, next, options, callback);
          }
        }
        stream.on("resume", async () => {
          if (!started) {
            started = true;
            await apiCall(request, options, callback);
          }
        });
        return stream;
      }
      /**
       * Create an async iterable which can be recursively called for data on-demand.
       */
      asyncIterate(apiCall, request, options) {
        if (options?.autoPaginate) {
          (0, warnings_1.warn)("autoPaginate true", "Autopaginate will always be set to false in Async paging methods. See more info at https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#auto-pagination for more information on how to configure paging calls", "AutopaginateTrueWarning");
        }
        options = Object.assign({}, options, { autoPaginate: false });
        const iterable = this.createIterator(apiCall, request, options);
        return iterable;
      }
      createIterator(apiCall, request, options) {
        const asyncIterable = {
          [Symbol.asyncIterator]() {
            let nextPageRequest = request;
            const cache = [];
            return {
              async next() {
                if (cache.length > 0) {
                  return Promise.resolve({
                    done: false,
                    value: cache.shift()
                  });
                }
                let attempts = 0;
                while (cache.length === 0 && nextPageRequest) {
                  let result;
                  [result, nextPageRequest] = await apiCall(nextPageRequest, options);
                  if (result && !Array.isArray(result)) {
                    for (const [key, value] of Object.entries(result)) {
                      cache.push([key, value]);
                    }
                  } else {
                    cache.push(...result);
                  }
                  if (cache.length === 0) {
                    ++attempts;
                    if (attempts > maxAttemptsEmptyResponse) {
                      break;
                    }
                  }
                }
                if (cache.length === 0) {
                  return Promise.resolve({ done: true, value: void 0 });
                }
                return Promise.resolve({ done: false, value: cache.shift() });
              }
            };
          }
        };
        return asyncIterable;
      }
      getApiCaller(settings) {
        if (!settings.autoPaginate) {
          return new normalApiCaller_1.NormalApiCaller();
        }
        return new pagedApiCaller_1.PagedApiCaller(this);
      }
    };
    exports2.PageDescriptor = PageDescriptor;
  }
});

// node_modules/google-gax/build/src/streamingCalls/streamDescriptor.js
var require_streamDescriptor = __commonJS({
  "node_modules/google-gax/build/src/streamingCalls/streamDescriptor.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.StreamDescriptor = void 0;
    var streamingApiCaller_1 = require_streamingApiCaller();
    var StreamDescriptor = class {
      type;
      streaming;
      // needed for browser support
      rest;
      gaxStreamingRetries;
      constructor(streamType, rest, gaxStreamingRetries) {
        this.type = streamType;
        this.streaming = true;
        this.rest = rest;
        this.gaxStreamingRetries = gaxStreamingRetries;
      }
      getApiCaller() {
        return new streamingApiCaller_1.StreamingApiCaller(this);
      }
    };
    exports2.StreamDescriptor = StreamDescriptor;
  }
});

// node_modules/google-gax/build/src/bundlingCalls/bundleApiCaller.js
var require_bundleApiCaller = __commonJS({
  "node_modules/google-gax/build/src/bundlingCalls/bundleApiCaller.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.BundleApiCaller = void 0;
    var call_1 = require_call();
    var googleError_1 = require_googleError();
    var BundleApiCaller = class {
      bundler;
      constructor(bundler) {
        this.bundler = bundler;
      }
      init(callback) {
        if (callback) {
          return new call_1.OngoingCall(callback);
        }
        return new call_1.OngoingCallPromise();
      }
      wrap(func) {
        return func;
      }
      call(apiCall, argument, settings, status) {
        if (!settings.isBundling) {
          throw new googleError_1.GoogleError("Bundling enabled with no isBundling!");
        }
        status.call((argument2, callback) => {
          this.bundler.schedule(apiCall, argument2, callback);
          return status;
        }, argument);
      }
      fail(canceller, err) {
        canceller.callback(err);
      }
      result(canceller) {
        return canceller.promise;
      }
    };
    exports2.BundleApiCaller = BundleApiCaller;
  }
});

// node_modules/google-gax/build/src/bundlingCalls/bundlingUtils.js
var require_bundlingUtils = __commonJS({
  "node_modules/google-gax/build/src/bundlingCalls/bundlingUtils.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.computeBundleId = computeBundleId;
    function computeBundleId(obj, discriminatorFields) {
      const ids = [];
      let hasIds = false;
      for (const field of discriminatorFields) {
        const id = at(obj, field);
        if (id === void 0) {
          ids.push(null);
        } else {
          hasIds = true;
          ids.push(id);
        }
      }
      if (!hasIds) {
        return void 0;
      }
      return JSON.stringify(ids);
    }
    function at(obj, field) {
      const pathParts = field.split(".");
      let currentObj = obj;
      for (const pathPart of pathParts) {
        currentObj = currentObj?.[pathPart];
      }
      return currentObj;
    }
  }
});

// node_modules/google-gax/build/src/bundlingCalls/task.js
var require_task = __commonJS({
  "node_modules/google-gax/build/src/bundlingCalls/task.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.Task = void 0;
    exports2.deepCopyForResponse = deepCopyForResponse;
    var status_1 = require_status2();
    var googleError_1 = require_googleError();
    function deepCopyForResponse(obj, subresponseInfo) {
      let result;
      if (obj === null) {
        return null;
      }
      if (obj === void 0) {
        return void 0;
      }
      if (Array.isArray(obj)) {
        result = [];
        obj.forEach((element) => {
          result.push(deepCopyForResponse(element, null));
        });
        return result;
      }
      if (obj.copy !== void 0) {
        return obj.copy();
      }
      if (obj instanceof ArrayBuffer) {
        return obj.slice(0);
      }
      if (typeof obj === "object") {
        result = {};
        Object.keys(obj).forEach((key) => {
          if (subresponseInfo && key === subresponseInfo.field && Array.isArray(obj[key])) {
            result[key] = obj[key].slice(subresponseInfo.start, subresponseInfo.end);
          } else {
            result[key] = deepCopyForResponse(obj[key], null);
          }
        });
        return result;
      }
      return obj;
    }
    var Task = class {
      _apiCall;
      _request;
      _bundledField;
      _subresponseField;
      _data;
      callCanceller;
      /**
       * A task coordinates the execution of a single bundle.
       *
       * @param {function} apiCall - The function to conduct calling API.
       * @param {Object} bundlingRequest - The base request object to be used
       *   for the actual API call.
       * @param {string} bundledField - The name of the field in bundlingRequest
       *   to be bundled.
       * @param {string=} subresponseField - The name of the field in the response
       *   to be passed to the callback.
       * @constructor
       * @private
       */
      constructor(apiCall, bundlingRequest, bundledField, subresponseField) {
        this._apiCall = apiCall;
        this._request = bundlingRequest;
        this._bundledField = bundledField;
        this._subresponseField = subresponseField;
        this._data = [];
      }
      /**
       * Returns the number of elements in a task.
       * @return {number} The number of elements.
       */
      getElementCount() {
        let count = 0;
        for (let i2 = 0; i2 < this._data.length; ++i2) {
          count += this._data[i2].elements.length;
        }
        return count;
      }
      /**
       * Returns the total byte size of the elements in a task.
       * @return {number} The byte size.
       */
      getRequestByteSize() {
        let size = 0;
        for (let i2 = 0; i2 < this._data.length; ++i2) {
          size += this._data[i2].bytes;
        }
        return size;
      }
      /**
       * Invokes the actual API call with current elements.
       * @return {string[]} - the list of ids for invocations to be run.
       */
      run() {
        if (this._data.length === 0) {
          return [];
        }
        const request = this._request;
        const elements = [];
        const ids = [];
        for (let i2 = 0; i2 < this._data.length; ++i2) {
          elements.push(...this._data[i2].elements);
          ids.push(this._data[i2].callback.id);
        }
        request[this._bundledField] = elements;
        const self2 = this;
        this.callCanceller = this._apiCall(request, (err, response) => {
          const responses = [];
          if (err) {
            self2._data.forEach(() => {
              responses.push(void 0);
            });
          } else {
            let subresponseInfo = null;
            if (self2._subresponseField) {
              subresponseInfo = {
                field: self2._subresponseField,
                start: 0
              };
            }
            self2._data.forEach((data) => {
              if (subresponseInfo) {
                subresponseInfo.end = subresponseInfo.start + data.elements.length;
              }
              responses.push(deepCopyForResponse(response, subresponseInfo));
              if (subresponseInfo) {
                subresponseInfo.start = subresponseInfo.end;
              }
            });
          }
          for (let i2 = 0; i2 < self2._data.length; ++i2) {
            if (self2._data[i2].cancelled) {
              const error = new googleError_1.GoogleError("cancelled");
              error.code = status_1.Status.CANCELLED;
              self2._data[i2].callback(error);
            } else {
              self2._data[i2].callback(err, responses[i2]);
            }
          }
        });
        return ids;
      }
      /**
       * Appends the list of elements into the task.
       * @param {Object[]} elements - the new list of elements.
       * @param {number} bytes - the byte size required to encode elements in the API.
       * @param {APICallback} callback - the callback of the method call.
       */
      extend(elements, bytes, callback) {
        this._data.push({
          elements,
          bytes,
          callback
        });
      }
      /**
       * Cancels a part of elements.
       * @param {string} id - The identifier of the part of elements.
       * @return {boolean} Whether the entire task will be canceled or not.
       */
      cancel(id) {
        if (this.callCanceller) {
          let allCancelled = true;
          this._data.forEach((d) => {
            if (d.callback.id === id) {
              d.cancelled = true;
            }
            if (!d.cancelled) {
              allCancelled = false;
            }
          });
          if (allCancelled) {
            this.callCanceller.cancel();
          }
          return allCancelled;
        }
        for (let i2 = 0; i2 < this._data.length; ++i2) {
          if (this._data[i2].callback.id === id) {
            const error = new googleError_1.GoogleError("cancelled");
            error.code = status_1.Status.CANCELLED;
            this._data[i2].callback(error);
            this._data.splice(i2, 1);
            break;
          }
        }
        return this._data.length === 0;
      }
    };
    exports2.Task = Task;
  }
});

// node_modules/google-gax/build/src/bundlingCalls/bundleExecutor.js
var require_bundleExecutor = __commonJS({
  "node_modules/google-gax/build/src/bundlingCalls/bundleExecutor.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.BundleExecutor = void 0;
    var status_1 = require_status2();
    var googleError_1 = require_googleError();
    var warnings_1 = require_warnings();
    var bundlingUtils_1 = require_bundlingUtils();
    var task_1 = require_task();
    function noop() {
    }
    var BundleExecutor = class {
      _options;
      _descriptor;
      _tasks;
      _timers;
      _invocations;
      _invocationId;
      /**
       * Organizes requests for an api service that requires to bundle them.
       *
       * @param {BundleOptions} bundleOptions - configures strategy this instance
       *   uses when executing bundled functions.
       * @param {BundleDescriptor} bundleDescriptor - the description of the bundling.
       * @constructor
       */
      constructor(bundleOptions, bundleDescriptor) {
        this._options = bundleOptions;
        this._descriptor = bundleDescriptor;
        this._tasks = {};
        this._timers = {};
        this._invocations = {};
        this._invocationId = 0;
      }
      /**
       * Schedule a method call.
       *
       * @param {function} apiCall - the function for an API call.
       * @param {Object} request - the request object to be bundled with others.
       * @param {APICallback} callback - the callback to be called when the method finished.
       * @return {function()} - the function to cancel the scheduled invocation.
       */
      schedule(apiCall, request, callback) {
        const bundleId = (0, bundlingUtils_1.computeBundleId)(request, this._descriptor.requestDiscriminatorFields);
        callback = callback || noop;
        if (bundleId === void 0) {
          (0, warnings_1.warn)("bundling_schedule_bundleid_undefined", `The request does not have enough information for request bundling. Invoking immediately. Request: ${JSON.stringify(request)} discriminator fields: ${this._descriptor.requestDiscriminatorFields}`);
          return apiCall(request, callback);
        }
        if (request[this._descriptor.bundledField] === void 0) {
          (0, warnings_1.warn)("bundling_no_bundled_field", `Request does not contain field ${this._descriptor.bundledField} that must present for bundling. Invoking immediately. Request: ${JSON.stringify(request)}`);
          return apiCall(request, callback);
        }
        if (!(bundleId in this._tasks)) {
          this._tasks[bundleId] = new task_1.Task(apiCall, request, this._descriptor.bundledField, this._descriptor.subresponseField);
        }
        let task = this._tasks[bundleId];
        callback.id = String(this._invocationId++);
        this._invocations[callback.id] = bundleId;
        const bundledField = request[this._descriptor.bundledField];
        const elementCount = bundledField.length;
        let requestBytes = 0;
        const self2 = this;
        bundledField.forEach((obj) => {
          requestBytes += this._descriptor.byteLengthFunction(obj);
        });
        const countLimit = this._options.elementCountLimit || 0;
        const byteLimit = this._options.requestByteLimit || 0;
        if (countLimit > 0 && elementCount > countLimit || byteLimit > 0 && requestBytes >= byteLimit) {
          let message;
          if (countLimit > 0 && elementCount > countLimit) {
            message = "The number of elements " + elementCount + " exceeds the limit " + this._options.elementCountLimit;
          } else {
            message = "The required bytes " + requestBytes + " exceeds the limit " + this._options.requestByteLimit;
          }
          const error = new googleError_1.GoogleError(message);
          error.code = status_1.Status.INVALID_ARGUMENT;
          callback(error);
          return {
            cancel: noop
          };
        }
        const existingCount = task.getElementCount();
        const existingBytes = task.getRequestByteSize();
        if (countLimit > 0 && elementCount + existingCount >= countLimit || byteLimit > 0 && requestBytes + existingBytes >= byteLimit) {
          this._runNow(bundleId);
          this._tasks[bundleId] = new task_1.Task(apiCall, request, this._descriptor.bundledField, this._descriptor.subresponseField);
          task = this._tasks[bundleId];
        }
        task.extend(bundledField, requestBytes, callback);
        const ret = {
          cancel() {
            self2._cancel(callback.id);
          }
        };
        const countThreshold = this._options.elementCountThreshold || 0;
        const sizeThreshold = this._options.requestByteThreshold || 0;
        if (countThreshold > 0 && task.getElementCount() >= countThreshold || sizeThreshold > 0 && task.getRequestByteSize() >= sizeThreshold) {
          this._runNow(bundleId);
          return ret;
        }
        if (!(bundleId in this._timers) && this._options.delayThreshold > 0) {
          this._timers[bundleId] = setTimeout(() => {
            delete this._timers[bundleId];
            this._runNow(bundleId);
          }, this._options.delayThreshold);
        }
        return ret;
      }
      /**
       * Clears scheduled timeout if it exists.
       *
       * @param {String} bundleId - the id for the task whose timeout needs to be
       *   cleared.
       * @private
       */
      _maybeClearTimeout(bundleId) {
        if (bundleId in this._timers) {
          const timerId = this._timers[bundleId];
          delete this._timers[bundleId];
          clearTimeout(timerId);
        }
      }
      /**
       * Cancels an event.
       *
       * @param {String} id - The id for the event in the task.
       * @private
       */
      _cancel(id) {
        if (!(id in this._invocations)) {
          return;
        }
        const bundleId = this._invocations[id];
        if (!(bundleId in this._tasks)) {
          return;
        }
        const task = this._tasks[bundleId];
        delete this._invocations[id];
        if (task.cancel(id)) {
          this._maybeClearTimeout(bundleId);
          delete this._tasks[bundleId];
        }
      }
      /**
       * Invokes a task.
       *
       * @param {String} bundleId - The id for the task.
       * @private
       */
      _runNow(bundleId) {
        if (!(bundleId in this._tasks)) {
          (0, warnings_1.warn)("bundle_runnow_bundleid_unknown", `No such bundleid: ${bundleId}`);
          return;
        }
        this._maybeClearTimeout(bundleId);
        const task = this._tasks[bundleId];
        delete this._tasks[bundleId];
        task.run().forEach((id) => {
          delete this._invocations[id];
        });
      }
    };
    exports2.BundleExecutor = BundleExecutor;
  }
});

// node_modules/google-gax/build/src/bundlingCalls/bundleDescriptor.js
var require_bundleDescriptor = __commonJS({
  "node_modules/google-gax/build/src/bundlingCalls/bundleDescriptor.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.BundleDescriptor = void 0;
    var normalApiCaller_1 = require_normalApiCaller();
    var bundleApiCaller_1 = require_bundleApiCaller();
    var bundleExecutor_1 = require_bundleExecutor();
    var util_1 = require_util2();
    var BundleDescriptor = class {
      bundledField;
      requestDiscriminatorFields;
      subresponseField;
      byteLengthFunction;
      /**
       * Describes the structure of bundled call.
       *
       * requestDiscriminatorFields may include '.' as a separator, which is used to
       * indicate object traversal. This allows fields in nested objects to be used
       * to determine what request to bundle.
       *
       * @property {String} bundledField
       * @property {String} requestDiscriminatorFields
       * @property {String} subresponseField
       * @property {Function} byteLengthFunction
       *
       * @param {String} bundledField - the repeated field in the request message
       *   that will have its elements aggregated by bundling.
       * @param {String} requestDiscriminatorFields - a list of fields in the
       *   target request message class that are used to detemrine which request
       *   messages should be bundled together.
       * @param {String} subresponseField - an optional field, when present it
       *   indicates the field in the response message that should be used to
       *   demultiplex the response into multiple response messages.
       * @param {Function} byteLengthFunction - a function to obtain the byte
       *   length to be consumed for the bundled field messages. Because Node.JS
       *   protobuf.js/gRPC uses builtin Objects for the user-visible data and
       *   internally they are encoded/decoded in protobuf manner, this function
       *   is actually necessary to calculate the byte length.
       * @constructor
       */
      constructor(bundledField, requestDiscriminatorFields, subresponseField, byteLengthFunction) {
        if (!byteLengthFunction && typeof subresponseField === "function") {
          byteLengthFunction = subresponseField;
          subresponseField = null;
        }
        this.bundledField = bundledField;
        this.requestDiscriminatorFields = requestDiscriminatorFields.map(util_1.toCamelCase);
        this.subresponseField = subresponseField;
        this.byteLengthFunction = byteLengthFunction;
      }
      getApiCaller(settings) {
        if (settings.isBundling === false) {
          return new normalApiCaller_1.NormalApiCaller();
        }
        return new bundleApiCaller_1.BundleApiCaller(new bundleExecutor_1.BundleExecutor(settings.bundleOptions, this));
      }
    };
    exports2.BundleDescriptor = BundleDescriptor;
  }
});

// node_modules/google-gax/build/src/descriptor.js
var require_descriptor = __commonJS({
  "node_modules/google-gax/build/src/descriptor.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ResumableUploadDescriptor = exports2.BundleDescriptor = exports2.StreamDescriptor = exports2.PageDescriptor = exports2.LongrunningDescriptor = void 0;
    var longRunningDescriptor_1 = require_longRunningDescriptor();
    Object.defineProperty(exports2, "LongrunningDescriptor", { enumerable: true, get: function() {
      return longRunningDescriptor_1.LongRunningDescriptor;
    } });
    var pageDescriptor_1 = require_pageDescriptor();
    Object.defineProperty(exports2, "PageDescriptor", { enumerable: true, get: function() {
      return pageDescriptor_1.PageDescriptor;
    } });
    var streamDescriptor_1 = require_streamDescriptor();
    Object.defineProperty(exports2, "StreamDescriptor", { enumerable: true, get: function() {
      return streamDescriptor_1.StreamDescriptor;
    } });
    var bundleDescriptor_1 = require_bundleDescriptor();
    Object.defineProperty(exports2, "BundleDescriptor", { enumerable: true, get: function() {
      return bundleDescriptor_1.BundleDescriptor;
    } });
    var resumableUpload_1 = require_nothing();
    Object.defineProperty(exports2, "ResumableUploadDescriptor", { enumerable: true, get: function() {
      return resumableUpload_1.ResumableUploadDescriptor;
    } });
  }
});

// node_modules/google-gax/build/src/operations_client_config.json
var require_operations_client_config = __commonJS({
  "node_modules/google-gax/build/src/operations_client_config.json"(exports2, module2) {
    module2.exports = {
      interfaces: {
        "google.longrunning.Operations": {
          retry_codes: {
            idempotent: [
              "DEADLINE_EXCEEDED",
              "UNAVAILABLE"
            ],
            non_idempotent: []
          },
          retry_params: {
            default: {
              initial_retry_delay_millis: 100,
              retry_delay_multiplier: 1.3,
              max_retry_delay_millis: 6e4,
              initial_rpc_timeout_millis: 9e4,
              rpc_timeout_multiplier: 1,
              max_rpc_timeout_millis: 9e4,
              total_timeout_millis: 6e5
            }
          },
          methods: {
            GetOperation: {
              timeout_millis: 6e4,
              retry_codes_name: "idempotent",
              retry_params_name: "default"
            },
            ListOperations: {
              timeout_millis: 6e4,
              retry_codes_name: "idempotent",
              retry_params_name: "default"
            },
            CancelOperation: {
              timeout_millis: 6e4,
              retry_codes_name: "idempotent",
              retry_params_name: "default"
            },
            DeleteOperation: {
              timeout_millis: 6e4,
              retry_codes_name: "idempotent",
              retry_params_name: "default"
            }
          }
        }
      }
    };
  }
});

// node_modules/google-gax/build/protos/operations.json
var require_operations = __commonJS({
  "node_modules/google-gax/build/protos/operations.json"(exports2, module2) {
    module2.exports = {
      nested: {
        google: {
          nested: {
            longrunning: {
              options: {
                cc_enable_arenas: true,
                csharp_namespace: "Google.LongRunning",
                go_package: "google.golang.org/genproto/googleapis/longrunning;longrunning",
                java_multiple_files: true,
                java_outer_classname: "OperationsProto",
                java_package: "com.google.longrunning",
                php_namespace: "Google\\LongRunning"
              },
              nested: {
                operationInfo: {
                  type: "google.longrunning.OperationInfo",
                  id: 1049,
                  extend: "google.protobuf.MethodOptions"
                },
                Operations: {
                  options: {
                    "(google.api.default_host)": "longrunning.googleapis.com"
                  },
                  methods: {
                    ListOperations: {
                      requestType: "ListOperationsRequest",
                      responseType: "ListOperationsResponse",
                      options: {
                        "(google.api.http).get": "/v1/{name=operations}",
                        "(google.api.method_signature)": "name,filter"
                      },
                      parsedOptions: [
                        {
                          "(google.api.http)": {
                            get: "/v1/{name=operations}"
                          }
                        },
                        {
                          "(google.api.method_signature)": "name,filter"
                        }
                      ]
                    },
                    GetOperation: {
                      requestType: "GetOperationRequest",
                      responseType: "Operation",
                      options: {
                        "(google.api.http).get": "/v1/operations/{name}",
                        "(google.api.method_signature)": "name"
                      },
                      parsedOptions: [
                        {
                          "(google.api.http)": {
                            get: "/v1/operations/{name}"
                          }
                        },
                        {
                          "(google.api.method_signature)": "name"
                        }
                      ]
                    },
                    DeleteOperation: {
                      requestType: "DeleteOperationRequest",
                      responseType: "google.protobuf.Empty",
                      options: {
                        "(google.api.http).delete": "/v1/{name=operations/**}",
                        "(google.api.method_signature)": "name"
                      },
                      parsedOptions: [
                        {
                          "(google.api.http)": {
                            delete: "/v1/{name=operations/**}"
                          }
                        },
                        {
                          "(google.api.method_signature)": "name"
                        }
                      ]
                    },
                    CancelOperation: {
                      requestType: "CancelOperationRequest",
                      responseType: "google.protobuf.Empty",
                      options: {
                        "(google.api.http).post": "/v1/{name=operations/**}:cancel",
                        "(google.api.http).body": "*",
                        "(google.api.method_signature)": "name"
                      },
                      parsedOptions: [
                        {
                          "(google.api.http)": {
                            post: "/v1/{name=operations/**}:cancel",
                            body: "*"
                          }
                        },
                        {
                          "(google.api.method_signature)": "name"
                        }
                      ]
                    },
                    WaitOperation: {
                      requestType: "WaitOperationRequest",
                      responseType: "Operation"
                    }
                  }
                },
                Operation: {
                  oneofs: {
                    result: {
                      oneof: [
                        "error",
                        "response"
                      ]
                    }
                  },
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    metadata: {
                      type: "google.protobuf.Any",
                      id: 2
                    },
                    done: {
                      type: "bool",
                      id: 3
                    },
                    error: {
                      type: "google.rpc.Status",
                      id: 4
                    },
                    response: {
                      type: "google.protobuf.Any",
                      id: 5
                    }
                  }
                },
                GetOperationRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    }
                  }
                },
                ListOperationsRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 4
                    },
                    filter: {
                      type: "string",
                      id: 1
                    },
                    pageSize: {
                      type: "int32",
                      id: 2
                    },
                    pageToken: {
                      type: "string",
                      id: 3
                    }
                  }
                },
                ListOperationsResponse: {
                  fields: {
                    operations: {
                      rule: "repeated",
                      type: "Operation",
                      id: 1
                    },
                    nextPageToken: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                CancelOperationRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    }
                  }
                },
                DeleteOperationRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    }
                  }
                },
                WaitOperationRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    timeout: {
                      type: "google.protobuf.Duration",
                      id: 2
                    }
                  }
                },
                OperationInfo: {
                  fields: {
                    responseType: {
                      type: "string",
                      id: 1
                    },
                    metadataType: {
                      type: "string",
                      id: 2
                    }
                  }
                }
              }
            },
            api: {
              options: {
                go_package: "google.golang.org/genproto/googleapis/api/annotations;annotations",
                java_multiple_files: true,
                java_outer_classname: "ClientProto",
                java_package: "com.google.api",
                objc_class_prefix: "GAPI",
                cc_enable_arenas: true
              },
              nested: {
                http: {
                  type: "HttpRule",
                  id: 72295728,
                  extend: "google.protobuf.MethodOptions"
                },
                Http: {
                  fields: {
                    rules: {
                      rule: "repeated",
                      type: "HttpRule",
                      id: 1
                    },
                    fullyDecodeReservedExpansion: {
                      type: "bool",
                      id: 2
                    }
                  }
                },
                HttpRule: {
                  oneofs: {
                    pattern: {
                      oneof: [
                        "get",
                        "put",
                        "post",
                        "delete",
                        "patch",
                        "custom"
                      ]
                    }
                  },
                  fields: {
                    selector: {
                      type: "string",
                      id: 1
                    },
                    get: {
                      type: "string",
                      id: 2
                    },
                    put: {
                      type: "string",
                      id: 3
                    },
                    post: {
                      type: "string",
                      id: 4
                    },
                    delete: {
                      type: "string",
                      id: 5
                    },
                    patch: {
                      type: "string",
                      id: 6
                    },
                    custom: {
                      type: "CustomHttpPattern",
                      id: 8
                    },
                    body: {
                      type: "string",
                      id: 7
                    },
                    responseBody: {
                      type: "string",
                      id: 12
                    },
                    additionalBindings: {
                      rule: "repeated",
                      type: "HttpRule",
                      id: 11
                    }
                  }
                },
                CustomHttpPattern: {
                  fields: {
                    kind: {
                      type: "string",
                      id: 1
                    },
                    path: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                methodSignature: {
                  rule: "repeated",
                  type: "string",
                  id: 1051,
                  extend: "google.protobuf.MethodOptions"
                },
                defaultHost: {
                  type: "string",
                  id: 1049,
                  extend: "google.protobuf.ServiceOptions"
                },
                oauthScopes: {
                  type: "string",
                  id: 1050,
                  extend: "google.protobuf.ServiceOptions"
                }
              }
            },
            protobuf: {
              options: {
                go_package: "github.com/golang/protobuf/protoc-gen-go/descriptor;descriptor",
                java_package: "com.google.protobuf",
                java_outer_classname: "DescriptorProtos",
                csharp_namespace: "Google.Protobuf.Reflection",
                objc_class_prefix: "GPB",
                cc_enable_arenas: true,
                optimize_for: "SPEED"
              },
              nested: {
                FileDescriptorSet: {
                  fields: {
                    file: {
                      rule: "repeated",
                      type: "FileDescriptorProto",
                      id: 1
                    }
                  }
                },
                FileDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    package: {
                      type: "string",
                      id: 2
                    },
                    dependency: {
                      rule: "repeated",
                      type: "string",
                      id: 3
                    },
                    publicDependency: {
                      rule: "repeated",
                      type: "int32",
                      id: 10,
                      options: {
                        packed: false
                      }
                    },
                    weakDependency: {
                      rule: "repeated",
                      type: "int32",
                      id: 11,
                      options: {
                        packed: false
                      }
                    },
                    messageType: {
                      rule: "repeated",
                      type: "DescriptorProto",
                      id: 4
                    },
                    enumType: {
                      rule: "repeated",
                      type: "EnumDescriptorProto",
                      id: 5
                    },
                    service: {
                      rule: "repeated",
                      type: "ServiceDescriptorProto",
                      id: 6
                    },
                    extension: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 7
                    },
                    options: {
                      type: "FileOptions",
                      id: 8
                    },
                    sourceCodeInfo: {
                      type: "SourceCodeInfo",
                      id: 9
                    },
                    syntax: {
                      type: "string",
                      id: 12
                    }
                  }
                },
                DescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    field: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 2
                    },
                    extension: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 6
                    },
                    nestedType: {
                      rule: "repeated",
                      type: "DescriptorProto",
                      id: 3
                    },
                    enumType: {
                      rule: "repeated",
                      type: "EnumDescriptorProto",
                      id: 4
                    },
                    extensionRange: {
                      rule: "repeated",
                      type: "ExtensionRange",
                      id: 5
                    },
                    oneofDecl: {
                      rule: "repeated",
                      type: "OneofDescriptorProto",
                      id: 8
                    },
                    options: {
                      type: "MessageOptions",
                      id: 7
                    },
                    reservedRange: {
                      rule: "repeated",
                      type: "ReservedRange",
                      id: 9
                    },
                    reservedName: {
                      rule: "repeated",
                      type: "string",
                      id: 10
                    }
                  },
                  nested: {
                    ExtensionRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        },
                        options: {
                          type: "ExtensionRangeOptions",
                          id: 3
                        }
                      }
                    },
                    ReservedRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        }
                      }
                    }
                  }
                },
                ExtensionRangeOptions: {
                  fields: {
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                FieldDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    number: {
                      type: "int32",
                      id: 3
                    },
                    label: {
                      type: "Label",
                      id: 4
                    },
                    type: {
                      type: "Type",
                      id: 5
                    },
                    typeName: {
                      type: "string",
                      id: 6
                    },
                    extendee: {
                      type: "string",
                      id: 2
                    },
                    defaultValue: {
                      type: "string",
                      id: 7
                    },
                    oneofIndex: {
                      type: "int32",
                      id: 9
                    },
                    jsonName: {
                      type: "string",
                      id: 10
                    },
                    options: {
                      type: "FieldOptions",
                      id: 8
                    },
                    proto3Optional: {
                      type: "bool",
                      id: 17
                    }
                  },
                  nested: {
                    Type: {
                      values: {
                        TYPE_DOUBLE: 1,
                        TYPE_FLOAT: 2,
                        TYPE_INT64: 3,
                        TYPE_UINT64: 4,
                        TYPE_INT32: 5,
                        TYPE_FIXED64: 6,
                        TYPE_FIXED32: 7,
                        TYPE_BOOL: 8,
                        TYPE_STRING: 9,
                        TYPE_GROUP: 10,
                        TYPE_MESSAGE: 11,
                        TYPE_BYTES: 12,
                        TYPE_UINT32: 13,
                        TYPE_ENUM: 14,
                        TYPE_SFIXED32: 15,
                        TYPE_SFIXED64: 16,
                        TYPE_SINT32: 17,
                        TYPE_SINT64: 18
                      }
                    },
                    Label: {
                      values: {
                        LABEL_OPTIONAL: 1,
                        LABEL_REQUIRED: 2,
                        LABEL_REPEATED: 3
                      }
                    }
                  }
                },
                OneofDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    options: {
                      type: "OneofOptions",
                      id: 2
                    }
                  }
                },
                EnumDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    value: {
                      rule: "repeated",
                      type: "EnumValueDescriptorProto",
                      id: 2
                    },
                    options: {
                      type: "EnumOptions",
                      id: 3
                    },
                    reservedRange: {
                      rule: "repeated",
                      type: "EnumReservedRange",
                      id: 4
                    },
                    reservedName: {
                      rule: "repeated",
                      type: "string",
                      id: 5
                    }
                  },
                  nested: {
                    EnumReservedRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        }
                      }
                    }
                  }
                },
                EnumValueDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    number: {
                      type: "int32",
                      id: 2
                    },
                    options: {
                      type: "EnumValueOptions",
                      id: 3
                    }
                  }
                },
                ServiceDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    method: {
                      rule: "repeated",
                      type: "MethodDescriptorProto",
                      id: 2
                    },
                    options: {
                      type: "ServiceOptions",
                      id: 3
                    }
                  }
                },
                MethodDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    inputType: {
                      type: "string",
                      id: 2
                    },
                    outputType: {
                      type: "string",
                      id: 3
                    },
                    options: {
                      type: "MethodOptions",
                      id: 4
                    },
                    clientStreaming: {
                      type: "bool",
                      id: 5,
                      options: {
                        default: false
                      }
                    },
                    serverStreaming: {
                      type: "bool",
                      id: 6,
                      options: {
                        default: false
                      }
                    }
                  }
                },
                FileOptions: {
                  fields: {
                    javaPackage: {
                      type: "string",
                      id: 1
                    },
                    javaOuterClassname: {
                      type: "string",
                      id: 8
                    },
                    javaMultipleFiles: {
                      type: "bool",
                      id: 10,
                      options: {
                        default: false
                      }
                    },
                    javaGenerateEqualsAndHash: {
                      type: "bool",
                      id: 20,
                      options: {
                        deprecated: true
                      }
                    },
                    javaStringCheckUtf8: {
                      type: "bool",
                      id: 27,
                      options: {
                        default: false
                      }
                    },
                    optimizeFor: {
                      type: "OptimizeMode",
                      id: 9,
                      options: {
                        default: "SPEED"
                      }
                    },
                    goPackage: {
                      type: "string",
                      id: 11
                    },
                    ccGenericServices: {
                      type: "bool",
                      id: 16,
                      options: {
                        default: false
                      }
                    },
                    javaGenericServices: {
                      type: "bool",
                      id: 17,
                      options: {
                        default: false
                      }
                    },
                    pyGenericServices: {
                      type: "bool",
                      id: 18,
                      options: {
                        default: false
                      }
                    },
                    phpGenericServices: {
                      type: "bool",
                      id: 42,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 23,
                      options: {
                        default: false
                      }
                    },
                    ccEnableArenas: {
                      type: "bool",
                      id: 31,
                      options: {
                        default: true
                      }
                    },
                    objcClassPrefix: {
                      type: "string",
                      id: 36
                    },
                    csharpNamespace: {
                      type: "string",
                      id: 37
                    },
                    swiftPrefix: {
                      type: "string",
                      id: 39
                    },
                    phpClassPrefix: {
                      type: "string",
                      id: 40
                    },
                    phpNamespace: {
                      type: "string",
                      id: 41
                    },
                    phpMetadataNamespace: {
                      type: "string",
                      id: 44
                    },
                    rubyPackage: {
                      type: "string",
                      id: 45
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      38,
                      38
                    ]
                  ],
                  nested: {
                    OptimizeMode: {
                      values: {
                        SPEED: 1,
                        CODE_SIZE: 2,
                        LITE_RUNTIME: 3
                      }
                    }
                  }
                },
                MessageOptions: {
                  fields: {
                    messageSetWireFormat: {
                      type: "bool",
                      id: 1,
                      options: {
                        default: false
                      }
                    },
                    noStandardDescriptorAccessor: {
                      type: "bool",
                      id: 2,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    mapEntry: {
                      type: "bool",
                      id: 7
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      8,
                      8
                    ],
                    [
                      9,
                      9
                    ]
                  ]
                },
                FieldOptions: {
                  fields: {
                    ctype: {
                      type: "CType",
                      id: 1,
                      options: {
                        default: "STRING"
                      }
                    },
                    packed: {
                      type: "bool",
                      id: 2
                    },
                    jstype: {
                      type: "JSType",
                      id: 6,
                      options: {
                        default: "JS_NORMAL"
                      }
                    },
                    lazy: {
                      type: "bool",
                      id: 5,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    weak: {
                      type: "bool",
                      id: 10,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      4,
                      4
                    ]
                  ],
                  nested: {
                    CType: {
                      values: {
                        STRING: 0,
                        CORD: 1,
                        STRING_PIECE: 2
                      }
                    },
                    JSType: {
                      values: {
                        JS_NORMAL: 0,
                        JS_STRING: 1,
                        JS_NUMBER: 2
                      }
                    }
                  }
                },
                OneofOptions: {
                  fields: {
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                EnumOptions: {
                  fields: {
                    allowAlias: {
                      type: "bool",
                      id: 2
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      5,
                      5
                    ]
                  ]
                },
                EnumValueOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 1,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                ServiceOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 33,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                MethodOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 33,
                      options: {
                        default: false
                      }
                    },
                    idempotencyLevel: {
                      type: "IdempotencyLevel",
                      id: 34,
                      options: {
                        default: "IDEMPOTENCY_UNKNOWN"
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  nested: {
                    IdempotencyLevel: {
                      values: {
                        IDEMPOTENCY_UNKNOWN: 0,
                        NO_SIDE_EFFECTS: 1,
                        IDEMPOTENT: 2
                      }
                    }
                  }
                },
                UninterpretedOption: {
                  fields: {
                    name: {
                      rule: "repeated",
                      type: "NamePart",
                      id: 2
                    },
                    identifierValue: {
                      type: "string",
                      id: 3
                    },
                    positiveIntValue: {
                      type: "uint64",
                      id: 4
                    },
                    negativeIntValue: {
                      type: "int64",
                      id: 5
                    },
                    doubleValue: {
                      type: "double",
                      id: 6
                    },
                    stringValue: {
                      type: "bytes",
                      id: 7
                    },
                    aggregateValue: {
                      type: "string",
                      id: 8
                    }
                  },
                  nested: {
                    NamePart: {
                      fields: {
                        namePart: {
                          rule: "required",
                          type: "string",
                          id: 1
                        },
                        isExtension: {
                          rule: "required",
                          type: "bool",
                          id: 2
                        }
                      }
                    }
                  }
                },
                SourceCodeInfo: {
                  fields: {
                    location: {
                      rule: "repeated",
                      type: "Location",
                      id: 1
                    }
                  },
                  nested: {
                    Location: {
                      fields: {
                        path: {
                          rule: "repeated",
                          type: "int32",
                          id: 1
                        },
                        span: {
                          rule: "repeated",
                          type: "int32",
                          id: 2
                        },
                        leadingComments: {
                          type: "string",
                          id: 3
                        },
                        trailingComments: {
                          type: "string",
                          id: 4
                        },
                        leadingDetachedComments: {
                          rule: "repeated",
                          type: "string",
                          id: 6
                        }
                      }
                    }
                  }
                },
                GeneratedCodeInfo: {
                  fields: {
                    annotation: {
                      rule: "repeated",
                      type: "Annotation",
                      id: 1
                    }
                  },
                  nested: {
                    Annotation: {
                      fields: {
                        path: {
                          rule: "repeated",
                          type: "int32",
                          id: 1
                        },
                        sourceFile: {
                          type: "string",
                          id: 2
                        },
                        begin: {
                          type: "int32",
                          id: 3
                        },
                        end: {
                          type: "int32",
                          id: 4
                        }
                      }
                    }
                  }
                },
                Any: {
                  fields: {
                    type_url: {
                      type: "string",
                      id: 1
                    },
                    value: {
                      type: "bytes",
                      id: 2
                    }
                  }
                },
                Duration: {
                  fields: {
                    seconds: {
                      type: "int64",
                      id: 1
                    },
                    nanos: {
                      type: "int32",
                      id: 2
                    }
                  }
                },
                Empty: {
                  fields: {}
                }
              }
            },
            rpc: {
              options: {
                cc_enable_arenas: true,
                go_package: "google.golang.org/genproto/googleapis/rpc/status;status",
                java_multiple_files: true,
                java_outer_classname: "StatusProto",
                java_package: "com.google.rpc",
                objc_class_prefix: "RPC"
              },
              nested: {
                Status: {
                  fields: {
                    code: {
                      type: "int32",
                      id: 1
                    },
                    message: {
                      type: "string",
                      id: 2
                    },
                    details: {
                      rule: "repeated",
                      type: "google.protobuf.Any",
                      id: 3
                    }
                  }
                }
              }
            }
          }
        }
      }
    };
  }
});

// node_modules/google-gax/build/src/transcoding.js
var require_transcoding = __commonJS({
  "node_modules/google-gax/build/src/transcoding.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getMatchedUrlTemplate = getMatchedUrlTemplate;
    exports2.getField = getField;
    exports2.deepCopyWithoutMatchedFields = deepCopyWithoutMatchedFields;
    exports2.deleteField = deleteField;
    exports2.buildQueryStringComponents = buildQueryStringComponents;
    exports2.encodeWithSlashes = encodeWithSlashes;
    exports2.encodeWithoutSlashes = encodeWithoutSlashes;
    exports2.applyPattern = applyPattern;
    exports2.match = match;
    exports2.flattenObject = flattenObject;
    exports2.isProto3OptionalField = isProto3OptionalField;
    exports2.transcode = transcode;
    exports2.overrideHttpRules = overrideHttpRules;
    var util_1 = require_util2();
    var matchedUrlTemplates = /* @__PURE__ */ new WeakMap();
    function getMatchedUrlTemplate(transcoded) {
      return matchedUrlTemplates.get(transcoded);
    }
    var httpOptionName = "(google.api.http)";
    var proto3OptionalName = "proto3_optional";
    var supportedHttpMethods = ["get", "post", "put", "patch", "delete"];
    function getField(request, field, allowObjects = false) {
      const parts = field.split(".");
      let value = request;
      for (const part of parts) {
        if (typeof value !== "object") {
          return void 0;
        }
        value = value[part];
      }
      if (!allowObjects && typeof value === "object" && !Array.isArray(value) && value !== null) {
        return void 0;
      }
      return value;
    }
    function deepCopyWithoutMatchedFields(request, fieldsToSkip, fullNamePrefix = "") {
      if (typeof request !== "object" || request === null) {
        return request;
      }
      const copy = Object.assign({}, request);
      for (const key in copy) {
        if (fieldsToSkip.has(`${fullNamePrefix}${key}`)) {
          delete copy[key];
          continue;
        }
        const nextFullNamePrefix = `${fullNamePrefix}${key}.`;
        if (Array.isArray(copy[key])) {
          copy[key] = copy[key].map((value) => deepCopyWithoutMatchedFields(value, /* @__PURE__ */ new Set()));
        } else if (typeof copy[key] === "object" && copy[key] !== null) {
          copy[key] = deepCopyWithoutMatchedFields(copy[key], fieldsToSkip, nextFullNamePrefix);
        }
      }
      return copy;
    }
    function deleteField(request, field) {
      const parts = field.split(".");
      while (parts.length > 1) {
        if (typeof request !== "object") {
          return;
        }
        const part2 = parts.shift();
        request = request[part2];
      }
      const part = parts.shift();
      if (typeof request !== "object") {
        return;
      }
      delete request[part];
    }
    function validateUriPathSegment(propertyName, value) {
      if (value === "." || value === "..") {
        throw new Error(`Invalid value ${value} for ${propertyName}`);
      }
    }
    function validateUriPath(propertyName, value) {
      if (value) {
        const segments = value.split("/");
        if (segments.some((segment) => segment === "." || segment === "..")) {
          throw new Error(`Value for ${propertyName} must not contain segments that are exactly . or ..`);
        }
      }
    }
    function buildQueryStringComponents(request, prefix = "") {
      const resultList = [];
      for (const key in request) {
        const requestValue = request[key];
        if (Array.isArray(requestValue)) {
          for (const value of requestValue) {
            resultList.push(`${prefix}${encodeWithoutSlashes(key)}=${encodeWithoutSlashes(value.toString())}`);
          }
        } else if (typeof requestValue === "object" && requestValue !== null) {
          resultList.push(...buildQueryStringComponents(requestValue, `${key}.`));
        } else {
          resultList.push(`${prefix}${encodeWithoutSlashes(key)}=${encodeWithoutSlashes(requestValue === null || requestValue === void 0 ? "null" : requestValue.toString())}`);
        }
      }
      return resultList;
    }
    function encodeWithSlashes(str) {
      return encodeURIComponent(str).replace(
        /[!'()*]/g,
        // Characters preserved by encodeURIComponent
        // Characters preserved by encodeURIComponent
        (character) => "%" + character.charCodeAt(0).toString(16).toUpperCase()
      );
    }
    function encodeWithoutSlashes(str) {
      return str.split("/").map(encodeWithSlashes).join("/");
    }
    function escapeRegExp(str) {
      return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    }
    function applyPattern(pattern, fieldValue, propertyName = "resource") {
      if (!pattern || pattern === "*") {
        validateUriPathSegment(propertyName, fieldValue);
        return encodeWithSlashes(fieldValue);
      }
      if (!pattern.includes("*") && pattern !== fieldValue) {
        return void 0;
      }
      const regex = new RegExp("^" + escapeRegExp(pattern).replace(/\\\*\\\*/g, "(.+)").replace(/\\\*/g, "([^/]+)") + "$");
      const match2 = fieldValue.match(regex);
      if (!match2) {
        return void 0;
      }
      const wildcards = pattern.match(/\*\*|\*/g) || [];
      for (let i2 = 1; i2 < match2.length; i2++) {
        const groupVal = match2[i2];
        if (groupVal !== void 0 && groupVal !== null) {
          const wildcardType = wildcards[i2 - 1];
          if (wildcardType === "*") {
            validateUriPathSegment(propertyName, groupVal);
          } else if (wildcardType === "**") {
            validateUriPath(propertyName, groupVal);
          }
        }
      }
      return encodeWithoutSlashes(fieldValue);
    }
    function fieldToCamelCase(field) {
      const parts = field.split(".");
      return parts.map((part) => (0, util_1.toCamelCase)(part)).join(".");
    }
    function match(request, pattern) {
      let url = pattern;
      const matchedFields = [];
      for (; ; ) {
        const match2 = url.match(/^(.*)\{([^}=]+)(?:=([^}]*))?\}(.*)/);
        if (!match2) {
          break;
        }
        const [, before, field, pattern2, after] = match2;
        const camelCasedField = fieldToCamelCase(field);
        matchedFields.push(fieldToCamelCase(camelCasedField));
        const fieldValue = getField(request, camelCasedField);
        if (fieldValue === void 0) {
          return void 0;
        }
        const appliedPattern = applyPattern(pattern2, fieldValue === null ? "null" : fieldValue.toString(), camelCasedField);
        if (appliedPattern === void 0) {
          return void 0;
        }
        url = before + appliedPattern + after;
      }
      return { matchedFields, url };
    }
    function flattenObject(request) {
      const result = {};
      for (const key in request) {
        if (request[key] === void 0) {
          continue;
        }
        if (Array.isArray(request[key])) {
          result[key] = request[key];
          continue;
        }
        if (typeof request[key] === "object" && request[key] !== null) {
          const nested = flattenObject(request[key]);
          for (const nestedKey in nested) {
            result[`${key}.${nestedKey}`] = nested[nestedKey];
          }
          continue;
        }
        result[key] = request[key];
      }
      return result;
    }
    function isProto3OptionalField(field) {
      return field && field.options && field.options[proto3OptionalName];
    }
    function transcode(request, parsedOptions) {
      const httpRules = [];
      for (const option of parsedOptions) {
        if (!(httpOptionName in option)) {
          continue;
        }
        const httpRule = option[httpOptionName];
        httpRules.push(httpRule);
        if (httpRule?.additional_bindings) {
          const additionalBindings = Array.isArray(httpRule.additional_bindings) ? httpRule.additional_bindings : [httpRule.additional_bindings];
          httpRules.push(...additionalBindings);
        }
      }
      for (const httpRule of httpRules) {
        for (const httpMethod of supportedHttpMethods) {
          if (!(httpMethod in httpRule)) {
            continue;
          }
          const pathTemplate = httpRule[httpMethod];
          const matchResult = match(request, pathTemplate);
          if (matchResult === void 0) {
            continue;
          }
          const { url, matchedFields } = matchResult;
          let data = deepCopyWithoutMatchedFields(request, new Set(matchedFields));
          if (httpRule.body === "*") {
            const result2 = {
              httpMethod,
              url,
              queryString: "",
              data
            };
            matchedUrlTemplates.set(result2, pathTemplate);
            return result2;
          }
          const queryStringObject = data;
          if (httpRule.body) {
            data = getField(
              queryStringObject,
              fieldToCamelCase(httpRule.body),
              /*allowObjects:*/
              true
            );
            deleteField(queryStringObject, fieldToCamelCase(httpRule.body));
          } else {
            data = "";
          }
          const queryStringComponents = buildQueryStringComponents(queryStringObject);
          const queryString = queryStringComponents.join("&");
          if (!data || typeof data === "object" && Object.keys(data).length === 0) {
            data = "";
          }
          const result = { httpMethod, url, queryString, data };
          matchedUrlTemplates.set(result, pathTemplate);
          return result;
        }
      }
      return void 0;
    }
    function overrideHttpRules(httpRules, protoJson) {
      for (const rule of httpRules) {
        if (!rule.selector) {
          continue;
        }
        const rpc = protoJson.lookup(rule.selector);
        if (!rpc || !rpc.parsedOptions) {
          continue;
        }
        for (const item of rpc.parsedOptions) {
          if (!(httpOptionName in item)) {
            continue;
          }
          const httpOptions = item[httpOptionName];
          for (const httpMethod in httpOptions) {
            if (httpMethod in rule) {
              if (httpMethod === "additional_bindings") {
                continue;
              }
              httpOptions[httpMethod] = rule[httpMethod];
            }
            if (rule.additional_bindings) {
              httpOptions["additional_bindings"] = !httpOptions["additional_bindings"] ? [] : Array.isArray(httpOptions["additional_bindings"]) ? httpOptions["additional_bindings"] : [httpOptions["additional_bindings"]];
              httpOptions["additional_bindings"].push(...rule.additional_bindings);
            }
          }
        }
      }
    }
  }
});

// node_modules/google-gax/package.json
var require_package = __commonJS({
  "node_modules/google-gax/package.json"(exports2, module2) {
    module2.exports = {
      name: "google-gax",
      version: "6.17.0",
      description: "Google API Extensions",
      main: "build/src/index.js",
      types: "build/src/index.d.ts",
      files: [
        "build/src",
        "build/protos/",
        "!build/src/**/*.map"
      ],
      dependencies: {
        "@grpc/grpc-js": "^1.12.6",
        "@grpc/proto-loader": "^0.8.0",
        "@opentelemetry/api": "^1.9.0",
        duplexify: "^4.1.3",
        "google-auth-library": "^11.3.1",
        "google-logging-utils": "^2.1.0",
        "node-fetch": "^3.3.2",
        "object-hash": "^3.0.0",
        "proto3-json-serializer": "^4.1.0",
        protobufjs: "^7.5.4",
        "retry-request": "^9.1.0"
      },
      devDependencies: {
        "@babel/plugin-proposal-private-methods": "^7.18.6",
        "@google-cloud/dialogflow-cx": "6.0.1",
        "@opentelemetry/sdk-trace-base": "^2.10.0",
        "@types/mocha": "^10.0.10",
        "@types/ncp": "^2.0.8",
        "@types/node": "^24.0.0",
        "@types/object-hash": "^3.0.6",
        "@types/pumpify": "^1.4.4",
        "@types/sinon": "^21.0.0",
        "@types/uglify-js": "^3.17.5",
        c8: "^10.1.3",
        codecov: "^3.8.3",
        execa: "^5.0.0",
        glob: "14.0.2",
        "google-proto-files": "^6.1.0",
        gts: "^6.0.2",
        jackspeak: "^3.0.2",
        jsdoc: "^4.0.4",
        "jsdoc-fresh": "^6.1.0",
        "jsdoc-region-tag": "^5.1.0",
        long: "^5.2.4",
        "lru-cache": "^10.0.0",
        mkdirp: "^3.0.1",
        mocha: "^11.1.0",
        ncp: "^2.0.0",
        "null-loader": "^4.0.1",
        pumpify: "^2.0.1",
        sinon: "21.0.3",
        "stream-events": "^1.0.5",
        "ts-loader": "^9.5.2",
        typescript: "5.8.3",
        "uglify-js": "^3.19.3",
        walkdir: "^0.4.1",
        webpack: "^5.97.1",
        "webpack-cli": "^6.0.1"
      },
      keywords: [
        "grpc"
      ],
      exports: {
        ".": "./build/src/index.js",
        "./fallback": "./build/src/fallback.js",
        "./gax": "./build/src/gax.js",
        "./build/src/protobuf": "./build/src/protobuf.js",
        "./build/src/index.js": "./build/src/index.js"
      },
      repository: {
        type: "git",
        directory: "core/packages/gax",
        url: "https://github.com/googleapis/google-cloud-node.git"
      },
      author: "Google API Authors",
      license: "Apache-2.0",
      bugs: {
        url: "https://github.com/googleapis/google-cloud-node/issues"
      },
      homepage: "https://github.com/googleapis/google-cloud-node/tree/main/core/packages/gax",
      engines: {
        node: ">=22"
      },
      browser: "build/src/fallback.js",
      scripts: {
        docs: "jsdoc -c .jsdoc.js",
        pretest: "pnpm run compile",
        test: "node ../../../bin/run-test.cjs build/test/unit",
        lint: "gts check src samples test",
        clean: "gts clean",
        compile: "node ./scripts/copy-protos.js && tsc -p . && cp src/*.json build/src && cp -r test/fixtures build/test && cp -r protos build/",
        "compile-operation-protos": "pbjs -t json google/longrunning/operations.proto -p ./protos > protos/operations.json && pbjs -t static-module -r operations_protos google/longrunning/operations.proto -p ./protos > protos/operations.js && pbts protos/operations.js -o protos/operations.d.ts",
        "compile-compute-operations-protos": "pbjs -t json google/longrunning/compute_operations.proto -p ./protos > protos/compute_operations.json && pbjs -t static-module -r compute_operations_protos google/longrunning/compute_operations.proto -p ./protos > protos/compute_operations.js && pbts protos/compute_operations.js -o protos/compute_operations.d.ts",
        "compile-iam-protos": "pbjs -t json google/iam/v1/iam_policy.proto google/iam/v1/options.proto google/iam/v1/policy.proto google/iam/v1/logging/audit_data.proto -p ./protos > protos/iam_service.json && pbjs -t static-module -r iam_protos google/iam/v1/iam_policy.proto google/iam/v1/options.proto google/iam/v1/policy.proto google/iam/v1/logging/audit_data.proto -p ./protos > protos/iam_service.js && pbts protos/iam_service.js -o protos/iam_service.d.ts",
        "compile-location-protos": "pbjs -t json google/cloud/location/locations.proto -p ./protos > protos/locations.json && pbjs -t static-module -r locations_protos google/cloud/location/locations.proto -p ./protos > protos/locations.js && pbts protos/locations.js -o protos/locations.d.ts",
        "compile-status-protos": "pbjs -t json google/rpc/status.proto google/rpc/error_details.proto -p ./protos > protos/status.json",
        "compile-http-protos": "pbjs -t static-module -r http_proto --keep-case google/api/http.proto -p ./protos > protos/http.js && pbts protos/http.js -o protos/http.d.ts",
        fix: "gts fix",
        "system-test": "node ../../../bin/run-test.cjs build/test/system-test --timeout 600000 && pnpm run test-application && pnpm run showcase-resumable-upload",
        "samples-test": "cd samples/ && pnpm link ../ && pnpm test && cd ../",
        "browser-test": "cd test/browser-test && pnpm run prefetch && pnpm install && pnpm test",
        "test-application": "cd test/test-application && pnpm run prefetch && pnpm install && pnpm start",
        "showcase-resumable-upload": "./test/showcase-resumable-upload/run.sh",
        prelint: "cd samples; pnpm link ../; pnpm install",
        precompile: "gts clean",
        "update-protos": "cd ../tools && rm -rf node_modules build && pnpm i && pnpm run compile && cd ../gax && node ../tools/build/src/listProtos.js .",
        "minify-proto-json": "cd ../tools && pnpm i && pnpm run compile && cd ../gax && node ../tools/build/src/minify.js"
      }
    };
  }
});

// node_modules/google-gax/build/src/operationsClient.js
var require_operationsClient = __commonJS({
  "node_modules/google-gax/build/src/operationsClient.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.OperationsClientBuilder = exports2.OperationsClient = exports2.ALL_SCOPES = exports2.SERVICE_ADDRESS = void 0;
    var createApiCall_1 = require_createApiCall();
    var descriptor_1 = require_descriptor();
    var gax = __importStar(require_gax());
    var configData = require_operations_client_config();
    var operationProtoJson = require_operations();
    var transcoding_1 = require_transcoding();
    exports2.SERVICE_ADDRESS = "longrunning.googleapis.com";
    var version = require_package().version;
    var DEFAULT_SERVICE_PORT = 443;
    var CODE_GEN_NAME_VERSION = "gapic/0.7.1";
    exports2.ALL_SCOPES = [];
    var OperationsClient = class {
      auth;
      innerApiCalls;
      descriptor;
      operationsStub;
      constructor(gaxGrpc, operationsProtos, options) {
        const gaxGrpcEndpoint = gaxGrpc;
        const servicePath = options?.servicePath || options?.apiEndpoint || gaxGrpcEndpoint._servicePath || exports2.SERVICE_ADDRESS;
        const port = options?.port ?? gaxGrpcEndpoint._port ?? DEFAULT_SERVICE_PORT;
        const opts = Object.assign({
          clientConfig: {}
        }, options, {
          servicePath,
          port
        });
        if (!opts.fallback && gaxGrpc.fallback) {
          opts.fallback = gaxGrpc.fallback;
        }
        const googleApiClient = ["gl-node/" + process.versions.node];
        if (opts.libName && opts.libVersion) {
          googleApiClient.push(opts.libName + "/" + opts.libVersion);
        }
        googleApiClient.push(CODE_GEN_NAME_VERSION, "gax/" + version);
        if (opts.fallback) {
          googleApiClient.push("gl-web/" + version);
        } else {
          googleApiClient.push("grpc/" + gaxGrpc.grpcVersion);
        }
        const defaults = gaxGrpc.constructSettings("google.longrunning.Operations", configData, opts.clientConfig || {}, { "x-goog-api-client": googleApiClient.join(" ") }, opts.enableTelemetryTracing, void 0, opts.enableTelemetryLogging);
        const parsedPort = typeof opts.port === "string" ? parseInt(opts.port, 10) : opts.port;
        for (const methodName of Object.keys(defaults)) {
          const otherArgs = defaults[methodName].otherArgs;
          if (otherArgs) {
            if (opts.servicePath) {
              otherArgs.servicePath = opts.servicePath;
            }
            if (parsedPort !== void 0 && !Number.isNaN(parsedPort)) {
              otherArgs.port = parsedPort;
            }
          }
        }
        this.auth = gaxGrpc.auth;
        this.innerApiCalls = {};
        this.descriptor = {
          listOperations: new descriptor_1.PageDescriptor("pageToken", "nextPageToken", "operations")
        };
        this.operationsStub = gaxGrpc.createStub(opts.fallback ? operationsProtos.lookupService("google.longrunning.Operations") : operationsProtos.google.longrunning.Operations, opts);
        const operationsStubMethods = [
          "getOperation",
          "listOperations",
          "cancelOperation",
          "deleteOperation"
        ];
        for (const methodName of operationsStubMethods) {
          const innerCallPromise = this.operationsStub.then((stub) => (...args) => {
            const func = stub[methodName];
            return func.apply(stub, args);
          }, (err) => () => {
            throw err;
          });
          this.innerApiCalls[methodName] = (0, createApiCall_1.createApiCall)(innerCallPromise, defaults[methodName], this.descriptor[methodName], opts.fallback);
        }
      }
      /** Closes this operations client. */
      close() {
        this.operationsStub.then((stub) => stub.close()).catch(console.error);
      }
      getProjectId(callback) {
        if (this.auth && "getProjectId" in this.auth) {
          return this.auth.getProjectId(callback);
        }
        if (callback) {
          callback(new Error("Cannot determine project ID."));
        } else {
          return Promise.reject("Cannot determine project ID.");
        }
      }
      // Service calls
      getOperationInternal(request, options, callback) {
        request = request || {};
        options = options || {};
        return this.innerApiCalls.getOperation(request, options, callback);
      }
      /**
       * Gets the latest state of a long-running operation.  Clients can use this
       * method to poll the operation result at intervals as recommended by the API
       * service.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation resource.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       *   e.g, timeout, retries, paginations, etc. See [gax.CallOptions]{@link
       *   https://googleapis.github.io/gax-nodejs/global.html#CallOptions} for the
       *   details.
       * @param {function(?Error, ?Object)=} callback
       *   The function which will be called with the result of the API call.
       *
       *   The second parameter to the callback is an object representing
       * [google.longrunning.Operation]{@link
       * external:"google.longrunning.Operation"}.
       * @return {Promise} - The promise which resolves to an array.
       *   The first element of the array is an object representing
       * [google.longrunning.Operation]{@link
       * external:"google.longrunning.Operation"}. The promise has a method named
       * "cancel" which cancels the ongoing API call.
       *
       * @example
       *
       * const client = longrunning.operationsClient();
       * const name = '';
       * const [response] = await client.getOperation({name});
       * // doThingsWith(response)
       */
      getOperation(request, optionsOrCallback, callback) {
        let options;
        if (optionsOrCallback instanceof Function && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        request = request || {};
        options = options || {};
        return this.innerApiCalls.getOperation(request, options, callback);
      }
      /**
       * Lists operations that match the specified filter in the request. If the
       * server doesn't support this method, it returns `UNIMPLEMENTED`.
       *
       * NOTE: the `name` binding below allows API services to override the binding
       * to use different resource name schemes.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation collection.
       * @param {string} request.filter - The standard list filter.
       * @param {number=} request.pageSize
       *   The maximum number of resources contained in the underlying API
       *   response. If page streaming is performed per-resource, this
       *   parameter does not affect the return value. If page streaming is
       *   performed per-page, this determines the maximum number of
       *   resources in a page.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       * e.g, timeout, retries, paginations, etc. See [gax.CallOptions]{@link
       * https://googleapis.github.io/gax-nodejs/global.html#CallOptions} for the
       * details.
       * @param {function(?Error, ?Array, ?Object, ?Object)=} callback
       *   The function which will be called with the result of the API call.
       *
       *   The second parameter to the callback is Array of
       * [google.longrunning.Operation]{@link
       * external:"google.longrunning.Operation"}.
       *
       *   When autoPaginate: false is specified through options, it contains the
       * result in a single response. If the response indicates the next page
       * exists, the third parameter is set to be used for the next request object.
       * The fourth parameter keeps the raw response object of an object
       * representing [google.longrunning.ListOperationsResponse]{@link
       * external:"google.longrunning.ListOperationsResponse"}.
       * @return {Promise} - The promise which resolves to an array.
       *   The first element of the array is Array of
       * [google.longrunning.Operation]{@link
       * external:"google.longrunning.Operation"}.
       *
       *   When autoPaginate: false is specified through options, the array has
       * three elements. The first element is Array of
       * [google.longrunning.Operation]{@link
       * external:"google.longrunning.Operation"} in a single response. The second
       * element is the next request object if the response indicates the next page
       * exists, or null. The third element is an object representing
       * [google.longrunning.ListOperationsResponse]{@link
       * external:"google.longrunning.ListOperationsResponse"}.
       *
       *   The promise has a method named "cancel" which cancels the ongoing API
       * call.
       *
       * @example
       *
       * const client = longrunning.operationsClient();
       * const request = {
       *     name: '',
       *     filter: ''
       * };
       * // Iterate over all elements.
       * const [resources] = await client.listOperations(request);
       * for (const resource of resources) {
       *   console.log(resources);
       * }
       *
       * // Or obtain the paged response.
       * const options = {autoPaginate: false};
       * let nextRequest = request;
       * while(nextRequest) {
       *   const response = await client.listOperations(nextRequest, options);
       *   const resources = response[0];
       *   nextRequest = response[1];
       *   const rawResponse = response[2];
       *   for (const resource of resources) {
       *     // doThingsWith(resource);
       *   }
       * };
       */
      listOperations(request, optionsOrCallback, callback) {
        let options;
        if (optionsOrCallback instanceof Function && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        request = request || {};
        options = options || {};
        return this.innerApiCalls.listOperations(request, options, callback);
      }
      /**
       * Equivalent to {@link listOperations}, but returns a NodeJS Stream object.
       *
       * This fetches the paged responses for {@link listOperations} continuously
       * and invokes the callback registered for 'data' event for each element in
       * the responses.
       *
       * The returned object has 'end' method when no more elements are required.
       *
       * autoPaginate option will be ignored.
       *
       * @see {@link https://nodejs.org/api/stream.html}
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation collection.
       * @param {string} request.filter - The standard list filter.
       * @param {number=} request.pageSize -
       *   The maximum number of resources contained in the underlying API
       *   response. If page streaming is performed per-resource, this
       *   parameter does not affect the return value. If page streaming is
       *   performed per-page, this determines the maximum number of
       *   resources in a page.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       *   e.g, timeout, retries, paginations, etc. See [gax.CallOptions]{@link
       *   https://googleapis.github.io/gax-nodejs/global.html#CallOptions} for the
       *   details.
       * @return {Stream} - An object stream which emits an object representing [google.longrunning.Operation]{@link external:"google.longrunning.Operation"} on 'data' event.
       *
       * @example
       *
       * const client = longrunning.operationsClient();
       * const request = {
       *   name: '',
       *   filter: ''
       * };
       * client.listOperationsStream(request)
       *   .on('data', element => {
       *     // doThingsWith(element)
       *   })
       *   .on('error', err => {
       *     console.error(err);
       *   });
       */
      listOperationsStream(request, options) {
        const callSettings = new gax.CallSettings(options);
        return this.descriptor.listOperations.createStream(this.innerApiCalls.listOperations, request, callSettings);
      }
      /**
       * Equivalent to {@link listOperations}, but returns an iterable object.
       *
       * for-await-of syntax is used with the iterable to recursively get response element on-demand.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation collection.
       * @param {string} request.filter - The standard list filter.
       * @param {number=} request.pageSize -
       *   The maximum number of resources contained in the underlying API
       *   response. If page streaming is performed per-resource, this
       *   parameter does not affect the return value. If page streaming is
       *   performed per-page, this determines the maximum number of
       *   resources in a page.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       *   e.g, timeout, retries, paginations, etc. See [gax.CallOptions]{@link
       *   https://googleapis.github.io/gax-nodejs/global.html#CallOptions} for the
       *   details.
       * @returns {Object}
       *   An iterable Object that conforms to @link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols.
       */
      listOperationsAsync(request, options) {
        request = request || {};
        options = options || {};
        const callSettings = new gax.CallSettings(options);
        return this.descriptor.listOperations.asyncIterate(this.innerApiCalls.listOperations, request, callSettings);
      }
      /**
       * Starts asynchronous cancellation on a long-running operation.  The server
       * makes a best effort to cancel the operation, but success is not
       * guaranteed.  If the server doesn't support this method, it returns
       * `google.rpc.Code.UNIMPLEMENTED`.  Clients can use
       * {@link Operations.GetOperation} or
       * other methods to check whether the cancellation succeeded or whether the
       * operation completed despite cancellation. On successful cancellation,
       * the operation is not deleted; instead, it becomes an operation with
       * an {@link Operation.error} value with a {@link google.rpc.Status.code} of
       * 1, corresponding to `Code.CANCELLED`.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation resource to be cancelled.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       * e.g, timeout, retries, paginations, etc. See [gax.CallOptions]{@link
       * https://googleapis.github.io/gax-nodejs/global.html#CallOptions} for the
       * details.
       * @param {function(?Error)=} callback
       *   The function which will be called with the result of the API call.
       * @return {Promise} - The promise which resolves when API call finishes.
       *   The promise has a method named "cancel" which cancels the ongoing API
       * call.
       *
       * @example
       *
       * const client = longrunning.operationsClient();
       * await client.cancelOperation({name: ''});
       */
      cancelOperation(request, optionsOrCallback, callback) {
        let options;
        if (optionsOrCallback instanceof Function && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        request = request || {};
        options = options || {};
        return this.innerApiCalls.cancelOperation(request, options, callback);
      }
      /**
       * Deletes a long-running operation. This method indicates that the client is
       * no longer interested in the operation result. It does not cancel the
       * operation. If the server doesn't support this method, it returns
       * `google.rpc.Code.UNIMPLEMENTED`.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation resource to be deleted.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       * e.g, timeout, retries, paginations, etc. See [gax.CallOptions]{@link
       * https://googleapis.github.io/gax-nodejs/global.html#CallOptions} for the
       * details.
       * @param {function(?Error)=} callback
       *   The function which will be called with the result of the API call.
       * @return {Promise} - The promise which resolves when API call finishes.
       *   The promise has a method named "cancel" which cancels the ongoing API
       * call.
       *
       * @example
       *
       * const client = longrunning.operationsClient();
       * await client.deleteOperation({name: ''});
       */
      deleteOperation(request, optionsOrCallback, callback) {
        let options;
        if (optionsOrCallback instanceof Function && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        request = request || {};
        options = options || {};
        return this.innerApiCalls.deleteOperation(request, options, callback);
      }
    };
    exports2.OperationsClient = OperationsClient;
    var OperationsClientBuilder = class {
      operationsClient;
      /**
       * Builds a new Operations Client
       * @param gaxGrpc {GrpcClient}
       */
      constructor(gaxGrpc, protoJson) {
        if (protoJson && gaxGrpc.httpRules) {
          (0, transcoding_1.overrideHttpRules)(gaxGrpc.httpRules, protoJson);
        }
        const operationsProtos = protoJson ?? gaxGrpc.loadProtoJSON(operationProtoJson);
        this.operationsClient = (opts) => {
          opts = opts || {};
          if (gaxGrpc.fallback && !opts.fallback) {
            opts.fallback = gaxGrpc.fallback;
          }
          return new OperationsClient(gaxGrpc, operationsProtos, opts);
        };
        Object.assign(this.operationsClient, OperationsClient);
      }
    };
    exports2.OperationsClientBuilder = OperationsClientBuilder;
  }
});

// node_modules/google-gax/build/src/fallbackRest.js
var require_fallbackRest = __commonJS({
  "node_modules/google-gax/build/src/fallbackRest.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.encodeRequest = encodeRequest;
    exports2.decodeResponse = decodeResponse;
    var serializer = __importStar(require_src2());
    var fallback_1 = require_fallback();
    var googleError_1 = require_googleError();
    var status_1 = require_status2();
    var transcoding_1 = require_transcoding();
    function encodeRequest(rpc, protocol, servicePath, servicePort, request, numericEnums, minifyJson) {
      const headers = {
        "Content-Type": "application/json"
      };
      const message = rpc.resolvedRequestType.fromObject(request);
      const json = serializer.toProto3JSON(message, {
        numericEnums
      });
      if (!json) {
        throw new Error(`Cannot send null request to RPC ${rpc.name}.`);
      }
      if (typeof json !== "object" || Array.isArray(json)) {
        throw new Error(`Request to RPC ${rpc.name} must be an object.`);
      }
      const transcoded = (0, transcoding_1.transcode)(json, rpc.parsedOptions);
      if (!transcoded) {
        throw new Error(`Cannot build HTTP request for ${JSON.stringify(json)}, method: ${rpc.name}`);
      }
      if (numericEnums) {
        transcoded.queryString = (transcoded.queryString ? `${transcoded.queryString}&` : "") + "$alt=json%3Benum-encoding=int";
      }
      if (minifyJson) {
        transcoded.queryString = (transcoded.queryString ? `${transcoded.queryString}&` : "") + "$prettyPrint=0";
      }
      const method = transcoded.httpMethod.toUpperCase();
      const body = JSON.stringify(transcoded.data);
      const url = `${protocol}://${servicePath}:${servicePort}/${transcoded.url.replace(/^\//, "")}?${transcoded.queryString}`;
      return {
        method,
        url,
        urlTemplate: (0, transcoding_1.getMatchedUrlTemplate)(transcoded),
        headers,
        body
      };
    }
    var MAX_ERROR_BODY_LENGTH = 1024;
    function _undecodableErrorResponse(rpc, httpStatusCode, detail, cause) {
      const status = httpStatusCode === void 0 ? "" : ` with status ${httpStatusCode}`;
      const error = new googleError_1.GoogleError(`Error response from RPC ${rpc.name}${status} could not be decoded: ${detail}`, cause === void 0 ? void 0 : { cause });
      if (httpStatusCode !== void 0) {
        error.httpStatusCode = httpStatusCode;
        error.code = (0, status_1.rpcCodeFromHttpStatusCode)(httpStatusCode);
      }
      return error;
    }
    function decodeResponse(rpc, ok, response, httpStatusCode) {
      const decodedString = new TextDecoder().decode(response);
      if (!decodedString) {
        if (!ok) {
          throw _undecodableErrorResponse(rpc, httpStatusCode, "the response body was empty");
        }
        throw new Error(`Received null response from RPC ${rpc.name}`);
      }
      let json;
      try {
        json = JSON.parse(decodedString);
      } catch (err) {
        if (ok) {
          throw err;
        }
        const undecodableError = _undecodableErrorResponse(rpc, httpStatusCode, `the response body is not JSON: ${decodedString.length > MAX_ERROR_BODY_LENGTH ? `${decodedString.slice(0, MAX_ERROR_BODY_LENGTH)}\u2026 (truncated)` : decodedString}`, err);
        (0, googleError_1.setRawHttpResponsePayload)(undecodableError, decodedString);
        throw undecodableError;
      }
      if (!ok) {
        let error;
        try {
          error = googleError_1.GoogleError.parseHttpError(json);
        } catch (err) {
          const undecodableError = _undecodableErrorResponse(rpc, httpStatusCode, "the response body is not a JSON error object", err);
          (0, googleError_1.setRawHttpResponsePayload)(undecodableError, decodedString);
          throw undecodableError;
        }
        if (httpStatusCode !== void 0) {
          error.httpStatusCode = httpStatusCode;
        }
        (0, googleError_1.setRawHttpResponsePayload)(error, decodedString);
        throw error;
      }
      const message = serializer.fromProto3JSON(rpc.resolvedResponseType, json);
      if (!message) {
        throw new Error(`Received null or malformed response from JSON serializer from RPC ${rpc.name}`);
      }
      return rpc.resolvedResponseType.toObject(message, fallback_1.defaultToObjectOptions);
    }
  }
});

// node_modules/google-gax/build/src/streamArrayParser.js
var require_streamArrayParser = __commonJS({
  "node_modules/google-gax/build/src/streamArrayParser.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.StreamArrayParser = void 0;
    var stream_1 = require("stream");
    var fallbackRest_1 = require_fallbackRest();
    var StreamArrayParser = class extends stream_1.Transform {
      _done;
      _prevBlock;
      _isInString;
      _isSkipped;
      _level;
      rpc;
      cancelController;
      cancelSignal;
      cancelRequested;
      /**
       * StreamArrayParser processes array of valid JSON objects in random chunks
       * through readable stream, and produces a stream of plain Javascript objects
       * where it converted from the corresponding protobuf message instance.
       *
       * The default JSON parser decodes the input stream under the
       * following rules:
       *  1. The stream represents a valid JSON array (must start with a "[" and
       * close with the corresponding "]"). Each element of this array is assumed to
       * be either an array or an object, and will be decoded as a JS object and
       *    delivered.
       *  2. All JSON elements in the buffer will be decoded and delivered in a
       * stream.
       *
       * @private
       * @constructor
       * @param {protobuf.Method} rpc - the protobuf method produce array of JSON.
       * @param {Object} options - the options pass to Transform Stream. See more
       * details
       * https://nodejs.org/api/stream.html#stream_new_stream_transform_options.
       */
      constructor(rpc, options) {
        super(Object.assign({}, options, { readableObjectMode: true }));
        this._done = false;
        this._prevBlock = Buffer.from("");
        this._isInString = false;
        this._isSkipped = false;
        this._level = 0;
        this.rpc = rpc;
        this.cancelController = new AbortController();
        this.cancelSignal = this.cancelController.signal;
        this.cancelRequested = false;
      }
      _transform(chunk, _, callback) {
        let objectStart = 0;
        let curIndex = 0;
        if (this._level === 0 && curIndex === 0) {
          if (String.fromCharCode(chunk[0]) !== "[") {
            this.emit("error", new Error(`Internal Error: API service stream data must start with a '[' and close with the corresponding ']', but it start with ${String.fromCharCode(chunk[0])}`));
          }
          curIndex++;
          this._level++;
        }
        while (curIndex < chunk.length) {
          const curValue = String.fromCharCode(chunk[curIndex]);
          if (!this._isSkipped) {
            switch (curValue) {
              case "{":
                if (!this._isInString) {
                  this._level++;
                }
                if (!this._isInString && this._level === 2) {
                  objectStart = curIndex;
                }
                break;
              case '"':
                this._isInString = !this._isInString;
                break;
              case "}":
                if (!this._isInString) {
                  this._level--;
                }
                if (!this._isInString && this._level === 1) {
                  const objBuff = Buffer.concat([
                    this._prevBlock,
                    chunk.slice(objectStart, curIndex + 1)
                  ]);
                  try {
                    const msgObj = (0, fallbackRest_1.decodeResponse)(this.rpc, true, objBuff);
                    this.push(msgObj);
                  } catch (err) {
                    this.emit("error", err);
                  }
                  objectStart = curIndex + 1;
                  this._prevBlock = Buffer.from("");
                }
                break;
              case "]":
                if (!this._isInString && this._level === 1) {
                  this._done = true;
                  this.push(null);
                }
                break;
              case "\\":
                this._isSkipped = true;
                break;
              default:
                break;
            }
          } else {
            this._isSkipped = false;
          }
          curIndex++;
        }
        if (this._level > 1) {
          this._prevBlock = Buffer.concat([
            this._prevBlock,
            chunk.slice(objectStart, curIndex)
          ]);
        }
        callback();
      }
      _flush(callback) {
        callback();
      }
      _destroy(err, callback) {
        callback(this.cancelRequested ? null : err);
      }
      cancel() {
        this._done = true;
        this.cancelRequested = true;
        this.cancelController.abort();
        this.end();
      }
    };
    exports2.StreamArrayParser = StreamArrayParser;
  }
});

// node_modules/google-gax/build/src/fallbackServiceStub.js
var require_fallbackServiceStub = __commonJS({
  "node_modules/google-gax/build/src/fallbackServiceStub.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.generateServiceStub = generateServiceStub;
    var serializer = __importStar(require_src2());
    var featureDetection_1 = require_featureDetection();
    var streamArrayParser_1 = require_streamArrayParser();
    var fallback_1 = require_fallback();
    var googleError_1 = require_googleError();
    var TracerHelper_1 = require_TracerHelper();
    var status_1 = require_status2();
    var stream_1 = require("stream");
    var agentOption = null;
    if ((0, featureDetection_1.isNodeJS)()) {
      const http2 = require("http");
      const https = require("https");
      const httpAgent = new http2.Agent({ keepAlive: true });
      const httpsAgent = new https.Agent({ keepAlive: true });
      agentOption = (parsedUrl) => {
        if (parsedUrl.protocol === "http:") {
          return httpAgent;
        }
        return httpsAgent;
      };
    }
    function _formatEmptyResponse(rpc) {
      const emptyMessage = serializer.fromProto3JSON(rpc.resolvedResponseType, JSON.parse("{}"));
      const resp = rpc.resolvedResponseType.toObject(emptyMessage, fallback_1.defaultToObjectOptions);
      return resp;
    }
    function _isPlainObject(value) {
      if (!value || typeof value !== "object" || Array.isArray(value)) {
        return false;
      }
      const proto = Object.getPrototypeOf(value);
      return proto === Object.prototype || proto === null;
    }
    function _isGoogleErrorStatusObject(value, wrapped) {
      if (!_isPlainObject(value)) {
        return false;
      }
      const hasProtoDetails = Array.isArray(value.details) && value.details.some((detail) => _isPlainObject(detail) && typeof detail["@type"] === "string");
      if (hasProtoDetails) {
        return true;
      }
      if (typeof value.message === "string") {
        return wrapped || value.code === void 0 || typeof value.code === "number" && value.code >= 100 && value.code < 600;
      }
      return wrapped && (typeof value.status === "string" || typeof value.code === "number" || Array.isArray(value.details));
    }
    function _isHttpErrorPayload(json) {
      if (Array.isArray(json)) {
        const entry = json.find((item) => _isPlainObject(item) && "error" in item);
        return entry !== void 0 && _isGoogleErrorStatusObject(entry.error, true);
      }
      if (!_isPlainObject(json)) {
        return false;
      }
      if ("error" in json) {
        return _isGoogleErrorStatusObject(json.error, true);
      }
      return _isGoogleErrorStatusObject(json, false);
    }
    function _parseHttpErrorFromRejection(err, responseData) {
      for (const candidate of [responseData, err.message]) {
        let json;
        if (typeof candidate === "string") {
          try {
            json = JSON.parse(candidate);
          } catch {
            continue;
          }
        } else if (_isHttpErrorPayload(candidate)) {
          try {
            json = JSON.parse(JSON.stringify(candidate));
          } catch {
            continue;
          }
        } else {
          continue;
        }
        if (!_isHttpErrorPayload(json)) {
          continue;
        }
        try {
          return googleError_1.GoogleError.parseHttpError(json);
        } catch {
        }
      }
      return void 0;
    }
    var GAXIOS_REDACTED_BODY = "<<REDACTED> - See `errorRedactor` option in `gaxios` for configuration>.";
    function _isStreamLike(value) {
      if (!value || typeof value !== "object") {
        return false;
      }
      const stream = value;
      return typeof stream.pipe === "function" || typeof stream.getReader === "function";
    }
    function _extractRawPayloadFromRejection(err, responseData, httpStatus) {
      if (responseData !== void 0 && responseData !== null && responseData !== "" && responseData !== GAXIOS_REDACTED_BODY && !_isStreamLike(responseData)) {
        return responseData;
      }
      if (err.message.length > 0 && err.message !== GAXIOS_REDACTED_BODY && err.message !== `Request failed with status code ${httpStatus}`) {
        return err.message;
      }
      return void 0;
    }
    function _toGoogleError(err, outcome) {
      if (err instanceof googleError_1.GoogleError) {
        return err;
      }
      if (!(err instanceof Error)) {
        return err;
      }
      const error = new googleError_1.GoogleError(err.message);
      error.cause = err;
      const fetchError = err;
      const httpStatus = typeof fetchError.status === "number" ? fetchError.status : fetchError.response?.status;
      if (typeof httpStatus === "number") {
        const responseData = fetchError.response?.data;
        const parsedError = _parseHttpErrorFromRejection(err, responseData) ?? error;
        parsedError.cause = err;
        if (typeof parsedError.code !== "number") {
          parsedError.code = (0, status_1.rpcCodeFromHttpStatusCode)(httpStatus);
        }
        parsedError.httpStatusCode = httpStatus;
        const rawPayload = _extractRawPayloadFromRejection(err, responseData, httpStatus);
        if (rawPayload !== void 0) {
          (0, googleError_1.setRawHttpResponsePayload)(parsedError, rawPayload);
        }
        return parsedError;
      }
      if (outcome.timedOut) {
        const timedOutError = new googleError_1.GoogleError(`Deadline exceeded: ${outcome.rpcName} did not respond within ${outcome.timeoutMs} milliseconds.`, { cause: err });
        timedOutError.code = status_1.Status.DEADLINE_EXCEEDED;
        return timedOutError;
      }
      if (outcome.cancelRequested) {
        error.code = status_1.Status.CANCELLED;
        return error;
      }
      if (err.name === "AbortError" || fetchError.code === "AbortError") {
        error.code = status_1.Status.CANCELLED;
        return error;
      }
      if (err.name === "TimeoutError" || fetchError.code === "TimeoutError") {
        error.code = status_1.Status.DEADLINE_EXCEEDED;
        return error;
      }
      error.code = status_1.Status.UNAVAILABLE;
      return error;
    }
    function generateServiceStub(rpcs, protocol, servicePath, servicePort, auth, requestEncoder, responseDecoder, numericEnums, minifyJson) {
      const serviceStub = {
        // close method should close all cancel controllers. If this feature request in the future, we can have a cancelControllerFactory that tracks created cancel controllers, and abort them all in close method.
        close: () => {
          return { cancel: () => {
          } };
        }
      };
      for (const [rpcName, rpc] of Object.entries(rpcs)) {
        serviceStub[rpcName] = (request, metadata, callOptions, callback) => {
          metadata ??= {};
          let timeoutMs;
          if (callOptions?.deadline && !rpc.responseStream) {
            const deadlineMs = callOptions.deadline instanceof Date ? callOptions.deadline.getTime() : Number(callOptions.deadline);
            if (Number.isFinite(deadlineMs)) {
              timeoutMs = Math.max(0, Math.trunc(deadlineMs - Date.now()));
            }
          }
          let fetchParameters;
          try {
            fetchParameters = requestEncoder(rpc, protocol, servicePath, servicePort, request, numericEnums, minifyJson);
          } catch (err) {
            if (callback) {
              callback(err);
            }
            return {
              cancel() {
              }
            };
          }
          (0, TracerHelper_1.setAttemptHttpMethod)(fetchParameters.method, fetchParameters.urlTemplate);
          const cancelController = new AbortController();
          const cancelSignal = cancelController.signal;
          let cancelRequested = false;
          const streamArrayParser = new streamArrayParser_1.StreamArrayParser(rpc);
          let timedOut = false;
          if (timeoutMs !== void 0) {
            const timeoutSignal = AbortSignal.timeout(timeoutMs);
            timeoutSignal.addEventListener("abort", () => {
              timedOut = true;
              cancelController.abort();
            }, { once: true });
          }
          if (rpc.responseStream) {
            streamArrayParser.cancelSignal.addEventListener("abort", () => {
              cancelRequested = true;
              cancelController.abort();
            }, { once: true });
          }
          const url = fetchParameters.url;
          const headers = new Headers(fetchParameters.headers);
          for (const key of Object.keys(metadata)) {
            const value = metadata[key];
            if (Array.isArray(value)) {
              headers.delete(key);
              for (const item of value) {
                headers.append(key, String(item));
              }
            } else {
              headers.set(key, String(value));
            }
          }
          let response204Ok = false;
          const fetchRequest = {
            headers,
            body: typeof fetchParameters.body === "string" ? fetchParameters.body : Buffer.from(fetchParameters.body),
            method: fetchParameters.method,
            signal: cancelSignal,
            responseType: "stream",
            // ensure gaxios returns the data directly so that it handle data/streams itself
            // Error responses must resolve so that they are decoded below into a
            // GoogleError carrying a gRPC status code. 401 and 403 keep rejecting
            // so that the auth client can refresh credentials and retry; if they
            // still fail, `_toGoogleError` decodes their error payload off the
            // rejection.
            validateStatus: (status) => status !== 401 && status !== 403,
            agent: agentOption || void 0
          };
          if (fetchParameters.method === "GET" || fetchParameters.method === "DELETE") {
            delete fetchRequest["body"];
          }
          auth.fetch(url, fetchRequest).then((response) => {
            if (response.status === 204 && response.ok) {
              response204Ok = true;
            }
            if (response.ok && rpc.responseStream) {
              (0, stream_1.pipeline)(response.body, streamArrayParser, (err) => {
                if (err && (timedOut || !cancelRequested)) {
                  if (callback) {
                    callback(err);
                  }
                  streamArrayParser.emit("error", err);
                }
              });
              return;
            } else {
              const httpStatusCode = response.status;
              return Promise.all([
                Promise.resolve(response.ok),
                response.arrayBuffer()
              ]).then(([ok, buffer]) => {
                const response2 = responseDecoder(rpc, ok, buffer, httpStatusCode);
                callback(null, response2);
                return;
              }).catch((err) => {
                const callErr = _toGoogleError(err, {
                  timedOut,
                  cancelRequested,
                  rpcName,
                  timeoutMs
                });
                if (rpc.responseStream) {
                  if (timedOut || !cancelRequested) {
                    if (callback) {
                      callback(callErr);
                    }
                    streamArrayParser.emit("error", callErr);
                  }
                  return;
                }
                if (!response204Ok) {
                  callback(callErr);
                } else {
                  const resp = _formatEmptyResponse(rpc);
                  callback(null, resp);
                }
              });
            }
          }).catch((rawErr) => {
            const err = _toGoogleError(rawErr, {
              timedOut,
              cancelRequested,
              rpcName,
              timeoutMs
            });
            if (rpc.responseStream) {
              if (timedOut || !cancelRequested) {
                if (callback) {
                  callback(err);
                }
                streamArrayParser.emit("error", err);
              }
            } else if (callback) {
              callback(err);
            } else {
              throw err;
            }
          });
          if (rpc.responseStream) {
            return streamArrayParser;
          }
          return {
            cancel: () => {
              cancelRequested = true;
              cancelController.abort();
            }
          };
        };
      }
      return serviceStub;
    }
  }
});

// node_modules/google-gax/build/src/pathTemplate.js
var require_pathTemplate = __commonJS({
  "node_modules/google-gax/build/src/pathTemplate.js"(exports2) {
    "use strict";
    init_fetch_classes();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.PathTemplate = void 0;
    var PathTemplate = class {
      data;
      bindings = {};
      segments;
      size;
      /**
       * @param {String} data the of the template
       *
       * @constructor
       */
      constructor(data) {
        this.data = data;
        this.segments = this.parsePathTemplate(data);
        this.size = this.segments.length;
      }
      /**
       * Matches a fully-qualified path template string.
       *
       * @param {String} path a fully-qualified path template string
       * @return {Object} contains const names matched to binding values
       * @throws {TypeError} if path can't be matched to this template
       */
      match(path) {
        let pathSegments = path.split("/");
        const bindings = {};
        if (pathSegments.length !== this.segments.length) {
          if (!this.data.includes("**")) {
            throw new TypeError(`This path ${path} does not match path template ${this.data}, the number of parameters is not same.`);
          } else if (pathSegments.length !== this.segments.length + 1) {
            throw new TypeError(`This path ${path} does not match path template ${this.data}, the number of parameters is not same with one wildcard.`);
          }
        }
        for (let index = 0; index < this.segments.length && pathSegments.length > 0; index++) {
          if (this.segments[index] !== pathSegments[0]) {
            if (!this.segments[index].includes("*")) {
              throw new TypeError(`segment does not match, ${this.segments[index]} and  ${pathSegments[index]}.`);
            } else {
              let segment = this.segments[index];
              const matches = segment.match(/\{[$0-9a-zA-Z_]+=.*?\}/g);
              if (!matches) {
                throw new Error(`Error processing path template segment ${segment}`);
              }
              const variables = matches.map((str) => str.replace(/^\{/, "").replace(/=.*/, ""));
              if (segment.includes("**")) {
                bindings[variables[0]] = pathSegments[0] + "/" + pathSegments[1];
                pathSegments = pathSegments.slice(2);
              } else {
                if (variables.length === 1) {
                  bindings[variables[0]] = pathSegments[0];
                } else {
                  const value = pathSegments[0].split(/[-_.~]/);
                  if (value.length !== variables.length) {
                    throw new Error(`segment ${segment} does not match ${pathSegments[0]}`);
                  }
                  for (const v of variables) {
                    bindings[v] = value[0];
                    segment = segment.replace(`{${v}=*}`, `${value[0]}`);
                    value.shift();
                  }
                  if (segment !== pathSegments[0]) {
                    throw new TypeError(`non slash resource pattern ${this.segments[index]} and ${pathSegments[0]} should have same separator`);
                  }
                }
                pathSegments.shift();
              }
            }
          } else {
            pathSegments.shift();
          }
        }
        return bindings;
      }
      /**
       * Renders a path template using the provided bindings.
       *
       * @param {Object} bindings a mapping of const names to binding strings
       * @return {String} a rendered representation of the path template
       * @throws {TypeError} if a key is missing, or if a sub-template cannot be
       *   parsed
       */
      render(bindings) {
        if (Object.keys(bindings).length !== Object.keys(this.bindings).length) {
          throw new TypeError(`The number of variables ${Object.keys(bindings).length} does not match the number of needed variables ${Object.keys(this.bindings).length}`);
        }
        let path = this.inspect();
        for (const key of Object.keys(bindings)) {
          const b = bindings[key].toString();
          if (!this.bindings[key]) {
            throw new TypeError(`render fails for not matching ${bindings[key]}`);
          }
          const variable = this.bindings[key];
          if (variable === "*") {
            if (!b.match(/[^/{}]+/)) {
              throw new TypeError(`render fails for not matching ${b}`);
            }
            path = path.replace(`{${key}=*}`, `${b}`);
          } else if (variable === "**") {
            if (!b.match(/[^{}]+/)) {
              throw new TypeError(`render fails for not matching ${b}`);
            }
            path = path.replace(`{${key}=**}`, `${b}`);
          }
        }
        return path;
      }
      /**
       * Renders the path template.
       *
       * @return {string} contains const names matched to binding values
       */
      inspect() {
        return this.segments.join("/");
      }
      /**
       * Parse the path template.
       *
       * @return {string[]} return segments of the input path.
       * For example: 'buckets/{hello}'' will give back ['buckets', {hello=*}]
       */
      parsePathTemplate(data) {
        const pathSegments = splitPathTemplate(data);
        let index = 0;
        let wildCardCount = 0;
        const segments = [];
        let matches;
        pathSegments.forEach((segment) => {
          if (segment === "*" || segment === "**") {
            this.bindings[`$${index}`] = segment;
            segments.push(`{$${index}=${segment}}`);
            index = index + 1;
            if (segment === "**") {
              ++wildCardCount;
            }
          } else if (matches = segment.match(/\{[0-9a-zA-Z-.~_]+(?:=.*?)?\}/g)) {
            for (const subsegment of matches) {
              const pairMatch = subsegment.match(/^\{([0-9a-zA-Z-.~_]+)(?:=(.*?))?\}$/);
              if (!pairMatch) {
                throw new Error(`Cannot process path template segment ${subsegment}`);
              }
              const key = pairMatch[1];
              let value = pairMatch[2];
              if (!value) {
                value = "*";
                segment = segment.replace(key, key + "=*");
                this.bindings[key] = value;
              } else if (value === "*") {
                this.bindings[key] = value;
              } else if (value === "**") {
                ++wildCardCount;
                this.bindings[key] = value;
              }
            }
            segments.push(segment);
          } else if (segment.match(/[0-9a-zA-Z-.~_]+/)) {
            segments.push(segment);
          }
        });
        if (wildCardCount > 1) {
          throw new TypeError("Can not have more than one wildcard.");
        }
        return segments;
      }
    };
    exports2.PathTemplate = PathTemplate;
    function splitPathTemplate(data) {
      let left = 0;
      let right = 0;
      let bracketCount = 0;
      const segments = [];
      while (right >= left && right < data.length) {
        if (data.charAt(right) === "{") {
          bracketCount = bracketCount + 1;
        } else if (data.charAt(right) === "}") {
          bracketCount = bracketCount - 1;
        } else if (data.charAt(right) === "/") {
          if (right === data.length - 1) {
            throw new TypeError("Invalid path, it can not be ended by /");
          }
          if (bracketCount === 0) {
            segments.push(data.substring(left, right));
            left = right + 1;
          }
        }
        if (right === data.length - 1) {
          if (bracketCount !== 0) {
            throw new TypeError("Brackets are invalid.");
          }
          segments.push(data.substring(left));
        }
        right = right + 1;
      }
      return segments;
    }
  }
});

// node_modules/google-gax/build/src/iam_policy_service_client_config.json
var require_iam_policy_service_client_config = __commonJS({
  "node_modules/google-gax/build/src/iam_policy_service_client_config.json"(exports2, module2) {
    module2.exports = {
      interfaces: {
        "google.iam.v1.IAMPolicy": {
          retry_codes: {
            non_idempotent: [],
            idempotent: [
              "DEADLINE_EXCEEDED",
              "UNAVAILABLE"
            ]
          },
          retry_params: {
            default: {
              initial_retry_delay_millis: 100,
              retry_delay_multiplier: 1.3,
              max_retry_delay_millis: 6e4,
              initial_rpc_timeout_millis: 2e4,
              rpc_timeout_multiplier: 1,
              max_rpc_timeout_millis: 2e4,
              total_timeout_millis: 6e5
            }
          },
          methods: {
            GetIamPolicy: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            SetIamPolicy: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            TestIamPermissions: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            }
          }
        }
      }
    };
  }
});

// node_modules/google-gax/build/protos/iam_service.json
var require_iam_service = __commonJS({
  "node_modules/google-gax/build/protos/iam_service.json"(exports2, module2) {
    module2.exports = {
      nested: {
        google: {
          nested: {
            iam: {
              nested: {
                v1: {
                  options: {
                    cc_enable_arenas: true,
                    csharp_namespace: "Google.Cloud.Iam.V1",
                    go_package: "google.golang.org/genproto/googleapis/iam/v1;iam",
                    java_multiple_files: true,
                    java_outer_classname: "PolicyProto",
                    java_package: "com.google.iam.v1",
                    php_namespace: "Google\\Cloud\\Iam\\V1"
                  },
                  nested: {
                    IAMPolicy: {
                      options: {
                        "(google.api.default_host)": "iam-meta-api.googleapis.com"
                      },
                      methods: {
                        SetIamPolicy: {
                          requestType: "SetIamPolicyRequest",
                          responseType: "Policy",
                          options: {
                            "(google.api.http).post": "/v1/{resource=**}:setIamPolicy",
                            "(google.api.http).body": "*"
                          },
                          parsedOptions: [
                            {
                              "(google.api.http)": {
                                post: "/v1/{resource=**}:setIamPolicy",
                                body: "*"
                              }
                            }
                          ]
                        },
                        GetIamPolicy: {
                          requestType: "GetIamPolicyRequest",
                          responseType: "Policy",
                          options: {
                            "(google.api.http).post": "/v1/{resource=**}:getIamPolicy",
                            "(google.api.http).body": "*"
                          },
                          parsedOptions: [
                            {
                              "(google.api.http)": {
                                post: "/v1/{resource=**}:getIamPolicy",
                                body: "*"
                              }
                            }
                          ]
                        },
                        TestIamPermissions: {
                          requestType: "TestIamPermissionsRequest",
                          responseType: "TestIamPermissionsResponse",
                          options: {
                            "(google.api.http).post": "/v1/{resource=**}:testIamPermissions",
                            "(google.api.http).body": "*"
                          },
                          parsedOptions: [
                            {
                              "(google.api.http)": {
                                post: "/v1/{resource=**}:testIamPermissions",
                                body: "*"
                              }
                            }
                          ]
                        }
                      }
                    },
                    SetIamPolicyRequest: {
                      fields: {
                        resource: {
                          type: "string",
                          id: 1,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED",
                            "(google.api.resource_reference).type": "*"
                          }
                        },
                        policy: {
                          type: "Policy",
                          id: 2,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED"
                          }
                        }
                      }
                    },
                    GetIamPolicyRequest: {
                      fields: {
                        resource: {
                          type: "string",
                          id: 1,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED",
                            "(google.api.resource_reference).type": "*"
                          }
                        },
                        options: {
                          type: "GetPolicyOptions",
                          id: 2
                        }
                      }
                    },
                    TestIamPermissionsRequest: {
                      fields: {
                        resource: {
                          type: "string",
                          id: 1,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED",
                            "(google.api.resource_reference).type": "*"
                          }
                        },
                        permissions: {
                          rule: "repeated",
                          type: "string",
                          id: 2,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED"
                          }
                        }
                      }
                    },
                    TestIamPermissionsResponse: {
                      fields: {
                        permissions: {
                          rule: "repeated",
                          type: "string",
                          id: 1
                        }
                      }
                    },
                    GetPolicyOptions: {
                      fields: {
                        requestedPolicyVersion: {
                          type: "int32",
                          id: 1
                        }
                      }
                    },
                    Policy: {
                      fields: {
                        version: {
                          type: "int32",
                          id: 1
                        },
                        bindings: {
                          rule: "repeated",
                          type: "Binding",
                          id: 4
                        },
                        etag: {
                          type: "bytes",
                          id: 3
                        }
                      }
                    },
                    Binding: {
                      fields: {
                        role: {
                          type: "string",
                          id: 1
                        },
                        members: {
                          rule: "repeated",
                          type: "string",
                          id: 2
                        },
                        condition: {
                          type: "google.type.Expr",
                          id: 3
                        }
                      }
                    },
                    PolicyDelta: {
                      fields: {
                        bindingDeltas: {
                          rule: "repeated",
                          type: "BindingDelta",
                          id: 1
                        },
                        auditConfigDeltas: {
                          rule: "repeated",
                          type: "AuditConfigDelta",
                          id: 2
                        }
                      }
                    },
                    BindingDelta: {
                      fields: {
                        action: {
                          type: "Action",
                          id: 1
                        },
                        role: {
                          type: "string",
                          id: 2
                        },
                        member: {
                          type: "string",
                          id: 3
                        },
                        condition: {
                          type: "google.type.Expr",
                          id: 4
                        }
                      },
                      nested: {
                        Action: {
                          values: {
                            ACTION_UNSPECIFIED: 0,
                            ADD: 1,
                            REMOVE: 2
                          }
                        }
                      }
                    },
                    AuditConfigDelta: {
                      fields: {
                        action: {
                          type: "Action",
                          id: 1
                        },
                        service: {
                          type: "string",
                          id: 2
                        },
                        exemptedMember: {
                          type: "string",
                          id: 3
                        },
                        logType: {
                          type: "string",
                          id: 4
                        }
                      },
                      nested: {
                        Action: {
                          values: {
                            ACTION_UNSPECIFIED: 0,
                            ADD: 1,
                            REMOVE: 2
                          }
                        }
                      }
                    },
                    logging: {
                      options: {
                        csharp_namespace: "Google.Cloud.Iam.V1.Logging",
                        go_package: "google.golang.org/genproto/googleapis/iam/v1/logging;logging",
                        java_multiple_files: true,
                        java_outer_classname: "AuditDataProto",
                        java_package: "com.google.iam.v1.logging"
                      },
                      nested: {
                        AuditData: {
                          fields: {
                            policyDelta: {
                              type: "google.iam.v1.PolicyDelta",
                              id: 2
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            },
            api: {
              options: {
                go_package: "google.golang.org/genproto/googleapis/api/annotations;annotations",
                java_multiple_files: true,
                java_outer_classname: "ResourceProto",
                java_package: "com.google.api",
                objc_class_prefix: "GAPI",
                cc_enable_arenas: true
              },
              nested: {
                http: {
                  type: "HttpRule",
                  id: 72295728,
                  extend: "google.protobuf.MethodOptions"
                },
                Http: {
                  fields: {
                    rules: {
                      rule: "repeated",
                      type: "HttpRule",
                      id: 1
                    },
                    fullyDecodeReservedExpansion: {
                      type: "bool",
                      id: 2
                    }
                  }
                },
                HttpRule: {
                  oneofs: {
                    pattern: {
                      oneof: [
                        "get",
                        "put",
                        "post",
                        "delete",
                        "patch",
                        "custom"
                      ]
                    }
                  },
                  fields: {
                    selector: {
                      type: "string",
                      id: 1
                    },
                    get: {
                      type: "string",
                      id: 2
                    },
                    put: {
                      type: "string",
                      id: 3
                    },
                    post: {
                      type: "string",
                      id: 4
                    },
                    delete: {
                      type: "string",
                      id: 5
                    },
                    patch: {
                      type: "string",
                      id: 6
                    },
                    custom: {
                      type: "CustomHttpPattern",
                      id: 8
                    },
                    body: {
                      type: "string",
                      id: 7
                    },
                    responseBody: {
                      type: "string",
                      id: 12
                    },
                    additionalBindings: {
                      rule: "repeated",
                      type: "HttpRule",
                      id: 11
                    }
                  }
                },
                CustomHttpPattern: {
                  fields: {
                    kind: {
                      type: "string",
                      id: 1
                    },
                    path: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                methodSignature: {
                  rule: "repeated",
                  type: "string",
                  id: 1051,
                  extend: "google.protobuf.MethodOptions"
                },
                defaultHost: {
                  type: "string",
                  id: 1049,
                  extend: "google.protobuf.ServiceOptions"
                },
                oauthScopes: {
                  type: "string",
                  id: 1050,
                  extend: "google.protobuf.ServiceOptions"
                },
                fieldBehavior: {
                  rule: "repeated",
                  type: "google.api.FieldBehavior",
                  id: 1052,
                  extend: "google.protobuf.FieldOptions"
                },
                FieldBehavior: {
                  values: {
                    FIELD_BEHAVIOR_UNSPECIFIED: 0,
                    OPTIONAL: 1,
                    REQUIRED: 2,
                    OUTPUT_ONLY: 3,
                    INPUT_ONLY: 4,
                    IMMUTABLE: 5
                  }
                },
                resourceReference: {
                  type: "google.api.ResourceReference",
                  id: 1055,
                  extend: "google.protobuf.FieldOptions"
                },
                resourceDefinition: {
                  rule: "repeated",
                  type: "google.api.ResourceDescriptor",
                  id: 1053,
                  extend: "google.protobuf.FileOptions"
                },
                resource: {
                  type: "google.api.ResourceDescriptor",
                  id: 1053,
                  extend: "google.protobuf.MessageOptions"
                },
                ResourceDescriptor: {
                  fields: {
                    type: {
                      type: "string",
                      id: 1
                    },
                    pattern: {
                      rule: "repeated",
                      type: "string",
                      id: 2
                    },
                    nameField: {
                      type: "string",
                      id: 3
                    },
                    history: {
                      type: "History",
                      id: 4
                    },
                    plural: {
                      type: "string",
                      id: 5
                    },
                    singular: {
                      type: "string",
                      id: 6
                    }
                  },
                  nested: {
                    History: {
                      values: {
                        HISTORY_UNSPECIFIED: 0,
                        ORIGINALLY_SINGLE_PATTERN: 1,
                        FUTURE_MULTI_PATTERN: 2
                      }
                    }
                  }
                },
                ResourceReference: {
                  fields: {
                    type: {
                      type: "string",
                      id: 1
                    },
                    childType: {
                      type: "string",
                      id: 2
                    }
                  }
                }
              }
            },
            protobuf: {
              options: {
                go_package: "github.com/golang/protobuf/protoc-gen-go/descriptor;descriptor",
                java_package: "com.google.protobuf",
                java_outer_classname: "DescriptorProtos",
                csharp_namespace: "Google.Protobuf.Reflection",
                objc_class_prefix: "GPB",
                cc_enable_arenas: true,
                optimize_for: "SPEED"
              },
              nested: {
                FileDescriptorSet: {
                  fields: {
                    file: {
                      rule: "repeated",
                      type: "FileDescriptorProto",
                      id: 1
                    }
                  }
                },
                FileDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    package: {
                      type: "string",
                      id: 2
                    },
                    dependency: {
                      rule: "repeated",
                      type: "string",
                      id: 3
                    },
                    publicDependency: {
                      rule: "repeated",
                      type: "int32",
                      id: 10,
                      options: {
                        packed: false
                      }
                    },
                    weakDependency: {
                      rule: "repeated",
                      type: "int32",
                      id: 11,
                      options: {
                        packed: false
                      }
                    },
                    messageType: {
                      rule: "repeated",
                      type: "DescriptorProto",
                      id: 4
                    },
                    enumType: {
                      rule: "repeated",
                      type: "EnumDescriptorProto",
                      id: 5
                    },
                    service: {
                      rule: "repeated",
                      type: "ServiceDescriptorProto",
                      id: 6
                    },
                    extension: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 7
                    },
                    options: {
                      type: "FileOptions",
                      id: 8
                    },
                    sourceCodeInfo: {
                      type: "SourceCodeInfo",
                      id: 9
                    },
                    syntax: {
                      type: "string",
                      id: 12
                    }
                  }
                },
                DescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    field: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 2
                    },
                    extension: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 6
                    },
                    nestedType: {
                      rule: "repeated",
                      type: "DescriptorProto",
                      id: 3
                    },
                    enumType: {
                      rule: "repeated",
                      type: "EnumDescriptorProto",
                      id: 4
                    },
                    extensionRange: {
                      rule: "repeated",
                      type: "ExtensionRange",
                      id: 5
                    },
                    oneofDecl: {
                      rule: "repeated",
                      type: "OneofDescriptorProto",
                      id: 8
                    },
                    options: {
                      type: "MessageOptions",
                      id: 7
                    },
                    reservedRange: {
                      rule: "repeated",
                      type: "ReservedRange",
                      id: 9
                    },
                    reservedName: {
                      rule: "repeated",
                      type: "string",
                      id: 10
                    }
                  },
                  nested: {
                    ExtensionRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        },
                        options: {
                          type: "ExtensionRangeOptions",
                          id: 3
                        }
                      }
                    },
                    ReservedRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        }
                      }
                    }
                  }
                },
                ExtensionRangeOptions: {
                  fields: {
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                FieldDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    number: {
                      type: "int32",
                      id: 3
                    },
                    label: {
                      type: "Label",
                      id: 4
                    },
                    type: {
                      type: "Type",
                      id: 5
                    },
                    typeName: {
                      type: "string",
                      id: 6
                    },
                    extendee: {
                      type: "string",
                      id: 2
                    },
                    defaultValue: {
                      type: "string",
                      id: 7
                    },
                    oneofIndex: {
                      type: "int32",
                      id: 9
                    },
                    jsonName: {
                      type: "string",
                      id: 10
                    },
                    options: {
                      type: "FieldOptions",
                      id: 8
                    },
                    proto3Optional: {
                      type: "bool",
                      id: 17
                    }
                  },
                  nested: {
                    Type: {
                      values: {
                        TYPE_DOUBLE: 1,
                        TYPE_FLOAT: 2,
                        TYPE_INT64: 3,
                        TYPE_UINT64: 4,
                        TYPE_INT32: 5,
                        TYPE_FIXED64: 6,
                        TYPE_FIXED32: 7,
                        TYPE_BOOL: 8,
                        TYPE_STRING: 9,
                        TYPE_GROUP: 10,
                        TYPE_MESSAGE: 11,
                        TYPE_BYTES: 12,
                        TYPE_UINT32: 13,
                        TYPE_ENUM: 14,
                        TYPE_SFIXED32: 15,
                        TYPE_SFIXED64: 16,
                        TYPE_SINT32: 17,
                        TYPE_SINT64: 18
                      }
                    },
                    Label: {
                      values: {
                        LABEL_OPTIONAL: 1,
                        LABEL_REQUIRED: 2,
                        LABEL_REPEATED: 3
                      }
                    }
                  }
                },
                OneofDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    options: {
                      type: "OneofOptions",
                      id: 2
                    }
                  }
                },
                EnumDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    value: {
                      rule: "repeated",
                      type: "EnumValueDescriptorProto",
                      id: 2
                    },
                    options: {
                      type: "EnumOptions",
                      id: 3
                    },
                    reservedRange: {
                      rule: "repeated",
                      type: "EnumReservedRange",
                      id: 4
                    },
                    reservedName: {
                      rule: "repeated",
                      type: "string",
                      id: 5
                    }
                  },
                  nested: {
                    EnumReservedRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        }
                      }
                    }
                  }
                },
                EnumValueDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    number: {
                      type: "int32",
                      id: 2
                    },
                    options: {
                      type: "EnumValueOptions",
                      id: 3
                    }
                  }
                },
                ServiceDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    method: {
                      rule: "repeated",
                      type: "MethodDescriptorProto",
                      id: 2
                    },
                    options: {
                      type: "ServiceOptions",
                      id: 3
                    }
                  }
                },
                MethodDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    inputType: {
                      type: "string",
                      id: 2
                    },
                    outputType: {
                      type: "string",
                      id: 3
                    },
                    options: {
                      type: "MethodOptions",
                      id: 4
                    },
                    clientStreaming: {
                      type: "bool",
                      id: 5,
                      options: {
                        default: false
                      }
                    },
                    serverStreaming: {
                      type: "bool",
                      id: 6,
                      options: {
                        default: false
                      }
                    }
                  }
                },
                FileOptions: {
                  fields: {
                    javaPackage: {
                      type: "string",
                      id: 1
                    },
                    javaOuterClassname: {
                      type: "string",
                      id: 8
                    },
                    javaMultipleFiles: {
                      type: "bool",
                      id: 10,
                      options: {
                        default: false
                      }
                    },
                    javaGenerateEqualsAndHash: {
                      type: "bool",
                      id: 20,
                      options: {
                        deprecated: true
                      }
                    },
                    javaStringCheckUtf8: {
                      type: "bool",
                      id: 27,
                      options: {
                        default: false
                      }
                    },
                    optimizeFor: {
                      type: "OptimizeMode",
                      id: 9,
                      options: {
                        default: "SPEED"
                      }
                    },
                    goPackage: {
                      type: "string",
                      id: 11
                    },
                    ccGenericServices: {
                      type: "bool",
                      id: 16,
                      options: {
                        default: false
                      }
                    },
                    javaGenericServices: {
                      type: "bool",
                      id: 17,
                      options: {
                        default: false
                      }
                    },
                    pyGenericServices: {
                      type: "bool",
                      id: 18,
                      options: {
                        default: false
                      }
                    },
                    phpGenericServices: {
                      type: "bool",
                      id: 42,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 23,
                      options: {
                        default: false
                      }
                    },
                    ccEnableArenas: {
                      type: "bool",
                      id: 31,
                      options: {
                        default: true
                      }
                    },
                    objcClassPrefix: {
                      type: "string",
                      id: 36
                    },
                    csharpNamespace: {
                      type: "string",
                      id: 37
                    },
                    swiftPrefix: {
                      type: "string",
                      id: 39
                    },
                    phpClassPrefix: {
                      type: "string",
                      id: 40
                    },
                    phpNamespace: {
                      type: "string",
                      id: 41
                    },
                    phpMetadataNamespace: {
                      type: "string",
                      id: 44
                    },
                    rubyPackage: {
                      type: "string",
                      id: 45
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      38,
                      38
                    ]
                  ],
                  nested: {
                    OptimizeMode: {
                      values: {
                        SPEED: 1,
                        CODE_SIZE: 2,
                        LITE_RUNTIME: 3
                      }
                    }
                  }
                },
                MessageOptions: {
                  fields: {
                    messageSetWireFormat: {
                      type: "bool",
                      id: 1,
                      options: {
                        default: false
                      }
                    },
                    noStandardDescriptorAccessor: {
                      type: "bool",
                      id: 2,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    mapEntry: {
                      type: "bool",
                      id: 7
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      8,
                      8
                    ],
                    [
                      9,
                      9
                    ]
                  ]
                },
                FieldOptions: {
                  fields: {
                    ctype: {
                      type: "CType",
                      id: 1,
                      options: {
                        default: "STRING"
                      }
                    },
                    packed: {
                      type: "bool",
                      id: 2
                    },
                    jstype: {
                      type: "JSType",
                      id: 6,
                      options: {
                        default: "JS_NORMAL"
                      }
                    },
                    lazy: {
                      type: "bool",
                      id: 5,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    weak: {
                      type: "bool",
                      id: 10,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      4,
                      4
                    ]
                  ],
                  nested: {
                    CType: {
                      values: {
                        STRING: 0,
                        CORD: 1,
                        STRING_PIECE: 2
                      }
                    },
                    JSType: {
                      values: {
                        JS_NORMAL: 0,
                        JS_STRING: 1,
                        JS_NUMBER: 2
                      }
                    }
                  }
                },
                OneofOptions: {
                  fields: {
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                EnumOptions: {
                  fields: {
                    allowAlias: {
                      type: "bool",
                      id: 2
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      5,
                      5
                    ]
                  ]
                },
                EnumValueOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 1,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                ServiceOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 33,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                MethodOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 33,
                      options: {
                        default: false
                      }
                    },
                    idempotencyLevel: {
                      type: "IdempotencyLevel",
                      id: 34,
                      options: {
                        default: "IDEMPOTENCY_UNKNOWN"
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  nested: {
                    IdempotencyLevel: {
                      values: {
                        IDEMPOTENCY_UNKNOWN: 0,
                        NO_SIDE_EFFECTS: 1,
                        IDEMPOTENT: 2
                      }
                    }
                  }
                },
                UninterpretedOption: {
                  fields: {
                    name: {
                      rule: "repeated",
                      type: "NamePart",
                      id: 2
                    },
                    identifierValue: {
                      type: "string",
                      id: 3
                    },
                    positiveIntValue: {
                      type: "uint64",
                      id: 4
                    },
                    negativeIntValue: {
                      type: "int64",
                      id: 5
                    },
                    doubleValue: {
                      type: "double",
                      id: 6
                    },
                    stringValue: {
                      type: "bytes",
                      id: 7
                    },
                    aggregateValue: {
                      type: "string",
                      id: 8
                    }
                  },
                  nested: {
                    NamePart: {
                      fields: {
                        namePart: {
                          rule: "required",
                          type: "string",
                          id: 1
                        },
                        isExtension: {
                          rule: "required",
                          type: "bool",
                          id: 2
                        }
                      }
                    }
                  }
                },
                SourceCodeInfo: {
                  fields: {
                    location: {
                      rule: "repeated",
                      type: "Location",
                      id: 1
                    }
                  },
                  nested: {
                    Location: {
                      fields: {
                        path: {
                          rule: "repeated",
                          type: "int32",
                          id: 1
                        },
                        span: {
                          rule: "repeated",
                          type: "int32",
                          id: 2
                        },
                        leadingComments: {
                          type: "string",
                          id: 3
                        },
                        trailingComments: {
                          type: "string",
                          id: 4
                        },
                        leadingDetachedComments: {
                          rule: "repeated",
                          type: "string",
                          id: 6
                        }
                      }
                    }
                  }
                },
                GeneratedCodeInfo: {
                  fields: {
                    annotation: {
                      rule: "repeated",
                      type: "Annotation",
                      id: 1
                    }
                  },
                  nested: {
                    Annotation: {
                      fields: {
                        path: {
                          rule: "repeated",
                          type: "int32",
                          id: 1
                        },
                        sourceFile: {
                          type: "string",
                          id: 2
                        },
                        begin: {
                          type: "int32",
                          id: 3
                        },
                        end: {
                          type: "int32",
                          id: 4
                        }
                      }
                    }
                  }
                }
              }
            },
            type: {
              options: {
                go_package: "google.golang.org/genproto/googleapis/type/expr;expr",
                java_multiple_files: true,
                java_outer_classname: "ExprProto",
                java_package: "com.google.type",
                objc_class_prefix: "GTP"
              },
              nested: {
                Expr: {
                  fields: {
                    expression: {
                      type: "string",
                      id: 1
                    },
                    title: {
                      type: "string",
                      id: 2
                    },
                    description: {
                      type: "string",
                      id: 3
                    },
                    location: {
                      type: "string",
                      id: 4
                    }
                  }
                }
              }
            }
          }
        }
      }
    };
  }
});

// node_modules/google-gax/build/src/iamService.js
var require_iamService = __commonJS({
  "node_modules/google-gax/build/src/iamService.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.IamClient = void 0;
    var createApiCall_1 = require_createApiCall();
    var routingHeader = __importStar(require_routingHeader());
    var gapicConfig = __importStar(require_iam_policy_service_client_config());
    var fallback = __importStar(require_fallback());
    var version = require_package().version;
    var jsonProtos = require_iam_service();
    var IamClient = class {
      _terminated = false;
      _opts;
      _defaults;
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      _protos;
      auth;
      descriptors = { page: {}, stream: {}, longrunning: {} };
      innerApiCalls = {};
      iamPolicyStub;
      gaxGrpc;
      constructor(gaxGrpc, options) {
        this.gaxGrpc = gaxGrpc;
        const opts = Object.assign({
          servicePath: options.servicePath,
          port: options.port,
          clientConfig: options.clientConfig,
          apiEndpoint: options.apiEndpoint,
          fallback: options.fallback
        }, options);
        if (!opts.fallback && gaxGrpc.fallback) {
          opts.fallback = gaxGrpc.fallback;
        }
        version = opts.fallback ? fallback.version : version;
        opts.scopes = this.constructor.scopes;
        this._opts = opts;
        this.auth = gaxGrpc.auth;
        const clientHeader = [`gax/${version}`, `gapic/${version}`];
        if (typeof process !== "undefined" && "versions" in process) {
          clientHeader.push(`gl-node/${process.versions.node}`);
        } else {
          clientHeader.push(`gl-web/${version}`);
        }
        if (!opts.fallback) {
          clientHeader.push(`grpc/${gaxGrpc.grpcVersion}`);
        }
        if (opts.libName && opts.libVersion) {
          clientHeader.push(`${opts.libName}/${opts.libVersion}`);
        }
        this._protos = this.gaxGrpc.loadProtoJSON(jsonProtos);
        this._defaults = gaxGrpc.constructSettings("google.iam.v1.IAMPolicy", gapicConfig, opts.clientConfig || {}, { "x-goog-api-client": clientHeader.join(" ") }, opts.enableTelemetryTracing, void 0, opts.enableTelemetryLogging);
        const servicePath = opts.servicePath || opts.apiEndpoint;
        const parsedPort = typeof opts.port === "string" ? parseInt(opts.port, 10) : opts.port;
        for (const methodName of Object.keys(this._defaults)) {
          const otherArgs = this._defaults[methodName].otherArgs;
          if (otherArgs) {
            if (servicePath) {
              otherArgs.servicePath = servicePath;
            }
            if (parsedPort !== void 0 && !Number.isNaN(parsedPort)) {
              otherArgs.port = parsedPort;
            }
          }
        }
        this.innerApiCalls = {};
      }
      /**
       * Initialize the client.
       * Performs asynchronous operations (such as authentication) and prepares the client.
       * This function will be called automatically when any class method is called for the
       * first time, but if you need to initialize it before calling an actual method,
       * feel free to call initialize() directly.
       *
       * You can await on this method if you want to make sure the client is initialized.
       *
       * @returns {Promise} A promise that resolves to an authenticated service stub.
       */
      initialize() {
        if (this.iamPolicyStub) {
          return this.iamPolicyStub;
        }
        this.iamPolicyStub = this.gaxGrpc.createStub(this._opts.fallback ? this._protos.lookupService("google.iam.v1.IAMPolicy") : this._protos.google.iam.v1.IAMPolicy, this._opts);
        const iamPolicyStubMethods = [
          "getIamPolicy",
          "setIamPolicy",
          "testIamPermissions"
        ];
        for (const methodName of iamPolicyStubMethods) {
          const innerCallPromise = this.iamPolicyStub.then((stub) => (...args) => {
            if (this._terminated) {
              return Promise.reject("The client has already been closed.");
            }
            const func = stub[methodName];
            return func.apply(stub, args);
          }, (err) => () => {
            throw err;
          });
          this.innerApiCalls[methodName] = (0, createApiCall_1.createApiCall)(innerCallPromise, this._defaults[methodName], this.descriptors.page[methodName], this._opts.fallback || this.gaxGrpc.fallback);
        }
        return this.iamPolicyStub;
      }
      /**
       * The DNS address for this API service.
       */
      static get servicePath() {
        return "cloudkms.googleapis.com";
      }
      /**
       * The DNS address for this API service - same as servicePath(),
       * exists for compatibility reasons.
       */
      static get apiEndpoint() {
        return "cloudkms.googleapis.com";
      }
      /**
       * The port for this API service.
       */
      static get port() {
        return 443;
      }
      /**
       * The scopes needed to make gRPC calls for every method defined
       * in this service.
       */
      static get scopes() {
        return [
          "https://www.googleapis.com/auth/cloud-platform",
          "https://www.googleapis.com/auth/cloudkms"
        ];
      }
      getProjectId(callback) {
        if (this.auth && "getProjectId" in this.auth) {
          return this.auth.getProjectId(callback);
        }
        if (callback) {
          callback(new Error("Cannot determine project ID."));
        } else {
          return Promise.reject("Cannot determine project ID.");
        }
      }
      getIamPolicy(request, optionsOrCallback, callback) {
        let options;
        if (optionsOrCallback instanceof Function && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = routingHeader.fromParams({
          resource: request.resource
        });
        this.initialize().catch(console.error);
        return this.innerApiCalls.getIamPolicy(request, options, callback);
      }
      setIamPolicy(request, optionsOrCallback, callback) {
        let options;
        if (optionsOrCallback instanceof Function && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = routingHeader.fromParams({
          resource: request.resource
        });
        this.initialize().catch(console.error);
        return this.innerApiCalls.setIamPolicy(request, options, callback);
      }
      testIamPermissions(request, optionsOrCallback, callback) {
        let options;
        if (optionsOrCallback instanceof Function && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = routingHeader.fromParams({
          resource: request.resource
        });
        this.initialize().catch(console.error);
        return this.innerApiCalls.testIamPermissions(request, options, callback);
      }
      /**
       * Terminate the GRPC channel and close the client.
       *
       * The client will no longer be usable and all future behavior is undefined.
       */
      close() {
        this.initialize().catch(console.error);
        if (!this._terminated) {
          return this.iamPolicyStub.then((stub) => {
            this._terminated = true;
            stub.close();
          });
        }
        return Promise.resolve();
      }
    };
    exports2.IamClient = IamClient;
  }
});

// node_modules/google-gax/build/protos/locations.json
var require_locations = __commonJS({
  "node_modules/google-gax/build/protos/locations.json"(exports2, module2) {
    module2.exports = {
      nested: {
        google: {
          nested: {
            cloud: {
              nested: {
                location: {
                  options: {
                    cc_enable_arenas: true,
                    go_package: "google.golang.org/genproto/googleapis/cloud/location;location",
                    java_multiple_files: true,
                    java_outer_classname: "LocationsProto",
                    java_package: "com.google.cloud.location"
                  },
                  nested: {
                    Locations: {
                      options: {
                        "(google.api.default_host)": "cloud.googleapis.com",
                        "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                      },
                      methods: {
                        ListLocations: {
                          requestType: "ListLocationsRequest",
                          responseType: "ListLocationsResponse",
                          options: {
                            "(google.api.http).get": "/v1/{name=locations}",
                            "(google.api.http).additional_bindings.get": "/v1/{name=projects/*}/locations"
                          },
                          parsedOptions: [
                            {
                              "(google.api.http)": {
                                get: "/v1/{name=locations}",
                                additional_bindings: {
                                  get: "/v1/{name=projects/*}/locations"
                                }
                              }
                            }
                          ]
                        },
                        GetLocation: {
                          requestType: "GetLocationRequest",
                          responseType: "Location",
                          options: {
                            "(google.api.http).get": "/v1/{name=locations/*}",
                            "(google.api.http).additional_bindings.get": "/v1/{name=projects/*/locations/*}"
                          },
                          parsedOptions: [
                            {
                              "(google.api.http)": {
                                get: "/v1/{name=locations/*}",
                                additional_bindings: {
                                  get: "/v1/{name=projects/*/locations/*}"
                                }
                              }
                            }
                          ]
                        }
                      }
                    },
                    ListLocationsRequest: {
                      fields: {
                        name: {
                          type: "string",
                          id: 1
                        },
                        filter: {
                          type: "string",
                          id: 2
                        },
                        pageSize: {
                          type: "int32",
                          id: 3
                        },
                        pageToken: {
                          type: "string",
                          id: 4
                        }
                      }
                    },
                    ListLocationsResponse: {
                      fields: {
                        locations: {
                          rule: "repeated",
                          type: "Location",
                          id: 1
                        },
                        nextPageToken: {
                          type: "string",
                          id: 2
                        }
                      }
                    },
                    GetLocationRequest: {
                      fields: {
                        name: {
                          type: "string",
                          id: 1
                        }
                      }
                    },
                    Location: {
                      fields: {
                        name: {
                          type: "string",
                          id: 1
                        },
                        locationId: {
                          type: "string",
                          id: 4
                        },
                        displayName: {
                          type: "string",
                          id: 5
                        },
                        labels: {
                          keyType: "string",
                          type: "string",
                          id: 2
                        },
                        metadata: {
                          type: "google.protobuf.Any",
                          id: 3
                        }
                      }
                    }
                  }
                }
              }
            },
            api: {
              options: {
                go_package: "google.golang.org/genproto/googleapis/api/annotations;annotations",
                java_multiple_files: true,
                java_outer_classname: "ClientProto",
                java_package: "com.google.api",
                objc_class_prefix: "GAPI",
                cc_enable_arenas: true
              },
              nested: {
                http: {
                  type: "HttpRule",
                  id: 72295728,
                  extend: "google.protobuf.MethodOptions"
                },
                Http: {
                  fields: {
                    rules: {
                      rule: "repeated",
                      type: "HttpRule",
                      id: 1
                    },
                    fullyDecodeReservedExpansion: {
                      type: "bool",
                      id: 2
                    }
                  }
                },
                HttpRule: {
                  oneofs: {
                    pattern: {
                      oneof: [
                        "get",
                        "put",
                        "post",
                        "delete",
                        "patch",
                        "custom"
                      ]
                    }
                  },
                  fields: {
                    selector: {
                      type: "string",
                      id: 1
                    },
                    get: {
                      type: "string",
                      id: 2
                    },
                    put: {
                      type: "string",
                      id: 3
                    },
                    post: {
                      type: "string",
                      id: 4
                    },
                    delete: {
                      type: "string",
                      id: 5
                    },
                    patch: {
                      type: "string",
                      id: 6
                    },
                    custom: {
                      type: "CustomHttpPattern",
                      id: 8
                    },
                    body: {
                      type: "string",
                      id: 7
                    },
                    responseBody: {
                      type: "string",
                      id: 12
                    },
                    additionalBindings: {
                      rule: "repeated",
                      type: "HttpRule",
                      id: 11
                    }
                  }
                },
                CustomHttpPattern: {
                  fields: {
                    kind: {
                      type: "string",
                      id: 1
                    },
                    path: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                methodSignature: {
                  rule: "repeated",
                  type: "string",
                  id: 1051,
                  extend: "google.protobuf.MethodOptions"
                },
                defaultHost: {
                  type: "string",
                  id: 1049,
                  extend: "google.protobuf.ServiceOptions"
                },
                oauthScopes: {
                  type: "string",
                  id: 1050,
                  extend: "google.protobuf.ServiceOptions"
                }
              }
            },
            protobuf: {
              options: {
                go_package: "google.golang.org/protobuf/types/descriptorpb",
                java_package: "com.google.protobuf",
                java_outer_classname: "DescriptorProtos",
                csharp_namespace: "Google.Protobuf.Reflection",
                objc_class_prefix: "GPB",
                cc_enable_arenas: true,
                optimize_for: "SPEED"
              },
              nested: {
                FileDescriptorSet: {
                  fields: {
                    file: {
                      rule: "repeated",
                      type: "FileDescriptorProto",
                      id: 1
                    }
                  }
                },
                FileDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    package: {
                      type: "string",
                      id: 2
                    },
                    dependency: {
                      rule: "repeated",
                      type: "string",
                      id: 3
                    },
                    publicDependency: {
                      rule: "repeated",
                      type: "int32",
                      id: 10,
                      options: {
                        packed: false
                      }
                    },
                    weakDependency: {
                      rule: "repeated",
                      type: "int32",
                      id: 11,
                      options: {
                        packed: false
                      }
                    },
                    messageType: {
                      rule: "repeated",
                      type: "DescriptorProto",
                      id: 4
                    },
                    enumType: {
                      rule: "repeated",
                      type: "EnumDescriptorProto",
                      id: 5
                    },
                    service: {
                      rule: "repeated",
                      type: "ServiceDescriptorProto",
                      id: 6
                    },
                    extension: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 7
                    },
                    options: {
                      type: "FileOptions",
                      id: 8
                    },
                    sourceCodeInfo: {
                      type: "SourceCodeInfo",
                      id: 9
                    },
                    syntax: {
                      type: "string",
                      id: 12
                    }
                  }
                },
                DescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    field: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 2
                    },
                    extension: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 6
                    },
                    nestedType: {
                      rule: "repeated",
                      type: "DescriptorProto",
                      id: 3
                    },
                    enumType: {
                      rule: "repeated",
                      type: "EnumDescriptorProto",
                      id: 4
                    },
                    extensionRange: {
                      rule: "repeated",
                      type: "ExtensionRange",
                      id: 5
                    },
                    oneofDecl: {
                      rule: "repeated",
                      type: "OneofDescriptorProto",
                      id: 8
                    },
                    options: {
                      type: "MessageOptions",
                      id: 7
                    },
                    reservedRange: {
                      rule: "repeated",
                      type: "ReservedRange",
                      id: 9
                    },
                    reservedName: {
                      rule: "repeated",
                      type: "string",
                      id: 10
                    }
                  },
                  nested: {
                    ExtensionRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        },
                        options: {
                          type: "ExtensionRangeOptions",
                          id: 3
                        }
                      }
                    },
                    ReservedRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        }
                      }
                    }
                  }
                },
                ExtensionRangeOptions: {
                  fields: {
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                FieldDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    number: {
                      type: "int32",
                      id: 3
                    },
                    label: {
                      type: "Label",
                      id: 4
                    },
                    type: {
                      type: "Type",
                      id: 5
                    },
                    typeName: {
                      type: "string",
                      id: 6
                    },
                    extendee: {
                      type: "string",
                      id: 2
                    },
                    defaultValue: {
                      type: "string",
                      id: 7
                    },
                    oneofIndex: {
                      type: "int32",
                      id: 9
                    },
                    jsonName: {
                      type: "string",
                      id: 10
                    },
                    options: {
                      type: "FieldOptions",
                      id: 8
                    },
                    proto3Optional: {
                      type: "bool",
                      id: 17
                    }
                  },
                  nested: {
                    Type: {
                      values: {
                        TYPE_DOUBLE: 1,
                        TYPE_FLOAT: 2,
                        TYPE_INT64: 3,
                        TYPE_UINT64: 4,
                        TYPE_INT32: 5,
                        TYPE_FIXED64: 6,
                        TYPE_FIXED32: 7,
                        TYPE_BOOL: 8,
                        TYPE_STRING: 9,
                        TYPE_GROUP: 10,
                        TYPE_MESSAGE: 11,
                        TYPE_BYTES: 12,
                        TYPE_UINT32: 13,
                        TYPE_ENUM: 14,
                        TYPE_SFIXED32: 15,
                        TYPE_SFIXED64: 16,
                        TYPE_SINT32: 17,
                        TYPE_SINT64: 18
                      }
                    },
                    Label: {
                      values: {
                        LABEL_OPTIONAL: 1,
                        LABEL_REQUIRED: 2,
                        LABEL_REPEATED: 3
                      }
                    }
                  }
                },
                OneofDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    options: {
                      type: "OneofOptions",
                      id: 2
                    }
                  }
                },
                EnumDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    value: {
                      rule: "repeated",
                      type: "EnumValueDescriptorProto",
                      id: 2
                    },
                    options: {
                      type: "EnumOptions",
                      id: 3
                    },
                    reservedRange: {
                      rule: "repeated",
                      type: "EnumReservedRange",
                      id: 4
                    },
                    reservedName: {
                      rule: "repeated",
                      type: "string",
                      id: 5
                    }
                  },
                  nested: {
                    EnumReservedRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        }
                      }
                    }
                  }
                },
                EnumValueDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    number: {
                      type: "int32",
                      id: 2
                    },
                    options: {
                      type: "EnumValueOptions",
                      id: 3
                    }
                  }
                },
                ServiceDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    method: {
                      rule: "repeated",
                      type: "MethodDescriptorProto",
                      id: 2
                    },
                    options: {
                      type: "ServiceOptions",
                      id: 3
                    }
                  }
                },
                MethodDescriptorProto: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    inputType: {
                      type: "string",
                      id: 2
                    },
                    outputType: {
                      type: "string",
                      id: 3
                    },
                    options: {
                      type: "MethodOptions",
                      id: 4
                    },
                    clientStreaming: {
                      type: "bool",
                      id: 5,
                      options: {
                        default: false
                      }
                    },
                    serverStreaming: {
                      type: "bool",
                      id: 6,
                      options: {
                        default: false
                      }
                    }
                  }
                },
                FileOptions: {
                  fields: {
                    javaPackage: {
                      type: "string",
                      id: 1
                    },
                    javaOuterClassname: {
                      type: "string",
                      id: 8
                    },
                    javaMultipleFiles: {
                      type: "bool",
                      id: 10,
                      options: {
                        default: false
                      }
                    },
                    javaGenerateEqualsAndHash: {
                      type: "bool",
                      id: 20,
                      options: {
                        deprecated: true
                      }
                    },
                    javaStringCheckUtf8: {
                      type: "bool",
                      id: 27,
                      options: {
                        default: false
                      }
                    },
                    optimizeFor: {
                      type: "OptimizeMode",
                      id: 9,
                      options: {
                        default: "SPEED"
                      }
                    },
                    goPackage: {
                      type: "string",
                      id: 11
                    },
                    ccGenericServices: {
                      type: "bool",
                      id: 16,
                      options: {
                        default: false
                      }
                    },
                    javaGenericServices: {
                      type: "bool",
                      id: 17,
                      options: {
                        default: false
                      }
                    },
                    pyGenericServices: {
                      type: "bool",
                      id: 18,
                      options: {
                        default: false
                      }
                    },
                    phpGenericServices: {
                      type: "bool",
                      id: 42,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 23,
                      options: {
                        default: false
                      }
                    },
                    ccEnableArenas: {
                      type: "bool",
                      id: 31,
                      options: {
                        default: true
                      }
                    },
                    objcClassPrefix: {
                      type: "string",
                      id: 36
                    },
                    csharpNamespace: {
                      type: "string",
                      id: 37
                    },
                    swiftPrefix: {
                      type: "string",
                      id: 39
                    },
                    phpClassPrefix: {
                      type: "string",
                      id: 40
                    },
                    phpNamespace: {
                      type: "string",
                      id: 41
                    },
                    phpMetadataNamespace: {
                      type: "string",
                      id: 44
                    },
                    rubyPackage: {
                      type: "string",
                      id: 45
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      38,
                      38
                    ]
                  ],
                  nested: {
                    OptimizeMode: {
                      values: {
                        SPEED: 1,
                        CODE_SIZE: 2,
                        LITE_RUNTIME: 3
                      }
                    }
                  }
                },
                MessageOptions: {
                  fields: {
                    messageSetWireFormat: {
                      type: "bool",
                      id: 1,
                      options: {
                        default: false
                      }
                    },
                    noStandardDescriptorAccessor: {
                      type: "bool",
                      id: 2,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    mapEntry: {
                      type: "bool",
                      id: 7
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      8,
                      8
                    ],
                    [
                      9,
                      9
                    ]
                  ]
                },
                FieldOptions: {
                  fields: {
                    ctype: {
                      type: "CType",
                      id: 1,
                      options: {
                        default: "STRING"
                      }
                    },
                    packed: {
                      type: "bool",
                      id: 2
                    },
                    jstype: {
                      type: "JSType",
                      id: 6,
                      options: {
                        default: "JS_NORMAL"
                      }
                    },
                    lazy: {
                      type: "bool",
                      id: 5,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    weak: {
                      type: "bool",
                      id: 10,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      4,
                      4
                    ]
                  ],
                  nested: {
                    CType: {
                      values: {
                        STRING: 0,
                        CORD: 1,
                        STRING_PIECE: 2
                      }
                    },
                    JSType: {
                      values: {
                        JS_NORMAL: 0,
                        JS_STRING: 1,
                        JS_NUMBER: 2
                      }
                    }
                  }
                },
                OneofOptions: {
                  fields: {
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                EnumOptions: {
                  fields: {
                    allowAlias: {
                      type: "bool",
                      id: 2
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      5,
                      5
                    ]
                  ]
                },
                EnumValueOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 1,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                ServiceOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 33,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                MethodOptions: {
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 33,
                      options: {
                        default: false
                      }
                    },
                    idempotencyLevel: {
                      type: "IdempotencyLevel",
                      id: 34,
                      options: {
                        default: "IDEMPOTENCY_UNKNOWN"
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  nested: {
                    IdempotencyLevel: {
                      values: {
                        IDEMPOTENCY_UNKNOWN: 0,
                        NO_SIDE_EFFECTS: 1,
                        IDEMPOTENT: 2
                      }
                    }
                  }
                },
                UninterpretedOption: {
                  fields: {
                    name: {
                      rule: "repeated",
                      type: "NamePart",
                      id: 2
                    },
                    identifierValue: {
                      type: "string",
                      id: 3
                    },
                    positiveIntValue: {
                      type: "uint64",
                      id: 4
                    },
                    negativeIntValue: {
                      type: "int64",
                      id: 5
                    },
                    doubleValue: {
                      type: "double",
                      id: 6
                    },
                    stringValue: {
                      type: "bytes",
                      id: 7
                    },
                    aggregateValue: {
                      type: "string",
                      id: 8
                    }
                  },
                  nested: {
                    NamePart: {
                      fields: {
                        namePart: {
                          rule: "required",
                          type: "string",
                          id: 1
                        },
                        isExtension: {
                          rule: "required",
                          type: "bool",
                          id: 2
                        }
                      }
                    }
                  }
                },
                SourceCodeInfo: {
                  fields: {
                    location: {
                      rule: "repeated",
                      type: "Location",
                      id: 1
                    }
                  },
                  nested: {
                    Location: {
                      fields: {
                        path: {
                          rule: "repeated",
                          type: "int32",
                          id: 1
                        },
                        span: {
                          rule: "repeated",
                          type: "int32",
                          id: 2
                        },
                        leadingComments: {
                          type: "string",
                          id: 3
                        },
                        trailingComments: {
                          type: "string",
                          id: 4
                        },
                        leadingDetachedComments: {
                          rule: "repeated",
                          type: "string",
                          id: 6
                        }
                      }
                    }
                  }
                },
                GeneratedCodeInfo: {
                  fields: {
                    annotation: {
                      rule: "repeated",
                      type: "Annotation",
                      id: 1
                    }
                  },
                  nested: {
                    Annotation: {
                      fields: {
                        path: {
                          rule: "repeated",
                          type: "int32",
                          id: 1
                        },
                        sourceFile: {
                          type: "string",
                          id: 2
                        },
                        begin: {
                          type: "int32",
                          id: 3
                        },
                        end: {
                          type: "int32",
                          id: 4
                        }
                      }
                    }
                  }
                },
                Any: {
                  fields: {
                    type_url: {
                      type: "string",
                      id: 1
                    },
                    value: {
                      type: "bytes",
                      id: 2
                    }
                  }
                }
              }
            }
          }
        }
      }
    };
  }
});

// node_modules/google-gax/build/src/locations_client_config.json
var require_locations_client_config = __commonJS({
  "node_modules/google-gax/build/src/locations_client_config.json"(exports2, module2) {
    module2.exports = {
      interfaces: {
        "google.cloud.location.Locations": {
          retry_codes: {
            non_idempotent: [],
            idempotent: [
              "DEADLINE_EXCEEDED",
              "UNAVAILABLE"
            ]
          },
          retry_params: {
            default: {
              initial_retry_delay_millis: 100,
              retry_delay_multiplier: 1.3,
              max_retry_delay_millis: 6e4,
              initial_rpc_timeout_millis: 6e4,
              rpc_timeout_multiplier: 1,
              max_rpc_timeout_millis: 6e4,
              total_timeout_millis: 6e5
            }
          },
          methods: {
            ListLocations: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetLocation: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            }
          }
        }
      }
    };
  }
});

// node_modules/google-gax/build/src/locationService.js
var require_locationService = __commonJS({
  "node_modules/google-gax/build/src/locationService.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.LocationsClient = void 0;
    var gax = __importStar(require_gax());
    var warnings_1 = require_warnings();
    var createApiCall_1 = require_createApiCall();
    var routingHeader = __importStar(require_routingHeader());
    var pageDescriptor_1 = require_pageDescriptor();
    var jsonProtos = require_locations();
    var gapicConfig = __importStar(require_locations_client_config());
    var version = require_package().version;
    var LocationsClient = class {
      _terminated = false;
      _opts;
      _providedCustomServicePath;
      _protos;
      _defaults;
      auth;
      descriptors = {
        page: {},
        stream: {},
        longrunning: {},
        batching: {}
      };
      warn;
      innerApiCalls;
      locationsStub;
      gaxGrpc;
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      PageDescriptor;
      /**
       * Construct an instance of LocationsClient.
       *
       * @param {object} [options] - The configuration object.
       * The options accepted by the constructor are described in detail
       * in [this document](https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#creating-the-client-instance).
       * The common options are:
       * @param {object} [options.credentials] - Credentials object.
       * @param {string} [options.credentials.client_email]
       * @param {string} [options.credentials.private_key]
       * @param {string} [options.email] - Account email address. Required when
       *     using a .pem or .p12 keyFilename.
       * @param {string} [options.keyFilename] - Full path to the a .json, .pem, or
       *     .p12 key downloaded from the Google Developers Console. If you provide
       *     a path to a JSON file, the projectId option below is not necessary.
       *     NOTE: .pem and .p12 require you to specify options.email as well.
       * @param {number} [options.port] - The port on which to connect to
       *     the remote host.
       * @param {string} [options.projectId] - The project ID from the Google
       *     Developer's Console, e.g. 'grape-spaceship-123'. We will also check
       *     the environment variable GCLOUD_PROJECT for your project ID. If your
       *     app is running in an environment which supports
       *     {@link https://developers.google.com/identity/protocols/application-default-credentials Application Default Credentials},
       *     your project ID will be detected automatically.
       * @param {string} [options.apiEndpoint] - The domain name of the
       *     API remote host.
       * @param {gax.ClientConfig} [options.clientConfig] - Client configuration override.
       *     Follows the structure of {@link gapicConfig}.
       * @param {boolean} [options.fallback] - Use HTTP fallback mode.
       *     In fallback mode, a special browser-compatible transport implementation is used
       *     instead of gRPC transport. In browser context (if the `window` object is defined)
       *     the fallback mode is enabled automatically; set `options.fallback` to `false`
       *     if you need to override this behavior.
       */
      constructor(gaxGrpc, opts) {
        this.gaxGrpc = gaxGrpc;
        const staticMembers = this.constructor;
        const gaxGrpcEndpoint = gaxGrpc;
        const servicePath = opts?.servicePath || opts?.apiEndpoint || gaxGrpcEndpoint._servicePath || staticMembers.servicePath;
        this._providedCustomServicePath = !!(opts?.servicePath || opts?.apiEndpoint || gaxGrpcEndpoint._servicePath);
        const port = opts?.port ?? gaxGrpcEndpoint._port ?? staticMembers.port;
        const clientConfig = opts?.clientConfig ?? {};
        const fallback = opts?.fallback ?? (gaxGrpc.fallback || typeof window !== "undefined" && typeof window?.fetch === "function");
        opts = Object.assign({ clientConfig }, opts, { servicePath, port, fallback });
        if (servicePath !== staticMembers.servicePath && !("scopes" in opts)) {
          opts["scopes"] = staticMembers.scopes;
        }
        this._opts = opts;
        this.auth = gaxGrpc.auth;
        if (servicePath === staticMembers.servicePath) {
          this.auth.defaultScopes = staticMembers.scopes;
        }
        const clientHeader = [`gax/${version}`, `gapic/${version}`];
        if (typeof process !== "undefined" && "versions" in process) {
          clientHeader.push(`gl-node/${process.versions.node}`);
        } else {
          clientHeader.push(`gl-web/${version}`);
        }
        if (!opts.fallback) {
          clientHeader.push(`grpc/${gaxGrpc.grpcVersion}`);
        } else if (opts.fallback === "rest") {
          clientHeader.push(`rest/${gaxGrpc.grpcVersion}`);
        }
        if (opts.libName && opts.libVersion) {
          clientHeader.push(`${opts.libName}/${opts.libVersion}`);
        }
        this._protos = gaxGrpc.loadProtoJSON(jsonProtos);
        this.descriptors.page = {
          listLocations: new pageDescriptor_1.PageDescriptor("pageToken", "nextPageToken", "locations")
        };
        this._defaults = gaxGrpc.constructSettings("google.cloud.location.Locations", gapicConfig, opts.clientConfig || {}, { "x-goog-api-client": clientHeader.join(" ") }, opts.enableTelemetryTracing, void 0, opts.enableTelemetryLogging);
        const parsedPort = typeof opts.port === "string" ? parseInt(opts.port, 10) : opts.port;
        for (const methodName of Object.keys(this._defaults)) {
          const otherArgs = this._defaults[methodName].otherArgs;
          if (otherArgs) {
            if (opts.servicePath) {
              otherArgs.servicePath = opts.servicePath;
            }
            if (parsedPort !== void 0 && !Number.isNaN(parsedPort)) {
              otherArgs.port = parsedPort;
            }
          }
        }
        this.innerApiCalls = {};
        this.warn = warnings_1.warn;
      }
      /**
       * Initialize the client.
       * Performs asynchronous operations (such as authentication) and prepares the client.
       * This function will be called automatically when any class method is called for the
       * first time, but if you need to initialize it before calling an actual method,
       * feel free to call initialize() directly.
       *
       * You can await on this method if you want to make sure the client is initialized.
       *
       * @returns {Promise} A promise that resolves to an authenticated service stub.
       */
      initialize() {
        if (this.locationsStub) {
          return this.locationsStub;
        }
        this.locationsStub = this.gaxGrpc.createStub(this._opts.fallback ? this._protos.lookupService("google.cloud.location.Locations") : (
          // eslint-disable-next-line @typescript-eslint/no-explicit-any
          this._protos.google.cloud.location.Locations
        ), this._opts, this._providedCustomServicePath);
        const locationsStubMethods = ["listLocations", "getLocation"];
        for (const methodName of locationsStubMethods) {
          const callPromise = this.locationsStub.then((stub) => (...args) => {
            if (this._terminated) {
              return Promise.reject("The client has already been closed.");
            }
            const func = stub[methodName];
            return func.apply(stub, args);
          }, (err) => () => {
            throw err;
          });
          const descriptor = this.descriptors.page[methodName] || void 0;
          const apiCall = (0, createApiCall_1.createApiCall)(callPromise, this._defaults[methodName], descriptor, this._opts.fallback || this.gaxGrpc.fallback);
          this.innerApiCalls[methodName] = apiCall;
        }
        return this.locationsStub;
      }
      /**
       * The DNS address for this API service.
       * @returns {string} The DNS address for this service.
       */
      static get servicePath() {
        return "cloud.googleapis.com";
      }
      /**
       * The DNS address for this API service - same as servicePath(),
       * exists for compatibility reasons.
       * @returns {string} The DNS address for this service.
       */
      static get apiEndpoint() {
        return "cloud.googleapis.com";
      }
      /**
       * The port for this API service.
       * @returns {number} The default port for this service.
       */
      static get port() {
        return 443;
      }
      /**
       * The scopes needed to make gRPC calls for every method defined
       * in this service.
       * @returns {string[]} List of default scopes.
       */
      static get scopes() {
        return ["https://www.googleapis.com/auth/cloud-platform"];
      }
      getProjectId(callback) {
        if (callback) {
          this.auth.getProjectId(callback);
          return;
        }
        return this.auth.getProjectId();
      }
      /**
       * Gets information about a location.
       *
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.name
       *   Resource name for the location.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Promise} - The promise which resolves to an array.
       *   The first element of the array is an object representing [Location]{@link google.cloud.location.Location}.
       *   Please see the
       *   [documentation](https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#regular-methods)
       *   for more details and examples.
       * @example
       * const [response] = await client.getLocation(request);
       */
      getLocation(request, optionsOrCallback, callback) {
        request = request || {};
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = routingHeader.fromParams({
          name: request.name || ""
        });
        this.initialize().catch(console.error);
        return this.innerApiCalls.getLocation(request, options, callback);
      }
      /**
       * Lists information about the supported locations for this service.
       *
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.name
       *   The resource that owns the locations collection, if applicable.
       * @param {string} request.filter
       *   The standard list filter.
       * @param {number} request.pageSize
       *   The standard list page size.
       * @param {string} request.pageToken
       *   The standard list page token.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Promise} - The promise which resolves to an array.
       *   The first element of the array is Array of [Location]{@link google.cloud.location.Location}.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed and will merge results from all the pages into this array.
       *   Note that it can affect your quota.
       *   We recommend using `listLocationsAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the
       *   [documentation](https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#auto-pagination)
       *   for more details and examples.
       */
      listLocations(request, optionsOrCallback, callback) {
        request = request || {};
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = routingHeader.fromParams({
          name: request.name || ""
        });
        this.initialize().catch(console.error);
        return this.innerApiCalls.listLocations(request, options, callback);
      }
      /**
       * Equivalent to `listLocations`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.name
       *   The resource that owns the locations collection, if applicable.
       * @param {string} request.filter
       *   The standard list filter.
       * @param {number} request.pageSize
       *   The standard list page size.
       * @param {string} request.pageToken
       *   The standard list page token.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows [async iteration](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols).
       *   When you iterate the returned iterable, each element will be an object representing
       *   [Location]{@link google.cloud.location.Location}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the
       *   [documentation](https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#auto-pagination)
       *   for more details and examples.
       * @example
       * const iterable = client.listLocationsAsync(request);
       * for await (const response of iterable) {
       *   // process response
       * }
       */
      listLocationsAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = routingHeader.fromParams({
          name: request.name || ""
        });
        options = options || {};
        const callSettings = new gax.CallSettings(options);
        this.initialize().catch(console.error);
        return this.descriptors.page.listLocations.asyncIterate(this.innerApiCalls["listLocations"], request, callSettings);
      }
      /**
       * Terminate the gRPC channel and close the client.
       *
       * The client will no longer be usable and all future behavior is undefined.
       * @returns {Promise} A promise that resolves when the client is closed.
       */
      close() {
        this.initialize().catch(console.error);
        if (!this._terminated) {
          return this.locationsStub.then((stub) => {
            this._terminated = true;
            stub.close();
          });
        }
        return Promise.resolve();
      }
    };
    exports2.LocationsClient = LocationsClient;
  }
});

// node_modules/protobufjs/minimal.js
var require_minimal2 = __commonJS({
  "node_modules/protobufjs/minimal.js"(exports2, module2) {
    "use strict";
    init_fetch_classes();
    module2.exports = require_index_minimal();
  }
});

// node_modules/google-gax/build/src/fallback.js
var require_fallback = __commonJS({
  "node_modules/google-gax/build/src/fallback.js"(exports2, module2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    var __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.fallback = exports2.GoogleError = exports2.operation = exports2.Operation = exports2.warn = exports2.protobufMinimal = exports2.protobuf = exports2.LocationProtos = exports2.IamProtos = exports2.operationsProtos = exports2.protobufFromJSON = exports2.GrpcClient = exports2.defaultToObjectOptions = exports2.makeUUID = exports2.LocationsClient = exports2.IamClient = exports2.OperationsClient = exports2.StreamType = exports2.resumableSourceFromFile = exports2.resumableUploadStub = exports2.ResumableUploadState = exports2.ResumableUploadSession = exports2.ResumableUploadDescriptor = exports2.StreamDescriptor = exports2.PageDescriptor = exports2.LongrunningDescriptor = exports2.BundleDescriptor = exports2.version = exports2.createDefaultBackoffSettings = exports2.RetryOptions = exports2.constructSettings = exports2.CallSettings = exports2.routingHeader = exports2.PathTemplate = void 0;
    exports2.lro = lro;
    exports2.createApiCall = createApiCall;
    var object_hash_1 = __importDefault(require_object_hash());
    var protobuf = __importStar(require_protobufjs());
    exports2.protobuf = protobuf;
    var gax = __importStar(require_gax());
    var contextUtil_1 = require_contextUtil();
    var routingHeader = __importStar(require_routingHeader());
    exports2.routingHeader = routingHeader;
    var status_1 = require_status2();
    var google_auth_library_1 = require_google_auth_library();
    var operationsClient_1 = require_operationsClient();
    var createApiCall_1 = require_createApiCall();
    var fallbackRest = __importStar(require_fallbackRest());
    var featureDetection_1 = require_featureDetection();
    var fallbackServiceStub_1 = require_fallbackServiceStub();
    var streaming_1 = require_streaming();
    var util_1 = require_util2();
    var IamProtos = __importStar(require_gax_messages());
    exports2.IamProtos = IamProtos;
    var LocationProtos = __importStar(require_gax_messages());
    exports2.LocationProtos = LocationProtos;
    var operationsProtos = __importStar(require_gax_messages());
    exports2.operationsProtos = operationsProtos;
    var pathTemplate_1 = require_pathTemplate();
    Object.defineProperty(exports2, "PathTemplate", { enumerable: true, get: function() {
      return pathTemplate_1.PathTemplate;
    } });
    var gax_1 = require_gax();
    Object.defineProperty(exports2, "CallSettings", { enumerable: true, get: function() {
      return gax_1.CallSettings;
    } });
    Object.defineProperty(exports2, "constructSettings", { enumerable: true, get: function() {
      return gax_1.constructSettings;
    } });
    Object.defineProperty(exports2, "RetryOptions", { enumerable: true, get: function() {
      return gax_1.RetryOptions;
    } });
    Object.defineProperty(exports2, "createDefaultBackoffSettings", { enumerable: true, get: function() {
      return gax_1.createDefaultBackoffSettings;
    } });
    exports2.version = require_package().version + "-fallback";
    var descriptor_1 = require_descriptor();
    Object.defineProperty(exports2, "BundleDescriptor", { enumerable: true, get: function() {
      return descriptor_1.BundleDescriptor;
    } });
    Object.defineProperty(exports2, "LongrunningDescriptor", { enumerable: true, get: function() {
      return descriptor_1.LongrunningDescriptor;
    } });
    Object.defineProperty(exports2, "PageDescriptor", { enumerable: true, get: function() {
      return descriptor_1.PageDescriptor;
    } });
    Object.defineProperty(exports2, "StreamDescriptor", { enumerable: true, get: function() {
      return descriptor_1.StreamDescriptor;
    } });
    var resumableUpload_1 = require_nothing();
    Object.defineProperty(exports2, "ResumableUploadDescriptor", { enumerable: true, get: function() {
      return resumableUpload_1.ResumableUploadDescriptor;
    } });
    Object.defineProperty(exports2, "ResumableUploadSession", { enumerable: true, get: function() {
      return resumableUpload_1.ResumableUploadSession;
    } });
    Object.defineProperty(exports2, "ResumableUploadState", { enumerable: true, get: function() {
      return resumableUpload_1.ResumableUploadState;
    } });
    Object.defineProperty(exports2, "resumableUploadStub", { enumerable: true, get: function() {
      return resumableUpload_1.resumableUploadStub;
    } });
    var resumableSourceFromFile_1 = require_nothing();
    Object.defineProperty(exports2, "resumableSourceFromFile", { enumerable: true, get: function() {
      return resumableSourceFromFile_1.resumableSourceFromFile;
    } });
    var streaming_2 = require_streaming();
    Object.defineProperty(exports2, "StreamType", { enumerable: true, get: function() {
      return streaming_2.StreamType;
    } });
    var operationsClient_2 = require_operationsClient();
    Object.defineProperty(exports2, "OperationsClient", { enumerable: true, get: function() {
      return operationsClient_2.OperationsClient;
    } });
    var iamService_1 = require_iamService();
    Object.defineProperty(exports2, "IamClient", { enumerable: true, get: function() {
      return iamService_1.IamClient;
    } });
    var locationService_1 = require_locationService();
    Object.defineProperty(exports2, "LocationsClient", { enumerable: true, get: function() {
      return locationService_1.LocationsClient;
    } });
    var util_2 = require_util2();
    Object.defineProperty(exports2, "makeUUID", { enumerable: true, get: function() {
      return util_2.makeUUID;
    } });
    exports2.defaultToObjectOptions = {
      keepCase: false,
      longs: String,
      enums: String,
      defaults: true,
      oneofs: true
    };
    var CLIENT_VERSION_HEADER = "x-goog-api-client";
    var GrpcClient = class _GrpcClient {
      auth;
      /**
       * @deprecated use {@link GrpcClient.auth} instead
       */
      authClient;
      fallback;
      grpcVersion;
      static protoCache = /* @__PURE__ */ new Map();
      httpRules;
      numericEnums;
      minifyJson;
      _servicePath;
      _port;
      _enableTelemetryTracing;
      _enableTelemetryLogging;
      /**
       * In rare cases users might need to deallocate all memory consumed by loaded protos.
       * This method will delete the proto cache content.
       */
      static clearProtoCache() {
        _GrpcClient.protoCache.clear();
      }
      /**
       * gRPC-fallback version of GrpcClient
       * Implements GrpcClient API for a browser using grpc-fallback protocol (sends serialized protobuf to HTTP/1 $rpc endpoint).
       *
       * @param options {@link GrpcClientOptions}
       */
      constructor(options = {}) {
        if (options.auth) {
          this.auth = options.auth;
        } else if ("authClient" in options) {
          this.auth = options.authClient;
        } else {
          this.auth = new google_auth_library_1.GoogleAuth({
            authClient: options.auth,
            ...options
          });
        }
        this.fallback = options.fallback ? true : false;
        this.grpcVersion = require_package().version;
        this.httpRules = options.httpRules;
        this.numericEnums = options.numericEnums ?? false;
        this.minifyJson = options.minifyJson ?? false;
        this._servicePath = options.servicePath || options.apiEndpoint;
        const rawPort = options.port;
        this._port = typeof rawPort === "string" ? parseInt(rawPort, 10) : rawPort;
        this._enableTelemetryTracing = options.enableTelemetryTracing;
        this._enableTelemetryLogging = options.enableTelemetryLogging;
      }
      /**
       * gRPC-fallback version of loadProto
       * Loads the protobuf root object from a JSON object created from a proto file
       * @param {Object} jsonObject - A JSON version of a protofile created usin protobuf.js
       * @returns {Object} Root namespace of proto JSON
       */
      loadProto(jsonObject) {
        const rootObject = protobuf.Root.fromJSON(jsonObject);
        return rootObject;
      }
      loadProtoJSON(json, ignoreCache = false) {
        return _GrpcClient.protobufFromJSON(json, ignoreCache);
      }
      /**
       * Loads the protobuf root object from a JSON object created from a proto file.
       * By default, this is cached in a global cache and the results should not be mutated.
       * @param {Object} jsonObject - A JSON version of a protofile created usin protobuf.js
       * @returns {Object} Root namespace of proto JSON
       */
      static protobufFromJSON(json, ignoreCache = false) {
        const hash = (0, object_hash_1.default)(JSON.stringify(json)).toString();
        const cached = _GrpcClient.protoCache.get(hash);
        if (cached && !ignoreCache) {
          return cached;
        }
        const root = protobuf.Root.fromJSON(json);
        _GrpcClient.protoCache.set(hash, root);
        return root;
      }
      static getServiceMethods(service) {
        const methods = {};
        for (const [methodName, methodObject] of Object.entries(service.methods)) {
          const methodNameLowerCamelCase = (0, util_1.toLowerCamelCase)(methodName);
          methods[methodNameLowerCamelCase] = methodObject;
        }
        return methods;
      }
      /**
       * gRPC-fallback version of constructSettings
       * A wrapper of {@link constructSettings} function under the gRPC-fallback context.
       *
       * Most of parameters are common among constructSettings, please take a look.
       * @param {string} serviceName - The fully-qualified name of the service.
       * @param {Object} clientConfig - A dictionary of the client config.
       * @param {Object} configOverrides - A dictionary of overriding configs.
       * @param {Object} headers - A dictionary of additional HTTP header name to
       *   its value.
       * @param {boolean} [enableTelemetryTracing] - Flag to enable telemetry tracing.
       * @param {unknown} [_legacyTelemetryInfo] - Unused legacy parameter kept for backward compatibility.
       * @param {boolean} [enableTelemetryLogging] - Flag to enable telemetry logging.
       * @return {Object} A mapping of method names to CallSettings.
       */
      constructSettings(serviceName, clientConfig, configOverrides, headers, enableTelemetryTracing, _legacyTelemetryInfo, enableTelemetryLogging) {
        function buildMetadata(abTests, moreHeaders) {
          const metadata = {};
          if (!headers) {
            headers = {};
          }
          for (const key in headers) {
            metadata[key] = Array.isArray(headers[key]) ? headers[key] : [headers[key]];
          }
          const clientVersions = [];
          if (metadata[CLIENT_VERSION_HEADER] && metadata[CLIENT_VERSION_HEADER][0]) {
            clientVersions.push(...metadata[CLIENT_VERSION_HEADER][0].split(" "));
          }
          clientVersions.push(`grpc-web/${exports2.version}`);
          metadata[CLIENT_VERSION_HEADER] = [clientVersions.join(" ")];
          if (!moreHeaders) {
            return metadata;
          }
          for (const key in moreHeaders) {
            if (key.toLowerCase() !== CLIENT_VERSION_HEADER) {
              const value = moreHeaders[key];
              if (Array.isArray(value)) {
                if (metadata[key] === void 0) {
                  metadata[key] = value;
                } else {
                  if (Array.isArray(metadata[key])) {
                    metadata[key].push(...value);
                  } else {
                    throw new Error(`Can not add value ${value} to the call metadata.`);
                  }
                }
              } else {
                metadata[key] = [value];
              }
            }
          }
          return metadata;
        }
        const otherArgs = {
          metadataBuilder: buildMetadata
        };
        if (this._servicePath) {
          otherArgs.servicePath = this._servicePath;
        }
        if (this._port !== void 0) {
          otherArgs.port = this._port;
        }
        const defaults = gax.constructSettings(serviceName, clientConfig, configOverrides, status_1.Status, otherArgs, enableTelemetryTracing ?? this._enableTelemetryTracing, _legacyTelemetryInfo, enableTelemetryLogging ?? this._enableTelemetryLogging);
        const defaultServicePath = this.auth?.defaultServicePath;
        if (typeof defaultServicePath === "string" && defaultServicePath.includes(".")) {
          for (const methodName of Object.keys(defaults)) {
            (0, contextUtil_1.setSettingsDefaultDomain)(defaults[methodName], defaultServicePath);
          }
        }
        return defaults;
      }
      /**
       * gRPC-fallback version of createStub
       * Creates a gRPC-fallback stub with authentication headers built from supplied `AuthClient` instance
       *
       * @param {function} CreateStub - The constructor function of the stub.
       * @param {Object} service - A protobufjs Service object (as returned by lookupService)
       * @param {Object} opts - Connection options, as described below.
       * @param {string} opts.servicePath - The hostname of the API endpoint service.
       * @param {number} opts.port - The port of the service.
       * @return {Promise} A promise which resolves to a gRPC-fallback service stub, which is a protobuf.js service stub instance modified to match the gRPC stub API
       */
      async createStub(service, opts, customServicePath) {
        if (!this.authClient) {
          if (this.auth && "getClient" in this.auth) {
            this.authClient = await this.auth.getClient();
          } else if (this.auth && "getRequestHeaders" in this.auth) {
            this.authClient = this.auth;
          }
        }
        if (!this.authClient) {
          throw new Error("No authentication was provided");
        }
        if (!opts.universeDomain) {
          opts.universeDomain = "googleapis.com";
        }
        if (opts.universeDomain) {
          const universeFromAuth = this.authClient.universeDomain;
          if (universeFromAuth && opts.universeDomain !== universeFromAuth) {
            throw new Error(`The configured universe domain (${opts.universeDomain}) does not match the universe domain found in the credentials (${universeFromAuth}). If you haven't configured the universe domain explicitly, googleapis.com is the default.`);
          }
        }
        service.resolveAll();
        const methods = _GrpcClient.getServiceMethods(service);
        const protocol = opts.protocol || "https";
        let servicePath = opts.servicePath;
        if (!servicePath && service.options && service.options["(google.api.default_host)"]) {
          servicePath = service.options["(google.api.default_host)"];
        }
        if (!servicePath) {
          throw new Error(`Cannot determine service API path for service ${service.name}.`);
        }
        let servicePort;
        const match = servicePath.match(/^(.*):(\d+)$/);
        if (match) {
          servicePath = match[1];
          servicePort = parseInt(match[2]);
        }
        if (opts.port) {
          servicePort = typeof opts.port === "string" ? parseInt(opts.port, 10) : opts.port;
        } else if (!servicePort) {
          servicePort = 443;
        }
        const encoder = fallbackRest.encodeRequest;
        const decoder = fallbackRest.decodeResponse;
        const serviceStub = (0, fallbackServiceStub_1.generateServiceStub)(methods, protocol, servicePath, servicePort, this.auth || this.authClient, encoder, decoder, this.numericEnums, this.minifyJson);
        return serviceStub;
      }
      /**
       * Creates a 'bytelength' function for a given proto message class.
       *
       * See {@link BundleDescriptor} about the meaning of the return value.
       *
       * @param {function} message - a constructor function that is generated by
       *   protobuf.js. Assumes 'encoder' field in the message.
       * @return {function(Object):number} - a function to compute the byte length
       *   for an object.
       */
      static createByteLengthFunction(message) {
        return gax.createByteLengthFunction(message);
      }
    };
    exports2.GrpcClient = GrpcClient;
    exports2.protobufFromJSON = GrpcClient.protobufFromJSON;
    function lro(options) {
      options = Object.assign({ scopes: [] }, options);
      if (options.protoJson) {
        options = Object.assign(options, { fallback: true });
      }
      const gaxGrpc = new GrpcClient(options);
      return new operationsClient_1.OperationsClientBuilder(gaxGrpc, options.protoJson);
    }
    function createApiCall(func, settings, descriptor, _fallback) {
      if (descriptor && "streaming" in descriptor && descriptor.type !== streaming_1.StreamType.SERVER_STREAMING) {
        return () => {
          throw new Error("The REST transport currently does not support client-streaming or bidi-stream calls.");
        };
      }
      if (descriptor && "streaming" in descriptor && !(0, featureDetection_1.isNodeJS)()) {
        return () => {
          throw new Error("Server streaming over the REST transport is only supported in Node.js.");
        };
      }
      return (0, createApiCall_1.createApiCall)(func, settings, descriptor, true);
    }
    exports2.protobufMinimal = __importStar(require_minimal2());
    var warnings_1 = require_warnings();
    Object.defineProperty(exports2, "warn", { enumerable: true, get: function() {
      return warnings_1.warn;
    } });
    var longrunning_1 = require_longrunning();
    Object.defineProperty(exports2, "Operation", { enumerable: true, get: function() {
      return longrunning_1.Operation;
    } });
    Object.defineProperty(exports2, "operation", { enumerable: true, get: function() {
      return longrunning_1.operation;
    } });
    var googleError_1 = require_googleError();
    Object.defineProperty(exports2, "GoogleError", { enumerable: true, get: function() {
      return googleError_1.GoogleError;
    } });
    var fallback = module2.exports;
    exports2.fallback = fallback;
  }
});

// scripts/build/stand-ins/gax-rest.cjs
var require_gax_rest = __commonJS({
  "scripts/build/stand-ins/gax-rest.cjs"(exports2, module2) {
    init_fetch_classes();
    var fallback = require_fallback();
    var { decodeAnyProtosInArray } = require_util2();
    module2.exports = { ...fallback, loggingUtils: require_src3(), decodeAnyProtosInArray };
  }
});

// node_modules/google-gax/build/src/protobuf.js
var require_protobuf = __commonJS({
  "node_modules/google-gax/build/src/protobuf.js"(exports2) {
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
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i2 = 0; i2 < k.length; i2++) if (k[i2] !== "default") __createBinding(result, mod, k[i2]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.protobufMinimal = void 0;
    exports2.protobufMinimal = __importStar(require_minimal2());
  }
});

// google-gax.cjs
init_fetch_classes();
Object.defineProperty(exports, "google-gax", { get: () => require_gax_rest() });
Object.defineProperty(exports, "google-gax/build/src/protobuf", { get: () => require_protobuf() });
