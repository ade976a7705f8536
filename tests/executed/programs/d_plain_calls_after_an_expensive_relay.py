# sends: GET /v2/tasks, DELETE /v2/notes/{note_id}
# env: RELAY=https://relay.example.org
import os

import httpx


def relay0(target, body=None, trace=None):
    return httpx.post(target, json=body)


def relay1(target, body=None, trace=None):
    if trace:
        relay0(target + "/1", body, trace)
    return relay0(target, body, trace)

def relay2(target, body=None, trace=None):
    if trace:
        relay1(target + "/2", body, trace)
    return relay1(target, body, trace)

def relay3(target, body=None, trace=None):
    if trace:
        relay2(target + "/3", body, trace)
    return relay2(target, body, trace)

def relay4(target, body=None, trace=None):
    if trace:
        relay3(target + "/4", body, trace)
    return relay3(target, body, trace)

def relay5(target, body=None, trace=None):
    if trace:
        relay4(target + "/5", body, trace)
    return relay4(target, body, trace)

def relay6(target, body=None, trace=None):
    if trace:
        relay5(target + "/6", body, trace)
    return relay5(target, body, trace)

def relay7(target, body=None, trace=None):
    if trace:
        relay6(target + "/7", body, trace)
    return relay6(target, body, trace)

def relay8(target, body=None, trace=None):
    if trace:
        relay7(target + "/8", body, trace)
    return relay7(target, body, trace)

def relay9(target, body=None, trace=None):
    if trace:
        relay8(target + "/9", body, trace)
    return relay8(target, body, trace)

def relay10(target, body=None, trace=None):
    if trace:
        relay9(target + "/10", body, trace)
    return relay9(target, body, trace)

def relay11(target, body=None, trace=None):
    if trace:
        relay10(target + "/11", body, trace)
    return relay10(target, body, trace)

def relay12(target, body=None, trace=None):
    if trace:
        relay11(target + "/12", body, trace)
    return relay11(target, body, trace)

def relay13(target, body=None, trace=None):
    if trace:
        relay12(target + "/13", body, trace)
    return relay12(target, body, trace)


def main():
    relay13(os.environ["RELAY"], {"state": "begin"})
    attio = httpx.Client(base_url="https://api.attio.com/v2")
    attio.get("/tasks")
    root = "https://api.attio.com/v2"
    httpx.delete(f"{root}/notes/5")


if __name__ == "__main__":
    main()
