/**
 * A worker is a core's worth: `--workers 1` leaves the others to whoever works at the machine, where a worker would
 * else start boxes, collect garbage and compile beside itself on every core that is idle.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { systemTool } from "../../box/system-tool.ts";

/** The cores that a process may run on, by the system's numbers; none where the system does not tell. */
function allowed(pid = "self"): readonly number[] {
  const [, list = ""] = /^Cpus_allowed_list:\s*(\S+)$/m.exec(textOf(`/proc/${pid}/status`)) ?? [];
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

/** Cores that other workers were confined to, of this program's runs on this machine. */
function taken(most: number): readonly number[] {
  return pids().flatMap((pid) => {
    if (pid === `${process.pid}` || !isWorker.test(textOf(`/proc/${pid}/cmdline`))) return [];
    const cores = allowed(pid);
    return cores.length < most ? cores : [];
  });
}

const isWorker = /class-worker\.js|chainrule\.js\W+worker\b/;

function pids(): readonly string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** As many cores as there are workers: those that no other worker has, and of these the ones that were idle longest. */
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
    const others = taken(all.length);
    const crowd = (core: number): number => others.filter((each) => each === core).length;
    return [...all]
      .sort((a, b) => crowd(a) - crowd(b) || idle(b) - idle(a))
      .slice(0, this.count)
      .join(",");
  }
}
