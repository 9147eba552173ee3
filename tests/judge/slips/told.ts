/** Slips of the language: what beginners write, and the sentence that they get. */
import { afterAll, expect, it } from "vitest";
import { createNodeBox } from "../../../grader/box/node-box.ts";
import { findingsOf } from "../../../grader/verdict/render-terminal.ts";
import { verdictOn } from "../student.ts";

/** The box of a file of tests, which closes after them. */
export const box = createNodeBox({ loadMs: 2000, callMs: 1500, totalMs: 20_000, spare: true });
afterAll(() => box.close());

type Told = readonly [
  title: string,
  number: string,
  source: string | Uint8Array,
  id: string,
  line: number | undefined,
  says: RegExp,
];

/** A test for each: the first finding is this slip, in this line, and says this. */
export const told = (cases: readonly Told[]) =>
  it.each(cases)("%s", async (_, number, source, id, line, says) => {
    const [first] = findingsOf(await verdictOn(box, number, source));
    expect(first?.finding.cause).toMatchObject({ kind: "language", id });
    expect(first?.finding.message).toMatch(says);
    expect(first?.finding.line).toBe(line);
  });

/** The number of the line in which a text begins. */
export const lineWith = (source: string, text: string): number =>
  source.slice(0, source.indexOf(text)).split("\n").length;
