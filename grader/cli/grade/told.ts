/**
 * Which derivations have been told what is wrong with them, kept in .chainrule/told.json: from the second try on, a
 * finding names the step of the course's page.
 */
import type { Verdict } from "../../verdict/verdict.ts";
import { readKept, writeKept } from "../kept-file.ts";

const FILE = "told.json";

const isText = (value: unknown): value is string => typeof value === "string";

/** Whether another text of this derivation has fallen short before. */
export function isToldAgain(root: string, slug: string, sha256: string): boolean {
  const first = readKept(root, FILE, isText)[slug];
  return first !== undefined && first !== sha256;
}

/** A file in which nothing is written yet is no try. */
const isTry = ({ checks }: Verdict): boolean =>
  checks.some(({ finding }) => finding !== undefined && finding.code !== "not-implemented");

/** Keeps the first text that fell short, until one passes; what could not be judged changes nothing. */
export function keepTold(root: string, verdict: Verdict): void {
  const { exercise, sha256, status } = verdict;
  const told = readKept(root, FILE, isText);
  const { [exercise]: first, ...others } = told;
  if (status === "fail" && first === undefined && isTry(verdict))
    writeKept(root, FILE, { ...told, [exercise]: sha256 });
  if (status === "pass" && first !== undefined) writeKept(root, FILE, others);
}
