import type { Classeur } from "../../domain/classeur";
import { attributeFiches, digestTitre, identiteDeLigne } from "../../domain/fiche-action/attribution";
import type { FicheRetenue } from "../../domain/fiche-action/fusion";
import { retenueOfFiche } from "../../domain/fiche-action/fiches-retenues";
import { identiteOfAction, identiteOfPoint, identityKey } from "../../domain/fiche-action/identite-fiche";
import { readMemoire } from "../memoire";
import type { Snapshot } from "../ports/workbook";
import type { FicheVoulue } from "./fiches-voulues";
import { type FicheLue, readFiches } from "./read-fiche";

/** A fiche that stands in the workbook, with what is kept of it. */
export interface FicheGardee {
  readonly identite: string;
  readonly lue: FicheLue;
  readonly retenue: FicheRetenue | null;
}

/** The fiches of a workbook, and the lines that they are of. */
export interface FichesDuClasseur {
  readonly toutes: readonly FicheGardee[];
  /** The fiche of a line, by the identity that a new one would have. */
  readonly ofLigne: (identite: string) => FicheGardee | null;
  /** Those that were generated last for a line of that name, its own or not. */
  readonly ofNumero: (identite: string) => readonly FicheGardee[];
}

/** Reads the fiches that stand in a workbook, and gives each to its line. */
export function readFichesDuClasseur(snapshot: Snapshot, { tables }: Classeur): FichesDuClasseur {
  const retenues = readMemoire(snapshot.memory).fiches;
  const toutes = readFiches(snapshot).map((lue): FicheGardee => {
    return { identite: lue.identite, lue, retenue: retenueOfFiche(retenues, lue.identite) };
  });
  const { actions, checklist } = tables;
  const ofActions = actions === null ? [] : attributeFiches(actions, toutes);
  const ofPoints = checklist === null ? [] : attributeFiches(checklist, toutes);
  const byLigne = new Map([
    ...ofActions.map(({ id, fiche }) => [identityKey(identiteOfAction(id)), fiche] as const),
    ...ofPoints.map(({ id, fiche }) => [identityKey(identiteOfPoint(id)), fiche] as const),
  ]);
  const numeros = new Map(toutes.map((one) => [one, identityKey(identiteDeLigne(one))]));
  return {
    toutes,
    ofLigne: (identite) => byLigne.get(identityKey(identite)) ?? null,
    ofNumero: (identite) => toutes.filter((one) => numeros.get(one) === identityKey(identite)),
  };
}

/** What is kept of a fiche, with what tells its line should it have another number one day, or since. */
export function withLigne(
  retenue: FicheRetenue,
  borne: string,
  { identite, titre }: Pick<FicheVoulue, "identite" | "titre">,
): FicheRetenue {
  const isOther = identityKey(borne) !== identityKey(identite);
  return { ...retenue, titre: digestTitre(titre), ligne: isOther ? identite : undefined };
}
