import type { XmlGeneralNode, XmlNode } from "easy-template-x";

/** A child that is a node of its own, in a tree whose links are its children alone. */
export type ElementXml = XmlGeneralNode;

/** Children that are elements, of that name when one is given. */
export function childrenOf(node: XmlNode, name?: string): readonly ElementXml[] {
  return (node.childNodes ?? []).filter(isElement).filter(({ nodeName }) => name === undefined || nodeName === name);
}

/** The first child of that name. */
export function childOf(node: XmlNode | null, name: string): ElementXml | null {
  return node === null ? null : (childrenOf(node, name)[0] ?? null);
}

/** The element and all that are below it, in the order of the text. */
export function elementsOf(root: XmlNode): readonly ElementXml[] {
  const found: ElementXml[] = [];
  const visit = (node: XmlNode): void => {
    if (!isElement(node)) return;
    found.push(node);
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(root);
  return found;
}

/** What an attribute says. */
export function attributeOf(node: XmlNode | null, name: string): string | null {
  return node !== null && isElement(node) ? (node.attributes?.[name] ?? null) : null;
}

/** `w:val`, where most of a document is said. */
export function valueOf(node: XmlNode | null): string | null {
  return attributeOf(node, "w:val");
}

export function setAttribute(node: ElementXml, name: string, value: string): void {
  node.attributes = { ...node.attributes, [name]: value };
}

export function removeAttribute(node: ElementXml, name: string): void {
  node.attributes = Object.fromEntries(Object.entries(node.attributes ?? {}).filter(([own]) => own !== name));
}

/** A new element; its attributes and children are its own. */
export function elementXml(
  nodeName: string,
  attributes: Readonly<Record<string, string>> = {},
  childNodes: readonly XmlNode[] = [],
): ElementXml {
  return { nodeType: "General", nodeName, attributes: { ...attributes }, childNodes: [...childNodes] };
}

/** Puts a child where the schema wants it: after the last of those that come before it. */
export function insertAfter(parent: ElementXml, child: ElementXml, before: ReadonlySet<string>): void {
  const children = parent.childNodes ?? [];
  const at = children.findLastIndex(({ nodeName }) => before.has(nodeName)) + 1;
  parent.childNodes = [...children.slice(0, at), child, ...children.slice(at)];
}

export function removeChild(parent: ElementXml, child: XmlNode): void {
  parent.childNodes = (parent.childNodes ?? []).filter((one) => one !== child);
}

/** A copy that shares nothing with it. */
export function copyOf(node: ElementXml): ElementXml {
  const children = (node.childNodes ?? []).map((child) => (isElement(child) ? copyOf(child) : { ...child }));
  return elementXml(node.nodeName, node.attributes, children);
}

export function isElement(node: XmlNode): node is ElementXml {
  return node.nodeType === "General";
}
