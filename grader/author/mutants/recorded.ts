/** `site/mutants.json`: what became of the edits of the right answers, for the page that shows how often the judge is wrong. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../write-whole.ts";
import type { MutantsOf } from "./mutants-of.ts";
import { type Count, countOf } from "./table.ts";

export interface Recorded extends Count {
  /** Of the model answer that was edited. */
  readonly answer: string;
  /** Edits that pass and are wrong: "line 7: < → <=", with "another right answer, " before it where it is not of the model answer. */
  readonly survivors: readonly string[];
}

const pathIn = (root: string): string => join(root, "site", "mutants.json");

/** By slug, in the order of the course. */
export function recorded(root: string): Readonly<Record<string, Recorded>> {
  const path = pathIn(root);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, Recorded>) : {};
}

/** Takes in what was judged; what could not be judged is no result. */
export function record(root: string, all: readonly MutantsOf[]): void {
  const known = { ...recorded(root) };
  for (const { slug, mutants } of all) {
    if (mutants.some(({ judged }) => judged.fate === "not judged")) continue;
    known[slug] = {
      ...countOf(mutants),
      answer: answerDigest(root, slug),
      survivors: mutants.flatMap(({ file, line, from, to, judged }) => {
        const other = file.startsWith("solutions/") ? "" : "another right answer, ";
        return judged.fate === "survivor" ? [`${other}line ${line}: ${from} → ${to}`] : [];
      }),
    };
  }
  const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeWhole(pathIn(root), `${JSON.stringify(sorted, null, 1)}\n`);
}

/** Line ends do not count: git may change them. */
export const answerDigest = (root: string, slug: string): string =>
  createHash("sha256")
    .update(readFileSync(join(root, "solutions", `${slug}.ts`), "utf8").replaceAll("\r\n", "\n"))
    .digest("hex")
    .slice(0, 12);
