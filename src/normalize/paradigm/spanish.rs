//! Spanish words whose forms no stemmer unites. The first lines keep words apart from verbs that an accent tells from them.

/// Closed classes and irregular verbs. Forms that are more often another word are left out: `traje`, `vista`, `cuenta`.
pub(super) const OWN: &[&str] = &[
    "hacia",
    "serio seria serios serias",
    "sabio sabia sabios sabias",
    "medio media medios medias",
    "ira iras",
    "el la los las lo",
    "él",
    "ella ellas",
    "un una uno unos unas",
    "al a",
    "del de",
    "este esta estos estas",
    "ese esa esos esas",
    "aquel aquella aquellos aquellas",
    "mi mis",
    "mío mía míos mías",
    "tu tus",
    "tú te ti",
    "su sus",
    "tuyo tuya tuyos tuyas",
    "suyo suya suyos suyas",
    "yo me mí",
    "nosotros nosotras nos",
    "vosotros vosotras os",
    "nuestro nuestra nuestros nuestras",
    "vuestro vuestra vuestros vuestras",
    "se",
    "le les",
    "que",
    "qué",
    "quien quienes",
    "quién quiénes",
    "cual cuales",
    "cuál cuáles",
    "cuyo cuya cuyos cuyas",
    "cuanto cuanta cuantos cuantas",
    "cuánto cuánta cuántos cuántas",
    "todo toda todos todas",
    "otro otra otros otras",
    "mismo misma mismos mismas",
    "algún alguno alguna algunos algunas",
    "ningún ninguno ninguna ningunos ningunas",
    "cualquier cualquiera cualesquiera",
    "mucho mucha muchos muchas",
    "poco poca pocos pocas",
    "tanto tan tanta tantos tantas",
    "y e",
    "o u",
    "buen bueno buena buenos buenas mejor mejores",
    "mal malo mala malos malas peor peores",
    "gran grande grandes",
    "san santo santa santos santas",
    "primer primero primera primeros primeras",
    "tercer tercero tercera terceros terceras",
    "cien ciento cientos",
    "ser soy eres es somos sois son era eras éramos erais eran fui fue fuimos fuisteis siendo sido ser+F fu+J se+S",
    "estar estoy estás está estamos estáis están estuve estuvo estuvimos estuvisteis esté estés estemos estéis \
     estén estando estado estar+F est+A estuv+V",
    "haber he has ha hemos habéis han hube hubo hubimos hubisteis habiendo habido hay habr+F hab+I hub+V hay+S",
    "ir voy vas va vamos vais van iba ibas íbamos ibais iban yendo ido ir+F vay+S",
    "hacer hago hice hizo hicimos hicisteis haciendo haz har+F hac+I hic+V hag+S hac+E hech+P",
    "tener tengo tienes tiene tenemos tenéis tienen tuve tuvo tuvimos tuvisteis teniendo ten tendr+F ten+I tuv+V \
     teng+S tenid+P",
    "poder puedo puedes puede podemos podéis pueden pude pudo pudimos pudisteis pueda puedas podamos podáis puedan \
     pudiendo podido podr+F pod+I pud+V",
    "querer quiero quieres quiere queremos queréis quieren quise quiso quisimos quisisteis quiera quieras queramos \
     queráis quieran queriendo querr+F quer+I quis+V querid+P",
    "decir digo dices dice decimos decís dicen dije dijo dijimos dijisteis diciendo dir+F dec+I dij+J dig+S dich+P",
    "venir vengo vienes viene venimos venís vienen vine vino vinimos vinisteis viniendo venido venidos ven vendr+F \
     ven+I vin+V veng+S",
    "ver veo ves ve vemos veis vi vio vimos visteis viendo visto vistos ver+F ve+I v+V ve+S",
    "saber sé supe supo supimos supisteis sabiendo sabr+F sab+I sup+V sep+S sab+E sabid+P",
    "dar doy das da damos dais dan di dio dimos disteis dé des demos deis den dando dar+F d+A d+V dad+P",
    "poner pongo puse puso pusimos pusisteis poniendo pon pondr+F pon+I pus+V pong+S pon+E puest+P",
    "salir salgo sales sale salimos salís salen salí salió salisteis saliendo salido salidos saldr+F sal+I sal+V \
     salg+S",
    "traer traigo trajo trajimos trajisteis trayendo traer+F tra+I traj+J traig+S tra+E traíd+P",
    "caer caigo caí caíste caímos caísteis caído caídos caer+F ca+I ca+Y caig+S ca+E",
    "oír oigo oyes oye oímos oís oyen oí oíste oísteis oído oída oídas oir+F o+I o+Y oig+S",
    "creer creo creí creíste creímos creísteis creer+F cre+I cre+Y cre+S cre+E creíd+P",
    "leer leo leí leíste leímos leísteis leer+F le+I le+Y le+S le+E leíd+P",
    "poseer poseo poseí poseíste poseímos poseísteis poseer+F pose+I pose+Y pose+S pose+E poseíd+P",
    "mantener mantengo mantienes mantiene mantenemos mantenéis mantienen mantuve mantuvo mantuvimos mantuvisteis \
     manteniendo mantendr+F manten+I mantuv+V manteng+S mantenid+P",
    "contener contengo contienes contiene contenemos contenéis contienen contuve contuvo contuvimos contuvisteis \
     conteniendo contendr+F conten+I contuv+V conteng+S contenid+P",
    "obtener obtengo obtienes obtiene obtenemos obtenéis obtienen obtuve obtuvo obtuvimos obtuvisteis obteniendo \
     obtendr+F obten+I obtuv+V obteng+S obtenid+P",
    "detener detengo detienes detiene detenemos detenéis detienen detuve detuvo detuvimos detuvisteis deteniendo \
     detendr+F deten+I detuv+V deteng+S detenid+P",
    "sostener sostengo sostienes sostiene sostenemos sostenéis sostienen sostuve sostuvo sostuvimos sostuvisteis \
     sosteniendo sostendr+F sosten+I sostuv+V sosteng+S sostenid+P",
    "retener retengo retienes retiene retenemos retenéis retienen retuve retuvo retuvimos retuvisteis reteniendo \
     retendr+F reten+I retuv+V reteng+S retenid+P",
    "proponer propongo propuse propuso propusimos propusisteis proponiendo propuesto propuestos propondr+F \
     propon+I propus+V propong+S propon+E",
    "disponer dispongo dispuse dispuso dispusimos dispusisteis disponiendo dispondr+F dispon+I dispus+V dispong+S \
     dispon+E dispuest+P",
    "componer compongo compuse compuso compusimos compusisteis componiendo compondr+F compon+I compus+V compong+S \
     compon+E compuest+P",
    "exponer expongo expuse expuso expusimos expusisteis exponiendo expondr+F expon+I expus+V expong+S expon+E \
     expuest+P",
    "imponer impongo impuse impuso impusimos impusisteis imponiendo impuesta impuestas impondr+F impon+I impus+V \
     impong+S impon+E",
    "oponer opongo opuse opuso opusimos opusisteis oponiendo opondr+F opon+I opus+V opong+S opon+E opuest+P",
    "suponer supongo supuse supuso supusimos supusisteis suponiendo supuesta supuestas supondr+F supon+I supus+V \
     supong+S supon+E",
    "convenir convengo convienes conviene convenimos convenís convienen convine convino convinimos convinisteis \
     conviniendo convendr+F conven+I convin+V conveng+S convenid+P",
    "intervenir intervengo intervienes interviene intervenimos intervenís intervienen intervine intervino \
     intervinimos intervinisteis interviniendo intervendr+F interven+I intervin+V interveng+S intervenid+P",
    "prevenir prevengo previenes previene prevenimos prevenís previenen previne previno previnimos previnisteis \
     previniendo prevendr+F preven+I previn+V preveng+S prevenid+P",
    "provenir provengo provienes proviene provenimos provenís provienen provine provino provinimos provinisteis \
     proviniendo provendr+F proven+I provin+V proveng+S provenid+P",
    "contradecir contradigo contradices contradice contradecimos contradecís contradicen contradije contradijo \
     contradijimos contradijisteis contradiciendo contradecir+F contradec+I contradij+J contradig+S contradich+P",
    "predecir predigo predices predice predecimos predecís predicen predije predijo predijimos predijisteis \
     prediciendo predecir+F predec+I predij+J predig+S predich+P",
    "deshacer deshago deshice deshizo deshicimos deshicisteis deshaciendo deshar+F deshac+I deshic+V deshag+S \
     deshac+E deshech+P",
    "satisfacer satisfago satisfice satisfizo satisficimos satisficisteis satisfaciendo satisfar+F satisfac+I \
     satisfic+V satisfag+S satisfac+E satisfech+P",
    "atraer atraigo atraje atrajo atrajimos atrajisteis atrayendo atraer+F atra+I atraj+J atraig+S atra+E atraíd+P",
    "conducir conduzco conduces conduce conducimos conducís conducen conduje condujo condujimos condujisteis \
     conduciendo conducir+F conduc+I conduj+J conduzc+S conducid+P",
    "producir produzco produces produce producimos producís producen produje produjo produjimos produjisteis \
     produciendo producir+F produc+I produj+J produzc+S producid+P",
    "traducir traduzco traduces traduce traducimos traducís traducen traduje tradujo tradujimos tradujisteis \
     traduciendo traducir+F traduc+I traduj+J traduzc+S traducid+P",
    "reducir reduzco reduces reduce reducimos reducís reducen reduje redujo redujimos redujisteis reduciendo \
     reducir+F reduc+I reduj+J reduzc+S reducid+P",
    "introducir introduzco introduces introduce introducimos introducís introducen introduje introdujo \
     introdujimos introdujisteis introduciendo introducir+F introduc+I introduj+J introduzc+S introducid+P",
    "deducir deduzco deduces deduce deducimos deducís deducen deduje dedujo dedujimos dedujisteis deduciendo \
     deducir+F deduc+I deduj+J deduzc+S deducid+P",
    "inducir induzco induces induce inducimos inducís inducen induje indujo indujimos indujisteis induciendo \
     inducir+F induc+I induj+J induzc+S inducid+P",
    "seducir seduzco seduces seduce seducimos seducís seducen seduje sedujo sedujimos sedujisteis seduciendo \
     seducir+F seduc+I seduj+J seduzc+S seducid+P",
    "conocer conozco conocí conoció conocimos conocisteis conociendo conocer+F conoc+I conoc+V conozc+S conoc+E \
     conocid+P",
    "reconocer reconozco reconocí reconoció reconocimos reconocisteis reconociendo reconocer+F reconoc+I reconoc+V \
     reconozc+S reconoc+E reconocid+P",
    "nacer nazco nací nació nacimos nacisteis naciendo nacer+F nac+I nac+V nazc+S nac+E nacid+P",
    "crecer crezco crecí creció crecimos crecisteis creciendo crecer+F crec+I crec+V crezc+S crec+E crecid+P",
    "parecer parezco parecí pareció parecimos parecisteis pareciendo parecer+F parec+I parec+V parezc+S parec+E \
     parecid+P",
    "aparecer aparezco aparecí apareció aparecimos aparecisteis apareciendo aparecer+F aparec+I aparec+V aparezc+S \
     aparec+E aparecid+P",
    "desaparecer desaparezco desaparecí desapareció desaparecimos desaparecisteis desapareciendo desaparecer+F \
     desaparec+I desaparec+V desaparezc+S desaparec+E desaparecid+P",
    "ofrecer ofrezco ofrecí ofreció ofrecimos ofrecisteis ofreciendo ofrecer+F ofrec+I ofrec+V ofrezc+S ofrec+E \
     ofrecid+P",
    "pertenecer pertenezco pertenecí perteneció pertenecimos pertenecisteis perteneciendo pertenecer+F pertenec+I \
     pertenec+V pertenezc+S pertenec+E pertenecid+P",
    "obedecer obedezco obedecí obedeció obedecimos obedecisteis obedeciendo obedecer+F obedec+I obedec+V obedezc+S \
     obedec+E obedecid+P",
    "establecer establezco establecí estableció establecimos establecisteis estableciendo establecer+F establec+I \
     establec+V establezc+S establec+E establecid+P",
    "permanecer permanezco permanecí permaneció permanecimos permanecisteis permaneciendo permanecer+F permanec+I \
     permanec+V permanezc+S permanec+E permanecid+P",
    "merecer merezco merecí mereció merecimos merecisteis mereciendo merecer+F merec+I merec+V merezc+S merec+E \
     merecid+P",
    "agradecer agradezco agradecí agradeció agradecimos agradecisteis agradeciendo agradecer+F agradec+I agradec+V \
     agradezc+S agradec+E agradecid+P",
    "padecer padezco padecí padeció padecimos padecisteis padeciendo padecer+F padec+I padec+V padezc+S padec+E \
     padecid+P",
    "favorecer favorezco favorecí favoreció favorecimos favorecisteis favoreciendo favorecer+F favorec+I favorec+V \
     favorezc+S favorec+E favorecid+P",
    "fortalecer fortalezco fortalecí fortaleció fortalecimos fortalecisteis fortaleciendo fortalecer+F fortalec+I \
     fortalec+V fortalezc+S fortalec+E fortalecid+P",
    "construir construyo construyes construye construimos construís construyen construí construiste construisteis \
     construir+F constru+I constru+Y construy+S construid+P",
    "destruir destruyo destruyes destruye destruimos destruís destruyen destruí destruiste destruisteis destruir+F \
     destru+I destru+Y destruy+S destruid+P",
    "constituir constituyo constituyes constituye constituimos constituís constituyen constituí constituiste \
     constituisteis constituir+F constitu+I constitu+Y constituy+S constituid+P",
    "instruir instruyo instruyes instruye instruimos instruís instruyen instruí instruiste instruisteis instruir+F \
     instru+I instru+Y instruy+S instruid+P",
    "contribuir contribuyo contribuyes contribuye contribuimos contribuís contribuyen contribuí contribuiste \
     contribuisteis contribuir+F contribu+I contribu+Y contribuy+S contribuid+P",
    "distribuir distribuyo distribuyes distribuye distribuimos distribuís distribuyen distribuí distribuiste \
     distribuisteis distribuir+F distribu+I distribu+Y distribuy+S distribuid+P",
    "atribuir atribuyo atribuyes atribuye atribuimos atribuís atribuyen atribuí atribuiste atribuisteis atribuir+F \
     atribu+I atribu+Y atribuy+S atribuid+P",
    "huir huyo huyes huye huimos huís huyen huí huiste huisteis huir+F hu+I hu+Y huy+S huid+P",
    "concluir concluyo concluyes concluye concluimos concluís concluyen concluí concluiste concluisteis concluir+F \
     conclu+I conclu+Y concluy+S concluid+P",
    "incluir incluyo incluyes incluye incluimos incluís incluyen incluí incluiste incluisteis incluir+F inclu+I \
     inclu+Y incluy+S incluid+P",
    "excluir excluyo excluyes excluye excluimos excluís excluyen excluí excluiste excluisteis excluir+F exclu+I \
     exclu+Y excluy+S excluid+P",
    "sustituir sustituyo sustituyes sustituye sustituimos sustituís sustituyen sustituí sustituiste sustituisteis \
     sustituir+F sustitu+I sustitu+Y sustituy+S sustituid+P",
    "disminuir disminuyo disminuyes disminuye disminuimos disminuís disminuyen disminuí disminuiste disminuisteis \
     disminuir+F disminu+I disminu+Y disminuy+S disminuid+P",
    "influir influyo influyes influye influimos influís influyen influí influiste influisteis influir+F influ+I \
     influ+Y influy+S influid+P",
    "pedir pido pides pide pedimos pedís piden pedí pediste pedisteis pedido pedidos pedir+F ped+I pid+W pid+S",
    "servir sirvo sirves sirve servimos servís sirven serví serviste servisteis servir+F serv+I sirv+W sirv+S \
     servid+P",
    "seguir sigo sigues sigue seguimos seguís siguen seguí seguiste seguisteis seguido seguidos seguir+F segu+I \
     sigu+W sig+S",
    "conseguir consigo consigues consigue conseguimos conseguís consiguen conseguí conseguiste conseguisteis \
     conseguir+F consegu+I consigu+W consig+S conseguid+P",
    "perseguir persigo persigues persigue perseguimos perseguís persiguen perseguí perseguiste perseguisteis \
     perseguir+F persegu+I persigu+W persig+S perseguid+P",
    "repetir repito repites repite repetimos repetís repiten repetí repetiste repetisteis repetir+F repet+I \
     repit+W repit+S repetid+P",
    "vestir vestimos vestís vestí vestiste vestisteis vistamos vistáis vistan vestida vestidas vestir+F vest+I \
     vist+W",
    "elegir elijo eliges elige elegimos elegís eligen elegí elegiste elegisteis elegir+F eleg+I elig+W elij+S \
     elegid+P",
    "corregir corrijo corriges corrige corregimos corregís corrigen corregí corregiste corregisteis corregir+F \
     correg+I corrig+W corrij+S corregid+P",
    "impedir impido impides impide impedimos impedís impiden impedí impediste impedisteis impedir+F imped+I \
     impid+W impid+S impedid+P",
    "despedir despido despides despide despedimos despedís despiden despedí despediste despedisteis despedido \
     despedidos despedir+F desped+I despid+W despid+S",
    "medir mido mides mide medimos medís miden medí mediste medisteis medido medidos medir+F med+I mid+W mid+S",
    "rendir rindo rindes rinde rendimos rendís rinden rendí rendiste rendisteis rendir+F rend+I rind+W rind+S \
     rendid+P",
    "sentir siento sientes siente sentimos sentís sienten sentí sentiste sentisteis sienta sientas sintamos \
     sintáis sientan sentida sentidas sentir+F sent+I sint+W",
    "mentir miento mientes miente mentimos mentís mienten mentí mentiste mentisteis mienta mientas mintamos \
     mintáis mientan mentir+F ment+I mint+W mentid+P",
    "preferir prefiero prefieres prefiere preferimos preferís prefieren preferí preferiste preferisteis prefiera \
     prefieras prefiramos prefiráis prefieran preferir+F prefer+I prefir+W preferid+P",
    "referir refiero refieres refiere referimos referís refieren referí referiste referisteis refiera refieras \
     refiramos refiráis refieran referir+F refer+I refir+W referid+P",
    "herir hiero hieres hiere herimos herís hieren herí heriste heristeis hiera hieras hiramos hiráis hieran \
     herir+F her+I hir+W herid+P",
    "convertir convierto conviertes convierte convertimos convertís convierten convertí convertiste convertisteis \
     convierta conviertas convirtamos convirtáis conviertan convertir+F convert+I convirt+W convertid+P",
    "arrepentir arrepiento arrepientes arrepiente arrepentimos arrepentís arrepienten arrepentí arrepentiste \
     arrepentisteis arrepienta arrepientas arrepintamos arrepintáis arrepientan arrepentir+F arrepent+I arrepint+W \
     arrepentid+P",
    "consentir consiento consientes consiente consentimos consentís consienten consentí consentiste consentisteis \
     consienta consientas consintamos consintáis consientan consentir+F consent+I consint+W consentid+P",
    "advertir advierto adviertes advierte advertimos advertís advierten advertí advertiste advertisteis advierta \
     adviertas advirtamos advirtáis adviertan advertir+F advert+I advirt+W advertid+P",
    "dormir duermo duermes duerme dormimos dormís duermen dormí dormiste dormisteis duerma duermas durmamos \
     durmáis duerman dormir+F dorm+I durm+W dormid+P",
    "volver vuelvo vuelves vuelve volvemos volvéis vuelven volví volvió volvimos volvisteis vuelva vuelvas \
     volvamos volváis vuelvan volviendo vuelto vueltos volver+F volv+I volv+V",
    "devolver devuelvo devuelves devuelve devolvemos devolvéis devuelven devolví devolvió devolvimos devolvisteis \
     devuelva devuelvas devolvamos devolváis devuelvan devolviendo devolver+F devolv+I devolv+V devuelt+P",
    "envolver envuelvo envuelves envuelve envolvemos envolvéis envuelven envolví envolvió envolvimos envolvisteis \
     envuelva envuelvas envolvamos envolváis envuelvan envolviendo envolver+F envolv+I envolv+V envuelt+P",
    "resolver resuelvo resuelves resuelve resolvemos resolvéis resuelven resolví resolvió resolvimos resolvisteis \
     resuelva resuelvas resolvamos resolváis resuelvan resolviendo resolver+F resolv+I resolv+V resuelt+P",
    "mover muevo mueves mueve movemos movéis mueven moví movió movimos movisteis mueva muevas movamos mováis \
     muevan moviendo mover+F mov+I mov+V movid+P",
    "doler dueles duele dolemos doléis duelen dolí dolió dolimos dolisteis duela duelas dolamos doláis duelan \
     doliendo doler+F dol+I dol+V dolid+P",
    "morder muerdo muerdes muerde mordemos mordéis muerden mordí mordió mordimos mordisteis muerda muerdas \
     mordamos mordáis muerdan mordiendo morder+F mord+I mord+V mordid+P",
    "soler suelo sueles suele solemos soléis suelen solí solió solimos solisteis suela suelas solamos soláis \
     suelan soliendo soler+F sol+I sol+V solid+P",
    "llover lluevo llueves llueve llovemos llovéis llueven lloví llovió llovimos llovisteis llueva lluevas \
     llovamos llováis lluevan lloviendo llover+F llov+I llov+V llovid+P",
    "perder pierdo pierdes pierde perdemos perdéis pierden perdí perdió perdimos perdisteis pierda pierdas \
     perdamos perdáis pierdan perdiendo perdido perdida perdidos perder+F perd+I perd+V",
    "entender entiendo entiendes entiende entendemos entendéis entienden entendí entendió entendimos entendisteis \
     entienda entiendas entendamos entendáis entiendan entendiendo entender+F entend+I entend+V entendid+P",
    "defender defiendo defiendes defiende defendemos defendéis defienden defendí defendió defendimos defendisteis \
     defienda defiendas defendamos defendáis defiendan defendiendo defender+F defend+I defend+V defendid+P",
    "extender extiendo extiendes extiende extendemos extendéis extienden extendí extendió extendimos extendisteis \
     extienda extiendas extendamos extendáis extiendan extendiendo extender+F extend+I extend+V extendid+P",
    "encender enciendo enciendes enciende encendemos encendéis encienden encendí encendió encendimos encendisteis \
     encienda enciendas encendamos encendáis enciendan encendiendo encender+F encend+I encend+V encendid+P",
    "descender desciendo desciendes desciende descendemos descendéis descienden descendí descendió descendimos \
     descendisteis descienda desciendas descendamos descendáis desciendan descendiendo descender+F descend+I \
     descend+V descendid+P",
    "atender atiendo atiendes atiende atendemos atendéis atienden atendí atendió atendimos atendisteis atienda \
     atiendas atendamos atendáis atiendan atendiendo atender+F atend+I atend+V atendid+P",
    "tender tiendo tiendes tiende tendemos tendéis tienden tendí tendió tendimos tendisteis tendamos tendáis \
     tiendan tendiendo tender+F tend+I tend+V tendid+P",
    "pensar pienso piensas piensa pensamos pensáis piensan piense pienses pensemos penséis piensen pensando \
     pensar+F pens+A pens+B pensad+P",
    "cerrar cierro cierras cierra cerramos cerráis cierran cierre cierres cerremos cerréis cierren cerrando \
     cerrar+F cerr+A cerr+B cerrad+P",
    "sentar sentamos sentáis sentemos sentéis sentando sentar+F sent+A sent+B sentad+P",
    "despertar despertamos despertáis despiertan despierte despiertes despertemos despertéis despierten \
     despertando despertar+F despert+A despert+B despertad+P",
    "confesar confieso confiesas confiesa confesamos confesáis confiesan confiese confieses confesemos confeséis \
     confiesen confesando confesar+F confes+A confes+B confesad+P",
    "gobernar gobiernas gobierna gobernamos gobernáis gobiernan gobierne gobiernes gobernemos gobernéis gobiernen \
     gobernando gobernar+F gobern+A gobern+B gobernad+P",
    "calentar caliento calientas calienta calentamos calentáis calientan calentemos calentéis calienten calentando \
     calentar+F calent+A calent+B calentad+P",
    "sembrar siembro siembras siembra sembramos sembráis siembran siembre siembres sembremos sembréis siembren \
     sembrando sembrar+F sembr+A sembr+B sembrad+P",
    "acertar acierto aciertas acierta acertamos acertáis aciertan acierte aciertes acertemos acertéis acierten \
     acertando acertar+F acert+A acert+B acertad+P",
    "recomendar recomiendo recomiendas recomienda recomendamos recomendáis recomiendan recomiende recomiendes \
     recomendemos recomendéis recomienden recomendando recomendar+F recomend+A recomend+B recomendad+P",
    "empezar empiezo empiezas empieza empezamos empezáis empiezan empecé empezaste empezó empezasteis empezaron \
     empiece empieces empecemos empecéis empiecen empezara empezaras empezarais empezaran empezase empezases \
     empezaseis empezasen empezáramos empezásemos empezando empezar+F empez+A empezad+P",
    "comenzar comienzas comienza comenzamos comenzáis comienzan comencé comenzaste comenzó comenzasteis comenzaron \
     comience comiences comencemos comencéis comiencen comenzara comenzaras comenzarais comenzaran comenzase \
     comenzases comenzaseis comenzasen comenzáramos comenzásemos comenzando comenzar+F comenz+A comenzad+P",
    "negar niego niegas niega negamos negáis niegan negué negaste negó negasteis negaron niegue niegues neguemos \
     neguéis nieguen negara negaras negarais negaran negase negases negaseis negasen negáramos negásemos negando \
     negar+F neg+A negad+P",
    "regar riegas riega regamos regáis riegan regué regaste regó regasteis regaron riegue riegues reguemos reguéis \
     rieguen regara regaras regarais regaran regase regases regaseis regasen regáramos regásemos regando regar+F \
     reg+A regad+P",
    "contar contamos contáis cuentan cuente cuentes contemos contéis cuenten contando contar+F cont+A cont+B \
     contad+P",
    "encontrar encuentro encuentras encuentra encontramos encontráis encuentran encuentre encuentres encontremos \
     encontréis encuentren encontrando encontrar+F encontr+A encontr+B encontrad+P",
    "mostrar muestro muestras muestra mostramos mostráis muestran muestre muestres mostremos mostréis muestren \
     mostrando mostrar+F mostr+A mostr+B mostrad+P",
    "demostrar demuestro demuestras demuestra demostramos demostráis demuestran demuestre demuestres demostremos \
     demostréis demuestren demostrando demostrar+F demostr+A demostr+B demostrad+P",
    "recordar recuerdas recuerda recordamos recordáis recuerdan recuerde recuerdes recordemos recordéis recuerden \
     recordando recordar+F record+A record+B recordad+P",
    "acordar acuerdas acuerda acordamos acordáis acuerdan acuerde acuerdes acordemos acordéis acuerden acordando \
     acordar+F acord+A acord+B acordad+P",
    "costar cuesto costamos costáis cuestan cueste cuestes costemos costéis cuesten costando costar+F cost+A \
     cost+B costad+P",
    "soñar sueñas sueña soñamos soñáis sueñan sueñe sueñes soñemos soñéis sueñen soñando soñar+F soñ+A soñ+B \
     soñad+P",
    "volar vuelas vuela volamos voláis vuelan vuele vueles volemos voléis vuelen volando volar+F vol+A vol+B \
     volad+P",
    "consolar consuelas consuela consolamos consoláis consuelan consuele consueles consolemos consoléis consuelen \
     consolando consolar+F consol+A consol+B consolad+P",
    "acostar acuesto acuestas acuesta acostamos acostáis acuestan acueste acuestes acostemos acostéis acuesten \
     acostando acostar+F acost+A acost+B acostad+P",
    "rodar ruedo rodamos rodáis ruedan ruede ruedes rodemos rodéis rueden rodando rodar+F rod+A rod+B rodad+P",
    "rogar ruegas ruega rogamos rogáis ruegan rogué rogaste rogó rogasteis rogaron ruegue ruegues roguemos roguéis \
     rueguen rogara rogaras rogarais rogaran rogase rogases rogaseis rogasen rogáramos rogásemos rogando rogar+F \
     rog+A rogad+P",
    "colgar cuelgo cuelgas cuelga colgamos colgáis cuelgan colgué colgaste colgó colgasteis colgaron cuelgue \
     cuelgues colguemos colguéis cuelguen colgara colgaras colgarais colgaran colgase colgases colgaseis colgasen \
     colgáramos colgásemos colgando colgar+F colg+A colgad+P",
    "jugar juegas juega jugamos jugáis juegan jugué jugaste jugó jugasteis jugaron juegue juegues juguemos juguéis \
     jueguen jugara jugaras jugarais jugaran jugase jugases jugaseis jugasen jugáramos jugásemos jugando jugar+F \
     jug+A jugad+P",
    "almorzar almuerzas almuerza almorzamos almorzáis almuerzan almorcé almorzaste almorzó almorzasteis almorzaron \
     almuerce almuerces almorcemos almorcéis almuercen almorzara almorzaras almorzarais almorzaran almorzase \
     almorzases almorzaseis almorzasen almorzáramos almorzásemos almorzando almorzar+F almorz+A almorzad+P",
    "esforzar esfuerzas esfuerza esforzamos esforzáis esfuerzan esforcé esforzaste esforzó esforzasteis esforzaron \
     esfuerce esfuerces esforcemos esforcéis esfuercen esforzara esforzaras esforzarais esforzaran esforzase \
     esforzases esforzaseis esforzasen esforzáramos esforzásemos esforzando esforzar+F esforz+A esforzad+P",
    "forzar fuerzo forzamos forzáis fuerzan forcé forzaste forzó forzasteis forzaron fuerce fuerces forcemos \
     forcéis fuercen forzara forzaras forzarais forzaran forzase forzases forzaseis forzasen forzáramos forzásemos \
     forzando forzar+F forz+A forzad+P",
    "morir muero mueres muere morimos morís mueren morí moriste moristeis muera mueras muramos muráis mueran \
     morir+F mor+I mur+W muert+P",
    "reír ríes ríe reímos reís ríen reí reíste reísteis rieron riera rieras rierais rieran riese rieses rieseis \
     riesen riéramos riésemos riendo reir+F re+I rí+S reíd+P",
    "sonreír sonrío sonríes sonríe sonreímos sonreís sonríen sonreí sonreíste sonreísteis sonreir+F sonre+I sonr+W \
     sonrí+S sonreíd+P",
    "andar ando anduve anduvo anduvimos anduvisteis andando andar+F and+A anduv+V and+S and+E andad+P",
    "caber quepo cupe cupo cupimos cupisteis cabiendo cabr+F cab+I cup+V quep+S cab+E cabid+P",
    "valer valgo valí valió valimos valisteis valiendo valdr+F val+I val+V valg+S val+E valid+P",
    "abrir abro abres abre abrimos abrís abren abrí abrió abristeis abriendo abrir+F abr+I abr+V abr+S abiert+P",
    "cubrir cubro cubres cubre cubrimos cubrís cubren cubrí cubrió cubristeis cubriendo cubierto cubiertos \
     cubrir+F cubr+I cubr+V cubr+S",
    "descubrir descubro descubres descubre descubrimos descubrís descubren descubrí descubrió descubristeis \
     descubriendo descubrir+F descubr+I descubr+V descubr+S descubiert+P",
    "escribir escribo escribes escribe escribimos escribís escriben escribí escribió escribisteis escribiendo \
     escribir+F escrib+I escrib+V escrib+S escrit+P",
    "describir describo describes describe describimos describís describen describí describió describisteis \
     describiendo describir+F describ+I describ+V describ+S descrit+P",
    "inscribir inscribo inscribes inscribe inscribimos inscribís inscriben inscribí inscribió inscribisteis \
     inscribiendo inscribir+F inscrib+I inscrib+V inscrib+S inscrit+P",
    "romper rompo rompí rompió rompimos rompisteis rompiendo romper+F romp+I romp+V romp+S romp+E rot+P",
    "imprimir imprimo imprimes imprime imprimimos imprimís imprimen imprimí imprimió imprimisteis imprimiendo \
     impreso impresa impresas imprimir+F imprim+I imprim+V imprim+S",
];

/// `stem+X` in a line stands for the stem with each of these endings.
pub(super) const ENDINGS: &[(&str, &str)] = &[
    ("F", "é ás á emos éis án ía ías íamos íais ían"),
    ("I", "ía ías íamos íais ían"),
    ("A", "aba abas ábamos abais aban"),
    (
        "V",
        "iste ieron iera ieras iéramos ierais ieran iese ieses iésemos ieseis iesen",
    ),
    (
        "J",
        "iste eron era eras éramos erais eran ese eses ésemos eseis esen",
    ),
    (
        "Y",
        "yó yeron yera yeras yéramos yerais yeran yese yeses yésemos yeseis yesen yendo",
    ),
    (
        "W",
        "ió ieron iera ieras iéramos ierais ieran iese ieses iésemos ieseis iesen iendo",
    ),
    (
        "B",
        "é aste ó asteis aron ara aras áramos arais aran ase ases ásemos aseis asen",
    ),
    ("S", "a as amos áis an"),
    ("E", "e es emos éis en"),
    ("P", "o a os as"),
];
