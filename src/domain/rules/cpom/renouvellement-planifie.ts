import { formatJour, type Jour } from "../../calendrier/jour";
import type { Classeur } from "../../classeur";
import { readRenouvellement } from "../../retro-planning/renouvellement";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "cpom/renouvellement-planifie",
  severity: "warning",
  title: "Le renouvellement a son calendrier un an avant la fin du contrat",
  docs: {
    quoi: "Douze mois avant la fin du contrat en cours, huit dans la formule resserrée, le rétro-planning du suivant a des dates.",
    pourquoi: "La démarche dure neuf à dix mois : commencée plus tard, elle finit après le contrat en cours.",
    corriger: "Calculez le rétro-planning depuis la date de signature visée, et faites-le accepter par les parties.",
    source: "Dossier métier, § 4.10 (X-18) et § 5.5 (A3)",
  },
  messages: {
    "sans-planning": ({ echeance, mois }: Data) =>
      `Le contrat en cours finit le ${formatJour(echeance)}, dans moins de ${mois} mois, et rien ne planifie son renouvellement.`,
    "sans-dates": ({ echeance, mois }: Data) =>
      `Le contrat en cours finit le ${formatJour(echeance)}, dans moins de ${mois} mois : calculez le rétro-planning, encore sans dates.`,
  },
  applies: (classeur) => readRenouvellement(classeur) !== null,
  *check(classeur) {
    const { cpom, "retro-planning": planning } = classeur.tables;
    const renouvellement = readRenouvellement(classeur);
    const row = cpom?.lignes[0]?.row;
    // Past the limit, cpom/renouvellement-ouvert tells.
    if (cpom === null || row === undefined || renouvellement?.situation !== "renouvellement") return;
    if (hasDates(classeur)) return;
    const { echeance, moisDePreparation: mois, colonne } = renouvellement;
    const message = (planning?.lignes.length ?? 0) === 0 ? "sans-planning" : "sans-dates";
    yield { message, data: { echeance, mois }, at: placeOf(cpom, row, colonne) };
  },
  examples: [
    {
      titre: "Un contrat qui finit dans dix mois, un rétro-planning daté",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent", "Date de signature visée", "Date d’effet visée"],
          ["CPOM 2027-2031", "30/09/2027", "31/08/2027", "01/10/2027"],
        ],
        "retro-planning": [
          ["ID", "Tâche", "Début au plus tard", "Fin au plus tard"],
          ["D1", "Réunion de lancement", "12/01/2027", "12/01/2027"],
        ],
      },
    },
    {
      titre: "Un contrat qui finit dans dix mois, et aucun planning",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent"],
          ["CPOM 2028-2032", "30/09/2027"],
        ],
      },
      attendu: [["sans-planning", "cpom!2.echeancePrecedente"]],
    },
    {
      titre: "Une prorogation qui finit dans huit mois, des tâches sans dates",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent", "Prorogation en cours", "Fin de prorogation"],
          ["CPOM 2028-2032", "30/09/2026", "Oui", "31/07/2027"],
        ],
        "retro-planning": [
          ["ID", "Tâche", "Durée min"],
          ["D1", "Réunion de lancement", 1],
        ],
      },
      attendu: [["sans-dates", "cpom!2.finProrogation"]],
    },
  ],
});

interface Data {
  readonly echeance: Jour;
  readonly mois: number;
}

/** Some task is planned or has taken place. */
function hasDates({ tables }: Classeur): boolean {
  return (tables["retro-planning"]?.lignes ?? []).some(
    ({ value }) => (value.debutAuPlusTard ?? value.finAuPlusTard ?? value.debutReel ?? value.finReelle) !== null,
  );
}
