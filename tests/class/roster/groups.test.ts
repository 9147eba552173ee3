import { afterAll, describe, expect, test } from "vitest";
import { studentResults } from "../../../grader/class/assemble.ts";
import { policyOf } from "../../../grader/class/policy/policy.ts";
import { keyOf } from "../../../grader/class/results.ts";
import type { Verdict } from "../../../grader/verdict/verdict.ts";
import { exercises, lists, whoIs } from "./list.ts";

const made = lists();
afterAll(() => made.remove());

describe("those who handed in together", () => {
  test("are a group where the download says so, whatever the roster says", () => {
    const folders = ["submission_1", "s003"];
    const handedInBy = new Map([["submission_1", ["s001", "zoe@x.edu", "left@x.edu"]]]);
    const text = "Name,SID,Email\nAnn,s001,ann@x.edu\nZoe,s002,zoe@x.edu\nDee,s003,dee@x.edu\n";
    const list = made.of(text, { folders, handedInBy });
    expect(whoIs(list, folders)).toEqual([
      ["submission_1", "s001", "submission_1"],
      ["submission_1", "s002", "submission_1"],
      ["s003", "s003"],
    ]);
  });

  test("in Moodle have their group before each name, which all folders have then", () => {
    const folders = [
      "Team 3-Ann Alpha_7001_assignsubmission_file",
      "Default-Dee-Ann Delta_7003_assignsubmission_file",
    ];
    const text = "First name,Last name,ID number,Email address\nAnn,Alpha,s001,\nDee-Ann,Delta,s003,\n";
    expect(whoIs(made.of(text, { folders }), folders).map(([, who]) => who)).toEqual(["s001", "s003"]);
  });

  test("are nobody where a hyphen is a name's own", () => {
    const folders = ["Dee-Ann Alpha_7001_assignsubmission_file", "Zoe Beta_7002_assignsubmission_file"];
    const text = "First name,Last name,ID number,Email address\nAnn,Alpha,s001,\nZoe,Beta,s002,\n";
    expect(whoIs(made.of(text, { folders }), folders).map(([, who]) => who)).toEqual([undefined, "s002"]);
  });
});

describe("a group", () => {
  const folders = ["week-2-team-a", "week-2-s003"];

  test.each([
    ["one login", "identifier,name,github\ns001,Ann,team-a\ns002,Zoe,Team-A\ns003,Dee,s003\n"],
    [
      "one repository",
      "identifier,repository\ns001,https://github.com/my/week-2-team-a.git\ns002,week-2-team-a\ns003,\n",
    ],
    ["one folder", "identifier,folder\ns001,week-2-team-a\ns002,week-2-team-a\ns003,week-2-s003\n"],
  ])("is those whose rows name %s", (_, text) => {
    const list = made.of(text, { folders });
    expect(whoIs(list, folders)).toEqual([
      ["week-2-team-a", "s001", "week-2-team-a"],
      ["week-2-team-a", "s002", "week-2-team-a"],
      ["week-2-s003", "s003"],
    ]);
    expect(list.match).toMatchObject({
      groups: [{ name: "week-2-team-a", folder: "week-2-team-a", members: ["s001", "s002"] }],
      unmatchedRows: [],
    });
  });

  test.each([
    ["called after the group", ["week-2-team-a", "week-2-s003"]],
    ["called after one of its members", ["week-2-s002", "week-2-s003"]],
  ])("is those of one name in the column for groups, in a folder %s", (_, both) => {
    const list = made.of("identifier,group\ns001,Team A\ns002,team a\ns003,\n", { folders: both });
    expect(whoIs(list, both)).toEqual([
      [both[0], "s001", "Team A"],
      [both[0], "s002", "Team A"],
      [both[1], "s003"],
    ]);
  });

  test("may lack identifiers: then its members are told apart by their names", () => {
    const list = made.of("name,github\nAnn,team-a\nZoe,team-a\nDee,s003\n", { folders });
    expect(whoIs(list, folders).map(([, identifier]) => identifier)).toEqual(["Ann", "Zoe", "s003"]);
  });

  test("of whom two have handed in is none, and for the third it is unclear what counts", () => {
    const list = made.of("identifier,group\ns001,A\ns002,A\ns003,A\n", { folders: ["s001", "s002"] });
    expect(whoIs(list, ["s001", "s002"])).toEqual([
      ["s001", "s001"],
      ["s002", "s002"],
    ]);
    expect(list.absent).toMatchObject([{ name: { identifier: "s003" }, absence: "unclear" }]);
  });

  test("is meant as a whole by what its members share, and else one of them", () => {
    const list = made.of("identifier,name,github\ns001,Ann,team-a\ns002,Zoe,team-a\ns003,Dee,s003\n", {
      folders,
      prefix: "week-2-",
    });
    const [ann, zoe] = list.namesOf("week-2-team-a").map(keyOf);
    expect(ann).not.toBe(zoe);
    for (const text of ["team-a", "week-2-team-a"]) expect(list.find(text)).toEqual([[ann, zoe]]);
    expect([list.find("s001"), list.find("zoe"), list.find("nobody")]).toEqual([[[ann]], [[zoe]], []]);
  });

  test("is graded once, and each member has their own extensions and overrides", () => {
    const [slug] = ["ex09-mse"];
    const due = Date.parse("2026-10-01T12:00:00Z");
    const names = ["s001", "s002"].map((identifier) => ({ folder: "team", group: "team", identifier }));
    const [ann, zoe] = names.map(keyOf);
    const record = {
      folder: "team",
      remarks: [],
      attempts: [{ name: "", number: 1, files: new Map([[slug!, { key: "k", sha256: "" }]]) }],
    };
    const grounds = {
      exercises,
      policy: policyOf({ due: "2026-10-01T12:00:00Z", perDay: "50%", missing: "zero" }, [slug!]),
      // Each of them has pushed; the later push counts for both.
      times: new Map([
        [ann!, new Map([["*/*", due]])],
        [zoe!, new Map([["*/*", due + 1000]])],
      ]),
      extensions: new Map([[zoe!, new Map([["*", { days: 2 }]])]]),
      overrides: new Map([[ann!, new Map([["ex10-mse-gradients", { score: 12.5, reason: "oral" }]])]]),
      verdictOf: () => ({ score: 20, maxScore: 20, status: "pass" }) as unknown as Verdict,
    };
    const results = studentResults(names, record, grounds);
    expect(results.map(({ identifier, score }) => [identifier, score])).toEqual([
      ["s001", 22.5],
      ["s002", 20],
    ]);
  });
});
