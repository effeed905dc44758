// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisteredView } from '#accounts/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { registerWords } from '../../words/register.ts';
import { FormDialog, isTicked, lineOf } from './form-dialog.tsx';
import { checkProfile, readProfile } from './register.ts';

const words = registerWords.life;

interface Props {
  readonly body: string;
  readonly account: RegisteredView;
  readonly mayCheck: boolean;
}

/** What the profile has to bear, written from the policy, and what a person saw there. */
export function ProfileTexts({ body, account, mayCheck }: Props) {
  const { id, texts, textsState, linksTo, profileReadable } = account;
  const [isOpen, setOpen] = useState(false);
  const said = registerWords.check;
  if (texts === null) return null;
  return (
    <section aria-labelledby="vita-testi">
      <h2 id="vita-testi">{words.texts}</h2>
      <p>{words.textsIntro}</p>
      <p>
        <span className="tag" data-state={textsState}>
          {words.textsState[textsState]}
        </span>
      </p>
      <h3>{words.bio}</h3>
      <p className="register-text">{texts.bio}</p>
      {profileReadable && mayCheck ? <Reading key={texts.digest} body={body} id={id} /> : null}
      {texts.linkApart ? <p className="small">{words.linkApart}</p> : null}
      <h3>{words.pinned}</h3>
      <p className="register-text">{texts.pinned}</p>
      {texts.clauses.length === 0 ? null : <p className="small muted">{words.basedOn(texts.clauses)}</p>}
      {texts.missing.length === 0 ? null : (
        <p className="small">{words.lacks(texts.missing.map((one) => words.missingOf[one]))}</p>
      )}
      {linksTo.length === 0 ? null : (
        <>
          <h3>{words.links}</h3>
          <ul>
            {linksTo.map(({ label, url, clause }) => (
              <li key={url}>
                {words.link(label, clause)}: <a href={url}>{url}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayCheck ? (
        <Button className="btn-sm" onClick={() => setOpen(true)}>
          {words.check}
        </Button>
      ) : null}
      {isOpen ? (
        <FormDialog
          {...{ body, title: said.title, explain: said.explain, confirm: said.confirm, done: said.done }}
          onClose={() => setOpen(false)}
          asked={[
            { name: 'presentazione', label: said.bio, kind: 'tick' },
            { name: 'fissato', label: said.pinned, kind: 'tick' },
            { name: 'collegamenti', label: said.links, kind: 'tick' },
            { name: 'privacy', label: said.privacy, kind: 'tick' },
            { name: 'note', label: said.note, hint: said.noteHint, kind: 'text' },
          ]}
          send={(typed) =>
            checkProfile(body, id, {
              ...{ digest: texts.digest, bio: isTicked(typed, 'presentazione'), pinned: isTicked(typed, 'fissato') },
              ...{ links: isTicked(typed, 'collegamenti'), privacy: isTicked(typed, 'privacy') },
              note: lineOf(typed, 'note'),
            })
          }
        />
      ) : null}
    </section>
  );
}

/** What the network itself says now, where its interface tells. */
function Reading({ body, id }: { readonly body: string; readonly id: string }) {
  const reading = useMutation({ mutationFn: () => readProfile(body, id) });
  return (
    <>
      <Button
        className="btn-sm"
        onClick={() => reading.isPending || reading.mutate()}
        aria-disabled={reading.isPending}
      >
        {words.read}
      </Button>
      <p role="status">
        {reading.data === undefined ? '' : reading.data.stands ? words.readStands : words.readOther(reading.data.said)}
      </p>
      {reading.isError ? <Fault title={words.readFailed} error={reading.error} /> : null}
    </>
  );
}
