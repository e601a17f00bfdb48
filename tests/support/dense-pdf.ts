/** Lists of invented people over many pages, written the way LibreOffice Calc prints them: a text object a cell, one subset font. */
import { createPdf, identityFont, identityHex } from "./pdf.js";
import { inventPerson } from "./people.js";

const ROWS_A_PAGE = 42;
const COLUMNS = [28, 100, 192, 250, 432, 516, 698];

/** @returns a PDF with `pages` pages of 42 people each, seven columns, compressed */
export function densePdf(pages: number): Uint8Array {
  const pdf = createPdf();
  const rows = Array.from({ length: pages * ROWS_A_PAGE }, (_, i) => {
    const { name, kana, postalCode, address, phone, email, birthDate } = inventPerson(i);
    return [name, kana, postalCode, address, phone, email, birthDate];
  });
  const characters = [...new Set(rows.flatMap((row) => row.flatMap((cell) => Array.from(cell))))].join("");
  const font = identityFont(pdf, characters);
  for (let page = 0; page < pages; page++) {
    const lines: string[] = ["0.1 w", "q 0 0 842 595 re W* n"];
    rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE).forEach((row, line) => {
      row.forEach((cell, column) => {
        lines.push(`q 0 0 0 rg BT ${COLUMNS[column]} ${(560 - line * 12.8).toFixed(1)} Td /F1 7 Tf[<${identityHex(characters, cell)}>]TJ ET Q`);
      });
    });
    lines.push("Q");
    pdf.page(lines.join("\n"), { resources: `/Font << /F1 ${font} >>`, entries: "/MediaBox [0 0 842 595]", flate: true });
  }
  return pdf.bytes();
}
