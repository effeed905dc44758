// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { MediaUse, MediaView } from '#editorial/contract';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { draftFileWords as words } from '../words/draft-files.ts';
import { editorialWords } from '../words/editorial.ts';
import { BlurDialog } from './blur-dialog.tsx';
import { CaptionsFields } from './captions-fields.tsx';
import { GroundsFields } from './consents/grounds-fields.tsx';
import { fileAddress } from './draft-files.ts';
import { FileRenditions } from './file-renditions.tsx';
import type { MediaProps } from './media-fields.tsx';

interface Props extends MediaProps {
  readonly one: MediaUse;
  readonly index: number;
  /** Undefined: it is not there any more. */
  readonly file: MediaView | undefined;
  readonly onBlurred: (kept: MediaView) => void;
  readonly onRemove: () => void;
}

const PARTS = [
  { part: 'alt', label: editorialWords.alt, hint: editorialWords.altHint, most: 1500 },
  { part: 'licence', label: editorialWords.licence, hint: editorialWords.licenceHint, most: 500 },
  { part: 'people', label: editorialWords.people, hint: editorialWords.peopleHint, most: 500 },
] as const;

/** One file of a draft. */
export function FileFields(props: Props) {
  const { body, content, onChange, one, index, file, onBlurred, onRemove } = props;
  const [blurring, setBlurring] = useState(false);
  const name = words.name(index + 1, file?.kind);
  const change = (part: Partial<MediaUse>) =>
    onChange({ media: content.media.map((other) => (other.media === one.media ? { ...other, ...part } : other)) });
  return (
    <fieldset className="editorial-file">
      <legend>{name}</legend>
      {file === undefined ? null : <Shown body={body} file={file} alt={one.alt || words.noAlt(name)} />}
      {PARTS.map(({ part, label, hint, most }) => (
        <Field key={part} id={`bozza-${part}-${index}`} label={label} hint={hint}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={most}
              value={one[part]}
              onChange={(event) => change({ [part]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <GroundsFields body={body} index={index} use={one} onChange={change} />
      {file?.kind === 'video' ? <CaptionsFields {...props} media={one.media} /> : null}
      <FileRenditions {...props} media={one.media} index={index} alt={one.alt || words.noAlt(name)} />
      <div className="remedies">
        {file?.kind === 'image' && file.frames === 1 ? (
          <Button className="btn-sm" onClick={() => setBlurring(true)}>
            {words.blur}
          </Button>
        ) : null}
        <Button className="btn-sm" onClick={onRemove}>
          {words.remove(name.toLowerCase())}
        </Button>
      </div>
      {blurring && file !== undefined ? (
        <BlurDialog
          {...{ body, file }}
          onClose={() => setBlurring(false)}
          onBlurred={(kept) => {
            setBlurring(false);
            onBlurred(kept);
          }}
        />
      ) : null}
    </fieldset>
  );
}

function Shown({ body, file, alt }: { readonly body: string; readonly file: MediaView; readonly alt: string }) {
  return (
    <>
      <div className="editorial-shown">
        {file.kind === 'image' ? (
          <img src={fileAddress(body, file.id)} alt={alt} loading="lazy" />
        ) : (
          // biome-ignore lint/a11y/useMediaCaption: its captions are added to it below, and shown there.
          <video src={fileAddress(body, file.id)} controls preload="metadata" aria-label={alt} />
        )}
      </div>
      <p className="small">
        {words.size(file)}. {file.frames > 1 ? words.moves(file.frames) : null}
      </p>
      <p className="small">
        {file.madeOf === null
          ? file.carries.length === 0
            ? words.carriesNothing
            : words.carries(file.carries)
          : words.blurredOf}
      </p>
    </>
  );
}
