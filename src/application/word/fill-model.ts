import type * as EasyTemplate from "easy-template-x";
import { type FicheAction, RUBRIQUES } from "../../domain/fiche-action/fiche-action";
import { keyOf, rangsOf, valeursOf } from "./champs-modele";
import { findFautes, type PartieModele } from "./fautes-modele";
import { openJoint } from "./join-fiches";
import { openPackage, packDocument } from "./open-package";
import type { PartiesRemplies } from "./parties-fiche";

/** Why a model cannot be used. */
interface ModeleRefuse {
  readonly status: "refused";
  /** What happened and what to do. */
  readonly reason: string;
  /** Each fault and where it stands, when there are several things to mend. */
  readonly fautes: readonly string[];
}

/** A model that was read, and that fills. */
export interface Modele {
  /** The bytes of a `.docx`: the model, with what the fiche says in its places. */
  fill(fiche: FicheAction): Promise<Uint8Array>;
}

/** A model of the house, that fills one document or several in one. */
export interface ModeleOuvert extends Modele {
  /** Begins one document for several fiches, each on its own pages; `null` when this model cannot be repeated in one document. */
  begin(): Recueil | null;
}

/** One document being made of several fiches. */
interface Recueil {
  /** Adds a fiche. Answers with the bytes of the document so far, before they are packed. */
  add(fiche: FicheAction): Promise<number>;
  /** The bytes of the `.docx`. Nothing is added after that. */
  close(): Promise<Uint8Array>;
}

type Library = typeof EasyTemplate;

/** A document of the house with `{champ}` places and `{#liste}` rows, filled once. */
export async function fillModel(
  model: Uint8Array,
  fiche: FicheAction,
): Promise<{ readonly status: "filled"; readonly bytes: Uint8Array } | ModeleRefuse> {
  const opened = await openModel(model);
  return opened.status === "refused" ? opened : { status: "filled", bytes: await opened.modele.fill(fiche) };
}

/**
 * Reads a model that is to be filled many times, and says all that is wrong with it at once. Nothing in the file is run or followed; what is
 * too large, protected, or holds macros is refused.
 */
export async function openModel(
  model: Uint8Array,
): Promise<{ readonly status: "opened"; readonly modele: ModeleOuvert } | ModeleRefuse> {
  const opened = await openPackage(model);
  if (opened.status === "refused") return { ...opened, fautes: [] };
  const library = await import("easy-template-x");
  const template = await packDocument(opened.parts);
  const modele = {
    fill: (fiche: FicheAction) => fill(library, template, fiche),
    begin: () => begin(library, opened.parts),
  };
  try {
    const fautes = findFautes(await partiesOf(library, template));
    if (fautes.length > 0) return { status: "refused", reason: TO_MEND, fautes };
    await modele.fill(ESSAI);
    return { status: "opened", modele };
  } catch (error) {
    // What the library says is for whoever writes code; the file is at fault, whatever is in it.
    const reason = error instanceof library.TemplateSyntaxError ? MISPLACED : UNREADABLE;
    return { status: "refused", reason, fautes: [] };
  }
}

const TO_MEND =
  "Ce modèle ne peut pas être rempli tel quel. Corrigez-le dans Word, enregistrez, puis choisissez-le de nouveau.";
const MISPLACED =
  "Une liste répétée est mal placée dans ce modèle : {#liste} et {/liste} doivent être dans la même ligne de tableau, ou chacun dans un paragraphe, hors d’un contrôle de contenu.";
const UNREADABLE =
  "Ce modèle n’a pas pu être lu. Ouvrez-le dans Word, enregistrez-le sous un autre nom, puis choisissez ce nouveau fichier.";

/** Parts that people write in and that are copied as they are. */
const COPIED = ["word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"];

async function partiesOf(library: Library, template: Uint8Array): Promise<readonly PartieModele[]> {
  const docx = await library.Docx.load(bufferOf(template));
  const filled = (await docx.getContentParts()).map(async (part) => {
    return { path: part.path, root: await part.xmlRoot(), isFilled: true };
  });
  const copied = COPIED.filter((path) => docx.rawZipFile.isFileExist(path)).map(async (path) => {
    const text = await docx.rawZipFile.getFile(path).getContentText();
    return { path, root: library.xml.parser.parse(text), isFilled: false };
  });
  return Promise.all([...filled, ...copied]);
}

async function fill(library: Library, template: Uint8Array, fiche: FicheAction): Promise<Uint8Array> {
  const handler = handlerOf(library, fiche);
  // Every text is given by the resolver, which alone knows how names are compared.
  return new Uint8Array(await handler.process(bufferOf(template), {}));
}

function begin(library: Library, parts: ReadonlyMap<string, Uint8Array>): Recueil | null {
  const joint = openJoint(library, parts);
  if (joint === null) return null;
  const template = packDocument(joint.places);
  return {
    add: async (fiche) => joint.add(await fillParts(library, await template, fiche)),
    close: () => packDocument(joint.close()),
  };
}

/** What a fiche says in each part that holds places, as trees. */
async function fillParts(library: Library, template: Uint8Array, fiche: FicheAction): Promise<PartiesRemplies> {
  const filled = new Map<string, EasyTemplate.XmlNode>();
  class Keep extends library.TemplateExtension {
    override async execute(_: EasyTemplate.ScopeData, { currentPart }: EasyTemplate.TemplateContext): Promise<void> {
      filled.set(currentPart.path, await currentPart.xmlRoot());
    }
  }
  await handlerOf(library, fiche, [new Keep()]).process(bufferOf(template), {});
  return filled;
}

/** Deeper than text boxes inside tables inside content controls. */
const DEEPEST = 400;

function handlerOf(
  library: Library,
  fiche: FicheAction,
  afterCompilation: EasyTemplate.TemplateExtension[] = [],
): EasyTemplate.TemplateHandler {
  const { LoopPlugin, TemplateHandler, TemplateHandlerOptions, TextPlugin } = library;
  const valeurs = valeursOf(fiche);
  const rangs = rangsOf(fiche);
  const resolve: EasyTemplate.ScopeDataResolver = ({ path }) => {
    const [last] = path.slice(-1);
    if (last === undefined || typeof last === "number") return "";
    if (last.disposition !== "SelfClosed") return Array.from(rangs.get(keyOf(last.name)) ?? [], () => ({}));
    const [liste, rang] = path;
    const scope =
      typeof liste === "object" && typeof rang === "number" ? rangs.get(keyOf(liste.name))?.[rang] : undefined;
    return scope?.get(keyOf(last.name)) ?? valeurs.get(keyOf(last.name)) ?? "";
  };
  return new TemplateHandler(
    new TemplateHandlerOptions({
      // Text and rows only: no picture, link, chart nor XML can come from a cell.
      ...{ plugins: [new LoopPlugin(), new TextPlugin()], maxXmlDepth: DEEPEST },
      ...{ scopeDataResolver: resolve, extensions: { afterCompilation } },
    }),
  );
}

/** The library tells the kind of what it is given by its constructor. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Two rows a list, several lines a text: what a model must stand before it is chosen. */
const ESSAI: FicheAction = {
  ...{ action: "ACN-01", titre: "ACN-01 Essai", contrat: "CPOM", completude: "incomplete", manques: [] },
  champs: RUBRIQUES.map(({ id, titre }) => ({
    cle: `${id}.texte`,
    rubrique: id,
    libelle: titre,
    valeur: "a\nb",
    source: null,
  })),
  indicateurs: ["IND-01", "IND-02"].map((id) => ({
    ...{ id, libelle: id, formule: "f", source: "s", unite: "%", depart: "0", cibles: ["1", "2", "3", "4", "5"] },
    cibleFinale: "5",
  })),
  annees: [
    { annee: 2028, isEnCours: true },
    { annee: 2029, isEnCours: false },
  ],
  pied: { version: 1, date: "01/01/2028", statut: "", visas: ["ARS", "Organisme gestionnaire"] },
};
