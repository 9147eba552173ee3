/** Checks as items, in the report: first those with something to do, then all. */
import type { ClassResults } from "../../../results.ts";
import type { Term } from "../../../term/history/term.ts";
import { type AdviceKind, adviceKinds, FEWEST, type Item } from "../../../term/items/item.ts";
import { itemsOf } from "../../../term/items/items.ts";
import { checkId } from "../../../term/snapshot/signs.ts";
import { counted, idOf, percent } from "../../names.ts";
import headHtml from "./items.hbs";
import { chartOf, type LineRow, lineTable } from "./line-table.ts";
import { placesOf, sparkPath } from "./spark.ts";

const COLUMNS = [
  ...["Check", "Passed over the term", "Exercise", "Begun", "Reached", "Passed"],
  ...["At try 1, 2, later", "Discrimination", "Mistakes", "What to do"],
];

/** What somebody should do something about. */
const OPEN: readonly AdviceKind[] = ["reversed", "hard", "flat", "unreached"];

export function* itemsSection(results: ClassResults, term: Term): Generator<string> {
  const items = itemsOf(results, term);
  if (items.length === 0) return;
  const submissions = new Set(results.students.map(({ folder }) => folder)).size;
  yield `${headHtml({ isSmall: submissions < FEWEST, submissions: counted(submissions, "submission"), fewest: FEWEST })}\n`;
  const row = rowsOver(term);
  const open = items
    .filter(({ advice }) => OPEN.includes(advice.kind))
    .sort((a, b) => adviceKinds.indexOf(a.advice.kind) - adviceKinds.indexOf(b.advice.kind));
  yield* lineTable(`Checks to look at: ${open.length}`, COLUMNS, open.map(row));
  yield* lineTable(`All checks: ${items.length}`, COLUMNS, items.map(row));
}

const signed = (r: number): string => r.toFixed(2).replace("-", "−");

export const discriminationText = ({ discrimination }: Item): string =>
  discrimination === undefined
    ? "–"
    : `${signed(discrimination.r)} (${signed(discrimination.low)} to ${signed(discrimination.high)})`;

function rowsOver({ days }: Term): (item: Item) => LineRow {
  const places = placesOf(days.map(({ at }) => Date.parse(at)));
  return (item) => {
    const { slug, begun, reached, passed, tries, mistakes, advice } = item;
    const rates = days.map(({ exercises }) => {
      const check = exercises.get(slug)?.checks.get(checkId(item));
      return check === undefined || check.of === 0 ? Number.NaN : check.passed / check.of;
    });
    const known = rates.filter((rate) => !Number.isNaN(rate));
    const label = `${percent(known[0] ?? 0, 1)} of those who had begun at first, ${percent(known.at(-1) ?? 0, 1)} now`;
    const chart = chartOf(label, sparkPath(places, rates));
    return {
      name: `${item.function} ${item.kind}`,
      ...(chart && { chart }),
      cells: [
        ...[idOf(slug), begun, reached, percent(passed, reached), tries.join(", "), discriminationText(item)],
        mistakes
          .slice(0, 2)
          .map(([name, count]) => `${name.replaceAll("-", " ")} (${count})`)
          .join(", "),
        advice.says,
      ],
    };
  };
}
