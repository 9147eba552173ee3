/** One row a path: its factors from the loss on, their product, and the sum beside the measured slope. */
import { fixed } from "../frame/numbers.ts";
import { group, mark, type Panel, text } from "../frame/scene.ts";
import { type Data, FORWARD, SUB, weightName } from "./paths-data.ts";

export function factorPanel(data: Data, step: number): Panel {
  const { paths, counted, sum, measured, factorNames, name } = data;
  const back = Math.max(0, step - FORWARD);
  const isDone = back >= factorNames.length;
  const columns = factorNames.length;
  const X = (k: number): number => 58 + (k + 0.5) * (330 / columns);
  const y = (row: number): number => 64 + 26 * row;
  const rows = paths.map(({ output, factors, product }, r) => {
    const isCounted = r < counted;
    return group(
      isCounted ? "gradient" : "soft",
      text(0, y(r), `over a${SUB[output + 1]}`, { class: isCounted ? "words strong" : "words" }),
      ...factors.flatMap(({ value }, k) =>
        k < back
          ? [
              text(X(k), y(r), factorText(value), {
                class: isCounted ? "words middle" : "words middle faint",
              }),
              k > 0 && text((X(k) + X(k - 1)) / 2, y(r), "·", { class: "words middle" }),
            ]
          : [],
      ),
      isDone &&
        text(490, y(r), isCounted ? `= ${fixed(product.value, 5)}` : "not counted", {
          class: isCounted ? "words strong end" : "words end",
        }),
    );
  });
  const last = y(paths.length) + 12;
  return {
    name: "factors",
    title: `Factors on the way to ${weightName(name)}`,
    description: `One row a path: its slopes from the loss back to ${weightName(name)}, and their product; below the sum of the products and the measured slope.`,
    width: 490,
    height: last + 14,
    wide: true,
    marks: [
      group(
        "compact",
        text((X(0) + X(1)) / 2, 12, "δ", { class: "symbol middle" }),
        mark("path", { class: "thin soft", d: `M${X(0) - 30} 22v-4H${X(1) + 30}v4` }),
        ...factorNames.map((factor, k) => text(X(k), 34, factor, { class: "symbol middle" })),
        mark("path", { class: "axis", d: "M0 44H490" }),
        ...rows,
        mark("path", { class: "axis", d: `M0 ${last - 22}H490` }),
        text(0, last, `measured ${fixed(measured, 5)}`, { class: "words strong reference" }),
        isDone &&
          text(490, last, `${counted > 1 ? "sum" : "this path"} ${fixed(sum, 5)}`, {
            class: `words strong end ${agree(sum, measured) ? "gradient" : "error"}`,
          }),
      ),
    ],
  };
}

const factorText = (value: number): string => (value < 0 ? `(${fixed(value, 3)})` : fixed(value, 3));
export const term = (value: number): string => (value < 0 ? `(${fixed(value, 5)})` : fixed(value, 5));
/** The measured slope is wrong by about h² of what third derivatives come to. */
const agree = (sum: number, measured: number): boolean => Math.abs(sum - measured) < 1e-7;
