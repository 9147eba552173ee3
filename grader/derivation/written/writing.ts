/**
 * A derivation that is being written: line after line, each held against the line before it and against the start.
 *
 * What it says: each line is true at many points, and goes on. It does not say that the reasons are right.
 */
import { Budget } from "../budget.ts";
import type { Expression } from "../expression.ts";
import { Degenerate, FormulaError, TooLong, Unfinished } from "../formula-error.ts";
import type { Scope } from "../scope.ts";
import { plainForm, sizeOf, sortedForm } from "./canonical.ts";
import { namesOnly } from "./empty.ts";
import { areOfOneForm } from "./fitted.ts";
import type { Given } from "./given.ts";
import { argumentsIn } from "./meant-arguments.ts";
import { Misread } from "./misread.ts";
import { withOwnName } from "./own-name.ts";
import { type Parted, parted } from "./parted.ts";
import { LONGEST_LINE, readSide, type Side } from "./read-side.ts";
import { replaced } from "./replaced.ts";
import type { LineReport, LineStatus } from "./report.ts";
import { hasDerivative, hasSlope, rulesWaiting } from "./rules.ts";
import { type Sameness, sameness } from "./same.ts";
import { slipIn } from "./slip-in.ts";
import { isUnfinished } from "./unfinished.ts";

/** Several times what the course's own derivations take; a text that asks for more is told so. */
const ALLOWED = { point: 100_000, relation: 4_000_000, page: 10_000_000 };
/** Comparisons that are kept. */
const MOST_COMPARED = 500;

/** A side that was written, and whether it is worth what its chain began with. */
interface Link {
  readonly read: Expression;
  readonly plain: string;
  readonly sorted: string;
  readonly isTrue: boolean;
}

type Said = Pick<LineReport, "status" | "says"> & Partial<LineReport>;

export class Writing {
  private readonly given: Given;
  private readonly seed: number;
  private scope: Scope;
  /** From the start on. */
  private readonly chain: Link[];
  /** What is worked out beside it, by its last line. */
  private aside: Link[] | undefined;
  private known: unknown[];
  /** Rules that were applied beside the chain: later lines may use what came of them. */
  private rulesAside = 0;
  /** Whether the line before could not be read: what it would have said is not missed in the next one. */
  private isGap = false;
  /** What was wrongly worked out beside the chain. */
  private readonly asides: { readonly from: Link; readonly to: Expression }[] = [];
  /** The names that the student has given. */
  private own = "";
  private counted = 0;

  constructor(given: Given, seed: number) {
    this.given = given;
    this.seed = seed;
    this.scope = given.scope.among(given.scope.symbols, given.scope.understood, new Budget(ALLOWED));
    this.chain = [this.linkOf(given.start, true)];
    this.known = [
      given.start,
      ...given.scope.symbols.map(({ keys }) => given.scope.definition(keys[0] as string)),
    ];
  }

  /** Lines so far that went on. */
  get steps(): number {
    return this.counted;
  }

  /** The last side of the chain, if one was written. */
  get last(): { read: Expression; isTrue: boolean; scope: Scope } | undefined {
    const link = this.chain.length > 1 ? this.chain.at(-1) : undefined;
    return link === undefined ? undefined : { ...link, scope: this.scope };
  }

  /** The next line. */
  add(text: string): LineReport {
    const about = { text, isAside: this.aside !== undefined };
    if (text.length > LONGEST_LINE)
      return {
        ...about,
        status: "unread",
        says: `It has ${text.length} characters, and may have ${LONGEST_LINE}: part it in several lines.`,
      };
    const isGap = this.isGap;
    try {
      const said = { ...about, ...this.line(text) };
      return isGap && said.status === "false" && /^\s*=/.test(text)
        ? { ...about, status: "undecided", says: "It goes on from a line that could not be read." }
        : said;
    } catch (error) {
      this.isGap = true;
      if (error instanceof Degenerate)
        return { ...about, status: "undecided", says: "It has no number at the points that were tried." };
      if (!(error instanceof FormulaError)) throw error;
      if (error instanceof TooLong || error.cause instanceof TooLong)
        return { ...about, status: "undecided", says: sentence(error.message) };
      const isEnd =
        /\\placeholder/.test(text) || !(error instanceof Misread) || error.to >= text.trimEnd().length;
      const unfinished =
        isEnd && (isUnfinished(text) || [error, error.cause].some((one) => one instanceof Unfinished));
      const place = error instanceof Misread ? { place: { from: error.from, to: error.to } } : {};
      return {
        ...about,
        ...place,
        status: unfinished ? "unfinished" : "unread",
        says: sentence(error.message),
      };
    }
  }

  private line(text: string): Said {
    const { sides, relations } = parted(text);
    if (relations.includes(":=")) return this.name(sides, relations);
    const scope = this.reading();
    const read = sides.map((side, i) =>
      i === 0 && side.text.trim() === "" && sides.length > 1 ? undefined : readSide(side, scope),
    );
    const [first, ...rest] = read;
    if (sides.length === 1) return this.goOn([first as Side], this.goesOnMain([first as Side]));
    const others = rest as Side[];
    if (first === undefined) return this.goOn(others, this.goesOnMain(others));
    return this.begin(first, others);
  }

  /** The scope, with what σ′ means here. */
  private reading(): Scope {
    const { understood, symbols } = this.scope;
    return this.scope.among(symbols, {
      fixed: understood?.fixed ?? new Set(),
      argumentOf: (fn) => argumentsIn(fn, this.known),
    });
  }

  private name(sides: Parted["sides"], relations: Parted["relations"]): Said {
    const [left, right] = sides;
    if (left === undefined || right === undefined || relations.length > 1)
      throw new FormulaError("a name of your own takes a line of its own: e_i := …");
    this.scope = withOwnName(left.text, right.text, this.reading());
    this.own += `${left.text}:=${right.text};`;
    return { status: "name", says: "", isAside: true };
  }

  /** A line with a left side of its own: it goes on with the chain where it says the start or a line of it again. */
  private begin(left: Side, rest: readonly Side[]): Said {
    const link = this.linkOf(left.read, true);
    if (rest.every(({ read }) => plainForm(read) === link.plain))
      return { status: "empty", says: "Both sides are the same: this line says nothing.", place: left.place };
    const known = this.chain.find(({ sorted }) => sorted === link.sorted);
    if (known !== undefined) return this.goOn(rest, true, left.read);
    if (this.aside?.some(({ sorted }) => sorted === link.sorted)) return this.goOn(rest, false, left.read);
    if (namesOnly([left.read, ...rest.map(({ read }) => read)]) === 0)
      return { status: "empty", says: "This is about numbers alone: it says nothing of what is derived." };
    if (this.isStart(left.read)) return this.goOn([left, ...rest], true, left.read);
    this.aside = [link];
    const said = this.goOn(rest, false, left.read);
    if (said.status !== "holds" || hasDerivative(left.read, this.scope) || hasSlope(left.read, this.scope))
      return said;
    this.counted--;
    return { ...said, status: "idle", says: "It is true, and takes no derivative on." };
  }

  /** Whether a line without a left side belongs to the chain: behind a line that could not be read, by what it is worth. */
  private goesOnMain([first]: readonly Side[]): boolean {
    return this.aside === undefined || (this.isGap && first !== undefined && this.isStart(first.read));
  }

  /** Whether a left side is the start in another form, such as one entry of it. */
  private isStart(read: Expression): boolean {
    try {
      return this.compare(this.given.start, read).is === "same";
    } catch (error) {
      if (error instanceof FormulaError) return false;
      throw error;
    }
  }

  /**
   * One side after the other; the gravest speaks for the line.
   *
   * @param left what the first one is said to equal; the last side of the chain where the line has no left side
   */
  private goOn(sides: readonly Side[], isMain: boolean, left?: Expression): Said {
    if (isMain) this.aside = undefined;
    const chain = isMain ? this.chain : (this.aside as Link[]);
    this.refuseOtherForms(left ?? (chain.at(-1) as Link).read, sides);
    let whole: Said = { status: "idle", says: "It is true, and nothing new." };
    for (const side of sides) {
      const said = { isAside: !isMain, ...this.side(side, chain, isMain) };
      this.known.push(side.read);
      if (rank(said.status) > rank(whole.status)) whole = said;
    }
    return { ...whole, isAside: !isMain };
  }

  /** @throws Misread where a vector is said to equal one entry, or the other way round */
  private refuseOtherForms(left: Expression, sides: readonly Side[]): void {
    for (const { read, place } of sides)
      if (!areOfOneForm(this.scope, left, read))
        throw new Misread(
          "one side is a vector or a matrix, and the other one is one entry: an index is missing, or there is one too many",
          place.from,
          place.to,
        );
  }

  private side({ read, place }: Side, chain: Link[], isMain: boolean): Said {
    const [first, before] = [chain[0] as Link, chain.at(-1) as Link];
    const link = this.linkOf(read, false);
    const again = chain.findIndex(({ plain }) => plain === link.plain);
    if (again === chain.length - 1) return repeats(before.read, read, place);
    const asStart = this.comparedAt(first.read, read, place);
    const isTrue = asStart.is === "same";
    const isAgain = chain.some(({ sorted }, k) => sorted === link.sorted && k < chain.length - 1);
    const waited = rulesWaiting(before.read, this.scope) - rulesWaiting(read, this.scope);
    chain.push({ ...link, isTrue });
    if (!isTrue) return this.fallsShort(asStart, first, before, read, place, isMain);
    if (before.sorted === link.sorted)
      return { status: "idle", says: "It is true: the same in another order." };
    if (isAgain)
      return {
        status: "circle",
        says: "This was there before: the lines between have led back to it.",
        place,
      };
    const { rules } = this.given.spec;
    const isGap = this.isGap;
    this.isGap = false;
    if (before.isTrue && !isGap && waited > rules + this.rulesAside)
      return { status: "jump", says: jumpText(waited), place };
    if (!isMain) this.rulesAside += Math.max(0, waited);
    this.counted++;
    return { status: "holds", says: "" };
  }

  private fallsShort(
    asStart: Sameness,
    first: Link,
    before: Link,
    read: Expression,
    place: Side["place"],
    isMain: boolean,
  ): Said {
    if (asStart.is === "undecided")
      return {
        status: "undecided",
        says: "Too few points say whether it is true: write it with smaller parts.",
        place,
      };
    if (asStart.is === "no number")
      return {
        status: "undecided",
        says: `It has no number at ${asStart.point}, so it cannot stand for what was there.`,
        place,
      };
    const asBefore = before.isTrue ? asStart : this.compare(before.read, read);
    if (asBefore.is === "same")
      return { status: "follows", says: "It follows from the line above it, which is not right." };
    const error = this.asides.find(({ from, to }) => this.followsFrom(before.read, from, to, read));
    if (error !== undefined)
      return {
        status: "follows",
        says: "It follows with what you worked out beside it, which is not right.",
      };
    if (!isMain) this.asides.push({ from: first, to: read });
    const shown = asBefore.is === "apart" ? asBefore : asStart;
    const slip = isMain && shown.is === "apart" ? slipIn(this.given, this.scope, read, this.seed) : undefined;
    if (shown.is !== "apart") return { status: "undecided", says: "It could not be held.", place };
    const { point, near } = shown;
    const sides = before === first ? ["the left side", "the right one"] : ["the line before", "this one"];
    const where =
      point === undefined
        ? ""
        : ` At ${point.where} ${sides[0]} is ${point.left}, ${sides[1]} ${point.right}.`;
    return {
      status: "false",
      says: `This does not hold.${where}${nearText(near, slip !== undefined)}`,
      place,
      ...(point === undefined ? {} : { point }),
      ...(slip === undefined ? {} : { slip }),
    };
  }

  /** Whether a side is the one before, with a part of it as it was wrongly worked out. */
  private followsFrom(before: Expression, from: Link, to: Expression, read: Expression): boolean {
    const changed = replaced(before, from.sorted, to);
    try {
      return changed !== undefined && this.compare(changed, read).is === "same";
    } catch (error) {
      if (error instanceof FormulaError) return false;
      throw error;
    }
  }

  /** @throws Misread with the place, where the two cannot be compared */
  private comparedAt(left: Expression, read: Expression, place: Side["place"]): Sameness {
    try {
      return this.compare(left, read);
    } catch (error) {
      if (error instanceof FormulaError)
        throw Object.assign(new Misread(error.message, place.from, place.to), { cause: error });
      throw error;
    }
  }

  private compare(left: Expression, right: Expression): Sameness {
    const text = JSON.stringify([left, right]);
    const key = `${this.seed}/${this.own}/${text}`;
    const { compared, example } = this.given;
    const known = compared.get(key);
    if (known !== undefined) return known;
    const found = sameness(this.scope, [left, right], this.seed, text, example);
    if (compared.size >= MOST_COMPARED) compared.clear();
    compared.set(key, found);
    return found;
  }

  private linkOf(read: Expression, isTrue: boolean): Link {
    return { read, plain: plainForm(read), sorted: sortedForm(read), isTrue };
  }
}

/** The graver comes first: what is told of a chain of sides is told of its gravest. */
const GRAVE: readonly LineStatus[] = [
  "idle",
  "name",
  "holds",
  "follows",
  "empty",
  "circle",
  "jump",
  "undecided",
  "false",
];
const rank = (status: LineStatus): number => GRAVE.indexOf(status);

function repeats(before: Expression, read: Expression, place: Side["place"]): Said {
  if (JSON.stringify(before) === JSON.stringify(read))
    return { status: "empty", says: "This is the line before it again.", place };
  return sizeOf(read) < sizeOf(before)
    ? { status: "idle", says: "It is true: the same, tidied up." }
    : { status: "empty", says: "This is the line before it again: what was added changes nothing.", place };
}

const jumpText = (rules: number): string =>
  `It is true, but it takes ${rules} rules of differentiation at once. Write a line for each step, so that the way can be seen.`;

/** What the numbers say of a wrong side, where no slip has said it. */
function nearText(near: string | undefined, isNamed: boolean): string {
  if (near === undefined || isNamed) return "";
  return ` ${sentence(near.replace(/^it would hold with /, "It would hold with ").replace("the right side", "this side"))}`;
}

/** A message as a sentence. */
function sentence(text: string): string {
  const first = text.split("\n")[0] as string;
  // A symbol stays as it is written.
  const whole =
    /^(?:[a-z]{2,}[ ,']|a (?:number|vector|matrix|side|name|sign|product|power|derivative|root|function))/.test(
      first,
    )
      ? first.charAt(0).toUpperCase() + first.slice(1)
      : first;
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}
