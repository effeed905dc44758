// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { DECISION_NAMES } from '../decision-names.ts';
import type { Evidence } from '../evidence.ts';
import type { Content } from './content.ts';
import type { DossierForm, DossierPurpose } from './contract.ts';
import type { RecordLine } from './file.ts';

export interface About {
  readonly bodyName: string;
  readonly form: DossierForm;
  readonly purpose: DossierPurpose;
  readonly madeAt: string;
  readonly key: string;
}

const FORMS: Record<DossierForm, string> = {
  whole: 'intera',
  masked: 'con i dati personali coperti',
};
const PURPOSES: Record<DossierPurpose, string> = {
  authorities: 'per le autorità',
  'records-request': 'per una richiesta di accesso',
};

const STYLE = `
body { font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #17324d; }
h2 { margin-top: 2rem; border-bottom: 1px solid #5b6f82; }
dt { font-weight: bold; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
blockquote { margin: .5rem 0; padding: .5rem 1rem; border-left: 4px solid #5b6f82; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

const WHEN = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long', timeStyle: 'medium' });
const when = (iso: string): string => WHEN.format(new Date(iso));

const facts = (pairs: readonly (readonly [string, string | null])[]): Html =>
  html`<dl>${pairs.map(([term, value]) => (value === null ? null : html`<dt>${term}</dt><dd>${value}</dd>`))}</dl>`;
const quote = (text: string): Html => html`<blockquote>${text}</blockquote>`;

const attachment = ({ type, digest, alt }: NonNullable<Evidence['media']>[number]): Html =>
  html`<p>Allegato: ${type === null ? 'non copiato' : html`${type}, impronta con chiave: <code>${digest}</code>`}${alt === null ? null : html`; chi l’ha messo lo descrive: «${alt}»`}.</p>`;

/** The same as the JSON beside it, for people; no script, nothing from elsewhere. */
export function dossierPage(about: About, content: Content, record: readonly RecordLine[]): string {
  const { item, author } = content;
  const page = html`<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Raccolta delle prove, pratica n. ${content.case.number}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Raccolta delle prove, pratica n. ${content.case.number}</h1>
<p>${about.bodyName}. Raccolta ${FORMS[about.form]}, ${PURPOSES[about.purpose]}, preparata il ${when(about.madeAt)}.</p>
<p>Il file è firmato: <code>portavoce dossier verify</code> dice se è intatto, senza collegarsi a nulla. Chiave pubblica
di chi firma (Ed25519): <code>${about.key}</code>.</p>
<h2>L’intervento</h2>
${facts([
  ['Social', item.network],
  ['Numero sul social', item.externalId],
  ['Indirizzo', item.permalink],
  ['Autore', author === null ? null : `${author.name} (${author.externalId})`],
  ['Scritto', when(item.writtenAt)],
  ['Ricevuto', when(item.receivedAt)],
  [
    'Foto, video o voce',
    item.hasMedia ? 'sì: le copie, dove ci sono, stanno nella raccolta intera, cartella allegati' : 'no',
  ],
])}
${content.versions.length === 0 ? html`<p>Le parole non si conservano.</p>` : null}
${content.versions.map(({ text, at }) => html`<p>Testo del ${when(at)}:</p>${quote(text)}`)}
${item.post?.text == null ? null : html`<p>Sotto questo post:</p>${quote(item.post.text)}`}
${content.parent === undefined ? null : html`<p>In risposta a:</p>${quote(content.parent.text)}`}
<h2>I punti della policy (versione ${content.policy.version})</h2>
${content.clauses.length === 0 ? html`<p>Nessun punto rilevato.</p>` : null}
${content.clauses.map(({ id, title, text }) => html`<p><strong>${id}</strong> ${title}</p>${quote(text)}`)}
<h2>Le decisioni</h2>
${content.decisions.length === 0 ? html`<p>Nessuna decisione.</p>` : null}
${content.decisions.map(
  ({ kind, reasons, by, at, undoneAt }) =>
    html`<p><strong>${DECISION_NAMES[kind]}</strong>, ${when(at)}, ${by}${undoneAt === null ? '' : `; annullata il ${when(undoneAt)}`}</p>${quote(reasons)}`,
)}
<h2>Le prove conservate</h2>
${content.evidence.length === 0 ? html`<p>Nessuna.</p>` : null}
${content.evidence.map(
  ({ capturedAt, text, fingerprint, masked, media = [] }) =>
    html`<p>Fissata il ${when(capturedAt)}${masked ? ', dati altrui coperti' : ''}. Impronta con chiave: <code>${fingerprint}</code></p>${text === null ? null : quote(text)}${media.map(attachment)}`,
)}
<h2>Il registro</h2>
<ol>${record.map(({ seq, at, summary, hash }) => html`<li value="${seq}">${when(at)}: ${summary} <code>${hash.slice(0, 16)}…</code></li>`)}</ol>
</main>
</body>
</html>
`;
  return page.markup;
}
