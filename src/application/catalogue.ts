import { checkClasseur } from "./commands/check-classeur";

/** The commands that have a button on the ribbon, in its order. */
export const catalogue = [checkClasseur] as const;
