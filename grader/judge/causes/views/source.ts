/**
 * Asks each view of an answer: the whole first, and then the parts that are wrong.
 */
import { isOfReals } from "../../../exercise/types.ts";
import { isWrong, type Part, partsText, sortedParts, startOfSentence } from "../../parts.ts";
import { axesOf } from "../../sizes.ts";
import { multipleOf } from "../constants.ts";
import { type Asked, because, type Diagnosis, isEnough, type Source } from "../diagnosis.ts";
import { factorsAt } from "../factors.ts";
import { listedPart } from "../listed-mistake.ts";
import { matchAll } from "../recognise.ts";
import { oneTurnOff } from "./one-turn-off.ts";
import { permuted, rowsForColumns, turned } from "./order.ts";
import { otherPart } from "./other-part.ts";
import { scaledRows, sharedRow } from "./rows.ts";
import { summed, timesInput } from "./sums.ts";
import { transformed } from "./transforms.ts";
import { afterChange, scaledStep } from "./update-steps.ts";
import { onlyParts, partView, type View, type ViewSource, wholeView } from "./view.ts";

/** The simplest first. */
const WAYS: readonly ViewSource[] = [
  otherPart,
  scaledStep,
  transformed,
  permuted,
  turned,
  rowsForColumns,
  scaledRows,
  sharedRow,
  summed,
  timesInput,
  afterChange,
  oneTurnOff,
];

export const wholeAnswer: Source = (asked) => firstOf(asked, wholeView(asked));

/** What is said of the wrong parts, where something is said of each. */
export const everyPart: Source = (asked) => ofParts(asked, true);

/** The first wrong part of which something can be said, with what is said of the others. */
export const somePart: Source = (asked) => ofParts(asked, false);

function ofParts(asked: Asked, isWhole: boolean): Diagnosis | undefined {
  const { wrong, right } = sortedParts(asked.fn, asked.answers);
  if (wrong.length === 0 || wrong.length + right.length < 2) return undefined;
  const told = toldOf(asked, wrong, right);
  const [first] = told;
  if (first === undefined || (isWhole && told.length < wrong.length)) return undefined;
  const others = right.length === 0 ? "" : partsText(right, wrong, "on every input");
  if (others !== "" && wrong.length === 1 && isFactor(first))
    return { ...first.found, text: `${others}: ${first.found.text}` };
  // More than a few parts in a row say nothing new.
  const shown = told.slice(0, MOST_PARTS);
  const says = shown.map((one) =>
    isFactor(one) ? `Of ${one.part.name}: ${one.found.text}` : one.found.text,
  );
  const untold = wrong.filter((part) => !told.some((one) => one.part === part));
  const last = untold.length === 0 ? "" : "Mend that first: the rest may follow from it.";
  const more = told.length - shown.length;
  const alike = more === 0 ? "" : `${more} more ${more === 1 ? "part is" : "parts are"} wrong.`;
  const text = [others === "" ? "" : `${others}.`, ...new Set(says), alike, last]
    .filter((one) => one !== "")
    .join(" ");
  return { ...first.found, text };
}

const MOST_PARTS = 2;

/** "the sign is flipped": no sentence by itself. */
const isFactor = ({ found }: Told): boolean =>
  /^[a-z]/.test(found.text) && found.cause?.kind === "generic" && FACTOR.test(found.cause.id);
const FACTOR = /^(sign-flipped|times-)/;

interface Told {
  readonly part: Part;
  readonly found: Diagnosis;
}

const known = new WeakMap<Asked, readonly Told[]>();

/** What is said of each wrong part, where something is. */
function toldOf(asked: Asked, wrong: readonly Part[], right: readonly Part[]): readonly Told[] {
  const told =
    known.get(asked) ??
    wrong.flatMap((part) => {
      const found =
        (wrong.length > 1 && isOneOfFew(part) ? undefined : listedPart(asked, part, right)) ??
        factorOfPart(asked, part) ??
        multipleOf(onlyParts(asked.answers, part), startOfSentence(part.name), asked.work) ??
        firstOf(asked, partView(asked, part));
      return found?.cause === undefined ? [] : [{ part, found }];
    });
  known.set(asked, told);
  return told;
}

/** A single name or count comes out as any mistake's does where a program gives the same each time. */
const isOneOfFew = ({ type }: Part): boolean =>
  type.kind === "tensor" ? type.shape === "" && !isOfReals(type) : type.kind === "text";

function firstOf(asked: Asked, view: View): Diagnosis | undefined {
  for (const way of WAYS) {
    const found = way(asked, view);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What all answers to one part are a multiple by. */
function factorOfPart({ fn, answers, work }: Asked, part: Part): Diagnosis | undefined {
  const only = onlyParts(answers, part);
  for (const { id, formula, short } of factorsAt(axesOf(fn), only.find(isWrong))) {
    const match = matchAll(only, formula, work);
    if (match !== undefined && isEnough(match.informative, only))
      return because("generic", id, `${short}.`, match);
  }
  return undefined;
}
