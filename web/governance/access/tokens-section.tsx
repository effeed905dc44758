// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TokenPage, TokenView } from '#governance/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { accessWords } from '../../words/access.ts';
import { endToken, tokensQuery } from './access.ts';
import { TokenDialog } from './token-dialog.tsx';

const words = accessWords.tokens;

/** What programs were given to do in one's name; the head sees everybody's. */
export function TokensSection({ body }: { readonly body: string }) {
  const queries = useQueryClient();
  const tokens = useQuery(tokensQuery(body));
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const set = (page: TokenPage) => queries.setQueryData(tokensQuery(body).queryKey, page);
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      {tokens.isPending ? <Skeleton lines={2} /> : null}
      {tokens.isError ? (
        <Fault title={accessWords.failed} error={tokens.error} onRetry={() => void tokens.refetch()} />
      ) : null}
      <div role="status">
        {shown === null ? null : (
          <Notice tone="warning" title={words.shownTitle}>
            <p>{words.shown}</p>
            <p className="one-use-link">{shown}</p>
            <Button className="btn-sm" onClick={() => setShown(null)}>
              {words.shownDone}
            </Button>
          </Notice>
        )}
      </div>
      {tokens.data === undefined ? null : (
        <>
          <Button icon="it-plus" onClick={() => setMaking(true)}>
            {words.make}
          </Button>
          {tokens.data.items.length === 0 ? <p className="muted">{words.none}</p> : null}
          <ul className="ladder-list">
            {tokens.data.items.map((token) => (
              <Token key={token.id} {...{ body, token, onEnded: set }} />
            ))}
          </ul>
        </>
      )}
      {making && tokens.data !== undefined ? (
        <TokenDialog
          {...{ body, scopes: tokens.data.scopes, onClose: () => setMaking(false) }}
          onMade={({ page, token }) => {
            set(page);
            setMaking(false);
            setShown(token);
          }}
        />
      ) : null}
    </>
  );
}

interface Props {
  readonly body: string;
  readonly token: TokenView;
  readonly onEnded: (page: TokenPage) => void;
}

function Token({ body, token, onEnded }: Props) {
  const ending = useMutation({ mutationFn: () => endToken(body, token.id), onSuccess: onEnded });
  return (
    <li>
      <h3>{token.name}</h3>
      <p>
        {token.scopes.map((scope) => words.brief[scope]).join(', ')}{' '}
        <span className="tag">{words.state[token.state]}</span>
      </p>
      <p className="muted small">{words.line(token)}</p>
      {token.state === 'good' ? (
        <Button
          className="btn-sm"
          aria-label={words.endOf(token.name)}
          onClick={() => !ending.isPending && ending.mutate()}
        >
          {words.end}
        </Button>
      ) : null}
      {ending.isError ? <Fault title={accessWords.notDone} error={ending.error} /> : null}
    </li>
  );
}
