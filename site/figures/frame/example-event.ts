/** Tells figures which numbers a reader has given to the page's example, so that they show the same. */

/** By symbol as the page names it, `x` or `\eta`: the numbers of each in one row, one behind the other. */
export type ExampleNumbers = Readonly<Record<string, readonly number[]>>;

/** Tells those that live already, and leaves the numbers for those that come to life later. */
export function tellExample(numbers: ExampleNumbers): void {
  document.documentElement.dataset.example = JSON.stringify(numbers);
  document.dispatchEvent(new CustomEvent<ExampleNumbers>("example", { detail: numbers }));
}

/** Hands over the numbers as they are now, where they are not the page's own, and whenever they change. */
export function onExample(follow: (numbers: ExampleNumbers) => void): void {
  const { example } = document.documentElement.dataset;
  document.addEventListener("example", (event) => follow((event as CustomEvent<ExampleNumbers>).detail));
  if (example !== undefined) follow(JSON.parse(example) as ExampleNumbers);
}
