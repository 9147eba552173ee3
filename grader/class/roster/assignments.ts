/** Which columns of a Canvas export the results go into, so that an import finds the assignment and keeps who is excused. */
import { idOf } from "../outputs/names.ts";
import type { ClassExercise } from "../results.ts";
import { columnName } from "../table/table.ts";
import type { Roster } from "./roster.ts";

export interface Assignments {
  /** The column of the total, by its header. */
  readonly total?: string;
  /** Columns of exercises, by slug. */
  readonly exercises: Readonly<Record<string, string>>;
  readonly remarks: readonly string[];
}

interface Column {
  readonly header: string;
  readonly title: string;
  readonly possible: number | undefined;
}

/** `Week 2 (9002)`: an assignment and its number. Sums have none. */
const numbered = /^(.*\S)\s*\(\d+\)$/;

const letters = (text: string): string => columnName(text).replace(/[^\p{L}\p{N}]+/gu, "");
const numbersIn = (text: string): string => (text.match(/\d+/g) ?? []).map(Number).join(" ");

/**
 * The total goes into the column that is called like the report. If the report's title was not typed, it goes into
 * the only assignment of the export as well, where that has as many points and no other number in its name.
 */
export function assignmentsIn(
  { table, format }: Roster,
  exercises: readonly ClassExercise[],
  title: { readonly text: string; readonly isTyped: boolean },
): Assignments {
  const columns = format === "canvas" ? columnsOf(table) : [];
  const called = (...names: readonly string[]): readonly Column[] =>
    columns.filter(({ header, title: own }) =>
      names.some((name) => letters(name) === letters(own) || columnName(name) === columnName(header)),
    );
  const maxScore = exercises.reduce((sum, each) => sum + each.maxScore, 0);
  const named = called(title.text);
  const [only] = columns;
  const isSame =
    only !== undefined &&
    (only.possible ?? maxScore) === maxScore &&
    ["", numbersIn(only.title)].includes(numbersIn(title.text));
  const total =
    named.length === 1 ? named[0] : columns.length === 1 && !title.isTyped && isSame ? only : undefined;
  const own = exercises.flatMap(({ slug, title: text }) => {
    const found = called(`${idOf(slug)} ${text}`, idOf(slug), slug);
    return found.length === 1 && found[0] !== total ? [[slug, found[0]!.header] as const] : [];
  });
  const remarks: string[] = [];
  if (total !== undefined) {
    if (named.length !== 1)
      remarks.push(
        `Canvas: the total goes into ${JSON.stringify(total.header)}; --title names another assignment`,
      );
    if (total.possible !== undefined && total.possible !== maxScore)
      remarks.push(
        `Canvas: ${JSON.stringify(total.header)} has ${total.possible} points, the report ${maxScore}: give both the same`,
      );
  } else if (columns.length > 0 && own.length === 0) {
    const some = columns
      .slice(0, 5)
      .map(({ header }) => JSON.stringify(header))
      .join(", ");
    remarks.push(
      `Canvas: ${named.length > 1 ? "several assignments are" : "no assignment is"} called ${JSON.stringify(title.text)}, so the total is a new one, and no EX is taken over; --title names one: ${some}${columns.length > 5 ? ", …" : ""}`,
    );
  }
  return {
    ...(total === undefined ? {} : { total: total.header }),
    exercises: Object.fromEntries(own),
    remarks,
  };
}

function columnsOf(table: Roster["table"]): readonly Column[] {
  const points = table.rows.find(({ cells }) => /^\s*points possible\s*$/i.test(cells[0]?.text ?? ""));
  return table.header.flatMap((header, i) => {
    const title = numbered.exec(header)?.[1];
    const possible = Number.parseFloat((points?.cells[i]?.text ?? "").replace(",", "."));
    return title === undefined
      ? []
      : [{ header, title, possible: Number.isNaN(possible) ? undefined : possible }];
  });
}
