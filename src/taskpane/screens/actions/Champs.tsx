import { useEffect, useState } from "react";
import type { listFields } from "../../../application/word/champs-modele";
import { useBug } from "../../components/BugBoundary";
import { useStyles } from "./actions.styles";
import { mots } from "./textes-actions";

type Fields = ReturnType<typeof listFields>;

/** Every place that a model of the house may hold, for whoever writes one. */
export function Champs() {
  const styles = useStyles();
  const throwBug = useBug();
  const [fields, setFields] = useState<Fields | null>(null);
  useEffect(() => {
    import("../../../application/word/champs-modele")
      .then((loaded) => {
        setFields(loaded.listFields());
      })
      .catch(throwBug);
  }, [throwBug]);
  if (fields === null) return null;
  return (
    <>
      <p className={styles.sectionQuiet}>{mots.word.champsAide}</p>
      <dl className={styles.fields}>
        {fields.champs.map(({ nom, aide }) => (
          <Field key={nom} nom={mots.word.champ(nom)} aide={aide} />
        ))}
        {fields.listes.map(({ nom, aide, champs }) => (
          <Field
            key={nom}
            nom={mots.word.liste(nom)}
            aide={`${aide} ${champs.map((one) => mots.word.champ(one.nom)).join(" ")}`}
          />
        ))}
      </dl>
    </>
  );
}

function Field({ nom, aide }: { readonly nom: string; readonly aide: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.field}>{nom}</dt>
      <dd className={styles.fieldHelp}>{aide}</dd>
    </>
  );
}
