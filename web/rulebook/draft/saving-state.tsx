// SPDX-License-Identifier: AGPL-3.0-or-later
import { Refusal } from '../../client/request.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-names.ts';
import { momentWords } from '../../ui/moment-words.ts';
import { rulebookWords } from '../../words/rulebook.ts';
import type { Saving } from './saver.ts';

const words = rulebookWords.saving;
const ICON: Readonly<Record<Saving['kind'], IconName>> = {
  saved: 'it-check-circle',
  waiting: 'it-clock',
  sending: 'it-clock',
  unsent: 'it-warning-circle',
  conflict: 'it-warning-circle',
};

/** Whether what is typed has reached the server; never said before it has. */
export function SavingState({ saving, onSave }: { readonly saving: Saving; readonly onSave: () => void }) {
  const isTrouble = saving.kind === 'unsent' || saving.kind === 'conflict';
  return (
    <div className="saving" data-kind={saving.kind}>
      <p role="status">
        {/* Pauses and sendings come by the dozen: only the end of it is spoken. */}
        <span aria-hidden={saving.kind === 'waiting' || saving.kind === 'sending' ? true : undefined}>
          <Icon name={ICON[saving.kind]} /> {textOf(saving)}
        </span>
      </p>
      {saving.kind === 'waiting' || (isTrouble && saving.kind === 'unsent') ? (
        <Button look="quiet" onClick={onSave}>
          {words.now}
        </Button>
      ) : null}
    </div>
  );
}

function textOf(saving: Saving): string {
  switch (saving.kind) {
    case 'saved':
      return saving.at === null ? words.saved : words.savedAt(momentWords(saving.at, new Date(saving.at)));
    case 'unsent':
      return saving.error instanceof Refusal && !saving.again
        ? words.refused(saving.error.problem.title)
        : words.unsent;
    case 'waiting':
      return words.waiting;
    case 'sending':
      return words.sending;
    case 'conflict':
      return words.conflict;
  }
}
