# sends: GET /v2/objects
# near: the thirty addresses are printed, one other is asked
import requests

DOCS = {name: f"https://api.attio.com/v2/{name}" for name in (
    "objects", "lists", "notes", "tasks", "threads", "webhooks", "meetings", "self", "files", "emails", "comments", "sql", "activities",
)}  # fmt: skip


def main():
    for name, url in sorted(DOCS.items()):
        print(f"{name:<12}{url}")
    requests.get("https://api.attio.com/v2/objects")


main()
