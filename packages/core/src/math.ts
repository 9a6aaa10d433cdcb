/** Formulas where there is no Node: a page or a worker imports this and calls it before it draws. */
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { HTMLDocument } from 'mathjax-full/js/handlers/html/HTMLDocument.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import 'mathjax-full/js/input/tex/AllPackages.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import { type MathJax, provideMathJax } from './scene/mathjax.js';

/**
 * Loads MathJax for every figure drawn from then on. In Node nobody has to call
 * it: there it is loaded at the first formula.
 */
export function loadMath(): void {
  provideMathJax({ TeX, SVG, liteAdaptor, HTMLDocument } as MathJax);
}
