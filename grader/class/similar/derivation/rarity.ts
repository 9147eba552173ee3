/**
 * How much it says that two members of a class have something in common: nothing where the page gives it or many have
 * it, and all the more the fewer have it.
 *
 *     weight = log(N / holders) / log 30, at most 1      N members
 *
 * In a small class little is rare: of three who go the same way, two do not stand out.
 */
import { commonFrom } from "../shared.ts";

const SURELY_RARE = 30;

export class Rarity {
  private readonly holders = new Map<string, number>();
  private readonly members: number;
  private readonly given: ReadonlySet<string>;

  /**
   * @param marks of each member
   * @param given what the page and the stub say
   */
  constructor(marks: readonly ReadonlySet<string>[], given: ReadonlySet<string>) {
    this.members = marks.length;
    this.given = given;
    for (const own of marks)
      for (const mark of own) this.holders.set(mark, (this.holders.get(mark) ?? 0) + 1);
  }

  isRare(mark: string): boolean {
    return !this.given.has(mark) && this.of(mark) <= commonFrom(this.members);
  }

  weight(mark: string): number {
    if (!this.isRare(mark)) return 0;
    return Math.min(1, Math.log(this.members / this.of(mark)) / Math.log(SURELY_RARE));
  }

  /** Whether more than a quarter of the class has it, or the page. */
  isUsual(mark: string): boolean {
    return this.given.has(mark) || this.of(mark) > Math.max(2, this.members / 4);
  }

  private of(mark: string): number {
    return this.holders.get(mark) ?? 0;
  }
}
