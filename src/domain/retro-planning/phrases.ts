/** « 1 jour ouvré », « 12 jours ouvrés ». */
export function sayJoursOuvres(nombre: number): string {
  return nombre === 1 ? "1 jour ouvré" : `${nombre} jours ouvrés`;
}

/** « 1 autre », « 3 autres ». */
export function sayAutres(nombre: number): string {
  return nombre === 1 ? "1 autre" : `${nombre} autres`;
}

/** « D1, D2 et D3 », or « D1, D2 et 4 autres » when they are more than `shown`. */
export function sayEnumeration(noms: readonly string[], shown: number): string {
  const left = noms.length - shown;
  const words = left > 0 ? [...noms.slice(0, shown), sayAutres(left)] : noms;
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} et ${words.at(-1) ?? ""}`;
}
