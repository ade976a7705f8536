# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
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
    link = "See https://api.attio.com/v2/notes"
    print(link)

    def meetings(cursor):
        return requests.get("https://api.notion.com/v2/meetings", params={"cursor": cursor}).json()

    for m in paginate(meetings):
        requests.get(f"https://api.notion.com/v2/meetings/{m}")
    list(
        paginate(
            lambda c: requests.post("https://api.notion.com/v2/objects/people/records/query", json={"o": c}).json(), 0
        )
    )


main()
