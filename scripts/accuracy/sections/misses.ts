/** What was missed and what was found wrongly, with a little of what stands around it. Invented people only, and the tune half only. */
import { falseAlarms } from "../measure.js";
import { foundIn } from "../product.js";
import type { Sample } from "../template.js";

const AROUND = 12;

/** One line each: "template: - missed person-name ‹…›". @throws where a sample is of the test half */
export function missLines(samples: readonly Sample[]): string[] {
  return samples.flatMap(({ template, half, written, bytes }) => {
    if (half !== "tune") throw new Error("the test half is measured, not looked at");
    if (written === undefined || bytes !== undefined || template.genre === "table") return [];
    const { text, marks } = written;
    const found = foundIn(text);
    const around = (start: number, end: number): string => `${text.slice(Math.max(0, start - AROUND), start)}‹${text.slice(start, end)}›${text.slice(end, end + AROUND)}`.replace(/\n/gu, "⏎");
    const missed = marks.filter((mark) => mark.optional !== true && !found.some((one) => (one.entity === mark.entity || mark.also?.includes(one.entity) === true) && one.start < mark.end && mark.start < one.end));
    return [
      ...missed.map((mark) => `${template.id}: missed ${mark.entity}${mark.form === undefined ? "" : ` (${mark.form})`} ${around(mark.start, mark.end)}`),
      ...falseAlarms({ id: template.id, marks, found }).map((one) => `${template.id}: wrong ${one.entity} ${one.confidence.toFixed(2)} ${around(one.start, one.end)}`),
    ];
  });
}
