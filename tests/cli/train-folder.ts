/** `npm run train` in a folder of its own, made for each file of tests. */
import { join } from "node:path";
import { folder, run } from "./run.ts";

export function trainFolder() {
  const { path, file, remove } = folder();
  return {
    path,
    file,
    remove,
    at: (name: string): string => join(path, name),
    train: (...args: string[]) => run(["train", ...args], { cwd: path }),
  };
}
