/** What is known of each line, and what of it is shown. While a line is typed, only good news is told. */
import type { LineReport } from "../../../grader/derivation/written/report.ts";
import type { LineField } from "./line-field.ts";
import { TOO_LONG, Told } from "./told.ts";
import { CHECKING, TYPING, wordOf } from "./wording.ts";

export class Reported {
  /** The lines that were asked about last. */
  private asked: readonly LineField[] = [];
  private readonly reports = new Map<LineField, LineReport>();
  private readonly told: Told;

  /** @param page that of the derivation, without its ending */
  constructor(page: string) {
    this.told = new Told(page);
  }

  /** The lines with something in them, which are asked about next; of the others nothing is said. */
  ask(all: readonly LineField[]): readonly LineField[] {
    this.asked = all.filter(({ isBlank }) => !isBlank);
    for (const field of all) if (field.isBlank) field.say(undefined);
    return this.asked;
  }

  /** Each line as it is set. */
  set(html: readonly (string | undefined)[]): void {
    for (const [i, field] of this.asked.entries()) field.set(html[i]);
  }

  /** What was answered about one of the lines. */
  came(at: number, report: LineReport): void {
    const field = this.asked[at];
    if (field !== undefined) this.reports.set(field, report);
  }

  has(field: LineField): boolean {
    return this.reports.has(field);
  }

  /** A line has changed. */
  typed(field: LineField): void {
    this.reports.delete(field);
    field.say(field.isBlank ? undefined : TYPING);
  }

  /** The lines are others now. */
  forget(): void {
    this.reports.clear();
  }

  /** @param typing the line that is being typed */
  show(typing: LineField | undefined): void {
    for (const field of this.asked) {
      const report = this.reports.get(field);
      if (report === undefined) {
        if (field !== typing) field.say(CHECKING);
      } else if (typing === undefined || wordOf(report).tone === "good") field.say(this.told.of(report));
      else if (field === typing) field.say(TYPING);
    }
  }

  /** There is no answer. The first line without one is the one that takes too long; those below wait for it. */
  failed(isLate: boolean): void {
    const open = this.asked.filter((field) => !this.reports.has(field));
    for (const [i, field] of open.entries()) field.say(isLate && i === 0 ? TOO_LONG : undefined);
  }
}
