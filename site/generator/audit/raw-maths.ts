import type { Found } from "./found.ts";

/** Dollars, commands of LaTeX and typed powers that stand in the text, where readers would see them. */
export function rawMaths(html: string): Found[] {
  const texts = html
    .replace(/<head>[\s\S]*?<\/head>|<script[\s\S]*?<\/script>/g, " ")
    .replace(/<annotation[\s\S]*?<\/annotation>|<pre[\s\S]*?<\/pre>|<code[\s\S]*?<\/code>/g, " ")
    .split(/<[^>]*>/);
  const found = texts
    .filter((text) => /\$|\\[a-zA-Z]{2,}|\\[{}]|[\p{L}\d)\]]\^/u.test(text))
    .map((text) => ({
      where: text.trim().slice(0, 60),
      what: "LaTeX that was not set as a formula; write it between dollars on one line, or as code",
    }));
  return /class="katex-error"/.test(html)
    ? [...found, { where: "katex-error", what: "a formula that KaTeX refused" }]
    : found;
}
