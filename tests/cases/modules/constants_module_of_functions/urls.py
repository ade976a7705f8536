BASE = "https://api.attio.com/v2"


def records(slug):
    return f"{BASE}/objects/{slug}/records"


def record(slug, record_id):
    return f"{records(slug)}/{record_id}"


def entries(list_slug, query=False):
    return f"{BASE}/lists/{list_slug}/entries" + ("/query" if query else "")


TASKS = BASE + "/tasks"
