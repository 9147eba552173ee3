/**
 * The kernel of matrix products: the same bits as plain loops for whatever it is given, and a test that would notice.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import wabt from "wabt";
import { matmul } from "../../reference/dense/matmul.ts";
import { type Form, productByLoops, type Sizes } from "../../reference/dense/matmul-loops.ts";
import { engine } from "../../reference/dense/simd/engine.ts";
import { type Kernel, kernel, kernelOf } from "../../reference/dense/simd/kernel.ts";
import { productByKernel } from "../../reference/dense/simd/product.ts";
import { bytes } from "../../reference/dense/simd/products-bytes.ts";
import { random } from "../../reference/randomness/random.ts";

const folder = join(import.meta.dirname, "../..");
const source = (file: string): string => readFileSync(join(folder, file), "utf8");
const { parseWat } = await wabt();
const assembled = (wat: string): string =>
  Buffer.from(parseWat("module.wat", wat, { simd: true }).toBinary({}).buffer).toString("base64");

test.each(["reference/dense/simd/products", "bench/network/registers"])(
  "%s-bytes.ts is what %s.wat assembles to",
  async (file) => {
    const name = file.split("/").at(-1);
    const text = `/** ${name}.wat, assembled; \`npx vitest run tests/reference/kernel.test.ts -u\` makes it anew. */
export const bytes =
  "${assembled(source(`${file}.wat`))}";
`;
    await expect(text).toMatchFileSnapshot(join(folder, `${file}-bytes.ts`));
  },
);

const own = kernel() as Kernel;
const forms: readonly Form[] = ["nn", "tn", "nt"];
const rng = random(5, "kernel");
const below = (count: number): number => Math.floor(count * rng());
const usual = (): number => 2 * rng() - 1;
const odd = [0, -0, Number.NaN, Infinity, -Infinity, 1e300, -1e300, 1e-300, 5e-324, -5e-324, 1e16, 1, -1];
/** Numbers among which one in five is odd. */
const wild = (): number => (rng() < 0.2 ? odd[below(odd.length)]! : usual());
const drawn = (length: number, draw: () => number): Float64Array => Float64Array.from({ length }, draw);

type Product = (C: Float64Array, A: Float64Array, B: Float64Array, sizes: Sizes, form: Form) => void;
const byKernel: Product = (C, A, B, sizes, form) => productByKernel(own, C, A, B, sizes, form);

/** Whether two products differ in a bit; entries before and behind C must stay. */
function differ(one: Product, other: Product, sizes: Sizes, form: Form, draw: () => number): boolean {
  const { m, k, n } = sizes;
  const [A, B] = [drawn(m * k, draw), drawn(k * n, draw)];
  const room = drawn(m * n + 8, usual);
  const [mine, theirs] = [room.slice(), room.slice()];
  one(mine.subarray(4, 4 + m * n), A, B, sizes, form);
  other(theirs.subarray(4, 4 + m * n), A, B, sizes, form);
  return !mine.every((c, at) => Object.is(c, theirs[at]));
}

describe.each(forms)("the product %s", (form) => {
  const edges = [0, 1, 2, 3, 4, 5, 7, 8, 9];
  it("has the bits of plain loops at all small sizes, empty ones among them", () => {
    for (const m of edges)
      for (const k of edges)
        for (const n of edges)
          expect([
            m,
            k,
            n,
            differ(k === 0 ? matmul : byKernel, productByLoops, { m, k, n }, form, usual),
          ]).toEqual([m, k, n, false]);
  });

  it.each<[number, number, number]>([
    // Above one block of terms, of columns, of both; odd everywhere.
    [5, 513, 6],
    [6, 1100, 9],
    [3, 10, 129],
    [9, 1025, 261],
    [61, 67, 53],
    [256, 100, 10],
  ])("has them at %i × %i × %i, above one block", (m, k, n) => {
    expect(differ(byKernel, productByLoops, { m, k, n }, form, usual)).toBe(false);
  });

  it("has them with NaN, infinities, −0, numbers near both ends of the range", () => {
    for (let round = 0; round < 200; round++) {
      const sizes = { m: 1 + below(12), k: 1 + below(12), n: 1 + below(12) };
      expect([sizes, differ(byKernel, productByLoops, sizes, form, wild)]).toEqual([sizes, false]);
    }
    // Not vacuous: infinities and NaN are there, and numbers beside them.
    const C = new Float64Array(64);
    byKernel(C, drawn(64, wild), drawn(64, wild), { m: 8, k: 8, n: 8 }, form);
    expect([C.some(Number.isNaN), C.some(Number.isFinite)]).toEqual([true, true]);
  });

  it("has them whichever way matmul goes, on both sides of the size from which the kernel does it", () => {
    for (const [m, k, n] of [
      [2, 3, 4],
      [16, 31, 16],
      [16, 32, 16],
      [64, 7, 64],
      [128, 128, 3],
      [40, 50, 60],
    ] as const)
      expect([m, k, n, differ(matmul, productByLoops, { m, k, n }, form, wild)]).toEqual([m, k, n, false]);
  });
});

it("keeps its memory as it was made, whatever comes", () => {
  const { buffer } = own.memory;
  const before = buffer.byteLength;
  expect(differ(byKernel, productByLoops, { m: 700, k: 1500, n: 300 }, "tn", usual)).toBe(false);
  expect(own.memory.buffer).toBe(buffer);
  expect([buffer.byteLength, kernel()]).toEqual([before, own]);
});

it.each([
  ["a sign", "f64x2.add (local.get $c20)", "f64x2.sub (local.get $c20)"],
  ["a wrong row", "splat offset=24", "splat offset=16"],
  ["a wrong column", "offset=16 (local.get $B)", "offset=0 (local.get $B)"],
  ["a tile that is not read", "(v128.load offset=112 (local.get $C))", "(v128.const f64x2 0 0)"],
  ["a tile that is not written", "(v128.store offset=48", "(v128.store offset=64"],
  ["a step too short", "(local.get $B) (i32.const 32)", "(local.get $B) (i32.const 24)"],
])("would notice %s planted in the kernel", (_, right, wrong) => {
  const text = source("reference/dense/simd/products.wat");
  expect(text.split(right)).toHaveLength(2);
  const planted = kernelOf(assembled(text.replace(right, wrong)))!;
  const product: Product = (C, A, B, sizes, form) => productByKernel(planted, C, A, B, sizes, form);
  expect(differ(product, productByLoops, { m: 8, k: 600, n: 8 }, "nn", usual)).toBe(true);
});

describe("where there is no kernel", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });
  class Refusing {
    constructor() {
      throw new Error("Wasm code generation disallowed by embedder");
    }
  }

  it("is none without an engine, nor where it refuses, nor where the module is none", () => {
    expect(kernelOf(bytes, { ...engine()!, Module: Refusing })).toBeUndefined();
    expect(kernelOf(btoa("no module"))).toBeUndefined();
    expect(kernelOf(bytes)).toBeDefined();
    vi.stubGlobal("WebAssembly", undefined);
    expect(kernelOf(bytes)).toBeUndefined();
  });

  it.each([
    ["no WebAssembly", undefined],
    ["an engine that refuses", { Module: Refusing, Instance: Refusing }],
  ])("matmul gives the same bits with %s", async (_, stub) => {
    vi.resetModules();
    vi.stubGlobal("WebAssembly", stub);
    const fresh = await import("../../reference/dense/matmul.ts");
    const { kernel: none } = await import("../../reference/dense/simd/kernel.ts");
    expect(none()).toBeUndefined();
    expect(fresh.matmul).not.toBe(matmul);
    expect(differ(fresh.matmul, byKernel, { m: 40, k: 50, n: 60 }, "nn", wild)).toBe(false);
  });
});
