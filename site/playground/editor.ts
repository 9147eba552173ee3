/** The script that a page loads to have its workbenches. */
import { Grader } from "./grader.ts";
import { loadExercise } from "./load-exercise.ts";
import { bringStyle, mountWorkbench } from "./mount.ts";

declare global {
  /** For programs that grade in a page without a workbench. */
  var chainrulePlayground: {
    mountWorkbench(element: HTMLElement): void;
    /** A grader for an exercise. */
    grader(slug: string, folder: string): Promise<Grader>;
  };
}

globalThis.chainrulePlayground = {
  mountWorkbench,
  async grader(slug, folder) {
    return new Grader(await loadExercise(slug, folder));
  },
};

function mountAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>(".workbench")) mountWorkbench(element);
}

bringStyle();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
else mountAll();
