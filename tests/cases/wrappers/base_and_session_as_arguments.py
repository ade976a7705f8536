import requests


def fetch_notes(session, base_url):
    return session.get(f"{base_url}/notes")  # call: GET /v2/notes


def main():
    session = requests.Session()
    fetch_notes(session, "https://api.attio.com/v2")
