/** Digits as they are and as the network takes them, and what each hidden unit looks for in them. */
import { ACROSS, CELLS } from "../../../reference/data/coarse-digits.ts";
import { fixed } from "../frame/numbers.ts";
import { group, type Mark, mark, type Panel, rounded, text } from "../frame/scene.ts";
import { CLASSES, type Digits, readAs, type Stand } from "./training.ts";

const LEVELS = 9;
/** Squares of one tint as one path, for each of nine tints. */
type Squares = string[];
const none = (): Squares => Array.from({ length: LEVELS }, () => "");

/** @param share from 0 to 1; what is next to nothing is paper */
function put(squares: Squares, share: number, x: number, y: number, side: number): void {
  const level = Math.min(LEVELS, Math.ceil(LEVELS * share));
  if (level > 0) squares[level - 1] += `M${rounded(x)} ${rounded(y)}h${side}v${side}h${-side}z`;
}

const drawn = (squares: Squares, colour: string): readonly Mark[] =>
  squares.map((d, i) => mark("path", { class: `band ${colour} of-${i + 1}`, d }));

/** How many digits are shown. */
export const SHOWN = 10;
const TILE = { across: 48.5, pixel: 1.6, cell: 6.4 };

/** The others by the probability of their own class, the least first. */
export const worstOf = ({ said }: Stand, { labels }: Digits): readonly number[] =>
  Array.from(labels, (_, i) => i).sort(
    (i, j) => said[CLASSES * i + labels[i]!]! - said[CLASSES * j + labels[j]!]! || i - j,
  );

export function digitsPanel(stand: Stand, others: Digits): Panel {
  const { images, labels, X } = others;
  const squares = none();
  const words = worstOf(stand, others)
    .slice(0, SHOWN)
    .flatMap((i, k): Mark[] => {
      const left = 4 + k * TILE.across;
      images[i]?.forEach((light, p) => {
        put(squares, light, left + TILE.pixel * (p % 28), 2 + TILE.pixel * Math.floor(p / 28), TILE.pixel);
      });
      for (let c = 0; c < CELLS; c++)
        put(
          squares,
          (X[CELLS * i + c]! + 1) / 2,
          left + 6 + TILE.cell * (c % ACROSS),
          54 + TILE.cell * Math.floor(c / ACROSS),
          TILE.cell,
        );
      const [label, read] = [labels[i]!, readAs(stand.said, i)];
      const sure = stand.said[CLASSES * i + label]!;
      const middle = left + 22;
      return [
        text(middle, 118, read === label ? `${label}` : `${label}→${read}`, {
          class: read === label ? "middle" : "words error strong middle",
        }),
        text(middle, 134, `${fixed(100 * sure, 0)} %`, { class: "small middle" }),
      ];
    });
  return {
    name: "digits",
    title: "Of 100 digits that it has not seen, the ten that it reads worst",
    description:
      "Ten digits, those first whose own class has the least probability: the image, below it the 35 cells that the network takes, then the digit, what it is read as where that is another one, and the probability of the right class.",
    width: 490,
    height: 140,
    wide: true,
    marks: [...drawn(squares, "ink"), group("compact", ...words)],
  };
}

/** Up to 20 units have larger pictures, ten in a row. */
const unitOf = (hidden: number) =>
  hidden <= 20 ? { cell: 8, across: 48.5, down: 64, row: 10 } : { cell: 4, across: 24, down: 32, row: 20 };

/** Weights of every hidden unit, laid out as the cells that they belong to. */
export function weightsPanel({ P }: Stand, hidden: number): Panel {
  const { cell, across, down, row } = unitOf(hidden);
  const [positive, negative] = [none(), none()];
  let frames = "";
  for (let unit = 0; unit < hidden; unit++) {
    const [left, top] = [6 + across * (unit % row), 4 + down * Math.floor(unit / row)];
    frames += `M${left} ${top}h${cell * ACROSS}v${(cell * CELLS) / ACROSS}h${-cell * ACROSS}z`;
    const weights = Array.from({ length: CELLS }, (_, c) => P[c * hidden + unit]!);
    const most = Math.max(...weights.map(Math.abs));
    weights.forEach((w, c) => {
      const [x, y] = [left + cell * (c % ACROSS), top + cell * Math.floor(c / ACROSS)];
      if (most > 0) put(w > 0 ? positive : negative, Math.abs(w) / most, x, y, cell);
    });
  }
  const largest = P.subarray(0, CELLS * hidden).reduce((m, w) => Math.max(m, Math.abs(w)), 0);
  return {
    name: "weights",
    title: "What each hidden unit looks for: its 35 weights as a picture",
    description: `For each of ${hidden} hidden units its weights in the places of the cells, blue where ink speaks for the unit and orange where it speaks against, the darker the larger among its own; the largest of all is ${fixed(largest, 2)}.`,
    width: 490,
    height: 166,
    wide: true,
    marks: [
      ...drawn(positive, "prediction"),
      ...drawn(negative, "error"),
      mark("path", { class: "thin soft faint", d: frames }),
    ],
  };
}
