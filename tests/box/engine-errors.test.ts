import { expect, it } from "vitest";
import { createNodeBox } from "../../grader/box/node-box.ts";

/**
 * At the edge of the stack the engine throws errors of the child's own realm into the submission, on Node 20 to 26.
 * They cannot be kept out, so they must lead nowhere.
 */
const source = `
let foreign = 0;
let open = 0;
function look(error: any): void {
  let root = error;
  while (Object.getPrototypeOf(root) !== null) root = Object.getPrototypeOf(root);
  if (root === Object.prototype) return;
  foreign++;
  for (let at = error; at !== null; at = Object.getPrototypeOf(at)) {
    if (at !== error && !Object.isFrozen(at)) open++;
    const maker = at.constructor;
    if (!Object.isFrozen(maker) || maker.constructor !== undefined || maker.prepareStackTrace !== undefined) open++;
  }
}
function edge(): void {
  try {
    edge();
  } catch (error) {
    look(error);
    try {
      void new Error("at the edge").stack;
    } catch (inner) {
      look(inner);
    }
  }
}
export function probe(): number[] {
  for (let i = 0; i < 50; i++) edge();
  return [foreign, open];
}
export function walk(): number {
  const seen = new Set<unknown>();
  let found = 0;
  const visit = (o: any): void => {
    if (o === null || (typeof o !== "object" && typeof o !== "function") || seen.has(o)) return;
    seen.add(o);
    let root = o;
    while (Object.getPrototypeOf(root) !== null) root = Object.getPrototypeOf(root);
    if (root !== Object.prototype && root !== o) found++;
    visit(Object.getPrototypeOf(o));
    for (const key of Reflect.ownKeys(o)) {
      const own = Object.getOwnPropertyDescriptor(o, key)!;
      visit(own.value);
      visit(own.get);
      visit(own.set);
    }
  };
  for (const start of [globalThis, module, exports, require]) visit(start);
  return found;
}
declare const module: unknown, exports: unknown, require: unknown;
`;

it("lets no error of the engine lead out of the context, and no object either", async () => {
  const box = createNodeBox();
  expect((await box.load({ source, file: "a.ts" })).kind).toBe("loaded");
  const [probe, walk] = await box.call([
    { fn: "probe", args: [] },
    { fn: "walk", args: [] },
  ]);
  expect(walk).toMatchObject({ kind: "returned", value: 0 });
  expect(probe).toMatchObject({ kind: "returned", value: [expect.any(Number), 0] });
  box.close();
});
