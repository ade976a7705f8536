"""The method hangs on a local that is made of the body: whoever calls decides it."""
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

HOST = "api.attio.com"


def call(path, body=None, method=None, query=None):
    url = urllib.parse.urlunsplit(("https", HOST, "/v2" + path, urllib.parse.urlencode(query or {}), ""))
    data = json.dumps(body).encode("utf-8") if body is not None else None
    req = urllib.request.Request(url, data=data, method=method or ("POST" if data else "GET"))
    req.add_header("Authorization", "Bearer %s" % os.environ["ATTIO_TOKEN"])
    if data:
        req.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(req, timeout=30) as resp:
            return json.load(resp)
    except urllib.error.HTTPError as exc:
        print(exc.read().decode(), file=sys.stderr)
        raise SystemExit(1)


def main():
    call("/self")  # call: GET /v2/self
    call("/tasks", {"data": {}})  # call: POST /v2/tasks
    call("/tasks/%s" % sys.argv[1], {"data": {}}, "PATCH")  # call: PATCH /v2/tasks/{task_id}
    call("/notes", query={"limit": 5})  # call: GET /v2/notes


if __name__ == "__main__":
    main()
