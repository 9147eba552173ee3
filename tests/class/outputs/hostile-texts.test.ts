import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { asText } from "../../../grader/class/outputs/csv/table.ts";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import type { ClassResults } from "../../../grader/class/results.ts";
import { hostileText } from "./hostile-text.ts";
import { madeResults } from "./made-results.ts";
import { poisoned } from "./poisoned.ts";

const small = (roster?: "canvas" | "moodle" | "simple"): ClassResults =>
  madeResults({ seed: 5, students: 6, exercises: 3, ...(roster === undefined ? {} : { roster }) });
const textOf = (results: ClassResults, file: string): string => outputFiles(results).get(file);
const rowsOf = (csv: string): string[][] =>
  papaparse.parse<string[]>(csv.replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;
const dataIn = (report: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(report)![1]!);

describe("texts of students", () => {
  const clean = small("canvas");
  const structure = (page: string): string =>
    page
      .replace(/<(?:title|script type[^>]*)>.*?<\/(?:title|script)>/gs, "")
      .replace(/ (?:title|href|aria-label|content)="[^"]*"/g, "")
      .match(/<[^>]*>/g)!
      .join("");

  test("add no tag and no attribute to any page, and end no script (seed 21)", () => {
    const plainText = new Map(outputFiles(poisoned(clean, "plain")));
    const shapes = [...plainText]
      .filter(([file]) => file.endsWith(".html"))
      .map(([, page]) => structure(page));
    fc.assert(
      fc.property(hostileText, (text) => {
        const pages = [...outputFiles(poisoned(clean, `x${text}`))].filter(([file]) =>
          file.endsWith(".html"),
        );
        expect(pages.map(([, page]) => structure(page))).toEqual(shapes);
        for (const [, page] of pages) {
          expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029\p{Cs}]/u);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
          expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        }
        dataIn(pages[0]![1]);
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  test("are no formula in any cell of any table, and move no column (seed 22)", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const [file, csv] of outputFiles(poisoned(clean, text))) {
          if (!file.endsWith(".csv")) continue;
          const rows = rowsOf(csv);
          expect(new Set(rows.map((row) => row.length)).size, file).toBe(1);
          for (const cell of rows.flat())
            if (!/^-?\d+$/.test(cell)) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
          // Read by a spreadsheet that parts at semicolons or tabs, no field begins with one either.
          expect(csv).not.toMatch(/[;\t]\s*"?[=+@＝＋－＠]/u);
        }
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  test("change no number in any table (seed 23)", () => {
    const scores = (results: ClassResults): string[] =>
      rowsOf(textOf(results, "canvas.csv"))
        .slice(2)
        .map((row) => row[5]!);
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(scores(poisoned(clean, text))).toEqual(scores(clean));
      }),
      { seed: 23, numRuns: 50 },
    );
  });

  test("stay readable where they are harmless", () => {
    expect(asText("O’Neill, Zoë")).toBe("O’Neill, Zoë");
    expect(asText("=1+1")).toBe("'=1+1");
    expect(asText("a;=1")).toBe("a;'=1");
    expect(asText("x - y = z")).toBe("x - y = z");
  });
});
