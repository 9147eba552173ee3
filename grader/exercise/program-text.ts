/**
 * A scenario as the program that a finding prints: its arguments as constants, then its statements, and what it gives
 * as the last line.
 *
 *     const lr = 0.5;
 *     const optimizer = new Momentum(lr);
 *     optimizer.step([1, 2])
 */

/**
 * @param source the text of the scenarios: each begins with `export function name(…) {` at the margin and ends in `}`
 * @param args the arguments by name, as they are printed
 * @returns the program; undefined where the source has no such scenario
 */
export function programText(
  source: string,
  name: string,
  args: Readonly<Record<string, string>>,
): string | undefined {
  const lines = source.split(/\r?\n/);
  const head = lines.findIndex((line) => new RegExp(`^export function ${name}\\b`).test(line));
  if (head < 0) return undefined;
  const opens = lines.findIndex(
    (line, i) => i >= head && /\{\s*$/.test(line) && !/^export function.*\($/.test(line),
  );
  const closes = lines.indexOf("}", opens);
  if (opens < 0 || closes < 0) return undefined;
  const body = lines.slice(opens + 1, closes).map((line) => line.replace(/^ {2}/, ""));
  const last = body.findLastIndex((line) => line.startsWith("return "));
  if (last >= 0) body[last] = (body[last] as string).slice("return ".length);
  const text = body.join("\n").replace(/;\s*$/, "");
  const used = Object.entries(args).filter(([arg]) => new RegExp(`\\b${arg}\\b`).test(text));
  return [...used.map(([arg, value]) => `const ${arg} = ${value};`), text].join("\n");
}
