import { useState } from "react";
import { Button, Field, Select } from "@fluentui/react-components";
import { Print16Regular } from "@fluentui/react-icons/svg/print";
import type { GanttAsked } from "../../../application/commands/propose-gantt";
import { Disclosure } from "../../components/Disclosure";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

/** How the sheet to print is drawn. */
export type FormeGantt = Pick<GanttAsked, "pas" | "papier">;

interface GanttImprimeProps {
  readonly onPropose: (forme: FormeGantt) => void;
}

const PAS = ["semaines", "mois"] as const;
const PAPIERS = ["A4", "A3"] as const;

/** The quieter way out of the chart: a sheet of the workbook, to print. */
export function GanttImprime({ onPropose }: GanttImprimeProps) {
  const styles = useStyles();
  const [forme, setForme] = useState<FormeGantt>({ pas: "semaines", papier: "A4" });
  return (
    <div className={styles.padded}>
      <Disclosure label={mots.impression.titre}>
        {() => (
          <div className={styles.form}>
            <Field label={mots.impression.pas}>
              <Select
                className={styles.select}
                value={forme.pas}
                onChange={(_, { value }) => {
                  setForme({ ...forme, pas: PAS.find((one) => one === value) ?? "semaines" });
                }}
              >
                {PAS.map((one) => (
                  <option key={one} value={one}>
                    {mots.impression.lesPas[one]}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={mots.impression.papier}>
              <Select
                className={styles.select}
                value={forme.papier}
                onChange={(_, { value }) => {
                  setForme({ ...forme, papier: PAPIERS.find((one) => one === value) ?? "A4" });
                }}
              >
                {PAPIERS.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </Select>
            </Field>
            <div>
              <Button
                size="small"
                icon={<Print16Regular />}
                onClick={() => {
                  onPropose(forme);
                }}
              >
                {mots.impression.bouton}
              </Button>
            </div>
          </div>
        )}
      </Disclosure>
    </div>
  );
}
