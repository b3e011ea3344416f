import { formatJour, toJour, type Jour } from "../../calendrier/jour";
import type { Classeur } from "../../classeur";
import { isSoumisEprd } from "../../modeles/demarche";
import { readDemarche } from "../../modeles/read-demarche";
import { readParametres } from "../../parametres";
import { isTerminee, nameTache } from "../../retro-planning/etat-tache";
import { etudeDuClasseur } from "../../retro-planning/etude-du-classeur";
import { idOfTache } from "../../retro-planning/read-demande";
import { placeOf } from "../../sheets/decode";
import type { Place } from "../../sheets/grid";
import { defineRule } from "../rule";

const FICHE = [
  ["Intitulé du CPOM", "Date de signature visée", "Date d’effet visée"],
  ["CPOM 2028-2032", "17/12/2027", "01/01/2028"],
];

export default defineRule({
  id: "planning/activite-figee",
  severity: "advice",
  title: "La négociation s’achève avant l’annexe activité",
  docs: {
    quoi: "La dernière tâche de la négociation finit au plus tard le 31 octobre de l’année qui précède l’exercice, jour de l’annexe activité.",
    pourquoi:
      "Après ce jour, la capacité et les objectifs d’activité du premier exercice sont déposés : le contrat arrive trop tard pour les fixer.",
    corriger:
      "Avancez la signature, ou arrêtez la capacité et les objectifs d’activité avant le reste de la négociation.",
    source: "Dossier métier, § 3.3 et § 5.5 (A5)",
  },
  messages: {
    "apres-annexe": ({ tache, fin, limite }: Omit<FinNegociation, "at"> & { limite: Jour }) =>
      `${tache} finit le ${formatJour(fin)}, après l’annexe activité du ${formatJour(limite)}. Figez avant les objectifs d’activité.`,
  },
  applies: (classeur) => limiteActivite(classeur) !== null && finNegociation(classeur) !== null,
  *check(classeur) {
    const limite = limiteActivite(classeur);
    const fin = finNegociation(classeur);
    if (limite === null || fin === null || fin.fin <= limite) return;
    const { at, ...data } = fin;
    yield { message: "apres-annexe", data: { ...data, limite }, at, needsReview: true };
  },
  examples: [
    {
      titre: "Une négociation close mi-octobre",
      feuilles: {
        cpom: FICHE,
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Durée min", "Début au plus tard", "Fin au plus tard"],
          ["N11", "2 Négociation", "Valider le relevé de décisions", 4, "13/10/2027", "18/10/2027"],
        ],
      },
    },
    {
      titre: "Une négociation close en novembre",
      feuilles: {
        cpom: FICHE,
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Durée min", "Début au plus tard", "Fin au plus tard"],
          ["N10", "2 Négociation", "COPIL de clôture", 1, "03/11/2027", "03/11/2027"],
          ["N11", "2 Négociation", "Valider le relevé de décisions", 4, "04/11/2027", "09/11/2027"],
        ],
      },
      attendu: [["apres-annexe", "retro-planning!3.finAuPlusTard"]],
    },
  ],
});

interface FinNegociation {
  readonly tache: string;
  readonly fin: Jour;
  readonly at: Place | null;
}

/** `null` where no such annexe is due, when the contract does not take effect with the exercice, and once the day is past. */
function limiteActivite(classeur: Classeur): Jour | null {
  const cpom = classeur.tables.cpom?.lignes[0]?.value;
  if (cpom === undefined) return null;
  const { dateSignature: signature, eprd } = cpom;
  const isSoumis = eprd === null ? isSoumisEprd(readDemarche(classeur).regime) : eprd === "Oui";
  if (signature === null || !isSoumis) return null;
  const effet = cpom.dateEffet ?? toJour(Number(signature.slice(0, 4)) + 1, 1, 1);
  if (effet?.slice(5) !== "01-01" || effet < signature) return null;
  const { mois, quantieme } = readParametres(classeur)["contrat.annexe-activite"];
  const limite = toJour(Number(effet.slice(0, 4)) - 1, mois, quantieme);
  return limite === null || limite < classeur.today ? null : limite;
}

/** The last task of the negotiation, at the latest: as the sheet says, else as calculated. `null` once it is finished. */
function finNegociation(classeur: Classeur): FinNegociation | null {
  const table = classeur.tables["retro-planning"];
  const calculated = new Map(etudeDuClasseur(classeur)?.court?.taches.map((one) => [one.id, one.finAuPlusTard]) ?? []);
  const found = (table?.lignes ?? []).flatMap((ligne) => {
    const { phase, statut, finAuPlusTard, finAuPlusTot } = ligne.value;
    if (table === null || phase !== "2 Négociation" || statut === "Annulée" || isTerminee(ligne.value)) return [];
    const fin = finAuPlusTard ?? finAuPlusTot ?? calculated.get(idOfTache(ligne)) ?? null;
    return fin === null ? [] : [{ tache: nameTache(ligne), fin, at: placeOf(table, ligne.row, "finAuPlusTard") }];
  });
  return found.reduce<FinNegociation | null>((last, one) => (last === null || one.fin > last.fin ? one : last), null);
}
