/** Runs the steps of a description on a builder. */
import type { Place } from '../diagnostics.js';
import type {
  Block,
  Branch,
  CallStep,
  Field,
  GroupStep,
  LayerStep,
  MergeStep,
  Name,
  ResidualStep,
  Spec,
  Step,
} from '../notation/spec.js';
import { findOperation } from '../ops/index.js';
import type { Operation } from '../ops/operation.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import type { NetworkBuilder } from './builder.js';
import { shapeText } from './builder.js';
import type { Plain, Surroundings } from './evaluate.js';
import { count, isUnknown, plain, sizes } from './evaluate.js';
import { addProjection } from './projection.js';
import { Scope, type Tensor } from './scope.js';
import { SharedWeights } from './sharing.js';

/** Most copies of one step. */
const repeatLimit = 10_000;
/** Deepest nesting of calls. */
const callLimit = 30;

/** Which copy of a repeated step is run. */
interface Copy {
  readonly index: number;
  readonly count: number;
  readonly key: string;
}

/** Runs the steps of one description. */
export class StepRunner {
  readonly #stack: string[] = [];
  readonly #sharing: SharedWeights;
  #repeats = 0;

  /**
   * @param spec The description: its blocks, defaults and names.
   * @param builder What the layers go to.
   */
  constructor(
    readonly spec: Spec,
    readonly builder: NetworkBuilder,
  ) {
    this.#sharing = new SharedWeights(builder);
  }

  #report(rule: string, message: string, place: Place, hint?: string): void {
    this.builder.report(rule, message, place, hint);
  }

  /**
   * Runs steps one after another.
   *
   * @param steps The steps.
   * @param current The tensor that the first takes.
   * @param scope What names mean.
   * @returns The tensor that the last gives.
   */
  run(steps: readonly Step[], current: Tensor | undefined, scope: Scope): Tensor | undefined {
    let tensor = current;
    for (const step of steps) tensor = this.#step(step, tensor, scope);
    return tensor;
  }

  #step(step: Step, current: Tensor | undefined, scope: Scope): Tensor | undefined {
    if (step.kind === 'from') {
      const tensor = this.tensor(step.name, scope);
      this.#bind(step, tensor ? [tensor] : [], scope);
      return tensor ?? unknownTensor;
    }
    let input = current;
    let inputs: Tensor[] | undefined;
    if (step.from) {
      inputs = step.from.map((name) => this.tensor(name, scope) ?? unknownTensor);
      input = inputs[0];
    }
    const around = { scope, current: input };
    const times = step.repeat
      ? count(step.repeat, around, this.builder.reporter, 'a repeat', repeatLimit)
      : 1;
    const key = `repeat${++this.#repeats}`;
    let outputs: Tensor[] = [unknownTensor];
    for (let index = 0; index < (times ?? 1); index++) {
      const copy: Copy = { index, count: times ?? 1, key };
      outputs = this.#once(step, index === 0 && inputs ? inputs : input ? [input] : [], scope, copy);
      input = outputs[0];
    }
    this.#expect(step, outputs[0], around);
    this.#bind(step, outputs, scope);
    return outputs[0];
  }

  /** Runs one copy of a step. */
  #once(step: Exclude<Step, { kind: 'from' }>, inputs: Tensor[], scope: Scope, copy: Copy): Tensor[] {
    switch (step.kind) {
      case 'layer':
        return this.#inRepeat(copy, step.op, false, () => this.#layer(step, inputs, scope, copy));
      case 'call':
        return this.#call(step, inputs[0], scope, copy);
      case 'residual':
        return this.#inRepeat(copy, 'residual', false, () => this.#residual(step, inputs[0], scope));
      case 'merge':
        return this.#inRepeat(copy, step.op, false, () => this.#merge(step, inputs[0], scope));
      case 'group':
        return this.#group(step, inputs[0], scope, copy);
    }
  }

  /** Puts the copies of a repeated step into groups; one that isn't repeated needs none. */
  #inRepeat(copy: Copy, name: string, prefix: boolean, run: () => Tensor[]): Tensor[] {
    if (copy.count === 1) return run();
    return this.builder.inGroup('repeat', name, prefix, copy, run);
  }

  /** Checks the shape that the author believes in. */
  #expect(step: Step, output: Tensor | undefined, around: Surroundings): void {
    if (!step.expect || !output?.shape) return;
    const believed = sizes(step.expect, around, this.builder.reporter, 'a shape');
    if (!believed) return;
    const actual = output.shape.slice(1);
    if (believed.length === actual.length && believed.every((size, axis) => size === actual[axis])) return;
    this.#report(
      'wrong-shape',
      `the output is \`${actual.join('x')}\`, not \`${believed.join('x')}\``,
      step.expect.place,
      `Write \`=> ${actual.join('x')}\`, or mend the layers before it.`,
    );
  }

  /** Gives the names after `as` to the outputs. */
  #bind(step: Step, outputs: readonly Tensor[], scope: Scope): void {
    for (const [index, name] of step.as.entries()) {
      const operation = findOperation(name.text);
      if (operation || this.spec.blocks.has(name.text)) {
        this.#report('reserved-name', `${quote(name.text)} already is the name of ${operation ? 'an operation' : 'a block'}`, name.place, 'Choose another name.');
      }
      const before = scope.placeOf(name.text);
      if (before && before.start.offset !== name.place.start.offset) {
        this.#report('duplicate-name', `${quote(name.text)} is already the name of something, on line ${before.start.line}`, name.place, 'Choose another name.');
      }
      if (scope.get(name.text)?.kind === 'number') {
        this.#report('duplicate-name', `${quote(name.text)} is already the name of a size`, name.place, 'Choose another name.');
      }
      if (index > 0 && index >= outputs.length && outputs[0]?.shape) {
        this.#report('wrong-inputs', `there are ${outputs.length} outputs, but ${quote(name.text)} names one more`, name.place, 'Give as many names as there are outputs.');
      }
      scope.set(name.text, { kind: 'tensor', tensor: outputs[index] ?? unknownTensor }, name.place);
    }
  }

  /**
   * Finds the tensor of a name; reports a name that has none.
   *
   * @param name The name.
   * @param scope What names mean.
   * @returns The tensor.
   */
  tensor(name: Name, scope: Scope): Tensor | undefined {
    const meaning = scope.get(name.text);
    if (meaning?.kind === 'tensor') return meaning.tensor;
    const later = this.spec.defined.get(name.text);
    if (meaning) {
      this.#report('unknown-name', `${quote(name.text)} is a number, not a tensor`, name.place, 'Name a layer by `as`.');
    } else if (later && later.start.offset > name.place.start.offset) {
      this.#report('cycle', `${quote(name.text)} comes only later, on line ${later.start.line}`, name.place, 'A network has no cycles: a layer takes tensors from before it.');
    } else {
      this.#report('unknown-name', `nothing is named ${quote(name.text)}`, name.place, suggestion(name.text, scope.tensorNames(), `Name a layer by \`as ${name.text}\`.`));
    }
    return undefined;
  }

  #layer(step: LayerStep, inputs: Tensor[], scope: Scope, copy: Copy): Tensor[] {
    const operation = findOperation(step.op) as Operation;
    const operands = step.operands.map((name) => this.tensor(name, scope) ?? unknownTensor);
    // One name joins the current tensor; several are all that is joined.
    const alone = operands.length > 1 && operation.category !== 'attention';
    const taken = operation.name === 'input' ? [] : [...(alone ? [] : inputs), ...operands];
    if (taken.length === 0 && operation.name !== 'input') {
      this.#missingInput(step.place);
      taken.push(unknownTensor);
    }
    const around = { scope, current: taken[0] };
    const defaults = this.spec.defaults.get(operation.name);
    const fields = new Map([...(defaults?.attributes ?? []), ...step.attributes]);
    // The stride of a repeated layer belongs to its first copy.
    if (copy.index > 0 && !step.each && step.attributes.has('stride')) fields.delete('stride');
    const { attributes, places, complete } = this.#attributes(fields, around);
    const place = step.place;
    const name = copy.index === copy.count - 1 ? step.as[0]?.text : undefined;
    const share = step.share && this.#sharing.owner(step.share, this.tensor(step.share, scope));
    const followers = this.#followers(step, defaults?.followers ?? []);
    const outputs = this.builder.add({
      operation,
      attributes,
      attributePlaces: places,
      inputs: complete ? taken : taken.map(() => unknownTensor),
      place,
      opPlace: step.opPlace,
      ...(name !== undefined && { name }),
      ...(share !== undefined && { share }),
    });
    if (step.share && share !== undefined) this.#sharing.check(outputs[0], share, step.share);
    const unit = outputs[0]?.layer ?? '';
    return outputs.map((output) => {
      let tensor = output;
      for (const follower of followers) {
        [tensor = tensor] = this.builder.add({
          operation: findOperation(follower.op) as Operation,
          attributes: {},
          inputs: [tensor],
          place: follower.place,
          opPlace: follower.place,
          unit,
        });
      }
      return tensor;
    });
  }

  /** The followers of a line, its own before the defaults; in the order written where it names both. */
  #followers(step: LayerStep, defaults: LayerStep['followers']): LayerStep['followers'] {
    const own = new Set(step.followers.map(({ role }) => role));
    for (const role of own) {
      const [, second] = step.followers.filter((follower) => follower.role === role);
      if (second) {
        const what = role === 'norm' ? 'normalisations' : 'activations';
        this.#report('given-twice', `\`${step.op}\` has two ${what} on its line`, second.place, 'Write the second on a line of its own.');
      }
    }
    const all =
      own.size === 2
        ? step.followers
        : [...defaults.filter(({ role }) => !own.has(role)), ...step.followers].sort(
            (a, b) => Number(a.role === 'act') - Number(b.role === 'act'),
          );
    return all.filter(({ op }) => op !== 'none');
  }

  #missingInput(place: Place): void {
    if (this.spec.inputs.length > 1) {
      const names = this.spec.inputs.map(({ name }) => name);
      this.#report('missing-input', 'there are several inputs, and nothing says which of them this takes', place, `Write \`- from: ${names[0]}\` before it.`);
    }
  }

  #attributes(fields: ReadonlyMap<string, Field>, around: Surroundings) {
    const attributes: Record<string, Plain> = {};
    const places = new Map<string, Place>();
    let complete = true;
    for (const [name, field] of fields) {
      const value = plain(field, around, this.builder.reporter);
      places.set(name, field.place);
      if (isUnknown(value)) complete = false;
      else attributes[name] = value;
    }
    return { attributes, places, complete };
  }

  #call(step: CallStep, input: Tensor | undefined, scope: Scope, copy: Copy): Tensor[] {
    const block = this.spec.blocks.get(step.block) as Block;
    if (this.#stack.includes(step.block) || this.#stack.length >= callLimit) {
      const path = [...this.#stack, step.block].join(' → ');
      this.#report('cycle', this.#stack.includes(step.block) ? `block \`${step.block}\` calls itself: ${path}` : `blocks call one another more than ${callLimit} deep`, step.place, 'A block can only call blocks that do not lead back to it.');
      return [unknownTensor];
    }
    const inner = this.#arguments(step, block, { scope, current: input });
    const stride = step.stride && plain(step.stride, { scope, current: input }, this.builder.reporter);
    const own = copy.index === 0 || step.each ? (stride ?? 1) : 1;
    if (Array.isArray(own)) {
      this.#report('wrong-value', 'the stride of a block is one number', step.stride?.place ?? step.place);
    }
    inner.set('s', { kind: 'number', value: typeof own === 'number' ? own : 1 });
    if (step.stride && !block.takesStride) {
      this.#report('unused-stride', `block \`${block.name}\` has no use for the stride ${quote(`/${String(stride)}`)}`, step.stride.place, 'Write `/s` on the line inside the block that takes it.');
    }
    this.#stack.push(step.block);
    this.builder.calls.push({ block: step.block, line: step.place.start.line });
    const repeat = copy.count > 1 ? copy : undefined;
    const output = this.builder.inGroup('block', step.block, true, repeat, () =>
      this.run(block.body, input, inner),
    );
    this.builder.calls.pop();
    this.#stack.pop();
    return [output ?? unknownTensor];
  }

  /** Binds the parameters of a block to the arguments of a call. */
  #arguments(step: CallStep, block: Block, around: Surroundings): Scope {
    const inner = new Scope(this.#root(around.scope));
    const { parameters } = block;
    for (const extra of step.arguments.slice(parameters.length)) {
      this.#report('wrong-arguments', `block \`${block.name}\` takes ${parameters.length === 0 ? 'no arguments' : `${parameters.length} (${parameters.map(({ name }) => `\`${name}\``).join(', ')})`}; here is one more`, extra.place, 'Leave it out.');
    }
    for (const [index, parameter] of parameters.entries()) {
      const positional = step.arguments[index];
      const named = step.named.get(parameter.name);
      if (positional && named) {
        this.#report('given-twice', `${quote(parameter.name)} of block \`${block.name}\` is given twice`, named.place, 'Keep one of them.');
      }
      const field = positional ?? named ?? parameter.default;
      if (!field) {
        this.#report('missing-argument', `block \`${block.name}\` needs ${quote(parameter.name)}`, step.place, `Write \`${block.name} ${parameters.map(({ name }) => name).join(' ')}\` with values for them.`);
        inner.set(parameter.name, { kind: 'tensor', tensor: unknownTensor });
        continue;
      }
      const { value } = field;
      if (value.kind === 'word' && around.scope.get(value.text)?.kind !== 'number' && value.text !== 'in') {
        const tensor = this.tensor({ text: value.text, place: field.place }, around.scope);
        inner.set(parameter.name, { kind: 'tensor', tensor: tensor ?? unknownTensor });
        continue;
      }
      const number = plain(field, around, this.builder.reporter);
      if (typeof number === 'number') inner.set(parameter.name, { kind: 'number', value: number });
      else {
        if (!isUnknown(number)) this.#report('wrong-value', `${quote(parameter.name)} of block \`${block.name}\` must be a number or the name of a tensor, not ${quote(number)}`, field.place);
        inner.set(parameter.name, { kind: 'tensor', tensor: unknownTensor });
      }
    }
    return inner;
  }

  /** The scope of the whole description, which every block sees. */
  #root(scope: Scope): Scope {
    let root = scope;
    while (root.around) root = root.around;
    return root;
  }

  #group(step: GroupStep, input: Tensor | undefined, scope: Scope, copy: Copy): Tensor[] {
    const name = step.name ?? 'repeat';
    const slug = name.replace(/\W+/g, '_').replace(/^_+|_+$/g, '') || 'group';
    const kind = step.name === undefined ? 'repeat' : 'group';
    const repeat = copy.count > 1 ? copy : undefined;
    const run = () => this.run(step.body, input, scope) ?? unknownTensor;
    return [this.builder.inGroup(kind, slug, true, repeat, run)];
  }

  #residual(step: ResidualStep, input: Tensor | undefined, scope: Scope): Tensor[] {
    if (!input) {
      this.#missingInput(step.place);
      return [unknownTensor];
    }
    return this.builder.inGroup('residual', 'residual', false, undefined, () => {
      const body = this.run(step.body, input, scope) ?? unknownTensor;
      const shortcut = step.shortcut
        ? (this.run(step.shortcut, input, scope) ?? unknownTensor)
        : this.#shortcut(step, input, body, scope);
      return this.builder.add({
        operation: findOperation('add') as Operation,
        attributes: {},
        inputs: [body, shortcut],
        place: step.place,
        opPlace: step.place,
        ...(step.as[0] && !step.repeat && { name: step.as[0].text }),
      });
    });
  }

  /** Identity where the shapes agree, else a projection (option B of He et al. 2015). */
  #shortcut(step: ResidualStep, input: Tensor, body: Tensor, scope: Scope): Tensor {
    if (!input.shape || !body.shape) return unknownTensor;
    const same =
      input.shape.length === body.shape.length &&
      input.shape.every((size, axis) => size === body.shape?.[axis]);
    if (same) return input;
    const defaults = this.spec.defaults.get('conv');
    const { attributes } = this.#attributes(defaults?.attributes ?? new Map(), { scope, current: input });
    const norm = defaults?.followers.find(({ role, op }) => role === 'norm' && op !== 'none')?.op;
    const projected = addProjection(this.builder, input, body, step.place, attributes.bias, norm);
    if (projected) return projected;
    this.#report(
      'shape-mismatch',
      `the residual's steps give ${shapeText(body)}, and no shortcut leads there from ${shapeText(input)}`,
      step.place,
      'Make the shapes agree, or say the way by `shortcut:`.',
    );
    return unknownTensor;
  }

  #merge(step: MergeStep, input: Tensor | undefined, scope: Scope): Tensor[] {
    const around = { scope, current: input };
    const { attributes, places, complete } = this.#attributes(step.attributes, around);
    const branches = step.branches.map((branch) => this.#branch(branch, input, scope, step));
    const [only] = step.branches;
    // A single name joins the current tensor, as on a line.
    if (branches.length === 1 && only?.kind === 'name' && input) branches.unshift(input);
    return this.builder.add({
      operation: findOperation(step.op) as Operation,
      attributes,
      attributePlaces: places,
      inputs: complete ? branches : branches.map(() => unknownTensor),
      place: step.place,
      opPlace: step.opPlace,
      ...(step.as[0] && !step.repeat && { name: step.as[0].text }),
    });
  }

  #branch(branch: Branch, input: Tensor | undefined, scope: Scope, step: MergeStep): Tensor {
    if (branch.kind === 'name') return this.tensor(branch.name, scope) ?? unknownTensor;
    if (branch.steps.length === 0) {
      if (!input) this.#missingInput(step.place);
      return input ?? unknownTensor;
    }
    const run = () => this.run(branch.steps, input, scope) ?? unknownTensor;
    return this.builder.inGroup('branch', 'branch', false, undefined, run);
  }
}

/** A tensor after a problem: every rule lets it pass. */
const unknownTensor: Tensor = { layer: '', port: 0, shape: undefined, featureMap: false };
