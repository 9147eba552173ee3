/** The examples, your line with the squares of what it misses, and the best line. */
import { axes, clip } from "../frame/axes.ts";
import { linear, type Scale } from "../frame/scale.ts";
import { dots, handle, type Mark, mark, type Panel, pathThrough, rounded } from "../frame/scene.ts";
import { near } from "../near.ts";
import { short } from "../short.ts";
import { type Fit, type Fits, movable, type Setting, type Source, WINDOWS } from "./fits.ts";

const CLIP = "fig09-clip";
const LEFT = 40;
const RIGHT = 344;
const TOP = 28;
const BOTTOM = 282;

export const planeOf = (data: Source): { x: Scale; y: Scale } => ({
  x: linear([0, WINDOWS[data].x], [LEFT, RIGHT]),
  y: linear([0, WINDOWS[data].y], [BOTTOM, TOP]),
});

/** Inputs at which handles hold your line, as shares of the axis. */
export const HOLDS = { left: 0.04, right: 0.96 } as const;

export function scatter(fits: Fits, setting: Setting): Panel {
  const { x, y, yours, best } = fits;
  const { data } = setting;
  const plane = planeOf(data);
  const places = x.map((xi, i) => [plane.x.to(xi), plane.y.to(y[i] as number)] as const);
  const lineOf = ({ w, b }: Fit): string =>
    pathThrough(plane.x.domain.map((at) => [plane.x.to(at), near(plane.y.to(w * at + b))] as const));
  /** A square on each residual, as far as three of them can be told apart; else lines. */
  const missed = places.map(([px, py], i) => {
    const ends = near(plane.y.to((y[i] as number) - (yours.residuals[i] as number)));
    const side = ends - py;
    return data === "flats"
      ? `M${rounded(px)} ${rounded(py)}v${rounded(side)}h${rounded(-Math.abs(side))}v${rounded(-side)}z`
      : `M${rounded(px)} ${rounded(py)}V${rounded(ends)}`;
  });
  const holds = Object.entries(HOLDS).map(([name, share]): Mark => {
    const at = share * WINDOWS[data].x;
    const height = Math.max(0, Math.min(WINDOWS[data].y, yours.w * at + yours.b));
    const label = name === "left" ? "Your line on the left" : "Your line on the right";
    return handle(
      name,
      label,
      plane.x.to(at),
      plane.y.to(height),
      "prediction",
      `ŷ = ${short(yours.w * at + yours.b)}`,
    );
  });
  const own = movable(setting).map(([px, py], i) =>
    handle(
      `p${i}`,
      data === "flats" ? `Flat ${i + 1}` : "One more example",
      plane.x.to(px),
      plane.y.to(py),
      "ink",
      `x = ${short(px)}, y = ${short(py)}`,
    ),
  );
  return {
    name: "scatter",
    title: data === "flats" ? "Three flats and two lines" : "200 examples, one more, and two lines",
    description: `${x.length} examples, your line with what it misses, and the best line, dashed. The examples in black and both ends of your line can be dragged.`,
    width: 360,
    height: 324,
    marks: [
      clip(CLIP, plane.x, plane.y),
      axes({
        ...plane,
        xName: data === "flats" ? "rooms x" : "spending on radio x",
        yName: data === "flats" ? "rent y" : "sales y",
        zeros: false,
      }),
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", { class: data === "flats" ? "area error" : "thin error faint", d: missed.join("") }),
        data === "flats" && mark("path", { class: "thin error", d: missed.join("") }),
        data === "sales" && mark("path", { class: "dots data", d: dots(places.slice(0, -1)) }),
        mark("path", { class: "line prediction heavy", d: lineOf(yours) }),
        best !== undefined && mark("path", { class: "line dashed reference", d: lineOf(best) }),
      ),
      ...holds,
      ...own,
    ],
  };
}
