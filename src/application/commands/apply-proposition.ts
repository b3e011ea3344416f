import { retenueOfFiche } from "../../domain/fiche-action/fiches-retenues";
import type { Area } from "../../domain/sheets/grid";
import { type Command, defineCommand } from "../command";
import { type Operation, toOperation } from "../ecriture/operation";
import { areaKey, digestOf, type Proposition, touchedAreas } from "../ecriture/proposition";
import { type Memoire, readMemoire, writeMemoire } from "../memoire";

/** `moved`: cells changed since the preview was shown; nothing was written. */
export type ApplyResult =
  | { readonly status: "applied"; readonly label: string }
  | { readonly status: "moved"; readonly areas: readonly Area[] };

/** Writes what was shown, in one batch with the way to take it back; refuses when the cells are no longer as shown. */
export function applyProposition(proposition: Proposition): Command<ApplyResult> {
  return defineCommand<ApplyResult>({
    id: "appliquer",
    label: proposition.label,
    help: "Écrit ce que l’aperçu montre. L’opération peut être annulée ensuite.",
    async run({ workbook }) {
      const { captures, memory } = await workbook.captureWithMemory(touchedAreas(proposition.changes));
      const now: Proposition = { ...proposition, before: captures };
      const shown = new Map(proposition.before.map((capture) => [areaKey(capture.area), digestOf(capture.cells)]));
      const areas = now.before
        .filter(({ area, cells }) => shown.get(areaKey(area)) !== digestOf(cells))
        .map(({ area }) => area);
      if (areas.length > 0) return { status: "moved", areas };
      const kept = readMemoire(memory);
      const { calcul = kept.calcul } = proposition;
      const fiches = { ...kept.fiches, ...proposition.fiches };
      const derniere = { ...toOperation(now), calcul: kept.calcul, ...fichesBefore(proposition, kept) };
      const memoire = { ...kept, calcul, fiches, derniere };
      await workbook.apply([...proposition.changes, { kind: "remember", text: writeMemoire(memoire) }]);
      return { status: "applied", label: proposition.label };
    },
  });
}

/** What was kept of the fiches that the proposition generates. */
function fichesBefore({ fiches }: Proposition, kept: Memoire): Pick<Operation, "fiches"> {
  if (fiches === undefined) return {};
  return {
    fiches: Object.fromEntries(
      Object.keys(fiches).map((identite) => [identite, retenueOfFiche(kept.fiches, identite)]),
    ),
  };
}
