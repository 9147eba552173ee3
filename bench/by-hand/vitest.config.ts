/** One file, no isolation, nothing kept: vitest at its fastest. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.check.ts"],
    isolate: false,
    fileParallelism: false,
    cache: false,
    reporters: ["dot"],
  },
});
