//! Subtitles: what is said, in sentences that are whole, named by their cues.

use enregard::read::{ReadOptions, Reading, read_bytes};
use enregard::witness::{Role, Siglum};

use super::documents::structure;
use super::french;

fn subtitles(text: &str) -> Reading {
    let options = ReadOptions {
        kind: None,
        ..french()
    };
    read_bytes(text.into(), "a.txt", Siglum::nth(0), &options).expect("subtitles")
}

/// The labels, each with its passage.
fn labels(reading: &Reading) -> Vec<(&str, &str)> {
    let witness = &reading.witness;
    let labels = witness.labels.iter();
    labels
        .map(|label| (label.name.as_str(), witness.slice(label.span)))
        .collect()
}

#[test]
fn what_is_said_is_whole_across_cues() {
    let found = subtitles(
        "1\r\n00:00:01,000 --> 00:00:03,500\r\nTu crois qu'il vien-\r\ndra ce soir,\r\n\r\n2\r\n\
         00:00:03,600 --> 00:00:05,000\r\n<i>malgré</i> la pluie ?\r\n\r\n3\r\n00:00:05,100 --> 00:00:06,200\r\n\
         - Je ne sais pas.\r\n- {\\an8}Il l'a promis…\r\n\r\n4\r\n00:00:06,300 --> 00:00:07,000\r\n… je crois.\r\n",
    );
    assert_eq!(
        structure(&found),
        [
            (
                Role::Cue,
                "Tu crois qu'il vien-\ndra ce soir, malgré la pluie ?"
            ),
            (Role::Cue, "- Je ne sais pas."),
            (Role::Cue, "- Il l'a promis… … je crois."),
        ]
    );
    assert_eq!(
        labels(&found),
        [
            ("1", "Tu crois qu'il vien-\ndra ce soir,"),
            ("2", "malgré la pluie ?"),
            ("3", "- Je ne sais pas."),
            ("3", "- Il l'a promis…"),
            ("4", "… je crois."),
        ]
    );
    let word = found
        .witness
        .tokens
        .iter()
        .position(|token| found.witness.slice(token.span).starts_with("vien"));
    let word = enregard::witness::TokenIndex::new(word.expect("the word"));
    assert_eq!(found.witness.word(word), "viendra");
    assert_eq!(found.witness.units().len(), 3);
}

#[test]
fn a_pause_ends_what_is_said() {
    let found = subtitles(
        "WEBVTT - Le pont\n\nSTYLE\n::cue { color: white }\n\nNOTE un essai\n\n00:01.000 --> 00:02.000 align:start\n\
         <v Jean>Le pont\n\n00:09.000 --> 00:11.000\nest &lt;vieux&gt;\n\nNOTE\nLa fin manque.\n\nfin\n\
         00:00:11.500 --> 00:00:12.000\net beau.\n",
    );
    assert_eq!(
        structure(&found),
        [(Role::Cue, "Le pont"), (Role::Cue, "est <vieux> et beau.")]
    );
    assert_eq!(labels(&found)[0].0, "00:01.000");
    assert_eq!(labels(&found)[2], ("fin", "et beau."));
}

#[test]
fn damaged_subtitles_are_read_as_far_as_they_go() {
    // Numbers and blank lines that are missing, or stand where none should.
    let found = subtitles(
        "1\n00:00:01,000 --> 00:00:02,000\nUn.\n2\n00:00:02,000 --> 00:00:03,000\n\nDeux.\n\nTrois.\n\n\
         00:00:03,000 --> 00:00:99\n",
    );
    assert_eq!(
        found.witness.text,
        "Un.\n\nDeux.\n\nTrois.\n".replace(".\n\nT", ". T")
    );
    assert_eq!(subtitles("WEBVTT").witness.text, "");
    let many = format!(
        "1\n00:00:01,000 --> 00:00:02,000\n{}",
        "<i>".repeat(100_000)
    );
    assert_eq!(subtitles(&many).witness.text, "");
}

#[test]
fn other_texts_are_no_subtitles() {
    for text in [
        "WEBVTTX\n\nUn.",
        "1\nUn --> deux.",
        "1789\n\nLa révolution --> 1799",
    ] {
        assert_eq!(subtitles(text).witness.text, text);
    }
}

#[test]
fn speakers_sounds_and_songs_begin_paragraphs() {
    let found = subtitles(
        "1\n00:00:01,000 --> 00:00:02,000\n(UNE HORLOGE SONNE)\n\n2\n00:00:02,100 --> 00:00:03,000\nJEAN : Tu viens\n\n3\n\
         00:00:03,100 --> 00:00:04,000\nvers 12:30 demain\n\n4\n00:00:04,100 --> 00:00:05,000\n\u{266a} La mer \u{266a}\n\n5\n\
         00:00:05,100 --> 00:00:06,000\n\u{266a} qu'on voit danser \u{266a}\n\n6\n00:00:06,100 --> 00:00:07,000\nMarie Curie: peut-être\n\n7\n\
         00:00:07,100 --> 00:00:08,000\n<v Jean>Oui\n\n8\n00:00:08,100 --> 00:00:09,000\n<v Jean>et non\n\n9\n00:00:09,100 --> 00:00:10,000\n<v.loud Anne>Assez\n",
    );
    let texts: Vec<&str> = structure(&found).iter().map(|(_, text)| *text).collect();
    assert_eq!(
        texts,
        [
            "(UNE HORLOGE SONNE)",
            "JEAN : Tu viens vers 12:30 demain",
            "\u{266a} La mer \u{266a} \u{266a} qu'on voit danser \u{266a}",
            "Marie Curie: peut-être",
            "Oui et non",
            "Assez",
        ]
    );
}

#[test]
fn lines_that_roll_up_stand_once() {
    let rolling = "WEBVTT\nKind: captions\n\n00:00:00.100 --> 00:00:02.000 align:start\n \nelle<00:00:00.500><c> marche</c>\n\n\
        00:00:02.000 --> 00:00:02.010\nelle marche\n \n\n00:00:02.010 --> 00:00:04.000\nelle marche\nle long<c> du quai</c>\n\n\
        00:00:04.000 --> 00:00:04.010\nle long du quai\n \n\n00:00:04.010 --> 00:00:06.000\nle long du quai\nsans un mot\n";
    let found = subtitles(rolling);
    assert_eq!(
        found.witness.text,
        "elle marche le long du quai sans un mot\n"
    );
    // What is said twice is text, where nothing rolls.
    let twice = "1\n00:00:01,000 --> 00:00:02,000\nNon\n\n2\n00:00:02,000 --> 00:00:03,000\nNon\n\n3\n00:00:03,000 --> 00:00:04,000\n\
        et non\n\n4\n00:00:04,000 --> 00:00:05,000\njamais\n";
    assert_eq!(subtitles(twice).witness.text, "Non Non et non jamais\n");
}
