/** The quiet mark beside a formula: that a machine held it and how, or why none did. */
import type { Checked, CheckedDisplay, Held } from "../../../grader/derivation/checked.ts";
import { escaped } from "../html.ts";

/** 3e-16 as a reader writes it. */
function smallNumber(value: number): string {
  if (value === 0) return "0";
  const [digits = "", power = "0"] = value.toExponential(0).split("e");
  return `${digits} · 10<sup>${power.replace("-", "−").replace("+", "")}</sup>`;
}

const pointsText = ({ points, difference }: Held): string =>
  `${points} random points${difference === undefined ? "" : `, largest difference ${smallNumber(difference)}`}`;

/** `mseLoss(x, y, w, b) by w` in words. */
function endText(reference: string): string {
  const [, name = reference, by] =
    /^(\w+)\(.*\)(?:\s+by\s+([^[]+?))?(?:\s*\[.*\])?$/.exec(reference.trim()) ?? [];
  const code = `<code>${escaped(name)}</code>`;
  return by === undefined
    ? `the reference function ${code}`
    : `the gradient of the reference function ${code}`;
}

function sentence(checked: Checked): string {
  switch (checked.status) {
    case "held":
      return `Agrees at ${pointsText(checked)}.`;
    case "defined":
      return checked.reason === undefined
        ? "A definition: it says what a symbol means."
        : `A definition, which nothing else holds: ${escaped(checked.reason)}.`;
    case "rule":
      return "An update: a rule, and no claim.";
    case "end":
      return `Its last side is ${endText(checked.reference)}: ${pointsText(checked)}.`;
    case "unchecked":
      return `Not checked by machine: ${escaped(checked.reason)}.`;
  }
}

/** Equal sentences once: "Agrees at …" of three relations names the worst of them. */
function sentences(statements: readonly Checked[]): string[] {
  const held = statements.filter((one) => one.status === "held");
  const worst = held.reduce<(typeof held)[number] | undefined>(
    (most, one) => (most === undefined || (one.difference ?? 0) > (most.difference ?? 0) ? one : most),
    undefined,
  );
  const others = statements.filter((one) => one.status !== "held").map(sentence);
  const first =
    worst === undefined ? [] : [held.length === 1 ? sentence(worst) : several(held.length, worst)];
  return [...new Set([...first, ...others])];
}

const several = (count: number, worst: Held): string => `${count} relations agree at ${pointsText(worst)}.`;

/** Why no machine held a formula, if none did. */
export const reasonOf = ({ statements }: CheckedDisplay): string | undefined =>
  statements.find((one) => one.status === "unchecked")?.reason;

/** The mark, and what it says when it is pointed at or focused. */
export function checkMark(display: CheckedDisplay, id: string): string {
  const open = reasonOf(display) !== undefined;
  const label = open ? "Not checked by machine" : "Checked by machine";
  const says = sentences(display.statements).join(" ");
  return (
    `<span class="mark${open ? " open" : ""}">` +
    `<button type="button" aria-label="${label}" aria-describedby="${id}-check"></button>` +
    `<span class="tip" role="tooltip" id="${id}-check">${says}</span></span>`
  );
}
