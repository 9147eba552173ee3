import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { studentFinder } from "../../grader/class/roster/find-student.ts";
import { matchRoster } from "../../grader/class/roster/match.ts";
import { readRoster } from "../../grader/class/roster/roster.ts";
import { temporary } from "./report.ts";

const place = temporary("roster");
afterAll(() => place.remove());
const roster = (text: string | Uint8Array) => {
  const file = join(place.path, "roster.csv");
  writeFileSync(file, text);
  return readRoster(file);
};
const classroom = "identifier,github_username,github_id,name\n";

describe("a roster", () => {
  test("of the former Classroom is read by its header", () => {
    const { format, rows } = roster(
      `${classroom}"ada@x.edu","Ada-L",17,"Lovelace, Ada"\n"bob@x.edu","","",""\n`,
    );
    expect(format).toBe("classroom");
    expect(rows.map(({ identifier, github, name }) => [identifier, github, name])).toEqual([
      ["ada@x.edu", "Ada-L", "Lovelace, Ada"],
      ["bob@x.edu", undefined, undefined],
    ]);
    expect(rows[0]!.row).toEqual({
      identifier: "ada@x.edu",
      github_username: "Ada-L",
      github_id: "17",
      name: "Lovelace, Ada",
    });
  });

  test("of Canvas is read without the row of possible points and the teacher's own test", () => {
    const { format, rows } = roster(
      "Student,ID,SIS User ID,SIS Login ID,Section,HW 1 (88)\n" +
        "    Points Possible,,,,,20\n" +
        '"Lovelace, Ada",101,U1,al815,Lab 1,\n' +
        '"Student, Test",999,,abc,Lab 1,\n',
    );
    expect(format).toBe("canvas");
    expect(rows.map(({ identifier, name }) => [identifier, name])).toEqual([["al815", "Lovelace, Ada"]]);
    expect(rows[0]!.row["HW 1 (88)"]).toBe("");
  });

  test("of Moodle is read with its byte order mark and semicolons", () => {
    const { format, rows } = roster(
      "\uFEFFFirst name;Surname;ID number;Institution;Department;Email address\r\nAda;Lovelace;4711;;;ada@x.edu\r\n",
    );
    expect(format).toBe("moodle");
    expect(rows[0]).toMatchObject({ identifier: "4711", name: "Ada Lovelace", email: "ada@x.edu" });
  });

  test("of Classroom 50, and a simple one, are read", () => {
    expect(
      roster(
        "username,first_name,last_name,email,section,github_id,role\nada,Ada,Lovelace,a@x.edu,A,17,student\n",
      ),
    ).toMatchObject({ format: "simple", rows: [{ identifier: "ada", github: "ada", name: "Ada Lovelace" }] });
    expect(roster("Identifier,Name,GitHub\n1,Ada,ada-l\n")).toMatchObject({
      format: "simple",
      rows: [{ identifier: "1", name: "Ada", github: "ada-l" }],
    });
  });

  test.each([
    ["Blackboard", '"Last Name","First Name","Username","Student ID"\n"Lovelace","Ada","al","s001"\n'],
    ["Brightspace", "OrgDefinedId,Username,Last Name,First Name\n#s001,#al,Lovelace,Ada\n"],
    ["ILIAS", "Login;Nachname;Vorname;E-Mail;Matrikelnummer\ns001;Lovelace;Ada;a@x.edu;11\n"],
  ])("of %s matches a folder that is called after the account", (_, text) => {
    const { matched, unmatchedRows } = matchRoster(roster(text), ["s001"]).report;
    expect(matched).toMatchObject([{ folder: "s001" }]);
    expect(unmatchedRows).toEqual([]);
  });

  test.each([
    ["a,b\n1,2\n", /the header of a roster .* got "a", "b"; .* --columns id="a"/],
    ["identifier,name\n", /a row a student expected/],
    ["identifier,name\n1,Ada\n1,Bob\n", /row 3 names the same student as row 2: 1/],
    ["identifier,name\n,Ada\n", /row 2 names nobody.* "identifier", "name"; .* --columns id="…"/],
    ["First name,Last name,Badge\nAda,L,7\n", /row 2 names nobody.* "Last name", "Badge"; /],
    [Uint8Array.of(105, 100, 0, 101, 0xff, 0xfe), /UTF-8/],
  ])("is refused: %j", (text, message) => {
    expect(() => roster(text as string)).toThrow(message);
  });
});

describe("folders and rows", () => {
  const match = (text: string, folders: readonly string[], prefix?: string) =>
    matchRoster(roster(text), folders, prefix).report;

  test("match by login, identifier, address or name, whatever case and composition", () => {
    const report = match(
      `${classroom}1,Ada-L,,\nBOB,,,\ncarl@x.edu,,,\n4,,,"M\u00fcller, J\u00f6rg"\n5,eve,,\n`,
      ["ada-l", "bob", "carl", "Jo\u0308rg Mu\u0308ller", "zoe"],
    );
    expect(report.matched.map(({ folder, identifier, by }) => [folder, identifier, by])).toEqual([
      ["ada-l", "1", "GitHub login"],
      ["bob", "BOB", "identifier"],
      ["carl", "carl@x.edu", "name in the e-mail address"],
      ["Jo\u0308rg Mu\u0308ller", "4", "name"],
    ]);
    expect(report.unmatchedFolders).toEqual(["zoe"]);
    expect(report.unmatchedRows).toEqual(["5"]);
  });

  test("match clones by what follows the prefix, also where logins hold hyphens or begin alike", () => {
    const rows = `${classroom}1,jo-smith,,\n2,smith,,\n3,jo,,\n`;
    const folders = ["hw-1-jo", "hw-1-jo-smith", "hw-1-smith"];
    for (const prefix of ["hw-1-", undefined])
      expect(match(rows, folders, prefix).matched.map(({ identifier }) => identifier)).toEqual([
        "3",
        "1",
        "2",
      ]);
    // What follows a known prefix is the whole login.
    expect(match(`${classroom}2,smith,,\n`, ["hw-1-jo-smith"], "hw-1-").unmatchedFolders).toEqual([
      "hw-1-jo-smith",
    ]);
    expect(match(`${classroom}1,jo-ann,,\n2,jo-bob,,\n`, ["hw-jo-ann", "hw-jo-bob"]).matched).toHaveLength(2);
  });

  test("match the folders that Moodle writes", () => {
    const rows = "First name,Surname,ID number,Email address\nAda,Lovelace,4711,ada@x.edu\n";
    expect(match(rows, ["Ada Lovelace_12345_assignsubmission_file"]).matched).toEqual([
      { folder: "Ada Lovelace_12345_assignsubmission_file", identifier: "4711", by: "name" },
    ]);
  });

  test("stay open where two rows fit a folder, or two folders a row", () => {
    const report = match(`${classroom}ada@x.edu,,,\nada@y.edu,,,\n7,bob,,\n`, ["ada", "bob", "BOB"]);
    expect(report.matched).toEqual([]);
    expect(report.ambiguous).toEqual([
      { folder: "BOB", candidates: ["7"] },
      { folder: "ada", candidates: ["ada@x.edu", "ada@y.edu"] },
      { folder: "bob", candidates: ["7"] },
    ]);
    expect(report.unmatchedRows).toEqual(["ada@x.edu", "ada@y.edu", "7"]);
  });

  test("are found again by any of their names", () => {
    const { owners } = matchRoster(roster(`${classroom}1,ada,,\n`), ["hw-ada", "hw-bob"], "hw-");
    const find = studentFinder(
      [{ folder: "hw-ada" }, { folder: "hw-bob" }],
      (key) => owners.get(key)?.rows[0],
      "hw-",
    );
    expect([find("ADA"), find("1"), find("hw-ada"), find("bob"), find("carl")]).toEqual([
      [["hw-ada"]],
      [["hw-ada"]],
      [["hw-ada"]],
      [["hw-bob"]],
      [],
    ]);
  });
});
