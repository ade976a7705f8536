import importlib

import requests

import app

app.run("prod")
app.run("other")
requests.post(importlib.import_module(".prod", "app").BASE + "/notes")  # call: POST /v2/notes
requests.post(importlib.import_module(".other", package="app").BASE + "/notes")
