// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContentDetail, DraftContent, MediaUse, MediaView } from '#editorial/contract';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { draftFileWords as words } from '../words/draft-files.ts';
import { uploadMedia, withFile, withFileChanged, withoutFile } from './draft-files.ts';
import { FileFields } from './file-fields.tsx';

export interface MediaProps {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

/** Pictures and videos, each with what it shows, by which right, who is seen in it, and how it goes out. */
export function MediaFields({ body, detail, content, onChange }: MediaProps) {
  const [brought, setBrought] = useState<readonly MediaView[]>([]);
  const [said, setSaid] = useState('');
  const known = [...detail.media, ...brought];
  const uploading = useMutation({
    mutationFn: (file: File) => uploadMedia(body, file),
    onSuccess: (kept) => {
      setBrought((now) => [...now, kept]);
      setSaid(words.added(words.size(kept)));
      onChange(withFile(content, kept.id));
    },
  });
  const blurred = (one: MediaUse, kept: MediaView) => {
    setBrought((now) => [...now, kept]);
    setSaid(words.blurred);
    onChange(withFileChanged(content, one.media, kept.id));
  };
  return (
    <fieldset className="editorial-part">
      <legend>{words.media}</legend>
      {content.media.map((one, index) => (
        <FileFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a file that is blurred keeps its place, and the focus comes back to it.
          key={index}
          {...{ body, detail, content, onChange, one, index }}
          file={known.find(({ id }) => id === one.media)}
          onBlurred={(kept) => blurred(one, kept)}
          onRemove={() => onChange(withoutFile(content, one.media))}
        />
      ))}
      <Field id="bozza-file" label={words.add} hint={words.mediaHint}>
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
      <p role="status" className="small">
        {uploading.isPending ? words.adding : said}
      </p>
      {uploading.isError ? <Fault title={words.notDone} error={uploading.error} /> : null}
    </fieldset>
  );
}
