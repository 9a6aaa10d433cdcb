/** Which operation a layer is: by the rule of its type, or as far as it can be told without one. */
import { quote, type ReadContext, suggestion } from 'nnfig/readers';
import type { CaffeLayer } from './layer.js';
import { knownTypes, ruleOf } from './rules/index.js';
import { opaque, type RuleCall, type Translation } from './rules/rule.js';

/** `1 bottom`, `at least 2 bottoms`, `1 to 2 bottoms`. */
function countOf(min: number, max: number): string {
  if (max > 1000) return `at least ${min} bottom${min === 1 ? '' : 's'}`;
  if (min !== max) return `${min} to ${max} bottoms`;
  return min === 0 ? 'no bottoms' : `${min} bottom${min === 1 ? '' : 's'}`;
}

/** A type without a rule gives what it takes, unless its shape is declared. */
function unknown(
  { layer, inputs: [input] }: RuleCall,
  { shapes, batch }: ReadContext,
): Translation | undefined {
  const { name, type, tops, problems } = layer;
  const declared = shapes.get(name);
  if (type === '') {
    const hint = 'Write one, such as `type: "Convolution"`.';
    problems.error('missing-value', `${quote(name)} has no type`, layer.span, hint);
    return undefined;
  }
  if (!declared && tops.length > 0) {
    const near = suggestion(type, knownTypes, '');
    const declare = `Declare what it gives around the network, without the batch: \`shapes: {${name}: 64x10x10}\`.`;
    problems.warn(
      'unknown-type',
      `the type ${quote(type)} of ${quote(name)} is not known; it is drawn as if it kept the shape of what it takes, and nothing in it is counted`,
      layer.typeSpan,
      near ? `${near} ${declare}` : declare,
    );
  }
  const shape = declared ? [input?.[0] ?? batch, ...declared.sizes] : input;
  if (!shape) return undefined;
  const all = tops.length > 1 ? tops.map(() => shape) : [shape];
  const known = opaque(layer, { shapes: all, kind: 'other' });
  return { ...known, attributes: { ...known.attributes, counted: false } };
}

/**
 * Translates a layer.
 *
 * @param call The layer, and the shapes of its bottoms.
 * @param context What is said around the file.
 * @returns The operation; nothing after a report, or where a shape that it needs is unknown.
 */
export function translate(call: RuleCall, context: ReadContext): Translation | undefined {
  const { layer, inputs } = call;
  const rule = ruleOf(layer);
  if (!rule) return unknown(call, context);
  const [min, max] = rule.bottoms;
  const count = inputs.length;
  if (count < min || count > max) {
    layer.problems.error(
      'wrong-inputs',
      `${quote(layer.type)} takes ${countOf(min, max)}, but ${quote(layer.name)} has ${count}`,
      layer.span,
      count < min ? 'Name the blobs that it takes: `bottom: "data"`.' : 'Leave some of them out.',
    );
    return undefined;
  }
  const translation = rule.translate(call);
  return layer.failed ? undefined : translation;
}

/**
 * Reports declared shapes that nothing asks for.
 *
 * @param layers All layers.
 * @param context What is said around the file.
 */
export function checkShapes(layers: readonly CaffeLayer[], { shapes }: ReadContext): void {
  if (shapes.size === 0) return;
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  for (const [name, shape] of shapes) {
    const layer = byName.get(name);
    if (!layer) {
      shape.report({
        rule: 'unknown-name',
        message: `the network has no layer ${quote(name)}`,
        hint: suggestion(name, byName.keys()),
      });
    } else if (ruleOf(layer) || layer.bottoms.length === 0) {
      const input = layer.bottoms.length === 0;
      shape.report({
        rule: 'unused-shape',
        message: `the shape of ${quote(name)} follows from its type ${quote(layer.type)}`,
        hint: input
          ? `Say it as that of an input: \`inputs: {${name}: 3x227x227}\`.`
          : 'Leave it out.',
      });
    }
  }
}
