/** What opening a model may cost: it comes from anywhere, and is read whole. */
const LIMITS = {
  /** Of the file, in bytes. */
  file: 10_000_000,
  /** Of everything in it, once inflated. */
  inflated: 60_000_000,
  /** Of one part written in XML. */
  xml: 4_000_000,
  parts: 1000,
} as const;

/** The parts of a document by their name, all inflated; or why it is refused, in a sentence. */
type OpenedPackage =
  | { readonly status: "opened"; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly status: "refused"; readonly reason: string };

const CONTENT_TYPES = "[Content_Types].xml";

/**
 * Opens a `.docx` or `.dotx` whose bytes nobody answers for. Sizes are bounded before anything is inflated, and an entry never gives more
 * than the size it declared.
 */
export async function openPackage(bytes: Uint8Array): Promise<OpenedPackage> {
  if (bytes.length === 0) return refuse("Ce fichier est vide.");
  if (bytes.length > LIMITS.file) return refuse(TOO_LARGE);
  if (startsWith(bytes, COMPOUND_FILE)) return refuse(holds(bytes, ENCRYPTED) ? PROTECTED : OLD_FORMAT);
  if (!startsWith(bytes, ZIP)) return refuse(NOT_WORD);
  const found = await inflate(bytes);
  if (typeof found === "string") return refuse(found);
  const fault = faultOf(found);
  return fault === null ? { status: "opened", parts: found } : refuse(fault);
}

const NOT_WORD =
  "Ce fichier n’est pas un document Word (.docx). Ouvrez le modèle dans Word et enregistrez-le au format « Document Word (*.docx) ».";
const OLD_FORMAT =
  "Ce fichier est un ancien document Office (.doc). Ouvrez-le dans Word et enregistrez-le au format « Document Word (*.docx) ».";
const PROTECTED =
  "Ce modèle est protégé par un mot de passe. Ôtez-le dans Word (Fichier, Informations, Protéger le document), puis enregistrez.";
const RESTRICTED =
  "La modification de ce modèle est restreinte : les fiches ne pourraient pas être complétées. Ôtez la restriction dans Word (Révision, Restreindre la modification), puis enregistrez.";
const TOO_LARGE =
  "Ce modèle est trop volumineux : un modèle de 10 Mo au plus est accepté. Compressez ses images dans Word, puis enregistrez.";
const OVERSIZED = "Ce modèle est démesuré une fois décompressé : il n’a pas été ouvert. Repartez d’un document neuf.";
const DAMAGED = "Ce modèle est endommagé ou incomplet. Ouvrez-le dans Word, acceptez la réparation, puis enregistrez.";
const MACROS =
  "Ce modèle contient des macros. Enregistrez-le dans Word au format « Document Word (*.docx) », qui n’en contient pas.";
const STRICT =
  "Ce modèle est au format « Open XML strict ». Enregistrez-le dans Word au format « Document Word (*.docx) ».";

function refuse(reason: string): OpenedPackage {
  return { status: "refused", reason };
}

/** The parts, or what is wrong with the archive. */
async function inflate(bytes: Uint8Array): Promise<Map<string, Uint8Array> | string> {
  const { unzipSync } = await import("fflate");
  const sizes = new Map<string, number>();
  let [inflated, listed, isOversized] = [0, 0, false];
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        listed += 1;
        inflated += originalSize;
        if (/\.(xml|rels)$/i.test(name) && originalSize > LIMITS.xml) isOversized = true;
        isOversized ||= listed > LIMITS.parts || inflated > LIMITS.inflated;
        sizes.set(name, originalSize);
        return !isOversized;
      },
    });
    if (isOversized) return OVERSIZED;
    const whole = Object.entries(parts).every(([name, part]) => part.length === sizes.get(name));
    // Two parts of one name are two readings of one document.
    return whole && sizes.size === listed ? new Map(Object.entries(parts)) : DAMAGED;
  } catch {
    // The archive is not what it says: the library tells it by throwing.
    return isOversized ? OVERSIZED : DAMAGED;
  }
}

function faultOf(parts: ReadonlyMap<string, Uint8Array>): string | null {
  const types = textOf(parts.get(CONTENT_TYPES));
  const names = [...parts.keys()];
  if (/macroEnabled/i.test(types) || names.some((name) => /vbaProject|vbaData/i.test(name))) return MACROS;
  if (!/wordprocessingml\.(document|template)\.main\+xml/.test(types)) return NOT_WORD;
  const texts = names.filter((name) => /\.(xml|rels)$/i.test(name)).map((name) => textOf(parts.get(name)));
  // Word writes none; entities declared in one could unfold without end.
  if (texts.some((text) => /<!(DOCTYPE|ENTITY)/i.test(text))) return DAMAGED;
  if (textOf(parts.get("_rels/.rels")).includes("http://purl.oclc.org/ooxml/")) return STRICT;
  const settings = textOf(parts.get("word/settings.xml"));
  return /<w:documentProtection\b[^>]*w:enforcement="(1|true|on)"/.test(settings) ? RESTRICTED : null;
}

/** The archive again, as a plain document even when it was a template. */
export async function packDocument(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  const types = textOf(parts.get(CONTENT_TYPES)).replaceAll(
    "wordprocessingml.template.main+xml",
    "wordprocessingml.document.main+xml",
  );
  return zipSync({ ...Object.fromEntries(parts), [CONTENT_TYPES]: new TextEncoder().encode(types) }, { level: 1 });
}

function textOf(part: Uint8Array | undefined): string {
  return new TextDecoder().decode(part);
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = "EncryptedPackage";

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/** Whether a name stands in the bytes as old Office files write names, two bytes a character. */
function holds(bytes: Uint8Array, name: string): boolean {
  return new TextDecoder("latin1").decode(bytes).includes(Array.from(name).join("\u0000"));
}
