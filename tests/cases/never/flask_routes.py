# expects nothing
from flask import Blueprint, Flask, request

app = Flask("attio-mirror")
api = Blueprint("attio", __name__, url_prefix="/v2")


@api.get("/lists")
def lists():
    return {"data": []}


@api.post("/objects/<slug>/records/query")
def query(slug):
    return {"data": [], "slug": slug, "next": request.args.get("/v2/notes")}


@app.route("/v2/notes", methods=["GET", "POST"])
def notes():
    return {"base": "https://api.attio.com/v2"}


app.register_blueprint(api)
