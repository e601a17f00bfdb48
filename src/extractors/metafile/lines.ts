/** Strings drawn at places -> lines as they are seen: what stands at one height is one line, in cells from left to right. */
export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** @param height of the whole picture in the same units: strings less than a three-hundredth of it apart share a line */
export function drawnLines(drawn: readonly DrawnText[], height: number): string {
  const near = Math.max(1, Math.abs(height) / 300);
  const sorted = [...drawn].sort((a, b) => a.y - b.y);
  const lines: DrawnText[][] = [];
  for (const one of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && one.y - line[0].y <= near) line.push(one);
    else lines.push([one]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x).map(({ text }) => text.trim()).filter((text) => text !== "").join("\t")).filter((line) => line !== "").join("\n");
}
