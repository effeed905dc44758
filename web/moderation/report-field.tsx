// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from '../it.ts';

interface Props {
  readonly checked: boolean;
  /** What the platform will be told, or who will have to tell it. */
  readonly effect: string;
  readonly onChange: (report: boolean) => void;
}

/** Beside hiding or removing: the platform is told too. */
export function ReportField({ checked, effect, onChange }: Props) {
  return (
    <div className="report-field">
      <label className="report-label" htmlFor="segnala">
        <input
          id="segnala"
          className="report-box"
          type="checkbox"
          checked={checked}
          aria-describedby="segnala-effetto"
          onChange={(event) => onChange(event.target.checked)}
        />
        {it.deciding.report}
      </label>
      <p id="segnala-effetto" className="report-effect muted small">
        {effect}
      </p>
    </div>
  );
}
