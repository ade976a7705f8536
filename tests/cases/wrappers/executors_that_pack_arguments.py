"""Threads, pools and loops: arguments as a list and a mapping, as rows, or one after another."""
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

import requests
from starlette.background import BackgroundTask

BASE = "https://api.attio.com/v2"


def push(path, body=None):
    return requests.post(BASE + path, json=body)


def send(method, path, **kwargs):
    return requests.request(method, BASE + path, **kwargs)


threading.Thread(target=push, args=("/notes",), kwargs={"body": {}}).start()  # call: POST /v2/notes
threading.Thread(target=send, kwargs={"method": "GET", "path": "/lists"}).start()  # call: GET /v2/lists
threading.Timer(5, send, ("GET", "/self")).start()  # call: GET /v2/self
threading.Timer(5, send, ["GET"], {"path": "/self"}).start()  # call: GET /v2/self
pool = ThreadPool(4)
pool.apply_async(push, ("/tasks",))  # call: POST /v2/tasks
pool.apply_async(send, ("GET", "/webhooks"), {"timeout": 3})  # call: GET /v2/webhooks
pool.apply(send, args=("DELETE", "/webhooks/1"))  # call: DELETE /v2/webhooks/{webhook_id}
pool.starmap(send, [("GET", "/objects"), ("GET", "/lists")])  # call: GET /v2/lists | GET /v2/objects
pool.map(push, ["/notes", "/tasks"])  # call: POST /v2/notes | POST /v2/tasks
ThreadPoolExecutor().submit(send, "GET", path="/tasks")  # call: GET /v2/tasks
BackgroundTask(push, "/comments")  # call: POST /v2/comments


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(5, push, "/notes")  # call: POST /v2/notes
    await loop.run_in_executor(None, send, "GET", "/self")  # call: GET /v2/self
