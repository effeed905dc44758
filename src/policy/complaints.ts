// SPDX-License-Identifier: AGPL-3.0-or-later

/** One kind of mistake in a policy file: what is wrong and, in general, what to do. Italian, no final stop. */
export interface ComplaintKind {
  readonly title: string;
  readonly hint: string;
}

const kind = (title: string, hint: string): ComplaintKind => ({ title, hint });

/** Every complaint of the language. `docs/policy-language.md` lists exactly these; a test compares. */
export const COMPLAINTS = {
  'POL-E001': kind(
    'manca l’intestazione',
    'la prima riga del file è `---`, poi le chiavi (ente, nome, sigla…), poi di nuovo `---`',
  ),
  'POL-E002': kind('l’intestazione non è chiusa', 'chiudi l’intestazione con una riga `---`'),
  'POL-E003': kind('riga illeggibile', 'scrivi `chiave: valore`, con i due punti e uno spazio'),
  'POL-E004': kind(
    'chiave dell’intestazione sconosciuta',
    'le chiavi sono ente, nome, sigla, titolo, versione, adottata, redatta, fonte',
  ),
  'POL-E005': kind(
    'manca una chiave dell’intestazione',
    'aggiungila; se il dato non si conosce scrivi `dato mancante`',
  ),
  'POL-E006': kind('chiave ripetuta', 'tieni una sola riga per chiave'),
  'POL-E007': kind('parte sconosciuta', 'le parti sono `# Policy esterna` e `# Policy interna`'),
  'POL-E008': kind('parte ripetuta', 'unisci le due parti sotto un solo titolo'),
  'POL-E009': kind('titolo fuori posto', 'l’ordine è: `#` parte, `##` sezione, `###` punto; non ci sono altri livelli'),
  'POL-E010': kind('titolo del punto illeggibile', 'scrivi `### SIGLA-001 · Titolo`, con il punto mediano fra spazi'),
  'POL-E011': kind('sigla diversa da quella del documento', 'usa la sigla dichiarata nell’intestazione'),
  'POL-E012': kind('punto ripetuto', 'ogni punto ha un numero suo: dai un altro numero a uno dei due'),
  'POL-E013': kind('punto senza testo per chi legge', 'scrivi almeno una frase prima dei blocchi'),
  'POL-E014': kind('blocco sconosciuto', 'i blocchi sono elencati in docs/policy-language.md'),
  'POL-E015': kind('blocco non chiuso', 'chiudi il blocco con una riga di tre tilde `~~~`'),
  'POL-E016': kind('blocco fuori da un punto', 'sposta il blocco sotto un titolo `###`'),
  'POL-E017': kind('chiave sconosciuta in questo blocco', 'controlla il nome della chiave'),
  'POL-E018': kind('manca una chiave obbligatoria', 'aggiungi la riga'),
  'POL-E019': kind('valore non previsto', 'usa una delle parole previste'),
  'POL-E020': kind('valore vuoto', 'scrivi un valore, oppure `dato mancante` se la fonte tace'),
  'POL-E021': kind(
    'qui il dato non può mancare',
    'senza questo valore il blocco non dice nulla: scrivilo, o togli il blocco',
  ),
  'POL-E022': kind('social sconosciuto', 'usa uno dei nomi previsti; per gli altri luoghi scrivi `altro`'),
  'POL-E023': kind(
    'tipo d’intervento sconosciuto',
    'usa commenti, risposte, post di visitatori, menzioni o messaggi diretti',
  ),
  'POL-E024': kind(
    'categoria sconosciuta',
    'usa una categoria del vocabolario, o dichiarane una con un blocco `categoria`',
  ),
  'POL-E025': kind(
    'orario illeggibile',
    'scrivi `dalle 8:30 alle 16:30`, e per due turni `dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00`',
  ),
  'POL-E026': kind(
    'orario che finisce prima di cominciare',
    'inverti le ore; una notte si scrive `dalle 20:00 alle 24:00 e dalle 0:00 alle 8:00`',
  ),
  'POL-E027': kind('turni che si sovrappongono', 'separa i turni o uniscili in uno'),
  'POL-E028': kind('giorni illeggibili', 'scrivi `dal lunedì al venerdì`, `lunedì e giovedì` oppure `tutti i giorni`'),
  'POL-E029': kind('durata illeggibile', 'scrivi per esempio `15 minuti`, `48 ore`, `3 giorni`'),
  'POL-E030': kind('numero fuori misura', 'scrivi un numero nei limiti indicati, con la virgola per i decimali'),
  'POL-E031': kind('testo senza virgolette', 'metti il testo fra «»'),
  'POL-E032': kind('indirizzo illeggibile', 'scrivi un indirizzo e-mail o una pagina web, oppure `dato mancante`'),
  'POL-E033': kind(
    'riga di elenco illeggibile',
    'in questo blocco le righe di elenco cominciano con `- ` e hanno la forma descritta in docs/policy-language.md',
  ),
  'POL-E034': kind(
    'esempio illeggibile',
    'scrivi `- esito: «testo»`, poi eventuali `· rilevato:`, `· su:`, `· come:`, `· quando:`, `· punto:`',
  ),
  'POL-E035': kind('rimando a un punto che non esiste', 'controlla il numero del punto, o aggiungi il punto'),
  'POL-E036': kind(
    'l’esempio chiede una modalità che il punto non ha',
    'correggi l’esito, oppure indica il punto con `· punto:`',
  ),
  'POL-E037': kind(
    'social mai presentato da un blocco `canale`',
    'aggiungi un blocco `canale` per questo social, o toglilo da qui',
  ),
  'POL-E038': kind(
    'due punti dicono cose diverse dello stesso social',
    'tieni un solo valore; se è la fonte a contraddirsi, registralo con un blocco `difetto`',
  ),
  'POL-E039': kind('manca il destinatario', 'con `si instrada` aggiungi `verso:` e il nome dell’ufficio'),
  'POL-E040': kind(
    'la critica non si rimuove',
    'la critica lecita è protetta: togli `critica` dalla regola, o usa `modalità: protetto`',
  ),
  'POL-E041': kind('categoria già esistente', 'dai un altro nome alla categoria, o usa quella che c’è'),
  'POL-E042': kind('la policy non ha regole', 'la parte esterna ha almeno un blocco `regola`'),
  'POL-E043': kind(
    'la policy non presenta nessun canale',
    'la parte esterna ha almeno un blocco `canale`; se la fonte non nomina i social scrivi `rete: tutti`',
  ),
  'POL-E044': kind(
    'risposta automatica incompleta',
    'una risposta automatica dice `quando:` e `testo:` (anche `dato mancante`)',
  ),
  'POL-E045': kind('promessa senza tempo', '`promessa:` e `orologio:` spiegano `entro:`: aggiungi `entro:`, o toglile'),
  'POL-E046': kind('nessun punto nel documento', 'aggiungi almeno una parte, una sezione e un punto'),
  'POL-E047': kind('data illeggibile', 'scrivi giorno/mese/anno e ora, per esempio `21/11/2026 22:30`'),
  'POL-E048': kind(
    'numero di telefono illeggibile',
    'scrivi soltanto le cifre, per esempio `06 1234567`, oppure `dato mancante`',
  ),
  'POL-E049': kind(
    'parola con segni fuori posto',
    '`*` sta in fondo a una parola, `#` vale una cifra, e fra graffe vanno solo `{maiuscole}`, `{link}`, `{menzione}`',
  ),
  'POL-E050': kind(
    'troppi errori: gli altri non sono elencati',
    'controlla che il file sia una policy; poi correggi i primi errori e ripeti il controllo',
  ),
} as const satisfies Record<string, ComplaintKind>;

export type ComplaintCode = keyof typeof COMPLAINTS;

/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One mistake, where it is and how to mend it. Message and hint are Italian. */
export interface Complaint extends Place {
  readonly file: string;
  readonly code: ComplaintCode;
  readonly message: string;
  readonly hint: string;
}

/** What a stage noticed, before it is put into words. `meant` is the name that was probably intended. */
export interface Remark {
  readonly code: ComplaintCode;
  readonly found?: string;
  readonly expected?: string;
  readonly meant?: string | undefined;
  /** Says where else to look, when two places disagree. */
  readonly beside?: string;
}

const LONGEST_SHOWN = 120;
const shortened = (found: string): string =>
  found.length > LONGEST_SHOWN ? `${found.slice(0, LONGEST_SHOWN)}…` : found;

/** Puts a remark into words. */
export function complaint(remark: Remark, place: Place, file: string): Complaint {
  const { title, hint } = COMPLAINTS[remark.code];
  const details = [
    remark.found === undefined ? undefined : `trovato \`${shortened(remark.found)}\``,
    remark.expected === undefined ? undefined : `atteso ${remark.expected}`,
    remark.beside,
  ].filter((detail) => detail !== undefined);
  return {
    file,
    code: remark.code,
    line: place.line,
    column: place.column,
    message: details.length === 0 ? title : `${title}: ${details.join(', ')}`,
    hint: remark.meant === undefined ? hint : `forse volevi \`${remark.meant}\`; ${hint}`,
  };
}

/** The complaint as people read it, with the line it speaks of and a mark under the place. */
export function renderComplaint(complaint: Complaint, text: string): string {
  const source = text.split(/\r?\n/)[complaint.line - 1] ?? '';
  const number = String(complaint.line);
  const margin = ' '.repeat(number.length);
  return [
    `${complaint.file}:${complaint.line}:${complaint.column}: ${complaint.code} ${complaint.message}`,
    `${margin} |`,
    `${number} | ${source}`,
    `${margin} | ${' '.repeat(complaint.column - 1)}^`,
    `suggerimento: ${complaint.hint}`,
    '',
  ].join('\n');
}
