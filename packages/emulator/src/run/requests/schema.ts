/**
 * Validates protobuf JSON with the descriptors that Google publishes with its client: field names, types, enums.
 * `parse` refuses what the real API refuses (unknown names, wrong types) and converts values to their stored form:
 * enums by name, 64-bit integers as strings, no zero values of fields without presence. `render` is the inverse.
 */
import { createRequire } from 'node:module';
import { invalid } from '../../http/errors.ts';
import { duration, malformed, SCALARS, text } from './scalars.ts';

interface Descriptor {
  fields?: Record<string, FieldDescriptor>;
  oneofs?: Record<string, { oneof: string[] }>;
  values?: Record<string, number>;
  nested?: Record<string, Descriptor>;
}
interface FieldDescriptor {
  type: string;
  rule?: string;
  keyType?: string;
  options?: Record<string, unknown>;
}
interface Field {
  readonly name: string;
  readonly type: string;
  readonly repeated: boolean;
  readonly map: boolean;
  readonly presence: boolean;
  readonly oneof: string | undefined;
  readonly outputOnly: boolean;
}
interface Message {
  readonly name: string;
  readonly fields: Map<string, Field>;
}

const PACKAGE = 'google.cloud.run.v2';

/** Fields of the REST discovery document that the published protos do not have (yet). */
const REST_ONLY: Record<string, Record<string, string>> = {
  Service: { sshEnabled: 'bool', durableExecution: 'bool' },
  RevisionTemplate: { client: 'string', clientVersion: 'string' },
  Revision: { client: 'string', clientVersion: 'string' },
  RevisionScaling: { cpuUtilization: 'double', concurrencyUtilization: 'double' },
  ExecutionTemplate: { delayExecution: 'bool' },
  Container: { sandboxLauncher: 'bool' },
};

/** Values of the same kind. https://cloud.google.com/run/docs/configuring/services/ephemeral-disk */
const NEW_VALUES: Record<string, Record<string, number>> = {
  [`${PACKAGE}.EmptyDirVolumeSource.Medium`]: { DISK: 2 },
};

export interface Schema {
  /** Parses and normalizes a message (`Service`, `RunJobRequest`, …); `at` names the body in error messages. */
  parse(message: string, json: unknown, at: string): Record<string, unknown>;
  /** The value for a response: enums as numbers if requested. */
  render(message: string, value: unknown, numericEnums: boolean): unknown;
  /** A copy of `current` with the fields of `mask` taken from `next`; output-only fields do not change. */
  merge(message: string, current: object, next: object, mask: readonly string[]): Record<string, unknown>;
  /** A copy without the fields that only the server sets. */
  writable(message: string, value: object): Record<string, unknown>;
  /** Adds a field that the published client does not know, to test that deploys keep it. */
  extend(message: string, field: string, type: string): void;
}

/** The parsed descriptors, shared by all schemas of a process, since they never change. */
const DESCRIPTORS = new Map<string, Descriptor | undefined>();
const MESSAGES = new Map<string, Message>();

export function createSchema(): Schema {
  const root = createRequire(import.meta.url)('@google-cloud/run/build/protos/protos.json') as Descriptor;
  let messages = MESSAGES;
  const extra = structuredClone(REST_ONLY);

  const lookup = (name: string): Descriptor | undefined => {
    if (DESCRIPTORS.has(name)) return DESCRIPTORS.get(name);
    const found = name.split('.').reduce<Descriptor | undefined>((at, part) => at?.nested?.[part], root);
    const descriptor = found?.values ? { ...found, values: { ...found.values, ...NEW_VALUES[name] } } : found;
    DESCRIPTORS.set(name, descriptor);
    return descriptor;
  };

  function resolve(type: string, scope: string): string {
    const parts = scope.split('.');
    for (let n = parts.length; n >= 0; n--) {
      const name = [...parts.slice(0, n), type].join('.');
      if (lookup(name)) return name;
    }
    return type;
  }

  function message(name: string): Message {
    const known = messages.get(name);
    if (known) return known;
    const descriptor = lookup(name);
    if (!descriptor?.fields) throw new Error(`no message ${name}`);
    const fields = new Map<string, Field>();
    const oneofs = Object.entries(descriptor.oneofs ?? {});
    for (const [key, field] of Object.entries(descriptor.fields)) {
      const type = SCALARS.has(field.type) ? field.type : resolve(field.type, name);
      const oneof = oneofs.find(([, { oneof }]) => oneof.includes(key))?.[0];
      fields.set(key, {
        name: key,
        type,
        repeated: field.rule === 'repeated',
        map: field.keyType !== undefined,
        presence: oneof !== undefined || lookup(type)?.fields !== undefined,
        oneof: oneof?.startsWith('_') ? undefined : oneof,
        outputOnly: isOutputOnly(field.options),
      });
    }
    const short = name.startsWith(`${PACKAGE}.`) ? name.slice(PACKAGE.length + 1) : name;
    for (const [key, type] of Object.entries(extra[short] ?? {})) {
      const plain = { repeated: false, map: false, presence: true, oneof: undefined, outputOnly: false };
      fields.set(key, { name: key, type, ...plain });
    }
    const built = { name, fields };
    messages.set(name, built);
    return built;
  }

  const full = (name: string) => (name.includes('.') ? name : `${PACKAGE}.${name}`);

  function parseMessage(type: string, json: unknown, at: string): unknown {
    if (OPAQUE.has(type)) return json;
    if (type === 'google.protobuf.Duration') return duration(json, at);
    if (type === 'google.protobuf.Timestamp') return text(json, at);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      throw malformed(`Invalid value at '${at}' (type.googleapis.com/${type}), ${JSON.stringify(json)}`);
    }
    const { fields } = message(type);
    const result: Record<string, unknown> = {};
    const chosen = new Map<string, string>();
    for (const [key, value] of Object.entries(json)) {
      const field = fields.get(key) ?? fields.get(camel(key));
      if (!field) throw malformed(`Unknown name "${key}" at '${at}': Cannot find field.`);
      if (value === null || value === undefined) continue;
      const parsed = parseField(field, value, `${at}.${field.name}`);
      if (parsed === undefined) continue;
      if (field.oneof) {
        const other = chosen.get(field.oneof);
        if (other)
          throw malformed(
            `Invalid value at '${at}' (oneof), oneof field '${field.oneof}' is already set. Cannot set '${field.name}'`,
          );
        chosen.set(field.oneof, field.name);
      }
      result[field.name] = parsed;
    }
    return result;
  }

  function parseField(field: Field, value: unknown, at: string): unknown {
    if (field.map) {
      if (typeof value !== 'object' || Array.isArray(value))
        throw malformed(`Invalid value at '${at}' (Map), ${JSON.stringify(value)}`);
      const entries = Object.entries(value as object).map(([key, item]) => [
        key,
        parseValue(field.type, item, `${at}[${key}]`),
      ]);
      return entries.length > 0 ? Object.fromEntries(entries) : undefined;
    }
    if (field.repeated) {
      if (!Array.isArray(value)) throw malformed(`Invalid value at '${at}' (repeated), ${JSON.stringify(value)}`);
      return value.length > 0 ? value.map((item, i) => parseValue(field.type, item, `${at}[${i}]`)) : undefined;
    }
    const parsed = parseValue(field.type, value, at);
    return !field.presence && isZero(parsed, lookup(field.type)?.values) ? undefined : parsed;
  }

  function parseValue(type: string, value: unknown, at: string): unknown {
    const scalar = SCALARS.get(type);
    if (scalar) return scalar(value, at);
    const values = lookup(type)?.values;
    if (!values) return parseMessage(type, value, at);
    const name = typeof value === 'number' ? Object.keys(values).find((key) => values[key] === value) : value;
    if (typeof name === 'string' && name in values) return name;
    throw malformed(`Invalid value at '${at}' (type.googleapis.com/${type}), ${JSON.stringify(value)}`);
  }

  function renderValue(type: string, value: unknown): unknown {
    const values = lookup(type)?.values;
    if (values) return typeof value === 'string' ? (values[value] ?? value) : value;
    if (SCALARS.has(type) || OPAQUE.has(type) || type.startsWith('google.protobuf.')) return value;
    if (typeof value !== 'object' || value === null) return value;
    const { fields } = message(type);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const field = fields.get(key);
        if (!field || item === undefined || field.map) return [key, item];
        return [
          key,
          Array.isArray(item) ? item.map((one) => renderValue(field.type, one)) : renderValue(field.type, item),
        ];
      }),
    );
  }

  function mergeAt(
    type: string,
    current: object,
    next: object,
    path: string[],
    whole: string,
  ): Record<string, unknown> {
    const [head = '', ...rest] = path;
    const field = message(type).fields.get(camel(head));
    if (!field) throw maskError(whole);
    const from = next as Record<string, unknown>;
    const result = { ...(current as Record<string, unknown>) };
    if (rest.length > 0) {
      const nested = !field.repeated && !field.map && lookup(field.type)?.fields;
      if (!nested) throw maskError(whole);
      const inner = mergeAt(
        field.type,
        (result[field.name] ?? {}) as object,
        (from[field.name] ?? {}) as object,
        rest,
        whole,
      );
      if (Object.keys(inner).length > 0 || result[field.name] !== undefined) result[field.name] = inner;
    } else if (!field.outputOnly) {
      if (from[field.name] === undefined) delete result[field.name];
      else result[field.name] = from[field.name];
    }
    return result;
  }

  return {
    parse: (name, json, at) => parseMessage(full(name), json, at) as Record<string, unknown>,
    render: (name, value, numericEnums) => (numericEnums ? renderValue(full(name), value) : value),
    merge(name, current, next, mask) {
      if (mask.includes('*')) return this.writable(name, next);
      return mask.reduce<Record<string, unknown>>(
        (result, path) => mergeAt(full(name), result, next, path.split('.'), path),
        { ...current },
      );
    },
    writable(name, value) {
      const { fields } = message(full(name));
      return Object.fromEntries(Object.entries(value).filter(([key]) => !fields.get(key)?.outputOnly));
    },
    extend(name, field, type) {
      extra[name] = { ...extra[name], [field]: type };
      messages = new Map();
    },
  };
}

const OPAQUE = new Set(['google.protobuf.Any', 'google.protobuf.Struct', 'google.rpc.Status', 'google.protobuf.Value']);

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const maskError = (path: string) =>
  invalid(`Invalid update_mask: field path "${path}" does not exist or may not be updated.`);

function isOutputOnly(options: Record<string, unknown> | undefined): boolean {
  const behavior = options?.['(google.api.field_behavior)'];
  return Array.isArray(behavior) ? behavior.includes('OUTPUT_ONLY') : behavior === 'OUTPUT_ONLY';
}

function isZero(value: unknown, enumValues: Record<string, number> | undefined): boolean {
  if (enumValues) return enumValues[value as string] === 0;
  return value === '' || value === 0 || value === '0' || value === false;
}
