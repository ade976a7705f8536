# sends: POST /v2/objects/{object}/records/query, GET /v2/tasks
# answers: [{"json": {"data": [1], "more": true}}, {"json": {"data": [2], "more": false}}]
import httpx

client = httpx.Client(base_url="https://api.attio.com/v2")


def page(slug, offset):
    answer = client.post(f"/objects/{slug}/records/query", json={"offset": offset}).json()
    return answer["data"] + rest(slug, offset, answer)


def rest(slug, offset, answer):
    if answer["more"]:
        return page(slug, offset + 500)
    client.get("/tasks")
    return []


def main():
    page("people", 0)


main()
