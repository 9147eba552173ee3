import { afterAll, describe, expect, test } from "vitest";
import { assertStrong, isSound } from "../../grader/cli/box/official.ts";
import { examineNode } from "../../grader/cli/doctor/node.ts";
import { derivationText } from "../../grader/cli/grade/watch/derivation.ts";
import { nearest } from "../../grader/course/nearest.ts";
import { typingErrors } from "../../grader/judge/typing-errors.ts";
import { folder, root } from "./run.ts";

describe("the nearest name", () => {
  test("is a few typing errors away, a swap counting once", () => {
    expect(typingErrors("mse-gradeints", "mse-gradients")).toBe(1);
    expect(nearest("Sigmiod", ["softmax", "sigmoid"])).toBe("sigmoid");
  });

  test("is none where nothing is near", () => {
    expect(nearest("banana", ["softmax", "sigmoid"])).toBeUndefined();
  });
});

describe("an official run", () => {
  const layer = (name: string, inForce: boolean) => ({ name, inForce, note: "" });

  test.each([
    ["20.20.2", false],
    ["22.22.9", false],
    ["22.23.0", true],
    ["24.17.1", true],
    ["25.9.9", false],
    ["26.3.1", true],
    ["28.0.0", true],
  ])("counts Node %s as sound: %s", (version, sound) => {
    expect(isSound(version)).toBe(sound);
  });

  test("needs bubblewrap, or prlimit with a sound Node, unless told otherwise", () => {
    const weak = [layer("prlimit", true), layer("bubblewrap", false)];
    expect(() => assertStrong(weak, "20.20.2", false)).toThrow("--allow-weak-box");
    expect(() => assertStrong(weak, "20.20.2", true)).not.toThrow();
    expect(() => assertStrong(weak, "24.17.0", false)).not.toThrow();
    expect(() => assertStrong([layer("bubblewrap", true)], "20.20.2", false)).not.toThrow();
  });
});

test.each([
  ["18.20.0", "no"],
  ["20.18.0", "no"],
  ["20.20.2", "missing"],
  ["24.17.0", "yes"],
  ["25.1.0", "missing"],
])("doctor says of Node %s: %s", (version, state) => {
  expect(examineNode(version, "2026-11-21").state).toBe(state);
});

describe("a derivation beside the editor", () => {
  const here = folder();
  afterAll(here.remove);
  here.file(
    "site/derivations/line.md",
    "# Line\n\n## Step 1: square\n\na\n\n## Step 2: mean\n\nb\n\n### why\n\nc\n",
  );

  test("is the step that a finding names, and where it stands", () => {
    const text = derivationText(here.path, "line#step-1");
    expect(text).toBe("## Step 1: square\n\na\n\nDerivation: site/derivations/line.md, step 1");
    expect(derivationText(here.path, "line#step-2")).toContain("### why\n\nc");
  });

  test("is shown without the lines that only the checker reads", () => {
    const step = derivationText(root, "mse-line#step-4");
    expect(step).toMatch(/^## Step 4: the gradient by the slope\n\n\$\$[\s\S]*turns the line more\./);
    expect(step).not.toMatch(/^ends:|\n{3}/m);
  });

  test("is only named where it is not there", () => {
    expect(derivationText(here.path, "none#step-3")).toBe("Derivation: site/derivations/none.md, step 3");
  });
});
