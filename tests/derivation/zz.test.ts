import { it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import { ends } from "../../reference/ends.ts";
import { pages } from "./pages.ts";

it("times", { timeout: 600000 }, () => {
  const seeds = Number(process.env.SEEDS ?? 1);
  let total = 0;
  for (const page of pages) {
    if (process.env.PAGE && !new RegExp(process.env.PAGE).test(page.file)) continue;
    const t = process.cpuUsage().user / 1000;
    const faults: string[] = [];
    for (let s = 1; s <= seeds; s++)
      faults.push(...checkPage(page, ends, s).faults.map((f) => `seed ${s} ${f.line} ${f.tex}: ${f.what}`));
    const d = (process.cpuUsage().user / 1000 - t) / seeds;
    total += d;
    console.log(page.file, d.toFixed(0), "ms", faults.length, faults.slice(0, 6).join("\n"));
  }
  console.log("total", total.toFixed(0));
});
