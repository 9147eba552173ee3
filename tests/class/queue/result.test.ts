import { afterAll, describe, expect, it } from "vitest";
import { outcomeFrom } from "../../../grader/class/queue/result.ts";
import { resultText } from "../../../grader/class/queue/result-text.ts";
import { fingerprintsOf } from "../../../grader/class/similar/fingerprints.ts";
import { createNodeBox } from "../../../grader/library.ts";
import { modelAnswer, verdictOn } from "../../judge/student.ts";
import { fileOf } from "./in-process.ts";

describe("the result of a file", async () => {
  const box = createNodeBox();
  afterAll(() => box.close());
  const source = modelAnswer("ex09");
  const own = fileOf(source);
  const verdict = { ...(await verdictOn(box, "ex09", source)), sha256: own.sha256 };
  const file = { ...own, slug: verdict.exercise };
  const asked = { file, seed: verdict.seed, maxScore: verdict.maxScore, layers: verdict.box.inForce };
  const fingerprints = fingerprintsOf(source);

  it("comes to the producer with the fingerprints that the worker has taken", () => {
    expect(fingerprints.length).toBeGreaterThan(5);
    const outcome = outcomeFrom(resultText({ key: file.key, verdict, fingerprints }), asked);
    expect(outcome).toMatchObject({ key: file.key, verdict: { score: verdict.score } });
    expect(outcome).toHaveProperty("fingerprints", fingerprints);
  });

  it.each([
    ["texts", ["1"]],
    ["fractions", [0.5]],
    ["numbers beyond 32 bits", [2 ** 32]],
    ["more of them than the file has letters", new Array(source.length + 1).fill(1)],
    ["a record", { 0: 1 }],
  ])("is believed without fingerprints that are %s", (_, wrong) => {
    const text = JSON.stringify({
      ...JSON.parse(resultText({ key: file.key, verdict })),
      fingerprints: wrong,
    });
    const outcome = outcomeFrom(text, asked);
    expect(outcome).toHaveProperty("verdict");
    expect(outcome).not.toHaveProperty("fingerprints");
  });
});
