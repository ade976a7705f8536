"""Functions of libraries without a model that are handed Attio's address and no verb: the entry of `wrappers` that would settle each."""
from acme.http import fetch_all, post_json
from acme.loaders import Loader

BASE = "https://api.attio.com/v2"
post_json(BASE + "/notes", {})  # unresolved: "acme.http.post_json" = { method = "POST", path = 0 }
fetch_all("token", url=BASE + "/lists")  # unresolved: "acme.http.fetch_all" = { method = "GET", path = "url" }
Loader(BASE + "/tasks").load()  # unresolved: "acme.loaders.Loader" = { method = "GET", path = 0 }
Loader("token").load(BASE + "/tasks")  # unresolved: "acme.loaders.Loader.load" = { method = "GET", path = 0 }
post_json("https://api.hubapi.com/v2/notes", {})
fetch_all("token", url="https://api.hubapi.com/v2/lists")
Loader("https://api.hubapi.com/v2/tasks").load()


def load(loader):
    loader.load(BASE + "/tasks")  # unresolved: nothing says what the library sends
    loader.load("https://api.hubapi.com/v2/tasks")
