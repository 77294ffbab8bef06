//! French words whose forms no stemmer unites: the closed classes and the irregular verbs.

/// Each line: the lemma, and its other forms. Where a form belongs to two lemmas the first line has it.
pub(super) const LINES: &[&str] = &[
    // Articles, prepositions, pronouns. `la` is also `là` without its accent: the class of a pair looks at the accents again.
    "le la les l'",
    "là",
    "de d' du des",
    "dès",
    "à au aux",
    "où",
    "ou",
    "un une uns unes",
    "je j'",
    "me m' moi",
    "te t' toi",
    "se s' soi",
    "ne n'",
    "que qu'",
    "ce c' cet cette ces",
    "celui celle ceux celles",
    "celui-ci celle-ci ceux-ci celles-ci",
    "celui-là celle-là ceux-là celles-là",
    "mon ma mes",
    "ton ta tes",
    "son sa ses",
    "notre nos",
    "votre vos",
    "leur leurs",
    "nôtre nôtres",
    "vôtre vôtres",
    "mien mienne miens miennes",
    "tien tienne tiens tiennes",
    "sien sienne siens siennes",
    "il ils",
    "elle elles",
    "quel quelle quels quelles",
    "lequel laquelle lesquels lesquelles",
    "tel telle tels telles",
    "nul nulle nuls nulles",
    "aucun aucune aucuns aucunes",
    "quelque quelques quelqu'",
    "tout toute tous toutes",
    "jusque jusqu' jusques",
    "lorsque lorsqu'",
    "puisque puisqu'",
    "quoique quoiqu'",
    "presque presqu'",
    "sur",
    "sûr sûre sûrs sûres",
    "dans",
    "mais",
    "pas",
    "plus",
    "point points",
    // Adjectives and nouns.
    "beau bel belle beaux belles",
    "nouveau nouvel nouvelle nouveaux nouvelles",
    "vieux vieil vieille vieilles",
    "fou fol folle fous folles",
    "mou mol molle mous molles",
    "blanc blanche blancs blanches",
    "franc franche francs franches",
    "sec sèche secs sèches",
    "frais fraîche fraîches",
    "long longue longs longues",
    "public publique publics publiques",
    "grec grecque grecs grecques",
    "turc turque turcs turques",
    "doux douce douces",
    "faux fausse fausses",
    "roux rousse rousses",
    "jaloux jalouse jalouses",
    "bref brève brefs brèves",
    "neuf neuve neufs neuves",
    "vif vive vifs vives",
    "cher chère chers chères",
    "fier fière fiers fières",
    "amer amère amers amères",
    "léger légère légers légères",
    "étranger étrangère étrangers étrangères",
    "malin maligne malins malignes",
    "favori favorite favoris favorites",
    "gentil gentille gentils gentilles",
    "gros grosse grosses",
    "gras grasse grasses",
    "bas basse basses",
    "las lasse lasses",
    "épais épaisse épaisses",
    "bon bonne bons bonnes",
    "mauvais mauvaise mauvaises",
    "saint sainte saints saintes",
    "œil yeux",
    "ciel cieux",
    "aïeul aïeux aïeule aïeuls",
    "travail travaux",
    "bail baux",
    "corail coraux",
    "émail émaux",
    "vitrail vitraux",
    "soupirail soupiraux",
    "mal maux",
    "cheval chevaux",
    "monsieur messieurs",
    "madame mesdames",
    "mademoiselle mesdemoiselles",
    "monseigneur messeigneurs",
    "dieu dieux",
    "feu feux",
    "lieu lieux",
    "jeu jeux",
    "vœu vœux",
    "cheveu cheveux",
    "eau eaux",
    "genou genoux",
    // Verbs.
    "être êtres suis es est sommes êtes sont étais était étions étiez étaient fus fut fûmes fûtes furent serai seras sera serons \
     serez seront serais serait serions seriez seraient sois soit soyons soyez soient fusse fusses fût fussions fussiez \
     fussent étant été",
    "avoir avoirs ai as a avons avez ont avais avait avions aviez avaient eus eut eûmes eûtes eurent aurai auras aura aurons aurez \
     auront aurais aurait aurions auriez auraient aie aies ait ayons ayez aient eusse eusses eût eussions eussiez eussent \
     ayant eu eue eues",
    "aller vais vas va allons allez vont allais allait allions alliez allaient allai allas alla allâmes allâtes allèrent irai \
     iras ira irons irez iront irais irait irions iriez iraient aille ailles aillent allasse allât allassent allant allé allée \
     allés allées",
    "pouvoir pouvoirs peux puis peut pouvons pouvez peuvent pouvais pouvait pouvions pouviez pouvaient pus put pûmes pûtes purent \
     pourrai pourras pourra pourrons pourrez pourront pourrais pourrait pourrions pourriez pourraient puisse puisses \
     puissions puissiez puissent pût pussent pouvant pu",
    "vouloir veux veut voulons voulez veulent voulais voulait voulions vouliez voulaient voulus voulut voulurent voudrai \
     voudras voudra voudrons voudrez voudront voudrais voudrait voudrions voudriez voudraient veuille veuilles veuillez \
     veuillent voulût voulussent voulant voulu voulue voulus voulues",
    "devoir devoirs dois doit devons devez doivent devais devait devions deviez devaient dus dut durent devrai devras devra devrons \
     devrez devront devrais devrait devrions devriez devraient doive doives doivent dût dussent devant dû due dues",
    "savoir savoirs sais sait savons savez savent savais savait savions saviez savaient sus sut sûmes surent saurai sauras saura \
     saurons saurez sauront saurais saurait saurions sauriez sauraient sache saches sachions sachiez sachent sût sussent \
     sachant su",
    "falloir faut fallait fallut faudra faudrait faille fallût fallu",
    "valoir vaux vaut valons valez valent valais valait valaient valut valurent vaudra vaudront vaudrait vaudraient vaille \
     vaillent valant valu",
    "naître nais naît naissent naissait naquit naquirent naîtra naîtront naisse né née nés nées naissant",
    "mourir meurs meurt mourons mourez meurent mourais mourait mouraient mourut moururent mourrai mourras mourra mourrez \
     mourront mourrait mourraient meure meures mourût mourant mort morte morts mortes",
    "croire crois croit croyons croyez croient croyais croyait croyaient crut crurent croirai croirez croira croiront croie \
     croies croyant cru crue crus",
    "boire bois boit buvons buvez boivent buvait buvaient but burent boirai boirez boira boiront boive boivent buvant bu bue",
    "vivre vivres vis vit vivons vivez vivent vivais vivait vivaient vécut vécurent vivrai vivra vivrez vivront vivrait vivant vécu",
    "lire lisons lisez lisent lisait lisaient lut lurent lira liront lise lisant lu lue lus lues",
    "rompre romps rompt rompons rompez rompent rompait rompit rompirent rompra rompu rompue rompus rompues rompant",
    "perdre perds perd perdons perdez perdent perdait perdit perdirent perdra perdront perdu perdue perdus perdues perdant",
    "rendre rends rend rendons rendez rendent rendait rendaient rendit rendirent rendra rendront rendu rendue rendus rendues \
     rendant",
    "entendre entends entend entendons entendez entendent entendait entendaient entendit entendirent entendra entendront \
     entendu entendue entendus entendues entendant",
    "répondre réponds répond répondons répondez répondent répondait répondaient répondit répondirent répondra répondront \
     répondu répondant",
    "descendre descends descend descendent descendait descendaient descendit descendirent descendra descendu descendue \
     descendus descendant",
    "vendre vends vend vendez vendent vendait vendit vendirent vendra vendu vendue vendus vendues vendant",
    "conclure conclus conclut concluent concluait conclurent conclue conclues concluant",
    "ouvrir ouvre ouvrent ouvrait ouvrit ouvrirent ouvrira ouvert ouverte ouverts ouvertes ouvrant",
    "offrir offre offres offrent offrait offrit offrirent offrira offert offerte offerts offertes offrant",
    "souffrir souffre souffrent souffrait souffrit souffrirent souffrira souffert soufferte souffrant",
    "craindre crains craint craignons craignez craignent craignait craignaient craignit craignirent craindra craigne craignant \
     crainte craintes",
    "plaire plaît plaisent plaisait plut plaira plaise plu plaisant",
    "courir courons courez courent courait couraient courut coururent courra couru",
];

/// Verbs with prefixes: the prefixes (`-` for none) before the bar, the forms after it.
pub(super) const PREFIXED: &[&str] = &[
    "- re de par sur inter pré con sub sou pro dis contre|venir viens vient venons venez viennent venais venait venions \
     veniez venaient vins vint vînmes vinrent viendrai viendras viendra viendrons viendrez viendront viendrais viendrait \
     viendraient vienne viennes vînt vinssent venant venu venue venus venues",
    "- re main sou ob con dé entre abs appar|tenir tiens tient tenons tenez tiennent tenais tenait tenions teniez \
     tenaient tins tint tînmes tinrent tiendrai tiendras tiendra tiendrons tiendrez tiendront tiendrais tiendrait \
     tiendraient tienne tiennes tînt tenant tenu tenue tenus tenues",
    "- re com ap sur entre é mé|prendre prends prend prenons prenez prennent prenais prenait prenaient prit prirent \
     prendrai prendras prendra prendrons prendrez prendront prendrais prendrait prendraient prenne prennes prît prissent \
     prenant pris prise prises",
    "- re per pro com ad sou o trans dé|mettre mets met mettons mettez mettent mettais mettait mettaient mis mit mirent mettrai \
     mettras mettra mettrons mettrez mettront mettrais mettrait mettraient mette mettes mît missent mettant mise mises",
    "- re inter contre pré mé|dire dis dit disons dites disez disent disais disait disaient dîmes dirent dirai diras dira \
     dirons direz diront dirais dirait diraient dise dises dît dissent disant dite dites dits",
    "- re dé satis contre par|faire fais fait faisons faites font faisais faisait faisions faisiez faisaient fit fîmes \
     firent ferai feras fera ferons ferez feront ferais ferait feraient fasse fasses fassions fassiez fassent fît fissent \
     faisant faite faits",
    "- re pré entre pour|voir vois voit voyons voyez voient voyais voyait voyaient vis vit vîmes virent verrai verras verra \
     verrons verrez verront verrais verrait verraient voyant vu vue vus vues vît",
    "con recon mécon|naître nais naît naissons naissez naissent naissais naissait naissaient nut nurent naîtrai naîtra \
     naîtront naîtrait naisse naissent naissant nu nue nus nues",
    "pa appa dispa réappa compa|raître rais raît raissons raissent raissait raissaient rut rurent raîtra raîtront raîtrait \
     raisse raissent raissant ru rue rus rues",
    "re con aper per dé|cevoir çois çoit cevons cevez çoivent cevais cevait cevaient çut çurent cevrai cevra cevrez cevront \
     cevrait çoive çoivent cevant çu çue çus çues",
    "é dé ins pres sous trans|crire cris crit crivons crivez crivent crivait crivaient crivit crivirent crira criront \
     crive crivant crite crits crites",
    "con dé pro intro ré sé tra|duire duis duit duisons duisez duisent duisait duisaient duisit duisirent duira duiront \
     duise duisant duite duits duites",
    "- pour|suivre suivons suivez suivent suivait suivaient suivit suivirent suivra suivront suive suivant suivi suivie \
     suivis suivies",
    "ac con re|quérir quiers quiert quièrent quérait quit quirent querra quis quise quises quérant",
    "at é pré dé re con|tendre tends tend tendent tendait tendaient tendit tendirent tendra tendront tendu tendue tendus \
     tendues tendant",
    "dé con inter|battre bats bat battent battait battaient battit battirent battra battu battue battus battues battant",
    "at é res dé|teindre teins teint teignent teignait teignit teignirent teindra teigne teignant teinte",
    "- re dé dis|joindre joins joint joignent joignait joignit joignirent joindra joigne joignant jointe joints",
    "cons res pres|sentir sens sent sentons sentez sentent sentait sentaient sentit sentirent sentira sentant senti sentie",
    "- ac re|cueillir cueille cueillent cueillait cueillit cueillirent cueilleront cueillera cueilli cueillie cueillis",
];
