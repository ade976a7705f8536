import json
import os
import urllib.parse
import urllib.request

HOST = "https://api.attio.com"


def open_url(path, data=None):
    headers = {"Authorization": "Bearer " + os.environ["ATTIO_TOKEN"], "Content-Type": "application/json"}
    request = urllib.request.Request(urllib.parse.urljoin(HOST, path), data=data, headers=headers)
    return urllib.request.urlopen(request).read()


open_url("/v2/sequences/unsubscribed_emails", data=json.dumps({"data": {}}).encode())
open_url("/v2/sql", data=b'{"query": "select 1"}')
open_url("/v2/tasks")
