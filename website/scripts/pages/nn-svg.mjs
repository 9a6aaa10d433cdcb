/** The tables on the page for those who come from NN-SVG. */
import { controlPages } from '../../data/nn-svg.mjs';
import { code, page, table } from '../markdown.mjs';

/** @returns {string} A table for each page of NN-SVG: its controls, and what says the same here. */
export function nnSvgPart() {
  return page(
    ...controlPages.flatMap(({ style, title, controls }) => [
      `### ${title}`,
      `The style [${code(style)}](/docs/styles/${style}).`,
      table(
        ['In NN-SVG', 'In a block', 'What differs'],
        controls.map(({ control, options, notation, note = '' }) => [
          control,
          [...options.map(code), ...(notation ? [notation] : [])].join(', '),
          note,
        ]),
      ),
    ]),
  );
}
