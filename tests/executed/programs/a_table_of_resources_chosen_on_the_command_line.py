# sends: GET /v2/webhooks, GET /v2/workspace_members
# may: GET /v2/*
# argv: webhooks members
import sys

import requests

ROOT = "https://api.attio.com"
RESOURCE = {
    "objects": f"{ROOT}/v2/objects",
    "lists": f"{ROOT}/v2/lists",
    "notes": f"{ROOT}/v2/notes",
    "tasks": f"{ROOT}/v2/tasks",
    "threads": f"{ROOT}/v2/threads",
    "webhooks": f"{ROOT}/v2/webhooks",
    "meetings": f"{ROOT}/v2/meetings",
    "members": f"{ROOT}/v2/workspace_members",
    "whoami": f"{ROOT}/v2/self",
    "people": f"{ROOT}/v2/objects/people",
    "companies": f"{ROOT}/v2/objects/companies",
    "deals": f"{ROOT}/v2/objects/deals",
    "users": f"{ROOT}/v2/objects/users",
    "workspaces": f"{ROOT}/v2/objects/workspaces",
    "invoices": f"{ROOT}/v2/objects/invoices",
    "seats": f"{ROOT}/v2/objects/seats",
    "sales": f"{ROOT}/v2/lists/sales",
    "hiring": f"{ROOT}/v2/lists/hiring",
    "partners": f"{ROOT}/v2/lists/partners",
    "investors": f"{ROOT}/v2/lists/investors",
    "sales-views": f"{ROOT}/v2/lists/sales/views",
    "people-views": f"{ROOT}/v2/objects/people/views",
    "people-fields": f"{ROOT}/v2/objects/people/attributes",
    "company-fields": f"{ROOT}/v2/objects/companies/attributes",
    "sales-fields": f"{ROOT}/v2/lists/sales/attributes",
    "emails": f"{ROOT}/v2/emails",
    "files": f"{ROOT}/v2/files",
    "activities": f"{ROOT}/v2/activities",
}


def dump(name):
    answer = requests.get(RESOURCE[name], headers={"Accept": "application/json"}, timeout=30)
    print(name, answer.status_code)


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        dump(wanted)
