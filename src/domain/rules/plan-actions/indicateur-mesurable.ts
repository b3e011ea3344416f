import { placeOf } from "../../sheets/decode";
import { describeLigne, WHOLE_COLUMN } from "../empty-cells";
import { findUsage } from "../indicateurs-utilises";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/indicateur-mesurable",
  severity: "warning",
  title: "Chaque indicateur part d’une valeur et va vers une cible",
  docs: {
    quoi: "Chaque indicateur retenu a une valeur de départ et une cible finale.",
    pourquoi: "Sans point de départ ni cible, le taux d’atteinte ne se calcule pas et le bilan se discute.",
    corriger: "Saisissez les deux valeurs dans l’unité de la ligne. Supprimez les indicateurs que vous ne retenez pas.",
    source: "Dossier métier, § 1.1 (N06), § 1.5 et § 4.10 (X-07)",
  },
  messages: {
    "sans-valeur": ({ indicateur, manque }: { indicateur: string; manque: readonly string[] }) =>
      `${indicateur} : ${manque.join(" et ").toLowerCase()} à renseigner.`,
    "aucune-valeur": ({ indicateurs, manque }: { indicateurs: number; manque: readonly string[] }) =>
      `${indicateurs} indicateurs : ${manque.join(" et ").toLowerCase()} à renseigner sur chaque ligne retenue.`,
  },
  applies: ({ tables: { indicateurs } }) =>
    indicateurs?.lignes.some(({ state }) => state.valeurDepart !== "absent" || state.cibleFinale !== "absent") === true,
  *check(classeur) {
    const { indicateurs } = classeur.tables;
    if (indicateurs === null) return;
    const usage = findUsage(classeur);
    const found = indicateurs.lignes.flatMap((ligne) => {
      if (usage.isSpare(ligne)) return [];
      const empty = (["valeurDepart", "cibleFinale"] as const).filter((name) => ligne.state[name] === "empty");
      const [first] = empty;
      return first === undefined ? [] : [{ ligne, first, manque: empty.map((name) => indicateurs.titles[name]) }];
    });
    const [one] = found;
    if (one !== undefined && found.length >= WHOLE_COLUMN && found.every(({ manque }) => manque.length === 2)) {
      const at = placeOf(indicateurs, one.ligne.row, one.first);
      yield { message: "aucune-valeur", data: { indicateurs: found.length, manque: one.manque }, at };
      return;
    }
    for (const { ligne, first, manque } of found) {
      const data = { indicateur: describeLigne("Indicateur", indicateurs.sheet, ligne), manque };
      yield { message: "sans-valeur", data, at: placeOf(indicateurs, ligne.row, first) };
    }
  },
  examples: [
    {
      titre: "Un départ et une cible, dont une valeur nulle",
      feuilles: {
        indicateurs: [
          ["ID indicateur", "Libellé", "Valeur de départ", "Cible finale"],
          ["IND-01", "Places installées", 0, 6],
        ],
      },
    },
    {
      titre: "Une cible sans point de départ",
      feuilles: {
        indicateurs: [
          ["ID indicateur", "Libellé", "Valeur de départ", "Cible finale"],
          ["IND-01", "Places installées", null, 6],
          ["IND-02", "Réunions du CVS", 2, 4],
        ],
      },
      attendu: [["sans-valeur", "indicateurs!2.valeurDepart"]],
    },
    {
      titre: "Une liste d’indicateurs pas encore chiffrée",
      feuilles: {
        indicateurs: [
          ["ID indicateur", "Libellé", "Valeur de départ", "Cible finale"],
          ["IND-01", "Places installées", null, null],
          ["IND-02", "Réunions du CVS", null, null],
          ["IND-03", "Taux d’occupation", null, null],
          ["IND-04", "Délai d’admission", null, null],
          ["IND-05", "Taux d’absentéisme", null, null],
        ],
      },
      attendu: [["aucune-valeur", "indicateurs!2.valeurDepart"]],
    },
  ],
});
