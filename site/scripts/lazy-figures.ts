/** Brings a figure to life when it comes near the window; until then its first state is part of the page. */
export function lazyFigures(): void {
  const figures = document.querySelectorAll<HTMLElement>("[data-figure]");
  if (figures.length === 0) return;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const script = document.createElement("script");
        script.src = `assets/figures/${(target as HTMLElement).dataset.figure}.js`;
        document.body.append(script);
      }
    },
    { rootMargin: "600px" },
  );
  for (const figure of figures) observer.observe(figure);
}
