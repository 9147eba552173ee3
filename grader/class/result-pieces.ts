import type { ClassResults } from "./results.ts";
import { jsonOf } from "./run/verdict-text.ts";

/** The results as JSON, a student at a time: the text of a large class need not be in memory as a whole. */
export function* resultPieces({ students, ...rest }: ClassResults): Generator<string> {
  const head = jsonOf(rest);
  yield `${head.slice(0, -1)},"students":[`;
  for (const [i, student] of students.entries()) yield `${i === 0 ? "" : ","}\n${jsonOf(student)}`;
  yield "\n]}\n";
}
