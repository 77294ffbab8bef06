//! Function words, as case keys: articles, prepositions, conjunctions, pronouns, auxiliaries, negation.

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

const ENGLISH: &str = "the a an this that these those i me my mine you your yours he him his she her hers it its we us our \
    ours they them their theirs who whom whose which what one there here and or but nor so if as than then because while \
    although though when where of in on at by for with from to into onto upon about over under after before between among \
    through during without within against up down out off not n't no be am is are was were been being have has had having \
    do does did will would shall should can could may might must 's 'll 've 're 'd 'm also too very all both some any each";

const GERMAN: &str = "der die das dem den des ein eine einen einem einer eines ich du er sie es wir ihr mich dich sich uns \
    euch mir dir ihm ihn ihnen mein dein sein unser euer ihre ihren ihrem ihrer seine seinen seinem seiner meine meinen dieser \
    diese dieses diesem diesen wer was welcher welche welches und oder aber denn sondern wenn als wie dass daß ob weil in an \
    auf aus bei mit nach von zu vor für durch gegen ohne um über unter zwischen im am zum zur vom beim ins ans nicht kein \
    keine keinen bin bist ist sind seid war waren wäre sein gewesen habe hast hat haben hatte hatten werde wird werden wurde \
    wurden worden so auch noch da";

const SPANISH: &str = "el la los las lo un una unos unas de del a al en con por para sin sobre entre desde hasta hacia según \
    bajo contra y e o u ni pero mas sino que si como cuando donde porque aunque yo tú él ella nosotros vosotros ellos ellas \
    me te se nos os le les mi mis tu tus su sus nuestro nuestra vuestro vuestra este esta estos estas ese esa esos esas aquel \
    aquella esto eso quien cual cuyo no ser soy eres es somos son era eran fue fueron sea sido estar está están estaba he ha \
    han había habían haber hay";

const ITALIAN: &str = "il lo la i gli le l' un uno una un' di d' del dello della dei degli delle dell' a ad al allo alla ai \
    agli alle all' da dal dalla dai dalle dall' in nel nello nella nei negli nelle nell' su sul sulla sui sulle sull' con per \
    tra fra e ed o ma se che chi cui come quando dove perché non io tu egli ella noi voi essi loro mi ti si ci vi lo ne gli \
    mio mia tuo tua suo sua nostro nostra vostro vostra questo questa questi queste quello quella quelli quelle sono sei è \
    siamo siete era erano fu furono sia stato essere ho hai ha abbiamo avete hanno aveva avevano avere";
