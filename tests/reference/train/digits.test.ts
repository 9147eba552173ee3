import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { digitData, digitsFrom } from "../../../reference/data/digits.ts";
import { digits } from "../../../reference/train/digits.ts";

/** An IDX file with these sizes and bytes of one value. */
function idx(shape: readonly number[], value = 0, length = shape.reduce((a, b) => a * b, 1)): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length + length).fill(value);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x800 + shape.length);
  shape.forEach((size, i) => {
    view.setUint32(4 + 4 * i, size);
  });
  return bytes;
}

test("after two epochs the network knows more than a guess among ten", () => {
  const run = digits.train({ learningRate: digits.learningRate });
  run.step();
  run.step();
  expect(run.loss()).toBeLessThan(Math.log(10));
  expect(run.accuracy!()).toBeGreaterThan(0.15);
});

test("every digit of the generator occurs, with brightness from 0 to 1", () => {
  const { images, labels } = digitData(1, 300);
  expect(new Set(labels).size).toBe(10);
  for (const image of images) {
    expect(Math.min(...image)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...image)).toBeLessThanOrEqual(1);
  }
});

test.each([
  ["labels in place of images", idx([2]), idx([2]), /images: an IDX file of bytes with 3 axes expected/],
  ["an empty file", new Uint8Array(), idx([2]), /images: an IDX file/],
  [
    "a truncated file",
    idx([2, 28, 28], 0, 700),
    idx([2]),
    /16 \+ 2 × 28 × 28 bytes expected, got 716; .* cut off/,
  ],
  ["a file that is too long", idx([1, 28, 28], 0, 800), idx([1]), /too long/],
  ["images of another size", idx([2, 8, 8]), idx([2]), /28 × 28 pixels expected, got 8 × 8/],
  ["another number of labels", idx([2, 28, 28]), idx([3]), /one for each of 2 images expected, got 3/],
  ["a label above 9", idx([2, 28, 28]), idx([2], 11), /0 to 9 expected, got 11 at place 0/],
])("refuses %s with what was expected", (_, images, labels, message) => {
  expect(() => digitsFrom(images, labels)).toThrow(message);
});

const folder = "../shared/data";
test.skipIf(!existsSync(`${folder}/t10k-images-idx3-ubyte.gz`))("reads real digits", () => {
  const read = (name: string): Uint8Array => gunzipSync(readFileSync(`${folder}/${name}`));
  const { images, labels } = digitsFrom(read("t10k-images-idx3-ubyte.gz"), read("t10k-labels-idx1-ubyte.gz"));
  expect(images).toHaveLength(1000);
  expect(new Set(labels).size).toBe(10);
});
