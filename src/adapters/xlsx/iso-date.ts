const DAY_MS = 86_400_000;
/** Days from 1970-01-01 to day 0 of each date system. */
const ORIGIN = { 1900: -25_569, 1904: -24_107 } as const;
const FORM = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;

/** Serial number of an ISO date, a time, or both; `null` when the text is none, or before the first day Excel knows. */
export function fromIsoDate(text: string, dateSystem: 1900 | 1904): number | null {
  const match = FORM.exec(text.trim());
  if (match === null || text.trim() === "") return null;
  const [, year, month, day, hours, minutes, seconds] = match;
  const time = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
  if (year === undefined) return time;
  const written = `${year}-${month ?? ""}-${day ?? ""}`;
  const midnight = Date.parse(`${written}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(written)) return null;
  const days = midnight / DAY_MS - ORIGIN[dateSystem];
  if (dateSystem === 1904) return days < 0 ? null : days + time;
  if (days > 60) return days + time;
  return days > 1 ? days - 1 + time : null;
}
