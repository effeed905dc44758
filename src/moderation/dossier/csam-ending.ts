// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { fingerprintOf, type Withheld } from '#inbox';
import { queueing } from '../consider.ts';
import { matterOf } from '../decide.ts';
import { openWords, sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { updateCase } from '../store.ts';
import { forgetForGood } from './csam.ts';
import { showAgain } from './csam-writes.ts';
import { dossierError } from './errors.ts';
import { type Acting, actOn, type OnCase } from './on-case.ts';
import { type Concern, changeConcern, changeReport, concernOn, reportById } from './store.ts';
import { purgeDossiersQuoting, restoreWithheld } from './withheld-store.ts';

/** The open concern, for somebody else than who raised it. Throws CSAM_NOT_OPEN, CSAM_OTHER_PERSON. */
async function concernToEnd({ tx, row }: OnCase, { actor }: Acting): Promise<Concern> {
  const concern = await concernOn(tx, { case: row.id });
  if (concern === undefined) throw dossierError('CSAM_NOT_OPEN');
  if (concern.person === actor.id) throw dossierError('CSAM_OTHER_PERSON');
  return concern;
}

/**
 * Another person in charge looked: it is not what was feared. What was set aside comes back; what was forgotten does not. Throws
 * CSAM_NOT_OPEN, CSAM_OTHER_PERSON.
 */
export const dismissCsam = (ports: ModerationPorts, dismissing: Acting & { readonly reasons: string }): Promise<void> =>
  actOn(ports, dismissing, async (on) => {
    const { tx, row, item, subject, now } = on;
    const { body, actor, reasons } = dismissing;
    const concern = await concernToEnd(on, dismissing);
    const seal = { tx, vault: ports.vault };
    await changeConcern(tx, concern.id, {
      ...{ state: 'dismissed', dismissed_by: actor.id, dismissed_by_name: actor.name, dismissed_at: now },
      dismissed_sealed: await sealWords(seal, { body, subject, row: `${concern.id}:dismissed` }, { reasons }),
      withheld: null,
    });
    if ((await reportById(tx, concern.report_id))?.state === 'due')
      await changeReport(tx, concern.report_id, { state: 'void' });
    const restored = await bringBack(ports, on, concern);
    await queueAnew(ports, on);
    await showAgain(ports, tx, { item, concern, person: actor.id });
    await record(tx, body, now, {
      kind: 'csam.dismissed',
      subject: item.id,
      person: actor,
      grounds: concern.clauses,
      policyVersion: concern.policy_version,
      summary: `Pratica n. ${row.number}: chiuso il percorso per i contenuti pedopornografici, non ce n’erano`,
      facts: { case: row.id, concern: concern.id, restored, reasons: fingerprintOf(ports.vault, reasons) },
    });
  });

/** Returns how many states of the words came back. */
async function bringBack(ports: ModerationPorts, { tx, subject }: OnCase, concern: Concern): Promise<number> {
  if (concern.withheld === null) return 0;
  const at = { body: concern.body, subject, row: concern.id };
  const opened = await openWords<{ words: readonly Withheld[] }>({ tx, vault: ports.vault }, at, concern.withheld);
  if (opened === null) return 0;
  await restoreWithheld(tx, concern, opened.words);
  return opened.words.length;
}

/** A case like the others, where its judgement places it. */
async function queueAnew(ports: ModerationPorts, { tx, row }: OnCase): Promise<void> {
  const { item, text, matter } = await matterOf(ports, tx, row);
  await updateCase(tx, row.id, {
    ...queueing(matter.judgement, item, text),
    has_media: item.has_media,
    revision: row.revision + 1,
  });
}

/** What was set aside goes for good: another person in charge says so. Throws CSAM_NOT_OPEN, CSAM_OTHER_PERSON, CSAM_NOTHING_ASIDE. */
export const destroyWithheld = (ports: ModerationPorts, destroying: Acting): Promise<void> =>
  actOn(ports, destroying, async (on) => {
    const { tx, row, item, now } = on;
    const { body, actor } = destroying;
    const concern = await concernToEnd(on, destroying);
    if (!isAside(concern)) throw dossierError('CSAM_NOTHING_ASIDE');
    await changeConcern(tx, concern.id, {
      ...{ withheld: null, destroyed_by: actor.id, destroyed_by_name: actor.name, destroyed_at: now },
    });
    await forgetForGood(tx, { item, caseId: row.id, now });
    await purgeDossiersQuoting(tx, item, { now, all: true });
    await updateCase(tx, row.id, { revision: row.revision + 1 });
    await record(tx, body, now, {
      kind: 'csam.destroyed',
      subject: item.id,
      person: actor,
      grounds: concern.clauses,
      policyVersion: concern.policy_version,
      summary: `Pratica n. ${row.number}: distrutto, da un’altra persona, ciò che era stato messo da parte avviando il percorso per i contenuti pedopornografici`,
      facts: { case: row.id, concern: concern.id },
    });
  });

export const isAside = ({ set_aside, destroyed_at }: Pick<Concern, 'set_aside' | 'destroyed_at'>): boolean =>
  set_aside && destroyed_at === null;
