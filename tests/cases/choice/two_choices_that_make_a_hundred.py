"""Twelve words before twelve others: more combinations than are kept; whichever it is, the host stays Attio's."""
import requests

KINDS = ["objects/a", "objects/b", "objects/c", "objects/d", "objects/e", "objects/f", "lists/a", "lists/b", "lists/c", "lists/d", "lists/e", "lists/f"]
TAILS = ["views", "views?a=1", "views?a=2", "views?a=3", "views?a=4", "views?a=5", "views?a=6", "views?a=7", "views?a=8", "views?a=9"]


def show(i, j):
    return requests.get("https://api.attio.com/v2/" + KINDS[i] + "/" + TAILS[j])  # call-or-unresolved: GET /v2/objects/{object}/views | GET /v2/lists/{list}/views
