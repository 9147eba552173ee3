/** Late days as a table: a row for each student, with a column for each exercise. */
import type { ClassResults } from "../../results.ts";
import { lateDaysOf } from "../summary/late-days.ts";
import { csvOf, type Field } from "./table.ts";

export const lateDays = (results: ClassResults): Iterable<string> => csvOf(rowsOf(results), { bom: true });

function* rowsOf(results: ClassResults): Generator<readonly Field[]> {
  const slugs = results.exercises.map(({ slug }) => slug);
  yield ["folder", "identifier", "name", "group", "late_days", "used", "left", "points_saved", ...slugs];
  const found = new Map(lateDaysOf(results).map((each) => [each.student, each]));
  for (const student of results.students) {
    const each = found.get(student);
    if (each === undefined) continue;
    const spent = new Map(each.spent.map(({ slug, lateness }) => [slug, lateness?.lateDays]));
    const { folder, identifier, name, group } = student;
    yield [
      ...[folder, identifier ?? "", name ?? "", group ?? "", each.of, each.used, each.left, each.saved],
      ...slugs.map((slug) => spent.get(slug) ?? 0),
    ];
  }
}
