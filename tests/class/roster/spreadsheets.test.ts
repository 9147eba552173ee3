/** What spreadsheets and people make of a roster. */
import { afterAll, describe, expect, test } from "vitest";
import { lists, whoIs } from "./list.ts";

const made = lists();
afterAll(() => made.remove());
const folders = ["00123", "00124"];
const both = [
  ["00123", "00123"],
  ["00124", "00124"],
];

describe("a roster", () => {
  test.each([
    [
      "titles above it",
      "Kurs: Zahlen, Daten;\nStand: 1.12.;\n;\nMatrikelnummer;Name\n00123;Ada\n00124;Emmy\n",
      4,
    ],
    ["two rows of headers", "Person;;Blatt\nMatrikelnummer;Name;1\n00123;Ada;9,5\n00124;Emmy;7\n", 2],
    ["a title without a delimiter", '"Zahlen, Daten"\nMatrikelnummer;Name\n00123;"Ada"\n00124;"Emmy"\n', 2],
  ])("with %s is read from where its columns are named, and that is said", (_, text, row) => {
    const list = made.of(text, { folders });
    expect(whoIs(list, folders)).toEqual(both);
    expect(list.match?.remarks).toEqual([expect.stringContaining(`named in row ${row}`)]);
  });

  test.each([
    ["Matrikelnummer;Name;Punkte\n00123;Ada;9,5\n00124;Emmy;7\n;;\n;Summe;16,5\n;Mittelwert;8,25\n"],
    ["Matrikelnummer;Name;Punkte\n00123;Ada;9,5\n00124;Emmy;7\nSumme;;16,5\nDurchschnitt:;;8,25\n"],
  ])("has no student in its sums, and says which rows they are: %j", (text) => {
    const list = made.of(text, { folders });
    expect(whoIs(list, folders)).toEqual(both);
    expect(list.absent).toEqual([]);
    expect(list.match?.remarks).toEqual([
      expect.stringMatching(/^Row \d is no student: "Summe"/),
      expect.stringMatching(/^Row \d is no student: "(?:Mittelwert|Durchschnitt:)"/),
    ]);
  });

  test("keeps a student who is called as a sum is", () => {
    const list = made.of("Last name,First name,Email address\nDate,Masamune,date@x.jp\n", {
      folders: ["date"],
    });
    expect(whoIs(list, ["date"])).toEqual([["date", "date@x.jp"]]);
  });

  test("that keeps zeros by a formula or an apostrophe has the numbers that are meant", () => {
    expect(whoIs(made.of('Matrikelnummer\n="00123"\n\'00124\n', { folders }), folders)).toEqual(both);
  });

  test("that has lost the zeros in front finds its folders, unless two may be meant", () => {
    expect(whoIs(made.of("Matrikelnummer\n123\n124\n", { folders }), folders)).toEqual([
      ["00123", "123"],
      ["00124", "124"],
    ]);
    const three = [...folders, "0123"];
    const list = made.of("Matrikelnummer\n123\n124\n", { folders: three });
    expect(whoIs(list, three)).toEqual([
      ["00123", undefined],
      ["00124", "124"],
      ["0123", undefined],
    ]);
    expect(list.absent).toMatchObject([{ name: { identifier: "123" }, absence: "unclear" }]);
  });

  test("whose long numbers are rounded is refused", () => {
    expect(() => made.of("Matrikelnummer;Name\n1,23457E+11;Ada\n", { folders })).toThrow(
      /row 2: .*got 1,23457E\+11, which a spreadsheet has rounded; export the list again/,
    );
  });

  test("with a field too many is refused, since the fields behind it have moved", () => {
    expect(() => made.of("identifier,name,email\n1,Lovelace, Ada,ada@x\n", { folders })).toThrow(
      /row 2: 3 fields as in the header, got 4; quote the field/,
    );
    expect(whoIs(made.of("identifier,name\n00123,Ada,,\n", { folders }), folders)[0]).toEqual(both[0]);
  });

  test("without names of columns is refused, since its first student would be lost", () => {
    expect(() => made.of("ada@x.edu,Ada\nemmy@x.edu,Emmy\n", { folders: ["ada"] })).toThrow(
      /the names of the columns in the first row expected, such as email; got a student, ada@x\.edu/,
    );
  });

  test("with a letter that nobody sees in a name finds its folder", () => {
    const own = ["Łukasz Żak_7003_assignsubmission_file"];
    const text = "\u200bidentifier,name\n3,Łukasz\u200b\u00a0Z\u0307ak\n";
    expect(whoIs(made.of(text, { folders: own }), own)).toEqual([[own[0], "3"]]);
  });
});
