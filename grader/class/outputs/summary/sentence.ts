/** The one sentence on top: what to teach tomorrow. */
import type { ClassResults } from "../../results.ts";
import { counted, idOf, shownRead } from "../names.ts";
import type { ExerciseStats } from "./exercise-stats.ts";
import type { ClassMistake } from "./mistakes.ts";

/** A mistake in one submission is for those who handed it in; a lesson needs a second. */
const LEAST = 2;

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/.exec(text)?.[0].slice(0, -1) ?? text;

export function teachingSentence(
  { students, exercises }: ClassResults,
  stats: readonly ExerciseStats[],
  mistakes: readonly ClassMistake[],
): string {
  const begun = stats.reduce((sum, { states }) => sum + states.passed + states.begun, 0);
  if (students.length === 0) return "There is no submission.";
  if (begun === 0) return `None of ${counted(students.length, "student")} has begun.`;
  const [worst] = mistakes;
  if (worst?.isNamed === true && worst.submissions >= LEAST) {
    const derivation = exercises.find(({ slug }) => slug === worst.slug)?.derivation ?? "";
    const says = worst.says === "" ? "" : `: ${firstSentence(worst.says)}`;
    return `${worst.students.length} of ${students.length} make the mistake “${worst.name}” in ${idOf(worst.slug)}${says}. Derivation ${shownRead(worst.read ?? derivation)}.`;
  }
  const hardest = stats.reduce((a, b) => (b.states.begun > a.states.begun ? b : a));
  if (hardest.states.begun === 0) return "Everybody passed everything that was begun.";
  const { slug, derivation } = hardest.exercise;
  const tried = hardest.states.begun + hardest.states.passed;
  return `${hardest.states.begun} of the ${tried} who began ${idOf(slug)} fall short, without a mistake in common. Derivation ${derivation}.`;
}
