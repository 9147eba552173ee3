import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { models } from "../../reference/train/models.ts";
import { folder, run, start } from "./run.ts";

const { path, file, remove } = folder();
afterAll(remove);
const at = (name: string): string => join(path, name);
const train = (...args: string[]) => run(["train", ...args], { cwd: path });

describe("train", () => {
  test("lists the models with their documents where none is named", () => {
    const { code, stdout } = train();
    expect(code).toBe(0);
    for (const { name, source } of models.values()) {
      expect(stdout).toContain(`  ${name} `);
      expect(stdout.replace(/\s+/g, " ")).toContain(source);
    }
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("prints what the run depends on, the loss on the way and as a curve, within 80 columns", () => {
    const { code, stdout, stderr } = train("circles", "--iterations", "700");
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/learning rate 0\.0025\n/);
    expect(stdout).toMatch(/^ +0 +1566\.9364 +50\.00 %$/m);
    expect(stdout).toMatch(/^ {2}loss {2}[▁-█]{30,} {2}1567 → [\d.]+ \(log\)$/m);
    expect(stdout).toMatch(/\n700 iterations in [\d.]+ s\.\n$/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("draws the curve with plain characters where there is no Unicode", () => {
    const { stdout } = run(["train", "adaline"], { env: { LANG: "C" } });
    expect(stdout).toMatch(/^ {2}loss {2}[_.:=+*#-]{20,} {2}0\.444 -> 0\.09734$/m);
  });

  test("looks at a network: its whole gradient, what it says of the plane, its loss around", () => {
    const { code, stdout, stderr } = train("circles", "--iterations", "1000", "--look", "--device", "cpu");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("All 17 parameters: gradient beside central differences, 256 examples");
    const off = [...stdout.matchAll(/^ {2}[Wb]\d +[\d×]+ +off by (\S+) of its length$/gm)].map(([, x]) =>
      Number(x),
    );
    expect(off).toHaveLength(4);
    // h² of the step 2⁻²⁰ is 1e-12; wide of it by a factor of 1e4, and far below any wrong formula.
    for (const share of off) expect(share).toBeLessThan(1e-8);
    const map = stdout.split("\n").filter((line) => /^ {2}[.#]{60}$/.test(line));
    expect(map).toHaveLength(20);
    // The inner circle is class 1, and the corners belong to the outer one.
    expect(map[10]!.slice(25, 40)).toBe("#".repeat(15));
    expect([map[0]![2], map[0]![61], map[19]![2], map[19]![61]]).toEqual([".", ".", ".", "."]);
    expect(stdout.split("\n").filter((line) => line.indexOf("O ") === 22)).toHaveLength(1);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("looks at nothing but networks, and draws into no JSON", () => {
    const none = train("adaline", "--look");
    expect(none.code).toBe(2);
    expect(none.stderr).toMatch(
      /^--look: a network trained by batches expected, such as circles.* adaline is none\n/,
    );
    const both = train("circles", "--look", "--json");
    expect([both.code, both.stdout]).toEqual([2, ""]);
    expect(both.stderr).toMatch(/^--look draws a picture, and --json prints none; leave one out\n/);
  });

  test("gives the history as one JSON object and nothing else", () => {
    const { code, stdout, stderr } = train("adaline", "--json");
    expect([code, stderr]).toEqual([0, ""]);
    const said = JSON.parse(stdout);
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(said).toMatchObject({
      schema: "chainrule/training@1",
      model: "adaline",
      done: 50,
      status: "done",
    });
    expect(said.history[0]).toMatchObject({ step: 0, accuracy: 0.5 });
    expect(said.history.at(-1)).toMatchObject({ step: 50 });
    expect(said.history.map(({ step }: { step: number }) => step)).toEqual(
      Array.from({ length: 51 }, (_, k) => k),
    );
    expect(said.parameters.w).toHaveLength(2);
  });

  test("gives the same run twice, and another one for another seed", () => {
    const [a, b, c] = [["7"], ["7"], ["8"]].map(
      ([seed]) => JSON.parse(train("xor", "--iterations", "20", "--seed", seed!, "--json").stdout).history,
    );
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
  });

  test("stops a run that diverges, with the step and the limit where it is known", () => {
    const { code, stdout, stderr } = train("adaline", "--learning-rate", "0.1");
    expect(code).toBe(1);
    expect(stderr).toBe(
      "The run diverges: by epoch 6 the loss is 1.14769e+10. 0.1 is too large a learning rate; here descent needs --learning-rate below 0.0192613\n",
    );
    expect(stdout).not.toMatch(/ 50 epochs in/);
    const unknown = train("xor", "--learning-rate", "10", "--json");
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/^The run diverges: by epoch \d+ .* try --learning-rate 1\n$/);
    expect(JSON.parse(unknown.stdout)).toMatchObject({ status: "diverged" });
  });

  test("stops on Ctrl-C and keeps what is reached", async () => {
    const name = at("stopped.json");
    const { child, until, ended, said } = start(["train", "circles", "--save", name], path);
    await until(/^ +100 /m);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(said.stdout).toMatch(/\nStopped at iteration \d+ of 50000 in/);
    const saved = JSON.parse(readFileSync(name, "utf8"));
    expect(saved.run.done).toBe(Number(/Stopped at iteration (\d+)/.exec(said.stdout)![1]));
  });
});

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

/** An IDX file with these sizes. */
function idx(shape: readonly number[], length = shape.reduce((a, b) => a * b, 1)): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x800 + shape.length);
  shape.forEach((size, i) => {
    view.setUint32(4 + 4 * i, size);
  });
  return bytes;
}

describe("the user's data", () => {
  test.each<[string, string, RegExp]>([
    [
      "a wrong header",
      "tv,sales\n1,2\n2,3\n",
      /line 1: a header with radio, sales expected, radio missing in "tv,sales"/,
    ],
    ["NaN", "radio,sales\n1,2\nNaN,3\n", /row 2, column radio: a number expected, got "NaN"/],
    ["a gap", "radio,sales\r\n1,2\r\n3,\r\n", /row 2, column sales: a number expected, got ""/],
    ["infinity", "radio,sales\n1,1e999\n3,4\n", /row 1, column sales: a number expected, got "1e999"/],
    ["a row that is too short", "radio,sales\n1,2\n3\n", /line 3: 2 fields expected, got 1/],
  ])("with %s are refused with the place", (_, text, says) => {
    const csv = file("data.csv", text);
    const { code, stdout, stderr } = train("line", "--data", csv, "--json");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  test.each<[string, Uint8Array, Uint8Array, RegExp]>([
    [
      "IDX that is cut off",
      idx([2, 28, 28], 700),
      idx([2]),
      /16 \+ 2 × 28 × 28 bytes expected, got 716; the file is cut off/,
    ],
    [
      "gzip that is cut off",
      gzipSync(idx([2, 28, 28])).subarray(0, 25),
      idx([2]),
      /images-idx3-ubyte: its gzip data are cut off/,
    ],
    [
      "fewer labels than images",
      idx([2, 28, 28]),
      idx([1]),
      /labels: one for each of 2 images expected, got 1/,
    ],
    ["labels for images", idx([2]), idx([2]), /images: an IDX file of bytes with 3 axes expected/],
  ])("with %s are refused", (_, images, labels, says) => {
    const name = file("my-images-idx3-ubyte", images);
    file("my-labels-idx1-ubyte", labels);
    const { code, stderr } = train("digits", "--data", name);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });

  test("zipped or not, digits are the same", () => {
    const images = idx([3, 28, 28]);
    for (let k = 16; k < images.length; k += 7) images[k] = k % 256;
    const labels = Uint8Array.from([...idx([3]).subarray(0, 8), 1, 2, 3]);
    file("plain-images-idx3-ubyte", images);
    file("plain-labels-idx1-ubyte", labels);
    file("zipped-images-idx3-ubyte.gz", gzipSync(images));
    file("zipped-labels-idx1-ubyte.gz", gzipSync(labels));
    const losses = ["plain-images-idx3-ubyte", "zipped-images-idx3-ubyte.gz"].map(
      (name) => JSON.parse(train("digits", "--data", at(name), "--iterations", "2", "--json").stdout).history,
    );
    expect(losses[0]).toHaveLength(3);
    expect(losses[1]).toEqual(losses[0]);
  });

  test("are refused by a model that makes its own", () => {
    writeFileSync(at("x.csv"), "a\n1\n");
    expect(train("xor", "--data", at("x.csv")).stderr).toMatch(
      /xor makes its own data and takes no file; leave --data out/,
    );
  });

  test.each([
    [["--device", "gpu"], /^--device: auto, cpu or webgpu, got "gpu"\n$/],
    [["--iterations", "0"], /^--iterations: a whole number from 1/],
    [["--learning-rate", "-1"], /^--learning-rate: a positive number/],
  ])("options that mean nothing are refused: %j", (more, says) => {
    const { code, stderr } = train("adaline", ...more);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });

  test("the GPU that is asked for and not there is said in one line, and the CPU does it", () => {
    const { code, stderr, stdout } = run(["train", "circles", "--iterations", "5", "--device", "webgpu"], {
      env: { VK_DRIVER_FILES: "/none" },
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^The CPU does it: .+\n$/);
    expect(stdout).toMatch(/5 iterations in/);
  });
});
