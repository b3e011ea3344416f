import { useState } from "react";
import { mergeClasses, Radio } from "@fluentui/react-components";
import type { ConflitFiche } from "../../../application/fiches/update-fiche";
import type { ChoixFusion } from "../../../domain/fiche-action/fusion";
import { MoreButton } from "../../components/MoreButton";
import { Section } from "../../components/Section";
import { useStyles } from "./actions.styles";
import { mots } from "./textes-actions";

interface ConflitsProps {
  /** With the identifier of the line that each one is of. */
  readonly conflits: readonly (ConflitFiche & { readonly action: string })[];
  readonly choix: Readonly<Record<string, ChoixFusion>>;
  readonly onChoose: (conflit: ConflitFiche, choix: ChoixFusion) => void;
}

/** Shown at once, and at each press. */
const FIRST = 6;
const MORE = 20;
const VERSIONS = ["sienne", "plan"] as const;

/** Places that both she and the plan changed: one text beside the other, hers until she says otherwise. */
export function Conflits({ conflits, choix, onChoose }: ConflitsProps) {
  const styles = useStyles();
  const [limit, setLimit] = useState(FIRST);
  if (conflits.length === 0) return null;
  return (
    <Section titre={mots.conflits.titre(conflits.length)}>
      <p className={styles.sectionText}>{mots.conflits.aide}</p>
      {conflits.slice(0, limit).map((conflit) => {
        const { id, action, libelle, sienne, nouvelle } = conflit;
        return (
          <fieldset key={id} className={styles.conflit}>
            <legend className={styles.legend}>{mots.conflits.place(action, libelle)}</legend>
            <div className={styles.versions}>
              {VERSIONS.map((version) => {
                const texte = version === "sienne" ? sienne : nouvelle;
                return (
                  <div key={version}>
                    <Radio
                      name={id}
                      value={version}
                      label={mots.conflits.choix[version]}
                      checked={choix[id] === version}
                      onChange={() => {
                        onChoose(conflit, version);
                      }}
                    />
                    <p className={mergeClasses(styles.version, choix[id] === version && styles.taken)}>
                      {texte === "" ? <em>{mots.conflits.vide}</em> : texte}
                    </p>
                  </div>
                );
              })}
            </div>
          </fieldset>
        );
      })}
      {conflits.length > limit && (
        <MoreButton
          label={mots.conflits.suite(Math.min(MORE, conflits.length - limit))}
          onMore={() => {
            setLimit(limit + MORE);
          }}
        />
      )}
    </Section>
  );
}
