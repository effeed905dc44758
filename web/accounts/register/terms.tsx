// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { AccountRegister, RegisterTerm } from '#accounts/contract';
import { Button } from '../../ui/button.tsx';
import { registerWords } from '../../words/register.ts';
import { FormDialog, lineOf } from './form-dialog.tsx';
import { chooseTerms } from './register.ts';

const words = registerWords.terms;

interface Props {
  readonly body: string;
  readonly register: AccountRegister;
  readonly isHead: boolean;
}

const saidBy = ({ value, clause }: RegisterTerm): string => {
  if (clause === null) return words.silent;
  return value === null ? words.missingIn(clause) : words.said(value, clause);
};

/** What the policy wants of accounts, clause by clause, and what the body chose where it is silent. */
export function Terms({ body, register, isHead }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { terms, choice, policyVersion } = register;
  const names = Object.keys(words.of) as (keyof typeof words.of)[];
  return (
    <section aria-labelledby="registro-policy">
      <h2 id="registro-policy">{words.title}</h2>
      <p>{policyVersion === null ? words.noPolicy : words.version(policyVersion)}</p>
      <dl className="account-facts">
        {names.map((name) => (
          <Fact key={name} name={words.of[name]} value={saidBy(terms[name])} />
        ))}
      </dl>
      <h3>{words.choice}</h3>
      <dl className="account-facts">
        <Fact name={words.asks} value={choice.asks.join('; ')} />
        <Fact name={words.checkDays} value={words.days(choice.checkDays)} />
        <Fact name={words.silenceDays} value={words.days(choice.silenceDays)} />
        {choice.act === null ? null : <Fact name={registerWords.act} value={choice.act} />}
      </dl>
      {isHead ? (
        <Button className="btn-sm" onClick={() => setOpen(true)}>
          {words.change}
        </Button>
      ) : null}
      {isOpen ? <ChoiceDialog body={body} choice={choice} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

interface DialogProps {
  readonly body: string;
  readonly choice: AccountRegister['choice'];
  readonly onClose: () => void;
}

function ChoiceDialog({ body, choice, onClose }: DialogProps) {
  const daysOf = (typed: string) => (typed === '' ? null : Number(typed));
  const days = (value: number | null) => (value === null ? '' : String(value));
  const optional = { kind: 'number' as const, hint: words.optional };
  return (
    <FormDialog
      {...{ body, title: words.choice, explain: words.explain, confirm: words.confirm, done: words.done, onClose }}
      asked={[
        {
          ...{ name: 'domande', label: words.asks, hint: words.asksHint, kind: 'text' },
          start: choice.asks.join('\n'),
        },
        { name: 'controllo', label: words.checkDays, start: days(choice.checkDays), ...optional },
        { name: 'silenzio', label: words.silenceDays, start: days(choice.silenceDays), ...optional },
        { name: 'atto', label: registerWords.act, hint: registerWords.actHint, least: 3 },
      ]}
      send={(typed) =>
        chooseTerms(body, {
          asks: lineOf(typed, 'domande')
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
          ...{ checkDays: daysOf(lineOf(typed, 'controllo')), silenceDays: daysOf(lineOf(typed, 'silenzio')) },
          act: lineOf(typed, 'atto'),
        })
      }
    />
  );
}
