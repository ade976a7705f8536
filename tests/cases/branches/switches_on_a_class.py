import requests

BASE = "https://api.attio.com/v2"


class Settings:
    SYNC_NOTES = False
    LEVEL = 0


settings = Settings()


def run():
    if settings.SYNC_NOTES:
        requests.get(f"{BASE}/notes")  # call: GET /v2/notes
    if Settings.LEVEL >= 2:
        requests.get(f"{BASE}/tasks")  # call: GET /v2/tasks
