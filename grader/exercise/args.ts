/**
 * The arguments of a set of functions, and the functions: a symbol's name, shape, domain and meaning stand once, and
 * from there come the types in laws and mistakes, the generator, the check of shapes and the tables of the task.
 *
 *     const line = args({ x: vector("n", "inputs, one number an example"), … });
 *     line.gradient({ of: { mseLoss: ({ x, y, w, b }) => mseLoss(x, y, w, b) }, by: "w", … })
 */
import type { Num } from "../../reference/numbers/num.ts";
import { type Lifted, lift, type Tracked } from "../../reference/numbers/tracked.ts";
import type { Value } from "../value.ts";
import type { AnyFunction, Claims, Edge, FunctionSpec, Gradient, Law } from "./exercise.ts";
import type { Inputs } from "./inputs.ts";
import type { MistakeForm, Mistakes } from "./named-mistakes.ts";
import { type Classes, played, type Scenario, wronglyPlayed } from "./scenario.ts";
import type { Arg } from "./symbols.ts";
import { lengthsIn, sizeNameIn, type Type } from "./types.ts";

/** The arguments that a declaration draws. */
export type Given<S> = { readonly [K in keyof S]: S[K] extends Arg<infer T> ? T : never };

/** How the arguments are drawn together. */
export type Drawing<I> = Pick<FunctionSpec<I>, "sizes" | "following" | "accepts">;

/** Edge cases by name. The sentence says what the case asks for, in the task and in the finding. */
export type Edges<I> = Readonly<Record<string, Edge<I>>>;

/** Laws by what they claim. */
export type Laws<I, R> = Readonly<
  Record<
    string,
    Claims<I, R> | { readonly claims: Claims<I, R>; readonly cases?: number; readonly ifBroken?: string }
  >
>;

/** What every function may declare, whatever it gives. */
interface Common<I, R>
  extends Partial<
    Pick<
      FunctionSpec<I>,
      "gpu" | "gpuFormula" | "fullSize" | "informative" | "terms" | "features" | "limit" | "show" | "needs"
    >
  > {
  /** The function in one sentence, for its stub. */
  readonly says?: string;
  /** The formula in LaTeX, for its stub. */
  readonly formula?: string;
  /** A call that the task shows with its answer. */
  readonly example?: I;
  readonly edges?: Edges<I>;
  readonly laws?: Laws<I, R>;
  readonly mistakes?: Mistakes<I, R>;
  /** What is done with the student's classes, where the function is no export of theirs; has the function's name. */
  readonly scenario?: Scenario;
  /** Brings an answer into the reference's form where several are right, such as the sign of an eigenvector. */
  readonly align?: (yours: R, expected: R, inputs: I) => R;
}

/** A function by its formula, or by a model of the classes that its scenario is played on. */
type AnswerForm<I, R> = Common<I, R> & {
  readonly returns: Arg<R>;
} & (
    | {
        /** The right answer. Throws Ambiguous for inputs too close to a decision. */
        readonly is: (given: Lifted<I>, plain: I) => Tracked;
      }
    | { readonly scenario: Scenario; readonly model: Classes }
  );

/** A gradient of a forward formula, which is differentiated by machine. */
interface Differentiated<I, R> extends Common<I, R> {
  /** The forward formula, by the name that messages call it; the shared one unless told. */
  readonly of?: Forward<I>;
}
export type Forward<I> = Readonly<Record<string, (given: Lifted<I>) => Num>>;

/** By one argument: the answer has its shape. */
interface ByArgument<I, K extends keyof I> extends Differentiated<I, I[K]> {
  readonly by: K;
  /** What it gives, in words or a formula: "∂L/∂w". */
  readonly gives: string;
}

/** By parts of the arguments, or by several: leaves, in the form of the answer. */
interface ByLeaves<I, R> extends Differentiated<I, R> {
  readonly by: (given: Lifted<I>) => Tracked;
  readonly returns: Arg<R>;
}

/** By variables that are computed from the arguments; see gradient-at.ts. */
interface ByVariables<I, R> extends Common<I, R> {
  readonly at: Gradient<I>;
  readonly returns: Arg<R>;
}

/** What functions of the same arguments may share. */
type Shared<I, R> = Pick<Differentiated<I, R>, "of" | "example" | "edges" | "laws" | "mistakes">;

/** Arguments in the order of the call, with the functions that take them. */
export interface Args<I> {
  readonly declared: { readonly [K in keyof I]: Arg<I[K]> };
  /** A function that is right by its formula. */
  answer<R>(form: AnswerForm<I, R>): FunctionSpec<I, R>;
  /** A function that is the gradient of a formula. */
  gradient<K extends keyof I & string>(form: ByArgument<I, K>): FunctionSpec<I, I[K]>;
  gradient<R>(form: ByLeaves<I, R>): FunctionSpec<I, R>;
  gradient<R>(form: ByVariables<I, R>): FunctionSpec<I, R>;
  /** The same arguments, for functions that share more: what they add of their own comes after it. */
  shared<R = never>(form: Shared<I, R>): Args<I>;
}

/** The types of a declaration, for helpers beside it: `type Line = ArgsOf<typeof line>`. */
export type ArgsOf<A> = A extends Args<infer I> ? I : never;

/** Declares arguments in the order of the call. */
export function args<S extends Readonly<Record<string, Arg<unknown>>>>(
  declared: S,
  drawing: Drawing<Given<S>> = {},
): Args<Given<S>> {
  return sharing({ inputs: declared, drawing, common: {} } as unknown as Declaration) as unknown as Args<
    Given<S>
  >;
}

interface Declaration {
  readonly inputs: Readonly<Record<string, Arg<Value | undefined>>>;
  readonly drawing: Drawing<Inputs>;
  readonly common: Shared<Inputs, never>;
}

/** Outside, each form has the types of its own arguments and result; in here they are all alike. */
function sharing(declaration: Declaration) {
  const { inputs: declared, common } = declaration;
  const written = (form: AnyForm) => functionOf(declaration, joined(common, form));
  return {
    declared,
    answer: written,
    gradient: written,
    shared: (more: Shared<Inputs, never>) => sharing({ ...declaration, common: joined(common, more) }),
  };
}

/** What is shared, and then what a form adds or says otherwise. */
const joined = <F extends Shared<Inputs, never>>(common: Shared<Inputs, never>, form: F): F => ({
  ...common,
  ...form,
  edges: { ...common.edges, ...form.edges },
  laws: { ...common.laws, ...form.laws },
  mistakes: { ...common.mistakes, ...form.mistakes },
});

/** What any of the forms may hold. */
export interface AnyForm extends Common<Inputs, never> {
  readonly returns?: Arg<unknown>;
  readonly is?: (given: Lifted<Inputs>, plain: Inputs) => Tracked;
  readonly model?: Classes;
  readonly of?: Forward<Inputs>;
  readonly by?: string | ByLeaves<Inputs, never>["by"];
  readonly at?: Gradient<Inputs>;
  readonly gives?: string;
}

/** What says which answer is right, and what that is. */
type Right = Pick<AnyFunction, "reference" | "gradient"> & { readonly returns: Arg<unknown> };

function rightOf({ inputs }: Declaration, form: AnyForm): Right {
  const { is, model, scenario, at, of = {}, by, gives = "", returns } = form;
  if (typeof by === "string") {
    const arg = { ...(inputs[by] as Arg<unknown>), says: gives };
    return { returns: arg, gradient: differentiated(of, (given) => given[by] as Tracked) };
  }
  const result = returns as Arg<unknown>;
  if (is !== undefined) return { returns: result, reference: (given) => is(lift(given), given) };
  if (model !== undefined && scenario !== undefined)
    return { returns: result, reference: (given) => played(scenario, model, inputs, given) };
  return { returns: result, gradient: at ?? differentiated(of, by as ByLeaves<Inputs, never>["by"]) };
}

function differentiated(of: Forward<Inputs>, by: Gradient<Inputs>["by"]): Gradient<Inputs> {
  const [name, formula] = Object.entries(of)[0] as [string, Forward<Inputs>[string]];
  return { name, of: formula, by };
}

/** The function as the judge takes it. */
function functionOf(declaration: Declaration, form: AnyForm): AnyFunction {
  const { inputs, drawing } = declaration;
  const { returns, ...right } = rightOf(declaration, form);
  const { says, formula, example, edges = {}, laws = {}, mistakes = {}, ...others } = form;
  const {
    returns: _returns,
    is: _is,
    model: _model,
    of: _of,
    by: _by,
    at: _at,
    gives: _gives,
    ...taken
  } = others;
  return {
    // As they are; `check` sees those that nothing reads.
    ...defined(taken),
    inputs,
    returns: returns.type,
    ...right,
    ...drawing,
    ...sizedBy(inputs, returns.type),
    edges,
    laws: Object.entries(laws).map(([claim, law]) => lawOf(claim, law)),
    mistakes: Object.fromEntries(
      Object.entries(mistakes).map(([name, mistake]) => [name, playedMistake(declaration, form, mistake)]),
    ),
    text: { returns, arguments: inputs, ...defined({ says, formula, example }) },
  } as unknown as AnyFunction;
}

/** A mistake by its formula: that of a class is what the scenario gives with it. */
function playedMistake(
  { inputs }: Declaration,
  { scenario, model }: AnyForm,
  mistake: MistakeForm<Inputs, never>,
) {
  if ("is" in mistake) return mistake;
  const { with: wrong, ...text } = mistake;
  const is = (given: Inputs) => wronglyPlayed(scenario as Scenario, { ...model, ...wrong }, inputs, given);
  return { ...text, is };
}

/** Fields that are there: one that is undefined counts as left out. */
const defined = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined)) as Partial<T>;

function lawOf(says: string, law: Laws<Inputs, never>[string]): Law<Inputs> {
  return typeof law === "function" ? { says, claims: law } : { says, ...law };
}

/** Whole numbers that are sizes, too: arguments that have the name of one. */
function sizedBy(inputs: Declaration["inputs"], returns: Type): Pick<AnyFunction, "sizedBy"> {
  const sizes = new Set(
    [...Object.values(inputs).map(({ type }) => type), returns].flatMap(lengthsIn).map(sizeNameIn),
  );
  const both = Object.keys(inputs).filter((name) => sizes.has(name));
  return both.length === 0 ? {} : { sizedBy: Object.fromEntries(both.map((name) => [name, name])) };
}
