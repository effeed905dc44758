// SPDX-License-Identifier: AGPL-3.0-or-later

export type Language = 'it' | 'en' | 'fr' | 'es' | 'de' | 'ro' | 'sq' | 'pt';

/** The small words of each language, without those of one or two letters that many share but for the telling ones. */
const WORDS: Readonly<Record<Language, string>> = {
  it: `a il lo la i gli le un uno una di del dello della dei degli delle da dal dalla in nel nella nei con col su sul sulla per
    tra fra e ed o ma se che chi cui non mi ti ci vi si ne è sono sei siamo siete era ho ha hai abbiamo avete hanno questo
    questa quello quella come quando dove perché più anche già mai sempre molto tutto tutti tutta io tu lui lei noi voi loro
    mio mia nostro vostro al allo alla ai agli alle cosa quanto ancora solo poi ora oggi bene grazie buongiorno`,
  en: `the a an of to in on at by for with from and or but if that this these those is are was were be been have has had not
    do does did you your we our they their he she his her it its i my me us them will would can could should what when where
    why how who which there here very all any some more about into than then please thank thanks`,
  fr: `le la les un une des du de à au aux en dans sur par pour avec sans et ou mais si que qui quoi ne pas je tu il elle nous
    vous ils elles est sont était suis être avoir ai avez ont ce cette ces mon ma mes votre vos notre leur où quand comment
    pourquoi très plus tout tous c'est j'ai n'est merci bonjour chez été`,
  es: `el la los las un una unos unas de del al en con por para sin sobre y o pero si que quien no yo tú él ella nosotros
    ustedes ellos es son era soy está están estoy hay he ha han este esta estos eso mi mis su sus nuestro donde cuando cómo
    porque muy más todo todos también gracias buenos buenas usted hola`,
  de: `der die das den dem des ein eine einen einem einer und oder aber wenn dass nicht ich du er sie es wir ihr ist sind war
    bin sein haben hat habe mit von zu zum zur im in am an auf für bei nach aus über was wer wo wann wie warum sehr auch noch
    nur alle mein dein unser bitte danke guten`,
  ro: `și sau dar că să nu este sunt era am ai are avem aveți au un o la de din în pe cu pentru fără lui ei al ale cel cea eu
    tu el ea noi voi ce cine unde când cum foarte mai toate acest această mulțumesc bună vă rog`,
  sq: `dhe ose por nuk është janë ishte jam një të së në me për nga tek mund çfarë kush ku kur si pse shumë edhe unë ti ai ajo
    ne ju ata ky kjo faleminderit përshëndetje kam ka kemi`,
  pt: `o os as um uma uns umas do da dos das no na nos nas ao à em com por para sem sobre e ou mas se que quem não eu tu ele
    ela nós vocês eles é são era sou está estão tem há este esta isso meu minha seu sua nosso onde quando como porque muito
    mais tudo todos também obrigado obrigada bom dia`,
};

/** The languages that a small word belongs to. */
export const FUNCTION_WORDS: ReadonlyMap<string, readonly Language[]> = (() => {
  const found = new Map<string, Language[]>();
  for (const [language, words] of Object.entries(WORDS) as [Language, string][])
    for (const word of new Set(words.split(/\s+/))) found.set(word, [...(found.get(word) ?? []), language]);
  return found;
})();
