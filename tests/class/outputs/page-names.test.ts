import { createHash } from "node:crypto";
import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import { safeNames } from "../../../grader/class/outputs/safe-name.ts";
import type { ClassResults } from "../../../grader/class/results.ts";
import { hostileText } from "./hostile-text.ts";
import { madeResults } from "./made-results.ts";

const _small = (roster?: "canvas" | "moodle" | "simple"): ClassResults =>
  madeResults({ seed: 5, students: 6, exercises: 3, ...(roster === undefined ? {} : { roster }) });
const _textOf = (results: ClassResults, file: string): string => outputFiles(results).get(file);
const _rowsOf = (csv: string): string[][] =>
  papaparse.parse<string[]>(csv.replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;
const _dataIn = (report: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(report)![1]!);

describe("names of pages", () => {
  test("are taken by every file system, and by one student only (seed 24)", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.oneof(
            hostileText,
            fc.constantFrom("con", "CON", "Ada", "ada", "..", "a/b", "a\\b", "", "é", "e\u0301"),
          ),
        ),
        (folders) => {
          const names = [...safeNames(folders).values()];
          expect(names).toHaveLength(folders.length);
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(folders.length);
          for (const name of names) {
            expect(name).toMatch(/^[a-z0-9_][a-z0-9_.-]*$/);
            expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)($|\.)|\.$/);
            expect(name.length).toBeLessThan(90);
          }
        },
      ),
      { seed: 24, numRuns: 300 },
    );
  });

  test("are not taken away by a folder that is called like another one's digest", () => {
    const digest = createHash("sha256").update("Ada").digest("hex");
    const names = safeNames(["Ada", `ada-${digest.slice(0, 8)}`]);
    expect(new Set(names.values()).size).toBe(2);
  });
});
