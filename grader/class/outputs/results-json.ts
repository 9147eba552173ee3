/** All results for other programs, as results.schema.json describes them. */
import type { ClassResults } from "../results.ts";
import { jsonOf } from "../run/verdict-text.ts";

/**
 * One student a line, so that two runs can be compared line by line, and a piece each, so that the text of a large
 * class is never in memory as a whole.
 */
export function* resultPieces({ students, ...rest }: ClassResults): Generator<string> {
  yield `${jsonOf(rest).slice(0, -1)},"students":[`;
  for (const [i, student] of students.entries()) yield `${i === 0 ? "" : ","}\n${jsonOf(student)}`;
  yield "\n]}\n";
}
