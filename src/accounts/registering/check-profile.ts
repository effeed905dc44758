// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { accountError } from '../errors.ts';
import type { AccountPorts } from '../ports.ts';
import { tellScreens } from '../tell.ts';
import type { CheckRequest } from './contract.ts';
import { textsFor } from './profile.ts';
import { accountIn } from './standing.ts';
import { insertCheck } from './store.ts';
import { clausesIn, policyHere, refuseSecrets, termsOf } from './terms.ts';

export interface CheckingProfile {
  readonly body: string;
  readonly account: string;
  readonly actor: Actor;
  /** Where the desk is served: the texts name its pages. */
  readonly url: string;
  readonly check: CheckRequest;
}

/**
 * A person looked at the profile on the network, and says what stands there. Throws ACCOUNT_UNKNOWN, ACCOUNT_STATE_WRONG,
 * TEXTS_CHANGED, SECRET_IN_TEXT.
 */
export async function checkProfile(
  ports: AccountPorts,
  { body, account, actor, url, check }: CheckingProfile,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const row = await accountIn(tx, account, ['active', 'suspended']);
    const { network, name } = row;
    const policy = await policyHere(tx, body, now);
    const terms = termsOf(policy, network);
    const texts = policy === undefined ? undefined : textsFor(policy, { body, network, url });
    if ((texts?.digest ?? '') !== check.digest) throw accountError('TEXTS_CHANGED', name);
    refuseSecrets([check.note], terms);
    const { digest, bio, pinned, links, privacy, note } = check;
    await insertCheck(tx, {
      ...{ id: newId(), body, account_id: account, bio, pinned, links, privacy, texts_digest: digest, note },
      ...{ person: actor.id, person_name: actor.name, at: now },
    });
    const stands = bio && pinned && links && privacy;
    await record(tx, body, now, {
      kind: 'account.profile-checked',
      subject: account,
      person: actor,
      grounds: clausesIn(terms.checkMinutes),
      policyVersion: policy?.version ?? null,
      summary: `Controllato il profilo di ${name} (${network}): ${stands ? 'tutto a posto' : 'qualcosa da sistemare'}`,
      facts: { bio, pinned, links, privacy, texts: digest },
    });
    await tellScreens(ports, tx, { body, account });
  });
}
