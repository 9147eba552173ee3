import { afterAll, describe, expect, test } from "vitest";
import { lists, whoIs } from "./list.ts";

const made = lists();
afterAll(() => made.remove());
const moodleFolders = ["Ann Alpha_7001_assignsubmission_file_", "Ann Alpha_7003_assignsubmission_file"];

describe("a grading worksheet of Moodle", () => {
  test.each([
    [
      "English",
      "Identifier,Full name,ID number,Email address,Status,Grade,Last modified (grade)",
      "Participant 7001",
      "Participant 7003",
    ],
    [
      "German",
      "ID,Vollständiger Name,ID-Nummer,E-Mail-Adresse,Status,Bewertung,Zuletzt geändert (Bewertung)",
      "Teilnehmer/in7001",
      "Teilnehmer/in7003",
    ],
    [
      "French",
      "Identifiant,Nom complet,Numéro d’identification,Adresse de courriel,Statut,Note,Dernière modification (note)",
      "Participant 7001",
      "Participant 7003",
    ],
    [
      "Spanish",
      "Identificador,Nombre completo,Número de ID,Dirección de correo,Estado,Calificación,Última modificación (calificación)",
      "Participante 7001",
      "Participante 7003",
    ],
  ])("names two students of one name by their numbers (%s)", (_, header, one, other) => {
    const list = made.of(
      `${header}\n${other},Ann Alpha,s003,b@uni.edu,-,,-\n${one},Ann Alpha,s001,a@uni.edu,-,,-\n`,
      { folders: moodleFolders },
    );
    expect(whoIs(list, moodleFolders)).toEqual([
      [moodleFolders[0], "s001"],
      [moodleFolders[1], "s003"],
    ]);
    expect(list.worksheet?.rows.size).toBe(2);
    expect(list.match?.format).toBe("moodle");
  });

  test("names a student by the number alone, where names are hidden", () => {
    const folders = ["Participant_7001_assignsubmission_file_"];
    const list = made.of("Identifier,Status,Grade,Last modified (grade)\nParticipant 7001,-,,-\n", {
      folders,
    });
    expect(whoIs(list, folders)).toEqual([[folders[0], "Participant 7001"]]);
  });

  test("of another assignment does not give a folder to somebody of the same name", () => {
    const text =
      "Identifier,Full name,ID number,Grade,Last modified (grade)\nParticipant 9001,Ann Alpha,s001,,-\n";
    expect(() => made.of(text, { folders: moodleFolders })).toThrow(/none of its 1 students has a folder/);
  });

  test("in a language that is not known is read by the columns that are named", () => {
    const folders = moodleFolders.slice(0, 1);
    const list = made.of("Tunniste,Koko nimi,Arvosana\nOsallistuja 7001,Ann Alpha,\n", {
      folders,
      columns: 'participant="Tunniste",name=Koko nimi,grade=Arvosana',
    });
    expect(whoIs(list, folders)).toEqual([[folders[0], "Osallistuja 7001"]]);
    expect(list.worksheet?.rows.size).toBe(1);
  });
});

describe("an export of Moodle's gradebook", () => {
  const header = "First name;Last name;ID number;Email address";
  const two = "Ann;Alpha;s001;a@uni.edu\nAnn;Alpha;s003;b@uni.edu\n";

  test("leaves two students of one name open, and says which folders may be theirs", () => {
    const list = made.of(`${header}\n${two}`, { folders: moodleFolders });
    expect(list.absent.map(({ name, absence }) => [name.identifier, absence])).toEqual([
      ["s001", "unclear"],
      ["s003", "unclear"],
    ]);
    expect(list.absent[0]!.problem).toContain(`${moodleFolders[0]} or ${moodleFolders[1]} is meant`);
  });

  test("is settled by a column for the folder, of which one row will do", () => {
    const list = made.of(`${header};folder\nAnn;Alpha;s001;;\nAnn;Alpha;s003;;${moodleFolders[0]}\n`, {
      folders: moodleFolders,
    });
    expect(whoIs(list, moodleFolders)).toEqual([
      [moodleFolders[0], "s003"],
      [moodleFolders[1], "s001"],
    ]);
  });

  test("is settled by a column for the number", () => {
    const list = made.of(`${header};participant\nAnn;Alpha;s001;;7003\nAnn;Alpha;s003;;7001\n`, {
      folders: moodleFolders,
    });
    expect(whoIs(list, moodleFolders).map(([, identifier]) => identifier)).toEqual(["s003", "s001"]);
  });

  test("is read in German, French and Spanish", () => {
    for (const text of [
      "Vorname;Nachname;ID-Nummer;E-Mail-Adresse\nAnn;Alpha;s001;\n",
      "Prénom;Nom de famille;Numéro d'identification;Adresse de courriel\nAnn;Alpha;s001;\n",
      "Nombre;Apellido(s);Número de ID;Dirección de correo\nAnn;Alpha;s001;\n",
    ])
      expect(made.of(text).namesOf("s001")).toMatchObject([{ identifier: "s001", name: "Ann Alpha" }]);
  });

  test("knows a name by what Moodle leaves of it in the name of a folder", () => {
    const folders = ["Dee ODelta_7001_assignsubmission_file_"];
    const list = made.of(`${header}\nDee;O'Delta;s001;\n`, { folders });
    expect(whoIs(list, folders)).toEqual([[folders[0], "s001"]]);
  });

  test("keeps the files of a student who has typed a text online as well", () => {
    const folders = ["Ann Alpha_7001_assignsubmission_file", "Ann Alpha_7001_assignsubmission_onlinetext"];
    const list = made.of(`${header}\nAnn;Alpha;s001;\n`, { folders });
    expect(whoIs(list, folders)).toEqual([
      [folders[0], "s001"],
      [folders[1], undefined],
    ]);
  });
});

describe("an export of Canvas", () => {
  test("with split names is read without possible points, postings and the test student", () => {
    const list = made.of(
      "LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Week 2 (9002)\n" +
        ",,,,,,Manual Posting\n    Points Possible,,,,,,40\nAlpha,Ann,101,s001,a@uni.edu,A,\nStudent,Test,999,,0ab1c,A,\n",
    );
    expect(list.namesOf("s001")).toMatchObject([{ identifier: "a@uni.edu", name: "Ann Alpha" }]);
    expect(list.absent).toEqual([]);
  });
});

describe("columns", () => {
  test("that occur twice are refused only where they are used", () => {
    const text = "identifier,Homework Score,Homework Score\ns001,1,2\n";
    expect(made.of(text).namesOf("s001")[0]!.roster).toEqual({ identifier: "s001", "Homework Score": "1" });
    expect(() => made.of("identifier,email,E-Mail,Email\ns001,a,b,c\n")).toThrow(
      /each column once that is used, got "email" twice/,
    );
  });

  test("are named where they cannot be known, and refused where they are not there", () => {
    const text = "Opiskelijanumero,Sähköposti\ns001,a@uni.edu\n";
    expect(made.of(text, { columns: "id=Opiskelijanumero,email=Sähköposti" }).namesOf("s001")).toMatchObject([
      { identifier: "s001", email: "a@uni.edu" },
    ]);
    expect(() => made.of(text)).toThrow(/got "Opiskelijanumero", "Sähköposti"; .* --columns id=/);
    expect(() => made.of(text, { columns: "id=Numero" })).toThrow(
      /--columns: for id a column of .*, got "Numero"; it has "Opiskelijanumero", "Sähköposti"/,
    );
    for (const columns of ["number=x", "id", "id=", "id=a,id=b", ""])
      expect(() => made.of(text, { columns })).toThrow(/--columns: parts such as id="ID-Nummer"/);
  });

  test("that fit nobody are an error that says what was tried, and what the folders are called", () => {
    expect(() => made.of("identifier,name\nx1,Xaver\n", { folders: ["a", "b", "c", "d"] })).toThrow(
      /none of its 1 students has a folder; tried the columns identifier, name; the folders are called "a", "b", "c" and 1 more/,
    );
  });
});

describe("a table", () => {
  const text = "identifier,name\ns001,Zoë\n";
  const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16, little end first", utf16],
    ["UTF-16, big end first", Buffer.from(utf16).swap16()],
    ["Windows-1252", Buffer.from(text, "latin1")],
    ["tabs", Buffer.from(text.replaceAll(",", "\t"))],
    ["a line that tells the delimiter", Buffer.from(`sep=;\r\n${text.replaceAll(",", ";")}`)],
  ])("is read in %s", (_, bytes) => {
    expect(made.of(bytes).namesOf("s001")).toMatchObject([{ identifier: "s001", name: "Zoë" }]);
  });

  test("in Windows-1252 is said to be read so", () => {
    expect(made.of(Buffer.from(text, "latin1")).match?.remarks).toEqual([
      expect.stringMatching(/Windows-1252/),
    ]);
  });

  test.each([
    ["UTF-16 without a mark", Buffer.from(text, "utf16le"), /got other bytes; save it as "CSV UTF-8"/],
    ["a byte without a meaning", Buffer.from("identifier\ns\u0081\n", "latin1"), /got other bytes/],
    [
      "a spreadsheet's own file",
      Buffer.from("PK\u0003\u0004\u0000", "latin1"),
      /got a spreadsheet's own file/,
    ],
  ])("is refused as %s", (_, bytes, message) => {
    expect(() => made.of(bytes)).toThrow(message);
  });
});
