/** Residuals and merges: steps that bring tensors together. */
import type { Branch, MergeStep, ResidualStep } from '../notation/spec.js';
import { findOperation } from '../ops/index.js';
import type { Operation } from '../ops/operation.js';
import { shapeText } from './builder.js';
import { addProjection } from './projection.js';
import { type Scope, type Tensor, unknownTensor } from './scope.js';
import type { StepRunner } from './steps.js';

/**
 * Runs the steps of a residual and adds what went in.
 *
 * @param runner What runs the steps.
 * @param step The residual.
 * @param input The current tensor.
 * @param scope What names mean.
 * @returns The sum.
 */
export function runResidual(
  runner: StepRunner,
  step: ResidualStep,
  input: Tensor | undefined,
  scope: Scope,
): Tensor[] {
  if (!input) {
    runner.missingInput(step.place);
    return [unknownTensor];
  }
  return runner.builder.inGroup('residual', 'residual', false, undefined, () => {
    const body = runner.run(step.body, input, scope) ?? unknownTensor;
    if (step.shortcut === 'none' && (!input.shape || !body.shape || !agree(input, body))) {
      return [body];
    }
    const shortcut = Array.isArray(step.shortcut)
      ? (runner.run(step.shortcut, input, scope) ?? unknownTensor)
      : shortcutOf(runner, step, input, body, scope);
    return runner.builder.add({
      operation: findOperation('add') as Operation,
      attributes: {},
      inputs: [body, shortcut],
      place: step.place,
      opPlace: step.place,
      ...(step.as[0] && !step.repeat && { name: step.as[0].text }),
    });
  });
}

function agree(one: Tensor, other: Tensor): boolean {
  const size = (axis: number) => other.shape?.[axis];
  return (
    one.shape?.length === other.shape?.length &&
    (one.shape?.every((own, axis) => own === size(axis)) ?? false)
  );
}

/** Identity where the shapes agree, else a projection (option B of He et al. 2015). */
function shortcutOf(
  runner: StepRunner,
  step: ResidualStep,
  input: Tensor,
  body: Tensor,
  scope: Scope,
): Tensor {
  if (!input.shape || !body.shape) return unknownTensor;
  if (agree(input, body)) return input;
  const defaults = runner.spec.defaults.get('conv');
  const { attributes } = runner.attributes(defaults?.attributes ?? new Map(), {
    scope,
    current: input,
  });
  const norm = defaults?.followers.find(({ role, op }) => role === 'norm' && op !== 'none')?.op;
  const projected = addProjection(runner.builder, input, body, step.place, attributes.bias, norm);
  if (projected) return projected;
  runner.report(
    'shape-mismatch',
    `the residual's steps give \`${shapeText(body)}\`, and no shortcut leads there from \`${shapeText(input)}\``,
    step.place,
    'Make the shapes agree, or say the way by `shortcut:`.',
  );
  return unknownTensor;
}

/**
 * Runs the branches of a merge and joins them.
 *
 * @param runner What runs the steps.
 * @param step The merge.
 * @param input The current tensor, which each branch starts from.
 * @param scope What names mean.
 * @returns What the merge gives.
 */
export function runMerge(
  runner: StepRunner,
  step: MergeStep,
  input: Tensor | undefined,
  scope: Scope,
): Tensor[] {
  const around = { scope, current: input };
  const { attributes, places, complete } = runner.attributes(step.attributes, around);
  const branches = step.branches.map((branch) => runBranch(runner, branch, input, scope, step));
  const [only] = step.branches;
  // A single name joins the current tensor, as on a line.
  if (branches.length === 1 && only?.kind === 'name' && input) branches.unshift(input);
  return runner.builder.add({
    operation: findOperation(step.op) as Operation,
    attributes,
    attributePlaces: places,
    inputs: branches,
    incomplete: !complete || step.flawed === true,
    place: step.place,
    opPlace: step.opPlace,
    ...(step.as[0] && !step.repeat && { name: step.as[0].text }),
  });
}

function runBranch(
  runner: StepRunner,
  branch: Branch,
  input: Tensor | undefined,
  scope: Scope,
  step: MergeStep,
): Tensor {
  if (branch.kind === 'name') return runner.tensor(branch.name, scope) ?? unknownTensor;
  if (branch.steps.length === 0) {
    if (!input) runner.missingInput(step.place);
    return input ?? unknownTensor;
  }
  const run = () => runner.run(branch.steps, input, scope) ?? unknownTensor;
  return runner.builder.inGroup('branch', 'branch', false, undefined, run);
}
