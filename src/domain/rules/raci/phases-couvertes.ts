import { readMatrice } from "../../raci/matrice";
import { activitesByPhase, PHASES_RACI } from "../../raci/phases";
import { headerOf, placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "OG-REF"];

/** A matrix of one phase is a matrix of that phase. */
const FEWEST_PHASES = 2;

export default defineRule({
  id: "raci/phases-couvertes",
  severity: "warning",
  title: "Chaque phase de la démarche a ses activités",
  docs: {
    quoi: "Une matrice qui va de phase en phase a au moins une activité dans chacune, des préalables au suivi.",
    pourquoi: "Une phase oubliée commence sans que personne sache qui la conduit.",
    corriger: "Ajoutez les activités de la phase qui manque, ou vérifiez la phase des autres.",
    source: "Dossier métier, § 2.2 (RACI-21)",
  },
  messages: {
    "sans-activite": ({ phases }: { phases: readonly string[] }) =>
      phases.length === 1
        ? `Aucune activité pour la phase ${phases.join("")}. Ajoutez celles qui la composent.`
        : `Aucune activité pour les phases ${phases.join(", ")}. Ajoutez celles qui les composent.`,
  },
  applies: (classeur) => {
    const matrice = readMatrice(classeur);
    return matrice !== null && (activitesByPhase(matrice)?.size ?? 0) >= FEWEST_PHASES;
  },
  *check(classeur) {
    const matrice = readMatrice(classeur);
    const phases = matrice === null ? null : activitesByPhase(matrice);
    if (matrice === null || phases === null || phases.size < FEWEST_PHASES) return;
    const missing = PHASES_RACI.filter((phase) => !phases.has(phase));
    if (missing.length === 0) return;
    const { table } = matrice;
    const last = table.lignes.at(-1);
    const at = last === undefined ? headerOf(table) : placeOf(table, last.row, "phase");
    yield { message: "sans-activite", data: { phases: missing }, at };
  },
  examples: [
    {
      titre: "Des préalables au suivi",
      feuilles: { raci: [TITRES, ...lines("Préalables", "Diagnostic", "Négociation", "Formalisation", "Suivi")] },
    },
    {
      titre: "La matrice d’une seule phase",
      feuilles: { raci: [TITRES, ...lines("Diagnostic", "Diagnostic")] },
    },
    {
      titre: "Rien après la signature",
      feuilles: { raci: [TITRES, ...lines("Préalables", "Diagnostic", "Négociation", "Formalisation")] },
      attendu: [["sans-activite", "raci!5.phase"]],
    },
  ],
});

function lines(...phases: readonly string[]) {
  return phases.map((phase, index) => [`A0${index + 1}`, "Conduire la phase", phase, "R", "A"]);
}
