/**
 * Whether a module's name is that of an exercise that a submission builds on: "../ex64-autodiff/autodiff.ts",
 * "./autodiff", "ex64". Runs beside the submission, too, hence by signs alone.
 */
export function isUsed(module: string, slug: string): boolean {
  let from = 0;
  let end = module.length;
  for (let i = 0; i < module.length; i++) if (module[i] === "/") from = i + 1;
  const ending = end - from > 3 && module[end - 3] === "." && module[end - 1] === "s";
  if (ending && (module[end - 2] === "t" || module[end - 2] === "j")) end -= 3;
  const dash = dashIn(slug);
  return (
    isPart(module, from, end, slug, 0, slug.length) ||
    isPart(module, from, end, slug, dash + 1, slug.length) ||
    isPart(module, from, end, slug, 0, dash)
  );
}

/** Behind the number of an exercise. */
function dashIn(slug: string): number {
  for (let i = 0; i < slug.length; i++) if (slug[i] === "-") return i;
  return slug.length;
}

function isPart(a: string, from: number, end: number, b: string, start: number, stop: number): boolean {
  if (end - from !== stop - start || end === from) return false;
  for (let i = 0; i < end - from; i++) if (a[from + i] !== b[start + i]) return false;
  return true;
}
