/** Why a formula cannot be held: not in the grammar, not declared, or shapes that do not fit. */
export class FormulaError extends Error {}

/** A formula that stops in its middle: while it is being typed, nothing is wrong with it yet. */
export class Unfinished extends FormulaError {}

/** A formula that would take too long to work out. */
export class TooLong extends FormulaError {}

/** A point at which a formula says nothing: at a kink, at a pole, too far out for floating point. */
export class Degenerate extends Error {}

/**
 * A point outside of the formula's domain: the logarithm or the root of a negative number. Where the declared
 * domains allow such a point, the formula claims more than it can.
 */
export class NoNumber extends Degenerate {}

/** What was looked for on the way has been met: the rest of the formula says nothing more. */
export class Met extends Degenerate {}
