import requests

BASE = "https://api.attio.com/v2"


def by_map(*parts):
    return "/".join([BASE, *map(str, parts)])


def by_comprehension(*parts):
    return BASE + "".join(f"/{part}" for part in parts)


def by_filter(*parts):
    return "/".join(str(part) for part in (BASE, *parts) if part is not None)


requests.get(by_map("objects", "people", "records", 1))  # call: GET /v2/objects/{object}/records/{record_id}
requests.get(by_comprehension("lists", "sales"))  # call: GET /v2/lists/{list}
requests.get(by_filter("notes", None))  # call: GET /v2/notes
requests.get("/".join([part for part in (BASE, "tasks", "") if part]))  # call: GET /v2/tasks
