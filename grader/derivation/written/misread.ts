import { FormulaError } from "../formula-error.ts";

/** Text that cannot be read, with its place. */
export class Misread extends FormulaError {
  readonly from: number;
  readonly to: number;

  constructor(message: string, from: number, to: number) {
    super(message);
    this.from = from;
    this.to = to;
  }
}
