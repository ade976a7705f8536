import requests
from crm_models import Person
from redis import Redis

BASE = "https://api.attio.com/v2"
redis = Redis()


def run(email):
    if redis.exists(email) == 0:
        requests.get(f"{BASE}/lists")  # call: GET /v2/lists
    if not redis.get(email):
        requests.get(f"{BASE}/notes")  # call: GET /v2/notes
    person = Person.find(email)
    if person is None:
        requests.get(f"{BASE}/tasks")  # call: GET /v2/tasks
    elif not person.record_id:
        requests.get(f"{BASE}/objects")  # call: GET /v2/objects
