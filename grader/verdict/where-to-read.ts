/** Where a step of a derivation is to be read: "site/derivations/mse-line.md, step 3" of `mse-line#step-3`. */
export function whereToRead(read: string): string {
  const [page = "", step] = read.split("#step-");
  return `site/derivations/${page}.md${step === undefined ? "" : `, step ${step}`}`;
}
