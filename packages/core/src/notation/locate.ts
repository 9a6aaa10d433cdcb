/** Finds where parts of a plain value stand in the text. */
import type { ParsedNode } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Place } from '../diagnostics.js';
import type { Source } from './source.js';
import type { Located } from './spec.js';

/**
 * Makes a value of YAML plain and keeps the places of its parts.
 *
 * @param pair The key and the value.
 * @param source Text of the block.
 * @returns The value, which knows where what is in it stands.
 */
export function locate(
  pair: { readonly key: ParsedNode; readonly value: ParsedNode | null },
  source: Source,
): Located {
  const root = pair.value ?? pair.key;
  const placeOf = (node: ParsedNode): Place => source.place(node.range[0], node.range[1]);
  return {
    value: pair.value ? (pair.value.toJSON() as unknown) : null,
    place: placeOf(root),
    at(path, key = false) {
      let node: ParsedNode = root;
      for (const [index, part] of path.entries()) {
        if (isMap(node)) {
          const found = node.items.find(
            (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(part),
          );
          if (!found) break;
          if (key && index === path.length - 1) return placeOf(found.key as ParsedNode);
          node = (found.value ?? found.key) as ParsedNode;
        } else if (isSeq(node)) {
          const item = node.items[Number(part)];
          if (!item) break;
          node = item as ParsedNode;
        } else break;
      }
      return placeOf(node);
    },
  };
}
