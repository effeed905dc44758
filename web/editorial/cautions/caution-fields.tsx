// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import type { CautionsView, DraftContent } from '#editorial/contract';
import { cautionWords as words } from '../../words/cautions.ts';
import { cautionsQuery } from './cautions.ts';
import { LineField } from './line-field.tsx';
import { PlainPanel } from './plain-panel.tsx';

interface Props {
  readonly body: string;
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

/** How the text reads, what it is about, and what a person declares of it where the body is careful. */
export function CautionFields({ body, content, onChange }: Props) {
  const { data } = useQuery(cautionsQuery(body));
  return (
    <>
      <PlainPanel text={content.text} {...(data === undefined ? {} : { plain: data.plain })} />
      <LineField
        id="bozza-di-che-cosa"
        label={words.about}
        hint={words.aboutHint}
        value={content.about}
        onChange={(about) => onChange({ about })}
      />
      {data === undefined ? null : <Declared cautions={data} content={content} onChange={onChange} />}
    </>
  );
}

interface DeclaredProps extends Omit<Props, 'body'> {
  readonly cautions: CautionsView;
}

function Declared({ cautions: { periods, matters }, content, onChange }: DeclaredProps) {
  const isElectoral = periods.some(({ now }) => now === 'running' || now === 'to-come');
  const open = matters.filter((matter) => matter.open || content.matters.includes(matter.id));
  return (
    <>
      {isElectoral || content.electoral !== null ? <ElectoralFields content={content} onChange={onChange} /> : null}
      {open.length === 0 ? null : (
        <fieldset className="editorial-part">
          <legend>{words.tied}</legend>
          {open.map(({ id, title }) => (
            <label key={id} className="editorial-choice">
              <input
                type="checkbox"
                checked={content.matters.includes(id)}
                onChange={(event) =>
                  onChange({
                    matters: event.target.checked
                      ? [...content.matters, id]
                      : content.matters.filter((one) => one !== id),
                  })
                }
              />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

const UNSAID = { impersonal: false, indispensable: false, reason: '' };

function ElectoralFields({ content, onChange }: Omit<Props, 'body'>) {
  const said = content.electoral ?? UNSAID;
  const change = (part: Partial<typeof UNSAID>) => {
    const next = { ...said, ...part };
    const isNothing = !next.impersonal && !next.indispensable && next.reason === '';
    onChange({ electoral: isNothing ? null : next });
  };
  return (
    <fieldset className="editorial-part">
      <legend>{words.electoral}</legend>
      {(['impersonal', 'indispensable'] as const).map((what) => (
        <label key={what} className="editorial-choice">
          <input type="checkbox" checked={said[what]} onChange={(event) => change({ [what]: event.target.checked })} />
          <span>{words[what]}</span>
        </label>
      ))}
      <LineField
        id="bozza-elettorale-motivo"
        label={words.electoralReason}
        longest={1000}
        value={said.reason}
        onChange={(reason) => change({ reason })}
      />
    </fieldset>
  );
}
