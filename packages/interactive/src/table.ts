/** Tables whose columns sort, and whose rows lead to the boxes of their layers. */
import { boxAt } from './attention.js';
import { button } from './make.js';

/**
 * Makes the headings of a table buttons that sort its rows, and the names of
 * layers buttons that lead to their boxes.
 *
 * @param table The table.
 */
export function enlivenTable(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  if (!body) return;
  const rows = [...body.rows];
  const headings = table.querySelectorAll<HTMLTableCellElement>('thead th');
  for (const heading of headings) {
    press(heading, () => {
      const { ariaSort, cellIndex } = heading;
      const order = ariaSort === 'ascending' ? 'descending' : ariaSort ? null : 'ascending';
      for (const other of headings) other.ariaSort = null;
      heading.ariaSort = order;
      body.append(...(order ? sorted(rows, cellIndex, order === 'ascending' ? 1 : -1) : rows));
    });
  }
  for (const row of rows) {
    const [name] = row.cells;
    if (!name || !boxAt(row)) continue;
    // The keyboard reaches the boxes themselves; rows are no tab stops.
    press(name, () => {
      const box = boxAt(row);
      box?.focus();
      box?.scrollIntoView({ block: 'center', inline: 'center' });
    }).tabIndex = -1;
  }
}

/** Puts what is in a cell on a button. */
function press(cell: HTMLTableCellElement, action: () => void): HTMLButtonElement {
  const made = button('', action);
  made.append(...cell.childNodes);
  cell.append(made);
  return made;
}

/** Cells without a value come last in both directions. */
function sorted(
  rows: readonly HTMLTableRowElement[],
  column: number,
  sign: 1 | -1,
): HTMLTableRowElement[] {
  const keyOf = (row: HTMLTableRowElement) => {
    const cell = row.cells[column];
    return cell?.dataset.value ?? cell?.textContent ?? '';
  };
  return [...rows].sort((first, second) => {
    const [a, b] = [keyOf(first), keyOf(second)];
    if (!a || !b) return Number(!a) - Number(!b);
    return sign * (Number(a) - Number(b) || a.localeCompare(b));
  });
}
