/** Small tables as texts. */

/** A header and its rows. */
export const columnOf = (header: string, rows: readonly string[]): string => `${[header, ...rows].join("\n")}\n`;

/** Values at the beginning of lines, a word behind each. */
export const standsAmongRows = (values: readonly string[]): string => `${values.map((value, i) => `${value}　${["平面", "立面", "配筋", "詳細"][i % 4]}`).join("\n")}\n`;
