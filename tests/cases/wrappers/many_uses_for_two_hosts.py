"""A helper with many uses; the first ones are another vendor's, the last ones are Attio's."""
import requests


def get(root, *parts):
    return requests.get("/".join((root, *parts)))


def linear(*parts): return get("https://api.linear.app", *parts)
def attio(*parts): return get("https://api.attio.com/v2", *parts)


def run():
    linear("a"), linear("b"), linear("c"), linear("d"), linear("e"), linear("f"), linear("g"), linear("h"), linear("i"), linear("j")
    linear("k"), linear("l"), linear("m"), linear("n"), linear("o"), linear("p"), linear("q"), linear("r"), linear("s"), linear("t")
    linear("notes"), linear("objects", "people"), linear("tasks"), linear("lists"), linear("u"), linear("v"), linear("w"), linear("x")
    attio("notes")  # call: GET /v2/notes
    attio("tasks", "1")  # call: GET /v2/tasks/{task_id}
    attio("lists", "sales", "views")  # call: GET /v2/lists/{list}/views
