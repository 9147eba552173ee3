import { type Refusal, refuse } from "../check/refusal.ts";

/** What an author has to mend before a task or a stub can be written. */
export class RefusedText extends Error {
  override readonly name = "RefusedText";
  readonly refusal: Refusal;

  constructor(...refusal: Parameters<typeof refuse>) {
    super(refusal[1]);
    this.refusal = refuse(...refusal);
  }
}
