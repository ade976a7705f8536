# sends: DELETE /v2/tasks/{task_id}, POST /v2/notes, GET /v2/self
# may: GET /v2/*, POST /v2/*, PATCH /v2/*, DELETE /v2/*, PUT /v2/*
# argv: drop-task note whoami
import sys

import requests

API = "https://api.attio.com/v2"


def plan(command, key="1"):
    match command:
        case "whoami":
            return "GET", f"{API}/self"
        case "objects":
            return "GET", f"{API}/objects"
        case "object":
            return "GET", f"{API}/objects/{key}"
        case "new-object":
            return "POST", f"{API}/objects"
        case "fields":
            return "GET", f"{API}/objects/{key}/attributes"
        case "query":
            return "POST", f"{API}/objects/{key}/records/query"
        case "assert":
            return "PUT", f"{API}/objects/{key}/records"
        case "create":
            return "POST", f"{API}/objects/{key}/records"
        case "lists":
            return "GET", f"{API}/lists"
        case "list":
            return "GET", f"{API}/lists/{key}"
        case "entries":
            return "POST", f"{API}/lists/{key}/entries/query"
        case "enter":
            return "POST", f"{API}/lists/{key}/entries"
        case "members":
            return "GET", f"{API}/workspace_members"
        case "member":
            return "GET", f"{API}/workspace_members/{key}"
        case "notes":
            return "GET", f"{API}/notes"
        case "note":
            return "POST", f"{API}/notes"
        case "drop-note":
            return "DELETE", f"{API}/notes/{key}"
        case "tasks":
            return "GET", f"{API}/tasks"
        case "task":
            return "POST", f"{API}/tasks"
        case "done":
            return "PATCH", f"{API}/tasks/{key}"
        case "drop-task":
            return "DELETE", f"{API}/tasks/{key}"
        case "threads":
            return "GET", f"{API}/threads"
        case "comment":
            return "POST", f"{API}/comments"
        case "hooks":
            return "GET", f"{API}/webhooks"
        case "hook":
            return "POST", f"{API}/webhooks"
        case "drop-hook":
            return "DELETE", f"{API}/webhooks/{key}"
        case _:
            raise SystemExit(f"unknown: {command}")


def main():
    for command in sys.argv[1:]:
        verb, url = plan(command)
        requests.request(verb, url, timeout=10).raise_for_status()


if __name__ == "__main__":
    main()
