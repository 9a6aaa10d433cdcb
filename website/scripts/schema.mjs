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
  if (schema.type === 'null') return '`null`';
  if (depthOf(schema) > 1) return 'list of lists';
  if (schema.type === 'array')
    return `list of ${typeName(itemOf(schema)).replace(/number\b/, 'numbers')}`;
  const noun = nouns[schema.type ?? ''];
  if (noun === undefined) return 'anything';
  return noun.endsWith('number') ? `${noun}${range(schema)}` : noun;
}

/**
 * Joins alternatives: what may stand alone first, then lists of it.
 *
 * @param {readonly Json[]} alternatives
 * @returns {string}
 */
function joined(alternatives) {
  const lists = alternatives.filter((schema) => depthOf(schema) > 0);
  const single = alternatives.filter((schema) => depthOf(schema) === 0);
  if (single.length === 0) return [...new Set(lists.map(typeName))].join(', or ');
  const names = single.map(typeName);
  const listed = lists.map((schema) =>
    depthOf(schema) > 1 ? 'a list of lists' : 'a list of them',
  );
  return [...new Set([...names, ...listed])].join(', or ');
}

/**
 * @param {Json} schema
 * @returns {number} How deep the deepest list in it is nested.
 */
function depthOf(schema) {
  if (typeof schema === 'boolean') return 0;
  if (schema.type === 'array') return 1 + depthOf(itemOf(schema));
  const alternatives = schema.anyOf ?? schema.oneOf ?? [];
  return Math.max(0, ...alternatives.map(depthOf));
}

/**
 * @param {import('zod').z.core.JSONSchema.BaseSchema} schema
 * @returns {Json}
 */
function itemOf({ items, prefixItems }) {
  return (Array.isArray(items) ? items[0] : (items ?? prefixItems?.[0])) ?? true;
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
