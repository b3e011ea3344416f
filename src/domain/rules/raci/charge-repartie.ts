import { readParametres } from "../../parametres";
import { countLettres, repartiesOf } from "../../raci/lecture";
import { readMatrice } from "../../raci/matrice";
import { nameActeur, sayPart } from "../../raci/phrases";
import { type ConventionRaci, MOTS_DE_ROLE } from "../../raci/role";
import { headerOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF"];

/** Of two acteurs one always carries half of everything. */
const FEWEST_ACTEURS = 3;

export default defineRule({
  id: "raci/charge-repartie",
  severity: "warning",
  title: "La charge est répartie entre les acteurs",
  docs: {
    quoi: "Aucun acteur ne porte plus de la moitié des activités, ni ne porte ou ne fait plus des trois quarts ; les seuils sont dans les réglages.",
    pourquoi: "L’absence de celui qui porte tout arrête la démarche ; celui qui est partout n’a de temps nulle part.",
    corriger: "Confiez une partie de ses activités à un autre acteur, ou gardez la raison de ce choix.",
    source: "Dossier métier, § 2.2 (RACI-10 et RACI-11)",
  },
  messages: {
    portage: ({ acteur, nombre, total }: Charge) =>
      `${acteur} porte ${sayPart(nombre, total)} : risque de goulet d’étranglement. Confiez-en à d’autres.`,
    surcharge: ({ acteur, nombre, total, convention }: Charge) =>
      `${acteur} est ${sayActif(convention)} sur ${sayPart(nombre, total)}. Vérifiez qu’il en a le temps.`,
  },
  applies: (classeur) => {
    const matrice = readMatrice(classeur);
    return matrice !== null && matrice.acteurs.length >= FEWEST_ACTEURS && repartiesOf(matrice).length > 0;
  },
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const parametres = readParametres(classeur);
    const total = matrice.activites.length;
    const comptes = countLettres(matrice).acteurs;
    const fewest = parametres["raci.portage-minimal"];
    const { value: convention, source } = matrice.convention;
    const porteur = convention === "Internationale" ? "A" : "R";
    for (const [place, acteur] of matrice.acteurs.entries()) {
      const { [porteur]: portage, actif: charge } = comptes[place] ?? AUCUN;
      const at = acteur.at ?? headerOf(matrice.table);
      const data = { acteur: nameActeur(acteur), total, convention };
      const isNeck = convention !== null && portage >= fewest && portage / total > parametres["raci.portage-maximal"];
      if (isNeck) {
        yield { message: "portage", data: { ...data, nombre: portage }, at, needsReview: source === "statistique" };
      }
      // What he carries says it already when it is enough to overload him.
      if (isNeck && portage / total > parametres["raci.charge-maximale"]) continue;
      if (charge < fewest || charge / total <= parametres["raci.charge-maximale"]) continue;
      yield { message: "surcharge", data: { ...data, nombre: charge }, at };
    }
  },
  examples: [
    {
      titre: "Chacun porte sa part",
      feuilles: matrice("R A C", "R C A", "A R C", "C R A", "C A R", "A C R"),
    },
    {
      titre: "Le référent de l’ARS porte cinq activités sur huit",
      feuilles: matrice("R A C", "R C A", "R A C", "R C A", "R A C", "C R A", "C A R", "I A R"),
      attendu: [["portage", "Matrice RACI!D1"]],
    },
    {
      titre: "Le référent du gestionnaire porte ou fait tout",
      feuilles: matrice("R C A", "R C A", "C R A", "C R A", "C I R/A", "I C R/A"),
      attendu: [["surcharge", "Matrice RACI!F1"]],
    },
  ],
});

interface Charge {
  readonly acteur: string;
  readonly nombre: number;
  readonly total: number;
  readonly convention: ConventionRaci | null;
}

const AUCUN = { R: 0, A: 0, actif: 0 } as const;

/** « Responsable ou Acteur ». */
function sayActif(convention: ConventionRaci | null): string {
  if (convention === null) return "R ou A";
  return `${MOTS_DE_ROLE[convention].porteur} ou ${MOTS_DE_ROLE[convention].executant}`;
}

function matrice(...lettres: readonly string[]) {
  return {
    cpom: [
      ["Intitulé du CPOM", "Convention RACI"],
      ["CPOM 2028-2032", "ANAP"],
    ],
    raci: [TITRES, ...lettres.map((line, index) => [`A0${index + 1}`, "Rédiger", "Formalisation", ...line.split(" ")])],
  };
}
