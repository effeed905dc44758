// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflect } from '../forms.ts';
import { type Entry, words } from './entry.ts';

/** Swearing that offends nobody in particular, curses thrown at someone, blasphemy and obscenity. */
export const vulgarity = (): readonly Entry[] => [
  {
    tag: 'swear',
    degree: 2,
    forms: words(
      `cazzo|cazzi|cazzata|cazzate|cazzeggio|cazzeggiare|cazzuto|stronzata|stronzate|merda|minchia|minchiata|minchiate|coglionata|coglionate|
puttanata|puttanate|troiata|troiate|porcata di merda|culo|del cazzo|di merda|col cazzo|sto cazzo|che cazzo|un cazzo|
rotto i coglioni|rotto le palle|rompere i coglioni|rompono i coglioni|rompete i coglioni|rottura di coglioni|rottura di palle|i coglioni|le palle piene|
due palle|due coglioni|girare i coglioni|incazzato|incazzata|incazzati|incazzare|incazzarsi|mi incazzo|inculata|fregacazzi|fottere|fottuto|fottuta|fottuti|
fottute|sfanculare|fanculo|afc|porca puttana|porca troia|porca miseria puttana|cagare|fa cagare|fanno cagare|fate cagare|cagata|cagate|
strafottere|puttanaio|casino della madonna|per il culo|presa per il culo|presi per il culo|culo stretto|pisciare|piscio|pipponi|
mortacci|mannaggia la puttana|stocazzo|scazzo|cazzaro|cazzari|sputtanare|sputtanato`,
    ),
  },
  {
    tag: 'swear-at',
    degree: 3,
    forms: [
      ...words(
        'vaff|vaffan|vaffanc|affanc|affancu|vaffanculo|vaffa|affanculo|fottiti|fottetevi|vafangul|fanculo tutti|fanculo voi|mortacci tua|mortacci vostra|mortacci vostri',
      ),
      '(vai|vada|andate|va|vanno|andassero|devono andare|dovrebbero andare|possono andare|puoi andare|potete andare) (tutti|tutte|) (a|) (fare|far|farti|farvi|farsi|farti|a farti) (in culo|fottere)',
      'andate (tutti|) (a cagare|affanculo|in culo)',
      '(a quel paese|in malora) (tutti voi|voi)',
      '(vai|va|vada) (a cagare|affanculo|in culo)',
      '(rottinculo|succhiami|succhiatemi|suca|sucate|baciami il culo|baciatemi il culo)',
      'fanculo (a|) (tutti|tutte|voi|te) (i|le|gli|)',
    ],
  },
  {
    tag: 'blasphemy',
    degree: 3,
    forms: [
      '(porco|porca|cane di|boia) (dio|madonna|cristo|gesù)',
      '(dio|cristo) (cane|porco|boia|maiale|bastardo|merda|infame|ladro|bestia)',
      '(madonna|madonna è) (puttana|troia|maiala|zoccola)',
      ...words('porcodio|diocane|porcamadonna|dioporco|dio bono cane'),
    ],
  },
  {
    tag: 'obscene',
    degree: 3,
    forms: [
      ...words(
        `pompino|pompini|bocchino e culo|sborra|sborrare|sborrata|ditalino|orgia|orgie|gangbang|porno|pornografia|pornazzo|pornostar|youporn|
fregna|fica bagnata|tette al vento|tette grosse|belle tette|masturbarsi|masturbare|masturbazione|farsi una sega|farsi le seghe|
ti scopo|ti scoperei|scopata|scopate tra|una scopata|trombata|ti chiavo|chiavata|inculata di gruppo|leccare la figa|cazzo duro|cazzo grosso|nudi hot|
foto hot|video hot|foto nuda|foto di nudo|foto porno|video porno|sesso a pagamento|sesso gratis|incontri di sesso|scopamica|trombamica|
mi tira il cazzo|succhiare il cazzo|sesso anale|camgirl|onlyfans`,
      ),
      '(ti|me la|me lo|te lo) (scoperei|tromberei|inculerei|inculo|sbatto dentro)',
    ],
  },
];

/** Expressions that only look offensive: found first because they are longer, they hide the word inside. */
export const innocent = (): readonly Entry[] => [
  {
    tag: 'innocent',
    forms: [
      '(finocchio|finocchi) (gratinato|gratinati|al forno|crudo|crudi|selvatico|lesso|in insalata|con|e|al|alla)',
      '(insalata|tisana|semi|seme|vellutata|crema|pasta|zuppa|contorno|pinzimonio) (di|al|ai|con) (finocchio|finocchi|finocchietto)',
      '(cesso|cessi) (pubblico|pubblici|chimico|chimici|intasato|intasati|rotto|rotti|sporco|sporchi|chiuso)',
      '(il|i|al|nel|del|dei|un|quel) (cesso|cessi) (della|del|di|dello|al|non)',
      '(guerra|cavallo|città|mura|cavalli|elena|rovine|scavi|virus|presa) di troia',
      '(a|comune di|provincia di|paese di|ospedale di) troia',
      ...words(
        'troia fg|troia foggia|bastardo pg|bastardo perugia|giano dell umbria bastardo|cane bastardo|gatto bastardo|vitigno bastardo|punto bastardo',
      ),
      '(a|comune di|località|frazione|stazione di|di) bastardo',
      '(sega|seghe) (circolare|circolari|elettrica|elettriche|a nastro|a catena|a mano|da legno)',
      '(braciole|costine|fegato|arrosto|carne|salsiccia|lonza|cotenna|stinco|guanciale|prosciutto|allevamento|filetto|cotechino) (di|dei|del|di carne di) (maiale|maiali|porco)',
      '(peste|allevamento|macellazione|virus|influenza) (suina|dei maiali|del maiale)',
      '(verme|vermi) (solitario|intestinali|della frutta|da pesca|nell acqua|nel piatto|nella mensa|nella minestra|nel cibo)',
      '(servo|servi) (di scena|sterzo|freno)',
      '(formaggio|latte|ricotta|carne|allevamento|gregge|caprino|caciotta) (di|della) (capra|capre|pecora|pecore|asina)',
      '(cane|cani) (pecora|da pecora|pastore)',
      ...words('figa di legno|cavolo capra|salvare capra e cavoli|la capra e il cavolo|dolce stil novo'),
      '(morso|puntura|morsi|punture|malattia) (di|da|della|delle) (zecca|zecche)',
      ...words(
        'la zecca dello stato|zecca dello stato|istituto poligrafico e zecca|poligrafico e zecca|zecca delle lingue|nuovo di zecca|nuova di zecca|nuovi di zecca',
      ),
      ...words('culo di bottiglia|al culo il cane|botta di culo|colpo di culo|che culo|avere culo'),
      '(specie|pianta|animale|insetto|zanzara|verme|organismo|fungo) parassita',
      '(contro|malattie da|infezione da|infestato da) (i|) (parassita|parassiti)',
      '(porta|borsa|reato|processo|organizzazione|diritto|codice|atto|azione|indagine|fatto) (criminale|delinquente)',
      '(una|la|le|delle|di|quella|sta|grossa|bella|profonda|lunga|qualche) (crepa|crepe)',
      '(incazzato|incazzata|incazzati|incazzate) (nero|nera|neri|nere)',
      '(guanto|valigia|film|romanzo|serie|psicologo|diritto|squalo|zanzara|ponte|strada|buca) (criminale|assassino|assassina)',
      ...words(
        'la bestia nera|bestie da soma|bestia da soma|lavoro da bestie|fa un caldo bestia|caldo bestia|freddo bestia|zoccola del muro|zoccolo duro',
      ),
      ...words(
        'stupido io|stupida io|scemo io|scema io|che stupida che sono|che stupido che sono|domanda stupida|domanda scema|scusate la domanda stupida',
      ),
      ...words(
        'teatro dei burattini|spettacolo di burattini|clown e pagliacci|il pagliaccio del circo|opera pagliacci|pagliacci di leoncavallo|naso da pagliaccio|costume da pagliaccio|spettacolo di marionette|buffone di corte',
      ),
      '(ladro|ladri) (di biciclette|in casa|in appartamento|seriale|arrestato|arrestati|acrobata)',
      '(contro i|arrestati i|entrati i|allarme|attenti ai|ho avuto i|sono entrati|sono venuti|visita dei|banda di ladri arrestata|furto dei) (i|) ladri',
      '(contro i|attenti ai|falsi|due|arrestati|arrestati i) (truffatori|finti truffatori)',
      ...words(
        'organo venduto|venduto tutto|ha venduto|hanno venduto|ho venduto|è stato venduto|viene venduto|avete venduto|hai venduto|abbiamo venduto',
      ),
      ...words(
        'capra di montagna|maiale nero|porco spino|inutile dire|inutile che|è inutile|sarebbe inutile|rendere inutile|del tutto inutile|servizio inutile|attesa inutile|telefonata inutile|viaggio inutile|numero inutile|inutili attese',
      ),
      ...words(
        'spettacolo ridicolo|cifra ridicola|importo ridicolo|prezzi ridicoli|orari ridicoli|situazione ridicola|aumento ridicolo|scusa ridicola|scuse ridicole',
      ),
      '(uccidere|ammazzare|ammazziamo|uccidiamo|ammazzo|uccido) (il tempo|la noia|di risate|dal ridere|dalle risate|di baci|di coccole|di lavoro|le zanzare|le erbacce|il virus|i batteri|i germi)',
      '(ti|vi) (ammazzo|ammazzerei|strangolo|mangio) di (baci|coccole|abbracci)',
      '(bruciare|brucio|bruciato|bruciamo) (calorie|i grassi|le tappe|la legna|le sterpaglie|i rifiuti|la pizza|il semaforo)',
      '(ammazza|ammazzate) (che|quanto|o)',
      '(sparo|sparare|spariamo|vi sparo|ti sparo) (una|la|un|i) (domanda|idea|numero|prezzo|cavolata|fuochi|botti)',
      '(porca|porco) (miseria|paletta|vacca|cane|l oca|giuda|mondo)',
      ...words(
        'roba da pazzi|morire dal ridere|morti dal ridere|da morire|mi fa morire|fate morire dal ridere|mi ammazzo di lavoro|mi ammazzo dal ridere|mi ammazzo di fatica|mi uccido di lavoro|mi uccido di fatica|fatti i cavoli tuoi|mi sparo una maratona|mi sparo una serie|mi sparo una pizza',
      ),
      '(voglio farla|vogliamo farla|farla|la faccio|faccio|la facciamo|facciamola) finita con',
      ...words(
        'eliminare le barriere|eliminare gli sprechi|eliminiamo gli sprechi|schiacciare il pulsante|schiaccio il tasto|schiacciamo un pisolino',
      ),
      '(pasta|spaghetti|penne|riso|sugo|olive) alla puttanesca',
      ...words(
        'nero di troia|uva di troia|sale e pepe nero|caffè nero|venerdì nero|lavoro nero|lavoro in nero|in nero|mercato nero|mare nero|umore nero|lista nera|cronaca nera|capelli neri|numeri neri|occhi neri',
      ),
      ...words('casa di riposo il finocchio|zingaro felice|barone rampante|musica rom|memoria rom|cd rom|rom e ram'),
      ...words(
        'scopare il pavimento|scopare le scale|scopare il marciapiede|scopata del pavimento|film porno di serie',
      ),
    ],
  },
];

/** Words of the lists above that people mask with asterisks, likeliest first. */
export const MASKED: readonly string[] = [
  ...words(
    'cazzo|merda|culo|stronzo|coglione|minchia|vaffanculo|puttana|troia|bastardo|fanculo|coglioni|stronzi|stronza|bastardi|cazzi|cazzate|stronzate',
  ),
  ...words(
    'merde|troie|puttane|frocio|froci|negro|negri|fottiti|fottere|pompino|ritardato|mongoloide|cretino|cretini|idiota|idioti|imbecille|imbecilli|deficienti|ladri|inculare|zoccola|mignotta|leccaculo|cagare|dio',
  ),
  ...inflect('cazzone'),
];
