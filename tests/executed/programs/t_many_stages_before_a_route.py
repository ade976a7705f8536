# sends: GET /v2/notes
# env: HOOK=https://hooks.example.org/x
import os

import requests
from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/notes")
def notes():
    return requests.get("https://api.attio.com/v2/notes").json()


def stage0(url, payload=None, trace=None):
    return requests.post(url, json=payload)


def stage1(url, payload=None, trace=None):
    if trace:
        stage0(url + "/1", payload, trace)
    return stage0(url, payload, trace)


def stage2(url, payload=None, trace=None):
    if trace:
        stage1(url + "/2", payload, trace)
    return stage1(url, payload, trace)


def stage3(url, payload=None, trace=None):
    if trace:
        stage2(url + "/3", payload, trace)
    return stage2(url, payload, trace)


def stage4(url, payload=None, trace=None):
    if trace:
        stage3(url + "/4", payload, trace)
    return stage3(url, payload, trace)


def stage5(url, payload=None, trace=None):
    if trace:
        stage4(url + "/5", payload, trace)
    return stage4(url, payload, trace)


def stage6(url, payload=None, trace=None):
    if trace:
        stage5(url + "/6", payload, trace)
    return stage5(url, payload, trace)


def stage7(url, payload=None, trace=None):
    if trace:
        stage6(url + "/7", payload, trace)
    return stage6(url, payload, trace)


def stage8(url, payload=None, trace=None):
    if trace:
        stage7(url + "/8", payload, trace)
    return stage7(url, payload, trace)


def stage9(url, payload=None, trace=None):
    if trace:
        stage8(url + "/9", payload, trace)
    return stage8(url, payload, trace)


def stage10(url, payload=None, trace=None):
    if trace:
        stage9(url + "/10", payload, trace)
    return stage9(url, payload, trace)


def stage11(url, payload=None, trace=None):
    if trace:
        stage10(url + "/11", payload, trace)
    return stage10(url, payload, trace)


def stage12(url, payload=None, trace=None):
    if trace:
        stage11(url + "/12", payload, trace)
    return stage11(url, payload, trace)


def stage13(url, payload=None, trace=None):
    if trace:
        stage12(url + "/13", payload, trace)
    return stage12(url, payload, trace)


def stage14(url, payload=None, trace=None):
    if trace:
        stage13(url + "/14", payload, trace)
    return stage13(url, payload, trace)


def sync(hook, trace=None):
    stage14(hook, {"text": "started"}, trace)


if __name__ == "__main__":
    sync(os.environ["HOOK"])
    TestClient(app).get("/notes")
