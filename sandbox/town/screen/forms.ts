// SPDX-License-Identifier: AGPL-3.0-or-later
import { escaped } from './layout.ts';
import { addressOf, type Viewer } from './viewer.ts';

let forms = 0;

interface FormText {
  readonly title: string;
  /** The act it asks for. */
  readonly act: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly button?: string;
  /** A picture may come along. */
  readonly attaches?: boolean;
}

/** A form to write as somebody; every form sends to the account's own page. */
export function writingForm(
  viewer: Viewer,
  { title, act, hidden = {}, text = '', button = 'Pubblica', attaches = false }: FormText,
): string {
  const id = `f${++forms}`;
  return `<details><summary>${escaped(title)}</summary>
<form method="post" action="${escaped(addressOf(viewer))}">
${fields({ ...hidden, atto: act })}
<label for="${id}a">Nome inventato</label><input id="${id}a" name="autore" value="${escaped(viewer.name)}" required maxlength="60" autocomplete="off">
<label for="${id}t">Testo</label><textarea id="${id}t" name="testo" rows="3" required maxlength="8000">${escaped(text)}</textarea>
${attaches ? pictureFields(id) : ''}<button>${escaped(button)}</button>
</form></details>`;
}

/** Whether people can put a picture there. */
export const mayAttach = ({ definition }: Viewer, where: 'writing' | 'message'): boolean =>
  definition.screen.attaches?.includes(where) === true;

const pictureFields = (id: string): string =>
  `<p><input type="checkbox" id="${id}i" name="immagine" value="sì"> <label for="${id}i">Allega un’immagine di prova</label></p>
<label for="${id}d">Descrizione dell’immagine (facoltativa)</label><input id="${id}d" name="descrizione" maxlength="400" autocomplete="off">
`;

/** A button alone. */
export const actButton = (
  viewer: Viewer,
  { act, label, hidden }: { act: string; label: string; hidden: Readonly<Record<string, string>> },
): string => `<form method="post" action="${escaped(addressOf(viewer))}" class="inline">
${fields({ ...hidden, atto: act, autore: viewer.name })}<button class="plain">${escaped(label)}</button></form>`;

const fields = (given: Readonly<Record<string, string>>): string =>
  Object.entries(given)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('');

/** «Guarda come»: the public, or one of those who wrote here. */
export function viewerForm({ stage, account, name }: Viewer, address: string): string {
  const names = new Set(
    [...stage.world.writings.values()]
      .filter((one) => one.account === account.id && one.from !== null && one.from.id !== account.id)
      .map(({ from }) => from?.name ?? ''),
  );
  if (name !== '') names.add(name);
  if (names.size === 0) return '';
  const options = [...names]
    .sort((one, other) => one.localeCompare(other, 'it'))
    .map((one) => `<option value="${escaped(one)}"${one === name ? ' selected' : ''}>autore: ${escaped(one)}</option>`);
  return `<form method="get" action="${escaped(address)}" class="card">
<label for="come">Guarda come</label>
<select id="come" name="autore"><option value="">pubblico</option>${options.join('')}</select>
<button>Guarda</button></form>`;
}
