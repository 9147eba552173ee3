/** Terminals that make a link of OSC 8, as far as they say who they are. */
import { isLive } from "./is-live.ts";

const PROGRAMS = new Set(["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"]);
const TERMS = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/;
/** VTE 0.50, which GNOME's terminal and others show text with; 0.50.0 itself crashes. */
const VTE = 5001;

/** Where nobody knows, no link: a terminal that does not know it might show the address as letters. */
export function knowsLinks(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== "0";
  if (!isLive(stream, env) || env.CI !== undefined) return false;
  // tmux and screen may sit between, and pass links on only where they are told to.
  if (env.TMUX !== undefined || env.STY !== undefined) return false;
  return (
    PROGRAMS.has(env.TERM_PROGRAM ?? "") ||
    env.WT_SESSION !== undefined ||
    env.KONSOLE_VERSION !== undefined ||
    TERMS.test(env.TERM ?? "") ||
    Number(env.VTE_VERSION ?? 0) >= VTE
  );
}
