//! Sentences of French prose. In every case `|` stands where a sentence ends and another begins.

use enregard::witness::Language;

fn check(cases: &[&str]) {
    super::check(Language::FRENCH, cases);
}

#[test]
fn quotations_stay_with_their_attribution() {
    check(&[
        "« Est-ce possible ? » a demandé M. Poutine.",
        "« Premier.| Deuxième. »| Troisième.",
        "«À cet égard, nous aimerions convenir d’un programme (TIC).», écrit le président russe.| Il le signe.",
        "«Une responsabilité incombe aux acteurs (SII).| À cet égard, nous aimerions agir.», écrit-il.",
        "Il répondit : « Je n’irai pas. »| Puis il sortit.",
        "« C’est fini », dit-il.| « Partons. »",
        "“Vous croyez ?” demanda Julien.| “J’en suis sûr.”| Il rougit.",
        "\"Qui va là ?\" cria la sentinelle.| Personne ne bougea.",
        "\"Je viens.\"| \"Moi aussi.\"",
        "Le mot « liberté » l’émut.| Il pleura.",
        "Il a dit « non ».| Elle a dit « oui ».",
        "« Il m’a crié : “Viens !” et je suis venu », raconte-t-elle.| Nous l’avons crue.",
        "« Il m’a dit : “Sors d’ici.” »| Elle se tut.",
        "– Vous partez ? demanda-t-il.| – Oui, dit-elle.| – Alors adieu !",
        "— Monsieur, lui dit-il, avez-vous lu Candide ?| — Non.| — Lisez-le donc !",
        "« Sire, dit le marquis, il faut partir. »| Le roi ne répondit pas.",
        "« Halte ! »| Les chevaux s’arrêtèrent.",
        "Pourquoi demander « pourquoi ? » quand on sait ?| Allez.",
        "Le film « Qui a peur ? », sorti hier, déçoit.",
        "Il cita Hugo (« Ceux qui vivent, ce sont ceux qui luttent. ») et se rassit.",
        "« Rodrigue, as-tu du cœur ?| — Tout autre que mon père l’éprouverait sur l’heure. »",
    ]);
}

#[test]
fn ellipses_and_exclamations() {
    check(&[
        "Non… peut-être.",
        "Ah ! dit-il.",
        "Quoi ?!| Rien.",
        "Hélas ! que j’en ai vu mourir de jeunes filles !",
        "Il hésita…| Puis il parla.",
        "Il hésita...| Puis il parla.",
        "Je crois que... enfin, non.",
        "On y trouve de tout : livres, cartes, gravures…| Le prix varie.",
        "« Je voulais seulement… »| Elle n’acheva pas.",
        "… Et la mer monta.| Tout fut dit.",
        "Ô temps, suspends ton vol ! et vous, heures propices, suspendez votre cours !",
        "Waterloo !| Waterloo !| Waterloo ! morne plaine !",
        "Quel courage (!) il montra ce jour-là.",
        "Un certain Durand (Paul ?) l’affirme.| Nul ne le croit.",
        "Il partit (enfin !).| Elle resta.",
        "(Il partit.)| Elle resta.",
        "Il vint.| [...] Le roi mourut.",
        "Est-ce toi, chère Élise ?| Ô jour trois fois heureux !",
        "Oui !!!| Encore !!",
        "Il y en avait environ… 25 ou 30.",
    ]);
}

#[test]
fn abbreviations_end_nothing() {
    check(&[
        "cf. art. 5 et p. ex. l’accord.",
        "Il vécut av. J.-C. les Grecs le savent.",
        "Rome fut fondée en 753 av. J.-C.| Les rois y régnèrent.",
        "MM. Dupont et Dr. Martin, Pr. Noël et Mme. Lenoir, le gén. Hugo, à St. Malo et Ste. Anne.",
        "Voir l’éd. Garnier, fig. 3, vol. II, chap. IV, p. 12, pp. 14 et s. et sq. ibid. op. cit. n. b. c.-à-d. le tout.",
        "Des pommes, des poires, etc.| Le marché ferme.",
        "Les pommes, les poires, etc., sont vendues.",
        "Les fruits (pommes, poires, etc.) sont vendus.| On ferme.",
        "M. le président de la République a reçu Mgr. Lefort.| L’entretien fut bref.",
        "L’écrivain J.-J. Rousseau naquit à Genève.| Il mourut à Ermenonville.",
        "J. K. Huysmans et G. de Maupassant se connaissaient.",
        "L’U.R.S.S. n’existe plus.| Il reste la Russie.",
        "Elle vivait en U.R.S.S.| Il y mourut.",
        "Le plan A.| Il n’y en a pas d’autre.",
        "La S.N.C.F. Voyageurs annonce un retard.",
        "Né le 3 janv. 1870, mort le 4 févr. 1930.",
        "Ils étaient sept.| Huit, peut-être.",
        "C’est de l’art.| Rien de plus.",
        "Art. 12 du Code civil.| Le juge tranche le litige.",
        "Voir p. 12.| La suite manque.",
        "Son directeur, T. A. Ghebreyesus, l’a rappelé.| T. Dupont aussi.",
        "Cf. Cass. soc., 12 juill. 2010, n° 09-41.402 ; Cass. com., 5 oct. 2004, Bull. civ. IV, n° 206, p. 233.| V. également J. Carbonnier, Droit civil, t. I, 27e éd., PUF, 2002.",
        "Le boul. Saint-Germain et l’av. Foch se croisent-ils ?| Non.",
        "MM. A. Dumas père et fils dînaient.",
        "Selon Durand et al. la chose est sûre.",
        "D’après ibid. p. 4, c.-à-d. la même page.",
        "Le Dr Knock (Jules Romains, 1923) triomphe.| Tout le monde est malade.",
    ]);
}

#[test]
fn numbers_dates_and_lists() {
    check(&[
        "1. La Russie propose un pacte.| 2. Les États-Unis refusent.",
        "Premier point.| Rétablir un dialogue interministériel.",
        "IV. Du contrat social.| Il faut le relire.",
        "a. Les hommes.| b. Les femmes.",
        "A. Les hommes.| B. Les femmes.",
        "Art. 1er. – La présente convention est conclue.| Elle prend effet.",
        "Art. 2. – Le salarié percevra 2 150,50 € (J.O. du 5 févr. 2017, p. 1234 et s.).| Il est logé.",
        "La guerre finit en 1918.| En 1939, tout recommença.",
        "Il en reste 3.| 4 sont partis.",
        "Le traité du 25 mai 1972 est en vigueur.| Il lie les parties.",
        "Cela coûte 1 500,75 €.| C’est cher.",
        "Le taux est de 3.5 % environ.| Il baissera.",
        "Rendez-vous à 14 h. 30 devant la gare.",
        "Le n° 5 de la rue de Rivoli.| Le n° 7 aussi.",
        "L’article L. 121-3 du code de commerce s’applique.| L’article R. 12 aussi.",
        "L’art. 1382 C. civ. oblige à réparer.| La faute suffit.",
        "Au XIXe siècle, on écrivait « événemens ».| On ne le fait plus.",
        "Louis XIV. régna longtemps.",
        "Voir https://www.elysee.fr/a.html.| Le texte y est.",
        "Écrivez à jean.dupont@exemple.fr.| Il répondra.",
        "Le site lemonde.fr l’annonce.| L’AFP confirme.",
    ]);
}

#[test]
fn old_punctuation_and_verse() {
    check(&[
        "L’homme est né libre, et par-tout il est dans les fers.| Tel se croit le maître des autres, qui ne laisse pas d’être plus esclave qu’eux.",
        "Je suis tombé par terre : c’est la faute à Voltaire ; le nez dans le ruisseau : c’est la faute à Rousseau.",
        "Longtemps, je me suis couché de bonne heure.| Parfois, à peine ma bougie éteinte, mes yeux se fermaient si vite que je n’avais pas le temps de me dire : « Je m’endors. »| Et, une demi-heure après, la pensée qu’il était temps de chercher le sommeil m’éveillait.",
        "Maître Corbeau, sur un arbre perché, tenait en son bec un fromage.| Maître Renard, par l’odeur alléché, lui tint à peu près ce langage : « Hé ! bonjour, Monsieur du Corbeau.| Que vous êtes joli ! que vous me semblez beau ! »",
        "Ainfi qu'il eft écrit és Prophetes, Voici, j'envoye mon meffager.| La voix de celui qui crie au defert eft, Preparez le chemin.",
        "Et Dieu dit : Que la lumière soit ; et la lumière fut.| Et Dieu vit que la lumière était bonne.",
        "il fut irrité.| et moi, je n’aurais pas pitié de Ninive ?",
        "Sire, répond l’agneau, que Votre Majesté ne se mette pas en colère ; mais plutôt qu’elle considère que je me vas désaltérant dans le courant.",
        "Qu’est-ce que cela me fait, à moi ?| Je n’en sais rien.",
        "Tout est bien sortant des mains de l’Auteur des choses : tout dégénère entre les mains de l’homme.",
        "Madame, se meurt !| Madame est morte !",
        "Le 24 février 1815, la vigie de Notre-Dame de la Garde signala le trois-mâts le Pharaon.| Comme d’habitude, un pilote côtier partit aussitôt du port.",
        "Nous étions à l’étude, quand le Proviseur entra, suivi d’un nouveau habillé en bourgeois.| Ceux qui dormaient se réveillèrent.",
        "Aujourd’hui, maman est morte.| Ou peut-être hier, je ne sais pas.",
        "Ils chantent.|Le soleil baisse.",
        "Il dit : — Non !| Et — chose étrange — il sourit.",
        "Poutine tend une perche à Trump",
        "Vint la question : que faire ?| Rien, répondit-on : attendre.",
        "Napoléon Ier abdiqua.| Louis XVIII revint.",
        "J’accuse !| J’accuse le lieutenant-colonel du Paty de Clam d’avoir été l’ouvrier diabolique de l’erreur.",
    ]);
}
