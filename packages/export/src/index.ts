export { type Drawing, type Figure, type FigureOptions, figureOf } from './figure.js';
export { ExportError } from './problems.js';
