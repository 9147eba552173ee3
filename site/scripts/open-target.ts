/** A link into something folded opens it. */
export function openTarget(): void {
  const open = (): void => {
    if (location.hash === "") return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let folded = target?.closest("details"); folded; folded = folded.parentElement?.closest("details"))
      folded.open = true;
    if (target?.closest("details")) target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
}
