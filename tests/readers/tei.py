"""The text of a witness in TEI with parallel segmentation."""

XML = "{http://www.w3.org/XML/1998/namespace}"
TEI = "{http://www.tei-c.org/ns/1.0}"


def given_back(root, sigla):
    """The text of each witness, as its readings make it."""
    body = root.find(f"{TEI}text/{TEI}body")
    return [reading(body, "#" + siglum).strip() for siglum in sigla]


def reading(element, witness):
    """The text of an element as one witness has it."""
    if element.tag == TEI + "rdg" and witness not in element.get("wit").split():
        return ""
    parts = [] if element.tag == TEI + "app" else [element.text or ""]
    for child in element:
        parts.append(reading(child, witness))
        if element.tag != TEI + "app":
            parts.append(child.tail or "")
    return "".join(parts)
