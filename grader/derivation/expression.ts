/**
 * What a formula says, once names are resolved.
 */

/** A symbol by the name it is declared under, with its indices and its arguments. */
export interface Ref {
  readonly is: "ref";
  readonly name: string;
  readonly indices: readonly Expression[];
  /** Arguments of a function; undefined where none are written. */
  readonly args?: readonly Expression[];
  /** How often it is differentiated: σ″ is 2. */
  readonly primes: number;
}

/** Σ|x|, the root of Σx², or max |x|; of a matrix the second is Frobenius'. */
export type NormOrder = "1" | "2" | "\\infty";

/** "inner" is ⟨u, v⟩. */
export type Binary = "+" | "-" | "side by side" | "\\cdot" | "*" | "\\odot" | "/" | "inner";

export type Expression =
  | { readonly is: "number"; readonly value: number }
  /** A vector of ones, as long as what it meets where no size is written. */
  | { readonly is: "ones"; readonly size?: Expression }
  | Ref
  /** A built-in function, entry by entry. */
  | { readonly is: "apply"; readonly fn: string; readonly primes: number; readonly to: readonly Expression[] }
  | { readonly is: "minus"; readonly of: Expression }
  | { readonly is: "binary"; readonly op: Binary; readonly left: Expression; readonly right: Expression }
  | { readonly is: "power"; readonly base: Expression; readonly exponent: Expression }
  | { readonly is: "transpose" | "abs"; readonly of: Expression }
  | { readonly is: "norm"; readonly of: Expression; readonly order: NormOrder }
  /** A matrix written out, or a vector where each row has one entry. */
  | { readonly is: "matrix"; readonly rows: readonly (readonly Expression[])[] }
  /** The value where a symbol is moved elsewhere: behind a bar, |_{w = 0}. */
  | { readonly is: "moved"; readonly of: Expression; readonly symbol: Ref; readonly to: Expression }
  | { readonly is: "entry"; readonly of: Expression; readonly indices: readonly Expression[] }
  | {
      readonly is: "over";
      readonly op: "\\sum" | "\\prod" | "\\max" | "\\min";
      readonly index: string;
      /** From and to; the declared range where none is written. */
      readonly from?: Expression;
      readonly to?: Expression;
      /** What holds of the values that are meant: l ≠ k. */
      readonly when?: readonly Condition[];
      readonly body: Expression;
    }
  /** The partial derivative of `of`, once by each. */
  | { readonly is: "derivative"; readonly of: Expression; readonly by: readonly Ref[] }
  /** Otherwise is a row without a condition. */
  | { readonly is: "cases"; readonly rows: readonly { value: Expression; when: readonly Condition[] }[] }
  | { readonly is: "indicator"; readonly when: readonly Condition[] };

export interface Condition {
  readonly left: Expression;
  readonly relation: string;
  readonly right: Expression;
}

/** Whether an expression is a symbol, as in ∂L/∂w. */
export const isRef = (expression: Expression): expression is Ref => expression.is === "ref";
