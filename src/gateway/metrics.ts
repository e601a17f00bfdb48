/** Counts for Prometheus (text exposition format 0.0.4). Label values come from closed lists: no value of a message can be one. */

export type DoorName = "milter" | "smtp" | "check" | "http";
export type MessageOutcome = "pass" | "warn" | "rewrite" | "hold" | "block" | "tempfail" | "refused" | "abandoned";

interface Definition {
  readonly type: "counter" | "gauge" | "histogram";
  readonly help: string;
  readonly labels: readonly string[];
}

const DEFINITIONS = {
  leaklint_messages_total: {
    type: "counter",
    help: "Messages by door and what became of them; refused: not looked at (smuggling, size), abandoned: the client left before the end.",
    labels: ["door", "outcome"],
  },
  leaklint_message_seconds: { type: "histogram", help: "Time from a message's last byte to its verdict.", labels: ["door"] },
  leaklint_message_bytes_total: { type: "counter", help: "Bytes of the messages looked at.", labels: ["door"] },
  leaklint_connections_total: { type: "counter", help: "Connections taken.", labels: ["door"] },
  leaklint_connections_refused_total: { type: "counter", help: "Connections turned away: too many, or from a client that may not.", labels: ["door"] },
  leaklint_connections_open: { type: "gauge", help: "Connections open now.", labels: ["door"] },
  leaklint_next_hop_failures_total: { type: "counter", help: "Next hop not reached, lost or talking nonsense.", labels: ["door"] },
  leaklint_queue_depth: { type: "gauge", help: "Messages that wait for a worker.", labels: [] },
  leaklint_workers_busy: { type: "gauge", help: "Workers that look at a message now.", labels: [] },
  leaklint_worker_restarts_total: { type: "counter", help: "Workers started again after they were killed or died.", labels: [] },
  leaklint_spill_bytes: { type: "gauge", help: "Bytes of messages spilled to disk now.", labels: [] },
  leaklint_spill_failures_total: { type: "counter", help: "Messages that could not be spilled to disk.", labels: [] },
  leaklint_config_reloads_total: { type: "counter", help: "Configuration loaded again, by whether it was taken.", labels: ["result"] },
} as const satisfies Readonly<Record<string, Definition>>;

export type MetricName = keyof typeof DEFINITIONS;
interface LabelValues {
  readonly door: DoorName;
  readonly outcome: MessageOutcome;
  readonly result: "taken" | "refused";
}
export type Labels<Name extends MetricName> = { readonly [L in (typeof DEFINITIONS)[Name]["labels"][number]]: LabelValues[L] };
type NamesOf<Type extends string> = { [Name in MetricName]: (typeof DEFINITIONS)[Name]["type"] extends Type ? Name : never }[MetricName];

export interface Metrics {
  add<Name extends NamesOf<"counter" | "gauge">>(name: Name, labels: Labels<Name>, amount?: number): void;
  set<Name extends NamesOf<"gauge">>(name: Name, labels: Labels<Name>, value: number): void;
  observe<Name extends NamesOf<"histogram">>(name: Name, labels: Labels<Name>, seconds: number): void;
  /** Everything, as Prometheus reads it. */
  text(): string;
}

export const METRICS_CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Seconds; the last ones are where a mail server's patience with a filter ends (Postfix: milter_content_timeout 300 s). */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

interface Histogram {
  readonly counts: number[];
  sum: number;
  total: number;
}

export function createMetrics(): Metrics {
  const numbers = new Map<string, Map<string, number>>();
  const histograms = new Map<string, Map<string, Histogram>>();
  const add = (name: string, labels: object, amount: number): void => {
    const series = seriesOf(numbers, name);
    const key = labelText(labels);
    series.set(key, (series.get(key) ?? 0) + amount);
  };
  // What has no labels stands there from the start: an alert on a name that does not exist yet never fires.
  for (const [name, { labels }] of definitions()) if (labels.length === 0) add(name, {}, 0);

  return {
    add: (name, labels, amount = 1) => {
      add(name, labels, amount);
    },
    set: (name, labels, value) => void seriesOf(numbers, name).set(labelText(labels), value),
    observe: (name, labels, seconds) => {
      const series = seriesOf(histograms, name);
      const key = labelText(labels);
      const histogram = series.get(key) ?? { counts: BUCKETS.map(() => 0), sum: 0, total: 0 };
      series.set(key, histogram);
      for (const [i, limit] of BUCKETS.entries()) if (seconds <= limit) histogram.counts[i] += 1;
      histogram.sum += seconds;
      histogram.total += 1;
    },
    text: () => [...lines(numbers, histograms), ""].join("\n"),
  };
}

function* lines(numbers: ReadonlyMap<string, ReadonlyMap<string, number>>, histograms: ReadonlyMap<string, ReadonlyMap<string, Histogram>>): Iterable<string> {
  for (const [name, { type, help }] of definitions()) {
    yield `# HELP ${name} ${help}`;
    yield `# TYPE ${name} ${type}`;
    for (const [labels, value] of numbers.get(name) ?? []) yield `${name}${braced(labels)} ${value}`;
    for (const [labels, { counts, sum, total }] of histograms.get(name) ?? []) {
      for (const [i, limit] of BUCKETS.entries()) yield `${name}_bucket${braced(joined(labels, `le="${limit}"`))} ${counts[i]}`;
      yield `${name}_bucket${braced(joined(labels, 'le="+Inf"'))} ${total}`;
      yield `${name}_sum${braced(labels)} ${sum}`;
      yield `${name}_count${braced(labels)} ${total}`;
    }
  }
}

const definitions = (): [string, Definition][] => Object.entries(DEFINITIONS);
const labelText = (labels: object): string => Object.entries(labels).map(([name, value]) => `${name}="${String(value)}"`).join(",");
const joined = (labels: string, more: string): string => (labels === "" ? more : `${labels},${more}`);
const braced = (labels: string): string => (labels === "" ? "" : `{${labels}}`);

function seriesOf<T>(all: Map<string, Map<string, T>>, name: string): Map<string, T> {
  const known = all.get(name);
  if (known !== undefined) return known;
  const made = new Map<string, T>();
  all.set(name, made);
  return made;
}
