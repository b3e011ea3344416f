import { useRef, useState } from "react";
import { Button, Field, ProgressBar, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons/svg/arrow-download";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import type { FicheAction } from "../../../domain/fiche-action/fiche-action";
import { useBug } from "../../components/BugBoundary";
import { Disclosure } from "../../components/Disclosure";
import { Section } from "../../components/Section";
import { copyForWord } from "../../files/copy-for-word";
import { useStyles } from "./actions.styles";
import { Champs } from "./Champs";
import { mots } from "./textes-actions";
import type { FormeWord, TravailWord, useWord } from "./use-word";

interface WordProps {
  /** Those she works on; one at least. */
  readonly fiches: readonly FicheAction[];
  /** False where a file cannot leave the pane (Excel for Mac): the clipboard can. */
  readonly canSave: boolean;
  /** Held above: what is being made, and a model that no browser keeps, outlive what she selects. */
  readonly word: ReturnType<typeof useWord>;
}

const FORMES = ["zip", "un-document"] as const;

/** The fiches as Word documents: after the model of the house, in one document or in several. */
export function Word({ fiches, canSave, word }: WordProps) {
  const styles = useStyles();
  const [forme, setForme] = useState<FormeWord>("zip");
  const { travail, modele } = word;
  const n = fiches.length;
  const shownForme = n === 1 ? null : mots.word.formesCourtes[forme];
  return (
    <Section titre={mots.word.titre}>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={canSave ? <ArrowDownload16Regular /> : <Copy16Regular />}
          disabledFocusable={travail.status === "en-cours"}
          onClick={() => {
            if (canSave) word.write(fiches, forme);
            else word.offerCopy(fiches);
          }}
        >
          {canSave ? mots.word.creer(n) : mots.word.copierFiches(n)}
        </Button>
        {travail.status === "en-cours" && (
          <Button size="small" onClick={word.stop}>
            {mots.word.arreter}
          </Button>
        )}
      </div>
      <Travail travail={travail} onGive={word.give} />
      {canSave && (
        <div className={styles.padded}>
          <Disclosure label={mots.word.reglages(modele?.nom ?? mots.word.sansModele, shownForme)} isWide>
            {() => (
              <>
                {n > 1 && (
                  <RadioGroup
                    aria-label={mots.word.forme}
                    value={forme}
                    onChange={(_, { value }) => {
                      setForme(FORMES.find((one) => one === value) ?? "zip");
                    }}
                  >
                    {FORMES.map((one) => (
                      <Radio key={one} value={one} label={mots.word.formes[one]} />
                    ))}
                  </RadioGroup>
                )}
                <Modele word={word} />
              </>
            )}
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

/** The document of the house: chosen once, then used for every fiche. */
function Modele({ word }: Pick<WordProps, "word">) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const { modele, isReadingModele, chooseModele, forgetModele } = word;
  return (
    <>
      <p className={styles.text}>{modele === null ? mots.word.miseEnPage : mots.word.avecModele(modele.nom)}</p>
      {modele !== null && <p className={styles.quiet}>{modele.isKept ? mots.word.retenu : mots.word.nonRetenu}</p>}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={mots.word.fichierModele}
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) chooseModele(file);
          currentTarget.value = "";
        }}
      />
      <div className={styles.row}>
        <Button
          size="small"
          disabledFocusable={isReadingModele}
          onClick={() => {
            input.current?.click();
          }}
        >
          {isReadingModele ? mots.word.lectureModele : modele === null ? mots.word.choisir : mots.word.changer}
        </Button>
        {modele !== null && (
          <Button size="small" onClick={forgetModele}>
            {mots.word.oublier}
          </Button>
        )}
      </div>
      <Disclosure label={mots.word.champs} isWide>
        {() => (
          <div className={styles.bleed}>
            <Champs />
          </div>
        )}
      </Disclosure>
    </>
  );
}

interface TravailProps {
  readonly travail: TravailWord;
  readonly onGive: () => void;
}

/** How far it is, then what came out and what to do if nothing appears: no host tells whether it took the file. */
function Travail({ travail, onGive }: TravailProps) {
  const styles = useStyles();
  return (
    <>
      <div role="status">
        <p className={styles.said}>{sayTravail(travail)}</p>
        {travail.status === "refuse" && travail.fautes.length > 0 && (
          <ul className={styles.fautes}>
            {travail.fautes.map((faute) => (
              <li key={faute}>{faute}</li>
            ))}
          </ul>
        )}
      </div>
      {travail.status === "en-cours" && (
        <div className={styles.progress}>
          <ProgressBar value={travail.faites} max={travail.total} aria-label={mots.word.titre} />
        </div>
      )}
      {travail.status === "pret" && (
        <>
          {(travail.donne === null || travail.donne === "impossible") && (
            <div className={styles.buttons}>
              <Button size="small" appearance="primary" onClick={onGive}>
                {mots.word.enregistrer}
              </Button>
            </div>
          )}
          {travail.donne !== "choisi" && (
            <div className={styles.padded}>
              <Disclosure label={mots.word.rienApparu} isWide>
                {() => (
                  <div className={styles.bleed}>
                    <Secours fiches={travail.fiches} />
                  </div>
                )}
              </Disclosure>
            </div>
          )}
        </>
      )}
      {travail.status === "a-copier" && <Secours fiches={travail.fiches} />}
    </>
  );
}

function sayTravail(travail: TravailWord): string {
  switch (travail.status) {
    case "aucun":
      return "";
    case "a-copier":
      return mots.word.impossible;
    case "en-cours":
      return mots.word.enCours(travail.faites, travail.total);
    case "arrete":
      return mots.word.arrete;
    case "refuse":
      return travail.raison;
    case "pret":
      if (travail.donne === "choisi") return mots.word.choisi(travail.fichier.nom);
      if (travail.donne === null || travail.donne === "renonce") return mots.word.pret(travail.fichier.nom);
      return travail.donne === "impossible" ? mots.word.impossible : mots.word.demande(travail.fichier.nom);
    default:
      return travail satisfies never;
  }
}

/** The clipboard, which every host has; the text itself where even that is refused. */
function Secours({ fiches }: { readonly fiches: readonly FicheAction[] }) {
  const styles = useStyles();
  const throwBug = useBug();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const [texte, setTexte] = useState("");
  const copy = async () => {
    const { toHtml, toPlainText } = await import("../../../application/word/to-html");
    const texts = { html: toHtml(fiches), texte: toPlainText(fiches) };
    setTexte(texts.texte);
    setCopied(await copyForWord(texts));
  };
  return (
    <>
      <p className={styles.after}>{mots.word.secours}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            copy().catch(throwBug);
          }}
        >
          {mots.word.copier}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {isCopied !== null && (isCopied ? mots.word.copie : mots.word.copieImpossible)}
      </p>
      {isCopied === false && (
        <Field className={styles.padded} label={mots.word.texte}>
          <Textarea
            className={styles.raw}
            readOnly
            value={texte}
            onFocus={({ target }) => {
              target.select();
            }}
          />
        </Field>
      )}
    </>
  );
}
