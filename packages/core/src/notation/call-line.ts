/** Reads the call of a block: `bottleneck 64 /2 x4`. */
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import type { LineReader } from './line-reader.js';
import type { CallShare, CallStep, Field } from './spec.js';
import type { Token } from './tokens.js';
import { attributeValue, numberValue, sizeValue } from './values.js';

/**
 * Reads the call of a block.
 *
 * @param reader The words after the block's name.
 * @param token The block's name.
 * @returns The call.
 */
export function readCall(reader: LineReader, token: Token): CallStep {
  const block = token.text;
  const parameters = reader.context.vocabulary.blocks.get(block) ?? [];
  const positional: Field[] = [];
  const named = new Map<string, Field>();
  let share: CallShare | undefined;
  for (let next = reader.take(); next; next = reader.take()) {
    const { text, place } = next;
    if (reader.common(next)) continue;
    const [shares, owner] = parameters.includes('share')
      ? []
      : (/^share(?:=(.+))?$/.exec(text) ?? []);
    if (shares !== undefined) {
      const name = owner === undefined ? undefined : { text: owner.replace(/^\$/, ''), place };
      share = { place, ...(name && { name }) };
      continue;
    }
    const [, key, written] = /^([A-Za-z_]\w*)=(.+)$/s.exec(text) ?? [];
    if (key !== undefined && written !== undefined) {
      if (!parameters.includes(key)) {
        reader.flawed = true;
        reader.report(
          'unknown-key',
          `block \`${block}\` has no parameter ${quote(key)}`,
          place,
          suggestion(key, parameters, parameters.length === 0 ? 'It has none.' : undefined),
        );
      } else named.set(key, { value: attributeValue(written, reader.isSize), place });
      continue;
    }
    const value = numberValue(text) ?? sizeValue(text, reader.isSize);
    if (value) positional.push({ value, place });
    else if (/^\$?[A-Za-z_]\w*$/.test(text)) {
      positional.push({ value: { kind: 'word', text: text.replace(/^\$/, '') }, place });
    } else {
      reader.flawed = true;
      reader.report(
        'unknown-word',
        `${quote(text)} is no argument`,
        place,
        /^\{\$?\w+\}$/.test(text)
          ? `A parameter is written \`$${text.replace(/\W/g, '')}\`.`
          : 'Give numbers, sums such as `4*$c`, or names.',
      );
    }
  }
  return {
    kind: 'call',
    ...reader.base(),
    block,
    arguments: positional,
    named,
    ...(reader.stride && { stride: reader.stride }),
    each: reader.each,
    ...(share && { share }),
  };
}
