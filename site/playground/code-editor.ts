/** The editor for one text. Tab indents; Escape, then Tab, leaves it. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { highlightStyle, plainTheme } from "./highlight.ts";

export interface Mark {
  /** From 1. */
  readonly line: number;
  readonly column?: number;
  readonly message: string;
}

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** The element that says how to leave it. */
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  readonly onGrade: () => void;
}

export class CodeEditor {
  private readonly view: EditorView;

  constructor({ parent, text, label, describedBy, onChange, onGrade }: EditorOptions) {
    const grade = (): boolean => {
      onGrade();
      return true;
    };
    const extensions = [
      lineNumbers(),
      lintGutter(),
      highlightSpecialChars(),
      history(),
      drawSelection(),
      indentUnit.of("  "),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      // The language without its completions, which nothing asks for here.
      typescriptLanguage,
      syntaxHighlighting(highlightStyle),
      plainTheme,
      keymap.of([{ key: "Mod-Enter", run: grade }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.contentAttributes.of({
        tabindex: "0",
        "aria-label": label,
        "aria-describedby": describedBy,
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(this.text);
      }),
    ];
    this.view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Another text in place of the present one, as one step that can be undone. */
  replace(text: string): void {
    const { doc } = this.view.state;
    this.view.dispatch({ changes: { from: 0, to: doc.length, insert: text }, selection: { anchor: 0 } });
    this.mark([]);
  }

  /** Marks the lines of findings, in place of those marked before. */
  mark(marks: readonly Mark[]): void {
    const { doc } = this.view.state;
    const diagnostics = marks.map(({ line, column, message }): Diagnostic => {
      const at = doc.line(Math.min(Math.max(1, line), doc.lines));
      const from = Math.min(at.from + (column ?? 1) - 1, at.to);
      return { from, to: at.to, severity: "error", message };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Puts the cursor on a line. */
  goTo(line: number, column = 1): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(1, line), doc.lines));
    const anchor = Math.min(at.from + column - 1, at.to);
    this.view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    this.view.focus();
  }

  /** @param at where the cursor goes; left where it is unless told */
  focus(at?: number): void {
    if (at !== undefined)
      this.view.dispatch({ selection: { anchor: Math.min(at, this.view.state.doc.length) } });
    this.view.focus();
  }
}
