import { derivation } from "../../grader/exercise/derivation.ts";

const tex = String.raw;

export default derivation({
  title: "The loss by one hidden weight",
  unit: 8,
  requires: ["ex44"],
  minutes: 40,
  page: "backprop-one-weight",
  known: ["z^{h}", "a^{h}", "z", "a", "L"],
  start: tex`\frac{\partial L}{\partial w^{h}_{ik}}`,
  step: 8,
  without: ["slopes"],
  lines: 5,
  rules: 4,
  slips: {
    "sign-flipped": {
      is: tex`\sum_{j} \frac{2}{t} (y_j - a_j) a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      says: "The sign is flipped. The inner derivative of yⱼ − aⱼ is −1.",
      step: 2,
    },
    "input-forgotten": {
      is: tex`\sum_{j} \frac{2}{t} (a_j - y_j) a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i)`,
      says: "The input xₖ is missing. It is the derivative of the net input by the weight.",
      step: 7,
    },
    "hidden-slope-forgotten": {
      is: tex`\sum_{j} \frac{2}{t} (a_j - y_j) a_j (1 - a_j) w^{out}_{ji} x_k`,
      says: "The slope of the hidden unit is missing: aʰᵢ(1 − aʰᵢ).",
      step: 8,
    },
    "sigmoid-slope-forgotten": {
      is: tex`\sum_{j} \frac{2}{t} (a_j - y_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      says: "The slope of the output unit is missing: aⱼ(1 − aⱼ).",
      step: 3,
    },
    "first-path-only": {
      is: tex`\frac{2}{t} (a_1 - y_1) a_1 (1 - a_1) w^{out}_{1i} a^{h}_i (1 - a^{h}_i) x_k`,
      says: "Only the way through the first output is counted. The hidden unit moves every output: add the ways.",
      step: 6,
    },
    "sum-over-outputs-forgotten": {
      is: tex`\frac{2}{t} (a_j - y_j) a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      says: "The sum over the outputs is missing. The hidden unit moves every output: add the ways.",
      step: 6,
    },
    "mean-over-outputs-forgotten": {
      is: tex`\sum_{j} 2 (a_j - y_j) a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      says: "The 1/t is missing. The loss is a mean over the outputs.",
      step: 2,
    },
    "factor-two-forgotten": {
      is: tex`\sum_{j} \frac{1}{t} (a_j - y_j) a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      says: "The factor 2 is missing. It is the outer derivative of the square.",
      step: 2,
    },
    "square-kept": {
      is: tex`\sum_{j} \frac{2}{t} (a_j - y_j)^2 a_j (1 - a_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      says: "The square is still there. The derivative of e² by e is 2e, of the first power.",
      step: 2,
    },
    "output-weight-forgotten": {
      is: tex`\sum_{j} \frac{2}{t} (a_j - y_j) a_j (1 - a_j) a^{h}_i (1 - a^{h}_i) x_k`,
      says: "The output weight is missing. The derivative of zⱼ by aʰᵢ is wᵒᵘᵗⱼᵢ.",
      step: 4,
    },
    "net-input-for-output": {
      is: tex`\sum_{j} \frac{2}{t} (a_j - y_j) z_j (1 - z_j) w^{out}_{ji} a^{h}_i (1 - a^{h}_i) x_k`,
      says: "The net input stands where the output belongs: σ′(zⱼ) is aⱼ(1 − aⱼ).",
      step: 3,
    },
    "output-slope-twice": {
      is: tex`\sum_{j} \frac{2}{t} (a_j - y_j) a_j (1 - a_j) w^{out}_{ji} a_j (1 - a_j) x_k`,
      says: "The slope of the output unit stands twice. That of the hidden unit is aʰᵢ(1 − aʰᵢ).",
      step: 8,
    },
  },
  hints: [
    "Which ways lead from this weight to the loss? It moves one hidden unit, and that one moves every output.",
    "Over ways you add, along a way you multiply: Σ over j of ∂L/∂aⱼ · ∂aⱼ/∂zⱼ · ∂zⱼ/∂aʰᵢ, and then ∂aʰᵢ/∂zʰᵢ · ∂zʰᵢ/∂wʰᵢₖ, which are the same on all of them.",
    "∂L/∂aⱼ = (2/t)(aⱼ − yⱼ), ∂aⱼ/∂zⱼ = aⱼ(1 − aⱼ), ∂zⱼ/∂aʰᵢ = wᵒᵘᵗⱼᵢ, ∂aʰᵢ/∂zʰᵢ = aʰᵢ(1 − aʰᵢ), ∂zʰᵢ/∂wʰᵢₖ = xₖ.",
  ],
});
