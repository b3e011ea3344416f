import { Button, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

/** The least a pane of the same libraries can be: what ours is measured against. */
void Office.onReady(() => {
  const root = document.getElementById("volet");
  if (root === null) throw new Error("one-button.html has no element #volet");
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <Button appearance="primary">Vérifier ce classeur</Button>
    </FluentProvider>,
  );
});
