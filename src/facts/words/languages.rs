//! The words of each language.

use super::Words;

pub(super) static FRENCH: Words = Words {
    numbers: "zéro=0 ~un=1 ~une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 ~neuf=9 dix=10 onze=11 douze=12 treize=13 \
        quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 \
        huitante=80 octante=80 nonante=90 cent=100 cents=100 mille=1000 mil=1000 million=1000000 millions=1000000 \
        milliard=1000000000 milliards=1000000000 millier=1000 milliers=1000 ~dizaine=10 ~douzaine=12 ~quinzaine=15 \
        ~vingtaine=20 ~trentaine=30 ~quarantaine=40 ~cinquantaine=50 ~soixantaine=60 ~centaine=100 ~dizaines=10 ~douzaines=12 ~centaines=100 ~cinquantaines=50 ~tiers=3 ~quart=4 ~quarts=4 ~paire=2 ~couple=2",
    and: "et",
    months: "janvier février mars avril mai juin juillet août|aout septembre octobre novembre décembre",
    weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    capital_months: false,
    doubtful_months: "mars mai avril",
    openers: "ne n'",
    opener_negates: false,
    seconds: "pas point plus jamais rien aucun aucune personne nul nulle guère ni nullement aucunement",
    negations: "non sans aucun aucune nul nulle nullement aucunement pas jamais",
    subjects: "personne rien",
    articles: "une la les des cette ces chaque seule",
    undoing: &["manqu", "cess", "exclu"],
    excuses: "ne n' ni point rien personne guère moins peu sinon sauf excepté hormis hors seul seule seulement que \
        contre loin avant faute nenni néant plutôt",
    excusing_stems: &[
        "non-", "refus", "ignor", "empêch", "interdi", "cess", "manqu", "défen", "dépourv",
        "exempt", "inutil", "imposs", "incap", "inconn", "incr", "indign", "infid", "injust",
        "innoc", "insens", "invis", "aucun", "abst", "échapp", "perd", "priv", "vain", "vide",
        "stéril", "jamais", "étern", "épargn", "évit", "gard",
    ],
    also: &[("non", "plus"), ("non", "seulement")],
    ordinal_endings: &["ième", "ièmes", "iéme"],
    ordinals: "~premier=1 ~première=1 ~premiers=1 ~premières=1 ~second=2 ~seconde=2 unième=1 cinquième=5 neuvième=9",
    halves: &["et demi", "et demie"],
    half_of: &["demi"],
    percents: &["%", "pour cent", "pour cents", "p. 100"],
    decimal_mark: ',',
    day_first: true,
    date_joints: &[],
    hours: &["h", "heure", "heures"],
    afternoon: &[],
    pronouns: "il elle ils elles lui eux celui-ci celle-ci",
    subject_verbs: "a ont avait avaient aura auront aurait est sont était étaient sera seront serait fut furent eut \
        eurent ne n' se s' vient va",
    verb_endings: &["er", "ir", "re", "ant", "ez"],
    openings: "tel telle tels telles seul seule autre celui voici voilà hier demain aujourd'hui alors ensuite puis \
        enfin monsieur madame mieux bien mal peu assez trop tant",
    capitals_name: true,
};

pub(super) static ENGLISH: Words = Words {
    numbers: "zero=0 ~one=1 two=2 ~twice=2 ~both=2 ~pair=2 ~couple=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 \
        fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 \
        ~dozen=12 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 million=1000000 billion=1000000000",
    and: "and",
    months: "january february march april may june july august september october november december",
    weekdays: "monday tuesday wednesday thursday friday saturday sunday",
    capital_months: true,
    doubtful_months: "march may august april june",
    openers: "not n't never cannot",
    opener_negates: true,
    seconds: "",
    negations: "no none nothing nobody neither nor nowhere without",
    subjects: "",
    articles: "",
    undoing: &["fail", "cease"],
    excuses: "un hardly scarcely barely only but lest unless except rather little few less",
    excusing_stems: &[
        "refus", "ignor", "fail", "cease", "lack", "forbid", "forbad", "prevent", "deny", "denie",
        "un", "imposs", "improb", "incap", "inabil", "innoc", "inval", "invis", "inad", "injust",
        "disag", "disap", "disob", "disbel", "dislik", "absen", "empty", "free",
    ],
    also: &[("not", "only")],
    ordinal_endings: &["th"],
    ordinals: "~first=1 ~second=2 third=3 fifth=5 eighth=8 ninth=9 twelfth=12 twentieth=20 thirtieth=30 fortieth=40 \
        fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90",
    halves: &["and a half"],
    half_of: &["half a"],
    percents: &["%", "percent", "per cent"],
    decimal_mark: '.',
    day_first: false,
    date_joints: &["of"],
    hours: &[],
    afternoon: &["pm", "p.m."],
    pronouns: "he she they him them",
    subject_verbs: "",
    verb_endings: &["ing", "ed", "ly", "s"],
    openings: "yesterday today tomorrow later mr mrs ms dr",
    capitals_name: true,
};

pub(super) static GERMAN: Words = Words {
    numbers: "~ein=1 ~eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 \
        dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 \
        vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000 million=1000000 millionen=1000000 milliarde=1000000000 \
        milliarden=1000000000",
    and: "und",
    months: "januar|jänner februar märz april mai juni juli august september oktober november dezember",
    weekdays: "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    capital_months: true,
    doubtful_months: "august",
    openers: "nicht nie niemals",
    opener_negates: true,
    seconds: "",
    negations: "nein kein keine keinen keinem keiner keines nichts niemand niemanden ohne weder",
    subjects: "",
    articles: "",
    undoing: &[],
    excuses: "noch kaum nur sondern außer wenig weniger",
    excusing_stems: &["un", "verweiger", "weiger", "verbiet", "verbot", "fehl"],
    also: &[("nicht", "nur")],
    ordinal_endings: &["te", "ten", "ter", "tes", "ste", "sten", "ster", "stes"],
    ordinals: "~erste=1 ~ersten=1 ~erster=1 ~erstes=1 dritte=3 dritten=3 dritter=3 drittes=3 siebte=7 siebten=7 achte=8 \
        achten=8",
    halves: &["und eine halbe", "und ein halbes"],
    half_of: &["eine halbe"],
    percents: &["%", "prozent"],
    decimal_mark: ',',
    day_first: true,
    date_joints: &[],
    hours: &["uhr"],
    afternoon: &[],
    pronouns: "er sie",
    subject_verbs: "",
    verb_endings: &[],
    openings: "",
    // Every noun has one.
    capitals_name: false,
};

pub(super) static SPANISH: Words = Words {
    numbers: "~un=1 ~uno=1 ~una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 \
        trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 \
        veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 \
        setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 mil=1000 millón=1000000 millones=1000000 \
        doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 cuatrocientas=400 \
        quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 \
        ochocientos=800 ochocientas=800 novecientos=900 novecientas=900",
    and: "y",
    months: "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    weekdays: "lunes martes miércoles jueves viernes sábado domingo",
    capital_months: false,
    doubtful_months: "marzo mayo",
    openers: "no",
    opener_negates: true,
    seconds: "nunca jamás nada nadie ningún ninguno ninguna ni tampoco",
    negations: "nunca jamás nada nadie ningún ninguno ninguna sin tampoco",
    subjects: "",
    articles: "",
    undoing: &["dej"],
    excuses: "ni sino apenas menos poco sólo solo solamente excepto salvo",
    excusing_stems: &["neg", "impid", "imped", "prohib", "falt", "in", "im", "des"],
    also: &[("no", "sólo"), ("no", "solo")],
    ordinal_endings: &[],
    ordinals: "~primero=1 ~primer=1 ~primera=1 ~segundo=2 ~segunda=2 tercero=3 tercer=3 tercera=3 ~cuarto=4 ~cuarta=4 \
        quinto=5 quinta=5 sexto=6 sexta=6 séptimo=7 séptima=7 octavo=8 octava=8 noveno=9 novena=9 décimo=10 décima=10",
    halves: &["y medio", "y media"],
    half_of: &["medio"],
    percents: &["%", "por ciento"],
    decimal_mark: ',',
    day_first: true,
    date_joints: &["de", "del"],
    hours: &["h"],
    afternoon: &[],
    pronouns: "él ella ellos ellas",
    subject_verbs: "ha han había es son era eran fue fueron será",
    verb_endings: &["ar", "er", "ir", "ando", "endo"],
    openings: "ayer hoy mañana",
    capitals_name: true,
};

pub(super) static ITALIAN: Words = Words {
    numbers: "~un=1 ~uno=1 ~una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 \
        dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 \
        trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=100 mille=1000 \
        mila=1000 milione=1000000 milioni=1000000 \
        miliardo=1000000000 miliardi=1000000000",
    and: "e",
    months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    weekdays: "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    capital_months: false,
    doubtful_months: "marzo",
    openers: "non",
    opener_negates: true,
    seconds: "mai nulla niente nessun nessuno nessuna né più",
    negations: "niente nulla nessun nessuno nessuna senza no",
    subjects: "",
    articles: "",
    undoing: &["manc"],
    excuses: "né mai ma soltanto solo poco meno eccetto fuorché",
    excusing_stems: &["neg", "imped", "proib", "manc", "rifiut", "in", "im", "dis"],
    also: &[("non", "solo"), ("non", "soltanto")],
    ordinal_endings: &["esimo", "esima"],
    ordinals: "~primo=1 ~prima=1 ~secondo=2 ~seconda=2 terzo=3 terza=3 quarto=4 quarta=4 quinto=5 quinta=5 sesto=6 \
        sesta=6 settimo=7 settima=7 ottavo=8 ottava=8 nono=9 nona=9 decimo=10 decima=10",
    halves: &["e mezzo", "e mezza"],
    half_of: &["mezzo"],
    percents: &["%", "per cento"],
    decimal_mark: ',',
    day_first: true,
    date_joints: &[],
    hours: &[],
    afternoon: &[],
    pronouns: "egli ella essi lui lei",
    subject_verbs: "ha hanno aveva è sono era erano fu furono sarà",
    verb_endings: &["are", "ere", "ire", "ando", "endo"],
    openings: "ieri oggi domani",
    capitals_name: true,
};
