/** Clouds of points side by side, each picture as wide as its own cloud, with the width written beside. */
import { digits, superscript } from "./frame/numbers.ts";
import { crosses, dots, group, type Mark, mark, rounded, text } from "./frame/scene.ts";
import { type Point, rectangle } from "./half-plane.ts";

const EDGE = { left: 4, top: 2, gap: 8, head: 20 };

/** Where a picture lies, and where numbers lie in it. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  /** How wide its cloud is. */
  readonly width: number;
  to(point: Point): Point;
  /** The picture's corners, in the cloud's numbers. */
  readonly area: readonly Point[];
}

/** As few columns as make the pictures as large as they can be. */
function columnsFor(
  count: number,
  { width, height }: Size,
): { readonly columns: number; readonly side: number } {
  const sideWith = (columns: number): number =>
    Math.min(
      (width - 2 * EDGE.left + EDGE.gap) / columns - EDGE.gap,
      (height - EDGE.top) / Math.ceil(count / columns) - EDGE.head - EDGE.gap / 2,
    );
  const all = Array.from({ length: 7 }, (_, c) => ({ columns: c + 1, side: sideWith(c + 1) }));
  return all.reduce((best, each) => (each.side >= best.side ? each : best));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** @param clouds x, y, x, … of each */
export function tilesOf(clouds: readonly Float64Array[], size: Size): readonly Tile[] {
  const { columns, side } = columnsFor(clouds.length, size);
  return clouds.map((cloud, l) => {
    const left = EDGE.left + (l % columns) * (side + EDGE.gap);
    const top = EDGE.top + EDGE.head + Math.floor(l / columns) * (side + EDGE.head + EDGE.gap / 2);
    const ends = [0, 1].map((k) => {
      const along = cloud.filter((_, at) => at % 2 === k);
      return [Math.min(...along), Math.max(...along)] as const;
    });
    const width = Math.max(...ends.map(([low, high]) => high - low));
    const [midX, midY] = ends.map(([low, high]) => low / 2 + high / 2) as [number, number];
    const unit = width > 0 ? (side - 8) / width : 0;
    const half = unit > 0 ? side / 2 / unit : 0;
    return {
      ...{ left, top, side, width },
      to: ([x, y]) => [left + side / 2 + (x - midX) * unit, top + side / 2 - (y - midY) * unit],
      area: rectangle(midX - half, midY - half, midX + half, midY + half),
    };
  });
}

/** One digit, and of what is small the power of ten alone. */
const sizeOf = (width: number): string =>
  width > 0 && width < 1e-3 ? `10${superscript(Math.round(Math.log10(width)))}` : digits(width, 1);

/** The frames, the points, dots and crosses, and over each picture its name and its width. */
export function cloudMarks(
  tiles: readonly Tile[],
  clouds: readonly Float64Array[],
  isDot: (i: number) => boolean,
  nameOf: (l: number) => string,
): readonly Mark[] {
  const [ones, others]: [Point[], Point[]] = [[], []];
  clouds.forEach((cloud, l) => {
    for (let i = 0; 2 * i < cloud.length; i++)
      (isDot(i) ? ones : others).push((tiles[l] as Tile).to([cloud[2 * i]!, cloud[2 * i + 1]!]));
  });
  return [
    mark("path", {
      class: "thin soft",
      d: tiles
        .map(
          ({ left, top, side }) =>
            `M${rounded(left)} ${rounded(top)}h${rounded(side)}v${rounded(side)}h${rounded(-side)}z`,
        )
        .join(""),
    }),
    mark("path", { class: "crosses thin data", d: crosses(others, 1.5) }),
    mark("path", { class: "dots small-dots prediction", d: dots(ones) }),
    group(
      "compact",
      ...tiles.flatMap(({ left, top, side, width }, l) => [
        text(left, top - 5, nameOf(l), { class: "strong" }),
        text(left + side, top - 5, sizeOf(width), { class: "end" }),
      ]),
    ),
  ];
}
