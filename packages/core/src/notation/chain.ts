/** Reads the one-line form of small networks: `784 -> 128 relu -> 10 softmax`. */
import { findOperation } from '../ops/index.js';
import { readLine } from './line.js';
import type { StepContext } from './node-reader.js';
import type { LineText } from './scalar-text.js';
import type { InputSpec, Step } from './spec.js';
import { links, tokenize } from './tokens.js';
import { numberValue, sizeValue } from './values.js';

/**
 * Reads a chain. Its first link may be the input's size; a later link that starts
 * with a number is a dense layer.
 *
 * @param line The text.
 * @param wantsInput Whether the first link is the input when it is a size.
 * @param context What is known and where problems go.
 * @returns The input, if it holds one, and the layers.
 */
export function readChain(
  line: LineText,
  wantsInput: boolean,
  context: StepContext,
): { inputs: InputSpec[]; layers: Step[] } {
  const inputs: InputSpec[] = [];
  const layers: Step[] = [];
  const isSize = (name: string) => context.vocabulary.sizes.has(name);
  for (const [index, { start, end }] of links(line).entries()) {
    const tokens = tokenize(line, start, end);
    const first = tokens[0];
    if (!first) {
      context.reporter.report({
        rule: 'missing-step',
        message: 'a layer is missing beside an arrow',
        place: line.placeOf(start, end),
        hint: 'Write an operation or a width on both sides of `->`.',
      });
      layers.push({ kind: 'broken', place: line.placeOf(start, end), as: [] });
      continue;
    }
    const text = tokens.map((token) => token.text).join(' ');
    if (index === 0 && wantsInput) {
      const value = numberValue(text) ?? sizeValue(text, isSize);
      const last = tokens[tokens.length - 1] ?? first;
      const place = { start: first.place.start, end: last.place.end };
      if (value) {
        inputs.push({ name: 'input', shape: { value, place }, place });
        continue;
      }
    }
    const known = findOperation(first.text) || context.vocabulary.blocks.has(first.text);
    const isWidth = !known && (numberValue(first.text) !== undefined || isSize(first.text));
    const words = isWidth ? [{ text: 'dense', place: first.place }, ...tokens] : tokens;
    const step = readLine(words, context);
    if (step) layers.push(step);
  }
  return { inputs, layers };
}
