// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { CautionsView } from '#editorial/contract';
import { cautionWords as words } from '../../words/cautions.ts';
import { LineField } from './line-field.tsx';
import { SayForm } from './say-form.tsx';

interface PlainProps {
  readonly body: string;
  readonly plain: CautionsView['plain'];
  readonly leads: boolean;
}

/** Below which index the body wants plainer words. */
export function PlainChoice({ body, plain: { clause, threshold, act }, leads }: PlainProps) {
  const [said, setSaid] = useState({ threshold: '', act: '' });
  const number = said.threshold.trim() === '' ? null : Number(said.threshold);
  const wrong = number !== null && !(Number.isInteger(number) && number >= 1 && number <= 100);
  const content = wrong || said.act.trim() === '' ? undefined : { threshold: number, act: said.act.trim() };
  return (
    <section aria-labelledby="cautele-chiarezza">
      <h2 id="cautele-chiarezza">{words.plain}</h2>
      <p>{words.plainIntro(clause)}</p>
      {clause === null ? null : <p>{words.thresholdNow(threshold, act)}</p>}
      {leads && clause !== null ? (
        <SayForm
          body={body}
          path="plain-writing"
          label={words.threshold}
          button={words.choose}
          content={content}
          onDone={() => setSaid({ threshold: '', act: '' })}
        >
          {(asked) => (
            <>
              <LineField
                id="soglia"
                label={words.threshold}
                hint={words.thresholdHint}
                error={asked && wrong ? words.thresholdWrong : undefined}
                longest={3}
                value={said.threshold}
                onChange={(value) => setSaid({ ...said, threshold: value })}
              />
              <LineField
                id="soglia-atto"
                label={words.act}
                hint={words.actHint}
                error={asked && said.act.trim() === '' ? words.missing : undefined}
                value={said.act}
                onChange={(value) => setSaid({ ...said, act: value })}
              />
            </>
          )}
        </SayForm>
      ) : null}
    </section>
  );
}

interface PortalsProps {
  readonly body: string;
  readonly portals: CautionsView['portals'];
  readonly leads: boolean;
}

/** Where contents lead, for each clause that leaves it unsaid. */
export function Portals({ body, portals, leads }: PortalsProps) {
  if (portals.length === 0) return null;
  return (
    <section aria-labelledby="cautele-portali">
      <h2 id="cautele-portali">{words.portals}</h2>
      <p>{words.portalsIntro}</p>
      <ul className="editorial-list">
        {portals.map((portal) => (
          <li key={portal.clause}>
            <p>{words.portalNow(portal)}</p>
            {leads ? <Portal body={body} clause={portal.clause} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/u;

function Portal({ body, clause }: { readonly body: string; readonly clause: string }) {
  const [said, setSaid] = useState({ address: '', act: '' });
  const wrong = !ADDRESS.test(said.address.trim());
  const content =
    wrong || said.act.trim() === '' ? undefined : { clause, address: said.address.trim(), act: said.act.trim() };
  return (
    <SayForm
      body={body}
      path="portals"
      label={words.portal(clause)}
      button={words.choose}
      content={content}
      onDone={() => setSaid({ address: '', act: '' })}
    >
      {(asked) => (
        <>
          <LineField
            id={`portale-${clause}`}
            label={words.portal(clause)}
            hint={words.portalHint}
            error={asked && wrong ? words.missing : undefined}
            longest={200}
            value={said.address}
            onChange={(value) => setSaid({ ...said, address: value })}
          />
          <LineField
            id={`portale-atto-${clause}`}
            label={words.act}
            hint={words.actHint}
            error={asked && said.act.trim() === '' ? words.missing : undefined}
            value={said.act}
            onChange={(value) => setSaid({ ...said, act: value })}
          />
        </>
      )}
    </SayForm>
  );
}
