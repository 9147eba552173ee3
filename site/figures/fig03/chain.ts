/** The chain as a whole. */
import { group, type Mark, mark, type Panel, pressable, rounded, text } from "../frame/scene.ts";
import { short } from "../short.ts";
import { type At, type Data, SUB } from "./chain-data.ts";

/** The whole chain: u forward above, slopes backward below. */
export function chainPanel(data: Data, at: At): Panel {
  const n = data.links.length;
  const left = 44;
  const apart = (480 - 2 * left) / n;
  const X = (k: number): number => left + apart * k;
  const values = [data.links[0]!.input, ...data.links.map(({ output }) => output)];
  const backs: number[] = [1];
  for (const slope of [...data.slopes].reverse()) backs.unshift(backs[0]! * slope);
  const isWrong = at === "x" && n > 1;
  const back = isWrong ? "error" : "gradient";
  const arrow = (from: number, to: number, y: number, className: string): Mark => {
    const way = Math.sign(to - from);
    return mark("path", {
      class: `line ${className}`,
      d: `M${rounded(from)} ${y}H${rounded(to - way)}m${-6 * way} -4l${6 * way} 4l${-6 * way} 4`,
    });
  };
  const between = data.links.flatMap((_, k) => [
    arrow(X(k) + 14, X(k + 1) - 14, 66, "prediction"),
    text((X(k) + X(k + 1)) / 2, 56, `f${SUB[k + 1]}`, { class: "symbol middle" }),
    arrow(X(k + 1) - 14, X(k) + 14, 112, back),
    text((X(k) + X(k + 1)) / 2, 104, `· ${short(data.slopes[k]!)}`, { class: `words middle ${back}` }),
  ]);
  const nodes = values.map((value, k) => {
    const isSwap = k > 0 && k < n;
    const circle = mark("circle", { class: "hollow ink", cx: X(k), cy: 66, r: isSwap ? 11 : 4 });
    return group(
      "node",
      text(X(k), 22, k === 0 ? "x" : k === n ? "F(x)" : `u${SUB[k]}`, { class: "symbol middle" }),
      text(X(k), 41, short(value), { class: "words strong middle prediction" }),
      isSwap
        ? pressable(
            `swap${k}`,
            `Exchange f${SUB[k]} and f${SUB[k + 1]}`,
            false,
            circle,
            // Half of it on a phone is what a finger hits.
            mark("circle", { class: "ground", cx: X(k), cy: 66, r: 19 }),
            mark("path", {
              class: "line thin ink",
              d: `M${rounded(X(k) - 6)} 63h11m-3 -3l3 3l-3 3M${rounded(X(k) + 6)} 69h-11m3 -3l-3 3l3 3`,
            }),
          )
        : circle,
      mark("circle", { class: `dot ${back}`, cx: X(k), cy: 112, r: 4 }),
      text(X(k), 134, short(backs[k]!), { class: `words strong middle ${back}` }),
    );
  });
  return {
    name: "chain",
    title: "Values go forward, slopes come back",
    description: `A chain of ${n} boxes. Forward the values ${values.map((each) => short(each)).join(", ")}; backward, from 1 at the end, the products ${[
      ...backs,
    ]
      .reverse()
      .map((each) => short(each))
      .join(", ")}.`,
    width: 480,
    height: 190,
    wide: true,
    marks: [
      group(
        "compact",
        ...between,
        ...nodes,
        text(0, 172, `product of the slopes ${short(data.product)}`, { class: `words strong ${back}` }),
        text(480, 172, `measured ${short(data.measured)}`, { class: "words strong end reference" }),
      ),
    ],
  };
}
