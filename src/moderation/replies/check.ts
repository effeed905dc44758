// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { lengthIn } from '#channels';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { answerLimit } from '../statements/private-write.ts';
import { caseToAnswer, findingsOn, findingViews, subjectOf } from './answering.ts';
import type { JustificationRequest, ReplyChecked, ReplyCheckName } from './contract.ts';
import { replyError } from './errors.ts';
import { insertJustification } from './store.ts';

export interface OnOneCase {
  readonly body: string;
  readonly caseId: string;
}

/** What the checks say of an answer while it is being written. Nothing of it is kept. */
export async function checkedReply(ports: ModerationPorts, { body, caseId }: OnOneCase, text: string) {
  return ports.database.inBody(body, async (tx): Promise<ReplyChecked> => {
    const on = await caseToAnswer(ports, tx, caseId);
    const { length: limit, unit } = answerLimit(on.item);
    const findings = text.trim() === '' ? [] : await findingsOn(ports, tx, { on, text });
    return {
      length: { used: lengthIn(text.trim(), unit), limit, unit },
      findings: await findingViews(ports, tx, { on, text, findings }),
    };
  });
}

/** What each check looks at, as the record names it. */
export const CHECK_NAMES: Readonly<Record<ReplyCheckName, string>> = {
  unfilled: 'segnaposto',
  'personal-data': 'dati personali nella risposta',
  'asks-for-data': 'dati chiesti a chi scrive',
  'private-invitation': 'invito a scrivere in privato',
  'personal-case': 'caso personale discusso in pubblico',
  similar: 'risposte quasi uguali',
};

/** A person says why these very words go out all the same. Throws NOTHING_TO_JUSTIFY where nothing asks for it, or it cannot be. */
export async function justifyReply(
  ports: ModerationPorts,
  { body, caseId, actor }: OnOneCase & { readonly actor: Actor },
  request: JustificationRequest,
): Promise<void> {
  const { vault, clock } = ports;
  await ports.database.inBody(body, async (tx) => {
    const on = await caseToAnswer(ports, tx, caseId);
    const findings = await findingsOn(ports, tx, { on, text: request.text });
    const found = findings.find(({ check, severity }) => check === request.check && severity === 'justify');
    if (found === undefined) throw replyError('NOTHING_TO_JUSTIFY');
    const [id, at, fingerprint] = [newId(), clock.now(), fingerprintOf(vault, request.text)];
    const sealed = await sealWords({ tx, vault }, { ...subjectOf(on.item), row: id }, { reasons: request.reasons });
    const fresh = await insertJustification(tx, {
      ...{ id, body, case_id: caseId, finding: found.check, fingerprint, clause: found.clauses[0]?.id ?? null, sealed },
      ...{ person: actor.id, person_name: actor.name, at },
    });
    if (!fresh) return;
    await record(tx, body, at, {
      kind: 'reply.justified',
      subject: on.item.id,
      person: actor,
      grounds: found.clauses.map((clause) => clause.id),
      policyVersion: on.version,
      summary: `Motivata una risposta nonostante un controllo: ${CHECK_NAMES[found.check]} (pratica n. ${on.row.number})`,
      facts: { case: caseId, check: found.check, reply: fingerprint, reasons: fingerprintOf(vault, request.reasons) },
    });
  });
}
