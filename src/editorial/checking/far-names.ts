// SPDX-License-Identifier: AGPL-3.0-or-later

/** Given names of families that came from elsewhere, and rare ones of here, which are no words of the language and no places. */
export const FAR_NAMES: ReadonlySet<string> = new Set(
  `abdallah abdelaziz abdelkader abdellah abderrahim abdou abdoul abdoulaye abdul abdulkadir abdullah abdurrahman abebe abel abena
 abiodun aboubacar abukar adama adebayo adel adelina adenike adil adja adnan adriana afia agim agnes ahlam ahmad ahmed aichatou
 aigerim aissatou ajay ajmal akash akim akinyi akram aksana alaa albana alban aldijana alejandra alejandro aleksandar
 aleksandra aleksei alena alesia alhassan alia aliaksandr alieu alin alioune alisa alket almas altin alvaro
 amal amalia amanda amarjit amelie amer amina aminata amine amir amira amit amjad amra anca andi andreea andrei andrej
 andrii andrzej anel anesa angelica anh anila anisa anita ankica anna-maria anouk ansou antonela antoneta anwar
 anzhela apollonia arabella ardian ardita arif arjana arlind armend armando armin artem artiom arturo aruna aryan asad asel asha
 ashraf asif asmaa assane astrid ataa athanase atif awatif ayesha ayman aymen ayoub ayse aysha ayub aza azeb azhar aziz aziza
 azra badr bakary balazs baljit balwinder bamba bana barbara-maria bartosz basel bashir bassem bassirou bastien behar
 bekim bernadett besnik betim bhupinder biljana bilal bilel binta birama bisera blagoj blerina blerta bogdan bogdana
 bohdan boris borislav bouchra boubacar boubakar bozena brahim brenda brikena bruna-maria bujar burim camelia-maria carmela-maria
 catalin catalina cecile chadi chafik chaimaa charles chen chiamaka chidi chinedu chioma chloe christelle ciprian claudette
 claudiu codruta constantin corina cosmin costel cristiana-maria cristina-elena cristian-ionut crenguta daciana daiana
  dalila damian damir dan dana daniela-maria danijela danko danuta daria darko dawit dawid deepak deizy demba denada
 denis denisa denys desislava desta diallo diana diar diego-armando dieudonne dilan dimitri dimitrina dina dinara dinesh
 djamila djibril dmitri dmytro doaa donika dorian dorin dorota dragan dragana dritan driss dusan dwayne ebrima ecaterina
 edin edita edmond edona edyta efosa efrem ejona ekaterina ela elda eldina eldor elhadji elham elidon elis elisabeta elizaveta
 elmedin elona els elton elvir elvis elzbieta emad emil emin emina emiljan emira enea-maria enis enisa enver erblin erdal erica-maria
 erion erjon erlind ermal ermira ernesta ervin erzsebet esi esma esmeralda estera esther eunice evgenia evgeny
 ewa ewelina eyob fabjan fadi fadia fadma fadwa fahad faisal faiza falou farah farhad farhana farid farida farouk faruk
 fatbardha fathi fatiha fatima fatima-zahra fatlum fatma fatme fatos fatou faton fatumata fawzi fedor fejzi felicia ferdinand
 ferenc ferhat fernanda fidan filip filipe fitim flamur florentina florian florin florinel fjolla fode franck fredrik freweini
 gabor gabriel gamal ganna gani gentian george georgeta georgi georgiana gergana gerti getachew ghassan gheorghe ghita
 giedre ginka gjergj gjon gloria-maria goran gordana grazyna grzegorz gulnara gurpreet gurwinder gyula habib habiba hadi hadja
 hafida hafsa haidar haja hajar hajer hakim halima halyna hamada hamadi hamid hamida hamza hanan hanane hana hanna hariharan harjit
 haroon harpreet hasan hassan hassane hassania hatem hawa hayat hedi helmi henda herve hicham hilal hiba hind houda
 houria huda hui hussain hussein huong ibou ibra ibrahim ibrahima ibtissam idris idrissa iftikhar ignat igor ihor ikram iliana
 ilias iliyan ilir ilirjan ilona iman imane imed imran ina inas ines-maria inga inna ioan ioana ionel ionela ionut iqbal irakli iryna
 isatou isidora ismael ismahan ismaila issa issam issouf istvan ivana ivelina iwona iyad jabril jacek jadwiga jagdeep
 jakub jalal jamal jamila jan jana janos jarmila jaroslaw jasmin jasmina jaspreet jasvir jawad jean jean-pierre jelena jerzy jesus
 jing joanna johanna jorgo josip jovan jovana juan judit jules julia-maria julien jun juliana-maria jurgen justyna kader
 kadiatou kadija kalidou kalina kalsoom kamal kamel kamila kamran karan karim karima karina karol karolina kaspar katarina katarzyna
 kateryna kaur kemal kerim khadija khadim khadra khaled khalid khalil kinga kirill kiril klara klea klejdi klodian klodiana
 klaudia koffi kostadin kristaq kristina krystyna krzysztof ksenia kujtim kulwinder kumba kyrylo laila lamia lamin lamine larbi
 larisa lassana lassine latif latifa laszlo laura-maria layla lazar leila leka lekbir lenuta leonid lesia leszek leyla liana lidiya
 lilia liliana-maria liliya lin ling linh lirim lisbeth liubov liudmyla livia-maria liviu lorik luan lubna lucica lucyna ludmila luiz
 lule lulzim luljeta lumturi luo lyudmila maarouf maciej madalina madiha mady magatte magda magdalena-maria magdi mahdi maher
 mahmood mahmoud maimouna maja majda majid majlinda makhtar malak malek malgorzata malick malik mame mamadou mamoudou manal
 mandeep manjit manoj mansour mara-maria marcin marek maria-elena marian mariam mariama marijana marin mariusz mariya marjan
  marko marlena marta-maria marwa marwan maryana maryia masood massamba mateusz matija maurice mauricio mbaye mehdi mehmet melinda
 melissa memed mendim mengistu meriem merima meriton meryem mesfin mian michal miguel mihaela mihai mihaita mikel mikhail
 milan milena milica milos mimoun mimoza ming minh mircea mirela mirjana mirko-marko miroslav mirsad mirza mladen
 modou mohamadou mohamed mohammad mohammed mohsin moise mokhtar monia mor morad moses mostafa mouhamed mouna mounir moussa
 moustapha mubarak muhammad muhammed muharrem mujahid munir muntaz mustafa mykhailo mykola nabil nabila nada nadeem nader
 nadia-maria nadine nadja nafissa nahid naima najat najib najla nancy narcisa narcis nargis nasim nasir nasra nasrin natalija
 nataliya natasa natasha nawal nazifa nazim ndeye neagu nebojsa nelu nenad nerea nermin nermina nevena nevila nezha
 nfally ngozi ngone nguyen niculina nikita nikolai nikolay nikolaos nimal nina-maria niko nisrine noor nora-maria noreddine noureddine
 noura nouha nuno nur nuria nuru obinna ochieng octavian odeta ognjen oksana oleg oleh oleksandr olena oleksii olesia
 olimpiu oliwia olivier olta omar omayma ornela orsolya osama osas osman oscar-javier osvaldo-luis otilia ottavian ouafa ouleymatou oumaima oumou ousmane oussama
 ovidiu pablo paola-andrea parminder parveen patryk paul paulin pavel pavlo pawel pedro peng penda petar peter petra-maria petrica petronela
 petru petya piotr plamen prakash preeti prisca-maria priya przemyslaw qamar qazim quang rabia rachid rachida radek
 radka radoslav radostina radu rafal rafik raghad rahim rahma rahul raimonda rajesh rajinder rajwinder ramadan ramazan
  ramona ramzi ranjit rashid rasim raul ravi ravinder raymond razan razvan rebeka redouane reem refik regjep rexhep
 ricardo richard rimma rita-maria robel robert roberta-maria rohit roksana roland-maria roman romana-maria romeo-maria ronaldo rong rosario-maria roxana
 ruben rumen rumiana ruslan ruxandra ruzica saad saba sabah sabri sabrin sacha sadia sadio safa safaa safet said saida sajid saju
 sakina salah saleh salem salima saliou salif salimata salwa samar samia samina samir samira samuel sandeep sandip
 sandor sandu sanja sanjay saoussen sarita sasa sasha satwinder saul savitri sead sebastian-maria seble sebnem seid sejdi sekou selam
 selim selma sema semir senad senada serafima serena-maria serge sergei sergej sergio-luis serhii serigne seydou shaban shabir shahid shahida
 shakil shanza shantha sharif sheikh shefqet shirin shkelqim shpresa shpetim shukri shyqyri sidi sidy sihem silvana-maria silviu simona-maria simran
 siham sissoko slavica slawomir slavko slobodan snezana soad sofian sofiya sokhna sokol sonila sorin sorina souad soufiane
 souleymane soumaya sripal stanislav stanislaw stefania-maria stefanita stefka stela-maria steluta stephane steven stjepan stoyan
 subhash suela sukhdev sukhwinder suleiman sulejman suman sunil surinder surjit susana svetlana svitlana sylwia szymon
 tadeusz taha tahar tahir taibou tamara tamas tanja tanya taoufik taras tarik tariq taslima tatiana tatjana tatyana taulant
 tawfik tekle teodora-maria teresa-maria tereza teuta tewodros thais thang thi thierno thomas tiago tihomir tijana tina-maria todor tomasz tomislav
 toufik traian tran traore tsvetan tuan ubah ulyana ursula-maria usman vadim valentin valentyna valeriia valeriu valon vanja
 vanya varvara vasile vasilica vasilis vasyl vasylyna venelin vera-maria veronika vesna vesela victoria vihar vijay viktor viktoriia
 violeta viorel viorica virgil vira visar vitali vitaliy vladimir vladislav vladyslav vlora vojislav volodymyr vu wafa waheed
 wahid wahiba waldemar walid waseem wassim wei wendy wieslaw wieslawa william wilson wioletta wislawa witold wojciech wu xhemal
 xhevdet xhuliana xhuljano xiang xiao xiaoyan xin yacine yacouba yahya yakub yan yana yang yaroslav yaseen yassin yassine yaw
 yelyzaveta yevhen yevheniia yi ying yohannes yolanda yonas yordan yordanka yosef youcef younes youness youssef yuan yuliia yuliya yuri
 yuriy yusra yusuf yvette zaid zaim zainab zaira-maria zakia zana zdenka zdravko zeina zeinab zenel zeynab zhan zhang zhao zhen zheng zhi
 ziad zineb zoran zorica zoubida zsofia zsolt zubair zuzana
 adelchi agapito aldina alfonsina alfredina amerigo anacleto andreana angiola antonella-maria arduino argentina-maria argia arianna-maria
 aristide arnaldo artemio asterio attila aurelia-maria beppe berenice bruno-maria calogera calogero camilla-maria carmelina carmine
 catello celeste-maria cesarina cettina ciro clelia clementina concetta corradina cosma cosimo crocifissa damiana delfina-maria
 deborah demetrio diamante-maria dino domenica-maria edda edmea edo efisio egle eleonora elia eliana elide elio eloisa elvio
 elvira emanuela emidio enza enzo ercolina ermanno ermes ermelinda ermete ernestina ersilia esterina ettorina eufemia eva-maria
 evaristo fernando fiammetta filippa filomena fiorella fiorenza fiorenzo fortunata-maria franca-maria furio gaia-maria galdina gaspare gavino
 gennaro genoveffa gerlando gerarda gervasio gesualdo giacinta gianfranca gianluigi gianpaolo giandomenico gilda ginevra gino gioele
 gioconda giosuele giuliana giuseppa giuseppina glauco gregorio graziana guerrino ida idalgo igino ileana imelda
  iolanda iole irma isidoro italo-maria ivana ivonne ivo ladislao laerte lamberto lando leoluca leonarda leonida leontina
 letteria liborio licia lidia liliana lina livia loredana loretta loris luana lucilla lucrezia ludovica luisella lula macrina maddalena
 mafalda mafalda maica manlio manola manrico marella margherita-maria mariangela mariagrazia mariateresa mariella marilena marinella mariuccia marisa
 marzia matilde maurilio melino michelina milvia mimma mirella miriam morena natalina nazareno nedda nerina nevio
 nicla nico nicoletta nicolò nino nives norina norma-maria nunzia nunzio oberdan olindo olga olimpia oliviero onelia onofrio oreste orietta
 oriano ornella oronzo orsola ortensia osvaldo ottavia ottorino palma-maria palmira pancrazio paolina pasqualina patrizia perla-maria petronilla
 piera pierina piergiorgio pierluigi piero pierpaolo pietrina pina pinuccia primo-maria priscilla quinto-maria quirino quirico
 raffaela raffaella raimonda rainero rachele remo renza renzo riccarda rina rinaldo rino ritanna robertina rocco rodolfo roldano rolando romilda romolo
 rosalba rosalia rosanna rosaria rosella rosetta rosina rossana rosvita ruggero rutilio sabatino sabrina salvatrice samantha samuela sandrina sante-maria
 santina santino saro saverio sauro sebastiano secondina selene serafina serafino severina severino sigfrida silvestra silvio simonetta sirio
 sonia stefano-maria stella-maria stelvio susanna tamara tazio tecla telemaco teodolinda teodoro teresina tiberio tilde tindara tito-maria tiziana tobia tommasina
 tonino tosca-maria tullia tullio turi ugo umberta uliana urbano-maria ursula valeriano vanda vanessa vanna vannino velia verdiana veronica vilma vincenza
 vincenzina vinicio virginia virginio vita-maria vitaliano vito vitina vittorino vladimiro walter wanda zaira zelinda zita zoe`
    .split(/\s+/)
    .filter((name) => name !== '' && !name.endsWith('-maria')),
);
