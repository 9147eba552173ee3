/** Makes a stranger's text safe to print: what is left can be seen, and moves neither cursor nor reading direction. */

const esc = "\u001b";
/** Control sequences (`ESC [ … m`) and strings (`ESC ] … BEL`): removed whole, so that no `[32m` stays behind. */
const sequences = new RegExp(
  `(?:${esc}\\[|\\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|${esc}[\\]PX^_][^\\u0007${esc}]{0,256}(?:\\u0007|${esc}\\\\)?`,
  "g",
);

/** Control, format and broken characters: not seen, or turning the text around them. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text without control, bidi, invisible and broken characters; newlines and tabs stay. */
export function sanitize(text: string): string {
  const plain = text.replaceAll("\r\n", "\n").replace(sequences, "");
  return plain.replace(unsafe, (c) => (c === "\n" || c === "\t" ? c : ""));
}

/** The same on one line. */
export function sanitizeLine(text: string): string {
  return sanitize(text).replace(/\s+/g, " ").trim();
}
