import type { OnResolveResult, Plugin } from "esbuild";

/** `?raw` and `?bundle`: a file as a text. */
export function texts(options?: { readonly minify?: boolean }): Plugin;

/** `.hbs`: a template, compiled. */
export function templates(): Plugin;

/** `exercise:<slug>`: everything of one exercise as one module. */
export function exerciseModules(root: string): Plugin;

/** `chainrule/…`: what an exercise outside the course imports, and where it is. */
export function courseImports(at: Readonly<Record<string, OnResolveResult>>, root: string): Plugin;
