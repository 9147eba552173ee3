import { exercise } from "../../grader/exercise/form.ts";
import { assignClusters } from "./assign.ts";
import { wcss } from "./wcss.ts";

export default exercise({
  title: "k-means: nearest centroids and the sum of squares",
  unit: 5,
  source: "Machine Learning Visualized, 0.2.5",
  requires: ["ex28"],
  derivation: "k-means",
  minutes: 25,
  symbols: { n: "number of points", m: "number of coordinates", K: "number of centroids" },
  functions: { assignClusters, wcss },
  nouns: {
    squaredDistance: "the squared distance",
    d: "the distance",
    far: "the distances",
    straight: "the Euclidean distance",
    least: "the least distance",
    nearest: "the nearest centroid",
    dot: "the scalar product",
  },
  hints: [
    "How would you find the smallest of K numbers with a single loop, and its place? What happens in that loop when two of them are equal?",
    "With which numbers does that loop compare, and what does it start with, so that NaN does not slip through? And of the K distances of a point, which one belongs into J?",
    "For each x: distances to all centroids; throw if one is NaN; go on to k where its distance is smaller, <, than the smallest so far. J adds (x[j] − c[j]) ** 2 over all j and all points, with c = centroids[labels[i]].",
  ],
});
