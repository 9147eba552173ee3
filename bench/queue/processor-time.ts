/** Processor time of processes and of all that they start: a busy machine counts less than in time that passes. */
import { readFileSync } from "node:fs";

/** Ticks a second, on every Linux of today. */
const TICKS = 100;

/**
 * Looks often, and adds up what it saw of each process last: the system forgets the time of a box that is killed
 * inside its own process namespace, where nobody waits for it. What runs after the last look at it is missed.
 */
export class ProcessorTime {
  private readonly roots: readonly number[];
  private readonly seen = new Map<string, number>();

  constructor(roots: readonly number[]) {
    this.roots = roots;
  }

  look(): void {
    const open = [...this.roots];
    for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
      const found = ticksOf(pid);
      if (found === undefined) continue;
      this.seen.set(found.name, found.ticks);
      open.push(...childrenOf(pid));
    }
  }

  get seconds(): number {
    let sum = 0;
    for (const ticks of this.seen.values()) sum += ticks;
    return sum / TICKS;
  }
}

/** A number is used again in time, but not with the same start. */
function ticksOf(pid: number): { readonly name: string; readonly ticks: number } | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { name: `${pid} ${fields[19]}`, ticks: Number(fields[11]) + Number(fields[12]) };
}

/** Those that its main thread started, as Node and bubblewrap do. */
const childrenOf = (pid: number): readonly number[] =>
  (textOf(`/proc/${pid}/task/${pid}/children`) ?? "").split(" ").filter(Boolean).map(Number);

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return undefined;
  }
}
