import requests
from flask import Flask, current_app

app = Flask(__name__)
app.config["ATTIO_URL"] = "https://api.attio.com/v2"


@app.post("/v2/notes")
def incoming():
    requests.post("https://api.attio.com/v2/notes", json={})  # call: POST /v2/notes
    return "", 204


@app.route("/v2/objects", methods=["GET"])
def objects():
    return requests.get(f"{current_app.config['ATTIO_URL']}/objects").json()  # call: GET /v2/objects
