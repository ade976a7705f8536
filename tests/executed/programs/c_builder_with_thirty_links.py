# sends: nothing
# near: thirty uses of a helper that makes links of another vendor, in a module about Attio
import requests

"""Copies what Attio's webhooks tell (https://developers.attio.com) to the wiki."""


def wiki(*parts):
    return "/".join(["https://wiki.example.org/api", *parts])


def send(kind):
    return requests.put(wiki("pages", kind))


for kind in ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x"):
    send(kind)
send("y"), send("z"), send("1"), send("2"), send("3"), send("4")
