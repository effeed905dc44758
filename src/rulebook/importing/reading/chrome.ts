// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Elements that hold no words for people. */
export const WORDLESS = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'math',
]);

const BY_TAG: Readonly<Record<string, string>> = {
  nav: 'menu di navigazione',
  footer: 'piè di pagina',
  aside: 'riquadro a margine',
  form: 'modulo',
  button: 'pulsante',
  select: 'modulo',
  dialog: 'finestra di avviso',
};

const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'menu di navigazione',
  banner: 'testata del sito',
  contentinfo: 'piè di pagina',
  search: 'modulo',
  dialog: 'finestra di avviso',
  alertdialog: 'finestra di avviso',
  menu: 'menu di navigazione',
  menubar: 'menu di navigazione',
  complementary: 'riquadro a margine',
};

/** Words of a class or an id, cut at hyphens and underscores. */
const BY_WORD: Readonly<Record<string, string>> = {
  cookie: 'avviso sui cookie',
  cookies: 'avviso sui cookie',
  cookiebar: 'avviso sui cookie',
  cookiebanner: 'avviso sui cookie',
  iubenda: 'avviso sui cookie',
  nav: 'menu di navigazione',
  navbar: 'menu di navigazione',
  navigation: 'menu di navigazione',
  menu: 'menu di navigazione',
  breadcrumb: 'briciole di navigazione',
  breadcrumbs: 'briciole di navigazione',
  footer: 'piè di pagina',
  sidebar: 'riquadro a margine',
  skiplink: 'menu di navigazione',
  skiplinks: 'menu di navigazione',
  newsletter: 'modulo',
  pagination: 'menu di navigazione',
  share: 'pulsanti di condivisione',
  sharing: 'pulsanti di condivisione',
};

const isElement = (node: ChildNode | ParentNode): node is Element => defaultTreeAdapter.isElementNode(node);

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  attribute(element, 'aria-hidden') === 'true' ||
  /display:\s*none|visibility:\s*hidden/i.test(attribute(element, 'style') ?? '');

const holds = (element: Element, tag: string): boolean =>
  element.childNodes.some((child) => isElement(child) && (child.tagName === tag || holds(child, tag)));

function byName(element: Element): string | undefined {
  if (['html', 'body', 'main', 'article', 'h1', 'h2', 'h3', 'p', 'li'].includes(element.tagName)) return undefined;
  const words = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.toLowerCase().split(/[\s_-]+/);
  const word = words.find((each) => Object.hasOwn(BY_WORD, each));
  return word === undefined ? undefined : BY_WORD[word];
}

/** Why an element is furniture of the site and not the document; undefined where it is not. */
export function chromeOf(element: Element): string | undefined {
  if (isHidden(element)) return 'parte nascosta della pagina';
  const byRole = BY_ROLE[attribute(element, 'role') ?? ''];
  const byTag = element.tagName === 'header' && !holds(element, 'h1') ? 'testata del sito' : BY_TAG[element.tagName];
  const why = byRole ?? byTag ?? byName(element);
  // A box named as furniture that holds the page's main part is a frame around it.
  return why !== undefined && (holds(element, 'main') || holds(element, 'article')) ? undefined : why;
}

/** The words below a node, for the list of what was left out. */
export function wordsBelow(node: ChildNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!isElement(node) || WORDLESS.has(node.tagName)) return '';
  return node.childNodes.map(wordsBelow).join(' ');
}
