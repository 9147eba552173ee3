/**
 * Runs inside the browser: the frames of a figure as a reader makes them, one after another, each timed.
 *
 * A frame is what the page does between two pictures: the change, computing, drawing, patching the document, and the
 * sentence, with the looks of the page's symbols. Layout is forced and counted apart, because the browser would do it
 * anyway.
 */
import { defaultsOf } from "../../site/figures/frame/controls.ts";
import { setWords } from "../../site/figures/frame/dom.ts";
import type { AnyFigure } from "../../site/figures/frame/figure.ts";
import { livePanels } from "../../site/figures/frame/live-panels.ts";
import { looksFrom } from "../../site/figures/frame/looks.ts";
import { modelOf, SLICE } from "../../site/figures/frame/model.ts";
import { FRAMES, movesOf } from "./figure-moves.ts";

/** Milliseconds of each frame, without and with layout. */
export interface Frames {
  readonly id: string;
  /** What the reader does: "run", or the name of a handle or of a control. */
  readonly what: string;
  readonly script: readonly number[];
  readonly whole: readonly number[];
}

/** How long a move is measured, in ms, and the fewest frames of it that count. */
const LONGEST = 2000;
const FEWEST = 10;

/** Milliseconds since some moment, of whichever time a frame is measured by. */
export type Clock = () => number | Promise<number>;

/** Frames of everything that moves in one figure. */
export async function framesOf(figure: AnyFigure, clock: Clock): Promise<readonly Frames[]> {
  const { id } = figure;
  const looks = looksFrom(document.querySelector<HTMLElement>(`#${id}`)!.dataset.looks ?? "");
  const container = document.querySelector<HTMLElement>(`#${id} .panels`)!;
  const sentence = document.querySelector<HTMLElement>(`#${id} .says`)!;
  const all: Frames[] = [];
  for (const { what, changes } of movesOf(figure)) {
    const model = modelOf(figure, defaultsOf(figure.controls));
    const show = livePanels(container, id, looks);
    show(figure.draw(model.data, model.state));
    const [script, whole]: [number[], number[]] = [[], []];
    const begun = performance.now();
    // The first frames warm the engine and do not count.
    for (let i = -5; i < FRAMES; i++) {
      if (script.length >= FEWEST && performance.now() - begun > LONGEST) break;
      const next = changes(i < 0 ? -i : i);
      container.getBoundingClientRect();
      let start = await clock();
      model.change(next);
      // Work that takes several frames has its slice of each; the last slice and the picture share one.
      for (; !model.prepare(SLICE); start = await clock()) {
        if (i < 0) continue;
        const slice = (await clock()) - start;
        script.push(slice);
        whole.push(slice);
      }
      const { state, data } = model;
      show(figure.draw(data, state));
      setWords(sentence, figure.says(data, state), looks);
      const drawn = await clock();
      container.getBoundingClientRect();
      const laidOut = await clock();
      if (i < 0) continue;
      script.push(drawn - start);
      whole.push(laidOut - start);
    }
    all.push({ id, what, script, whole });
  }
  return all;
}
