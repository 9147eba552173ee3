import { describe, expect, test } from "vitest";
import { nearness } from "../../../grader/class/collect/near-name.ts";

describe("a file's name beside the right one, mse.ts,", () => {
  test.each([
    [
      "mse (1).ts",
      "mse(1).ts",
      "mse - Copy.ts",
      "mse - Copy (2).ts",
      "mse copy.ts",
      "mse copy 2.ts",
      "mse-1.ts",
    ],
    [
      "Copy of mse.ts",
      "Copy (2) of mse.ts",
      "mse (another copy).ts",
      "mse (3rd copy).ts",
      "mse 2.ts",
      "mse.ts (1)",
    ],
    ["Kopie von mse.ts", "mse - Kopie.ts", "mse - Kopie (2).ts", "Copie de mse.ts", "mse - Copie.ts"],
    ["Копия mse.ts", "mse - 副本.ts", "mse のコピー.ts", "mse.ts.txt", "mse.ts.ts", "MSE.ts", "mse.TS"],
    ["lovelaceada_12345_67890_mse.ts", "lovelaceada_LATE_12345_67890_mse-1.ts", "20261101101500_mse.ts"],
  ])("is that of a copy: %s, %s …", (...names) => {
    for (const name of names) expect([name, nearness(name, "mse")]).toEqual([name, "likely"]);
  });

  test.each([
    ["mse.js", "mse.mjs", "mse.cjs", "mse.jsx", "mse.tsx", "mse.mts", "mse (1).js"],
    ["mse_final.ts", "mse-final2.ts", "mse_v2.ts", "mse.txt", "mse.ts.bak", "mse.ts~", "mse"],
    [".mse.ts.icloud", "~$mse.ts", "mse.ts.zip", "\uff4dse.ts", "exercises\\ex09-mse\\mse.ts"],
  ])("is nearly right, and no more than that: %s, %s …", (...names) => {
    for (const name of names) expect([name, nearness(name, "mse")]).toEqual([name, "doubtful"]);
  });

  test("is another's", () => {
    for (const name of [
      "mse-gradients.ts",
      "mse-gradients (1).ts",
      "._mse.ts",
      "mse.d.ts",
      "mse.test.ts",
      "notes.txt",
    ])
      expect([name, nearness(name, "mse")]).toEqual([name, undefined]);
  });

  test("may part its words as it likes", () => {
    for (const name of ["mse_gradients.ts", "mseGradients.ts", "MSE gradients (1).ts"])
      expect(nearness(name, "mse-gradients")).toBe("likely");
  });
});
