/** Longest text of a cell, in Excel. */
const LONGEST = 32_767;

/**
 * A text as a fiche may hold it: without control characters nor halves of a character, paragraphs parted by single line ends.
 * No-break spaces, emoji and the marks of other scripts stay.
 */
export function cleanTexte(texte: string): string {
  const clean = texte
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, "\n")
    .replace(/\t/gu, " ")
    .replace(/[^\P{Cc}\n]|[\p{Cs}\uFFFE\uFFFF]/gu, "")
    .trim();
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}

/** The same on one line. */
export function cleanLigne(texte: string): string {
  return cleanTexte(texte).replace(/\s*\n\s*/gu, " ");
}

/** `45 000 €`, cents only where there are some; spaces are narrow and do not break. */
export function formatMontant(euros: number): string {
  const isWhole = Number.isInteger(Number(euros.toFixed(2)));
  return `${groupThousands(euros.toFixed(isWhole ? 0 : 2))}${FINE}€`;
}

/** `1 234,5`: four decimals at most. */
export function formatNombre(nombre: number): string {
  return groupThousands(String(Number(nombre.toFixed(4))));
}

/** `92 %` of a fraction; of a number typed in points, that number. */
export function formatTaux(taux: number): string {
  return `${formatNombre(Math.abs(taux) <= MOST_AS_FRACTION ? taux * 100 : taux)}${FINE}%`;
}

/** Above, a rate was typed in points: 92 means 92 %, not 9 200 %. */
const MOST_AS_FRACTION = 1.5;
const FINE = "\u202F";

function groupThousands(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, FINE);
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
