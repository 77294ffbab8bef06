//! The language of a text, and whether a paragraph is in another one.
//!
//! Function words tell: they are few, frequent, and few are shared. Where a text has not many of them they are weighed together
//! with the letters of its words. Where a paragraph has none of the witness's language
//! nor of the others known here, [`whatlang`] is asked, with high demands: titles, lists of names and old spelling must
//! never be taken for a foreign language.

use super::composed::composed;
use crate::language::chars::is_mark;
use crate::language::script::{self, Script};
use crate::language::{Profile, count_telling, name_by_letters, weigh};
use crate::witness::Language;

/// Bytes that are looked at to tell the language of a whole text, in pieces from all over it.
const SAMPLE: usize = 1 << 16;
const SAMPLE_PIECES: usize = 16;
/// Words that are looked at in a paragraph: its beginning tells.
const PARAGRAPH_WORDS: usize = 60;
/// Fewer words than this are never taken for another language.
const FEWEST_WORDS: usize = 8;
/// A text has one of the commonest words of its language among so many; by chance, or from a neighbour, it has fewer.
const COMMON_SHARE: usize = 7;
/// A language that is told by its letters alone needs so many words, and `whatlang` to be so sure.
const FEWEST_FOR_STRANGER: usize = 20;
const CERTAIN: f64 = 0.95;

/// The language of a text, and how it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// By what the text has, whether the language is known here or not.
    Certain(Language),
    /// As the likeliest of those with words of their own; none where the text is in another script, or is rather in a language
    /// without.
    Assumed(Language),
}

/// The language of a text, by its script, its function words and its letters.
pub(crate) fn told_language(text: &str) -> Told {
    let sample = sample(text);
    match script::of(&sample) {
        Script::Of(language) => Told::Certain(language),
        Script::Latin => told_at_once(&sample).map_or_else(|| weighed(&sample), Told::Certain),
        Script::Other => {
            other_script(&sample).map_or(Told::Assumed(Language::UNKNOWN), Told::Certain)
        }
    }
}

/// The language of a text, known here or not; `None` when there is too little of it to tell.
pub fn detect_language(text: &str) -> Option<Language> {
    match told_language(text) {
        Told::Certain(language) => Some(language),
        Told::Assumed(_) => None,
    }
}

/// The language of a text in Latin letters that has so many function words that nothing else is asked for.
fn told_at_once(sample: &str) -> Option<Language> {
    // A third of a rival's count makes a tie between sisters, and a neighbour that is not known here has a quarter of them.
    const FEWEST: usize = 20;
    const SHARE: usize = 3;
    let told = count_telling(words(sample));
    let (best, language) = told.best;
    let enough = best >= FEWEST && best * 4 >= told.second * 5;
    (enough && best * SHARE >= words(sample).count()).then_some(language)
}

/// What the words and letters of a text in Latin letters say.
fn weighed(sample: &str) -> Told {
    // Different ones: a word or two may be a name.
    const FEWEST: usize = 3;
    // Of more words some from all over the text are looked at.
    const MOST: usize = 1000;
    // In nats: of sentences of seven words nine in ten lead by more, and one in a hundred of these is wrong. A language that is
    // not known here is mostly one of few speakers, and is told when it is surer.
    const LEAD: f64 = 2.5;
    const LEAD_OF_STRANGER: f64 = 3.0;
    // One in a hundred sentences is less like its language; of those in languages that are not known, half are.
    const LIKENESS: f64 = 0.55;
    // In nats: where next to nothing tells.
    const NEAR: f64 = 1.5;
    let step = words(sample).count().div_ceil(MOST).max(1);
    let weighed = weigh(words(sample).step_by(step));
    if weighed.words < FEWEST {
        return Told::Assumed(Language::default());
    }
    let (known, behind) = weighed.known;
    let enough = match weighed.best == known {
        true => LEAD,
        false => LEAD_OF_STRANGER,
    };
    if weighed.likeness < LIKENESS {
        Told::Assumed(Language::UNKNOWN)
    } else if weighed.lead >= enough {
        Told::Certain(weighed.best)
    } else if weighed.best != known {
        Told::Assumed(Language::UNKNOWN)
    } else if behind <= NEAR {
        Told::Assumed(Language::default())
    } else {
        Told::Assumed(known)
    }
}

/// The language of a text in a script that several are written in.
fn other_script(sample: &str) -> Option<Language> {
    // Two words can be a coincidence.
    const FEWEST: usize = 3;
    // Of fewer words `whatlang` is never sure, and takes its time to say so.
    const FEWEST_FOR_LETTERS: usize = 4;
    // Names and terms in Latin letters say nothing.
    let words_of_script = || words(sample).filter(|word| !word.is_ascii());
    let told = count_telling(words_of_script());
    let (best, language) = told.best;
    let all = words_of_script().count();
    if best >= FEWEST && best * 4 >= told.second * 5 && best * COMMON_SHARE >= all {
        return Some(language);
    }
    words(sample).nth(FEWEST_FOR_LETTERS - 1)?;
    let info = whatlang::detect(sample)?;
    code(info.lang()).filter(|_| info.is_reliable())
}

/// Up to [`SAMPLE`] bytes of a text, in pieces from all over it, its letters composed and its lines ended by `\n` alone:
/// what `whatlang` says depends on both.
fn sample(text: &str) -> String {
    pieces(text).replace('\r', "")
}

fn pieces(text: &str) -> String {
    if text.len() <= SAMPLE {
        return composed(text).into_owned();
    }
    let piece = SAMPLE / SAMPLE_PIECES;
    (0..SAMPLE_PIECES)
        .map(|i| {
            let start = boundary(text, text.len() / SAMPLE_PIECES * i);
            composed(&text[start..boundary(text, start + piece)])
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The last character boundary of `text` at or before byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&i| text.is_char_boundary(i))
        .unwrap_or(0)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphabetic() || is_mark(c)))
        .filter(|w| !w.is_empty())
}

/// The name of a language in English; its code where no name is known.
pub fn language_name(language: Language) -> String {
    let own = Profile::of(language).name();
    let own = own.or_else(|| name_by_letters(language));
    let mut named = whatlang::Lang::all().iter();
    let name = own.or_else(|| {
        let lang = named.find(|&&lang| code(lang) == Some(language))?;
        Some(lang.eng_name())
    });
    name.unwrap_or_else(|| language.code()).to_owned()
}

/// The language that [`whatlang`] means.
fn code(lang: whatlang::Lang) -> Option<Language> {
    Language::from_code(lang.code())
}

/// Whether a paragraph has too few function words of `language` to be in it, as other languages, lists and names have.
pub(super) fn is_doubtful(paragraph: &str, language: Language) -> bool {
    // A native text has a function word in every three or four words; the rarest pages still have one in seven.
    const NATIVE_SHARE: usize = 7;
    let (known, all) = count(paragraph, language);
    // Of a language without function words nothing can be said.
    Profile::known(language).is_some() && all >= FEWEST_WORDS && known * NATIVE_SHARE < all
}

/// The code of the language of a [doubtful](is_doubtful) paragraph, when it is certainly not `language`.
pub(super) fn foreign(paragraph: &str, language: Language) -> Option<String> {
    sister(paragraph, language).or_else(|| stranger(paragraph, language))
}

/// Among the first words of a paragraph, those that are function words of `language`, and all.
fn count(paragraph: &str, language: Language) -> (usize, usize) {
    let functions = Profile::of(language).function_words();
    words(paragraph)
        .take(PARAGRAPH_WORDS)
        .fold((0, 0), |(known, all), word| {
            (known + usize::from(functions.tells(word)), all + 1)
        })
}

/// Another of the languages known here, by function words that this one does not have.
fn sister(paragraph: &str, language: Language) -> Option<String> {
    const FEWEST: usize = 4;
    const SHARE: usize = 6;
    let native = Profile::of(language).function_words();
    let (_, all) = count(paragraph, language);
    Profile::all()
        .filter(|other| other.language() != language)
        .map(|other| {
            let functions = other.function_words();
            let (mut theirs, mut own) = (0, 0);
            for word in words(paragraph).take(PARAGRAPH_WORDS) {
                match (functions.tells(word), native.tells(word)) {
                    (true, false) => theirs += 1,
                    (false, true) => own += 1,
                    _ => {}
                }
            }
            (theirs, own, other)
        })
        .filter(|&(theirs, own, _)| theirs >= FEWEST && theirs * SHARE >= all && own * 4 <= theirs)
        .max_by_key(|&(theirs, ..)| theirs)
        .map(|(.., other)| other.language().code().to_owned())
}

/// Any other language that [`whatlang`] is sure of.
fn stranger(paragraph: &str, language: Language) -> Option<String> {
    /// At most one word in so many is a function word of the witness's language, by chance (`de`, `en`).
    const SHARE: usize = 10;
    /// What `whatlang` is shown, in bytes: enough to be sure.
    const SHOWN: usize = 600;
    let (known, all) = count(paragraph, language);
    let shown = &paragraph[..boundary(paragraph, SHOWN)];
    let info = whatlang::detect(shown)?;
    let latin = info.script() == whatlang::Script::Latin;
    // Names begin with capitals: a paragraph of names says nothing of its language.
    let small = words(shown)
        .take(PARAGRAPH_WORDS)
        .filter(|w| w.starts_with(char::is_lowercase))
        .count();
    let certain = if latin {
        all >= FEWEST_FOR_STRANGER
            && known * SHARE <= all
            && small * 3 >= all * 2
            && info.confidence() >= CERTAIN
    } else {
        info.is_reliable()
    };
    let found = code(info.lang()).filter(|found| certain && *found != language)?;
    Some(found.code().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told() {
        for (text, expected) in [
            (
                "Dans une déclaration publiée sur le site du Kremlin, le président propose un accord.",
                Language::FRENCH,
            ),
            (
                "Au commencement Dieu créa les cieux et la terre.",
                Language::FRENCH,
            ),
            (
                "Ainfi qu'il eft écrit és Prophetes, Voici, j'envoye mon meffager devant ta face.",
                Language::FRENCH,
            ),
            (
                "In the beginning God created the heaven and the earth.",
                Language::ENGLISH,
            ),
            (
                "Am Anfang schuf Gott Himmel und Erde. Und die Erde war wüst und leer.",
                Language::GERMAN,
            ),
            (
                "In den beginne schiep God den hemel en de aarde. De aarde nu was woest en ledig.",
                Language::literal("nl"),
            ),
            (
                "De premier zei dinsdag dat het kabinet geen extra geld uittrekt voor scholen.",
                Language::literal("nl"),
            ),
            (
                "Het regende. Ik bleef thuis en las een boek.",
                Language::literal("nl"),
            ),
            (
                "En el principio creó Dios los cielos y la tierra. Y la tierra estaba sin orden.",
                Language::SPANISH,
            ),
            (
                "Nel principio Dio creò i cieli e la terra. La terra era informe e vuota.",
                Language::ITALIAN,
            ),
        ] {
            assert_eq!(detect_language(text), Some(expected), "{text}");
        }
    }

    /// Languages of one family share most of their function words.
    #[test]
    fn sisters_are_told() {
        for (code, texts) in [
            (
                "pt",
                [
                    "No princípio criou Deus o céu e a terra.",
                    "O Senhor é o meu pastor; nada me faltará.",
                    "O presidente anunciou hoje novas medidas contra a inflação.",
                    "Todos os seres humanos nascem livres e iguais em dignidade e em direitos.",
                    "Era uma vez um rei que tinha três filhas.",
                    "Disse-lhe Jesus: Eu sou o caminho, e a verdade, e a vida.",
                    "A Rússia propõe aos Estados Unidos um acordo de não ingerência.",
                    "Não sei se vou à praia amanhã.",
                ],
            ),
            (
                "es",
                [
                    "El Señor es mi pastor, nada me falta.",
                    "No sé si mañana voy a la playa, pero tú vas con él.",
                    "El presidente anunció hoy nuevas medidas contra la inflación.",
                    "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
                    "Era una vez un rey que tenía tres hijas.",
                    "Jesús le dijo: Yo soy el camino, y la verdad, y la vida.",
                    "Rusia propone a los Estados Unidos un acuerdo de no injerencia.",
                    "Portugal venció a España por dos a uno.",
                ],
            ),
            (
                "it",
                [
                    "Il Signore è il mio pastore: non manco di nulla.",
                    "Non so se domani andrò al mare con lui.",
                    "Il presidente ha annunciato oggi nuove misure contro l’inflazione.",
                    "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti.",
                    "C’era una volta un re che aveva tre figlie.",
                    "Gli disse Gesù: Io sono la via, la verità e la vita.",
                    "La Russia propone agli Stati Uniti un accordo di non ingerenza.",
                    "In principio era il Verbo, e il Verbo era presso Dio.",
                ],
            ),
        ] {
            for text in texts {
                let told = detect_language(text);
                assert_eq!(told.as_ref().map(Language::code), Some(code), "{text}");
            }
        }
    }

    #[test]
    fn too_little_is_no_language() {
        for text in ["", "1972", "Trump", "???", "Poutine, Biden"] {
            assert_eq!(detect_language(text), None, "{text}");
        }
    }

    #[test]
    fn other_languages_are_named() {
        for (code, text) in [
            (
                "ru",
                "В начале сотворил Бог небо и землю. Земля же была безвидна и пуста, и тьма над бездною.",
            ),
            (
                "uk",
                "Він прийшов до нас уранці, але ми вже не спали, бо чекали на листа.",
            ),
            (
                "pl",
                "Nie wiem, czy przyjdzie dzisiaj. Powiedział, że ma dużo pracy i że musi zostać w domu.",
            ),
            (
                "la",
                "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani.",
            ),
            (
                "ca",
                "No sé si vindrà avui. Ha dit que té molta feina i que s’ha de quedar a casa amb els nens.",
            ),
            (
                "ro",
                "Nu știu dacă vine astăzi. A spus că are mult de lucru și că trebuie să rămână acasă.",
            ),
            (
                "cs",
                "Nevím, jestli dnes přijde. Řekl, že má hodně práce a že musí zůstat doma.",
            ),
            (
                "sv",
                "Jag vet inte om han kommer i dag. Han sade att han har mycket att göra.",
            ),
            (
                "el",
                "Δεν ξέρω αν θα έρθει σήμερα. Είπε ότι έχει πολλή δουλειά.",
            ),
            ("grc", "ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν."),
            (
                "hi",
                "मुझे नहीं पता कि वह आज आएगा। उसने कहा कि उसके पास बहुत काम है।",
            ),
            (
                "ur",
                "مجھے نہیں معلوم کہ وہ آج آئے گا۔ اس نے کہا کہ اس کے پاس بہت کام ہے۔",
            ),
            (
                "ar",
                "لا أعرف هل سيأتي اليوم. قال إن عنده عملا كثيرا في البيت.",
            ),
            (
                "ja",
                "彼が今日来るかどうかは分からない。Windows と Linux の本を読んでいる。",
            ),
            (
                "zh",
                "我不知道他今天來不來。他說 the work is not done，要留在家裡。",
            ),
            ("ko", "그가 오늘 올지 모르겠다. 일이 많다고 말했다."),
            ("th", "ฉันไม่รู้ว่าวันนี้เขาจะมาหรือไม่"),
        ] {
            let told = detect_language(text);
            assert_eq!(told.as_ref().map(Language::code), Some(code), "{text}");
        }
        let names = "Стихи The Beatles, The Who и других в переводах Ивана Петрова, The Times";
        assert_ne!(detect_language(names), Some(Language::ENGLISH));
    }

    /// A sentence or a heading has few function words: its letters tell.
    #[test]
    fn short_texts_are_told() {
        for (code, texts) in [
            (
                "fr",
                [
                    "Guerre en Ukraine : nouvelle attaque contre Kiev",
                    "Qui vole un œuf vole un bœuf.",
                    "Ouvert tous les jours sauf dimanche.",
                ],
            ),
            (
                "en",
                [
                    "Open daily except Sundays and public holidays.",
                    "Prices rise again: unions threaten strike action",
                    "No smoking anywhere on these premises.",
                ],
            ),
            (
                "de",
                [
                    "Übung macht den Meister.",
                    "Sonntags und feiertags geschlossen.",
                    "Hunde bitte an die Leine nehmen.",
                ],
            ),
            (
                "es",
                [
                    "—¿Vienes esta noche? —No, tengo demasiado trabajo.",
                    "Cerrado domingos y festivos.",
                    "No es oro todo lo que reluce.",
                ],
            ),
            (
                "nl",
                [
                    "Op zondag en feestdagen gesloten.",
                    "Prijzen stijgen: vakbonden dreigen met staking",
                    "Het is niet alles goud wat er blinkt.",
                ],
            ),
            (
                "pl",
                [
                    "Wszyscy ludzie rodzą się wolni i równi.",
                    "Nie wszystko złoto, co się świeci.",
                    "Litwo, ojczyzno moja, ty jesteś jak zdrowie.",
                ],
            ),
            (
                "br",
                [
                    "Dalc'hit soñj eus ho pro hag eus ho yezh.",
                    "Gant an arc’hant bras dastumet e voe savet un iliz er vro.",
                    "N'ouzer ket mat eus pelec'h e teue Nevenoe.",
                ],
            ),
            (
                "gsw",
                [
                    "Ich ha d Schlüssel verlore.",
                    "Ich warte immer no uf din Brief.",
                    "Si händ Blueme für s Grosi bracht.",
                ],
            ),
            (
                "nds",
                [
                    "Ik verstah disse Fraag nich.",
                    "Dien nee Hemd gefallt mi.",
                    "Ik wull geern Koffie mit Melk.",
                ],
            ),
            (
                "ca",
                [
                    "Van sortir d'hora cap a la muntanya.",
                    "El meu avi explicava històries de la guerra.",
                    "Sopem a casa de la meva germana.",
                ],
            ),
            (
                "gl",
                [
                    "Ceamos na casa da miña irmá.",
                    "Mañá non hai clase de inglés.",
                    "Saíron cedo cara á montaña.",
                ],
            ),
            (
                "lb",
                [
                    "Ech wunnen zanter dräi Joer an der Stad.",
                    "De Buergermeeschter huet gëschter gesot, datt d'Bréck zougemaach gëtt.",
                    "Haut reent et, muer schéngt d'Sonn erëm.",
                ],
            ),
        ] {
            for text in texts {
                let told = detect_language(text);
                assert_eq!(told.as_ref().map(Language::code), Some(code), "{text}");
            }
        }
    }

    /// What is a sister of a language known here, or of which too little is there, is never silently taken for this one.
    #[test]
    fn strange_texts_are_not_told_as_their_neighbours() {
        for text in [
            "L'alcalde va anunciar ahir que el pont estarà tancat tres mesos.",
            "Totas las personas naisson liuras e egalas en dignitat e en drech.",
            "Tutti l'omi nascenu liberi è uguali in dignità è in diritti.",
            "Alle menslike wesens word vry, met gelyke waardigheid en regte, gebore.",
            "Piti piti zwazo fè nich li.",
            "Toate ființele umane se nasc libere și egale în demnitate și în drepturi.",
            "Bättre sent än aldrig.",
            "Errare humanum est, perseverare autem diabolicum.",
            "He perdut les claus del cotxe.",
            "Aínda estou agardando a túa carta.",
            "De Dokter seit, du söllsch di usruehe.",
            "In'n Harvst regent dat veel.",
        ] {
            let told = detect_language(text);
            assert!(
                told.is_none_or(|l| Profile::known(l).is_none()),
                "{text}: {told:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_told_is_french_only_where_it_is_short() {
        assert_eq!(
            told_language("Poutine, Biden"),
            Told::Assumed(Language::FRENCH)
        );
        assert_eq!(told_language("Ѣѣѣ"), Told::Assumed(Language::UNKNOWN));
        assert_eq!(
            told_language("Qwx zrt vvq jkl xpf."),
            Told::Assumed(Language::UNKNOWN)
        );
    }

    #[test]
    fn a_whole_book_is_sampled_from_all_over() {
        let preface = "The preface of this book is in English, and it is short. ";
        let body = "Le livre lui-même est dans une autre langue, et il est bien plus long que la préface. ";
        let text = preface.repeat(100) + &body.repeat(5000);
        assert_eq!(detect_language(&text), Some(Language::FRENCH));
    }

    #[test]
    fn paragraphs_in_other_languages() {
        for (text, expected) in [
            (
                "Statement by President of Russia Vladimir Putin on a comprehensive program of measures for restoring cooperation in the field",
                Some("en"),
            ),
            (
                "Der Präsident hat gesagt, dass er nicht an der Konferenz teilnehmen und auch keinen Vertreter schicken wird.",
                Some("de"),
            ),
            (
                "Президент России выступил с заявлением о комплексной программе мер по восстановлению сотрудничества",
                Some("ru"),
            ),
            (
                "Het begin van de wereld was niet zoals wij het ons nu voorstellen, maar veel kleiner en warmer dan iedereen toen dacht.",
                Some("nl"),
            ),
            (
                "Le président de la République a dit « the show must go on » devant les députés.",
                None,
            ),
            ("Statement by President", None),
            (
                "Abraham, Isaac, Jacob, Juda, Pharès, Zara, Thamar, Esrom, Aram, Aminadab, Naasson, Salmon, Booz, Rahab, Obed, Ruth, Isaï, David, Salomon, Urie, Roboam",
                None,
            ),
            (
                "Clavecin, hautbois, viole, théorbe, luth, basson, flûte, cornet, sacqueboute, orgue positif, timbales, trompettes",
                None,
            ),
        ] {
            let doubtful = is_doubtful(text, Language::FRENCH);
            let found = foreign(text, Language::FRENCH).filter(|_| doubtful);
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn dutch_and_its_sisters() {
        let dutch = Language::literal("nl");
        for (text, expected) in [
            (
                "De premier zei dinsdag in de Tweede Kamer dat het kabinet voorlopig geen extra geld uittrekt voor het onderwijs.",
                None,
            ),
            (
                "En God maakte het wild gedierte der aarde naar zijn aard, en het vee naar zijn aard, en al het kruipend gedierte.",
                None,
            ),
            (
                "Der Präsident hat gesagt, dass er nicht an der Konferenz teilnehmen und auch keinen Vertreter schicken wird.",
                Some("de"),
            ),
            (
                "Statement by President of Russia Vladimir Putin on a comprehensive program of measures for restoring cooperation in the field",
                Some("en"),
            ),
            (
                "Le président de la République a dit que les députés et les ministres ne seront pas reçus avant la fin de la semaine.",
                Some("fr"),
            ),
        ] {
            let found = foreign(text, dutch).filter(|_| is_doubtful(text, dutch));
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn languages_have_names() {
        for (code, name) in [
            ("fr", "French"),
            ("cs", "Czech"),
            ("hu", "Hungarian"),
            ("el", "Greek"),
            ("xx", "xx"),
        ] {
            let language = Language::from_code(code).expect("a code");
            assert_eq!(language_name(language), name);
        }
    }
}
