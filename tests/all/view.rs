//! The views, on tables written by hand.

use std::sync::{Mutex, PoisonError};

use enregard::AlignmentTable;
use enregard::normalize::Class;
use enregard::view::{self, Layout, ViewOptions};
use enregard::witness::{Level, Skip};

use crate::hand::{HandRow, quotation, row, table};

/// `colored` has one switch for the whole process.
static COLOUR: Mutex<()> = Mutex::new(());

fn shown(
    colour: bool,
    write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
) -> String {
    let _one_at_a_time = COLOUR.lock().unwrap_or_else(PoisonError::into_inner);
    colored::control::set_override(colour);
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// View and summary as the command prints them.
fn page(table: &AlignmentTable, options: &ViewOptions, colour: bool) -> String {
    shown(colour, |out| {
        view::render(table, options, out)?;
        writeln!(out)?;
        view::summary(table, options, out)
    })
}

fn statement() -> AlignmentTable {
    let tweet = Skip::Language("en".into());
    let mut table = table(
        Level::Sentence,
        &[
            row("", "¶ date 2020-09 Temps de lecture estimé : 2 minutes").skipped(Skip::Metadata),
            row("", "¶Dans une déclaration publiée hier, le président propose «d’échanger des garanties mutuelles de non ingérence» et de travailler à un pacte mondial."),
            row(
                "¶L’un des {mw0:principaux}{w8: défis} stratégiques {w1:de notre époque} est le risque {-1:d’apparition} d’une confrontation {w2:d’envergure} dans le {w3:secteur} numérique.",
                "¶{+q:«}L’un des {w8:enjeux} stratégiques {mw0:majeurs} {w1:d’aujourd’hui} est le risque d’une confrontation {w2:à grande échelle} dans le {w3:domaine du} numérique.",
            ),
            row(
                "Une responsabilité particulière pour {d1:la prévenir} incombe aux {mw5:principaux} acteurs dans le domaine de la sécurité internationale de l’information.",
                "Une responsabilité particulière pour {d1:sa prévention} incombe aux acteurs {mw5:clés} dans le domaine de la sécurité internationale de l’information {+2:(SII)}.",
            ),
            row(
                "{a1:A} cet égard, nous {w1:voudrions} nous adresser {m2:une nouvelle fois} aux {a3:Etats-Unis} {w4:en proposant} d{t5:’}approuver un {i6:programmes} global.",
                "{a1:À} cet égard, nous {w1:aimerions} {m2:une nouvelle fois} nous adresser aux {a3:États-Unis} {w4:en leur suggérant} d{t5:'}approuver un {i6:programme} global.",
            ),
            row("¶Premier point.", ""),
            row("Rétablir un dialogue bilatéral régulier.", "¶Rétablir un dialogue bilatéral régulier.").moved(10),
            row("Entretenir un fonctionnement {w1:ininterrompu} des canaux.", "Entretenir un fonctionnement {w1:continu} des canaux.").moved(10),
            row("", "¶Statement by President of Russia Vladimir Putin on a comprehensive program of measures for restoring the cooperation — President of Russia (@KremlinRussia_E)").skipped(tweet),
            row(
                "¶Nous appelons les pays à lancer le dialogue. Sera-t-il prêt ?",
                "¶Nous appelons les pays à lancer le dialogue. Sera-t-il prêt ?",
            ),
            row("", "¶Un.|Deux.|Trois.|Quatre.|Cinq, qui échange des garanties de non-ingérence.|Six.|Sept.|¶Huit.|Neuf."),
            row(
                "¶Echanger des garanties de non-ingérence dans les affaires intérieures réciproques, y compris les processus électoraux.|Et d’autres.",
                "¶Echanger des garanties de non-ingérence dans les affaires intérieures réciproques, y compris les processus électoraux. Et d’autres.",
            ),
        ],
    );
    table.quotations = vec![
        quotation(
            &table,
            (12, "Echanger des garanties de non-ingérence dans les affaires intérieures réciproques, y compris les processus électoraux"),
            (2, "d’échanger des garanties mutuelles de non ingérence"),
        ),
        quotation(
            &table,
            (12, "Echanger des garanties de non-ingérence"),
            (11, "échange des garanties de non-ingérence"),
        ),
    ];
    table
}

#[test]
fn look() {
    for colour in [false, true] {
        for width in [60, 80, 120, 200] {
            let layouts: &[(Layout, &str)] = &[(Layout::Side, "side"), (Layout::Stacked, "stacked")];
            for &(layout, name) in layouts {
                let options = ViewOptions { layout, width, ..ViewOptions::default() };
                let text = page(&statement(), &options, colour);
                std::fs::write(format!("/tmp/view-look/{name}-{width}-{colour}.txt"), text).unwrap();
            }
        }
    }
}
