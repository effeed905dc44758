// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { romanDay } from '../../days.ts';

/** `1º marzo 2026`, in Rome. */
export const dayOf = (moment: string): string => romanDay(new Date(moment)).replace(/^1 /, '1º ');

/** `dal 13 gennaio 2026`, `dall’8 marzo 2026`. */
export const sinceDay = (moment: string): string => {
  const day = dayOf(moment);
  return /^(8|11) /.test(day) ? `dall’${day}` : `dal ${day}`;
};

/** `al 13 gennaio 2026`, `all’8 marzo 2026`. */
export const untilDay = (moment: string): string => {
  const day = dayOf(moment);
  return /^(8|11) /.test(day) ? `all’${day}` : `al ${day}`;
};

/** A local date, `2026-11-22`, as `22 novembre`. */
const SHORT_DAY = new Intl.DateTimeFormat('it-IT', { day: 'numeric', month: 'long', timeZone: 'UTC' });
export const shortDay = (date: string): string => SHORT_DAY.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, '1º ');

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

// Each part is bounded, so that no text can make the search slow.
const LINKED =
  /(https?:\/\/[^\s<>«»()]{1,500}|www\.[^\s<>«»()]{1,300}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\b[A-Z][A-Z0-9]{0,11}-\d{3}\b)/;
const CLAUSE_ID = /^[A-Z][A-Z0-9]*-\d{3}$/;

/** Words with their addresses, and the clauses of this page that they name, as links. Nothing of the words is changed. */
export function linked(words: string, onPage: ReadonlySet<string> = new Set()): Html[] {
  return words.split(LINKED).map((piece, index) => {
    if (index % 2 === 0) return html`${piece}`;
    if (CLAUSE_ID.test(piece)) return onPage.has(piece) ? html`<a href="#${piece}">${piece}</a>` : html`${piece}`;
    const end = /[.,;:!?]+$/.exec(piece)?.[0] ?? '';
    const address = piece.slice(0, piece.length - end.length);
    return html`<a class="public-address" href="${hrefOf(address)}">${address}</a>${end}`;
  });
}

/** An address as the policy writes it, as one that a browser follows. */
export function hrefOf(address: string): string {
  if (/^https?:\/\//.test(address)) return address;
  return address.includes('@') ? `mailto:${address}` : `https://${address}`;
}
