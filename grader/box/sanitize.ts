/** Makes a stranger's text safe to print: what is left can be seen, and moves neither cursor nor reading direction. */

const esc = "\u001b";
/** Control sequences (`ESC [ … m`) and strings (`ESC ] … BEL`): removed whole, so that no `[32m` stays behind. */
const sequences = new RegExp(
  `(?:${esc}\\[|\\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|${esc}[\\]PX^_][^\\u0007${esc}]{0,256}(?:\\u0007|${esc}\\\\)?`,
  "g",
);

/** Characters that are not seen or that turn the text around them. */
function isUnsafe(code: number): boolean {
  return (
    (code < 0x20 && code !== 0x0a && code !== 0x09) ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

/** The text without control, bidi, invisible and broken characters; newlines and tabs stay. */
export function sanitize(text: string): string {
  let safe = "";
  for (const c of text.replaceAll("\r\n", "\n").replace(sequences, ""))
    if (!isUnsafe(c.codePointAt(0)!)) safe += c;
  return safe;
}

/** The same on one line. */
export function sanitizeLine(text: string): string {
  return sanitize(text).replace(/\s+/g, " ").trim();
}
