import { formatJour, type Jour } from "../../calendrier/jour";
import { driftOfDates } from "../../retro-planning/ecart-du-calcul";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const FORMALISATION = "3 Formalisation et signature";

const CALCUL = {
  ...{ signature: "2027-12-17", zones: null, sansNeutralisation: false, profil: null, scenario: "court" },
};

export default defineRule({
  id: "planning/dates-a-jour",
  severity: "warning",
  title: "Les dates calculées de la feuille sont à jour",
  docs: {
    quoi: "Les dates au plus tard écrites par le dernier calcul sont encore celles que le même calcul donnerait.",
    pourquoi:
      "Une durée, un prédécesseur ou un jour férié a changé depuis : la feuille annonce des dates qui ne sont plus vraies.",
    corriger:
      "Recalculez le rétro-planning. Si une date a été déplacée à dessein, posez-la comme contrainte : le calcul en tiendra compte.",
    source: "Dossier métier, § 5.4",
  },
  messages: {
    ecart: ({ nombre, tache, titre, ecrite, calculee }: Data) =>
      `${nombre === 1 ? "1 tâche n’a" : `${nombre} tâches n’ont`} plus les dates du calcul : ${tache}, ${titre}, ${sayJour(ecrite)} au lieu du ${formatJour(calculee)}. Recalculez.`,
    "autre-signature": ({ calculee, visee }: { calculee: Jour; visee: Jour }) =>
      `Dates calculées pour une signature le ${formatJour(calculee)} ; la fiche signalétique vise le ${formatJour(visee)}. Recalculez.`,
  },
  applies: ({ calcul, tables }) => calcul !== null && (tables["retro-planning"]?.lignes.length ?? 0) > 0,
  *check(classeur) {
    const { calcul, tables } = classeur;
    const table = tables["retro-planning"];
    if (calcul === null || table === null) return;
    const visee = tables.cpom?.lignes[0]?.value.dateSignature ?? null;
    if (tables.cpom !== null && visee !== null && visee !== calcul.signature) {
      const at = placeOf(tables.cpom, tables.cpom.lignes[0]?.row ?? 1, "dateSignature");
      yield { message: "autre-signature", data: { calculee: calcul.signature, visee }, at, needsReview: true };
    }
    const ecarts = driftOfDates(classeur, calcul);
    const [first] = ecarts;
    if (first === undefined) return;
    const { row, colonne, ...ecart } = first;
    const nombre = new Set(ecarts.map((one) => one.row)).size;
    const data = { ...ecart, nombre, titre: table.titles[colonne] };
    yield { message: "ecart", data, at: placeOf(table, row, colonne) };
  },
  examples: [
    {
      titre: "Des dates saisies à la main, que le complément n’a pas calculées",
      feuilles: {
        "retro-planning": [
          ["ID", "Tâche", "Durée min", "Prédécesseurs", "Début au plus tard", "Fin au plus tard"],
          ["F1", "Rédiger le contrat", 10, null, "01/11/2027", "12/11/2027"],
        ],
      },
    },
    {
      titre: "Des dates calculées, et une durée allongée depuis",
      calcul: CALCUL,
      feuilles: {
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Type", "Durée min", "Prédécesseurs", "Début au plus tard", "Fin au plus tard"],
          ["F1", FORMALISATION, "Rédiger le contrat", "Tâche", 12, null, "02/12/2027", "15/12/2027"],
          ["F6", FORMALISATION, "Circuit de signature", "Tâche", 1, "F1", "16/12/2027", "16/12/2027"],
          ["F7", FORMALISATION, "Signature", "Jalon", 1, "F6", "17/12/2027", "17/12/2027"],
        ],
      },
      attendu: [["ecart", "retro-planning!2.debutAuPlusTard"]],
    },
    {
      titre: "Une date de signature changée dans la fiche signalétique",
      calcul: CALCUL,
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Date de signature visée"],
          ["CPOM 2028-2032", "16/12/2027"],
        ],
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Type", "Durée min", "Début au plus tard", "Fin au plus tard"],
          ["F7", FORMALISATION, "Signature", "Jalon", 1, "17/12/2027", "17/12/2027"],
        ],
      },
      attendu: [["autre-signature", "cpom!2.dateSignature"]],
    },
  ],
});

interface Data {
  readonly nombre: number;
  readonly tache: string;
  /** What the referent calls the column. */
  readonly titre: string;
  /** `null`: the cell is empty. */
  readonly ecrite: Jour | null;
  readonly calculee: Jour;
}

function sayJour(day: Jour | null): string {
  return day === null ? "sans date" : formatJour(day);
}
