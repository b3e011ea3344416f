import { useCallback, useEffect, useRef, useState } from "react";
import type { Pause } from "../../../application/command";
import type { writeFichesWord } from "../../../application/word/write-fiches";
import type { FicheAction } from "../../../domain/fiche-action/fiche-action";
import { useBug } from "../../components/BugBoundary";
import { exportFile, type FileToGive } from "../../files/export-file";
import { keepModeleMaison, type ModeleMaison, readModeleMaison } from "./modele-maison";
import { mots } from "./textes-actions";

/** One document a fiche, or one for all of them. */
export type FormeWord = "zip" | "un-document";

/** Where the making of documents is. */
export type TravailWord =
  | { readonly status: "aucun" }
  | { readonly status: "en-cours"; readonly faites: number; readonly total: number }
  /** `donne`: how it was given; `null` while it waits for her click. */
  | {
      readonly status: "pret";
      readonly fichier: FileToGive;
      readonly fiches: readonly FicheAction[];
      readonly donne: Awaited<ReturnType<typeof exportFile>> | null;
    }
  /** Nothing but the clipboard is to be had here. */
  | { readonly status: "a-copier"; readonly fiches: readonly FicheAction[] }
  | { readonly status: "arrete" }
  | { readonly status: "refuse"; readonly raison: string; readonly fautes: readonly string[] };

/** The model of the house, and whether the browser keeps it. */
interface ModeleChoisi extends ModeleMaison {
  readonly isKept: boolean;
}

interface Word {
  readonly travail: TravailWord;
  readonly modele: ModeleChoisi | null;
  readonly isReadingModele: boolean;
  readonly write: (fiches: readonly FicheAction[], forme: FormeWord) => void;
  /** Offers the text of the fiches in the place of a file. */
  readonly offerCopy: (fiches: readonly FicheAction[]) => void;
  /** Gives again a file that is ready. Call it from a click. */
  readonly give: () => void;
  readonly stop: () => void;
  readonly chooseModele: (file: File) => void;
  readonly forgetModele: () => void;
}

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  zip: "application/zip",
} as const;

/** Word documents of fiches, made in this page and given to the person. The writer is loaded when a first one is asked for. */
export function useWord(pauseOf: () => Pause | undefined): Word {
  const throwBug = useBug();
  const [travail, setTravail] = useState<TravailWord>({ status: "aucun" });
  const [modele, setModele] = useState<ModeleChoisi | null>(null);
  const [isReadingModele, setReadingModele] = useState(false);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => {
    let isOver = false;
    readModeleMaison()
      .then((kept) => {
        if (!isOver && kept !== null) setModele({ ...kept, isKept: true });
      })
      .catch(throwBug);
    return () => {
      isOver = true;
      stopping.current?.abort();
    };
  }, [throwBug]);

  const give = useCallback(async (ready: Extract<TravailWord, { readonly status: "pret" }>) => {
    const donne = await exportFile(ready.fichier);
    setTravail({ ...ready, donne: donne === "renonce" ? null : donne });
  }, []);

  const write = async (fiches: readonly FicheAction[], forme: FormeWord) => {
    stopping.current?.abort();
    const abort = new AbortController();
    stopping.current = abort;
    const { signal } = abort;
    setTravail({ status: "en-cours", faites: 0, total: fiches.length });
    const onProgress = (faites: number, total: number) => {
      if (!signal.aborted) setTravail({ status: "en-cours", faites, total });
    };
    const pause = pauseOf();
    const made = await makeDocument(fiches, forme, modele, { signal, onProgress, ...(pause && { pause }) });
    if (signal.aborted) return;
    if (made.status === "refused") {
      setTravail({ status: "refuse", raison: made.reason, fautes: made.fautes });
      return;
    }
    const ready = { status: "pret", fichier: made.fichier, fiches, donne: null } as const;
    setTravail(ready);
    // A window or a download is only let out on a gesture; after long work, hers is too old.
    if (hasRecentGesture()) await give(ready);
  };

  return {
    ...{ travail, modele, isReadingModele },
    write: (fiches, forme) => {
      write(fiches, forme).catch(throwBug);
    },
    offerCopy: (fiches) => {
      setTravail({ status: "a-copier", fiches });
    },
    give: () => {
      if (travail.status === "pret") give(travail).catch(throwBug);
    },
    stop: () => {
      stopping.current?.abort();
      setTravail({ status: "arrete" });
    },
    chooseModele: (file) => {
      if (isReadingModele) return;
      setReadingModele(true);
      readModele(file)
        .then(async (read) => {
          setReadingModele(false);
          if (read.status === "refused") {
            setTravail({ status: "refuse", raison: read.reason, fautes: read.fautes });
            return;
          }
          setTravail({ status: "aucun" });
          setModele({ ...read.modele, isKept: await keepModeleMaison(read.modele) });
        })
        .catch(throwBug);
    },
    forgetModele: () => {
      setModele(null);
      keepModeleMaison(null).catch(throwBug);
    },
  };
}

/** Older web views do not tell: they ask for no gesture either. */
function hasRecentGesture(): boolean {
  return !("userActivation" in navigator) || navigator.userActivation.isActive;
}

type Made =
  | { readonly status: "made"; readonly fichier: FileToGive }
  | { readonly status: "refused"; readonly reason: string; readonly fautes: readonly string[] };

type FollowUp = Parameters<typeof writeFichesWord>[2];

/** One fiche is a document; several are an archive or one document: after the model, if there is one. */
async function makeDocument(
  fiches: readonly FicheAction[],
  forme: FormeWord,
  maison: ModeleMaison | null,
  followUp: FollowUp,
): Promise<Made> {
  const [writer, { fileNames }, opened] = await Promise.all([
    import("../../../application/word/write-fiches"),
    import("../../../application/word/noms-fichiers"),
    openMaison(maison),
  ]);
  if (opened?.status === "refused") return opened;
  const [first] = fiches;
  if (first !== undefined && fiches.length === 1 && opened !== null) {
    const octets = await opened.modele.fill(first);
    return { status: "made", fichier: { nom: fileNames([first.titre])[0] ?? "", type: TYPES.docx, octets } };
  }
  const kind = fiches.length === 1 ? "un-document" : forme;
  const written = await writer.writeFichesWord(fiches, { kind, ...(opened && { model: opened.modele }) }, followUp);
  if (written.status === "cancelled") return { status: "refused", reason: mots.word.arrete, fautes: [] };
  if (written.status === "refused") return { ...written, fautes: [] };
  const titre = first !== undefined && fiches.length === 1 ? first.titre : mots.word.nomFichier(fiches.length);
  const nom = (fileNames([titre])[0] ?? "").replace(/\.docx$/u, `.${written.extension}`);
  return { status: "made", fichier: { nom, type: TYPES[written.extension], octets: written.bytes } };
}

async function openMaison(maison: ModeleMaison | null) {
  if (maison === null) return null;
  const { openModel } = await import("../../../application/word/fill-model");
  return openModel(maison.octets);
}

/** Reads a model and says all that is wrong with it before it is kept. */
async function readModele(file: File) {
  const octets = await octetsOf(file);
  if (octets === null) return { status: "refused" as const, reason: mots.word.modeleIllisible, fautes: [] };
  const { openModel } = await import("../../../application/word/fill-model");
  const opened = await openModel(octets);
  return opened.status === "refused" ? opened : { status: "read" as const, modele: { nom: file.name, octets } };
}

/** `null`: the file was moved since she chose it, or is still on a server. */
async function octetsOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
