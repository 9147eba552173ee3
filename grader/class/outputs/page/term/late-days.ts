/** The late days of a class, in the report. */
import { type ClassResults, keyOf } from "../../../results.ts";
import { counted, idOf, shownName } from "../../names.ts";
import { lateDaysOf } from "../../summary/late-days.ts";
import { longTable } from "../long-table.ts";
import headHtml from "./late-days.hbs";

export function* lateDaysSection(results: ClassResults): Generator<string> {
  const all = lateDaysOf(results);
  if (all.length === 0) return;
  const accounts = new Map(all.map((each) => [accountOf(each.student), each]));
  const used = [...accounts.values()].filter((each) => each.used > 0);
  const isGroup = all[0]!.student.lateDays!.per === "group";
  yield `${headHtml({
    who: counted(used.length, isGroup ? "group" : "student"),
    of: accounts.size,
    days: used.reduce((sum, each) => sum + each.used, 0),
    none: [...accounts.values()].filter(({ left }) => left === 0).length,
  })}\n`;
  yield* longTable(
    "Late days, student by student",
    ["Student", "Left", "Of", "Spent on", "Points saved"],
    all.map(({ student, left, of, spent, saved }) => [
      shownName(student),
      left,
      of,
      spent.map(({ slug, lateness }) => `${idOf(slug)}: ${lateness?.lateDays}`).join(", "),
      saved,
    ]),
  );
}

const accountOf = (student: ClassResults["students"][number]): string =>
  student.lateDays?.per === "group" ? student.folder : keyOf(student);
