/**
 * Whether a line is still being typed: a bracket is open, a place is empty, a sign waits for what comes behind it.
 * Nothing is wrong with such a line yet.
 */
import { beginsCommand } from "./commands.ts";

export function isUnfinished(line: string): boolean {
  const text = line.replace(/(?:\\[,;:! ]|\s)+$/, "");
  if (
    /\\placeholder|\\(?:d|t)?frac\s*(?:\{[^{}]*\}\s*)?$|\\(?:d|t)?frac\s*(?:\{[^{}]*\})?\s*\{\s*\}/.test(text)
  )
    return true;
  if (
    /(?:[-−+*/^_=(,[{:·×&]|\\(?:cdot|times|odot|partial|nabla|sqrt|left|sum|prod|begin|end|hat|mathbf)|∂|∇|√|\\)$/.test(
      text,
    )
  )
    return true;
  if (/(?:\\sqrt|[\^_])\s*\{\s*\}/.test(text)) return true;
  const command = /\\([a-zA-Z]+)$/.exec(text)?.[1];
  return isOpen(text) || (command !== undefined && beginsCommand(command));
}

function isOpen(text: string): boolean {
  let braces = 0;
  let brackets = 0;
  let environments = 0;
  for (const [token] of text.matchAll(/\\(?:begin|end|left|right)(?![a-zA-Z])|\\.|[(){}[\]]/g)) {
    if (token === "{") braces++;
    else if (token === "}") braces--;
    else if (token === "(" || token === "[") brackets++;
    else if (token === ")" || token === "]") brackets--;
    else if (token === "\\begin") environments++;
    else if (token === "\\end") environments--;
  }
  return braces > 0 || brackets > 0 || environments > 0;
}
