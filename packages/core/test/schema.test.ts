import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { specKeys } from '../src/notation/read.js';
import { operations } from '../src/ops/index.js';
import { type JsonSchema, schema } from '../src/schema.js';
import { settingKeys, settingsSchema } from '../src/settings.js';

const whole = schema();

/** What the schema says of the keys of a block. */
const properties = (whole.anyOf as JsonSchema[]).find(({ type }) => type === 'object')
  ?.properties as Record<string, JsonSchema>;

const validator = z.fromJSONSchema(whole as Parameters<typeof z.fromJSONSchema>[0]);
const accepts = (text: string) => validator.safeParse(parse(text)).success;

test('has every key of a block, and no other', () => {
  expect(Object.keys(properties).sort()).toEqual([...specKeys].sort());
  for (const [key, { description, $ref }] of Object.entries(properties)) {
    expect(description ?? $ref, key).toMatch(/\S/);
  }
});

test('has every setting that a block can say', () => {
  const outside = ['render', 'styles', 'profile', 'input'];
  expect(Object.keys(settingsSchema.shape)).toEqual(settingKeys);
  for (const key of settingKeys.filter((name) => !outside.includes(name))) {
    expect(properties, key).toHaveProperty(key);
  }
  expect(properties).toMatchObject({
    batch: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    phase: { enum: ['train', 'test'] },
    counting: { enum: ['nnfig', 'netscope'] },
    table: { anyOf: [{ type: 'boolean' }, { enum: ['summary', 'layers'] }] },
    format: { type: 'string' },
    from: { type: 'string' },
    shapes: { type: 'object' },
  });
});

test('points at nothing that it does not define', () => {
  const text = JSON.stringify(whole);
  const references = [...text.matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(references.length).toBeGreaterThan(operations.length);
  expect(Object.keys(whole.definitions as JsonSchema)).toEqual(
    expect.arrayContaining([...new Set(references)]),
  );
});

describe('a validator', () => {
  test.each([
    '784 -> 128 relu -> 10 softmax',
    '[conv 6 5x5, gap]',
    'input: 3x32x32\nlayers: [{op: conv, out: 6, kernel: 5}, {residual: [relu]}]',
    'from: ./deploy.prototxt',
    'from: ./deploy.prototxt\ninput: 3x227x227\nshapes: {proposal: 300x5}\nphase: test',
    'inputs: {data: 3x300x300}\nfrom: a.prototxt\nbatch: 8\ntable: layers\ncounting: netscope',
    'from: a.txt\nformat: caffe\nstyle: netscope\noptions: {heat: macs}',
  ])('takes %j', (text) => {
    expect(accepts(text)).toBe(true);
  });

  test.each([
    'from: [a]',
    'shapes: {a: 0}',
    'batch: 0',
    'batch: 1.5',
    'phase: both',
    'counting: mine',
    'table: all',
    'format: 3',
    'style: netscop',
    'options: {heat: heat}',
    'titel: x',
  ])('refuses %j', (text) => {
    expect(accepts(text)).toBe(false);
  });
});
