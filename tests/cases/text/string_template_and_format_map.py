"""Paths from templates with names."""
from string import Template

import requests

BASE = "https://api.attio.com/v2"
RECORD = Template("/objects/$object/records/$record_id")
ENTRY = Template(BASE + "/lists/${list}/entries/${entry}")
NOTE = "%(base)s/notes/%(note)s"


def record(slug, rid):
    return requests.get(BASE + RECORD.substitute(object=slug, record_id=rid))  # call: GET /v2/objects/{object}/records/{record_id}


def entry(lst, eid):
    return requests.delete(ENTRY.safe_substitute({"list": lst, "entry": eid}))  # call: DELETE /v2/lists/{list}/entries/{entry_id}


def note(nid):
    return requests.get(NOTE % {"base": BASE, "note": nid})  # call: GET /v2/notes/{note_id}


def values(slug, rid, attribute):
    ids = {"object": slug, "id": rid, "attribute": attribute}
    path = "objects/{object}/records/{id}/attributes/{attribute}/values".format_map(ids)
    return requests.get("/".join((BASE, path)))  # call: GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
