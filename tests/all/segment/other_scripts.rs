//! Sentences in other scripts, and in texts without capitals. `|` stands between sentences.

use enregard::witness::Language;

use super::check;

/// Of no language with rules of its own: what holds anywhere.
fn neutral(cases: &[&str]) {
    check(Language::from_code("tlh").expect("a code"), cases);
}

#[test]
fn marks_of_many_scripts_end_sentences() {
    neutral(&[
        "آپ کیسے ہیں؟| میں ٹھیک ہوں۔| شکریہ۔",
        "राम घर गया।| सीता वहीं रही॥| फिर दोनों मिले।",
        "ሰላም ነው።| እንዴት ነህ፧| ደህና ነኝ።",
        "မိုးရွာသည်။| လူတို့ ပြန်ကြသည်။",
        "ភ្លៀងធ្លាក់។| គេត្រឡប់ទៅផ្ទះវិញ។",
        "Անձրև է գալիս։| Մենք տանն ենք:| Նա գնաց։",
        "雨です｡| 帰りましょう！| 本当ですか？| はい。",
        "今天下雨了。| 我們回家吧！",
        "नदी बही॥ १॥| वन जागा॥२॥| पर्वत मौन रहा।",
    ]);
}

#[test]
fn what_closes_stays_with_the_mark() {
    neutral(&[
        "他問：「你去嗎？」| 她搖頭。|（她不去。）| 『走吧！』| 天黑了。",
        "“谁在那里？”老人问道。| “是我。”她小声说。| “进来！”| 门开了。",
        "彼は「行こう。」と言った。| 彼女は「いいえ。」って答えた。| （もう遅い。）| 夜だ。",
        "«Που πας;»| «Πουθενά.»| Έφυγε.",
        "Он спросил: «Куда ты?»| Она молчала.| „Домой.“| Он ушёл.",
        "قال: «إلى أين؟»| لم تجب.",
    ]);
}

#[test]
fn decimals_among_ideographs_are_whole() {
    neutral(&[
        "面積は12.75平方キロである。| 第2.1節を見よ。| 人口は3,200人。",
        "全長8.4公里，寬3.25米。| 共7站。",
    ]);
}

#[test]
fn greek_asks_with_a_semicolon() {
    neutral(&[
        "Τι ώρα είναι;| Δεν ξέρω.| Έφυγε νωρίς· ήταν κουρασμένος."
            .replace("· ή", "·| ή")
            .as_str(),
        "τίς εἶ σύ;| ὁ δὲ οὐκ ἀπεκρίνατο.| ἐξῆλθον οὖν πάντες.| ἦν δὲ νύξ·| οἱ μαθηταὶ ἐκάθευδον.",
    ]);
    check(
        Language::FRENCH,
        &["Il vint ; elle partit.| L’ex·æquo ; fini."],
    );
}

#[test]
fn texts_without_capitals_are_cut_at_their_marks() {
    check(
        Language::FRENCH,
        &[
            "donc je suis partie hier.| et là il me dit, mais pourquoi ?| je sais pas !| enfin voilà quoi.| on verra…| bon.",
            "Il demanda : pourquoi ? pour rien.| Elle se tut.| Puis vint le soir.",
        ],
    );
    check(
        Language::ENGLISH,
        &[
            "i went there yesterday.| it was closed.| why?| nobody knew.| she left (why?) and i stayed.",
        ],
    );
    neutral(&[
        "gallia est omnis divisa in partes tres.| quarum unam incolunt belgae.| aliam aquitani.| quis nescit?| nemo.",
    ]);
}
