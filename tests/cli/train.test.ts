/** Runs of `npm run train`, as they are printed, stopped and looked at. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { models } from "../../reference/train/models.ts";
import { run, start } from "./run.ts";
import { trainFolder } from "./train-folder.ts";

const { at, path, remove, train } = trainFolder();

afterAll(remove);

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
