/** `npm run bench -- figures`: how long each figure takes for a frame, in Chromium, beside the time that it has. */
import { join } from "node:path";
import { build } from "esbuild";
import { renderStatic } from "../site/figures/frame/static.ts";
import { figures } from "../site/figures/index.ts";
import { figureStyleOf } from "../site/generator/assets/bundles.ts";
import { launch } from "../tests/site/browser.ts";
import { root } from "./places.ts";
import { median } from "./rounds.ts";
import { table } from "./table.ts";

/** Sixty pictures a second. */
const BUDGET = 1000 / 60;

interface Frames {
  readonly id: string;
  readonly what: string;
  readonly script: readonly number[];
  readonly whole: readonly number[];
}

/** The value that so large a share of the numbers does not exceed. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

async function pageText(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "tests/site/figure-frames.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  const script = outputFiles[0]!.text.replace(/<\/script/g, "<\\/script");
  const css = figureStyleOf(root);
  const all = Object.values(figures).map(renderStatic).join("");
  return `<!doctype html><meta charset="utf-8"><style>body{width:46rem}${css}</style><main>${all}</main><script>${script}</script>`;
}

/** Frames of every figure, each in a page of its own, so that none pays for another's garbage. */
async function measured(progress: (text: string) => void): Promise<readonly Frames[]> {
  const browser = await launch();
  try {
    const text = await pageText();
    const rows: Frames[] = [];
    for (const id of Object.keys(figures)) {
      progress(id);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.setContent(text);
      rows.push(...((await page.evaluate(`framesOf(${JSON.stringify(id)})`)) as Frames[]));
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** The table: what a reader does, the median and the 95th percentile of a frame, and whether it keeps to its time. */
export async function figureFrames(progress: (text: string) => void): Promise<string> {
  const ms = (x: number): string => `${x.toFixed(1)} ms`;
  const rows = (await measured(progress)).map(({ id, what, script, whole }) => {
    const slow = quantile(whole, 0.95);
    const verdict = slow <= BUDGET ? "met" : `missed by ${(100 * (slow / BUDGET - 1)).toFixed(0)} %`;
    return [
      `${id}, ${what}`,
      ms(median(script)),
      ms(quantile(script, 0.95)),
      ms(median(whole)),
      ms(slow),
      verdict,
    ];
  });
  const heads = ["a frame", "median", "95 %", "with layout", "95 %", ""];
  return `${table([heads, ...rows])}\n\nA frame is a change, computing, drawing, patching and the sentence. It has ${ms(BUDGET)}.`;
}
