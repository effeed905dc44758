// SPDX-License-Identifier: AGPL-3.0-or-later
import { useNavigate } from '@tanstack/react-router';
import type { Mandate } from '#governance/contract';
import { it } from '../it.ts';

interface Props {
  readonly mandates: readonly Mandate[];
  readonly mandate: Mandate;
}

/** The body in hand; a choice only for those who have mandates in several. */
export function BodySwitcher({ mandates, mandate }: Props) {
  const navigate = useNavigate();
  if (mandates.length < 2) return <p className="body-name">{mandate.bodyName}</p>;
  return (
    <div className="body-switcher">
      <label htmlFor="ente" className="visually-hidden">
        {it.changeBody}
      </label>
      <select
        id="ente"
        value={mandate.body}
        onChange={(event) => void navigate({ to: '/banco/$body', params: { body: event.target.value }, search: {} })}
      >
        {mandates.map(({ body, bodyName }) => (
          <option key={body} value={body}>
            {bodyName}
          </option>
        ))}
      </select>
    </div>
  );
}
