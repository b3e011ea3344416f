import { useState } from "react";
import { Button } from "@fluentui/react-components";
import { type Command, type CommandContext, runCommand } from "../../../application/command";
import { attachValidations } from "../../../application/commands/attach-validations";
import type { FeuilleComprise } from "../../../application/commands/describe-classeur";
import { prepareClasseur } from "../../../application/commands/prepare-classeur";
import { proposeCorrections } from "../../../application/commands/propose-corrections";
import { describeFailure } from "../../../application/failure";
import { sheets } from "../../../domain/sheets/catalogue";
import type { Demarche } from "../../../domain/modeles/demarche";
import { Disclosure } from "../../components/Disclosure";
import { FailureMessage } from "../../components/FailureMessage";
import { textes } from "../../textes";
import type { Apercu, Ecritures } from "../../use-ecriture";
import { apercuOfCorrections, apercuOfPreparation, apercuOfValidation } from "./apercus";
import { useStyles } from "./classeur.styles";
import { DemarcheForm } from "./DemarcheForm";
import { FeuilleItem } from "./FeuilleItem";
import { type Comprehension, useComprehension } from "./use-classeur";

interface ClasseurScreenProps {
  readonly contextOf: () => CommandContext;
  readonly ecritures: Ecritures;
  /** Changes when the workbook was written to by our hand. */
  readonly version: number;
  readonly onKept: () => void;
}

const mots = textes.classeur;

/** What is understood of the workbook, sheet by sheet; then what it lacks. */
export function ClasseurScreen({ contextOf, ecritures, version, onKept }: ClasseurScreenProps) {
  const styles = useStyles();
  const comprehension = useComprehension(contextOf, version, onKept);
  const { result, failure } = comprehension;
  if (failure !== null) return <FailureMessage text={describeFailure(failure)} />;
  if (result === null) return <p className={styles.screen}>{mots.lecture}</p>;
  const known = result.feuilles.filter(({ attachment }) => attachment !== null);
  const missing = Object.keys(sheets).length - known.length;
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{mots.titre}</h1>
      <p className={styles.text}>{mots.resume(known.length, result.feuilles.length)}</p>
      <p role="status" className={styles.text}>
        {comprehension.kept !== null && mots.enregistree(comprehension.kept)}
      </p>
      <Feuilles titre={mots.aConfirmer} feuilles={result.feuilles.filter(isDoubtful)} comprehension={comprehension} />
      <Feuilles
        titre={mots.reconnues}
        feuilles={known.filter((feuille) => !isDoubtful(feuille))}
        comprehension={comprehension}
      />
      <Feuilles
        titre={mots.autres}
        feuilles={result.feuilles.filter((feuille) => feuille.attachment === null && !isDoubtful(feuille))}
        comprehension={comprehension}
      />
      <Completion missing={missing} annulable={result.annulable} contextOf={contextOf} ecritures={ecritures} />
    </div>
  );
}

function Feuilles({
  titre,
  feuilles,
  comprehension,
}: {
  readonly titre: string;
  readonly feuilles: readonly FeuilleComprise[];
  readonly comprehension: Comprehension;
}) {
  const styles = useStyles();
  if (feuilles.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{titre}</h2>
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
    </section>
  );
}

interface CompletionProps extends Pick<ClasseurScreenProps, "contextOf" | "ecritures"> {
  readonly missing: number;
  readonly annulable: string | null;
}

/** What the product can add: the missing tabs, the validation of hers; and the way back. */
function Completion({ missing, annulable, contextOf, ecritures }: CompletionProps) {
  const styles = useStyles();
  const [demarche, setDemarche] = useState<Partial<Demarche>>({});
  /** Said when there is nothing to propose. */
  const [nothing, setNothing] = useState("");
  const isRunning = ecritures.ecriture.status === "running";
  const offer = <Result,>(command: Command<Result>, show: (result: Result) => Apercu | null, otherwise: string) => {
    ecritures.propose(async () => {
      const outcome = await runCommand(command, contextOf());
      if (outcome.status === "failed") return outcome;
      const apercu = show(outcome.result);
      setNothing(apercu === null ? otherwise : "");
      return { status: "done", result: apercu };
    });
  };
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{mots.completer}</h2>
      <p className={styles.text}>{missing === 0 ? mots.rienNeManque : mots.manque(missing)}</p>
      {missing > 0 && (
        <>
          <Disclosure label={mots.reglages}>
            {() => <DemarcheForm demarche={demarche} onChange={setDemarche} />}
          </Disclosure>
          <Button
            appearance="primary"
            disabledFocusable={isRunning}
            onClick={() => {
              offer(prepareClasseur(demarche), apercuOfPreparation, mots.rienNeManque);
            }}
          >
            {mots.preparation.bouton}
          </Button>
        </>
      )}
      <div className={styles.buttons}>
        <Button
          disabledFocusable={isRunning}
          onClick={() => {
            offer(attachValidations, apercuOfValidation, mots.validation.rien);
          }}
        >
          {mots.validation.bouton}
        </Button>
        <Button
          disabledFocusable={isRunning}
          onClick={() => {
            offer(proposeCorrections, apercuOfCorrections, mots.corrections.rien);
          }}
        >
          {mots.corrections.bouton}
        </Button>
        {annulable !== null && (
          <Button
            appearance="subtle"
            disabledFocusable={isRunning}
            onClick={() => {
              ecritures.undo("ask");
            }}
          >
            {mots.annulerDerniere(annulable)}
          </Button>
        )}
      </div>
      <p role="status" className={styles.text}>
        {nothing}
      </p>
    </section>
  );
}

function isDoubtful({ attachment, candidate, said }: FeuilleComprise): boolean {
  return said === null && (candidate !== null || attachment?.isSure === false);
}
