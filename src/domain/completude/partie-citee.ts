import type { Classeur } from "../classeur";
import { type Partie, partieOfActeur, partieOfTexte } from "../cpom/partie";
import { citablesOf, citationsIn } from "../rules/citations";

/**
 * The party of who is cited in a cell: that of the acteur it names, else the one its words tell (« référent ARS »); `null`
 * when nobody is, or several parties are.
 */
export function partieReader({ tables: { acteurs } }: Classeur): (typed: unknown) => Partie | null {
  const citables = acteurs === null ? null : citablesOf(acteurs);
  const byRow = new Map(acteurs?.lignes.map((ligne) => [ligne.row, partieOfActeur(ligne)]));
  const read = (typed: unknown): Partie | null => {
    const parties = citationsIn(typed).flatMap((one) => {
      const found = citables?.find(one) ?? [];
      return found.length === 0 ? [partieOfTexte(one)] : found.map(({ row }) => byRow.get(row) ?? null);
    });
    const [first = null] = parties;
    return parties.every((one) => one === first) ? first : null;
  };
  // The same few people are cited on thousands of lines.
  const known = new Map<unknown, Partie | null>();
  return (typed) => {
    const found = known.get(typed);
    if (found !== undefined) return found;
    const partie = read(typed);
    known.set(typed, partie);
    return partie;
  };
}
