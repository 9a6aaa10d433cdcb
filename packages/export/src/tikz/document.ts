/** What stands around the picture: what it needs, its colours, its looks. */
import type { Need } from './characters.js';

/** Parts of a document. */
export interface DocumentParts {
  readonly title: string;
  readonly caption: string;
  readonly description: string;
  /** Px of the figure in big points. */
  readonly unit: string;
  readonly serif: boolean;
  readonly needs: ReadonlySet<Need>;
  /** Definitions of colours. */
  readonly colours: readonly string[];
  /** Definitions of looks. */
  readonly styles: readonly string[];
  /** Lines of the `tikzpicture`. */
  readonly picture: readonly string[];
}

/** Preamble lines that the drawing needs, besides the class. */
function packages(parts: DocumentParts, tikz: boolean): string[] {
  const { needs, serif } = parts;
  return [
    String.raw`\usepackage[T1]{fontenc}`,
    String.raw`\usepackage[utf8]{inputenc}`,
    String.raw`\usepackage{textcomp}`,
    String.raw`\usepackage{lmodern}`,
    ...(serif ? [] : [String.raw`\usepackage{helvet}`]),
    ...(needs.has('formulas') ? [String.raw`\usepackage{amsmath, amssymb}`] : []),
    ...(needs.has('script-letters') ? [String.raw`\usepackage{mathrsfs}`] : []),
    ...(tikz ? [String.raw`\usepackage{tikz}`] : []),
  ];
}

/** Formulas beside Helvetica are this much larger, as in the SVG: its letters are larger than those of formulas. */
const formulaScale = 1.1;

/** Commands of the texts. */
function commands({ needs, serif }: DocumentParts): string[] {
  const family = serif ? String.raw`\rmfamily` : String.raw`\sffamily`;
  const size = String.raw`\dimexpr\csname f@size\endcsname pt\relax`;
  const scaled = `\\fontsize{#1${size}}{#1${size}}\\selectfont`;
  return [
    '% Font of a text, by its size in px.',
    `\\newcommand*{\\nnfigFont}[1]{${family}\\fontsize{#1\\nnfigpx}{#1\\nnfigpx}\\selectfont}`,
    ...(needs.has('scripts') || needs.has('missing') || (needs.has('formula-size') && !serif)
      ? [
          '% A text in a share of the size of the text around it.',
          `\\newcommand*{\\nnfigScaled}[2]{{${scaled}#2}}`,
        ]
      : []),
    ...(needs.has('scripts')
      ? [
          '% Exponents and indices in the font of the text.',
          `\\newcommand*{\\nnfigSuper}[1]{\\raisebox{0.37${size}}{\\nnfigScaled{0.74}{#1}}}`,
          `\\newcommand*{\\nnfigSub}[1]{\\raisebox{-0.17${size}}{\\nnfigScaled{0.74}{#1}}}`,
        ]
      : []),
    ...(needs.has('formula-size')
      ? [
          '% A formula: in normal weight, as large as the letters around it.',
          `\\newcommand*{\\nnfigFormula}[1]{{\\unboldmath${serif ? '#1' : `\\nnfigScaled{${formulaScale}}{#1}`}}}`,
        ]
      : []),
    ...(needs.has('missing')
      ? [
          '% A box in place of a character that pdflatex has no font for, by its code point.',
          String.raw`\newcommand*{\nnfigMissing}[1]{{\setlength{\fboxsep}{0pt}%`,
          String.raw`  \framebox[1em]{\rule[-0.1em]{0pt}{0.85em}\nnfigScaled{0.3}{#1}}}}`,
        ]
      : []),
  ];
}

function definitions(parts: DocumentParts): string[] {
  const { colours, styles } = parts;
  return [
    ...commands(parts),
    ...(colours.length > 0 ? ['% Colours; the names are those of the variables in CSS.'] : []),
    ...colours,
    ...(styles.length > 0 ? ['% What is drawn the same way more than once.', '\\tikzset{'] : []),
    ...styles.map((style) => `  ${style},`),
    ...(styles.length > 0 ? ['}'] : []),
  ];
}

function header({ title, caption, description }: DocumentParts): string[] {
  return [
    `% Title: ${title}`,
    ...(caption && caption !== title ? [`% Caption: ${caption}`] : []),
    ...(description ? [`% Description: ${description}`] : []),
  ];
}

/**
 * Writes a document that is the figure alone.
 *
 * @param parts Its parts.
 * @returns Its lines.
 */
export function standalone(parts: DocumentParts): string[] {
  return [
    ...header(parts),
    '%',
    '% Made by nnfig; compile with pdflatex. Coordinates are px of the figure, y down.',
    String.raw`\documentclass[tikz, border=0pt]{standalone}`,
    ...packages(parts, false),
    '',
    '% One px of the figure: another length makes all of it larger or smaller.',
    String.raw`\newlength{\nnfigpx}`,
    `\\setlength{\\nnfigpx}{${parts.unit}bp}`,
    ...definitions(parts),
    '',
    String.raw`\begin{document}`,
    ...parts.picture,
    String.raw`\end{document}`,
  ];
}

/**
 * Writes a picture for a document that has a preamble of its own.
 *
 * @param parts Its parts.
 * @returns Its lines; what they define ends with them.
 */
export function fragment(parts: DocumentParts): string[] {
  return [
    ...header(parts),
    '%',
    String.raw`% Made by nnfig, for \input into a document. Its preamble needs:`,
    ...packages(parts, true).map((line) => `%   ${line}`),
    '% Coordinates are px of the figure, y down.',
    String.raw`\begingroup`,
    '% One px of the figure: another length makes all of it larger or smaller.',
    String.raw`\ifdefined\nnfigpx\else\newlength{\nnfigpx}\fi`,
    `\\setlength{\\nnfigpx}{${parts.unit}bp}`,
    ...definitions(parts),
    ...parts.picture.map((line, index) => (index === parts.picture.length - 1 ? `${line}%` : line)),
    String.raw`\endgroup`,
  ];
}
