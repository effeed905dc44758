// SPDX-License-Identifier: AGPL-3.0-or-later
import { Html, html } from '#platform';
import { NETWORK_LABELS, type NetworkName } from '#policy';

/** What a page for an office needs besides its content. */
export interface Look {
  /** Style sheets, as paths on this server. */
  readonly styles: readonly string[];
  readonly demo: boolean;
}

export interface OfficePageFacts {
  readonly bodyName: string;
  readonly office: string;
  readonly number: number;
  readonly network: NetworkName;
  readonly writtenAt: Date;
  readonly handedAt: Date;
  /** Masked; null: read it where it is. */
  readonly words: string | null;
  readonly edited: boolean;
  readonly permalink: string | null;
  readonly note: string | null;
  readonly takenAt: Date | null;
  readonly answers: readonly { readonly text: string | null; readonly at: string }[];
  readonly until: Date;
  /** Where its forms go. */
  readonly path: string;
}

/** Something typed that could not be taken, given back. */
export interface Refused {
  readonly problem: string;
  readonly text: string;
  readonly signed: string;
}

const MOMENT = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' });
const DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'Europe/Rome' });

export const MOST_CHARACTERS = 5000;
export const MOST_SIGNED = 120;

const lines = (text: string): Html =>
  html`${text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`;

function framed({ styles, demo }: Look, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
</head>
<body class="policy-page office-page">
<a class="policy-skip" href="#contenuto">Vai al contenuto</a>
<header>
<div class="policy-bar"><span class="office-bar">Portavoce</span></div>
${demo && html`<p class="policy-demo" role="note"><strong>Dimostrazione.</strong> Le persone e le richieste sono inventate.</p>`}
</header>
<main id="contenuto" tabindex="-1">
${content}
</main>
</body>
</html>`;
}

/** Where a link leads that opens nothing: the same words whatever the reason. */
export const closedPage = (look: Look): Html =>
  framed(
    look,
    'Il collegamento non si apre',
    html`<h1>Il collegamento non si apre</h1>
<p>È scaduto, è stato sostituito da un altro, o la richiesta è stata ritirata. Se avete una lettera più recente, usate il
collegamento che contiene; altrimenti chiedetene uno al banco social del vostro ente.</p>`,
  );

/** For whoever tries to send a file. */
export const noFilesPage = (look: Look): Html =>
  framed(
    look,
    'Qui non si possono mandare file',
    html`<h1>Qui non si possono mandare file</h1>
<p>Grazie, ma il banco social non riceve documenti: potrebbero contenere dati di persone, e questo non è il posto giusto per
conservarli. Scrivete nella risposta dove e come vanno chiesti o consegnati.</p>
<p>Tornate indietro e mandate il solo testo: quello che avete scritto è ancora lì.</p>`,
  );

/** What an office is asked, and where it answers. */
export function officePage(look: Look, facts: OfficePageFacts, refused?: Refused): Html {
  const { bodyName, office, number, answers } = facts;
  const title = `Richiesta per l’ufficio, pratica n. ${number}`;
  return framed(
    look,
    refused === undefined ? `${title} – ${bodyName}` : `Da correggere: ${title} – ${bodyName}`,
    html`
<p class="policy-body">${bodyName}</p>
<h1>${title}</h1>
<p>Per: <strong>${office}</strong></p>
${asked(facts)}
${answers.length === 0 ? receipt(facts) : given(facts)}
${form(facts, refused)}
<p class="office-small">Il collegamento è riservato all’ufficio e vale fino al ${DAY.format(facts.until)}.</p>`,
  );
}

function asked({ network, writtenAt, handedAt, words, edited, permalink, note }: OfficePageFacts): Html {
  const where = network === 'other' ? 'Da fuori dei social' : `Su ${NETWORK_LABELS[network]}`;
  return html`
<h2>La richiesta</h2>
<p>${where}, ${MOMENT.format(writtenAt)}. Passata all’ufficio il ${MOMENT.format(handedAt)}.</p>
${
  words === null
    ? html`<p>Il testo non si può mostrare qui: chiedete al banco social.</p>`
    : html`<blockquote class="office-words">${lines(words)}</blockquote>
<p class="office-small">I dati di altre persone sono stati tolti.</p>`
}
${edited && html`<p><strong>Chi l’ha scritta l’ha poi modificata:</strong> quello che leggete è il testo di adesso.</p>`}
${permalink !== null && html`<p><a href="${permalink}" rel="noreferrer noopener">Apri l’intervento sul social</a></p>`}
${
  note !== null &&
  note !== '' &&
  html`<h2>Che cosa chiede il banco</h2>
<p>${lines(note)}</p>`
}`;
}

const receipt = ({ takenAt, path }: OfficePageFacts): Html =>
  takenAt === null
    ? html`
<form method="post" action="${path}/ricevuta">
<p><button class="btn btn-outline-primary" type="submit">Segna come presa in carico</button></p>
</form>`
    : html`<p role="status"><strong>Presa in carico</strong> il ${MOMENT.format(takenAt)}.</p>`;

const given = ({ answers }: OfficePageFacts): Html => html`
<h2 id="inviata">Risposta inviata</h2>
<p role="status">Il banco social l’ha ricevuta. La rivede, poi scrive a chi ha fatto la richiesta.</p>
${answers.map(
  ({ text, at }) => html`<blockquote class="office-words">${text === null ? 'Testo cancellato.' : lines(text)}
<footer>${MOMENT.format(new Date(at))}</footer></blockquote>`,
)}`;

function form({ path, answers }: OfficePageFacts, refused: Refused | undefined): Html {
  const wrong = refused !== undefined;
  return html`
<h2>${answers.length === 0 ? 'La risposta dell’ufficio' : 'Aggiungi o correggi'}</h2>
<form class="office-form" method="post" action="${path}/risposta">
<div class="office-field">
<label for="testo">Che cosa si può rispondere</label>
<p id="testo-aiuto" class="office-small">Il banco lo rivede prima di pubblicarlo. Non scrivete dati di persone o di salute: se serve
parlarne con chi ha scritto, dite a quale sportello o numero rivolgersi. Non si possono allegare file.</p>
<textarea id="testo" name="testo" rows="8" maxlength="${MOST_CHARACTERS}" required aria-describedby="testo-aiuto${wrong ? ' testo-errore' : ''}"${
    wrong && new Html(' aria-invalid="true" autofocus')
  }>${refused?.text}</textarea>
${wrong && html`<p id="testo-errore" class="office-error">${refused.problem}</p>`}
</div>
<div class="office-field">
<label for="firma">Chi risponde, per l’ufficio (facoltativo)</label>
<input id="firma" name="firma" type="text" maxlength="${MOST_SIGNED}" autocomplete="off" value="${refused?.signed}">
</div>
<p><button class="btn btn-primary" type="submit">Manda la risposta al banco</button></p>
</form>`;
}
