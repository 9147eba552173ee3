/**
 * Unicode's signs for LaTeX's commands, and its small letters for indices and exponents.
 */

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(/\s+/).map((pair) => [pair.slice(0, -1), pair.slice(-1)]));

/** Letters by command. */
export const LETTERS = pairs(
  String.raw`\alphaα \betaβ \gammaγ \deltaδ \epsilonϵ \varepsilonε \zetaζ \etaη \thetaθ \varthetaϑ \iotaι \kappaκ \lambdaλ \muμ \nuν \xiξ \piπ \rhoρ \sigmaσ \varsigmaς \tauτ \upsilonυ \phiϕ \varphiφ \chiχ \psiψ \omegaω \GammaΓ \DeltaΔ \ThetaΘ \LambdaΛ \XiΞ \PiΠ \SigmaΣ \UpsilonΥ \PhiΦ \PsiΨ \OmegaΩ \ellℓ \hbarℏ \infty∞ \emptyset∅ \varnothing∅ \top⊤ \forall∀ \exists∃`,
);

/** Signs that stand between two sides, with a space before and after. */
export const RELATIONS = pairs(
  String.raw`== << >> :: \le≤ \leq≤ \ge≥ \geq≥ \ne≠ \neq≠ \ll≪ \gg≫ \approx≈ \sim∼ \simeq≃ \equiv≡ \propto∝ \in∈ \notin∉ \subset⊂ \subseteq⊆ \to→ \rightarrow→ \leftarrow← \mapsto↦ \Rightarrow⇒ \implies⇒ \iff⇔ \mid| \perp⊥`,
);

/** Signs between operands, with a space before and after. */
export const OPERATIONS = pairs(
  String.raw`++ -− \pm± \mp∓ \times× \odot⊙ \otimes⊗ \oplus⊕ \circ∘ \div÷ \cup∪ \cap∩ \wedge∧ \land∧ \vee∨ \lor∨ \setminus∖`,
);

/** Signs between operands, without a space. */
export const TIGHT = pairs(String.raw`\cdot· // ** \ast*`);

export const BRACKETS = pairs(
  String.raw`(( )) [[ ]] \{{ \}} \lfloor⌊ \rfloor⌋ \lceil⌈ \rceil⌉ \langle⟨ \rangle⟩`,
);

/** Operators over a range. */
export const BIG = pairs(String.raw`\sumΣ \prodΠ \int∫ \bigcup⋃ \bigcap⋂`);

/** What stands over a letter, as a combining character. */
export const ACCENTS = new Map([
  ["\\hat", "\u0302"],
  ["\\tilde", "\u0303"],
  ["\\bar", "\u0304"],
  ["\\dot", "\u0307"],
  ["\\ddot", "\u0308"],
  ["\\vec", "\u20d7"],
]);

/** Letters with a double stroke. */
export const DOUBLE = new Map([..."CEHNPQRZ1"].map((letter, i) => [letter, [..."ℂ𝔼ℍℕℙℚℝℤ𝟙"][i] as string]));

const table = (plain: string, small: string): ReadonlyMap<string, string> => {
  const signs = [...small];
  return new Map([...plain].map((sign, i) => [sign, signs[i] as string]));
};

export const RAISED = table(
  "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤βγδθφχ",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀᵝᵞᵟᶿᵠᵡ",
);

export const LOWERED = table(
  "0123456789+−=()aehijklmnoprstuvxβγρφχ",
  "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
);
