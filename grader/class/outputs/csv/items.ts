/** Checks as items, as a table. */
import type { ClassResults } from "../../results.ts";
import { hundredths } from "../../results.ts";
import type { Term } from "../../term/history/term.ts";
import { itemsOf } from "../../term/items/items.ts";
import { csvOf, type Field } from "./table.ts";

export const items = (results: ClassResults, term: Term): Iterable<string> =>
  csvOf(rowsOf(results, term), { bom: true });

function* rowsOf(results: ClassResults, term: Term): Generator<readonly Field[]> {
  yield [
    ...["exercise", "function", "check", "claims", "points", "begun", "reached", "passed", "passed_percent"],
    ...["first_try", "second_try", "later_try", "discrimination", "low", "high", "mistakes", "what_to_do"],
  ];
  for (const item of itemsOf(results, term)) {
    const { slug, kind, title, maxPoints, begun, reached, passed, tries, discrimination, mistakes, advice } =
      item;
    const { r, low, high } = discrimination ?? {};
    yield [
      ...[slug, item.function, kind, title, maxPoints, begun, reached, passed],
      ...[reached === 0 ? "" : hundredths((100 * passed) / reached), ...tries],
      ...[r, low, high].map((each) => (each === undefined ? "" : hundredths(each))),
      ...[mistakes.map(([name, count]) => `${name} ${count}`).join(", "), advice.says],
    ];
  }
}
