// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { RegisteredView } from '#accounts/contract';
import { Button } from '../../ui/button.tsx';
import { registerWords } from '../../words/register.ts';
import { FormDialog, lineOf } from './form-dialog.tsx';
import { disableKeeper, enableKeeper } from './register.ts';

const words = registerWords.life;

interface Props {
  readonly body: string;
  readonly account: RegisteredView;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly mayAct: boolean;
}

/** Who runs the account, by name. */
export function Keepers({ body, account: { id, keepers }, people, mayAct }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<string | null>(null);
  const said = registerWords.keeper;
  const act = { name: 'atto', label: registerWords.act, hint: registerWords.actHint, least: 3 };
  return (
    <section aria-labelledby="vita-cura">
      <h2 id="vita-cura">{words.keepers}</h2>
      {keepers.length === 0 ? <p>{words.noKeepers}</p> : null}
      <ul className="register-list">
        {keepers.map((keeper) => (
          <li key={keeper.id}>
            <strong>{keeper.name}</strong>
            {keeper.offices.length === 0 ? '' : ` (${keeper.offices.join(', ')})`}, {words.keeperFrom(keeper.act)}{' '}
            {mayAct ? (
              <Button look="quiet" onClick={() => setLeaving(keeper.id)}>
                {words.endKeeper(keeper.name)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayAct ? (
        <Button className="btn-sm" onClick={() => setOpen(true)}>
          {words.addKeeper}
        </Button>
      ) : null}
      {isOpen ? (
        <FormDialog
          {...{ body, title: said.title, explain: said.explain, confirm: said.confirm, done: said.done }}
          onClose={() => setOpen(false)}
          asked={[
            {
              ...{ name: 'persona', label: said.person, least: 1 },
              options: people.map(({ id: value, name: label }) => ({ value, label })),
            },
            act,
          ]}
          send={(typed) => enableKeeper(body, id, { person: lineOf(typed, 'persona'), act: lineOf(typed, 'atto') })}
        />
      ) : null}
      {leaving === null ? null : (
        <FormDialog
          {...{ body, title: said.endTitle, explain: said.endExplain, confirm: said.endConfirm, done: said.endDone }}
          onClose={() => setLeaving(null)}
          asked={[act]}
          send={(typed) => disableKeeper(body, id, { keeper: leaving, act: lineOf(typed, 'atto') })}
        />
      )}
    </section>
  );
}
