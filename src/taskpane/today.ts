import { toJour, type Jour } from "../domain/calendrier/jour";

/** The civil day where the referent is. */
export function today(): Jour {
  const now = new Date();
  const jour = toJour(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (jour === null) throw new Error("The clock of this machine gives no civil day.");
  return jour;
}
