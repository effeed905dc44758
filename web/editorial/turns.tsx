// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContentDetail } from '#editorial/contract';
import { sessionQuery, useMandate } from '../governance/session.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Moment } from '../ui/moment.tsx';
import { Notice } from '../ui/notice.tsx';
import { instantInRome, romeTime } from '../ui/rome-time.ts';
import { editorialWords as words } from '../words/editorial.ts';
import { keep, step } from './editorial.ts';
import { ActDialog, ReasonsDialog } from './reasons-dialog.tsx';

interface Props {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly dirty: boolean;
  readonly writes: boolean;
}

type Opened = 'give' | 'approve' | 'fire' | 'correct' | 'take-back' | 'discard';

/** Who approves, whether it is approved, and the next step; one filled button, the one that goes on. */
export function Turns({ body, detail, dirty, writes }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const session = useQuery(sessionQuery);
  const leads = useMandate(body)?.role === 'head';
  const me = session.data?.person.id;
  const { state, approvers, approval, writers, author, outings } = detail;
  const isMine = writers.some(({ id }) => id === me) || author.id === me;
  const isOut = outings.some((one) => one.act === 'publish' && one.state !== 'removed' && one.state !== 'withdrawn');
  return (
    <section className="editorial-turns" aria-label={words.turns}>
      {approvers.length === 0 ? <p className="small">{words.approverMissing}</p> : null}
      {approvers.map(({ by, clause }) => (
        <p key={`${by}${clause}`} className="small">
          {by === null ? words.approverMissing : words.approver(by, clause)}
        </p>
      ))}
      {approval === null || approval.void === null || state === 'out' ? null : (
        <Notice tone="warning">
          {words.approvalVoid} {approval.void}
        </Notice>
      )}
      {approval === null || approval.void !== null ? null : (
        <p>
          {words.approvedBy(approval.person.name)} <Moment iso={approval.until} />
        </p>
      )}
      {writes && state === 'proposed' && leads && isMine ? <Notice>{words.notYours}</Notice> : null}
      {writes ? (
        <div className="remedies">
          {state === 'open' && !dirty && detail.obstacles.length === 0 ? <Propose body={body} detail={detail} /> : null}
          {state === 'proposed' && leads && !isMine ? (
            <Button look="primary" onClick={() => setOpened('approve')}>
              {words.approve}
            </Button>
          ) : null}
          {state === 'approved' && !dirty ? (
            <Button look="primary" onClick={() => setOpened('fire')}>
              {words.fire}
            </Button>
          ) : null}
          {leads && (state === 'proposed' || state === 'approved') ? (
            <Button onClick={() => setOpened('give')}>{words.give}</Button>
          ) : null}
          {state === 'out' && isOut ? <Button onClick={() => setOpened('correct')}>{words.correct}</Button> : null}
          {isOut ? <Button onClick={() => setOpened('take-back')}>{words.takeBack}</Button> : null}
          {state === 'out' || state === 'discarded' ? null : (
            <Button onClick={() => setOpened('discard')}>{words.discard}</Button>
          )}
        </div>
      ) : null}
      {opened === null ? null : <Opening body={body} detail={detail} opened={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

function Propose({ body, detail: { id, version } }: Pick<Props, 'body' | 'detail'>) {
  const queries = useQueryClient();
  const proposing = useMutation({
    mutationFn: () => step(body, id, 'proposal', { version }),
    onSuccess: (detail) => keep(queries, body, detail),
  });
  return (
    <>
      <Button
        look="primary"
        aria-disabled={proposing.isPending}
        onClick={() => !proposing.isPending && proposing.mutate()}
      >
        {words.propose}
      </Button>
      {proposing.isError ? <Fault title={words.notDone} error={proposing.error} /> : null}
    </>
  );
}

interface OpeningProps extends Pick<Props, 'body' | 'detail'> {
  readonly opened: Opened;
  readonly onClose: () => void;
}

function Opening({ body, detail, opened, onClose }: OpeningProps) {
  const { id, version } = detail;
  const common = { body, onClose };
  switch (opened) {
    case 'approve':
      return <Approve {...common} detail={detail} />;
    case 'fire':
      return <Fire {...common} detail={detail} />;
    case 'give':
      return (
        <ReasonsDialog
          {...common}
          {...{ title: words.giveTitle, confirm: words.giveDo }}
          act={(reasons) => step(body, id, 'return', { version, reasons })}
        />
      );
    case 'correct':
      return (
        <ReasonsDialog
          {...common}
          {...{ title: words.correctTitle, confirm: words.correctDo }}
          act={(reasons) => step(body, id, 'correction', { reasons })}
        />
      );
    case 'take-back':
      return (
        <ReasonsDialog
          {...common}
          {...{ title: words.takeBackTitle, confirm: words.takeBackDo }}
          act={(reasons) => step(body, id, 'removal', { reasons })}
        />
      );
    case 'discard':
      return (
        <ReasonsDialog
          {...common}
          {...{ title: words.discardTitle, confirm: words.discardDo }}
          act={(reasons) => step(body, id, 'discard', { version, reasons })}
        />
      );
  }
}

type Confirming = Omit<OpeningProps, 'opened'>;

function Fire({ body, detail: { id, version, digest, variants }, onClose }: Confirming) {
  const names = variants.map(({ name, network }) => `${name} (${network})`).join(', ');
  return (
    <ActDialog
      {...{ body, onClose, title: words.fireTitle, confirm: words.fireDo }}
      act={() => step(body, id, 'firing', { version, digest })}
    >
      <p>{words.fireDetail(names)}</p>
    </ActDialog>
  );
}

const WEEK_MILLISECONDS = 7 * 86_400_000;

function Approve({ body, detail: { id, version, digest, at }, onClose }: Confirming) {
  const [until, setUntil] = useState(() =>
    romeTime(new Date((at === null ? Date.now() : Math.max(Date.parse(at), Date.now())) + WEEK_MILLISECONDS)),
  );
  const [asked, setAsked] = useState(false);
  const moment = instantInRome(until);
  const isWrong = moment === undefined || moment.getTime() <= Date.now();
  const wrong = () => {
    setAsked(true);
    return isWrong ? 'bozza-fino' : undefined;
  };
  return (
    <ActDialog
      {...{ body, onClose, title: words.approveTitle, confirm: words.approveDo, wrong }}
      act={() => step(body, id, 'approval', { version, digest, until: moment?.toISOString() })}
    >
      <p>{words.approveDetail}</p>
      <Field id="bozza-fino" label={words.until} error={asked && isWrong ? words.untilWrong : undefined}>
        {(described) => (
          <input
            {...described}
            type="datetime-local"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}
