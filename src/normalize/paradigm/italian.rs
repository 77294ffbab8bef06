//! Italian words whose forms no stemmer unites. The first lines keep words apart from verbs that an accent tells from them.

/// Closed classes and irregular verbs. Forms that are more often another word are left out: `posto`, `sale`, `legge`.
pub(super) const OWN: &[&str] = &[
    "sara",
    "terra terre",
    "faro fari",
    "il lo la i gli le l'",
    "un uno una un'",
    "di d' del dello della dei degli delle dell'",
    "a ad al allo alla ai agli alle all'",
    "da dal dallo dalla dai dagli dalle dall'",
    "in nel nello nella nei negli nelle nell'",
    "su sul sullo sulla sui sugli sulle sull'",
    "con col coi",
    "e ed",
    "o od",
    "che ch'",
    "questo questa questi queste quest'",
    "quello quella quelli quelle quel quei quegli quell'",
    "mio mia miei mie",
    "tuo tua tuoi tue",
    "suo sua suoi sue",
    "nostro nostra nostri nostre",
    "vostro vostra vostri vostre",
    "io me mi m'",
    "tu te ti t'",
    "egli ei",
    "lui",
    "lei",
    "si s'",
    "ci c'",
    "vi v'",
    "ne n'",
    "tutto tutta tutti tutte tutt'",
    "altro altra altri altre altr'",
    "quale quali qual",
    "tale tali tal",
    "alcuno alcun alcuna alcuni alcune",
    "nessuno nessun nessuna nessun'",
    "ciascuno ciascun ciascuna",
    "stesso stessa stessi stesse",
    "quanto quanta quanti quante",
    "tanto tanta tanti tante",
    "molto molta molti molte",
    "poco poca pochi poche po'",
    "bello bel bella bei begli belle bell'",
    "buono buon buona buoni buone buon' migliore migliori",
    "cattivo cattiva cattivi cattive peggiore peggiori",
    "grande gran grandi grand'",
    "santo san santa santi sante sant'",
    "uomo uomini",
    "dio dii dèi",
    "bue buoi",
    "braccio braccia bracci",
    "dito dita",
    "uovo uova",
    "paio paia",
    "ginocchio ginocchia",
    "labbro labbra",
    "ciglio ciglia",
    "osso ossa",
    "lenzuolo lenzuola",
    "migliaio migliaia",
    "centinaio centinaia",
    "essere sono sei è siamo siete ero eri eravamo eravate fui fosti fu fummo foste furono siate fossimo essendo \
     sar+F foss+R er+S si+S stat+P",
    "avere ho hai ha abbiamo avete hanno abbiate avendo avr+F av+I ebb+R abbi+S avut+P",
    "stare sto stai sta stiamo stanno stavo stavi stavamo stavate stesti stemmo steste stiate stessimo stessero \
     stando star+F stett+R stav+S sti+S",
    "andare vado vai va andiamo vanno andavo andavi andavamo andavate andai andasti andò andammo andaste andarono \
     andiate andassimo andando andr+F andass+R andav+S vad+S andat+P",
    "fare faccio fai fa facciamo fate fanno facciate facendo far+F fac+I fec+R facci+S fatt+P",
    "dire dico dici dice diciamo dite dicono diciate dicendo dir+F dic+I diss+R dic+S dett+P",
    "dare do dà diamo danno davo davi davamo davate desti demmo deste diate dessimo dando dato dettero dar+F \
     dess+R died+R dav+S di+S",
    "potere posso puoi può possiamo potete possono potei poté poterono possiate potendo potuto potr+F pot+I poss+S",
    "volere voglio vuoi vuole vogliamo volete vogliono vogliate volendo vorr+F vol+I voll+R vogli+S volut+P",
    "dovere devo devi deve dobbiamo dovete devono dovei dové doverono dobbiate dovendo debbo debbono dovette \
     dovettero dovr+F dov+I debb+S dev+S dovut+P",
    "sapere so sai sa sappiamo sapete sanno sappiate sapendo sapr+F sap+I sepp+R sappi+S saput+P",
    "venire vengo vieni viene veniamo venite vengono veniate venendo verr+F ven+Q venn+R veng+S venut+P",
    "divenire divengo divieni diviene diveniamo divenite divengono diveniate divenendo diverr+F diven+Q divenn+R \
     diveng+S divenut+P",
    "avvenire avvengo avvieni avviene avveniamo avvenite avvengono avveniate avvenendo avverr+F avven+Q avvenn+R \
     avveng+S avvenut+P",
    "convenire convengo convieni conviene conveniamo convenite convengono conveniate convenendo converr+F conven+Q \
     convenn+R conveng+S convenut+P",
    "intervenire intervengo intervieni interviene interveniamo intervenite intervengono interveniate intervenendo \
     interverr+F interven+Q intervenn+R interveng+S intervenut+P",
    "provenire provengo provieni proviene proveniamo provenite provengono proveniate provenendo proverr+F proven+Q \
     provenn+R proveng+S provenut+P",
    "rivenire rivengo rivieni riviene riveniamo rivenite rivengono riveniate rivenendo riverr+F riven+Q rivenn+R \
     riveng+S rivenut+P",
    "prevenire prevengo previeni previene preveniamo prevenite prevengono preveniate prevenendo preverr+F preven+Q \
     prevenn+R preveng+S prevenut+P",
    "vedere vedo vedi vede vediamo vedete vedono vediate vedendo visto visti viste vedr+F ved+I vid+R ved+S \
     vedut+P",
    "rivedere rivedo rivedi rivede rivediamo rivedete rivedono rivediate rivedendo rivedr+F rived+I rivid+R \
     rived+S rivist+P",
    "prevedere prevedo prevedi prevede prevediamo prevedete prevedono prevediate prevedendo prevedr+F preved+I \
     previd+R preved+S previst+P",
    "tenere tengo tieni tiene teniamo tenete tengono teniate tenendo tenuto tenuti terr+F ten+I tenn+R teng+S",
    "mantenere mantengo mantieni mantiene manteniamo mantenete mantengono manteniate mantenendo manterr+F manten+I \
     mantenn+R manteng+S mantenut+P",
    "contenere contengo contieni contiene conteniamo contenete contengono conteniate contenendo conterr+F conten+I \
     contenn+R conteng+S contenut+P",
    "ottenere ottengo ottieni ottiene otteniamo ottenete ottengono otteniate ottenendo otterr+F otten+I ottenn+R \
     otteng+S ottenut+P",
    "ritenere ritengo ritieni ritiene riteniamo ritenete ritengono riteniate ritenendo riterr+F riten+I ritenn+R \
     riteng+S ritenut+P",
    "trattenere trattengo trattieni trattiene tratteniamo trattenete trattengono tratteniate trattenendo \
     tratterr+F tratten+I trattenn+R tratteng+S trattenut+P",
    "sostenere sostengo sostieni sostiene sosteniamo sostenete sostengono sosteniate sostenendo sosterr+F sosten+I \
     sostenn+R sosteng+S sostenut+P",
    "appartenere appartengo appartieni appartiene apparteniamo appartenete appartengono apparteniate appartenendo \
     apparterr+F apparten+I appartenn+R apparteng+S appartenut+P",
    "detenere detengo detieni detiene deteniamo detenete detengono deteniate detenendo deterr+F deten+I detenn+R \
     deteng+S detenut+P",
    "rimanere rimango rimani rimane rimaniamo rimanete rimangono rimaniate rimanendo rimarr+F riman+I rimas+R \
     rimang+S rimast+P",
    "porre pongo poni pone poniamo ponete pongono poniate ponendo porr+F pon+I pos+R pong+S",
    "comporre compongo componi compone componiamo componete compongono componiate componendo comporr+F compon+I \
     compos+R compong+S compost+P",
    "proporre propongo proponi propone proponiamo proponete propongono proponiate proponendo proporr+F propon+I \
     propos+R propong+S propost+P",
    "esporre espongo esponi espone esponiamo esponete espongono esponiate esponendo esporr+F espon+I espos+R \
     espong+S espost+P",
    "disporre dispongo disponi dispone disponiamo disponete dispongono disponiate disponendo disporr+F dispon+I \
     dispos+R dispong+S dispost+P",
    "imporre impongo imponi impone imponiamo imponete impongono imponiate imponendo imposto imposti imporr+F \
     impon+I impos+R impong+S",
    "opporre oppongo opponi oppone opponiamo opponete oppongono opponiate opponendo opporr+F oppon+I oppos+R \
     oppong+S oppost+P",
    "supporre suppongo supponi suppone supponiamo supponete suppongono supponiate supponendo supporr+F suppon+I \
     suppos+R suppong+S suppost+P",
    "deporre depongo deponi depone deponiamo deponete depongono deponiate deponendo deporr+F depon+I depos+R \
     depong+S depost+P",
    "trarre traggo trai traiamo traete traggono traiate traendo trarr+F tra+I trass+R tragg+S",
    "attrarre attraggo attrai attrae attraiamo attraete attraggono attraiate attraendo attrarr+F attra+I attrass+R \
     attragg+S attratt+P",
    "contrarre contraggo contrai contrae contraiamo contraete contraggono contraiate contraendo contratta \
     contratte contrarr+F contra+I contrass+R contragg+S",
    "estrarre estraggo estrai estrae estraiamo estraete estraggono estraiate estraendo estrarr+F estra+I estrass+R \
     estragg+S estratt+P",
    "sottrarre sottraggo sottrai sottrae sottraiamo sottraete sottraggono sottraiate sottraendo sottrarr+F \
     sottra+I sottrass+R sottragg+S sottratt+P",
    "distrarre distraggo distrai distrae distraiamo distraete distraggono distraiate distraendo distrarr+F \
     distra+I distrass+R distragg+S distratt+P",
    "condurre conduco conduci conduce conduciamo conducete conducono conduciate conducendo condotto condotti \
     condurr+F conduc+I conduss+R conduc+S",
    "produrre produco produci produce produciamo producete producono produciate producendo produrr+F produc+I \
     produss+R produc+S prodott+P",
    "tradurre traduco traduci traduce traduciamo traducete traducono traduciate traducendo tradurr+F traduc+I \
     traduss+R traduc+S tradott+P",
    "ridurre riduco riduci riduce riduciamo riducete riducono riduciate riducendo ridurr+F riduc+I riduss+R \
     riduc+S ridott+P",
    "introdurre introduco introduci introduce introduciamo introducete introducono introduciate introducendo \
     introdurr+F introduc+I introduss+R introduc+S introdott+P",
    "dedurre deduco deduci deduce deduciamo deducete deducono deduciate deducendo dedurr+F deduc+I deduss+R \
     deduc+S dedott+P",
    "prendere prendo prendi prende prendiamo prendete prendono prendiate prendendo preso presa prender+F prend+I \
     pres+R prend+S",
    "comprendere comprendo comprendi comprende comprendiamo comprendete comprendono comprendiate comprendendo \
     compreso compresa comprender+F comprend+I compres+R comprend+S",
    "apprendere apprendo apprendi apprende apprendiamo apprendete apprendono apprendiate apprendendo appreso \
     appresa apprender+F apprend+I appres+R apprend+S",
    "sorprendere sorprendo sorprendi sorprende sorprendiamo sorprendete sorprendono sorpresi sorpresero \
     sorprendiate sorprendendo sorpreso sorprender+F sorprend+I sorprend+S",
    "riprendere riprendo riprendi riprende riprendiamo riprendete riprendono ripresi ripresero riprendiate \
     riprendendo ripreso riprender+F riprend+I riprend+S",
    "mettere metto metti mette mettiamo mettete mettono mettiate mettendo metter+F mett+I mis+R mett+S mess+P",
    "permettere permetto permetti permette permettiamo permettete permettono permettiate permettendo permetter+F \
     permett+I permis+R permett+S permess+P",
    "promettere prometto prometti promette promettiamo promettete promettono promettiate promettendo promesso \
     promessi prometter+F promett+I promis+R promett+S",
    "commettere commetto commetti commette commettiamo commettete commettono commettiate commettendo commetter+F \
     commett+I commis+R commett+S commess+P",
    "ammettere ammetto ammetti ammette ammettiamo ammettete ammettono ammettiate ammettendo ammetter+F ammett+I \
     ammis+R ammett+S ammess+P",
    "smettere smetto smetti smette smettiamo smettete smettono smettiate smettendo smetter+F smett+I smis+R \
     smett+S smess+P",
    "trasmettere trasmetto trasmetti trasmette trasmettiamo trasmettete trasmettono trasmettiate trasmettendo \
     trasmetter+F trasmett+I trasmis+R trasmett+S trasmess+P",
    "chiedere chiedo chiedi chiede chiediamo chiedete chiedono chiediate chiedendo chieder+F chied+I chies+R \
     chied+S chiest+P",
    "richiedere richiedo richiedi richiede richiediamo richiedete richiedono richiediate richiedendo richiesto \
     richiesti richieder+F richied+I richies+R richied+S",
    "rispondere rispondo rispondi risponde rispondiamo rispondete rispondono rispondiate rispondendo risposto \
     risposti risponder+F rispond+I rispos+R rispond+S",
    "nascondere nascondo nascondi nasconde nascondiamo nascondete nascondono nascondiate nascondendo nasconder+F \
     nascond+I nascos+R nascond+S nascost+P",
    "scrivere scrivo scrivi scrive scriviamo scrivete scrivono scriviate scrivendo scriver+F scriv+I scriss+R \
     scriv+S scritt+P",
    "descrivere descrivo descrivi descrive descriviamo descrivete descrivono descriviate descrivendo descriver+F \
     descriv+I descriss+R descriv+S descritt+P",
    "leggere leggo leggiamo leggete leggono leggiate leggendo letta lette legger+F legg+I less+R legg+S",
    "eleggere eleggo eleggi elegge eleggiamo eleggete eleggono eleggiate eleggendo elegger+F elegg+I eless+R \
     elegg+S elett+P",
    "reggere reggo reggi regge reggiamo reggete reggono reggiate reggendo retto regger+F regg+I ress+R regg+S",
    "proteggere proteggo proteggi protegge proteggiamo proteggete proteggono proteggiate proteggendo protegger+F \
     protegg+I protess+R protegg+S protett+P",
    "correggere correggo correggi corregge correggiamo correggete correggono correggiate correggendo corregger+F \
     corregg+I corress+R corregg+S corrett+P",
    "vivere vive viviamo vivete vivono vivano viviate vivendo viver+F viv+I viss+R vissut+P",
    "vincere vinco vinci vince vinciamo vincete vincono vinciate vincendo vincer+F vinc+I vins+R vinc+S vint+P",
    "convincere convinco convinci convince convinciamo convincete convincono convinciate convincendo convincer+F \
     convinc+I convins+R convinc+S convint+P",
    "piangere piango piangi piange piangiamo piangete piangono piangiate piangendo pianger+F piang+I pians+R \
     piang+S piant+P",
    "giungere giungo giungi giunge giungiamo giungete giungono giungiate giungendo giunto giunti giunger+F giung+I \
     giuns+R giung+S",
    "raggiungere raggiungo raggiungi raggiunge raggiungiamo raggiungete raggiungono raggiungiate raggiungendo \
     raggiunger+F raggiung+I raggiuns+R raggiung+S raggiunt+P",
    "aggiungere aggiungo aggiungi aggiunge aggiungiamo aggiungete aggiungono aggiungiate aggiungendo aggiunto \
     aggiunti aggiunger+F aggiung+I aggiuns+R aggiung+S",
    "spingere spingo spingi spinge spingiamo spingete spingono spingiate spingendo spinto spinti spinger+F sping+I \
     spins+R sping+S",
    "stringere stringo stringi stringe stringiamo stringete stringono stringiate stringendo stringer+F string+I \
     strins+R string+S",
    "costringere costringo costringi costringe costringiamo costringete costringono costringiate costringendo \
     costringer+F costring+I costrins+R costring+S costrett+P",
    "fingere fingo fingi finge fingiamo fingete fingono fingiate fingendo finger+F fing+I fins+R fing+S fint+P",
    "dipingere dipingo dipingi dipinge dipingiamo dipingete dipingono dipingiate dipingendo dipinger+F diping+I \
     dipins+R diping+S dipint+P",
    "distinguere distinguo distingui distingue distinguiamo distinguete distinguono distinguiate distinguendo \
     distinguer+F distingu+I distins+R distingu+S distint+P",
    "estinguere estinguo estingui estingue estinguiamo estinguete estinguono estinguiate estinguendo estinguer+F \
     estingu+I estins+R estingu+S estint+P",
    "rompere rompo rompi rompe rompiamo rompete rompono rompiate rompendo rotto rotti romper+F romp+I rupp+R \
     romp+S",
    "corrompere corrompo corrompi corrompe corrompiamo corrompete corrompono corrompiate corrompendo corromper+F \
     corromp+I corrupp+R corromp+S corrott+P",
    "interrompere interrompo interrompi interrompe interrompiamo interrompete interrompono interrompiate \
     interrompendo interromper+F interromp+I interrupp+R interromp+S interrott+P",
    "muovere muovo muovi muove muoviamo muovete muovono mossi mossero muoviate muovendo mosso muover+F muov+I \
     muov+S",
    "conoscere conosco conosci conosce conosciamo conoscete conoscono conosciate conoscendo conoscer+F conosc+I \
     conobb+R conosc+S conosciut+P",
    "riconoscere riconosco riconosci riconosce riconosciamo riconoscete riconoscono riconosciate riconoscendo \
     riconoscer+F riconosc+I riconobb+R riconosc+S riconosciut+P",
    "crescere cresco cresci cresce cresciamo crescete crescono cresciate crescendo crescer+F cresc+I crebb+R \
     cresc+S cresciut+P",
    "nascere nasco nasci nasce nasciamo nascete nascono nasciate nascendo nascer+F nasc+I nacqu+R nasc+S nat+P",
    "correre corro corri corre corriamo correte corrono correvo correvi correvamo correvate corresti corremmo \
     correste corsero corriate corressimo correndo correr+F correv+S corr+S",
    "perdere perdo perdi perde perdiamo perdete perdono perdiate perdendo perso persa perder+F perd+I pers+R \
     perd+S",
    "chiudere chiudo chiudi chiude chiudiamo chiudete chiudono chiudiate chiudendo chiuso chiusa chiuder+F chiud+I \
     chius+R chiud+S",
    "concludere concludo concludi conclude concludiamo concludete concludono concludiate concludendo concluso \
     conclusa concluder+F conclud+I conclus+R conclud+S",
    "decidere decido decidi decide decidiamo decidete decidono decidiate decidendo deciso decisa decider+F decid+I \
     decis+R decid+S",
    "uccidere uccido uccidi uccide uccidiamo uccidete uccidono uccidiate uccidendo ucciso uccisa uccider+F uccid+I \
     uccis+R uccid+S",
    "dividere divido dividi divide dividiamo dividete dividono divisi divisero dividiate dividendo diviso \
     divider+F divid+I divid+S",
    "ridere rido ridi ride ridiamo ridete ridono rise risero ridiate ridendo rider+F rid+I rid+S",
    "sorridere sorrido sorridi sorride sorridiamo sorridete sorridono sorrise sorrisero sorridiate sorridendo \
     sorrisa sorrider+F sorrid+I sorrid+S",
    "difendere difendo difendi difende difendiamo difendete difendono difesi difesero difendiate difendendo difeso \
     difender+F difend+I difend+S",
    "offendere offendo offendi offende offendiamo offendete offendono offesi offesero offendiate offendendo offeso \
     offender+F offend+I offend+S",
    "scendere scendo scendi scende scendiamo scendete scendono scendiate scendendo sceso scender+F scend+I sces+R \
     scend+S",
    "rendere rendo rendi rende rendiamo rendete rendono resi resero rendiate rendendo reso render+F rend+I rend+S",
    "accendere accendo accendi accende accendiamo accendete accendono accendiate accendendo acceso accesa \
     accender+F accend+I acces+R accend+S",
    "spendere spendo spendi spende spendiamo spendete spendono spesi spesero spendiate spendendo speso spender+F \
     spend+I spend+S",
    "stendere stendo stendi stende stendiamo stendete stendono stendiate stendendo steso stesa stender+F stend+I \
     stes+R stend+S",
    "estendere estendo estendi estende estendiamo estendete estendono estendiate estendendo esteso estesa \
     estender+F estend+I estes+R estend+S",
    "attendere attendo attendi attende attendiamo attendete attendono attesi attesero attendiate attendendo atteso \
     attender+F attend+I attend+S",
    "intendere intendo intendi intende intendiamo intendete intendono intesi intesero intendiate intendendo inteso \
     intender+F intend+I intend+S",
    "appendere appendo appendi appende appendiamo appendete appendono appendiate appendendo appeso appesa \
     appender+F append+I appes+R append+S",
    "dirigere dirigo dirigi dirige dirigiamo dirigete dirigono dirigiate dirigendo diriger+F dirig+I diress+R \
     dirig+S",
    "discutere discuto discuti discute discutiamo discutete discutono discutiate discutendo discusso discussa \
     discuter+F discut+I discuss+R discut+S",
    "esprimere esprimo esprimi esprime esprimiamo esprimete esprimono esprimiate esprimendo espresso espressa \
     esprimer+F esprim+I espress+R esprim+S",
    "succedere succedo succedi succede succediamo succedete succedono successe successero succediate succedendo \
     successa succeder+F succed+I succed+S",
    "concedere concedo concedi concede concediamo concedete concedono concediate concedendo concesso concessa \
     conceder+F conced+I concess+R conced+S",
    "credere credo credi crede crediamo credete credono crediate credendo creder+F cred+I credett+R cred+S \
     credut+P",
    "cedere cedo cedi cede cediamo cedete cedono cediate cedendo ceder+F ced+I cedett+R ced+S cedut+P",
    "sconfiggere sconfiggo sconfiggi sconfigge sconfiggiamo sconfiggete sconfiggono sconfiggiate sconfiggendo \
     sconfitto sconfitti sconfigger+F sconfigg+I sconfiss+R sconfigg+S",
    "distruggere distruggo distruggi distrugge distruggiamo distruggete distruggono distruggiate distruggendo \
     distrugger+F distrugg+I distruss+R distrugg+S distrutt+P",
    "risolvere risolvo risolvi risolve risolviamo risolvete risolvono risolviate risolvendo risolver+F risolv+I \
     risols+R risolv+S risolt+P",
    "rivolgere rivolgo rivolgi rivolge rivolgiamo rivolgete rivolgono rivolgiate rivolgendo rivolto rivolti \
     rivolger+F rivolg+I rivols+R rivolg+S",
    "svolgere svolgo svolgi svolge svolgiamo svolgete svolgono svolgiate svolgendo svolto svolti svolger+F svolg+I \
     svols+R svolg+S",
    "sorgere sorgo sorgi sorge sorgiamo sorgete sorgono sorgiate sorgendo sorto sorger+F sorg+I sors+R sorg+S",
    "accorgere accorgo accorgi accorge accorgiamo accorgete accorgono accorgiate accorgendo accorger+F accorg+I \
     accors+R accorg+S accort+P",
    "porgere porgo porgi porge porgiamo porgete porgono porgiate porgendo porger+F porg+I pors+R porg+S",
    "piovere piovo piovi piove pioviamo piovete piovono pioviate piovendo piover+F piov+I piovv+R piov+S piovut+P",
    "cogliere colgo cogli coglie cogliamo cogliete colgono cogliate cogliendo coglier+F cogli+I cols+R colg+S \
     colt+P",
    "accogliere accolgo accogli accoglie accogliamo accogliete accolgono accogliate accogliendo accoglier+F \
     accogli+I accols+R accolg+S accolt+P",
    "raccogliere raccolgo raccogli raccoglie raccogliamo raccogliete raccolgono raccogliate raccogliendo raccolto \
     raccoglier+F raccogli+I raccols+R raccolg+S",
    "togliere tolgo togli toglie togliamo togliete tolgono togliate togliendo toglier+F togli+I tols+R tolg+S \
     tolt+P",
    "sciogliere sciolgo sciogli scioglie sciogliamo sciogliete sciolgono sciogliate sciogliendo scioglier+F \
     sciogli+I sciols+R sciolg+S sciolt+P",
    "scegliere scelgo scegli sceglie scegliamo scegliete scelgono scegliate scegliendo scelto scelti sceglier+F \
     scegli+I scels+R scelg+S",
    "spegnere spengo spegni spegne spegniamo spegnete spengono spegniate spegnendo spegner+F spegn+I spens+R \
     speng+S spent+P",
    "bere bevo bevi beve beviamo bevete bevono beviate bevendo bevuto bevuti bevute berr+F bev+I bevv+R bev+S",
    "morire muoio muori muore moriamo morite muoiono morii morì morirono moriate morendo morto morta morti morir+F \
     mor+Q muoi+S",
    "uscire esco esci esce usciamo escono uscii uscì uscirono usciate uscendo uscito usciti uscir+F usc+Q esc+S",
    "riuscire riesco riesci riesce riusciamo riescono riuscii riuscì riuscirono riusciate riuscendo riuscir+F \
     riusc+Q riesc+S riuscit+P",
    "salire salgo saliamo salgono salii salì salirono saliate salendo salito saliti salir+F sal+Q salg+S",
    "udire odo odi ode udiamo odono udii udì udirono udiate udendo udir+F ud+Q od+S udit+P",
    "sedere siedo siedi siede sediamo sedete siedono sediate sedendo seduto seduti seder+F sed+I sedett+R sied+S",
    "tacere taccio taci tace taciamo tacete tacciono taciate tacendo tacer+F tac+I tacqu+R tacci+S taciut+P",
    "piacere piaccio piaci piace piacciamo piacete piacciono piacciate piacendo piacer+F piac+I piacqu+R piacci+S \
     piaciut+P",
    "giacere giaccio giaci giace giacciamo giacete giacciono giacciate giacendo giacer+F giac+I giacqu+R giacci+S \
     giaciut+P",
    "apparire appaio appari appare appariamo apparite appaiono appariate apparendo apparir+F appar+Q apparv+R \
     appai+S appars+P",
    "scomparire scompaio scompari scompare scompariamo scomparite scompaiono scompariate scomparendo scomparir+F \
     scompar+Q scomparv+R scompai+S scompars+P",
    "aprire apro apri apre apriamo aprite aprono aprii aprì aprirono apriate aprendo aprir+F apr+Q apr+S apert+P",
    "coprire copro copri copre copriamo coprite coprono coprii coprì coprirono copriate coprendo coperto coperti \
     coprir+F copr+Q copr+S",
    "scoprire scopro scopri scopre scopriamo scoprite scoprono scoprii scoprì scoprirono scopriate scoprendo \
     scoperto scoperti scoprir+F scopr+Q scopr+S",
    "offrire offro offri offre offriamo offrite offrono offrii offrì offrirono offriate offrendo offerto offerti \
     offrir+F offr+Q offr+S",
    "soffrire soffro soffri soffre soffriamo soffrite soffrono soffrii soffrì soffrirono soffriate soffrendo \
     soffrir+F soffr+Q soffr+S soffert+P",
];

/// `stem+X` in a line stands for the stem with each of these endings.
pub(super) const ENDINGS: &[(&str, &str)] = &[
    ("F", "ò ai à emo ete anno ei esti ebbe emmo este ebbero"),
    (
        "I",
        "evo evi eva evamo evate evano essi esse este essimo essero esti emmo",
    ),
    (
        "Q",
        "ivo ivi iva ivamo ivate ivano issi isse iste issimo issero isti immo",
    ),
    ("R", "i e ero"),
    ("S", "a ano"),
    ("P", "o a i e"),
];
