/** Where numbers lie on an axis. */

/** A scale: from numbers to units of a panel, and back. */
export interface Scale {
  to(value: number): number;
  from(place: number): number;
  readonly domain: readonly [number, number];
  /** The ends in the panel: that of the least number first. */
  readonly range: readonly [number, number];
  /** Round numbers, about as many as asked for. */
  ticks(about?: number): readonly number[];
}

type Ends = readonly [number, number];

export const linear = (domain: Ends, range: Ends): Scale => {
  const factor = (range[1] - range[0]) / (domain[1] - domain[0]);
  return {
    to: (value) => range[0] + (value - domain[0]) * factor,
    from: (place) => domain[0] + (place - range[0]) / factor,
    domain,
    range,
    ticks: (about = 5) => roundNumbers(domain, about),
  };
};

/** A scale by powers of ten; numbers that are not positive lie at its lower end. */
export const logarithmic = (domain: Ends, range: Ends): Scale => {
  const [low, high] = domain.map(Math.log10) as [number, number];
  const inner = linear([low, high], range);
  return {
    to: (value) => inner.to(value > 0 ? Math.log10(value) : low),
    from: (place) => 10 ** inner.from(place),
    domain,
    range,
    ticks: (about = 5) => {
      const every = Math.max(1, Math.ceil((high - low) / about));
      const first = Math.ceil(low / every - 1e-9);
      const count = Math.floor(high / every + 1e-9) - first + 1;
      // Through text: 10 ** -5 is not the number that 1e-5 is.
      return Array.from({ length: Math.max(0, count) }, (_, i) => Number(`1e${(first + i) * every}`));
    },
  };
};

/** Multiples of 1, 2 or 5 times a power of ten within two ends. */
function roundNumbers([low, high]: Ends, about: number): readonly number[] {
  const rough = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((m) => m * power >= rough * 0.999) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
