/**
 * What an exercise is: functions with their inputs, the reference they are compared with, edge cases and laws.
 */
import type { Gpu } from "../../reference/gpu/gpu.ts";
import type { Num } from "../../reference/numbers/num.ts";
import type { Lifted, Plain, Tracked } from "../../reference/numbers/tracked.ts";
import type { Value } from "../value.ts";
import type { Draw } from "./draw.ts";
import type { FullSize } from "./full-size.ts";
import type { InputSpec, Inputs } from "./inputs.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import type { Relation } from "./relations.ts";
import type { Scenario } from "./scenario.ts";
import type { Arg } from "./symbols.ts";
import type { Sizes, Type } from "./types.ts";

/** One edge case: inputs by name; those left out are drawn to fit. */
export interface Edge<I> {
  readonly given: Partial<I>;
  /** The right answer, where the reference does not say it; may hold NaN and Infinity. */
  readonly expected?: Plain | ((inputs: I) => Tracked);
  /** The contract asks for an exception. */
  readonly throws?: true;
  /** The contract leaves the choice: an exception is as right as the right answer. */
  readonly mayThrow?: true;
  /** What must hold of the answer in place of one right value. */
  readonly holds?: (answer: never, inputs: I) => Relation | readonly Relation[];
  /** What this case asks for: said of every wrong answer, so it is true whatever came back. `check` holds it to that. */
  readonly says?: string;
  /** Said after it where the answer is wrong by a NaN, by an infinity, by a finite number, or by an exception. */
  readonly ifNaN?: string;
  readonly ifInfinite?: string;
  readonly ifNumber?: string;
  readonly ifThrew?: string;
}

/** A property that holds for all inputs. */
export interface Law<I> {
  /** The claim as prose: "duplicating the data leaves the gradient unchanged". */
  readonly says: string;
  readonly claims: Claims<I>;
  /** How many inputs it is tried on; 10 unless told. */
  readonly cases?: number;
  /** What to look for where it breaks and nothing else is known: "Is there a 1/n?" */
  readonly ifBroken?: string;
}

/**
 * What a law says of the functions and of inputs; false for inputs on which it says nothing.
 *
 * It is run on right answers first, which shows the calls that it makes, and then on the submission's answers to the
 * same calls. So it asks the same in the same order each time: what it asks may depend on inputs, not on a comparison
 * of answers.
 *
 * @param f the function that has the law; it gets the inputs with some of them changed. Its answers are tracked
 *   numbers: the submission's values with the reference's rounding bounds, so that relations between computed
 *   combinations get a computed tolerance.
 */
export type Claims<I, R = never> = (
  f: (changed?: Changed<I>) => Answer<R>,
  inputs: I,
  more: LawTools,
) => false | Relation | readonly Relation[];

/** Inputs to change; an answer may be one of them. */
export type Changed<I> = { readonly [K in keyof I]?: I[K] | Lifted<I[K]> };

/** An answer in tracked numbers. Where a function's type is forgotten, so is its answer's. */
export type Answer<R> = [R] extends [never] ? never : Lifted<R>;

export interface LawTools {
  /** Numbers for what the law changes. */
  readonly draw: Draw;
  /**
   * The right answer of another function of the exercise: whoever has that one wrong is told so there. Tracked numbers,
   * such as answers, are taken by their values.
   */
  readonly ask: <J, R>(fn: FunctionSpec<J, R>, inputs: J | Lifted<J>) => Answer<R>;
}

export interface Gradient<I> {
  /** The forward formula that is differentiated. */
  readonly of: (inputs: Lifted<I>) => Num;
  /** What it is differentiated by: leaves of the inputs, in the form of the answer. */
  readonly by: (inputs: Lifted<I>) => Tracked;
  /** The forward function's name for messages. */
  readonly name: string;
}

/** A function that the student writes: of arguments I, with a result R. */
export interface FunctionSpec<I, R = never> {
  /** Never there: it lets the result's type be known. */
  readonly result?: R;
  /** The arguments in the order of the call. */
  readonly inputs: { readonly [K in keyof I]: InputSpec<I[K]> };
  readonly returns: Type;
  /** The right answer. Left out where `gradient` says it. Throws Ambiguous for inputs too close to a decision. */
  readonly reference?: (inputs: I) => Tracked;
  /** The right answer on a GPU, in f32: its GPU half. @throws GpuError */
  readonly gpu?: (gpu: Gpu, inputs: I) => Promise<Plain>;
  /** The formula that the GPU half follows, where it is another one than the right answer's: its bounds count there. */
  readonly gpuFormula?: (inputs: Lifted<I>) => Tracked;
  /** One more case of the value check, at a size where it matters. */
  readonly fullSize?: FullSize<I>;
  /** Present if the function is a gradient: the reference is reverse mode of `of`, and central differences check it. */
  readonly gradient?: Gradient<I>;
  /** Smallest and largest size by axis name; from 2 to 6 unless told. Distinct names get distinct sizes. */
  readonly sizes?: Readonly<Record<string, readonly [low: number, high: number]>>;
  /** Arguments that follow from the others, such as what a forward pass keeps: they take the place of those drawn. */
  readonly following?: (inputs: I) => Partial<I>;
  /** Inputs to use; draws that it refuses are drawn again. */
  readonly accepts?: (inputs: I) => boolean;
  /** Brings an answer into the reference's form where several are right, such as the sign of an eigenvector. */
  readonly align?: (yours: Value, expected: Value, inputs: I) => Value;
  /** Whether a case can tell right from wrong; by default, whether the right answer is not all zero. */
  readonly informative?: (expected: Value, inputs: I) => boolean;
  /** Integer inputs that are also sizes, such as dims: input name by axis name. */
  readonly sizedBy?: Readonly<Record<string, string>>;
  readonly edges: Readonly<Record<string, Edge<I>>>;
  readonly laws: readonly Law<I>[];
  /** How a finding shows the call, where the arguments alone say little. */
  readonly show?: (inputs: I) => string;
  /** Named parts of the formula: an answer that lacks exactly one of them is described by its name. */
  readonly terms?: Readonly<Record<string, (inputs: I) => Plain>>;
  /** What the right answer is the limit of, where it is one: "the rotations". */
  readonly limit?: string;
  /** What may be so of inputs, as it follows "wrong exactly where": a finding names it where it parts wrong from right. */
  readonly features?: Readonly<Record<string, (inputs: I) => boolean>>;
  readonly mistakes?: Readonly<Record<string, MistakeSpec>>;
  /** Present where the call is a scenario on the submission's classes. */
  readonly scenario?: Scenario;
  /** The exports that the scenario is played on, where these are not all that the exercise asks for. */
  readonly needs?: readonly string[];
  /** What the task and the stub say of it. */
  readonly text?: FunctionText<I>;
}

/** A function in words, for its task and its stub. */
export interface FunctionText<I> {
  /** In one sentence. */
  readonly says?: string;
  /** The formula, in LaTeX. */
  readonly formula?: string;
  /** What it gives. */
  readonly returns: Arg<unknown>;
  /** The arguments, with what each means. */
  readonly arguments: Readonly<Record<string, Arg<unknown>>>;
  /** A call that the task shows with its answer. */
  readonly example?: I;
}

/** A function of an exercise with the types of its inputs forgotten: what the judge works with. */
export type AnyFunction = FunctionSpec<Inputs>;

export interface ExerciseSpec {
  readonly title: string;
  readonly unit: number;
  readonly unitTitle: string;
  /** The source document's title and section. */
  readonly source: string;
  /** Exercises to do before, by number: "ex09". */
  readonly requires: readonly string[];
  /** The derivation that it belongs to, by name. */
  readonly derivation: string;
  /** What each symbol of the contract means. */
  readonly symbols: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, AnyFunction>>;
  /** Three hints that escalate; the first asks, the last all but says it. */
  readonly hints: readonly [string, string, string];
  /** How long a student works on it, roughly. */
  readonly minutes: number;
  /** Whole points of the exercise; 10 a function unless told. A minute is worth a half to one of them. */
  readonly points?: number;
  /** What the scenarios need of a submission: { Value: "class" }. */
  readonly exports?: Readonly<Record<string, "class" | "function">>;
  /** Wrong formulas by function and name. */
  readonly mistakes: Mistakes;
  /** What parts of the model answer are called, where they are no arguments: { residual: "the residual" }. */
  readonly nouns?: Readonly<Record<string, string>>;
  /** What is done with the submission's classes, as TypeScript that runs inside the box: one export a function. */
  readonly scenarios?: string;
  /**
   * The exercises that it builds on, by slug, each as the text of the course's own version: what that exports is there
   * in the box, for the submission and for the scenarios.
   */
  readonly uses?: Readonly<Record<string, string>>;
}

/** What a mistake's formula sees: the inputs, the right answer, and the right answers of the other functions. */
export type MistakeCase<I, R, O = Readonly<Record<string, Value>>> = I & {
  readonly right: R;
  readonly other: O;
  readonly sizes: Sizes;
};

/** A named wrong formula that students really write. */
export interface Mistake {
  /** What the wrong formula gives; may be NaN or throw. */
  readonly is: (given: never) => Plain;
  /** What is wrong and why, in one or two sentences that teach; ends in no command. */
  readonly says: string;
  /** Derivation step that cures it, such as "mse-line#step-4". */
  readonly read: string;
}

/** A mistake as its function holds it: with the step's number, or a step of another page such as "sigmoid#step-2". */
export type MistakeSpec = Omit<Mistake, "read"> & { readonly step: number | string };

/** Mistakes by function and slug. */
export type Mistakes = Readonly<Record<string, Readonly<Record<string, Mistake>>>>;

/** An exercise as the judge gets it. */
export interface Exercise extends ExerciseSpec {
  /** The folder's name: "ex10-mse-gradients". */
  readonly slug: string;
  /** Loads the neighbours of the right program, where there are some; nothing where they do not come. */
  readonly neighbourhood?: () => Promise<Neighbourhood | undefined>;
}
