/** Brings a figure to life when it comes near the window; until then its first state is part of the page. */
export function lazyFigures(): void {
  const figures = document.querySelectorAll<HTMLElement>("[data-figure]");
  if (figures.length === 0) return;
  let frame: Promise<void> | undefined;
  const bring = async (figure: HTMLElement): Promise<void> => {
    // What all figures share comes first, and once.
    frame ??= script("frame");
    await frame;
    await script(figure.dataset.figure ?? "");
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        bring(target as HTMLElement);
      }
    },
    { rootMargin: "600px" },
  );
  for (const figure of figures) observer.observe(figure);
}

/** Loads a script of the figures; one that does not come leaves the page as it is. */
const script = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const element = document.createElement("script");
    element.src = `assets/figures/${name}.js`;
    element.addEventListener("load", () => resolve());
    document.body.append(element);
  });
