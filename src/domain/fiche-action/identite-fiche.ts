/** Begins the identity of a fiche made from the check-list: a point is told from an action that has its number. */
const POINT = "checklist:";
/** Begins that of an action whose own name begins as one of the two. */
const ACTION = "actions:";

/** The identity of the fiche of an action: its identifier, else its title. */
export function identiteOfAction(id: string): string {
  const key = identityKey(id);
  return key.startsWith(POINT) || key.startsWith(ACTION) ? `${ACTION}${id}` : id;
}

/** The identity of the fiche of a point. */
export function identiteOfPoint(id: string): string {
  return `${POINT}${id}`;
}

/** The line that a fiche was made from, as its identity says it. */
export function ligneOfIdentite(identite: string): { readonly table: "actions" | "checklist"; readonly id: string } {
  if (identite.startsWith(POINT)) return { table: "checklist", id: identite.slice(POINT.length) };
  return { table: "actions", id: identite.startsWith(ACTION) ? identite.slice(ACTION.length) : identite };
}

/** An identity, and the identifier or the title it comes from, is the same in any case. */
export function identityKey(identite: string): string {
  return identite.normalize("NFC").toLowerCase();
}
