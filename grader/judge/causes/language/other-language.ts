/** Lines that are written in another language than TypeScript. They are looked for only where a file does not compile. */
import type { Line } from "./lines.ts";
import type { Slip } from "./slip.ts";

/**
 * What a line looks like in another language: by what it is told, and how TypeScript says it. The patterns are held
 * against the words of a line with a space between each, or against the line as it was written.
 */
type Habit = readonly [
  language: string,
  sign: string,
  mend: string,
  words: RegExp | undefined,
  text?: RegExp,
];

const FUNCTION = "in TypeScript it is FUNCTION";
const NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
const words = (pattern: string): RegExp => new RegExp(pattern, "u");

const HABITS: readonly Habit[] = [
  ["Python", "def … :", FUNCTION, words(`^ (?:async )?def ${NAME} \\(.*`), /:\s*(?:#.*)?$|->/],
  [
    "Python",
    "a head that ends in :",
    "in TypeScript the body stands in braces: FUNCTION",
    words(`^ (?:export )?(?:default )?function ${NAME} \\(.*\\) : $`),
  ],
  ["Ruby", "def … end", FUNCTION, words(`^ def ${NAME} `)],
  [
    "Python",
    "import … as",
    "here nothing is imported; Math has exp, log, sqrt and max",
    words(`^ import ${NAME} (?:\\. ${NAME} )?(?:as ${NAME} )?$`),
  ],
  [
    "Python",
    "from … import",
    "here nothing is imported; Math has exp, log, sqrt and max",
    words(`^ from ${NAME} (?:\\. ${NAME} )*import `),
  ],
  ["Python", "elif", "in TypeScript it is else if (…) { … }", / elif /],
  ["Python", "lambda", "in TypeScript it is (x) => …", words(`(?:[=(,] | return )lambda (?:${NAME} |, )*:`)],
  [
    "Python",
    "for … in range(…):",
    "in TypeScript it is for (let i = 0; i < n; i++) { … }",
    / for .* in range \(/,
  ],
  [
    "Python",
    "[… for … in …]",
    "in TypeScript it is list.map((x) => …)",
    words(`\\[ .* for (?:${NAME} |, )+in `),
  ],
  [
    "Python",
    "for … in … :",
    "in TypeScript it is for (const x of list) { … }",
    words(`^ for (?:${NAME} |, )+in .*: $`),
  ],
  ["Python", "if … :", "in TypeScript it is if (…) { … }", /^ if (?!.*\?).*: $/],
  ["Python", "while … :", "in TypeScript it is while (…) { … }", /^ while .*: $/],
  ["Python", "else:", "in TypeScript it is else { … }", /^ (?:\} )?else : /],
  [
    "Python",
    "… if … else …",
    "in TypeScript it is condition ? a : b",
    words(`(?:return|=) .*(?:${NAME}|[\\d\\])]) if .* else `),
  ],
  [
    "Python",
    "and, or, not",
    "in TypeScript it is &&, || and !",
    words(`(?:${NAME}|[\\d\\])]) (?:and|or) (?:not )?(?:${NAME}|[\\d([])|[(=] not ${NAME}`),
  ],
  ["Python", '"""', "a comment is written // or /* … */", undefined, /^\s*(?:"""|''')/],
  ["Python", "#", "a comment begins with //", undefined, /^\s*#(?!include)|[;)\s]#\s/],
  ["R", "<- function", FUNCTION, words(`${NAME} < - function \\(`)],
  ["R", "for (… in 1:n)", "in TypeScript it is for (let i = 0; i < n; i++)", / for \( \S+ in \d+ : /],
  ["R", "%*%", "a product of matrices is a loop of your own", / % \* % /],
  ["MATLAB", "function y = f(x)", FUNCTION, words(`^ function (?:${NAME} |\\[ .*\\] )= ${NAME} `)],
  [
    "MATLAB",
    "for i = 1:n",
    "in TypeScript it is for (let i = 0; i < n; i++) { … }",
    words(`^ for ${NAME} = [^;]+ : [^;]+$`),
  ],
  [
    "Julia",
    "for i in 1:n",
    "in TypeScript it is for (let i = 0; i < n; i++) { … }",
    words(`^ for ${NAME} in [^;]+ : [^;]+$`),
  ],
  ["MATLAB", ".*, ./ and .^", "entries are taken one by one, in a loop or by map", / \. ?(?:\*|\/|\^|\*\*) /],
  ["MATLAB", "~=", "in TypeScript it is !==", / ~ = /],
  ["MATLAB", "%", "a comment begins with //", undefined, /^\s*%/],
  ["MATLAB", "end", "in TypeScript it is }", /^ end ?;? $/],
  ["C", "#include", "here nothing is imported; Math has exp, log, sqrt and max", undefined, /^\s*#include\b/],
  [
    "Java or C#",
    "public static",
    FUNCTION,
    /^ (?:public|private|protected|static) (?:static |final )*(?:double|int|float|void|long) /,
  ],
  [
    "Java or C",
    "for (int i …",
    "in TypeScript it is for (let i = 0; …)",
    words(`for \\( (?:int|double|size_t|auto|long|unsigned) ${NAME} `),
  ],
  [
    "Java or C",
    "double f(…) {",
    FUNCTION,
    words(
      `^ (?:export )?(?:double|int|float|void|long|auto|vector < double >) (?:\\[ \\] |\\* )*${NAME} \\(.*[{)] $`,
    ),
  ],
  [
    "Java or C",
    "TYPE x = …",
    "in TypeScript it is let x = …, or const x = … where it does not change",
    words(
      `^ (?:final |const )?(?:double|int|float|long|auto|var|vector < double >) (?:\\[ \\] |\\* |& )*${NAME} (?:\\[ .*\\] )?[=;]`,
    ),
  ],
  [
    "Java or C",
    "double x in the brackets",
    "in TypeScript the type stands behind: (x: number[], w: number)",
    words(
      `[(,] (?:final |const )?(?:double|int|float|long|number|Vector|Matrix) (?:\\[ \\] )*(?:[*&] )?${NAME} (?:\\[ \\] )*[,)]`,
    ),
  ],
  [
    "Java or C",
    "(double) x",
    "leave it out: every number is a double here",
    / \( (?:double|int|float|long) \) \S/,
  ],
  ["Java", "new double[n]", "in TypeScript it is new Array(n).fill(0)", / new (?:double|int|float) \[/],
  ["Go", "func", FUNCTION, words(`^ (?:export )?func ${NAME} \\(`)],
  ["Go", ":=", "in TypeScript it is let x = …", words(`^ (?:${NAME} |, )+: = `)],
  ["Rust", "fn", FUNCTION, words(`^ (?:pub )?fn ${NAME} \\(`)],
  ["Rust", "let mut", "in TypeScript it is let", / let mut /],
  ["Kotlin", "fun", FUNCTION, words(`^ (?:export )?fun ${NAME} \\(`)],
  ["Visual Basic", "Dim", "in TypeScript it is let x = …", words(`^ Dim ${NAME} `)],
  [
    "LaTeX",
    "\\frac",
    "write it with *, / and Math.exp",
    undefined,
    /\\(?:frac|sum|exp|cdot|sigma|left|log|partial)\b/,
  ],
];

/**
 * The habit that a line shows, or nothing.
 *
 * @param functionFor how the function whose name stands in the line is written here
 */
export function otherLanguage(line: Line, functionFor: (line: Line) => string): Slip | undefined {
  const habit = HABITS.find(
    ([, , , pattern, text]) =>
      (pattern === undefined || pattern.test(line.words.slice(0, 400))) &&
      (text === undefined || text.test(line.text.slice(0, 400))),
  );
  if (habit === undefined) return undefined;
  const [language, sign, mend] = habit;
  const type = /\b(?:double|int|float|long|auto|var)\b/.exec(line.words)?.[0] ?? "double";
  const says = `${sign.replace("TYPE", type)} is ${language}; ${mend.replace("FUNCTION", () => functionFor(line))}.`;
  return { id: "another-language", says: `Line ${line.number}: ${says}`, line: line.number };
}

/** What a whole file is, where it is no program at all. */
const NO_PROGRAMS: readonly (readonly [id: string, pattern: RegExp, says: string])[] = [
  [
    "notebook",
    /^\s*\{[\s\S]{0,2000}"(?:cells|nbformat)"\s*:/,
    "This is a Jupyter notebook; what is graded is a TypeScript file: put your functions there as plain text.",
  ],
  ["formatted-text", /^\s*\{\\rtf/, "This is formatted text (RTF); save it as plain text."],
  [
    "web-page",
    /^\s*<(?:!doctype|html|head|body|script)\b/i,
    "This is a web page; put the functions alone into the file, without HTML.",
  ],
  [
    "merge-conflict",
    /^[ \t]*<{7}(?: |$)/m,
    "A merge left its marks: choose between the lines behind <<<<<<< and those behind =======, and take the marks out.",
  ],
  [
    "code-fence",
    /^\s*```/m,
    "The line that begins with ``` belongs to Markdown, not to the program: take it out.",
  ],
  [
    "shell-prompt",
    /^\s*(?:\$|>>>|PS>) (?:npm|node|git|import|def|cd)\b/m,
    "This line was copied from a terminal: take it out.",
  ],
  [
    "another-language",
    /^[ \t]*(?:[\p{L}_$][\p{L}\p{N}_$.]*)[ \t]*<-[ \t]*function\b/mu,
    "This is R (<- function); in TypeScript it is export function name(…) { … }.",
  ],
  [
    "another-language",
    /^[ \t]*function[ \t]+[\p{L}_$][\p{L}\p{N}_$]*[ \t]*\([^(){}\n]*\)[ \t]*$(?=[^{}]*^[ \t]*end[ \t]*;?[ \t]*$)/mu,
    "This is Julia or MATLAB (function … end); in TypeScript the body stands in braces: export function name(…) { … }.",
  ],
];

export function noProgram(source: string): Slip | undefined {
  for (const [id, pattern, says] of NO_PROGRAMS) {
    const found = pattern.exec(source);
    if (found === null) continue;
    const at = found.index + (/^\s*/.exec(found[0])?.[0].length ?? 0);
    return { id, says, line: source.slice(0, at).split(/\r\n|\r|\n/).length, column: 1 };
  }
  return undefined;
}
