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
  const moveTo = (row: number): void => {
    if (row < current) {
      next = 0;
      active = [];
    }
    current = row;
    active = active.filter(({ end }) => end > row);
    for (; next < ordered.length && ordered[next].firstRow <= row; next++) if (ordered[next].end > row) active.push(ordered[next]);
  };
  return (row, column) => {
    if (row !== current) moveTo(row);
    for (const part of active) if (part.has(row, column)) return true;
    return false;
  };
}
