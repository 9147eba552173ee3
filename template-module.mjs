/** A handlebars template as a module: compiled at build time, so that no compiler is shipped. */
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

/** A file that ends so is Markdown or plain text, in which nothing is escaped; all others are HTML. */
const PLAIN = /\.(?:md|txt|yml|ts|json)\.hbs$/;

/** A hole in an attribute without double quotes could be left by a space or an apostrophe. */
const UNQUOTED = /[\w-]+=(?:\{\{(?!\{)|'[^'"\n]*\{\{).*/;

const runtime = fileURLToPath(new URL("template-runtime.mjs", import.meta.url)).replaceAll("\\", "/");

/**
 * The names of the partials that a template takes in: files beside it, `{{> row}}` is `row.hbs`. On its way it makes
 * each name strict, also those that `#if` and `#each` are asked of, which handlebars alone would take for empty.
 */
class Partials extends Handlebars.Visitor {
  names = new Set();

  PathExpression(path) {
    path.strict = true;
  }

  PartialStatement(partial) {
    this.names.add(partial.name.original);
    super.PartialStatement(partial);
  }

  PartialBlockStatement(partial) {
    this.names.add(partial.name.original);
    super.PartialBlockStatement(partial);
  }
}

/** In HTML the indentation is for who reads the template, and a partial ends where its last line does. */
const asHtml = (text) => text.replace(/^[ \t]+/gm, "").replace(/\n$/, "");

/**
 * The text of a module whose default export fills the template in. A name that the context lacks is an error.
 *
 * @param {string} path
 * @param {string} text
 */
export function templateModule(path, text) {
  const isPlain = PLAIN.test(path);
  const source = text.replaceAll("\r\n", "\n");
  const unquoted = isPlain ? null : UNQUOTED.exec(source.replace(/\{\{!--[\s\S]*?--\}\}/g, ""));
  if (unquoted !== null) throw new Error(`${path}: put this attribute in double quotes: ${unquoted[0]}`);
  const tree = Handlebars.parse(isPlain ? source : asHtml(source));
  const found = new Partials();
  found.accept(tree);
  const names = [...found.names].filter((name) => name !== "@partial-block");
  const ending = PLAIN.exec(path)?.[0] ?? ".hbs";
  const spec = Handlebars.precompile(tree, { noEscape: isPlain, strict: true });
  // A partial brings its own along.
  const imports = names.map(
    (name, i) => `import { template as t${i}, partials as p${i} } from "./${name}${ending}";`,
  );
  const named = names.map((name, i) => `...p${i}, ${JSON.stringify(name)}: t${i}`);
  return [
    `import Handlebars from ${JSON.stringify(runtime)};`,
    ...imports,
    `export const template = Handlebars.template(${spec});`,
    `export const partials = { ${named.join(", ")} };`,
    "export default (context) => template(context, { partials });",
  ].join("\n");
}
