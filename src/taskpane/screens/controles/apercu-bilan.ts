import { type CommandContext, type CommandOutcome, runCommand } from "../../../application/command";
import { proposeBilan } from "../../../application/commands/propose-bilan";
import { textes } from "../../textes";
import type { Apercu } from "../../use-ecriture";

/** The preview of the sheet to print. */
export async function previewBilan(context: CommandContext): Promise<CommandOutcome<Apercu | null>> {
  const outcome = await runCommand(proposeBilan, context);
  if (outcome.status === "failed") return outcome;
  const { tab, blocages, proposition } = outcome.result;
  const mots = textes.feuilleBilan;
  const groupes = [{ titre: mots.contenu, lignes: mots.lignes(blocages) }];
  const apercu = {
    proposition,
    titre: mots.titre(tab),
    resume: mots.resume,
    groupes,
    action: mots.action,
    fait: mots.fait(tab),
  };
  return { status: "done", result: apercu };
}
