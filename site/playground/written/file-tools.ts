/** Takes a derivation out of the page as derivation.md, and one in. */
import { linesOf, looksUnmarked, MOST_LINES } from "../../../grader/derivation/written/lines-of.ts";
import { button, element } from "../element.ts";

const LARGEST = 200_000;

interface FileEvents {
  /** What there is to be saved. */
  text(): string;
  /** A file that has lines. */
  opened(text: string, name: string): void;
  say(text: string): void;
}

export function fileTools({ text, opened, say }: FileEvents): HTMLElement[] {
  const picker = element("input", {
    type: "file",
    accept: ".md,.markdown,.txt,text/markdown,text/plain",
    hidden: true,
  });
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (file === undefined) return;
    const found = file.size > LARGEST ? undefined : await file.text();
    const why = found === undefined ? `it has more than ${LARGEST / 1000} kB` : whyNot(found);
    if (why !== undefined) say(`${file.name} was not opened: ${why}.`);
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

/** Why a text cannot be opened as a derivation. */
export function whyNot(text: string): string | undefined {
  if (text.includes("\0")) return "it is no text";
  const { length } = linesOf(text);
  if (length > MOST_LINES) return `it has ${length} lines, and ${MOST_LINES} are read`;
  if (length > 0) return undefined;
  return looksUnmarked(text)
    ? "there are formulas in it, and none is marked as a line: write each between $$ and $$"
    : "no line is in it: each stands between $$ and $$";
}
