import { formatJour } from "../../calendrier/jour";
import { etudeDuClasseur } from "../../retro-planning/etude-du-classeur";
import { sayEnumeration, sayJoursOuvres } from "../../retro-planning/phrases";
import { findManque, type ManqueDeTemps } from "../../retro-planning/manque-de-temps";
import { defineRule } from "../rule";

const FORMALISATION = "3 Formalisation et signature";
const TITRES = [
  ...["ID", "Phase", "Tâche", "Type", "Durée min", "Prédécesseurs", "Contrainte", "Date de contrainte", "Début réel"],
];
const TACHES = [
  ["F1", FORMALISATION, "Rédiger le contrat", "Tâche", 10, null, null, null, null],
  ["F2", FORMALISATION, "Relire le contrat", "Tâche", 7, "F1", null, null, null],
  ["F7", FORMALISATION, "Signature", "Jalon", 1, "F2", null, null, null],
];
const ficheDe = (signature: string) => [
  ["Intitulé du CPOM", "Date de signature visée"],
  ["CPOM 2027-2031", signature],
];

export default defineRule({
  id: "planning/signature-tenable",
  severity: "error",
  title: "Le calendrier tient jusqu’à la date de signature",
  docs: {
    quoi: "Avec les durées les plus courtes de la feuille, aucune tâche n’aurait dû commencer avant aujourd’hui, et la signature tient.",
    pourquoi: "Un retard connu tôt se rattrape par une réunion de moins ; connu tard, par un avenant de prorogation.",
    corriger:
      "Si une tâche a commencé, saisissez son début réel. Sinon, calculez le rétro-planning : les leviers et leur gain y sont proposés.",
    source: "Dossier métier, § 4.10 (X-16) et § 5.4",
  },
  messages: {
    "debut-depasse": ({ taches, ...data }: DataOf<"debut-depasse">) => `${sayDepassees(taches)}. ${sayManque(data)}`,
    "fin-impossible": ({ chaine, ...data }: DataOf<"fin-impossible">) =>
      `La signature du ${formatJour(data.cible)} ne tient pas. ${sayManque(data)} Ce qui décide : ${sayEnumeration(chaine, SHOWN)}.`,
    "date-imposee": ({ tache, manque }: DataOf<"date-imposee">) =>
      `${tache} finira après la date qui lui est imposée : il manque ${sayJoursOuvres(manque)}, même au plus court.`,
    "signature-passee": ({ cible }: DataOf<"signature-passee">) =>
      `La signature était visée le ${formatJour(cible)}, et le rétro-planning ne la dit pas faite. Notez-la, ou visez un autre jour.`,
  },
  applies: (classeur) => (etudeDuClasseur(classeur)?.court?.margeMin ?? null) !== null,
  *check(classeur) {
    const found = findManque(classeur);
    if (found === null) return;
    if (found.message !== "signature-passee") yield found;
    else yield { ...found, severity: "warning", needsReview: true };
  },
  examples: [
    {
      titre: "Une signature assez loin",
      feuilles: { cpom: ficheDe("17/12/2027"), "retro-planning": [TITRES, ...TACHES] },
    },
    {
      titre: "Des dates saisies à la main, sans durées ni prédécesseurs",
      feuilles: {
        cpom: ficheDe("30/11/2026"),
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Durée min", "Début au plus tard", "Fin au plus tard"],
          ["D8", "1 Diagnostic", "Rédiger le diagnostic", null, "05/10/2026", "20/10/2026"],
          ["D9", "1 Diagnostic", "Valider le diagnostic", null, "21/10/2026", "15/12/2026"],
        ],
      },
    },
    {
      titre: "Deux tâches qui auraient dû commencer",
      feuilles: { cpom: ficheDe("27/11/2026"), "retro-planning": [TITRES, ...TACHES] },
      attendu: [["debut-depasse", "retro-planning!2.tache"]],
    },
    {
      titre: "Une tâche commencée, et trop peu de jours pour la suite",
      feuilles: {
        cpom: ficheDe("09/12/2026"),
        "retro-planning": [
          TITRES,
          ["F1", FORMALISATION, "Rédiger le contrat", "Tâche", 10, null, null, null, "20/11/2026"],
          ...TACHES.slice(1),
        ],
      },
      attendu: [["fin-impossible", "retro-planning!2.tache"]],
    },
    {
      titre: "Une date imposée trop proche, une signature qui tient",
      feuilles: {
        cpom: ficheDe("17/12/2027"),
        "retro-planning": [
          TITRES,
          ["F1", FORMALISATION, "Rédiger le contrat", "Tâche", 10, null, "Au plus tard le", "27/11/2026", null],
          ...TACHES.slice(1),
        ],
      },
      attendu: [["date-imposee", "retro-planning!2.dateContrainte"]],
    },
    {
      titre: "Une date de signature passée",
      feuilles: { cpom: ficheDe("30/10/2026"), "retro-planning": [TITRES, ...TACHES] },
      attendu: [["signature-passee", "cpom!2.dateSignature"]],
    },
  ],
});

type DataOf<M extends ManqueDeTemps["message"]> = Extract<ManqueDeTemps, { readonly message: M }>["data"];

const SHOWN = 4;

function sayDepassees(taches: DataOf<"debut-depasse">["taches"]): string {
  const noms = taches.map(({ nom, debut }) => `${nom} (${formatJour(debut)})`);
  const [only] = taches;
  return taches.length === 1 && only !== undefined
    ? `${only.nom} aurait dû commencer le ${formatJour(only.debut)}`
    : `${taches.length} tâches auraient dû commencer : ${sayEnumeration(noms, SHOWN)}`;
}

function sayManque({ manque, cible, auPlusTot, isParDefaut }: Omit<DataOf<"fin-impossible">, "chaine">): string {
  const origine = isParDefaut ? ", compté depuis la fin du contrat en cours" : "";
  return `Il manque ${sayJoursOuvres(manque)} pour signer le ${formatJour(cible)}${origine} : au plus tôt, ce sera le ${formatJour(auPlusTot)}.`;
}
