// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { DossierView } from '#moderation/contract';
import { Moment } from '../../ui/moment.tsx';
import { fullMoment } from '../../ui/moment-words.ts';
import { dossierWords } from '../../words/dossier.ts';
import { fileAddress } from './dossier.ts';

const words = dossierWords.panel;

interface Props<File extends DossierView> {
  readonly body: string;
  readonly files: readonly File[];
  readonly mayWhole: boolean;
  readonly caseOf?: (file: File) => ReactNode;
}

/** Files made: what each is, its fingerprint, and where it is fetched while it is kept. */
export function DossierFiles<File extends DossierView>({ body, files, mayWhole, caseOf }: Props<File>) {
  if (files.length === 0) return null;
  return (
    <ul className="dossier-list">
      {files.map((file) => (
        <li key={file.id}>
          <p>
            {caseOf?.(file)} <strong>{words.file(file)}</strong>, {file.by}, <Moment iso={file.at} />
          </p>
          <p className="small">
            {file.gone ? words.gone : words.keptUntil(fullMoment(file.keptUntil))}{' '}
            {file.gone || (file.form === 'whole' && !mayWhole) ? null : (
              <a href={fileAddress(body, file.id)} download>
                {words.download}
                <span className="visually-hidden">
                  {' '}
                  {words.file(file)} {file.sha256.slice(0, 8)}
                </span>
              </a>
            )}
          </p>
          <p className="small">
            {words.fingerprint}: <code>{file.sha256}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}
