/** What a producer believes of what a worker left of a file. */
import Ajv2020 from "ajv/dist/2020.js";
import schema from "../../verdict/verdict.schema.json" with { type: "json" };
import type { Verdict } from "../../verdict/verdict.ts";
import type { JobFile, Outcome } from "../run/job.ts";
import { verdictFrom } from "../run/verdict-text.ts";
import type { Manner } from "./names.ts";
import { parsed } from "./ticket.ts";

const LONGEST_FAULT = 4000;
const isVerdict = new Ajv2020({ strict: false }).compile<Verdict>(schema);

export interface Asked {
  readonly file: JobFile;
  readonly seed: number;
  readonly maxScore: number;
  readonly layers: Manner["layers"];
}

/** The outcome that a result says of what was asked; undefined if it is of another form, or of something else. */
export function outcomeFrom(text: string, asked: Asked): Outcome | undefined {
  const read = parsed(text);
  if (typeof read !== "object" || read === null) return undefined;
  const { key, fault, verdict, fingerprints } = read as Record<string, unknown>;
  if (key !== asked.file.key) return undefined;
  if (typeof fault === "string" && verdict === undefined)
    return { key, fault: fault.slice(0, LONGEST_FAULT) };
  if (fault !== undefined || !isVerdict(verdict)) return undefined;
  if (!isOf(verdict, asked)) return undefined;
  const outcome = { key, verdict: verdictFrom(verdict) };
  return verdict.score > 0 && areHashes(fingerprints, asked.file)
    ? { ...outcome, fingerprints: Uint32Array.from(fingerprints) }
    : outcome;
}

/** Whether something can be the fingerprints of a file; the producer takes them itself where it is none. */
const areHashes = (value: unknown, { source }: JobFile): value is readonly number[] =>
  Array.isArray(value) &&
  value.length <= source.length &&
  value.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32);

/** Whether a verdict is on this file, and adds up. */
function isOf(verdict: Verdict, { file, seed, maxScore, layers }: Asked): boolean {
  const { checks, score } = verdict;
  const sum = (points: readonly number[]): number => points.reduce((a, b) => a + b, 0);
  return (
    verdict.exercise === file.slug &&
    verdict.sha256 === file.sha256 &&
    verdict.seed === seed &&
    verdict.maxScore === maxScore &&
    verdict.status !== "error" &&
    JSON.stringify(verdict.box.inForce) === JSON.stringify(layers) &&
    checks.every(({ points, maxPoints }) => points >= 0 && points <= maxPoints) &&
    score === sum(checks.map(({ points }) => points))
  );
}
