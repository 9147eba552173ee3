/**
 * Who does the work: the student's own functions, in the box; where an exercise is not finished, the course's own
 * values stand in. They are the judge's right answers, and come out of no box.
 */
import { undoubted } from "../../reference/numbers/ambiguous.ts";
import type { Tracked } from "../../reference/numbers/tracked.ts";
import type { Box, CallOutcome } from "../box/box.ts";
import type { AnyFunction, Exercise } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import { hasIterable } from "../exercise/types.ts";
import { besideOf } from "../exercise/wanted.ts";
import { conform, otherForm } from "../judge/conform.ts";
import { expectedOf, valuesOf } from "../judge/expected.ts";
import { sizesOf } from "../judge/sizes.ts";
import type { Value } from "../value.ts";

/** An exercise with the student's text for it; without one where the course's own is to be taken. */
export interface Own {
  readonly exercise: Exercise;
  readonly source: string | undefined;
  readonly file: string;
}

/** Most milliseconds that all calls of one exercise may take together. */
const MOST_MS = 20_000;

export class Hands {
  private readonly box: Box;
  private readonly own: readonly Own[];
  private readonly retired = new Set<Own>();
  private readonly spent = new Map<Own, number>();
  private readonly tell: (own: Own, why: string) => void;
  private loaded: Own | undefined;
  private printed = false;
  private answered = false;

  /**
   * @param own the exercises whose functions may be asked for
   * @param tell is told where a function gives up in the middle of the work, and why
   */
  constructor(box: Box, own: readonly Own[], tell: (own: Own, why: string) => void) {
    this.box = box;
    this.own = own;
    this.tell = tell;
  }

  /** Whether the student's functions printed anything while they worked. */
  get hasPrinted(): boolean {
    return this.printed;
  }

  /** Whether any answer was the student's own. */
  get hasOwnAnswers(): boolean {
    return this.answered;
  }

  /**
   * The answer of a function to inputs by name.
   *
   * @param fn its name, or that of a scenario that is played on the exercise's classes; with its exercise before it, as
   *   in "ex65.grad", where two have one of this name
   * @param like a value with the lists that the answer has to have, where its type leaves their lengths open
   */
  async ask<T>(fn: string, inputs: Inputs, like?: Value): Promise<T> {
    return (await this.askAll<T>(fn, [inputs], like))[0] as T;
  }

  /** The answers of a function to each of some inputs, all with the lists of `like`. */
  async askAll<T>(fn: string, all: readonly Inputs[], like?: Value): Promise<readonly T[]> {
    const { own, ...asked } = this.found(fn);
    const answers =
      (await this.ownAnswers(own, { ...asked, like }, all)) ??
      all.map((inputs) => rightAnswer(asked.spec, inputs));
    return answers as readonly T[];
  }

  private found(named: string): { readonly own: Own; readonly fn: string; readonly spec: AnyFunction } {
    const [fn = "", exercise = ""] = named.split(".").reverse();
    const found = this.own.flatMap((own) => {
      const { slug, functions } = own.exercise;
      const spec = Object.hasOwn(functions, fn) ? functions[fn] : undefined;
      return spec === undefined || !slug.startsWith(exercise) ? [] : [{ own, fn, spec }];
    });
    const [only] = found;
    if (only === undefined || found.length > 1)
      throw new TypeError(
        `${named} is ${only === undefined ? "no" : "not the only"} function of this capstone`,
      );
    return only;
  }

  /** What the student's function answers; nothing where it has given up, now or before. */
  private async ownAnswers(
    own: Own,
    asked: Asked,
    all: readonly Inputs[],
  ): Promise<readonly Value[] | undefined> {
    if (own.source === undefined || this.retired.has(own)) return undefined;
    const begun = performance.now();
    const { fn, spec } = asked;
    const outcomes = await this.called(own, fn, spec, all);
    const spent = (this.spent.get(own) ?? 0) + performance.now() - begun;
    this.spent.set(own, spent);
    this.printed ||= this.box.output !== "";
    const answers: Value[] = [];
    for (const [i, outcome] of outcomes.entries()) {
      const answer = answerIn(asked, all[i] as Inputs, outcome);
      if ("fault" in answer) return this.retire(own, answer.fault);
      answers.push(answer.value);
    }
    if (spent > MOST_MS) this.retire(own, `${fn} needs more than ${MOST_MS / 1000} s`);
    this.answered = true;
    return answers;
  }

  private async called(
    own: Own,
    fn: string,
    { inputs: names, returns }: AnyFunction,
    all: readonly Inputs[],
  ): Promise<readonly CallOutcome[]> {
    if (this.loaded !== own) {
      this.loaded = undefined;
      const { source = "", file, exercise } = own;
      const loaded = await this.box.load({ source, file, ...besideOf(exercise) });
      if (loaded.kind !== "loaded") return [{ kind: "crashed", message: loaded.message }];
      this.loaded = own;
    }
    return this.box.call(
      all.map((inputs) => ({
        fn,
        args: Object.keys(names)
          .map((name) => inputs[name])
          .filter((value) => value !== undefined),
        answerOnly: true,
        ...(hasIterable(returns) ? { asksForItems: true } : {}),
      })),
    );
  }

  private retire(own: Own, why: string): undefined {
    this.retired.add(own);
    this.loaded = undefined;
    this.tell(own, why);
    return undefined;
  }
}

/** What is asked for. */
interface Asked {
  readonly fn: string;
  readonly spec: AnyFunction;
  readonly like: Value | undefined;
}

/** The value of an outcome, or why there is none, as what the function did. */
function answerIn(
  { fn, spec, like }: Asked,
  inputs: Inputs,
  outcome: CallOutcome,
): { readonly value: Value } | { readonly fault: string } {
  if (outcome.kind === "returned") {
    const held = conform(spec.returns, outcome.value, sizesOf(spec, inputs));
    const broken =
      "broken" in held
        ? held.broken
        : like === undefined
          ? undefined
          : otherForm(held.value, like as Tracked);
    if (broken !== undefined) return { fault: `${fn}: ${broken.message.replace(/\.$/, "")}` };
    return held as { readonly value: Value };
  }
  if (outcome.kind === "threw") return { fault: `${fn} threw “${outcome.message}”` };
  if (outcome.kind === "timeout") return { fault: `${fn} does not come to an end` };
  if (outcome.kind === "out-of-memory") return { fault: `${fn} takes all memory` };
  return { fault: outcome.kind === "crashed" ? `${fn}: ${outcome.message}` : `${fn} is not there` };
}

/** The course's own answer. Where rounding could turn a decision, either is as good. */
const rightAnswer = (spec: AnyFunction, inputs: Inputs): Value =>
  undoubted(() => valuesOf(expectedOf(spec, inputs)));
