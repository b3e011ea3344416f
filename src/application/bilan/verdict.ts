import type { Examination } from "../../domain/examine-classeur";
import { constatsOf } from "../../domain/rules/report";

/** What the workbook says of the signature, in the words of the referent. */
export interface Verdict {
  readonly kind: "bloque" | "libre" | "inconnu";
  readonly title: string;
  /** What the title leaves unsaid, a sentence each. */
  readonly details: readonly string[];
}

/**
 * Whether something blocks the signature. « Rien ne bloque » is only said of a check-list that is finished, in tables that are
 * recognised beyond doubt; without a recognised table nothing is said of the signature.
 */
export function judgeSignature(examination: Examination): Verdict {
  const { attachments, bilan } = examination;
  if (attachments.length === 0) return { kind: "inconnu", title: NON_RECONNU, details: [] };
  const bloquants = bilan.blocages.length;
  const reste = bilan.parties.reduce((sum, { nombre }) => sum + nombre, 0);
  const uncertain = attachments.filter(({ isSure }) => !isSure).length;
  const details = [
    ...(reste === 0 ? [] : [reste === 1 ? "1 point reste à faire." : `${count(reste)} points restent à faire.`]),
    ...otherConstats(examination),
    scopeOf(attachments.length, uncertain),
  ];
  if (bloquants > 0) return { kind: "bloque", title: blockingTitle(bloquants), details };
  const hasChecklist = attachments.some(({ sheet }) => sheet === "checklist");
  const isFinished = reste === 0 && uncertain === 0 && hasChecklist;
  return { kind: "libre", title: isFinished ? "Rien ne bloque la signature" : "Aucun constat bloquant", details };
}

const NON_RECONNU = "Aucun tableau du CPOM n’a été reconnu dans ce classeur";

function blockingTitle(bloquants: number): string {
  return bloquants === 1 ? "1 point bloque la signature" : `${count(bloquants)} points bloquent la signature`;
}

/** Doubts, warnings and advice block nothing. */
function otherConstats({ report }: Examination): readonly string[] {
  const constats = constatsOf(report);
  const conseils = constats.filter(({ severity }) => severity === "advice").length;
  const blocking = constats.filter(
    ({ severity, outcome }) => severity === "error" && outcome === "non-conforme",
  ).length;
  const verifier = constats.length - blocking - conseils;
  const parts = [
    ...(verifier === 0 ? [] : [`${count(verifier)} ${verifier === 1 ? "point" : "points"} à vérifier`]),
    ...(conseils === 0 ? [] : [`${count(conseils)} ${conseils === 1 ? "conseil" : "conseils"}`]),
  ];
  return parts.length === 0 ? [] : [`${parts.join(", ")}.`];
}

function scopeOf(recognised: number, uncertain: number): string {
  const feuilles = recognised === 1 ? "d’une feuille reconnue" : `de ${count(recognised)} feuilles reconnues`;
  if (uncertain === 0) return `Contrôle ${feuilles}.`;
  return `Contrôle ${feuilles}, ${recognised === 1 ? "" : `dont ${count(uncertain)} `}à confirmer.`;
}

/** `12 345`, with a narrow no-break space. */
function count(n: number): string {
  return n.toLocaleString("fr-FR");
}
