/** What the class gets wrong, by name, and where the derivation says it right. */
import type { ClassResults } from "../../results.ts";
import { idOf, percent, shownRead } from "../names.ts";
import type { ClassMistake } from "../summary/mistakes.ts";
import type { Summary } from "../summary/summary.ts";
import section from "./mistakes.hbs";

const MOST = 40;

const COLUMNS = ["Students", "Share", "Mistake", "Where", "What is wrong", "Teach again"];

export function mistakesSection({ students, exercises }: ClassResults, { mistakes }: Summary): string {
  const derivations = new Map(exercises.map(({ slug, derivation }) => [slug, derivation]));
  const row = ({ slug, name, says, read, functions, students: who }: ClassMistake) => ({
    count: who.length,
    share: percent(who.length, students.length),
    name,
    id: idOf(slug),
    functions: functions.join(", "),
    says,
    read: shownRead(read ?? derivations.get(slug) ?? ""),
  });
  const table = (label: string, list: readonly ClassMistake[]) => ({
    label,
    caption: list.length > MOST ? `${label}, the first ${MOST} of ${list.length}` : label,
    columns: COLUMNS,
    rows: list.slice(0, MOST).map(row),
  });
  return section({
    named: table(
      "Mistakes that the numbers name",
      mistakes.filter(({ isNamed }) => isNamed),
    ),
    others: table(
      "Findings without a name",
      mistakes.filter(({ isNamed }) => !isNamed),
    ),
  });
}
