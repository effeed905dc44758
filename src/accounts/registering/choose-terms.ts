// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { AccountPorts } from '../ports.ts';
import type { RegisterChoiceRequest } from './contract.ts';
import { insertRegisterChoice } from './store.ts';
import { clausesIn, policyHere, refuseSecrets, termsOf } from './terms.ts';

export interface ChoosingTerms {
  readonly body: string;
  readonly actor: Actor;
  readonly choice: RegisterChoiceRequest;
}

/** What requests have to say, and how often accounts are looked at, where the policy is silent. Throws SECRET_IN_TEXT. */
export async function chooseRegisterTerms(ports: AccountPorts, { body, actor, choice }: ChoosingTerms): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const policy = await policyHere(tx, body, now);
    const { asks, checkDays, silenceDays, act } = choice;
    refuseSecrets([...asks, act]);
    const id = newId();
    await insertRegisterChoice(tx, {
      ...{ id, body, asks, check_days: checkDays, silence_days: silenceDays, act },
      ...{ person: actor.id, person_name: actor.name, at: now },
    });
    await record(tx, body, now, {
      kind: 'account.register-chosen',
      subject: id,
      person: actor,
      grounds: clausesIn(termsOf(policy).checkMinutes),
      policyVersion: policy?.version ?? null,
      summary: 'Scelte le regole del registro degli account dove la policy tace',
      facts: { asks, checkDays, silenceDays, act },
    });
    await ports.news?.tell(tx, body, { id, change: 'account' });
  });
}
