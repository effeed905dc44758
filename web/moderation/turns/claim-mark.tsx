// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Icon } from '../../ui/icon.tsx';
import { turnsWords } from '../../words/turns.ts';
import { claimsQuery } from './turns.ts';

const words = turnsWords.claim;

/** On a row of the queue: who has the case in hand, if anybody. */
export function ClaimMark({ id }: { readonly id: string }) {
  const { body } = useParams({ from: '/banco/$body' });
  const { data: claim } = useQuery({
    ...claimsQuery(body),
    select: ({ items }) => items.find((one) => one.case === id) ?? null,
  });
  if (claim === undefined || claim === null) return null;
  return (
    <span className="claim-mark" data-mine={claim.mine || undefined}>
      <Icon name="it-user" />
      {claim.mine ? words.rowMine : words.row(claim.person.name)}
    </span>
  );
}
