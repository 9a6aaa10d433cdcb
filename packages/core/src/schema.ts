/** A JSON Schema of a block, made from the same tables that read it: for editors. */
import * as z from 'zod';
import { operations } from './ops/index.js';
import type { Operation } from './ops/operation.js';
import { settingsSchema } from './settings.js';
import { styles } from './styles/index.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { [key: string]: unknown };

/** Bounds that only say "a safe integer" tell an author nothing. */
function withoutSafeBounds(schema: JsonSchema): JsonSchema {
  const clean: JsonSchema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$schema') continue;
    if (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) continue;
    if (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) continue;
    if (Array.isArray(value)) {
      clean[key] = value.map((item: unknown) =>
        typeof item === 'object' && item !== null ? withoutSafeBounds(item as JsonSchema) : item,
      );
    } else if (typeof value === 'object' && value !== null) {
      clean[key] = withoutSafeBounds(value as JsonSchema);
    } else clean[key] = value;
  }
  return clean;
}

function propertiesOf(schema: z.ZodObject): JsonSchema {
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  return withoutSafeBounds((json.properties ?? {}) as JsonSchema);
}

/** In a description an attribute may also be a size's name or a sum, such as `4*$c`. */
function orExpression(properties: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const { description, ...rest } = value as JsonSchema;
      return [
        key,
        {
          ...(description !== undefined && { description }),
          anyOf: [rest, { $ref: '#/definitions/expression' }],
        },
      ];
    }),
  );
}

const common: JsonSchema = {
  as: { description: 'Name of the output, for merges further on', type: ['string', 'array'] },
  repeat: { $ref: '#/definitions/size', description: 'How often it runs' },
  expect: {
    $ref: '#/definitions/shape',
    description: 'Shape that the output should have; another is an error',
  },
  from: { description: 'Name of an earlier tensor that it takes', type: ['string', 'array'] },
};

function longForm(operation: Operation): JsonSchema {
  return {
    title: operation.title,
    description: operation.summary,
    type: 'object',
    properties: {
      op: { enum: [operation.name, ...(operation.aliases ?? [])] },
      ...orExpression(propertiesOf(operation.attributes)),
      ...common,
      ...(operation.composable && {
        norm: {
          type: 'string',
          description: 'Normalisation after it; `none` takes a default away',
        },
        act: { type: 'string', description: 'Activation after it; `none` takes a default away' },
      }),
      share: { type: 'string', description: 'Name of the layer whose parameters it uses' },
      with: { type: ['string', 'array'], description: 'Names of further tensors that it takes' },
    },
    required: ['op'],
  };
}

const steps: JsonSchema = {
  anyOf: [
    { type: 'string', description: 'Layers joined by `->`' },
    { type: 'array', items: { $ref: '#/definitions/step' } },
  ],
};

function definitions(): JsonSchema {
  const merges = operations.filter(
    ({ category, inputs }) => category === 'merge' && (inputs?.max ?? 1) > 1,
  );
  return {
    expression: {
      type: 'string',
      description: 'A name from `dims`, a parameter `$c`, or a sum such as `4*$c`',
    },
    size: { anyOf: [{ type: 'integer', minimum: 1 }, { $ref: '#/definitions/expression' }] },
    shape: {
      description: 'Sizes without the batch axis: `3x224x224`, `S x d`, 784, or a list',
      anyOf: [
        { type: 'string' },
        { type: 'integer', minimum: 1 },
        { type: 'array', items: { $ref: '#/definitions/size' }, minItems: 1 },
      ],
    },
    line: {
      type: 'string',
      description: 'An operation or a block and its words: `conv 64 7x7 /2 bn relu`',
      examples: ['conv 64 3x3 bn relu', 'maxpool 3 /2 p1', 'dense 10 softmax', 'bottleneck 64 x3'],
    },
    steps,
    step: {
      anyOf: [
        { $ref: '#/definitions/line' },
        {
          type: 'object',
          description: 'Adds what its steps give to what goes in',
          properties: {
            residual: { $ref: '#/definitions/steps' },
            shortcut: {
              description:
                '`identity`, `none` for nothing where the shapes differ, or the steps of the other way',
              anyOf: [{ type: 'string' }, steps],
            },
            ...common,
          },
          required: ['residual'],
        },
        {
          type: 'object',
          description: 'Goes on from an earlier tensor or an input',
          properties: { from: { type: 'string' }, as: { type: 'string' } },
          required: ['from'],
        },
        {
          type: 'object',
          description: 'Steps that belong together, perhaps repeated',
          properties: {
            group: { type: 'string' },
            layers: { $ref: '#/definitions/steps' },
            ...common,
          },
          required: ['layers'],
        },
        ...merges.map((operation) => ({
          type: 'object',
          description: operation.summary,
          properties: {
            [operation.name]: {
              description: 'Branches from the current tensor, or names of earlier ones',
              anyOf: [
                { type: 'array', items: { anyOf: [{ $ref: '#/definitions/step' }, steps] } },
                { type: 'string' },
                { type: 'object' },
              ],
            },
            ...orExpression(propertiesOf(operation.attributes)),
            ...common,
          },
          required: [operation.name],
        })),
        ...operations.map((operation) => ({ $ref: `#/definitions/op-${operation.name}` })),
        {
          type: 'object',
          description: 'A single key that is an operation or a block, and its words or attributes',
          minProperties: 1,
          maxProperties: 1,
        },
      ],
    },
    ...Object.fromEntries(
      operations.map((operation) => [`op-${operation.name}`, longForm(operation)]),
    ),
  };
}

function blockProperties(): JsonSchema {
  const settings = propertiesOf(settingsSchema);
  delete settings.render;
  delete settings.styles;
  delete settings.profile;
  delete settings.input;
  const options = styles.flatMap((style) => Object.entries(propertiesOf(style.options)));
  return {
    name: { type: 'string', description: 'Name of the network' },
    profile: {
      enum: ['torch', 'keras', 'caffe'],
      description: 'Whose arithmetic decides where frameworks differ: padding, rounding, counting',
    },
    dims: {
      type: 'object',
      description: 'Values of named sizes',
      additionalProperties: { type: 'number' },
    },
    input: { $ref: '#/definitions/shape', description: 'Shape of the only input' },
    inputs: {
      type: 'object',
      description: 'Shapes of several inputs, by name',
      additionalProperties: { $ref: '#/definitions/shape' },
    },
    from: {
      type: 'string',
      description: 'File that the network stands in, in whatever notation: `./deploy.prototxt`',
    },
    shapes: {
      type: 'object',
      description: 'Shapes of what layers give, by name, where a file does not tell them',
      additionalProperties: { $ref: '#/definitions/shape' },
    },
    defaults: {
      type: 'object',
      description: 'Attributes that every layer of an operation has',
      additionalProperties: { type: 'object' },
    },
    blocks: {
      type: 'object',
      description: 'Parts that are used by name: `bottleneck(c): [...]`',
      additionalProperties: { $ref: '#/definitions/steps' },
    },
    layers: { $ref: '#/definitions/steps', description: 'The network, layer by layer' },
    output: { type: 'string', description: 'Name of the output' },
    outputs: {
      type: ['string', 'array'],
      description: 'Names of the outputs, when they are not the ends',
    },
    ...settings,
    style: {
      enum: styles.map(({ name }) => name),
      description: 'Style of the figure; chosen to suit the network unless given',
    },
    options: {
      type: 'object',
      description: 'Options of the style',
      properties: Object.fromEntries(options),
    },
  };
}

/**
 * Makes the JSON Schema of a block.
 *
 * @returns A draft-07 schema: for a map, a list of layers, or a chain on one line.
 */
export function schema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'nnfig',
    description: 'A neural network in the notation of nnfig',
    anyOf: [
      { type: 'string', description: 'A chain: `784 -> 128 relu -> 10 softmax`' },
      { $ref: '#/definitions/steps' },
      { type: 'object', properties: blockProperties(), additionalProperties: false },
    ],
    definitions: definitions(),
  };
}
