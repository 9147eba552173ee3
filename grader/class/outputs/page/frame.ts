/**
 * The frame of a page that needs nothing but itself. Its policy lets the browser run the one script and the one style
 * that are named by their digests, and load nothing: what slips in as text could still do nothing.
 */
import { createHash } from "node:crypto";
import { type Html, html, type Piece } from "./html.ts";
import style from "./page.css?raw";

export interface Frame {
  readonly title: string;
  readonly body: Piece;
  /** Further rules. */
  readonly style?: string;
  readonly script?: string;
}

const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** @param trusted text of this project, never of a student */
const asIs = (trusted: string): Html => {
  if (/<\/(?:script|style)/i.test(trusted)) throw new Error("a script or style that ends itself");
  return { text: trusted } as Html;
};

export function page({ title, body, style: more = "", script }: Frame): string {
  const rules = `${style}${more}`;
  const policy = [
    "default-src 'none'",
    `style-src ${digest(rules)}`,
    ...(script === undefined ? [] : [`script-src ${digest(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const code = script === undefined ? "" : `<script>${asIs(script).text}</script>\n`;
  return `<!doctype html>
${
  html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
`.text
}<style>${asIs(rules).text}</style>
</head>
<body>
${html`${body}`.text}
${code}</body>
</html>
`;
}
