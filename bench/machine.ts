/** The machine in one line: a measured number means nothing without it. */
import { cpus, loadavg } from "node:os";
import { describeLayers } from "../grader/box/layers.ts";

export function machine(): string {
  const all = cpus();
  const model = (all[0]?.model ?? "an unknown processor").replace(/\s+/g, " ").trim();
  const missing = describeLayers().flatMap(({ name, inForce }) => (inForce ? [] : [name]));
  const layers = missing.length === 0 ? "box: all layers" : `box: all layers but ${missing.join(", ")}`;
  const busy = loadavg()[0]?.toFixed(1);
  const date = new Date().toISOString().slice(0, 10);
  return `${all.length} × ${model}, Node ${process.versions.node}, ${date}, load ${busy}\n${layers}`;
}
