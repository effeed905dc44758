// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AccountView } from '#accounts/contract';
import { Icon } from '../ui/icon.tsx';
import { accountWords } from '../words/accounts.ts';

const words = accountWords.one;

/** The matrix of its network, in words; what the connection may not do any more stands out. */
export function AccountCapabilities({ account }: { readonly account: AccountView }) {
  const { capabilities, lacking } = account;
  return (
    <section aria-labelledby="capacita">
      <h2 id="capacita">{words.capabilities}</h2>
      <table className="record">
        <caption className="visually-hidden">{words.capabilities}</caption>
        <thead>
          <tr>
            {Object.values(words.capabilityColumns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {capabilities.map(({ capability, label, how, pushed, effect }) => (
            <tr key={capability}>
              <td className="account-name">{label}</td>
              <td>
                <span className="tag" data-how={how}>
                  {words.how_[how]}
                </span>
                {pushed ? <span className="muted small account-pushed">{words.pushed}</span> : null}
                {lacking.includes(capability) ? (
                  <span className="account-watch">
                    <Icon name="it-warning-circle" />
                    {words.lacking}
                  </span>
                ) : null}
              </td>
              <td>{effect}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
