// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Entry, words } from './entry.ts';

/** Danger announced to all, secret plots and false cures. Degree 3 alone, 2 and 1 in company. */
export const alarms = (): readonly Entry[] => [
  {
    tag: 'alarm',
    degree: 3,
    forms: [
      '(moriremo|morirete|moriranno|moriamo|crepiamo|creperemo) (tutti|tutte|come mosche|come cani|tutti quanti|a migliaia|in massa|asfissiati|avvelenati)',
      '(ci|vi) (stanno|state) (facendo morire|avvelenando|ammazzando|uccidendo|sterminando|infettando|intossicando) (tutti|uno per uno|piano piano|in silenzio|apposta|)',
      '(scappate|scappiamo|fuggite|correte via|mettetevi in salvo|si salvi) (tutti|finché|subito|dal|dalla|dal centro|dalle case|via|da lì|chi può|)',
      '(non|nn) (bevete|bevetela|usate|toccate|mangiate|uscite|andate|portate|mandate|aprite|avvicinatevi|fate uscire|fateli uscire|fateli più uscire|portateci|datela|lasciate|respirate) (l acqua|acqua|dal rubinetto|di casa|più|a scuola|i bambini|quella|le finestre|la frutta|in ospedale|al pronto soccorso|in centro|niente|il latte|quel|mai più|ai bambini|per nessun motivo|soli i bambini)',
      '(l acqua|acqua|l aria|il latte|la verdura|il pane|la mensa|l acquedotto|la farina|il fiume|il cibo) (è|e|tutta|tutto|) (avvelenata|avvelenato|contaminata|contaminato|radioattiva|radioattivo|tossica|tossico|infetta|infetto|piena di arsenico|piena di amianto|al veleno|irrespirabile)',
      '(sta|stanno|è|sono) (per|già|) (crollare tutto|crollare|esplodere|cedere la diga|scoppiare|scoppiata|scoppiato|arrivando|arrivato|arrivata) (tutto|la diga|la guerra|un epidemia|la peste|il colera|un focolaio|un virus|la fine|un altra pandemia|il terremoto|una scossa|un onda|il peggio)',
      '(domani|stanotte|fra poco|tra poco|tra due ore|fra due ore|presto|da lunedì|la prossima settimana|entro sera|tra una settimana) (crolla|chiudono|chiude|scoppia|salta|esplode|finisce|finiscono|si muore|arriva|tolgono|staccano|manca|finirà|succederà|non ci sarà|ci sarà) (tutto|la diga|il ponte|una strage|l acqua|la luce|il gas|la benzina|le medicine|il pane|i soldi|un altra|il terremoto|la guerra|più|niente|una scossa|una guerra)',
      '(prende|prendete|prendi|c è|gira|circola|è scoppiato|è scoppiata|è arrivato|è arrivata|diffonde) (il|un|una|la|già|) (batterio mortale|batterio killer|virus mortale|virus killer|virus letale|peste|lebbra|colera|ebola|tubercolosi ovunque|epidemia|contagio|malattia mortale|malattia sconosciuta|morbo sconosciuto|legionella mortale|zanzara killer)',
      '(rubano|rapiscono|portano via|prendono|adescano|hanno preso|hanno rapito|rapiti|sequestrano) (i|dei|tre|due|già tre|) (bambini|bimbi|organi|ragazzine|neonati|figli|minori)',
      '(condividete|fate girare|diffondete|girate|inoltrate|passate parola|avvisate tutti|massima diffusione|copiate|fatelo girare|fate copia) (prima che|a tutti|subito|in tutti i gruppi|a tutti i contatti|il più possibile|questo messaggio|ovunque|urgente|è urgente|per favore è urgente|e incollate)',
      ...words(
        `ecatombe|sarà una strage|succederà una strage|una strage annunciata domani|ormai è finita|è la fine|siamo tutti in pericolo|pericolo di vita per tutti|allarme rosso|allerta massima ovunque|uscire dieci bare|ho visto le bare|bare una sull altra|dieci bare|obitori pieni|morti nascosti|nascondono i morti|morti ammucchiati|cimiteri pieni|moriremo per strada|morire tutti|chiudete i rubinetti|chiudete le finestre subito|fate scorta|scorte di cibo|fate le scorte|svuotate i bancomat|ritirate i soldi|finiscono le medicine|
finti infermieri che|zingari che rapiscono|aghi infetti|siringhe infette|spray soporifero|con lo spray|caramelle drogate|droga nelle caramelle|bocconi avvelenati ovunque|scossa prevista|terremoto previsto|forte scossa|crolla tutto|sta per crollare|la diga sta|diga sta cedendo|sta cedendo la diga|è radioattiva|radiazioni ovunque|nube tossica su|nube radioattiva|mette in pericolo tutti|guerra civile domani|scoppia la guerra|virus mortale|virus killer|batterio mortale|batterio killer|morti in corsia a decine|decine di morti|centinaia di morti|migliaia di morti|stanno morendo tutti|muoiono come mosche`,
      ),
    ],
  },
  {
    tag: 'falsehood',
    degree: 3,
    forms: [
      '(vaccino|vaccini|siero|sieri|trivalente|antinfluenzale|esavalente|tampone|tamponi|mascherine|punture|dosi|bugiardino) (c è|ci sono|contiene|contengono|causa|causano|provoca|provocano|modifica|modificano|uccide|uccidono|rende|rendono|ti fa venire|fanno venire|fa venire|è veleno|sono veleno|altera|alterano|cambia|cambiano|è un esperimento|è sperimentale|sono sperimentali|contro la volontà|servono a|serve a|portano|porta|magnetizza|sterilizza|abbassa|distrugge|distruggono)',
      '(microchip|chip|grafene|metalli pesanti|feti abortiti|feti|mercurio|alluminio|nanobot|nanoparticelle|luciferasi|ossido di grafene) (sotto pelle|nel|nei|nelle|per|dentro|e|nel sangue|)',
      '(scie chimiche|scie nel cielo|le scie|le antenne|antenne|il 5g|5g|i ripetitori|i contatori|i lampioni led|i termoscanner) (servono|serve|per|uccide|uccidono|controllano|controlla|causano|causa|ci|vi|sono|è|provoca|provocano|cuoce|friggono) (a|al|il cancro|il cervello|la mente|per|tumori|un|controllo|controllarci|farci|ci|tutti)',
      '(controllo|lavaggio) (mentale|del pensiero|delle menti|della mente|delle nascite|del cervello)',
      '(guarisce|guariscono|cura|curano|elimina|scioglie|sconfigge|distrugge|muore|previene|basta) (il|i|ogni|qualsiasi|la|in|con|tutto con|bere|un) (cancro|tumore|tumori|diabete|covid|virus|malattia|autismo|alzheimer|6 ore|bicarbonato|limone|aglio|curcuma|candeggina|acqua e limone|digiuno|bicarbonato e limone)',
      '(bicarbonato|limone|aglio|curcuma|candeggina|urina|argento colloidale|ivermectina|zenzero|miele|digiuno|acqua basica|acqua alcalina|vitamina c|vitamina d) (cura|curano|guarisce|guariscono|uccide|elimina|e il virus|sconfigge|altro che|al posto|e passa|scioglie|contro il cancro|contro il tumore)',
      '(è|era|sarebbe) (tutto|tutta|solo) (un|una|) (piano|complotto|montatura|messinscena|invenzione|messa in scena|finzione|truffa mondiale|farsa sanitaria|copione|teatro pagato)',
      '(per ogni|ogni) (morto|covid|ricovero|vaccino|vaccinato|tumore|intubato|puntura) (l ospedale|il medico|prende|prendono|i medici|gli danno|pagano|incassano|ricevono|guadagnano|si beccano)',
      '(hanno|avete|stanno|verrà|sarà|viene) (abolito|tolto|cancellato|eliminato|deciso di chiudere|abolendo|togliendo|vietato|già venduto|già venduti) (l esenzione|le esenzioni|la 104|il medico di base|le pensioni|la pensione|i contanti|il bonus|l assegno|l accompagnamento|i letti|il pronto soccorso|tutte le|tutti i|la reversibilità)',
      '(chiude|chiudono|chiuderà|vendono|venduto|hanno venduto|privatizzano) (l ospedale|tutto|il pronto soccorso|il reparto|il distretto|la scuola) (il 31|domani|entro|per sempre|già)',
      ...words(
        `vaccino veleno|vaccini veleno|siete cavie|siamo cavie|cavie umane|cavia umana|i vaccini causano|vaccini autismo|l autismo viene dai|causano l autismo|il virus non esiste|virus non esiste|è un invenzione|il covid non è mai esistito|non è mai esistito|terra piatta|nuovo ordine|ordine mondiale|grande reset|agenda 2030|bill gates|soros|big pharma|poteri forti|deep state|massoneria|rothschild|plandemia|dittatura sanitaria|sieri genici|siero genico|siero sperimentale|terapia genica|morti improvvise|malori improvvisi|effetti avversi nascosti|nascondono gli effetti|nano chip|modifica il dna|modificano il dna|cambia il dna|
perdono le difese|le difese immunitarie|fatto sparire dalle televisioni|nessuno lo dice ma|non ve lo dicono|non ce lo dicono|la tv non lo dice|i tg non lo dicono|i giornali tacciono|i giornali hanno l ordine|non può esporsi|che non può esporsi|me l ha detto uno che|me lo ha detto un amico che|mio cugino che lavora|un amico infermiere mi|confermato da uno che|sicuro al 100|fonte sicura|fonti sicure|già deciso|è legge ormai|fatevi due domande|aprite gli occhi|studiate la verità|la verità che|la verità non|cercate su youtube|su telegram la verità|verità nascosta|
per tenerci calmi|sostanze per|arsenico apposta|apposta nell acquedotto|nell acquedotto|apposta così vendono|per farci ammalare|a farci ammalare|farci ammalare|vogliono sterminarci|vogliono ridurre la popolazione|ridurre la popolazione|decimare la popolazione|svuotare i paesi|vendono gli organi|traffico di organi|espiantano gli organi|gonfiano i ricoveri|gonfiano i numeri dei morti|tamponi falsati|i tamponi sono falsi|lo prendono tutti basta|cura proibita|cure proibite|la cura esiste|la cura esiste ma|tengono nascosta la cura|rimedio naturale che|metodo naturale che guarisce|guarito dal tumore con|guarita dal tumore con|non fate il vaccino|non vaccinatevi|non vaccinate|non fate la mammografia|le radiazioni della mammografia|chemio uccide|la chemio uccide|la chemio ti uccide|la chemioterapia uccide`,
      ),
    ],
  },
  {
    tag: 'falsehood',
    degree: 1,
    forms: words(
      'svegliatevi|condividete|diffondete|fate girare|complotto|nascondono|nascosto|controllano|controllo|apposta|censurano|ditelo a tutti|ditelo|passaparola|verità|vaccini|vaccino|antenne|5g|veleno|avvelenata|in segreto|di nascosto|a tutti',
    ),
  },
];
