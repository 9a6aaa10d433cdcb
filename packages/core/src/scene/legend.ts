/** What the colours of a drawing mean: one look for every style. */
import type { Bounds } from './bounds.js';
import type { Colour, GroupNode } from './scene.js';
import { rectangle } from './shapes.js';
import { measureText, textLine } from './text.js';

/** One colour and what it means. */
export interface LegendEntry {
  readonly label: string;
  readonly fill: Colour;
  readonly outline: Colour;
}

const fontSize = 12;
const swatch = 12;
/** From a swatch to its label. */
const labelGap = 6;
/** From one entry to the next in a row. */
const entryGap = 20;
const rowHeight = 20;
/** From the drawing to the swatches. */
const topGap = 20;
/** A legend may be this wide although the drawing is narrower. */
const leastWidth = 240;

const widthOf = ({ label }: LegendEntry) => swatch + labelGap + measureText(label, fontSize);

const rowWidth = (row: readonly LegendEntry[]) =>
  row.reduce((sum, entry) => sum + widthOf(entry), entryGap * (row.length - 1));

/**
 * A legend under a drawing, its rows centred and wrapped to the drawing's width.
 *
 * @param entries What to list, in this order.
 * @param drawing Bounds of the drawing.
 * @param ink Colour of the labels.
 * @returns A group of the role `legend`; an empty one for no entries.
 */
export function legend(entries: readonly LegendEntry[], drawing: Bounds, ink: Colour): GroupNode {
  const centre = (drawing.left + drawing.right) / 2;
  const rows = wrap(entries, Math.max(drawing.right - drawing.left, leastWidth));
  const children = rows.flatMap((row, index) => {
    const top = drawing.bottom + topGap + rowHeight * index;
    let left = centre - rowWidth(row) / 2;
    return row.flatMap((entry) => {
      const x = left;
      left += widthOf(entry) + entryGap;
      return [
        rectangle(
          x,
          top,
          swatch,
          swatch,
          { fill: entry.fill, stroke: entry.outline, strokeWidth: 1 },
          2,
        ),
        textLine(entry.label, x + swatch + labelGap, top + swatch - 2, {
          size: fontSize,
          fill: ink,
        }),
      ];
    });
  });
  return { kind: 'group', role: 'legend', children };
}

function wrap(entries: readonly LegendEntry[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  for (const entry of entries) {
    const row = rows.at(-1);
    if (row && rowWidth([...row, entry]) <= width) row.push(entry);
    else rows.push([entry]);
  }
  return rows;
}
