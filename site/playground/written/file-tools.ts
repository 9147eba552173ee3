/** Takes a derivation out of the page as derivation.md, and one in. */
import { linesOf, looksUnmarked, MOST_LINES } from "../../../grader/derivation/written/lines-of.ts";
import { button, element } from "../element.ts";

const LARGEST = 200_000;

interface FileEvents {
  /** Which derivation the page is about: d06. */
  readonly id: string;
  /** What there is to be saved. */
  text(): string;
  /** A file that has lines. */
  opened(text: string, name: string): void;
  say(text: string): void;
}

export function fileTools({ id, text, opened, say }: FileEvents): HTMLElement[] {
  const picker = element("input", {
    type: "file",
    accept: ".md,.markdown,.txt,text/markdown,text/plain",
    hidden: true,
  });
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (file === undefined) return;
    const refuse = (why: string): void => say(`${file.name} was not opened: ${why}.`);
    if (file.size > LARGEST) return refuse(`it has more than ${LARGEST / 1000} kB`);
    const found = await file.text().catch(() => undefined);
    const why = found === undefined ? "it could not be read" : whyNot(found, id);
    if (why !== undefined) refuse(why);
    else opened(found as string, file.name);
  });
  return [
    button("Save as derivation.md", () => {
      const address = URL.createObjectURL(new Blob([text()], { type: "text/markdown" }));
      element("a", { href: address, download: "derivation.md" }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      say("Saved. The same file is graded by the command line.");
    }),
    button("Open a derivation.md", () => picker.click()),
    picker,
  ];
}

/** Why a text cannot be opened as the derivation of a page. */
export function whyNot(text: string, id: string): string | undefined {
  if (/[\0\ufffd]/.test(text)) return "it is no text in UTF-8";
  if (/^[\s\ufeff]*$/.test(text)) return "it is empty";
  const other = /^\ufeff?#\s+(d\d+)\s+·/.exec(text)?.[1] ?? id;
  if (other !== id) return `it is the file of ${other}, and this page is ${id}`;
  const { length } = linesOf(text);
  if (length > MOST_LINES) return `it has ${length} lines, and ${MOST_LINES} are read`;
  if (length > 0) return undefined;
  return looksUnmarked(text)
    ? "there are formulas in it, and none is marked as a line: write each between $$ and $$"
    : "no line is in it: each stands between $$ and $$";
}
