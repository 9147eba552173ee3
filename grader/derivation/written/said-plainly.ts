/** What KaTeX says of a text that it cannot parse, in plain words. */
const PLAIN: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^Expected 'EOF', got '(.+?)'/, (got) => `${got} closes nothing here, or does not belong here`],
  [/^Expected '(.+?)', got '(?:EOF|undefined)'/, (wanted) => `${wanted} is missing at the end`],
  [/^Expected '(.+?)', got '(.+?)'/, (wanted, got) => `${wanted} is missing before ${got}`],
  [/^Expected group after '(.+?)'/, (sign) => `something is missing behind ${sign}`],
  [/^Expected group as argument to '(.+?)'/, (name) => `something is missing behind ${name}`],
  [/^Unexpected character: '(.+?)'/, (character) => `the character ${character} is not read`],
  [/^Double (superscript|subscript)/, (which) => `a ${which} stands behind another one: set braces`],
  [/^Unexpected end of input/, () => "a brace { is not closed"],
  [/^Can't use function '(.+?)' in/, (name) => `${name} does not belong here`],
  [/^No such environment: (\S+)/, (name) => `\\begin{${name}} is not read: write the formula without it`],
];

/** The message, without places of a text that the student has not seen. */
export function saidPlainly(message: string): string {
  const first = message.replace(/\p{M}/gu, "");
  for (const [pattern, says] of PLAIN) {
    const [found, ...parts] = pattern.exec(first) ?? [];
    if (found !== undefined) return says(...parts);
  }
  return first.replace(/ at position \d+: [\s\S]*$/, "");
}
