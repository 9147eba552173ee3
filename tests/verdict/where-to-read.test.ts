/** Where a reader of a terminal is sent: to a file, to an address, or by a link. */
import { describe, expect, it } from "vitest";
import { knowsLinks } from "../../grader/cli/terminal/knows-links.ts";
import { lookOf } from "../../grader/verdict/look.ts";
import { linked, readingOf } from "../../grader/verdict/where-to-read.ts";

const read = "mse-line#step-4";
const pages = "https://example.org/course/";

describe("where to read a step", () => {
  it("is a file where there are no pages, or none that an address could be shown of", () => {
    const file = { text: "site/derivations/mse-line.md, step 4" };
    expect(readingOf(read, lookOf())).toEqual(file);
    expect(readingOf(read, lookOf({ pages: "file:///home/me/pages/" }))).toEqual(file);
    expect(readingOf(read, lookOf({ pages, columns: 40 }))).toEqual(file);
  });

  it("is the address on a server, and its name where the terminal makes links", () => {
    const address = `${pages}mse-line.html#step-4`;
    expect(readingOf(read, lookOf({ pages }))).toEqual({ text: address });
    const look = lookOf({ pages, links: true });
    const reading = readingOf(read, look);
    expect(reading).toEqual({ text: "mse-line, step 4", address });
    expect(linked("Read    mse-line, step 4", reading, look)).toBe(
      `Read    \u001b]8;;${address}\u001b\\mse-line, step 4\u001b]8;;\u001b\\`,
    );
  });

  it("leaves nothing in a link that could end it early", () => {
    const look = lookOf({ links: true });
    expect(look.link("a", "file:///x\u001b\\\u0007 y")).toBe(
      "\u001b]8;;file:///x\\y\u001b\\a\u001b]8;;\u001b\\",
    );
  });
});

describe("a terminal that knows links", () => {
  const terminal = { isTTY: true };
  it.each([
    { TERM_PROGRAM: "iTerm.app" },
    { WT_SESSION: "1" },
    { VTE_VERSION: "6800" },
    { TERM: "xterm-kitty" },
    { TERM: "dumb", FORCE_HYPERLINK: "1" },
  ])("is told by what it says of itself: %o", (env) => {
    expect(knowsLinks(terminal, env)).toBe(true);
  });

  it.each([
    {},
    { TERM: "xterm-256color" },
    { TERM: "dumb", TERM_PROGRAM: "vscode" },
    { VTE_VERSION: "4602" },
    { TMUX: "/tmp/t", WT_SESSION: "1" },
    { CI: "true", TERM: "xterm-kitty" },
    { FORCE_HYPERLINK: "0", TERM: "xterm-kitty" },
  ])("is none where nothing says so: %o", (env) => {
    expect(knowsLinks(terminal, env)).toBe(false);
  });

  it("is none behind a pipe", () => {
    expect(knowsLinks({}, { TERM: "xterm-kitty" })).toBe(false);
  });
});
