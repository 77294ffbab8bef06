//! Italian: every elision is split (`dell’` `acqua`); apocopes such as `po’` keep their apostrophe.

use std::sync::LazyLock;

use super::{Apostrophe, Rules, words};

pub(super) static RULES: Rules = Rules {
    apostrophe: Apostrophe::Elision,
    whole: &[
        "po'", "mo'", "be'", "va'", "fa'", "di'", "da'", "sta'", "to'", "de'", "ne'", "co'", "a'",
        "que'", "vo'",
    ],
    inversion: false,
    ordinal_point: false,
    inside: &[
        "sig", "sigg", "sig.ra", "dott", "dott.ssa", "prof", "prof.ssa", "avv", "ing", "arch",
        "geom", "rag", "gen", "col", "cap", "ten", "mons", "rev", "on", "S", "s", "cfr", "cf",
        "es", "ed", "fig", "cap", "pag", "pagg", "op", "vol", "tel", "ca", "sec",
    ],
    before_number: &["art", "p", "pp", "n", "nn", "v", "vv", "t"],
    either: &[
        "etc", "ecc", "ibid", "id", "seg", "segg", "al", "S.p.A", "d.C", "a.C",
    ],
    after_ordinal: &[],
    function: LazyLock::new(|| {
        words(
            "a ad ai al alla alle allo anche ancora avere aveva c che chi ci come con contro cui d da dagli \
         dai dal dalla dalle degli dei del dell della delle dello di do dopo dove due e ed egli era erano \
         essere essi fra fu furono gli ha hanno ho i il in io l la le lei li lo loro lui ma me mi mia mio \
         ne nei nel nell nella nelle noi non nostro né o ogni oppure per perché più poi quale quando \
         quanto quel quella quelli questa queste questi questo quindi s se sei senza si sia sono sopra \
         sotto su sua sue sui sul sulla suo suoi tra tu tutti tutto un una uno v vi voi è",
        )
    }),
    conjunctions: &[
        "ma",
        "però",
        "perché",
        "e",
        "ed",
        "o",
        "né",
        "quando",
        "mentre",
        "se",
        "come",
        "che",
        "cui",
        "il quale",
        "la quale",
        "dove",
        "affinché",
        "poiché",
        "anzi",
    ],
    dated: &["pubblicato", "aggiornato", "modificato", "creato", "data"],
    reading: &["tempo di lettura", "tempo di lettura stimato", "lettura"],
    months: &[
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
};
