// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, type DraftRule, linksUnsaid } from '#policy';
import type { Finding } from './draft.ts';
import { type DraftReading, type Look, type Noticed, one } from './draft-reading.ts';
import { joinedSpans, spansOf, wholeWords } from './passages.ts';

const PROMISED = wholeWords(
  "(?:sul|nel|dal|al)\\s(?:nostro\\s|vostro\\s)?(?:sito|portale)(?:\\s(?:del|della|dell[’']|internet|web|istituzionale)[^.!?\\n]{0,30})?|(?:è|sono|si\\strov(?:a|ano))\\s(?:tutt[oaie]\\s)?(?:on\\s?line|in\\srete|sul\\ssito)|link\\s(?:in\\sbio|qui\\ssotto|nel\\sprimo\\scommento|nei\\scommenti|sotto)|clicca(?:te|ndo)?\\s(?:qui|sul)|a\\squesto\\s(?:link|indirizzo)|in\\samministrazione\\strasparente|nell[’']avviso|on\\s?line|pagina\\sdedicata|per\\s(?:saperne\\sdi\\spiù|maggiori\\sinformazioni|tutte\\sle\\sinformazioni|informazioni\\se)",
);
/** A service with terms of its own, which a post never tells whole. */
const SERVICE = wholeWords(
  'band[oi]|graduatori[ae]|voucher|bonus|contribut[oi]|domand[ae]\\s(?:entro|si|online|di)|iscrizion[ei]|requisit[oi]|modul[oi]|esenzion[ei]|agevolazion[ei]|concors[oi]|avvis[oi]\\spubblic[oi]|screening|vaccin[oi]|vaccinazion[ei]|prenotazion[ei]|tariff[ae]|beneficiari',
);
const REACHED_OTHERWISE =
  /(?<!\d)(?:0\d{1,4}[\s./-]?\d{4,8}|3\d{2}[\s./-]?\d{6,7}|800[\s.]?\d{3}[\s.]?\d{3}|1\d{2,5})(?!\d)|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}/u;
const ADDRESS = /https?:\/\/\S+|(?<![\p{L}\p{N}@.])(?:www\.)[\p{L}\p{N}.-]{1,30}\.\p{L}{2,}\S*/giu;

const addressesIn = (text: string): readonly (readonly [number, number])[] => spansOf(text, ADDRESS);

/** The host of an address as a policy or a person writes it, without «www.». */
const hostOf = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')
    .replace(/[.,;]+$/, '');

/** Every address that a draft gives. */
const addressesOf = ({ text, draft }: Pick<DraftReading, 'text' | 'draft'>): readonly string[] => [
  ...(draft.links ?? []),
  ...addressesIn(text).map(([start, end]) => text.slice(start, end)),
];

const leadsTo = (address: string, page: string): boolean => {
  const [host, wanted] = [hostOf(address), hostOf(page)];
  return host === wanted || host.endsWith(`.${wanted}`);
};

/**
 * Says that there is more elsewhere, or tells of a service with terms of its own, and no address leads there: of any page, or of
 * the one that the policy names.
 */
export function linkMissing({ text, draft }: DraftReading, rules: readonly DraftRule[]): readonly Noticed[] {
  const written = addressesOf({ text, draft });
  const pages = rules.flatMap(({ link }) => (typeof link === 'string' ? [link] : []));
  const promised = spansOf(text, PROMISED);
  const service = spansOf(text, SERVICE);
  if (pages.length > 0) {
    const leads = written.some((address) => pages.some((page) => leadsTo(address, page)));
    if (leads || (promised.length === 0 && service.length === 0)) return [];
    return one(
      joinedSpans(promised.length > 0 ? promised : service),
      'Manca il collegamento alla pagina ufficiale che la policy indica.',
    );
  }
  if (written.length > 0) return [];
  const reason = 'Rimanda a una pagina ufficiale e non ne dà il collegamento.';
  if (promised.length > 0) return one(joinedSpans(promised), reason);
  return REACHED_OTHERWISE.test(text) || service.length === 0 ? [] : one(joinedSpans(service), reason);
}

/** Contents that lead nowhere near the page that the body chose, where a clause asks for one and leaves unsaid which. */
export function portalMissing(reading: DraftReading, policy: CompiledPolicy): readonly Finding[] {
  const { network, portals } = reading.draft;
  const written = addressesOf(reading);
  return linksUnsaid(policy, network).flatMap(({ clause, outcome }): readonly Finding[] => {
    const portal = portals?.get(clause);
    if (portal === undefined || written.some((address) => leadsTo(address, portal))) return [];
    const reason = 'Manca il collegamento al portale che l’ente ha scelto.';
    return [{ check: 'link-missing', clause, severity: outcome, spans: [], reason }];
  });
}

/** An image that nobody describes to those who cannot see it. */
export const altMissing: Look = ({ draft: { alt = [], images = [] } }) => {
  const empty = [...alt, ...images.map((image) => image.alt ?? '')].filter((words) => words.trim() === '').length;
  if (empty === 0) return [];
  const reason =
    empty === 1 ? 'Un’immagine non ha il testo alternativo.' : 'Alcune immagini non hanno il testo alternativo.';
  return [{ spans: [], reason }];
};

const HASHTAG = /#[\p{L}\p{N}_]{1,30}/gu;

/** What the network does not take, or takes and shows to nobody as it is meant. */
export const networkRule: Look = ({ text, draft: { images = [], network }, limits }) => {
  if (limits === undefined || network === undefined) return [];
  const tags = spansOf(text, HASHTAG);
  const dead = limits.opensLinks ? [] : addressesIn(text);
  const first = tags[limits.hashtags ?? Number.POSITIVE_INFINITY];
  return [
    ...(limits.lengthOf(text) > limits.length
      ? [{ spans: [], reason: 'Il testo è più lungo di quanto questo social ammette.' }]
      : []),
    ...(first === undefined
      ? []
      : one([[first[0], text.length]], 'Ci sono più hashtag di quanti questo social ne ammette.')),
    ...one(dead, 'Su questo social un indirizzo nel testo non si può aprire.'),
    ...(limits.images !== undefined && images.length > limits.images
      ? [{ spans: [], reason: 'Ci sono più immagini di quante questo social ne ammette.' }]
      : []),
  ];
};
