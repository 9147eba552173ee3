import type { Answer } from "../answer.ts";
import { isWrong } from "../parts.ts";

/** Of inputs that many answers are made on. */
const sizes = new WeakMap<Answer["inputs"], number>();

function sizeOf({ inputs }: Answer): number {
  const known = sizes.get(inputs) ?? JSON.stringify(inputs).length;
  sizes.set(inputs, known);
  return known;
}

/** Answers in the order in which they are asked: what is wrong rules most causes out, and what is small at least cost. */
export function wrongFirst(answers: readonly Answer[]): readonly Answer[] {
  return answers
    .map((answer) => ({ answer, rank: isWrong(answer) ? 0 : 1, size: sizeOf(answer) }))
    .sort((a, b) => a.rank - b.rank || a.size - b.size)
    .map(({ answer }) => answer);
}
