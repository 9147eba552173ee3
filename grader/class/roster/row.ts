/** One row of a roster: who it is, and what a submission of theirs may be called after. */
import type { RosterMatch } from "../results.ts";
import type { Row, Table } from "../table/table.ts";
import { accounts, addresses, type Names, type Role, repositories } from "./columns.ts";
import { dashed, lastPart, normal, normalName, withoutMarks } from "./texts.ts";

/** What a key is, the most certain first. Several rows may share the first four: then they share a submission. */
export type KeyKind =
  | "folder"
  | "repository"
  | "GitHub login"
  | "group"
  | "identifier"
  | "participant"
  | "user name"
  | "SIS login"
  | "SIS user id"
  | "Canvas id"
  | "e-mail address"
  | "name in the e-mail address"
  | "name and login"
  | "name";

export interface RosterRow {
  readonly identifier: string;
  readonly name?: string;
  readonly github?: string;
  readonly email?: string;
  readonly group?: string;
  /** Moodle's number of the student in an assignment, which its folders bear. */
  readonly participant?: string;
  /** What a folder may be called after: the text as compared, and what it is. */
  readonly keys: ReadonlyMap<string, KeyKind>;
  /** By the file's own header. */
  readonly row: Readonly<Record<string, string>>;
  /** Its record in the file, from 1. */
  readonly line: number;
}

interface Format {
  readonly format: RosterMatch["format"];
  readonly names: Names;
}

/** @param isOwn whether only one row has this login: what several share names none of them */
export function rosterRow(
  table: Table,
  row: Row,
  { format, names }: Format,
  isOwn: (login: string) => boolean,
): RosterRow | undefined {
  const text = (role: Role): string | undefined => table.field(row, ...(names[role] ?? []));
  const first = text("first");
  const last = text("last");
  const parts = [first, last].filter((part) => part !== undefined).join(" ");
  const name = text("name") ?? (parts === "" ? undefined : parts);
  const typed = text("github");
  const github = typed === undefined ? undefined : lastPart(typed);
  const also: (readonly [KeyKind, string | undefined])[] = [];
  let id = text("id");
  let email = text("email");
  if (format === "canvas") {
    const login = table.field(row, "sis login id");
    const user = table.field(row, "sis user id");
    const number = table.field(row, "id");
    also.push(["SIS login", login], ["SIS user id", user], ["Canvas id", number]);
    id ??= login ?? user ?? number;
    if (login?.includes("@") === true) email ??= login;
  }
  if (format === "moodle") {
    // Brightspace writes "#s001", lest a spreadsheet take it for a number.
    const own = accounts.flatMap((name) => table.field(row, name)?.replace(/^#/, "") ?? []);
    also.push(...own.map((account) => ["user name", account] as const));
    id ??= email ?? text("participant") ?? own[0];
    email ??= table.field(row, ...addresses);
  }
  // A login that several share names a group; its members are told apart by what is left.
  const login = typed === undefined || isOwn(typed) ? github : undefined;
  const identifier = id ?? login ?? email ?? (github === undefined ? undefined : name);
  if (identifier === undefined) return undefined;
  const repository = table.field(row, ...repositories);
  const participant =
    /(\d+)$/.exec(text("participant") ?? "")?.[1] ?? /^participant\s+(\d+)$/i.exec(identifier)?.[1];
  const group = text("group");
  const logins = [identifier, ...also.map(([, login]) => login), email?.split("@")[0]];
  const keys = keysOf([
    ["folder", text("folder")],
    ["repository", repository === undefined ? undefined : lastPart(repository)],
    ["GitHub login", github],
    ["group", group],
    ["group", group === undefined ? undefined : dashed(group)],
    ["identifier", identifier],
    ["participant", text("participant")],
    ...also,
    ["e-mail address", email],
    ["name in the e-mail address", email?.split("@")[0]],
    ["name in the e-mail address", identifier.includes("@") ? identifier.split("@")[0] : undefined],
    ["name", name === undefined ? undefined : normalName(name)],
    // In the name of a folder Moodle leaves out what a file must not be called.
    ["name", name === undefined ? undefined : normalName(name.replace(/[&<>"`|':\\/]/g, ""))],
    // ILIAS, OLAT and Sakai name a folder by both, ILIAS without umlauts.
    ...logins.flatMap((login) => {
      const both = name === undefined || login === undefined ? undefined : normalName(`${name} ${login}`);
      return [
        ["name and login", both] as const,
        ["name and login", both === undefined ? undefined : normalName(withoutMarks(both))] as const,
      ];
    }),
  ]);
  return {
    identifier,
    keys,
    row: table.record(row),
    line: row.line,
    ...(name === undefined ? {} : { name }),
    ...(github === undefined ? {} : { github }),
    ...(email === undefined ? {} : { email }),
    ...(group === undefined ? {} : { group }),
    ...(participant === undefined ? {} : { participant }),
  };
}

function keysOf(pairs: readonly (readonly [KeyKind, string | undefined])[]): ReadonlyMap<string, KeyKind> {
  const keys = new Map<string, KeyKind>();
  for (const [kind, text] of pairs) {
    const key = normal(text ?? "");
    if (key !== "" && !keys.has(key)) keys.set(key, kind);
  }
  return keys;
}
