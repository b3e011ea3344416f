/** How a piece of a text follows the one before: after a line end, a space, or nothing. */
type Joint = "n" | "s" | "";

/** A text cut so that each piece is a row that shows whole. */
export interface Morceau {
  readonly texte: string;
  /** Of the first piece, `""`. */
  readonly joint: Joint;
}

const SIGNS: Readonly<Record<Joint, string>> = { n: "\n", s: " ", "": "" };

/** The tallest row of Excel shows 27 lines: fewer, as words are not cut. */
const LINES = 22;
/** Characters that a line of the column of texts holds, counted short. */
const LINE = 46;

/** Cuts a text in as few pieces as show whole; {@link joinMorceaux} gives it back. At most that many: the last one takes the rest. */
export function cutMorceaux(texte: string, most = Number.POSITIVE_INFINITY): readonly Morceau[] {
  const morceaux: Morceau[] = [];
  let rest = texte;
  let joint: Joint = "";
  while (morceaux.length + 1 < most) {
    const cut = cutAt(rest);
    if (cut === null) break;
    morceaux.push({ texte: rest.slice(0, cut.end), joint });
    rest = rest.slice(cut.next);
    joint = cut.joint;
  }
  return [...morceaux, { texte: rest, joint }];
}

export function joinMorceaux(morceaux: readonly Morceau[]): string {
  return morceaux.map(({ texte, joint }, rank) => (rank === 0 ? texte : `${SIGNS[joint]}${texte}`)).join("");
}

/** Key of the row of a piece, and back. */
export function cleOfMorceau(cle: string, rank: number, { joint }: Pick<Morceau, "joint">): string {
  return rank === 0 ? cle : `${cle} ¶${rank + 1}${joint}`;
}

export function readCleMorceau(key: string): { readonly cle: string; readonly rank: number; readonly joint: Joint } {
  const [, cle = key, number = "1", sign = ""] = /^(.*) ¶(\d{1,4})([ns]?)$/u.exec(key) ?? [];
  return { cle, rank: Number(number) - 1, joint: sign === "n" || sign === "s" ? sign : "" };
}

interface Cut {
  readonly end: number;
  readonly next: number;
  readonly joint: Joint;
}

/** Where a text that is too tall is cut: between paragraphs, else between words, else anywhere. */
function cutAt(texte: string): Cut | null {
  const limit = fitting(texte);
  if (limit >= texte.length) return null;
  const paragraph = texte.lastIndexOf("\n", limit);
  if (paragraph > limit / 2) return { end: paragraph, next: paragraph + 1, joint: "n" };
  const word = texte.lastIndexOf(" ", limit);
  if (word > limit / 2) return { end: word, next: word + 1, joint: "s" };
  // Never between the halves of a character.
  const end = /[\uD800-\uDBFF]/u.test(texte.charAt(limit - 1)) ? limit - 1 : limit;
  return { end, next: end, joint: "" };
}

/** How many characters fit in the tallest row. */
function fitting(texte: string): number {
  let lines = 0;
  let start = 0;
  while (start <= texte.length) {
    const next = texte.indexOf("\n", start);
    const end = next === -1 ? texte.length : next;
    const wanted = Math.max(1, Math.ceil((end - start) / LINE));
    if (lines + wanted > LINES) return start + Math.max(0, LINES - lines) * LINE;
    lines += wanted;
    start = end + 1;
  }
  return texte.length;
}
