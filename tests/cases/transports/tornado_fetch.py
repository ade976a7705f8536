"""tornado: no model of it yet."""
from tornado.httpclient import AsyncHTTPClient, HTTPRequest


async def main():
    client = AsyncHTTPClient()
    await client.fetch("https://api.attio.com/v2/tasks")  # todo-call: GET /v2/tasks
    await client.fetch("https://api.attio.com/v2/tasks", method="POST", body="{}")  # todo-call: POST /v2/tasks
    await client.fetch(HTTPRequest("https://api.attio.com/v2/tasks/t", method="DELETE"))  # todo-call: DELETE /v2/tasks/{task_id}
