/** Downloads of learning platforms, as they are. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openSubmissions } from "../../../grader/class/collect/submissions.ts";
import { matchRoster } from "../../../grader/class/roster/match.ts";
import { readRoster } from "../../../grader/class/roster/roster.ts";
import { found, usual } from "../archives.ts";
import { temporary } from "../report.ts";

const place = temporary("downloads");
afterAll(() => place.remove());
let made = 0;
/** A folder of its own with these files, each of which holds its own path. */
function folder(files: readonly string[], texts: Readonly<Record<string, string>> = {}): string {
  const own = join(place.path, String(made++));
  for (const [name, text] of [...files.map((name) => [name, `// ${name}\n`]), ...Object.entries(texts)]) {
    mkdirSync(dirname(join(own, name!)), { recursive: true });
    writeFileSync(join(own, name!), text!);
  }
  return own;
}
const besideOf = async (path: string) => (await openSubmissions(path, ["ex10-mse-gradients"])).beside;

describe("Canvas' files side by side", () => {
  const files = [
    "lovelaceada_101_9001_mse-gradients.ts",
    "noetheremmy_LATE_102_9002_mse-gradients-1.ts",
    "müllerjörg_103_9003_notes.txt",
  ];
  test.each(["", "submissions (1)/"])(
    "are a folder for each student, late or not, there or in what Canvas calls it: %j",
    async (around) => {
      expect(await found(folder(files.map((file) => around + file)))).toEqual({
        lovelaceada_101: `// ${around}${files[0]}\n`,
        müllerjörg_103: expect.stringMatching(/^notes\.txt: not taken/),
        noetheremmy_102: `// ${around}${files[1]}\n`,
      });
    },
  );

  test("find their rows by the number that Canvas' export has", async () => {
    const roster = join(folder([], { "canvas.csv": canvas }), "canvas.csv");
    const report = matchRoster(readRoster(roster), ["lovelaceada_101", "noetheremmy_102", "x_7"]).report;
    expect(report.matched).toEqual([
      { folder: "lovelaceada_101", identifier: "s001@x.edu", by: "Canvas id" },
      { folder: "noetheremmy_102", identifier: "s002@x.edu", by: "Canvas id" },
    ]);
    expect(report.unmatchedFolders).toEqual(["x_7"]);
  });
  const canvas = [
    "Student,ID,SIS Login ID,Section",
    '"Lovelace, Ada",101,s001@x.edu,A',
    '"Noether, Emmy",102,s002@x.edu,A',
    // Whose own identifier is another's number at Canvas is not meant by it.
    '"Zeno",103,7,A',
  ].join("\n");

  test("in the folder of a student, whatever it is called, are that student's", async () => {
    const own = files.slice(0, 1).map((file) => `week-2-ada/${file}`);
    expect(Object.keys(await found(folder(own)))).toEqual(["week-2-ada"]);
  });

  test("that say nobody's name are told of, as any file outside of all folders", async () => {
    const path = folder([...files, "mse-gradients.ts"]);
    expect(Object.keys(await found(path))).toHaveLength(3);
    expect(await besideOf(path)).toEqual([expect.stringMatching(/^mse-gradients\.ts: .*nobody knows whose/)]);
  });

  test("of which a student handed in two of one name, none is taken, and both are named", async () => {
    const path = folder([files[0]!, "lovelaceada_101_9009_mse-gradients.ts"]);
    expect(await found(path)).toEqual({
      lovelaceada_101: expect.stringMatching(/_9001_.*_9009_.*: not taken/),
    });
  });
});

describe("Sakai's folders", () => {
  test("hold a student's files one folder further in, beside an empty one for feedback", async () => {
    const path = folder([`Lovelace, Ada(ada)/Submission attachment(s)/mse-gradients.ts`], {
      "Lovelace, Ada(ada)/comments.txt": "",
    });
    mkdirSync(join(path, "Lovelace, Ada(ada)/Feedback Attachment(s)"));
    expect(Object.values(await found(path))).toEqual([expect.stringMatching(/^\/\/ Lovelace/)]);
  });
});

describe("Blackboard's files side by side", () => {
  test("are a folder for each student, and the last attempt counts", async () => {
    const path = folder([
      "Week 2_s001_attempt_2026-11-01-10-00-00_mse-gradients.ts",
      "Week 2_s001_attempt_2026-11-02-10-00-00_mse-gradients.ts",
      "Week 2_s001_attempt_2026-11-02-10-00-00.txt",
      "Week 2_s002_attempt_2026-11-02-10-00-00_mse-gradients.ts",
    ]);
    const { all } = await openSubmissions(path, ["ex10-mse-gradients"]);
    expect(all.map((each) => [each.folder, [...each.tree!.list([])!.keys()].sort()])).toEqual([
      ["s001", ["2026-11-01-10-00-00", "2026-11-02-10-00-00"]],
      ["s002", ["2026-11-02-10-00-00"]],
    ]);
  });
});

describe("folders around the submissions", () => {
  test("are left out, as many as unpacking adds", async () => {
    const files = ["ada", "emmy"].map((who) => `Week 2/Week 2/export/${who}/mse-gradients.ts`);
    expect(Object.keys(await found(folder(files)))).toEqual(["ada", "emmy"]);
  });

  test("are one student's where there are numbers in them, as attempts have", async () => {
    const files = [1, 2].map((n) => `ada/week 2/${n}/mse-gradients.ts`);
    expect(Object.keys(await found(folder(files)))).toEqual(["ada"]);
  });
});

describe("files without folders", () => {
  test("are named, and how to mend it", async () => {
    const path = folder(["Ada Lovelace - mse-gradients.ts", "Emmy Noether - mse-gradients.ts"]);
    await expect(openSubmissions(path, ["ex10-mse-gradients"])).rejects.toThrow(
      /a folder for each student expected, .* - mse-gradients\.ts; put the files of each student into a folder/,
    );
  });
});

describe("Brightspace's folders", () => {
  test("are attempts of one student where the number is one, by their times, and the last counts", async () => {
    const path = folder([
      "52345-876 - Ada Lovelace - Dec 1, 2026 1015 AM/mse-gradients.ts",
      "52345-876 - Ada Lovelace - Dec 1, 2026 915 PM/mse-gradients.ts",
      "52346-876 - Ada Lovelace - 1 December, 2026 1200/mse-gradients.ts",
      "52347-876 - Emmy Noether - 1.12.2026/mse-gradients.ts",
      "index.html",
    ]);
    const { all } = await openSubmissions(path, ["ex10-mse-gradients"]);
    expect(all.map((each) => [each.folder, [...each.tree!.list([])!.keys()].sort()])).toEqual([
      ["52345-876 - Ada Lovelace", ["2026-12-01T10-15", "2026-12-01T21-15"]],
      ["52346-876 - Ada Lovelace", ["2026-12-01T12-00"]],
      ["52347-876 - Emmy Noether - 1.12.2026", ["mse-gradients.ts"]],
    ]);
  });

  test("are read through to their files", async () => {
    const path = folder(["1-2 - Ada L - Dec 1, 2026 1015 AM/exercises/ex10-mse-gradients/mse-gradients.ts"]);
    expect(Object.values(await found(path))).toEqual([expect.stringMatching(/^\/\/ 1-2 - Ada L - Dec/)]);
  });
});

describe("Gradescope's export", () => {
  const metadata = [
    "---",
    "submission_1:",
    "  :submitters:",
    "  - :name: Ada Lovelace",
    '    :sid: "s001"',
    "    :email: s001@x.edu",
    "  :score: 0.0",
    "submission_2:",
    "  :submitters:",
    "  - :name: Emmy Noether",
    "    :sid:",
    "    :email: emmy@x.edu",
    "submission_3:",
    "  :submitters:",
    "  - :name: A",
    "    :sid: s003",
    "  - :name: B",
    "    :sid: s004",
    "submission_4:",
    "  :submitters:",
    "  - :name: Mallory",
    "    :sid: ../../etc",
    "submission_5:",
    "  :submitters:",
    "  - :name: Mallory",
    "    :sid: s001",
    "",
  ].join("\n");
  const files = [1, 2, 3, 4, 5].map((n) => `submission_${n}/${usual}`);
  const inside = "assignment_77_export";

  test.each(["", `${inside}/`])(
    "calls its folders after their students, and what it cannot call stays as it is: %j",
    async (around) => {
      const path = folder(
        files.map((file) => around + file),
        { [`${around}submission_metadata.yml`]: metadata.replaceAll("\n", around === "" ? "\n" : "\r\n") },
      );
      expect(await found(path)).toEqual(
        Object.fromEntries(
          ["s001", "emmy@x.edu", "submission_3", "submission_4", "submission_5"].map((name, i) => [
            name,
            `// ${around}${files[i]}\n`,
          ]),
        ),
      );
      expect(await besideOf(path)).toEqual([
        "submission_3: handed in by s003, s004",
        'submission_4: not called "../../etc", as its student',
        'submission_5: not called "s001", as its student',
      ]);
    },
  );

  test("is nothing that a student can make: in a student's folder such a file says nothing", async () => {
    const path = folder(
      files.map((file) => `week-2-mallory/${file}`),
      { "week-2-mallory/submission_metadata.yml": metadata },
    );
    expect(Object.keys(await found(path))).not.toContain("s001");
  });
});
