import { makeStyles } from "@fluentui/react-components";
import { describeFailure } from "../../application/failure";
import type { Failure } from "../../application/ports/workbook";
import type { ScreenProps } from "../screen-props";
import { screenParts } from "../texte.styles";
import { FailureMessage } from "./FailureMessage";

interface ScreenFailureProps {
  readonly failure: Failure;
  readonly bar: ScreenProps["bar"];
}

/** A screen whose workbook could not be read: why, above a bar that proposes nothing. */
export function ScreenFailure({ failure, bar }: ScreenFailureProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.screen}>
        <div className={styles.inner}>
          <FailureMessage text={describeFailure(failure)} />
        </div>
      </div>
      {bar({ main: null, annulable: null, note: "" })}
    </>
  );
}

const useStyles = makeStyles({ screen: screenParts.screen, inner: screenParts.inner });
