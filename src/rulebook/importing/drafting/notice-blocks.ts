// SPDX-License-Identifier: AGPL-3.0-or-later
import { MISSING_WORDS } from '#policy';
import { bodySpeaks, speaksToStaff } from '../meaning/speaker.ts';
import type { Meaning } from '../meaning/understand.ts';
import { folded } from '../reading/characters.ts';
import { type BlockText, block, entry, oneText } from './block-text.ts';

const ABOUT: readonly (readonly [string, RegExp])[] = [
  ['pubblicità dei social', /\bpubblicitar\w+[^.;]*\b(?:controll|gestit|responsab)/],
  [
    'chi scrive',
    /\b(?:opinion\w+ (?:dei singoli|personal|degli)|rappresentan\w* (?:\w+ )?(?:l'opinione|le opinioni|il pensiero)|responsabil\w+ (?:dei|delle|di) (?:contenut|opinion|messagg|propri)|a titolo personale)/,
  ],
  ['accessibilità', /\baccessibil/],
  [
    'contenuti di altri',
    /\b(?:certific\w+|contenut\w+ (?:di|realizzat\w+ da|pubblicat\w+ da) (?:terz|altri|soggetti)|seguire (?:un )?altr|implica\w*[^.;]*approvazion|informazioni (?:errate|non aggiornate))/,
  ],
  ['valore ufficiale', /\bsostitui\w+|\bvalore (?:legale|ufficiale)|\bnon esaustiv/],
  ['regole dei social', /\bcondizioni (?:d'uso|di servizio|del servizio|generali)|\bregole di servizio/],
];

function notice(words: string): readonly BlockText[] {
  const about = ABOUT.find(([, is]) => is.test(words))?.[0];
  return about === undefined ? [] : [block('avvertenza', entry('su', about))];
}

function staff({ unit, ladder }: Meaning, words: string): readonly BlockText[] {
  const disciplinary = ladder?.rungs.some(({ measure }) => measure === 'disciplinary') === true;
  if (disciplinary) return [];
  const forbidden =
    /\bnon (?:\w+ ){0,2}?(?:puo|possono|deve|devono|dovra|dovranno|e consentit|sono ammess)|\bvietat\w+|\basten\w+|\bevitar\w+/;
  const force = forbidden.test(words)
    ? 'non deve'
    : /\b(?:deve|devono|dovra\w*|tenut[oie]|obblig\w+|necessario)\b/.test(words)
      ? 'deve'
      : /\b(?:puo|possono|liberamente)\b/.test(words)
        ? 'può'
        : undefined;
  const text = oneText(unit.words);
  return force === undefined || text.length > 400
    ? []
    : [block('personale', entry('carattere', force), entry('cosa', text))];
}

function content({ unit, area }: Meaning, words: string): readonly BlockText[] {
  if (area !== 'editorial-content' || unit.section.audience === 'internal') return [];
  const titles = unit.section.path.map(folded);
  const leadIn = folded(unit.leadIns.at(-1) ?? '');
  if (!unit.item || !bodySpeaks(words, leadIn, titles)) return [];
  const refused = /\bnon\b/.test(leadIn === '' ? (titles.at(-1) ?? '') : leadIn);
  return [
    block('contenuto', entry('carattere', refused ? 'non si può' : 'si può'), entry('cosa', oneText(unit.words))),
  ];
}

const REUSES = { libero: 'libero', 'a condizioni': 'a condizioni', vietato: 'vietato' } as const;

/** Blocks of what is told to people and to staff: licence, minors, retention, notices, conduct. */
export function noticeBlocks(meaning: Meaning): readonly BlockText[] {
  const { unit, licence, minors, retention, area } = meaning;
  const words = folded(unit.words);
  const blocks: BlockText[] = [];
  if (licence !== undefined) {
    const name = licence.name === undefined ? undefined : oneText(unit.words.slice(...licence.name));
    blocks.push(
      block(
        'licenza',
        entry('di', 'contenuti dell’ente'),
        entry('nome', name),
        entry('riuso', licence.reuse === undefined ? undefined : REUSES[licence.reuse]),
        entry('citazione', licence.credit),
      ),
    );
  }
  if (minors !== undefined)
    blocks.push(block('minori', entry('età', minors.age ?? MISSING_WORDS), entry('sotto', minors.below)));
  if (retention !== undefined) {
    const kept = /\bmessagg/.test(words) ? 'messaggi' : 'dati';
    const unit_ = retention.unit === 'hours' ? 'ore' : 'giorni';
    const until = retention.until === undefined ? undefined : oneText(unit.words.slice(...retention.until));
    blocks.push(
      block(
        'conservazione',
        entry('di', kept),
        entry('per', retention.amount === undefined ? undefined : `${retention.amount} ${unit_}`),
        entry('fino a', until),
      ),
    );
  }
  if (unit.section.audience === 'internal' || speaksToStaff(words)) blocks.push(...staff(meaning, words));
  else if (area === 'disclaimer') blocks.push(...notice(words));
  blocks.push(...content(meaning, words));
  return blocks;
}
