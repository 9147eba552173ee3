/**
 * How long a file takes a worker, in seconds: 99 quantiles of 179 files of the usual class, and a loop without
 * end, which takes the two seconds that a file has for loading. Measured on a crowded machine on 2026-11-30: the
 * quantiles are those of time that passed, scaled to the processor time of a file at the queue, 78 ms on average.
 */
const QUANTILES: readonly number[] = [
  0.00652, 0.0106, 0.0108, 0.012, 0.0132, 0.0134, 0.0141, 0.0143, 0.0147, 0.0151, 0.0151, 0.0155, 0.0161,
  0.0169, 0.0175, 0.0185, 0.0185, 0.0194, 0.0198, 0.0204, 0.021, 0.0212, 0.0214, 0.0222, 0.0222, 0.0226,
  0.0226, 0.024, 0.0247, 0.0247, 0.0249, 0.0249, 0.0259, 0.0263, 0.0267, 0.0271, 0.0275, 0.0277, 0.0291,
  0.0304, 0.031, 0.0314, 0.0365, 0.0375, 0.0379, 0.0387, 0.0391, 0.0403, 0.0436, 0.044, 0.045, 0.0479, 0.0481,
  0.0515, 0.0554, 0.0577, 0.0599, 0.0607, 0.0648, 0.0703, 0.0735, 0.075, 0.0801, 0.0811, 0.0825, 0.0837,
  0.0854, 0.086, 0.0886, 0.0925, 0.0931, 0.0957, 0.0968, 0.0984, 0.103, 0.104, 0.112, 0.116, 0.117, 0.126,
  0.132, 0.133, 0.136, 0.137, 0.141, 0.15, 0.164, 0.167, 0.173, 0.186, 0.199, 0.222, 0.253, 0.262, 0.266,
  0.289, 0.334, 0.381, 0.387,
];
const LOOP = 2.1;

export const secondsOfFiles = (): readonly number[] => [...QUANTILES, LOOP];
