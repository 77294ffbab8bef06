//! Function words, as case keys: articles, prepositions, conjunctions, pronouns, auxiliaries with modal verbs, negation. By
//! itself such a word tells nothing of what a sentence is about; one that is a content word as often (`art`, `need`) is none.

use crate::witness::Language;

/// The function words of a language, between spaces.
pub(crate) fn table(language: Language) -> &'static str {
    match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::Spanish => SPANISH,
        Language::Italian => ITALIAN,
    }
}

const FRENCH: &str = "le la les l' un une des du de d' au aux à a \
    je j' tu il elle on nous vous ils elles me m' te t' se s' lui leur y en moi toi soi eux \
    ce c' cet cette ces ceci cela ça celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci celui-là celle-là ceux-là \
    mon ma mes ton ta tes son sa ses notre nos votre vos leurs \
    qui que qu' quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel auxquels desquels \
    et ou mais donc or ni car si comme quand lorsque lorsqu' puisque puisqu' quoique quoiqu' \
    dans par pour sur avec sans sous vers chez entre contre dès depuis pendant jusque jusqu' selon parmi envers hors \
    ne n' pas point plus ai as avons avez ont avais avait avions aviez avaient eut eurent aura auront aurait auraient ait \
    aient eût eu ayant avoir suis es est sommes êtes sont étais était étions étiez étaient fus fut furent sera serai seront \
    serait seraient soit soient fût été étant être afin aussi ainsi là ci tout tous toute toutes";

const ENGLISH: &str = "the a an this that these those i me my mine myself you your yours yourself yourselves thou \
    thee thy thine thyself ye he him his himself she her hers herself it its itself we us our ours ourselves they \
    them their theirs themselves one oneself who whom whose whoever whomever whoso whosoever whomsoever which \
    whichever what whatever whatsoever there here where when how why and or but nor so if as than then because while \
    whilst although though unless until till since whether lest whereas of in on at by for with from to into onto \
    unto upon about over under after before between among amongst amid amidst against through throughout during \
    without within up down out off along across around behind below beneath beside besides above beyond toward \
    towards via per despite except not n't no be am is are was were been being wast wert have has had having hath \
    hast hadst do does did doing dost doth didst doest doeth will would shall should can could may might must ought \
    cannot wilt wouldst wouldest shalt shouldst shouldest canst couldst couldest mayst mayest mightst mightest ca wo \
    's 'll 've 're 'd 'm also too very all both some any each every either neither such";

const GERMAN: &str = "der die das dem den des dessen deren denen derer ein eine einen einem einer eines kein keine \
    keinen keinem keiner keines ich du er sie es wir ihr man mich dich sich uns euch mir dir ihm ihn ihnen mein \
    meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines \
    unser unsere unseren unserem unserer unseres unsern unserm unsre unsrer unsres euer eure euren eurem eurer eures \
    ihre ihren ihrem ihrer ihres dieser diese dieses diesem diesen dies jener jene jenes jenem jenen jeder jede \
    jedes jedem jeden welcher welche welches welchem welchen solcher solche solches solchem solchen derjenige \
    diejenige dasjenige demjenigen denjenigen diejenigen derselbe dieselbe dasselbe demselben denselben desselben \
    dieselben derselben wer wen wem wessen was jemand jemanden jemandem niemand niemanden niemandem etwas nichts und \
    oder aber denn sondern sowie sowohl weder noch wenn als wie dass daß ob weil obwohl obgleich während bevor \
    nachdem damit indem falls sobald solange seit bis wo wohin woher warum wann jedoch doch in an auf aus bei mit \
    nach von zu vor für durch gegen ohne um über unter zwischen neben hinter innerhalb außerhalb wegen trotz statt \
    gegenüber im am zum zur vom beim ins ans aufs fürs durchs ums übers unters nicht bin bist ist sind seid war \
    warst waren wart wäre wärst wären wärt sei seist seien gewesen habe hast hat habt haben hatte hattest hatten \
    hattet hätte hättest hätten hättet gehabt werde wirst wird werdet werden wurde wurdest wurden wurdet würde \
    würdest würden würdet worden ward kann kannst können könnt könne konnte konntest konnten könnte könntest könnten \
    könntet muss muß musst müssen müsst müßt müsse musste mußte mussten mußten müsste müßte müssten will willst \
    wollen wollt wolle wollte wolltest wollten soll sollst sollen sollt solle sollte solltest sollten darf darfst \
    dürfen dürft dürfe durfte durften dürfte dürften mag magst mögen mögt möge mochte mochten möchte möchten so auch \
    da dort hier darum daher dazu dabei davon daran darauf darin darüber dafür damals";

const SPANISH: &str = "el la los las lo un una unos unas de del a al en con por para sin sobre entre desde hasta \
    hacia según bajo contra ante tras mediante durante salvo excepto y e o u ni pero mas sino que si como cuando \
    donde adonde porque pues aunque mientras conque yo tú él ella ello usted nosotros nosotras vosotros vosotras \
    ellos ellas ustedes me te se nos os le les mí ti sí conmigo contigo consigo mi mis tu tus su sus mío mía míos \
    mías tuyo tuya tuyos tuyas suyo suya suyos suyas nuestro nuestra nuestros nuestras vuestro vuestra vuestros \
    vuestras este esta estos estas ese esa esos esas aquel aquella aquellos aquellas éste ésta éstos éstas ése ésa \
    ésos ésas aquél aquélla aquéllos aquéllas esto eso aquello quien quienes cual cuales cuyo cuya cuyos cuyas qué \
    quién quiénes cuál cuáles cómo cuándo dónde cuánto cuánta cuántos cuántas todo toda todos todas algo alguien \
    nadie algún alguno alguna algunos algunas ningún ninguno ninguna cada no también tampoco muy ya así ser soy eres \
    es somos sois son era eras éramos erais eran fui fuiste fue fuimos fuisteis fueron seré serás será seremos \
    seréis serán sería serías seríamos seríais serían sea seas seamos seáis sean fuera fueras fuéramos fuerais \
    fueran fuese fueses fuésemos fueseis fuesen siendo sido estar estoy estás está estamos estáis están estaba \
    estabas estábamos estabais estaban estuve estuviste estuvo estuvimos estuvisteis estuvieron estaré estarás \
    estará estaremos estaréis estarán estaría estarían esté estés estemos estéis estén estuviera estuvieran \
    estuviese estuviesen estando haber he has ha hemos habéis han había habías habíamos habíais habían hube hubiste \
    hubo hubimos hubisteis hubieron habré habrás habrá habremos habréis habrán habría habrías habríamos habríais \
    habrían haya hayas hayamos hayáis hayan hubiera hubieras hubiéramos hubierais hubieran hubiese hubieses \
    hubiésemos hubieseis hubiesen habiendo habido hay poder puedo puedes puede podemos podéis pueden podía podías \
    podíamos podían pude pudiste pudo pudimos pudieron podré podrás podrá podremos podrán podría podrías podríamos \
    podrían pueda puedas podamos puedan pudiera pudieran pudiese pudiesen debe debes debo debemos debéis deben debía \
    debían deberá deberán debería deberían";

const ITALIAN: &str = "il lo la i gli le l' un uno una un' di d' del dello della dei degli delle dell' a ad al allo \
    alla ai agli alle all' da dal dallo dalla dai dagli dalle dall' in nel nello nella nei negli nelle nell' su sul \
    sullo sulla sui sugli sulle sull' con col coi per tra fra senza verso presso contro entro oltre durante mediante \
    secondo sotto sopra dopo prima fino sino e ed o od oppure né ma però anzi bensì dunque quindi perciò se che ch' \
    chi cui come quando dove perché poiché affinché benché sebbene mentre finché cosicché qualora neppure nemmeno \
    neanche non io tu egli ella esso essa noi voi essi esse loro lui lei me te sé mi ti si ci vi li ne m' t' s' c' \
    v' n' glielo gliela mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra \
    vostri vostre questo questa questi queste quest' quello quella quelli quelle quel quei quegli quell' ciò costui \
    costei coloro colui colei quale quali qual ogni ciascuno ciascuna qualche alcuno alcun alcuna alcuni alcune \
    nessuno nessun nessuna tutto tutta tutti tutte anche pure così molto essere sono sei è siamo siete ero eri era \
    eravamo eravate erano fui fosti fu fummo foste furono sarò sarai sarà saremo sarete saranno sarei saresti \
    sarebbe saremmo sareste sarebbero sia siate siano fossi fosse fossimo fossero essendo stato stata stati state \
    avere ho hai ha abbiamo avete hanno avevo avevi aveva avevamo avevate avevano ebbi avesti ebbe avemmo aveste \
    ebbero avrò avrai avrà avremo avrete avranno avrei avresti avrebbe avremmo avreste avrebbero abbia abbiate \
    abbiano avessi avesse avessimo avessero avendo avuto può posso puoi possiamo potete possono poteva potevano \
    potrà potranno potrebbe potrebbero possa possano deve devo devi dobbiamo dovete devono doveva dovevano dovrà \
    dovranno dovrebbe dovrebbero debba debbano";
