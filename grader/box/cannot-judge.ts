/**
 * What stands in the way of judging, through no fault of the submission: a compiler that does not start, a machine
 * without memory. Whoever meets it gives no grade. Its message is one line that ends in what mends it.
 */
export class CannotJudge extends Error {
  override readonly name = "CannotJudge";
}
