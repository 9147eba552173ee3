/**
 * Characters that people type in the place of a command, as the command.
 */
const GREEK =
  "α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi π pi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ℓ ell";
const SIGNS =
  "∂ partial ∇ nabla · cdot ⋅ cdot × times ⊙ odot ∘ circ ≤ le ≥ ge ≈ approx ∝ propto ← leftarrow ⟺ iff ⇔ iff ∞ infty ⊤ top ′ prime";

const pairs = `${GREEK} ${SIGNS}`.split(" ");
const commands: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: pairs.length / 2 }, (_, i): [string, string] => [
    pairs[2 * i] as string,
    `\\${pairs[2 * i + 1]}`,
  ]),
  ["−", "-"],
  ["∗", "*"],
]);

/** "σ" → "\\sigma"; anything else stays. */
export const commandOf = (text: string): string => commands.get(text) ?? text;
