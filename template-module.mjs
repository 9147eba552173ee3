/** A handlebars template as a module: compiled at build time, so that no compiler is shipped. */
import Handlebars from "handlebars";

/** A file that ends so is Markdown or plain text, in which nothing is escaped; all others are HTML. */
const PLAIN = /\.(?:md|txt|yml|ts|json)\.hbs$/;

/** The names of the partials that a template takes in: files beside it, `{{> row}}` is `row.hbs`. */
class Partials extends Handlebars.Visitor {
  names = new Set();

  PartialStatement(partial) {
    this.names.add(partial.name.original);
    super.PartialStatement(partial);
  }

  PartialBlockStatement(partial) {
    this.names.add(partial.name.original);
    super.PartialBlockStatement(partial);
  }
}

/**
 * The text of a module whose default export fills the template in. A name that the context lacks is an error.
 *
 * @param {string} path
 * @param {string} text
 */
export function templateModule(path, text) {
  const tree = Handlebars.parse(text);
  const found = new Partials();
  found.accept(tree);
  const partials = [...found.names].filter((name) => name !== "@partial-block");
  const ending = PLAIN.exec(path)?.[0] ?? ".hbs";
  const spec = Handlebars.precompile(tree, { noEscape: PLAIN.test(path), strict: true });
  const imports = partials.map((name, i) => `import { template as p${i} } from "./${name}${ending}";`);
  const named = partials.map((name, i) => `${JSON.stringify(name)}: p${i}`);
  return [
    'import Handlebars from "handlebars/runtime";',
    ...imports,
    `export const template = Handlebars.template(${spec});`,
    `export default (context) => template(context, { partials: { ${named.join(", ")} } });`,
  ].join("\n");
}
