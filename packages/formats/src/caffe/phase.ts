/** Which layers of a file count: Caffe keeps those for training and for testing in one. */

import type { Fields } from './fields.js';
import type { CaffeFile } from './file.js';
import type { CaffeLayer } from './layer.js';

/** What a network is made for. */
export type Phase = 'train' | 'test';

/** What rules of layers are held against. */
interface State {
  readonly phase: Phase;
  readonly level: number;
  readonly stages: ReadonlySet<string>;
}

/** Types that give data and are no inputs of a deployed network. */
const isData = ({ bottoms, tops, key }: CaffeLayer) =>
  bottoms.length === 0 && tops.length > 0 && key !== 'input' && key !== 'parameter';

function phaseOf(text: string | undefined): Phase | undefined {
  if (text === undefined) return undefined;
  return /^(test|1)$/i.test(text) ? 'test' : 'train';
}

/** Whether a state meets an `include` or an `exclude`. */
function meets(rule: Fields, { phase, level, stages }: State): boolean {
  const wanted = phaseOf(rule.text('phase'));
  if (wanted !== undefined && wanted !== phase) return false;
  if (level < (rule.index('min_level') ?? level)) return false;
  if (level > (rule.index('max_level') ?? level)) return false;
  if (!rule.texts('stage').every(({ text }) => stages.has(text))) return false;
  return !rule.texts('not_stage').some(({ text }) => stages.has(text));
}

function isIncluded({ fields }: CaffeLayer, state: State): boolean {
  if (!fields.has('include') && !fields.has('exclude')) return true;
  const included = fields.messages('include');
  if (included.length > 0) return included.some((rule) => meets(rule, state));
  return !fields.messages('exclude').some((rule) => meets(rule, state));
}

/**
 * Chooses the layers of one phase. Unless the phase is asked for or the file says it, it is
 * that of the file: testing for one that is deployed, which declares its inputs and has no
 * data layer; else training, unless data is there only for testing.
 *
 * @param file The file.
 * @param asked The phase that is asked for, if any.
 * @returns Its layers, in their order.
 */
export function chooseLayers(
  { layers, inputs, state: fields }: CaffeFile,
  asked: Phase | undefined,
): readonly CaffeLayer[] {
  const level = fields.index('level') ?? 0;
  const stages = new Set(fields.texts('stage').map(({ text }) => text));
  const chosen = (phase: Phase) =>
    layers.filter((layer) => isIncluded(layer, { phase, level, stages }));
  const said = asked ?? phaseOf(fields.text('phase'));
  if (said !== undefined) return chosen(said);
  const training = chosen('train');
  if (training.some(isData)) return training;
  const deployed = inputs.length > 0 || layers.some(({ key }) => key === 'input');
  return deployed || layers.some(isData) ? chosen('test') : training;
}
