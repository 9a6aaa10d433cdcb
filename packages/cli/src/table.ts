/**
 * Lays rows out in columns for a terminal.
 *
 * @param rows Cells, row by row; short rows end early.
 * @param align A letter a column, `l` or `r`; left unless given.
 * @returns Lines with two spaces between columns and none at their ends.
 */
export function alignColumns(rows: readonly (readonly string[])[], align = ''): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, [...cell].length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - [...cell].length);
        return align[column] === 'r' ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}
