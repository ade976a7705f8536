"""curl as a program: as a list of words, as a shell's text, in a wrapper; other hosts and other programs are none."""
import asyncio
import json
import os
import subprocess

BASE = "https://api.attio.com/v2"


def lists(token):
    out = subprocess.run(  # call: GET /v2/lists
        ["curl", "-s", "-H", f"Authorization: Bearer {token}", "https://api.attio.com/v2/lists"], capture_output=True, check=True
    )
    return json.loads(out.stdout)


def note(token, body):
    subprocess.check_call(["/usr/bin/curl", "-X", "POST", f"{BASE}/notes", "-H", f"Authorization: {token}", "-d", json.dumps(body)])  # call: POST /v2/notes
    subprocess.check_output(["curl", "--json", json.dumps(body), f"{BASE}/tasks"])  # call: POST /v2/tasks
    subprocess.Popen(["curl", "-XDELETE", f"{BASE}/notes/{body['id']}"])  # call: DELETE /v2/notes/{note_id}


def shell(token, note_id):
    os.system(f"curl -X PATCH '{BASE}/tasks/{note_id}' -H 'Authorization: Bearer {token}' -d '{{}}'")  # call: PATCH /v2/tasks/{task_id}
    subprocess.run(["curl", "-G", "-d", "limit=1", f"{BASE}/lists"])  # call: GET /v2/lists
    subprocess.run(f"curl -sS {BASE}/self | jq .", shell=True)  # call: GET /v2/self


def call(method, path, *options):
    return subprocess.run(["curl", "-s", "-X", method, BASE + path, *options])


async def hooks():
    await asyncio.create_subprocess_exec("curl", "-s", f"{BASE}/webhooks")  # call: GET /v2/webhooks


call("GET", "/objects")  # call: GET /v2/objects
call("PUT", "/objects/people/records", "-d", "{}")  # call: PUT /v2/objects/{object}/records
subprocess.run(["curl", "-s", "https://api.example.com/v2/lists"])
subprocess.run(["curl", "-o", "https://api.attio.com/v2/lists", "https://example.com"])
subprocess.run(["open", "https://api.attio.com/v2/lists"])
subprocess.run(["echo", "curl", f"{BASE}/lists"])
