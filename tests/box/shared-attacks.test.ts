import { afterAll, describe, expect, it } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";
import { attacks, bothCalls, breaches, right, survivors } from "./fixtures.ts";

const all = attacks();
const isHere = all.length > 0;

/** Submissions that give right numbers although they break the contract in another way: the judge's to find. */
const rightNumbers = new Set(["a49-mutate-but-right"]);

describe.skipIf(!isHere)(
  `the shared attacks${isHere ? "" : " (skipped: ../shared/attacks is not here)"}`,
  () => {
    const box = createNodeBox({ loadMs: 700, callMs: 700, totalMs: 3000, spare: true });
    afterAll(() => box.close());

    for (const { name, program } of all) {
      it(`${name.startsWith("p") ? "runs" : "contains"} ${name}`, async () => {
        const loaded = await box.load(program);
        const outcomes = loaded.kind === "loaded" ? await box.call(bothCalls) : [];
        const values = outcomes.map((o) => (o.kind === "returned" ? o.value : undefined));
        const wanted = [expect.closeTo(right.mseLossDw, 9), expect.closeTo(right.mseLossDb, 9)];
        if (name.startsWith("p") || rightNumbers.has(name)) expect(values).toEqual(wanted);
        else expect(values).not.toEqual(wanted);
        if (rightNumbers.has(name)) expect(outcomes[0]).toMatchObject({ changed: [0, 1] });
        expect(breaches()).toEqual([]);
        expect(survivors().filter((line) => !line.includes("runner.cjs"))).toEqual([]);
      });
    }
  },
);
