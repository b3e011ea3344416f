import { blockAddress } from "../../src/domain/sheets/blocks";
import type { WorkbookDescription } from "../support/workbook-description";
import { type ExcelTypes, excelTypes } from "./excel-types";
import { HostWorkbook } from "./model";
import { hostRequirementSets } from "./requirement-sets";
import { ACTION, PATH, References, type RequestBody, playRequest } from "./rich-api";
import { SHEET_EVENTS, type SheetEvent } from "./sheet-events";

/** Office error codes of a whole call, as Excel on the web sends them. */
export const OFFICE_ERROR = {
  cellBeingEdited: 5004,
  sessionLost: 5012,
  modalDialogOpen: 5016,
  activityLimit: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  noCapability: 7000,
} as const;

export type HostAnswer =
  { readonly kind: "answer"; readonly text: string } | { readonly kind: "error"; readonly officeError: number };

/** Request flag of `Excel.run({ delayForCellEdit: true })`. */
const DELAY_FOR_CELL_EDIT = 64;
const SHEETS_EVENT = { category: 65_536, target: "Workbook" } as const;

export type HostEvent = readonly [category: number, type: number, target: string, message: string, id: number];

/** What may be told to the host beside the workbook. */
export interface HostOptions {
  /** Largest request and largest answer, in bytes of JSON text; `null` for Excel on a computer, which has no such limit. */
  readonly payloadLimit?: number | null;
  /** False for an Excel that refuses while a cell is being edited, even when it is asked to wait. */
  readonly waitsForCellEdit?: boolean;
  /** Sets of a newer Excel than the manifest asks for: `{ ExcelApi: "1.18" }`. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

/** The emulated Excel, whatever carries the messages. One of them holds one workbook. */
export class ExcelHost {
  readonly workbook: HostWorkbook;
  /** Members that office.js asked for and this host does not know; a test that leaves one has not tested what it thinks. */
  readonly unknown: string[] = [];
  /** Bytes of each request and of its answer, clean-ups of references and services of the pane left out: one line a `context.sync()`. */
  readonly syncs: { readonly request: number; readonly response: number }[] = [];
  /** Members that are made to fail, with the code they fail with: `Functions.Date`, `GeneralException`. */
  readonly faults = new Map<string, string>();
  /** Office error that the next calls get instead of an answer. */
  refuseWith: number | null = null;
  /** Requirement sets it says it supports. */
  readonly requirementSets: Readonly<Record<string, string>>;
  private readonly payloadLimit: number | null;
  private readonly waitsForCellEdit: boolean;
  private readonly references = new References();
  readonly types: ExcelTypes;
  private readonly listening = new Map<SheetEvent, number>();
  /** Resolves when the page has told which functions the ribbon may call. */
  readonly actionsReady: Promise<void>;
  private tellActionsReady = (): void => undefined;
  private paneVisibility: ((isShown: boolean) => void) | null = null;
  private edit: Promise<void> | null = null;

  constructor(description: WorkbookDescription, options: HostOptions = {}) {
    this.workbook = new HostWorkbook(description);
    this.payloadLimit = options.payloadLimit === undefined ? 5 * 1024 * 1024 : options.payloadLimit;
    this.requirementSets = { ...hostRequirementSets(), ...options.requirementSets };
    this.waitsForCellEdit = options.waitsForCellEdit ?? true;
    this.actionsReady = new Promise((resolve) => (this.tellActionsReady = resolve));
    this.types = excelTypes(this.workbook, {
      startListening: (event) => void this.listening.set(event, this.listenersOf(event) + 1),
      stopListening: (event) => void this.listening.set(event, this.listenersOf(event) - 1),
      showPane: (isShown) => this.paneVisibility?.(isShown),
      actionsReady: () => {
        this.tellActionsReady();
      },
    });
  }

  /** Somebody starts typing in a cell; the returned function is Enter. */
  startCellEdit(): () => void {
    let finish = (): void => undefined;
    this.edit = new Promise((resolve) => (finish = resolve));
    return () => {
      this.edit = null;
      finish();
    };
  }

  /** References that office.js has not given back: a leak when it grows. */
  get keptReferences(): number {
    return this.references.size;
  }

  /** Plays one ProcessQuery request. */
  async process(text: string, flags: number): Promise<HostAnswer> {
    const body = JSON.parse(text) as RequestBody;
    const isSync =
      !Object.values(body.ObjectPaths).some((path) => path.ObjectPathType === PATH.newObject) &&
      body.Actions.some((action) => action.Name !== "_RemoveReference" && action.ActionType !== ACTION.instantiate);
    const request = Buffer.byteLength(text);
    const answered = (answer: HostAnswer): HostAnswer => {
      const response = answer.kind === "answer" ? Buffer.byteLength(answer.text) : 0;
      if (isSync) this.syncs.push({ request, response });
      return answer;
    };
    if (this.refuseWith !== null) return answered({ kind: "error", officeError: this.refuseWith });
    if (this.edit !== null) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0 || !this.waitsForCellEdit) {
        return answered({ kind: "error", officeError: OFFICE_ERROR.cellBeingEdited });
      }
      await this.edit;
    }
    if (this.isTooLarge(request)) return answered({ kind: "error", officeError: OFFICE_ERROR.requestTooLarge });
    const response = this.play(body);
    if (this.isTooLarge(Buffer.byteLength(response))) {
      return answered({ kind: "error", officeError: OFFICE_ERROR.responseTooLarge });
    }
    return answered({ kind: "answer", text: response });
  }

  /** Calls back with what Excel tells of each change and each selection while somebody listens. Told later, never inside a request. */
  onEvent(send: (event: HostEvent) => void): void {
    const tell = (event: SheetEvent, message: object): void => {
      if (this.listenersOf(event) === 0) return;
      const { category, target } = SHEETS_EVENT;
      setTimeout(() => {
        send([category, SHEET_EVENTS[event].type, target, JSON.stringify(message), 0]);
      }, 0);
    };
    this.workbook.onSelection((event, { sheet, areas }) => {
      const address = areas.map(blockAddress).join(",");
      tell(event, { worksheetId: sheet.id, ...(event === "selected" ? { address } : {}) });
    });
    this.workbook.onWrite((sheet, area, by) => {
      tell("changed", {
        worksheetId: sheet.id,
        address: blockAddress(area),
        changeType: "RangeEdited",
        source: by === "co-author" ? "Remote" : "Local",
        triggerSource: by === "add-in" ? "ThisLocalAddin" : "Unknown",
        shiftDirection: "None",
      });
    });
  }

  /** Handlers that the add-in has not removed: a leak when it grows. */
  listenersOf(event: SheetEvent): number {
    return this.listening.get(event) ?? 0;
  }

  /** Calls back when the add-in asks to be shown or hidden. */
  onPaneVisibility(listener: (isShown: boolean) => void): void {
    this.paneVisibility = listener;
  }

  /** @throws when office.js asked for something this host does not know. */
  assertNothingUnknown(): void {
    if (this.unknown.length === 0) return;
    throw new Error(
      `The emulated Excel was asked for what it does not know: ${[...new Set(this.unknown)].join(", ")}. ` +
        "Add it to test/host/excel-types.ts, as the real Excel does it.",
    );
  }

  /** A fault of this host is not one of Excel: it goes with what it did not know. */
  private play(body: RequestBody): string {
    const { root, services } = this.types;
    const unknown = (member: string): void => void this.unknown.push(member);
    try {
      return JSON.stringify(
        playRequest(body, { root, services, references: this.references, faults: this.faults, unknown }),
      );
    } catch (error) {
      unknown(String(error));
      return JSON.stringify({ Results: [], Error: { Code: "EmulatorFault", Message: String(error), Location: "" } });
    }
  }

  private isTooLarge(bytes: number): boolean {
    return this.payloadLimit !== null && bytes > this.payloadLimit;
  }
}
