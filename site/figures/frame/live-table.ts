/** The table of a figure's numbers: written only while it is open, and only when the numbers have come to rest. */
import type { DataTable } from "./figure.ts";
import { tableText } from "./static.ts";

const REST = 150;

/** A function that says that the numbers have changed. */
export function liveTable(details: HTMLDetailsElement, table: () => DataTable): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  const write = (): void => {
    isStale = false;
    const old = details.querySelector(".scrolls");
    const template = document.createElement("template");
    template.innerHTML = tableText(table());
    const { scrollTop = 0, scrollLeft = 0 } = old ?? {};
    old?.remove();
    const next = template.content.firstElementChild!;
    details.append(next);
    next.scrollTop = scrollTop;
    next.scrollLeft = scrollLeft;
  };
  details.addEventListener("toggle", () => {
    if (details.open && isStale) write();
  });
  return () => {
    isStale = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (details.open && isStale) write();
    }, REST);
  };
}
