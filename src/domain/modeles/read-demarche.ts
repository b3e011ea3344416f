import type { Classeur } from "../classeur";
import { type Demarche, DEMARCHE_USUELLE } from "./demarche";

/** The démarche as the fiche signalétique of the workbook says it; what it does not say is as usual. */
export function readDemarche(classeur: Classeur): Demarche {
  const cpom = classeur.tables.cpom?.lignes[0]?.value;
  if (cpom === undefined) return DEMARCHE_USUELLE;
  const { profil, regime, financeurs, departements, contratPrecedent } = cpom;
  const isArsAlone = financeurs !== null && !financeurs.includes("Département");
  return {
    profil: profil === null || profil === "Personnalisé" ? DEMARCHE_USUELLE.profil : profil,
    regime: regime ?? DEMARCHE_USUELLE.regime,
    departements: isArsAlone ? [] : departements,
    isRenouvellement: contratPrecedent !== "Aucun",
  };
}
