import { ETATS, type EtatAction } from "../suivi/etat-action";
import type { ChampFiche } from "./fiche-action";
import { digestTexte, type FicheRetenue } from "./fusion";

/** A fiche that stands in the workbook, with what is kept of its last generation. */
export interface FicheEnPlace {
  readonly identite: string;
  readonly retenue: FicheRetenue;
  /** What stands in one of its places, named as `ChampFiche.cle`; `null` where she took it away. */
  readonly lire: (cle: string) => string | null;
}

/**
 * What the workbook says otherwise than the fiche since it was generated, by label, an indicator told once: what a new generation would
 * write, or ask. Where the fiche says the same already, or where she took the place away, there is nothing to generate.
 * Source: dossier métier, § 4.10.
 */
export function listChangements(
  champs: readonly Pick<ChampFiche, "cle" | "libelle" | "valeur">[],
  { retenue, lire }: FicheEnPlace,
): readonly string[] {
  const { champs: bases, reprises = {} } = retenue;
  const isChanged = (cle: string, valeur: string): boolean => {
    const base = bases[cle] ?? "";
    const wanted = digestTexte(valeur);
    if (wanted === base || wanted === reprises[cle]) return false;
    const sienne = lire(cle);
    return sienne === null ? base === "" : sienne !== valeur;
  };
  const known = new Set(champs.map(({ cle }) => cle));
  const gone = Object.keys(bases).filter((cle) => cle.startsWith(INDICATEURS) && !known.has(cle));
  return [
    ...new Set([
      ...champs.filter(({ cle, valeur }) => isChanged(cle, valeur)).map(({ cle, libelle }) => nameChamp(cle, libelle)),
      ...gone.filter((cle) => isChanged(cle, "")).map((cle) => nameChamp(cle, cle)),
    ]),
  ];
}

const INDICATEURS = "indicateurs.";

function nameChamp(cle: string, libelle: string): string {
  return cle.startsWith(INDICATEURS) ? `Indicateur ${cle.slice(INDICATEURS.length, cle.lastIndexOf("."))}` : libelle;
}

/** Where the action was at the last generation of its fiche; `null` when the workbook did not say. */
export function etatRetenu({ champs }: FicheRetenue): EtatAction | null {
  const digest = champs["pied.statut"];
  return ETATS.find((etat) => digestTexte(etat) === digest) ?? null;
}
