import { exercise } from "../../grader/exercise/form.ts";
import { afterwards } from "./afterwards.ts";
import { makeCircles } from "./circles.ts";
import { makeBlobs } from "./clouds.ts";
import { generateParaboloid, generateXor } from "./grids.ts";
import { noisyLine3d } from "./line.ts";
import scenarios from "./scenarios.ts?raw";

export default exercise({
  title: "Data sets of the sources",
  unit: 9,
  source:
    "Machine Learning Visualized, 0.3.1, 0.6.1 and 0.7.1; Building FeedForward Networks with Pytorch, generate_blob_cluster; 01 build and train feedforward nn, 1.2.1",
  requires: ["ex54"],
  derivation: "data-sets",
  minutes: 50,
  points: 30,
  exports: { makeCircles: "function", noisyLine3d: "function" },
  scenarios,
  symbols: {
    n: "number of points",
    K: "number of classes",
    d: "number of coordinates",
    φ: "angle, from 0 in equal steps once around",
    r: "radius, 1 or factor",
  },
  functions: { generateXor, generateParaboloid, makeCircles, makeBlobs, noisyLine3d, afterwards },
  nouns: {
    outside: "the number of points outside",
    angle: "the angle",
    radius: "the radius",
    count: "the number of points of a class",
    at: "the numbers of the grid",
    isInside: "whether a point lies inside",
    t: "how far along the line",
  },
  hints: [
    "How many steps lie between n points on a line, and how many on a circle, where the end is the beginning? What if n is 1?",
    "In which order are the points made, and in which their coordinates? Every call of gauss() moves the stream on: how many are there for a point?",
    "Grid: −1 + 2k/(dims − 1), for each y all x. Circles: the angle 2πi/count, and radius·Math.cos(angle) + noise·gauss(), then the same with the sine. Blobs: class c has Math.floor(n / K) points, and one more if c < n % K. Line: t = noise + (1 − 2·noise)·i/(n − 1), and for each coordinate s + t·(e − s) + noise·gauss().",
  ],
});
