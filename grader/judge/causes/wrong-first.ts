import type { Answer } from "../answer.ts";
import { isWrong } from "../parts.ts";

/** Answers in the order in which they are asked: what is wrong rules most causes out, and what is small at least cost. */
export function wrongFirst(answers: readonly Answer[]): readonly Answer[] {
  const sizeOf = ({ inputs }: Answer): number => JSON.stringify(inputs).length;
  return answers
    .map((answer) => ({ answer, rank: isWrong(answer) ? 0 : 1, size: sizeOf(answer) }))
    .sort((a, b) => a.rank - b.rank || a.size - b.size)
    .map(({ answer }) => answer);
}
