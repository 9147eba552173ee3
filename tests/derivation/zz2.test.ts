import { it } from "vitest";
import { mutantsOf } from "./mutants.ts";
import { pages } from "./pages.ts";

it("count", () => {
  let all = 0;
  const kinds = new Map<string, number>();
  for (const page of pages) {
    const n = page.displays.flatMap((d) => (d.unchecked === undefined ? mutantsOf(d.tex, page) : []));
    all += n.length;
    for (const m of n) kinds.set(m.kind, (kinds.get(m.kind) ?? 0) + 1);
  }
  console.log(all, [...kinds]);
});
