/** Figures as a component, for Docusaurus. */
import type { RootContent } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import type { MdxjsEsm } from 'mdast-util-mdxjs-esm';
import type { FenceResult } from 'nnfig/core';
import { bareElement } from './element.js';

/** Not `NnFigure`, which a page may import itself. */
const name = 'NnfigThemeFigure';
const theme = '@theme/NnFigure';

/**
 * Makes the component of a figure.
 *
 * @param result
 *   Figure with its SVG.
 * @param className
 *   Class to add (optional).
 * @returns
 *   The element, which needs `importFigureComponent` in the same file.
 */
export function figureComponent(result: FenceResult, className?: string): RootContent {
  const properties = {
    svg: result.svg,
    title: result.title,
    caption: result.caption,
    description: result.description,
    source: result.source,
    className,
  };
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(properties).flatMap(([key, value]): MdxJsxAttribute[] =>
      value === undefined ? [] : [{ type: 'mdxJsxAttribute', name: key, value }],
    ),
    children: result.table ? [bareElement(result.table)] : [],
  };
}

/**
 * Makes the import that `figureComponent` needs.
 *
 * @returns
 *   The import, with its syntax tree, as MDX does not parse what plugins add.
 */
export function importFigureComponent(): MdxjsEsm {
  return {
    type: 'mdxjsEsm',
    value: `import ${name} from '${theme}';`,
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        body: [
          {
            type: 'ImportDeclaration',
            specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
            source: { type: 'Literal', value: theme, raw: `'${theme}'` },
            attributes: [],
          },
        ],
      },
    },
  };
}
