/** Reads steps from YAML: lines, chains, lists, and maps by their key. */
import type { ParsedNode, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Place } from '../diagnostics.js';
import { findOperation } from '../ops/index.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { readKeyed, readKeyedCall } from './keyed-step.js';
import { readLine } from './line.js';
import { readLongForm } from './long-form.js';
import { isNothing, NodeReader, type Pair, type Pairs } from './node-reader.js';
import { scalarText } from './scalar-text.js';
import type { Step } from './spec.js';
import { links, tokenize } from './tokens.js';
import { operationWords } from './vocabulary.js';

/** Deepest nesting of steps that is read. */
const depthLimit = 40;

/** Reads steps from the nodes of one list. */
export class StepReader extends NodeReader {
  #depth = 0;

  /**
   * Reads a sequence of steps: a list, a chain in one text, or a single step.
   *
   * @param node The node, if there is one.
   * @returns Its steps.
   */
  steps(node: ParsedNode | null): Step[] {
    if (!node) return [];
    if (this.#depth >= depthLimit) {
      this.report(
        'too-deep',
        `steps are nested more than ${depthLimit} deep`,
        this.placeOf(node),
        'Name the inner steps as a block.',
      );
      return [];
    }
    this.#depth++;
    const steps = isSeq(node)
      ? node.items.flatMap((item) => this.steps(item as ParsedNode))
      : this.#step(node);
    this.#depth--;
    return steps;
  }

  #step(node: ParsedNode): Step[] {
    if (isMap(node)) return [this.#map(node as YAMLMap.Parsed)];
    if (!isScalar(node)) return [];
    if (node.value === null) {
      this.report(
        'missing-step',
        'this item is empty',
        this.#emptyPlace(node),
        'Write an operation, or take the `-` out.',
      );
      return [];
    }
    const line = scalarText(node, this.context.source);
    return links(line).flatMap(({ start, end }) => {
      const tokens = tokenize(line, start, end);
      if (tokens.length === 0) {
        this.report(
          'missing-step',
          'a layer is missing beside an arrow',
          line.placeOf(start, end),
          'Write an operation on both sides of `->`.',
        );
        return [{ kind: 'broken', place: line.placeOf(start, end), as: [] }];
      }
      const step = readLine(tokens, this.context);
      return step ? [step] : [];
    });
  }

  /** An empty item has no text of its own; its `-` stands for it. */
  #emptyPlace(node: ParsedNode): Place {
    const { source } = this.context;
    const [from, to] = node.range;
    const dash = source.text.lastIndexOf('-', from);
    const alone = /^-[^\S\n]*$/.test(source.text.slice(dash, from));
    return from === to && alone ? source.place(dash, dash + 1) : source.place(from, to);
  }

  #map(node: YAMLMap.Parsed): Step {
    const pairs = this.pairs(node);
    const place = this.placeOf(node);
    const op = pairs.get('op');
    if (op) return readLongForm(this, node, pairs, op);
    if (pairs.has('residual')) return this.#residual(node, pairs);
    if (pairs.has('layers')) return this.#group(node, pairs);
    for (const [key, pair] of pairs) {
      const operation = findOperation(key);
      if (operation) return readKeyed(this, node, pairs, key, pair, operation);
      if (this.context.vocabulary.blocks.has(key))
        return readKeyedCall(this, node, pairs, key, pair);
    }
    const from = pairs.get('from');
    if (from) {
      this.rest(pairs, ['from', 'as'], '`from`');
      const [name] = this.names(from);
      const as = this.givenNames(pairs.get('as'));
      return name ? { kind: 'from', place, as, name } : { kind: 'broken', place, as };
    }
    const [key = '', first] = [...pairs][0] ?? [];
    const at = first ? this.placeOf(first.key) : place;
    if (/\s/.test(key)) {
      this.report(
        'yaml-map',
        `YAML takes ${quote(`${key}:`)} for a key, because of the \`: \``,
        at,
        'Leave the colon out, or put the whole line in quotes.',
      );
      return { kind: 'broken', ...this.base(node, pairs) };
    }
    const known = [
      ...operationWords(),
      ...this.context.vocabulary.blocks.keys(),
      'op',
      'residual',
      'from',
      'group',
      'repeat',
    ];
    this.report(
      'unknown-operation',
      pairs.size === 0 ? 'this step is empty' : `there is no operation or block ${quote(key)}`,
      at,
      suggestion(key, known, 'The long form is `{op: conv, out: 64, kernel: 3}`.'),
    );
    return { kind: 'broken', ...this.base(node, pairs) };
  }

  #residual(node: YAMLMap.Parsed, pairs: Pairs): Step {
    this.rest(pairs, ['residual', 'shortcut', 'as', 'repeat', 'expect', 'from'], '`residual`');
    const pair = pairs.get('residual') as Pair;
    const shortcut = pairs.get('shortcut');
    const value = shortcut?.value;
    const word = isScalar(value) ? value.value : undefined;
    const empty = isNothing(pair.value) || (isSeq(pair.value) && pair.value.items.length === 0);
    const body = empty ? [] : this.steps(pair.value);
    if (empty) {
      this.report(
        'missing-step',
        '`residual` has no steps',
        this.placeOf(pair.key),
        'Give it a list of layers.',
      );
    }
    const bare = shortcut && isNothing(value);
    if (bare) {
      this.report(
        'missing-step',
        '`shortcut` has no steps',
        this.placeOf(shortcut.key),
        'Write `identity`, `none`, or a list of layers.',
      );
    }
    return {
      kind: 'residual',
      ...this.base(node, pairs),
      body,
      ...(shortcut &&
        !bare && {
          shortcut: word === 'none' ? word : word === 'identity' ? [] : this.steps(value ?? null),
        }),
    };
  }

  #group(node: YAMLMap.Parsed, pairs: Pairs): Step {
    this.rest(pairs, ['layers', 'group', 'repeat', 'as', 'expect', 'from'], 'a group');
    const group = pairs.get('group')?.value;
    const name = isScalar(group) && group.value !== null ? String(group.value) : undefined;
    return {
      kind: 'group',
      ...this.base(node, pairs),
      ...(name !== undefined && { name }),
      body: this.steps(pairs.get('layers')?.value ?? null),
    };
  }
}
