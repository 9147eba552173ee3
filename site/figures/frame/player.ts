/** The buttons that run an animation: nothing moves before somebody presses Play. */
import type { Range } from "./controls.ts";
import { button, html } from "./dom.ts";

export interface Player {
  readonly element: HTMLElement;
  readonly isPlaying: boolean;
  /** Runs without being asked; not for those who asked for less motion. */
  begin(): void;
  pause(): void;
}

interface Run {
  readonly control: Range;
  readonly perSecond: number;
  /** Whether the figure is in sight: out of sight nothing runs. */
  isVisible(): boolean;
  frame(): number;
  last(): number;
  go(frame: number): void;
  /** Play was pressed, or the run has come to rest. */
  changed(): void;
}

const SPEEDS: Readonly<Record<string, string>> = {
  "0.25": "¼×",
  "0.5": "½×",
  "1": "1×",
  "2": "2×",
  "4": "4×",
  "8": "8×",
};
/** Time that a slow machine, or a page in the background, may make up for at once, in s. */
const CATCH_UP = 0.1;
/** For those who asked for less motion a run is this many still pictures, one a second. */
const STILLS = 10;

/** @param scrub the slider of the animated control */
export function player(id: string, scrub: HTMLElement, run: Run): Player {
  const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
  let request: number | undefined;
  let before = 0;
  /** Frames with their fraction. */
  let at = 0;

  const speed = html(
    "select",
    { id: `${id}-speed`, "aria-label": "Speed" },
    ...Object.entries(SPEEDS).map(([value, words]) => html("option", { value }, words)),
  );
  speed.value = "1";
  const play = button("Play", () => (request === undefined ? start() : pause()), { class: "play" });
  const step = (by: number) => (): void => {
    pause();
    run.go(Math.max(0, Math.min(run.last(), run.frame() + by)));
  };
  const back = button("‹", step(-1), { "aria-label": "One step back" });
  const forth = button("›", step(1), { "aria-label": "One step on" });
  const first = button("«", () => step(-run.frame())(), { "aria-label": "To the start of the run" });

  function start(): void {
    if (run.frame() >= run.last()) run.go(0);
    at = run.frame();
    before = performance.now();
    request = requestAnimationFrame(tick);
    play.textContent = "Pause";
    run.changed();
  }
  function pause(): void {
    if (request === undefined) return;
    cancelAnimationFrame(request);
    request = undefined;
    play.textContent = "Play";
    run.changed();
  }
  function tick(now: number): void {
    request = requestAnimationFrame(tick);
    if (!run.isVisible()) {
      before = now;
      return;
    }
    if (lessMotion.matches) {
      if (now - before < 1000) return;
      at = run.frame() + Math.max(1, Math.ceil(run.last() / STILLS));
    } else at += Math.min(CATCH_UP, Math.max(0, now - before) / 1000) * run.perSecond * Number(speed.value);
    before = now;
    const frame = Math.min(run.last(), Math.floor(at));
    if (frame !== run.frame()) run.go(frame);
    if (frame >= run.last()) pause();
  }
  // Who takes the slider has the say.
  scrub.addEventListener("input", pause);
  const buttons = html(
    "div",
    { class: "buttons", role: "group", "aria-label": "Run" },
    first,
    back,
    play,
    forth,
    speed,
  );
  return {
    element: html("div", { class: "player" }, buttons, scrub),
    get isPlaying() {
      return request !== undefined;
    },
    begin: () => {
      if (!lessMotion.matches) start();
    },
    pause,
  };
}
