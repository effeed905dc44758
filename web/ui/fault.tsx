// SPDX-License-Identifier: AGPL-3.0-or-later
import { Refusal } from '../client/request.ts';
import { it } from '../it.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface Props {
  readonly title: string;
  readonly error: Error;
  /** Said instead of the server's words. */
  readonly text?: string;
  readonly onRetry?: () => void;
}

/** What went wrong, in the server's words where it gave some, and the way on. */
export function Fault({ title, error, text, onRetry }: Props) {
  return (
    <div role="alert">
      <Notice tone="danger" title={title}>
        {text === undefined ? <FaultText error={error} /> : <p>{text}</p>}
        {onRetry === undefined ? null : (
          <Button look="outline" icon="it-refresh" className="btn-sm" onClick={onRetry}>
            {it.retry}
          </Button>
        )}
      </Notice>
    </div>
  );
}

function FaultText({ error }: { readonly error: Error }) {
  if (!(error instanceof Refusal)) return <p>{it.offline}</p>;
  const { title, detail, hint } = error.problem;
  // The server's title may already end with the detail.
  const said = detail === undefined || title.endsWith(detail) ? title : `${title}: ${detail}`;
  return (
    <>
      <p>{said.endsWith('.') ? said : `${said}.`}</p>
      {hint === undefined ? null : <p>{hint}</p>}
    </>
  );
}
