/** Why a formula cannot be held: not in the grammar, not declared, or shapes that do not fit. */
export class FormulaError extends Error {}

/** A point at which a formula says nothing: outside of a domain, or at a kink. Another one is drawn. */
export class Degenerate extends Error {}
