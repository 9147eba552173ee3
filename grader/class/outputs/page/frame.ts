/**
 * The frame of a page that needs nothing but itself. Its policy lets the browser run the one script and the one style
 * that are named by their digests, and load nothing: what slips in as text could still do nothing.
 */
import { createHash } from "node:crypto";
import { Html, html } from "./html.ts";
import style from "./page.css?raw";

export interface Frame {
  readonly title: string;
  /** Its content, which may come piece by piece. */
  readonly body: Iterable<Html>;
  /** Further rules. */
  readonly style?: string;
  readonly script?: string;
}

const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** @param trusted text of this project, never of a student */
const asIs = (trusted: string): Html => {
  if (/<\/(?:script|style)/i.test(trusted)) throw new Error("a script or style that ends itself");
  return new Html(trusted);
};

/** A page in pieces. */
export function* page({ title, body, style: more = "", script }: Frame): Generator<string> {
  const rules = `${style}${more}`;
  const policy = [
    "default-src 'none'",
    `style-src ${digest(rules)}`,
    ...(script === undefined ? [] : [`script-src ${digest(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  yield "<!doctype html>\n";
  yield html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${asIs(rules)}</style>
</head>
<body>
`.text;
  for (const { text } of body) yield text;
  yield "\n";
  if (script !== undefined) yield html`<script>${asIs(script)}</script>\n`.text;
  yield "</body>\n</html>\n";
}
