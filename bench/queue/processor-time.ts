/** Processor time of a process and of all that it has started, in seconds: a busy machine counts less than in time that passes. */
import { readdirSync, readFileSync } from "node:fs";

/** Ticks a second, on every Linux of today. */
const TICKS = 100;

interface Entry {
  readonly parent: number;
  readonly seconds: number;
}

/** With what its children took that have ended. */
function entryOf(pid: string): Entry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return { parent: fields[1] ?? 0, seconds: ticks / TICKS };
  } catch {
    return undefined;
  }
}

export function processorTime(roots: readonly number[]): number {
  const all = new Map<number, Entry>();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const entry = entryOf(pid);
    if (entry !== undefined) all.set(Number(pid), entry);
  }
  const isOurs = (pid: number): boolean => {
    for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (roots.includes(at)) return true;
    return false;
  };
  return [...all].reduce((sum, [pid, { seconds }]) => sum + (isOurs(pid) ? seconds : 0), 0);
}
