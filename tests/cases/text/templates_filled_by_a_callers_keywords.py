"""A template whose fields a caller gives by `**`, by a mapping or by `*`: its host too."""
import requests

V2 = "https://api.attio.com/v2"


def by_keywords(**given):
    return requests.get("{base}/{kind}".format(**given))


def by_mapping(given):
    return requests.get("{base}/{kind}".format_map(given))


def by_percent(given):
    return requests.get("%(base)s/%(kind)s" % given)


def by_position(*given, **more):
    return requests.get("{base}/{}/{}".format(*given, **more))


def by_default(**given):
    given.setdefault("base", V2)
    return requests.get("{base}/{kind}".format(**given))


def of_a_row(row):
    return requests.get("{row[base]}/{row[kind]}".format(row=row))


def main():
    by_keywords(base=V2, kind="notes")  # call: GET /v2/notes
    by_keywords(base="https://api.hubapi.com", kind="notes")
    by_mapping({"base": V2, "kind": "tasks"})  # call: GET /v2/tasks
    by_percent({"base": V2, "kind": "lists"})  # call: GET /v2/lists
    by_position("notes", "1", base=V2)  # call: GET /v2/notes/{note_id}
    by_default(kind="webhooks")  # call: GET /v2/webhooks
    of_a_row({"base": V2, "kind": "self"})  # call: GET /v2/self
