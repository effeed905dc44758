// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

const spaced = (list: string): string[] => words(list.replace(/\s+/g, '|'));

/** Names that people in Italy bear, old and new, and those of who came from elsewhere. */
export const givenNames = (): readonly Entry[] => [
  {
    // Nothing but a name, also in small letters.
    tag: 'given-name',
    degree: 2,
    forms: spaced(`
adua amos bakary denny efrem eligio ferid gaudenzio giordano hajar ibrahima idris lando lello natalino ottorino
ottorina oxana piermario sibilla yasmin joele aminata abdou aziz bilal boubacar cheikh demba driss elif emir erion
eriona erjon fatos ghita hicham hussein ilie ioan ionela iryna iulia jamila kamal khalid krishna lakhvir latifa leila
ludmila lyudmyla malika mariam marian mircea naima nataliya nicolae nicoleta oleksandr osman radu razvan rodica saida
salma sanjay serhiy sergiu shahid sorin tetyana thierno vasyl viorel vitaliy volodymyr zahra zeinab zineb zoran aimone
alarico alceste alcide alduino alfeo anastasio andreina aniceto apollonia aroldo astolfo bernardina bonaventura
bonifacio cataldo catello delfo desiree dionigi domenica edvige elpidio ermanno eusebio fiammetta gerolamo gherardo
giovannino girolamo gisella guerrino isacco isolina licia manfredo mansueto marcellino mariarosa marisella maurilio
moreno nestore nevio oddone odilla orfeo pierina pietrina quintino remigio ricciarda rolando romilda ruth salvatora
sarina saveria settimia tancredi tiberio tito torquato uliano vania velia
abele abramo achille ada adalgisa adamo adela adelaide adele adelina adelmo adolfo adriana adriano agata agnese
agostina agostino aida alberta albertina alberto albino alda aldina aldo alessandra alessandro alessia alessio alex
alfio alfonsina alfonso alfreda alfredo alice alida alina alvaro alvise amalia ambrogio amedeo amelia amelio
amerigo amilcare amneris anacleto andrea angela angelina angiolina angiolo anita anna annabella annalisa annamaria
annarita annibale anselma anselmo antonella antonello antonia antonietta antonino antonio antonina arcangelo
aristide arianna ariel arduino armanda armando armida arnaldo aronne arrigo arsenio artemio artemisia arturo
assuntina attilio aurelia aurelio aureliano baldassarre barbara bartolo bartolomeo basilio battista beatrice
beniamino benito beppe berenice bernarda bernardo berta biagio bice bortolo brando brigida brigitta brunella
brunello caio calogera calogero camillo carla carlo carlotta carmela carmelina carmelo carmen carola carolina
caterina catia cecilia celestino cesara cesare cesarina cesira cesidio chiaretta christian cinzia ciro cirillo
claudia claudio clara clarissa clelia clementina cleofe clotilde concetta concettina consuelo cora corinna corrada
corrado cosetta cosima cosimo cristina cristoforo dafne dalila damiana damiano daniela daniele danilo dante daria
dario davide debora deborah delia delfina demetrio denis denise diana diego dino dionisio dolores domenichina
domenico domitilla donatella dora dorina doriana doriano dorotea duilio ebe edda edgardo edmondo edoarda edoardo
efisio egidia egidio egle elda elena elenia eleonora elga eliana elide elio elisa elisabetta elisea eliseo eloisa
elsa elvezio elvio elvira elvino emanuela emanuele emiliana emiliano emilio emma ennio enea enrica
enrichetta enrico enza enzo ercole eric erica erika erico erminia erminio ernesta ernestina ernesto ersilia ermes
ermete ermelinda esmeralda ester ettore eufemia eugenia eugenio evandro evaristo evelina ezechiele ezio fabia
fabiana fabiano fabio fabiola fabrizia fabrizio fatima faustina fedora federica federico felicia felicita
ferdinando fernanda fernando ferruccio filiberto filippa filippo filomena fiorenza fiorenzo flaminia flavia flavio
floriana floriano fosca fosco francesca francesco fulgenzio fulvia fulvio furio gabriele gabriella gaetana gaetano
galileo gaspare gastone gavino gennara gennaro genoveffa gerarda gerardo gerlando geronimo gervasio gesualda
gesualdo giacinta giacinto giacoma giacomina giacomo giampaolo giampiero gian giana giancarla giancarlo
giandomenico gianfranca gianfranco gianluca gianluigi gianmarco gianmaria gianna gianni giannina giannino gigi
gilberto gilda gina ginetta ginevra gino gioachino gioacchino gioele giordana giorgia giorgio giosuè giovanna
giovanni giovannina giuditta giulia giuliana giuliano giulietta giulio giuseppa giuseppe giuseppina giusi giusy
giustino giustina glauco goffredo graziano graziana graziella gregorio greta gualtiero guendalina guerino
guglielmina guglielmo guido gustavo helga iacopo ida igino ignazia ignazio igor ilaria ilario ilda ileana ilenia
imelda ines iolanda iole irene irma isa isabella isaia isidoro isidora isotta ivan ivana ivano ivo ivonne jacopo
jennifer jessica jole jolanda jonathan katia katiuscia ketty kevin ladislao lamberto lara laura lauretta lavinia
lazzaro lea leandro leonarda leonardo leonida leonilde leonora leopolda leopoldo letizia liana lidia liliana lina
lisa lisetta livia liviana loredana lorena lorenza lorenzo loretta loriana loris luana luca lucia luciana luciano
lucilla lucio lucrezia ludovica ludovico luigi luigia luigina luisa luisella maddalena mafalda maicol manlio manola
manolo manuel manuela marcella marcello marcellina marco mariangela maria marianna mariano mariella marietta marika
marilena marinella mario mariolina marisa marisol maristella marta martina martino marzia marzio massimiliana
massimiliano massimina massimino matilda matilde matteo mattia maura maurizia maurizio mauro melania melissa
michela michele michelangelo michelina micaela mila milena milo mimma mimmo miranda mirco mirella miriam mirko
mirna mirta moira monica morena morgana nadia nando naomi nazzarena nazzareno nerea nereo nerina nerio nevia
nicla nicol nicola nicole nicolas nicoletta nicolò nicodemo nilde nilla nina ninetta nino nives noè noemi nora
norberto norina nuccia nuccio nunzia nunzio oberdan odetta odoardo olga olimpia olindo olinda oliviero olivia
ombretta omar ondina onofrio orazio oreste oriana orietta orlando ornella orsola orsolina osvaldo osvalda otello
ottavia ottaviano ottavio ottone palmira palmiro pamela pancrazio paola paolina paolo pasquale pasqualina
pasqualino penelope peppe peppino petronilla pia piera pierangela pierangelo pierfrancesco pierino piergiorgio
pierluigi piero pierpaolo pietro pina pinuccia pinuccio pippo priscilla quirina quirino rachele raffaela raffaele
raffaella raimonda raimondo ramona raul rebecca renata renato renza renzo riccarda riccardo rina rinaldo rino rita
roberta roberto robertino rocco rodolfo romeo romina romolo rosalba rosalia rosalinda rosamaria rosangela rosanna
rosaria rosita rossana rossella ruggero ruggiero ruben sabatino sabina sabino sabrina salvatore salvatrice salvina
samanta samantha samuel samuela samuele sandra sandrina sandro santina santino santo saverio savina savino
sebastiana sebastiano selene serafino serenella sergio sestilia sestilio settimio severina severino silvana silvano
silvia silvio simona simone simonetta siro sofia sonia stanislao stefania stefano stelvio susanna susi susy sveva
tamara tania tarcisio tatiana tazio tea tecla telemaco teo teodora teodoro teresa teresina teresio terenzio tilde
timoteo tina tino tiziana tiziano tobia tommasa tommasina tommaso tommi toni tonia tonino tony totò tullia tullio
ubaldo ugo ulderico ulisse umberta umberto ursula valentina valentino valeria valeriano valerio vanda vanessa vanna
vanni vasco venanzio veronica vilma vincenza vincenzina vincenzo violetta virgilio virginia virna vitaliano vito
vittoriano vittorina vittorio viviana viviano vladimiro walter wanda wilma ylenia yuri zaccaria zaira zelinda zeno
zita zoe abdel abdoul abdul adnan ahmed aicha amina amir andrei ashraf bogdan carlos chen cristian dimitri dmitri
dragan elvis emil fatma fatou florin gheorghe hamza hassan ibrahim ioana ionut irina ivanka jamal jose juan julia
karim karima khadija khaled larisa liudmila luis malik mamadou mariana marius mehmet mihaela mihai mirela mohamed
mohammed moussa muhammad mustafa natalia nadir oksana olena ousmane pedro rachid rashid samir samira singh svetlana
tariq valentin vasile viorica yasmine youssef yusuf zhang`),
  },
  {
    // Also a word, a saint's day, a feeling: a name only where it is written as one.
    tag: 'given-name',
    degree: 1,
    forms: spaced(`
alma altea amato amanda amore ancilla angelo annunzio argo aria aurora beata bella benvenuta benvenuto bianca
bonaria bruno candido cara catena chiara chicco claudiano colomba costante crispino crocifissa delizia diamante
diletta dolce elettra fabbra fede fedele emilia euro alba gemma gloria costanza celeste flora italo desiderio clemente
placido tranquillo pompeo prospero marina marino regolo quinto remo urbano vitale mina mara lino dalia linda eros
elmo salvo benedetta benedetto donata donato augusta augusto candida fausta fausto oliva sara romana germana
cristiana cristiano patrizia patrizio ambra iris azzurra consolata immacolata innocenza assunta angelica celestina
pellegrino leone silvestro rosario mercedes asia violante oscar eva dina bruna camilla serafina minerva virgilia
rosetta rosina rosella leda livio lia costanzo carmine magda fiorella annunziata selvaggia sisto nilo reno ofelia
rufino medea mimosa fedora felice festa fiamma fiore fiorentino fiorentina fortuna fortunata fortunato franca
franco gaia gaio genio genziana germano giada gioia gioconda giocondo gioioso giove giusta giusto grazia graziosa
guerra iberia innocente italia leo libera liberata liberato libero luce lupo margherita marzia massima massimo
mercede mirto modesta modesto natale natalia natalina nazario neve norma novella nuvola oro ortensia pace palma
pasqua perla pia pio primo prima primula provvidenza prudenza quirico reale rosa rosaria rosato rufo santa santi
sante saturno secondo selva serena sereno settimo severo sole speranza spartaco stella tea terzo tosca ultimo umile
vera vero vincente viola virtù vita vittoria vittore zara milano romano gentile onorato ottavo sesto elia micuzzo
ciccio totò`),
  },
];
