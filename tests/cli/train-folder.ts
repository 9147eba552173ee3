/** `npm run train` in a folder of its own. */
import { join } from "node:path";
import { folder, run } from "./run.ts";

export const { path, file, remove } = folder();
export const at = (name: string): string => join(path, name);
export const train = (...args: string[]) => run(["train", ...args], { cwd: path });
