import { readdirSync, readFileSync } from "node:fs";

/** The boxes below a process, by what the system tells of all processes. */
export function boxesOf(ancestor: number): number[] {
  const parents = new Map<number, number>();
  const boxes: number[] = [];
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
      if (readFileSync(`/proc/${name}/cmdline`, "utf8").includes("box/runner.cjs")) boxes.push(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === ancestor) return true;
    return false;
  };
  return boxes.filter(isBelow);
}
