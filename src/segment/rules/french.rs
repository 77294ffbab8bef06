//! French.

use std::sync::LazyLock;

use super::{Apostrophe, Rules, words};

pub(super) static RULES: Rules = Rules {
    apostrophe: Apostrophe::Clitics(&[
        "l", "d", "j", "m", "t", "s", "n", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
        "quelqu", "jufqu", "lorfqu", "puifqu",
    ]),
    whole: &[
        "aujourd'hui",
        "aujourd'huy",
        "c'est-à-dire",
        "quelqu'un",
        "m'sieur",
        "m'dame",
        "m'as-tu-vu",
        "qu'en-dira-t-on",
        "s'il-vous-plaît",
    ],
    inversion: true,
    ordinal_point: false,
    inside: &[
        "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Mgr", "Dr", "Drs", "Pr", "Prs", "St",
        "Sts", "Ste", "Stes", "Rév", "Vve", "Cdt", "Gal", "gén", "lt", "cdt", "prof", "cf", "Cass",
        "Bull", "ex", "av", "apr", "ap", "env", "éd", "édit", "coll", "trad", "fig", "pp", "chap",
        "op", "loc", "boul", "bd", "tél", "réf", "b", "vs", "subst", "adj", "adv", "fém", "masc",
        "sing", "plur",
    ],
    before_number: &[
        "art", "p", "col", "t", "n", "no", "nos", "vol", "l", "v", "vv", "ch", "liv", "alin",
        "tit", "sect", "f", "ff", "fol", "pl", "s", "r", "d", "c", "q", "§", "janv", "févr", "avr",
        "juil", "juill", "civ", "com", "crim", "soc", "plén", "somm", "obs", "chron", "sept",
        "oct", "nov", "déc", "dép", "h", "ar", "cap", "ép",
    ],
    either: &[
        "etc", "ibid", "ibidem", "id", "sq", "sqq", "cit", "hab", "min", "max", "cie", "Cie",
        "suiv", "al", "Jr", "Sr", "Inc", "Ltd", "Cte",
    ],
    after_ordinal: &[],
    function: LazyLock::new(|| {
        words(
            "a afin ai ainsi alors après au aucun aucune aucuns aussi autre autres aux avait avant avec avez \
         avoir avons c ce cela celle celui cependant certaines certains ces cet cette ceux chaque chez \
         comme contre d dans de depuis des deux devant dit donc dont du eft eftoit elle elles en encore \
         enfin ensuite entre est et eut eux fa fait fes fi foit fon font furent fut fut-il il ils j je \
         jusqu l la le les leur leurs lors lorsque lui là m ma mais malgré me mes moi mon même n ne ni \
         nos notre nous nul néanmoins on ont or ou où par parce pas pendant peu plus plusieurs pour \
         pourquoi pourtant puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi \
         s sa sans se selon sera seront ses si sien soit son sont sous sur t ta tandis te tes toi ton \
         tous tout toute toutefois toutes tu un une vers voici voilà vos votre vous y à étaient était \
         étant été être",
        )
    }),
    conjunctions: &[
        "mais",
        "car",
        "or",
        "donc",
        "puis",
        "ainsi",
        "et",
        "ou",
        "ni",
        "afin que",
        "afin qu'",
        "afin de",
        "afin d'",
        "pour que",
        "pour qu'",
        "parce que",
        "parce qu'",
        "puisque",
        "puisqu'",
        "lorsque",
        "lorsqu'",
        "quand",
        "tandis que",
        "tandis qu'",
        "alors que",
        "alors qu'",
        "bien que",
        "bien qu'",
        "quoique",
        "quoiqu'",
        "si",
        "comme",
        "de sorte que",
        "de sorte qu'",
        "en sorte que",
        "en sorte qu'",
        "selon que",
        "selon qu'",
        "jusqu' à ce",
        "qui",
        "que",
        "qu'",
        "dont",
        "où",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
    ],
    dated: &[
        "publié",
        "publiée",
        "posté",
        "paru",
        "mis à jour",
        "mise à jour",
        "modifié",
        "actualisé",
        "créé",
        "date",
        "publication",
        "article publié",
    ],
    reading: &["temps de lecture", "durée de lecture", "lecture"],
    months: &[
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
        "janv.",
        "févr.",
        "avr.",
        "juil.",
        "sept.",
        "oct.",
        "nov.",
        "déc.",
    ],
};
