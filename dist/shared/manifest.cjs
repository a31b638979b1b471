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

// src/google/run/resources.ts
var resources_exports = {};
__export(resources_exports, {
  LATEST: () => LATEST,
  REVISION: () => REVISION
});
var LATEST, REVISION;
var init_resources = __esm({
  "src/google/run/resources.ts"() {
    "use strict";
    LATEST = "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST";
    REVISION = "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION";
  }
});

// src/manifest/decode/table.ts
var table_exports = {};
__export(table_exports, {
  Invalid: () => Invalid,
  below: () => below,
  carry: () => carry,
  check: () => check,
  drop: () => drop,
  keep: () => keep,
  list: () => list,
  nest: () => nest,
  refuse: () => refuse,
  reserve: () => reserve,
  strip: () => strip,
  stripUnknown: () => stripUnknown,
  toPath: () => toPath
});
function below(words, key) {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) return `${words}["${key}"]`;
  return words === "" ? key : `${words}.${key}`;
}
var Invalid, toPath, carry, check, keep, nest, list, refuse, drop, strip, stripUnknown, reserve;
var init_table = __esm({
  "src/manifest/decode/table.ts"() {
    "use strict";
    Invalid = class extends Error {
    };
    toPath = (path2) => typeof path2 !== "string" ? path2 : path2 === "" ? [] : path2.split(".");
    carry = (to, read) => ({ does: "carry", to: toPath(to), read });
    check = (read) => carry([], (node, scope) => {
      read(node, scope);
    });
    keep = (read) => ({ does: "keep", read });
    nest = (to, table) => ({ does: "nest", to: toPath(to), table });
    list = (to, table, most = Number.POSITIVE_INFINITY) => ({
      does: "list",
      to: toPath(to),
      table,
      most
    });
    refuse = (why) => ({ does: "refuse", why });
    drop = (why, read) => ({ does: "drop", why, read });
    strip = (read) => ({ does: "strip", read });
    stripUnknown = (read) => ({ does: "strip", read, unknown: true });
    reserve = (read) => ({ does: "reserve", read });
  }
});

// src/manifest/decode/key-hints.ts
var key_hints_exports = {};
__export(key_hints_exports, {
  placesOf: () => placesOf
});
function placesOf(root) {
  const places = collect(root, "");
  const nearest = (from, matches) => places.filter((place) => place.useful && matches(place)).sort((a, b) => apart(a.parent, from) - apart(b.parent, from) || a.parent.length - b.parent.length)[0];
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
  const words = [plainWord(key)];
  for (let last = ""; last !== words.at(-1); ) {
    last = words.at(-1) ?? "";
    const bare = last.replace(PREFIX, "");
    if (bare !== last) words.push(bare);
  }
  return words;
}
function collect({ rows }, parent) {
  return Object.entries(rows).flatMap(([key, row]) => {
    const here = below(parent, key);
    const inner = row.does === "nest" ? collect(row.table, here) : row.does === "list" ? collect(row.table, `${here}[]`) : [];
    return [{ key, parent, useful: !["refuse", "strip", "drop", "reserve"].includes(row.does) }, ...inner];
  });
}
function apart(a, b) {
  const [one, other] = [general(a).split("."), general(b).split(".")];
  const common = one.findIndex((part, i) => part !== other[i]);
  const shared = common < 0 ? one.length : common;
  return one.length - shared + (other.length - shared);
}
var SYNONYMS, NOT_ON_CLOUD_RUN, ELSEWHERE, PREFIX, LOOKS_LIKE_CLOUD_RUN, plainWord, general;
var init_key_hints = __esm({
  "src/manifest/decode/key-hints.ts"() {
    "use strict";
    init_table();
    SYNONYMS = {
      accelerators: "accelerator",
      activedeadlineseconds: "timeoutseconds",
      alwaysallocatedcpu: "cputhrottling",
      automaticupdates: "buildenableautomaticupdates",
      backofflimit: "maxretries",
      baseimage: "baseimages",
      binaryauthorizationpolicy: "binaryauthorization",
      breakglass: "binaryauthorizationbreakglass",
      buildenvvars: "buildenvironmentvariables",
      cloudsqlinstance: "cloudsqlinstances",
      completions: "taskcount",
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
      version: "key",
      volume: "volumes",
      volumemount: "volumemounts",
      vpcconnector: "vpcaccessconnector",
      vpcegress: "vpcaccessegress"
    };
    NOT_ON_CLOUD_RUN = "Cloud Run has nothing like it. Remove it.";
    ELSEWHERE = {
      affinity: NOT_ON_CLOUD_RUN,
      automountserviceaccounttoken: NOT_ON_CLOUD_RUN,
      dnspolicy: NOT_ON_CLOUD_RUN,
      ephemeralstorage: "Mount an emptyDir of medium Disk with a sizeLimit.",
      fieldref: "Cloud Run sets K_SERVICE, K_REVISION and PORT itself.",
      hostpath: "Use emptyDir, a bucket (csi) or nfs.",
      initcontainers: "Use a sidecar with a startup probe, and run.googleapis.com/container-dependencies.",
      lifecycle: "Cloud Run sends SIGTERM 10 s before it stops an instance: handle it in the application.",
      persistentvolumeclaim: "Use a bucket (csi) or nfs.",
      resourcefieldref: "Write the value into env.",
      restartpolicy: NOT_ON_CLOUD_RUN,
      stdin: NOT_ON_CLOUD_RUN,
      terminationgraceperiodseconds: "Cloud Run stops an instance 10 s after SIGTERM. Remove it.",
      tolerations: NOT_ON_CLOUD_RUN,
      topologyspreadconstraints: NOT_ON_CLOUD_RUN,
      tty: NOT_ON_CLOUD_RUN,
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
    PREFIX = /^(?:no|add|set|use|enable|disable)(?=\w{3})/;
    LOOKS_LIKE_CLOUD_RUN = /(?:^|\.)(?:cloudrun|run\.google\w*|google\w*|knative)\.\w+$/;
    plainWord = (key) => key.slice(key.lastIndexOf("/") + 1).replace(/[-_.]/g, "").toLowerCase();
    general = (words) => words.replace(/\[\d+\]/g, "[]");
  }
});

// shared:yaml
var require_yaml = __commonJS({
  "shared:yaml"(exports2, module2) {
    module2.exports = require("../shared/yaml.cjs")["yaml"];
  }
});

// src/manifest/decode/values.ts
var values_exports = {};
__export(values_exports, {
  anything: () => anything,
  boolean: () => boolean,
  commaList: () => commaList,
  describe: () => describe,
  integer: () => integer,
  isRecord: () => isRecord,
  isTextRecord: () => isTextRecord,
  isTexts: () => isTexts,
  matching: () => matching,
  nonEmpty: () => nonEmpty,
  oneOf: () => oneOf,
  only: () => only,
  seconds: () => seconds,
  structured: () => structured,
  text: () => text,
  textBoolean: () => textBoolean,
  textHours: () => textHours,
  textInteger: () => textInteger,
  textMap: () => textMap,
  texts: () => texts
});
function describe(node) {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  switch (node.type) {
    case "null":
      return "empty";
    case "text":
      return `"${shorten(node.value)}"`;
    case "integer":
      return `the number ${shorten(node.source)}`;
    case "boolean":
      return `the boolean ${node.source}`;
    case "other":
      return `${shorten(node.source)}, which YAML 1.1 does not read as text`;
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
      const [, name, text2] = inner === null && /^([^:]+):(.+)$/.exec(key) || [];
      return name !== void 0 && text2 !== void 0 ? [name, text2] : [key, withColons(inner)];
    })
  );
}
var import_yaml, shorten, text, nonEmpty, matching, INT32, integer, boolean, textInteger, textBoolean, oneOf, seconds, textHours, texts, commaList, structured, isTexts, isRecord, isTextRecord, anything, textMap, only;
var init_values = __esm({
  "src/manifest/decode/values.ts"() {
    "use strict";
    import_yaml = __toESM(require_yaml(), 1);
    init_table();
    shorten = (value) => value.length > 24 ? `${value.slice(0, 24)}\u2026` : value;
    text = (node) => {
      if (node.kind === "scalar" && node.type === "text") return node.value;
      const quoted = node.kind === "scalar" && "source" in node ? ` Write "${shorten(node.source)}" in quotes.` : "";
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
    oneOf = (words) => Object.assign(
      (node) => {
        const value = text(node);
        if (!Object.hasOwn(words, value))
          throw new Invalid(
            `is ${describe(node)}. Expected one of: ${Object.keys(words).map((word) => word || '""').join(", ")}.`
          );
        return words[value];
      },
      { words: Object.keys(words) }
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
      const given = typeof value === "number" ? integer()(node) : typeof value === "boolean" ? boolean(node) : text(node);
      if (given !== value) throw new Invalid(`is ${describe(node)}. ${why}`);
    };
  }
});

// shared:fastest-levenshtein
var require_fastest_levenshtein = __commonJS({
  "shared:fastest-levenshtein"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["fastest-levenshtein"];
  }
});

// src/manifest/decode/walk.ts
var walk_exports = {};
__export(walk_exports, {
  convert: () => convert
});
function convert(root, table, name, source) {
  const resource = {};
  const problems = [];
  const warnings = [];
  const kept = /* @__PURE__ */ new Map();
  const origins = /* @__PURE__ */ new Map();
  const stripped = [];
  const reserved = [];
  const places = placesOf(table);
  const problem = (at, words, message) => {
    problems.push({ subject: words, message, location: at });
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
  function walk(node, { rows, others, finish }, base, words) {
    if (node.kind !== "map") {
      problem(node.at, words, `is ${describe(node)}. Expected keys and values below it.`);
      return;
    }
    for (const [key, { at, value }] of node.entries) {
      const here = below(words, key);
      const row = rowOf(key, words, rows, others);
      if (!row) problem(at, here, unknownKey(key, words, Object.keys(rows), places));
      else if (!(value.kind === "scalar" && value.type === "null")) apply(row, key, value, at, base, here);
      const meant = row?.does === "carry" && !Object.hasOwn(rows, key) && places.meant(key, words);
      if (meant) {
        const message = `is an annotation of your own, which sets nothing. If you mean Cloud Run's, it is ${below(meant.parent, meant.key)}.`;
        warnings.push({ subject: here, message, location: at });
      }
    }
    finish?.({
      source,
      name,
      at: node.at,
      words,
      base,
      atKey: (key) => node.entries.get(key)?.at ?? node.at,
      has: (key) => node.entries.has(key),
      get: (path2) => getAt(resource, [...base, ...toPath(path2)]),
      set: (path2, value, at) => set([...base, ...toPath(path2)], value, at),
      remove: (path2) => removeAt(resource, [...base, ...toPath(path2)]),
      kept: (key) => kept.get(key),
      locate: (path2) => locate([...base, ...toPath(path2)]),
      problem,
      warn: (at, words2, message) => warnings.push({ subject: words2, message, location: at })
    });
  }
  function rowOf(key, words, rows, others) {
    const row = Object.hasOwn(rows, key) ? rows[key] : others?.(key);
    const misplaced = row?.does === "strip" && row.unknown && places.exact(key, words)?.parent.endsWith("annotations");
    return misplaced ? void 0 : row;
  }
  function apply(row, key, node, at, base, words) {
    switch (row.does) {
      case "refuse":
        problem(at, words, row.why);
        return;
      case "nest":
        if (row.to.length > 0) set([...base, ...row.to], getAt(resource, [...base, ...row.to]) ?? {}, at);
        walk(node, row.table, [...base, ...row.to], words);
        return;
      case "list": {
        const items2 = node.kind === "list" ? node.items : [node];
        if (items2.length > row.most) problem(at, words, `has ${items2.length} items. Cloud Run allows ${row.most}.`);
        set([...base, ...row.to], [], at);
        items2.forEach((item, i) => {
          const path2 = [...base, ...row.to, i];
          set(path2, {}, item.at);
          walk(item, row.table, path2, `${words}[${i}]`);
        });
        return;
      }
      default:
        try {
          const value = row.read(node, { source });
          if (row.does === "drop") warnings.push({ subject: words, message: `is left out: ${row.why}`, location: at });
          else if (row.does === "strip") stripped.push({ words, at });
          else if (value === void 0) return;
          else if (row.does === "reserve") reserved.push({ words, at });
          else if (row.does === "keep") keepOnce(key, { value, at, words });
          else setOnce([...base, ...row.to], value, at, words);
        } catch (error) {
          if (!(error instanceof Invalid)) throw error;
          problem(at, words, error.message);
        }
    }
  }
  function setOnce(path2, value, at, words) {
    const earlier = origins.get(pathKey(path2));
    if (earlier) problem(at, words, `repeats the setting of line ${earlier.line}. Keep one of the two.`);
    else set(path2, value, at);
  }
  function keepOnce(key, value) {
    const earlier = kept.get(key);
    if (earlier) problem(value.at, value.words, `repeats the setting of line ${earlier.at.line}. Keep one of the two.`);
    else kept.set(key, value);
  }
  walk(root, table, [], "");
  const [first] = stripped;
  if (first) {
    const message = `only the server sets ${stripped.map(({ words }) => words).join(", ")}: left out.`;
    warnings.push({ subject: "manifest", message, location: first.at });
  }
  const [record] = reserved;
  const exported = stripped.length > 0 || locationLabel(root);
  if (record && exported) {
    const message = `this is an export of what these actions deployed. Their records are left out, and those of the live resource stay: ${reserved.map(({ words }) => words).join(", ")}.`;
    warnings.push({ subject: "manifest", message, location: record.at });
  } else
    for (const { words, at } of reserved)
      problem(at, words, "is written by these actions only, which read it as their own record. Remove it.");
  return { resource, exported, problems, warnings, kept, locate };
}
function locationLabel(root) {
  const metadata = root.entries.get("metadata")?.value;
  const labels = metadata?.kind === "map" ? metadata.entries.get("labels")?.value : void 0;
  return labels?.kind === "map" && labels.entries.has("cloud.googleapis.com/location");
}
function unknownKey(key, words, known, places) {
  const exact = places.exact(key, words);
  if (exact && key.includes("/")) return `does not belong here. Move it to ${exact.parent}.`;
  const place = words === "" ? "a manifest" : words;
  const tail = (of) => of.slice(of.lastIndexOf("/") + 1).toLowerCase();
  const nearest = known.length > 0 ? (0, import_fastest_levenshtein.closest)(key, known) : void 0;
  const alike = nearest !== void 0 && (0, import_fastest_levenshtein.distance)(tail(key), tail(nearest)) <= Math.max(2, tail(key).length / 3);
  const near = alike ? nearest : known.find((one) => tail(key) !== "" && tail(one).startsWith(tail(key)));
  const named = places.hint(key, words) ?? (near ? `Did you mean ${near}?` : void 0);
  const hint = named ?? (known.length <= 8 ? `Known here: ${known.join(", ")}.` : "");
  return `is not a key of ${place}. ${hint}`.trimEnd();
}
function getAt(from, path2) {
  return path2.reduce((value, key) => value?.[key], from);
}
function setAt(into, path2, value) {
  let at = into;
  path2.slice(0, -1).forEach((key, i) => {
    at[key] ??= typeof path2[i + 1] === "number" ? [] : {};
    at = at[key];
  });
  Object.defineProperty(at, path2.at(-1) ?? "", { value, writable: true, enumerable: true, configurable: true });
}
function removeAt(from, path2) {
  const parent = getAt(from, path2.slice(0, -1));
  if (parent) delete parent[path2.at(-1) ?? ""];
}
var import_fastest_levenshtein, pathKey;
var init_walk = __esm({
  "src/manifest/decode/walk.ts"() {
    "use strict";
    import_fastest_levenshtein = __toESM(require_fastest_levenshtein(), 1);
    init_key_hints();
    init_table();
    init_values();
    pathKey = (path2) => JSON.stringify(path2);
  }
});

// shared:src/runtime/errors.ts
var require_errors = __commonJS({
  "shared:src/runtime/errors.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/errors.ts"];
  }
});

// src/manifest/image.ts
var image_exports = {};
__export(image_exports, {
  containersOf: () => containersOf,
  containersPath: () => containersPath,
  ingressIndex: () => ingressIndex,
  withImage: () => withImage
});
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
    throw new import_errors.InputError([{ subject: "Input image", message }]);
  }
  container2.image = image;
  return copy;
}
var import_errors, containersPath, ingressIndex;
var init_image = __esm({
  "src/manifest/image.ts"() {
    "use strict";
    import_errors = __toESM(require_errors(), 1);
    containersPath = (kind) => kind === "Job" ? ["template", "template", "containers"] : ["template", "containers"];
    ingressIndex = (containers) => containers.length === 1 ? 0 : containers.findIndex(({ ports: ports2 }) => ports2 !== void 0 && ports2.length > 0);
  }
});

// src/manifest/defaults.ts
var defaults_exports = {};
__export(defaults_exports, {
  isDefaultAccount: () => isDefaultAccount,
  withServerDefaults: () => withServerDefaults
});
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
    ...template,
    ...takesRequests && { scaling: { maxInstanceCount: 100, ...template.scaling } },
    ...networkDefaults(template),
    containers: containers.map((container2, i) => containerDefaults(container2, i === ingress, takesRequests)),
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
        ...task,
        ...networkDefaults(task),
        containers: (task.containers ?? []).map((container2) => containerDefaults(container2, false, false)),
        volumes: (task.volumes ?? []).map(volumeDefaults)
      }
    }
  };
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
var DEFAULT_PORT, DEFAULT_ACCOUNT, isDefaultAccount, networkDefaults, volumeDefaults, defaultStartupProbe, milli;
var init_defaults = __esm({
  "src/manifest/defaults.ts"() {
    "use strict";
    init_image();
    DEFAULT_PORT = 8080;
    DEFAULT_ACCOUNT = /^\d+-compute@developer\.gserviceaccount\.com$/;
    isDefaultAccount = (account) => account === void 0 || DEFAULT_ACCOUNT.test(String(account));
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

// shared:src/policy/secrets/looks-like-secret.ts
var require_looks_like_secret = __commonJS({
  "shared:src/policy/secrets/looks-like-secret.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/policy/secrets/looks-like-secret.ts"];
  }
});

// src/manifest/kinds/probes.ts
var probes_exports = {};
__export(probes_exports, {
  probeTable: () => probeTable
});
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
            finish: ({ at, words, get, problem }) => {
              if (get("name") === void 0) problem(at, words, "has no name.");
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
function finishProbe({ at, words, has, get, problem }, kind) {
  const handlers = ["httpGet", "tcpSocket", "grpc"].filter((handler) => get(handler) !== void 0);
  const refused = has("exec") || kind !== "startupProbe" && has("tcpSocket");
  if (handlers.length !== 1 && !refused)
    problem(
      at,
      words,
      `has ${handlers.length === 0 ? "no check" : handlers.join(" and ")}. Expected one of httpGet, grpc${kind === "startupProbe" ? ", tcpSocket" : ""}.`
    );
}
var port, path, NO_HOST, successThreshold;
var init_probes = __esm({
  "src/manifest/kinds/probes.ts"() {
    "use strict";
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
var volumes_exports = {};
__export(volumes_exports, {
  notOptional: () => notOptional,
  secretName: () => secretName,
  volumes: () => volumes
});
function finishVolume(scope) {
  const { at, words, problem, get } = scope;
  const name = get("name");
  if (name === void 0) problem(at, words, "has no name.");
  if (name === "cloudsql" && get("csi.driver") !== "cloudSqlInstance")
    problem(
      scope.atKey("name"),
      `${words}.name`,
      'is "cloudsql", which is reserved for Cloud SQL. Choose another name.'
    );
  const sources = SOURCES.filter((source) => get(source) !== void 0);
  if (sources.length !== 1 && !scope.has("configMap"))
    problem(
      at,
      words,
      `has ${sources.length === 0 ? "no source" : sources.join(" and ")}. Expected one of ${SOURCES.join(", ")}.`
    );
  if (get("csi") !== void 0) finishCsi(scope);
}
function finishCsi(scope) {
  const { words, problem, get } = scope;
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
    if (bucket === void 0) problem(at, `${words}.csi`, "has no volumeAttributes.bucketName.");
    if (instances !== void 0)
      problem(locations.instances, `${words}.csi.volumeAttributes.instances`, "cannot be combined with a bucket.");
    scope.set("gcs", {}, at);
    if (bucket !== void 0) scope.set("gcs.bucket", bucket, locations.bucket);
    if (readOnly !== void 0) scope.set("gcs.readOnly", readOnly, locations.readOnly);
    if (mountOptions !== void 0) scope.set("gcs.mountOptions", mountOptions, locations.mountOptions);
  } else if (driver === "cloudSqlInstance") {
    if (instances === void 0) problem(at, `${words}.csi`, "has no volumeAttributes.instances.");
    for (const key of ["bucket", "mountOptions", "readOnly"])
      if ({ bucket, mountOptions, readOnly }[key] !== void 0)
        problem(locations[key], `${words}.csi`, `has ${key}, which cannot be combined with Cloud SQL.`);
    scope.set("cloudSqlInstance", { instances }, locations.instances);
  }
}
var secretName, fileMode, relativePath, notOptional, items, secret, csi, volumes, SOURCES;
var init_volumes = __esm({
  "src/manifest/kinds/volumes.ts"() {
    "use strict";
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
      finish: ({ at, words, problem, get }) => {
        if (get("version") === void 0)
          problem(at, words, `has no key. Expected the secret's version: a number in quotes, or "latest".`);
        if (get("path") === void 0) problem(at, words, "has no path. Expected the name of the file.");
      }
    };
    secret = {
      rows: {
        secretName: carry("secret", secretName),
        items: list("items", items),
        defaultMode: carry("defaultMode", fileMode),
        optional: notOptional
      },
      finish: ({ at, words, problem, get }) => {
        if (get("secret") === void 0) problem(at, words, "has no secretName.");
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
      finish: ({ at, words, has, problem }) => {
        if (!has("driver"))
          problem(at, words, "has no driver. Expected gcsfuse.run.googleapis.com or cloudsql.run.googleapis.com.");
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
          finish: ({ at, words, problem, get }) => {
            if (get("server") === void 0) problem(at, words, "has no server.");
            if (!get("path")?.startsWith("/")) problem(at, words, 'has no path that starts with "/".');
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
var container_exports = {};
__export(container_exports, {
  container: () => container
});
function container(kind) {
  const none = (why) => refuse(why);
  const noRequests2 = `cannot be combined with a ${kind}, which takes no requests. Remove it.`;
  return {
    rows: {
      // An empty name is none: the server gives one.
      name: carry("name", (node, scope) => text(node) === "" ? void 0 : containerName(node, scope)),
      image: carry("image", (node) => {
        const value = nonEmpty(node);
        if (/\s/.test(value) && !/\{\{.*\}\}/.test(value))
          throw new Invalid(`is ${describe(node)}. Expected the name of an image, without spaces.`);
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
    init_table();
    init_values();
    init_probes();
    init_volumes();
    secretKeyRef = {
      rows: {
        name: carry("secret", secretName),
        key: carry("version", nonEmpty),
        optional: notOptional,
        localObjectReference: refuse('is not supported by Cloud Run. Set the secret as "name".')
      },
      finish: ({ at, words, has, problem }) => {
        if (!has("name")) problem(at, words, "has no name. Expected the name of a secret.");
        if (!has("key"))
          problem(at, words, 'has no key. Expected the version of the secret: a number in quotes, or "latest".');
      }
    };
    env = {
      rows: {
        name: carry("name", matching(/^[^=\p{Cc}]+$/u, 'a name without "=" and line breaks')),
        value: carry("value", text),
        valueFrom: nest("valueSource", {
          rows: {
            secretKeyRef: nest("secretKeyRef", secretKeyRef),
            configMapKeyRef: refuse("is not supported by Cloud Run. Use value, or secretKeyRef.")
          },
          finish: ({ at, words, has, problem }) => {
            if (!has("secretKeyRef") && !has("configMapKeyRef")) problem(at, words, "is empty. Expected secretKeyRef.");
          }
        })
      },
      finish: ({ at, words, get, set, has, problem }) => {
        if (!has("name")) problem(at, words, "has no name.");
        const sourced = get("valueSource") !== void 0;
        if (sourced && get("value") !== void 0) problem(at, words, "has a value and a valueFrom. Keep one of the two.");
        if (!sourced && get("value") === void 0) set("value", "", at);
      }
    };
    ports = {
      rows: {
        containerPort: carry("containerPort", integer({ min: 1, max: 65535 })),
        name: carry("name", oneOf({ "": void 0, http1: "http1", h2c: "h2c" })),
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
      finish: ({ at, words, has, problem }) => {
        if (!has("name")) problem(at, words, "has no name. Expected the name of a volume.");
      }
    };
    containerName = matching(
      /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
      "at most 63 lower-case letters, digits and hyphens, no hyphen first or last"
    );
  }
});

// src/manifest/kinds/dependency-circle.ts
var dependency_circle_exports = {};
__export(dependency_circle_exports, {
  circleIn: () => circleIn
});
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
  }
});

// src/manifest/kinds/containers.ts
var containers_exports = {};
__export(containers_exports, {
  finishContainers: () => finishContainers
});
function finishContainers(scope, words, kind) {
  const containers = scope.get("containers") ?? [];
  if (containers.length === 0) {
    scope.problem(scope.locate("containers"), words, "has no containers. Expected at least one, with an image.");
    return;
  }
  const all = { scope, words, containers };
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
function checkNames({ scope, words, containers }) {
  if (containers.length < 2) return;
  containers.forEach(({ name }, i) => {
    const at = scope.locate(["containers", i, "name"]);
    const here = `${words}.containers[${i}]`;
    if (name !== void 0 && containers.findIndex((other) => other.name === name) !== i)
      scope.problem(at, `${here}.name`, `is "${name}" again. Container names must be unique.`);
  });
}
function checkEnvironment({ scope, words, containers }) {
  containers.forEach(({ env: env2 = [] }, i) => {
    const first = /* @__PURE__ */ new Map();
    env2.forEach(({ name }, n) => {
      if (name === void 0) return;
      const earlier = first.get(name);
      if (earlier === void 0) first.set(name, n);
      else
        scope.problem(
          scope.locate(["containers", i, "env", n]),
          `${words}.containers[${i}].env[${n}]`,
          `sets ${name}, which line ${scope.locate(["containers", i, "env", earlier]).line} sets already. Keep one of the two.`
        );
    });
  });
}
function checkIngress({ scope, words, containers }) {
  if (containers.length < 2) return;
  const listening = containers.filter(({ ports: ports2 }) => ports2 && ports2.length > 0).length;
  if (listening !== 1)
    scope.problem(
      scope.locate("containers"),
      `${words}.containers`,
      `has ${listening} containers with ports. Exactly one takes the requests: set ports on that one only.`
    );
}
function setForEach({ scope, containers }, annotation, field, fallback) {
  const given = scope.kept(annotation);
  containers.forEach((_, i) => {
    scope.set(
      ["containers", i, ...field.split(".")],
      given?.value ?? fallback,
      given?.at ?? scope.locate(["containers", i])
    );
  });
}
function mountCloudSql({ scope, containers }) {
  const given = scope.kept(CLOUD_SQL);
  if (!given) return;
  const volumes2 = scope.get("volumes") ?? [];
  if (volumes2.some(({ cloudSqlInstance }) => cloudSqlInstance)) {
    scope.problem(given.at, given.words, "repeats the setting of a volume. Keep one of the two.");
    return;
  }
  scope.set(
    ["volumes", volumes2.length],
    { name: CLOUD_SQL_VOLUME.name, cloudSqlInstance: { instances: given.value } },
    given.at
  );
  containers.forEach(({ volumeMounts: volumeMounts2 = [] }, i) => {
    if (!volumeMounts2.some(({ name }) => name === CLOUD_SQL_VOLUME.name))
      scope.set(["containers", i, "volumeMounts", volumeMounts2.length], { ...CLOUD_SQL_VOLUME }, given.at);
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
  containers.forEach(({ env: env2 = [] }, i) => {
    env2.forEach((_, n) => {
      dissolve(["containers", i, "env", n, "valueSource", "secretKeyRef", "secret"]);
    });
  });
  (scope.get("volumes") ?? []).forEach((_, i) => {
    dissolve(["volumes", i, "secret", "secret"]);
  });
  if (unused.size > 0)
    scope.warn(aliases.at, aliases.words, `has aliases that nothing uses: ${[...unused].join(", ")}.`);
}
function setDependencies(all) {
  const given = all.scope.kept("run.googleapis.com/container-dependencies");
  forContainers(all, given, (i, name, others, at) => {
    const lost = others.find((other) => other === name || !all.containers.some((one) => one.name === other));
    if (lost === void 0) all.scope.set(["containers", i, "dependsOn"], others, at.at);
    else
      all.scope.problem(
        at.at,
        at.words,
        `lets ${name} wait for "${lost}", which is ${lost === name ? "itself" : "not a container here"}.`
      );
  });
  const circle = given && circleIn(given.value);
  if (given && circle)
    all.scope.problem(
      given.at,
      given.words,
      `is a cycle: ${circle.join(" waits for ")}, so none of them could start. Remove one of these dependencies.`
    );
}
function setBaseImages(all) {
  const given = all.scope.kept("run.googleapis.com/base-images");
  forContainers(all, given, (i, _, image, { at }) => all.scope.set(["containers", i, "baseImageUri"], image, at));
}
function setSources(all) {
  const given = all.scope.kept("run.googleapis.com/sources");
  forContainers(all, given, (i, _, uri, { at, words }) => {
    const [, bucket, object, generation] = /^gs:\/\/([^/]+)\/([^#]+)(?:#(\d+))?$/.exec(uri) ?? [];
    if (!bucket || !object) all.scope.problem(at, words, `has "${uri}". Expected gs://BUCKET/OBJECT.`);
    else
      all.scope.set(
        ["containers", i, "sourceCode"],
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
function checkImages({ scope, words, containers }) {
  containers.forEach((container2, i) => {
    if (container2.image === void 0 && container2.sourceCode === void 0)
      scope.problem(scope.locate(["containers", i]), `${words}.containers[${i}]`, "has no image.");
  });
}
function checkVolumes({ scope, words, containers }) {
  const volumes2 = scope.get("volumes") ?? [];
  volumes2.forEach(({ name }, i) => {
    if (name !== void 0 && volumes2.findIndex((other) => other.name === name) !== i)
      scope.problem(
        scope.locate(["volumes", i, "name"]),
        `${words}.volumes[${i}].name`,
        `is "${name}" again. Volume names must be unique.`
      );
  });
  containers.forEach(({ volumeMounts: volumeMounts2 = [] }, i) => {
    volumeMounts2.forEach((mount, n) => {
      const at = scope.locate(["containers", i, "volumeMounts", n]);
      const here = `${words}.containers[${i}].volumeMounts[${n}]`;
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
    init_image();
    init_dependency_circle();
    CLOUD_SQL = "run.googleapis.com/cloudsql-instances";
    CLOUD_SQL_VOLUME = { name: "cloudsql", mountPath: "/cloudsql" };
    hasGpu = ({ resources: resources2 }) => Number(resources2?.limits?.["nvidia.com/gpu"] ?? 0) > 0;
  }
});

// src/records/annotations.ts
var annotations_exports = {};
__export(annotations_exports, {
  ANNOTATION_PREFIX: () => ANNOTATION_PREFIX,
  COMMIT_LABEL: () => COMMIT_LABEL,
  NAMED_ANNOTATION: () => NAMED_ANNOTATION,
  isReserved: () => isReserved,
  isReservedPath: () => isReservedPath,
  namedBefore: () => namedBefore,
  readAnnotation: () => readAnnotation
});
function isReservedPath(path2) {
  const [, kind, key] = /(?:^|\.)(labels|annotations)\.(.+)$/.exec(path2) ?? [];
  return key !== void 0 && isReserved(kind, key);
}
function readAnnotation(resource, key, valid) {
  const text2 = resource?.annotations?.[key];
  if (text2 === void 0) return void 0;
  try {
    const value = JSON.parse(text2);
    return value !== null && typeof value === "object" && valid(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function namedBefore(resource) {
  const paths = readAnnotation(resource, NAMED_ANNOTATION, Array.isArray) ?? [];
  return new Set(paths.map(String).filter((path2) => !isReservedPath(path2)));
}
var ANNOTATION_PREFIX, COMMIT_LABEL, NAMED_ANNOTATION, FOR_USERS, RESERVED_LABELS, isReserved;
var init_annotations = __esm({
  "src/records/annotations.ts"() {
    "use strict";
    ANNOTATION_PREFIX = "actions.orchestra.dev/";
    COMMIT_LABEL = "commit-sha";
    NAMED_ANNOTATION = `${ANNOTATION_PREFIX}named`;
    FOR_USERS = [`${ANNOTATION_PREFIX}policy-exception.`, `${ANNOTATION_PREFIX}freeze`];
    RESERVED_LABELS = /* @__PURE__ */ new Set([COMMIT_LABEL, "managed-by"]);
    isReserved = (kind, key) => key.startsWith(ANNOTATION_PREFIX) && !FOR_USERS.some((name) => key.startsWith(name)) || kind === "labels" && RESERVED_LABELS.has(key);
  }
});

// src/manifest/kinds/metadata.ts
var metadata_exports = {};
__export(metadata_exports, {
  description: () => description,
  envelope: () => envelope,
  objectMeta: () => objectMeta,
  resourceMeta: () => resourceMeta,
  sharedAnnotations: () => sharedAnnotations,
  textKeys: () => textKeys
});
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
      generateName: refuse('is not supported by Cloud Run. Set the name itself as "name".')
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
    scope.problem(breakglass.at, breakglass.words, `is only allowed with ${BINARY_AUTHORIZATION}: default.`);
  else scope.set("binaryAuthorization.breakglassJustification", breakglass.value, breakglass.at);
}
var SYSTEM, TOOLS, SERVER_ONLY, NO_META, resourceName, namespace, LOCATION, region, resourceLabels, BINARY_AUTHORIZATION, BREAKGLASS, sharedAnnotations, description, resourceMeta, envelope;
var init_metadata = __esm({
  "src/manifest/kinds/metadata.ts"() {
    "use strict";
    init_annotations();
    init_table();
    init_values();
    SYSTEM = /^(?:[a-z0-9.-]+\.)?(?:run\.googleapis\.com|cloud\.googleapis\.com|serving\.knative\.dev|autoscaling\.knative\.dev)(?:\/|$)/;
    TOOLS = /^(?:client\.knative\.dev|networking\.knative\.dev|runapps\.googleapis\.com)\//;
    SERVER_ONLY = /\/(?:(?:satisfies|supports)[A-Z]\w*|[\w-]+-status|\w+Time|\w*(?:creator|lastModifier)(?:Email)?|operation-id|urls?|uid|serviceUid|routes?|configuration(?:Generation)?|routingState(?:Modified)?|lastPinned|revisionName|startupProbeType)$/i;
    NO_META = "is not supported by Cloud Run. Remove it.";
    resourceName = (node) => {
      const value = text(node);
      if (!/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(value) || value.length >= 50)
        throw new Invalid(
          `is ${describe(node)}. Expected lower-case letters, digits and hyphens, a letter first, no hyphen last, fewer than 50 characters.`
        );
      return value;
    };
    namespace = check((node, { source }) => {
      const value = node.kind === "scalar" && node.type === "integer" ? node.source : nonEmpty(node);
      if (value !== source.project && !/^\d+$/.test(value))
        throw new Invalid(
          `is "${value}", but the project to deploy to is "${source.project}". Remove it, or use the same value.`
        );
    });
    LOCATION = "cloud.googleapis.com/location";
    region = check((node, { source }) => {
      if (text(node) !== source.region)
        throw new Invalid(
          `is ${describe(node)}, but the region to deploy to is "${source.region}". Remove it, or use the same value.`
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
    resourceMeta = (annotations2, labels = {}) => objectMeta(
      check(resourceName),
      resourceLabels(labels),
      textKeys(["annotations"], annotations2, { finish: finishBinaryAuthorization })
    );
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
var template_exports = {};
__export(template_exports, {
  ACCELERATOR: () => ACCELERATOR,
  executionEnvironment: () => executionEnvironment,
  runtimeAnnotations: () => runtimeAnnotations,
  serviceTemplate: () => serviceTemplate,
  templateLabels: () => templateLabels,
  workerTemplate: () => workerTemplate
});
function finishTemplate(scope, takesRequests) {
  const { name, words, at } = scope;
  const revision = scope.get("revision");
  if (revision !== void 0 && name !== "" && !revision.startsWith(`${name}-`))
    scope.problem(
      scope.locate("revision"),
      `${words}.metadata.name`,
      `is "${revision}". A revision's name starts with "${name}-".`
    );
  if (scope.get("vpcAccess.connector") !== void 0 && scope.get("vpcAccess.networkInterfaces") !== void 0)
    scope.problem(
      scope.locate("vpcAccess.networkInterfaces"),
      `${words}.metadata.annotations`,
      "has vpc-access-connector and network-interfaces. Keep one of the two."
    );
  if (scope.get("encryptionKeyShutdownDuration") !== void 0 && scope.get("encryptionKeyRevocationAction") !== "SHUTDOWN")
    scope.problem(
      scope.locate("encryptionKeyShutdownDuration"),
      `${words}.metadata.annotations`,
      "has encryption-key-shutdown-hours, which is only allowed with post-key-revocation-action-type: shut-down."
    );
  if (scope.get("scaling.cpuUtilization") === 0 && scope.get("scaling.concurrencyUtilization") === 0)
    scope.problem(
      scope.locate("scaling.cpuUtilization"),
      `${words}.metadata.annotations`,
      "disables both scaling targets. Keep one."
    );
  const { minInstanceCount: min = 0, maxInstanceCount: max } = scope.get("scaling") ?? {};
  if (max !== void 0 && min > max)
    scope.problem(
      scope.locate("scaling.minInstanceCount"),
      `${words}.metadata.annotations`,
      `has a minScale of ${min}, more than the maxScale of ${max}.`
    );
  if (!scope.has("spec")) scope.problem(at, words, "has no spec. Expected spec.containers.");
  else finishContainers(scope, `${words}.spec`, takesRequests ? "Service" : "WorkerPool");
}
var NO_V2, FULL_NAME, cloudSqlInstances, secretAliases, isNetworkInterfaces, runtimeAnnotations, executionEnvironment, revisionAnnotations, utilization, requestAnnotations, noRequests, workerAnnotations, templateLabels, revisionName, ACCELERATOR, runtimeClass, revisionSpec, serviceTemplate, workerTemplate;
var init_template = __esm({
  "src/manifest/kinds/template.ts"() {
    "use strict";
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
      "client.knative.dev/nonce": drop("deploy-run names new revisions.", text),
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
var job_exports = {};
__export(job_exports, {
  job: () => job
});
var executionMeta, taskSpec, executionSpec, executionTemplate, job;
var init_job = __esm({
  "src/manifest/kinds/job.ts"() {
    "use strict";
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
        metadata: nest("", resourceMeta(sharedAnnotations)),
        spec: nest("", {
          rows: {
            startExecutionToken: carry("startExecutionToken", nonEmpty),
            runExecutionToken: carry("runExecutionToken", nonEmpty),
            template: nest("template", executionTemplate)
          },
          finish: ({ at, words, get, has, problem, name }) => {
            if (!has("template")) problem(at, words, "has no template.");
            const start = get("startExecutionToken");
            const run = get("runExecutionToken");
            if (start !== void 0 && run !== void 0)
              problem(at, words, "has startExecutionToken and runExecutionToken. Keep one of the two.");
            if ((start ?? run ?? "").length + name.length >= 63)
              problem(
                at,
                words,
                "has a token that is too long: together with the job's name it has to have fewer than 63 characters."
              );
          }
        })
      }
    };
  }
});

// src/manifest/kinds/traffic.ts
var traffic_exports = {};
__export(traffic_exports, {
  SPLIT_LATEST: () => SPLIT_LATEST,
  SPLIT_REVISION: () => SPLIT_REVISION,
  finishTargets: () => finishTargets,
  instanceSplit: () => instanceSplit,
  trafficTarget: () => trafficTarget
});
function finishTargets({ get, locate, problem, words, name }, field) {
  const targets = get(field);
  if (!targets || targets.length === 0) return;
  const here = `${words}.${field}`;
  const sum = targets.reduce((total, { percent = 0 }) => total + percent, 0);
  if (sum !== 100) problem(locate(field), here, `adds up to ${sum} %. Expected 100 %.`);
  targets.forEach(({ tag }, i) => {
    if (tag === void 0) return;
    const at = locate([field, i, "tag"]);
    if (tag.length < 3) problem(at, `${here}[${i}].tag`, `is "${tag}". Expected at least 3 characters.`);
    if (tag.length + name.length > 46)
      problem(
        at,
        `${here}[${i}].tag`,
        `is "${tag}", which together with the service's name has ${tag.length + name.length} characters. At most 46 fit into the tag's URL.`
      );
    if (targets.findIndex((other) => other.tag === tag) !== i)
      problem(at, `${here}[${i}].tag`, `is "${tag}" again. A tag names one revision.`);
  });
}
var SPLIT_LATEST, SPLIT_REVISION, target, trafficTarget, instanceSplit;
var init_traffic = __esm({
  "src/manifest/kinds/traffic.ts"() {
    "use strict";
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
      finish: ({ at, words, get, set, problem, atKey }) => {
        const revision = get("revision");
        const latest = get("type") === types.latest;
        if (latest && revision !== void 0)
          problem(at, words, "has latestRevision: true and a revisionName. Keep one of the two.");
        else if (get("type") === types.revision && revision === void 0)
          problem(at, words, "has latestRevision: false and no revisionName. Name the revision.");
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
var service_exports = {};
__export(service_exports, {
  service: () => service
});
var NO_V22, buildAnnotations, scalingAnnotations, serviceAnnotations, service;
var init_service = __esm({
  "src/manifest/kinds/service.ts"() {
    "use strict";
    init_table();
    init_values();
    init_metadata();
    init_template();
    init_traffic();
    NO_V22 = "has no equivalent in the Cloud Run v2 API. Remove it.";
    buildAnnotations = {
      "run.googleapis.com/build-name": strip(text),
      "run.googleapis.com/build-id": drop("build-name replaces it.", text),
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
          resourceMeta(serviceAnnotations, {
            "run.googleapis.com/multi-region-id": carry("multiRegionSettings.multiRegionId", nonEmpty)
          })
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
var worker_pool_exports = {};
__export(worker_pool_exports, {
  workerPool: () => workerPool
});
var MANUAL_ONLY, annotations, workerPool;
var init_worker_pool = __esm({
  "src/manifest/kinds/worker-pool.ts"() {
    "use strict";
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
        metadata: nest("", resourceMeta(annotations)),
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

// src/manifest/v1-names.ts
var v1_names_exports = {};
__export(v1_names_exports, {
  readerOf: () => readerOf,
  wordsOf: () => wordsOf
});
function wordsOf(kind, path2, labels) {
  const index = NAMES[kind];
  for (let length = path2.length; length > 0; length--) {
    const words = index.get(path2.slice(0, length).join("."))?.words;
    if (words === void 0) continue;
    const names = labels.filter((_, i) => i < length && path2[i] === "*");
    const start = words.replace(/\*/g, () => String(names.shift()));
    return labels.slice(length).reduce((known, part) => below(known, String(part)), start);
  }
  return labels.join(".");
}
function indexOf(table, container2) {
  const index = /* @__PURE__ */ new Map();
  const add = (path2, words, read) => {
    const key = path2.join(".");
    if (path2.length > 0 && !index.has(key)) index.set(key, { words, read });
  };
  const walk = ({ rows, others }, base, words) => {
    for (const [key, row] of Object.entries(rows)) {
      const here = below(words, key);
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
    if (user?.does === "carry") add([...base, ...user.to.slice(0, -1)], words);
  };
  walk(table, [], "");
  for (const [field, annotation] of Object.entries(OF_CONTAINERS))
    index.set(`${container2}.${field}`, {
      words: `spec.template.metadata.annotations["run.googleapis.com/${annotation}"] of containers[*]`,
      read: /cpu/i.test(field) ? textBoolean : void 0
    });
  for (const [field, annotation] of Object.entries(BINARY_AUTHORIZATION2))
    index.set(`binaryAuthorization.${field}`, { words: `metadata.annotations["run.googleapis.com/${annotation}"]` });
  return index;
}
var OF_CONTAINERS, BINARY_AUTHORIZATION2, NAMES, readerOf;
var init_v1_names = __esm({
  "src/manifest/v1-names.ts"() {
    "use strict";
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

// src/manifest/tables.ts
var tables_exports = {};
__export(tables_exports, {
  TABLES: () => TABLES
});
var TABLES;
var init_tables = __esm({
  "src/manifest/tables.ts"() {
    "use strict";
    init_job();
    init_service();
    init_worker_pool();
    TABLES = { Service: service, Job: job, WorkerPool: workerPool };
  }
});

// src/manifest/encode/gathered.ts
var gathered_exports = {};
__export(gathered_exports, {
  gather: () => gather
});
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
function forAll(containers, field, standard, annotation, annotations2) {
  const values = new Set(containers.map(({ resources: resources2 }) => resources2?.[field] ?? false));
  const value = containers[Math.max(0, ingressIndex(containers))]?.resources?.[field] ?? false;
  if (containers.length > 0 && (value !== standard || values.size > 1)) annotations2.set(annotation, String(value));
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
function byContainer(containers, field, annotation, annotations2, word) {
  const entries = containers.flatMap((container2) => {
    const value = container2[field];
    delete container2[field];
    return value === void 0 ? [] : [[container2.name ?? "", word(value)]];
  });
  if (entries.length > 0) annotations2.set(annotation, JSON.stringify(Object.fromEntries(entries)));
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
    init_image();
    RUN = "run.googleapis.com/";
  }
});

// src/manifest/encode/values.ts
var values_exports2 = {};
__export(values_exports2, {
  written: () => written
});
function written(value, read, source) {
  return forms(value, read.words ?? []).find((form) => {
    try {
      return (0, import_node_util.isDeepStrictEqual)(read(toNode(form), { source }), value);
    } catch {
      return false;
    }
  });
}
function forms(value, words) {
  if (typeof value === "boolean" || typeof value === "number")
    return [value, String(value), ...value === 0 ? ["disabled"] : [], ...words];
  if (typeof value === "string") {
    const seconds2 = /^(\d+)s$/.exec(value)?.[1];
    const duration = seconds2 === void 0 ? [] : [Number(seconds2), String(Number(seconds2) / 3600)];
    return [value, ...words, ...duration, true, false];
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
    import_node_util = require("node:util");
    AT = { file: "" };
  }
});

// src/manifest/encode/index.ts
var encode_exports = {};
__export(encode_exports, {
  toManifest: () => toManifest
});
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
        const text2 = kept.get(key);
        kept.delete(key);
        return text2;
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
        return items2.map((_, i) => encode(row.table, [...base, ...row.to, i]));
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
    init_tables();
    init_gathered();
    init_values2();
    MARKERS = /* @__PURE__ */ new Set(["emptyDir", "httpGet", "tcpSocket", "grpc"]);
    isNothing = (value) => value === void 0 || value === null || Array.isArray(value) && value.length === 0;
  }
});

// src/manifest/v1-values.ts
var v1_values_exports = {};
__export(v1_values_exports, {
  v1Text: () => v1Text,
  v1Variable: () => v1Variable
});
function v1Text(kind, path2, value) {
  if (path2.at(-1) === "*" && path2.at(-2) === "volumes") return asText(v1Volume(value));
  const read = readerOf(kind, path2);
  return asText((read && written(value, read, NOWHERE)) ?? value);
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
    return (0, import_yaml2.parse)(value, { version: "1.1", logLevel: "silent" }) === value;
  } catch {
    return false;
  }
}
var import_yaml2, NOWHERE;
var init_v1_values = __esm({
  "src/manifest/v1-values.ts"() {
    "use strict";
    import_yaml2 = __toESM(require_yaml(), 1);
    init_encode();
    init_values2();
    init_v1_names();
    NOWHERE = { text: "", file: "", substitutions: /* @__PURE__ */ new Map(), project: "", region: "" };
  }
});

// src/manifest/differences.ts
var differences_exports = {};
__export(differences_exports, {
  differences: () => differences
});
function differences(kind, before, after) {
  const changes = [];
  const compare = (a, b, path2, labels, above = []) => {
    if (isIgnored(path2)) return;
    const key = path2.at(-1);
    if (isList(key, a) && isList(key, b)) {
      const [before2, after2] = [itemsOf(key, a, b), itemsOf(key, b, a)];
      for (const name of /* @__PURE__ */ new Set([...before2.keys(), ...after2.keys()])) {
        compare(before2.get(name), after2.get(name), [...path2, "*"], [...labels, name]);
      }
    } else if (!isLeaf(path2) && (isObject(a) || isObject(b)) && isObjectOrNothing(a) && isObjectOrNothing(b)) {
      for (const field of /* @__PURE__ */ new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]))
        compare(a?.[field], b?.[field], [...path2, field], [...labels, field], [a, b]);
    } else if (!same(path2, a, b)) {
      const [before2, after2] = [show(kind, path2, a, above[0]), show(kind, path2, b, above[1])];
      changes.push({ field: wordsOf(kind, path2, labels), before: before2, after: after2 });
    }
  };
  if (before) compare(withServerDefaults(kind, before), withServerDefaults(kind, after), [], []);
  else compare(void 0, withoutV1Defaults(after), [], []);
  return changes;
}
function itemsOf(key, list2 = [], other = []) {
  const by = KEYED[key];
  const name = (item, i) => item[by] ?? i;
  if (key === "containers") return containersByName(list2, other);
  return new Map(list2.map((item, i) => [name(item, i), item]));
}
function containersByName(list2, other) {
  const paired = list2.length === other.length;
  const known = new Set(list2.map(({ name }) => name));
  return new Map(
    list2.map((item, i) => {
      const twin = paired ? other[i]?.name : void 0;
      if (list2.length === 1) return [[item.name, twin].filter((name2) => name2 !== void 0).sort()[0] ?? i, item];
      const name = item.name ?? (known.has(twin) ? void 0 : twin);
      return [name ?? i, { ...item, ...name !== void 0 && { name } }];
    })
  );
}
function same(path2, a, b) {
  if (path2.at(-1) === "serviceAccount" && (a === void 0 || b === void 0)) return isDefaultAccount(a ?? b);
  const zeroes = PRESENCE.has(path2.join("."));
  return canonical(a, zeroes) === canonical(b, zeroes);
}
function canonical(value, zeroes) {
  const isNothing2 = (item) => item === void 0 || item === null || !zeroes && (item === false || item === 0 || item === "") || Array.isArray(item) && item.length === 0;
  if (isNothing2(value)) return "";
  return JSON.stringify(
    value,
    (_, item) => isObject(item) ? Object.fromEntries(
      Object.entries(item).filter(([, field]) => !isNothing2(field)).sort(([x], [y]) => x < y ? -1 : 1)
    ) : item
  );
}
function show(kind, path2, value, above) {
  if (value === void 0 || value === null) return "";
  if (isObject(value) && "name" in value && ("valueSource" in value || "value" in value || Object.keys(value).length === 1))
    return v1Variable(value, hidesVariable(value));
  if (hidesValue(path2, value, above)) return "(hidden)";
  const text2 = v1Text(kind, path2, value);
  return text2.length > LONGEST ? `${text2.slice(0, LONGEST)}\u2026` : text2;
}
function hidesValue(path2, value, above) {
  const field = path2.at(-1);
  if (path2.at(-2) === "volumes" && isObject(value) && isObject(value.secret)) return false;
  const name = ["labels", "annotations"].includes(String(path2.at(-2))) ? String(field).replace(/^.*\//, "") : "";
  if ((0, import_looks_like_secret.looksLikeSecret)(name, typeof value === "string" ? value : JSON.stringify(value))) return true;
  if (!Array.isArray(value) || field !== "command" && field !== "args") return false;
  const command = field === "args" ? above?.command : void 0;
  return (0, import_looks_like_secret.findSecretInWords)(value.map(String), command) !== void 0;
}
function withoutV1Defaults(resource) {
  const copy = structuredClone(resource);
  for (const { resources: resources2 } of containersOf(copy)) {
    if (resources2?.cpuIdle === true) delete resources2.cpuIdle;
    if (resources2?.startupCpuBoost === false) delete resources2.startupCpuBoost;
  }
  return copy;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var import_looks_like_secret, KEYED, isList, isLeaf, OUTPUT, isOurs, isIgnored, PRESENCE, LONGEST, hidesVariable, isObjectOrNothing;
var init_differences = __esm({
  "src/manifest/differences.ts"() {
    "use strict";
    import_looks_like_secret = __toESM(require_looks_like_secret(), 1);
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
        // The server reports the lowest stage that is needed, not the requested one.
        ["launchStage", "template.revision", "template.client", "template.clientVersion"]
      ].flat()
    );
    isOurs = (path2) => path2.at(-2) === "annotations" && /^actions\.orchestra\.dev\/(?!policy-exception\.)/.test(String(path2.at(-1)));
    isIgnored = (path2) => OUTPUT.has(path2.join(".")) || isOurs(path2);
    PRESENCE = /* @__PURE__ */ new Set(["scaling.manualInstanceCount", "template.template.maxRetries"]);
    LONGEST = 160;
    hidesVariable = ({ name = "", value = "" }) => (0, import_looks_like_secret.looksLikeSecret)(name, value) !== void 0;
    isObjectOrNothing = (value) => value === void 0 || isObject(value);
  }
});

// src/manifest/yaml-error.ts
var yaml_error_exports = {};
__export(yaml_error_exports, {
  MOST_LEVELS: () => MOST_LEVELS,
  TOO_DEEP: () => TOO_DEEP,
  describeYamlError: () => describeYamlError,
  isTooDeep: () => isTooDeep
});
function describeYamlError(error) {
  const message = error.message.split("\n")[0] ?? "";
  return isTooDeep(error) ? TOO_DEEP : `is not valid YAML or JSON: ${message}`;
}
var MOST_LEVELS, TOO_DEEP, isTooDeep;
var init_yaml_error = __esm({
  "src/manifest/yaml-error.ts"() {
    "use strict";
    MOST_LEVELS = 200;
    TOO_DEEP = `is nested deeper than ${MOST_LEVELS} levels`;
    isTooDeep = (error) => error.message.startsWith("Maximum call stack");
  }
});

// src/manifest/document.ts
var document_exports = {};
__export(document_exports, {
  parseDocument: () => parseDocument
});
function parseDocument(text2, file, substitutions) {
  const problems = [];
  const lines = new import_yaml3.LineCounter();
  const locate = (offset) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return line === 0 ? { file } : { file, line, column: col };
  };
  const report = (at, message) => {
    if (!problems.some((known) => known.message === message && known.location?.line === at.line))
      problems.push({ subject: "manifest", message, location: at });
  };
  const documents = (0, import_yaml3.parseAllDocuments)(text2, { version: "1.1", lineCounter: lines, prettyErrors: false });
  const all = Array.isArray(documents) ? documents : [];
  for (const document2 of all) {
    for (const error of [...document2.errors, ...document2.warnings]) {
      const at = locate(error.pos[0]);
      if (isTooDeep(error)) {
        report(at, `${TOO_DEEP}.`);
        return { root: void 0, problems };
      }
      const substituted = text2.split("\n")[(at.line ?? 0) - 1]?.includes("${");
      const hint = substituted ? " Within [ ] and { } put a value with ${\u2026} in quotes." : "";
      report(at, `is not valid YAML 1.1: ${error.message}.${hint}`.replace("..", "."));
    }
  }
  const [document, second] = all.filter(({ contents }) => contents && !((0, import_yaml3.isScalar)(contents) && contents.value === null));
  if (second)
    report(
      locate(second.range?.[0]),
      'has more than one YAML document. Keep one resource in a file: a second "---" starts another document.'
    );
  if (!document) report({ file }, "is empty. Expected a Knative Service, Job or WorkerPool in YAML.");
  if (problems.length > 0 || !document?.contents) return { root: void 0, problems };
  const targets = /* @__PURE__ */ new Map();
  const resolve = (alias) => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(document));
    return targets.get(alias);
  };
  let nodes = 0;
  const read = (node, above, at, key = "") => {
    nodes += 1;
    if (!node) return { kind: "scalar", type: "null", at };
    const here = locate(node.range?.[0]);
    if (nodes > MOST_NODES || above.includes(node)) {
      report(here, "refers to itself, or grows without end, through YAML aliases.");
      return { kind: "scalar", type: "null", at: here };
    }
    if (above.length > MOST_LEVELS) {
      report(here, `${TOO_DEEP}.`);
      return { kind: "scalar", type: "null", at: here };
    }
    if ((0, import_yaml3.isAlias)(node)) {
      const target2 = resolve(node);
      if (!target2) report(here, `is not valid YAML: nothing is marked &${node.source}.`);
      return read(target2, [...above, node], here);
    }
    if ((0, import_yaml3.isMap)(node)) return { kind: "map", at: here, entries: readEntries(node, [...above, node]) };
    if ((0, import_yaml3.isSeq)(node))
      return {
        kind: "list",
        at: here,
        items: node.items.map((item) => read(item, [...above, node], here))
      };
    if ((0, import_yaml3.isScalar)(node)) return readScalar(node, here, key);
    return { kind: "scalar", type: "null", at: here };
  };
  const readEntries = (map, above) => {
    const entries = /* @__PURE__ */ new Map();
    const merged = [];
    for (const { key, value } of map.items) {
      const at = locate(key?.range?.[0]);
      if (isMerge(key)) {
        const source = read(value, above, at);
        merged.push(...source.kind === "list" ? source.items : [source]);
      } else if ((0, import_yaml3.isScalar)(key) && typeof key.value === "string") {
        if (key.value.includes("${"))
          report(at, `has the key "${key.value}": substitutions are allowed in values, not in keys.`);
        entries.set(key.value, { at, value: read(value, above, at, key.value) });
      } else {
        const source = (0, import_yaml3.isScalar)(key) ? key.source ?? String(key.value) : "a list or mapping";
        const template = (0, import_yaml3.isMap)(key) && text2.startsWith("{{", (key.range?.[0] ?? 1) - 1);
        report(
          at,
          template ? "has a template in {{ }}, which is not replaced here. Render the file before, or write ${NAME} and set NAME=VALUE in the input substitutions." : `has the key ${source}, which is not text for YAML 1.1. Write it in quotes.`
        );
      }
    }
    for (const source of merged) {
      if (source.kind !== "map") report(source.at, 'merges ("<<") a value that is not a mapping.');
      else for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry);
    }
    return entries;
  };
  const readScalar = (node, at, key) => {
    const { value } = node;
    const source = node.source ?? String(value);
    if (value === null || value === void 0) return { kind: "scalar", type: "null", at };
    if (typeof value === "boolean") return { kind: "scalar", type: "boolean", value, source, at };
    if (typeof value === "number" && Number.isSafeInteger(value) && (/^[-+]?0x/i.test(source) || !/[.e]/i.test(source)))
      return { kind: "scalar", type: "integer", value, source, at };
    if (typeof value !== "string" || node.type === "PLAIN" && value === "=")
      return { kind: "scalar", type: "other", source, at };
    return { kind: "scalar", type: "text", value: substitute(value, at, key === "image"), at };
  };
  const substitute = (value, at, image) => value.replace(/\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$\{/g, (match, name) => {
    if (match === "$${") return "${";
    if (name === void 0) {
      if (!image)
        report(
          at,
          value.includes("${{") ? "has an expression in ${{ }}, which a workflow replaces in its own file only. Write ${NAME} here, and NAME=${{ \u2026 }} in the input substitutions." : 'has a "${" that is not ${NAME}. For the text itself write $${.'
        );
      return match;
    }
    const replacement = substitutions.get(name);
    if (replacement === void 0 && !image) report(at, undefinedName(name, substitutions));
    return replacement ?? match;
  });
  const root = read(document.contents, [], { file, line: 1 });
  return { root, problems };
}
function undefinedName(name, substitutions) {
  const near = (0, import_fastest_levenshtein2.closest)(name, [...substitutions.keys()]);
  const hint = near && (0, import_fastest_levenshtein2.distance)(name, near) <= Math.max(2, name.length / 3) ? ` Did you mean \${${near}}?` : "";
  return `uses \${${name}}, which has no value.${hint} Set ${name}=VALUE in the input substitutions, or write $\${${name}} for the text itself.`;
}
var import_fastest_levenshtein2, import_yaml3, MOST_NODES, isMerge;
var init_document = __esm({
  "src/manifest/document.ts"() {
    "use strict";
    import_fastest_levenshtein2 = __toESM(require_fastest_levenshtein(), 1);
    import_yaml3 = __toESM(require_yaml(), 1);
    init_yaml_error();
    MOST_NODES = 1e5;
    isMerge = (key) => (0, import_yaml3.isScalar)(key) && typeof key.value === "symbol";
  }
});

// src/manifest/index.ts
var manifest_exports = {};
__export(manifest_exports, {
  TABLES: () => TABLES,
  containersOf: () => containersOf,
  differences: () => differences,
  ingressIndex: () => ingressIndex,
  isDefaultAccount: () => isDefaultAccount,
  readManifest: () => readManifest,
  withImage: () => withImage,
  withServerDefaults: () => withServerDefaults
});
function readManifest(source) {
  const { root, problems } = parseDocument(source.text, source.file, source.substitutions);
  if (!root) throw new import_errors2.InputError(problems);
  const fail = (message, location) => {
    throw new import_errors2.InputError([...problems, { subject: "manifest", message, location }]);
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
    const near = written2 && kinds.find((one) => (0, import_fastest_levenshtein3.distance)(one.toLowerCase(), written2.toLowerCase()) <= 2);
    const hint = near ? ` Did you mean ${near}?` : "";
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
  if (all.length > 0) throw new import_errors2.InputError(all);
  const { resource, exported, warnings, locate } = converted;
  if (containersOf(resource).length === 0)
    return fail("has no containers: spec, or a key below it, is empty.", root.entries.get("spec")?.at ?? root.at);
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
var import_fastest_levenshtein3, import_errors2;
var init_manifest = __esm({
  "src/manifest/index.ts"() {
    "use strict";
    import_fastest_levenshtein3 = __toESM(require_fastest_levenshtein(), 1);
    import_errors2 = __toESM(require_errors(), 1);
    init_walk();
    init_document();
    init_image();
    init_tables();
    init_defaults();
    init_differences();
    init_image();
    init_tables();
  }
});

// manifest.cjs
Object.defineProperty(exports, "src/google/run/resources.ts", { get: () => (init_resources(), __toCommonJS(resources_exports)) });
Object.defineProperty(exports, "src/manifest/decode/key-hints.ts", { get: () => (init_key_hints(), __toCommonJS(key_hints_exports)) });
Object.defineProperty(exports, "src/manifest/decode/table.ts", { get: () => (init_table(), __toCommonJS(table_exports)) });
Object.defineProperty(exports, "src/manifest/decode/values.ts", { get: () => (init_values(), __toCommonJS(values_exports)) });
Object.defineProperty(exports, "src/manifest/decode/walk.ts", { get: () => (init_walk(), __toCommonJS(walk_exports)) });
Object.defineProperty(exports, "src/manifest/defaults.ts", { get: () => (init_defaults(), __toCommonJS(defaults_exports)) });
Object.defineProperty(exports, "src/manifest/differences.ts", { get: () => (init_differences(), __toCommonJS(differences_exports)) });
Object.defineProperty(exports, "src/manifest/document.ts", { get: () => (init_document(), __toCommonJS(document_exports)) });
Object.defineProperty(exports, "src/manifest/encode/gathered.ts", { get: () => (init_gathered(), __toCommonJS(gathered_exports)) });
Object.defineProperty(exports, "src/manifest/encode/index.ts", { get: () => (init_encode(), __toCommonJS(encode_exports)) });
Object.defineProperty(exports, "src/manifest/encode/values.ts", { get: () => (init_values2(), __toCommonJS(values_exports2)) });
Object.defineProperty(exports, "src/manifest/image.ts", { get: () => (init_image(), __toCommonJS(image_exports)) });
Object.defineProperty(exports, "src/manifest/index.ts", { get: () => (init_manifest(), __toCommonJS(manifest_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/container.ts", { get: () => (init_container(), __toCommonJS(container_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/containers.ts", { get: () => (init_containers(), __toCommonJS(containers_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/dependency-circle.ts", { get: () => (init_dependency_circle(), __toCommonJS(dependency_circle_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/job.ts", { get: () => (init_job(), __toCommonJS(job_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/metadata.ts", { get: () => (init_metadata(), __toCommonJS(metadata_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/probes.ts", { get: () => (init_probes(), __toCommonJS(probes_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/service.ts", { get: () => (init_service(), __toCommonJS(service_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/template.ts", { get: () => (init_template(), __toCommonJS(template_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/traffic.ts", { get: () => (init_traffic(), __toCommonJS(traffic_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/volumes.ts", { get: () => (init_volumes(), __toCommonJS(volumes_exports)) });
Object.defineProperty(exports, "src/manifest/kinds/worker-pool.ts", { get: () => (init_worker_pool(), __toCommonJS(worker_pool_exports)) });
Object.defineProperty(exports, "src/manifest/tables.ts", { get: () => (init_tables(), __toCommonJS(tables_exports)) });
Object.defineProperty(exports, "src/manifest/v1-names.ts", { get: () => (init_v1_names(), __toCommonJS(v1_names_exports)) });
Object.defineProperty(exports, "src/manifest/v1-values.ts", { get: () => (init_v1_values(), __toCommonJS(v1_values_exports)) });
Object.defineProperty(exports, "src/manifest/yaml-error.ts", { get: () => (init_yaml_error(), __toCommonJS(yaml_error_exports)) });
Object.defineProperty(exports, "src/records/annotations.ts", { get: () => (init_annotations(), __toCommonJS(annotations_exports)) });
