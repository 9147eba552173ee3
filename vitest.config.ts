import { defineConfig } from "vitest/config";
import { templateModule } from "./template-module.mjs";
import LongestFirst from "./tests/longest-first.ts";

export default defineConfig({
  plugins: [
    {
      name: "templates",
      transform: (text, path) => (path.endsWith(".hbs") ? templateModule(path, text) : undefined),
    },
  ],
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/fixtures/**"],
    globalSetup: "./tests/begin-run.ts",
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // Two more than two cores, since a worker waits for browsers and time limits. With three a run took 635 s, with four 600.
    maxWorkers: 4,
    // A process runs many files: to load the course anew for each took a seventh of a run.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Otherwise a style that is taken in as text would be empty.
    css: { include: /\.css\?raw$/ },
    // Its package imports JSON without saying so, which Node refuses.
    server: { deps: { inline: ["@actions/workflow-parser"] } },
    reporters: ["default", "./tests/reporter.ts"],
  },
});
