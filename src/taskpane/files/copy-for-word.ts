/** What is put on the clipboard: Word takes the first, a plain field the second. */
interface CopiedTexts {
  readonly html: string;
  readonly texte: string;
}

/**
 * Puts a text with its headings and tables on the clipboard, by the two ways a browser has. False when both are refused: the text is then
 * to be shown, for the person to copy it by hand. Call it from a click.
 */
export async function copyForWord(texts: CopiedTexts): Promise<boolean> {
  return (await write(texts)) || copyAsEvent(texts);
}

/** A frame of another site may be refused the clipboard. */
async function write({ html, texte }: CopiedTexts): Promise<boolean> {
  if (typeof ClipboardItem === "undefined" || !("clipboard" in navigator)) return false;
  try {
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([texte], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/** The old way, which needs no permission: what is copied is replaced while it is copied. */
function copyAsEvent({ html, texte }: CopiedTexts): boolean {
  let isTaken = false;
  const fill = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", texte);
    event.preventDefault();
    isTaken = true;
  };
  document.addEventListener("copy", fill);
  try {
    // Deprecated, and the only way in the panes that refuse the other.
    const command: unknown = Reflect.get(document, "execCommand");
    const isDone: unknown = typeof command === "function" ? Reflect.apply(command, document, ["copy"]) : false;
    return isDone === true && isTaken;
  } finally {
    document.removeEventListener("copy", fill);
  }
}
