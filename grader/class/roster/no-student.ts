/** Rows of a roster that are about nobody: what is above the students in an export, and sums and means below them. */
import type { RosterMatch } from "../results.ts";
import { columnName, type Row, type Table } from "../table/table.ts";

/** As the first text of a row, where no identifier stands beside it. */
const SUMS =
  /^(?:date|datum|points(?: possible)?|punkte|(?:class |overall |group )?(?:average|mean)|median|(?:grand )?total|sums?|count|max(?:imum)?(?: points)?|min(?:imum)?|std\.? ?dev.*|(?:gesamt|gesamtsumme|summe|anzahl|durchschnitt|gesamtdurchschnitt|mittelwert|schnitt|standardabweichung|maximal(?:e )?punkte)|moyenne|somme|médiane|promedio|media|suma|média|soma|somma)\s*:?$/;

/** True for Canvas' rows before the first student, which say points and postings, and for the teacher's own test. */
export function isNoStudent(
  table: Table,
  row: Row,
  format: RosterMatch["format"],
  before: { readonly isFirst: boolean },
): boolean {
  if (format !== "canvas") return false;
  const [name, last, first] = ["student", "lastname", "firstname"].map((each) => table.field(row, each));
  const whole = name ?? [last, first].filter((part) => part !== undefined).join(", ");
  const isNobody = table.field(row, "id", "sis user id", "sis login id") === undefined;
  return /^(points possible|student, test|)$/i.test(whole) || (before.isFirst && isNobody);
}

/** True for a row of sums, given what it would be known by. */
export function isSum({ cells }: Row, identifier: string | undefined): boolean {
  const texts = cells.map(({ text }) => columnName(text)).filter((text) => text !== "");
  const [first = ""] = texts;
  return SUMS.test(first) && (identifier === undefined || columnName(identifier) === first);
}
