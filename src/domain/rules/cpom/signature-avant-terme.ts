import { addMois, formatJour, type Jour } from "../../calendrier/jour";
import { etudeDuClasseur } from "../../retro-planning/etude-du-classeur";
import { readRenouvellement } from "../../retro-planning/renouvellement";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "cpom/signature-avant-terme",
  severity: "warning",
  title: "Le nouveau contrat est signé avant la fin du contrat en cours",
  docs: {
    quoi: "La signature, visée ou possible au plus tôt, précède la fin du contrat en cours, prorogation comprise.",
    pourquoi:
      "La loi demande d’ouvrir la négociation six mois avant le terme ; la démarche en dure neuf à dix. Ouverte le dernier jour légal, elle finit trois à quatre mois après le terme.",
    corriger:
      "Ouvrez la négociation plus tôt, passez à la formule resserrée, ou proposez un avenant de prorogation et notez-le dans la fiche signalétique.",
    source: "Dossier métier, § 3.1 et § 5.5 (constat important)",
  },
  messages: {
    "signature-apres-terme": ({ signature, echeance }: { signature: Jour; echeance: Jour }) =>
      `Signature visée le ${formatJour(signature)}, après la fin du contrat en cours (${formatJour(echeance)}) : prévoyez un avenant de prorogation.`,
    "au-plus-tot-apres-terme": ({ signature, echeance }: { signature: Jour; echeance: Jour }) =>
      `La signature ne peut venir qu’au ${formatJour(signature)}, après la fin du contrat en cours (${formatJour(echeance)}) : proposez un avenant de prorogation.`,
    "dernier-jour-legal": ({ limite, fin, echeance, depart }: DernierJour) =>
      `Ouverte le dernier jour légal (${formatJour(limite)}), la négociation finirait vers le ${formatJour(fin)}, après le contrat en cours (${formatJour(echeance)}). Partez avant le ${formatJour(depart)}, ou proposez un avenant de prorogation.`,
  },
  applies: (classeur) => readRenouvellement(classeur) !== null,
  *check(classeur) {
    const { cpom } = classeur.tables;
    const fiche = cpom?.lignes[0];
    const renouvellement = readRenouvellement(classeur);
    if (cpom === null || fiche === undefined || renouvellement === null) return;
    const { echeance, limite, moisDeDemarche, situation, negociation, colonne } = renouvellement;
    const signature = fiche.value.dateSignature;
    if (signature !== null && signature > echeance) {
      const at = placeOf(cpom, fiche.row, "dateSignature");
      yield { message: "signature-apres-terme", data: { signature, echeance }, at };
      return;
    }
    const at = placeOf(cpom, fiche.row, colonne);
    const auPlusTot = etudeDuClasseur(classeur)?.court?.cibleAuPlusTot ?? null;
    if (auPlusTot !== null && auPlusTot > echeance) {
      const data = { signature: auPlusTot, echeance };
      yield { message: "au-plus-tot-apres-terme", data, at, severity: "advice" };
      return;
    }
    const fin = addMois(limite, moisDeDemarche);
    if (situation !== "renouvellement" || negociation === "ouverte" || fin <= echeance) return;
    const data = { limite, fin, echeance, depart: addMois(echeance, -moisDeDemarche) };
    yield { message: "dernier-jour-legal", data, at, severity: "advice" };
  },
  examples: [
    {
      titre: "Un contrat qui finit dans deux ans",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent", "Date de signature visée"],
          ["CPOM 2029-2033", "31/12/2028", "30/11/2028"],
        ],
      },
    },
    {
      titre: "Un contrat qui finit dans onze mois, une démarche à ouvrir",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent", "Date de signature visée"],
          ["CPOM 2028-2032", "31/10/2027", "30/09/2027"],
        ],
      },
      attendu: [["dernier-jour-legal", "cpom!2.echeancePrecedente"]],
    },
    {
      titre: "Une signature visée après la fin du contrat",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent", "Date de signature visée"],
          ["CPOM 2028-2032", "31/10/2027", "17/12/2027"],
        ],
      },
      attendu: [["signature-apres-terme", "cpom!2.dateSignature"]],
    },
    {
      titre: "Trop de travail avant la fin du contrat",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent", "Date de signature visée"],
          ["CPOM 2028-2032", "31/12/2026", "17/12/2026"],
        ],
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Type", "Durée min", "Prédécesseurs", "Statut"],
          ["N9", "2 Négociation", "Stabiliser les fiches actions", "Tâche", 40, null, "En cours"],
          ["F7", "3 Formalisation et signature", "Signature", "Jalon", 1, "N9", "À venir"],
        ],
      },
      attendu: [["au-plus-tot-apres-terme", "cpom!2.echeancePrecedente"]],
    },
  ],
});

interface DernierJour {
  readonly limite: Jour;
  readonly fin: Jour;
  readonly echeance: Jour;
  /** Day after which the démarche ends after the contract. */
  readonly depart: Jour;
}
