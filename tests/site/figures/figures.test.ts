/** Every figure, as pure functions: in any state that a link can bring, it draws and speaks in numbers. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultsOf } from "../../../site/figures/frame/controls.ts";
import type { AnyFigure } from "../../../site/figures/frame/figure.ts";
import { settledState } from "../../../site/figures/frame/model.ts";
import type { Mark, Picture } from "../../../site/figures/frame/scene.ts";
import { renderStatic } from "../../../site/figures/frame/static.ts";
import { markText } from "../../../site/figures/frame/svg-text.ts";
import { figures } from "../../../site/figures/index.ts";
import { shareOf } from "../../share.ts";
import { RUNS, replay, SEED, type Used, usedStates } from "./states.ts";

/** Words that a program writes where it has no number. */
const NO_WORDS = /NaN|undefined|Infinity|null|\[object/;
const textOf = (picture: Picture): string =>
  picture
    .map(({ title, description, marks }) => `${title}${description}${marks.map(markText).join("")}`)
    .join("");

function all(marks: readonly (Mark | string)[]): Mark[] {
  return marks.flatMap((one) => (typeof one === "string" ? [] : [one, ...all(one.children)]));
}
const marksOf = (picture: Picture): Mark[] => picture.flatMap(({ marks }) => all(marks));
const named = (picture: Picture, kind: "data-handle" | "data-press"): string[] =>
  marksOf(picture).flatMap(({ attributes }) => (kind in attributes ? [String(attributes[kind])] : []));

const entries = Object.entries(figures) as [string, AnyFigure][];

describe.each(shareOf(entries, 10, ([id]) => id))(`%s (seed ${SEED}, ${RUNS} states)`, (id, figure) => {
  const { controls } = figure;
  let states: readonly Used[] = [];
  beforeAll(() => {
    states = usedStates(figure, RUNS);
  }, 240_000);
  /** Holds a law in each of the states, and says in which one it does not hold. */
  const holds = (law: (used: Used) => void): void => {
    for (const each of states) {
      try {
        law(each);
      } catch (error) {
        throw new Error(`in the state ${JSON.stringify(each.state)}`, { cause: error });
      }
    }
  };

  it("has its own name, a question, and a title", () => {
    expect(figure.id).toBe(id);
    expect(figure.question).toMatch(/\?/);
    expect(figure.title).not.toBe("");
  });

  it("draws, speaks and tabulates in any state without a word that stands for no number", () => {
    holds(({ data, state }) => {
      const picture = figure.draw(data, state);
      const table = figure.table(data, state);
      const words = [
        textOf(picture),
        figure.says(data, state),
        table.caption,
        ...table.head,
        ...table.rows.flat(),
      ];
      for (const text of words) expect(text).not.toMatch(NO_WORDS);
      for (const row of table.rows) expect(row.length).toBe(table.head.length);
      expect(figure.says(data, state)).toMatch(/[\d∞].*\.$|\.$/);
    });
  });

  it("keeps every number of its drawing a number", () => {
    holds(({ data, state }) => {
      for (const { tag, attributes } of marksOf(figure.draw(data, state)))
        for (const [name, value] of Object.entries(attributes))
          if (typeof value === "number") {
            expect(value, `${tag} ${name}`).not.toBeNaN();
            // rounded() puts what is no number there
            expect(value, `${tag} ${name}`).not.toBe(-9999);
          }
    });
  });

  it("draws the same picture again from the same state", () => {
    // Computing is dear in some figures: five states say as much as all.
    for (const { data, state } of states.slice(0, 5))
      expect(figure.draw(figure.compute(state), state)).toEqual(figure.draw(data, state));
  });

  it("names panels, handles and elements once each, and elements after itself", () => {
    holds(({ data, state }) => {
      const picture = figure.draw(data, state);
      const ids = marksOf(picture).flatMap(({ attributes }) => ("id" in attributes ? [attributes.id] : []));
      for (const names of [picture.map(({ name }) => name), named(picture, "data-handle"), ids])
        expect(new Set(names).size).toBe(names.length);
      for (const each of ids) expect(String(each)).toMatch(new RegExp(`^${id}-`));
    });
  });

  it("answers a drag to any place, and every press, with values of its own controls", () => {
    const places = fc.sample(fc.double({ min: -2000, max: 2000, noNaN: true }), replay);
    holds(({ data, state }) => {
      const picture = figure.draw(data, state);
      const drags = named(picture, "data-handle").map((name, i) => {
        const [x = 0, y = 0] = places.slice(2 * i);
        return figure.drag!(name, { x, y, dx: x, dy: y }, state, data);
      });
      const presses = named(picture, "data-press").map((name) => figure.press!(name, state, data));
      for (const changes of [...drags, ...presses])
        for (const [name, value] of Object.entries(changes)) {
          expect(Object.keys(controls)).toContain(name);
          const held = settledState(controls, state, { [name]: value as never })[name];
          expect(typeof held).toBe(typeof state[name]);
          expect(JSON.stringify(value), `${name} after a drag or a press`).not.toMatch(/null/);
        }
    });
  });

  it("starts in values that its controls can hold, and so do its presets, each with a name and a change", () => {
    const defaults = defaultsOf(controls);
    expect(settledState(controls, {}, defaults)).toEqual(defaults);
    const presets = figure.presets ?? [];
    expect(new Set(presets.map(({ label }) => label)).size).toBe(presets.length);
    for (const { label, state } of presets) {
      const wanted = { ...defaults, ...state };
      expect(settledState(controls, {}, wanted), label).toEqual(wanted);
      expect(wanted, label).not.toEqual(defaults);
    }
  });

  it("disables controls that it has, and runs to a whole last frame", () => {
    holds(({ data, state }) => {
      for (const name of figure.idle?.(state) ?? []) expect(Object.keys(controls)).toContain(name);
      for (const name of figure.views ?? []) expect(Object.keys(controls)).toContain(name);
      if (figure.animation === undefined) return;
      const last = figure.animation.last(data, state);
      const control = controls[figure.animation.control];
      expect(control?.kind).toBe("range");
      if (control?.kind !== "range") return;
      expect(Number.isInteger(last) && last >= 0 && last <= control.max, `last frame ${last}`).toBe(true);
      expect([control.min, control.step]).toEqual([0, 1]);
    });
  });

  it("is whole in the page without scripts: picture, sentence and table, and nothing to press", () => {
    const page = renderStatic(figure);
    expect(page).not.toMatch(NO_WORDS);
    for (const part of ["<figcaption", "<svg", 'class="says"', "<table", "<desc"])
      expect(page).toContain(part);
    // Only the table, which scrolls, is a stop for the keyboard.
    expect(page.replace(/<section class="scrolls" tabindex="0"/g, "")).not.toContain("tabindex");
  });
});
