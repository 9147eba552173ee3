/** How code looks in the editor: the page's own colours, drawn towards its ink until they can be read. */
import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

const mixed = (name: string): string => `var(--wb-${name})`;

export const highlightStyle = HighlightStyle.define([
  { tag: [t.comment, t.meta], color: mixed("soft"), fontStyle: "italic" },
  { tag: [t.keyword, t.modifier, t.operatorKeyword, t.controlKeyword], color: mixed("keyword") },
  { tag: [t.typeName, t.className, t.namespace], color: mixed("type") },
  { tag: [t.string, t.special(t.string), t.regexp], color: mixed("text") },
  { tag: [t.number, t.bool, t.null, t.atom], color: mixed("number") },
  { tag: [t.function(t.definition(t.variableName)), t.function(t.propertyName)], fontWeight: "600" },
  { tag: t.invalid, color: mixed("fail") },
]);

/** Nothing is set here that the style sheet could set. */
export const plainTheme = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--wb-ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": { caretColor: "var(--wb-ink)" },
  ".cm-cursor": { borderLeftColor: "var(--wb-ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--wb-selection)",
  },
  ".cm-activeLine": { backgroundColor: "var(--wb-active)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--wb-soft)", border: "none" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--wb-ink)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--wb-selection)", outline: "none" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--wb-fail)" },
  // The editor's own marks are pictures in colours of their own.
  ".cm-lint-marker-error": {
    content: "normal",
    width: "0.4em",
    height: "1.2em",
    margin: "0.15em 0.3em",
    backgroundColor: "var(--wb-fail)",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--wb-fail)",
    textUnderlineOffset: "0.2em",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--wb-fail)" },
  ".cm-tooltip": {
    backgroundColor: "var(--wb-paper)",
    color: "var(--wb-ink)",
    border: "1px solid var(--wb-rule)",
  },
});
