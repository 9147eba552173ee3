/** `npm run bench -- figures`: how long each figure takes for a frame, in Chromium, beside the time that it has. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { pageOf } from "../grader/derivation/page.ts";
import type { AnyFigure } from "../site/figures/frame/figure.ts";
import { type Looks, NO_LOOKS } from "../site/figures/frame/looks.ts";
import { renderStatic } from "../site/figures/frame/static.ts";
import { figures } from "../site/figures/index.ts";
import { figureStyleOf } from "../site/generator/assets/bundles.ts";
import { looksOfPage } from "../site/generator/derivation/looks-of-page.ts";
import { launch } from "../tests/site/browser.ts";
import { root } from "./places.ts";
import { rendererTime } from "./renderer-time.ts";
import { median, quantile } from "./rounds.ts";
import { table } from "./table.ts";

/** Sixty pictures a second. */
const BUDGET = 1000 / 60;
/** What a hand takes for at once. */
const MOST = 50;

interface Frames {
  readonly id: string;
  readonly what: string;
  readonly script: readonly number[];
  readonly whole: readonly number[];
}

/** A page with one figure and nothing of the others: laid out and loaded, they would be a part of every frame. */
async function pageText(figure: AnyFigure): Promise<string> {
  const { id } = figure;
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { ${id} } from "./site/figures/${id}.ts";
        import { framesOf } from "./tests/site/figure-frames.ts";
        window.frames = () => framesOf(${id}, window.processorTime ?? (() => performance.now()));`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  const script = outputFiles[0]!.text.replace(/<\/script/g, "<\\/script");
  return `<!doctype html><meta charset="utf-8"><style>body{width:46rem}${figureStyleOf(root)}</style><main>${renderStatic(figure, looksFor(id))}</main><script>${script}</script>`;
}

/** The symbols of the first derivation that shows a figure: they are dressed in every picture. */
function looksFor(id: string): Looks {
  const folder = join(root, "site/derivations");
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    if (text.includes(`\n${id}\n`)) return looksOfPage(pageOf(text, name));
  }
  return NO_LOOKS;
}

/** Frames of every figure, each in a page of its own, so that none pays for another's garbage. */
async function measured(asked: readonly string[], progress: (text: string) => void) {
  const browser = await launch();
  try {
    const rows: Frames[] = [];
    for (const [id, figure] of Object.entries(figures)) {
      if (asked.length > 0 && !asked.includes(id)) continue;
      progress(id);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.setContent(await pageText(figure));
      const clock = await rendererTime(page);
      if (clock !== undefined) await page.exposeFunction("processorTime", clock);
      rows.push(...((await page.evaluate("frames()")) as Frames[]));
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** What a reader does with the figures that are asked for, a row each; of all figures, a row each with their slowest. */
export async function figureFrames(
  progress: (text: string) => void,
  asked: readonly string[],
): Promise<string> {
  const wrong = asked.filter((id) => !Object.hasOwn(figures, id));
  if (wrong.length > 0)
    throw new Error(`${wrong.join(" ")}: no figure; there are ${Object.keys(figures).join(" ")}`);
  const frames = (await measured(asked, progress)).map(({ id, what, script, whole }) => ({
    id,
    what,
    median: median(script),
    slow: quantile(whole, 0.95),
    longest: Math.max(...whole),
  }));
  const slowest = (id: string) =>
    frames.filter((one) => one.id === id).reduce((a, b) => (b.slow > a.slow ? b : a));
  const shown = asked.length > 0 ? frames : [...new Set(frames.map(({ id }) => id))].map(slowest);
  const ms = (x: number): string => `${x.toFixed(1)} ms`;
  const rows = shown.map(({ id, what, median, slow, longest }) => {
    const verdict = slow <= BUDGET ? "met" : `missed by ${(100 * (slow / BUDGET - 1)).toFixed(0)} %`;
    return [`${id}, ${what}`, ms(median), ms(slow), ms(longest), verdict];
  });
  const heads = ["a frame", "median", "95 %, with layout", "longest", ""];
  const over = frames.filter(({ longest }) => longest > MOST);
  return `${table([heads, ...rows])}\n\nA frame is a change, computing, drawing, patching and the sentence. It has ${ms(BUDGET)}. Above ${ms(MOST)} at any time: ${over.length === 0 ? "none" : over.map(({ id, what, longest }) => `${id}, ${what} (${ms(longest)})`).join("; ")}; of ${frames.length} moves.`;
}
