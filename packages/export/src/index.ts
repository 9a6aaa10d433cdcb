export { type ExportOptions, exportFigure, type Format, formats } from './export.js';
export { type Drawing, type Figure, type FigureOptions, figureOf } from './figure.js';
export { type PdfExportOptions, toPdf } from './pdf/index.js';
export { type PngExportOptions, toPng } from './png.js';
export { type PptxExportOptions, toPptx } from './pptx/index.js';
export { ExportError, type Exported } from './problems.js';
export { type SvgExportOptions, toSvg } from './svg.js';
export { type Cut, fontPath } from './text/fonts.js';
export { type TexExportOptions, tikz, toTex } from './tikz/index.js';
