/**
 * The lines of a text typed by a person, one paragraph each, without what no document may hold: control characters, halves of
 * a character, and the two code points that XML forbids. No-break spaces, emoji and the marks of other scripts stay.
 */
export function linesOf(text: string): readonly string[] {
  return text.split(LINE_END).map(clean);
}

/** The same on one line. */
export function lineOf(text: string): string {
  return clean(text.replace(LINE_ENDS, " ")).trim();
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const LINE_ENDS = /[\n\r\v\f\u0085\u2028\u2029]+/gu;

function clean(line: string): string {
  return line.replace(/\t/gu, " ").replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}

/** Whether a line is read from right to left: its first letter says it. */
export function isRightToLeft(line: string): boolean {
  const first = /\p{L}/u.exec(line)?.[0] ?? "";
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}
