/** What every page has around it. */
import { escaped } from "./html.ts";

export interface PageSpec {
  readonly title: string;
  readonly description: string;
  /** What is inside of `<main>`. */
  readonly main: string;
  /** A class of `<main>`. */
  readonly kind: string;
  /** Further scripts, by path from the page. */
  readonly scripts?: readonly string[];
  /** The page that the navigation marks. */
  readonly here?: string;
  /** Further sources that the page's policy allows, by directive. */
  readonly allows?: Readonly<Record<string, string>>;
}

/** Nothing is fetched, and nothing comes from elsewhere. KaTeX sets inline styles. */
const POLICY: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "font-src": "'self'",
  "img-src": "'self' data:",
  "worker-src": "blob:",
  "connect-src": "'none'",
  "form-action": "'none'",
  "base-uri": "'none'",
};

function policyWith(allows: Readonly<Record<string, string>>): string {
  return Object.entries(POLICY)
    .map(([directive, own]) => {
      const more = (allows[directive] ?? "").split(" ").filter((source) => !own.split(" ").includes(source));
      return [directive, own, ...more].filter((part) => part !== "").join(" ");
    })
    .join("; ");
}

const LINKS: readonly (readonly [href: string, text: string])[] = [
  ["index.html", "Course"],
  ["notation.html", "Notation"],
  ["errata.html", "Errata"],
  ["search.html", "Search"],
];

export function shell({ title, description, main, kind, scripts = [], here, allows = {} }: PageSpec): string {
  const links = LINKS.map(
    ([href, text]) => `<li><a href="${href}"${href === here ? ' aria-current="page"' : ""}>${text}</a></li>`,
  ).join("");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyWith(allows)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<meta name="description" content="${escaped(description)}">
<meta name="color-scheme" content="light dark">
<script src="assets/theme.js"></script>
<link rel="stylesheet" href="assets/site.css">
<link rel="icon" href="assets/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="top"><nav aria-label="Site"><a class="wordmark" href="index.html">Chainrule</a><ul>${links}</ul></nav></header>
<main id="main" class="${kind}">
${main}
</main>
<footer class="bottom"><p>Every formula with a mark <span class="sample-mark" aria-hidden="true"></span> was <a href="how-it-is-checked.html">held by a machine</a>. Nothing here leaves your browser.</p></footer>
${["assets/page.js", ...scripts].map((src) => `<script src="${src}" defer></script>`).join("\n")}
</body>
</html>
`;
}
