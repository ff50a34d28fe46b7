const STEPS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8]

/** The next step up; the last one is not passed. */
export const largerThan = (zoom: number): number => STEPS.find((step) => step > zoom + 0.001) ?? 8

/** The next step down. */
export const smallerThan = (zoom: number): number => STEPS.findLast((step) => step < zoom - 0.001) ?? 0.1
