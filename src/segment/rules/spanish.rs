//! Spanish.

use std::sync::LazyLock;

use super::{Apostrophe, Rules, words};

pub(super) static RULES: Rules = Rules {
    apostrophe: Apostrophe::None,
    whole: &[],
    inversion: false,
    ordinal_point: false,
    inside: &[
        "Sr", "Sra", "Srta", "Sres", "Dr", "Dra", "Prof", "Lic", "Ing", "Gral", "Cnel", "Cap",
        "Tte", "Sto", "Sta", "D", "Dña", "Ud", "Uds", "Vd", "Vds", "Mons", "cf", "EE", "ej", "ed",
        "eds", "fig", "cap", "caps", "pág", "págs", "op", "vol", "tel", "depto", "núm", "aprox",
        "prov",
    ],
    before_number: &["art", "p", "pp", "no", "n", "v", "vv", "ss", "t"],
    either: &[
        "etc", "ibíd", "ibid", "íd", "id", "sig", "al", "S.A", "UU", "a.C", "d.C", "Jr", "Cía",
        "cía",
    ],
    after_ordinal: &[],
    function: LazyLock::new(|| {
        words(
            "a al algo antes aquel aquella aunque como con contra cual cuando de del desde donde dos el ella \
         ellas ellos en entre era eran es esa ese eso esta estaba estas este esto estos está fue fueron \
         ha había han hasta hay la las le les lo los me mi mientras muy más ni no nos nosotros o otra \
         otro para pero por porque pues que quien qué se sea según ser si sin sino sobre son su sus sí \
         también tan tanto te toda todo todos tu tú un una uno unos vosotros y ya yo él",
        )
    }),
    conjunctions: &[
        "pero", "mas", "pues", "y", "o", "ni", "sino", "porque", "aunque", "cuando", "mientras",
        "si", "como", "que", "quien", "el cual", "la cual", "donde", "para que",
    ],
    dated: &["publicado", "actualizado", "modificado", "creado", "fecha"],
    reading: &["tiempo de lectura", "lectura", "tiempo estimado de lectura"],
    months: &[
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "setiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
};
