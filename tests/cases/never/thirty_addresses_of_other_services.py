"""A table as large, with a name that says Attio, and none of its addresses is Attio's."""
# expects nothing
import requests

ATTIO_PARTNERS = {
    "a": "https://a.example.org", "b": "https://b.example.org", "c": "https://c.example.org", "d": "https://d.example.org",
    "e": "https://e.example.org", "f": "https://f.example.org", "g": "https://g.example.org", "h": "https://h.example.org",
    "i": "https://i.example.org", "j": "https://j.example.org", "k": "https://k.example.org", "l": "https://l.example.org",
    "m": "https://m.example.org", "n": "https://n.example.org", "o": "https://o.example.org", "p": "https://p.example.org",
    "q": "https://q.example.org", "r": "https://r.example.org", "s": "https://s.example.org", "t": "https://t.example.org",
    "u": "https://u.example.org", "v": "https://v.example.org", "w": "https://w.example.org", "x": "https://x.example.org",
    "y": "https://y.example.org", "z": "https://z.example.org", "0": "https://0.example.org", "1": "https://1.example.org",
}


def tell(name):
    return requests.post(ATTIO_PARTNERS[name] + "/v2/notes", json={})
