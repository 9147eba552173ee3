/** Right derivations in whole files, as students write them: with prose, aligned rows, typed signs, and Windows' line ends. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { judgeDerivation } from "../../../grader/derivation/written/judge-derivation.ts";
import { derivation, derivations } from "./course.ts";
import { expectRight } from "./expect-right.ts";

const folder = join(import.meta.dirname, "files");
const files = readdirSync(folder).sort();

it.each(files)("%s is right to its last line", async (name) => {
  const slug = derivations.find((one) => one.startsWith(name.slice(0, 4))) as string;
  const { given } = await derivation(slug);
  const markdown = readFileSync(join(folder, name), "utf8").replaceAll("\n", "\r\n");
  const report = judgeDerivation(given, markdown, 1);
  expectRight(report);
});

it("there are some of each derivation", () => {
  expect(new Set(files.map((name) => name.slice(0, 3))).size).toBe(derivations.length);
});
