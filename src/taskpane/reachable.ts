/** Gives an element the focus from our code. Not -1: office.js moves Tab itself, and would not find its way from what it cannot reach. */
export const REACHABLE = { tabIndex: 0 } as const;
