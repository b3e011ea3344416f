import type { Classeur } from "../classeur";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne } from "../sheets/decode";
import { describeActeurs, findCitees } from "./citer";
import { champ, fait, finishFiche, libre, titleOf } from "./compose-fiche";
import type { FicheAction } from "./fiche-action";
import { readerOf, RIEN } from "./lire-ligne";
import { cleanLigne } from "./texte-fiche";

/**
 * The fiche of a point of the check-list: the same places, with what that line knows; its task of the schedule gives the day it begins.
 * Source: dossier métier, § 1.1 and 1.8.
 */
export function composeFicheFromPoint(classeur: Classeur, ligne: Ligne<Sheets["checklist"]>, version = 1): FicheAction {
  const { ecrit } = classeur;
  const { checklist, "retro-planning": planning } = classeur.tables;
  const lire = checklist === null ? () => RIEN : readerOf(checklist, ligne, ecrit);
  const tache = findCitees(planning, ligne.value.tache).flatMap(({ lignes }) => lignes)[0];
  const lireTache = planning === null || tache === undefined ? () => RIEN : readerOf(planning, tache, ecrit);
  const action = cleanLigne(lire("id").valeur);
  const titre = titleOf(action, lire("point"));
  const pilote = lire("porteur");
  const champs = [
    champ("titre.texte", "Titre", titre),
    libre("constat.lie", "Constat lié"),
    fait(
      "constat.origine",
      "Origine",
      ["Check-list", lire("phase").valeur, lire("rubrique").valeur].filter(Boolean).join(" ; "),
    ),
    libre("constat.texte", "Éléments chiffrés"),
    libre("objectif.intitule", "Objectif"),
    champ("objectif.axe", "Rubrique", lire("rubrique")),
    champ("objectif.priorite", "Niveau", lire("niveau")),
    libre("descriptif.type", "Nature"),
    libre("descriptif.esms", "ESMS concernés"),
    libre("descriptif.territoire", "Territoire"),
    libre("descriptif.public", "Public"),
    fait("descriptif.texte", "Étapes et modalités", titre.reste),
    champ("acteurs.pilote", "Pilote", { ...pilote, valeur: describeActeurs(classeur, pilote.valeur).join(" ; ") }),
    champ("acteurs.contributeurs", "Parties concernées", lire("parties")),
    libre("acteurs.partenaires", "Partenaires"),
    ...MOYENS.map(([cle, libelle]) => libre(cle, libelle)),
    champ("moyens.autres", "Pièce justificative", lire("piece")),
    champ("calendrier.debut", "Début", lireTache("debutAuPlusTard")),
    libre("calendrier.jalons", "Jalons"),
    champ("calendrier.fin", "Fin", lire("echeance")),
    libre("vigilance.risque", "Risque"),
    libre("vigilance.condition", "Condition suspensive"),
    champ("vigilance.commentaire", "Commentaire", lire("commentaire")),
    libre("vigilance.dependances", "Dépendances"),
    libre("bonnes-pratiques.texte", "À promouvoir"),
  ];
  return finishFiche(classeur, {
    ...{ action, titre: titre.valeur, champs, version, indicateurs: [], statut: lire("statut").valeur },
    ...{ debut: tache?.value.debutAuPlusTard ?? null, fin: ligne.value.echeance },
  });
}

const MOYENS = [
  ["moyens.cout", "Coût prévisionnel"],
  ["moyens.perenne", "dont pérenne"],
  ["moyens.nonReconductible", "dont non reconductible"],
  ["moyens.autofinance", "dont autofinancé"],
  ["moyens.financeurs", "Financeurs"],
  ["moyens.etp", "ETP mobilisés"],
] as const;
