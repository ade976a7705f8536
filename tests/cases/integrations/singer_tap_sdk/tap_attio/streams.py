from __future__ import annotations

from tap_attio.client import AttioStream


class TasksStream(AttioStream):
    name = "tasks"
    path = "/tasks"  # call: GET /v2/tasks
    primary_keys = ["id"]


class PeopleStream(AttioStream):
    name = "people"
    rest_method = "POST"
    path = "/objects/people/records/query"  # call: POST /v2/objects/{object}/records/query


class EntriesStream(AttioStream):
    name = "entries"
    rest_method = "POST"
    path = "/lists/{list_id}/entries/query"  # call: POST /v2/lists/{list}/entries/query
