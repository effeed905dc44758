// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FactorView } from '#governance/contract';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { accessWords } from '../../words/access.ts';
import { removeFactor, renewCodes } from './access.ts';
import { CodeDialog, OfferDialog } from './factor-dialogs.tsx';

const words = accessWords.factor;
const FEW = 3;

type Open = 'offer' | 'renew' | 'remove';

/** One's own second factor: turned on with a telephone, its codes on a sheet. */
export function FactorSection({ factor }: { readonly factor: FactorView }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const done = (shown: readonly string[]) => {
    setOpen(null);
    setCodes(shown);
    // What was refused without it opens now, and the other way about.
    void queries.invalidateQueries();
  };
  const isOn = factor.state === 'on';
  return (
    <>
      {factor.possible ? <p>{isOn ? words.on(factor.codesLeft) : words.off}</p> : <p>{words.elsewhere}</p>}
      {isOn && factor.codesLeft < FEW ? <Notice tone="warning">{words.fewCodes}</Notice> : null}
      <div role="status">
        {codes.length === 0 ? null : (
          <Notice tone="warning" title={words.codesTitle}>
            <p>{words.codesDetail}</p>
            <ul className="recovery-codes">
              {codes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
            <Button className="btn-sm" onClick={() => setCodes([])}>
              {words.codesDone}
            </Button>
          </Notice>
        )}
      </div>
      <div className="remedies">
        {isOn || !factor.possible ? null : <Button onClick={() => setOpen('offer')}>{words.start}</Button>}
        {isOn ? <Button onClick={() => setOpen('renew')}>{words.renew}</Button> : null}
        {isOn ? <Button onClick={() => setOpen('remove')}>{words.remove}</Button> : null}
      </div>
      {open === 'offer' ? <OfferDialog onDone={done} onClose={() => setOpen(null)} /> : null}
      {open === 'renew' ? (
        <CodeDialog
          {...{ title: words.renewTitle, detail: words.renewDetail, save: words.renewConfirm }}
          act={async (code) => (await renewCodes(code)).codes}
          onDone={done}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'remove' ? (
        <CodeDialog
          {...{ title: words.removeTitle, detail: words.removeDetail, save: words.removeConfirm }}
          act={async (code) => {
            await removeFactor(code);
            return [];
          }}
          onDone={done}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
