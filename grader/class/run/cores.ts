/**
 * A worker is a core's worth: `--workers 1` leaves the others to whoever works at the machine, where a worker would
 * else start boxes, collect garbage and compile beside itself on every core that is idle.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { systemTool } from "../../box/system-tool.ts";

/** The cores that this process may run on, by the system's numbers; none where the system does not tell. */
function allowed(): readonly number[] {
  const [, list = ""] = /^Cpus_allowed_list:\s*(\S+)$/m.exec(textOf("/proc/self/status")) ?? [];
  return list.split(",").flatMap((range) => {
    const [first, last = first] = range.split("-").map(Number);
    if (range === "" || first === undefined || last === undefined) return [];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** The ticks that each core has been idle for. */
function idleTicks(): ReadonlyMap<number, number> {
  const lines = textOf("/proc/stat").matchAll(/^cpu(\d+) \d+ \d+ \d+ (\d+)/gm);
  return new Map([...lines].map(([, core, idle]) => [Number(core), Number(idle)]));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** As many cores as there are workers: those that were idle longest since they were asked for. */
export class Cores {
  private readonly count: number;
  private readonly before = idleTicks();
  private chosen: string | undefined;

  constructor(count: number) {
    this.count = count;
  }

  /** Confines a process, and what it will start, to these cores; does nothing where they are all, or cannot be chosen. */
  confine(pid: number | undefined): void {
    const taskset = systemTool("taskset");
    this.chosen ??= this.choose();
    if (pid === undefined || taskset === undefined || this.chosen === "") return;
    spawnSync(taskset, ["-a", "-c", "-p", this.chosen, `${pid}`], {
      stdio: "ignore",
      env: {},
      timeout: 5000,
    });
  }

  private choose(): string {
    const all = allowed();
    if (all.length <= this.count) return "";
    const now = idleTicks();
    const idle = (core: number): number => (now.get(core) ?? 0) - (this.before.get(core) ?? 0);
    return [...all]
      .sort((a, b) => idle(b) - idle(a))
      .slice(0, this.count)
      .join(",");
  }
}
