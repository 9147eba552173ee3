import { expect, it } from "vitest";
import { farther, leadsAt } from "../../reference/clusters.ts";
import { HEIGHT, scatteredPoints, WIDTH } from "../../reference/document-data.ts";
import { random } from "../../reference/random.ts";

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
