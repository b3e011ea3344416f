import type { ExcelHost } from "../excel-host";
import { hostRequirementSets } from "../requirement-sets";

/** Numbers of the messages of the add-in that this page of Excel understands. */
const DISPATCH = { richApi: 93, commandCompleted: 94 } as const;
const EVENT = { richApiMessage: 33, appCommandInvoked: 39 } as const;
const NOTIFICATION_TELEMETRY = 23;

interface PaneMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

interface MethodData {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly 0?: unknown;
  readonly 1?: unknown;
}

/** How a button of the ribbon ended: 0 when its function called `event.completed()`. */
export interface CompletedCommand {
  readonly id: string;
  readonly status: number;
}

/** What Excel on the web and one pane say to each other, as text. A message it does not know is kept among the unknown. */
export class Conversation {
  readonly completed: CompletedCommand[] = [];
  /** Keys of notifications: what the pane does not keep for itself (focus in and out, Tab at the end, Esc, F2). */
  readonly notifications: number[] = [];
  private readonly registered = new Map<number, string>();

  constructor(
    readonly id: string,
    private readonly host: ExcelHost,
    private readonly send: (text: string) => Promise<void>,
  ) {
    host.onEvent((event) => {
      void this.sendEvent(EVENT.richApiMessage, { ArrayData: [event] });
    });
  }

  async receive(text: string): Promise<void> {
    const message = JSON.parse(text) as PaneMessage;
    if (message._messageType !== 0) return;
    const data = await this.answer(message);
    await this.send(envelope(message, { _responseType: 0, _data: data }));
  }

  /** Presses the button of the ribbon that runs this function, as soon as the page is ready for it. */
  async press(functionName: string): Promise<void> {
    await this.host.actionsReady;
    await this.sendEvent(EVENT.appCommandInvoked, { 0: "cmd-1", 1: functionName, 2: '{"source":{"id":"Bouton"}}' });
  }

  private async answer({ _actionName: name, _actionType: type, _data: data }: PaneMessage): Promise<unknown> {
    if (type === 1) {
      const { eventDispId } = data as { readonly eventDispId: number };
      this.registered.set(eventDispId, name);
      return { Error: 0 };
    }
    if (type === 2) return { Error: 0 };
    if (name === "ContextActivationManager_getAppContextAsync") return this.appContext();
    if (name === "ContextActivationManager_notifyHost") {
      const [, action] = data as readonly [string, number];
      if (action !== NOTIFICATION_TELEMETRY) this.notifications.push(action);
      return null;
    }
    if (name === "executeMethod") return this.execute(data as MethodData);
    this.host.unknown.push(name);
    return null;
  }

  private async execute(data: MethodData): Promise<unknown> {
    const method = data.DdaMethod?.DispatchId;
    if (method === DISPATCH.richApi) {
      const [, , , , body, , flags] = data.ArrayData ?? [];
      const answered = await this.host.process(String(body), Number(flags));
      if (answered.kind === "error") return { Version: 1, Error: answered.officeError };
      return { Version: 1, Error: 0, Data: [200, ["Content-Type", "application/json"], answered.text] };
    }
    if (method === DISPATCH.commandCompleted) {
      this.completed.push({ id: String(data[0]), status: Number(data[1]) });
      return { Version: 1, Error: 0 };
    }
    this.host.unknown.push(`method ${method ?? "without number"}`);
    return { Version: 1, Error: 5001 };
  }

  private appContext(): unknown {
    return {
      _id: this.id,
      _appName: 16,
      _appVersion: 16,
      _appMinorVersion: 0,
      _appUILocale: "fr-FR",
      _dataLocale: "fr-FR",
      _docUrl: `https://localhost/${this.host.workbook.name}`,
      _clientMode: 1,
      _settings: [],
      _reason: 1,
      _osfControlType: 1,
      _eToken: "",
      _correlationId: this.id,
      _appInstanceId: this.id,
      _hostCustomMessage: "",
      _hostFullVersion: "16.0.0.0",
      _clientWindowHeight: 800,
      _clientWindowWidth: 320,
      _addinName: "Test",
      _appDomains: [],
      _requirementMatrix: JSON.stringify(hostRequirementSets()),
      _dialogRequirementMatrix: "{}",
      _featureGates: {},
      _initialDisplayMode: 0,
    };
  }

  private async sendEvent(event: number, data: unknown): Promise<void> {
    const name = this.registered.get(event);
    if (name === undefined) return;
    const origin = { _actionName: name, _conversationId: this.id, _correlationId: -1 };
    await this.send(envelope(origin, { _responseType: 1, _data: data }));
  }
}

function envelope(
  to: Pick<PaneMessage, "_actionName" | "_conversationId" | "_correlationId">,
  content: { readonly _responseType: 0 | 1; readonly _data: unknown },
): string {
  const { _actionName, _conversationId, _correlationId } = to;
  return JSON.stringify({
    _messageType: 1,
    _actionName,
    _conversationId,
    _correlationId,
    _errorCode: 0,
    _serializerVersion: 1,
    ...content,
  });
}
