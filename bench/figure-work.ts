/**
 * `npm run bench -- figure-work`: the processor time of what each figure does between two pictures, without a browser.
 *
 * It is told on a machine that does other work, too. Patching and layout are not in it: `figures` has them.
 */
import { defaultsOf } from "../site/figures/frame/controls.ts";
import type { AnyFigure } from "../site/figures/frame/figure.ts";
import { modelOf, SLICE } from "../site/figures/frame/model.ts";
import { figures } from "../site/figures/index.ts";
import { FRAMES, movesOf } from "../tests/site/figure-moves.ts";
import { quantile } from "./rounds.ts";
import { table } from "./table.ts";

/** What a hand takes for at once, in ms. */
const MOST = 50;
/** How long a move is measured, in ms, and the fewest frames of it that count. */
const LONGEST = 1000;
const FEWEST = 10;

interface Work {
  readonly id: string;
  readonly what: string;
  /** ms between two rests, of the last piece with its picture and of all others. */
  readonly pieces: readonly number[];
}

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What all moves of a figure take. Pieces are what is done between two looks at the clock. */
function workOf(figure: AnyFigure): readonly Work[] {
  return movesOf(figure).map(({ what, changes }) => {
    const model = modelOf(figure, defaultsOf(figure.controls));
    const pieces: number[] = [];
    const begun = performance.now();
    // The first frames warm the engine and do not count.
    for (let i = -5; i < FRAMES; i++) {
      if (i >= FEWEST && performance.now() - begun > LONGEST) break;
      model.change(changes(Math.abs(i)));
      let start = processorTime();
      const rest = (): void => {
        if (i >= 0) pieces.push(processorTime() - start);
        start = processorTime();
      };
      while (!model.prepare(0)) rest();
      const { state, data } = model;
      figure.draw(data, state);
      figure.says(data, state);
      rest();
    }
    return { id: figure.id, what, pieces };
  });
}

/** A row a figure: the move that asks most of it. */
export function figureWork(progress: (text: string) => void): string {
  const ms = (x: number): string => `${x.toFixed(1)} ms`;
  const rows = Object.values(figures).map((figure) => {
    progress(figure.id);
    const moves = workOf(figure).map(({ pieces, what }) => ({ what, slow: quantile(pieces, 0.95) }));
    const { what, slow } = moves.reduce((a, b) => (b.slow > a.slow ? b : a));
    // Between two pictures there are pieces for so long, and one that has begun by then.
    const most = figure.prepare === undefined ? slow : slow + SLICE;
    return [`${figure.id}, ${what}`, ms(slow), ms(most), most <= MOST ? "met" : `above ${ms(MOST)}`];
  });
  return table([["the most that a figure does", "at a stretch, 95 %", "between two pictures", ""], ...rows]);
}
