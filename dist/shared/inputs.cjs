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

// shared:src/google/http/loopback.ts
var require_loopback = __commonJS({
  "shared:src/google/http/loopback.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/loopback.ts"];
  }
});

// src/container/image-reference.ts
var image_reference_exports = {};
__export(image_reference_exports, {
  DIGEST: () => DIGEST,
  TAG: () => TAG,
  artifactRegistryRepository: () => artifactRegistryRepository,
  formatImageDigest: () => formatImageDigest,
  formatImageName: () => formatImageName,
  imageNameOf: () => imageNameOf,
  isDigestReference: () => isDigestReference,
  parseImageDigest: () => parseImageDigest,
  parseImageName: () => parseImageName,
  registryPath: () => registryPath,
  splitPath: () => splitPath,
  tagOf: () => tagOf
});
function parseImageName(text) {
  const expected = "Write HOST/PROJECT/REPOSITORY/NAME, for instance us-central1-docker.pkg.dev/acme/apps/server";
  const value = text.trim();
  if (value.includes("@")) throw new Error(`"${text}" has a digest. ${expected}; the digest is what the build makes.`);
  const scheme = /^[a-z]+:\/\//.exec(value)?.[0];
  if (scheme !== void 0)
    throw new Error(`"${text}" starts with ${scheme}, which is no part of a name. ${expected}.`);
  const slash = value.indexOf("/");
  const host = slash < 0 ? "" : value.slice(0, slash);
  if (!HOST.test(host)) throw new Error(`"${text}" contains no registry. ${expected}.`);
  const path = value.slice(slash + 1);
  if (path.split("/").at(-1)?.includes(":"))
    throw new Error(`"${text}" has a tag. ${expected}, and tags in the input tags.`);
  const components = path.split("/");
  const bad = components.find(
    (component, i) => !COMPONENT.test(component) && !(i === 0 && PROJECT_DOMAIN.test(component))
  );
  if (bad !== void 0) {
    const hint = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : "";
    throw new Error(`"${text}" is not an image name.${hint} ${expected}.`);
  }
  return { host, path };
}
function parseImageDigest(text) {
  const value = text.trim();
  const at = value.indexOf("@");
  const advice = 'Pass the output "image" of build-image, which is NAME@sha256:\u2026';
  if (at < 0) {
    const tag = tagOf(value);
    if (tag === "latest")
      throw new Error(`"${text}" is the tag latest, which can point to another image at any time. ${advice}.`);
    if (tag !== void 0)
      throw new Error(`"${text}" is a tag, and a tag can be moved. A digest is required here. ${advice}.`);
    throw new Error(`"${text}" has no digest. ${advice}.`);
  }
  const digest = value.slice(at + 1);
  if (!DIGEST.test(digest))
    throw new Error(`"${text}" has a malformed digest. Expected sha256: and 64 hexadecimal digits. ${advice}.`);
  const name = value.slice(0, at).replace(/:[^/:]+$/, "");
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
  const location = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(image.host)?.[1] ?? ((0, import_loopback.isLoopback)(image.host) ? region : void 0);
  const { project, rest } = splitPath(image);
  const [repository, name] = rest;
  if (!location || !repository || !name) return void 0;
  return `projects/${project}/locations/${location}/repositories/${repository}`;
}
var import_loopback, HOST, COMPONENT, PROJECT_DOMAIN, DIGEST, TAG, tagOf, isDigestReference, registryPath, formatImageName, formatImageDigest;
var init_image_reference = __esm({
  "src/container/image-reference.ts"() {
    "use strict";
    import_loopback = __toESM(require_loopback(), 1);
    HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)$/;
    COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
    PROJECT_DOMAIN = /^[a-z0-9.-]+:[a-z0-9-]+$/;
    DIGEST = /^sha256:[0-9a-f]{64}$/;
    TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
    tagOf = (text) => text.includes("@") ? void 0 : /:([^/:]+)$/.exec(text)?.[1];
    isDigestReference = (text) => /^\S+@sha256:[0-9a-f]{64}$/.test(text) && imageNameOf(text) !== void 0;
    registryPath = ({ path }) => path.replace(/^([^/:]+):/, "$1/");
    formatImageName = (image) => `${image.host}/${registryPath(image)}`;
    formatImageDigest = (image) => `${formatImageName(image)}@${image.digest}`;
  }
});

// src/provenance/identity.ts
var identity_exports = {};
__export(identity_exports, {
  identityProblem: () => identityProblem,
  identityRefMatches: () => identityRefMatches,
  issuerOf: () => issuerOf,
  sourceProblem: () => sourceProblem,
  workflowOf: () => workflowOf
});
function issuerOf(serverUrl) {
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : "";
  if (host === "github.com") return "https://token.actions.githubusercontent.com";
  return /^[a-z0-9-]+\.ghe\.com$/.test(host) ? `https://token.actions.${host}` : void 0;
}
function identityProblem(build, wanted) {
  const issuer = issuerOf(wanted.serverUrl);
  if (issuer === void 0 || build.issuer !== issuer && !build.issuer.startsWith(`${issuer}/`))
    return `of the token issuer ${build.issuer || "(none)"}`;
  return sourceProblem(build, wanted);
}
function sourceProblem(build, wanted) {
  if (!build.repository.startsWith(`${wanted.serverUrl}/`)) return `of ${build.repository || "(no repository)"}`;
  if (build.repositoryId !== wanted.repositoryId)
    return `of repository ${build.repository || "(none)"} (id ${build.repositoryId || "none"}), not of id ${wanted.repositoryId}`;
  const [path, workflowRef] = workflowOf(build);
  if (path === void 0) return `of the workflow ${build.workflow || "(none)"}, which is not in its repository`;
  if (!matchesAny(path, wanted.workflows)) return `of the workflow ${path}, not of ${wanted.workflows.join(" or ")}`;
  for (const ref of [build.ref, workflowRef ?? ""])
    if (!matchesAny(ref, wanted.refs)) return `of ${ref || "no ref"}, not of ${wanted.refs.join(" or ")}`;
  if (!wanted.triggers.includes(build.trigger))
    return `of a run that was started by ${build.trigger || "nothing known"}, not by ${wanted.triggers.join(" or ")}`;
  return void 0;
}
function workflowOf({ workflow, repository }) {
  if (repository === "" || !workflow.startsWith(`${repository}/`)) return [];
  const rest = workflow.slice(repository.length + 1);
  const at = rest.indexOf("@");
  return at < 0 ? [] : [rest.slice(0, at), rest.slice(at + 1)];
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
    identityRefMatches = (ref, { refs }) => matchesAny(ref, refs);
    matchesAny = (text, patterns) => patterns.some((pattern) => patternOf(pattern).test(text));
  }
});

// src/provenance/statement.ts
var statement_exports = {};
__export(statement_exports, {
  BUILD_CACHE: () => BUILD_CACHE,
  CACHE_MOUNTS: () => CACHE_MOUNTS,
  INTOTO_PAYLOAD: () => INTOTO_PAYLOAD,
  SLSA_PROVENANCE: () => SLSA_PROVENANCE,
  STATEMENT_TYPE: () => STATEMENT_TYPE,
  readStatement: () => readStatement,
  statedIdentity: () => statedIdentity,
  statementProblem: () => statementProblem
});
function readStatement(envelope) {
  if (envelope.payloadType !== INTOTO_PAYLOAD) throw new Error(`its payload is ${envelope.payloadType}`);
  const statement = JSON.parse(Buffer.from(envelope.payload).toString("utf8"));
  if (!isObject(statement)) throw new Error("its payload is not a statement");
  return statement;
}
function statementProblem({ _type, predicateType, subject, predicate }, expected, build) {
  if (_type !== STATEMENT_TYPE) return `a statement of type ${shown(_type)}, not ${STATEMENT_TYPE}`;
  if (predicateType !== expected.predicateType) return `of type ${shown(predicateType)}, not ${expected.predicateType}`;
  const digests = (Array.isArray(subject) ? subject : []).map(
    (one) => isObject(one) && isObject(one.digest) ? one.digest.sha256 : void 0
  );
  if (!digests.includes(expected.digest.replace("sha256:", ""))) return "about another image";
  const workflow = field(predicate, "buildDefinition", "externalParameters", "workflow");
  const [repository, ref] = [field(workflow, "repository"), field(workflow, "ref")];
  if (repository !== build.repository || ref !== build.ref)
    return `about a build of ${shown(repository)} at ${shown(ref)}, though ${build.repository || "nobody known"} at ${build.ref || "no ref"} signed it`;
  return void 0;
}
function statedIdentity({ predicate }) {
  const workflow = field(predicate, "buildDefinition", "externalParameters", "workflow");
  const github = field(predicate, "buildDefinition", "internalParameters", "github");
  const dependencies = field(predicate, "buildDefinition", "resolvedDependencies");
  const [source] = Array.isArray(dependencies) ? dependencies : [];
  const text = (value) => typeof value === "string" ? value : "";
  const [repository, ref] = [text(field(workflow, "repository")), text(field(workflow, "ref"))];
  return {
    issuer: "",
    repository,
    ref,
    repositoryId: text(field(github, "repository_id")),
    workflow: `${repository}/${text(field(workflow, "path"))}@${ref}`,
    trigger: text(field(github, "event_name")),
    commit: text(field(source, "digest", "gitCommit")),
    runUrl: text(field(predicate, "runDetails", "metadata", "invocationId"))
  };
}
var INTOTO_PAYLOAD, STATEMENT_TYPE, SLSA_PROVENANCE, BUILD_CACHE, CACHE_MOUNTS, isObject, field, shown;
var init_statement = __esm({
  "src/provenance/statement.ts"() {
    "use strict";
    INTOTO_PAYLOAD = "application/vnd.in-toto+json";
    STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
    SLSA_PROVENANCE = "https://slsa.dev/provenance/v1";
    BUILD_CACHE = "https://github.com/orchestra/actions/attestations/build-cache/v1";
    CACHE_MOUNTS = "https://github.com/orchestra/actions/attestations/cache-mounts/v1";
    isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
    field = (value, ...path) => path.reduce((at, name) => isObject(at) ? at[name] : void 0, value);
    shown = (value) => typeof value === "string" ? value.slice(0, 200) : "unknown";
  }
});

// src/provenance/key-signature.ts
var key_signature_exports = {};
__export(key_signature_exports, {
  KEY_ALGORITHMS: () => KEY_ALGORITHMS,
  keyBundle: () => keyBundle,
  keyHint: () => keyHint,
  parsePublicKey: () => parsePublicKey,
  preAuthEncoding: () => preAuthEncoding,
  sha256: () => sha256
});
function parsePublicKey(pem) {
  let key;
  try {
    key = (0, import_node_crypto.createPublicKey)(pem);
  } catch {
    throw new Error("holds no public key in PEM");
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (pem.includes("PRIVATE KEY")) throw new Error("holds a private key. Use its public key");
  if (type === "rsa" && (details?.modulusLength ?? 0) >= 2048) return key;
  if (type === "ec" && details?.namedCurve === "prime256v1") return key;
  throw new Error(`holds a key of type ${type} ${details?.namedCurve ?? details?.modulusLength ?? ""}`.trim());
}
function preAuthEncoding(payload) {
  const head = `DSSEv1 ${INTOTO_PAYLOAD.length} ${INTOTO_PAYLOAD} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}
function keyBundle(payload, signature, key) {
  if (!(0, import_node_crypto.verify)("sha256", preAuthEncoding(payload), key, signature))
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
var import_node_crypto, BUNDLE, KEY_ALGORITHMS, keyHint, sha256;
var init_key_signature = __esm({
  "src/provenance/key-signature.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    init_statement();
    BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    KEY_ALGORITHMS = /^(EC_SIGN_P256_SHA256|RSA_SIGN_PKCS1_(2048|3072|4096)_SHA256)$/;
    keyHint = (key) => (0, import_node_crypto.createHash)("sha256").update(key.export({ type: "spki", format: "der" })).digest("base64");
    sha256 = (bytes) => (0, import_node_crypto.createHash)("sha256").update(bytes).digest();
  }
});

// src/provenance/signed-roots-file.ts
var signed_roots_file_exports = {};
__export(signed_roots_file_exports, {
  SIGNED_ROOTS: () => SIGNED_ROOTS,
  expiryOf: () => expiryOf,
  isSignedRoots: () => isSignedRoots
});
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
var require_read_file = __commonJS({
  "shared:src/inputs/read-file.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/read-file.ts"];
  }
});

// src/inputs/provenance.ts
var provenance_exports = {};
__export(provenance_exports, {
  readProvenanceInputs: () => readProvenanceInputs
});
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
      `is incomplete, and the run does not supply the rest. Set ${missing.join(" and ")}.`
    );
  if (issuerOf(github.serverUrl) === void 0 && mode !== "off" && keys.length === 0)
    reader.problem(
      "require-provenance",
      `is not available on GitHub Enterprise Server (${github.serverUrl}): no certificate authority that can be verified signs its tokens. Leave it out, or sign with a key (sign-key of build-image) and set provenance-key.`
    );
  return { mode, identity: missing.length > 0 ? void 0 : identity, trustedRoots, keys };
}
function readTrustedRoots(path, now) {
  let text;
  try {
    text = (0, import_read_file.readTextFile)(path);
  } catch {
    throw new Error(`there is no file "${path}". ${GET_ROOTS}`);
  }
  const parse3 = (json) => JSON.parse(json);
  try {
    const roots = text.trim().startsWith("{") && isJson(text) ? [parse3(text)] : text.trim().split("\n").map(parse3);
    if (roots.some(isSignedRoots)) return notExpired(roots, path, now);
    if (roots.every((root) => typeof root === "object" && root !== null && "certificateAuthorities" in root))
      return roots;
  } catch (error) {
    if (error instanceof ExpiredError) throw error;
  }
  throw new Error(`"${path}" holds no trusted roots. ${GET_ROOTS}`);
}
function notExpired(roots, path, now) {
  const end = Math.min(...roots.filter(isSignedRoots).map(expiryOf));
  if (end > now) return roots;
  throw new ExpiredError(
    `the signatures of "${path}" expired on ${new Date(end).toISOString().slice(0, 10)}. ${GET_ROOTS}`
  );
}
function readPublicKeys(path) {
  let text;
  try {
    text = (0, import_read_file.readTextFile)(path);
  } catch {
    throw new Error(`there is no file "${path}". ${GET_KEY}`);
  }
  const blocks = text.match(/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw new Error(`"${path}" holds no public key in PEM. ${GET_KEY}`);
  for (const block of blocks) {
    try {
      parsePublicKey(block);
    } catch (error) {
      throw new Error(
        `"${path}" ${error.message}. Expected EC P-256, or RSA of 2048 bits and more. ${GET_KEY}`
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
var import_node_path, import_read_file, TRIGGERS, KEYS, ExpiredError, GET_ROOTS, GET_KEY;
var init_provenance = __esm({
  "src/inputs/provenance.ts"() {
    "use strict";
    import_node_path = require("node:path");
    init_identity();
    init_key_signature();
    init_signed_roots_file();
    import_read_file = __toESM(require_read_file(), 1);
    TRIGGERS = ["push", "workflow_dispatch", "schedule"];
    KEYS = ["repository-id", "workflow", "ref", "trigger"];
    ExpiredError = class extends Error {
    };
    GET_ROOTS = "Create it with: npx github:orchestra/actions#v1 trusted-root > FILE";
    GET_KEY = "Create it with: gcloud kms keys versions get-public-key VERSION --key=KEY --keyring=RING --location=LOCATION --output-file=FILE";
  }
});

// shared:src/runtime/errors.ts
var require_errors = __commonJS({
  "shared:src/runtime/errors.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/errors.ts"];
  }
});

// shared:src/github/commit.ts
var require_commit = __commonJS({
  "shared:src/github/commit.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/commit.ts"];
  }
});

// src/github/freshness.ts
var freshness_exports = {};
__export(freshness_exports, {
  ON_UNKNOWN_HISTORY: () => ON_UNKNOWN_HISTORY,
  checkFreshness: () => checkFreshness
});
async function checkFreshness(commit, known, options) {
  const { log, force, done } = options;
  for (const other of new Set(known)) {
    if (other === commit) continue;
    const relation = await relate(other, commit, options);
    if (relation === "newer") continue;
    if (relation === "older") {
      const message = `Commit ${(0, import_commit.shortCommit)(commit)} is older than ${(0, import_commit.shortCommit)(other)}, which is already ${options.known ?? "live"}.`;
      if (!force)
        throw new import_errors.OutcomeError(
          `${message} Nothing was changed. ${options.wayBack ?? `To go back on purpose use rollback-to, or force: true to let the older commit be ${done}.`}`
        );
      log.warning(`${message} It is ${done} because force is true.`);
      continue;
    }
    if (options.onUnknownHistory === "refuse" && !force)
      throw new import_errors.OutcomeError(
        `${relation.unknown} Nothing was changed, because on-unknown-history is refuse. Use force: true to let this commit be ${done} once.`
      );
    log.warning(`${relation.unknown} The commit is ${done} without this check.`);
  }
}
async function relate(other, commit, { github, known = "live" }) {
  const [theirs, ours] = [`${(0, import_commit.shortCommit)(other)}, which is ${known}`, (0, import_commit.shortCommit)(commit)];
  const unchecked = `Whether commit ${ours} is older than ${theirs}, is unknown`;
  if (!github) return { unknown: `${unchecked}: there is no github-token.` };
  let status;
  try {
    status = await (await github()).compare(other, commit);
  } catch (error) {
    const refused = error instanceof import_errors.CloudError && [401, 403].includes(error.status) && error.retryAfterMs === void 0;
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
    return {
      unknown: `The histories of commit ${ours} and of ${theirs}, have diverged, so neither is older. Commit ${ours} may lack changes of ${(0, import_commit.shortCommit)(other)}.`
    };
  return status === "behind" ? "older" : "newer";
}
var import_errors, import_commit, ON_UNKNOWN_HISTORY;
var init_freshness = __esm({
  "src/github/freshness.ts"() {
    "use strict";
    import_errors = __toESM(require_errors(), 1);
    import_commit = __toESM(require_commit(), 1);
    ON_UNKNOWN_HISTORY = ["refuse", "warn"];
  }
});

// shared:src/github/run.ts
var require_run = __commonJS({
  "shared:src/github/run.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/github/run.ts"];
  }
});

// shared:src/google/auth.ts
var require_auth = __commonJS({
  "shared:src/google/auth.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/auth.ts"];
  }
});

// shared:src/google/credential-file.ts
var require_credential_file = __commonJS({
  "shared:src/google/credential-file.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/credential-file.ts"];
  }
});

// src/inputs/shared.ts
var shared_exports = {};
__export(shared_exports, {
  parseProject: () => parseProject,
  parseRegion: () => parseRegion,
  readAuthInputs: () => readAuthInputs,
  readGitHubToken: () => readGitHubToken,
  readHistoryInputs: () => readHistoryInputs,
  readRequired: () => readRequired,
  readSharedInputs: () => readSharedInputs
});
function readSharedInputs(reader, context) {
  return {
    auth: readAuthInputs(reader),
    project: reader.parse("project", parseProject) ?? context.env.GOOGLE_CLOUD_PROJECT ?? missingProject(reader),
    commit: readCommit(reader, context),
    dryRun: reader.boolean("dry-run", "false")
  };
}
function readRequired(reader, name, parser) {
  return reader.required(name) === "" ? "" : reader.parse(name, parser) ?? "";
}
function readAuthInputs(reader) {
  const key = reader.parse("credentials-json", import_credential_file.parseServiceAccountKey);
  for (const name of ["workload-identity-provider", "service-account"])
    if (reader.given("credentials-json") && reader.given(name))
      reader.problem("credentials-json", `cannot be combined with ${name}. Keep ${name}, and remove the key.`);
  return {
    workloadIdentityProvider: reader.parse("workload-identity-provider", import_auth.parseProvider),
    serviceAccount: reader.parse("service-account", import_auth.parseServiceAccount),
    ...key && { key }
  };
}
function readGitHubToken(reader) {
  const expanded = (text) => text.trim() === GITHUB_TOKEN ? void 0 : text.trim();
  return reader.parse("github-token", expanded, GITHUB_TOKEN);
}
function readHistoryInputs(reader) {
  return {
    githubToken: readGitHubToken(reader),
    onUnknownHistory: reader.oneOf("on-unknown-history", ON_UNKNOWN_HISTORY, "warn")
  };
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
  if (value.includes("\n"))
    throw new Error(
      `only one region is allowed here, got ${value.split(/\s+/).join(", ")}. Entries of services can name several of their own.`
    );
  if (/[\s,]/.test(value)) throw new Error(`"${text}" is not a region. Write one region per line.`);
  throw new Error(`"${text}" is not a region. Write for instance us-central1 or europe-west1.`);
}
function missingProject(reader) {
  if (!reader.given("project")) reader.problem("project", "is missing. Set the id of the Google Cloud project.");
  return "";
}
function readCommit(reader, context) {
  const given = reader.text("commit");
  try {
    return (0, import_run.resolveCommit)(given, context.github);
  } catch (error) {
    if (!(error instanceof import_errors2.InputError)) throw error;
    reader.problem("commit", error.problems[0]?.message ?? error.message);
    return "";
  }
}
var import_run, import_auth, import_credential_file, import_errors2, GITHUB_TOKEN;
var init_shared = __esm({
  "src/inputs/shared.ts"() {
    "use strict";
    init_freshness();
    import_run = __toESM(require_run(), 1);
    import_auth = __toESM(require_auth(), 1);
    import_credential_file = __toESM(require_credential_file(), 1);
    import_errors2 = __toESM(require_errors(), 1);
    GITHUB_TOKEN = "${{ github.token }}";
  }
});

// shared:fastest-levenshtein
var require_fastest_levenshtein = __commonJS({
  "shared:fastest-levenshtein"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["fastest-levenshtein"];
  }
});

// shared:src/records/annotations.ts
var require_annotations = __commonJS({
  "shared:src/records/annotations.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/records/annotations.ts"];
  }
});

// src/policy/exceptions.ts
var exceptions_exports = {};
__export(exceptions_exports, {
  allowingText: () => allowingText,
  covers: () => covers,
  exceptionLines: () => exceptionLines,
  exceptionsIn: () => exceptionsIn,
  hasSubstance: () => hasSubstance,
  isExpired: () => isExpired,
  parseException: () => parseException,
  parseExceptionLine: () => parseExceptionLine,
  suggestedDate: () => suggestedDate,
  textOf: () => textOf
});
function parseExceptionLine(line) {
  const [, rule = "", text = ""] = /^([a-z][a-z-]*)\s+(.*)$/.exec(line.trim()) ?? [];
  if (!DATED.test(text))
    throw new Error(
      `"${line}" is not an exception. Write RULE TARGET until YYYY-MM-DD: REASON, for instance no-plain-secrets MAPS_KEY until 2027-06-30: restricted to our domains. TARGET is a variable or container.`
    );
  return { rule, text, where: `input policy-exceptions: ${rule}` };
}
function parseException({ text, where, path, rule }, whole) {
  const base = { rule, where, ...path && { path } };
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
var import_annotations, PREFIX, exceptionsIn, DATED, EMPTY, isExpired, DAY, SUGGESTED, suggestedDate, allowingText, textOf, exceptionLines;
var init_exceptions = __esm({
  "src/policy/exceptions.ts"() {
    "use strict";
    import_annotations = __toESM(require_annotations(), 1);
    PREFIX = `${import_annotations.ANNOTATION_PREFIX}policy-exception.`;
    exceptionsIn = (annotations = {}) => Object.entries(annotations).flatMap(([key, value]) => {
      if (!key.startsWith(PREFIX)) return [];
      const rule = key.slice(PREFIX.length);
      const at = { rule, where: key, path: ["annotations", key] };
      const lines = value.split("\n").filter((line) => line.trim() !== "");
      if (!lines.some((line) => DATED.test(line.trim()))) return [{ ...at, text: value }];
      return lines.map((text) => ({ ...at, text }));
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
var apply_exceptions_exports = {};
__export(apply_exceptions_exports, {
  RULE_KINDS: () => RULE_KINDS,
  judgeFindings: () => judgeFindings
});
function judgeFindings(found, { place, texts }, now, locate) {
  const at = (path) => {
    const location = path && locate(path);
    return location ? { location } : {};
  };
  const exceptions = [];
  const exceptionProblems = [];
  const addProblem = (message, { path }, lenient) => exceptionProblems.push({ rule: "policy-exception", message, ...at(path), ...lenient && { lenient } });
  for (const text of texts) {
    const problem = ruleProblem(text.rule);
    const parsed = problem ? { problem } : parseException(text, RULE_KINDS[text.rule].whole);
    if ("problem" in parsed) addProblem(`${text.where} ${parsed.problem}`, text, false);
    else if (isExpired(parsed, now))
      addProblem(
        `${nameOf(parsed)} expired on ${parsed.until}. Fix what it was for, or extend it in a review.`,
        text,
        true
      );
    else exceptions.push(parsed);
  }
  const isRefused = ({ rule, finding }) => RULE_KINDS[rule].allowsExceptions && !finding.lenient && !exceptions.some((one) => covers(one, rule, finding));
  const refused = found.filter(isRefused);
  const howToAllow = (rule, finding) => {
    const where = place === "manifest" ? "in metadata.annotations" : "in the input policy-exceptions";
    const present = place === "manifest" ? exceptions.filter((one) => one.rule === rule && one.path).map(textOf) : [];
    const lines = (findings) => exceptionLines(rule, [...present, ...findings.map((one) => allowingText(one, now))], place);
    const ofRule = refused.filter((one) => one.rule === rule).map((one) => one.finding);
    const all = place === "manifest" && ofRule.length > 1 && ofRule.at(-1) === finding ? `If all ${ofRule.length} must stay, write ${where}: ${lines(ofRule)} ` : "";
    return `${all}If ${all ? "only this one" : "it"} must stay, write ${where}: ${lines([finding])}`;
  };
  const used = /* @__PURE__ */ new Map();
  const violations = found.map(({ rule, finding }) => {
    const exception = exceptions.find((one) => covers(one, rule, finding));
    const { message, path, lenient } = finding;
    const base = { rule, ...at(path), ...lenient && { lenient } };
    if (exception) {
      used.set(exception, [...used.get(exception) ?? [], { rule, finding }]);
      const { reason, target, until } = exception;
      return { ...base, message, exception: { reason, target, until } };
    }
    if (!RULE_KINDS[rule].allowsExceptions || lenient) return { ...base, message };
    return { ...base, message: `${message} ${howToAllow(rule, finding)}` };
  });
  for (const exception of exceptions) {
    const findings = used.get(exception) ?? [];
    if (exception.former) addProblem(formerAdvice(exception, findings, place, now), exception, true);
    else if (findings.length === 0 && exception.path)
      addProblem(`${nameOf(exception)} no longer applies to anything. Remove it.`, exception, true);
  }
  return { exceptionProblems, violations };
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
  if (!RULE_KINDS[rule].allowsExceptions)
    return "is not possible: this rule is about the commit, not about the manifest.";
  return void 0;
}
var import_fastest_levenshtein, ONE, WHOLE, RULE_KINDS, nameOf;
var init_apply_exceptions = __esm({
  "src/policy/apply-exceptions.ts"() {
    "use strict";
    import_fastest_levenshtein = __toESM(require_fastest_levenshtein(), 1);
    init_exceptions();
    ONE = { allowsExceptions: true, whole: false };
    WHOLE = { allowsExceptions: true, whole: true };
    RULE_KINDS = {
      "no-latest": ONE,
      "digest-only": ONE,
      "startup-probe": ONE,
      "no-plain-secrets": ONE,
      "no-public-database": ONE,
      "min-instances": WHOLE,
      "no-health-check-disabled": WHOLE,
      "required-checks": { allowsExceptions: false, whole: true }
    };
    nameOf = ({ where, target }) => target ? `${where} for ${target}` : where;
  }
});

// shared:src/manifest/image.ts
var require_image = __commonJS({
  "shared:src/manifest/image.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/manifest/image.ts"];
  }
});

// src/policy/rules/containers.ts
var containers_exports = {};
__export(containers_exports, {
  forContainers: () => forContainers,
  mainIndex: () => mainIndex,
  placedContainers: () => placedContainers,
  variableTargets: () => variableTargets
});
function variableTargets({ resource }, target, name) {
  const holders = (0, import_image.containersOf)(resource).filter(({ env = [] }) => env.some((variable3) => variable3.name === name));
  const inContainer = `${target}/${name}`;
  return holders.length > 1 ? [inContainer, name] : [name, inContainer];
}
function mainIndex({ resource }) {
  const containers = (0, import_image.containersOf)(resource);
  const index = (0, import_image.ingressIndex)(containers);
  if (index >= 0) return index;
  return Math.max(
    0,
    containers.findIndex(({ image = "" }) => isDigestReference(image))
  );
}
var import_image, placedContainers, forContainers;
var init_containers = __esm({
  "src/policy/rules/containers.ts"() {
    "use strict";
    init_image_reference();
    import_image = __toESM(require_image(), 1);
    placedContainers = ({ kind, resource }) => (0, import_image.containersOf)(resource).map((container, i) => ({
      container,
      path: [...(0, import_image.containersPath)(kind), i],
      target: container.name ?? `containers[${i}]`
    }));
    forContainers = (subject, find) => placedContainers(subject).flatMap(find);
  }
});

// src/policy/rules/images.ts
var images_exports = {};
__export(images_exports, {
  imagesByTag: () => imagesByTag,
  isLatest: () => isLatest,
  latestImages: () => latestImages
});
function forImages(subject, find) {
  return forContainers(subject, ({ container: { name, image }, path, target }) => {
    const wrong = image === void 0 ? void 0 : find(image);
    if (wrong === void 0) return [];
    const whose = name === void 0 ? "" : ` of the container ${name}`;
    const message = `The image ${image}${whose} ${wrong}. Name it by its digest: NAME@sha256:\u2026, which is the output "image" of build-image.`;
    return [{ message, path: [...path, "image"], targets: [target] }];
  });
}
var latestImages, imagesByTag, isPlaceholder, isLatest;
var init_images = __esm({
  "src/policy/rules/images.ts"() {
    "use strict";
    init_image_reference();
    init_containers();
    latestImages = (subject) => forImages(
      subject,
      (image) => isLatest(image) && !isPlaceholder(image) ? "can be another image at any time" : void 0
    );
    imagesByTag = (subject) => forImages(subject, (image) => {
      if (isPlaceholder(image)) return "is a placeholder, and neither the input image nor substitutions replace it";
      if (isDigestReference(image) || isLatest(image)) return void 0;
      return image.includes("@") ? "has no valid digest, which is sha256: and 64 hexadecimal digits after a whole name" : "is a tag, and a tag can be moved";
    });
    isPlaceholder = (image) => /\$|\{\{|\s/.test(image);
    isLatest = (image) => !image.includes("@") && (tagOf(image) ?? "latest") === "latest";
  }
});

// src/policy/rules/min-instances.ts
var min_instances_exports = {};
__export(min_instances_exports, {
  noInstances: () => noInstances
});
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
      message: `The service is for production (${WHY}) and has no minimum number of instances, so the first request after a pause waits for a cold start. Set autoscaling.knative.dev/minScale to "1" or more, or change the label.`,
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

// shared:src/policy/secrets/looks-like-secret.ts
var require_looks_like_secret = __commonJS({
  "shared:src/policy/secrets/looks-like-secret.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/policy/secrets/looks-like-secret.ts"];
  }
});

// src/policy/rules/plain-secrets.ts
var plain_secrets_exports = {};
__export(plain_secrets_exports, {
  plainSecrets: () => plainSecrets,
  secretBuildArguments: () => secretBuildArguments
});
var import_looks_like_secret, plainSecrets, secretBuildArguments;
var init_plain_secrets = __esm({
  "src/policy/rules/plain-secrets.ts"() {
    "use strict";
    import_looks_like_secret = __toESM(require_looks_like_secret(), 1);
    init_containers();
    plainSecrets = (subject) => forContainers(subject, ({ container: { env = [], command = [], args = [] }, path, target }) => [
      ...env.flatMap(({ name = "", value }, i) => {
        const found = value === void 0 ? void 0 : (0, import_looks_like_secret.findSecret)(name, value);
        if (!found) return [];
        const message = `The variable ${name} looks like a secret (${found.reason}). Put it into Secret Manager, and refer to it with valueFrom.secretKeyRef, or in the input secrets.`;
        return [
          {
            message,
            path: [...path, "env", i, "value"],
            targets: variableTargets(subject, target, name),
            certain: found.certain
          }
        ];
      }),
      ...Object.entries({ command, args }).flatMap(
        ([field2, words2]) => (0, import_looks_like_secret.secretWords)(words2, field2 === "args" ? command : []).map(({ index, reason, certain }) => {
          const message = `One of the ${field2 === "args" ? "arguments" : "words of the command"} looks like a secret (${reason}). Put it into Secret Manager, and pass it in the environment.`;
          const targets = [`${target}/${field2}[${index}]`, `${target}/${field2}`, field2];
          return { message, path: [...path, field2, index], targets, certain };
        })
      )
    ]);
    secretBuildArguments = (given) => [...given].flatMap(([name, value]) => {
      const found = (0, import_looks_like_secret.findSecret)(name, value);
      if (!found) return [];
      const message = `${name} looks like a secret (${found.reason}), and build arguments stay readable in the image's history and provenance. Pass it in secrets and use RUN --mount=type=secret,id=${name}.`;
      return [{ message, targets: [name], certain: found.certain }];
    });
  }
});

// src/policy/rules/public-databases.ts
var public_databases_exports = {};
__export(public_databases_exports, {
  publicDatabases: () => publicDatabases
});
function publicDatabases(subject) {
  return [...subject.kind === "Service" ? exposedDatabase(subject.resource) : [], ...publicAddresses(subject)];
}
function exposedDatabase(service) {
  const containers = (0, import_image2.containersOf)(service);
  const index = (0, import_image2.ingressIndex)(containers);
  const container = containers[index];
  if (!container || !isPublic(service)) return [];
  const port = container.ports?.[0]?.containerPort;
  const byPort = port === void 0 ? void 0 : PORTS.get(port);
  const byImage = databaseImage(container);
  const what = byPort ? `the port of ${byPort} (${port})` : byImage ? `a database (the image ${byImage})` : void 0;
  if (what === void 0) return [];
  const at = byPort ? ["ports", 0, "containerPort"] : ["image"];
  return [
    {
      message: `The service opens ${what} to the internet. Use Cloud SQL or Memorystore, or set run.googleapis.com/ingress to internal.`,
      path: ["template", "containers", index, ...at],
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
    ({ container: { env = [] }, path, target }) => env.flatMap(({ name = "", value = "" }, n) => {
      const host = hostOf(name, value);
      if (host === void 0 || !isPublicAddress(host)) return [];
      const message = `The variable ${name} names a database at the public address ${host}. Reach it through a private address, or through run.googleapis.com/cloudsql-instances.`;
      return [{ message, path: [...path, "env", n, "value"], targets: variableTargets(subject, target, name) }];
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
var import_node_net, import_image2, PORTS, IMAGE, isPublic, DATABASE_URL, DATABASE_DSN, HOST_NAME, PRIVATE;
var init_public_databases = __esm({
  "src/policy/rules/public-databases.ts"() {
    "use strict";
    import_node_net = require("node:net");
    import_image2 = __toESM(require_image(), 1);
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

// src/manifest/startup-probe.ts
var startup_probe_exports = {};
__export(startup_probe_exports, {
  isDefaultStartupProbe: () => isDefaultStartupProbe
});
var isDefaultStartupProbe;
var init_startup_probe = __esm({
  "src/manifest/startup-probe.ts"() {
    "use strict";
    isDefaultStartupProbe = (probe) => probe?.tcpSocket !== void 0 && probe.timeoutSeconds === 240 && probe.periodSeconds === 240 && probe.failureThreshold === 1 && !probe.initialDelaySeconds;
  }
});

// src/policy/rules/startup-probe.ts
var startup_probe_exports2 = {};
__export(startup_probe_exports2, {
  missingStartupProbe: () => missingStartupProbe
});
function missingStartupProbe(subject, { probed }) {
  if (subject.kind !== "Service") return [];
  const index = mainIndex(subject);
  const probe = (0, import_image3.containersOf)(subject.resource)[index]?.startupProbe;
  if (probe?.httpGet || probe?.grpc) return [];
  const path = ["template", "containers", index, ...probe ? ["startupProbe"] : []];
  const has = probe?.tcpSocket ? "only a TCP startup probe, which passes as soon as the port is open" : "no startup probe";
  const lenient = probed || isDefaultStartupProbe(probe);
  const fix = probed ? "Set the input probe-path" : "Remove probe: startup and set the input probe-path";
  const why = probed ? " This deploy checks the health of the revision, but instances that start later are not checked." : "";
  return [
    {
      message: `The container that takes requests has ${has}. ${fix}, which adds an HTTP startup probe, or add a startupProbe with httpGet or grpc.${why}`,
      path,
      targets: [placedContainers(subject)[index]?.target ?? "containers[0]"],
      ...lenient && { lenient }
    }
  ];
}
var import_image3;
var init_startup_probe2 = __esm({
  "src/policy/rules/startup-probe.ts"() {
    "use strict";
    import_image3 = __toESM(require_image(), 1);
    init_startup_probe();
    init_containers();
  }
});

// src/policy/rules.ts
var rules_exports = {};
__export(rules_exports, {
  RULES: () => RULES
});
var RULES, outcomeWords;
var init_rules = __esm({
  "src/policy/rules.ts"() {
    "use strict";
    init_images();
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
var evaluate_exports = {};
__export(evaluate_exports, {
  enforce: () => enforce,
  judge: () => judge
});
function judge(subject, facts, sources = { place: "manifest", texts: exceptionsIn(subject.resource.annotations) }) {
  const found = Object.entries(RULES).flatMap(
    ([rule, { judge: judge2 }]) => judge2(subject, facts).map((finding) => ({ rule, finding }))
  );
  const { exceptionProblems, violations } = judgeFindings(found, sources, facts.now, (path) => subject.locate?.(path));
  return [...exceptionProblems, ...violations];
}
function enforce(violations) {
  const open = violations.filter(({ exception, lenient }) => exception === void 0 && !lenient);
  if (open.length === 0) return;
  throw new import_errors3.PolicyError(
    open.map(({ rule, message, location }) => ({ subject: rule, message, ...location && { location } }))
  );
}
var import_errors3;
var init_evaluate = __esm({
  "src/policy/evaluate.ts"() {
    "use strict";
    import_errors3 = __toESM(require_errors(), 1);
    init_apply_exceptions();
    init_exceptions();
    init_rules();
  }
});

// src/policy/report.ts
var report_exports = {};
__export(report_exports, {
  describeExceptions: () => describeExceptions,
  reportViolations: () => reportViolations
});
function reportViolations(violations, policy, log) {
  for (const { rule, message, location, lenient, exception } of violations)
    if (!exception && (policy === "warn" || lenient)) log.warning(`${rule}: ${message}`, location);
  if (policy === "enforce") enforce(violations);
  return describeExceptions(violations);
}
function describeException({ rule, exception }) {
  const { target, until, reason = "" } = exception ?? {};
  const term = until ? ` until ${until}` : " without an expiry date";
  return `Exception to ${rule}${target ? ` for ${target}` : ""}${term}: ${reason.replace(/\.?$/, ".")}`;
}
var describeExceptions;
var init_report = __esm({
  "src/policy/report.ts"() {
    "use strict";
    init_evaluate();
    describeExceptions = (violations) => [
      ...new Set(violations.filter(({ exception }) => exception).map(describeException))
    ];
  }
});

// src/policy/judge-inputs.ts
var judge_inputs_exports = {};
__export(judge_inputs_exports, {
  judgeInputs: () => judgeInputs,
  readExceptions: () => readExceptions
});
function judgeInputs(reader, found, texts, now, policy = "enforce") {
  const sources = { place: "input", texts };
  const { exceptionProblems, violations } = judgeFindings(found, sources, now, () => void 0);
  const warnings = exceptionProblems.filter(({ lenient }) => lenient).map(({ message }) => message);
  violations.forEach(({ rule, exception, message }, i) => {
    if (exception) return;
    if (policy === "warn") warnings.push(`${rule}: ${message}`);
    else reader.problem(found[i]?.input ?? "", message);
  });
  for (const { message, lenient } of exceptionProblems) if (!lenient) reader.problem("policy-exceptions", message);
  return { exceptions: describeExceptions(violations), warnings };
}
var readExceptions;
var init_judge_inputs = __esm({
  "src/policy/judge-inputs.ts"() {
    "use strict";
    init_apply_exceptions();
    init_exceptions();
    init_report();
    readExceptions = (reader) => reader.parseList("policy-exceptions", parseExceptionLine);
  }
});

// shared:src/runtime/inputs.ts
var require_inputs = __commonJS({
  "shared:src/runtime/inputs.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/inputs.ts"];
  }
});

// actions/build-image/plan/extra-args.ts
var extra_args_exports = {};
__export(extra_args_exports, {
  ownInputOf: () => ownInputOf
});
function flagsOf(argument) {
  if (!/^-[^-]/.test(argument)) return [argument.split("=")[0] ?? ""];
  const [letters = ""] = new RegExp(`^${SWITCHES}*.?`).exec(argument.slice(1)) ?? [];
  return [...letters].map((letter) => `-${letter}`);
}
var OWN, SWITCHES, ownInputOf;
var init_extra_args = __esm({
  "actions/build-image/plan/extra-args.ts"() {
    "use strict";
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
    SWITCHES = "[Dq]";
    ownInputOf = (argument) => flagsOf(argument).map((flag) => OWN[flag]).find((input) => input !== void 0);
  }
});

// src/provenance/attestation-tag.ts
var attestation_tag_exports = {};
__export(attestation_tag_exports, {
  ATTESTATION_TAG: () => ATTESTATION_TAG,
  attestationTagPrefix: () => attestationTagPrefix,
  attestedImage: () => attestedImage
});
function attestedImage(tag) {
  const hex = /^attestation-([0-9a-f]{64})-/.exec(tag)?.[1];
  return hex === void 0 ? void 0 : `sha256:${hex}`;
}
var ATTESTATION_TAG, attestationTagPrefix;
var init_attestation_tag = __esm({
  "src/provenance/attestation-tag.ts"() {
    "use strict";
    ATTESTATION_TAG = "attestation-";
    attestationTagPrefix = (digest) => `${ATTESTATION_TAG}${digest.replace("sha256:", "")}-`;
  }
});

// actions/build-image/plan/own-tags.ts
var own_tags_exports = {};
__export(own_tags_exports, {
  CACHE_TAG: () => CACHE_TAG,
  cacheMountsTag: () => cacheMountsTag,
  cacheTag: () => cacheTag,
  dashed: () => dashed,
  keyTag: () => keyTag,
  purposeOf: () => purposeOf,
  unsignedTag: () => unsignedTag
});
function purposeOf(tag) {
  if (tag.startsWith(CACHE_TAG)) return "the build cache";
  if (tag.startsWith(UNSIGNED_TAG)) return "images that are not signed yet";
  if (tag.startsWith(ATTESTATION_TAG)) return "attestations of images";
  return /^inputs-[0-9a-f]{40}$/.test(tag) ? "images that are found again by their inputs" : void 0;
}
var keyTag, CACHE_TAG, dashed, cacheTag, cacheMountsTag, UNSIGNED_TAG, unsignedTag;
var init_own_tags = __esm({
  "actions/build-image/plan/own-tags.ts"() {
    "use strict";
    init_attestation_tag();
    keyTag = (key) => `inputs-${key.slice(0, 40)}`;
    CACHE_TAG = "buildcache-";
    dashed = (platforms) => platforms.map((platform) => platform.replaceAll("/", "-")).join("-");
    cacheTag = (platforms) => CACHE_TAG + dashed(platforms);
    cacheMountsTag = (platforms) => cacheTag(["mounts", ...platforms]);
    UNSIGNED_TAG = "unsigned-";
    unsignedTag = (random) => UNSIGNED_TAG + random;
  }
});

// actions/build-image/reuse/key-label.ts
var key_label_exports = {};
__export(key_label_exports, {
  CREATED_LABEL: () => CREATED_LABEL,
  INDEX_ANNOTATIONS: () => INDEX_ANNOTATIONS,
  KEY_LABEL: () => KEY_LABEL,
  REVISION_LABEL: () => REVISION_LABEL,
  checkCreated: () => checkCreated,
  isInFuture: () => isInFuture
});
function checkCreated(labels, now) {
  const created = labels.get(CREATED_LABEL);
  if (created === void 0 || !isInFuture(new Date(created), now)) return;
  throw new import_errors4.InputError([
    {
      subject: "Input labels",
      message: `${CREATED_LABEL} is ${created}, which is in the future, and reuse-max-age judges images by it. Set a time in the past, or remove it: this action sets the time of the build.`
    }
  ]);
}
var import_errors4, KEY_LABEL, CREATED_LABEL, REVISION_LABEL, INDEX_ANNOTATIONS, CLOCK_SKEW, isInFuture;
var init_key_label = __esm({
  "actions/build-image/reuse/key-label.ts"() {
    "use strict";
    import_errors4 = __toESM(require_errors(), 1);
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
var inputs_exports = {};
__export(inputs_exports, {
  readInputs: () => readInputs
});
function readInputs(reader, context) {
  const image = reader.required("image") === "" ? void 0 : reader.parse("image", parseRegistryImage);
  const region = reader.parse("region", parseRegion);
  const workspace = (0, import_node_path2.resolve)(context.github.workspace || ".");
  const contextDir = readContext(reader, workspace);
  const push = reader.boolean("push", "true");
  const sign = reader.oneOf("sign", ["auto", "required", "off"], "auto");
  const buildArgs = reader.map("build-args");
  const merge = readMerge(reader);
  const platforms = [...new Set(reader.parseList("platforms", parsePlatform, DEFAULT_PLATFORM))].sort();
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
    labels: readLabels(reader, "labels"),
    annotations: readLabels(reader, "annotations"),
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
    provenanceRequired: readProvenanceInputs(reader, context, sign === "required"),
    sign,
    signLog: reader.oneOf("sign-log", ["auto", "public"], "auto"),
    signKey: reader.parse("sign-key", parseKeyVersion),
    githubToken: readGitHubToken(reader),
    policy: judgeBuildArguments(reader, buildArgs, context.clock.now())
  };
  checkTogether(reader, inputs, context.env);
  const listed = [DEFAULT_PLATFORM, inputs.platforms.join()].includes(platforms.join());
  if (merge.size > 0 && !listed)
    reader.problem(
      "platforms",
      `lists ${platforms.join(", ")}, but merge has images for ${inputs.platforms.join(", ")}. List the same platforms in both, or remove platforms.`
    );
  if (image && region) checkRegion(reader, image, region);
  reader.done();
  return inputs;
}
function parseRegistryImage(text) {
  const image = parseImageName(text);
  const known = image.host.endsWith("-docker.pkg.dev") || (0, import_loopback2.isLoopback)(image.host);
  const moved = GCR_LOCATIONS.get(image.host);
  if (moved !== void 0) {
    const { project, rest } = splitPath(image);
    const name = { host: `${moved}-docker.pkg.dev`, path: [project, image.host, ...rest].join("/") };
    throw new Error(
      `"${text}" is in Container Registry, which Artifact Registry has replaced. Write ${formatImageName(name)}, which is the same repository: ${image.host} also serves its images.`
    );
  }
  if (!known)
    throw new Error(
      `"${text}" is not in Artifact Registry. Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/NAME; the access token is not sent to other registries.`
    );
  if (splitPath(image).rest.length < 2)
    throw new Error(`"${text}" is too short. Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/NAME.`);
  return image;
}
function withProject(env, image) {
  return { ...env, GOOGLE_CLOUD_PROJECT: env.GOOGLE_CLOUD_PROJECT || image && splitPath(image).project || "unknown" };
}
function parseTag(text) {
  if (text === "latest")
    throw new Error('the tag latest names another image after each build. Deploy the output "image" instead.');
  const purpose = purposeOf(text);
  if (purpose) throw new Error(`the tag ${text} is reserved for ${purpose}. Choose another one.`);
  if (TAG.test(text)) return text;
  throw new Error(`"${text}" is not a tag. Write the tag alone, at most 128 letters, digits, "_", "." and "-".`);
}
function parseKeyVersion(text) {
  const name = text.trim();
  if (/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+\/cryptoKeyVersions\/\d+$/.test(name))
    return name;
  throw new Error(
    `"${name}" is not a key version. Write projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/NUMBER.`
  );
}
function parsePlatform(text) {
  if (/^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9]+)?$/.test(text)) return text;
  const hint = text.includes(",") ? " Write one per line, without commas." : "";
  throw new Error(`"${text}" is not a platform such as linux/amd64 or linux/arm64.${hint}`);
}
function parseSize(text) {
  const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(text.trim()) ?? [];
  if (amount === void 0)
    throw new Error(`"${text}" is not a size. Write a whole number with Mi or Gi, such as 4Gi.`);
  return Number(amount) * 1024 ** (unit === "Gi" ? 3 : 2);
}
function readMerge(reader) {
  const merge = reader.map("merge");
  for (const [platform, digest] of merge) {
    if (isPlatform(platform) && DIGEST.test(digest)) continue;
    reader.problem(
      "merge",
      `"${platform}=${digest}" is not a platform with its digest, such as linux/arm64=sha256:\u2026. Pass the output digest of the step that built it; it is empty if that step did not run.`
    );
  }
  return merge;
}
function isPlatform(text) {
  try {
    return parsePlatform(text) === text;
  } catch {
    return false;
  }
}
function parseProvenance(text) {
  const value = text.trim();
  if ((0, import_inputs.parseBoolean)(value) === false) return "false";
  if (["mode=min", "mode=max"].includes(value)) return value;
  throw new Error(`"${text}" is not known. Write mode=min, mode=max or false.`);
}
function parseSbom(text) {
  const value = text.trim();
  const enabled = (0, import_inputs.parseBoolean)(value);
  if (enabled !== void 0) return String(enabled);
  if (/^generator=[^\s,"]+$/.test(value)) return value;
  throw new Error(`"${text}" is not known. Write true, false or generator=IMAGE.`);
}
function readContext(reader, workspace) {
  const given = reader.text("context", ".");
  if (/^[a-z+]+:\/\//.test(given) || given.startsWith("git@")) {
    reader.problem(
      "context",
      `"${given}" is remote. Check out the repository and set a folder, so that what is built is what was tested.`
    );
    return ".";
  }
  if (!(0, import_read_file2.isDirectory)((0, import_node_path2.resolve)(workspace, given)))
    reader.problem(
      "context",
      `"${given}" is not a folder in ${workspace}. Run actions/checkout before this step, or fix the path.`
    );
  return (0, import_node_path2.relative)(workspace, (0, import_node_path2.resolve)(workspace, given)) || ".";
}
function readFile(reader, workspace, contextDir) {
  const given = reader.text("file");
  const file = given ?? (0, import_node_path2.join)(contextDir, "Dockerfile");
  if (!(0, import_read_file2.isFile)((0, import_node_path2.resolve)(workspace, file)) && (0, import_read_file2.isDirectory)((0, import_node_path2.resolve)(workspace, contextDir)))
    reader.problem(
      "file",
      `there is no Dockerfile at "${file}". Set its path from the root of the repository.${given === void 0 ? ` If you have none, start from a template: ${TEMPLATES}.` : ""}`
    );
  return (0, import_node_path2.relative)(workspace, (0, import_node_path2.resolve)(workspace, file));
}
function checkTogether(reader, inputs, env) {
  const ids = [...inputs.secrets.keys(), ...inputs.secretEnvs.keys(), ...inputs.secretFiles.keys()];
  for (const id of new Set(ids.filter((id2, i) => ids.indexOf(id2) !== i)))
    reader.problem(
      "secrets",
      `the id "${id}" appears more than once in secrets, secret-envs and secret-files. Remove all but one.`
    );
  for (const [id, variable3] of inputs.secretEnvs)
    if (env[variable3] === void 0)
      reader.problem(
        "secret-envs",
        `${id} names the variable ${variable3}, which is not set. Set it in the step's env.`
      );
  for (const [id, path] of inputs.secretFiles)
    if (!(0, import_read_file2.isFile)((0, import_node_path2.resolve)(inputs.workspace, path)))
      reader.problem(
        "secret-files",
        `${id} names the file "${path}", which does not exist. Set its path from the root of the repository.`
      );
  for (const arg of inputs.extraArgs) {
    const own = ownInputOf(arg);
    if (own) reader.problem("extra-args", `"${arg.split("=")[0]}" is set by this action. ${own}`);
  }
  const { signKey, sign, signLog, provenanceRequired } = inputs;
  if (signKey && sign === "off") reader.problem("sign-key", "nothing is signed with sign: off. Remove one of the two.");
  if (signKey && signLog === "public")
    reader.problem("sign-log", "signatures with a key are not logged. Remove sign-log or sign-key.");
  if (signKey && provenanceRequired.keys.length === 0 && (provenanceRequired.mode !== "off" || sign === "required"))
    reader.problem(
      "provenance-key",
      "is required with sign-key where images are reused only if they are verified. Set the file with the public key."
    );
  checkMerge(reader, inputs);
  if (inputs.load && inputs.platforms.length > 1)
    reader.problem("load", "the Docker Engine can load one platform only. Set one in platforms, or remove load.");
  if (inputs.dryRun && inputs.load) reader.problem("load", "nothing is loaded in a dry run. Remove one of the two.");
}
function checkMerge(reader, { forMerge, merge, push, load, tags, ...inputs }) {
  const input = forMerge ? "for-merge" : "merge";
  if (!forMerge && merge.size === 0) return;
  if (!push) reader.problem(input, "needs push: true.");
  if (load) reader.problem(input, "cannot be combined with load. Remove one of the two.");
  if (forMerge && merge.size > 0) reader.problem("merge", "cannot be combined with for-merge. Remove one of the two.");
  if (forMerge && inputs.platforms.length !== 1)
    reader.problem(input, "builds one platform. Set one in platforms, and add a step for each other one.");
  if (forMerge && tags.length > 0)
    reader.problem("tags", "apply to the merged image, not to that of one platform. Remove them here.");
}
function checkRegion(reader, image, region) {
  if (!(0, import_loopback2.isLoopback)(image.host) && !image.host.startsWith(`${region}-`))
    reader.problem(
      "region",
      `"${region}" is not where the image is: ${image.host}. Remove it: the name of the image contains the location.`
    );
}
function judgeBuildArguments(reader, buildArgs, now) {
  const found = secretBuildArguments(buildArgs).map((finding) => ({
    rule: "no-plain-secrets",
    finding,
    input: "build-args"
  }));
  return judgeInputs(reader, found, readExceptions(reader), now);
}
function readLabels(reader, name) {
  const given = reader.map(name);
  for (const key of given.keys())
    if (key.replace(/^[^:]*:/, "").startsWith(KEY_LABEL.replace(/[^.]+$/, "")))
      reader.problem(name, `${key} is set by this action, which reads it to reuse images. Remove it.`);
  return given;
}
var import_node_path2, import_loopback2, import_read_file2, import_inputs, DEFAULT_PLATFORM, GCR_LOCATIONS, TEMPLATES;
var init_inputs = __esm({
  "actions/build-image/inputs.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_image_reference();
    import_loopback2 = __toESM(require_loopback(), 1);
    init_provenance();
    import_read_file2 = __toESM(require_read_file(), 1);
    init_shared();
    init_judge_inputs();
    init_plain_secrets();
    import_inputs = __toESM(require_inputs(), 1);
    init_extra_args();
    init_own_tags();
    init_key_label();
    DEFAULT_PLATFORM = "linux/amd64";
    GCR_LOCATIONS = /* @__PURE__ */ new Map([
      ["gcr.io", "us"],
      ["us.gcr.io", "us"],
      ["eu.gcr.io", "europe"],
      ["asia.gcr.io", "asia"]
    ]);
    TEMPLATES = "https://github.com/orchestra/actions/blob/main/docs/guides/no-dockerfile.md";
  }
});

// actions/deploy-run/analysis/statistics/counts.ts
var counts_exports = {};
__export(counts_exports, {
  NONE: () => NONE,
  addCounts: () => addCounts,
  rateOf: () => rateOf,
  sumCounts: () => sumCounts
});
var NONE, addCounts, sumCounts, rateOf;
var init_counts = __esm({
  "actions/deploy-run/analysis/statistics/counts.ts"() {
    "use strict";
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
var dispersion_exports = {};
__export(dispersion_exports, {
  LEAST_DISPERSION: () => LEAST_DISPERSION,
  estimateDispersion: () => estimateDispersion
});
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
    init_counts();
    LEAST_DISPERSION = 2;
    MOST_DISPERSION = 10;
    MEDIAN = 0.455;
    medianOf = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  }
});

// actions/deploy-run/analysis/statistics/rate-bounds.ts
var rate_bounds_exports = {};
__export(rate_bounds_exports, {
  lowerRate: () => lowerRate,
  requiredRequests: () => requiredRequests,
  upperRate: () => upperRate
});
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
  let inside = rate;
  let outside = end;
  for (let i = 0; i < 50; i++) {
    const middle = (inside + outside) / 2;
    if (relativeEntropy(rate, middle) <= most) inside = middle;
    else outside = middle;
  }
  return inside;
}
function requiredRequests(expected, limit, miss, dispersion) {
  if (expected >= limit || limit >= 1) return Infinity;
  return Math.ceil(dispersion * Math.log(1 / miss) / relativeEntropy(expected, limit));
}
var init_rate_bounds = __esm({
  "actions/deploy-run/analysis/statistics/rate-bounds.ts"() {
    "use strict";
    init_counts();
  }
});

// actions/deploy-run/analysis/statistics/sequential-test.ts
var sequential_test_exports = {};
__export(sequential_test_exports, {
  WINDOWS_TO_DECIDE: () => WINDOWS_TO_DECIDE,
  isWorse: () => isWorse,
  logEvidence: () => logEvidence,
  ratioBound: () => ratioBound,
  requiredEvidence: () => requiredEvidence
});
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
  for (let i = 0; i < 40; i++) {
    const middle = Math.sqrt(low * high);
    if (rejects(middle)) low = middle;
    else high = middle;
  }
  return low;
}
function logRatio({ candidate, baseline, percent = 0 }, model, alternative) {
  const requests = Math.max(candidate.requests, baseline.requests * percent / (100 - percent));
  if (model.kind === "threshold") {
    const worse2 = Math.min(model.rate * alternative, (1 + model.rate) / 2);
    return candidate.events * Math.log(worse2 / model.rate) + (requests - candidate.events) * Math.log((1 - worse2) / (1 - model.rate));
  }
  if (candidate.requests === 0 || baseline.requests === 0) return 0;
  const events = Math.max(0, candidate.events - model.absolute * requests);
  const share = (ratio) => ratio * requests / (ratio * requests + baseline.requests);
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
var judge_exports = {};
__export(judge_exports, {
  EFFECT: () => EFFECT,
  MISS_RATE: () => MISS_RATE,
  TOLERANCE: () => TOLERANCE,
  UNSEEN: () => UNSEEN,
  assessComparison: () => assessComparison,
  decideStep: () => decideStep,
  verdictOf: () => verdictOf
});
function assessComparison(comparison, options) {
  const { name, model, restores, serverErrors, history, cold = [], uncounted = 0, traffic } = comparison;
  const { falseAlarmRate, comparisons, steps, step, percent } = options;
  const dispersion = estimateDispersion([...history, ...comparison.windows.map(({ baseline: baseline2 }) => baseline2)]);
  const inStep = (windows2) => windows2.filter((window) => window.step === step);
  const here = inStep(comparison.windows);
  const coldHere = inStep(cold);
  const warm = countStep(here, comparison, dispersion);
  const all = coldHere.length === 0 ? warm : countStep([...here, ...coldHere], comparison, dispersion);
  const { candidate, baseline, fromHistory, limit, upper, fine } = !warm.fine && all.fine ? all : warm;
  const seen = inStep(traffic.windows);
  const ofCandidate = sumCounts(seen.map((window) => window.candidate)).requests + all.candidate.requests;
  const ofBaseline = sumCounts(seen.map((window) => window.baseline)).requests;
  const visible = ofCandidate + ofBaseline + all.served.requests;
  const windows = warm.fromHistory ? withHistory(comparison.windows, step, warm.baseline) : comparison.windows;
  const test = { model, alpha: falseAlarmRate / comparisons, dispersion, steps };
  const worse = isWorse(windows, test);
  const before = [
    ...traffic.history.map(({ requests }) => requests),
    ...traffic.windows.filter((window) => window.step < step).map((window) => window.candidate.requests + window.baseline.requests)
  ].slice(-Math.max(1, traffic.history.length));
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
    windows: comparison.windows,
    uncounted,
    cold: !warm.fine && all.fine ? 0 : coldHere.length,
    missing: uncounted === 0 && ofCandidate === 0 && !traffic.timely && ofBaseline * percent / (100 - percent) >= UNSEEN,
    visible,
    silent: seen.length > 0 && uncounted === 0 && visible === 0,
    before: before.reduce((sum, requests) => sum + requests, 0),
    timely: traffic.timely
  };
}
function countStep(here, { model, history, serverErrors }, dispersion) {
  const candidate = sumCounts(here.map((window) => window.candidate));
  const served = sumCounts(here.map(({ baseline: baseline2 }) => baseline2));
  const past = sumCounts(history);
  const fromHistory = model.kind === "baseline" && served.requests === 0 && past.requests > 0;
  const baseline = fromHistory ? past : served;
  const reference = model.kind === "threshold" ? model.rate : lowerRate(baseline, MISS_RATE, dispersion);
  const limit = model.kind === "threshold" ? model.rate * EFFECT.ratio : limitOver(reference, serverErrors);
  const upper = upperRate(candidate, MISS_RATE, dispersion);
  const comparable = model.kind === "threshold" || baseline.requests > 0;
  const seen = here.filter((window) => window.candidate.requests > 0);
  const fine = comparable && seen.length >= WINDOWS_TO_DECIDE && upper < limit;
  return { candidate, served, baseline, fromHistory, limit, upper, fine };
}
function limitOver(rate, serverErrors) {
  const limit = Math.max(rate * EFFECT.ratio, rate + EFFECT.absolute);
  return serverErrors ? Math.min(limit, 1 - (1 - rate) / EFFECT.ratio) : limit;
}
function withHistory(windows, step, past) {
  const here = windows.filter((window) => window.step === step).length;
  const baseline = { requests: past.requests / here, events: past.events / here };
  return windows.map((window) => window.step === step ? { ...window, percent: void 0, baseline } : window);
}
function verdictOf(results) {
  const counted = results.filter(({ restores }) => restores);
  const worse = counted.filter(({ result }) => result === "worse");
  if (worse.length > 0) return { kind: "worse", results: worse };
  const quiet = counted.filter(({ visible, uncounted }) => uncounted === 0 && visible === 0);
  const unseen = counted.filter(
    (one) => one.missing || quiet.includes(one) && one.silent && !one.timely && one.before >= UNSEEN
  );
  if (unseen.length > 0) return { kind: "inconclusive", results: unseen, serverErrors: 0, unseen: true };
  if (quiet.length === counted.length) return { kind: "no-traffic" };
  const undecided = counted.filter(({ result, silent }) => result === "undecided" && !silent);
  if (undecided.length === 0) return { kind: counted.some(({ silent }) => silent) ? "no-traffic" : "fine" };
  const errors = undecided.filter(({ serverErrors }) => serverErrors).map(({ candidate }) => candidate.events);
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
      return verdict.serverErrors > 0 || verdict.unseen ? "restore" : "proceed-with-warning";
  }
}
var EFFECT, TOLERANCE, MISS_RATE, UNSEEN, expectedRate;
var init_judge = __esm({
  "actions/deploy-run/analysis/judge.ts"() {
    "use strict";
    init_counts();
    init_dispersion();
    init_rate_bounds();
    init_sequential_test();
    EFFECT = { ratio: 2, absolute: 0.05 };
    TOLERANCE = { ratio: 1.5, absolute: 5e-4 };
    MISS_RATE = 0.01;
    UNSEEN = 300;
    expectedRate = (model, baseline) => model.kind === "threshold" ? model.rate / 2 : rateOf(baseline);
  }
});

// actions/deploy-run/analysis/latency.ts
var latency_exports = {};
__export(latency_exports, {
  histogramsOf: () => histogramsOf,
  percentileBound: () => percentileBound,
  slowerThan: () => slowerThan
});
function percentileBound(histograms, percentile) {
  const counts = /* @__PURE__ */ new Map();
  let total = 0;
  for (const { bounds, counts: inBucket } of histograms)
    for (const [i, bound2] of bounds.entries()) {
      const count = inBucket[i] ?? 0;
      if (count === 0) continue;
      counts.set(bound2, (counts.get(bound2) ?? 0) + count);
      total += count;
    }
  let below = 0;
  for (const [bound2, count] of [...counts].sort(([a], [b]) => a - b)) {
    below += count;
    if (below >= percentile / 100 * total) return bound2;
  }
  return void 0;
}
function slowerThan({ value }, cut) {
  if (typeof value === "number") return { requests: 0, events: 0 };
  const events = value.counts.reduce((sum, count, i) => sum + ((value.bounds[i] ?? 0) > cut ? count : 0), 0);
  return { requests: value.count, events };
}
var histogramsOf;
var init_latency = __esm({
  "actions/deploy-run/analysis/latency.ts"() {
    "use strict";
    histogramsOf = (points) => points.flatMap(({ value }) => typeof value === "number" ? [] : [value]);
  }
});

// actions/deploy-run/analysis/windows.ts
var windows_exports = {};
__export(windows_exports, {
  HISTORY: () => HISTORY,
  countIn: () => countIn,
  historyWindows: () => historyWindows,
  isTimely: () => isTimely,
  windowsOf: () => windowsOf
});
function windowsOf({ spans }, { samplePeriod, ingestDelay }, points, now) {
  const phase = (points[0]?.end ?? 0) % samplePeriod;
  const visible = now - ingestDelay;
  return spans.flatMap(({ step, percent, from, to }) => {
    const windows = [];
    const first = Math.ceil((from - phase) / samplePeriod) * samplePeriod + phase;
    for (let start = first; start + samplePeriod <= Math.min(to ?? visible, visible); start += samplePeriod)
      windows.push({ step, percent, start, end: start + samplePeriod });
    return windows;
  });
}
function isTimely({ spans, candidate }, { samplePeriod }, points) {
  const current = spans.at(-1);
  if (!current) return false;
  const since = spans.at(-2)?.to ?? current.from - CHECKED_BEFORE;
  return points.some(
    ({ resourceLabels, end }) => resourceLabels.revision_name === candidate && end > since && end <= current.from + samplePeriod
  );
}
function historyWindows({ spans }, { samplePeriod }) {
  const until = spans[0]?.from ?? 0;
  const count = Math.floor(HISTORY / samplePeriod);
  return Array.from({ length: count }, (_, i) => {
    const end = Math.floor(until / samplePeriod - i) * samplePeriod;
    return { step: -1, percent: 0, start: end - samplePeriod, end };
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
  const chosen = points.filter(({ resourceLabels }) => revisions.includes(resourceLabels.revision_name ?? ""));
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
var HISTORY, CHECKED_BEFORE;
var init_windows = __esm({
  "actions/deploy-run/analysis/windows.ts"() {
    "use strict";
    HISTORY = 36e5;
    CHECKED_BEFORE = 6e5;
  }
});

// actions/deploy-run/analysis/comparisons.ts
var comparisons_exports = {};
__export(comparisons_exports, {
  CLASSES: () => CLASSES,
  REFUSED: () => REFUSED,
  compareAll: () => compareAll
});
function compareAll(conditions, readings, view, timing, now) {
  const windows = windowsOf(view, timing, readings.requests, now);
  const past = historyWindows(view, timing);
  const allRequests = ({ value }) => ({ requests: Number(value), events: 0 });
  const count = (chosen, points, weigh) => {
    const candidate = countIn(chosen, points, [view.candidate], weigh);
    const baseline = countIn(chosen, points, view.baseline, weigh);
    return chosen.map(({ step, percent }, i) => ({
      step,
      percent,
      candidate: candidate[i],
      baseline: baseline[i]
    }));
  };
  const traffic = {
    windows: count(windows, readings.requests, allRequests),
    history: countIn(past, readings.requests, view.baseline, allRequests),
    timely: isTimely(view, timing, readings.requests)
  };
  const answered = (points) => points.filter((point) => !isServerError(point));
  const compare = (rest, points, weigh, { warm, cold } = { warm: windows, cold: [] }) => ({
    ...rest,
    traffic,
    windows: count(warm, points, weigh),
    cold: count(cold, points, weigh),
    history: countIn(past, points, view.baseline, weigh)
  });
  const byColdStarts = () => splitByColdStarts(windows, readings.startups, view);
  const counted = (name) => {
    const gaps = readings.gaps?.get(name) ?? [];
    const known = windows.filter(({ start, end }) => gaps.every(({ from, to }) => end <= from || start >= to));
    return { windows: { warm: known, cold: [] }, uncounted: windows.length - known.length };
  };
  return conditions.flatMap((condition) => {
    switch (condition.kind) {
      case "errors":
        return CLASSES.map(
          ({ name, matches, serverErrors, cold }) => compare(
            { name, model: BASELINE, restores: true, serverErrors },
            serverErrors ? readings.requests : answered(readings.requests),
            ({ labels, value }) => ({
              requests: Number(value),
              events: matches(Number(labels.response_code)) ? Number(value) : 0
            }),
            cold ? byColdStarts() : void 0
          )
        );
      case "refused": {
        const refused = readings.counters.get(REFUSED) ?? [];
        const { windows: known, uncounted } = counted(REFUSED);
        return [
          compare(
            { name: REFUSED, model: BASELINE, restores: true, serverErrors: true, uncounted },
            [...readings.requests.map(asRequests), ...refused.map(asEvents)],
            // The metric does not include them, so they are added to its requests.
            ({ labels, value }) => ({
              requests: Number(value),
              events: labels.counts === "events" ? Number(value) : 0
            }),
            known
          )
        ];
      }
      case "latency": {
        const latencies = answered(readings.latencies);
        const own = latencies.filter(
          ({ resourceLabels }) => view.baseline.includes(resourceLabels.revision_name ?? "")
        );
        const cut = percentileBound(histogramsOf(own), condition.percentile) ?? Number.POSITIVE_INFINITY;
        return [
          compare(
            {
              name: `latency p${condition.percentile}`,
              model: { ...BASELINE, absolute: 0 },
              restores: true,
              serverErrors: false
            },
            latencies,
            (point) => slowerThan(point, cut),
            byColdStarts()
          )
        ];
      }
      default: {
        const counters = readings.counters.get(condition.name) ?? [];
        const { windows: known, uncounted } = counted(condition.name);
        return [
          compare(
            { name: condition.name, model: condition.model, restores: true, serverErrors: false, uncounted },
            [...readings.requests.map(asRequests), ...counters.map(asEvents)],
            ({ labels, value }) => labels.counts === "events" ? { requests: 0, events: Number(value) } : { requests: Number(value), events: 0 },
            known
          )
        ];
      }
    }
  });
}
function splitByColdStarts(windows, startups, { candidate }) {
  const started = countIn(windows, startups, [candidate], ({ value }) => ({
    requests: typeof value === "number" ? value : value.count,
    events: 0
  }));
  const isWarm = (_, i) => started[i]?.requests === 0;
  return { warm: windows.filter(isWarm), cold: windows.filter((one, i) => !isWarm(one, i)) };
}
var REFUSED, isServerError, CLASSES, BASELINE, asRequests, asEvents;
var init_comparisons = __esm({
  "actions/deploy-run/analysis/comparisons.ts"() {
    "use strict";
    init_judge();
    init_latency();
    init_windows();
    REFUSED = "no instance";
    isServerError = ({ labels }) => Number(labels.response_code) >= 500;
    CLASSES = [
      { name: "5xx", matches: (code) => code >= 500, serverErrors: true, cold: false },
      { name: "4xx", matches: (code) => code >= 400 && code < 500 && code !== 499, serverErrors: false, cold: false },
      // Clients also cancel because of cold starts, which are no regression.
      { name: "499", matches: (code) => code === 499, serverErrors: false, cold: true }
    ];
    BASELINE = { kind: "baseline", ...TOLERANCE };
    asRequests = (point) => ({ ...point, labels: { counts: "requests" } });
    asEvents = (point) => ({ ...point, labels: { counts: "events" } });
  }
});

// actions/deploy-run/analysis/conditions.ts
var conditions_exports = {};
__export(conditions_exports, {
  ERRORS: () => ERRORS,
  comparisonsOf: () => comparisonsOf
});
var comparisonsOf, ERRORS;
var init_conditions = __esm({
  "actions/deploy-run/analysis/conditions.ts"() {
    "use strict";
    comparisonsOf = (conditions) => conditions.reduce((sum, { kind }) => sum + (kind === "errors" ? 3 : 1), 0);
    ERRORS = [{ kind: "errors" }, { kind: "refused" }];
  }
});

// shared:yaml
var require_yaml = __commonJS({
  "shared:yaml"(exports2, module2) {
    module2.exports = require("../shared/yaml.cjs")["yaml"];
  }
});

// shared:src/manifest/yaml-error.ts
var require_yaml_error = __commonJS({
  "shared:src/manifest/yaml-error.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/manifest/yaml-error.ts"];
  }
});

// actions/deploy-run/analysis/parse-conditions.ts
var parse_conditions_exports = {};
__export(parse_conditions_exports, {
  metricTypeOf: () => metricTypeOf,
  nameOf: () => nameOf2,
  parseAnalysis: () => parseAnalysis,
  parseFalseAlarmRate: () => parseFalseAlarmRate
});
function parseAnalysis(text) {
  const value = text.trim();
  if (value === "off") return [];
  if (value === "errors") return [...ERRORS];
  let list;
  try {
    list = (0, import_yaml.parse)(text);
  } catch (error) {
    throw new Error((0, import_yaml_error.describeYamlError)(error));
  }
  if (!Array.isArray(list) || list.length === 0)
    throw new Error(`expected off, errors, or a list of conditions, got "${value}". Write for instance:
${EXAMPLE}`);
  const conditions = list.flatMap(parseCondition);
  const names = conditions.flatMap(namesOf);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== void 0)
    throw new Error(`names the condition "${twice}" twice. Use a different name for each condition.`);
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
  if (fields.some(([key]) => key === "errors")) throw new Error(`${at}: errors takes no value. Write "- errors".`);
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
  if (kind === "metric" && metricTypeOf(filter) === void 0)
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
    throw new Error(`${at}: threshold and compare cannot be combined.`);
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
  const percent = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(String(value).trim())?.[1]);
  if (percent > 0 && percent < 100) return percent / 100;
  throw new Error(`${at}: threshold expects a share of the requests, for instance 1%, got ${JSON.stringify(value)}.`);
}
function parseFalseAlarmRate(text) {
  const percent = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(text.trim())?.[1]);
  if (percent >= 0.01 && percent <= 20) return percent / 100;
  throw new Error(`expected a percentage from 0.01% to 20%, got "${text}". Write for instance 1%.`);
}
var import_yaml, import_yaml_error, EXAMPLE, PERCENTILES, nameOf2, namesOf, metricTypeOf;
var init_parse_conditions = __esm({
  "actions/deploy-run/analysis/parse-conditions.ts"() {
    "use strict";
    import_yaml = __toESM(require_yaml(), 1);
    import_yaml_error = __toESM(require_yaml_error(), 1);
    init_comparisons();
    init_conditions();
    init_judge();
    EXAMPLE = "- errors\n- latency: p95\n- log: severity>=ERROR\n  threshold: 1%";
    PERCENTILES = [50, 75, 90, 95, 99];
    nameOf2 = (condition) => "name" in condition ? condition.name : condition.kind === "latency" ? `latency p${condition.percentile}` : condition.kind;
    namesOf = (condition) => condition.kind === "errors" ? [nameOf2(condition), ...CLASSES.map(({ name }) => name)] : condition.kind === "refused" ? [REFUSED] : [nameOf2(condition)];
    metricTypeOf = (filter) => /\bmetric\.type\s*=\s*"([^"]+)"/.exec(filter)?.[1];
  }
});

// src/container/image-repositories.ts
var image_repositories_exports = {};
__export(image_repositories_exports, {
  checkContainerImages: () => checkContainerImages,
  readImageRepositories: () => readImageRepositories
});
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
  if (problems.length > 0 && scope === "all") throw new import_errors5.InputError(problems);
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
var import_errors5, refusal;
var init_image_repositories = __esm({
  "src/container/image-repositories.ts"() {
    "use strict";
    import_errors5 = __toESM(require_errors(), 1);
    init_image_reference();
    refusal = (image, allowed) => `${image} is not in ${allowed.map(formatImageName).join(" or ")}. Pass an image from there, or add its repository to image-repositories.`;
  }
});

// src/freeze/occurrences.ts
var occurrences_exports = {};
__export(occurrences_exports, {
  activeFreeze: () => activeFreeze,
  isActive: () => isActive,
  occurrenceAt: () => occurrenceAt
});
function occurrenceAt(window, now) {
  for (const [start, end] of localOccurrences(window, now)) {
    const from = instantsOf(start, window.zone).first;
    const until = instantsOf(end, window.zone).last;
    if (from < until && now < until) return { from, until };
  }
  return void 0;
}
function localOccurrences({ from, to, zone }, now) {
  if (from.kind === "date") return to.kind === "date" ? [[from.local, to.local]] : [];
  if (to.kind === "date") return [];
  const span = from.day === void 0 ? DAY2 : WEEK;
  const since = (later, earlier) => ((later - earlier) % span + span) % span;
  const length = since(to.minute * MINUTE, from.minute * MINUTE) || span;
  const local = localTime(now, zone);
  const last = local - since(local, MONDAY + from.minute * MINUTE);
  return [last, last + span, last + 2 * span].map((start) => [start, start + length]);
}
function instantsOf(local, zone) {
  const [before = 0, after = 0] = [local - DAY2, local + DAY2].map((at) => local - (localTime(at, zone) - at));
  const shown2 = [before, after].filter((at) => localTime(at, zone) === local);
  if (shown2.length > 0) return { first: Math.min(...shown2), last: Math.max(...shown2) };
  const change = changeBetween(after, before, local, zone);
  return { first: change, last: change };
}
function changeBetween(early, late, local, zone) {
  if (late - early <= MINUTE) return late;
  const middle = early + Math.floor((late - early) / MINUTE / 2) * MINUTE;
  return localTime(middle, zone) < local ? changeBetween(middle, late, local, zone) : changeBetween(early, middle, local, zone);
}
function localTime(at, zone) {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit"
  });
  formats.set(zone, format);
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = (format.format(at).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}
var MINUTE, DAY2, WEEK, MONDAY, activeFreeze, isActive, formats;
var init_occurrences = __esm({
  "src/freeze/occurrences.ts"() {
    "use strict";
    MINUTE = 6e4;
    DAY2 = 24 * 60 * MINUTE;
    WEEK = 7 * DAY2;
    MONDAY = 4 * DAY2;
    activeFreeze = (windows, now) => windows.find((window) => isActive(occurrenceAt(window, now), now));
    isActive = (occurrence, now) => occurrence !== void 0 && occurrence.from <= now;
    formats = /* @__PURE__ */ new Map();
  }
});

// src/freeze/windows.ts
var windows_exports2 = {};
__export(windows_exports2, {
  describeFreeze: () => describeFreeze,
  parseFreezeWindow: () => parseFreezeWindow
});
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
  if (!window.from || !window.to || unitOf(window.from) !== unitOf(window.to))
    throw new Error(`"${line.trim()}" is not a freeze window. ${EXPECTED}`);
  if (window.from.kind === "date" && window.to.kind === "date" && window.from.local >= window.to.local)
    throw new Error(`"${line.trim()}" ends before it begins.`);
  return window;
}
function parseMoment(text, side) {
  const [, day = "", hour, minute] = /^(\S+)(?:\s+([01]\d|2[0-3]):([0-5]\d))?$/.exec(text) ?? [];
  const time = hour === void 0 ? void 0 : Number(hour) * 60 + Number(minute);
  const minutes = time ?? (side === "end" ? 24 * 60 : 0);
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && isDay(day))
    return { kind: "date", local: Date.parse(`${day}T00:00:00Z`) + minutes * 6e4 };
  const index = day.length < 3 ? -1 : NAMES.findIndex((name) => name.startsWith(day.toLowerCase()));
  if (index >= 0) return { kind: "weekly", day: index + 1, minute: index * 24 * 60 + minutes };
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
var NAMES, EXPECTED, unitOf, isDay, describeFreeze;
var init_windows2 = __esm({
  "src/freeze/windows.ts"() {
    "use strict";
    NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    EXPECTED = 'Write for instance "Fri 16:00 - Mon 08:00 Europe/Berlin: weekend", "daily 22:00 - 06:00" or "2026-12-20 - 2027-01-02: holidays"; without a time zone it is UTC.';
    unitOf = (moment) => moment.kind === "date" ? "date" : moment.day === void 0 ? "daily" : "weekly";
    isDay = (text) => (/* @__PURE__ */ new Date(`${text}T00:00:00Z`)).toISOString().startsWith(text);
    describeFreeze = ({ text, reason }) => `Deploys are frozen (${text}): ${reason.replace(/\.?$/, ".")}`;
  }
});

// src/freeze/freeze.ts
var freeze_exports = {};
__export(freeze_exports, {
  BlockedError: () => BlockedError,
  FREEZE_ANNOTATION: () => FREEZE_ANNOTATION,
  checkFreeze: () => checkFreeze,
  freezeLines: () => freezeLines,
  freezeOn: () => freezeOn,
  readFreeze: () => readFreeze
});
function freezeOn(resource, windows, clock) {
  const active = (all) => all.length > 0 ? activeFreeze(all, clock.now()) : void 0;
  const own = active(windows);
  if (own) return describeFreeze(own);
  try {
    const found = active(freezeLines(resource).map(parseFreezeWindow));
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
var import_annotations2, import_errors6, FREEZE_ANNOTATION, readFreeze, freezeLines, BlockedError;
var init_freeze = __esm({
  "src/freeze/freeze.ts"() {
    "use strict";
    import_annotations2 = __toESM(require_annotations(), 1);
    import_errors6 = __toESM(require_errors(), 1);
    init_occurrences();
    init_windows2();
    FREEZE_ANNOTATION = `${import_annotations2.ANNOTATION_PREFIX}freeze`;
    readFreeze = (reader) => reader.parseList("freeze", parseFreezeWindow);
    freezeLines = (resource) => (resource?.annotations?.[FREEZE_ANNOTATION] ?? "").split("\n").filter((line) => line.trim() !== "");
    BlockedError = class extends import_errors6.OutcomeError {
      describe;
      constructor(describe, consequence) {
        super(describe(consequence));
        this.describe = describe;
      }
    };
  }
});

// shared:src/inputs/lists.ts
var require_lists = __commonJS({
  "shared:src/inputs/lists.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/lists.ts"];
  }
});

// actions/deploy-run/plan/names.ts
var names_exports = {};
__export(names_exports, {
  candidateTag: () => candidateTag,
  serviceProblem: () => serviceProblem,
  tagProblem: () => tagProblem
});
function candidateTag(service, commit, n = 1) {
  const left = TAGGED_LENGTH - service.length;
  const suffix = n > 1 && left >= TAG_LENGTH + String(n).length + 1 ? `-${n}` : "";
  const room = Math.min(8, left - suffix.length);
  return room < TAG_LENGTH ? void 0 : `c${commit.slice(0, room - 1)}${suffix}`;
}
function tagProblem(service, tag) {
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(tag))
    return `"${tag}" is not a traffic tag. Write lower-case letters, digits and hyphens, starting with a letter.`;
  if (tag.length < TAG_LENGTH) return `"${tag}" is too short. A traffic tag has at least ${TAG_LENGTH} characters.`;
  if (tag.length + service.length > TAGGED_LENGTH)
    return `"${tag}" is too long for the service ${service}: together they may have ${TAGGED_LENGTH} characters, and have ${tag.length + service.length}. Shorten the tag to ${Math.max(0, TAGGED_LENGTH - service.length)} characters.`;
  return void 0;
}
function serviceProblem(name) {
  if (/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length < 50) return void 0;
  return `"${name}" is not a service name. Write lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen, fewer than 50 characters.`;
}
var TAGGED_LENGTH, TAG_LENGTH;
var init_names = __esm({
  "actions/deploy-run/plan/names.ts"() {
    "use strict";
    TAGGED_LENGTH = 46;
    TAG_LENGTH = 3;
  }
});

// actions/deploy-run/inputs/formats.ts
var formats_exports = {};
__export(formats_exports, {
  parseApproval: () => parseApproval,
  parseCpu: () => parseCpu,
  parseIngress: () => parseIngress,
  parseMemory: () => parseMemory,
  parseNamedImage: () => parseNamedImage,
  parsePath: () => parsePath,
  parseService: () => parseService,
  parseStatuses: () => parseStatuses
});
function parseService(text) {
  const value = text.trim();
  const problem = serviceProblem(value);
  if (problem) throw new Error(problem);
  return value;
}
function parseNamedImage(text) {
  const match = /^([a-z0-9-]+)=(.*)$/.exec(text.trim());
  return { container: match?.[1], image: parseImageDigest(match?.[2] ?? text) };
}
function parseStatuses(text) {
  return (0, import_lists.parseList)(text.replaceAll(",", "\n")).map((item) => {
    const match = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replaceAll(" ", ""));
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || from > to)
      throw new Error(`"${item}" is not an HTTP status. Write for instance 200, 200-299 or 200,204.`);
    return { from, to };
  });
}
function parseApproval(text) {
  const all = (0, import_inputs2.parseBoolean)(text);
  if (all) return "all";
  const named = all === false ? [] : (0, import_lists.parseList)(text);
  const unknown = named.find((one) => !/^[^\s@]+@\d+$/.test(one));
  if (unknown === void 0) return new Set(named);
  throw new Error(`"${unknown}" is not an approval. Expected true, false, or the output approvals of this action.`);
}
function parsePath(text) {
  const value = text.trim();
  if (value.startsWith("/") && !/\s/.test(value)) return value;
  throw new Error(`"${text}" is not a path. Write for instance /health.`);
}
function parseCpu(text) {
  const value = text.trim();
  if (/^(?:\d+(?:\.\d+)?|\d+m)$/.test(value)) return value;
  throw new Error(`"${text}" is not a number of CPUs. Write for instance 1, 0.5 or 500m.`);
}
function parseMemory(text) {
  const value = text.trim();
  if (/^\d+(?:\.\d+)?(?:[KMGT]i|[kMGT])$/.test(value)) return value;
  throw new Error(`"${text}" is not an amount of memory. Write for instance 512Mi or 2Gi.`);
}
function parseIngress(text) {
  const value = INGRESS[text.trim()];
  if (value) return value;
  throw new Error(`"${text}" is not known. Write one of: ${Object.keys(INGRESS).join(", ")}.`);
}
var import_lists, import_inputs2, INGRESS;
var init_formats = __esm({
  "actions/deploy-run/inputs/formats.ts"() {
    "use strict";
    init_image_reference();
    import_lists = __toESM(require_lists(), 1);
    import_inputs2 = __toESM(require_inputs(), 1);
    init_names();
    INGRESS = {
      all: "INGRESS_TRAFFIC_ALL",
      internal: "INGRESS_TRAFFIC_INTERNAL_ONLY",
      "internal-and-cloud-load-balancing": "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
    };
  }
});

// src/inputs/entries.ts
var entries_exports = {};
__export(entries_exports, {
  parseEntries: () => parseEntries,
  parseEntry: () => parseEntry,
  readEntry: () => readEntry
});
function parseEntries(text, { expected }) {
  let value;
  try {
    value = (0, import_yaml2.parse)(text.replace(/^\uFEFF/, ""), { customTags: asWritten, merge: true });
  } catch (error) {
    throw new Error((0, import_yaml_error2.describeYamlError)(error));
  }
  if (!Array.isArray(value) || value.length === 0) throw new Error(`expected a list of entries with ${expected}`);
  return value.map((entry, i) => {
    if (entry === null || typeof entry !== "object" || Array.isArray(entry))
      throw new Error(`entry ${i + 1}: expected an object with ${expected}`);
    return entry;
  });
}
function parseEntry(given, index, { wide, whole, labelOf }) {
  const label = String(labelOf(given) ?? `entry ${index + 1}`);
  const values = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(given)) {
    if (wide.has(key)) throw new Error(`${label}: ${key} is for ${whole}. Set it as an input of the step.`);
    values.set(key, textOf2(value, `${label}: ${key}`));
  }
  return { label, values };
}
function textOf2(value, where) {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return (0, import_lists2.writeList)(value.map((item) => textOf2(item, where)));
  return (0, import_lists2.writeMap)(
    Object.entries(value).map(([key, item]) => {
      if (item !== null && typeof item === "object") throw new Error(`${where}: the value of ${key} must be text.`);
      return [key, String(item ?? "")];
    })
  );
}
function readEntry({ list, entry: { label, values }, inherited, entryOnly, lists, read: read2 }, problems) {
  const own = [...values].map(([name, value]) => [(0, import_inputs3.variable)(name), value]);
  const reader = (0, import_inputs3.createInputReader)(Object.fromEntries([...inherited, ...own]));
  for (const name of lists) reader.text(name);
  try {
    return read2(reader);
  } catch (error) {
    if (!(error instanceof import_errors7.InputError)) throw error;
    for (const { subject, message } of error.problems) {
      const name = subject.replace(/^Input /, "");
      const isOwn = values.has(name) || entryOnly.includes(name);
      problems.push({ subject: isOwn ? `Input ${list}, ${label}, ${name}` : subject, message });
    }
    return void 0;
  }
}
var import_yaml2, import_yaml_error2, import_errors7, import_inputs3, import_lists2, asWritten;
var init_entries = __esm({
  "src/inputs/entries.ts"() {
    "use strict";
    import_yaml2 = __toESM(require_yaml(), 1);
    import_yaml_error2 = __toESM(require_yaml_error(), 1);
    import_errors7 = __toESM(require_errors(), 1);
    import_inputs3 = __toESM(require_inputs(), 1);
    import_lists2 = __toESM(require_lists(), 1);
    asWritten = (tags) => tags.filter((tag) => !/:(?:int|float)$/.test(typeof tag === "string" ? tag : tag.tag));
  }
});

// actions/deploy-run/inputs/entries.ts
var entries_exports2 = {};
__export(entries_exports2, {
  ENTRY_ONLY: () => ENTRY_ONLY,
  JOB_INHERITS: () => JOB_INHERITS,
  RELEASE_WIDE: () => RELEASE_WIDE,
  parseJobEntries: () => parseJobEntries,
  parseServiceEntries: () => parseServiceEntries
});
function parseServiceEntries(text) {
  return parseEntries(text, SERVICE).map(({ after = [], name, ...rest }, i) => {
    const entry = parseEntry(rest, i, SERVICE);
    if (name !== void 0 && (typeof name !== "string" || name === ""))
      throw new Error(`${entry.label}: name is the text that after of other entries refers to, such as web.`);
    const names = typeof after === "string" ? [after] : after;
    if (!Array.isArray(names) || names.some((name2) => typeof name2 !== "string"))
      throw new Error(`${entry.label}: after is a list of service names, for instance ["web"].`);
    return { ...entry, name, after: names };
  });
}
function parseJobEntries(text, usual) {
  return parseEntries(text, JOB).map((given, i) => {
    const { when = usual, "on-failure": onFailure = "fail", execute = true, ...rest } = given;
    const entry = parseEntry(rest, i, JOB);
    const source = jobSource(rest, entry);
    if (source.kind !== "manifest" && "execute" in given)
      throw new Error(`${entry.label}: execute is only allowed with manifest.`);
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
  const { job, command, args, service } = given;
  if ([given.manifest, job, command].filter((value) => value !== void 0).length !== 1)
    throw new Error(`${label}: expected ${JOB.expected}`);
  if (given.manifest !== void 0) return { kind: "manifest" };
  const known = job === void 0 ? COMMAND_KEYS : JOB_KEYS;
  const unknown = [...values.keys()].find((key) => !known.has(key));
  if (unknown)
    throw new Error(
      `${label}: ${unknown} cannot be combined with ${job === void 0 ? "command" : "job"}. Use manifest.`
    );
  if (job !== void 0) {
    if (typeof job !== "string" || !/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(job))
      throw new Error(`${label}: job is the name of a Cloud Run job, got ${JSON.stringify(job)}.`);
    return { kind: "existing", job };
  }
  return {
    kind: "command",
    service: service === void 0 ? void 0 : String(service),
    command: words(command, `${label}: command`),
    args: args === void 0 ? [] : words(args, `${label}: args`)
  };
}
function words(value, where) {
  const list = typeof value === "string" && !/\s/.test(value) ? [value] : value;
  if (Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === "string" && word !== ""))
    return list;
  throw new Error(`${where} is a list of words, for instance ["npm", "run", "smoke"], got ${JSON.stringify(value)}.`);
}
var RELEASE_WIDE, ENTRY_ONLY, JOB_INHERITS, JOB_KEYS, COMMAND_KEYS, COMMON, SERVICE, JOB;
var init_entries2 = __esm({
  "actions/deploy-run/inputs/entries.ts"() {
    "use strict";
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
      "required-checks",
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
      labelOf: ({ service, manifest }) => service ?? manifest
    };
    SERVICE = {
      ...COMMON,
      expected: "service or manifest. Write for instance:\n- service: web\n  image: NAME@sha256:\u2026"
    };
    JOB = {
      ...COMMON,
      labelOf: ({ manifest, job, service }) => manifest ?? job ?? service,
      expected: "one of manifest, job and command. Write for instance:\n- manifest: deploy/warm-up.yaml\n  when: before-traffic"
    };
  }
});

// actions/deploy-run/inputs/lists.ts
var lists_exports = {};
__export(lists_exports, {
  readJobs: () => readJobs,
  readServices: () => readServices
});
function readServices(text, reader, context, readOne2) {
  const problems = [];
  for (const name of ENTRY_ONLY)
    if (reader.given(name))
      problems.push({
        subject: `Input ${name}`,
        message: "cannot be combined with services. Write it in the entry of its service."
      });
  const inherited = Object.entries(context.env).filter(([key]) => !ENTRY_ONLY.some((name) => (0, import_inputs4.variable)(name) === key));
  const read2 = (own) => readOne2(own, context);
  const entries = parseServiceEntries(text).flatMap((entry) => {
    const inputs = readEntry({ list: "services", entry, inherited, ...ENTRIES, read: read2 }, problems);
    return inputs ? [{ inputs, name: entry.name, after: entry.after }] : [];
  });
  if (problems.length > 0) throw new import_errors8.InputError(problems);
  return entries;
}
function readJobs(list, text, first, context, readOne2) {
  const problems = [];
  const names = new Set([...JOB_INHERITS].map(import_inputs4.variable));
  const inherited = Object.entries(context.env).filter(([key]) => !key.startsWith((0, import_inputs4.variable)("")) || names.has(key));
  const read2 = (own) => readOne2(own, context);
  const entries = parseJobEntries(text, list === "verify" ? "before-traffic" : void 0).flatMap((entry) => {
    const { source, label, when, onFailure } = entry;
    const common = { source, list, label, when, onFailure };
    if (source.kind !== "manifest") {
      const regions = entry.values.get("region")?.split("\n").map(parseRegion) ?? first?.regions.slice(0, 1) ?? [];
      if (!first)
        problems.push({
          subject: `Input ${list}`,
          message: `${label} needs a service of this step. Set services or service, or add a manifest to this entry.`
        });
      return first ? [{ ...common, inputs: { ...first, regions } }] : [];
    }
    const values = new Map([...entry.values, ["execute", String(entry.execute)]]);
    const inputs = readEntry({ list, entry: { ...entry, values }, inherited, ...ENTRIES, read: read2 }, problems);
    return inputs ? [{ ...common, inputs }] : [];
  });
  if (problems.length > 0) throw new import_errors8.InputError(problems);
  return entries;
}
var import_errors8, import_inputs4, ENTRIES;
var init_lists = __esm({
  "actions/deploy-run/inputs/lists.ts"() {
    "use strict";
    init_entries();
    init_shared();
    import_errors8 = __toESM(require_errors(), 1);
    import_inputs4 = __toESM(require_inputs(), 1);
    init_entries2();
    ENTRIES = { entryOnly: ENTRY_ONLY, lists: ["services", "jobs", "verify"] };
  }
});

// shared:src/inputs/duration.ts
var require_duration = __commonJS({
  "shared:src/inputs/duration.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/inputs/duration.ts"];
  }
});

// src/inputs/steps.ts
var steps_exports = {};
__export(steps_exports, {
  parseSteps: () => parseSteps
});
function parseSteps(text) {
  const items = (0, import_lists3.parseList)(text.replaceAll(",", "\n"));
  if (!text.includes("@")) return { steps: parsePercentages(items), held: [] };
  const parts = items.map((item) => item.split("@"));
  const steps = parsePercentages(parts.map(([percent = ""]) => percent.trim()));
  const held = parts.map(([, time, more], i) => {
    if (more !== void 0) throw new Error(`"${items[i]}" has two times. Write one, for instance 5@1h.`);
    const last = i === parts.length - 1;
    if (last !== (time === void 0))
      throw new Error(
        `"${items[i]}" ${last ? "is the last step, which has no end" : "has no time"}. Write a time for each step but the last, for instance 5@1h,25@1d,100.`
      );
    const [duration = "", gate] = (time ?? "0s").split("+").map((part) => part.trim());
    if (gate !== void 0 && gate !== "approval")
      throw new Error(`"+${gate}" is not known. Write for instance 25@1d+approval.`);
    return { percent: steps[i], ms: (0, import_duration.parseDuration)(duration), approval: gate === "approval" };
  });
  return { steps, held };
}
function parsePercentages(items) {
  const steps = items.map((item) => Number(item.replace(/(?<=\d)\s*%$/, "")));
  const bad = items.find(
    (_, i) => !Number.isInteger(steps[i]) || steps[i] < 1 || steps[i] > 100
  );
  if (bad !== void 0)
    throw new Error(`"${bad}" is not a percentage. Write whole numbers from 1 to 100, for instance 5,25,100.`);
  if (steps.some((step, i) => i > 0 && step <= steps[i - 1]))
    throw new Error(`"${items.join(",")}" is not increasing. Each step must be larger than the one before.`);
  if (steps.at(-1) !== 100) throw new Error(`"${items.join(",")}" does not end at 100. Add 100 as the last step.`);
  return steps;
}
var import_duration, import_lists3;
var init_steps = __esm({
  "src/inputs/steps.ts"() {
    "use strict";
    import_duration = __toESM(require_duration(), 1);
    import_lists3 = __toESM(require_lists(), 1);
  }
});

// actions/deploy-run/inputs/rollout.ts
var rollout_exports = {};
__export(rollout_exports, {
  readRollout: () => readRollout
});
function readRollout(reader, shared) {
  const strategy = reader.oneOf("strategy", ["direct", "canary"], "direct");
  const { steps, held } = reader.parse("steps", parseSteps) ?? { steps: [5, 25, 100], held: [] };
  const given = reader.duration("step-interval") ?? 6e4;
  const stepInterval = held.length > 0 ? Math.min(...held.slice(0, -1).map(({ ms }) => ms)) : given;
  if (held.length > 0 && reader.given("step-interval"))
    reader.problem("step-interval", "cannot be combined with steps that have their own times.");
  if (strategy === "direct") {
    for (const name of ["steps", "step-interval"])
      if (reader.given(name)) reader.problem(name, "is only allowed with strategy: canary.");
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
    account: reader.parse("probe-service-account", import_auth2.parseServiceAccount) ?? shared.auth.serviceAccount,
    given: ["probe-path", "probe-status", "probe-contains"].filter((name) => reader.given(name))
  };
  if (kind !== "http") {
    for (const name of ["probe-path", "probe-status", "probe-contains"])
      if (reader.given(name)) reader.problem(name, "is only allowed with probe: http.");
  }
  return {
    steps: strategy === "direct" ? [100] : steps,
    stepInterval,
    held: strategy === "direct" ? [] : held,
    onCanary: reader.oneOf("on-canary", ["wait", "supersede"]) ?? "wait",
    overdueAfter: reader.duration("overdue-after", "1d"),
    probe,
    analysis: readAnalysis(reader, strategy, steps),
    timeout: reader.duration("timeout", "10m")
  };
}
function readAnalysis(reader, strategy, steps) {
  const given = reader.parse("analysis", parseAnalysis);
  const rest = {
    explicit: given !== void 0,
    onInconclusive: reader.oneOf("on-inconclusive", ["extend", "restore", "proceed"], "extend"),
    falseAlarmRate: reader.parse("false-alarm-rate", parseFalseAlarmRate) ?? 0.01
  };
  if (strategy === "canary" && steps.length < 2 && given && given.length > 0)
    reader.problem(
      "analysis",
      "needs a step below 100, in which both revisions get requests. Write for instance steps: 5,25,100."
    );
  if (strategy === "canary") return { ...rest, conditions: given ?? ERRORS };
  if (given && given.length > 0) reader.problem("analysis", "is only allowed with strategy: canary.");
  return { ...rest, conditions: [] };
}
var import_auth2;
var init_rollout = __esm({
  "actions/deploy-run/inputs/rollout.ts"() {
    "use strict";
    import_auth2 = __toESM(require_auth(), 1);
    init_steps();
    init_conditions();
    init_parse_conditions();
    init_formats();
  }
});

// src/google/run/secret-files.ts
var secret_files_exports = {};
__export(secret_files_exports, {
  isFilePath: () => isFilePath,
  itemsOf: () => itemsOf,
  mountSecretFiles: () => mountSecretFiles,
  secretFileProblems: () => secretFileProblems,
  shortNameOf: () => shortNameOf
});
function secretFileProblems(files) {
  const problems = files.flatMap(({ path }) => {
    const parts = path.split("/").slice(1);
    if (parts.some((part) => part === "" || part === "." || part === "..") || path.includes(":"))
      return [`"${path}" is not the path of a file. Write an absolute path such as /secrets/db=SECRET:VERSION.`];
    if (TAKEN.includes(directoryOf(path)) || /^\/(?:dev|proc|sys)\//.test(path))
      return [
        `"${path}" cannot be mounted in ${directoryOf(path)}. Use a separate directory, such as /secrets${path}.`
      ];
    return [];
  });
  const byDirectory = Map.groupBy(files, ({ path }) => directoryOf(path));
  for (const [directory, within] of byDirectory) {
    const secrets = new Set(within.map(({ secret }) => secret));
    if (secrets.size > 1)
      problems.push(
        `${directory} would hold several secrets (${[...secrets].join(", ")}), and Cloud Run mounts one secret per directory. Use a separate directory for each, such as /secrets/db/url and /secrets/api/key.`
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
  for (const [mountPath, within] of Map.groupBy(files, ({ path }) => directoryOf(path))) {
    const secret = within[0]?.secret ?? "";
    const old = target.volumeMounts?.find((mount) => mount.mountPath?.replace(/\/+$/, "") === mountPath);
    const before = volumes.find(({ name: name2 }) => name2 !== void 0 && name2 === old?.name)?.secret;
    const same = before && shortNameOf(before.secret) === shortNameOf(secret) ? before : void 0;
    const items = new Map(same && itemsOf(same).map((item) => [item.path, item]));
    for (const { path, version } of within) {
      const file = path.slice(mountPath.length + 1);
      items.set(file, { ...items.get(file), path: file, version });
    }
    const name = volumeName(mountPath, secret);
    target.volumeMounts = [...(target.volumeMounts ?? []).filter((mount) => mount !== old), { name, mountPath }];
    volumes = [
      ...volumes.filter((volume) => volume.name !== name),
      {
        name,
        secret: {
          ...same,
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
var import_node_crypto2, TAKEN, isFilePath, directoryOf, shortNameOf, itemsOf, volumeName;
var init_secret_files = __esm({
  "src/google/run/secret-files.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    TAKEN = ["/", "/dev", "/proc", "/sys", "/cloudsql"];
    isFilePath = (key) => key.startsWith("/");
    directoryOf = (path) => path.slice(0, path.lastIndexOf("/")) || "/";
    shortNameOf = (secret = "") => secret.slice(secret.lastIndexOf("/") + 1);
    itemsOf = ({ secret, items }) => items?.length ? items : [{ path: shortNameOf(secret), version: "latest" }];
    volumeName = (directory, secret) => `secret-${(0, import_node_crypto2.createHash)("sha256").update(`${directory}
${secret}`).digest("hex").slice(0, 12)}`;
  }
});

// src/inputs/comma-lists.ts
var comma_lists_exports = {};
__export(comma_lists_exports, {
  blankHint: () => blankHint,
  commaHint: () => commaHint,
  commaMapHints: () => commaMapHints
});
function commaHint(input, given) {
  const [only = ""] = given;
  const parts = only.split(",");
  if (given.length !== 1 || parts.length < 2 || parts.some((part) => part === "" || /\s/.test(part))) return void 0;
  const [first = "", ...rest] = parts;
  const flags = rest.some((part) => part.startsWith("-"));
  const words2 = parts.every((part) => /^[\w./:@-]+$/.test(part)) && !first.startsWith("-");
  if (!flags && !words2) return void 0;
  return `Input ${input}: "${only}" is one argument with commas. gcloud separates arguments by commas, this input by lines. Write one argument per line: ${parts.join(" \u23CE ")}`;
}
function blankHint(input, given) {
  const [only = ""] = given;
  const words2 = only.split(/\s+/);
  if (given.length !== 1 || words2.length < 2 || !words2.every((word) => /^[\w./:=@+-]+$/.test(word))) return void 0;
  return `Input ${input}: "${only}" is one argument with spaces, and no shell splits it. Write one per line: ${words2.join(" \u23CE ")}`;
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
var environment_names_exports = {};
__export(environment_names_exports, {
  envNameProblem: () => envNameProblem,
  secretNameProblem: () => secretNameProblem
});
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
  const path = name.replace(/^[./]+/, "");
  return `"${name}" is neither the name of an environment variable nor an absolute path. To mount the secret as a file, write ${path.includes("/") ? "/" : "/secrets/"}${path}=SECRET:VERSION.`;
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

// src/inputs/secret-reference.ts
var secret_reference_exports = {};
__export(secret_reference_exports, {
  parseSecretReference: () => parseSecretReference
});
function parseSecretReference(text, name) {
  const match = /^((?:projects\/[^/\s]+\/secrets\/)?[A-Za-z0-9_-]{1,255})(?:(?::|\/versions\/)([A-Za-z0-9_-]+))?$/.exec(
    text.trim()
  );
  if (match?.[1] && !(0, import_looks_like_secret2.findSecret)("", text)) return { secret: match[1], version: match[2] ?? "latest" };
  if (/^[\w:/-]+(?:,\s*[\w./-]+=[\w:/-]+)+$/.test(text.trim()))
    throw new Error(
      `there are several secrets in one line. gcloud separates by commas, this input by lines. Write one NAME=SECRET:VERSION per line.`
    );
  throw new Error(
    `this is not a secret's name. Write ${name}=SECRET:VERSION, for instance ${name}=database-url:latest; use the name and never the value.`
  );
}
var import_looks_like_secret2;
var init_secret_reference = __esm({
  "src/inputs/secret-reference.ts"() {
    "use strict";
    import_looks_like_secret2 = __toESM(require_looks_like_secret(), 1);
  }
});

// actions/deploy-run/inputs/service-source.ts
var service_source_exports = {};
__export(service_source_exports, {
  SETTINGS: () => SETTINGS,
  readServiceSource: () => readServiceSource
});
function readServiceSource(reader, service) {
  const secrets = reader.map("secrets");
  const parsed = /* @__PURE__ */ new Map();
  const secretFiles = [];
  for (const [name, value] of secrets) {
    try {
      const reference = parseSecretReference(value, name);
      if (isFilePath(name)) secretFiles.push({ path: name, ...reference });
      else parsed.set(name, reference);
    } catch (error) {
      reader.problem("secrets", `${name}: ${error.message}`);
    }
  }
  const env = reader.map("env");
  for (const name of env.keys())
    if (parsed.has(name)) reader.problem("secrets", `${name} is also in env. Remove one of the two.`);
  for (const problem of secretFileProblems(secretFiles)) reader.problem("secrets", problem);
  for (const name of env.keys()) {
    const problem = envNameProblem(name, "service");
    if (problem) reader.problem("env", problem);
  }
  for (const name of parsed.keys()) {
    const problem = secretNameProblem(name, "service");
    if (problem) reader.problem("secrets", problem);
  }
  const labels = readLabels2(reader);
  return {
    from: "service",
    service,
    env,
    secrets: parsed,
    secretFiles,
    labels,
    settings: readSettings(reader),
    hints: [...commaMapHints("env", env), ...commaMapHints("labels", labels)]
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
    runtimeServiceAccount: reader.parse("runtime-service-account", import_auth3.parseServiceAccount),
    ingress: reader.parse("ingress", parseIngress)
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== void 0));
}
function readLabels2(reader) {
  const labels = reader.map("labels");
  for (const name of labels.keys())
    if ((0, import_annotations3.isReserved)("labels", name))
      reader.problem("labels", `${name} is set by this action, which reads it as its own record. Remove it.`);
  return labels;
}
var import_auth3, import_annotations3, SETTINGS;
var init_service_source = __esm({
  "actions/deploy-run/inputs/service-source.ts"() {
    "use strict";
    import_auth3 = __toESM(require_auth(), 1);
    init_secret_files();
    init_comma_lists();
    init_environment_names();
    init_secret_reference();
    import_annotations3 = __toESM(require_annotations(), 1);
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
var multi_region_exports = {};
__export(multi_region_exports, {
  GLOBAL: () => GLOBAL,
  regionalNames: () => regionalNames,
  serviceRegions: () => serviceRegions
});
async function regionalNames({ region, name }, get) {
  if (region !== GLOBAL) return [name];
  return serviceRegions(region, await get(name)).map(
    (one) => name.replace(`/locations/${GLOBAL}/`, `/locations/${one}/`)
  );
}
var GLOBAL, serviceRegions;
var init_multi_region = __esm({
  "actions/deploy-run/service/multi-region.ts"() {
    "use strict";
    GLOBAL = "global";
    serviceRegions = (region, current) => region === GLOBAL ? current?.multiRegionSettings?.regions ?? [] : [region];
  }
});

// actions/deploy-run/inputs.ts
var inputs_exports2 = {};
__export(inputs_exports2, {
  readInputs: () => readInputs2
});
function readInputs2(reader, context) {
  const services = reader.text("services");
  const lists = { jobs: reader.text("jobs"), verify: reader.text("verify") };
  if (services === void 0 && lists.jobs === void 0 && lists.verify === void 0) return readOne(reader, context);
  const problems = /* @__PURE__ */ new Map();
  const add = (subject, message) => void problems.set(`${subject}: ${message}`, { subject, message });
  const read2 = (input, work) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof import_errors9.InputError)) add(`Input ${input}`, error.message);
      else for (const { subject, message } of error.problems) add(subject, message);
      return void 0;
    }
  };
  const several = read2(
    "services",
    () => services === void 0 ? [] : readServices(services, reader, context, readOne)
  );
  const alone = services === void 0 && lists.verify === void 0 && OF_A_SERVICE.every((name) => !reader.given(name)) && ["hold", "release-hold"].every((name) => reader.text(name)?.toLowerCase() !== "true");
  const one = services === void 0 && !alone ? read2("service", () => readOne(reader, context)) : void 0;
  const first = one ?? several?.[0]?.inputs;
  const all = ["verify", "jobs"].flatMap((list) => {
    const text = lists[list];
    if (text === void 0) return [];
    if (first && (first.request.kind !== "deploy" || first.request.preview))
      add(`Input ${list}`, "is only allowed with a deploy that moves traffic.");
    return read2(list, () => readJobs(list, text, first, context, readOne)) ?? [];
  });
  const probed = several && several.length > 0 ? several.map(({ inputs }) => inputs) : first ? [first] : [];
  if (all.some(({ list, when }) => list === "verify" && when === "before-traffic") && probed.every(({ rollout }) => rollout.probe.kind === "startup"))
    add(
      "Input verify",
      "needs a URL of the new revision, and with probe: startup it has none. Choose probe: http or grpc, or when: after-traffic."
    );
  const base = alone && all[0] ? { ...all[0].inputs, request: { kind: "jobs" } } : first;
  if (problems.size > 0 || !base) throw new import_errors9.InputError([...problems.values()]);
  return { ...base, services: several ?? [], jobs: all };
}
function readOne(reader, context) {
  const shared = readSharedInputs(reader, context);
  const regions = reader.parseList("region", (text) => text.trim() === GLOBAL ? GLOBAL : parseRegion(text));
  if (regions.length === 0 && !reader.given("region")) reader.problem("region", "is missing. Set one region per line.");
  if (new Set(regions).size < regions.length) reader.problem("region", "names a region twice.");
  if (regions.includes(GLOBAL) && (regions.length > 1 || reader.given("manifest")))
    reader.problem(
      "region",
      "global selects a multi-region service by its name, without other regions. A manifest names its regions itself, in the annotation run.googleapis.com/regions."
    );
  const all = readAll(reader, shared, context);
  reader.done();
  return { ...shared, regions, ...all, services: [], jobs: [] };
}
function readAll(reader, shared, context) {
  const service = reader.parse("service", parseService);
  const manifest = reader.text("manifest");
  const images = reader.parseList("image", parseNamedImage);
  const rollbackTo = reader.text("rollback-to");
  const removeTags = reader.list("remove-tag");
  const previewFailure = reader.text("preview-failure");
  const hold = reader.boolean("hold", "false");
  const advance = reader.boolean("advance", "false");
  const approved = reader.parse("approved", parseApproval, "false") ?? /* @__PURE__ */ new Set();
  const releaseHold = reader.boolean("release-hold", "false");
  const substitutions = reader.map("substitutions");
  const onService = readServiceSource(reader, service ?? "");
  const deploy = {
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
  const target = manifest ? { from: "manifest", file: manifest, substitutions } : { from: "service", service: service ?? "" };
  const named = (request) => {
    if (!service && !manifest && !reader.given("service"))
      reader.problem("service", "is missing. Set service or manifest.");
    if (service && manifest) reader.problem("service", "cannot be combined with manifest, which names the service.");
    return { request, ...rest };
  };
  const chosen = {
    "no-traffic": deploy.preview,
    execute: deploy.execute,
    hold,
    advance,
    strategy: rest.rollout.steps.length > 1
  };
  const refuseWith = (names, why) => {
    for (const name of names) if (chosen[name] ?? reader.given(name)) reader.problem(name, why);
  };
  if ((approved === "all" || approved.size > 0) && !advance)
    reader.problem("approved", "is only allowed with advance.");
  if (advance) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY, "rollback-to", "remove-tag", "preview-failure", "hold", "reason"],
      "cannot be combined with advance, which executes the recorded plan of the canary."
    );
    if (releaseHold)
      reader.problem("release-hold", "cannot be combined with advance. Release the hold in a step of its own.");
    return named({ kind: "advance", target, approved, waits: reader.given("on-canary") });
  }
  if (rollbackTo) {
    refuseWith([...DEPLOY_ONLY, "remove-tag", "preview-failure", "hold"], "cannot be combined with rollback-to.");
    if (rest.rollout.held.length > 0) reader.problem("steps", "with times cannot be combined with rollback-to.");
    if (releaseHold) reader.problem("release-hold", "cannot be combined with rollback-to, which sets the hold.");
    return named({ kind: "rollback", target, to: rollbackTo });
  }
  if (previewFailure) {
    const others = DEPLOY_ONLY.filter((name) => name !== "tag");
    refuseWith(
      [...others, ...ROLLOUT_ONLY, "remove-tag", "hold", "reason"],
      "cannot be combined with preview-failure."
    );
    if (!deploy.tag) reader.problem("preview-failure", "needs tag, which names the preview.");
    return named({ kind: "preview-failure", target, tag: deploy.tag ?? "", reason: previewFailure });
  }
  if (removeTags.length > 0) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY, "hold", "reason"], "cannot be combined with remove-tag.");
    return named({ kind: "remove-tag", target, tags: removeTags });
  }
  if (hold) {
    refuseWith([...DEPLOY_ONLY, ...ROLLOUT_ONLY], "cannot be combined with hold, which deploys nothing.");
    if (releaseHold) reader.problem("release-hold", "cannot be combined with hold. Release the existing hold first.");
    return named({ kind: "hold", target });
  }
  if (releaseHold && !manifest && images.length === 0) {
    refuseWith(
      [...DEPLOY_ONLY, ...ROLLOUT_ONLY],
      "cannot be combined with release-hold alone. To deploy too, set image or manifest."
    );
    return named({ kind: "release-hold", target });
  }
  checkDeploy(reader, deploy, rest.rollout, service, manifest);
  return { request: { kind: "deploy", ...deploy }, ...rest };
}
function checkDeploy(reader, deploy, rollout, service, manifest) {
  if (manifest) {
    for (const name of ["service", "env", "secrets", "labels", ...SETTINGS])
      if (reader.given(name))
        reader.problem(
          name,
          "cannot be combined with manifest. Write it in the manifest; a value can come through substitutions."
        );
  } else {
    if (!service && !reader.given("service"))
      reader.problem("service", "is missing. Set manifest, or service and image.");
    if (service && deploy.images.length === 0 && !reader.given("image"))
      reader.problem(
        "image",
        "is missing. Set manifest, or service and image. If it comes from another job: GitHub passes an output with a masked value, such as the project id, as empty. Pass the digest, and write NAME@DIGEST."
      );
    if (reader.given("substitutions")) reader.problem("substitutions", "is only allowed with manifest.");
    if (deploy.execute) reader.problem("execute", "is only allowed with a manifest of kind Job.");
  }
  const containers = deploy.images.map(({ container }) => container ?? "");
  if (new Set(containers).size < containers.length) reader.problem("image", "names a container twice.");
  if (deploy.preview && !deploy.tag)
    reader.problem("no-traffic", "needs tag: without traffic, only the URL of a tag reaches the revision.");
  if (deploy.preview && rollout.steps.length > 1) reader.problem("strategy", "cannot be combined with no-traffic.");
  const problem = deploy.tag && tagProblem(service ?? "", deploy.tag);
  if (problem) reader.problem("tag", problem);
}
var import_errors9, OF_A_SERVICE, DEPLOY_ONLY, ROLLOUT_ONLY;
var init_inputs2 = __esm({
  "actions/deploy-run/inputs.ts"() {
    "use strict";
    init_image_repositories();
    init_freeze();
    init_provenance();
    init_shared();
    init_judge_inputs();
    import_errors9 = __toESM(require_errors(), 1);
    init_formats();
    init_lists();
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

// shared:src/manifest/index.ts
var require_manifest = __commonJS({
  "shared:src/manifest/index.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/manifest/index.ts"];
  }
});

// src/inputs/service-manifest.ts
var service_manifest_exports = {};
__export(service_manifest_exports, {
  readManifestName: () => readManifestName,
  readNamedManifest: () => readNamedManifest
});
function readManifestName(line, place) {
  const { kind, name, region } = readNamedManifest(line, place);
  const collection = COLLECTIONS[kind];
  return collection && `projects/${place.project}/locations/${region}/${collection}/${name}`;
}
function readNamedManifest(line, place) {
  const { manifest, region = place.region, substitutions } = parseEntry2(line);
  if (!region) throw new Error(`${line} does not say its region. Write ${EXPECTED2}.`);
  const { kind, name } = (0, import_manifest.readManifest)({
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
function parseEntry2(line) {
  const refusal2 = new Error(`${line} is not a service by its manifest. Write ${EXPECTED2}.`);
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal2;
  }
  const { manifest, region, substitutions = {}, ...others } = value;
  const known = typeof manifest === "string" && manifest !== "" && Object.keys(others).length === 0;
  if (!known || region !== void 0 && typeof region !== "string") throw refusal2;
  const map = typeof substitutions === "string" ? (0, import_lists5.parseMap)(substitutions) : new Map(Object.entries(substitutions).map(([name, text]) => [name, String(text)]));
  return { manifest, ...region && { region }, substitutions: map };
}
function read(file, workspace) {
  try {
    return (0, import_read_file3.readTextFile)((0, import_node_path3.resolve)(workspace, file));
  } catch (error) {
    if (error.code === "NOT_A_FILE")
      throw new Error(`"${file}" cannot be read: ${error.message}.`);
    throw new Error(
      `there is no file "${file}". Set its path from the root of the repository, and run actions/checkout before.`
    );
  }
}
var import_node_path3, import_manifest, import_lists5, import_read_file3, EXPECTED2, COLLECTIONS;
var init_service_manifest = __esm({
  "src/inputs/service-manifest.ts"() {
    "use strict";
    import_node_path3 = require("node:path");
    import_manifest = __toESM(require_manifest(), 1);
    import_lists5 = __toESM(require_lists(), 1);
    import_read_file3 = __toESM(require_read_file(), 1);
    EXPECTED2 = '{"manifest": "PATH", "region": "REGION", "substitutions": {"NAME": "value"}}';
    COLLECTIONS = {
      Service: "services",
      WorkerPool: "workerPools",
      Job: void 0
    };
  }
});

// src/inputs/services.ts
var services_exports = {};
__export(services_exports, {
  parseServiceName: () => parseServiceName,
  readServiceName: () => readServiceName,
  readServiceNames: () => readServiceNames
});
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

// actions/migrate/migrations/migration-files.ts
var migration_files_exports = {};
__export(migration_files_exports, {
  compareVersions: () => compareVersions,
  isVersion: () => isVersion,
  listMigrationFolder: () => listMigrationFolder,
  plainVersion: () => plainVersion
});
function listMigrationFolder(workspace, folder) {
  const root = (0, import_node_path4.join)(workspace, folder);
  const entries = (0, import_node_fs.readdirSync)(root, { withFileTypes: true });
  const found = entries.flatMap((entry) => filesIn(root, entry));
  const flyway = entries.some(({ name }) => FLYWAY_ONLY.test(name));
  const files = found.filter((file) => !isUndo(file) || !flyway && !found.some((other) => undoes(file, other)));
  if (files.length > 0) {
    const unversioned = entries.filter((entry) => entry.isFile() && isUnversioned(entry.name)).map(({ name }) => name);
    return { files, unversioned };
  }
  const isCode = entries.some(({ name }) => /\.(?:py|rb|[jt]s|php|go|java|ya?ml|xml)$/.test(name));
  throw new Error(
    `no migration found in "${folder}". ${isCode ? "Only SQL is checked, in files such as 000001_name.up.sql. Remove this input where migrations are code, and set contracting: true for a migration that is incompatible with the running version." : `${KNOWN}.`}`
  );
}
function filesIn(root, entry) {
  const { name } = entry;
  if (!entry.isDirectory()) {
    const version2 = isNoMigration(name) ? void 0 : versionIn(name);
    return version2 === void 0 ? [] : [{ name, version: version2 }];
  }
  const version = FOLDER.exec(name)?.[1]?.replaceAll("-", "");
  const inside = version === void 0 ? [] : (0, import_node_fs.readdirSync)((0, import_node_path4.join)(root, name)).filter((file) => IN_FOLDER.includes(file));
  if (version !== void 0 && inside.length > 0)
    return inside.map((file) => ({ name: `${name}/${file}`, version: plainVersion(version) }));
  return (0, import_node_fs.readdirSync)((0, import_node_path4.join)(root, name), { recursive: true, encoding: "utf8" }).filter((path) => FLYWAY.test((0, import_node_path4.basename)(path))).map((path) => ({ name: `${name}/${path}`, version: versionIn((0, import_node_path4.basename)(path)) ?? "" }));
}
function versionIn(name) {
  const version = NUMBERED.exec(name)?.[1]?.replaceAll("-", "") ?? FLYWAY.exec(name)?.[1];
  return version === void 0 ? void 0 : plainVersion(version);
}
function compareVersions(one, other) {
  const [a, b] = [one.split(".").map(BigInt), other.split(".").map(BigInt)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [left = 0n, right = 0n] = [a[i], b[i]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
var import_node_fs, import_node_path4, NUMBERED, FLYWAY, UNDO, FOLDER, IN_FOLDER, FLYWAY_ONLY, isNoMigration, KNOWN, isUndo, undoes, isUnversioned, plainVersion, isVersion;
var init_migration_files = __esm({
  "actions/migrate/migrations/migration-files.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path4 = require("node:path");
    NUMBERED = /^(\d{4}-\d{2}-\d{2}(?:-\d+)?|\d+)(?:[_-].*)?\.sql$/;
    FLYWAY = /^[VU](\d+(?:[._]\d+)*)__.*\.sql$/;
    UNDO = /^U\d/;
    FOLDER = /^(\d{4}-\d{2}-\d{2}-\d+|\d+)(?:_|$)/;
    IN_FOLDER = ["migration.sql", "up.sql"];
    FLYWAY_ONLY = /^(?:R__|B\d)/;
    isNoMigration = (name) => /\.down\.sql$/.test(name) || FLYWAY_ONLY.test(name);
    KNOWN = "Expected files such as 000001_name.up.sql, V1__name.sql (Flyway, refinery), 20240102030405_name/migration.sql (Prisma) or 20240102030405_name/up.sql (Diesel, Hasura)";
    isUndo = ({ name }) => UNDO.test((0, import_node_path4.basename)(name));
    undoes = (undo, other) => !isUndo(other) && compareVersions(undo.version, other.version) === 0;
    isUnversioned = (name) => /\.sql$/i.test(name) && !isNoMigration(name) && !UNDO.test(name) && versionIn(name) === void 0;
    plainVersion = (text) => text.split(/[._]/).map(BigInt).join(".");
    isVersion = (text) => /^\d+(?:\.\d+)*$/.test(text);
  }
});

// src/google/errors/not-found.ts
var not_found_exports = {};
__export(not_found_exports, {
  absent: () => absent
});
async function absent(response) {
  try {
    return await response;
  } catch (error) {
    if (error instanceof import_errors10.CloudError && error.status === 404) return void 0;
    throw error;
  }
}
var import_errors10;
var init_not_found = __esm({
  "src/google/errors/not-found.ts"() {
    "use strict";
    import_errors10 = __toESM(require_errors(), 1);
  }
});

// shared:@actions/github
var require_github = __commonJS({
  "shared:@actions/github"(exports2, module2) {
    module2.exports = require("../shared/github.cjs")["@actions/github"];
  }
});

// shared:src/google/errors/error-body.ts
var require_error_body = __commonJS({
  "shared:src/google/errors/error-body.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/errors/error-body.ts"];
  }
});

// shared:src/google/http/invalid-response.ts
var require_invalid_response = __commonJS({
  "shared:src/google/http/invalid-response.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/invalid-response.ts"];
  }
});

// shared:src/google/http/retry-after.ts
var require_retry_after = __commonJS({
  "shared:src/google/http/retry-after.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/retry-after.ts"];
  }
});

// shared:src/runtime/interruption.ts
var require_interruption = __commonJS({
  "shared:src/runtime/interruption.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/interruption.ts"];
  }
});

// shared:src/runtime/retry.ts
var require_retry = __commonJS({
  "shared:src/runtime/retry.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/runtime/retry.ts"];
  }
});

// shared:src/google/http/client.ts
var require_client = __commonJS({
  "shared:src/google/http/client.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/client.ts"];
  }
});

// shared:src/google/http/read-bounded.ts
var require_read_bounded = __commonJS({
  "shared:src/google/http/read-bounded.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/read-bounded.ts"];
  }
});

// shared:src/google/http/text-request.ts
var require_text_request = __commonJS({
  "shared:src/google/http/text-request.ts"(exports2, module2) {
    module2.exports = require("../shared/runtime.cjs")["src/google/http/text-request.ts"];
  }
});

// src/github/bounded-fetch.ts
var bounded_fetch_exports = {};
__export(bounded_fetch_exports, {
  boundedFetch: () => boundedFetch
});
function boundedFetch(send, clock) {
  return async (input, options = {}) => {
    const late = new AbortController();
    const cancel = clock.timer(TIMEOUT, () => late.abort(new import_text_request.NoResponseError(TIMEOUT)));
    const signal = AbortSignal.any([...options.signal ? [options.signal] : [], late.signal]);
    try {
      let at = String(input);
      for (let hops = 0; ; hops++) {
        const response = await send(at, { ...options, signal, redirect: "manual" });
        const about2 = { resource: `GitHub's API`, url: at, status: response.status };
        if (response.status >= 300 && response.status < 400 && response.status !== 304) {
          const next = (0, import_client.locationOf)(at, response.headers.get("location") ?? void 0);
          const same = next !== void 0 && new URL(next).origin === new URL(at).origin;
          const reads = (options.method ?? "GET") === "GET";
          if (!same || !reads || hops >= MOST_REDIRECTS) throw (0, import_invalid_response.redirected)(about2, next);
          at = next;
          continue;
        }
        if (!response.body) return response;
        const { bytes, end } = await (0, import_read_bounded.readBounded)(response.body, { maxBytes: MOST_BYTES, timeout: TIMEOUT, clock });
        if (end === "too-large") throw (0, import_invalid_response.tooLarge)(about2, MOST_BYTES);
        if (end === "too-slow") throw (0, import_invalid_response.tooSlow)(about2, TIMEOUT);
        if (response.status < 300 && bytes.length > 0 && !/^\s*[{[]/.test(bytes.subarray(0, 1e3).toString()))
          throw (0, import_invalid_response.notJson)(about2, bytes.subarray(0, 1e3).toString());
        const whole = new Response(bytes, { status: response.status, headers: response.headers });
        return Object.defineProperty(whole, "url", { value: response.url });
      }
    } finally {
      cancel();
    }
  };
}
var import_client, import_invalid_response, import_read_bounded, import_text_request, MOST_BYTES, TIMEOUT, MOST_REDIRECTS;
var init_bounded_fetch = __esm({
  "src/github/bounded-fetch.ts"() {
    "use strict";
    import_client = __toESM(require_client(), 1);
    import_invalid_response = __toESM(require_invalid_response(), 1);
    import_read_bounded = __toESM(require_read_bounded(), 1);
    import_text_request = __toESM(require_text_request(), 1);
    MOST_BYTES = 16e6;
    TIMEOUT = 3e4;
    MOST_REDIRECTS = 3;
  }
});

// src/github/client.ts
var client_exports = {};
__export(client_exports, {
  createGitHubClient: () => createGitHubClient
});
function createGitHubClient(run, token, { signal, clock, deadline = Number.POSITIVE_INFINITY }) {
  const [owner = "", repo = ""] = run.repository.split("/");
  const octokit = (0, import_github.getOctokit)(token, {
    baseUrl: run.apiUrl,
    request: { signal, fetch: boundedFetch((...call) => fetch(...call), clock) }
  });
  let nextWrite = 0;
  const turnToWrite = async () => {
    const wait = nextWrite - clock.now();
    nextWrite = Math.max(nextWrite, clock.now()) + WRITE_INTERVAL;
    if (wait > 0) await clock.sleep(wait, signal);
  };
  const repeated = async ({ resource, permission, reads }, call) => {
    if (!reads) await turnToWrite();
    const patience = Math.min(clock.now() + RATE_LIMIT_PATIENCE, deadline);
    let last;
    const work = async () => {
      try {
        return await (0, import_interruption.orAborted)(call(), signal);
      } catch (error) {
        if (signal.aborted) throw (0, import_interruption.interrupted)(signal, resource, last);
        last = toCloudError(error, resource, permission, clock.now());
        throw last;
      }
    };
    const enough = clock.now() + FAULT_PATIENCE;
    const mayPass = (error, attempt) => error instanceof import_errors11.CloudError && (error.retryAfterMs !== void 0 || reads && error.status >= 500 && !error.final && attempt < MOST_RETRIES && clock.now() < enough);
    return await (0, import_retry.retry)(work, { clock, signal, resource, until: patience, mayPass });
  };
  const read2 = (resource, permission, call) => repeated({ resource, permission, reads: true }, call);
  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read: read2 };
}
function toCloudError(error, resource, permission, now) {
  const { status, message, response, cause } = error;
  if (cause instanceof import_errors11.CloudError) return (0, import_invalid_response2.about)(resource, cause, cause);
  if (typeof status !== "number") throw error;
  const wait = rateLimit(status, response, now);
  const denied = wait === void 0 && (status === 401 || status === 403);
  const text = response?.data === void 0 ? message : (0, import_error_body.readJson)(response.data).message || message;
  return new import_errors11.CloudError(
    {
      message: text || `HTTP ${status}`,
      status,
      resource,
      permission: denied ? permission : void 0,
      member: denied ? "the job's GITHUB_TOKEN" : void 0,
      retryAfterMs: wait,
      advice: wait === void 0 ? void 0 : `GitHub's rate limit is reached: it takes requests again in ${(0, import_duration2.formatDuration)(wait)}. Run this step again then, or run fewer jobs with this token at a time.`
    },
    { cause: error }
  );
}
function rateLimit(status, response, now) {
  if (status !== 403 && status !== 429) return void 0;
  const headers = response?.headers ?? {};
  const wait = (0, import_retry_after.retryAfter)(headers, now);
  if (wait !== void 0) return wait;
  const reset = Number(headers["x-ratelimit-reset"]) * 1e3;
  if (String(headers["x-ratelimit-remaining"]) === "0")
    return Number.isFinite(reset) ? Math.max(0, reset - now) : SECONDARY_LIMIT_PAUSE;
  const secondary = /rate limit|abuse detection/i.test((0, import_error_body.readJson)(response?.data ?? "").message);
  return status === 429 || secondary ? SECONDARY_LIMIT_PAUSE : void 0;
}
var import_github, import_error_body, import_invalid_response2, import_retry_after, import_duration2, import_errors11, import_interruption, import_retry, MOST_RETRIES, FAULT_PATIENCE, RATE_LIMIT_PATIENCE, SECONDARY_LIMIT_PAUSE, WRITE_INTERVAL;
var init_client = __esm({
  "src/github/client.ts"() {
    "use strict";
    import_github = __toESM(require_github(), 1);
    import_error_body = __toESM(require_error_body(), 1);
    import_invalid_response2 = __toESM(require_invalid_response(), 1);
    import_retry_after = __toESM(require_retry_after(), 1);
    import_duration2 = __toESM(require_duration(), 1);
    import_errors11 = __toESM(require_errors(), 1);
    import_interruption = __toESM(require_interruption(), 1);
    import_retry = __toESM(require_retry(), 1);
    init_bounded_fetch();
    MOST_RETRIES = 3;
    FAULT_PATIENCE = 6e4;
    RATE_LIMIT_PATIENCE = 3e5;
    SECONDARY_LIMIT_PAUSE = 6e4;
    WRITE_INTERVAL = 1e3;
  }
});

// src/github/api.ts
var api_exports = {};
__export(api_exports, {
  createGitHub: () => createGitHub
});
function createGitHub(run, token, options) {
  const { octokit, rest, at, read: read2, repeated } = createGitHubClient(run, token, options);
  const ownOf = async (marked) => {
    const bots = marked.filter(({ user }) => user?.login === ACTIONS_BOT && user.type === "Bot");
    if (bots.length > 0 || marked.length === 0) return bots;
    const login = await read2(
      "the owner of github-token",
      "",
      () => octokit.graphql("{ viewer { login } }")
    ).then(
      (response) => response?.viewer?.login,
      () => void 0
    );
    if (!login) return [];
    const app = token.startsWith("ghs_");
    return marked.filter(
      ({ user }) => user?.type === "Bot" ? user.login?.replace(/\[bot\]$/, "") === login.replace(/\[bot\]$/, "") : !app && user?.login === login
    );
  };
  const deployments = { resource: `deployments of ${run.repository}`, permission: "deployments: write" };
  const setStatus = async (id, { state, description, logUrl }) => {
    await repeated(
      { ...deployments, reads: false },
      () => rest.repos.createDeploymentStatus({
        ...at,
        deployment_id: id,
        state,
        description: description.slice(0, 140),
        log_url: logUrl,
        auto_inactive: false
      })
    );
  };
  return {
    async compare(base, head) {
      const comparison = read2(
        `commits of ${run.repository}`,
        "contents: read",
        () => rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}`, per_page: 1 })
      );
      return (await absent(comparison))?.data.status;
    },
    async file(path, commit) {
      const found = read2(
        `files of ${run.repository}`,
        "contents: read",
        () => rest.repos.getContent({ ...at, path, ref: commit })
      );
      const data = (await absent(found))?.data;
      return data?.encoding === "base64" ? Buffer.from(data.content ?? "", "base64").toString("utf8") : void 0;
    },
    async checks(commit) {
      const [runs, statuses] = await read2(
        `checks of ${run.repository}`,
        "checks: read and statuses: read",
        () => Promise.all([
          octokit.paginate(rest.checks.listForRef, { ...at, ref: commit, filter: "latest", per_page: 100 }),
          octokit.paginate(
            rest.repos.getCombinedStatusForRef,
            { ...at, ref: commit, per_page: 100 },
            // The types state a list, but the plugin takes a response with `url` as it is.
            ({ data }) => data.statuses
          )
        ])
      );
      return [
        ...runs.map(({ name, conclusion, app }) => ({
          name,
          conclusion: conclusion ?? void 0,
          apps: [app?.slug, app?.name].filter((one) => Boolean(one))
        })),
        ...statuses.map(({ context, state }) => ({
          name: context,
          conclusion: state === "pending" ? void 0 : state,
          apps: []
        }))
      ];
    },
    async pull(number) {
      const found = read2(
        `pull request #${number} of ${run.repository}`,
        "pull-requests: read",
        () => rest.pulls.get({ ...at, pull_number: number })
      );
      const pull = await absent(found);
      return pull && toPullRequest(pull.data);
    },
    async openPulls() {
      const found = await read2(
        `pull requests of ${run.repository}`,
        "pull-requests: read",
        () => octokit.paginate(rest.pulls.list, { ...at, state: "open", per_page: 100 })
      );
      return found.map(toPullRequest);
    },
    async rerun(runId) {
      await repeated(
        { resource: `run ${runId} of ${run.repository}`, permission: "actions: write", reads: false },
        () => rest.actions.reRunWorkflow({ ...at, run_id: Number(runId) })
      );
    },
    async addDeploymentStatus(commit, environment, status) {
      const { data } = await read2(
        deployments.resource,
        deployments.permission,
        () => rest.repos.listDeployments({ ...at, sha: commit, environment, per_page: 1 })
      );
      const [newest] = data;
      if (!newest) return false;
      await setStatus(newest.id, status);
      return true;
    },
    async endDeployments(environment, ended) {
      const { resource, permission } = deployments;
      const { data } = await read2(
        resource,
        permission,
        () => rest.repos.listDeployments({ ...at, environment, per_page: NEWEST_DEPLOYMENTS })
      );
      for (const { id, sha } of data) {
        const { data: statuses } = await read2(
          resource,
          permission,
          () => rest.repos.listDeploymentStatuses({ ...at, deployment_id: id, per_page: 1 })
        );
        const [newest] = statuses;
        const status = newest?.state === "in_progress" ? ended(newest.description, sha) : void 0;
        if (status) await setStatus(id, status);
      }
    },
    async upsertComment({ issue, marker, body, alike = () => false, every = false }) {
      const resource = `comments of ${run.repository}#${issue}`;
      const comments = await read2(
        resource,
        "pull-requests: write",
        () => octokit.paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 })
      );
      const marked = comments.map((comment) => ({ ...comment, line: comment.body?.split(/\r?\n/, 1)[0] ?? "" }));
      const exact = marked.filter(({ line }) => line.startsWith(marker));
      const others = marked.filter(({ line }) => !line.startsWith(marker) && alike(line));
      const write = async (text, id) => await repeated({ resource, permission: "pull-requests: write", reads: false }, async () => {
        if (id === void 0) await rest.issues.createComment({ ...at, issue_number: issue, body: text });
        else await rest.issues.updateComment({ ...at, comment_id: id, body: text });
      });
      let own = await ownOf(every ? [...exact, ...others] : exact);
      if (own.length === 0 && !every) own = await ownOf(others);
      if (own.length === 0 && !every) await write(`${marker}
${body}`);
      for (const { id, line, body: before } of every ? own : own.slice(0, 1)) {
        const text = `${every ? line : marker}
${body}`;
        if (before !== text) await write(text, id);
      }
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
var NEWEST_DEPLOYMENTS, ACTIONS_BOT;
var init_api = __esm({
  "src/github/api.ts"() {
    "use strict";
    init_not_found();
    init_client();
    NEWEST_DEPLOYMENTS = 10;
    ACTIONS_BOT = "github-actions[bot]";
  }
});

// src/github/open.ts
var open_exports = {};
__export(open_exports, {
  openGitHub: () => openGitHub
});
function openGitHub(token, { github: run, signal, clock, deadline }) {
  if (!token || !run.repository) return void 0;
  let opened;
  return () => {
    opened ??= Promise.resolve().then(() => (init_api(), api_exports)).then(({ createGitHub: createGitHub2 }) => createGitHub2(run, token, { signal, clock, deadline }));
    return opened;
  };
}
var init_open = __esm({
  "src/github/open.ts"() {
    "use strict";
  }
});

// shared:src/manifest/document.ts
var require_document = __commonJS({
  "shared:src/manifest/document.ts"(exports2, module2) {
    module2.exports = require("../shared/manifest.cjs")["src/manifest/document.ts"];
  }
});

// src/policy/base-branch.ts
var base_branch_exports = {};
__export(base_branch_exports, {
  baseOf: () => baseOf,
  exceptionsOfBase: () => exceptionsOfBase
});
function baseOf({ payload, sha }) {
  const { pull_request: pull, workflow_run: run } = payload;
  if (pull) return pull.merged ? void 0 : pull.base?.sha;
  return run?.event === "pull_request" ? sha : void 0;
}
async function exceptionsOfBase(here, from) {
  const { base, file, openGitHub: openGitHub2, log } = from;
  if (here.length > 0 && file && !openGitHub2)
    throw new import_errors12.InputError([
      {
        subject: "Input exceptions",
        message: "is base, which reads the manifest of the base branch and needs github-token. Pass ${{ github.token }}."
      }
    ]);
  const text = here.length > 0 && file ? await (await openGitHub2?.())?.file(import_node_path5.posix.normalize(file), base) : void 0;
  const there = exceptionsIn(text === void 0 ? {} : annotationsIn(text));
  const known = new Set(there.map(keyOf));
  const others = here.filter((one) => !known.has(keyOf(one)));
  if (others.length > 0)
    log.warning(
      `Exceptions are read from the base branch (exceptions: base), at ${(0, import_commit2.shortCommit)(base)}. These are not in it and do not apply: ${[...new Set(others.map(({ where }) => where))].join(", ")}. Merge them first, in a separate pull request.`
    );
  return there;
}
function annotationsIn(text) {
  const entriesOf = (node) => node?.kind === "map" ? node.entries : void 0;
  const { root } = (0, import_document.parseDocument)(text, "", /* @__PURE__ */ new Map());
  const metadata = entriesOf(entriesOf(root)?.get("metadata")?.value);
  const annotations = entriesOf(metadata?.get("annotations")?.value) ?? /* @__PURE__ */ new Map();
  return Object.fromEntries(
    [...annotations].flatMap(
      ([key, { value }]) => value.kind === "scalar" && value.type === "text" ? [[key, value.value]] : []
    )
  );
}
var import_node_path5, import_commit2, import_document, import_errors12, keyOf;
var init_base_branch = __esm({
  "src/policy/base-branch.ts"() {
    "use strict";
    import_node_path5 = require("node:path");
    import_commit2 = __toESM(require_commit(), 1);
    import_document = __toESM(require_document(), 1);
    import_errors12 = __toESM(require_errors(), 1);
    init_exceptions();
    keyOf = ({ rule, text }) => `${rule} ${text.trim()}`;
  }
});

// src/container/registry-calls.ts
var registry_calls_exports = {};
__export(registry_calls_exports, {
  READ: () => READ,
  WRITE: () => WRITE,
  createRegistryCalls: () => createRegistryCalls
});
function createRegistryCalls(client) {
  const request = async (call) => {
    try {
      return await client.text({ ...PATIENCE, ...call });
    } catch (error) {
      if (!(error instanceof import_errors13.CloudError) || error.status !== 0) throw error;
      const { host } = new URL(call.url);
      const message = `the registry ${host} could not be reached: ${error.message}. Check the host in the name of the image, and that this runner can reach it`;
      throw new import_errors13.CloudError({ message, status: 0, resource: error.resource }, { cause: error });
    }
  };
  const settled = (call, response) => {
    if (response.status < 300) return response;
    throw (0, import_invalid_response3.redirected)({ ...call, status: response.status }, (0, import_client3.locationOf)(call.url, response.headers.location));
  };
  const url = (image, path) => `${(0, import_loopback3.isLoopback)(image.host) ? "http" : "https"}://${image.host}/v2/${registryPath(image)}${path}`;
  return {
    url,
    send: async (call) => settled(call, await request(call)),
    async blob(image, digest, maxBytes, resource) {
      const call = { method: "GET", url: url(image, `/blobs/${digest}`), resource, maxBytes, ...READ };
      const response = await request(call);
      if (response.status < 300) return response;
      const location = (0, import_client3.locationOf)(call.url, response.headers.location);
      if (location === void 0) return settled(call, response);
      const signed = { ...call, url: location, authenticated: false };
      return settled(signed, await request(signed));
    }
  };
}
var import_client3, import_invalid_response3, import_loopback3, import_errors13, READ, WRITE, PATIENCE;
var init_registry_calls = __esm({
  "src/container/registry-calls.ts"() {
    "use strict";
    import_client3 = __toESM(require_client(), 1);
    import_invalid_response3 = __toESM(require_invalid_response(), 1);
    import_loopback3 = __toESM(require_loopback(), 1);
    import_errors13 = __toESM(require_errors(), 1);
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
var registry_exports = {};
__export(registry_exports, {
  MANIFEST_TYPES: () => MANIFEST_TYPES,
  OCI_INDEX: () => OCI_INDEX,
  OCI_MANIFEST: () => OCI_MANIFEST,
  createRegistry: () => createRegistry,
  formatPlatform: () => formatPlatform,
  formatReference: () => formatReference,
  imageLabels: () => imageLabels,
  isAttestation: () => isAttestation,
  parseImageManifest: () => parseImageManifest
});
function createRegistry(client) {
  const once = rememberFound();
  const calls = createRegistryCalls(client);
  const resource = (image, reference) => `image ${formatReference(image, reference)}`;
  const read2 = (image, reference, method) => absent(
    calls.send({
      method,
      url: calls.url(image, `/manifests/${reference}`),
      headers: { accept: MANIFEST_TYPES },
      resource: resource(image, reference),
      maxBytes: MOST_MANIFEST,
      ...READ
    })
  );
  const readManifest3 = async (image, reference) => {
    const response = await read2(image, reference, "GET");
    if (!response) return void 0;
    const { bytes, status, headers } = response;
    const about2 = { resource: resource(image, reference), url: calls.url(image, ""), status };
    (0, import_invalid_response4.parseResponse)(about2, response.text || "nothing");
    const manifest = parseImageManifest(bytes, headers["content-type"] ?? "");
    if (reference.startsWith("sha256:") && manifest.digest !== reference)
      throw new import_errors14.OutcomeError(
        `For ${formatReference(image, reference)}, the registry returned content with another digest, ${manifest.digest}.`
      );
    return manifest;
  };
  return {
    manifest: (image, reference) => reference.startsWith("sha256:") ? once(formatReference(image, reference), () => readManifest3(image, reference)) : readManifest3(image, reference),
    async digest(image, reference) {
      const response = await read2(image, reference, "HEAD");
      const digest = response?.headers["docker-content-digest"];
      if (!response || digest) return digest;
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
        const { text, status } = await calls.blob(image, digest, MOST_CONFIG, about2);
        return (0, import_invalid_response4.parseResponse)({ resource: about2, url: calls.url(image, ""), status }, text);
      });
    }
  };
}
function rememberFound() {
  const known = /* @__PURE__ */ new Map();
  return (key, read2) => {
    const found = known.get(key) ?? read2();
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
    digest: `sha256:${(0, import_node_crypto3.createHash)("sha256").update(bytes).digest("hex")}`,
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
var import_node_crypto3, import_invalid_response4, import_errors14, OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST, MANIFEST_TYPES, MOST_MANIFEST, MOST_CONFIG, isAttestation, formatPlatform, formatReference;
var init_registry = __esm({
  "src/container/registry.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    init_not_found();
    import_invalid_response4 = __toESM(require_invalid_response(), 1);
    import_errors14 = __toESM(require_errors(), 1);
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

// src/container/public-registry.ts
var public_registry_exports = {};
__export(public_registry_exports, {
  publicDigest: () => publicDigest
});
async function publicDigest(http, image, tag) {
  const host = HOSTS[image.host] ?? image.host;
  const scheme = (0, import_loopback4.isLoopback)(host) ? "http" : "https";
  const url = `${scheme}://${host}/v2/${registryPath(image)}/manifests/${tag}`;
  const call = { authenticated: false, attemptTimeout: PATIENCE2, resource: `image ${image.host}/${image.path}:${tag}` };
  const head = async (token2) => {
    const headers = { accept: MANIFEST_TYPES, ...token2 && { authorization: `Bearer ${token2}` } };
    const response2 = await http.raw({ ...call, method: "HEAD", url, headers });
    await response2.body.dump();
    return response2;
  };
  const anonymousToken = async (challenge) => {
    const address = tokenAddress(challenge, scheme);
    if (!address) return void 0;
    const response2 = await http.raw({ ...call, method: "GET", url: address });
    const text = await response2.body.text();
    return response2.status === 200 ? tokenIn(text) : void 0;
  };
  const first = await head();
  const token = first.status === 401 ? await anonymousToken(String(first.headers["www-authenticate"] ?? "")) : void 0;
  const response = token ? await head(token) : first;
  const digest = String(response.headers["docker-content-digest"] ?? "");
  return response.status === 200 && DIGEST.test(digest) ? digest : void 0;
}
function tokenAddress(challenge, scheme) {
  const field2 = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1];
  const realm = field2("realm");
  if (!/^Bearer /i.test(challenge) || !realm?.startsWith(`${scheme}://`)) return void 0;
  const url = new URL(realm);
  for (const name of ["scope", "service"]) {
    const value = field2(name);
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
var import_loopback4, HOSTS, PATIENCE2;
var init_public_registry = __esm({
  "src/container/public-registry.ts"() {
    "use strict";
    import_loopback4 = __toESM(require_loopback(), 1);
    init_image_reference();
    init_registry();
    HOSTS = { "docker.io": "registry-1.docker.io" };
    PATIENCE2 = 1e4;
  }
});

// src/container/pinned-reference.ts
var pinned_reference_exports = {};
__export(pinned_reference_exports, {
  pinnedReference: () => pinnedReference
});
async function pinnedReference(image, clients) {
  const name = image.includes("@") ? void 0 : imageNameOf(image);
  if (!name) return void 0;
  try {
    const digest = await digestBehind(name, tagOf(image) ?? "latest", clients);
    const pinned = digest && formatImageDigest({ ...name, digest });
    return pinned && isDigestReference(pinned) ? pinned : void 0;
  } catch (error) {
    if ((0, import_errors15.isAbort)(error)) throw error;
    return void 0;
  }
}
var import_loopback5, import_errors15, digestBehind;
var init_pinned_reference = __esm({
  "src/container/pinned-reference.ts"() {
    "use strict";
    import_loopback5 = __toESM(require_loopback(), 1);
    import_errors15 = __toESM(require_errors(), 1);
    init_image_reference();
    init_public_registry();
    digestBehind = (image, tag, { registry, cloud }) => image.host.endsWith("-docker.pkg.dev") || (0, import_loopback5.isLoopback)(image.host) ? registry.digest(image, tag) : publicDigest(cloud.http, image, tag);
  }
});

// src/policy/pinned-images.ts
var pinned_images_exports = {};
__export(pinned_images_exports, {
  withPinnedImages: () => withPinnedImages
});
async function withPinnedImages(subject, clients) {
  const resource = structuredClone(subject.resource);
  const main = mainIndex(subject);
  const notes = await Promise.all(
    (0, import_image4.containersOf)(resource).map(async (container, i) => i === main ? [] : await pin(container, clients))
  );
  const flat = notes.flat();
  return { subject: flat.length > 0 ? { ...subject, resource } : subject, notes: flat };
}
async function pin(container, clients) {
  const { image = "", name = "a sidecar" } = container;
  const pinned = isLatest(image) ? void 0 : await pinnedReference(image, clients);
  if (pinned === void 0) return [];
  container.image = pinned;
  return [`The image of ${name} is pinned: ${image} is ${pinned} now.`];
}
var import_image4;
var init_pinned_images = __esm({
  "src/policy/pinned-images.ts"() {
    "use strict";
    init_pinned_reference();
    import_image4 = __toESM(require_image(), 1);
    init_containers();
    init_images();
  }
});

// actions/migrate/policy/judge-job.ts
var judge_job_exports = {};
__export(judge_job_exports, {
  judgeJobInputs: () => judgeJobInputs,
  judgeManifestJob: () => judgeManifestJob,
  judgeTakenOver: () => judgeTakenOver
});
function judgeJobInputs(reader, inputs, now) {
  const { env, command, args, statusArgs, policy, policyExceptions } = inputs;
  const found = [
    ...inputFindings({ env: [...env].map(([name, value]) => ({ name, value })), command, args }),
    ...inputFindings({ args: statusArgs }, "status-args")
  ];
  return judgeInputs(reader, found, policyExceptions, now, policy);
}
function inputFindings(container, argsInput = "args") {
  const { command = [], args = [], env = [] } = container;
  const resource = {
    template: { template: { containers: [{ env, command: [...command], args: [...args] }] } }
  };
  return plainSecrets({ kind: "Job", resource }).map((finding) => {
    const [field2 = "", index] = finding.path?.slice(FIELD) ?? [];
    const input = field2 === "args" ? argsInput : String(field2);
    const targets = input === "env" ? [finding.targets?.[0] ?? ""] : [`${input}[${index}]`, String(field2)];
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
var inputs_exports3 = {};
__export(inputs_exports3, {
  manifestOrigin: () => manifestOrigin,
  readInputs: () => readInputs3
});
function readInputs3(reader, context) {
  const workspace = (0, import_node_path6.resolve)(context.github.workspace || ".");
  const mode = reader.oneOf("mode", ["job", "docker"], "job");
  const image = reader.required("image") === "" ? void 0 : reader.parse("image", parseImageDigest);
  const imageRepositories = readImageRepositories(reader, image ? [image] : []);
  const manifest = reader.parse("manifest", (text) => readSource(workspace, text));
  const fromService = reader.parse("from-service", (text) => parseFromService(workspace, text));
  const substitutions = reader.map("substitutions");
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
    job: job ?? defaultJobName(fromService, { ...shared, region: region ?? "", substitutions }),
    command: reader.list("command"),
    args: reader.list("args"),
    fromService,
    manifest,
    substitutions,
    env: reader.map("env"),
    ...readSecrets(reader),
    cloudsqlInstances: reader.parseList("cloudsql-instances", parseInstance),
    runtimeServiceAccount: reader.parse("runtime-service-account", import_auth4.parseServiceAccount),
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
  checkTogether2(reader, inputs);
  const hints = [
    ...["command", "args", "status-args"].flatMap((name) => {
      const list = reader.list(name);
      return commaHint(name, list) ?? blankHint(name, list) ?? [];
    }),
    ...commaMapHints("env", inputs.env)
  ];
  const judged = mode === "job" ? judgeJobInputs(reader, inputs, context.clock.now()) : { exceptions: [], warnings: [] };
  reader.done();
  return { ...inputs, judged: { ...judged, warnings: [...hints, ...judged.warnings] } };
}
function checkTogether2(reader, inputs) {
  if (inputs.mode === "docker") {
    for (const name of JOB_ONLY)
      if (reader.given(name))
        reader.problem(
          name,
          "is only allowed with mode: job. With mode: docker, pass what the program needs in env, for instance from secrets of the workflow."
        );
  } else {
    if (!reader.given("region"))
      reader.problem("region", "is missing. Set the region of the job, for instance europe-west1.");
    if (!reader.given("job") && !inputs.manifest) checkDefaultName(reader, inputs.job);
    if (reader.given("substitutions") && !inputs.manifest && !(inputs.fromService && "file" in inputs.fromService))
      reader.problem("substitutions", "is only allowed with manifest, or with the path of a manifest in from-service.");
  }
  if (inputs.when === "after-traffic") checkAfterTraffic(reader, inputs);
  if (inputs.manifest) {
    for (const name of NOT_WITH_MANIFEST)
      if (reader.given(name))
        reader.problem(name, "cannot be combined with manifest, which contains it. Remove one of the two.");
  }
  for (const name of inputs.env.keys()) {
    const problem = envNameProblem(name, "job");
    if (problem) reader.problem("env", problem);
  }
  for (const { name } of inputs.secrets)
    if (name && inputs.env.has(name)) reader.problem("env", `${name} is also given in secrets. Remove one of the two.`);
  const { timeout } = inputs;
  if (timeout !== void 0 && (timeout < 1e3 || timeout > LONGEST_TIMEOUT))
    reader.problem("timeout", "must be from 1s to 7d, the limit of Cloud Run for a task.");
}
function checkDefaultName(reader, job) {
  if (job === "") reader.problem("job", "is missing. Set the name of the Cloud Run job, or a manifest.");
  else if (!RESOURCE_NAME.test(job))
    reader.problem("job", `"${job}", its default, has more than 49 characters. Set a shorter name.`);
}
function checkAfterTraffic(reader, { mode, beforeCanary }) {
  if (mode === "docker")
    reader.problem(
      "when",
      "after-traffic requires mode: job. mode: docker records nothing, so a rollback to incompatible code could not be refused."
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
    return `${(0, import_manifest2.readManifest)(manifestOrigin(from, place)).name}-migrate`;
  } catch {
    return "unknown";
  }
}
function parseJobName(text) {
  const value = text.trim();
  if (RESOURCE_NAME.test(value)) return value;
  throw new Error(`"${text}" is not the name of a job. Write at most 49 lower-case letters, digits and hyphens.`);
}
function readSource(workspace, text) {
  const file = text.trim();
  const path = (0, import_node_path6.resolve)(workspace, file);
  if (!(0, import_read_file4.isFile)(path)) throw new Error(`there is no file "${file}". Set its path from the root of the repository.`);
  return { file, text: (0, import_read_file4.readTextFile)(path) };
}
function parseFromService(workspace, text) {
  const value = text.trim();
  if (/\.ya?ml$/.test(value)) return readSource(workspace, value);
  if (RESOURCE_NAME.test(value)) return { service: value };
  throw new Error(`"${text}" is neither the name of a service nor the path of a .yaml file.`);
}
function parseFolder(workspace, text) {
  const folder = text.trim();
  if (!(0, import_read_file4.isDirectory)((0, import_node_path6.resolve)(workspace, folder)))
    throw new Error(`there is no folder "${folder}". Set its path from the root of the repository.`);
  listMigrationFolder(workspace, folder);
  return folder;
}
function parseInstance(text) {
  if (/^[a-z0-9.:-]+:[a-z0-9-]+:[a-z0-9-]+$/.test(text)) return text;
  throw new Error(`"${text}" is not an instance. Write PROJECT:REGION:INSTANCE.`);
}
function readSecrets(reader) {
  const secrets = [];
  const secretFiles = [];
  for (const [name, reference] of reader.map("secrets")) {
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
var import_node_path6, import_auth4, import_read_file4, import_manifest2, JOB_ONLY, NOT_WITH_MANIFEST, NO_PROJECT, projectOf, LONGEST_TIMEOUT, manifestOrigin, RESOURCE_NAME;
var init_inputs3 = __esm({
  "actions/migrate/inputs.ts"() {
    "use strict";
    import_node_path6 = require("node:path");
    init_image_reference();
    init_image_repositories();
    init_freeze();
    import_auth4 = __toESM(require_auth(), 1);
    init_secret_files();
    init_comma_lists();
    init_environment_names();
    init_provenance();
    import_read_file4 = __toESM(require_read_file(), 1);
    init_secret_reference();
    init_services();
    init_shared();
    import_manifest2 = __toESM(require_manifest(), 1);
    init_judge_inputs();
    init_migration_files();
    init_judge_job();
    JOB_ONLY = [
      "job",
      "from-service",
      "manifest",
      "substitutions",
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
    manifestOrigin = ({ file, text }, { project, region, commit, substitutions }) => ({
      file,
      text,
      project,
      region,
      substitutions: new Map([["PROJECT", project], ["REGION", region], ["COMMIT", commit], ...substitutions])
    });
    RESOURCE_NAME = /^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/;
  }
});

// inputs.cjs
Object.defineProperty(exports, "actions/build-image/inputs.ts", { get: () => (init_inputs(), __toCommonJS(inputs_exports)) });
Object.defineProperty(exports, "actions/build-image/plan/extra-args.ts", { get: () => (init_extra_args(), __toCommonJS(extra_args_exports)) });
Object.defineProperty(exports, "actions/build-image/plan/own-tags.ts", { get: () => (init_own_tags(), __toCommonJS(own_tags_exports)) });
Object.defineProperty(exports, "actions/build-image/reuse/key-label.ts", { get: () => (init_key_label(), __toCommonJS(key_label_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/comparisons.ts", { get: () => (init_comparisons(), __toCommonJS(comparisons_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/conditions.ts", { get: () => (init_conditions(), __toCommonJS(conditions_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/judge.ts", { get: () => (init_judge(), __toCommonJS(judge_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/latency.ts", { get: () => (init_latency(), __toCommonJS(latency_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/parse-conditions.ts", { get: () => (init_parse_conditions(), __toCommonJS(parse_conditions_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/statistics/counts.ts", { get: () => (init_counts(), __toCommonJS(counts_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/statistics/dispersion.ts", { get: () => (init_dispersion(), __toCommonJS(dispersion_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/statistics/rate-bounds.ts", { get: () => (init_rate_bounds(), __toCommonJS(rate_bounds_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/statistics/sequential-test.ts", { get: () => (init_sequential_test(), __toCommonJS(sequential_test_exports)) });
Object.defineProperty(exports, "actions/deploy-run/analysis/windows.ts", { get: () => (init_windows(), __toCommonJS(windows_exports)) });
Object.defineProperty(exports, "actions/deploy-run/inputs.ts", { get: () => (init_inputs2(), __toCommonJS(inputs_exports2)) });
Object.defineProperty(exports, "actions/deploy-run/inputs/entries.ts", { get: () => (init_entries2(), __toCommonJS(entries_exports2)) });
Object.defineProperty(exports, "actions/deploy-run/inputs/formats.ts", { get: () => (init_formats(), __toCommonJS(formats_exports)) });
Object.defineProperty(exports, "actions/deploy-run/inputs/lists.ts", { get: () => (init_lists(), __toCommonJS(lists_exports)) });
Object.defineProperty(exports, "actions/deploy-run/inputs/rollout.ts", { get: () => (init_rollout(), __toCommonJS(rollout_exports)) });
Object.defineProperty(exports, "actions/deploy-run/inputs/service-source.ts", { get: () => (init_service_source(), __toCommonJS(service_source_exports)) });
Object.defineProperty(exports, "actions/deploy-run/plan/names.ts", { get: () => (init_names(), __toCommonJS(names_exports)) });
Object.defineProperty(exports, "actions/deploy-run/service/multi-region.ts", { get: () => (init_multi_region(), __toCommonJS(multi_region_exports)) });
Object.defineProperty(exports, "actions/migrate/inputs.ts", { get: () => (init_inputs3(), __toCommonJS(inputs_exports3)) });
Object.defineProperty(exports, "actions/migrate/migrations/migration-files.ts", { get: () => (init_migration_files(), __toCommonJS(migration_files_exports)) });
Object.defineProperty(exports, "actions/migrate/policy/judge-job.ts", { get: () => (init_judge_job(), __toCommonJS(judge_job_exports)) });
Object.defineProperty(exports, "src/container/image-reference.ts", { get: () => (init_image_reference(), __toCommonJS(image_reference_exports)) });
Object.defineProperty(exports, "src/container/image-repositories.ts", { get: () => (init_image_repositories(), __toCommonJS(image_repositories_exports)) });
Object.defineProperty(exports, "src/container/pinned-reference.ts", { get: () => (init_pinned_reference(), __toCommonJS(pinned_reference_exports)) });
Object.defineProperty(exports, "src/container/public-registry.ts", { get: () => (init_public_registry(), __toCommonJS(public_registry_exports)) });
Object.defineProperty(exports, "src/container/registry-calls.ts", { get: () => (init_registry_calls(), __toCommonJS(registry_calls_exports)) });
Object.defineProperty(exports, "src/container/registry.ts", { get: () => (init_registry(), __toCommonJS(registry_exports)) });
Object.defineProperty(exports, "src/freeze/freeze.ts", { get: () => (init_freeze(), __toCommonJS(freeze_exports)) });
Object.defineProperty(exports, "src/freeze/occurrences.ts", { get: () => (init_occurrences(), __toCommonJS(occurrences_exports)) });
Object.defineProperty(exports, "src/freeze/windows.ts", { get: () => (init_windows2(), __toCommonJS(windows_exports2)) });
Object.defineProperty(exports, "src/github/api.ts", { get: () => (init_api(), __toCommonJS(api_exports)) });
Object.defineProperty(exports, "src/github/bounded-fetch.ts", { get: () => (init_bounded_fetch(), __toCommonJS(bounded_fetch_exports)) });
Object.defineProperty(exports, "src/github/client.ts", { get: () => (init_client(), __toCommonJS(client_exports)) });
Object.defineProperty(exports, "src/github/freshness.ts", { get: () => (init_freshness(), __toCommonJS(freshness_exports)) });
Object.defineProperty(exports, "src/github/open.ts", { get: () => (init_open(), __toCommonJS(open_exports)) });
Object.defineProperty(exports, "src/google/errors/not-found.ts", { get: () => (init_not_found(), __toCommonJS(not_found_exports)) });
Object.defineProperty(exports, "src/google/run/secret-files.ts", { get: () => (init_secret_files(), __toCommonJS(secret_files_exports)) });
Object.defineProperty(exports, "src/inputs/comma-lists.ts", { get: () => (init_comma_lists(), __toCommonJS(comma_lists_exports)) });
Object.defineProperty(exports, "src/inputs/entries.ts", { get: () => (init_entries(), __toCommonJS(entries_exports)) });
Object.defineProperty(exports, "src/inputs/environment-names.ts", { get: () => (init_environment_names(), __toCommonJS(environment_names_exports)) });
Object.defineProperty(exports, "src/inputs/provenance.ts", { get: () => (init_provenance(), __toCommonJS(provenance_exports)) });
Object.defineProperty(exports, "src/inputs/secret-reference.ts", { get: () => (init_secret_reference(), __toCommonJS(secret_reference_exports)) });
Object.defineProperty(exports, "src/inputs/service-manifest.ts", { get: () => (init_service_manifest(), __toCommonJS(service_manifest_exports)) });
Object.defineProperty(exports, "src/inputs/services.ts", { get: () => (init_services(), __toCommonJS(services_exports)) });
Object.defineProperty(exports, "src/inputs/shared.ts", { get: () => (init_shared(), __toCommonJS(shared_exports)) });
Object.defineProperty(exports, "src/inputs/steps.ts", { get: () => (init_steps(), __toCommonJS(steps_exports)) });
Object.defineProperty(exports, "src/manifest/startup-probe.ts", { get: () => (init_startup_probe(), __toCommonJS(startup_probe_exports)) });
Object.defineProperty(exports, "src/policy/apply-exceptions.ts", { get: () => (init_apply_exceptions(), __toCommonJS(apply_exceptions_exports)) });
Object.defineProperty(exports, "src/policy/base-branch.ts", { get: () => (init_base_branch(), __toCommonJS(base_branch_exports)) });
Object.defineProperty(exports, "src/policy/evaluate.ts", { get: () => (init_evaluate(), __toCommonJS(evaluate_exports)) });
Object.defineProperty(exports, "src/policy/exceptions.ts", { get: () => (init_exceptions(), __toCommonJS(exceptions_exports)) });
Object.defineProperty(exports, "src/policy/judge-inputs.ts", { get: () => (init_judge_inputs(), __toCommonJS(judge_inputs_exports)) });
Object.defineProperty(exports, "src/policy/pinned-images.ts", { get: () => (init_pinned_images(), __toCommonJS(pinned_images_exports)) });
Object.defineProperty(exports, "src/policy/report.ts", { get: () => (init_report(), __toCommonJS(report_exports)) });
Object.defineProperty(exports, "src/policy/rules.ts", { get: () => (init_rules(), __toCommonJS(rules_exports)) });
Object.defineProperty(exports, "src/policy/rules/containers.ts", { get: () => (init_containers(), __toCommonJS(containers_exports)) });
Object.defineProperty(exports, "src/policy/rules/images.ts", { get: () => (init_images(), __toCommonJS(images_exports)) });
Object.defineProperty(exports, "src/policy/rules/min-instances.ts", { get: () => (init_min_instances(), __toCommonJS(min_instances_exports)) });
Object.defineProperty(exports, "src/policy/rules/plain-secrets.ts", { get: () => (init_plain_secrets(), __toCommonJS(plain_secrets_exports)) });
Object.defineProperty(exports, "src/policy/rules/public-databases.ts", { get: () => (init_public_databases(), __toCommonJS(public_databases_exports)) });
Object.defineProperty(exports, "src/policy/rules/startup-probe.ts", { get: () => (init_startup_probe2(), __toCommonJS(startup_probe_exports2)) });
Object.defineProperty(exports, "src/provenance/attestation-tag.ts", { get: () => (init_attestation_tag(), __toCommonJS(attestation_tag_exports)) });
Object.defineProperty(exports, "src/provenance/identity.ts", { get: () => (init_identity(), __toCommonJS(identity_exports)) });
Object.defineProperty(exports, "src/provenance/key-signature.ts", { get: () => (init_key_signature(), __toCommonJS(key_signature_exports)) });
Object.defineProperty(exports, "src/provenance/signed-roots-file.ts", { get: () => (init_signed_roots_file(), __toCommonJS(signed_roots_file_exports)) });
Object.defineProperty(exports, "src/provenance/statement.ts", { get: () => (init_statement(), __toCommonJS(statement_exports)) });
