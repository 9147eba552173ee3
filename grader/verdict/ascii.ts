/** What a terminal without Unicode shows in place of a character; anything else becomes a question mark. */
const INSTEAD: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "—": "-",
  "·": "*",
  "×": "x",
  "÷": "/",
  "±": "+/-",
  "…": "...",
  "“": '"',
  "”": '"',
  "„": '"',
  "‘": "'",
  "’": "'",
  "′": "'",
  "″": "''",
  "²": "^2",
  "³": "^3",
  "½": "1/2",
  "¼": "1/4",
  "√": "sqrt ",
  "∞": "infinity",
  Σ: "sum",
  "∑": "sum",
  Π: "prod",
  "∏": "prod",
  "∂": "d",
  "∇": "grad ",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "≈": "~",
  "∈": " in ",
  "→": "->",
  "←": "<-",
  "↦": "->",
  "⇔": "<=>",
  "⇒": "=>",
  ᵀ: "^T",
  "⁻": "^-",
  "¹": "1",
  "§": "section ",
  "‖": "||",
  "⊙": "*",
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  Δ: "Delta",
  ε: "epsilon",
  η: "eta",
  θ: "theta",
  λ: "lambda",
  μ: "mu",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  ω: "omega",
};

/** Indices as written below a letter, such as x₁ or yᵢ. */
const BELOW = "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙ";
const BELOW_ASCII = "0123456789ijkn";

/** A letter without its accents, where that leaves ASCII. */
function bare(character: string): string {
  const letters = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return /^[ -~]*$/.test(letters) ? letters : "?";
}

function spelled(character: string): string {
  const index = BELOW.indexOf(character);
  return index >= 0 ? `_${BELOW_ASCII[index]}` : (INSTEAD[character] ?? bare(character));
}

/** A text in ASCII, with the signs of mathematics spelled out. */
export const toAscii = (text: string): string => text.replace(/[^\n -~]/gu, spelled);
