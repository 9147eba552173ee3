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
  /** Whether the terminal makes links of OSC 8. */
  readonly links?: boolean;
  /** The address of the folder of the course's pages, with its last stroke. */
  readonly pages?: string;
  /** Where a reader finds a file of the course, where that is elsewhere than in the course. */
  readonly placed?: (file: string) => string;
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
  /** Where the course's pages are, if anywhere. */
  readonly pages: string | undefined;
  readonly placed: (file: string) => string;
  readonly hasLinks: boolean;
  /** A text that leads to an address, where the terminal knows links; else the text. It takes the text's width. */
  readonly link: (text: string, address: string) => string;
}

const NARROW = 40;
const WIDE = 80;

export function lookOf(options: LookOptions = {}): Look {
  const { columns = WIDE, color = false, unicode = true, links = false, pages } = options;
  const { placed = (file) => file } = options;
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
    pages,
    placed,
    hasLinks: links,
    link: (text, address) =>
      links ? `\u001b]8;;${address.replace(/[^!-~]/g, "")}\u001b\\${text}\u001b]8;;\u001b\\` : text,
    say: unicode ? clean : (text) => toAscii(clean(text)),
  };
}
