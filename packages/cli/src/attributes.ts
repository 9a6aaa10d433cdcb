import * as z from 'zod';

/** One attribute of an operation or one option of a style, as the reference shows it. */
export interface AttributeRow {
  readonly name: string;
  /** What may be written, such as `integer | same | valid`. */
  readonly type: string;
  /** Its default, or nothing. */
  readonly fallback: string;
  readonly description: string;
}

type Json = z.core.JSONSchema.BaseSchema | boolean;

/**
 * Reads what a schema says of each of its keys.
 *
 * @param schema Schema of attributes or options.
 * @returns One row a key, in the schema's order.
 */
export function attributeRows(schema: z.ZodObject): AttributeRow[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    type: typeName(property),
    fallback:
      typeof property === 'boolean' || property.default === undefined
        ? ''
        : JSON.stringify(property.default),
    description: typeof property === 'boolean' ? '' : (property.description ?? ''),
  }));
}

function typeName(schema: Json): string {
  if (typeof schema === 'boolean') return 'any';
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return [...new Set(alternatives.map(typeName))].join(' | ');
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.type === 'array')
    return `list of ${itemName(schema)}`.replace('of list of', 'of lists of');
  return [schema.type ?? 'any'].flat().join(' | ');
}

function itemName({ items, prefixItems }: z.core.JSONSchema.BaseSchema): string {
  const item = prefixItems?.[0] ?? (Array.isArray(items) ? items[0] : items);
  return item === undefined ? 'any' : typeName(item);
}
