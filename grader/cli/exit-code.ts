/** Exit codes: passed, fell short, wrong usage or environment, a fault of ours, ended by Ctrl-C. */
export const exitCode = { pass: 0, short: 1, usage: 2, fault: 3, interrupted: 130 } as const;
