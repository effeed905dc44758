// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftContent } from '#editorial/contract';
import { consentWords } from '../../words/consents.ts';
import { EntryChoice } from './entry-choice.tsx';

interface Props {
  readonly body: string;
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

/** By whose leave the text tells names and data of people. */
export function TextBases({ body, content: { bases = [] }, onChange }: Props) {
  return (
    <EntryChoice
      body={body}
      id="bozza-basi"
      legend={consentWords.grounds.textBases}
      hint={consentWords.grounds.textBasesHint}
      may={({ covers }) => covers.includes('name') || covers.includes('data')}
      chosen={bases}
      onChange={(chosen) => onChange({ bases: chosen })}
    />
  );
}
