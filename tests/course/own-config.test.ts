/** chainrule.config.json: which one counts, what it may say, and which exercises it leaves. */
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, test } from "vitest";
import { configFor, unusedConfig } from "../../grader/course/own/find-config.ts";
import { readConfig } from "../../grader/course/own/read-config.ts";
import { type Stops, selectionOf } from "../../grader/course/own/select.ts";
import { folder, root } from "../cli/run.ts";

const place = folder("chainrule-config-");
afterAll(() => place.remove());

const written = (text: string) => place.file("chainrule.config.json", text);
const read = (config: unknown) => readConfig(written(JSON.stringify(config)));
place.file("my-exercises/readme.txt", "");

const stops: Stops = {
  "ex01-one": { unit: 1, requires: [] },
  "ex02-two": { unit: 1, requires: ["ex01"] },
  "ex10-mse-gradients": { unit: 2, requires: ["ex02"] },
  "ex35-dense-layer": { unit: 6, requires: ["ex02"] },
};
const chosen = (config: object, own: readonly string[] = []) => selectionOf(read(config), stops, own);

test("a class hands in those derivations that a config includes by name", () => {
  const all: Stops = { ...stops, "d06-mse-line": { unit: 2, requires: ["ex01"] } };
  const derivations = (config: object) => selectionOf(read(config), all, []).derivations;
  expect(derivations({ include: ["ex01", "d06"] })).toEqual(["d06-mse-line"]);
  expect(derivations({ path: "all" })).toEqual([]);
  expect(derivations({})).toEqual([]);
});

test("a name that means none is refused without a command that the config itself keeps from working", () => {
  expect(() => chosen({ include: ["ex99"] })).toThrow(
    'include[0]: "ex99": no such exercise; they lie in node_modules/chainrule/exercises',
  );
});

describe("a config says", () => {
  const schema = JSON.parse(readFileSync(join(root, "grader/course/own/config.schema.json"), "utf8"));
  const fits = new Ajv().compile(schema);

  const wrong: readonly (readonly [unknown, string])[] = [
    [{ exlude: ["ex01"] }, '"exlude" is no key; did you mean "exclude"?'],
    [{ zzz: 1 }, '"zzz" is no key; the keys are path, include, exclude, extend, due, timeZone, points'],
    [{ path: "network" }, 'path: all, networks, weekend expected, got "network"'],
    [{ include: "ex01" }, 'include: a list of exercises such as ["ex09", "ex10"] expected, got "ex01"'],
    [{ exclude: [1] }, 'exclude: a list of exercises such as ["ex09", "ex10"] expected, got [1]'],
    [{ due: "soon" }, 'due: a date such as "2026-12-01", or dates by exercise, expected, got "soon"'],
    [{ due: { ex10: 5 } }, 'due.ex10: a date such as "2026-12-01", or dates by exercise, expected, got 5'],
    [{ points: 0 }, "points: a whole number from 1 to 1000, or numbers by exercise, expected, got 0"],
    [{ extend: "" }, 'extend: a folder such as "./my-exercises" expected, got ""'],
    [[], 'a JSON object expected, such as { "exclude": ["ex73"] }'],
  ];
  test.each(wrong)("%j is refused in one line, and by the schema", (config, message) => {
    expect(() => read(config)).toThrow(`chainrule.config.json: ${message}`);
    expect(fits(config)).toBe(false);
  });

  test.each([
    [{ extend: "./my-exercise" }, 'extend: a folder that is there expected, got "./my-exercise"'],
    [{ timeZone: "Berlin" }, 'timeZone: a name such as "Europe/Berlin" expected, got "Berlin"'],
    [{ due: "2026-02-31" }, "due: a date such as"],
  ])("%j is refused, though no schema can tell", (config, message) => {
    expect(() => read(config)).toThrow(message);
    expect(fits(config)).toBe(true);
  });

  test("text that is no JSON is refused, and a byte order mark is none", () => {
    expect(() => readConfig(written("{ exclude: [] }"))).toThrow(/^chainrule\.config\.json: JSON expected: /);
    expect(readConfig(written("\uFEFF{}")).exclude).toEqual([]);
    expect(() => readConfig(join(place.path, "none.json"))).toThrow("there is none");
  });

  test("the example of the fixture fits, and so does an empty one", () => {
    const example = readFileSync(join(root, "tests/fixtures/own-course/chainrule.config.json"), "utf8");
    expect(fits(JSON.parse(example))).toBe(true);
    expect(readConfig(written(example)).points).toEqual({ ex74: 30 });
    expect(fits({})).toBe(true);
  });
});

describe("a course of one's own has", () => {
  test("all exercises and its own, where nothing is chosen", () => {
    expect(chosen({}, ["ex74-cube"])).toEqual({
      kept: Object.keys(stops),
      own: ["ex74-cube"],
      derivations: [],
      due: {},
      points: {},
    });
  });

  test("those of a path with what they build on, and those included, less the excluded", () => {
    expect(chosen({ path: "networks" }).kept).toEqual(["ex01-one", "ex02-two", "ex35-dense-layer"]);
    const more = chosen({ path: "networks", include: ["mse-gradients"], exclude: ["ex01"] }).kept;
    expect(more).toEqual(["ex02-two", "ex10-mse-gradients", "ex35-dense-layer"]);
  });

  test("dates and points by exercise, with * for the others", () => {
    const { due, points } = chosen({
      include: ["ex01", "ex10"],
      due: { "*": "2026-12-01", ex10: "2026-12-08" },
      points: { ex10: 5 },
    });
    expect(due).toEqual({ "ex01-one": "2026-12-01", "ex10-mse-gradients": "2026-12-08" });
    expect(points).toEqual({ "ex10-mse-gradients": 5 });
  });

  test("an exercise in the place of one that is left out", () => {
    const own = ["ex10-mse-gradients", "ex02-second"];
    const { kept } = chosen({ exclude: ["ex10", "ex02-two"] }, own);
    expect(kept).toEqual(["ex01-one", "ex35-dense-layer"]);
  });

  test.each([
    [{ exclude: ["ex1O"] }, [], 'chainrule.config.json: exclude[0]: "ex1O": no such exercise; did you mean'],
    [{ points: { ex99: 5 } }, [], 'chainrule.config.json: points.ex99: "ex99": no such exercise'],
    [{}, ["ex10-cube"], "ex10-cube: has the number of ex10-mse-gradients; rename the folder"],
    [{}, ["ex74-two"], "ex74-two: has the name of ex02-two; rename the folder"],
    [{}, ["ex02-two"], "ex02-two: has the number of the course's own exercise; rename the folder"],
    [{ include: [] }, [], "chainrule.config.json: leaves no exercise; exclude fewer"],
  ])("no mistake that goes unsaid: %j with %j", (config, own, message) => {
    expect(() => chosen(config, own)).toThrow(message);
  });
});

describe("the config that counts", () => {
  place.file("course/node_modules/chainrule/dist/chainrule.js", "");
  place.file("course/student/grader/chainrule.js", "");
  const config = place.file("course/chainrule.config.json", "{}");
  place.file("course/student/chainrule.config.json", "{}");
  const at = (...path: string[]) => join(place.path, "course", ...path);
  const dist = at("node_modules/chainrule/dist");

  test("is that of the folder which the program is installed in, wherever somebody stands", () => {
    expect(configFor({ dist, by: "", env: {} })).toBe(config);
    expect(unusedConfig(dist, at("student"))).toBe(at("student/chainrule.config.json"));
  });

  test("is found from a link to a program that lies elsewhere", () => {
    place.file("elsewhere/dist/chainrule.js", "");
    const elsewhere = join(place.path, "elsewhere", "dist");
    expect(configFor({ dist: elsewhere, by: "", env: {} })).toBeUndefined();
    symlinkSync(join(elsewhere, "chainrule.js"), at("node_modules/.bin-chainrule"));
    expect(configFor({ dist: elsewhere, by: at("node_modules/.bin-chainrule"), env: {} })).toBe(config);
  });

  test("is the one that a variable names", () => {
    const env = { CHAINRULE_CONFIG: "/x/y.json" };
    expect(configFor({ dist, by: "", env })).toMatch(/y\.json$/);
  });

  test("is none for a student's repository, whatever lies there", () => {
    const env = { CHAINRULE_CONFIG: config };
    expect(configFor({ dist: at("student/grader"), by: at("node_modules/x"), env })).toBeUndefined();
    expect(unusedConfig(at("student/grader"), at("student"))).toBeUndefined();
  });
});
