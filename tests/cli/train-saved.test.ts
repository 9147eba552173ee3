/** Runs of `npm run train` that are saved, and gone on with. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { trainFolder } from "./train-folder.ts";

const { at, file, path, remove, train } = trainFolder();

afterAll(remove);

describe("a saved run", () => {
  test.each([
    ["circles", 60],
    ["digits", 2],
    ["xor", 40],
    ["xor-deep", 6],
    ["line", 300],
    ["logistic", 40],
    ["perceptron", 10],
    ["perceptron-blobs", 6],
    ["paraboloid", 10],
    ["adaline", 20],
    ["adaline-sgd", 6],
    ["blobs-deep", 6],
  ])("of %s goes on to the same bits as one without a break", (model, steps) => {
    const [whole, half] = [at(`${model}-whole.json`), at(`${model}-half.json`)];
    expect(train(model, "--iterations", `${steps}`, "--save", whole).code).toBe(0);
    expect(train(model, "--iterations", `${steps / 2}`, "--save", half).code).toBe(0);
    const on = train("--load", half, "--iterations", `${steps}`, "--save", half);
    expect(on.code).toBe(0);
    expect(on.stdout).toContain(`${steps}, on from ${steps / 2}\n`);
    const [a, b] = [whole, half].map((name) => JSON.parse(readFileSync(name, "utf8")));
    expect(b.state).toEqual(a.state);
    expect(b.run.done).toBe(steps);
    expect(b.run.history.at(-1)).toEqual(a.run.history.at(-1));
    // It could have differed: the run at half its way is another one.
    expect(Object.values(a.state).join("").length).toBeGreaterThan(10);
  });

  const saved = at("adaline.json");
  const text = (): string => {
    expect(train("adaline", "--iterations", "5", "--save", saved).code).toBe(0);
    return readFileSync(saved, "utf8");
  };

  test("leaves nothing beside itself", () => {
    text();
    expect(readdirSync(path).filter((name) => name.includes(".tmp"))).toEqual([]);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    [
      "cut off",
      (t) => t.slice(0, t.length / 2),
      /is no saved run or only a part of one; --save writes such files\n$/,
    ],
    [
      "changed",
      (t) => t.replace('"done":5', '"done":4'),
      /is damaged: its checksum does not fit; start again without --load\n$/,
    ],
    [
      "of another version",
      (t) => t.replace("training-state@1", "training-state@2"),
      /is of version chainrule\/training-state@2, chainrule\/training-state@1 expected/,
    ],
    ["something else", () => '{"a":1}', /is no saved run; --save writes such files\n$/],
    ["no object", () => "null", /is no saved run; --save writes such files\n$/],
  ])("that is %s is refused in one line", (_, spoil, says) => {
    const spoilt = file("spoilt.json", spoil(text()));
    const { code, stdout, stderr } = train("--load", spoilt);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  test.each<[string[], RegExp]>([
    [
      ["--learning-rate", "0.5"],
      /^--learning-rate: .* holds a run with 0\.019, got 0\.5; a run goes on as it began, so leave it out\n$/,
    ],
    [["--seed", "3"], /^--seed: .* holds a run with none, got 3/],
    [["--iterations", "3"], /^--iterations: .* has come to 5, at least as many expected, got 3\n$/],
  ])("goes on as it began: %j is refused", (more, says) => {
    text();
    const { code, stderr } = train("--load", saved, ...more);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });

  test("of another model, or that is not there, is refused", () => {
    text();
    expect(train("line", "--load", saved)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^model: .* holds a run with adaline, got line/),
    });
    expect(train("--load", at("none.json"))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/none\.json cannot be read: no such file or folder\n$/),
    });
  });

  test("cannot be written into a folder that is not there, which is said before the work is done", () => {
    const { code, stderr } = train("adaline", "--save", join(path, "none", "a.json"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--save: .* cannot be written: no such file or folder; choose another file\n$/);
  });

  test("on the user's data wants the same file again", () => {
    const csv = file("sales.csv", "radio,sales\n1,2\n2,3\n5,7\n");
    const other = file("other.csv", "radio,sales\n1,2\n2,3\n5,8\n");
    const kept = at("line.json");
    expect(train("line", "--data", csv, "--iterations", "5", "--save", kept).code).toBe(0);
    expect(train("--load", kept).stderr).toMatch(
      /holds a run on a file of the user's; name the same file with --data/,
    );
    expect(train("--load", kept, "--data", other).stderr).toMatch(/name the same file with --data/);
    expect(train("--load", kept, "--data", csv, "--iterations", "9").code).toBe(0);
  });
});
