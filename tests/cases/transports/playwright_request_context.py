"""Playwright's request context is a client; its pages are not."""
from playwright.sync_api import sync_playwright

with sync_playwright() as p:
    context = p.request.new_context(base_url="https://api.attio.com", extra_http_headers={"Authorization": "Bearer t"})
    context.get("/v2/notes")  # call: GET /v2/notes
    context.fetch("/v2/notes", method="POST")  # call: POST /v2/notes
    context.post("https://api.attio.com/v2/tasks", data={})  # call: POST /v2/tasks
    page = p.chromium.launch().new_page()
    page.request.get("https://api.attio.com/v2/self")  # call: GET /v2/self
    page.goto("https://api.attio.com/v2/notes")
    page.route("https://api.attio.com/v2/notes", lambda route: route.abort())
    other = p.request.new_context(base_url="https://api.hubapi.com")
    other.get("/v2/notes")
    other.fetch("/v2/notes", method="POST")
