/** Longest name without its ending: whole paths of Windows hold 260 characters, folders included. */
const LONGEST = 80;
/** Names that Windows keeps for itself, whatever follows them. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name for each title, safe on every system and in every archive: its letters and figures, without signs, 80 characters at most before
 * `.docx`, and no two alike even where capitals do not count.
 */
export function fileNames(titres: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titres.map((titre) => {
    const stem = stemOf(titre);
    let name = stem;
    for (let rank = 2; taken.has(name.toLowerCase()); rank++) name = `${stem} (${rank})`;
    taken.add(name.toLowerCase());
    return `${name}.docx`;
  });
}

function stemOf(titre: string): string {
  const clean = titre
    .normalize("NFC")
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}'.()-]+/gu, " ");
  const stem = clean.slice(0, LONGEST).replace(/^[\s.\p{M}]+|[\s.]+$/gu, "");
  if (stem === "") return "Fiche action";
  return RESERVED.test(stem.replace(/\..*$/, "")) ? `Fiche ${stem}` : stem;
}
