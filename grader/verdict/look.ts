/**
 * How a page of text looks: its width, and whether colours and Unicode may be used.
 * Two weights and three colours: red falls short, green passes, dim stands back.
 */
import { toAscii } from "./ascii.ts";
import { clean } from "./width.ts";

export interface LookOptions {
  /** Width of the terminal; pages are between 40 and 80 columns wide. */
  readonly columns?: number;
  readonly color?: boolean;
  readonly unicode?: boolean;
}

type Paint = (text: string) => string;

export interface Look {
  readonly columns: number;
  readonly dots: string;
  readonly plusMinus: string;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  /** Foreign text made harmless and showable: one line. */
  readonly say: (text: string) => string;
}

const NARROW = 40;
const WIDE = 80;

export function lookOf({ columns = WIDE, color = false, unicode = true }: LookOptions = {}): Look {
  const sgr =
    (on: number, off: number): Paint =>
    (text) =>
      color && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    columns: Math.max(NARROW, Math.min(WIDE, Math.floor(columns) || WIDE)),
    dots: unicode ? "…" : "...",
    plusMinus: unicode ? "±" : "+/-",
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    green: sgr(32, 39),
    say: unicode ? clean : (text) => toAscii(clean(text)),
  };
}
