import { afterAll, describe, expect, test } from "vitest";
import { hireHands } from "../../../grader/cli/jobs/job-hands.ts";
import { checkGradient } from "../../../reference/jobs/gradient-check.ts";
import { answering, crewFor, type Hand } from "../../../reference/jobs/hands.ts";
import { subjectOf } from "./subject.ts";

const team = hireHands(2);
afterAll(team.dismiss);
const subject = subjectOf([7, 30, 20, 5], "tanh", "crossEntropy", 200);

/** A hand in this thread that is lost after so many answers. */
function lostAfter(answers: number): Hand & { asked: number } {
  const answer = answering();
  const hand = {
    asked: 0,
    async ask(message: Parameters<Hand["ask"]>[0]) {
      if (hand.asked++ >= answers) throw new Error("lost");
      return answer(message);
    },
  };
  return hand;
}

describe("the work of a job", () => {
  test("has the same bits on one thread and on two", async () => {
    const alone = await checkGradient(subject);
    const shared = await checkGradient(subject, { hands: team.hands });
    expect(shared.numerical).toEqual(alone.numerical);
  });

  test.each([0, 1, 3])("is done although a hand is lost after %i answers", async (answers) => {
    const hand = lostAfter(answers);
    const check = await checkGradient(subject, { hands: [hand] });
    expect(hand.asked).toBe(answers + 1);
    expect(check.worst).toBeLessThan(1e-10);
  });

  test("stops at the next piece when it is called off, on this thread and on others", async () => {
    for (const hands of [undefined, team.hands]) {
      const control = new AbortController();
      let told = 0;
      const progress = (): void => {
        if (++told === 3) control.abort(new Error("enough"));
      };
      await expect(checkGradient(subject, { hands, signal: control.signal, progress })).rejects.toThrow(
        "enough",
      );
      // What is under way on the other thread still comes.
      expect(told).toBeLessThanOrEqual(hands === undefined ? 3 : 4);
    }
    // The threads are still good for another job.
    expect((await checkGradient(subject, { hands: team.hands })).worst).toBeLessThan(1e-10);
  });

  test("is not begun when it was called off before", async () => {
    await expect(checkGradient(subject, { signal: AbortSignal.abort(new Error("no")) })).rejects.toThrow(
      "no",
    );
  });

  test("tells a share that grows to 1", async () => {
    const shares: number[] = [];
    await checkGradient(subject, { progress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(5);
  });

  test("leaves the thread free for others in between", async () => {
    const rows = Array.from({ length: 40 }, (_, k) => ({ first: k, last: k + 1 }));
    const X = new Float64Array(40);
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const heavy = Array.from({ length: 400 }, () => rows).flat();
    await checkGradient(subjectOf([60, 60, 10], "tanh", "crossEntropy", 2048));
    await crewFor("moments", { X, m: 1 }).all(heavy);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(2);
  });

  test("passes on an error of the work itself", async () => {
    const crew = crewFor(
      "landscape",
      { ...subject, U: subject.P, V: subject.P, shape: { ...subject.shape, sizes: [1] } },
      team.hands,
    );
    await expect(crew.all([Float64Array.of(0, 0)])).rejects.toThrow(/at least two layers expected/);
  });
});
