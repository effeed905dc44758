// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AlarmView, CaseDetail } from '#moderation/contract';
import { useIdempotencyKey } from '../../client/idempotency.ts';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { turnsWords } from '../../words/turns.ts';
import { adopt } from '../adopt.ts';
import { decide } from '../cases.ts';
import { alarmQuery, alarmsQuery } from './turns.ts';

interface Props {
  readonly body: string;
  readonly alarm: AlarmView;
  readonly detail: CaseDetail;
}

const words = turnsWords.alarms;

/** Hiding, as first aid: under the clause that the policy proposes, said before it is done. */
export function UrgentHide({ body, alarm, detail }: Props) {
  const [asking, setAsking] = useState(false);
  const option = detail.options.find(({ kind }) => kind === 'hide');
  const ground = option?.grounds[0];
  if (option === undefined || !option.available) return option === undefined ? null : <p>{option.effect}</p>;
  if (ground === undefined) return <p className="muted">{words.hideNoGround}</p>;
  return (
    <>
      <Button className="urgent-hide" onClick={() => setAsking(true)}>
        {words.hide}
      </Button>
      {asking ? (
        <HideDialog
          body={body}
          alarm={alarm}
          detail={detail}
          asked={{ ground, effect: option.effect, reasons: option.reasons }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

interface Asked {
  readonly ground: { readonly id: string; readonly title: string };
  readonly effect: string;
  readonly reasons: string;
}

function HideDialog({
  body,
  alarm,
  detail,
  asked: { ground, effect, reasons },
  onClose,
}: Props & { readonly asked: Asked; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const keyFor = useIdempotencyKey();
  const hiding = useMutation({
    mutationFn: () => {
      const decision = {
        ...{ kind: 'hide' as const, grounds: [{ kind: 'clause' as const, clause: ground.id }], reasons },
        ...{ revision: detail.revision, policyVersion: detail.policy.version, policyDigest: detail.policy.digest },
      };
      return decide(body, detail.id, { decision, key: keyFor(decision) });
    },
    onSuccess: async (decided) => {
      await adopt(queries, body, decided);
      void queries.invalidateQueries({ queryKey: alarmQuery(body, alarm.id).queryKey });
      void queries.invalidateQueries({ queryKey: alarmsQuery(body).queryKey });
      announce(words.hidden);
      onClose();
    },
  });
  return (
    <Dialog title={words.hideTitle} onClose={onClose}>
      <p>{effect}</p>
      <p>{words.hideUnder(ground.id, ground.title)}</p>
      <p>{reasons}</p>
      {hiding.isError ? <Fault title={words.hideFailed} error={hiding.error} /> : null}
      <div className="dialog-actions">
        <Button onClick={onClose}>{it.cancel}</Button>
        <Button look="primary" onClick={() => hiding.mutate()} aria-disabled={hiding.isPending}>
          {words.hideConfirm}
        </Button>
      </div>
    </Dialog>
  );
}
