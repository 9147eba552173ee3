/** Rosters and downloads of one platform, as each writes both. */
import { afterAll, describe, expect, test } from "vitest";
import { lists, whoIs } from "./list.ts";

const made = lists();
afterAll(() => made.remove());

describe("a roster and the folders", () => {
  test.each([
    [
      "of Gradescope's scores",
      "First Name,Last Name,SID,Email,Sections,Week 2,Week 2 - Max Points\nAda,Lovelace,s001,ada@x.edu,A,18,20\nEmmy,Noether,s002,emmy@x.edu,A,,20\n",
      ["s001", "s002"],
    ],
    [
      "of Gradescope's grades of one assignment",
      "Name,SID,Email,Total Score,Max Points,Status,Submission ID\nAda Lovelace,s001,ada@x.edu,18.0,20.0,Graded,999\nEmmy Noether,s002,emmy@x.edu,,20.0,Missing,\n",
      ["s001", "s002"],
    ],
    [
      "of Brightspace, which has the folders by a number, the name and a time",
      "OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator\n#s001,#ada,Lovelace,Ada,ada@x.edu,#\n#s002,#emmy,Noether,Emmy,emmy.n@x.edu,#\n",
      ["52345-87654 - Ada Lovelace", "52346-87654 - Emmy Noether - 1.12.2026"],
    ],
    [
      "of Brightspace by the address",
      "OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator\n#s001,#ada,Lovelace,Ada,ada@x.edu,#\n#s002,#emmy,Noether,Emmy,emmy.n@x.edu,#\n",
      ["ada", "emmy.n@x.edu"],
    ],
    [
      "of Sakai, whose table begins with the assignment",
      '"Week 2","SCORE"\r\n""\r\n"Display ID","ID","Last Name","First Name","grade"\r\n"s001","s001","Lovelace","Ada",""\r\n"s002","s002","Noether","Emmy",""\r\n',
      ["Lovelace, Ada(s001)", "Noether, Emmy(s002)"],
    ],
    [
      "of ILIAS, without the umlaut in the folder",
      '"Nachname";"Vorname";"Anmeldename";"Matrikelnummer"\n"Lovelace";"Ada";"ada";"s001"\n"Nöther";"Emmy";"emmy";"s002"\n',
      ["Lovelace_Ada_ada_260", "Noether_Emmy_emmy_261"],
    ],
    [
      "of OLAT",
      "Benutzername;Nachname;Vorname;Institutionsnummer\ns001;Lovelace;Ada;1\ns002;Noether;Emmy;2\n",
      ["Lovelace_Ada_s001", "Noether_Emmy_s002"],
    ],
    [
      "of Google Classroom, whose first rows are nobody's",
      '"Last Name","First Name","Email Address","Week 2"\n"Date","","","Dec 1, 2026"\n"Points","","","20"\n"Class Average","","","14"\n"Lovelace","Ada","s001","18"\n"Noether","Emmy","s002",""\n',
      ["Ada Lovelace", "Emmy Noether"],
    ],
  ])("%s find each other", (_, text, folders) => {
    const list = made.of(text, { folders });
    expect(whoIs(list, folders)).toEqual([
      [folders[0], "s001"],
      [folders[1], "s002"],
    ]);
    expect(list.absent).toEqual([]);
  });

  test.each([
    ["Nome,Cognome,Codice identificativo,Indirizzo email"],
    ["Voornaam,Achternaam,ID-nummer,E-mailadres"],
    ["Imię,Nazwisko,ID number,Adres e-mail"],
    ["Nome,Sobrenome,ID number,Endereço de email"],
  ])("of Moodle's gradebook find each other by names: %s", (header) => {
    const folders = ["Ada Lovelace_7001_assignsubmission_file"];
    const list = made.of(`${header}\nAda,Lovelace,s001,ada@x.edu\n`, { folders });
    expect(whoIs(list, folders)).toEqual([[folders[0], "s001"]]);
  });

  test("find nobody by the name before a login that is another's", () => {
    const folders = ["Lovelace_Ada_ada_260", "other"];
    const text = "Nachname;Vorname;Anmeldename\nLovelace;Ada;lovelace2\nNoether;Emmy;other\n";
    expect(whoIs(made.of(text, { folders }), folders)).toEqual([
      [folders[0], undefined],
      [folders[1], "other"],
    ]);
  });
});
