/** Builds the network that a description says: blocks expanded, repeats run, shapes inferred. */
import type { Place, Reporter } from '../diagnostics.js';
import type { Field, InputSpec, Name, Spec } from '../notation/spec.js';
import { findOperation } from '../ops/index.js';
import type { Operation, Profile } from '../ops/operation.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { NetworkBuilder, TooLarge } from './builder.js';
import type { DeclaredShape } from './declared-shape.js';
import { type PlacedProblems, sizes } from './evaluate.js';
import { saysShape } from './layer-step.js';
import type { Network, Reference } from './network.js';
import { Scope, type Tensor } from './scope.js';
import { StepRunner } from './steps.js';

/** How a network is built. */
export interface BuildSettings {
  /** Profile when the description names none; torch unless given. */
  readonly profile?: Profile;
  /** Size of the batch axis; 1 unless given. */
  readonly batch?: number;
  /** Sizes of inputs by name, whatever the description says; the empty name is the first one's. */
  readonly inputs?: ReadonlyMap<string, DeclaredShape>;
}

/** Most axes of an input, and the largest size of one. */
const axesLimit = 8;
const sizeLimit = 1e9;

/** Reports the sizes of an input that no tensor has; says whether they are right. */
function sane(shape: readonly number[], field: Field, reporter: PlacedProblems): boolean {
  const product = shape.reduce((total, size) => total * size, 1);
  if (shape.length <= axesLimit && shape.every((size) => size <= sizeLimit) && product <= 1e12) {
    return true;
  }
  reporter.report({
    rule: 'absurd-size',
    message:
      shape.length > axesLimit
        ? `an input has at most ${axesLimit} axes, not ${shape.length}`
        : `the input ${quote(shape.join('×'))} is too large`,
    place: field.place,
    hint: 'Check the sizes.',
  });
  return false;
}

/** The inputs with the sizes that are declared around the description. */
function declaredInputs(
  spec: Spec,
  declared: NonNullable<BuildSettings['inputs']>,
): readonly InputSpec[] {
  if (declared.size === 0) return spec.inputs;
  const names = spec.inputs.map(({ name }) => name);
  for (const [name, { report }] of declared) {
    if (name === '' || names.includes(name)) continue;
    report({
      rule: 'unknown-name',
      message: `there is no input ${quote(name)}`,
      hint: suggestion(name, names, 'Write `3x227x227` for the first input.'),
    });
  }
  const place = firstPlace(spec) ?? { start: origin, end: origin };
  const known = spec.inputs.length > 0 ? spec.inputs : [{ name: 'input', shape: undefined, place }];
  return known.map((input, index) => {
    const sizes = (declared.get(input.name) ?? (index === 0 ? declared.get('') : undefined))?.sizes;
    if (!sizes) return input;
    const items = sizes.map((value) => ({ kind: 'literal' as const, value }));
    return { ...input, shape: { value: { kind: 'list', items }, place: input.place } };
  });
}

const origin = { line: 1, column: 1, offset: 0 };

/** Adds the inputs; gives the tensor that the first layer takes, if there is but one. */
function addInputs(
  specs: readonly InputSpec[],
  builder: NetworkBuilder,
  scope: Scope,
  batch: number,
): Tensor[] {
  const operation = findOperation('input') as Operation;
  return specs.map(({ name, shape: field, place }) => {
    const shape = field && sizes(field, { scope, current: undefined }, builder.problems, 'a shape');
    const valid = shape && sane(shape, field, builder.problems);
    const [tensor] = builder.add({
      operation,
      attributes: { shape: valid ? shape : [1], batch },
      inputs: [],
      place,
      opPlace: place,
      name,
    }) as [Tensor];
    const known: Tensor = valid ? tensor : { ...tensor, shape: undefined };
    scope.set(name, { kind: 'tensor', tensor: known }, place);
    return known;
  });
}

/** The outputs that the description names; reports names that nothing has. */
function namedOutputs(names: readonly Name[], scope: Scope, reporter: Reporter): Reference[] {
  return names.flatMap((name): Reference[] => {
    const meaning = scope.get(name.text);
    if (meaning?.kind === 'tensor') {
      return [{ layer: meaning.tensor.layer, port: meaning.tensor.port }];
    }
    reporter.report({
      rule: 'unknown-name',
      message: `nothing is named ${quote(name.text)}`,
      place: name.place,
      hint: suggestion(name.text, scope.tensorNames(), `Name a layer by \`as ${name.text}\`.`),
    });
    return [];
  });
}

/**
 * Builds a network.
 *
 * @param spec The description.
 * @param reporter Where problems go.
 * @param settings Profile and batch size.
 * @returns The network; layers after a problem have no shape.
 */
export function buildNetwork(
  spec: Spec,
  reporter: Reporter,
  settings: BuildSettings = {},
): Network {
  const profile = spec.profile ?? settings.profile ?? 'torch';
  const builder = new NetworkBuilder(profile, reporter);
  const scope = new Scope();
  for (const [name, value] of spec.dims) {
    scope.set(name, value === undefined ? { kind: 'unknown' } : { kind: 'number', value });
  }
  const specs = declaredInputs(spec, settings.inputs ?? new Map());
  const inputs = addInputs(specs, builder, scope, settings.batch ?? 1);
  const start = firstPlace(spec);
  if (inputs.length === 0 && start && !beginsWithInput(spec)) {
    reporter.report({
      rule: 'missing-input',
      message: 'the network has no input',
      place: start,
      hint: 'Write `input: 3x224x224` (channels × height × width) or `input: 784`.',
    });
  }
  const runner = new StepRunner(spec, builder);
  try {
    runner.run(spec.layers, inputs.length === 1 ? inputs[0] : undefined, scope);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
  }
  const outputs = spec.outputs && namedOutputs(spec.outputs, scope, reporter);
  return builder.finish(spec.name ?? '', outputs);
}

function firstPlace(spec: Spec): Place | undefined {
  return spec.layers[0]?.place;
}

function beginsWithInput(spec: Spec): boolean {
  const [first] = spec.layers;
  if (first?.kind === 'layer') return first.op === 'input' || saysShape(first.op, first.attributes);
  return first?.kind === 'broken';
}
