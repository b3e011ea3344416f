declare const jour: unique symbol;

/** A civil day, `2027-12-17`. No hour, no time zone. */
export type Jour = string & { readonly [jour]: true };

const DAY_MS = 86_400_000;
/** Day number (days since 1970-01-01) of serial 0 in each date system; the 1900 one already hides the 29 February 1900 that never was. */
const ORIGIN = { 1900: -25_569, 1904: -24_107 } as const;
const LAST_SERIAL = 2_958_465;

/** Day from its parts; `null` when the calendar has no such day (29/02/2026, month 13). Years 1 to 9999. */
export function toJour(annee: number, mois: number, quantieme: number): Jour | null {
  if (!Number.isInteger(annee) || annee < 1 || annee > 9999) return null;
  const date = new Date(0);
  date.setUTCFullYear(annee, mois - 1, quantieme);
  if (date.getUTCFullYear() !== annee || date.getUTCMonth() !== mois - 1 || date.getUTCDate() !== quantieme)
    return null;
  return date.toISOString().slice(0, 10) as Jour;
}

/** Reads `2027-12-17`, and only that. */
export function parseJour(text: string): Jour | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? toJour(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/**
 * Day from an Excel serial number, its time of day dropped. `null` outside Excel’s calendar (1 to 9999-12-31) and for
 * serial 60 of the 1900 system, a 29 February 1900 that never was.
 */
export function fromSerial(serial: number, dateSystem: 1900 | 1904): Jour | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < (dateSystem === 1900 ? 1 : 0)) return null;
  if (whole > LAST_SERIAL - (dateSystem === 1900 ? 0 : 1462)) return null;
  if (dateSystem === 1900 && whole === 60) return null;
  const shift = dateSystem === 1900 && whole < 60 ? 1 : 0;
  return new Date((whole + shift + ORIGIN[dateSystem]) * DAY_MS).toISOString().slice(0, 10) as Jour;
}

/** Excel serial number of a day; `null` before the first day of the date system. */
export function toSerial(day: Jour, dateSystem: 1900 | 1904): number | null {
  const serial = dayNumber(day) - ORIGIN[dateSystem];
  if (dateSystem === 1904) return serial < 0 ? null : serial;
  if (serial > 60) return serial;
  return serial > 1 ? serial - 1 : null;
}

/** Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Jour, to: Jour): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day some months later, or earlier when negative; the last day of the month where it has no such day. */
export function addMois(day: Jour, mois: number): Jour {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + mois;
  const [annee, rang] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const found = [0, 1, 2, 3].map((less) => toJour(annee, rang, Number(day.slice(8, 10)) - less));
  const moved = found.find((one) => one !== null);
  if (moved === undefined) throw new RangeError(`${day} moved by ${mois} months leaves the calendar`);
  return moved;
}

/** `17/12/2027`, as the referent writes it. */
export function formatJour(day: Jour): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function dayNumber(day: Jour): number {
  return Date.parse(day) / DAY_MS;
}
