/** The wrong formulas of a function, by name, each with the step of the derivation that cures it. */
import type { MistakeCase } from "./exercise.ts";
import type { Formula } from "./mistakes.ts";
import type { Classes } from "./scenario.ts";

/** Mistakes by name: wrong formulas that students really write. */
export type Mistakes<I, R> = Readonly<Record<string, MistakeForm<I, R>>>;

export type MistakeForm<I, R> = WrongAnswer<I, R> & Place & Saying;

type WrongAnswer<I, R> =
  | {
      /** What such an answer gives; may be NaN or throw. */
      readonly is: Formula<MistakeCase<I, R>>;
    }
  | {
      /** The classes of the scenario, with the mistake in them. */
      readonly with: Classes;
    };

interface Place {
  /** Step of the derivation that cures it: its number, or with the page where that is another one, "sigmoid#step-2". */
  readonly step: number | string;
}

interface Saying {
  /** What is wrong and why, in one or two sentences that teach; ends in no command. */
  readonly says: string;
}

/** Mistakes that one step of the derivation cures, but for those that name a step of their own. */
export const curedBy = <I, R>(
  step: Place["step"],
  mistakes: Readonly<Record<string, WrongAnswer<NoInfer<I>, NoInfer<R>> & Partial<Place> & Saying>>,
): Mistakes<I, R> =>
  Object.fromEntries(Object.entries(mistakes).map(([name, mistake]) => [name, { step, ...mistake }]));
