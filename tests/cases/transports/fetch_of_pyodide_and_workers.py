"""The fetch of Pyodide, of Workers and of App Engine."""
import js
from google.appengine.api import urlfetch
from js import fetch as page_fetch
from pyodide.http import open_url, pyfetch
from workers import fetch

BASE = "https://api.attio.com/v2"


async def send(options):
    await pyfetch(BASE + "/tasks", **options)  # call: GET /v2/tasks | POST /v2/tasks


async def run():
    await pyfetch(BASE + "/notes", method="POST", body="{}")  # call: POST /v2/notes
    await pyfetch(BASE + "/notes")  # call: GET /v2/notes
    await fetch(BASE + "/notes/1", method="DELETE")  # call: DELETE /v2/notes/{note_id}
    await js.fetch(BASE + "/tasks/1", method="PATCH")  # call: PATCH /v2/tasks/{task_id}
    await page_fetch(BASE + "/tasks")  # unresolved: nothing says what the library sends; `wrappers` can: "js.fetch"
    await pyfetch("https://api.hubapi.com/v2/notes", method="POST")
    await fetch("https://api.hubapi.com/v2/notes")
    await js.fetch("https://api.hubapi.com/v2/notes")


open_url(BASE + "/self")  # call: GET /v2/self
urlfetch.fetch(url=BASE + "/notes", method=urlfetch.POST, payload="{}")  # call: POST /v2/notes
urlfetch.fetch(BASE + "/lists")  # call: GET /v2/lists
urlfetch.make_fetch_call(urlfetch.create_rpc(), BASE + "/tasks", method="POST")  # call: POST /v2/tasks
urlfetch.fetch(url="https://api.hubapi.com/v2/notes", method=urlfetch.POST)
