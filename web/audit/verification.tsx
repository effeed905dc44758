// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import type { RecordVerification } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Notice } from '../ui/notice.tsx';
import { verifyRecord } from './record.ts';

const words = it.audit;

/** Asks the server to walk the whole chain again, and says what it found. */
export function Verification({ body }: { readonly body: string }) {
  const verification = useMutation({ mutationFn: () => verifyRecord(body) });
  return (
    <div className="verification">
      <Button
        look="primary"
        aria-disabled={verification.isPending}
        onClick={() => verification.isPending || verification.mutate()}
      >
        {verification.isPending ? words.verifying : words.verify}
      </Button>
      <div role="status">{verification.data === undefined ? null : <Outcome result={verification.data} />}</div>
      {verification.isError ? <Fault title={words.failedVerification} error={verification.error} /> : null}
    </div>
  );
}

function Outcome({ result }: { readonly result: RecordVerification }) {
  if (result.intact) {
    return (
      <Notice tone="success" title={words.intact}>
        <p>{words.intactDetail(it.count.entries(result.entries))}</p>
        {result.head === null ? null : (
          <p className="fingerprint">
            {words.head}: <code>{result.head}</code>
          </p>
        )}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={words.faulty}>
      {result.firstFault === null ? null : <p>{words.faultyAt(result.firstFault.seq, result.firstFault.what)}</p>}
      <p>{words.faultyAdvice}</p>
    </Notice>
  );
}
