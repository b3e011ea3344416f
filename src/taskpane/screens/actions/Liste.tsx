import { useDeferredValue, useMemo, useState } from "react";
import { Button, Checkbox, mergeClasses, SearchBox, Select } from "@fluentui/react-components";
import type { ActionLue } from "../../../application/commands/study-actions";
import type { EtatFiche } from "../../../application/fiches/etat-fiche";
import type { Place } from "../../../domain/sheets/grid";
import { MoreButton } from "../../components/MoreButton";
import { Section } from "../../components/Section";
import { nombre } from "../../textes";
import { useStyles } from "./actions.styles";
import { groupActions, isMontre, type Montre, MONTRES } from "./liste";
import { Meteo } from "./Meteo";
import { fichables } from "./selection";
import { mots } from "./textes-actions";
import type { EtatActions } from "./use-actions";

interface ListeProps extends Pick<EtatActions, "cible" | "cochees" | "tick" | "point"> {
  readonly actions: readonly ActionLue[];
  readonly onShow: (at: Place) => void;
}

/** Lines of a group shown at once. */
const FIRST = 30;
const MORE = 100;

/** All the actions by status, with what their fiche waits for; those that are ticked are worked on together. */
export function Liste({ actions, cible, cochees, tick, point, onShow }: ListeProps) {
  const styles = useStyles();
  const [texte, setTexte] = useState("");
  const [montre, setMontre] = useState<Montre | null>(null);
  const [limit, setLimit] = useState(FIRST);
  const sought = useDeferredValue(texte);
  const groupes = useMemo(() => groupActions(actions, { texte: sought, montre }), [actions, sought, montre]);
  const found = groupes.flatMap((groupe) => groupe.actions);
  const shown = new Set(found.slice(0, limit));
  const cles = fichables(found).map(({ cle }) => cle);
  const isAll = cles.length > 0 && cles.every((cle) => cochees.has(cle));
  const isSome = cles.some((cle) => cochees.has(cle));
  const reste = found.length - limit;
  const current = new Set(cible.par === "lignes" ? cible.lignes.map(({ cle }) => cle) : []);
  return (
    <Section titre={mots.liste.titre}>
      <div className={styles.filters}>
        <SearchBox
          size="small"
          className={styles.filter}
          aria-label={mots.liste.chercher}
          placeholder={mots.liste.chercherCourt}
          value={texte}
          onChange={(_, { value }) => {
            setTexte(value);
          }}
        />
        <Select
          size="small"
          className={styles.filter}
          aria-label={mots.liste.montrer}
          value={montre ?? ""}
          onChange={(_, { value }) => {
            setMontre(MONTRES.find((one) => one === value) ?? null);
          }}
        >
          <option value="">{mots.liste.toutes}</option>
          {MONTRES.map((one) => (
            <option key={one} value={one}>
              {mots.liste.montre(one, actions.filter((action) => isMontre(action, one)).length)}
            </option>
          ))}
        </Select>
      </div>
      {found.length === 0 && <p className={styles.sectionText}>{mots.liste.aucune}</p>}
      {cles.length > 0 && (
        <div className={styles.tools}>
          <Checkbox
            label={mots.liste.toutCocher(cles.length)}
            checked={isAll ? true : isSome ? "mixed" : false}
            onChange={() => {
              tick(cles, !isAll);
            }}
          />
        </div>
      )}
      {groupes.map(({ etat, actions: own }) => {
        const visible = own.filter((action) => shown.has(action));
        return visible.length === 0 ? null : (
          <div key={etat ?? ""}>
            <h3 className={styles.group}>
              {etat ?? mots.liste.sansStatut} <span className={styles.count}>{nombre(own.length)}</span>
            </h3>
            <ul className={styles.list}>
              {visible.map((action) => (
                <li key={action.cle} className={styles.item}>
                  <Line
                    action={action}
                    isTicked={cochees.has(action.cle)}
                    isCurrent={current.has(action.cle)}
                    onTick={(isTicked) => {
                      tick([action.cle], isTicked);
                    }}
                    onGo={() => {
                      point(action.cle);
                      onShow(action.at);
                    }}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {reste > 0 && (
        <MoreButton
          label={mots.liste.suite(Math.min(MORE, reste))}
          onMore={() => {
            setLimit(limit + MORE);
          }}
        />
      )}
    </Section>
  );
}

interface LineProps {
  readonly action: ActionLue;
  readonly isTicked: boolean;
  readonly isCurrent: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly onGo: () => void;
}

function Line({ action, isTicked, isCurrent, onTick, onGo }: LineProps) {
  const styles = useStyles();
  const { id, intitule, etat, suivi } = action;
  const nom = [id, intitule].filter((part) => part !== null && part !== "").join(" ");
  return (
    <div className={styles.line}>
      <Checkbox
        className={styles.tick}
        aria-label={nom}
        checked={isTicked}
        disabled={etat.status === "impossible"}
        onChange={(_, { checked }) => {
          onTick(checked === true);
        }}
      />
      <Button
        className={mergeClasses(styles.button, isCurrent && styles.current)}
        appearance="subtle"
        aria-current={isCurrent ? "true" : undefined}
        onClick={onGo}
      >
        <span>{nom}</span>
        <span className={styles.under}>
          <Meteo meteo={suivi.meteo} isWhole={false} />
          <span>{sayFiche(etat)}</span>
        </span>
      </Button>
    </div>
  );
}

function sayFiche(etat: EtatFiche): string {
  if (etat.status === "impossible") return mots.liste.fiche.impossible;
  if (etat.status === "absente") return mots.liste.fiche.absente;
  if (etat.conflits.length > 0) return mots.liste.fiche.aTrancher(etat.conflits.length);
  return etat.changes.length > 0 ? mots.liste.fiche.aMettreAJour : mots.liste.fiche.aJour;
}
