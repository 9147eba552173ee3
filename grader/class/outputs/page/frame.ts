/**
 * The frame of a page that needs nothing but itself. Its policy lets the browser run the one script and the one style
 * that are named by their digests, and load nothing: what slips in as text could still do nothing.
 */
import { createHash } from "node:crypto";
import endHtml from "./frame-end.hbs";
import topHtml from "./frame-top.hbs";
import style from "./page.css?raw";

export interface Frame {
  readonly title: string;
  /** Its content, which may come piece by piece. */
  readonly bodyHtml: Iterable<string>;
  /** Further rules. */
  readonly style?: string;
  readonly script?: string;
}

const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** @param trusted text of this project, never of a student */
const asIs = (trusted: string): string => {
  if (/<\/(?:script|style)/i.test(trusted)) throw new Error("a script or style that ends itself");
  return trusted;
};

/** A page in pieces. */
export function* page({ title, bodyHtml, style: more = "", script }: Frame): Generator<string> {
  const rules = `${style}${more}`;
  const policy = [
    "default-src 'none'",
    `style-src ${digest(rules)}`,
    ...(script === undefined ? [] : [`script-src ${digest(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  yield `${topHtml({ title, policy, ownStyle: asIs(rules) })}\n`;
  yield* bodyHtml;
  yield `\n${endHtml({ ownScript: script && asIs(script) })}\n`;
}
