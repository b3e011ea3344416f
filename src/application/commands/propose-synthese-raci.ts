import type { Classeur } from "../../domain/classeur";
import type { ConventionRaci } from "../../domain/raci/role";
import { type EtudePlanning, studyPlanning } from "../../domain/retro-planning/etude";
import type { DemandeRefusee } from "../../domain/retro-planning/read-demande";
import { type Command, defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { decodeSnapshot } from "../examination";
import { freeTabNames } from "../kit/free-names";
import { readSynthese } from "../raci/contenu-synthese";
import { isSynthese } from "../raci/is-synthese";
import { layOutSynthese } from "../raci/lay-out-synthese";
import { readCommentaires, updateSynthese } from "../raci/update-synthese";
import type { PlanAsked } from "./plan-classeur";

/** What the person asks of a synthesis. */
export interface SyntheseAsked extends PlanAsked {
  /** The convention to read the letters under, where the workbook does not tell. */
  readonly convention?: ConventionRaci | undefined;
}

/** A synthesis to add, or new figures in the one that stands there; nothing is written. */
export type SyntheseResult =
  | { readonly status: "refused"; readonly raison: "sans-matrice" | "convention-inconnue" }
  /** The synthesis says already what the workbook says. */
  | { readonly status: "a-jour"; readonly tab: string }
  | {
      readonly status: "proposed";
      readonly tab: string;
      /** A tab is added, or the cells of ours in the one that stands there are written again. */
      readonly isNouvelle: boolean;
      /** Acteurs that the synthesis had not, and those that left the matrix and keep their line. */
      readonly ajoutes: readonly string[];
      readonly partis: readonly string[];
      readonly proposition: Proposition;
    };

/** Proposes who carries and does how much in each phase. A synthesis that stands there is written again in its place. */
export function proposeSyntheseRaci(asked: SyntheseAsked): Command<SyntheseResult> {
  return defineCommand<SyntheseResult>({
    id: "ajouterSyntheseRaci",
    label: LABEL,
    help: "Compte par acteur et par phase ce que chacun porte et fait, prêt à imprimer. Garde ce que vous avez écrit à côté.",
    async run({ workbook, today }) {
      const snapshot = await workbook.read();
      const decoded = decodeSnapshot(snapshot, today);
      const classeur = { ...decoded, convention: asked.convention ?? decoded.convention };
      if (classeur.tables.raci === null) return { status: "refused", raison: "sans-matrice" };
      const { scenario } = asked;
      const contenu = readSynthese(classeur, { nom: snapshot.name, today, scenario, etude: study(classeur, asked) });
      if (contenu === null) return { status: "refused", raison: "convention-inconnue" };
      const before = snapshot.tabs.filter(isSynthese);
      for (const tab of before) {
        const update = tab.isProtected ? null : updateSynthese(tab, contenu);
        if (update === null) continue;
        const { changes, ajoutes, partis } = update;
        if (changes.length === 0) return { status: "a-jour", tab: tab.name };
        const proposition = await propose(workbook, LABEL_AGAIN, changes);
        return { status: "proposed", tab: tab.name, isNouvelle: false, ajoutes, partis, proposition };
      }
      const said = new Map(before.flatMap((tab) => [...readCommentaires(tab)]));
      const tab = freeTabNames(snapshot)("Synthèse RACI");
      const added = layOutSynthese(contenu, { tab, today, commentaireOf: (titre) => said.get(titre) ?? null });
      const proposition = await propose(workbook, LABEL, [added]);
      return { status: "proposed", tab, isNouvelle: true, ajoutes: [], partis: [], proposition };
    },
  });
}

const LABEL = "Ajouter la synthèse RACI";
const LABEL_AGAIN = "Mettre à jour la synthèse RACI";

/** The schedule with the day that is asked for, else that of the fiche, else that of the last calculation. */
function study(classeur: Classeur, asked: SyntheseAsked): EtudePlanning | DemandeRefusee {
  const { calcul, tables } = classeur;
  const fiche = tables.cpom?.lignes[0]?.value.dateSignature ?? undefined;
  return studyPlanning(classeur, {
    signature: asked.signature ?? fiche ?? calcul?.signature,
    zones: asked.zones ?? calcul?.zones ?? undefined,
    sansNeutralisation: asked.sansNeutralisation ?? calcul?.sansNeutralisation,
    profil: asked.profil ?? calcul?.profil ?? undefined,
  });
}
