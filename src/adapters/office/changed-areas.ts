import { type Area, parseAddress } from "../../domain/sheets/grid";

const LAST_ROW = 1_048_576;
const LAST_COLUMN = "XFD";

/** Areas of an address as Excel tells a change: `A1`, `B2:C9`, whole rows `3:5`, whole columns `A:C`, several with commas. */
export function changedAreas(tab: string, address: string): readonly Area[] {
  return address.split(",").flatMap((part) => parseAddress(tab, completed(part.trim())) ?? []);
}

function completed(address: string): string {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  if (rows?.[1] !== undefined && rows[2] !== undefined) return `A${rows[1]}:${LAST_COLUMN}${rows[2]}`;
  const columns = /^\$?([A-Z]+):\$?([A-Z]+)$/.exec(address);
  if (columns?.[1] !== undefined && columns[2] !== undefined) return `${columns[1]}1:${columns[2]}${LAST_ROW}`;
  return address;
}
