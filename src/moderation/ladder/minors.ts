// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { consentForYoung, minorsOn } from '#policy';
import { inForce } from '#rulebook';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { lockCase } from '../store.ts';
import { refuseOthers } from '../turns/follow.ts';
import type { YoungAccountRequest, YoungAccounts } from './author-contract.ts';
import {
  accountsIn,
  endYoungAccount,
  insertYoungAccount,
  provedTogether,
  youngAccountOn,
  youngAccounts,
} from './author-store.ts';
import type { MinorRequest } from './contract.ts';
import { ladderError } from './errors.ts';
import { onCase } from './on-case.ts';
import { callBackBans } from './recount.ts';
import { holdAuthors } from './store.ts';
import { dataToGo } from './young-data.ts';
import { insertYoungCase } from './young-store.ts';

const BASES: Readonly<Record<MinorRequest['basis'], string>> = {
  'said-so': 'lo dice chi scrive',
  'parent-told': 'lo dice un genitore o un tutore',
  'institution-told': 'lo dice l’istituzione responsabile',
  other: 'altro',
};
const OUTCOMES: Readonly<Record<MinorRequest['outcomes'][number], string>> = {
  'not-engaged': 'non si prosegue il dialogo',
  'general-answer': 'risposta generale',
  'data-removed': 'si tolgono i dati',
  authorised: 'il progetto ha l’autorizzazione',
};

export interface MinorSeen {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
  readonly request: MinorRequest;
}

/**
 * A person looked at an intervention of someone who may be too young, and says what is done. Nothing is counted against whoever wrote
 * it; where their data are to go, they go when another person says so too (`young-data.ts`), at once where the head does. Throws
 * NO_MINORS_RULE where the policy is silent for that account, YOUNG_DATA_KEPT where they have to stay.
 */
export async function minorSeen(ports: ModerationPorts, { body, caseId, actor, request }: MinorSeen): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    refuseOthers(row, actor.id);
    const { item, matter, version, now } = await onCase(ports, tx, row);
    const young = await youngAccountOn(tx, item.account_id);
    const rule = minorsOn(matter.policy, { young: young !== undefined });
    if (rule === undefined) throw ladderError('NO_MINORS_RULE');
    const outcomes = [...new Set(request.outcomes)];
    if (outcomes.includes('authorised') && young === undefined) throw ladderError('YOUNG_NOT_REGULATED');
    if (item.author_id !== null) await holdAuthors(tx, await provedTogether(tx, item.author_id));
    await insertYoungCase(tx, row, now);
    const data = outcomes.includes('data-removed') ? await dataToGo(ports, tx, { row, item, actor }) : 'kept';
    if (item.author_id !== null) await callBackBans(ports, tx, { body, author: item.author_id });
    await record(tx, body, now, {
      kind: 'minor.considered',
      subject: item.id,
      person: actor,
      grounds: [rule.clause.id],
      policyVersion: version,
      summary: `Regola sui minori (pratica n. ${row.number}), ${BASES[request.basis]}: ${outcomes.map((one) => OUTCOMES[one]).join(', ')}${data === 'asked' ? ', quando lo dice anche un’altra persona' : ''}`,
      facts: { case: row.id, basis: request.basis, outcomes, data },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  });
}

interface OfHead {
  readonly body: string;
  readonly actor: Actor;
}

/**
 * An account is made for the young: never without the authorisation of its project, of which only the place is kept. Declared
 * again, it replaces what was declared. Throws YOUNG_NOT_REGULATED.
 */
export async function declareYoung(
  ports: ModerationPorts,
  { body, actor }: OfHead,
  request: YoungAccountRequest,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const { compiled, version } = await inForce(tx, body, now);
    const rule = consentForYoung(compiled);
    if (rule === undefined) throw ladderError('YOUNG_NOT_REGULATED');
    const account = (await accountsIn(tx, body)).find(({ id }) => id === request.account);
    if (account === undefined) throw ladderError('MEASURE_NOT_FOUND', 'l’account non è di questo ente');
    const earlier = await youngAccountOn(tx, account.id);
    if (earlier !== undefined) await endYoungAccount(tx, earlier.id, now);
    const id = newId();
    await insertYoungAccount(tx, {
      ...{
        id,
        body,
        account_id: account.id,
        project: request.project,
        consent_by: request.by,
        document: request.document,
      },
      ...{ clause: rule.clause.id, policy_version: version, person: actor.id, person_name: actor.name },
      ...{ at: now, ended_at: null },
    });
    await record(tx, body, now, {
      kind: 'young-account.authorised',
      subject: account.id,
      person: actor,
      grounds: [rule.clause.id],
      policyVersion: version,
      summary: `Account per i giovani con l’autorizzazione del progetto: ${request.project}`,
      facts: { youngAccount: id, by: request.by, document: request.document },
    });
  });
}

/** The project is over: the account is general again. */
export async function endYoung(ports: ModerationPorts, { body, actor }: OfHead, id: string): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const ended = await endYoungAccount(tx, id, now);
    if (ended === undefined) return;
    await record(tx, body, now, {
      kind: 'young-account.ended',
      subject: ended.account_id,
      person: actor,
      grounds: [ended.clause],
      policyVersion: ended.policy_version,
      summary: `L’account non è più per i giovani: finito il progetto ${ended.project}`,
      facts: { youngAccount: id },
    });
  });
}

export async function youngAccountsOf(ports: ModerationPorts, body: string): Promise<YoungAccounts> {
  return ports.database.inBody(body, async (tx) => {
    const { compiled } = await inForce(tx, body, ports.clock.now());
    const rule = consentForYoung(compiled);
    const rows = await youngAccounts(tx, body);
    return {
      clause:
        rule === undefined
          ? null
          : { id: rule.clause.id, title: rule.clause.title, age: rule.age ?? null, consentOf: [...rule.consentOf] },
      accounts: rule === undefined ? [] : (await accountsIn(tx, body)).map((account) => ({ ...account })),
      items: rows.map(({ id, account_id, project, consent_by, document, person_name, at }) => ({
        ...{ id, account: account_id, project, by: consent_by, document, person: person_name, at: at.toISOString() },
      })),
    };
  });
}
