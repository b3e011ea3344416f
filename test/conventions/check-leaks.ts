import ts from "typescript";
import { parse } from "./read-sources";

export interface Leak {
  readonly rule: string;
  readonly where: string;
}

/** What no file of the repository says, whatever its kind. */
const TEXTS: readonly (readonly [rule: string, found: RegExp])[] = [
  ["path of a machine", /(?<![\w.)/])\/(home|root|work|Users)\/\w|\b[A-Z]:\\+Users\b/],
  [
    "address of a registry",
    /\bregistry\.[a-z]+\.[a-z]+|"resolved":\s*"https?:|^\s*(@[\w-]+:)?registry\s*=|_auth[T]oken/m,
  ],
];

/** Names by which code leaves the page or makes code of a text. */
const NAMES: Readonly<Record<string, string>> = {
  fetch: "network",
  XMLHttpRequest: "network",
  WebSocket: "network",
  EventSource: "network",
  RTCPeerConnection: "network",
  sendBeacon: "network",
  importScripts: "network",
  eval: "code made of a text",
  Function: "code made of a text",
};

/** What a text file gives away; nothing for a sound one. */
export function checkText(path: string, text: string): readonly Leak[] {
  return TEXTS.filter(([, found]) => found.test(text)).map(([rule]) => ({ rule, where: path }));
}

/** Uses of the network and of evaluation in a file of the product. Comments, strings and types are not uses. */
export function checkCode(path: string, source: string): readonly Leak[] {
  const found: Leak[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const rule = ts.isIdentifier(node) && Object.hasOwn(NAMES, node.text) ? NAMES[node.text] : undefined;
    if (rule && ts.isIdentifier(node)) found.push({ rule, where: `${path}: ${node.text}` });
    ts.forEachChild(node, visit);
  };
  visit(parse(path, source));
  return found;
}
