/**
 * Puts a workbench into an element:
 *
 *     <div class="workbench" data-exercise="ex10-mse-gradients" data-derivations="../derivations/" data-hints="#hints"></div>
 *
 * What the element holds stays until the exercise is there.
 */
import { goingOnOf } from "./after-pass.ts";
import { bringStyle as bringStyleOf } from "./bring-style.ts";
import { folderOf, loadExercise } from "./load-exercise.ts";
import { Workbench } from "./workbench.ts";

const folder = folderOf(document.currentScript);

export function mountWorkbench(element: HTMLElement): void {
  const { exercise: slug, derivations = "../derivations/", hints = "#hints", goingOn } = element.dataset;
  if (slug === undefined || element.dataset.mounted !== undefined) return;
  element.dataset.mounted = "";
  // Who opened the editor by a button that is gone by now would else begin at the top of the page.
  const isOpened = document.readyState === "complete";
  loadExercise(slug, folder).then(
    (exercise) => {
      // The plain field that stood in for the editor: its text is kept, and its cursor stays where it is.
      const field = element.querySelector("textarea");
      const cursor = field !== null && document.activeElement === field ? field.selectionStart : undefined;
      const workbench = new Workbench(element, slug, exercise, {
        derivations,
        hints,
        goingOn: goingOnOf(goingOn),
      });
      if (isOpened && [document.body, null].includes(document.activeElement as HTMLElement | null))
        workbench.focus(cursor);
    },
    (error: Error) => {
      element.textContent = `The editor could not be opened: ${error.message}.`;
    },
  );
}

/** The style sheet of workbenches. */
export const bringStyle = (): void => bringStyleOf(folder);
