import { it } from "vitest";
import { readFileSync } from "node:fs";
import { pageOf } from "/work/pageform/grader/derivation/page.ts";
import { checkPage } from "/work/pageform/grader/derivation/check-page.ts";
import { AtExample } from "/work/pageform/grader/derivation/at-example.ts";
import { exampleLines } from "/work/pageform/grader/derivation/example-lines.ts";
import { namedWrong, slipsOf } from "/work/pageform/grader/derivation/wrong-lines.ts";
import { ends } from "/work/pageform/reference/ends.ts";
it("lines", () => {
  for (const name of (process.env.PAGES ?? "mse-line").split(",")) {
    const page = pageOf(readFileSync(`/work/pageform/site/derivations/${name}.md`, "utf8"), name);
    if (process.env.CHECK) console.log(checkPage(page, ends).faults.map((f) => `${name}:${f.line}: ${f.what}`).join("\n"));
    let at; try { at = new AtExample(page, page.example); } catch (e) { console.log(name + ": " + (e as Error).message); continue; }
    const out: string[] = [name];
    for (const d of page.displays) {
      const w = namedWrong(at, d), s = slipsOf(at, d, 2);
      out.push(`${d.step} [${d.line}] ` + (exampleLines(at.next(d)).join("   |   ") || "----- " + d.tex.slice(0, 70)));
      for (const x of w) out.push("     ✗ " + ("fault" in x ? "FAULT " + x.fault : `${x.says.slice(0, 40)}: ${x.gives} instead of ${x.instead}`));
      if (process.env.SLIPS) for (const x of s) out.push("     ~ " + `${x.says.slice(0, 40)}: ${x.gives} instead of ${x.instead}   ${x.tex.slice(0, 90)}`);
    }
    console.log(out.join("\n"));
  }
}, 600000);
