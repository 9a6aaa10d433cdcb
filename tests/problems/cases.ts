/** Every kind of bad block, with what an author is told. */
import { blocks } from './cases/blocks.js';
import { boxes } from './cases/boxes.js';
import type { Case } from './cases/case.js';
import { convnetdraw } from './cases/convnetdraw.js';
import { drawing } from './cases/drawing.js';
import { elsewhere } from './cases/elsewhere.js';
import { forms } from './cases/forms.js';
import { keys } from './cases/keys.js';
import { math } from './cases/math.js';
import { names } from './cases/names.js';
import { prototypes } from './cases/prototypes.js';
import { several } from './cases/several.js';
import { shapes } from './cases/shapes.js';
import { values } from './cases/values.js';
import { words } from './cases/words.js';
import { yaml } from './cases/yaml.js';

/** The cases by their topic. */
export const topics: Readonly<Record<string, readonly Case[]>> = {
  yaml,
  words,
  forms,
  prototypes,
  keys,
  values,
  shapes,
  names,
  blocks,
  drawing,
  boxes,
  math,
  convnetdraw,
  elsewhere,
  several,
};
