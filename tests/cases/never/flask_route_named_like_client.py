import requests
from flask import Flask

client = Flask("attio-gateway")
BASE = "https://api.attio.com/v2"


@client.get("/v2/notes")
@client.post("/v2/notes")
def notes():
    return requests.get(BASE + "/notes").json()  # call: GET /v2/notes


@client.route("/v2/lists", methods=["GET"])
def lists():
    return {}
