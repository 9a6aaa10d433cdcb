/** Reads steps from YAML: lines, lists of branches, and the long form. */
import type { ParsedNode, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Place } from '../diagnostics.js';
import { findOperation } from '../ops/index.js';
import type { Operation } from '../ops/operation.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import type { ReadContext } from './line-reader.js';
import { readLine } from './line.js';
import type { Source } from './source.js';
import type { Branch, Field, Follower, Name, Step, StepBase } from './spec.js';
import { links, scalarText, tokenize } from './tokens.js';
import { isPlainName, plainValue, sizeValue } from './values.js';
import { attributeName, followerRole, followerWords, operationWords } from './vocabulary.js';

/** Deepest nesting of steps that is read. */
const depthLimit = 40;

/** What reading steps needs. */
export interface StepContext extends ReadContext {
  readonly source: Source;
}

type Pair = { key: ParsedNode; value: ParsedNode | null };

/** Reads steps from the nodes of one list. */
export class StepReader {
  #depth = 0;

  /** @param context What is known and where problems go. */
  constructor(readonly context: StepContext) {}

  /**
   * @param node A node of the document.
   * @returns Where it stands.
   */
  placeOf(node: ParsedNode): Place {
    return this.context.source.place(node.range[0], node.range[1]);
  }

  #report(rule: string, message: string, place: Place, hint?: string): void {
    this.context.reporter.report({ rule, message, place, hint });
  }

  /**
   * Reads a sequence of steps: a list, a chain in one text, or a single step.
   *
   * @param node The node, if there is one.
   * @returns Its steps.
   */
  steps(node: ParsedNode | null): Step[] {
    if (!node) return [];
    if (this.#depth >= depthLimit) {
      this.#report('too-deep', `steps are nested more than ${depthLimit} deep`, this.placeOf(node), 'Name the inner steps as a block.');
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
    if (isMap(node)) {
      const step = this.#map(node as YAMLMap.Parsed);
      return step ? [step] : [];
    }
    if (!isScalar(node)) return [];
    if (node.value === null) {
      this.#report('missing-step', 'this item is empty', this.placeOf(node), 'Write an operation, or take the `-` out.');
      return [];
    }
    const line = scalarText(node, this.context.source);
    return links(line).flatMap(({ start, end }) => {
      const tokens = tokenize(line, start, end);
      if (tokens.length === 0) {
        this.#report('missing-step', 'a layer is missing beside an arrow', line.placeOf(start, end), 'Write an operation on both sides of `->`.');
        return [];
      }
      const step = readLine(tokens, this.context);
      return step ? [step] : [];
    });
  }

  /**
   * Lists the pairs of a map, with text keys.
   *
   * @param node A map.
   * @returns Its pairs by key.
   */
  pairs(node: YAMLMap.Parsed): Map<string, Pair> {
    const pairs = new Map<string, Pair>();
    for (const { key, value } of node.items) {
      pairs.set(String(isScalar(key) ? key.value : key), { key, value });
    }
    return pairs;
  }

  /** Reports keys that nothing reads. */
  #rest(pairs: ReadonlyMap<string, Pair>, known: readonly string[], subject: string): void {
    for (const [key, { key: node }] of pairs) {
      if (known.includes(key)) continue;
      this.#report('unknown-key', `${subject} has no ${quote(key)}`, this.placeOf(node), suggestion(key, known));
    }
  }

  /** Reads a value of the long form; reports maps and nothing. */
  field(key: string, pair: Pair): Field | undefined {
    const { value } = pair;
    const place = this.placeOf(value ?? pair.key);
    const plain = value ? (value.toJSON() as unknown) : null;
    const read = plainValue(plain, (name) => this.context.vocabulary.sizes.has(name));
    if (!read || (plain === null && value === null)) {
      this.#report('wrong-value', read ? `${quote(key)} has no value` : `${quote(key)} must be a number, a word or a list`, place);
      return undefined;
    }
    return { value: read, place };
  }

  /** Reads names: one text, or a list of them. */
  names(pair: Pair | undefined): Name[] {
    if (!pair) return [];
    const nodes = isSeq(pair.value) ? (pair.value.items as ParsedNode[]) : [pair.value ?? pair.key];
    return nodes.flatMap((node) => {
      const text = isScalar(node) && node !== pair.key ? String(node.value ?? '') : '';
      const names = text.split(/[\s,]+/).filter((part) => part !== '');
      const place = this.placeOf(node);
      if (names.length === 0) this.#report('missing-name', 'a name is missing here', place);
      return names.map((name) => ({ text: name.replace(/^\$/, ''), place }));
    });
  }

  #base(node: ParsedNode, pairs: ReadonlyMap<string, Pair>): StepBase {
    const pick = (key: string) => {
      const pair = pairs.get(key);
      return pair ? this.field(key, pair) : undefined;
    };
    const repeat = pick('repeat');
    const expect = this.#sizes(pairs.get('expect'));
    const from = this.names(pairs.get('from'));
    return {
      place: this.placeOf(node),
      as: this.names(pairs.get('as')),
      ...(repeat && { repeat }),
      ...(expect && { expect }),
      ...(from.length > 0 && { from }),
    };
  }

  /** Reads the sizes of a shape: `3x224x224`, `S x d`, a number, or a list. */
  #sizes(pair: Pair | undefined): Field | undefined {
    if (!pair?.value) return undefined;
    return this.shape(pair.value);
  }

  /**
   * Reads the sizes of a shape.
   *
   * @param node `3x224x224`, `S x d`, a number, or a list.
   * @returns The sizes, or nothing after a report.
   */
  shape(node: ParsedNode): Field | undefined {
    const place = this.placeOf(node);
    const plain = node.toJSON() as unknown;
    const isSize = (name: string) => this.context.vocabulary.sizes.has(name);
    const read =
      typeof plain === 'string'
        ? (sizeValue(plain.trim(), isSize) ?? plainValue(plain, isSize))
        : plainValue(plain, isSize);
    if (read && read.kind !== 'text' && plain !== null && plain !== '') return { value: read, place };
    this.#report('wrong-value', `${quote(plain)} is no shape`, place, 'Write `3x224x224`, or `784` for a vector.');
    return undefined;
  }

  #map(node: YAMLMap.Parsed): Step | undefined {
    const pairs = this.pairs(node);
    const place = this.placeOf(node);
    const op = pairs.get('op');
    if (op) return this.#longForm(node, pairs, op);
    if (pairs.has('residual')) return this.#residual(node, pairs);
    if (pairs.has('layers')) return this.#group(node, pairs);
    for (const [key, pair] of pairs) {
      const operation = findOperation(key);
      if (operation) return this.#keyed(node, pairs, key, pair, operation);
      if (this.context.vocabulary.blocks.has(key)) return this.#keyedCall(node, pairs, key, pair);
    }
    const from = pairs.get('from');
    if (from) {
      this.#rest(pairs, ['from', 'as'], '`from`');
      const [name] = this.names(from);
      if (!name) return undefined;
      return { kind: 'from', place, as: this.names(pairs.get('as')), name };
    }
    const [key = '', first] = [...pairs][0] ?? [];
    const at = first ? this.placeOf(first.key) : place;
    if (/\s/.test(key)) {
      this.#report('yaml-map', `YAML takes ${quote(`${key}:`)} for a key, because of the \`: \``, at, 'Leave the colon out, or put the whole line in quotes.');
      return undefined;
    }
    const known = [...operationWords(), ...this.context.vocabulary.blocks.keys(), 'op', 'residual', 'from', 'group', 'repeat'];
    this.#report('unknown-operation', pairs.size === 0 ? 'this step is empty' : `there is no operation or block ${quote(key)}`, at, suggestion(key, known, 'The long form is `{op: conv, out: 64, kernel: 3}`.'));
    return undefined;
  }

  #residual(node: YAMLMap.Parsed, pairs: ReadonlyMap<string, Pair>): Step {
    this.#rest(pairs, ['residual', 'shortcut', 'as', 'repeat', 'expect', 'from'], '`residual`');
    const pair = pairs.get('residual') as Pair;
    const shortcut = pairs.get('shortcut');
    const value = shortcut?.value;
    const identity = isScalar(value) && value.value === 'identity';
    const body = this.steps(pair.value);
    if (body.length === 0 && (pair.value === null || (isSeq(pair.value) && pair.value.items.length === 0))) {
      this.#report('missing-step', '`residual` has no steps', this.placeOf(pair.key), 'Give it a list of layers.');
    }
    return {
      kind: 'residual',
      ...this.#base(node, pairs),
      body,
      ...(shortcut && { shortcut: identity ? [] : this.steps(value ?? null) }),
    };
  }

  #group(node: YAMLMap.Parsed, pairs: ReadonlyMap<string, Pair>): Step {
    this.#rest(pairs, ['layers', 'group', 'repeat', 'as', 'expect', 'from'], 'a group');
    const group = pairs.get('group')?.value;
    const name = isScalar(group) && group.value !== null ? String(group.value) : undefined;
    return {
      kind: 'group',
      ...this.#base(node, pairs),
      ...(name !== undefined && { name }),
      body: this.steps(pairs.get('layers')?.value ?? null),
    };
  }

  /** `- conv: {out: 64}`, `- conv: 64 3x3`, `- concat: [a, b]`. */
  #keyed(node: YAMLMap.Parsed, pairs: ReadonlyMap<string, Pair>, key: string, pair: Pair, operation: Operation): Step | undefined {
    const { value } = pair;
    const isMerge = operation.category === 'merge' && (operation.inputs?.max ?? 1) > 1;
    if (isMerge && isSeq(value)) {
      const attributes = new Map<string, Field>();
      const base = ['as', 'repeat', 'expect', 'from', key];
      for (const [name, other] of pairs) {
        if (base.includes(name)) continue;
        const attribute = attributeName(operation, name);
        const field = attribute === undefined ? undefined : this.field(name, other);
        if (attribute !== undefined && field) attributes.set(attribute, field);
        else if (attribute === undefined) {
          const known = [...Object.keys(operation.attributes.shape), 'as', 'expect'];
          this.#report('unknown-key', `\`${operation.name}\` has no ${quote(name)}`, this.placeOf(other.key), suggestion(name, known));
        }
      }
      return {
        kind: 'merge',
        ...this.#base(node, pairs),
        op: operation.name,
        opPlace: this.placeOf(pair.key),
        branches: value.items.flatMap((item) => this.#branch(item as ParsedNode)),
        attributes,
      };
    }
    if (isMap(value)) {
      const inner = this.pairs(value as YAMLMap.Parsed);
      this.#rest(pairs, [key], `the step \`${key}\``);
      return this.#longForm(node, new Map([...inner]), pair, operation.name);
    }
    this.#rest(pairs, [key], `the step \`${key}\``);
    const head = { text: key, place: this.placeOf(pair.key) };
    const line = value && isScalar(value) && value.value !== null ? scalarText(value, this.context.source) : undefined;
    if (value && !line && !isScalar(value)) {
      this.#report('wrong-value', `\`${key}\` takes a line or a map, not a list`, this.placeOf(value), 'Write `- conv 64 3x3` or `{op: conv, out: 64, kernel: 3}`.');
      return undefined;
    }
    return readLine([head, ...(line ? tokenize(line) : [])], this.context);
  }

  #keyedCall(node: YAMLMap.Parsed, pairs: ReadonlyMap<string, Pair>, key: string, pair: Pair): Step | undefined {
    const { value } = pair;
    if (isMap(value)) return this.#longForm(node, this.pairs(value as YAMLMap.Parsed), pair, key);
    this.#rest(pairs, [key], `the step \`${key}\``);
    const nodes = isSeq(value) ? (value.items as ParsedNode[]) : value ? [value] : [];
    const tokens = nodes.flatMap((item) => (isScalar(item) ? tokenize(scalarText(item, this.context.source)) : []));
    return readLine([{ text: key, place: this.placeOf(pair.key) }, ...tokens], this.context);
  }

  #branch(node: ParsedNode): Branch[] {
    const place = this.placeOf(node);
    if (isScalar(node) && node.value !== null) {
      const text = String(node.value).trim();
      if (text === 'identity') return [{ kind: 'steps', steps: [], place }];
      const bare = text.replace(/^\$/, '');
      const isStep = findOperation(text) !== undefined || this.context.vocabulary.blocks.has(text);
      if (isPlainName(bare) && !isStep) return [{ kind: 'name', name: { text: bare, place } }];
    }
    return [{ kind: 'steps', steps: this.steps(node), place }];
  }

  /** `{op: conv, out: 64, kernel: 7, stride: 2, norm: bn}`: the canonical form. */
  #longForm(node: YAMLMap.Parsed, pairs: ReadonlyMap<string, Pair>, op: Pair, given?: string): Step | undefined {
    const value = op.value;
    const name = given ?? (isScalar(value) ? String(value.value) : '');
    const opPlace = given === undefined && value ? this.placeOf(value) : this.placeOf(op.key);
    if (this.context.vocabulary.blocks.has(name)) return this.#longCall(node, pairs, name);
    const operation = findOperation(name);
    if (!operation) {
      const known = [...operationWords(), ...this.context.vocabulary.blocks.keys()];
      this.#report('unknown-operation', `there is no operation or block ${quote(name)}`, opPlace, suggestion(name, known, 'For anything else write `{op: op, name: Name}`.'));
      return undefined;
    }
    const { attributes, followers } = this.attributes(operation, pairs, ['op', 'as', 'repeat', 'each', 'expect', 'from', 'share', 'with', 'kv']);
    const [share] = this.names(pairs.get('share'));
    return {
      kind: 'layer',
      ...this.#base(node, pairs),
      op: operation.name,
      opPlace,
      attributes,
      followers,
      operands: [...this.names(pairs.get('with')), ...this.names(pairs.get('kv'))],
      each: pairs.get('each')?.value?.toJSON() === true,
      ...(share && { share }),
    };
  }

  #longCall(node: YAMLMap.Parsed, pairs: ReadonlyMap<string, Pair>, block: string): Step {
    const parameters = this.context.vocabulary.blocks.get(block) ?? [];
    const base = ['op', 'as', 'repeat', 'each', 'expect', 'from', 'stride'];
    this.#rest(pairs, [...base, ...parameters], `block \`${block}\``);
    const named = new Map<string, Field>();
    for (const parameter of parameters) {
      const pair = pairs.get(parameter);
      const field = pair && this.field(parameter, pair);
      if (field) named.set(parameter, field);
    }
    const stride = pairs.get('stride');
    const field = stride && !parameters.includes('stride') ? this.field('stride', stride) : undefined;
    return {
      kind: 'call',
      ...this.#base(node, pairs),
      block,
      arguments: [],
      named,
      ...(field && { stride: field }),
      each: pairs.get('each')?.value?.toJSON() === true,
    };
  }

  /**
   * Reads the attributes and followers of an operation from a map.
   *
   * @param operation The operation.
   * @param pairs The map.
   * @param others Keys that something else reads.
   * @returns What it says; unknown keys are reported.
   */
  attributes(
    operation: Operation,
    pairs: ReadonlyMap<string, Pair>,
    others: readonly string[],
  ): { attributes: Map<string, Field>; followers: Follower[] } {
    const attributes = new Map<string, Field>();
    const followers: Follower[] = [];
    for (const [key, pair] of pairs) {
      if (operation.composable && (key === 'norm' || key === 'act')) {
        const written = pair.value?.toJSON() as unknown;
        const place = this.placeOf(pair.value ?? pair.key);
        const follower = typeof written === 'string' ? followerRole(written) : undefined;
        if (written === 'none' || written === false || written === null) {
          followers.push({ role: key, op: 'none', place });
        } else if (follower?.role === key) followers.push({ ...follower, place });
        else {
          this.#report('unknown-word', `${quote(written)} is no ${key === 'norm' ? 'normalisation' : 'activation'}`, place, suggestion(String(written), [...followerWords(), 'none'], 'Use `none` for nothing.'));
        }
        continue;
      }
      const attribute = attributeName(operation, key);
      if (attribute === undefined) {
        if (others.includes(key)) continue;
        const known = [...Object.keys(operation.attributes.shape), ...(operation.composable ? ['norm', 'act'] : []), ...others.filter((other) => other !== 'op')];
        this.#report('unknown-key', `\`${operation.name}\` has no ${quote(key)}`, this.placeOf(pair.key), suggestion(key, known, `It has ${known.map((name) => `\`${name}\``).join(', ')}.`));
        continue;
      }
      const field = this.field(key, pair);
      if (field) attributes.set(attribute, field);
    }
    return { attributes, followers };
  }
}
