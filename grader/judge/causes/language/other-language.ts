/** Lines that are written in another language than TypeScript. They are looked for only where a file does not compile. */
import type { Line } from "./lines.ts";
import type { Slip } from "./slip.ts";

/** What a line looks like in another language. */
interface Habit {
  readonly language: string;
  /** How it is told, and how TypeScript says it. */
  readonly sign: string;
  readonly mend: string;
  /** Held against the words of a line with a space between each, or against the line as it was written. */
  readonly words?: RegExp;
  readonly text?: RegExp;
}

const FUNCTION = "in TypeScript it is FUNCTION";
const NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
const words = (pattern: string): RegExp => new RegExp(pattern, "u");

const HABITS: readonly Habit[] = [
  {
    language: "Python",
    sign: "def … :",
    mend: FUNCTION,
    words: words(`^ (?:async )?def ${NAME} \\(.*`),
    text: /:\s*(?:#.*)?$|->/,
  },
  {
    language: "Python",
    sign: "a head that ends in :",
    mend: "in TypeScript the body stands in braces: FUNCTION",
    words: words(`^ (?:export )?(?:default )?function ${NAME} \\(.*\\) : $`),
  },
  { language: "Ruby", sign: "def … end", mend: FUNCTION, words: words(`^ def ${NAME} `) },
  {
    language: "Python",
    sign: "import … as",
    mend: "here nothing is imported; Math has exp, log, sqrt and max",
    words: words(`^ import ${NAME} (?:\\. ${NAME} )?(?:as ${NAME} )?$`),
  },
  {
    language: "Python",
    sign: "from … import",
    mend: "here nothing is imported; Math has exp, log, sqrt and max",
    words: words(`^ from ${NAME} (?:\\. ${NAME} )*import `),
  },
  { language: "Python", sign: "elif", mend: "TypeScript has else if (…) { … }", words: / elif / },
  {
    language: "Python",
    sign: "lambda",
    mend: "in TypeScript it is (x) => …",
    words: words(`(?:[=(,] | return )lambda (?:${NAME} |, )*:`),
  },
  {
    language: "Python",
    sign: "for … in range(…):",
    mend: "in TypeScript it is for (let i = 0; i < n; i++) { … }",
    words: / for .* in range \(/,
  },
  {
    language: "Python",
    sign: "[… for … in …]",
    mend: "in TypeScript it is list.map((x) => …)",
    words: words(`\\[ .* for (?:${NAME} |, )+in `),
  },
  {
    language: "Python",
    sign: "for … in … :",
    mend: "in TypeScript it is for (const x of list) { … }",
    words: words(`^ for (?:${NAME} |, )+in .*: $`),
  },
  {
    language: "Python",
    sign: "if … :",
    mend: "in TypeScript it is if (…) { … }",
    words: /^ if (?!.*\?).*: $/,
  },
  {
    language: "Python",
    sign: "while … :",
    mend: "in TypeScript it is while (…) { … }",
    words: /^ while .*: $/,
  },
  { language: "Python", sign: "else:", mend: "in TypeScript it is else { … }", words: /^ (?:\} )?else : / },
  {
    language: "Python",
    sign: "… if … else …",
    mend: "in TypeScript it is condition ? a : b",
    words: words(`(?:return|=) .*(?:${NAME}|[\\d\\])]) if .* else `),
  },
  {
    language: "Python",
    sign: "and, or, not",
    mend: "in TypeScript they are &&, || and !",
    words: words(`(?:${NAME}|[\\d\\])]) (?:and|or) (?:not )?(?:${NAME}|[\\d([])|[(=] not ${NAME}`),
  },
  { language: "Python", sign: '"""', mend: "a comment is written // or /* … */", text: /^\s*(?:"""|''')/ },
  { language: "Python", sign: "#", mend: "a comment begins with //", text: /^\s*#(?!include)|[;)\s]#\s/ },
  { language: "R", sign: "<- function", mend: FUNCTION, words: words(`${NAME} < - function \\(`) },
  {
    language: "R",
    sign: "for (… in 1:n)",
    mend: "in TypeScript it is for (let i = 0; i < n; i++)",
    words: / for \( \S+ in \d+ : /,
  },
  { language: "R", sign: "%*%", mend: "a product of matrices is a loop of your own", words: / % \* % / },
  {
    language: "MATLAB",
    sign: "function y = f(x)",
    mend: FUNCTION,
    words: words(`^ function (?:${NAME} |\\[ .*\\] )= ${NAME} `),
  },
  {
    language: "MATLAB",
    sign: "for i = 1:n",
    mend: "in TypeScript it is for (let i = 0; i < n; i++) { … }",
    words: words(`^ for ${NAME} = [^;]+ : [^;]+$`),
  },
  {
    language: "Julia",
    sign: "for i in 1:n",
    mend: "in TypeScript it is for (let i = 0; i < n; i++) { … }",
    words: words(`^ for ${NAME} in [^;]+ : [^;]+$`),
  },
  {
    language: "MATLAB",
    sign: ".*, ./ and .^",
    mend: "entries are taken one by one, in a loop or by map",
    words: / \. ?(?:\*|\/|\^|\*\*) /,
  },
  { language: "MATLAB", sign: "~=", mend: "in TypeScript it is !==", words: / ~ = / },
  { language: "MATLAB", sign: "%", mend: "a comment begins with //", text: /^\s*%/ },
  { language: "MATLAB", sign: "end", mend: "in TypeScript it is }", words: /^ end ?;? $/ },
  {
    language: "C",
    sign: "#include",
    mend: "here nothing is included; Math has exp, log, sqrt and max",
    text: /^\s*#include\b/,
  },
  {
    language: "Java or C#",
    sign: "public static",
    mend: FUNCTION,
    words: /^ (?:public|private|protected|static) (?:static |final )*(?:double|int|float|void|long) /,
  },
  {
    language: "Java or C",
    sign: "for (int i …",
    mend: "in TypeScript it is for (let i = 0; …)",
    words: words(`for \\( (?:int|double|size_t|auto|long|unsigned) ${NAME} `),
  },
  {
    language: "Java or C",
    sign: "double f(…) {",
    mend: FUNCTION,
    words: words(
      `^ (?:export )?(?:double|int|float|void|long|auto|vector < double >) (?:\\[ \\] |\\* )*${NAME} \\(.*[{)] $`,
    ),
  },
  {
    language: "Java or C",
    sign: "TYPE x = …",
    mend: "in TypeScript it is let x = …, or const x = … where it does not change",
    words: words(
      `^ (?:final |const )?(?:double|int|float|long|auto|var|vector < double >) (?:\\[ \\] |\\* |& )*${NAME} (?:\\[ .*\\] )?[=;]`,
    ),
  },
  {
    language: "Java or C",
    sign: "double x in the brackets",
    mend: "in TypeScript the type stands behind: (x: number[], w: number)",
    words: words(
      `[(,] (?:final |const )?(?:double|int|float|long|number|Vector|Matrix) (?:\\[ \\] )*(?:[*&] )?${NAME} (?:\\[ \\] )*[,)]`,
    ),
  },
  {
    language: "Java or C",
    sign: "(double) x",
    mend: "leave it out: every number is a double here",
    words: / \( (?:double|int|float|long) \) \S/,
  },
  {
    language: "Java",
    sign: "new double[n]",
    mend: "in TypeScript it is new Array(n).fill(0)",
    words: / new (?:double|int|float) \[/,
  },
  { language: "Go", sign: "func", mend: FUNCTION, words: words(`^ (?:export )?func ${NAME} \\(`) },
  {
    language: "Go",
    sign: ":=",
    mend: "in TypeScript it is let x = …",
    words: words(`^ (?:${NAME} |, )+: = `),
  },
  { language: "Rust", sign: "fn", mend: FUNCTION, words: words(`^ (?:pub )?fn ${NAME} \\(`) },
  { language: "Rust", sign: "let mut", mend: "in TypeScript let is enough", words: / let mut / },
  { language: "Kotlin", sign: "fun", mend: FUNCTION, words: words(`^ (?:export )?fun ${NAME} \\(`) },
  {
    language: "Visual Basic",
    sign: "Dim",
    mend: "in TypeScript it is let x = …",
    words: words(`^ Dim ${NAME} `),
  },
  {
    language: "LaTeX",
    sign: "\\frac",
    mend: "write it with *, / and Math.exp",
    text: /\\(?:frac|sum|exp|cdot|sigma|left|log|partial)\b/,
  },
];

/**
 * The habit that a line shows, or nothing.
 *
 * @param functionFor how the function whose name stands in the line is written here
 */
export function otherLanguage(line: Line, functionFor: (line: Line) => string): Slip | undefined {
  const habit = HABITS.find(
    ({ words: pattern, text }) =>
      (pattern === undefined || pattern.test(line.words.slice(0, 400))) &&
      (text === undefined || text.test(line.text.slice(0, 400))),
  );
  if (habit === undefined) return undefined;
  const { language, mend } = habit;
  const type = /\b(?:double|int|float|long|auto|var)\b/.exec(line.words)?.[0] ?? "double";
  const sign = habit.sign.replace("TYPE", type);
  const says = `${sign} is ${language}; ${mend.replace("FUNCTION", () => functionFor(line))}.`;
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
