/** The tables of settings and of the placeholders of labels. */
import { drawingKeys, placeholders, settingsSchema, sketchSchema } from '../core.mjs';
import { code, page, sentence, table } from '../markdown.mjs';
import { schemaRows, schemaTable } from '../schema.mjs';

/** Settings that are maps, which the opening line of a fence has no room for. */
const maps = ['options', 'styles', 'labels', 'draw'];

/** @returns {string} What can be said of the look, and where. */
export function settingsPart() {
  const mark = (/** @type {boolean} */ yes) => (yes ? 'yes' : '');
  const rows = schemaRows(settingsSchema).map(({ name, type, description }) => [
    code(name),
    type,
    mark(!maps.includes(name)),
    mark(/** @type {readonly string[]} */ ([...drawingKeys, 'profile']).includes(name)),
    `${sentence(description)}.`,
  ]);
  return page(table(['Setting', 'Values', 'Fence', 'Block', 'What it is'], rows));
}

/** @returns {string} What can be said of the hand that draws a sketch. */
export function sketchPart() {
  return page(schemaTable(sketchSchema, 'Key'));
}

/** @returns {string} What templates can say. */
export function placeholdersPart() {
  const rows = Object.entries(placeholders).map(([name, text]) => [
    code(`{${name}}`),
    sentence(text),
  ]);
  return page(table(['Placeholder', 'What it stands for'], rows));
}
