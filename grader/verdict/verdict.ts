/**
 * The verdict as data. verdict.schema.json says the same to other programs; a test holds both together.
 */
import type { Returned, Value } from "../value.ts";

export const SCHEMA = "chainrule/verdict@1";

/** Kinds of check of a function. */
export type FunctionCheck = "contract" | "value" | "edge" | "law" | "gradient";
/** `line` is a line of a derivation that a student has written. */
export type CheckKind = FunctionCheck | "line";
export type CheckStatus = "pass" | "fail" | "skipped" | "inconclusive";
export type OracleName = "cpu-f64" | "webgpu-f32";

export type FindingCode =
  | "not-implemented"
  | "syntax-error"
  | "missing-function"
  | "threw"
  | "timeout"
  | "out-of-memory"
  | "crashed"
  | "wrong-type"
  | "wrong-shape"
  | "not-finite"
  | "changed-input"
  | "not-deterministic"
  | "wrong-value"
  | "wrong-edge"
  | "breaks-law"
  | "wrong-gradient"
  | "not-allowed";

/** A counterexample: the arguments by name, and the call as a student would type it. */
export interface FindingCase {
  readonly call: string;
  readonly inputs: { readonly [name: string]: Value };
  /** The name of the edge case, for the edge check. */
  readonly name?: string;
}

export type CauseKind = "mistake" | "pair" | "generic" | "feature" | "law" | "language" | "follow-on";

/** Why an answer is wrong, where that is known. */
export interface Cause {
  /** Slug of a listed mistake, and of any other cause: the same for every exercise. */
  readonly id: string;
  readonly kind: CauseKind;
  /** A sentence for the student. */
  readonly says: string;
  /** On how many cases it held, of how many. */
  readonly matched: number;
  readonly of: number;
}

/** Why a check fell short. Everything but code, title, message and replay is present only where it applies. */
export interface Finding {
  readonly code: FindingCode;
  /** At most three words in capitals. */
  readonly title: string;
  readonly case?: FindingCase;
  /** For scalars and everything else that was returned; absent when nothing came back. */
  readonly yours?: Returned;
  readonly expected?: Returned;
  /** Central difference of the reference's forward function at the entry named by `at`, with its error bar. */
  readonly numerical?: number;
  readonly errorBar?: number;
  /** Path of the first differing entry, such as `[1][0]` or `.dW[0][2]`; empty for a scalar. */
  readonly at?: string;
  /** Largest difference that would have passed at that entry. */
  readonly tolerance?: number;
  /** Why, where that is known. */
  readonly cause?: Cause;
  /** Slug of the recognised mistake: the cause's id, where it is a single listed one. */
  readonly mistake?: string;
  /** How many inputs the diagnosis held on, out of how many. */
  readonly matched?: { readonly count: number; readonly of: number };
  /** One or a few plain sentences: what was measured, and the one thing that follows from it. */
  readonly message: string;
  /** The law in words, for the law check. */
  readonly law?: string;
  /** Derivation and step to read again, such as `mse-line#step-3`. */
  readonly read?: string;
  /** The command that shows this finding again, byte for byte. */
  readonly replay: string;
  /** Position in the submission, from 1: of a syntax error, an exception, or the cause of NaN. */
  readonly line?: number;
  readonly column?: number;
  readonly lineText?: string;
}

export interface Check {
  /** `<function>/<kind>`, such as `sigmoidPrime/gradient`. */
  readonly id: string;
  readonly function: string;
  readonly kind: CheckKind;
  readonly title: string;
  /** Where the submission declares the function, from 1; only where something fell short. */
  readonly line?: number;
  readonly status: CheckStatus;
  readonly points: number;
  readonly maxPoints: number;
  /** Cases executed. */
  readonly cases: number;
  /** Why it was skipped or is inconclusive. */
  readonly reason?: string;
  readonly finding?: Finding;
}

/** What `--deep` found beyond the checks. It changes neither points nor status. */
export interface DeepFinding {
  readonly function: string;
  readonly kind: "value" | "law";
  readonly finding: Finding;
}

export interface DeepRound {
  /** Inputs that were tried. */
  readonly inputs: number;
  readonly durationMs: number;
  /** The sizes of real work among them, in words, where a function has one. */
  readonly large?: readonly string[];
  readonly findings: readonly DeepFinding[];
  /** Functions that were left out: their checks come first. */
  readonly left: readonly string[];
}

/** `pass`: every check passed. `fail`: some fell short. `error`: the judge could not judge; never the student's fault. */
export interface Verdict {
  readonly schema: typeof SCHEMA;
  readonly exercise: string;
  readonly title: string;
  readonly file: string;
  readonly sha256: string;
  readonly seed: number;
  readonly oracle: OracleName;
  readonly status: "pass" | "fail" | "error";
  readonly score: number;
  readonly maxScore: number;
  readonly durationMs: number;
  readonly checks: readonly Check[];
  /** Present where it was asked for, after the checks. */
  readonly deep?: DeepRound;
  /** For status error: what the judge could not do. */
  readonly error?: string;
  /** What the submission printed: bounded, sanitised, the student's own words. */
  readonly output?: string;
  /** The layers of the box that were in force, and those that were not. */
  readonly box: { readonly inForce: readonly string[]; readonly missing: readonly string[] };
}
