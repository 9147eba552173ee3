/** A measured number. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** Left out where there is none. */
  readonly target?: { readonly is: "at most" | "at least"; readonly bound: number };
}
