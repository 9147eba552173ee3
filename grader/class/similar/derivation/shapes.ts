/**
 * How much it says that two people type the same line alike. In a class where all who write a line type it in the same
 * way it says nothing; what counts is how often two of them do:
 *
 *     weight of a line typed alike = CAUTION · log₂(1 / share of pairs that type it alike)
 *
 * Lines of one person are typed in one manner, so they do not count in full.
 */
import type { Item, Work } from "./work.ts";

const CAUTION = 0.35;
/** Who copies seldom types a line anew. */
const TYPED_OTHERWISE = 0.7;
/** A form that so few pairs have is judged as forms are in general. */
const PAIRS = 10;

interface Counted {
  readonly alike: number;
  readonly of: number;
}

export class Shapes {
  private readonly byForm = new Map<string, Counted>();
  private readonly general: Counted;

  constructor(works: readonly Work[]) {
    const typings = new Map<string, Map<string, number>>();
    for (const { items } of works)
      for (const { form, shape } of new Map(items.map((item) => [item.form, item])).values()) {
        const times = typings.get(form) ?? new Map<string, number>();
        typings.set(form, times.set(shape, (times.get(shape) ?? 0) + 1));
      }
    const pairs = (n: number): number => (n * (n - 1)) / 2;
    for (const [form, times] of typings) {
      const all = [...times.values()];
      this.byForm.set(form, {
        alike: all.reduce((sum, n) => sum + pairs(n), 0),
        of: pairs(all.reduce((sum, n) => sum + n, 0)),
      });
    }
    this.general = [...this.byForm.values()].reduce(
      (sum, one) => ({ alike: sum.alike + one.alike, of: sum.of + one.of }),
      { alike: 0, of: 0 },
    );
  }

  /** Of sides that two works have in the same order. */
  weight(pairs: readonly (readonly [Item, Item])[]): number {
    return Math.max(
      0,
      pairs.reduce(
        (sum, [a, b]) => sum + (a.shape === b.shape ? CAUTION * this.bits(a.form) : -TYPED_OTHERWISE),
        0,
      ),
    );
  }

  private bits(form: string): number {
    const own = this.byForm.get(form);
    const { alike, of } = own !== undefined && own.of >= PAIRS ? own : this.general;
    return of < PAIRS ? 0 : Math.log2((of + 2) / (alike + 1));
  }
}
