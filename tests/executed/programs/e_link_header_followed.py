# sends: GET /v2/meetings
# unknowable: GET /v2/meetings
# answers: [{"headers": {"Link": "<https://api.attio.com/v2/meetings?cursor=2>; rel=\"next\""}}, {}]
import requests


def meetings():
    answer = requests.get("https://api.attio.com/v2/meetings")
    while True:
        yield from answer.json()["data"]
        if "next" not in answer.links:
            break
        answer = requests.get(answer.links["next"]["url"])


list(meetings())
