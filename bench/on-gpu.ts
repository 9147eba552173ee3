import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { distFolder } from "../grader/course/home.ts";
import { root } from "./places.ts";

/** What dist/gpu-check.js says of this machine's GPU; it runs in a process of its own, since a driver may crash. */
export function onGpu(): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(distFolder(), "gpu-check.js")], {
    cwd: root,
    encoding: "utf8",
    timeout: 600_000,
  });
  return (stdout || stderr).trimEnd();
}
