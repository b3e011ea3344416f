import type { AttachResult } from "../../../application/commands/attach-validations";
import type { CorrectionsResult } from "../../../application/commands/propose-corrections";
import type { PrepareResult } from "../../../application/commands/prepare-classeur";
import type { CellContent } from "../../../application/ports/workbook";
import { sheets } from "../../../domain/sheets/catalogue";
import { type Place, toAddress } from "../../../domain/sheets/grid";
import { nombre, textes } from "../../textes";
import type { Apercu } from "../../use-ecriture";

const mots = textes.classeur;

/** The preview of the tabs that would be added; `null` when none is missing. */
export function apercuOfPreparation({ added, present, proposition }: PrepareResult): Apercu | null {
  if (added.length === 0) return null;
  return {
    proposition,
    titre: mots.preparation.titre(added.length),
    resume: mots.preparation.resume,
    groupes: [
      {
        titre: mots.preparation.ajoutees,
        lignes: added.map(({ tab, lignes }) => mots.preparation.ligne(tab, lignes)),
      },
      ...groupOf(
        mots.preparation.gardees,
        present.map(({ sheet, tab }) => mots.preparation.gardee(sheets[sheet].tab, tab)),
      ),
    ],
    action: mots.preparation.action,
    fait: mots.preparation.fait(added.length),
  };
}

/** The preview of the columns that Excel would check; `null` when there is none. */
export function apercuOfValidation({ placed, kept, proposition }: AttachResult): Apercu | null {
  if (placed.length === 0) return null;
  return {
    proposition,
    titre: mots.validation.titre(placed.length),
    resume: mots.validation.resume,
    groupes: [
      { titre: mots.validation.posees, lignes: placed.map(({ tab, title }) => mots.validation.colonne(tab, title)) },
      ...groupOf(
        mots.validation.laissees,
        kept.map(({ tab, title, reason }) => mots.validation.laissee(tab, title, mots.validation.raisons[reason])),
      ),
    ],
    action: mots.validation.action,
    fait: mots.validation.fait(placed.length),
  };
}

/** The preview of the cells that would hold another word or value; `null` when there is none. */
export function apercuOfCorrections({ remplacements, proposition }: CorrectionsResult): Apercu | null {
  if (remplacements.length === 0) return null;
  const tabs = [...new Set(remplacements.map(({ at }) => at.tab))];
  return {
    proposition,
    titre: mots.corrections.titre(remplacements.length),
    resume: mots.corrections.resume,
    groupes: tabs.map((tab) => ({
      titre: tab,
      lignes: remplacements
        .filter(({ at }) => at.tab === tab)
        .flatMap(({ at, avant, apres }) => {
          const texte = mots.corrections.ligne(toAddress(at), toTexte(avant), toTexte(apres));
          const change = proposition.changes.find((one) => one.kind === "write" && isSamePlace(one.at, at));
          return change === undefined ? [] : [{ texte, change }];
        }),
    })),
    action: mots.corrections.action,
    fait: mots.corrections.fait,
  };
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.tab === other.tab && one.row === other.row && one.column === other.column;
}

/** What a cell shows, near enough for a preview. */
function toTexte(content: CellContent): string {
  if (content === null) return "";
  if (typeof content === "object") return content.formula;
  return typeof content === "number" ? nombre(content) : String(content);
}

function groupOf(titre: string, lignes: readonly string[]): Apercu["groupes"] {
  return lignes.length === 0 ? [] : [{ titre, lignes: [...new Set(lignes)] }];
}
