"""Thirty whole addresses, all of one endpoint; which one is asked is not known."""
import requests

ROOT = "https://api.attio.com/v2/objects/"
OBJECTS = {
    "a": ROOT + "people", "b": ROOT + "companies", "c": ROOT + "deals", "d": ROOT + "users", "e": ROOT + "workspaces", "f": ROOT + "funds",
    "g": ROOT + "rounds", "h": ROOT + "memos", "i": ROOT + "angels", "j": ROOT + "partners", "k": ROOT + "vendors", "l": ROOT + "offices",
    "m": ROOT + "leases", "n": ROOT + "invoices", "o": ROOT + "renewals", "p": ROOT + "tickets", "q": ROOT + "projects", "r": ROOT + "sprints",
    "s": ROOT + "teams", "t": ROOT + "roles", "u": ROOT + "candidates", "v": ROOT + "offers", "w": ROOT + "events", "x": ROOT + "venues",
    "y": ROOT + "speakers", "z": ROOT + "sponsors", "A": ROOT + "talks", "B": ROOT + "booths", "C": ROOT + "badges", "D": ROOT + "surveys",
}


def schema(letter):
    return requests.get(OBJECTS[letter])  # call-or-unresolved: GET /v2/objects/{object}
