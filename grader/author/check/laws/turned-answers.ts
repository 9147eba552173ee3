/**
 * Answers of the model solution where one of its distinctions is turned round: a branch left out, a loop that ends
 * elsewhere.
 */
import type { AnyFunction, Exercise } from "../../../exercise/exercise.ts";
import { argumentsOf } from "../../../judge/cases.ts";
import type { Value } from "../../../value.ts";
import { turnsOf } from "../distinctions/untold.ts";
import { weave } from "../distinctions/weave.ts";
import { WovenProgram } from "../distinctions/woven-program.ts";
import type { Wrong } from "./wrong-answers.ts";

/** @param solution the text of the model solution */
export async function turnedAnswers(
  solution: string,
  exercise: Exercise,
  name: string,
): Promise<readonly Wrong[]> {
  const woven = weave(solution);
  const program = await WovenProgram.load(woven, exercise);
  const fn = exercise.functions[name] as AnyFunction;
  return turnsOf(woven).map(
    (turn): Wrong =>
      ({ inputs }) => {
        const args = argumentsOf(fn, inputs);
        const { decisions } = program.call(name, args);
        const outcome = program.turned(turn, name, args, decisions);
        return outcome.kind === "returned" ? (outcome.value as Value) : undefined;
      },
  );
}
