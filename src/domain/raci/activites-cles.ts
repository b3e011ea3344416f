import type { Classeur } from "../classeur";
import type { Partie } from "../cpom/partie";
import { normalizeTexte } from "../sheets/texte";
import type { Activite, Matrice } from "./matrice";
import { tachesLieesReader } from "./taches-liees";

/**
 * The activities by which the contract is signed: those whose title says so, else those linked to the task that does.
 * None when nothing tells. An activity that nobody has a letter in is none: it is said elsewhere not to be shared out.
 */
export function findSignatures(classeur: Classeur, { activites }: Matrice): readonly Activite[] {
  const shared = activites.filter(({ lettres }) => lettres.size > 0);
  const titled = shared.filter((activite) => isSignature(titleOf(activite)));
  if (titled.length > 0) return titled;
  const tachesOf = tachesLieesReader(classeur);
  const hasPlanning = (classeur.tables["retro-planning"]?.lignes.length ?? 0) > 0;
  return shared.filter((activite) => {
    if (!hasPlanning) return activite.ligne.value.tache === TACHE_DU_KIT;
    return tachesOf(activite).some(({ value }) => isSignature(normalizeTexte(value.tache ?? "")));
  });
}

/** The activities by which the assembly of a party decides on the contract. */
export function findDeliberations(partie: Partie, { activites }: Matrice): readonly Activite[] {
  const words = DELIBERATIONS[partie];
  if (words === undefined) return [];
  return activites.filter((activite) => {
    const title = titleOf(activite);
    return activite.lettres.size > 0 && DELIBERE.test(title) && words.test(title) && !AUTOUR.test(title);
  });
}

/** « Mettre en œuvre et suivre les actions »: what is done with the plan once the contract is signed. */
export function findMisesEnOeuvre({ activites }: Matrice): readonly Activite[] {
  return activites.filter((activite) => {
    const title = titleOf(activite);
    const { phase } = activite.ligne.value;
    const isLate = phase === null || phase === "Suivi";
    return activite.lettres.size > 0 && isLate && MISE_EN_OEUVRE.test(title) && /\bactions?\b/.test(title);
  });
}

/** Where the assembled users and staff have their word: the diagnosis, and the draft of the contract. */
export function findConsultables({ activites }: Matrice): readonly Activite[] {
  return activites.filter((activite) => {
    if (activite.lettres.size === 0) return false;
    const { phase } = activite.ligne.value;
    return phase === "Diagnostic" || phase === "Formalisation" || CONSULTABLE.test(titleOf(activite));
  });
}

/** Several rules look at the same titles. */
const TITLES = new WeakMap<Activite, string>();

function titleOf(activite: Activite): string {
  const known = TITLES.get(activite);
  if (known !== undefined) return known;
  const title = normalizeTexte(activite.ligne.value.activite ?? "");
  TITLES.set(activite, title);
  return title;
}

/** The task of the kit that signs, where the workbook has no schedule to say what is behind its number. */
const TACHE_DU_KIT = "F7";

const SIGNE = /^(?:[a-z]?\d+ )*(?:faire )?(?:signer|signature|signatures|cosigner|cosignature)\b/;
const CONTRAT = /\b(?:cpom|contrats?|ctp|convention tripartite)\b/;
/** What is signed along the way, or done around the signing. */
const AUTRE_SIGNATURE =
  /\b(?:avenants?|prorogations?|comptes? rendus?|releves?|delegations?|circuit|protocoles?|lettres?|mandats?|arretes?|bons?|devis|conventions? (?!tripartite)|emargement|charte)\b/;

function isSignature(title: string): boolean {
  if (!SIGNE.test(title) || AUTRE_SIGNATURE.test(title)) return false;
  return CONTRAT.test(title) || title.split(" ").length <= 3;
}

const DELIBERE = /\bdeliber\w*|\bcommission permanente\b|\b(?:passage|passer|vote|voter) (?:en|au|a|devant|par|du)\b/;
/** Preparing, writing, telling: others than the assembly do it. */
const AUTOUR =
  /^(?:[a-z]?\d+ )*(?:preparer|preparation|rediger|redaction|transmettre|notifier|diffuser|convoquer|recueillir les)\b/;
const DELIBERATIONS: Readonly<Partial<Record<Partie, RegExp>>> = {
  "Organisme gestionnaire":
    /\b(?:gestionnaire|og|association|conseil d administration|ca|assemblee generale|ag|bureau)\b/,
  Département: /\b(?:commission permanente|cp|cd|departement|departemental|departementale|metropole)\b/,
};
const MISE_EN_OEUVRE = /\b(?:mettre en oeuvre|mise en oeuvre|suivre|suivi|realiser|realisation|deployer|conduire)\b/;
const CONSULTABLE =
  /\b(?:diagnostics?|autodiagnostics?|consult\w+|projet d[eu] (?:contrat|cpom)|rediger le (?:contrat|cpom)|redaction du (?:contrat|cpom))\b/;
