/** What every page does once it is there. */
import { copyButtons } from "./copy-latex.ts";
import { deriveYourself } from "./derive-yourself.ts";
import { editorButton } from "./editor-button.ts";
import { exampleNumbers } from "./example-numbers.ts";
import { lazyFigures } from "./lazy-figures.ts";
import { openTarget } from "./open-target.ts";
import { unpackFormulas } from "./packed-formulas.ts";
import { scrollingFormulas } from "./scrolling-formulas.ts";
import { symbolLights } from "./symbol-lights.ts";
import { themeButton } from "./theme-button.ts";

themeButton();
unpackFormulas(() => {
  copyButtons();
  symbolLights();
  exampleNumbers();
  deriveYourself();
  editorButton();
  lazyFigures();
  openTarget();
  scrollingFormulas();
});
