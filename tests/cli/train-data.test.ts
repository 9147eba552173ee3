/** `npm run train` on the user's own data. */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./run.ts";
import { trainFolder } from "./train-folder.ts";

const { at, file, remove, train } = trainFolder();

afterAll(remove);

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
