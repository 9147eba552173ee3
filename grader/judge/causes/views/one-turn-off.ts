/**
 * Results of a run that ends a turn too early or too late.
 */
import type { Value } from "../../../value.ts";
import type { Answer } from "../../answer.ts";
import { expectedOf, valuesOf } from "../../expected.ts";
import { because } from "../diagnosis.ts";
import { wherever } from "./matching.ts";
import { shown, type ViewSource } from "./view.ts";

export const oneTurnOff: ViewSource = ({ fn, work }, view) => {
  for (const [turns, { type }] of Object.entries(fn.inputs)) {
    if (type.kind !== "tensor" || type.shape !== "" || type.domain !== "integer") continue;
    for (const by of [-1, 1]) {
      const otherwise = ({ inputs }: Answer): Value | undefined => {
        const count = (inputs[turns] as number) + by;
        return count < 0
          ? undefined
          : shown(view, valuesOf(expectedOf(fn, { ...inputs, [turns]: count })) as Value);
      };
      const seen = wherever(view.answers, otherwise, work);
      if (seen === undefined) continue;
      const [sign, when] = by < 0 ? ["−", "fewer: what is missing is the last turn"] : ["+", "more"];
      return because(
        "generic",
        by < 0 ? "one-turn-early" : "one-turn-late",
        `${view.name} is the right one for ${turns} ${sign} 1, one turn ${when}.`,
        seen,
      );
    }
  }
  return undefined;
};
