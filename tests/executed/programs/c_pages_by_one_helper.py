# sends: GET /v2/meetings, GET /v2/meetings/{meeting_id}, POST /v2/objects/{object}/records/query
# answers: [{"json": {"data": [1], "pagination": {"next_cursor": "a"}}}, {"json": {"data": [], "pagination": {}}}]
import requests


def paginate(fetch, start=None):
    cursor = start
    while True:
        page = fetch(cursor)
        yield from page["data"]
        cursor = page["pagination"].get("next_cursor")
        if cursor is None:
            break


def main():
    def meetings(cursor):
        return requests.get("https://api.attio.com/v2/meetings", params={"cursor": cursor}).json()

    for m in paginate(meetings):
        requests.get(f"https://api.attio.com/v2/meetings/{m}")
    list(
        paginate(
            lambda c: requests.post("https://api.attio.com/v2/objects/people/records/query", json={"o": c}).json(), 0
        )
    )


main()
