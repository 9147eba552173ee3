/** What a screen reader hears: the sentence with the numbers, once they have come to rest. */
import { html } from "./dom.ts";

/** How long numbers must stay before they are read, in ms. */
const REST = 600;
/** How far apart sentences are while an animation runs. */
const WHILE_PLAYING = 5000;

export interface Announcer {
  readonly element: HTMLElement;
  /** The latest sentence; of several only the last one is read. */
  say(sentence: string, isPlaying: boolean): void;
}

export function announcer(): Announcer {
  const element = html("p", { class: "heard", "aria-live": "polite" });
  let latest = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitsForRest = false;
  const speak = (): void => {
    timer = undefined;
    if (element.textContent !== latest) element.textContent = latest;
  };
  return {
    element,
    say(sentence, isPlaying) {
      latest = sentence;
      if (timer !== undefined && isPlaying && !waitsForRest) return;
      clearTimeout(timer);
      waitsForRest = !isPlaying;
      timer = setTimeout(speak, isPlaying ? WHILE_PLAYING : REST);
    },
  };
}
