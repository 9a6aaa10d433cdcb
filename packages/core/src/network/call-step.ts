/** Calls of blocks, and groups: steps that have a name and may be repeated. */
import type { Block, CallStep, GroupStep, Value } from '../notation/spec.js';
import { quote } from '../validation.js';
import type { Surroundings } from './evaluate.js';
import { isUnknown, plain } from './evaluate.js';
import { Scope, type Tensor, unknownTensor } from './scope.js';
import type { Copy, StepRunner } from './steps.js';

/** Deepest nesting of calls. */
const callLimit = 30;

/**
 * Runs the body of a block with the arguments of a call.
 *
 * @param runner What runs the steps.
 * @param step The call.
 * @param input The current tensor.
 * @param scope What names mean.
 * @param copy Which copy it is: the stride belongs to the first.
 * @returns Its output.
 */
export function runCall(
  runner: StepRunner,
  step: CallStep,
  input: Tensor | undefined,
  scope: Scope,
  copy: Copy,
): Tensor[] {
  const block = runner.spec.blocks.get(step.block) as Block;
  if (runner.stack.includes(step.block) || runner.stack.length >= callLimit) {
    const path = [...runner.stack, step.block].join(' → ');
    runner.report(
      'cycle',
      runner.stack.includes(step.block)
        ? `block \`${step.block}\` calls itself: ${path}`
        : `blocks call one another more than ${callLimit} deep`,
      step.place,
      'A block can only call blocks that do not lead back to it.',
    );
    return [unknownTensor];
  }
  if (block.flawed) return [unknownTensor];
  const inner = bindArguments(runner, step, block, { scope, current: input });
  const stride =
    step.stride && plain(step.stride, { scope, current: input }, runner.builder.problems);
  const own = copy.index === 0 || step.each ? (stride ?? 1) : 1;
  if (Array.isArray(own)) {
    runner.report(
      'wrong-value',
      'the stride of a block is one number',
      step.stride?.place ?? step.place,
    );
  }
  if (!block.parameters.some(({ name }) => name === 's')) {
    inner.set('s', { kind: 'number', value: typeof own === 'number' ? own : 1 });
  }
  if (step.stride && !block.takesStride) {
    runner.report(
      'unused-stride',
      `block \`${block.name}\` has no use for the stride ${quote(`/${String(stride)}`)}`,
      step.stride.place,
      'Write `/s` on the line inside the block that takes it.',
    );
  }
  runner.stack.push(step.block);
  runner.builder.calls.push({ block: step.block, line: step.place.start.line });
  const repeat = copy.count > 1 ? copy : undefined;
  const start = runner.builder.layers.length;
  let group = '';
  const output = runner.builder.inGroup('block', step.block, true, repeat, (id) => {
    group = id;
    return runner.run(block.body, input, inner);
  });
  runner.builder.calls.pop();
  runner.stack.pop();
  runner.sharing.record(group, start, copy);
  if (step.share) {
    const { name } = step.share;
    const other = name && runner.tensor(name, scope);
    if (!name || other) runner.sharing.shareCall(group, step.share, other, copy);
  }
  return [output ?? unknownTensor];
}

/** Binds the parameters of a block to the arguments of a call. */
function bindArguments(
  runner: StepRunner,
  step: CallStep,
  block: Block,
  around: Surroundings,
): Scope {
  const inner = new Scope(rootOf(around.scope));
  const { parameters } = block;
  for (const extra of step.arguments.slice(parameters.length)) {
    runner.report(
      'wrong-arguments',
      `block \`${block.name}\` takes ${parameters.length === 0 ? 'no arguments' : `${parameters.length === 1 ? 'one argument' : `${parameters.length} arguments`} (${parameters.map(({ name }) => `\`${name}\``).join(', ')})`}; here is one more`,
      extra.place,
      'Leave it out.',
    );
  }
  for (const [index, parameter] of parameters.entries()) {
    const positional = step.arguments[index];
    const named = step.named.get(parameter.name);
    if (positional && named) {
      runner.report(
        'given-twice',
        `${quote(parameter.name)} of block \`${block.name}\` is given twice`,
        named.place,
        'Keep one of them.',
      );
    }
    const field = positional ?? named ?? parameter.default;
    if (!field) {
      if (!step.flawed) {
        runner.report(
          'missing-argument',
          `block \`${block.name}\` needs ${quote(parameter.name)}`,
          step.place,
          `Write \`${block.name} ${parameter.name}=64\`, or give it a value for all calls: \`${block.name}(${parameter.name}=64)\`.`,
        );
      }
      inner.set(parameter.name, { kind: 'unknown' });
      continue;
    }
    const value = withoutMark(field.value);
    if (
      value.kind === 'word' &&
      around.scope.get(value.text)?.kind !== 'number' &&
      value.text !== 'in'
    ) {
      const tensor = runner.tensor({ text: value.text, place: field.place }, around.scope);
      inner.set(parameter.name, tensor ? { kind: 'tensor', tensor } : { kind: 'unknown' });
      continue;
    }
    const number = plain(field, around, runner.builder.problems);
    if (typeof number === 'number') inner.set(parameter.name, { kind: 'number', value: number });
    else {
      if (!isUnknown(number))
        runner.report(
          'wrong-value',
          `${quote(parameter.name)} of block \`${block.name}\` must be a number or the name of a tensor, not ${quote(number)}`,
          field.place,
        );
      inner.set(parameter.name, { kind: 'unknown' });
    }
  }
  return inner;
}

/** `$skip` alone is a name: of a number or of a tensor, as the block around was given it. */
function withoutMark(value: Value): Value {
  if (value.kind !== 'expression' || value.expression.kind !== 'name') return value;
  return { kind: 'word', text: value.expression.name };
}

/** The scope of the whole description, which every block sees. */
function rootOf(scope: Scope): Scope {
  let root = scope;
  while (root.around) root = root.around;
  return root;
}

/**
 * Runs steps that belong together.
 *
 * @param runner What runs the steps.
 * @param step The group.
 * @param input The current tensor.
 * @param scope What names mean.
 * @param copy Which copy it is.
 * @returns Its output.
 */
export function runGroup(
  runner: StepRunner,
  step: GroupStep,
  input: Tensor | undefined,
  scope: Scope,
  copy: Copy,
): Tensor[] {
  const name = step.name ?? 'repeat';
  const kind = step.name === undefined ? 'repeat' : 'group';
  const repeat = copy.count > 1 ? copy : undefined;
  const run = () => runner.run(step.body, input, scope) ?? unknownTensor;
  return [runner.builder.inGroup(kind, name, true, repeat, run)];
}
