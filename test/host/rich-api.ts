/** JSON as it travels between office.js and its host. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A server object: what it is, and the thing of the model it stands for. */
export interface HostObject<Self = unknown> {
  readonly type: HostType<Self>;
  readonly self: Self;
}

/** What one type of the Excel API answers here, by its names on the wire. What is not listed is refused. */
export interface HostType<Self> {
  readonly name: string;
  readonly get?: Readonly<Record<string, (self: Self) => Json>>;
  readonly set?: Readonly<Record<string, (self: Self, value: Json) => void>>;
  /** Properties that lead to another object. */
  readonly nav?: Readonly<Record<string, (self: Self) => HostObject>>;
  /** Methods that give an object; `null` is the null object of the `…OrNullObject` methods. */
  readonly objects?: Readonly<Record<string, (self: Self, args: Arguments) => HostObject | null>>;
  /** Methods that give a value. */
  readonly calls?: Readonly<Record<string, (self: Self, args: Arguments) => Json>>;
  readonly item?: (self: Self, key: Json) => HostObject;
  readonly items?: (self: Self) => readonly HostObject[];
  readonly id?: (self: Self) => Json;
}

/** Arguments of a method: values, or the objects the caller passed. */
export type Arguments = readonly (Json | HostObject)[];

/** Types are looked at from outside only through the functions of one table, always with the `self` they came with. */
export function hostObject<Self>(type: HostType<Self>, self: Self): HostObject {
  return { type, self } as HostObject;
}

/** Refusal of one action, as Excel words it: the actions before stay done, those after do not run. */
export class ActionError extends Error {
  constructor(
    readonly code: string,
    readonly httpStatus = 400,
  ) {
    super(`The emulated Excel refuses: ${code}.`);
  }
}

interface PathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly number[] | null;
}

interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface RequestBody {
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Readonly<Record<string, PathInfo>>;
}

interface ResponseBody {
  readonly Results: { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds: number[];
  Error?: Json;
}

export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
export const PATH = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** Objects that office.js keeps between two requests, by the reference it was given. */
export class References {
  private readonly byId = new Map<string, HostObject>();
  private readonly ids = new Map<HostObject, string>();
  private next = 1;

  keep(object: HostObject): void {
    if (this.ids.has(object)) return;
    const id = `ref${this.next++}`;
    this.ids.set(object, id);
    this.byId.set(id, object);
  }

  remove(id: string): void {
    const object = this.byId.get(id);
    if (object !== undefined) this.ids.delete(object);
    this.byId.delete(id);
  }

  find(id: string): HostObject {
    const object = this.byId.get(id);
    if (object === undefined) throw new ActionError("InvalidReference", 404);
    return object;
  }

  idOf(object: HostObject): string | undefined {
    return this.ids.get(object);
  }

  get size(): number {
    return this.byId.size;
  }
}

export interface Session {
  readonly root: HostObject;
  /** Services reached by the name of their server class. */
  readonly services: Readonly<Record<string, HostObject>>;
  readonly references: References;
  /** Code with which a member is made to fail, by its name: `Functions.Date`. */
  readonly faults: ReadonlyMap<string, string>;
  /** Told of each member the type table does not know. */
  readonly unknown: (member: string) => void;
}

/** Plays one request in the order of its actions and builds the answer. An object path is resolved once a request. */
export function playRequest(body: RequestBody, session: Session): ResponseBody {
  const response: ResponseBody = { Results: [], TraceIds: [] };
  const resolve = pathResolver(body, session);
  for (const [index, action] of body.Actions.entries()) {
    try {
      response.Results.push({ ActionId: action.Id, Value: playAction(action, resolve, session) });
      if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      response.Error = {
        Code: error.code,
        Message: error.message,
        Location: locationOf(action, body),
        ActionIndex: index,
        HttpStatusCode: error.httpStatus,
      };
      return response;
    }
  }
  return response;
}

type Resolve = (id: number) => HostObject | null;

function pathResolver(body: RequestBody, session: Session): Resolve {
  const known = new Map<number, HostObject | null>();
  const resolve: Resolve = (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const path = body.ObjectPaths[String(id)];
    if (path === undefined) throw new Error(`The request names the object path ${id} and does not describe it.`);
    const object = resolvePath(path, resolve, session);
    known.set(id, object);
    return object;
  };
  return resolve;
}

function resolvePath(path: PathInfo, resolve: Resolve, session: Session): HostObject | null {
  if (path.ObjectPathType === PATH.global) return session.root;
  if (path.ObjectPathType === PATH.reference) return session.references.find(path.Name);
  if (path.ObjectPathType === PATH.nullObject) return null;
  if (path.ObjectPathType === PATH.newObject) {
    return session.services[path.Name] ?? refuse(session, path.Name);
  }
  const parent = path.ParentObjectPathId === undefined ? null : resolve(path.ParentObjectPathId);
  // A method of a null object gives a null object as well.
  if (parent === null) return null;
  const { type, self } = parent;
  if (path.ObjectPathType === PATH.property) {
    return type.nav?.[path.Name]?.(self) ?? refuse(session, `${type.name}.${path.Name}`);
  }
  if (path.ObjectPathType === PATH.indexer) {
    return type.item?.(self, path.ArgumentInfo?.Arguments?.[0] ?? null) ?? refuse(session, `${type.name}[]`);
  }
  const method = type.objects?.[path.Name] ?? refuse(session, `${type.name}.${path.Name}()`);
  failIfAsked(session, `${type.name}.${path.Name}`);
  return method(self, argumentsOf(path.ArgumentInfo, resolve));
}

function playAction(action: ActionInfo, resolve: Resolve, session: Session): Json {
  // A trace only says that the request came this far.
  if (action.ActionType === ACTION.trace) return null;
  const object = resolve(action.ObjectPathId);
  if (action.ActionType === ACTION.instantiate) return object === null ? null : identityOf(object, session);
  if (action.ActionType === ACTION.query) {
    return object === null ? null : query(object, action.QueryInfo?.Select ?? [], session);
  }
  if (object === null) {
    // Excel does nothing when a null object is deleted: Microsoft’s own samples begin with that.
    if (action.Name === "_KeepReference" || action.Name === "Delete") return null;
    throw new ActionError("InvalidOperation");
  }
  const { type, self } = object;
  if (action.ActionType === ACTION.setProperty) {
    const set = type.set?.[action.Name] ?? refuse(session, `${type.name}.${action.Name} =`);
    failIfAsked(session, `${type.name}.${action.Name}`);
    set(self, action.ArgumentInfo?.Arguments?.[0] ?? null);
    return null;
  }
  if (action.ActionType !== ACTION.method) return refuse(session, `action of type ${action.ActionType}`);
  if (action.Name === "_KeepReference") {
    session.references.keep(object);
    return null;
  }
  if (action.Name === "_RemoveReference") {
    const [id] = action.ArgumentInfo?.Arguments ?? [];
    if (typeof id === "string") session.references.remove(id);
    return null;
  }
  const call = type.calls?.[action.Name] ?? refuse(session, `${type.name}.${action.Name}()`);
  failIfAsked(session, `${type.name}.${action.Name}`);
  return call(self, argumentsOf(action.ArgumentInfo, resolve));
}

function identityOf(object: HostObject, session: Session): Record<string, Json> {
  const reference = session.references.idOf(object);
  return {
    ...(object.type.id === undefined ? {} : { Id: object.type.id(object.self) }),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

/** Answers a `load`: `Select` holds camelCase names, with a slash to go through an object or each item of a collection. */
function query(object: HostObject, select: readonly string[], session: Session): Json {
  const items = object.type.items?.(object.self);
  if (items !== undefined) return { _Items: items.map((item) => query(item, select, session)) };
  const answer = identityOf(object, session);
  const deeper = new Map<string, string[]>();
  for (const property of select) {
    const slash = property.indexOf("/");
    const name = wireName(slash < 0 ? property : property.slice(0, slash));
    if (slash >= 0) {
      deeper.set(name, [...(deeper.get(name) ?? []), property.slice(slash + 1)]);
      continue;
    }
    const get = object.type.get?.[name] ?? refuse(session, `${object.type.name}.${name}`);
    answer[name] = get(object.self);
  }
  for (const [name, properties] of deeper) {
    const nav = object.type.nav?.[name] ?? refuse(session, `${object.type.name}.${name}`);
    answer[name] = query(nav(object.self), properties, session);
  }
  return answer;
}

function argumentsOf(info: ArgumentInfo | undefined, resolve: Resolve): Arguments {
  return (info?.Arguments ?? []).map((argument, index) => {
    const path = info?.ReferencedObjectPathIds?.[index] ?? 0;
    return path === 0 ? argument : resolve(path);
  });
}

function wireName(property: string): string {
  return property.charAt(0).toUpperCase() + property.slice(1);
}

/** `WorksheetCollection.getItem`, `Range.values`: where Excel says that the refusal happened, as far as it is known. */
function locationOf(action: ActionInfo, body: RequestBody): string {
  const name = action.Name === "" ? (body.ObjectPaths[String(action.ObjectPathId)]?.Name ?? "") : action.Name;
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function failIfAsked({ faults }: Session, member: string): void {
  const code = faults.get(member);
  if (code !== undefined) throw new ActionError(code);
}

function refuse(session: Session, member: string): never {
  session.unknown(member);
  throw new ActionError("ApiNotFound", 404);
}
