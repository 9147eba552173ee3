/** What σ′ is taken of where its argument is not written: the one thing that σ is taken of in what was said before. */
import type { Expression } from "../expression.ts";

export class MeantArguments {
  /** By function, and then by what they say. */
  private readonly found = new Map<string, Map<string, Expression>>();

  /** What was said. */
  add(part: unknown): void {
    if (typeof part !== "object" || part === null) return;
    const e = part as Partial<Extract<Expression, { is: "apply" }>>;
    const [argument] = e.is === "apply" ? (e.to ?? []) : [];
    if (argument !== undefined && e.fn !== undefined) {
      const of = this.found.get(e.fn) ?? new Map<string, Expression>();
      this.found.set(e.fn, of.set(JSON.stringify(argument), argument));
    }
    for (const inner of Object.values(part)) this.add(inner);
  }

  /** Undefined where there is none, or more than one. */
  of(fn: string): Expression | undefined {
    const [argument, ...more] = this.found.get(fn)?.values() ?? [];
    return more.length === 0 ? argument : undefined;
  }
}
