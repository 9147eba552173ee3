/** The script of a capstone's page. */
import { capstones } from "../../../grader/capstone/capstones.ts";
import { bringStyle } from "../bring-style.ts";
import { folderOf } from "../load-exercise.ts";
import { Bench } from "./bench.ts";

const folder = folderOf(document.currentScript);

function mountAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>(".capstone-bench")) {
    const capstone = capstones.find(({ unit }) => String(unit) === place.dataset.unit);
    if (capstone !== undefined)
      new Bench(place, capstone, (place.dataset.exercises ?? "").split(" "), folder);
  }
}

bringStyle(folder);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
else mountAll();
