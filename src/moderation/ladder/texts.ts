// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import type { Item } from '#inbox';
import { type CompiledPolicy, openWays, type PolicyClause } from '#policy';

// First drafts, to be edited by the person who signs them. They name clauses, never what was written.

type Named = Pick<PolicyClause, 'id' | 'title'>;

const named = (clauses: readonly Named[]): string => clauses.map(({ id, title }) => `${id} («${title}»)`).join(', ');

interface Drafting {
  readonly policy: CompiledPolicy;
  /** What the item breaks. */
  readonly broken: readonly Named[];
  /** Where the ban is said, if the policy has one. */
  readonly ban: Named | undefined;
  readonly page: string;
}

/** For the author alone. */
export function warningPrivately({ policy, broken, ban, page }: Drafting): string {
  const what = broken.length === 0 ? 'le nostre regole' : `il punto ${named(broken)}`;
  const then = ban === undefined ? '' : ` Se succede ancora, il punto ${ban.id} ci permette di bloccare l’account.`;
  return `Buongiorno, un tuo intervento sui canali di ${policy.bodyName} non rispetta ${what}.${then} Le regole sono qui: ${page}`;
}

/** For everybody to read: nothing of what, nothing of whom. */
export const warningInPublic = ({ page }: Pick<Drafting, 'page'>): string =>
  `Ti chiediamo di rispettare le regole di questa pagina. Le trovi qui: ${page}`;

/** The other ways by which a banned person reaches the service, as the policy gives them; empty: it gives none. */
export function waysWritten(policy: CompiledPolicy): string {
  const ways = openWays(policy).map(({ office, address, phone, purposes }) => {
    const where = [office, address, phone].filter((one) => one !== undefined).join(', ');
    return `${where} (${purposes.join(', ')})`;
  });
  return ways.join('; ');
}

export function banText({ policy, broken, ban, page }: Drafting): string {
  const clauses = [...(ban === undefined ? [] : [ban]), ...broken];
  return [
    `Buongiorno, da oggi il tuo account non può più intervenire sui canali di ${policy.bodyName}.`,
    `Lo prevede il punto ${named(clauses)}. Le regole sono qui: ${page}`,
    'Il blocco sarà riesaminato il {riesame}.',
    'Il servizio resta a tua disposizione: {altri canali}.',
  ].join(' ');
}

/** For everybody to read: that something was done, and how the service is still reached. */
export const banInPublic = ({ page }: Pick<Drafting, 'page'>): string =>
  `Abbiamo applicato una misura prevista dalle regole di questa pagina (${page}). Il servizio resta a tua disposizione: {altri canali}.`;

/** Fills what the person chose; what is left in braces is refused elsewhere. */
export const filled = (text: string, { reviewOn, ways }: { reviewOn: string; ways: string }): string =>
  text.replaceAll('{riesame}', italianDay(reviewOn)).replaceAll('{altri canali}', ways);

export const italianDay = (day: string): string => day.split('-').reverse().join('/');

/** Why it breaks the rules, for a platform that has never seen the policy. */
export function noticeReasons(policy: CompiledPolicy, broken: readonly Named[]): string {
  const what = broken.length === 0 ? 'le regole della pagina' : `le regole della pagina, punto ${named(broken)}`;
  return `Il contenuto indicato viola ${what}, pubblicate da ${policy.bodyName}.`;
}

interface Notice {
  readonly reasons: string;
  readonly place: string;
  readonly notifier: string;
  readonly email: string;
}

/** The four elements of a notice under article 16(2) of Regulation (EU) 2022/2065, as one text. */
export const noticeText = ({ reasons, place, notifier, email }: Notice): string =>
  [
    `Motivi: ${reasons}`,
    `Dove si trova: ${place}`,
    `Chi segnala: ${notifier}, ${email}`,
    'Chi segnala ritiene in buona fede che quanto scritto qui sia esatto e completo (art. 16, par. 2, Reg. UE 2022/2065).',
  ].join('\n');

/** The exact place of an item as far as it is known. */
export const placeWritten = ({ permalink, external_id, network }: Item): string =>
  permalink ?? `${adapterOf(network)?.label ?? network}, contenuto numero ${external_id}`;
