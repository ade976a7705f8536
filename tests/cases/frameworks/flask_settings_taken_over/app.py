import requests
from flask import Flask, current_app

from config import CONFIGURATIONS


def create_app(name="dev"):
    app = Flask(__name__)
    app.config.from_object(CONFIGURATIONS[name])
    app.config.from_mapping(SECOND_URL="https://api.attio.com/v2")
    app.config.update({"THIRD_URL": "https://api.attio.com/v2"}, debug="https://api.attio.com/v2")

    @app.get("/tasks")
    def tasks():
        requests.get(current_app.config["SECOND_URL"] + "/lists")  # call: GET /v2/lists
        requests.get(current_app.config["THIRD_URL"] + "/self")  # call: GET /v2/self
        requests.get(current_app.config["OTHER_URL"] + "/self")
        return requests.get(current_app.config["CRM_URL"] + "/tasks").json()  # call: GET /v2/tasks

    return app
