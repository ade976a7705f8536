"""A comprehension over a list or mapping that nothing is seen to be put into: what it calls is called for whatever is in it."""

from collections import defaultdict

import requests

ATTIO = "https://api.attio.com/v2"
by_month = defaultdict(list)
waiting = []


def send(month, deals):
    return requests.post(f"{ATTIO}/notes", json={"month": month, "deals": deals})  # call: POST /v2/notes


def add(deal):
    by_month[deal.month].append(deal)


def run():
    sent = {month: send(month, deals) for month, deals in by_month.items() if len(deals) > 1}
    return sent, [requests.delete(f"{ATTIO}/tasks/{task}") for task in waiting]  # call: DELETE /v2/tasks/{task_id}
