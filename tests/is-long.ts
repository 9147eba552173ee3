/** Everything is tried with CHAINRULE_LONG=1; a run of the tests without takes a sample, each suite says which. */
export const isLong = process.env.CHAINRULE_LONG === "1";
