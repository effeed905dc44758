// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutingView } from '#editorial/contract';
import { NetworkMark } from '../moderation/network-mark.tsx';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Moment } from '../ui/moment.tsx';
import { editorialWords as words } from '../words/editorial.ts';
import { keep, outingStep } from './editorial.ts';
import { ActDialog, ReasonsDialog } from './reasons-dialog.tsx';

interface Props {
  readonly body: string;
  readonly outings: readonly OutingView[];
  readonly writes: boolean;
}

/** How far a content has come on each account, and what a person has to do there. */
export function Outings({ body, outings, writes }: Props) {
  if (outings.length === 0) return null;
  return (
    <section aria-labelledby="bozza-uscite">
      <h2 id="bozza-uscite">{words.outings}</h2>
      <ul className="editorial-list">
        {outings.map((outing) => (
          <One key={outing.id} body={body} outing={outing} writes={writes} />
        ))}
      </ul>
    </section>
  );
}

function One({ body, outing, writes }: Omit<Props, 'outings'> & { readonly outing: OutingView }) {
  const { network, name, act, state, delivery, why, permalink, outAt, byHand } = outing;
  const further = state === 'ordered' && delivery !== null ? words.delivery[delivery] : undefined;
  return (
    <li>
      <p>
        <NetworkMark network={network} /> {name} · {words.act[act]}: <strong>{further ?? words.outing[state]}</strong>
        {outAt === null ? null : (
          <>
            {' · '}
            <Moment iso={outAt} />
          </>
        )}
      </p>
      {why === null ? null : <p className="small">{why}</p>}
      {permalink === null ? null : (
        <p className="small">
          <a href={permalink} rel="noreferrer">
            {words.see}
          </a>
        </p>
      )}
      {writes && act === 'publish' && state !== 'withdrawn' && state !== 'removed' ? (
        <TakeBack body={body} id={outing.id} />
      ) : null}
      {byHand === null ? null : <ByHand body={body} outing={outing} byHand={byHand} writes={writes} />}
    </li>
  );
}

function TakeBack({ body, id }: { readonly body: string; readonly id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="btn-sm" onClick={() => setOpen(true)}>
        {words.takeOneBack}
      </Button>
      {open ? (
        <ReasonsDialog
          {...{ body, title: words.takeOneBackTitle, confirm: words.takeBackDo }}
          act={(reasons) => outingStep(body, id, 'removal', { reasons })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

interface ByHandProps extends Omit<Props, 'outings'> {
  readonly outing: OutingView;
  readonly byHand: NonNullable<OutingView['byHand']>;
}

function ByHand({ body, outing: { id, delivery }, byHand, writes }: ByHandProps) {
  const queries = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const retrying = useMutation({
    mutationFn: () => outingStep(body, id, 'retry', {}),
    onSuccess: (detail) => keep(queries, body, detail),
  });
  return (
    <>
      <ol className="small">
        {byHand.steps.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <p className="small">
        <a href={byHand.link} rel="noreferrer">
          {byHand.link}
        </a>
      </p>
      {writes ? (
        <div className="remedies">
          <Button className="btn-sm" onClick={() => setLink('')}>
            {words.done}
          </Button>
          {delivery === 'failed' ? (
            <Button className="btn-sm" onClick={() => !retrying.isPending && retrying.mutate()}>
              {words.retry}
            </Button>
          ) : null}
        </div>
      ) : null}
      {retrying.isError ? <Fault title={words.notDone} error={retrying.error} /> : null}
      {link === null ? null : (
        <ActDialog
          {...{ body, title: words.doneTitle, confirm: words.doneDo }}
          act={() => outingStep(body, id, 'done', { link: link.trim() })}
          onClose={() => setLink(null)}
        >
          <Field id="uscita-indirizzo" label={words.doneLink} hint={words.doneLinkHint}>
            {(described) => (
              <input {...described} type="url" value={link} onChange={(event) => setLink(event.target.value)} />
            )}
          </Field>
        </ActDialog>
      )}
    </>
  );
}
