import { expect, it } from "vitest";
import { HEIGHT, scatteredPoints, WIDTH } from "../../../reference/data/document-data.ts";
import { random } from "../../../reference/randomness/random.ts";
import { farther, leadsAt } from "../../../site/figures/fig26/clusters.ts";

it("the leads of all centroids at once are those of each by itself", () => {
  const rng = random(6, "leads");
  const { starts } = scatteredPoints(2);
  for (const K of [1, 2, 12]) {
    const centroids = starts.slice(0, K);
    for (const metric of ["euclid", "manhattan"] as const) {
      const p = [rng() * WIDTH, rng() * HEIGHT];
      expect(leadsAt(p, centroids, metric)).toEqual(
        centroids.map((_, k) => farther(p, k, centroids, metric)),
      );
    }
  }
});
