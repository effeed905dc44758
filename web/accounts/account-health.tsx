// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { AccountView } from '#accounts/contract';
import { Moment } from '../ui/moment.tsx';
import { accountWords } from '../words/accounts.ts';

const words = accountWords.one;

/** When it was read, written, checked; what is left of what the network grants; until when it holds. */
export function AccountHealth({ account }: { readonly account: AccountView }) {
  const { reading, writtenAt, checkedAt, renewedAt, act, quota, allowance, declaration, expiries, state } = account;
  return (
    <section aria-labelledby="salute">
      <h2 id="salute">{words.health}</h2>
      <dl className="account-facts">
        <Fact name={words.act}>{act}</Fact>
        <Fact name={words.how}>
          <HowRead reading={reading} />
        </Fact>
        {reading.everySeconds === null ? null : <Fact name={words.read}>{orNever(reading.readAt)}</Fact>}
        {reading.error === null ? null : <Fact name={words.failure}>{reading.error}</Fact>}
        {reading.notices === null ? null : <Fact name={words.notices}>{reading.notices}</Fact>}
        <Fact name={words.written}>{orNever(writtenAt)}</Fact>
        {checkedAt === null ? null : <Fact name={words.checked}>{orNever(checkedAt)}</Fact>}
        {renewedAt === null ? null : <Fact name={words.renewed}>{orNever(renewedAt)}</Fact>}
        {quota === null ? null : (
          <Fact name={words.quota}>
            {words.quotaLeft(quota.left, quota.of)}
            {quota.resetsAt === null ? null : (
              <>
                ; {words.resets} <Moment iso={quota.resetsAt} />
              </>
            )}
          </Fact>
        )}
        {allowance === null ? null : (
          <Fact name={words.allowance}>
            {words.quotaLeft(allowance.left, allowance.of)}, {words.allowanceReads(allowance.leftForReads)}
          </Fact>
        )}
        {declaration.given === null ? null : (
          <Fact name={words.declaration}>
            {words.declared(declaration.given.act, declaration.given.by)}, <Moment iso={declaration.given.at} />
          </Fact>
        )}
      </dl>
      {state === 'by-hand' ? null : (
        <>
          <h3>{words.expiries}</h3>
          {expiries.length === 0 ? (
            <p>{words.noExpiries}</p>
          ) : (
            <dl className="account-facts">
              {expiries.map(({ what, at, by }) => (
                <Fact key={what} name={words.expiry[what]}>
                  <Moment iso={at} />: {words.renewedBy[by]}
                </Fact>
              ))}
            </dl>
          )}
        </>
      )}
    </section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const orNever = (iso: string | null) => (iso === null ? accountWords.never : <Moment iso={iso} />);

function HowRead({ reading }: { readonly reading: AccountView['reading'] }) {
  const { everySeconds, webhook, toldAt } = reading;
  if (everySeconds === null) return words.byHand;
  const polled = words.polled(words.everySeconds(everySeconds));
  if (!webhook) return polled;
  return (
    <>
      {polled} {words.told}:{' '}
      {toldAt === null ? (
        words.toldNever
      ) : (
        <>
          {words.toldAt} <Moment iso={toldAt} />
        </>
      )}
    </>
  );
}
