/** What every page has around it. */
import page from "./shell.hbs";

export interface PageSpec {
  readonly title: string;
  readonly description: string;
  /** What is inside of `<main>`. */
  readonly mainHtml: string;
  /** A class of `<main>`. */
  readonly kind: string;
  /** Further scripts, by path from the page. */
  readonly scripts?: readonly string[];
  /** The page that the navigation marks. */
  readonly here?: string;
  /** Further sources that the page's policy allows, by directive. */
  readonly allows?: Readonly<Record<string, string>>;
}

/**
 * Nothing is fetched, and nothing comes from elsewhere. KaTeX sets inline styles; the kernel of matrix products is
 * WebAssembly, which submissions have none of: the policy of their frame does not allow it.
 */
const POLICY: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
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
  ["glossary.html", "Glossary"],
  ["errata.html", "Errata"],
  ["search.html", "Search"],
];

export function shell({ scripts = [], here, allows = {}, ...spec }: PageSpec): string {
  const links = LINKS.map(([href, text]) => ({ href, text, isHere: href === here }));
  return `${page({ ...spec, scripts, links, policy: policyWith(allows) })}\n`;
}
