/**
 * A derivation that a student writes: what is given, where it starts, what it has to reach.
 *
 * Symbols, domains and definitions come from the page of the course, which says them once.
 */
export interface DerivationSpec {
  /** The page in site/derivations, without its ending. */
  readonly page: string;
  /** Symbols of the page that it defines, and that are known here: `L`. What else it defines is not known. */
  readonly known: readonly string[];
  /** Further symbols that may be used, as a page declares them: `e : n given $y - w x - b$  residuals`. */
  readonly also?: string;
  /** What a known symbol is made of where the page writes it out: `L` by the residuals, so that ∂L/∂e is none of 0. */
  readonly means?: Readonly<Record<string, string>>;
  /** Where the derivation starts, in the page's symbols: `\frac{\partial L}{\partial w}`. */
  readonly start: string;
  /** The step of the page whose formula has the start on its left and the end on its right. */
  readonly step: number;
  /** What the last line does without, beside derivatives. */
  readonly without?: readonly Without[];
  /** The least number of lines that go on, the last one included. */
  readonly lines: number;
  /** Rules of differentiation that one line may apply. */
  readonly rules: number;
  /** Functions whose slope is what is derived, with the rules that it takes: who writes it down at once jumps. */
  readonly slopes?: Readonly<Record<string, number>>;
  /** Wrong lines that have a name. */
  readonly slips: Readonly<Record<string, Slip>>;
}

/** "slopes": σ′ and tanh′. "exp": exponentials. */
export type Without = "slopes" | "exp";

export interface Slip {
  /** What a line with this slip is worth, as a formula. */
  readonly is: string;
  /** A sentence for the student. */
  readonly says: string;
  /** The step of the page that says it. */
  readonly step: number;
}
