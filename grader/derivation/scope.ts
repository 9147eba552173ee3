/**
 * What names mean on a page: the declared symbols, and the definitions met so far.
 */
import { Budget } from "./budget.ts";
import type { Expression, Ref } from "./expression.ts";
import type { Declared } from "./symbols.ts";

/** What a symbol was defined as: `s_c = …` has the index c, `L(w, b) = …` the parameters w and b. */
export interface Definition {
  readonly indices: readonly string[];
  readonly params: readonly string[];
  readonly body: Expression;
}

/** What a typed line may leave to its reader. A page leaves nothing. */
export interface Understood {
  /** Indices that stand for one place, as j does in ∂L/∂w_j: no sum without an index runs over them. */
  readonly fixed: ReadonlySet<string>;
  /** What a function is taken of where no argument stands behind it, as in σ′. */
  readonly argumentOf: (fn: string) => Expression | undefined;
  /** What a prime behind a bracket, or behind a name, derives by. */
  readonly variable?: Ref | undefined;
}

export class Scope {
  readonly symbols: readonly Declared[];
  readonly understood: Understood | undefined;
  /** What is left to be spent on the relation that is being held. */
  readonly budget: Budget;
  private readonly byKey = new Map<string, Declared>();
  private readonly definitions = new Map<string, Definition>();
  private readonly firsts = new Map<string, boolean>();
  private readonly behind = new Map<string, ReadonlySet<string>>();

  constructor(symbols: readonly Declared[], budget = new Budget(), understood?: Understood) {
    this.symbols = symbols;
    this.budget = budget;
    this.understood = understood;
    for (const symbol of symbols) for (const key of symbol.keys) this.byKey.set(key, symbol);
  }

  declared(key: string): Declared | undefined {
    return this.byKey.get(key);
  }

  definition(name: string): Definition | undefined {
    return this.definitions.get(name);
  }

  define(name: string, definition: Definition): void {
    this.definitions.set(name, definition);
    this.behind.clear();
    this.firsts.clear();
  }

  /** The same names, one of them with another definition. */
  with(name: string, definition: Definition): Scope {
    const other = this.copy();
    other.define(name, definition);
    return other;
  }

  /** The same names: what is defined in one of both is not known in the other. */
  copy(): Scope {
    return this.among(this.symbols, this.understood);
  }

  /** The same definitions with more symbols, or with other things understood. */
  among(symbols: readonly Declared[], understood = this.understood, budget = this.budget): Scope {
    const other = new Scope(symbols, budget, understood);
    for (const [known, its] of this.definitions) other.definitions.set(known, its);
    return other;
  }

  /** Whether a symbol's value is made from another one's. */
  dependsOn(name: string, other: string): boolean {
    let behind = this.behind.get(name);
    if (behind === undefined) {
      behind = this.allBehind(name);
      this.behind.set(name, behind);
    }
    return behind.has(other);
  }

  /** Whether a symbol is defined by what is drawn alone, and not by other definitions. */
  isFirst(name: string): boolean {
    let isFirst = this.firsts.get(name);
    if (isFirst === undefined) {
      isFirst = namesIn(this.definitions.get(name)?.body).every((one) => !this.definitions.has(one));
      this.firsts.set(name, isFirst);
    }
    return isFirst;
  }

  private allBehind(name: string): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = [name];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      for (const inner of namesIn(this.definitions.get(next)?.body))
        if (!found.has(inner)) {
          found.add(inner);
          waiting.push(inner);
        }
    return found;
  }
}

/** The name of a declaration's value: its first key. */
export const nameOf = (symbol: Declared): string => symbol.keys[0] as string;

const names = new WeakMap<object, readonly string[]>();

/** Every symbol that an expression names, once. It is kept for each part: all of them are asked for it. */
export function namesIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const known = names.get(part);
  if (known !== undefined) return known;
  const own = (part as Partial<Expression>).is === "ref" ? [(part as { name: string }).name] : [];
  const all = [...new Set([...own, ...Object.values(part).flatMap(namesIn)])];
  names.set(part, all);
  return all;
}
