/** Where a derivation starts and ends: on its page, at a step that is there, without a derivative in the end. */

import type { Expression } from "../../../derivation/expression.ts";
import { FormulaError } from "../../../derivation/formula-error.ts";
import type { Page } from "../../../derivation/page.ts";
import { sortedForm } from "../../../derivation/written/canonical.ts";
import type { Given } from "../../../derivation/written/given.ts";
import { parted, type SideText } from "../../../derivation/written/parted.ts";
import { readSide } from "../../../derivation/written/read-side.ts";
import { replaced } from "../../../derivation/written/replaced.ts";
import { hasDerivative, hasExponential, hasSlope } from "../../../derivation/written/rules.ts";
import type { DerivationExercise } from "../../../exercise/derivation.ts";
import { type Refusal, refuse } from "../refusal.ts";

export function wrongGoal(
  file: string,
  { page: name, start, step, without = [] }: DerivationExercise,
  { scope, start: read }: Given,
  page: Page,
): Refusal[] {
  const steps = stepsOf(page);
  if (!steps.includes(step))
    return [
      refuse(file, `step ${step} is not on page ${name}`, `name one of its steps, ${steps.join(", ")}`),
    ];
  const from = sortedForm(read);
  const chains = page.displays.flatMap((display) =>
    display.tex.split(/,\s*\\q?quad/).map((tex) => ({ at: display.step, sides: parted(tex).sides })),
  );
  const startsHere = chains.filter(({ sides: [left] }) => {
    const side = left === undefined ? undefined : sideIn(left, scope);
    return side !== undefined && sortedForm(side) === from;
  });
  if (startsHere.length === 0)
    return [
      refuse(
        file,
        `the start ${start} is the left side of no formula of page ${name}`,
        "start where the page does, or let the page say it",
      ),
    ];
  const endOf = ({ sides }: (typeof chains)[number]): Expression | undefined =>
    sides.length > 1 ? sideIn(sides.at(-1) as SideText, scope) : undefined;
  // What another formula of the step says of a derivative in the end is put in.
  const beside = chains.filter(({ at, sides }) => at === step && sides.length > 1);
  const ends = startsHere
    .filter(({ at }) => at === step)
    .flatMap((chain) => endOf(chain) ?? [])
    .map((end) =>
      beside.reduce((e, chain) => {
        const [left, right] = [sideIn(chain.sides[0] as SideText, scope), endOf(chain)];
        return left === undefined || right === undefined ? e : (replaced(e, sortedForm(left), right) ?? e);
      }, end),
    );
  const isGoal = (e: Expression): boolean =>
    !hasDerivative(e, scope) &&
    !(without.includes("slopes") && hasSlope(e, scope)) &&
    !(without.includes("exp") && hasExponential(e, scope));
  return ends.length === 0 || ends.some(isGoal)
    ? []
    : [
        refuse(
          file,
          `the formula of step ${step} that begins with ${start} ends in what the last line has to do without`,
          "name the step whose formula is the end, or take it out of `without`",
        ),
      ];
}

/** The numbers of the page's steps that have a formula, in their order. */
export const stepsOf = ({ displays }: Page): number[] => [
  ...new Set(displays.map(({ step }) => step).filter((step) => step > 0)),
];

/** A side of the page's, where it is made of what is given. */
function sideIn(side: SideText, scope: Given["scope"]): Expression | undefined {
  try {
    return readSide(side, scope).read;
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}
