/** Reads what a schema says of each of its keys. */
import { z } from 'zod';
import { code, sentence, table } from './markdown.mjs';

/** @typedef {import('zod').z.core.JSONSchema.BaseSchema | boolean} Json */

/**
 * @param {import('zod').z.ZodObject} schema Schema of attributes or options.
 * @param {string} heading Heading of the first column.
 * @returns {string} A table with a row for each key.
 */
export function schemaTable(schema, heading) {
  const rows = schemaRows(schema).map(({ name, type, fallback, description }) => [
    code(name),
    type,
    fallback,
    sentence(description),
  ]);
  return table([heading, 'Values', 'Default', 'What it is'], rows);
}

/**
 * @param {import('zod').z.ZodObject} schema Schema of attributes or options.
 * @returns {{name: string, type: string, fallback: string, description: string}[]} One row a
 *   key, in the schema's order; types and defaults in Markdown.
 */
export function schemaRows(schema) {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const required = json.required ?? [];
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    type: typeName(property),
    fallback: fallbackOf(property, required.includes(name)),
    description: typeof property === 'boolean' ? '' : (property.description ?? ''),
  }));
}

/**
 * @param {Json} schema
 * @param {boolean} required
 */
function fallbackOf(schema, required) {
  if (typeof schema === 'boolean' || schema.default === undefined) return required ? 'needed' : '';
  return code(typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default));
}

/** @type {Readonly<Record<string, string>>} */
const nouns = {
  integer: 'whole number',
  number: 'number',
  string: 'text',
  boolean: 'true or false',
  object: 'map',
};

/**
 * @param {Json} schema
 * @returns {string}
 */
function typeName(schema) {
  if (typeof schema === 'boolean') return 'anything';
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return joined(alternatives);
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.pattern?.startsWith('^#')) return 'colour, `#rrggbb`';
  if (schema.type === 'array') return `list of ${itemName(schema).replace('number', 'numbers')}`;
  const noun = nouns[schema.type ?? ''];
  if (noun === undefined) return 'anything';
  return noun.endsWith('number') ? `${noun}${range(schema)}` : noun;
}

/**
 * Joins alternatives; a list of what stands before it is a list of them.
 *
 * @param {readonly Json[]} alternatives
 */
function joined(alternatives) {
  const [first, ...others] = alternatives;
  const names = [typeName(first ?? true)];
  for (const schema of others) {
    const list = typeof schema !== 'boolean' && schema.type === 'array';
    const item = list ? itemName(schema) : '';
    if (list && item === names[0]) names.push('a list of them');
    else if (item.startsWith('list')) names.push('a list of pairs');
    else names.push(typeName(schema));
  }
  return [...new Set(names)].join(', or ');
}

/** @param {import('zod').z.core.JSONSchema.BaseSchema} schema */
function itemName({ items, prefixItems }) {
  const item = Array.isArray(items) ? items[0] : (items ?? prefixItems?.[0]);
  return item === undefined ? 'anything' : typeName(item);
}

/** @param {import('zod').z.core.JSONSchema.BaseSchema} schema */
function range({ minimum, maximum, exclusiveMinimum }) {
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (exclusiveMinimum === 0) return ' > 0';
  if (least !== undefined) return ` ≥ ${least}`;
  return most === undefined ? '' : ` ≤ ${most}`;
}
