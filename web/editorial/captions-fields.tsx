// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaptionsView, ContentDetail } from '#editorial/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { draftFileWords as words } from '../words/draft-files.ts';
import { captionsAddress, uploadCaptions, withCaptions } from './draft-files.ts';
import type { MediaProps } from './media-fields.tsx';

interface Props extends MediaProps {
  readonly media: string;
  readonly index: number;
}

/** What is said in a video, for those who do not hear it. */
export function CaptionsFields({ body, detail, content, onChange, media, index }: Props) {
  const [brought, setBrought] = useState<readonly CaptionsView[]>([]);
  const uploading = useMutation({
    mutationFn: (file: File) => uploadCaptions(body, file),
    onSuccess: (kept) => {
      setBrought((now) => [...now, kept]);
      onChange(withCaptions(content, media, kept.id));
    },
  });
  const used = content.captions.find((one) => one.media === media)?.captions;
  const captions = [...detail.captions, ...brought].find(({ id }) => id === used);
  return (
    <fieldset className="editorial-part">
      <legend>{words.captions}</legend>
      {captions === undefined ? (
        <p className="small">{words.captionsMissing}</p>
      ) : (
        <>
          <Captions body={body} captions={captions} />
          <Button className="btn-sm" onClick={() => onChange(withCaptions(content, media, null))}>
            {words.captionsRemove}
          </Button>
        </>
      )}
      <Field id={`bozza-sottotitoli-${index}`} label={words.captionsAdd} hint={words.captionsHint}>
        {(described) => (
          <input
            {...described}
            type="file"
            accept=".srt,.vtt"
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

function Captions({
  body,
  captions: { id, cues, seconds },
}: {
  readonly body: string;
  readonly captions: CaptionsView;
}) {
  return (
    <>
      <p className="small">{words.captionsOf(cues, seconds)}</p>
      <p className="small">{words.captionsByHand}</p>
      <p className="small editorial-downloads">
        <a href={captionsAddress(body, id, 'srt')}>{words.captionsSrt}</a>
        <a href={captionsAddress(body, id, 'vtt')}>{words.captionsVtt}</a>
      </p>
    </>
  );
}

/** Of a content that is not written any more: what was said in its videos, to be added there by hand. */
export function CaptionsGiven({ body, detail }: { readonly body: string; readonly detail: ContentDetail }) {
  if (detail.captions.length === 0) return null;
  return (
    <section aria-labelledby="bozza-sottotitoli">
      <h2 id="bozza-sottotitoli">{words.captions}</h2>
      {detail.captions.map((one) => (
        <Captions key={one.id} body={body} captions={one} />
      ))}
    </section>
  );
}
