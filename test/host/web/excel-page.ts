/** The page that plays Excel on the web: a sheet that is only a colour, and the frame of the pane, shown when asked for. */
export function excelPage(paneOrigin: string): string {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>Classeur.xlsx</title>
    <link rel="icon" href="data:," />
    <style>
      body { margin: 0; display: flex; height: 100vh; background: #e6e6e6; }
      #grille { flex: 1; min-width: 0; font: 14px sans-serif; padding: 8px; }
      iframe { border: 0; height: 100%; }
      iframe[hidden] { display: block; visibility: hidden; position: absolute; }
    </style>
  </head>
  <body>
    <div role="region" aria-label="Feuille" tabindex="-1" id="grille">Classeur</div>
    <script>
      const pane = ${JSON.stringify(paneOrigin)};
      let frame = null;
      addEventListener("message", (event) => {
        if (frame && event.source === frame.contentWindow && typeof event.data === "string") void tellExcel(event.data);
      });
      window.tellPane = (text) => frame.contentWindow.postMessage(text, pane);
      window.openPane = (name, address, width, isHidden) => {
        frame = document.createElement("iframe");
        frame.title = "Référent CPOM";
        frame.name = name;
        frame.width = width;
        frame.hidden = isHidden;
        frame.src = address;
        document.body.append(frame);
      };
      window.showPane = (isShown) => { frame.hidden = !isShown; };
    </script>
  </body>
</html>`;
}
