// SPDX-License-Identifier: AGPL-3.0-or-later

// Words by which a name in a draft is told from a thing, and a private person from one who is named for what they do.

/** Given names that triage's list does not have: rarer ones, and those of families that came from elsewhere. */
export const MORE_GIVEN_NAMES: ReadonlySet<string> = new Set(
  `abelardo adalberto adelchi adelmina agenore alarico albertino albina alderico aldighiero aleandro alessandrina
  alfea allegra amalio ambrogina amina anchise andreino angelino anselma antenore apollinare aristodemo arnoldo
  artemide ascanio assunto astorre attanasio aurelina azelio baldo baldovino balda bartolomea bastiano belisario
  benvenuto berardo berengario betta bettina bianchina bonifazio brizio brunilde callisto camelia candidamaria
  carletto carlino carolino cassandra cassiano castore cinzio cirino cleto cloe clorinda corinto cosimina crispina
  damaso dario davina demetra deodato diomede domiziano donatello donnina dorotea ebbe egeria egisto elettra
  eleuterio eliseo elmina elpidia emanuelle ennia eraldo ermengarda erminda erodiade ersilio esterina eufrasia
  eugenia eulalia euridice eustachio evasio evelino fabrizia fanny fedro ferrante ferrero fidelio filiberta
  filomeno fiordalisa firmino flaviana floro folco franceschino frida galdino galeazzo gasparo gaudenzia gelsomina
  germana geltrude gertrude giacobbe giadina giambattista giampietro giancarlino gildo gilla ginetto giocasta
  giordana giosafat giosuè gisberto giuditta giunio glenda graziella guelfo guia guiscardo ilda ilde ildebrando
  ildegarda ines innocenzo ippolita ippolito iride isotta jacopa lapo lavinia learco leandra lelia leonzio
  lisandro livio loretto lucrezio ludmilla luigino luisito macario manfreda marcantonio marcellina marfisa
  mariolino marilisa marziano matelda medardo melania melchiorre menotti mirka monaldo nazario neera nerone
  nicandro nicodema nolberto novella numa olderigo olimpio omero ondina onorina oreste orfea orlanda osvalda
  ovidio palmiro paride patrizio pelagio placida plinio polidoro pompilio porzia prisca prospera quintilio
  rainaldo ranieri regina remigia riccardina rodrigo rosalino rosmunda rosolino rufina rustico salomè sandrino
  sansone saturnino savino scipione sebastiana sempronio serse sestilio sigismondo silla silvina simplicio sira
  smeralda sofonisba sigfrido taddeo tancredi tarquinio telesforo teodosia terenzia tersilio tirzo tolomeo torello
  torquata traiano tristano tulio ubalda ugolino urania uberto valdemaro valfredo velio venceslao venusta
  vespasiano vinicio viridiana vitalina vitruvio volfango zaccheo zefferino zeno zoraide agnieszka aisha alina
  amadou anastasia ancuta arben arjun artan aurel awa beniamin blerim bojan daniil diego doina dorina dumitru
  edlira elena elira enkelejda fatoumata fiona florina gabriela genti giorgi giovana haruna ilir ismail ivan jorge
  joseph kofi kwame ladis leticia lucian luminita lyna mamadi marek maryam mihail mohamad monika nasser nikola
  olga oumar rania rosmery ryan salim sanaa seynabou simran sofija stefan sunita tarek teona tomas valbona vasil
  veaceslav victor vlad yasmina youssou ysmail zakaria zora`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** `direttor[ei] capo_di_gabinetto`: each with a small or a large first letter, joined for a pattern in which capitals count. */
const eitherCase = (list: string): string =>
  list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|')
    .replaceAll('_', '\\s+');

const THINGS = eitherCase(
  `via vie viale viali piazza piazzale piazzetta corso largo vicolo strada borgo contrada località frazione rione
 lungo\\p{Ll}+ ospedale policlinico poliambulatorio presidio padiglione clinica scuol[ae] liceo istituto asilo 
 plesso primaria elementare materna fondazione premio trofeo torneo memorial borsa villa palazzo palazzina parco
 giardin[oi] ponte teatro auditorium biblioteca museo galleria residenza centro sala aula spazio circolo stadio
 palestra palazzetto piscina velodromo cinema chiostro chiesa basilica duomo santuario convento cimitero monte lago
 torre castello rocca porto molo stazione fermata rifugio parcheggio rotonda associazione comitato
 cooperativa coop consorzio banda coro orchestra compagnia ditta impresa studio farmacia bar ristorante
 pizzeria trattoria hotel albergo negozio libreria edicola azienda gestore università ateneo fiera sagra festival
 mostra rassegna concorso progetto programma legge decreto bando fondo sindrome malattia
 rete app portale piattaforma linea marchio campagna squadra gruppo treno nave operazione bosco oasi riserva sentiero percorso
 cammino valle val malga cascina agriturismo fattoria tenuta cantina masseria birrificio locanda caffè coro nido oratorio giardini caserma
 polisportiva società palasport autostazione aeroporto ferrovia tangenziale galleria_di sezione circolo_culturale casa_della morbo metodo manovra lista partito movimento patto san santa santo sant[’'] beat[oa]`,
);
const OF_THINGS = `(?:\\s+(?:comunale|civic[oa]|statale|superiore|primaria|media|elementare|materna|regionale|nazionale|letterario|intitolat[oa]\\s+al?|dell[’']infanzia|d[’']infanzia|secondaria|di\\s+(?:primo|secondo)\\s+grado|dei\\s+(?:bambini|ragazzi)|dedicat[oa]\\s+al?|(?:in|alla)\\s+memoria\\s+di))*`;

/** What is called after people, or opens the name of a thing: no person stands in what follows it. */
export const THING_BEFORE = new RegExp(
  `(?<!\\p{L})(?:${THINGS})${OF_THINGS}\\s*(?:[«"“]\\s*)?(?:(?:\\p{Lu}[\\p{L}.’'-]{0,30}|d[ei]l?|della)\\s+)*$`,
  'u',
);

/** Written with a capital and no part of a person's name. */
export const NO_NAME_WORD =
  /^(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|natale|pasqua|capodanno|ferragosto|epifania|ramadan|comun[ei]|provincia|regione|stato|repubblica|ministero|prefettura|questura|procura|tribunale|giunta|consiglio|assemblea|commissione|amministrazione|trasparente|agenzia|azienda|ente|istituto|fondazione|cassa|banca|ordine|camera|senato|parlamento|governo|europa|europea|unione|italia|italian[oaie]|ospedale|pronto|soccorso|guardia|medica|polizia|local[ei]|municipale|stradale|carabinieri|finanza|vigili|fuoco|protezione|civil[ei]|croce|rossa|verde|blu|servizi[oo]?|sociali|sanitari[oae]?|sportello|ufficio|centro|centri|casa|case|casal|castel|castello|borgo|rocca|monte|fonte|porto|punto|piano|progetto|programma|bando|fondo|buon[oie]?|carta|tessera|fascicolo|elettronico|giornat[ae]|settimana|mese|anno|notte|festa|fiera|festival|museo|musei|biblioteca|teatro|piazza|via|viale|corso|parco|villa|palazzo|scuola|liceo|università|chiesa|san|santa|santo|sant|nord|sud|est|ovest|zona|linea|pediatria|oncologia|ortopedia|cardiologia|neurologia|chirurgia|medicina|radiologia|dialisi|urologia|ematologia|ginecologia|ostetricia|psichiatria|dermatologia|oculistica|rianimazione|geriatria|riabilitazione|farmacia|consultorio|dipartimento|distretto|direzione|osservatorio|soprintendenza|archivio|registro|portale|facebook|instagram|whatsapp|telegram|messenger|linkedin|youtube|tiktok|google|spid|cie|isee|irpef|imu|tari|pnrr|cup|urp|asl|asst|ats|inps|inail|istat|unesco|unicef|unhcr|onu|avis|aido|anci|rai|covid|wi-?fi|lis|stamattina|oggi|domani|ieri|ogni|dopo|dopodomani|anche|come|cosa|chi|per|con|sono|siamo|cerchi\p{L}*|grazie|buona?|buongiorno|auguri|ciao|tanti|nuov[oaie]|grand[ei]|piccol[oaie]|prim[oaie]|seconda|allerta|avviso|attenzione|notizie|comunicato|stampa|lavoro|salute|cultura|ambiente|sport|scienza|famiglia|famiglie|bambini|giovani|donne|persone|cittadini|amici|spiaggia|ponente|levante|acqua|acque|rete|lista|partito|movimento|patto|alleanza|coalizione|civic[oa]|comune|insieme|futuro|libertà|progresso|orizzonte|premio|nazionale|regionale|provinciale|internazionale|mondiale|gruppo|società|studio|bar|pizzeria|ristorante|hotel)$/iu;

/** Offices, elected and of the body: who holds one is named for it. */
const OFFICES = eitherCase(
  `sindac[oa] vicesindac[oa] prosindac[oa] assess(?:ore|ora|ori) president(?:e|i|essa) vicepresident(?:e|i|essa) consiglier[ei]
  consigliera ministr[oaie] viceministr[oa] sottosegretari[oa] senat(?:ore|rice) deputat[oa] eurodeputat[oa] onorevole
  prefett[oa] viceprefett[oa] quest(?:ore|rice) commissari[oa] governat(?:ore|rice) rett(?:ore|rice) dirett(?:ore|rice|ori)
  vicedirett(?:ore|rice) dirigent[ei] segretari[oa]_general[ei] segretari[oa]_comunal[ei] segretari[oa]_regional[ei] segretari[oa]_provincial[ei] comandante vicecomandante capo_di_gabinetto capo_dipartimento
  capo_del_dipartimento procurat(?:ore|rice)_capo procurat(?:ore|rice)_generale garante difens(?:ore|ora)_civic[oa]
  soprintendente ambasciat(?:ore|rice) vescovo arcivescovo cardinale papa primari[oa] capogruppo portavoce
  prim[oa]_cittadin[oa] console vicari[oa] preside provveditor[ea] sovrintendente amministrat(?:ore|rice)_delegat[oa] amministrat(?:ore|rice)_unic[oa] curat(?:ore|rice)
  coordinat(?:ore|rice) parroco rabbino imam priore abate generale colonnello maggiore capitano ispett(?:ore|rice) procurat(?:ore|rice) assistente_capo
  responsabile_del_procedimento responsabile_della_protezione responsabile_della_trasparenza`,
);
/** What may stand between an office and the name: «il presidente della Regione», «la dirigente scolastica». */
const OF_OFFICE =
  "(?:\\s+(?:general[ei]|sanitari[oa]|amministrativ[oa]|scolastic[oa]|scientific[oa]|artistic[oa]|medic[oa]|comunale|provinciale|regionale|nazionale|uscente|facente|funzioni|reggente|vicari[oa]|emerit[oa]|(?:d[ei]l|della|dello|dei|degli|delle|di|al|alla|alle|ai|agli|allo|per)\\s+\\p{L}+|e\\s+(?:al|alla|alle|ai|agli|allo|della|del)\\s+\\p{L}+|\\p{Ll}{2,}(?:blic[oia]|bliche|tic[oiah]+e?|nic[oiah]+e?|al[ei]|il[ei]|iv[eioa]|ari[oae]?|onom[oia]c?h?e?|urban[oaie]|verde|digitale|uman[oei]|giovanil[ei])|(?:dell|all)[’']\\p{L}+|con\\s+delega|locale|unità|operativa|complessa|è|sarà|diventa|\\p{Lu}[\\p{L}’'.-]{0,30})|(?<=[’'])\\p{L}+){0,9}";
export const OFFICE_BEFORE = new RegExp(`(?<!\\p{L})(?:${OFFICES})(?!\\p{L})${OF_OFFICE}[\\s,:«(]*$`, 'u');
export const OFFICE_AFTER = new RegExp(
  `^\\s?[,(–-]\\s?(?:(?:il|la|l[’']|nostr[oa]|neo|già|ex|attuale|nuov[oa]|allora|prim[oa])\\s?){0,2}(?:${OFFICES})(?!\\p{L})`,
  'u',
);
/** «la moglie del sindaco»: nobody's office but another's. */
export const KIN_OF =
  /(?<!\p{L})(?:mogli[ei]|marito|figli[oaei]|nuora|genero|nipot[ei]|cugin[oaie]|cognat[oa]|fratell[oi]|sorell[ae]|amic[oa]|amici|amante|autista|madre|padre|mamma|papà|vicin[oa]|vedov[oa]|compagn[oa]|fidanzat[oa])\s+(?:d[ei]l(?:l[aoe])?|dell[’']|di)\s/iu;

/** Given an office by an act that is public: «ha conferito l’incarico di … a». */
export const APPOINTED =
  /(?<!\p{L})(?:incarico|nomin(?:a|ato|ata|ati|ati)|elett[oaie]|design(?:ato|ata|azione)|conferit[oaie]|insedia(?:to|ta|mento)?|proclamat[oaie]|giuramento)(?!\p{L})/iu;

const ROLES =
  "aut(?:ore|rice|ori)\\s+d(?:i|el|ella)\\s+(?:libr|romanz|sagg|raccont|poesi|canzon)\\p{L}+|scritt(?:ore|rice|ori|rici)|poet[aie]|poetessa|romanzier[ea]|giornalist[aie]|storic[oa]\\s+dell[’']arte|filosof[oa]|attor[ei]|attric[ei]|comic[oa]|regist[aie]|direttor[ei]\\s+d[’']orchestra|drammaturg[oa]|cantaut(?:ore|rice)|cantante|music(?:ista|isti|iste)|pianist[aie]|violinist[aie]|violoncellist[aie]|sopran[oi]|tenor[ei]|composit(?:ore|rice)|illustrat(?:ore|rice)|fumettist[aie]|fotograf[oa]|pitt(?:ore|rice)|scult(?:ore|rice)|architett[oa]|astronaut[aie]|scienziat[oaie]|premi[oi]?\\s+nobel|premio\\s+nobel|costituzionalist[aie]|olimpionic[oa]|campion(?:e|essa)\\s+(?:olimpic[oa]|mondiale|paralimpic[oa])";
/** Named for a work of theirs: the role stands beside the name. */
export const ROLE_BEFORE = new RegExp(`(?<!\\p{L})(?:${ROLES})(?!\\p{L})(?:\\s+[\\p{L}’']{1,30}){0,2}?[\\s,«]*$`, 'iu');
export const ROLE_AFTER = new RegExp(`^\\s?[,(]\\s?(?:il\\s|la\\s|lo\\s|l[’'])?(?:${ROLES})(?!\\p{L})`, 'iu');
/** Named for a talk, a performance, a book: whoever comes is told who will be there. */
export const ON_STAGE =
  /(?<!\p{L})(?:interv(?:engono|erranno)|relat(?:ore|rice|ori|rici)|modera(?:no|t[oa]\s+da)?|dialoga(?:no)?|conversazione\s+con|incontro\s+con|ospit[ei]\s+(?:d[’']onore|della\s+serata|speciale)|a\s+cura\s+di|spettacolo\s+di|concerto\s+d(?:i|el|ella)|mostra\s+d(?:i|el|ella)|presenta(?:no)?\s+il\s+(?:suo\s+)?(?:libro|romanzo)|libro\s+di|romanzo\s+di|poesie\s+di|regia\s+di|di\s+e\s+con|condott[oaie]\s+da|presentat[oaie]\s+da|conferenza\s+d(?:i|el|ella)|installazion[ei]\s+di|laborator[io]+\s+con|film\s+di|opere\s+di|personale\s+di|antologica\s+di|talk\s+con|esibizion[ei]\s+di|performance\s+di|dirige|sul\s+podio|al\s+pianoforte|letture\s+di|musiche\s+di|testi\s+di|coreografie\s+di|con\s+la\s+voce\s+di|dirett[oaie]\s+da|tenut[oaie]\s+da|con\s+la\s+partecipazione\s+di|cittadin(?:o|a|anza)\s+onorari[oa])(?!\p{L})/iu;
/** A professional of the body, named for the job that citizens meet them in. */
export const PROFESSIONAL =
  /(?<!\p{L})(?:spiega(?:no)?|risponde|risponderà|coordina|coordinat[oa]\s+da|dirige|guida|riceve|ambulatorio|referente|responsabile|cessazione|sostituisc[eo]|sostituit[oa]|subentra|curriculum|équipe|equipe|convenzione)(?!\p{L})/iu;
export const DOCTOR_BEFORE =
  /(?<!\p{L})(?:pediatr[ai]|medic[oa]|ginecolog[oa]|psicolog[oa]|ostetric[oa]|infermier[ea]|veterinari[oa]|assistente\s+sociale|bibliotecari[oa]|fisioterapista|farmacista|istrutt(?:ore|rice)|educat(?:ore|rice)|allenat(?:ore|rice)|avvocat[oa]|dott\.?(?:ssa|or|oressa)?|dr\.?(?:ssa)?|prof\.?(?:ssa|essor|essoressa)?)\s?(?:\p{Lu}[\p{L}’'-]{0,30}\s)?$/u;

/** «ha eletto», «è stata nominata». */
export const ELECTED_BEFORE =
  /(?<!\p{L})(?:elett|nominat|designat|proclamat|confermat)[oaie]\s(?:(?:direttore|direttrice|presidente|garante|\p{L}+)\s)?$/iu;
export const ELECTED_AFTER =
  /^\s(?:è|sono|sarà|viene)\s(?:stat[oaie]\s)?(?:il\snuovo|la\snuova|elett|nominat|designat|proclamat)/iu;

/** History and culture that nobody mistakes for a neighbour: whole names, and surnames that are nobody else's. */
export const FAMOUS: ReadonlySet<string> = new Set(
  `giuseppe garibaldi;giuseppe mazzini;camillo cavour;dante alighieri;giacomo leopardi;alessandro manzoni;giuseppe verdi;
  giacomo puccini;gioachino rossini;vincenzo bellini;antonio vivaldi;giosuè carducci;giovanni pascoli;luigi pirandello;
  grazia deledda;eugenio montale;giuseppe ungaretti;salvatore quasimodo;italo calvino;pier paolo pasolini;cesare pavese;
  natalia ginzburg;elsa morante;antonio gramsci;giacomo matteotti;sandro pertini;aldo moro;giovanni falcone;
  paolo borsellino;primo levi;rita levi-montalcini;franco basaglia;guglielmo marconi;enrico fermi;alessandro volta;
  luigi galvani;galileo galilei;maria montessori;gianni rodari;bruno munari;alda merini;oriana fallaci;nilde iotti;
  tina anselmi;lina merlin;alcide de gasperi;luigi einaudi;enrico berlinguer;adriano olivetti;leonardo da vinci;
  camillo golgi;niccolò machiavelli;cesare beccaria;benedetto croce;pietro nenni;piero calamandrei;altiero spinelli;
  carlo azeglio ciampi;sergio mattarella;peppino impastato;rosario livatino;giorgio ambrosoli;dario fo;umberto eco;
  leonardo sciascia;giovanni verga;italo svevo;carlo goldoni;ugo foscolo;margherita hack;marie curie;albert einstein;
  nelson mandela;martin luther king;anne frank;anna frank;lorenzo milani;don milani;marco biagi;massimo d'antona;
  gino bartali;fausto coppi;garibaldi;leopardi;pertini;deledda;pirandello;goldoni;manzoni;mazzini;cavour;marconi;matteotti;gramsci;carducci;pascoli;de gasperi;
  federico fellini;vittorio de sica;roberto rossellini;luchino visconti;michelangelo antonioni;sophia loren;marcello mastroianni;anna magnani;totò;eduardo de filippo;
  giorgio gaber;fabrizio de andré;lucio dalla;lucio battisti;franco battiato;mina;domenico modugno;ennio morricone;nino rota;nilde jotti;piero angela;pasolini;montessori;basaglia;montalcini;levi-montalcini;borsellino`
    .split(';')
    .map((name) => name.trim()),
);
