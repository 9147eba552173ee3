/**
 * Puts a workbench into an element:
 *
 *     <div class="workbench" data-exercise="ex10-mse-gradients" data-derivations="../derivations/" data-hints="#hints"></div>
 *
 * What the element holds stays until the exercise is there.
 */
import { folderOf, loadExercise } from "./load-exercise.ts";
import { Workbench } from "./workbench.ts";

const folder = folderOf(document.currentScript);

export function mountWorkbench(element: HTMLElement): void {
  const { exercise: slug, derivations = "../derivations/", hints = "#hints" } = element.dataset;
  if (slug === undefined || element.dataset.mounted !== undefined) return;
  element.dataset.mounted = "";
  loadExercise(slug, folder).then(
    (exercise) => new Workbench(element, slug, exercise, { derivations, hints }),
    (error: Error) => {
      element.textContent = `The editor could not be opened: ${error.message}.`;
    },
  );
}

/** The style sheet beside the script, unless the page has it. */
export function bringStyle(): void {
  const href = `${folder}workbench.css`;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}
