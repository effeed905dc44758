// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { editorWords } from '../../words/policy-editor.ts';
import { Comparison } from '../panels/comparison.tsx';
import { ExamplesPanel } from '../panels/examples-panel.tsx';
import { MistakesPanel } from '../panels/mistakes-panel.tsx';
import { PagePreview } from '../panels/page-preview.tsx';
import { type Tab, Tabs } from '../panels/tabs.tsx';
import type { Outline } from '../text/outline.ts';
import type { Meaning } from '../text/reading.ts';
import type { ReadText } from './use-reading.ts';

const words = editorWords;
type Name = 'page' | 'examples' | 'mistakes' | 'changes';

interface Props {
  readonly read: ReadText;
  readonly outline: Outline;
  readonly clause: string | undefined;
  readonly hasInForce: boolean;
  readonly onGo: (line: number, column?: number) => void;
}

/** What the text says: to citizens, to the examples, to who checks it, against the version in force. */
export function Readings({ read, outline, clause, hasInForce, onGo }: Props) {
  const [open, setOpen] = useState<Name>('page');
  const { meaning, complaints, stale } = read;
  const failed = meaning?.examples.filter(({ result }) => result === 'failed').length ?? 0;
  const changed = meaning?.comparison?.clauses.length ?? 0;
  const tabs: readonly Tab<Name>[] = [
    { name: 'page', label: words.panels.page },
    { name: 'examples', label: words.panels.examples, aside: failed === 0 ? undefined : String(failed) },
    {
      name: 'mistakes',
      label: words.panels.mistakes,
      aside: complaints.length === 0 ? undefined : String(complaints.length),
    },
    { name: 'changes', label: words.panels.changes, aside: changed === 0 ? undefined : String(changed) },
  ];
  const ofMeaning = (show: (meaning: Meaning) => React.ReactNode) => {
    if (meaning === null) return read.reading ? <Skeleton lines={6} /> : <p>{words.never}</p>;
    return (
      <>
        {stale ? <Notice tone="warning" title={words.stale} /> : null}
        {show(meaning)}
      </>
    );
  };
  return (
    <section className="workshop-readings" aria-label={words.panels.label} aria-busy={read.reading}>
      <h2 className="visually-hidden">{words.panels.label}</h2>
      <Tabs label={words.panels.label} tabs={tabs} open={open} onOpen={setOpen}>
        {open === 'page' ? ofMeaning(({ page }) => <PagePreview page={page} clause={clause} />) : null}
        {open === 'examples'
          ? ofMeaning(({ examples }) => (
              <ExamplesPanel
                examples={examples}
                onGo={(index) => {
                  // While the text has mistakes the lines may have moved: then the clause is the nearest known place.
                  const line = outline.examples[index];
                  if (line !== undefined) onGo(line);
                }}
              />
            ))
          : null}
        {open === 'mistakes' ? <MistakesPanel complaints={complaints} onGo={onGo} /> : null}
        {open === 'changes'
          ? ofMeaning(({ comparison }) =>
              comparison === null ? (
                <p>{hasInForce ? words.changes.unreadable : words.changes.noVersion}</p>
              ) : (
                <Comparison comparison={comparison} />
              ),
            )
          : null}
      </Tabs>
    </section>
  );
}
