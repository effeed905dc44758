// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentDetail, DraftContent, RenditionView } from '#editorial/contract';
import { networkName } from '../moderation/channels.ts';
import { NetworkMark } from '../moderation/network-mark.tsx';
import { Field } from '../ui/field.tsx';
import { draftFileWords as words } from '../words/draft-files.ts';
import { renditionAddress, renditionsOf, withFraming } from './draft-files.ts';

interface Props {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly media: string;
  readonly index: number;
  readonly alt: string;
  /** Absent: it is only looked at. */
  readonly content?: DraftContent;
  readonly onChange?: (part: Partial<DraftContent>) => void;
}

/** What goes out of a file, account by account, and how it is brought into the shape that a network takes. */
export function FileRenditions(props: Props) {
  const { detail, media, content } = props;
  const all = renditionsOf(detail, media);
  if (all.length === 0) return content === undefined ? null : <p className="small">{words.notYet}</p>;
  return (
    <>
      <p className="editorial-goes">{words.goesOut}</p>
      <p className="small">{words.goesOutSaved}</p>
      <ul className="editorial-renditions">
        {all.map((one) => (
          <Rendition key={one.account} {...props} one={one} />
        ))}
      </ul>
    </>
  );
}

function Rendition({
  body,
  detail,
  media,
  index,
  alt,
  content,
  onChange,
  one,
}: Props & { readonly one: RenditionView }) {
  const { network, account, framing, type, stopped } = one;
  const name = detail.variants.find((variant) => variant.account === account)?.name ?? '';
  const address = renditionAddress(body, one.id);
  const chosen = content?.framings.find((other) => other.media === media && other.account === account)?.how;
  return (
    <li>
      {type.startsWith('image/') ? <img src={address} alt={alt} loading="lazy" /> : null}
      <p className="small">
        <NetworkMark network={network} /> {name}
      </p>
      <p className="small">
        {words.rendition(one)}. {stopped ? words.stopped : null}
      </p>
      {framing !== 'fits' && content !== undefined && onChange !== undefined ? (
        <Field
          id={`bozza-forma-${index}-${account}`}
          label={words.framing(networkName(network))}
          hint={words.framingHint}
        >
          {(described) => (
            <select
              {...described}
              value={chosen ?? ''}
              onChange={({ target: { value } }) =>
                onChange(
                  withFraming(content, media, { account, how: value === 'pad' || value === 'crop' ? value : null }),
                )
              }
            >
              <option value="">{words.framings.none}</option>
              <option value="pad">{words.framings.pad}</option>
              <option value="crop">{words.framings.crop}</option>
            </select>
          )}
        </Field>
      ) : null}
      <p className="small">
        <a href={address} download aria-label={words.downloadOf(`${networkName(network)} · ${name}`)}>
          {words.download}
        </a>
      </p>
    </li>
  );
}
