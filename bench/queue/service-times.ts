export const secondsOfFiles = (): readonly number[] => [0.05];
