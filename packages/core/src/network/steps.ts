/** Runs the steps of a description on a builder. */
import type { Place } from '../diagnostics.js';
import type { Field, Name, Spec, Step } from '../notation/spec.js';
import { findOperation } from '../ops/index.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { type NetworkBuilder, TooLarge } from './builder.js';
import { runCall, runGroup } from './call-step.js';
import type { Plain, Surroundings } from './evaluate.js';
import { count, isUnknown, plain, sizes } from './evaluate.js';
import { runLayer } from './layer-step.js';
import { runMerge, runResidual } from './merge-step.js';
import { type Scope, type Tensor, unknownTensor } from './scope.js';
import { SharedWeights } from './sharing.js';

/** Most copies of one step. */
const repeatLimit = 10_000;
/** Most steps that are run, whether they add layers or not. */
const stepLimit = 100_000;

/** Which copy of a repeated step is run. */
export interface Copy {
  readonly index: number;
  readonly count: number;
  readonly key: string;
}

/** Runs the steps of one description. */
export class StepRunner {
  /** Blocks whose calls are being run, outermost first. */
  readonly stack: string[] = [];
  readonly sharing: SharedWeights;
  #repeats = 0;
  #steps = 0;

  /**
   * @param spec The description: its blocks, defaults and names.
   * @param builder What the layers go to.
   */
  constructor(
    readonly spec: Spec,
    readonly builder: NetworkBuilder,
  ) {
    this.sharing = new SharedWeights(builder);
  }

  /**
   * Reports a problem.
   *
   * @param rule Kind of problem.
   * @param message What is wrong.
   * @param place Where.
   * @param hint What to do.
   */
  report(rule: string, message: string, place: Place, hint?: string): void {
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

  /** Counts a step that is run; a description can call blocks without end and add no layer. */
  #count(place: Place): void {
    if (++this.#steps <= stepLimit) return;
    const message = `the description runs more than ${stepLimit} steps`;
    this.report('absurd-size', message, place, 'Repeat less.');
    throw new TooLarge();
  }

  #step(step: Step, current: Tensor | undefined, scope: Scope): Tensor | undefined {
    this.#count(step.place);
    if (step.kind === 'broken') {
      this.#bind(step, [], scope);
      return unknownTensor;
    }
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
      ? count(step.repeat, around, this.builder.problems, 'a repeat', repeatLimit)
      : 1;
    const key = `repeat${++this.#repeats}`;
    let outputs: Tensor[] = [unknownTensor];
    for (let index = 0; index < (times ?? 1); index++) {
      if (index > 0) this.#count(step.place);
      const copy: Copy = { index, count: times ?? 1, key };
      outputs = this.#once(
        step,
        index === 0 && inputs ? inputs : input ? [input] : [],
        scope,
        copy,
      );
      input = outputs[0];
    }
    this.#expect(step, outputs[0], around);
    this.#bind(step, outputs, scope);
    return outputs[0];
  }

  /** Runs one copy of a step. */
  #once(
    step: Exclude<Step, { kind: 'from' | 'broken' }>,
    inputs: Tensor[],
    scope: Scope,
    copy: Copy,
  ): Tensor[] {
    switch (step.kind) {
      case 'layer':
        return this.#inRepeat(copy, step.op, false, () =>
          runLayer(this, step, inputs, scope, copy),
        );
      case 'call':
        return runCall(this, step, inputs[0], scope, copy);
      case 'residual':
        return this.#inRepeat(copy, 'residual', false, () =>
          runResidual(this, step, inputs[0], scope),
        );
      case 'merge':
        return this.#inRepeat(copy, step.op, false, () => runMerge(this, step, inputs[0], scope));
      case 'group':
        return runGroup(this, step, inputs[0], scope, copy);
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
    const believed = sizes(step.expect, around, this.builder.problems, 'a shape');
    if (!believed) return;
    const actual = output.shape.slice(1);
    if (believed.length === actual.length && believed.every((size, axis) => size === actual[axis]))
      return;
    this.report(
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
        this.report(
          'reserved-name',
          `${quote(name.text)} already is the name of ${operation ? 'an operation' : 'a block'}`,
          name.place,
          'Choose another name.',
        );
      }
      const before = scope.placeOf(name.text);
      if (before && before.start.offset !== name.place.start.offset) {
        this.report(
          'duplicate-name',
          `${quote(name.text)} is already the name of something, on line ${before.start.line}`,
          name.place,
          'Choose another name.',
        );
      }
      if (scope.get(name.text)?.kind === 'number') {
        this.report(
          'duplicate-name',
          `${quote(name.text)} is already the name of a size`,
          name.place,
          'Choose another name.',
        );
      }
      if (index > 0 && index >= outputs.length && outputs[0]?.shape) {
        this.report(
          'wrong-inputs',
          `there are ${outputs.length} outputs, but ${quote(name.text)} names one more`,
          name.place,
          'Give as many names as there are outputs.',
        );
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
    if (meaning?.kind === 'unknown') return undefined;
    const later = this.spec.defined.get(name.text);
    if (meaning) {
      this.report(
        'unknown-name',
        `${quote(name.text)} is a number, not a tensor`,
        name.place,
        'Name a layer by `as`.',
      );
    } else if (later && later.start.offset > name.place.start.offset) {
      this.report(
        'cycle',
        `${quote(name.text)} comes only later, on line ${later.start.line}`,
        name.place,
        'A network has no cycles: a layer takes tensors from before it.',
      );
    } else {
      this.report(
        'unknown-name',
        `nothing is named ${quote(name.text)}`,
        name.place,
        suggestion(name.text, scope.tensorNames(), `Name a layer by \`as ${name.text}\`.`),
      );
    }
    return undefined;
  }

  /**
   * Reports that nothing says which of several inputs a step takes.
   *
   * @param place Place of the step.
   */
  missingInput(place: Place): void {
    if (this.spec.inputs.length > 1) {
      const names = this.spec.inputs.map(({ name }) => name);
      this.report(
        'missing-input',
        'there are several inputs, and nothing says which of them this takes',
        place,
        `Write \`- from: ${names[0]}\` before it.`,
      );
    }
  }

  /**
   * Works out attributes.
   *
   * @param fields Attributes as written.
   * @param around What names mean.
   * @returns Plain values, their places, and whether all are known.
   */
  attributes(fields: ReadonlyMap<string, Field>, around: Surroundings) {
    const attributes: Record<string, Plain> = {};
    const places = new Map<string, Place>();
    let complete = true;
    for (const [name, field] of fields) {
      const value = plain(field, around, this.builder.problems);
      places.set(name, field.place);
      if (isUnknown(value)) complete = false;
      else attributes[name] = value;
    }
    return { attributes, places, complete };
  }
}
