"""The texts of the rows of a table in JSON, as other formats have them."""


def cell(witness, units):
    """The text of a witness in a row."""
    parts, last = [], None
    for unit in units:
        if last is not None:
            parts.append(" " if unit == last + 1 else " […] ")
        start, end = witness["units"][unit]["chars"]
        parts.append(witness["text"][start:end])
        last = unit
    return "".join(parts)


def cells(table):
    return [[cell(w, u) for w, u in zip(table["witnesses"], row["units"])] for row in table["rows"]]
