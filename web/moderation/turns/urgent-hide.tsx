// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { AlarmView, CaseDetail, Option } from '#moderation/contract';
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

type Measure = 'hide' | 'remove';

const words = turnsWords.alarms;

/** First aid: hiding; removing where hiding is not possible, or where something hidden has to go. */
export function UrgentMeasures({ body, alarm, detail }: Props) {
  const optionFor = (kind: Measure) => detail.options.find((option) => option.kind === kind);
  const [hide, remove] = [optionFor('hide'), optionFor('remove')];
  const mayHide = hide?.available === true;
  const hidden = detail.decision === 'hide';
  return (
    <>
      {mayHide ? <Act body={body} alarm={alarm} detail={detail} option={hide} /> : null}
      {mayHide || hidden || hide === undefined ? null : <p>{hide.effect}</p>}
      {mayHide || remove?.available !== true ? null : <Act body={body} alarm={alarm} detail={detail} option={remove} />}
    </>
  );
}

/** Under the clause that the policy proposes, said before it is done; what cannot be taken back is asked twice. */
function Act({ option, ...on }: Props & { readonly option: Option }) {
  const [asking, setAsking] = useState(false);
  const ground = option.grounds[0];
  const kind: Measure = option.kind === 'remove' ? 'remove' : 'hide';
  if (ground === undefined) return <p className="muted">{words.noGround[kind]}</p>;
  return (
    <>
      <Button className="urgent-hide" onClick={() => setAsking(true)}>
        {words.act[kind]}
      </Button>
      {asking ? <ActDialog {...on} {...{ kind, option, ground }} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

interface Asked extends Props {
  readonly kind: Measure;
  readonly option: Option;
  readonly ground: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
}

function ActDialog({ body, alarm, detail, kind, option, ground, onClose }: Asked) {
  const queries = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [again, setAgain] = useState(false);
  const acting = useMutation({
    mutationFn: () => {
      const decision = {
        ...{ kind, grounds: [{ kind: 'clause' as const, clause: ground.id }], reasons: option.reasons },
        ...{ revision: detail.revision, policyVersion: detail.policy.version, policyDigest: detail.policy.digest },
      };
      return decide(body, detail.id, { decision, key: keyFor(decision) });
    },
    onSuccess: async (decided) => {
      await adopt(queries, body, decided);
      void queries.invalidateQueries({ queryKey: alarmQuery(body, alarm.id).queryKey });
      void queries.invalidateQueries({ queryKey: alarmsQuery(body).queryKey });
      announce(words.asked[kind]);
      onClose();
    },
  });
  const last = option.undoable || again;
  const confirm = () => {
    if (!last) {
      // The safe way out has the focus: a key pressed twice confirms nothing.
      flushSync(() => setAgain(true));
      document.querySelector<HTMLElement>('dialog[open] .dialog-actions button')?.focus();
    } else if (!acting.isPending) acting.mutate();
  };
  return (
    <Dialog title={words.actTitle[kind]} onClose={onClose}>
      <p>{option.effect}</p>
      <p>{words.under(ground.id, ground.title)}</p>
      <p>{option.reasons}</p>
      {again ? <p role="status">{it.deciding.twice.detail}</p> : null}
      {acting.isError ? <Fault title={words.actFailed} error={acting.error} /> : null}
      <div className="dialog-actions">
        <Button onClick={onClose}>{it.cancel}</Button>
        <Button look="primary" onClick={confirm} aria-disabled={acting.isPending}>
          {again ? words.actAgain[kind] : words.actConfirm[kind]}
        </Button>
      </div>
    </Dialog>
  );
}
