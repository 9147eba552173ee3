/** Functions that the judge has passed, and that go wrong at a capstone's work: without a process, and without a page. */
import { describe, expect, test } from "vitest";
import type { Box, CallOutcome } from "../../grader/box/box.ts";
import type { Capstone } from "../../grader/capstone/capstone.ts";
import { capstones } from "../../grader/capstone/capstones.ts";
import { Hands } from "../../grader/capstone/hands.ts";
import type { Part } from "../../grader/capstone/picture.ts";
import { workOn } from "../../grader/capstone/run.ts";
import { drawPart } from "../../grader/cli/capstone/draw-part.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import { expectedOf, valuesOf } from "../../grader/judge/expected.ts";
import type { Returned, Value } from "../../grader/value.ts";
import { lookOf } from "../../grader/verdict/look.ts";
import { undoubted } from "../../reference/numbers/ambiguous.ts";
import { courseExercise, slugOf } from "../judge/course.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours a terminal
const ANSI = /\u001b\[[\d;]*m/g;

describe("functions that pass, and go wrong at their work", () => {
  const shapes = new Map<string, Value>();

  /** A box whose functions give the right lists and names, with other numbers in them. */
  function boxGiving(number: number, exercises: ReadonlyMap<string, Exercise>): Box {
    let loaded: Exercise | undefined;
    const wrong = (value: Value): Returned =>
      typeof value === "number"
        ? number
        : Array.isArray(value)
          ? value.map(wrong)
          : typeof value === "object"
            ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wrong(inner)]))
            : (value as Returned);
    return {
      output: "",
      layers: [],
      close: () => {},
      load: async ({ source }) => {
        loaded = exercises.get(source);
        return { kind: "loaded", exports: [] };
      },
      call: async (calls) =>
        calls.map(({ fn, args }): CallOutcome => {
          const spec = loaded!.functions[fn]!;
          const inputs = Object.fromEntries(Object.keys(spec.inputs).map((name, i) => [name, args[i]]));
          // Right answers are slow; what is wanted of them is the form, which the lists' lengths and the settings fix.
          const lists = JSON.stringify(inputs).replace(/(?<=[[,])(-?[\d.]+(e[+-]?\d+)?|null)(?=[,\]])/g, "x");
          const key = `${loaded!.slug} ${fn} ${lists.replace(/-?\d+\.\d+(e-?\d+)?|null|-1\b|\b99\b|1e\+300/g, "x")}`;
          try {
            const right = shapes.get(key) ?? undoubted(() => valuesOf(expectedOf(spec, inputs)));
            shapes.set(key, right);
            return { kind: "returned", value: wrong(right), changed: [] };
          } catch (error) {
            return { kind: "threw", message: String(error) };
          }
        }),
    };
  }

  test.each(
    capstones.flatMap((one) => [Number.NaN, -1, 99, 1e300].map((number) => [one.unit, number] as const)),
  )("let capstone %i come to its end where each number is %d", async (unit, number) => {
    const one = capstones.find((each) => each.unit === unit)!;
    const { uses, setting } = one;
    const exercises = new Map<string, Exercise>();
    for (const { exercise } of uses) exercises.set(exercise, await courseExercise(slugOf(exercise)));
    const own = [...exercises].map(([id, exercise]) => ({ exercise, source: id, file: id }));
    const hands = new Hands(boxGiving(number, exercises), own, () => {});
    const look = lookOf({ color: true });
    const parts: Part[] = [];
    await workOn(
      one,
      hands,
      { seed: 7, ...(setting === undefined ? {} : { setting: setting.usual }) },
      (part) => parts.push(part),
    );
    expect(parts.length).toBeGreaterThan(0);
    // Not while it works: it takes what is thrown then for a fault of what the functions gave.
    const lines = parts.flatMap((part) => drawPart(part, look, true)).map((line) => line.replace(ANSI, ""));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.join("\n")).not.toMatch(/undefined|\[object/);
  });

  test("are replaced where a list has another length than it has to have", async () => {
    const exercise = await courseExercise(slugOf("ex49"));
    const told: string[] = [];
    const box: Box = {
      ...boxGiving(0, new Map()),
      call: async () => [{ kind: "returned", value: { Ws: [[[1, 2]]], bs: [[0, 0]] }, changed: [] }],
    };
    const hands = new Hands(box, [{ exercise, source: "x", file: "x" }], (_, why) => told.push(why));
    const layer = { Ws: [[[1, 2]]], bs: [[0]] };
    const after = await hands.ask("updateAll", { ...layer, dWs: [[[2, 2]]], dbs: [[4]], lr: 0.5 }, layer);
    expect(after).toEqual({ Ws: [[[0, 1]]], bs: [[-2]] });
    expect(told).toEqual(["updateAll: bs[0] has 2 entries, as many as v; expected u = 1"]);
  });

  test("end the work in a sentence where it cannot go on; a fault of ours is none of theirs", async () => {
    const exercise = await courseExercise(slugOf("ex09"));
    const stuck: Capstone = {
      unit: 2,
      title: "stuck",
      uses: [],
      async work(hands) {
        await hands.ask("predictLine", { x: [1], w: 1, b: 0 });
        throw new TypeError("of what was given");
      },
    };
    const said: Part[] = [];
    const asked = (source: string | undefined): Promise<void> => {
      const box = boxGiving(0, new Map([["x", exercise]]));
      const hands = new Hands(box, [{ exercise, source, file: "x" }], () => {});
      return workOn(stuck, hands, { seed: 7 }, (part) => said.push(part));
    };
    await expect(asked(undefined)).rejects.toThrow("of what was given");
    expect(said).toEqual([]);
    await asked("x");
    expect(said).toEqual([{ kind: "says", text: expect.stringMatching(/^Here the work ends: /) }]);
  });
});
