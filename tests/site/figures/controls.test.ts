/** Controls hold numbers on their steps, and sliders find them again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliderOf } from "../../../site/figures/frame/control-rows.ts";
import { range, seed, settled, shown } from "../../../site/figures/frame/controls.ts";
import { modelOf } from "../../../site/figures/frame/model.ts";
import { linear, logarithmic } from "../../../site/figures/frame/scale.ts";
import { figures } from "../../../site/figures/index.ts";
import { replay, SEED } from "./states.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("a control", () => {
  it("holds multiples of its step as they are written: 0.3 and not 0.30000000000000004", () => {
    const tenths = range({ label: "a", min: 0, max: 1, step: 0.1, value: 0 });
    expect(settled(tenths, 0.1 + 0.2)).toBe(0.3);
    expect(settled(tenths, 7)).toBe(1);
    expect(settled(tenths, -7)).toBe(0);
    expect(settled(seed({ label: "s", value: 1 }), 2.4)).toBe(2);
  });

  it(`holds what it holds: settling twice changes nothing, for every slider of every figure (seed ${SEED})`, () => {
    for (const { controls } of Object.values(figures))
      for (const control of Object.values(controls))
        if (control.kind === "range")
          fc.assert(
            fc.property(share, (t) => {
              const once = settled(control, control.min + t * (control.max - control.min));
              expect(settled(control, once)).toBe(once);
              expect(once).toBeGreaterThanOrEqual(control.min);
              expect(once).toBeLessThanOrEqual(control.max);
            }),
            replay,
          );
  });

  it("is reached by its slider from end to end, and every value lies at its place there", () => {
    for (const [id, { controls }] of Object.entries(figures))
      for (const [name, control] of Object.entries(controls)) {
        if (control.kind !== "range") continue;
        const { min, max, step, at, value } = sliderOf(control);
        expect(settled(control, value(min)), `${id} ${name}`).toBe(control.min);
        expect(settled(control, value(max)), `${id} ${name}`).toBe(control.max);
        // The browser puts a slider on its steps: the end is one of them, or nobody could drag to it.
        expect(Math.abs((max - min) / step - Math.round((max - min) / step)), `${id} ${name}`).toBeLessThan(
          1e-6,
        );
        for (let i = 0; i <= 20; i++) {
          const place = Math.round(min + ((max - min) * i) / 20);
          if (control.log === true) expect(at(settled(control, value(place))), `${id} ${name}`).toBe(place);
        }
      }
  });

  it("is shown with as many digits as its step has, and a proper minus", () => {
    expect(shown(range({ label: "a", min: -1, max: 1, step: 0.25, value: 0 }), -0.25)).toBe("−0.25");
    expect(shown(range({ label: "a", min: -1, max: 1, step: 1, value: 0 }), 1)).toBe("1");
    expect(shown(range({ label: "a", min: 1e-9, max: 1, step: 0.1, value: 1, log: true }), 2e-7)).toBe(
      "2·10⁻⁷",
    );
  });
});

describe("a figure in use", () => {
  const controls = {
    n: range({ label: "n", min: 0, max: 9, step: 1, value: 5 }),
    turn: range({ label: "turn", min: 0, max: 9, step: 1, value: 0 }),
    frame: range({ label: "frame", min: 0, max: 9, step: 1, value: 0 }),
  };
  const counting = () => {
    const calls = { compute: 0 };
    const figure = {
      id: "fig99",
      title: "",
      question: "",
      controls,
      compute: ({ n }: { n: number }) => {
        calls.compute++;
        return n;
      },
      draw: () => [],
      says: () => "",
      table: () => ({ caption: "", head: [], rows: [] }),
      views: ["turn"],
      animation: { control: "frame", last: (n: number) => n, perSecond: 1 },
    };
    return { calls, model: modelOf(figure as never, { n: 5, turn: 0, frame: 9 }) };
  };

  it("computes once for many changes, and not at all for a view or a frame", () => {
    const { calls, model } = counting();
    model.change({ turn: 3 });
    model.change({ frame: 2 });
    expect(model.data).toBe(5);
    expect(calls.compute).toBe(1);
    model.change({ n: 6 });
    model.change({ n: 7 });
    expect([model.wanted.n, calls.compute]).toEqual([7, 1]);
    expect(model.data).toBe(7);
    expect(model.data).toBe(7);
    expect([model.prepare(0), calls.compute]).toEqual([true, 2]);
  });

  it("works toward dear data a slice at a time, and begins anew for another state", () => {
    const begun: number[] = [];
    let parts = 0;
    const figure = {
      controls,
      compute: ({ n }: { n: number }) => n,
      *prepare({ n }: { n: number }) {
        begun.push(n);
        for (let part = 0; part < 3; part++) yield parts++;
      },
      draw: () => [],
      says: () => "",
      table: () => ({ caption: "", head: [], rows: [] }),
      views: ["turn"],
    };
    const model = modelOf(figure as never, { n: 5, turn: 0, frame: 0 });
    expect([model.prepare(0), begun]).toEqual([true, []]);
    model.change({ n: 6 });
    expect([model.prepare(0), model.prepare(0)]).toEqual([false, false]);
    // A view needs no other data: what has been begun goes on.
    model.change({ turn: 1 });
    expect([model.prepare(0), begun, parts]).toEqual([false, [6], 3]);
    model.change({ n: 7 });
    expect([model.prepare(0), begun]).toEqual([false, [6, 7]]);
    expect(model.prepare(1000)).toBe(true);
    expect([model.data, model.prepare(0), begun, parts]).toEqual([7, true, [6, 7], 6]);
  });

  it("never shows a frame behind the last one", () => {
    const { model } = counting();
    expect(model.state.frame).toBe(5);
    model.change({ n: 3 });
    expect(model.state.frame).toBe(3);
    model.change({ frame: 8 });
    expect(model.state.frame).toBe(3);
  });

  it("refuses what no control can hold, and names that it does not have", () => {
    const { model } = counting();
    expect(model.change({ n: Number.NaN, turn: "left", other: 1 })).toBe(false);
    expect(model.change({ n: 99 })).toBe(true);
    expect(model.state).toMatchObject({ n: 9, turn: 0 });
  });
});

describe("a scale", () => {
  it("finds its way back, and ticks at round numbers within its ends", () => {
    const plain = linear([-3, 7], [40, 340]);
    const powers = logarithmic([1e-12, 1], [40, 340]);
    for (let i = 0; i <= 10; i++) {
      const place = 40 + 30 * i;
      expect(plain.to(plain.from(place))).toBeCloseTo(place, 9);
      expect(powers.to(powers.from(place))).toBeCloseTo(place, 9);
    }
    expect(plain.ticks()).toEqual([-2, 0, 2, 4, 6]);
    expect(powers.ticks(4)).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1]);
    expect(linear([0, 0.35], [0, 1]).ticks()).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it("puts what has no logarithm at its lower end", () => {
    expect(logarithmic([1e-3, 1], [0, 100]).to(0)).toBe(0);
    expect(logarithmic([1e-3, 1], [0, 100]).to(-5)).toBe(0);
  });
});
