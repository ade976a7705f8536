"""`g` under another name is the same object; an object of the project that is called `g` is another one."""
from flask import Flask, current_app as here
from flask import g as per_request

from crm import Crm

app = Flask(__name__)
app.crm = Crm()


@app.before_request
def opened():
    per_request.client = Crm()


@app.get("/tasks")
def tasks():
    return here.crm.get("/tasks").json()  # call: GET /v2/tasks
