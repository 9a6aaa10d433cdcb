/** A layer's line: its operation, then its normalisation and activation. */
import type { Field, LayerStep } from '../notation/spec.js';
import { findOperation } from '../ops/index.js';
import type { Operation } from '../ops/operation.js';
import { type Scope, type Tensor, unknownTensor } from './scope.js';
import type { Copy, StepRunner } from './steps.js';

/**
 * Adds a layer and what follows it on its line.
 *
 * @param runner What runs the steps.
 * @param step The layer.
 * @param inputs The current tensor, or those named by `from=`.
 * @param scope What names mean.
 * @param copy Which copy it is.
 * @returns Its outputs.
 */
export function runLayer(
  runner: StepRunner,
  step: LayerStep,
  inputs: readonly Tensor[],
  scope: Scope,
  copy: Copy,
): Tensor[] {
  const operation = findOperation(step.op) as Operation;
  const operands = step.operands.map((name) => runner.tensor(name, scope) ?? unknownTensor);
  // One name joins the current tensor; several are all that is joined.
  const alone = operands.length > 1 && operation.category !== 'attention';
  const taken = operation.name === 'input' ? [] : [...(alone ? [] : inputs), ...operands];
  const defaults = runner.spec.defaults.get(operation.name);
  const fields = new Map([...(defaults?.attributes ?? []), ...step.attributes]);
  if (taken.length === 0 && operation.name !== 'input' && !saysShape(operation.name, fields)) {
    runner.missingInput(step.place);
    taken.push(unknownTensor);
  }
  const around = { scope, current: taken[0] };
  // The stride of a repeated layer belongs to its first copy.
  if (copy.index > 0 && !step.each && step.attributes.has('stride')) fields.delete('stride');
  const { attributes, places, complete } = runner.attributes(fields, around);
  const place = step.place;
  const name = copy.index === copy.count - 1 ? step.as[0]?.text : undefined;
  const share = step.share && runner.sharing.owner(step.share, runner.tensor(step.share, scope));
  const followers = followersOf(runner, step, defaults?.followers ?? []);
  const outputs = runner.builder.add({
    operation,
    attributes,
    attributePlaces: places,
    inputs: taken,
    incomplete: !complete || step.flawed === true,
    place,
    opPlace: step.opPlace,
    ...(name !== undefined && { name }),
    ...(share !== undefined && { share }),
  });
  if (step.share && share !== undefined) runner.sharing.check(outputs[0], share, step.share);
  const unit = outputs[0]?.layer ?? '';
  return outputs.map((output) => {
    let tensor = output;
    for (const follower of followers) {
      [tensor = tensor] = runner.builder.add({
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

/**
 * Whether a layer says the whole shape of what it gives, so that it needs no input.
 *
 * @param op Name of its operation.
 * @param fields Its attributes.
 * @returns True for `op` with a list of sizes.
 */
export function saysShape(op: string, fields: ReadonlyMap<string, Field>): boolean {
  return op === 'op' && fields.get('out')?.value.kind === 'list';
}

/** The followers of a line, its own before the defaults; in the order written where it names both. */
function followersOf(
  runner: StepRunner,
  step: LayerStep,
  defaults: LayerStep['followers'],
): LayerStep['followers'] {
  const own = new Set(step.followers.map(({ role }) => role));
  for (const role of own) {
    const [, second] = step.followers.filter((follower) => follower.role === role);
    if (second) {
      const what = role === 'norm' ? 'normalisations' : 'activations';
      runner.report(
        'given-twice',
        `\`${step.op}\` has two ${what} on its line`,
        second.place,
        'Write the second on a line of its own.',
      );
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
