import { useState } from "react";
import { Button } from "@fluentui/react-components";
import { type Command, type CommandContext, runCommand } from "../../../application/command";
import { attachValidations } from "../../../application/commands/attach-validations";
import type { FeuilleComprise } from "../../../application/commands/describe-classeur";
import { prepareClasseur } from "../../../application/commands/prepare-classeur";
import { proposeCorrections } from "../../../application/commands/propose-corrections";
import { sheets } from "../../../domain/sheets/catalogue";
import type { Demarche } from "../../../domain/modeles/demarche";
import { Disclosure } from "../../components/Disclosure";
import { ScreenRead } from "../../components/ScreenRead";
import type { ScreenProps } from "../../screen-props";
import { textes } from "../../textes";
import type { Apercu, Ecritures } from "../../use-ecriture";
import { apercuOfCorrections, apercuOfPreparation, apercuOfValidation } from "./apercus";
import { useStyles } from "./classeur.styles";
import { DemarcheForm } from "./DemarcheForm";
import { FeuilleItem } from "./FeuilleItem";
import { type Comprehension, useComprehension } from "./use-classeur";

interface ClasseurScreenProps extends Omit<ScreenProps, "isShown" | "onShow" | "onPrepare"> {
  readonly onKept: () => void;
}

const mots = textes.classeur;
const KIT = Object.keys(sheets).length;
/** Lines of sheets that are none of ours, before the others unfold. */
const SHOWN = 8;

/** What is understood of the workbook, sheet by sheet; then what it lacks. */
export function ClasseurScreen(props: ClasseurScreenProps) {
  const { contextOf, version, onKept, bar } = props;
  const comprehension = useComprehension(contextOf, version, onKept);
  return (
    <ScreenRead lu={comprehension.result} failure={comprehension.failure} bar={bar}>
      <Understood {...props} comprehension={comprehension} />
    </ScreenRead>
  );
}

interface UnderstoodProps extends Omit<ClasseurScreenProps, "version" | "onKept"> {
  readonly comprehension: Comprehension;
}

function Understood({ comprehension, contextOf, ecritures, bar }: UnderstoodProps) {
  const styles = useStyles();
  const [demarche, setDemarche] = useState<Partial<Demarche>>({});
  const { offer, nothing } = useOffer(contextOf, ecritures);
  const { result, kept } = comprehension;
  const prepare = () => {
    offer(prepareClasseur(demarche), apercuOfPreparation, mots.rienNeManque);
  };
  const label = mots.preparation.bouton;
  if (result === null)
    return (
      <>
        <div className={styles.screen} />
        {bar({ main: { label, onAct: prepare, runningLabel: mots.lecture }, annulable: null, note: "" })}
      </>
    );
  const known = result.feuilles.filter(({ attachment }) => attachment !== null);
  const missing = KIT - new Set(known.map(({ attachment }) => attachment?.sheet)).size;
  const { ecriture } = ecritures;
  const isProposing = ecriture.status === "running" && ecriture.work === "proposing";
  const runningLabel = isProposing ? textes.ecriture.preparation : null;
  return (
    <>
      <div className={styles.screen}>
        <h1 className={styles.title}>{mots.titre}</h1>
        <p className={styles.text}>
          {mots.resume(known.length, result.feuilles.length)} {missing === 0 ? mots.rienNeManque : mots.manque(missing)}
        </p>
        <Feuilles titre={mots.aConfirmer} feuilles={result.feuilles.filter(isDoubtful)} comprehension={comprehension} />
        <Feuilles
          titre={mots.reconnues}
          explication={mots.commentCorriger}
          feuilles={known.filter((feuille) => !isDoubtful(feuille))}
          comprehension={comprehension}
        />
        <Feuilles
          titre={mots.autres}
          explication={mots.aucunReconnu}
          shown={SHOWN}
          feuilles={result.feuilles.filter((feuille) => feuille.attachment === null && !isDoubtful(feuille))}
          comprehension={comprehension}
        />
        {missing > 0 && (
          <section className={styles.section}>
            <Disclosure label={mots.reglages}>
              {() => <DemarcheForm demarche={demarche} onChange={setDemarche} />}
            </Disclosure>
          </section>
        )}
        {known.length > 0 && <Improvements offer={offer} />}
      </div>
      {bar({
        main: missing === 0 ? null : { label, onAct: prepare, runningLabel },
        annulable: result.annulable,
        note: nothing !== "" || kept === null ? nothing : mots.enregistree(kept),
      })}
    </>
  );
}

interface FeuillesProps {
  readonly titre: string;
  readonly explication?: string;
  readonly feuilles: readonly FeuilleComprise[];
  readonly comprehension: Comprehension;
  /** Lines shown at once; the others unfold. */
  readonly shown?: number;
}

function Feuilles({ titre, explication, feuilles, comprehension, shown = feuilles.length }: FeuillesProps) {
  const styles = useStyles();
  if (feuilles.length === 0) return null;
  const rest = feuilles.slice(shown);
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{titre}</h2>
      {explication !== undefined && <p className={styles.quiet}>{explication}</p>}
      <Lines feuilles={feuilles.slice(0, shown)} comprehension={comprehension} />
      {rest.length > 0 && (
        <Disclosure label={mots.suite(rest.length)} isWide>
          {() => <Lines feuilles={rest} comprehension={comprehension} />}
        </Disclosure>
      )}
    </section>
  );
}

function Lines({ feuilles, comprehension }: Pick<FeuillesProps, "feuilles" | "comprehension">) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {feuilles.map((feuille) => (
        <FeuilleItem
          // What was said and understood of a tab changes its form: it starts again from there.
          key={JSON.stringify([feuille.tab, feuille.said, feuille.attachment?.columns])}
          feuille={feuille}
          onKeep={(said) => {
            comprehension.keep(feuille.tab, said);
          }}
        />
      ))}
    </ul>
  );
}

type Offer = <Result>(command: Command<Result>, show: (result: Result) => Apercu | null, otherwise: string) => void;

/** Shows what a command would write; says `otherwise` when it would write nothing. */
function useOffer(contextOf: () => CommandContext, ecritures: Ecritures) {
  const [nothing, setNothing] = useState("");
  const offer: Offer = (command, show, otherwise) => {
    if (ecritures.ecriture.status === "running") return;
    setNothing("");
    ecritures.propose(async () => {
      const outcome = await runCommand(command, contextOf());
      if (outcome.status === "failed") return outcome;
      const apercu = show(outcome.result);
      if (apercu === null) setNothing(otherwise);
      return { status: "done", result: apercu };
    });
  };
  return { offer, nothing };
}

/** What the product can do in the sheets that she has. */
function Improvements({ offer }: { readonly offer: Offer }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{mots.ameliorer}</h2>
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            offer(attachValidations, apercuOfValidation, mots.validation.rien);
          }}
        >
          {mots.validation.bouton}
        </Button>
        <Button
          onClick={() => {
            offer(proposeCorrections, apercuOfCorrections, mots.corrections.rien);
          }}
        >
          {mots.corrections.bouton}
        </Button>
      </div>
    </section>
  );
}

function isDoubtful({ attachment, candidate, said }: FeuilleComprise): boolean {
  return said === null && (candidate !== null || attachment?.isSure === false);
}
