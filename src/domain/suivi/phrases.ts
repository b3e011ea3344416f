/** How figures are written in the sentences and sheets of the follow-up. */

/** « 45 % », from a share; whole points. */
export function formatPart(part: number): string {
  return `${Math.round(part * 100)}\u00a0%`;
}

/** « 120 000 € », « 1 250,50 € ». */
export function formatMontant(euros: number): string {
  // Cents are two.
  return `${formatNombre(euros).replace(/,\d$/, "$&0")}\u00a0€`;
}

/** « 2,5 », « 1 200 »; two decimals at most. */
export function formatNombre(nombre: number): string {
  const rounded = Math.round(Math.abs(nombre) * 100) / 100;
  const [whole = "0", decimals] = String(rounded).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, "\u00a0");
  const sign = nombre < 0 && rounded > 0 ? "-" : "";
  return `${sign}${grouped}${decimals === undefined ? "" : `,${decimals}`}`;
}

/** A value of an indicator in its unit: « 92 % », « 12 jours », « 4 ». */
export function formatValeur(valeur: number, unite: string | null): string {
  if (unite === "%") return `${formatNombre(valeur * 100)}\u00a0%`;
  if (unite === "€") return formatMontant(valeur);
  return unite === "jours" || unite === "ETP" ? `${formatNombre(valeur)}\u00a0${unite}` : formatNombre(valeur);
}
