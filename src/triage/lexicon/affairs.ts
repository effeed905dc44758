// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

const built = (list: string): string[] => words(list).flatMap(inflect);

/** Selling, campaigning, alarming and accusing. */
export const affairs = (): readonly Entry[] => [
  {
    tag: 'advertising',
    degree: 2,
    forms: [
      ...words(
        `vendo|vendesi|affitto stanza|affittasi|svendo|in vendita|vendita promozionale|sconto|sconti fino|scontatissimo|super offerta|offerta speciale|offerta lampo|offertissima|
promozione valida|codice sconto|coupon|spedizione gratuita|pronta consegna|prezzi imbattibili|miglior prezzo|acquista ora|compra ora|acquistate|ordina ora|il nostro negozio|
la nostra azienda offre|preventivo gratuito|preventivi gratuiti|sopralluogo gratuito|prima seduta gratuita|visita il nostro sito|visitate il nostro sito|la mia pagina|il mio negozio|nostri prodotti|
miei prodotti|prodotti dimagranti|integratori per dimagrire|perdere 10 kg|dimagrire senza fatica|si eseguono lavori|ditta edile esegue|compro oro|compro auto usate|
cartomante|cartomanzia|veggente|sensitivo|legamenti d amore|lezioni private a|ripetizioni a`,
      ),
    ],
  },
  {
    // Words that sell only beside a price or a link: «solo oggi» is also said of a late answer.
    tag: 'bargain',
    forms: words(
      'gratis|gratuito|gratuita|tasso zero|a tasso zero|finanziamento|nostro finanziamento|nostri finanziamenti|prestiti|prestito|preventivo|preventivi|spedizione|spedizione gratis|visita privata|visite private|capsule|nostre capsule|le nostre capsule|integratori|torni come nuovo|torni come nuova|chiamaci|prenota ora|solo oggi|solo per oggi|solo x oggi|2x1|3x2|a rate da|rate da|installazione in giornata|preventivo in|preventivo gratis|preventivi in|prezzi su|ordina su|prenota su|vai su|scopri su|scontato|scontata|scontati',
    ),
  },
  {
    tag: 'easy-money',
    degree: 3,
    forms: [
      ...words(
        'guadagno garantito|guadagni garantiti|euro garantiti|lavora dal divano|al giorno dal divano|dal divano di casa',
      ),
      '(guadagna|guadagnare|guadagni|guadagno|guadagnate|fai) (fino a|subito|facilmente|) (soldi da casa|soldi online|soldi facili|da casa|online|extra da casa)',
      ...words(
        `guadagna da casa|guadagnare da casa|guadagno facile|soldi facili|soldi facili da casa|rendita passiva|reddito passivo|investi in bitcoin|investire in bitcoin|trading online|trading automatico|criptovalute sicure|
prestito tra privati|prestiti tra privati|prestiti veloci|prestito veloce|prestito urgente|prestiti senza garanzie|offro prestiti|offre prestiti|prestiti da|signora che mi ha prestato|ottenere un prestito|hai vinto|avete vinto|sei stato selezionato|
ritira il premio|ritira il tuo premio|iphone gratis|buono amazon gratis|lavoro da casa serio|lavora da casa|cambia vita con me|libertà finanziaria|network marketing|scommesse sicure|schedine vincenti|casino online bonus`,
      ),
    ],
  },
  {
    tag: 'earn',
    forms: words(
      'guadagna|guadagnare|guadagni|guadagno|guadagnate|guadagnando|ho guadagnato|guadagnato|vincere|incassa',
    ),
  },
  {
    tag: 'per-day',
    forms: words('al giorno|euro al giorno|alla settimana|euro al mese|in una settimana|al minuto|all ora da casa'),
  },
  {
    tag: 'contact-call',
    forms: words(
      `contattami|contattatemi|contattaci|contattateci|scrivimi|scrivetemi in privato|scrivimi in privato|in privato|in dm|chiamami|su whatsapp|whatsapp|telegram|clicca qui|cliccate qui|clicca sul link|
clicca il link|link in bio|link in descrizione|iscriviti al mio canale|iscrivetevi al mio canale|seguimi|seguitemi|follow|segui la mia pagina|seguite la mia pagina|mettete like alla mia|chiama subito|chiama ora|chiamate il|info al`,
    ),
  },
  {
    tag: 'forbidden-trade',
    degree: 3,
    forms: [
      '(vendo|vendiamo|offro|offriamo|fornisco|procuro|compra|disponibili) (green pass|patente|patenti|permesso di soggiorno|certificati|certificati medici|documenti|diplomi|lauree|ricette) (falsi|falso|falsa|false|senza esame|senza esami|originali|senza visita)',
      ...words(
        'documenti falsi in vendita|patente senza esame|patenti senza esame|green pass falso in vendita|soldi falsi|banconote false|vendo fumo|vendo erba|vendo cocaina|vendo coca|account rubati|carte clonate',
      ),
    ],
  },
  {
    tag: 'vote',
    forms: [
      ...words(
        'votate|vota|votiamo|votatelo|votatela|votateci|votatemi|votiamolo|fate votare|barra il simbolo|barrate il simbolo|metti una croce su|mettete una croce|dai il tuo voto a|date il voto a|il tuo voto per|sostieni la lista|sostenete la lista|sostieni il candidato|sostieni la candidatura|preferenza a|scrivi sulla scheda|alle urne votate',
      ),
    ],
  },
  {
    tag: 'party',
    forms: words(
      `pd|partito democratico|lega|fratelli d italia|fdi|forza italia|movimento 5 stelle|m5s|5 stelle|azione|italia viva|più europa|sinistra italiana|avs|rifondazione|
partito|lista civica|la lista|lista|coalizione|candidato|candidata|candidato sindaco|centrodestra|centrosinistra|la destra|la sinistra|il nostro simbolo|italexit|casapound|il movimento|sindaco|presidente`,
    ),
  },
  {
    tag: 'politics',
    forms: [
      ...words(
        'governo|parlamento|politici|politico|elezioni|ministro|opposizione|comunisti|fascisti|fascista|comunista|pd|lega|m5s|fratelli d italia|forza italia|centrodestra|centrosinistra|grillini|leghisti|piddini|sinistroidi|sovranisti|premier|partiti',
      ),
    ],
  },
  {
    tag: 'celebration',
    forms: [
      '(forza|viva|evviva|w|avanti|avanti tutta|vinceremo con) (il|la|) (lega|italia viva|pd|fratelli d italia|forza italia|m5s|movimento 5 stelle|partito democratico|centrodestra|centrosinistra|sinistra|destra)',
    ],
  },
  {
    tag: 'sharing-call',
    forms: words(
      `fate girare|condividete tutti|massima condivisione|massima diffusione|condividete prima che|prima che lo cancellino|prima che lo censurino|prima che censurino|prima che cancellino|
copia e incolla|copiate e incollate|fatelo sapere a tutti|diffondete|passaparola urgente|girate a tutti|inoltrate a tutti|svegliatevi|svegliatevi gente|aprite gli occhi`,
    ),
  },
  {
    tag: 'concealment',
    degree: 2,
    forms: [
      '(non ve lo|non ce lo|nessuno ve lo|nessuno lo|i giornali non lo|i tg non lo|la tv non lo|non lo) (dicono|dirà|diranno|dice|diranno mai)',
      '(ci|vi) (nascondono|stanno nascondendo|tengono nascosta|tengono nascosto|nascondete|mentono su) (tutto|la verità|i morti|i dati|i veri numeri|i numeri veri|qualcosa di grosso|le cure|)',
      '(lo|la|li|tutto|ce lo|ve lo) (tengono|tenete|stanno tenendo|hanno tenuto) (nascosto|nascosta|nascosti)',
      ...words(
        'lo nascondono|lo stanno nascondendo|la nascondono|complotto|nuovo ordine mondiale|grande reset|poteri forti|scie chimiche|terra piatta|big pharma|microchip|dittatura sanitaria|dittatura|plandemia',
      ),
    ],
  },
  {
    tag: 'alarm',
    degree: 2,
    forms: [
      '(ci|vi) (stanno|state) (avvelenando|uccidendo tutti|sterminando|ammazzando tutti|sperimentando addosso)',
      '(i|il|questi|sti) (vaccini|vaccino|sieri|siero) (uccide|uccidono|ammazza|ammazzano|provoca il cancro|provocano il cancro|provoca autismo|provocano autismo|modifica il dna|modificano il dna|contengono microchip|sono veleno|è veleno|fa morire)',
      '(moriremo|morirete|morirà|moriranno) (tutti|tutte|migliaia di persone|a migliaia)',
      ...words(
        'si salvi chi può|scappate tutti|scappate finché siete in tempo|non bevete l acqua|l acqua è avvelenata|acqua avvelenata|sta arrivando il terremoto|terremoto previsto|forte scossa prevista|terremoto stanotte|epidemia in arrivo|è già una strage|migliaia di morti nascosti|fate scorte|fate scorta di|fate scorta d|virus mortale|virus letale|malattia mortale|virus killer|pieno di gente intubata|non uscite di casa|nn uscite di casa|vaccini avvelenati|vaccino avvelenato|svuotate i conti|ritirate i soldi dalle banche|il 5g uccide|antenne che uccidono',
      ),
    ],
  },
  {
    tag: 'crime-claim',
    degree: 2,
    forms: [
      ...words(
        'prende mazzette|prendete mazzette|prendete tangenti|rubate i soldi|rubate|prende le mazzette|prendono mazzette|prende tangenti|prendono tangenti|intasca soldi|si intasca|si intascano|si è intascato|ruba soldi|ruba i soldi|rubano i soldi|rubano soldi|ha rubato|è un pedofilo|è pedofilo|è un mafioso|è mafioso|è corrotto|è un corrotto|è una corrotta|favorisce gli amici|paga in nero|ricicla denaro|spaccia|si droga|molesta|molesta le|va a puttane|ha falsificato|truffa i|truffa gli|è un evasore|ha evaso|truccano i concorsi|trucca i concorsi|trucca gli appalti|fa il doppio lavoro in nero',
      ),
    ],
  },
  {
    tag: 'title',
    forms: built(
      'signor|signora|signore|signorina|sig|sigra|dott|dottor|dottoressa|dr|dssa|prof|professor|professoressa|avvocato|ingegner|geometra|don|suor|padre|maestra',
    ),
  },
];
