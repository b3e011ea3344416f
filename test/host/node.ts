import { readFileSync } from "node:fs";
import { runInContext, createContext } from "node:vm";
import type { WorkbookDescription } from "../support/workbook-description";
import { ExcelHost, type HostOptions, OFFICE_ERROR } from "./excel-host";
import { isSetSupported } from "./requirement-sets";

/** Opens a workbook in the emulated Excel of this process: `Excel.run` then works as in a pane, on that workbook. */
export function openNodeHost(description: WorkbookDescription, options: HostOptions = {}): ExcelHost {
  const library = (loaded ??= loadOfficeJs());
  const host = new ExcelHost(description, options);
  host.onEvent((event) => {
    if (library.host !== host) return;
    library.bridge.onMessageFromHost?.(JSON.stringify({ type: 3, controlId: "", message: { entries: [event] } }));
  });
  library.host = host;
  return host;
}

/** Microsoft’s own hook for hosts without a page: messages go out as text, and come back the same way. */
interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

interface LoadedLibrary {
  readonly bridge: NativeBridge;
  host: ExcelHost | null;
}

interface BridgeMessage {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

let loaded: LoadedLibrary | null = null;

/** Names office.js gives to the errors of a whole call; on the web it makes them from the number, here the bridge does. */
const ERROR_NAMES: Readonly<Record<number, string>> = {
  [OFFICE_ERROR.cellBeingEdited]: "InvalidOperationInCellEditMode",
  [OFFICE_ERROR.sessionLost]: "InvalidOrTimedOutSession",
  [OFFICE_ERROR.modalDialogOpen]: "WriteNotSupportedWhenModalDialogOpen",
  [OFFICE_ERROR.activityLimit]: "ActivityLimitReached",
  [OFFICE_ERROR.requestTooLarge]: "RequestPayloadSizeLimitExceeded",
  [OFFICE_ERROR.responseTooLarge]: "ResponsePayloadSizeLimitExceeded",
  [OFFICE_ERROR.noCapability]: "AccessDenied",
};

/** Evaluates the unmodified library with its requirement-set check on, and gives `Excel` and `OfficeExtension` to the tests. */
function loadOfficeJs(): LoadedLibrary {
  const library: LoadedLibrary = { host: null, bridge: { sendMessageToHost: (text) => void answer(library, text) } };
  const context = createContext({
    _richApiNativeBridge: library.bridge,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    Promise,
    Error,
  });
  runInContext(STUBS, context);
  Object.assign(context, {
    declaredSetSupported: (name: string, version?: string) =>
      isSetSupported(name, version, library.host?.requirementSets),
  });
  runInContext(readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8"), context);
  // The library puts its own Office in place of ours, which knows no set without a page and then lets everything through.
  runInContext(
    "window.Office = declaredOffice; OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;",
    context,
  );
  const { Excel, Office, OfficeExtension } = context as Readonly<Record<string, unknown>>;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return library;
}

async function answer(library: LoadedLibrary, text: string): Promise<void> {
  const { id, flags, message } = JSON.parse(text) as BridgeMessage;
  if (library.host === null) throw new Error("No workbook is open in the emulated Excel.");
  const answered = await library.host.process(JSON.stringify(message.body), flags);
  const reply =
    answered.kind === "answer"
      ? { statusCode: 200, headers: {}, body: answered.text }
      : {
          statusCode: 400,
          headers: {},
          body: { error: { code: ERROR_NAMES[answered.officeError] ?? "GeneralException" } },
        };
  library.bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: reply }));
}

/** What the library touches while it loads and no page gives it here. */
const STUBS = `
  var window = this, self = this;
  var navigator = { userAgent: "Node", language: "fr-FR" };
  var location = { href: "https://localhost/", search: "", hash: "", protocol: "https:" };
  var document = { location: location, getElementsByTagName: function () { return []; }, addEventListener: function () {},
    createElement: function () { return { style: {} }; }, documentElement: {}, URL: location.href };
  var addEventListener = function () {}, removeEventListener = function () {};
  var sessionStorage = { getItem: function () { return null; }, setItem: function () {} }, localStorage = sessionStorage;
  var OSF = {}, Microsoft = { Office: { WebExtension: {} } };
  var declaredOffice = { context: { requirements: {
    isSetSupported: function (name, version) { return declaredSetSupported(name, version); } } } };
  var Office = declaredOffice;
`;
