/**
 * One program in place of many: a model answer into which its edits are woven. `$.n` is the edit that is in force,
 * `$.t()` counts turns and calls, and ends a program whose edit made a loop endless.
 */
import { createHash } from "node:crypto";
import { transformSync } from "esbuild";

/** Weaves edits into a text. An edit is a node's [start, end, text, isStatement]; its number is `first` plus its place. */
export function weave(text, edits, ticks, first = 1) {
  const root = { start: 0, end: text.length, edits: [], tick: false, inner: [] };
  const spans = new Map();
  const spanOf = (start, end) => {
    const key = `${start} ${end}`;
    const span = spans.get(key) ?? { start, end, edits: [], tick: false, inner: [] };
    spans.set(key, span);
    return span;
  };
  for (const [i, [start, end, instead, isStatement]] of edits.entries())
    spanOf(start, end).edits.push({ number: first + i, instead, isStatement });
  for (const [start, end] of ticks) spanOf(start, end).tick = true;
  const open = [root];
  for (const span of [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.at(-1).end <= span.start) open.pop();
    open.at(-1).inner.push(span);
    open.push(span);
  }
  return written(text, root);
}

function written(text, { start, end, edits, tick, inner }) {
  let out = "";
  let at = start;
  for (const span of inner) {
    out += text.slice(at, span.start) + written(text, span);
    at = span.end;
  }
  out += text.slice(at, end);
  const statements = edits.filter(({ isStatement }) => isStatement);
  if (statements.length > 0) {
    const cases = statements.map(({ number, instead }) => `if($.n===${number}){${instead}}else `);
    out = `{${cases.join("")}${out}}`;
  }
  const values = edits.filter(({ isStatement }) => !isStatement);
  if (values.length > 0)
    out = `(${values.map(({ number, instead }) => `$.n===${number}?(${instead}):`).join("")}(${out}))`;
  if (!tick) return out;
  return text[start] === "{" ? `{$.t();${out.slice(1)}` : `($.t()&&(${out}))`;
}

const compiled = (source, minify) =>
  transformSync(source, {
    loader: "ts",
    format: "cjs",
    target: "es2022",
    tsconfigRaw: "{}",
    minify,
    // Names of functions stand in messages of errors.
    keepNames: false,
  }).code;

/** The names that a text exports, as they are written. */
const exportsOf = (source) =>
  [...source.matchAll(/^export (?:async )?(?:function\*?|class|const|let) (\w+)/gm)].map(([, name]) => name);

/**
 * The text of a function's body that takes a control and gives a table of functions for each form.
 *
 * @param forms TypeScript, with edits woven in
 * @param beside what the exercise plays on the forms' classes, and what it builds on
 */
export function programText(forms, { scenarios, uses = {} } = {}, minify = true) {
  const run = (source, names = []) =>
    `((${names.join(",")})=>{var module={exports:{}},exports=module.exports;${compiled(source, minify)};return module.exports})`;
  const given = Object.values(uses);
  const names = given.flatMap(exportsOf);
  const values = (all) => all.map((name) => `G.${name}`).join(",");
  // Each may build on those before it.
  const used = given.map((source, i) => {
    const before = given.slice(0, i).flatMap(exportsOf);
    return `Object.assign(G,${run(source, before)}(${values(before)}));`;
  });
  return `"use strict";
const G={};${used.join("")}
const S=${scenarios === undefined ? "{}" : `${run(scenarios)}()`};
const L=(e)=>{const made={...e,...G};return Object.assign({},e,Object.fromEntries(Object.entries(S).map(([n,s])=>[n,(...a)=>s(made,...a)])))};
return [${forms.map((source) => `L(${run(source, names)}(${values(names)}))`).join(",")}];`;
}

/** A text that is not read at a glance, and no longer than before: printable characters change places. */
export const hidden = (text) =>
  text.replaceAll(/[!-~]/g, (c) => String.fromCharCode(33 + ((c.charCodeAt(0) - 33 + 47) % 94)));

/**
 * An exercise's neighbours as the judge loads them, from the file that the author's tools wrote.
 *
 * @param textOf the text of a file of the course, with \n for line ends
 * @returns nothing where a right answer has changed since
 */
export function neighbourData({ forms, neighbours }, textOf, beside) {
  const firsts = [];
  let next = 1;
  const woven = [];
  for (const { file, sha256, edits, ticks } of forms) {
    const text = textOf(file);
    if (createHash("sha256").update(text).digest("hex") !== sha256) return undefined;
    firsts.push(next);
    woven.push(weave(text, edits, ticks, next));
    next += edits.length;
  }
  return JSON.stringify({ neighbours, firsts, program: hidden(programText(woven, beside)) });
}
