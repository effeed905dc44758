// SPDX-License-Identifier: AGPL-3.0-or-later

/** A kind of content that a policy may speak of, with the name it bears in a policy file. */
export interface Category {
  readonly slug: string;
  /** What people read. */
  readonly label: string;
  /** How a policy file names it (lower case, hyphens): `se: insulti`. */
  readonly name: string;
  /** Graver things reach the top of the queue: 0 grave, 1 high, 2 ordinary, 3 low. */
  readonly priority: 0 | 1 | 2 | 3;
  /** False where no rule of triage can notice it in a text: a picture, a right, an age, or what only a person can weigh. */
  readonly textCanShow: boolean;
}

const category = (
  slug: string,
  name: string,
  label: string,
  priority: Category['priority'],
  textCanShow = true,
): Category => ({ slug, name, label, priority, textCanShow });

/** The 31 categories of the five policies: data, so that a body may add its own in its file. */
export const REGULATED_CATEGORIES: readonly Category[] = [
  category('insult', 'insulti', 'Insulti e offese', 2),
  category('vulgar', 'volgarità', 'Linguaggio volgare o inappropriato', 2),
  category('threat', 'minacce', 'Minacce e toni violenti', 0),
  category('incitement', 'istigazione', 'Istigazione alla violenza o a illeciti', 0),
  category('discrimination', 'discriminazione', 'Discriminazione', 1),
  category('dignity', 'dignità', 'Lesione della dignità, di minoranze o minori', 1, false),
  category('defamation', 'diffamazione', 'Diffamazione o danno alla reputazione', 1),
  category('disruption', 'disturbo', 'Disturbo o attacco ai moderatori', 2),
  category('institution-decorum', 'decoro-istituzioni', 'Decoro delle istituzioni', 2, false),
  category('personal-data', 'dati-personali', 'Dati personali', 1),
  category('sensitive-data', 'dati-sensibili', 'Dati sensibili o sanitari', 1),
  category('private-facts', 'fatti-privati', 'Fatti privati non rilevanti', 2, false),
  category('identifiable-media', 'persone-riconoscibili', 'Persone riconoscibili in foto o video', 2, false),
  category('personal-case', 'caso-personale', 'Caso personale', 2),
  category('no-public-interest', 'senza-interesse-pubblico', 'Senza interesse pubblico', 3, false),
  category('off-topic', 'fuori-tema', 'Fuori tema', 3, false),
  category('spam', 'spam', 'Spam', 3),
  category('repetition', 'ripetizione', 'Intervento ripetuto', 3, false),
  category('commercial', 'pubblicità', 'Pubblicità o interesse privato', 3),
  category('political', 'propaganda-politica', 'Politica o propaganda', 2),
  category('copyright', 'diritto-autore', 'Diritto d’autore', 2, false),
  category('trademark', 'marchi', 'Marchi registrati', 2, false),
  category('third-party-rights', 'diritti-di-terzi', 'Diritti di terzi', 2, false),
  category('illegal', 'illeciti', 'Contenuto o attività illecita', 1),
  category('obscene', 'osceno', 'Osceno, pornografico, contro la morale', 1),
  category('csam', 'pedopornografia', 'Pedopornografia', 0, false),
  category('misleading', 'ingannevole', 'Ingannevole', 2),
  category('alarmist', 'allarmistico', 'Allarmistico', 2),
  category('security', 'sicurezza', 'Rischio per la sicurezza', 1, false),
  category('uncivil-opinion', 'opinione-incivile', 'Opinione senza misura o rispetto', 3, false),
  category('other-violation', 'altra-violazione', 'Altra violazione di legge o policy', 2, false),
];

/** What triage also recognises so that it can be answered, routed or left alone. */
export const DESK_CATEGORIES: readonly Category[] = [
  category('criticism', 'critica', 'Critica lecita', 3),
  category('question', 'domanda', 'Domanda', 2),
  category('complaint', 'reclamo', 'Segnalazione o reclamo', 2),
  category('thanks', 'ringraziamento', 'Ringraziamento', 3),
  category('emergency', 'emergenza', 'Emergenza o richiesta di soccorso', 0),
  category('nothing-to-do', 'nulla-da-fare', 'Nulla da fare', 3),
];

export const VOCABULARY: readonly Category[] = [...REGULATED_CATEGORIES, ...DESK_CATEGORIES];
