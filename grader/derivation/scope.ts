/**
 * What names mean on a page: the declared symbols, and the definitions met so far.
 */
import type { Expression } from "./expression.ts";
import type { Declared } from "./symbols.ts";

/** What a symbol was defined as: `s_c = …` has the index c, `L(w, b) = …` the parameters w and b. */
export interface Definition {
  readonly indices: readonly string[];
  readonly params: readonly string[];
  readonly body: Expression;
}

export class Scope {
  readonly symbols: readonly Declared[];
  private readonly byKey = new Map<string, Declared>();
  private readonly definitions = new Map<string, Definition>();

  constructor(symbols: readonly Declared[]) {
    this.symbols = symbols;
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
  }
}

/** The name of a declaration's value: its first key. */
export const nameOf = (symbol: Declared): string => symbol.keys[0] as string;
