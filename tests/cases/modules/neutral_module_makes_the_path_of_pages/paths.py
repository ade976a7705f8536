def of_note(key):
    return f"/notes/{key}"


def of_thing(kind, key):
    return f"/{kind}/{key}"
