import { acteurs } from "./acteurs";
import { checklist } from "./checklist";

/** Every table of the kit, in the order of its tools. */
export const sheets = { checklist, acteurs } as const;

export type Sheets = typeof sheets;
export type SheetId = keyof Sheets;
