"""Thirty vendors in one table; the request may go to Attio, and what it does there is written out."""
import requests

HOSTS = {
    "a": "https://a.example.org", "b": "https://b.example.org", "c": "https://c.example.org", "d": "https://d.example.org",
    "e": "https://e.example.org", "f": "https://f.example.org", "g": "https://g.example.org", "h": "https://h.example.org",
    "i": "https://i.example.org", "j": "https://j.example.org", "k": "https://k.example.org", "l": "https://l.example.org",
    "m": "https://m.example.org", "n": "https://n.example.org", "o": "https://o.example.org", "p": "https://p.example.org",
    "q": "https://q.example.org", "r": "https://r.example.org", "s": "https://s.example.org", "t": "https://t.example.org",
    "u": "https://u.example.org", "v": "https://v.example.org", "w": "https://w.example.org", "x": "https://x.example.org",
    "y": "https://y.example.org", "z": "https://z.example.org", "0": "https://0.example.org", "attio": "https://api.attio.com",
}


def notes(vendor):
    return requests.get(HOSTS[vendor] + "/v2/notes")  # call-or-unresolved: GET /v2/notes


def other():
    return requests.get(HOSTS["a"] + "/v2/notes")
