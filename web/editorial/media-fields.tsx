// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContentDetail, MediaUse, MediaView } from '#editorial/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { editorialWords as words } from '../words/editorial.ts';
import { uploadMedia } from './editorial.ts';

interface Props {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly media: readonly MediaUse[];
  readonly onChange: (media: MediaUse[]) => void;
}

const PARTS = [
  { part: 'alt', label: words.alt, hint: words.altHint, most: 1500 },
  { part: 'licence', label: words.licence, hint: words.licenceHint, most: 500 },
  { part: 'people', label: words.people, hint: words.peopleHint, most: 500 },
] as const;

/** Pictures and videos, each with what it shows, by which right, and who is seen in it. */
export function MediaFields({ body, detail, media, onChange }: Props) {
  const [brought, setBrought] = useState<readonly MediaView[]>([]);
  const known = [...detail.media, ...brought];
  const uploading = useMutation({
    mutationFn: (file: File) => uploadMedia(body, file),
    onSuccess: (kept) => {
      setBrought((now) => [...now, kept]);
      if (!media.some((one) => one.media === kept.id))
        onChange([...media, { media: kept.id, alt: '', licence: '', people: '' }]);
    },
  });
  const change = (id: string, part: Partial<MediaUse>) =>
    onChange(media.map((one) => (one.media === id ? { ...one, ...part } : one)));
  return (
    <fieldset className="editorial-part">
      <legend>{words.media}</legend>
      {media.map((one, index) => (
        <fieldset key={one.media} className="editorial-file">
          <legend>
            {nameOf(
              index + 1,
              known.find(({ id }) => id === one.media),
            )}
          </legend>
          {PARTS.map(({ part, label, hint, most }) => (
            <Field key={part} id={`bozza-${part}-${index}`} label={label} hint={hint}>
              {(described) => (
                <input
                  {...described}
                  type="text"
                  maxLength={most}
                  value={one[part]}
                  onChange={(event) => change(one.media, { [part]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Button className="btn-sm" onClick={() => onChange(media.filter(({ media: id }) => id !== one.media))}>
            {words.remove}
          </Button>
        </fieldset>
      ))}
      <Field id="bozza-file" label={words.add}>
        {(described) => (
          <input
            {...described}
            type="file"
            accept="image/jpeg,image/png,image/gif,image/webp,video/mp4"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined && !uploading.isPending) uploading.mutate(file);
            }}
          />
        )}
      </Field>
      {uploading.isError ? <Fault title={words.notDone} error={uploading.error} /> : null}
    </fieldset>
  );
}

const nameOf = (nth: number, file: MediaView | undefined): string =>
  words.file(nth, file?.type ?? '?', Math.ceil((file?.bytes ?? 0) / 1024));
