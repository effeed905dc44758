// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import type { CaseDetail } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { referralWords } from '../../words/referrals.ts';
import { caseReferralsQuery } from './referrals.ts';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly onUse: (text: string) => void;
}

const words = referralWords.answers;

/** What offices answered, ready to be made into a reply. Nothing while there is nothing. */
export function OfficeAnswers({ body, detail, onUse }: Props) {
  const { data } = useQuery(caseReferralsQuery({ body, id: detail.id }, detail.revision));
  const answers = (data?.referrals ?? []).flatMap(({ id, office, answers: given }) =>
    given.flatMap(({ text, by, at }) => (text === null ? [] : [{ key: `${id} ${at}`, office, by, text }])),
  );
  if (answers.length === 0) return null;
  const use = (text: string) => {
    onUse(text);
    announce(words.used);
    document.getElementById('risposta')?.focus();
  };
  return (
    <div className="office-answers">
      {answers.map(({ key, office, by, text }) => (
        <figure key={key}>
          <figcaption>{words.from(office, by)}</figcaption>
          <blockquote>{text}</blockquote>
          <Button className="btn-sm" onClick={() => use(text)}>
            {words.use}
          </Button>
        </figure>
      ))}
    </div>
  );
}
