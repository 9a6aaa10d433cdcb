/** The only file that knows MathJax: TeX in, a tree of SVG out. */
import { MathError } from './math-error.js';

/** What is used of an element that MathJax makes. */
export interface SvgElement {
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly SvgElement[];
}

/** What is used of MathJax's tree of a formula. */
interface MathNode {
  readonly attributes: { get(name: string): unknown };
  isKind(kind: string): boolean;
  walkTree(visit: (node: MathNode) => void): void;
}

interface TexJax {
  readonly postFilters: {
    add(filter: (args: { readonly data: { readonly root: MathNode } }) => void): void;
  };
}

interface SvgJax {
  measureText(text: string, variant: string): unknown;
}

/** The parts of MathJax that set a formula; `AllPackages` only has to be loaded. */
export interface MathJax {
  readonly TeX: new (options: object) => TexJax;
  readonly SVG: new (options: object) => SvgJax;
  readonly liteAdaptor: () => unknown;
  readonly HTMLDocument: new (
    text: string,
    adaptor: unknown,
    options: object,
  ) => { convert(tex: string, options: object): unknown };
}

/** Modules of `mathjax-full` by what is taken from them. */
const modules = {
  TeX: 'mathjax-full/js/input/tex.js',
  SVG: 'mathjax-full/js/output/svg.js',
  liteAdaptor: 'mathjax-full/js/adaptors/liteAdaptor.js',
  HTMLDocument: 'mathjax-full/js/handlers/html/HTMLDocument.js',
  AllPackages: 'mathjax-full/js/input/tex/AllPackages.js',
} as const;

/** All that draw in the colour of the text, and load nothing, link nothing, define nothing. */
const packages = [
  'base',
  'ams',
  'amscd',
  'boldsymbol',
  'braket',
  'cancel',
  'cases',
  'centernot',
  'configmacros',
  'extpfeil',
  'gensymb',
  'mathtools',
  'mhchem',
  'textcomp',
  'textmacros',
  'upgreek',
];

/** What Node gives, where there is one; core is compiled without its types. */
interface Host {
  readonly process?: {
    getBuiltinModule?(name: 'node:module'): {
      createRequire(from: string): (path: string) => Record<string, unknown>;
    };
  };
}

let loaded: MathJax | undefined;
let setter: ((tex: string) => SvgElement) | undefined;

/**
 * Gives the parts of MathJax where there is no Node to load them.
 *
 * @param parts The parts.
 */
export function provideMathJax(parts: MathJax): void {
  loaded = parts;
}

/** Loads MathJax from Node's modules, at the first formula; a page without one does not wait for it. */
function load(): MathJax {
  const { process } = globalThis as Host;
  let parts: Record<string, unknown>;
  try {
    // Not taken apart: loaders that make a script of this module look for these very words.
    const { createRequire } = process?.getBuiltinModule?.('node:module') ?? {};
    const require = createRequire?.((import.meta as unknown as { url: string }).url);
    if (!require) throw new Error('there is no Node');
    parts = Object.fromEntries(
      Object.entries(modules).map(([name, path]) => [name, require(path)[name]]),
    );
  } catch {
    throw new MathError('MathJax is not loaded', 'math-not-loaded');
  }
  return parts as unknown as MathJax;
}

/**
 * Sets a formula.
 *
 * @param tex Its TeX.
 * @returns The `<svg>` that MathJax makes of it: 1000 units an em, the baseline at 0.
 * @throws {MathError} If it cannot be set.
 */
export function svgOf(tex: string): SvgElement {
  loaded ??= load();
  setter ??= makeSetter(loaded);
  return setter(tex);
}

function makeSetter({ TeX, SVG, liteAdaptor, HTMLDocument }: MathJax) {
  const input = new TeX({
    packages,
    tags: 'none',
    // Papers of the field write vectors so; MathJax has no package `bm`.
    macros: { bm: ['\\boldsymbol{#1}', 1] },
    maxMacros: 1000,
    maxBuffer: 5 * 1024,
    formatError(_: unknown, error: unknown): never {
      throw error;
    },
  });
  input.postFilters.add(({ data }) => data.root.walkTree(refuseBreaks));
  const output = new SVG({ fontCache: 'none' });
  // What its fonts lack, MathJax leaves to fonts of the page, whose widths nobody knows here.
  output.measureText = (text) => {
    throw new MathError(`the math fonts have no \`${text}\``);
  };
  const document = new HTMLDocument('', liteAdaptor(), { InputJax: input, OutputJax: output });
  return (tex: string): SvgElement => {
    const container = document.convert(tex, { display: false }) as SvgElement;
    const [svg] = container.children;
    if (svg?.kind !== 'svg') throw new MathError('MathJax draws nothing for it');
    return svg;
  };
}

/** MathJax would leave the break out. */
function refuseBreaks(node: MathNode): void {
  if (node.isKind('mspace') && node.attributes.get('linebreak') === 'newline') {
    throw new MathError('it has a line break, but a formula is one line');
  }
}
