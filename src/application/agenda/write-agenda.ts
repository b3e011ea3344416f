import type { Jour } from "../../domain/calendrier/jour";
import { fromNumero, numeroOf, toNumero } from "../../domain/calendrier/numero";
import { digestOf } from "../ecriture/proposition";
import type { ContratAgenda } from "./contrat";
import type { EvenementAgenda } from "./evenements";

/** When an agenda is written: a day, and minutes since its midnight. */
export interface Edition {
  readonly jour: Jour;
  readonly minute: number;
}

/**
 * The text of an `.ics` file (RFC 5545): whole days, free time, lines of 75 octets at most ended by CRLF. The library is loaded
 * when it is needed. The same events, contract and edition give the same text.
 */
export async function writeAgenda(
  evenements: readonly EvenementAgenda[],
  { nom, empreinte }: ContratAgenda,
  edition: Edition,
): Promise<string> {
  const { ICalAlarmType, ICalCalendar, ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } =
    await import("ical-generator");
  // Without a name of its own: Outlook would open a named calendar beside hers, and update nothing in hers.
  const agenda = new ICalCalendar({ method: ICalCalendarMethod.PUBLISH, prodId: PRODUCT });
  const stamp = `${edition.jour}T${clockOf(edition.minute)}:00Z`;
  for (const { cle, jour, titre, details, isLimite } of evenements) {
    const event = agenda.createEvent({
      ...{ id: uidOf(cle, empreinte), sequence: sequenceOf(edition), stamp },
      // Given as texts: a day stays that day in every time zone.
      ...{ allDay: true, start: jour, end: fromNumero(toNumero(jour) + 1) },
      summary: plain(`${titre} – ${nom}`),
      description: details.map(plain).join("\n"),
      ...{ transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE },
    });
    // A reminder of what is past would ring the day it is imported.
    if (isLimite && jour > edition.jour) event.createAlarm({ type: ICalAlarmType.display, trigger: RAPPEL });
  }
  return `${agenda.toString()}\r\n`;
}

const PRODUCT = "//Referent CPOM//Retro-planning//FR";
/** Two weeks before, in seconds. */
const RAPPEL = 14 * 24 * 3600;
/** SEQUENCE counts minutes from this day: a 32-bit integer lasts four thousand years. */
const ORIGINE = numeroOf(2020, 1, 1);
const MINUTES_A_DAY = 1440;

/** The key is there to be read; the digest alone tells two events apart, whatever alphabet their tasks are named in. */
function uidOf(cle: string, empreinte: string): string {
  const slug = cle.replace(/[^a-z\d]+/g, "-").slice(0, 40);
  return `${slug}-${digestOf([[empreinte, cle]])}@referent-cpom`;
}

/**
 * An agenda takes in a second event of the same UID only when its SEQUENCE is greater. Nothing remembers the exports
 * made before, on this machine or on another: the moment of the export is a number that grows by itself.
 */
function sequenceOf({ jour, minute }: Edition): number {
  return Math.max(0, (toNumero(jour) - ORIGINE) * MINUTES_A_DAY + minute);
}

/** `09:05`. */
function clockOf(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${String(hours).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** One line without the control characters that a cell may hold and that the format forbids. */
function plain(text: string): string {
  return text.replace(/[ \p{Cc}]+/gu, " ").trim();
}
