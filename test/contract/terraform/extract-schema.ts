/**
 * Writes `schema/NAME.json`: schemas of the resources that `docs/setup` declares, in the format of `terraform providers schema -json`.
 * They come from the packages of CDK for Terraform, which HashiCorp generates from each provider, since the registry of providers
 * cannot be reached from everywhere. To renew them, or after a new type of resource:
 *
 *     npm pack @cdktf/provider-google@16.12.1 && npm pack @cdktf/provider-time@11.0.1   # then unpack each into a folder
 *     npm run terraform:schema google FOLDER && npm run terraform:schema time FOLDER
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, read } from '../sources.ts';

interface Block {
  attributes: Record<string, { type: unknown; required?: true; optional?: true; computed?: true }>;
  block_types: Record<string, { nesting_mode: string; block: Block; min_items?: number; max_items?: number }>;
}

const SIMPLE: Readonly<Record<string, unknown>> = {
  string: 'string',
  boolean: 'bool',
  number: 'number',
  stringList: ['list', 'string'],
  stringMap: ['map', 'string'],
  numberList: ['list', 'number'],
};

/** Whether each field of an interface is required, and whether it is one object or several. */
function fieldsOf(types: string, name: string): Map<string, { required: boolean; single: boolean }> {
  const body = new RegExp(`export interface ${name}(?: extends [\\w.]+)? \\{([\\s\\S]*?)\\n\\}`).exec(types)?.[1] ?? '';
  return new Map(
    [...body.matchAll(/readonly (\w+)(\??): (.*);/g)].map(([, field = '', optional, type = '']) => [
      field.toLowerCase(),
      { required: optional === '', single: !type.includes('[]') },
    ]),
  );
}

/** The block that a list of attributes in the generated code describes; `name` is the interface that it fills. */
function blockOf(code: string, types: string, attributes: string, name: string): Block {
  const fields = fieldsOf(types, name);
  const block: Block = { attributes: {}, block_types: {} };
  const entry = /^\s+(\w+): \{\s+value: (.*),\s+isBlock: (\w+),\s+type: "(\w+)",\s+storageClassType: "(\w+)",/gm;
  for (const [, attribute = '', value = '', isBlock, type = '', storage = ''] of attributes.matchAll(entry)) {
    const field = fields.get(attribute.replaceAll('_', '')) ?? { required: false, single: true };
    const inner = /(\w+)ToHclTerraform/.exec(value)?.[1] ?? '';
    const struct = new RegExp(`function ${inner}ToHclTerraform\\(struct\\) \\{([\\s\\S]*?)\\n\\}`).exec(code)?.[1];
    if (isBlock === 'true' && struct !== undefined) {
      const nested = blockOf(code, types, struct, inner.charAt(0).toUpperCase() + inner.slice(1));
      const nesting_mode = type === 'struct' ? 'single' : type;
      const items = field.single && type !== 'struct' ? { max_items: 1, ...(field.required && { min_items: 1 }) } : {};
      block.block_types[attribute] = { nesting_mode, block: nested, ...items };
      continue;
    }
    const known = SIMPLE[storage] ?? 'dynamic';
    block.attributes[attribute] = {
      type: type === 'set' && Array.isArray(known) ? ['set', known[1]] : known,
      ...(field.required ? { required: true } : { optional: true, ...(attribute === 'id' && { computed: true }) }),
    };
  }
  return block;
}

function schemaOf(folder: string): { type: string; kind: string; block: Block } | undefined {
  const [code, types] = ['index.js', 'index.d.ts'].map((file) => readFileSync(join(folder, file), 'utf8')) as [
    string,
    string,
  ];
  const type = /tfResourceType = "(\w+)"/.exec(code)?.[1];
  const [, name = '', kind = ''] =
    /export declare class (\w+) extends cdktf\.Terraform(Resource|DataSource|Provider)/.exec(types) ?? [];
  if (!type || !kind) return undefined;
  const own = code.slice(code.indexOf(`class ${name} extends`));
  const block = blockOf(code, types, own.slice(own.indexOf('synthesizeHclAttributes()')), `${name}Config`);
  // What only the server sets.
  for (const [, reader = '', attribute = ''] of own.matchAll(/this\.get(\w+)Attribute\('(\w+)'\)/g)) {
    const type = { String: 'string', Boolean: 'bool', Number: 'number', List: ['list', 'string'] }[reader];
    if (type !== undefined) block.attributes[attribute] ??= { type, computed: true };
  }
  return { type, kind, block };
}

const [provider = '', folder = ''] = process.argv.slice(2);
const sources = filesBelow('docs/setup', '.tf').map(read).join('\n');
const wanted = (keyword: string) =>
  [
    ...new Set(
      [...sources.matchAll(new RegExp(`^${keyword} "(${provider}_\\w+)"`, 'gm'))].map((match) => match[1] as string),
    ),
  ].sort();
const [resources, data] = [wanted('resource'), wanted('data')];
const found = {
  provider: {} as unknown,
  resource_schemas: {} as Record<string, unknown>,
  data_source_schemas: {} as Record<string, unknown>,
};
const lib = join(folder, 'lib');
for (const one of readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const schema = schemaOf(join(lib, one.name));
  if (schema === undefined) continue;
  const value = { version: 0, block: schema.block };
  if (schema.kind === 'Provider') found.provider = { version: 0, block: { ...schema.block, block_types: {} } };
  if (schema.kind === 'Resource' && resources.includes(schema.type)) found.resource_schemas[schema.type] = value;
  if (schema.kind === 'DataSource' && data.includes(schema.type.replace(/^data_/, '')))
    found.data_source_schemas[schema.type.replace(/^data_/, '')] = value;
}
const missing = [
  ...resources.filter((type) => !(type in found.resource_schemas)),
  ...data.filter((type) => !(type in found.data_source_schemas)),
];
if (missing.length > 0) throw new Error(`The package has no ${missing.join(', ')}.`);
writeFileSync(join(import.meta.dirname, 'schema', `${provider}.json`), `${JSON.stringify(found)}\n`);
