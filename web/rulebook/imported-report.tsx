// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ImportedDocument } from '#rulebook/contract';
import { Notice } from '../ui/notice.tsx';
import { importWords as words } from '../words/importing.ts';

interface Props {
  readonly imported: ImportedDocument;
  readonly file: string;
}

/** What became of a document, before a draft is made of it. */
export function ImportedReport({ imported, file }: Props) {
  const { clauses, named, found, lookAt, left, remarks } = imported;
  return (
    <div className="imported">
      <p>
        <strong>{words.clauses(clauses, file)}</strong> {named === null ? words.notNamed : words.named(named)}
      </p>
      <ul className="imported-found">
        {found.map(({ what, count }) => (
          <li key={what}>{words.found[what](count)}</li>
        ))}
      </ul>
      {remarks.map((remark) => (
        <Notice key={remark} tone="warning">
          <p>{remark}</p>
        </Notice>
      ))}
      {lookAt.length === 0 ? (
        <p>{words.nothingToLookAt}</p>
      ) : (
        <details open>
          <summary>{words.lookAt(lookAt.length)}</summary>
          <p className="small muted">{words.lookAtHint}</p>
          <ul>
            {lookAt.map(({ clause, title, source, why }) => (
              <li key={clause}>
                <strong>{title}</strong> <span className="clause-id">{clause}</span>
                <span className="imported-source">«{source}»</span>
                <span className="small muted">{why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {left.length === 0 ? null : (
        <details>
          <summary>{words.left(left.length)}</summary>
          <ul>
            {left.map(({ text, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be left out twice
              <li key={index}>
                <span className="imported-source">«{text}»</span> <span className="small muted">{why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="small">{words.header}</p>
    </div>
  );
}
