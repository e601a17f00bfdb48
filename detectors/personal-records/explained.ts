/** Which cells of a sheet are explained, over all its tables and forms at once. */

/** Cells that one table or form has wholly accounted for. */
export interface Explained {
  /** Rows [firstRow, end) hold them all. */
  readonly firstRow: number;
  readonly end: number;
  has(row: number, column: number): boolean;
}

/**
 * One test for all. A sheet may be made of thousands of small tables: asking each of them about each cell would cost the product.
 * Asked row by row in ascending order, as the core does, it looks at the tables of that row only.
 */
export function explainedBy(parts: readonly Explained[]): (row: number, column: number) => boolean {
  const ordered = [...parts].sort((a, b) => a.firstRow - b.firstRow);
  let current = -1;
  let next = 0;
  let active: Explained[] = [];
  /** The first row for which `active` is another list. */
  let change = 0;
  const moveTo = (row: number): void => {
    if (row < current) {
      next = change = 0;
      active = [];
    }
    current = row;
    if (row < change) return;
    active = active.filter(({ end }) => end > row);
    for (; next < ordered.length && ordered[next].firstRow <= row; next++) if (ordered[next].end > row) active.push(ordered[next]);
    change = active.reduce((first, { end }) => Math.min(first, end), ordered[next]?.firstRow ?? Infinity);
  };
  return (row, column) => {
    if (row !== current) moveTo(row);
    for (let i = 0; i < active.length; i++) if (active[i].has(row, column)) return true;
    return false;
  };
}
