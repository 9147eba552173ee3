/** The quiet mark beside a formula: that a machine held it and how, or why none did. */
import type { Checked, CheckedDisplay, Held } from "../../../grader/derivation/checked.ts";
import markHtml from "./check-mark.hbs";
import sentenceHtml from "./sentence.hbs";

/** 3e-16 as a reader writes it, 3 · 10⁻¹⁶. */
function smallNumber(value: number) {
  const [digits = "", power = "0"] = value.toExponential(0).split("e");
  return { digits, power: value === 0 ? undefined : power.replace("-", "−").replace("+", "") };
}

const sentence = (words: string, held?: Held, code?: string): string =>
  sentenceHtml({
    words,
    code,
    held: held && {
      points: held.points,
      difference: held.difference === undefined ? undefined : smallNumber(held.difference),
    },
  });

/** `mseLoss(x, y, w, b) by w` in words, and the name. */
function endOf(reference: string): [words: string, name: string] {
  const [, name = reference, by] =
    /^(\w+)\(.*\)(?:\s+by\s+([^[]+?))?(?:\s*\[.*\])?$/.exec(reference.trim()) ?? [];
  return [by === undefined ? "the reference function" : "the gradient of the reference function", name];
}

function sentenceOf(checked: Checked): string {
  switch (checked.status) {
    case "held":
      return sentence("Agrees at", checked);
    case "defined":
      return sentence(
        checked.reason === undefined
          ? "A definition: it says what a symbol means"
          : `A definition, which nothing else holds: ${checked.reason}`,
      );
    case "rule":
      return sentence("An update: a rule, and no claim");
    case "end": {
      const [words, name] = endOf(checked.reference);
      return sentence(`Its last side is ${words}`, checked, name);
    }
    case "unchecked":
      return sentence(`Not checked by machine: ${checked.reason}`);
  }
}

/** Equal sentences once: "Agrees at …" of three relations names the worst of them. */
function sentences(statements: readonly Checked[]): string[] {
  const held = statements.filter((one) => one.status === "held");
  const worst = held.reduce<(typeof held)[number] | undefined>(
    (most, one) => (most === undefined || (one.difference ?? 0) > (most.difference ?? 0) ? one : most),
    undefined,
  );
  const others = statements.filter((one) => one.status !== "held").map(sentenceOf);
  const first =
    worst === undefined
      ? []
      : [held.length === 1 ? sentenceOf(worst) : sentence(`${held.length} relations agree at`, worst)];
  return [...new Set([...first, ...others])];
}

/** Why no machine held a formula, if none did. */
export const reasonOf = ({ statements }: CheckedDisplay): string | undefined =>
  statements.find((one) => one.status === "unchecked")?.reason;

/** The mark, and what it says when it is pointed at or focused. */
export const checkMark = (display: CheckedDisplay, id: string): string =>
  markHtml({
    id,
    isOpen: reasonOf(display) !== undefined,
    saysHtml: sentences(display.statements).join(" "),
  });
