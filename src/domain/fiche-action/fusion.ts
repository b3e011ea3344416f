/**
 * What becomes of one place of a fiche: nobody changed it; both say the same; only the plan changed; only she did; both did, and differ.
 */
type IssueFusion = "inchange" | "identique" | "mis-a-jour" | "garde" | "conflit";

/** Whose text she chose where both changed. */
export type ChoixFusion = "sienne" | "plan";

/** One place of a fiche, three ways. */
interface TroisVersions {
  /** Digest of what was generated last, see {@link digestTexte}; `""` when nothing was, or was generated empty. */
  readonly base: string;
  /** What stands in the fiche. */
  readonly sienne: string;
  /** What the plan says now. */
  readonly nouvelle: string;
  readonly choix?: ChoixFusion | undefined;
}

/** The place once it is merged. */
export interface Fusion {
  readonly issue: IssueFusion;
  /** What must stand in the fiche. */
  readonly valeur: string;
  /** What to keep as generated last: that of the plan, unless she still has to choose. */
  readonly base: string;
}

/**
 * Three ways merge of one place. What a person typed is only replaced when she chose so. A place that was never generated counts as
 * generated empty: what stands there is hers.
 */
export function fuse({ base, sienne, nouvelle, choix }: TroisVersions): Fusion {
  const wanted = digestTexte(nouvelle);
  if (sienne === nouvelle) return { issue: base === wanted ? "inchange" : "identique", valeur: sienne, base: wanted };
  if (digestTexte(sienne) === base) return { issue: "mis-a-jour", valeur: nouvelle, base: wanted };
  if (wanted === base) return { issue: "garde", valeur: sienne, base: wanted };
  if (choix === "plan") return { issue: "mis-a-jour", valeur: nouvelle, base: wanted };
  if (choix === "sienne") return { issue: "garde", valeur: sienne, base: wanted };
  return { issue: "conflit", valeur: sienne, base };
}

/** What is kept of a fiche between two generations: in the workbook, which anybody may edit. */
export interface FicheRetenue {
  readonly version: number;
  /** Digest of what was generated last in each place; those generated empty are left out. */
  readonly champs: Readonly<Record<string, string>>;
  /** Digest of what the plan says of the places that went back to it, where it writes them otherwise than she did. */
  readonly reprises?: Readonly<Record<string, string>> | undefined;
  /** Digest of the title of its line: what is known of an action that has another number since. */
  readonly titre?: string | undefined;
  /** Identity that a fiche of its line would have now, once that line has another number than the fiche bears. */
  readonly ligne?: string | undefined;
  /** Whether another fiche was generated since for the line of that number, which tells nothing of this one any more. */
  readonly isNumeroRepris?: boolean | undefined;
}

/**
 * Digest of what was generated last in a place. Where her text went back to the plan, which may write it otherwise: what the plan then wrote,
 * as long as it still does and she has changed hers again.
 */
export function baseOf(
  retenue: FicheRetenue | null,
  cle: string,
  { sienne, nouvelle }: Pick<TroisVersions, "sienne" | "nouvelle">,
): string {
  const base = retenue?.champs[cle] ?? "";
  const wanted = digestTexte(nouvelle);
  const isOwn = digestTexte(sienne) !== base && retenue?.reprises?.[cle] === wanted;
  return isOwn ? wanted : base;
}

/** What the plan says of a place: in her words, where what she wrote went back and stands in the fiche, and the plan still says that. */
export function nouvelleOf(
  retenue: FicheRetenue | null,
  cle: string,
  { sienne, nouvelle }: Pick<TroisVersions, "sienne" | "nouvelle">,
): string {
  const isSame = retenue?.reprises?.[cle] === digestTexte(nouvelle) && retenue.champs[cle] === digestTexte(sienne);
  return isSame ? sienne : nouvelle;
}

/** What is still to know, after a generation, of what went back: that of the places whose text was not generated since. */
export function reprisesOf(retenue: FicheRetenue | null, champs: FicheRetenue["champs"]): FicheRetenue["reprises"] {
  const kept = Object.entries(retenue?.reprises ?? {}).filter(([cle]) => champs[cle] === retenue?.champs[cle]);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** A short text that changes when the text does, `""` for an empty one: 53 bits, in letters and digits. Mixed as in cyrb53. */
export function digestTexte(texte: string): string {
  if (texte === "") return "";
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < texte.length; index++) {
    const code = texte.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
