// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import type { ClauseView } from '../contract.ts';
import { linked } from './wording.ts';

/** Paragraphs, with runs of items gathered into lists. */
export function prose(nodes: ClauseView['prose'], onPage?: ReadonlySet<string>): Html[] {
  const parts: Html[] = [];
  let items: Html[] = [];
  const endList = () => {
    if (items.length > 0) parts.push(html`<ul>${items}</ul>`);
    items = [];
  };
  for (const { kind, text } of nodes) {
    if (kind === 'item') items.push(html`<li>${linked(text, onPage)}</li>`);
    else {
      endList();
      parts.push(html`<p>${linked(text, onPage)}</p>`);
    }
  }
  endList();
  return parts;
}
