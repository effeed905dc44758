// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { QueueView } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Switch } from '../../ui/switch.tsx';
import { queueWords } from '../../words/queue.ts';
import { filterKey, type QueueFilter, searchOf } from '../filter.ts';
import { dropView, keepView, viewsQuery } from './views.ts';

interface Props {
  readonly body: string;
  readonly filter: QueueFilter;
}

const words = queueWords.views;

const filterOfView = ({ search }: QueueView): QueueFilter => ({ ...search, network: search.network });

/** A person's own views and those of all, each an address. */
export function SavedViews({ body, filter }: Props) {
  const views = useQuery(viewsQuery(body));
  const head = useMandate(body)?.role === 'head';
  const [dialog, setDialog] = useState<'save' | QueueView | null>(null);
  const items = views.data?.items ?? [];
  return (
    <section className="queue-views" aria-labelledby="viste">
      <h2 id="viste">{words.title}</h2>
      {views.isError ? <Fault title={words.failed} error={views.error} /> : null}
      {views.data !== undefined && items.length === 0 ? <p className="muted small">{words.none}</p> : null}
      <ul>
        {items.map((view) => (
          <li key={view.id}>
            <Link
              to="/banco/$body"
              params={{ body }}
              search={searchOf(filterOfView(view))}
              activeProps={{}}
              aria-current={filterKey(filterOfView(view)) === filterKey(filter) ? 'true' : undefined}
            >
              {view.name}
            </Link>
            <span className="muted small">
              {[view.shared ? words.shared : '', view.cases === null ? '' : view.cases.toLocaleString('it-IT')]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
            {(view.shared ? head : view.mine) ? (
              <button
                type="button"
                className="icon-button"
                onClick={() => setDialog(view)}
                aria-label={words.drop(view.name)}
              >
                <Icon name="it-close" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <Button className="btn-sm" onClick={() => setDialog('save')}>
        {words.save}
      </Button>
      {dialog === 'save' ? (
        <SaveDialog body={body} filter={filter} head={head} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === null || dialog === 'save' ? null : (
        <DropDialog body={body} view={dialog} onClose={() => setDialog(null)} />
      )}
    </section>
  );
}

function SaveDialog({ body, filter, head, onClose }: Props & { readonly head: boolean; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  // Sent again after no answer, it is the same view.
  const id = useRef(crypto.randomUUID());
  const keeping = useMutation({
    mutationFn: () => keepView(body, id.current, { name, shared, search: filter }),
    onSuccess: (views) => {
      queries.setQueryData(viewsQuery(body).queryKey, views);
      onClose();
    },
  });
  return (
    <Dialog title={words.save.replace('…', '')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') keeping.mutate();
        }}
      >
        <Field id="nome-vista" label={words.name} hint={words.nameHint}>
          {(described) => (
            <input
              {...described}
              type="text"
              required
              maxLength={60}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {head ? <Switch label={words.forAll} hint={words.forAllHint} checked={shared} onChange={setShared} /> : null}
        {keeping.isError ? <Fault title={words.failed} error={keeping.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={keeping.isPending}>
            {words.keep}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface DropProps {
  readonly body: string;
  readonly view: QueueView;
  readonly onClose: () => void;
}

function DropDialog({ body, view, onClose }: DropProps) {
  const queries = useQueryClient();
  const dropping = useMutation({
    mutationFn: () => dropView(body, view.id),
    onSuccess: (views) => {
      queries.setQueryData(viewsQuery(body).queryKey, views);
      onClose();
    },
  });
  return (
    <Dialog title={words.dropTitle} onClose={onClose}>
      <p>
        <strong>{view.name}</strong>. {view.shared ? words.dropShared : words.dropOwn}
      </p>
      {dropping.isError ? <Fault title={words.failed} error={dropping.error} /> : null}
      <div className="dialog-actions">
        <Button onClick={onClose}>{it.cancel}</Button>
        <Button look="primary" onClick={() => dropping.mutate()} aria-disabled={dropping.isPending}>
          {words.dropYes}
        </Button>
      </div>
    </Dialog>
  );
}
