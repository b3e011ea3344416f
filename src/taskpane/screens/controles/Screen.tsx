import { Button, Select } from "@fluentui/react-components";
import { CheckmarkCircle24Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle24Regular } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircle24Regular } from "@fluentui/react-icons/svg/question-circle";
import type { CheckResult } from "../../../application/commands/check-classeur";
import { constatsOf } from "../../../domain/rules/report";
import { CompletudeBars } from "../../components/CompletudeBars";
import { ConstatList } from "../../components/ConstatList";
import { Disclosure } from "../../components/Disclosure";
import type { Checked } from "../../state";
import { GRAVITES, textes } from "../../textes";
import { choicesOf, GRAVITES_ORDER, resultsWith, SANS_FILTRE, tally, type Entry } from "./classement";
import { useStyles } from "./controles.styles";
import { headlineOf, isSure } from "./headline";
import { labelOf, SEARCHED } from "./tables";
import type { Controles } from "./use-controles";

interface ControlesScreenProps {
  readonly last: Checked;
  readonly controles: Controles;
  readonly onGo: (entry: Entry) => void;
  readonly exemple: Exemple | null;
}

/** A way to an example workbook, where there is one. */
export interface Exemple {
  readonly label: string;
  readonly open: () => void;
}

/** Home: what blocks the signature, how far each table is, then every constat. */
export function ControlesScreen({ last, controles, onGo, exemple }: ControlesScreenProps) {
  const styles = useStyles();
  const { result } = last;
  const isRecognised = result.attachments.length > 0;
  const hasConstats = constatsOf(result.report).length > 0;
  return (
    <div>
      <Headline last={last} />
      {!isRecognised && <NotRecognised exemple={exemple} />}
      <CompletudeBars completude={result.completude} labelOf={labelOf} />
      {hasConstats && (
        <section aria-labelledby="constats" className={styles.constats}>
          <div className={styles.listHead}>
            <h2 id="constats" className={styles.sectionTitle}>
              {textes.constats}
            </h2>
            <Filters result={result} controles={controles} />
          </div>
          {controles.entries.length === 0 && (
            <div className={styles.empty}>
              <p className={styles.text}>{textes.aucunAvecFiltres}</p>
              <Button
                size="small"
                onClick={() => {
                  controles.filter(SANS_FILTRE);
                }}
              >
                {textes.effacerFiltres}
              </Button>
            </div>
          )}
          <ConstatList controles={controles} onGo={onGo} />
        </section>
      )}
      {isRecognised && <Proof result={result} />}
      {controles.entries.length > 1 && <p className={styles.keys}>{textes.raccourcis}</p>}
    </div>
  );
}

const ICONS = {
  bloque: ErrorCircle24Regular,
  libre: CheckmarkCircle24Regular,
  inconnu: QuestionCircle24Regular,
} as const;

function Headline({ last }: { readonly last: Checked }) {
  const styles = useStyles();
  const { kind, title, detail } = headlineOf(last.result);
  const Icon = ICONS[kind];
  const heure = last.at.toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
  return (
    <header className={styles.header}>
      <p className={styles.name}>
        <span className={styles.file}>{last.result.classeur}</span>
        <span className={styles.time}>{` · ${textes.verifieA(heure)}`}</span>
      </p>
      <h1 className={styles.title}>
        <Icon className={styles[kind]} aria-hidden />
        <span>{title}</span>
      </h1>
      {detail !== "" && <p className={styles.detail}>{detail}</p>}
    </header>
  );
}

/** The workbook is not one of ours, or not yet: said kindly, with what to do next. */
function NotRecognised({ exemple }: { readonly exemple: Exemple | null }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <p className={styles.text}>{textes.nonReconnu.explication}</p>
      <h2 className={styles.sectionTitle}>{textes.nonReconnu.etapesTitre}</h2>
      <ol className={styles.steps}>
        {textes.nonReconnu.etapes.map((etape) => (
          <li key={etape}>{etape}</li>
        ))}
      </ol>
      <p className={styles.text}>
        {textes.nonReconnu.attendus} {SEARCHED.join(", ")}.
      </p>
      {exemple && <Button onClick={exemple.open}>{exemple.label}</Button>}
    </section>
  );
}

function Filters({ result, controles }: { readonly result: CheckResult; readonly controles: Controles }) {
  const styles = useStyles();
  const { filtres, filter } = controles;
  const { feuilles, gravites } = choicesOf(result.report);
  return (
    <div className={styles.filters}>
      <Select
        size="small"
        className={styles.filter}
        aria-label={textes.feuille}
        value={filtres.feuille ?? ""}
        onChange={(_, { value }) => {
          filter({ ...filtres, feuille: value === "" ? null : value });
        }}
      >
        <option value="">{textes.toutesFeuilles}</option>
        {feuilles.map(([tab, count]) => (
          <option key={tab} value={tab}>
            {textes.choix(tab, count)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        className={styles.filter}
        aria-label={textes.gravite}
        value={filtres.gravite ?? ""}
        onChange={(_, { value }) => {
          filter({ ...filtres, gravite: GRAVITES_ORDER.find((gravite) => gravite === value) ?? null });
        }}
      >
        <option value="">{textes.toutesGravites}</option>
        {gravites.map(([gravite, count]) => (
          <option key={gravite} value={gravite}>
            {textes.choix(GRAVITES[gravite], count)}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** What is conforming, what had nothing to look at, and what was recognised: proof, folded. */
function Proof({ result }: { readonly result: CheckResult }) {
  const styles = useStyles();
  const conformes = resultsWith(result.report, "conforme");
  const sansObjet = resultsWith(result.report, "sans-objet");
  const { tallied, attachments } = { tallied: tally(result.report), attachments: result.attachments };
  return (
    <div className={styles.section}>
      {tallied.bloquants + tallied.verifier + tallied.conseils === 0 && (
        <p className={styles.text}>{textes.rienAutre}</p>
      )}
      {conformes.length > 0 && (
        <Disclosure label={textes.conformes(conformes.length)}>
          {() => <RuleTitles titles={conformes.map(({ rule }) => rule.title)} />}
        </Disclosure>
      )}
      {sansObjet.length > 0 && (
        <Disclosure label={textes.sansObjet(sansObjet.length)}>
          {() => <RuleTitles titles={sansObjet.map(({ rule }) => rule.title)} />}
        </Disclosure>
      )}
      <Disclosure label={textes.reconnu(attachments.length)}>
        {() => (
          <dl className={styles.recognised}>
            {attachments.map((attachment) => (
              <div key={`${attachment.tab}/${attachment.sheet}/${String(attachment.firstRow)}`} className={styles.tab}>
                <dt className={styles.tabName}>{attachment.tab}</dt>
                <dd className={styles.tabIs}>
                  {textes.reconnuLigne(labelOf(attachment.sheet), attachment.headerRows)}
                  <span className={styles.quiet}>{` · ${isSure(attachment) ? textes.sur : textes.aConfirmer}`}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Disclosure>
    </div>
  );
}

function RuleTitles({ titles }: { readonly titles: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.titles}>
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
