/**
 * A derivation that is being written: line after line, each held against the line before it and against the start.
 *
 * What it says: each line is true at many points, and goes on. It does not say that the reasons are right.
 */
import { Budget } from "../budget.ts";
import type { Expression } from "../expression.ts";
import { FormulaError } from "../formula-error.ts";
import { nameOf, namesIn, type Scope } from "../scope.ts";
import { algebraPrint } from "./algebra-print.ts";
import { Comparing } from "./comparing.ts";
import type { Given } from "./given.ts";
import { isDetour, type Link, linkOf } from "./link.ts";
import { MeantArguments } from "./meant-arguments.ts";
import { notRead } from "./not-read.ts";
import { withOwnName } from "./own-name.ts";
import { type Parted, parted, refuseLongChain, type SideText } from "./parted.ts";
import { LONGEST_LINE, readSide, type Side } from "./read-side.ts";
import { costOfParts, costOfText } from "./reading-cost.ts";
import { inOrder, type LineReport } from "./report.ts";
import { type Rewriting, rewritten } from "./rewritten.ts";
import { hasDerivative, hasSlope, rulesBetween, rulesWaiting } from "./rules.ts";
import { DETOUR, FROM_ITS_END, graver, jump, repeats, type Said, UNASKED } from "./said.ts";
import { countedSteps, type Step } from "./steps.ts";
import { saidOfWrong, type WrongAside } from "./wrong-side.ts";

/** A derivation of softmax in 14 lines takes 13 million steps; a text that asks for more than is allowed is told so. */
export const ALLOWED = { point: 100_000, relation: 4_000_000, page: 16_000_000 };

export class Writing {
  /** Lines so far that went on. */
  private readonly taken: Step[] = [];
  readonly seed: number;
  private readonly given: Given;
  private readonly comparing: Comparing;
  /** From the start on. */
  private readonly chain: Link[];
  /** What is worked out beside it, by its sides so far. */
  private aside: Link[] | undefined;
  /** What was read so far: σ′ is taken of what σ is taken of there. */
  private readonly meant = new MeantArguments();
  /** Rules that were applied beside the chain: later lines may use what came of them. */
  private rulesAside = 0;
  private readonly wrongAsides: WrongAside[] = [];
  /** What was written otherwise beside the chain, without a derivative: later lines may derive it so. */
  private readonly forms: Rewriting[] = [];
  /** Whether the line before could not be read: what it would have said is not missed in the next one. */
  private isGap = false;
  private added = 0;

  constructor(given: Given, seed: number) {
    const { start, scope } = given;
    this.given = given;
    this.seed = seed;
    this.comparing = new Comparing(
      given,
      scope.among(scope.symbols, scope.understood, new Budget(ALLOWED)),
      seed,
    );
    this.chain = [linkOf(start, true)];
    for (const said of [start, ...scope.symbols.map((symbol) => scope.definition(nameOf(symbol)))])
      this.meant.add(said);
  }

  /** The last side of the chain, if one was written. */
  get last(): { read: Expression; isTrue: boolean; scope: Scope } | undefined {
    const link = this.chain.length > 1 ? this.chain.at(-1) : undefined;
    return link === undefined ? undefined : { ...link, scope: this.comparing.scope };
  }

  /** Steps that were spent so far. */
  get spent(): number {
    return this.comparing.scope.budget.all;
  }

  /** How many lines so far took it on. */
  get steps(): number {
    return countedSteps(this.taken, this.comparing.scope, this.chain);
  }

  /** The step that applies the most rules, where one applies several. */
  get longest(): Step | undefined {
    const [first] = [...this.taken].sort((a, b) => b.applied - a.applied);
    return first === undefined || first.applied < 2 ? undefined : first;
  }

  /** The next line. */
  add(text: string): LineReport {
    this.added++;
    const about = { text, isAside: this.aside !== undefined };
    if (text.length > LONGEST_LINE)
      return {
        ...about,
        status: "unread",
        says: `It has ${text.length} characters, and may have ${LONGEST_LINE}: part it in several lines.`,
      };
    const isBehindGap = this.isGap && /^\s*=/.test(text);
    try {
      const said = this.line(text);
      return isBehindGap && said.status === "false"
        ? { ...about, status: "undecided", says: "It goes on from a line that could not be read." }
        : { ...about, ...said };
    } catch (error) {
      this.isGap = true;
      return { ...about, ...notRead(error, text) };
    }
  }

  private line(text: string): Said {
    const { budget } = this.comparing.scope;
    budget.renew();
    budget.charge(costOfText(text));
    const { sides, relations } = parted(text);
    refuseLongChain(sides);
    if (relations.includes(":=")) return this.name(sides, relations);
    const isOpen = sides.length > 1 && sides[0]?.text.trim() === "";
    const read = sides.slice(isOpen ? 1 : 0).map((side) => this.read(side));
    budget.charge(costOfParts(read));
    const [left, ...rest] = read as [Side, ...Side[]];
    return isOpen || rest.length === 0 ? this.goOn(read, this.goesOnMain(left)) : this.begin(left, rest);
  }

  /** A side; the indices that it brings in are known from there on. */
  private read(text: SideText): Side {
    const before = this.comparing.scope;
    const side = readSide(text, this.reading());
    const more = side.scope.symbols.slice(before.symbols.length);
    if (more.length > 0) this.comparing.scope = side.scope;
    for (const { keys, shape } of more) this.comparing.names += `${keys}:${shape};`;
    return side;
  }

  /** The scope, with what σ′ means here. */
  private reading(): Scope {
    const { scope } = this.comparing;
    return scope.among(scope.symbols, {
      ...scope.understood,
      fixed: scope.understood?.fixed ?? new Set(),
      argumentOf: (fn) => this.meant.of(fn),
    });
  }

  private name(sides: Parted["sides"], relations: Parted["relations"]): Said {
    const [left, right] = sides;
    if (left === undefined || right === undefined || relations.length > 1)
      throw new FormulaError("a name of your own takes a line of its own: e_i := …");
    this.read(right);
    this.comparing.scope = withOwnName(left.text, right.text, this.reading());
    this.comparing.names += `${left.text}:=${right.text};`;
    return { status: "name", says: "", isAside: true };
  }

  /** A line with a left side of its own: it goes on with the chain where it says the start or a line of it again. */
  private begin(left: Side, rest: readonly Side[]): Said {
    const link = linkOf(left.read, true);
    const isThere = (chain: readonly Link[] = []): boolean =>
      chain.some(({ sorted }) => sorted === link.sorted);
    if (rest.every(({ read }) => linkOf(read, true).plain === link.plain))
      return { status: "empty", says: "Both sides are the same: this line says nothing.", place: left.place };
    if (isThere(this.chain)) return this.goOn(rest, true, left.read);
    if (isThere(this.aside)) return this.goOn(rest, false, left.read);
    if ([left, ...rest].flatMap(({ read }) => namesIn(read)).length === 0)
      return { status: "empty", says: "This is about numbers alone: it says nothing of what is derived." };
    if (this.comparing.areSame(this.given.start, left.read)) return this.beginAnew(left, rest);
    this.aside = [link];
    return this.goOn(rest, false, left.read);
  }

  /** The start in another form, such as one entry of it: that is no step, but it may be a jump. */
  private beginAnew(left: Side, rest: readonly Side[]): Said {
    const { length } = this.taken;
    const said = this.goOn([left], true, left.read);
    this.taken.length = length;
    if (said.status === "jump" && !hasDerivative(left.read, this.comparing.scope))
      return { ...said, says: FROM_ITS_END };
    return inOrder.includes(said.status) ? this.goOn(rest, true, left.read) : said;
  }

  /** Whether a line without a left side belongs to the chain: behind a line that could not be read, by its worth. */
  private goesOnMain({ read }: Side): boolean {
    return this.aside === undefined || (this.isGap && this.comparing.areSame(this.given.start, read));
  }

  /**
   * One side after the other; the gravest speaks for the line.
   *
   * @param left what the first one is said to equal; the last side of the chain where the line has no left side
   */
  private goOn(sides: readonly Side[], isMain: boolean, left?: Expression): Said {
    if (isMain) this.aside = undefined;
    const chain = isMain ? this.chain : (this.aside as Link[]);
    this.comparing.refuseOtherForms(left ?? (chain.at(-1) as Link).read, sides);
    let whole: Said | undefined;
    for (const side of sides) {
      const said = this.side(side, chain, isMain);
      whole = whole === undefined ? said : graver(whole, said);
      this.meant.add(side.read);
    }
    return { status: "idle", says: "It is true, and nothing new.", ...whole, isAside: !isMain };
  }

  private side(side: Side, chain: Link[], isMain: boolean): Said {
    const { read, place } = side;
    const [first, before] = [chain[0] as Link, chain.at(-1) as Link];
    if (before.plain === linkOf(read, false).plain) return repeats(before.read, read, place);
    const asStart = this.comparing.compareAt(first.read, side);
    const link = linkOf(read, asStart.is === "same");
    const isAgain = chain.some(({ sorted }) => sorted === link.sorted);
    chain.push(link);
    if (asStart.is !== "same")
      return saidOfWrong(
        { side, asStart, first, before, main: this.chain, isMain },
        this.comparing,
        this.wrongAsides,
        this.given,
      );
    if (before.sorted === link.sorted)
      return { status: "idle", says: "It is true: the same in another order." };
    if (isAgain)
      return {
        status: "circle",
        says: "This was there before: the lines between have led back to it.",
        place,
      };
    return this.step(chain, link, place, isMain);
  }

  /** A true side that is new: a step, or several at once. */
  private step(chain: Link[], link: Link, place: Side["place"], isMain: boolean): Said {
    const { rules } = this.given.spec;
    const { scope } = this.comparing;
    const most = rules + this.rulesAside;
    const { read: first } = chain[0] as Link;
    let before = chain.at(-2) as Link;
    let applied = this.appliedBy(link, before);
    if (applied > most) {
      this.writeBetween(chain, link, place, isMain);
      before = chain.at(-2) as Link;
      applied = this.appliedBy(link, before);
    }
    const { isGap } = this;
    this.isGap = false;
    if (before.isTrue && !isGap && applied > most)
      return jump(applied, rulesBetween(this.waiting(before.read), this.waiting(link.read)), place);
    if (!isMain) this.rulesAside += Math.max(0, applied);
    if (isDetour(link, chain)) return DETOUR;
    if (!isMain && !hasDerivative(first, scope) && !hasSlope(first, scope)) {
      this.forms.push({ from: chain[0] as Link, to: link.read });
      return UNASKED;
    }
    this.taken.push({
      chain,
      read: link.read,
      print: algebraPrint(link.read, scope),
      applied,
      at: this.added,
    });
    return { status: "holds", says: "" };
  }

  private waiting(e: Expression): readonly string[] {
    const { start, spec } = this.given;
    return rulesWaiting(e, this.comparing.scope, { start, slopes: spec.slopes ?? {} });
  }

  private appliedBy(link: Link, before: Link): number {
    return this.waiting(before.read).length - this.waiting(link.read).length;
  }

  /** Who has written ln σ(z) = −ln(1 + e⁻ᶻ) derives that: a side that was skipped is taken as if it stood there. */
  private writeBetween(chain: Link[], link: Link, place: Side["place"], isMain: boolean): void {
    const before = chain.at(-2) as Link;
    for (const form of rewritten(before.read, this.forms, this.comparing.scope)) {
      const between = linkOf(form.read, true);
      const isThere = chain.some(({ sorted }) => sorted === between.sorted);
      if (isThere || this.appliedBy(link, between) <= 0) continue;
      this.forms.splice(this.forms.indexOf(form.by), 1);
      chain.splice(-1, 1, between);
      const said = this.step(chain, between, place, isMain);
      if (said.status !== "holds") chain.pop();
      chain.push(link);
      return;
    }
  }
}
