// SPDX-License-Identifier: AGPL-3.0-or-later
import { accusations } from './accusations.ts';
import { affairs } from './affairs.ts';
import { alarms } from './alarms.ts';
import { asking } from './asking.ts';
import { beliefs } from './beliefs.ts';
import { bigotry } from './bigotry.ts';
import { blame } from './blame.ts';
import { calls } from './calls.ts';
import { campaigns } from './campaigns.ts';
import { citizens } from './citizens.ts';
import { coarse } from './coarse.ts';
import { conditions } from './conditions.ts';
import { counterSpeech } from './counter-speech.ts';
import { crimes } from './crimes.ts';
import { desire } from './desire.ts';
import { deskWords } from './desk-words.ts';
import type { Entry } from './entry.ts';
import { grammar } from './grammar.ts';
import { greetings } from './greetings.ts';
import { groupPredicates } from './group-predicates.ts';
import { groupWords } from './group-words.ts';
import { groups } from './groups.ts';
import { harm } from './harm.ts';
import { insults } from './insults.ts';
import { offers } from './offers.ts';
import { ownAffairs } from './own-affairs.ts';
import { pageTalk } from './page-talk.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';
import { perils } from './perils.ts';
import { publicLife } from './public-life.ts';
import { rescue } from './rescue.ts';
import { sales } from './sales.ts';
import { scorn } from './scorn.ts';
import { streetInsults } from './street-insults.ts';
import { threatPhrases } from './threat-phrases.ts';
import { threats } from './threats.ts';
import { tones } from './tones.ts';
import { unlawful } from './unlawful.ts';
import { violence } from './violence.ts';
import { innocent, vulgarity } from './vulgarity.ts';

/**
 * Every list that the reader knows. Order means nothing here: longer expressions win over the words inside them.
 * A function, so that the lists are let go once the reader is built.
 */
export const lexicon = (): readonly Entry[] => [
  ...innocent(),
  ...grammar(),
  ...insults(),
  ...vulgarity(),
  ...violence(),
  ...groups(),
  ...affairs(),
  ...citizens(),
  ...people(),
  ...threats(),
  ...threatPhrases(),
  ...calls(),
  ...groupWords(),
  ...groupPredicates(),
  ...streetInsults(),
  ...crimes(),
  ...campaigns(),
  ...sales(),
  ...alarms(),
  ...rescue(),
  ...tones(),
  ...greetings(),
  ...coarse(),
  ...deskWords(),
  ...counterSpeech(),
  ...unlawful(),
  ...perils(),
  ...accusations(),
  ...bigotry(),
  ...harm(),
  ...desire(),
  ...pageTalk(),
  ...scorn(),
  ...asking(),
  ...beliefs(),
  ...blame(),
  ...offers(),
  ...ownAffairs(),
  ...parties(),
  ...publicLife(),
  ...conditions(),
];
