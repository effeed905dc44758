// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PushDevice, PushTrial, PushTrouble } from '#moderation/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

const silence = {
  unreachable: (carrier) =>
    `Il server del banco non raggiunge il servizio di ${carrier}: forse l’installazione non esce su internet.`,
  busy: (carrier) => `Il servizio di ${carrier} non accetta avvisi in questo momento.`,
  refused: (carrier) => `Il servizio di ${carrier} rifiuta gli avvisi di questa installazione.`,
} satisfies Record<PushTrouble, (carrier: string) => string>;

/** What the desk says of notices on people's devices. */
export const pushWords = {
  title: 'Avvisi sui dispositivi',
  intro: (letters: boolean) =>
    `Quando un’urgenza chiama te, ${letters ? 'oltre alla lettera ' : ''}il banco può far comparire un avviso sul telefono o sul computer, anche se il banco è chiuso.`,
  failed: 'I dispositivi non si sono caricati',
  off: 'In questa installazione gli avvisi sono spenti.',
  silent: 'Gli avvisi non arrivano',
  silence,
  silentSince: (time: string) => `Da: ${time}.`,
  lettersGo: 'Le lettere partono lo stesso.',
  lettersToo: 'Il banco non scrive nemmeno lettere: le persone reperibili vanno chiamate a voce.',
  turnOn: 'Accendi gli avvisi su questo dispositivo…',
  unable: {
    insecure:
      'Gli avvisi si accendono solo dove il banco si apre con un indirizzo https. Chiedi a chi gestisce l’installazione.',
    missing: 'Questo browser non può ricevere avvisi. Prova con un altro browser o con il telefono.',
    'home-screen':
      'Su iPhone e iPad gli avvisi arrivano solo al banco aggiunto alla schermata Home: tocca Condividi, poi «Aggiungi alla schermata Home», e riapri il banco da lì.',
    blocked:
      'In questo browser gli avvisi del banco sono bloccati. Per accenderli apri le impostazioni del sito, accanto all’indirizzo, e consenti le notifiche; poi ricarica la pagina.',
  },
  dialog: {
    title: 'Avvisi su questo dispositivo',
    sample: 'Ecco come compare un avviso, anche a schermo bloccato:',
    sampleTitle: 'Un intervento non può aspettare',
    sampleText: (body: string) => `${body}, pratica n. 12`,
    wordless: 'Non dice mai chi ha scritto né che cosa: per leggere bisogna entrare nel banco.',
    carrier:
      'L’avviso passa dal servizio del tuo browser (di Google, Mozilla, Apple o Microsoft): vede quando arriva e a quale dispositivo, non che cosa dice.',
    shared: 'Accendili solo su un dispositivo che usi tu.',
    name: 'Come chiamarlo nell’elenco',
    nameMissing: 'Scrivi un nome, per riconoscerlo fra i tuoi dispositivi',
    permission: 'Dopo «Accendi» il browser chiede il permesso: scegli «Consenti».',
    confirm: 'Accendi',
    done: 'Avvisi accesi su questo dispositivo. Manda una prova per vedere se arrivano.',
    failed: 'Gli avvisi non sono stati accesi',
    notAllowed: {
      denied: 'Il browser non ha dato il permesso. Per darlo apri le impostazioni del sito, accanto all’indirizzo.',
      dismissed: 'Il permesso non è stato dato né negato: premi di nuovo «Accendi» e scegli «Consenti».',
      'no-service':
        'Il servizio di avvisi di questo browser non risponde: controlla la connessione e riprova più tardi.',
    },
  },
  devices: 'I tuoi dispositivi',
  none: (letters: boolean) =>
    letters
      ? 'Nessun dispositivo: le urgenze ti arrivano per lettera.'
      : 'Nessun dispositivo: per le urgenze qualcuno deve telefonarti.',
  thisOne: 'questo dispositivo',
  carriedBy: (carrier: string, since: string) => `Servizio di ${carrier}, dal ${since}`,
  untried: 'Nessun avviso ancora: manda una prova.',
  reached: (time: string) => `Ultimo avviso accettato: ${time}.`,
  troubled: (kind: PushTrouble, carrier: string, since: string) =>
    `Non arrivano (da: ${since}). ${silence[kind](carrier)}`,
  try: 'Manda una prova',
  tryOn: (name: string) => `Manda una prova: ${name}`,
  remove: 'Togli',
  removeOf: (name: string) => `Togli: ${name}`,
  removed: 'Dispositivo tolto: non riceve più avvisi.',
  removeFailed: 'Il dispositivo non è stato tolto',
  tryFailed: 'La prova non è partita',
  trial: ({ outcome, carrier }: Pick<PushTrial, 'outcome' | 'carrier'>): string => {
    if (outcome === 'accepted')
      return `Il servizio di ${carrier} ha preso la prova: deve comparire entro pochi secondi. Se non compare, controlla le notifiche del dispositivo.`;
    if (outcome === 'gone') return 'Il dispositivo non riceve più avvisi ed è stato tolto: riaccendili da lì.';
    return silence[outcome](carrier);
  },
  gone: (name: string) => `Gli avvisi su «${name}» sono finiti`,
  why: {
    gone: 'Il browser li ha lasciati: succede quando si revoca il permesso o si cancellano i dati del sito. Se vuoi, riaccendili da quel dispositivo.',
    displaced: 'In quello stesso browser li ha accesi un’altra persona: adesso arrivano a lei.',
  } satisfies Words<NonNullable<PushDevice['why']>>,
  read: 'Ho capito',
  notice: (count: number) =>
    count === 1
      ? 'Su un tuo dispositivo gli avvisi delle urgenze sono finiti.'
      : `Su ${count} tuoi dispositivi gli avvisi delle urgenze sono finiti.`,
  noticeLink: 'Guarda quale',
  noLetter: 'nessuna lettera: l’avviso sul dispositivo è partito',
  calls: {
    promised: 'l’avviso sul dispositivo parte ora',
    sent: 'avviso arrivato al servizio del dispositivo',
    refused: 'avviso rifiutato dal servizio del dispositivo',
    gone: 'il dispositivo non c’è più',
    late: 'l’avviso sul dispositivo non è partito in tempo',
    stopped: 'avviso non più inviato: qualcuno aveva già risposto',
  },
} as const;
