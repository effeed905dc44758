// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { CaseDetail, CaseSummary } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { usePreference } from '../ui/preferences.ts';

const words = it.moderation.covered;

/** Whether who reads asked not to meet the words of what is grave unprepared. */
export function useIsCovered({ priority }: Pick<CaseSummary, 'priority'>): boolean {
  const [calm] = usePreference('calm');
  return calm && priority === 0;
}

/** The same of one case, until its reader asks for the words. */
export function useCover(summary: Pick<CaseSummary, 'priority'>): readonly [boolean, () => void] {
  const covered = useIsCovered(summary);
  const [shown, setShown] = useState(false);
  return [covered && !shown, () => setShown(true)];
}

/** The case without the words of its author, also where reasons quote them. */
export const withoutWords = (detail: CaseDetail): CaseDetail => ({
  ...detail,
  text: '',
  signals: detail.signals.map((signal) => ({ ...signal, reason: unquoted(signal.reason) })),
  proposalReasons: detail.proposalReasons.map((reason) => ({ ...reason, text: unquoted(reason.text) })),
});

const unquoted = (sentence: string): string => sentence.replace(/«[^»]*»/gu, '«…»');

/** In the place of the words. */
export function Cover({ onShow }: { readonly onShow: () => void }) {
  const show = () => {
    flushSync(onShow);
    document.querySelector<HTMLElement>('.item-text')?.focus();
  };
  return (
    <div className="cover">
      <p>{words.why}</p>
      <Button className="btn-sm" icon="it-password-visible" onClick={show}>
        {words.show}
      </Button>
    </div>
  );
}
