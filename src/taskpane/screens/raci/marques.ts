import type { Classeur } from "../../../domain/classeur";
import { crossMatrice, nameFiche } from "../../../domain/raci/croisement";
import type { Matrice } from "../../../domain/raci/matrice";
import { nameActeur } from "../../../domain/raci/phrases";
import { type Constat, constatsOf, type Report } from "../../../domain/rules/report";

/** What there is to look at in an acteur, in one sign and few words; `proche`: the name that was perhaps meant. */
export interface MarqueActeur {
  readonly kind: MarqueKind;
  readonly proche: string | null;
}

type MarqueKind =
  "portage" | "surcharge" | "signataire-muet" | "sans-suppleant" | "sans-fiche" | "sans-role" | "inactif" | "instance";

/** Which sentence of which rule makes a mark. */
const MARQUES: Readonly<Record<string, MarqueKind>> = {
  "raci/charge-repartie portage": "portage",
  "raci/charge-repartie surcharge": "surcharge",
  "raci/signature-par-les-signataires sans-part": "signataire-muet",
  "raci/suppleant-du-referent sans-suppleant": "sans-suppleant",
  "raci/acteur-recense inconnu": "sans-fiche",
  "raci/acteur-recense vocabulaire": "sans-fiche",
  "raci/colonne-avec-role sans-role": "sans-role",
  "raci/colonne-avec-role plusieurs-sans-role": "sans-role",
  "raci/acteur-en-fonction inactif": "inactif",
  "raci/porteur-personne instance": "instance",
};

/** The marks of every acteur, by place: what the rules find, no more and no less. */
export function marquesOf(
  classeur: Classeur,
  { acteurs }: Matrice,
  report: Report,
): readonly (readonly MarqueActeur[])[] {
  const byName = new Map<string, MarqueActeur[]>();
  for (const constat of constatsOf(report)) {
    const kind = MARQUES[`${constat.rule} ${constat.messageId}`];
    if (kind === undefined) continue;
    const { proche } = constat.data;
    const marque = { kind, proche: typeof proche === "string" ? proche : null };
    for (const name of namesIn(constat)) byName.set(name, [...(byName.get(name) ?? []), marque]);
  }
  const croisement = crossMatrice(classeur);
  return acteurs.map((acteur, place) => {
    const fiches = croisement?.fiches[place] ?? [];
    // « ARS » that stands for six people is not marked for what one of them lacks.
    const [fiche] = fiches.length === 1 ? fiches : [];
    const names = [acteur.titre, nameActeur(acteur), ...(fiche === undefined ? [] : [nameFiche(fiche)])];
    const found = [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
    return [...new Map(found.map((marque) => [marque.kind, marque])).values()];
  });
}

function namesIn({ data: { acteur, acteurs } }: Constat): readonly string[] {
  if (typeof acteur === "string") return [acteur];
  return Array.isArray(acteurs) ? acteurs.filter((one) => typeof one === "string") : [];
}
