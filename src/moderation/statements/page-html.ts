// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { framed, type Look } from '#rulebook';
import { LONGEST_WORDS, WORD_DAYS } from '../review/ask.ts';
import type { StatementPage } from './page-view.ts';
import { dayOfWords, dayWords, MEASURE_NAMES, termWords } from './wording.ts';

// No script is needed, and nothing here is for search engines.

const NOT_INDEXED = html`<meta name="robots" content="noindex, nofollow, noarchive">`;

/** What was done, why, and how to contest it. */
export const statementPage = (page: StatementPage, look: Look, refusal?: string): Html =>
  framed(look, {
    title: `${MEASURE_NAMES[page.measure]} – ${page.bodyName}`,
    head: NOT_INDEXED,
    content: html`
<p class="policy-body">${page.bodyName}</p>
<h1>${MEASURE_NAMES[page.measure]}</h1>
<dl class="public-facts">
  <div><dt>Dove</dt><dd>${page.networkName}</dd></div>
  <div><dt>Quando</dt><dd>${dayWords(page.at)}</dd></div>
  <div><dt>Codice</dt><dd>${page.code}</dd></div>
</dl>
<h2>Perché</h2>
${reasonsOf(page)}
<h2>Se non sei d’accordo</h2>
${refusal === undefined ? '' : html`<p class="statement-refusal" role="alert"><strong>Non inviato.</strong> ${refusal}</p>`}
${contestOf(page)}
${waysOf(page)}
<p>Restano sempre le vie di legge: puoi rivolgerti a un giudice.</p>`,
  });

function reasonsOf({ clauses, slug, policyVersion }: StatementPage): Html {
  if (clauses.length === 0)
    return html`<p>Lo chiede una norma di legge o un’autorità. Quale, è scritto nella motivazione data a chi ha scritto.</p>`;
  const version = `/policy/${slug}/versioni/${policyVersion}`;
  return html`${clauses.map(
    ({ id, title, text }) => html`
<section class="statement-clause" aria-labelledby="punto-${id}">
  <h3 id="punto-${id}"><a href="${version}/${id}">${id}</a> · ${title}</h3>
  <blockquote>${text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}</blockquote>
</section>`,
  )}`;
}

function contestOf(page: StatementPage): Html {
  const looked = page.review === null ? html`` : reviewOf(page, page.review);
  if (page.review !== null && !page.mayAsk) return looked;
  if (page.withdrawn) return html`<p>Questa decisione è stata annullata.</p>`;
  if (!page.mayAsk) return html`<p>Il termine è passato.</p>`;
  return html`
${looked}
${page.review === null ? '' : html`<p>Quel riesame è stato aperto a uno sportello. Se non l’hai chiesto tu, puoi ancora chiederlo.</p>`}
${page.decisions === 'final' ? finalWords(page) : openWords(page)}
${ASKING[page.asking](page)}`;
}

const ASKING: Readonly<Record<StatementPage['asking'], (page: StatementPage) => Html>> = {
  word: (page) => html`
<p>Puoi farlo in due modi.</p>
<ol>
  <li>Dal tuo account di ${page.networkName}: scrivi il codice <strong>${page.code}</strong> e le tue ragioni, ${
    page.mayWritePrivately ? 'in un messaggio o in un commento' : 'in un commento'
  }.</li>
  <li>Da qui: scrivi le tue ragioni. Poi ti diamo una parola da scrivere da quell’account, così sappiamo che sei tu.</li>
</ol>
${form(page)}`,
  code: (page) => html`
<p>Puoi farlo in due modi, senza usare il tuo account di ${page.networkName}.</p>
<ol>
  <li>Da qui: scrivi le tue ragioni. Il riesame si apre subito.</li>
  <li>${atOffice(page)}</li>
</ol>
${form(page)}`,
  office: (page) => html`
<p>${atOffice(page)} Lì verificano chi sei e aprono il riesame.</p>`,
};

const atOffice = ({ code, ways, office, bodyName }: StatementPage): Html =>
  html`Porta o manda il codice <strong>${code}</strong> e le tue ragioni ${
    ways.length > 0
      ? 'a un ufficio: li trovi qui sotto'
      : `a chi cura la pagina: ${office ?? `il personale di ${bodyName}`}`
  }.`;

const form = (page: StatementPage): Html => html`
<form class="statement-form" method="post" action="/motivazioni/${page.code}/riesame">
  <label for="ragioni">Le tue ragioni</label>
  <p id="ragioni-aiuto">Al massimo ${LONGEST_WORDS} caratteri. Non scrivere dati di altre persone né sulla salute.</p>
  <textarea id="ragioni" name="ragioni" rows="6" maxlength="${LONGEST_WORDS}" required aria-describedby="ragioni-aiuto"></textarea>
  <button class="btn btn-primary" type="submit">${page.decisions === 'final' ? 'Manda le osservazioni' : 'Chiedi il riesame'}</button>
</form>`;

const openWords = ({ askBy, within }: StatementPage): Html => html`
<p>Puoi chiederci di riguardare questa decisione. La riguarda un’altra persona.${
  askBy === null ? '' : html` Hai tempo fino al <strong>${dayOfWords(askBy)}</strong>.`
}${within === null ? '' : html` Hai <strong>${termWords(within)}</strong> di tempo, da quando ricevi la motivazione.`}</p>`;

const finalWords = ({ finalClause }: StatementPage): Html => html`
<p>Le regole dicono che questa decisione non si riapre${
  finalClause === null ? '' : html` (punto ${finalClause.id}, ${finalClause.title})`
}. Puoi mandarci le tue osservazioni: le mettiamo agli atti.</p>`;

const OUTCOMES: Readonly<Record<string, string>> = {
  recorded: 'Abbiamo messo agli atti le tue osservazioni. La decisione non si riapre.',
  confirmed: 'Un’altra persona ha riguardato la decisione. Resta com’era.',
  overturned: 'Un’altra persona ha riguardato la decisione. Era sbagliata: è annullata. Ci scusiamo.',
  corrected: 'Abbiamo riguardato la decisione. Era sbagliata: è annullata. Ci scusiamo.',
};

function reviewOf(
  { networkName }: StatementPage,
  { state, answer_by, restored }: NonNullable<StatementPage['review']>,
): Html {
  if (state === 'open')
    return html`<p role="status">Il riesame è in corso: lo fa una persona diversa da chi ha deciso.${
      answer_by === null ? '' : html` L’esito arriva entro il <strong>${dayOfWords(answer_by)}</strong>.`
    }</p>`;
  const gone =
    restored === 'impossible'
      ? html`<p>${networkName} non permette di rimettere ciò che è stato rimosso. Puoi scriverlo di nuovo.</p>`
      : '';
  return html`<p role="status">${OUTCOMES[state] ?? ''}</p>${gone}`;
}

const waysOf = ({ ways }: StatementPage): Html =>
  ways.length === 0
    ? html``
    : html`<h2>A chi altro puoi rivolgerti</h2>
<ul>${ways.map(
        ({ office, address, phone, purposes }) =>
          html`<li>${[office, address, phone].filter((one) => one !== undefined).join(', ')} (per ${purposes.join(', ')})</li>`,
      )}</ul>`;

/** What comes back to who asked: the word to be written from the account. */
export const wordPage = (page: StatementPage, word: string, look: Look): Html =>
  framed(look, {
    title: `Conferma che sei tu – ${page.bodyName}`,
    head: NOT_INDEXED,
    content: html`
<p class="policy-body">${page.bodyName}</p>
<h1>Conferma che sei tu</h1>
<p>Abbiamo tenuto le tue ragioni. Ancora nessuno le legge: prima scrivi questa parola dal tuo account di ${page.networkName}, ${
      page.mayWritePrivately ? 'in un messaggio alla pagina o in un commento' : 'in un commento'
    }.</p>
<p class="statement-word"><strong>${word}</strong></p>
<p>Hai ${WORD_DAYS} giorni. Poi cancelliamo ciò che hai scritto qui. La parola non tornerà a vedersi: copiala adesso.</p>
<p><a href="/motivazioni/${page.code}">Torna alla motivazione</a></p>`,
  });

/** The same for a wrong code, an old one, one of nobody. */
export const noStatementPage = (look: Look): Html =>
  framed(look, {
    title: 'Motivazione non trovata',
    head: NOT_INDEXED,
    content: html`
<h1>Motivazione non trovata</h1>
<p>Il codice è sbagliato, oppure il termine è passato e la pagina non c’è più.</p>
<p>Controlla il codice: quattro gruppi di quattro segni, senza vocali.</p>
<p><a href="/">Vai alle policy pubblicate</a></p>`,
  });
