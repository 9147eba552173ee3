/** Texts of students who try: what would end an element, an attribute, a script, a field or a formula's apostrophe. */
import fc from "fast-check";

const pieces = fc.constantFrom(
  "<script>window.owned=1</script>",
  '"><img src=x onerror="window.owned=1">',
  "' onmouseover='window.owned=1",
  "</script><script>window.owned=1</script>",
  "</title></style></textarea>",
  "<!--",
  "-->",
  "]]>",
  "&lt;b&gt;&#x3c;",
  "javascript:window.owned=1",
  "\u2028",
  "\u2029",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u0000",
  "\u001b[31m",
  "\ud800",
  "\udc00",
  "=HYPERLINK(1)",
  "+1",
  "-1",
  "@SUM(1)",
  "＝1",
  "\t=1",
  "\r=1",
  ';=1+1"',
  '"',
  '""',
  ",",
  "\r\n",
  "\n",
  "::error::x",
  "$&",
  "$`",
  "$1",
  "Ada",
  "é李😀",
);

export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: pieces }, fc.string({ unit: "binary", maxLength: 12 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
