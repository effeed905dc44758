// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentDetail } from '#editorial/contract';
import { draftFileWords as words } from '../words/draft-files.ts';
import { CaptionsGiven } from './captions-fields.tsx';
import { FileRenditions } from './file-renditions.tsx';

/** The files of a content as they go out or went, for whoever does not write it. */
export function FilesGiven({ body, detail }: { readonly body: string; readonly detail: ContentDetail }) {
  if (detail.content.media.length === 0) return null;
  return (
    <>
      <section aria-labelledby="bozza-file-usciti">
        <h2 id="bozza-file-usciti">{words.media}</h2>
        {detail.content.media.map(({ media, alt }, index) => {
          const name = words.name(index + 1, detail.media.find(({ id }) => id === media)?.kind);
          return (
            <div key={media} className="editorial-file">
              <h3>{name}</h3>
              <p className="small">{alt}</p>
              <FileRenditions {...{ body, detail, media, index }} alt={alt || words.noAlt(name)} />
            </div>
          );
        })}
      </section>
      <CaptionsGiven body={body} detail={detail} />
    </>
  );
}
