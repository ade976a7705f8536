"""A function with one return for each of many words: address and verb belong together."""
import requests

V2 = "https://api.attio.com/v2"


def target(word):
    if word == "a":
        return "GET", V2 + "/objects/a"
    if word == "b":
        return "GET", V2 + "/objects/b"
    if word == "c":
        return "GET", V2 + "/objects/c"
    if word == "d":
        return "GET", V2 + "/objects/d"
    if word == "e":
        return "GET", V2 + "/objects/e"
    if word == "f":
        return "GET", V2 + "/objects/f"
    if word == "g":
        return "GET", V2 + "/objects/g"
    if word == "h":
        return "GET", V2 + "/objects/h"
    if word == "i":
        return "GET", V2 + "/objects/i"
    if word == "j":
        return "GET", V2 + "/objects/j"
    if word == "k":
        return "GET", V2 + "/objects/k"
    if word == "l":
        return "GET", V2 + "/objects/l"
    if word == "m":
        return "GET", V2 + "/objects/m"
    if word == "n":
        return "GET", V2 + "/objects/n"
    if word == "o":
        return "GET", V2 + "/objects/o"
    if word == "p":
        return "GET", V2 + "/objects/p"
    if word == "q":
        return "GET", V2 + "/objects/q"
    if word == "r":
        return "GET", V2 + "/objects/r"
    if word == "s":
        return "GET", V2 + "/objects/s"
    if word == "t":
        return "GET", V2 + "/objects/t"
    if word == "u":
        return "GET", V2 + "/objects/u"
    if word == "v":
        return "GET", V2 + "/objects/v"
    if word == "w":
        return "GET", V2 + "/objects/w"
    if word == "x":
        return "GET", V2 + "/objects/x"
    if word == "y":
        return "GET", V2 + "/objects/y"
    return "DELETE", V2 + "/webhooks/z"


def run(word):
    verb, url = target(word)
    return requests.request(verb, url)  # call-or-unresolved: GET /v2/objects/{object} | DELETE /v2/webhooks/{webhook_id}
