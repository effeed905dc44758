// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { spanWords } from '../../days.ts';
import { addressOf } from '../addresses.ts';
import type { HoursGroup, HoursView, Said } from '../contract.ts';
import { pageTitle } from './facts.ts';
import { bodyPage, type Look } from './frame.ts';
import { capital, linked, shortDay } from './wording.ts';

/** When the channels are looked after, and whom to write to. */
export function hoursPage(view: HoursView, look: Look): Html {
  const { about, links, moderation, today } = view;
  const policy = addressOf.policy(about.body.slug);
  const part = (title: string, said: readonly Said[], otherwise: string): Html => html`
<section class="policy-section"><h2>${title}</h2>${
    said.length === 0 ? html`<p>${otherwise}</p>` : said.map((one) => saidBlock(one, policy))
  }</section>`;
  return bodyPage(
    look,
    { about, links, name: 'Orari e contatti' },
    html`
${pageTitle(about, 'Orari e contatti')}
<section class="policy-section"><h2>Oggi e questa settimana</h2>
${moderation.length === 0 ? html`<p>La policy non presenta nessun social: dato mancante.</p>` : moderation.map((group) => groupHours(group, { policy, today }))}
<h3>Prossimi festivi</h3>
<ul>${view.holidays.map(({ date, name }) => html`<li>${capital(shortDay(date))}: ${name}</li>`)}</ul>
</section>
${part('Che cosa dice la policy degli orari', view.hours, 'La policy non parla di orari: dato mancante.')}
${part('Presidio straordinario', view.cover, 'La policy non dice se i canali siano seguiti anche fuori orario: dato mancante.')}
${view.extra.length > 0 && html`<ul>${view.extra.map(extraHours)}</ul>`}
${part('Come e quando si risponde', view.replies, 'La policy non dice in quanto tempo si risponde: dato mancante.')}
${part('Contatti', view.contacts, 'La policy non dà contatti: dato mancante.')}
${part('A chi rivolgersi', view.offices, 'La policy non indica uffici: dato mancante.')}`,
  );
}

const saidBlock = ({ clause, title, lines }: Said, policy: string): Html => html`
<div class="public-said"><h3>${title} <a class="policy-anchor" href="${policy}#${clause}">${clause}</a></h3>
<ul>${lines.map((line) => html`<li>${linked(line)}</li>`)}</ul></div>`;

const extraHours = ({ from, to, ranges, networks, act }: HoursView['extra'][number]): Html => html`
<li>${capital(spanWords({ from, to }))}, ${rangesWords(ranges)}, anche se festivo${networks.length > 0 && ` (${networks.join(', ')})`}: ${act}.</li>`;

const rangesWords = (ranges: HoursGroup['week'][number]['ranges']): string =>
  ranges.map(({ from, to }) => `dalle ${from} alle ${to}`).join(' e ');

interface Around {
  readonly policy: string;
  readonly today: string;
}

function groupHours(group: HoursGroup, { policy, today }: Around): Html {
  const { networks, clause, source, act, week, openNow, silentOnHolidays } = group;
  const name = networks.length === 0 ? 'Tutti i social' : networks.join(', ');
  const cited = clause === null ? '' : html` (punto <a href="${policy}#${clause}">${clause}</a>)`;
  if (openNow === null)
    return html`<h3>${name}</h3><p>In quali giorni e ore i canali sono seguiti: <strong>dato mancante</strong>${cited}.</p>`;
  return html`
<h3>${name}</h3>
<p class="public-now">${openNow ? 'In questo momento i canali sono seguiti.' : 'In questo momento i canali non sono seguiti.'}</p>
<table class="public-week">
  <caption>Ore in cui i canali sono seguiti</caption>
  <thead><tr><th scope="col">Giorno</th><th scope="col">Ore</th></tr></thead>
  <tbody>${week.map(
    (day) => html`
    <tr${day.date === today ? html` aria-current="date"` : ''}><th scope="row">${capital(day.weekday)} ${shortDay(day.date)}${day.date === today && html` <strong>oggi</strong>`}</th><td>${dayWords(day, silentOnHolidays)}</td></tr>`,
  )}</tbody>
</table>
<p class="public-source">${
    source === 'choice'
      ? html`La policy non dice le ore${cited}: queste le ha indicate l’ente${act !== null && ` con ${act}`}.`
      : 'Lo dice la policy, nei punti elencati qui sotto.'
  }${silentOnHolidays && ' Dei giorni festivi la policy non parla: dato mancante.'}</p>`;
}

function dayWords({ ranges, holiday }: HoursGroup['week'][number], silentOnHolidays: boolean): string {
  const hours = ranges.length === 0 ? 'non seguiti' : rangesWords(ranges);
  if (holiday === null) return hours;
  return silentOnHolidays && ranges.length > 0 ? `${holiday}: dato mancante` : `${holiday}: ${hours}`;
}
