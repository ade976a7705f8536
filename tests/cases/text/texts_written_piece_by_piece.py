import io

import requests


def in_a_buffer():
    buffer = io.StringIO()
    buffer.write("https://api.attio.com/v2")
    buffer.write("/notes")
    requests.get(buffer.getvalue())  # call: GET /v2/notes


def printed():
    with io.StringIO() as buffer:
        print("https://api.attio.com/v2", "tasks", sep="/", end="", file=buffer)
        requests.get(buffer.getvalue())  # call: GET /v2/tasks


def begun_with_text():
    requests.get(io.StringIO("https://api.attio.com/v2/lists").read())  # call: GET /v2/lists


def write_path(buffer, path):
    buffer.write("https://api.attio.com/v2")
    buffer.write(path)


def by_another():
    buffer = io.StringIO()
    write_path(buffer, "/webhooks")
    requests.get(buffer.getvalue())  # call: GET /v2/webhooks


def in_bytes():
    buffer = bytearray(b"https://")
    buffer += b"api.attio.com/v2"
    buffer.extend(b"/self")
    requests.get(buffer.decode())  # call: GET /v2/self


def begun_anew():
    # near miss: what was written is gone
    buffer = io.StringIO()
    buffer.write("https://api.attio.com/v2/notes")
    buffer = io.StringIO()
    buffer.write("https://api.hubapi.com/notes")
    requests.get(buffer.getvalue())
