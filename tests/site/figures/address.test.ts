/** A figure's state in the page's address. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryWith, stateFrom } from "../../../site/figures/frame/address.ts";
import { choice, defaultsOf, list, range, seed, toggle } from "../../../site/figures/frame/controls.ts";
import { figures } from "../../../site/figures/index.ts";
import { replay, SEED, statesOf } from "./states.ts";

const controls = {
  rate: range({ label: "Rate", min: 1e-6, max: 1, step: 0.1, value: 5e-5, log: true }),
  K: range({ label: "K", min: 1, max: 12, step: 1, value: 3 }),
  way: choice({ label: "Way", options: { up: "up", down: "down" }, value: "up" }),
  scaled: toggle({ label: "Scaled", value: false }),
  seed: seed({ label: "Seed", value: 42 }),
  places: list({ label: "Places", min: -10, max: 10, step: 0.5, most: 4, value: [1, 2] }),
};
const start = defaultsOf(controls);
const read = (query: string) => stateFrom("fig99", controls, query);

describe("a state in the address", () => {
  it("is only what differs from the start, and nothing where nothing does", () => {
    expect(queryWith("fig99", controls, start, "")).toBe("");
    expect(queryWith("fig99", controls, { ...start, K: 5, scaled: true }, "")).toBe("?fig99=K:5,scaled:yes");
  });

  it(`comes back whole, for every figure and any state (seed ${SEED})`, () => {
    for (const [id, figure] of [...Object.entries(figures), ["fig99", { controls }] as const])
      fc.assert(
        fc.property(statesOf(figure.controls), (state) => {
          const query = queryWith(id, figure.controls, state, "?fig98=x:1");
          const back = stateFrom(id, figure.controls, query);
          expect(back.notes).toEqual([]);
          expect(back.state).toEqual(state);
          expect(stateFrom(id, figure.controls, encodeURI(query)).state).toEqual(state);
        }),
        replay,
      );
  });

  it("leaves the rest of the query alone, other figures' states included", () => {
    const query = "?q=a%20b&fig99=K:4&fig98=K:7";
    expect(queryWith("fig99", controls, { ...start, K: 9 }, query)).toBe("?q=a%20b&fig98=K:7&fig99=K:9");
    expect(queryWith("fig99", controls, start, query)).toBe("?q=a%20b&fig98=K:7");
  });

  it("is read where a program has written %3A for the colon, and a comma as %2C", () => {
    expect(read("?fig99=K%3A5%2Cway%3Adown").state).toMatchObject({ K: 5, way: "down" });
    expect(read("?fig99=K:5%").notes).toHaveLength(1);
  });

  it.each([
    ["K:1e999", "outside"],
    ["K:-3", "outside"],
    ["K:", "no number"],
    ["K:0x", "no number"],
    ["K:NaN", "no number"],
    ["rate:0", "outside"],
    ["way:left", "none of its choices"],
    ["way:constructor", "none of its choices"],
    ["scaled:true", "neither yes nor no"],
    ["seed:-1", "outside"],
    ["places:1~x", "no list"],
    ["places:1~2~3~4~5", "no list"],
    ["places:1~~2", "no list"],
    ["places:99", "outside"],
    ["nothing:1", "does not have"],
    ["__proto__:1", "does not have"],
  ])("that says %s is mended, and the reader is told (%s)", (entry, words) => {
    const { state, notes } = read(`?fig99=${entry}`);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(words);
    expect(stateFrom("fig99", controls, queryWith("fig99", controls, state, "")).notes).toEqual([]);
  });

  it("never throws, whatever the query says", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("K", "rate", "way", "places", "seed"), (text, name) => {
        const { state } = read(`?fig99=${name}:${text}&${text}`);
        expect(Object.keys(state).sort()).toEqual(Object.keys(controls).sort());
      }),
      replay,
    );
  });
});
