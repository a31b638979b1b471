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
var readSurroundings, runAction;
var init_action = __esm({
  "shared:src/runtime/action.ts"() {
    ({ readSurroundings, runAction } = require("../shared/runtime.cjs")["src/runtime/action.ts"]);
  }
});

// src/container/image-reference.ts
function parseImageName(text) {
  const expected = "Write HOST/PROJECT/REPOSITORY/NAME, for instance us-central1-docker.pkg.dev/acme/apps/server";
  const value = text.trim();
  if (value.includes("@")) throw new Error(`"${text}" has a digest. ${expected}; the digest is what the build makes.`);
  const slash = value.indexOf("/");
  const host = slash < 0 ? "" : value.slice(0, slash);
  if (!HOST.test(host)) throw new Error(`"${text}" contains no registry. ${expected}.`);
  const path5 = value.slice(slash + 1);
  if (path5.split("/").at(-1)?.includes(":"))
    throw new Error(`"${text}" has a tag. ${expected}, and tags in the input tags.`);
  const components = path5.split("/");
  const bad = components.find(
    (component, i) => !COMPONENT.test(component) && !(i === 0 && PROJECT_DOMAIN.test(component))
  );
  if (bad !== void 0) {
    const hint = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : "";
    throw new Error(`"${text}" is not an image name.${hint} ${expected}.`);
  }
  return { host, path: path5 };
}
function parseImageDigest(text) {
  const value = text.trim();
  const at2 = value.indexOf("@");
  const advice = 'Give the output "image" of build-image, which is NAME@sha256:\u2026';
  if (at2 < 0) {
    const tag = /:([^/:]+)$/.exec(value)?.[1];
    if (tag === "latest")
      throw new Error(`"${text}" is the tag latest, which can mean another image at any moment. ${advice}.`);
    if (tag !== void 0)
      throw new Error(`"${text}" is a tag, and a tag can be moved. A digest is required here. ${advice}.`);
    throw new Error(`"${text}" has no digest. ${advice}.`);
  }
  const digest = value.slice(at2 + 1);
  if (!DIGEST.test(digest))
    throw new Error(`"${text}" has a malformed digest. Expected sha256: and 64 hexadecimal digits. ${advice}.`);
  const name = value.slice(0, at2).replace(/:[^/:]+$/, "");
  return { ...parseImageName(name), digest };
}
function imageNameOf(text) {
  const [, name = ""] = /^([^@]*?)(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/.exec(text.trim()) ?? [];
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
var HOST, COMPONENT, PROJECT_DOMAIN, DIGEST, isDigestReference, registryPath, formatImageName, formatImageDigest;
var init_image_reference = __esm({
  "src/container/image-reference.ts"() {
    "use strict";
    HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)$/;
    COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
    PROJECT_DOMAIN = /^[a-z0-9.-]+:[a-z0-9-]+$/;
    DIGEST = /^sha256:[0-9a-f]{64}$/;
    isDigestReference = (text) => /^\S+@sha256:[0-9a-f]{64}$/.test(text) && imageNameOf(text) !== void 0;
    registryPath = ({ path: path5 }) => path5.replace(/^([^/:]+):/, "$1/");
    formatImageName = (image) => `${image.host}/${registryPath(image)}`;
    formatImageDigest = (image) => `${formatImageName(image)}@${image.digest}`;
  }
});

// shared:src/runtime/errors.ts
var CancelledError, CloudError, InputError, OutcomeError, PolicyError, TimedOutError, allAtOnce, isAbort, mergeErrors, stateAfter, withState;
var init_errors = __esm({
  "shared:src/runtime/errors.ts"() {
    ({ CancelledError, CloudError, InputError, OutcomeError, PolicyError, TimedOutError, allAtOnce, isAbort, mergeErrors, stateAfter, withState } = require("../shared/runtime.cjs")["src/runtime/errors.ts"]);
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
  const problems = containers.flatMap(({ name, image, baseImageUri }, i) => {
    const location = locate(i);
    return [image, baseImageUri].flatMap((text) => {
      const parsed = text === void 0 ? void 0 : imageNameOf(text);
      if (text === void 0 || parsed && allowed.some((repository) => isIn(parsed, repository))) return [];
      const subject = `Image of container ${name ?? i + 1}`;
      return [{ subject, message: refusal(text, allowed), ...location && { location } }];
    });
  });
  if (problems.length > 0 && scope === "all") throw new InputError(problems);
  for (const { subject, message, location } of problems) log.warning(`${subject}: ${message}`, location);
}
function isIn(image, repository) {
  const parts = registryPath(image).split("/");
  const folder = registryPath(repository).split("/");
  return image.host === repository.host && parts.length > folder.length && folder.every((part, i) => part === parts[i]);
}
function parseRepository(text) {
  try {
    return parseImageName(text.trim().replace(/\/+$/, ""));
  } catch {
    throw new Error(
      `"${text}" is not a repository. Write HOST/PROJECT/REPOSITORY without tag and digest, for instance us-central1-docker.pkg.dev/acme/apps.`
    );
  }
}
var refusal;
var init_image_repositories = __esm({
  "src/container/image-repositories.ts"() {
    "use strict";
    init_errors();
    init_image_reference();
    refusal = (image, allowed) => `${image} is not in ${allowed.map(formatImageName).join(" or ")}. Pass an image from there, or add its repository to image-repositories.`;
  }
});

// shared:src/records/annotations.ts
var ANNOTATION_PREFIX, COMMIT_LABEL, isReserved, isReservedPath, readAnnotation;
var init_annotations = __esm({
  "shared:src/records/annotations.ts"() {
    ({ ANNOTATION_PREFIX, COMMIT_LABEL, isReserved, isReservedPath, readAnnotation } = require("../shared/manifest.cjs")["src/records/annotations.ts"]);
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
  if (!window2.from || !window2.to || unitOf(window2.from) !== unitOf(window2.to))
    throw new Error(`"${line.trim()}" is not a freeze window. ${EXPECTED}`);
  if (window2.from.kind === "date" && window2.to.kind === "date" && window2.from.text >= window2.to.text)
    throw new Error(`"${line.trim()}" ends before it begins.`);
  return window2;
}
function parseMoment(text, side) {
  const [, day = "", hour, minute] = /^(\S+)(?:\s+([01]\d|2[0-3]):([0-5]\d))?$/.exec(text) ?? [];
  const time = hour === void 0 ? void 0 : Number(hour) * 60 + Number(minute);
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && isDay(day))
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
var DAYS, WEEK, EXPECTED, unitOf, isDay, activeFreeze, describeFreeze;
var init_windows = __esm({
  "src/freeze/windows.ts"() {
    "use strict";
    DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    WEEK = 7 * 24 * 60;
    EXPECTED = 'Write for instance "Fri 16:00 - Mon 08:00 Europe/Berlin: weekend", "daily 22:00 - 06:00" or "2026-12-20 - 2027-01-02: holidays"; without a time zone it is UTC.';
    unitOf = (moment) => moment.kind === "date" ? "date" : moment.day === void 0 ? "daily" : "weekly";
    isDay = (text) => (/* @__PURE__ */ new Date(`${text}T00:00:00Z`)).toISOString().startsWith(text);
    activeFreeze = (windows, now) => windows.find((window2) => holdsAt(window2, now));
    describeFreeze = ({ text, reason }) => `Deploys are frozen (${text}): ${reason.replace(/\.?$/, ".")}`;
  }
});

// src/freeze/freeze.ts
function freezeOn(resource, windows, clock) {
  const active = (all) => all.length > 0 ? activeFreeze(all, clock.now()) : void 0;
  const own = active(windows);
  if (own) return describeFreeze(own);
  try {
    const found2 = active(freezeLines(resource).map(parseFreezeWindow));
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
    init_annotations();
    init_errors();
    init_windows();
    FREEZE_ANNOTATION = `${ANNOTATION_PREFIX}freeze`;
    readFreeze = (reader) => reader.parseList("freeze", parseFreezeWindow);
    freezeLines = (resource) => (resource?.annotations?.[FREEZE_ANNOTATION] ?? "").split("\n").filter((line) => line.trim() !== "");
    BlockedError = class extends OutcomeError {
      describe;
      constructor(describe, consequence) {
        super(describe(consequence));
        this.describe = describe;
      }
    };
  }
});

// shared:src/google/auth.ts
var createAuth, parseProvider, parseServiceAccount;
var init_auth = __esm({
  "shared:src/google/auth.ts"() {
    ({ createAuth, parseProvider, parseServiceAccount } = require("../shared/runtime.cjs")["src/google/auth.ts"]);
  }
});

// src/google/run/secret-files.ts
function secretFileProblems(files) {
  const problems = files.flatMap(({ path: path5 }) => {
    const parts = path5.split("/").slice(1);
    if (parts.some((part) => part === "" || part === "." || part === "..") || path5.includes(":"))
      return [`"${path5}" is not the path of a file. Write an absolute path such as /secrets/db=SECRET:VERSION.`];
    if (TAKEN.includes(directoryOf(path5)) || /^\/(?:dev|proc|sys)\//.test(path5))
      return [
        `"${path5}" cannot be mounted in ${directoryOf(path5)}. Choose a directory of its own, such as /secrets${path5}.`
      ];
    return [];
  });
  const byDirectory = Map.groupBy(files, ({ path: path5 }) => directoryOf(path5));
  for (const [directory, within2] of byDirectory) {
    const secrets = new Set(within2.map(({ secret }) => secret));
    if (secrets.size > 1)
      problems.push(
        `${directory} would hold several secrets (${[...secrets].join(", ")}), and Cloud Run mounts one secret per directory. Give each a directory of its own, such as /secrets/db/url and /secrets/api/key.`
      );
  }
  return problems;
}
function mountSecretFiles(template, index, files) {
  if (files.length === 0) return template;
  let volumes = [...template.volumes ?? []];
  const containers = (template.containers ?? []).map((container) => ({ ...container }));
  const target = containers[index];
  if (!target) return template;
  for (const [mountPath, within2] of Map.groupBy(files, ({ path: path5 }) => directoryOf(path5))) {
    const secret = within2[0]?.secret ?? "";
    const old = target.volumeMounts?.find((mount) => mount.mountPath?.replace(/\/+$/, "") === mountPath);
    const before = volumes.find(({ name: name2 }) => name2 !== void 0 && name2 === old?.name)?.secret;
    const items = new Map(
      (shortName(before?.secret) === shortName(secret) ? before?.items ?? [] : []).map((item) => [item.path, item])
    );
    for (const { path: path5, version } of within2) {
      const file = path5.slice(mountPath.length + 1);
      items.set(file, { ...items.get(file), path: file, version });
    }
    const name = volumeName(mountPath, secret);
    target.volumeMounts = [...(target.volumeMounts ?? []).filter((mount) => mount !== old), { name, mountPath }];
    volumes = [
      ...volumes.filter((volume) => volume.name !== name),
      {
        name,
        secret: {
          ...before && shortName(before.secret) === shortName(secret) ? before : {},
          secret,
          items: [...items.values()]
        }
      }
    ];
  }
  const mounted = new Set(containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name)));
  const kept = volumes.filter(({ name, secret }) => !secret || mounted.has(name));
  return { ...template, containers, volumes: kept };
}
var import_node_crypto, TAKEN, isFilePath, directoryOf, shortName, volumeName;
var init_secret_files = __esm({
  "src/google/run/secret-files.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    TAKEN = ["/", "/dev", "/proc", "/sys", "/cloudsql"];
    isFilePath = (key) => key.startsWith("/");
    directoryOf = (path5) => path5.slice(0, path5.lastIndexOf("/")) || "/";
    shortName = (secret = "") => secret.slice(secret.lastIndexOf("/") + 1);
    volumeName = (directory, secret) => `secret-${(0, import_node_crypto.createHash)("sha256").update(`${directory}
${secret}`).digest("hex").slice(0, 12)}`;
  }
});

// src/inputs/comma-lists.ts
function commaHint(input, given) {
  const [only = ""] = given;
  const parts = only.split(",");
  if (given.length !== 1 || parts.length < 2 || parts.some((part) => part === "" || /\s/.test(part))) return void 0;
  const [first = "", ...rest] = parts;
  const flags = rest.some((part) => part.startsWith("-"));
  const words = parts.every((part) => /^[\w./:@-]+$/.test(part)) && !first.startsWith("-");
  if (!flags && !words) return void 0;
  return `Input ${input}: "${only}" is one argument with commas. gcloud separates arguments by commas, this input by lines. Write one argument per line: ${parts.join(" \u23CE ")}`;
}
function blankHint(input, given) {
  const [only = ""] = given;
  const words = only.split(/\s+/);
  if (given.length !== 1 || words.length < 2 || !words.every((word) => /^[\w./:=@+-]+$/.test(word))) return void 0;
  return `Input ${input}: "${only}" is one argument with spaces, and no shell splits it. Write one per line: ${words.join(" \u23CE ")}`;
}
function commaMapHints(input, given) {
  return [...given].flatMap(([name, value]) => {
    const [first = "", ...others] = value.split(",");
    const names = others.map((part) => /^\s*([A-Za-z_]\w*)=/.exec(part)?.[1]);
    if (others.length === 0 || first.includes("=") || names.includes(void 0)) return [];
    return `Input ${input}: the value of ${name} contains ${names.join("= and ")}=. gcloud separates by commas, this input by lines. Write one NAME=VALUE per line, or the value in quotes if it is one.`;
  });
}
var init_comma_lists = __esm({
  "src/inputs/comma-lists.ts"() {
    "use strict";
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
  const path5 = name.replace(/^[./]+/, "");
  return `"${name}" is neither the name of an environment variable nor an absolute path. To mount the secret as a file, write ${path5.includes("/") ? "/" : "/secrets/"}${path5}=SECRET:VERSION.`;
}
var RESERVED;
var init_environment_names = __esm({
  "src/inputs/environment-names.ts"() {
    "use strict";
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
  }
});

// src/provenance/statement.ts
var SLSA_PROVENANCE;
var init_statement = __esm({
  "src/provenance/statement.ts"() {
    "use strict";
    SLSA_PROVENANCE = "https://slsa.dev/provenance/v1";
  }
});

// src/provenance/key-signature.ts
function parsePublicKey(pem) {
  let key;
  try {
    key = (0, import_node_crypto2.createPublicKey)(pem);
  } catch {
    throw new Error("holds no public key in PEM");
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (pem.includes("PRIVATE KEY")) throw new Error("holds a private key. Give its public half");
  if (type === "rsa" && (details?.modulusLength ?? 0) >= 2048) return key;
  if (type === "ec" && details?.namedCurve === "prime256v1") return key;
  throw new Error(`holds a key of type ${type} ${details?.namedCurve ?? details?.modulusLength ?? ""}`.trim());
}
var import_node_crypto2;
var init_key_signature = __esm({
  "src/provenance/key-signature.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
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
    SIGNED_ROOTS = "application/vnd.orchestra.signed-roots.v1+json";
    isSignedRoots = (json) => typeof json === "object" && json !== null && json.mediaType === SIGNED_ROOTS;
  }
});

// shared:src/inputs/read-file.ts
var readTextFile;
var init_read_file = __esm({
  "shared:src/inputs/read-file.ts"() {
    ({ readTextFile } = require("../shared/runtime.cjs")["src/inputs/read-file.ts"]);
  }
});

// src/inputs/provenance.ts
function readProvenanceInputs(reader, { github, clock }, needed = false) {
  const mode = reader.oneOf("require-provenance", ["off", "warn", "enforce"], "off");
  const given = reader.map("provenance-identity");
  const trustedRoots = reader.parse(
    "trusted-root",
    (text) => readTrustedRoots((0, import_node_path.resolve)(github.workspace || ".", text.trim()), clock.now())
  );
  const keys = reader.parse("provenance-key", (text) => readPublicKeys((0, import_node_path.resolve)(github.workspace || ".", text.trim()))) ?? [];
  for (const key of given?.keys() ?? [])
    if (!KEYS.includes(key))
      reader.problem("provenance-identity", `"${key}" is not known. Write lines of ${KEYS.join("=\u2026, ")}=\u2026.`);
  if (mode === "off" && !needed) return { mode, identity: void 0, trustedRoots, keys };
  const several = (key, standard) => {
    const text = given?.get(key);
    return text === void 0 ? standard : text.split(/[\s,]+/).filter(Boolean);
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
    reader.problem(
      "provenance-identity",
      `is incomplete, and the run does not supply the rest. Give ${missing.join(" and ")}.`
    );
  if (issuerOf(github.serverUrl) === void 0 && mode !== "off" && keys.length === 0)
    reader.problem(
      "require-provenance",
      `is not available on GitHub Enterprise Server (${github.serverUrl}): no certificate authority that can be verified signs its tokens. Leave it out, or sign with a key (sign-key of build-image) and give provenance-key.`
    );
  return { mode, identity: missing.length > 0 ? void 0 : identity, trustedRoots, keys };
}
function readTrustedRoots(path5, now) {
  let text;
  try {
    text = readTextFile(path5);
  } catch {
    throw new Error(`there is no file "${path5}". ${GET_ROOTS}`);
  }
  const parse2 = (json) => JSON.parse(json);
  try {
    const roots = text.trim().startsWith("{") && isJson(text) ? [parse2(text)] : text.trim().split("\n").map(parse2);
    if (roots.some(isSignedRoots)) return notExpired(roots, path5, now);
    if (roots.every((root) => typeof root === "object" && root !== null && "certificateAuthorities" in root))
      return roots;
  } catch (error) {
    if (error instanceof ExpiredError) throw error;
  }
  throw new Error(`"${path5}" holds no trusted roots. ${GET_ROOTS}`);
}
function notExpired(roots, path5, now) {
  const end = Math.min(...roots.filter(isSignedRoots).map(expiryOf));
  if (end > now) return roots;
  throw new ExpiredError(
    `the signatures of "${path5}" expired on ${new Date(end).toISOString().slice(0, 10)}. ${GET_ROOTS}`
  );
}
function readPublicKeys(path5) {
  let text;
  try {
    text = readTextFile(path5);
  } catch {
    throw new Error(`there is no file "${path5}". ${GET_KEY}`);
  }
  const blocks = text.match(/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw new Error(`"${path5}" holds no public key in PEM. ${GET_KEY}`);
  for (const block of blocks) {
    try {
      parsePublicKey(block);
    } catch (error) {
      throw new Error(
        `"${path5}" ${error.message}. Expected EC P-256, or RSA of 2048 bits and more. ${GET_KEY}`
      );
    }
  }
  return blocks;
}
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
var import_node_path, TRIGGERS, KEYS, ExpiredError, GET_ROOTS, GET_KEY;
var init_provenance = __esm({
  "src/inputs/provenance.ts"() {
    "use strict";
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

// shared:src/policy/secrets/looks-like-secret.ts
var findSecret, findSecretInWords, looksLikeSecret, secretWords;
var init_looks_like_secret = __esm({
  "shared:src/policy/secrets/looks-like-secret.ts"() {
    ({ findSecret, findSecretInWords, looksLikeSecret, secretWords } = require("../shared/runtime.cjs")["src/policy/secrets/looks-like-secret.ts"]);
  }
});

// src/inputs/secret-reference.ts
function parseSecretReference(text, name) {
  const match = /^((?:projects\/[^/\s]+\/secrets\/)?[A-Za-z0-9_-]{1,255})(?:(?::|\/versions\/)([A-Za-z0-9_-]+))?$/.exec(
    text.trim()
  );
  if (match?.[1] && !findSecret("", text)) return { secret: match[1], version: match[2] ?? "latest" };
  if (/^[\w:/-]+(?:,\s*[\w./-]+=[\w:/-]+)+$/.test(text.trim()))
    throw new Error(
      `there are several secrets in one line. gcloud separates by commas, this input by lines. Write one NAME=SECRET:VERSION per line.`
    );
  throw new Error(
    `this is not a secret's name. Write ${name}=SECRET:VERSION, for instance ${name}=database-url:latest; give the name and never the value.`
  );
}
var init_secret_reference = __esm({
  "src/inputs/secret-reference.ts"() {
    "use strict";
    init_looks_like_secret();
  }
});

// shared:src/manifest/index.ts
var TABLES, containersOf, differences, ingressIndex, readManifest, withImage, withServerDefaults;
var init_manifest = __esm({
  "shared:src/manifest/index.ts"() {
    ({ TABLES, containersOf, differences, ingressIndex, readManifest, withImage, withServerDefaults } = require("../shared/manifest.cjs")["src/manifest/index.ts"]);
  }
});

// shared:src/inputs/lists.ts
var LineError, parseList, parseMap, writeList, writeMap;
var init_lists = __esm({
  "shared:src/inputs/lists.ts"() {
    ({ LineError, parseList, parseMap, writeList, writeMap } = require("../shared/runtime.cjs")["src/inputs/lists.ts"]);
  }
});

// src/inputs/service-manifest.ts
function readManifestName(line, place) {
  const { kind, name, region } = readNamedManifest(line, place);
  const collection = COLLECTIONS[kind];
  return collection && `projects/${place.project}/locations/${region}/${collection}/${name}`;
}
function readNamedManifest(line, place) {
  const { manifest, region = place.region, substitutions } = parseEntry(line);
  if (!region) throw new Error(`${line} does not say its region. Write ${EXPECTED2}.`);
  const { kind, name } = readManifest({
    text: read(manifest, place.workspace),
    file: manifest,
    project: place.project,
    region,
    substitutions: new Map([
      ["PROJECT", place.project],
      ["REGION", region],
      ["COMMIT", place.commit],
      ...substitutions
    ])
  });
  return { kind, name, region };
}
function parseEntry(line) {
  const refusal3 = new Error(`${line} is not a service by its manifest. Write ${EXPECTED2}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal3;
  }
  const { manifest, region, substitutions = {}, ...others } = value;
  const known = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known || region !== void 0 && typeof region !== "string") throw refusal3;
  const map = typeof substitutions === "string" ? parseMap(substitutions) : new Map(Object.entries(substitutions).map(([name, text]) => [name, String(text)]));
  return { manifest, ...region && { region }, substitutions: map };
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
    init_errors();
  }
});

// shared:src/github/run.ts
var readGitHubRun, resolveCommit;
var init_run = __esm({
  "shared:src/github/run.ts"() {
    ({ readGitHubRun, resolveCommit } = require("../shared/runtime.cjs")["src/github/run.ts"]);
  }
});

// shared:src/google/credential-file.ts
var checkCredentialFile, parseServiceAccountKey;
var init_credential_file = __esm({
  "shared:src/google/credential-file.ts"() {
    ({ checkCredentialFile, parseServiceAccountKey } = require("../shared/runtime.cjs")["src/google/credential-file.ts"]);
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
  const expanded = (text) => text.trim() === GITHUB_TOKEN ? void 0 : text.trim();
  return reader.parse("github-token", expanded, GITHUB_TOKEN);
}
function parseProject(text) {
  const value = text.trim();
  if (/^(?:[a-z][a-z0-9-]{4,28}|[a-z0-9.-]+:(?:[a-z][a-z0-9-]*)?)[a-z0-9]$/.test(value)) return value;
  throw new Error(
    `"${text}" is not a project id. Write the id (6 to 30 lower-case letters, digits and hyphens), not the name or number.`
  );
}
function parseRegion(text) {
  const value = text.trim();
  if (/^[a-z]+-[a-z]+\d+$/.test(value)) return value;
  throw new Error(`"${text}" is not a region. Write for instance us-central1 or europe-west1.`);
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
    init_freshness();
    init_run();
    init_auth();
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
  const text = line.trim();
  const full = /^projects\/([^/]+)\/locations\/([^/]+)\/(services|workerPools)\/([^/]+)$/.exec(text);
  const [, project, location, collection, fullName] = full ?? [];
  if (project && location && collection && fullName)
    return `projects/${parseProject(project)}/locations/${parseLocation(location)}/${collection}/${parseName(fullName, text)}`;
  const parts = text.split("/");
  if (parts.length > 2)
    throw new Error(
      `"${text}" is not a service. Write NAME, REGION/NAME, or projects/PROJECT/locations/REGION/services/NAME.`
    );
  const name = parseName(parts.at(-1) ?? "", text);
  if (!place.project)
    throw new Error(
      `"${text}" does not say its project. Set the input project, or write projects/PROJECT/locations/REGION/services/${name}.`
    );
  const region = parts.length === 2 ? parseRegion(parts[0] ?? "") : place.region;
  if (!region)
    throw new Error(`"${text}" does not say its region. Write REGION/${name}, for instance us-central1/${name}.`);
  return `projects/${place.project}/locations/${region}/services/${name}`;
}
function parseLocation(text) {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new Error(`"${text}" is not a region. Write for instance us-central1 or europe-west1.`);
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
    init_service_manifest();
    init_shared();
  }
});

// shared:fastest-levenshtein
var require_fastest_levenshtein = __commonJS({
  "shared:fastest-levenshtein"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["fastest-levenshtein"];
  }
});

// src/policy/exceptions.ts
function parseExceptionLine(line) {
  const [, rule = "", text = ""] = /^([a-z][a-z-]*)\s+(.*)$/.exec(line.trim()) ?? [];
  if (!DATED.test(text))
    throw new Error(
      `"${line}" is not an exception. Write RULE TARGET until YYYY-MM-DD: REASON, for instance no-plain-secrets MAPS_KEY until 2027-06-30: restricted to our domains. TARGET is a variable or container.`
    );
  return { rule, text, where: `input policy-exceptions: ${rule}` };
}
function parseException({ text, where, path: path5, rule }, whole) {
  const base = { rule, where, ...path5 && { path: path5 } };
  const [dated, target, until = "", reason = ""] = DATED.exec(text.trim()) ?? [];
  if (dated === void 0) {
    if (text.trim() === "")
      return { problem: `has no reason. Write ${whole ? "" : "TARGET "}until YYYY-MM-DD: REASON.` };
    return { ...base, reason: text.trim(), target: void 0, until: void 0, former: true };
  }
  if (!isDate(until)) return { problem: `has the date "${until}". Write it as YYYY-MM-DD.` };
  if (target === void 0 && !whole)
    return { problem: "has no variable or container. Write TARGET until YYYY-MM-DD: REASON." };
  if (!hasSubstance(reason))
    return { problem: `has no reason that a reviewer can judge ("${reason}"). Explain in a sentence why it is safe.` };
  return { ...base, reason: reason.trim(), target, until, former: false };
}
function isDate(text) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function hasSubstance(reason) {
  const words = new Set(reason.toLowerCase().match(new RegExp("\\p{L}{2,}", "gu")) ?? []);
  for (const empty of EMPTY) words.delete(empty);
  return words.size >= 3;
}
function covers(exception, rule, finding) {
  if (exception.rule !== rule) return false;
  if (exception.former) return finding.certain !== true;
  if (finding.targets === void 0) return true;
  return exception.target !== void 0 && finding.targets.includes(exception.target);
}
var PREFIX, exceptionsIn, DATED, EMPTY, isExpired, DAY, SUGGESTED, suggestedDate, allowingText, textOf, exceptionLines;
var init_exceptions = __esm({
  "src/policy/exceptions.ts"() {
    "use strict";
    init_annotations();
    PREFIX = `${ANNOTATION_PREFIX}policy-exception.`;
    exceptionsIn = (annotations = {}) => Object.entries(annotations).flatMap(([key, value]) => {
      if (!key.startsWith(PREFIX)) return [];
      const rule = key.slice(PREFIX.length);
      const at2 = { rule, where: key, path: ["annotations", key] };
      const lines = value.split("\n").filter((line) => line.trim() !== "");
      if (!lines.some((line) => DATED.test(line.trim()))) return [{ ...at2, text: value }];
      return lines.map((text) => ({ ...at2, text }));
    });
    DATED = /^(?:(\S+)\s+)?until\s+(\d[\d-]*)\s*:\s*(.*)$/;
    EMPTY = "todo tbd fixme xxx test temporary temp later reason because why exception needed ignore skip asdf foo bar none the and this that for now".split(
      " "
    );
    isExpired = ({ until }, now) => until !== void 0 && now >= Date.parse(`${until}T00:00:00Z`) + DAY;
    DAY = 864e5;
    SUGGESTED = 90 * DAY;
    suggestedDate = (now) => new Date(now + SUGGESTED).toISOString().slice(0, 10);
    allowingText = ({ targets }, now, reason = "REASON") => `${targets ? `${targets[0]} ` : ""}until ${suggestedDate(now)}: ${reason}`;
    textOf = ({ target, until, reason }) => until === void 0 ? reason : `${target === void 0 ? "" : `${target} `}until ${until}: ${reason}`;
    exceptionLines = (rule, texts, place) => place === "input" ? texts.map((text) => `${rule} ${text}`).join(" and ") : `${PREFIX}${rule}: ${JSON.stringify(texts.join("\n"))}`;
  }
});

// src/policy/apply-exceptions.ts
function judgeFindings(found2, { place, texts }, now, locate) {
  const at2 = (path5) => {
    const location = path5 && locate(path5);
    return location ? { location } : {};
  };
  const exceptions = [];
  const about2 = [];
  const say = (message, { path: path5 }, lenient) => about2.push({ rule: "policy-exception", message, ...at2(path5), ...lenient && { lenient } });
  for (const text of texts) {
    const problem = ruleProblem(text.rule);
    const parsed = problem ? { problem } : parseException(text, RULE_KINDS[text.rule].whole);
    if ("problem" in parsed) say(`${text.where} ${parsed.problem}`, text, false);
    else if (isExpired(parsed, now))
      say(`${nameOf(parsed)} expired on ${parsed.until}. Fix what it was for, or extend it in a review.`, text, true);
    else exceptions.push(parsed);
  }
  const isOpen = ({ rule, finding }) => RULE_KINDS[rule].excusable && !finding.lenient && !exceptions.some((one) => covers(one, rule, finding));
  const refused = found2.filter(isOpen);
  const wayOut2 = (rule, finding) => {
    const where = place === "manifest" ? "in metadata.annotations" : "in the input policy-exceptions";
    const present = place === "manifest" ? exceptions.filter((one) => one.rule === rule && one.path).map(textOf) : [];
    const lines = (findings) => exceptionLines(rule, [...present, ...findings.map((one) => allowingText(one, now))], place);
    const alike = refused.filter((one) => one.rule === rule).map((one) => one.finding);
    const all = place === "manifest" && alike.length > 1 && alike.at(-1) === finding ? `If all ${alike.length} must stay, write ${where}: ${lines(alike)} ` : "";
    return `${all}If ${all ? "only this one" : "it"} must stay, write ${where}: ${lines([finding])}`;
  };
  const used = /* @__PURE__ */ new Map();
  const violations = found2.map(({ rule, finding }) => {
    const exception = exceptions.find((one) => covers(one, rule, finding));
    const { message, path: path5, lenient } = finding;
    const base = { rule, ...at2(path5), ...lenient && { lenient } };
    if (exception) {
      used.set(exception, [...used.get(exception) ?? [], { rule, finding }]);
      const { reason, target, until } = exception;
      return { ...base, message, excuse: { reason, target, until } };
    }
    if (!RULE_KINDS[rule].excusable || lenient) return { ...base, message };
    return { ...base, message: `${message} ${wayOut2(rule, finding)}` };
  });
  for (const exception of exceptions) {
    const findings = used.get(exception) ?? [];
    if (exception.former) say(formerAdvice(exception, findings, place, now), exception, true);
    else if (findings.length === 0 && exception.path)
      say(`${nameOf(exception)} no longer applies to anything. Remove it.`, exception, true);
  }
  return [...about2, ...violations];
}
function formerAdvice({ where, reason, rule }, findings, place, now) {
  if (findings.length === 0) return `${where} applies to nothing. Remove it.`;
  const texts = new Set(findings.map(({ finding }) => allowingText(finding, now, reason)));
  const missing = findings.some(({ finding }) => finding.targets) ? "no variable or container and no" : "no";
  const weak = hasSubstance(reason) ? "" : " Its reason is not meaningful, either.";
  return `${where} names ${missing} expiry date, which version 2 requires.${weak} Write: ${exceptionLines(rule, [...texts], place)}`;
}
function ruleProblem(rule) {
  if (!Object.hasOwn(RULE_KINDS, rule)) {
    const rules = Object.keys(RULE_KINDS);
    const near = (0, import_fastest_levenshtein.closest)(rule, rules);
    const hint = (0, import_fastest_levenshtein.distance)(rule, near) <= 3 ? ` Did you mean ${near}?` : "";
    return `names an unknown policy rule.${hint} The rules: ${rules.join(", ")}.`;
  }
  if (!RULE_KINDS[rule].excusable)
    return "is not possible: this rule is about the commit, not about the manifest.";
  return void 0;
}
var import_fastest_levenshtein, ONE, WHOLE, RULE_KINDS, nameOf;
var init_apply_exceptions = __esm({
  "src/policy/apply-exceptions.ts"() {
    "use strict";
    import_fastest_levenshtein = __toESM(require_fastest_levenshtein(), 1);
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
    describeExcuses = (violations) => [
      ...new Set(violations.filter(({ excuse }) => excuse).map(describeExcuse))
    ];
  }
});

// src/policy/judge-inputs.ts
function judgeInputs(reader, found2, texts, now, policy = "enforce") {
  const violations = judgeFindings(found2, { place: "input", texts }, now, () => void 0);
  const about2 = violations.slice(0, violations.length - found2.length);
  const warnings = about2.filter(({ lenient }) => lenient).map(({ message }) => message);
  violations.slice(about2.length).forEach(({ rule, excuse, message }, i) => {
    if (excuse) return;
    if (policy === "warn") warnings.push(`${rule}: ${message}`);
    else reader.problem(found2[i]?.input ?? "", message);
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
    init_apply_exceptions();
    init_describe_exceptions();
    init_exceptions();
    readExceptions = (reader) => reader.parseList("policy-exceptions", parseExceptionLine);
  }
});

// actions/migrate/migrations/migration-files.ts
function migrationFiles(workspace, folder) {
  const entries = (0, import_node_fs.readdirSync)((0, import_node_path3.join)(workspace, folder), { withFileTypes: true });
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
    if (version2 === void 0 || !(0, import_node_fs.readdirSync)((0, import_node_path3.join)(workspace, folder, name)).includes(IN_FOLDER)) return void 0;
    return { name: `${name}/${IN_FOLDER}`, version: plainVersion(version2) };
  }
  if (name.endsWith(".down.sql")) return void 0;
  const version = NUMBERED.exec(name)?.[1] ?? FLYWAY.exec(name)?.[1];
  return version === void 0 ? void 0 : { name, version: plainVersion(version) };
}
function compareVersions(one, other) {
  const [a, b] = [one.split(".").map(BigInt), other.split(".").map(BigInt)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [left = 0n, right = 0n] = [a[i], b[i]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
var import_node_fs, import_node_path3, NUMBERED, FLYWAY, FOLDER, IN_FOLDER, KNOWN, plainVersion, isVersion;
var init_migration_files = __esm({
  "actions/migrate/migrations/migration-files.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path3 = require("node:path");
    NUMBERED = /^(\d+)[_-].*\.sql$/;
    FLYWAY = /^V(\d+(?:[._]\d+)*)__.*\.sql$/;
    FOLDER = /^(\d+)_/;
    IN_FOLDER = "migration.sql";
    KNOWN = "Expected files such as 000001_name.up.sql, V1__name.sql (Flyway) or 20240102030405_name/migration.sql (Prisma)";
    plainVersion = (text) => text.split(/[._]/).map(BigInt).join(".");
    isVersion = (text) => /^\d+(?:\.\d+)*$/.test(text);
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
    init_errors();
  }
});

// shared:@actions/github
var require_github = __commonJS({
  "shared:@actions/github"(exports2, module2) {
    module2.exports = require("../shared/github.cjs")["@actions/github"];
  }
});

// shared:src/google/errors/error-body.ts
var readErrorBody, readJson;
var init_error_body = __esm({
  "shared:src/google/errors/error-body.ts"() {
    ({ readErrorBody, readJson } = require("../shared/runtime.cjs")["src/google/errors/error-body.ts"]);
  }
});

// shared:src/google/http/invalid-response.ts
var about, notJson, parseAnswer, redirected, tooLarge, tooSlow;
var init_invalid_response = __esm({
  "shared:src/google/http/invalid-response.ts"() {
    ({ about, notJson, parseAnswer, redirected, tooLarge, tooSlow } = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"]);
  }
});

// shared:src/google/http/retry-after.ts
var retryAfter;
var init_retry_after = __esm({
  "shared:src/google/http/retry-after.ts"() {
    ({ retryAfter } = require("../shared/runtime.cjs")["src/google/http/retry-after.ts"]);
  }
});

// shared:src/inputs/duration.ts
var formatDuration, formatMinute, parseDuration, parseSeconds;
var init_duration = __esm({
  "shared:src/inputs/duration.ts"() {
    ({ formatDuration, formatMinute, parseDuration, parseSeconds } = require("../shared/runtime.cjs")["src/inputs/duration.ts"]);
  }
});

// shared:src/runtime/interruption.ts
var graceAfter, interrupted, orAborted;
var init_interruption = __esm({
  "shared:src/runtime/interruption.ts"() {
    ({ graceAfter, interrupted, orAborted } = require("../shared/runtime.cjs")["src/runtime/interruption.ts"]);
  }
});

// shared:src/runtime/retry.ts
var ahead, backoff, isTransient, poll, retry;
var init_retry = __esm({
  "shared:src/runtime/retry.ts"() {
    ({ ahead, backoff, isTransient, poll, retry } = require("../shared/runtime.cjs")["src/runtime/retry.ts"]);
  }
});

// shared:src/google/http/client.ts
var createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups;
var init_client = __esm({
  "shared:src/google/http/client.ts"() {
    ({ createHttpClient, isConnectionFault, locationOf, loopbackAwareLookup, rememberLookups } = require("../shared/runtime.cjs")["src/google/http/client.ts"]);
  }
});

// shared:src/google/http/read-bounded.ts
var readBounded;
var init_read_bounded = __esm({
  "shared:src/google/http/read-bounded.ts"() {
    ({ readBounded } = require("../shared/runtime.cjs")["src/google/http/read-bounded.ts"]);
  }
});

// shared:src/google/http/text-request.ts
var LargeAnswerError, NoAnswerError, SlowAnswerError, createExchange;
var init_text_request = __esm({
  "shared:src/google/http/text-request.ts"() {
    ({ LargeAnswerError, NoAnswerError, SlowAnswerError, createExchange } = require("../shared/runtime.cjs")["src/google/http/text-request.ts"]);
  }
});

// src/github/bounded-fetch.ts
function boundedFetch(send, clock) {
  return async (input, options = {}) => {
    const late = new AbortController();
    const cancel = clock.timer(TIMEOUT, () => late.abort(new NoAnswerError(TIMEOUT)));
    const signal = AbortSignal.any([...options.signal ? [options.signal] : [], late.signal]);
    try {
      let at2 = String(input);
      for (let hops = 0; ; hops++) {
        const answer = await send(at2, { ...options, signal, redirect: "manual" });
        const about2 = { resource: `GitHub's API`, url: at2, status: answer.status };
        if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) {
          const next = locationOf(at2, answer.headers.get("location") ?? void 0);
          const same = next !== void 0 && new URL(next).origin === new URL(at2).origin;
          const reads = (options.method ?? "GET") === "GET";
          if (!same || !reads || hops >= MOST_REDIRECTS) throw redirected(about2, next);
          at2 = next;
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
    init_client();
    init_invalid_response();
    init_read_bounded();
    init_text_request();
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
  const read3 = (resource, permission, call) => repeated({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read: read3 };
}
function toCloudError(error, resource, permission, now) {
  const { status, message, response, cause } = error;
  if (cause instanceof CloudError) return about(resource, cause, cause);
  if (typeof status !== "number") throw error;
  const wait = rateLimit(status, response, now);
  const denied = wait === void 0 && (status === 401 || status === 403);
  const text = response?.data === void 0 ? message : readJson(response.data).message || message;
  return new CloudError(
    {
      message: text || `HTTP ${status}`,
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
    async file(path5, commit) {
      const found2 = read3(
        `files of ${run2.repository}`,
        "contents: read",
        () => rest.repos.getContent({ ...at2, path: path5, ref: commit })
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
    async addDeploymentStatus(commit, environment, { state, description, logUrl }) {
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
          description: description.slice(0, 140),
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
      const text = `${marker}
${body}`;
      await repeated({ resource, permission: "pull-requests: write", reads: false }, async () => {
        if (!mine) await rest.issues.createComment({ ...at2, issue_number: issue, body: text });
        else if (mine.body !== text) await rest.issues.updateComment({ ...at2, comment_id: mine.id, body: text });
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
    init_not_found();
    init_client2();
    ACTIONS_BOT = "github-actions[bot]";
  }
});

// src/github/open.ts
function openGitHub(token, { github: run2, signal, clock, deadline }) {
  if (!token || !run2.repository) return void 0;
  let opened;
  return () => {
    opened ??= Promise.resolve().then(() => (init_api(), api_exports)).then(({ createGitHub: createGitHub2 }) => createGitHub2(run2, token, { signal, clock, deadline }));
    return opened;
  };
}
var init_open = __esm({
  "src/github/open.ts"() {
    "use strict";
  }
});

// shared:src/manifest/document.ts
var parseDocument;
var init_document = __esm({
  "shared:src/manifest/document.ts"() {
    ({ parseDocument } = require("../shared/manifest.cjs")["src/manifest/document.ts"]);
  }
});

// src/policy/base-branch.ts
function baseOf({ payload, sha }) {
  const { pull_request: pull2, workflow_run: run2 } = payload;
  if (pull2) return pull2.merged ? void 0 : pull2.base?.sha;
  return run2?.event === "pull_request" ? sha : void 0;
}
async function exceptionsOfBase(here, from) {
  const { base, file, openGitHub: openGitHub2, log } = from;
  if (here.length > 0 && file && !openGitHub2)
    throw new InputError([
      {
        subject: "Input exceptions",
        message: "is base, which reads the manifest of the base branch and needs github-token. Give ${{ github.token }}."
      }
    ]);
  const text = here.length > 0 && file ? await (await openGitHub2?.())?.file(import_node_path4.posix.normalize(file), base) : void 0;
  const there = exceptionsIn(text === void 0 ? {} : annotationsIn(text));
  const known = new Set(there.map(keyOf));
  const others = here.filter((one) => !known.has(keyOf(one)));
  if (others.length > 0)
    log.warning(
      `Exceptions are read from the base branch (exceptions: base), at ${base.slice(0, 12)}. These are not there and do not count: ${[...new Set(others.map(({ where }) => where))].join(", ")}. Merge them in a pull request of their own first.`
    );
  return there;
}
function annotationsIn(text) {
  const entriesOf = (node) => node?.kind === "map" ? node.entries : void 0;
  const { root } = parseDocument(text, "", /* @__PURE__ */ new Map());
  const metadata = entriesOf(entriesOf(root)?.get("metadata")?.value);
  const annotations = entriesOf(metadata?.get("annotations")?.value) ?? /* @__PURE__ */ new Map();
  return Object.fromEntries(
    [...annotations].flatMap(
      ([key, { value }]) => value.kind === "scalar" && value.type === "text" ? [[key, value.value]] : []
    )
  );
}
var import_node_path4, keyOf;
var init_base_branch = __esm({
  "src/policy/base-branch.ts"() {
    "use strict";
    import_node_path4 = require("node:path");
    init_document();
    init_errors();
    init_exceptions();
    keyOf = ({ rule, text }) => `${rule} ${text.trim()}`;
  }
});

// shared:src/manifest/image.ts
var containersOf2, containersPath, ingressIndex2, withImage2;
var init_image = __esm({
  "shared:src/manifest/image.ts"() {
    ({ containersOf: containersOf2, containersPath, ingressIndex: ingressIndex2, withImage: withImage2 } = require("../shared/manifest.cjs")["src/manifest/image.ts"]);
  }
});

// src/policy/rules/containers.ts
function variableTargets({ resource }, target, name) {
  const holders = containersOf2(resource).filter(({ env = [] }) => env.some((variable) => variable.name === name));
  const inContainer = `${target}/${name}`;
  return holders.length > 1 ? [inContainer, name] : [name, inContainer];
}
function mainIndex({ resource }) {
  const containers = containersOf2(resource);
  const index = ingressIndex2(containers);
  if (index >= 0) return index;
  return Math.max(
    0,
    containers.findIndex(({ image = "" }) => isDigestReference(image))
  );
}
var placedContainers, forContainers;
var init_containers = __esm({
  "src/policy/rules/containers.ts"() {
    "use strict";
    init_image_reference();
    init_image();
    placedContainers = ({ kind, resource }) => containersOf2(resource).map((container, i) => ({
      container,
      path: [...containersPath(kind), i],
      target: container.name ?? `containers[${i}]`
    }));
    forContainers = (subject, find) => placedContainers(subject).flatMap(find);
  }
});

// src/policy/rules/images.ts
function forImages(subject, find) {
  return forContainers(subject, ({ container: { name, image }, path: path5, target }) => {
    const wrong = image === void 0 ? void 0 : find(image);
    if (wrong === void 0) return [];
    const whose = name === void 0 ? "" : ` of the container ${name}`;
    const message = `The image ${image}${whose} ${wrong}. Name it by its digest: NAME@sha256:\u2026, which is the output "image" of build-image.`;
    return [{ message, path: [...path5, "image"], targets: [target] }];
  });
}
function isLatest(image) {
  if (image.includes("@")) return false;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === void 0 || tag === "latest";
}
var latestImages, imagesByTag, isPlaceholder;
var init_images = __esm({
  "src/policy/rules/images.ts"() {
    "use strict";
    init_image_reference();
    init_containers();
    latestImages = (subject) => forImages(
      subject,
      (image) => isLatest(image) && !isPlaceholder(image) ? "can be another image at any moment" : void 0
    );
    imagesByTag = (subject) => forImages(subject, (image) => {
      if (isPlaceholder(image)) return "is a placeholder, and neither the input image nor substitutions replace it";
      if (isDigestReference(image) || isLatest(image)) return void 0;
      return image.includes("@") ? "has no valid digest, which is sha256: and 64 hexadecimal digits after a whole name" : "is a tag, and a tag can be moved";
    });
    isPlaceholder = (image) => /\$|\{\{|\s/.test(image);
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
    WHY = "its label environment is production";
  }
});

// src/policy/rules/plain-secrets.ts
var plainSecrets;
var init_plain_secrets = __esm({
  "src/policy/rules/plain-secrets.ts"() {
    "use strict";
    init_looks_like_secret();
    init_containers();
    plainSecrets = (subject) => forContainers(subject, ({ container: { env = [], command = [], args = [] }, path: path5, target }) => [
      ...env.flatMap(({ name = "", value }, i) => {
        const found2 = value === void 0 ? void 0 : findSecret(name, value);
        if (!found2) return [];
        const message = `The variable ${name} looks like a secret (${found2.reason}). Put it into Secret Manager, and refer to it with valueFrom.secretKeyRef, or in the input secrets.`;
        return [
          {
            message,
            path: [...path5, "env", i, "value"],
            targets: variableTargets(subject, target, name),
            certain: found2.certain
          }
        ];
      }),
      ...Object.entries({ command, args }).flatMap(
        ([field, words]) => secretWords(words, field === "args" ? command : []).map(({ index, reason, certain }) => {
          const message = `One of the ${field === "args" ? "arguments" : "words of the command"} looks like a secret (${reason}). Put it into Secret Manager, and pass it in the environment.`;
          const targets = [`${target}/${field}[${index}]`, `${target}/${field}`, field];
          return { message, path: [...path5, field, index], targets, certain };
        })
      )
    ]);
  }
});

// src/policy/rules/public-databases.ts
function publicDatabases(subject) {
  return [...subject.kind === "Service" ? exposedDatabase(subject.resource) : [], ...publicAddresses(subject)];
}
function exposedDatabase(service) {
  const containers = containersOf2(service);
  const index = ingressIndex2(containers);
  const container = containers[index];
  if (!container || !isPublic(service)) return [];
  const port = container.ports?.[0]?.containerPort;
  const byPort = port === void 0 ? void 0 : PORTS.get(port);
  const byImage = databaseImage(container);
  const what = byPort ? `the port of ${byPort} (${port})` : byImage ? `a database (the image ${byImage})` : void 0;
  if (what === void 0) return [];
  const at2 = byPort ? ["ports", 0, "containerPort"] : ["image"];
  return [
    {
      message: `The service opens ${what} to the internet. Use Cloud SQL or Memorystore, or set run.googleapis.com/ingress to internal.`,
      path: ["template", "containers", index, ...at2],
      targets: [container.name ?? `containers[${index}]`]
    }
  ];
}
function databaseImage({ image = "" }) {
  const name = image.replace(/@.*$/, "").split("/").at(-1)?.replace(/:.*$/, "") ?? "";
  return IMAGE.test(name) ? name : void 0;
}
function publicAddresses(subject) {
  return forContainers(
    subject,
    ({ container: { env = [] }, path: path5, target }) => env.flatMap(({ name = "", value = "" }, n) => {
      const host = hostOf(name, value);
      if (host === void 0 || !isPublicAddress(host)) return [];
      const message = `The variable ${name} names a database at the public address ${host}. Reach it through a private address, or through run.googleapis.com/cloudsql-instances.`;
      return [{ message, path: [...path5, "env", n, "value"], targets: variableTargets(subject, target, name) }];
    })
  );
}
function hostOf(name, value) {
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
    import_node_net = require("node:net");
    init_image();
    init_containers();
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
  const probe = containersOf2(subject.resource)[index]?.startupProbe;
  if (probe?.httpGet || probe?.grpc) return [];
  const path5 = ["template", "containers", index, ...probe ? ["startupProbe"] : []];
  const has = probe?.tcpSocket ? "only a TCP startup probe, which passes as soon as the port is open" : "no startup probe";
  const lenient = probed || isServerDefault(probe);
  const why = probed ? " This deploy checks the health of the revision itself; instances that start later are not checked without one." : "";
  return [
    {
      message: `The container that takes requests has ${has}. Set the input probe-path, from which an HTTP one follows, or give it a startupProbe with httpGet or grpc.${why}`,
      path: path5,
      targets: [placedContainers(subject)[index]?.target ?? "containers[0]"],
      ...lenient && { lenient }
    }
  ];
}
var isServerDefault;
var init_startup_probe = __esm({
  "src/policy/rules/startup-probe.ts"() {
    "use strict";
    init_image();
    init_containers();
    isServerDefault = (probe) => probe?.tcpSocket !== void 0 && probe.periodSeconds === 240 && probe.failureThreshold === 1;
  }
});

// src/policy/rules.ts
var RULES, outcomeWords;
var init_rules = __esm({
  "src/policy/rules.ts"() {
    "use strict";
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
  return judgeFindings(found2, sources, facts.now, (path5) => subject.locate?.(path5));
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
    init_errors();
    init_apply_exceptions();
    init_exceptions();
    init_rules();
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
  const url = (image, path5) => `${isLoopback(image.host) ? "http" : "https"}://${image.host}/v2/${registryPath(image)}${path5}`;
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
        const { text, status } = await calls.blob(image, digest, MOST_CONFIG, about2);
        return parseAnswer({ resource: about2, url: calls.url(image, ""), status }, text);
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
    digest: `sha256:${(0, import_node_crypto3.createHash)("sha256").update(bytes).digest("hex")}`,
    bytes,
    annotations: document.annotations ?? {},
    manifests: document.manifests ?? [],
    config: document.config,
    layers: document.layers ?? []
  };
}
var import_node_crypto3, OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST, MANIFEST_TYPES, MOST_MANIFEST, MOST_CONFIG, formatReference;
var init_registry = __esm({
  "src/container/registry.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
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
async function publicDigest(http, image, tag) {
  const host = HOSTS[image.host] ?? image.host;
  const scheme = isLoopback(host) ? "http" : "https";
  const url = `${scheme}://${host}/v2/${registryPath(image)}/manifests/${tag}`;
  const call = { authenticated: false, attemptTimeout: PATIENCE2, resource: `image ${image.host}/${image.path}:${tag}` };
  const ask = async (token) => {
    const headers = { accept: MANIFEST_TYPES, ...token && { authorization: `Bearer ${token}` } };
    const response = await http.raw({ ...call, method: "HEAD", url, headers });
    await response.body.dump();
    return response;
  };
  let answer = await ask();
  if (answer.status === 401) {
    const address = tokenAddress(String(answer.headers["www-authenticate"] ?? ""), scheme);
    if (!address) return void 0;
    const response = await http.raw({ ...call, method: "GET", url: address });
    const text = await response.body.text();
    const token = response.status === 200 ? tokenIn(text) : void 0;
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
function tokenIn(text) {
  try {
    const { token, access_token: other } = JSON.parse(text);
    return token ?? other;
  } catch {
    return void 0;
  }
}
var HOSTS, PATIENCE2;
var init_public_registry = __esm({
  "src/container/public-registry.ts"() {
    "use strict";
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
    containersOf2(resource).map(async (container, i) => i === main ? [] : await pin(container, clients))
  );
  const flat = notes.flat();
  return { subject: flat.length > 0 ? { ...subject, resource } : subject, notes: flat };
}
async function pin(container, clients) {
  const { image = "", name = "a sidecar" } = container;
  if (image === "" || isDigestReference(image) || image.includes("@") || isLatest(image)) return [];
  const [, repository = "", tag = ""] = /^(.+):([^/:]+)$/.exec(image) ?? [];
  const named = imageNameOf(repository);
  if (!named) return [];
  try {
    const digest = await digestBehind(named, tag, clients);
    if (digest === void 0) return [];
    const pinned2 = formatImageDigest({ ...named, digest });
    if (!isDigestReference(pinned2)) return [];
    container.image = pinned2;
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
    init_image_reference();
    init_public_registry();
    init_client();
    init_image();
    init_errors();
    init_containers();
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
var init_report = __esm({
  "src/policy/report.ts"() {
    "use strict";
    init_describe_exceptions();
    init_evaluate();
  }
});

// actions/migrate/policy/judge-job.ts
function judgeJobInputs(reader, inputs, now) {
  const { env, command, args, statusArgs, policy, policyExceptions } = inputs;
  const found2 = [
    ...inputFindings({ env: [...env].map(([name, value]) => ({ name, value })), command, args }),
    ...inputFindings({ args: statusArgs }).map((one) => ({ ...one, input: "status-args" }))
  ];
  return judgeInputs(reader, found2, policyExceptions, now, policy);
}
function inputFindings(container) {
  const { command = [], args = [], env = [] } = container;
  const resource = {
    template: { template: { containers: [{ env, command: [...command], args: [...args] }] } }
  };
  return plainSecrets({ kind: "Job", resource }).map((finding) => {
    const input = String(finding.path?.[FIELD]);
    const targets = input === "env" ? [finding.targets?.[0] ?? ""] : [input];
    return { rule: "no-plain-secrets", input, finding: { ...finding, targets } };
  });
}
async function judgeManifestJob(job, locate, inputs, context, clients) {
  const whole = { kind: "Job", resource: job, locate };
  const { subject, notes } = await withPinnedImages(whole, clients);
  const texts = await exceptionTexts(job, inputs, context);
  const facts = { production: false, probed: false, now: context.clock.now() };
  const violations = judge(subject, facts, { place: "manifest", texts });
  return { job: subject.resource, notes: [...notes, ...reportViolations(violations, inputs.policy, context.log)] };
}
async function exceptionTexts(job, { policyExceptions, exceptions, githubToken, manifest }, context) {
  const here = [...exceptionsIn(job.annotations), ...policyExceptions];
  const base = exceptions === "base" ? baseOf(context.github) : void 0;
  if (!base) return here;
  return await exceptionsOfBase(here, {
    base,
    file: manifest?.file,
    openGitHub: openGitHub(githubToken, context),
    log: context.log
  });
}
var FIELD, judgeTakenOver;
var init_judge_job = __esm({
  "actions/migrate/policy/judge-job.ts"() {
    "use strict";
    init_open();
    init_base_branch();
    init_evaluate();
    init_exceptions();
    init_judge_inputs();
    init_pinned_images();
    init_report();
    init_plain_secrets();
    FIELD = 4;
    judgeTakenOver = (env) => inputFindings({ env: [...env] }).map(
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
  const manifest = reader.parse("manifest", (text) => readSource(workspace, text));
  const fromService = reader.parse("from-service", (text) => parseFromService(workspace, text));
  const region = reader.parse("region", parseRegion);
  const job = reader.parse("job", parseJobName);
  const when = reader.oneOf("when", ["before-traffic", "after-traffic"], "before-traffic");
  const shared = readSharedInputs(
    reader,
    mode === "docker" ? { ...context, env: { ...context.env, GOOGLE_CLOUD_PROJECT: projectOf(context) || NO_PROJECT } } : context
  );
  const inputs = {
    ...shared,
    image: image ?? { host: "", path: "", digest: "" },
    imageRepositories,
    region: region ?? "",
    mode,
    job: job ?? defaultJobName(fromService, { ...shared, region: region ?? "" }),
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
    migrations: reader.parse("migrations", (text) => parseFolder(workspace, text)),
    when,
    contracting: reader.boolean("contracting", "false") || when === "after-traffic",
    beforeCanary: reader.boolean("before-canary", "false"),
    services: readServiceNames(reader, {
      project: shared.project === NO_PROJECT ? void 0 : shared.project,
      region,
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
  const hints = [
    ...["command", "args", "status-args"].flatMap((name) => {
      const list = reader.list(name);
      return commaHint(name, list) ?? blankHint(name, list) ?? [];
    }),
    ...commaMapHints("env", inputs.env ?? /* @__PURE__ */ new Map())
  ];
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
function parseJobName(text) {
  const value = text.trim();
  if (/^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/.test(value)) return value;
  throw new Error(`"${text}" is not the name of a job. Write at most 49 lower-case letters, digits and hyphens.`);
}
function readSource(workspace, text) {
  const file = text.trim();
  const path5 = (0, import_node_path5.resolve)(workspace, file);
  if (!(0, import_node_fs2.statSync)(path5, { throwIfNoEntry: false })?.isFile())
    throw new Error(`there is no file "${file}". Give its path from the root of the repository.`);
  return { file, text: (0, import_node_fs2.readFileSync)(path5, "utf8") };
}
function parseFromService(workspace, text) {
  const value = text.trim();
  if (/\.ya?ml$/.test(value)) return readSource(workspace, value);
  if (/^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/.test(value)) return { service: value };
  throw new Error(`"${text}" is neither the name of a service nor the path of a .yaml file.`);
}
function parseFolder(workspace, text) {
  const folder = text.trim();
  if (!(0, import_node_fs2.statSync)((0, import_node_path5.resolve)(workspace, folder), { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`there is no folder "${folder}". Give its path from the root of the repository.`);
  migrationFiles(workspace, folder);
  return folder;
}
function parseInstance(text) {
  if (/^[a-z0-9.:-]+:[a-z0-9-]+:[a-z0-9-]+$/.test(text)) return text;
  throw new Error(`"${text}" is not an instance. Write PROJECT:REGION:INSTANCE.`);
}
function readSecrets(reader) {
  const secrets = [];
  const secretFiles = [];
  for (const [name, reference] of reader.map("secrets") ?? []) {
    const problem = isFilePath(name) ? void 0 : secretNameProblem(name, "job");
    if (problem) reader.problem("secrets", problem);
    try {
      const secret = parseSecretReference(reference, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...secret });
      else secrets.push({ name, valueSource: { secretKeyRef: secret } });
    } catch (error) {
      reader.problem("secrets", `${name}: ${error.message}`);
    }
  }
  for (const problem of secretFileProblems(secretFiles)) reader.problem("secrets", problem);
  return { secrets, secretFiles };
}
var import_node_fs2, import_node_path5, JOB_ONLY, NOT_WITH_MANIFEST, NO_PROJECT, projectOf, LONGEST_TIMEOUT, manifestOrigin;
var init_inputs = __esm({
  "actions/migrate/inputs.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    import_node_path5 = require("node:path");
    init_image_reference();
    init_image_repositories();
    init_freeze();
    init_auth();
    init_secret_files();
    init_comma_lists();
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
    projectOf = ({ env }) => env.GOOGLE_CLOUD_PROJECT;
    LONGEST_TIMEOUT = 7 * 864e5;
    manifestOrigin = ({ file, text }, { project, region, commit }) => ({
      file,
      text,
      project,
      region,
      substitutions: /* @__PURE__ */ new Map([
        ["PROJECT", project],
        ["REGION", region],
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
    init_duration();
    init_errors();
  }
});

// node_modules/@actions/io/lib/io-util.js
function exists(fsPath) {
  return __awaiter(this, void 0, void 0, function* () {
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
  return __awaiter(this, void 0, void 0, function* () {
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
var fs, path, __awaiter, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    fs = __toESM(require("fs"), 1);
    path = __toESM(require("path"), 1);
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
    ({ chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises);
    IS_WINDOWS = process.platform === "win32";
    READONLY = fs.constants.O_RDONLY;
  }
});

// node_modules/@actions/io/lib/io.js
function which(tool, check) {
  return __awaiter2(this, void 0, void 0, function* () {
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
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter2(this, void 0, void 0, function* () {
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
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path2.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}
var path2, __awaiter2;
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    path2 = __toESM(require("path"), 1);
    init_io_util();
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
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
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
var os, events, child, path3, import_timers, __awaiter3, IS_WINDOWS2, ToolRunner, ExecState;
var init_toolrunner = __esm({
  "node_modules/@actions/exec/lib/toolrunner.js"() {
    os = __toESM(require("os"), 1);
    events = __toESM(require("events"), 1);
    child = __toESM(require("child_process"), 1);
    path3 = __toESM(require("path"), 1);
    init_io();
    init_io_util();
    import_timers = require("timers");
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
          if (cmdSpecialChars.some((x) => x === char)) {
            needsQuotes = true;
            break;
          }
        }
        if (!needsQuotes) {
          return arg;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
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
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
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
        return __awaiter3(this, void 0, void 0, function* () {
          if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
            this.toolPath = path3.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
          }
          this.toolPath = yield which(this.toolPath, true);
          return new Promise((resolve6, reject) => __awaiter3(this, void 0, void 0, function* () {
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
  return __awaiter4(this, void 0, void 0, function* () {
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
var __awaiter4;
var init_exec = __esm({
  "node_modules/@actions/exec/lib/exec.js"() {
    init_toolrunner();
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

// src/container/docker.ts
function createDocker({ env: base, docker: program }, cwd, signal) {
  if (program) return program.start(cwd, signal);
  const clean = Object.entries(base).filter((entry2) => {
    return entry2[1] !== void 0 && !entry2[0].startsWith("INPUT_");
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
    import_node_diagnostics_channel = require("node:diagnostics_channel");
    init_exec();
    init_errors();
  }
});

// src/runtime/temporary-folder.ts
function claimFolder(context, name, dir) {
  const id = (0, import_node_crypto4.randomBytes)(16).toString("hex");
  (0, import_node_fs3.writeFileSync)((0, import_node_path6.join)(dir, MARKER), id, { mode: 384, flag: "wx" });
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
    if (!(0, import_node_fs3.lstatSync)(dir).isDirectory()) return "is not a folder";
    if ((0, import_node_fs3.realpathSync)(dir) !== (0, import_node_path6.join)((0, import_node_fs3.realpathSync)(temp), (0, import_node_path6.basename)(dir))) return "is a link";
    const marker = (0, import_node_path6.join)(dir, MARKER);
    if (!(0, import_node_fs3.lstatSync)(marker).isFile()) return "has no marker of this step";
    if (!/^[0-9a-f]{32}$/.test(id) || (0, import_node_fs3.readFileSync)(marker, "utf8") !== id) return "has the marker of another step";
    return void 0;
  } catch (error) {
    if (error.code !== "ENOENT") return `could not be read (${error.message})`;
    return (0, import_node_fs3.lstatSync)(dir, { throwIfNoEntry: false }) ? "has no marker of this step" : "gone";
  }
}
var import_node_crypto4, import_node_fs3, import_node_path6, MARKER, idState, removeFolder;
var init_temporary_folder = __esm({
  "src/runtime/temporary-folder.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    import_node_fs3 = require("node:fs");
    import_node_path6 = require("node:path");
    MARKER = ".orchestra-owner";
    idState = (name) => `${name}-id`;
    removeFolder = (dir) => (0, import_node_fs3.rmSync)(dir, { recursive: true, force: true });
  }
});

// src/container/docker-config.ts
async function configureDocker({ env, github: { temp }, docker }, host, pid, token) {
  return docker ? docker.configure(temp, token) : await createDockerConfig(host, env, temp, pid, token);
}
async function createDockerConfig(host, env, temp, pid, token) {
  const dir = (0, import_node_fs4.mkdtempSync)((0, import_node_path7.join)(temporaryFolder(temp), "docker-"));
  (0, import_node_fs4.chmodSync)(dir, 448);
  writeConfig(dir, env.DOCKER_CONFIG || (0, import_node_path7.join)(env.HOME || (0, import_node_os.homedir)(), ".docker"), host);
  const bin = (0, import_node_path7.join)(dir, "bin");
  writeHelper(bin, pid);
  const stop2 = await answerHelper(
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
      stop2();
      if (!keep) removeFolder(dir);
    }
  };
}
function writeConfig(dir, userDir, host) {
  const entries = (0, import_node_fs4.existsSync)(userDir) ? (0, import_node_fs4.readdirSync)(userDir) : [];
  for (const name of entries) if (name !== "config.json") (0, import_node_fs4.symlinkSync)((0, import_node_path7.join)(userDir, name), (0, import_node_path7.join)(dir, name));
  const user = entries.includes("config.json") ? readUserConfig((0, import_node_path7.join)(userDir, "config.json")) : {};
  const config = { ...user, credHelpers: { ...user.credHelpers, [host]: "orchestra" } };
  (0, import_node_fs4.writeFileSync)((0, import_node_path7.join)(dir, "config.json"), JSON.stringify(config, void 0, 2), { mode: 384 });
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
  if (typeof helpers !== "object" || Array.isArray(helpers)) return refuse("has credHelpers that is not an object");
  return config;
}
function parseUserConfig(file, refuse) {
  let text;
  try {
    text = readTextFile(file);
  } catch (error) {
    return refuse(`cannot be read: ${error.message}`);
  }
  try {
    return JSON.parse(text.trim() || "{}");
  } catch (error) {
    const at2 = /line \d+ column \d+|position \d+/.exec(error.message)?.[0];
    return refuse(`is not valid JSON${at2 ? ` (${at2})` : ""}`);
  }
}
function writeHelper(bin, pid) {
  (0, import_node_fs4.mkdirSync)(bin);
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
  (0, import_node_fs4.writeFileSync)((0, import_node_path7.join)(bin, "docker-credential-orchestra"), script, { mode: 448 });
}
async function answerHelper(bin, answer) {
  const requests = (0, import_node_path7.join)(bin, "requests");
  await exec("/bin/sh", ["-c", 'command -p mkfifo -m 600 "$0"', requests], { silent: true });
  const pipe = new import_node_net2.Socket({ fd: (0, import_node_fs4.openSync)(requests, O_RDWR | O_NONBLOCK), readable: true, writable: false });
  pipe.unref();
  (0, import_node_readline.createInterface)({ input: pipe }).on("line", async (id) => {
    const line = `${await answer()}
`;
    try {
      const reply = (0, import_node_fs4.openSync)((0, import_node_path7.join)(bin, `answer.${id}`), O_WRONLY | O_NONBLOCK);
      (0, import_node_fs4.writeSync)(reply, line);
      (0, import_node_fs4.closeSync)(reply);
    } catch {
    }
  });
  return () => pipe.destroy();
}
var import_node_fs4, import_node_net2, import_node_os, import_node_path7, import_node_readline, O_NONBLOCK, O_RDWR, O_WRONLY, temporaryFolder;
var init_docker_config = __esm({
  "src/container/docker-config.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_node_net2 = require("node:net");
    import_node_os = require("node:os");
    import_node_path7 = require("node:path");
    import_node_readline = require("node:readline");
    init_exec();
    init_read_file();
    init_errors();
    init_temporary_folder();
    ({ O_NONBLOCK, O_RDWR, O_WRONLY } = import_node_fs4.constants);
    temporaryFolder = (temp) => temp.length > 0 && (0, import_node_fs4.existsSync)(temp) ? temp : (0, import_node_os.tmpdir)();
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
var import_node_crypto5, PAGE, MOST_PAGES, MOST_LIST, sha256Digest, isSorted;
var init_registry_artifacts = __esm({
  "src/container/registry-artifacts.ts"() {
    "use strict";
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
    isSorted = (texts) => texts.every((text, i) => i === 0 || (texts[i - 1] ?? "") <= text);
  }
});

// src/provenance/attestation-tag.ts
var ATTESTATION_TAG;
var init_attestation_tag = __esm({
  "src/provenance/attestation-tag.ts"() {
    "use strict";
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
  const build = await search(tags.slice(0, MOST)) ?? await search((await store.listReferrers(image, digest)).slice(0, MOST));
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
var PARALLEL, MOST, MOST_REASONS;
var init_check_image = __esm({
  "src/provenance/check-image.ts"() {
    "use strict";
    init_image_reference();
    PARALLEL = 32;
    MOST = 2e4;
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
async function verifyProvenance(image, { identity, trustedRoots, keys }, { http }, predicateType = SLSA_PROVENANCE) {
  if (!isLoopback(image.host) && !artifactRegistryRepository(image, void 0))
    return {
      verified: false,
      reason: `${formatImageDigest(image)} is not in Artifact Registry, where attestations are read`
    };
  const store = createAttestationStore(createRegistry(http), createRegistryArtifacts(http));
  return await checkImage(store, await loadVerifier({ trustedRoots, keys }), image, { predicateType, identity });
}
async function requireProvenance(images, inputs, { http, log }, { served = false } = {}) {
  const { mode, identity, trustedRoots, keys } = inputs;
  if (mode === "off" || !identity) return;
  const unique = [...new Map(images.map((image) => [formatImageDigest(image), image])).values()];
  const checked = await Promise.all(
    unique.map(async (image) => ({
      image,
      result: await verifyProvenance(image, { identity, trustedRoots, keys }, { http })
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
    init_image_reference();
    init_registry();
    init_registry_artifacts();
    init_errors();
    init_attestation_store();
    init_check_image();
    init_statement();
    wayOut = ({ workflows, refs }) => `Expected provenance that ${workflows.join(" or ")} signed at ${refs.join(" or ")}: build the image there with build-image and sign: required, or name who builds it in provenance-identity. If a clean-up policy deleted the attestation, build the image again.`;
  }
});

// src/google/server-clock.ts
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
      const found2 = sent > time ? sent - time : Math.min(0, received - time);
      if (Math.abs(found2 - ahead2) >= TOLERATED) ahead2 = Math.abs(found2) < TOLERATED ? 0 : found2;
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
    onAnswer: google.hear,
    ...own,
    signal: own.signal ?? context.signal
  });
  return { auth, http: client(options), client, endpoints: context.endpoints, clock: google.clock };
}
var warned;
var init_context = __esm({
  "src/runtime/context.ts"() {
    "use strict";
    init_auth();
    init_client();
    init_server_clock();
    warned = /* @__PURE__ */ new WeakSet();
  }
});

// shared:src/runtime/output/foreign-text.ts
var breakCommands, createLines;
var init_foreign_text = __esm({
  "shared:src/runtime/output/foreign-text.ts"() {
    ({ breakCommands, createLines } = require("../shared/runtime.cjs")["src/runtime/output/foreign-text.ts"]);
  }
});

// actions/migrate/migrations/sql-cautions.ts
function cautionOf(kind, fields, table) {
  const has = (list, name) => (list ?? []).some(({ DefElem }) => DefElem?.defname === name);
  const exclusive = (what, instead) => ({
    rule: "locking",
    message: `${what} takes an ACCESS EXCLUSIVE lock that blocks reads and writes until it is done. ${instead}`
  });
  switch (kind) {
    case "DeleteStmt":
      if (fields.whereClause || fields.usingClause) return void 0;
      return { rule: "destructive", message: `DELETE without WHERE destroys all rows of ${table}.` };
    case "VacuumStmt":
      return has(fields.options, "full") ? exclusive("VACUUM FULL", "Run it manually at a time with little traffic, or use pg_repack.") : void 0;
    case "ClusterStmt":
      return exclusive(`CLUSTER ${table}`, "Run it manually at a time with little traffic, or use pg_repack.");
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
    Object.defineProperty(exports2, "__esModule", { value: true });
  }
});

// node_modules/@pgsql/types/enums.js
var require_enums = __commonJS({
  "node_modules/@pgsql/types/enums.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
  }
});

// node_modules/@pgsql/types/index.js
var require_types2 = __commonJS({
  "node_modules/@pgsql/types/index.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __exportStar = exports2 && exports2.__exportStar || function(m, exports3) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports3, p)) __createBinding(exports3, m, p);
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    __exportStar(require_types(), exports2);
    __exportStar(require_enums(), exports2);
  }
});

// node_modules/libpg-query/wasm/libpg-query.js
var require_libpg_query = __commonJS({
  "node_modules/libpg-query/wasm/libpg-query.js"(exports2, module2) {
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
        function locateFile(path5) {
          if (Module["locateFile"]) {
            return Module["locateFile"](path5, scriptDirectory);
          }
          return scriptDirectory + path5;
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
        var PATH = { isAbs: (path5) => path5.charAt(0) === "/", splitPath: (filename) => {
          var splitPathRe = /^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;
          return splitPathRe.exec(filename).slice(1);
        }, normalizeArray: (parts, allowAboveRoot) => {
          var up = 0;
          for (var i = parts.length - 1; i >= 0; i--) {
            var last = parts[i];
            if (last === ".") {
              parts.splice(i, 1);
            } else if (last === "..") {
              parts.splice(i, 1);
              up++;
            } else if (up) {
              parts.splice(i, 1);
              up--;
            }
          }
          if (allowAboveRoot) {
            for (; up; up--) {
              parts.unshift("..");
            }
          }
          return parts;
        }, normalize: (path5) => {
          var isAbsolute = PATH.isAbs(path5), trailingSlash = path5.slice(-1) === "/";
          path5 = PATH.normalizeArray(path5.split("/").filter((p) => !!p), !isAbsolute).join("/");
          if (!path5 && !isAbsolute) {
            path5 = ".";
          }
          if (path5 && trailingSlash) {
            path5 += "/";
          }
          return (isAbsolute ? "/" : "") + path5;
        }, dirname: (path5) => {
          var result = PATH.splitPath(path5), root = result[0], dir = result[1];
          if (!root && !dir) {
            return ".";
          }
          if (dir) {
            dir = dir.slice(0, -1);
          }
          return root + dir;
        }, basename: (path5) => path5 && path5.match(/([^\/]+|\/)\/*$/)[1], join: (...paths) => PATH.normalize(paths.join("/")), join2: (l, r) => PATH.normalize(l + "/" + r) };
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
          for (var i = args.length - 1; i >= -1 && !resolvedAbsolute; i--) {
            var path5 = i >= 0 ? args[i] : FS.cwd();
            if (typeof path5 != "string") {
              throw new TypeError("Arguments to path.resolve must be strings");
            } else if (!path5) {
              return "";
            }
            resolvedPath = path5 + "/" + resolvedPath;
            resolvedAbsolute = PATH.isAbs(path5);
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
          for (var i = 0; i < length; i++) {
            if (fromParts[i] !== toParts[i]) {
              samePartsLength = i;
              break;
            }
          }
          var outputParts = [];
          for (var i = samePartsLength; i < fromParts.length; i++) {
            outputParts.push("..");
          }
          outputParts = outputParts.concat(toParts.slice(samePartsLength));
          return outputParts.join("/");
        } };
        var FS_stdin_getChar_buffer = [];
        var lengthBytesUTF8 = (str) => {
          var len = 0;
          for (var i = 0; i < str.length; ++i) {
            var c = str.charCodeAt(i);
            if (c <= 127) {
              len++;
            } else if (c <= 2047) {
              len += 2;
            } else if (c >= 55296 && c <= 57343) {
              len += 4;
              ++i;
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
          for (var i = 0; i < str.length; ++i) {
            var u = str.codePointAt(i);
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
              i++;
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
          for (var i = 0; i < length; i++) {
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
            buffer[offset + i] = result;
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
            for (var i = 0; i < length; i++) {
              stream.tty.ops.put_char(stream.tty, buffer[offset + i]);
            }
          } catch (e) {
            throw new FS.ErrnoError(29);
          }
          if (length) {
            stream.node.mtime = stream.node.ctime = Date.now();
          }
          return i;
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
              for (var i in new_node.contents) {
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
          for (var i in node.contents) {
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
        var FS_getMode = (canRead, canWrite) => {
          var mode = 0;
          if (canRead) mode |= 292 | 73;
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
        var FS_preloadFile = async (parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish) => {
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
              FS_createDataFile(parent, name, byteArray, canRead, canWrite, canOwn);
            }
          } finally {
            removeRunDependency(dep);
          }
        };
        var FS_createPreloadedFile = (parent, name, url, canRead, canWrite, onload, onerror, dontCreateFile, canOwn, preFinish) => {
          FS_preloadFile(parent, name, url, canRead, canWrite, dontCreateFile, canOwn, preFinish).then(onload).catch(onerror);
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
              var i = (this.exclTurn || 0) % excl.length;
              this.exclTurn = i + 1;
              excl[i].cb(flags);
            }
          }
        }, lookupPath(path5, opts = {}) {
          if (!path5) {
            throw new FS.ErrnoError(44);
          }
          opts.follow_mount ??= true;
          if (!PATH.isAbs(path5)) {
            path5 = FS.cwd() + "/" + path5;
          }
          linkloop: for (var nlinks = 0; nlinks < 40; nlinks++) {
            var parts = path5.split("/").filter((p) => !!p);
            var current = FS.root;
            var current_path = "/";
            for (var i = 0; i < parts.length; i++) {
              var islast = i === parts.length - 1;
              if (islast && opts.parent) {
                break;
              }
              if (parts[i] === ".") {
                continue;
              }
              if (parts[i] === "..") {
                current_path = PATH.dirname(current_path);
                if (FS.isRoot(current)) {
                  path5 = current_path + "/" + parts.slice(i + 1).join("/");
                  nlinks--;
                  continue linkloop;
                } else {
                  current = current.parent;
                }
                continue;
              }
              current_path = PATH.join2(current_path, parts[i]);
              try {
                current = FS.lookupNode(current, parts[i]);
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
                path5 = link2 + "/" + parts.slice(i + 1).join("/");
                continue linkloop;
              }
            }
            return { path: current_path, node: current };
          }
          throw new FS.ErrnoError(32);
        }, getPath(node) {
          var path5;
          while (true) {
            if (FS.isRoot(node)) {
              var mount = node.mount.mountpoint;
              if (!path5) return mount;
              return mount[mount.length - 1] !== "/" ? `${mount}/${path5}` : mount + path5;
            }
            path5 = path5 ? `${node.name}/${path5}` : node.name;
            node = node.parent;
          }
        }, hashName(parentid, name) {
          var hash2 = 0;
          for (var i = 0; i < name.length; i++) {
            hash2 = (hash2 << 5) - hash2 + name.charCodeAt(i) | 0;
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
          var check = [mount];
          while (check.length) {
            var m = check.pop();
            mounts.push(m);
            check.push(...m.mounts);
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
        }, mknod(path5, mode, dev) {
          var lookup = FS.lookupPath(path5, { parent: true });
          var parent = lookup.node;
          var name = PATH.basename(path5);
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
        }, statfs(path5) {
          return FS.statfsNode(FS.lookupPath(path5, { follow: true }).node);
        }, statfsStream(stream) {
          return FS.statfsNode(stream.node);
        }, statfsNode(node) {
          var rtn = { bsize: 4096, frsize: 4096, blocks: 1e6, bfree: 5e5, bavail: 5e5, files: FS.nextInode, ffree: FS.nextInode - 1, fsid: 42, flags: 2, namelen: 255 };
          if (node.node_ops.statfs) {
            Object.assign(rtn, node.node_ops.statfs(node.mount.opts.root));
          }
          return rtn;
        }, create(path5, mode = 438) {
          mode &= 4095;
          mode |= 32768;
          return FS.mknod(path5, mode, 0);
        }, mkdir(path5, mode = 511) {
          mode &= 511 | 512;
          mode |= 16384;
          return FS.mknod(path5, mode, 0);
        }, mkdirTree(path5, mode) {
          var dirs = path5.split("/");
          var d = "";
          for (var dir of dirs) {
            if (!dir) continue;
            if (d || PATH.isAbs(path5)) d += "/";
            d += dir;
            try {
              FS.mkdir(d, mode);
            } catch (e) {
              if (e.errno != 20) throw e;
            }
          }
        }, mkdev(path5, mode, dev) {
          if (typeof dev == "undefined") {
            dev = mode;
            mode = 438;
          }
          mode |= 8192;
          return FS.mknod(path5, mode, dev);
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
        }, rmdir(path5) {
          var lookup = FS.lookupPath(path5, { parent: true });
          var parent = lookup.node;
          var name = PATH.basename(path5);
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
        }, readdir(path5) {
          var lookup = FS.lookupPath(path5, { follow: true });
          var node = lookup.node;
          var readdir2 = FS.checkOpExists(node.node_ops.readdir, 54);
          return readdir2(node);
        }, unlink(path5) {
          var lookup = FS.lookupPath(path5, { parent: true });
          var parent = lookup.node;
          if (!parent) {
            throw new FS.ErrnoError(44);
          }
          var name = PATH.basename(path5);
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
        }, readlink(path5) {
          var lookup = FS.lookupPath(path5);
          var link2 = lookup.node;
          if (!link2) {
            throw new FS.ErrnoError(44);
          }
          if (!link2.node_ops.readlink) {
            throw new FS.ErrnoError(28);
          }
          return link2.node_ops.readlink(link2);
        }, stat(path5, dontFollow) {
          var lookup = FS.lookupPath(path5, { follow: !dontFollow });
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
        }, lstat(path5) {
          return FS.stat(path5, true);
        }, doChmod(stream, node, mode, dontFollow) {
          FS.doSetAttr(stream, node, { mode: mode & 4095 | node.mode & ~4095, ctime: Date.now(), dontFollow });
        }, chmod(path5, mode, dontFollow) {
          var node;
          if (typeof path5 == "string") {
            var lookup = FS.lookupPath(path5, { follow: !dontFollow });
            node = lookup.node;
          } else {
            node = path5;
          }
          FS.doChmod(null, node, mode, dontFollow);
        }, lchmod(path5, mode) {
          FS.chmod(path5, mode, true);
        }, fchmod(fd, mode) {
          var stream = FS.getStreamChecked(fd);
          FS.doChmod(stream, stream.node, mode, false);
        }, doChown(stream, node, dontFollow) {
          FS.doSetAttr(stream, node, { timestamp: Date.now(), dontFollow });
        }, chown(path5, uid, gid, dontFollow) {
          var node;
          if (typeof path5 == "string") {
            var lookup = FS.lookupPath(path5, { follow: !dontFollow });
            node = lookup.node;
          } else {
            node = path5;
          }
          FS.doChown(null, node, dontFollow);
        }, lchown(path5, uid, gid) {
          FS.chown(path5, uid, gid, true);
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
        }, truncate(path5, len) {
          if (len < 0) {
            throw new FS.ErrnoError(28);
          }
          var node;
          if (typeof path5 == "string") {
            var lookup = FS.lookupPath(path5, { follow: true });
            node = lookup.node;
          } else {
            node = path5;
          }
          FS.doTruncate(null, node, len);
        }, ftruncate(fd, len) {
          var stream = FS.getStreamChecked(fd);
          if (len < 0 || (stream.flags & 2097155) === 0) {
            throw new FS.ErrnoError(28);
          }
          FS.doTruncate(stream, stream.node, len);
        }, utime(path5, atime, mtime, dontFollow) {
          var lookup = FS.lookupPath(path5, { follow: !dontFollow });
          FS.doSetAttr(null, lookup.node, { atime, mtime, dontFollow });
        }, open(path5, flags, mode = 438) {
          if (path5 === "") {
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
          if (typeof path5 == "object") {
            node = path5;
          } else {
            isDirPath = path5.endsWith("/");
            var lookup = FS.lookupPath(path5, { follow: !(flags & 131072), noent_okay: true });
            node = lookup.node;
            path5 = lookup.path;
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
              node = FS.mknod(path5, mode | 511, 0);
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
        }, readFile(path5, opts = {}) {
          opts.flags = opts.flags ?? 0;
          opts.encoding = opts.encoding ?? "binary";
          if (opts.encoding !== "utf8" && opts.encoding !== "binary") {
            abort(`Invalid encoding type "${opts.encoding}"`);
          }
          var stream = FS.open(path5, opts.flags);
          var stat2 = FS.stat(path5);
          var length = stat2.size;
          var buf = new Uint8Array(length);
          FS.read(stream, buf, 0, length, 0);
          if (opts.encoding === "utf8") {
            buf = UTF8ArrayToString(buf);
          }
          FS.close(stream);
          return buf;
        }, writeFile(path5, data, opts = {}) {
          opts.flags = opts.flags ?? 577;
          var stream = FS.open(path5, opts.flags, opts.mode);
          data = FS_fileDataToTypedArray(data);
          FS.write(stream, data, 0, data.byteLength, void 0, opts.canOwn);
          FS.close(stream);
        }, cwd: () => FS.currentPath, chdir(path5) {
          var lookup = FS.lookupPath(path5, { follow: true });
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
        }, findObject(path5, dontResolveLastLink) {
          var ret = FS.analyzePath(path5, dontResolveLastLink);
          if (!ret.exists) {
            return null;
          }
          return ret.object;
        }, analyzePath(path5, dontResolveLastLink) {
          try {
            var lookup = FS.lookupPath(path5, { follow: !dontResolveLastLink });
            path5 = lookup.path;
          } catch (e) {
          }
          var ret = { isRoot: false, exists: false, error: 0, name: null, path: null, object: null, parentExists: false, parentPath: null, parentObject: null };
          try {
            var lookup = FS.lookupPath(path5, { parent: true });
            ret.parentExists = true;
            ret.parentPath = lookup.path;
            ret.parentObject = lookup.node;
            ret.name = PATH.basename(path5);
            lookup = FS.lookupPath(path5, { follow: !dontResolveLastLink });
            ret.exists = true;
            ret.path = lookup.path;
            ret.object = lookup.node;
            ret.name = lookup.node.name;
            ret.isRoot = lookup.path === "/";
          } catch (e) {
            ret.error = e.errno;
          }
          return ret;
        }, createPath(parent, path5, canRead, canWrite) {
          parent = typeof parent == "string" ? parent : FS.getPath(parent);
          var parts = path5.split("/").reverse();
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
        }, createFile(parent, name, properties, canRead, canWrite) {
          var path5 = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
          var mode = FS_getMode(canRead, canWrite);
          return FS.create(path5, mode);
        }, createDataFile(parent, name, data, canRead, canWrite, canOwn) {
          var path5 = name;
          if (parent) {
            parent = typeof parent == "string" ? parent : FS.getPath(parent);
            path5 = name ? PATH.join2(parent, name) : parent;
          }
          var mode = FS_getMode(canRead, canWrite);
          var node = FS.create(path5, mode);
          if (data) {
            data = FS_fileDataToTypedArray(data);
            FS.chmod(node, mode | 146);
            var stream = FS.open(node, 577);
            FS.write(stream, data, 0, data.length, 0, canOwn);
            FS.close(stream);
            FS.chmod(node, mode);
          }
        }, createDevice(parent, name, input, output) {
          var path5 = PATH.join2(typeof parent == "string" ? parent : FS.getPath(parent), name);
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
            for (var i = 0; i < length; i++) {
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
              buffer[offset + i] = result;
            }
            if (bytesRead) {
              stream.node.atime = Date.now();
            }
            return bytesRead;
          }, write(stream, buffer, offset, length, pos) {
            for (var i = 0; i < length; i++) {
              try {
                output(buffer[offset + i]);
              } catch (e) {
                throw new FS.ErrnoError(29);
              }
            }
            if (length) {
              stream.node.mtime = stream.node.ctime = Date.now();
            }
            return i;
          } });
          return FS.mkdev(path5, mode, dev);
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
        }, createLazyFile(parent, name, url, canRead, canWrite) {
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
          var node = FS.createFile(parent, name, properties, canRead, canWrite);
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
              for (var i = 0; i < size; i++) {
                buffer[offset + i] = contents[position + i];
              }
            } else {
              for (var i = 0; i < size; i++) {
                buffer[offset + i] = contents.get(position + i);
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
        var SYSCALLS = { currentUmask: 18, calculateAt(dirfd, path5, allowEmpty) {
          if (PATH.isAbs(path5)) {
            return path5;
          }
          var dir;
          if (dirfd === -100) {
            dir = FS.cwd();
          } else {
            var dirstream = SYSCALLS.getStreamFromFD(dirfd);
            dir = dirstream.path;
          }
          if (path5.length == 0) {
            if (!allowEmpty) {
              throw new FS.ErrnoError(44);
            }
            return dir;
          }
          return dir + "/" + path5;
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
          for (var i = 0; i < iovcnt; i++) {
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
          for (var i = 0, p = iov; i < iovcnt; i++, p += 8) {
            total += HEAPU32[p + 4 >> 2];
          }
          var view = new Uint8Array(total);
          var voff = 0;
          for (var i = 0; i < iovcnt; i++, iov += 8) {
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
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __exportStar = exports2 && exports2.__exportStar || function(m, exports3) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports3, p)) __createBinding(exports3, m, p);
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
      const lines = [];
      const red = color ? "\x1B[31m" : "";
      const yellow = color ? "\x1B[33m" : "";
      const reset = color ? "\x1B[0m" : "";
      lines.push(`${red}Error: ${error.message}${reset}`);
      if (error.sqlDetails) {
        const { cursorPosition, fileName, functionName, lineNumber } = error.sqlDetails;
        if (cursorPosition !== void 0 && cursorPosition >= 0) {
          lines.push(`Position: ${cursorPosition}`);
        }
        if (fileName || functionName || lineNumber) {
          const details = [];
          if (fileName)
            details.push(`file: ${fileName}`);
          if (functionName)
            details.push(`function: ${functionName}`);
          if (lineNumber)
            details.push(`line: ${lineNumber}`);
          lines.push(`Source: ${details.join(", ")}`);
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
          lines.push(displayQuery);
          lines.push(" ".repeat(adjustedPosition) + `${yellow}^${reset}`);
        }
      } else if (showQuery) {
        let displayQuery = query;
        if (maxQueryLength && query.length > maxQueryLength) {
          displayQuery = query.substring(0, maxQueryLength) + "...";
        }
        lines.push(`Query: ${displayQuery}`);
      }
      return lines.join("\n");
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
    let parsed;
    try {
      parsed = parser.parseSync(script);
    } catch (error) {
      const at2 = error.sqlDetails?.cursorPosition ?? 0;
      const message = `This migration was not checked, as PostgreSQL's parser does not read it: ${error.message}.`;
      return [{ rule: "unreadable", message, line: lineAt(Buffer.from(script), at2) }];
    }
    const bytes = Buffer.from(script);
    return (parsed.stmts ?? []).flatMap(({ stmt, stmt_location: start = 0, stmt_len: length }) => {
      const findings = inspect(stmt, created, parser);
      const line = lineAt(bytes, start + leading(bytes, start, length ?? bytes.length));
      return findings.map((one) => ({ ...one, line }));
    });
  });
}
function inspect(stmt, created, parser) {
  const [kind, value] = Object.entries(stmt)[0] ?? [];
  const fields = value ?? {};
  switch (kind) {
    case "CreateStmt":
    case "CreateTableAsStmt":
      created.add(relation(fields.relation ?? fields.into?.rel));
      return [];
    case "DropStmt":
      return drop(fields, created);
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
function drop(fields, created) {
  const type = String(fields.removeType).replace("OBJECT_", "");
  const names = fields.objects.map(nameOf2).filter((name) => !created.has(name));
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
  const type = nameOf2({ List: { items: column.typeName.names } }).split(".").at(-1) ?? "";
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
  const body = (stmt.DoStmt.args ?? []).map((entry2) => entry2.DefElem.arg?.String).find((text) => text?.sval)?.sval;
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
    return (parser.parseSync(query).stmts ?? []).flatMap(({ stmt }) => inspect(stmt, created, parser));
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
function nameOf2(node) {
  const [kind, value] = Object.entries(node)[0] ?? [];
  const fields = value ?? {};
  if (kind === "String") return String(fields.sval);
  if (kind === "List") return fields.items.map(nameOf2).join(".");
  if (kind === "TypeName") return fields.names.map(nameOf2).join(".");
  if (kind === "ObjectWithArgs") return fields.objname.map(nameOf2).join(".");
  return "";
}
function leading(bytes, start, length) {
  const text = bytes.subarray(start, start + length).toString("latin1");
  return /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
}
function lineAt(bytes, offset) {
  let line = 1;
  for (let i = 0; i < Math.min(offset, bytes.length); i++) if (bytes[i] === 10) line++;
  return line;
}
var leniently, HOLDS_DATA, relation;
var init_sql = __esm({
  "actions/migrate/migrations/sql.ts"() {
    "use strict";
    init_sql_cautions();
    leniently = (caution) => caution ? [{ ...caution, lenient: true }] : [];
    HOLDS_DATA = /* @__PURE__ */ new Set(["TABLE", "SCHEMA", "MATVIEW", "SEQUENCE", "FOREIGN_TABLE", "TYPE", "DOMAIN", "EXTENSION"]);
    relation = (fields) => [fields?.schemaname, fields?.relname].filter(Boolean).join(".");
  }
});

// actions/migrate/migrations/up-sections.ts
function forwardOnly(text) {
  let back = false;
  return text.split("\n").map((line) => {
    if (DOWN.test(line)) back = true;
    else if (UP.test(line)) back = false;
    return back ? "" : line;
  }).join("\n");
}
var UP, DOWN;
var init_up_sections = __esm({
  "actions/migrate/migrations/up-sections.ts"() {
    "use strict";
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
  for (const { file, finding, reason } of await inspect2(strict)) {
    const location = { file, line: finding.line };
    if (finding.rule === "unreadable" || finding.lenient && !reason) context.log.warning(finding.message, location);
    else if (reason) context.log.notice(`${finding.message} Marked as safe: ${reason}`, location);
    else problems.push(toProblem(finding, location));
  }
  for (const { file, finding, reason } of [...await inspect2(lenient), ...await inspect2(doubtful)])
    if (finding.rule !== "unreadable" && !reason)
      context.log.warning(`${finding.rule}: ${finding.message}`, { file, line: finding.line });
  if (problems.length > 0) throw new PolicyError(problems);
  return migrations;
}
async function inspect2(migrations) {
  const reports = await inspectSql(migrations.map(({ text }) => text));
  return migrations.flatMap(
    ({ file, text }, i) => (reports[i] ?? []).map((finding) => ({ file, finding, reason: safeReason(text) }))
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
  const below = all.filter((one) => isBelow(one.version) && !isFresh(one) && !files?.has(one.version)).map(read3);
  const late = files ? below : [];
  return {
    newest: newest.version,
    versions: all.map((one) => one.version),
    fresh,
    late,
    doubtful: files ? [] : below,
    contracting: [...fresh, ...late].some(({ text }) => isContracting(text))
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
    isContracting = (text) => /^\s*--\s*orchestra:contracting\b/m.test(text);
    safeReason = (text) => /^\s*--\s*orchestra:safe[ \t]+(\S.*)$/m.exec(text)?.[1]?.trim();
    toProblem = ({ rule, message }, location) => ({
      subject: rule,
      message: `${message} If it is safe, say why in the file: "-- orchestra:safe REASON"; if older code needs what is removed, add "-- orchestra:contracting".`,
      location
    });
  }
});

// actions/migrate/migrations/status-formats.ts
function railsVersion(lines) {
  const [version] = found(lines, /^Current version: (\d+)$/).at(-1) ?? [];
  if (version !== void 0) return highest([version]);
  if (!lines.some((line) => /^\s*Status\s+Migration ID\s+Migration Name$/.test(line))) return void 0;
  return highest(found(lines, /^\s*up\s+(\d+)\s+\S/).flat());
}
function namesAfter(lines, heading) {
  const start = lines.findIndex((line) => heading.test(line));
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== "" && !/^\d+_\S+$/.test(line.trim()));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => line.trim() !== "").length;
}
function statusOf(output) {
  const lines = output.flatMap((line) => line.replace(CONTROLS, "").split(/\r?\n/)).map((line) => line.replace(LEVEL, "").trimEnd());
  for (const format of FORMATS) {
    const status = format(lines);
    if (status) return status;
  }
  return void 0;
}
var import_node_crypto6, at, NOTHING, found, highest, goose, atlas, flyway, dbmate, alembic, rails, prisma, django, liquibase, golangMigrate, FORMATS, CONTROLS, LEVEL;
var init_status_formats = __esm({
  "actions/migrate/migrations/status-formats.ts"() {
    "use strict";
    import_node_crypto6 = require("node:crypto");
    at = (version, dirty = false) => ({ version, dirty });
    NOTHING = "0";
    found = (lines, pattern) => lines.flatMap((line) => {
      const match = pattern.exec(line);
      return match ? [match.slice(1).map((group) => group ?? "")] : [];
    });
    highest = (versions) => String(
      versions.map(BigInt).sort((a, b) => a < b ? -1 : 1).at(-1) ?? 0
    );
    goose = (lines) => {
      const [version] = found(
        lines,
        /(?:^|\s)goose: (?:version |no migrations to run\. current version: |successfully migrated database to version: )(\d+)$/
      ).at(-1) ?? [];
      if (version !== void 0) return at(highest([version]));
      if (!lines.some((line) => /Applied At\s+Migration$/.test(line))) return void 0;
      const rows = found(lines, /(Pending|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ [\d:]{8} \d{4})\s+-- (\d+)_?\S*\.(?:sql|go)$/);
      return at(highest(rows.flatMap(([when, number = ""]) => when === "Pending" ? [] : [number])));
    };
    atlas = (lines) => {
      if (!lines.some((line) => /^Migration Status:/.test(line))) return void 0;
      const [current] = found(lines, /-- Current Version:\s+(\S.*?)(?: \(\d+ statements applied\))?$/).at(-1) ?? [];
      if (current === void 0) return void 0;
      const failed = lines.some((line) => /^Last migration attempt had errors:/.test(line));
      return at(/^No migration/i.test(current) ? NOTHING : current, failed);
    };
    flyway = (lines) => {
      const known = found(lines, /^(?:Schema version|Current version of schema (?:"[^"]*"|\S+)): (\S.*)$/);
      const reached = found(lines, /^Successfully applied \d+ migrations? .*, now at version v(\S+) \(/);
      const [version] = (reached.length > 0 ? reached : known).at(-1) ?? [];
      if (version === void 0) return void 0;
      const failed = lines.some((line) => /^\|.*\|\s*Failed(?: \(\w+\))?\s*\|/.test(line));
      return at(version.includes("Empty Schema") ? NOTHING : version, failed);
    };
    dbmate = (lines) => {
      const rows = found(lines, /^\[([X ])\] (\d+)\S*\.sql$/);
      if (rows.length === 0 && !lines.some((line) => /^Applied: 0$/.test(line))) return void 0;
      return at(highest(rows.flatMap(([mark, number = ""]) => mark === "X" ? [number] : [])));
    };
    alembic = (lines) => {
      const known = lines.some((line) => line.includes("[alembic.runtime.migration]"));
      const marked = found(lines, /^(?:Rev: )?([\w-]+) \((?:(?:effective )?head|branchpoint|mergepoint)\)/).flat();
      const bare = found(lines, known ? /^(\w{4,40})$/ : /^([0-9a-f]{12})$/).flat();
      const revisions = marked.length > 0 ? marked : bare.filter((one) => known || /[a-f]/.test(one));
      if (revisions.length > 0) return at([...new Set(revisions)].sort().join(" "));
      return known ? at("base") : void 0;
    };
    rails = (lines) => {
      if (lines.includes("Schema migrations table does not exist yet.")) return at(NOTHING);
      const starts = lines.flatMap((line, i) => line.startsWith("database: ") ? [i] : []);
      const databases = [0, ...starts].flatMap((start, i) => {
        const version = railsVersion(lines.slice(start, starts[i]));
        return version === void 0 ? [] : [{ name: lines[start]?.replace("database: ", ""), version }];
      });
      if (databases.length < 2) return databases[0] && at(databases[0].version);
      return at(databases.map(({ name, version }) => `${name} ${version}`).join(", "));
    };
    prisma = (lines) => {
      const [total] = found(lines, /^(\d+|No) migrations? found in /).at(-1) ?? [];
      if (total === void 0) return void 0;
      const failed = lines.some((line) => /^Following migrations? have failed/.test(line));
      if (lines.includes("The current database is not managed by Prisma Migrate.")) return at(NOTHING, failed);
      const missing = namesAfter(lines, /^(?:Following|The) migrations? have not yet been applied:$/);
      const elsewhere = namesAfter(lines, /^The migrations? from the database are not found locally /);
      return at(String(Math.max(0, (total === "No" ? 0 : Number(total)) - missing + elsewhere)), failed);
    };
    django = (lines) => {
      const rows = [];
      let app = "";
      for (const line of lines) {
        const [, mark = "", planned, name = ""] = /^\s*\[([X -])\]\s+(?:(\w+)\.)?(\d\w*)(?: (?:\(|Run |\.\.\. \().*)?$/.exec(line) ?? [];
        if (name !== "") rows.push({ app: planned ?? app, name, applied: mark === "X" });
        else if (/^\w+$/.test(line)) app = line;
      }
      if (rows.length === 0 || rows.some((row) => row.app === "")) return void 0;
      const applied = rows.filter((row) => row.applied).map((row) => `${row.app}.${row.name}`);
      if (applied.length === 0) return at(NOTHING);
      if (new Set(rows.map((row) => row.app)).size === 1) return at(applied.at(-1)?.split(".")[1] ?? NOTHING);
      const hash2 = (0, import_node_crypto6.createHash)("sha256").update(applied.sort().join("\n")).digest("hex");
      return at(`${applied.length} migrations, ${hash2.slice(0, 12)}`);
    };
    liquibase = (lines) => {
      if (lines.some((line) => /^Liquibase History for /.test(line))) {
        const table = found(lines, /^\|\s*\d+\s*\|[^|]*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|/);
        const [row] = [
          ...table,
          ...found(lines, /^\s+(\S.*?)::(.*?)::(.*?)$/).map(([path6, id2, who]) => [path6, who, id2])
        ].slice(-1);
        const [path5 = "", author = "", id = ""] = row ?? [];
        return row ? at(`${path5}::${id}::${author}`) : at(NOTHING);
      }
      const [missing] = found(lines, /^(\d+) change ?sets? ha(?:s|ve) not been applied to /i).at(-1) ?? [];
      if (missing !== void 0) return at(missing === "0" ? "up to date" : `${missing} changesets behind`);
      return lines.some((line) => /^\S+@jdbc:\S+ is up to date$/.test(line)) ? at("up to date") : void 0;
    };
    golangMigrate = (lines) => {
      const filled = lines.filter((line) => line.trim() !== "");
      const last = filled.at(-1)?.trim() ?? "";
      if (/^(?:error: )?no migration$/.test(last)) return at(NOTHING);
      const [, version, dirty] = /^(\d+)( \(dirty\))?$/.exec(last) ?? [];
      if (version === void 0 || /[:=]$/.test(filled.at(-2)?.trim() ?? "")) return void 0;
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
function parseStatus(lines) {
  for (const line of lines.toReversed()) {
    const status = parseJson(line);
    if (status) return status;
  }
  return parseJson(documentIn(lines)) ?? statusOf(lines);
}
function documentIn(lines) {
  const start = lines.findIndex((line) => line.startsWith("{"));
  const end = lines.findLastIndex((line) => line.startsWith("}"));
  return start < 0 ? "" : lines.slice(start, end + 1).join("\n");
}
function parseJson(text) {
  if (!text.trim().startsWith("{")) return void 0;
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return void 0;
  }
  const { version, dirty, migrations, Current, Status } = json;
  const schemaVersion = json.schemaVersion ?? json.targetSchemaVersion ?? json.initialSchemaVersion;
  if (isLogLine(json) && /^v?\d+\.\d+\.\d+/.test(String(version))) return void 0;
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
var KEPT, KEPT_FILES, isFor, entryOf, reaches, isLogLine, dirtyMessage, previous;
var init_schema_version = __esm({
  "actions/migrate/migrations/schema-version.ts"() {
    "use strict";
    init_migration_files();
    init_status_formats();
    KEPT = 50;
    KEPT_FILES = 10;
    isFor = (entry2, { commit, database, when }) => entry2.commit === commit && entry2.when === when && (entry2.database === void 0 || entry2.database === database);
    entryOf = (record, key) => record.history.find((entry2) => isFor(entry2, key));
    reaches = (version, expected) => isVersion(version) && isVersion(expected) ? compareVersions(version, expected) >= 0 : version === expected;
    isLogLine = (json) => ["level", "severity", "msg", "message"].some((key) => key in json);
    dirtyMessage = ({ version }) => `The database is dirty at version ${version}: that migration failed half-way, and no other will run. Check what it left behind, fix that manually, and record the resulting version (for golang-migrate: "force ${version}" if it is fully applied, "force ${previous(version)}" if it is fully undone), and run this step again. If another user applies it by other means right now, only wait for its end and run this step again.`;
    previous = (version) => /^\d+$/.test(version) ? String(Math.max(0, Number(version) - 1)) : "the version before";
  }
});

// src/manifest/merge.ts
function merge(deployed, wanted, named, at2 = "") {
  const result = {};
  for (const [key, value] of Object.entries(deployed)) {
    const path5 = at2 + key;
    if (key in wanted || !(named.has(path5) || alternativeOf(key, wanted))) result[key] = value;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const path5 = at2 + key;
    const old = result[key];
    if (isObject(value) && isObject(old)) result[key] = merge(old, value, named, `${path5}.`);
    else if (isNamedList(key, value) && Array.isArray(old))
      result[key] = mergeList(key, old, value, named, path5);
    else result[key] = value;
  }
  for (const [key, value] of Object.entries(result))
    if (!(key in wanted) && isObject(value)) result[key] = without(value, named, `${at2}${key}.`);
  return result;
}
function namedPaths(wanted, at2 = "") {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const path5 = at2 + key;
    if (isObject(value)) return [...SHARED.has(key) ? [] : [path5], ...namedPaths(value, `${path5}.`)];
    if (isNamedList(key, value))
      return [
        path5,
        ...value.flatMap((item, i) => namedPaths(item, `${itemPath(path5, item, KEYS2[key], i)}.`))
      ];
    return [path5];
  });
}
function mergeList(key, deployed, wanted, named, path5) {
  const by = KEYS2[key];
  return wanted.map((item, i) => {
    const twin = deployed.find((other) => (other[by] ?? "") === (item[by] ?? "")) ?? (key === "containers" ? sameContainer(deployed, wanted, i) : void 0);
    return twin ? merge(twin, item, named, `${itemPath(path5, item, by, i)}.`) : item;
  });
}
function sameContainer(deployed, wanted, i) {
  if (deployed.length !== wanted.length) return void 0;
  if (wanted.length === 1) return deployed[0];
  const candidate = deployed[i];
  return wanted[i]?.name === void 0 && wanted.every(({ name }) => name !== candidate?.name) ? candidate : void 0;
}
function without(value, named, at2) {
  const kept = Object.entries(value).filter(([key]) => !named.has(at2 + key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, isObject(item) ? without(item, named, `${at2}${key}.`) : item])
  );
}
function isNamedList(key, value) {
  return key in KEYS2 && Array.isArray(value) && value.every(isObject);
}
var KEYS2, SHARED, ALTERNATIVES, itemPath, alternativeOf, isObject;
var init_merge = __esm({
  "src/manifest/merge.ts"() {
    "use strict";
    KEYS2 = { containers: "name", volumes: "name", ports: "containerPort" };
    SHARED = /* @__PURE__ */ new Set(["template", "scaling", "labels", "annotations", "resources", "limits"]);
    ALTERNATIVES = [
      ["httpGet", "tcpSocket", "grpc"],
      ["secret", "cloudSqlInstance", "emptyDir", "nfs", "gcs"],
      ["connector", "networkInterfaces"],
      ["useDefault", "policy"]
    ];
    itemPath = (path5, item, by, i) => `${path5}[${String(item[by] ?? i)}]`;
    alternativeOf = (key, wanted) => ALTERNATIVES.some((group) => group.includes(key) && group.some((other) => other !== key && other in wanted));
    isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  }
});

// actions/migrate/plan/merge-task.ts
function namedSettings(task) {
  const [container = {}] = task.containers ?? [];
  const single = (from, keys) => keys.filter((key) => from[key] !== void 0).map((key) => `inputs:${key}`);
  return [
    ...single(task, TASK_SETTINGS),
    ...single(container, CONTAINER_SETTINGS),
    ...(container.env ?? []).map((item) => path4("env", item)),
    ...(container.volumeMounts ?? []).map((item) => path4("volumeMounts", item)),
    ...(task.volumes ?? []).map((item) => path4("volumes", item))
  ];
}
function overTask(task, wanted, named, imageName) {
  const containers = task.containers ?? [];
  const at2 = containerAt(containers, imageName);
  const [settings = {}] = wanted.containers ?? [];
  const sql = sameMount(task, containers[at2], wanted);
  const container = {
    ...withSingle(containers[at2] ?? {}, settings, CONTAINER_SETTINGS, named),
    image: settings.image,
    env: mergeList2("env", containers[at2]?.env, settings.env, named),
    volumeMounts: mergeList2("volumeMounts", containers[at2]?.volumeMounts, settings.volumeMounts, named).map(
      (mount) => sql && mount.name === sql.wanted ? { ...mount, name: sql.existing } : mount
    )
  };
  return {
    ...withSingle(task, wanted, TASK_SETTINGS, named),
    containers: containers.length === 0 ? [withoutEmpty(container)] : containers.with(at2, withoutEmpty(container)),
    volumes: mergeList2("volumes", task.volumes, renamed(wanted.volumes, sql, task.volumes), named)
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
function withSingle(from, wanted, keys, named) {
  const result = { ...from };
  for (const key of keys) {
    if (wanted[key] !== void 0) result[key] = wanted[key];
    else if (named.has(`inputs:${key}`)) delete result[key];
  }
  return result;
}
function mergeList2(list, deployed = [], wanted = [], named) {
  const key = (item) => path4(list, item);
  const byKey = new Map(wanted.map((item) => [key(item), item]));
  const known = new Set(deployed.map(key));
  return [
    // An item is replaced as a whole: a variable that becomes a secret must not keep its value.
    ...deployed.filter((item) => byKey.has(key(item)) || !named.has(key(item))).map((item) => byKey.get(key(item)) ?? item),
    ...wanted.filter((item) => !known.has(key(item)))
  ];
}
function sameMount(task, container, wanted) {
  for (const { name = "", cloudSqlInstance } of wanted.volumes ?? []) {
    const mountPath = wanted.containers?.[0]?.volumeMounts?.find((mount) => mount.name === name)?.mountPath;
    const existing = container?.volumeMounts?.find((mount) => mount.mountPath === mountPath)?.name;
    const volume = task.volumes?.find((one) => one.name === existing);
    if (cloudSqlInstance && existing && existing !== name && volume?.cloudSqlInstance)
      return { wanted: name, existing };
  }
  return void 0;
}
function renamed(volumes = [], sql, deployed = []) {
  return volumes.map((volume) => {
    if (!sql || volume.name !== sql.wanted) return volume;
    const before = deployed.find(({ name }) => name === sql.existing)?.cloudSqlInstance?.instances ?? [];
    const instances = [.../* @__PURE__ */ new Set([...before, ...volume.cloudSqlInstance?.instances ?? []])];
    return { ...volume, name: sql.existing, cloudSqlInstance: { ...volume.cloudSqlInstance, instances } };
  });
}
function withoutEmpty(container) {
  const { env = [], volumeMounts = [], ...rest } = container;
  return { ...rest, ...env.length > 0 && { env }, ...volumeMounts.length > 0 && { volumeMounts } };
}
var TASK_SETTINGS, CONTAINER_SETTINGS, LISTS, path4;
var init_merge_task = __esm({
  "actions/migrate/plan/merge-task.ts"() {
    "use strict";
    init_errors();
    TASK_SETTINGS = ["serviceAccount", "vpcAccess", "timeout"];
    CONTAINER_SETTINGS = ["command", "args"];
    LISTS = { env: "name", volumeMounts: "mountPath", volumes: "name" };
    path4 = (list, item) => `inputs:${list}[${String(item[LISTS[list]] ?? "")}]`;
  }
});

// actions/migrate/plan/job.ts
function requestOf(inputs, source, manifest) {
  return manifest ? { kind: "manifest", job: fromManifest(manifest, inputs) } : { kind: "inputs", task: fromInputs(inputs, source) };
}
function planJob(current, request, inputs) {
  const named = new Set(readAnnotation(current, NAMED_ANNOTATION, Array.isArray) ?? []);
  const base = current ?? {};
  const merged = request.kind === "manifest" ? merge(base, request.job, named) : {
    ...base,
    template: {
      ...base.template,
      template: overTask(taskOf(base), request.task, named, formatImageName(inputs.image))
    }
  };
  const labels = { "managed-by": "github-actions", [COMMIT_LABEL]: inputs.commit };
  const task = current ? taskOf(merged) : withOurDefaults(taskOf(merged), request);
  const job = {
    ...merged,
    labels: { ...merged.labels, ...labels },
    template: {
      ...merged.template,
      labels: { ...merged.template?.labels, ...labels },
      annotations: { ...merged.template?.annotations, [DIGEST_ANNOTATION]: inputs.image.digest },
      taskCount: 1,
      parallelism: 1,
      // 0 must really be sent: the server's default is 3, and a failed migration must not run again by itself.
      template: { timeout: seconds(DEFAULT_TIMEOUT), ...task, maxRetries: 0 }
    }
  };
  const paths = request.kind === "manifest" ? namedPaths(request.job) : namedSettings(request.task);
  const hash2 = (0, import_node_crypto7.createHash)("sha256").update(JSON.stringify([job.labels, job.template]));
  return {
    ...job,
    annotations: {
      ...job.annotations,
      [NAMED_ANNOTATION]: JSON.stringify(paths),
      [PLAN_ANNOTATION]: hash2.digest("hex").slice(0, 32)
    }
  };
}
function withOurDefaults(task, request) {
  if (request.kind === "manifest") return task;
  const containers = (task.containers ?? []).map((container) => ({
    ...container,
    resources: { limits: { cpu: "1", memory: "512Mi" } }
  }));
  return { ...task, containers };
}
function fromInputs(inputs, source) {
  const sql = inputs.cloudsqlInstances.length > 0;
  const serviceAccount = inputs.runtimeServiceAccount ?? source.serviceAccount;
  const container = {
    image: formatImageDigest(inputs.image),
    ...inputs.command.length > 0 && { command: [...inputs.command] },
    ...inputs.args.length > 0 && { args: [...inputs.args] },
    env: planEnv(source.env, [...plain(inputs.env), ...inputs.secrets]),
    volumeMounts: [...source.volumeMounts, ...sql ? [{ name: SQL_VOLUME, mountPath: "/cloudsql" }] : []]
  };
  const task = {
    containers: [container],
    volumes: [
      ...source.volumes,
      ...sql ? [{ name: SQL_VOLUME, cloudSqlInstance: { instances: [...inputs.cloudsqlInstances] } }] : []
    ],
    ...inputs.timeout !== void 0 && { timeout: seconds(inputs.timeout) },
    ...serviceAccount && { serviceAccount },
    ...source.vpcAccess && { vpcAccess: source.vpcAccess }
  };
  return mountSecretFiles(task, 0, inputs.secretFiles);
}
function fromManifest({ resource, locate }, inputs) {
  const template = resource.template ?? {};
  const problem = (message, path5) => ({
    subject: "Input manifest",
    message,
    location: locate(path5)
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
  const job = withImage(resource, void 0, formatImageDigest(inputs.image));
  if (inputs.timeout === void 0) return job;
  return { ...job, template: { ...job.template, template: { ...taskOf(job), timeout: seconds(inputs.timeout) } } };
}
function planEnv(...lists) {
  const byName = /* @__PURE__ */ new Map();
  for (const list of lists) for (const variable of list) byName.set(variable.name ?? "", variable);
  return [...byName.values()];
}
var import_node_crypto7, DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION, PLAN_ANNOTATION, NAMED_ANNOTATION, DEFAULT_TIMEOUT, NO_SOURCE, taskOf, withFingerprint, seconds, SQL_VOLUME, plain;
var init_job = __esm({
  "actions/migrate/plan/job.ts"() {
    "use strict";
    import_node_crypto7 = require("node:crypto");
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
    taskOf = (job) => job.template?.template ?? {};
    withFingerprint = (job, fingerprint) => ({
      ...job,
      template: { ...job.template, annotations: { ...job.template?.annotations, [FINGERPRINT_ANNOTATION]: fingerprint } }
    });
    seconds = (milliseconds) => `${Math.ceil(milliseconds / 1e3)}s`;
    SQL_VOLUME = "migrate-cloudsql";
    plain = (env) => [...env].map(([name, value]) => ({ name, value }));
  }
});

// shared:src/runtime/summary.ts
var code, createSummary, link, listed, md, mermaidLabel, plain2, writeSummary;
var init_summary = __esm({
  "shared:src/runtime/summary.ts"() {
    ({ code, createSummary, link, listed, md, mermaidLabel, plain: plain2, writeSummary } = require("../shared/runtime.cjs")["src/runtime/summary.ts"]);
  }
});

// src/github/run-links.ts
function writeLinks(summary, [first, ...others]) {
  if (first) summary.paragraph(others.reduce((all, one) => md`${all} \u00b7 ${one}`, first));
}
var runLinks;
var init_run_links = __esm({
  "src/github/run-links.ts"() {
    "use strict";
    init_summary();
    runLinks = (run2, commit) => [
      ...commit && run2?.repository ? [link(`commit ${commit.slice(0, 12)}`, `${run2.serverUrl}/${run2.repository}/commit/${commit}`)] : [],
      ...run2?.runUrl ? [link("run", run2.runUrl)] : []
    ];
  }
});

// actions/migrate/report/summary.ts
function summarizeMigration(summary, { inputs, notes, job, execution, logUri, version, applied, run: run2 }) {
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
  writeLinks(summary, runLinks(run2, inputs.commit));
  if (applied === "recorded")
    summary.paragraph(
      md`The database itself was not checked. Set the input \`status-args\` to compare its version, or \`force: true\` to run the migrations again.`
    );
  if (inputs.when === "after-traffic")
    summary.paragraph(
      md`\u26a0\ufe0f From now on this release only rolls forward: a rollback to a release before ${commit} is refused unless forced.`
    );
  for (const note of notes) summary.paragraph(md`> ${plain2(note)}`);
  summary.table(
    ["", ""],
    [
      [md`Image`, code(inputs.image.digest)],
      ...job ? [[md`Job`, code(job)]] : [],
      ...execution ? [[md`Execution`, code(execution.split("/").at(-1) ?? "")]] : [],
      ...version !== void 0 ? [[md`Schema version`, code(version)]] : [],
      ...logUri ? [[md`Logs`, link("Cloud Logging", logUri)]] : []
    ]
  );
}
var init_summary2 = __esm({
  "actions/migrate/report/summary.ts"() {
    "use strict";
    init_run_links();
    init_summary();
  }
});

// src/google/run/revisions.ts
var shortName2;
var init_revisions = __esm({
  "src/google/run/revisions.ts"() {
    "use strict";
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
  const shares = targets.filter(({ percent = 0 }) => percent > 0);
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
    init_revisions();
    init_annotations();
    recordedReleases = (resource) => readAnnotation(resource, `${ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];
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
var rolloutOn;
var init_canaries = __esm({
  "src/records/canaries.ts"() {
    "use strict";
    init_annotations();
    init_live_release();
    rolloutOn = (resource) => readAnnotation(resource, `${ANNOTATION_PREFIX}rollout`, () => true);
  }
});

// src/records/holds.ts
async function checkHolds(check) {
  const { freeze, clock, names, consequence } = check;
  const services = await readNamedServices(check.http, check.endpoint, names);
  check.onRead(services);
  for (const { name, resource } of services) {
    const canary = undecidedCanary(name, resource);
    if (canary !== void 0 && !check.waitsFor?.(canary))
      throw new OutcomeError(
        `The canary of ${canary.commit.slice(0, 12)} on ${servicePlace(name)} is undecided. ${consequence} Run this again once it is decided. To wait for it without a failure, put a step of deploy-run with advance: true and on-canary: wait before this one, and skip this one if its output waiting is true.`
      );
  }
  const frozen = [void 0, ...services.map(({ resource }) => resource)].map((resource) => freezeOn(resource, freeze, clock)).find((text) => text !== void 0);
  checkFreeze(frozen, check);
  const held = holdsOf(services);
  if (held.length > 0 && !check.force) throw new OutcomeError(holdMessage(held, check.consequence));
  for (const { name, hold } of held)
    check.log.notice(
      `Forced: the hold on ${servicePlace(name)} was overridden and is still set. ${describeServiceHold(hold)}`
    );
  return services;
}
function holdMessage(held, consequence) {
  const services = held.map(({ name, hold }) => `The ${servicePlace(name)} is on hold. ${describeServiceHold(hold)}`);
  return `${services.join(" ")} ${consequence} To release the hold, run the rollback workflow or deploy-run with release-hold: true, and then run this again. To continue once despite the hold, set force: true.`;
}
function servicePlace(name) {
  const [, project, , region, collection, service] = name.split("/");
  return `${collection === "workerPools" ? "worker pool" : "service"} ${service} in ${region} of ${project}`;
}
async function read2(http, endpoint, name) {
  if (name.includes("/workerPools/")) return await get(http, endpoint, name);
  const service = await get(http, endpoint, name);
  if (service) return service;
  try {
    return await get(http, endpoint, name.replace("/services/", "/workerPools/"));
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return void 0;
    throw error;
  }
}
function get(http, endpoint, name) {
  const pool = name.includes("/workerPools/");
  return absent(
    http.json({
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
    init_freeze();
    init_not_found();
    init_errors();
    init_annotations();
    init_canaries();
    HOLD_ANNOTATION = `${ANNOTATION_PREFIX}hold`;
    holdOf = (resource) => readAnnotation(resource, HOLD_ANNOTATION, (value) => typeof value.at === "string");
    describeServiceHold = (hold) => `${hold.by} put the service on hold at ${hold.at}: ${hold.reason} (${hold.runUrl}).`;
    readNamedServices = (http, endpoint, names) => Promise.all(names.map(async (name) => ({ name, resource: await read2(http, endpoint, name) })));
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
function describeFreezeTimes({ window: { text, reason }, active, from, until }) {
  const end = until === void 0 ? "without a known end" : `until ${formatMinute(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${formatMinute(from)} ${end}`;
  return `${what} (${text}): ${reason.replace(/\.?$/, ".")}`;
}
function endOf(windows, first, at2) {
  let window2 = first;
  let end = at2;
  for (let i = 0; i < MOST_IN_A_ROW; i++) {
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
function parse(text) {
  const [, day = "", hour = 0, minutes = 0] = /^(\S+) (\d\d):(\d\d)$/.exec(text) ?? [];
  return Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minutes)) * MINUTE;
}
var MINUTE, DAY2, WEEK2, MOST_IN_A_ROW, minutesUntil, later;
var init_next_freeze = __esm({
  "src/freeze/next-freeze.ts"() {
    "use strict";
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
function noteStanding(summary, { place, hold, resource }, clock) {
  summary.closing(
    `hold ${place}`,
    hold === void 0 ? void 0 : md`\ud83d\udd12 The ${plain2(place)} is on hold. ${plain2(hold)}`
  );
  const freeze = freezeOfAnnotation(resource, clock);
  summary.closing(
    `freeze ${place}`,
    freeze === void 0 ? void 0 : md`\ud83d\udcc5 On the ${plain2(place)}: ${plain2(freeze)}`
  );
}
function noteService(summary, { name, resource }, clock) {
  const hold = holdOf(resource);
  noteStanding(summary, { place: servicePlace(name), hold: hold && describeServiceHold(hold), resource }, clock);
}
function noteFreeze(summary, windows, clock) {
  const next = nextOf(windows, clock);
  summary.closing("freeze", next && md`\ud83d\udcc5 ${plain2(describeFreezeTimes(next))}`);
}
function freezeOfAnnotation(resource, clock) {
  try {
    const next = nextOf(freezeLines(resource).map(parseFreezeWindow), clock);
    return next && describeFreezeTimes(next);
  } catch (error) {
    return `Deploys are frozen until the annotation is corrected. ${error.message}`;
  }
}
var noteServices, nextOf;
var init_standing = __esm({
  "src/freeze/standing.ts"() {
    "use strict";
    init_holds();
    init_summary();
    init_freeze();
    init_next_freeze();
    init_windows();
    noteServices = ({ summary, clock }, freeze) => (services) => {
      noteFreeze(summary, freeze, clock);
      for (const service of services) noteService(summary, service, clock);
    };
    nextOf = (windows, clock) => windows.length > 0 ? nextFreeze(windows, clock.now()) : void 0;
  }
});

// actions/migrate/services.ts
async function checkServices(inputs, context, cloud) {
  const services = await checkHolds({
    http: cloud.http,
    endpoint: context.endpoints.run,
    names: inputs.services,
    freeze: inputs.freeze,
    clock: cloud.clock,
    force: inputs.force,
    consequence: CONSEQUENCE,
    log: context.log,
    onRead: noteServices({ summary: context.summary, clock: cloud.clock }, inputs.freeze)
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
  const docker = createDocker(context, inputs.workspace, context.signal);
  const env = await pull(inputs, context, docker, pid);
  const call = { inputs, context, docker, env };
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
    run: context.github,
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
  const config = await configureDocker(context, inputs.image.host, pid, token);
  claimFolder(context, CONFIG_STATE, config.dir);
  try {
    return await pulled(docker, image, values, config.env);
  } finally {
    config.close(false);
  }
}
async function pulled(docker, image, values, env) {
  const { exitCode, stderr } = await docker(["pull", "--quiet", image], { env });
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
    ...[...inputs.env.keys()].flatMap((variable) => ["--env", variable]),
    ...entrypoint ? ["--entrypoint", entrypoint] : [],
    formatImageDigest(inputs.image),
    ...rest,
    ...args
  ];
}
async function runContainer({ inputs, context, docker, env }, args, print) {
  const name = `migrate-${context.github.runId || "local"}-${context.clock.now().toString(36)}`;
  const limit = inputs.timeout ?? DEFAULT_TIMEOUT;
  const lines = [];
  const output = createLines((line) => {
    lines.push(line);
    print(line);
  });
  const expired = new AbortController();
  const timer = context.clock.sleep(limit, expired.signal).then(() => "expired");
  try {
    const result = await Promise.race([
      docker(planContainer(inputs, name, args), { env, onOutput: output.write, both: true }),
      timer
    ]);
    output.end();
    if (result === "expired") {
      await stop(context, inputs, name);
      throw new OutcomeError(`The migration timed out after ${limit / 1e3} s and was stopped.`);
    }
    return { exitCode: result.exitCode, lines };
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
  const docker = createDocker(context, inputs.workspace, expiring(context.clock, 8e3, "Stopping the container"));
  await docker(["stop", "--time", "5", name]).catch(() => {
  });
}
async function askStatus(call) {
  const { statusArgs } = call.inputs;
  if (statusArgs.length === 0) return void 0;
  const { exitCode, lines } = await runContainer(call, statusArgs, (line) => call.context.log.debug(line));
  const status = parseStatus(lines);
  if (!status && exitCode !== 0)
    throw new OutcomeError(`status-args failed with exit code ${exitCode}: ${lines.at(-1) ?? "it printed nothing"}`);
  if (status) call.context.log.info(`Schema: version ${status.version}${status.dirty ? ", dirty" : ""}`);
  return status;
}
var CONFIG_STATE;
var init_migrate_in_docker = __esm({
  "actions/migrate/docker/migrate-in-docker.ts"() {
    "use strict";
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
    init_job();
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
  }
});

// src/records/schema.ts
function readRecord(annotation) {
  if (annotation === void 0) return { history: [] };
  try {
    const { history, files } = JSON.parse(annotation);
    return { history: Array.isArray(history) ? history : [], ...Array.isArray(files) && { files } };
  } catch {
    return { history: [] };
  }
}
var SCHEMA_ANNOTATION;
var init_schema = __esm({
  "src/records/schema.ts"() {
    "use strict";
    init_pages();
    SCHEMA_ANNOTATION = "actions.orchestra.dev/schema";
  }
});

// actions/migrate/migrations/write-schema-record.ts
async function recordEntry(jobs, name, entry2, files) {
  const job = await jobs.get(name);
  if (!job) return;
  const before = job.annotations?.[SCHEMA_ANNOTATION];
  const after = JSON.stringify(withEntry(readRecord(before), entry2, files));
  if (before === after) return;
  await jobs.update(name, { ...job, annotations: { ...job.annotations, [SCHEMA_ANNOTATION]: after } }, false);
}
var init_write_schema_record = __esm({
  "actions/migrate/migrations/write-schema-record.ts"() {
    "use strict";
    init_schema();
    init_schema_version();
  }
});

// src/google/run/secret-versions.ts
function usableVersion(found2, { secret, version, where, path: path5 }, locate) {
  if (found2?.state === "ENABLED") return found2.version;
  const message = found2 ? `is ${found2.state.toLowerCase()}. Enable it, or name another version.` : "does not exist. Create it, or correct its name.";
  throw new InputError([
    {
      subject: where,
      message: `the secret ${secret}, version ${version}, ${message}`,
      ...locate && { location: locate(path5) }
    }
  ]);
}
function secretReferences(template, project) {
  const full = (secret) => fullSecretName(secret, project);
  const fromEnv = (template.containers ?? []).flatMap(
    (container, i) => (container.env ?? []).flatMap(({ name, valueSource }, n) => {
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
          path: ["containers", i, "env", n, "valueSource", "secretKeyRef"],
          resolve: resolve6
        }
      ];
    })
  );
  const fromVolumes = (template.volumes ?? []).flatMap(({ name, secret }, i) => {
    if (!secret?.secret) return [];
    const where = `Volume ${name}`;
    const id = full(secret.secret);
    if (!secret.items || secret.items.length === 0) {
      const path5 = id.slice(id.lastIndexOf("/") + 1);
      const resolve6 = (version) => {
        secret.items = [{ path: path5, version }];
      };
      return [{ secret: id, version: "latest", where, path: ["volumes", i, "secret"], resolve: resolve6 }];
    }
    return secret.items.map((item, n) => ({
      secret: id,
      version: item.version ?? "latest",
      where,
      path: ["volumes", i, "secret", "items", n],
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
    init_errors();
    fullSecretName = (secret, project) => secret.includes("/") ? secret : `projects/${project}/secrets/${secret}`;
  }
});

// actions/migrate/job/secrets.ts
function createSecretBook(manager, log) {
  const facts = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Map();
  const ask = async (secret, version) => {
    try {
      return await manager.version(secret, version) ?? "absent";
    } catch (error) {
      if (!(error instanceof CloudError && error.status === 403)) throw error;
      const why = error.advice === void 0 ? `${error.permission ?? "secretmanager.versions.get"} is missing. Grant ${error.role ?? "roles/secretmanager.viewer"} on the secret.` : `${error.message} ${error.advice}`;
      log.warning(
        `The version of ${secret} (${version}) cannot be read: ${why} The job keeps "${version}", and a rotated secret does not repeat the migration.`
      );
      return "unreadable";
    }
  };
  return {
    facts,
    async look(secret, version) {
      const key = factKey(secret, version);
      const answer = asked.get(key) ?? ask(secret, version);
      asked.set(key, answer);
      const fact = await answer;
      facts.set(key, fact);
      return fact;
    }
  };
}
async function pinSecrets(template, project, book, locate) {
  const copy = structuredClone(template);
  await allAtOnce(
    secretReferences(copy, project).map(async (reference) => {
      const fact = await book.look(reference.secret, reference.version);
      if (fact !== "unreadable")
        reference.resolve(usableVersion(fact === "absent" ? void 0 : fact, reference, locate));
    })
  );
  return copy;
}
async function lookUpSecrets(template, project, book, newer = false) {
  await Promise.all(
    secretReferences(structuredClone(template), project).map(async ({ secret, version }) => {
      const fact = await book.look(secret, version);
      if (newer && version === "latest" && typeof fact === "object")
        await book.look(secret, String(Number(fact.version) + 1));
    })
  );
}
var factKey;
var init_secrets = __esm({
  "actions/migrate/job/secrets.ts"() {
    "use strict";
    init_secret_versions();
    init_errors();
    factKey = (secret, version) => `${secret}:${version}`;
  }
});

// actions/migrate/plan/fingerprint.ts
function configurationOf(template, project, facts) {
  const copy = structuredClone(template);
  for (const { secret, version, resolve: resolve6 } of secretReferences(copy, project)) {
    const fact = facts.get(factKey(secret, version));
    resolve6(typeof fact === "object" ? fact.name : version);
  }
  const { timeout: _, maxRetries: __, containers = [], ...task } = defaulted(copy);
  const volumes = (task.volumes ?? []).map(
    (volume) => volume.secret?.secret ? { ...volume, secret: { ...volume.secret, secret: nameInVolume(volume.secret, project) } } : volume
  );
  return canonical({
    ...task,
    volumes,
    containers: containers.map(({ resources: ___, image = "", env = [], ...container }) => ({
      ...container,
      // The content alone: the same digest may be in several repositories.
      image: image.split("@")[1] ?? image,
      env: env.map(({ valueSource, ...variable }) => {
        const reference = valueSource?.secretKeyRef;
        if (!reference?.secret) return { ...variable, ...valueSource && { valueSource } };
        const { secret, version = "latest" } = reference;
        return {
          ...variable,
          secret: version.includes("/") ? version : `${fullSecretName(secret, project)}:${version}`
        };
      })
    }))
  });
}
function fingerprintOf(job, template, project, facts) {
  const times = secretReferences(structuredClone(template), project).map(({ secret, version }) => {
    const fact = facts.get(factKey(secret, version));
    return typeof fact === "object" ? `${fact.name} ${fact.createTime}` : `${secret} ${version}`;
  });
  return hash(JSON.stringify([job, configurationOf(template, project, facts), times.sort()]));
}
function databaseOf(template, project) {
  const env = (template.containers ?? []).flatMap((container) => container.env ?? []);
  const parts = [
    ...env.map(({ name = "", value = "", valueSource }) => {
      const secret = valueSource?.secretKeyRef?.secret;
      return secret ? `${name}=${fullSecretName(secret, project)}` : `${name}=${value}`;
    }),
    ...(template.volumes ?? []).flatMap(({ secret, cloudSqlInstance }) => [
      ...cloudSqlInstance?.instances ?? [],
      ...secret?.secret ? [fullSecretName(secret.secret, project)] : []
    ])
  ];
  return hash(JSON.stringify(parts.sort())).slice(0, 16);
}
function usedTodaysSecrets(execution, project, facts) {
  return secretReferences(structuredClone(execution.template), project).every(({ secret, version }) => {
    const fact = facts.get(factKey(secret, version));
    if (fact === "unreadable") return true;
    if (typeof fact !== "object") return false;
    if (version !== "latest" && !/^\d+$/.test(version)) return false;
    if (version === "latest" && facts.get(factKey(secret, String(Number(fact.version) + 1))) !== "absent") return false;
    return Date.parse(fact.createTime) < Date.parse(execution.createTime);
  });
}
function canonical(value) {
  return JSON.stringify(
    value,
    (_key, item) => item !== null && typeof item === "object" && !Array.isArray(item) ? Object.fromEntries(
      Object.entries(item).filter(([, field]) => !isNothing(field)).sort(([a], [b]) => a < b ? -1 : 1)
    ) : item
  );
}
var import_node_crypto8, hash, nameInVolume, defaulted, isNothing;
var init_fingerprint = __esm({
  "actions/migrate/plan/fingerprint.ts"() {
    "use strict";
    import_node_crypto8 = require("node:crypto");
    init_secret_versions();
    init_manifest();
    init_secrets();
    hash = (text) => (0, import_node_crypto8.createHash)("sha256").update(text).digest("hex");
    nameInVolume = ({ secret = "", items = [] }, project) => items.every(({ version }) => version?.includes("/")) ? "" : fullSecretName(secret, project);
    defaulted = (template) => withServerDefaults("Job", { template: { template } }).template?.template ?? {};
    isNothing = (value) => value === void 0 || value === null || value === false || value === 0 || value === "" || typeof value === "object" && Object.keys(value).length === 0;
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
  return isOfCommit(execution, wanted) && // The annotation alone is not enough, because other users can change and run the job.
  configurationOf(execution.template, project, facts) === configuration && (isUnmarked(execution) ? usedTodaysSecrets(execution, project, facts) : execution.annotations[FINGERPRINT_ANNOTATION] === fingerprint);
}
var isOfCommit, isUnmarked, succeeded;
var init_decision = __esm({
  "actions/migrate/plan/decision.ts"() {
    "use strict";
    init_annotations();
    init_fingerprint();
    init_job();
    isOfCommit = (execution, { commit, digest }) => execution.labels[COMMIT_LABEL] === commit && execution.annotations[DIGEST_ANNOTATION] === digest;
    isUnmarked = ({ annotations }) => annotations[FINGERPRINT_ANNOTATION] === void 0;
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
  const messages = [completed?.message ?? "", task?.message ?? ""].join(" ");
  if (/timeout|DEADLINE/i.test(`${messages} ${completed?.reason}`))
    return `The migration timed out after ${timeout} and was stopped. Raise the input timeout, or split the migration.`;
  if (/memory/i.test(messages) || task?.signal === 9 || task?.exitCode === 137)
    return "The migration was killed, most likely because it ran out of memory. Increase resources.limits in a manifest.";
  if (task && task.signal !== 0) return `The migration was terminated by signal ${task.signal}.`;
  if (task && task.exitCode !== 0) return `The migration failed with exit code ${task.exitCode}.`;
  return `The migration failed: ${completed?.message || completed?.reason || "Cloud Run gave no reason"}.`;
}
var init_outcome = __esm({
  "actions/migrate/report/outcome.ts"() {
    "use strict";
  }
});

// src/google/logging.ts
function createLogReader(cloud) {
  const list = async (filter, orderBy, pageSize, next = {}) => await cloud.http.json({
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
      const { entries = [] } = await list(filter, "timestamp desc", count);
      return entries.map(toLine).filter(hasText).slice(0, count).reverse();
    },
    async exists(filter, from, to) {
      const { entries = [], nextPageToken } = await list(within(filter, from, to), "timestamp desc", 1);
      return entries.length > 0 || Boolean(nextPageToken);
    },
    async times(filter, from, to) {
      const found2 = [];
      const pages = pagesOf((next) => list(within(filter, from, to), "timestamp desc", 1e3, next));
      for await (const { entries = [] } of pages) {
        for (const { resource, timestamp = "" } of entries)
          found2.push({ revision: resource?.labels?.revision_name ?? "", at: Date.parse(timestamp) });
        if (found2.length >= MOST_COUNTED) return { moments: found2, since: (found2.at(-1)?.at ?? to) + 1 };
      }
      return { moments: found2, since: from };
    },
    async follow(filter, onLine, done) {
      const seen = /* @__PURE__ */ new Set();
      let since = "";
      const read3 = async () => {
        const window2 = since === "" ? filter : `${filter} AND timestamp>="${since}"`;
        for await (const { entries = [] } of pagesOf((next) => list(window2, "timestamp asc", 1e3, next)))
          for (const line of entries.map(toLine).filter(hasText)) {
            if (seen.has(line.id)) continue;
            seen.add(line.id);
            onLine(line);
            since = earlier(line.timestamp, 1e4);
          }
      };
      try {
        const { clock } = cloud;
        await poll(read3, { clock, signal: done, first: FIRST_PAUSE, longest: LONGEST_PAUSE }).catch(
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
  const text = payloadText(entry2);
  return { id: entry2.insertId ?? `${timestamp} ${text}`, timestamp, severity: entry2.severity ?? "DEFAULT", text };
}
function payloadText({ textPayload, jsonPayload }) {
  if (textPayload !== void 0) return textPayload;
  if (!jsonPayload) return "";
  const { message, error } = jsonPayload;
  if (typeof message !== "string") return JSON.stringify(jsonPayload);
  return typeof error === "string" && !message.includes(error) ? `${message}: ${error}` : message;
}
var MOST_COUNTED, FIRST_PAUSE, LONGEST_PAUSE, within, executionFilter, hasText, earlier;
var init_logging = __esm({
  "src/google/logging.ts"() {
    "use strict";
    init_errors();
    init_retry();
    init_pages();
    MOST_COUNTED = 1e4;
    FIRST_PAUSE = 1e3;
    LONGEST_PAUSE = 5e3;
    within = (filter, from, to) => `${filter} AND timestamp>="${new Date(from).toISOString()}" AND timestamp<"${new Date(to).toISOString()}"`;
    executionFilter = (job, execution) => `resource.type="cloud_run_job" AND resource.labels.job_name="${job}" AND labels."run.googleapis.com/execution_name"="${execution}"`;
    hasText = (line) => line.text !== "";
    earlier = (timestamp, ms) => Number.isNaN(Date.parse(timestamp)) ? "" : new Date(Date.parse(timestamp) - ms).toISOString();
  }
});

// shared:google-auth-library
var require_google_auth_library = __commonJS({
  "shared:google-auth-library"(exports2, module2) {
    module2.exports = require("../shared/google-auth.cjs")["google-auth-library"];
  }
});

// shared:src/google/errors/cloud-error.ts
var cloudError;
var init_cloud_error = __esm({
  "shared:src/google/errors/cloud-error.ts"() {
    ({ cloudError } = require("../shared/runtime.cjs")["src/google/errors/cloud-error.ts"]);
  }
});

// shared:src/google/http/auth-transport.ts
var authTransport, transportError;
var init_auth_transport = __esm({
  "shared:src/google/http/auth-transport.ts"() {
    ({ authTransport, transportError } = require("../shared/runtime.cjs")["src/google/http/auth-transport.ts"]);
  }
});

// src/google/run/clients.ts
async function clientOptions(auth, endpoint) {
  const url = new URL(endpoint);
  return {
    fallback: true,
    auth: new import_google_auth_library.GoogleAuth({ authClient: await auth.client() }),
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
  const unusable = transportError(error);
  if (unusable) return about(facts.resource, unusable, error);
  const { code: code2, httpStatusCode } = error;
  const canonical2 = typeof code2 === "number" ? CODES[code2] : void 0;
  if (!canonical2) throw error;
  const status = httpStatusCode ?? canonical2[1];
  return cloudError(facts, { status, body: bodyOf(error), code: canonical2[0], member, cause: error });
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
var import_google_auth_library, once, CODES, READ_DEADLINE, RAW;
var init_clients = __esm({
  "src/google/run/clients.ts"() {
    "use strict";
    import_google_auth_library = __toESM(require_google_auth_library(), 1);
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
    module2.exports = require("../shared/google-run.cjs")["@google-cloud/run/build/src/v2/executions_client.js"];
  }
});

// shared:@google-cloud/run/build/src/v2/tasks_client.js
var require_tasks_client = __commonJS({
  "shared:@google-cloud/run/build/src/v2/tasks_client.js"(exports2, module2) {
    module2.exports = require("../shared/google-run.cjs")["@google-cloud/run/build/src/v2/tasks_client.js"];
  }
});

// src/google/run/executions.ts
function createExecutions(http, caller, endpoint) {
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
    async list(job) {
      const { executions = [] } = await http.json({
        method: "GET",
        url: `${endpoint}/v2/${job}/executions?pageSize=100`,
        ...facts(job, "run.executions.list")
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
  const [job = "", execution = ""] = [name.split("/")[5], name.split("/")[7]];
  const filter = executionFilter(job, execution);
  const lines = [];
  const onLine = ({ text, severity }) => {
    for (const line of text.split("\n")) {
      lines.push(line);
      log.output(`${marks[severity] ?? " "} ${line}`);
    }
  };
  const done = new AbortController();
  const reading = logs.follow(filter, onLine, done.signal).catch((error) => error);
  try {
    const ended = await waitForEnd(following, name, limit);
    const { signal } = following;
    const any = async () => lines.length > 0 || void 0;
    await poll(any, { clock, signal, until: clock.now() + STRAGGLERS, longest: 250 }).catch(() => {
    });
    done.abort();
    const problem = await reading;
    if (problem instanceof CloudError)
      log.notice(
        `The log lines of the migration cannot be shown (${problem.status}: ${problem.message} Needs ${problem.permission ?? "logging.logEntries.list"}, for instance ${problem.role ?? "roles/logging.viewer"}). ${logUri ?? ""}`
      );
    return { execution: ended, lines };
  } finally {
    done.abort();
  }
}
var STRAGGLERS, marks;
var init_wait_for_execution = __esm({
  "actions/migrate/job/wait-for-execution.ts"() {
    "use strict";
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
    const { http, auth } = connect(context, inputs.auth, { signal });
    const executions = createExecutions(http, { clock: context.clock, signal, auth }, context.endpoints.run);
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
  const { target, context, jobs, inputs, notes } = work;
  if (state) await jobs.update(target.name, plan.job, true);
  else await jobs.create(target.name, plan.job, true);
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
  summary.paragraph(plain2(what));
  if (inputs.when === "after-traffic") {
    context.log.info(AFTER_TRAFFIC);
    summary.paragraph(plain2(AFTER_TRAFFIC));
  }
  for (const note of notes) context.summary.paragraph(md`> ${plain2(note)}`);
  if (migrations) context.summary.paragraph(md`New migrations: ${plain2(fresh)}.`);
  if (changes.length > 0)
    context.summary.table(
      [`Setting of job ${target.name.split("/").at(-1)}`, "Before", "After"],
      changes.map(({ field, before, after }) => [code(field), code(before), code(after)])
    );
  else context.summary.paragraph(md`The job would not change.`);
  context.output("already-applied", applied);
}
var AFTER_TRAFFIC;
var init_dry_run = __esm({
  "actions/migrate/job/dry-run.ts"() {
    "use strict";
    init_manifest();
    init_summary();
    AFTER_TRAFFIC = "It runs after traffic: once the release of this commit has all traffic of its services. From then on the release only rolls forward: a rollback to an earlier one is refused unless forced.";
  }
});

// src/google/run/calls.ts
async function write(target, method, name, resource, mask, validateOnly = false) {
  const { http, endpoint, collection, word, permission } = target;
  const [parent, id] = name.split(`/${collection}/`);
  const query = new URLSearchParams();
  if (method === "create") query.set(`${collection.slice(0, -1)}Id`, id);
  else if (mask.length > 0) query.set("updateMask", mask.join(","));
  if (validateOnly) query.set("validateOnly", "true");
  return await http.json({
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
  }
});

// src/google/run/services.ts
function createServices(http, endpoint) {
  const target = { http, endpoint, collection: "services", word: "service", permission: "run.services" };
  const url = (name) => `${endpoint}/v2/${name}`;
  const facts = (name, verb, role) => ({
    resource: `service ${name}`,
    permission: `run.services.${verb}`,
    role
  });
  return {
    get: (name) => absent(http.json({ method: "GET", url: url(name), ...facts(name, "get", "roles/run.viewer") })),
    create: (name, service, options = {}) => write(target, "create", name, service, [], options.validateOnly),
    update: (name, service, mask, options = {}) => write(target, "update", name, service, mask, options.validateOnly),
    async remove(name, etag) {
      await absent(
        http.json({
          method: "DELETE",
          url: `${url(name)}?${new URLSearchParams({ etag })}`,
          ...facts(name, "delete", "roles/run.developer")
        })
      );
    },
    // Version 3 shows conditional bindings as they are, so that none is lost in the write
    // (https://cloud.google.com/iam/docs/policies#versions).
    getIamPolicy: (name) => http.json({
      method: "GET",
      url: `${url(name)}:getIamPolicy?options.requestedPolicyVersion=3`,
      ...facts(name, "getIamPolicy", "roles/run.viewer")
    }),
    setIamPolicy: (name, policy) => http.json({
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
    init_not_found();
    init_calls();
  }
});

// src/google/project-number.ts
async function readProjectNumber({ http, endpoints }, project) {
  const { name = "" } = await http.json({
    method: "GET",
    url: `${endpoints.cloudresourcemanager}/v3/projects/${project}`,
    resource: `project ${project}`,
    // The number is optional for the caller.
    attemptTimeout: 5e3,
    deadline: 1e4,
    permission: "resourcemanager.projects.get",
    role: "roles/browser"
  });
  return name.replace("projects/", "");
}
async function checkNamespace({ namespace, kind, name }, { project, region }, cloud, log) {
  if (!namespace) return;
  const live = kind === "Service" ? await numberOfService(cloud, `projects/${project}/locations/${region}/services/${name}`) : void 0;
  const number = live ?? await readProjectNumber(cloud, project).catch(warnOfUnknown);
  if (number !== void 0) requireNamespaceOf({ namespace }, project, number);
  function warnOfUnknown(error) {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `metadata.namespace: ${namespace?.number} was not compared with the number of ${project}, which could not be read: ${error.message}. Remove metadata.namespace, or write the project's id instead.`,
      namespace?.location
    );
  }
}
function requireNamespaceOf({ namespace }, project, number) {
  if (!namespace || number === namespace.number) return;
  throw new InputError([
    {
      subject: "metadata.namespace",
      message: `is ${namespace.number}, but the number of the project to deploy to, ${project}, is ${number}. Remove it, or use the same value.`,
      location: namespace.location
    }
  ]);
}
async function numberOfService({ http, endpoints }, name) {
  const service = await createServices(http, endpoints.run).get(name).catch((error) => {
    if (error instanceof CloudError) return void 0;
    throw error;
  });
  const [, , , region = "", , short = ""] = name.split("/");
  const prefix = `${short}-`;
  for (const url of service?.urls ?? []) {
    const [host = "", at2 = ""] = new URL(url).hostname.split(/\.(.*)/s);
    const number = host.startsWith(prefix) ? host.slice(prefix.length) : "";
    if (/^\d+$/.test(number) && at2.startsWith(`${region}.run.`)) return number;
  }
  return void 0;
}
var init_project_number = __esm({
  "src/google/project-number.ts"() {
    "use strict";
    init_errors();
    init_services3();
  }
});

// src/google/run/hiding-mounts.ts
function hidingMounts(template, before) {
  return (template.containers ?? []).flatMap((container, i) => {
    const known = before?.containers?.[i]?.volumeMounts?.map(({ mountPath }) => mountPath);
    return (container.volumeMounts ?? []).flatMap(({ name = "", mountPath = "", subPath }) => {
      const folder = mountPath.replace(/(?<=.)\/+$/, "");
      if (known?.includes(mountPath) || subPath !== void 0 || !(FILLED.test(folder) || holdsProgram(folder, container)))
        return [];
      const volume = template.volumes?.find((one) => one.name === name);
      const what = volume?.secret ? "a secret" : `the volume ${name}`;
      const whose = container.name ? ` of the container ${container.name}` : "";
      return `${folder}${whose} gets ${what}, which hides all files that the image has there. Choose a folder of its own, such as /secrets/${folder.split("/").at(-1)}.`;
    });
  });
}
var FILLED, holdsProgram;
var init_hiding_mounts = __esm({
  "src/google/run/hiding-mounts.ts"() {
    "use strict";
    FILLED = /^\/(?:app|bin|boot|code|etc|home|lib|lib32|lib64|opt|root|run|sbin|srv|usr|var|workspace)$|^\/(?:usr\/(?:bin|lib|local|local\/(?:bin|etc|lib|share)|sbin|share|src|src\/app)|var\/(?:lib|www|www\/html)|etc\/(?:nginx|ssl|ssl\/certs)|home\/\w+)$/;
    holdsProgram = (folder, { command: [program = ""] = [], workingDir = "" }) => [program, `${workingDir}/`].some((path5) => path5.startsWith(`${folder}/`));
  }
});

// src/google/run/jobs.ts
function createJobs(http, endpoint) {
  const target = { http, endpoint, collection: "jobs", word: "job", permission: "run.jobs" };
  const facts = (name, verb) => ({
    resource: `job ${name}`,
    permission: `run.jobs.${verb}`,
    role: "roles/run.developer"
  });
  return {
    get: (name) => absent(http.json({ method: "GET", url: `${endpoint}/v2/${name}`, ...facts(name, "get") })),
    create: (name, job, validateOnly) => write(target, "create", name, withoutTokens(job), [], validateOnly),
    update: (name, job, validateOnly) => write(target, "update", name, withoutTokens(job), [], validateOnly),
    async list(location) {
      const jobs = [];
      const read3 = (next) => http.json({
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
      await absent(http.json({ method: "DELETE", url: `${endpoint}/v2/${name}`, ...facts(name, "delete") }));
    },
    async run(name, etag, overrides = []) {
      const containerOverrides = overrides.map(({ container, ...rest }) => ({
        ...container && { name: container },
        ...rest
      }));
      const operation = await http.json({
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
function withoutTokens({ startExecutionToken: _, runExecutionToken: __, ...job }) {
  return job;
}
var jobProblem;
var init_jobs = __esm({
  "src/google/run/jobs.ts"() {
    "use strict";
    init_errors();
    init_not_found();
    init_pages();
    init_calls();
    jobProblem = ({ reconciling, terminalCondition }) => !reconciling && terminalCondition?.state === "CONDITION_FAILED" ? terminalCondition.message ?? "it is not ready" : void 0;
  }
});

// src/google/secret-manager.ts
function createSecretManager(http, endpoint) {
  return {
    async version(secret, version) {
      const found2 = await absent(
        http.json({
          method: "GET",
          url: `${endpoint}/v1/${secret}/versions/${version}`,
          resource: `secret ${secret}, version ${version}`,
          permission: "secretmanager.versions.get",
          role: "roles/secretmanager.viewer"
        })
      );
      if (!found2) return void 0;
      const { name = `${secret}/versions/${version}`, state = "ENABLED", createTime = "" } = found2;
      return { name, version: name.slice(name.lastIndexOf("/") + 1), state, createTime };
    }
  };
}
var init_secret_manager = __esm({
  "src/google/secret-manager.ts"() {
    "use strict";
    init_not_found();
  }
});

// actions/migrate/job/source-service.ts
async function readSource2(inputs, cloud, log) {
  const from = inputs.fromService;
  if (!from) return NO_SOURCE;
  const template = "service" in from ? await liveTemplate(inputs, cloud, from.service) : await manifestTemplate(inputs, from, cloud, log);
  return takeOver(template, formatImageName(inputs.image));
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
async function liveTemplate(inputs, cloud, service) {
  const name = `projects/${inputs.project}/locations/${inputs.region}/services/${service}`;
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
        message: `the service ${service} was not found in ${inputs.region} of ${inputs.project}. For a first deploy, pass the path of its manifest.`
      }
    ]);
  }
}
function takeOver(template, imageName) {
  const containers = template.containers ?? [];
  const container = containers.find(({ image }) => image?.replace(/[@:][^/]*$/, "") === imageName) ?? containers[ingressIndex(containers)] ?? {};
  const volumeMounts = container.volumeMounts ?? [];
  const mounted = new Set(volumeMounts.map(({ name }) => name));
  return {
    env: container.env ?? [],
    volumeMounts,
    volumes: (template.volumes ?? []).filter(({ name }) => mounted.has(name)),
    vpcAccess: template.vpcAccess,
    serviceAccount: template.serviceAccount
  };
}
var init_source_service = __esm({
  "actions/migrate/job/source-service.ts"() {
    "use strict";
    init_image_reference();
    init_project_number();
    init_manifest();
    init_errors();
    init_inputs();
    init_job();
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
function withTimeout(prepared, job) {
  const timeout = taskOf(job).timeout ?? `${DEFAULT_TIMEOUT / 1e3}s`;
  return { ...prepared, timeout, limit: Number.parseInt(timeout, 10) * 1e3 + START_UP };
}
async function judged(request, manifest, inputs, context, source, cloud) {
  if (request.kind === "inputs" || !manifest) {
    for (const warning of judgeTakenOver(source.env.filter(({ name }) => !inputs.env.has(name ?? ""))))
      context.log.warning(warning);
    return { request, notes: inputs.judged.exceptions };
  }
  const clients = { registry: createRegistry(cloud.http), cloud };
  const { job, notes } = await judgeManifestJob(request.job, manifest.locate, inputs, context, clients);
  return { request: { kind: "manifest", job }, notes };
}
async function pinned(request, project, book, locate) {
  if (request.kind === "inputs") return { ...request, task: await pinSecrets(request.task, project, book) };
  const task = await pinSecrets(
    taskOf(request.job),
    project,
    book,
    locate && ((path5) => locate(["template", "template", ...path5]))
  );
  return { ...request, job: { ...request.job, template: { ...request.job.template, template: task } } };
}
function createTarget(name, request, inputs, book, checkStart2, log) {
  const { commit, project, image } = inputs;
  const { facts } = book;
  const ofCommit = { commit, digest: image.digest };
  const logged = /* @__PURE__ */ new Set();
  const warnOnce = (warning) => {
    if (!logged.has(warning)) log.warning(warning);
    logged.add(warning);
  };
  return {
    name,
    checkStart: checkStart2,
    async plan(current, args) {
      const job = planJob(current, request, inputs);
      const task = taskOf(job);
      checkContainerImages(task.containers ?? [], inputs.imageRepositories, log);
      for (const warning of hidingMounts(task, current && taskOf(current))) warnOnce(warning);
      await lookUpSecrets(task, project, book);
      const fingerprint = fingerprintOf(name, task, project, facts);
      const at2 = containerAt(task.containers ?? [], formatImageName(image));
      const override = args && { container: task.containers?.[at2]?.name, args };
      const asked = args ? withArgs(task, at2, args) : task;
      const configuration = configurationOf(asked, project, facts);
      return {
        job: withFingerprint(job, fingerprint),
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
    init_image_reference();
    init_image_repositories();
    init_registry();
    init_logging();
    init_project_number();
    init_executions();
    init_hiding_mounts();
    init_jobs();
    init_secret_manager();
    init_manifest();
    init_errors();
    init_inputs();
    init_decision();
    init_fingerprint();
    init_job();
    init_merge_task();
    init_judge_job();
    init_services2();
    init_secrets();
    init_source_service();
    START_UP = 3e5;
    withArgs = (task, at2, args) => ({
      ...task,
      containers: (task.containers ?? []).map((container, i) => i === at2 ? { ...container, args: [...args] } : container)
    });
  }
});

// actions/migrate/job/start-execution.ts
async function assess({ jobs, executions }, target, { args, repeated } = {}) {
  const state = await jobs.get(target.name);
  const plan = await target.plan(state, args);
  const listed2 = state ? await executions.list(target.name) : [];
  await target.learn(listed2);
  return { state, plan, executions: listed2, decision: decide(listed2, plan.wanted, repeated) };
}
function isPlanned(state, job, written) {
  const marks2 = (of) => [DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION].map((key) => of.template?.annotations?.[key]);
  if (JSON.stringify(marks2(state)) !== JSON.stringify(marks2(job))) return false;
  if (written !== void 0 && state.annotations?.[PLAN_ANNOTATION] === written) return true;
  const named = (of) => of.annotations?.[NAMED_ANNOTATION];
  return named(state) === named(job) && differences("Job", state, job).length === 0;
}
async function write2({ jobs }, name, job, state) {
  if (state) await jobs.update(name, job, false);
  else await jobs.create(name, job, false);
}
async function untilReady({ jobs, clock, signal }, name) {
  const look = async () => {
    const state = await jobs.get(name);
    return state && !state.reconciling ? state : void 0;
  };
  if (await poll(look, { clock, signal, until: clock.now() + DEADLINE })) return;
  throw new OutcomeError(`The job ${name} timed out after ${DEADLINE / 1e3} s: it was written and is not ready.`);
}
async function startOnce(starting, target, options) {
  const { name } = target;
  let written;
  return await persist(starting, `job ${name}`, async () => {
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const { state, plan, decision } = await assess(starting, target, options);
      if (decision.kind === "wait") return { other: decision.execution.name };
      if (decision.kind === "resume" || decision.kind === "applied" && !options.args)
        return { execution: decision.execution.name, started: false };
      const before = state?.annotations?.[SCHEMA_ANNOTATION];
      const after = JSON.stringify(options.record(readRecord(before)));
      const planned = state && before === after && isPlanned(state, plan.job, written);
      if (planned && !state.reconciling) {
        const problem = jobProblem(state);
        if (problem) throw new OutcomeError(`The job ${name} cannot run: ${problem}`);
        if (!options.args) await checkStart(starting, target, options);
        return {
          execution: await starting.jobs.run(name, state.etag ?? "", plan.override && [plan.override]),
          started: true
        };
      }
      if (!planned) {
        const job = { ...plan.job, annotations: { ...plan.job.annotations, [SCHEMA_ANNOTATION]: after } };
        written = plan.job.annotations?.[PLAN_ANNOTATION];
        await write2(starting, name, job, state);
      }
      await untilReady(starting, name);
    }
    throw new OutcomeError(
      `The job ${name} was modified concurrently; gave up after ${ROUNDS} attempts. Run this step again.`
    );
  });
}
async function checkStart(starting, target, options) {
  try {
    await target.checkStart();
  } catch (error) {
    await withdraw(starting, target, options).catch(({ message }) => starting.log.debug(message));
    throw error;
  }
}
async function withdraw(starting, target, options) {
  const { withdrawn } = options;
  if (!withdrawn) return;
  await persist(starting, `job ${target.name}`, async () => {
    const { state, plan, decision, executions } = await assess(starting, target, options);
    if (!state || decision.kind === "resume" || decision.kind === "applied") return;
    const before = state.annotations?.[SCHEMA_ANNOTATION];
    const ran = executions.some((execution) => isSame(execution, plan.wanted));
    const after = JSON.stringify(withdrawn(readRecord(before), ran));
    if (before !== after)
      await starting.jobs.update(
        target.name,
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
      until: clock.now() + DEADLINE,
      mayPass: (error) => isTransient(error) || error instanceof CloudError && (error.status === 409 || error.status > 500),
      onRetry: ({ message }) => log.debug(`${resource}: ${message}; looking again`)
    });
  } catch (error) {
    throw error instanceof CloudError && error.status === 429 ? quota(error) : error;
  }
}
var DEADLINE, ROUNDS, quota;
var init_start_execution = __esm({
  "actions/migrate/job/start-execution.ts"() {
    "use strict";
    init_jobs();
    init_manifest();
    init_schema();
    init_errors();
    init_retry();
    init_decision();
    init_job();
    DEADLINE = 12e4;
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
  const { execution, lines } = await followToEnd(quiet, name, work.limit, void 0);
  const status = parseStatus(lines);
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
    const { execution, lines } = await followToEnd(work, name, work.limit, first?.logUri);
    if (execution && succeeded(execution)) return execution;
    const tasks = execution ? await work.executions.taskResults(name).catch(() => []) : [];
    await remember(work, void 0, entry(work, database, migrations, void 0, "failed")).catch(
      (error) => context.log.debug(error.message)
    );
    if (lines.length > 0) context.summary.block(lines.slice(-20).join("\n"), "text");
    throw new OutcomeError(
      `${describeFailure(execution, tasks, work.timeout)} Do not deploy this commit. ${first?.logUri ?? ""}`.trim()
    );
  } catch (error) {
    if (isAbort(error)) await leave(work.inputs, context, name);
    throw error;
  }
}
function finish({ inputs, context, target, notes }, execution, version, applied) {
  context.output("execution", execution.name);
  context.output("log-uri", execution.logUri);
  context.output("schema-version", version);
  context.output("already-applied", applied !== void 0);
  summarizeMigration(context.summary, {
    run: context.github,
    inputs,
    notes,
    job: target.name,
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
    import_node_process = __toESM(require("node:process"), 1);
    init_action();
    init_inputs();
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
    import_node_process2 = __toESM(require("node:process"), 1);
    init_action();
    init_clean_up();
    init_inputs();
    void runAction({ name: "migrate", readInputs, run: cleanUpMigration }, import_node_process2.default);
  }
});

// actions/migrate/action.cjs
exports.main = () => void (init_main(), __toCommonJS(main_exports));
exports.post = () => void (init_post(), __toCommonJS(post_exports));
