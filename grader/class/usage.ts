/** What the instructor can mend: one line that says what was expected, where, and what was there. */
export class Unusable extends Error {
  override readonly name = "Unusable";
}
