import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findOperation, operationNames, operations } from '../../src/ops/index.js';

describe('registry', () => {
  it.each([
    ['Conv2d', 'conv'],
    ['Conv2D', 'conv'],
    ['convolution', 'conv'],
    ['DepthwiseConv2D', 'dwconv'],
    ['SeparableConv2D', 'sepconv'],
    ['ConvTranspose2d', 'upconv'],
    ['Conv2DTranspose', 'upconv'],
    ['Linear', 'dense'],
    ['fc', 'dense'],
    ['InnerProduct', 'dense'],
    ['MaxPool2d', 'maxpool'],
    ['MaxPooling2D', 'maxpool'],
    ['AvgPool2d', 'avgpool'],
    ['AveragePooling1D', 'avgpool'],
    ['GlobalAveragePooling2D', 'gap'],
    ['GlobalMaxPool1D', 'gmp'],
    ['AdaptiveAvgPool2d', 'adaptiveavgpool'],
    ['BatchNorm2d', 'batchnorm'],
    ['BatchNormalization', 'batchnorm'],
    ['bn', 'batchnorm'],
    ['LayerNormalization', 'layernorm'],
    ['GroupNorm', 'groupnorm'],
    ['ReLU', 'relu'],
    ['Swish', 'silu'],
    ['none', 'identity'],
    ['MultiHeadAttention', 'attention'],
    ['multi_head_attention', 'attention'],
    ['MultiheadAttention', 'attention'],
    ['UpSampling2D', 'upsample'],
    ['ZeroPadding2D', 'pad'],
    ['Concatenate', 'concat'],
    ['SimpleRNN', 'rnn'],
    ['PixelShuffle', 'pixelshuffle'],
  ])('finds %s as %s', (name, canonical) => {
    expect(findOperation(name)?.name).toBe(canonical);
  });

  it('finds nothing else', () => {
    for (const name of ['', 'cnov', 'constructor', '__proto__', 'toString']) {
      expect(findOperation(name), name).toBeUndefined();
    }
  });

  it('has each name once', () => {
    const names = operations.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    const plain = names.map((name) => name.toLowerCase().replace(/[-_]/g, ''));
    expect(plain.filter((name, place) => plain.indexOf(name) !== place)).toEqual([]);
    expect(operationNames).toEqual(operations.map(({ name }) => name));
  });

  it.each(operations)('describes $name and its attributes', (operation) => {
    expect(operation.summary).toMatch(/^\S.*\.$/);
    expect(operation.title).not.toBe('');
    const { shape } = operation.attributes as z.ZodObject;
    for (const [name, schema] of Object.entries(shape)) {
      expect((schema as z.ZodType).description, name).toMatch(/\.$/);
    }
    const named = [...(operation.positional ?? []), operation.variadic, operation.size];
    for (const name of named) if (name !== undefined) expect(Object.keys(shape)).toContain(name);
    expect(operation.attributes.safeParse({ 'no-such': 1 }).success).toBe(false);
    expect(z.toJSONSchema(operation.attributes, { io: 'input' })).toMatchObject({ type: 'object' });
  });

  it('keeps the names of keys that every layer has out of attributes', () => {
    const keys = ['op', 'as', 'repeat', 'expect', 'from', 'share', 'with'];
    const taken = operations.flatMap(({ name, attributes }) =>
      Object.keys((attributes as z.ZodObject).shape)
        .filter((key) => keys.includes(key))
        .map((key) => `${name}.${key}`),
    );
    // In their long forms these two are ranges, and cannot name the tensor they take.
    expect(taken).toEqual(['flatten.from', 'slice.from']);
  });
});
