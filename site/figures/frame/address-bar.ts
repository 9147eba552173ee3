/** Keeps a figure's state in the page's address, so that a link shows what its sender saw. */
import { queryWith } from "./address.ts";
import type { Controls } from "./controls.ts";
import type { State } from "./model.ts";

/** Browsers allow about a hundred changes of the address in half a minute. */
const REST = 400;

/** A function that says that the state has changed; the address follows when it has come to rest. */
export function addressBar(id: string, controls: Controls, state: () => State): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const query = queryWith(id, controls, state(), location.search);
      if (query === location.search) return;
      try {
        history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
      } catch {
        // Some browsers refuse it for files, or when it happens too often. The figure works without.
      }
    }, REST);
  };
}
