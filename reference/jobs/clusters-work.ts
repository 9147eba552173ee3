/** Assignment of some points to their nearest centroids, with what the next centroids are made of. */

export interface ClustersSetup {
  /** Shape [n, m]. */
  readonly X: Float64Array;
  readonly m: number;
}

/** Points first … last−1 and the centroids of this round, shape [K, m]. */
export interface Assignment {
  readonly first: number;
  readonly last: number;
  readonly C: Float64Array;
}

export interface Assigned {
  readonly labels: Uint32Array;
  /** Sums of the points of each centroid, shape [K, m], and how many they are. */
  readonly sums: Float64Array;
  readonly counts: Float64Array;
  /** Σ_i ‖x_i − c_{l_i}‖² */
  readonly wcss: number;
}

/**
 *     l_i = argmin_k ‖x_i − c_k‖², the first of equally near ones
 */
export function preparedAssignment({ X, m }: ClustersSetup): (piece: Assignment) => Assigned {
  return ({ first, last, C }) => {
    const K = C.length / m;
    const labels = new Uint32Array(last - first);
    const sums = new Float64Array(C.length);
    const counts = new Float64Array(K);
    let wcss = 0;
    for (let i = first; i < last; i++) {
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < K; k++) {
        let d = 0;
        for (let j = 0; j < m; j++) {
          const e = X[i * m + j]! - C[k * m + j]!;
          d += e * e;
        }
        if (d < least) {
          least = d;
          best = k;
        }
      }
      labels[i - first] = best;
      wcss += least;
      counts[best]!++;
      for (let j = 0; j < m; j++) sums[best * m + j]! += X[i * m + j]!;
    }
    return { labels, sums, counts, wcss };
  };
}
