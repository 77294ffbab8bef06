"""The texts of load.py: a kind each, of any size."""

import random

NAMES = ["Alard", "Berthe", "Colin", "Denise", "Eude", "Flore", "Gaston", "Hugues", "Iseult", "Josse"]
PLAIN = "le chat dort sur la table et mange une pomme rouge dans ville"
VIEW = ["A.txt", "B.txt", "--no-settings", "--thesaurus", "none", "--threads", "1", "--view", "summary"]


class Load:
    """A kind of text, what is run on it, and how large it is at the most; `quick` where .ci/run has it as well."""

    def __init__(self, name, size, files, arguments=VIEW, quick=False, codes=(0,)):
        self.name, self.size, self.files, self.arguments, self.quick, self.codes = name, size, files, arguments, quick, codes


def changed(text):
    """Another rendering of a text."""
    return text.replace("chat", "chien").replace("pomme", "poire").replace("7", "8")


def pair(text):
    """Two files of a text and another rendering of it."""
    return {"A.txt": text + "\n", "B.txt": changed(text) + " fin\n"}


def sentence(word):
    """One sentence of words that `word` makes of chance and their number."""
    return lambda size, chance: pair(" ".join(word(chance, n) for n in range(size)))


def of(words):
    """One sentence of words taken at random."""
    words = words.split()
    return sentence(lambda chance, _: chance.choice(words))


def again(piece, begin="", end=""):
    """The same piece again and again."""
    return lambda size, _: pair(begin + piece * size + end)


def vocabulary(chance, _):
    """A word of 50,000."""
    n = chance.randrange(50_000)
    return "".join("bcdfglmnprst"[n // 12**k % 12] + "aeiou"[n // 5**k % 5] for k in range(4))


def quoted(chance, n):
    word = chance.choice(PLAIN.split())
    return f"« {word}" if n % 9 == 0 else f"{word} »," if n % 9 == 6 else word


def unrelated(size, chance):
    def side():
        return "".join(" ".join(vocabulary(chance, 0) for _ in range(12)).capitalize() + ".\n" for _ in range(size))

    return {"A.txt": side(), "B.txt": side()}


def shuffled(size, chance):
    lines = [" ".join(vocabulary(chance, 0) for _ in range(10)).capitalize() + ".\n" for _ in range(size)]
    other = lines[:]
    chance.shuffle(other)
    return {"A.txt": "".join(lines), "B.txt": "".join(other)}


def backwards(size, chance):
    lines = [" ".join(vocabulary(chance, 0) for _ in range(10)).capitalize() + ".\n" for _ in range(size)]
    return {"A.txt": "".join(lines), "B.txt": "".join(reversed(lines))}


def copies(line, other):
    """One line again and again, and another in the place of every seventh."""
    return lambda size, _: {"A.txt": line * size, "B.txt": "".join(other if n % 7 == 3 else line for n in range(size))}


# One long sentence, of each kind of word that something is done about; a size is a number of words or of pieces.
GROWING = [
    Load("few words", 250_000, of(PLAIN), quick=True),
    Load("many words", 200_000, sentence(vocabulary), quick=True),
    Load("one word", 400_000, again("la "), quick=True),
    Load("words that are pairs", 200_000, of("dans le dans la le dans la")),
    Load("numbers in letters of Rome", 400_000, again("IV "), quick=True),
    Load("numbers", 100_000, sentence(lambda chance, n: str(chance.randrange(10_000))), quick=True),
    Load("numbers, each once", 100_000, sentence(lambda chance, n: str(n))),
    Load("numbers in words", 100_000, of("deux cent mille trois quatre vingts dix cinq et soixante un")),
    Load("years and dates", 60_000, sentence(lambda chance, n: f"le {n % 28 + 1} mars {1700 + chance.randrange(300)}"), quick=True),
    Load("hours", 60_000, sentence(lambda chance, n: f"à {n % 24} h {chance.randrange(60)}")),
    Load("sums of money", 60_000, sentence(lambda chance, n: f"{chance.randrange(999)} euros")),
    Load("percentages", 60_000, sentence(lambda chance, n: f"{chance.randrange(999)},5 %")),
    Load("numbers of telephones", 30_000, sentence(lambda chance, n: f"01 42 {n % 90 + 10} {chance.randrange(10, 99)} 17")),
    Load("figures without an end", 400_000, again("17")),
    Load("figures in threes", 200_000, again("107 ")),
    Load("negations", 80_000, of("ne pas jamais plus rien sans non point que ni"), quick=True),
    Load("names", 80_000, sentence(lambda chance, n: chance.choice(NAMES)), quick=True),
    Load("names, each once", 80_000, sentence(lambda chance, n: vocabulary(chance, n).capitalize()), quick=True),
    Load("names with figures", 80_000, sentence(lambda chance, n: f"Nom{chance.randrange(500)}")),
    Load("names with titles", 60_000, sentence(lambda chance, n: f"M. {chance.choice(NAMES)}")),
    Load("names of many parts", 100_000, sentence(lambda chance, n: f"Jean-{chance.choice(NAMES)} de")),
    Load("initials", 100_000, sentence(lambda chance, n: f"{chance.choice('ABCDEF')}.")),
    Load("acronyms", 80_000, of("ONU OTAN O.N.U. UE U.E. Organisation des Nations Unies")),
    Load("abbreviations", 100_000, of("M. Mme. etc. p. ex. cf. art. vol. n°")),
    Load("addresses", 30_000, sentence(lambda chance, n: f"http://ex{n % 7}.org/a?b={n} x{n}@ex.org")),
    Load("passages in quotation marks", 100_000, sentence(quoted), quick=True),
    Load("quotation marks that open", 200_000, again("« chat ")),
    Load("quotation marks that close", 200_000, again("chat » ")),
    Load("quotation marks", 400_000, again('" ')),
    Load("brackets that open", 300_000, again("(")),
    Load("brackets", 100_000, again("(chat) ")),
    Load("apostrophes", 200_000, again("l’")),
    Load("single quotes", 300_000, again("'")),
    Load("hyphens", 200_000, again("chat-")),
    Load("hyphens alone", 300_000, again("-")),
    Load("points", 400_000, again(".")),
    Load("points and spaces", 300_000, again(". ")),
    Load("marks", 300_000, of("! ? , ; : … — –")),
    Load("clauses", 100_000, again("le chat dort ; "), quick=True),
    Load("colons", 100_000, again("le chat : ")),
    Load("commas", 200_000, again("chat, ")),
    Load("words in capitals", 100_000, of(PLAIN.upper())),
    Load("one word of letters", 2_000_000, again("mot")),
    Load("letters with marks", 1_000_000, again("\u0301", "e"), quick=True),
    Load("marks of all kinds", 300_000, sentence(lambda chance, n: "e" + "\u0323\u0301\u0327\u0302"[n % 4])),
    Load("words with many marks", 20_000, again("e" + "\u0301\u0323\u0327" * 20 + " ")),
    Load("white space", 4_000_000, again(" ", "chat")),
    Load("no-break spaces", 1_000_000, again("\u00a0", "chat")),
    Load("words divided at ends of lines", 60_000, again("cha-\nts ")),
    Load("empty lines", 2_000_000, again("\n", "chat.", "chat.")),
    Load("line ends of Mac", 500_000, again("chat\r")),
    Load("line ends of Unicode", 300_000, again("chat\u2028")),
    Load("form feeds", 200_000, again("chat\f")),
    Load("emoji", 200_000, again("👩\u200d👩\u200d👧 ")),
    Load("Chinese", 300_000, again("猫在桌子上睡觉")),
    Load("Arabic", 200_000, again("نامت القطة ")),
    Load("Greek", 200_000, again("ὁ ἄνθρωπος ")),
    Load("surrogates of controls", 300_000, again("\u202e\u2066 ")),
]
# The same on one line, which is not cut.
LINES = [Load(f"line: {load.name}", load.size, load.files, [*load.arguments, "--unit", "line"], load.quick) for load in GROWING]
# Many sentences.
GROWING += [
    Load("sentences of one word", 200_000, lambda size, chance: pair("".join(f"{vocabulary(chance, 0)}.\n".capitalize() for _ in range(size))), quick=True),
    Load("copies of one sentence", 60_000, copies("Le chat dort sur la table.\n", "Le chien dort.\n"), quick=True),
    Load("copies of two sentences", 60_000, copies("Le chat dort. Il mange une pomme.\n", "Il dort.\n")),
    Load("sentences in another order", 20_000, shuffled, quick=True),
    Load("sentences backwards", 20_000, backwards),
    Load("sentences that are unrelated", 20_000, unrelated, quick=True),
    Load("lists with numbers", 60_000, lambda size, _: pair("".join(f"{n}. Le chat {n} dort.\n" for n in range(size)))),
    Load("headings", 40_000, lambda size, _: pair("".join(f"CHAPITRE {n}\n\nLe chat {n} dort.\n\n" for n in range(size)))),
    # Between half of this and a quarter more of its sentences are tied, and so it takes more than twice as long.
    Load("dialogue", 120_000, lambda size, _: pair("".join(f"— Le chat {n % 90} dort, dit-il.\n" for n in range(size)))),
    Load("lines that repeat at pages", 40_000, lambda size, _: pair("".join(f"Le Livre du Chat {n}\nIl dort {n} fois.\n\f" for n in range(size)))),
    Load("languages in turn", 20_000, lambda size, _: pair("Le chat dort sur la table.\n\nThe cat sleeps on the table.\n\n" * size)),
]

def long_sentence(size, chance):
    """One sentence of so many bytes."""
    words = [vocabulary(chance, 0) for _ in range(size // 9)]
    return pair(", ".join(words))


def distinct_words(size, chance):
    return {name: (f"{vocabulary(chance, 0)}.\n".capitalize() for _ in range(size)) for name in ("A.txt", "B.txt")}


def prose(size, chance):
    """A text of so many bytes, in paragraphs, and another rendering of it."""
    sentences = [" ".join(vocabulary(chance, 0) for _ in range(chance.randrange(6, 20))).capitalize() for _ in range(2000)]

    def side(change):
        chance, left = random.Random(size), size
        while left > 0:
            paragraph = ". ".join(chance.choice(sentences) for _ in range(5)) + ".\n\n"
            left -= len(paragraph)
            yield change(paragraph)

    return {"A.txt": side(str), "B.txt": side(lambda text: text.replace("ba", "bo"))}


def small(name, head, piece, foot):
    """A file of so many bytes in some format, beside a small text."""

    def files(size, _):
        def pieces():
            yield head
            for n in range(size // len(piece)):
                yield piece.replace("@", str(n))
            yield foot

        return {name: pieces(), "B.txt": "Le chat dort.\n"}

    return files


def deep(size, _):
    return {"A.xml": ["<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>", "<div>" * size, "Le chat dort.", "</div>" * size, "</body></text></TEI>"],
            "B.txt": "Le chat dort.\n"}


def manifest(size, _):
    return {"pairs.jsonl": ('{"a_text": "Le chat dort %d fois.", "b_text": "Le chien dort %d fois."}\n' % (n, n) for n in range(size))}


def lines(size, _):
    return {"pairs.jsonl": ["\n" * size, '{"a_text": "Le chat.", "b_text": "Le chien."}\n']}


def of_three(load):
    def files(size, chance):
        made = load.files(size, chance)
        made = {name: content if isinstance(content, (str, bytes)) else "".join(content) for name, content in made.items()}
        return dict(made, **{"C.txt": made["B.txt"].replace("dort", "ronfle").replace("bi", "bu")})

    return Load(f"three: {load.name}", load.size // 10, files, ["C.txt", *load.arguments], load.quick, load.codes)


# Inputs of a size that few have. What ends with 2 is told before the work.
TEXTS = [
    Load("a text of 20 MB", 20_000_000, prose),
    Load("one sentence of 5 MB", 5_000_000, long_sentence),
    Load("300,000 copies of one sentence", 300_000, copies("Le chat dort sur la table.\n", "Il dort.\n"), quick=True),
    Load("a million sentences of one word", 1_000_000, distinct_words),
    Load("20,000 unrelated lines", 20_000, unrelated, quick=True),
    Load("a letter with a million marks", 1_000_000, again("\u0301", "e")),
]
READ = [
    Load("a text of 200 MB, cut", 200_000_000, prose, ["segment", "A.txt"]),
    Load("HTML of 200 MB", 200_000_000, small("A.html", "<html><body>", "<p>Le chat @ dort <b>sur</b> la table.</p>\n", "</body></html>"), ["segment", "A.html"]),
    Load("CSV of 200 MB", 200_000_000, small("A.csv", "texte,note\n", '"Le chat, @, dort sur la table.",x\n', ""), ["segment", "A.csv"]),
    Load("XML of a million levels", 1_000_000, deep, ["segment", "A.xml"], codes=(0, 2)),
    Load("a million short pairs", 1_000_000, manifest, ["batch", "pairs.jsonl", "--no-settings", "-q"]),
    Load("a manifest of 500 MB of empty lines", 500_000_000, lines, ["batch", "pairs.jsonl", "--no-settings", "-q"]),
]
LARGE = [*TEXTS, *(of_three(load) for load in TEXTS), *READ]

FORMATS = ["csv", "json", "jsonl", "markdown", "html", "svg", "xlsx", "tmx", "tei", "collatex", "vecalign", "ladder", "word-diff", "criticmarkup", "docx",
           "docx-facing", "epub", "apparatus", "latex", "latex-facing", "tei-standoff", "dot", "graphml", "svg-tree", "newick"]
VIEWS = ["side", "stacked", "apparatus", "inline", "table", "summary"]


def outputs(name, size, files, *more):
    """Every format and view of a text."""
    compared = ["A.txt", "B.txt", "--no-settings", "--thesaurus", "none", "--threads", "1", *more]
    for view in VIEWS:
        yield Load(f"{view} of {name}", size, files, [*compared, "--view", view])
    for format in FORMATS:
        yield Load(f"{format} of {name}", size, files, [*compared, "-q", "-o", f"{format}:out"], codes=(0, 2))


OUTPUTS = [
    *outputs("sentences", 10_000, copies("Le chat dort sur la table.\n", "Il dort.\n")),
    *outputs("a line of words", 20_000, of(PLAIN), "--unit", "line"),
    *outputs("a line of facts", 10_000, sentence(lambda chance, n: f"le {n % 28 + 1} mars {chance.choice(NAMES)},"), "--unit", "line"),
]
