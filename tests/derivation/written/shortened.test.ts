/** A derivation that lacks a step is not filled up by a form that takes nothing on. */
import { expect, it } from "vitest";
import { isLong } from "../../is-long.ts";
import { shareOf } from "../../share.ts";
import { derivations } from "./course.ts";
import { paddedOf } from "./shortened.ts";

it.each(shareOf(derivations, isLong ? derivations.length : 2))(
  "no derivation of %s passes that lacks a step and has an idle form",
  async (slug) => {
    const passing = (await paddedOf(slug)).filter(({ isDone }) => isDone);
    expect(passing.map(({ form, lines }) => [form, ...lines])).toEqual([]);
  },
  300_000,
);
