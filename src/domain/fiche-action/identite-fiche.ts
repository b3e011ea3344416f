/** Begins the identity of a fiche made from the check-list: a point is told from an action that has its number. */
const POINT = "checklist:";

/** The identity of the fiche of a point; that of an action is its identifier. */
export function identiteOfPoint(id: string): string {
  return `${POINT}${id}`;
}

/** The line that a fiche was made from, as its identity says it. */
export function ligneOfIdentite(identite: string): { readonly table: "actions" | "checklist"; readonly id: string } {
  const isPoint = identite.startsWith(POINT);
  return isPoint ? { table: "checklist", id: identite.slice(POINT.length) } : { table: "actions", id: identite };
}

/** An identity, and the identifier or the title it comes from, is the same in any case. */
export function identityKey(identite: string): string {
  return identite.normalize("NFC").toLowerCase();
}
