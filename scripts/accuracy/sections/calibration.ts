/** Whether a confidence of 0.9 means nine in ten. */
import type { Entity } from "../../../src/contract.js";
import { calibrationBins, calibrationError, type Judged } from "../metrics.js";
import { range, share, type Table } from "../print.js";

export function calibrationTable(judged: readonly (Judged & { entity: Entity })[], title: string): Table {
  const entities = [...new Set(judged.map(({ entity }) => entity))].sort();
  return {
    title,
    head: ["entity", "confidence", "finds", "mean", "right", "95 %", "error"],
    rows: entities.flatMap((entity) => {
      const bins = calibrationBins(judged.filter((one) => one.entity === entity));
      const error = calibrationError(bins).toFixed(3);
      return bins.map((bin, i) => [i === 0 ? entity : "", `${bin.from.toFixed(2)}–${bin.to.toFixed(2)}`, String(bin.count), share(bin.meanConfidence), share(bin.accuracy), range(bin.interval), i === 0 ? error : ""]);
    }),
  };
}
