/** Columns as an instructor names them, for exports in a language that is not known: `id="ID-Nummer",email="E-Mail"`. */
import { columnName, type Table } from "../table/table.ts";
import { Unusable } from "../usage.ts";
import { type Names, type Role, roles } from "./columns.ts";

/** @throws Unusable unless each part is `role=header`, each role once */
export function givenColumns(text: string): Names {
  const start = new RegExp(`,(?=\\s*(?:${roles.join("|")})\\s*=)`);
  const given: Partial<Record<Role, readonly string[]>> = {};
  for (const part of text.split(start)) {
    const [, typed = "", name = ""] = /^\s*(\w+)\s*=\s*"?(.*?)"?\s*$/s.exec(part) ?? [];
    const role = roles.find((each) => each === typed);
    if (role === undefined || name === "" || given[role] !== undefined)
      throw new Unusable(
        `--columns: parts such as id="ID-Nummer", each of ${roles.join(", ")} at most once, got ${JSON.stringify(part)}`,
      );
    given[role] = [name];
  }
  return given;
}

export const isThere = (table: Table, given: Names): boolean =>
  Object.values(given).every((names) => table.has(...(names ?? [])));

/** @throws Unusable if the table lacks one of them */
export function assertThere(table: Table, given: Names): void {
  for (const [role, [name = ""] = []] of Object.entries(given))
    if (!table.has(name))
      throw new Unusable(
        `--columns: for ${role} a column of ${table.path}, got ${JSON.stringify(name)}; it has ${shownColumns(table)}`,
      );
}

/** Which columns may tell students apart, as an argument: a number that differs in each row, and addresses. */
export function guessedColumns({ header, rows }: Table): string {
  const columns = header.flatMap((name, place) =>
    columnName(name) === ""
      ? []
      : [{ name, texts: rows.map(({ cells }) => cells[place]?.text.trim() ?? "") }],
  );
  const address = columns.find(({ texts }) => texts.some((text) => /^\S+@\S+$/.test(text)));
  const distinct = columns.filter((each) => each !== address && new Set(each.texts).size === rows.length);
  const numbered = distinct.find(({ texts }) => texts.every((text) => /\d/.test(text)));
  const own = numbered ?? (address === undefined ? (distinct[0] ?? columns[0]) : undefined);
  const parts = Object.entries({ id: own, email: address });
  return parts
    .flatMap(([role, each]) => (each === undefined ? [] : `${role}=${JSON.stringify(each.name)}`))
    .join(",");
}

const MOST = 20;

/** The columns that a table has, for a message. */
export function shownColumns({ header }: Table): string {
  const named = [...new Set(header.filter((name) => columnName(name) !== ""))];
  const more = named.length > MOST ? `, and ${named.length - MOST} more` : "";
  return (
    named
      .slice(0, MOST)
      .map((name) => JSON.stringify(name))
      .join(", ") + more
  );
}
